//! Reads one PDF object at a position, bounded in depth, and notes what a reader would not see.

use std::collections::BTreeMap;
use std::ops::Range;

use lopdf::{Dictionary, Object, StringFormat};

/// Reads objects from bytes; never fails, but stops where nothing more makes sense.
pub struct Parser<'a> {
    bytes: &'a [u8],
    /// Where the next token starts.
    pub position: usize,
    depth: usize,
    /// How much more may be made: a value counts once, a dictionary four times, and twice for each
    /// entry. None are made when it is used up.
    pub items: usize,
    /// Comments that were passed over.
    pub comments: Vec<Range<usize>>,
    /// Whether there were more comments than are kept.
    pub crowded: bool,
    /// Values that a later entry with the same key hides.
    pub hidden: Vec<Object>,
    /// Whether objects stood in each other too deep, and were passed over.
    pub deep: bool,
    /// Whether a string had no end.
    pub endless: bool,
    /// How numbers are spelled that a short form would change, by the bits of their value.
    pub spellings: BTreeMap<u32, Vec<u8>>,
}

/// What stands at a position of a content stream or a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// A whole object (references are never made by [`Parser::token`]).
    Object(Object),
    /// A word that is no object: an operator, `obj`, `stream` …
    Word(Vec<u8>),
}

/// How much more a dictionary takes than a number, and each of its entries.
const DICTIONARY: usize = 3;
const ENTRY: usize = 1;

/// No more comments than this are kept.
const COMMENTS: usize = 1 << 16;

impl<'a> Parser<'a> {
    /// Starts at `position`; objects may stand in each other `depth` deep.
    pub fn new(bytes: &'a [u8], position: usize, depth: usize) -> Self {
        let items = usize::MAX;
        Self {
            bytes,
            position,
            depth,
            items,
            comments: Vec::new(),
            crowded: false,
            hidden: Vec::new(),
            deep: false,
            endless: false,
            spellings: BTreeMap::new(),
        }
    }

    /// The object here; `1 0 R` is a reference.
    pub fn object(&mut self) -> Option<Object> {
        self.read(self.depth)
    }

    /// The next token of a content stream, or nothing at the end. What cannot be read as an
    /// object is passed over byte by byte.
    pub fn token(&mut self) -> Option<Token> {
        loop {
            self.space();
            let start = self.position;
            let first = *self.bytes.get(start)?;
            if is_regular(first) && !is_number_start(first) {
                return Some(match self.word() {
                    b"true" => Token::Object(Object::Boolean(true)),
                    b"false" => Token::Object(Object::Boolean(false)),
                    b"null" => Token::Object(Object::Null),
                    word => Token::Word(word.to_vec()),
                });
            }
            match self.plain(first, self.depth) {
                Some(object) => return Some(Token::Object(object)),
                None => self.position = start.saturating_add(1),
            }
        }
    }

    /// Passes over white space and comments.
    pub fn space(&mut self) {
        while let Some(byte) = self.bytes.get(self.position) {
            if *byte == b'%' {
                let rest = self.bytes.get(self.position..).unwrap_or_default();
                let length = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
                let end = self.position.saturating_add(length.unwrap_or(rest.len()));
                self.crowded |= self.comments.len() >= COMMENTS;
                if !self.crowded {
                    self.comments.push(self.position..end);
                }
                self.position = end;
            } else if is_space(*byte) {
                self.position = self.position.saturating_add(1);
            } else {
                break;
            }
        }
    }

