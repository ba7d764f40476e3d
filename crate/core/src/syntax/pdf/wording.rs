//! Whether words that are said in place of letters are what those letters show.

use std::cell::Cell;

use super::text::Glyph;
use crate::detect::fold::fold;
use crate::search::Search;

/// A word of fewer letters may well be the name of a sign, and so many are no slip.
const WORD: usize = 4;

/// The letters and digits of glyphs.
#[derive(Debug, Default)]
pub struct Letters {
    forth: String,
    /// From the last glyph to the first, where some are read from right to left: files have those
    /// in either order.
    back: String,
    /// Whether a word may be broken in them, and whether the last may.
    broken: bool,
    ends_broken: bool,
    /// The longest row of them.
    row: usize,
}

/// How much may still be compared letter by letter; what is not is no slip.
pub struct Steps(Cell<usize>);

impl Default for Steps {
    fn default() -> Self {
        Self(Cell::new(2_000_000))
    }
}

impl Letters {
    /// Those of glyphs, if all of them can be read.
    pub fn of(glyphs: &[Glyph]) -> Option<Self> {
        let mut letters = Self::default();
        let (mut row, mut other) = (0_usize, false);
        for glyph in glyphs {
            let text = glyph.text.as_deref()?;
            letters.forth.push_str(&folded(text));
            for letter in text.chars() {
                let says = letter.is_alphanumeric();
                row = if says { row.saturating_add(1) } else { 0 };
                letters.row = letters.row.max(row);
                let hyphen = matches!(letter, '-' | '\u{2010}' | '\u{ad}');
                letters.broken |= hyphen;
                letters.ends_broken = hyphen || letters.ends_broken && letter.is_whitespace();
                other |= is_backward(letter);
            }
        }
        if other {
            let texts = glyphs.iter().rev().filter_map(|glyph| glyph.text.as_deref());
            letters.back = texts.map(folded).collect();
        }
        Some(letters)
    }

    /// Adds those that are read after these.
    pub fn join(&mut self, next: &Self) {
        self.forth.push_str(&next.forth);
        self.back.push_str(&next.back);
        self.broken |= next.broken;
        self.ends_broken = next.ends_broken;
        self.row = self.row.max(next.row);
    }

    /// How many bytes they take.
    pub fn len(&self) -> usize {
        self.forth.len()
    }

    /// Whether they hold a word.
    pub fn has(&self, word: &str) -> bool {
        self.forth.contains(word) || self.back.contains(word)
    }

    /// Which words they hold of those that are sought.
    pub(crate) fn find(&self, sought: &Search, mut found: impl FnMut(usize)) {
        sought.each(self.forth.as_bytes(), &mut found);
        sought.each(self.back.as_bytes(), &mut found);
    }

    /// Whether they are a word but for slips: a sign for two or three letters whose font says
    /// something else of it, and what hyphens do to the letters beside them (`Druk-ker`).
    pub fn nearly(&self, word: &str, steps: &Steps) -> bool {
        let [word, shown] = [word, &self.forth].map(|text| text.chars().collect::<Vec<_>>());
        let part = if shown.len() > word.len().saturating_mul(2) { 3 } else { 2 };
        let left = word.len().div_euclid(part);
        let mut from = shown.as_slice();
        while let [_, rest @ ..] = from {
            if self.follows(&word, from, None, left, &steps.0) {
                return true;
            }
            from = rest;
        }
        false
    }

    /// Whether letters begin with a word, of which so many may be read from signs.
    fn follows(
        &self,
        word: &[char],
        shown: &[char],
        before: Option<char>,
        left: usize,
        steps: &Cell<usize>,
    ) -> bool {
        let [letter, rest @ ..] = word else { return true };
        let Some(fewer) = steps.get().checked_sub(1) else { return false };
        steps.set(fewer);
        let next = shown.get(1..).unwrap_or_default();
        let first = shown.first();
        let go = |word: &[char], shown: &[char], before, cost: usize| {
            left.checked_sub(cost)
                .is_some_and(|left| self.follows(word, shown, before, left, steps))
        };
        if first == Some(letter) && go(rest, next, first.copied(), 0) {
            return true;
        }
        if self.broken && before.is_some_and(char::is_alphabetic) {
            let doubled = first == before.as_ref() && go(word, next, before, 1);
            let single = Some(*letter) == before && go(rest, shown, before, 1);
            let parted = (*letter, first, next.first()) == ('c', Some(&'k'), Some(&'k'));
            if doubled || single || parted && go(rest, next, Some('k'), 1) {
                return true;
            }
        }
        SIGNS.iter().any(|sign| {
            let length = sign.len();
            let begins = word.iter().zip(sign.chars()).filter(|(one, other)| *one == other).count();
            let rest = word.get(length..).filter(|_| begins == length);
            rest.is_some_and(|rest| {
                let sign = first.is_some_and(|first| first.is_alphabetic());
                go(rest, shown, None, length) || sign && go(rest, next, None, length)
            })
        })
    }

