//! Places on earth, as numbers.

use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Span};
use super::sighting::{Sighting, Weights};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// A latitude and a longitude with four or more decimals, or in degrees, minutes and seconds. In
    /// the Netherlands the pair alone is enough; elsewhere a word has to say what it is.
    COORDINATES = "coordinates", Medium; {
        nl: {
            title: "Coördinaten",
            what: "Hier staat een plek op aarde, op enkele meters nauwkeurig.",
            why: "Daar kan iemand wonen of geweest zijn.",
            advice: "Haal de coördinaten weg, of rond ze af.",
        },
        en: {
            title: "Coordinates",
            what: "Here stands a place on earth, exact to a few metres.",
            why: "Someone may live there or have been there.",
            advice: "Take the coordinates out, or round them.",
        },
    }
}

/// Finds coordinates.
pub(super) static DETECTOR: Detector = Detector {
    kind: &COORDINATES,
    triggers: &[Trigger::Digits(1, 3)],
    names: "\
        coördinaten coordinaten coordinates gps latitude longitude lat lon lng long locatie \
        breedtegraad lengtegraad geo location wgs84 positie",
    hints: "",
    against: &[],
    judge,
    finds: &[
        "[52.090737, 5.121420]",
        "GPS: [48.858370, 2.294481]",
        "[52°05'26.4\"N 5°07'17.1\"E]",
        "locatie [52.0907/5.1214]",
        "lat [52.090737]; lon [5.121420]",
        "[52.0907 N, 5.1214 O]",
        "[52,0907° N 5,1214° E]",
    ],
    ignores: &[
        "52.09, 5.12",
        "48.858370, 2.294481",
        "1.2345, 3.4567",
        "52.090737",
        "99.12345, 5.12345",
        "25° graden",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    degrees(scene, at).or_else(|| decimals(scene, at))
}

/// A pair of decimal numbers, or one behind a word that says which.
fn decimals(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if let Some(last) = hemispheres(scene, at) {
        let sighting = Sighting::new(scene.range(Span { first: at, last }), 0);
        return Some(sighting.because("degrees", "", 20));
    }
    let (whole, last) = decimal(scene, at)?;
    if !scene.starts_apart(at) {
        return None;
    }
    let other = (last.saturating_add(1)..).take(4).find(|index| scene.is(*index, Shape::Digits));
    let between = |index: usize| {
        (last.saturating_add(1)..index).all(|index| {
            scene.is(index, Shape::Space)
                || matches!(scene.mark(index), Some(',' | ';' | '/' | '-'))
        })
    };
    let pair = other.filter(|other| between(*other)).and_then(|other| decimal(scene, other));
    let first = if scene.mark_before(at) == Some('-') { at.saturating_sub(1) } else { at };
    let span = Span { first, last: pair.map_or(last, |(_, last)| last) };
    let near = scene.near_within(span, 30);
    let named = matches!(near, Near::Word(Role::Names, ..));
    let decibans = match pair {
        Some((3..=7, _)) if (50..=53).contains(&whole) => 12,
        Some((other, _)) if whole <= 90 && other <= 180 && named => 0,
        None if named && whole <= 180 => -8,
        _ => return None,
    };
    let sighting = Sighting::new(scene.range(span), decibans).because("decimals", "", 0);
    Some(sighting.near(near, Weights { names: 18, hints: 0, against: 0 }))
}

/// The last token of two numbers with the letters of their hemispheres: `52.0907 N, 5.1214 O`.
fn hemispheres(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let half = |at: usize, letters: &[&str]| {
        let point = matches!(scene.mark(at.saturating_add(1)), Some('.' | ','));
        let last = at.saturating_add(2);
        let decimals = scene.is(last, Shape::Digits) && scene.word(last).len() >= 2;
        let mut next = last.saturating_add(1);
        for _ in 0..2 {
            let skip = scene.word(next) == " " || matches!(scene.mark(next), Some('°' | 'º'));
            next = next.saturating_add(usize::from(skip));
        }
        (point && decimals && letters.contains(&scene.word(next))).then_some(next)
    };
    let north =
        half(at, &["N", "NB", "S", "Z", "ZB", "noord"]).filter(|_| scene.starts_apart(at))?;
    let second =
        (north.saturating_add(1)..).take(4).find(|index| scene.is(*index, Shape::Digits))?;
    half(second, &["E", "O", "OL", "W", "WL", "oost"])
}

/// The whole part and the last token of a number with at least four decimals.
fn decimal(scene: &Scene<'_>, at: usize) -> Option<(u32, usize)> {
    let last = at.saturating_add(2);
    let point = scene.mark(at.saturating_add(1)) == Some('.');
    let decimals = scene.is(last, Shape::Digits) && (4..=16).contains(&scene.word(last).len());
    let next = scene.token(last.saturating_add(1)).map(|token| token.shape);
    if !point || !decimals || matches!(next, Some(Shape::Word)) {
        return None;
    }
    Some((scene.word(at).parse().ok()?, last))
}

/// Degrees, minutes and seconds with their letter, twice.
fn degrees(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let north = half(scene, at)?;
    let second =
        (north.saturating_add(1)..).take(3).find(|index| scene.is(*index, Shape::Digits))?;
    let last = half(scene, second)?;
    let sighting = Sighting::new(scene.range(Span { first: at, last }), 0);
    Some(sighting.because("degrees", "", 25))
}

/// The last token of degrees, minutes, seconds and a letter.
fn half(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !matches!(scene.mark(at.saturating_add(1)), Some('°' | 'º')) {
        return None;
    }
    let letter = (at.saturating_add(2)..).take(12).find(|index| scene.is(*index, Shape::Word))?;
    matches!(scene.word(letter), "N" | "E" | "O" | "S" | "W" | "Z" | "NB" | "OL").then_some(letter)
}