    /// The regular characters here: a keyword, if any.
    pub fn word(&mut self) -> &'a [u8] {
        let rest = self.bytes.get(self.position..).unwrap_or_default();
        let length = rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len());
        self.position = self.position.saturating_add(length);
        rest.get(..length).unwrap_or_default()
    }

    /// A whole number without a sign, as object numbers are.
    pub fn natural(&mut self) -> Option<u64> {
        self.space();
        let start = self.position;
        let number = std::str::from_utf8(self.word()).ok().and_then(|word| {
            word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse().ok()).flatten()
        });
        if number.is_none() {
            self.position = start;
        }
        number
    }

    /// Whether this word stands here; it is passed over if so.
    pub fn keyword(&mut self, word: &[u8]) -> bool {
        self.space();
        let rest = self.bytes.get(self.position..).unwrap_or_default();
        if rest.starts_with(word) {
            self.position = self.position.saturating_add(word.len());
            return true;
        }
        false
    }

    fn read(&mut self, depth: usize) -> Option<Object> {
        self.space();
        let first = *self.bytes.get(self.position)?;
        if first.is_ascii_digit() {
            let start = self.position;
            if let Some(reference) = self.reference() {
                return Some(reference);
            }
            self.position = start;
        }
        if is_regular(first) && !is_number_start(first) {
            let start = self.position;
            let constant = match self.word() {
                b"true" => Some(Object::Boolean(true)),
                b"false" => Some(Object::Boolean(false)),
                b"null" => Some(Object::Null),
                _ => None,
            };
            if constant.is_none() {
                self.position = start;
            }
            return constant;
        }
        self.plain(first, depth)
    }

    fn reference(&mut self) -> Option<Object> {
        let number = u32::try_from(self.natural()?).ok()?;
        let generation = u16::try_from(self.natural()?).ok()?;
        self.space();
        (self.word() == b"R").then_some(Object::Reference((number, generation)))
    }

    fn plain(&mut self, first: u8, depth: usize) -> Option<Object> {
        self.items = self.items.checked_sub(1)?;
        match first {
            b'/' => Some(Object::Name(self.name())),
            b'(' => Some(Object::String(self.literal(), StringFormat::Literal)),
            b'<' if self.bytes.get(self.position.saturating_add(1)) == Some(&b'<') => {
                let depth = self.below(depth)?;
                self.items = self.items.saturating_sub(DICTIONARY);
                self.dictionary(depth)
            }
            b'<' => Some(Object::String(self.hex(), StringFormat::Hexadecimal)),
            b'[' => {
                let depth = self.below(depth)?;
                self.array(depth)
            }
            _ if is_number_start(first) => {
                let word = self.word();
                let number = number(word);
                if let Some(Object::Real(value)) = number {
                    self.spell(value, word);
                }
                number
            }
            _ => None,
        }
    }

    fn below(&mut self, depth: usize) -> Option<usize> {
        let below = depth.checked_sub(1);
        self.deep |= below.is_none();
        below
    }

    /// Values are kept in single precision; a number that was written with more stays so.
    fn spell(&mut self, value: f32, word: &[u8]) {
        let plain = word.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        if word.len() > 7 && plain && value.to_string().as_bytes() != word {
            self.spellings.entry(value.to_bits()).or_insert_with(|| word.to_vec());
        }
    }

    fn array(&mut self, depth: usize) -> Option<Object> {
        self.position = self.position.saturating_add(1);
        let mut items = Vec::new();
        loop {
            self.space();
            match self.bytes.get(self.position) {
                None => return Some(Object::Array(items)),
                Some(b']') => {
                    self.position = self.position.saturating_add(1);
                    return Some(Object::Array(items));
                }
                Some(_) => {}
            }
            let start = self.position;
            match self.read(depth) {
                Some(item) => items.push(item),
                // An array that was not closed ends where the object does.
                None if self.at_end_word(start) => return Some(Object::Array(items)),
                None => self.position = self.position.max(start.saturating_add(1)),
            }
        }
    }

    fn dictionary(&mut self, depth: usize) -> Option<Object> {
        self.position = self.position.saturating_add(2);
        let mut dictionary = Dictionary::new();
        loop {
            self.space();
            let start = self.position;
            match self.bytes.get(start) {
                None => break,
                Some(b'>') => {
                    self.position = start.saturating_add(1);
                    if self.bytes.get(self.position) == Some(&b'>') {
                        self.position = start.saturating_add(2);
                        break;
                    }
                }
                Some(b'/') => {
                    let key = self.name();
                    self.space();
                    if matches!(self.bytes.get(self.position), Some(b'>')) {
                        continue;
                    }
                    let at = self.position;
                    self.items = self.items.saturating_sub(ENTRY);
                    match self.read(depth) {
                        Some(value) => {
                            if let Ok(earlier) = dictionary.get(&key) {
                                self.hidden.push(earlier.clone());
                            }
                            dictionary.set(key, value);
                        }
                        None if self.at_end_word(at) => break,
                        None => self.position = self.position.max(at.saturating_add(1)),
                    }
                }
                Some(_) if self.at_end_word(start) => break,
                Some(_) => self.position = start.saturating_add(1),
            }
        }
        Some(Object::Dictionary(dictionary))
    }

    fn at_end_word(&self, position: usize) -> bool {
        let rest = self.bytes.get(position..).unwrap_or_default();
        rest.starts_with(b"endobj") || rest.starts_with(b"stream") || rest.starts_with(b"endstream")
    }

    fn name(&mut self) -> Vec<u8> {
        self.position = self.position.saturating_add(1);
        let word = self.word();
        let mut name = Vec::with_capacity(word.len());
        let mut rest = word;
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            let code = match after {
                [high, low, after @ ..] if *first == b'#' => hex_digit(*high)
                    .zip(hex_digit(*low))
                    .map(|(high, low)| (high.wrapping_shl(4) | low, after)),
                _ => None,
            };
            match code {
                Some((byte, after)) => {
                    name.push(byte);
                    rest = after;
                }
                None => name.push(*first),
            }
        }
        name
    }

    fn literal(&mut self) -> Vec<u8> {
        let mut string = Vec::new();
        let mut open = 1_usize;
        self.position = self.position.saturating_add(1);
        while let Some(byte) = self.next() {
            match byte {
                b'(' => open = open.saturating_add(1),
                b')' => {
                    open = open.saturating_sub(1);
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut string);
                    continue;
                }
                b'\r' => {
                    self.line_feed();
                    string.push(b'\n');
                    continue;
                }
                _ => {}
            }
            string.push(byte);
        }
        self.endless |= open > 0;
        string
    }

    fn escape(&mut self, string: &mut Vec<u8>) {
        match self.next() {
            Some(b'n') => string.push(b'\n'),
            Some(b'r') => string.push(b'\r'),
            Some(b't') => string.push(b'\t'),
            Some(b'b') => string.push(8),
            Some(b'f') => string.push(12),
            Some(b'\r') => self.line_feed(),
            Some(b'\n') | None => {}
            Some(digit @ b'0'..=b'7') => {
                let mut code = u32::from(digit).wrapping_sub(48);
                for _ in 0..2 {
                    match self.bytes.get(self.position) {
                        Some(digit @ b'0'..=b'7') => {
                            code = code.wrapping_mul(8).wrapping_add(u32::from(*digit) & 7);
                            self.position = self.position.saturating_add(1);
                        }
                        _ => break,
                    }
                }
                string.push(u8::try_from(code & 255).unwrap_or(0));
            }
            Some(other) => string.push(other),
        }
    }

    fn hex(&mut self) -> Vec<u8> {
        self.position = self.position.saturating_add(1);
        let mut string = Vec::new();
        let mut high: Option<u8> = None;
        while let Some(byte) = self.next() {
            if byte == b'>' {
                break;
            }
            let Some(digit) = hex_digit(byte) else { continue };
            match high.take() {
                None => high = Some(digit),
                Some(high) => string.push(high.wrapping_shl(4) | digit),
            }
        }
        string.extend(high.map(|high| high.wrapping_shl(4)));
        string
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.position).copied();
        self.position = self.position.saturating_add(usize::from(byte.is_some()));
        byte
    }

    fn line_feed(&mut self) {
        if self.bytes.get(self.position) == Some(&b'\n') {
            self.position = self.position.saturating_add(1);
        }
    }
}

