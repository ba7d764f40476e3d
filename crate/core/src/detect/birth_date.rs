//! Dates of birth.

use super::date::{self, Date};
use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Side, Span};
use super::sighting::{Sighting, Weights};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// A date, in any notation, behind a word that says it is one of birth, or in a column or field
    /// of that name. Other dates are no finding.
    BIRTH_DATE = "birth-date", Medium; {
        nl: {
            title: "Geboortedatum",
            what: "Hier staat een geboortedatum.",
            why: "Met een naam of postcode erbij is vaak duidelijk om wie het gaat.",
            advice: "Haal de datum weg, of noem alleen de leeftijd.",
        },
        en: {
            title: "Date of birth",
            what: "There is a date of birth here.",
            why: "Together with a name or postcode it often shows who someone is.",
            advice: "Take the date out, or give only the age.",
        },
    }
}

/// Finds dates of birth.
pub(super) static DETECTOR: Detector = Detector {
    kind: &BIRTH_DATE,
    triggers: &[Trigger::Digits(1, 8)],
    names: "\
        geboren geboortedatum geboortedata geboortedag geb gebdatum gebdat gebdtm geborene \
        verjaardag jarig dob birth birthdate birthday born dateofbirth",
    hints: "",
    against: &["overleden begonnen huwelijk gehuwd datum dagtekening verzonden ontvangen"],
    judge,
    finds: &[
        "geboren op [3 mei 1970] te Utrecht",
        "Geboortedatum: [03-05-1970]",
        "geb. [3/5/70]",
        "Geb.datum: [3-5-1970]",
        "geboorte-datum [03-05-1970]",
        "(geb. te Utrecht, [3.5.1970])",
        "geboortedatum [1970-05-03]",
        "Date of birth: [May 3, 1970]",
        "gebdatum [19700503]",
        "born on [3 May 1970]",
        "Geboren: [03 05 1970]",
        "[03-05-1970] (geboortedatum)",
    ],
    ignores: &[
        "op 3 mei 1970",
        "03-05-1970",
        "geboren in 1970",
        "Er zijn 12 kinderen geboren. Op 3 mei 2021 vroeg de Kamer",
        "geboren op 31-02-1970",
        "geboren op 3 mei 2970",
        "geb. 12-34-5678",
        "Datum: 3 mei 2021",
    ],
};

/// How far from the word a date may be.
const REACH: usize = 60;

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if compound(scene, at) {
        let Date { span, digits } = date::at(scene, at)?;
        return sighting(
            scene,
            span,
            digits,
            Near::Word(Role::Names, "geboortedatum", Side::Before),
        );
    }
    let near = scene.near_within(Span { first: at, last: at }, REACH);
    if !matches!(near, Near::Word(Role::Names, ..)) && !date::month(scene, at) {
        // A word behind the date is looked for only where there may be a date.
        return after(scene, at);
    }
    let Date { span, digits } = date::at(scene, at)?;
    let near = scene.near_within(span, REACH);
    if !matches!(near, Near::Word(Role::Names, ..)) || sentence_between(scene, span.first) {
        return None;
    }
    sighting(scene, span, digits, near)
}

/// Whether "geb. datum" or the like stands right before a token: "datum" alone speaks against it.
fn compound(scene: &Scene<'_>, at: usize) -> bool {
    let mut words = (0..at).rev().take(9).filter(|index| scene.is(*index, Shape::Word));
    let mut is = |list: &[&str]| {
        let word = words.next().map(|index| scene.word(index)).unwrap_or_default();
        list.iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    is(&["datum", "dat", "dd", "date"]) && is(&["geb", "geboorte", "geboren", "birth"])
}

fn after(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let Date { span, digits } = date::at(scene, at)?;
    let near = scene.near_within(span, REACH);
    matches!(near, Near::Word(Role::Names, ..)).then_some(())?;
    sighting(scene, span, digits, near)
}

fn sighting(scene: &Scene<'_>, span: Span, digits: bool, near: Near) -> Option<Sighting> {
    let sighting = Sighting::new(scene.range(span), -2).because("date", "", 0);
    // Eight digits in a row are many things.
    let sighting = if digits { sighting.because("digits-8", "", -4) } else { sighting };
    Some(sighting.near(near, Weights { names: 24, hints: 0, against: -20 }))
}

/// Whether a sentence ends between the word and the date.
fn sentence_between(scene: &Scene<'_>, first: usize) -> bool {
    for index in (0..first).rev().take(24) {
        let Some(token) = scene.token(index) else { return false };
        if token.shape == Shape::Word && scene.named_by(index).is_some() {
            return false;
        }
        let ends = scene.mark(index) == Some('.')
            && index.checked_sub(1).is_some_and(|word| scene.word(word).chars().count() > 3);
        if ends {
            return true;
        }
    }
    false
}
