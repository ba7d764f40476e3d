//! Dutch postcodes.

use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Span};
use super::sighting::{Sighting, Weights};
use super::{Detector, Trigger, street};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// Four digits and two capitals (not SA, SD or SS), with a word, a place or a street that says
    /// so: "2020 EU" looks the same. A postcode of a PO box points to nobody's home.
    POSTCODE = "postcode", Medium; {
        nl: {
            title: "Postcode",
            what: "Hier staat een postcode.",
            why: "Met een huisnummer erbij wijst een postcode één woning aan.",
            advice: "Haal de postcode weg als iemand daar woont.",
        },
        en: {
            title: "Postcode",
            what: "There is a Dutch postcode here.",
            why: "Together with a house number it points to one home.",
            advice: "Take the postcode out if someone lives there.",
        },
    }
}

/// Finds postcodes.
pub(super) static DETECTOR: Detector = Detector {
    kind: &POSTCODE,
    triggers: &[Trigger::Digits(4, 4)],
    names: "\
        postcode postcodes pc adres woonadres huisadres adresgegevens woonachtig wonende woonplaats \
        woont wonen zip postalcode",
    hints: "straat huisnummer plaats naam",
    against: &[OFFICES],
    judge,
    finds: &[
        "Kerkstraat 1, [1234 AB] Utrecht",
        "postcode: [1234ab]",
        "[1234AB]",
        "Dorpsweg 12a\n[1234  AB]  Ons Dorp",
        "wonende te [3511 XZ] Utrecht",
        "Postcode:   [1234 NV]",
        "woonadres 12, [1011 ab]",
        "Politie Oost\nP. Jansen\nKerkstraat 12\n[1234 AB] Ons Dorp",
    ],
    ignores: &[
        "in 2020 EU-landen",
        "6605 MB vrij",
        "1234 SA",
        "0234 AB Utrecht",
        "in 1234 De Haag",
        "2020 EU",
        "Postbus 20011, 2500 EA Den Haag",
        "NEN 1234 AB",
        "12345 AB",
        "1234 ABC",
        "1234 kg",
        "van 2016 t/m 2019 BW",
        "Zij is van 7 augustus 1938 en woont hier",
        "Op 2 jan. 2023 om 09:15 schreef",
        "P.O. Box 287, 7600 AG Almelo",
        "Rechtbank Noord-Holland\nSimon de Vrieshof 1\n2019 HA Haarlem",
    ],
};

/// Words of places where nobody lives.
pub(super) const OFFICES: &str = "\
    postbus box antwoordnummer bezoekadres kantooradres hoofdkantoor vestigingsadres stadhuis \
    gemeentehuis stadskantoor provinciehuis kantoor iso nen artikel versie";

/// Pairs of letters that mean something else behind a number.
const OTHERS: &str = "EU MB GB KB TB BV NV VN VS AD CE BC CO NO EN DE IN OF NA TE OP BW WK EK PC";

/// Small words of two letters that follow a year.
const SMALL: &str = "en om in op is de te na of ik we ze er al zo bv no as at by he it on or to";

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let span = span(scene, at)?;
    let letters = scene.word(span.last);
    let next = span.last.saturating_add(1);
    let glued = span.last == at.saturating_add(1);
    let near = scene.near(span);
    let named = matches!(near, Near::Word(Role::Names, ..));
    let capitals = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let street = street::before(scene, at);
    let near_by = named && (glued || scene.near_within(span, 15) == near);
    if !capitals && !near_by && !street {
        return None;
    }
    let year = scene.word(at).starts_with("19") || scene.word(at).starts_with("20");
    // "van 1938 en woont": a year and a small word.
    if year && !glued && !capitals && SMALL.split(' ').any(|small| small == letters) {
        return None;
    }
    let sighting = Sighting::new(scene.range(span), if glued { 5 } else { -2 });
    let told = named && scene.near_within(span, 25) == near;
    let other = !told && OTHERS.split_ascii_whitespace().any(|other| other == letters);
    let sighting = match (other, year) {
        (true, _) => sighting.because("postcode-other", letters, -12),
        (_, true) if !glued => sighting.because("postcode-year", "", -6),
        _ => sighting,
    };
    let place = matches!(scene.token(next).map(|token| token.shape), Some(Shape::Space))
        && starts_with_capital(scene.word(next.saturating_add(1)));
    let sighting = if place { sighting.because("place-behind", "", 8) } else { sighting };
    // "Wij komen uit 8861 NB, huisnummer 14"
    let comma = usize::from(scene.mark(next) == Some(','));
    let house = scene.word(next.saturating_add(comma).saturating_add(1));
    let sighting = match ["huisnummer", "huisnr"].contains(&house) {
        true => sighting.because("word-near", "huisnummer", 24),
        false => sighting,
    };
    let sighting = if street { sighting.because("street-before", "", 15) } else { sighting };
    // The number between is that of the PO box.
    if let Some(word) = scene.spoken_against(span) {
        return Some(sighting.because("word-against", word, -40));
    }
    if let Some(body) = street::of_body(scene, at).filter(|_| !told) {
        return Some(sighting.because("word-against", body, -40));
    }
    let sighting = sighting.near(near, Weights { names: 16, hints: 6, against: -30 });
    let of_somebody = named || street::is_of_somebody(scene, span);
    Some(if of_somebody { sighting } else { sighting.told_modestly() })
}

/// The tokens of a postcode that starts here.
pub(super) fn span(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let digits = scene.word(at);
    if digits.starts_with('0') || digits.len() != 4 || !scene.starts_apart(at) {
        return None;
    }
    let next = at.saturating_add(1);
    let spaced = scene.is(next, Shape::Space) && scene.word(next).len() <= 2;
    let last = next.saturating_add(usize::from(spaced));
    let letters = scene.word(last);
    let sound = letters.len() == 2
        && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !matches!(letters, "SA" | "SD" | "SS");
    let behind = last.saturating_add(1);
    let stuck = scene.is(behind, Shape::Digits) || matches!(scene.mark(behind), Some('-' | '_'));
    (sound && !stuck && scene.is(last, Shape::Word)).then_some(Span { first: at, last })
}

fn starts_with_capital(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().next().is_some_and(char::is_uppercase)
}
