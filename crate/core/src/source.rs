//! Where bytes come from, and what cleaning makes of them: a source, and pieces of it.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use crate::Reason;

/// Bytes that are read on demand: a file, a part in memory, or pieces of another source.
pub trait Source {
    /// How many bytes there are. It does not change while a document is read.
    fn len(&self) -> u64;

    /// Fills `buffer` with the bytes from `offset` on.
    ///
    /// # Errors
    /// Fails where fewer bytes are there, or where the host cannot read them (any more).
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<(), Unread>;

    /// Whether there are no bytes at all.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes of a range, at most `most` of them.
    ///
    /// # Errors
    /// Fails like [`Source::read_at`], and where the range is larger than `most`.
    fn bytes(&self, range: Range<u64>, most: u64) -> Result<Vec<u8>, Unread> {
        let length = range.end.checked_sub(range.start).ok_or(Unread)?;
        if length > most || range.end > self.len() {
            return Err(Unread);
        }
        let mut bytes = vec![0; usize::try_from(length).map_err(|_| Unread)?];
        self.read_at(range.start, &mut bytes)?;
        Ok(bytes)
    }

    /// The first bytes, at most `most`; fewer where there are no more.
    fn head(&self, most: u64) -> Vec<u8> {
        self.bytes(0..self.len().min(most), most).unwrap_or_default()
    }
}

/// Bytes that could not be read: they are not there, or the file changed or went away.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Unread;

impl From<Unread> for Reason {
    fn from(Unread: Unread) -> Self {
        Reason::Damaged
    }
}

impl From<Unread> for io::Error {
    fn from(Unread: Unread) -> Self {
        io::Error::from(io::ErrorKind::UnexpectedEof)
    }
}

impl Source for [u8] {
    fn len(&self) -> u64 {
        <[u8]>::len(self) as u64
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<(), Unread> {
        let start = usize::try_from(offset).map_err(|_| Unread)?;
        let end = start.checked_add(buffer.len()).ok_or(Unread)?;
        buffer.copy_from_slice(self.get(start..end).ok_or(Unread)?);
        Ok(())
    }
}

impl Source for &[u8] {
    fn len(&self) -> u64 {
        Source::len(*self)
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<(), Unread> {
        (**self).read_at(offset, buffer)
    }
}

impl Source for Vec<u8> {
    fn len(&self) -> u64 {
        Source::len(self.as_slice())
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<(), Unread> {
        self.as_slice().read_at(offset, buffer)
    }
}

/// A range of another source: a stored entry of a ZIP, say.
pub struct Window<'a> {
    source: &'a dyn Source,
    range: Range<u64>,
}

impl<'a> Window<'a> {
    /// The bytes of `range`; what lies beyond the end of the source is left out.
    pub fn new(source: &'a dyn Source, range: Range<u64>) -> Self {
        let end = range.end.min(source.len());
        Self { source, range: range.start.min(end)..end }
    }
}

impl Source for Window<'_> {
    fn len(&self) -> u64 {
        self.range.end.saturating_sub(self.range.start)
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<(), Unread> {
        let end = offset.checked_add(buffer.len() as u64).ok_or(Unread)?;
        if end > self.len() {
            return Err(Unread);
        }
        self.source.read_at(self.range.start.saturating_add(offset), buffer)
    }
}

/// Reads a source from a position on, as [`io::Read`] and [`io::Seek`] want it. It reads ahead
/// by 64 KiB, so that small reads stay cheap when the host has to be asked for each.
pub struct Reader<'a> {
    source: &'a dyn Source,
    position: u64,
    window: Vec<u8>,
    window_start: u64,
}

const AHEAD: u64 = 64 << 10;

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    pub fn new(source: &'a dyn Source) -> Self {
        Self { source, position: 0, window: Vec::new(), window_start: 0 }
    }

    /// What it reads.
    pub fn source(&self) -> &'a dyn Source {
        self.source
    }

    fn ahead(&self) -> Option<&[u8]> {
        let skip = self.position.checked_sub(self.window_start)?;
        let ahead = self.window.get(usize::try_from(skip).ok()?..)?;
        (!ahead.is_empty()).then_some(ahead)
    }
}

impl io::Read for Reader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.source.len().saturating_sub(self.position);
        if left == 0 || buffer.is_empty() {
            return Ok(0);
        }
        if self.ahead().is_none() {
            let length = usize::try_from(left.min(AHEAD)).unwrap_or(0);
            self.window.resize(length, 0);
            self.window_start = self.position;
            if let Err(unread) = self.source.read_at(self.position, &mut self.window) {
                self.window.clear();
                return Err(unread.into());
            }
        }
        let ahead = self.ahead().unwrap_or_default();
        let length = ahead.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..length), ahead.get(..length)) {
            to.copy_from_slice(from);
        }
        self.position = self.position.saturating_add(length as u64);
        Ok(length)
    }
}

impl io::Seek for Reader<'_> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        let position = match to {
            io::SeekFrom::Start(offset) => Some(offset),
            io::SeekFrom::End(offset) => self.source.len().checked_add_signed(offset),
            io::SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        self.position = position.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.position)
    }
}

/// A piece of a copy.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Piece {
    /// A range of the source that stays as it is.
    Kept(Range<u64>),
    /// New bytes.
    New(Arc<[u8]>),
}

impl Piece {
    /// How many bytes it has.
    pub fn len(&self) -> u64 {
        match self {
            Piece::Kept(range) => range.end.saturating_sub(range.start),
            Piece::New(bytes) => bytes.len() as u64,
        }
    }

    /// Whether it has no bytes.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// All that cleaning writes: ranges that are kept and new bytes, in order. Neighbouring ranges
/// are one, so a walk that changes nothing gives one range from 0 to the length of the source.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Pieces {
    pieces: Vec<Piece>,
}

