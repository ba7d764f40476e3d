//! What the pages say: every glyph with its text and its place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro_interpret::font::{FontData, FontQuery, StandardFont};
use hayro_interpret::hayro_cmap::CMapName;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};

use super::cover::{self, Sight};
use super::drawn::{Mark, Whose};
use super::ink::Hidden;
use super::lid::Lid;
use super::normal::{Batch, Shown};
use super::patch::{Drawn, Patch};
use super::scan::Sheet;
use super::view::View;

mod reader;

use reader::{Looks, Reader};

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

impl Glyph {
    /// Whether it is a space.
    pub fn is_blank(&self) -> bool {
        self.text.as_ref().is_some_and(|text| text.trim().is_empty())
    }
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
    /// What is said in place of glyphs that say something else, and whether that is beyond doubt.
    pub otherwise: Vec<(String, bool)>,
    /// What belongs to each number by which tags know it: its glyphs, and whether more is drawn.
    pub tagged: Vec<(u32, Range<usize>, bool)>,
    /// What is said of what is drawn besides.
    pub aside: Vec<String>,
    /// What is said in place of glyphs that nobody sees, and of which.
    pub unspoken: Vec<(String, Range<usize>)>,
    /// The pictures that are drawn.
    pub drawn: Vec<Drawn>,
    /// Those that darken what is under them, with how many glyphs were drawn before.
    pub darkening: Vec<(usize, usize)>,
    /// Those that are seen as one each.
    pub sheets: Vec<Sheet>,
    /// How those are seen of which the place is known, and whether that is beyond doubt.
    pub views: Vec<(usize, View, bool)>,
    /// The patterns that are used, by the number of their object.
    pub patterns: BTreeSet<u32>,
    /// The parts of pictures that are covered.
    pub patches: Vec<Patch>,
    /// What hides drawings by hand, and how many are in layers that are off, and beside the page.
    pub inked: Vec<Hidden>,
    pub inked_off: usize,
    pub inked_away: usize,
    /// What annotations hide, by the object that draws them.
    pub lids: BTreeMap<u32, Lid>,
    /// The annotations that each of these objects draws for.
    pub owners: BTreeMap<u32, Vec<Whose>>,
    /// Those of them that draw what not every reader shows.
    pub doubted: BTreeSet<u32>,
    /// What was marked to be taken out and still stands there.
    pub marked: Vec<Marked>,
    /// Its size.
    pub bounds: Rect,
    /// The glyphs that were read from a picture and that it shows, in order.
    pub scanned: Vec<usize>,
    /// The glyphs without paint that were hardly read from a picture, though they stand on one, and
    /// those that can hardly be read under lines and tiles.
    pub perhaps: Vec<usize>,
    /// Which operator shows each glyph, where operators tell their number.
    pub shown: Vec<Option<Shows>>,
    /// The glyphs that cannot be taken out: those of patterns and masks, and those to which what is
    /// painted next is limited.
    pub fixed: BTreeSet<usize>,
    /// Whether a character map was missing, or tells other letters than fonts name what they draw.
    pub unmapped: bool,
    /// Whether something on it was too much, or stood too deep in itself, to be looked at.
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
    /// Whether pictures can be freed of what they show where this glyph stands.
    pub fn patched(&self, glyph: &Glyph) -> bool {
        let covers = || self.patches.iter().flat_map(|patch| &patch.covers);
        cover::points(glyph).iter().all(|point| covers().any(|cover| cover.has(*point)))
    }

    /// The stretches of glyphs that are covered: each is what one reader would copy from under a
    /// bar. Spaces between covered glyphs belong to them.
    pub fn covered(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut goes_on = false;
        for (index, glyph) in self.glyphs.iter().enumerate() {
            let end = index.saturating_add(1);
            match (glyph.sight, runs.last_mut()) {
                (Sight::Covered, Some(run)) if goes_on => run.end = end,
                (Sight::Covered, _) => {
                    runs.push(index..end);
                    goes_on = true;
                }
                _ => goes_on &= glyph.is_blank(),
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
    let mut looks = Looks::default();
    let pages = pdf.pages();
    if pages.len() != batch.pages.len() {
        return None;
    }
    for ((page, number), beside) in pages.iter().zip(batch.pages).zip(batch.beside) {
        let (width, height) = page.render_dimensions();
        // How large letters are seen, the unit of the page says as well (ISO 32000-2, table 31).
        let unit = page
            .raw()
            .get::<f32>(b"UserUnit")
            .map(f64::from)
            .filter(|unit| (1.0..=1000.0).contains(unit));
        let unit = unit.unwrap_or(1.0);
        let bounds = Rect::new(0.0, 0.0, f64::from(width) * unit, f64::from(height) * unit);
        let transform = page.initial_transform(false).to_kurbo().then_scale(unit);
        let mut context = Context::new(transform, bounds, &cache, page.xref(), settings.clone());
        let mut reader = Reader::new(looks);
        interpret_page(page, &mut context, &mut reader);
        if number.shown {
            reader.judge(&beside, transform, bounds);
        }
        let mut text;
        (text, looks) = reader.finish();
        text.unmapped |= missing.swap(false, Ordering::Relaxed);
        texts.push((number, text));
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
