//! Pictures that are covered: whoever takes the bars away sees them.

use std::rc::Rc;

use hayro_interpret::kurbo::{Affine, Point, Rect};

use super::area::Area;
use super::cover::{self, Coat, Paint, Sight, wide};
use super::patch::Drawn;
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

/// What is seen as one picture: scanners cut a page into strips, and others into tiles.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Which of all that are drawn, and where each is.
    pub pieces: Vec<(usize, Rect)>,
    /// Around them all.
    pub bounds: Rect,
    /// From the samples of the first to the page.
    place: Affine,
}

impl Sheet {
    /// How much of a page it takes.
    pub fn area(&self, page: Rect) -> f64 {
        let areas = self.pieces.iter().map(|(_, piece)| piece.intersect(page).area());
        areas.sum::<f64>().min(self.bounds.intersect(page).area())
    }

    /// Whether a picture goes on what this begins: it lies beside it, with samples as large.
    fn goes_on(&self, place: Affine, bounds: Rect) -> bool {
        let (one, other) = (self.place.as_coeffs(), place.as_coeffs());
        let pairs = || one.iter().zip(&other).take(4);
        let size = pairs().fold(0.0_f64, |size, (one, _)| size.max(one.abs()));
        self.bounds.inflate(SEAM, SEAM).overlaps(bounds)
            && pairs().all(|(one, other)| (one - other).abs() < ALIKE * size)
            && self.pieces.iter().all(|(_, piece)| {
                piece.intersect(bounds).area() < OVERLAP * piece.area().min(bounds.area())
            })
    }
}

/// Pieces of one picture are no further from each other, in points, lie over each other by no
/// more than this part, and differ no more in the size of their samples.
const SEAM: f64 = 1.0;
const OVERLAP: f64 = 0.4;
const ALIKE: f64 = 0.05;

/// What is drawn after so many pictures goes on none.
const PIECES: usize = 2000;

/// Of no more pieces one is made.
const MOST: usize = 2000;

/// What goes on no other because it comes so late is no scan where it takes less of a page.
const LATE: f64 = 0.1;

/// Whether what is drawn too late to be put together may be a scan.
pub fn is_late(drawn: &[Drawn], page: Rect) -> bool {
    let late = drawn.get(PIECES..).unwrap_or_default().iter().filter_map(|drawn| {
        let size = Rect::new(0.0, 0.0, f64::from(drawn.size.0), f64::from(drawn.size.1));
        Some(drawn.place?.transform_rect_bbox(size).intersect(page).area())
    });
    late.sum::<f64>() > LATE * page.area()
}

/// All that is seen as one picture each, in the order in which they begin.
pub fn sheets(drawn: &[Drawn]) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for (index, drawn) in drawn.iter().enumerate() {
        let Some(place) = drawn.place else { continue };
        let size = Rect::new(0.0, 0.0, f64::from(drawn.size.0), f64::from(drawn.size.1));
        let bounds = place.transform_rect_bbox(size);
        let fits = |sheet: &&mut Sheet| sheet.pieces.len() < MOST && sheet.goes_on(place, bounds);
        match sheets.iter_mut().rev().filter(|_| index < PIECES).find(fits) {
            Some(sheet) => {
                sheet.pieces.push((index, bounds));
                sheet.bounds = sheet.bounds.union(bounds);
            }
            None => sheets.push(Sheet { pieces: vec![(index, bounds)], bounds, place }),
        }
    }
    sheets
}

/// So many pictures are always compared with the bars of a page, and more of them no oftener than
/// this.
const PICTURES: usize = 500;
const LOOKS: usize = 1_000_000;

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
    /// Whether all of them may well belong to a drawing, and hide nothing on purpose.
    pub drawn: bool,
}

