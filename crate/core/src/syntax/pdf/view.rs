//! How much of each picture on a page is seen, and what hides the rest.

use hayro_interpret::kurbo::{Affine, Point, Rect};

use super::cover::{Coat, Paint};
use super::scan::Picture;

/// Why nothing of a picture is seen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Blind {
    /// It belongs to a layer that is off.
    Off,
    /// It lets through all that is under it.
    Clear,
    /// It lies off the page, or outside what is shown of the page.
    Outside,
    /// It is clipped away.
    Clipped,
    /// Something lies over it.
    Covered,
}

/// How much of a picture is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum View {
    /// Nothing.
    Blind(Blind),
    /// No more than what lies in this part, where all of it is one by one.
    Part(Rect),
}

/// Points of each row and column are looked at: near both sides, and between.
const STEPS: [f64; 11] = [0.004, 0.06, 0.17, 0.28, 0.39, 0.5, 0.61, 0.72, 0.83, 0.94, 0.996];

/// What is narrower than this, in points, is not seen.
const NARROW: f64 = 0.5;

/// More comparisons than this are not made for one page.
const MOST: usize = 100_000_000;

/// How each picture of a page is seen, and whether that is beyond doubt; nothing where it would
/// take too long. A picture is the coat that it lies on.
pub fn views(pictures: &[Picture], coats: &[Coat], page: Rect) -> Option<Vec<(View, bool)>> {
    if pictures.len().saturating_mul(coats.len()) > MOST {
        return None;
    }
    Some(pictures.iter().map(|picture| view(picture, coats, page)).collect())
}

/// Whether something lies over all of what is seen of this.
#[expect(clippy::arithmetic_side_effects, reason = "affine maps of floating-point numbers")]
pub fn is_covered(picture: &Picture, coats: &[Coat], page: Rect) -> bool {
    let bounds = picture.bounds;
    let place = Affine::translate((bounds.x0, bounds.y0))
        * Affine::scale_non_uniform(bounds.width(), bounds.height());
    let boxed = Picture { place, clips: picture.clips.clone(), ..*picture };
    view(&boxed, coats, page).0 == View::Blind(Blind::Covered)
}

#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
fn view(picture: &Picture, coats: &[Coat], page: Rect) -> (View, bool) {
    let blind = |why: Blind| (View::Blind(why), true);
    if picture.off {
        return blind(Blind::Off);
    }
    if picture.clear {
        return blind(Blind::Clear);
    }
    let on_page = picture.bounds.intersect(page);
    if is_narrow(on_page, picture.bounds) {
        return blind(Blind::Outside);
    }
    let seen = picture.clips.iter().fold(on_page, |seen, clip| seen.intersect(clip.bounds()));
    if is_narrow(seen, picture.bounds) {
        return blind(Blind::Clipped);
    }
    // A picture without breadth is a line.
    let flat = picture.place.determinant().abs() < 1e-9;
    let back = if flat { Affine::IDENTITY } else { picture.place.inverse() };
    let unit = Rect::new(0.0, 0.0, 1.0, 1.0);
    let (mut any, mut sure) = (false, false);
    for row in STEPS {
        for column in STEPS {
            let point = Point::new(seen.x0 + seen.width() * column, seen.y0 + seen.height() * row);
            let own = flat || unit.contains(back * point);
            if !own || picture.clips.iter().any(|clip| !clip.has(point)) {
                continue;
            }
            any = true;
            let mut above = coats.iter().skip(picture.under.saturating_add(1));
            let Some(coat) = above.find(|coat| is_opaque(coat) && coat.has(point)) else {
                let part = if flat { unit } else { back.transform_rect_bbox(seen).intersect(unit) };
                return (View::Part(part), true);
            };
            sure |= reach(coat).is_some_and(|reach| reach.contains_rect(seen));
        }
    }
    if any { (View::Blind(Blind::Covered), sure) } else { (View::Blind(Blind::Clipped), false) }
}

/// The rectangle that a coat is, if it is one.
fn reach(coat: &Coat) -> Option<Rect> {
    let own = coat.area.rectangle()?;
    coat.clips.iter().try_fold(own, |all, clip| Some(all.intersect(clip.rectangle()?)))
}

/// Whether a picture of which no more than this is left is as good as gone.
fn is_narrow(left: Rect, all: Rect) -> bool {
    let gone = |left: f64, all: f64| left <= 0.0 || left < NARROW && left < all / 2.0;
    gone(left.width(), all.width()) || gone(left.height(), all.height())
}

fn is_opaque(coat: &Coat) -> bool {
    matches!(coat.paint, Paint::Colour(_, 242..) | Paint::Picture | Paint::Plain)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use hayro_interpret::kurbo::Shape;

    use super::super::area::Area;
    use super::*;

    const PAGE: Rect = Rect::new(0.0, 0.0, 200.0, 200.0);

    fn area(bounds: Rect) -> Rc<Area> {
        Rc::new(Area::new(bounds.to_path(0.1), false))
    }

    fn picture(bounds: Rect, clips: &[Rect]) -> Picture {
        let place = Affine::translate((bounds.x0, bounds.y0))
            * Affine::scale_non_uniform(bounds.width(), bounds.height());
        let clips = clips.iter().copied().map(area).collect();
        Picture { bounds, place, clips, under: 0, off: false, clear: false }
    }

    fn coat(bounds: Rect, paint: Paint) -> Coat {
        Coat { after: 0, area: area(bounds), clips: Rc::new([]), paint, letter: false, of: None }
    }

    fn seen(picture: Picture, over: Option<Coat>) -> View {
        let own = coat(picture.bounds, Paint::Picture);
        let coats: Vec<Coat> = [own].into_iter().chain(over).collect();
        views(&[picture], &coats, PAGE).unwrap()[0].0
    }

    #[test]
    fn what_hides_a_picture_is_told() {
        let there = Rect::new(50.0, 50.0, 100.0, 100.0);
        let all = View::Part(Rect::new(0.0, 0.0, 1.0, 1.0));
        assert_eq!(seen(picture(there, &[]), None), all);
        assert_eq!(seen(picture(there, &[PAGE]), None), all);
        let off = Picture { off: true, ..picture(there, &[]) };
        assert_eq!(seen(off, None), View::Blind(Blind::Off));
        let away = Rect::new(250.0, 50.0, 300.0, 100.0);
        assert_eq!(seen(picture(away, &[]), None), View::Blind(Blind::Outside));
        let clip = Rect::new(120.0, 50.0, 150.0, 100.0);
        assert_eq!(seen(picture(there, &[clip]), None), View::Blind(Blind::Clipped));
        let half = Rect::new(50.0, 50.0, 75.0, 100.0);
        let left = View::Part(Rect::new(0.0, 0.0, 0.5, 1.0));
        assert_eq!(seen(picture(there, &[half]), None), left);
        let over = |paint: Paint| Some(coat(there, paint));
        let covered = View::Blind(Blind::Covered);
        assert_eq!(seen(picture(there, &[]), over(Paint::Picture)), covered);
        assert_eq!(seen(picture(there, &[]), over(Paint::Holes)), all);
        assert_eq!(seen(picture(there, &[]), Some(coat(half, Paint::Picture))), all);
    }
}
