//! Pages that are scans: what of them nobody read, and words that were painted over in the picture
//! and are still told beside it.

use hayro_interpret::kurbo::{Affine, Point, Rect};
use lopdf::{Document, ObjectId};

use crate::Reason;
use crate::syntax::pdf::cover::{self, Sight};
use crate::syntax::pdf::filters::Budget;
use crate::syntax::pdf::scan::Sheet;
use crate::syntax::pdf::text::{Glyph, PageText};
use crate::syntax::pdf::tiles::Tiles;
use crate::syntax::pdf::view::View;
use crate::syntax::pdf::{mask, plain, samples};
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

/// A page that says no more than this, in letters, and of which pictures take this part, may be
/// one of pictures.
const LARGE: f64 = 0.35;
const TEXT: usize = 300;

/// A word that was painted over, or words beside each other, have so many letters.
const WORD: usize = 3;

/// So many samples of a document are looked at, and no more are unpacked.
const LOOK: u64 = 1_000_000_000;

/// What was looked at, and may still be.
pub struct Looked {
    budget: Budget,
    known: Vec<(Vec<Piece>, Option<Tiles>)>,
    /// Whether something was not looked at because it would cost too much.
    short: bool,
}

/// So many are remembered: one may lie under many pages.
const KNOWN: usize = 4;

/// A picture or a mask, where it lies in what it is a piece of, and its size, in samples.
type Piece = (Option<ObjectId>, [(u32, u32); 2]);

impl Looked {
    /// At nothing yet.
    pub fn new(visit: &Visit<'_>) -> Self {
        let budget = Budget { left: visit.left().min(LOOK), held: visit.held() };
        Self { budget, known: Vec::new(), short: false }
    }

    /// A sheet as tiles.
    fn tiles(&mut self, sheet: &Scan, document: &Document) -> Option<&Tiles> {
        let at = match self.known.iter().position(|(pieces, _)| *pieces == sheet.pieces) {
            Some(at) => at,
            None => {
                let tiles = look(sheet, document, &mut self.budget);
                if self.known.len() == KNOWN {
                    self.known.remove(0);
                }
                self.short |= matches!(tiles, Err(Reason::Limit));
                self.known.push((sheet.pieces.clone(), tiles.ok()));
                self.known.len().saturating_sub(1)
            }
        };
        self.known.get(at).and_then(|(_, tiles)| tiles.as_ref())
    }
}

fn look(scan: &Scan, document: &Document, budget: &mut Budget) -> Result<Tiles, Reason> {
    let (columns, rows) = scan.size;
    if u64::from(columns).saturating_mul(rows.into()) > budget.left {
        return Err(Reason::Limit);
    }
    let mut tiles = Tiles::new(columns, rows);
    for (id, piece) in &scan.pieces {
        tiles.piece = *piece;
        let picture = id.as_ref().and_then(|id| document.objects.get(id));
        let picture =
            picture.and_then(|picture| picture.as_stream().ok()).ok_or(Reason::Unknown)?;
        samples::look(picture, document, budget, &mut tiles)?;
    }
    tiles.graded &= !scan.sieve;
    tiles.sieve = scan.sieve;
    tiles.settle();
    Ok(tiles)
}

/// What is seen of a page as one picture.
struct Scan {
    pieces: Vec<Piece>,
    /// Of all of it, in samples.
    size: (u32, u32),
    /// From the page to its samples.
    back: Affine,
    /// How much of the page is seen through it.
    part: f64,
    /// Whether it is seen through where it shows nothing.
    sieve: bool,
}

impl Scan {
    /// Nothing where it is too small to show letters.
    #[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
    fn of(sheet: &Sheet, page: &PageText, document: &Document, budget: Budget) -> Option<Self> {
        let seen = |index: usize| match page.views.iter().find(|(of, ..)| *of == index) {
            Some((_, View::Part(part), _)) => part.area(),
            Some((_, View::Blind(_), _)) => 0.0,
            None => 1.0,
        };
        let areas = sheet.pieces.iter();
        let areas = areas.map(|(index, at)| at.intersect(page.bounds).area() * seen(*index));
        let part = areas.sum::<f64>().min(sheet.area(page.bounds)) / page.bounds.area();
        if part <= PART {
            return None;
        }
        let drawn = |(index, _): &(usize, Rect)| page.drawn.get(*index);
        let mut own: Vec<(Option<ObjectId>, Affine, (u32, u32))> = Vec::new();
        for drawn in sheet.pieces.iter().filter_map(drawn) {
            own.push((drawn.image, drawn.place?, drawn.size));
        }
        let mut sieve = false;
        if let [(id, place, size)] = own.as_mut_slice()
            && let Some((mask, (columns, rows))) = mask_of(*id, *size, document, budget)
        {
            let scale = |own: u32, mask: u32| f64::from(own) / f64::from(mask);
            *place *= Affine::scale_non_uniform(scale(size.0, columns), scale(size.1, rows));
            (*id, *size, sieve) = (Some(mask), (columns, rows), true);
        }
        let (_, first, _) = own.first()?;
        let (first, back) = (*first, first.inverse());
        let all = back.transform_rect_bbox(sheet.bounds);
        let back = Affine::translate((-all.x0, -all.y0)) * back;
        let size = (all.width().round() as u32, all.height().round() as u32);
        let pieces = own.into_iter().map(|(id, place, size)| {
            let size_there = Rect::new(0.0, 0.0, f64::from(size.0), f64::from(size.1));
            let at = (back * place).transform_rect_bbox(size_there);
            (id, [(at.x0.round() as u32, at.y0.round() as u32), size])
        });
        let large = first.determinant().abs() > 1e-9 && size.0.min(size.1) >= LEAST;
        (large || sieve).then(|| Self { pieces: pieces.collect(), size, back, part, sieve })
    }
}

