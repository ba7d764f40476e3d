//! Compound files, in which the old Office keeps its documents and the new one its encrypted
//! ones: the names that stand in one.

use crate::source::Source;

/// What a compound file begins with.
pub const MARK: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// How many sectors of the directory are read: an encrypted document has a few names.
const SECTORS: usize = 64;

/// The names of the first streams and folders of a compound file; nothing where it is none.
pub fn names(source: &dyn Source) -> Option<Vec<String>> {
    let head = source.bytes(0..512, 512).ok().filter(|head| head.starts_with(&MARK))?;
    let size = match number16(&head, 30)? {
        9 => 512_u64,
        12 => 4096,
        _ => return None,
    };
    let mut sector = number32(&head, 48)?;
    let mut names = Vec::new();
    for _ in 0..SECTORS {
        let start = u64::from(sector).checked_add(1)?.checked_mul(size)?;
        let Ok(bytes) = source.bytes(start..start.checked_add(size)?, size) else { break };
        names.extend(bytes.chunks_exact(128).filter_map(name));
        match next(source, &head, size, sector) {
            Some(following) if following < 0xFFFF_FFFA => sector = following,
            _ => break,
        }
    }
    Some(names)
}

/// The sector that follows another, by the table of sectors.
fn next(source: &dyn Source, head: &[u8], size: u64, sector: u32) -> Option<u32> {
    let in_one = size.checked_div(4)?;
    let table = u64::from(sector).checked_div(in_one)?;
    // Further tables stand elsewhere, and only in files of more than six megabytes.
    let at = usize::try_from(table).ok().filter(|table| *table < 109)?;
    let table = number32(head, at.checked_mul(4)?.checked_add(76)?)?;
    let start = u64::from(table).checked_add(1)?.checked_mul(size)?;
    let at = start.checked_add(u64::from(sector).checked_rem(in_one)?.checked_mul(4)?)?;
    let bytes = source.bytes(at..at.checked_add(4)?, 4).ok()?;
    number32(&bytes, 0)
}

/// The name in an entry of the directory.
fn name(entry: &[u8]) -> Option<String> {
    let length = usize::from(number16(entry, 64)?).checked_sub(2)?;
    let letters = entry.get(..length.min(64))?.chunks_exact(2);
    let letters = letters.filter_map(|pair| number16(pair, 0));
    Some(String::from_utf16_lossy(&letters.collect::<Vec<_>>())).filter(|name| !name.is_empty())
}

fn number16(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

fn number32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A compound file whose directory has one name.
    fn compound(name: &str) -> Vec<u8> {
        let mut bytes = vec![0; 512 * 3];
        bytes[..8].copy_from_slice(&MARK);
        bytes[30] = 9;
        bytes[48] = 1;
        bytes[512 + 4..512 + 8].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
        let letters: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes[1024..1024 + letters.len()].copy_from_slice(&letters);
        bytes[1024 + 64] = letters.len() as u8 + 2;
        bytes
    }

    #[test]
    fn the_names_in_a_compound_file_are_read() {
        let bytes = compound("EncryptedPackage");
        assert_eq!(names(&bytes), Some(vec!["EncryptedPackage".to_owned()]));
        assert_eq!(names(&b"PK".to_vec()), None);
    }

    #[test]
    fn a_cut_compound_file_never_panics() {
        let bytes = compound("WordDocument");
        for end in 0..bytes.len() {
            names(&bytes[..end].to_vec());
        }
    }
}
