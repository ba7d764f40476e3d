//! What annotations hide: it is seen when they go.

use std::collections::{BTreeMap, BTreeSet};

use hayro_interpret::kurbo::Rect;

use super::cover::{self, Coat, Ink, Sight};
use super::text::Glyph;

/// What an annotation hides.
#[derive(Clone, Debug, Default)]
pub struct Lid {
    /// The glyphs under it that are covered.
    pub glyphs: BTreeSet<usize>,
    /// Whether it is about as large as the page: nothing under it counts as covered.
    pub wide: bool,
}

/// What annotations hide, by the object that draws them; `typed` are the rows of letters that are
/// typed over others.
pub fn lids(
    glyphs: &[Glyph],
    inks: &[Ink],
    coats: &[Coat],
    typed: &[(usize, Vec<usize>)],
    page: Rect,
) -> BTreeMap<u32, Lid> {
    let mut lids: BTreeMap<u32, Lid> = BTreeMap::new();
    for (row, under) in typed {
        if let Some(of) = inks.get(*row).and_then(|ink| ink.of) {
            lids.entry(of).or_default().glyphs.extend(under);
        }
    }
    for coat in coats {
        let Some(of) = coat.of else { continue };
        let before = glyphs.get(..coat.after).unwrap_or(glyphs).iter().enumerate();
        let under = |glyph: &Glyph| {
            glyph.sight == Sight::Covered
                && cover::points(glyph).iter().any(|point| coat.has(*point))
        };
        let covered: Vec<usize> =
            before.filter(|(_, glyph)| under(glyph)).map(|(index, _)| index).collect();
        let wide = coat.hides() && cover::wide(coat, page);
        if wide || !covered.is_empty() {
            let lid = lids.entry(of).or_default();
            lid.glyphs.extend(covered);
            lid.wide |= wide;
        }
    }
    lids
}
