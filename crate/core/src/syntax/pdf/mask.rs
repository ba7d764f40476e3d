//! Whether a picture that has a mask, or is one, lets anything through at all.

use lopdf::{Document, Object, Stream};

use super::filters::{self, Budget};

/// Larger masks are not looked into.
const LARGEST: u64 = 4 << 20;

/// Whether a picture covers all that is under it, where a mask decides that; nothing where there
/// is none, or where it is packed as a picture or too large.
pub fn covers(picture: &Stream, document: &Document, budget: Budget) -> Option<bool> {
    let of = |key: &[u8]| picture.dict.get_deref(key, document).ok();
    if of(b"ImageMask") == Some(&Object::Boolean(true)) {
        return stencil(picture, document, budget);
    }
    match (of(b"SMask"), of(b"Mask")) {
        (Some(Object::Stream(mask)), _) => soft(mask, u8::MAX, document, budget),
        (None, Some(Object::Stream(mask))) => stencil(mask, document, budget),
        _ => None,
    }
}

/// Whether a picture is not seen at all because of its soft mask.
pub fn is_clear(picture: &Stream, document: &Document, budget: Budget) -> bool {
    match picture.dict.get_deref(b"SMask", document) {
        Ok(Object::Stream(mask)) => soft(mask, 0, document, budget) == Some(true),
        _ => false,
    }
}

/// Whether all of a soft mask is this.
fn soft(mask: &Stream, all: u8, document: &Document, budget: Budget) -> Option<bool> {
    if mask.dict.has(b"Decode") {
        return None;
    }
    let bytes = unpacked(mask, document, budget)?;
    Some(!bytes.is_empty() && bytes.iter().all(|byte| *byte == all))
}

/// Whether a stencil paints everywhere: a 0 paints, unless its dictionary says otherwise.
fn stencil(mask: &Stream, document: &Document, budget: Budget) -> Option<bool> {
    let width = mask.dict.get_deref(b"Width", document).ok()?.as_i64().ok()?;
    let width = usize::try_from(width).ok().filter(|width| *width > 0)?;
    let turned = match mask.dict.get_deref(b"Decode", document).ok() {
        Some(Object::Array(range)) => {
            range.first().is_some_and(|first| first.as_float().is_ok_and(|first| first > 0.5))
        }
        _ => false,
    };
    let bytes = unpacked(mask, document, budget)?;
    let turn = if turned { u8::MAX } else { 0 };
    let rest = match width % 8 {
        0 => u8::MAX,
        bits => !(u8::MAX.checked_shr(u32::try_from(bits).ok()?)?),
    };
    let full = |row: &[u8]| match row.split_last() {
        Some((last, row)) => row.iter().all(|byte| *byte == turn) && (last ^ turn) & rest == 0,
        None => true,
    };
    Some(!bytes.is_empty() && bytes.chunks(width.div_ceil(8)).all(full))
}

fn unpacked(mask: &Stream, document: &Document, budget: Budget) -> Option<Vec<u8>> {
    let mut small = Budget { left: budget.left.min(LARGEST), held: budget.held.min(LARGEST) };
    let unpacked = filters::unpack(mask, document, &mut small).ok()?;
    (unpacked.codec.is_none() && unpacked.short.is_none()).then_some(unpacked.bytes)
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn a_stencil_without_holes_covers() {
        let budget = Budget { left: 1 << 20, held: 1 << 20 };
        let of = |bytes: &[u8], turned: bool| {
            let mut stencil = Stream::new(
                dictionary! { "Width" => 10, "Height" => 2, "ImageMask" => true },
                bytes.to_vec(),
            );
            if turned {
                stencil.dict.set("Decode", vec![Object::Integer(1), Object::Integer(0)]);
            }
            covers(&stencil, &Document::new(), budget)
        };
        assert_eq!(of(&[0, 0x3f, 0, 0], false), Some(true));
        assert_eq!(of(&[0, 0x40, 0, 0], false), Some(false));
        assert_eq!(of(&[0xff, 0xc0, 0xff, 0xff], true), Some(true));
    }
}
