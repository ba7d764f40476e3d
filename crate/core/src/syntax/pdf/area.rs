//! Areas of a page that are painted, or to which painting is limited.

use std::cell::OnceCell;

use hayro_interpret::kurbo::{Affine, BezPath, ParamCurve, PathEl, PathSeg, Point, Rect, Shape};

use super::bands::Bands;

/// An area.
#[derive(Debug)]
pub struct Area {
    form: Form,
    bounds: Rect,
    /// Its pieces by height, where it has many; those of an inside in their order.
    bands: OnceCell<(Bands, Vec<[PathEl; 2]>)>,
}

#[derive(Debug)]
enum Form {
    /// The inside of a path; by the rule of crossings where the second says so.
    Inside(BezPath, bool),
    /// What a broad line covers.
    Line(Vec<(Point, Point)>, Pen),
}

/// What a line is drawn with.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    /// Half its width.
    pub half: f64,
    /// How far it reaches beyond the ends of the line.
    pub beyond: f64,
    /// From where it is drawn to the page.
    pub place: Affine,
    /// From the page to where it is drawn.
    back: Affine,
}

impl Pen {
    /// A pen; nothing where it draws no line.
    pub fn new(width: f64, beyond: f64, place: Affine) -> Option<Self> {
        let flat = place.determinant().abs() < 1e-9;
        (!flat && width > 0.0).then(|| Self {
            half: width / 2.0,
            beyond,
            place,
            back: place.inverse(),
        })
    }
}

/// Of a path with fewer pieces, each is looked at for each point.
const MANY: usize = 48;

/// Of a line no more pieces than this are looked at.
const PIECES: usize = 100_000;

/// Lines that differ less than this from level ones are level.
const FLAT: f64 = 1e-6;

/// A curve is cut into so many pieces.
const CUTS: u32 = 6;

#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
impl Area {
    /// The inside of a path, by the rule of crossings where `even` says so.
    pub fn new(path: BezPath, even: bool) -> Self {
        let path = closed(path);
        let bounds = path.bounding_box();
        Self { bounds, form: Form::Inside(path, even), bands: OnceCell::new() }
    }

    /// What a line along a path covers.
    pub fn line(path: &BezPath, pen: Pen) -> Self {
        let mut pieces = Vec::new();
        for segment in path.segments() {
            if pieces.len() > PIECES {
                break;
            }
            match segment {
                PathSeg::Line(line) => pieces.push((line.p0, line.p1)),
                curve => {
                    let at = |cut: u32| curve_at(&curve, f64::from(cut) / f64::from(CUTS));
                    pieces.extend((0..CUTS).map(|cut| (at(cut), at(cut.saturating_add(1)))));
                }
            }
        }
        let reach = pen.half + pen.beyond;
        let all = path.bounding_box().inflate(reach, reach);
        let bounds = pen.place.transform_rect_bbox(all);
        Self { bounds, form: Form::Line(pieces, pen), bands: OnceCell::new() }
    }

    /// Whether it is a line of which the rest is not looked at.
    pub fn is_cut(&self) -> bool {
        matches!(&self.form, Form::Line(pieces, _) if pieces.len() > PIECES)
    }

    /// The rectangle around it.
    pub fn bounds(&self) -> Rect {
        self.bounds
    }

    /// The rectangle that it is, if it is one along the sides of the page.
    pub fn rectangle(&self) -> Option<Rect> {
        let Form::Inside(path, _) = &self.form else { return None };
        let mut points = Vec::with_capacity(5);
        for element in path.elements() {
            match element {
                PathEl::MoveTo(point) if points.is_empty() => points.push(*point),
                PathEl::LineTo(point) if !points.is_empty() => points.push(*point),
                PathEl::ClosePath => {}
                _ => return None,
            }
        }
        if let [first, .., last] = points.as_slice()
            && first == last
        {
            points.pop();
        }
        let [one, two, three, four] = points.as_slice() else { return None };
        let level = |one: &Point, other: &Point| (one.y - other.y).abs() < FLAT;
        let upright = |one: &Point, other: &Point| (one.x - other.x).abs() < FLAT;
        let across = level(one, two) && upright(two, three) && level(three, four);
        let along = upright(one, two) && level(two, three) && upright(three, four);
        let closes = if across { upright(four, one) } else { level(four, one) };
        ((across || along) && closes).then_some(self.bounds)
    }

    /// How often a path goes around a point. Of many pieces, only those at its height count.
    fn winding(&self, path: &BezPath, point: Point) -> i32 {
        if path.elements().len() < MANY {
            return path.winding(point);
        }
        let (bands, pieces) = self.bands.get_or_init(|| {
            let pieces = path.segments().map(|one| [PathEl::MoveTo(one.start()), one.as_path_el()]);
            let pieces: Vec<[PathEl; 2]> = pieces.collect();
            let reach = |piece: &[PathEl; 2]| {
                let bounds = piece.as_slice().bounding_box();
                (bounds.y0, bounds.y1)
            };
            (Bands::new(&pieces.iter().map(reach).collect::<Vec<_>>()), pieces)
        });
        let near = bands.at(point.y).iter().filter_map(|piece| pieces.get(*piece as usize));
        near.map(|piece| match piece {
            [PathEl::MoveTo(from), PathEl::LineTo(to)] => around(*from, *to, point),
            curve => curve.as_slice().winding(point),
        })
        .sum()
    }

