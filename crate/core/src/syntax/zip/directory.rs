//! The directory of an archive, read by ourselves and held against the header of each entry.

use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;

use super::{Central, Entry, Method, Tail};
use crate::Limits;
use crate::Reason;
use crate::source::{Reader, Source, Unread};

/// Why an archive is not read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Problem {
    /// There is no end of a directory.
    NoDirectory,
    /// The directory cannot be read to its end, or counts wrong.
    Damaged,
    /// It is part of a series of files.
    Split,
    /// There are more entries than the limits allow.
    TooMany,
    /// Two entries have one name.
    Duplicate,
    /// Two entries share bytes.
    Overlap,
    /// The two accounts of an entry differ, or another program reads other entries.
    Disagreement,
    /// An entry bears a second name that is another.
    SecondName,
}

impl From<Problem> for Reason {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::TooMany => Reason::Limit,
            Problem::NoDirectory
            | Problem::Damaged
            | Problem::Split
            | Problem::Duplicate
            | Problem::Overlap
            | Problem::Disagreement
            | Problem::SecondName => Reason::Damaged,
        }
    }
}

impl From<Unread> for Problem {
    fn from(Unread: Unread) -> Self {
        Problem::Damaged
    }
}

/// When an entry was last changed, as the archive writes it: date and time of day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Date {
    date: u16,
    time: u16,
}

impl Date {
    /// The first moment that an archive can name. It says nothing, and stands for no date.
    pub const NEUTRAL: Self = Self { date: 0x21, time: 0 };

    /// Whether it says nothing.
    pub fn is_neutral(self) -> bool {
        self == Self::NEUTRAL || self == Self { date: 0, time: 0 }
    }

    /// The day, as `2026-11-21`.
    pub fn day(self) -> String {
        let (year, month, day) = (self.date >> 9, (self.date >> 5) & 15, self.date & 31);
        format!("{:04}-{month:02}-{day:02}", year.saturating_add(1980))
    }

    pub(super) fn bytes(self) -> [u8; 4] {
        let ([a, b], [c, d]) = (self.time.to_le_bytes(), self.date.to_le_bytes());
        [a, b, c, d]
    }
}

pub(super) const LOCAL: u32 = 0x0403_4B50;
pub(super) const CENTRAL: u32 = 0x0201_4B50;
pub(super) const DESCRIPTOR: u32 = 0x0807_4B50;
pub(super) const END: u32 = 0x0605_4B50;
pub(super) const END64: u32 = 0x0606_4B50;
pub(super) const LOCATOR: u32 = 0x0706_4B50;
pub(super) const UTF8: u16 = 1 << 11;
pub(super) const ZIP64: u16 = 1;
const ENCRYPTED: u16 = 1 | 1 << 6 | 1 << 13;
const DESCRIBED: u16 = 1 << 3;
/// How hard the packer tried: the only flags in which the two accounts may differ.
const EFFORT: u16 = 0b110;
const SECOND_NAME: u16 = 0x7075;
/// Room that Office leaves so that a header can grow.
const PADDING: u16 = 0xA220;
/// Room that Android's tools leave so that data begins at a round number.
const ALIGNMENT: u16 = 0xD935;
const END_LENGTH: u64 = 22;
const LOCATOR_LENGTH: u64 = 20;

type Read3 = (Vec<Entry>, Tail, Vec<Range<u64>>);

/// Reads all that the archive says about itself.
pub(super) fn read(source: &dyn Source, limits: &Limits) -> Result<Read3, Problem> {
    let end = End::find(source)?;
    if end.count > limits.entries {
        return Err(Problem::TooMany);
    }
    let (directory, base) = end.directory(source)?;
    let bytes = source.bytes(directory.clone(), limits.held_of(source.len()))?;
    let mut fields = Fields(&bytes);
    let mut listed = Vec::new();
    for _ in 0..end.count {
        listed.push(Listed::read(&mut fields).ok_or(Problem::Damaged)?);
    }
    if !fields.0.is_empty() {
        return Err(Problem::Damaged);
    }
    let mut reader = Reader::new(source);
    let mut entries = Vec::with_capacity(listed.len());
    for listed in listed {
        entries.push(listed.entry(&mut reader, base)?);
    }
    no_name_twice(&entries)?;
    let unlisted = unlisted(source, &entries, &directory, &end)?;
    let tail = Tail { comment: end.comment, after: end.all.end..source.len() };
    Ok((entries, tail, unlisted))
}

/// The end of the directory, which says where it begins.
struct End {
    count: u64,
    size: u64,
    offset: u64,
    comment: Vec<u8>,
    /// All records of the end, the one for large archives included.
    all: Range<u64>,
}

