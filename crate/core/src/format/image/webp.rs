//! WebP: chunks beside the picture, and what follows the last.

use super::{Left, block, exif, icc, opaque, stray, xmp};
use crate::finding::{Reason, Step};
use crate::format::Format;
use crate::source::{Pieces, Source, Window};
use crate::syntax::fields::Order;
use crate::syntax::riff::{Chunk, chunk, chunks};
use crate::visit::Visit;

/// Pictures in WebP, moving ones too.
pub(crate) struct WebP;

impl Format for WebP {
    fn name(&self, _: &dyn Source) -> &'static str {
        "webp"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        let head = source.head(12);
        head.starts_with(b"RIFF") && head.ends_with(b"WEBP")
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        visit.surface();
        let length = u64::from(Order::Little.u32(source, 4)?);
        let end = length.saturating_add(8);
        if end > source.len() {
            return Err(Reason::Damaged);
        }
        let found = chunks(source, HEADER..end, visit.limits().entries)?;
        let mut rest = Vec::new();
        for chunk in &found {
            visit.entry()?;
            rest.push(left(chunk, source, visit)?);
        }
        let changed = rest.iter().any(|left| *left != Left::Same);
        let mut pieces = Pieces::default();
        if !changed {
            pieces.keep(0..end);
        } else {
            let stays = |name: &[u8; 4]| {
                let both = found.iter().zip(&rest);
                both.into_iter().any(|(chunk, left)| chunk.name == *name && *left != Left::Gone)
            };
            let mut gone = 0;
            for (name, flag) in [(b"EXIF", 0x08), (b"XMP ", 0x04)] {
                if !stays(name) {
                    gone |= flag;
                }
            }
            let mut body = Pieces::default();
            for (chunk, left) in found.iter().zip(rest) {
                match left {
                    Left::Same if chunk.name == *b"VP8X" => {
                        features(source, chunk, gone, &mut body)?
                    }
                    Left::Same => body.keep(chunk.whole.clone()),
                    Left::Gone => {}
                    Left::New(bytes) => body.write(bytes),
                }
            }
            let length = u32::try_from(body.len().saturating_add(4)).map_err(|_| Reason::Limit)?;
            pieces.keep(0..4);
            pieces.write(length.to_le_bytes().to_vec());
            pieces.keep(8..HEADER);
            pieces.extend(body, 0);
        }
        if end < source.len() {
            pieces.extend(stray(source, end..source.len(), visit)?, 0);
        }
        Ok(pieces)
    }
}

/// `RIFF`, a length, `WEBP`.
const HEADER: u64 = 12;

/// What is left of a chunk.
fn left(chunk: &Chunk, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let data = Window::new(source, chunk.data.clone());
    Ok(match &chunk.name {
        b"VP8 " | b"VP8L" | b"ALPH" => {
            visit.packed(chunk.data.clone());
            Left::Same
        }
        b"VP8X" if data.len() == 10 => Left::Same,
        b"ANIM" if data.len() == 6 => Left::Same,
        b"ANMF" => {
            visit.packed(chunk.data.clone());
            frame(source, chunk, visit)?;
            Left::Same
        }
        b"ICCP" => {
            let bytes = data.bytes(0..data.len(), visit.held())?;
            block(visit, "ICC", |visit| {
                icc::walk(&bytes, visit)?;
                Ok(Left::Same)
            });
            Left::Same
        }
        b"EXIF" => {
            // Some programs write the signature of JPEG before it.
            let skip = if data.head(6) == b"Exif\0\0" { 6 } else { 0 };
            let body = Window::new(&data, skip..data.len());
            wrap(block(visit, "Exif", |visit| exif::walk(&body, visit)), chunk)?
        }
        b"XMP " => {
            let bytes = data.bytes(0..data.len(), visit.held())?;
            wrap(block(visit, "XMP", |visit| xmp::walk(&bytes, visit)), chunk)?
        }
        name => {
            let name: String = name.iter().map(|byte| char::from(*byte)).collect();
            block(visit, &name, |visit| Ok(opaque(&data, visit, Reason::Unknown)))
        }
    })
}

fn wrap(left: Left, old: &Chunk) -> Result<Left, Reason> {
    Ok(match left {
        Left::New(bytes) => Left::New(chunk(old.name, &bytes).ok_or(Reason::Limit)?),
        left => left,
    })
}

/// A picture of a moving one is chunks again; others than of pixels may stand there.
fn frame(source: &dyn Source, frame: &Chunk, visit: &mut Visit<'_>) -> Result<(), Reason> {
    let start = frame.data.start.saturating_add(16).min(frame.data.end);
    for part in chunks(source, start..frame.data.end, visit.limits().entries)? {
        visit.entry()?;
        if !matches!(&part.name, b"VP8 " | b"VP8L" | b"ALPH") {
            visit.enter(Step::Part("ANMF".into()));
            visit.gap(Reason::Unknown);
            visit.leave();
        }
    }
    Ok(())
}

/// The features of a picture, without those whose chunk is gone.
fn features(source: &dyn Source, chunk: &Chunk, gone: u8, body: &mut Pieces) -> Result<(), Reason> {
    let flags = crate::syntax::fields::byte(source, chunk.data.start)?;
    let after = chunk.data.start.saturating_add(1);
    body.keep(chunk.whole.start..chunk.data.start);
    if flags & gone == 0 {
        body.keep(chunk.data.start..after);
    } else {
        body.write(vec![flags & !gone]);
    }
    body.keep(after..chunk.whole.end);
    Ok(())
}
