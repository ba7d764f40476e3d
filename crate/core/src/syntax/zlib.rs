//! Reads what zlib packed, and tells whether bytes follow its end.

use std::io::{self, Read};

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

/// Unpacks what it reads.
pub struct Zlib<R> {
    reader: R,
    state: Box<InflateState>,
    input: Vec<u8>,
    /// How much of the input was taken.
    taken: usize,
    ended: bool,
}

const INPUT: usize = 32 << 10;

impl<R: Read> Zlib<R> {
    /// Starts at the first byte.
    pub fn new(reader: R) -> Self {
        let state = InflateState::new_boxed(DataFormat::Zlib);
        Self { reader, state, input: Vec::new(), taken: 0, ended: false }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.input.resize(INPUT, 0);
        let length = self.reader.read(&mut self.input)?;
        self.input.truncate(length);
        self.taken = 0;
        Ok(())
    }

    /// Whether it was read to its end and nothing follows.
    pub fn is_exact(&mut self) -> io::Result<bool> {
        if !self.ended || self.taken < self.input.len() {
            return Ok(false);
        }
        self.fill()?;
        Ok(self.input.is_empty())
    }
}

impl<R: Read> Read for Zlib<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !self.ended && !buffer.is_empty() {
            if self.taken >= self.input.len() {
                self.fill()?;
            }
            let input = self.input.get(self.taken..).unwrap_or_default();
            let no_more = input.is_empty();
            let result = inflate(&mut self.state, input, buffer, MZFlush::None);
            self.taken = self.taken.saturating_add(result.bytes_consumed);
            match result.status {
                Ok(MZStatus::StreamEnd) => self.ended = true,
                Ok(_) | Err(MZError::Buf) => {}
                Err(_) => return Err(io::Error::from(io::ErrorKind::InvalidData)),
            }
            if result.bytes_written > 0 {
                return Ok(result.bytes_written);
            }
            if no_more && !self.ended {
                return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
            }
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    fn read(packed: &[u8]) -> io::Result<(usize, bool)> {
        let mut zlib = Zlib::new(packed);
        let mut length = 0;
        let mut buffer = [0; 1000];
        loop {
            match zlib.read(&mut buffer)? {
                0 => return Ok((length, zlib.is_exact()?)),
                read => length += read,
            }
        }
    }

    #[test]
    fn what_was_packed_is_unpacked_and_more_behind_it_is_seen() {
        let packed = compress_to_vec_zlib(&vec![7; 100_000], 6);
        assert_eq!(read(&packed).unwrap(), (100_000, true));
        let more = [packed.as_slice(), b"more"].concat();
        assert_eq!(read(&more).unwrap(), (100_000, false));
        for length in 0..packed.len() {
            assert!(read(&packed[..length]).is_err(), "cut at {length}");
        }
    }
}
