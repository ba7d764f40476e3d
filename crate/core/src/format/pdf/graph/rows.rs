//! What the entries of objects say, row by row of the tables, and what the objects between them lead to.

use lopdf::Object;

use super::values::{numbers_of, signed, some, string, text_of, tie};
use super::{Edit, FILES_OF, LETTERS, Type, Walker};
use crate::format::pdf::model::Entry;
use crate::format::pdf::names::{self, Topic};
use crate::format::pdf::printable;
use crate::format::pdf::table::{self, Extent, Row};
use crate::kind::{Kind, access, hidden, inside, place, software};
use crate::syntax::der;
use crate::syntax::pdf::{reach, strings};
use crate::visit::{Decision, Remedy};

impl<'w> Walker<'w, '_> {
    pub(super) fn row(
        &mut self,
        row: &'static Row,
        key: &[u8],
        value: &Object,
        leads: &[Type],
    ) -> Edit {
        let document = self.document;
        let plain = document.dereference(value).map_or(&Object::Null, |(_, plain)| plain);
        if plain.is_null()
            || table::is_standard(key, &text_of(plain))
            || table::is_trapped(key, plain)
        {
            return Edit::Same;
        }
        if row.kind == &inside::SIGNATURE && signed(plain) {
            self.visit.guard(&inside::SIGNATURE);
        }
        if row.extent == Extent::Whole || matches!(plain, Object::Dictionary(_) | Object::Stream(_))
        {
            let numbers = numbers_of(plain);
            let says = match numbers.is_empty() {
                true => format!("/{}", String::from_utf8_lossy(key)),
                false => numbers,
            };
            // What shows that somebody signed goes with the signature.
            let shown = (row.kind == &inside::SIGNATURE && key == b"V").then_some(self.current);
            let edit = self.enclose(row.kind, row.remedy, &says, |walker| {
                if let Some(field) = shown.flatten() {
                    walker.visit.needs(tie("value", field));
                }
                walker.inner(value, leads)
            });
            self.edits.unsigned |= shown.is_some() && matches!(edit, Edit::Gone);
            return edit;
        }
        // The state of a button is no text that somebody wrote.
        if row.kind == &inside::FORM_VALUE && matches!(plain, Object::Name(_)) {
            self.names_in(plain);
            return Edit::Same;
        }
        let text = text_of(plain);
        if text.trim().is_empty() {
            return Edit::Same;
        }
        if row.kind == &access::TITLE
            && let Some(left) = self.redaction.and_then(|redaction| redaction.without(&text))
        {
            self.visit.value(row.kind, row.remedy, &left);
            return Edit::Changed(string(&left));
        }
        let named = row.kind == &access::TITLE && table::is_document_name(&text);
        let kind = if named { &access::TITLE_FILE_NAME } else { row.kind };
        if kind == &inside::FORM_VALUE
            && let Some(field) = self.current
        {
            let decision = self.visit.place(kind, row.remedy);
            self.visit.needs(tie("value", field));
            let left = self.redaction.and_then(|redaction| redaction.without(&text));
            self.say(left.as_deref().unwrap_or(&text));
            self.visit.close();
            return match (decision, left) {
                (Decision::Stay, None) => Edit::Same,
                (Decision::Stay, Some(left)) => Edit::Changed(string(&left)),
                _ => Edit::Gone,
            };
        }
        self.put(kind, row.remedy, &text)
    }

    /// A place that is one string.
    pub(super) fn put(&mut self, kind: &'static Kind, remedy: Remedy, text: &str) -> Edit {
        let decision = if kind == &software::LABEL {
            let decision = self.visit.place(kind, remedy);
            self.visit.text(text);
            self.visit.end_text();
            // Words such as "Standard" stand in many places; none of them is proof of the label.
            self.visit.describe(text);
            self.visit.close();
            decision
        } else {
            self.visit.value(kind, remedy, text)
        };
        match decision {
            Decision::Stay => Edit::Same,
            Decision::Go => Edit::Gone,
            Decision::Become(value) => Edit::Changed(string(&value)),
        }
    }

    /// A place that is all that a key leads to. What nothing else leads to is walked here, so that
    /// its text is the value of the place.
    pub(super) fn nested(
        &mut self,
        kind: &'static Kind,
        remedy: Remedy,
        says: &str,
        value: &Object,
        leads: &[Type],
    ) -> Edit {
        self.enclose(kind, remedy, says, |walker| walker.inner(value, leads))
    }

    pub(super) fn inner(&mut self, value: &Object, leads: &[Type]) -> Edit {
        match self.resolve(value) {
            Some((id, Object::Dictionary(_) | Object::Array(_) | Object::Stream(_)))
                if self.named.get(&id) == Some(&1) =>
            {
                self.object(id, leads);
                Edit::Same
            }
            _ => self.walk(value, leads),
        }
    }

    /// A place around what `walk` walks; `says` is its value where no text in it is.
    pub(super) fn enclose(
        &mut self,
        kind: &'static Kind,
        remedy: Remedy,
        says: &str,
        walk: impl FnOnce(&mut Self) -> Edit,
    ) -> Edit {
        let decision = self.visit.place(kind, remedy);
        self.inside = self.inside.saturating_add(1);
        let shown = self.shown;
        let edit = walk(self);
        self.visit.end_text();
        if self.shown == shown {
            self.visit.describe(says);
        }
        // What stands in a place is no text of the place around it.
        self.shown = shown;
        self.inside = self.inside.saturating_sub(1);
        self.visit.close();
        if decision == Decision::Stay { edit } else { Edit::Gone }
    }

    /// A key that the type of its dictionary does not know: a place of its own where it can hold
    /// text.
    pub(super) fn unknown(&mut self, key: &[u8], value: &Object) -> Edit {
        let mut leads = Vec::new();
        reach::references(value, &mut leads);
        let scalars = leads.iter().all(|id| {
            let object = self.document.objects.get(id);
            object.is_none_or(|object| {
                matches!(
                    object,
                    Object::Integer(_) | Object::Real(_) | Object::Boolean(_) | Object::Null
                )
            })
        });
        if scalars && !self.tells(value) {
            let named = key.iter().filter(|byte| byte.is_ascii_alphabetic()).count() >= LETTERS;
            if self.model.is_word(key) || !named {
                return Edit::Same;
            }
            // A key that is nobody's but its own: the name may tell what the value does not.
            return match self.visit.value(&hidden::HIDDEN_NAME, Remedy::Drop, &strings::decode(key))
            {
                Decision::Stay => Edit::Same,
                _ => Edit::Gone,
            };
        }
        let says = format!("/{}", strings::decode(key));
        self.nested(&hidden::PRIVATE_DATA, Remedy::Drop, &says, value, &[])
    }

    /// Whether somebody's own words stand in a value.
    pub(super) fn tells(&self, value: &Object) -> bool {
        match value {
            Object::Name(name) => !self.model.is_word(name),
            Object::String(bytes, _) => !bytes.is_empty(),
            Object::Array(items) => items.iter().any(|item| self.tells(item)),
            Object::Dictionary(dictionary) => {
                dictionary.iter().any(|(key, value)| !self.model.is_word(key) || self.tells(value))
            }
            _ => false,
        }
    }

    /// A key that has no row of its own.
    pub(super) fn known(
        &mut self,
        key: &[u8],
        value: &Object,
        entry: Entry,
        leads: &[Type],
    ) -> Edit {
        let document = self.document;
        let plain = document.dereference(value).map_or(&Object::Null, |(_, plain)| plain);
        match plain {
            Object::String(bytes, _) => {
                if key == b"URI"
                    && let Some(left) = self.redaction.and_then(|one| one.without_address(bytes))
                {
                    self.say(&strings::decode(&left));
                    return Edit::Changed(Object::string_literal(left));
                }
                let text = strings::decode(bytes);
                if let Some(left) = self.redaction.and_then(|redaction| redaction.without(&text)) {
                    self.say(&left);
                    return Edit::Changed(string(&left));
                }
                if key == b"Lang" && !names::is_language(&text) {
                    self.topic = Topic::Other;
                }
                if entry.may_be('d') {
                    return if text.trim().is_empty() {
                        Edit::Same
                    } else {
                        self.put(table::DATE.kind, table::DATE.remedy, &text)
                    };
                }
                if key == b"Alt" && table::is_file_name(&text) {
                    return match self.put(&access::ALT_PATH, Remedy::Drop, &text) {
                        Edit::Gone => Edit::Changed(string("")),
                        other => other,
                    };
                }
                if matches!(key, b"F" | b"UF" | b"DOS" | b"Mac" | b"Unix") && table::is_path(&text)
                {
                    return self.path(&text);
                }
                let base = match key {
                    b"Base" if table::is_path(&text) => Some((&place::FILE_PATH, Remedy::Drop)),
                    b"Base" if table::is_inner(&text) => {
                        let needed = document.objects.values().any(table::is_relative);
                        let remedy = if needed { Remedy::Ask } else { Remedy::Drop };
                        Some((&inside::INTERNAL_LINK, remedy))
                    }
                    _ => None,
                };
                if let Some((kind, remedy)) = base {
                    return match self.put(kind, remedy, &text) {
                        Edit::Gone => Edit::Changed(string("")),
                        other => other,
                    };
                }
                if table::is_state(key, &text) {
                    self.shown = self.shown.saturating_add(1);
                    self.visit.gather_apart();
                    self.visit.usual_text(&text);
                    self.visit.end_text();
                    self.note(&text);
                    return Edit::Same;
                }
                // LibreOffice writes the order of tabs as a string (ISO 32000-2, table 31).
                if key == b"Tabs" && matches!(text.as_str(), "R" | "C" | "S" | "A" | "W") {
                    return Edit::Same;
                }
                if entry.may_be('b') && !entry.may_be('t') {
                    self.bytes(bytes);
                } else if ['t', 's'].iter().any(|sort| entry.may_be(*sort)) {
                    self.say(&text);
                } else if leads.is_empty() && !text.trim().is_empty() {
                    return self.put(&hidden::PRIVATE_DATA, Remedy::Drop, &text);
                } else {
                    // Not what should stand here.
                    self.say(&text);
                }
                Edit::Same
            }
            Object::Dictionary(_) if leads.contains(&FILES_OF) => {
                let (leads, _) = self.model.items(&[FILES_OF]);
                self.attachment(value, &leads, "")
            }
            Object::Dictionary(_) | Object::Array(_) | Object::Stream(_) => {
                self.walk(value, &some(leads.to_vec()))
            }
            Object::Name(name) => {
                let leads_there = matches!(key, b"Dest" | b"D");
                let left = self.redaction.filter(|_| leads_there);
                if let Some(left) = left.and_then(|redaction| redaction.without_name(name)) {
                    self.written(&left);
                    return Edit::Changed(Object::Name(left));
                }
                match key {
                    b"Name" => self.named(name),
                    _ => self.written(name),
                }
                Edit::Same
            }
            _ => Edit::Same,
        }
    }

    /// A path of a file: without its folders it stays.
    pub(super) fn path(&mut self, text: &str) -> Edit {
        match self.put(&place::FILE_PATH, Remedy::Drop, text) {
            Edit::Gone => {
                let name = table::of_path(text);
                self.say(name);
                Edit::Changed(string(name))
            }
            other => other,
        }
    }

    /// What an action is, if cleaning has to do with it, and what it says.
    pub(super) fn action(&self, value: &Object) -> Option<(&'static Kind, Remedy, String)> {
        let (_, plain) = self.document.dereference(value).ok()?;
        let dictionary = plain.as_dict().ok()?;
        let name = dictionary.get_deref(b"S", self.document).ok()?.as_name().ok()?;
        let text = |key: &[u8]| match dictionary.get_deref(key, self.document).ok()? {
            Object::String(bytes, _) => Some(strings::decode(bytes)),
            file => self.file_name(file),
        };
        let target = text(b"URI").or_else(|| text(b"F"));
        let (kind, remedy) = table::action(name, target.as_deref())?;
        let says = target.unwrap_or_else(|| format!("/{}", strings::decode(name)));
        Some((kind, remedy, says))
    }

    pub(super) fn is_action(&self, value: &Object) -> bool {
        let plain = self.document.dereference(value).ok();
        match plain.map(|(_, plain)| plain) {
            Some(Object::Dictionary(dictionary)) => dictionary.has(b"S"),
            Some(Object::Array(_)) => true,
            _ => false,
        }
    }

    /// Signatures and certificates tell who signed, by which service, and when.
    pub(super) fn certificate(&mut self, bytes: &[u8]) -> bool {
        let texts = der::texts(bytes).unwrap_or_default();
        texts.iter().for_each(|text| self.say(text));
        !texts.is_empty()
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        if self.certificate(bytes) {
            return;
        }
        let marked = bytes.starts_with(&[0xfe, 0xff]) || bytes.starts_with(&[0xff, 0xfe]);
        if marked || printable::is_text(bytes) {
            self.say(&strings::decode(bytes));
        } else {
            let text = printable::printable(bytes);
            self.say(&text);
        }
    }

    /// Shows a text.
    pub(super) fn say(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.shown = self.shown.saturating_add(1);
        self.visit.gather_apart();
        match self.topic {
            Topic::Looks if names::is_usual(self.topic, text) => self.visit.usual_aside(text),
            Topic::Looks => self.visit.thing(text),
            _ => self.visit.text(text),
        }
        self.visit.end_text();
        self.note(text);
    }

    /// Notes a text that no page shows. What stands in a place is told with the place.
    pub(super) fn note(&mut self, text: &str) {
        if self.inside == 0 && !self.visit.holds() {
            self.names.add(self.topic, text);
        } else {
            self.visit.gather_apart();
            self.visit.gather(text);
        }
    }

    /// Notes a name, or the names in an array.
    pub(super) fn names_in(&mut self, value: &Object) {
        match self.document.dereference(value) {
            Ok((_, Object::Name(name))) => self.chosen(&strings::decode(name)),
            Ok((_, Object::Array(items))) => {
                let names = items.iter().filter_map(|item| item.as_name().ok());
                names.for_each(|name| self.chosen(&strings::decode(name)));
            }
            _ => {}
        }
    }

    /// Shows a name; that of a font or a colour is nobody's.
    pub(super) fn name(&mut self, name: &str) {
        match self.topic {
            Topic::Looks => self.visit.thing(name),
            _ => self.visit.aside(name),
        }
    }

    /// Notes a name that somebody may have chosen.
    pub(super) fn chosen(&mut self, name: &str) {
        if !names::is_usual(self.topic, name) {
            self.name(name);
            self.note(name);
        }
    }

    /// Notes a name in a place where programs make them up, if a person wrote it.
    pub(super) fn written(&mut self, name: &[u8]) {
        if self.model.is_word(name) {
            return;
        }
        let name = strings::decode(name);
        if names::is_written(&name) {
            self.chosen(&name);
        }
    }
}
