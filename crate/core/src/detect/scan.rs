//! Cuts a text into words, numbers, spaces and marks, in one pass.

use super::lexicon::{self, Entry, Lexicon, Traits};
use super::more_names;

/// A piece of the text that belongs together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// What it is made of.
    pub shape: Shape,
    /// What it means to the detectors, where it is a word that one of them knows.
    pub entry: Entry,
    /// The hash of its letters, where it is a word; the number of the character that a mark is.
    pub hash: u64,
    /// Whether it starts with a capital.
    pub capital: bool,
    /// What sort of word it is: by the lexicon, or as a rare name with a capital of which that says
    /// nothing.
    pub traits: Traits,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Shape {
    /// Letters of any script.
    Word,
    /// The digits 0 to 9.
    Digits,
    /// Spaces and tabs.
    Space,
    /// A line end, with the spaces around it.
    Line,
    /// One character of any other sort.
    Mark,
}

impl Token {
    /// How many bytes it takes.
    pub(crate) fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// The same, in a text that begins so many bytes later.
    pub(crate) fn back(self, bytes: usize) -> Self {
        let (start, end) = (self.start.saturating_sub(bytes), self.end.saturating_sub(bytes));
        Self { start, end, ..self }
    }
}

/// Cuts a text into tokens. They follow each other without holes.
pub(crate) fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    more(text, Vec::new(), lexicon)
}

/// Cuts the rest of a text into tokens, behind those that are known already. The last of these may
/// go on in what follows.
pub(crate) fn more(text: &str, mut tokens: Vec<Token>, lexicon: &Lexicon) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut start = tokens.pop().map_or(0, |last| last.start);
    tokens.reserve(bytes.len().saturating_sub(start).wrapping_shr(2));
    while let Some(first) = bytes.get(start) {
        let (mut shape, length) = class(*first, text, start);
        let mut end = start.wrapping_add(length);
        let mut hash = 0;
        match shape {
            Shape::Word => (end, hash) = word(text, start),
            Shape::Digits => end = while_of(bytes, end, |of| of == Shape::Digits),
            Shape::Space | Shape::Line => {
                end = while_of(bytes, end, |of| {
                    if of == Shape::Line {
                        shape = Shape::Line;
                    }
                    matches!(of, Shape::Space | Shape::Line)
                });
            }
            Shape::Mark if length == 1 => hash = u64::from(*first),
            Shape::Mark => {
                let mark = text.get(start..).and_then(|rest| rest.chars().next());
                hash = mark.map_or(0, |mark| u64::from(u32::from(mark)));
            }
        }
        let mut token = Token {
            start,
            end,
            shape,
            entry: Entry::NONE,
            hash,
            capital: false,
            traits: Traits::default(),
        };
        if shape == Shape::Word {
            let word = text.get(start..end).unwrap_or_default();
            token.entry = entry(word, hash, lexicon);
            token.capital = word.starts_with(char::is_uppercase);
            if token.entry != Entry::NONE {
                token.traits = lexicon.traits(token.entry);
            } else if token.capital && word.len() >= 3 {
                token.traits = more_names::traits(word, hash).and(possessive(word, lexicon));
            }
        }
        tokens.push(token);
        start = end;
    }
    tokens
}

/// Where a run of characters of ASCII ends that has begun before this byte.
fn while_of(bytes: &[u8], from: usize, mut goes_on: impl FnMut(Shape) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let length = rest.iter().position(|byte| !goes_on(ascii(*byte))).unwrap_or(rest.len());
    from.saturating_add(length)
}

