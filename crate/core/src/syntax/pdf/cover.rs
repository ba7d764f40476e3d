//! Which glyphs a reader of the page cannot see: one question, whether a point of the page would
//! look different if the glyph were not there.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_interpret::kurbo::{Point, Rect};

use super::area::Area;
use super::bands::Bands;
use super::text::Glyph;

/// A colour, in eight bits each.
pub type Colour = [u8; 3];

/// Something that was painted.
#[derive(Debug)]
pub struct Coat {
    /// How many glyphs were drawn before it.
    pub after: usize,
    /// Where it is.
    pub area: Rc<Area>,
    /// To what it is limited.
    pub clips: Rc<[Rc<Area>]>,
    /// What it does there.
    pub paint: Paint,
    /// Whether it is a letter that is a block.
    pub letter: bool,
    /// The annotation that paints it; see [`super::drawn::Whose`].
    pub of: Option<u32>,
}

/// What painting does to what is under it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Paint {
    /// A colour; of what is under it, so many parts of 255 are lost.
    Colour(Colour, u8),
    /// A colour that only darkens what is under it.
    Darkening(Colour, u8),
    /// A picture through which nothing is seen.
    Picture,
    /// A picture through which nothing is seen, of one colour.
    Plain,
    /// A pattern or a stencil, which may have holes.
    Holes,
    /// A pattern of which no more than half is holes.
    Hatched,
}

impl Paint {
    /// How much of what is under it still shows, in each colour.
    fn lets_through(self) -> Colour {
        match self {
            Self::Colour(_, opacity) => [u8::MAX.saturating_sub(opacity); 3],
            Self::Darkening(colour, opacity) => colour.map(|one| mix(u8::MAX, one, opacity)),
            Self::Picture | Self::Plain => [0; 3],
            Self::Holes | Self::Hatched => [u8::MAX; 3],
        }
    }

    /// What ground it makes of this one.
    fn over(self, ground: Option<Colour>) -> Option<Colour> {
        match self {
            Self::Colour(colour, opacity) if opacity >= OPAQUE => Some(colour),
            Self::Colour(colour, opacity) => {
                let ground = ground?;
                Some(each(ground, colour, |under, over| mix(under, over, opacity)))
            }
            Self::Darkening(colour, opacity) => {
                Some(each(ground?, colour, |under, over| share(under, mix(u8::MAX, over, opacity))))
            }
            Self::Picture | Self::Plain | Self::Holes | Self::Hatched => None,
        }
    }
}

impl Coat {
    /// Whether it is painted at a point.
    pub fn has(&self, point: Point) -> bool {
        self.area.has(point) && self.clips.iter().all(|clip| clip.has(point))
    }

    /// Whether nothing is seen through it.
    pub fn hides(&self) -> bool {
        lost(self.paint.lets_through())
    }

    /// Whether it is a bar at a point that is dark and lets little through: nobody marks text so.
    pub fn dims(&self, point: Point, page: Rect) -> bool {
        let dark = matches!(self.paint, Paint::Colour(colour, opacity)
            if opacity > u8::MAX.saturating_sub(DIM) && colour.iter().all(|one| *one < DIM));
        dark && !self.letter && !wide(self, page) && self.has(point)
    }
}

/// How a glyph was painted.
#[derive(Clone, Debug)]
pub struct Ink {
    /// Its colour; nothing where it has more than one, or where that is not known.
    pub colour: Option<Colour>,
    /// How many parts of 255 it hides of what is under it.
    pub opacity: u8,
    /// Whether it shows on bare paper only.
    pub bare: bool,
    /// Whether it was drawn without being painted.
    pub unpainted: bool,
    /// Whether it stands in a pattern or a mask, of which the place on the page is not known.
    pub apart: bool,
    /// Whether it belongs to a layer that is off.
    pub off: bool,
    /// Whether it has no breadth or no height, or so little that nobody can read it.
    pub flat: bool,
    /// Whether it is a block, and no letter.
    pub block: bool,
    /// To what it is limited.
    pub clips: Rc<[Rc<Area>]>,
    /// The annotation that shows it.
    pub of: Option<u32>,
}

