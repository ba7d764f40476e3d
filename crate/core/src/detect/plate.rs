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
        voertuigkenteken plate kent ktkn nummerbord",
    hints: "\
        auto auto's personenauto bestelauto bestelbus vrachtwagen motor motorfiets bromfiets \
        brommer scooter aanhanger wagen parkeren parkeerboete bekeuring rdw leaseauto bestuurder \
        bestuurde geparkeerd volkswagen vw opel renault peugeot ford toyota bmw audi fiat skoda seat \
        kia hyundai mercedes nissan mazda volvo citroën dacia tesla suzuki mitsubishi taxi camper",
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
        "kenteken [xt 123 b]",
        "| Kenteken |\n| [XT 123 B] |",
        "een Fiat Panda ([XT123B])",
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
        "artikelcode XT-123-B",
        "kenteken is 12 ab 3 keer",
        "een Ford F150XL",
        "de auto reed 12 km op 3 mei",
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
    if scene.word(at).len() > 3 {
        return None;
    }
    let between = match scene.mark(at.saturating_add(1)) {
        Some('-') => "-",
        _ if scene.word(at.saturating_add(1)) == " " => " ",
        _ => "",
    };
    // A plate has digits among its first three groups.
    let step = if between.is_empty() { 1 } else { 2_usize };
    let group = |number: usize| at.saturating_add(step.saturating_mul(number));
    if !(0..3).any(|number| scene.is(group(number), Shape::Digits)) {
        return None;
    }
    let before = scene.before(at).map(|token| token.shape);
    if matches!(before, Some(Shape::Word | Shape::Digits))
        || matches!(scene.mark_before(at), Some('-' | '_' | '/' | '.' | '\\'))
    {
        return None;
    }
    let hyphen = between == "-";
    let (shape, letters, last) = read(scene, at, between)?;
    let next = scene.token(last.saturating_add(1)).map(|token| token.shape);
    let stuck = matches!(next, Some(Shape::Word | Shape::Digits))
        || matches!(scene.mark(last.saturating_add(1)), Some('-' | '_' | '/' | '\\'));
    if stuck {
        return None;
    }
    let code = CODES.iter().find(|(code, _)| match between {
        "" => code.bytes().filter(|byte| *byte != b'-').eq(shape.bytes()),
        _ => shape == *code,
    })?;
    let vowels = letters.bytes().any(|byte| b"AEIOUCQaeioucq".contains(&byte));
    let word = ["SS", "SD", "SA", "KKK", "NSB", "PKK", "GVD", "PSV", "TBS", "SSA"]
        .iter()
        .any(|word| letters.eq_ignore_ascii_case(word));
    let capitals = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let span = Span { first: at, last };
    // With spaces only right behind the word: "auto 12 km 3".
    let near = scene.near_within(span, if between == " " { 15 } else { 80 });
    let named = matches!(near, Near::Word(Role::Names, ..));
    // "een Fiat Panda (XT123B)", not "een Ford F150XL".
    let bracket =
        scene.mark_before(at) == Some('(') || scene.mark_before(at.saturating_sub(1)) == Some(',');
    let hinted = matches!(near, Near::Word(Role::Hints, ..)) && between.is_empty() && bracket;
    let sound = match between {
        "-" => capitals || named,
        "" => named || capitals && hinted && code.1 && !vowels,
        _ => named && !vowels && code.1,
    };
    if word || !sound {
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

/// The order of letters and digits from here on, the letters, and the last token. What stands
/// between the groups is told as a hyphen.
fn read(scene: &Scene<'_>, at: usize, between: &str) -> Option<(String, String, usize)> {
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
        if !between.is_empty() {
            (scene.word(index) == between).then_some(())?;
            shape.push('-');
            index = index.saturating_add(1);
        }
    }
}
