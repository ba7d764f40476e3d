//! A street with a house number.

use std::sync::LazyLock;

use super::endings::Endings;
use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Span};
use super::sighting::{Sighting, Weights};
use super::tagger::in_dictionary;
use super::{Detector, Trigger, postcode};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// A name that ends like a street (straat, laan, weg) or stands where a street stands, before a
    /// postcode or behind the word "adres", and a house number with its addition.
    ADDRESS = "address", Medium; {
        nl: {
            title: "Adres",
            what: "Hier staat een straat met een huisnummer.",
            why: "Als iemand daar woont, is te zien waar die persoon te vinden is.",
            advice: "Haal het adres weg, tenzij het van een organisatie is.",
        },
        en: {
            title: "Address",
            what: "There is a street with a house number here.",
            why: "If someone lives there, it shows where that person can be found.",
            advice: "Take the address out, unless it belongs to an organisation.",
        },
    }
}

/// Finds streets with a house number.
pub(super) static DETECTOR: Detector = Detector {
    kind: &ADDRESS,
    triggers: &[Trigger::Digits(1, 5)],
    names: "\
        adres woonadres huisadres woonachtig wonende woont wonen woonde verblijfadres \
        correspondentieadres postadres adresgegevens perceel pand woning address",
    hints: "straat huisnummer perceel buurman buurvrouw bewoner bewoners eigenaar",
    against: &[postcode::OFFICES],
    judge,
    finds: &[
        "Hij woont aan de [Kerkstraat 12a] in Utrecht.",
        "[Laan van Meerdervoort 45-2], [Prins Hendrikkade 12 hs]",
        "[Van der Helstlaan 5]",
        "[Burgemeester de Vlugtlaan 125 II]",
        "adres: [Broek 12], 1234 AB Ons Dorp",
        "[Nieuwe Binnenweg 3 bis]",
        "[Oude Gracht 7]",
        "[1e Kerkstraat 8]",
        "Adres: [Plein 1944 nr. 12]",
        "[Dorpsweg 12A] te Ons Dorp",
        "ik woon op de [vlierlaan 8] in ons dorp",
        "de [J.P. Coenstraat 14-2], [Ds. Talmastraat 9]",
        "[Kerkstr. 12]",
        "I live at [22 Rozengracht], she at [14 Chestnut Grove]",
    ],
    ignores: &[
        "artikel 12",
        "In 2020 was dat anders",
        "onderweg 3 mensen",
        "het Gerechtshof 2023",
        "Utrecht 12",
        "de straat 2023",
        "De minister 3",
        "Hoofdstuk 12, 1234 kg",
        "kamer 12",
        "Nijmegen 4",
        "Bezoekadres: Turfmarkt 147",
    ],
};

/// Ends of words that are hardly ever anything but a street.
const SURE: &str = "straat straatje laan weg plein singel gracht kade dreef steeg plantsoen \
    boulevard allee hofje wegje laantje pleintje \
    burgwal wetering str";

static STREETS: LazyLock<Endings> = LazyLock::new(|| Endings::of(SURE));
static PLACES: LazyLock<Endings> = LazyLock::new(|| Endings::of(UNSURE));

/// Ends of words that are streets where something else says so.
const UNSURE: &str = "dijk hof pad park baan wal markt veld erf oord hoek dam berg schans ring \
    akker bos brink passage haven oever poort sluis vaart kwartier zoom horst kamp meent weide \
    hout bergen donk staete tuin tuinen zijde";

/// Words that end like streets and are none.
const NOT: &str = "postbus antwoordnummer onderweg omweg uitweg spoorweg snelweg autosnelweg \
    overweg halverwege vanwege rijbaan landweg waterweg ruimteweg";

/// Small words within the name of a street.
const SMALL: &str = "van de der den het ten ter te op aan in 't s voor bij onder en la le du";

