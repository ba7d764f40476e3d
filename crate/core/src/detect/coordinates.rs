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
    triggers: &[Trigger::Digits(1, 6)],
    names: "\
        coördinaten coordinaten coordinates gps latitude longitude lat lon lng long locatie \
        breedtegraad lengtegraad geo location wgs84 positie point rd rijksdriehoek \
        rijksdriehoekscoördinaten rdcoördinaten rdcoordinaten xcoördinaat ycoördinaat coördinaat \
        coordinate",
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
        "[N 52° 5' 26.4\" E 5° 7' 17.1\"]",
        "[N52 05.440 E005 07.285]",
        "GPS [52,0907 5,1214]",
        "RD-coördinaten: [136012, 455891]",
        "X-coördinaat [136012.45], Y-coördinaat [455891.12]",
        "POINT([5.1214201 52.0907374])",
        "RD: x=[136.012] y=[455.891]",
    ],
    ignores: &[
        "52.09, 5.12",
        "48.858370, 2.294481",
        "1.2345, 3.4567",
        "52.090737",
        "99.12345, 5.12345",
        "25° graden",
        "het bedrag 136012, 455891 stuks",
        "X 136012 en Y 455891",
        "N 52 tot E 5",
        "locatie 3: 136012 m2",
        "RD 136012",
        "12,0907 5,1214",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    degrees(scene, at)
        .or_else(|| letters_first(scene, at))
        .or_else(|| decimals(scene, at))
        .or_else(|| metres(scene, at))
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
    let comma = scene.mark(at.saturating_add(1)) == Some(',');
    let decibans = match pair {
        _ if comma && (!named || pair.is_none()) => return None,
        Some((3..=7, _)) if (50..=53).contains(&whole) => 12,
        Some((50..=53, _)) if (3..=7).contains(&whole) => 10,
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
    let point = matches!(scene.mark(at.saturating_add(1)), Some('.' | ','));
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

/// Degrees with their letters first: `N 52° 5' 26.4" E 5° 7' 17.1"`, `N52 05.440 E005 07.285`.
fn letters_first(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let space = at.checked_sub(1)?;
    let letter = if scene.word(space) == " " { space.checked_sub(1)? } else { space };
    let north = matches!(scene.word(letter), "N" | "NB" | "S" | "Z" | "ZB");
    if !north || !scene.starts_apart(letter) {
        return None;
    }
    let (_, next) = figures(scene, at)?;
    let east = matches!(scene.word(next), "E" | "EL" | "O" | "OL" | "W" | "WL");
    let first = next.saturating_add(1);
    let first = first.saturating_add(usize::from(scene.word(first) == " "));
    let (last, _) = figures(scene, first).filter(|_| east)?;
    let sighting = Sighting::new(scene.range(Span { first: letter, last }), 0);
    Some(sighting.because("degrees", "", 25))
}

/// The last token of degrees with minutes or decimals that start here, and the word behind them.
fn figures(scene: &Scene<'_>, first: usize) -> Option<(usize, usize)> {
    let (mut last, mut digits) = (None, 0_usize);
    for index in (first..).take(16) {
        let token = scene.token(index);
        match token.map(|token| token.shape) {
            Some(Shape::Digits) => {
                digits = digits.saturating_add(scene.word(index).len());
                last = Some(index);
            }
            Some(Shape::Space) if scene.word(index) == " " => {}
            Some(Shape::Mark) => match scene.mark(index)? {
                '°' | 'º' | '\'' | '"' | '′' | '″' | '’' | '”' => last = Some(index),
                '.' | ',' => {}
                _ => return (digits >= 5).then_some((last?, index)),
            },
            _ => return (digits >= 5).then_some((last?, index)),
        }
    }
    None
}

/// Metres of the Dutch grid (Rijksdriehoeksstelsel): a pair behind a word that says so, or one behind
/// its letter.
fn metres(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let (value, last) = metre(scene, at)?;
    let pair = [1, 2].iter().find_map(|skip| {
        let second = last.saturating_add(*skip).saturating_add(1);
        let between = last.saturating_add(1)..second;
        let apart = between.clone().all(|index| {
            scene.word(index) == " " || matches!(scene.mark(index), Some(',' | ';' | '/'))
        });
        metre(scene, second).filter(|_| apart)
    });
    let (easting, northing) = (EASTING.contains(&value), NORTHING.contains(&value));
    let near = scene.near_within(Span { first: at, last }, 40);
    let named = matches!(near, Near::Word(Role::Names, ..));
    if let Some((_, end)) = pair.filter(|(second, _)| easting && NORTHING.contains(second)) {
        let sighting = Sighting::new(scene.range(Span { first: at, last: end }), 0);
        let weights = Weights { names: 18, hints: 0, against: 0 };
        return named.then(|| sighting.because("grid", "", 0).near(near, weights));
    }
    let axis = axis(scene, at)?;
    let fits = axis == 'x' && easting || axis == 'y' && northing;
    (fits && named).then(|| {
        let sighting = Sighting::new(scene.range(Span { first: at, last }), 0);
        sighting.because("grid", "", 0).near(near, Weights { names: 18, hints: 0, against: 0 })
    })
}

/// Where the Netherlands lie in the grid, in metres.
const EASTING: std::ops::Range<u32> = 7_000..300_000;
const NORTHING: std::ops::Range<u32> = 289_000..629_000;

/// A number of metres, `136012`, `136.012` or `136012.45`, and its last token.
fn metre(scene: &Scene<'_>, at: usize) -> Option<(u32, usize)> {
    let behind = at.saturating_add(2);
    let joined = scene.mark(at.saturating_add(1)) == Some('.') && scene.is(behind, Shape::Digits);
    let (text, length) = (scene.word(at), scene.word(at).len());
    let (value, last): (u32, usize) = match (length, joined) {
        (5 | 6, true) if scene.word(behind).len() <= 4 => (text.parse().ok()?, behind),
        (5 | 6, false) => (text.parse().ok()?, at),
        (2 | 3, true) if scene.word(behind).len() == 3 => {
            let thousands: u32 = text.parse().ok()?;
            let rest: u32 = scene.word(behind).parse().ok()?;
            (thousands.saturating_mul(1000).saturating_add(rest), behind)
        }
        _ => return None,
    };
    (scene.is(at, Shape::Digits) && scene.ends_apart(last)).then_some((value, last))
}

/// The letter of the axis before a number: `X: 136012`, `y-coördinaat 455891`.
fn axis(scene: &Scene<'_>, at: usize) -> Option<char> {
    for index in (0..at).rev().take(6) {
        match scene.token(index)?.shape {
            Shape::Word => match scene.word(index) {
                "x" | "X" => return Some('x'),
                "y" | "Y" => return Some('y'),
                word if scene.named_by(index).is_some() => match word.chars().next() {
                    Some('x' | 'X') => return Some('x'),
                    Some('y' | 'Y') => return Some('y'),
                    _ => {}
                },
                _ => return None,
            },
            Shape::Space => {}
            Shape::Mark if matches!(scene.mark(index), Some(':' | '=' | '-')) => {}
            _ => return None,
        }
    }
    None
}
