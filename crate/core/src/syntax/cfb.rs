//! Compound files [MS-CFB], in which the old Office keeps its documents and the new one its
//! objects, macros and encrypted documents: folders and streams in sectors, as in a small disk.

mod loose;
mod table;
mod write;

use std::ops::Range;

use crate::Reason;
use crate::source::Source;
use crate::syntax::charset::utf_16;
use crate::syntax::fields::Order::Little;

use table::Table;
pub use write::Rewrite;

/// What a compound file begins with.
pub const MARK: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// A number that ends a chain of sectors is this or larger.
const LAST: u32 = 0xFFFF_FFFA;
/// No entry of the directory.
const NONE: u32 = 0xFFFF_FFFF;
/// Streams that are shorter share sectors, in pieces of 64 bytes.
const CUTOFF: u64 = 4096;
const SMALL: u64 = 64;
/// An entry of the directory.
const ENTRY: u64 = 128;

/// A compound file: its folders and streams, and where their bytes stand.
pub struct Compound<'a> {
    source: &'a dyn Source,
    /// The length of a sector.
    size: u64,
    head: Vec<u8>,
    /// Which sector follows which.
    table: Table,
    /// Which small piece follows which.
    small: Table,
    /// Where the small pieces stand, a sector each.
    pieces: Vec<Range<u64>>,
    entries: Vec<Entry>,
}

/// An entry of the directory.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name, in which the first character may be a control character.
    pub name: String,
    /// What it is.
    pub sort: Sort,
    /// The folder it stands in, by its place in the directory.
    pub folder: Option<usize>,
    /// When it was made and changed, in steps of 100 nanoseconds since 1601; zero where unsaid.
    pub times: [u64; 2],
    /// The length of a stream.
    pub length: u64,
    start: u32,
    links: [u32; 3],
    /// How many bytes its name has, with the zero at its end.
    named: usize,
    /// Where it stands in the file.
    at: u64,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sort {
    /// Nothing, or something that no folder leads to.
    Unused,
    /// The outermost folder.
    Root,
    /// A folder.
    Folder,
    /// A stream of bytes.
    Stream,
}

/// Whether these bytes begin as a compound file does.
pub fn is_compound(source: &dyn Source) -> bool {
    source.head(MARK.len() as u64) == MARK
}

/// The names of the streams and folders of a compound file; nothing where it is none.
pub fn names(source: &dyn Source) -> Option<Vec<String>> {
    const MOST: u64 = 1 << 20;
    let compound = is_compound(source).then(|| Compound::open(source, MOST).ok()).flatten()?;
    let used = compound.entries.into_iter().filter(|entry| entry.sort != Sort::Unused);
    Some(used.map(|entry| entry.name).collect())
}

impl<'a> Compound<'a> {
    /// Reads the tables and the directory, which together may have `most` bytes.
    ///
    /// # Errors
    /// Fails where two programs could see different streams in it.
    pub fn open(source: &'a dyn Source, most: u64) -> Result<Self, Reason> {
        let head = source.bytes(0..512, 512)?;
        let size = match Little.u16(&head, 30)? {
            9 => 512,
            12 => 4096,
            _ => return Err(Reason::Damaged),
        };
        let usual = Little.u16(&head, 32)? == 6 && u64::from(Little.u32(&head, 56)?) == CUTOFF;
        if !head.starts_with(&MARK) || !usual {
            return Err(Reason::Damaged);
        }
        let mut table = Table::read(source, &head, size, most)?;
        let directory = table.chain(Little.u32(&head, 48)?)?;
        let mut entries = Vec::new();
        for sector in table.own(&directory)? {
            let range = table.range(sector);
            if (entries.len() as u64).saturating_mul(ENTRY) > most {
                return Err(Reason::Limit);
            }
            let bytes = source.bytes(range.clone(), size)?;
            for (number, bytes) in (0_u64..).zip(bytes.chunks_exact(128)) {
                let at = range.start.saturating_add(number.saturating_mul(ENTRY));
                entries.push(Entry::read(bytes, at, size)?);
            }
        }
        let root = entries.first().filter(|root| root.sort == Sort::Root).cloned();
        let root = root.ok_or(Reason::Damaged)?;
        lead(&mut entries)?;
        let small = table.chain(Little.u32(&head, 60)?)?;
        let small = table.own(&small)?;
        let held = table.chain(root.start)?;
        let held = table.own(&held)?;
        let pieces: Vec<Range<u64>> = held.iter().map(|sector| table.range(*sector)).collect();
        let room = (pieces.len() as u64).saturating_mul(size).min(root.length);
        let small = Table::small(source, &small, &table, room.div_euclid(SMALL))?;
        let mut compound = Self { source, size, head, table, small, pieces, entries };
        compound.own()?;
        Ok(compound)
    }

    /// The entries of the directory, in its order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The name of an entry with the folders around it, without control characters.
    pub fn path(&self, entry: usize) -> String {
        let mut names = Vec::new();
        let mut next = Some(entry);
        // No folder stands in itself, since each entry was reached once.
        while let Some(entry) = next.and_then(|entry| self.entries.get(entry))
            && entry.sort != Sort::Root
        {
            names.push(entry.plain());
            next = entry.folder;
        }
        names.reverse();
        names.join("/")
    }