/// Where the word ends that starts here, and the hash of its letters.
fn word(text: &str, start: usize) -> (usize, u64) {
    let bytes = text.as_bytes();
    let (mut end, mut hash) = (start, lexicon::START);
    while let Some(byte) = bytes.get(end) {
        if byte.is_ascii_alphabetic() {
            hash = lexicon::mix(hash, *byte);
            end = end.wrapping_add(1);
            continue;
        }
        let (shape, length) = class(*byte, text, end);
        if shape != Shape::Word {
            break;
        }
        let upto = end.saturating_add(length);
        let seen = bytes.get(end..upto).unwrap_or_default();
        hash = seen.iter().fold(hash, |hash, byte| lexicon::mix(hash, *byte));
        end = upto;
    }
    (end, hash)
}

/// A first name, and nothing else.
const FIRST: Traits = Traits::of(0);

/// What a first name is, to which Dutch adds an s for what is someone's: `Tinekes portiek`.
fn possessive(word: &str, lexicon: &Lexicon) -> Traits {
    let name = word.strip_suffix('s').filter(|name| name.len() >= 5);
    let traits = name.map(|name| lexicon.traits(lexicon.find(name))).unwrap_or_default();
    if traits == FIRST { traits } else { Traits::default() }
}

/// The entry of a word; of one with accents, that of the word without them.
fn entry(word: &str, hash: u64, lexicon: &Lexicon) -> Entry {
    let entry = lexicon.look_up(hash, word.as_bytes());
    // Only Latin letters have accents that lists leave out; those of other scripts lead with others.
    let latin = |byte: u8| byte.is_ascii() || (0xc3..=0xcc).contains(&byte) || byte == 0xe1;
    match entry == Entry::NONE && !word.is_ascii() && word.bytes().any(latin) {
        true => lexicon.find(&super::fold::fold(word)),
        false => entry,
    }
}

/// What the character at this byte is, and how long.
fn class(byte: u8, text: &str, at: usize) -> (Shape, usize) {
    if byte.is_ascii() {
        return (ascii(byte), 1);
    }
    let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
    let letter = is_letter(c) || matches!(c, '\u{300}'..='\u{36f}');
    (if letter { Shape::Word } else { Shape::Mark }, c.len_utf8())
}

/// What a character of ASCII is; all other bytes are marks.
fn ascii(byte: u8) -> Shape {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Shape::Word,
        b'0'..=b'9' => Shape::Digits,
        b' ' | b'\t' => Shape::Space,
        b'\n' | b'\r' | 0x0b | 0x0c => Shape::Line,
        _ => Shape::Mark,
    }
}

/// Whether a character beyond ASCII is a letter. The large blocks are told without the tables.
fn is_letter(c: char) -> bool {
    match c {
        '\u{d7}' | '\u{f7}' => false,
        '\u{c0}'..='\u{2c1}'
        | '\u{3f7}'..='\u{481}'
        | '\u{620}'..='\u{657}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' => true,
        _ => c.is_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(&str, Shape)> {
        let lexicon = Lexicon::of(&[], &[]);
        tokens(text, &lexicon).iter().map(|t| (&text[t.start..t.end], t.shape)).collect()
    }

    #[test]
    fn words_numbers_spaces_and_marks_are_told_apart() {
        use Shape::{Digits, Line, Mark, Space, Word};
        assert_eq!(
            cut("Één NL91 x@y\t \n-"),
            [
                ("Één", Word),
                (" ", Space),
                ("NL", Word),
                ("91", Digits),
                (" ", Space),
                ("x", Word),
                ("@", Mark),
                ("y", Word),
                ("\t \n", Line),
                ("-", Mark),
            ]
        );
    }

    #[test]
    fn a_letter_is_what_unicode_says() {
        assert!(('\u{80}'..=char::MAX).all(|c| is_letter(c) == c.is_alphabetic()));
    }

    #[test]
    fn tokens_follow_each_other_without_holes() {
        let text = "a\u{301}é€ 12\r\n\r\n3🙂x";
        let mut end = 0;
        for token in tokens(text, &Lexicon::of(&[], &[])) {
            assert_eq!(token.start, end);
            end = token.end;
        }
        assert_eq!(end, text.len());
    }
}
