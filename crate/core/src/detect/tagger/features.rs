//! What the model looks at: a word, its neighbours, and what the lists know of them.

use crate::detect::lexicon::{self, Traits, hash};
use crate::detect::scan::{Shape, Token};

/// How many features a word has.
pub const COUNT: usize = 50;

/// The features of a word: numbers of weights.
pub type Features = [u32; COUNT];

/// The bits for known words (Bloom filters with two hashes): those seen without a capital, those of
/// a dictionary, and places.
#[derive(Clone, Copy)]
pub(super) struct Known<'d>([&'d [u8]; 3]);

impl<'d> Known<'d> {
    /// Reads them from one row of bytes.
    pub(super) fn read(bytes: &'d [u8]) -> Self {
        let mut start = 0_usize;
        Self(super::KNOWN.map(|length| {
            let end = start.saturating_add(length);
            let bits = bytes.get(start..end).unwrap_or_default();
            start = end;
            bits
        }))
    }

    /// Whether the dictionary has a word.
    pub(super) fn in_dictionary(self, word: &str) -> bool {
        let [_, listed, _] = self.0;
        word.chars().nth(LONGEST).is_none() && has(listed, hash(word))
    }

    /// Whether it is a place.
    pub(super) fn is_place(self, word: &str) -> bool {
        let [_, _, located] = self.0;
        has(located, hash(word))
    }

    /// A bit for each of them that has a word with this hash, but for a few by chance.
    fn of(self, hash: u64) -> u64 {
        self.0
            .iter()
            .rev()
            .fold(0, |known, bits| known.wrapping_shl(1) | u64::from(has(bits, hash)))
    }
}

/// Whether bits have a word with this hash.
fn has(bits: &[u8], hash: u64) -> bool {
    places(hash, bits.len())
        .iter()
        .all(|(byte, bit)| bits.get(*byte).is_some_and(|byte| byte.wrapping_shr(*bit) & 1 == 1))
}

/// How many letters a word of the dictionary has at most.
const LONGEST: usize = 8;

/// Adds a word to bits.
pub(super) fn add(bits: &mut [u8], word: &str) {
    for (byte, bit) in places(hash(word), bits.len()) {
        if let Some(byte) = bits.get_mut(byte) {
            *byte |= 1_u8.wrapping_shl(bit);
        }
    }
}

fn places(hash: u64, bytes: usize) -> [(usize, u32); 2] {
    // They are a power of two.
    let most = u64::try_from(bytes).unwrap_or(0).saturating_mul(8).saturating_sub(1);
    [hash.wrapping_shr(7), hash.wrapping_shr(31)].map(|hash| {
        let place = hash & most;
        (usize::try_from(place / 8).unwrap_or(0), u32::try_from(place % 8).unwrap_or(0))
    })
}

