//! Which glyphs a reader of the page cannot see: one question, whether a point of the page would
//! look different if the glyph were not there.

use std::rc::Rc;

use hayro_interpret::kurbo::{BezPath, Point, Rect, Shape};

use super::text::Glyph;

/// A colour, in eight bits each.
pub type Colour = [u8; 3];

/// An area that was painted, or to which painting is limited.
#[derive(Debug)]
pub struct Area {
    path: BezPath,
    bounds: Rect,
    even: bool,
}

impl Area {
    /// The inside of a path, by the rule of crossings where `even` says so.
    pub fn new(path: BezPath, even: bool) -> Self {
        Self { bounds: path.bounding_box(), path, even }
    }

    fn has(&self, point: Point) -> bool {
        self.bounds.contains(point)
            && match self.even {
                true => self.path.winding(point) % 2 != 0,
                false => self.path.winding(point) != 0,
            }
    }
}

/// Something opaque that was painted.
#[derive(Debug)]
pub struct Coat {
    /// How many glyphs were drawn before it.
    pub after: usize,
    /// What it covers.
    pub area: Area,
    /// To what it is limited.
    pub clips: Rc<[Rc<Area>]>,
    /// Its colour; nothing for a picture or a pattern.
    pub colour: Option<Colour>,
    /// Whether nothing under it is seen: a pattern may have holes.
    pub dense: bool,
}

impl Coat {
    fn has(&self, point: Point) -> bool {
        self.area.has(point) && self.clips.iter().all(|clip| clip.has(point))
    }
}

/// How a glyph was painted.
#[derive(Clone, Debug)]
pub struct Ink {
    /// Its colour; nothing where it has more than one, or lets through what is under it.
    pub colour: Option<Colour>,
    /// Whether it was drawn without being painted.
    pub unpainted: bool,
    /// Whether it stands in a pattern or a mask, of which the place on the page is not known.
    pub apart: bool,
    /// To what it is limited.
    pub clips: Rc<[Rc<Area>]>,
}

/// Colours that are closer than this look the same.
const SAME: u8 = 12;

/// Letters smaller than this are seen by nobody.
const TINY: f64 = 0.5;

/// More comparisons than this are not made for one page.
const MOST: usize = 200_000_000;

/// Which glyphs cannot be seen on a page of this size; nothing where that would take too long.
/// Where a page has pictures, text that is not painted is what was read from them.
pub fn hidden(
    glyphs: &[Glyph],
    inks: &[Ink],
    coats: &[Coat],
    page: Rect,
    pictures: usize,
) -> Option<Vec<bool>> {
    if glyphs.len().saturating_mul(coats.len()) > MOST {
        return None;
    }
    let judge = |(index, (glyph, ink)): (usize, (&Glyph, &Ink))| {
        if glyph.text.as_ref().is_none_or(|text| text.trim().is_empty()) {
            return false;
        }
        if ink.apart {
            return false;
        }
        if ink.unpainted {
            return pictures == 0;
        }
        let points = points(glyph);
        let near = |coat: &&Coat| points.iter().any(|point| coat.area.bounds.contains(*point));
        let first = coats.partition_point(|coat| coat.after <= index);
        let (under, over) = coats.split_at_checked(first).unwrap_or((coats, &[]));
        let under: Vec<&Coat> = under.iter().filter(near).collect();
        let over: Vec<&Coat> = over.iter().filter(near).collect();
        glyph.size < TINY || points.iter().all(|point| unseen(*point, ink, &under, &over, page))
    };
    Some(glyphs.iter().zip(inks).enumerate().map(judge).collect())
}

fn unseen(point: Point, ink: &Ink, under: &[&Coat], over: &[&Coat], page: Rect) -> bool {
    if !page.contains(point) || ink.clips.iter().any(|clip| !clip.bounds.contains(point)) {
        return true;
    }
    if over.iter().any(|coat| coat.dense && coat.has(point)) {
        return true;
    }
    let Some(colour) = ink.colour else { return false };
    match under.iter().rev().find(|coat| coat.has(point)).map(|coat| coat.colour) {
        Some(Some(ground)) => alike(colour, ground),
        Some(_) => false,
        None => alike(colour, [u8::MAX; 3]),
    }
}

fn alike(one: Colour, other: Colour) -> bool {
    one.iter().zip(other).all(|(one, other)| one.abs_diff(other) < SAME)
}

/// Points within the letter, from its foot to below its top.
fn points(glyph: &Glyph) -> Vec<Point> {
    let mut points = Vec::with_capacity(9);
    for along in [0.2, 0.5, 0.8] {
        for up in [0.1, 0.3, 0.5] {
            let (right, above) = (glyph.width * along, glyph.size * up);
            let x = glyph.x + glyph.along.0 * right - glyph.along.1 * above;
            let y = glyph.y + glyph.along.1 * right + glyph.along.0 * above;
            points.push(Point::new(x, y));
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Rect = Rect::new(0.0, 0.0, 200.0, 200.0);
    const BLACK: Colour = [0; 3];

    fn glyph(x: f64, y: f64) -> Glyph {
        let text = Some("J".to_owned());
        Glyph { text, x, y, width: 6.0, along: (1.0, 0.0), size: 10.0, hidden: false }
    }

    fn ink(colour: Colour) -> Ink {
        Ink { colour: Some(colour), unpainted: false, apart: false, clips: Rc::new([]) }
    }

    fn coat(after: usize, area: Rect, colour: Option<Colour>) -> Coat {
        let area = Area::new(area.to_path(0.1), false);
        Coat { after, area, clips: Rc::new([]), colour, dense: true }
    }

    fn judged(glyph: Glyph, ink: Ink, coats: &[Coat]) -> bool {
        hidden(&[glyph], &[ink], coats, PAGE, 0).unwrap()[0]
    }

    #[test]
    fn a_bar_hides_what_was_drawn_before_it_and_nothing_else() {
        let bar = Rect::new(40.0, 40.0, 100.0, 60.0);
        assert!(judged(glyph(50.0, 45.0), ink(BLACK), &[coat(1, bar, Some(BLACK))]));
        assert!(!judged(glyph(50.0, 45.0), ink([255; 3]), &[coat(0, bar, Some(BLACK))]));
        assert!(!judged(glyph(97.0, 45.0), ink(BLACK), &[coat(1, bar, Some(BLACK))]));
    }

    #[test]
    fn white_on_white_is_hidden_and_white_on_a_picture_is_not() {
        let all = Rect::new(0.0, 0.0, 200.0, 200.0);
        assert!(judged(glyph(50.0, 45.0), ink([255; 3]), &[]));
        assert!(!judged(glyph(50.0, 45.0), ink([255; 3]), &[coat(0, all, None)]));
        assert!(!judged(glyph(50.0, 45.0), ink(BLACK), &[]));
        assert!(judged(glyph(500.0, 45.0), ink(BLACK), &[]));
    }
}
