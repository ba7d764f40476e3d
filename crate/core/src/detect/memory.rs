//! What was read of a document so far, as far as it helps to understand what follows.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Hit;
use super::bsn;
use super::fold::fold;
use super::lexicon::{START, hash, mix};
use super::office_holder;
use super::person;
use super::scan::{self, Token};
use super::scene::LIST_REACH;
use super::tagger::in_dictionary;
use super::user_name;
use crate::finding::Certainty;

/// How much of the text before is remembered, for the language in which it is.
const BEFORE: usize = 400;
/// How much of that may say what follows it.
const NEAR: usize = 120;
/// How far behind a name its row may end.
const ROW: usize = 200;
/// How many names are remembered.
const NAMES: usize = 10_000;

/// The end of the text before, and the names that were sure.
///
/// A label may stand in the paragraph before its value, and "met vriendelijke groet" before a name.
/// A name that was sure once is known when only a part of it comes back.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    before: Rc<Before>,
    /// The lists that it leaves open.
    lists: Vec<List>,
    /// What the texts before told, shared with those who look.
    names: Rc<Names>,
    /// What the text at hand told.
    own: Names,
}

/// The end of the text before, with its tokens: those who look at what follows cut only that.
#[derive(Clone, Debug, Default)]
struct Before {
    text: String,
    tokens: Vec<Token>,
}

impl Before {
    /// Goes on with a text, and forgets what then stands too far back.
    fn learn(&mut self, text: &str) {
        if text.len() >= BEFORE {
            self.clear();
        }
        let start = text.floor_char_boundary(text.len().saturating_sub(BEFORE));
        self.text.push_str(text.get(start..).unwrap_or_default());
        self.text.push('\n');
        self.tokens = scan::more(&self.text, std::mem::take(&mut self.tokens), &super::LEXICON);
        let (index, start) = self.last(BEFORE);
        self.text.drain(..start);
        self.tokens.drain(..index);
        for token in &mut self.tokens {
            *token = token.back(start);
        }
    }

    fn clear(&mut self) {
        self.text.clear();
        self.tokens.clear();
    }

    /// The first of the tokens that stand among so many bytes at the end, and where it begins.
    fn last(&self, bytes: usize) -> (usize, usize) {
        let start = self.text.len().saturating_sub(bytes);
        let index = self.tokens.partition_point(|token| token.start < start);
        (index, self.tokens.get(index).map_or(self.text.len(), |token| token.start))
    }
}

/// A list that a text leaves open: what was seen last in it, and what named that.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// The number of the detector that saw it.
    pub detector: usize,
    /// How many bytes before the end of the text it ends.
    pub back: usize,
    /// The word that named it.
    pub word: &'static str,
}

/// Words of names, by their hashes, each with how many were known before it.
#[derive(Clone, Debug, Default)]
struct Names {
    /// For each sort the place of a word among all that were added, from 1.
    words: FxHashMap<u64, [u32; SORTS]>,
    /// What was added, in order.
    added: Vec<(Sort, u64)>,
    /// How many there are of each sort.
    counts: [usize; SORTS],
}

/// What sort of name a word is known to be.
#[derive(Clone, Copy, Debug)]
enum Sort {
    Sure,
    /// Of a name that was likely.
    Likely,
    /// Only the model told it: it helps the model elsewhere, and no rule.
    Told,
    /// Letters that stand for a person, as they are written: `JvD`.
    Code,
    /// Capitals that a known name starts with, which are letters for it in few places only.
    Initials,
    /// A surname or a whole name of somebody who holds a public office.
    Office,
    /// The last word of such a name.
    Officer,
    /// A surname of another that stood behind a first name or initials.
    Other,
    /// It stood there in small letters.
    Small,
    /// The model took it for a name once, without being sure of it.
    Once,
    /// What somebody who is known may sign in with: `pjansen`.
    Login,
    /// Of a name that was certain.
    Proven,
    /// The digits of a BSN.
    Number,
}

/// How many sorts there are.
const SORTS: usize = Sort::Number as usize + 1;

