//! IPTC-IIM: the fields in which press agencies tell about a picture.

use std::ops::Range;

use super::charset::windows_1252;
use super::fields::text;

/// A field.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Dataset {
    /// In which record: 1 about the sending, 2 about the picture.
    pub record: u8,
    /// Which field.
    pub number: u8,
    /// All its bytes.
    pub whole: Range<usize>,
    /// Its value.
    pub value: Range<usize>,
}

/// All fields of a block.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Block {
    /// In order.
    pub datasets: Vec<Dataset>,
    /// Whether it says that its texts are in UTF-8.
    pub utf_8: bool,
    /// Where reading stopped because what follows is no field; zeros at the end are no matter.
    pub damaged_at: Option<usize>,
}

const MARK: u8 = 0x1C;

/// Reads a block.
pub fn read(bytes: &[u8]) -> Block {
    let mut block = Block::default();
    let mut at = 0;
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(dataset) = dataset(rest, at) else {
            if rest.iter().any(|byte| *byte != 0) {
                block.damaged_at = Some(at);
            }
            break;
        };
        at = dataset.whole.end;
        let value = bytes.get(dataset.value.clone()).unwrap_or_default();
        block.utf_8 |= (dataset.record, dataset.number, value) == (1, 90, b"\x1B%G");
        block.datasets.push(dataset);
    }
    block
}

fn dataset(rest: &[u8], at: usize) -> Option<Dataset> {
    let [MARK, record, number, high, low, after @ ..] = rest else { return None };
    let length = usize::from(u16::from_be_bytes([*high, *low]));
    // A length with the high bit tells how many bytes the true length takes.
    let (header, length) = match length.checked_sub(0x8000) {
        None => (5_usize, length),
        Some(width @ 1..=4) => {
            let bytes = after.get(..width)?;
            let length = bytes.iter().fold(0_usize, |sum, byte| (sum << 8) | usize::from(*byte));
            (5_usize.checked_add(width)?, length)
        }
        Some(_) => return None,
    };
    let end = header.checked_add(length)?;
    rest.get(header..end)?;
    let value = at.checked_add(header)?..at.checked_add(end)?;
    Some(Dataset { record: *record, number: *number, whole: at..value.end, value })
}

impl Block {
    /// The text of a field.
    pub fn text(&self, bytes: &[u8]) -> String {
        match std::str::from_utf8(bytes) {
            Err(_) if !self.utf_8 => text(windows_1252(bytes).as_bytes()),
            _ => text(bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_with_short_and_long_lengths() {
        let mut bytes = b"\x1C\x02\x50\0\x03Jan".to_vec();
        bytes.extend_from_slice(b"\x1C\x02\x78\x80\x04\0\0\0\x02hi\0\0");
        let block = read(&bytes);
        assert_eq!(block.damaged_at, None);
        let values: Vec<_> = block.datasets.iter().map(|set| &bytes[set.value.clone()]).collect();
        assert_eq!(values, [b"Jan".as_slice(), b"hi"]);
    }

    #[test]
    fn what_is_no_field_is_told() {
        assert_eq!(read(b"\x1C\x02\x50\0\x03Ja").damaged_at, Some(0));
        assert_eq!(read(b"\x1C\x02\x50\0\x01Jmessage").damaged_at, Some(6));
    }
}
