//! Areas of a page that are painted, or to which painting is limited.

use hayro_interpret::kurbo::{Affine, BezPath, PathEl, PathSeg, Point, Rect, Shape};

/// An area.
#[derive(Debug)]
pub struct Area {
    form: Form,
    bounds: Rect,
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

/// A line has no more pieces than this.
const PIECES: usize = 10_000;

/// Lines that differ less than this from level ones are level.
const FLAT: f64 = 1e-6;

/// A curve is cut into so many pieces.
const CUTS: u32 = 6;

#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
impl Area {
    /// The inside of a path, by the rule of crossings where `even` says so.
    pub fn new(path: BezPath, even: bool) -> Self {
        let path = closed(path);
        Self { bounds: path.bounding_box(), form: Form::Inside(path, even) }
    }

    /// What a line along a path covers.
    pub fn line(path: &BezPath, pen: Pen) -> Self {
        let mut pieces = Vec::new();
        for segment in path.segments() {
            if pieces.len() >= PIECES {
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
        Self { bounds: pen.place.transform_rect_bbox(all), form: Form::Line(pieces, pen) }
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

    /// Whether a point lies in it.
    pub fn has(&self, point: Point) -> bool {
        self.bounds.contains(point)
            && match &self.form {
                Form::Inside(path, true) => path.winding(point) % 2 != 0,
                Form::Inside(path, false) => path.winding(point) != 0,
                Form::Line(pieces, pen) => {
                    let point = pen.back * point;
                    pieces.iter().any(|(from, to)| near(point, *from, *to, pen))
                }
            }
    }
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
