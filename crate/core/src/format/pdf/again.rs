//! Words that were redacted on a page and stand once more beside it: in a bookmark, an alternative
//! text, the value of a field.

use lopdf::{Dictionary, Document, Object};

use super::printable;
use crate::syntax::pdf::strings;

/// The entries whose text is looked into.
const KEYS: [&[u8]; 14] = [
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
];

/// What replaces them.
pub const GAP: &str = "[\u{2026}]";

/// Fewer letters than this stand in many texts by chance.
const LETTERS: usize = 4;

/// No more texts than this are looked into.
const MOST: usize = 200_000;

/// Words as they are searched for; nothing where they are too few.
pub fn phrase(words: &str) -> Option<String> {
    let phrase = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let letters = phrase.chars().filter(|letter| letter.is_alphanumeric()).count();
    (letters >= LETTERS).then_some(phrase)
}

/// The texts of all entries that may repeat what a page says, each with its object.
pub fn strings(document: &Document) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    for ((number, _), object) in &document.objects {
        let mut add = |text: String| {
            if found.len() < MOST {
                found.push((*number, text));
            }
        };
        match object {
            Object::Dictionary(dictionary) => texts(dictionary, &mut add),
            Object::Stream(stream) => texts(&stream.dict, &mut add),
            Object::Array(items) => each(items, &mut add),
            _ => {}
        }
    }
    found
}

fn texts(dictionary: &Dictionary, add: &mut dyn FnMut(String)) {
    for (key, value) in dictionary {
        match value {
            Object::String(bytes, _) if KEYS.contains(&key.as_slice()) => text(bytes, add),
            Object::Array(items) => each(items, add),
            Object::Dictionary(inner) => texts(inner, add),
            _ => {}
        }
    }
}

fn each(items: &[Object], add: &mut dyn FnMut(String)) {
    for item in items {
        match item {
            Object::Dictionary(inner) => texts(inner, add),
            Object::String(bytes, _) => text(bytes, add),
            _ => {}
        }
    }
}

fn text(bytes: &[u8], add: &mut dyn FnMut(String)) {
    if bytes.starts_with(&[0xfe, 0xff]) || printable::is_text(bytes) {
        add(strings::decode(bytes));
    }
}
