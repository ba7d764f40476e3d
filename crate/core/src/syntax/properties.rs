//! Sets of properties as old Office keeps them in streams [MS-OLEPS].

use std::collections::BTreeMap;

use crate::Reason;
use crate::syntax::charset::{utf_16, windows_1252};
use crate::syntax::fields::Order::Little;
use crate::syntax::ovba::decode;

/// The sets in a stream: one, or two where somebody added properties.
#[derive(Clone, Debug)]
pub struct Sets {
    head: Vec<u8>,
    /// Each set, in order.
    pub sets: Vec<Set>,
}

/// A set of properties.
#[derive(Clone, Debug)]
pub struct Set {
    /// The number of its sort.
    pub sort: [u8; 16],
    /// Its properties, in order.
    pub properties: Vec<Property>,
    /// The names that were given to properties.
    pub names: BTreeMap<u32, Name>,
    page: u16,
}

/// A name that was given to a property.
#[derive(Clone, Debug)]
pub struct Name {
    /// Its letters.
    pub text: String,
    bytes: Vec<u8>,
}

/// A property.
#[derive(Clone, Debug)]
pub struct Property {
    /// Its number.
    pub id: u32,
    /// Its type and value.
    bytes: Vec<u8>,
    /// What stands between its value and the next.
    pub rest: Vec<u8>,
}

/// The most properties that are read of a set, and the most strings of a property.
const MOST: u32 = 10_000;

const DICTIONARY: u32 = 0;
const CODE_PAGE: u32 = 1;

const SHORT: u32 = 2;
const LONG: u32 = 3;
const DOUBLE: u32 = 5;
const SWITCH: u32 = 11;
const VARIANT: u32 = 12;
const NARROW: u32 = 30;
const WIDE: u32 = 31;
const TIME: u32 = 64;
const BLOB: u32 = 65;
const CLIPBOARD: u32 = 71;
const VECTOR: u32 = 0x1000;

impl Sets {
    /// Reads them.
    ///
    /// # Errors
    /// Fails where they break the rules.
    pub fn read(bytes: &[u8]) -> Result<Self, Reason> {
        let head = bytes.get(..28).ok_or(Reason::Damaged)?.to_vec();
        let count = u64::from(Little.u32(&head, 24)?);
        if !head.starts_with(&[0xFE, 0xFF]) || count > 2 {
            return Err(Reason::Damaged);
        }
        let mut sets = Vec::new();
        for number in 0..count {
            let at = number.saturating_mul(20).saturating_add(28);
            let mut sort = [0; 16];
            crate::source::Source::read_at(&bytes, at, &mut sort)?;
            let start = usize::try_from(Little.u32(&bytes, at.saturating_add(16))?)
                .map_err(|_| Reason::Damaged)?;
            sets.push(Set::read(sort, bytes.get(start..).ok_or(Reason::Damaged)?)?);
        }
        Ok(Self { head, sets })
    }

    /// The stream with what is left of the sets.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = self.head.clone();
        let mut start = self.sets.len().saturating_mul(20).saturating_add(28);
        let sets: Vec<Vec<u8>> = self.sets.iter().map(Set::write).collect();
        for (set, written) in self.sets.iter().zip(&sets) {
            bytes.extend(set.sort);
            bytes.extend(u32::try_from(start).unwrap_or(0).to_le_bytes());
            start = start.saturating_add(written.len());
        }
        bytes.extend(sets.into_iter().flatten());
        bytes
    }
}

