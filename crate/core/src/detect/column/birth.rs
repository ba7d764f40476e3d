//! Columns of dates beside a column of names: of birth, where nothing says that they are others.

use std::ops::Range;

use super::super::birth_date::BIRTH_DATE;
use super::super::{Kind, Sighting, table};
use super::ROWS;

/// The years of birth of those who are named in tables. Later dates are mostly of something else.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2012;
/// How many years lie between the first and the last at least, where it is no class of a school.
const SPREAD: u32 = 12;

/// Words in a line of headers that say that dates are others.
const OTHERS: [&str; 12] = [
    "datum",
    "date",
    "sinds",
    "start",
    "einde",
    "vanaf",
    "tot",
    "verzonden",
    "ontvangen",
    "since",
    "periode",
    "dd",
];

/// Months by their first three letters, Dutch and English.
const MONTHS: &str = "jan feb maa mrt mar apr mei may jun jul aug sep okt oct nov dec";

/// The dates of a column that are those of birth of people named in another column.
pub(super) fn fill(
    text: &str,
    cells: &[Range<usize>],
    heading: &str,
    found: &mut Vec<(&'static Kind, Sighting)>,
) {
    let value = |cell: &Range<usize>| text.get(cell.clone()).unwrap_or_default();
    let dated: Vec<(&Range<usize>, u32)> =
        cells.iter().filter_map(|cell| Some((cell, year(value(cell))?))).collect();
    let years = || dated.iter().map(|(_, year)| *year);
    let (Some(first), Some(last)) = (years().min(), years().max()) else { return };
    let mut different: Vec<&str> = dated.iter().map(|(cell, _)| value(cell)).collect();
    different.sort_unstable();
    different.dedup();
    let varied = different.len().saturating_mul(4) >= dated.len().saturating_mul(3);
    let small = heading.to_lowercase();
    let words = || small.split(|c: char| !c.is_alphabetic());
    let other = words().any(|word| OTHERS.contains(&word) || word.ends_with("datum"))
        && !small.contains("geb");
    let most = dated.len().saturating_mul(4) >= cells.len().saturating_mul(3);
    let spread = last.saturating_sub(first);
    // A class of a school is born within two years, and long ago by now.
    let sound = spread >= SPREAD || (1..=3).contains(&spread) && last < 2005;
    if dated.len() < ROWS || !most || !varied || other || !sound {
        return;
    }
    if years().all(|year| YEARS.contains(&year)) {
        found.extend(dated.into_iter().map(|(cell, _)| {
            (&BIRTH_DATE, Sighting::new(cell.clone(), 0).because("name-before", "", 8))
        }));
    }
}

/// The year of a date that fills a cell: `3-5-1970`, `1970-05-03`, `19700503`, `3 mei 70`.
pub(in super::super) fn year(value: &str) -> Option<u32> {
    if value.len() > 18 || !value.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok();
    let parts: Vec<&str> =
        value.split(['-', '/', '.', ' ', '\'']).filter(|p| !p.is_empty()).collect();
    let (day, month, year) = match *parts.as_slice() {
        [whole] if whole.len() == 8 => {
            let part = |range: Range<usize>| whole.get(range).and_then(number);
            match part(0..4)? {
                1900..=2100 => (part(6..8)?, part(4..6)?, part(0..4)?),
                _ => (part(0..2)?, part(2..4)?, part(4..8)?),
            }
        }
        [year, month, day] if year.len() == 4 => (number(day)?, number(month)?, number(year)?),
        [day, month, year] if matches!(year.len(), 2 | 4) => {
            let named = || {
                let start = month.get(..3)?.to_lowercase();
                MONTHS.split(' ').any(|known| known == start).then_some(1)
            };
            (number(day)?, number(month).or_else(named)?, number(year)?)
        }
        _ => return None,
    };
    // Two digits are of the last hundred years.
    let year =
        if year < 100 { year.saturating_add(if year > 30 { 1900 } else { 2000 }) } else { year };
    ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some(year)
}

/// How many lines below a header its dates are looked for.
const BELOW: usize = 2_000;

/// The dates that stand below a header of birth dates, column for column, where single spaces part
/// its cells: `PERSNR NAAM M/V GEBDAT SCH`, as printers of lists wrote them.
pub(super) fn below(text: &str, found: &mut Vec<(&'static Kind, Sighting)>) {
    let mut place: Option<Range<usize>> = None;
    let mut rows = 0_usize;
    let mut start = 0_usize;
    for line in text.split_inclusive('\n') {
        let at = start;
        start = start.saturating_add(line.len());
        if let Some(range) = headed(line) {
            (place, rows) = (Some(range), 0);
            continue;
        }
        rows = rows.saturating_add(1);
        let Some(range) = place.as_ref().filter(|_| rows <= BELOW) else { continue };
        // A line of prose ends the table.
        if line.trim_end().ends_with('.') || line.len() > WIDEST {
            place = None;
            continue;
        }
        let first = line.char_indices().skip(range.start.saturating_sub(1)).map(|(byte, _)| byte);
        for from in first.take(range.len().saturating_add(1)) {
            let starts =
                !line.get(..from).is_some_and(|before| before.ends_with(char::is_alphanumeric));
            if let Some(length) = filled(line.get(from..).unwrap_or_default()).filter(|_| starts) {
                let from = at.saturating_add(from);
                let range = from..from.saturating_add(length);
                let sighting = Sighting::new(range, 0).because("word-list", "geb", 8);
                found.push((&BIRTH_DATE, sighting));
                break;
            }
        }
    }
}

/// The longest line of a printed list, in bytes.
const WIDEST: usize = 400;

/// Where the word of birth dates stands in a line of headers, in characters.
fn headed(line: &str) -> Option<Range<usize>> {
    const WORDS: [&str; 8] =
        ["geb", "gebdat", "gebdatum", "geb-dat", "geb.dat", "geb.dat.", "geb.", "geboren"];
    if line.len() > WIDEST || !table::has_gap(line) || line.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut words = line.split_whitespace();
    let known = words.find(|word| WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)))?;
    let byte = line.find(known)?;
    let start = line.get(..byte)?.chars().count();
    let headers = line.split_whitespace().all(|word| word.len() <= 14);
    headers.then(|| start..start.saturating_add(known.chars().count()))
}

