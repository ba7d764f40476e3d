//! JPEG: segments beside the coded picture, and what follows it.

mod segment;

use std::collections::BTreeMap;
use std::ops::Range;

use self::segment::Sort;
use super::{Left, block, exif, icc, opaque, photoshop, stray, xmp};
use crate::finding::{Reason, Step};
use crate::format::Format;
use crate::kind::{access, hidden, inside, software};
use crate::source::{Pieces, Source, Window};
use crate::syntax::fields::{Order, readable, text};
use crate::syntax::jpeg::{Item, Items, START, is_exact, segments};
use crate::visit::Remedy::Drop;
use crate::visit::{Decision, Visit};

/// Pictures in JPEG.
pub(crate) struct Jpeg;

impl Format for Jpeg {
    fn name(&self, _: &dyn Source) -> &'static str {
        "jpeg"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        source.head(3) == START
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        visit.surface();
        let mut items = Vec::new();
        let mut failure = None;
        for item in Items::new(source) {
            visit.entry()?;
            match item {
                Ok(item) => items.push(item),
                Err(reason) => failure = Some(reason),
            }
        }
        let mut picture = Picture::new(source, &items)?;
        let mut pieces = Pieces::default();
        for (index, item) in items.iter().enumerate() {
            match item {
                Item::Marker(_, range) | Item::End(range) => pieces.keep(range.clone()),
                Item::Scan(range) => {
                    visit.packed(range.clone());
                    pieces.keep(range.clone());
                }
                Item::Stray(range) | Item::Rest(range) => {
                    pieces.extend(stray(source, range.clone(), visit)?, 0);
                }
                Item::Segment { whole, .. } => match picture.left(index, visit)? {
                    Left::Same => pieces.keep(whole.clone()),
                    Left::Gone => {}
                    Left::New(bytes) => pieces.write(bytes),
                },
            }
        }
        failure.map_or(Ok(pieces), Err)
    }
}

/// The segments of a picture; some of them are one block together.
struct Picture<'a> {
    source: &'a dyn Source,
    segments: BTreeMap<usize, Segment>,
    /// What was decided on segments whose block began before them.
    decided: BTreeMap<usize, Left>,
}

struct Segment {
    marker: u8,
    sort: Sort,
    payload: Range<u64>,
}

