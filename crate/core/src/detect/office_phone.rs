//! Telephone numbers that only organisations have.

use super::lexicon::Role;
use super::phone::{self, Line, Start, is_area, line};
use super::scene::{Near, Scene, Span};
use super::sighting::{Sighting, Weights};
use super::words::{ACCOUNTS, ORGANISATIONS, THINGS};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// Numbers that are only given out to organisations: 0800, 0900, 088, 14 with an area code
    /// (municipalities), and short numbers such as 112 and 1400.
    OFFICE_PHONE = "office-phone", Low; {
        nl: {
            title: "Telefoonnummer van een organisatie",
            what: "Hier staat een telefoonnummer dat alleen organisaties hebben.",
            why: "Zo'n nummer is meestal algemeen bekend.",
            advice: "Het mag meestal blijven staan.",
        },
        en: {
            title: "Telephone number of an organisation",
            what: "There is a telephone number here that only organisations have.",
            why: "Such a number is usually public.",
            advice: "It may usually stay.",
        },
    }
}

/// Finds telephone numbers of organisations.
pub(super) static DETECTOR: Detector = Detector {
    kind: &OFFICE_PHONE,
    triggers: &[Trigger::Digits(2, 11)],
    names: phone::WORDS,
    hints: "gemeente klantenservice klantcontactcentrum alarmnummer meldkamer contact",
    against: &[THINGS, ORGANISATIONS, ACCOUNTS],
    judge,
    finds: &[
        "Bel [0800-1234]",
        "[0800 1234567]",
        "[0900-8844] (lokaal tarief)",
        "[088-1234567]",
        "[088 - 7555555]",
        "tel. [+31 88 123 45 67]",
        "Bel de gemeente: [14 070]",
        "telefoonnummer [14 0182]",
        "Bel [112]",
        "bel [1400]",
    ],
    ignores: &[
        "kamer 112",
        "in 1400 was dat anders",
        "06-12345678",
        "070-1234567",
        "0800",
        "bedrag 0800 1234567",
        "van 14 0",
        "12-14 070",
        "14.0000",
        "open van 09.00 - 17.00 uur en 08.00-17.00 uur",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let start = Start::of(scene, at)?;
    let number = &scene.number;
    let digits = number.digits();
    let ends = |count: usize| number.first(count).is_some();
    let weights = Weights { names: 20, hints: 8, against: -25 };
    let (count, id, decibans) = match digits {
        // Not "08.00-17.00".
        [b'0', b'8', b'0', b'0', ..] | [b'0', b'9', b'0', b'0' | b'6' | b'9', ..]
            if number.sizes(digits.len()).next().is_some_and(|size| size >= 4) =>
        {
            (if ends(11) { 11 } else { 8 }, "phone-service", 10)
        }
        [b'0', rest @ ..] if rest.get(..9).and_then(line) == Some(Line::Office) => {
            (10, "phone-company", 10)
        }
        [b'0', b'0', b'3', b'1', rest @ ..] | [b'3', b'1', rest @ ..] => {
            let before = digits.len().saturating_sub(rest.len());
            let rest = rest.get(..9).filter(|rest| line(rest) == Some(Line::Office))?;
            (before.saturating_add(rest.len()), "phone-company", 10)
        }
        [b'1', b'4', b'0', area @ ..]
            if is_area(area) && number.sizes(digits.len()).next() == Some(2) =>
        {
            let area = |count: usize| {
                ends(count) && number.sizes(count).count() == 2 && digits.len() == count
            };
            (if area(6) { 6 } else { 5 }, "phone-municipality", 6)
        }
        _ => return short(scene, at),
    };
    let (_, span) = number.first(count).filter(|(_, span)| scene.ends_apart(span.last))?;
    if count == 5 && digits.len() != 5 {
        return None;
    }
    let span = Span { first: start.first, last: span.last };
    let sighting = Sighting::new(scene.range(span), 0).because(id, "", decibans);
    Some(sighting.near(scene.near(span), weights))
}

/// Judges a short number, that is one only right behind a word such as "bel".
fn short(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let known = matches!(scene.word(at), "112" | "113" | "144" | "1400" | "0909" | "1888");
    let span = Span { first: at, last: at };
    let apart = scene.starts_apart(at) && scene.ends_apart(at);
    let near = scene.near_within(span, 12);
    let named = matches!(near, Near::Word(Role::Names, ..));
    (known && apart && named).then(|| {
        let sighting = Sighting::new(scene.range(span), -12).because("phone-short-code", "", 0);
        sighting.near(near, Weights { names: 20, hints: 0, against: -25 })
    })
}
