//! The part of a picture that something covers, told in the samples of the picture.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use hayro_interpret::kurbo::{Affine, Point, Rect, Shape};
use lopdf::ObjectId;

use super::area::Area;
use super::plain;
use crate::order::Gather;

/// What covers a picture, on the page as it is shown.
#[derive(Clone, Debug)]
pub struct Cover {
    /// What it takes.
    pub area: Rc<Area>,
    /// To what it is limited.
    pub clips: Rc<[Rc<Area>]>,
    /// The annotation that paints it.
    pub of: Option<u32>,
}

impl Cover {
    /// Whether a point lies in it.
    pub fn has(&self, point: Point) -> bool {
        self.area.has(point) && self.clips.iter().all(|clip| clip.has(point))
    }

    /// What is left of it without its edge.
    fn inside(&self) -> Option<Self> {
        let all = self.rectangle()?;
        let edge = |size: f64| EDGE.min(size / 4.0);
        let (wide, high) = (edge(all.width()), edge(all.height()));
        let inside = Rect::new(all.x0 + wide, all.y0 + high, all.x1 - wide, all.y1 - high);
        Some(Self {
            area: Rc::new(Area::new(inside.to_path(0.1), false)),
            clips: Rc::new([]),
            of: self.of,
        })
    }

    /// The rectangle that it is, if it is one along the sides of the page.
    fn rectangle(&self) -> Option<Rect> {
        let first = self.area.rectangle()?;
        self.clips.iter().try_fold(first, |all, clip| Some(all.intersect(clip.rectangle()?)))
    }
}

/// A picture that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    /// The object that holds it; nothing where it stands in the content.
    pub image: Option<ObjectId>,
    /// The stream and the number of the operator that draws it, where operators tell that.
    pub operator: Option<(u32, u32)>,
    /// Where it is known to be: from its samples, row by row from the top, to the page.
    pub place: Option<Affine>,
    /// How many samples it has in a row, and how many rows.
    pub size: (u32, u32),
}

/// A part of a picture that is covered.
#[derive(Clone, Debug)]
pub struct Patch {
    /// Which of the pictures of its page it is.
    pub picture: usize,
    /// What is drawn there.
    pub drawn: Drawn,
    /// What covers it.
    pub covers: Vec<Cover>,
    /// Whether the picture is a scan of the page.
    pub scan: bool,
    /// Whether nothing is seen of it.
    pub whole: bool,
    /// Whether it is all of it, whatever covers it.
    pub all: bool,
    /// Whether what covers it may well belong to a drawing.
    pub drawing: bool,
}

/// Samples of a picture, or of a mask or a component that has others than the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// How many in a row.
    pub columns: u32,
    /// How many rows.
    pub rows: u32,
    /// How many samples of the picture one of them is wide.
    pub wide: f64,
    /// How many one of them is high.
    pub high: f64,
}

/// Who paints samples over does so about where the bar is: a point nearer to its side than this
/// tells nothing.
const EDGE: f64 = 1.5;

/// What of a picture is covered.
pub struct Region<'a> {
    /// All of it.
    pub all: &'a dyn Fn(Grid) -> Option<Spans>,
    /// Each bar by itself, without its edge, where it has to be judged whether it hides anything.
    pub each: Option<&'a dyn Fn(Grid) -> Option<Vec<Spans>>>,
}

/// No more points of a picture are looked at.
const MOST: f64 = 30_000_000.0;

/// So many samples may be coded beyond the sides of a picture.
const BEYOND: u32 = 32;

/// A sample that is covered but for this part of it shows nothing.
const SLIVER: f64 = 0.02;

