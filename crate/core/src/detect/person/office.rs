//! Those who hold a public office: by the word before or behind the name, or their party.

use super::evidence::{at_line_start, is_title, word_before};
use super::lists::is_infix;
use crate::detect::lexicon::Traits;
use crate::detect::scan::Shape;
use crate::detect::scene::{Scene, Span};

const IS_OFFICE: Traits = Traits::of(14);
const IS_PARTY: Traits = Traits::of(15);

/// Offices whose holders act in public.
const OFFICES: &str = "minister ministers minister-president premier staatssecretaris burgemeester \
    wethouder kamerlid kamerleden tweedekamerlid eerstekamerlid commissaris gedeputeerde dijkgraaf \
    raadslid statenlid senator eurocommissaris europarlementariër fractievoorzitter koning koningin \
    prins prinses president ombudsman bewindspersoon bondskanselier ged wethouders gedeputeerden \
    burgemeesters staatssecretarissen raadsleden statenleden";

/// Parties, as they stand between brackets behind a member.
const PARTIES: &str = "vvd d66 pvv cda sp pvda groenlinks pvdd cu sgp denk fvd ja21 bbb volt nsc bij1 \
    50plus gl gl-pvda christenunie ep lokaal leefbaar gemeentebelangen dorpsbelangen \
    burgerbelangen inwonersbelangen stadspartij ouderenpartij stadsbelangen partij democraten \
    onafhankelijk onafhankelijken stadsbelang dorpsbelang gemeentebelang burgerbelang lijst fractie \
    beter50 50plus pvdd fnp sgp/christenunie";

/// Offices of several, with their names in a row behind.
const SEVERAL: [&str; 8] = [
    "wethouders",
    "gedeputeerden",
    "burgemeesters",
    "staatssecretarissen",
    "raadsleden",
    "statenleden",
    "ministers",
    "kamerleden",
];

/// What is called after those who hand it in.
const MOTIONS: [&str; 6] =
    ["motie", "moties", "amendement", "amendementen", "kabinet", "initiatiefwet"];

/// The words for offices and parties, and what they are.
pub(super) fn traits() -> impl Iterator<Item = (&'static str, Traits)> {
    let words =
        |list: &'static str, traits| list.split_ascii_whitespace().map(move |word| (word, traits));
    words(OFFICES, IS_OFFICE).chain(words(PARTIES, IS_PARTY))
}

/// Whether the words around a name say that its holder acts in public.
pub(super) fn is_told(scene: &Scene<'_>, name: Span) -> bool {
    before(scene, name.first)
        || beside(scene, name.first)
        || behind(scene, name.last)
        || party(scene, name.last)
        || in_row(scene, name.first)
        || signs(scene, name)
}

/// The office right before the name, titles left out: "gedeputeerde mr. A.B. Jansen".
fn before(scene: &Scene<'_>, first: usize) -> bool {
    let mut index = word_before(scene, first);
    for _ in 0..4 {
        let Some(word) = index else { return false };
        // "… to the minister. None …": only what is shortened has a point.
        if scene.mark(word.saturating_add(1)) == Some('.') && scene.word(word).len() > 4 {
            return false;
        }
        if scene.traits(word).has(IS_OFFICE) {
            let several = SEVERAL.iter().any(|known| known.eq_ignore_ascii_case(scene.word(word)));
            return !several || scene.is_capital(first);
        }
        index = word_before(scene, word).filter(|_| is_title(scene, word));
    }
    false
}

/// The office before the form of address: "de gedeputeerde voor water, mevrouw Jansen". Between
/// stand only what it is of, and no verb.
fn beside(scene: &Scene<'_>, first: usize) -> bool {
    let mut index = word_before(scene, first);
    let mut titled = false;
    for _ in 0..4 {
        let title = index.filter(|index| {
            is_title(scene, *index) || titled && matches!(scene.word(*index), "de" | "De")
        });
        let Some(title) = title else { break };
        titled = true;
        index = word_before(scene, title);
        let comma = title.checked_sub(2).filter(|comma| scene.mark(*comma) == Some(','));
        let Some(comma) = comma else { continue };
        return is_of_office(scene, comma);
    }
    false
}

/// Whether an office and what it is of stand right before a comma: "minister van Onderwijs, Cultuur
/// en Wetenschap,".
fn is_of_office(scene: &Scene<'_>, comma: usize) -> bool {
    let mut small = 0_u32;
    for index in (0..comma).rev().take(20) {
        let word = scene.word(index);
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word) if scene.traits(index).has(IS_OFFICE) => return true,
            Some(Shape::Word) if scene.is_capital(index) || is_infix(scene, index) => small = 0,
            Some(Shape::Word) if matches!(word, "en" | "voor" | "der") => small = 0,
            // "voor water": one word that is none of these.
            Some(Shape::Word) if small == 0 => small = 1,
            Some(Shape::Mark) if matches!(scene.mark(index), Some(',' | '-' | '&')) => {}
            Some(Shape::Space) => {}
            _ => return false,
        }
    }
    false
}

