//! Documents that stand in XML as base64.

use crate::finding::{Reason, Step};
use crate::format;
use crate::syntax::encoded::{from_base64, to_base64};
use crate::visit::Visit;

/// Walks what a text in base64 holds; gives the text that is left, where it changes.
pub(in crate::format) fn base64(step: Step, text: &str, visit: &mut Visit<'_>) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    let Some(bytes) = from_base64(text) else {
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
    crate::source::Source::bytes(&copy, 0..pieces.len(), visit.held())
        .ok()
        .map(|copy| to_base64(&copy))
}
