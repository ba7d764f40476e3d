//! Which styles and layers hide what they are given to.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::Fields;
use super::unused::Unused;
use crate::format::ooxml::covered::{Fill, is_dark};
use crate::format::rows::Input;
use crate::syntax::xml::Filter;

/// The styles that were declared so far.
#[derive(Clone, Default)]
pub(super) struct Styles {
    /// By family and name.
    known: BTreeMap<(String, String), Style>,
    /// Layers of a drawing that are not shown.
    layers: BTreeSet<String>,
    /// The style that is being declared.
    open: Option<(String, String)>,
    /// The widest and the highest page, in millimetres.
    page: (f64, f64),
    /// Some page has a colour of its own.
    coloured: bool,
    /// Some style of text says that it is shown.
    again: bool,
    /// The fields that headers and footers declare, and their formulas.
    pub(super) fields: Fields,
    /// What may be used by no page.
    pub(super) unused: Unused,
}

/// What a style says; nothing where it leaves that to the one it builds on.
#[derive(Clone, Default)]
struct Style {
    parent: Option<String>,
    hides: Option<bool>,
    white: Option<bool>,
    tiny: Option<bool>,
    clear: Option<bool>,
    shaded: Option<bool>,
    /// What fills a shape, whether in a dark colour, and whether what lies behind it shines through.
    fill: Option<Fill>,
    dark: Option<bool>,
    faint: Option<bool>,
}

/// How the text in an element looks, as far as its style says.
#[derive(Clone, Copy, Default)]
pub(super) struct Looks {
    pub(super) white: Option<bool>,
    pub(super) tiny: Option<bool>,
    /// It is transparent, or has the colour that lies behind it.
    pub(super) clear: Option<bool>,
    /// A colour stands behind it.
    pub(super) shaded: bool,
}

/// Two points and less are not read by anyone.
const TINY: f64 = 0.71;

/// How many styles may build on each other.
const GENERATIONS: usize = 32;

impl Looks {
    /// Whether nobody sees text that looks so on white.
    pub(super) fn is_unseen(self) -> bool {
        let white = self.white == Some(true) && !self.shaded;
        white || self.tiny == Some(true) || self.clear == Some(true)
    }
}

impl Styles {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        self.unused.starts(filter);
        let value = |name| filter.attribute(name);
        match filter.name() {
            "style:style" => {
                let family = value("style:family").unwrap_or_default().to_owned();
                let name = value("style:name").unwrap_or_default().to_owned();
                let parent = value("style:parent-style-name").map(str::to_owned);
                let key = (family, name);
                self.known.insert(key.clone(), Style { parent, ..Style::default() });
                self.open = Some(key);
            }
            "style:default-style" => {
                let key = (value("style:family").unwrap_or_default().to_owned(), String::new());
                self.known.insert(key.clone(), Style::default());
                self.open = Some(key);
            }
            "style:page-layout-properties" => self.page(filter),
            "style:header-footer-properties" => {
                self.coloured |= is_shaded(filter).unwrap_or(false);
            }
            "style:background-image" if self.open.is_none() => {
                self.coloured |= is_shaded(filter).unwrap_or(false);
            }
            "style:text-properties" => {
                self.tells(value("text:display").map(|display| display == "none"));
            }
            "style:table-row-properties" => self.tells(is_nothing(value("style:row-height"))),
            "style:table-column-properties" => {
                self.tells(is_nothing(value("style:column-width")));
            }
            "style:table-properties" => {
                self.tells(value("table:display").map(|display| display == "false"));
            }
            "style:drawing-page-properties" => {
                self.tells(value("presentation:visibility").map(|shown| shown == "hidden"));
            }
            "draw:layer" if matches!(value("draw:display"), Some("none" | "printer")) => {
                self.layers.insert(value("draw:name").unwrap_or_default().to_owned());
            }
            _ => {}
        }
        if filter.name().ends_with("-properties") || filter.name() == "style:background-image" {
            self.looks(filter);
        }
    }

    fn page(&mut self, filter: &Filter<Input<'_>>) {
        let length = |name| filter.attribute(name).and_then(millimetres).unwrap_or_default();
        let (width, height) = self.page;
        self.page = (width.max(length("fo:page-width")), height.max(length("fo:page-height")));
        self.coloured |= is_shaded(filter).unwrap_or(false);
    }

    fn looks(&mut self, filter: &Filter<Input<'_>>) {
        let Some(style) = self.open.as_ref().and_then(|key| self.known.get_mut(key)) else {
            return;
        };
        let window = filter.attribute("style:use-window-font-color") == Some("true");
        let colour = filter.attribute("fo:color");
        let white = colour.map(|colour| colour.eq_ignore_ascii_case("#ffffff"));
        // The colour of the window is whatever can be read there.
        let white = if window { Some(false) } else { white };
        let size = filter.attribute("fo:font-size").and_then(millimetres);
        style.white = white.or(style.white);
        style.tiny = size.map(|size| size < TINY).or(style.tiny);
        // LibreOffice writes the colour of the window as if it were transparent.
        let behind = filter.attribute("fo:background-color");
        let opacity = filter.attribute("loext:opacity");
        let clear = match (window, colour.is_some() && colour == behind) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => opacity.map(|opacity| matches!(opacity, "0%" | "0")),
        };
        style.clear = clear.or(style.clear);
        style.shaded = is_shaded(filter).or(style.shaded);
        style.filled(filter);
    }

    /// How the text of an element with this style looks.
    pub(super) fn looks_of(&self, family: &str, name: &str) -> Looks {
        let mut looks = Looks::default();
        let mut shaded = None;
        let mut name = Some(name);
        for _ in 0..GENERATIONS {
            let key = (family.to_owned(), name.unwrap_or_default().to_owned());
            let Some(style) = self.known.get(&key) else { break };
            looks.white = looks.white.or(style.white);
            looks.tiny = looks.tiny.or(style.tiny);
            looks.clear = looks.clear.or(style.clear);
            shaded = shaded.or(style.shaded);
            match (name, &style.parent) {
                (None | Some(""), _) => break,
                (_, Some(parent)) => name = Some(parent),
                (_, None) => name = None,
            }
        }
        looks.shaded = shaded.unwrap_or(false);
        looks
    }

    /// What fills a shape with this style, and whether what lies behind it shines through.
    pub(super) fn fill(&self, family: &str, name: &str) -> (Fill, bool) {
        let mut said = Style::default();
        let mut name = name.to_owned();
        for _ in 0..GENERATIONS {
            let Some(style) = self.known.get(&(family.to_owned(), name)) else { break };
            said.fill = said.fill.or(style.fill);
            said.dark = said.dark.or(style.dark);
            said.faint = said.faint.or(style.faint);
            let Some(parent) = &style.parent else { break };
            name = parent.clone();
        }
        let faint = said.faint.unwrap_or(false);
        let fill = match said.fill.unwrap_or_default() {
            Fill::Opaque if faint => Fill::Clear,
            Fill::Opaque if said.dark == Some(true) => Fill::Black,
            fill => fill,
        };
        (fill, faint)
    }

    /// Whether all pages are white.
    pub(super) fn is_on_white(&self) -> bool {
        !self.coloured
    }

    /// How wide and high the largest page is, in millimetres.
    pub(super) fn largest_page(&self) -> (f64, f64) {
        self.page
    }

    fn tells(&mut self, hides: Option<bool>) {
        let of_text = self.open.as_ref().is_some_and(|(family, _)| family == "text");
        self.again |= of_text && hides == Some(false);
        let open = self.open.as_ref().and_then(|key| self.known.get_mut(key));
        if let (Some(style), Some(hides)) = (open, hides) {
            style.hides = Some(hides);
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str) {
        self.unused.ends(element);
        if matches!(element, "style:style" | "style:default-style") {
            self.open = None;
        }
    }

    /// Whether a style, or one that it builds on, hides.
    pub(super) fn hides(&self, family: &str, name: &str) -> bool {
        let mut name = name.to_owned();
        for _ in 0..GENERATIONS {
            let Some(style) = self.known.get(&(family.to_owned(), name)) else { return false };
            match (style.hides, &style.parent) {
                (Some(hides), _) => return hides,
                (None, Some(parent)) => name = parent.clone(),
                (None, None) => return false,
            }
        }
        false
    }

    /// Whether some style shows text that others around it hide.
    pub(super) fn shows_again(&self) -> bool {
        self.again
    }

    /// Whether a layer is not shown.
    pub(super) fn hides_layer(&self, name: &str) -> bool {
        self.layers.contains(name)
    }
}

