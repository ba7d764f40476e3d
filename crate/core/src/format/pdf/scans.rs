//! Pages that are scans: what of them nobody read, and words that were painted over in the picture
//! and are still told beside it.

use hayro_interpret::kurbo::{Point, Rect};
use lopdf::{Document, ObjectId};

use crate::syntax::pdf::cover::{self, Sight};
use crate::syntax::pdf::filters::Budget;
use crate::syntax::pdf::samples;
use crate::syntax::pdf::text::{Glyph, PageText};
use crate::syntax::pdf::tiles::Tiles;
use crate::syntax::pdf::view::View;
use crate::visit::Visit;

/// A picture that takes this part of a page may be a scan of it; together they take more.
const PART: f64 = 0.1;
const SCAN: f64 = 0.5;

/// A scan with fewer samples in a row shows no letters.
const LEAST: u32 = 500;

/// No more pictures of one page are looked at.
const MOST: usize = 20;

/// The parts of a picture in each direction: text stands in them or not.
const CELLS: u32 = 32;

/// Where text stands in no more parts, a scan may show more than it says.
const FULL: u32 = CELLS * CELLS / 3;

/// A word that was painted over, or words beside each other, have so many letters.
const WORD: usize = 3;

/// So many samples of a document are looked at, and no more are unpacked.
const LOOK: u64 = 250_000_000;

/// What was looked at, and may still be.
pub struct Looked {
    budget: Budget,
    known: Vec<(ObjectId, Option<Tiles>)>,
}

/// So many pictures are remembered: one may lie under many pages.
const KNOWN: usize = 4;

impl Looked {
    /// At nothing yet.
    pub fn new(visit: &Visit<'_>) -> Self {
        let budget = Budget { left: visit.left().min(LOOK), held: visit.held() };
        Self { budget, known: Vec::new() }
    }

    /// A picture as tiles.
    fn tiles(&mut self, id: ObjectId, document: &Document) -> Option<&Tiles> {
        if !self.known.iter().any(|(known, _)| *known == id) {
            let picture = document.objects.get(&id).and_then(|object| object.as_stream().ok());
            let budget = &mut self.budget;
            let tiles = picture.and_then(|one| samples::tiles(one, document, budget).ok());
            if self.known.len() == KNOWN {
                self.known.remove(0);
            }
            self.known.push((id, tiles));
        }
        let known = self.known.iter().find(|(known, _)| *known == id);
        known.and_then(|(_, tiles)| tiles.as_ref())
    }
}

/// Takes what was painted over in the pictures of a page for covered; whether the page shows
/// writing beside what it says.
#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
pub fn unread(page: &mut PageText, document: &Document, looked: &mut Looked) -> bool {
    let seen = |index: usize| match page.views.iter().find(|(of, ..)| *of == index) {
        Some((_, View::Part(part), _)) => part.area(),
        Some((_, View::Blind(_), _)) => 0.0,
        None => 1.0,
    };
    let mut pictures = Vec::new();
    let (mut total, mut writing) = (0.0, 0.0);
    for (index, drawn) in page.drawn.iter().enumerate() {
        let Some(place) = drawn.place else { continue };
        let size = Rect::new(0.0, 0.0, f64::from(drawn.size.0), f64::from(drawn.size.1));
        let part = place.transform_rect_bbox(size).intersect(page.bounds).area();
        let part = part / page.bounds.area();
        let large = part > PART && drawn.size.0.min(drawn.size.1) >= LEAST;
        let part = if large { part * seen(index) } else { 0.0 };
        if part > PART {
            total += part;
            pictures.push((place.inverse(), drawn.image, size, part));
        }
    }
    if total <= SCAN {
        return false;
    }
    let mut painted = Vec::new();
    // Those that lie above the others are the ones that are seen.
    for (back, id, size, part) in pictures.into_iter().rev().take(MOST) {
        let cell = |point: Point| {
            let cell = |at: f64, size: f64| (at / size * f64::from(CELLS)) as u32;
            (cell(point.x, size.x1), cell(point.y, size.y1))
        };
        let mut cells = [0_u32; CELLS as usize];
        for glyph in page.glyphs.iter().filter(|glyph| glyph.sight == Sight::Seen) {
            let says = glyph.text.as_ref().is_some_and(|text| !text.trim().is_empty());
            for point in cover::points(glyph).into_iter().filter(|_| says) {
                let (column, row) = cell(back * point);
                if let Some(row) = cells.get_mut(row as usize) {
                    *row |= 1_u32.checked_shl(column).unwrap_or(0);
                }
            }
        }
        let full = cells.iter().map(|row| row.count_ones()).sum::<u32>() > FULL;
        if full && page.scanned.is_empty() {
            continue;
        }
        let tiles = id.and_then(|id| looked.tiles(id, document));
        let read = |point: Point| {
            let (column, row) = cell(point);
            cells.get(row as usize).is_some_and(|row| row.checked_shr(column).unwrap_or(0) & 1 == 1)
        };
        // What cannot be looked at may show anything.
        if !full && tiles.is_none_or(|tiles| tiles.is_unread(read)) {
            writing += part;
        }
        let Some(tiles) = tiles else { continue };
        let mut words = Vec::new();
        for word in page.scanned.chunk_by(|one, other| beside(page, *one, *other)) {
            let glyphs = || word.iter().filter_map(|index| page.glyphs.get(*index));
            let points = glyphs().flat_map(cover::points).map(|point| back * point);
            let points = points.filter(|point| point.x >= 0.0 && point.y >= 0.0);
            if tiles.is_painted(points) {
                words.extend(word);
            } else {
                keep(&mut words, page, &mut painted);
            }
        }
        keep(&mut words, page, &mut painted);
    }
    page.scanned.retain(|index| !painted.contains(index));
    for index in painted {
        if let Some(glyph) = page.glyphs.get_mut(index) {
            glyph.sight = Sight::Covered;
        }
    }
    writing > SCAN / 2.0
}

/// Keeps words that say something.
fn keep(words: &mut Vec<usize>, page: &PageText, painted: &mut Vec<usize>) {
    let texts = words.iter().filter_map(|index| page.glyphs.get(*index)?.text.as_deref());
    if texts.flat_map(str::chars).filter(|one| one.is_alphanumeric()).count() >= WORD {
        painted.append(words);
    }
    words.clear();
}

/// Whether glyphs stand in one word.
fn beside(page: &PageText, one: usize, other: usize) -> bool {
    let near = |one: &Glyph, other: &Glyph| {
        let end = (one.x + one.along.0 * one.width, one.y + one.along.1 * one.width);
        (other.x - end.0).abs() + (other.y - end.1).abs() < one.size * GAP
    };
    let both = page.glyphs.get(one).zip(page.glyphs.get(other));
    one.saturating_add(1) == other && both.is_some_and(|(one, other)| near(one, other))
}

/// A wider gap, as a part of their size, is one between words.
const GAP: f64 = 0.17;
