//! How what was drawn is seen: glyphs, pictures, and what is said in their place.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use hayro_interpret::Device;
use hayro_interpret::kurbo::{Affine, Point, Rect};

use super::{BLANKS, Reader};
use crate::syntax::pdf::cover::{self, Coat, Ink, Paint, Sight};
use crate::syntax::pdf::drawn::Beside;
use crate::syntax::pdf::ink::{self, Bars};
use crate::syntax::pdf::patch::{Cover, Patch};
use crate::syntax::pdf::text::{Glyph, Marked};
use crate::syntax::pdf::view;
use crate::syntax::pdf::wording::{self, Letters, Steps};
use crate::syntax::pdf::{lid, overtyped, scan};

impl Reader {
    /// Tells of each glyph how it is seen, and of pictures what covers them.
    pub fn judge(&mut self, beside: &Beside, transform: Affine, bounds: Rect) {
        self.clips.clear();
        self.page.cut |= beside.cut;
        // What was never closed ends with the page.
        while !self.told.is_empty() {
            self.end_marked_content();
        }
        for shape in &beside.shapes {
            let Some(area) = shape.area(transform) else { continue };
            self.lay(area, shape.paint);
            if let Some(coat) = self.coats.last_mut() {
                coat.of = Some(shape.of);
            }
        }
        self.fill_letters();
        let (glyphs, inks, coats) = (&self.page.glyphs, &self.inks, &self.coats);
        let mut pictures: Vec<Rect> = self.pictures.iter().map(|one| one.bounds).collect();
        if self.page.pictures > pictures.len() {
            // Of a picture in a pattern it is not known where it is.
            pictures.push(bounds);
        }
        let Some((sight, hatched)) = cover::sight(glyphs, inks, coats, bounds, &pictures) else {
            self.page.cut = true;
            return;
        };
        for (glyph, sight) in self.page.glyphs.iter_mut().zip(sight) {
            glyph.sight = sight;
        }
        let typed = overtyped::note(&mut self.page.glyphs);
        self.page.lids = lid::lids(&self.page.glyphs, &self.inks, &self.coats, &typed, bounds);
        self.page.owners = beside.owners.clone();
        self.page.doubted = beside.doubted.clone();
        self.tiles(bounds);
        self.unspoken();
        if self.blanks.len() >= BLANKS {
            self.page.unread = self.page.unread.saturating_add(BLANKS);
        }
        // Text may be drawn under a scan as well as without paint.
        let scan = |coat: &&Coat| coat.paint == Paint::Picture && cover::wide(coat, bounds);
        let first = self.coats.iter().rfind(scan).map_or(0, |coat| coat.after);
        let read = |(index, (glyph, ink)): (usize, (&Glyph, &Ink))| {
            let shown = matches!(glyph.sight, Sight::Seen | Sight::Covered);
            let says = glyph.text.as_ref().is_some_and(|text| !text.trim().is_empty());
            (shown && says && (ink.unpainted || index < first)).then_some(index)
        };
        let glyphs = self.page.glyphs.iter().zip(&self.inks).enumerate();
        self.page.scanned = glyphs.filter_map(read).collect();
        self.page.bounds = bounds;
        self.page.perhaps = self.perhaps(bounds);
        self.page.perhaps.extend(hatched);
        let coats = &self.coats;
        self.page.sheets = scan::sheets(&self.page.drawn);
        self.page.cut |= scan::is_late(&self.page.drawn, bounds);
        // Where the scan lies that each is a piece of.
        let mut of_scans = vec![None; self.page.drawn.len()];
        for sheet in &self.page.sheets {
            if sheet.area(bounds) > scan::SCAN * bounds.area() {
                for (piece, _) in &sheet.pieces {
                    of_scans.get_mut(*piece).into_iter().for_each(|of| *of = Some(sheet.bounds));
                }
            }
        }
        let scan = |picture| of_scans.get(self.placed_at(picture)).copied().flatten();
        let barred = scan::barred(&self.pictures, scan, &self.page.glyphs, coats, bounds);
        self.page.cut |= barred.is_none();
        let barred = barred.unwrap_or_default();
        let cover =
            |coat: &Coat| Cover { area: coat.area.clone(), clips: coat.clips.clone(), of: coat.of };
        for scan::Barred { picture, bars, scan, whole, drawn } in barred {
            let covers = bars.iter().filter_map(|bar| coats.get(*bar)).map(cover).collect();
            let patch = self.patch(picture, covers);
            let patch = patch.map(|patch| Patch { scan, whole, drawing: drawn, ..patch });
            self.page.patches.extend(patch);
        }
        self.view(bounds);
        self.drawings.retain(ink::Ink::draws);
        self.page.inked_off = self.drawings.iter().filter(|ink| ink.off).count();
        let away = self.drawings.iter().filter(|ink| ink.is_away(bounds));
        self.page.inked_away = away.count();
        if self.page.inked_off < self.drawings.len() {
            let bars = Bars::new(&self.page.glyphs, &self.coats, &self.pictures, bounds);
            let seen = self.drawings.iter().filter(|ink| !ink.off);
            self.page.inked = seen.filter_map(|ink| ink.hidden(&bars, bounds)).collect();
        }
        for mark in &beside.marks {
            let areas = mark.areas(transform);
            let within = |glyph: &Glyph| {
                let points = cover::points(glyph);
                let inside =
                    points.iter().filter(|point| areas.iter().any(|area| area.has(**point)));
                inside.count().saturating_mul(2) > points.len()
            };
            let glyphs = self.page.glyphs.iter().enumerate();
            let glyphs = glyphs.filter(|(_, glyph)| within(glyph)).map(|(index, _)| index);
            let (mark, glyphs) = (mark.clone(), glyphs.collect());
            let covers: Vec<Cover> = areas
                .into_iter()
                .map(|area| Cover { area: Rc::new(area), clips: Rc::new([]), of: None })
                .collect();
            let within = |picture: &scan::Picture| {
                covers.iter().any(|cover| cover.area.bounds().overlaps(picture.bounds))
            };
            let pictures = self.pictures.iter().enumerate();
            let pictures = pictures.filter(|(_, picture)| within(picture));
            let patches =
                pictures.filter_map(|(picture, _)| self.patch(picture, covers.clone())).collect();
            self.page.marked.push(Marked { mark, glyphs, patches });
        }
    }

