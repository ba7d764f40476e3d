//! Content that no page draws: pages that are in no tree, patterns, masks, glyphs that are
//! drawn by operators, and forms that nothing names.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::content::{self, Operations};
use super::reach;

/// What draws a piece of content, if anything does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sort {
    /// A pattern, or a glyph: where it is used, it may be seen.
    Used,
    /// A mask: what it says is seen where something is painted with it.
    Mask,
    /// A page that is in no tree, or a form that nothing draws.
    Lost,
}

/// A piece of content.
#[derive(Clone, Debug)]
pub struct Loose {
    /// The object that holds it.
    pub id: ObjectId,
    /// Who draws it.
    pub sort: Sort,
    /// The resources that it has from around it.
    pub around: Option<Dictionary>,
}

/// What may be drawn and is no page: in order, and each object once. Forms come last, so that
/// those that any of the others draw are known by then.
pub fn all(document: &Document, pages: &BTreeSet<ObjectId>) -> Vec<Loose> {
    let mut first = Vec::new();
    let mut forms = Vec::new();
    for id in reach::reachable(document) {
        match document.objects.get(&id) {
            Some(Object::Dictionary(dictionary)) => {
                let page = [b"Page".as_slice(), b"Template"];
                let page = page.iter().any(|name| is(dictionary, b"Type", name, document));
                if page && !pages.contains(&id) {
                    first.push(Loose { id, sort: Sort::Lost, around: None });
                }
                within(&Object::Dictionary(dictionary.clone()), document, &mut first, 0);
            }
            Some(Object::Stream(stream)) => {
                let number = stream.dict.get_deref(b"PatternType", document);
                if number.is_ok_and(|number| number.as_i64().is_ok_and(|number| number == 1)) {
                    first.push(Loose { id, sort: Sort::Used, around: None });
                } else if is(&stream.dict, b"Subtype", b"Form", document) {
                    forms.push(Loose { id, sort: Sort::Lost, around: None });
                }
                within(&Object::Dictionary(stream.dict.clone()), document, &mut first, 0);
            }
            Some(object) => within(object, document, &mut first, 0),
            None => {}
        }
    }
    let mut known = BTreeSet::new();
    first.into_iter().chain(forms).filter(|one| known.insert(one.id)).collect()
}

fn is(dictionary: &Dictionary, key: &[u8], name: &[u8], document: &Document) -> bool {
    let value = dictionary.get_deref(key, document).and_then(Object::as_name);
    value.is_ok_and(|value| value == name)
}

/// Values stand in each other no deeper than this where glyphs and masks are looked for.
const DEPTH: usize = 16;

/// Glyphs and masks that dictionaries in an object name.
fn within(object: &Object, document: &Document, found: &mut Vec<Loose>, depth: usize) {
    if depth > DEPTH {
        return;
    }
    let next = depth.saturating_add(1);
    match object {
        Object::Array(items) => {
            items.iter().for_each(|item| within(item, document, found, next));
        }
        Object::Dictionary(dictionary) => {
            if is(dictionary, b"Subtype", b"Type3", document) {
                glyphs(dictionary, document, found);
            }
            // A soft mask (ISO 32000-2, table 142).
            let masks = [b"Alpha".as_slice(), b"Luminosity"];
            if masks.iter().any(|mask| is(dictionary, b"S", mask, document))
                && let Ok(Object::Reference(id)) = dictionary.get(b"G")
            {
                found.push(Loose { id: *id, sort: Sort::Mask, around: None });
            }
            // A template that has no object of its own.
            if depth > 0 && is(dictionary, b"Type", b"Template", document) {
                let around = dictionary.get_deref(b"Resources", document).and_then(Object::as_dict);
                let around = around.ok();
                let mut pieces = Vec::new();
                dictionary
                    .get(b"Contents")
                    .iter()
                    .for_each(|one| reach::references(one, &mut pieces));
                found.extend(pieces.into_iter().map(|id| Loose {
                    id,
                    sort: Sort::Lost,
                    around: around.cloned(),
                }));
            }
            dictionary.iter().for_each(|(_, value)| within(value, document, found, next));
        }
        _ => {}
    }
}

fn glyphs(font: &Dictionary, document: &Document, found: &mut Vec<Loose>) {
    let Ok(Object::Dictionary(glyphs)) = font.get_deref(b"CharProcs", document) else { return };
    let around = font.get_deref(b"Resources", document).and_then(Object::as_dict).ok();
    for (_, glyph) in glyphs {
        if let Object::Reference(id) = glyph {
            found.push(Loose { id: *id, sort: Sort::Used, around: around.cloned() });
        }
    }
}

/// The streams of a piece, in order.
pub fn streams<'a>(object: &'a Object, document: &'a Document) -> Vec<&'a Stream> {
    match object {
        Object::Stream(stream) => vec![stream],
        Object::Dictionary(page) => super::normal::contents(page, document),
        _ => Vec::new(),
    }
}

/// Whether content shows text, or draws what may.
pub fn may_say(content: &[u8]) -> bool {
    Operations::new(content).any(|operation| {
        operation.operator == b"Do"
            || content::shown(&operation).iter().any(|text| !text.is_empty())
    })
}

/// Whether content draws a picture or a form.
pub fn draws(content: &[u8]) -> bool {
    let is = |name: &[u8]| matches!(name, b"Do" | b"BI" | b"ID");
    Operations::new(content).any(|operation| is(&operation.operator))
}

/// Whether content itself shows text.
pub fn says(content: &[u8]) -> bool {
    Operations::new(content)
        .any(|operation| content::shown(&operation).iter().any(|text| !text.is_empty()))
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn glyphs_masks_patterns_and_lost_pages_come_before_forms() {
        let mut document = Document::new();
        let mut add = |facts: Dictionary| document.add_object(Stream::new(facts, Vec::new()));
        let form = add(dictionary! { "Subtype" => "Form" });
        let mask = add(dictionary! { "Subtype" => "Form" });
        let pattern = add(dictionary! { "PatternType" => 1 });
        let glyph = add(Dictionary::new());
        let page = document.add_object(dictionary! { "Type" => "Page" });
        let lost = document.add_object(dictionary! { "Type" => "Page" });
        let named = |id: ObjectId| Object::Reference(id);
        let root = document.add_object(dictionary! {
            "Forms" => vec![named(form), named(pattern), named(page), named(lost)],
            "Mask" => dictionary! { "S" => "Alpha", "G" => named(mask) },
            "Font" => dictionary! {
                "Subtype" => "Type3", "CharProcs" => dictionary! { "a" => named(glyph) },
            },
        });
        document.trailer.set("Root", named(root));
        let found: Vec<_> = all(&document, &BTreeSet::from([page]))
            .into_iter()
            .map(|one| (one.id, one.sort))
            .collect();
        let used = |id: ObjectId| (id, Sort::Used);
        let expected = [(mask, Sort::Mask), used(glyph), used(pattern)];
        assert_eq!(found.len(), 5, "{found:?}");
        assert!(expected.iter().all(|one| found.contains(one)), "{found:?}");
        assert_eq!(found.last(), Some(&(form, Sort::Lost)));
        assert!(found.contains(&(lost, Sort::Lost)));
    }
}
