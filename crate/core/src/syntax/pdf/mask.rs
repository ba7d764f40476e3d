//! Whether a picture that has a mask, or is one, lets anything through at all.

use lopdf::{Document, Object, Stream};

use super::filters::Budget;
use super::samples;

/// Larger masks are not looked into.
const LARGEST: u64 = 8 << 20;

/// Whether a picture covers all that is under it, where a mask decides that; nothing where there
/// is none, or where it is packed as a picture or too large.
pub fn covers(picture: &Stream, document: &Document, budget: Budget) -> Option<bool> {
    let of = |key: &[u8]| picture.dict.get_deref(key, document).ok();
    if is_stencil(picture, document) {
        return stencil(picture, document, budget);
    }
    match (of(b"SMask"), of(b"Mask")) {
        (Some(Object::Stream(mask)), _) => soft(mask, u8::MAX, document, budget),
        (None, Some(Object::Stream(mask))) => stencil(mask, document, budget),
        _ => None,
    }
}

/// Whether a picture is one itself: it has no colours, and paints with that of its page.
pub fn is_stencil(picture: &Stream, document: &Document) -> bool {
    picture.dict.get_deref(b"ImageMask", document).ok() == Some(&Object::Boolean(true))
}

/// The boxes through which nothing is seen: the left and upper, right and lower side of each, as
/// parts of [`WHOLE`] in two bytes; and whether they are all that is seen. They tell bars in a
/// picture that is laid over a page. One byte more says that there are more.
pub fn boxes(picture: &Stream, document: &Document, budget: Budget) -> Option<(Vec<u8>, bool)> {
    let of = |key: &[u8]| picture.dict.get_deref(key, document).ok();
    let stencil = is_stencil(picture, document);
    // Of a picture without a mask, colours that are not painted.
    let mut key: Vec<std::ops::RangeInclusive<u8>> = Vec::new();
    let mask = match (stencil, of(b"SMask"), of(b"Mask")) {
        (true, ..) => picture,
        (_, Some(Object::Stream(mask)), _) | (_, None, Some(Object::Stream(mask))) => mask,
        (_, None, Some(Object::Array(ranges))) => {
            let number = |end: &Object| u8::try_from(end.as_i64().ok()?).ok();
            let ends: Option<Vec<u8>> = ranges.iter().map(number).collect();
            let ends = ends?;
            key.extend(ends.chunks_exact(2).filter_map(|ends| match ends {
                [first, last] => Some(*first..=*last),
                _ => None,
            }));
            picture
        }
        _ => return None,
    };
    let number = |key: &[u8]| mask.dict.get_deref(key, document).ok()?.as_i64().ok();
    let width = usize::try_from(number(b"Width")?).ok().filter(|width| *width > 0)?;
    let height = number(b"Height")?;
    let turned = mask.dict.has(b"Decode");
    let bytes = unpacked(mask, document, budget)?;
    let bits: usize = if number(b"BitsPerComponent") == Some(8) { 8 } else { 1 };
    let soft = of(b"SMask").is_some() && !stencil;
    let keyed = !key.is_empty();
    if (soft || keyed) && (bits != 8 || turned) || !soft && !keyed && bits != 1 {
        return None;
    }
    let bits = bits.saturating_mul(key.len().max(1));
    let (mut open, mut boxes): (Vec<[u16; 4]>, Vec<[u16; 4]>) = (Vec::new(), Vec::new());
    let mut rest = 0_u64;
    let rows = bytes.chunks(width.saturating_mul(bits).div_ceil(8));
    for (row, bytes) in (0..=u16::try_from(height).ok()?).zip(rows.chain([[].as_slice()])) {
        let shows = |point: &[u8]| point.iter().zip(&key).any(|(one, gone)| !gone.contains(one));
        let opaque = |column: usize| match bytes.get(column.saturating_mul(bits).div_euclid(8)) {
            Some(_) if keyed => bytes.chunks_exact(key.len()).nth(column).is_some_and(shows),
            Some(byte) if soft => *byte >= OPAQUE,
            Some(byte) => (byte.wrapping_shl((column % 8) as u32) & 0x80 != 0) == turned,
            None => false,
        };
        let (mut still, mut from) = (Vec::new(), None);
        for column in 0..=u16::try_from(width).ok()? {
            let inside = usize::from(column) < width && opaque(usize::from(column));
            match (inside, from) {
                (true, None) => from = Some(column),
                (false, Some(left)) => {
                    let same = |[other, _, right, _]: &[u16; 4]| {
                        other.abs_diff(left).max(right.abs_diff(column)) <= OFF
                    };
                    let known = open.iter().position(same).map(|at| open.swap_remove(at));
                    let [other, top, right, _] = known.unwrap_or([left, row, column, row]);
                    rest = rest.saturating_add(column.abs_diff(left).into());
                    if column.abs_diff(left) >= BAR {
                        let end = row.saturating_add(1);
                        still.push([left.max(other), top, column.min(right), end]);
                    }
                    from = None;
                }
                _ => {}
            }
        }
        boxes.extend(open.drain(..).filter(|[_, top, _, end]| end.abs_diff(*top) >= BAR));
        open = still;
    }
    let area = |[left, top, right, end]: &[u16; 4]| {
        u64::from(right.abs_diff(*left)).saturating_mul(end.abs_diff(*top).into())
    };
    let own = boxes.iter().map(area).fold(0, u64::saturating_add);
    let bars = own >= rest.saturating_sub(rest.div_euclid(SPECKS));
    let more: &[u8] = if boxes.len() > BOXES { &[0] } else { &[] };
    boxes.truncate(BOXES);
    let part = |(at, side): (usize, &u16)| {
        let all = if at % 2 == 0 { width } else { usize::try_from(height).ok()? };
        let part = usize::from(*side).saturating_mul(WHOLE.into()).checked_div(all)?;
        Some(u16::try_from(part).ok()?.to_be_bytes())
    };
    let parts: Option<Vec<[u8; 2]>> = boxes.as_flattened().iter().enumerate().map(part).collect();
    parts
        .map(|parts| ([&parts.concat(), more].concat(), bars))
        .filter(|(parts, _)| !parts.is_empty())
}

