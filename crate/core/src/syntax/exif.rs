//! TIFF, and Exif that is written in it: directories of fields.
//!
//! TIFF 6.0 and Exif 3.0 (CIPA DC-008). Offsets may point anywhere, also back: each directory is
//! read once, and all that no field owns is told as slack.

pub mod names;
pub mod value;
pub mod write;

use std::collections::BTreeSet;
use std::ops::Range;

use super::fields::{Order, all_zero};
use crate::Reason;
use crate::order::Gather;
use crate::source::{Source, Unread};

/// In which directory a field stands.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Set {
    /// One of the pages; in Exif, page 1 is the thumbnail.
    Page(u16),
    /// How the picture was taken.
    Exif,
    /// Where it was taken.
    Gps,
    /// By which rules it may be exchanged.
    Interop,
    /// A picture below a page: a preview, a raw picture.
    Below(u16),
}

/// The tag that points to the directory about how the picture was taken.
pub const EXIF: u16 = 0x8769;
/// The tag that points to the directory about where it was taken.
pub const GPS: u16 = 0x8825;
/// The tag that points to the directory about exchange.
pub const INTEROP: u16 = 0xA005;
/// The tag that tells which way is up.
pub const ORIENTATION: u16 = 0x0112;
/// The tag of the notes that a camera keeps in a form of its own.
pub const MAKER_NOTE: u16 = 0x927C;
/// The tag that tells where the thumbnail begins.
pub const THUMBNAIL: u16 = 0x0201;
/// The tag that tells how long the thumbnail is.
pub const THUMBNAIL_LENGTH: u16 = 0x0202;
const BELOW: u16 = 0x014A;
const STRIPS: (u16, u16) = (0x0111, 0x0117);
const TILES: (u16, u16) = (0x0144, 0x0145);

/// A field: a tag and where its value is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Field {
    /// Where it stands.
    pub set: Set,
    /// What it is about.
    pub tag: u16,
    /// In which form its values are.
    pub form: u16,
    /// How many values it has.
    pub count: u32,
    /// Where they are.
    pub value: Range<u64>,
    /// Where its entry stands in the directory.
    pub entry: u64,
}

/// A directory: a table of entries.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Directory {
    /// Which one it is.
    pub set: Set,
    /// Where it stands.
    pub at: u64,
    /// How many entries it says that it has.
    pub count: u16,
}

impl Field {
    /// Whether it only points to a directory.
    pub fn is_pointer(&self) -> bool {
        matches!(self.tag, EXIF | GPS | INTEROP | BELOW)
    }
}

/// What a TIFF holds, read through once.
#[derive(Clone, Debug)]
pub struct Tiff {
    /// Which byte of its numbers comes first.
    pub order: Order,
    /// All fields, directory after directory.
    pub fields: Vec<Field>,
    /// The thumbnail in JPEG that page 1 points to.
    pub thumbnail: Option<Range<u64>>,
    /// All directories, each after the one that points to it.
    pub directories: Vec<Directory>,
    /// The pixels that fields point to.
    pub pictures: Vec<Range<u64>>,
    /// Bytes that no field owns, without those that are only zeros.
    pub slack: Vec<Range<u64>>,
    /// Whether something in it points to nowhere.
    pub damaged: bool,
}

impl Tiff {
    /// Reads all directories, at most `most` fields.
    ///
    /// # Errors
    /// Fails where it does not begin as a TIFF, or has more fields.
    pub fn read(source: &dyn Source, most: u64) -> Result<Self, Reason> {
        let order = match source.head(4).as_slice() {
            b"II*\0" => Order::Little,
            b"MM\0*" => Order::Big,
            _ => return Err(Reason::Damaged),
        };
        let first = order.u32(source, 4)?;
        let mut reading = Reading {
            source,
            order,
            most,
            waiting: vec![(Set::Page(0), first)],
            seen: BTreeSet::new(),
            owned: Vec::from([HEADER]),
            fields: Vec::new(),
            directories: Vec::new(),
            pictures: Vec::new(),
            damaged: false,
        };
        while let Some((set, offset)) = reading.waiting.pop() {
            reading.directory(set, offset)?;
        }
        let thumbnail = reading.thumbnail();
        reading.pictures();
        let slack = slack(source, reading.owned)?;
        let (fields, damaged) = (reading.fields, reading.damaged);
        let (directories, pictures) = (reading.directories, reading.pictures);
        Ok(Self { order, fields, thumbnail, directories, pictures, slack, damaged })
    }

