//! JPEG 2000: boxes around a code stream (ISO/IEC 15444-1, annexes A and I).

use std::ops::Range;

use super::fields::{Order, text};

/// A stretch of a picture, in order; together they are all of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Item {
    /// A box that a reader needs, or a stretch of one.
    Needed(Range<usize>),
    /// The head of a box that holds what follows, up to where that ends.
    Head(Range<usize>, usize),
    /// A box with something that no pixel needs, its name, and where its content starts.
    Box(Range<usize>, String, usize),
    /// A comment in the code stream, and where its text starts.
    Comment(Range<usize>, usize),
    /// Bytes that are no box.
    Stray(Range<usize>),
}

/// What every picture starts with, with boxes and without.
const SIGNATURE: &[u8] = b"\0\0\0\x0cjP  \r\n\x87\n";
const CODE: &[u8] = &[0xff, 0x4f, 0xff, 0x51];

/// Boxes by which the picture is shown: its size, colours, palette and resolution stand in `jp2h`.
const NEEDED: [&[u8; 4]; 12] = [
    b"jP  ", b"ftyp", b"jp2h", b"rreq", b"jpch", b"jplh", b"ftbl", b"flst", b"comp", b"copt",
    b"inst", b"opct",
];

/// A picture has no more boxes and comments than this.
const ITEMS: usize = 10_000;

/// The stretches of a picture; none where it is no JPEG 2000, or its boxes make no sense.
pub fn read(bytes: &[u8]) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    if bytes.starts_with(CODE) {
        code(bytes, 0..bytes.len(), &mut items)?;
        return Some(items);
    }
    if !bytes.starts_with(SIGNATURE) {
        return None;
    }
    let mut at = 0_usize;
    while at < bytes.len() {
        let Some((head, end)) = header(bytes, at) else {
            items.push(Item::Stray(at..bytes.len()));
            break;
        };
        let name: &[u8; 4] =
            bytes.get(at.saturating_add(4)..at.saturating_add(8))?.try_into().ok()?;
        match name {
            b"jp2c" => {
                items.push(Item::Head(at..head, end));
                code(bytes, head..end, &mut items)?;
            }
            name if NEEDED.contains(&name) => items.push(Item::Needed(at..end)),
            name => items.push(Item::Box(at..end, text(name), head)),
        }
        if items.len() > ITEMS {
            return None;
        }
        at = end;
    }
    Some(items)
}

/// Where the content of the box that starts here begins, and where it ends.
fn header(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let place = u64::try_from(at).ok()?;
    let length = usize::try_from(Order::Big.u32(&bytes, place).ok()?).ok()?;
    let name = bytes.get(at.checked_add(4)?..at.checked_add(8)?)?;
    if !name.iter().all(|byte| (0x20..0x7f).contains(byte)) {
        return None;
    }
    let short = at.checked_add(8)?;
    let (head, end) = match length {
        // To the end of the file.
        0 => (short, bytes.len()),
        1 => {
            let high = Order::Big.u32(&bytes, place.checked_add(8)?).ok()?;
            let low = Order::Big.u32(&bytes, place.checked_add(12)?).ok()?;
            let length = usize::try_from(u64::from(high) << 32 | u64::from(low)).ok()?;
            (at.checked_add(16)?, at.checked_add(length)?)
        }
        length => (short, at.checked_add(length)?),
    };
    (head <= end && end <= bytes.len()).then_some((head, end))
}

/// The segments in the main header of a code stream, up to its first tile, and what follows its
/// end.
fn code(bytes: &[u8], range: Range<usize>, items: &mut Vec<Item>) -> Option<()> {
    let body = bytes.get(..range.end)?;
    let mut start = range.start;
    let mut at = range.start.checked_add(2)?;
    while let Some([0xff, marker]) = body.get(at..at.checked_add(2)?) {
        if matches!(marker, 0x90 | 0x93 | 0xd9) || items.len() > ITEMS {
            break;
        }
        let place = u64::try_from(at).ok()?.checked_add(2)?;
        let length = usize::from(Order::Big.u16(&body, place).ok()?);
        let end = at.checked_add(2)?.checked_add(length)?;
        if *marker == 0x64 {
            items.push(Item::Needed(start..at));
            items.push(Item::Comment(at..end.min(range.end), at.checked_add(6)?));
            start = end;
        }
        at = end;
    }
    let last = body.get(at..)?.windows(2).rposition(|pair| pair == [0xff, 0xd9]);
    let end = last.and_then(|last| at.checked_add(last)?.checked_add(2)).unwrap_or(range.end);
    items.push(Item::Needed(start.min(end)..end));
    if end < range.end {
        items.push(Item::Stray(end..range.end));
    }
    Some(())
}

