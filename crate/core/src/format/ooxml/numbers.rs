//! The formats of numbers in a workbook (ECMA-376 part 1, 18.8.31 `numFmts`).

use std::borrow::Cow;

/// Whether a format shows no number: neither one above zero, nor one below, nor zero.
pub(super) fn hides_numbers(code: &str) -> bool {
    let shown = sections(code);
    shown.len() >= 3 && !shown.iter().take(3).any(|section| section.shows)
}

/// Whether a format shows no text, or other words in its place.
pub(super) fn hides_text(code: &str) -> bool {
    sections(code).get(3).is_some_and(|section| !section.text)
}

/// Whether a format gives all numbers that it shows the colour of paper.
pub(super) fn whitens_numbers(code: &str) -> bool {
    let sections = sections(code);
    let mut shown = sections.iter().take(3).filter(|section| section.shows).peekable();
    shown.peek().is_some() && shown.all(|section| section.white)
}

/// Whether a format gives text the colour of paper.
pub(super) fn whitens_text(code: &str) -> bool {
    let sections = sections(code);
    let last = sections.last().filter(|last| last.text && (last.at || sections.len() > 3));
    last.is_some_and(|last| last.white)
}

/// What a section of a format shows: anything at all, the text of its cell, and in white.
#[derive(Default)]
struct Section {
    shows: bool,
    text: bool,
    /// It says so, and not that it is general.
    at: bool,
    white: bool,
}

/// The sections of a format.
fn sections(code: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut general = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        let shown = match letter {
            ';' => {
                sections.push(Section::default());
                general.clear();
                false
            }
            '"' => {
                let quoted = letters.by_ref().take_while(|letter| *letter != '"');
                quoted.filter(|letter| *letter != ' ').count() > 0
            }
            // A colour or a condition.
            '[' => {
                let name: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                let white = ["white", "color2", "color 2"];
                if let Some(section) = sections.last_mut() {
                    section.white |= white.contains(&name.to_ascii_lowercase().as_str());
                }
                false
            }
            '\\' => letters.next().is_some_and(|letter| letter != ' '),
            // As much space as this letter takes.
            '_' | '*' => letters.next().is_none(),
            letter => {
                general.push(letter.to_ascii_lowercase());
                if let Some(section) = sections.last_mut() {
                    section.at |= letter == '@';
                    section.text |= letter == '@' || general.ends_with("general");
                }
                !letter.is_whitespace()
            }
        };
        if let Some(section) = sections.last_mut() {
            section.shows |= shown;
        }
    }
    sections
}

/// Whether a format shows a number as a date: it has the day or the year outside quotes and
/// brackets.
pub(super) fn shows_date(code: &str) -> bool {
    let mut letters = code.chars();
    let (mut day, mut year) = (false, false);
    while let Some(letter) = letters.next() {
        match letter {
            '"' => drop(letters.by_ref().find(|letter| *letter == '"')),
            '[' => drop(letters.by_ref().find(|letter| *letter == ']')),
            '\\' | '_' | '*' => drop(letters.next()),
            'd' | 'D' => day = true,
            'y' | 'Y' | 'j' | 'J' => year = true,
            ';' => break,
            _ => {}
        }
    }
    day || year
}

/// Whether one of the formats that every workbook has shows a date (18.8.30, `numFmtId`).
pub(super) fn is_date(format: &str) -> bool {
    matches!(format.parse::<u32>(), Ok(14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58))
}

/// The value of a cell as its reader sees it, but for its format: digits where the file has a power
/// of ten, and the day where the format shows a date.
/// For a day it is told whether days are counted from 1904 on, which is 1462 days later.
pub(super) fn shown(value: &str, date: Option<bool>) -> Cow<'_, str> {
    let number = || value.split('.').next()?.parse::<i64>().ok();
    let days = date.and_then(|late| number()?.checked_add(if late { 1462 } else { 0 }));
    if let Some(day) = days.and_then(day) {
        return day.into();
    }
    let power = value.len() <= 24 && value.contains(['E', 'e']);
    match value.parse::<f64>() {
        // What has more digits is no number that anybody is known by.
        Ok(number) if power && number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}").into()
        }
        _ => value.into(),
    }
}

