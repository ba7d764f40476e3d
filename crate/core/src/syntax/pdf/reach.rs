//! Follows references: which objects a document needs, its pages in order.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

/// All objects that the trailer leads to, in the order in which they are first named.
pub fn reachable(document: &Document) -> Vec<ObjectId> {
    let mut order = Vec::new();
    let mut seen = BTreeSet::new();
    let mut names = Vec::new();
    references(&Object::Dictionary(document.trailer.clone()), &mut names);
    let mut stack: Vec<ObjectId> = names.into_iter().rev().collect();
    while let Some(id) = stack.pop() {
        let Some(object) = document.objects.get(&id) else { continue };
        if seen.insert(id) {
            order.push(id);
            let mut names = Vec::new();
            references(object, &mut names);
            stack.extend(names.into_iter().rev().filter(|id| !seen.contains(id)));
        }
    }
    order
}

/// The references in an object, as they stand.
pub fn references(object: &Object, into: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => into.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, into)),
        Object::Dictionary(dictionary) => {
            dictionary.iter().for_each(|(_, value)| references(value, into));
        }
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, value)| references(value, into));
        }
        _ => {}
    }
}

/// A page with what it inherits.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its object.
    pub id: ObjectId,
    /// The entries that stand above it in the tree and hold for it.
    pub inherited: BTreeMap<&'static [u8], Object>,
}

const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// The pages in order; a node of the tree that was met before is passed over, and what is deeper
/// than `depth` too (the second value says whether anything was).
pub fn pages(document: &Document, depth: usize) -> (Vec<Page>, bool) {
    let mut pages = Vec::new();
    let mut cut = false;
    let mut seen = BTreeSet::new();
    let root = document.catalog().ok().and_then(|catalog| catalog.get(b"Pages").ok());
    let Some(Object::Reference(root)) = root else { return (pages, root.is_some()) };
    let mut stack = vec![(*root, BTreeMap::new(), 0_usize)];
    while let Some((id, mut inherited, level)) = stack.pop() {
        let Ok(node) = document.get_dictionary(id) else {
            cut = true;
            continue;
        };
        if !seen.insert(id) || level > depth {
            cut = true;
            continue;
        }
        for key in INHERITED {
            if let Ok(value) = node.get(key) {
                inherited.insert(key, value.clone());
            }
        }
        match kids(document, node) {
            Some(kids) => {
                for kid in kids.iter().rev() {
                    match kid {
                        Object::Reference(kid) => {
                            stack.push((*kid, inherited.clone(), level.saturating_add(1)));
                        }
                        Object::Null => {}
                        _ => cut = true,
                    }
                }
            }
            None => pages.push(Page { id, inherited }),
        }
    }
    (pages, cut)
}

/// A page that is in no tree, with what it inherits from what it says to stand above it.
pub fn lost(id: ObjectId, document: &Document, depth: usize) -> Page {
    let mut page = Page { id, inherited: BTreeMap::new() };
    let mut node = document.get_dictionary(id).ok();
    for _ in 0..depth {
        let Some(own) = node else { break };
        for key in INHERITED {
            if let Ok(value) = own.get(key) {
                page.inherited.entry(key).or_insert_with(|| value.clone());
            }
        }
        let above = own.get(b"Parent").and_then(Object::as_reference);
        node = above.ok().and_then(|above| document.get_dictionary(above).ok());
    }
    page
}

fn kids<'a>(document: &'a Document, node: &'a Dictionary) -> Option<&'a Vec<Object>> {
    node.get(b"Kids").ok().and_then(|kids| document.dereference(kids).ok()?.1.as_array().ok())
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn a_page_tree_that_leads_to_itself_ends() {
        let mut document = Document::new();
        let page = document.add_object(dictionary! { "Type" => "Page" });
        let tree = document.new_object_id();
        let kids = vec![Object::Reference(page), Object::Reference(tree)];
        document.objects.insert(tree, dictionary! { "Kids" => kids, "Rotate" => 90 }.into());
        let catalog = document.add_object(dictionary! { "Pages" => Object::Reference(tree) });
        document.trailer.set("Root", Object::Reference(catalog));
        let (pages, cut) = pages(&document, 10);
        assert_eq!(pages.len(), 1);
        assert!(cut);
        assert_eq!(reachable(&document), [catalog, tree, page]);
    }
}
