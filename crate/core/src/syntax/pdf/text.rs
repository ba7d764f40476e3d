//! What the pages say: every glyph with its text and its place.

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro_interpret::font::{
    FontData, FontQuery, Glyph as Letter, GlyphRun, OutlineFontData, StandardFont,
};
use hayro_interpret::hayro_cmap::{BfString, CMapName};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::kurbo::{Affine, BezPath, Cap, Point, Rect, Shape, Vec2};
use hayro_interpret::pattern::Pattern;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, FillRule, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, Paint, SoftMask, TransformExt, interpret_page,
};

use super::area::{Area, Pen};
use super::cover::{self, Coat, Ink, Sight};
use super::drawn::{Beside, Mark};
use super::normal::{Batch, GENERATION, NUMBER, OFF, Shown};
use super::patch::{Cover, Drawn, Patch};
use super::scan;
use super::takeout::{self, Sort};

/// A glyph on a page, in points from the lower left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// What it says; nothing where its font does not tell.
    pub text: Option<String>,
    /// Where it starts.
    pub x: f64,
    /// Where its base line is.
    pub y: f64,
    /// How far it reaches along its base line.
    pub width: f64,
    /// The direction of its base line, of length one.
    pub along: (f64, f64),
    /// How large it is set.
    pub size: f64,
    /// How it is seen.
    pub sight: Sight,
}

/// What a page draws.
#[derive(Clone, Debug, Default)]
pub struct PageText {
    /// Its glyphs in the order in which they are drawn.
    pub glyphs: Vec<Glyph>,
    /// How many pictures it draws.
    pub pictures: usize,
    /// How many curves it draws: letters may be drawn with them.
    pub curves: usize,
    /// How many glyphs have an outline and no text.
    pub unread: usize,
    /// What is said in place of glyphs.
    pub spoken: Vec<String>,
    /// The pictures that are drawn.
    pub drawn: Vec<Drawn>,
    /// The parts of pictures that are covered.
    pub patches: Vec<Patch>,
    /// What was marked to be taken out and still stands there.
    pub marked: Vec<Marked>,
    /// The covered glyphs that were read from a picture, which is under the bar as well.
    pub scanned: Vec<usize>,
    /// Which operator shows each glyph, where operators tell their number.
    pub shown: Vec<Option<Shows>>,
    /// Whether a character map was missing.
    pub unmapped: bool,
    /// Whether patterns or masks were too many, or stood in each other too deep, to be read.
    pub cut: bool,
}

/// What was marked to be taken out.
#[derive(Clone, Debug)]
pub struct Marked {
    /// Which remark says so.
    pub mark: Mark,
    /// The glyphs in it.
    pub glyphs: Vec<usize>,
    /// What of pictures is in it.
    pub patches: Vec<Patch>,
}

/// Which operator shows a glyph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shows {
    /// The object of the page or the form in whose content the operator stands.
    pub stream: u32,
    /// How many operators that show text stand before it.
    pub operator: u32,
    /// The how manieth time it is that an operator shows text on this page: a form may be drawn
    /// more than once.
    pub time: u32,
    /// The size of the letters along their base line.
    pub em: f64,
}

impl PageText {
    /// The stretches of glyphs that are covered: each is what one reader would copy from under a
    /// bar. Spaces between covered glyphs belong to them.
    pub fn covered(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut goes_on = false;
        for (index, glyph) in self.glyphs.iter().enumerate() {
            let end = index.saturating_add(1);
            let blank = glyph.text.as_ref().is_some_and(|text| text.trim().is_empty());
            match (glyph.sight, runs.last_mut()) {
                (Sight::Covered, Some(run)) if goes_on => run.end = end,
                (Sight::Covered, _) => {
                    runs.push(index..end);
                    goes_on = true;
                }
                _ => goes_on &= blank,
            }
        }
        runs
    }
}

/// Draws the pages of a batch into nothing but text.
pub fn read(batch: Batch) -> Option<Vec<(Shown, PageText)>> {
    if batch.pages.is_empty() {
        return Some(Vec::new());
    }
    let pdf = Pdf::new(Arc::new(batch.bytes)).ok()?;
    let missing = Arc::new(AtomicBool::new(false));
    let noted = missing.clone();
    let settings = InterpreterSettings {
        font_resolver: Arc::new(|query| Some(outlines(query))),
        cmap_resolver: Arc::new(move |_: CMapName<'_>| {
            noted.store(true, Ordering::Relaxed);
            None
        }),
        ..InterpreterSettings::default()
    };
    let cache = InterpreterCache::new();
    let mut texts = Vec::new();
    let pages = pdf.pages();
    if pages.len() != batch.pages.len() {
        return None;
    }
    for ((page, number), beside) in pages.iter().zip(batch.pages).zip(batch.beside) {
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let transform = page.initial_transform(false).to_kurbo();
        let mut context = Context::new(transform, bounds, &cache, page.xref(), settings.clone());
        let mut reader = Reader::default();
        interpret_page(page, &mut context, &mut reader);
        if number.shown {
            reader.judge(&beside, transform, bounds);
        }
        reader.page.unmapped = missing.swap(false, Ordering::Relaxed);
        texts.push((number, reader.page));
    }
    Some(texts)
}