    /// Letters to which what was painted then is limited have its colour, and hide nothing.
    fn fill_letters(&mut self) {
        for (clip, range) in std::mem::take(&mut self.lettered_clips) {
            let own = |coat: &&mut Coat| coat.clips.iter().any(|one| Rc::ptr_eq(one, &clip));
            for coat in self.coats.iter_mut().filter(own) {
                let filled = match coat.paint {
                    Paint::Colour(colour, opacity) => (Some(colour), opacity),
                    _ => (None, u8::MAX),
                };
                let inks = self.inks.get_mut(range.clone()).unwrap_or_default();
                let glyphs = self.page.glyphs.get(range.clone()).unwrap_or_default();
                for (ink, glyph) in inks.iter_mut().zip(glyphs) {
                    if coat.area.bounds().contains(cover::middle(&cover::points(glyph))) {
                        ink.unpainted = false;
                        (ink.colour, ink.opacity) = filled;
                    }
                }
                coat.paint = Paint::Holes;
            }
        }
    }

    /// Tells how much of each picture is seen.
    fn view(&mut self, bounds: Rect) {
        let Some(views) = view::views(&self.pictures, &self.coats, bounds) else {
            self.page.cut = true;
            return;
        };
        let mut told = Vec::new();
        for (picture, (view, sure)) in views.into_iter().enumerate() {
            // What bars cover as a whole is told with them.
            let barred = |patch: &Patch| patch.whole && patch.picture == self.placed_at(picture);
            if !self.page.patches.iter().any(barred) {
                told.push((self.placed_at(picture), view, sure));
            }
        }
        self.page.views = told;
    }

    fn placed_at(&self, picture: usize) -> usize {
        self.placed.get(picture).copied().unwrap_or(usize::MAX)
    }

