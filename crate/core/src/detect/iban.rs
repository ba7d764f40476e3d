//! The bank account (IBAN).

use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Span};
use super::sighting::{Sighting, Weights};
use super::words::ACCOUNTS;
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// A country, two check digits and the account in that country, of the length that the country
    /// uses; the whole leaves 1 when divided by 97 (ISO 13616). One in 97 passes by chance.
    IBAN = "iban", High; {
        nl: {
            title: "Bankrekening",
            what: "Hier staat een rekeningnummer (IBAN).",
            why: "Het nummer kan van een persoon zijn. Met een naam erbij is er fraude mee te plegen.",
            advice: "Haal het nummer weg als het niet van een organisatie is.",
        },
        en: {
            title: "Bank account",
            what: "There is an account number (IBAN) here.",
            why: "The number may belong to a person. Together with a name it can be used for fraud.",
            advice: "Take the number out unless it belongs to an organisation.",
        },
    }
}

/// Finds IBANs.
pub(super) static DETECTOR: Detector = Detector {
    kind: &IBAN,
    triggers: &[Trigger::Word],
    names: ACCOUNTS,
    hints: "bank overmaken betaling storten bic swift account incasso",
    against: &[],
    judge,
    finds: &[
        "Maak over op [NL91 ABNA 0417 1643 00] t.n.v. de stichting",
        "IBAN:[NL91ABNA0417164300].",
        "iban [nl91abna0417164300]",
        "rekening [NL91.ABNA.0417.1643.00]",
        "IBAN[NL91ABNA0417164300]",
        "Konto [DE89 3704 0044 0532 0130 00]",
        "[BE68 5390 0754 7034]",
        "[GB82 WEST 1234 5698 7654 32]",
        "[MT84MALT011000012345MTLCAST001S]",
        "IBAN [NL92 ABNA 0417 1643 00] (verschreven)",
        "Huizinga   [NL91ABNA0417164300]   184,32",
        "[NL91 ABNA 0417 1643 00]   2.881,04",
    ],
    ignores: &[
        "NL92 ABNA 0417 1643 00",
        "NL91 ABNA 0417 1643 00 12",
        "XX91 ABNA 0417 1643 00",
        "NL91 is een versie",
        "NL91ABNA04171643001",
        "ANL91ABNA0417164300",
        "DE12 stuks en 34 dozen",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let word = scene.word(at);
    let next = at.saturating_add(1);
    let check = if scene.word(next) == " " { next.saturating_add(1) } else { next };
    if !scene.is(check, Shape::Digits) || scene.word(check).len() < 2 || !word.is_ascii() {
        return None;
    }
    let country = match word.len() {
        2 => word,
        6 => word.get(..4).filter(|label| label.eq_ignore_ascii_case("iban")).and(word.get(4..))?,
        _ => return None,
    };
    let length = length_in(&country.to_ascii_uppercase())?;
    if matches!(scene.before(at).map(|token| token.shape), Some(Shape::Word | Shape::Digits)) {
        return None;
    }
    let mut account = Vec::with_capacity(length);
    account.extend(country.bytes().map(|byte| byte.to_ascii_uppercase()));
    let last = gather(scene, next, length, &mut account)?;
    let span = Span { first: at, last };
    let mut range = scene.range(span);
    range.start = range.start.saturating_add(word.len().saturating_sub(2));
    let sound = passes_mod_97(&account);
    let near = if word.len() == 6 {
        Near::Word(Role::Names, "iban", super::scene::Side::Before)
    } else {
        scene.near(span)
    };
    let weights = Weights { names: 14, hints: 5, against: 0 };
    let sighting = Sighting::new(range, 0).because("iban-length", country, 0);
    match sound {
        true => Some(sighting.because("mod-97", "", 20).near(near, weights)),
        // Mistyped, or the account of an example: told where it is named, and never for sure.
        false if matches!(near, Near::Word(Role::Names, ..)) && bank_and_account(&account) => {
            Some(sighting.because("mod-97-fails", "", -6).near(near, weights))
        }
        false => None,
    }
}

/// Adds letters and digits up to this length, with at most one separator between two groups. They
/// have to end where a group ends.
fn gather(scene: &Scene<'_>, first: usize, length: usize, account: &mut Vec<u8>) -> Option<usize> {
    let (mut index, mut separated) = (first, false);
    loop {
        let token = scene.token(index)?;
        match token.shape {
            Shape::Word | Shape::Digits => {
                account.extend(scene.word(index).bytes().map(|byte| byte.to_ascii_uppercase()));
                separated = false;
            }
            Shape::Space if token.len() == 1 && !separated => separated = true,
            // An account may go on on the next line.
            Shape::Line if token.len() <= 2 && !separated => separated = true,
            Shape::Mark if matches!(scene.mark(index), Some('.' | '-')) && !separated => {
                separated = true;
            }
            _ => return None,
        }
        // The check digits and at least one of the country's own groups have to be digits.
        if account.len() >= 4 && !account.get(2..4)?.iter().all(u8::is_ascii_digit) {
            return None;
        }
        if account.len() == length {
            let next = scene.token(index.saturating_add(1)).map(|token| token.shape);
            let stuck = next == Some(Shape::Digits) || next == Some(token.shape);
            let gap = index.saturating_add(1);
            // In groups it goes on behind one space; behind a gap stands the next cell of a row.
            let grouped = index.saturating_sub(first) > 2;
            let goes_on =
                grouped && scene.word(gap) == " " && scene.is(gap.saturating_add(1), Shape::Digits);
            return (!stuck && !goes_on).then_some(index);
        }
        if account.len() > length || !account.is_ascii() {
            return None;
        }
        index = index.saturating_add(1);
    }
}

/// Whether a Dutch account has four letters and ten digits.
fn bank_and_account(account: &[u8]) -> bool {
    account.starts_with(b"NL")
        && account.get(4..8).is_some_and(|bank| bank.iter().all(u8::is_ascii_uppercase))
        && account.get(8..).is_some_and(|number| number.iter().all(u8::is_ascii_digit))
}

/// Whether an IBAN leaves 1 when divided by 97, its first four characters put last.
pub(super) fn passes_mod_97(account: &[u8]) -> bool {
    let (Some(front), Some(back)) = (account.get(..4), account.get(4..)) else { return false };
    rest_of_97(&[back, front].concat()) == Some(1)
}

/// What digits, and letters as the numbers from 10 on, leave when divided by 97.
pub(super) fn rest_of_97(characters: &[u8]) -> Option<u32> {
    characters.iter().try_fold(0_u32, |rest, character| {
        let value = char::from(*character).to_digit(36)?;
        let shift = if value < 10 { 10 } else { 100 };
        Some(rest.saturating_mul(shift).saturating_add(value) % 97)
    })
}

/// How long an IBAN is in a country (SWIFT's register of IBANs).
fn length_in(country: &str) -> Option<usize> {
    LENGTHS.split(' ').find_map(|entry| entry.strip_prefix(country)?.parse().ok())
}

const LENGTHS: &str = "\
    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 \
    DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 \
    IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 \
    MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 \
    SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

#[cfg(test)]
mod tests {
    use super::super::{Surroundings, detect};
    use crate::finding::Certainty::{Certain, Likely};

    #[test]
    fn a_failing_check_is_likely_where_it_is_named_and_nothing_elsewhere() {
        let certainty = |text| detect(text, &Surroundings::default()).first().map(|h| h.certainty);
        assert_eq!(certainty("NL91 ABNA 0417 1643 00"), Some(Certain));
        assert_eq!(certainty("IBAN NL92 ABNA 0417 1643 00"), Some(Likely));
        assert_eq!(certainty("NL92 ABNA 0417 1643 00"), None);
    }
}