/// Each picture of which nothing is seen, or a part is under bars. Who redacts well paints the
/// pixels over, and then draws the bar; what is under it is not known here. `sheet` tells where
/// the scan lies that a picture is a piece of. Nothing where they are too many.
pub fn barred(
    pictures: &[Picture],
    sheet: impl Fn(usize) -> Option<Rect>,
    glyphs: &[Glyph],
    coats: &[Coat],
    page: Rect,
) -> Option<Vec<Barred>> {
    if pictures.is_empty() {
        return Some(Vec::new());
    }
    let bars: Vec<(usize, &Coat)> =
        coats.iter().enumerate().filter(|(_, coat)| is_bar(coat, glyphs, page)).collect();
    if pictures.len() > PICTURES && pictures.len().saturating_mul(bars.len()) > LOOKS {
        return None;
    }
    let mut found = Vec::new();
    for (number, picture) in pictures.iter().enumerate() {
        let over = || bars.iter().filter(|(index, _)| *index > picture.under);
        let all: Vec<&Coat> = over().map(|(_, coat)| *coat).collect();
        let sheet = sheet(number);
        let scan = sheet.is_some();
        let whole = !all.is_empty() && hidden(picture, &all, page);
        let bars: Vec<usize> = if whole {
            over().map(|(index, _)| *index).collect()
        } else {
            let on = |coat: &Coat| match sheet {
                Some(sheet) => {
                    lies_on(coat, sheet)
                        && picture.bounds.intersect(coat.area.bounds()).area() > 0.0
                }
                None => hides(coat, picture),
            };
            over().filter(|(_, coat)| on(coat)).map(|(index, _)| *index).collect()
        };
        if !bars.is_empty() {
            let of_drawing = |bar: &usize| {
                let Some(coat) = coats.get(*bar) else { return false };
                let frame = !scan && is_frame(coat, picture);
                frame
                    || is_ground_of_drawing(*bar, coat, coats, pictures)
                    || is_of_scale(coat, coats)
            };
            let drawn = !whole && bars.iter().all(of_drawing);
            found.push(Barred { picture: number, bars, scan, whole, drawn });
        }
    }
    Some(found)
}

/// Whether a bar is a line of paper across all of a picture, as between two photos.
fn is_frame(coat: &Coat, picture: &Picture) -> bool {
    let light =
        matches!(coat.paint, Paint::Colour(colour, _) if colour.iter().all(|one| *one >= LIGHT));
    let (bounds, all) = (coat.area.bounds(), picture.bounds);
    let across = bounds.width() >= all.width() - SEAM && bounds.height() < FRAME * all.height();
    let down = bounds.height() >= all.height() - SEAM && bounds.width() < FRAME * all.width();
    light && (across || down)
}

/// A line is no broader than this part of a picture.
const FRAME: f64 = 0.05;

/// Whether a picture or a drawing of so many shapes stands on a bar.
pub fn is_ground_of_drawing(bar: usize, coat: &Coat, coats: &[Coat], pictures: &[Picture]) -> bool {
    let bounds = coat.area.bounds();
    let within = |inner: Rect| bounds.contains_rect(inner) && inner.area() < HALF * bounds.area();
    let picture = pictures.iter().any(|one| one.under > bar && bounds.contains_rect(one.bounds));
    let shapes = coats.iter().skip(bar.saturating_add(1));
    picture || shapes.filter(|one| within(one.area.bounds())).take(SHAPES).count() == SHAPES
}

const SHAPES: usize = 4;

/// Whether a bar is a piece of a scale: one of some in a row, as large as each other, light and
/// dark by turns.
fn is_of_scale(coat: &Coat, coats: &[Coat]) -> bool {
    let bounds = coat.area.bounds();
    let light = |coat: &Coat| match coat.paint {
        Paint::Colour(colour, _) => Some(colour.iter().all(|one| *one >= LIGHT)),
        _ => None,
    };
    let same = |one: &&Coat| {
        let other = one.area.bounds();
        (other.y0 - bounds.y0).abs() < SEAM
            && (other.height() - bounds.height()).abs() < SEAM
            && (other.width() - bounds.width()).abs() < SEAM
            && (other.x0 - bounds.x0).abs() < SCALE * bounds.width()
    };
    let row = coats.iter().filter(same).take(MOST).filter_map(light);
    let (light, dark) = row.fold((0_usize, 0_usize), |(light, dark), one| match one {
        true => (light.saturating_add(1), dark),
        false => (light, dark.saturating_add(1)),
    });
    light >= 2 && dark >= 2
}