impl Set {
    fn read(sort: [u8; 16], bytes: &[u8]) -> Result<Self, Reason> {
        let length = usize::try_from(Little.u32(&bytes, 0)?).map_err(|_| Reason::Damaged)?;
        let count = Little.u32(&bytes, 4)?;
        if count > MOST {
            return Err(Reason::Limit);
        }
        let end = length.min(bytes.len());
        let mut offsets = Vec::new();
        for number in 0..u64::from(count) {
            let at = number.saturating_mul(8).saturating_add(8);
            let offset = Little.u32(&bytes, at.saturating_add(4))?;
            offsets.push((
                Little.u32(&bytes, at)?,
                usize::try_from(offset).map_err(|_| Reason::Damaged)?,
            ));
        }
        let mut set = Self { sort, properties: Vec::new(), names: BTreeMap::new(), page: 1252 };
        for (id, offset) in &offsets {
            let next = offsets.iter().map(|(_, other)| *other).filter(|other| other > offset);
            let next = next.min().unwrap_or(end);
            let all = bytes.get(*offset..next).ok_or(Reason::Damaged)?;
            let length = if *id == DICTIONARY { all.len() } else { length_of(all, 0)? };
            let (bytes, rest) = all.split_at_checked(length).ok_or(Reason::Damaged)?;
            if *id == CODE_PAGE {
                set.page = Little.u16(&bytes, 4)?;
            }
            let (bytes, rest) = (bytes.to_vec(), rest.to_vec());
            set.properties.push(Property { id: *id, bytes, rest });
        }
        if let Some(place) = set.properties.iter().position(|property| property.id == DICTIONARY) {
            let dictionary = set.properties.remove(place);
            set.names = set.dictionary(&dictionary.bytes)?;
        }
        Ok(set)
    }

    fn dictionary(&self, bytes: &[u8]) -> Result<BTreeMap<u32, Name>, Reason> {
        let count = Little.u32(&bytes, 0)?;
        if count > MOST {
            return Err(Reason::Limit);
        }
        let mut names = BTreeMap::new();
        let mut at = 4_u64;
        for _ in 0..count {
            let id = Little.u32(&bytes, at)?;
            let letters = u64::from(Little.u32(&bytes, at.saturating_add(4))?);
            let start = at.saturating_add(8);
            let length = if self.is_wide() { letters.saturating_mul(2) } else { letters };
            let end = start.saturating_add(length);
            let bytes = slice(bytes, start, end)?;
            names.insert(id, Name { text: self.decode(bytes), bytes: bytes.to_vec() });
            at = if self.is_wide() { end.next_multiple_of(4) } else { end };
        }
        Ok(names)
    }

    fn write(&self) -> Vec<u8> {
        let mut values: Vec<(u32, Vec<u8>)> = self
            .properties
            .iter()
            .map(|property| (property.id, [property.bytes.as_slice(), &property.rest].concat()))
            .collect();
        if !self.names.is_empty() {
            values.insert(0, (DICTIONARY, self.write_dictionary()));
        }
        let mut offset = values.len().saturating_mul(8).saturating_add(8);
        let (mut table, mut body) = (Vec::new(), Vec::new());
        for (id, mut value) in values {
            value.resize(value.len().next_multiple_of(4), 0);
            table.extend(id.to_le_bytes());
            table.extend(u32::try_from(offset).unwrap_or(0).to_le_bytes());
            offset = offset.saturating_add(value.len());
            body.extend(value);
        }
        let mut bytes = u32::try_from(offset).unwrap_or(0).to_le_bytes().to_vec();
        bytes.extend(u32::try_from(table.len() / 8).unwrap_or(0).to_le_bytes());
        bytes.extend(table);
        bytes.extend(body);
        bytes
    }

    fn write_dictionary(&self) -> Vec<u8> {
        let mut bytes = u32::try_from(self.names.len()).unwrap_or(0).to_le_bytes().to_vec();
        for (id, name) in &self.names {
            let letters = &name.bytes;
            let count = if self.is_wide() { letters.len() / 2 } else { letters.len() };
            bytes.extend(id.to_le_bytes());
            bytes.extend(u32::try_from(count).unwrap_or(0).to_le_bytes());
            bytes.extend(letters);
            if self.is_wide() {
                bytes.resize(bytes.len().next_multiple_of(4), 0);
            }
        }
        bytes
    }

