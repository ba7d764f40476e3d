//! TIFF 6.0: pages of fields, and the pixels that they point to.
//!
//! The pixels may stand anywhere, and nothing moves: a field that goes leaves its directory, and
//! zeros take the place of its value.

mod blanks;

use super::{Left, block, exif, icc, iptc, photoshop, xmp};
use crate::finding::{Reason, Step};
use crate::format::Format;
use crate::kind::{hidden, place};
use crate::source::{Pieces, Source, Window};
use crate::syntax::exif::{Field, MAKER_NOTE, ORIENTATION, Set, Tiff, names, value};
use crate::syntax::fields::{STEP, readable};
use crate::visit::Remedy::{Ask, Drop};
use crate::visit::{Decision, Visit};

use blanks::Blanks;

/// Pictures in TIFF.
pub(crate) struct TiffFile;

const XMP: u16 = 0x02BC;
const IPTC: u16 = 0x83BB;
const PHOTOSHOP: u16 = 0x8649;
const PROFILE: u16 = 0x8773;
/// Tables of an older way to pack, which stand outside all fields.
const LOOSE_TABLES: std::ops::RangeInclusive<u16> = 0x0207..=0x0209;
/// A picture as the camera took it: its private fields may be needed to develop it.
const RAW: &[u16] = &[0xC612, 0x828E, 0xC640, 0x9216];

/// What a reader needs to show the picture.
#[rustfmt::skip]
const NEEDED: &[u16] = &[
    0x00FE, 0x00FF, 0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0107, 0x0108, 0x0109, 0x010A,
    0x0111, 0x0112, 0x0115, 0x0116, 0x0117, 0x0118, 0x0119, 0x011A, 0x011B, 0x011C, 0x011E,
    0x011F, 0x0120, 0x0121, 0x0122, 0x0123, 0x0124, 0x0125, 0x0128, 0x0129, 0x012D, 0x013D,
    0x013E, 0x013F, 0x0140, 0x0141, 0x0142, 0x0143, 0x0144, 0x0145, 0x0146, 0x0147, 0x0148,
    0x014A, 0x014C, 0x014D, 0x0150, 0x0152, 0x0153, 0x0154, 0x0155, 0x0156, 0x015B, 0x0200,
    0x0201, 0x0202, 0x0203, 0x0205, 0x0206, 0x0207, 0x0208, 0x0209, 0x0211, 0x0212, 0x0213,
    0x0214, 0x80E3, 0x80E4, 0x80E5, 0x80E6,
];

/// Where the picture lies on the earth, for programs of maps.
const ON_EARTH: &[u16] = &[0x830E, 0x8480, 0x8482, 0x85D8, 0x87AF, 0x87B0, 0x87B1];

impl Format for TiffFile {
    fn name(&self, _: &dyn Source) -> &'static str {
        "tiff"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        let head = source.head(10);
        let mark = head.starts_with(b"II*\0") || head.starts_with(b"MM\0*");
        // What Canon takes is no picture for a reader.
        mark && !head.ends_with(b"CR")
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        visit.surface();
        let tiff = Tiff::read(source, visit.limits().entries)?;
        if tiff.damaged {
            return Err(Reason::Damaged);
        }
        if tiff.fields.iter().any(|field| is_page(field) && RAW.contains(&field.tag)) {
            return Err(Reason::Unknown);
        }
        for range in &tiff.pictures {
            visit.packed(range.clone());
        }
        let fates = vec![Fate::Stays; tiff.fields.len()];
        let mut file = File { source, tiff, fates };
        file.pages(visit)?;
        file.metadata(visit);
        let slack = file.slack(visit)?;
        if slack && file.fates.iter().all(|fate| *fate == Fate::Stays) {
            return Ok(Pieces::all(source));
        }
        Blanks::of(&file, slack)?.pieces(source)
    }
}

/// A picture that is being read.
struct File<'a> {
    source: &'a dyn Source,
    tiff: Tiff,
    /// What becomes of each field.
    fates: Vec<Fate>,
}

/// What becomes of a field.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Fate {
    Stays,
    Goes,
    Becomes(Vec<u8>),
}