/// Behind a house number.
const ADDITIONS: &str = "bis hs huis bg rood zwart i ii iii iv v boven beneden";

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if let Some(sighting) = number_first(scene, at) {
        return Some(sighting);
    }
    let digits = scene.word(at);
    let (space, nr) = gap(scene, at)?;
    let name = space.checked_sub(1)?;
    // "Perceel 2": the word that names it is no street.
    if scene.named_by(name).is_some() {
        return None;
    }
    if digits.starts_with('0') || !matches!(scene.token(name)?.shape, Shape::Word | Shape::Digits) {
        return None;
    }
    // Nothing written small is a street, but for what ends like one.
    if !scene.is_capital(name) && scene.is(name, Shape::Word) && !STREETS.end(scene.word(name)) {
        return None;
    }
    // Hoofdweg-Zuid 12: the word before the hyphen says it.
    let hyphen = name.checked_sub(1).filter(|index| scene.mark(*index) == Some('-'));
    let whole = hyphen
        .and_then(|hyphen| hyphen.checked_sub(1))
        .filter(|index| scene.is_capital(*index) && scene.is_capital(name));
    let name = whole.unwrap_or(name);
    let first = first(scene, name);
    let last = last(scene, at)?;
    let span = Span { first, last };
    let shape = shape(scene, first, name);
    let near = scene.near(span);
    let supported = before_postcode(scene, last, shape);
    let named = matches!(near, Near::Word(Role::Names, ..))
        && (scene.near_within(span, 25) == near || behind_dots(scene, first));
    if let Some(sighting) = lives(scene, at, name, last) {
        return Some(sighting);
    }
    let decibans = match shape {
        Street::Sure => 10,
        Street::Unsure => -12,
        Street::Capital if supported || named || in_place(scene, first, last) => -12,
        Street::Lower if supported || named || behind_where(scene, name) => 8,
        Street::Capital | Street::Lower | Street::Small => return None,
    };
    let sighting = Sighting::new(scene.range(span), decibans);
    let sighting = match shape {
        Street::Capital if in_place(scene, first, last) => sighting.because("place-behind", "", 18),
        _ => sighting,
    };
    let sighting = match shape {
        Street::Sure => sighting.because("street-name", "", 0),
        _ => sighting,
    };
    let year = digits.len() == 4 && matches!(digits.get(..2), Some("19" | "20"));
    let sighting = match year || digits.len() > 4 {
        true => sighting.because("house-number-odd", "", -15),
        false => sighting,
    };
    let sighting = match supported {
        true => sighting.because("postcode-behind", "", 20),
        false => sighting,
    };
    let hints = if nr { 10 } else { 5 };
    Some(sighting.near(near, Weights { names: if named { 18 } else { 6 }, hints, against: -30 }))
}

/// Ends of the names of streets in English.
const ENGLISH: [&str; 14] = [
    "Street", "Road", "Avenue", "Lane", "Grove", "Close", "Drive", "Crescent", "Terrace",
    "Gardens", "Mews", "Rd", "Ave", "Court",
];

/// A house number before the street, as in English: `14 Chestnut Grove`, `at 22 Rozengracht`.
fn number_first(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let number = scene.word(at);
    let apart = scene.starts_apart(at) && number.len() <= 4 && !number.starts_with('0');
    let word = |index: usize| scene.word(index);
    let mut last = at.saturating_add(2);
    for words in 1..4 {
        let spaced = word(last.saturating_sub(1)) == " " && scene.is_capital(last);
        if !apart || !spaced {
            return None;
        }
        let english = words > 1 && ENGLISH.contains(&word(last));
        let at_number = || word_before(scene, at).is_some_and(|index| word(index) == "at");
        let own = SURE.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word(last)));
        let dutch = STREETS.end(word(last)) && !own && at_number();
        if english || dutch {
            let sighting = Sighting::new(scene.range(Span { first: at, last }), 10);
            return Some(sighting.because("street-name", "", 0));
        }
        last = last.saturating_add(2);
    }
    None
}

/// Whether a street with a number stands right before a token, on this line or the one before.
pub(super) fn before(scene: &Scene<'_>, at: usize) -> bool {
    for index in (0..at).rev().take(10) {
        let Some(token) = scene.token(index) else { return false };
        if token.shape != Shape::Digits || token.len() > 4 {
            continue;
        }
        let Some((space, _)) = gap(scene, index) else { continue };
        let Some(name) = space.checked_sub(1) else { continue };
        return scene.is(name, Shape::Word)
            && shape(scene, first(scene, name), name) != Street::Small;
    }
    false
}

/// The token of the space before a house number, and whether "nr." stands between.
fn gap(scene: &Scene<'_>, at: usize) -> Option<(usize, bool)> {
    let single = |index: usize| scene.word(index) == " ";
    let space = at.checked_sub(1).filter(|index| single(*index))?;
    let before = space.checked_sub(1)?;
    let dot = usize::from(scene.mark(before) == Some('.'));
    let word = before.checked_sub(dot)?;
    // Kerkstr. 12
    if dot == 1 && scene.word(word).to_ascii_lowercase().ends_with("str") {
        return Some((before, false));
    }
    let number = ["nr", "nummer", "no"].iter().any(|nr| scene.word(word).eq_ignore_ascii_case(nr));
    match number {
        true => Some((word.checked_sub(1).filter(|index| single(*index))?, true)),
        false => Some((space, false)),
    }
}

/// What the words before a number look like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Street {
    Sure,
    Unsure,
    Capital,
    /// It ends like a street, and has no capital.
    Lower,
    Small,
}

