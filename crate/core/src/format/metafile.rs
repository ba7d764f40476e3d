//! The old picture formats EMF, WMF and SVM: records of drawing, in which text stands.

mod emf;
mod svm;
mod wmf;

pub(crate) use emf::Emf;
pub(crate) use svm::Svm;
pub(crate) use wmf::Wmf;

use std::ops::Range;

use crate::finding::{Reason, Step};
use crate::kind::{hidden, software};
use crate::source::{Pieces, Source, Window};
use crate::visit::Remedy::Drop;
use crate::visit::{Decision, Visit};

/// What becomes other than it was: a range becomes zeros, so that nothing moves, or these bytes.
#[derive(Default)]
struct Blanks(Vec<(Range<u64>, Option<Vec<u8>>)>);

impl Blanks {
    /// The copy, and what follows the last record.
    fn pieces(
        mut self,
        source: &dyn Source,
        end: u64,
        visit: &mut Visit<'_>,
    ) -> Result<Pieces, Reason> {
        let mut pieces = Pieces::default();
        let mut position = 0;
        crate::order::by(&mut self.0, |(range, _)| (range.start, 0));
        for (range, bytes) in self.0 {
            pieces.keep(position..range.start.min(end));
            let length = range.end.saturating_sub(range.start);
            pieces.write(match bytes {
                Some(bytes) => bytes,
                None => vec![0; usize::try_from(length).map_err(|_| Reason::Limit)?],
            });
            position = range.end;
        }
        pieces.keep(position..end);
        if end < source.len() {
            pieces.extend(super::image::stray(source, end..source.len(), visit)?, 0);
        }
        Ok(pieces)
    }

    /// By how many bytes the copy is longer.
    fn growth(&self) -> i64 {
        let longer = |(range, bytes): &(Range<u64>, Option<Vec<u8>>)| {
            let length = i64::try_from(range.end.saturating_sub(range.start)).unwrap_or(0);
            bytes.as_ref().map_or(0, |bytes| {
                i64::try_from(bytes.len()).unwrap_or(i64::MAX).saturating_sub(length)
            })
        };
        self.0.iter().map(longer).fold(0, i64::saturating_add)
    }

    /// Text that tells what program drew the picture, and in what file.
    fn description(&mut self, range: Range<u64>, text: &str, visit: &mut Visit<'_>) {
        let text = text.trim_matches(['\0', ' ']);
        if text.is_empty() {
            return;
        }
        visit.enter(Step::Property("description".into()));
        let decision = visit.value(&software::PROGRAM, Drop, text);
        visit.leave();
        if decision != Decision::Stay {
            self.0.push((range, None));
        }
    }

    /// A remark for some program, which no picture needs.
    fn remark(
        &mut self,
        source: &dyn Source,
        range: Range<u64>,
        visit: &mut Visit<'_>,
    ) -> Result<(), Reason> {
        let bytes = source.bytes(range.clone(), visit.held())?;
        if bytes.iter().all(|byte| *byte == 0) {
            return Ok(());
        }
        let decision = visit.place(&hidden::PRIVATE_DATA, Drop);
        visit.describe(&format!("{} bytes", bytes.len()));
        visit.text(&crate::syntax::fields::readable(&bytes));
        visit.end_text();
        visit.close();
        if decision != Decision::Stay {
            self.0.push((range, None));
        }
        Ok(())
    }
}

/// Shows text that is drawn.
fn show(text: &str, visit: &mut Visit<'_>) {
    visit.text(text.trim_end_matches('\0'));
    visit.text("\n");
}

/// Walks a picture in the picture. It can be read and not replaced, since its length is fixed.
fn inner(source: &dyn Source, range: Range<u64>, visit: &mut Visit<'_>) {
    visit.fixed(|visit| {
        visit.document(Step::Part("picture".into()), &Window::new(source, range));
    });
}
