//! The bytes behind the walk: counted, and searched.

use std::io;
use std::ops::Range;
use std::rc::Rc;

use super::{Run, Visit};
use crate::budget::Unpacked;
use crate::finding::Reason;
use crate::kind::personal::OWN_NAME;
use crate::search::{self, Look};
use crate::seen::Hit;
use crate::source::Source;

impl Visit<'_> {
    /// A reader that counts what comes out of it, whatever its header promised.
    pub fn unpack<R: io::Read>(&self, reader: R) -> Unpacked<R> {
        Unpacked::new(reader, self.budget.clone(), self.lookers())
    }

    /// A reader for a part that stays closed: it counts what comes out of it, and does not search
    /// it. What stands in there is a gap, and so is what it may have in common with the rest.
    pub fn unpack_closed<R: io::Read>(&self, reader: R) -> Unpacked<R> {
        Unpacked::new(reader, self.budget.clone(), Vec::new())
    }

    /// Says that these characters are the format's own: the name of an element, say. A removed
    /// value that is such a word by chance is no failure.
    pub fn known(&self, word: &str) {
        if let Run::Prove(hunt) = &self.run {
            hunt.keep(word);
        }
    }

    /// Searches bytes that came out of [`Visit::unpack_closed`] and turned out to be readable.
    pub fn search(&self, bytes: &[u8]) {
        for who in self.lookers() {
            who.look(bytes);
        }
    }

    /// Says that these bytes were unpacked by a library: they count, and are searched.
    ///
    /// # Errors
    /// Fails when the budget is spent.
    pub fn unpacked(&self, bytes: &[u8]) -> Result<(), Reason> {
        self.search(bytes);
        self.budget.spend(bytes.len() as u64)
    }

    /// How much may still be unpacked.
    pub fn left(&self) -> u64 {
        self.budget.left()
    }

    /// How much of one part may be held at once.
    pub fn held(&self) -> u64 {
        self.budget.held()
    }

    /// Counts an entry of an archive.
    ///
    /// # Errors
    /// Fails when there are too many.
    pub fn entry(&self) -> Result<(), Reason> {
        self.budget.entry()
    }

    /// Says that this range of the outermost document is compressed or a picture: there the raw
    /// bytes tell nothing.
    pub fn packed(&mut self, range: Range<u64>) {
        if self.documents.len() == 1 {
            self.seen.packed.push(range);
        }
    }

    /// Who looks at decoded bytes in this run.
    fn lookers(&self) -> Vec<Rc<dyn Look>> {
        let mut who: Vec<Rc<dyn Look>> = Vec::new();
        if let Run::Prove(hunt) = &self.run {
            who.push(hunt.clone());
        }
        if let Some(watchlist) = &self.watchlist {
            who.push(watchlist.clone());
        }
        who
    }

    /// Tells of the own names that stood in bytes, where no text since has told of them.
    pub(super) fn tell_names(&mut self, since: usize) {
        let Some(watchlist) = self.watchlist.clone() else { return };
        for name in watchlist.in_bytes() {
            let told = self.seen.hits.iter().skip(since).any(|hit| {
                hit.kind == &OWN_NAME && hit.value.to_lowercase() == name.to_lowercase()
            });
            if !told && self.budget.place() {
                let location = self.location();
                self.seen.hits.push(Hit::in_bytes(&OWN_NAME, name, location));
            }
        }
    }

    /// Looks for own names in bytes that no format claims.
    pub(super) fn watch_raw(&mut self, source: &dyn Source) {
        let Some(watchlist) = self.watchlist.clone() else { return };
        let who: Rc<dyn Look> = watchlist;
        if search::raw(&who, source, &self.seen.packed).is_err() {
            self.gap(Reason::Damaged);
        }
        self.tell_names(0);
    }
}
