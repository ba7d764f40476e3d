//! PDF: the graph of its objects, the text of its pages, and the bytes that are neither.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId};

use super::Format;
use super::stated::{self, Stated};
use crate::Limits;
use crate::imprint::Imprint;
use crate::kind::{history, inside};
use crate::source::{Pieces, Source};
use crate::syntax::pdf::filters::Budget;
use crate::syntax::pdf::load::{self, Loaded};
use crate::syntax::pdf::reach;
use crate::syntax::pdf::scanner;
use crate::syntax::pdf::strings;
use crate::syntax::pdf::write::{self, Layout};
use crate::visit::{Decision, Remedy, Visit};
use crate::{Reason, Step};

mod access;
mod again;
mod earlier;
mod foundry;
mod graph;
mod identity;
mod label;
mod leftover;
mod model;
mod names;
mod pages;
mod pictures;
mod printable;
mod redaction;
mod said;
mod scans;
mod sights;
mod table;
mod tags;
mod xmp;

use graph::{Edits, Walker};

/// PDF.
pub struct Pdf;

/// The header may stand this far from the start.
const HEAD: u64 = 1024;

impl Format for Pdf {
    fn name(&self, _source: &dyn Source) -> &'static str {
        "pdf"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        let head = source.head(HEAD);
        let Some(at) = scanner::find(&head, b"%PDF-", 0) else { return false };
        if at == 0 {
            return true;
        }
        // A text may well speak of PDF; a file has objects.
        let start = source.len().saturating_sub(HEAD);
        let tail = source.bytes(start..source.len(), HEAD).unwrap_or_default();
        let ends = scanner::find(&tail, b"startxref", 0).or(scanner::find(&tail, b"%%EOF", 0));
        ends.is_some() || scanner::find(&head, b" obj", at).is_some()
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        let bytes = source.bytes(0..source.len(), visit.held())?;
        let mut budget = Budget { left: visit.left(), held: visit.held() };
        let password = visit.options().password.clone();
        let limits = visit.limits().clone();
        let mut full = false;
        let mut look = |unpacked: &[u8]| full |= visit.unpacked(unpacked).is_err();
        let mut loaded = load::load(&bytes, password.as_deref(), &limits, &mut budget, &mut look)?;
        if full {
            return Err(Reason::Limit);
        }
        let afresh = visit.changes();
        if loaded.encrypted {
            visit.guard(&inside::ENCRYPTION);
            visit.place(&inside::ENCRYPTION, Remedy::Ask);
            visit.describe("/Encrypt");
            visit.close();
        }
        let new_identifier = identifier(&loaded.document, &bytes, visit);
        let depth = usize::try_from(limits.pdf_depth).unwrap_or(usize::MAX);
        let (tree, _) = reach::pages(&loaded.document, depth);
        let order: Vec<ObjectId> = tree.iter().map(|page| page.id).collect();
        let redaction = redaction::find(&loaded.document, &tree, visit);
        let mut edits = Walker::new(visit, &loaded.document, &order, redaction.as_ref()).run();
        let told = match source.len() > limits.page_text {
            true => BTreeMap::new(),
            false => earlier::read(&mut loaded, depth, visit),
        };
        leftover::walk(&loaded.leftovers, &told, &loaded.document, &bytes, visit);
        // A copy is whole: an object of this file that could not be read is not in it. A tree of
        // pages that leads nowhere is.
        if !afresh && loaded.cut_short {
            visit.gap(Reason::Damaged);
        }
        for (id, reason) in &loaded.gaps {
            if !afresh || id.is_none() {
                if let Some((number, _)) = id {
                    visit.enter(Step::Object(u64::from(*number)));
                }
                visit.gap(*reason);
                if id.is_some() {
                    visit.leave();
                }
            }
        }
        let hung = std::mem::take(&mut edits.hung);
        apply(&mut loaded.document, edits, new_identifier);
        if let Some(redaction) = &redaction {
            let mut budget = Budget { left: visit.left(), held: visit.held() };
            // A gap that the copy does not have keeps it from being one.
            if let Err(reason) = redaction.apply(&mut loaded.document, &tree, &mut budget) {
                visit.gap(reason);
            }
        }
        let (tree, _) = reach::pages(&loaded.document, depth);
        access::walk(&loaded.document, &tree, visit);
        if source.len() > limits.page_text {
            visit.gap(Reason::Limit);
        } else {
            pages::walk(&loaded.document, &tree, redaction.as_ref(), &hung, visit);
        }
        if afresh { Ok(Pieces::fresh(copy(&loaded))) } else { Ok(Pieces::all(source)) }
    }

    fn state(&self, source: &dyn Source, imprint: &Imprint, limits: &Limits) -> Option<Stated> {
        let bytes = stated::whole(source, limits)?;
        let mut budget =
            Budget { left: limits.unpacked_of(source.len()), held: limits.held_of(source.len()) };
        let mut loaded = load::load(&bytes, None, limits, &mut budget, &mut |_| {}).ok()?;
        if loaded.encrypted {
            return None;
        }
        let afresh = identity::tells_nothing(&loaded.document.trailer, &bytes);
        let languages = said::state(&mut loaded.document, imprint, limits, &mut budget)?;
        if afresh {
            loaded.document.trailer.set("ID", identity::blank());
        }
        Some(Stated { pieces: Pieces::fresh(copy(&loaded)), languages, says_language: true })
    }
}

