//! What pages said in earlier versions, and what pages say that no tree has: read as they are
//! drawn, in their own fonts.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::pages::BATCH;
use crate::order::Gather;
use crate::syntax::pdf::filters::Budget;
use crate::syntax::pdf::layout;
use crate::syntax::pdf::load::{Loaded, What};
use crate::syntax::pdf::normal::Batches;
use crate::syntax::pdf::reach::{self, Page};
use crate::syntax::pdf::text;
use crate::visit::Visit;

/// What is told of a leftover.
#[derive(Debug)]
pub enum Told {
    /// What a page said.
    Here(Said),
    /// All of it with another leftover.
    Elsewhere,
}

/// What a page said.
#[derive(Debug)]
pub struct Said {
    /// Which page it was, if that is known.
    pub page: Option<usize>,
    id: ObjectId,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// How many of their words it does not say now.
    pub more: usize,
    /// The paragraphs with those words.
    pub changed: Vec<usize>,
}

/// So many earlier versions are looked at.
const VERSIONS: usize = 16;

/// Forms stand in each other no deeper.
const DEEP: usize = 8;

/// What is told of leftovers, by which they are, where it is known how they were drawn.
pub fn read(loaded: &mut Loaded, depth: usize, visit: &Visit<'_>) -> BTreeMap<usize, Told> {
    let mut told = BTreeMap::new();
    let draws = |object: &Option<Object>| matches!(object, Some(Object::Stream(_)));
    if loaded.encrypted || !loaded.leftovers.iter().any(|left| draws(&left.object)) {
        return told;
    }
    let mut budget = Budget { left: visit.left(), held: visit.held() };
    let operations = visit.limits().pdf_operations.div_euclid(8);
    let mut versions = 0;
    for end in loaded.ends.clone() {
        let mut view: BTreeMap<ObjectId, usize> = BTreeMap::new();
        for (index, left) in loaded.leftovers.iter().enumerate() {
            let start = left.range.start;
            let Some(id) = left.id.filter(|_| left.what == What::Superseded && start < end) else {
                continue;
            };
            let now = place(&loaded.document, id.0).is_some_and(|now| start < now && now < end);
            let known = view.get(&id).and_then(|known| loaded.leftovers.get(*known));
            if !now && known.is_none_or(|known| known.range.start <= start) {
                view.insert(id, index);
            }
        }
        if versions >= VERSIONS || view.values().all(|index| told.contains_key(index)) {
            continue;
        }
        versions = versions.saturating_add(1);
        exchange(loaded, &view);
        let (pages, _) = reach::pages(&loaded.document, depth);
        let mut left = orphans(loaded);
        left.extend(view.iter().map(|(id, index)| (*id, *index)));
        let pages = pages.into_iter().enumerate().map(|(number, page)| (Some(number), page));
        tell(&loaded.document, pages, &left, operations, &mut budget, &mut told);
        exchange(loaded, &view);
    }
    let document = &loaded.document;
    compare(document, depth, operations, &mut budget, &mut told);
    let left = orphans(loaded);
    let pages = left.keys().filter_map(|id| {
        let page = document.get_dictionary(*id).ok()?;
        page.has(b"Contents").then(|| (None, reach::lost(*id, document, depth)))
    });
    tell(document, pages, &left, operations, &mut budget, &mut told);
    told
}

/// The leftovers that nothing leads to, by their objects.
fn orphans(loaded: &Loaded) -> BTreeMap<ObjectId, usize> {
    let all = loaded.leftovers.iter().enumerate();
    let orphans = all.filter(|(_, left)| left.what == What::Orphan);
    orphans.filter_map(|(index, left)| Some((left.id?, index))).into_map()
}

/// Where the object of the document stands in the file.
fn place(document: &Document, number: u32) -> Option<usize> {
    let table = &document.reference_table;
    let offset = match table.get(number)? {
        XrefEntry::Compressed { container, .. } => match table.get(*container)? {
            XrefEntry::Normal { offset, .. } => *offset,
            _ => return None,
        },
        XrefEntry::Normal { offset, .. } => *offset,
        _ => return None,
    };
    usize::try_from(offset).ok()
}

/// Puts leftovers in the place of what took theirs, and the other way around.
fn exchange(loaded: &mut Loaded, view: &BTreeMap<ObjectId, usize>) {
    for (id, index) in view {
        let Some(left) = loaded.leftovers.get_mut(*index) else { continue };
        let now = loaded.document.objects.remove(id);
        if let Some(object) = std::mem::replace(&mut left.object, now) {
            loaded.document.objects.insert(*id, object);
        }
    }
}