/// The mask that tells what a picture shows: itself, the finer one, or that of a picture of one
/// colour.
fn mask_of(
    id: Option<ObjectId>,
    (columns, rows): (u32, u32),
    document: &Document,
    budget: Budget,
) -> Option<(ObjectId, (u32, u32))> {
    let picture = document.objects.get(&id?)?.as_stream().ok()?;
    if mask::is_stencil(picture, document) {
        return Some((id?, (columns, rows)));
    }
    let of = |key| document.dereference(picture.dict.get(key).ok()?).ok();
    let (id, mask) = of(b"SMask".as_slice()).or_else(|| of(b"Mask"))?;
    let size = samples::extent(mask.as_stream().ok()?, document)?;
    let finer = size.0 > columns && size.1 > rows;
    (finer || plain::is_plain(picture, document, budget)).then_some((id?, size))
}

/// Takes what is under the dark of pictures that darken what is under them for covered.
#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
fn darken(page: &mut PageText, document: &Document, looked: &mut Looked) {
    let mut left = MOST;
    for (index, after) in std::mem::take(&mut page.darkening) {
        let Some(drawn) = page.drawn.get(index) else { continue };
        let Some((place, size)) = drawn.place.map(|place| (place, drawn.size)) else { continue };
        let around = Rect::new(0.0, 0.0, f64::from(size.0), f64::from(size.1));
        let bounds = place.transform_rect_bbox(around);
        let under = |glyph: &&mut Glyph| {
            glyph.sight == Sight::Seen && bounds.contains(Point::new(glyph.x, glyph.y))
        };
        let mut glyphs = page.glyphs.iter_mut().take(after).filter(under).peekable();
        if glyphs.peek().is_none() || place.determinant().abs() < 1e-9 {
            continue;
        }
        let Some(rest) = left.checked_sub(1) else {
            page.cut = true;
            return;
        };
        left = rest;
        let (pieces, back) = (vec![(drawn.image, [(0, 0), size])], place.inverse());
        let scan = Scan { pieces, size, back, part: 1.0, sieve: false };
        let Some(tiles) = looked.tiles(&scan, document) else { continue };
        for glyph in glyphs {
            let points: Vec<Point> =
                cover::points(glyph).into_iter().map(|point| back * point).collect();
            if tiles.is_dark(&points) {
                glyph.sight = Sight::Covered;
            }
        }
    }
}

