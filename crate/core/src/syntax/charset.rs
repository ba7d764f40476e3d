//! The charsets of text in documents: UTF-8, UTF-16 and Windows-1252.
//!
//! These are all that the formats here allow (XML in a package: UTF-8 or UTF-16, ECMA-376 part 2,
//! §8.2.5) and what office programs write as plain text in Western Europe. A text in another one
//! is not read, and said to be so.

use super::fields::Order;

/// What Windows-1252 puts at 0x80 to 0x9F; the rest of it is ISO 8859-1. Five bytes have no letter
/// and stay control characters (WHATWG Encoding Standard, index windows-1252).
const EXTRA: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// How bytes stand for characters.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Charset {
    /// One to four bytes a character.
    Utf8,
    /// Two or four bytes a character.
    Utf16(Order),
    /// One byte a character.
    Windows1252,
}

impl Charset {
    /// The one that a declaration names; none where it is not read here. What calls itself ASCII
    /// or ISO 8859-1 is Windows-1252, as everywhere on the web.
    pub fn named(label: &str) -> Option<Self> {
        match label.trim().to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Some(Self::Utf8),
            "utf-16" | "utf-16le" => Some(Self::Utf16(Order::Little)),
            "utf-16be" => Some(Self::Utf16(Order::Big)),
            "windows-1252" | "cp1252" | "iso-8859-1" | "iso8859-1" | "latin1" | "us-ascii"
            | "ascii" => Some(Self::Windows1252),
            _ => None,
        }
    }

    /// The characters of all bytes; none where they are not in this charset.
    pub fn decode(self, bytes: &[u8]) -> Option<String> {
        Decoder::new(self).decode(bytes, true)
    }
}

/// The characters of bytes in Windows-1252, which gives each byte one.
pub fn windows_1252(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| letter(*byte)).collect()
}

/// The characters of bytes in UTF-16; half a pair becomes the replacement character.
pub fn utf_16(bytes: &[u8], order: Order) -> String {
    let letters = char::decode_utf16(units(bytes, order));
    letters.map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn letter(byte: u8) -> char {
    let extra = byte.checked_sub(0x80).and_then(|at| EXTRA.get(usize::from(at)));
    extra.copied().unwrap_or(char::from(byte))
}

/// Reads a text piece by piece: a letter that a cut divides belongs to the piece after it.
pub struct Decoder {
    charset: Charset,
    before: Vec<u8>,
}

impl Decoder {
    /// At the start of a text, behind its mark.
    pub fn new(charset: Charset) -> Self {
        Self { charset, before: Vec::new() }
    }

    /// The characters of the next bytes; none where they are not in this charset. `last` tells
    /// that no more follow, so that half a letter is an error.
    pub fn decode(&mut self, bytes: &[u8], last: bool) -> Option<String> {
        let joined;
        let bytes = if self.before.is_empty() {
            bytes
        } else {
            joined = [self.before.as_slice(), bytes].concat();
            &joined
        };
        let (text, used) = match self.charset {
            Charset::Utf8 => utf_8(bytes)?,
            Charset::Utf16(order) => strict_utf_16(bytes, order)?,
            Charset::Windows1252 => (windows_1252(bytes), bytes.len()),
        };
        let rest = bytes.get(used..)?.to_vec();
        self.before = rest;
        (self.before.is_empty() || !last).then_some(text)
    }
}

/// The text, and how many bytes make it; the others begin a letter.
fn utf_8(bytes: &[u8]) -> Option<(String, usize)> {
    let used = match std::str::from_utf8(bytes) {
        Ok(text) => return Some((text.to_owned(), bytes.len())),
        Err(error) if error.error_len().is_some() => return None,
        Err(error) => error.valid_up_to(),
    };
    let text = std::str::from_utf8(bytes.get(..used)?).ok()?;
    Some((text.to_owned(), used))
}

/// The same for UTF-16.
fn strict_utf_16(bytes: &[u8], order: Order) -> Option<(String, usize)> {
    let mut used = bytes.len() & !1;
    let last = bytes.get(used.saturating_sub(2)..used)?;
    if matches!(units(last, order).next(), Some(0xD800..=0xDBFF)) {
        used = used.saturating_sub(2);
    }
    let text: Result<String, _> = char::decode_utf16(units(bytes.get(..used)?, order)).collect();
    Some((text.ok()?, used))
}

fn units(bytes: &[u8], order: Order) -> impl Iterator<Item = u16> {
    bytes.chunks_exact(2).filter_map(move |pair| {
        let pair = pair.try_into().ok()?;
        Some(match order {
            Order::Big => u16::from_be_bytes(pair),
            Order::Little => u16::from_le_bytes(pair),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a text in pieces of each length up to the longest letter and one more.
    fn pieces(charset: Charset, bytes: &[u8]) -> Vec<Option<String>> {
        let read = |step: usize| {
            let mut decoder = Decoder::new(charset);
            let mut parts = bytes.chunks(step).peekable();
            let mut all = String::new();
            while let Some(part) = parts.next() {
                all.push_str(&decoder.decode(part, parts.peek().is_none())?);
            }
            Some(all)
        };
        (1..=5).map(read).collect()
    }

    #[test]
    fn a_letter_that_a_cut_divides_stays_whole() {
        let text = "a€é😀z";
        let wide =
            |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
        for (charset, bytes) in [
            (Charset::Utf8, text.as_bytes().to_vec()),
            (Charset::Utf16(Order::Little), wide(u16::to_le_bytes)),
            (Charset::Utf16(Order::Big), wide(u16::to_be_bytes)),
        ] {
            for read in pieces(charset, &bytes) {
                assert_eq!(read.as_deref(), Some(text), "{charset:?}");
            }
            let half = &bytes[..bytes.len() - 2];
            assert_eq!(charset.decode(&half[..half.len() - 1]), None, "{charset:?}");
        }
    }

    #[test]
    fn what_is_not_in_the_charset_is_no_text() {
        assert_eq!(Charset::Utf8.decode(b"caf\xe9 au lait"), None);
        assert_eq!(Charset::Utf16(Order::Big).decode(&[0xDC, 0, 0, b'a']), None);
        assert_eq!(Charset::named("Shift_JIS"), None);
    }

    #[test]
    fn windows_1252_gives_each_byte_a_letter() {
        assert_eq!(windows_1252(b"\x80 \x8e \xe9 \xff"), "€ Ž é ÿ");
        assert_eq!(Charset::named(" ISO-8859-1 "), Some(Charset::Windows1252));
    }
}
