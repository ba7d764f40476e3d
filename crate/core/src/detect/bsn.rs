//! The citizen service number (burgerservicenummer).

use super::number::Gap::{Dot, Hyphen, Space};
use super::scan::Shape;
use super::scene::{Near, Scene, Side};
use super::sighting::{Sighting, Weights};
use super::words::{ACCOUNTS, CALLING, ORGANISATIONS, THINGS, names_number};
use super::{Detector, Trigger};
use crate::detect::lexicon::Role;
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// Eight or nine digits that pass the eleven test of the BSN: the digits times 9, 8, … 2 and
    /// the last times -1 add up to a multiple of eleven. One in eleven numbers of this length
    /// passes by chance, so without a word such as "bsn" nearby it is no more than possible.
    BSN = "bsn", High; {
        nl: {
            title: "Burgerservicenummer",
            what: "Dit getal is waarschijnlijk een burgerservicenummer (BSN).",
            why: "Met een BSN kan iemand zich voor een ander uitgeven. De wet staat publicatie niet toe.",
            advice: "Haal het nummer weg uit de tekst.",
        },
        en: {
            title: "Citizen service number",
            what: "This number is probably a Dutch citizen service number (BSN).",
            why: "With a BSN someone can pose as another. The law does not allow it to be published.",
            advice: "Take the number out of the text.",
        },
    }
}

