//! Which styles and layers hide what they are given to.

use std::collections::{BTreeMap, BTreeSet};

use super::covered::{area, is_shape};
use super::fields::Fields;
use super::looks::{CLEAR, Looks, OTHER, Paint, THIN, WHITE, paint};
use super::unused::Unused;
use crate::format::ooxml::covered::{Area, Fill, is_dark, meets};
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
    /// The colour of all pages.
    paper: Option<Paint>,
    /// Something may lie behind text, or colour a cell: a shape, a picture, a condition.
    drawn: bool,
    /// Some style of text says that it is shown.
    again: bool,
    /// The pages after which slides are made, and whether one is being declared.
    masters: Vec<Master>,
    on_masters: usize,
    in_master: bool,
    in_notes: bool,
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
    looks: Looks,
    /// What fills a shape, whether in a dark colour, and whether what lies behind it shines through.
    fill: Option<Fill>,
    dark: Option<bool>,
    faint: Option<bool>,
    /// What of it says where a shape stands, as [`PLACED`] names it.
    placed: [Option<String>; 6],
}

/// From what the place of a shape in a text counts, how it stands there, on which side of the text,
/// and whether others may lie over it.
const PLACED: [&str; 6] = [
    "style:horizontal-rel",
    "style:vertical-rel",
    "style:horizontal-pos",
    "style:vertical-pos",
    "style:run-through",
    "loext:allow-overlap",
];

/// A page after which slides are made: its style, and where something is drawn on it.
#[derive(Clone, Default)]
struct Master {
    name: String,
    style: String,
    drawn: Vec<Area>,
}

/// What of such a page each slide has for itself.
const OF_SLIDES: &[&str] = &["title", "subtitle", "outline", "text", "object", "notes", "page"];
/// All of a page.
const WIDE: Area = (i64::MIN, i64::MIN, i64::MAX, i64::MAX);
/// So many shapes are remembered of all such pages.
const MOST: usize = 1000;

/// How many styles may build on each other.
const GENERATIONS: usize = 32;

