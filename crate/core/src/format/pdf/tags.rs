//! What tags say of what they hold in other words than are shown there.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{access, pages};
use crate::Reason;
use crate::finding::{Certainty, Step};
use crate::kind::hidden;
use crate::search::Search;
use crate::syntax::pdf::strings;
use crate::syntax::pdf::text::PageText;
use crate::syntax::pdf::wording::{self, Letters, Steps};
use crate::visit::{Remedy, Visit};

/// The tags that say something of what they hold.
#[derive(Default)]
pub struct Tags {
    elements: Vec<Element>,
    /// Which of them holds what a page draws by a number.
    holds: BTreeMap<(ObjectId, u32), usize>,
    /// The words of those that hold nothing, which the pages may show all the same: what finds
    /// them, and which were found.
    sought: Option<Search>,
    words: Vec<String>,
    found: BTreeSet<usize>,
    /// Whether a page cannot be read.
    unread: bool,
    steps: Steps,
    /// How many letters may still be looked at.
    left: usize,
}

/// No more letters are looked at.
const LOOK: usize = 50_000_000;

/// Tags that say something stand no deeper in each other.
const DEEP: usize = 16;

/// How a tag says something.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Sort {
    /// In place of what it holds.
    Instead,
    /// What that is short for.
    Long,
}

struct Element {
    object: u32,
    /// The one around it.
    above: Option<usize>,
    said: Vec<(Sort, String, Vec<String>)>,
    shown: Letters,
    /// The page that it was met on last.
    page: Option<usize>,
    /// Whether it holds anything, and what is no text, or cannot be read.
    holds: bool,
    drawn: bool,
}

impl Tags {
    /// Those of a document. An element is met once, so this ends.
    pub fn new(document: &Document, depth: usize) -> Self {
        let mut tags = Self { left: LOOK, ..Self::default() };
        let Ok(catalog) = document.catalog() else { return tags };
        let Ok(Object::Dictionary(root)) = catalog.get_deref(b"StructTreeRoot", document) else {
            return tags;
        };
        let mut seen = BTreeSet::new();
        let mut stack = Vec::new();
        stack.extend(root.get(b"K").ok().map(|kid| (kid, None, None, 0_u32, 0_usize)));
        while let Some((kid, mut page, mut above, mut object, within)) = stack.pop() {
            let mut within = within.saturating_add(1);
            if let Object::Reference(id) = kid {
                if !seen.insert(*id) {
                    continue;
                }
                (object, within) = (id.0, 0);
            }
            let Ok((_, kid)) = document.dereference(kid) else { continue };
            match kid {
                _ if within > depth => {}
                Object::Array(kids) => {
                    stack.extend(kids.iter().rev().map(|kid| (kid, page, above, object, within)));
                }
                Object::Integer(number) => tags.hold(page, *number, above),
                Object::Dictionary(node) => {
                    page = node.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                    if let Ok(number) = node.get_deref(b"MCID", document).and_then(Object::as_i64) {
                        tags.hold(page, number, above);
                        continue;
                    }
                    if node.has(b"Obj") {
                        if let Some(element) = above.and_then(|at| tags.elements.get_mut(at)) {
                            (element.holds, element.drawn) = (true, true);
                        }
                        continue;
                    }
                    let said = said(document, root, node);
                    if !said.is_empty() {
                        let shown = Letters::default();
                        let [holds, drawn] = [false; 2];
                        let element =
                            Element { object, above, said, shown, page: None, holds, drawn };
                        above = Some(tags.elements.len());
                        tags.elements.push(element);
                    }
                    stack.extend(node.get(b"K").ok().map(|kid| (kid, page, above, object, within)));
                }
                _ => {}
            }
        }
        let mut sought = BTreeSet::new();
        for index in (0..tags.elements.len()).rev() {
            let Some(element) = tags.elements.get(index) else { continue };
            match element.above.filter(|_| element.holds) {
                Some(above) => {
                    let drawn = element.drawn;
                    if let Some(above) = tags.elements.get_mut(above) {
                        (above.holds, above.drawn) = (true, above.drawn || drawn);
                    }
                }
                None if !element.holds => {
                    sought.extend(element.said.iter().flat_map(|(.., words)| words.clone()));
                }
                None => {}
            }
        }
        if !sought.is_empty() {
            tags.words = sought.into_iter().collect();
            tags.sought = Some(Search::of_words(tags.words.iter().map(String::as_bytes)));
        }
        tags
    }