/// Finds BSNs.
pub(super) static DETECTOR: Detector = Detector {
    kind: &BSN,
    triggers: &[Trigger::Digits(1, 9)],
    names: "\
        bsn bsnr bsnnr bsnnummer burgerservicenummer burgerservicenummers burgerservicenr \
        burgerservice sofi sofinr sofinummer sofinummers persoonsnummer citizen persoonsgebonden \
        identificatienummer bsnummer pgn onderwijsnummer onderwijsnr onr fiscaalnummer finummer \
        verzekerdenummer persoonsnr burgerserv",
    hints: "\
        belastingplichtige betrokkene burger client cliënt deelnemer geboortedatum geboren inwoner \
        kind leerling paspoort passport patient patiënt persoon salarisnummer uitkering werknemer",
    against: &[THINGS, ORGANISATIONS, CALLING, ACCOUNTS],
    judge,
    finds: &[
        "Uw BSN is [111222333].",
        "BSN: [1112.22.333]",
        "bsn [111 222 333] (sofinummer)",
        "zaak 4, [123456782]",
        "Burgerservicenummer: [1234 56 782]",
        "[99999001-9] is het BSN",
        "BSN [010000008]",
        "BSN [10000008]",
        "De nummers [111222333] en [999990019] zijn BSN's",
        "BSN: [1112\n22333]",
        "Burgerservicenummer 1 (kind): [111222333]",
        "Ons kenmerk: [1112.22.333] JK-ab",
        "BSN: [111222333].0",
        "bijlage ID_[111222333].jpg",
        "BSN[111222333]",
        "bsn [111222333],20240120",
    ],
    ignores: &[
        "dossier 123456789",
        "19101988, bsn onbekend",
        "KvK 000000000",
        "NL91ABNA0417164300",
        "kenmerk 123456782",
        "ordernummer: 111222333",
        "ISBN 111222333",
        "bsn volgt, begonnen op 19880315",
        "ID_200012346.jpg, Besluit_111222333.pdf",
        "versie 111.222.333",
        "RSIN 123456782",
        "111.222.333 inwoners",
        "bedrag 111222333,00",
        "1111222333",
        "bsn 1112223334",
        "10000008",
        "2024-111222333",
        "BSN is bekend. Aanmeldnummer 111222333",
        "BSN onbekend, registratienr: 111222333",
        "zaak 1112\n22333",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let number = &scene.number;
    let found = number
        .first(9)
        .filter(|(digits, _)| is_of_a_person(digits))
        .or_else(|| number.first(8).filter(|(digits, _)| passes_eleven_test(digits)));
    let Some((digits, span)) = found else { return over_lines(scene, at) };
    let count = digits.len();
    // One that is sure elsewhere, also in the name of a file.
    let nine = number.grouped(count, &[&[9]], &[]);
    let sticks = scene.before(at).is_some_and(|token| token.shape == Shape::Word)
        || scene.is(span.last.saturating_add(1), Shape::Word);
    let named = matches!(scene.near(span), Near::Word(Role::Names, ..));
    if nine && !sticks && scene.names.is_number(digits) && !named {
        let sighting = Sighting::new(scene.range(span), 0).because("eleven-test", "", 0);
        return Some(sighting.because("number-elsewhere", "", 10));
    }
    if nine && in_file_of_somebody(scene, at) {
        let sighting = Sighting::new(scene.range(span), -2).because("digits-9", "", 0);
        return Some(sighting.because("eleven-test", "", 10));
    }
    // "111222333.0", as programs write what they take for a number.
    let point = span.last.saturating_add(1);
    let float = scene.mark(point) == Some('.') && scene.word(point.saturating_add(1)) == "0";
    // "BSN111222333"
    let glued = at.checked_sub(1).is_some_and(|word| scene.named_by(word).is_some());
    if !(scene.starts_apart(at) || glued) || !(float && nine || scene.ends_apart(span.last)) {
        return None;
    }
    let near = match scene.near(span) {
        // "BSN / RSIN": it may be a person's.
        Near::Word(Role::Against, word, side) if word == "rsin" && named_too(scene, at) => {
            Near::Word(Role::Names, "bsn", side)
        }
        near => near,
    };
    // "19880315" is a day, unless the word for it stands right before.
    let listed = matches!(near, Near::Word(_, _, Side::List | Side::After));
    if count == 8 && is_day(digits) && (listed || scene.near_within(span, 8) != near) {
        return None;
    }
    let named = matches!(near, Near::Word(Role::Names, ..));
    let whole = number.grouped(count, &[&[9], &[8]], &[]);
    let official = number.grouped(count, &[&[4, 2, 3], &[3, 2, 3]], &[Dot, Space]);
    let by_threes = number.grouped(count, &[&[3, 3, 3], &[3, 3, 2], &[2, 3, 3]], &[Dot, Space]);
    // A form with a box for each digit, or a hyphen before the last: only where it is named.
    let any_way = named && number.gaps(count).all(|gap| matches!(gap, Dot | Space | Hyphen));
    if !(whole || official || by_threes || any_way) {
        return None;
    }
    // A number that is one of a longer row is a part of something else.
    if !whole && (goes_on(scene, count) || comes_from(scene, at)) {
        return None;
    }
    let shape = match (whole, official) {
        (true, _) => -17,
        (_, true) => -11,
        _ => -29,
    };
    let length = if count == 9 { ("digits-9", 0) } else { ("digits-8", -6) };
    let sighting = Sighting::new(scene.range(span), shape).because(length.0, "", length.1).because(
        "eleven-test",
        "",
        10,
    );
    // "Ons kenmerk 1112.22.333": files are numbered by it, and nothing else is written so.
    if let Near::Word(Role::Against, word, Side::Before | Side::Label) = near
        && official
        && !whole
        && digits.first() != Some(&b'8')
        && FILED.contains(&word)
    {
        return Some(sighting.because("word-near", word, 8));
    }
    if official && !whole && count == 9 && is_assessed(scene, span.last) {
        return Some(sighting.because("word-near", "aanslagnummer", 12));
    }
    if is_other_number(scene, at) && !named_too(scene, at) {
        return Some(sighting.because("word-against", "nummer", -30));
    }
    Some(sighting.near(near, WEIGHTS))
}

/// Whether a tax, a year and a number stand behind it, as behind the BSN in the number of an
/// assessment: `1112.22.333.H.16.01`.
fn is_assessed(scene: &Scene<'_>, last: usize) -> bool {
    let part = |step: usize| last.saturating_add(step);
    let pointed = |step: usize| scene.mark(part(step)) == Some('.');
    let tax = scene.word(part(2)).len() == 1 && scene.is_capital(part(2));
    let year = scene.is(part(4), Shape::Digits) && scene.word(part(4)).len() <= 2;
    pointed(1) && tax && pointed(3) && year
}

/// Numbers of files that may be a BSN.
const FILED: [&str; 7] = [
    "kenmerk",
    "aanslagnummer",
    "dossiernummer",
    "referentie",
    "cliëntnummer",
    "clientnummer",
    "patiëntnummer",
];

const WEIGHTS: Weights = Weights { names: 36, hints: 12, against: -30 };

/// Whether "BSN / RSIN" stands before a number.
fn named_too(scene: &Scene<'_>, at: usize) -> bool {
    (at.saturating_sub(24)..at).any(|index| {
        let next = index.saturating_add(1);
        let slash = next.saturating_add(usize::from(scene.word(next) == " "));
        scene.word(index).eq_ignore_ascii_case("bsn") && scene.mark(slash) == Some('/')
    })
}

/// A number that goes on on the next line, right behind a word that names it.
fn over_lines(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let (digits, span) = scene.number.broken(9).filter(|(digits, _)| passes_eleven_test(digits))?;
    let near = scene.near_within(span, 20);
    let named = matches!(near, Near::Word(Role::Names, _, Side::Before));
    let apart = scene.starts_apart(at) && scene.ends_apart(span.last);
    (named && apart && digits.len() == 9).then(|| {
        Sighting::new(scene.range(span), -20)
            .because("digits-9", "", 0)
            .because("eleven-test", "", 10)
            .near(near, WEIGHTS)
    })
}

/// Whether it stands in the name of a file behind a name or what is kept of people:
/// `Benschop_999990019.docx`, `ID_999990019.jpg`. Numbers of files start with their year.
fn in_file_of_somebody(scene: &Scene<'_>, at: usize) -> bool {
    const KEPT: [&str; 6] = ["id", "wmo", "pgb", "paspoort", "identiteitskaart", "uitkering"];
    let next = at.saturating_add(1);
    let extension = scene.mark(next) == Some('.') && scene.is(next.saturating_add(1), Shape::Word);
    let joined = scene.mark_before(at) == Some('_');
    let year = matches!(scene.word(at).get(..2), Some("19" | "20"));
    let Some(word) = at.checked_sub(2).filter(|word| joined && scene.is(*word, Shape::Word)) else {
        return false;
    };
    let kept = || KEPT.contains(&scene.word(word).to_lowercase().as_str());
    let named = || scene.is_capital(word) && scene.traits(word).has(super::words::NAMES);
    let ends = extension || scene.mark(next) == Some('_');
    ends && !year && (named() || kept() || scene.names.is_part(scene.word(word)))
}

/// Whether the word right before a number names one of another sort: "aanmeldnummer: 111222333".
fn is_other_number(scene: &Scene<'_>, at: usize) -> bool {
    for index in (0..at).rev().take(4) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Space) => {}
            Some(Shape::Mark) if matches!(scene.mark(index), Some(':' | '.' | '=')) => {}
            Some(Shape::Word) => {
                return scene.named_by(index).is_none() && names_number(scene.word(index));
            }
            _ => return false,
        }
    }
    false
}

