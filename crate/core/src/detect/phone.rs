//! Telephone numbers, as far as they may be somebody's own.

mod plan;

use super::lexicon::Role;
use super::number::Gap;
use super::scan::Shape;
use super::scene::{Near, Scene, Side, Span};
use super::sighting::{Sighting, Weights};
use super::words::{ACCOUNTS, ORGANISATIONS, THINGS};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};
pub(super) use plan::{Line, is_area, line};

kinds! { SUBJECT;
    /// A Dutch number of the numbering plan, written in any way, or a number of another country
    /// behind a plus. Numbers that only organisations have (0800, 0900, 088, 14 with an area code)
    /// are a kind of their own.
    PHONE = "phone", Medium; {
        nl: {
            title: "Telefoonnummer",
            what: "Hier staat een telefoonnummer dat van een persoon kan zijn.",
            why: "Met een nummer is iemand thuis of op het werk rechtstreeks te bereiken.",
            advice: "Haal het weg, of noem het algemene nummer van de organisatie.",
        },
        en: {
            title: "Telephone number",
            what: "There is a telephone number here that may belong to a person.",
            why: "With a number someone can be reached directly, at home or at work.",
            advice: "Take it out, or give the general number of the organisation.",
        },
    }
}

/// Words that stand at a telephone number.
pub(super) const WORDS: &str = "\
    tel telefoon telefoonnummer telefoonnummers telefoonnr telefoonnrs telnr telnummer telefonisch \
    mobiel mobiele mobielnummer mobieltje gsm fax faxnummer phone telephone mobile cell bel bellen \
    belt gebeld bereikbaar doorkiesnummer doorkies whatsapp sms appen voicemail \
    privenummer privénummer thuisnummer noodnummer telefoontje call ring t m";