/// How a glyph is seen.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Sight {
    /// A reader sees it, or a picture that says the same.
    #[default]
    Seen,
    /// A reader does not see it.
    Unseen,
    /// A reader sees what was painted over it, or under it in its own colour.
    Covered,
    /// A reader sees the same glyph, drawn once more at the same place.
    Again,
}

/// What loses as much as this looks as if nothing is under it.
const OPAQUE: u8 = 242;

/// Colours that are closer than this look the same.
const SAME: u8 = 16;

/// A bar that lets through less than this is meant to hide.
const FAINT: u8 = 32;

/// What is left of letters under a bar that was meant to hide them, and does not quite.
const DIM: u8 = 80;

/// Letters smaller than this are seen by nobody.
pub const TINY: f64 = 0.5;

/// Nor are letters that are painted no larger.
const SMALL: f64 = 1.05;

/// More comparisons than this are not made for one page.
const MOST: usize = 200_000_000;

/// Nor are so many pieces of paths looked at, each for some points of a letter.
const PIECES: usize = 100_000_000;

/// What takes more than this part of the page is no bar, but its ground.
const WIDE: f64 = 0.5;

/// How the glyphs of a page of this size are seen, and which of those that are can hardly be read
/// under what was drawn over them; nothing where that would take too long. Where there is a picture,
/// text that is not painted is what was read from it.
pub fn sight(
    glyphs: &[Glyph],
    inks: &[Ink],
    coats: &[Coat],
    page: Rect,
    pictures: &[Rect],
) -> Option<(Vec<Sight>, Vec<usize>)> {
    if glyphs.len().saturating_mul(coats.len()) > MOST {
        return None;
    }
    let all = pictures.iter().copied().reduce(|one, other| one.union(other));
    let all = all.filter(|all| all.area() > WIDE * page.area());
    let pictured = |glyph: &Glyph, points: &[Point]| {
        let near = glyph.size.max(glyph.width);
        let has = |area: &Rect| area.inflate(near, near).contains(middle(points));
        all.iter().chain(pictures).any(has)
    };
    let reach = |coat: &Coat| (coat.area.bounds().y0, coat.area.bounds().y1);
    let bands = Bands::new(&coats.iter().map(reach).collect::<Vec<_>>());
    let work = Cell::new(0_usize);
    let mut shares = vec![0; glyphs.len()];
    let judge = |(index, (glyph, ink)): (usize, (&Glyph, &Ink))| {
        if ink.apart || ink.block || glyph.text.as_ref().is_none_or(|text| text.trim().is_empty()) {
            return Sight::Seen;
        }
        if ink.off || ink.flat {
            return Sight::Unseen;
        }
        let points = points(glyph);
        let bottom = points.iter().map(|point| point.y).fold(f64::MAX, f64::min);
        let top = points.iter().map(|point| point.y).fold(f64::MIN, f64::max);
        let near = bands.between(bottom, top);
        let says =
            || glyph.text.as_deref().is_some_and(|text| text.contains(char::is_alphanumeric));
        let on = |coat: &&Coat| {
            let bounds = coat.area.bounds();
            points.iter().any(|point| bounds.contains(*point)) && (!coat.letter || says())
        };
        let near = near.iter().filter_map(|coat| coats.get(*coat as usize)).filter(on);
        let near: Vec<&Coat> = near.collect();
        let cost = near.iter().map(|coat| coat.area.cost()).sum::<usize>();
        work.set(work.get().saturating_add(cost));
        if work.get() > PIECES {
            return Sight::Seen;
        }
        let first = near.partition_point(|coat| coat.after <= index);
        let (under, over) = near.split_at_checked(first).unwrap_or((&near, &[]));
        if ink.unpainted {
            // What was read from a picture, and was then covered together with it: by another
            // picture only where its own lies under it.
            let own = || {
                under.iter().any(|coat| {
                    matches!(coat.paint, Paint::Picture | Paint::Holes)
                        && points.iter().all(|point| coat.has(*point))
                })
            };
            let bars: Vec<&Coat> = over
                .iter()
                .copied()
                .filter(|coat| !wide(coat, page) && (coat.paint != Paint::Picture || own()))
                .collect();
            let hidden = |point: &Point| {
                let left = left(*point, &bars);
                let dim = || bars.iter().any(|coat| coat.dims(*point, page));
                lost(left) || left.iter().all(|one| *one < DIM) && dim()
            };
            let covered = || points.iter().all(hidden);
            let pictured = pictured(glyph, &points);
            return match pictured && (bars.is_empty() || !covered()) {
                true => Sight::Seen,
                false if pictured => Sight::Covered,
                false => Sight::Unseen,
            };
        }
        if glyph.size < SMALL {
            return Sight::Unseen;
        }
        if let Some(share) = shares.get_mut(index) {
            let dense = |coat: &&&Coat| {
                (coat.hides() || coat.paint == Paint::Hatched) && !coat.letter && !wide(coat, page)
            };
            let under_one =
                |point: &&Point| over.iter().filter(dense).any(|coat| coat.has(**point));
            *share = points.iter().filter(under_one).count();
        }
        judge(&points, ink, under, over, page)
    };
    let mut seen: Vec<Sight> = glyphs.iter().zip(inks).enumerate().map(judge).collect();
    if work.get() > PIECES {
        return None;
    }
    twins(glyphs, inks, page, &mut seen);
    let hatched = hatched(glyphs, &seen, &shares);
    Some((seen, hatched))
}

