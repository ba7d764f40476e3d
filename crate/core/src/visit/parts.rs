//! Parts of a document, and documents in it.

use std::io::Read;

use super::{Run, Visit};
use crate::finding::{Reason, Step};
use crate::format;
use crate::source::{Pieces, Source};
use crate::syntax::fields::{STEP, readable};

impl Visit<'_> {
    /// Walks a part. What cannot be read of it is a gap, and then nothing in it can go.
    pub fn part<T>(
        &mut self,
        step: Step,
        walk: impl FnOnce(&mut Self) -> Result<T, Reason>,
    ) -> Option<T> {
        let number = self.seen.count_part();
        self.enter(step);
        self.parts.push(number);
        let (open, steps) = (self.open.len(), self.location.len());
        let tables = self.grid.depth();
        let told = self.seen.hits.len();
        let hunted = match &self.run {
            Run::Prove(hunt) => Some((hunt.clone(), hunt.so_far())),
            Run::Read | Run::Write(_) => None,
        };
        self.memory.part();
        let result = walk(self);
        self.end_text();
        self.grid.cut(tables);
        self.memory.part();
        self.tell_names(told);
        self.open.truncate(open);
        // A part that breaks off leaves its steps behind.
        self.location.truncate(steps);
        self.here = None;
        let result = match result {
            Ok(value) => Some(value),
            Err(reason) => {
                if let Some((hunt, so_far)) = hunted {
                    hunt.excuse(so_far);
                }
                self.gap(reason);
                self.seen.unread_parts.insert(number);
                None
            }
        };
        self.parts.pop();
        self.leave();
        result
    }

    /// Unpacks bytes that go whatever is in them, and shows what can be read at their start.
    ///
    /// # Errors
    /// Tells why they cannot be unpacked to their end.
    #[expect(clippy::disallowed_methods, reason = "no more than STEP comes out")]
    pub fn glance(&mut self, packed: impl Read) -> Result<(), Reason> {
        let mut unpacked = self.unpack(packed);
        let mut start = Vec::new();
        unpacked.by_ref().take(STEP).read_to_end(&mut start)?;
        self.aside(&readable(&start));
        std::io::copy(&mut unpacked, &mut std::io::sink())?;
        Ok(())
    }

    /// Walks a document within the document: an attachment, a picture, a member of an archive.
    /// Gives what is left of it, where it can be read; nothing where it stays as it is because
    /// it cannot, which is then a gap.
    pub fn document(&mut self, step: Step, source: &dyn Source) -> Option<Pieces> {
        self.part(step, |visit| {
            let depth = visit.documents.len() as u64;
            if depth > visit.limits().nesting {
                return Err(Reason::Limit);
            }
            let format = format::detect(source).ok_or(Reason::Unknown)?;
            visit.number_document();
            let open = visit.location.len();
            let outer = std::mem::replace(&mut visit.outer, visit.open.len());
            let result = format.walk(source, visit);
            visit.outer = outer;
            visit.end_text();
            visit.location.truncate(open);
            visit.here = None;
            visit.documents.pop();
            result
        })
    }

    /// Walks what can be read and not written: nothing that is found in it can go.
    pub fn fixed<T>(&mut self, walk: impl FnOnce(&mut Self) -> T) -> T {
        self.fixed = self.fixed.saturating_add(1);
        let result = walk(self);
        self.fixed = self.fixed.saturating_sub(1);
        result
    }

    /// Walks a part that a signature in the document holds. What the signature is over stays as it
    /// is: [`Visit::is_sealed`].
    pub fn sealed<T>(&mut self, walk: impl FnOnce(&mut Self) -> T) -> T {
        self.sealed = self.sealed.saturating_add(1);
        let result = walk(self);
        self.sealed = self.sealed.saturating_sub(1);
        result
    }

    /// Whether a signature in the document holds what is walked.
    pub fn is_sealed(&self) -> bool {
        self.sealed > 0
    }

    /// Walks the document itself.
    pub(super) fn walk(&mut self, source: &dyn Source) -> Option<Pieces> {
        let Some(format) = format::detect(source) else {
            self.seen.unread = Some(Reason::Unknown);
            self.gap(Reason::Unknown);
            return None;
        };
        self.seen.format = Some(format.name(source));
        self.number_document();
        let result = format.walk(source, self);
        self.end_text();
        self.location.clear();
        self.here = None;
        match result {
            Ok(pieces) => Some(pieces),
            Err(reason) => {
                self.gap(reason);
                self.seen.unread = Some(reason);
                None
            }
        }
    }

    fn number_document(&mut self) {
        let number = self.seen.documents;
        self.seen.documents = number.saturating_add(1);
        self.documents.push(number);
    }
}