/// The hash of a word, of letters that stand for somebody as they are written.
fn key(sort: Sort, word: &str) -> u64 {
    match sort {
        Sort::Code => word
            .bytes()
            .fold(START, |hash, byte| mix(mix(hash, byte), u8::from(byte.is_ascii_uppercase()))),
        _ if word.is_ascii() => hash(word),
        _ => hash(&word.to_lowercase()),
    }
}

impl Names {
    fn count(&self) -> u32 {
        u32::try_from(self.added.len()).unwrap_or(u32::MAX)
    }

    /// How many there are of a sort.
    fn of(&self, sort: Sort) -> usize {
        self.counts.get(sort as usize).copied().unwrap_or(0)
    }

    /// The place of a word with this hash among all that were added, from 1.
    fn place(&self, sort: Sort, key: u64) -> Option<u32> {
        if self.of(sort) == 0 {
            return None;
        }
        let places = self.words.get(&key)?;
        places.get(sort as usize).copied().filter(|place| *place > 0)
    }

    fn has(&self, sort: Sort, word: &str) -> bool {
        self.of(sort) > 0 && self.place(sort, key(sort, word)).is_some()
    }

    /// Whether a word may be one of a name that is known; `joined` to another as in names of files.
    fn tells(&self, word: &str, joined: bool) -> bool {
        if word.len() <= 6 && self.has(Sort::Code, word) {
            return true;
        }
        let Some(places) = self.words.get(&key(Sort::Sure, word)) else { return false };
        let has = |sort: Sort| places.get(sort as usize).is_some_and(|place| *place > 0);
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let name = || has(Sort::Sure) || has(Sort::Likely);
        word.len() <= 6 && has(Sort::Initials)
            || word.len() >= 4 && has(Sort::Login)
            || has(Sort::Small)
            || joined && name()
            || !capital && has(Sort::Sure) && person::is_nothing_else(word)
            || capital && (name() || has(Sort::Told) || has(Sort::Officer))
    }

    /// Whether a text has a number that became known after so many words.
    fn number_in(&self, text: &str, since: u32) -> bool {
        self.of(Sort::Number) > 0
            && text.split(|c: char| !c.is_ascii_digit()).any(|digits| {
                digits.len() == 9
                    && self.place(Sort::Number, key(Sort::Number, digits)) > Some(since)
            })
    }

    /// Adds the hash of a word; whether it is new and fits.
    fn add(&mut self, sort: Sort, key: u64) -> bool {
        let place = self.count().saturating_add(1);
        let Some(count) = self.counts.get_mut(sort as usize).filter(|count| **count < NAMES) else {
            return false;
        };
        let places = self.words.entry(key).or_default();
        let Some(known) = places.get_mut(sort as usize).filter(|known| **known == 0) else {
            return false;
        };
        *known = place;
        *count = count.saturating_add(1);
        self.added.push((sort, key));
        true
    }
}

impl Memory {
    /// Remembers a text and what was seen in it.
    pub fn learn(&mut self, text: &str, hits: &[Hit]) {
        self.learn_names(text, hits);
        // Nobody looks now, so the names are not shared.
        let names = Rc::make_mut(&mut self.names);
        for (sort, word) in std::mem::take(&mut self.own).added {
            names.add(sort, word);
        }
        self.learn_lists(text, hits);
        Rc::make_mut(&mut self.before).learn(text);
    }

    /// Remembers which lists a text leaves open.
    fn learn_lists(&mut self, text: &str, hits: &[Hit]) {
        // With the line end that stands between two texts.
        let length = text.len().saturating_add(1);
        for list in &mut self.lists {
            list.back = list.back.saturating_add(length);
        }
        for hit in hits {
            let kind = |detector: &&super::Detector| std::ptr::eq(detector.kind, hit.kind);
            let Some(detector) = super::DETECTORS.iter().position(kind) else { continue };
            self.lists.retain(|list| list.detector != detector);
            let back = length.saturating_sub(hit.range.end);
            self.lists.extend(hit.named.map(|word| List { detector, back, word }));
        }
        self.lists.retain(|list| list.back <= LIST_REACH);
    }

    /// Forgets the text before: what follows stands apart from it.
    pub fn part(&mut self) {
        Rc::make_mut(&mut self.before).clear();
        self.lists.clear();
    }

    /// The lists that the text before leaves open.
    pub(super) fn lists(&self) -> &[List] {
        &self.lists
    }