/// A scale has no more pieces to either side.
const SCALE: f64 = 12.0;

/// What takes this part of a page is a scan of one.
pub const SCAN: f64 = 0.5;

/// Whether a bar lies on a scan.
fn lies_on(coat: &Coat, scan: Rect) -> bool {
    let bounds = coat.area.bounds();
    bounds.width() > bounds.height() && scan.contains(bounds.center())
}

/// Smaller pictures are signs, and what lies on them belongs to them.
const SMALL: f64 = 40.0;

/// Whether a bar hides a part of a picture that is no scan: a face, a number plate. What is laid
/// out over pictures is light, reaches beyond them, or bears letters.
fn hides(coat: &Coat, picture: &Picture) -> bool {
    let (bounds, all) = (coat.area.bounds(), picture.bounds);
    let dark = match coat.paint {
        Paint::Colour(colour, _) => {
            let light = colour.iter().all(|one| *one >= LIGHT);
            is_dark(colour) || light && all.contains_rect(bounds)
        }
        Paint::Plain => true,
        _ => false,
    };
    dark && all.width() >= SMALL
        && all.height() >= SMALL
        && bounds.intersect(all).area() > HALF * bounds.area()
}

/// Whether a colour is black to those who redact.
pub fn is_dark(colour: cover::Colour) -> bool {
    let (least, most) = (colour.iter().min(), colour.iter().max());
    most.zip(least).is_some_and(|(most, least)| *most <= DARK && most.abs_diff(*least) < 24)
}

/// A bar may reach beyond a picture, but lies on it for more than this part.
const HALF: f64 = 0.5;

/// What is lighter than this is paper to them.
const LIGHT: u8 = 240;

/// Greys that are darker than this are black to those who redact.
const DARK: u8 = 80;

