//! Drawings by hand, as signatures are, that nobody sees: under a bar, in a layer that is off, or
//! beside the page.

use std::cell::OnceCell;
use std::rc::Rc;

use hayro_interpret::kurbo::{BezPath, PathSeg, Rect};

use super::area::Area;
use super::cover::{Coat, Paint};
use super::scan::{self, Picture};
use super::text::Glyph;

/// Strokes that belong together.
#[derive(Debug)]
pub struct Ink {
    bounds: Rect,
    /// How many of their pieces are neither level nor upright.
    pieces: usize,
    clips: Rc<[Rc<Area>]>,
    /// How many coats lie under the last of them, itself included.
    under: usize,
    /// Whether they belong to a layer that is off.
    pub off: bool,
}

/// What hides a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hidden {
    /// The annotation that draws the bar.
    pub of: Option<u32>,
    /// Whether it is beyond doubt that it does so on purpose.
    pub sure: bool,
}

/// A drawing has at least so many pieces, and is so wide or high, in points.
const PIECES: usize = 4;
const SIDE: f64 = 15.0;

/// Marks for a printer stand beside the page: circles with crosses in them.
const MARK: usize = 20;

/// Strokes that are further from each other than this, in points, are drawings of their own, and a
/// drawing is no wider or higher than this.
const NEAR: f64 = 15.0;
const MOST: f64 = 300.0;

/// A page has no more drawings.
const DRAWINGS: usize = 2000;

/// What of a drawing may stand out from under a bar.
const BEYOND: f64 = 0.05;

/// Lines that differ less than this from level ones are level.
const LEVEL: f64 = 0.2;

/// Notes strokes around which this lies; `under` tells how many coats lay under them.
pub fn note(
    inks: &mut Vec<Ink>,
    path: &BezPath,
    bounds: Rect,
    (clips, off): (&[Rc<Area>], bool),
    (under, now): (usize, usize),
) {
    let drawn = |piece: &PathSeg| match piece {
        PathSeg::Line(line) => {
            (line.p0.x - line.p1.x).abs() > LEVEL && (line.p0.y - line.p1.y).abs() > LEVEL
        }
        _ => true,
    };
    let pieces = path.segments().filter(drawn).count();
    if pieces == 0 {
        return;
    }
    if let Some(last) = inks.last_mut() {
        let all = last.bounds.union(bounds);
        if last.under == under
            && last.off == off
            && last.bounds.inflate(NEAR, NEAR).overlaps(bounds)
            && all.width().max(all.height()) < MOST
        {
            last.bounds = all;
            last.pieces = last.pieces.saturating_add(pieces);
            last.under = now;
            return;
        }
    }
    if inks.len() < DRAWINGS {
        inks.push(Ink { bounds, pieces, clips: clips.into(), under: now, off });
    }
}

impl Ink {
    /// Whether it is more than a line or a dot.
    pub fn draws(&self) -> bool {
        self.pieces >= PIECES && self.bounds.width().max(self.bounds.height()) >= SIDE
    }

    /// Whether all of it lies beside the page.
    pub fn is_away(&self, page: Rect) -> bool {
        let beside = self.bounds.intersect(page);
        !self.off && self.pieces >= MARK && (beside.width() <= 0.0 || beside.height() <= 0.0)
    }

    /// What hides it, if a bar does.
    pub fn hidden(&self, bars: &Bars<'_>, page: Rect) -> Option<Hidden> {
        let (wide, high) = (self.bounds.width() * BEYOND, self.bounds.height() * BEYOND);
        let seen = self
            .clips
            .iter()
            .fold(self.bounds.intersect(page), |seen, clip| seen.intersect(clip.bounds()));
        let inner = seen.inflate(-wide, -high);
        if seen.width() <= 0.0 || seen.height() <= 0.0 {
            return None;
        }
        let over = bars.all.iter().filter(|(index, ..)| *index >= self.under);
        let mut over = over.filter(|(_, all, _)| all.contains_rect(inner));
        let (index, ..) =
            over.find(|(index, _, hides)| *hides.get_or_init(|| bars.hides(*index)))?;
        let bar = bars.coats.get(*index)?;
        let sure = matches!(bar.paint, Paint::Colour(colour, _) if scan::is_dark(colour));
        Some(Hidden { of: bar.of, sure })
    }
}

/// The boxes of a page through which nothing is seen.
pub struct Bars<'a> {
    /// Where each is, and whether it is a bar: each is looked at once.
    all: Vec<(usize, Rect, OnceCell<bool>)>,
    glyphs: &'a [Glyph],
    coats: &'a [Coat],
    pictures: &'a [Picture],
    page: Rect,
}

impl<'a> Bars<'a> {
    /// Those among what is painted.
    pub fn new(
        glyphs: &'a [Glyph],
        coats: &'a [Coat],
        pictures: &'a [Picture],
        page: Rect,
    ) -> Self {
        let boxed = |(index, coat): (usize, &Coat)| {
            let all = coat.area.rectangle().filter(|_| coat.hides())?;
            let whole = coat.clips.iter().all(|clip| clip.bounds().contains_rect(all));
            whole.then(|| (index, all, OnceCell::new()))
        };
        let all = coats.iter().enumerate().filter_map(boxed).collect();
        Self { all, glyphs, coats, pictures, page }
    }

    fn hides(&self, index: usize) -> bool {
        self.coats.get(index).is_some_and(|coat| {
            scan::is_bar(coat, self.glyphs, self.page)
                && !scan::is_ground_of_drawing(index, coat, self.coats, self.pictures)
        })
    }
}