fn shape(scene: &Scene<'_>, first: usize, name: usize) -> Street {
    let word = scene.word(name);
    let is = |list: &str, word: &str| list.split_ascii_whitespace().any(|known| known == word);
    let capital = |index: usize| scene.word(index).chars().next().is_some_and(char::is_uppercase);
    let lower = word.to_lowercase();
    let own = is(SURE, &lower) || is(UNSURE, &lower);
    if is(NOT, &lower) {
        return Street::Small;
    }
    // Laan van Meerdervoort: the first word says it, with a small word behind.
    let opens = name.saturating_sub(first) >= 4
        && is(SURE, &scene.word(first).to_lowercase())
        && capital(first)
        && is(SMALL, scene.word(first.saturating_add(2)));
    let any_capital = (first..=name).any(capital);
    match () {
        () if opens => Street::Sure,
        () if !any_capital && STREETS.end(word) && !own && !in_dictionary(word) => Street::Lower,
        () if !any_capital => Street::Small,
        () if STREETS.end(word) && !(own && first == name) => Street::Sure,
        () if STREETS.end(word) && capital(name) => Street::Unsure,
        () if PLACES.end(word) && word.len() > 5 && capital(name) => Street::Unsure,
        () if capital(name) || scene.is(name, Shape::Digits) => Street::Capital,
        () => Street::Small,
    }
}

/// The first token of the name that ends here: words with a capital, and small words between them.
fn first(scene: &Scene<'_>, name: usize) -> usize {
    let small = |index: usize| {
        let word = scene.word(index);
        SMALL.split_ascii_whitespace().any(|known| known == word)
    };
    let capital = |index: usize| scene.word(index).chars().next().is_some_and(char::is_uppercase);
    let (mut first, mut at) = (name, name);
    for _ in 0..5 {
        let Some(space) = at.checked_sub(1).filter(|index| scene.word(*index) == " ") else {
            break;
        };
        let Some(before) = space.checked_sub(1) else { break };
        let ordinal = matches!(scene.word(before), "e" | "ste" | "de")
            && before.checked_sub(1).is_some_and(|digit| scene.is(digit, Shape::Digits));
        if ordinal {
            return before.saturating_sub(1);
        }
        if let Some(start) = shortened(scene, before) {
            first = start;
            at = start;
            continue;
        }
        if !scene.is(before, Shape::Word) {
            break;
        }
        if capital(before) && !begins_sentence(scene.word(before)) {
            first = before;
        } else if !small(before) || matches!(scene.word(before), "aan" | "op" | "te" | "in") {
            break;
        }
        at = before;
    }
    first
}

/// The first token of initials or a shortened title that ends with this point: `J.P.`, `Ds.`
fn shortened(scene: &Scene<'_>, point: usize) -> Option<usize> {
    let mut start = None;
    let mut index = point;
    for _ in 0..4 {
        let word = index.checked_sub(1).filter(|_| scene.mark(index) == Some('.'))?;
        let short = scene.is_capital(word) && scene.word(word).len() <= 5;
        if !short || scene.mark_before(word).is_some_and(|mark| mark != '.') {
            break;
        }
        start = Some(word);
        match scene.mark_before(word) {
            Some('.') => index = word.saturating_sub(1),
            _ => break,
        }
    }
    start
}

/// Whether nothing but the points of a form stands before a token, and a colon.
fn behind_dots(scene: &Scene<'_>, first: usize) -> bool {
    let mut dots = 0_usize;
    for index in (0..first).rev().take(60) {
        match scene.mark(index) {
            Some('.' | '_') => dots = dots.saturating_add(1),
            Some(':') => {}
            None if scene.is(index, Shape::Space) => {}
            _ => break,
        }
    }
    dots >= 4
}

/// Whether "aan", "op" or "in" stands before, and "te" or "in" with a place behind: `Op Nijverheid
/// 14 te Staphorst`.
fn in_place(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let before = word_before(scene, first).map(|index| scene.word(index)).unwrap_or_default();
    let article = matches!(before, "de" | "het");
    let second = word_before(scene, first)
        .filter(|_| article)
        .and_then(|index| word_before(scene, index))
        .map(|index| scene.word(index));
    let at = matches!(second.unwrap_or(before), "aan" | "Aan" | "op" | "Op" | "perceel" | "woning");
    let space = last.saturating_add(1);
    let comma = usize::from(scene.mark(space) == Some(','));
    let word = space.saturating_add(comma).saturating_add(1);
    let place = word.saturating_add(2);
    at && matches!(scene.word(word), "te" | "in")
        && scene.word(word.saturating_add(1)) == " "
        && scene.is_capital(place)
}

