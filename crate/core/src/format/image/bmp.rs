//! BMP, the bitmaps of Windows (Microsoft, "Bitmap Storage"): bytes between its tables and its pixels,
//! the profile that newer ones name, and what follows the end.

use std::ops::Range;

use super::{Left, block, icc, stray};
use crate::finding::Reason;
use crate::format::Format;
use crate::kind::place::LINKED_FILE;
use crate::source::{Pieces, Source};
use crate::syntax::fields::Order::Little;
use crate::syntax::fields::text;
use crate::visit::{Remedy, Visit};

/// Pictures in BMP.
pub(crate) struct Bmp;

impl Format for Bmp {
    fn name(&self, _: &dyn Source) -> &'static str {
        "bmp"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        source.head(2) == b"BM" && Layout::of(source).is_some()
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        visit.surface();
        let layout = Layout::of(source).ok_or(Reason::Damaged)?;
        let (tables, pixels) = (layout.tables, layout.pixels);
        if tables > pixels.start || pixels.end > source.len() {
            return Err(Reason::Damaged);
        }
        let mut pieces = Pieces::default();
        pieces.keep(0..tables);
        // What goes here leaves its room: the header says where the pixels begin.
        let gap = stray(source, tables..pixels.start, visit)?;
        let left = pixels.start.saturating_sub(tables).saturating_sub(gap.len());
        pieces.extend(gap, 0);
        pieces.write(vec![0; usize::try_from(left).unwrap_or(0)]);
        pieces.keep(pixels.clone());
        let rest = pixels.end..source.len();
        let inside = |profile: &Range<u64>| rest.start <= profile.start && profile.end <= rest.end;
        match layout.profile.filter(inside) {
            Some(profile) => {
                pieces.extend(stray(source, rest.start..profile.start, visit)?, 0);
                let bytes = source.bytes(profile.clone(), visit.held())?;
                match layout.linked {
                    true => drop(visit.value(&LINKED_FILE, Remedy::Keep, &text(&bytes))),
                    false => drop(block(visit, "ICC", |visit| {
                        icc::walk(&bytes, visit)?;
                        Ok(Left::Same)
                    })),
                }
                pieces.keep(profile.clone());
                pieces.extend(stray(source, profile.end..rest.end, visit)?, 0);
            }
            None => pieces.extend(stray(source, rest, visit)?, 0),
        }
        Ok(pieces)
    }
}

/// Where what stands.
struct Layout {
    /// The end of the headers and the table of colours.
    tables: u64,
    pixels: Range<u64>,
    /// The colour profile, and whether it is the name of a file that holds one.
    profile: Option<Range<u64>>,
    linked: bool,
}

/// How long the first header is.
const HEAD: u64 = 14;
/// How long the second one is in each version: that of OS/2, three of Windows, OS/2 again, and the
/// last two of Windows.
const SECOND: [u64; 7] = [12, 40, 52, 56, 64, 108, 124];
/// What says that the profile is the name of a file: `LINK`.
const LINKED: u32 = 0x4C49_4E4B;

