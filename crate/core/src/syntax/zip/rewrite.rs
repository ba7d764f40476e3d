//! A copy of an archive: some entries gone, some changed, and headers that tell nothing.

use super::directory::{CENTRAL, END, END64, LOCAL, LOCATOR, UTF8, ZIP64, extras};
use super::{Archive, Date, Entry, Method};
use crate::source::Pieces;

/// What becomes of an entry.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Fate {
    /// Its data stays as it is.
    #[default]
    Kept,
    /// It is not in the copy.
    Gone,
    /// Its data is new.
    Changed(Packed),
}

/// The new data of an entry.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Packed {
    pub(super) method: Method,
    pub(super) crc: u32,
    pub(super) size: u64,
    /// In ranges of the archive, and packed already.
    pub(super) pieces: Pieces,
}

/// What of an entry's headers stays.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Headers {
    /// When it was changed.
    pub date: bool,
    /// The additional fields.
    pub extras: bool,
    /// What somebody wrote about it.
    pub comment: bool,
}

impl Headers {
    /// They stay as they are.
    pub const KEPT: Self = Self { date: true, extras: true, comment: true };
}

/// What becomes of an archive.
#[derive(Clone, Debug)]
pub struct Rewrite {
    /// For each entry, in the order of the directory.
    pub entries: Vec<(Fate, Headers)>,
    /// Whether what somebody wrote about the archive stays.
    pub comment: bool,
    /// Whether each range of bytes that belongs to no entry stays.
    pub unlisted: Vec<bool>,
}

impl Rewrite {
    fn changes_nothing(&self) -> bool {
        self.comment
            && self.unlisted.iter().all(|stays| *stays)
            && self.entries.iter().all(|entry| *entry == (Fate::Kept, Headers::KEPT))
    }
}

impl Archive<'_> {
    /// Nothing changes yet.
    pub fn as_it_is(&self) -> Rewrite {
        Rewrite {
            entries: vec![(Fate::Kept, Headers::KEPT); self.entries.len()],
            comment: true,
            unlisted: vec![true; self.unlisted.len()],
        }
    }

    /// The copy. Data that stays is told in ranges, so that its size does not matter.
    pub fn rewrite(&self, rewrite: Rewrite) -> Pieces {
        if rewrite.changes_nothing() {
            return Pieces::all(self.source);
        }
        let mut copy = Copy::default();
        let mut order: Vec<_> = self.entries.iter().zip(&rewrite.entries).enumerate().collect();
        crate::order::by(&mut order, |(_, (entry, _))| (entry.all.start, 0));
        let mut unlisted = self.unlisted.iter().zip(&rewrite.unlisted).peekable();
        for (index, (entry, (fate, headers))) in order {
            while let Some((range, stays)) =
                unlisted.next_if(|(range, _)| range.start < entry.all.start)
            {
                if *stays {
                    copy.pieces.keep(range.clone());
                }
            }
            copy.entry(index, entry, fate, *headers);
        }
        let end = self.tail.after.start;
        let mut after = Pieces::default();
        for (range, stays) in unlisted {
            if *stays {
                if range.start < end { &mut copy.pieces } else { &mut after }.keep(range.clone());
            }
        }
        let comment = if rewrite.comment { self.tail.comment.as_slice() } else { &[] };
        copy.finish(comment, after)
    }
}

/// A copy that is being written.
#[derive(Default)]
struct Copy {
    pieces: Pieces,
    /// The records of the directory, each with the number of its entry.
    directory: Vec<(usize, Vec<u8>)>,
}

impl Copy {
    fn entry(&mut self, index: usize, entry: &Entry, fate: &Fate, headers: Headers) {
        let offset = self.pieces.len();
        let mut record = match fate {
            Fate::Gone => return,
            Fate::Kept => Record::of(entry, headers),
            Fate::Changed(packed) => Record {
                flags: if entry.utf8 { UTF8 } else { 0 },
                method: packed.method,
                crc: packed.crc,
                size: packed.size,
                packed: packed.pieces.len(),
                ..Record::of(entry, headers)
            },
        };
        match fate {
            Fate::Kept if headers == Headers::KEPT => {
                record.flags = entry.central.flags;
                self.pieces.keep(entry.all.clone());
            }
            Fate::Changed(packed) => {
                self.pieces.write(record.local(entry));
                self.pieces.extend(packed.pieces.clone(), 0);
            }
            Fate::Kept | Fate::Gone => {
                self.pieces.write(record.local(entry));
                self.pieces.keep(entry.data.clone());
            }
        }
        self.directory.push((index, record.central(entry, offset)));
    }

