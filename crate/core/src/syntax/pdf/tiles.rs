//! A picture as small tiles: enough to tell paper with writing on it from a photo, and where it was
//! painted over.

use hayro_interpret::kurbo::Point;

use super::samples::Grades;

/// The least and the greatest grade in each tile of a picture.
pub struct Tiles {
    side: u32,
    columns: u32,
    all: Vec<[u8; 2]>,
    /// The grade of the ground that all stands on.
    ground: u8,
    /// Where the piece lies that is seen now, and how many samples it has in each direction.
    pub piece: [(u32, u32); 2],
    /// Whether the grades tell how light it is.
    pub graded: bool,
    /// Whether the ground lets through what is under it.
    pub sieve: bool,
}

/// The sides of a tile in samples: of a picture with more columns than this, and of others.
const FINE: u32 = 1300;
const SIDES: [u32; 2] = [8, 4];

/// Grades that are no further apart may be one colour: paper is not even.
const NOISE: u8 = 40;

/// Grades that are no further apart were painted in one colour: paper is never so even.
const LEVEL: u8 = 10;

/// Grades that are further apart are two colours.
const APART: u8 = 64;

impl Tiles {
    /// Of a picture of this size of which nothing was seen yet.
    pub fn new(columns: u32, rows: u32) -> Self {
        let [coarse, fine] = SIDES;
        let side = if columns > FINE { coarse } else { fine };
        let piece = [(0, 0), (columns, rows)];
        let (columns, rows) = (columns.div_ceil(side), rows.div_ceil(side));
        let count = (columns as usize).saturating_mul(rows as usize);
        Self {
            side,
            columns,
            all: vec![[u8::MAX, 0]; count],
            ground: 0,
            piece,
            graded: true,
            sieve: false,
        }
    }

    /// Takes a sample of the piece.
    pub fn see(&mut self, column: u32, row: u32, grade: u8) {
        let [(left, top), (columns, rows)] = self.piece;
        if column >= columns || row >= rows {
            return;
        }
        let (column, row) = (column.saturating_add(left), row.saturating_add(top));
        if let Some([least, most]) = self.at(column, row).and_then(|at| self.all.get_mut(at)) {
            *least = (*least).min(grade);
            *most = (*most).max(grade);
        }
    }

    fn at(&self, column: u32, row: u32) -> Option<usize> {
        let column = column.checked_div(self.side).filter(|column| *column < self.columns)?;
        let row = row.checked_div(self.side)? as usize;
        Some(row.saturating_mul(self.columns as usize).saturating_add(column as usize))
    }

    /// Takes note that all was seen.
    pub fn settle(&mut self) {
        let mut grades = Grades::default();
        let even = self.all.iter().filter(|tile| is_even(**tile));
        even.for_each(|[least, most]| grades.see(least.midpoint(*most)));
        self.ground = grades.most();
    }

    /// Whether the picture is a ground with writing on it, of which more than half lies where
    /// `read` says no to the middle of a tile, in samples.
    pub fn is_unread(&self, read: impl Fn(Point) -> bool) -> bool {
        let ground = self.ground;
        let (mut paper, mut strokes, mut unread, mut starts) = (0_usize, 0_usize, 0_usize, 0_usize);
        let middle = |at: usize| (at as f64 + 0.5) * f64::from(self.side);
        let mut above = Vec::new();
        for (row, tiles) in self.all.chunks((self.columns as usize).max(1)).enumerate() {
            let mut here = Vec::with_capacity(tiles.len());
            for (column, [least, most]) in tiles.iter().enumerate() {
                let near =
                    least.saturating_sub(NOISE) <= ground && ground <= most.saturating_add(NOISE);
                let stroke = near && most.abs_diff(*least) > APART;
                paper = paper.saturating_add(usize::from(near && is_even([*least, *most])));
                if stroke {
                    strokes = strokes.saturating_add(1);
                    let at = Point::new(middle(column), middle(row));
                    unread = unread.saturating_add(usize::from(!read(at)));
                    // The side of a band starts once, and letters start again and again.
                    let near = column.saturating_sub(1)..column.saturating_add(2);
                    let mut above = above.iter().take(near.end).skip(near.start);
                    let goes_on = here.last() == Some(&true) || above.any(|stroke| *stroke);
                    starts = starts.saturating_add(usize::from(!goes_on));
                }
                here.push(stroke);
            }
            above = here;
        }
        let all = self.all.len();
        let rest = all.saturating_sub(paper).saturating_sub(strokes);
        rest.saturating_mul(2) < all
            && rest < strokes.saturating_mul(SHADES)
            && strokes.saturating_mul(LINES) > all
            && starts >= LETTERS
            && (!self.sieve || starts.saturating_mul(SIGN) > strokes)
            && (ground >= LIGHT || !self.graded)
            && unread.saturating_mul(2) > strokes
    }

