//! Dutch number plates.

use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Span};
use super::sighting::{Sighting, Weights};
use super::words::THINGS;
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// Six letters and digits in one of the fourteen orders that were given out, with their
    /// hyphens, or without them behind a word such as "kenteken".
    PLATE = "number-plate", Medium; {
        nl: {
            title: "Kenteken",
            what: "Hier staat waarschijnlijk een kenteken.",
            why: "Een kenteken leidt naar de eigenaar van het voertuig.",
            advice: "Haal het kenteken weg.",
        },
        en: {
            title: "Number plate",
            what: "This is probably a Dutch number plate.",
            why: "A number plate leads to the owner of the vehicle.",
            advice: "Take the number plate out.",
        },
    }
}

/// Finds number plates.
pub(super) static DETECTOR: Detector = Detector {
    kind: &PLATE,
    triggers: &[Trigger::Word, Trigger::Digits(1, 3)],
    names: "\
        kenteken kentekens kentekennummer kentekenplaat nummerplaat kentekenbewijs voertuig \
        voertuigkenteken plate",
    hints: "\
        auto auto's personenauto bestelauto bestelbus vrachtwagen motor motorfiets bromfiets \
        brommer scooter aanhanger wagen parkeren parkeerboete bekeuring rdw leaseauto bestuurder \
        bestuurde geparkeerd volkswagen opel renault peugeot ford toyota bmw audi",
    against: &[THINGS],
    judge,
    finds: &[
        "kenteken [AB-12-34]",
        "een auto ([12-XBD-3])",
        "de wagen [GX-123-B] stond stil",
        "[1-XBD-23]",
        "Kenteken: [XX99XX]",
        "kenteken [99-xdp-3]",
        "[XDP-12-B] en [1-VV-234]",
    ],
    ignores: &[
        "AB-12-34",
        "12-34-56",
        "NL-12-AB-34",
        "12-ABC-3-D",
        "XX99XX",
        "12-SS-34",
        "12-SSA-3",
        "kenmerk 12-XBD-3",
        "A-B-C",
        "12-03-AB",
    ],
};

/// The orders of letters and digits, and whether their letters are never vowels.
const CODES: &[(&str, bool)] = &[
    ("XX-99-99", false),
    ("99-99-XX", false),
    ("99-XX-99", false),
    ("XX-99-XX", true),
    ("XX-XX-99", true),
    ("99-XX-XX", true),
    ("99-XXX-9", true),
    ("9-XXX-99", true),
    ("XX-999-X", true),
    ("X-999-XX", true),
    ("XXX-99-X", true),
    ("X-99-XXX", true),
    ("9-XX-999", true),
    ("999-XX-9", true),
];

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let hyphen = scene.mark(at.saturating_add(1)) == Some('-');
    let before = scene.before(at).map(|token| token.shape);
    if matches!(before, Some(Shape::Word | Shape::Digits))
        || matches!(scene.mark_before(at), Some('-' | '_' | '/' | '.' | '\\'))
        || scene.word(at).len() > 3
    {
        return None;
    }
    let (shape, letters, last) = read(scene, at, hyphen)?;
    let next = scene.token(last.saturating_add(1)).map(|token| token.shape);
    let stuck = matches!(next, Some(Shape::Word | Shape::Digits))
        || matches!(scene.mark(last.saturating_add(1)), Some('-' | '_' | '/' | '\\'));
    if stuck {
        return None;
    }
    let code = CODES.iter().find(|(code, _)| match hyphen {
        true => shape == *code,
        false => code.bytes().filter(|byte| *byte != b'-').eq(shape.bytes()),
    })?;
    let vowels = letters.bytes().any(|byte| b"AEIOUCQaeioucq".contains(&byte));
    let word = ["SS", "SD", "SA", "KKK", "NSB", "PKK", "GVD", "PSV", "TBS", "SSA"]
        .iter()
        .any(|word| letters.eq_ignore_ascii_case(word));
    let capitals = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let span = Span { first: at, last };
    let near = scene.near(span);
    let named = matches!(near, Near::Word(Role::Names, ..));
    if word || !capitals && !named || !hyphen && !named {
        return None;
    }
    let decibans = match (code.1 && !vowels, hyphen) {
        (true, true) => 6,
        (false, true) => -14,
        (_, false) => -6,
    };
    let sighting = Sighting::new(scene.range(span), decibans).because("plate-order", code.0, 0);
    Some(sighting.near(near, Weights { names: 25, hints: 14, against: -30 }))
}

/// The order of letters and digits from here on, the letters, and the last token.
fn read(scene: &Scene<'_>, at: usize, hyphens: bool) -> Option<(String, String, usize)> {
    let (mut shape, mut letters, mut index) = (String::new(), String::new(), at);
    loop {
        let token = scene.token(index)?;
        let sign = match token.shape {
            Shape::Word if scene.word(index).is_ascii() => {
                letters.push_str(scene.word(index));
                'X'
            }
            Shape::Digits => '9',
            _ => return None,
        };
        shape.extend(std::iter::repeat_n(sign, token.len()));
        match shape.bytes().filter(|byte| *byte != b'-').count() {
            6 => return Some((shape, letters, index)),
            0..6 => {}
            _ => return None,
        }
        index = index.saturating_add(1);
        if hyphens {
            (scene.mark(index) == Some('-')).then_some(())?;
            shape.push('-');
            index = index.saturating_add(1);
        }
    }
}
