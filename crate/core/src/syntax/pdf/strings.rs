//! What the strings of PDF say: PDFDocEncoding, UTF-16 and UTF-8.

/// The characters of PDFDocEncoding that differ from Latin-1, from 0x18 and from 0x80 on
/// (ISO 32000-2, annex D.3).
const LOW: [char; 8] =
    ['\u{2d8}', '\u{2c7}', '\u{2c6}', '\u{2d9}', '\u{2dd}', '\u{2db}', '\u{2da}', '\u{2dc}'];
const HIGH: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
];

/// The text of a string: by its byte order mark, else UTF-8 where it is more than ASCII and
/// valid (against the rules, and common), else PDFDocEncoding.
pub fn decode(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) if !bytes.iter().any(|byte| (0x18..0x20).contains(byte)) => text.to_owned(),
            _ => bytes.iter().map(|byte| character(*byte)).collect(),
        },
    };
    without_language(text)
}

/// A string that writes `text`, as short as it can be.
pub fn encode(text: &str) -> Vec<u8> {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return text.as_bytes().to_vec();
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok().map(unit));
    char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
}

fn character(byte: u8) -> char {
    let low = byte.checked_sub(0x18).and_then(|index| LOW.get(usize::from(index)));
    let high = byte.checked_sub(0x80).and_then(|index| HIGH.get(usize::from(index)));
    low.or(high).copied().unwrap_or(char::from(byte))
}

/// A language code stands between two escapes (ISO 32000-2, 7.9.2.2) and is no text.
fn without_language(text: String) -> String {
    if !text.contains('\u{1b}') {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    for (index, piece) in text.split('\u{1b}').enumerate() {
        let code = index % 2 == 1
            && piece.len() <= 6
            && piece.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !code {
            plain.push_str(piece);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_gives_the_same_text() {
        assert_eq!(decode(b"\xfe\xff\0J\0a\0n"), "Jan");
        assert_eq!(decode(b"\xff\xfeJ\0a\0n\0"), "Jan");
        assert_eq!(decode(b"\xef\xbb\xbfJan"), "Jan");
        assert_eq!(decode(b"Ren\xe9 \x80"), "René •");
        assert_eq!(decode("René".as_bytes()), "René");
        assert_eq!(decode(b"\xfe\xff\0\x1b\0n\0l\0\x1b\0J\0a\0n"), "Jan");
        assert_eq!(decode(b"\xa0"), "€");
    }

    #[test]
    fn what_is_encoded_reads_the_same() {
        for text in ["Besluit", "Ministerie – één", "日本"] {
            assert_eq!(decode(&encode(text)), text);
        }
    }
}