/// Beside bars there is no more than this part of what is seen.
const SPECKS: u64 = 10;

/// All of a picture.
pub const WHOLE: u16 = 1 << 15;

/// What is no less opaque lets nothing through.
const OPAQUE: u8 = 242;

/// A bar is at least so many samples wide and high, and its sides are even but for so many.
const BAR: u16 = 8;
const OFF: u16 = 2;

/// No more of them are told of one picture.
const BOXES: usize = 2000;

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
    samples::plain(mask, document, &mut small)
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn bars_in_a_stencil_are_told() {
        let budget = Budget { left: 1 << 20, held: 1 << 20 };
        let facts = dictionary! { "Width" => 32, "Height" => 24, "ImageMask" => true };
        let mut rows = [[0xff, 0xff, 0xff, 0xff]; 24];
        rows[4..20].fill([0xff, 0, 0, 0xff]);
        rows[22] = [0xff, 0xff, 0, 0xff];
        let mut stencil = Stream::new(facts, rows.concat());
        let sides = |stencil: &Stream| boxes(stencil, &Document::new(), budget);
        assert_eq!(sides(&stencil), Some((vec![32, 0, 21, 85, 96, 0, 106, 170], true)));
        stencil.content[84..].fill(0);
        assert!(!sides(&stencil).unwrap().1);
        stencil.dict.set("Decode", vec![Object::Integer(1), Object::Integer(0)]);
        assert_ne!(sides(&stencil).unwrap().0[..2], [32, 0]);
    }

    #[test]
    fn bars_in_a_picture_of_which_one_colour_is_not_painted_are_told() {
        let budget = Budget { left: 1 << 20, held: 1 << 20 };
        let key = vec![Object::Integer(250), Object::Integer(255)];
        let facts = dictionary! {
            "Width" => 32, "Height" => 24, "BitsPerComponent" => 8, "ColorSpace" => "DeviceGray",
            "Mask" => key
        };
        let mut rows = [[255_u8; 32]; 24];
        rows[4..20].iter_mut().for_each(|row| row[8..24].fill(0));
        let picture = Stream::new(facts, rows.concat());
        let sides = Some((vec![32, 0, 21, 85, 96, 0, 106, 170], true));
        assert_eq!(boxes(&picture, &Document::new(), budget), sides);
    }

    #[test]
    fn more_bars_than_are_told_are_not_passed_over() {
        let sides = |many: u16| {
            let facts = dictionary! { "Width" => 32, "Height" => many * 16, "ImageMask" => true };
            let rows = [[0xff; 4], [0xff, 0, 0, 0xff]].map(|row| [row; 8].concat()).concat();
            let stencil = Stream::new(facts, rows.repeat(many.into()));
            boxes(&stencil, &Document::new(), Budget { left: 1 << 20, held: 1 << 20 }).unwrap().0
        };
        assert_eq!(sides(2000).len(), 16_000);
        assert_eq!(sides(2001).len(), 16_001);
    }

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
