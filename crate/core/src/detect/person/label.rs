//! Labels before a name: `Behandeld door: Jansen`, `t.a.v. Jansen`, `Noodcontact (oma): Mirla`.

use super::evidence::{
    Evidence, IS_ADDRESS, IS_KIN, IS_ROLE, IS_TITLE, at_line_start, lone, whole,
};
use super::name::Name;
use crate::detect::lexicon::Role;
use crate::detect::scan::Shape;
use crate::detect::scene::{Near, Scene, Side};

/// Labels with points in them.
const SHORT: [&str; 7] = ["t.a.v.", "t.n.v.", "w.g.", "c.c.", "p/a", "c/o", "a/d"];

/// A label such as "behandeld door:", or the header of the column.
pub(super) fn label(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    if let Some(label) = short_label(scene, name.span.first) {
        return Some(("word-near", label, 34));
    }
    let near = scene.near_within(name.span, 30);
    let Near::Word(Role::Names, word, side) = near else { return None };
    match side {
        Side::Label => Some(("word-label", word, if whole(scene, name) { 34 } else { 12 })),
        Side::Before => before_label(scene, name, word),
        _ => None,
    }
}

/// Words that are labels with a colon behind them, and ordinary words without.
const LOOSE: &str = "bewoner bewoners echtgenoot echtgenote gezinslid gezinsleden rechthebbende \
    overledene vrijwilliger vrijwilligers chauffeur docent docenten arts inspecteur toezichthouder \
    verantwoordelijke tolk verdachte slachtoffer specialist handtekening regisseur consulent \
    advocaat notaris deurwaarder moeder vader voogd ambtenaar ingevoerd aangemaakt mutatie created \
    modified owner persoon lid leden wie kind client belanghebbende belanghebbenden klager \
    debiteur crediteur begunstigde teamleider penningmeester bestuurslid pat";

/// A label with points or a slash in it, right before a token.
pub(super) fn short_label(scene: &Scene<'_>, first: usize) -> Option<&'static str> {
    let space = first.checked_sub(1).filter(|index| scene.word(*index) == " ")?;
    let ends = scene.mark_before(space) == Some('.')
        || matches!(scene.word(space.saturating_sub(1)), "a" | "o" | "d");
    let start = scene.token(space)?.start;
    let from = scene.text.floor_char_boundary(start.saturating_sub(8));
    let before = if ends { scene.slice(from..start).to_lowercase() } else { return None };
    SHORT.into_iter().find(|label| before.ends_with(*label))
}

fn before_label(scene: &Scene<'_>, name: &Name, word: &'static str) -> Option<Evidence> {
    let mut colon = false;
    let mut lines = 0_u32;
    for index in (0..name.span.first).rev().take(8) {
        let token = scene.token(index)?;
        match token.shape {
            Shape::Word if scene.named_by(index) == Some(word) => {
                // A label alone on its line needs no colon.
                let alone = lines == 1 && scene.is(index.saturating_add(1), Shape::Line);
                let colon = colon || alone && at_line_start(scene, index);
                let weak =
                    matches!(word, "van" | "aan" | "door" | "naam" | "cc" | "bcc" | "from" | "to")
                        || LOOSE.split_ascii_whitespace().any(|loose| loose == word);
                let decibans = match (weak, colon) {
                    (false, true) => 34,
                    (false, false) if lines == 0 => 22,
                    (true, true) if at_line_start(scene, index) || word == "naam" => 30,
                    (true, true) => 20,
                    (true, false) if word == "door" => 14,
                    _ => return None,
                };
                let decibans = if lone(name) && lines > 0 { 18 } else { decibans };
                return Some(("word-near", word, decibans));
            }
            // "ing. J. Jansen", "de heer Jansen": the title decides, the label adds nothing.
            Shape::Word if scene.traits(index).has(IS_TITLE) => {}
            Shape::Word if scene.traits(index).has(IS_ADDRESS) => {}
            Shape::Line => lines = lines.saturating_add(1),
            Shape::Space => {}
            Shape::Mark => match scene.mark(index)? {
                // "hierna 'huurder';" ends there.
                ';' if lines > 0 => return None,
                ':' | '|' | ';' => colon = true,
                '-' | '.' | '(' | '"' | '*' | '_' | '=' | '/' => {}
                _ => return None,
            },
            _ => return None,
        }
        if lines > 1 {
            return None;
        }
    }
    None
}

/// A label that holds a word for somebody: `Noodcontact (oma): Mirla`.
pub(super) fn kin_label(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let space = name.span.first.checked_sub(1)?;
    let colon = if scene.is(space, Shape::Space) { space.checked_sub(1)? } else { space };
    if scene.mark(colon) != Some(':') {
        return None;
    }
    for index in (0..colon).rev().take(7) {
        match scene.token(index)?.shape {
            Shape::Word => {
                if let Some(known) = scene.with_traits(index, IS_KIN.and(IS_ROLE)) {
                    return Some(("role", known, if lone(name) { 24 } else { 30 }));
                }
            }
            Shape::Space => {}
            Shape::Mark if matches!(scene.mark(index), Some('(' | ')' | '/' | '-' | '.')) => {}
            _ => return None,
        }
    }
    None
}