    /// The end of the text before, with its tokens.
    pub(super) fn before(&self) -> (&str, Vec<Token>) {
        let (index, start) = self.before.last(NEAR);
        let tokens = self.before.tokens.iter().skip(index).map(|token| token.back(start));
        (self.before.text.get(start..).unwrap_or_default(), tokens.collect())
    }

    /// What stands before that end, with its tokens.
    pub(super) fn earlier(&self) -> (&str, &[Token]) {
        let (index, start) = self.before.last(NEAR);
        let tokens = self.before.tokens.get(..index).unwrap_or_default();
        (self.before.text.get(..start).unwrap_or_default(), tokens)
    }

    /// How many words are known.
    pub fn count(&self) -> u32 {
        self.names.count()
    }

    /// Whether a text has a word of a name that became known after so many.
    pub fn concerns(&self, text: &str, since: u32) -> bool {
        let names = &*self.names;
        if names.number_in(text, since) {
            return true;
        }
        let mut words = text.split(|c: char| !c.is_alphabetic());
        words.any(|word| {
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            let known = names.words.get(&key(Sort::Sure, word));
            let newer =
                |sort: Sort| known.and_then(|known| known.get(sort as usize)) > Some(&since);
            let name = || [Sort::Sure, Sort::Likely, Sort::Told].into_iter().any(newer);
            let code = || names.place(Sort::Code, key(Sort::Code, word)) > Some(since);
            newer(Sort::Login)
                || !capital && newer(Sort::Sure) && person::is_nothing_else(word)
                || newer(if capital { Sort::Initials } else { Sort::Small })
                || capital && name()
                || (capital || word.len() <= 5) && code()
        })
    }

    /// Remembers the names that are sure.
    pub(super) fn learn_names(&mut self, text: &str, hits: &[Hit]) {
        let because = |hit: &Hit, id: &str| hit.reasons.iter().any(|reason| reason.id == id);
        self.learn_offices(text, hits);
        self.learn_accounts(text, hits);
        for hit in hits.iter().filter(|hit| hit.kind.id == bsn::BSN.id) {
            let digits = text.get(hit.range.clone()).unwrap_or_default().chars();
            let digits: String = digits.filter(char::is_ascii_digit).collect();
            if digits.len() == 9 && hit.certainty >= Certainty::Likely {
                self.add(Sort::Number, &digits);
            }
        }
        for hit in hits.iter().filter(|hit| hit.kind.id == person::PERSON.id) {
            let likely = hit.certainty == Certainty::Likely;
            let model = likely && because(hit, "model");
            let sure = hit.certainty == Certainty::Certain
                || likely && (because(hit, "name-known") || because(hit, "names-beside"));
            // What is only likely because of what was likely before starts no chain.
            let fair = likely && !model && !because(hit, "name-elsewhere");
            let name = text.get(hit.range.clone()).unwrap_or_default();
            if hit.certainty == Certainty::Possible {
                self.learn_twice(name);
            }
            let code = code_behind(text, hit.range.end, name);
            let code = code.or_else(|| code_before(text, hit.range.start, name));
            let code = code.or_else(|| code_in_row(text, hit.range.end, name));
            if let Some(code) = code.filter(|_| sure || likely) {
                self.add(Sort::Code, code);
            }
            if (sure || likely) && person::is_given(name) {
                self.learn_letters(name);
                self.learn_logins(name);
            }
            for word in name.split(|c: char| !c.is_alphabetic()) {
                let telling = person::is_telling(word);
                let mut add = |sort| telling && self.add(sort, word);
                if model {
                    add(Sort::Told);
                }
                if fair {
                    add(Sort::Likely);
                }
                if word.starts_with(char::is_lowercase) {
                    add(Sort::Small);
                }
                if sure {
                    add(Sort::Sure);
                }
                if hit.certainty == Certainty::Certain {
                    add(Sort::Proven);
                }
            }
        }
    }

    /// Remembers rare words that the model took for names, and those that it did so twice.
    fn learn_twice(&mut self, name: &str) {
        for word in name.split(|c: char| !c.is_alphabetic()) {
            if !person::is_telling(word) || !person::is_rare(word) {
                continue;
            }
            if !self.add(Sort::Once, word) {
                self.add(Sort::Told, word);
            }
        }
    }