    /// Whether lines of writing stand on some ground of their own, as on paper that is dark or lit
    /// from one side, where `read` says no.
    pub fn is_written(&self, read: impl Fn(Point) -> bool) -> bool {
        let mut found = 0_usize;
        let rows: Vec<&[[u8; 2]]> = self.all.chunks((self.columns as usize).max(1)).collect();
        for (down, band) in rows.chunks_exact(BLOCK).enumerate() {
            let mut run = 0_usize;
            for across in 0..(self.columns as usize).div_euclid(BLOCK) {
                let middle = |at: usize| (at as f64 + 0.5) * BLOCK as f64 * f64::from(self.side);
                let writes =
                    writes(band, across) && !read(Point::new(middle(across), middle(down)));
                run = if writes { run.saturating_add(1) } else { 0 };
                found = found.saturating_add(usize::from(run >= 3));
            }
        }
        found >= RUNS
    }

    /// Whether the samples at most of these points were painted over in one colour that is not
    /// that of the ground.
    pub fn is_painted(&self, points: &[Point]) -> bool {
        let (other, most) = self.other(points, NOISE);
        other.saturating_mul(4) < points.len() && most.abs_diff(self.ground) > APART
    }

    /// Whether nothing can be read through it at most of these points where it darkens what is
    /// under it.
    pub fn is_dark(&self, points: &[Point]) -> bool {
        let dark = |point: &&Point| {
            let inside = point.x >= 0.0 && point.y >= 0.0;
            let tile = self.at(point.x as u32, point.y as u32).and_then(|at| self.all.get(at));
            inside && tile.is_some_and(|[_, most]| *most < DARK)
        };
        let count = points.iter().filter(dark).count();
        self.graded
            && !points.is_empty()
            && count.saturating_mul(8) >= points.len().saturating_mul(7)
    }

    /// Whether something is to be seen at these points: they are not all of one colour.
    pub fn shows(&self, points: &[Point]) -> bool {
        self.other(points, NOISE).0.saturating_mul(4) >= points.len()
    }

    /// Whether there is nothing at all at these points, as where paper was painted over as paper.
    pub fn is_blank(&self, points: &[Point]) -> bool {
        self.other(points, LEVEL).0.saturating_mul(8) <= points.len()
    }

    /// The middles of tiles that are of one colour other than that of the ground.
    pub fn solid(&self) -> Vec<Point> {
        let far = |tile: &[u8; 2]| is_even(*tile) && tile[0].abs_diff(self.ground) > APART;
        let all = (0_u32..).zip(&self.all).filter(|(_, tile)| far(tile));
        let (columns, side) = (self.columns.max(1), f64::from(self.side));
        let middle = |at: Option<u32>| (f64::from(at.unwrap_or(0)) + 0.5) * side;
        all.map(|(at, _)| {
            Point::new(middle(at.checked_rem(columns)), middle(at.checked_div(columns)))
        })
        .collect()
    }

    /// Whether there are strokes at some of these points.
    pub fn writes(&self, points: impl Iterator<Item = Point>) -> bool {
        let stroke = |point: &Point| {
            let tile = self.at(point.x as u32, point.y as u32).and_then(|at| self.all.get(at));
            tile.is_some_and(|[least, most]| most.saturating_sub(*least) > APART)
        };
        points.filter(stroke).take(LETTERS).count() == LETTERS
    }

    /// How many of these points do not have the colour that most of them have, and that colour.
    fn other(&self, points: &[Point], noise: u8) -> (usize, u8) {
        let mut grades = Grades::default();
        for point in points.iter().filter(|point| point.x >= 0.0 && point.y >= 0.0) {
            let tile = self.at(point.x as u32, point.y as u32).and_then(|at| self.all.get(at));
            if let Some([least, most]) = tile.filter(|[least, most]| most.abs_diff(*least) <= noise)
            {
                grades.see(least.midpoint(*most));
            }
        }
        let most = grades.most();
        let same = grades.all().saturating_sub(grades.beyond(most, noise));
        (points.len().saturating_sub(same as usize), most)
    }
}

/// Whether a block of these rows is a ground with strokes on it and little else.
fn writes(rows: &[&[[u8; 2]]], across: usize) -> bool {
    let start = across.saturating_mul(BLOCK);
    let tiles = || rows.iter().filter_map(|row| row.get(start..start.saturating_add(BLOCK)));
    let mut grades = Grades::default();
    let even = tiles().flatten().filter(|tile| is_even(**tile));
    even.for_each(|[least, most]| grades.see(least.midpoint(*most) | 15));
    let ground = grades.most().saturating_sub(8);
    let (mut paper, mut strokes, mut starts, mut above) = (0_u32, 0_u32, 0_u32, 0_u32);
    for row in tiles() {
        let mut here = 0_u32;
        for (at, [least, most]) in (0_u32..).zip(row) {
            let near =
                least.saturating_sub(NOISE) <= ground && ground <= most.saturating_add(NOISE);
            paper = paper.saturating_add(u32::from(near && is_even([*least, *most])));
            let stroke = near && most.saturating_sub(*least) > APART;
            here |= u32::from(stroke).checked_shl(at).unwrap_or(0);
        }
        let known = above | above << 1 | above >> 1 | here << 1;
        strokes = strokes.saturating_add(here.count_ones());
        starts = starts.saturating_add((here & !known).count_ones());
        above = here;
    }
    let all = (BLOCK as u32).saturating_mul(BLOCK as u32);
    let rest = all.saturating_sub(paper).saturating_sub(strokes);
    paper.saturating_mul(3) > all
        && strokes.saturating_mul(12) > all
        && rest.saturating_mul(3) < strokes.saturating_mul(2)
        && starts >= 4
}