/// Finds telephone numbers.
pub(super) static DETECTOR: Detector = Detector {
    kind: &PHONE,
    triggers: &[Trigger::Digits(1, 15)],
    names: WORDS,
    hints: "contact contactpersoon e-mail mail email adres naam",
    against: &[THINGS, ORGANISATIONS, ACCOUNTS, "bsn burgerservicenummer sofinummer"],
    judge,
    finds: &[
        "Bel [06-12345678] na zes uur",
        "mobiel [06 12 34 56 78], thuis [070 123 45 67]",
        "[(06)-1234 5678]",
        "[06/12345678]",
        "jan bakker  [05913-12341]  emmen",
        "[06.12.34.56.78]",
        "tel. [+31 6 1234 5678]",
        "[+31(0)6-12345678]",
        "[+31 (0)6 12 34 56 78]",
        "[(+31) 6 12345678]",
        "[0031-6-12345678]",
        "tel:[+31612345678]",
        "T [070-1234567] / F [(070) 765 43 21]",
        "Doorkiesnummer [(0182) 34 56 78]",
        "nummer [0182-345678]",
        "T: [030 - 1234 567]",
        "tel [046-123456]",
        "[0301234567] is niet bereikbaar",
        "[085 123 45 67]",
        "[+32 470 12 34 56]",
        "hij belde vanuit Lier, [0032 3 480 12 34].",
        "bel mij ([0412 12 34 38]) over de KvK 40216417",
        "[+49 30 123456]",
        "0031 is Nederland; [0031 70 123 45 67]",
        "06-nummer: [0612345678]",
        "Telefoon: [31612345678]",
        "mobiel [612345678]",
        "[06-12345678]/[06-87654321]",
        "He's on [07700 900123], or call [020 7946 0958]",
        "UK mobile: [07700900123]",
        "bel [06-1234\n5678]",
        "Tel: [536 44 18], tel. [5364418]",
        "telefoon [070-\n1234567]",
    ],
    ignores: &[
        "06-12-2023 10:30",
        "op 01-02-2023 12 personen",
        "088-1234567",
        "0800-1234567",
        "112",
        "kenmerk 0612345678",
        "0.0612345678",
        "31612345678",
        "612345678",
        "2010-2012",
        "artikel 12.034.567.890",
        "ISBN 0306406152",
        "0992345678",
        "06-1234567",
        "061234567890123",
        "+12 graden",
        "07700 900123",
        "06-1234\n5678 stuks",
        "tel: 12\n34567890",
        "telefonisch 3 400 000 euro",
        "bel 536 44 18",
        "(0344) 63 71 11 (algemeen)",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let start = Start::of(scene, at)?;
    let digits = scene.number.digits();
    if let Some(skip) = start.international(scene) {
        let rest = digits.get(skip..)?;
        return match rest.strip_prefix(b"31") {
            Some(_) => dutch(scene, start, skip.saturating_add(2), Prefix::Country),
            None => abroad(scene, start, skip),
        };
    }
    if let Some(sighting) = british(scene, start).or_else(|| over_lines(scene, start)) {
        return Some(sighting);
    }
    if let Some(sighting) = former(scene, at) {
        return Some(sighting);
    }
    match digits.first()? {
        b'0' => dutch(scene, start, 0, Prefix::Zero),
        b'3' if digits.starts_with(b"316") => dutch(scene, start, 2, Prefix::Missing),
        b'6' => dutch(scene, start, 0, Prefix::Missing),
        b'1'..=b'9' if digits.len() == 9 => dutch(scene, start, 0, Prefix::Missing),
        b'2'..=b'9' => local(scene, start),
        _ => None,
    }
}

/// A number without its area code, right behind a word that names it: `Tel: 536 44 18`.
fn local(scene: &Scene<'_>, start: Start) -> Option<Sighting> {
    let number = &scene.number;
    let count = [7, 6].into_iter().find(|count| number.first(*count).is_some())?;
    let (_, span) = number.first(count)?;
    let sizes: Vec<usize> = number.sizes(count).collect();
    let sound = matches!(sizes.as_slice(), [7 | 6] | [3, 4] | [3, 2, 2] | [2, 2, 2] | [3, 3]);
    let near = scene.near_within(span, 14);
    let named = matches!(near, Near::Word(Role::Names, word, Side::Before | Side::Label)
        if !matches!(word, "telefonisch" | "bel" | "bellen" | "belt" | "gebeld" | "call" | "ring" | "t" | "m"));
    let behind = start.first.checked_sub(2).is_some_and(|before| scene.is(before, Shape::Digits));
    let alone = number.digits().len() == count && !start.plus && !behind;
    (sound && named && alone && ends(scene, span.last)).then(|| {
        let sighting = Sighting::new(scene.range(span), -12).because("phone-short", "", 0);
        sighting.near(near, Weights { names: 20, hints: 0, against: -25 })
    })
}

/// A number as the British write it, of eleven digits with its nought: `07700 900123`, `020 7946
/// 0958`. A word has to name it, for it is of no other country's plan.
/// A number of before 1995: five digits, a hyphen, and four or five.
fn former(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let last = at.saturating_add(2);
    let area = scene.word(at);
    let sound = area.len() == 5
        && matches!(area.as_bytes(), [b'0', b'1'..=b'5' | b'8', ..])
        && scene.is(at, Shape::Digits)
        && scene.mark(at.saturating_add(1)) == Some('-')
        && scene.is(last, Shape::Digits)
        && matches!(scene.word(last).len(), 4 | 5);
    let span = Span { first: at, last };
    let free = sound && scene.starts_apart(at) && scene.ends_apart(last);
    free.then(|| {
        let near = scene.near(span);
        let sighting = Sighting::new(scene.range(span), 0).because("phone-shape", "", 5);
        sighting.near(near, Weights { names: 12, hints: 5, against: -12 })
    })
}

fn british(scene: &Scene<'_>, start: Start) -> Option<Sighting> {
    let number = &scene.number;
    let (digits, span) = number.first(11).filter(|(digits, _)| digits.starts_with(b"0"))?;
    let sizes: Vec<usize> = number.sizes(11).collect();
    let mobile = digits.starts_with(b"07") && matches!(sizes.as_slice(), [11] | [5, 6] | [5, 3, 3]);
    let area = matches!(digits.get(1), Some(b'1' | b'2'))
        && matches!(sizes.as_slice(), [3, 4, 4] | [4, 3, 4] | [5, 6] | [5, 3, 3]);
    let span = Span { first: start.first, last: span.last };
    let near = scene.near_within(span, 30);
    let named = matches!(near, Near::Word(Role::Names, ..))
        || scene.word(start.first.saturating_sub(2)) == "on" && mobile && sizes.len() > 1;
    let sound = (mobile || area) && named && ends(scene, span.last);
    sound.then(|| {
        let sighting = Sighting::new(scene.range(span), -8).because("phone-abroad", "GB", 14);
        sighting.near(near, Weights { names: 14, hints: 0, against: -25 })
    })
}

/// A number that goes on on the next line, right behind a word that names it.
fn over_lines(scene: &Scene<'_>, start: Start) -> Option<Sighting> {
    let number = &scene.number;
    let (digits, span) = number.broken(10).filter(|(digits, _)| digits.starts_with(b"0"))?;
    let line = line(digits.get(1..)?).filter(|line| *line != Line::Office)?;
    let span = Span { first: start.first, last: span.last };
    let near = scene.near_within(span, 20);
    let named = matches!(near, Near::Word(Role::Names, _, Side::Before));
    let whole = scene.word(span.first).len() >= if line == Line::Mobile { 2 } else { 3 };
    (named && whole && number.digits().len() < 10 && ends(scene, span.last)).then(|| {
        let id = if line == Line::Mobile { "phone-mobile" } else { "phone-area" };
        let sighting = Sighting::new(scene.range(span), 0).because(id, "", -6);
        sighting.near(near, Weights { names: 20, hints: 0, against: -25 })
    })
}

/// What stands before the area code or the 6.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Prefix {
    /// The 0 of a number within the country.
    Zero,
    /// The code of the country.
    Country,
    /// What a spreadsheet leaves of it.
    Missing,
}

