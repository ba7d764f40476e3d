//! The checksum of ZIP and PNG.

/// A checksum that is being counted.
#[derive(Clone, Copy, Debug)]
pub struct Crc32(u32);

impl Default for Crc32 {
    fn default() -> Self {
        Self(u32::MAX)
    }
}

impl Crc32 {
    /// The checksum of these bytes.
    #[cfg(test)]
    pub fn of(bytes: &[u8]) -> u32 {
        let mut sum = Self::default();
        sum.update(bytes);
        sum.value()
    }

    /// Counts more bytes, eight at a time.
    pub fn update(&mut self, bytes: &[u8]) {
        let mut sum = self.0;
        let (eights, rest) = bytes.as_chunks::<8>();
        for [a, b, c, d, e, f, g, h] in eights {
            let low = sum ^ u32::from_le_bytes([*a, *b, *c, *d]);
            let [a, b, c, d] = low.to_le_bytes();
            sum = at(7, a) ^ at(6, b) ^ at(5, c) ^ at(4, d);
            sum ^= at(3, *e) ^ at(2, *f) ^ at(1, *g) ^ at(0, *h);
        }
        for byte in rest {
            let [low, ..] = sum.to_le_bytes();
            sum = at(0, low ^ byte) ^ (sum >> 8);
        }
        self.0 = sum;
    }

    /// What it has come to.
    pub fn value(self) -> u32 {
        !self.0
    }
}

/// What a byte adds with `later` bytes after it.
fn at(later: usize, byte: u8) -> u32 {
    TABLES.get(later).and_then(|table| table.get(usize::from(byte))).copied().unwrap_or(0)
}

static TABLES: [[u32; 256]; 8] = tables();

#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "counted while compiling: a fault would not compile"
)]
const fn tables() -> [[u32; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
            bit += 1;
        }
        tables[0][byte] = sum;
        byte += 1;
    }
    let mut later = 1;
    while later < 8 {
        let mut byte = 0;
        while byte < 256 {
            let before = tables[later - 1][byte];
            tables[later][byte] = tables[0][(before & 0xFF) as usize] ^ (before >> 8);
            byte += 1;
        }
        later += 1;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_of_the_standard_text_is_the_standard_sum() {
        assert_eq!(Crc32::of(b"123456789"), 0xCBF4_3926);
        assert_eq!(Crc32::of(b""), 0);
    }

    #[test]
    fn it_does_not_matter_in_how_many_pieces_the_bytes_come() {
        let bytes: Vec<u8> = (0..=255).collect();
        for cut in 0..bytes.len() {
            let (left, right) = bytes.split_at(cut);
            let mut sum = Crc32::default();
            sum.update(left);
            sum.update(right);
            assert_eq!(sum.value(), Crc32::of(&bytes));
        }
    }
}
