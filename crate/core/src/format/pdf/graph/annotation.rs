//! Annotations: the remarks of people, and the appearances of form fields.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::{CHAIN, Edit, Type, Walker, apply, listed, tie};
use crate::finding::Step;
use crate::format::pdf::{pages, table};
use crate::kind::inside;
use crate::order::Gather;
use crate::syntax::pdf::strings;
use crate::visit::{Decision, Remedy};

/// The annotations that are remarks, or the windows of remarks.
pub(super) fn remarks(document: &Document, pages: &[ObjectId]) -> BTreeSet<ObjectId> {
    let annotations = pages.iter().filter_map(|page| {
        let page = document.get_dictionary(*page).ok()?;
        page.get_deref(b"Annots", document).ok()?.as_array().ok()
    });
    let ids = annotations.flatten().filter_map(|item| item.as_reference().ok());
    ids.filter(|id| {
        document.get_dictionary(*id).is_ok_and(|dictionary| {
            let subtype = subtype(dictionary, document);
            table::is_remark(&subtype)
                || window_of(dictionary, document).is_some()
                || is_lone(dictionary, document)
        })
    })
    .into_set()
}

/// The remark that an annotation is the window of.
fn window_of(annotation: &Dictionary, document: &Document) -> Option<ObjectId> {
    let parent = annotation.get(b"Parent").ok()?.as_reference().ok()?;
    let remark = document.get_dictionary(parent).ok()?;
    let is_window = subtype(annotation, document) == b"Popup";
    (is_window && table::is_remark(&subtype(remark, document))).then_some(parent)
}

/// Whether an annotation is a window that says something, and is no remark's: it is one itself.
fn is_lone(annotation: &Dictionary, document: &Document) -> bool {
    let says = |key: &[u8]| {
        let said = annotation.get_deref(key, document).and_then(Object::as_str);
        said.is_ok_and(|said| !strings::decode(said).trim().is_empty())
    };
    subtype(annotation, document) == b"Popup"
        && window_of(annotation, document).is_none()
        && (says(b"Contents") || says(b"T") || says(b"Subj"))
}

fn subtype(annotation: &Dictionary, document: &Document) -> Vec<u8> {
    let name = annotation.get_deref(b"Subtype", document).ok().and_then(|name| name.as_name().ok());
    name.unwrap_or_default().to_vec()
}

