//! What the styles of a document make of its text: which of them hide it, or give it the colour of
//! what lies behind it.

use std::collections::{BTreeMap, BTreeSet};

use super::numbers::{hides_numbers, hides_text};
use crate::format::rows::Input;
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
}

impl WordStyles {
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        match filter.name() {
            "w:style" => {
                self.here = filter.attribute("w:styleId").unwrap_or_default().to_owned();
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

    pub(super) fn hidden(&self) -> BTreeSet<String> {
        let hides = |style: &&String| self.line(style).find_map(|style| self.says.get(style));
        let styles = self.builds_on.keys().chain(self.says.keys());
        styles.filter(|style| hides(style) == Some(&true)).cloned().collect()
    }

    /// The styles that put a colour behind their text, or build on one that does.
    pub(super) fn shaded(&self) -> BTreeSet<String> {
        let shaded = |style: &&String| self.line(style).any(|style| self.shaded.contains(style));
        let styles = self.builds_on.keys().chain(self.shaded.iter());
        styles.filter(shaded).cloned().collect()
    }

    pub(super) fn white(&self) -> BTreeSet<String> {
        let colour = |style: &&String| self.line(style).find_map(|style| self.colours.get(style));
        let shaded = |style: &&String| self.line(style).any(|style| self.shaded.contains(style));
        let styles = self.builds_on.keys().chain(self.colours.keys());
        let white = styles.filter(|style| colour(style) == Some(&true) && !shaded(style));
        white.cloned().collect()
    }

    /// A style, and those that it builds on. Styles that build on each other in a circle end.
    fn line<'s>(&'s self, style: &'s String) -> impl Iterator<Item = &'s String> {
        std::iter::successors(Some(style), |style| self.builds_on.get(*style)).take(20)
    }
}

/// The formats of cells.
#[derive(Default)]
pub(super) struct CellStyles {
    /// Shapes of numbers that show no number, and those that show no text.
    numbers: BTreeSet<String>,
    words: BTreeSet<String>,
    fonts: usize,
    white: BTreeSet<usize>,
    tiny: BTreeSet<usize>,
    /// The colours of fonts and fills that have one.
    colours: BTreeMap<usize, String>,
    behind: BTreeMap<usize, String>,
    fills: usize,
    filled: BTreeSet<usize>,
    formats: usize,
    pub(super) unseen: BTreeSet<usize>,
    pub(super) of_numbers: BTreeSet<usize>,
    pub(super) of_text: BTreeSet<usize>,
    pub(super) bare: BTreeSet<usize>,
    pub(super) pale: BTreeSet<usize>,
    conditional: Vec<Conditional>,
}

/// What a format changes in the cells of which a condition holds.
#[derive(Default)]
pub(super) struct Conditional {
    colour: Option<String>,
    white: bool,
    behind: Option<String>,
    filled: bool,
    /// Its shape of numbers shows nothing.
    blank: bool,
}

impl Conditional {
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        match filter.name() {
            "x:color" if filter.path().any(|name| name == "x:font") => {
                (self.colour, self.white) = (colour_of(filter), is_white_cell(filter));
            }
            "x:bgColor" => (self.behind, self.filled) = (colour_of(filter), true),
            "x:fill" => self.filled = true,
            "x:numFmt" => {
                let code = filter.attribute("formatCode").unwrap_or_default();
                self.blank = hides_numbers(code);
            }
            _ => {}
        }
    }

    pub(super) fn is_unseen(&self) -> bool {
        let same = self.colour.is_some() && self.colour == self.behind;
        self.blank || same || self.white && !self.filled
    }
}

impl CellStyles {
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let around = filter.path().rev().nth(1).unwrap_or_default();
        if filter.name() == "x:dxf" {
            self.conditional.push(Conditional::default());
        } else if filter.path().any(|name| name == "x:dxf") {
            self.conditional.last_mut().into_iter().for_each(|last| last.starts(filter));
            return;
        }
        match (around, filter.name()) {
            ("x:numFmts", "x:numFmt") => {
                let code = filter.attribute("formatCode").unwrap_or_default();
                let name = filter.attribute("numFmtId").unwrap_or_default();
                if hides_numbers(code) {
                    self.numbers.insert(name.to_owned());
                }
                if hides_text(code) {
                    self.words.insert(name.to_owned());
                }
            }
            ("x:fonts", "x:font") => self.fonts = self.fonts.saturating_add(1),
            ("x:font", "x:color") => {
                if is_white_cell(filter) {
                    self.white.insert(self.fonts.saturating_sub(1));
                }
                let colour = colour_of(filter);
                self.colours.extend(colour.map(|colour| (self.fonts.saturating_sub(1), colour)));
            }
            ("x:font", "x:sz") => {
                let size: Option<f64> = filter.attribute("val").and_then(|size| size.parse().ok());
                if size.is_some_and(|size| size <= TINY) {
                    self.tiny.insert(self.fonts.saturating_sub(1));
                }
            }
            ("x:fills", "x:fill") => self.fills = self.fills.saturating_add(1),
            ("x:fill", "x:gradientFill") => {
                self.filled.insert(self.fills.saturating_sub(1));
            }
            ("x:fill", "x:patternFill") => {
                let sort = filter.attribute("patternType").unwrap_or("none");
                if sort != "none" {
                    self.filled.insert(self.fills.saturating_sub(1));
                }
            }
            ("x:patternFill", "x:fgColor") => {
                let colour = colour_of(filter);
                self.behind.extend(colour.map(|colour| (self.fills.saturating_sub(1), colour)));
            }
            ("x:cellXfs", "x:xf") => self.format(filter),
            _ => {}
        }
    }

