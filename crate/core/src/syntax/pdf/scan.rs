//! Pictures that are covered: whoever takes the bars away sees them.

use std::rc::Rc;

use hayro_interpret::kurbo::{Affine, Point, Rect};

use super::area::Area;
use super::cover::{Coat, Paint, Sight, wide};
use super::text::Glyph;

/// A picture on a page.
#[derive(Debug)]
pub struct Picture {
    /// Where it is.
    pub bounds: Rect,
    /// From where all of it is one by one to the page.
    pub place: Affine,
    /// To what it is limited.
    pub clips: Rc<[Rc<Area>]>,
    /// How many coats lie under it.
    pub under: usize,
    /// Whether it belongs to a layer that is off.
    pub off: bool,
    /// Whether it is drawn so that nothing of it shows.
    pub clear: bool,
}

/// Of more pictures than this a page is made, and none is a scan.
const PICTURES: usize = 200;

/// A bar is at least so high and so wide, in points.
const HEIGHT: f64 = 5.0;
const WIDTH: f64 = 10.0;

/// A part of a picture that is covered.
#[derive(Debug)]
pub struct Barred {
    /// Which picture.
    pub picture: usize,
    /// Which coats cover it.
    pub bars: Vec<usize>,
    /// Whether it is a scan of the page.
    pub scan: bool,
    /// Whether nothing is seen of it.
    pub whole: bool,
}

/// Each picture of which nothing is seen, or a part is under bars. Who redacts well paints the
/// pixels over, and then draws the bar; what is under it is not known here.
pub fn barred(pictures: &[Picture], glyphs: &[Glyph], coats: &[Coat], page: Rect) -> Vec<Barred> {
    if pictures.len() > PICTURES || pictures.is_empty() {
        return Vec::new();
    }
    let bars: Vec<(usize, &Coat)> =
        coats.iter().enumerate().filter(|(_, coat)| is_bar(coat, glyphs, page)).collect();
    let mut found = Vec::new();
    for (number, picture) in pictures.iter().enumerate() {
        let over = || bars.iter().filter(|(index, _)| *index > picture.under);
        let all: Vec<&Coat> = over().map(|(_, coat)| *coat).collect();
        let scan = picture.bounds.intersect(page).area() > SCAN * page.area();
        let whole = !all.is_empty() && hidden(picture, &all, page);
        let bars: Vec<usize> = if whole {
            over().map(|(index, _)| *index).collect()
        } else {
            let on = |coat: &Coat| if scan { lies_on(coat, picture) } else { hides(coat, picture) };
            over().filter(|(_, coat)| on(coat)).map(|(index, _)| *index).collect()
        };
        if !bars.is_empty() {
            found.push(Barred { picture: number, bars, scan, whole });
        }
    }
    found
}

/// A picture that takes this part of a page is a scan of one.
const SCAN: f64 = 0.5;

/// Whether a bar lies on a scan.
fn lies_on(coat: &Coat, picture: &Picture) -> bool {
    let bounds = coat.area.bounds();
    bounds.width() > bounds.height() && picture.bounds.contains(bounds.center())
}

/// Smaller pictures are signs, and what lies on them belongs to them.
const SMALL: f64 = 40.0;

/// Whether a bar hides a part of a picture that is no scan: a face, a number plate. What is laid
/// out over pictures is light, reaches beyond them, or bears letters.
fn hides(coat: &Coat, picture: &Picture) -> bool {
    let (bounds, all) = (coat.area.bounds(), picture.bounds);
    let dark = match coat.paint {
        Paint::Colour(colour, _) => {
            let (least, most) = (colour.iter().min(), colour.iter().max());
            most.zip(least).is_some_and(|(most, least)| {
                let paper = *least >= LIGHT && all.contains_rect(bounds);
                *most <= DARK && most.abs_diff(*least) < 24 || paper
            })
        }
        Paint::Plain => true,
        _ => false,
    };
    dark && all.width() >= SMALL
        && all.height() >= SMALL
        && bounds.intersect(all).area() > HALF * bounds.area()
}

/// A bar may reach beyond a picture, but lies on it for more than this part.
const HALF: f64 = 0.5;

/// What is lighter than this is paper to them.
const LIGHT: u8 = 240;

/// Greys that are darker than this are black to those who redact.
const DARK: u8 = 80;

/// Something plain and opaque, smaller than the page, with no letters on it.
fn is_bar(coat: &Coat, glyphs: &[Glyph], page: Rect) -> bool {
    let plain = matches!(coat.paint, Paint::Colour(_, 242..) | Paint::Plain);
    let bounds = coat.area.bounds();
    if !plain || bounds.width() < WIDTH || bounds.height() < HEIGHT || wide(coat, page) {
        return false;
    }
    let above = glyphs.get(coat.after..).unwrap_or_default();
    let above = above.iter().filter(|glyph| {
        glyph.sight == Sight::Seen && bounds.contains(Point::new(glyph.x, glyph.y))
    });
    is_ground(above.map(|glyph| glyph.text.as_deref().unwrap_or("?")))
}

/// Whether what stands on a bar is nothing, or why something was redacted: `5.1.2.e`.
fn is_ground<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let (mut all, mut letters, mut digits) = (0_usize, 0_usize, 0_usize);
    for letter in texts.flat_map(str::chars).filter(|letter| !letter.is_whitespace()) {
        all = all.saturating_add(1);
        letters = letters.saturating_add(usize::from(letter.is_alphabetic()));
        digits = digits.saturating_add(usize::from(letter.is_ascii_digit()));
        if all > GROUND || letters > GROUND_LETTERS {
            return false;
        }
    }
    all == 0 || digits >= 2
}

/// A ground is no longer than this, and has no more letters: `art. 5.1 lid 2 e`.
const GROUND: usize = 16;
const GROUND_LETTERS: usize = 7;

/// Whether nothing is seen of a picture that would be seen without these bars.
fn hidden(picture: &Picture, bars: &[&Coat], page: Rect) -> bool {
    let mut any = false;
    for row in 0..STEPS {
        for column in 0..STEPS {
            let part = |step: u32| (f64::from(step) + 0.5) / f64::from(STEPS);
            let bounds = picture.bounds;
            let point = Point::new(
                bounds.x0 + bounds.width() * part(column),
                bounds.y0 + bounds.height() * part(row),
            );
            if !page.contains(point) || picture.clips.iter().any(|clip| !clip.has(point)) {
                continue;
            }
            if !bars.iter().any(|bar| bar.has(point)) {
                return false;
            }
            any = true;
        }
    }
    any
}

/// So many points are looked at in each direction.
const STEPS: u32 = 9;