#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
impl Patch {
    /// For each cover, the samples by which it is judged whether it hides anything.
    pub fn each(&self, grid: Grid) -> Option<Vec<Spans>> {
        if self.all {
            return Some(plain::strips(&Spans::all(grid.columns, grid.rows)));
        }
        let mut all = Vec::new();
        for cover in &self.covers {
            let of = |cover: Cover| Self { covers: vec![cover], ..self.clone() }.spans(grid);
            let inside = match cover.inside() {
                Some(inside) => of(inside)?,
                None => of(cover.clone())?.inner(),
            };
            all.push(if inside.is_empty() { of(cover.clone())? } else { inside });
        }
        // What lies across bars that touch is in none of them.
        if all.iter().all(Spans::is_empty) {
            self.spans(grid).map(|all| vec![all])
        } else {
            Some(all)
        }
    }

    /// The samples that are covered as a whole: what is seen of the others tells what they are.
    /// Nothing where that cannot be told.
    pub fn spans(&self, grid: Grid) -> Option<Spans> {
        if self.all {
            return Some(Spans::all(grid.columns, grid.rows));
        }
        let place = self.drawn.place?;
        if place.determinant().abs() < 1e-9 || grid.wide <= 0.0 || grid.high <= 0.0 {
            return None;
        }
        let back = Affine::scale_non_uniform(1.0 / grid.wide, 1.0 / grid.high) * place.inverse();
        let all = Rect::new(0.0, 0.0, f64::from(grid.columns), f64::from(grid.rows));
        let coefficients = back.as_coeffs().map(f64::abs);
        let [a, b, c, d, ..] = coefficients;
        let straight = b.max(c) < 1e-9 * a.max(d) || a.max(d) < 1e-9 * b.max(c);
        let (mut plain, mut others) = (Vec::new(), Vec::new());
        let mut cost = 0.0;
        for cover in &self.covers {
            let bounds = back.transform_rect_bbox(cover.area.bounds()).intersect(all);
            if bounds.area() <= 0.0 {
                continue;
            }
            match cover.rectangle().filter(|_| straight) {
                Some(rectangle) => plain.push(back.transform_rect_bbox(rectangle)),
                None => {
                    cost += bounds.area() * 2.0;
                    others.push((cover, bounds));
                }
            }
        }
        if cost > MOST {
            return None;
        }
        let top = plain.iter().chain(others.iter().map(|(_, bounds)| bounds));
        let (top, bottom) = top.fold((f64::MAX, 0.0_f64), |(top, bottom), bounds| {
            (top.min(bounds.y0), bottom.max(bounds.y1))
        });
        let forth = back.inverse();
        let line = |y: f64| {
            let mut found = Vec::new();
            for bounds in &plain {
                if bounds.y0 - SLIVER <= y && y <= bounds.y1 + SLIVER {
                    found.push((bounds.x0 - SLIVER, bounds.x1 + SLIVER));
                }
            }
            for (cover, bounds) in &others {
                let (first, last) = (bounds.x0.floor() as u32, bounds.x1.ceil() as u32);
                let mut open: Option<u32> = None;
                for x in first..=last.saturating_add(1) {
                    let inside = x <= last && cover.has(forth * Point::new(f64::from(x), y));
                    match (inside, open) {
                        (true, None) => open = Some(x),
                        (false, Some(from)) => {
                            found.push((f64::from(from), f64::from(x.saturating_sub(1))));
                            open = None;
                        }
                        _ => {}
                    }
                }
            }
            merged(found)
        };
        let mut spans = Spans::default();
        let first = top.max(0.0).floor() as u32;
        let last = (bottom.max(0.0).ceil() as u32).min(grid.rows);
        let mut above = line(f64::from(first));
        for row in first..last {
            let below = line(f64::from(row.saturating_add(1)));
            let middle = line(f64::from(row) + 0.5);
            let whole = common(&common(&above, &middle), &below);
            spans.set(row, whole.into_iter().filter_map(|one| cells(one, grid.columns)).collect());
            above = below;
        }
        Some(spans)
    }
}

/// Stretches in order, those that touch as one.
fn merged(mut found: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    crate::order::by(&mut found, |(from, _)| (crate::order::float(*from), 0));
    let mut all: Vec<(f64, f64)> = Vec::new();
    for (from, to) in found {
        match all.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => all.push((from, to)),
        }
    }
    all
}

