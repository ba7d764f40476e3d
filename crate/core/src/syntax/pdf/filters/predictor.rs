//! Predictors of PNG and TIFF, with every number judged before a byte is allocated.

use lopdf::{Document, Stream};

/// The rows that a predictor works on.
#[derive(Debug)]
pub struct Shape {
    predictor: i64,
    /// How many bits a component has.
    bits: usize,
    /// How many bytes back the same component of the pixel before stands; at least one.
    pixel: usize,
    row: usize,
    colors: usize,
}

/// A row of pixels is never longer; the widest picture in use is far below it.
const ROW: usize = 1 << 26;

impl Shape {
    /// The shape that the parameters tell, if they make sense.
    pub fn new(number: impl Fn(&[u8], i64) -> Option<i64>) -> Option<Self> {
        let size = |key: &[u8], default, most: usize| {
            let value = usize::try_from(number(key, default)?).ok()?;
            (value >= 1 && value <= most).then_some(value)
        };
        let predictor = number(b"Predictor", 1)?;
        if predictor <= 1 {
            return Some(Self { predictor: 1, bits: 8, pixel: 1, row: 1, colors: 1 });
        }
        let colors = size(b"Colors", 1, 32)?;
        let bits = size(b"BitsPerComponent", 8, 16)?;
        let columns = size(b"Columns", 1, ROW)?;
        let pixel = colors.checked_mul(bits)?;
        let row = pixel.checked_mul(columns)?.div_ceil(8);
        if !bits.is_power_of_two() || row > ROW {
            return None;
        }
        Some(Self { predictor, bits, pixel: pixel.div_ceil(8), row, colors })
    }

    /// What the rows were before they were predicted.
    pub fn undo(&self, bytes: Vec<u8>) -> Vec<u8> {
        match self.predictor {
            2 => self.tiff(bytes),
            10.. => self.png(&bytes),
            _ => bytes,
        }
    }

    fn png(&self, bytes: &[u8]) -> Vec<u8> {
        let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
        let mut above: Vec<u8> = Vec::new();
        for row in bytes.chunks(self.row.saturating_add(1)) {
            let Some((kind, row)) = row.split_first() else { break };
            let mut now: Vec<u8> = Vec::with_capacity(row.len());
            for (index, byte) in row.iter().enumerate() {
                let back = index.checked_sub(self.pixel);
                let left = back.and_then(|at| now.get(at)).copied().unwrap_or(0);
                let up = above.get(index).copied().unwrap_or(0);
                let corner = back.and_then(|at| above.get(at)).copied().unwrap_or(0);
                now.push(byte.wrapping_add(match kind {
                    1 => left,
                    2 => up,
                    3 => left.midpoint(up),
                    4 => paeth(left, up, corner),
                    _ => 0,
                }));
            }
            out.extend_from_slice(&now);
            above = now;
        }
        out
    }

    fn tiff(&self, mut bytes: Vec<u8>) -> Vec<u8> {
        for row in bytes.chunks_mut(self.row) {
            match self.bits {
                8 => {
                    for index in self.pixel..row.len() {
                        let left = row.get(index.wrapping_sub(self.pixel)).copied().unwrap_or(0);
                        if let Some(byte) = row.get_mut(index) {
                            *byte = byte.wrapping_add(left);
                        }
                    }
                }
                16 => {
                    let mut before = vec![0_u16; self.colors];
                    for (index, pair) in row.chunks_exact_mut(2).enumerate() {
                        let Some(sum) = before.get_mut(index.checked_rem(self.colors).unwrap_or(0))
                        else {
                            continue;
                        };
                        if let [high, low] = pair {
                            *sum = sum.wrapping_add(u16::from_be_bytes([*high, *low]));
                            [*high, *low] = sum.to_be_bytes();
                        }
                    }
                }
                _ => self.tiff_bits(row),
            }
        }
        bytes
    }

