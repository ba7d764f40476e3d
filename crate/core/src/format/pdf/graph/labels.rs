//! Names and properties that somebody gave to what is no text: resources, pictures, layers, tags.

use lopdf::Object;

use super::{Edit, Type, Walker, string};
use crate::format::pdf::names::{self, Topic};
use crate::kind::hidden;
use crate::syntax::pdf::strings;
use crate::visit::Remedy;

impl Walker<'_, '_> {
    /// A property that somebody added, and that may be empty: what is said of the print that is
    /// meant (ISO 32000-2, table 401), of tags (table 386) and of layers (table 101). What the
    /// print is told by to programs stays.
    pub(super) fn property(&mut self, of: Type, key: &[u8], value: &Object) -> Option<Edit> {
        let remedy = match (of, key) {
            ("OutputIntents", b"Info") => Remedy::Drop,
            ("UserProperty", b"V") | ("OptContentConfig", b"Name") => Remedy::Ask,
            _ => return None,
        };
        let (_, plain) = self.document.dereference(value).ok()?;
        let text = strings::decode(plain.as_str().ok()?);
        let usual = match of {
            "OutputIntents" => names::is_of_print(&text),
            "OptContentConfig" => names::is_usual(Topic::Layers, &text),
            _ => text.trim().is_empty(),
        };
        if usual || text.trim().is_empty() {
            return None;
        }
        // The names of two states of layers must not be the same (ISO 19005-2, 6.9).
        let left = match of {
            "OptContentConfig" => {
                self.states = self.states.saturating_add(1);
                self.states.to_string()
            }
            _ => String::new(),
        };
        Some(match self.put(&hidden::CUSTOM_PROPERTY, remedy, &text) {
            Edit::Gone => {
                self.say(&left);
                Edit::Changed(string(&left))
            }
            other => other,
        })
    }

    /// Notes the name of a resource, a font or a picture, if it is not one that programs count by.
    pub(super) fn named(&mut self, name: &[u8]) {
        if self.model.is_word(name) {
            return;
        }
        let name = strings::decode(name);
        if names::is_written(&name) || names::is_given(&name) {
            self.name(&name);
            self.note(&name);
        }
    }
}