/// Something plain and opaque, smaller than the page, with no letters on it.
pub fn is_bar(coat: &Coat, glyphs: &[Glyph], page: Rect) -> bool {
    // What is no plain bar is one where it hides a word.
    let on_word = |glyph: &Glyph| {
        glyph.sight == Sight::Covered
            && cover::takes(coat, glyph)
            && (coat.hides() || coat.dims(cover::middle(&cover::points(glyph)), page))
    };
    let plain = match coat.paint {
        Paint::Colour(_, 242..) | Paint::Plain => true,
        Paint::Darkening(..) => coat.hides(),
        Paint::Colour(..) | Paint::Picture => glyphs.iter().take(coat.after).any(on_word),
        Paint::Holes | Paint::Hatched => false,
    };
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

#[cfg(test)]
mod tests {
    use super::*;

    fn coat(area: Rect, light: u8) -> Coat {
        let area = Rc::new(Area::new(hayro_interpret::kurbo::Shape::to_path(&area, 0.1), false));
        let paint = Paint::Colour([light; 3], u8::MAX);
        Coat { after: 0, area, clips: Rc::new([]), paint, letter: false, of: None }
    }

    fn light(coat: &Coat) -> u8 {
        if let Paint::Colour([light, ..], _) = coat.paint { light } else { 0 }
    }

    #[test]
    fn what_belongs_to_a_drawing_is_told_from_bars() {
        let page = Rect::new(0.0, 0.0, 600.0, 800.0);
        let bounds = Rect::new(100.0, 100.0, 350.0, 300.0);
        let place = Affine::translate((100.0, 100.0)) * Affine::scale_non_uniform(250.0, 200.0);
        let clips: Rc<[Rc<Area>]> = Rc::new([]);
        let photo = Picture { bounds, place, clips, under: 0, off: false, clear: false };
        let drawn = |over: &[Coat]| {
            let over = over.iter().map(|one| coat(one.area.bounds(), light(one)));
            let coats: Vec<Coat> = std::iter::once(coat(bounds, 128)).chain(over).collect();
            let found = barred(std::slice::from_ref(&photo), |_| None, &[], &coats, page);
            found.unwrap().first().map(|one| one.drawn)
        };
        let face = coat(Rect::new(150.0, 150.0, 200.0, 200.0), 0);
        assert_eq!(drawn(&[face]), Some(false));
        // A line between two photos.
        assert_eq!(drawn(&[coat(Rect::new(99.0, 190.0, 351.0, 196.0), 255)]), None);
        assert_eq!(drawn(&[coat(Rect::new(100.0, 190.0, 350.0, 196.0), 255)]), Some(true));
        let scale = |at: u8| {
            let left = 150.0 + 20.0 * f64::from(at);
            coat(
                Rect::new(left, 150.0, left + 20.0, 156.0),
                if at.is_multiple_of(2) { 0 } else { 255 },
            )
        };
        assert_eq!(drawn(&[0, 1, 2, 3].map(scale)), Some(true));
        assert_eq!(drawn(&[0, 2, 4, 6].map(scale)), Some(false));
        // A sign on a box.
        let ground = || coat(Rect::new(150.0, 150.0, 250.0, 200.0), 255);
        let stroke = |at: u8| {
            let left = 160.0 + 10.0 * f64::from(at);
            coat(Rect::new(left, 160.0, left + 4.0, 190.0), 90)
        };
        let logo: Vec<Coat> = std::iter::once(ground()).chain((0..5).map(stroke)).collect();
        assert_eq!(drawn(&logo), Some(true));
        assert_eq!(drawn(&[ground()]), Some(false));
    }

    #[test]
    fn bars_over_one_of_many_pictures_are_told_and_too_many_are_not_passed_over() {
        let page = Rect::new(0.0, 0.0, 600.0, 800.0);
        let bars = |many: usize| -> Vec<Coat> {
            (0..many).map(|_| coat(Rect::new(150.0, 150.0, 250.0, 250.0), 0)).collect()
        };
        let told = |pictures: usize, many: usize| {
            let bounds = Rect::new(100.0, 100.0, 350.0, 300.0);
            let icon = Rect::new(0.0, 0.0, 9.0, 9.0);
            let picture = |at: usize| Picture {
                bounds: if at == 0 { bounds } else { icon },
                place: Affine::IDENTITY,
                clips: Rc::new([]),
                under: 0,
                off: false,
                clear: false,
            };
            let pictures: Vec<Picture> = (0..pictures).map(picture).collect();
            barred(&pictures, |_| None, &[], &bars(many), page).map(|found| found.len())
        };
        assert_eq!(told(PICTURES + 5, 2), Some(1));
        assert_eq!(told(PICTURES * 2 + 1, PICTURES * 2), None);
    }

    #[test]
    fn strips_are_one_picture_and_photos_beside_each_other_are_not() {
        let drawn = |x: f64, y: f64, pitch: f64, size: (u32, u32)| {
            let place = Affine::translate((x, y)) * Affine::scale(pitch);
            Drawn { image: None, operator: None, place: Some(place), size }
        };
        let strips: Vec<Drawn> =
            (0..60).map(|at| drawn(0.0, f64::from(at) * 14.0, 0.5, (1000, 28))).collect();
        let [sheet] = sheets(&strips).try_into().unwrap();
        assert_eq!(sheet.bounds, Rect::new(0.0, 0.0, 500.0, 840.0));
        assert_eq!(sheet.area(Rect::new(0.0, 0.0, 250.0, 840.0)), 210_000.0);
        // Apart, over each other, and of another size.
        let photos = [
            drawn(0.0, 0.0, 0.5, (200, 200)),
            drawn(105.0, 0.0, 0.5, (200, 200)),
            drawn(0.0, 10.0, 0.5, (200, 200)),
            drawn(0.0, 110.0, 0.6, (200, 200)),
        ];
        assert_eq!(sheets(&photos).len(), 4);
    }
}
