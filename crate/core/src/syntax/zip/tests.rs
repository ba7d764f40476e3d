use std::io::Read;

use super::*;
use crate::source::{Piece, Pieces};
use crate::syntax::crc32::Crc32;

/// An archive of these entries, which are not packed and have a date.
fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, data) in entries {
        let offset = bytes.len() as u32;
        let mut common = vec![20, 0, 0, 0, 0, 0, 0x6A, 0x60, 0x75, 0x5D];
        common.extend(Crc32::of(data).to_le_bytes());
        common.extend((data.len() as u32).to_le_bytes());
        common.extend((data.len() as u32).to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(name.as_bytes());
        bytes.extend(*data);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = bytes.len() as u32;
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend((entries.len() as u16).to_le_bytes());
    bytes.extend((entries.len() as u16).to_le_bytes());
    bytes.extend((directory.len() as u32).to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

#[expect(clippy::ptr_arg, reason = "a slice is no source of its own")]
fn open(bytes: &Vec<u8>) -> Result<Archive<'_>, Problem> {
    Archive::open(bytes, &Limits::default())
}

fn read(archive: &Archive<'_>, entry: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    #[expect(clippy::disallowed_methods, reason = "the bytes of a test")]
    archive.unpack(entry).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

#[expect(clippy::ptr_arg, reason = "a slice is no source of its own")]
fn copy(source: &Vec<u8>, pieces: &Pieces) -> Vec<u8> {
    pieces.over(source).bytes(0..pieces.len(), pieces.len()).unwrap()
}

const TWO: &[(&str, &[u8])] = &[("a.txt", b"first"), ("b/c.txt", b"second entry")];

#[test]
fn an_archive_without_decisions_is_one_range() {
    let bytes = archive(TWO);
    let archive = open(&bytes).unwrap();
    assert!(archive.rewrite(archive.as_it_is()).is_all_of(&bytes));
    assert_eq!(read(&archive, 1), b"second entry");
    assert_eq!(archive.entries()[0].date.day(), "2026-11-21");
}

#[test]
fn an_entry_goes_and_the_rest_stays_in_ranges() {
    let bytes = archive(TWO);
    let archive = open(&bytes).unwrap();
    let mut rewrite = archive.as_it_is();
    rewrite.entries[0].0 = Fate::Gone;
    let copied = copy(&bytes, &archive.rewrite(rewrite));
    let copied = open(&copied).unwrap();
    assert_eq!(copied.entries().len(), 1);
    assert_eq!(copied.entries()[0].name, "b/c.txt");
    assert_eq!(read(&copied, 0), b"second entry");
    assert!(copied.unlisted().is_empty());
}

#[test]
fn headers_become_neutral_once() {
    let bytes = archive(TWO);
    let archive = open(&bytes).unwrap();
    let mut rewrite = archive.as_it_is();
    for (_, headers) in &mut rewrite.entries {
        headers.date = false;
    }
    let once = copy(&bytes, &archive.rewrite(rewrite));
    let copied = open(&once).unwrap();
    assert!(copied.entries().iter().all(|entry| entry.date.is_neutral()));
    assert_eq!(read(&copied, 0), b"first");
}

#[test]
fn a_changed_entry_is_spliced_from_pieces() {
    let bytes = archive(TWO);
    let stored = open(&bytes).unwrap();
    let mut pieces = Pieces::default();
    pieces.keep(7..12);
    pieces.write(b" and ".to_vec());
    pieces.keep(0..6);
    let mut rewrite = stored.as_it_is();
    rewrite.entries[1].0 = stored.splice(1, &pieces).unwrap();
    let changed = copy(&bytes, &stored.rewrite(rewrite));
    assert_eq!(read(&open(&changed).unwrap(), 1), b"entry and second");
}

#[test]
fn a_packed_entry_is_packed_anew_and_the_same_each_time() {
    let text: Vec<u8> =
        (0..200_000_u32).flat_map(|number| number.to_string().into_bytes()).collect();
    let bytes = archive(&[("long.txt", &text)]);
    let stored = open(&bytes).unwrap();
    let mut rewrite = stored.as_it_is();
    rewrite.entries[0].0 = Fate::Changed(stored.deflated(0, &Pieces::all(&text)).unwrap());
    let packed = copy(&bytes, &stored.rewrite(rewrite));
    assert!(packed.len() < bytes.len() / 2);
    let deflated = open(&packed).unwrap();
    assert_eq!(read(&deflated, 0), text);
    let mut pieces = Pieces::default();
    pieces.keep(100_000..text.len() as u64);
    pieces.keep(0..100_000);
    let mut rewrite = deflated.as_it_is();
    rewrite.entries[0].0 = deflated.splice(0, &pieces).unwrap();
    let turned = copy(&packed, &deflated.rewrite(rewrite));
    let expected = [&text[100_000..], &text[..100_000]].concat();
    assert_eq!(read(&open(&turned).unwrap(), 0), expected);
}

#[test]
fn bytes_of_no_entry_are_named_and_can_go() {
    let mut bytes = b"before".to_vec();
    bytes.extend(archive(TWO));
    bytes.extend(b"after");
    let archive = open(&bytes).unwrap();
    let end = bytes.len() as u64;
    assert_eq!(archive.unlisted(), [0..6, end - 5..end]);
    let mut rewrite = archive.as_it_is();
    rewrite.unlisted = vec![false, false];
    let copied = copy(&bytes, &archive.rewrite(rewrite));
    let copied = open(&copied).unwrap();
    assert!(copied.unlisted().is_empty());
    assert_eq!(read(&copied, 1), b"second entry");
}

#[test]
fn two_entries_with_one_name_are_refused() {
    assert_eq!(open(&archive(&[("a", b"1"), ("a", b"2")])).err(), Some(Problem::Duplicate));
    assert_eq!(open(&archive(&[("a/b", b"1"), ("a\\b", b"2")])).err(), Some(Problem::Duplicate));
    assert!(open(&archive(&[("a", b"1"), ("A", b"2")])).unwrap().has_names_alike());
}

#[test]
fn two_accounts_that_differ_are_refused() {
    let good = archive(TWO);
    for (at, byte) in [(30, b'x'), (8, 8), (14, 1), (22, 1), (6, 1)] {
        let mut bytes = good.clone();
        bytes[at] ^= byte;
        assert!(open(&bytes).is_err(), "{at}");
    }
    let mut time = good.clone();
    time[10] ^= 1;
    assert!(open(&time).is_ok());
}

#[test]
fn a_checksum_or_a_length_that_is_wrong_is_found_while_unpacking() {
    let mut bytes = archive(&[("a", b"some text")]);
    bytes[33] ^= 1;
    let archive = open(&bytes).unwrap();
    let mut text = Vec::new();
    #[expect(clippy::disallowed_methods, reason = "the bytes of a test")]
    let read = archive.unpack(0).unwrap().read_to_end(&mut text);
    assert!(read.is_err());
}

#[test]
fn a_cut_archive_never_panics() {
    let bytes = archive(TWO);
    for end in 0..bytes.len() {
        assert!(open(&bytes[..end].to_vec()).is_err());
        let mut turned = bytes.clone();
        turned[end] ^= 0xFF;
        if let Ok(archive) = open(&turned) {
            for entry in 0..archive.entries().len() {
                if let Ok(mut unpacked) = archive.unpack(entry) {
                    #[expect(clippy::disallowed_methods, reason = "the bytes of a test")]
                    let _ = unpacked.read_to_end(&mut Vec::new());
                }
            }
            let mut rewrite = archive.as_it_is();
            rewrite.comment = false;
            archive.rewrite(rewrite);
        }
    }
}

#[test]
fn a_kept_piece_of_a_stored_entry_is_a_range_of_the_archive() {
    let bytes = archive(TWO);
    let archive = open(&bytes).unwrap();
    let mut rewrite = archive.as_it_is();
    rewrite.entries[0].1.date = false;
    let pieces = archive.rewrite(rewrite);
    assert!(pieces.iter().any(|piece| *piece == Piece::Kept(35..40)
        || matches!(piece, Piece::Kept(range) if range.start == 35)));
}
