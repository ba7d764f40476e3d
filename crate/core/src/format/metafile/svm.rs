//! SVM, the metafiles in which OpenOffice and LibreOffice keep pictures of charts and formulas.
//! From what their readers take: a head, and records that each tell their own length.

use std::ops::Range;

use crate::finding::Reason;
use crate::format::Format;
use crate::source::{Pieces, Source};
use crate::syntax::charset::{utf_16, windows_1252};
use crate::syntax::fields::Order::Little;
use crate::syntax::fields::readable;
use crate::visit::Visit;

/// StarView metafiles.
pub(crate) struct Svm;

const MARK: &[u8] = b"VCLMTF";
/// The mark, and the version and length of the head.
const HEAD: u64 = 12;
/// What every record begins with: its sort, its version and its length.
const RECORD: u64 = 8;
const NOTHING: u16 = 0;
const DRAWING: Range<u16> = 100..112;
const TEXT: u16 = 112;
const TEXT_ARRAY: u16 = 113;
const STRETCHED_TEXT: u16 = 114;
const TEXT_IN_FRAME: u16 = 115;
/// Pixels, colours, fonts and measures.
const STATE: Range<u16> = 116..143;
const MORE_STATE: Range<u16> = 144..152;
/// Records of which one holds a picture of its own.
const TRANSPARENT: u16 = 147;
const REMARK: u16 = 512;

impl Format for Svm {
    fn name(&self, _: &dyn Source) -> &'static str {
        "svm"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        source.head(6) == MARK
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        visit.surface();
        let mut unknown = false;
        let head = u64::from(Little.u32(source, 8)?);
        let mut position = HEAD.saturating_add(head);
        while position < source.len() {
            let sort = Little.u16(source, position)?;
            let version = Little.u16(source, position.saturating_add(2))?;
            let length = u64::from(Little.u32(source, position.saturating_add(4))?);
            let start = position.saturating_add(RECORD);
            let record = start..start.saturating_add(length);
            if record.end > source.len() {
                return Err(Reason::Damaged);
            }
            position = record.end;
            let text = Record { source, at: start, end: record.end };
            match sort {
                TEXT => text.drawn(8, 4, version, visit)?,
                TEXT_ARRAY => text.spaced(version, visit)?,
                STRETCHED_TEXT => text.drawn(8, 8, version, visit)?,
                TEXT_IN_FRAME => text.drawn(16, 2, version, visit)?,
                TRANSPARENT => super::inner(source, record, visit),
                REMARK => {
                    let bytes = source.bytes(record, visit.held())?;
                    visit.aside(&readable(&bytes));
                }
                NOTHING => {}
                sort if [DRAWING, STATE, MORE_STATE].iter().any(|all| all.contains(&sort)) => {}
                _ => unknown = true,
            }
        }
        visit.end_text();
        if unknown {
            visit.gap(Reason::Unknown);
        }
        Ok(Pieces::all(source))
    }
}

/// A record that is being read.
struct Record<'r> {
    source: &'r dyn Source,
    at: u64,
    end: u64,
}

/// How the letters of a text are written: wide ones after their number in four bytes, or narrow
/// ones after their number in two. Only the length of the record tells which.
const FORMS: [(u64, u64); 2] = [(4, 2), (2, 1)];