    /// The glyphs without paint that were hardly read from what they stand on: a picture of one
    /// colour, or one that is no scan of the page, on a page that somebody typed.
    fn perhaps(&self, bounds: Rect) -> Vec<usize> {
        let glyphs = || self.page.glyphs.iter().zip(&self.inks).enumerate();
        let says = |glyph: &Glyph| {
            glyph.sight == Sight::Seen
                && glyph.text.as_deref().is_some_and(|text| text.contains(char::is_alphanumeric))
        };
        let read = glyphs().filter(|(_, (glyph, ink))| ink.unpainted && !ink.apart && says(glyph));
        let read: Vec<usize> = read.map(|(index, _)| index).collect();
        if read.is_empty() || self.page.pictures > self.pictures.len() {
            return Vec::new();
        }
        let typed = glyphs().filter(|(_, (glyph, ink))| !ink.unpainted && says(glyph)).count();
        let all = self.pictures.iter().map(|picture| picture.bounds);
        let all = all.reduce(|one, other| one.union(other));
        let scan = all.is_some_and(|all| all.intersect(bounds).area() > scan::SCAN * bounds.area());
        let plain = |at: usize| self.coats.get(at).is_some_and(|coat| coat.paint == Paint::Plain);
        let shows = self.pictures.iter().filter(|picture| !plain(picture.under));
        let shows: Vec<Rect> = shows.map(|picture| picture.bounds).collect();
        let strange = if scan { typed > read.len() } else { typed >= TYPED };
        let on = |index: &usize| {
            let Some(glyph) = self.page.glyphs.get(*index) else { return false };
            let near = glyph.size.max(glyph.width);
            shows.iter().any(|one| one.inflate(near, near).contains(Point::new(glyph.x, glyph.y)))
        };
        read.into_iter().filter(|index| strange || !scan && !on(index)).collect()
    }

    /// What stands in a pattern is not seen where all that it fills is covered.
    fn tiles(&mut self, bounds: Rect) {
        for (coat, glyphs) in &self.tiles {
            let Some(own) = self.coats.get(*coat) else { continue };
            let filled = scan::Picture {
                bounds: own.area.bounds(),
                place: Affine::IDENTITY,
                clips: own.clips.clone(),
                under: *coat,
                off: false,
                clear: false,
            };
            if view::is_covered(&filled, &self.coats, bounds) {
                let glyphs = self.page.glyphs.get_mut(glyphs.clone()).unwrap_or_default();
                glyphs.iter_mut().for_each(|glyph| glyph.sight = Sight::Unseen);
            }
        }
    }

    /// What is said in place of glyphs that are all covered is heard by some, and seen by nobody.
    fn unspoken(&mut self) {
        let glyphs = &self.page.glyphs;
        let unseen = |range: &Range<usize>| {
            let glyphs = glyphs.get(range.clone()).unwrap_or_default();
            let mut letters = glyphs.iter().filter(|glyph| !glyph.is_blank()).peekable();
            letters.peek().is_some()
                && letters.all(|glyph| matches!(glyph.sight, Sight::Covered | Sight::Unseen))
        };
        let (all, steps) = (OnceCell::new(), Steps::default());
        let all = || all.get_or_init(|| Letters::of(&self.page.glyphs)).as_ref();
        let mut other = Vec::new();
        for (said, range) in self.long.drain(..) {
            let shown = self.page.glyphs.get(range).unwrap_or_default();
            let told = Letters::of(shown).and_then(|shown| wording::at_length(&said, &shown, all));
            if let Some(sure) = told {
                self.page.aside.retain(|aside| *aside != said);
                other.push((said, sure));
            }
        }
        let spoken = std::mem::take(&mut self.page.spoken);
        for (spoken, (range, drawn)) in spoken.into_iter().zip(&self.replaced) {
            if unseen(range) {
                self.page.unspoken.push((spoken, range.clone()));
                continue;
            }
            let shown = self.page.glyphs.get(range.clone()).unwrap_or_default();
            let told = match shown.is_empty() && !drawn {
                true => all().and_then(|all| wording::nowhere(&spoken, all)),
                false => wording::otherwise(&spoken, shown, all, &steps),
            };
            match told {
                Some(sure) => other.push((spoken, sure)),
                None => self.page.spoken.push(spoken),
            }
        }
        self.page.otherwise.append(&mut other);
    }

    fn patch(&self, picture: usize, covers: Vec<Cover>) -> Option<Patch> {
        let picture = *self.placed.get(picture)?;
        let drawn = *self.page.drawn.get(picture)?;
        Some(Patch {
            picture,
            drawn,
            covers,
            scan: false,
            whole: false,
            all: false,
            drawing: false,
        })
    }
}

/// So many letters, on a page of small pictures, are more than a stamp.
const TYPED: usize = 40;
