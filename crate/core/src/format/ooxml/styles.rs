//! What the styles of a document make of its text: which of them hide it, or give it the colour of
//! what lies behind it.

use std::collections::{BTreeMap, BTreeSet};

use super::numbers::{
    hides_numbers, hides_text, is_date, shows_date, whitens_numbers, whitens_text,
};
use crate::format::colours::{BLACK, WHITE, digits, lit, same};
use crate::format::rows::Input;
use crate::order::Gather;
use crate::syntax::xml::Filter;

/// The styles of Word, of which one can build on another.
#[derive(Default)]
pub(super) struct WordStyles {
    here: String,
    builds_on: BTreeMap<String, String>,
    /// Whether a style itself says that its text is hidden.
    says: BTreeMap<String, bool>,
    /// Whether a style itself says that its text is white.
    colours: BTreeMap<String, bool>,
    /// The styles that put a colour behind their text.
    shaded: BTreeSet<String>,
    /// What else each says itself; under no name, what all text is by itself.
    own: BTreeMap<String, Says>,
    /// The style of paragraphs that name none.
    usual: String,
    /// The part of a table that the style at hand speaks of.
    part: Option<u16>,
}

/// What a style of Word says of its text.
#[derive(Clone, Default)]
pub(super) struct Says {
    pub(super) white: Option<bool>,
    pub(super) colour: Option<String>,
    /// The colour behind it.
    pub(super) behind: Option<String>,
    /// Its letters are too small to be read, or pressed together.
    pub(super) tiny: Option<bool>,
    pub(super) pressed: Option<bool>,
    /// In which parts of a table text is hidden, or white.
    pub(super) hides: Option<u16>,
    pub(super) whitens: Option<u16>,
}

/// The parts of a table that a style can tell apart, as they are counted in `w:cnfStyle` (ECMA-376
/// part 1, 17.3.1.8 and 17.18.89).
const PARTS: [&str; 8] = [
    "firstRow",
    "lastRow",
    "firstCol",
    "lastCol",
    "band1Vert",
    "band2Vert",
    "band1Horz",
    "band2Horz",
];

impl Says {
    fn starts(&mut self, filter: &Filter<Input<'_>>, part: Option<u16>) {
        let value = filter.attribute("w:val").unwrap_or_default();
        let adds = |bits: &mut Option<u16>| *bits = part.map(|part| bits.unwrap_or(0) | part);
        match filter.name() {
            "w:vanish" if part.is_some() && is_on(filter) => adds(&mut self.hides),
            "w:color" if part.is_some() && is_white(filter) => adds(&mut self.whitens),
            _ if part.is_some() => {}
            "w:color" => {
                (self.white, self.colour) = (Some(is_white(filter)), Some(value.to_owned()));
            }
            "w:shd" => {
                let solid = value == "solid";
                let fill = filter.attribute(if solid { "w:color" } else { "w:fill" });
                self.behind = fill.map(str::to_owned);
            }
            "w:sz" => self.tiny = Some(value.parse().is_ok_and(|size: u32| size <= TINY_WORD)),
            "w:w" => self.pressed = Some(is_pressed(value)),
            _ => {}
        }
    }

    /// What it says, and where it says nothing, what another says.
    fn over(mut self, below: &Self) -> Self {
        self.white = self.white.or(below.white);
        self.colour = self.colour.or_else(|| below.colour.clone());
        self.behind = self.behind.or_else(|| below.behind.clone());
        self.tiny = self.tiny.or(below.tiny);
        self.pressed = self.pressed.or(below.pressed);
        self.hides = self.hides.or(below.hides);
        self.whitens = self.whitens.or(below.whitens);
        self
    }
}