/// What a box of this name says that it is, by the first sixteen bytes of its content.
pub fn of_uuid(content: &[u8]) -> Option<Uuid> {
    let name = content.get(..16)?;
    UUIDS.iter().find_map(|(known, uuid)| (*known == name).then_some(*uuid))
}

/// What a box holds that goes by a number of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Uuid {
    /// XMP.
    Xmp,
    /// Exif.
    Exif,
    /// IPTC.
    Iptc,
}

const UUIDS: [(&[u8; 16], Uuid); 4] = [
    (b"\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac", Uuid::Xmp),
    (b"JpgTiffExif->JP2", Uuid::Exif),
    (b"\x05\x37\xcd\xab\x9d\x0c\x44\x31\xa7\x2a\xfa\x56\x1f\x2a\x11\x3e", Uuid::Exif),
    (b"\x33\xc7\xa4\xd2\xb8\x1d\x47\x23\xa0\xba\xf1\xa3\xe0\x97\xad\x38", Uuid::Iptc),
];

/// The picture of which these stretches are left.
pub fn assemble(bytes: &[u8], items: &[Item], gone: &[usize]) -> Vec<u8> {
    let mut new = Vec::with_capacity(bytes.len());
    let mut shorter = 0;
    let mut open: Option<(usize, Range<usize>, usize)> = None;
    for (index, item) in items.iter().enumerate() {
        let range = match item {
            Item::Needed(range) | Item::Head(range, _) | Item::Box(range, ..) => range,
            Item::Comment(range, _) | Item::Stray(range) => range,
        };
        if let Some((at, head, end)) = &open
            && range.start >= *end
        {
            shrink(&mut new, *at, head.len(), shorter);
            open = None;
        }
        if let Item::Head(head, end) = item {
            open = Some((new.len(), head.clone(), *end));
            shorter = 0;
        }
        match gone.contains(&index) {
            true => shorter = shorter.saturating_add(range.len()),
            false => new.extend_from_slice(bytes.get(range.clone()).unwrap_or_default()),
        }
    }
    if let Some((at, head, _)) = open {
        shrink(&mut new, at, head.len(), shorter);
    }
    new
}

/// A box that starts here is so much shorter now.
fn shrink(bytes: &mut [u8], at: usize, head: usize, by: usize) {
    // A long length stands in the second eight bytes of its head.
    let start = if head == 16 { at.saturating_add(12) } else { at };
    let place = start..start.saturating_add(4);
    let Some(field) = bytes.get_mut(place) else { return };
    let Ok(old) = <[u8; 4]>::try_from(&*field) else { return };
    let old = u32::from_be_bytes(old);
    if old != 0 {
        let new = old.wrapping_sub(u32::try_from(by).unwrap_or(0));
        field.copy_from_slice(&new.to_be_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let mut bytes = (content.len() as u32 + 8).to_be_bytes().to_vec();
        bytes.extend_from_slice(name);
        bytes.extend_from_slice(content);
        bytes
    }

    fn picture() -> Vec<u8> {
        let code = b"\xff\x4f\xff\x51\0\x04ab\xff\x64\0\x08\0\x01door\xff\x90pixels\xff\xd9";
        let mut bytes = SIGNATURE.to_vec();
        bytes.extend(boxed(b"jp2h", b"colr"));
        bytes.extend(boxed(b"xml ", b"<a>Jan</a>"));
        bytes.extend(boxed(b"jp2c", code));
        bytes.extend(b"briefje");
        bytes
    }

    #[test]
    fn what_no_pixel_needs_is_cut_out() {
        let bytes = picture();
        let items = read(&bytes).unwrap();
        let gone: Vec<usize> = (0..items.len())
            .filter(|at| matches!(items[*at], Item::Box(..) | Item::Comment(..) | Item::Stray(_)))
            .collect();
        assert_eq!(gone.len(), 3);
        let left = assemble(&bytes, &items, &gone);
        let again = read(&left).unwrap();
        assert!(again.iter().all(|item| matches!(item, Item::Needed(_) | Item::Head(..))));
        assert_eq!(assemble(&bytes, &items, &[]), bytes);
        assert_eq!(left.len(), bytes.len() - 18 - 10 - 7);
        for length in 0..bytes.len() {
            read(&bytes[..length]);
        }
    }
}
