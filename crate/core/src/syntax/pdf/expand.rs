//! Counts what drawing a page would take, forms in forms included, before anything is drawn.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::content::{self, Operations};
use super::filters::{self, Budget};
use crate::Reason;

/// How deep forms may stand in each other; readers stop far earlier.
const NESTING: usize = 28;

/// The work of forms that was counted before.
#[derive(Default)]
pub struct Work {
    forms: BTreeMap<ObjectId, u64>,
    /// Whether text was met in a font that its resources do not have.
    pub unfonted: bool,
    /// The fonts of what all is drawn on.
    fonts: Option<Dictionary>,
}

impl Work {
    /// Whether content that was counted draws this form.
    pub fn has_met(&self, form: ObjectId) -> bool {
        self.forms.contains_key(&form)
    }

    /// The operators and glyphs that content draws with these resources.
    ///
    /// # Errors
    /// Where a form cannot be unpacked, or forms stand in each other too deep.
    pub fn of(
        &mut self,
        content: &[u8],
        resources: Option<&Dictionary>,
        document: &Document,
        budget: &mut Budget,
    ) -> Result<u64, Reason> {
        self.fonts = fonts(resources, document).cloned();
        self.content(content, resources, document, budget, &mut Vec::new())
    }

    fn content(
        &mut self,
        content: &[u8],
        resources: Option<&Dictionary>,
        document: &Document,
        budget: &mut Budget,
        open: &mut Vec<ObjectId>,
    ) -> Result<u64, Reason> {
        let mut work = 0_u64;
        let mut drawn: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
        let fonts = fonts(resources, document);
        let (mut unfonted, mut before) = (false, Vec::new());
        for operation in Operations::new(content) {
            let glyphs: usize = content::shown(&operation).iter().map(|text| text.len()).sum();
            work = work.saturating_add(1).saturating_add(glyphs as u64);
            self.unfonted |= unfonted && glyphs > 0;
            match (operation.operator.as_slice(), operation.operands.first()) {
                (b"Tf", Some(Object::Name(name))) => {
                    // A form may take a font of the page.
                    let known = [fonts, self.fonts.as_ref()].into_iter().flatten();
                    unfonted = !known.into_iter().any(|fonts| fonts.has(name));
                }
                // A state may bring a font.
                (b"gs", _) => unfonted = false,
                (b"q", _) => before.push(unfonted),
                (b"Q", _) => unfonted = before.pop().unwrap_or(unfonted),
                _ => {}
            }
            if operation.operator == b"Do"
                && let Some(Object::Name(name)) = operation.operands.last()
            {
                let times = drawn.entry(name.clone()).or_default();
                *times = times.saturating_add(1);
            }
        }
        for (name, times) in drawn {
            let form = form(&name, resources, document);
            let Some((id, stream)) = form else { continue };
            let each = self.form(id, stream, resources, document, budget, open)?;
            work = work.saturating_add(each.saturating_mul(times));
        }
        Ok(work)
    }

    fn form(
        &mut self,
        id: ObjectId,
        stream: &Stream,
        outer: Option<&Dictionary>,
        document: &Document,
        budget: &mut Budget,
        open: &mut Vec<ObjectId>,
    ) -> Result<u64, Reason> {
        if let Some(known) = self.forms.get(&id) {
            return Ok(*known);
        }
        // A form that draws itself: a reader stops at its own depth.
        if open.contains(&id) || open.len() >= NESTING {
            return Err(Reason::Limit);
        }
        open.push(id);
        let content = filters::unpack(stream, document, budget)?;
        let own = resources(&stream.dict, document);
        let work = self.content(&content.bytes, own.or(outer), document, budget, open);
        open.pop();
        let work = work?.saturating_add(1);
        self.forms.insert(id, work);
        Ok(work)
    }
}

/// The resources that a dictionary names.
pub fn resources<'a>(dictionary: &'a Dictionary, document: &'a Document) -> Option<&'a Dictionary> {
    let value = dictionary.get(b"Resources").ok()?;
    document.dereference(value).ok()?.1.as_dict().ok()
}

fn fonts<'a>(resources: Option<&'a Dictionary>, document: &'a Document) -> Option<&'a Dictionary> {
    resources?.get_deref(b"Font", document).ok()?.as_dict().ok()
}

fn form<'a>(
    name: &[u8],
    resources: Option<&'a Dictionary>,
    document: &'a Document,
) -> Option<(ObjectId, &'a Stream)> {
    let objects = resources?.get(b"XObject").ok()?;
    let objects = document.dereference(objects).ok()?.1.as_dict().ok()?;
    let (id, object) = document.dereference(objects.get(name).ok()?).ok()?;
    let stream = object.as_stream().ok()?;
    let kind = stream.dict.get(b"Subtype").ok().and_then(|kind| document.dereference(kind).ok());
    let picture = kind.is_some_and(|(_, kind)| kind.as_name().is_ok_and(|kind| kind == b"Image"));
    (!picture).then_some((id?, stream))
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    fn nested(depth: u32, each: usize) -> (Document, ObjectId) {
        let mut document = Document::new();
        let mut inner: Option<ObjectId> = None;
        for _ in 0..depth {
            let content = b"/X Do ".repeat(if inner.is_some() { each } else { 0 });
            let objects = match inner {
                Some(id) => dictionary! { "X" => Object::Reference(id) },
                None => Dictionary::new(),
            };
            let dictionary = dictionary! {
                "Subtype" => "Form",
                "Resources" => dictionary! { "XObject" => objects },
            };
            inner = Some(document.add_object(Stream::new(dictionary, content)));
        }
        (document, inner.unwrap())
    }

    #[test]
    fn forms_in_forms_are_counted_without_drawing_them() {
        let (document, form) = nested(9, 10);
        let resources = dictionary! { "XObject" => dictionary! { "X" => Object::Reference(form) } };
        let mut budget = Budget { left: 1 << 20, held: 1 << 20 };
        let work = Work::default().of(b"/X Do", Some(&resources), &document, &mut budget);
        assert!(work.is_ok_and(|work| work > 100_000_000));
    }

    #[test]
    fn a_form_that_draws_itself_is_refused() {
        let mut document = Document::new();
        let id = document.new_object_id();
        let objects = dictionary! { "X" => Object::Reference(id) };
        let resources = dictionary! { "XObject" => objects };
        let form = dictionary! { "Subtype" => "Form", "Resources" => resources.clone() };
        document.objects.insert(id, Stream::new(form, b"/X Do".to_vec()).into());
        let mut budget = Budget { left: 1 << 20, held: 1 << 20 };
        let work = Work::default().of(b"/X Do", Some(&resources), &document, &mut budget);
        assert_eq!(work, Err(Reason::Limit));
    }
}