    /// Remembers who holds a public office, by surname and by the whole name, and the surnames of
    /// others.
    fn learn_offices(&mut self, text: &str, hits: &[Hit]) {
        for hit in hits.iter().filter(|hit| hit.certainty >= Certainty::Likely) {
            let name = text.get(hit.range.clone()).unwrap_or_default();
            let surname = surname(name);
            let sort = match hit.kind.id {
                id if id == office_holder::OFFICE_HOLDER.id => Sort::Office,
                id if id == person::PERSON.id && person::is_given(name) => Sort::Other,
                _ => continue,
            };
            let last = surname.rsplit(' ').next().unwrap_or_default();
            if !person::is_telling(last) || !self.add(sort, surname) {
                continue;
            }
            if matches!(sort, Sort::Office) {
                self.add(sort, name);
                self.add(Sort::Officer, last);
            }
        }
    }

    /// Remembers the letters that may stand for a name: `JvD` for Jan van Dijk is hardly anything
    /// else, `JS` is it in few places.
    fn learn_letters(&mut self, name: &str) {
        let Some(letters) = letters_of(name) else { return };
        let mixed = letters.chars().any(char::is_lowercase);
        self.add(Sort::Initials, &letters);
        // Without the small words, and those of the first and the last word.
        let capitals: String = letters.chars().filter(|c| c.is_uppercase()).collect();
        self.add(Sort::Initials, &capitals);
        let ends = [capitals.chars().next(), capitals.chars().next_back()];
        self.add(Sort::Initials, &ends.into_iter().flatten().collect::<String>());
        if mixed && !SHORTS.split_ascii_whitespace().any(|known| known == letters) {
            self.add(Sort::Code, &letters);
        }
    }

    /// Remembers what accounts are made of a name: the first letter or the initials, or the first
    /// name, with the surname, with the small words or without.
    fn learn_logins(&mut self, name: &str) {
        let small = fold(name);
        let words: Vec<&str> = small
            .split(|c: char| !c.is_ascii_alphabetic())
            .filter(|word| !word.is_empty())
            .collect();
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        if words.len() < 2 || words.len() > 6 || last.len() < 3 || name.contains(',') {
            return;
        }
        let infixes: Vec<&str> =
            words.iter().skip(1).copied().filter(|word| person::is_small_word(word)).collect();
        let initials: String = words
            .iter()
            .take(words.len().saturating_sub(1))
            .filter(|word| !person::is_small_word(word))
            .filter_map(|word| word.get(..1))
            .collect();
        let letter = first.get(..1).unwrap_or_default();
        let joined = infixes.concat();
        let short: String = infixes.iter().filter_map(|word| word.get(..1)).collect();
        for infix in ["", &joined, &short] {
            for given in [letter, &initials, first] {
                let login = [given, infix, last].concat();
                self.add(Sort::Login, &login);
                // Many systems cut them off.
                if let Some(short) =
                    login.get(..8).filter(|short| given == letter && login != *short)
                {
                    self.add(Sort::Login, short);
                }
            }
            self.add(Sort::Login, &[infix, last, letter].concat());
        }
    }

    /// Remembers accounts that were seen, to find them where nothing says what they are.
    fn learn_accounts(&mut self, text: &str, hits: &[Hit]) {
        let those = hits.iter().filter(|hit| {
            hit.kind.id == user_name::USER_NAME.id && hit.certainty >= Certainty::Likely
        });
        for hit in those {
            let account = text.get(hit.range.clone()).unwrap_or_default();
            let letters = account.trim_end_matches(|c: char| c.is_ascii_digit());
            let digits = account.len().saturating_sub(letters.len());
            let plain = letters.bytes().all(|byte| byte.is_ascii_lowercase());
            if plain && letters.len() >= 5 && digits <= 2 && !in_dictionary(letters) {
                self.add(Sort::Login, letters);
            }
        }
    }

    /// Whether somebody who is known may sign in with this name.
    pub(super) fn is_login(&self, word: &str) -> bool {
        word.len() >= 4 && self.has(Sort::Login, word)
    }

    fn add(&mut self, sort: Sort, word: &str) -> bool {
        let key = key(sort, word);
        self.names.place(sort, key).is_none() && self.own.add(sort, key)
    }

