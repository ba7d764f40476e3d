//! What is left of a TIFF: the same bytes, with zeros where something went.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Fate, File};
use crate::finding::Reason;
use crate::order;
use crate::source::{Pieces, Source};
use crate::syntax::exif::{Directory, Field, Set, value};

/// Bytes that take the place of others, each as long as what stood there.
pub(super) struct Blanks(BTreeMap<u64, Vec<u8>>);

/// How long the head of a directory is, an entry of it, and what follows the last.
const COUNT: u64 = 2;
const ENTRY: u64 = 12;
const NEXT: u64 = 4;

impl Blanks {
    /// What takes the place of what goes.
    pub(super) fn of(file: &File<'_>, slack_stays: bool) -> Result<Self, Reason> {
        let mut blanks = Self(BTreeMap::new());
        let empty = blanks.directories(file)?;
        let mut kept: Vec<Range<u64>> = file.tiff.pictures.clone();
        kept.extend(file.tiff.directories.iter().map(|directory| whole(file, directory)));
        let mut gone = Vec::new();
        for (field, fate) in file.tiff.fields.iter().zip(&file.fates) {
            let outside = !is_inline(field);
            match fate {
                Fate::Stays if outside => kept.push(field.value.clone()),
                Fate::Goes if outside => gone.push(field.value.clone()),
                Fate::Becomes(bytes) => {
                    kept.push(field.value.clone());
                    blanks.put(field.value.clone(), bytes.clone())?;
                }
                Fate::Stays | Fate::Goes => {}
            }
        }
        if !slack_stays {
            gone.extend(file.tiff.slack.iter().cloned());
        }
        for range in without(gone, kept) {
            blanks.put(range, Vec::new())?;
        }
        for directory in file.tiff.directories.iter().filter(|found| empty.contains(&found.at)) {
            blanks.put(whole(file, directory), Vec::new())?;
        }
        Ok(blanks)
    }

    /// Writes the directories that lose a field, and gives those of which nothing is left.
    /// Directories come after those that point to them, so the last is looked at first.
    fn directories(&mut self, file: &File<'_>) -> Result<BTreeSet<u64>, Reason> {
        let mut empty = BTreeSet::new();
        for directory in file.tiff.directories.iter().rev() {
            let of = entries(file, directory);
            let mut changes = false;
            let mut left = Vec::new();
            for (field, fate) in of {
                let leads = field
                    .is_pointer()
                    .then(|| file.tiff.order.u32(file.source, field.entry.saturating_add(8)));
                let leads_nowhere = matches!(leads, Some(Ok(at)) if empty.contains(&u64::from(at)));
                changes |= *fate != Fate::Stays || leads_nowhere;
                if *fate != Fate::Goes && !leads_nowhere {
                    left.push((field, fate));
                }
            }
            if !changes {
                continue;
            }
            let extra = matches!(directory.set, Set::Exif | Set::Gps | Set::Interop);
            if left.is_empty() && extra {
                empty.insert(directory.at);
                continue;
            }
            let table = table(file, directory, &left)?;
            self.put(whole(file, directory), table)?;
        }
        Ok(empty)
    }

    /// Puts bytes and then zeros in place of a range.
    fn put(&mut self, range: Range<u64>, mut bytes: Vec<u8>) -> Result<(), Reason> {
        let length = range.end.saturating_sub(range.start);
        let length = usize::try_from(length).map_err(|_| Reason::Limit)?;
        if bytes.len() > length {
            return Err(Reason::Unknown);
        }
        bytes.resize(length, 0);
        self.0.insert(range.start, bytes);
        Ok(())
    }

    /// The copy.
    pub(super) fn pieces(self, source: &dyn Source) -> Result<Pieces, Reason> {
        let mut pieces = Pieces::default();
        let mut at = 0;
        for (start, bytes) in self.0 {
            // Directories or values that lie over each other could not be told apart.
            if start < at {
                return Err(Reason::Damaged);
            }
            pieces.keep(at..start);
            at = start.saturating_add(bytes.len() as u64);
            pieces.write(bytes);
        }
        pieces.keep(at..source.len());
        Ok(pieces)
    }
}

/// The fields of a directory.
fn entries<'f>(
    file: &'f File<'_>,
    directory: &Directory,
) -> impl Iterator<Item = (&'f Field, &'f Fate)> {
    let range = whole(file, directory);
    let all = file.tiff.fields.iter().zip(&file.fates);
    all.filter(move |(field, _)| range.contains(&field.entry))
}

/// A directory with all its entries, and the way to the next.
fn whole(file: &File<'_>, directory: &Directory) -> Range<u64> {
    let entries = u64::from(directory.count).saturating_mul(ENTRY);
    let end = directory.at.saturating_add(COUNT).saturating_add(entries).saturating_add(NEXT);
    directory.at..end.min(file.source.len())
}

/// A directory with the fields that are left.
fn table(
    file: &File<'_>,
    directory: &Directory,
    left: &[(&Field, &Fate)],
) -> Result<Vec<u8>, Reason> {
    let order = file.tiff.order;
    let count = u16::try_from(left.len()).map_err(|_| Reason::Limit)?;
    let mut bytes = order.of_u16(count).to_vec();
    for (field, fate) in left {
        let end = field.entry.saturating_add(ENTRY);
        match fate {
            Fate::Becomes(value) => {
                // In four bytes it would stand in the entry itself.
                let length = u32::try_from(value.len()).ok().filter(|length| *length > 4);
                let length = length.ok_or(Reason::Unknown)?;
                bytes.extend(order.of_u16(field.tag));
                let form =
                    if value::size(field.form) == Some(1) { field.form } else { value::UNDEFINED };
                bytes.extend(order.of_u16(form));
                bytes.extend(order.of_u32(length));
                bytes.extend(file.source.bytes(end.saturating_sub(4)..end, ENTRY)?);
            }
            _ => bytes.extend(file.source.bytes(field.entry..end, ENTRY)?),
        }
    }
    let range = whole(file, directory);
    let entries = u64::from(directory.count).saturating_mul(ENTRY);
    let next = directory.at.saturating_add(COUNT).saturating_add(entries).min(range.end);
    bytes.extend(file.source.bytes(next..range.end, NEXT)?);
    Ok(bytes)
}

fn is_inline(field: &Field) -> bool {
    (field.entry..field.entry.saturating_add(ENTRY)).contains(&field.value.start)
}

/// Some ranges without what lies in others.
fn without(mut some: Vec<Range<u64>>, mut others: Vec<Range<u64>>) -> Vec<Range<u64>> {
    order::by(&mut some, |range| (range.start, 0));
    order::by(&mut others, |range| (range.start, 0));
    let mut left: Vec<Range<u64>> = Vec::new();
    for range in some {
        let mut at = range.start.max(left.last().map_or(0, |last| last.end));
        for other in others.iter().filter(|other| other.end > range.start) {
            if other.start >= range.end {
                break;
            }
            if at < other.start {
                left.push(at..other.start);
            }
            at = at.max(other.end);
        }
        if at < range.end {
            left.push(at..range.end);
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    #[expect(clippy::single_range_in_vec_init, reason = "lists of ranges")]
    fn what_is_kept_is_not_blanked() {
        assert_eq!(without(vec![0..10], vec![3..5]), [0..3, 5..10]);
        assert_eq!(without(vec![0..10, 5..12], vec![]), [0..10, 10..12]);
        assert_eq!(without(vec![4..6], vec![0..9]), []);
        assert_eq!(without(vec![0..4, 6..9], vec![2..7]), [0..2, 7..9]);
    }
}
