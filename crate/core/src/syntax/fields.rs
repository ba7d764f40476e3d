//! Numbers and texts as binary formats write them.

use super::charset::{utf_16, windows_1252};
use crate::Reason;
use crate::source::{Source, Unread};

/// What an iterator over the parts of a file gives next: `over` ends it behind the first that fails.
pub fn or_over<T>(
    part: Result<Option<T>, Reason>,
    over: impl FnOnce(),
) -> Option<Result<T, Reason>> {
    if part.is_err() {
        over();
    }
    part.transpose()
}

/// Which byte of a number comes first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
    /// The largest.
    Big,
    /// The smallest.
    Little,
}

impl Order {
    /// The number at a place in a source.
    ///
    /// # Errors
    /// Fails where the source is too short.
    pub fn u16(self, source: &dyn Source, at: u64) -> Result<u16, Unread> {
        let mut bytes = [0; 2];
        source.read_at(at, &mut bytes)?;
        Ok(match self {
            Order::Big => u16::from_be_bytes(bytes),
            Order::Little => u16::from_le_bytes(bytes),
        })
    }

    /// The number at a place in a source.
    ///
    /// # Errors
    /// Fails where the source is too short.
    pub fn u32(self, source: &dyn Source, at: u64) -> Result<u32, Unread> {
        let mut bytes = [0; 4];
        source.read_at(at, &mut bytes)?;
        Ok(match self {
            Order::Big => u32::from_be_bytes(bytes),
            Order::Little => u32::from_le_bytes(bytes),
        })
    }

    /// The bytes of a number.
    pub fn of_u16(self, number: u16) -> [u8; 2] {
        match self {
            Order::Big => number.to_be_bytes(),
            Order::Little => number.to_le_bytes(),
        }
    }

    /// The bytes of a number.
    pub fn of_u32(self, number: u32) -> [u8; 4] {
        match self {
            Order::Big => number.to_be_bytes(),
            Order::Little => number.to_le_bytes(),
        }
    }
}

/// The byte at a place in a source.
///
/// # Errors
/// Fails where the source is too short.
pub fn byte(source: &dyn Source, at: u64) -> Result<u8, Unread> {
    let mut bytes = [0];
    source.read_at(at, &mut bytes)?;
    let [byte] = bytes;
    Ok(byte)
}

/// The text of bytes that name no encoding: UTF-8 where they are that, else Windows-1252, which
/// gives each byte a character. What follows the last character, zeros and spaces, is left out.
pub fn text(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => windows_1252(bytes),
    };
    tidy(&text)
}

/// The text of UTF-16, without what follows the last character.
pub fn text16(bytes: &[u8], order: Order) -> String {
    tidy(&utf_16(bytes, order))
}

/// A zero parts two texts, as in a copyright notice of photographer and editor.
fn tidy(text: &str) -> String {
    let parts = text.split('\0').map(str::trim).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// The runs of readable characters in bytes whose meaning is not known, in one byte or in two a
/// character. This shows a person what stands there; that it shows nothing proves nothing.
pub fn readable(bytes: &[u8]) -> String {
    let mut found = runs(bytes.iter().map(|byte| char::from(*byte)));
    for start in [0, 1] {
        let pairs = bytes.get(start..).unwrap_or_default().chunks_exact(2);
        found.extend(runs(pairs.map(|pair| match pair {
            [low, 0] => char::from(*low),
            _ => '\0',
        })));
    }
    found.join(" · ")
}

/// How long a run has to be: shorter ones stand in any bytes by chance.
const RUN: usize = 5;

fn runs(characters: impl Iterator<Item = char>) -> Vec<String> {
    let mut found = Vec::new();
    let mut run = String::new();
    for character in characters.chain(std::iter::once('\0')) {
        if character == ' ' || character.is_ascii_graphic() {
            run.push(character);
            continue;
        }
        if run.trim().len() >= RUN {
            found.push(run.trim().to_owned());
        }
        run.clear();
    }
    found
}

/// Whether these bytes are all zero, however many there are.
///
/// # Errors
/// Fails where they cannot be read.
pub fn all_zero(source: &dyn Source, range: std::ops::Range<u64>) -> Result<bool, Unread> {
    let mut at = range.start;
    while at < range.end {
        let end = at.saturating_add(STEP).min(range.end);
        if source.bytes(at..end, STEP)?.iter().any(|byte| *byte != 0) {
            return Ok(false);
        }
        at = end;
    }
    Ok(true)
}

/// How many bytes are read at a time.
pub const STEP: u64 = 64 << 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_utf_8_or_else_one_byte_a_character() {
        assert_eq!(text("Renée\0\0 ".as_bytes()), "Renée");
        assert_eq!(text(b"Ren\xE9e"), "Renée");
        assert_eq!(text(b"maker\0editor\0"), "maker · editor");
        assert_eq!(text16(b"J\0a\0n\0\0\0", Order::Little), "Jan");
    }

    #[test]
    fn readable_runs_are_found_in_one_byte_and_in_two() {
        assert_eq!(readable(b"\x01\x02Jansen\x00\xff"), "Jansen");
        assert_eq!(readable(b"\x01J\0a\0n\0s\0e\0n\0\xff\xff"), "Jansen");
        assert_eq!(readable(b"\x01abc\x00"), "");
    }
}