impl WordStyles {
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let mut around = filter.path().rev().skip(1);
        if matches!(around.next(), Some("w:rPr" | "w:pPr")) {
            let part = match around.next() {
                Some("w:tblStylePr") => self.part,
                Some("w:style" | "w:rPrDefault") => None,
                _ => Some(0),
            };
            if part != Some(0) {
                self.own.entry(self.here.clone()).or_default().starts(filter, part);
            }
        }
        match filter.name() {
            "w:docDefaults" => self.here.clear(),
            "w:tblStylePr" => {
                let sort = filter.attribute("w:type");
                let place = PARTS.iter().position(|part| Some(*part) == sort);
                self.part = Some(place.map_or(0, |place| 1 << place));
            }
            "w:style" => {
                self.here = filter.attribute("w:styleId").unwrap_or_default().to_owned();
                let usual = matches!(filter.attribute("w:default"), Some("1" | "true" | "on"));
                if usual && filter.attribute("w:type") == Some("paragraph") {
                    self.usual.clone_from(&self.here);
                }
            }
            "w:basedOn" => {
                let on = filter.attribute("w:val").unwrap_or_default().to_owned();
                self.builds_on.insert(self.here.clone(), on);
            }
            "w:vanish" if filter.path().rev().nth(2) == Some("w:style") => {
                self.says.insert(self.here.clone(), is_on(filter));
            }
            "w:color" if filter.path().rev().nth(2) == Some("w:style") => {
                self.colours.insert(self.here.clone(), is_white(filter));
            }
            "w:shd" | "w:highlight" | "w:pBdr" => {
                self.shaded.insert(self.here.clone());
            }
            _ => {}
        }
    }

    /// What each style says, with those that it builds on, and the style of paragraphs that name none.
    pub(super) fn looks(&self) -> (BTreeMap<String, Says>, String) {
        let styles = self.builds_on.keys().chain(self.own.keys());
        let looks = styles.map(|style| {
            let line = self.line(style).filter_map(|style| self.own.get(style));
            (style.clone(), line.fold(Says::default(), Says::over))
        });
        (looks.collect(), self.usual.clone())
    }

    pub(super) fn hidden(&self) -> BTreeSet<String> {
        let hides = |style: &&String| self.line(style).find_map(|style| self.says.get(style));
        let styles = self.builds_on.keys().chain(self.says.keys());
        styles.filter(|style| hides(style) == Some(&true)).cloned().into_set()
    }

    /// The styles that put a colour behind their text, or build on one that does.
    pub(super) fn shaded(&self) -> BTreeSet<String> {
        let shaded = |style: &&String| self.line(style).any(|style| self.shaded.contains(style));
        let styles = self.builds_on.keys().chain(self.shaded.iter());
        styles.filter(shaded).cloned().into_set()
    }

    pub(super) fn white(&self) -> BTreeSet<String> {
        let colour = |style: &&String| self.line(style).find_map(|style| self.colours.get(style));
        let shaded = |style: &&String| self.line(style).any(|style| self.shaded.contains(style));
        let styles = self.builds_on.keys().chain(self.colours.keys());
        let white = styles.filter(|style| colour(style) == Some(&true) && !shaded(style));
        white.cloned().into_set()
    }

    /// A style, and those that it builds on. Styles that build on each other in a circle end.
    fn line<'s>(&'s self, style: &'s String) -> impl Iterator<Item = &'s String> {
        std::iter::successors(Some(style), |style| self.builds_on.get(*style)).take(20)
    }
}

/// The colours that a workbook gives numbers to: those of its theme, and its own palette.
#[derive(Clone, Default)]
pub(super) struct Palette {
    pub(super) theme: Vec<u32>,
    pub(super) own: Vec<u32>,
}

impl Palette {
    /// The colour of a font or a fill (ECMA-376 part 1, 18.8.3 `bgColor`, 18.8.27
    /// `indexedColors`).
    pub(super) fn colour(&self, filter: &Filter<Input<'_>>) -> Option<u32> {
        let value = |name| filter.attribute(name);
        let number = |name| value(name).and_then(|number| number.parse::<usize>().ok());
        let colour = match (value("rgb"), number("theme"), number("indexed")) {
            (Some(rgb), ..) => digits(rgb.get(rgb.len().saturating_sub(6)..)?),
            (_, Some(number), _) => {
                // Paper and ink stand in another order than in the theme.
                let place = if number < 4 { number ^ 1 } else { number };
                let theme = if self.theme.is_empty() { THEME } else { &self.theme };
                theme.get(place).copied()
            }
            (.., Some(number @ 0..=63)) => {
                let palette = if self.own.is_empty() { INDEXED } else { &self.own };
                // The first eight come twice.
                let place = if self.own.is_empty() { number.saturating_sub(8) } else { number };
                palette.get(if number < 8 { number } else { place }).copied()
            }
            (.., Some(64)) => Some(BLACK),
            (.., Some(65)) => Some(WHITE),
            _ => (value("auto") == Some("1")).then_some(BLACK),
        }?;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a part of one, in hundred thousandths"
        )]
        let tint = |tint: &str| tint.parse().ok().map(|tint: f64| (tint * 100_000.0) as i64);
        let tint = value("tint").and_then(tint).unwrap_or(0).clamp(-100_000, 100_000);
        let rest = 100_000_i64.saturating_sub(tint.abs());
        Some(if tint == 0 { colour } else { lit(colour, rest, tint.max(0)) })
    }
}