/// Grades below this are as good as black.
const DARK: u8 = 48;

/// So many tiles are a block in each direction.
const BLOCK: usize = 16;

/// So often three blocks of writing stand beside each other on a page of it.
const RUNS: usize = 6;

/// A picture of writing has strokes on its ground, and no more than so many tiles of other shades
/// for each tile with strokes.
const SHADES: usize = 4;

/// At least one tile in so many has strokes: less is dust.
const LINES: usize = 400;

/// And strokes start at so many places.
const LETTERS: usize = 20;

/// One that lies over a page is a large sign where strokes are so much longer than that.
const SIGN: usize = 40;

/// Where grades tell how light it is, paper is at least so light; photos are darker.
const LIGHT: u8 = 140;

fn is_even([least, most]: [u8; 2]) -> bool {
    most.abs_diff(least) <= NOISE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tiles(grade: impl Fn(u32, u32) -> u8) -> Tiles {
        let mut tiles = Tiles::new(400, 400);
        for at in 0..160_000 {
            let (column, row) = (at % 400, at / 400);
            tiles.see(column, row, grade(column, row));
        }
        tiles.settle();
        tiles
    }

    /// Paper that is not even, with lines of letters.
    fn writing(column: u32, row: u32) -> u8 {
        let letter = row % 20 < 10 && (column * 7 + row / 20 * 3) % 11 < 4;
        (if letter { 20 } else { 220 }) + ((column * 31 + row * 17) % 19) as u8
    }

    #[test]
    fn writing_that_nobody_read_is_told_from_a_photo_and_from_paper_with_a_band() {
        assert!(tiles(writing).is_unread(|_| false));
        assert!(!tiles(writing).is_unread(|_| true));
        assert!(tiles(writing).is_unread(|at| at.y < 180.0));
        assert!(!tiles(|_, row| if row < 40 { 30 } else { 255 }).is_unread(|_| false));
        assert!(!tiles(|column, row| ((column * row) / 700 % 256) as u8).is_unread(|_| false));
        assert!(!tiles(|_, _| 255).is_unread(|_| false));
        let photo = tiles(|column, row| writing(column, row) / 2);
        assert!(!photo.is_unread(|_| false));
        assert!(Tiles { graded: false, ..photo }.is_unread(|_| false));
    }

    #[test]
    fn writing_on_paper_that_is_dark_or_lit_from_one_side_is_told_from_a_photo() {
        let lit = |column, row| (u32::from(writing(column, row)) * (100 + row / 3) / 255) as u8;
        let photo = |column: u32, row: u32| ((column * row) / 700 % 256) as u8;
        assert!(tiles(|column, row| 255 - writing(column, row)).is_written(|_| false));
        assert!(tiles(lit).is_written(|_| false) && !tiles(lit).is_written(|_| true));
        assert!(!tiles(photo).is_written(|_| false) && !tiles(|_, _| 90).is_written(|_| false));
    }

    #[test]
    fn what_was_painted_over_is_told_from_paper_and_from_letters() {
        let bar = |column: u32, row: u32| match row {
            100..120 => 10,
            _ => writing(column, row),
        };
        let row =
            |y: f64| (0..40).map(move |at| Point::new(f64::from(at) * 9.0, y)).collect::<Vec<_>>();
        assert!(tiles(bar).is_painted(&row(110.0)));
        assert!(!tiles(bar).is_painted(&row(145.0)));
        assert!(!tiles(bar).is_painted(&row(155.0)));
        assert!(!tiles(bar).is_painted(&row(900.0)));
        let white = |column, row| if row < 200 { writing(column, row) } else { 255 };
        assert!(tiles(white).is_blank(&row(250.0)) && !tiles(white).is_blank(&row(105.0)));
        assert!(tiles(bar).is_dark(&row(110.0)) && !tiles(bar).is_dark(&row(105.0 + 40.0)));
        assert!(tiles(bar).shows(&row(145.0)) && !tiles(bar).shows(&row(110.0)));
    }

    #[test]
    fn pieces_of_one_picture_are_seen_where_they_lie() {
        let mut tiles = Tiles::new(80, 80);
        for top in [0, 40] {
            tiles.piece = [(0, top), (80, 40)];
            // What is packed beyond the end of a piece is no part of it.
            (0..80 * 48)
                .for_each(|at| tiles.see(at % 80, at / 80, if at < 3200 { 200 } else { 0 }));
        }
        tiles.settle();
        assert_eq!(tiles.ground, 200);
        assert!(tiles.all.iter().all(|tile| *tile == [200, 200]));
    }
}
