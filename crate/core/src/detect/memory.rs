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

    /// The same names, and no text before.
    pub(super) fn names(&self) -> Self {
        Self { before: String::new(), names: self.names.clone(), told: self.told.clone() }
    }
}
