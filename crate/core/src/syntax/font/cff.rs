//! Compact Font Format (Adobe Technical Note 5176).

use std::collections::BTreeMap;
use std::ops::Range;

use super::letters::standard;
use super::{Font, Sort};
use crate::order::Gather;
use crate::syntax::fields::text;

/// Strings of the standard come before those of the font.
const STANDARD: usize = 391;

/// A font set has no more strings than this.
const STRINGS: usize = 65_536;

/// Reads the font set that stands in this range.
pub fn read(bytes: &[u8], range: Range<usize>, font: &mut Font) {
    if strings(bytes, range, font).is_none() {
        font.damaged = true;
    }
}

fn strings(bytes: &[u8], range: Range<usize>, font: &mut Font) -> Option<()> {
    let body = bytes.get(..range.end)?;
    let header = usize::from(*body.get(range.start.checked_add(2)?)?);
    let (names, end) = index(body, range.start.checked_add(header)?)?;
    let (tops, end) = index(body, end)?;
    let (strings, _) = index(body, end)?;
    for name in names {
        say(body, Sort::Name, "name", name, font);
    }
    let mut sorts = vec![Sort::Name; strings.len()];
    for top in tops {
        for (operator, string) in top_strings(body.get(top)?) {
            let Some(sort) = string.checked_sub(STANDARD).and_then(|at| sorts.get_mut(at)) else {
                continue;
            };
            *sort = match operator {
                // Version, notice and copyright.
                0 | 1 | 0x0c00 => Sort::Credit,
                // PostScript that a program may run.
                0x0c15 => Sort::Other,
                _ => (*sort).max(Sort::Name),
            };
        }
    }
    for (string, sort) in strings.into_iter().zip(sorts) {
        say(body, sort, if sort == Sort::Name { "names" } else { "notice" }, string, font);
    }
    Some(())
}

/// What the first font of a set tells of itself.
fn top(bytes: &[u8]) -> Option<Vec<(u16, usize)>> {
    let (_, end) = index(bytes, usize::from(*bytes.get(2)?))?;
    let (tops, _) = index(bytes, end)?;
    Some(top_strings(bytes.get(tops.into_iter().next()?)?))
}

fn told(top: &[(u16, usize)], key: u16) -> Option<usize> {
    top.iter().find(|(operator, _)| *operator == key).map(|(_, value)| *value)
}

/// The letter or digit that each glyph is by its name; nothing where they have numbers.
pub fn letters(bytes: &[u8]) -> Option<Vec<u8>> {
    let top = top(bytes)?;
    let numbered = told(&top, 0x0c1e).is_some();
    let count = index(bytes, told(&top, 17)?)?.0.len();
    let letter = |string| standard(string, 31);
    let number = |at: usize| {
        let pair = bytes.get(at..at.checked_add(2)?)?;
        Some(u16::from_be_bytes(pair.try_into().ok()?))
    };
    let start = match told(&top, 15).unwrap_or(0) {
        _ if numbered => return None,
        0 => return Some((0..count.min(229)).map(|string| letter(string as u16)).collect()),
        1 | 2 => return None,
        start => start,
    };
    let mut letters = vec![0];
    let mut at = start.checked_add(1)?;
    while letters.len() < count {
        let first = number(at)?;
        let (length, left) = match bytes.get(start)? {
            0 => (2, 0),
            1 => (3, u16::from(*bytes.get(at.checked_add(2)?)?)),
            _ => (4, number(at.checked_add(2)?)?),
        };
        letters.extend((first..=first.saturating_add(left)).map(letter));
        at = at.checked_add(length)?;
    }
    Some(letters)
}

/// The letters and digits that codes have in the encoding of the font.
pub fn encoded(bytes: &[u8]) -> Option<BTreeMap<u8, u8>> {
    let start = match told(&top(bytes)?, 16).unwrap_or(0) {
        0 => {
            return Some(
                (b'0'..=b'z')
                    .map(|code| (code, standard(code.into(), 0)))
                    .filter(|(_, letter)| *letter != 0)
                    .into_map(),
            );
        }
        1 => return None,
        start => start,
    };
    let letters = letters(bytes)?;
    let (head, rest) = bytes.get(start..)?.split_at_checked(2)?;
    let [format, count] = head else { return None };
    let (mut glyph, mut codes) = (0_usize, BTreeMap::new());
    let mut note = |code: u8| {
        glyph = glyph.saturating_add(1);
        codes.extend(letters.get(glyph).map(|letter| (code, *letter)));
    };
    if format & 0x7f == 0 {
        rest.iter().take(usize::from(*count)).for_each(|code| note(*code));
    } else {
        for range in rest.chunks_exact(2).take(usize::from(*count)) {
            let [first, left] = range else { continue };
            (*first..=first.saturating_add(*left)).for_each(&mut note);
        }
    }
    codes.retain(|_, letter| *letter != 0);
    Some(codes)
}