/// Takes what was painted over in the pictures of a page for covered; whether the page shows
/// writing beside what it says.
#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
pub fn unread(page: &mut PageText, document: &Document, looked: &mut Looked) -> bool {
    darken(page, document, looked);
    let scan = |sheet| Scan::of(sheet, page, document, looked.budget);
    // Those that lie above the others are the ones that are seen.
    let scans: Vec<Scan> = page.sheets.iter().rev().filter_map(scan).collect();
    let total = scans.iter().map(|scan| scan.part).sum::<f64>();
    let wide = total > SCAN;
    let says = |glyph: &Glyph| {
        glyph.sight == Sight::Seen
            && glyph.text.as_ref().is_some_and(|text| !text.trim().is_empty())
    };
    // A picture among text is not the page.
    let few = total > LARGE && page.glyphs.iter().filter(|glyph| says(glyph)).nth(TEXT).is_none();
    if !wide && !few && page.scanned.is_empty() {
        page.cut |= std::mem::take(&mut looked.short);
        return false;
    }
    page.cut |= scans.len() > MOST;
    let (mut writing, mut covered) = (0.0, false);
    // What was painted over and stands nowhere else, and all that was.
    let (mut gone, mut painted): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for (index, scan) in scans.iter().take(MOST).enumerate() {
        let cell = |point: Point| {
            // What begins before it stands in none.
            let cell = |at: f64, size: u32| {
                (at >= 0.0).then(|| (at / f64::from(size) * f64::from(CELLS)) as u32)
            };
            cell(point.x, scan.size.0).zip(cell(point.y, scan.size.1))
        };
        let mut cells = [0_u32; CELLS as usize];
        for glyph in page.glyphs.iter().filter(|glyph| says(glyph)) {
            for point in cover::points(glyph) {
                if let Some((column, row)) = cell(scan.back * point)
                    && let Some(row) = cells.get_mut(row as usize)
                {
                    *row |= 1_u32.checked_shl(column).unwrap_or(0);
                }
            }
        }
        let full = cells.iter().map(|row| row.count_ones()).sum::<u32>() > FULL;
        if full && page.scanned.is_empty() {
            continue;
        }
        let tiles = looked.tiles(scan, document);
        let read = |point: Point| {
            cell(point).is_some_and(|(column, row)| {
                let row = cells.get(row as usize).copied().unwrap_or(0);
                row.checked_shr(column).unwrap_or(0) & 1 == 1
            })
        };
        // What cannot be looked at may show anything.
        let written = || tiles.is_some_and(|tiles| tiles.is_written(read));
        if wide && !full && (written() || tiles.is_none_or(|tiles| tiles.is_unread(read))) {
            writing += scan.part;
        }
        covered |= !wide && few && written();
        let Some(tiles) = tiles else { continue };
        // What is laid over a scan may hide more than the words that were read from it.
        let forth = scan.back.inverse();
        let solid = if scan.sieve { tiles.solid() } else { Vec::new() };
        // Words that were painted over, those that were painted as paper is, and all others.
        let (mut words, mut blanks) = (Vec::new(), Vec::new());
        let (mut found, mut blank, mut shown, mut all) = (Vec::new(), Vec::new(), 0_usize, 0_usize);
        for word in page.scanned.chunk_by(|one, other| beside(page, *one, *other)) {
            let points = points(word, page, scan);
            let (dark, pale) = (tiles.is_painted(&points), tiles.is_blank(&points));
            if dark {
                words.extend(word);
            } else {
                keep(&mut words, page, &mut found);
            }
            if pale && !dark {
                blanks.extend(word);
            } else {
                keep(&mut blanks, page, &mut blank);
            }
            all = all.saturating_add(1);
            shown = shown.saturating_add(usize::from(tiles.shows(&points)));
        }
        keep(&mut words, page, &mut found);
        keep(&mut blanks, page, &mut blank);
        // Where most words are elsewhere, what was read is not from here.
        if shown.saturating_mul(2) < all {
            blank.clear();
        }
        let dark = found.len();
        found.append(&mut blank);
        for (at, word) in found.chunk_by(|one, other| beside(page, *one, *other)).scan(0, counted) {
            let mut shows = |scan: &Scan| {
                let tiles = looked.tiles(scan, document);
                tiles.map(|tiles| tiles.shows(&points(word, page, scan)))
            };
            let (above, below) = scans.split_at(index);
            let below = || below.iter().skip(1).take(MOST);
            // It may be seen on what it was painted over with, and be left under that.
            if above.iter().take(MOST).any(|scan| shows(scan) == Some(true))
                || at >= dark && below().any(|scan| shows(scan) != Some(false))
            {
                continue;
            }
            painted.extend(word);
            if below().all(|scan| shows(scan) == Some(false)) {
                gone.extend(word);
            }
        }
        for scan in scans.iter().take(MOST).skip(index.saturating_add(1)) {
            let under = solid.iter().map(|point| scan.back * forth * *point);
            covered |= looked.tiles(scan, document).is_some_and(|tiles| tiles.writes(under));
        }
    }
    page.cut |= std::mem::take(&mut looked.short);
    page.scanned.retain(|index| !gone.contains(index));
    for index in painted {
        if let Some(glyph) = page.glyphs.get_mut(index) {
            glyph.sight = Sight::Covered;
        }
    }
    covered || writing > SCAN / 2.0
}

/// A stretch with how many came before it.
fn counted<'w>(before: &mut usize, word: &'w [usize]) -> Option<(usize, &'w [usize])> {
    let at = *before;
    *before = at.saturating_add(word.len());
    Some((at, word))
}

/// Where the letters of a word are in the samples of a picture.
#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
fn points(word: &[usize], page: &PageText, scan: &Scan) -> Vec<Point> {
    let glyphs = word.iter().filter_map(|index| page.glyphs.get(*index));
    glyphs.flat_map(cover::points).map(|point| scan.back * point).collect()
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
