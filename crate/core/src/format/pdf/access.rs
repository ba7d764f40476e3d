//! What a PDF lacks for people who listen to it: a title, a language, tags, words for pictures.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{table, xmp};
use crate::finding::Step;
use crate::kind::tips;
use crate::order::Gather;
use crate::syntax::pdf::filters::{self, Budget};
use crate::syntax::pdf::reach::Page;
use crate::syntax::pdf::strings;
use crate::visit::Visit;

/// How far names of tags lead to names.
const CHAIN: usize = 32;

/// Tells what a document lacks. These calls number no place, so it may be asked of what is left
/// in a copy as it is written.
pub fn walk(document: &Document, pages: &[Page], visit: &mut Visit<'_>) {
    let Ok(catalog) = document.catalog() else { return };
    if !titled(document, catalog, visit) {
        visit.lacks(&tips::NO_TITLE);
    } else if !says(document, catalog, b"ViewerPreferences", b"DisplayDocTitle") {
        visit.lacks(&tips::TITLE_NOT_SHOWN);
    }
    let tags = catalog.get_deref(b"StructTreeRoot", document).and_then(Object::as_dict).ok();
    let top = tags.map(|tags| kids(document, tags)).unwrap_or_default();
    let speaks = |node: &Dictionary| told(document, node, b"Lang").is_some();
    let elements = top.iter().filter_map(|kid| document.dereference(kid).ok()?.1.as_dict().ok());
    if !speaks(catalog) && !elements.into_iter().any(speaks) {
        visit.lacks(&tips::NO_LANGUAGE);
    }
    match tags {
        Some(tags) if !top.is_empty() => {
            if !says(document, catalog, b"MarkInfo", b"Marked") {
                visit.lacks(&tips::UNTAGGED);
            }
            figures(document, tags, top, pages, visit);
        }
        _ => visit.lacks(&tips::UNTAGGED),
    }
}

fn titled(document: &Document, catalog: &Dictionary, visit: &Visit<'_>) -> bool {
    let info = document.trailer.get_deref(b"Info", document).and_then(Object::as_dict);
    if info.is_ok_and(|info| told(document, info, b"Title").is_some()) {
        return true;
    }
    let Ok(Object::Stream(packet)) = catalog.get_deref(b"Metadata", document) else { return false };
    let mut budget = Budget { left: visit.left(), held: visit.held() };
    let depth = usize::try_from(visit.limits().xml_depth).unwrap_or(usize::MAX);
    filters::unpack(packet, document, &mut budget)
        .is_ok_and(|unpacked| xmp::title(&unpacked.bytes, depth).is_some())
}

/// The text of an entry, where it holds any.
fn told(document: &Document, dictionary: &Dictionary, key: &[u8]) -> Option<String> {
    let text = strings::decode(dictionary.get_deref(key, document).ok()?.as_str().ok()?);
    (!text.trim().is_empty()).then_some(text)
}

/// Whether an entry of a dictionary of the catalogue is true.
fn says(document: &Document, catalog: &Dictionary, key: &[u8], entry: &[u8]) -> bool {
    let within = catalog.get_deref(key, document).and_then(Object::as_dict);
    let value = within.and_then(|within| within.get_deref(entry, document));
    matches!(value, Ok(Object::Boolean(true)))
}

fn kids(document: &Document, node: &Dictionary) -> Vec<Object> {
    match node.get_deref(b"K", document) {
        Ok(Object::Array(kids)) => kids.clone(),
        Ok(Object::Dictionary(_)) => node.get(b"K").cloned().into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The figures in the tree of tags that nothing describes. An element is met once, so this ends.
fn figures(
    document: &Document,
    tags: &Dictionary,
    top: Vec<Object>,
    pages: &[Page],
    visit: &mut Visit<'_>,
) {
    let numbers: BTreeMap<ObjectId, u64> = pages.iter().map(|page| page.id).zip(1..).into_map();
    let depth = usize::try_from(visit.limits().pdf_depth).unwrap_or(usize::MAX);
    let mut seen = BTreeSet::new();
    let mut stack: Vec<(Object, Option<ObjectId>, usize)> =
        top.into_iter().rev().map(|kid| (kid, None, 0)).collect();
    while let Some((element, page, within)) = stack.pop() {
        let direct = element.as_reference().is_err();
        if element.as_reference().is_ok_and(|id| !seen.insert(id)) || (direct && within > depth) {
            continue;
        }
        let Ok((_, Object::Dictionary(node))) = document.dereference(&element) else { continue };
        let Ok(sort) = node.get_deref(b"S", document).and_then(Object::as_name) else { continue };
        let page = node.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        if is_of(document, tags, sort, |sort| sort == b"Figure") {
            if !is_described(document, node) {
                let number = page.and_then(|page| numbers.get(&page));
                if let Some(number) = number {
                    visit.enter(Step::Page(*number));
                }
                visit.lacks(&tips::NO_ALTERNATIVE);
                if number.is_some() {
                    visit.leave();
                }
            }
            // One description is enough for a figure and the figures in it.
            continue;
        }
        let within = if direct { within.saturating_add(1) } else { 0 };
        stack.extend(kids(document, node).into_iter().rev().map(|kid| (kid, page, within)));
    }
}

/// Whether a sort of tags, or what it is said to stand for, is one of these.
pub fn is_of(
    document: &Document,
    tags: &Dictionary,
    sort: &[u8],
    is: impl Fn(&[u8]) -> bool,
) -> bool {
    let roles = tags.get_deref(b"RoleMap", document).and_then(Object::as_dict).ok();
    let mut sort = sort;
    for _ in 0..CHAIN {
        if is(sort) {
            return true;
        }
        let next = roles.and_then(|roles| roles.get_deref(sort, document).ok());
        match next.and_then(|next| next.as_name().ok()) {
            Some(next) => sort = next,
            None => return false,
        }
    }
    false
}

fn is_described(document: &Document, figure: &Dictionary) -> bool {
    [b"Alt".as_slice(), b"ActualText"]
        .iter()
        .any(|key| told(document, figure, key).is_some_and(|text| !table::is_file_name(&text)))
}