impl<'a> Picture<'a> {
    fn new(source: &'a dyn Source, items: &[Item]) -> Result<Self, Reason> {
        let mut found = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            if let Item::Segment { marker, payload, .. } = item {
                let sort = Sort::of(*marker, &Window::new(source, payload.clone()));
                found.insert(index, Segment { marker: *marker, sort, payload: payload.clone() });
            }
        }
        Ok(Self { source, segments: found, decided: BTreeMap::new() })
    }

    /// What is left of a segment.
    fn left(&mut self, index: usize, visit: &mut Visit<'_>) -> Result<Left, Reason> {
        if let Some(left) = self.decided.remove(&index) {
            return Ok(left);
        }
        let Some(Segment { marker, sort, payload }) = self.segments.get(&index) else {
            return Ok(Left::Same);
        };
        let (marker, sort) = (*marker, *sort);
        let from = payload.start.saturating_add(sort.signature().len() as u64);
        let body = Window::new(self.source, from..payload.end);
        Ok(match sort {
            Sort::Needed => {
                needed(marker, &self.payload(index)?, visit);
                Left::Same
            }
            Sort::Jfif => density(&self.payload(index)?, visit),
            Sort::Adobe => transform(&self.payload(index)?, visit),
            Sort::Jfxx => self.small(index, visit)?,
            Sort::Exif => {
                let left = block(visit, "Exif", |visit| exif::walk(&body, visit));
                wrap(left, marker, sort)?
            }
            Sort::Xmp | Sort::SpacedXmp => {
                let bytes = body.bytes(0..body.len(), u64::from(u16::MAX))?;
                let left = block(visit, "XMP", |visit| xmp::walk(&bytes, visit));
                wrap(left, marker, sort)?
            }
            Sort::MoreXmp => {
                let members = self.members(sort);
                let left = self.more_xmp(&members, visit)?;
                self.together(&members, left)
            }
            Sort::Photoshop => {
                let members = self.members(sort);
                let bytes = self.joined(&members, sort.signature().len(), visit.held())?;
                let left = block(visit, "Photoshop", |visit| photoshop::walk(&bytes, visit));
                let left = wrap(left, marker, sort)?;
                self.together(&members, left)
            }
            Sort::Comment => {
                let bytes = self.payload(index)?;
                Left::of(&visit.value(&access::DESCRIPTION, Drop, &text(&bytes)))
            }
            Sort::Ducky => {
                let decision = visit.place(&software::PROGRAM, Drop);
                visit.describe("Adobe, Ducky");
                visit.text(&readable(&self.payload(index)?));
                visit.end_text();
                visit.close();
                Left::of(&decision)
            }
            Sort::Profile => {
                let members = self.members(sort);
                block(visit, "ICC", |visit| {
                    icc::walk(&self.profile(&members, visit.held())?, visit)?;
                    Ok(Left::Same)
                });
                self.together(&members, Left::Same)
            }
            Sort::Previews => {
                let decision = visit.place(&software::CAMERA_SETTINGS, Drop);
                visit.describe(&format!("MPF, {} bytes", body.len()));
                visit.close();
                Left::of(&decision)
            }
            Sort::Credentials => {
                let members = self.members(sort);
                let left = self.credentials(&members, visit)?;
                self.together(&members, left)
            }
            Sort::Unknown => {
                let name = segment::name(marker);
                let payload = Window::new(self.source, payload.clone());
                block(visit, &name, |visit| Ok(opaque(&payload, visit, Reason::Unknown)))
            }
        })
    }

    fn payload(&self, index: usize) -> Result<Vec<u8>, Reason> {
        let segment = self.segments.get(&index).ok_or(Reason::Damaged)?;
        Ok(self.source.bytes(segment.payload.clone(), u64::from(u16::MAX))?)
    }

    /// All segments of a sort.
    fn members(&self, sort: Sort) -> Vec<usize> {
        let of_sort = self.segments.iter().filter(|(_, segment)| segment.sort == sort);
        of_sort.map(|(index, _)| *index).collect()
    }

    /// What is left of the first of some segments, when this is left of all of them.
    fn together(&mut self, members: &[usize], left: Left) -> Left {
        let rest = if left == Left::Same { Left::Same } else { Left::Gone };
        for index in members.iter().skip(1) {
            self.decided.insert(*index, rest.clone());
        }
        left
    }

    /// A small picture in a segment of its own: a JPEG, or bare pixels.
    fn small(&self, index: usize, visit: &mut Visit<'_>) -> Result<Left, Reason> {
        let bytes = self.payload(index)?;
        let decision = visit.place(&hidden::THUMBNAIL, Drop);
        visit.describe(&format!("{} bytes", bytes.len()));
        let mut left = Left::of(&decision);
        if let Some(rest) = bytes.get(JFXX_HEADER..).filter(|rest| rest.starts_with(START)) {
            let small = visit.document(Step::Part("thumbnail".into()), &rest);
            if let (Left::Same, Some(small)) = (&left, small)
                && !small.is_all_of(&rest)
            {
                let mut payload = bytes.get(..JFXX_HEADER).unwrap_or_default().to_vec();
                payload.extend(super::bytes_of(&small, &rest, u64::from(u16::MAX))?);
                left = Left::New(segments(APP0, &[], &payload)?);
            }
        }
        visit.close();
        Ok(left)
    }

    /// What segments hold after the first bytes of each.
    fn joined(&self, members: &[usize], head: usize, most: u64) -> Result<Vec<u8>, Reason> {
        let mut joined = Vec::new();
        for index in members {
            let bytes = self.payload(*index)?;
            joined.extend_from_slice(bytes.get(head..).unwrap_or_default());
            if joined.len() as u64 > most {
                return Err(Reason::Limit);
            }
        }
        Ok(joined)
    }

    /// XMP that was too long for one segment. It goes whole: its pieces bear a checksum.
    fn more_xmp(&self, members: &[usize], visit: &mut Visit<'_>) -> Result<Left, Reason> {
        let mut packets: BTreeMap<Vec<u8>, BTreeMap<u32, Vec<u8>>> = BTreeMap::new();
        let mut length = 0_u64;
        for index in members {
            let bytes = self.payload(*index)?;
            let (head, piece) = bytes.split_at_checked(MORE_XMP_HEADER).ok_or(Reason::Damaged)?;
            let (name, place) =
                head.split_at_checked(MORE_XMP_HEADER - 8).ok_or(Reason::Damaged)?;
            let at = Order::Big.u32(&place, 4)?;
            length = length.saturating_add(piece.len() as u64);
            if length > visit.held() {
                return Err(Reason::Limit);
            }
            packets.entry(name.to_vec()).or_default().insert(at, piece.to_vec());
        }
        let decision = visit.place(&hidden::PRIVATE_DATA, Drop);
        visit.describe(&format!("XMP, {length} bytes"));
        for pieces in packets.into_values() {
            let packet: Vec<u8> = pieces.into_values().flatten().collect();
            block(visit, "XMP", |visit| xmp::walk(&packet, visit));
        }
        visit.close();
        Ok(Left::of(&decision))
    }

    /// The colour profile, whose pieces tell their number and how many there are.
    fn profile(&self, members: &[usize], most: u64) -> Result<Vec<u8>, Reason> {
        let mut pieces = BTreeMap::new();
        let mut length = 0_u64;
        for index in members {
            let bytes = self.payload(*index)?;
            let (head, piece) = bytes.split_at_checked(PROFILE_HEADER).ok_or(Reason::Damaged)?;
            length = length.saturating_add(piece.len() as u64);
            if length > most {
                return Err(Reason::Limit);
            }
            let number = head.get(PROFILE_HEADER.saturating_sub(2)).copied();
            if pieces.insert(number, piece.to_vec()).is_some() {
                return Err(Reason::Damaged);
            }
        }
        Ok(pieces.into_values().flatten().collect())
    }

    /// The signed account of how the picture came about.
    fn credentials(&self, members: &[usize], visit: &mut Visit<'_>) -> Result<Left, Reason> {
        let mut words = Vec::new();
        let mut length = 0_u64;
        for index in members {
            let bytes = self.payload(*index)?;
            length = length.saturating_add(bytes.len() as u64);
            words.push(readable(&bytes));
        }
        let decision = visit.place(&inside::CONTENT_CREDENTIALS, Drop);
        visit.describe(&format!("C2PA, {length} bytes"));
        visit.text(&words.join(" · "));
        visit.end_text();
        visit.close();
        Ok(Left::of(&decision))
    }
}

