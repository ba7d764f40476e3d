//! Columns of numbers that all pass a check, in a table of people.

use super::super::{Kind, Sighting, bsn};
use super::{Column, ROWS};

/// How many different numbers of a column are asked at most.
const MOST: usize = 20;

/// The cells of columns in which each number passes the eleven test: one in eleven passes by chance,
/// three that differ hardly do.
pub(super) fn fill<'c>(
    text: &str,
    columns: impl Iterator<Item = &'c Column>,
    found: &mut Vec<(&'static Kind, Sighting)>,
) -> bool {
    let before = found.len();
    for cells in columns {
        let numbers =
            || cells.iter().filter_map(|cell| Some((cell, bsn::nine(text.get(cell.clone())?)?)));
        let mut different: Vec<String> = Vec::new();
        let mut all = 0_usize;
        for (_, digits) in numbers() {
            all = all.saturating_add(1);
            if different.len() < MOST && !different.contains(&digits) {
                different.push(digits);
            }
        }
        let sound = all.saturating_mul(4) >= cells.len().saturating_mul(3)
            && different.len() >= ROWS
            && different.iter().all(|digits| bsn::is_of_a_person(digits.as_bytes()));
        if sound {
            found.extend(numbers().map(|(cell, _)| {
                let sighting = Sighting::new(cell.clone(), -2).because("eleven-test", "", 10);
                (&bsn::BSN, sighting)
            }));
        }
    }
    found.len() > before
}

#[cfg(test)]
mod tests {
    use crate::detect::{Surroundings, detect};

    fn count(text: &str) -> usize {
        let hits = detect(text, &Surroundings::default());
        hits.iter()
            .filter(|hit| {
                hit.kind.id == "bsn" && hit.certainty >= crate::finding::Certainty::Likely
            })
            .count()
    }

    #[test]
    fn numbers_beside_names_that_all_pass_are_bsns() {
        let rows =
            "7;Bakker;Petra;999990019;x\n8;Smit;Jan;999990743;x\n9;Visser;Karin;9999.90.895;x\n";
        assert_eq!(count(rows), 3);
        assert_eq!(count(&rows.replace("999990743", "999990744")), 0);
        assert_eq!(count(&rows.replace("999990743", "999990019")), 0);
        assert_eq!(count("7;hout;a;999990019\n8;steen;b;999990743\n9;staal;c;999990895\n"), 0);
    }
}