/// White space of PDF.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

/// A character that can stand in a word.
pub fn is_regular(byte: u8) -> bool {
    !is_space(byte)
        && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// The value of a hexadecimal digit.
pub fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn is_number_start(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.')
}

/// Readers take what is odd in a number (`--5`, `1.2.3`) as far as it goes, and so do we.
fn number(word: &[u8]) -> Option<Object> {
    let text = std::str::from_utf8(word).ok()?;
    if let Ok(whole) = text.parse::<i64>() {
        return Some(Object::Integer(whole));
    }
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    let unsigned = text.trim_start_matches(['+', '-']);
    let mut dots = 0_usize;
    let length = unsigned.find(|letter: char| {
        dots = dots.saturating_add(usize::from(letter == '.'));
        dots > 1 || !(letter.is_ascii_digit() || letter == '.')
    });
    let digits = unsigned.get(..length.unwrap_or(unsigned.len()))?;
    match digits {
        "" => length.is_none().then_some(Object::Integer(0)),
        "." => Some(Object::Integer(0)),
        _ => digits.parse::<f32>().ok().map(|value| Object::Real(value * sign)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &[u8]) -> Option<Object> {
        Parser::new(text, 0, 20).object()
    }

    #[test]
    fn strings_lose_their_escapes() {
        let string = |bytes: &[u8]| Some(Object::String(bytes.to_vec(), StringFormat::Literal));
        assert_eq!(parse(b"(a\\(b\\)(c)\\101\\\nd)"), string(b"a(b)(c)Ad"));
        assert_eq!(
            parse(b"<48 65 6C6>"),
            Some(Object::String(b"Hel`".to_vec(), StringFormat::Hexadecimal))
        );
        assert_eq!(parse(b"/F#69lter"), Some(Object::Name(b"Filter".to_vec())));
    }

    #[test]
    fn the_value_that_a_second_entry_hides_is_kept() {
        let mut parser = Parser::new(b"<</Author (Jan) /Author ()>>", 0, 20);
        assert!(parser.object().is_some());
        assert_eq!(parser.hidden, [Object::String(b"Jan".to_vec(), StringFormat::Literal)]);
    }

    #[test]
    fn depth_is_bounded_and_damage_ends() {
        let deep = b"[".repeat(100_000);
        assert!(parse(&deep).is_some());
        assert!(parse(b"<</A [1 2 (x").is_some());
        assert_eq!(parse(b"12 0 R"), Some(Object::Reference((12, 0))));
        assert_eq!(parse(b"-.5"), Some(Object::Real(-0.5)));
    }
}
