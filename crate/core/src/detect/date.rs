//! Dates as people write them.

use super::lexicon::Traits;
use super::number::Gap::{Dot, Hyphen, More, Slash, Space};
use super::scan::Shape;
use super::scene::{Scene, Span};

/// A date in the text.
pub(super) struct Date {
    /// Its tokens.
    pub span: Span,
    /// Whether it is eight digits in a row.
    pub digits: bool,
}

const MONTHS: &str = "\
    januari jan january februari feb febr february maart mrt march mar april apr mei may juni jun june \
    juli jul july augustus aug august september sep sept oktober okt october oct november nov \
    december dec";

const IS_MONTH: Traits = Traits::of(16);

/// The months and what they are.
pub(super) fn traits() -> impl Iterator<Item = (&'static str, Traits)> {
    MONTHS.split_ascii_whitespace().map(|month| (month, IS_MONTH))
}

/// Whether a word before these digits is a month, as in "May 3, 1970".
pub(super) fn month(scene: &Scene<'_>, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|word| is_month(scene, word))
}

/// The date that starts with these digits, or with a month before them.
pub(super) fn at(scene: &Scene<'_>, at: usize) -> Option<Date> {
    if !scene.starts_apart(at) {
        return None;
    }
    if scene.is(at, Shape::Word) {
        return spelled(scene, at);
    }
    in_words(scene, at)
        .or_else(|| american(scene, at))
        .or_else(|| in_digits(scene, at))
        .or_else(|| shortened(scene, at))
}

/// `3-5-'70`.
fn shortened(scene: &Scene<'_>, at: usize) -> Option<Date> {
    let [mark, middle, second, quote, last] = [1, 2, 3, 4, 5].map(|step| at.saturating_add(step));
    let separator = scene.mark(mark).filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    let quoted = scene.mark(quote) == Some('\'');
    if !quoted || scene.mark(second) != Some(separator) || scene.word(last).len() != 2 {
        return None;
    }
    let part = |index: usize| value(scene.word(index).as_bytes());
    let sound = exists(part(at)?, part(middle)?, part(last)?) && scene.ends_apart(last);
    sound.then_some(Date { span: Span { first: at, last }, digits: false })
}

/// Words of numbers, of which those in deeds are made.
const UNITS: &str = "een een één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien \
    vijftien zestien zeventien achttien negentien twintig dertig en honderd";

/// `twaalf maart negentienhonderdtachtig`: from the month on, that stands at this token.
fn spelled(scene: &Scene<'_>, at: usize) -> Option<Date> {
    let year = at.checked_add(2).filter(|_| is_month(scene, at))?;
    let word = scene.word(year).to_lowercase();
    if !["achttienhonderd", "negentienhonderd", "tweeduizend"].iter().any(|c| word.starts_with(c)) {
        return None;
    }
    let unit = |index: usize| {
        let word = scene.word(index).to_lowercase();
        UNITS.split_ascii_whitespace().any(|known| known == word) || word.ends_with("tig")
    };
    let day = |index: usize| unit(index) || scene.word(index).to_lowercase().ends_with("de");
    let spaced = |index: usize| scene.word(index) == " ";
    let mut last = year;
    for _ in 0..4 {
        let next = last.saturating_add(2);
        if !spaced(last.saturating_add(1)) || !unit(next) {
            break;
        }
        last = next;
    }
    // A year is no "negentienhonderdtachtig en".
    if scene.word(last) == "en" {
        last = last.saturating_sub(2);
    }
    let mut first =
        at.checked_sub(2).filter(|first| spaced(at.saturating_sub(1)) && day(*first))?;
    while let Some(before) = first.checked_sub(2) {
        if at.saturating_sub(before) > 8 || !spaced(first.saturating_sub(1)) || !unit(before) {
            break;
        }
        first = before;
    }
    Some(Date { span: Span { first, last }, digits: false })
}

