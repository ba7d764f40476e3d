//! Which layers a reader shows as it opens a document (ISO 32000-2, 8.11).

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// A page is looked at no larger and no smaller than this.
const MOST: f32 = 2.0;
const LEAST: f32 = 0.5;

/// Conditions stand in each other no deeper than this.
const DEPTH: usize = 32;

/// The layers of a document.
pub struct Layers<'a> {
    /// Whose they are.
    pub document: &'a Document,
    /// Those that are off.
    off: BTreeSet<ObjectId>,
    /// Whether there are layers at all, and so conditions on them.
    conditions: bool,
}

impl<'a> Layers<'a> {
    /// Reads which are off.
    pub fn new(document: &'a Document) -> Self {
        let mut layers = Self { document, off: BTreeSet::new(), conditions: false };
        let catalog = document.catalog().ok();
        let properties = catalog.and_then(|catalog| layers.dictionary(catalog, b"OCProperties"));
        let Some(properties) = properties else { return layers };
        layers.conditions = true;
        let all = layers.ids(properties, b"OCGs");
        let Some(first) = layers.dictionary(properties, b"D") else { return layers };
        if layers.is(first, b"BaseState", b"OFF") {
            layers.off.extend(all);
        }
        for id in layers.ids(first, b"ON") {
            layers.off.remove(&id);
        }
        let off = layers.ids(first, b"OFF");
        layers.off.extend(off);
        layers.by_use(first);
        layers
    }

    /// Layers that are on or off by what they are for.
    fn by_use(&mut self, configuration: &Dictionary) {
        let document = self.document;
        let Ok(Object::Array(rules)) = configuration.get_deref(b"AS", document) else { return };
        for rule in rules {
            let Ok((_, Object::Dictionary(rule))) = document.dereference(rule) else { continue };
            let sorts = rule.get_deref(b"Category", document).and_then(Object::as_array);
            let by = |name: &str| {
                sorts.as_ref().is_ok_and(|sorts| sorts.iter().any(|sort| *sort == name.into()))
            };
            if !self.is(rule, b"Event", b"View") {
                continue;
            }
            for id in self.ids(rule, b"OCGs") {
                let group = document.get_dictionary(id).ok();
                let usage = group.and_then(|group| self.dictionary(group, b"Usage"));
                let Some(usage) = usage else { continue };
                let zoom = self.dictionary(usage, b"Zoom").filter(|_| by("Zoom"));
                let far = |zoom: &Dictionary| {
                    let number = |key| zoom.get_deref(key, document).and_then(Object::as_float);
                    number(b"min").is_ok_and(|min| min > MOST)
                        || number(b"max").is_ok_and(|max| max < LEAST)
                };
                // For certain people only, or only for who looks very near or from far away.
                if by("User") && usage.has(b"User") || zoom.is_some_and(far) {
                    self.off.insert(id);
                }
                let view = self.dictionary(usage, b"View").filter(|_| by("View"));
                let Some(view) = view else { continue };
                if self.is(view, b"ViewState", b"OFF") {
                    self.off.insert(id);
                } else if self.is(view, b"ViewState", b"ON") {
                    self.off.remove(&id);
                }
            }
        }
    }

    /// Whether what belongs to this layer, or to these layers, is not shown.
    pub fn hides(&self, layer: &Object) -> bool {
        if let Object::Reference(id) = layer
            && self.off.contains(id)
        {
            return true;
        }
        match self.document.dereference(layer) {
            Ok((_, Object::Dictionary(of))) if of.has_type(b"OCMD") => !self.shows(of),
            _ => false,
        }
    }

    /// The names in a list of properties whose content is not shown.
    pub fn hidden(&self, properties: &Object) -> Vec<Vec<u8>> {
        if self.off.is_empty() && !self.conditions {
            return Vec::new();
        }
        let Ok((_, Object::Dictionary(names))) = self.document.dereference(properties) else {
            return Vec::new();
        };
        let hidden = names.iter().filter(|(_, layer)| self.hides(layer));
        hidden.map(|(name, _)| name.clone()).collect()
    }