/// A street in small letters behind "ik woon aan", or with a postcode behind it.
fn lives(scene: &Scene<'_>, at: usize, name: usize, last: usize) -> Option<Sighting> {
    let small = |index: usize| scene.is(index, Shape::Word) && !scene.is_capital(index);
    if !small(name) || scene.word(at).len() > 4 {
        return None;
    }
    let mut first = name;
    for words in 0..3 {
        let before = word_before(scene, first)?;
        if matches!(scene.word(before), "aan" | "op") && words < 3 {
            let article = matches!(scene.word(first), "de" | "het") && first < name;
            let start = if article { first.saturating_add(2) } else { first };
            let verb = word_before(scene, before).map(|index| scene.word(index));
            let lives = verb.is_some_and(|verb| verb.starts_with("woon") || verb == "wonende");
            let span = Span { first: start, last };
            return (lives && name.saturating_sub(start) <= 4)
                .then(|| Sighting::new(scene.range(span), -2).because("word-near", "woon", 10));
        }
        if !small(before) {
            return None;
        }
        first = before;
    }
    None
}

/// Whether "aan de", "op het" or the like stands before a word.
fn behind_where(scene: &Scene<'_>, name: usize) -> bool {
    let article = word_before(scene, name);
    let word = |index: Option<usize>| index.map(|index| scene.word(index)).unwrap_or_default();
    let place = |word: &str| matches!(word, "aan" | "op" | "in" | "van" | "at" | "adres");
    place(word(article))
        || matches!(word(article), "de" | "het" | "t")
            && place(word(article.and_then(|index| word_before(scene, index))))
}

/// The word before a token, past one space.
fn word_before(scene: &Scene<'_>, index: usize) -> Option<usize> {
    let space = index.checked_sub(1).filter(|space| scene.word(*space) == " ")?;
    space.checked_sub(1)
}

/// Whether a word with a capital before a street is more likely the first of a sentence.
fn begins_sentence(word: &str) -> bool {
    matches!(
        word,
        "De" | "Het" | "Aan" | "In" | "Op" | "Te" | "Bij" | "Adres" | "Woonadres" | "Een"
    )
}

/// The last token of a house number with its addition.
fn last(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let next = at.saturating_add(1);
    let behind = next.saturating_add(1);
    let is_addition = |index: usize| {
        let word = scene.word(index);
        let listed =
            ADDITIONS.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word));
        let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        scene.is(index, Shape::Word) && (listed || letter)
    };
    match scene.token(next).map(|token| token.shape) {
        Some(Shape::Word) if is_addition(next) => Some(match scene.mark(behind) {
            Some('-' | '/') if scene.is(behind.saturating_add(1), Shape::Digits) => {
                behind.saturating_add(1)
            }
            _ => next,
        }),
        Some(Shape::Word | Shape::Digits) => None,
        Some(Shape::Mark) => match scene.mark(next)? {
            '-' | '/' => match scene.is(behind, Shape::Digits) && scene.word(behind).len() <= 4 {
                true => Some(behind),
                false if is_addition(behind) => Some(behind),
                false => Some(at),
            },
            '%' | '°' | '€' => None,
            '.' | ',' | ':' if scene.is(behind, Shape::Digits) => None,
            _ => Some(at),
        },
        Some(Shape::Space) if scene.word(next) == " " && is_addition(behind) => {
            let word = scene.word(behind);
            let capital = word.bytes().all(|byte| byte.is_ascii_uppercase());
            let listed = word.len() > 1 && (capital || !matches!(word, "i" | "v"));
            let end = !scene.is(behind.saturating_add(1), Shape::Word);
            Some(if (listed || capital) && end { behind } else { at })
        }
        _ => Some(at),
    }
}

/// Whether a postcode stands behind, on this line or the next.
fn before_postcode(scene: &Scene<'_>, last: usize, shape: Street) -> bool {
    let postcode_at = |index: usize| postcode_at(scene, index, shape);
    let mut index = last.saturating_add(1);
    for _ in 0..3 {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Digits) => return postcode_at(index),
            Some(Shape::Space | Shape::Line) => {}
            Some(Shape::Mark) if matches!(scene.mark(index), Some(',' | ';' | '|' | '-')) => {}
            _ => return false,
        }
        index = index.saturating_add(1);
    }
    postcode_at(index)
}

/// Whether a postcode in capitals starts here: "1234 kg" is none.
fn postcode_at(scene: &Scene<'_>, index: usize, shape: Street) -> bool {
    scene.is(index, Shape::Digits)
        && postcode::span(scene, index).is_some_and(|span| {
            let capitals = scene.word(span.last).bytes().all(|byte| byte.is_ascii_uppercase());
            capitals || matches!(shape, Street::Lower)
        })
}
