//! What stands in a file beside its document: older versions, lost objects, stray bytes.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId};

use super::earlier::{Said, Told};
use super::graph::stream::marked;
use super::{pages, printable};
use crate::finding::Step;
use crate::kind::{Kind, hidden, history};
use crate::syntax::pdf::content::{self, Operations};
use crate::syntax::pdf::filters::{self, Budget};
use crate::syntax::pdf::load::{Leftover, What};
use crate::syntax::pdf::strings;
use crate::visit::{Remedy, Visit};

/// Tells about each of them. A copy is written afresh, and has none.
pub fn walk(
    leftovers: &[Leftover],
    told: &BTreeMap<usize, Told>,
    document: &Document,
    bytes: &[u8],
    visit: &mut Visit<'_>,
) {
    for (index, leftover) in leftovers.iter().enumerate() {
        match told.get(&index) {
            Some(Told::Here(said)) => {
                of_page(said, leftover.id, visit);
                continue;
            }
            Some(Told::Elsewhere) => continue,
            None => {}
        }
        let kind: &'static Kind = match leftover.what {
            What::Superseded | What::Orphan => &history::REVISION,
            _ => &hidden::STRAY_BYTES,
        };
        let raw = bytes.get(leftover.range.clone()).unwrap_or_default();
        let (text, opaque) = match &leftover.object {
            Some(object) => said(object, document, visit),
            None => (of_bytes(leftover.what, raw), !blank(raw)),
        };
        if text.trim().is_empty() && !opaque {
            continue;
        }
        if let Some((number, _)) = leftover.id {
            visit.enter(Step::Object(u64::from(number)));
        }
        if text.trim().is_empty() {
            visit.place(kind, Remedy::Drop);
            let size = if leftover.range.is_empty() { size(leftover) } else { raw.len() };
            visit.describe(&format!("{size} B"));
            visit.close();
        } else if matches!(leftover.what, What::Superseded | What::Orphan) {
            // Most of what an older version says stands in the document as well, so it is no
            // proof against a copy.
            visit.place(kind, Remedy::Drop);
            visit.text(text.trim());
            visit.end_text();
            visit.describe(text.trim());
            visit.close();
        } else {
            visit.value(kind, Remedy::Drop, text.trim());
        }
        if leftover.id.is_some() {
            visit.leave();
        }
    }
}

/// What a page said of which this was a part.
fn of_page(said: &Said, id: Option<ObjectId>, visit: &mut Visit<'_>) {
    let steps = said.page.map(pages::step);
    let steps = steps.into_iter().chain(id.map(|(number, _)| Step::Object(u64::from(number))));
    let depth = steps.map(|step| visit.enter(step)).count();
    visit.place(&history::REVISION, Remedy::Drop);
    for paragraph in &said.paragraphs {
        visit.text(paragraph);
        visit.end_text();
    }
    let changed = |index: &usize| said.paragraphs.get(*index).map(String::as_str);
    let changed: Vec<&str> = said.changed.iter().filter_map(changed).collect();
    if changed.is_empty() {
        visit.describe(&said.paragraphs.join("\n"));
    } else {
        visit.describe(&changed.join("\n"));
        visit.because("words-more", said.more.to_string());
    }
    visit.close();
    (0..depth).for_each(|_| visit.leave());
}

fn size(leftover: &Leftover) -> usize {
    match &leftover.object {
        Some(Object::Stream(stream)) => stream.content.len(),
        _ => 0,
    }
}

/// Words of the format that are left over where it was written carelessly.
const STRUCTURE: [&str; 4] = ["endobj", "endstream", "obj", "xref"];

fn of_bytes(what: What, raw: &[u8]) -> String {
    let start: &[u8] = match what {
        What::Comment => b"%",
        _ => b"",
    };
    let body = raw.strip_prefix(start).unwrap_or(raw);
    let text =
        if printable::is_text(body) { strings::decode(body) } else { printable::printable(body) };
    let words = text.split_whitespace().filter(|word| !STRUCTURE.contains(word));
    if words.count() == 0 { String::new() } else { text }
}

fn blank(raw: &[u8]) -> bool {
    let words = raw.split(|byte| byte.is_ascii_whitespace()).filter(|word| !word.is_empty());
    let structure = |word: &[u8]| STRUCTURE.iter().any(|known| known.as_bytes() == word);
    words.clone().all(structure)
        || raw.iter().all(|byte| matches!(byte, 0 | 9 | 10 | 12 | 13 | 26 | 32 | b'%'))
}

/// What an object says, and whether it holds more than can be said.
fn said(object: &Object, document: &Document, visit: &mut Visit<'_>) -> (String, bool) {
    let mut texts = Vec::new();
    strings_of(object, &mut texts);
    let mut opaque = false;
    if let Object::Stream(stream) = object {
        let mut budget = Budget { left: visit.left(), held: visit.held() };
        match filters::unpack(stream, document, &mut budget) {
            Ok(unpacked) if visit.unpacked(&unpacked.bytes).is_ok() => {
                opaque = !unpacked.bytes.is_empty();
                if unpacked.codec.is_none() {
                    texts.push(of_stream(&unpacked.bytes));
                }
            }
            Ok(_) => opaque = true,
            Err(_) => opaque = true,
        }
    }
    texts.retain(|text| !text.trim().is_empty());
    (texts.join(" "), opaque)
}

fn strings_of(object: &Object, into: &mut Vec<String>) {
    match object {
        Object::String(bytes, _) if printable::is_text(bytes) || bytes.len() < 64 => {
            into.push(strings::decode(bytes));
        }
        Object::String(bytes, _) => into.push(printable::printable(bytes)),
        Object::Array(items) => items.iter().for_each(|item| strings_of(item, into)),
        Object::Dictionary(dictionary) => {
            dictionary.iter().for_each(|(_, value)| strings_of(value, into));
        }
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| strings_of(value, into)),
        _ => {}
    }
}

/// The text that content shows, as far as its letters are their own codes; else what is printable.
fn of_stream(bytes: &[u8]) -> String {
    if bytes.trim_ascii_start().starts_with(b"<") && printable::is_text(bytes) {
        let said = marked(&strings::decode(bytes), '\n');
        let values = said.lines().map(str::trim).filter(|value| !value.is_empty());
        return values.collect::<Vec<_>>().join(" · ");
    }
    if crate::syntax::pdf::scanner::find(bytes, b"BT", 0).is_none() {
        return printable::printable(bytes);
    }
    let mut text = String::new();
    for operation in Operations::new(bytes) {
        let shown = content::shown(&operation);
        if shown.is_empty() {
            continue;
        }
        for piece in shown {
            text.push_str(&strings::decode(piece));
        }
        text.push(' ');
    }
    text
}
