//! The check digits of person numbers of other countries. Each takes ASCII digits, or capitals and
//! digits, of the right length, and says whether they hold together.

use crate::detect::card::passes_luhn;

fn value(byte: &u8) -> u32 {
    u32::from(byte.wrapping_sub(b'0'))
}

/// The digits times their weights, added up.
fn weighed(digits: &[u8], weights: &[u32]) -> u32 {
    let products =
        digits.iter().zip(weights).map(|(digit, weight)| value(digit).saturating_mul(*weight));
    products.fold(0, u32::saturating_add)
}

/// The digits as a number.
fn number(digits: &[u8]) -> u64 {
    digits
        .iter()
        .fold(0, |number, digit| u64::from(value(digit)).saturating_add(number.saturating_mul(10)))
}

/// What is left of a number when it is divided by another, which is not zero.
fn rest(number: u64, by: u64) -> u64 {
    number.checked_rem(by).unwrap_or(0)
}

/// The digit at a place.
fn at(digits: &[u8], index: usize) -> u32 {
    digits.get(index).map(value).unwrap_or(0)
}

/// The digits from a place up to another as a number.
fn part(digits: &[u8], from: usize, upto: usize) -> u64 {
    digits.get(from..upto).map(number).unwrap_or(0)
}

/// Whether a day and a month can be those of a date.
fn day_and_month(day: u64, month: u64) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

/// ISO 7064, mod 11,10.
fn mod_11_10(digits: &[u8]) -> bool {
    let Some((check, digits)) = digits.split_last() else { return false };
    let product = digits.iter().fold(10_u32, |product, digit| {
        let sum = match value(digit).saturating_add(product) % 10 {
            0 => 10,
            sum => sum,
        };
        sum.saturating_mul(2) % 11
    });
    11_u32.saturating_sub(product) % 10 == value(check)
}

/// Belgium: the number of the national register, and its like for others (months from 21 or 41).
pub(super) fn belgium(digits: &[u8]) -> bool {
    let (front, check) = (part(digits, 0, 9), part(digits, 9, 11));
    let holds = |front: u64| 97_u64.saturating_sub(rest(front, 97)) == check;
    let month = rest(part(digits, 2, 4), 20);
    month <= 12
        && part(digits, 4, 6) <= 31
        && (holds(front) || holds(front.saturating_add(2_000_000_000)))
}

/// Germany: the tax identification number, in which one digit stands twice or three times.
pub(super) fn germany(digits: &[u8]) -> bool {
    let front = digits.get(..10).unwrap_or_default();
    let counts = (b'0'..=b'9').map(|digit| front.iter().filter(|other| **other == digit).count());
    let repeated: Vec<usize> = counts.filter(|count| *count > 1).collect();
    at(digits, 0) != 0 && matches!(*repeated, [2 | 3]) && mod_11_10(digits)
}

/// France: the number of social security.
pub(super) fn france(digits: &[u8]) -> bool {
    let check = 97_u64.saturating_sub(rest(part(digits, 0, 13), 97));
    matches!(at(digits, 0), 1 | 2 | 7 | 8) && check == part(digits, 13, 15)
}

/// Poland: PESEL. The century is in the month.
pub(super) fn poland(digits: &[u8]) -> bool {
    let sum = weighed(digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]);
    sum.is_multiple_of(10) && day_and_month(part(digits, 4, 6), rest(part(digits, 2, 4), 20))
}

/// Portugal: NIF.
pub(super) fn portugal(digits: &[u8]) -> bool {
    let sum = weighed(digits.get(..8).unwrap_or_default(), &[9, 8, 7, 6, 5, 4, 3, 2]);
    let check = 11_u32.saturating_sub(sum % 11) % 11 % 10;
    at(digits, 0) != 0 && check == at(digits, 8)
}

/// Austria: the number of social insurance, with its check digit in the fourth place.
pub(super) fn austria(digits: &[u8]) -> bool {
    let sum = weighed(digits, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]);
    at(digits, 0) != 0 && sum % 11 == at(digits, 3)
}