/// Where a number starts.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// Its first token, plus and bracket included.
    pub first: usize,
    plus: bool,
}

impl Start {
    /// The start of the number whose digits start here, where nothing sticks to it.
    pub(super) fn of(scene: &Scene<'_>, at: usize) -> Option<Self> {
        let plus = scene.mark_before(at) == Some('+');
        let sign = if plus { at.saturating_sub(1) } else { at };
        let bracket = scene.mark_before(sign) == Some('(') && closes(scene, at);
        let first = if bracket { sign.saturating_sub(1) } else { sign };
        (free(scene, first) && !(plus && bracket && sign == 0)).then_some(Self { first, plus })
    }

    /// How many digits go before the code of the country, where there is one.
    fn international(self, scene: &Scene<'_>) -> Option<usize> {
        let number = &scene.number;
        let noughts = number.digits().starts_with(b"00");
        match self.plus {
            true => Some(0),
            // Rows of small numbers start with noughts as well.
            false => (noughts && number.ends().next() >= Some(4)).then_some(2),
        }
    }
}

/// Whether the first digits are within brackets.
fn closes(scene: &Scene<'_>, at: usize) -> bool {
    scene.mark(at.saturating_add(1)) == Some(')')
}

/// Whether nothing sticks to the front. Behind a slash there may be a second number.
fn free(scene: &Scene<'_>, first: usize) -> bool {
    let second = scene.mark_before(first) == Some('/')
        && first.checked_sub(2).is_some_and(|before| scene.word(before).len() >= 6);
    second || scene.starts_apart(first)
}

/// Whether nothing sticks to the back. Behind a slash there may be a second number.
fn ends(scene: &Scene<'_>, last: usize) -> bool {
    scene.mark(last.saturating_add(1)) == Some('/') || scene.ends_apart(last)
}

/// Judges a Dutch number, of which so many digits stand before what the country itself gives out.
fn dutch(scene: &Scene<'_>, start: Start, skip: usize, prefix: Prefix) -> Option<Sighting> {
    let number = &scene.number;
    let digits = number.digits();
    // A nought between brackets, behind the code of the country, is not dialled.
    let nought = digits.get(skip) == Some(&b'0');
    let skip = skip.saturating_add(usize::from(nought));
    if prefix == Prefix::Zero && !nought || prefix == Prefix::Missing && nought {
        return None;
    }
    let full = skip.saturating_add(9);
    let (count, short) = match number.first(full) {
        Some(_) => (full, false),
        None => (skip.saturating_add(8), true),
    };
    let (all, span) = number.first(count)?;
    let line = line(all.get(skip..)?).filter(|line| *line != Line::Office)?;
    if !ends(scene, span.last) {
        return None;
    }
    let span = Span { first: start.first, last: span.last };
    let near = scene.near(span);
    let named = matches!(near, Near::Word(Role::Names, ..));
    let grouping = grouping(scene, count, line)?;
    let (id, decibans) = match (line, prefix, grouping) {
        // One digit too few: an area code with its hyphen still says what it is meant to be.
        _ if short => match (line, grouping, prefix) {
            (Line::Area(_), Grouping::Apart, Prefix::Zero) => ("phone-short", -8),
            _ => return None,
        },
        // A whole cell below a header of telephones may be of any area.
        (_, Prefix::Missing, _) if line != Line::Mobile => match near {
            Near::Word(Role::Names, _, Side::Label)
                if scene.text.trim().len() == scene.range(span).len() =>
            {
                ("phone-area", -10)
            }
            _ => return None,
        },
        (_, Prefix::Missing, _) if !named => return None,
        (_, Prefix::Missing, _) => ("phone-mobile", -14),
        (_, Prefix::Country, _) => ("phone-country", 20),
        (Line::Mobile, _, Grouping::Apart) => ("phone-mobile", 18),
        (Line::Mobile, _, Grouping::None) => ("phone-mobile", 8),
        (_, _, Grouping::Apart) => ("phone-area", 12),
        (_, _, Grouping::None) => ("phone-area", 5),
        (_, _, Grouping::Odd) if named => ("phone-odd", -8),
        _ => return None,
    };
    // Of an area code anybody may have one, and the line says whose it is.
    let office = matches!(line, Line::Area(_)) && of_office(scene, span);
    let row = number.gap_after(count) == Some(Gap::Space) && grouping != Grouping::None;
    let sighting = Sighting::new(scene.range(span), 0).because(id, "", decibans);
    let sighting = if row { sighting.because("goes-on", "", -8) } else { sighting };
    let sighting = match office {
        true => sighting.because("word-against", "algemeen", -25),
        false => sighting,
    };
    // Of a number that is written like one, only a word right beside it says that it is another.
    let clear = grouping == Grouping::Apart && !short && scene.near_within(span, 12) != near;
    let against = if clear { -7 } else { -25 };
    Some(sighting.near(near, Weights { names: 20, hints: 5, against }))
}

