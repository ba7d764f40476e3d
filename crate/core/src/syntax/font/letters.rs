//! Which glyphs are letters and digits, as the program of their font names them.

use std::collections::BTreeMap;

use super::{cff, sfnt};
use crate::syntax::fields::Order;
use crate::syntax::pdf::scanner::find;

/// The letter or digit that each glyph of a font is, or zero: by the names of the glyphs, and where
/// they have none, by the map that leads from Unicode to them.
pub fn letters(bytes: &[u8]) -> Vec<u8> {
    let table = |tag| bytes.get(sfnt::range(bytes, tag)?);
    let named = |named: &Vec<u8>| named.iter().any(|letter| *letter != 0);
    let letters = match bytes.get(..4) {
        Some([1, 0, 4..=255, 1..=4]) => cff::letters(bytes),
        Some([0, 1, 0, 0] | b"true" | b"OTTO") => {
            let post = table(b"post").and_then(names).filter(named);
            let cff = || cff::letters(table(b"CFF ")?).filter(named);
            post.or_else(cff).or_else(|| mapped(table(b"cmap")?))
        }
        _ => None,
    };
    letters.unwrap_or_default()
}

/// The letters and digits that codes have in the encoding of a font's own.
pub fn encoded(bytes: &[u8]) -> BTreeMap<u8, u8> {
    if let [1, 0, 4..=255, 1..=4, ..] = bytes {
        return cff::encoded(bytes).unwrap_or_default();
    }
    // `dup 65 /A put`, in the part that is not encrypted (Adobe Type 1 Font Format, 2.2).
    let mut letters = BTreeMap::new();
    let end = find(bytes, b"eexec", 0).unwrap_or(bytes.len());
    let clear = bytes.get(..end).unwrap_or_default();
    let mut at = find(clear, b"/Encoding", 0).unwrap_or(end);
    while let Some(entry) = find(clear, b"dup ", at) {
        at = entry.saturating_add(4);
        let rest = clear.get(at..).unwrap_or_default().trim_ascii_start();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let Some((code, rest)) = rest.split_at_checked(digits) else { continue };
        let code = code
            .iter()
            .fold(0_u8, |code, digit| code.wrapping_mul(10).wrapping_add(digit.wrapping_sub(b'0')));
        if let Some(name) = rest.trim_ascii_start().strip_prefix(b"/") {
            let mut words = name.split(|byte| !byte.is_ascii_alphanumeric());
            letters.extend(words.next().and_then(letter).map(|letter| (code, letter)));
        }
    }
    letters
}

/// The letter or digit with the name of a glyph.
pub fn letter(name: &[u8]) -> Option<u8> {
    const DIGITS: [&str; 10] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    match name {
        [letter] if letter.is_ascii_alphabetic() => Some(*letter),
        _ => (b'0'..).zip(DIGITS).find(|(_, digit)| digit.as_bytes() == name).map(|(one, _)| one),
    }
}

/// The letter or digit at a place in the order of a standard, that leaves out so many of those before.
pub fn standard(place: u16, out: u16) -> u8 {
    let letter = u8::try_from(place.saturating_add(out)).unwrap_or(0);
    if letter.is_ascii_alphanumeric() { letter } else { 0 }
}

/// The names of glyphs in a table in format 2 (ISO/IEC 14496-22, 5.2.8).
fn names(post: &[u8]) -> Option<Vec<u8>> {
    /// So many names are those of the standard.
    const STANDARD: u16 = 258;
    if post.get(..4) != Some(&[0, 2, 0, 0]) {
        return None;
    }
    let count = Order::Big.u16(&post, 32).ok()?;
    let mut own = Vec::new();
    let mut rest = post.get(usize::from(count).saturating_mul(2).saturating_add(34)..)?;
    while let Some((length, behind)) = rest.split_first()
        && let Some((name, behind)) = behind.split_at_checked(usize::from(*length))
    {
        own.push(letter(name).unwrap_or(0));
        rest = behind;
    }
    let letter = |glyph: u16| {
        let index = Order::Big.u16(&post, u64::from(glyph).saturating_mul(2).saturating_add(34));
        let index = index.unwrap_or(0);
        match index.checked_sub(STANDARD) {
            Some(index) => own.get(usize::from(index)).copied().unwrap_or(0),
            None => standard(index, 29),
        }
    };
    Some((0..count).map(letter).collect())
}

