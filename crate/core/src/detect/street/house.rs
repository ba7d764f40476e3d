//! House numbers and their additions.

use super::super::date;
use super::super::scan::Shape;
use super::super::scene::{Scene, Span};
use super::super::sighting::Sighting;
use super::name::STREETS;

/// Behind a house number.
const ADDITIONS: &str = "bis ter hs huis bg rood rd zwart zw i ii iii iv v boven beneden onder achter hg hoog ws wb ark \
    bov ben sous souterrain achterhuis voorhuis";

/// Behind a house number, with a number of their own.
const UNITS: [&str; 13] = [
    "bus",
    "kamer",
    "app",
    "appartement",
    "flat",
    "boîte",
    "bte",
    "etage",
    "kmr",
    "ligpl",
    "ligplaats",
    "unit",
    "k",
];

/// A house number: its last token, and whether more than digits stand in it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct House {
    pub last: usize,
    pub addition: bool,
}

/// The token of the space before a house number, and whether "nr." stands between.
pub(super) fn gap(scene: &Scene<'_>, at: usize) -> Option<(usize, bool)> {
    let single = |index: usize| matches!(scene.word(index), " " | "  ");
    let space = at.checked_sub(1).filter(|index| single(*index))?;
    let before = space.checked_sub(1)?;
    let dot = usize::from(scene.mark(before) == Some('.'));
    let word = before.checked_sub(dot)?;
    // Kerkstr. 12
    if dot == 1 && scene.word(word).to_ascii_lowercase().ends_with("str") {
        return Some((before, false));
    }
    let number = ["nr", "nummer", "no"].iter().any(|nr| scene.word(word).eq_ignore_ascii_case(nr));
    if number {
        let space = word.checked_sub(1).filter(|index| single(*index))?;
        // "Kerkstraat op nummer 12", "Kerkstraat, nummer 12"
        let joint = space.checked_sub(1)?;
        let on = scene.word(joint) == "op" && joint.checked_sub(1).is_some_and(single);
        return match (on, scene.mark(joint)) {
            (true, _) => Some((joint.saturating_sub(1), true)),
            (_, Some(',')) if STREETS.end(scene.word(joint.saturating_sub(1))) => {
                Some((joint, true))
            }
            _ => Some((space, true)),
        };
    }
    // "Kerkstraat t/o 12": across it.
    let across = scene.word(word) == "o"
        && scene.mark_before(word) == Some('/')
        && word.checked_sub(2).is_some_and(|t| scene.word(t) == "t");
    match across {
        true => Some((word.checked_sub(3).filter(|index| single(*index))?, false)),
        false => Some((space, false)),
    }
}

/// Who lives somewhere, where only the number of the house is told.
const NEIGHBOURS: &str = "bewoner bewoners bewoonster buurtbewoner buurtbewoners buurman buurvrouw buren \
    overburen overbuurman overbuurvrouw bovenburen benedenburen";

/// What is counted: no house stands before it.
const COUNTED: &str = "jaar uur meter m km mensen personen dagen weken maanden huizen adressen keer \
    procent euro minuten leden stuks woningen";

/// The number of the house where a neighbour lives: "de bewoner op 44", "buren op nr. 43".
pub(super) fn of_neighbour(scene: &Scene<'_>, first: usize) -> Option<Sighting> {
    let space = first.checked_sub(1).filter(|space| scene.word(*space) == " ")?;
    let point = usize::from(scene.mark_before(space) == Some('.'));
    let word = space.checked_sub(1)?.checked_sub(point)?;
    let reach = match scene.word(word) {
        "nr" | "nummer" | "huisnummer" | "huisnr" => 12,
        "op" if point == 0 => 6,
        _ => return None,
    };
    let known = |list: &str, index: usize| {
        let word = scene.word(index);
        list.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word))
    };
    let line = |index: &usize| !scene.is(*index, Shape::Line);
    let near = (0..word).rev().take(reach).take_while(line).any(|index| known(NEIGHBOURS, index));
    if !near || scene.word(first).len() > 3 || scene.word(first).starts_with('0') {
        return None;
    }
    let last = at(scene, first)?.last;
    let behind = last.saturating_add(2);
    let counts = scene.is(last.saturating_add(1), Shape::Space)
        && (known(COUNTED, behind) || date::is_month(scene, behind));
    // Whoever knows the street knows who it is; others do not.
    let sighting = Sighting::new(scene.range(Span { first, last }), -10);
    (!counts).then(|| sighting.because("word-near", "bewoner", 8))
}