/// Numbers made one, in an order that matters.
fn join(numbers: &[u64]) -> u64 {
    numbers.iter().fold(lexicon::START, |hash, number| {
        (hash.rotate_left(23) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

/// What a token looks like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Look {
    /// Nothing: before the first and behind the last.
    Edge,
    /// A line end.
    Line,
    /// Two line ends or more.
    Gap,
    /// Small letters.
    Small,
    /// One capital.
    Letter,
    /// A capital and small letters.
    Title,
    /// Capitals only.
    Capitals,
    /// Small letters with capitals among them.
    Mixed,
    /// Small letters where nobody writes capitals, and no word of the dictionary.
    Low,
    /// Capitals where nobody writes small letters, and no word of the dictionary.
    Loud,
    /// Digits.
    Digits,
    /// Any other character.
    Mark,
}

/// A token that is no space.
#[derive(Clone, Copy)]
struct Item {
    token: usize,
    look: Look,
    /// The hash of the word in small letters.
    word: u64,
    /// What stands for it beside others: the word where it has small letters, else what it looks
    /// like and what the lists know.
    stands: u64,
    /// What the lists know of it.
    lists: u64,
    /// The hash of its last letters.
    ends: u64,
    /// Whether it has more letters than any word of the dictionary.
    long: bool,
    judged: bool,
    named: bool,
}

const EDGE: Item = Item {
    token: 0,
    look: Look::Edge,
    word: 0,
    stands: 1,
    lists: 0,
    ends: 1,
    long: false,
    judged: false,
    named: false,
};

/// Small words of surnames, and those with a capital (see the lists of names).
const INFIX: Traits = Traits::of(4);

/// The tokens of a text that are no spaces.
pub(super) struct Items<'t> {
    text: &'t str,
    tokens: &'t [Token],
    items: Vec<Item>,
}

impl<'t> Items<'t> {
    pub(super) fn of(text: &'t str, tokens: &'t [Token], known: Known<'_>) -> Self {
        let mut items = Vec::with_capacity(tokens.len());
        for (number, token) in tokens.iter().enumerate() {
            if token.shape != Shape::Space {
                let word = text.get(token.start..token.end).unwrap_or_default();
                items.push(Item::of(number, token, word, known));
            }
        }
        let mut these = Self { text, tokens, items };
        these.fit_case();
        these.choose();
        these
    }

    /// Sees which stretches are written without capitals, or in capitals only: what could be a name
    /// there is told by the lists and the dictionary, and other words are words in small letters.
    fn fit_case(&mut self) {
        let mut start = 0;
        while start < self.items.len() {
            let mut count = Cases::default();
            let mut end = start;
            while let Some(item) = self.items.get(end) {
                count.add(item, self.starts(end));
                end = end.saturating_add(1);
                let length = end.saturating_sub(start);
                let line = matches!(item.look, Look::Line | Look::Gap);
                if length >= STRETCH && line || length >= 2 * STRETCH {
                    break;
                }
            }
            let (low, loud) = (count.are_low(), count.are_loud());
            if low || loud {
                for item in self.items.get_mut(start..end).unwrap_or_default() {
                    item.fit(low);
                }
            }
            start = end;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// Says which are judged: what has a capital, and small words before it.
    fn choose(&mut self) {
        // How many marks and small words may still stand before the capital that was seen.
        let mut reach = 0_u32;
        for item in self.items.iter_mut().rev() {
            let small = || {
                let token = self.tokens.get(item.token);
                token.is_some_and(|token| token.traits.has(INFIX))
            };
            match item.look {
                Look::Title
                | Look::Letter
                | Look::Capitals
                | Look::Mixed
                | Look::Low
                | Look::Loud => {
                    item.judged = true;
                    reach = 6;
                }
                Look::Small if reach > 0 && small() => {
                    item.judged = true;
                    reach = reach.saturating_sub(1);
                }
                Look::Mark => reach = reach.saturating_sub(1),
                _ => reach = 0,
            }
        }
    }

    /// The token of an item that is judged.
    pub(super) fn judged(&self, at: usize) -> Option<usize> {
        self.items.get(at).filter(|item| item.judged).map(|item| item.token)
    }

    /// The tokens that are words in small letters which texts or the dictionary have.
    pub(super) fn usual(&self) -> impl Iterator<Item = usize> + '_ {
        let usual =
            |item: &&Item| item.look == Look::Small && !item.judged && item.lists >> 20 & 0b11 != 0;
        self.items.iter().filter(usual).map(|item| item.token)
    }

    /// Whether a mark goes with the part of a name before it.
    pub(super) fn joins(&self, at: usize) -> bool {
        let before = self.item(at, -1);
        before.named
            && self.item(at, 0).look == Look::Mark
            && matches!(self.mark(at), '.' | '-' | '\'')
    }

    fn mark(&self, at: usize) -> char {
        let token = self.items.get(at).and_then(|item| self.tokens.get(item.token));
        let rest = token.and_then(|token| self.text.get(token.start..));
        rest.and_then(|rest| rest.chars().next()).unwrap_or(' ')
    }

    /// Remembers whether an item is a part of a name.
    pub(super) fn name(&mut self, at: usize, named: bool) {
        if let Some(item) = self.items.get_mut(at) {
            item.named = named;
        }
    }

    fn item(&self, at: usize, offset: isize) -> Item {
        let index = at.checked_add_signed(offset);
        index.and_then(|index| self.items.get(index)).copied().unwrap_or(EDGE)
    }

    /// Whether a sentence or a line starts here.
    fn starts(&self, at: usize) -> bool {
        let before = self.item(at, -1);
        match before.look {
            Look::Edge | Look::Line | Look::Gap => true,
            Look::Mark => {
                let second = self.item(at, -2);
                let line = matches!(second.look, Look::Edge | Look::Line | Look::Gap | Look::Mark);
                match self.mark(at.saturating_sub(1)) {
                    // Not behind an initial or a title.
                    '.' => second.look != Look::Letter && second.lists & 0b11 << 6 == 0,
                    '!' | '?' | ':' | '•' => true,
                    _ => line,
                }
            }
            _ => false,
        }
    }

    /// What is seen of an item.
    pub(super) fn features(&self, at: usize) -> Features {
        let around = [-3, -2, -1, 0, 1, 2, 3].map(|offset| self.item(at, offset));
        let [third, second, before, this, next, after, beyond] = around;
        let start = u64::from(self.starts(at));
        let look = this.look as u64;
        let named = u64::from(before.named) | u64::from(second.named).wrapping_shl(1);
        let token = self.tokens.get(this.token);
        let word =
            token.and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default();
        let end = |count: usize| hash(last(word, count));
        let begin = hash(first(word, 3));
        let length = u64::try_from(word.len().min(12)).unwrap_or(0);
        let lists = join(&[this.lists & NAMING, look]);
        let known = this.lists.wrapping_shr(20);
        let numbers: [u64; COUNT] = [
            0,
            look,
            join(&[look, length]),
            lists,
            join(&[lists, start]),
            this.word,
            end(2),
            end(3),
            end(4),
            begin,
            before.stands,
            next.stands,
            join(&[second.stands, before.stands]),
            join(&[next.stands, after.stands]),
            join(&[before.stands, next.stands]),
            join(&[before.stands, lists]),
            join(&[next.stands, lists]),
            named,
            join(&[named, look]),
            join(&[named, lists]),
            join(&[named, before.stands]),
            join(&[named, next.stands]),
            join(&[start, look, next.stands]),
            join(&[start, before.stands]),
            join(&[lists, next.lists, next.look as u64]),
            join(&[lists, before.lists, before.look as u64]),
            join(&[lists, before.look as u64, next.look as u64]),
            join(&[look, start, before.look as u64, next.look as u64, after.look as u64]),
            second.stands,
            after.stands,
            join(&[second.look as u64, before.look as u64, look, next.look as u64]),
            join(&[named, end(3)]),
            join(&[start, end(3)]),
            join(&[before.stands, end(2)]),
            join(&[lists, end(2)]),
            join(&[third.stands, 1]),
            join(&[beyond.stands, 1]),
            join(&[before.look as u64, before.word]),
            join(&[next.look as u64, next.word]),
            join(&[start, named, lists, next.look as u64]),
            join(&[this.lists, look]),
            join(&[known, look, start]),
            join(&[known, lists, before.look as u64]),
            join(&[known, before.stands]),
            join(&[before.ends, look]),
            join(&[next.ends, look]),
            hash(first(word, 2)),
            hash(last(word, 5)),
            join(&[next.ends, before.look as u64, lists]),
            join(&[before.ends, next.look as u64, lists]),
        ];
        let mut features = [0; COUNT];
        for ((feature, number), template) in features.iter_mut().zip(numbers).zip(1_u64..) {
            let mixed = join(&[template, number]);
            let slot = mixed.wrapping_shr(64 - super::BITS);
            *feature = u32::try_from(slot).unwrap_or(0);
        }
        features
    }
}

/// How many items a stretch has at least of which the case is looked at as a whole.
const STRETCH: usize = 40;

/// How words of a stretch are written.
#[derive(Default)]
struct Cases {
    small: usize,
    capital: usize,
    capitals: usize,
    /// Sentences and lines that start with a small letter, and with a capital.
    starts: [usize; 2],
}

impl Cases {
    fn add(&mut self, item: &Item, starts: bool) {
        let (small, capital) = match item.look {
            Look::Small => (true, false),
            Look::Title | Look::Mixed => (false, true),
            Look::Capitals => {
                self.capitals = self.capitals.saturating_add(1);
                (false, true)
            }
            _ => return,
        };
        self.small = self.small.saturating_add(usize::from(small));
        self.capital = self.capital.saturating_add(usize::from(capital));
        let [low, high] = &mut self.starts;
        *low = low.saturating_add(usize::from(starts && small));
        *high = high.saturating_add(usize::from(starts && capital));
    }

    fn are_low(&self) -> bool {
        let [low, high] = self.starts;
        self.small >= 8
            && (self.capital.saturating_mul(12) <= self.small
                || low > high && self.capital.saturating_mul(3) <= self.small)
    }

    fn are_loud(&self) -> bool {
        let others = self.small.saturating_add(self.capital).saturating_sub(self.capitals);
        self.capitals >= 4 && others.saturating_mul(4) <= self.capitals
    }
}

impl Item {
    /// Takes the case of a word for what it is where all are written so.
    fn fit(&mut self, low: bool) {
        let fits = match self.look {
            Look::Small => low,
            Look::Capitals => !low,
            _ => false,
        };
        if !fits {
            return;
        }
        let listed = self.lists & 0b11 != 0;
        let usual = self.lists >> 20 & if self.long { 0b01 } else { 0b10 } != 0;
        let name = (listed || !usual) && self.lists & INFIXES == 0;
        self.look = match (name, low) {
            (true, true) => Look::Low,
            (true, false) => Look::Loud,
            _ => Look::Small,
        };
        self.stands = match name {
            true => join(&[self.look as u64, self.lists & LISTED]),
            false => self.word,
        };
    }

    fn of(number: usize, token: &Token, word: &str, known: Known<'_>) -> Self {
        let look = look(token, word);
        let of_word = matches!(token.shape, Shape::Word);
        let identity = if of_word { token.hash } else { 0 };
        let traits = token.traits.bits() & 0x7ffff;
        let known = if of_word { known.of(identity) } else { 0 };
        let long = of_word && word.len() > LONGEST && word.chars().nth(LONGEST).is_some();
        let known = if long { known & !0b10 } else { known };
        let lists = u64::from(traits) | known.wrapping_shl(20);
        let stands = match look {
            Look::Small => identity,
            Look::Digits => join(&[u64::try_from(word.len().min(5)).unwrap_or(0), 7]),
            Look::Mark => hash(word),
            look => join(&[look as u64, lists & LISTED]),
        };
        let ends = if of_word { hash(last(word, 2)) } else { stands };
        Self {
            token: number,
            look,
            word: identity,
            stands,
            lists,
            ends,
            long,
            judged: false,
            named: false,
        }
    }
}

/// A small word of surnames.
const INFIXES: u64 = 1 << 4;
/// What the lists of names know: first name, surname, no name, ambiguous, small word.
const NAMING: u64 = 0b11_1111;
/// What counts of a neighbour: first name, surname, no name, small word, address, title, role, and
/// whether it is seen without a capital, stands in a dictionary, or is a place.
const LISTED: u64 = 0b111_0000_0000_0001_1101_0111;

fn look(token: &Token, word: &str) -> Look {
    match token.shape {
        Shape::Digits => Look::Digits,
        Shape::Line if word.matches('\n').count() > 1 => Look::Gap,
        Shape::Line => Look::Line,
        Shape::Mark | Shape::Space => Look::Mark,
        Shape::Word => {
            let mut letters = word.chars();
            let capital = letters.next().is_some_and(char::is_uppercase);
            let (mut small, mut large) = (false, false);
            for c in letters {
                small |= c.is_lowercase();
                large |= c.is_uppercase();
            }
            match (capital, small, large) {
                (true, false, false) => Look::Letter,
                (true, false, true) => Look::Capitals,
                (true, _, false) => Look::Title,
                (_, _, true) => Look::Mixed,
                _ => Look::Small,
            }
        }
    }
}

/// The last so many letters.
fn last(word: &str, count: usize) -> &str {
    let from = word.len().saturating_sub(count);
    if word.as_bytes().get(from..).is_some_and(<[u8]>::is_ascii) {
        return word.get(from..).unwrap_or_default();
    }
    let start = word.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    word.get(start..).unwrap_or_default()
}

/// The first so many letters.
fn first(word: &str, count: usize) -> &str {
    let upto = word.len().min(count);
    if word.as_bytes().get(..upto).is_some_and(<[u8]>::is_ascii) {
        return word.get(..upto).unwrap_or_default();
    }
    let end = word.char_indices().nth(count).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or_default()
}
