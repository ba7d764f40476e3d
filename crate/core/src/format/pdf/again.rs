//! Words that were redacted on a page and stand once more beside it: in a bookmark, an alternative
//! text, the value of a field.

use std::ops::Range;

use lopdf::{Dictionary, Document, Object};

use super::printable;
use crate::syntax::pdf::{scanner, strings};
use crate::syntax::percent;

/// The entries whose text is looked into.
const KEYS: [&[u8]; 15] = [
    b"Title",
    b"Alt",
    b"ActualText",
    b"E",
    b"T",
    b"TU",
    b"V",
    b"DV",
    b"Contents",
    b"Desc",
    b"Subj",
    b"Names",
    b"F",
    b"UF",
    b"P",
];

/// What replaces them.
pub const GAP: &str = "[\u{2026}]";

/// Fewer letters than this stand in many texts by chance.
const LETTERS: usize = 4;

/// No more texts than this are looked into.
pub const MOST: usize = 200_000;

/// Words as they are searched for; nothing where they are too few.
pub fn phrase(words: &str) -> Option<String> {
    let phrase = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let letters = phrase.chars().filter(|letter| letter.is_alphanumeric()).count();
    (letters >= LETTERS).then_some(phrase)
}

/// A text that may repeat what a page says.
pub struct Text {
    /// The object that it stands in.
    pub object: u32,
    /// What it says.
    pub text: String,
    /// Of an address, the letters and digits.
    letters: Vec<u8>,
}

impl Text {
    /// Whether it repeats these words, or pieces of them where it is an address.
    pub fn repeats(&self, words: &str, pieces: &[Vec<u8>]) -> bool {
        let has = |piece: &Vec<u8>| scanner::find(&self.letters, piece, 0).is_some();
        self.text.contains(words) || !self.letters.is_empty() && pieces.iter().any(has)
    }
}

/// A word of an address that may be somebody's has so many letters, and what makes a name this
/// many in all.
const WORD: usize = 4;
const NAME: usize = 8;

/// The pieces of words by which an address repeats them: all of them, or two next to each other
/// with no more than small ones between them.
pub fn pieces(words: &str) -> Vec<Vec<u8>> {
    let words: Vec<Vec<u8>> = words.split(' ').map(plain).filter(|word| !word.is_empty()).collect();
    let mut pieces: Vec<Vec<u8>> = [words.concat()].into();
    for (index, first) in words.iter().enumerate().filter(|(_, word)| word.len() >= WORD) {
        let rest = words.get(index.saturating_add(1)..).unwrap_or_default();
        let Some(last) = rest.iter().position(|word| word.len() >= WORD) else { continue };
        let rest = rest.get(..=last).unwrap_or_default();
        pieces.push([std::slice::from_ref(first), rest].concat().concat());
    }
    pieces.retain(|piece| piece.len() >= NAME);
    pieces
}

/// The letters and digits of a word, as an address has them.
fn plain(word: &str) -> Vec<u8> {
    word.bytes().filter(|byte| is_letter(*byte)).map(|byte| byte.to_ascii_lowercase()).collect()
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// The letters and digits of an address, each with where it stands; behind the name of the
/// computer, which belongs to nobody who reads it.
fn letters(address: &[u8]) -> (Vec<u8>, Vec<Range<usize>>) {
    let host = scanner::find(address, b"://", 0).map_or(0, |at| {
        let start = at.saturating_add(3);
        scanner::find(address, b"/", start).unwrap_or(address.len())
    });
    percent::each(address)
        .filter(|(byte, at)| is_letter(*byte) && at.start >= host)
        .map(|(byte, at)| (byte.to_ascii_lowercase(), at))
        .unzip()
}

/// Where an address repeats one of these pieces, whatever stands between their words.
fn within(address: &[u8], pieces: &[Vec<u8>]) -> Option<Range<usize>> {
    let (letters, places) = letters(address);
    pieces.iter().find_map(|piece| {
        let at = scanner::find(&letters, piece, 0)?;
        let last = at.checked_add(piece.len())?.checked_sub(1)?;
        Some(places.get(at)?.start..places.get(last)?.end)
    })
}

/// An address without pieces that it repeats, if it repeats any.
pub fn without_pieces(address: &[u8], pieces: &[Vec<u8>]) -> Option<Vec<u8>> {
    let mut left = address.to_vec();
    while let Some(range) = within(&left, pieces) {
        left.splice(range, *b"...");
    }
    (left != address).then_some(left)
}

/// The texts of all entries that may repeat what a page says.
pub fn strings(document: &Document) -> Vec<Text> {
    let mut found = Vec::new();
    for ((object, _), value) in &document.objects {
        let mut add = |text: String, address: bool| {
            if found.len() < MOST {
                let letters = match address {
                    true => letters(text.as_bytes()).0,
                    false => Vec::new(),
                };
                found.push(Text { object: *object, text, letters });
            }
        };
        match value {
            Object::Dictionary(dictionary) => texts(dictionary, &mut add),
            Object::Stream(stream) => texts(&stream.dict, &mut add),
            Object::Array(items) => each(items, &mut add),
            _ => {}
        }
    }
    found
}

fn texts(dictionary: &Dictionary, add: &mut dyn FnMut(String, bool)) {
    for (key, value) in dictionary {
        match value {
            Object::String(bytes, _) if key == b"URI" => add(strings::decode(bytes), true),
            Object::String(bytes, _) if KEYS.contains(&key.as_slice()) => text(bytes, add),
            Object::Array(items) => each(items, add),
            Object::Dictionary(inner) => texts(inner, add),
            _ => {}
        }
    }
}

fn each(items: &[Object], add: &mut dyn FnMut(String, bool)) {
    for item in items {
        match item {
            Object::Dictionary(inner) => texts(inner, add),
            Object::String(bytes, _) => text(bytes, add),
            _ => {}
        }
    }
}

fn text(bytes: &[u8], add: &mut dyn FnMut(String, bool)) {
    if bytes.starts_with(&[0xfe, 0xff]) || printable::is_text(bytes) {
        add(strings::decode(bytes), false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_repeats_a_name_however_its_words_are_joined() {
        let pieces = pieces("Mevrouw Hendrika van de Vossenberg");
        let left = |address: &str| {
            let left = without_pieces(address.as_bytes(), &pieces)?;
            String::from_utf8(left).ok()
        };
        let is = |left: Option<String>, wanted: &str| assert_eq!(left.as_deref(), Some(wanted));
        is(left("https://a.nl/hendrika-van-de-vossenberg/x"), "https://a.nl/.../x");
        is(left("https://a.nl/?n=Hendrika%20van+de%20Vossenberg"), "https://a.nl/?n=...");
        is(left("mailto:mevrouw.hendrika@a.nl"), "mailto:...@a.nl");
        assert_eq!(left("https://hendrikavandevossenberg.nl/"), None);
        assert_eq!(left("https://a.nl/hendrika"), None);
    }
}