    fn format(&mut self, filter: &Filter<Input<'_>>) {
        let shape = filter.attribute("numFmtId").unwrap_or_default();
        let index = |name| filter.attribute(name).and_then(|value| value.parse::<usize>().ok());
        let white = index("fontId").is_some_and(|font| self.white.contains(&font));
        let filled = index("fillId").is_some_and(|fill| self.filled.contains(&fill));
        let font = index("fontId").and_then(|font| self.colours.get(&font));
        let fill = index("fillId").and_then(|fill| self.behind.get(&fill));
        let black = BLACK.to_owned();
        let same = filled && fill.is_some() && Some(font.unwrap_or(&black)) == fill;
        let tiny = index("fontId").is_some_and(|font| self.tiny.contains(&font));
        if white && !filled || same || tiny {
            self.unseen.insert(self.formats);
        }
        if white && !filled && !same && !tiny {
            self.pale.insert(self.formats);
        }
        if !filled {
            self.bare.insert(self.formats);
        }
        if self.numbers.contains(shape) {
            self.of_numbers.insert(self.formats);
        }
        if self.words.contains(shape) {
            self.of_text.insert(self.formats);
        }
        self.formats = self.formats.saturating_add(1);
    }

    /// The formats that a condition gives to cells, and that show nothing.
    pub(super) fn conditional(&self) -> BTreeSet<usize> {
        let formats = self.conditional.iter().enumerate();
        formats.filter(|(_, format)| format.is_unseen()).map(|(number, _)| number).collect()
    }
}

/// Whether a colour of a workbook is that of the paper.
fn is_white_cell(filter: &Filter<Input<'_>>) -> bool {
    filter.attribute("rgb").is_some_and(|rgb| rgb.ends_with("FFFFFF"))
        || filter.attribute("theme") == Some("0")
            && filter.attribute("tint").is_none_or(|tint| tint.parse() == Ok(0.0))
}

/// Whether the colour that text of Word has is that of the paper, or so near that nobody sees it.
pub(super) fn is_white(filter: &Filter<Input<'_>>) -> bool {
    let value = filter.attribute("w:val").unwrap_or_default();
    let theme = filter.attribute("w:themeColor").unwrap_or_default();
    let near = value.len() == 6
        && value
            .as_bytes()
            .chunks(2)
            .all(|two| matches!(two, [b'F' | b'f', b'B'..=b'F' | b'b'..=b'f']));
    near && theme.is_empty() || theme == "background1" && !is_shaded_theme(filter)
}

/// Whether a colour of the theme is made darker.
fn is_shaded_theme(filter: &Filter<Input<'_>>) -> bool {
    filter.attribute("w:themeShade").is_some_and(|shade| !shade.eq_ignore_ascii_case("FF"))
}

/// The colour of a font or a fill in a workbook. Black and white have many names: those of the
/// theme, of the palette and of the system (ECMA-376 part 1, 18.8.27).
fn colour_of(filter: &Filter<Input<'_>>) -> Option<String> {
    let tint = filter.attribute("tint").filter(|tint| tint.parse() != Ok(0.0)).unwrap_or_default();
    let named = ["rgb", "theme", "indexed", "auto"].into_iter();
    let mut named = named.filter_map(|name| Some((name, filter.attribute(name)?)));
    named.next().map(|(name, value)| match (name, value, tint) {
        ("theme", "1", "") | ("indexed", "0" | "8" | "64", "") | ("auto", "1", "") => {
            BLACK.to_owned()
        }
        ("theme", "0", "") | ("indexed", "1" | "9" | "65", "") => "FFFFFF".to_owned(),
        ("rgb", rgb, "") if rgb.len() == 8 => rgb.get(2..).unwrap_or_default().to_ascii_uppercase(),
        _ => format!("{name} {value} {tint}").to_ascii_uppercase(),
    })
}

/// Two points and less are not read by anyone.
const TINY: f64 = 2.0;

/// What letters have where nothing else is said.
const BLACK: &str = "000000";

/// Whether a switch of Word is on.
pub(super) fn is_on(filter: &Filter<Input<'_>>) -> bool {
    !matches!(filter.attribute("w:val"), Some("0" | "false" | "off"))
}
