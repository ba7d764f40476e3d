//! Writes archives for cases, right ones and wrong ones.

/// An archive in the making: entries as they are given, without any help.
#[derive(Default)]
pub struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    entries: u16,
    /// MS-DOS time and date of the entries that follow.
    pub stamp: (u16, u16),
    /// The additional field of the entries that follow.
    pub extra: Vec<u8>,
    /// What is remarked in the directory about the entries that follow.
    pub remark: Vec<u8>,
    /// What is remarked about the archive.
    pub comment: Vec<u8>,
}

impl Zip {
    /// An empty archive, whose entries get the neutral date 1980-01-01.
    pub fn new() -> Self {
        Self { stamp: (0, 0x21), ..Self::default() }
    }

    /// Adds an entry that is stored.
    pub fn stored(&mut self, name: &str, data: &[u8]) -> &mut Self {
        self.entry(name, 0, data, data)
    }

    /// Adds an entry that is compressed.
    pub fn deflated(&mut self, name: &str, data: &[u8]) -> &mut Self {
        let packed = miniz_oxide::deflate::compress_to_vec(data, 6);
        self.entry(name, 8, data, &packed)
    }

    /// Adds bytes that belong to no entry.
    pub fn junk(&mut self, bytes: &[u8]) -> &mut Self {
        self.bytes.extend_from_slice(bytes);
        self
    }

    fn entry(&mut self, name: &str, method: u16, data: &[u8], packed: &[u8]) -> &mut Self {
        let offset = u32::try_from(self.bytes.len()).expect("a small archive");
        let mut common = Vec::new();
        for number in [20, 0x0800, method, self.stamp.0, self.stamp.1] {
            common.extend_from_slice(&u16::to_le_bytes(number));
        }
        let length = |bytes: &[u8]| u32::try_from(bytes.len()).expect("a small entry");
        for number in [crc32(data), length(packed), length(data)] {
            common.extend_from_slice(&u32::to_le_bytes(number));
        }
        common.extend_from_slice(&short(name.as_bytes()));
        common.extend_from_slice(&short(&self.extra));
        self.bytes.extend_from_slice(b"PK\x03\x04");
        self.bytes.extend_from_slice(&common);
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(&self.extra);
        self.bytes.extend_from_slice(packed);
        self.directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        self.directory.extend_from_slice(&common);
        self.directory.extend_from_slice(&short(&self.remark));
        self.directory.extend_from_slice(&[0; 8]);
        self.directory.extend_from_slice(&offset.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.directory.extend_from_slice(&self.extra);
        self.directory.extend_from_slice(&self.remark);
        self.entries += 1;
        self
    }

    /// The finished archive.
    pub fn finish(&mut self) -> Vec<u8> {
        let mut bytes = std::mem::take(&mut self.bytes);
        let offset = u32::try_from(bytes.len()).expect("a small archive");
        let size = u32::try_from(self.directory.len()).expect("a small directory");
        bytes.append(&mut self.directory);
        bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        bytes.extend_from_slice(&self.entries.to_le_bytes());
        bytes.extend_from_slice(&self.entries.to_le_bytes());
        bytes.extend_from_slice(&size.to_le_bytes());
        bytes.extend_from_slice(&offset.to_le_bytes());
        bytes.extend_from_slice(&short(&self.comment));
        bytes.extend_from_slice(&self.comment);
        bytes
    }
}

fn short(bytes: &[u8]) -> [u8; 2] {
    u16::try_from(bytes.len()).expect("a short field").to_le_bytes()
}

/// The entries of an archive that has nothing but them, one after the other: name and bytes.
///
/// # Panics
/// Where a program did not write it as ours does.
pub fn entries(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut entries = Vec::new();
    let mut rest = archive;
    while rest.starts_with(b"PK\x03\x04") {
        let number = |at: usize| usize::from(u16::from_le_bytes([rest[at], rest[at + 1]]));
        let packed = u32::from_le_bytes([rest[18], rest[19], rest[20], rest[21]]) as usize;
        let (name, data) = (30 + number(26), 30 + number(26) + number(28));
        let bytes = &rest[data..data + packed];
        let bytes = match number(8) {
            8 => miniz_oxide::inflate::decompress_to_vec(bytes).expect("deflate"),
            _ => bytes.to_vec(),
        };
        entries.push((String::from_utf8_lossy(&rest[30..name]).into_owned(), bytes));
        rest = &rest[data + packed..];
    }
    entries
}

/// The CRC-32 of ZIP and PNG (ISO 3309).
pub fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(crc & 1))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
