//! Payment cards.

use super::number::Gap::{Hyphen, Space};
use super::scene::Scene;
use super::sighting::{Sighting, Weights};
use super::words::{ACCOUNTS, CALLING, THINGS};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// Thirteen to nineteen digits with the beginning of a known sort of card, that pass the test of
    /// Luhn (ISO/IEC 7812). One in ten passes by chance.
    CARD = "payment-card", High; {
        nl: {
            title: "Betaalkaart",
            what: "Dit is waarschijnlijk het nummer van een creditcard.",
            why: "Met het nummer kan een ander betalen.",
            advice: "Haal het nummer weg.",
        },
        en: {
            title: "Payment card",
            what: "This is probably the number of a credit card.",
            why: "With the number somebody else can pay.",
            advice: "Take the number out.",
        },
    }
}

/// Finds payment cards.
pub(super) static DETECTOR: Detector = Detector {
    kind: &CARD,
    triggers: &[Trigger::Digits(4, 19)],
    names: "\
        creditcard creditcardnummer kaartnummer card visa mastercard maestro amex betaalkaart \
        creditkaart cardnumber",
    hints: "betaling betaald vervaldatum cvc cvv pincode",
    against: &[THINGS, ACCOUNTS, CALLING, "imei barcode tracking iccid"],
    judge,
    finds: &[
        "kaart [4111 1111 1111 1111]",
        "creditcard [5555555555554444]",
        "[3782 822463 10005] (Amex)",
        "[4111-1111-1111-1111]",
        "[4111111111111111]",
    ],
    ignores: &[
        "4111 1111 1111 1112",
        "ordernummer 4111111111111111",
        "0000 0000 0000 0000",
        "1234 5678 9012 3452",
        "4111 1111 1111 1111 1",
        "4111111",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let number = &scene.number;
    let count = number.ends().filter(|count| (13..=19).contains(count)).last()?;
    let (digits, span) = number.first(count)?;
    let whole = number.grouped(count, &[&[13], &[14], &[15], &[16], &[19]], &[]);
    let ways: &[&[usize]] = &[&[4, 4, 4, 4], &[4, 6, 5], &[4, 4, 4, 4, 3], &[4, 6, 4]];
    let apart = scene.starts_apart(at) && scene.ends_apart(span.last);
    if !(whole || number.grouped(count, ways, &[Space, Hyphen])) || !apart || !known(digits) {
        return None;
    }
    if !passes_luhn(digits) || number.gap_after(count).is_some() {
        return None;
    }
    let sighting = Sighting::new(scene.range(span), if whole { -2 } else { 4 })
        .because("digits", &count.to_string(), 0)
        .because("luhn", "", 8);
    Some(sighting.near(scene.near(span), Weights { names: 18, hints: 8, against: -25 }))
}

/// Whether cards start like this, and have so many digits.
fn known(digits: &[u8]) -> bool {
    let lengths: &[usize] = match digits {
        [b'4', ..] => &[13, 16, 19],
        [b'5', b'1'..=b'5', ..] | [b'2', b'2'..=b'7', ..] | [b'3', b'5', ..] => &[16],
        [b'3', b'4' | b'7', ..] => &[15],
        [b'3', b'0' | b'6' | b'8', ..] => &[14],
        [b'6', b'0' | b'2' | b'4' | b'5' | b'7', ..] => &[16, 19],
        [b'5', b'0' | b'6'..=b'8', ..] => &[16, 19],
        _ => &[],
    };
    lengths.contains(&digits.len())
}

/// Whether digits pass the test of Luhn: from the back, each second one counts double.
pub(super) fn passes_luhn(digits: &[u8]) -> bool {
    let sum = digits.iter().rev().zip([1_u32, 2].into_iter().cycle()).fold(
        0_u32,
        |sum, (digit, times)| {
            let value = u32::from(digit.wrapping_sub(b'0')).saturating_mul(times);
            sum.saturating_add(value % 10).saturating_add(value / 10)
        },
    );
    sum % 10 == 0 && digits.iter().any(|digit| *digit != b'0')
}
