//! Dutch account numbers of before the IBAN: nine or ten digits of which the first times 9 (or 10),
//! the next times one less, and so on, add up to a multiple of eleven; or five to seven digits of a
//! giro account. All behind a word that says so.

use super::iban::IBAN;
use super::lexicon::Role;
use super::number::Gap::{Dot, Space};
use super::scene::{Near, Scene};
use super::sighting::{Sighting, Weights};
use super::words::{CALLING, ORGANISATIONS, THINGS};
use super::{Detector, Trigger};

/// No kind of its own: it is a bank account.
pub(super) static KINDS: &[&crate::kind::Kind] = &[];

/// Finds account numbers of before the IBAN. They are in no use since 2014, but the IBAN holds them.
pub(super) static DETECTOR: Detector = Detector {
    kind: &IBAN,
    triggers: &[Trigger::Digits(1, 10)],
    names: "\
        rekening rek reknr rekno rekeningnummer rekeningnummers rekeningnr bankrekening bankrekeningnummer banknummer \
        bankrekeningnr giro gironummer girorekening postbank postgiro girorekeningnummer",
    hints: "",
    against: &[THINGS, ORGANISATIONS, CALLING, "bsn burgerservicenummer sofinummer"],
    judge,
    finds: &[
        "rekeningnummer [41.71.64.300]",
        "bankrekening [417164300] t.n.v. de bewoner",
        "Giro [1234567]",
        "gironummer: [45123]",
        "rekening [0417 16 43 00]",
    ],
    ignores: &[
        "417164300",
        "rekeningnummer 417164301",
        "rekening houden met 2023 wensen",
        "de rekening van 12345 euro",
        "factuur 417164300",
        "giro in 2010",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let number = &scene.number;
    let proven = |count: usize| {
        let (digits, span) = number.first(count)?;
        let even = number.gaps(count).all(|gap| matches!(gap, Dot | Space));
        (passes(digits) && even && scene.ends_apart(span.last)).then_some((span, count))
    };
    let giro = || {
        let count = number.sizes(usize::MAX).next()?;
        let (_, span) = number.first(count)?;
        let near = scene.near_within(span, 14);
        let named = matches!(near, Near::Word(Role::Names, word, _) if word.starts_with("giro") || word.starts_with("post"));
        let year = count == 4;
        ((5..=7).contains(&count) && named && !year && scene.ends_apart(span.last))
            .then_some((span, count))
    };
    if !scene.starts_apart(at) {
        return None;
    }
    let (span, count) = proven(10).or_else(|| proven(9)).or_else(giro)?;
    let near = scene.near_within(span, 40);
    if !matches!(near, Near::Word(Role::Names, ..)) {
        return None;
    }
    let sighting = Sighting::new(scene.range(span), -6);
    let sighting = match count {
        9 | 10 => sighting.because("eleven-test", "", 10),
        _ => sighting,
    };
    Some(sighting.near(near, Weights { names: 18, hints: 0, against: -30 }))
}

/// Whether digits pass the eleven test of account numbers. All zeros pass, and are no number.
fn passes(digits: &[u8]) -> bool {
    let value = |digit: &u8| u32::from(digit.wrapping_sub(b'0'));
    let sum = digits.iter().rev().zip(1_u32..).fold(0_u32, |sum, (digit, weight)| {
        sum.saturating_add(value(digit).saturating_mul(weight))
    });
    sum != 0 && sum % 11 == 0
}
