//! JBIG2 as it stands in other files: segments without a file header (ISO/IEC 14492, 7.2).

use std::ops::Range;

use super::fields::{Order, text, text16};

/// A segment that draws nothing, or what follows the last.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Remark {
    /// All of it.
    pub range: Range<usize>,
    /// What it says, as far as it is text.
    pub text: String,
}

/// A picture has no more segments than this.
const SEGMENTS: usize = 100_000;

/// What stands in a picture beside its pixels; nothing where its segments make no sense.
pub fn read(bytes: &[u8]) -> Option<Vec<Remark>> {
    let mut remarks = Vec::new();
    let mut at = 0_usize;
    for _ in 0..SEGMENTS {
        if at == bytes.len() {
            return Some(remarks);
        }
        let Some(segment) = segment(bytes, at) else {
            let rest = bytes.get(at..).unwrap_or_default();
            // White space before `endstream`.
            if rest.len() > 2 && !rest.iter().all(|byte| matches!(byte, 0 | 10 | 13 | 32)) {
                return None;
            }
            return Some(remarks);
        };
        let content = bytes.get(segment.data..segment.end).unwrap_or_default();
        if segment.sort == EXTENSION {
            remarks.push(Remark { range: at..segment.end, text: comments(content) });
        }
        at = segment.end;
    }
    None
}

const EXTENSION: u8 = 62;

struct Segment {
    sort: u8,
    data: usize,
    end: usize,
}

fn segment(bytes: &[u8], at: usize) -> Option<Segment> {
    let number = Order::Big.u32(&bytes, u64::try_from(at).ok()?).ok()?;
    let flags = *bytes.get(at.checked_add(4)?)?;
    let mut next = at.checked_add(5)?;
    let first = *bytes.get(next)?;
    let referred = match first >> 5 {
        7 => {
            let long = Order::Big.u32(&bytes, u64::try_from(next).ok()?).ok()? & 0x1fff_ffff;
            let long = usize::try_from(long).ok()?;
            let marks = long.checked_add(8)?.div_euclid(8);
            next = next.checked_add(4)?.checked_add(marks)?;
            long
        }
        short => {
            next = next.checked_add(1)?;
            usize::from(short)
        }
    };
    let width = match number {
        0..=256 => 1,
        257..=65_536 => 2,
        _ => 4,
    };
    next = next.checked_add(referred.checked_mul(width)?)?;
    next = next.checked_add(if flags & 0x40 == 0 { 1 } else { 4 })?;
    let length = Order::Big.u32(&bytes, u64::try_from(next).ok()?).ok()?;
    let data = next.checked_add(4)?;
    let sort = flags & 0x3f;
    if !matches!(sort, 0 | 4 | 6 | 7 | 16 | 20 | 22 | 23 | 36 | 38..=40 | 42 | 43 | 48..=54 | 62) {
        return None;
    }
    let end = match length {
        u32::MAX => unknown(bytes, data)?,
        length => data.checked_add(usize::try_from(length).ok()?)?,
    };
    // Cut short, what there is are pixels.
    Some(Segment { sort, data, end: end.min(bytes.len()) })
}

/// Where a region ends whose length is not told (7.2.7).
fn unknown(bytes: &[u8], data: usize) -> Option<usize> {
    let packed = bytes.get(data.checked_add(17)?)? & 1 == 1;
    let mark: [u8; 2] = if packed { [0, 0] } else { [0xff, 0xac] };
    let from = data.checked_add(18)?;
    let end = bytes.get(from..)?.windows(2).position(|pair| pair == mark)?;
    from.checked_add(end)?.checked_add(6)
}

/// Comments are pairs of texts, each with a zero behind it (7.4.16).
fn comments(content: &[u8]) -> String {
    let body = content.get(4..).unwrap_or_default();
    match content.get(..4) {
        Some([0x20, 0, 0, 2]) => text16(body, Order::Big),
        Some([0x20, 0, 0, 0]) => text(body),
        _ => super::fields::readable(content),
    }
}

/// The picture without these stretches.
pub fn without(bytes: &[u8], gone: &[Range<usize>]) -> Vec<u8> {
    let mut new = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for range in gone {
        new.extend_from_slice(bytes.get(at..range.start).unwrap_or_default());
        at = range.end;
    }
    new.extend_from_slice(bytes.get(at..).unwrap_or_default());
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(number: u8, sort: u8, content: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0, 0, 0, number, sort, 0, 1];
        bytes.extend_from_slice(&(content.len() as u32).to_be_bytes());
        bytes.extend_from_slice(content);
        bytes
    }

    #[test]
    fn a_comment_is_told_and_cut_and_the_rest_stays() {
        let (page, end) = (segment(0, 48, &[0; 19]), segment(2, 49, &[]));
        let remark = segment(1, 62, b"\x20\0\0\0scan\0Jan de Vries\0\0");
        let bytes = [page.clone(), remark, end.clone()].concat();
        let remarks = read(&bytes).unwrap();
        assert_eq!(remarks.len(), 1);
        assert_eq!(remarks[0].text, "scan · Jan de Vries");
        let left = without(&bytes, &[remarks[0].range.clone()]);
        assert_eq!(left, [page, end].concat());
        assert_eq!(read(b"no picture at all"), None);
        for length in 0..bytes.len() {
            read(&bytes[..length]);
        }
    }
}
