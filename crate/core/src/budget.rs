//! What may still be spent on a document: it counts down, documents in documents included.

use std::cell::Cell;
use std::io;
use std::rc::Rc;

use crate::finding::Reason;
use crate::limits::Limits;
use crate::search::{Look, Trail};

/// What is left of the limits for one document and all in it.
pub(crate) struct Budget {
    unpacked: Cell<u64>,
    entries: Cell<u64>,
    places: Cell<u64>,
    held: u64,
    exhausted: Cell<bool>,
}

impl Budget {
    /// What a document of `size` bytes may cost.
    pub(crate) fn new(limits: &Limits, size: u64) -> Self {
        Self {
            unpacked: Cell::new(limits.unpacked_of(size)),
            entries: Cell::new(limits.entries),
            places: Cell::new(limits.places),
            held: limits.held_of(size),
            exhausted: Cell::new(false),
        }
    }

    /// Counts bytes that came out of a compressed stream.
    pub(crate) fn spend(&self, bytes: u64) -> Result<(), Reason> {
        self.take(&self.unpacked, bytes).then_some(()).ok_or(Reason::Limit)
    }

    /// Counts a place, a hit or a gap that is remembered.
    pub(crate) fn place(&self) -> bool {
        self.take(&self.places, 1)
    }

    /// Counts characters that are remembered, as places of a hundred each.
    pub(crate) fn keep(&self, characters: usize) {
        self.take(&self.places, (characters as u64).div_euclid(100));
    }

    /// Counts an entry of an archive.
    pub(crate) fn entry(&self) -> Result<(), Reason> {
        self.take(&self.entries, 1).then_some(()).ok_or(Reason::Limit)
    }

    /// How much may still be unpacked.
    pub(crate) fn left(&self) -> u64 {
        self.unpacked.get()
    }

    /// How much of a part may be held at once.
    pub(crate) fn held(&self) -> u64 {
        self.held
    }

    /// Whether some limit of the whole document was reached.
    pub(crate) fn exhausted(&self) -> bool {
        self.exhausted.get()
    }

    fn take(&self, from: &Cell<u64>, amount: u64) -> bool {
        match from.get().checked_sub(amount) {
            Some(left) => {
                from.set(left);
                true
            }
            None => {
                from.set(0);
                self.exhausted.set(true);
                false
            }
        }
    }
}

/// A reader that counts what comes out of it.
pub struct Unpacked<R> {
    reader: R,
    budget: Rc<Budget>,
    trails: Vec<Trail>,
}

impl<R: io::Read> Unpacked<R> {
    pub(crate) fn new(reader: R, budget: Rc<Budget>, who: Vec<Rc<dyn Look>>) -> Self {
        Self { reader, budget, trails: who.into_iter().map(Trail::new).collect() }
    }

    /// All of it at once, for formats that need all of a part.
    ///
    /// # Errors
    /// Fails with [`Reason::Limit`] when it is larger than may be held, and with
    /// [`Reason::Damaged`] when it cannot be read.
    #[expect(clippy::disallowed_methods, reason = "this is the reader that counts")]
    pub fn whole(mut self) -> Result<Vec<u8>, Reason> {
        let most = self.budget.held();
        let mut bytes = Vec::new();
        let read = io::Read::read_to_end(
            &mut io::Read::take(&mut self, most.saturating_add(1)),
            &mut bytes,
        )?;
        if read as u64 > most { Err(Reason::Limit) } else { Ok(bytes) }
    }
}

impl<R: io::Read> io::Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        if self.budget.spend(read as u64).is_err() {
            return Err(io::Error::from(io::ErrorKind::QuotaExceeded));
        }
        for trail in &mut self.trails {
            trail.look(buffer.get(..read).unwrap_or_default());
        }
        Ok(read)
    }
}
