//! JPEG: the segments of a picture, its scans, and what follows its end.
//!
//! ITU-T T.81, annex B. A picture is read in steps, however large its scans are.

use std::ops::Range;

use super::fields::{Order, STEP, or_over};
use crate::Reason;
use crate::source::{Source, Unread};

/// The first bytes of each picture.
pub const START: &[u8] = &[0xFF, 0xD8, 0xFF];

/// A part of a picture. All of them together are all of its bytes, in order.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Item {
    /// A marker without a payload: the start, a restart outside a scan.
    Marker(u8, Range<u64>),
    /// A marker with a payload. The whole begins with the marker, and with the bytes FF that may
    /// stand before it.
    Segment {
        /// Which one.
        marker: u8,
        /// All its bytes.
        whole: Range<u64>,
        /// What it holds.
        payload: Range<u64>,
    },
    /// The coded picture, with the restart markers in it.
    Scan(Range<u64>),
    /// Bytes between segments that belong to none. A decoder passes over them.
    Stray(Range<u64>),
    /// The end of the picture.
    End(Range<u64>),
    /// All that follows the end.
    Rest(Range<u64>),
}

/// Takes a picture apart.
pub struct Items<'a> {
    source: &'a dyn Source,
    at: u64,
    state: State,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum State {
    Segments,
    Scan,
    Rest,
    Over,
}

/// Fails, and ends, where the picture ends before its end marker, or a segment goes beyond it.
/// What came before then still holds; what comes from [`Items::position`] on was not read.
impl Iterator for Items<'_> {
    type Item = Result<Item, Reason>;

    fn next(&mut self) -> Option<Self::Item> {
        or_over(self.part(), || self.state = State::Over)
    }
}

impl<'a> Items<'a> {
    /// Starts at the first byte.
    pub fn new(source: &'a dyn Source) -> Self {
        Self { source, at: 0, state: State::Segments }
    }

    fn part(&mut self) -> Result<Option<Item>, Reason> {
        let start = self.at;
        let item = match self.state {
            State::Segments => self.segment()?,
            State::Scan => {
                self.at = self.marker_from(start)?;
                self.state = State::Segments;
                // A scan may be empty, where a decoder makes up for what is lost.
                if self.at == start { self.segment()? } else { Item::Scan(start..self.at) }
            }
            State::Rest => {
                self.at = self.source.len();
                self.state = State::Over;
                if start == self.at {
                    return Ok(None);
                }
                Item::Rest(start..self.at)
            }
            State::Over => return Ok(None),
        };
        Ok(Some(item))
    }

    fn segment(&mut self) -> Result<Item, Reason> {
        let start = self.at;
        let marker_at = self.marker_from(start)?;
        if marker_at > start {
            self.at = marker_at;
            return Ok(Item::Stray(start..marker_at));
        }
        let mut code_at = start.saturating_add(1);
        let marker = loop {
            match super::fields::byte(self.source, code_at)? {
                0xFF => code_at = code_at.saturating_add(1),
                marker => break marker,
            }
        };
        let after = code_at.saturating_add(1);
        if stands_alone(marker) {
            self.at = after;
            if marker == END {
                self.state = State::Rest;
                return Ok(Item::End(start..after));
            }
            return Ok(Item::Marker(marker, start..after));
        }
        let length = u64::from(Order::Big.u16(self.source, after)?);
        let end = after.saturating_add(length);
        if length < 2 || end > self.source.len() {
            return Err(Reason::Damaged);
        }
        self.at = end;
        if marker == SCAN {
            self.state = State::Scan;
        }
        let payload = after.saturating_add(2)..end;
        Ok(Item::Segment { marker, whole: start..end, payload })
    }

    /// Where the next marker is that ends a scan, or stray bytes.
    fn marker_from(&self, start: u64) -> Result<u64, Reason> {
        let in_scan = self.state == State::Scan;
        // Where a run of bytes FF began: any number of them may stand before a marker.
        let mut run = None;
        let mut at = start;
        while at < self.source.len() {
            let end = at.saturating_add(STEP).min(self.source.len());
            let bytes = self.source.bytes(at..end, STEP)?;
            for (byte, position) in bytes.iter().zip(at..) {
                match (*byte, run) {
                    (0xFF, None) => run = Some(position),
                    (0xFF, Some(_)) | (_, None) => {}
                    (0x00, Some(_)) => run = None,
                    (0xD0..=0xD7, Some(_)) if in_scan => run = None,
                    (_, Some(first)) => return Ok(first),
                }
            }
            at = end;
        }
        Err(Reason::Damaged)
    }
}

/// The marker before a scan.
pub const SCAN: u8 = 0xDA;
/// The marker of a comment.
pub const COMMENT: u8 = 0xFE;
const END: u8 = 0xD9;

fn stands_alone(marker: u8) -> bool {
    matches!(marker, 0x01 | 0xD0..=0xD9)
}

