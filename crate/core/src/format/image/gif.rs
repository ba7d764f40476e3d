//! GIF: comments and programs' own blocks beside the pictures, and what follows the end.

use super::{Left, block, icc, opaque, stray, xmp};
use crate::finding::{Reason, Step};
use crate::format::Format;
use crate::kind::access;
use crate::source::{Pieces, Source, Window};
use crate::syntax::fields::text;
use crate::syntax::gif::{Item, Items, joined, starts};
use crate::visit::Remedy::{Drop, Keep};
use crate::visit::Visit;

/// Pictures in GIF, moving ones too.
pub(crate) struct Gif;

impl Format for Gif {
    fn name(&self, _: &dyn Source) -> &'static str {
        "gif"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        starts(&source.head(6))
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        visit.surface();
        let mut pieces = Pieces::default();
        for item in Items::new(source) {
            visit.entry()?;
            match item? {
                Item::Screen(range) | Item::End(range) => pieces.keep(range),
                Item::Picture(range) => {
                    visit.packed(range.clone());
                    pieces.keep(range);
                }
                Item::Rest(range) => pieces.extend(stray(source, range, visit)?, 0),
                Item::Extension(label, whole, parts) => {
                    match extension(label, source, whole.clone(), parts, visit)? {
                        Left::Same => pieces.keep(whole),
                        Left::Gone => {}
                        Left::New(bytes) => pieces.write(bytes),
                    }
                }
            }
        }
        Ok(pieces)
    }
}

/// The labels of extensions.
const COMMENT: u8 = 0xFE;
const TEXT: u8 = 0x01;
const TIMING: u8 = 0xF9;
const APPLICATION: u8 = 0xFF;

/// What is left of an extension.
fn extension(
    label: u8,
    source: &dyn Source,
    whole: std::ops::Range<u64>,
    parts: u64,
    visit: &mut Visit<'_>,
) -> Result<Left, Reason> {
    let all = Window::new(source, whole);
    let parts = joined(source, parts, visit.held())?;
    let first = parts.first().map(Vec::as_slice).unwrap_or_default();
    let rest = parts.get(1..).unwrap_or_default().concat();
    Ok(match (label, first) {
        (TIMING, first) if first.len() == 4 && rest.is_empty() => Left::Same,
        (COMMENT, _) => {
            let decision = visit.value(&access::DESCRIPTION, Drop, &text(&parts.concat()));
            Left::of(&decision)
        }
        // Text that is drawn: its place and colours first.
        (TEXT, first) if first.len() == 12 => {
            visit.value(&access::DESCRIPTION, Keep, &text(&rest));
            Left::Same
        }
        // How often a moving picture is repeated.
        (APPLICATION, b"NETSCAPE2.0" | b"ANIMEXTS1.0") if rest.len() == 3 => Left::Same,
        (APPLICATION, b"ICCRGBG1012") => {
            block(visit, "ICC", |visit| {
                icc::walk(&rest, visit)?;
                Ok(Left::Same)
            });
            Left::Same
        }
        (APPLICATION, b"XMP DataXMP") => block(visit, "XMP", |visit| packet(&all, visit)),
        (label, first) => {
            let name = match label {
                APPLICATION => text(first),
                label => format!("{label:02X}"),
            };
            visit.enter(Step::Part(name.as_str().into()));
            let left = opaque(&parts.concat().as_slice(), visit, Reason::Unknown);
            visit.leave();
            left
        }
    })
}

/// A packet of XMP stands as it is between the name of its block and 258 bytes that make readers
/// of pieces come out at its end.
fn packet(all: &dyn Source, visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let bytes = all.bytes(0..all.len(), visit.held())?;
    let end = bytes.len().saturating_sub(TRAILER);
    let Some((head, packet)) = bytes.get(..end).and_then(|bytes| bytes.split_at_checked(HEAD))
    else {
        return Ok(opaque(all, visit, Reason::Damaged));
    };
    let trailer = bytes.get(end..).unwrap_or_default();
    if !trailer.starts_with(&[0x01, 0xFF, 0xFE]) || !trailer.ends_with(&[0, 0]) {
        return Ok(opaque(all, visit, Reason::Damaged));
    }
    Ok(match xmp::walk(packet, visit)? {
        Left::New(packet) => Left::New([head, &packet, trailer].concat()),
        left => left,
    })
}

/// The introducer, the label, a length and the name.
const HEAD: usize = 14;
/// A one, the numbers from 255 down to 0, and a zero for the end.
const TRAILER: usize = 258;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Plan, clean, inspect};

    fn picture(comment: &[u8], after: &[u8]) -> Vec<u8> {
        let mut bytes = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF".to_vec();
        if !comment.is_empty() {
            bytes.extend([0x21, 0xFE, comment.len() as u8]);
            bytes.extend(comment);
            bytes.push(0);
        }
        bytes.extend([0x21, 0xFF, 11]);
        bytes.extend(b"NETSCAPE2.0\x03\x01\0\0\0");
        bytes.extend([0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]);
        bytes.extend(after);
        bytes
    }

    #[test]
    fn a_comment_goes_and_the_pixels_stay() {
        let bytes = picture(b"Foto van Janne de Vries", b"");
        let cleaned = clean("a.gif", &bytes, &Plan::default(), &Options::default()).unwrap();
        let copy = cleaned.pieces.over(&bytes);
        assert_eq!(copy.bytes(0..copy.len(), 1 << 20).unwrap(), picture(b"", b""));
    }

    #[test]
    fn a_cut_picture_never_panics() {
        let bytes = picture(b"text", b"after");
        for end in 0..bytes.len() {
            inspect("a.gif", &bytes[..end].to_vec(), &Options::default());
        }
    }
}