impl Record<'_> {
    /// A text between what tells where it stands and how long it is.
    fn drawn(
        &self,
        before: u64,
        after: u64,
        version: u16,
        visit: &mut Visit<'_>,
    ) -> Result<(), Reason> {
        self.either(visit, |mut record, form, visit| {
            record.at = record.at.saturating_add(before);
            let first = record.letters(form, visit)?;
            record.at = record.at.saturating_add(after);
            record.last(first, version, visit)
        })
    }

    /// A text with the place of each of its letters.
    fn spaced(&self, version: u16, visit: &mut Visit<'_>) -> Result<(), Reason> {
        self.either(visit, |mut record, form, visit| {
            record.at = record.at.saturating_add(8);
            let first = record.letters(form, visit)?;
            let count = u64::from(Little.u32(record.source, record.at.saturating_add(4))?);
            record.at = record.at.saturating_add(8).saturating_add(count.saturating_mul(4));
            record.last(first, version, visit)
        })
    }

    /// Shows what is read in the form that fits.
    fn either(
        &self,
        visit: &mut Visit<'_>,
        read: impl Fn(Record<'_>, (u64, u64), &Visit<'_>) -> Result<[String; 2], Reason>,
    ) -> Result<(), Reason> {
        let copy = || Record { source: self.source, at: self.at, end: self.end };
        let [wide, narrow] = FORMS;
        let [first, last] = read(copy(), wide, visit).or_else(|_| read(copy(), narrow, visit))?;
        if first != last {
            super::show(&first, visit);
        }
        if !last.is_empty() {
            super::show(&last, visit);
        }
        Ok(())
    }

    /// From the second version on, the text stands there once more, in wide letters; from the
    /// third on, something about its letters follows.
    fn last(
        mut self,
        first: String,
        version: u16,
        visit: &Visit<'_>,
    ) -> Result<[String; 2], Reason> {
        let last = if version >= 2 { self.letters((2, 2), visit)? } else { String::new() };
        let ends = self.at == self.end || (version > 2 && self.at < self.end);
        if ends { Ok([first, last]) } else { Err(Reason::Damaged) }
    }

    /// Letters after their number, which is so many bytes long, as they are.
    fn letters(
        &mut self,
        (number, width): (u64, u64),
        visit: &Visit<'_>,
    ) -> Result<String, Reason> {
        let count = match number {
            4 => u64::from(Little.u32(self.source, self.at)?),
            _ => u64::from(Little.u16(self.source, self.at)?),
        };
        let start = self.at.saturating_add(number);
        let range = start..start.saturating_add(count.saturating_mul(width));
        if range.end > self.end {
            return Err(Reason::Damaged);
        }
        self.at = range.end;
        let bytes = self.source.bytes(range, visit.held())?;
        Ok(match width {
            2 => utf_16(&bytes, Little),
            _ => String::from_utf8(bytes).unwrap_or_else(|error| windows_1252(error.as_bytes())),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Show, inspect};

    fn record(sort: u16, version: u16, data: &[u8]) -> Vec<u8> {
        let mut bytes = sort.to_le_bytes().to_vec();
        bytes.extend(version.to_le_bytes());
        bytes.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
        bytes.extend(data);
        bytes
    }

    fn picture(records: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = MARK.to_vec();
        bytes.extend([1, 0, 4, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend(records.concat());
        bytes
    }

    fn wide() -> impl Iterator<Item = u8> {
        "06-12345678".encode_utf16().flat_map(u16::to_le_bytes)
    }

    fn drawn(first: &[u8]) -> Vec<u8> {
        let mut data = vec![0; 8];
        data.extend(first);
        data.extend([0, 0, 11, 0, 1, 0, 0, 0, 9, 9, 9, 9, 11, 0]);
        data.extend(wide());
        record(TEXT_ARRAY, 2, &data)
    }

    fn short() -> Vec<u8> {
        drawn(b"\x0B\x0006-12345678")
    }

    #[test]
    fn text_that_is_drawn_is_read() {
        let long: Vec<u8> = [11, 0, 0, 0].into_iter().chain(wide()).collect();
        for text in [short(), drawn(&long)] {
            let bytes = picture(&[record(139, 1, &[0; 4]), text]);
            let json = inspect("a.svm", &bytes, &Options::default()).json(Show::Revealed);
            assert!(json.contains("\"06-12345678\"") && json.contains("\"count\":1"), "{json}");
            assert!(json.contains("\"gaps\":[]"), "{json}");
        }
    }

    #[test]
    fn a_record_that_is_not_known_is_a_gap() {
        let bytes = picture(&[record(143, 1, b"%!PS")]);
        let json = inspect("a.svm", &bytes, &Options::default()).json(Show::Revealed);
        assert!(json.contains("\"unknown\""), "{json}");
    }

    #[test]
    fn a_cut_picture_never_panics() {
        let bytes = picture(&[short()]);
        for end in 0..bytes.len() {
            inspect("a.svm", &bytes[..end].to_vec(), &Options::default());
        }
    }
}