impl Style {
    /// Takes over what properties tell about what fills a shape.
    fn filled(&mut self, filter: &Filter<Input<'_>>) {
        if filter.name() != "style:graphic-properties" {
            return;
        }
        let value = |name| filter.attribute(name);
        let fill = value("draw:fill").map(|fill| match fill {
            "solid" | "gradient" => Fill::Opaque,
            _ => Fill::Clear,
        });
        self.fill = fill.or(self.fill);
        let colour = value("draw:fill-color").map(|colour| is_dark(colour.trim_start_matches('#')));
        let plain = value("draw:fill").map(|fill| fill == "solid").filter(|plain| !plain);
        self.dark = plain.or(colour).or(self.dark);
        let opacity = ["draw:opacity", "draw:image-opacity"].into_iter().find_map(value);
        let faint = value("draw:opacity-name").filter(|name| !name.is_empty()).map(|_| true);
        let faint = faint.or(opacity.map(|opacity| opacity != "100%"));
        let mark = value("draw:color-mode").filter(|mode| *mode == "watermark").map(|_| true);
        self.faint = mark.or(faint).or(self.faint);
    }
}

/// Whether there is a colour behind what has these properties, where they say so.
fn is_shaded(filter: &Filter<Input<'_>>) -> Option<bool> {
    let light = |colour: &str| colour == "transparent" || colour.eq_ignore_ascii_case("#ffffff");
    let colour = filter.attribute("fo:background-color").map(|colour| !light(colour));
    let fill = filter.attribute("draw:fill");
    let picture = filter.name() == "style:background-image";
    match (colour, fill) {
        _ if picture => filter.attribute("xlink:href").map(|_| true),
        (_, Some("solid")) => {
            Some(filter.attribute("draw:fill-color").is_none_or(|colour| !light(colour)))
        }
        (_, Some(fill)) if fill != "none" => Some(true),
        (colour, _) => colour,
    }
}

/// Whether a length is none at all.
fn is_nothing(length: Option<&str>) -> Option<bool> {
    length.and_then(millimetres).map(|length| length <= 0.0)
}

/// A length in millimetres.
pub(super) fn millimetres(length: &str) -> Option<f64> {
    const UNITS: &[(&str, f64)] = &[("cm", 10.0), ("mm", 1.0), ("in", 25.4), ("pt", 0.353)];
    let (unit, factor) = UNITS.iter().find(|(unit, _)| length.ends_with(unit))?;
    let number: f64 = length.strip_suffix(unit)?.parse().ok()?;
    Some(number * factor)
}