/// The theme of Office, where a workbook has none: ink, paper, both again, and its accents.
const THEME: &[u32] = &[
    BLACK, WHITE, 0x44_546A, 0xE7_E6E6, 0x5B_9BD5, 0xED_7D31, 0xA5_A5A5, 0xFF_C000, 0x44_72C4,
    0x70_AD47, 0x05_63C1, 0x95_4F72,
];

/// The palette of Excel, from the eighth colour on.
const INDEXED: &[u32] = &[
    0x00_0000, 0xFF_FFFF, 0xFF_0000, 0x00_FF00, 0x00_00FF, 0xFF_FF00, 0xFF_00FF, 0x00_FFFF,
    0x80_0000, 0x00_8000, 0x00_0080, 0x80_8000, 0x80_0080, 0x00_8080, 0xC0_C0C0, 0x80_8080,
    0x99_99FF, 0x99_3366, 0xFF_FFCC, 0xCC_FFFF, 0x66_0066, 0xFF_8080, 0x00_66CC, 0xCC_CCFF,
    0x00_0080, 0xFF_00FF, 0xFF_FF00, 0x00_FFFF, 0x80_0080, 0x80_0000, 0x00_8080, 0x00_00FF,
    0x00_CCFF, 0xCC_FFFF, 0xCC_FFCC, 0xFF_FF99, 0x99_CCFF, 0xFF_99CC, 0xCC_99FF, 0xFF_CC99,
    0x33_66FF, 0x33_CCCC, 0x99_CC00, 0xFF_CC00, 0xFF_9900, 0xFF_6600, 0x66_6699, 0x96_9696,
    0x00_3366, 0x33_9966, 0x00_3300, 0x33_3300, 0x99_3300, 0x99_3366, 0x33_3399, 0x33_3333,
];

/// The formats of cells.
#[derive(Default)]
pub(super) struct CellStyles {
    /// Shapes of numbers that show no number, and those that show no text; and the same in white.
    numbers: BTreeSet<String>,
    words: BTreeSet<String>,
    white_numbers: BTreeSet<String>,
    white_words: BTreeSet<String>,
    /// Those that show dates, and the formats that have them.
    days: BTreeSet<String>,
    pub(super) of_days: BTreeSet<usize>,
    pub(super) palette: Palette,
    fonts: Vec<Font>,
    fills: Vec<Fill>,
    pub(super) unseen: BTreeSet<usize>,
    pub(super) of_numbers: BTreeSet<usize>,
    pub(super) of_text: BTreeSet<usize>,
    pub(super) pale: BTreeSet<usize>,
    /// What lies behind the text of each format, where that is one colour.
    pub(super) behind: Vec<Option<u32>>,
    conditional: Vec<Conditional>,
}

#[derive(Default)]
struct Font {
    colour: Option<u32>,
    tiny: bool,
}

#[derive(Default)]
struct Fill {
    filled: bool,
    solid: bool,
    front: Option<u32>,
    back: Option<u32>,
}

impl Fill {
    /// What lies behind the text, where that is one colour.
    fn behind(&self) -> Option<u32> {
        match (self.filled, self.solid) {
            (false, _) => Some(WHITE),
            (true, true) => self.front,
            (true, false) => self.front.filter(|front| self.back == Some(*front)),
        }
    }
}

/// What a format changes in the cells of which a condition holds.
#[derive(Default)]
pub(super) struct Conditional {
    colour: Option<u32>,
    fill: Fill,
    /// Its shape of numbers shows nothing.
    blank: bool,
}

