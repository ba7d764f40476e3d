//! Text of pages that no page is made after, and of footers that no slide shows.

use std::collections::BTreeSet;

use crate::finding::{Reason, Step};
use crate::format::rows::Input;
use crate::kind::hidden;
use crate::seen::Tie;
use crate::syntax::xml::Filter;
use crate::visit::{Remedy, Visit};

/// What headers, footers and dates of slides are declared with.
pub(super) const HEADER: &str = "presentation:header-decl";
pub(super) const FOOTER: &str = "presentation:footer-decl";
pub(super) const DATE: &str = "presentation:date-time-decl";

/// Which attribute of a slide names each.
const DECLARED: &[(&str, &str)] = &[
    (HEADER, "presentation:use-header-name"),
    (FOOTER, "presentation:use-footer-name"),
    (DATE, "presentation:use-date-time-name"),
];

/// So many are remembered, and so much of their text.
const MOST: usize = 10_000;
const WORDS: usize = 500;

/// What was declared so far, and what is used.
#[derive(Clone, Default)]
pub(super) struct Unused {
    /// Master pages by name, with the text on them that is no field.
    masters: Vec<(String, String)>,
    /// By element and name, with its text.
    declared: Vec<(&'static str, String, String)>,
    used: BTreeSet<(&'static str, String)>,
    open: Open,
    /// The shape at hand holds the place of something.
    placeholder: bool,
    /// There were more than are remembered.
    cut: bool,
}

#[derive(Clone, Copy, Default, Eq, PartialEq)]
enum Open {
    #[default]
    Nothing,
    Master,
    Declared,
}

const MASTER: &str = "style:master-page";

impl Unused {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let value = |name| filter.attribute(name).unwrap_or_default().to_owned();
        let name = filter.name();
        match name {
            "style:master-page" | "style:handout-master" if self.masters.len() < MOST => {
                self.uses(MASTER, filter, "style:next-style-name");
                self.masters.push((value("style:name"), String::new()));
                self.open = Open::Master;
            }
            "style:style" => self.uses(MASTER, filter, "style:master-page-name"),
            "draw:page" | "presentation:notes" => {
                self.uses(MASTER, filter, "draw:master-page-name");
                for (element, attribute) in DECLARED {
                    self.uses(element, filter, attribute);
                }
            }
            "draw:frame" | "draw:custom-shape" if self.open == Open::Master => {
                const FIELDS: &[&str] = &["header", "footer", "date-time", "page-number"];
                let sort = filter.attribute("presentation:class").unwrap_or_default();
                let holds = filter.attribute("presentation:placeholder") == Some("true");
                self.placeholder = holds || FIELDS.contains(&sort);
            }
            _ => {
                let found = DECLARED.iter().find(|(element, _)| *element == name);
                let master = matches!(name, "style:master-page" | "style:handout-master");
                self.cut |= master || found.is_some() && self.declared.len() >= MOST;
                let Some((element, _)) = found.filter(|_| self.declared.len() < MOST) else {
                    return;
                };
                self.declared.push((element, value("presentation:name"), String::new()));
                self.open = Open::Declared;
            }
        }
    }

    fn uses(&mut self, element: &'static str, filter: &Filter<Input<'_>>, attribute: &str) {
        if let Some(name) = filter.attribute(attribute) {
            self.used.insert((element, name.to_owned()));
        }
    }

    /// Text of an element.
    pub(super) fn takes(&mut self, element: &str, text: &str) {
        let own = matches!(element, "text:p" | "text:h" | "text:span" | "text:a");
        let words = match self.open {
            Open::Master if own && !self.placeholder => {
                self.masters.last_mut().map(|last| &mut last.1)
            }
            Open::Declared => self.declared.last_mut().map(|last| &mut last.2),
            _ => None,
        };
        if let Some(words) = words.filter(|words| words.len() < WORDS) {
            words.push_str(text);
            words.push(' ');
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str) {
        let master = matches!(element, "style:master-page" | "style:handout-master");
        if master || DECLARED.iter().any(|(name, _)| *name == element) {
            self.open = Open::Nothing;
            self.placeholder = false;
        }
    }

    /// Tells what nothing uses.
    pub(super) fn tell(&self, visit: &mut Visit<'_>) {
        if self.cut {
            visit.gap(Reason::Limit);
        }
        for (element, name, text) in &self.declared {
            let used = self.used.contains(&(*element, name.clone()));
            if used || name.is_empty() || text.trim().is_empty() {
                continue;
            }
            visit.enter(Step::Property(name.as_str().into()));
            visit.place(&hidden::HIDDEN_TEXT, Remedy::Ask);
            visit.needs(Tie::new(element, name));
            visit.set_value(text.trim());
            visit.close();
            visit.leave();
        }
        for (index, (name, text)) in self.masters.iter().enumerate() {
            // The first is that of a page which names none, and so are these.
            let usual =
                index == 0 && !name.is_empty() || matches!(name.as_str(), "Standard" | "Default");
            let used = self.used.contains(&(MASTER, name.clone()));
            if used || usual || !says_something(text) {
                continue;
            }
            let name = if name.is_empty() { "handout-master" } else { name.as_str() };
            visit.enter(Step::Property(name.into()));
            visit.place(&hidden::HIDDEN_TEXT, Remedy::Keep);
            visit.describe(text.trim());
            visit.close();
            visit.leave();
        }
    }
}

/// Whether words are more than those around a field, such as `Page` and `of`.
fn says_something(text: &str) -> bool {
    let words = text.split_whitespace();
    words.filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 2).count()
        > 1
}

#[cfg(test)]
mod tests {
    use super::says_something;

    #[test]
    fn words_around_a_field_say_nothing() {
        assert!(!says_something("Pagina"));
        assert!(!says_something("( ) Page /"));
        assert!(says_something("concept van Yilmaz"));
    }
}