impl Pieces {
    /// All of a source, unchanged.
    pub fn all(source: &dyn Source) -> Self {
        let mut pieces = Self::default();
        pieces.keep(0..source.len());
        pieces
    }

    /// Only new bytes.
    pub fn fresh(bytes: Vec<u8>) -> Self {
        let mut pieces = Self::default();
        pieces.write(bytes);
        pieces
    }

    /// Adds a range of the source.
    pub fn keep(&mut self, range: Range<u64>) {
        if range.start >= range.end {
            return;
        }
        match self.pieces.last_mut() {
            Some(Piece::Kept(last)) if last.end == range.start => last.end = range.end,
            _ => self.pieces.push(Piece::Kept(range)),
        }
    }

    /// Adds new bytes.
    pub fn write(&mut self, bytes: impl Into<Arc<[u8]>>) {
        let bytes = bytes.into();
        if !bytes.is_empty() {
            self.pieces.push(Piece::New(bytes));
        }
    }

    /// Adds all pieces of a part that stands in the source from `offset` on.
    pub fn extend(&mut self, part: Pieces, offset: u64) {
        for piece in part.pieces {
            match piece {
                Piece::Kept(range) => {
                    self.keep(range.start.saturating_add(offset)..range.end.saturating_add(offset));
                }
                Piece::New(bytes) => self.write(bytes),
            }
        }
    }

    /// These pieces of a copy, as pieces of what the copy was made from.
    pub fn through(self, copy: &Pieces) -> Pieces {
        let mut through = Pieces::default();
        for piece in self.pieces {
            let range = match piece {
                Piece::New(bytes) => {
                    through.write(bytes);
                    continue;
                }
                Piece::Kept(range) => range,
            };
            let mut start = 0_u64;
            for piece in &copy.pieces {
                let end = start.saturating_add(piece.len());
                let from = range.start.clamp(start, end).saturating_sub(start);
                let to = range.end.clamp(start, end).saturating_sub(start);
                match piece {
                    _ if from >= to => {}
                    Piece::Kept(kept) => {
                        through.keep(kept.start.saturating_add(from)..kept.start.saturating_add(to))
                    }
                    Piece::New(bytes) => {
                        let range = usize::try_from(from).ok().zip(usize::try_from(to).ok());
                        let part = range.and_then(|(from, to)| bytes.get(from..to));
                        through.write(part.unwrap_or_default().to_vec());
                    }
                }
                start = end;
            }
        }
        through
    }

    /// Whether they are the whole of `source`, unchanged.
    pub fn is_all_of(&self, source: &dyn Source) -> bool {
        match self.pieces.as_slice() {
            [] => source.is_empty(),
            [Piece::Kept(range)] => *range == (0..source.len()),
            _ => false,
        }
    }

    /// How many bytes they are together.
    pub fn len(&self) -> u64 {
        self.pieces.iter().fold(0, |sum, piece| sum.saturating_add(piece.len()))
    }

    /// Whether they have no bytes.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Each of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter()
    }

    /// The copy that they make of `source`, as a source that can be walked again.
    pub fn over<'a>(&'a self, source: &'a dyn Source) -> Spliced<'a> {
        let mut starts = Vec::with_capacity(self.pieces.len());
        let mut length = 0_u64;
        for piece in &self.pieces {
            starts.push(length);
            length = length.saturating_add(piece.len());
        }
        Spliced { source, pieces: &self.pieces, starts, length }
    }
}

/// Pieces laid over the source that they were made from.
pub struct Spliced<'a> {
    source: &'a dyn Source,
    pieces: &'a [Piece],
    starts: Vec<u64>,
    length: u64,
}

impl Source for Spliced<'_> {
    fn len(&self) -> u64 {
        self.length
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<(), Unread> {
        let end = offset.checked_add(buffer.len() as u64).ok_or(Unread)?;
        if end > self.length {
            return Err(Unread);
        }
        let mut index = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let mut offset = offset;
        let mut rest = buffer;
        while !rest.is_empty() {
            let (piece, start) =
                self.pieces.get(index).zip(self.starts.get(index)).ok_or(Unread)?;
            let skip = offset.checked_sub(*start).ok_or(Unread)?;
            let length = piece.len().saturating_sub(skip).min(rest.len() as u64);
            let (now, later) = rest
                .split_at_mut_checked(usize::try_from(length).map_err(|_| Unread)?)
                .ok_or(Unread)?;
            match piece {
                Piece::Kept(range) => {
                    self.source.read_at(range.start.checked_add(skip).ok_or(Unread)?, now)?;
                }
                Piece::New(bytes) => bytes.as_ref().read_at(skip, now)?,
            }
            offset = offset.saturating_add(length);
            rest = later;
            index = index.saturating_add(1);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_over_a_source_read_across_their_borders() {
        let source = b"0123456789".to_vec();
        let mut pieces = Pieces::default();
        pieces.keep(0..2);
        pieces.keep(2..4);
        pieces.write(b"ab".to_vec());
        pieces.keep(8..10);
        let copy = pieces.over(&source);
        assert_eq!(copy.bytes(0..8, 8), Ok(b"0123ab89".to_vec()));
        assert_eq!(copy.bytes(3..6, 8), Ok(b"3ab".to_vec()));
        assert_eq!(copy.bytes(3..9, 8), Err(Unread));
    }

    #[test]
    fn neighbouring_ranges_are_one() {
        let source = vec![0; 10];
        let mut pieces = Pieces::default();
        pieces.keep(0..3);
        pieces.keep(3..10);
        assert!(pieces.is_all_of(&source));
    }
}