/// The day with this number, where 1 is the first of 1900; the 29th of February of that year is
/// counted, and never was (18.17.4.1).
fn day(number: i64) -> Option<String> {
    // From March on, in the years from 1600 on, so that the odd day of a year is its last.
    let first = 60_i64;
    let days = number.checked_sub(first).filter(|days| (1..=80_000).contains(days))?;
    // The first of March 1900 is this long after that of 1600.
    let days = days.checked_add(109_571)?;
    let (mut year, mut rest) = (1600_i64, days);
    for (length, years) in [(146_097, 400), (36_524, 100), (1_461, 4), (365, 1)] {
        // The last of four centuries, or of four years, is a day longer.
        let most = if matches!(years, 100 | 1) { 3 } else { i64::MAX };
        let count = rest.checked_div(length)?.min(most);
        year = year.checked_add(count.checked_mul(years)?)?;
        rest = rest.checked_sub(count.checked_mul(length)?)?;
    }
    let mut month = 3_i64;
    for length in [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31] {
        if rest < length {
            break;
        }
        rest = rest.checked_sub(length)?;
        month = month.checked_add(1)?;
    }
    if month > 12 {
        (month, year) = (month.checked_sub(12)?, year.checked_add(1)?);
    }
    Some(format!("{:02}-{month:02}-{year}", rest.checked_add(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_shows_what_its_sections_show() {
        for code in [";;;", r#""";"";"""#, "[White];;", " ; ; ;"] {
            assert!(hides_numbers(code), "{code}");
        }
        for code in ["General", "0", "0;-0;;@", ";", r#"0;-0;"nul""#, r"\-;;"] {
            assert!(!hides_numbers(code), "{code}");
        }
        assert!(hides_text(";;;") && hides_text("0;-0;0;") && hides_text("0;0;0;_x"));
        assert!(!hides_text("0;-0;0") && !hides_text("0;-0;;@") && !hides_text("General"));
        assert!(hides_text(r#"0;-0;0;"***""#) && !hides_text(r#"0;0;0;"de heer "@"#));
    }

    #[test]
    fn a_format_can_be_white() {
        assert!(whitens_text("General;General;General;[White]@") && whitens_text("[White]@"));
        assert!(whitens_text("0;0;0;[Color2]General") && whitens_text("[white][<5]@"));
        assert!(!whitens_text("[White]General") && !whitens_text("[White]0;0;0;@"));
        assert!(whitens_numbers("[White]General") && whitens_numbers("[White]0;[White]-0;"));
        assert!(!whitens_numbers("[White]0;[Red]-0") && !whitens_numbers(";;;[White]@"));
    }

    #[test]
    fn a_number_is_the_day_that_its_reader_sees() {
        for (number, text) in [
            ("61", "01-03-1900"),
            ("28000", "28-08-1976"),
            ("36525", "31-12-1999"),
            ("36585", "29-02-2000"),
            ("36586", "01-03-2000"),
            ("36891", "31-12-2000"),
            ("45351.75", "29-02-2024"),
            ("73109", "28-02-2100"),
            ("73110", "01-03-2100"),
        ] {
            assert_eq!(shown(number, Some(false)), text);
        }
        assert_eq!(shown("26538", Some(true)), "28-08-1976");
        for number in ["0", "60", "-5", "999999", "x", "", "3.5E4"] {
            assert_eq!(shown(number, Some(false)), shown(number, None), "{number}");
        }
    }

    #[test]
    fn a_power_of_ten_becomes_the_digits_that_it_stands_for() {
        for (number, text) in [
            ("1.11222333E8", "111222333"),
            ("6.12345678e+08", "612345678"),
            ("1E-3", "1E-3"),
            ("1.5E0", "1.5E0"),
            ("9E99", "9E99"),
            ("111222333", "111222333"),
            ("Eer", "Eer"),
        ] {
            assert_eq!(shown(number, None), text);
        }
    }

    #[test]
    fn formats_of_dates_are_told_from_those_of_numbers() {
        for code in ["d mmmm yyyy", "[$-413]dd-mm-yy;@", "yyyy", r"dd\-mm", "d/m/jjjj"] {
            assert!(shows_date(code), "{code}");
        }
        for code in ["General", "0.00", r#"0" dagen""#, "[Red]0", "h:mm:ss", "@", r"0\d"] {
            assert!(!shows_date(code), "{code}");
        }
    }
}