/// "P. Jansen, burgemeester".
fn behind(scene: &Scene<'_>, last: usize) -> bool {
    let [comma, space, word] = [1, 2, 3].map(|step| last.saturating_add(step));
    scene.mark(comma) == Some(',')
        && scene.word(space) == " "
        && scene.traits(word).has(IS_OFFICE)
        && !scene.is_capital(word)
}

/// A party between brackets, or behind a comma: `Jansen, SGP`.
fn party(scene: &Scene<'_>, last: usize) -> bool {
    let open = last.saturating_add(2);
    let word = open.saturating_add(1);
    let comma = scene.mark(last.saturating_add(1)) == Some(',') && scene.word(open) == " ";
    let capitals = || scene.word(word).bytes().take(2).all(|byte| byte.is_ascii_uppercase());
    let ends = || !matches!(scene.mark(word.saturating_add(1)), Some('.' | '-'));
    if comma && scene.traits(word).has(IS_PARTY) && capitals() && ends() {
        return true;
    }
    if scene.mark(open) != Some('(') {
        return false;
    }
    let inside = (open.saturating_add(1)..).take(7);
    let mut inside = inside.take_while(|index| scene.mark(*index) != Some(')'));
    inside.any(|index| {
        let next = scene.mark(index.saturating_add(1));
        let ends = matches!(next, Some(')' | ',' | '-' | '/'))
            || scene.is(index.saturating_add(1), Shape::Space);
        // D66, JA21, 50PLUS
        let numbered = || {
            let whole = [scene.word(index), scene.word(index.saturating_add(1))].concat();
            ["D66", "JA21", "50PLUS", "50Plus"].contains(&&*whole)
        };
        scene.traits(index).has(IS_PARTY) && ends || numbered()
    })
}

/// `motie-Jansen/De Vries`: called after those who hand it in, who act in public.
pub(super) fn of_motion(scene: &Scene<'_>, first: usize) -> bool {
    let mut first = first;
    for _ in 0..2 {
        let small = first.checked_sub(2).filter(|small| is_infix(scene, *small));
        first = small.filter(|_| scene.word(first.saturating_sub(1)) == " ").unwrap_or(first);
    }
    if !matches!(scene.mark_before(first), Some('-' | '/')) {
        return false;
    }
    for index in (0..first).rev().take(12) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word) if MOTIONS.contains(&scene.word(index)) => return true,
            Some(Shape::Word) if scene.is_capital(index) || is_infix(scene, index) => {}
            Some(Shape::Mark) if matches!(scene.mark(index), Some('-' | '/')) => {}
            Some(Shape::Space) if scene.word(index) == " " => {}
            _ => return false,
        }
    }
    false
}

/// One of a row behind an office of several: "wethouders Jansen, De Vries en Bakker". "Wethouders van
/// Utrecht" are none.
fn in_row(scene: &Scene<'_>, first: usize) -> bool {
    for index in (0..first).rev().take(24) {
        let word = scene.word(index);
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word) if SEVERAL.iter().any(|known| known.eq_ignore_ascii_case(word)) => {
                return scene.is_capital(index.saturating_add(2));
            }
            Some(Shape::Word)
                if scene.is_capital(index) || is_infix(scene, index) || word == "en" => {}
            Some(Shape::Mark) if matches!(scene.mark(index), Some(',' | '-' | '.')) => {}
            Some(Shape::Space) if word == " " => {}
            _ => return false,
        }
    }
    false
}

/// Whether the line before, past empty ones, is that of an office: "De minister van Financiën,". Its
/// name may go on on a second line.
fn signs(scene: &Scene<'_>, name: Span) -> bool {
    if !at_line_start(scene, name.first) {
        return false;
    }
    let (mut lines, mut office, mut words, mut last) = (0_u32, false, 0_usize, "");
    // Whether the line at hand is what an office is of: "Welzijn en Sport,".
    let mut goes_on = false;
    for index in (0..name.first).rev().take(48) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Line) => {
                let ends = scene.mark_before(index) == Some(',');
                match lines {
                    0 => goes_on = ends,
                    _ if office => return words > 0,
                    1 if goes_on && ends && is_of(last) => {}
                    _ => return false,
                }
                lines = lines.saturating_add(1);
                words = 0;
            }
            Some(Shape::Word) if lines > 0 => {
                words = words.saturating_add(1);
                last = scene.word(index);
                let article = matches!(last, "De" | "de");
                // The office is the first word of its line, but for an article.
                office = article && office || scene.traits(index).has(IS_OFFICE);
            }
            // "mr. A.B. Jansen": the titles of the name itself.
            Some(Shape::Mark) if lines == 0 && scene.mark(index) == Some('.') => {}
            Some(Shape::Mark) if matches!(scene.mark(index), Some(':' | '.')) => return false,
            Some(Shape::Digits) => return false,
            _ => {}
        }
    }
    office && words > 0 && name.first <= 48
}

/// Whether a word may open the second line of an office: it has a capital, and is not "Namens".
fn is_of(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !matches!(word, "Namens" | "Voor" | "De" | "Het")
}
