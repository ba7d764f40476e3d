//! What was read of a document so far, as far as it helps to understand what follows.

use std::collections::BTreeSet;

use super::Hit;
use super::person;
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
    names: BTreeSet<String>,
    /// Words of names that only the model told: they help it elsewhere, and no rule.
    told: BTreeSet<String>,
    /// Letters that stand for a person, as they are written: `JvD`.
    codes: BTreeSet<String>,
}

impl Memory {
    /// Remembers a text and what was seen in it.
    pub fn learn(&mut self, text: &str, hits: &[Hit]) {
        self.learn_names(text, hits);
        if text.len() >= BEFORE {
            self.before.clear();
        }
        let start = text.floor_char_boundary(text.len().saturating_sub(BEFORE));
        self.before.push_str(text.get(start..).unwrap_or_default());
        self.before.push('\n');
        let start = self.before.floor_char_boundary(self.before.len().saturating_sub(BEFORE));
        self.before.drain(..start);
    }

    /// Forgets the text before: what follows stands apart from it.
    pub fn part(&mut self) {
        self.before.clear();
    }

    /// The end of the text before.
    pub(super) fn before(&self) -> &str {
        &self.before
    }

    /// Remembers the names that are sure, and tells the words that are new.
    pub(super) fn learn_names<'t>(&mut self, text: &'t str, hits: &[Hit]) -> Vec<&'t str> {
        let mut new = Vec::new();
        let sure = |hit: &&Hit| {
            hit.kind.id == person::PERSON.id
                && (hit.certainty == Certainty::Certain
                    || hit.certainty == Certainty::Likely
                        && hit.reasons.iter().any(|reason| reason.id == "name-known"))
        };
        let model = |hit: &&Hit| {
            hit.kind.id == person::PERSON.id
                && hit.certainty == Certainty::Likely
                && hit.reasons.iter().any(|reason| reason.id == "model")
        };
        for hit in hits.iter().filter(model) {
            let name = text.get(hit.range.clone()).unwrap_or_default();
            for word in name.split(|c: char| !c.is_alphabetic()) {
                let fits = self.told.len() < NAMES && person::is_telling(word);
                if fits && self.told.insert(word.to_lowercase()) {
                    new.push(word);
                }
            }
        }
        for hit in hits.iter().filter(sure) {
            let name = text.get(hit.range.clone()).unwrap_or_default();
            if let Some(code) = code_behind(text, hit.range.end, name)
                && self.codes.len() < NAMES
                && self.codes.insert(code.to_owned())
            {
                new.push(code);
            }
            for word in name.split(|c: char| !c.is_alphabetic()) {
                let fits = self.names.len() < NAMES && person::is_telling(word);
                if fits && self.names.insert(word.to_lowercase()) {
                    new.push(word);
                }
            }
        }
        new
    }

    /// Whether a word is a part of a name that was sure.
    pub(super) fn knows(&self, word: &str) -> bool {
        !self.names.is_empty() && self.names.contains(&word.to_lowercase())
    }

    /// Whether the model told a word as part of a name elsewhere.
    pub(super) fn told(&self, word: &str) -> bool {
        !self.told.is_empty() && self.told.contains(&word.to_lowercase())
    }

    /// Whether letters stand for a person.
    pub(super) fn is_code(&self, word: &str) -> bool {
        !self.codes.is_empty() && self.codes.contains(word)
    }

    /// The same names, and no text before.
    pub(super) fn names(&self) -> Self {
        Self { before: String::new(), ..self.clone() }
    }
}

/// The letters between brackets behind a name that are those its words start with.
fn code_behind<'t>(text: &'t str, end: usize, name: &str) -> Option<&'t str> {
    let rest = text.get(end..)?.strip_prefix(" (")?;
    let (code, _) = rest.split_at_checked(rest.find(')').filter(|length| *length <= 8)?)?;
    let words = name.split(|c: char| !c.is_alphabetic()).filter_map(|word| word.chars().next());
    let letters = words.flat_map(char::to_lowercase);
    let same = code.chars().flat_map(char::to_lowercase).eq(letters);
    let capital = code.chars().next().is_some_and(char::is_uppercase);
    (same && capital && code.chars().count() >= 2).then_some(code)
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