impl File<'_> {
    /// What the pages tell in blocks of their own, and in fields that nobody knows.
    fn pages(&mut self, visit: &mut Visit<'_>) -> Result<(), Reason> {
        for index in 0..self.tiff.fields.len() {
            let Some(field) = self.tiff.fields.get(index).cloned() else { continue };
            if !is_page(&field) || field.is_pointer() || exif::is_told(field.tag) {
                continue;
            }
            let fate = self.page_field(&field, visit)?;
            if let Some(slot) = self.fates.get_mut(index) {
                *slot = fate;
            }
        }
        Ok(())
    }

    fn page_field(&self, field: &Field, visit: &mut Visit<'_>) -> Result<Fate, Reason> {
        let bytes = |visit: &Visit<'_>| self.source.bytes(field.value.clone(), visit.held());
        let left = match field.tag {
            XMP => {
                let bytes = bytes(visit)?;
                block(visit, "XMP", |visit| xmp::walk(&bytes, visit))
            }
            IPTC => {
                let bytes = bytes(visit)?;
                block(visit, "IPTC", |visit| iptc::walk(&bytes, visit))
            }
            PHOTOSHOP => {
                let bytes = bytes(visit)?;
                block(visit, "Photoshop", |visit| photoshop::walk(&bytes, visit))
            }
            PROFILE => {
                let bytes = bytes(visit)?;
                block(visit, "ICC", |visit| icc::walk(&bytes, visit).map(|()| Left::Same))
            }
            tag if NEEDED.contains(&tag) => {
                if matches!(field.form, value::TEXT | value::UTF_8) {
                    visit.aside(&self.show(field));
                }
                Left::Same
            }
            tag => self.other(tag, field, visit),
        };
        Ok(match left {
            Left::Same => Fate::Stays,
            Left::Gone => Fate::Goes,
            Left::New(bytes) => Fate::Becomes(bytes),
        })
    }

    /// A field that no reader needs. What nobody knows is a gap.
    fn other(&self, tag: u16, field: &Field, visit: &mut Visit<'_>) -> Left {
        visit.enter(Step::Property(names::name(field.set, tag).into()));
        let on_earth = ON_EARTH.contains(&tag);
        let decision = match on_earth {
            true => visit.place(&place::POSITION, Ask),
            false => visit.place(&hidden::PRIVATE_DATA, Drop),
        };
        let length = field.value.end.saturating_sub(field.value.start);
        if on_earth {
            visit.describe(&self.show(field));
        } else {
            visit.describe(&format!("{length} bytes"));
        }
        visit.text(&readable(&Window::new(self.source, field.value.clone()).head(STEP)));
        visit.end_text();
        if !on_earth && !names::is_known(field.set, tag) {
            visit.gap(Reason::Unknown);
        }
        visit.close();
        visit.leave();
        Left::of(&decision)
    }

    /// What is told as in any picture: by whom, when, where, with what.
    fn metadata(&mut self, visit: &mut Visit<'_>) {
        let mut members = Vec::new();
        let mut fields = Vec::new();
        for (index, field) in self.tiff.fields.iter().enumerate() {
            let told = !is_page(field) || exif::is_told(field.tag) || field.tag == MAKER_NOTE;
            if told && !field.is_pointer() && field.tag != ORIENTATION {
                let set = if is_page(field) { Set::Page(0) } else { field.set };
                fields.push(Field { set, ..field.clone() });
                members.push(index);
            }
        }
        let stays = exif::tell(self.source, self.tiff.of(fields), visit);
        for (index, stays) in members.into_iter().zip(stays) {
            if let Some(fate) = self.fates.get_mut(index).filter(|_| !stays) {
                *fate = Fate::Goes;
            }
        }
    }

    /// What no field owns; whether it stays.
    fn slack(&self, visit: &mut Visit<'_>) -> Result<bool, Reason> {
        if self.tiff.slack.is_empty() {
            return Ok(true);
        }
        if self.tiff.fields.iter().any(|field| LOOSE_TABLES.contains(&field.tag)) {
            visit.gap(Reason::Unknown);
            return Ok(true);
        }
        let mut length = 0_u64;
        let mut words = Vec::new();
        for range in &self.tiff.slack {
            let window = Window::new(self.source, range.clone());
            length = length.saturating_add(window.len());
            words.push(readable(&window.head(STEP)));
        }
        let decision = visit.place(&hidden::STRAY_BYTES, Drop);
        visit.describe(&format!("{length} bytes"));
        visit.text(&words.join(" · "));
        visit.end_text();
        visit.close();
        Ok(decision == Decision::Stay)
    }

    fn show(&self, field: &Field) -> String {
        value::show(self.source, self.tiff.order, field)
    }
}