fn goes_on(scene: &Scene<'_>, count: usize) -> bool {
    scene.number.gap_after(count).is_some()
}

fn comes_from(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|index| scene.is(index, Shape::Space));
    before && at.checked_sub(2).is_some_and(|index| scene.is(index, Shape::Digits))
}

/// Whether eight digits are a year, a month and a day, or these the other way about.
fn is_day(digits: &[u8]) -> bool {
    let part = |range| std::str::from_utf8(digits.get(range)?).ok()?.parse::<u32>().ok();
    let within = |range, values: std::ops::RangeInclusive<u32>| {
        part(range).is_some_and(|value| values.contains(&value))
    };
    within(0..4, 1900..=2039) && within(4..6, 1..=12) && within(6..8, 1..=31)
        || within(4..8, 1900..=2039) && within(2..4, 1..=12) && within(0..2, 1..=31)
}

/// The digits of a value that is nine of them, whole or with points and spaces between groups.
pub(super) fn nine(value: &str) -> Option<String> {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let bare = value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b' '));
    (bare && digits.len() == 9 && value.len() <= 11).then_some(digits)
}

/// Whether nine digits may be a BSN. Those that start with two zeros are of bodies.
pub(super) fn is_of_a_person(digits: &[u8]) -> bool {
    !digits.starts_with(b"00") && passes_eleven_test(digits)
}

/// Whether digits pass the eleven test of the BSN. All zeros pass, and are no number.
pub(super) fn passes_eleven_test(digits: &[u8]) -> bool {
    let value = |digit: &u8| u32::from(digit.wrapping_sub(b'0'));
    let Some((check, rest)) = digits.split_last() else { return false };
    let sum = rest.iter().rev().zip(2_u32..).fold(0_u32, |sum, (digit, weight)| {
        sum.saturating_add(value(digit).saturating_mul(weight))
    });
    sum != 0 && sum % 11 == value(check)
}

#[cfg(test)]
mod tests {
    use super::super::{Surroundings, detect};
    use super::*;
    use crate::finding::Certainty::{Certain, Likely, Possible};

    fn certainty(text: &str, label: Option<&str>) -> Option<crate::finding::Certainty> {
        detect(text, &Surroundings { label, ..Surroundings::default() })
            .first()
            .map(|hit| hit.certainty)
    }

    #[test]
    fn without_a_word_near_it_is_no_more_than_possible() {
        assert_eq!(certainty("111222333", None), Some(Possible));
        assert_eq!(certainty("1112.22.333", None), Some(Possible));
        assert_eq!(certainty("BSN 111222333", None), Some(Certain));
        assert_eq!(certainty("Geboren in 1970, 111222333", None), Some(Likely));
        assert_eq!(certainty("111222333", Some("client_bsn")), Some(Certain));
        assert_eq!(certainty("111222333", Some("Dossier")), None);
    }

    #[test]
    fn one_that_is_sure_is_found_again_in_the_number_of_a_file() {
        let text = "BSN 1112.22.333, ons kenmerk: JW/111222333/2025-3";
        assert_eq!(detect(text, &Surroundings::default()).len(), 2);
    }

    #[test]
    fn the_eleven_test_takes_one_in_eleven() {
        let passing = (0..99_999_u32).filter(|n| passes_eleven_test(format!("{n:09}").as_bytes()));
        let count = passing.count();
        assert!((8_000..9_200).contains(&count), "{count}");
    }
}