impl End {
    fn find(source: &dyn Source) -> Result<Self, Problem> {
        let most = END_LENGTH.saturating_add(u64::from(u16::MAX));
        let from = source.len().saturating_sub(most);
        let bytes = source.bytes(from..source.len(), most)?;
        let mark = END.to_le_bytes();
        let found = bytes.windows(mark.len()).rposition(|four| four == mark);
        let at = found.ok_or(Problem::NoDirectory)?;
        let mut fields = Fields(bytes.get(at..).unwrap_or_default());
        let start = from.saturating_add(at as u64);
        Self::read(&mut fields, start).ok_or(Problem::Damaged)?.large(source)
    }

    fn read(fields: &mut Fields<'_>, start: u64) -> Option<Self> {
        fields.skip(4)?;
        let (disk, first, here, count) =
            (fields.u16()?, fields.u16()?, fields.u16()?, fields.u16()?);
        let one_file = matches!((disk, first), (0 | u16::MAX, 0 | u16::MAX)) && here == count;
        let (size, offset, length) = (fields.u32()?, fields.u32()?, fields.u16()?);
        let comment = fields.take(usize::from(length))?.to_vec();
        let end = start.checked_add(END_LENGTH)?.checked_add(u64::from(length))?;
        one_file.then_some(Self {
            count: u64::from(count),
            size: u64::from(size),
            offset: u64::from(offset),
            comment,
            all: start..end,
        })
    }

    /// What the end of a large archive says instead, where there is one.
    fn large(mut self, source: &dyn Source) -> Result<Self, Problem> {
        let Some(locator) = self.all.start.checked_sub(LOCATOR_LENGTH) else { return Ok(self) };
        let bytes = source.bytes(locator..self.all.start, LOCATOR_LENGTH)?;
        let mut fields = Fields(&bytes);
        if fields.u32() != Some(LOCATOR) {
            return Ok(self);
        }
        let disk = fields.u32().ok_or(Problem::Damaged)?;
        let said = fields.u64().ok_or(Problem::Damaged)?;
        let disks = fields.u32().ok_or(Problem::Damaged)?;
        if disk != 0 || disks > 1 {
            return Err(Problem::Split);
        }
        let just_before = locator.checked_sub(56).ok_or(Problem::Damaged)?;
        let (start, bytes) = [said, just_before]
            .into_iter()
            .find_map(|start| {
                let bytes = source.bytes(start..start.checked_add(56)?, 56).ok()?;
                (Fields(&bytes).u32() == Some(END64)).then_some((start, bytes))
            })
            .ok_or(Problem::Damaged)?;
        let mut fields = Fields(&bytes);
        fields.skip(32).ok_or(Problem::Damaged)?;
        let mut next = || fields.u64().ok_or(Problem::Damaged);
        (self.count, self.size, self.offset) = (next()?, next()?, next()?);
        self.all.start = start;
        Ok(self)
    }

    /// Where the directory stands, and by how much all offsets are too small because something
    /// was put before the archive.
    fn directory(&self, source: &dyn Source) -> Result<(Range<u64>, u64), Problem> {
        let said = self.offset..self.offset.checked_add(self.size).ok_or(Problem::Damaged)?;
        if said.end <= self.all.start && (self.count == 0 || begins_with(source, said.start)) {
            return Ok((said, 0));
        }
        let start = self.all.start.checked_sub(self.size).ok_or(Problem::Damaged)?;
        let base = start.checked_sub(self.offset).ok_or(Problem::Damaged)?;
        match begins_with(source, start) {
            true => Ok((start..self.all.start, base)),
            false => Err(Problem::Damaged),
        }
    }
}

fn begins_with(source: &dyn Source, start: u64) -> bool {
    let bytes = source.bytes(start..start.saturating_add(4), 4);
    bytes.is_ok_and(|bytes| Fields(&bytes).u32() == Some(CENTRAL))
}

/// What the directory says about an entry.
struct Listed {
    central: Central,
    method: u16,
    date: Date,
    crc: u32,
    packed: u64,
    size: u64,
    offset: u64,
    name: Vec<u8>,
    comment: Vec<u8>,
}

