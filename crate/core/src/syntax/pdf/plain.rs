//! Whether a picture shows anything: one colour all over tells nothing.

use lopdf::{Document, Stream};

use super::filters::Budget;
use super::mask;
use super::patch::{Grid, Region, Spans};
use super::samples::{self, Outcome};

/// One colour packs so well: a picture is no longer than this, and one byte for so many samples.
const HEADER: u64 = 2048;
const PACKED: u64 = 64;

/// Larger pictures are not looked into.
const LARGEST: u64 = 32 << 20;

/// Whether a picture is one colour all over, but for its mask. It costs next to nothing: what
/// shows something is longer.
pub fn is_plain(picture: &Stream, document: &Document, mut budget: Budget) -> bool {
    let number = |key: &[u8]| {
        let value = picture.dict.get_deref(key, document).ok()?.as_i64().ok()?;
        u64::try_from(value).ok()
    };
    let Some((columns, rows)) = number(b"Width").zip(number(b"Height")) else { return false };
    let size = columns.saturating_mul(rows);
    let most = HEADER.saturating_add(size.div_euclid(PACKED));
    let stencil = mask::is_stencil(picture, document);
    if size > LARGEST || stencil || picture.content.len() as u64 > most {
        return stencil;
    }
    let mut picture = picture.clone();
    for key in [b"SMask".as_slice(), b"Mask"] {
        picture.dict.remove(key);
    }
    let picture = &picture;
    let all = |grid: Grid| Some(Spans::all(grid.columns, grid.rows));
    let each = |grid: Grid| Some(strips(&Spans::all(grid.columns, grid.rows)));
    let region = Region { all: &all, each: Some(&each) };
    matches!(samples::blank(picture, document, &region, 0, &mut budget), Ok(Outcome::Blank))
}

/// A strip is so many rows high, and no more strips are made.
const HIGH: u32 = 8;
const STRIPS: u32 = 500;

/// Samples as a whole, and strip by strip: a line of text is a speck of dust on a page, and no
/// longer one on its strip.
pub fn strips(spans: &Spans) -> Vec<Spans> {
    let mut all = vec![spans.clone()];
    let Some((_, rows)) = spans.bounds() else { return all };
    let high = HIGH.max(rows.end.saturating_sub(rows.start).div_ceil(STRIPS));
    let mut strip = Spans::default();
    for (row, stretches) in spans.rows() {
        strip.set(row, stretches.to_vec());
        if row.saturating_sub(rows.start).checked_rem(high) == high.checked_sub(1) {
            all.push(std::mem::take(&mut strip));
        }
    }
    all.push(strip);
    all.retain(|one| !one.is_empty());
    all
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn one_colour_is_plain_and_a_line_on_it_is_not() {
        let budget = Budget { left: 1 << 20, held: 1 << 20 };
        let of = |bytes: Vec<u8>| {
            let facts = dictionary! {
                "Width" => 100, "Height" => 100, "BitsPerComponent" => 8,
                "ColorSpace" => "DeviceGray", "Filter" => "FlateDecode",
            };
            let packed = super::super::filters::deflate(&bytes);
            is_plain(&Stream::new(facts, packed), &Document::new(), budget)
        };
        assert!(of(vec![7; 10_000]));
        let mut line = vec![255; 10_000];
        line[5020..5050].fill(0);
        assert!(!of(line));
    }
}