/// The outlines for a font that is not in the file, and its place in them. Five families serve all
/// fourteen standard fonts (ISO 32000-2, 9.6.2.2): how far letters reach is what counts here, their
/// widths come from the metrics of the font that is asked for, and nine more fonts would be 7 % of
/// the packed module.
fn outlines(query: &FontQuery) -> (FontData, u32) {
    use StandardFont as Font;
    let font = match query {
        FontQuery::Standard(font) => *font,
        FontQuery::Fallback(font) => font.pick_standard_font(),
    };
    let bytes: &'static [u8] = match font {
        Font::Helvetica
        | Font::HelveticaBold
        | Font::HelveticaOblique
        | Font::HelveticaBoldOblique => {
            include_bytes!("fonts/sans.cff")
        }
        Font::Courier | Font::CourierBold | Font::CourierOblique | Font::CourierBoldOblique => {
            include_bytes!("fonts/fixed.cff")
        }
        Font::TimesRoman | Font::TimesBold | Font::TimesItalic | Font::TimesBoldItalic => {
            include_bytes!("fonts/serif.cff")
        }
        Font::ZapfDingBats => include_bytes!("fonts/dingbats.cff"),
        Font::Symbol => include_bytes!("fonts/symbol.cff"),
    };
    (Arc::new(bytes), 0)
}

/// A device that draws nothing and notes what it is told to draw.
#[derive(Default)]
struct Reader {
    page: PageText,
    /// The start of the last run that was filled: a stroke over it is the same text.
    filled: Option<(usize, Affine)>,
    /// How deep patterns stand in each other.
    inside: usize,
    /// How many were read.
    patterns: usize,
    /// How much of the cell of a pattern one opaque shape fills.
    filled_cell: f64,
    /// How each glyph was painted.
    inks: Vec<Ink>,
    /// What was painted besides.
    coats: Vec<Coat>,
    clips: Vec<Rc<Area>>,
    /// For each group that is open, how it is laid on what is under it.
    groups: Vec<Option<Laying>>,
    /// For each marked content that is open, whether it belongs to a layer that is off.
    marked: Vec<bool>,
    /// The pictures, with how many coats lie under each.
    pictures: Vec<scan::Picture>,
    /// For each of them, which it is of all that are drawn.
    placed: Vec<usize>,
    /// The operator that shows text now, and the how manieth it is.
    operator: Option<(u32, u32)>,
    times: u32,
    /// The operator that draws a picture or a form now.
    painter: Option<(u32, u32)>,
}

/// How something is laid on what is under it.
#[derive(Clone, Copy)]
struct Laying {
    opacity: f32,
    darkens: bool,
}