    /// What a property says, in words.
    pub fn text(&self, property: &Property) -> String {
        let mut words = Vec::new();
        // A value that cannot be read further has said what it can.
        let _ = self.words(&property.bytes, 0, &mut words);
        words.join(" · ")
    }

    /// Whether a property is text, or holds some.
    pub fn is_text(&self, property: &Property) -> bool {
        let sort = Little.u32(&property.bytes, 0).unwrap_or(0) & 0xFFFF;
        !matches!(sort, SHORT | LONG | DOUBLE | SWITCH)
    }

    fn words(&self, bytes: &[u8], at: u64, words: &mut Vec<String>) -> Result<(), Reason> {
        let sort = Little.u32(&bytes, at)? & 0xFFFF;
        let value = at.saturating_add(4);
        match sort {
            SHORT => words.push(Little.u16(&bytes, value)?.to_string()),
            LONG => words.push(Little.u32(&bytes, value)?.to_string()),
            SWITCH => words.push((Little.u16(&bytes, value)? != 0).to_string()),
            TIME => words.push(moment(bytes, value)?),
            NARROW | WIDE => {
                let end = at.saturating_add(length_of(bytes, at)? as u64);
                let text = slice(bytes, value.saturating_add(4), end)?;
                words.push(if sort == WIDE { wide(text) } else { self.decode(text) });
            }
            sort if sort & VECTOR != 0 => {
                let count = Little.u32(&bytes, value)?.min(MOST);
                let mut at = value.saturating_add(4);
                for _ in 0..count {
                    let element = Element { sort: sort & !VECTOR, at };
                    let (typed, length) = element.typed(bytes)?;
                    self.words(&typed, 0, words)?;
                    at = at.saturating_add(length);
                }
            }
            BLOB | CLIPBOARD => {
                let text = crate::syntax::fields::readable(bytes);
                let length = bytes.len().saturating_sub(8);
                words.push(if text.is_empty() { format!("{length} bytes") } else { text });
            }
            0 | 1 => {}
            _ => words.push(crate::syntax::fields::readable(bytes)),
        }
        Ok(())
    }

    fn is_wide(&self) -> bool {
        self.page == 1200
    }

    /// A string in the encoding of the set.
    fn decode(&self, bytes: &[u8]) -> String {
        if self.is_wide() {
            return wide(bytes);
        }
        tidy(&decode(bytes, self.page).unwrap_or_else(|| windows_1252(bytes)))
    }
}

/// An element of a list, which stands without its type unless each has its own.
struct Element {
    sort: u32,
    at: u64,
}

impl Element {
    /// The element with its type before it, and how many bytes it takes in the list.
    fn typed(&self, bytes: &[u8]) -> Result<(Vec<u8>, u64), Reason> {
        let rest = slice(bytes, self.at, bytes.len() as u64)?;
        if self.sort == VARIANT {
            let length = length_of(rest, 0)?;
            return Ok((rest.get(..length).unwrap_or_default().to_vec(), length as u64));
        }
        let mut typed = self.sort.to_le_bytes().to_vec();
        typed.extend_from_slice(rest);
        let length = length_of(&typed, 0)?;
        typed.truncate(length);
        // The strings of a list follow each other closely, but for those in two bytes a letter.
        let length = (length as u64).saturating_sub(4);
        Ok((typed, if self.sort == WIDE { length.next_multiple_of(4) } else { length }))
    }
}

/// The length of a value with its type.
fn length_of(bytes: &[u8], at: u64) -> Result<usize, Reason> {
    let rest = slice(bytes, at, bytes.len() as u64)?;
    let sort = Little.u32(&rest, 0)? & 0xFFFF;
    let counted = || Little.u32(&rest, 4).map(u64::from);
    let length = match sort {
        0 | 1 => 4,
        SHORT | LONG | 4 | 10 | SWITCH | 16..=19 | 22 | 23 => 8,
        DOUBLE | 6 | 7 | 20 | 21 | TIME => 12,
        72 => 20,
        NARROW | BLOB | CLIPBOARD | 70 => counted()?.saturating_add(8),
        WIDE => counted()?.saturating_mul(2).saturating_add(8),
        // A list is taken with what follows it: its strings tell where it ends.
        _ => rest.len() as u64,
    };
    let length = usize::try_from(length).map_err(|_| Reason::Damaged)?;
    if length > rest.len() { Err(Reason::Damaged) } else { Ok(length) }
}

