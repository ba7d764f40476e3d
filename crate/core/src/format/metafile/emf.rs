//! EMF and EMF+, by the specifications [MS-EMF] and [MS-EMFPLUS].

use std::ops::Range;

use super::{Blanks, inner, show};
use crate::finding::{Reason, Step};
use crate::format::{Format, embedded};
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
/// A public comment with the same picture in other formats, of which a program takes the best.
const FORMATS: u32 = 0x4000_0004;
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
                sized(source, &mut blanks)?;
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
        PUBLIC if Little.u32(source, start.saturating_add(4))? == FORMATS => {
            formats(source, record, data, blanks, visit)
        }
        _ => blanks.remark(source, data, visit),
    }
}

/// The same picture in other formats ([MS-EMF] 2.3.3.4.3): PDF where a Mac wrote it. A program may well
/// show one of these instead of the records, so they stay, each without what it tells.
fn formats(
    source: &dyn Source,
    record: &Range<u64>,
    data: Range<u64>,
    blanks: &mut Blanks,
    visit: &mut Visit<'_>,
) -> Result<(), Reason> {
    const ENTRY: u64 = 16;
    const ALIGNED: u64 = 4;
    let count = u64::from(Little.u32(source, data.start.saturating_add(24))?);
    let entries = data.start.saturating_add(28);
    let first = entries.saturating_add(count.saturating_mul(ENTRY));
    if first > data.end {
        return Err(Reason::Damaged);
    }
    let mut formats = Vec::new();
    let mut end = first;
    for at in (entries..first).step_by(16) {
        let length = u64::from(Little.u32(source, at.saturating_add(8))?);
        let start =
            data.start.saturating_add(u64::from(Little.u32(source, at.saturating_add(12))?));
        let range = start..start.saturating_add(length);
        if range.start < end || range.end > data.end {
            return Err(Reason::Damaged);
        }
        if range.start.saturating_sub(end) >= ALIGNED {
            visit.gap(Reason::Unknown);
        }
        end = range.end;
        let bytes = source.bytes(range.clone(), visit.held())?;
        let copy = embedded::walk(Step::Part("picture".into()), Some(bytes), visit);
        formats.push((at, range, copy));
    }
    if data.end.saturating_sub(end) >= ALIGNED {
        visit.gap(Reason::Unknown);
    }
    if formats.iter().all(|(.., copy)| copy.is_none()) {
        return Ok(());
    }
    let mut bytes = source.bytes(data.start..entries, visit.held())?;
    let mut all = Vec::new();
    for (at, range, copy) in formats {
        let shown = match copy {
            Some(copy) => copy,
            None => source.bytes(range, visit.held())?,
        };
        let offset = first.saturating_sub(data.start).saturating_add(size(&all));
        bytes.extend(source.bytes(at..at.saturating_add(8), visit.held())?);
        bytes.extend(word(size(&shown))?);
        bytes.extend(word(offset)?);
        all.extend(shown);
        all.resize(all.len().next_multiple_of(4), 0);
    }
    bytes.extend(all);
    let mut whole = word(u64::from(COMMENT))?.to_vec();
    whole.extend(word(size(&bytes).saturating_add(12))?);
    whole.extend(word(size(&bytes))?);
    whole.extend(bytes);
    blanks.0.push((record.clone(), Some(whole)));
    Ok(())
}

/// The header names the length of all.
fn sized(source: &dyn Source, blanks: &mut Blanks) -> Result<(), Reason> {
    let growth = blanks.growth();
    if growth != 0 {
        let length = u64::from(Little.u32(source, 48)?);
        blanks.0.push((48..52, Some(word(length.saturating_add_signed(growth))?.to_vec())));
    }
    Ok(())
}

fn size(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

fn word(number: u64) -> Result<[u8; 4], Reason> {
    u32::try_from(number).map(u32::to_le_bytes).map_err(|_| Reason::Limit)
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

    /// A picture that is there as a GIF too, with a remark in it.
    fn twice() -> Vec<u8> {
        let mut gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF".to_vec();
        gif.extend(b"\x21\xFE\x08of Janne\0");
        gif.extend(b"\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3B");
        let mut data = b"GDIC\x04\0\0\x40".to_vec();
        data.extend([0; 16]);
        data.extend([1, 0, 0, 0]);
        data.extend(b" FDP\x01\0\0\0");
        data.extend([gif.len() as u8, 0, 0, 0, 44, 0, 0, 0]);
        data.extend(&gif);
        data.resize(data.len().next_multiple_of(4), 0);
        let mut bytes = picture();
        let end = bytes.split_off(bytes.len() - 20);
        bytes.extend([70, 0, 0, 0, data.len() as u8 + 12, 0, 0, 0, data.len() as u8, 0, 0, 0]);
        bytes.extend(data);
        bytes.extend(end);
        let length = bytes.len() as u32;
        bytes[48..52].copy_from_slice(&length.to_le_bytes());
        bytes
    }

    #[test]
    fn a_picture_that_stands_there_twice_stays_there_twice() {
        let bytes = twice();
        let report = inspect("a.emf", &bytes, &Options::default());
        assert!(report.json(Show::Revealed).contains("of Janne"));
        assert_eq!(report.gaps.len(), 0);
        let cleaned = clean("a.emf", &bytes, &Plan::default(), &Options::default()).unwrap();
        let copy = cleaned.pieces.over(&bytes);
        let copy = copy.bytes(0..copy.len(), 1 << 20).unwrap();
        assert!(copy.len() < bytes.len());
        assert_eq!(copy[48..52], (copy.len() as u32).to_le_bytes());
        assert!(copy.windows(6).any(|some| some == b"GIF89a"));
        assert!(!copy.windows(5).any(|some| some == b"Janne"));
    }

    #[test]
    fn a_cut_picture_never_panics() {
        let bytes = twice();
        for end in 0..bytes.len() {
            inspect("a.emf", &bytes[..end].to_vec(), &Options::default());
        }
    }
}