/// Denmark: CPR, of which only the date can be checked.
pub(super) fn denmark(digits: &[u8]) -> bool {
    day_and_month(part(digits, 0, 2), part(digits, 2, 4))
}

/// Sweden: the person number; days from 61 are those of coordination numbers.
pub(super) fn sweden(digits: &[u8]) -> bool {
    let short = digits.get(digits.len().saturating_sub(10)..).unwrap_or_default();
    day_and_month(rest(part(short, 4, 6), 60), part(short, 2, 4)) && passes_luhn(short)
}

/// Norway: the birth number; days from 41 are those of D-numbers.
pub(super) fn norway(digits: &[u8]) -> bool {
    let one = weighed(digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]);
    let two = weighed(digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);
    let (day, month) = (rest(part(digits, 0, 2), 40), rest(part(digits, 2, 4), 40));
    one.is_multiple_of(11) && two.is_multiple_of(11) && day_and_month(day, month)
}

/// Czechia and Slovakia: the birth number; months from 51 are those of women.
pub(super) fn czechia(digits: &[u8]) -> bool {
    let month = rest(rest(part(digits, 2, 4), 50), 20);
    let check = rest(rest(part(digits, 0, 9), 11), 10);
    day_and_month(part(digits, 4, 6), month) && check == u64::from(at(digits, 9))
}