impl Listed {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        if fields.u32()? != CENTRAL {
            return None;
        }
        let (made_by, needed, flags) = (fields.u16()?, fields.u16()?, fields.u16()?);
        let (method, time, date) = (fields.u16()?, fields.u16()?, fields.u16()?);
        let (crc, packed, size) = (fields.u32()?, fields.u32()?, fields.u32()?);
        let lengths = [fields.u16()?, fields.u16()?, fields.u16()?].map(usize::from);
        let disk = fields.u16()?;
        let attributes = (fields.u16()?, fields.u32()?);
        let offset = fields.u32()?;
        let [name, extra, comment] = lengths.map(|length| fields.take(length));
        let (name, extra, comment) = (name?.to_vec(), extra?.to_vec(), comment?.to_vec());
        let mut large = large(&extra);
        let mut whole = |value: u32| match value {
            u32::MAX => large.u64(),
            value => Some(u64::from(value)),
        };
        let (size, packed, offset) = (whole(size)?, whole(packed)?, whole(offset)?);
        let central = Central { extra, made_by, needed, flags, attributes };
        let date = Date { date, time };
        (disk == 0 || disk == u16::MAX).then_some(Self {
            central,
            method,
            date,
            crc,
            packed,
            size,
            offset,
            name,
            comment,
        })
    }

    /// Holds it against the header before the data.
    fn entry(self, reader: &mut Reader<'_>, base: u64) -> Result<Entry, Problem> {
        let start = self.offset.checked_add(base).ok_or(Problem::Damaged)?;
        let mut header = [0; 30];
        read_at(reader, start, &mut header)?;
        let mut fields = Fields(&header);
        let head = (|| {
            let signature = fields.u32()?;
            fields.skip(2)?;
            let (flags, method) = (fields.u16()?, fields.u16()?);
            fields.skip(4)?;
            let (crc, packed, size) = (fields.u32()?, fields.u32()?, fields.u32()?);
            let (name, extra) = (fields.u16()?, fields.u16()?);
            Some((signature, flags, method, crc, packed, size, name, extra))
        })();
        let (signature, flags, method, crc, packed, size, name, extra) =
            head.ok_or(Problem::Damaged)?;
        if signature != LOCAL {
            return Err(Problem::Damaged);
        }
        let (mut raw_name, mut local_extra) =
            (vec![0; usize::from(name)], vec![0; usize::from(extra)]);
        read_next(reader, &mut raw_name)?;
        read_next(reader, &mut local_extra)?;
        let mut large = large(&local_extra);
        let mut whole = |value: u32| match value {
            u32::MAX => large.u64().unwrap_or(u64::MAX),
            value => u64::from(value),
        };
        let (size, packed) = (whole(size), whole(packed));
        let described = flags & DESCRIBED != 0;
        let said = (crc, packed, size) == (self.crc, self.packed, self.size);
        let unsaid = described && (crc == 0 || crc == self.crc) && matches!(size, 0 | u64::MAX)
            || described && (crc, packed, size) == (0, 0, 0);
        let same = raw_name == self.name
            && method == self.method
            && flags & !EFFORT == self.central.flags & !EFFORT
            && (said || unsaid);
        if !same {
            return Err(Problem::Disagreement);
        }
        let headed = (name as u64).saturating_add(u64::from(extra)).saturating_add(30);
        let from = start.checked_add(headed).ok_or(Problem::Damaged)?;
        let data = from..from.checked_add(self.packed).ok_or(Problem::Damaged)?;
        let after = match described {
            true => self.descriptor(reader, data.end, said)?,
            false => 0,
        };
        let all = start..data.end.checked_add(after).ok_or(Problem::Damaged)?;
        self.checked(all, data, raw_name, local_extra)
    }

    /// How long the account after the data is, which comes in four shapes.
    fn descriptor(&self, reader: &mut Reader<'_>, at: u64, said: bool) -> Result<u64, Problem> {
        let bytes = reader
            .source()
            .bytes(at..at.saturating_add(24).min(reader.source().len()), 24)
            .map_err(|_| Problem::Damaged)?;
        for (signed, wide) in [(true, false), (true, true), (false, false), (false, true)] {
            let mut fields = Fields(&bytes);
            let matches = (|| {
                if signed && fields.u32()? != DESCRIPTOR {
                    return None;
                }
                let crc = fields.u32()?;
                let mut whole = || if wide { fields.u64() } else { fields.u32().map(u64::from) };
                let (packed, size) = (whole()?, whole()?);
                ((crc, packed, size) == (self.crc, self.packed, self.size)).then_some(())
            })();
            if matches.is_some() {
                return Ok(bytes.len().saturating_sub(fields.0.len()) as u64);
            }
        }
        if said { Ok(0) } else { Err(Problem::Disagreement) }
    }

    fn checked(
        self,
        all: Range<u64>,
        data: Range<u64>,
        raw_name: Vec<u8>,
        local_extra: Vec<u8>,
    ) -> Result<Entry, Problem> {
        let utf8 = self.central.flags & UTF8 != 0;
        let name = decoded(&raw_name, utf8);
        let fields = extras(&self.central.extra).chain(extras(&local_extra));
        let mut telling = Vec::new();
        for (id, bytes) in fields {
            if id == SECOND_NAME && bytes.get(5..) != Some(name.as_bytes()) {
                return Err(Problem::SecondName);
            }
            if !is_mute(id, bytes) && !telling.contains(&id) {
                telling.push(id);
            }
        }
        if [&self.central.extra, &local_extra].into_iter().any(|extra| has_rest(extra)) {
            telling.push(u16::MAX);
        }
        telling.sort_unstable();
        let method = match self.method {
            0 if self.packed != self.size => return Err(Problem::Disagreement),
            0 => Method::Stored,
            8 => Method::Deflated,
            other => Method::Other(other),
        };
        Ok(Entry {
            name,
            size: self.size,
            date: self.date,
            comment: self.comment,
            extras: telling,
            method,
            encrypted: self.central.flags & ENCRYPTED != 0,
            utf8,
            crc: self.crc,
            raw_name,
            all,
            data,
            local_extra,
            central: self.central,
        })
    }
}

