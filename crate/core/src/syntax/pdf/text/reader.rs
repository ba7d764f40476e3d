//! A device that draws nothing and notes what it is told to draw.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use hayro_interpret::font::{Glyph as Letter, GlyphRun, OutlineFontData};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, String};
use hayro_interpret::kurbo::{Affine, BezPath, Cap, ParamCurve, PathEl, Point, Rect, Shape, Vec2};
use hayro_interpret::pattern::Pattern;
use hayro_interpret::{
    BlendMode, CacheKey, ClipPath, Device, DrawMode, DrawProps, FillRule, Image, ImageDrawProps,
    Paint, SoftMask,
};

use super::{Glyph, PageText, Shows};
use crate::syntax::font::letters;
use crate::syntax::pdf::area::{Area, Pen};
use crate::syntax::pdf::claims;
use crate::syntax::pdf::cover::{self, Coat, Ink, Sight};
use crate::syntax::pdf::ink;
use crate::syntax::pdf::letters::{SIGN, draws, is_private, readable};
use crate::syntax::pdf::mask;
use crate::syntax::pdf::normal::{
    ANNOTATION, BOXES, CLEAR, GENERATION, NUMBER, OFF, PATTERN, PLAIN,
};
use crate::syntax::pdf::patch::Drawn;
use crate::syntax::pdf::probe::{self, Look, Probe, Shown};
use crate::syntax::pdf::scan;
use crate::syntax::pdf::strings;
use crate::syntax::pdf::takeout::{self, Sort};

mod judge;

/// A device that draws nothing and notes what it is told to draw.
#[derive(Default)]
pub(super) struct Reader {
    page: PageText,
    /// The start of the last run that was filled: a stroke over it is the same text.
    filled: Option<(usize, Affine)>,
    /// How deep patterns stand in each other.
    inside: usize,
    /// How many were read.
    patterns: usize,
    /// How much of the cell of a pattern one opaque shape fills, and all of them.
    filled_cell: (f64, f64),
    /// How each glyph was painted.
    inks: Vec<Ink>,
    /// What was painted besides.
    coats: Vec<Coat>,
    clips: Vec<Rc<Area>>,
    /// For each group that is open, how it is laid on what is under it.
    groups: Vec<Option<Laying>>,
    /// For each of them, whether it is limited to what its mask lets be seen.
    limits: Vec<bool>,
    /// For each marked content that is open, whether it belongs to a layer that is off.
    marked: Vec<bool>,
    /// For each of them, the object of the annotation that it is, if it is one.
    annotations: Vec<Option<u32>>,
    /// For each of them, what is said of it, and what was drawn before it.
    told: Vec<Told>,
    /// How much was drawn that is no text.
    strokes: usize,
    /// What glyphs are said to be short for.
    long: Vec<(std::string::String, Range<usize>)>,
    /// The glyphs that something is said for, and whether more is drawn there.
    replaced: Vec<(Range<usize>, bool)>,
    /// The glyphs in the pattern that was read last, and those that each coat is filled with.
    tiled: Range<usize>,
    tiles: Vec<(usize, Range<usize>)>,
    /// The patterns that letters are filled with, and the colours of those that have no more than
    /// one.
    lettered: BTreeMap<u128, Option<Option<cover::Colour>>>,
    /// The letters and digits that fonts name their glyphs, and those of them that are told to be
    /// others.
    named: Vec<(u128, Vec<u8>)>,
    lies: BTreeSet<u128>,
    /// The signs that look different and are all told to be spaces.
    blanks: BTreeSet<u128>,
    /// What glyphs look like.
    looks: Looks,
    /// What masks let be seen.
    masks: BTreeMap<u128, Shown>,
    /// The pictures, with how many coats lie under each.
    pictures: Vec<scan::Picture>,
    /// For each of them, which it is of all that are drawn.
    placed: Vec<usize>,
    /// The operator that shows text now, and the how manieth it is.
    operator: Option<(u32, u32)>,
    times: u32,
    /// What all that is drawn comes to, where nothing else is asked.
    probe: Option<Probe>,
    /// Where the first outline of each run of letters without paint begins, since the last clip; and
    /// those that are clips.
    outlines: Vec<(Point, Range<usize>)>,
    lettered_clips: Vec<(Rc<Area>, Range<usize>)>,
    /// Where the last thin line lies.
    thin: Option<Rect>,
    /// Drawings by hand.
    drawings: Vec<ink::Ink>,
    /// The operator that draws a picture or a form now.
    painter: Option<(u32, u32)>,
}

/// What is said of a marked content that is open.
struct Told {
    /// The place of what is said instead of it.
    instead: Option<usize>,
    /// What it is short for.
    long: Option<std::string::String>,
    /// The number by which tags know it.
    number: Option<u32>,
    /// The first glyph in it, and how much was drawn before it.
    first: usize,
    strokes: usize,
}

