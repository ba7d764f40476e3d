//! EMF and EMF+, by the specifications [MS-EMF] and [MS-EMFPLUS].

use std::ops::Range;

use super::{Blanks, inner, show};
use crate::finding::Reason;
use crate::format::Format;
use crate::source::{Pieces, Source};
use crate::syntax::charset::{utf_16, windows_1252};
use crate::syntax::fields::Order::Little;
use crate::visit::Visit;

/// Enhanced metafiles.
pub(crate) struct Emf;

const HEADER: u32 = 1;
const END: u32 = 14;
const COMMENT: u32 = 70;
const TEXT_NARROW: u32 = 83;
const TEXT_WIDE: u32 = 84;
const TEXTS_NARROW: u32 = 96;
const TEXTS_WIDE: u32 = 97;
const SMALL_TEXT: u32 = 108;
const PLUS: u32 = 0x2B46_4D45;
const PUBLIC: u32 = 0x4349_4447;
/// The text is numbers of glyphs, not letters.
const GLYPHS: u32 = 0x10;

impl Format for Emf {
    fn name(&self, _: &dyn Source) -> &'static str {
        "emf"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        let head = source.head(44);
        head.starts_with(&[1, 0, 0, 0]) && head.get(40..44) == Some(b" EMF")
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        visit.surface();
        let mut blanks = Blanks::default();
        let mut position = 0;
        loop {
            let sort = Little.u32(source, position)?;
            let length = u64::from(Little.u32(source, position.saturating_add(4))?);
            let record = position..position.saturating_add(length);
            if length < 8 || record.end > source.len() {
                return Err(Reason::Damaged);
            }
            match sort {
                HEADER => description(source, &record, &mut blanks, visit)?,
                TEXT_NARROW | TEXT_WIDE => {
                    text(source, &record, 36, sort == TEXT_WIDE, visit)?;
                }
                TEXTS_NARROW | TEXTS_WIDE => {
                    let count = Little.u32(source, record.start.saturating_add(36))?;
                    for number in 0..u64::from(count) {
                        let at = number.saturating_mul(40).saturating_add(40);
                        if at > length {
                            return Err(Reason::Damaged);
                        }
                        text(source, &record, at, sort == TEXTS_WIDE, visit)?;
                    }
                }
                SMALL_TEXT => small(source, &record, visit)?,
                COMMENT => comment(source, &record, &mut blanks, visit)?,
                _ => {}
            }
            position = record.end;
            if sort == END {
                visit.end_text();
                return blanks.pieces(source, position, visit);
            }
        }
    }
}

fn description(
    source: &dyn Source,
    record: &Range<u64>,
    blanks: &mut Blanks,
    visit: &mut Visit<'_>,
) -> Result<(), Reason> {
    let letters = Little.u32(source, record.start.saturating_add(60))?;
    let offset = Little.u32(source, record.start.saturating_add(64))?;
    if letters == 0 {
        return Ok(());
    }
    let start = record.start.saturating_add(u64::from(offset));
    let range = start..start.saturating_add(u64::from(letters).saturating_mul(2));
    if range.end > record.end {
        return Err(Reason::Damaged);
    }
    let text = utf_16(&source.bytes(range.clone(), visit.held())?, Little).replace('\0', " ");
    blanks.description(range, &text, visit);
    Ok(())
}

/// A text that is drawn; what it says about itself stands `at` bytes into the record.
fn text(
    source: &dyn Source,
    record: &Range<u64>,
    at: u64,
    is_wide: bool,
    visit: &mut Visit<'_>,
) -> Result<(), Reason> {
    let at = record.start.saturating_add(at);
    let letters = u64::from(Little.u32(source, at.saturating_add(8))?);
    let offset = u64::from(Little.u32(source, at.saturating_add(12))?);
    let switches = Little.u32(source, at.saturating_add(16))?;
    if switches & GLYPHS != 0 || letters == 0 {
        return Ok(());
    }
    let start = record.start.saturating_add(offset);
    let length = if is_wide { letters.saturating_mul(2) } else { letters };
    let range = start..start.saturating_add(length);
    if range.end > record.end {
        return Err(Reason::Damaged);
    }
    let bytes = source.bytes(range, visit.held())?;
    show(&if is_wide { utf_16(&bytes, Little) } else { windows_1252(&bytes) }, visit);
    Ok(())
}

/// A short text. Its letters have one byte where a switch says so.
fn small(source: &dyn Source, record: &Range<u64>, visit: &mut Visit<'_>) -> Result<(), Reason> {
    let letters = u64::from(Little.u32(source, record.start.saturating_add(16))?);
    let switches = Little.u32(source, record.start.saturating_add(20))?;
    let bounds = if switches & 0x100 == 0 { 16 } else { 0 };
    let start = record.start.saturating_add(36).saturating_add(bounds);
    let is_narrow = switches & 0x200 != 0;
    let length = if is_narrow { letters } else { letters.saturating_mul(2) };
    let range = start..start.saturating_add(length).min(record.end);
    if switches & GLYPHS == 0 && range.start < range.end {
        let bytes = source.bytes(range, visit.held())?;
        show(&if is_narrow { windows_1252(&bytes) } else { utf_16(&bytes, Little) }, visit);
    }
    Ok(())
}

