//! RIFF: chunks with their lengths before them, as WebP has them.

use std::ops::Range;

use super::fields::Order;
use crate::Reason;
use crate::source::Source;

/// A chunk.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Chunk {
    /// Its type.
    pub name: [u8; 4],
    /// All its bytes, the one that makes it even included.
    pub whole: Range<u64>,
    /// What it holds.
    pub data: Range<u64>,
}

/// Reads the chunks of a range, at most `most` of them.
///
/// # Errors
/// Fails where a chunk goes beyond the range, or there are more.
pub fn chunks(source: &dyn Source, range: Range<u64>, most: u64) -> Result<Vec<Chunk>, Reason> {
    let mut chunks = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if chunks.len() as u64 >= most {
            return Err(Reason::Limit);
        }
        let mut name = [0; 4];
        source.read_at(at, &mut name)?;
        let length = u64::from(Order::Little.u32(source, at.saturating_add(4))?);
        let start = at.saturating_add(8);
        let end = start.saturating_add(length);
        // The byte that makes the last chunk even is left out by some programs.
        let even = end.saturating_add(length & 1).min(range.end);
        if end > range.end {
            return Err(Reason::Damaged);
        }
        chunks.push(Chunk { name, whole: at..even, data: start..end });
        at = even;
    }
    Ok(chunks)
}

/// A chunk with this type that holds `data`; none where that is too long for one.
pub fn chunk(name: [u8; 4], data: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = name.to_vec();
    bytes.extend_from_slice(&u32::try_from(data.len()).ok()?.to_le_bytes());
    bytes.extend_from_slice(data);
    if !data.len().is_multiple_of(2) {
        bytes.push(0);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_read_with_their_padding() {
        let bytes = [chunk(*b"ABCD", b"odd").unwrap(), chunk(*b"EFGH", b"").unwrap()].concat();
        let found = chunks(&bytes, 0..20, 10).unwrap();
        assert_eq!((found[0].whole.clone(), found[0].data.clone()), (0..12, 8..11));
        assert_eq!(found[1].name, *b"EFGH");
        assert_eq!(chunks(&bytes, 0..20, 1), Err(Reason::Limit));
        assert_eq!(chunks(&bytes, 0..9, 10), Err(Reason::Damaged));
    }
}