    /// Whether words that they do not show are beyond doubt other words than they say: not where
    /// they may be a sign, a font of another script that has Latin names for its letters, or the
    /// beginning of a word that goes on elsewhere.
    pub fn contradict(&self, words: &[String]) -> bool {
        let begun = |word: &String| {
            let begins = |end| word.get(..end).is_some_and(|part| self.forth.ends_with(part));
            (2..word.len()).any(begins)
        };
        let script = matches!(words, [word] if word.contains(is_backward)) && self.back.is_empty();
        self.row >= WORD && !script && !(self.ends_broken && words.iter().all(begun))
    }

    /// Whether what is said may be what they are short for: they stand in it in their order.
    fn shorten(&self, said: &str) -> bool {
        let said = folded(said);
        let mut said = said.chars();
        self.forth.chars().all(|letter| said.any(|other| other == letter))
    }
}

/// The words of what is said that are long enough to tell, as they are searched for.
pub fn words(said: &str) -> Vec<String> {
    let words = said.split_whitespace().map(folded);
    words.filter(|word| word.chars().nth(WORD.saturating_sub(1)).is_some()).collect()
}

/// Whether what is said in place of these glyphs has words that the page does not show, and if so,
/// whether that is beyond doubt. What is said of a drawing, or of letters that nobody can read, has
/// no other words beside it.
pub fn otherwise<'a>(
    said: &str,
    shown: &[Glyph],
    all: impl Fn() -> Option<&'a Letters>,
    steps: &Steps,
) -> Option<bool> {
    let letters = Letters::of(shown).filter(|letters| letters.len() > 0)?;
    let mut words = words(said);
    words.retain(|word| !letters.has(word));
    if words.is_empty() {
        return None;
    }
    let all = all()?;
    words.retain(|word| !all.has(word) && !letters.nearly(word, steps));
    (!words.is_empty()).then(|| letters.contradict(&words))
}

/// The same of what is said where nothing is drawn.
pub fn nowhere(said: &str, all: &Letters) -> Option<bool> {
    words(said).iter().any(|word| !all.has(word)).then_some(true)
}

/// The same of what is said to be what these glyphs are short for: that they are is no doubt where
/// they are a short word.
pub fn at_length<'a>(
    said: &str,
    letters: &Letters,
    all: impl Fn() -> Option<&'a Letters>,
) -> Option<bool> {
    if letters.len() == 0 || letters.shorten(said) {
        return None;
    }
    nowhere(said, all()?).map(|_| letters.len() >= SENTENCE)
}

/// What has fewer letters may be short for anything.
const SENTENCE: usize = 12;

/// What one sign may stand for. Unicode has seven of them, from U+FB00.
const SIGNS: [&str; 12] =
    ["ff", "fi", "fl", "ffi", "ffl", "st", "st", "fj", "ft", "ti", "tt", "ij"];

/// How many shapes each Arabic letter has, from U+0621 to U+063A and from U+0641, in the order of
/// their shapes from U+FE80 on.
const SHAPES: &[u8] = b"122224242444442222444444444444444224";

/// Whether a letter is read from right to left.
fn is_backward(letter: char) -> bool {
    matches!(u32::from(letter), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc)
}

