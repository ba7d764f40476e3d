//! Trees of names and numbers.

use lopdf::{Dictionary, Object, StringFormat};

use super::{Edit, FILES, NAMES, Type, Walker, apply, string};
use crate::finding::Step;
use crate::order::Gather;
use crate::syntax::pdf::strings;

impl Walker<'_, '_> {
    /// A node of a tree whose values have these types.
    pub(super) fn tree(
        &mut self,
        node: &Dictionary,
        sort: &Type,
        leads: &[Type],
    ) -> Option<Dictionary> {
        let mut changed = node.clone();
        let mut differs = false;
        for (key, value) in node {
            let edit = match (key.as_slice(), self.document.dereference(value)) {
                (b"Limits", Ok((_, Object::Array(ends)))) => {
                    let number = |end: &Object| {
                        let number =
                            self.number(Self::sort_of(sort, leads)?, end.as_str().ok()?)?;
                        Some(Object::String(number, StringFormat::Literal))
                    };
                    match ends.iter().map(number).collect() {
                        Some(ends) => Edit::Changed(Object::Array(ends)),
                        None => Edit::Same,
                    }
                }
                (b"Limits", _) => Edit::Same,
                (b"Kids", Ok((_, Object::Array(kids)))) => {
                    let types: Vec<Type> =
                        [*sort].into_iter().chain(leads.iter().copied()).collect();
                    let walked = kids.iter().map(|kid| self.walk(kid, &types)).enumerate();
                    let edits = walked.filter(|(_, edit)| !matches!(edit, Edit::Same)).into_map();
                    apply(kids, edits)
                }
                (b"Names" | b"Nums", Ok((_, Object::Array(pairs)))) => {
                    self.pairs(pairs, sort, leads)
                }
                _ => {
                    self.visit.enter(Step::Property(strings::decode(key).into()));
                    let edit = self.unknown(key, value);
                    self.visit.leave();
                    edit
                }
            };
            match edit {
                Edit::Same => {}
                Edit::Changed(value) => {
                    differs = true;
                    changed.set(key.clone(), value);
                }
                Edit::Gone => {
                    differs = true;
                    changed.remove(key);
                }
            }
        }
        if differs && node.has(b"Limits") {
            limit(&mut changed);
        }
        differs.then_some(changed)
    }

    fn pairs(&mut self, pairs: &[Object], sort: &Type, leads: &[Type]) -> Edit {
        let mut left = Vec::with_capacity(pairs.len());
        let mut differs = false;
        for pair in self.in_order(pairs, sort, leads) {
            let [name, value] = pair else {
                // A name without a value leads nowhere.
                left.extend(pair.iter().cloned());
                continue;
            };
            let name_text = self
                .document
                .dereference(name)
                .ok()
                .and_then(|(_, name)| name.as_str().ok())
                .map(strings::decode)
                .unwrap_or_default();
            // What leads here by its name says the same from then on.
            let own = name_text;
            let mut number = None;
            let marks = Self::sort_of(sort, leads);
            let raw = self.document.dereference(name).ok().and_then(|(_, name)| name.as_str().ok());
            if let (Some(marks), Some(raw)) = (marks, raw) {
                number = self.number(marks, raw).map(|number| strings::decode(&number));
            }
            let renamed = number.or_else(|| self.redaction?.without(&own));
            let name_text = renamed.clone().unwrap_or_else(|| own.clone());
            let name = renamed.as_deref().map_or_else(|| name.clone(), string);
            differs |= renamed.is_some();
            let told = match (marks, raw) {
                (Some(sort), Some(raw)) => self.told(sort, raw, &name_text) && !self.goes(sort),
                _ => false,
            };
            let edit = if *sort == FILES {
                let edit = self.attachment(value, leads, &name_text);
                let given = self.file_name(value).is_none_or(|name| name != own);
                if given && !matches!(edit, Edit::Gone) {
                    self.note(&name_text);
                }
                edit
            } else {
                if *sort == NAMES && !told {
                    self.say(&name_text);
                }
                self.walk(value, leads)
            };
            match edit {
                Edit::Same => left.extend([name.clone(), value.clone()]),
                Edit::Changed(value) => {
                    differs = true;
                    left.extend([name.clone(), value]);
                }
                Edit::Gone => differs = true,
            }
        }
        if differs { Edit::Changed(Object::Array(left)) } else { Edit::Same }
    }
    /// The pairs of a node, in the order of what their names become (ISO 32000-2, 7.9.6).
    fn in_order<'o>(&self, pairs: &'o [Object], sort: &Type, leads: &[Type]) -> Vec<&'o [Object]> {
        let mut all: Vec<&[Object]> = pairs.chunks(2).collect();
        let numbered = Self::sort_of(sort, leads).is_some_and(|sort| self.goes(sort));
        let redaction = self.redaction.filter(|_| *sort == NAMES && !numbered);
        let Some(redaction) = redaction else { return all };
        let name = |pair: &&[Object]| {
            let name = self.document.dereference(pair.first()?).ok()?.1.as_str().ok()?;
            let left = redaction.without(&strings::decode(name));
            Some(left.map_or_else(|| (name.to_vec(), false), |left| (strings::encode(&left), true)))
        };
        if all.iter().any(|pair| name(pair).is_some_and(|(_, renamed)| renamed)) {
            all.sort_by_key(|pair| name(pair).map(|(name, _)| name));
        }
        all
    }
}

/// A node tells its first and last name; they are those that are left.
fn limit(node: &mut Dictionary) {
    let pairs =
        [b"Names".as_slice(), b"Nums"].iter().find_map(|key| node.get(key).ok()?.as_array().ok());
    let ends = pairs.and_then(|pairs| {
        let last = pairs.len().checked_sub(2)?;
        Some(vec![pairs.first()?.clone(), pairs.get(last)?.clone()])
    });
    match ends {
        Some(ends) => node.set("Limits", ends),
        None if node.has(b"Kids") => {}
        None => {
            node.remove(b"Limits");
        }
    }
}