/// The house number that starts at a token; nothing where it is another number.
pub(super) fn at(scene: &Scene<'_>, at: usize) -> Option<House> {
    let mut last = glued(scene, at)?;
    let mut numbers = 0_u32;
    for _ in 0..2 {
        let Some(next) = joined(scene, last) else { break };
        numbers = numbers.saturating_add(u32::from(scene.is(next, Shape::Digits)));
        last = next;
    }
    // 12-03-2024 and 12-3-24 are days.
    if numbers > 1 {
        return None;
    }
    // 12-03-2024
    let dated = matches!(scene.mark(last.saturating_add(1)), Some('-' | '/'))
        && scene.is(last.saturating_add(2), Shape::Digits);
    if dated {
        return None;
    }
    match scene.mark(last.saturating_add(1)) {
        Some('%' | '°' | '€') => return None,
        Some('.' | ',' | ':') if scene.is(last.saturating_add(2), Shape::Digits) => return None,
        _ => {}
    }
    let last = spaced(scene, last);
    Some(House { last, addition: last != at })
}

/// The last token of what sticks to the digits: `12a`, `4k12`.
fn glued(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let next = at.saturating_add(1);
    let behind = next.saturating_add(1);
    match scene.token(next).map(|token| token.shape) {
        Some(Shape::Word) if scene.is(behind, Shape::Digits) => {
            let short = scene.word(next).len() <= 2 && scene.word(behind).len() <= 3;
            short.then_some(behind)
        }
        Some(Shape::Word) => is_addition(scene, next).then_some(next),
        Some(Shape::Digits) => None,
        _ => Some(at),
    }
}

/// The last token of what a hyphen or a slash joins: `12-3`, `12-hs`, `12a/2`.
fn joined(scene: &Scene<'_>, last: usize) -> Option<usize> {
    let mark = last.saturating_add(1);
    let next = mark.saturating_add(1);
    matches!(scene.mark(mark), Some('-' | '/')).then_some(())?;
    match scene.is(next, Shape::Digits) && scene.word(next).len() <= 4 {
        true => match is_addition(scene, next.saturating_add(1)) {
            true => Some(next.saturating_add(1)),
            false => Some(next),
        },
        // 14-A2
        false => is_addition(scene, next).then_some(match scene.word(next).len() {
            1 if scene.word(next.saturating_add(1)).len() <= 3 => {
                let digits = next.saturating_add(1);
                if scene.is(digits, Shape::Digits) { digits } else { next }
            }
            _ => next,
        }),
    }
}

/// The last token of what stands behind a space: `12 hs`, `12 bus 3`, `18 t/m 24`.
fn spaced(scene: &Scene<'_>, last: usize) -> usize {
    let next = last.saturating_add(1);
    let space = next.saturating_add(usize::from(scene.mark(next) == Some(',')));
    let word = space.saturating_add(1);
    if scene.word(space) != " " {
        return last;
    }
    // "9 3hoog", "9 3 hoog"
    let floor = word.saturating_add(1);
    let floor = floor.saturating_add(usize::from(scene.word(floor) == " "));
    if space == next && scene.is(word, Shape::Digits) && matches!(scene.word(floor), "hoog" | "hg")
    {
        return floor;
    }
    let text = scene.word(word);
    let point = usize::from(scene.mark(word.saturating_add(1)) == Some('.'));
    let number = word.saturating_add(2).saturating_add(point);
    let numbered = |number: usize| {
        scene.word(number.saturating_sub(1)) == " "
            && scene.is(number, Shape::Digits)
            && scene.word(number).len() <= 4
    };
    if UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(text)) && numbered(number) {
        return number;
    }
    if space != next {
        return last;
    }
    let through = word.saturating_add(4);
    let until = text == "t"
        && scene.mark(word.saturating_add(1)) == Some('/')
        && scene.word(word.saturating_add(2)) == "m";
    if until && numbered(through) {
        return through;
    }
    // 12 A-03
    let hyphen = word.saturating_add(1);
    let unit = scene.mark(hyphen) == Some('-') && numbered_by(scene, word, hyphen);
    if unit {
        return hyphen.saturating_add(1);
    }
    let capital = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let listed =
        text.len() > 1 && (capital || !matches!(text, "onder" | "achter" | "hoog" | "ter"));
    let end = !scene.is(word.saturating_add(1), Shape::Word);
    if !is_addition(scene, word) || !(listed || capital) || !end {
        return last;
    }
    // bis A
    let letter = word.saturating_add(2);
    let more = scene.word(letter.saturating_sub(1)) == " "
        && scene.word(letter).len() == 1
        && scene.word(letter).bytes().all(|byte| byte.is_ascii_uppercase());
    if more && text.len() > 1 { letter } else { word }
}

/// Whether a capital with a number behind a hyphen is a unit: `A-03`.
fn numbered_by(scene: &Scene<'_>, word: usize, hyphen: usize) -> bool {
    let letter = scene.word(word).len() == 1 && scene.is_capital(word);
    let number = hyphen.saturating_add(1);
    let behind = number.saturating_add(1);
    letter
        && scene.is(number, Shape::Digits)
        && scene.word(number).len() <= 3
        && !matches!(scene.token(behind).map(|token| token.shape), Some(Shape::Word))
        && scene.mark(behind) != Some('-')
}

fn is_addition(scene: &Scene<'_>, index: usize) -> bool {
    let word = scene.word(index);
    let listed = ADDITIONS.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word));
    let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    scene.is(index, Shape::Word) && (listed || letter)
}