    fn has(&self, sort: Sort, word: &str) -> bool {
        self.names.has(sort, word) || self.own.has(sort, word)
    }

    /// Whether a word in small letters, of which this is the hash, is known in whatever sort.
    pub(super) fn may_know(&self, hash: u64, word: &str) -> bool {
        [&*self.names, &self.own].into_iter().any(|names| {
            names.words.contains_key(&hash) || word.len() <= 6 && names.has(Sort::Code, word)
        })
    }

    /// Whether a word is a part of a name that was sure.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.has(Sort::Sure, word)
    }

    /// Whether a word is in a name that was certain.
    pub(super) fn proves(&self, word: &str) -> bool {
        self.has(Sort::Proven, word)
    }

    /// Whether a word is a part of a name that was likely.
    pub(super) fn expects(&self, word: &str) -> bool {
        self.has(Sort::Likely, word)
    }

    /// Whether the model told a word as part of a name elsewhere.
    pub(super) fn told(&self, word: &str) -> bool {
        self.has(Sort::Told, word)
    }

    /// Whether a word is a part of a name, as far as anybody told.
    pub(super) fn is_part(&self, word: &str) -> bool {
        let key = key(Sort::Sure, word);
        [Sort::Sure, Sort::Likely, Sort::Told].into_iter().any(|sort| {
            self.names.place(sort, key).is_some() || self.own.place(sort, key).is_some()
        })
    }

    /// Whether letters stand for a person.
    pub(super) fn is_code(&self, word: &str) -> bool {
        self.has(Sort::Code, word)
    }

    /// Whether a word of what the text at hand told stands in it from a byte on where nothing likely
    /// was seen, or somebody who holds an office was taken for another.
    pub(super) fn come_again(&self, text: &str, from: usize, hits: &[Hit]) -> bool {
        let own = &self.own;
        if own.count() == 0 {
            return false;
        }
        let mistaken = |hit: &Hit| {
            let name = || text.get(hit.range.clone()).unwrap_or_default();
            hit.kind == &person::PERSON && self.holds_office(name())
        };
        if hits.iter().any(mistaken) {
            return true;
        }
        let read = text.get(from..).unwrap_or_default();
        if own.number_in(read, 0) {
            return true;
        }
        let mut likely = hits.iter().filter(|hit| hit.certainty >= Certainty::Likely).peekable();
        let mut at = from;
        for word in read.split(|c: char| !c.is_alphabetic()) {
            let (start, before) = (at, at.checked_sub(1));
            at = at.saturating_add(word.len());
            let behind = text.get(at..).and_then(|rest| rest.chars().next());
            let joined = before.and_then(|before| text.as_bytes().get(before)) == Some(&b'_')
                || behind == Some('_');
            at = at.saturating_add(behind.map_or(0, char::len_utf8));
            if word.len() < 2 || !own.tells(word, joined) {
                continue;
            }
            while likely.next_if(|hit| hit.range.end <= start).is_some() {}
            if likely.peek().is_none_or(|hit| hit.range.start > start) {
                return true;
            }
        }
        false
    }

    /// Whether nine digits are a BSN that is known.
    pub(super) fn is_number(&self, digits: &[u8]) -> bool {
        let known =
            |digits| self.names.has(Sort::Number, digits) || self.own.has(Sort::Number, digits);
        std::str::from_utf8(digits).is_ok_and(known)
    }

    /// Whether letters are those that the words of a known name start with.
    pub(super) fn are_initials(&self, word: &str) -> bool {
        (2..=6).contains(&word.len()) && self.has(Sort::Initials, word)
    }

    /// Whether a surname is that of somebody in a public office, and of nobody else with a first
    /// name; or a whole name is.
    pub(super) fn holds_office(&self, name: &str) -> bool {
        if !self.has(Sort::Officer, name.rsplit(' ').next().unwrap_or_default()) {
            return false;
        }
        match person::is_given(name) {
            true => self.has(Sort::Office, name),
            false => {
                let surname = surname(name);
                self.has(Sort::Office, surname) && !self.has(Sort::Other, surname)
            }
        }
    }

    /// The same names, for a text that has the end of the text before with it.
    pub(super) fn names(&self) -> Self {
        let (names, before) = (Rc::clone(&self.names), Rc::clone(&self.before));
        Self { names, before, ..Self::default() }
    }
}