    fn tiff_bits(&self, row: &mut [u8]) {
        let mut before = vec![0_u8; self.colors];
        let per_byte = 8_usize.checked_div(self.bits).unwrap_or(1);
        let mask = u8::MAX.wrapping_shr(8_u32.saturating_sub(self.bits as u32));
        let mut at = 0_usize;
        for byte in row {
            let mut made = 0_u8;
            for place in 0..per_byte {
                let shift =
                    8_usize.saturating_sub(self.bits.saturating_mul(place.saturating_add(1)));
                let value = byte.wrapping_shr(shift as u32) & mask;
                let sum = before.get_mut(at.checked_rem(self.colors).unwrap_or(0));
                let sum = sum.map_or(value, |sum| {
                    *sum = sum.wrapping_add(value) & mask;
                    *sum
                });
                made |= sum.wrapping_shl(shift as u32);
                at = at.saturating_add(1);
            }
            *byte = made;
        }
    }
}

/// Whether the rows of a stream are told by what differs from their neighbours.
pub fn is_used(stream: &Stream, document: &Document) -> bool {
    super::filters(stream, document).iter().any(|(_, parameters)| {
        let value = parameters.as_ref().and_then(|all| all.get_deref(b"Predictor", document).ok());
        value.and_then(|value| value.as_i64().ok()).is_some_and(|value| value > 1)
    })
}

/// Rows of pixels as what differs from their neighbours, each in the way that leaves the smallest
/// numbers (PNG, 12.8).
pub fn predicted(bytes: &[u8], row: usize, pixel: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len().saturating_add(bytes.len().div_euclid(64)));
    let mut above: &[u8] = &[];
    for now in bytes.chunks(row.max(1)) {
        let differences = |kind: u8| {
            let of = move |(index, byte): (usize, &u8)| {
                let back = index.checked_sub(pixel);
                let left = back.and_then(|at| now.get(at)).copied().unwrap_or(0);
                let up = above.get(index).copied().unwrap_or(0);
                let corner = back.and_then(|at| above.get(at)).copied().unwrap_or(0);
                byte.wrapping_sub(match kind {
                    1 => left,
                    2 => up,
                    3 => left.midpoint(up),
                    4 => paeth(left, up, corner),
                    _ => 0,
                })
            };
            now.iter().enumerate().map(of)
        };
        let size = |kind: &u8| {
            differences(*kind).map(|byte| u64::from((byte as i8).unsigned_abs())).sum::<u64>()
        };
        let kind = (0..=4).min_by_key(size).unwrap_or(0);
        out.push(kind);
        out.extend(differences(kind));
        above = now;
    }
    out
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(up), i16::from(corner));
    let guess = a.wrapping_add(b).wrapping_sub(c);
    let far = |from: i16| guess.wrapping_sub(from).wrapping_abs();
    if far(a) <= far(b) && far(a) <= far(c) {
        left
    } else if far(b) <= far(c) {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(predictor: i64, columns: i64, bits: i64) -> Shape {
        Shape::new(|key, default| match key {
            b"Predictor" => Some(predictor),
            b"Columns" => Some(columns),
            b"BitsPerComponent" => Some(bits),
            _ => Some(default),
        })
        .unwrap()
    }

    #[test]
    fn rows_come_back_as_they_were() {
        let png = [1, 1, 1, 1, 2, 1, 1, 1, 0, 9, 9, 9];
        assert_eq!(shape(12, 3, 8).undo(png.to_vec()), [1, 2, 3, 2, 3, 4, 9, 9, 9]);
        assert_eq!(shape(2, 3, 8).undo(vec![1, 1, 1, 5, 1, 1]), [1, 2, 3, 5, 6, 7]);
        assert_eq!(shape(2, 2, 16).undo(vec![0, 255, 0, 1]), [0, 255, 1, 0]);
        assert_eq!(shape(2, 4, 4).undo(vec![0x11, 0x11]), [0x12, 0x34]);
    }

    #[test]
    fn rows_that_were_predicted_come_back() {
        let rows: Vec<u8> = (0..60_u8).map(|one| one.wrapping_mul(one)).collect();
        assert_eq!(shape(15, 12, 8).undo(predicted(&rows, 12, 1)), rows);
    }

    #[test]
    fn numbers_without_sense_are_refused() {
        let with = |name: &'static [u8], value: i64| {
            Shape::new(move |key, default| match key {
                b"Predictor" => Some(12),
                key if key == name => Some(value),
                _ => Some(default),
            })
        };
        assert!(with(b"Colors", 536_870_913).is_none());
        assert!(with(b"Columns", i64::MAX).is_none());
        assert!(with(b"BitsPerComponent", 3).is_none());
        assert!(with(b"Columns", -1).is_none());
    }
}