impl Laying {
    /// Nothing where it depends on more than that.
    fn of(opacity: f32, mode: BlendMode, masked: bool) -> Option<Self> {
        let darkens = matches!(mode, BlendMode::Multiply | BlendMode::Darken);
        (!masked && (darkens || mode == BlendMode::Normal)).then_some(Self { opacity, darkens })
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
        let laying = self.laying(&props).filter(|laying| !laying.darkens);
        let ink = Ink {
            colour: laying.and_then(|_| colour(&props.paint)).map(|(colour, _)| colour),
            opacity: laying.map_or(u8::MAX, Laying::opacity),
            unpainted: matches!(mode, DrawMode::Invisible),
            apart: self.inside > 0,
            off: self.is_off(),
            flat: false,
            clips: self.clips.as_slice().into(),
        };
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let (text, advance) = match &**glyph {
                Letter::Outline(outline) => {
                    let told = glyph.as_unicode();
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
            self.page.unread = self.page.unread.saturating_add(usize::from(text.is_none()));
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
            let flat = length(em) < FLAT || length(unit) < FLAT;
            self.inks.push(Ink { flat, ..ink.clone() });
            if let Some((stream, operator)) = self.operator {
                let shows = Shows { stream, operator, time: self.times, em: length(unit) };
                self.page.shown.push((self.inside == 0).then_some(shows));
            }
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let curves = path
            .segments()
            .filter(|segment| !matches!(segment, hayro_interpret::kurbo::PathSeg::Line(_)));
        self.page.curves = self.page.curves.saturating_add(curves.count());
        let full = self.pattern(&props.paint);
        self.coat(|| path.clone(), &props, mode, full);
    }

    fn draw_rect(&mut self, rectangle: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        let full = self.pattern(&props.paint);
        self.coat(|| rectangle.to_path(0.1), &props, mode, full);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
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
        let masked = props.soft_mask.is_some() || self.is_off();
        let laying = self.within(Laying::of(1.0, props.blend_mode, masked));
        // What lets through what is under it was made a stencil (see `normal`).
        let opaque = laying.is_some_and(|laying| laying.opacity >= OPAQUE && !laying.darkens);
        let paint = match opaque && matches!(image, Image::Raster(_)) {
            true => cover::Paint::Picture,
            false => cover::Paint::Holes,
        };
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let area = Area::new(props.transform * size.to_path(0.1), false);
        self.placed.push(self.page.drawn.len());
        self.page.drawn.push(drawn);
        self.pictures.push(scan::Picture {
            bounds: area.bounds(),
            clips: self.clips.as_slice().into(),
            under: self.coats.len(),
        });
        self.lay(area, paint);
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
        let off = properties.and_then(|properties| properties.get::<bool>(OFF.as_bytes()));
        self.marked.push(off.unwrap_or(false));
        let spoken = properties.and_then(|properties| {
            properties.get::<hayro_interpret::hayro_syntax::object::String<'_>>(b"ActualText")
        });
        if let Some(spoken) = spoken {
            self.page.spoken.push(super::strings::decode(spoken.as_bytes()));
        }
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let even = clip.fill == FillRule::EvenOdd;
        self.clips.push(Rc::new(Area::new(clip.path.clone(), even)));
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
        self.groups.push(Laying::of(opacity, mode, mask.is_some()));
        self.mask(mask);
    }

    fn pop_transparency_group(&mut self) {
        self.groups.pop();
    }
}

/// What lets through less than this looks as if it lets through nothing.
const OPAQUE: f32 = 0.95;

/// Lines that are thinner than this, in points, hide nothing.
const THIN: f64 = 2.0;

/// The colour of a paint that has one, and how opaque it is.
fn colour(paint: &Paint<'_>) -> Option<([u8; 3], f32)> {
    let Paint::Color(colour) = paint else { return None };
    let [red, green, blue, alpha] = colour.to_rgba().to_rgba8();
    Some(([red, green, blue], f32::from(alpha) / 255.0))
}

/// A shape that takes as much of the cell of a pattern fills it.
const FULL: f64 = 0.95;

/// Patterns and masks stand in each other no deeper than this.
const INSIDE: usize = 3;

/// A page uses no more patterns and masks than this.
const PATTERNS: usize = 2_000;

impl Reader {
    /// What a pattern shows is read once for each time that it is used. Whether it lets nothing
    /// through: a shade of colours, or tiles that are filled.
    fn pattern<'a>(&mut self, paint: &Paint<'a>) -> bool {
        let Paint::Pattern(pattern) = paint else { return false };
        let Pattern::Tiling(tile) = &**pattern else { return true };
        if !self.deeper() {
            return false;
        }
        self.filled_cell = 0.0;
        tile.interpret(self, Affine::IDENTITY, false);
        self.inside = self.inside.saturating_sub(1);
        let cell = f64::from(tile.x_step.abs()) * f64::from(tile.y_step.abs());
        cell > 0.0 && self.filled_cell >= FULL * cell && tile.opacity >= OPAQUE
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
    fn laying(&self, props: &DrawProps<'_>) -> Option<Laying> {
        let opacity = colour(&props.paint).map_or(1.0, |(_, opacity)| opacity);
        self.within(Laying::of(opacity, props.blend_mode, props.soft_mask.is_some()))
    }

    /// In the groups that are open.
    fn within(&self, laying: Option<Laying>) -> Option<Laying> {
        self.groups.iter().try_fold(laying?, |laying, group| {
            let group = (*group)?;
            let opacity = laying.opacity * group.opacity;
            Some(Laying { opacity, darkens: laying.darkens || group.darkens })
        })
    }

    fn is_off(&self) -> bool {
        self.marked.contains(&true)
    }

    /// Notes what is painted; `full` says that its pattern lets nothing through.
    fn coat(
        &mut self,
        path: impl FnOnce() -> BezPath,
        props: &DrawProps<'_>,
        mode: &DrawMode,
        full: bool,
    ) {
        if self.is_off() {
            return;
        }
        if self.inside > 0 {
            let opaque = colour(&props.paint).is_some_and(|(_, opacity)| opacity >= OPAQUE);
            if opaque && matches!(mode, DrawMode::Fill(_)) {
                let bounds = props.transform.transform_rect_bbox(path().bounding_box());
                self.filled_cell = self.filled_cell.max(bounds.area());
            }
            return;
        }
        let Some(laying) = self.laying(props) else { return };
        let area = match mode {
            DrawMode::Fill(rule) | DrawMode::FillAndStroke(rule, _) => {
                #[expect(
                    clippy::arithmetic_side_effects,
                    reason = "an affine map of floating-point numbers"
                )]
                let path = props.transform * path();
                Area::new(path, *rule == FillRule::EvenOdd)
            }
            DrawMode::Stroke(line) if line.dash_array.is_empty() => {
                let width = f64::from(line.line_width);
                if width * props.transform.determinant().abs().sqrt() < THIN {
                    return;
                }
                let beyond = if line.line_cap == Cap::Butt { 0.0 } else { width / 2.0 };
                let Some(pen) = Pen::new(width, beyond, props.transform) else { return };
                Area::line(&path(), pen)
            }
            DrawMode::Stroke(_) | DrawMode::Invisible => return,
        };
        let paint = match colour(&props.paint) {
            Some((colour, _)) if laying.darkens => {
                cover::Paint::Darkening(colour, laying.opacity())
            }
            Some((colour, _)) => cover::Paint::Colour(colour, laying.opacity()),
            None if laying.opacity >= OPAQUE && !laying.darkens && full => cover::Paint::Picture,
            None => cover::Paint::Holes,
        };
        self.lay(area, paint);
    }

