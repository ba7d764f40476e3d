//! Person numbers of other countries.

mod check;

use super::lexicon::Role;
use super::number::Gap;
use super::scan::Shape;
use super::scene::{Near, Scene, Span};
use super::sighting::{Sighting, Weights};
use super::words::{ACCOUNTS, CALLING, THINGS};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// A number under which a state knows a person, or a maker a telephone (IMEI), with its check
    /// digits. A word that names it has to stand near, but for those that have a shape of their own.
    FOREIGN_NUMBER = "foreign-number", High; {
        nl: {
            title: "Buitenlands persoonsnummer",
            what: "Dit is waarschijnlijk een persoonsnummer van een ander land, of van een telefoon.",
            why: "Het wijst één persoon aan, en een ander kan er misbruik van maken.",
            advice: "Haal het nummer weg.",
        },
        en: {
            title: "Foreign person number",
            what: "This is probably a person number of another country, or that of a telephone.",
            why: "It points to one person, and others can abuse it.",
            advice: "Take the number out.",
        },
    }
}

/// Finds person numbers of other countries.
pub(super) static DETECTOR: Detector = Detector {
    kind: &FOREIGN_NUMBER,
    triggers: &[Trigger::Digits(1, 15), Trigger::Capital],
    names: "\
        rijksregisternummer rijksregister insz niss inss nationaal idnr steueridnr \
        steueridentifikationsnummer steuernummer identifikationsnummer nir insee sécurité sociale \
        sécu pesel nif contribuinte svnr sozialversicherungsnummer versicherungsnummer cpr cprnummer \
        personnummer samordningsnummer fødselsnummer fodselsnummer rodné rodne číslo isikukood \
        asmens kodas egn oib cnp emšo emso jmbg amka ahv avs ahvnummer nhs tckn kimlik imei ssn \
        security dni nie codice fiscale codicefiscale pps ppsn nino insurance bis bisnummer \
        persoonsnummer fiscaal tin taxid skn strafrechtsketennummer",
    hints: "",
    against: &[THINGS, ACCOUNTS, CALLING, "bsn kvk rsin btw burgerservicenummer"],
    judge,
    finds: &[
        "rijksregisternummer [85.07.30-033.28]",
        "Rijksregisternr. 12, NISS [85073003328]",
        "PESEL: [44051401359]",
        "DNI [54362315K], NIE [X2482300W]",
        "codice fiscale [RSSMRA85T10A562S]",
        "[RSSMRA85T10A562S]",
        "AHV [756.9217.0769.85]",
        "steuer-IdNr. [36 574 261 809]",
        "IMEI [490154203237518]",
        "SKN: [41188203]",
        "NHS number: [943 476 5919]",
        "national insurance [AB123456C]",
        "kimlik no [10000000146]",
        "NIR [2 95 10 99 126 111 93]",
    ],
    ignores: &[
        "85073003328",
        "PESEL 44051401358",
        "54362315A",
        "AB123456C",
        "RSSMRA85T10A562T",
        "IMEI 490154203237519",
        "kenmerk 756.9217.0769.85",
        "10000000146",
        "41188203",
        "ssn 000-12-3456",
    ],
};

/// A sort of number.
struct Scheme {
    /// The country, or what it is.
    name: &'static str,
    /// The words that name it.
    words: &'static str,
    lengths: &'static [usize],
    /// What the check says, in decibans.
    check: i32,
    /// Whether it may stand without a word that names it.
    alone: bool,
    holds: fn(&[u8]) -> bool,
}

const fn scheme(
    name: &'static str,
    lengths: &'static [usize],
    check: i32,
    holds: fn(&[u8]) -> bool,
    words: &'static str,
) -> Scheme {
    Scheme { name, words, lengths, check, alone: false, holds }
}

const fn alone(scheme: Scheme) -> Scheme {
    Scheme { alone: true, ..scheme }
}

