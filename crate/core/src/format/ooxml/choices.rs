//! What stands beside what a program shows: of the same content in several ways, all but one.

use super::names::NAMESPACES;
use crate::format::given::is_stock;
use crate::format::rows::Input;
use crate::kind::{Kind, hidden};
use crate::syntax::xml::Filter;
use crate::visit::{Remedy, Visit};

/// The alternatives that are open, the innermost last (ECMA-376 part 3, 7.5).
#[derive(Default)]
pub(super) struct Choices(Vec<Choice>);

#[derive(Default)]
struct Choice {
    /// Programs show what came before.
    taken: bool,
    /// What is open is not shown.
    beside: bool,
    /// The letters of what is shown, without spaces, and its pictures.
    shown: String,
    pictures: Vec<String>,
    /// So many places are open around it.
    places: usize,
}

/// Of what is shown, so much is compared.
const LONGEST: usize = 1 << 20;

/// They say how an emoji is drawn.
const VARIANTS: [char; 2] = ['\u{FE0E}', '\u{FE0F}'];

impl Choices {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>, visit: &Visit<'_>) {
        if filter.name() == "mc:AlternateContent" {
            let places = visit.open_places();
            self.0.push(Choice { places, ..Choice::default() });
        }
        let Some(open) = self.0.last_mut() else { return };
        match filter.name() {
            "mc:Choice" => {
                let mut words = filter.attribute("Requires").unwrap_or_default().split_whitespace();
                let known = words.all(|word| {
                    let plain = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
                    NAMESPACES.iter().any(|(_, name)| [word, plain].contains(name))
                });
                open.beside = open.taken || !known;
                open.taken |= known;
            }
            "mc:Fallback" => (open.beside, open.taken) = (open.taken, true),
            // Word writes an emoji so, and beside it the same as a letter.
            "w16se:symEx" if !open.beside => open.shown.extend(letter(filter)),
            _ => {}
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str) {
        match element {
            "mc:AlternateContent" => _ = self.0.pop(),
            "mc:Choice" | "mc:Fallback" => {
                self.0.last_mut().into_iter().for_each(|open| open.beside = false);
            }
            _ => {}
        }
    }

    /// Text comes. What is told itself, such as hidden text, is not shown.
    pub(super) fn takes(&mut self, element: &str, text: &str, visit: &Visit<'_>) {
        if !is_text(element) {
            return;
        }
        for open in self.0.iter_mut().rev().take_while(|open| !open.beside) {
            if visit.open_places() == open.places && open.shown.len() < LONGEST {
                let letters = text.split_whitespace();
                open.shown.extend(letters.map(|word| word.replace(VARIANTS, "")));
            }
        }
    }

    /// What a text is that stands beside what is shown, and says something else.
    pub(super) fn conceals(
        &self,
        element: &str,
        text: &str,
        visit: &Visit<'_>,
    ) -> Option<(&'static Kind, Remedy)> {
        let open = self.0.iter().find(|open| open.beside).filter(|_| is_text(element))?;
        // How an emoji is to be drawn is no letter.
        let letters: String = text.split_whitespace().collect();
        let letters = letters.replace(VARIANTS, "");
        let told = visit.open_places() != open.places;
        if told || letters.is_empty() || open.shown.contains(&letters) {
            return None;
        }
        // For what some program cannot draw it says so, or what was drawn.
        let kind = match open.shown.is_empty() && open.taken {
            true if is_stock(text) => return None,
            true => &hidden::SCREEN_TIP,
            false => &hidden::HIDDEN_TEXT,
        };
        Some((kind, Remedy::Ask))
    }

    /// A picture comes, by the part that it stands in: whether others are shown in its stead.
    pub(super) fn picture(&mut self, part: &str) -> bool {
        if let Some(open) = self.0.iter().find(|open| open.beside) {
            let others = !open.pictures.is_empty();
            return others && !open.pictures.iter().any(|other| other == part);
        }
        for open in &mut self.0 {
            open.pictures.push(part.to_owned());
        }
        false
    }
}

/// The letter that a symbol of Word stands for.
fn letter(filter: &Filter<Input<'_>>) -> Option<char> {
    char::from_u32(u32::from_str_radix(filter.attribute("w16se:char")?, 16).ok()?)
}

fn is_text(element: &str) -> bool {
    matches!(element, "w:t" | "a:t" | "m:t")
}
