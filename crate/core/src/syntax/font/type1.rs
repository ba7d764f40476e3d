//! Type 1 fonts: PostScript, of which the part with the outlines is encrypted with a key that
//! everybody knows (Adobe Type 1 Font Format).

use std::ops::Range;

use super::{Font, Sort, is_blank};
use crate::syntax::fields::text;

/// Where the encrypted part starts, and what ends the font.
const CLOSED: &[u8] = b"eexec";
const END: &[u8] = b"cleartomark";

/// Strings whose names tell the makers and the terms; the others name the font.
const CREDITS: [&str; 4] = ["Notice", "Copyright", "version", "Version"];
const NAMES: [&str; 6] =
    ["FullName", "FamilyName", "Weight", "BaseFontName", "Registry", "Ordering"];

/// Comments about the font itself.
const ABOUT: [&str; 5] = ["Title", "CreationDate", "VMusage", "EndComments", "Version"];

/// Reads a font.
pub fn read(bytes: &[u8], font: &mut Font) {
    let closed = find(bytes, CLOSED, 0);
    open(bytes, 0..closed.unwrap_or(bytes.len()), font);
    let Some(closed) = closed else {
        font.damaged = true;
        return;
    };
    let start = closed.saturating_add(CLOSED.len());
    let (glyphs, whole) = decrypted(bytes, start);
    font.damaged |= !whole;
    let names = names(&glyphs);
    if !names.is_empty() {
        font.say(Sort::Name, "Private", names, start..start, false);
    }
    // Without its end a font is whole as well: readers write the zeros themselves.
    let Some(end) = find(bytes, END, start) else { return };
    let end = end.saturating_add(END.len());
    let behind = bytes.get(end..).unwrap_or_default();
    // A file in segments ends with a mark of two bytes.
    let blank = is_blank(behind) || behind.starts_with(&[0x80, 3]) && behind.len() <= 2;
    if !blank && behind != b"{restore}if" {
        let said = text(behind);
        let structure = ["{restore}if", "{restore} if", "restore"];
        if !structure.contains(&said.trim().trim_end_matches(['\u{80}', '€', '\u{3}']).trim()) {
            font.say(Sort::Other, "", said, end..bytes.len(), false);
        }
    }
}

/// Comments and strings of the part that can be read.
fn open(bytes: &[u8], range: Range<usize>, font: &mut Font) {
    let mut at = range.start;
    let mut name = String::new();
    while let Some(byte) = bytes.get(at).filter(|_| at < range.end) {
        let rest = bytes.get(at..range.end).unwrap_or_default();
        match byte {
            b'%' => {
                let length = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
                let end = at.saturating_add(length.unwrap_or(rest.len()));
                comment(bytes, at..end, font);
                at = end;
            }
            b'(' => {
                let end = at.saturating_add(string(rest));
                let inside = at.saturating_add(1)..end.saturating_sub(1).max(at.saturating_add(1));
                let said = text(bytes.get(inside.clone()).unwrap_or_default());
                let sort = match name.as_str() {
                    name if CREDITS.contains(&name) => Sort::Credit,
                    name if NAMES.contains(&name) => Sort::Name,
                    _ => Sort::Other,
                };
                if !said.trim().is_empty() {
                    font.say(sort, &name, said, inside, false);
                }
                at = end;
            }
            b'/' => {
                let word = rest.iter().skip(1).take_while(|byte| byte.is_ascii_alphanumeric());
                let word: Vec<u8> = word.copied().collect();
                at = at.saturating_add(word.len()).saturating_add(1);
                name = text(&word);
            }
            _ => at = at.saturating_add(1),
        }
    }
}

/// The first line says what it is; the others are credits, or made of nothing but signs.
fn comment(bytes: &[u8], range: Range<usize>, font: &mut Font) {
    let line = bytes.get(range.clone()).unwrap_or_default();
    if line.starts_with(b"%!") {
        let said = text(line.get(2..).unwrap_or_default());
        font.say(Sort::Name, "%!", said, range.end..range.end, false);
        return;
    }
    let signs = line.iter().take_while(|byte| **byte == b'%').count();
    let inside = range.start.saturating_add(signs)..range.end;
    let said = text(bytes.get(inside.clone()).unwrap_or_default());
    let about = ABOUT.iter().any(|start| said.starts_with(start));
    if said.chars().any(char::is_alphanumeric) {
        let sort = if about { Sort::Name } else { Sort::Credit };
        font.say(sort, "%", said, inside, false);
    }
}

