//! Streets as other languages write them.

use super::super::scan::Shape;
use super::super::scene::{Scene, Span};
use super::super::sighting::Sighting;
use super::name::{STREETS, is_kind};
use super::word_before;

/// Ends of the names of streets in English.
const ENGLISH: [&str; 23] = [
    "Street",
    "Road",
    "Avenue",
    "Lane",
    "Grove",
    "Close",
    "Drive",
    "Crescent",
    "Terrace",
    "Gardens",
    "Mews",
    "Rd",
    "Ave",
    "Court",
    "Way",
    "Walk",
    "Row",
    "Rise",
    "Square",
    "Parade",
    "Boulevard",
    "Blvd",
    "Quay",
];

/// Starts of the names of streets in French.
const FRENCH: [&str; 8] =
    ["rue", "avenue", "boulevard", "chaussée", "impasse", "allée", "quai", "place"];

/// Small words in them.
const SMALL: [&str; 6] = ["de", "des", "du", "la", "le", "les"];

/// A house number before the street, as in English: `14 Chestnut Grove`, `at 22 Rozengracht`.
pub(super) fn number_first(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let number = scene.word(at);
    let apart = scene.starts_apart(at) && number.len() <= 4 && !number.starts_with('0');
    let word = |index: usize| scene.word(index);
    if !apart {
        return None;
    }
    // 221B
    let next = at.saturating_add(1);
    let letter = scene.is(next, Shape::Word) && word(next).len() == 1;
    let end = if letter { next } else { at };
    if let Some(last) = french(scene, end) {
        let sighting = Sighting::new(scene.range(Span { first: at, last }), 8);
        return Some(sighting.because("street-name", "", 0));
    }
    let mut last = end.saturating_add(2);
    for words in 1..4 {
        let spaced = word(last.saturating_sub(1)) == " " && scene.is_capital(last);
        if !spaced {
            return None;
        }
        let english = words > 1 && ENGLISH.contains(&word(last));
        let at_number = || word_before(scene, at).is_some_and(|index| word(index) == "at");
        let dutch = STREETS.end(word(last)) && !is_kind(word(last)) && at_number();
        if english || dutch {
            let sighting = Sighting::new(scene.range(Span { first: at, last }), 10);
            return Some(sighting.because("street-name", "", 0));
        }
        last = last.saturating_add(2);
    }
    None
}

/// The last token of a French street behind its number: `12, rue des Lilas`.
fn french(scene: &Scene<'_>, number: usize) -> Option<usize> {
    let comma = number.saturating_add(1);
    let space = comma.saturating_add(usize::from(scene.mark(comma) == Some(',')));
    let kind = space.saturating_add(1);
    let known = scene.word(space) == " " && FRENCH.contains(&scene.word(kind));
    let mut index = kind;
    for _ in 0..4 {
        index = index.saturating_add(2);
        if !known || scene.word(index.saturating_sub(1)) != " " {
            return None;
        }
        if scene.is_capital(index) {
            return Some(index);
        }
        if !SMALL.contains(&scene.word(index)) {
            return None;
        }
    }
    None
}

/// Whether a name of several words opens as French ones do: `Rue de la Loi`.
pub(super) fn opens(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && FRENCH.iter().any(|known| known.to_lowercase() == word.to_lowercase())
}
