//! Numbers of people in the registers of education and care.

use super::lexicon::Role;
use super::scene::{Near, Scene};
use super::sighting::{Sighting, Weights};
use super::words::{CALLING, ORGANISATIONS, THINGS};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// The education number (onderwijsnummer, nine digits that start with 10, of which the eleven
    /// test of the BSN leaves 5) and the AGB code of a care provider (eight digits), behind a word
    /// that says so.
    REGISTER_NUMBER = "register-number", Medium; {
        nl: {
            title: "Nummer in een register",
            what: "Hier staat een onderwijsnummer of de AGB-code van een zorgverlener.",
            why: "Met het nummer is na te gaan om welke persoon het gaat.",
            advice: "Haal het nummer weg.",
        },
        en: {
            title: "Number in a register",
            what: "There is an education number or the AGB code of a care provider here.",
            why: "The number tells which person is meant.",
            advice: "Take the number out.",
        },
    }
}

/// Finds education numbers and AGB codes.
pub(super) static DETECTOR: Detector = Detector {
    kind: &REGISTER_NUMBER,
    triggers: &[Trigger::Digits(2, 9)],
    names: "agb agbcode agbnummer agbcodes onderwijsnummer onderwijsnummers pgn leerlingnummer \
        leerlingennummer",
    hints: "",
    against: &[THINGS, ORGANISATIONS, CALLING],
    judge,
    finds: &[
        "AGB-code [01234567]",
        "AGB: [12 345678]",
        "onderwijsnummer [101222331]",
        "PGN [101222331] (leerling)",
    ],
    ignores: &[
        "01234567",
        "101222331",
        "onderwijsnummer 101222332",
        "AGB 1234567",
        "onderwijsnummer 201222331",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let number = &scene.number;
    let (digits, span) = number.first(9).or_else(|| number.first(8))?;
    if !scene.starts_apart(at) || !scene.ends_apart(span.last) {
        return None;
    }
    let near = scene.near_within(span, 40);
    let Near::Word(Role::Names, word, _) = near else { return None };
    let sighting = match (digits.len(), word.starts_with("agb")) {
        (8, true) => Sighting::new(scene.range(span), 0).because("digits-8", "", 0),
        (9, false) if is_education(digits) => {
            Sighting::new(scene.range(span), -2).because("eleven-test", "", 10)
        }
        _ => return None,
    };
    Some(sighting.near(near, Weights { names: 18, hints: 0, against: -30 }))
}

/// Whether digits are an education number.
fn is_education(digits: &[u8]) -> bool {
    let value = |digit: &u8| u32::from(digit.wrapping_sub(b'0'));
    let Some((check, rest)) = digits.split_last() else { return false };
    let sum = rest.iter().rev().zip(2_u32..).fold(0_u32, |sum, (digit, weight)| {
        sum.saturating_add(value(digit).saturating_mul(weight))
    });
    digits.starts_with(b"10") && sum % 11 == value(check).saturating_add(5) % 11
}
