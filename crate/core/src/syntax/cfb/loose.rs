//! The bytes of a compound file that belong to nothing in it: free sectors, what follows the end
//! of a stream in its last sector, entries that were deleted.

use std::ops::Range;

use super::{Compound, ENTRY, SMALL, Sort};
use crate::Reason;

impl Compound<'_> {
    /// Where bytes stand that belong to nothing, a sector at most each. Sectors that hold one
    /// byte throughout were never used.
    ///
    /// # Errors
    /// Fails where they cannot be read.
    pub fn loose(&self) -> Result<Vec<Range<u64>>, Reason> {
        let mut ranges: Vec<Range<u64>> =
            self.table.free().map(|sector| self.table.range(sector)).collect();
        for piece in self.small.free() {
            if let Some(start) = self.small_start(piece) {
                ranges.push(start..start.saturating_add(SMALL));
            }
        }
        for (number, entry) in self.entries.iter().enumerate() {
            ranges.push(match entry.sort {
                Sort::Unused => entry.at..entry.at.saturating_add(64),
                _ => entry.at.saturating_add(entry.named as u64)..entry.at.saturating_add(64),
            });
            if entry.sort == Sort::Stream
                && let Ok(stream) = self.ranges(number)
                && let Some(last) = stream.last()
            {
                let size = if entry.is_small() { SMALL } else { self.size };
                ranges.push(last.end..last.start.saturating_add(size));
            }
        }
        let mut loose = Vec::new();
        for range in ranges {
            let range = range.start..range.end.min(self.source.len());
            if range.start < range.end && !self.is_even(range.clone())? {
                loose.push(range);
            }
        }
        crate::order::by(&mut loose, |range| (range.start, 0));
        Ok(loose)
    }

    fn is_even(&self, range: Range<u64>) -> Result<bool, Reason> {
        let bytes = self.source.bytes(range, self.size.max(ENTRY))?;
        Ok(bytes.iter().all(|byte| Some(byte) == bytes.first()))
    }
}
