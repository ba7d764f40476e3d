//! Pictures that are covered: whoever takes the bars away sees them.

use std::rc::Rc;

use hayro_interpret::kurbo::{Point, Rect};

use super::area::Area;
use super::cover::{Coat, Paint, Sight, wide};
use super::text::Glyph;

/// A picture on a page.
#[derive(Debug)]
pub struct Picture {
    /// Where it is.
    pub bounds: Rect,
    /// To what it is limited.
    pub clips: Rc<[Rc<Area>]>,
    /// How many coats lie under it.
    pub under: usize,
}

/// Of more pictures than this a page is made, and none is a scan.
const PICTURES: usize = 200;

/// A bar is at least so high and so wide, in points.
const HEIGHT: f64 = 5.0;
const WIDTH: f64 = 10.0;

/// Whether a bar lies on a part of a scan. Who redacts well paints the pixels over, and then draws
/// the bar; what is under it is not known here.
pub fn partly(pictures: &[Picture], glyphs: &[Glyph], coats: &[Coat], page: Rect) -> bool {
    if pictures.len() > PICTURES {
        return false;
    }
    let scan = |picture: &&Picture| picture.bounds.intersect(page).area() > SCAN * page.area();
    pictures.iter().filter(scan).any(|picture| {
        let over = coats.iter().enumerate().filter(|(index, _)| *index > picture.under);
        over.into_iter().any(|(_, coat)| {
            let bounds = coat.area.bounds();
            bounds.width() > bounds.height()
                && picture.bounds.contains(bounds.center())
                && is_bar(coat, glyphs, page)
        })
    })
}

/// A picture that takes this part of a page is a scan of one.
const SCAN: f64 = 0.5;

/// For each picture of which nothing is seen, how many bars lie on it.
pub fn barred(pictures: &[Picture], glyphs: &[Glyph], coats: &[Coat], page: Rect) -> Vec<usize> {
    if pictures.len() > PICTURES || pictures.is_empty() {
        return Vec::new();
    }
    let bars: Vec<(usize, &Coat)> =
        coats.iter().enumerate().filter(|(_, coat)| is_bar(coat, glyphs, page)).collect();
    let of = |picture: &Picture| {
        let over = bars.iter().filter(|(index, _)| *index > picture.under);
        let bars: Vec<&Coat> = over.map(|(_, coat)| *coat).collect();
        if !bars.is_empty() && hidden(picture, &bars, page) { bars.len() } else { 0 }
    };
    pictures.iter().map(of).filter(|bars| *bars > 0).collect()
}

/// Something plain and opaque, smaller than the page, with no letters on it.
fn is_bar(coat: &Coat, glyphs: &[Glyph], page: Rect) -> bool {
    let plain = matches!(coat.paint, Paint::Colour(_, 242..));
    let bounds = coat.area.bounds();
    if !plain || bounds.width() < WIDTH || bounds.height() < HEIGHT || wide(coat, page) {
        return false;
    }
    let above = glyphs.get(coat.after..).unwrap_or_default();
    !above.iter().any(|glyph| {
        let middle = Point::new(glyph.x, glyph.y);
        glyph.sight == Sight::Seen && bounds.contains(middle)
    })
}

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