fn common(one: &[(f64, f64)], other: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let pairs = one.iter().flat_map(|one| other.iter().map(move |other| (one, other)));
    pairs
        .map(|(one, other)| (one.0.max(other.0), one.1.min(other.1)))
        .filter(|(from, to)| from < to)
        .collect()
}

/// The cells that lie in a stretch as a whole.
fn cells((from, to): (f64, f64), columns: u32) -> Option<Range<u32>> {
    let from = from.max(0.0).ceil() as u32;
    let to = (to.max(0.0).floor() as u32).min(columns);
    (from < to).then_some(from..to)
}

/// Samples, row by row; the stretches of a row are in order and do not touch.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Spans {
    rows: BTreeMap<u32, Vec<Range<u32>>>,
}

impl Spans {
    /// Takes the stretches of a row.
    pub fn set(&mut self, row: u32, stretches: Vec<Range<u32>>) {
        if !stretches.is_empty() {
            self.rows.insert(row, stretches);
        }
    }

    /// All samples.
    pub fn all(columns: u32, rows: u32) -> Self {
        let stretch = 0..columns;
        Self { rows: (0..rows).map(|row| (row, vec![stretch.clone()])).into_map() }
    }

    /// All but those that lie in a part of the picture, where all of it is one by one. What is
    /// seen of a sample, and of one beside it, counts as seen.
    pub fn beyond_part(part: Rect, grid: Grid) -> Self {
        let from = |part: f64, size: u32| {
            ((part * f64::from(size)).floor().max(0.0) as u32).saturating_sub(1)
        };
        let to = |part: f64, size: u32| {
            let end = (part * f64::from(size)).ceil().max(0.0) as u32;
            end.saturating_add(1).min(size)
        };
        let (left, right) = (from(part.x0, grid.columns), to(part.x1, grid.columns));
        let (top, bottom) = (from(part.y0, grid.rows), to(part.y1, grid.rows));
        let mut beyond = Self::default();
        for row in 0..grid.rows {
            let sides = [0..left, right..grid.columns];
            let own = match (top..bottom).contains(&row) {
                true => sides.into_iter().filter(|one| !one.is_empty()).collect(),
                false => std::iter::once(0..grid.columns).collect(),
            };
            beyond.set(row, own);
        }
        beyond
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows, with the stretches in each.
    pub fn rows(&self) -> impl Iterator<Item = (u32, &[Range<u32>])> {
        self.rows.iter().map(|(row, stretches)| (*row, stretches.as_slice()))
    }

    /// Whether it is one of these samples.
    pub fn has(&self, column: u32, row: u32) -> bool {
        self.stretches(row).iter().any(|stretch| stretch.contains(&column))
    }

    /// The stretches of a row.
    pub fn stretches(&self, row: u32) -> &[Range<u32>] {
        self.rows.get(&row).map(Vec::as_slice).unwrap_or_default()
    }

    /// Those that are in both.
    pub fn and(&self, other: &Self) -> Self {
        let mut both = Self::default();
        for (row, stretches) in self.rows() {
            let others = other.stretches(row);
            let pairs = stretches.iter().flat_map(|one| others.iter().map(move |two| (one, two)));
            let common = pairs.map(|(one, two)| one.start.max(two.start)..one.end.min(two.end));
            both.set(row, common.filter(|common| !common.is_empty()).collect());
        }
        both
    }

    /// These, and beyond the last column and the last row those that repeat them.
    pub fn beyond(mut self, columns: u32, rows: u32) -> Self {
        let wide = columns.saturating_add(BEYOND);
        for stretch in self.rows.values_mut().flatten().filter(|one| one.end == columns) {
            stretch.end = wide;
        }
        let last = rows.checked_sub(1).and_then(|last| self.rows.get(&last)).cloned();
        for row in rows..rows.saturating_add(BEYOND) {
            self.set(row, last.clone().unwrap_or_default());
        }
        self
    }

    /// Those whose neighbours are among them too. Of so few that none is left, all.
    pub fn inner(&self) -> Self {
        let mut inner = Self::default();
        for (row, stretches) in self.rows() {
            let narrow = |one: &Range<u32>| one.start.saturating_add(1)..one.end.saturating_sub(1);
            let (above, below) = (row.saturating_sub(1), row.saturating_add(1));
            if row == 0 || !self.rows.contains_key(&above) || !self.rows.contains_key(&below) {
                continue;
            }
            let mut one = Self::default();
            one.set(row, stretches.iter().map(narrow).filter(|one| !one.is_empty()).collect());
            for near in [above, below] {
                let mut other = Self::default();
                other.set(row, self.stretches(near).to_vec());
                one = one.and(&other);
            }
            inner.rows.append(&mut one.rows);
        }
        if inner.is_empty() { self.clone() } else { inner }
    }

    /// The columns and rows around them all.
    pub fn bounds(&self) -> Option<(Range<u32>, Range<u32>)> {
        let (first, last) = (*self.rows.keys().next()?, *self.rows.keys().next_back()?);
        let all = self.rows.values().flatten();
        let (start, end) =
            all.fold((u32::MAX, 0), |(start, end), one| (start.min(one.start), end.max(one.end)));
        Some((start..end, first..last.saturating_add(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patch(place: Affine, covers: &[Rect]) -> Patch {
        let size = (10, 10);
        let drawn = Drawn { image: None, operator: None, place: Some(place), size };
        let cover = |rectangle: &Rect| Cover {
            area: Rc::new(Area::new(rectangle.to_path(0.1), false)),
            clips: Rc::new([]),
            of: None,
        };
        Patch {
            picture: 0,
            drawn,
            covers: covers.iter().map(cover).collect(),
            scan: false,
            whole: false,
            all: false,
            drawing: false,
        }
    }

    fn grid(columns: u32, rows: u32, wide: f64, high: f64) -> Grid {
        Grid { columns, rows, wide, high }
    }

    #[test]
    fn samples_are_covered_as_a_whole_or_not_at_all() {
        let patch = patch(Affine::scale(10.0), &[Rect::new(15.0, 20.0, 61.0, 45.0)]);
        let spans = patch.spans(grid(10, 10, 1.0, 1.0)).unwrap();
        let rows: Vec<_> = spans
            .rows()
            .map(|(row, all)| (row, all.first().cloned().unwrap_or_default()))
            .collect();
        assert_eq!(rows, [(2, 2..6), (3, 2..6)]);
        assert_eq!(spans.bounds(), Some((2..6, 2..4)));
        assert!(spans.has(5, 3) && !spans.has(6, 3) && !spans.has(3, 4));
    }

    #[test]
    fn strips_side_by_side_cover_what_lies_across_them() {
        let strips = [Rect::new(0.0, 0.0, 35.0, 40.0), Rect::new(35.0, 0.0, 80.0, 40.0)];
        let spans = patch(Affine::scale(10.0), &strips).spans(grid(10, 10, 1.0, 1.0)).unwrap();
        assert_eq!(spans.stretches(1), [Range { start: 0, end: 8 }]);
        assert_eq!(spans.inner().stretches(1), [Range { start: 1, end: 7 }]);
        assert!(spans.inner().stretches(0).is_empty());
    }

    #[test]
    fn a_turned_picture_and_a_coarser_mask_have_their_own_samples() {
        let turned = Affine::rotate(0.3) * Affine::scale(10.0);
        let all = Rect::new(-500.0, -500.0, 500.0, 500.0);
        let spans = patch(turned, &[all]).spans(grid(10, 10, 1.0, 1.0)).unwrap();
        assert_eq!(spans, Spans::all(10, 10));
        let half = patch(Affine::scale(10.0), &[Rect::new(0.0, 0.0, 50.0, 50.0)]);
        let spans = half.spans(grid(5, 5, 2.0, 2.0)).unwrap();
        assert_eq!(spans.bounds(), Some((0..2, 0..2)));
        let none = patch(Affine::scale(0.0), &[all]);
        assert_eq!(none.spans(grid(10, 10, 1.0, 1.0)), None);
    }
}
