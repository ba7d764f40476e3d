//! What the pages say: every glyph with its text and its place.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, CMapName};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, Paint, SoftMask, TransformExt, interpret_page,
};

use super::normal::Batch;

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
}

/// What a page draws.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// Whether a character map was missing.
    pub unmapped: bool,
}

/// Draws the pages of a batch into nothing but text.
pub fn read(batch: Batch) -> Option<Vec<(usize, PageText)>> {
    if batch.pages.is_empty() {
        return Some(Vec::new());
    }
    let pdf = Pdf::new(Arc::new(batch.bytes)).ok()?;
    let missing = Arc::new(AtomicBool::new(false));
    let noted = missing.clone();
    let settings = InterpreterSettings {
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
    for (page, number) in pages.iter().zip(batch.pages) {
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let transform = page.initial_transform(false).to_kurbo();
        let mut context = Context::new(transform, bounds, &cache, page.xref(), settings.clone());
        let mut reader = Reader::default();
        interpret_page(page, &mut context, &mut reader);
        reader.page.unmapped = missing.swap(false, Ordering::Relaxed);
        texts.push((number, reader.page));
    }
    Some(texts)
}

/// A device that draws nothing and notes what it is told to draw.
#[derive(Default)]
struct Reader {
    page: PageText,
    /// The start of the last run that was filled: a stroke over it is the same text.
    filled: Option<(usize, Affine)>,
    /// How deep patterns stand in each other.
    inside: usize,
}

/// A run of one glyph has no other to measure its advance by.
const EM: f64 = 1000.0;

#[expect(clippy::arithmetic_side_effects, reason = "affine maps of floating-point numbers")]
impl<'a> Device<'a> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let Some(first) = run.glyphs().first() else { return };
        let start = (run.glyphs().len(), props.transform * first.transform());
        if matches!(mode, DrawMode::Stroke(_)) && self.filled == Some(start) {
            return;
        }
        self.filled = matches!(mode, DrawMode::Fill(_)).then_some(start);
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let (text, advance) = match &**glyph {
                Drawn::Outline(outline) => {
                    let text = readable(glyph.as_unicode());
                    let text = text.or_else(|| {
                        outline.outline().segments().next().is_none().then(|| " ".to_owned())
                    });
                    (text, outline.advance_width())
                }
                Drawn::Type3(shape) => (readable(shape.as_unicode()), shape.advance_width()),
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
            });
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _mode: &DrawMode) {
        let curves = path
            .segments()
            .filter(|segment| !matches!(segment, hayro_interpret::kurbo::PathSeg::Line(_)));
        self.page.curves = self.page.curves.saturating_add(curves.count());
        self.pattern(&props.paint);
    }

    fn draw_rect(&mut self, _rectangle: &Rect, props: DrawProps<'a>, _mode: &DrawMode) {
        self.pattern(&props.paint);
    }

    fn draw_image(&mut self, _image: Image<'a, '_>, _props: ImageDrawProps<'a>) {
        self.page.pictures = self.page.pictures.saturating_add(1);
    }

    fn begin_marked_content(&mut self, _tag: &[u8], properties: Option<&Dict<'_>>) {
        let spoken = properties.and_then(|properties| {
            properties.get::<hayro_interpret::hayro_syntax::object::String<'_>>(b"ActualText")
        });
        if let Some(spoken) = spoken {
            self.page.spoken.push(super::strings::decode(spoken.as_bytes()));
        }
    }

    fn push_clip_path(&mut self, _clip: &ClipPath) {}
    fn push_clip_rect(&mut self, _rectangle: &Rect) {}
    fn pop_clip(&mut self) {}
    fn push_transparency_group(&mut self, _: f32, mask: Option<SoftMask<'a>>, _: BlendMode) {
        self.mask(mask);
    }
    fn pop_transparency_group(&mut self) {}
}

/// Patterns and masks stand in each other no deeper than this.
const INSIDE: usize = 3;

impl Reader {
    /// What a pattern shows is read once for each time that it is used.
    fn pattern<'a>(&mut self, paint: &Paint<'a>) {
        let Paint::Pattern(pattern) = paint else { return };
        if let hayro_interpret::pattern::Pattern::Tiling(tile) = &**pattern
            && self.inside < INSIDE
        {
            self.inside = self.inside.saturating_add(1);
            tile.interpret(self, Affine::IDENTITY, false);
            self.inside = self.inside.saturating_sub(1);
        }
    }

    fn mask<'a>(&mut self, mask: Option<SoftMask<'a>>) {
        if let Some(mask) = mask
            && self.inside < INSIDE
        {
            self.inside = self.inside.saturating_add(1);
            mask.interpret(self);
            self.inside = self.inside.saturating_sub(1);
        }
    }
}

fn length(vector: Vec2) -> f64 {
    // Not `hypot`, which is not the same on every machine.
    (vector.x * vector.x + vector.y * vector.y).sqrt()
}

/// The text of a glyph, if it is one that a person reads. Fonts of symbols keep the letters of
/// their codes in the private range that starts at U+F000.
fn readable(text: Option<BfString>) -> Option<String> {
    let text = match text? {
        BfString::Char(letter) => letter.to_string(),
        BfString::String(text) => text,
    };
    let plain: String = text
        .chars()
        .map(|letter| match u32::from(letter) {
            code @ 0xf020..=0xf07e => char::from_u32(code.saturating_sub(0xf000)).unwrap_or(letter),
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