/// `ICC_PROFILE`, a zero, the number of the piece, how many there are.
const PROFILE_HEADER: usize = 14;
/// The signature, a checksum in 32 digits, the length of all, and where the piece belongs.
const MORE_XMP_HEADER: usize = 35 + 32 + 8;
const APP0: u8 = 0xE0;
/// `JFXX`, a zero, and which sort of picture follows.
const JFXX_HEADER: usize = 6;

/// What is left of a block, as segments.
fn wrap(left: Left, marker: u8, sort: Sort) -> Result<Left, Reason> {
    Ok(match left {
        Left::New(bytes) => Left::New(segments(marker, sort.signature(), &bytes)?),
        left => left,
    })
}

/// A segment that a decoder needs. It stays; more in it than its standard says was not read.
fn needed(marker: u8, payload: &[u8], visit: &mut Visit<'_>) {
    if is_exact(marker, payload) != Some(true) {
        visit.enter(Step::Part(segment::name(marker).into()));
        visit.text(&readable(payload));
        visit.end_text();
        visit.gap(Reason::Unknown);
        visit.leave();
    }
}

/// The JFIF segment tells how large to print; it can hold a small picture as bare pixels.
fn density(payload: &[u8], visit: &mut Visit<'_>) -> Left {
    let Some((header, small)) = payload.split_at_checked(14) else {
        return Left::Same;
    };
    let [width, height] =
        [header.get(12), header.get(13)].map(|size| size.map_or(0, |size| usize::from(*size)));
    let length = width.saturating_mul(height).saturating_mul(3);
    if length == 0 {
        return trimmed(APP0, payload, header.len(), visit);
    }
    let decision = visit.place(&hidden::THUMBNAIL, Drop);
    visit.describe(&format!("{width} × {height}"));
    // What stands behind the pixels goes with them.
    visit.text(&readable(small));
    visit.end_text();
    visit.close();
    if decision == Decision::Stay {
        return Left::Same;
    }
    let mut bare = header.get(..12).unwrap_or_default().to_vec();
    bare.extend_from_slice(&[0, 0]);
    segments(APP0, &[], &bare).map_or(Left::Gone, Left::New)
}

/// The Adobe segment tells how colours were transformed, in twelve bytes.
fn transform(payload: &[u8], visit: &mut Visit<'_>) -> Left {
    trimmed(0xEE, payload, 12, visit)
}

/// A payload of which only the first bytes are known; the rest goes.
fn trimmed(marker: u8, payload: &[u8], known: usize, visit: &mut Visit<'_>) -> Left {
    let Some((known, more)) = payload.split_at_checked(known) else { return Left::Same };
    if more.is_empty() {
        return Left::Same;
    }
    let decision = visit.place(&hidden::STRAY_BYTES, Drop);
    visit.describe(&format!("{} bytes", more.len()));
    visit.text(&readable(more));
    visit.end_text();
    visit.close();
    match decision {
        Decision::Stay => Left::Same,
        _ => segments(marker, &[], known).map_or(Left::Gone, Left::New),
    }
}
