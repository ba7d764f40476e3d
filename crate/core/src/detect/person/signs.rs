//! Letters that stand for somebody: behind a word for who signs, in lists, before a date.

use super::evidence::{at_line_start, closes_with, ends_line};
use super::label::label;
use super::name::Name;
use crate::detect::scan::Shape;
use crate::detect::scene::Scene;

/// Whether capitals that a known name starts with stand where letters stand for people: alone on
/// their line or in their cell, before a colon at its start, behind a label or between brackets.
pub(super) fn signs(scene: &Scene<'_>, name: &Name) -> bool {
    let (first, last) = (name.span.first, name.span.last);
    let word = scene.word(first);
    if first != last || !scene.names.are_initials(word) {
        return closes_with(scene, name);
    }
    stands_for_someone(scene, first, last)
        || label(scene, name).is_some()
        || closes_with(scene, name)
}

/// Whether letters stand alone on their line or in their cell, before a colon at its start, between
/// brackets, or beside a slash with others.
pub(super) fn stands_for_someone(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let starts = at_line_start(scene, first);
    let behind = scene.mark(last.saturating_add(1));
    let before = scene.mark_before(first);
    let within =
        matches!(before, Some('(' | '/' | '[')) && matches!(behind, Some(')' | '/' | ']' | ','));
    let other = |index: Option<usize>| {
        index.is_some_and(|index| scene.names.are_initials(scene.word(index)))
    };
    let joined = before == Some('/') && other(first.checked_sub(2))
        || behind == Some('/') && other(last.checked_add(2));
    let next = scene.word(last.saturating_add(1));
    let ends = ends_line(scene, last) || next.len() >= 2 && next.chars().all(|c| c == ' ');
    if labelled(scene, first, last) || trails(scene, first, last) {
        return true;
    }
    let space = first.checked_sub(1).map(|space| scene.word(space)).unwrap_or_default();
    let apart = starts || space.len() >= 2 && space.chars().all(|c| c == ' ') || space == "\t";
    let cell = matches!(before, Some('|' | ';')) && matches!(behind, Some('|' | ';'))
        || apart && (ends || next == "\t");
    let barred = matches!(scene.mark_before(first.saturating_sub(1)), Some('|')) && space == " ";
    starts && behind == Some(':') || within || joined || cell || barred
}

/// Whether a label of a few words stands before letters, and nothing but other letters and their
/// remark behind them: `Tweede controle: JV`, `Paraaf hoofd: JV`.
pub(super) fn labelled(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let space = first.checked_sub(1);
    let space = space.map(|space| space.saturating_sub(usize::from(scene.word(space) == " ")));
    let colon = space.filter(|colon| scene.mark(*colon) == Some(':'));
    let next = last.saturating_add(1);
    let behind = next.saturating_add(usize::from(scene.word(next) == " "));
    let ends = scene.token(next).is_none_or(|token| token.shape == Shape::Line)
        || matches!(scene.mark(next), Some(',' | ';' | '/' | ')' | '|'))
        || matches!(scene.mark(behind), Some('(' | '/' | '|'))
        || scene.word(next).len() >= 2;
    let Some(colon) = colon.filter(|_| ends) else { return false };
    let mut words = 0_usize;
    for index in (0..colon).rev().take(9) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word) => words = words.saturating_add(1),
            Some(Shape::Space) if scene.word(index).len() == 1 => {}
            Some(Shape::Mark) if matches!(scene.mark(index), Some('.' | '-' | '/')) => {}
            // A time before a colon: "12:30".
            Some(Shape::Digits) => return false,
            _ => break,
        }
    }
    (1..=3).contains(&words)
}

/// Whether letters stand at the end of something as those of who wrote it do: behind a sentence at
/// the end of its line, in the name of a file, at the end of a reference, before "ok".
fn trails(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let next = last.saturating_add(1);
    let line = scene.token(next).is_none_or(|token| token.shape == Shape::Line);
    let Some(before) = first.checked_sub(1) else { return false };
    let sentence = scene.word(before) == " "
        && matches!(scene.mark_before(before), Some('.' | '?' | '!'))
        && before.checked_sub(2).is_some_and(|word| scene.word(word).chars().count() >= 3);
    let quoted = matches!(scene.mark(before), Some('"' | '“' | '„'))
        && matches!(scene.mark(next), Some('"' | '”'));
    let told = scene.word(before) == " "
        && before.checked_sub(1).is_some_and(|word| {
            matches!(scene.word(word), "dossier" | "door" | "namens" | "cc" | "aan" | "by" | "to")
        })
        && !PAIRS.split(' ').any(|pair| pair == scene.word(first));
    let file = scene.mark(before) == Some('_')
        && matches!(scene.mark(next), Some('.' | '_'))
        && scene.is(next.saturating_add(1), Shape::Word);
    let number = before.checked_sub(1).is_some_and(|number| scene.is(number, Shape::Digits));
    let ends = line || matches!(scene.mark(next), Some(',' | ')' | '/')) || scene.word(next) == " ";
    let reference = matches!(scene.mark(before), Some('/' | '-')) && number && ends;
    let agrees = scene.word(next) == " "
        && matches!(
            scene.word(next.saturating_add(1)),
            "ok" | "akk" | "akkoord" | "gezien" | "OK" | "accoord"
        );
    line && sentence || file || reference || agrees || quoted || told
}

/// Two capitals and more that are something else more often than somebody.
const PAIRS: &str = "IT HR PZ JZ EU NL VN OR MT CV BV NV PC TV ID OM RO WO AI UK US BW DB AB GS PS CD \
    KM CM MB GB EC EK TK AZ BZ FZ NS UM VU RUG HBO MBO UWV IND GGD BSN KVK CBS SVB DUO RVO AP RvS GGZ \
    VNG IPO ROC CAK AIVD";

/// Whether the label before a token is one of who typed it.
pub(super) fn types(scene: &Scene<'_>, first: usize) -> bool {
    (first.saturating_sub(4)..first).any(|index| {
        matches!(scene.word(index), "typ" | "Typ" | "par" | "Par" | "getypt" | "Getypt" | "typ.")
    })
}

/// Whether a word for who signs or saw it stands right before: "paraaf: jv", "gezien jv", "par. hfd.
/// jv".
pub(super) fn behind_paraph(scene: &Scene<'_>, first: usize) -> bool {
    let mut short = false;
    for index in (0..first).rev().take(6) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word) => {
                let word = scene.word(index);
                if super::is_paraph(&word.to_lowercase()) {
                    return true;
                }
                if short || word.len() > 6 || word.len() < 2 {
                    return false;
                }
                short = true;
            }
            Some(Shape::Space) => {}
            Some(Shape::Mark) if matches!(scene.mark(index), Some(':' | '.' | '/' | '(')) => {}
            _ => return false,
        }
    }
    false
}
