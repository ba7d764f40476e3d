//! The bodies of old Word, Excel and PowerPoint documents. They are not read; the words in them
//! are looked into, and the name of their last user is told.

use super::{Left, show};
use crate::finding::Reason;
use crate::kind::people;
use crate::syntax::fields::Order::Little;
use crate::syntax::fields::text16;
use crate::visit::Remedy::Drop;
use crate::visit::{Decision, Visit};

/// Folders that hold signatures.
pub(super) const SIGNATURES: &[&str] = &["_signatures", "_xmlsignatures", "\u{5}DigitalSignature"];

const BODIES: &[&str] = &[
    "WordDocument",
    "0Table",
    "1Table",
    "Workbook",
    "Book",
    "PowerPoint Document",
    "Current User",
    "Pictures",
    "Data",
];

/// Whether a stream is a body, or belongs to one.
pub(super) fn is_body(name: &str) -> bool {
    BODIES.contains(&name)
}

/// Walks a body.
pub(super) fn walk(name: &str, bytes: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
    match name {
        "Current User" => current_user(bytes, visit),
        "Workbook" => Ok(workbook(bytes, 3, visit)),
        "Book" => Ok(workbook(bytes, 1, visit)),
        _ => {
            show(bytes, visit);
            Err(Reason::Unknown)
        }
    }
}

/// Who last saved a presentation [MS-PPT 2.3.2]. The name is blotted out with letters of the
/// same number, in both forms.
fn current_user(bytes: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let length = usize::from(Little.u16(&bytes, 20)?);
    let narrow = 28..28_usize.saturating_add(length);
    let wide = narrow.end.saturating_add(4);
    let wide = wide..wide.saturating_add(length.saturating_mul(2)).min(bytes.len()).max(wide);
    let name = match bytes.get(wide.clone()) {
        Some(letters) if !letters.is_empty() => text16(letters, Little),
        _ => crate::syntax::fields::text(bytes.get(narrow.clone()).ok_or(Reason::Damaged)?),
    };
    if name.chars().all(|letter| letter == ' ') {
        return Ok(Left::Same);
    }
    let decision = visit.value(&people::AUTHOR, Drop, &name);
    if decision == Decision::Stay {
        return Ok(Left::Same);
    }
    let mut left = bytes.to_vec();
    if let Some(letters) = left.get_mut(narrow) {
        letters.fill(b' ');
    }
    for pair in left.get_mut(wide).unwrap_or_default().chunks_exact_mut(2) {
        pair.copy_from_slice(&[b' ', 0]);
    }
    Ok(Left::New(left))
}

/// A workbook [MS-XLS]: who last wrote it stands in a record of its own, which is filled with
/// spaces. Its letters follow a count and, in newer workbooks, a switch.
fn workbook(bytes: &[u8], letters: usize, visit: &mut Visit<'_>) -> Left {
    const WRITER: u16 = 0x5C;
    const PASSWORD: u16 = 0x2F;
    let mut left = Left::Same;
    let mut told = 0..0;
    let mut at = 0_u64;
    while let (Ok(sort), Ok(length)) =
        (Little.u16(&bytes, at), Little.u16(&bytes, at.saturating_add(2)))
    {
        let start = at.saturating_add(4);
        at = start.saturating_add(u64::from(length));
        if sort == PASSWORD {
            visit.gap(Reason::Encrypted);
            return left;
        }
        let range = usize::try_from(start).ok().zip(usize::try_from(at).ok());
        let range = range.map(|(start, end)| start..end);
        let Some(range) = range.filter(|_| sort == WRITER) else { continue };
        let Some(record) = bytes.get(range.clone()) else { break };
        let named = record.get(letters..).unwrap_or_default();
        let name = match letters == 3 && record.get(2) == Some(&1) {
            true => text16(named, Little),
            false => crate::syntax::fields::text(named),
        };
        let name = name.trim();
        told = range.clone();
        if !name.is_empty() && visit.value(&people::AUTHOR, Drop, name) != Decision::Stay {
            let mut all = bytes.to_vec();
            if let Some(record) = all.get_mut(range) {
                record.fill(b' ');
                // One letter: a space.
                for (place, byte) in record.iter_mut().take(letters).zip([1, 0, 0]) {
                    *place = byte;
                }
            }
            left = Left::New(all);
        }
        break;
    }
    show(bytes.get(..told.start).unwrap_or_default(), visit);
    show(bytes.get(told.end..).unwrap_or_default(), visit);
    visit.gap(Reason::Unknown);
    left
}