fn in_digits(scene: &Scene<'_>, at: usize) -> Option<Date> {
    let number = &scene.number;
    let digits = number.digits();
    let value = |from: usize, upto: usize| value(digits.get(from..upto)?);
    for count in number.ends().take(3) {
        let sizes: Vec<usize> = number.sizes(count).collect();
        let (day, month, year) = match *sizes.as_slice() {
            [8] => {
                let (year, month, day) = (value(0, 4)?, value(4, 6)?, value(6, 8)?);
                match (1900..=2100).contains(&year) && exists(day, month, year) {
                    true => (day, month, year),
                    false => (value(0, 2)?, value(2, 4)?, value(4, 8)?),
                }
            }
            [4, m @ 1..=2, d @ 1..=2] => {
                let middle = 4_usize.saturating_add(m);
                (value(middle, middle.saturating_add(d))?, value(4, middle)?, value(0, 4)?)
            }
            [d @ 1..=2, m @ 1..=2, y @ (2 | 4)] => {
                let middle = d.saturating_add(m);
                (value(0, d)?, value(d, middle)?, value(middle, middle.saturating_add(y))?)
            }
            _ => continue,
        };
        let mut gaps = number.gaps(count);
        let first = gaps.next();
        // "12/03-1980", as forms have it.
        let forms = first == Some(Slash) && year > 100;
        let even = gaps.all(|gap| Some(gap) == first || forms && gap == Hyphen);
        let known = first.is_none_or(|gap| matches!(gap, Hyphen | Slash | Dot | Space | More));
        let (_, span) = number.first(count)?;
        let end = span.last.saturating_add(1);
        let stuck = scene.is(end, Shape::Word) && scene.word(end) != "T";
        // Americans put the month first.
        let swapped = first == Some(Slash) && year > 100 && exists(month, day, year);
        if (exists(day, month, year) || swapped) && even && known && !stuck {
            return Some(Date {
                span: Span { first: at, last: span.last },
                digits: sizes.len() == 1,
            });
        }
    }
    None
}

/// `3 mei 1970`, `3-mei-70`.
fn in_words(scene: &Scene<'_>, at: usize) -> Option<Date> {
    let separator = |index: usize| {
        scene.word(index) == " " || matches!(scene.mark(index), Some('-' | '.' | '/'))
    };
    let skip = |index: usize| {
        let next = index.saturating_add(usize::from(separator(index)));
        // A point behind an abbreviation, and then a space.
        next.saturating_add(usize::from(scene.word(next) == " " && next != index))
    };
    let ordinal = at.saturating_add(1);
    let ordinal = match scene.word(ordinal) {
        "e" | "de" | "den" | "th" | "st" | "nd" | "rd" | "ste" | "sten" => {
            ordinal.saturating_add(1)
        }
        _ => ordinal,
    };
    let month = skip(ordinal);
    if month == ordinal && month == at.saturating_add(1) && !scene.is(month, Shape::Word)
        || !is_month(scene, month)
    {
        return None;
    }
    // Passports give the month in two languages.
    let other = month.saturating_add(2);
    let twice = scene.mark(month.saturating_add(1)) == Some('/') && is_month(scene, other);
    let month = if twice { other } else { month };
    let year = skip(month.saturating_add(1));
    // The year may stand on the next line.
    let broken = scene.is(year, Shape::Line) && scene.word(year.saturating_add(1)).len() == 4;
    let year = year.saturating_add(usize::from(broken));
    // "3 dec '76"
    let quoted = scene.mark(year) == Some('\'') && scene.word(year.saturating_add(1)).len() == 2;
    let year = year.saturating_add(usize::from(quoted));
    let day = value(scene.word(at).as_bytes())?;
    let digits = scene.word(year).as_bytes();
    let number = value(digits).filter(|_| matches!(digits.len(), 2 | 4))?;
    let sound = (1..=31).contains(&day) && exists(day.min(28), 1, number);
    sound.then_some(Date { span: Span { first: at, last: year }, digits: false })
}

/// `May 3, 1970`.
fn american(scene: &Scene<'_>, at: usize) -> Option<Date> {
    let first = at.checked_sub(2).filter(|_| month(scene, at))?;
    let comma = at.saturating_add(1);
    let space = comma.saturating_add(usize::from(scene.mark(comma) == Some(',')));
    let year = space.saturating_add(usize::from(scene.word(space) == " "));
    let day = value(scene.word(at).as_bytes())?;
    let number = value(scene.word(year).as_bytes()).filter(|_| scene.word(year).len() == 4)?;
    let sound = (1..=31).contains(&day) && exists(day.min(28), 1, number);
    sound.then_some(Date { span: Span { first, last: year }, digits: false })
}

pub(super) fn is_month(scene: &Scene<'_>, index: usize) -> bool {
    scene.traits(index).has(IS_MONTH)
}

fn value(digits: &[u8]) -> Option<u32> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// Whether there is such a day. A year of two digits is one of the last hundred.
fn exists(day: u32, month: u32, year: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day) && (year < 100 || (1800..=2040).contains(&year))
}