/// Letters that are an abbreviation more often than a person.
const SHORTS: &str = "MvT MvA NvT NvI NvW VvE VvG VvD RvS RvC RvB RvT RvE RvO PvA PvE PvT PvD PvdA WvK \
    WvS WvSv KvK CvB CvE CvK CvT BvB SvV OvJ OvD HvJ HvB GvB AvG AvA AvB SvZ TvT ZvW IvD IvW LvB";

/// The last word of a name, with the small words before it.
fn surname(name: &str) -> &str {
    let mut start = name.rfind(' ').map_or(0, |space| space.saturating_add(1));
    while let Some(before) = name.get(..start.saturating_sub(1)).filter(|_| start > 0) {
        let word = before.rfind(' ').map_or(0, |space| space.saturating_add(1));
        let small = before.get(word..).is_some_and(person::is_small_word);
        if !small {
            break;
        }
        start = word;
    }
    name.get(start..).unwrap_or_default()
}

/// The first letters of a name: capitals of its words, and small ones of the small words between.
fn letters_of(name: &str) -> Option<String> {
    if name.contains(['(', ',', '"']) {
        return None;
    }
    let words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let letters: String = words.filter_map(|word| word.chars().next()).collect();
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let sound = letters.starts_with(char::is_uppercase)
        && letters.ends_with(char::is_uppercase)
        && (2..=4).contains(&capitals)
        && letters.chars().count() <= 6;
    sound.then_some(letters)
}

/// The letters before a name that a legend gives for it: `BvD = Bert van Dijk`, `BD Bert van Dijk`.
fn code_before<'t>(text: &'t str, start: usize, name: &str) -> Option<&'t str> {
    let from = text.floor_char_boundary(start.saturating_sub(16));
    let before = text.get(from..start)?;
    let equal = before.strip_suffix("= ").or_else(|| before.strip_suffix('='));
    let rest = equal.unwrap_or(before).trim_end_matches(' ');
    let word = rest.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| {
        at.saturating_add(rest.get(at..).and_then(|c| c.chars().next()).map_or(1, char::len_utf8))
    });
    let code = rest.get(word..)?;
    let exact = || letters_of(name).is_some_and(|letters| letters == code);
    let sound = match equal {
        Some(_) => stands_for(code, name) || is_short_for(code, name),
        None => before.ends_with(' ') && exact(),
    };
    sound.then_some(code)
}

/// Whether letters are the first of a name, or stand in it in their order, as a legend may say.
fn is_short_for(code: &str, name: &str) -> bool {
    let small = |text: &str| -> Vec<char> { text.chars().flat_map(char::to_lowercase).collect() };
    let (letters, whole) = (small(code), small(name));
    let mut rest = whole.iter();
    (2..=4).contains(&letters.len())
        && letters.first() == whole.first()
        && letters.iter().all(|letter| rest.any(|other| other == letter))
}

/// The letters between brackets behind a name that stand for it: `(BvD)`, `(voorzitter, BD)`; or
/// behind an equals sign.
fn code_behind<'t>(text: &'t str, end: usize, name: &str) -> Option<&'t str> {
    let rest = text.get(end..)?;
    let equal = rest.strip_prefix(" = ").or_else(|| rest.strip_prefix('='));
    if let Some(legend) = equal {
        let end = legend.find(|c: char| !c.is_alphabetic()).unwrap_or(legend.len());
        return legend.get(..end).filter(|code| is_short_for(code, name));
    }
    let rest = rest.strip_prefix(" (")?;
    let (inside, _) = rest.split_at_checked(rest.find(')').filter(|length| *length <= 40)?)?;
    inside.split([',', '/', ';']).map(str::trim).find(|code| stands_for(code, name))
}

