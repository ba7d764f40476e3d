//! Numbers under which organisations are registered.

use super::bsn::passes_eleven_test;
use super::lexicon::Role;
use super::scene::{Near, Scene, Side};
use super::sighting::{Sighting, Weights};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// The number of the trade register (KvK, eight digits; twelve of an establishment) or the RSIN,
    /// behind a word that says so. That of a sole trader leads to a home address.
    ORGANISATION_NUMBER = "organisation-number", Low; {
        nl: {
            title: "Nummer van een organisatie",
            what: "Hier staat een KvK-nummer of RSIN.",
            why: "Het register is openbaar. Bij een zelfstandige leidt het soms naar een woonadres.",
            advice: "Het mag meestal blijven staan.",
        },
        en: {
            title: "Number of an organisation",
            what: "There is a number of the trade register or an RSIN here.",
            why: "The register is public. For a sole trader it may lead to a home address.",
            advice: "It may usually stay.",
        },
    }
}

/// Finds numbers of organisations.
pub(super) static DETECTOR: Detector = Detector {
    kind: &ORGANISATION_NUMBER,
    triggers: &[Trigger::Digits(2, 12)],
    names: "\
        kvk kvknummer kvknr handelsregister handelsregisternummer koophandel vestigingsnummer rsin \
        rsinnummer fiscaalnummer vestigingsnr rsinnr kvkvestigingsnummer handelsregisternr",
    hints: "",
    against: &["bsn telefoon tel iban btw burgerservicenummer postbus"],
    judge,
    finds: &[
        "KvK [12345678]",
        "Kamer van Koophandel onder nummer [1234 5678]",
        "RSIN: [111222333]",
        "vestigingsnummer [000012345678]",
        "handelsregister ([12.34.56.78])",
        "Kamer van Koophandel te Ons Dorp onder nummer [12345678]",
        "vestigingsnr. [000012345678]",
        "KvK [12345678] en [23456789]",
    ],
    ignores: &["12345678", "KvK 1234567", "RSIN 111222334", "KvK, tel 12345678", "KvK 123456789"],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let number = &scene.number;
    let count = number.ends().find(|count| matches!(count, 8 | 9 | 12))?;
    let (digits, span) = number.first(count)?;
    if !scene.starts_apart(at) || !scene.ends_apart(span.last) || number.gap_after(count).is_some()
    {
        return None;
    }
    let near = scene.near_within(span, 40);
    let Near::Word(Role::Names, word, Side::Before | Side::Label | Side::List) = near else {
        return None;
    };
    let fiscal = word.starts_with("rsin") || word.starts_with("fiscaal");
    // "BSN / RSIN": it may be a person's.
    let start = scene.range(span).start;
    let from = scene.text.floor_char_boundary(start.saturating_sub(40));
    let either = scene.slice(from..start).to_ascii_lowercase().contains("bsn");
    if fiscal && either {
        return None;
    }
    let sound = match count {
        9 => fiscal && passes_eleven_test(digits),
        12 => !fiscal && digits.starts_with(b"0000"),
        _ => !fiscal,
    };
    let detail = count.to_string();
    sound.then(|| {
        let sighting = Sighting::new(scene.range(span), 0).because("digits", &detail, 0);
        sighting.near(near, Weights { names: 20, hints: 0, against: -30 })
    })
}