/// So many letters side by side are hatched.
const HATCHED: usize = 4;

/// So many letters that are under none of it end what is hatched.
const BESIDE: usize = 3;

/// The glyphs of words of which half is under lines and tiles, by how many of their points are.
fn hatched(glyphs: &[Glyph], seen: &[Sight], shares: &[usize]) -> Vec<usize> {
    let (mut all, mut run, mut beside, mut under) = (Vec::new(), Vec::new(), 0_usize, 0_usize);
    let says = |glyph: &Glyph| {
        glyph.text.as_ref().is_some_and(|text| text.contains(char::is_alphanumeric))
    };
    let letters = glyphs.iter().zip(seen).zip(shares).enumerate();
    let shares = letters.filter_map(|(index, ((glyph, seen), share))| {
        (*seen == Sight::Seen && says(glyph)).then_some((index, *share))
    });
    for (index, share) in shares.chain([(0, 0); BESIDE]) {
        if share == 0 && run.is_empty() {
            continue;
        }
        run.push(index);
        under = under.saturating_add(share);
        beside = if share > 0 { 0 } else { beside.saturating_add(1) };
        if beside < BESIDE {
            continue;
        }
        run.truncate(run.len().saturating_sub(beside));
        if run.len() >= HATCHED && under.saturating_mul(2) >= run.len().saturating_mul(9) {
            all.append(&mut run);
        }
        run.clear();
        (beside, under) = (0, 0);
    }
    all
}

/// How a painted glyph with these points is seen.
fn judge(points: &[Point], ink: &Ink, under: &[&Coat], over: &[&Coat], page: Rect) -> Sight {
    let mut covered = 0_usize;
    let mut scanned = 0_usize;
    for point in points {
        match at(*point, ink, under, over, page) {
            Spot::Shows => return Sight::Seen,
            Spot::Covered => covered = covered.saturating_add(1),
            Spot::Scanned => scanned = scanned.saturating_add(1),
            Spot::Nothing => {}
        }
    }
    match (covered.saturating_mul(2) > points.len(), scanned.saturating_mul(2) > points.len()) {
        (true, _) => Sight::Covered,
        (_, true) => Sight::Seen,
        _ => Sight::Unseen,
    }
}

/// What a glyph does at a point.
enum Spot {
    /// The page would look different without it.
    Shows,
    /// Something hides it that is smaller than the page.
    Covered,
    /// A picture of the page lies over it.
    Scanned,
    /// It would not show at all.
    Nothing,
}

