//! Documents that stand in text: as base64, in a data address.

use crate::finding::{Reason, Step};
use crate::format;
use crate::source::Source;
use crate::syntax::encoded::{from_base64, to_base64};
use crate::visit::Visit;

/// Walks what a text in base64 holds; gives the text that is left, where it changes.
pub(super) fn base64(step: Step, text: &str, visit: &mut Visit<'_>) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    walk(step, from_base64(text), visit).map(|copy| to_base64(&copy))
}

/// Walks these bytes; gives those that are left, where they change. No bytes are a damaged part.
pub(super) fn walk(step: Step, bytes: Option<Vec<u8>>, visit: &mut Visit<'_>) -> Option<Vec<u8>> {
    let Some(bytes) = bytes else {
        visit.part(step, |_| Err::<(), _>(Reason::Damaged));
        return None;
    };
    if format::detect(&bytes).is_some() {
        visit.search(&bytes);
    }
    let pieces = visit.document(step, &bytes)?;
    if !visit.writes() || pieces.is_all_of(&bytes) {
        return None;
    }
    let copy = pieces.over(&bytes);
    copy.bytes(0..copy.len(), visit.held()).ok()
}