/// Words for the number of an office, on its line.
const OFFICE: &str = "algemeen algemene switchboard centrale receptie fax telefax postbus secretariaat \
    gemeentehuis klantcontactcentrum helpdesk publieksbalie hoofdkantoor";

/// Whether the line of a number says that it is that of an office.
fn of_office(scene: &Scene<'_>, span: Span) -> bool {
    let on_line = |index: &usize| scene.token(*index).is_some() && !scene.is(*index, Shape::Line);
    let before = (span.first.saturating_sub(16)..span.first).rev().take_while(on_line);
    let behind = (span.last.saturating_add(1)..span.last.saturating_add(6)).take_while(on_line);
    before.chain(behind).any(|index| {
        let word = scene.word(index);
        OFFICE.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word))
    })
}

/// How the digits are grouped.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Grouping {
    /// Not at all.
    None,
    /// The area code, or 06, stands apart.
    Apart,
    /// In another way.
    Odd,
}

fn grouping(scene: &Scene<'_>, count: usize, line: Line) -> Option<Grouping> {
    let number = &scene.number;
    let sizes: Vec<usize> = number.sizes(count).collect();
    if dated(scene, &sizes) {
        return None;
    }
    let apart = match (line, sizes.as_slice()) {
        (_, [_]) => return Some(Grouping::None),
        (Line::Mobile, [2, ..]) => true,
        (Line::Mobile, [4, 6] | [4, 2, 2, 2] | [4, 3, 3] | [3, 3, 4] | [3, 7]) => true,
        (Line::Area(code), [first, ..]) => *first == code.saturating_add(1),
        (Line::Anywhere, [first, ..]) => *first == 3,
        _ => false,
    };
    Some(if apart { Grouping::Apart } else { Grouping::Odd })
}

/// Whether it starts with a day, a month and a year.
fn dated(scene: &Scene<'_>, sizes: &[usize]) -> bool {
    let year = || scene.number.digits().get(4..6);
    matches!(sizes, [2, 2, 4, ..]) && matches!(year(), Some(b"19" | b"20"))
}

/// Judges a number of another country.
fn abroad(scene: &Scene<'_>, start: Start, skip: usize) -> Option<Sighting> {
    let number = &scene.number;
    let rest = number.digits().get(skip..)?;
    let (least, most) = plan::abroad(rest)?;
    let fits = |count: &usize| {
        (least..=most).contains(&count.saturating_sub(skip))
            && !number.gaps(*count).any(|gap| gap == Gap::Dot && skip > 0)
    };
    let count = number.ends().filter(fits).last()?;
    let (_, span) = number.first(count)?;
    if !scene.ends_apart(span.last) {
        return None;
    }
    let span = Span { first: start.first, last: span.last };
    let near = scene.near(span);
    // Without a plus, two noughts start many numbers that are none to call.
    let grouped = matches!(*number.sizes(count).collect::<Vec<_>>(), [4 | 5, _, _, ..]);
    let decibans = match skip {
        0 => 12,
        _ if grouped => 6,
        _ => -6,
    };
    let sighting = Sighting::new(scene.range(span), 0).because("phone-abroad", "", decibans);
    Some(sighting.near(near, Weights { names: 18, hints: 4, against: -25 }))
}

#[cfg(test)]
mod tests {
    use super::super::{Surroundings, detect};

    #[test]
    fn a_number_without_its_nought_is_one_below_a_header_only() {
        let count = |text: &str, label| {
            detect(text, &Surroundings { label, ..Surroundings::default() }).len()
        };
        assert_eq!(count("701234567", Some("Telefoon")), 1);
        assert_eq!(count("612345678", Some("Telefoonnummer")), 1);
        assert_eq!(count("701234567", Some("Bedrag")), 0);
        assert_eq!(count("991234567", Some("Telefoon")), 0);
    }
}