fn at(point: Point, ink: &Ink, under: &[&Coat], over: &[&Coat], page: Rect) -> Spot {
    if !page.contains(point) || ink.clips.iter().any(|clip| !clip.bounds().contains(point)) {
        return Spot::Nothing;
    }
    let mut ground = Some([u8::MAX; 3]);
    let mut last = None;
    for coat in under.iter().filter(|coat| coat.has(point)) {
        ground = coat.paint.over(ground);
        last = Some(*coat);
    }
    let own = match (ink.colour, ground) {
        _ if ink.bare && last.is_some() => [0; 3],
        (Some(colour), Some(ground)) => each(colour, ground, u8::abs_diff),
        _ => [u8::MAX; 3],
    };
    let own = own.map(|one| share(one, ink.opacity));
    if alike(own) {
        // A bar in the colour of the letters that stand on it.
        let bar = last.is_some_and(|coat| {
            !wide(coat, page) && ground.is_some_and(|ground| ground.iter().any(|one| *one < 240))
        });
        return if bar && ink.opacity >= OPAQUE { Spot::Covered } else { Spot::Nothing };
    }
    let left = each(own, self::left(point, over), share);
    let strong = own.iter().any(|one| *one > FAINT.saturating_mul(3));
    if strong && left.iter().all(|one| *one < DIM) && over.iter().any(|coat| coat.dims(point, page))
    {
        return Spot::Covered;
    }
    if !(alike(left) || lost(left) && strong) {
        return Spot::Shows;
    }
    let hides = |coat: &&&Coat| coat.has(point) && lost(coat.paint.lets_through());
    match over.iter().rfind(hides) {
        Some(coat) if !wide(coat, page) => Spot::Covered,
        Some(coat) if coat.paint == Paint::Picture => Spot::Scanned,
        Some(_) => Spot::Nothing,
        None => Spot::Covered,
    }
}

/// What is left of a glyph under these, in each colour.
fn left(point: Point, over: &[&Coat]) -> Colour {
    over.iter()
        .filter(|coat| coat.has(point))
        .fold([u8::MAX; 3], |left, coat| each(left, coat.paint.lets_through(), share))
}

fn lost(left: Colour) -> bool {
    left.iter().all(|one| *one < FAINT)
}

/// Whether a coat is the ground of the page, and no bar on it.
pub fn wide(coat: &Coat, page: Rect) -> bool {
    let (bounds, all) = (coat.area.bounds(), page.width() * page.height());
    let (width, height) = (bounds.width().min(page.width()), bounds.height().min(page.height()));
    width * height > WIDE * all
}

fn alike(differences: Colour) -> bool {
    differences.iter().all(|one| *one < SAME)
}

fn each(one: Colour, other: Colour, of: impl Fn(u8, u8) -> u8) -> Colour {
    let [red, green, blue] = one;
    let [red_too, green_too, blue_too] = other;
    [of(red, red_too), of(green, green_too), of(blue, blue_too)]
}

/// So many parts of 255 of it.
fn share(one: u8, parts: u8) -> u8 {
    let product = u16::from(one).saturating_mul(u16::from(parts)).saturating_add(127);
    u8::try_from(product.div_euclid(255)).unwrap_or(u8::MAX)
}

fn mix(under: u8, over: u8, opacity: u8) -> u8 {
    share(under, u8::MAX.saturating_sub(opacity)).saturating_add(share(over, opacity))
}

/// Text that was drawn once more on what covers it hides nothing, and neither does the light side
/// of letters in relief, or the halo around them.
fn twins(glyphs: &[Glyph], inks: &[Ink], page: Rect, seen: &mut [Sight]) {
    if !seen.iter().any(|sight| matches!(sight, Sight::Covered | Sight::Unseen)) {
        return;
    }
    let cell = |glyph: &Glyph, right: i64, up: i64| {
        let size = glyph.size.max(1.0);
        let part = |at: f64| (at / (size * NEAR)).floor() as i64;
        (part(glyph.x).saturating_add(right), part(glyph.y).saturating_add(up), glyph.text.clone())
    };
    let mut places = BTreeMap::new();
    for (glyph, _) in glyphs.iter().zip(seen.iter()).filter(|(_, seen)| **seen == Sight::Seen) {
        places.insert(cell(glyph, 0, 0), ());
    }
    for ((glyph, ink), seen) in glyphs.iter().zip(inks).zip(seen) {
        let near = || {
            let steps = [-1, 0, 1];
            let mut cells =
                steps.iter().flat_map(|right| steps.iter().map(|up| cell(glyph, *right, *up)));
            cells.any(|cell| places.contains_key(&cell))
        };
        let halo = || {
            let drawn = !ink.off && !ink.flat && !ink.unpainted && ink.opacity > 0;
            drawn && glyph.size >= TINY && page.contains(Point::new(glyph.x, glyph.y))
        };
        if (*seen == Sight::Covered || *seen == Sight::Unseen && halo()) && near() {
            *seen = Sight::Again;
        }
    }
}