    fn hold(&mut self, page: Option<ObjectId>, number: i64, above: Option<usize>) {
        let Some((above, page)) = above.zip(page) else { return };
        if let Some(element) = self.elements.get_mut(above) {
            element.holds = true;
            self.holds.extend(u32::try_from(number).ok().map(|number| ((page, number), above)));
        }
    }

    /// Notes what a page shows of what they hold.
    pub fn note(&mut self, number: usize, id: ObjectId, page: &PageText) {
        let mut met = Vec::new();
        for (mark, glyphs, drawn) in &page.tagged {
            let mut at = self.holds.get(&(id, *mark)).copied();
            let Some(_) = at else { continue };
            let letters = Letters::of(page.glyphs.get(glyphs.clone()).unwrap_or_default());
            for _ in 0..DEEP {
                let Some((index, element)) =
                    at.and_then(|at| Some((at, self.elements.get_mut(at)?)))
                else {
                    break;
                };
                if element.page.replace(number) != Some(number) {
                    met.push(index);
                }
                element.drawn |= *drawn || letters.is_none();
                if let Some(letters) = &letters {
                    self.left = self.left.saturating_sub(letters.len());
                    element.shown.join(letters);
                }
                at = element.above.filter(|_| self.left > 0);
            }
        }
        if met.is_empty() && self.sought.is_none() {
            return;
        }
        let all = Letters::of(&page.glyphs);
        self.unread |= all.is_none();
        if let Some((sought, all)) = self.sought.as_ref().zip(all.as_ref()) {
            all.find(sought, |word| {
                self.found.insert(word);
            });
        }
        for index in met {
            let Some(element) = self.elements.get_mut(index) else { continue };
            let Some(all) = &all else {
                element.drawn = true;
                continue;
            };
            for (.., words) in &mut element.said {
                let work = all.len().saturating_mul(words.len());
                self.left = self.left.saturating_sub(work);
                if self.left > 0 {
                    words.retain(|word| !all.has(word));
                }
            }
        }
    }

    /// Tells which of them say other words than are shown. `whole` where all pages were read.
    pub fn tell(self, whole: bool, visit: &mut Visit<'_>) {
        if self.left == 0 {
            visit.gap(Reason::Limit);
            return;
        }
        for element in self.elements {
            let shown = &element.shown;
            let drawn = element.drawn || !element.holds && self.unread;
            for (sort, text, mut words) in element.said {
                let found = |at: usize| !element.holds && self.found.contains(&at);
                words.retain(|word| !self.words.binary_search(word).is_ok_and(found));
                words.retain(|word| !shown.has(word) && !shown.nearly(word, &self.steps));
                let blank = shown.len() == 0;
                let sure = match sort {
                    _ if words.is_empty() || blank && (drawn || !whole) => continue,
                    Sort::Instead => blank || shown.contradict(&words),
                    Sort::Long => match wording::at_length(&text, shown, || Some(shown)) {
                        Some(sure) => sure,
                        None => continue,
                    },
                };
                visit.enter(match element.page {
                    Some(page) => pages::step(page),
                    None => Step::Object(u64::from(element.object)),
                });
                visit.place(&hidden::HIDDEN_TEXT, Remedy::Keep);
                visit.sure(if sure { Certainty::Likely } else { Certainty::Possible });
                // The walk of the objects tells the words themselves.
                visit.describe(text.trim());
                visit.close();
                visit.leave();
            }
        }
    }
}

/// What an element says. Only of text an alternative says other words: what is said of a picture
/// describes it.
fn said(
    document: &Document,
    root: &Dictionary,
    node: &Dictionary,
) -> Vec<(Sort, String, Vec<String>)> {
    let keys =
        [(b"ActualText".as_slice(), Sort::Instead), (b"Alt", Sort::Instead), (b"E", Sort::Long)];
    let mut all = Vec::new();
    for (key, sort) in keys {
        let Ok(Object::String(text, _)) = node.get_deref(key, document) else { continue };
        let text = strings::decode(text);
        let words = wording::words(&text);
        let is_text = || {
            let sort = node.get_deref(b"S", document).and_then(Object::as_name);
            sort.is_ok_and(|sort| access::is_of(document, root, sort, is_text))
        };
        if !words.is_empty() && (key != b"Alt" || is_text()) {
            all.push((sort, text, words));
        }
    }
    all
}

/// Whether tags of this sort hold text and nothing else (ISO 32000-2, 14.8.4).
fn is_text(sort: &[u8]) -> bool {
    let heading = matches!(sort, [b'H', rest @ ..] if rest.iter().all(u8::is_ascii_digit));
    heading
        || matches!(sort, b"P" | b"Span" | b"Lbl" | b"LBody" | b"TD" | b"TH" | b"Em" | b"Strong")
}