    /// Whether what belongs to layers under a condition is shown.
    fn shows(&self, of: &Dictionary) -> bool {
        if let Ok(Object::Array(condition)) = of.get_deref(b"VE", self.document) {
            return self.holds(condition, 0);
        }
        let ids = match of.get(b"OCGs") {
            Ok(Object::Reference(id)) if self.document.get_dictionary(*id).is_ok() => vec![*id],
            _ => self.ids(of, b"OCGs"),
        };
        let (mut on, mut off) = ids.iter().map(|id| !self.off.contains(id)).fold(
            (0_usize, 0_usize),
            |(on, off), shown| match shown {
                true => (on.saturating_add(1), off),
                false => (on, off.saturating_add(1)),
            },
        );
        if ids.is_empty() {
            (on, off) = (1, 0);
        }
        let policy = of.get_deref(b"P", self.document).and_then(Object::as_name);
        match policy.unwrap_or(b"AnyOn") {
            b"AllOn" => off == 0,
            b"AnyOff" => off > 0 || ids.is_empty(),
            b"AllOff" => on == 0 || ids.is_empty(),
            _ => on > 0,
        }
    }

    fn holds(&self, condition: &[Object], depth: usize) -> bool {
        let Some((Object::Name(operator), rest)) = condition.split_first() else { return true };
        if depth > DEPTH {
            return true;
        }
        let next = depth.saturating_add(1);
        let mut each = rest.iter().map(|one| match self.document.dereference(one) {
            Ok((_, Object::Array(inner))) => self.holds(inner, next),
            _ => !self.hides(one),
        });
        match operator.as_slice() {
            b"And" => each.all(|one| one),
            b"Or" => each.any(|one| one),
            b"Not" => each.next().is_none_or(|one| !one),
            _ => true,
        }
    }

    fn ids(&self, dictionary: &Dictionary, key: &[u8]) -> Vec<ObjectId> {
        let items = dictionary.get_deref(key, self.document).and_then(Object::as_array);
        let items = items.map(Vec::as_slice).unwrap_or_default();
        items.iter().filter_map(|item| item.as_reference().ok()).collect()
    }

    fn dictionary<'d>(&self, dictionary: &'d Dictionary, key: &[u8]) -> Option<&'d Dictionary>
    where
        'a: 'd,
    {
        dictionary.get_deref(key, self.document).and_then(Object::as_dict).ok()
    }

    fn is(&self, dictionary: &Dictionary, key: &[u8], name: &[u8]) -> bool {
        let value = dictionary.get_deref(key, self.document).and_then(Object::as_name);
        value.is_ok_and(|value| value == name)
    }
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn layers_and_conditions_tell_what_is_shown() {
        let mut document = Document::new();
        let on = document.add_object(dictionary! { "Type" => "OCG" });
        let off = document.add_object(dictionary! { "Type" => "OCG" });
        let named = |id: ObjectId| Object::Reference(id);
        let root = document.add_object(dictionary! {
            "OCProperties" => dictionary! {
                "OCGs" => vec![named(on), named(off)],
                "D" => dictionary! { "OFF" => vec![named(off)] },
            },
        });
        document.trailer.set("Root", named(root));
        let layers = Layers::new(&document);
        assert!(layers.hides(&named(off)) && !layers.hides(&named(on)));
        let of = |policy: &str| {
            layers.hides(&Object::Dictionary(dictionary! {
                "Type" => "OCMD", "P" => policy, "OCGs" => vec![named(on), named(off)],
            }))
        };
        assert!(of("AllOn") && of("AllOff") && !of("AnyOn") && !of("AnyOff"));
        let not = Object::Array(vec!["Not".into(), named(on)]);
        let condition = dictionary! { "Type" => "OCMD", "VE" => not };
        assert!(layers.hides(&Object::Dictionary(condition)));
    }
}