impl Conditional {
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>, palette: &Palette) {
        match filter.name() {
            "x:color" if filter.path().any(|name| name == "x:font") => {
                self.colour = palette.colour(filter);
            }
            // Here the colour behind a pattern is that of a plain fill.
            "x:bgColor" => self.fill.front = palette.colour(filter),
            "x:fill" => (self.fill.filled, self.fill.solid) = (true, true),
            "x:numFmt" => {
                let code = filter.attribute("formatCode").unwrap_or_default();
                self.blank = hides_numbers(code);
            }
            _ => {}
        }
    }

    pub(super) fn is_unseen(&self) -> bool {
        let colours = self.colour.zip(self.fill.behind());
        self.blank || colours.is_some_and(|(colour, behind)| same(colour, behind))
    }
}

impl CellStyles {
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let around = filter.path().rev().nth(1).unwrap_or_default();
        if filter.name() == "x:dxf" {
            self.conditional.push(Conditional::default());
        } else if filter.path().any(|name| name == "x:dxf") {
            let last = self.conditional.last_mut();
            last.into_iter().for_each(|last| last.starts(filter, &self.palette));
            return;
        }
        match (around, filter.name()) {
            ("x:numFmts", "x:numFmt") => {
                let code = filter.attribute("formatCode").unwrap_or_default();
                let name = filter.attribute("numFmtId").unwrap_or_default();
                let hides = [
                    (hides_numbers(code), &mut self.numbers),
                    (hides_text(code), &mut self.words),
                    (whitens_numbers(code), &mut self.white_numbers),
                    (whitens_text(code), &mut self.white_words),
                    (shows_date(code), &mut self.days),
                ];
                for (_, names) in hides.into_iter().filter(|(hides, _)| *hides) {
                    names.insert(name.to_owned());
                }
            }
            ("x:fonts", "x:font") => self.fonts.push(Font::default()),
            ("x:font", "x:color") => {
                let colour = self.palette.colour(filter);
                self.fonts.last_mut().into_iter().for_each(|font| font.colour = colour);
            }
            ("x:font", "x:sz") => {
                let tiny = is_tiny(filter);
                self.fonts.last_mut().into_iter().for_each(|font| font.tiny = tiny);
            }
            ("x:fills", "x:fill") => self.fills.push(Fill::default()),
            ("x:fill", "x:gradientFill") => {
                self.fills.last_mut().into_iter().for_each(|fill| fill.filled = true);
            }
            ("x:fill", "x:patternFill") => {
                let sort = filter.attribute("patternType").unwrap_or("none");
                let (filled, solid) = (sort != "none", sort == "solid");
                let last = self.fills.last_mut();
                last.into_iter().for_each(|fill| (fill.filled, fill.solid) = (filled, solid));
            }
            ("x:patternFill", "x:fgColor" | "x:bgColor") => {
                let colour = self.palette.colour(filter);
                let Some(fill) = self.fills.last_mut() else { return };
                match filter.name() {
                    "x:fgColor" => fill.front = colour,
                    _ => fill.back = colour,
                }
            }
            ("x:cellXfs", "x:xf") => self.format(filter),
            _ => {}
        }
    }

    fn format(&mut self, filter: &Filter<Input<'_>>) {
        let index = |name| filter.attribute(name).and_then(|value| value.parse::<usize>().ok());
        let shape = filter.attribute("numFmtId").unwrap_or_default();
        let number = self.behind.len();
        let font = index("fontId").and_then(|font| self.fonts.get(font));
        let fill = index("fillId").and_then(|fill| self.fills.get(fill));
        let filled = fill.is_some_and(|fill| fill.filled);
        let behind = fill.map_or(Some(WHITE), Fill::behind);
        // Black is what letters have where nothing else is said.
        let colour = font.and_then(|font| font.colour).unwrap_or(BLACK);
        let on = |colour: u32| behind.is_some_and(|behind| same(colour, behind));
        let tiny = font.is_some_and(|font| font.tiny);
        if tiny || on(colour) {
            self.unseen.insert(number);
        }
        let (numbers, words) =
            (self.white_numbers.contains(shape), self.white_words.contains(shape));
        if !filled && !tiny && (on(colour) || numbers || words) {
            self.pale.insert(number);
        }
        if self.numbers.contains(shape) || numbers && on(WHITE) {
            self.of_numbers.insert(number);
        }
        if self.words.contains(shape) || words && on(WHITE) {
            self.of_text.insert(number);
        }
        if self.days.contains(shape) || is_date(shape) {
            self.of_days.insert(number);
        }
        self.behind.push(behind);
    }

    /// The formats that a condition gives to cells, and that show nothing.
    pub(super) fn conditional(&self) -> BTreeSet<usize> {
        let formats = self.conditional.iter().enumerate();
        formats.filter(|(_, format)| format.is_unseen()).map(|(number, _)| number).into_set()
    }
}

