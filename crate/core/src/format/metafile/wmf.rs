//! WMF, by the specification [MS-WMF].

use std::ops::Range;

use super::{Blanks, show};
use crate::finding::Reason;
use crate::format::Format;
use crate::source::{Pieces, Source};
use crate::syntax::charset::windows_1252;
use crate::syntax::fields::Order::Little;
use crate::visit::Visit;

/// Windows metafiles.
pub(crate) struct Wmf;

/// What stands before the picture itself where it has a size of its own.
const PLACED: [u8; 4] = [0xD7, 0xCD, 0xC6, 0x9A];
const PLACED_LENGTH: u64 = 22;
const TEXT: u16 = 0x0521;
const LONG_TEXT: u16 = 0x0A32;
const ESCAPE: u16 = 0x0626;
const COMMENT: u16 = 15;
/// The text has a frame.
const FRAMED: u16 = 0b110;

impl Format for Wmf {
    fn name(&self, _: &dyn Source) -> &'static str {
        "wmf"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        let head = source.head(6);
        let plain = [[1, 0, 9, 0, 0, 3], [2, 0, 9, 0, 0, 3], [1, 0, 9, 0, 0, 1]];
        head.starts_with(&PLACED) || plain.iter().any(|start| head == *start)
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        visit.surface();
        let mut blanks = Blanks::default();
        let mut position = if source.head(4) == PLACED { PLACED_LENGTH } else { 0 };
        position = position.saturating_add(18);
        loop {
            let words = Little.u32(source, position)?;
            let sort = Little.u16(source, position.saturating_add(4))?;
            let record = position..position.saturating_add(u64::from(words).saturating_mul(2));
            if words < 3 || record.end > source.len() {
                return Err(Reason::Damaged);
            }
            let data = record.start.saturating_add(6)..record.end;
            match sort {
                TEXT => text(source, &data, 0, 2, visit)?,
                LONG_TEXT => {
                    let switches = Little.u16(source, data.start.saturating_add(6))?;
                    let from = if switches & FRAMED == 0 { 8 } else { 16 };
                    text(source, &data, 4, from, visit)?;
                }
                ESCAPE if Little.u16(source, data.start)? == COMMENT => {
                    let length = u64::from(Little.u16(source, data.start.saturating_add(2))?);
                    let start = data.start.saturating_add(4);
                    let end = start.saturating_add(length).min(data.end);
                    blanks.remark(source, start..end, visit)?;
                }
                _ => {}
            }
            position = record.end;
            if sort == 0 {
                visit.end_text();
                return blanks.pieces(source, position, visit);
            }
        }
    }
}

/// A text that is drawn: its length stands at one place of the record, its letters at another.
fn text(
    source: &dyn Source,
    data: &Range<u64>,
    length: u64,
    letters: u64,
    visit: &mut Visit<'_>,
) -> Result<(), Reason> {
    let length = u64::from(Little.u16(source, data.start.saturating_add(length))?);
    let start = data.start.saturating_add(letters);
    let end = start.saturating_add(length).min(data.end);
    if start < end {
        show(&windows_1252(&source.bytes(start..end, visit.held())?), visit);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Plan, Show, clean, inspect};

    fn picture() -> Vec<u8> {
        let mut bytes = vec![1, 0, 9, 0, 0, 3];
        bytes.resize(18, 0);
        bytes.extend([9, 0, 0, 0, 0x21, 5, 8, 0]);
        bytes.extend(b"06-1234x\0\0");
        bytes.extend([9, 0, 0, 0, 0x26, 6, 15, 0, 8, 0]);
        bytes.extend(b"by Janne");
        bytes.extend([3, 0, 0, 0, 0, 0]);
        bytes
    }

    #[test]
    fn a_comment_goes_and_text_stays() {
        let bytes = picture();
        let report = inspect("a.wmf", &bytes, &Options::default());
        assert!(report.json(Show::Revealed).contains("private-data"));
        let cleaned = clean("a.wmf", &bytes, &Plan::default(), &Options::default()).unwrap();
        let copy = cleaned.pieces.over(&bytes);
        let copy = copy.bytes(0..copy.len(), 1 << 20).unwrap();
        assert_eq!(copy.len(), bytes.len());
        assert!(!copy.windows(5).any(|five| five == b"Janne"));
        assert!(copy.windows(8).any(|eight| eight == b"06-1234x"));
    }

    #[test]
    fn a_cut_picture_never_panics() {
        let bytes = picture();
        for end in 0..bytes.len() {
            inspect("a.wmf", &bytes[..end].to_vec(), &Options::default());
        }
    }
}
