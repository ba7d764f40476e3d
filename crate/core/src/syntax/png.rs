//! PNG: the chunks of a picture, and what follows its end.

use std::ops::Range;

use super::crc32::Crc32;
use super::fields::{Order, STEP, or_over};
use crate::Reason;
use crate::source::Source;

/// The first bytes of each picture.
pub const START: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A part of a picture. All of them together are all of its bytes but the first eight, in order.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Item {
    /// A chunk.
    Chunk(Chunk),
    /// All that follows the last chunk.
    Rest(Range<u64>),
}

/// A chunk of a picture.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Chunk {
    /// Its type.
    pub name: [u8; 4],
    /// All its bytes.
    pub whole: Range<u64>,
    /// What it holds.
    pub data: Range<u64>,
    /// Whether its checksum is right.
    pub intact: bool,
}

impl Chunk {
    /// Whether a decoder that does not know it has to give up.
    pub fn is_critical(&self) -> bool {
        let [first, ..] = self.name;
        first.is_ascii_uppercase()
    }

    /// Its type as a text; only letters can stand in it.
    pub fn title(&self) -> String {
        self.name.iter().map(|byte| char::from(*byte)).collect()
    }
}

/// Takes a picture apart.
pub struct Items<'a> {
    source: &'a dyn Source,
    at: u64,
    state: State,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum State {
    Chunks,
    Rest,
    Over,
}

/// Fails, and ends, where a chunk goes beyond the end, or has no type. What came before then still
/// holds; what comes from [`Items::position`] on was not read.
impl Iterator for Items<'_> {
    type Item = Result<Item, Reason>;

    fn next(&mut self) -> Option<Self::Item> {
        or_over(self.part(), || self.state = State::Over)
    }
}

impl<'a> Items<'a> {
    /// Starts behind the first eight bytes.
    pub fn new(source: &'a dyn Source) -> Self {
        Self { source, at: START.len() as u64, state: State::Chunks }
    }

    fn part(&mut self) -> Result<Option<Item>, Reason> {
        let start = self.at;
        if self.state == State::Over {
            return Ok(None);
        }
        if self.state == State::Rest {
            self.at = self.source.len();
            self.state = State::Over;
            return Ok((start < self.at).then_some(Item::Rest(start..self.at)));
        }
        let length = u64::from(Order::Big.u32(self.source, start)?);
        let name_at = start.saturating_add(4);
        let mut name = [0; 4];
        self.source.read_at(name_at, &mut name)?;
        let data = start.saturating_add(8)..start.saturating_add(8).saturating_add(length);
        let whole = start..data.end.saturating_add(4);
        if whole.end > self.source.len() || !name.iter().all(u8::is_ascii_alphabetic) {
            return Err(Reason::Damaged);
        }
        let crc = self.crc(name_at..data.end)?;
        let intact = crc == Order::Big.u32(self.source, data.end)?;
        self.at = whole.end;
        if &name == b"IEND" {
            self.state = State::Rest;
        }
        Ok(Some(Item::Chunk(Chunk { name, whole, data, intact })))
    }

    fn crc(&self, range: Range<u64>) -> Result<u32, Reason> {
        let mut crc = Crc32::default();
        let mut at = range.start;
        while at < range.end {
            let end = at.saturating_add(STEP).min(range.end);
            crc.update(&self.source.bytes(at..end, STEP)?);
            at = end;
        }
        Ok(crc.value())
    }
}

/// A chunk with this type that holds `data`; none where that is too long for one.
pub fn chunk(name: [u8; 4], data: &[u8]) -> Option<Vec<u8>> {
    let mut crc = Crc32::default();
    crc.update(&name);
    crc.update(data);
    let mut bytes = u32::try_from(data.len()).ok()?.to_be_bytes().to_vec();
    bytes.extend_from_slice(&name);
    bytes.extend_from_slice(data);
    bytes.extend_from_slice(&crc.value().to_be_bytes());
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture() -> Vec<u8> {
        let mut bytes = START.to_vec();
        bytes.extend(chunk(*b"tEXt", b"Author\0Jan").unwrap());
        bytes.extend(chunk(*b"IEND", b"").unwrap());
        bytes
    }

    fn items(bytes: &[u8]) -> (Vec<Item>, Option<Reason>) {
        let mut found = Vec::new();
        for item in Items::new(&bytes) {
            match item {
                Ok(item) => found.push(item),
                Err(reason) => return (found, Some(reason)),
            }
        }
        (found, None)
    }

    #[test]
    fn chunks_come_in_order_with_their_checksum_judged() {
        let mut bytes = picture();
        bytes.extend_from_slice(b"more");
        let (found, failure) = items(&bytes);
        assert_eq!(failure, None);
        let [Item::Chunk(text), Item::Chunk(end), Item::Rest(rest)] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert!(text.intact && end.intact && !text.is_critical() && end.is_critical());
        assert_eq!((text.title().as_str(), rest.clone()), ("tEXt", 42..46));
        bytes[20] ^= 1;
        let Item::Chunk(text) = &items(&bytes).0[0] else { panic!() };
        assert!(!text.intact);
    }

    #[test]
    fn a_picture_that_is_cut_short_is_damaged() {
        let bytes = picture();
        for length in 8..bytes.len() {
            assert_eq!(items(&bytes[..length]).1, Some(Reason::Damaged), "at {length}");
        }
    }

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(chunk(*b"IEND", b"").unwrap(), b"\0\0\0\0IEND\xAE\x42\x60\x82");
    }
}