/// The letters and digits of a text, all of them small and without accents; a sign that stands for
/// two letters is two.
fn folded(text: &str) -> String {
    let mut out = String::new();
    for letter in fold(text).chars() {
        match u32::from(letter) {
            sign @ 0xfb00..=0xfb06 => {
                out.push_str(SIGNS.get((sign & 7) as usize).copied().unwrap_or_default());
            }
            shape @ 0xfe80..=0xfef4 => {
                let (mut at, mut base) = (0xfe80_u32, 0x621_u32);
                for shapes in SHAPES {
                    at = at.saturating_add(u32::from(shapes & 7));
                    if shape < at {
                        break;
                    }
                    base = base.saturating_add(if base == 0x63a { 7 } else { 1 });
                }
                out.extend(char::from_u32(base));
            }
            sign @ 0xfef5..=0xfefc => {
                let second = ['\u{622}', '\u{623}', '\u{625}', '\u{627}'];
                out.push('\u{644}');
                out.extend(second.get((sign.saturating_sub(0xfef5) >> 1) as usize));
            }
            // Signs for vowels, and what makes a word longer.
            0x591..=0x5c7 | 0x640 | 0x64b..=0x65f | 0x670 => {}
            _ if letter.is_alphanumeric() => out.push(letter),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::pdf::cover::Sight;

    fn glyphs(texts: &[&str]) -> Vec<Glyph> {
        let glyph = |text: &&str| Glyph {
            text: Some((*text).to_owned()),
            x: 0.0,
            y: 0.0,
            width: 1.0,
            along: (1.0, 0.0),
            size: 1.0,
            sight: Sight::Seen,
        };
        texts.iter().map(glyph).collect()
    }

    fn told(said: &str, shown: &str) -> Option<bool> {
        let shown: Vec<String> = shown.chars().map(String::from).collect();
        let shown = glyphs(&shown.iter().map(String::as_str).collect::<Vec<_>>());
        let all = Letters::of(&shown);
        otherwise(said, &shown, || all.as_ref(), &Steps::default())
    }

    #[test]
    fn what_hyphens_signs_and_accents_do_to_a_word_makes_no_other() {
        for (said, shown) in [
            ("efficient", "e\u{fb03}cient"),
            ("efficient", "excient"),
            ("officieel besluit", "o!cieel besluit"),
            ("Drucker", "Druk-ker"),
            ("Schiffahrt", "Schiff-fahrt"),
            ("omaatje", "oma-tje"),
            ("ver\u{ad}antwoord", "ver-antwoord"),
            ("r\u{e9}\u{fc}nie", "re\u{b4}u\u{a8}nie"),
            ("Amstelveen", "AMSTELVEEN"),
        ] {
            assert_eq!(told(said, shown), None, "{said}");
        }
        assert_eq!(told("verantwoordelijk", "verant-"), Some(false));
        assert_eq!(told("kwadraat", "a2 + b2 = c2"), Some(false));
    }

    #[test]
    fn other_words_are_other_words() {
        for (said, shown) in [
            ("Jansen", "Besluit"),
            ("Drucker", "Drukker"),
            ("Jansen", "besluit-"),
            ("Fiifi Tiitti", "xx x besluit"),
            ("999990019", "99999019 en-"),
            ("\u{633}\u{644}\u{627}\u{645} \u{645}\u{631}\u{62d}\u{628}\u{627}", "besluit"),
        ] {
            assert_eq!(told(said, shown), Some(true), "{said}");
        }
    }

    #[test]
    fn what_is_read_from_right_to_left_may_be_drawn_from_left_to_right() {
        let salam = "\u{633}\u{644}\u{627}\u{645}";
        assert_eq!(told(salam, salam), None);
        assert_eq!(told(salam, "\u{645}\u{627}\u{644}\u{633}"), None);
        assert_eq!(told(salam, "\u{fee1}\u{fefc}\u{feb3}"), None);
        assert_eq!(told(salam, "\u{feb3}\u{fefc}\u{fee1}"), None);
        assert_eq!(told(salam, "mals"), Some(false));
        assert_eq!(told("Jansen", salam), Some(true));
    }

    #[test]
    fn each_shape_of_an_arabic_letter_is_that_letter() {
        assert_eq!(SHAPES.len(), 36);
        assert_eq!(
            folded("\u{fe80}\u{fe8b}\u{fe91}\u{fece}\u{fed1}\u{fef4}"),
            "\u{621}\u{626}\u{628}\u{63a}\u{641}\u{64a}"
        );
        assert_eq!(folded("\u{fefb}\u{fef7}\u{fb05}\u{fb02}"), "\u{644}\u{627}\u{644}\u{623}stfl");
    }

    #[test]
    fn comparing_ends() {
        let shown = "f".repeat(3000) + "-x";
        assert_eq!(told(&("f".repeat(60) + "g"), &shown), Some(true));
    }

    #[test]
    fn what_is_short_for_words_stands_in_them() {
        let told = |said: &str, shown: &str| {
            let all = Letters::of(&glyphs(&[shown])).unwrap();
            at_length(said, &all, || Some(&all))
        };
        assert_eq!(told("Burgerservicenummer", "BSN"), None);
        assert_eq!(told("that is", "i.e."), Some(false));
        assert_eq!(told("Zaak van Jansen", "besluit over bomen"), Some(true));
    }
}