/// What glyphs look like that were looked at.
pub(super) type Looks = BTreeMap<u128, Look>;

/// So many signs that are all told to be spaces are none.
const BLANKS: usize = 3;

/// How something is laid on what is under it.
#[derive(Clone, Copy)]
struct Laying {
    opacity: f32,
    darkens: bool,
    /// Whether a mask may let be seen what is under it.
    masked: bool,
}

impl Laying {
    /// Not at all.
    const HIDDEN: Self = Self { opacity: 0.0, darkens: false, masked: false };

    /// Nothing where it depends on more than that.
    fn of(opacity: f32, mode: BlendMode, masked: bool) -> Option<Self> {
        let darkens = matches!(mode, BlendMode::Multiply | BlendMode::Darken);
        let known = darkens || mode == BlendMode::Normal;
        known.then_some(Self { opacity, darkens, masked })
    }

    /// Whether nothing is seen through it.
    fn is_opaque(self) -> bool {
        self.opacity >= OPAQUE && !self.darkens && !self.masked
    }

    fn opacity(self) -> u8 {
        // A conversion of floats keeps within bounds.
        (self.opacity * 255.0).round() as u8
    }
}

/// A letter that is broader or higher than this, in points, can be seen.
const FLAT: f64 = 0.05;

/// A run of one glyph has no other to measure its advance by.
const EM: f64 = 1000.0;