    /// The same with these fields only, and nothing else.
    pub fn of(&self, fields: Vec<Field>) -> Self {
        Self {
            order: self.order,
            fields,
            thumbnail: None,
            directories: Vec::new(),
            pictures: Vec::new(),
            slack: Vec::new(),
            damaged: false,
        }
    }

    /// The first field with this tag in this directory.
    pub fn field(&self, set: Set, tag: u16) -> Option<&Field> {
        self.fields.iter().find(|field| field.set == set && field.tag == tag)
    }

    /// Which way is up, 1 to 8; 1 where nothing says so, or something else.
    pub fn orientation(&self, source: &dyn Source) -> u16 {
        let number = self
            .field(Set::Page(0), ORIENTATION)
            .and_then(|field| value::numbers(source, self.order, field, 1).first().copied());
        number
            .and_then(|number| u16::try_from(number).ok())
            .filter(|way| (2..=8).contains(way))
            .unwrap_or(1)
    }
}

struct Reading<'a> {
    source: &'a dyn Source,
    order: Order,
    most: u64,
    waiting: Vec<(Set, u32)>,
    seen: BTreeSet<u32>,
    owned: Vec<Range<u64>>,
    fields: Vec<Field>,
    directories: Vec<Directory>,
    pictures: Vec<Range<u64>>,
    damaged: bool,
}

impl Reading<'_> {
    fn directory(&mut self, set: Set, offset: u32) -> Result<(), Reason> {
        if offset == 0 {
            return Ok(());
        }
        if !self.seen.insert(offset) {
            self.damaged = true;
            return Ok(());
        }
        let start = u64::from(offset);
        let Ok(count) = self.order.u16(self.source, start) else {
            self.damaged = true;
            return Ok(());
        };
        self.directories.push(Directory { set, at: start, count });
        let mut at = start.saturating_add(2);
        for _ in 0..count {
            if self.fields.len() as u64 >= self.most {
                return Err(Reason::Limit);
            }
            match self.field(set, at) {
                Ok(Some(field)) => self.fields.push(field),
                Ok(None) => self.damaged = true,
                Err(Unread) => {
                    self.damaged = true;
                    return Ok(());
                }
            }
            at = at.saturating_add(ENTRY);
        }
        let end = at.saturating_add(4).min(self.source.len());
        self.owned.push(start..end);
        match (set, self.order.u32(self.source, at)) {
            (Set::Page(number), Ok(next)) => {
                self.waiting.push((Set::Page(number.saturating_add(1)), next));
            }
            (_, Ok(0)) => {}
            // Some cameras leave the number out after their last directory.
            (_, Ok(_) | Err(Unread)) => {}
        }
        Ok(())
    }

    /// A field; none where its value is not there.
    fn field(&mut self, set: Set, at: u64) -> Result<Option<Field>, Unread> {
        let tag = self.order.u16(self.source, at)?;
        let form = self.order.u16(self.source, at.saturating_add(2))?;
        let count = self.order.u32(self.source, at.saturating_add(4))?;
        let inline = at.saturating_add(8);
        let offset = self.order.u32(self.source, inline)?;
        let Some(size) = value::size(form) else { return Ok(None) };
        let length = u64::from(count).saturating_mul(size);
        let value = match length {
            0..=4 => inline..inline.saturating_add(length),
            _ => u64::from(offset)..u64::from(offset).saturating_add(length),
        };
        if value.end > self.source.len() {
            return Ok(None);
        }
        if length > 4 {
            self.owned.push(value.clone());
        }
        let below = match (tag, set) {
            (EXIF, Set::Page(_)) => Some(Set::Exif),
            (GPS, Set::Page(_)) => Some(Set::Gps),
            (INTEROP, Set::Exif | Set::Page(_)) => Some(Set::Interop),
            _ => None,
        };
        if let Some(below) = below {
            self.waiting.push((below, offset));
        }
        let field = Field { set, tag, form, count, value, entry: at };
        if tag == BELOW && matches!(set, Set::Page(_)) {
            let offsets = value::numbers(self.source, self.order, &field, PICTURES_BELOW);
            for (number, offset) in (0..).zip(offsets) {
                self.waiting.push((Set::Below(number), u32::try_from(offset).unwrap_or(0)));
            }
        }
        Ok(Some(field))
    }

    fn number(&self, set: Set, tag: u16) -> Option<u64> {
        let field = self.fields.iter().find(|field| field.set == set && field.tag == tag)?;
        value::numbers(self.source, self.order, field, 1).first().copied()
    }

    fn thumbnail(&mut self) -> Option<Range<u64>> {
        let start = self.number(Set::Page(1), THUMBNAIL)?;
        let length = self.number(Set::Page(1), THUMBNAIL_LENGTH)?;
        let range = start..start.checked_add(length)?;
        if range.is_empty() || range.end > self.source.len() {
            self.damaged = true;
            return None;
        }
        self.owned.push(range.clone());
        Some(range)
    }

    /// What pictures are made of belongs to them.
    fn pictures(&mut self) {
        let sets: BTreeSet<Set> = self.fields.iter().map(|field| field.set).into_set();
        for set in sets {
            for (starts, lengths) in [STRIPS, TILES, (THUMBNAIL, THUMBNAIL_LENGTH)] {
                let of = |tag| {
                    let field =
                        self.fields.iter().find(|field| field.set == set && field.tag == tag);
                    field.map(|field| value::numbers(self.source, self.order, field, self.most))
                };
                let (Some(starts), Some(lengths)) = (of(starts), of(lengths)) else { continue };
                for (start, length) in starts.into_iter().zip(lengths) {
                    match start.checked_add(length).filter(|end| *end <= self.source.len()) {
                        Some(end) => {
                            self.owned.push(start..end);
                            self.pictures.push(start..end);
                        }
                        None => self.damaged = true,
                    }
                }
            }
        }
    }
}

