//! Numbers of passports, identity cards, driving licences and residence.

use super::lexicon::Role;
use super::number::Gap;
use super::scan::Shape;
use super::scene::{Near, Scene, Side, Span};
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
    triggers: &[Trigger::Word, Trigger::Digits(1, 11)],
    names: "\
        paspoort paspoortnummer paspoortnr pasnummer pasnr paspnr rijb rijbnr reisepass passport passportnumber identiteitskaart idkaart \
        identiteitsbewijs identiteitskaartnummer documentnummer legitimatie legitimatiebewijs \
        legitimatienummer legitimeert gelegitimeerd rijbewijs rijbewijsnummer rijbewijsnr licence \
        vreemdelingennummer vreemdelingnummer vnummer vnr verblijfsdocument verblijfsvergunning \
        anummer administratienummer big bignummer bignr documentnr documentnummers idbewijs idnummer \
        idnr iddocument verblijfstitel verblijfspas paspoorten rijbewijzen identiteitsdocument \
        verblijfsdoc iddoc reisdocument vreemdelingenpaspoort residence doc ausweis personalausweis rijbew pasp \
        vreemdelingendocument vreemdelingendoc passports verblijfskaart verblijfsdocumenten \
        rijbewijsnummers docnr docno legitimatienr vreemdelingennr vreemdelingnr indnummer anr \
        administratienr",
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
        "Rijbewijsnr. [5 123 456 789]",
        "Het V-nummer van betrokkene is [2801234567].",
        "v-nr [270.123.4567], V nummer [2801234567], A-nr. [1234 5678 90]",
        "met v-nummers [2801234567] en [2807654321]",
        "BIG-registratienummer [890 123 456 01], ID-kaart [IRK42D8B1]",
        "Syrisch paspoort [N012345678], identiteitskaart [BE123456]",
        "Belgische identiteitskaart [591-1234567-89]",
        "paspoort [npl2f3kd8]",
        "V-nr...................: [2809114553]",
        "soort id: rijbew.      nr: [4418209935]",
        "verblijfsdocument [IRA51R7KC], passports ([NU1B2C3D4], [NU5B6C7D8])",
        "haar pas ligt in de kluis ([IRP7C3K81], geldig)",
        "Polish ID [CCY123456], Duitse ID: [L01X00T47]",
    ],
    ignores: &[
        "NX1234AB5",
        "1234567890",
        "paspoort ABCDEFGHI",
        "het paspoort 2023",
        "paspoort telefoon 1234567890",
        "rijbewijs 12345678901234",
        "paspoortnummer NXO234AB5",
        "het BIG-gebouw, groot 49012345601 euro",
        "paspoort brief1234",
        "V-nummer volgt. Bel 06 1234 5678",
        "artikel 12 V nummer 280",
        "v-model 2801234567",
        "passport. You can reach Imran on 020 123 4567.",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    match scene.is(at, Shape::Digits) {
        true => of_digits(scene, at),
        false => of_letters(scene, code(scene, at)?),
    }
}

/// A word with a letter or two before a hyphen, as they name numbers.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Named {
    /// `V-nummer`, `A-nr`.
    Letter,
    /// `BIG-nummer`, `BIG:`.
    Big,
    /// `ID-kaart`.
    Card,
}

/// How many tokens before a number are looked at for such a word.
const REACH: usize = 16;

/// The word with a letter that names the number that starts here. Of a list the first is named.
fn lettered(scene: &Scene<'_>, first: usize) -> Option<Named> {
    // The points of a form are one gap.
    let dots = |index: &usize| matches!(scene.mark(*index), Some('.' | '_'));
    let form = |index: &usize| dots(index) && dots(&index.saturating_sub(1));
    for index in (0..first).rev().take(80).filter(|index| !form(index)).take(REACH) {
        match scene.token(index)?.shape {
            Shape::Digits if scene.word(index).len() < 8 => return None,
            Shape::Line if scene.word(index).len() > 2 => return None,
            Shape::Mark if scene.mark(index) == Some('.') => {
                let word = index.checked_sub(1).map(|word| scene.word(word)).unwrap_or_default();
                if word.len() > 3 && scene.is(index.saturating_add(1), Shape::Space) {
                    return None;
                }
            }
            Shape::Word => {
                if let Some(named) = letters_at(scene, index) {
                    return Some(named);
                }
                // "Polish ID CCY123456"
                if scene.word(index) == "ID" && first.saturating_sub(index) <= 4 {
                    return Some(Named::Card);
                }
            }
            _ => {}
        }
    }
    None
}

/// What a token and the one behind its hyphen name.
fn letters_at(scene: &Scene<'_>, index: usize) -> Option<Named> {
    let next = index.saturating_add(1);
    let word = scene.word(index).to_ascii_uppercase();
    let behind = scene.word(next.saturating_add(1)).to_lowercase();
    let joined = scene.mark(next) == Some('-') || scene.word(next) == " ";
    let number = ["nummer", "nummers", "nr", "nrs", "num", "number"].contains(&behind.as_str());
    match word.as_str() {
        "V" | "A" if joined && number => Some(Named::Letter),
        "BIG" if joined && number || scene.mark(next) == Some(':') => Some(Named::Big),
        "BIG" if joined => (behind.starts_with("regist")
            || scene.is(next.saturating_add(1), Shape::Digits))
        .then_some(Named::Big),
        "ID" if scene.mark(next) == Some('\'') && behind == "s" => Some(Named::Card),
        "ID" if joined => {
            let known =
                ["bewijs", "kaart", "document", "kaartnummer", "card"].contains(&behind.as_str());
            (known || number).then_some(Named::Card)
        }
        _ => None,
    }
}

