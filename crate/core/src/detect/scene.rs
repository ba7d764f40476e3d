//! A text as a detector sees it: its tokens, and the words that stand near.

use std::cell::Cell;
use std::ops::Range;

use super::language;
use super::lexicon::{Entry, Lexicon, Role, Traits};
use super::memory::{List, Memory};
use super::number::Number;
use super::person::Name;
use super::scan::{self, Shape, Token};
use super::tagger::{self, Tag};
use super::words::NAMES;

/// How many bytes may stand between a word that names the thing and the thing.
const NAMES_REACH: usize = 80;
/// The same for a word that only hints at it.
const HINTS_REACH: usize = 100;
/// The same for a word that names something else.
const AGAINST_REACH: usize = 40;
/// How far a word behind the thing may be.
const AFTER_REACH: usize = 30;
/// How far apart two of one list may stand.
pub(super) const LIST_REACH: usize = 100;

/// Names, words that are names as well, and months.
const TELLING: Traits = NAMES.and(Traits::of(3)).and(Traits::of(13)).and(Traits::of(16));

/// The tokens of a text, and how far the detectors got.
pub(crate) struct Scene<'t> {
    /// The text in plain form.
    pub text: &'t str,
    /// The number that starts at the token that is looked at.
    pub number: Number,
    /// The names that are known.
    pub names: &'t Memory,
    /// Whether the text is in another language than Dutch, of which the model knows little.
    pub foreign: bool,
    tokens: Vec<Token>,
    /// What the model and the dictionary know of each token.
    tags: Vec<Tag>,
    lexicon: &'static Lexicon,
    label: Vec<Entry>,
    /// For each detector the last two tokens that named, hinted at, or spoke against its sort.
    last: Vec<[[Option<usize>; 2]; 3]>,
    /// For each detector the last token of its last sighting, and the word that named it.
    listed: Vec<Option<(usize, &'static str)>>,
    detector: usize,
    /// The last token that was asked for a name, and the name that starts there.
    pub candidate: Cell<(usize, Option<Name>)>,
}

/// Tokens from the first up to and including the last.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Span {
    /// The first token.
    pub first: usize,
    /// The last token.
    pub last: usize,
}

