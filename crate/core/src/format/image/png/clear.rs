//! Points that let everything through have a colour all the same: a picture may be left in them.

use super::pixels::Shape;
use crate::finding::Step;
use crate::kind::hidden;
use crate::syntax::pdf::filters::{deflate, predictor};
use crate::visit::{Decision, Remedy, Visit};

/// A difference between neighbours that is seen, of 255.
const EDGE: u8 = 32;

/// A line of a picture has so many of them, and a picture so many lines. Where one ground borders
/// another there are fewer, and where a program filled lines with one colour none.
const EDGES: usize = 10;
const LINES: usize = 8;

/// Tells of a picture in these packed lines that nobody sees; gives the lines without it, packed,
/// where it goes.
pub(super) fn look(lines: Vec<u8>, shape: Shape, visit: &mut Visit<'_>) -> Option<Vec<u8>> {
    let (pixel, sample) = shape.clear()?;
    let row = usize::try_from(shape.width).ok()?.checked_mul(pixel)?;
    let number = |key: &[u8], default| match key {
        b"Predictor" => Some(15),
        b"Colors" => i64::try_from(pixel).ok(),
        b"Columns" => i64::try_from(shape.width).ok(),
        _ => Some(default),
    };
    let mut rows = predictor::Shape::new(number)?.undo(lines);
    if !shows(&rows, row, pixel, sample) {
        return None;
    }
    visit.enter(Step::Part("IDAT".into()));
    let decision = visit.place(&hidden::HIDDEN_PICTURE, Remedy::Ask);
    visit.describe(&format!("{} × {}, alpha 0", shape.width, shape.height));
    visit.close();
    visit.leave();
    if decision != Decision::Go {
        return None;
    }
    for point in rows.chunks_exact_mut(pixel) {
        if is_clear(point, sample) {
            point.fill(0);
        }
    }
    Some(deflate(&predictor::predicted(&rows, row, pixel)))
}

/// Whether what lets everything through shows anything.
fn shows(rows: &[u8], row: usize, pixel: usize, sample: usize) -> bool {
    let light = |point: &[u8]| match point.get(sample) {
        Some(green) if pixel > sample.saturating_mul(2) => *green,
        _ => point.first().copied().unwrap_or(0),
    };
    let (mut lines, mut down) = (0_usize, 0_usize);
    let mut above: Vec<Option<u8>> = Vec::new();
    for line in rows.chunks_exact(row.max(1)) {
        let points = line.chunks_exact(pixel);
        let now: Vec<Option<u8>> =
            points.map(|point| is_clear(point, sample).then(|| light(point))).collect();
        let differ = |(one, other): &(&Option<u8>, &Option<u8>)| {
            one.zip(**other).is_some_and(|(one, other)| one.abs_diff(other) >= EDGE)
        };
        let across = now.iter().zip(now.iter().skip(1)).filter(differ).count();
        lines = lines.saturating_add(usize::from(across >= EDGES));
        down = down.saturating_add(now.iter().zip(&above).filter(differ).count());
        above = now;
    }
    lines >= LINES && down >= EDGES.saturating_mul(LINES)
}

/// Whether a point lets everything through, by its last sample.
fn is_clear(point: &[u8], sample: usize) -> bool {
    point.iter().rev().take(sample).all(|byte| *byte == 0)
}
