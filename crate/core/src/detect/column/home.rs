//! House numbers and streets in columns of their own, beside one of postcodes.

use std::ops::Range;

use super::super::{Kind, Sighting, postcode, street};
use super::{Column, ROWS};

/// Looks for the columns that make addresses with one of postcodes, and tells their cells.
pub(super) fn fill<'c>(
    text: &str,
    columns: impl Iterator<Item = &'c Column>,
    found: &mut Vec<(&'static Kind, Sighting)>,
) {
    let columns: Vec<&Column> = columns.collect();
    let mostly = |index: usize, is: fn(&str) -> bool| {
        columns.get(index).is_some_and(|cells| {
            let cells = cells.iter().filter_map(|cell| text.get(cell.clone()));
            let all = cells.clone().count();
            all >= ROWS
                && cells.filter(|cell| is(cell)).count().saturating_mul(5) >= all.saturating_mul(4)
        })
    };
    for postcode_at in (0..columns.len()).filter(|index| mostly(*index, is_postcode)) {
        // An addition may stand between the number and the postcode: by itself it says nothing.
        let before = |steps: usize| {
            postcode_at.checked_sub(steps).filter(|number| mostly(*number, is_house))
        };
        let addition = || {
            let cells = columns.get(postcode_at.checked_sub(1)?)?;
            before(2).filter(|_| all_are(text, cells, is_addition))
        };
        let mut parts = Vec::new();
        match before(1).or_else(addition) {
            Some(number) => {
                parts.push(number);
                parts.extend(number.checked_sub(1).filter(|street| mostly(*street, is_street)));
            }
            None => {
                let behind = postcode_at.saturating_add(1);
                parts.extend(Some(behind).filter(|number| mostly(*number, is_house)));
            }
        }
        // Beside house numbers they are postcodes of homes, whatever else stands in the rows.
        if !parts.is_empty() {
            let cells = columns.get(postcode_at).into_iter().flat_map(|cells| cells.iter());
            let cells = cells.filter(|cell| text.get((*cell).clone()).is_some_and(is_postcode));
            found.extend(cells.map(|cell| {
                let sighting = Sighting::new(cell.clone(), 0).because("word-list", "adres", 8);
                (&postcode::POSTCODE, sighting)
            }));
        }
        for cell in
            parts.iter().filter_map(|part| columns.get(*part)).flat_map(|cells| cells.iter())
        {
            let value = text.get(cell.clone()).unwrap_or_default();
            if is_house(value) || is_street(value) {
                let sighting = Sighting::new(cell.clone(), 0).because("word-list", "adres", 8);
                found.push((&street::ADDRESS, sighting));
            }
        }
    }
}

fn all_are(text: &str, cells: &[Range<usize>], is: fn(&str) -> bool) -> bool {
    cells.iter().filter_map(|cell| text.get(cell.clone())).all(is)
}

/// `1234 AB`, `1234AB`.
fn is_postcode(value: &str) -> bool {
    let (digits, letters) = value.split_at_checked(4).unwrap_or_default();
    let letters = letters.strip_prefix(' ').unwrap_or(letters);
    digits.bytes().all(|byte| byte.is_ascii_digit())
        && letters.len() == 2
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `12`, `12a`, `12-14`, `12 bis`.
fn is_house(value: &str) -> bool {
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let rest = value.get(digits..).unwrap_or_default();
    (1..=5).contains(&digits)
        && !value.starts_with('0')
        && rest.len() <= 6
        && rest.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/'))
}

/// `a`, `bis`, `II`, `3 hoog`.
fn is_addition(value: &str) -> bool {
    (1..=6).contains(&value.len())
        && value.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/'))
}

/// Words with a capital, and no digits.
fn is_street(value: &str) -> bool {
    value.len() >= 3
        && value.chars().any(char::is_uppercase)
        && value.chars().all(|c| c.is_alphabetic() || " .-'’".contains(c))
}

#[cfg(test)]
mod tests {
    use crate::detect::{Surroundings, detect};

    fn seen(text: &str) -> Vec<&str> {
        let hits = detect(text, &Surroundings::default()).into_iter();
        hits.filter(|hit| hit.kind.id == "address").map(|hit| &text[hit.range]).collect()
    }

    #[test]
    fn numbers_and_streets_beside_postcodes_are_addresses() {
        let rows = "1;Xolpad;4;9883 TG;Oldehove\n2;Wubdreef;17;;9891TC;Ezinge\n3;Xolpad;6a;9883 TG;Oldehove\n4;De Brink;12;9883 TH;Oldehove\n";
        assert_eq!(
            seen(&rows.replace(";;", ";")),
            ["Xolpad", "4", "Wubdreef", "17", "Xolpad", "6a", "De Brink", "12"]
        );
        assert_eq!(
            seen("x,5022GD,9a,ja\ny,5017JA,1-02,nee\nz,5021VS,40,ja\n"),
            ["9a", "1-02", "40"]
        );
        let hits =
            detect("x,5022GD,9a,ja\ny,5017JA,1-02,nee\nz,5021VS,40,ja\n", &Surroundings::default());
        assert_eq!(hits.iter().filter(|hit| hit.kind.id == "postcode").count(), 3);
        assert!(seen("a;12;3\nb;14;4\nc;15;6\n").is_empty());
    }
}
