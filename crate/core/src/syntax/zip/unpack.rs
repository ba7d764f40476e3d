//! The bytes of an entry, unpacked as they are asked for and counted as they come out.

use std::io::{self, BufRead, Read};
use std::ops::Range;

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_IGNORE_ADLER32,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use super::{Entry, Method};
use crate::Reason;
use crate::source::Source;
use crate::syntax::crc32::Crc32;

/// An entry being unpacked. Its end is reached without an error only if length and checksum are
/// those that the archive names, and no packed byte is left over.
pub struct Unpacked<'a> {
    source: &'a dyn Source,
    /// The packed bytes that were not asked for yet.
    packed: Range<u64>,
    /// Packed bytes, of which those from `used` on are still to be unpacked.
    input: Vec<u8>,
    used: usize,
    /// Unpacked bytes; deflate refers back to them. Those in `ready` were not taken yet.
    window: Vec<u8>,
    ready: Range<usize>,
    inflate: Option<Box<DecompressorOxide>>,
    done: bool,
    left: u64,
    sum: Crc32,
    crc: u32,
}

/// A power of two, and no less than the farthest that deflate refers back.
const WINDOW: usize = 64 << 10;
const INPUT: u64 = 64 << 10;

impl<'a> Unpacked<'a> {
    pub(super) fn new(source: &'a dyn Source, entry: &Entry) -> Result<Self, Reason> {
        if entry.encrypted {
            return Err(Reason::Encrypted);
        }
        let inflate = match entry.method {
            Method::Stored => None,
            Method::Deflated => Some(Box::default()),
            Method::Other(_) => return Err(Reason::Unknown),
        };
        Ok(Self {
            source,
            packed: entry.data.clone(),
            input: Vec::new(),
            used: 0,
            window: vec![0; WINDOW],
            ready: 0..0,
            inflate,
            done: false,
            left: entry.size,
            sum: Crc32::default(),
            crc: entry.crc,
        })
    }

    /// Fetches packed bytes, where none are left.
    fn fetch(&mut self) -> io::Result<()> {
        if self.used < self.input.len() {
            return Ok(());
        }
        let length = self.packed.end.saturating_sub(self.packed.start).min(INPUT);
        self.input.resize(usize::try_from(length).unwrap_or(0), 0);
        self.source.read_at(self.packed.start, &mut self.input)?;
        self.packed.start = self.packed.start.saturating_add(length);
        self.used = 0;
        Ok(())
    }

    /// Unpacks until there is something to take, or the end.
    fn advance(&mut self) -> io::Result<()> {
        while !self.done && self.ready.is_empty() {
            self.fetch()?;
            let start = if self.ready.end >= WINDOW { 0 } else { self.ready.end };
            let input = self.input.get(self.used..).unwrap_or_default();
            let more = self.packed.start < self.packed.end;
            let (status, taken, given) = match &mut self.inflate {
                Some(inflate) => {
                    let more = if more { TINFL_FLAG_HAS_MORE_INPUT } else { 0 };
                    let flags = more | TINFL_FLAG_IGNORE_ADLER32;
                    decompress(inflate, input, &mut self.window, start, flags)
                }
                None => stored(input, self.window.get_mut(start..).unwrap_or_default(), more),
            };
            self.used = self.used.saturating_add(taken);
            self.ready = start..start.saturating_add(given);
            let unpacked = self.window.get(self.ready.clone()).ok_or_else(damaged)?;
            self.sum.update(unpacked);
            self.left = self.left.checked_sub(given as u64).ok_or_else(damaged)?;
            match status {
                TINFLStatus::Done => self.done = true,
                TINFLStatus::NeedsMoreInput | TINFLStatus::HasMoreOutput => {}
                _ => return Err(damaged()),
            }
        }
        if self.done && self.ready.is_empty() {
            let nothing_over = self.used == self.input.len() && self.packed.is_empty();
            if self.left != 0 || self.sum.value() != self.crc || !nothing_over {
                return Err(damaged());
            }
        }
        Ok(())
    }
}

fn stored(input: &[u8], window: &mut [u8], more: bool) -> (TINFLStatus, usize, usize) {
    let length = input.len().min(window.len());
    if let (Some(to), Some(from)) = (window.get_mut(..length), input.get(..length)) {
        to.copy_from_slice(from);
    }
    let all = length == input.len() && !more;
    (if all { TINFLStatus::Done } else { TINFLStatus::HasMoreOutput }, length, length)
}

fn damaged() -> io::Error {
    io::Error::from(io::ErrorKind::InvalidData)
}

impl BufRead for Unpacked<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.advance()?;
        Ok(self.window.get(self.ready.clone()).unwrap_or_default())
    }

    fn consume(&mut self, length: usize) {
        self.ready.start = self.ready.start.saturating_add(length).min(self.ready.end);
    }
}

impl Read for Unpacked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}
