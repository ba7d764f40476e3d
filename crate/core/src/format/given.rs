//! The names that somebody gave to things: styles, lists, layouts, controls.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::finding::{Reason, Step};
use crate::kind::hidden::ELEMENT_NAME;
use crate::visit::{Remedy, Visit};

/// The names that stand in a part, by what bears them.
#[derive(Default)]
pub(super) struct Given {
    sorts: Vec<Sort>,
    /// There were more sorts than are told.
    cut: bool,
}

struct Sort {
    element: String,
    names: Vec<String>,
    known: BTreeSet<String>,
    length: usize,
    more: bool,
}

/// Of the names in a part so much is told, and of so many sorts of things.
const MOST: usize = 4000;
const SORTS: usize = 64;

impl Given {
    /// Meets a name. One that leaves is counted, and not told.
    pub(super) fn add(&mut self, element: &str, name: &str, visit: &Visit<'_>) {
        // LibreOffice makes such names of those of sheets.
        let of_sheet = name.starts_with("PageStyle_") && element == "style:master-page";
        if is_usual(name) || is_by_chance(name) || of_sheet {
            return;
        }
        let found = self.sorts.iter().position(|sort| sort.element == element);
        let index = match found {
            Some(index) => index,
            None if self.sorts.len() < SORTS => {
                let (names, known) = (Vec::new(), BTreeSet::new());
                let element = element.to_owned();
                self.sorts.push(Sort { element, names, known, length: 0, more: false });
                self.sorts.len().saturating_sub(1)
            }
            None => {
                self.cut |= !visit.leaving();
                return;
            }
        };
        let Some(sort) = self.sorts.get_mut(index) else { return };
        if visit.leaving() || sort.length > MOST || !sort.known.insert(name.to_owned()) {
            sort.more |= !visit.leaving() && !sort.known.contains(name);
            return;
        }
        sort.length = sort.length.saturating_add(name.len());
        sort.names.push(name.to_owned());
    }

    /// Tells what was met: a place for each sort of thing.
    pub(super) fn tell(&self, visit: &mut Visit<'_>) {
        if self.cut {
            visit.gap(Reason::Limit);
        }
        for sort in &self.sorts {
            visit.enter(Step::Property(sort.element.as_str().into()));
            visit.place(&ELEMENT_NAME, Remedy::Keep);
            let more = if sort.more { " · …" } else { "" };
            visit.describe(&(sort.names.join(" · ") + more));
            visit.close();
            visit.leave();
        }
    }
}

/// The words that programs make names of, in the languages met most.
static USUAL: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("given.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Whether a program gives such a name by itself: words of its own, and a number of four digits
/// at most.
pub(super) fn is_usual(name: &str) -> bool {
    /// What is longer is no name.
    const LONGEST: usize = 80;
    let name = shown(name);
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    if name.len() > LONGEST || digits > 4 {
        return false;
    }
    // What a program calls things in other letters it numbers.
    let latin = |letter: char| letter.is_alphabetic() && letter < '\u{250}';
    if name.ends_with(|letter: char| letter.is_ascii_digit()) && !name.contains(latin) {
        return true;
    }
    let usual =
        |word: &str| word.chars().count() < 2 || USUAL.contains(word.to_lowercase().as_str());
    // Words stand apart, or begin with a capital each.
    let parts = |word: &str| {
        let mut after_small = false;
        let capital = |letter: char| {
            let begins = letter.is_uppercase() && after_small;
            after_small = letter.is_lowercase();
            begins
        };
        let from = word.match_indices(capital).map(|(at, _)| at);
        let from: Vec<usize> = std::iter::once(0).chain(from).collect();
        let to = from.iter().copied().skip(1).chain([word.len()]);
        from.iter().copied().zip(to).all(|(from, to)| {
            let part = word.get(from..to).unwrap_or_default();
            part.len() > 1 && usual(part)
        })
    };
    let mut words = name.split(|letter: char| !letter.is_alphabetic());
    words.all(|word| usual(word) || parts(word))
}

/// A name as it is shown: in OpenDocument `_20_` stands for a space.
fn shown(name: &str) -> String {
    let mut pieces = name.split('_').peekable();
    let mut shown = pieces.next().unwrap_or_default().to_owned();
    while let Some(piece) = pieces.next() {
        shown.push(' ');
        let code = piece.len() == 2 && piece.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !(code && pieces.peek().is_some()) {
            shown.push_str(piece);
        }
    }
    shown
}

/// Whether a text shows the day and the year of a date such as 1980-05-03.
pub(super) fn shows_day(text: &str, date: &str) -> bool {
    let number = |part: &str| part.parse().unwrap_or(0_u32);
    let mut parts = date.split(['-', 'T']).map(number);
    let (year, day) = (parts.next(), parts.nth(1));
    let numbers = || text.split(|letter: char| !letter.is_ascii_digit()).map(number);
    let (Some(year), Some(day)) = (year, day) else { return true };
    numbers().any(|shown| shown == day)
        && numbers().any(|shown| shown == year || shown == year % 100)
}

/// Whether a program says so of itself that it cannot draw something.
pub(super) fn is_stock(text: &str) -> bool {
    const STARTS: [&str; 6] = [
        "This chart isn't available in your version of",
        "This shape represents a",
        "Slicers can be used in at least",
        "Deze grafiek is niet beschikbaar in uw versie van",
        "Deze vorm vertegenwoordigt een",
        "Editing this shape or saving this workbook",
    ];
    STARTS.iter().any(|start| text.trim().starts_with(start))
}

/// Whether a program made a name by chance: a long number in hexadecimal digits.
fn is_by_chance(name: &str) -> bool {
    let own = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b'-' | b'{' | b'}' | b'_');
    name.len() >= 16 && name.bytes().all(own)
}

#[cfg(test)]
mod tests {
    use super::{is_usual, shows_day};

    #[test]
    fn a_text_shows_a_day_by_its_number_and_its_year() {
        for shown in ["3 mei 1980", "03-05-80", "1980.5.3"] {
            assert!(shows_day(shown, "1980-05-03T00:00:00Z"), "{shown}");
        }
        for shown in ["1980", "mei 1980", "Kies een datum", "3 mei"] {
            assert!(!shows_day(shown, "1980-05-03"), "{shown}");
        }
        assert!(shows_day("vandaag", "onbekend"));
    }

    #[test]
    fn what_a_program_calls_things_is_usual_and_what_a_person_calls_them_is_not() {
        for usual in
            ["Textbox 1", "Kop 1 Char", "Table Grid", "Blad12", "WW8Num3", "Sheet1", "_", "标题 1"]
        {
            assert!(is_usual(usual), "{usual}");
        }
        for usual in [
            "Body_20_Text_20_2",
            "Heading_20_1_20_Char",
            "TableGrid",
            "ListLabel_20_9",
            "Tekstvak 3",
        ] {
            assert!(is_usual(usual), "{usual}");
        }
        for own in [
            "Stijl Janne de Vries",
            "KopVanJanne",
            "ANTON",
            "BijAb",
            "Kop_20_Bakker",
            "Dossier Bakker",
            "Kop Yilmaz",
            "010190123",
        ] {
            assert!(!is_usual(own), "{own}");
        }
    }
}
