//! What a policy looks for besides the built-in detectors: own names in every byte, own rules in
//! text.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::Policy;
use crate::detect::Hit;
use crate::finding::{Certainty, Contribution};
use crate::kind::personal::{OWN_NAME, OWN_RULE};
use crate::search::{Case, Look, Search};

/// The names and rules of a policy, at work on one document.
pub(crate) struct Watchlist {
    names: Vec<String>,
    /// The names without capitals: for text.
    small: Vec<String>,
    search: Search,
    /// The names that stood in bytes since the last part.
    found: RefCell<BTreeSet<usize>>,
    rules: Vec<super::Rule>,
}

/// In bytes, shorter names occur by chance; in text they are found as words.
const LEAST_LETTERS: usize = 5;

impl Look for Watchlist {
    fn search(&self) -> &Search {
        &self.search
    }

    fn found(&self, value: usize) {
        self.found.borrow_mut().insert(value);
    }
}

impl Watchlist {
    /// What this policy looks for; nothing where it looks for nothing.
    pub(crate) fn of(policy: &Policy) -> Option<Self> {
        if policy.names.is_empty() && policy.rules.is_empty() {
            return None;
        }
        // Longer names first, so that the numbers of those that are searched for in bytes fit.
        let mut names: Vec<String> =
            policy.names.iter().map(|name| name.trim().to_owned()).collect();
        names.sort_by_key(|name| std::cmp::Reverse(letters(name)));
        names.dedup();
        let long = names.iter().take_while(|name| letters(name) >= LEAST_LETTERS);
        let search = Search::of(long.map(String::as_str), Case::Insensitive);
        let small = names.iter().map(|name| small(name)).collect();
        let rules = policy.rules.clone();
        Some(Self { names, small, search, found: RefCell::default(), rules })
    }

    /// The names and rules that a text holds.
    pub(crate) fn in_text(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        let lower = small(text);
        for name in &self.small {
            for (start, _) in lower.match_indices(name.as_str()) {
                let range = start..start.saturating_add(name.len());
                if apart(&lower, &range) {
                    hits.push(Hit {
                        kind: &OWN_NAME,
                        range,
                        certainty: Certainty::Certain,
                        reasons: vec![Contribution { id: "own-name", detail: String::new() }],
                        named: None,
                    });
                }
            }
        }
        for rule in &self.rules {
            for found in rule.pattern.find_iter(text) {
                hits.push(Hit {
                    kind: &OWN_RULE,
                    range: found.range(),
                    certainty: Certainty::Certain,
                    reasons: vec![Contribution { id: "own-rule", detail: rule.name.clone() }],
                    named: None,
                });
            }
        }
        hits
    }

    /// The names that stood in bytes since this was asked last.
    pub(crate) fn in_bytes(&self) -> Vec<&str> {
        let found = self.found.take();
        found.into_iter().filter_map(|index| self.names.get(index)).map(String::as_str).collect()
    }
}

/// A text without capitals, as long as it was: a letter whose small form has another length, such
/// as that of `İ`, stays as it is.
fn small(text: &str) -> String {
    let small = |letter: char| {
        let mut lower = letter.to_lowercase();
        let first = lower.next().filter(|first| first.len_utf8() == letter.len_utf8());
        first.filter(|_| lower.next().is_none()).unwrap_or(letter)
    };
    text.chars().map(small).collect()
}

fn letters(name: &str) -> usize {
    name.chars().filter(|letter| letter.is_alphanumeric()).count()
}

/// Whether no letter or digit sticks to either end.
fn apart(text: &str, range: &std::ops::Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let behind = text.get(range.end..).and_then(|behind| behind.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watch(names: &[&str]) -> Watchlist {
        let names = names.iter().map(|name| (*name).to_owned());
        Watchlist::of(&Policy::default().with_names(names)).unwrap()
    }

    #[test]
    fn a_name_is_found_as_a_word_whatever_its_capitals() {
        let hits = watch(&["Jan"]).in_text("JAN, januari en jan.");
        let ranges: Vec<_> = hits.into_iter().map(|hit| hit.range).collect();
        assert_eq!(ranges, [0..3, 16..19]);
    }

    #[test]
    fn a_name_is_found_beside_letters_whose_small_form_has_another_length() {
        let watch = watch(&["Özil", "İbrahim"]);
        assert_eq!(watch.in_text("Zaak İ van Özil en ÖZIL loopt.").len(), 2);
        assert_eq!(watch.in_text("Groet, İBRAHIM").len(), 1);
    }

    #[test]
    fn a_name_is_found_in_bytes_of_any_form() {
        let watch = watch(&["Jan", "jansenp"]);
        watch.look(b"..J\0A\0N\0S\0E\0N\0P\0..");
        assert_eq!(watch.in_bytes(), ["jansenp"]);
        assert!(watch.in_bytes().is_empty());
    }
}
