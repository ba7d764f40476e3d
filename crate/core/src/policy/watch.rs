//! What a policy looks for besides the built-in detectors: own names in every byte, own rules in
//! text.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::Policy;
use crate::detect::Hit;
use crate::detect::fold::fold;
use crate::finding::{Certainty, Contribution};
use crate::kind::personal::{OWN_NAME, OWN_RULE};
use crate::order;
use crate::search::{Case, Look, Search};

/// The names and rules of a policy, at work on one document.
pub(crate) struct Watchlist {
    names: Vec<String>,
    /// The names as they are compared in text.
    plain: Vec<String>,
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
        order::by(&mut names, |name| (u64::MAX.saturating_sub(letters(name) as u64), 0));
        names.dedup();
        let long = names.iter().take_while(|name| letters(name) >= LEAST_LETTERS);
        let search = Search::of(long.map(String::as_str), Case::Insensitive);
        let plain = names.iter().map(|name| Plain::of(name).text).collect();
        let rules = policy.rules.clone();
        Some(Self { names, plain, search, found: RefCell::default(), rules })
    }

    /// The names and rules that a text holds.
    pub(crate) fn in_text(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        let plain = Plain::of(text);
        for name in self.plain.iter().filter(|name| !name.is_empty()) {
            for (start, _) in plain.text.match_indices(name.as_str()) {
                let range = start..start.saturating_add(name.len());
                if apart(&plain.text, &range) {
                    hits.push(Hit {
                        kind: &OWN_NAME,
                        range: plain.original(&range),
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

/// A text as names are compared in it: without capitals, accents and what nobody sees, with one space
/// for all that parts words.
struct Plain {
    text: String,
    /// Where each byte of it begins and ends in the text.
    places: Vec<(usize, usize)>,
}

impl Plain {
    fn of(text: &str) -> Self {
        let mut plain = Self {
            text: String::with_capacity(text.len()),
            places: Vec::with_capacity(text.len()),
        };
        let mut letters = text.trim().char_indices().peekable();
        let lead = text.len().saturating_sub(text.trim_start().len());
        let mut buffer = [0; 4];
        while let Some((at, letter)) = letters.next() {
            let start = lead.saturating_add(at);
            let end = start.saturating_add(letter.len_utf8());
            // A word that a line cuts in two goes on in the next.
            if letter == '-' && letters.next_if(|(_, next)| matches!(next, '\n' | '\r')).is_some() {
                while letters.next_if(|(_, next)| next.is_whitespace()).is_some() {}
                continue;
            }
            if letter.is_whitespace() || letter == '_' {
                if !plain.text.ends_with(' ') {
                    plain.push(" ", (start, end));
                }
            } else if !is_unseen(letter) {
                let folded = fold(letter.encode_utf8(&mut buffer));
                plain.push(&folded, (start, end));
            }
        }
        plain
    }

    fn push(&mut self, letters: &str, place: (usize, usize)) {
        self.text.push_str(letters);
        self.places.resize(self.text.len(), place);
    }

    /// Where a range of it stands in the text.
    fn original(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.places.get(range.start).map_or(0, |(start, _)| *start);
        let last = range.end.checked_sub(1).and_then(|last| self.places.get(last));
        start..last.map_or(start, |(_, end)| *end)
    }
}

/// Signs that no reader sees: hyphens that show at the end of a line only, joiners, directions.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn letters(name: &str) -> usize {
    name.chars().filter(|letter| letter.is_alphanumeric()).count()
}

/// Whether no letter or digit sticks to either end.
fn apart(text: &str, range: &Range<usize>) -> bool {
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
    fn a_name_is_found_whatever_parts_its_words_and_however_its_letters_are_made() {
        let watch = watch(&["Piet Jansen", "Çelik"]);
        for text in [
            "Piet  Jansen",
            "Piet\tJansen",
            "Piet\nJansen",
            "Piet\u{a0}Jansen",
            "Pi\u{ad}et Jan\u{200b}sen",
            "Piet Jan-\nsen",
            "piet_jansen.pdf",
            "C\u{327}elik",
            "ÇELİK",
        ] {
            let text = format!("Zaak van {text} loopt");
            let hits = watch.in_text(&text);
            assert_eq!(hits.len(), 1, "{text}");
            let range = hits.first().map(|hit| hit.range.clone()).unwrap_or_default();
            assert!(text[range].to_lowercase().ends_with(['n', 'k']), "{text}");
        }
        assert!(watch.in_text("Pieter Jansen, Piet van Jansen").is_empty());
    }

    #[test]
    fn a_name_is_found_in_bytes_of_any_form() {
        let watch = watch(&["Jan", "jansenp"]);
        watch.look(b"..J\0A\0N\0S\0E\0N\0P\0..");
        assert_eq!(watch.in_bytes(), ["jansenp"]);
        assert!(watch.in_bytes().is_empty());
    }
}