impl Styles {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        self.unused.starts(filter);
        let value = |name| filter.attribute(name);
        let in_line = value("text:anchor-type") == Some("as-char");
        self.drawn |= is_drawn(filter.name()) && !in_line;
        match filter.name() {
            "style:map" => {
                let open = self.open.as_ref().filter(|(family, _)| family == "table-cell");
                let style = open.and_then(|key| self.known.get_mut(key));
                style.into_iter().for_each(|style| style.looks.unsure = true);
            }
            "style:master-page" => {
                let said = |name| value(name).unwrap_or_default().to_owned();
                let (name, style) = (said("style:name"), said("draw:style-name"));
                self.in_master = self.masters.len() < MOST;
                if !self.in_master {
                    return;
                }
                self.masters.push(Master { name, style, drawn: Vec::new() });
            }
            "presentation:notes" => self.in_notes = true,
            // What shows how a text would look is on no slide.
            name if self.in_master
                && !self.in_notes
                && is_drawn(name)
                && name != "draw:g"
                && value("presentation:placeholder") != Some("true")
                && !value("presentation:class").is_some_and(|class| OF_SLIDES.contains(&class)) =>
            {
                let area = area(filter).unwrap_or(WIDE);
                self.on_masters = self.on_masters.saturating_add(1);
                if let Some(master) = self.masters.last_mut() {
                    match self.on_masters < MOST {
                        true => master.drawn.push(area),
                        false => master.drawn = vec![WIDE],
                    }
                }
            }
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
            "style:header-footer-properties"
                if paint(filter).is_some_and(|paint| !matches!(paint, WHITE | CLEAR)) =>
            {
                self.paper = Some(OTHER);
            }
            "style:background-image" if self.open.is_none() && paint(filter).is_some() => {
                self.paper = Some(OTHER);
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
        let paint = paint(filter).filter(|paint| *paint != CLEAR).unwrap_or(WHITE);
        self.paper =
            Some(if self.paper.is_none_or(|paper| paper == paint) { paint } else { OTHER });
    }

    fn looks(&mut self, filter: &Filter<Input<'_>>) {
        let Some(style) = self.open.as_ref().and_then(|key| self.known.get_mut(key)) else {
            return;
        };
        style.looks = Looks::said(filter).or(style.looks);
        style.filled(filter);
    }

    /// The colour of the paper of a slide of this style after this page, where it is one colour and
    /// nothing of the page is drawn on this area of it.
    pub(super) fn paper_of(&self, (style, master): (&str, &str), area: Area) -> Option<Paint> {
        let of = |style| self.looks_of("drawing-page", style).behind;
        let master = self.masters.iter().find(|found| found.name == master)?;
        let opaque = |paint: &Paint| *paint != CLEAR;
        let paint = of(style).filter(opaque).or_else(|| of(&master.style).filter(opaque));
        let paint = paint.unwrap_or(WHITE);
        (paint <= WHITE && !master.drawn.iter().any(|other| meets(area, *other))).then_some(paint)
    }

    /// How the text of an element with this style looks.
    pub(super) fn looks_of(&self, family: &str, name: &str) -> Looks {
        let mut looks = Looks::default();
        let mut name = Some(name);
        for _ in 0..GENERATIONS {
            let key = (family.to_owned(), name.unwrap_or_default().to_owned());
            let Some(style) = self.known.get(&key) else { break };
            looks = looks.or(style.looks);
            match (name, &style.parent) {
                (None | Some(""), _) => break,
                (_, Some(parent)) => name = Some(parent),
                (_, None) => name = None,
            }
        }
        looks
    }

    /// Whether nobody sees text in cells to which the condition gives a style that begins here.
    pub(super) fn maps_away(&self, filter: &Filter<Input<'_>>) -> bool {
        let of_cell = |name: &str| self.looks_of("table-cell", name);
        let (given, own) = match (filter.name(), &self.open) {
            ("style:map", Some((family, name))) if family == "table-cell" => {
                (filter.attribute("style:apply-style-name"), of_cell(name))
            }
            ("calcext:condition", _) => {
                (filter.attribute("calcext:apply-style-name"), Looks::default())
            }
            _ => return false,
        };
        let given = given.map(|given| of_cell(given).within(own));
        given.is_some_and(|given| self.is_unseen(given, true))
    }

    /// Whether nobody sees text that looks so, in a document of this sort.
    pub(super) fn is_unseen(&self, looks: Looks, in_sheet: bool) -> bool {
        let paper = self.paper();
        // The cells of a sheet have the colour of the paper in print only.
        looks.is_unseen(if in_sheet && paper != WHITE { OTHER } else { paper })
    }

    /// Whether something may lie behind the text of the paper, or colour a cell.
    pub(super) fn may_be_drawn_under(&self) -> bool {
        self.drawn
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

    /// What says where a shape of a text with this style stands.
    pub(super) fn placed(&self, name: &str) -> [String; 6] {
        let mut placed = <[String; 6]>::default();
        let mut name = name.to_owned();
        for _ in 0..GENERATIONS {
            let Some(style) = self.known.get(&("graphic".to_owned(), name)) else { break };
            for (said, own) in placed.iter_mut().zip(&style.placed) {
                if said.is_empty() {
                    said.push_str(own.as_deref().unwrap_or_default());
                }
            }
            let Some(parent) = &style.parent else { break };
            name = parent.clone();
        }
        placed
    }

    /// The colour of all pages.
    pub(super) fn paper(&self) -> Paint {
        self.paper.unwrap_or(WHITE)
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
        self.in_master &= element != "style:master-page";
        self.in_notes &= element != "presentation:notes";
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
        for (said, name) in self.placed.iter_mut().zip(PLACED) {
            value(name).into_iter().for_each(|value| *said = Some(value.to_owned()));
        }
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

/// Whether this is a shape or a picture.
fn is_drawn(element: &str) -> bool {
    is_shape(element) || matches!(element, "draw:g" | "draw:regular-polygon" | "draw:measure")
}

/// Whether a length is none at all.
fn is_nothing(length: Option<&str>) -> Option<bool> {
    length.and_then(millimetres).map(|length| length <= THIN)
}

/// A length in millimetres.
pub(in crate::format) fn millimetres(length: &str) -> Option<f64> {
    const UNITS: &[(&str, f64)] = &[("cm", 10.0), ("mm", 1.0), ("in", 25.4), ("pt", 0.353)];
    let (unit, factor) = UNITS.iter().find(|(unit, _)| length.ends_with(unit))?;
    let number: f64 = length.strip_suffix(unit)?.parse().ok()?;
    Some(number * factor)
}