impl Layout {
    /// The layout of a picture; nothing where the headers say what no picture has, or how its pixels
    /// are packed is not known.
    fn of(source: &dyn Source) -> Option<Self> {
        let word = |at: u64| Little.u16(source, at).ok().map(u64::from);
        let long = |at: u64| Little.u32(source, at).ok().map(u64::from);
        // From the last line up, or from the first one down.
        let size = |at: u64| {
            let size = Little.u32(source, at).ok()?.cast_signed();
            Some(u64::from(size.unsigned_abs()))
        };
        let start = long(10)?;
        let second = long(14).filter(|second| SECOND.contains(second))?;
        let (width, height, depth, packing, colours) = match second {
            12 => (word(18)?, word(20)?, word(24)?, 0, 0),
            _ => (size(18)?, size(22)?, word(28)?, long(30)?, long(46)?),
        };
        if !matches!(depth, 1 | 2 | 4 | 8 | 16 | 24 | 32) || width == 0 || height == 0 {
            return None;
        }
        let masks = match (second, packing) {
            (40, 3) => 12,
            (40, 6) => 16,
            _ => 0,
        };
        let most = if depth <= 8 { 1_u64.checked_shl(u32::try_from(depth).ok()?)? } else { 0 };
        let colours = if colours == 0 { most } else { colours };
        let colours = colours.checked_mul(if second == 12 { 3 } else { 4 })?;
        let headers = HEAD.checked_add(second)?.checked_add(masks)?;
        let length = match packing {
            0 | 3 | 6 => {
                let line =
                    width.checked_mul(depth)?.checked_add(31)?.div_euclid(32).checked_mul(4)?;
                line.checked_mul(height)?
            }
            // Runs of equal pixels.
            1 | 2 => long(34)?,
            _ => return None,
        };
        let pixels = start..start.checked_add(length)?;
        let newest = second == 124;
        let profile = || {
            let from = HEAD.checked_add(long(126)?)?;
            let length = long(130).filter(|length| *length > 0)?;
            Some(from..from.checked_add(length)?)
        };
        Some(Self {
            // Some programs leave colours out that no pixel has.
            tables: headers.checked_add(colours)?.min(start.max(headers)),
            pixels,
            profile: if newest { profile() } else { None },
            linked: newest && Little.u32(source, 70) == Ok(LINKED),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Plan, Verdict, clean, inspect};

    /// A picture of two by two in 24 bits, with bytes before its pixels and behind them.
    fn picture(gap: &[u8], after: &[u8]) -> Vec<u8> {
        let start = 54 + gap.len() as u32;
        let mut bytes = b"BM".to_vec();
        bytes.extend((start + 16 + after.len() as u32).to_le_bytes());
        bytes.extend([0; 4]);
        bytes.extend(start.to_le_bytes());
        bytes.extend(40_u32.to_le_bytes());
        bytes.extend([2_u32.to_le_bytes(), 2_u32.to_le_bytes()].concat());
        bytes.extend([1, 0, 24, 0]);
        bytes.extend([0; 24]);
        bytes.extend(gap);
        bytes.extend([9; 16]);
        bytes.extend(after);
        bytes
    }

    fn kinds(bytes: &[u8]) -> Vec<&'static str> {
        let report = inspect("foto.bmp", &bytes, &Options::default());
        assert_eq!(report.format, Some("bmp"));
        assert!(report.gaps.is_empty());
        report.findings.iter().map(|finding| finding.kind.id).collect()
    }

    #[test]
    fn a_picture_holds_nothing_but_pixels() {
        assert!(kinds(&picture(b"", b"")).is_empty());
        assert!(kinds(&picture(&[0; 8], &[0; 40])).is_empty());
    }

    #[test]
    fn what_stands_beside_the_pixels_goes_and_they_stay_where_they_are() {
        let bytes = picture(b"BSN 111222333 ", b"mail jan@example.nl");
        assert!(kinds(&bytes).contains(&"stray-bytes"));
        assert!(kinds(&bytes).contains(&"email"));
        let cleaned = clean("foto.bmp", &bytes, &Plan::default(), &Options::default()).unwrap();
        let copy = cleaned.pieces.over(&bytes);
        let copy = copy.bytes(0..copy.len(), 1 << 20).unwrap();
        assert_eq!(copy.get(54..68), Some([0; 14].as_slice()));
        assert_eq!(copy.get(68..), Some([9; 16].as_slice()));
    }

    #[test]
    fn what_says_more_than_it_holds_is_no_picture() {
        let whole = picture(b"", b"");
        for length in 10..whole.len() {
            let report = inspect("foto.bmp", &whole[..length].to_vec(), &Options::default());
            assert_ne!(report.verdict(), Verdict::Clear, "{length}");
        }
        for at in 0..54 {
            for byte in [0, 1, 127, 255] {
                let mut other = whole.clone();
                other[at] = byte;
                inspect("foto.bmp", &other, &Options::default());
            }
        }
    }
}
