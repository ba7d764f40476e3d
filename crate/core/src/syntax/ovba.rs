//! Projects of Visual Basic as Office keeps them [MS-OVBA]: how they are packed, and what their
//! directory says.

use std::collections::BTreeMap;

use crate::Reason;
use crate::syntax::charset::{Charset, utf_16, windows_1252};
use crate::syntax::fields::Order::Little;

/// Unpacks a container (2.4.1), which may become `most` bytes long.
///
/// # Errors
/// Fails where it breaks the rules, or becomes longer.
pub fn unpack(bytes: &[u8], most: u64) -> Result<Vec<u8>, Reason> {
    let (first, mut rest) = bytes.split_first().ok_or(Reason::Damaged)?;
    if *first != 1 {
        return Err(Reason::Damaged);
    }
    let mut out: Vec<u8> = Vec::new();
    while rest.len() >= 2 {
        let head = Little.u16(&rest, 0)?;
        let length = usize::from(head & 0x0FFF).saturating_add(3);
        let chunk = rest.get(2..length.min(rest.len())).unwrap_or_default();
        if (head >> 12) & 7 != 3 || out.len() as u64 > most {
            return Err(if out.len() as u64 > most { Reason::Limit } else { Reason::Damaged });
        }
        match head >> 15 {
            0 => out.extend_from_slice(chunk),
            _ => unpack_chunk(chunk, &mut out)?,
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    Ok(out)
}

fn unpack_chunk(chunk: &[u8], out: &mut Vec<u8>) -> Result<(), Reason> {
    let start = out.len();
    let mut tokens = chunk.iter();
    while let Some(flags) = tokens.next() {
        for bit in 0..8 {
            let Some(first) = tokens.next() else { return Ok(()) };
            if flags >> bit & 1 == 0 {
                out.push(*first);
                continue;
            }
            let second = tokens.next().ok_or(Reason::Damaged)?;
            let token = usize::from(u16::from_le_bytes([*first, *second]));
            let here = out.len().saturating_sub(start);
            // The further on, the more bits tell how far back.
            let bits = (4..12).find(|bits| 1_usize << bits >= here).unwrap_or(12);
            let length = (token & (0xFFFF >> bits)).saturating_add(3);
            let back = (token >> (16_usize.saturating_sub(bits))).saturating_add(1);
            for _ in 0..length {
                let from = out.len().checked_sub(back).filter(|from| *from >= start);
                let byte = from.and_then(|from| out.get(from)).ok_or(Reason::Damaged)?;
                out.push(*byte);
            }
            if out.len().saturating_sub(start) > 4096 {
                return Err(Reason::Damaged);
            }
        }
    }
    Ok(())
}

/// Packs bytes into a container (2.4.1.3), in chunks of 4,096.
///
/// # Errors
/// Fails where the last chunk holds bytes that cannot be made shorter.
pub fn pack(bytes: &[u8]) -> Result<Vec<u8>, Reason> {
    let mut out = vec![1];
    for chunk in bytes.chunks(CHUNK) {
        let packed = pack_chunk(chunk);
        let (mark, packed) = match packed.len() > CHUNK {
            true if chunk.len() < CHUNK => return Err(Reason::Limit),
            true => (0x3000_u16, chunk),
            false => (0xB000, packed.as_slice()),
        };
        let length = u16::try_from(packed.len().saturating_sub(1)).map_err(|_| Reason::Limit)?;
        out.extend((mark | length).to_le_bytes());
        out.extend_from_slice(packed);
    }
    Ok(out)
}

/// How long a chunk is before it is packed.
const CHUNK: usize = 4096;

fn pack_chunk(chunk: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    // Where three bytes stood last.
    let mut last: BTreeMap<&[u8], usize> = BTreeMap::new();
    let mut at = 0;
    while at < chunk.len() {
        let (mut flags, mut tokens) = (0_u8, Vec::new());
        for bit in 0..8 {
            let rest = chunk.get(at..).unwrap_or_default();
            let Some(first) = rest.first() else { break };
            let bits = (4..12).find(|bits| 1_usize << bits >= at).unwrap_or(12);
            let most = (0xFFFF_usize >> bits).saturating_add(3);
            let before = rest.get(..3).and_then(|three| last.get(three)).copied();
            let same = before.map_or(0, |before| {
                let old = chunk.get(before..).unwrap_or_default();
                old.iter().zip(rest).take(most).take_while(|(old, new)| old == new).count()
            });
            let length = match before {
                Some(before) if same >= 3 => {
                    let back = at.saturating_sub(before).saturating_sub(1);
                    let token = back << 16_usize.saturating_sub(bits) | same.saturating_sub(3);
                    tokens.extend(u16::try_from(token).unwrap_or_default().to_le_bytes());
                    flags |= 1 << bit;
                    same
                }
                _ => {
                    tokens.push(*first);
                    1
                }
            };
            for here in at..at.saturating_add(length) {
                let three = chunk.get(here..here.saturating_add(3));
                three.and_then(|three| last.insert(three, here));
            }
            at = at.saturating_add(length);
        }
        out.push(flags);
        out.extend(tokens);
    }
    out
}

/// A directory that was unpacked, in which the text of each module begins where its stream does.
///
/// # Errors
/// Fails where it breaks off.
pub fn without_offsets(bytes: &[u8]) -> Result<Vec<u8>, Reason> {
    let mut bytes = bytes.to_vec();
    for at in Project::read(&bytes)?.offsets {
        let at = usize::try_from(at).map_err(|_| Reason::Damaged)?;
        bytes.get_mut(at..at.saturating_add(4)).ok_or(Reason::Damaged)?.fill(0);
    }
    Ok(bytes)
}

/// What the directory of a project says.
pub struct Project {
    /// The code page of its text.
    pub page: u16,
    /// Names, descriptions, and what it refers to, with paths.
    pub words: Vec<String>,
    /// The streams of its modules, and where in each the text begins.
    pub modules: Vec<(String, u64)>,
    /// Where in the directory those places stand.
    offsets: Vec<u64>,
}

impl Project {
    /// Reads a directory that was unpacked (2.3.4.2).
    ///
    /// # Errors
    /// Fails where it breaks off.
    pub fn read(bytes: &[u8]) -> Result<Self, Reason> {
        let (words, modules, offsets) = (Vec::new(), Vec::new(), Vec::new());
        let mut project = Self { page: 1252, words, modules, offsets };
        let mut at = 0_u64;
        let mut stream = String::new();
        while at.saturating_add(6) <= bytes.len() as u64 {
            let sort = Little.u16(&bytes, at)?;
            let mut length = u64::from(Little.u32(&bytes, at.saturating_add(2))?);
            if sort == VERSION {
                // It says four bytes and has six.
                length = 6;
            }
            let start = at.saturating_add(6);
            at = start.saturating_add(length);
            let range = usize::try_from(start).ok().zip(usize::try_from(at).ok());
            let data =
                range.and_then(|(start, end)| bytes.get(start..end)).ok_or(Reason::Damaged)?;
            match sort {
                CODE_PAGE => {
                    project.page = Little.u16(&data, 0)?;
                }
                STREAM => stream = project.text(data),
                OFFSET => {
                    let offset = u64::from(Little.u32(&data, 0)?);
                    project.modules.push((std::mem::take(&mut stream), offset));
                    project.offsets.push(start);
                }
                NUMBERS | WIDE_NAME | MODULES | 0x13 | 0x02 | 0x14 | 0x4A | 0x1E | 0x2C => {}
                END => break,
                _ => {
                    let text = match sort {
                        0x3C | 0x3D | 0x3E | 0x40 | 0x48 | 0x47 | 0x32 => wide(data),
                        _ => project.text(data),
                    };
                    let words = text.split('\0').map(str::trim);
                    project.words.extend(words.filter(|word| word.len() > 2).map(str::to_owned));
                }
            }
        }
        Ok(project)
    }

    fn text(&self, bytes: &[u8]) -> String {
        let text = decode(bytes, self.page).unwrap_or_else(|| windows_1252(bytes));
        text.chars().map(|letter| if letter.is_control() { '\0' } else { letter }).collect()
    }
}

/// The text of bytes in a code page of Windows; nothing where it is one that is not read.
pub fn decode(bytes: &[u8], page: u16) -> Option<String> {
    match page {
        1200 => Some(utf_16(bytes, Little)),
        65001 => Charset::Utf8.decode(bytes),
        1252 => Some(windows_1252(bytes)),
        _ => bytes.is_ascii().then(|| windows_1252(bytes)),
    }
}

fn wide(bytes: &[u8]) -> String {
    utf_16(bytes, Little)
}

const NUMBERS: u16 = 0x01;
const CODE_PAGE: u16 = 0x03;
const VERSION: u16 = 0x09;
const MODULES: u16 = 0x0F;
const END: u16 = 0x10;
const STREAM: u16 = 0x1A;
const OFFSET: u16 = 0x31;
const WIDE_NAME: u16 = 0x3E;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_specification_are_unpacked() {
        let plain = b"\x01\x19\xB0\x00abcdefgh\x00ijklmnop\x00qrstuv.";
        assert_eq!(unpack(plain, 100), Ok(b"abcdefghijklmnopqrstuv.".to_vec()));
        let repeated = b"\x01\x2F\xB0\x00#aaabcde\x82f\x00\x70ahij\x01\x38\x62\x28klm\x06\x0C0on";
        let _ = unpack(repeated, 100);
        let many = b"\x01\x03\xB0\x02a\x45\x00";
        assert_eq!(unpack(many, 100).map(|bytes| bytes.len()), Ok(73));
        for end in 0..repeated.len() {
            let _ = unpack(&repeated[..end], 100);
        }
        assert!(unpack(b"\x01\x03\x30\x02a\x45\x00", 100).is_ok());
    }

    #[test]
    fn what_is_packed_is_the_same_when_it_is_unpacked() {
        let many: Vec<u8> = (0..20_000_u32).map(|number| (number * number / 977) as u8).collect();
        let texts = [b"".to_vec(), b"abc".to_vec(), b"Sub A()\r\n".repeat(900), many];
        for text in texts {
            let packed = pack(&text).unwrap();
            assert_eq!(unpack(&packed, 1 << 20).unwrap_or_default(), text);
        }
    }

    #[test]
    fn a_directory_tells_names_references_and_modules() {
        let mut bytes = Vec::new();
        let mut add = |sort: u16, data: &[u8]| {
            bytes.extend(sort.to_le_bytes());
            bytes.extend((data.len() as u32).to_le_bytes());
            bytes.extend(data);
        };
        add(0x04, b"Project1");
        add(0x0D, b"*\\G{0}#2.0#0#C:\\Users\\jbakker\\x.dll#X");
        add(STREAM, b"Module1");
        add(OFFSET, &[9, 0, 0, 0]);
        add(END, b"");
        let project = Project::read(&bytes).unwrap();
        assert_eq!(project.words[0], "Project1");
        assert!(project.words[1].contains("jbakker"));
        assert_eq!(project.modules, [("Module1".to_owned(), 9)]);
    }
}