/// The word that says most about what stands near it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Near {
    /// A word that the detector knows, what it means, and where it stands.
    Word(Role, &'static str, Side),
    /// Nothing that the detector knows.
    Nothing,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Side {
    /// Before it.
    Before,
    /// Behind it.
    After,
    /// In the header of its column, or the label of its field.
    Label,
    /// Before the first of the list that it stands in.
    List,
}

impl<'t> Scene<'t> {
    /// The scene of a text in plain form that is looked at from a byte on, of which the first tokens
    /// may be known, and of the label that the format gave it.
    pub(crate) fn of(
        text: &'t str,
        from: usize,
        known: &[Token],
        label: Option<&str>,
        names: &'t Memory,
        lexicon: &'static Lexicon,
    ) -> Self {
        // "geb_datum" means what "gebdatum" means.
        let whole = |label: &str| {
            let joined: String = label.chars().filter(|c| c.is_alphanumeric()).take(60).collect();
            let known = !lexicon.meanings(lexicon.find(&joined.to_lowercase())).is_empty();
            if known { joined } else { spaced(label) }
        };
        let label = label.map(whole).map(|label| scan::tokens(&label, lexicon));
        let label = label.into_iter().flatten().map(|token| token.entry);
        let tokens = scan::more(text, known.to_vec(), lexicon);
        let mut tags = tagger::tag(text, from, &tokens);
        // The model knows capitals and small letters; scripts without them it never saw.
        if !text.is_ascii() {
            let cased = |start: usize| {
                let first = text.get(start..).and_then(|rest| rest.chars().next());
                first.is_none_or(|c| c.is_ascii() || c.is_uppercase() || c.is_lowercase())
            };
            for (tag, token) in tags.iter_mut().zip(&tokens) {
                tag.said = tag.said.filter(|_| cased(token.start));
            }
        }
        let judged = tags.iter().any(|tag| tag.said.is_some());
        let earlier = if from > 0 { names.earlier() } else { Default::default() };
        let foreign = judged && language::is_foreign(text, &tokens, earlier);
        if foreign {
            for (tag, token) in tags.iter_mut().zip(&tokens) {
                let small = text
                    .get(token.start..)
                    .is_some_and(|rest| !rest.starts_with(char::is_uppercase));
                tag.said = tag.said.filter(|_| !small);
            }
        }
        Self {
            text,
            number: Number::default(),
            names,
            foreign,
            tags,
            tokens,
            lexicon,
            label: label.filter(|entry| *entry != Entry::NONE).collect(),
            last: Vec::new(),
            listed: Vec::new(),
            detector: 0,
            candidate: Cell::new((usize::MAX, None)),
        }
    }

    /// Makes room for so many detectors, and takes up the lists that the text before a byte left
    /// open.
    pub(crate) fn open_lists(&mut self, from: usize, lists: &[List], detectors: usize) {
        self.last = vec![[[None; 2]; 3]; detectors];
        self.listed = vec![None; detectors];
        for list in lists {
            let end = from.checked_sub(list.back).filter(|end| *end > 0);
            let token = end.map(|end| self.index_at(end.saturating_sub(1)));
            if let Some(listed) = self.listed.get_mut(list.detector) {
                *listed = token.map(|token| (token, list.word));
            }
        }
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token with this number.
    pub(crate) fn token(&self, index: usize) -> Option<Token> {
        #[cfg(test)]
        super::steps::count();
        self.tokens.get(index).copied()
    }

    /// The token before this one.
    pub(crate) fn before(&self, index: usize) -> Option<Token> {
        index.checked_sub(1).and_then(|index| self.token(index))
    }

    /// The characters of a token; nothing where there is none.
    pub(crate) fn word(&self, index: usize) -> &'t str {
        self.token(index).map(|token| self.slice(token.start..token.end)).unwrap_or_default()
    }

    /// The mark that a token is, where it is one.
    pub(crate) fn mark(&self, index: usize) -> Option<char> {
        let token = self.token(index).filter(|token| token.shape == Shape::Mark)?;
        u32::try_from(token.hash).ok().and_then(char::from_u32)
    }

    /// The mark before a token, where there is one.
    pub(crate) fn mark_before(&self, index: usize) -> Option<char> {
        index.checked_sub(1).and_then(|index| self.mark(index))
    }

    /// Whether a token has this shape.
    pub(crate) fn is(&self, index: usize, shape: Shape) -> bool {
        self.token(index).is_some_and(|token| token.shape == shape)
    }

    /// Whether a token starts with a capital.
    pub(crate) fn is_capital(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| token.capital)
    }

    /// What the model says of a token: above zero it is more likely a part of a name. Nothing where
    /// it does not judge it.
    pub(crate) fn said(&self, index: usize) -> Option<i32> {
        self.tags.get(index).and_then(|tag| tag.said)
    }

    /// Whether a token is a word like any other amid a sentence: it has small letters, the dictionary
    /// has it, no detector knows it, it is in nobody's name so far, and words stand around it of which
    /// the one before announces nothing.
    pub(crate) fn is_quiet(&self, index: usize) -> bool {
        let Some(token) = self.token(index) else { return false };
        let usual = self.tags.get(index).is_some_and(|tag| tag.usual);
        if !usual || !self.is_plain(token) {
            return false;
        }
        let spaced =
            |space: usize, word: usize| self.word(space) == " " && self.is(word, Shape::Word);
        let behind = index.saturating_add(1);
        let ends = matches!(self.mark(behind), Some(',' | '.'));
        let after = behind.saturating_add(usize::from(ends));
        let goes_on = spaced(after, after.saturating_add(1)) || self.is(after, Shape::Line);
        goes_on
            && index.checked_sub(2).is_some_and(|before| {
                spaced(before.saturating_add(1), before) && !self.announces(before)
            })
            && !self.names.may_know(token.hash, self.word(index))
    }

    /// Whether an account may follow a word, or whatever it is that a detector looks for behind it.
    fn announces(&self, index: usize) -> bool {
        let entry = self.token(index).map_or(Entry::NONE, |token| token.entry);
        let told = |role: Role| role != Role::Against;
        matches!(self.word(index), "door" | "by")
            || self.lexicon.meanings(entry).iter().any(|meaning| told(meaning.role))
    }

    /// Whether a word is of no name and names nothing that is found by its name alone.
    fn is_plain(&self, token: Token) -> bool {
        token.entry == Entry::NONE
            || !token.traits.has(TELLING)
                && !self
                    .lexicon
                    .meanings(token.entry)
                    .iter()
                    .any(|meaning| meaning.role == Role::Names)
    }

    /// What sort of word a token is.
    pub(crate) fn traits(&self, index: usize) -> Traits {
        self.token(index).map(|token| token.traits).unwrap_or_default()
    }

    /// The word of the lexicon that a token is, where it has one of these traits.
    pub(crate) fn with_traits(&self, index: usize, traits: Traits) -> Option<&'static str> {
        let token = self.token(index).filter(|token| token.traits.has(traits))?;
        self.lexicon.word(token.entry)
    }

    /// The characters of a range.
    pub(crate) fn slice(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// The bytes that tokens take.
    pub(crate) fn range(&self, span: Span) -> Range<usize> {
        let start = self.token(span.first).map_or(0, |token| token.start);
        start..self.token(span.last).map_or(start, |token| token.end)
    }

    /// The token in which this byte stands.
    pub(crate) fn index_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.start <= byte).saturating_sub(1)
    }

    /// Whether nothing sticks to the front of a token: no letter or digit, and no point, hyphen or
    /// the like with a digit before it.
    pub(crate) fn starts_apart(&self, index: usize) -> bool {
        match self.before(index).map(|token| token.shape) {
            Some(Shape::Word | Shape::Digits) => false,
            Some(Shape::Mark) => {
                let sticky = matches!(self.mark_before(index), Some('.' | '-' | '/' | ':'));
                let joined =
                    index.checked_sub(2).is_some_and(|before| self.is(before, Shape::Digits));
                !(sticky && joined) && self.mark_before(index) != Some('_')
            }
            _ => true,
        }
    }

    /// Whether nothing sticks to the back of a token: no letter or digit, and no point, hyphen or
    /// the like with a digit behind it, and no cents.
    pub(crate) fn ends_apart(&self, index: usize) -> bool {
        let next = index.saturating_add(1);
        match self.token(next).map(|token| token.shape) {
            Some(Shape::Word | Shape::Digits) => false,
            Some(Shape::Mark) => {
                let behind = next.saturating_add(1);
                let joined = self.is(behind, Shape::Digits);
                match self.mark(next) {
                    Some('_') => false,
                    Some('.' | '-' | '/' | ':') => !joined,
                    // Cents; the next cell of a table has another number of digits.
                    Some(',') => !(joined && self.word(behind).len() == 2),
                    _ => true,
                }
            }
            _ => true,
        }
    }

    /// The word that says most about these tokens to the detector that looks.
    pub(crate) fn near(&self, span: Span) -> Near {
        self.near_within(span, NAMES_REACH)
    }

    /// The same, where a word that names it has to stand closer than usual.
    pub(crate) fn near_within(&self, span: Span, reach: usize) -> Near {
        let known = self.known(span);
        let start = self.range(span).start;
        let [names, hints, against] = known.map(|index| {
            let token = self.token(index?)?;
            Some((start.saturating_sub(token.end), self.lexicon.word(token.entry)?))
        });
        let within = |seen: Option<(usize, &'static str)>, reach| {
            seen.filter(|(distance, _)| *distance <= reach)
        };
        let (names, hints) = (within(names, reach), within(hints, HINTS_REACH));
        let nearest = [names, hints].into_iter().flatten().map(|(distance, _)| distance).min();
        match within(against, AGAINST_REACH) {
            Some((distance, word))
                if nearest.is_none_or(|nearest| distance < nearest) && !self.spent(known, span) =>
            {
                return Near::Word(Role::Against, word, Side::Before);
            }
            _ => {}
        }
        if let Some((_, word)) = names {
            return Near::Word(Role::Names, word, Side::Before);
        }
        self.after(span)
            .or_else(|| self.list(span, start))
            .or_else(|| self.label())
            .or_else(|| hints.map(|(_, word)| Near::Word(Role::Hints, word, Side::Before)))
            .unwrap_or(Near::Nothing)
    }

    /// The word that speaks against these tokens, also where another number stands between.
    pub(crate) fn spoken_against(&self, span: Span) -> Option<&'static str> {
        let [_, _, against] = self.known(span);
        let token = self.token(against?)?;
        let distance = self.range(span).start.saturating_sub(token.end);
        (distance <= AGAINST_REACH).then(|| self.lexicon.word(token.entry))?
    }

    /// The last token before these that names, hints at, or speaks against what is looked for: Van
    /// Dijk starts with a word that is a label elsewhere.
    fn known(&self, span: Span) -> [Option<usize>; 3] {
        let known = self.last.get(self.detector).copied().unwrap_or_default();
        known.map(|tokens| tokens.into_iter().flatten().find(|index| *index < span.first))
    }

    /// Whether another number stands between the word that speaks against these tokens and them: it
    /// was about that one.
    fn spent(&self, known: [Option<usize>; 3], span: Span) -> bool {
        let [_, _, Some(against)] = known else { return false };
        (against..span.first).any(|index| self.is(index, Shape::Digits))
    }

    /// The word of the lexicon that a token is, where it names what the detector looks for.
    pub(crate) fn named_by(&self, index: usize) -> Option<&'static str> {
        let entry = self.token(index)?.entry;
        let names = entry != Entry::NONE && self.role(entry) == Some(Role::Names);
        if names { self.lexicon.word(entry) } else { None }
    }

    /// Whether one of these words stands before a token, joined by a hyphen to a letter before it:
    /// `V-nummer`. Between them and the token there may be a colon and the like.
    pub(crate) fn lettered(&self, first: usize, letter: &str, words: &[&str]) -> bool {
        let found = (0..first).rev().take(6).find(|index| self.is(*index, Shape::Word));
        let Some(index) = found else { return false };
        let word = self.word(index);
        let joined = index.checked_sub(2).is_some_and(|before| {
            self.word(before).eq_ignore_ascii_case(letter) && self.mark_before(index) == Some('-')
        });
        joined && words.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// Goes on to the next token: what it means, from now on stands before.
    pub(crate) fn pass(&mut self, index: usize) {
        let Some(entry) = self.token(index).map(|token| token.entry) else { return };
        if entry == Entry::NONE {
            return;
        }
        for meaning in self.lexicon.meanings(entry) {
            let last = self.last.get_mut(meaning.detector);
            if let Some(last) = last.and_then(|last| last.get_mut(meaning.role.index())) {
                *last = [Some(index), last.first().copied().flatten()];
            }
        }
    }

    /// Reads the number that starts at a token.
    pub(crate) fn read_number(&mut self, index: usize) {
        let mut number = std::mem::take(&mut self.number);
        number.read(self, index);
        self.number = number;
    }

    /// Hands the scene to a detector.
    pub(crate) fn show(&mut self, detector: usize) {
        self.detector = detector;
    }

    /// The word that named the last sighting of the detector that looks, where that is near.
    pub(crate) fn listed_near(&self, span: Span) -> Near {
        self.list(span, self.range(span).start).unwrap_or(Near::Nothing)
    }

    /// The last token of the last sighting in a list.
    pub(crate) fn last_listed(&self) -> Option<usize> {
        self.listed.get(self.detector).copied().flatten().map(|(last, _)| last)
    }

    /// Remembers a sighting of the detector that looks, for the rest of the list.
    pub(crate) fn list_on(&mut self, range: &Range<usize>, word: Option<&'static str>) {
        let last = self.tokens.partition_point(|token| token.start < range.end).saturating_sub(1);
        if let Some(listed) = self.listed.get_mut(self.detector) {
            let known = listed.map(|(last, _)| last);
            // A part of the sighting before is no next one.
            if word.is_some() || known.is_none_or(|known| known < last) {
                *listed = word.map(|word| (last, word));
            }
        }
    }

    /// A word behind the tokens, on the same line. One with a colon is about what follows it.
    fn after(&self, span: Span) -> Option<Near> {
        let end = self.range(span).end;
        let mut index = span.last.saturating_add(1);
        loop {
            let token = self.token(index)?;
            if token.shape == Shape::Line || token.start.saturating_sub(end) > AFTER_REACH {
                return None;
            }
            let next = index.saturating_add(1);
            if token.shape == Shape::Digits {
                return None;
            }
            if token.entry != Entry::NONE
                && self.mark(next) != Some(':')
                && let Some(role) = self.role(token.entry)
                && role != Role::Hints
            {
                return Some(Near::Word(role, self.lexicon.word(token.entry)?, Side::After));
            }
            index = next;
        }
    }

    /// The word that named the one before in the same list.
    fn list(&self, span: Span, start: usize) -> Option<Near> {
        let (last, word) = self.listed.get(self.detector).copied().flatten()?;
        let token = self.token(last).filter(|_| last < span.first)?;
        let near = start.saturating_sub(token.end) <= LIST_REACH;
        near.then_some(Near::Word(Role::Names, word, Side::List))
    }

    /// What the label says. The last word of it that means something is the noun.
    fn label(&self) -> Option<Near> {
        let found = self.label.iter().rev().find_map(|entry| Some((self.role(*entry)?, *entry)));
        let (role, entry) = found?;
        Some(Near::Word(role, self.lexicon.word(entry)?, Side::Label))
    }

    /// Whether the label is one of people, whoever looks.
    pub(crate) fn labelled_person(&self) -> bool {
        let person = |entry: &Entry| {
            let mut meanings = self.lexicon.meanings(*entry).iter();
            meanings
                .any(|meaning| meaning.role == Role::Names && super::is_person(meaning.detector))
        };
        self.label.iter().any(person)
    }

    fn role(&self, entry: Entry) -> Option<Role> {
        let mut meanings = self.lexicon.meanings(entry).iter();
        meanings.find(|meaning| meaning.detector == self.detector).map(|meaning| meaning.role)
    }
}

/// A label in words: `clientBsn` and `client_bsn` are two.
pub(super) fn spaced(label: &str) -> String {
    let mut words = String::with_capacity(label.len());
    let mut small = false;
    for c in label.chars().take(200) {
        if small && c.is_uppercase() {
            words.push(' ');
        }
        small = c.is_lowercase();
        words.push(if c == '_' { ' ' } else { c });
    }
    words
}