/// The glyphs to which Unicode is mapped (ISO/IEC 14496-22, 5.2.1).
fn mapped(cmap: &[u8]) -> Option<Vec<u8>> {
    let number = |at: usize| Order::Big.u16(&cmap, at as u64).map(usize::from).ok();
    let count = number(2).unwrap_or(0);
    let record = |index: usize| index.saturating_mul(8).saturating_add(4);
    let start = (0..count).map(record).find_map(|at| {
        let unicode = matches!((number(at)?, number(at.saturating_add(2))?), (0, 0..=4) | (3, 1));
        let start = number(at.saturating_add(4))?.saturating_mul(1 << 16);
        let start = start.saturating_add(number(at.saturating_add(6))?);
        (unicode && number(start) == Some(4)).then_some(start)
    })?;
    let field = |at: usize| number(start.saturating_add(at));
    let segments = field(6).unwrap_or(0).div_euclid(2);
    let glyph = |letter: usize| {
        let segment = (0..segments).find(|segment| {
            field(segment.saturating_mul(2).saturating_add(14)).is_some_and(|end| letter <= end)
        })?;
        // The ends are followed by two bytes, the starts, the steps and the places.
        let list = |which: usize| {
            let before = segments.saturating_mul(which).saturating_add(segment);
            before.saturating_mul(2).saturating_add(16)
        };
        let (first, step, place) = (field(list(1))?, field(list(2))?, field(list(3))?);
        let along = letter.checked_sub(first)?;
        let listed = match place {
            0 => letter,
            _ => field(list(3).saturating_add(place).saturating_add(along.saturating_mul(2)))?,
        };
        Some(if listed == 0 { 0 } else { listed.saturating_add(step) & 0xffff })
    };
    let mut letters = Vec::new();
    for letter in (0..=127_u8).filter(u8::is_ascii_alphanumeric) {
        let glyph = glyph(usize::from(letter)).unwrap_or(0);
        if glyph >= letters.len() {
            letters.resize(glyph.saturating_add(1), 0);
        }
        if let Some(place) = letters.get_mut(glyph).filter(|_| glyph != 0) {
            *place = letter;
        }
    }
    Some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A font whose glyphs 1 and 2 are named `two` and `A`, and one that maps digits to glyphs.
    fn sfnt(tag: &[u8; 4], table: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        bytes.extend_from_slice(tag);
        bytes.extend([0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, table.len() as u8]);
        bytes.extend_from_slice(table);
        bytes
    }

    #[test]
    fn glyphs_are_named_by_the_tables_of_their_font() {
        let mut post = vec![0; 32];
        post[1] = 2;
        post.extend([0, 4, 0, 0, 1, 2, 0, 36, 1, 3]);
        post.extend(b"\x03two\x03six");
        let post = sfnt(b"post", &post);
        assert_eq!(letters(&post), [0, b'2', b'A', b'6']);
        let segments = [4, 32, 0, 4, 0, 0, 0, 0x39, 0xffff, 0, 0x30, 0xffff, 0xffd5, 1, 0, 0_u16];
        let mut cmap = vec![0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12];
        cmap.extend(segments.iter().flat_map(|number| number.to_be_bytes()));
        let cmap = sfnt(b"cmap", &cmap);
        assert_eq!(letters(&cmap), *b"\0\0\0\0\x000123456789");
        for length in 0..post.len() {
            letters(&post[..length]);
        }
        for length in 0..cmap.len() {
            letters(&cmap[..length]);
        }
    }

    #[test]
    fn glyphs_of_a_compact_font_are_named_by_its_strings() {
        let font = include_bytes!("../pdf/fonts/sans.cff");
        let named = letters(font);
        let place = |letter| named.iter().position(|named| *named == letter);
        assert_eq!([b'0', b'9', b'A', b'z'].map(place), [Some(229), Some(154), Some(1), Some(227)]);
        assert_eq!(encoded(font).get(&b'7'), Some(&b'7'));
        for length in 0..font.len() {
            letters(&font[..length]);
            encoded(&font[..length]);
        }
    }

    #[test]
    fn codes_have_letters_in_the_encoding_of_a_font() {
        let font = b"%!PS /Encoding 256 array\ndup 49 /two put\ndup 50/A put\ndup 51/alpha put \
            readonly def currentfile eexec dup 52 /six put";
        assert_eq!(encoded(font), BTreeMap::from([(49, b'2'), (50, b'A')]));
    }
}