/// How long a date is that a text starts with; six digits are one where they can be read so.
fn filled(text: &str) -> Option<usize> {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let value = text.get(..end)?;
    let pairs = || {
        let six = value.len() == 6 && value.bytes().all(|byte| byte.is_ascii_digit());
        let pair = |at: usize| value.get(at..at.saturating_add(2))?.parse::<u32>().ok();
        let (first, month, last) = (pair(0)?, pair(2)?, pair(4)?);
        let day = (1..=31).contains(&first) || (1..=31).contains(&last);
        (six && day && (1..=12).contains(&month)).then_some(())
    };
    year(value).map(|_| ()).or_else(pairs).map(|()| end)
}

#[cfg(test)]
mod tests {
    use crate::detect::{Surroundings, detect};

    #[test]
    fn dates_beside_names_are_those_of_birth_unless_a_header_says_others() {
        let count = |text: &str| {
            let hits = detect(text, &Surroundings::default());
            hits.iter().filter(|hit| hit.kind.id == "birth-date").count()
        };
        let rows = "Bakker;Petra;1-2-1971;x\nSmit;Jan;30-9-2001;x\nVisser;Karin;17-6-1986;x\n";
        assert_eq!(count(rows), 3);
        assert_eq!(count(&["achternaam;voornaam;datum;soort\n", rows].concat()), 0);
        let class = "Petra Bakker   3 aug 84    Meppel\nJan Smit       30 dec 84   Zwolle\n\
            Karin Visser   7 mrt 85    Meppel\n";
        assert_eq!(count(class), 3);
        let printed = "NR NAAM       M/V GEBDAT SCH\n18 BIERMA,G.  V   280219 08\n20 DIJK,A.    M   17061972 10\n";
        assert_eq!(count(printed), 2);
        assert_eq!(count(&printed.replace("GEBDAT", "BEDRAG")), 0);
        let sums = "1;3-5-2023;ja\n2;4-6-2023;nee\n3;5-7-2023;ja\n";
        assert_eq!(count(sums), 0);
    }
}