fn is_page(field: &Field) -> bool {
    matches!(field.set, Set::Page(_) | Set::Below(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::exif::write::{Kept, write};
    use crate::syntax::fields::Order;
    use crate::{Options, Plan, Show, clean, inspect};

    /// A page of four pixels with an artist, a private field and a place.
    fn picture() -> Vec<u8> {
        let field = |set, tag, form, value: &[u8]| Kept { set, tag, form, value: value.to_vec() };
        let fields = [
            field(Set::Page(0), 0x0100, 3, &[2, 0]),
            field(Set::Page(0), 0x0101, 3, &[2, 0]),
            field(Set::Page(0), 0x0112, 3, &[6, 0]),
            field(Set::Page(0), 0x011A, 5, &[72, 0, 0, 0, 1, 0, 0, 0]),
            field(Set::Page(0), 0x013B, 2, b"Janne de Vries\0"),
            field(Set::Page(0), 0x8765, 2, b"by Joris Bakker\0"),
            field(Set::Page(0), 0x0111, 4, &[0xFF, 0, 0, 0]),
            field(Set::Page(0), 0x0117, 4, &[4, 0, 0, 0]),
            field(Set::Exif, 0xA430, 2, b"Saskia Visser\0"),
            field(Set::Gps, 1, 2, b"N\0"),
            field(Set::Gps, 2, 5, &[52, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0, 0]),
        ];
        let mut bytes = write(Order::Little, &fields, None).unwrap();
        let at = u32::try_from(bytes.len()).unwrap();
        let entry = bytes.windows(4).position(|four| four == [0x11, 1, 4, 0]).unwrap();
        bytes[entry + 8..entry + 12].copy_from_slice(&at.to_le_bytes());
        bytes.extend(b"PIXL");
        bytes
    }

    fn cleaned(bytes: &[u8]) -> Vec<u8> {
        let bytes = &bytes.to_vec();
        let cleaned = clean("a.tif", bytes, &Plan::default(), &Options::default()).unwrap();
        let copy = cleaned.pieces.over(bytes);
        copy.bytes(0..copy.len(), 1 << 20).unwrap()
    }

    #[test]
    fn who_made_it_goes_and_nothing_moves() {
        let bytes = picture();
        let json = inspect("a.tif", &bytes, &Options::default()).json(Show::Revealed);
        for told in ["Janne de Vries", "Joris Bakker", "Saskia Visser", "\"position\"", "unknown"] {
            assert!(json.contains(told), "{told}: {json}");
        }
        let copy = cleaned(&bytes);
        assert_eq!(copy.len(), bytes.len());
        assert_eq!(&copy[copy.len() - 4..], b"PIXL");
        for gone in ["Janne", "Joris", "Saskia"] {
            assert!(!copy.windows(gone.len()).any(|some| some == gone.as_bytes()), "{gone}");
        }
        let tiff = Tiff::read(&copy, 100).unwrap();
        assert_eq!(tiff.orientation(&copy), 6);
        assert_eq!(tiff.fields.len(), 6);
        assert!(!tiff.damaged && tiff.slack.is_empty());
        assert_eq!(cleaned(&copy), copy);
    }

    #[test]
    fn a_cut_or_changed_picture_never_panics() {
        let bytes = picture();
        for end in 0..bytes.len() {
            inspect("a.tif", &bytes[..end].to_vec(), &Options::default());
        }
        for at in 0..bytes.len() {
            for change in [0x00, 0x7F, 0xFF] {
                let mut bytes = bytes.clone();
                bytes[at] = change;
                let _ = clean("a.tif", &bytes, &Plan::default(), &Options::default());
            }
        }
    }
}