fn slice(bytes: &[u8], start: u64, end: u64) -> Result<&[u8], Reason> {
    let start = usize::try_from(start).map_err(|_| Reason::Damaged)?;
    let end = usize::try_from(end).map_err(|_| Reason::Damaged)?;
    bytes.get(start..end).ok_or(Reason::Damaged)
}

fn wide(bytes: &[u8]) -> String {
    tidy(&utf_16(bytes, Little))
}

/// What follows the zero at the end of a string may be left of a longer one before it.
fn tidy(text: &str) -> String {
    let parts = text.split('\0').map(str::trim).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// A moment, or a length of time where it lies before the years of computers; nothing for zero.
fn moment(bytes: &[u8], at: u64) -> Result<String, Reason> {
    let low = u64::from(Little.u32(&bytes, at)?);
    Ok(moment_of(u64::from(Little.u32(&bytes, at.saturating_add(4))?) << 32 | low))
}

/// The day of a moment that is counted in steps of 100 nanoseconds since 1601.
pub fn moment_of(steps: u64) -> String {
    let minutes = steps / 600_000_000;
    if minutes == 0 {
        return String::new();
    }
    let days = minutes / 1440;
    if days < 100 * 365 {
        return format!("{minutes} min");
    }
    let mut left = days;
    for year in 1601_u32..10_000 {
        let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
        let months = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (month, length) in (1_u32..).zip(months) {
            if left < length {
                return format!("{year:04}-{month:02}-{:02}", left.saturating_add(1));
            }
            left = left.saturating_sub(length);
        }
    }
    format!("{days} days")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_counted_from_1601() {
        // 1 January 1970 and 29 February 2024.
        assert_eq!(moment_of(116_444_736_000_000_000), "1970-01-01");
        assert_eq!(moment_of(133_536_384_000_000_000), "2024-02-29");
        assert_eq!(moment_of(12 * 600_000_000), "12 min");
        assert_eq!(moment_of(0), "");
    }

    fn set() -> Set {
        let text = |text: &[u8]| {
            let mut bytes = NARROW.to_le_bytes().to_vec();
            bytes.extend((text.len() as u32).to_le_bytes());
            bytes.extend(text);
            bytes
        };
        let property = |id, bytes| Property { id, bytes, rest: Vec::new() };
        Set {
            sort: [7; 16],
            properties: vec![
                property(1, [SHORT.to_le_bytes(), 1252_u32.to_le_bytes()].concat()),
                property(4, text(b"Ren\xE9e Jansen\0")),
                property(8, text(b"Jan\0sen\0")),
            ],
            names: BTreeMap::from([(8, Name { text: "Zaak".into(), bytes: b"Zaak\0".into() })]),
            page: 1252,
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut head = vec![0; 28];
        head[0] = 0xFE;
        head[1] = 0xFF;
        head[24] = 1;
        let bytes = Sets { head, sets: vec![set()] }.write();
        let mut sets = Sets::read(&bytes).unwrap();
        let read = &mut sets.sets[0];
        assert_eq!(read.text(&read.properties[1]), "Renée Jansen");
        assert_eq!(read.text(&read.properties[2]), "Jan · sen");
        assert_eq!(read.names[&8].text, "Zaak");
        read.properties.remove(1);
        let less = Sets::read(&sets.write()).unwrap();
        assert_eq!(less.sets[0].properties.len(), 2);
        for end in 0..bytes.len() {
            let _ = Sets::read(&bytes[..end]);
        }
    }
}