    fn lay(&mut self, area: Area, paint: cover::Paint) {
        let clips = self.clips.as_slice().into();
        let after = self.page.glyphs.len();
        self.coats.push(Coat { after, area: Rc::new(area), clips, paint });
    }

    /// Tells of each glyph how it is seen, and of pictures what covers them.
    fn judge(&mut self, beside: &Beside, transform: Affine, bounds: Rect) {
        self.clips.clear();
        for shape in &beside.shapes {
            let Some(area) = shape.area(transform) else { continue };
            self.lay(area, shape.paint);
        }
        let (glyphs, inks, coats) = (&self.page.glyphs, &self.inks, &self.coats);
        let mut pictures: Vec<Rect> = self.pictures.iter().map(|one| one.bounds).collect();
        if self.page.pictures > pictures.len() {
            // Of a picture in a pattern it is not known where it is.
            pictures.push(bounds);
        }
        let Some(sight) = cover::sight(glyphs, inks, coats, bounds, &pictures) else {
            self.page.cut = true;
            return;
        };
        for (glyph, sight) in self.page.glyphs.iter_mut().zip(sight) {
            glyph.sight = sight;
        }
        let read = |(index, (glyph, ink)): (usize, (&Glyph, &Ink))| {
            (glyph.sight == Sight::Covered && ink.unpainted).then_some(index)
        };
        let glyphs = self.page.glyphs.iter().zip(&self.inks).enumerate();
        self.page.scanned = glyphs.filter_map(read).collect();
        let barred = scan::barred(&self.pictures, &self.page.glyphs, coats, bounds);
        let cover = |coat: &Coat| Cover { area: coat.area.clone(), clips: coat.clips.clone() };
        for scan::Barred { picture, bars, scan, whole } in barred {
            let covers = bars.iter().filter_map(|bar| coats.get(*bar)).map(cover).collect();
            let patch = self.patch(picture, covers);
            let patch = patch.map(|patch| Patch { scan, whole, ..patch });
            self.page.patches.extend(patch);
        }
        for mark in &beside.marks {
            let areas = mark.areas(transform);
            let within = |glyph: &Glyph| {
                let points = cover::points(glyph);
                let inside =
                    points.iter().filter(|point| areas.iter().any(|area| area.has(**point)));
                inside.count().saturating_mul(2) > points.len()
            };
            let glyphs = self.page.glyphs.iter().enumerate();
            let glyphs = glyphs.filter(|(_, glyph)| within(glyph)).map(|(index, _)| index);
            let (mark, glyphs) = (mark.clone(), glyphs.collect());
            let covers: Vec<Cover> = areas
                .into_iter()
                .map(|area| Cover { area: Rc::new(area), clips: Rc::new([]) })
                .collect();
            let within = |picture: &scan::Picture| {
                covers.iter().any(|cover| cover.area.bounds().overlaps(picture.bounds))
            };
            let pictures = self.pictures.iter().enumerate();
            let pictures = pictures.filter(|(_, picture)| within(picture));
            let patches =
                pictures.filter_map(|(picture, _)| self.patch(picture, covers.clone())).collect();
            self.page.marked.push(Marked { mark, glyphs, patches });
        }
    }

