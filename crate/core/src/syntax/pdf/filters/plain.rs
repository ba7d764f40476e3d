//! The filters without a model: hexadecimal, base 85 and run length.

use crate::syntax::pdf::parse::{hex_digit, is_space};

/// What one filter gave.
#[derive(Debug)]
pub struct Step {
    /// The output.
    pub bytes: Vec<u8>,
    /// How many bytes of the input it took.
    pub used: usize,
    /// Whether the input was well-formed to its end.
    pub whole: bool,
    /// Whether the output was cut off at its bound.
    pub full: bool,
}

impl Step {
    fn new(bytes: Vec<u8>, used: usize, whole: bool, most: usize) -> Self {
        let full = bytes.len() > most;
        Self { bytes, used, whole, full }
    }
}

/// Undoes `ASCIIHexDecode`.
pub fn hex(input: &[u8], most: usize) -> Step {
    let mut bytes = Vec::new();
    let mut high: Option<u8> = None;
    let mut whole = true;
    let mut used = input.len();
    for (index, byte) in input.iter().enumerate() {
        if *byte == b'>' {
            used = index.saturating_add(1);
            break;
        }
        match (hex_digit(*byte), high) {
            (Some(digit), None) => high = Some(digit),
            (Some(digit), Some(first)) => {
                bytes.push(first.wrapping_shl(4) | digit);
                high = None;
            }
            (None, _) => whole &= is_space(*byte),
        }
        if bytes.len() > most {
            break;
        }
    }
    bytes.extend(high.map(|high| high.wrapping_shl(4)));
    Step::new(bytes, used, whole, most)
}

/// Undoes `ASCII85Decode`.
pub fn base85(input: &[u8], most: usize) -> Step {
    let mut bytes = Vec::new();
    let mut group: Vec<u8> = Vec::with_capacity(5);
    let mut whole = true;
    let mut used = input.len();
    let body = if input.starts_with(b"<~") { 2 } else { 0 };
    for (index, byte) in input.iter().enumerate().skip(body) {
        match byte {
            b'~' => {
                let close = input.get(index.saturating_add(1)) == Some(&b'>');
                used = index.saturating_add(1).saturating_add(usize::from(close));
                break;
            }
            b'z' if group.is_empty() => bytes.extend([0; 4]),
            b'!'..=b'u' => {
                group.push(byte.wrapping_sub(b'!'));
                if group.len() == 5 {
                    bytes.extend(word(&group));
                    group.clear();
                }
            }
            other => whole &= is_space(*other),
        }
        if bytes.len() > most {
            break;
        }
    }
    if let Some(count) = group.len().checked_sub(1) {
        group.resize(5, 84);
        bytes.extend(word(&group).into_iter().take(count));
    }
    Step::new(bytes, used, whole, most)
}

fn word(group: &[u8]) -> [u8; 4] {
    let sum =
        group.iter().fold(0_u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(u32::from(*digit)));
    sum.to_be_bytes()
}

/// Undoes `RunLengthDecode`.
pub fn run_length(input: &[u8], most: usize) -> Step {
    let mut bytes = Vec::new();
    let mut at = 0_usize;
    let mut whole = false;
    while let Some(length) = input.get(at) {
        at = at.saturating_add(1);
        match usize::from(*length) {
            128 => {
                whole = true;
                break;
            }
            count @ 0..=127 => {
                let end = at.saturating_add(count).saturating_add(1).min(input.len());
                bytes.extend_from_slice(input.get(at..end).unwrap_or_default());
                at = end;
            }
            count => {
                let Some(byte) = input.get(at) else { break };
                bytes.extend(std::iter::repeat_n(*byte, 257_usize.saturating_sub(count)));
                at = at.saturating_add(1);
            }
        }
        if bytes.len() > most {
            break;
        }
    }
    Step::new(bytes, at, whole || at >= input.len(), most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_filter_gives_what_was_put_in() {
        assert_eq!(hex(b"4a 61 6E>x", 99).bytes, b"Jan");
        assert_eq!(hex(b"4a 61 6E>x", 99).used, 9);
        assert_eq!(base85(b"9jqo^BlbD-BleB1DJ+*+F(f,q~>", 99).bytes, b"Man is distinguished");
        assert_eq!(run_length(b"\x02Jan\xfea\x80junk", 99).bytes, b"Janaaa");
        assert!(run_length(&[0x81, 0, 0x81, 0], 100).full);
    }
}