/// Estonia and Lithuania: the personal code.
pub(super) fn estonia(digits: &[u8]) -> bool {
    let front = digits.get(..10).unwrap_or_default();
    let check = match weighed(front, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11 {
        10 => weighed(front, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10,
        check => check,
    };
    day_and_month(part(digits, 5, 7), part(digits, 3, 5)) && check == at(digits, 10)
}

/// Bulgaria: EGN. The century is in the month.
pub(super) fn bulgaria(digits: &[u8]) -> bool {
    let sum = weighed(digits.get(..9).unwrap_or_default(), &[2, 4, 8, 5, 10, 9, 7, 3, 6]);
    let month = rest(part(digits, 2, 4), 20);
    day_and_month(part(digits, 4, 6), month) && sum % 11 % 10 == at(digits, 9)
}

/// Croatia: OIB.
pub(super) fn croatia(digits: &[u8]) -> bool {
    mod_11_10(digits)
}

/// Romania: CNP.
pub(super) fn romania(digits: &[u8]) -> bool {
    let sum = weighed(digits.get(..12).unwrap_or_default(), &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]);
    let check = match sum % 11 {
        10 => 1,
        check => check,
    };
    let date = day_and_month(part(digits, 5, 7), part(digits, 3, 5));
    at(digits, 0) != 0 && date && check == at(digits, 12)
}

/// Slovenia and its neighbours: EMŠO.
pub(super) fn slovenia(digits: &[u8]) -> bool {
    let sum = weighed(digits.get(..12).unwrap_or_default(), &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    let check = 11_u32.saturating_sub(sum % 11) % 11 % 10;
    day_and_month(part(digits, 0, 2), part(digits, 2, 4)) && check == at(digits, 12)
}

/// Greece: AMKA.
pub(super) fn greece(digits: &[u8]) -> bool {
    day_and_month(part(digits, 0, 2), part(digits, 2, 4)) && passes_luhn(digits)
}

/// Switzerland: the number of old-age insurance, an EAN that starts with 756.
pub(super) fn switzerland(digits: &[u8]) -> bool {
    let sum = weighed(digits, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]);
    digits.starts_with(b"756") && sum.is_multiple_of(10)
}

/// The United Kingdom: the number of the health service.
pub(super) fn britain(digits: &[u8]) -> bool {
    let sum = weighed(digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    sum.is_multiple_of(11) && sum != 0
}

/// Turkey: the identity number.
pub(super) fn turkey(digits: &[u8]) -> bool {
    let odd = weighed(digits, &[7, 0, 7, 0, 7, 0, 7, 0, 7]);
    let even = weighed(digits, &[0, 9, 0, 9, 0, 9, 0, 9]);
    let all = weighed(digits, &[1; 10]);
    // Nine times is minus once, as far as the last digit goes.
    let tenth = odd.saturating_add(even) % 10;
    at(digits, 0) != 0 && tenth == at(digits, 9) && all % 10 == at(digits, 10)
}

/// The number of a mobile device: IMEI.
pub(super) fn device(digits: &[u8]) -> bool {
    passes_luhn(digits)
}

/// The United States: the number of social security, of which only some are never given out.
pub(super) fn america(digits: &[u8]) -> bool {
    let area = part(digits, 0, 3);
    let given = area != 0 && area != 666 && area < 900;
    given && part(digits, 3, 5) != 0 && part(digits, 5, 9) != 0
}

/// Spain: eight digits, or a letter and seven for foreigners, and a letter.
pub(super) fn spain(code: &[u8]) -> bool {
    let Some((check, front)) = code.split_last() else { return false };
    let lead = match front.first() {
        Some(b'X') => Some(b'0'),
        Some(b'Y') => Some(b'1'),
        Some(b'Z') => Some(b'2'),
        Some(digit) if digit.is_ascii_digit() => Some(*digit),
        _ => None,
    };
    let (Some(lead), Some(back)) = (lead, front.get(1..)) else { return false };
    let digits = [&[lead], back].concat();
    let letter = usize::try_from(rest(number(&digits), 23)).ok();
    let letter = letter.and_then(|index| b"TRWAGMYFPDXBNJZSQVHLCKE".get(index));
    digits.len() == 8 && back.iter().all(u8::is_ascii_digit) && letter == Some(check)
}

/// Italy: the fiscal code, sixteen letters and digits.
pub(super) fn italy(code: &[u8]) -> bool {
    const ODD: [u32; 26] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24,
        23,
    ];
    let shape = b"LLLLLLDDLDDLDDDL".iter().zip(code).all(|(sort, byte)| match sort {
        b'L' => byte.is_ascii_uppercase(),
        // Digits become letters where two people would have one code.
        _ => byte.is_ascii_digit() || b"LMNPQRSTUV".contains(byte),
    });
    let index = |byte: &u8| match byte {
        b'0'..=b'9' => usize::from(byte.wrapping_sub(b'0')),
        _ => usize::from(byte.wrapping_sub(b'A')),
    };
    let Some((check, front)) = code.split_last() else { return false };
    let sum = front.iter().enumerate().fold(0_u32, |sum, (place, byte)| {
        let index = index(byte);
        let value = match place % 2 {
            0 => ODD.get(index).copied().unwrap_or(0),
            _ => u32::try_from(index).unwrap_or(0),
        };
        sum.saturating_add(value)
    });
    code.len() == 16 && shape && u32::try_from(index(check)) == Ok(sum % 26)
}

/// Ireland: PPS, seven digits and one or two letters.
pub(super) fn ireland(code: &[u8]) -> bool {
    let (Some(digits), Some(check)) = (code.get(..7), code.get(7)) else { return false };
    let second = match code.get(8) {
        None | Some(b'W') => 0,
        Some(letter @ b'A'..=b'I') => u32::from(letter.wrapping_sub(b'A')).saturating_add(1),
        Some(_) => return false,
    };
    let sum = weighed(digits, &[8, 7, 6, 5, 4, 3, 2]).saturating_add(second.saturating_mul(9));
    let letter =
        usize::try_from(sum % 23).ok().and_then(|index| b"WABCDEFGHIJKLMNOPQRSTUV".get(index));
    digits.iter().all(u8::is_ascii_digit) && code.len() <= 9 && letter == Some(check)
}

/// The United Kingdom: the number of national insurance, which has no check digit.
pub(super) fn insurance(code: &[u8]) -> bool {
    let [one, two, digits @ .., end] = code else { return false };
    let never = [b"BG", b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ"];
    one.is_ascii_uppercase()
        && two.is_ascii_uppercase()
        && !b"DFIQUV".contains(one)
        && !b"DFIQUVO".contains(two)
        && !never.iter().any(|pair| **pair == [*one, *two])
        && digits.len() == 6
        && digits.iter().all(u8::is_ascii_digit)
        && (b'A'..=b'D').contains(end)
}