/// Those of digits alone.
const DIGITS: &[Scheme] = &[
    scheme(
        "BE",
        &[11],
        17,
        check::belgium,
        "rijksregisternummer rijksregister insz niss inss nationaal bis bisnummer",
    ),
    scheme(
        "DE",
        &[11],
        14,
        check::germany,
        "idnr steueridnr steueridentifikationsnummer steuernummer identifikationsnummer tin",
    ),
    scheme("FR", &[15], 20, check::france, "nir insee sécurité sociale sécu"),
    scheme("PL", &[11], 14, check::poland, "pesel"),
    scheme("PT", &[9], 10, check::portugal, "nif contribuinte"),
    scheme("AT", &[10], 10, check::austria, "svnr sozialversicherungsnummer versicherungsnummer"),
    scheme("DK", &[10], 4, check::denmark, "cpr cprnummer"),
    scheme("SE", &[10, 12], 14, check::sweden, "personnummer samordningsnummer"),
    scheme("NO", &[11], 22, check::norway, "fødselsnummer fodselsnummer personnummer"),
    scheme("CZ", &[10], 14, check::czechia, "rodné rodne číslo"),
    scheme("EE", &[11], 14, check::estonia, "isikukood asmens kodas"),
    scheme("BG", &[10], 14, check::bulgaria, "egn"),
    scheme("HR", &[11], 10, check::croatia, "oib"),
    scheme("RO", &[13], 14, check::romania, "cnp"),
    scheme("SI", &[13], 14, check::slovenia, "emšo emso jmbg"),
    scheme("GR", &[11], 14, check::greece, "amka"),
    alone(scheme("CH", &[13], 28, check::switzerland, "ahv avs ahvnummer")),
    scheme("GB", &[10], 10, check::britain, "nhs"),
    scheme("TR", &[11], 20, check::turkey, "tckn kimlik"),
    scheme("IMEI", &[15], 10, check::device, "imei"),
    scheme("US", &[9], 0, check::america, "ssn security"),
    scheme("SKN", &[8], 0, |_| true, "skn strafrechtsketennummer"),
];

/// Those with letters.
const CODES: &[Scheme] = &[
    scheme("ES", &[9], 14, check::spain, "dni nie nif"),
    alone(scheme("IT", &[16], 34, check::italy, "codice fiscale codicefiscale")),
    scheme("IE", &[8, 9], 14, check::ireland, "pps ppsn"),
    scheme("GB", &[9], 6, check::insurance, "nino insurance"),
];

/// Words that fit any country.
const ANY: &str = "persoonsnummer fiscaal tin taxid";

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if !scene.starts_apart(at) {
        return None;
    }
    if let Some(span) = code(scene, at) {
        let text = scene.slice(scene.range(span)).to_ascii_uppercase();
        return found(scene, span, text.as_bytes(), CODES);
    }
    let number = &scene.number;
    if !scene.is(at, Shape::Digits) {
        return None;
    }
    number.ends().filter(|count| *count >= 8).find_map(|count| {
        let (digits, span) = number.first(count)?;
        let row =
            number.gap_after(count) == Some(Gap::Space) && number.gaps(count).next().is_some();
        let parted = count == 8 && number.gaps(count).next().is_some();
        (!row && !parted && scene.ends_apart(span.last))
            .then(|| found(scene, span, digits, DIGITS))?
    })
}

/// Letters and digits that hang together, of which both are there.
fn code(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let mut last = at;
    let mut sorts = (false, false);
    for index in (at..).take(12) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word) => sorts.0 = true,
            Some(Shape::Digits) => sorts.1 = true,
            _ => break,
        }
        last = index;
    }
    let span = Span { first: at, last };
    let length = scene.range(span).len();
    (sorts == (true, true) && (8..=16).contains(&length)).then_some(span)
}

fn found(scene: &Scene<'_>, span: Span, text: &[u8], schemes: &[Scheme]) -> Option<Sighting> {
    let mut near = None;
    schemes.iter().find_map(|scheme| {
        if !scheme.lengths.contains(&text.len()) || !(scheme.holds)(text) {
            return None;
        }
        let near = *near.get_or_insert_with(|| scene.near_within(span, 40));
        let named = match near {
            Near::Word(Role::Names, word, _) => {
                let mut words = scheme.words.split(' ').chain(ANY.split(' '));
                words.any(|known| known == word)
            }
            Near::Word(..) | Near::Nothing => false,
        };
        if !named && (!scheme.alone || matches!(near, Near::Word(Role::Against, ..))) {
            return None;
        }
        let sighting = Sighting::new(scene.range(span), -20)
            .because("foreign-scheme", scheme.name, 0)
            .because("check-digits", "", scheme.check);
        Some(match named {
            true => sighting.near(near, Weights { names: 30, hints: 0, against: 0 }),
            false => sighting,
        })
    })
}