/// Whether letters of a workbook are of two points or less, which nobody reads.
pub(super) fn is_tiny(filter: &Filter<Input<'_>>) -> bool {
    let size: Option<f64> = filter.attribute("val").and_then(|size| size.parse().ok());
    size.is_some_and(|size| size <= TINY)
}

/// Whether the colour that text of Word has is that of the paper, or so near that nobody sees it.
pub(super) fn is_white(filter: &Filter<Input<'_>>) -> bool {
    let value = filter.attribute("w:val").unwrap_or_default();
    let theme = filter.attribute("w:themeColor").unwrap_or_default();
    let near = digits(value).is_some_and(|colour| same(colour, WHITE));
    near && theme.is_empty() || theme == "background1" && !is_shaded_theme(filter)
}

/// Whether a colour of the theme is made darker.
fn is_shaded_theme(filter: &Filter<Input<'_>>) -> bool {
    filter.attribute("w:themeShade").is_some_and(|shade| !shade.eq_ignore_ascii_case("FF"))
}

/// Two points and less are not read by anyone.
const TINY: f64 = 2.0;
/// Word counts in halves.
pub(super) const TINY_WORD: u32 = 4;

/// Whether letters are pressed together so far that they cannot be read.
pub(super) fn is_pressed(width: &str) -> bool {
    width.trim_end_matches('%').parse().is_ok_and(|width: u32| width <= 10)
}

/// The parts of a table that are told apart, in the bits of [`PARTS`] (ECMA-376 part 1, 17.4.55
/// `tblLook`).
pub(super) fn parts_of_look(filter: &Filter<Input<'_>>) -> u16 {
    let bits = filter.attribute("w:val").and_then(|bits| u16::from_str_radix(bits, 16).ok());
    let bits = bits.unwrap_or_else(|| {
        const NAMES: [(&str, u16); 6] = [
            ("w:firstRow", 0x20),
            ("w:lastRow", 0x40),
            ("w:firstColumn", 0x80),
            ("w:lastColumn", 0x100),
            ("w:noHBand", 0x200),
            ("w:noVBand", 0x400),
        ];
        let on = |name: &str| matches!(filter.attribute(name), Some("1" | "true" | "on"));
        NAMES.iter().filter(|(name, _)| on(name)).fold(0, |bits, (_, bit)| bits | bit)
    });
    let bands = if bits & 0x200 == 0 { 0xC0 } else { 0 } | if bits & 0x400 == 0 { 0x30 } else { 0 };
    (bits >> 5) & 0xF | bands
}

/// The parts to which a row or a cell says that it belongs.
pub(super) fn parts_of(filter: &Filter<Input<'_>>) -> u16 {
    let bits = filter.attribute("w:val").unwrap_or_default().bytes().take(8).enumerate();
    bits.filter(|(_, bit)| *bit == b'1').fold(0, |parts, (place, _)| parts | 1 << place)
}

/// Whether a switch of Word is on.
pub(super) fn is_on(filter: &Filter<Input<'_>>) -> bool {
    !matches!(filter.attribute("w:val"), Some("0" | "false" | "off"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_says_what_the_one_it_builds_on_says_unless_it_says_otherwise() {
        let own = |tiny, white| Says { tiny, white, ..Says::default() };
        let styles = WordStyles {
            own: [("a", own(Some(true), Some(true))), ("b", own(Some(false), None))]
                .map(|(name, says)| (name.to_owned(), says))
                .into(),
            builds_on: [("b".to_owned(), "a".to_owned()), ("c".to_owned(), "b".to_owned())].into(),
            ..WordStyles::default()
        };
        let (looks, _) = styles.looks();
        let says = looks.get("c").map(|says| (says.tiny, says.white));
        assert_eq!(says, Some((Some(false), Some(true))));
    }

    #[test]
    fn letters_are_pressed_together_at_a_tenth() {
        assert!(is_pressed("1") && is_pressed("10%") && !is_pressed("66") && !is_pressed(""));
    }
}
