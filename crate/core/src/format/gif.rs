//! GIF: blocks beside the pixels, and what follows the end.

use super::Format;
use super::image::stray;
use crate::finding::Reason;
use crate::kind::hidden;
use crate::source::{Pieces, Source, Window};
use crate::syntax::fields::{byte, readable};
use crate::visit::Remedy::Drop;
use crate::visit::{Decision, Visit};

/// Pictures in GIF, moving ones too.
pub(crate) struct Gif;

const STARTS: [&[u8]; 2] = [b"GIF87a", b"GIF89a"];
/// What programs add that a picture needs: how often it moves, and its colours.
const NEEDED: [&[u8]; 3] = [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

impl Format for Gif {
    fn name(&self, _: &dyn Source) -> &'static str {
        "gif"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        STARTS.contains(&source.head(6).as_slice())
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        visit.surface();
        let mut position = colours(source, 10)?.saturating_add(13);
        let mut pieces = Pieces::default();
        pieces.keep(0..position);
        loop {
            let start = position;
            match byte(source, start)? {
                0x21 => {
                    position = blocks(source, start.saturating_add(2))?;
                    if !goes(source, start, position, visit)? {
                        pieces.keep(start..position);
                    }
                }
                0x2C => {
                    let pixels = colours(source, start.saturating_add(9))?.saturating_add(start);
                    position = blocks(source, pixels.saturating_add(11))?;
                    visit.packed(start..position);
                    pieces.keep(start..position);
                }
                0x3B => {
                    let end = start.saturating_add(1);
                    pieces.keep(start..end);
                    if end < source.len() {
                        pieces.extend(stray(source, end..source.len(), visit)?, 0);
                    }
                    return Ok(pieces);
                }
                _ => return Err(Reason::Damaged),
            }
        }
    }
}

/// How long the table of colours is that the switches at this place tell of.
fn colours(source: &dyn Source, at: u64) -> Result<u64, Reason> {
    let switches = byte(source, at)?;
    let bits = u32::from(switches & 7).saturating_add(1);
    let count = 1_u64.checked_shl(bits).unwrap_or(0);
    Ok(if switches & 0x80 == 0 { 0 } else { count.saturating_mul(3) })
}

/// Where a row of blocks ends: each tells its length, the last has none.
fn blocks(source: &dyn Source, start: u64) -> Result<u64, Reason> {
    let mut position = start;
    loop {
        let length = byte(source, position)?;
        position = position.saturating_add(u64::from(length)).saturating_add(1);
        if length == 0 {
            return Ok(position);
        }
    }
}

/// Tells what an extension holds, and whether it goes.
fn goes(source: &dyn Source, start: u64, end: u64, visit: &mut Visit<'_>) -> Result<bool, Reason> {
    let sort = byte(source, start.saturating_add(1))?;
    let name = Window::new(source, start.saturating_add(3)..start.saturating_add(14)).head(11);
    if sort == 0xF9 || sort == 0xFF && NEEDED.contains(&name.as_slice()) {
        return Ok(false);
    }
    let bytes = content(source, start.saturating_add(2), end, visit.held())?;
    let text = readable(&bytes);
    if sort == 0x01 {
        visit.text(&text);
        visit.end_text();
        return Ok(false);
    }
    let decision = visit.place(&hidden::PRIVATE_DATA, Drop);
    match text.trim().is_empty() {
        true => visit.describe(&format!("{} bytes", bytes.len())),
        false => visit.text(&text),
    }
    visit.end_text();
    visit.close();
    Ok(decision != Decision::Stay)
}

/// What stands in a row of blocks, without their lengths.
fn content(source: &dyn Source, start: u64, end: u64, most: u64) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    let mut position = start;
    while position < end {
        let length = u64::from(byte(source, position)?);
        let from = position.saturating_add(1);
        position = from.saturating_add(length);
        bytes.extend(source.bytes(from..position, 255)?);
        if bytes.len() as u64 > most {
            return Err(Reason::Limit);
        }
    }
    Ok(bytes)
}

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
