//! Fields that a document declares, and the formulas that may ask for them.

use std::collections::BTreeSet;

use crate::finding::Step;
use crate::format::rows::Input;
use crate::kind::hidden;
use crate::seen::Tie;
use crate::syntax::xml::Filter;
use crate::visit::{Remedy, Visit};

/// The sort of names that a user field, and what shows it, bears.
pub(super) const USER_FIELD: &str = "user field";

/// So many fields and formulas are remembered; of a document with more, all fields are in use.
const MOST: usize = 1024;

/// Of a field by which more is chosen, none of that is frozen.
const CHOICES: usize = 64;

/// The fields that were declared so far, and the formulas.
#[derive(Clone, Default)]
pub(super) struct Fields {
    /// By name, with what each is.
    declared: Vec<(String, String)>,
    formulas: BTreeSet<String>,
    /// The conditions of texts that can be kept as they are shown, and the name of each.
    choices: Vec<(String, Tie)>,
    many: bool,
}

impl Fields {
    /// A field is declared, where it has a text.
    pub(super) fn declares(&mut self, filter: &Filter<Input<'_>>) {
        let name = filter.attribute("text:name").unwrap_or_default();
        let Some(value) = filter.attribute("office:string-value") else { return };
        let new = (name.to_owned(), value.to_owned());
        if self.declared.len() >= MOST {
            self.many = true;
        } else if !self.declared.contains(&new) {
            self.declared.push(new);
        }
    }

    /// A condition or a formula; the tags around what a condition chooses bear a name.
    pub(super) fn formula(&mut self, formula: &str, choice: Option<Tie>) {
        if self.formulas.len().max(self.choices.len()) >= MOST {
            self.many = true;
        } else if let Some(choice) = choice {
            self.choices.push((formula.to_owned(), choice));
        } else if !self.formulas.contains(formula) {
            self.formulas.insert(formula.to_owned());
        }
    }

    /// Tells each field. One that a formula asks for stays: what the document shows may hang on it.
    pub(super) fn tell(&self, visit: &mut Visit<'_>) {
        for (name, value) in &self.declared {
            let asked = self.formulas.iter().any(|formula| formula.contains(name.as_str()));
            let choices = || self.choices.iter().filter(|(text, _)| text.contains(name));
            let stays = self.many || asked || name.is_empty() || choices().count() > CHOICES;
            visit.enter(Step::Property(name.as_str().into()));
            if stays {
                visit.value(&hidden::FIELD, Remedy::Keep, value);
            } else {
                visit.place(&hidden::CUSTOM_PROPERTY, Remedy::Ask);
                visit.needs(Tie::new(USER_FIELD, name));
                // Without the field, what a condition chose stays as it is shown.
                for (_, tie) in choices() {
                    visit.uses(tie.clone());
                    visit.loosens(tie.clone());
                }
                visit.set_value(value);
                visit.close();
            }
            visit.leave();
        }
    }
}
