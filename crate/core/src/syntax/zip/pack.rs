//! An entry that changed, packed anew. Compression goes to `miniz_oxide` directly, so that a
//! copy is the same on every machine.

use std::io::{self, Read};
use std::ops::Range;

use miniz_oxide::deflate::core::{CompressorOxide, create_comp_flags_from_zip_params};
use miniz_oxide::deflate::stream::deflate;
use miniz_oxide::{MZFlush, MZStatus};

use super::{Archive, Fate, Method, Packed, Unpacked};
use crate::Reason;
use crate::source::{Piece, Pieces, Reader, Source};
use crate::syntax::crc32::Crc32;

/// How hard to try: what most programs do.
const LEVEL: i32 = 6;
/// Deflate without a header around it, as `zlib` writes it.
const RAW: i32 = -15;
const CHUNK: usize = 32 << 10;

impl Archive<'_> {
    /// What becomes of an entry of which these pieces are left.
    ///
    /// # Errors
    /// Fails where the entry cannot be unpacked as far as a piece of it is kept.
    pub fn splice(&self, entry: usize, pieces: &Pieces) -> Result<Fate, Reason> {
        let listed = self.entries.get(entry).ok_or(Reason::Damaged)?;
        if pieces.iter().eq(&[Piece::Kept(0..listed.size)]) {
            return Ok(Fate::Kept);
        }
        let packed = match self.stored(entry) {
            Some(window) => {
                let mut kept = Pieces::default();
                kept.extend(pieces.clone(), listed.data.start);
                let crc = sum(&pieces.over(&window)).map_err(|_| Reason::Damaged)?;
                Packed { method: Method::Stored, crc, size: pieces.len(), pieces: kept }
            }
            None => self.deflated(entry, pieces)?,
        };
        Ok(Fate::Changed(packed))
    }

    pub(super) fn deflated(&self, entry: usize, pieces: &Pieces) -> Result<Packed, Reason> {
        let mut packer = Packer::default();
        let mut part: Option<(Unpacked<'_>, u64)> = None;
        for piece in pieces.iter() {
            match piece {
                Piece::New(bytes) => packer.take(bytes),
                Piece::Kept(range) => {
                    let (mut unpacked, position) = match part.take() {
                        Some((unpacked, position)) if position <= range.start => {
                            (unpacked, position)
                        }
                        _ => (self.unpack(entry)?, 0),
                    };
                    copy(&mut unpacked, position, range, &mut packer)
                        .map_err(|_| Reason::Damaged)?;
                    part = Some((unpacked, range.end));
                }
            }
        }
        Ok(packer.finish())
    }
}

/// Packs a range of a part, of which everything before `position` was read already.
fn copy(
    part: &mut impl Read,
    position: u64,
    range: &Range<u64>,
    packer: &mut Packer,
) -> io::Result<()> {
    let skip = range.start.saturating_sub(position);
    let skipped = io::copy(&mut part.by_ref().take(skip), &mut io::sink())?;
    let length = range.end.saturating_sub(range.start);
    let copied = io::copy(&mut part.by_ref().take(length), packer)?;
    match (skipped, copied) == (skip, length) {
        true => Ok(()),
        false => Err(io::Error::from(io::ErrorKind::UnexpectedEof)),
    }
}

fn sum(source: &dyn Source) -> io::Result<u32> {
    let mut sum = Crc32::default();
    let mut reader = Reader::new(source);
    let mut buffer = vec![0; CHUNK];
    loop {
        let length = reader.read(&mut buffer)?;
        if length == 0 {
            return Ok(sum.value());
        }
        sum.update(buffer.get(..length).unwrap_or_default());
    }
}

/// Packs bytes as they come.
struct Packer {
    compressor: CompressorOxide,
    sum: Crc32,
    size: u64,
    packed: Vec<u8>,
    buffer: Vec<u8>,
}

impl Default for Packer {
    fn default() -> Self {
        Self {
            compressor: CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL, RAW, 0)),
            sum: Crc32::default(),
            size: 0,
            packed: Vec::new(),
            buffer: vec![0; CHUNK],
        }
    }
}

impl Packer {
    fn take(&mut self, bytes: &[u8]) {
        self.sum.update(bytes);
        self.size = self.size.saturating_add(bytes.len() as u64);
        let mut rest = bytes;
        while !rest.is_empty() {
            let step = deflate(&mut self.compressor, rest, &mut self.buffer, MZFlush::None);
            self.packed.extend(self.buffer.iter().take(step.bytes_written));
            rest = rest.get(step.bytes_consumed..).unwrap_or_default();
            if step.status.is_err() {
                break;
            }
        }
    }

    fn finish(mut self) -> Packed {
        loop {
            let step = deflate(&mut self.compressor, &[], &mut self.buffer, MZFlush::Finish);
            self.packed.extend(self.buffer.iter().take(step.bytes_written));
            if step.status != Ok(MZStatus::Ok) {
                break;
            }
        }
        Packed {
            method: Method::Deflated,
            crc: self.sum.value(),
            size: self.size,
            pieces: Pieces::fresh(self.packed),
        }
    }
}

impl io::Write for Packer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.take(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
