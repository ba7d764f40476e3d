//! PNG: chunks beside the pixels, and what follows the last.

mod clear;
mod pixels;
mod words;

use super::{Left, block, exif, icc, opaque, stray};
use crate::finding::{Reason, Step};
use crate::format::Format;
use crate::kind::{inside, software, time};
use crate::source::{Pieces, Source, Window};
use crate::syntax::fields::{Order, byte, readable, text};
use crate::syntax::png::{Chunk, Item, Items, START, chunk};
use crate::syntax::zlib::Zlib;
use crate::visit::Remedy::Drop;
use crate::visit::Visit;

/// Pictures in PNG, moving ones too.
pub(crate) struct Png;

impl Format for Png {
    fn name(&self, _: &dyn Source) -> &'static str {
        "png"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        source.head(8) == START
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        visit.surface();
        let mut pieces = Pieces::default();
        pieces.keep(0..START.len() as u64);
        // What stands before the pixels, and behind them.
        let mut beside = (pieces.clone(), Pieces::default());
        let mut pixels = pixels::Pixels::default();
        let mut met = false;
        for item in Items::new(source) {
            visit.entry()?;
            let mut part = Pieces::default();
            match item? {
                Item::Rest(range) => part = stray(source, range, visit)?,
                Item::Chunk(chunk) => {
                    let packed = pixels.take(&chunk, source)?;
                    if packed {
                        visit.packed(chunk.data.clone());
                    }
                    match left(&chunk, source, visit)? {
                        Left::Same => part.keep(chunk.whole),
                        Left::Gone => {}
                        Left::New(bytes) => part.write(bytes),
                    }
                    if packed {
                        met = true;
                        pieces.extend(part, 0);
                        continue;
                    }
                }
            }
            let beside = if met { &mut beside.1 } else { &mut beside.0 };
            beside.extend(part.clone(), 0);
            pieces.extend(part, 0);
        }
        if let Some(packed) = pixels.check(source, visit)? {
            pieces = beside.0;
            pieces.write(chunk(*b"IDAT", &packed).ok_or(Reason::Limit)?);
            pieces.extend(beside.1, 0);
        }
        Ok(pieces)
    }
}

/// Chunks that tell how to show the pixels, each with the lengths that it may have. They hold
/// numbers only, and stay.
#[rustfmt::skip]
const NEEDED: &[(&[u8; 4], u64, u64)] = &[
    (b"IHDR", 13, 13), (b"PLTE", 3, 768), (b"IDAT", 0, u64::MAX), (b"IEND", 0, 0),
    (b"tRNS", 0, 256), (b"cHRM", 32, 32), (b"gAMA", 4, 4), (b"sRGB", 1, 1), (b"sBIT", 1, 4),
    (b"bKGD", 1, 6), (b"hIST", 2, 512), (b"pHYs", 9, 9), (b"acTL", 8, 8), (b"fcTL", 26, 26),
    (b"fdAT", 4, u64::MAX), (b"cICP", 4, 4), (b"mDCV", 24, 24), (b"mDCv", 24, 24),
    (b"cLLI", 8, 8), (b"cLLi", 8, 8), (b"oFFs", 9, 9), (b"sTER", 1, 1),
];

/// Chunks with further settings, which no viewer of today needs.
const SETTINGS: &[&[u8; 4]] =
    &[b"sPLT", b"pCAL", b"sCAL", b"vpAg", b"iDOT", b"gIFg", b"gIFx", b"gIFt", b"orNT", b"tXMP"];

/// What is left of a chunk.
fn left(chunk: &Chunk, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let data = Window::new(source, chunk.data.clone());
    let needed = NEEDED.iter().find(|(name, _, _)| **name == chunk.name);
    if let Some((_, least, most)) = needed
        && (*least..=*most).contains(&data.len())
    {
        if !chunk.intact {
            unread(chunk, &data, visit, Reason::Damaged);
        }
        return Ok(Left::Same);
    }
    if chunk.is_critical() {
        unread(chunk, &data, visit, Reason::Unknown);
        return Ok(Left::Same);
    }
    let name = chunk.title();
    Ok(match &chunk.name {
        b"iCCP" => {
            block(visit, "ICC", |visit| profile(&data, visit));
            Left::Same
        }
        b"eXIf" | b"exIf" => {
            let left = block(visit, "Exif", |visit| exif::walk(&data, visit));
            wrap(left, chunk)?
        }
        b"tEXt" | b"zTXt" | b"iTXt" => {
            let left = block(visit, &name, |visit| words::walk(chunk.name, &data, visit));
            wrap(left, chunk)?
        }
        b"tIME" => {
            visit.enter(Step::Part("tIME".into()));
            let decision = visit.place(&time::DATE, Drop);
            visit.describe(&moment(&data)?);
            visit.close();
            visit.leave();
            Left::of(&decision)
        }
        b"caBX" => {
            let decision = visit.place(&inside::CONTENT_CREDENTIALS, Drop);
            visit.describe(&format!("C2PA, {} bytes", data.len()));
            visit.text(&readable(&data.head(visit.held())));
            visit.end_text();
            visit.close();
            Left::of(&decision)
        }
        known if SETTINGS.contains(&known) => {
            let decision = visit.place(&software::CAMERA_SETTINGS, Drop);
            visit.describe(&name);
            visit.text(&readable(&data.head(visit.held())));
            visit.end_text();
            visit.close();
            Left::of(&decision)
        }
        _ => block(visit, &name, |visit| Ok(opaque(&data, visit, Reason::Unknown))),
    })
}

/// A chunk that stays although it was not read.
fn unread(chunk: &Chunk, data: &dyn Source, visit: &mut Visit<'_>, reason: Reason) {
    visit.enter(Step::Part(chunk.title().into()));
    visit.text(&readable(&data.head(crate::syntax::fields::STEP)));
    visit.end_text();
    visit.gap(reason);
    visit.leave();
}

fn wrap(left: Left, old: &Chunk) -> Result<Left, Reason> {
    Ok(match left {
        Left::New(bytes) => Left::New(chunk(old.name, &bytes).ok_or(Reason::Limit)?),
        left => left,
    })
}

/// A colour profile: its name, a zero, how it is packed, and it.
fn profile(data: &dyn Source, visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let head = data.head(NAME);
    let end = head.iter().position(|byte| *byte == 0).ok_or(Reason::Damaged)?;
    let name = text(head.get(..end).unwrap_or_default());
    if !icc::is_usual(&name) {
        visit.value(&software::COLOUR_PROFILE, crate::visit::Remedy::Keep, &name);
    }
    let start = (end as u64).saturating_add(2);
    let packed = Window::new(data, start..data.len());
    icc::walk(&unpacked(&packed, visit)?, visit)?;
    Ok(Left::Same)
}

/// How long the name of a text or profile may be, the zero after it included.
const NAME: u64 = 80;

/// All that was packed with zlib.
fn unpacked(packed: &dyn Source, visit: &Visit<'_>) -> Result<Vec<u8>, Reason> {
    let mut zlib = Zlib::new(crate::source::Reader::new(packed));
    let bytes = visit.unpack(&mut zlib).whole()?;
    // What stands behind the end, nobody would see.
    if zlib.is_exact()? { Ok(bytes) } else { Err(Reason::Unknown) }
}

/// When the picture was changed last.
fn moment(data: &dyn Source) -> Result<String, Reason> {
    let year = Order::Big.u16(data, 0)?;
    let part = |at| byte(data, at);
    Ok(format!(
        "{year:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        part(2)?,
        part(3)?,
        part(4)?,
        part(5)?,
        part(6)?
    ))
}
