//! What stands right behind people: dates of birth, where they are old enough for it, and BSNs
//! behind those.

use super::birth_date::BIRTH_DATE;
use super::column::birth;
use super::{Hit, Kind, Sighting, bsn, person};
use crate::finding::Certainty;

/// How old somebody is at least who is told by a date in brackets: younger dates are of papers.
const CHILD: u32 = 4;
/// And by a date behind a comma.
const GROWN: u32 = 17;
/// The year that counts as now where a text names no later one.
const NOW: u32 = 2010;

/// Looks behind each person for a date. Where a table has headers, what its cells are they say.
pub(super) fn fill(text: &str, hits: &[Hit], headed: bool) -> Vec<(&'static Kind, Sighting)> {
    let mut found = Vec::new();
    let mut newest = None;
    let people =
        hits.iter().filter(|hit| hit.kind == &person::PERSON && hit.certainty >= Certainty::Likely);
    for hit in people {
        let behind = text.get(hit.range.end..).unwrap_or_default();
        let Some((open, gap)) = opening(behind) else { continue };
        if headed && matches!(open, ';' | '|' | '\t') {
            continue;
        }
        let Some((length, year)) = date(behind.get(gap..).unwrap_or_default()) else { continue };
        let start = hit.range.end.saturating_add(gap);
        let range = start..start.saturating_add(length);
        let next = text.get(range.end..).unwrap_or_default();
        let point =
            next.strip_prefix('.').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let ends = next.is_empty()
            || next.starts_with(['\n', '\r', '\t'])
            || next.starts_with("  ")
            || next.starts_with(" /")
            || point;
        let (closed, age) = match open {
            '(' | '[' => (next.starts_with([')', ']', ',', ';']), CHILD),
            ',' => (ends || next.starts_with([',', ';']), GROWN),
            ';' | '|' => (next.trim_start_matches(' ').starts_with(open), GROWN),
            _ => (ends, GROWN),
        };
        let newest = *newest.get_or_insert_with(|| newest_year(text));
        if closed && (1900..=newest.saturating_sub(age)).contains(&year) {
            found.extend(
                number(text, range.end).map(|range| {
                    (&bsn::BSN, Sighting::new(range, -2).because("eleven-test", "", 10))
                }),
            );
            found.push((&BIRTH_DATE, Sighting::new(range, 0).because("name-before", "", 8)));
        }
    }
    found
}

/// What stands between a name and a date, and how many bytes it takes: ` (`, `, `, ` - `, a gap.
fn opening(behind: &str) -> Option<(char, usize)> {
    let head = behind.get(..behind.floor_char_boundary(12))?;
    let bare = head.trim_start_matches([' ', '\t']);
    let spaces = head.len().saturating_sub(bare.len());
    let open = bare.chars().next()?;
    let rest = bare.get(open.len_utf8()..)?;
    let more = rest.len().saturating_sub(rest.trim_start_matches(' ').len());
    let upto = spaces.saturating_add(open.len_utf8());
    match open {
        '(' | '[' => Some((open, upto)),
        ';' | '|' => Some((open, upto.saturating_add(more))),
        ',' if spaces <= 1 => Some((open, upto.saturating_add(more))),
        '-' | '–' if spaces == 1 && more == 1 => Some((open, upto.saturating_add(more))),
        // "Petra Jansen 12-05-1980", and nothing behind it.
        '0'..='9' if spaces > 0 => Some(('\t', spaces)),
        _ => None,
    }
}

/// The date that a text starts with, how long it is and its year.
fn date(text: &str) -> Option<(usize, u32)> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_end = |at: usize| {
        let rest = text.get(at..);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    let ends = (6..=18_usize).rev().filter(|at| *at <= text.len() && is_end(*at));
    ends.into_iter().find_map(|at| {
        let value = text.get(..at)?;
        let sound = value.ends_with(|c: char| c.is_ascii_digit())
            && value.contains(|c: char| !c.is_ascii_digit());
        birth::year(value).filter(|_| sound).map(|year| (at, year))
    })
}

/// The nine digits that stand behind the mark behind a date, with points or without, where they pass
/// the eleven test.
fn number(text: &str, end: usize) -> Option<std::ops::Range<usize>> {
    let behind = text.get(end..)?;
    let bare = behind.trim_start_matches([' ', ',', ';', '|', ')', '\t', '/']);
    let start = end.saturating_add(behind.len().saturating_sub(bare.len()));
    let is_end = |c: char| !c.is_ascii_digit() && c != '.';
    let value = bare.get(..bare.find(is_end).unwrap_or(bare.len()))?.trim_end_matches('.');
    let rest = bare.get(value.len()..)?;
    let apart = start > end && !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let sound = bsn::nine(value).is_some_and(|digits| bsn::is_of_a_person(digits.as_bytes()));
    (apart && sound).then(|| start..start.saturating_add(value.len()))
}

/// The newest year that a text names.
fn newest_year(text: &str) -> u32 {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 4);
    let years = numbers.filter_map(|number| number.parse().ok());
    years.filter(|year| (1980..2040).contains(year)).max().unwrap_or(NOW).max(NOW)
}

#[cfg(test)]
mod tests {
    use crate::detect::{Surroundings, detect};

    fn seen(text: &str) -> Vec<&str> {
        let hits = detect(text, &Surroundings::default()).into_iter();
        hits.filter(|hit| hit.kind.id == "birth-date").map(|hit| &text[hit.range]).collect()
    }

    #[test]
    fn old_dates_right_behind_people_are_those_of_birth() {
        let of = |rest: &str| format!("Besluit van 2024. Mevrouw Xolpers{rest}");
        assert_eq!(seen(&of(" (13-9-1984) komt")), ["13-9-1984"]);
        assert_eq!(seen(&of(" (10 juli '70)")), ["10 juli '70"]);
        assert_eq!(seen(&of(", 2-2-2003,")), ["2-2-2003"]);
        assert_eq!(seen(&of(" (2-2-1983) één")), ["2-2-1983"]);
        assert_eq!(seen(&of(" - 8-8-1999")), ["8-8-1999"]);
        assert_eq!(seen(&of(" 8-8-1999")), ["8-8-1999"]);
        assert_eq!(seen(&of(" ; 8-8-1999 ; 999990019 ; x")), ["8-8-1999"]);
        let both = of(" ; 8-8-1999 ; 999990019 ; x");
        assert!(detect(&both, &Surroundings::default()).iter().any(|hit| hit.kind.id == "bsn"));
        for other in [
            " (13-9-2022) schreef",
            ", 2-2-2013,",
            " 8-8-1999 een brief",
            ", 2-2-2003 een brief",
            " (2016)",
        ] {
            assert!(seen(&of(other)).is_empty(), "{other}");
        }
    }
}
