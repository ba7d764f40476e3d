use super::*;
use crate::source::Pieces;

/// A compound file with these streams, made by a file with nothing in it.
pub(crate) fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = vec![0; 512];
    bytes[..8].copy_from_slice(&MARK);
    bytes[26..34].copy_from_slice(&[3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    bytes[56..60].copy_from_slice(&4096_u32.to_le_bytes());
    for at in [44, 48, 60, 68] {
        bytes[at..at + 4].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
    }
    bytes[44..48].copy_from_slice(&1_u32.to_le_bytes());
    bytes[48..52].copy_from_slice(&1_u32.to_le_bytes());
    bytes[76..].fill(0xFF);
    bytes[76..80].copy_from_slice(&0_u32.to_le_bytes());
    let sectors = (streams.len() + 1).div_ceil(4);
    let mut table = vec![0xFFFF_FFFD_u32];
    table.extend((0..sectors).map(|number| match number + 1 == sectors {
        true => 0xFFFF_FFFE,
        false => number as u32 + 2,
    }));
    table.resize(128, 0xFFFF_FFFF);
    bytes.extend(table.iter().flat_map(|number| number.to_le_bytes()));
    for number in 0..sectors * 4 {
        let (name, sort, child, next) = match number {
            0 if streams.is_empty() => ("Root Entry", 5, NONE, NONE),
            0 => ("Root Entry", 5, 1, NONE),
            _ => match streams.get(number - 1) {
                Some((name, _)) if number < streams.len() => (*name, 2, NONE, number as u32 + 1),
                Some((name, _)) => (*name, 2, NONE, NONE),
                None => ("", 0, NONE, NONE),
            },
        };
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = entry.len() as u16 + 2;
        entry.resize(128, 0);
        entry[64..66].copy_from_slice(&if sort == 0 { 0 } else { length }.to_le_bytes());
        entry[66] = sort;
        entry[68..72].copy_from_slice(&NONE.to_le_bytes());
        entry[72..76].copy_from_slice(&next.to_le_bytes());
        entry[76..80].copy_from_slice(&child.to_le_bytes());
        entry[116..120].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
        bytes.extend(entry);
    }
    let empty = Compound::open(&bytes, 1 << 20).unwrap();
    let mut rewrite = empty.as_it_is();
    for (number, (_, content)) in streams.iter().enumerate() {
        rewrite.contents[number + 1] = Some(content.clone());
    }
    whole(&empty.rewrite(&rewrite).unwrap(), &bytes)
}

fn whole(pieces: &Pieces, source: &[u8]) -> Vec<u8> {
    let copy = pieces.over(&source);
    copy.bytes(0..copy.len(), u64::MAX).unwrap()
}

fn streams() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("\u{1}Ole10Native", b"small".to_vec()),
        ("Contents", (0..9000_u32).map(|number| number as u8).collect()),
        ("EncryptedPackage", Vec::new()),
    ]
}

#[test]
fn streams_are_read_as_they_were_written() {
    let bytes = compound(&streams());
    let file = Compound::open(&bytes, 1 << 20).unwrap();
    for (number, (name, content)) in streams().iter().enumerate() {
        assert_eq!(&file.entries()[number + 1].name, name);
        assert_eq!(&file.read(number + 1, 1 << 20).unwrap(), content);
    }
    assert_eq!(file.path(1), "Ole10Native");
    assert!(file.loose().unwrap().is_empty());
    assert!(names(&bytes).unwrap().contains(&"EncryptedPackage".to_owned()));
    assert_eq!(names(&b"PK".to_vec()), None);
}

#[test]
fn a_file_that_is_written_again_is_the_same() {
    let bytes = compound(&streams());
    let file = Compound::open(&bytes, 1 << 20).unwrap();
    assert_eq!(whole(&file.rewrite(&file.as_it_is()).unwrap(), &bytes), bytes);
}

#[test]
fn what_belongs_to_nothing_is_found_and_can_go_or_stay() {
    let mut bytes = compound(&streams());
    let end = bytes.len();
    bytes.extend(b"Oude zin van Janne".iter().chain(&[0; 494]));
    bytes[512 + 9000] = b'x';
    let file = Compound::open(&bytes, 1 << 20).unwrap();
    let loose = file.loose().unwrap();
    assert_eq!(loose.len(), 2, "{loose:?}");
    assert_eq!(loose[1].start as usize, end);
    let clean = whole(&file.rewrite(&file.as_it_is()).unwrap(), &bytes);
    assert!(Compound::open(&clean, 1 << 20).unwrap().loose().unwrap().is_empty());
    let kept = whole(&file.rewrite(&Rewrite { loose, ..file.as_it_is() }).unwrap(), &bytes);
    assert_eq!(Compound::open(&kept, 1 << 20).unwrap().loose().unwrap().len(), 2);
}

#[test]
fn a_large_file_has_a_table_in_several_parts() {
    let streams = vec![("Contents", vec![7; 8 << 20])];
    let bytes = compound(&streams);
    let file = Compound::open(&bytes, 1 << 20).unwrap();
    assert_eq!(file.read(1, 9 << 20).unwrap(), streams[0].1);
    assert!(file.loose().unwrap().is_empty());
}

#[test]
fn a_cut_or_changed_compound_file_never_panics() {
    let bytes = compound(&streams());
    for end in (0..bytes.len()).step_by(7) {
        names(&bytes[..end].to_vec());
    }
    for at in (0..bytes.len()).step_by(3) {
        let mut changed = bytes.clone();
        changed[at] ^= 0xA5;
        if let Ok(file) = Compound::open(&changed, 1 << 20) {
            let _ = file.loose();
            let _ = file.rewrite(&file.as_it_is());
        }
    }
}
