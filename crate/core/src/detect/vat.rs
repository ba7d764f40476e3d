//! VAT numbers, old ones of which hold a BSN.

use super::bsn::is_of_a_person;
use super::iban::rest_of_97;
use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Side, Span};
use super::sighting::{Sighting, Weights};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// NL, nine digits, B and two digits. Until 2020 the digits of a sole trader were the BSN: then
    /// they pass the eleven test, and the whole does not leave 1 when divided by 97. What does is
    /// the VAT id of today, which tells no BSN.
    VAT_BSN = "vat-bsn", High; {
        nl: {
            title: "Btw-nummer waarin een BSN kan staan",
            what: "In dit btw-nummer zit waarschijnlijk een burgerservicenummer.",
            why: "Tot 2020 stond het BSN van een zelfstandige in het btw-nummer.",
            advice: "Haal het nummer weg, tenzij het van een bedrijf is.",
        },
        en: {
            title: "VAT number that may hold a BSN",
            what: "This VAT number probably holds a citizen service number.",
            why: "Until 2020 the VAT number of a sole trader was made from the BSN.",
            advice: "Take the number out, unless it belongs to a company.",
        },
    }
}

/// Finds VAT numbers with a BSN in them.
pub(super) static DETECTOR: Detector = Detector {
    kind: &VAT_BSN,
    triggers: &[Trigger::Digits(3, 9)],
    names: "\
        btw btwnummer btwnr omzetbelastingnummer omzetbelasting vat vatnummer ob obnummer \
        omzetbelastingnr",
    hints: "eenmanszaak zzp zelfstandige",
    against: &[],
    judge,
    finds: &[
        "btw-nummer [NL111222333B01]",
        "[NL 1112.22.333 B01]",
        "btw: [111222333B01]",
        "[NL111222333B02] is oud",
        "omzetbelastingnummer [111222333 B 01]",
    ],
    ignores: &[
        "NL123456789B01",
        "btw-nummer NL002220647B01",
        "btw-id NL000099998B57",
        "111222333",
        "NL111222333B012",
        "NL111222333C01",
        "bedrag 111222333 B",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let (digits, number) = scene.number.first(9).filter(|(digits, _)| is_of_a_person(digits))?;
    let separator =
        |index: usize| scene.word(index) == " " || matches!(scene.mark(index), Some('.' | '-'));
    let skip = |index: usize| index.saturating_add(usize::from(separator(index)));
    let letter = skip(number.last.saturating_add(1));
    let check = skip(letter.saturating_add(1));
    let suffix = scene.word(check);
    if !scene.word(letter).eq_ignore_ascii_case("b")
        || suffix.len() != 2
        || !scene.ends_apart(check)
    {
        return None;
    }
    let country = at
        .checked_sub(1)
        .map(|index| if separator(index) { index.saturating_sub(1) } else { index });
    let country = country.filter(|index| scene.word(*index).eq_ignore_ascii_case("nl"));
    let first = country.unwrap_or(at);
    if country.is_none() && !scene.starts_apart(at) || !scene.is(check, Shape::Digits) {
        return None;
    }
    let span = Span { first, last: check };
    let whole = [b"NL", digits, b"B", suffix.as_bytes()].concat();
    if rest_of_97(&whole) == Some(1) {
        return None;
    }
    let near = scene.near(span);
    let named = matches!(near, Near::Word(Role::Names, _, Side::Before | Side::Label | Side::List));
    if country.is_none() && !named {
        return None;
    }
    let sighting = Sighting::new(scene.range(span), 0).because("eleven-test", "", 8).because(
        "mod-97-fails",
        "",
        0,
    );
    Some(sighting.near(near, Weights { names: 12, hints: 8, against: 0 }))
}