/// How long a string is, brackets in it included.
fn string(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth = depth.saturating_add(1),
            b')' if depth <= 1 => return at.saturating_add(1),
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    bytes.len()
}

/// What the encrypted part says, and whether there was one.
fn decrypted(bytes: &[u8], start: usize) -> (Vec<u8>, bool) {
    let mut rest = bytes.get(start..).unwrap_or_default();
    while let Some(left) = rest
        .strip_prefix(b" ")
        .or(rest.strip_prefix(b"\r"))
        .or(rest.strip_prefix(b"\n"))
        .or(rest.strip_prefix(b"\t"))
    {
        rest = left;
    }
    // In segments, six bytes stand before the encrypted ones.
    if rest.starts_with(&[0x80, 2]) {
        rest = rest.get(6..).unwrap_or_default();
    }
    let hex = rest.len() >= 4 && rest.iter().take(4).all(u8::is_ascii_hexdigit);
    let packed: Vec<u8> = if hex {
        let digits: Vec<u8> = rest
            .iter()
            .filter_map(|byte| u8::try_from(char::from(*byte).to_digit(16)?).ok())
            .collect();
        digits
            .chunks_exact(2)
            .map(|pair| pair.iter().fold(0_u8, |value, digit| (value << 4) | digit))
            .collect()
    } else {
        rest.to_vec()
    };
    let mut key = 55_665_u16;
    let mut plain = Vec::with_capacity(packed.len());
    for byte in packed {
        plain.push(byte ^ u8::try_from(key >> 8).unwrap_or(0));
        key = u16::from(byte).wrapping_add(key).wrapping_mul(52_845).wrapping_add(22_719);
    }
    let whole = plain.len() > 4 && find(&plain, b"/", 4).is_some();
    (plain, whole)
}

/// The strings in the part with the outlines: there are none in most fonts.
fn names(plain: &[u8]) -> String {
    let mut said = Vec::new();
    let mut at = 4_usize;
    while let Some(open) = find(plain, b"(", at) {
        let rest = plain.get(open..).unwrap_or_default();
        let inside =
            rest.iter().skip(1).take_while(|byte| (0x20..0x7f).contains(*byte) && **byte != b')');
        let inside: Vec<u8> = inside.copied().collect();
        let closed = rest.get(inside.len().saturating_add(1)) == Some(&b')');
        if closed && inside.len() >= 5 {
            said.push(text(&inside));
        }
        at = open.saturating_add(1);
    }
    said.join(" ")
}

fn find(bytes: &[u8], what: &[u8], from: usize) -> Option<usize> {
    crate::syntax::pdf::scanner::find(bytes, what, from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_and_comments_are_credits_and_the_rest_has_no_meaning() {
        let mut bytes = b"%!PS-AdobeFont-1.0: Letter 1\n%%Creator: Jan de Vries\n/FontInfo 9 dict \
            dup begin\n/Notice (van \\(Jan\\)) readonly def /FullName (Letter) def\n\
            /Thuis (kamer 3) def end currentfile eexec "
            .to_vec();
        let mut key = 55_665_u16;
        for plain in b"xxxxdup /Private 8 dict dup begin" {
            let byte = plain ^ (key >> 8) as u8;
            bytes.push(byte);
            key = u16::from(byte).wrapping_add(key).wrapping_mul(52_845).wrapping_add(22_719);
        }
        bytes.extend(b"\n0000\ncleartomark\nbriefje");
        let font = super::super::read(&bytes).unwrap();
        let words: Vec<(Sort, &str)> =
            font.words.iter().map(|words| (words.sort, words.text.as_str())).collect();
        assert_eq!(
            words,
            [
                (Sort::Name, "PS-AdobeFont-1.0: Letter 1"),
                (Sort::Credit, "Creator: Jan de Vries"),
                (Sort::Credit, "van \\(Jan\\)"),
                (Sort::Name, "Letter"),
                (Sort::Other, "kamer 3"),
                (Sort::Other, "briefje"),
            ]
        );
        assert!(!font.damaged);
        let left = super::super::read(&font.without(&bytes, &[1, 4, 5])).unwrap();
        assert_eq!(left.words.len(), 3);
        for length in 4..bytes.len() {
            super::super::read(&bytes[..length]);
        }
    }
}
