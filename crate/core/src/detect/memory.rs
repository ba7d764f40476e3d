//! What was read of a document so far, as far as it helps to understand what follows.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Hit;
use super::person;
use super::scene::LIST_REACH;
use crate::finding::Certainty;

/// How much of the text before is remembered.
const BEFORE: usize = 240;
/// How many names are remembered.
const NAMES: usize = 10_000;

/// The end of the text before, and the names that were sure.
///
/// A label may stand in the paragraph before its value, and "met vriendelijke groet" before a name.
/// A name that was sure once is known when only a part of it comes back.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    before: String,
    /// The lists that it leaves open.
    lists: Vec<List>,
    /// What the texts before told, shared with those who look.
    names: Rc<Names>,
    /// What the text at hand told.
    own: Names,
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

/// Words of names, each with how many were known before it.
#[derive(Clone, Debug, Default)]
struct Names {
    sure: BTreeMap<String, usize>,
    /// Words of names that were likely.
    likely: BTreeMap<String, usize>,
    /// Words of names that only the model told: they help it elsewhere, and no rule.
    told: BTreeMap<String, usize>,
    /// Letters that stand for a person, as they are written: `JvD`.
    codes: BTreeMap<String, usize>,
}

impl Names {
    fn count(&self) -> usize {
        let lengths = [self.sure.len(), self.likely.len(), self.told.len(), self.codes.len()];
        lengths.into_iter().fold(0, usize::saturating_add)
    }
}

/// What sort of name a word is known to be.
#[derive(Clone, Copy)]
enum Sort {
    Sure,
    Likely,
    Told,
    Code,
}

impl Names {
    fn of(&self, sort: Sort) -> &BTreeMap<String, usize> {
        match sort {
            Sort::Sure => &self.sure,
            Sort::Likely => &self.likely,
            Sort::Told => &self.told,
            Sort::Code => &self.codes,
        }
    }

    /// Adds a word; whether it is new and fits.
    fn add(&mut self, sort: Sort, word: String) -> bool {
        let count = self.count();
        let words = match sort {
            Sort::Sure => &mut self.sure,
            Sort::Likely => &mut self.likely,
            Sort::Told => &mut self.told,
            Sort::Code => &mut self.codes,
        };
        if words.len() >= NAMES || words.contains_key(&word) {
            return false;
        }
        words.insert(word, count);
        true
    }
}

impl Memory {
    /// Remembers a text and what was seen in it.
    pub fn learn(&mut self, text: &str, hits: &[Hit]) {
        self.learn_names(text, hits);
        // Nobody looks now, so the names are not shared.
        let names = Rc::make_mut(&mut self.names);
        let own = std::mem::take(&mut self.own);
        let sorts = [
            (Sort::Sure, own.sure),
            (Sort::Likely, own.likely),
            (Sort::Told, own.told),
            (Sort::Code, own.codes),
        ];
        for (sort, words) in sorts {
            words.into_keys().for_each(|word| {
                names.add(sort, word);
            });
        }
        self.learn_lists(text, hits);
        if text.len() >= BEFORE {
            self.before.clear();
        }
        let start = text.floor_char_boundary(text.len().saturating_sub(BEFORE));
        self.before.push_str(text.get(start..).unwrap_or_default());
        self.before.push('\n');
        let start = self.before.floor_char_boundary(self.before.len().saturating_sub(BEFORE));
        self.before.drain(..start);
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
        self.before.clear();
        self.lists.clear();
    }

    /// The lists that the text before leaves open.
    pub(super) fn lists(&self) -> &[List] {
        &self.lists
    }

    /// The end of the text before.
    pub(super) fn before(&self) -> &str {
        &self.before
    }

    /// How many words are known.
    pub fn count(&self) -> usize {
        self.names.count()
    }

    /// Whether a text has a word of a name that became known after so many.
    pub fn concerns(&self, text: &str, since: usize) -> bool {
        let newer = |sort: Sort, word: &str| {
            self.names.of(sort).get(word).is_some_and(|number| *number >= since)
        };
        let mut words = text.split(|c: char| !c.is_alphabetic());
        words.any(|word| {
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            capital && {
                let small = word.to_lowercase();
                [Sort::Sure, Sort::Likely, Sort::Told].into_iter().any(|sort| newer(sort, &small))
                    || newer(Sort::Code, word)
            }
        })
    }

    /// Remembers the names that are sure, and tells the words that are new.
    pub(super) fn learn_names<'t>(&mut self, text: &'t str, hits: &[Hit]) -> Vec<&'t str> {
        let mut new = Vec::new();
        let because = |hit: &Hit, id: &str| hit.reasons.iter().any(|reason| reason.id == id);
        for hit in hits.iter().filter(|hit| hit.kind.id == person::PERSON.id) {
            let likely = hit.certainty == Certainty::Likely;
            let model = likely && because(hit, "model");
            let sure = hit.certainty == Certainty::Certain || likely && because(hit, "name-known");
            // What is only likely because of what was likely before starts no chain.
            let fair = likely && !model && !because(hit, "name-elsewhere");
            let name = text.get(hit.range.clone()).unwrap_or_default();
            if let Some(code) = code_behind(text, hit.range.end, name).filter(|_| sure || likely)
                && self.add(Sort::Code, code.to_owned())
            {
                new.push(code);
            }
            for word in name.split(|c: char| !c.is_alphabetic()) {
                let mut add =
                    |sort| person::is_telling(word) && self.add(sort, word.to_lowercase());
                let told = model && add(Sort::Told);
                let likely = fair && add(Sort::Likely);
                if sure && add(Sort::Sure) || told || likely {
                    new.push(word);
                }
            }
        }
        new
    }

    fn add(&mut self, sort: Sort, word: String) -> bool {
        !self.names.of(sort).contains_key(&word) && self.own.add(sort, word)
    }

    fn has(&self, sort: Sort, word: &str) -> bool {
        self.names.of(sort).contains_key(word) || self.own.of(sort).contains_key(word)
    }

    /// Whether a word is a part of a name that was sure.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.has(Sort::Sure, &word.to_lowercase())
    }

    /// Whether a word is a part of a name that was likely.
    pub(super) fn expects(&self, word: &str) -> bool {
        self.has(Sort::Likely, &word.to_lowercase())
    }

    /// Whether the model told a word as part of a name elsewhere.
    pub(super) fn told(&self, word: &str) -> bool {
        self.has(Sort::Told, &word.to_lowercase())
    }

    /// Whether letters stand for a person.
    pub(super) fn is_code(&self, word: &str) -> bool {
        self.has(Sort::Code, word)
    }

    /// The same names, and no text before.
    pub(super) fn names(&self) -> Self {
        Self { names: Rc::clone(&self.names), ..Self::default() }
    }
}

/// The letters between brackets behind a name that stand for it: `(BvD)`, `(voorzitter, BD)`.
fn code_behind<'t>(text: &'t str, end: usize, name: &str) -> Option<&'t str> {
    let rest = text.get(end..)?.strip_prefix(" (")?;
    let (inside, _) = rest.split_at_checked(rest.find(')').filter(|length| *length <= 40)?)?;
    inside.split([',', '/', ';']).map(str::trim).find(|code| stands_for(code, name))
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
}