/// Digits, all together or in even groups.
fn of_digits(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let number = &scene.number;
    let ends = number.ends().filter(|count| (8..=12).contains(count)).last()?;
    let (_, span) = number.first(ends)?;
    let whole = number.sizes(ends).count() == 1;
    // With a nought first it is one to call.
    let even =
        number.grouped(ends, SIZES, &[Gap::Space, Gap::Dot]) && !number.digits().starts_with(b"0");
    let belgian = number.grouped(ends, &[&[3, 7, 2]], &[Gap::Hyphen]);
    let apart = scene.starts_apart(at) && scene.ends_apart(span.last);
    if !apart || !(whole || even || belgian) || number.gap_after(ends) == Some(Gap::Hyphen) {
        return None;
    }
    let sighting = Sighting::new(scene.range(span), -2);
    let named = if matches!(ends, 10 | 11) { lettered(scene, at) } else { None };
    if matches!((named, ends), (Some(Named::Letter), 10) | (Some(Named::Big), 11)) {
        return Some(sighting.because("letter-number", "", 22));
    }
    let near = scene.near_within(span, if whole { 50 } else { 20 });
    let Near::Word(Role::Names, word, side) = near else { return None };
    let begins = |starts: &[&str]| starts.iter().any(|start| word.starts_with(start));
    let sound = match ends {
        10 => !begins(&["big"]),
        // The letters of the register are a word as well.
        11 => begins(&["big"]) && (word != "big" || side == Side::Label),
        // Abroad they are digits only as well.
        9 => whole && begins(&["paspoort", "passport", "reisepass"]),
        8 => whole && begins(&["paspoort", "passport"]),
        _ => belgian && begins(&["identiteit", "idkaart", "idbewijs", "idnummer"]),
    };
    let digits = ends.to_string();
    sound.then(|| {
        let sighting = sighting.because("document-shape", &digits, 0);
        sighting.near(near, Weights { names: 20, hints: 0, against: -30 })
    })
}

/// How ten and eleven digits are grouped.
const SIZES: &[&[usize]] = &[
    &[1, 3, 3, 3],
    &[3, 3, 4],
    &[3, 3, 3, 1],
    &[4, 3, 3],
    &[4, 4, 2],
    &[4, 2, 4],
    &[2, 4, 4],
    &[5, 5],
    &[2, 2, 2, 2, 2],
    &[3, 3, 3, 2],
    &[2, 3, 3, 3],
    &[2, 9],
];

/// Letters and digits.
fn of_letters(scene: &Scene<'_>, (span, whole): (Span, bool)) -> Option<Sighting> {
    if !scene.starts_apart(span.first) || !scene.ends_apart(span.last) {
        return None;
    }
    let sighting = Sighting::new(scene.range(span), -2).because("document-shape", "9", 0);
    if lettered(scene, span.first) == Some(Named::Card) {
        return Some(sighting.because("letter-number", "", 22));
    }
    let near = scene.near_within(span, if whole { 50 } else { 25 });
    let Near::Word(Role::Names, word, _) = near else {
        let mixed = whole && is_mixed(scene.slice(scene.range(span)).as_bytes());
        let told = mixed && matches!(near, Near::Nothing) && is_told(scene, span.first);
        return told.then(|| sighting.because("document-shape", "9", 8));
    };
    let sound = !word.starts_with("rijbewijs") && !word.starts_with("big");
    sound.then(|| sighting.near(near, Weights { names: 20, hints: 0, against: -30 }))
}

/// Whether letters stand between digits, as in numbers of Dutch passports (N) and cards (I).
fn is_mixed(code: &[u8]) -> bool {
    let turns = code.windows(2).filter(
        |pair| matches!(pair, [one, two] if one.is_ascii_digit() && two.is_ascii_uppercase()),
    );
    matches!(code.first(), Some(b'N' | b'I'))
        && turns.count() >= 1
        && code.last().is_some_and(u8::is_ascii_digit)
}

/// Whether a word for a number or a document stands close before: "nummer IRK4D8B21".
fn is_told(scene: &Scene<'_>, first: usize) -> bool {
    const WORDS: [&str; 9] =
        ["nummer", "nr", "nummers", "document", "pas", "kaart", "bewijs", "number", "card"];
    let words = (0..first).rev().take(14).map(|index| scene.word(index).to_lowercase());
    words.into_iter().any(|word| WORDS.contains(&word.as_str()))
}

/// Letters and digits as documents have them: nine, a letter or two first, no letter O, and a digit
/// at the end; or, less sure, what other countries have: up to three letters and six to nine digits.
fn code(scene: &Scene<'_>, at: usize) -> Option<(Span, bool)> {
    let word = scene.word(at);
    let next = at.saturating_add(1);
    if !(1..=7).contains(&word.len()) || !scene.is(next, Shape::Digits) {
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
    let code = scene.slice(scene.range(span)).to_ascii_uppercase();
    let code = code.as_bytes();
    let capital = scene.is_capital(at);
    let digits = code.iter().filter(|byte| byte.is_ascii_digit()).count();
    let nine = code.len() == 9
        && code.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && !code.contains(&b'O')
        && (code.last().is_some_and(u8::is_ascii_digit) || capital && digits >= 3);
    let dutch = nine && (capital || word.len() <= 3 && digits >= 2);
    let abroad = capital
        && word.len() <= 3
        && last == next
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && (6..=9).contains(&digits);
    (dutch || abroad).then_some((span, dutch))
}
