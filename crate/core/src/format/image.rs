//! Pictures: what stands beside the pixels goes, the pixels stay byte for byte.

pub(crate) mod bmp;
pub(crate) mod exif;
pub(crate) mod gif;
pub(crate) mod icc;
pub(crate) mod iptc;
pub(crate) mod jpeg;
pub(crate) mod photoshop;
pub(crate) mod png;
pub(crate) mod tiff;
pub(crate) mod webp;
pub(crate) mod xmp;

use std::ops::Range;

use super::detect;
use crate::finding::{Reason, Step};
use crate::kind::hidden;
use crate::source::{Pieces, Source, Window};
use crate::syntax::fields::{STEP, all_zero, readable};
use crate::visit::{Decision, Remedy, Visit};

/// What is left of a block of a picture.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Left {
    /// It stays as it is.
    Same,
    /// Nothing.
    Gone,
    /// These bytes in its place.
    New(Vec<u8>),
}

impl Left {
    /// What is left of a block that is one place.
    pub(crate) fn of(decision: &Decision) -> Self {
        if *decision == Decision::Stay { Left::Same } else { Left::Gone }
    }
}

/// Walks a block of a picture as a part of its own; it stays where it cannot be read.
pub(crate) fn block(
    visit: &mut Visit<'_>,
    name: &str,
    walk: impl FnOnce(&mut Visit<'_>) -> Result<Left, Reason>,
) -> Left {
    visit.part(Step::Part(name.into()), walk).unwrap_or(Left::Same)
}

/// A block whose meaning is not known, or that cannot be read. The picture does not need it, so
/// it goes whole; what can be read in it is looked into.
pub(crate) fn opaque(source: &dyn Source, visit: &mut Visit<'_>, reason: Reason) -> Left {
    let decision = visit.place(&hidden::PRIVATE_DATA, Remedy::Drop);
    visit.describe(&format!("{} bytes", source.len()));
    visit.text(&readable(&source.head(STEP)));
    visit.end_text();
    if !is_palette(source) {
        visit.gap(reason);
    }
    visit.close();
    Left::of(&decision)
}

/// Colours and ways of packing that Office notes in a picture, under these names.
fn is_palette(source: &dyn Source) -> bool {
    const NAMES: [&[u8]; 3] = [b"MSO Palette", b"MSOFFICE9.0", b"JCmp"];
    let head = source.head(11);
    source.len() <= STEP && NAMES.iter().any(|name| head.starts_with(name))
}

/// Bytes that belong to no part of the picture: what follows its end, or stands between its
/// parts. They may well be a document of their own. Where they are not, they are what a program
/// left in its memory, and go whatever they are; what can be read in them is looked into.
pub(crate) fn stray(
    source: &dyn Source,
    range: Range<u64>,
    visit: &mut Visit<'_>,
) -> Result<Pieces, Reason> {
    let mut pieces = Pieces::default();
    if is_padding(source, range.clone())? {
        pieces.keep(range);
        return Ok(pieces);
    }
    let decision = visit.place(&hidden::STRAY_BYTES, Remedy::Drop);
    visit.describe(&format!("{} bytes", range.end.saturating_sub(range.start)));
    visit.gathers();
    let window = Window::new(source, range.clone());
    let left = match detect(&window) {
        Some(_) => visit.document(Step::Part("stray".into()), &window),
        None => {
            show(&window, visit)?;
            None
        }
    };
    visit.close();
    if decision == Decision::Stay {
        match left {
            Some(left) => pieces.extend(left, range.start),
            None => pieces.keep(range),
        }
    }
    Ok(pieces)
}

/// Shows what can be read in bytes that no format claims.
fn show(source: &dyn Source, visit: &mut Visit<'_>) -> Result<(), Reason> {
    let mut at = 0;
    while at < source.len() {
        let end = at.saturating_add(STEP).min(source.len());
        visit.text(&readable(&source.bytes(at..end, STEP)?));
        visit.end_text();
        at = end;
    }
    Ok(())
}

/// Zeros, however many, or a line break or two.
fn is_padding(source: &dyn Source, range: Range<u64>) -> Result<bool, Reason> {
    let length = range.end.saturating_sub(range.start);
    if length <= 4 {
        let bytes = source.bytes(range.clone(), length)?;
        if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
            return Ok(true);
        }
    }
    Ok(all_zero(source, range)?)
}

/// The bytes of pieces of a block that is held anyway.
pub(crate) fn bytes_of(pieces: &Pieces, source: &dyn Source, most: u64) -> Result<Vec<u8>, Reason> {
    let copy = pieces.over(source);
    Ok(copy.bytes(0..copy.len(), most)?)
}