    fn finish(mut self, comment: &[u8], after: Pieces) -> Pieces {
        crate::order::by(&mut self.directory, |(index, _)| (*index as u64, 0));
        let start = self.pieces.len();
        let count = self.directory.len() as u64;
        let directory: Vec<u8> =
            self.directory.into_iter().flat_map(|(_, record)| record).collect();
        let size = directory.len() as u64;
        let mut end = directory;
        if count >= u64::from(u16::MAX) || start.max(size) >= u64::from(u32::MAX) {
            let at = start.saturating_add(size);
            end.extend(END64.to_le_bytes());
            end.extend(44_u64.to_le_bytes());
            end.extend([45, 0, 45, 0]);
            end.extend([0; 8]);
            for number in [count, count, size, start] {
                end.extend(number.to_le_bytes());
            }
            end.extend(LOCATOR.to_le_bytes());
            end.extend([0; 4]);
            end.extend(at.to_le_bytes());
            end.extend(1_u32.to_le_bytes());
        }
        end.extend(END.to_le_bytes());
        end.extend([0; 4]);
        let count = u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes();
        end.extend(count);
        end.extend(count);
        end.extend(narrow(size));
        end.extend(narrow(start));
        end.extend(u16::try_from(comment.len()).unwrap_or(0).to_le_bytes());
        end.extend(comment);
        self.pieces.write(end);
        self.pieces.extend(after, 0);
        self.pieces
    }
}

/// What the copy says about an entry.
struct Record {
    flags: u16,
    method: Method,
    date: Date,
    crc: u32,
    packed: u64,
    size: u64,
    headers: Headers,
}

impl Record {
    fn of(entry: &Entry, headers: Headers) -> Self {
        Self {
            // The account after the data is not written: sizes and checksum are known.
            flags: entry.central.flags & !(1 << 3),
            method: entry.method,
            date: if headers.date { entry.date } else { Date::NEUTRAL },
            crc: entry.crc,
            packed: entry.data.end.saturating_sub(entry.data.start),
            size: entry.size,
            headers,
        }
    }

    fn local(&self, entry: &Entry) -> Vec<u8> {
        let large = self.packed.max(self.size) >= u64::from(u32::MAX);
        let sizes = [self.size, self.packed];
        let extra = self.extra(&entry.local_extra, if large { &sizes } else { &[] });
        let mut bytes = LOCAL.to_le_bytes().to_vec();
        self.common(entry, large, &mut bytes);
        let sizes = if large { [u64::MAX; 2] } else { [self.packed, self.size] };
        bytes.extend(sizes.into_iter().flat_map(narrow));
        bytes.extend(length(&entry.raw_name));
        bytes.extend(length(&extra));
        bytes.extend(&entry.raw_name);
        bytes.extend(extra);
        bytes
    }

    fn central(&self, entry: &Entry, offset: u64) -> Vec<u8> {
        let numbers = [self.size, self.packed, offset];
        let large: Vec<u64> =
            numbers.into_iter().filter(|number| *number >= u64::from(u32::MAX)).collect();
        let extra = self.extra(&entry.central.extra, &large);
        let comment = if self.headers.comment { entry.comment.as_slice() } else { &[] };
        let mut bytes = CENTRAL.to_le_bytes().to_vec();
        bytes.extend(entry.central.made_by.to_le_bytes());
        self.common(entry, !large.is_empty(), &mut bytes);
        bytes.extend([self.packed, self.size].into_iter().flat_map(narrow));
        bytes.extend(length(&entry.raw_name));
        bytes.extend(length(&extra));
        bytes.extend(length(comment));
        bytes.extend([0; 2]);
        let (inner, outer) = entry.central.attributes;
        bytes.extend(inner.to_le_bytes());
        bytes.extend(outer.to_le_bytes());
        bytes.extend(narrow(offset));
        bytes.extend(&entry.raw_name);
        bytes.extend(extra);
        bytes.extend(comment);
        bytes
    }

    /// What both accounts begin with: from the version that is needed to the checksum.
    fn common(&self, entry: &Entry, large: bool, bytes: &mut Vec<u8>) {
        let needed = if large { entry.central.needed.max(45) } else { entry.central.needed };
        bytes.extend(needed.to_le_bytes());
        bytes.extend(self.flags.to_le_bytes());
        bytes.extend(self.method.number().to_le_bytes());
        bytes.extend(self.date.bytes());
        bytes.extend(self.crc.to_le_bytes());
    }

    /// The additional fields: the numbers that do not fit elsewhere, and those that stay.
    fn extra(&self, old: &[u8], large: &[u64]) -> Vec<u8> {
        let mut bytes = Vec::new();
        if !large.is_empty() {
            bytes.extend(ZIP64.to_le_bytes());
            let numbers: Vec<u8> = large.iter().flat_map(|number| number.to_le_bytes()).collect();
            bytes.extend(length(&numbers));
            bytes.extend(numbers);
        }
        if self.headers.extras {
            for (id, field) in extras(old).filter(|(id, _)| *id != ZIP64) {
                bytes.extend(id.to_le_bytes());
                bytes.extend(length(field));
                bytes.extend(field);
            }
        }
        bytes
    }
}

impl Method {
    fn number(self) -> u16 {
        match self {
            Method::Stored => 0,
            Method::Deflated => 8,
            Method::Other(number) => number,
        }
    }
}

fn narrow(number: u64) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

fn length(bytes: &[u8]) -> [u8; 2] {
    u16::try_from(bytes.len()).unwrap_or(u16::MAX).to_le_bytes()
}