#[expect(clippy::arithmetic_side_effects, reason = "affine maps of floating-point numbers")]
impl<'a> Device<'a> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        if let Some(probe) = &mut self.probe {
            probe.glyphs(run, &props, mode);
            return;
        }
        let Some(first) = run.glyphs().first() else { return };
        let start = (run.glyphs().len(), props.transform * first.transform());
        if matches!(mode, DrawMode::Stroke(_)) && self.filled == Some(start) {
            let stroke = colour(&props.paint).map(|(colour, _)| colour);
            let before = self.inks.len().saturating_sub(run.glyphs().len());
            // Letters with an outline of another colour are seen on any ground.
            for ink in self.inks.iter_mut().skip(before).filter(|ink| ink.colour != stroke) {
                ink.colour = None;
            }
            return;
        }
        self.filled = matches!(mode, DrawMode::Fill(_)).then_some(start);
        let mut laying = self.laying(&props);
        let within = props
            .soft_mask
            .as_ref()
            .is_some_and(|mask| matches!(self.shown(mask), Shown::Within(_)));
        laying = laying.filter(|laying| !laying.darkens && !laying.masked && !within);
        let mut colour = laying.and_then(|_| colour(&props.paint)).map(|(colour, _)| colour);
        if let Paint::Pattern(pattern) = &props.paint {
            if !self.lettered.contains_key(&pattern.cache_key()) {
                self.pattern(&props.paint);
                self.tiled = 0..0;
            }
            let colours = self.colours(pattern);
            match colours {
                Some(None) => (laying, colour) = (Some(Laying::HIDDEN), Some([0; 3])),
                Some(one) => colour = laying.and(one),
                None => {}
            }
        }
        let bare = lightens_black(&props) && self.groups.is_empty();
        if bare {
            laying = Some(Laying { opacity: 1.0, ..Laying::HIDDEN });
        }
        let ink = Ink {
            colour: if bare { Some([0; 3]) } else { colour },
            bare,
            opacity: laying.map_or(u8::MAX, Laying::opacity),
            unpainted: matches!(mode, DrawMode::Invisible),
            apart: self.inside > 0,
            off: self.is_off(),
            flat: false,
            block: false,
            clips: self.clips.as_slice().into(),
            of: self.annotation(),
        };
        let (mut empty, mut spaces) = (None, None);
        let font = match &**first {
            Letter::Outline(outline) => outline.font_data(),
            Letter::Type3(_) => None,
        };
        let named = font.and_then(|font| self.named(&font));
        if ink.unpainted && self.inside == 0 {
            let begins = run.glyphs().iter().find_map(|glyph| match &**glyph {
                Letter::Outline(outline) => match outline.outline().elements().first() {
                    Some(PathEl::MoveTo(point)) => {
                        Some(props.transform * glyph.transform() * *point)
                    }
                    _ => None,
                },
                Letter::Type3(_) => None,
            });
            let first = self.page.glyphs.len();
            let glyphs = first..first.saturating_add(run.glyphs().len());
            self.outlines.extend(begins.map(|begins| (begins, glyphs)));
        }
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let (text, advance) = match &**glyph {
                Letter::Outline(outline) => {
                    let told = glyph.as_unicode();
                    if let Some(named) = named.and_then(|font| self.named.get(font))
                        && let Ok(number) = usize::try_from(outline.glyph_id().to_u32())
                        && let Some(drawn) = named.1.get(number).filter(|drawn| **drawn != 0)
                        && let Some(told) = &told
                        && claims::is_other(told, *drawn)
                    {
                        // Fonts of signs may name them as letters.
                        let sign =
                            !matches!(told, BfString::Char(told) if told.is_ascii_alphanumeric());
                        self.lies.insert(u128::from(*drawn) | u128::from(sign) << 7);
                    }
                    let sign = is_private(told.as_ref())
                        && outline.font_data().is_some_and(|font| draws(&font));
                    let text = if sign { Some(SIGN.to_owned()) } else { readable(told) };
                    let text = text.or_else(|| {
                        outline.outline().segments().next().is_none().then(|| " ".to_owned())
                    });
                    (text, outline.advance_width())
                }
                Letter::Type3(shape) => (readable(shape.as_unicode()), shape.advance_width()),
            };
            let look = self.look(glyph, text.as_deref(), &props.paint, [&mut empty, &mut spaces]);
            self.page.unread = self.page.unread.saturating_add(usize::from(text.is_none()));
            let says = text.as_deref().is_some_and(|text| text.contains(char::is_alphanumeric));
            // No sign stands for so many letters.
            if let Some(text) = text.as_deref().filter(|text| is_much(text)) {
                self.page.otherwise.push((text.to_owned(), true));
            }
            let origin = place * Point::ORIGIN;
            let advance = advance.map_or(EM / 2.0, f64::from);
            let reach = place * Point::new(advance, 0.0) - origin;
            let em = place * Point::new(0.0, EM) - origin;
            let unit = place * Point::new(EM, 0.0) - origin;
            let along = if length(unit) > 0.0 { unit / length(unit) } else { Vec2::new(1.0, 0.0) };
            self.page.glyphs.push(Glyph {
                text,
                x: origin.x,
                y: origin.y,
                width: length(reach),
                along: (along.x, along.y),
                size: length(em).max(length(unit) / 4.0),
                sight: Sight::Seen,
            });
            let least = if ink.unpainted { FLAT } else { cover::TINY };
            let flat = length(em) < FLAT || length(unit) < least;
            let block = matches!(look, Some(Look::Block(_)));
            // What is drawn without an outline is as good as not painted.
            let unpainted = ink.unpainted || says && look == Some(Look::Blank);
            self.inks.push(Ink { flat, block, unpainted, ..ink.clone() });
            if let Some(Look::Block(block)) = look {
                self.block(place, block, &ink);
            }
            if self.inside > 0 {
                self.page.fixed.insert(self.page.glyphs.len().saturating_sub(1));
            }
            if let Some((stream, operator)) = self.operator {
                let shows = Shows { stream, operator, time: self.times, em: length(unit) };
                self.page.shown.push((self.inside == 0).then_some(shows));
            }
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        if let Some(probe) = &mut self.probe {
            probe.path(path, &props, mode, &self.clips);
            return;
        }
        self.strokes = self.strokes.saturating_add(1);
        let curves = path
            .segments()
            .filter(|segment| !matches!(segment, hayro_interpret::kurbo::PathSeg::Line(_)));
        // Letters may be made of straight lines as well.
        let all = props.transform.transform_rect_bbox(path.control_box());
        let small = all.width().max(all.height()) < LETTER && path.elements().len() > 3;
        let letters = curves.count().max(usize::from(small));
        self.page.curves = self.page.curves.saturating_add(letters);
        let full = self.pattern(&props.paint);
        let under = self.coats.len();
        self.coat(|| path.clone(), &props, mode, full);
        self.tiled = 0..0;
        if self.inside == 0 && !matches!(mode, DrawMode::Invisible) {
            let on = (self.clips.as_slice(), self.is_off());
            ink::note(&mut self.drawings, path, all, on, (under, self.coats.len()));
        }
    }

    fn draw_rect(&mut self, rectangle: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        if let Some(probe) = &mut self.probe {
            probe.path(&rectangle.to_path(0.1), &props, mode, &self.clips);
            return;
        }
        self.strokes = self.strokes.saturating_add(1);
        let full = self.pattern(&props.paint);
        self.coat(|| rectangle.to_path(0.1), &props, mode, full);
        self.tiled = 0..0;
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        if let Some(probe) = &mut self.probe {
            probe.picture(&image, props.transform);
            return;
        }
        self.strokes = self.strokes.saturating_add(1);
        self.page.pictures = self.page.pictures.saturating_add(1);
        let dictionary = match &image {
            Image::Raster(raster) => raster.stream().dict(),
            Image::Stencil(stencil) => stencil.stream().dict(),
        };
        let number = dictionary.get::<u32>(NUMBER.as_bytes());
        let generation = dictionary.get::<u16>(GENERATION.as_bytes());
        let mut drawn = Drawn {
            image: number.zip(generation),
            operator: self.painter,
            place: None,
            size: (image.width(), image.height()),
        };
        if self.inside > 0 {
            self.page.drawn.push(drawn);
            return;
        }
        drawn.place = Some(props.transform);
        let told = |key: &str| dictionary.get::<bool>(key.as_bytes()) == Some(true);
        let (plain, off) = (told(PLAIN), told(OFF) || self.is_off());
        let unmasked = self.within(Laying::of(1.0, props.blend_mode, false));
        let clear = told(CLEAR) || unmasked.is_some_and(|laying| laying.opacity <= 0.0);
        let shown = props.soft_mask.as_ref().map(|mask| self.shown(mask));
        let (masked, limit) = match shown {
            Some(Shown::Within(area)) => (off, Some(area)),
            Some(Shown::Some | Shown::Nothing) => (true, None),
            Some(Shown::All) | None => (off, None),
        };
        let laying = self.within(Laying::of(1.0, props.blend_mode, masked));
        // What lets through what is under it was made a stencil (see `normal`).
        let opaque = laying.is_some_and(Laying::is_opaque);
        let paint = match opaque && matches!(image, Image::Raster(_)) {
            true if plain => cover::Paint::Plain,
            true => cover::Paint::Picture,
            false => cover::Paint::Holes,
        };
        let clips = self.clips.len();
        self.clips.extend(limit);
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let area = Area::new(props.transform * size.to_path(0.1), false);
        let all = props.transform * Affine::scale_non_uniform(size.x1, size.y1);
        if laying.is_some_and(|laying| laying.darkens && laying.opacity >= OPAQUE) {
            self.page.darkening.push((self.page.drawn.len(), self.page.glyphs.len()));
        }
        let boxes = dictionary.get::<String<'_>>(BOXES.as_bytes()).filter(|_| opaque);
        let bar = if plain { cover::Paint::Plain } else { cover::Paint::Picture };
        let parts = boxes.as_ref().map(|boxes| boxes.as_bytes()).unwrap_or_default();
        self.page.cut |= !parts.len().is_multiple_of(8);
        for sides in parts.chunks_exact(8) {
            let side = |at: usize| match sides.get(at..) {
                Some([high, low, ..]) => {
                    f64::from(u16::from_be_bytes([*high, *low])) / f64::from(mask::WHOLE)
                }
                _ => 0.0,
            };
            let sides = Rect::new(side(0), side(2), side(4), side(6));
            self.lay(Area::new(all * sides.to_path(0.1), false), bar);
        }
        self.placed.push(self.page.drawn.len());
        self.page.drawn.push(drawn);
        self.pictures.push(scan::Picture {
            bounds: area.bounds(),
            place: all,
            off,
            clear,
            clips: self.clips.as_slice().into(),
            under: self.coats.len(),
        });
        self.lay(area, paint);
        self.clips.truncate(clips);
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        match takeout::of_tag(tag) {
            Some((Sort::Text, operator)) => {
                self.operator = Some(operator);
                self.times = self.times.saturating_add(1);
            }
            Some((Sort::Picture, operator)) => self.painter = Some(operator),
            None => {}
        }
        let number = properties.and_then(|properties| properties.get::<u32>(NUMBER.as_bytes()));
        if let (PATTERN, Some(number)) = (tag, number) {
            self.page.patterns.insert(number);
        }
        self.annotations.push(number.filter(|_| tag == ANNOTATION));
        let off = properties.and_then(|properties| properties.get::<bool>(OFF.as_bytes()));
        self.marked.push(off.unwrap_or(false));
        let said = |key: &[u8]| properties.and_then(|properties| properties.get::<String<'_>>(key));
        // Letters have no alternative but other letters.
        let alternative = said(b"Alt");
        let letters = tag == b"Span" && alternative.is_some();
        let spoken = said(b"ActualText").or(alternative.clone().filter(|_| letters));
        let decode = |said: String<'_>| strings::decode(said.as_bytes());
        let (aside, long) = (alternative.filter(|_| !letters).map(decode), said(b"E").map(decode));
        self.page.aside.extend(aside.into_iter().chain(long.clone()));
        self.told.push(Told {
            instead: spoken.as_ref().map(|_| self.page.spoken.len()),
            long,
            number: properties.and_then(|properties| properties.get::<u32>(b"MCID")),
            first: self.page.glyphs.len(),
            strokes: self.strokes,
        });
        if let Some(spoken) = spoken {
            self.page.spoken.push(strings::decode(spoken.as_bytes()));
            self.replaced.push((0..0, true));
        }
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
        self.annotations.pop();
        let Some(told) = self.told.pop() else { return };
        let (glyphs, drawn) = (told.first..self.page.glyphs.len(), self.strokes > told.strokes);
        if let Some(replaced) = told.instead.and_then(|said| self.replaced.get_mut(said)) {
            *replaced = (glyphs.clone(), drawn);
        }
        self.long.extend(told.long.map(|long| (long, glyphs.clone())));
        self.page.tagged.extend(told.number.map(|number| (number, glyphs, drawn)));
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let even = clip.fill == FillRule::EvenOdd;
        let area = Rc::new(Area::new(clip.path.clone(), even));
        // Letters that limit what is painted next are seen by it.
        if let Some(PathEl::MoveTo(begins)) = clip.path.elements().first() {
            let mut runs = self.outlines.drain(..);
            let near = |point: &Point| length(*point - *begins) < FLAT;
            if let Some((_, first)) = runs.find(|(point, _)| near(point)) {
                let end = runs.next_back().map_or(first.end, |(_, last)| last.end);
                self.page.fixed.extend(first.start..end);
                self.lettered_clips.push((area.clone(), first.start..end));
            }
        }
        self.clips.push(area);
    }

    fn push_clip_rect(&mut self, rectangle: &Rect) {
        self.clips.push(Rc::new(Area::new(rectangle.to_path(0.1), false)));
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(
        &mut self,
        opacity: f32,
        mask: Option<SoftMask<'a>>,
        mode: BlendMode,
    ) {
        if let Some(probe) = &mut self.probe {
            probe.blends |= opacity < 1.0 || mask.is_some() || mode != BlendMode::Normal;
            return;
        }
        let (laying, limit) = match mask.as_ref().map(|mask| self.shown(mask)) {
            Some(Shown::Nothing) => (Some(Laying::HIDDEN), None),
            Some(Shown::Some) => (Laying::of(opacity, mode, true), None),
            Some(Shown::Within(area)) => (Laying::of(opacity, mode, false), Some(area)),
            Some(Shown::All) | None => (Laying::of(opacity, mode, false), None),
        };
        self.groups.push(laying);
        self.limits.push(limit.is_some());
        self.clips.extend(limit);
        self.mask(mask);
    }

    fn pop_transparency_group(&mut self) {
        self.groups.pop();
        if self.limits.pop() == Some(true) {
            self.clips.pop();
        }
    }
}

/// What lets through less than this looks as if it lets through nothing.
const OPAQUE: f32 = 0.95;

/// A path that is larger than this, in points, is no letter.
const LETTER: f64 = 40.0;

/// Lines that are thinner than this, in points, hide nothing, unless they lie side by side.
const THIN: f64 = 2.0;

/// Dashes with no more than this part of them between them are a line.
const OPEN: f64 = 0.1;

/// How long the pieces of a path are.
#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
fn long(path: &BezPath) -> f64 {
    path.segments().map(|piece| length(piece.end() - piece.start())).sum()
}

/// Whether two lines that touch are as long as each other.
fn is_beside(one: Rect, other: Rect) -> bool {
    let same = |one: (f64, f64), other: (f64, f64)| {
        (one.0 - other.0).abs() < THIN && (one.1 - other.1).abs() < THIN
    };
    one.overlaps(other)
        && (same((one.x0, one.x1), (other.x0, other.x1))
            || same((one.y0, one.y1), (other.y0, other.y1)))
}

/// The colour of a paint that has one, and how opaque it is.
fn colour(paint: &Paint<'_>) -> Option<([u8; 3], f32)> {
    let Paint::Color(colour) = paint else { return None };
    let [red, green, blue, alpha] = colour.to_rgba().to_rgba8();
    Some(([red, green, blue], f32::from(alpha) / 255.0))
}

/// Whether this is black that is laid so that it changes nothing but bare paper.
fn lightens_black(props: &DrawProps<'_>) -> bool {
    let lightens = matches!(
        props.blend_mode,
        BlendMode::Screen
            | BlendMode::Lighten
            | BlendMode::ColorDodge
            | BlendMode::Difference
            | BlendMode::Exclusion
    );
    let black = colour(&props.paint).is_some_and(|(one, opacity)| one == [0; 3] && opacity > 0.5);
    lightens && black && props.soft_mask.is_none()
}

/// A shape that takes as much of the cell of a pattern fills it.
const FULL: f64 = 0.95;

/// Lines and shapes that take as much of the cell of a pattern, or of the place where they lie, hatch
/// it.
const HALF: f64 = 0.45;

/// A line with more pieces is a drawing.
const DRAWN: usize = 10_000;

/// Patterns and masks stand in each other no deeper than this.
const INSIDE: usize = 3;

/// A page uses no more fonts than this.
const FONTS: usize = 500;

/// A page uses no more patterns and masks than this.
const PATTERNS: usize = 2_000;

impl Reader {
    /// A device that knows what these glyphs look like.
    pub fn new(looks: Looks) -> Self {
        Self { looks, ..Self::default() }
    }

    /// What was drawn, and what glyphs look like.
    pub fn finish(mut self) -> (PageText, Looks) {
        let digit = self.lies.first().is_some_and(|first| *first <= u128::from(b'9'));
        self.page.unmapped = digit || self.lies.len() >= claims::LETTERS;
        (self.page, self.looks)
    }

    /// Which of the fonts this is whose names for glyphs are known.
    fn named(&mut self, font: &OutlineFontData) -> Option<usize> {
        let known = self.named.iter().position(|(key, _)| *key == font.cache_key);
        if known.is_none() && self.named.len() < FONTS {
            self.named.push((font.cache_key, letters::letters((*font.data).as_ref())));
            return self.named.len().checked_sub(1);
        }
        self.page.cut |= known.is_none();
        known
    }

    /// What a pattern shows is read once for each time that it is used. Whether it lets nothing
    /// through, as a shade of colours does, or tiles that are filled; or no more than half.
    fn pattern<'a>(&mut self, paint: &Paint<'a>) -> cover::Paint {
        let full = |full: bool| if full { cover::Paint::Picture } else { cover::Paint::Holes };
        let Paint::Pattern(pattern) = paint else { return cover::Paint::Holes };
        let tile = match &**pattern {
            Pattern::Tiling(tile) => tile,
            Pattern::Shading(shade) => return full(shade.opacity >= OPAQUE),
        };
        if !self.deeper() {
            return cover::Paint::Holes;
        }
        self.filled_cell = (0.0, 0.0);
        let first = self.page.glyphs.len();
        tile.interpret(self, Affine::IDENTITY, false);
        self.tiled = first..self.page.glyphs.len();
        self.inside = self.inside.saturating_sub(1);
        let cell = f64::from(tile.x_step.abs()) * f64::from(tile.y_step.abs());
        let opaque = cell > 0.0 && tile.opacity >= OPAQUE;
        match self.filled_cell {
            (_, all) if opaque && all >= HALF * cell && self.filled_cell.0 < FULL * cell => {
                cover::Paint::Hatched
            }
            (one, _) => full(opaque && one >= FULL * cell),
        }
    }

    /// The colours of a pattern, if it has no more than one.
    fn colours<'a>(&mut self, pattern: &Pattern<'a>) -> Option<Option<cover::Colour>> {
        let key = pattern.cache_key();
        if let Some(known) = self.lettered.get(&key) {
            return *known;
        }
        let colours = match pattern {
            _ if self.page.cut => None,
            Pattern::Tiling(tile) => probed(|reader| {
                tile.interpret(reader, Affine::IDENTITY, false);
            })
            .colours(),
            Pattern::Shading(shade) => probe::shade(shade).map(Some),
        };
        self.lettered.insert(key, colours);
        colours
    }

    fn mask<'a>(&mut self, mask: Option<SoftMask<'a>>) {
        if let Some(mask) = mask
            && self.deeper()
        {
            mask.interpret(self);
            self.inside = self.inside.saturating_sub(1);
        }
    }

    /// How what is painted is laid on what is under it.
    fn laying(&mut self, props: &DrawProps<'_>) -> Option<Laying> {
        let shown = props.soft_mask.as_ref().map(|mask| self.shown(mask));
        if matches!(shown, Some(Shown::Nothing)) {
            return Some(Laying::HIDDEN);
        }
        let masked = matches!(shown, Some(Shown::Some));
        let (colour, opacity) = colour(&props.paint).unwrap_or(([1; 3], 1.0));
        // What changes nothing of any ground; in a group of its own it has none.
        let idle = match props.blend_mode {
            BlendMode::Multiply | BlendMode::Darken | BlendMode::ColorBurn => [u8::MAX; 3],
            BlendMode::Screen
            | BlendMode::Lighten
            | BlendMode::ColorDodge
            | BlendMode::Difference
            | BlendMode::Exclusion => [0; 3],
            _ => [1; 3],
        };
        if colour == idle && colour != [1; 3] && self.groups.is_empty() {
            return Some(Laying::HIDDEN);
        }
        // Black and white may take the place of what is under them in other ways as well.
        let mode = match props.blend_mode {
            BlendMode::HardLight | BlendMode::Luminosity if colour == [0; 3] => BlendMode::Normal,
            BlendMode::HardLight
            | BlendMode::Luminosity
            | BlendMode::Screen
            | BlendMode::Lighten
                if colour == [u8::MAX; 3] =>
            {
                BlendMode::Normal
            }
            mode => mode,
        };
        self.within(Laying::of(opacity, mode, masked))
    }

    /// What a mask lets be seen of what it masks.
    fn shown(&mut self, mask: &SoftMask<'_>) -> Shown {
        let key = mask.cache_key();
        if let Some(known) = self.masks.get(&key) {
            return known.clone();
        }
        if self.masks.len() >= PATTERNS {
            self.page.cut = true;
            return Shown::Some;
        }
        let shown = probe::shown(mask, &probed(|reader| mask.interpret(reader)));
        self.masks.insert(key, shown.clone());
        shown
    }

    /// In the groups that are open.
    fn within(&self, laying: Option<Laying>) -> Option<Laying> {
        if self.groups.iter().flatten().any(|group| group.opacity <= 0.0) {
            return Some(Laying::HIDDEN);
        }
        self.groups.iter().try_fold(laying?, |laying, group| {
            let group = (*group)?;
            let opacity = laying.opacity * group.opacity;
            let darkens = laying.darkens || group.darkens;
            Some(Laying { opacity, darkens, masked: laying.masked || group.masked })
        })
    }

    /// The annotation that draws now.
    fn annotation(&self) -> Option<u32> {
        self.annotations.iter().rev().find_map(|one| *one)
    }

    fn is_off(&self) -> bool {
        self.marked.contains(&true)
    }

    /// Notes what is painted; `full` says what its pattern does to what is under it.
    fn coat(
        &mut self,
        path: impl FnOnce() -> BezPath,
        props: &DrawProps<'_>,
        mode: &DrawMode,
        full: cover::Paint,
    ) {
        if self.is_off() {
            return;
        }
        if self.inside > 0 {
            let opaque = colour(&props.paint).is_some_and(|(_, opacity)| opacity >= OPAQUE);
            if opaque && !matches!(mode, DrawMode::Invisible) {
                let path = path();
                let area = match mode {
                    DrawMode::Stroke(line) => {
                        let unit = props.transform.determinant().abs();
                        long(&path) * f64::from(line.line_width) * unit
                    }
                    _ => {
                        let area = props.transform.transform_rect_bbox(path.bounding_box()).area();
                        self.filled_cell.0 = self.filled_cell.0.max(area);
                        area
                    }
                };
                self.filled_cell.1 += area;
            }
            return;
        }
        let Some(laying) = self.laying(props) else { return };
        let mut hatches = false;
        let area = match mode {
            DrawMode::Fill(rule) | DrawMode::FillAndStroke(rule, _) => {
                #[expect(
                    clippy::arithmetic_side_effects,
                    reason = "an affine map of floating-point numbers"
                )]
                let path = props.transform * path();
                Area::new(path, *rule == FillRule::EvenOdd)
            }
            DrawMode::Stroke(line) => {
                let width = f64::from(line.line_width);
                let beyond = if line.line_cap == Cap::Butt { 0.0 } else { width / 2.0 };
                let dashes = || line.dash_array.iter().map(|dash| f64::from(*dash));
                let gap = dashes().skip(1).step_by(2).map(|gap| (gap - beyond * 2.0).max(0.0));
                let open = gap.sum::<f64>() > dashes().sum::<f64>() * OPEN;
                let Some(pen) = Pen::new(width, beyond, props.transform) else { return };
                if open || dashes().count() % 2 != 0 {
                    return;
                }
                let path = path();
                if width * props.transform.determinant().abs().sqrt() < THIN {
                    let around = path.control_box().inflate(pen.half, pen.half);
                    let bounds = props.transform.transform_rect_bbox(around);
                    // Lines with as much between them as they are thick hatch what is under them.
                    let near = props.transform.transform_rect_bbox(around.inflate(width, width));
                    let last = self.thin.replace(bounds);
                    let touches = last.is_some_and(|last| is_beside(last, bounds));
                    let beside = last.is_some_and(|last| is_beside(last, near));
                    let broad = around.width().min(around.height()) > width * 3.0;
                    let share = match path.elements().len() {
                        ..DRAWN if broad => long(&path) * width / around.area(),
                        _ => 0.0,
                    };
                    hatches = !touches && share < FULL;
                    if hatches && !beside && share < HALF {
                        return;
                    }
                }
                Area::line(&path, pen)
            }
            DrawMode::Invisible => return,
        };
        let paint = match colour(&props.paint) {
            _ if laying.masked && (hatches || laying.opacity < OPAQUE || laying.darkens) => return,
            // It may hide what is under it.
            _ if laying.masked => cover::Paint::Hatched,
            Some(_) if hatches && laying.opacity < OPAQUE => return,
            Some(_) if hatches => cover::Paint::Hatched,
            Some((colour, _)) if laying.darkens => {
                cover::Paint::Darkening(colour, laying.opacity())
            }
            Some((colour, _)) => cover::Paint::Colour(colour, laying.opacity()),
            None if laying.is_opaque() => match &props.paint {
                Paint::Pattern(pattern) if full == cover::Paint::Picture => {
                    match self.colours(pattern) {
                        Some(Some(colour)) => cover::Paint::Colour(colour, laying.opacity()),
                        _ => full,
                    }
                }
                _ => full,
            },
            None => cover::Paint::Holes,
        };
        if !self.tiled.is_empty() {
            self.tiles.push((self.coats.len(), self.tiled.clone()));
        }
        let reach = match &props.paint {
            Paint::Pattern(pattern) => match &**pattern {
                Pattern::Shading(shade) => probe::reach(shade).map(Rc::new),
                Pattern::Tiling(_) => None,
            },
            Paint::Color(_) => None,
        };
        let clips = self.clips.len();
        self.clips.extend(reach);
        if let Some(Shown::Within(limit)) = props.soft_mask.as_ref().map(|mask| self.shown(mask)) {
            self.clips.push(limit);
        }
        self.lay(area, paint);
        self.clips.truncate(clips);
    }

    /// What a glyph looks like, where that is of use: of the first letter of a run, and of the
    /// first space; of the others where those are not what they are told to be, and of blocks.
    fn look<'a>(
        &mut self,
        glyph: &Letter<'a>,
        text: Option<&str>,
        paint: &Paint<'a>,
        known: [&mut Option<bool>; 2],
    ) -> Option<Look> {
        let [empty, spaces] = known;
        let blank = text.is_some_and(|text| text.trim().is_empty());
        let strange = if blank { spaces } else { empty };
        let letter = matches!(glyph, Letter::Type3(_)) || text.is_none_or(is_block);
        if !letter && *strange == Some(false) {
            return None;
        }
        let key = match glyph {
            Letter::Outline(outline) => outline.identifier().cache_key(),
            Letter::Type3(shape) => shape.cache_key(),
        };
        let look = match self.looks.get(&key) {
            Some(look) => *look,
            None => {
                let look = match glyph {
                    Letter::Outline(outline) => Look::of_outline(outline.outline()),
                    Letter::Type3(shape) => Look::of(&probed(|reader| {
                        shape.interpret(reader, Affine::IDENTITY, Affine::IDENTITY, paint);
                    })),
                };
                self.looks.insert(key, look);
                look
            }
        };
        let odd = (look == Look::Blank) != blank;
        strange.get_or_insert(odd);
        if blank && odd && self.blanks.len() < BLANKS {
            self.blanks.insert(key);
        }
        let told = letter || !blank && look == Look::Blank;
        (told && !blank).then_some(look)
    }

    /// Notes a glyph that is a block: it covers what was drawn before it.
    fn block(&mut self, place: Affine, block: Rect, ink: &Ink) {
        if self.inside > 0 || ink.off || ink.unpainted {
            return;
        }
        let Some(colour) = ink.colour else { return };
        #[expect(clippy::arithmetic_side_effects, reason = "an affine map of floats")]
        let area = Area::new(place * block.to_path(0.1), false);
        let paint = cover::Paint::Colour(colour, ink.opacity);
        self.lay(area, paint);
        if let Some(coat) = self.coats.last_mut() {
            coat.letter = true;
        }
    }

    fn lay(&mut self, area: Area, paint: cover::Paint) {
        let clips = self.clips.as_slice().into();
        let after = self.page.glyphs.len();
        self.page.cut |= area.is_cut();
        self.coats.push(Coat {
            after,
            area: Rc::new(area),
            clips,
            paint,
            letter: false,
            of: self.annotation(),
        });
    }

    /// Whether one more pattern may be read.
    fn deeper(&mut self) -> bool {
        if self.inside >= INSIDE || self.patterns >= PATTERNS {
            self.page.cut = true;
            return false;
        }
        self.inside = self.inside.saturating_add(1);
        self.patterns = self.patterns.saturating_add(1);
        true
    }
}

/// What comes of drawing something.
fn probed(draw: impl FnOnce(&mut Reader)) -> Probe {
    let mut reader = Reader { probe: Some(Probe::default()), ..Reader::default() };
    draw(&mut reader);
    reader.probe.unwrap_or_default()
}

fn length(vector: Vec2) -> f64 {
    // Not `hypot`, which is not the same on every machine.
    (vector.x * vector.x + vector.y * vector.y).sqrt()
}

/// Whether what one glyph says is more than any sign stands for.
fn is_much(text: &str) -> bool {
    text.len() > SIGN_LETTERS && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Letters that a sign stands for, as in `Telefax`.
const SIGN_LETTERS: usize = 7;

/// Whether a text is one of the signs that are blocks (Unicode, Block Elements and Geometric
/// Shapes).
fn is_block(text: &str) -> bool {
    text.chars().any(|letter| matches!(u32::from(letter), 0x2580..=0x25ff | 0x2b1b..=0x2b1c))
}