fn say(body: &[u8], sort: Sort, place: &str, range: Range<usize>, font: &mut Font) {
    let said = text(body.get(range.clone()).unwrap_or_default());
    if said.trim().is_empty() {
        return;
    }
    // Names of glyphs are told together.
    if let (Sort::Name, Some(last)) = (sort, font.words.last_mut())
        && last.sort == Sort::Name
        && last.place == place
    {
        last.text.push(' ');
        last.text.push_str(&said);
        last.ranges.push(range);
        return;
    }
    font.say(sort, place, said, range, false);
}

/// The items of an index that starts here, and where it ends.
fn index(body: &[u8], start: usize) -> Option<(Vec<Range<usize>>, usize)> {
    let count: [u8; 2] = body.get(start..start.checked_add(2)?)?.try_into().ok()?;
    let count = usize::from(u16::from_be_bytes(count));
    let at = start.checked_add(2)?;
    if count == 0 {
        return Some((Vec::new(), at));
    }
    let width = usize::from(*body.get(at)?);
    if !(1..=4).contains(&width) || count > STRINGS {
        return None;
    }
    let offsets = at.checked_add(1)?;
    let data = offsets.checked_add(count.checked_add(1)?.checked_mul(width)?)?.checked_sub(1)?;
    let offset = |number: usize| {
        let from = offsets.checked_add(number.checked_mul(width)?)?;
        let bytes = body.get(from..from.checked_add(width)?)?;
        let value = bytes.iter().fold(0_usize, |value, byte| (value << 8) | usize::from(*byte));
        data.checked_add(value)
    };
    let mut items = Vec::new();
    for number in 0..count {
        let (from, to) = (offset(number)?, offset(number.checked_add(1)?)?);
        if from > to || to > body.len() {
            return None;
        }
        items.push(from..to);
    }
    Some((items, offset(count)?))
}

/// The operators of a top dictionary whose last operand is a whole number.
fn top_strings(bytes: &[u8]) -> Vec<(u16, usize)> {
    let mut found = Vec::new();
    let mut last = None;
    let mut at = 0_usize;
    let byte = |at: usize| bytes.get(at).copied();
    while let Some(first) = byte(at) {
        let (length, value) = match first {
            12 => {
                let operator = byte(at.saturating_add(1)).map(|second| 0x0c00 | u16::from(second));
                found.extend(operator.zip(last.take()));
                (2, None)
            }
            0..=21 => {
                found.extend(Some(u16::from(first)).zip(last.take()));
                (1, None)
            }
            28 => (3, number(bytes, at, 2)),
            29 => (5, number(bytes, at, 4)),
            30 => {
                let rest = bytes.get(at..).unwrap_or_default();
                let end =
                    rest.iter().skip(1).position(|pair| pair & 0xf == 0xf || pair >> 4 == 0xf);
                (end.map_or(rest.len(), |end| end.saturating_add(2)), None)
            }
            32..=246 => (1, usize::from(first).checked_sub(139)),
            247..=250 => {
                let high = usize::from(first).saturating_sub(247).saturating_mul(256);
                let low = byte(at.saturating_add(1)).map_or(0, usize::from);
                (2, Some(high.saturating_add(low).saturating_add(108)))
            }
            251..=254 => (2, None),
            _ => (1, None),
        };
        if value.is_some() {
            last = value;
        }
        at = at.saturating_add(length);
    }
    found
}

fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let from = at.checked_add(1)?;
    let digits = bytes.get(from..from.checked_add(width)?)?;
    Some(digits.iter().fold(0, |value, byte| (value << 8) | usize::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index_of(items: &[&[u8]]) -> Vec<u8> {
        let mut bytes = (items.len() as u16).to_be_bytes().to_vec();
        if items.is_empty() {
            return bytes;
        }
        bytes.push(1);
        let mut at = 1;
        bytes.push(at);
        for item in items {
            at += item.len() as u8;
            bytes.push(at);
        }
        bytes.extend(items.concat());
        bytes
    }

    #[test]
    fn a_notice_is_told_from_names_and_blanked() {
        let mut bytes = vec![1, 0, 4, 1];
        bytes.extend(index_of(&[b"Letter"]));
        // Notice is string 391 + 1, in the form of two bytes: 247 + (392 - 108) / 256, rest.
        bytes.extend(index_of(&[&[248, 28, 1]]));
        bytes.extend(index_of(&[b"glyph.een", b"van Jan de Vries"]));
        let font = super::super::read(&bytes).unwrap();
        let words: Vec<(Sort, &str)> =
            font.words.iter().map(|words| (words.sort, words.text.as_str())).collect();
        assert_eq!(
            words,
            [(Sort::Name, "Letter"), (Sort::Name, "glyph.een"), (Sort::Credit, "van Jan de Vries")]
        );
        let left = font.without(&bytes, &[2]);
        assert_eq!(super::super::read(&left).unwrap().words.len(), 2);
        for length in 4..bytes.len() {
            super::super::read(&bytes[..length]);
        }
    }
}