    /// Whether a line with these pieces covers a point.
    fn on_line(&self, pieces: &[(Point, Point)], pen: &Pen, point: Point) -> bool {
        let point = pen.back * point;
        let on = |(from, to): &(Point, Point)| near(point, *from, *to, pen);
        if pieces.len() < MANY {
            return pieces.iter().any(on);
        }
        let (bands, _) = self.bands.get_or_init(|| {
            let reach = pen.half + pen.beyond;
            let reach =
                |(from, to): &(Point, Point)| (from.y.min(to.y) - reach, from.y.max(to.y) + reach);
            (Bands::new(&pieces.iter().map(reach).collect::<Vec<_>>()), Vec::new())
        });
        bands.at(point.y).iter().any(|piece| pieces.get(*piece as usize).is_some_and(on))
    }

    /// About how many pieces are looked at for a point.
    pub fn cost(&self) -> usize {
        match (&self.form, self.bands.get()) {
            (_, Some((bands, _))) => bands.mean(),
            (Form::Inside(path, _), None) => path.elements().len(),
            (Form::Line(pieces, _), None) => pieces.len(),
        }
    }

    /// Whether a point lies in it.
    pub fn has(&self, point: Point) -> bool {
        self.bounds.contains(point)
            && match &self.form {
                Form::Inside(path, true) => self.winding(path, point) % 2 != 0,
                Form::Inside(path, false) => self.winding(path, point) != 0,
                Form::Line(pieces, pen) => self.on_line(pieces, pen, point),
            }
    }
}

/// How a straight line goes around a point, as [`PathSeg`] has it for any piece of a path.
fn around(from: Point, to: Point, point: Point) -> i32 {
    let sign = if to.y > from.y { -1 } else { 1 };
    let (low, high) = if to.y > from.y { (from, to) } else { (to, from) };
    // A point that is no number is nowhere.
    if !(point.y >= low.y && point.y < high.y) {
        return 0;
    }
    let side = (high.x - low.x) * (point.y - low.y) - (point.x - low.x) * (high.y - low.y);
    if side <= 0.0 { sign } else { 0 }
}

/// A path that is filled is closed first, piece by piece (ISO 32000-2, 8.5.3.3.1).
fn closed(path: BezPath) -> BezPath {
    let mut closed = BezPath::new();
    let mut open = false;
    for element in path.elements() {
        if open && matches!(element, PathEl::MoveTo(_)) {
            closed.close_path();
        }
        open = !matches!(element, PathEl::ClosePath | PathEl::MoveTo(_));
        closed.push(*element);
    }
    if open {
        closed.close_path();
    }
    closed
}

#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
fn near(point: Point, from: Point, to: Point, pen: &Pen) -> bool {
    let (along, off) = (to - from, point - from);
    let length = (along.x * along.x + along.y * along.y).sqrt();
    if length <= 0.0 {
        return false;
    }
    let (right, up) = (
        (off.x * along.x + off.y * along.y) / length,
        (off.x * along.y - off.y * along.x) / length,
    );
    up.abs() <= pen.half && right >= -pen.beyond && right <= length + pen.beyond
}

#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
fn curve_at(curve: &PathSeg, at: f64) -> Point {
    let between = |one: Point, other: Point| one + (other - one) * at;
    match curve {
        PathSeg::Line(line) => between(line.p0, line.p1),
        PathSeg::Quad(curve) => between(between(curve.p0, curve.p1), between(curve.p1, curve.p2)),
        PathSeg::Cubic(curve) => {
            let middle = between(curve.p1, curve.p2);
            let one = between(between(curve.p0, curve.p1), middle);
            between(one, between(middle, between(curve.p2, curve.p3)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_too_many_pieces_says_so() {
        let line = |pieces: usize| {
            let mut path = BezPath::new();
            path.move_to((0.0, 0.0));
            (0..pieces).for_each(|at| path.line_to((at as f64, 1.0)));
            Area::line(&path, Pen::new(0.4, 0.1, Affine::IDENTITY).unwrap())
        };
        assert!(!line(PIECES).is_cut());
        assert!(line(PIECES + 1).is_cut());
    }

    #[test]
    fn of_many_pieces_those_at_the_height_of_a_point_are_enough() {
        let mut path = BezPath::new();
        path.move_to((0.0, 0.0));
        for at in 0..200 {
            let (x, y) = (f64::from(at * 37 % 101), f64::from(at * 53 % 97));
            match at % 3 {
                0 => path.line_to((x, y)),
                1 => path.quad_to((y, x), (x, y)),
                _ => path.curve_to((y, x), (x, x), (x, y)),
            }
        }
        path.close_path();
        let area = Area::new(path.clone(), false);
        let line = Area::line(&path, Pen::new(0.4, 0.1, Affine::rotate(0.3)).unwrap());
        let few = |at: usize| {
            let Form::Line(pieces, pen) = &line.form else { return false };
            let point = pen.back * Point::new(at as f64 * 0.31, at as f64 * 0.7);
            pieces.iter().any(|(from, to)| near(point, *from, *to, pen))
        };
        for at in 0..150_usize {
            let point = Point::new(at as f64 * 0.67, at as f64 * 0.71);
            assert_eq!(area.has(point), path.winding(point) != 0, "{point}");
            let point = Point::new(at as f64 * 0.31, at as f64 * 0.7);
            assert_eq!(line.has(point), line.bounds().contains(point) && few(at), "{point}");
        }
        assert!(area.cost() < path.elements().len());
    }
}
