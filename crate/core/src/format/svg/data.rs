//! Data addresses: documents that stand in an attribute (RFC 2397).

use crate::finding::{Reason, Step};
use crate::format::embedded;
use crate::syntax::encoded::{from_base64, to_base64};
use crate::syntax::percent;
use crate::visit::Visit;

/// Whether a value is a data address.
pub(super) fn is_data(value: &str) -> bool {
    value.trim_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"))
}

/// Walks the document in a data address; gives the address of what is left, where it changes.
pub(super) fn walk(step: Step, value: &str, visit: &mut Visit<'_>) -> Option<String> {
    let (head, data) = value.split_once(',').unwrap_or((value, ""));
    let packed = head.to_ascii_lowercase().trim_end().ends_with(";base64");
    let plain = percent::decoded(data.as_bytes());
    let bytes = match packed {
        true => std::str::from_utf8(&plain).ok().and_then(from_base64),
        false => Some(plain),
    };
    let copy = embedded::walk(step, bytes.filter(|bytes| !bytes.is_empty()), visit)?;
    let mark = if packed { "" } else { ";base64" };
    Some(format!("{head}{mark},{}", to_base64(&copy)))
}

/// Says that a style holds a document that is not read; a font tells nothing about anyone.
pub(super) fn watch_style(style: &str, visit: &mut Visit<'_>) {
    const FONTS: &[&str] =
        &["font/", "application/font", "application/x-font", "application/vnd.ms-font"];
    let lower = style.to_ascii_lowercase();
    let unread = lower.split("data:").skip(1).any(|rest| {
        let sort = rest.trim_start_matches(['"', '\'', ' ']);
        !FONTS.iter().any(|font| sort.starts_with(font))
    });
    if unread {
        visit.gap(Reason::Unknown);
    }
}