    fn patch(&self, picture: usize, covers: Vec<Cover>) -> Option<Patch> {
        let picture = *self.placed.get(picture)?;
        let drawn = *self.page.drawn.get(picture)?;
        Some(Patch { picture, drawn, covers, scan: false, whole: false })
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

fn length(vector: Vec2) -> f64 {
    // Not `hypot`, which is not the same on every machine.
    (vector.x * vector.x + vector.y * vector.y).sqrt()
}

/// What a glyph of a font of signs says.
const SIGN: &str = "•";

/// The fonts that have no letters. What their glyphs stand for is a mark in a list or a box; they
/// have no Unicode, or a place in the private range that each font fills as it likes.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    "bookshelfsymbol", "fontawesome", "glyphicons", "itczapfdingbats", "marlett", "materialicons", "monotypesorts",
    "opensymbol", "starsymbol", "webdings", "wingdings", "zapfdingbats",
];

/// Whether a font draws signs and no letters, by its name (`ABCDEF+Wingdings-Regular`).
fn draws(font: &OutlineFontData) -> bool {
    let Some(name) = font.postscript_name.as_deref() else { return false };
    let name = name.split_once('+').map_or(name, |(_, name)| name);
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    SIGNS.iter().any(|sign| name.starts_with(sign))
}

/// Whether a text says nothing, or something that each font fills as it likes.
fn is_private(text: Option<&BfString>) -> bool {
    let private = |letter: &char| matches!(u32::from(*letter), 0xe000..=0xf8ff);
    match text {
        None => true,
        Some(BfString::Char(letter)) => private(letter),
        Some(BfString::String(text)) => text.chars().any(|letter| private(&letter)),
    }
}

/// The text of a glyph, if it is one that a person reads. Fonts with an encoding of their own keep
/// its codes in the private range that starts at U+F000 (OpenType, `cmap`, encoding 3.0): what they
/// mean is told by Latin-1 there (U+F0B7 stands before each point of a list that Word made).
fn readable(text: Option<BfString>) -> Option<String> {
    let text = match text? {
        BfString::Char(letter) => letter.to_string(),
        BfString::String(text) => text,
    };
    let plain: String = text
        .chars()
        .map(|letter| match u32::from(letter) {
            code @ (0xf020..=0xf07e | 0xf0a0..=0xf0ff) => {
                char::from_u32(code.saturating_sub(0xf000)).unwrap_or(letter)
            }
            _ => letter,
        })
        .filter(|letter| !matches!(letter, '\u{ad}' | '\u{200b}' | '\u{feff}'))
        .collect();
    let strange = |letter: char| {
        letter == '\u{fffd}'
            || (letter.is_control() && !letter.is_whitespace())
            || matches!(u32::from(letter), 0xe000..=0xf8ff)
    };
    if text.is_empty() || plain.chars().any(strange) { None } else { Some(plain) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        readable(Some(BfString::String(text.to_owned())))
    }

    #[test]
    fn codes_of_symbol_fonts_are_read() {
        assert_eq!(read("\u{f0b7}").as_deref(), Some("·"));
        assert_eq!(read("\u{f052}\u{f065}\u{f06e}\u{f0e9}").as_deref(), Some("René"));
        assert_eq!(read("\u{e001}"), None);
        assert_eq!(read("\u{fffd}"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn fonts_of_signs_are_known_by_their_name() {
        let named = |name: &str| OutlineFontData {
            data: Arc::new(b""),
            cache_key: 0,
            postscript_name: Some(name.to_owned()),
            weight: None,
            is_italic: false,
            is_serif: false,
            is_monospace: false,
        };
        assert!(draws(&named("LVYEVE+Wingdings-Regular")));
        assert!(draws(&named("ITC Zapf Dingbats")));
        assert!(!draws(&named("ABCDEF+SymbolMT")));
        assert!(!draws(&named("Arial")));
        assert!(is_private(None));
        assert!(is_private(Some(&BfString::Char('\u{f0fc}'))));
        assert!(!is_private(Some(&BfString::Char('a'))));
    }
}