/// Tells about the identifier of the file; whether a copy gets a new one.
fn identifier(document: &Document, bytes: &[u8], visit: &mut Visit<'_>) -> bool {
    let Ok(Object::Array(halves)) = document.trailer.get_deref(b"ID", document) else {
        return false;
    };
    if identity::tells_nothing(&document.trailer, bytes) {
        return true;
    }
    let halves: Vec<String> = halves
        .iter()
        .filter_map(|half| half.as_str().ok())
        .map(|half| match printable::is_text(half) {
            true => strings::decode(half),
            false => half.iter().map(|byte| format!("{byte:02x}")).collect(),
        })
        .collect();
    visit.enter(Step::Property("ID".into()));
    let decision = visit.value(&history::DOCUMENT_ID, Remedy::Drop, &halves.join(" "));
    visit.leave();
    decision != Decision::Stay
}

/// Makes the graph what it becomes.
fn apply(document: &mut Document, edits: Edits, new_identifier: bool) {
    if let Some(trailer) = edits.trailer {
        document.trailer = trailer;
    }
    for (id, object) in edits.changed {
        document.objects.insert(id, object);
    }
    for id in edits.removed {
        document.objects.remove(&id);
    }
    if edits.unsigned {
        unsign(document);
    }
    if new_identifier {
        document.trailer.set("ID", identity::blank());
    }
    let info = document.trailer.get_deref(b"Info", document).ok();
    if info.is_some_and(|info| info.as_dict().is_ok_and(lopdf::Dictionary::is_empty)) {
        document.trailer.remove(b"Info");
    }
}

/// A form of which all signatures are gone does not say that it has some (ISO 32000-2, 12.7.3).
fn unsign(document: &mut Document) {
    let signed = |id: &ObjectId| {
        let signature = document.objects.get(id).and_then(|object| object.as_dict().ok());
        signature.is_some_and(|signature| signature.has(b"ByteRange"))
    };
    if reach::reachable(document).iter().any(signed) {
        return;
    }
    let Ok(root) = document.trailer.get(b"Root").and_then(Object::as_reference) else { return };
    let form = document.get_dictionary(root).and_then(|catalog| catalog.get(b"AcroForm"));
    let form = match form {
        Ok(Object::Reference(id)) => document.get_dictionary_mut(*id),
        Ok(_) => document
            .get_dictionary_mut(root)
            .and_then(|catalog| catalog.get_mut(b"AcroForm"))
            .and_then(Object::as_dict_mut),
        Err(_) => return,
    };
    if let Ok(form) = form {
        form.remove(b"SigFlags");
    }
}

/// A file of all that the trailer leads to, and nothing else.
fn copy(loaded: &Loaded) -> Vec<u8> {
    let document = &loaded.document;
    let order = reach::reachable(document);
    let objects: Vec<(ObjectId, &Object)> =
        order.into_iter().filter_map(|id| Some((id, document.objects.get(&id)?))).collect();
    let layout = match loaded.packed && document.version.as_str() >= "1.5" {
        true => Layout::Packed,
        false => Layout::Table,
    };
    let (version, trailer) = (&document.version, &document.trailer);
    let mut bytes = write::write(version, &objects, trailer, &loaded.spellings, layout);
    identity::fill(&mut bytes);
    bytes
}