/// Tells what those pages say that are drawn with leftovers of which nothing was told.
fn tell(
    document: &Document,
    pages: impl Iterator<Item = (Option<usize>, Page)>,
    left: &BTreeMap<ObjectId, usize>,
    operations: u64,
    budget: &mut Budget,
    told: &mut BTreeMap<usize, Told>,
) {
    let (mut numbers, mut of, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for (number, page) in pages {
        let mut drawn = BTreeSet::new();
        if let Ok(node) = document.get_dictionary(page.id) {
            let inherited = page.inherited.get(b"Resources".as_slice());
            let content = node.get(b"Contents").ok();
            content.into_iter().for_each(|content| reach::references(content, &mut all));
            if let Some(Ok((_, Object::Array(pieces)))) =
                content.map(|one| document.dereference(one))
            {
                pieces.iter().for_each(|piece| reach::references(piece, &mut all));
            }
            drawn.extend(all.drain(..));
            forms(inherited, document, &mut drawn, 0);
        }
        let own: Vec<usize> = drawn.iter().filter_map(|id| left.get(id)).copied().collect();
        if own.iter().any(|index| !told.contains_key(index)) {
            numbers.push((number, page.id, own));
            of.push(page);
        }
    }
    let mut batches = Batches::new(document, &of, BATCH, operations);
    // Only pages are asked for.
    batches.tagged = true;
    while let Some(batch) = batches.next(budget) {
        for (number, page) in text::read(batch).unwrap_or_default() {
            let Some((known, id, own)) = numbers.get(number.page).filter(|_| number.shown) else {
                continue;
            };
            let paragraphs = layout::text(page.glyphs.iter());
            if paragraphs.is_empty() || page.unread > 0 {
                continue;
            }
            let (page, id) = (*known, *id);
            let mut said = Some(Said { page, id, paragraphs, more: 0, changed: Vec::new() });
            for index in own {
                if !told.contains_key(index) {
                    let here = said.take().map(Told::Here);
                    told.insert(*index, here.unwrap_or(Told::Elsewhere));
                }
            }
        }
    }
}

/// Counts the words that pages had and do not have now.
fn compare(
    document: &Document,
    depth: usize,
    operations: u64,
    budget: &mut Budget,
    told: &mut BTreeMap<usize, Told>,
) {
    let (pages, _) = reach::pages(document, depth);
    let known: BTreeMap<ObjectId, usize> =
        pages.iter().enumerate().map(|(number, page)| (page.id, number)).into_map();
    let mut earlier: Vec<(usize, &mut Said)> = Vec::new();
    for said in told.values_mut() {
        let Told::Here(said) = said else { continue };
        // An object stays that of its page, wherever that stands now.
        earlier.extend(known.get(&said.id).copied().or(said.page).map(|now| (now, said)));
    }
    let asked: BTreeSet<usize> = earlier.iter().map(|(now, _)| *now).into_set();
    let pages = pages.into_iter().enumerate().filter(|(number, _)| asked.contains(number));
    let (numbers, of): (Vec<usize>, Vec<Page>) = pages.into_iter().unzip();
    let mut batches = Batches::new(document, &of, BATCH, operations);
    batches.tagged = true;
    while let Some(batch) = batches.next(budget) {
        for (number, page) in text::read(batch).unwrap_or_default() {
            if !number.shown || page.unread > 0 {
                continue;
            }
            let now = layout::text(page.glyphs.iter()).join("\n");
            let now: BTreeSet<String> = words(&now).into_set();
            for (at, said) in &mut earlier {
                if numbers.get(number.page) != Some(at) {
                    continue;
                }
                for (index, paragraph) in said.paragraphs.iter().enumerate() {
                    let more = words(paragraph).filter(|word| !now.contains(word)).count();
                    said.more = said.more.saturating_add(more);
                    said.changed.extend((more > 0).then_some(index));
                }
            }
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// The forms that resources name, and those in them.
fn forms(
    resources: Option<&Object>,
    document: &Document,
    drawn: &mut BTreeSet<ObjectId>,
    depth: usize,
) {
    let dictionary = |object: &Object| -> Option<Dictionary> {
        document.dereference(object).ok()?.1.as_dict().ok().cloned()
    };
    let Some(named) = resources.and_then(dictionary) else { return };
    let Some(named) = named.get(b"XObject").ok().and_then(dictionary) else { return };
    for (_, form) in &named {
        let Object::Reference(id) = form else { continue };
        let Ok(Object::Stream(stream)) = document.get_object(*id) else { continue };
        if stream.dict.has(b"BBox") && depth < DEEP && drawn.insert(*id) {
            forms(stream.dict.get(b"Resources").ok(), document, drawn, depth.saturating_add(1));
        }
    }
}
