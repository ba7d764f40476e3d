//! Writes Exif afresh from the fields that stay: nothing of what stood between them is left.

use super::{EXIF, GPS, INTEROP, ORIENTATION, Set, THUMBNAIL, THUMBNAIL_LENGTH, value};
use crate::source::Unread;
use crate::syntax::fields::Order;

/// A field that stays, with the bytes of its value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Kept {
    /// In which directory.
    pub set: Set,
    /// What it is about.
    pub tag: u16,
    /// In which form.
    pub form: u16,
    /// Its values, in the order of bytes of the whole.
    pub value: Vec<u8>,
}

/// A block with only the orientation.
///
/// # Errors
/// Does not fail.
pub fn upright(order: Order, orientation: u16) -> Result<Vec<u8>, Unread> {
    let value = order.of_u16(orientation).to_vec();
    let field = Kept { set: Set::Page(0), tag: ORIENTATION, form: value::SHORT, value };
    write(order, &[field], None)
}

/// A block with these fields, and the thumbnail where one is given. Fields that point to
/// directories are made here.
///
/// # Errors
/// Fails where it would become too large for its offsets.
pub fn write(order: Order, fields: &[Kept], thumbnail: Option<&[u8]>) -> Result<Vec<u8>, Unread> {
    let of = |set: Set| -> Vec<Kept> {
        let mut own: Vec<Kept> = fields.iter().filter(|field| field.set == set).cloned().collect();
        own.retain(|field| {
            !matches!(field.tag, EXIF | GPS | INTEROP | THUMBNAIL | THUMBNAIL_LENGTH)
        });
        own
    };
    let (mut page, mut exif, gps) = (of(Set::Page(0)), of(Set::Exif), of(Set::Gps));
    let (interop, mut small) = (of(Set::Interop), of(Set::Page(1)));
    let pointer = |set, tag| Kept { set, tag, form: value::LONG, value: vec![0; 4] };
    if !interop.is_empty() {
        exif.push(pointer(Set::Exif, INTEROP));
    }
    if !exif.is_empty() {
        page.push(pointer(Set::Page(0), EXIF));
    }
    if !gps.is_empty() {
        page.push(pointer(Set::Page(0), GPS));
    }
    if let Some(bytes) = thumbnail {
        let length = u32::try_from(bytes.len()).map_err(|_| Unread)?;
        small.push(pointer(Set::Page(1), THUMBNAIL));
        let value = order.of_u32(length).to_vec();
        small.push(Kept { set: Set::Page(1), tag: THUMBNAIL_LENGTH, form: value::LONG, value });
    } else {
        small.clear();
    }

    let mut directories = [page, exif, gps, interop, small];
    // Where each directory begins: they follow each other, each with its values behind it.
    let mut starts = [0_u32; 5];
    let mut at = HEADER;
    for (directory, start) in directories.iter_mut().zip(&mut starts) {
        crate::order::by(directory, |field| (u64::from(field.tag), 0));
        if !directory.is_empty() {
            *start = at;
            at = at.checked_add(length(directory)?).ok_or(Unread)?;
        }
    }
    let [page_at, exif_at, gps_at, interop_at, small_at] = starts;
    let pointers = [(EXIF, exif_at), (GPS, gps_at), (INTEROP, interop_at), (THUMBNAIL, at)];
    let nexts = [small_at, 0, 0, 0, 0];

    let mut bytes = match order {
        Order::Big => b"MM\0*".to_vec(),
        Order::Little => b"II*\0".to_vec(),
    };
    bytes.extend_from_slice(&order.of_u32(page_at));
    for ((directory, start), next) in directories.iter_mut().zip(starts).zip(nexts) {
        for field in directory.iter_mut() {
            if let Some((_, target)) = pointers.iter().find(|(tag, _)| *tag == field.tag) {
                field.value = order.of_u32(*target).to_vec();
            }
        }
        if !directory.is_empty() {
            bytes.extend(table(order, directory, start, next)?);
        }
    }
    bytes.extend_from_slice(thumbnail.unwrap_or_default());
    Ok(bytes)
}

const HEADER: u32 = 8;

/// How much room the value of a field takes outside its directory.
fn outside(field: &Kept) -> Result<u32, Unread> {
    let length = u32::try_from(field.value.len()).map_err(|_| Unread)?;
    // Each begins at an even place, as the standard wants.
    Ok(if length > 4 { length.checked_next_multiple_of(2).ok_or(Unread)? } else { 0 })
}

fn table_length(directory: &[Kept]) -> Result<u32, Unread> {
    let count = u32::try_from(directory.len()).map_err(|_| Unread)?;
    count.checked_mul(12).and_then(|length| length.checked_add(6)).ok_or(Unread)
}

fn length(directory: &[Kept]) -> Result<u32, Unread> {
    let mut length = table_length(directory)?;
    for field in directory {
        length = length.checked_add(outside(field)?).ok_or(Unread)?;
    }
    Ok(length)
}

fn table(order: Order, directory: &[Kept], start: u32, next: u32) -> Result<Vec<u8>, Unread> {
    let mut at = start.checked_add(table_length(directory)?).ok_or(Unread)?;
    let mut bytes = order.of_u16(u16::try_from(directory.len()).map_err(|_| Unread)?).to_vec();
    let mut behind = Vec::new();
    for field in directory {
        let size = value::size(field.form).ok_or(Unread)?;
        let count = (field.value.len() as u64).checked_div(size).ok_or(Unread)?;
        bytes.extend_from_slice(&order.of_u16(field.tag));
        bytes.extend_from_slice(&order.of_u16(field.form));
        bytes.extend_from_slice(&order.of_u32(u32::try_from(count).map_err(|_| Unread)?));
        let room = outside(field)?;
        if room == 0 {
            let mut inline = field.value.clone();
            inline.resize(4, 0);
            bytes.extend(inline);
        } else {
            bytes.extend_from_slice(&order.of_u32(at));
            behind.extend_from_slice(&field.value);
            at = at.checked_add(room).ok_or(Unread)?;
            if field.value.len() % 2 == 1 {
                behind.push(0);
            }
        }
    }
    bytes.extend_from_slice(&order.of_u32(next));
    bytes.extend(behind);
    Ok(bytes)
}