fn comment(
    source: &dyn Source,
    record: &Range<u64>,
    blanks: &mut Blanks,
    visit: &mut Visit<'_>,
) -> Result<(), Reason> {
    let start = record.start.saturating_add(12);
    let length = u64::from(Little.u32(source, record.start.saturating_add(8))?);
    let data = start..start.saturating_add(length);
    if data.end > record.end {
        return Err(Reason::Damaged);
    }
    if length < 4 {
        return Ok(());
    }
    match Little.u32(source, start)? {
        PLUS => plus(source, start.saturating_add(4)..data.end, visit),
        // The beginning and the end of a group, which say nothing.
        PUBLIC if length <= 12 => Ok(()),
        _ => blanks.remark(source, data, visit),
    }
}

/// The records of EMF+, which draw the same once more.
fn plus(source: &dyn Source, records: Range<u64>, visit: &mut Visit<'_>) -> Result<(), Reason> {
    const OBJECT: u16 = 0x4008;
    const STRING: u16 = 0x401C;
    const FONT: u16 = 6;
    const IMAGE: u16 = 5;
    let mut position = records.start;
    while position.saturating_add(12) <= records.end {
        let sort = Little.u16(source, position)?;
        let switches = Little.u16(source, position.saturating_add(2))?;
        let length = u64::from(Little.u32(source, position.saturating_add(4))?);
        let record = position..position.saturating_add(length);
        if length < 12 || record.end > records.end {
            return Err(Reason::Damaged);
        }
        let data = record.start.saturating_add(12);
        match (sort, (switches >> 8) & 0x7F) {
            (STRING, _) => {
                let letters = u64::from(Little.u32(source, data.saturating_add(8))?);
                let start = data.saturating_add(28);
                let end = start.saturating_add(letters.saturating_mul(2)).min(record.end);
                show(&utf_16(&source.bytes(start..end.max(start), visit.held())?, Little), visit);
            }
            (OBJECT, IMAGE) => image(source, data..record.end, visit)?,
            (OBJECT, FONT) => {}
            _ => {}
        }
        position = record.end;
    }
    Ok(())
}

/// A picture among the records: pixels, or a file in some picture format.
fn image(source: &dyn Source, data: Range<u64>, visit: &mut Visit<'_>) -> Result<(), Reason> {
    let sort = Little.u32(source, data.start.saturating_add(4))?;
    let packed = match sort {
        1 => Little.u32(source, data.start.saturating_add(24))? == 1,
        _ => true,
    };
    let start = data.start.saturating_add(if sort == 1 { 28 } else { 16 });
    if packed && start < data.end {
        inner(source, start..data.end, visit);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Plan, Show, clean, inspect};

    fn picture() -> Vec<u8> {
        let mut bytes = vec![0; 100];
        bytes[0] = 1;
        bytes[40..44].copy_from_slice(b" EMF");
        let description: Vec<u8> =
            "Tekenen\0janne.emf\0\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes[60] = (description.len() / 2) as u8;
        bytes[64] = 100;
        bytes.extend(&description);
        let length = bytes.len() as u32;
        bytes[4..8].copy_from_slice(&length.to_le_bytes());
        let text: Vec<u8> = "janne@example.nl".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut record = vec![0; 76];
        record[0] = TEXT_WIDE as u8;
        record[44] = 16;
        record[48] = 76;
        record.extend(text);
        let length = record.len() as u32;
        record[4..8].copy_from_slice(&length.to_le_bytes());
        bytes.extend(record);
        bytes.extend([14, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0]);
        bytes
    }

    #[test]
    fn drawn_text_is_read_and_the_description_goes() {
        let bytes = picture();
        let report = inspect("a.emf", &bytes, &Options::default());
        let json = report.json(Show::Revealed);
        assert!(json.contains("janne@example.nl") && json.contains("Tekenen janne.emf"), "{json}");
        let cleaned = clean("a.emf", &bytes, &Plan::default(), &Options::default()).unwrap();
        let copy = cleaned.pieces.over(&bytes);
        let copy = copy.bytes(0..copy.len(), 1 << 20).unwrap();
        assert_eq!(copy.len(), bytes.len());
        assert!(
            !inspect("a.emf", &copy, &Options::default()).json(Show::Revealed).contains("Tekenen")
        );
    }

    #[test]
    fn a_cut_picture_never_panics() {
        let bytes = picture();
        for end in 0..bytes.len() {
            inspect("a.emf", &bytes[..end].to_vec(), &Options::default());
        }
    }
}