    /// Where the bytes of a stream stand.
    ///
    /// # Errors
    /// Fails where the stream has fewer bytes than it says.
    pub fn ranges(&self, entry: usize) -> Result<Vec<Range<u64>>, Reason> {
        let entry = self.entries.get(entry).ok_or(Reason::Damaged)?;
        let mut left = entry.length;
        let mut ranges = Vec::new();
        let (table, size) = match entry.is_small() {
            true => (&self.small, SMALL),
            false => (&self.table, self.size),
        };
        for sector in table.chain(entry.start)? {
            let length = left.min(size);
            if length == 0 {
                break;
            }
            let start = match entry.is_small() {
                true => self.small_start(sector).ok_or(Reason::Damaged)?,
                false => self.table.range(sector).start,
            };
            ranges.push(start..start.saturating_add(length));
            left = left.saturating_sub(length);
        }
        if left > 0 { Err(Reason::Damaged) } else { Ok(ranges) }
    }

    /// The bytes of a stream, at most `most`.
    ///
    /// # Errors
    /// Fails where the stream is longer, or has fewer bytes than it says.
    pub fn read(&self, entry: usize, most: u64) -> Result<Vec<u8>, Reason> {
        let length = self.entries.get(entry).map_or(0, |entry| entry.length);
        if length > most.min(self.source.len()) {
            return Err(if length > most { Reason::Limit } else { Reason::Damaged });
        }
        let mut bytes = Vec::new();
        for range in self.ranges(entry)? {
            bytes.extend(self.source.bytes(range, self.size)?);
        }
        Ok(bytes)
    }

    /// Where a small piece begins.
    fn small_start(&self, piece: u32) -> Option<u64> {
        let offset = u64::from(piece).checked_mul(SMALL)?;
        let sector = usize::try_from(offset.checked_div(self.size)?).ok()?;
        self.pieces.get(sector)?.start.checked_add(offset.checked_rem(self.size)?)
    }

    /// Notes which sectors belong to streams: each to one at most.
    fn own(&mut self) -> Result<(), Reason> {
        for entry in &self.entries {
            if entry.sort != Sort::Stream || entry.length == 0 {
                continue;
            }
            let (table, size) = match entry.is_small() {
                true => (&mut self.small, SMALL),
                false => (&mut self.table, self.size),
            };
            let mut chain = table.chain(entry.start)?;
            let needed = entry.length.div_ceil(size);
            chain.truncate(usize::try_from(needed).unwrap_or(usize::MAX));
            // A stream that ends early is told about when it is read.
            table.own(&chain)?;
        }
        Ok(())
    }
}

impl Entry {
    fn read(bytes: &[u8], at: u64, size: u64) -> Result<Self, Reason> {
        let named = usize::from(Little.u16(&bytes, 64)?).min(64);
        let name = bytes.get(..named.saturating_sub(2)).unwrap_or_default();
        let number = |at| Little.u32(&bytes, at);
        let wide = |at: u64| -> Result<u64, Reason> {
            let high = u64::from(number(at.saturating_add(4))?);
            Ok(high << 32 | u64::from(number(at)?))
        };
        let sort = match bytes.get(66) {
            Some(1) => Sort::Folder,
            Some(2) => Sort::Stream,
            Some(5) => Sort::Root,
            _ => Sort::Unused,
        };
        // Some programs leave the upper half as it was where sectors are short.
        let length = if size == 512 { u64::from(number(120)?) } else { wide(120)? };
        Ok(Self {
            name: utf_16(name, Little),
            named,
            sort,
            folder: None,
            times: [wide(100)?, wide(108)?],
            length,
            start: number(116)?,
            links: [number(68)?, number(72)?, number(76)?],
            at,
        })
    }

    /// Its name without control characters.
    pub fn plain(&self) -> String {
        self.name.chars().filter(|letter| !letter.is_control()).collect()
    }

    fn is_small(&self) -> bool {
        self.length < CUTOFF
    }
}

/// Follows the folders from the root. What none of them leads to is unused.
fn lead(entries: &mut [Entry]) -> Result<(), Reason> {
    let mut reached = vec![false; entries.len()];
    let mut next = vec![(0_u32, None)];
    while let Some((number, folder)) = next.pop() {
        if number == NONE {
            continue;
        }
        let index = usize::try_from(number).map_err(|_| Reason::Damaged)?;
        let seen = reached.get_mut(index).ok_or(Reason::Damaged)?;
        let entry = entries.get_mut(index).ok_or(Reason::Damaged)?;
        if std::mem::replace(seen, true) || entry.sort == Sort::Unused {
            return Err(Reason::Damaged);
        }
        entry.folder = folder;
        let [left, right, child] = entry.links;
        next.extend([(left, folder), (right, folder)]);
        if entry.sort != Sort::Stream {
            next.push((child, Some(index)));
        }
    }
    for (entry, reached) in entries.iter_mut().zip(reached) {
        if !reached {
            entry.sort = Sort::Unused;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
