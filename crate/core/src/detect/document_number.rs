//! Numbers of passports, identity cards, driving licences and residence.

use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Span};
use super::sighting::{Sighting, Weights};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// Nine letters and digits of a passport or identity card, ten digits of a driving licence or of
    /// a foreigner (V-number), behind a word that says so. None of them has a check digit that is
    /// always there.
    DOCUMENT_NUMBER = "document-number", High; {
        nl: {
            title: "Nummer van een identiteitsbewijs",
            what: "Hier staat het nummer van een paspoort, rijbewijs of verblijfsdocument.",
            why: "Met het nummer kan iemand zich voor een ander uitgeven.",
            advice: "Haal het nummer weg.",
        },
        en: {
            title: "Number of an identity document",
            what: "There is a number of a passport, driving licence or residence document here.",
            why: "With the number someone can pose as another.",
            advice: "Take the number out.",
        },
    }
}

/// Finds numbers of identity documents.
pub(super) static DETECTOR: Detector = Detector {
    kind: &DOCUMENT_NUMBER,
    triggers: &[Trigger::Capital, Trigger::Digits(8, 11)],
    names: "\
        paspoort paspoortnummer paspoortnr pasnummer reisepass passport passportnumber identiteitskaart idkaart \
        identiteitsbewijs identiteitskaartnummer documentnummer legitimatie legitimatiebewijs \
        legitimatienummer legitimeert gelegitimeerd rijbewijs rijbewijsnummer rijbewijsnr licence \
        vreemdelingennummer vreemdelingnummer vnummer vnr verblijfsdocument verblijfsvergunning \
        anummer administratienummer big bignummer bignr",
    hints: "",
    against: &["telefoon tel telefoonnummer kenmerk dossier zaaknummer versie bestand"],
    judge,
    finds: &[
        "paspoort [NX1234AB5]",
        "Documentnummer: [SPECI2014]",
        "rijbewijs met nummer [1234567890]",
        "V-nummer [1234567890]",
        "vreemdelingennummer: [2812345678]",
        "BIG-nummer [49012345601]",
        "A-nummer: [1234567890]",
        "identiteitskaart nr. [IX12AB3C4]",
        "Reisepass [C01X00T47]",
        "passport [912803456]",
    ],
    ignores: &[
        "NX1234AB5",
        "1234567890",
        "paspoort ABCDEFGHI",
        "het paspoort 2023",
        "paspoort telefoon 1234567890",
        "rijbewijs 12345678901234",
        "paspoortnummer NXO234AB5",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let span = match scene.is(at, Shape::Digits) {
        true => Span { first: at, last: at },
        false => code(scene, at)?,
    };
    if !scene.starts_apart(span.first) || !scene.ends_apart(span.last) {
        return None;
    }
    let length = scene.range(span).len();
    let letter = ["V", "A"].iter().find(|letter| {
        length == 10 && scene.lettered(span.first, letter, &["nummer", "nr", "nummers"])
    });
    if letter.is_some() {
        let sighting = Sighting::new(scene.range(span), 0);
        return Some(sighting.because("letter-number", "", 20));
    }
    let near = scene.near_within(span, 50);
    let Near::Word(Role::Names, word, _) = near else { return None };
    let sound = match (length, scene.is(at, Shape::Digits)) {
        (9, false) => !word.starts_with("rijbewijs"),
        (10, true) => !word.starts_with("big"),
        (11, true) => word.starts_with("big"),
        // Abroad they are digits only as well.
        (9, true) => {
            ["paspoort", "passport", "reisepass"].iter().any(|pass| word.starts_with(pass))
        }
        (8, true) => word.starts_with("paspoort") || word.starts_with("passport"),
        _ => false,
    };
    let digits = length.to_string();
    sound.then(|| {
        let sighting = Sighting::new(scene.range(span), -2).because("document-shape", &digits, 0);
        sighting.near(near, Weights { names: 20, hints: 0, against: -30 })
    })
}

/// Nine letters and digits: a letter or two, no letter O, and a digit at the end.
fn code(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let word = scene.word(at);
    let capitals = word.bytes().all(|byte| byte.is_ascii_uppercase());
    if !capitals || !(1..=7).contains(&word.len()) {
        return None;
    }
    let mut last = at;
    for index in (at..).take(9) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word | Shape::Digits) => last = index,
            _ => break,
        }
    }
    let span = Span { first: at, last };
    let code = scene.slice(scene.range(span)).as_bytes();
    let sound = code.len() == 9
        && code.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && !code.contains(&b'O')
        && code.last().is_some_and(u8::is_ascii_digit);
    sound.then_some(span)
}