impl Walker<'_, '_> {
    /// The annotations of a page.
    pub(super) fn annotations(&mut self, items: &[Object]) -> Edit {
        let (leads, _) = self.model.items(&["ArrayOfAnnots"]);
        let mut edits = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            let number = u64::try_from(index).unwrap_or(u64::MAX).saturating_add(1);
            self.visit.enter(Step::Comment(number));
            match self.annotation(item, number, &leads) {
                Edit::Same => {}
                edit => {
                    edits.insert(index, edit);
                }
            }
            self.visit.leave();
        }
        apply(items, edits)
    }

    fn annotation(&mut self, item: &Object, number: u64, leads: &[Type]) -> Edit {
        let document = self.document;
        let id = item.as_reference().ok();
        let Ok((_, Object::Dictionary(annotation))) = document.dereference(item) else {
            return self.walk(item, leads);
        };
        let subtype = subtype(annotation, document);
        let lone = is_lone(annotation, document);
        if subtype == b"Redact"
            && let Some(id) = id
        {
            return self.mark(id, annotation, leads);
        }
        let decision = if table::is_remark(&subtype) || lone {
            let kind = match subtype.as_slice() {
                b"FileAttachment" => &inside::ATTACHMENT,
                _ => &inside::COMMENT,
            };
            let decision = self.visit.place(kind, Remedy::Ask);
            let words = words(annotation, document);
            if words.trim().is_empty() {
                let file = annotation.get(b"FS").ok().and_then(|file| self.file_name(file));
                let file = file.filter(|_| subtype == b"FileAttachment");
                let says = || format!("/{}", strings::decode(&subtype));
                let says = file.map_or_else(says, |file| table::of_path(&file).to_owned());
                self.visit.describe(&says);
            } else {
                self.say(&words);
            }
            match (id, self.current) {
                (Some(id), _) => self.visit.needs(tie("remark", id)),
                (None, Some(list)) => self.visit.needs(listed(list, number)),
                (None, None) => {}
            }
            decision
        } else if let Some(parent) = window_of(annotation, document) {
            self.visit.follow(tie("remark", parent))
        } else {
            return self.walk(item, leads);
        };
        let edit = self.remark(id, annotation, leads);
        self.visit.end_text();
        self.visit.close();
        if decision == Decision::Stay {
            return edit;
        }
        self.edits.removed.extend(id);
        Edit::Gone
    }

    /// A mark that asks for something to be taken out: it goes when that was done.
    fn mark(&mut self, id: ObjectId, annotation: &Dictionary, leads: &[Type]) -> Edit {
        let decision = self.visit.follow(pages::mark(id));
        let words = words(annotation, self.document);
        self.visit.place(&inside::COMMENT, Remedy::Keep);
        if words.trim().is_empty() {
            self.visit.describe("/Redact");
            self.visit.gathers();
        } else {
            self.say(&words);
        }
        self.visit.needs(tie("remark", id));
        let edit = self.remark(Some(id), annotation, leads);
        self.visit.end_text();
        self.visit.close();
        self.visit.close();
        if decision == Decision::Stay {
            return edit;
        }
        self.edits.removed.insert(id);
        Edit::Gone
    }

    fn remark(&mut self, id: Option<ObjectId>, annotation: &Dictionary, leads: &[Type]) -> Edit {
        if id.is_some_and(|id| !self.seen.insert(id)) {
            return Edit::Same;
        }
        let outer = self.current;
        self.current = id.or(outer);
        self.inside = self.inside.saturating_add(1);
        self.remark = true;
        let changed = if is_lone(annotation, self.document) {
            // It may have all that a remark has.
            let mut remark = annotation.clone();
            remark.set("Subtype", "Text");
            self.dictionary(&remark, leads).map(|mut left| {
                left.set("Subtype", "Popup");
                left
            })
        } else {
            self.dictionary(annotation, leads)
        };
        self.remark = false;
        self.inside = self.inside.saturating_sub(1);
        self.current = outer;
        match (changed, id) {
            (None, _) => Edit::Same,
            (Some(changed), Some(id)) => {
                self.edits.changed.insert(id, Object::Dictionary(changed));
                Edit::Same
            }
            (Some(changed), None) => Edit::Changed(Object::Dictionary(changed)),
        }
    }

    /// The remark that an entry of the tree of tags is about (ISO 32000-2, 14.7.5.3).
    pub(super) fn remark_of(&self, object: &Object) -> Option<ObjectId> {
        let entry = match object {
            Object::Reference(_) => self.resolve(object)?.1,
            other => other,
        };
        let entry = entry.as_dict().ok().filter(|entry| entry.has_type(b"OBJR"))?;
        let id = entry.get(b"Obj").ok()?.as_reference().ok()?;
        self.owned.contains(&id).then_some(id)
    }

    /// The appearance of a field goes with the value that it shows.
    pub(super) fn appearance(
        &mut self,
        value: &Object,
        around: &Dictionary,
        leads: &[Type],
    ) -> Edit {
        let Some(field) = self.field(around) else { return self.walk(value, leads) };
        let decision = self.visit.follow(tie("value", field));
        self.inside = self.inside.saturating_add(1);
        let edit = self.walk(value, leads);
        self.inside = self.inside.saturating_sub(1);
        self.visit.close();
        if decision == Decision::Stay {
            return edit;
        }
        let sort = self.inherited(around, b"FT");
        let signature =
            sort.is_some_and(|sort| matches!(&sort, Object::Name(name) if name == b"Sig"));
        if signature { self.blank(value) } else { Edit::Gone }
    }

    /// An appearance in which nothing stands: a field needs one in some sorts of files (ISO
    /// 19005-2, 6.3.3).
    fn blank(&mut self, appearance: &Object) -> Edit {
        let shape = self.document.dereference(appearance).ok().and_then(|(_, appearance)| {
            let normal = appearance.as_dict().ok()?.get_deref(b"N", self.document).ok()?;
            normal.as_stream().ok()?.dict.get(b"BBox").ok().cloned()
        });
        let shape = shape.unwrap_or_else(|| vec![Object::Integer(0); 4].into());
        let form = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => shape };
        let last = |ids: Option<&ObjectId>| ids.map_or(0, |id| id.0);
        let known = last(self.document.objects.keys().next_back());
        let new = last(self.edits.changed.keys().next_back());
        let id = (known.max(new).saturating_add(1), 0);
        self.edits.changed.insert(id, Stream::new(form, Vec::new()).into());
        Edit::Changed(dictionary! { "N" => Object::Reference(id) }.into())
    }

    /// The field that holds the value which a widget shows.
    fn field(&self, widget: &Dictionary) -> Option<ObjectId> {
        let mut id = self.current?;
        let mut node = widget;
        for _ in 0..CHAIN {
            if node.has(b"V") {
                return Some(id);
            }
            id = node.get(b"Parent").ok()?.as_reference().ok()?;
            node = self.document.get_dictionary(id).ok()?;
        }
        None
    }
}

/// What a remark says.
fn words(annotation: &Dictionary, document: &Document) -> String {
    match annotation.get_deref(b"Contents", document) {
        Ok(Object::String(bytes, _)) => strings::decode(bytes),
        _ => String::new(),
    }
}