/// The letters that end the row of a table in which a name stands, and are the first of its words:
/// `Bert van Dijk   gemeente Delft   BD`.
fn code_in_row<'t>(text: &'t str, end: usize, name: &str) -> Option<&'t str> {
    // A row is short; looking for the end of each long line would take too long.
    let upto = text.floor_char_boundary(end.saturating_add(ROW));
    let rest = text.get(end..upto)?;
    let row = match rest.split_once('\n') {
        Some((row, _)) => row,
        None if upto == text.len() => rest,
        None => return None,
    };
    let row = row.trim_end_matches([' ', '|', '\t', '\r']);
    let code = row.rsplit([' ', '\t', '|', ';']).next()?;
    let before = row.strip_suffix(code)?;
    let apart = before.ends_with("  ") || before.trim_end_matches(' ').ends_with(['\t', '|', ';']);
    (apart && stands_for(code, name)).then_some(code)
}

/// Whether letters stand for a name: the first of its first word, that of another, and those between
/// in their order.
fn stands_for(code: &str, name: &str) -> bool {
    let small = |text: &str| -> Vec<char> { text.chars().flat_map(char::to_lowercase).collect() };
    let (letters, whole) = (small(code), small(name));
    let capitals = code.chars().filter(|c| c.is_uppercase()).count();
    let sound = (2..=5).contains(&letters.len())
        && code.chars().all(char::is_alphabetic)
        && code.chars().next().is_some_and(char::is_uppercase)
        && (capitals >= 2 || letters.len() == 2);
    let mut rest = whole.iter();
    let in_order = letters.iter().all(|letter| rest.any(|other| other == letter));
    let words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut starts = words.filter_map(|word| word.chars().flat_map(char::to_lowercase).next());
    let first = starts.next() == letters.first().copied();
    sound && in_order && first && starts.any(|start| letters.iter().skip(1).any(|l| *l == start))
}

#[cfg(test)]
mod tests {
    use crate::detect::{Surroundings, detect};

    #[test]
    fn letters_behind_a_name_stand_for_it_in_the_rest_of_a_text() {
        let text =
            "Aanwezig: Karin Molenaar (KM) en Bert van Dijk (BvD)\nActie BvD: bellen. KM mailt NS.";
        let hits = detect(text, &Surroundings::default());
        let seen: Vec<&str> = hits.into_iter().map(|hit| &text[hit.range]).collect();
        assert_eq!(seen, ["Karin Molenaar", "KM", "Bert van Dijk", "BvD", "BvD", "KM"]);
    }

    #[test]
    fn the_first_letters_of_a_name_stand_for_it_where_letters_do() {
        let text =
            "Karin Molenaar en Bert van Dijk spraken de NS en de KM.\n\nBvD belt.\nKM: goed.";
        let hits = detect(text, &Surroundings::default());
        let seen: Vec<&str> = hits.into_iter().map(|hit| &text[hit.range]).collect();
        assert_eq!(seen, ["Karin Molenaar", "Bert van Dijk", "BvD", "KM"]);
    }

    #[test]
    fn a_legend_says_what_letters_stand_for() {
        let seen = |text: &str| -> Vec<String> {
            let hits = detect(text, &Surroundings::default()).into_iter();
            hits.map(|hit| text[hit.range].to_owned()).collect()
        };
        let legend = seen("KM = Karin Molenaar, Piet Bakker = Pb\nActie KM\nActie Pb");
        assert_eq!(legend, ["KM", "Karin Molenaar", "Piet Bakker", "Pb", "KM", "Pb"]);
        assert_eq!(seen("Karin Molenaar schrijft, paraaf: km"), ["Karin Molenaar", "km"]);
        assert_eq!(seen("Karin Molenaar liep km na km"), ["Karin Molenaar"]);
    }

    #[test]
    fn who_holds_an_office_is_known_in_the_rest_of_a_text() {
        let seen = |text: &str| -> Vec<(&str, String)> {
            let hits = detect(text, &Surroundings::default()).into_iter();
            hits.map(|hit| (hit.kind.id, text[hit.range].to_owned())).collect()
        };
        let told = seen("Wethouder Oxlaar antwoordt. De heer Oxlaar zegt dat toe.");
        assert!(
            told.iter().all(|(kind, _)| *kind == "office-holder") && told.len() == 2,
            "{told:?}"
        );
        let two = seen("Wethouder Jansen sprak met Petra Jansen. Mevrouw Jansen was boos.");
        let kinds: Vec<&str> = two.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, ["office-holder", "person", "person"]);
    }
}
