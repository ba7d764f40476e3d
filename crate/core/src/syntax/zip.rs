//! ZIP archives: what one really holds, its parts, and a copy without some of them.
//!
//! An archive tells twice what stands in it, before each entry and at the end, and programs
//! differ in what they believe. So it is opened only when both accounts agree, and when the
//! crate `zip` reads the same entries from it as we do.

mod directory;
mod pack;
mod rewrite;
mod unpack;

use std::ops::Range;

use crate::Limits;
use crate::Reason;
use crate::source::{Reader, Source, Window};

pub use directory::{Date, Problem};
pub use rewrite::{Fate, Headers, Packed, Rewrite};
pub use unpack::Unpacked;

/// An archive whose directory was read.
pub struct Archive<'a> {
    source: &'a dyn Source,
    entries: Vec<Entry>,
    tail: Tail,
    unlisted: Vec<Range<u64>>,
}

/// An entry of an archive.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// Its name as it stands there, in characters.
    pub name: String,
    /// How many bytes it unpacks to, by what the archive says.
    pub size: u64,
    /// When it was last changed, by what the archive says.
    pub date: Date,
    /// What somebody wrote about it.
    pub comment: Vec<u8>,
    /// The numbers of the additional fields that tell something: times, users, second names.
    pub extras: Vec<u16>,
    method: Method,
    encrypted: bool,
    utf8: bool,
    crc: u32,
    raw_name: Vec<u8>,
    /// Header, data and what follows the data.
    all: Range<u64>,
    data: Range<u64>,
    local_extra: Vec<u8>,
    central: Central,
}

/// What stands in the directory only.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Central {
    extra: Vec<u8>,
    made_by: u16,
    needed: u16,
    flags: u16,
    attributes: (u16, u32),
}

/// How an entry is packed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Method {
    Stored,
    Deflated,
    /// One that Office and browsers do not use.
    Other(u16),
}

/// What stands after the last entry.
#[derive(Clone, Debug, Default)]
struct Tail {
    comment: Vec<u8>,
    /// The bytes after the end of the archive.
    after: Range<u64>,
}

impl<'a> Archive<'a> {
    /// Reads the directory and compares it with what stands before each entry.
    ///
    /// # Errors
    /// Tells why two programs could see different things in this archive, or why there is none.
    pub fn open(source: &'a dyn Source, limits: &Limits) -> Result<Self, Problem> {
        let (entries, tail, unlisted) = directory::read(source, limits)?;
        let archive = Self { source, entries, tail, unlisted };
        archive.another_reader_agrees()?;
        Ok(archive)
    }

    /// Its entries, in the order of the directory.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with this name, where case and the kind of slash do not matter.
    pub fn find(&self, name: &str) -> Option<usize> {
        let name = plain(name);
        self.entries.iter().position(|entry| plain(&entry.name) == name)
    }

    /// Whether two entries have names that differ only in case or slashes.
    pub fn has_names_alike(&self) -> bool {
        let mut names: Vec<_> = self.entries.iter().map(|entry| plain(&entry.name)).collect();
        names.sort_unstable();
        names.windows(2).any(|pair| pair.first() == pair.last())
    }

    /// The bytes that belong to no entry: before the first, between two, after the end.
    pub fn unlisted(&self) -> &[Range<u64>] {
        &self.unlisted
    }

    /// What somebody wrote about the archive.
    pub fn comment(&self) -> &[u8] {
        &self.tail.comment
    }

    /// The unpacked bytes of an entry, one after the other.
    ///
    /// # Errors
    /// Fails where the entry is encrypted or packed in a way that is not known here.
    pub fn unpack(&self, entry: usize) -> Result<Unpacked<'a>, Reason> {
        let entry = self.entries.get(entry).ok_or(Reason::Damaged)?;
        Unpacked::new(self.source, entry)
    }

    /// The bytes of an entry as a source, where it is not packed.
    pub fn stored(&self, entry: usize) -> Option<Window<'a>> {
        let entry = self.entries.get(entry)?;
        let plain = entry.method == Method::Stored && !entry.encrypted;
        plain.then(|| Window::new(self.source, entry.data.clone()))
    }

    /// The crate `zip` reads the directory as most programs do.
    fn another_reader_agrees(&self) -> Result<(), Problem> {
        let other =
            zip::ZipArchive::new(Reader::new(self.source)).map_err(|_| Problem::Disagreement)?;
        if other.len() != self.entries.len() {
            return Err(Problem::Disagreement);
        }
        let other = other.metadata();
        for (index, ours) in self.entries.iter().enumerate() {
            let theirs = other.entry(index).map_err(|_| Problem::Disagreement)?;
            let same = theirs.header_start() == ours.all.start
                && theirs.size() == ours.size
                && theirs.crc32() == ours.crc;
            if !same {
                return Err(Problem::Disagreement);
            }
        }
        Ok(())
    }
}

impl Entry {
    /// Whether it is a folder and holds nothing.
    pub fn is_folder(&self) -> bool {
        self.size == 0 && self.data.is_empty() && self.name.ends_with(['/', '\\'])
    }

    /// Where its data stands in the archive.
    pub fn data(&self) -> Range<u64> {
        self.data.clone()
    }

    /// Whether its bytes stand in the archive as they are.
    pub fn is_stored(&self) -> bool {
        self.method == Method::Stored && !self.encrypted
    }
}

/// A name as programs compare it.
pub fn plain(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_ascii_lowercase()
}

#[cfg(test)]
mod tests;
