//! GIF: the blocks of a picture, and what follows its end.

use std::ops::Range;

use super::fields::{byte, or_over};
use crate::Reason;
use crate::source::Source;

/// A part of a picture. All of them together are all of its bytes, in order.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Item {
    /// The signature, the size of the screen and its colours.
    Screen(Range<u64>),
    /// A picture with its colours.
    Picture(Range<u64>),
    /// An extension: its label, all its bytes, and where its pieces begin, each with its length
    /// before it.
    Extension(u8, Range<u64>, u64),
    /// The end.
    End(Range<u64>),
    /// All that follows the end.
    Rest(Range<u64>),
}

/// Whether these are the first bytes of a picture.
pub fn starts(head: &[u8]) -> bool {
    head.starts_with(b"GIF87a") || head.starts_with(b"GIF89a")
}

/// Takes a picture apart.
pub struct Items<'a> {
    source: &'a dyn Source,
    at: u64,
    state: State,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum State {
    Screen,
    Blocks,
    Rest,
    Over,
}

impl<'a> Items<'a> {
    /// Starts at the first byte.
    pub fn new(source: &'a dyn Source) -> Self {
        Self { source, at: 0, state: State::Screen }
    }

    fn part(&mut self) -> Result<Option<Item>, Reason> {
        let start = self.at;
        match self.state {
            State::Screen => {
                self.at = self.colours(start.saturating_add(10), start.saturating_add(13))?;
                self.state = State::Blocks;
                Ok(Some(Item::Screen(start..self.at)))
            }
            State::Blocks => self.block().map(Some),
            State::Rest => {
                self.at = self.source.len();
                self.state = State::Over;
                Ok((start < self.at).then_some(Item::Rest(start..self.at)))
            }
            State::Over => Ok(None),
        }
    }

    fn block(&mut self) -> Result<Item, Reason> {
        let start = self.at;
        match byte(self.source, start)? {
            EXTENSION => {
                let label = byte(self.source, start.saturating_add(1))?;
                let pieces = start.saturating_add(2);
                self.at = self.after_pieces(pieces)?;
                Ok(Item::Extension(label, start..self.at, pieces))
            }
            PICTURE => {
                let colours = self.colours(start.saturating_add(9), start.saturating_add(10))?;
                // A byte tells how wide the first codes are.
                self.at = self.after_pieces(colours.saturating_add(1))?;
                Ok(Item::Picture(start..self.at))
            }
            END => {
                self.at = start.saturating_add(1);
                self.state = State::Rest;
                Ok(Item::End(start..self.at))
            }
            _ => Err(Reason::Damaged),
        }
    }

    /// Where a table of colours ends, whose size a byte of flags tells.
    fn colours(&self, flags: u64, table: u64) -> Result<u64, Reason> {
        let flags = byte(self.source, flags)?;
        let size = match flags & 0x80 {
            0 => 0,
            _ => 6_u64 << (flags & 0x07),
        };
        let end = table.saturating_add(size);
        if end > self.source.len() { Err(Reason::Damaged) } else { Ok(end) }
    }

    fn after_pieces(&self, pieces: u64) -> Result<u64, Reason> {
        let mut at = pieces;
        loop {
            let length = u64::from(byte(self.source, at)?);
            at = at.saturating_add(1).saturating_add(length);
            if length == 0 {
                return Ok(at);
            }
        }
    }
}

/// Fails, and ends, where the picture ends before its end mark or a block is none.
impl Iterator for Items<'_> {
    type Item = Result<Item, Reason>;

    fn next(&mut self) -> Option<Self::Item> {
        or_over(self.part(), || self.state = State::Over)
    }
}

const EXTENSION: u8 = 0x21;
const PICTURE: u8 = 0x2C;
const END: u8 = 0x3B;

/// What the pieces from here on hold together, at most `most` bytes.
///
/// # Errors
/// Fails where they do not end, or hold more.
pub fn joined(source: &dyn Source, pieces: u64, most: u64) -> Result<Vec<Vec<u8>>, Reason> {
    let mut joined = Vec::new();
    let (mut at, mut length) = (pieces, 0_u64);
    loop {
        let size = u64::from(byte(source, at)?);
        let start = at.saturating_add(1);
        at = start.saturating_add(size);
        length = length.saturating_add(size);
        if size == 0 {
            return Ok(joined);
        }
        if length > most {
            return Err(Reason::Limit);
        }
        joined.push(source.bytes(start..at, size)?);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF\x21\xFE\x02hi\0\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

    #[test]
    fn each_byte_stands_in_one_part() {
        let items: Vec<_> = Items::new(&SMALL).collect::<Result<_, _>>().unwrap();
        let [
            Item::Screen(screen),
            Item::Extension(0xFE, comment, pieces),
            Item::Picture(_),
            Item::End(end),
        ] = items.as_slice()
        else {
            panic!("{items:?}");
        };
        assert_eq!((screen.clone(), comment.clone()), (0..19, 19..25));
        assert_eq!(joined(&SMALL, *pieces, 10).unwrap(), [b"hi".to_vec()]);
        assert_eq!(end.end, SMALL.len() as u64);
    }

    #[test]
    fn a_picture_that_is_cut_short_is_damaged() {
        for length in 6..SMALL.len() {
            assert!(Items::new(&&SMALL[..length]).any(|item| item.is_err()), "at {length}");
        }
    }
}
