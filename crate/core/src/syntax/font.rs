//! Fonts: the texts in their programs, and what no outline needs.
//!
//! A font tells who made it and on what terms. That is about the font, in every document that uses
//! it; a font made or kept at home can tell a person or a computer just so.

use std::ops::Range;

mod cff;
pub mod letters;
mod sfnt;
mod type1;

/// What a text in a font is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Sort {
    /// The names of the font, of its glyphs and features.
    Name,
    /// Who made it, when, and on what terms it may be used.
    Credit,
    /// A text that no standard gives a meaning, and that nothing needs.
    Other,
}

/// A text in a font.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Words {
    /// What it is.
    pub sort: Sort,
    /// Where it stands: the number or the tag that it goes by.
    pub place: String,
    /// What it says; it may say nothing that can be read.
    pub text: String,
    /// Its bytes. Blank ones in their place change no outline.
    pub ranges: Vec<Range<usize>>,
    /// Whether it takes two bytes a letter.
    wide: bool,
}

/// What a font tells.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Font {
    /// Its texts, in order.
    pub words: Vec<Words>,
    /// Whether something in it could not be read.
    pub damaged: bool,
    /// The bytes of the tables that have a checksum, to be made to fit.
    tables: Vec<sfnt::Table>,
}

impl Font {
    fn say(&mut self, sort: Sort, place: &str, mut text: String, range: Range<usize>, wide: bool) {
        text.truncate(text.floor_char_boundary(TEXT));
        let same = |words: &Words| {
            words.sort == sort && words.place == place && words.text == text && words.wide == wide
        };
        let known = self.words.iter().position(same);
        let full = self.words.len() >= WORDS;
        match known.and_then(|at| self.words.get_mut(at)) {
            Some(words) => words.ranges.push(range),
            None if !full => {
                let place = place.to_owned();
                self.words.push(Words { sort, place, text, ranges: vec![range], wide });
            }
            None => self.damaged = true,
        }
    }

    /// The font without these of its texts, as long as before.
    pub fn without(&self, bytes: &[u8], gone: &[usize]) -> Vec<u8> {
        let mut new = bytes.to_vec();
        for words in gone.iter().filter_map(|index| self.words.get(*index)) {
            for range in &words.ranges {
                let Some(place) = new.get_mut(range.clone()) else { continue };
                let readable = words.sort != Sort::Other || !words.text.is_empty();
                for (at, byte) in place.iter_mut().enumerate() {
                    let high = words.wide && at % 2 == 0;
                    *byte = if high || !readable { 0 } else { b' ' };
                }
            }
        }
        sfnt::check(&mut new, &self.tables);
        new
    }
}

/// Of one text no more than this is told.
const TEXT: usize = 1 << 14;

/// A font has no more texts than this; those with a text for each of its features have hundreds.
const WORDS: usize = 4096;

/// Reads a font program; nothing where it is none.
pub fn read(bytes: &[u8]) -> Option<Font> {
    let mut font = Font::default();
    match bytes.get(..4)? {
        [0, 1, 0, 0] | b"true" | b"OTTO" | b"typ1" => sfnt::read(bytes, &mut font),
        [b'%', b'!', ..] | [0x80, 1, ..] => type1::read(bytes, &mut font),
        [1, 0, 4..=255, 1..=4] => cff::read(bytes, 0..bytes.len(), &mut font),
        _ => return None,
    }
    Some(font)
}

/// Whether nothing but zeros and white space stands here.
fn is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| *byte == 0 || byte.is_ascii_whitespace())
}