/// The same place is one no further off than this part of the size.
const NEAR: f64 = 0.15;

/// Letters that reach no higher than an x.
const LOW: &str = "acegmnopqrsuvwxyz.,:;-–_";

/// Whether a coat lies over all of a letter.
pub fn takes(coat: &Coat, glyph: &Glyph) -> bool {
    let (right, up) = glyph.along;
    let corner = |along: f64, above: f64| {
        let (along, above) = (glyph.width * along, glyph.size * above);
        Point::new(glyph.x + right * along - up * above, glyph.y + up * along + right * above)
    };
    [(0.0, 0.0), (1.0, 0.0), (0.0, TALL), (1.0, TALL)]
        .into_iter()
        .all(|(along, above)| coat.has(corner(along, above)))
}

/// Letters reach no higher than this part of their size.
const TALL: f64 = 0.75;

/// The point in the middle of a letter.
pub fn middle(points: &[Point]) -> Point {
    points.get(points.len().div_euclid(2)).copied().unwrap_or_default()
}

/// Points within the letter, from its foot to below its top.
pub fn points(glyph: &Glyph) -> Vec<Point> {
    let low = glyph.text.as_deref().is_some_and(|text| text.chars().all(|one| LOW.contains(one)));
    let heights = if low { [0.08, 0.25, 0.4] } else { [0.08, 0.33, 0.58] };
    let mut points = Vec::with_capacity(9);
    for along in [0.2, 0.5, 0.8] {
        for up in heights {
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
    use hayro_interpret::kurbo::Shape;

    use super::*;

    const PAGE: Rect = Rect::new(0.0, 0.0, 200.0, 200.0);
    const BLACK: Colour = [0; 3];
    const BAR: Rect = Rect::new(40.0, 40.0, 100.0, 60.0);

    fn glyph(x: f64, y: f64) -> Glyph {
        let text = Some("J".to_owned());
        Glyph { text, x, y, width: 6.0, along: (1.0, 0.0), size: 10.0, sight: Sight::Seen }
    }

    fn ink(colour: Colour) -> Ink {
        let colour = Some(colour);
        Ink {
            colour,
            opacity: 255,
            bare: false,
            unpainted: false,
            apart: false,
            off: false,
            flat: false,
            block: false,
            clips: Rc::new([]),
            of: None,
        }
    }

    fn coat(after: usize, area: Rect, paint: Paint) -> Coat {
        let area = Rc::new(Area::new(area.to_path(0.1), false));
        Coat { after, area, clips: Rc::new([]), paint, letter: false, of: None }
    }

    fn judged(glyph: Glyph, ink: Ink, coats: &[Coat]) -> Sight {
        sight(&[glyph], &[ink], coats, PAGE, &[PAGE]).unwrap().0[0]
    }

    fn bar(after: usize) -> Coat {
        coat(after, BAR, Paint::Colour(BLACK, 255))
    }

    #[test]
    fn a_bar_covers_what_was_drawn_before_it_and_nothing_else() {
        assert_eq!(judged(glyph(50.0, 45.0), ink(BLACK), &[bar(1)]), Sight::Covered);
        assert_eq!(judged(glyph(50.0, 45.0), ink([255; 3]), &[bar(0)]), Sight::Seen);
        assert_eq!(judged(glyph(97.0, 45.0), ink(BLACK), &[bar(1)]), Sight::Seen);
        assert_eq!(judged(glyph(50.0, 60.0), ink(BLACK), &[bar(1)]), Sight::Seen);
        assert_eq!(judged(glyph(50.0, 45.0), ink(BLACK), &[bar(0)]), Sight::Covered);
    }

    #[test]
    fn what_is_nearly_opaque_covers_and_what_marks_does_not() {
        let of = |paint: Paint| judged(glyph(50.0, 45.0), ink(BLACK), &[coat(1, BAR, paint)]);
        assert_eq!(of(Paint::Colour(BLACK, 235)), Sight::Covered);
        assert_eq!(of(Paint::Colour(BLACK, 128)), Sight::Seen);
        assert_eq!(of(Paint::Darkening([255, 255, 0], 255)), Sight::Seen);
        assert_eq!(of(Paint::Darkening(BLACK, 255)), Sight::Covered);
        assert_eq!(of(Paint::Holes), Sight::Seen);
        assert_eq!(of(Paint::Picture), Sight::Covered);
    }

    #[test]
    fn the_ground_of_a_page_is_no_bar_and_a_scan_lies_over_its_own_text() {
        let all = |paint: Paint| judged(glyph(50.0, 45.0), ink(BLACK), &[coat(1, PAGE, paint)]);
        assert_eq!(all(Paint::Colour([255; 3], 255)), Sight::Unseen);
        assert_eq!(all(Paint::Picture), Sight::Seen);
        let read = Ink { unpainted: true, ..ink(BLACK) };
        let scan = coat(0, PAGE, Paint::Picture);
        assert_eq!(judged(glyph(50.0, 45.0), read.clone(), &[scan]), Sight::Seen);
        assert_eq!(judged(glyph(50.0, 45.0), read, &[bar(1)]), Sight::Covered);
    }

    #[test]
    fn text_that_is_drawn_again_on_the_bar_hides_nothing() {
        let glyphs = [glyph(50.0, 45.0), glyph(50.2, 45.0)];
        let inks = [ink(BLACK), ink([255; 3])];
        let seen = sight(&glyphs, &inks, &[bar(1)], PAGE, &[]).unwrap();
        assert_eq!(seen.0, [Sight::Again, Sight::Seen]);
    }

    #[test]
    fn words_of_which_half_is_under_lines_are_hatched() {
        let glyphs: Vec<Glyph> = (0..5).map(|at| glyph(42.0 + f64::from(at) * 6.0, 45.0)).collect();
        let inks = vec![ink(BLACK); 5];
        let lines = |wide: f64| -> Vec<Coat> {
            let line = |at: i32| Rect::new(f64::from(at), 40.0, f64::from(at) + wide, 60.0);
            (40..80).map(|at| coat(5, line(at), Paint::Colour(BLACK, 255))).collect()
        };
        let hatched = |coats: &[Coat]| sight(&glyphs, &inks, coats, PAGE, &[]).unwrap().1;
        assert_eq!(hatched(&lines(0.7)), [0, 1, 2, 3, 4]);
        assert!(hatched(&lines(0.1)).is_empty());
        assert_eq!(hatched(&[coat(5, BAR, Paint::Hatched)]), [0, 1, 2, 3, 4]);
        assert!(hatched(&[coat(0, BAR, Paint::Hatched)]).is_empty());
    }

    #[test]
    fn white_on_white_is_unseen_and_white_on_a_picture_is_not() {
        assert_eq!(judged(glyph(50.0, 45.0), ink([255; 3]), &[]), Sight::Unseen);
        let picture = coat(0, PAGE, Paint::Picture);
        assert_eq!(judged(glyph(50.0, 45.0), ink([255; 3]), &[picture]), Sight::Seen);
        assert_eq!(judged(glyph(50.0, 45.0), ink(BLACK), &[]), Sight::Seen);
        assert_eq!(judged(glyph(500.0, 45.0), ink(BLACK), &[]), Sight::Unseen);
        let light = || Ink { bare: true, ..ink(BLACK) };
        assert_eq!(judged(glyph(50.0, 45.0), light(), &[]), Sight::Seen);
        let white = coat(0, PAGE, Paint::Colour([255; 3], 255));
        assert_eq!(judged(glyph(50.0, 45.0), light(), &[white]), Sight::Unseen);
        let gone = Ink { opacity: 0, ..ink(BLACK) };
        assert_eq!(judged(glyph(50.0, 45.0), gone, &[]), Sight::Unseen);
    }
}