fn no_name_twice(entries: &[Entry]) -> Result<(), Problem> {
    let mut names: Vec<_> = entries.iter().map(|entry| entry.name.replace('\\', "/")).collect();
    names.sort_unstable();
    match names.windows(2).any(|pair| pair.first() == pair.last()) {
        true => Err(Problem::Duplicate),
        false => Ok(()),
    }
}

/// The bytes that nothing accounts for.
fn unlisted(
    source: &dyn Source,
    entries: &[Entry],
    directory: &Range<u64>,
    end: &End,
) -> Result<Vec<Range<u64>>, Problem> {
    let mut known: Vec<_> = entries.iter().map(|entry| entry.all.clone()).collect();
    crate::order::by(&mut known, |range| (range.start, 0));
    known.push(directory.clone());
    known.push(end.all.clone());
    let mut unlisted = Vec::new();
    let mut position = 0;
    for range in known {
        if range.start < position {
            return Err(Problem::Overlap);
        }
        if position < range.start {
            unlisted.push(position..range.start);
        }
        position = range.end;
    }
    if position < source.len() {
        unlisted.push(position..source.len());
    }
    Ok(unlisted)
}

/// The additional fields of a header: number and bytes of each.
pub(super) fn extras(bytes: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut fields = Fields(bytes);
    std::iter::from_fn(move || {
        let (id, length) = (fields.u16()?, fields.u16()?);
        Some((id, fields.take(usize::from(length))?))
    })
}

/// Whether an additional field can tell nothing.
fn is_mute(id: u16, bytes: &[u8]) -> bool {
    let zeros = |from: usize| bytes.iter().skip(from).all(|byte| *byte == 0);
    match id {
        ZIP64 => bytes.len() <= 28,
        PADDING => zeros(4),
        ALIGNMENT => zeros(2),
        _ => false,
    }
}

/// Whether bytes are left after the last whole field.
fn has_rest(extra: &[u8]) -> bool {
    let whole: usize = extras(extra).map(|(_, bytes)| bytes.len().saturating_add(4)).sum();
    extra.get(whole..).unwrap_or_default().iter().any(|byte| *byte != 0)
}

/// The sizes that did not fit in the header.
fn large(extra: &[u8]) -> Fields<'_> {
    Fields(extras(extra).find(|(id, _)| *id == ZIP64).map_or(&[], |(_, bytes)| bytes))
}

fn seek(reader: &mut Reader<'_>, at: u64) -> Result<(), Problem> {
    reader.seek(SeekFrom::Start(at)).map(|_| ()).map_err(|_| Problem::Damaged)
}

fn read_at(reader: &mut Reader<'_>, at: u64, bytes: &mut [u8]) -> Result<(), Problem> {
    seek(reader, at)?;
    read_next(reader, bytes)
}

fn read_next(reader: &mut Reader<'_>, bytes: &mut [u8]) -> Result<(), Problem> {
    reader.read_exact(bytes).map_err(|_| Problem::Damaged)
}

/// Numbers and bytes one after the other, small end first.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn skip(&mut self, length: usize) -> Option<()> {
        self.take(length).map(|_| ())
    }

    fn u16(&mut self) -> Option<u16> {
        self.take(2)?.try_into().ok().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.take(8)?.try_into().ok().map(u64::from_le_bytes)
    }
}

/// A name in characters: UTF-8 where it says or seems so, else the letters of the first PC.
fn decoded(name: &[u8], utf8: bool) -> String {
    match std::str::from_utf8(name) {
        Ok(name) => name.to_owned(),
        Err(_) if utf8 => String::from_utf8_lossy(name).into_owned(),
        Err(_) => name.iter().map(|byte| letter(*byte)).collect(),
    }
}

fn letter(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(high) => LETTERS.chars().nth(usize::from(high)).unwrap_or('?'),
    }
}

const LETTERS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
