//! Whether the packed pixels are just as many as the picture has: behind them there is room for
//! what an earlier picture held, or for a message.

use std::io::{self, Read};
use std::ops::Range;

use super::clear;
use crate::finding::{Reason, Step};
use crate::source::{Source, Window};
use crate::syntax::fields::{Order, byte};
use crate::syntax::png::Chunk;
use crate::syntax::zlib::Zlib;
use crate::visit::Visit;

/// The frames of a picture; most have one.
#[derive(Default)]
pub(super) struct Pixels {
    shape: Option<Shape>,
    frames: Vec<Frame>,
}

/// What a picture is like.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    /// How many points a line has.
    pub(super) width: u64,
    /// How many lines it has.
    pub(super) height: u64,
    /// How many bits of each point tell how much it lets through.
    alpha: u64,
    /// How many bits a pixel takes.
    depth: u64,
    interlaced: bool,
}

struct Frame {
    shape: Shape,
    /// Where its packed pixels are.
    ranges: Vec<Range<u64>>,
}

impl Pixels {
    /// Takes what a chunk tells, and whether it holds packed pixels.
    pub(super) fn take(&mut self, chunk: &Chunk, source: &dyn Source) -> Result<bool, Reason> {
        match (&chunk.name, self.shape) {
            (b"IHDR", None) => {
                self.shape = Some(Shape::read(source, chunk.data.start)?);
                Ok(false)
            }
            // Nothing may stand before it.
            (_, None) => Err(Reason::Damaged),
            (b"fcTL", Some(shape)) => {
                let at = chunk.data.start.saturating_add(4);
                let width = u64::from(Order::Big.u32(source, at)?);
                let height = u64::from(Order::Big.u32(source, at.saturating_add(4))?);
                let shape = Shape { width, height, ..shape };
                self.frames.push(Frame { shape, ranges: Vec::new() });
                Ok(false)
            }
            (b"IDAT", Some(shape)) => {
                // The first frame may be the picture itself, or the picture stands alone.
                if self.frames.is_empty() {
                    self.frames.push(Frame { shape, ranges: Vec::new() });
                }
                self.add(chunk.data.clone());
                Ok(true)
            }
            (b"fdAT", Some(_)) => {
                // A number stands before the pixels.
                self.add(chunk.data.start.saturating_add(4).min(chunk.data.end)..chunk.data.end);
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn add(&mut self, range: Range<u64>) {
        if let Some(frame) = self.frames.last_mut() {
            frame.ranges.push(range);
        }
    }

    /// Says where pixels cannot be unpacked, or more is there than pixels; gives those that take
    /// their place, packed, if any do.
    pub(super) fn check(
        &self,
        source: &dyn Source,
        visit: &mut Visit<'_>,
    ) -> Result<Option<Vec<u8>>, Reason> {
        if self.frames.iter().all(|frame| frame.ranges.is_empty()) {
            return Err(Reason::Damaged);
        }
        for frame in self.frames.iter().filter(|frame| !frame.ranges.is_empty()) {
            match frame.judge(source, visit) {
                Ok(Some(lines)) if self.frames.len() == 1 => {
                    return Ok(clear::look(lines, frame.shape, visit));
                }
                Ok(_) => {}
                Err(reason) => {
                    visit.enter(Step::Part("IDAT".into()));
                    visit.gap(reason);
                    visit.leave();
                }
            }
        }
        Ok(None)
    }
}

impl Frame {
    /// Unpacks the lines, and gives them where something may be hidden in them.
    fn judge(&self, source: &dyn Source, visit: &Visit<'_>) -> Result<Option<Vec<u8>>, Reason> {
        let expected = self.shape.bytes().ok_or(Reason::Damaged)?;
        // Pixels are not read; they may not use up what is left for what is.
        if expected > visit.left().div_euclid(SHARE) {
            return Err(Reason::Limit);
        }
        let mut zlib = Zlib::new(Joined::new(source, &self.ranges));
        let mut unpacked = visit.unpack(&mut zlib);
        let mut buffer = vec![0; 64 << 10];
        let mut length = 0_u64;
        let held = self.shape.clear().is_some() && expected <= visit.held().div_euclid(SHARE);
        let mut lines = held.then(Vec::new);
        loop {
            let read = unpacked.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            length = length.saturating_add(read as u64);
            if let Some(lines) = &mut lines {
                lines.extend_from_slice(buffer.get(..read).unwrap_or_default());
            }
            if length > expected {
                return Err(Reason::Unknown);
            }
        }
        drop(unpacked);
        match (length == expected, zlib.is_exact()?) {
            (true, true) => Ok(lines),
            (true, false) => Err(Reason::Unknown),
            (false, _) => Err(Reason::Damaged),
        }
    }
}

/// Which share of what may still be unpacked one picture may take.
const SHARE: u64 = 2;

impl Shape {
    fn read(source: &dyn Source, at: u64) -> Result<Self, Reason> {
        let width = u64::from(Order::Big.u32(source, at)?);
        let height = u64::from(Order::Big.u32(source, at.saturating_add(4))?);
        let bits = u64::from(byte(source, at.saturating_add(8))?);
        let sort = byte(source, at.saturating_add(9))?;
        let channels = match sort {
            0 | 3 => 1,
            2 => 3,
            4 => 2,
            6 => 4,
            _ => return Err(Reason::Damaged),
        };
        let interlaced = byte(source, at.saturating_add(12))? == 1;
        let alpha = if matches!(sort, 4 | 6) { bits } else { 0 };
        Ok(Self { width, height, alpha, depth: bits.saturating_mul(channels), interlaced })
    }

    /// How many bytes a point and a sample of it take, where points may let everything through and
    /// have a colour, and come line by line.
    pub(super) fn clear(self) -> Option<(usize, usize)> {
        let bytes = |bits: u64| usize::try_from(bits.div_euclid(8)).ok();
        let clear = self.alpha >= 8 && !self.interlaced;
        clear.then(|| bytes(self.depth).zip(bytes(self.alpha))).flatten()
    }

    /// How many bytes its pixels are: a byte before each line tells how it is coded.
    fn bytes(self) -> Option<u64> {
        if !self.interlaced {
            return lines(self.width, self.height, self.depth);
        }
        let mut bytes = 0_u64;
        for (left, top, across, down) in PASSES {
            let width = self.width.saturating_sub(left).div_ceil(across);
            let height = self.height.saturating_sub(top).div_ceil(down);
            bytes = bytes.checked_add(lines(width, height, self.depth)?)?;
        }
        Some(bytes)
    }
}

/// In which passes an interlaced picture comes: from which pixel and line on, and each how many.
const PASSES: [(u64, u64, u64, u64); 7] = [
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
];

fn lines(width: u64, height: u64, depth: u64) -> Option<u64> {
    if width == 0 {
        return Some(0);
    }
    width.checked_mul(depth)?.div_ceil(8).checked_add(1)?.checked_mul(height)
}

/// Ranges of a source, one after the other.
struct Joined<'a> {
    source: &'a dyn Source,
    ranges: &'a [Range<u64>],
    reader: Option<(Window<'a>, u64)>,
}

impl<'a> Joined<'a> {
    fn new(source: &'a dyn Source, ranges: &'a [Range<u64>]) -> Self {
        Self { source, ranges, reader: None }
    }
}

impl Read for Joined<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some((window, at)) = &mut self.reader {
                let left = window.len().saturating_sub(*at).min(buffer.len() as u64);
                if left > 0 {
                    let length = usize::try_from(left).unwrap_or(0);
                    if let Some(buffer) = buffer.get_mut(..length) {
                        window.read_at(*at, buffer)?;
                    }
                    *at = at.saturating_add(left);
                    return Ok(length);
                }
            }
            let Some((first, rest)) = self.ranges.split_first() else { return Ok(0) };
            self.ranges = rest;
            self.reader = Some((Window::new(self.source, first.clone()), 0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_counted_line_by_line_and_pass_by_pass() {
        let shape = Shape { width: 10, height: 3, depth: 1, alpha: 0, interlaced: false };
        assert_eq!(shape.bytes(), Some(9));
        // A picture of one pixel has it in the first pass alone.
        let shape = Shape { width: 1, height: 1, depth: 24, alpha: 0, interlaced: true };
        assert_eq!(shape.bytes(), Some(4));
        let shape = Shape { width: u64::MAX, height: 2, depth: 64, alpha: 0, interlaced: false };
        assert_eq!(shape.bytes(), None);
    }
}