/// Where the order of bytes and the first directory are told.
const HEADER: Range<u64> = 0..8;
/// How many bytes a field takes in its directory.
const ENTRY: u64 = 12;
/// How many pictures below a page are looked for.
const PICTURES_BELOW: u64 = 64;

/// What lies between the ranges that are owned, and is more than zeros.
fn slack(source: &dyn Source, mut owned: Vec<Range<u64>>) -> Result<Vec<Range<u64>>, Unread> {
    owned.push(source.len()..source.len());
    crate::order::by(&mut owned, |range| (range.start, 0));
    let mut slack = Vec::new();
    let mut at = 0;
    for range in owned {
        if range.start > at && !all_zero(source, at..range.start)? {
            slack.push(at..range.start);
        }
        at = at.max(range.end);
    }
    Ok(slack)
}

#[cfg(test)]
mod tests {
    use super::write::{Kept, write};
    use super::*;

    fn sample() -> Vec<u8> {
        let field = |set, tag, form, value: &[u8]| Kept { set, tag, form, value: value.to_vec() };
        let fields = [
            field(Set::Page(0), 0x010F, 2, b"Camera maker\0"),
            field(Set::Page(0), ORIENTATION, 3, &[6, 0]),
            field(Set::Exif, 0xA430, 2, b"Jan de Vries\0"),
            field(Set::Gps, 1, 2, b"N\0"),
        ];
        write(Order::Little, &fields, Some(b"\xFF\xD8\xFF\xD9")).unwrap()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let bytes = sample();
        let tiff = Tiff::read(&bytes, 100).unwrap();
        assert!(!tiff.damaged);
        assert_eq!(tiff.slack, []);
        assert_eq!(tiff.orientation(&bytes), 6);
        let owner = tiff.field(Set::Exif, 0xA430).unwrap();
        assert_eq!(value::show(&bytes, tiff.order, owner), "Jan de Vries");
        let thumbnail = tiff.thumbnail.clone().unwrap();
        assert_eq!(bytes.bytes(thumbnail, 4).unwrap(), b"\xFF\xD8\xFF\xD9");
    }

    #[test]
    fn what_no_field_owns_is_slack() {
        let mut bytes = sample();
        bytes.extend_from_slice(b"\0\0left over");
        let tiff = Tiff::read(&bytes, 100).unwrap();
        let end = bytes.len() as u64;
        assert_eq!(tiff.slack.as_slice(), std::slice::from_ref(&(end - 11..end)));
    }

    #[test]
    fn directories_that_point_at_each_other_end() {
        let mut bytes = b"II*\0\x08\0\0\0\x01\0".to_vec();
        bytes.extend_from_slice(&[0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0]);
        bytes.extend_from_slice(&[8, 0, 0, 0]);
        let tiff = Tiff::read(&bytes, 100).unwrap();
        assert!(tiff.damaged);
        assert_eq!(tiff.fields.len(), 1);
    }

    #[test]
    fn any_truncation_and_any_changed_byte_is_read_without_a_panic() {
        let bytes = sample();
        for length in 0..bytes.len() {
            let _ = Tiff::read(&&bytes[..length], 100);
        }
        for at in 0..bytes.len() {
            for change in [0x00, 0x7F, 0xFF] {
                let mut bytes = bytes.clone();
                bytes[at] = change;
                let _ = Tiff::read(&bytes, 100);
            }
        }
    }
}