/// Whether a segment that a decoder needs holds what its standard says, and no byte more: behind
/// a table there is room for a message. Others than these are not needed to decode.
pub fn is_exact(marker: u8, payload: &[u8]) -> Option<bool> {
    Some(match marker {
        // Frames: precision, lines, samples, the number of components, three bytes for each.
        0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xDE => {
            let parts = payload.get(5).map_or(0, |count| usize::from(*count));
            payload.len() == parts.saturating_mul(3).saturating_add(6)
        }
        0xC4 => huffman_is_exact(payload),
        // Conditioning of arithmetic coding: pairs.
        0xCC => !payload.is_empty() && payload.len().is_multiple_of(2),
        0xDA => {
            let parts = payload.first().map_or(0, |count| usize::from(*count));
            payload.len() == parts.saturating_mul(2).saturating_add(4)
        }
        0xDB => quantisation_is_exact(payload),
        // The number of lines, the restart interval.
        0xDC | 0xDD => payload.len() == 2,
        0xDF => payload.len() == 1,
        _ => return None,
    })
}

fn huffman_is_exact(payload: &[u8]) -> bool {
    let mut rest = payload;
    while !rest.is_empty() {
        let Some(counts) = rest.get(1..17) else { return false };
        let codes: usize = counts.iter().map(|count| usize::from(*count)).sum();
        match rest.get(codes.saturating_add(17)..) {
            Some(next) if codes <= 256 => rest = next,
            _ => return false,
        }
    }
    !payload.is_empty()
}

fn quantisation_is_exact(payload: &[u8]) -> bool {
    let mut rest = payload;
    while let Some(first) = rest.first() {
        let length = match first >> 4 {
            0 => 65,
            1 => 129,
            _ => return false,
        };
        match rest.get(length..) {
            Some(next) => rest = next,
            None => return false,
        }
    }
    !payload.is_empty()
}

/// The segments that hold `payload`, each with this marker and beginning with `signature`.
///
/// # Errors
/// Fails where the signature leaves no room.
pub fn segments(marker: u8, signature: &[u8], payload: &[u8]) -> Result<Vec<u8>, Unread> {
    let room =
        usize::from(u16::MAX).saturating_sub(2).checked_sub(signature.len()).ok_or(Unread)?;
    let mut bytes = Vec::new();
    for part in payload.chunks(room.max(1)) {
        let length = part.len().saturating_add(signature.len()).saturating_add(2);
        bytes.extend_from_slice(&[0xFF, marker]);
        bytes.extend_from_slice(&u16::try_from(length).map_err(|_| Unread)?.to_be_bytes());
        bytes.extend_from_slice(signature);
        bytes.extend_from_slice(part);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    const PICTURE: &[u8] = b"\xFF\xD8\xFF\xFE\0\x04hi\xFF\xDA\0\x02\x12\xFF\0\xFF\xD0\x34\xFF\xD9";

    #[test]
    fn each_byte_of_a_picture_stands_in_one_part() {
        let (found, failure) = items(PICTURE);
        assert_eq!(failure, None);
        assert_eq!(
            found,
            [
                Item::Marker(0xD8, 0..2),
                Item::Segment { marker: COMMENT, whole: 2..8, payload: 6..8 },
                Item::Segment { marker: SCAN, whole: 8..12, payload: 12..12 },
                Item::Scan(12..18),
                Item::End(18..20),
            ]
        );
    }

    #[test]
    fn what_follows_the_end_and_what_stands_between_is_told() {
        let mut bytes = PICTURE.to_vec();
        bytes.extend_from_slice(b"more");
        assert_eq!(items(&bytes).0.last(), Some(&Item::Rest(20..24)));
        bytes.splice(8..8, *b"stray");
        assert!(items(&bytes).0.contains(&Item::Stray(8..13)));
    }

    #[test]
    fn a_picture_that_is_cut_short_is_damaged() {
        for length in 0..PICTURE.len() {
            assert_eq!(items(&PICTURE[..length]).1, Some(Reason::Damaged), "at {length}");
        }
    }

    #[test]
    fn a_marker_is_found_over_the_border_of_a_step() {
        for length in [65_530, 65_535, 65_536, 65_537, 131_072] {
            let mut bytes = b"\xFF\xD8\xFF\xDA\0\x02".to_vec();
            bytes.resize(length, 0x11);
            bytes.extend_from_slice(b"\xFF\xFF\xD9");
            let (found, failure) = items(&bytes);
            assert_eq!(failure, None);
            assert_eq!(found.last(), Some(&Item::End(length as u64..length as u64 + 3)));
        }
    }

    #[test]
    fn a_message_behind_a_table_is_seen() {
        let mut table = vec![0; 17];
        table[1] = 1;
        table.push(7);
        assert_eq!(is_exact(0xC4, &table), Some(true));
        table.extend_from_slice(b"message");
        assert_eq!(is_exact(0xC4, &table), Some(false));
        assert_eq!(is_exact(0xDB, &[0; 65]), Some(true));
        assert_eq!(is_exact(0xDB, &[0; 66]), Some(false));
        assert_eq!(is_exact(0xE1, &[]), None);
    }

    #[test]
    fn a_long_payload_is_told_in_segments() {
        let bytes = segments(0xED, b"Photoshop 3.0\0", &[7; 70_000]).unwrap();
        let mut picture = b"\xFF\xD8".to_vec();
        picture.extend_from_slice(&bytes);
        picture.extend_from_slice(b"\xFF\xD9");
        assert_eq!(items(&picture).0.len(), 4);
    }
}
