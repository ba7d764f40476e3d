//! How text looks: its colour, and what lies behind it.

use super::styles::millimetres;
use crate::format::colours::{self, same};
use crate::format::rows::Input;
use crate::syntax::xml::Filter;

/// How the text in an element looks, as far as its style says.
#[derive(Clone, Copy, Default)]
pub(super) struct Looks {
    colour: Option<Paint>,
    tiny: Option<bool>,
    /// It is transparent.
    clear: Option<bool>,
    /// What lies behind the paragraph, the cell or the shape, and behind its letters alone.
    pub(super) behind: Option<Paint>,
    marker: Option<Paint>,
    /// It has no room: its row is no higher than a line, or it begins beside the page.
    gone: Option<bool>,
    /// Its letters are not shown.
    pub(super) hides: Option<bool>,
    /// What lies behind it may be another colour: that of a condition, or of a slide.
    pub(super) unsure: bool,
}

/// A colour as a number, or one of the two below.
pub(super) type Paint = u32;

pub(super) const WHITE: Paint = colours::WHITE;
/// What shows what lies behind it.
pub(super) const CLEAR: Paint = 1 << 24;
/// A colour, a picture, a slope of colours: what exactly is not known.
pub(super) const OTHER: Paint = 2 << 24;

/// Two points and less are not read by anyone.
const TINY: f64 = 0.71;
/// So narrow or low, in hundredths of what they are by themselves, letters are a line.
const NARROW: f64 = 1.0;
const LOW: f64 = 10.0;
/// What is no higher or wider than a point shows no text, in millimetres.
pub(super) const THIN: f64 = 0.36;
/// What begins so far to the left of its margin begins beside its page, in millimetres.
const FAR: f64 = 158.75;

impl Looks {
    /// What these properties say.
    pub(super) fn said(filter: &Filter<Input<'_>>) -> Self {
        let window = filter.attribute("style:use-window-font-color") == Some("true");
        let value = |name| filter.attribute(name);
        let bare = value("presentation:background-visible") == Some("false");
        let paint = paint(filter).filter(|paint| !bare || *paint != CLEAR);
        let paint = paint.or(bare.then_some(WHITE));
        let of_letters = filter.name() == "style:text-properties";
        Self {
            // The colour of the window is whatever can be read there.
            colour: if window { Some(OTHER) } else { value("fo:color").map(colour) },
            tiny: tiny(filter),
            // LibreOffice writes the colour of the window as if it were transparent.
            clear: match window {
                true => Some(false),
                false => value("loext:opacity").map(|opacity| matches!(opacity, "0%" | "0")),
            },
            behind: paint.filter(|_| !of_letters),
            marker: paint.filter(|_| of_letters),
            gone: gone(filter),
            hides: value("text:display").filter(|_| of_letters).map(|shown| shown == "none"),
            unsure: false,
        }
    }

    /// Whether nobody sees text that looks so on this paper.
    pub(super) fn is_unseen(self, paper: Paint) -> bool {
        let opaque = |paint: &Paint| *paint != CLEAR;
        let behind = self.marker.filter(opaque).or(self.behind.filter(opaque)).unwrap_or(paper);
        let plain = |paint: Option<Paint>| paint.filter(|paint| *paint <= WHITE);
        let colours = plain(self.colour).zip(plain(Some(behind)));
        colours.is_some_and(|(colour, behind)| same(colour, behind))
            || self.tiny == Some(true)
            || self.clear == Some(true)
    }

    /// Whether nobody sees it whatever lies behind it.
    pub(super) fn is_lost(self) -> bool {
        self.tiny == Some(true) || self.clear == Some(true)
    }

    /// Whether it has no room.
    pub(super) fn is_gone(self) -> bool {
        self.gone == Some(true)
    }

    /// Whether nothing of its own lies between its letters and the paper.
    pub(super) fn is_on_paper(self) -> bool {
        let opaque = |paint: &Paint| *paint != CLEAR;
        self.marker.filter(opaque).or(self.behind.filter(opaque)).is_none()
    }

    /// What looks so, where more says how it looks in what is around it.
    pub(super) fn within(self, around: Self) -> Self {
        let behind = self.behind.filter(|behind| *behind != CLEAR);
        let gone = self.is_gone() || around.is_gone();
        // What has a colour of its own hides what lies behind that.
        let unsure = self.unsure || around.unsure && behind.is_none();
        Self { behind: behind.or(around.behind), gone: Some(gone), unsure, ..self.or(around) }
    }

    /// What looks so, but for what it does not say.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            colour: self.colour.or(other.colour),
            tiny: self.tiny.or(other.tiny),
            clear: self.clear.or(other.clear),
            behind: self.behind.or(other.behind),
            marker: self.marker.or(other.marker),
            gone: self.gone.or(other.gone),
            hides: self.hides.or(other.hides),
            unsure: self.unsure || other.unsure,
        }
    }

    /// The same in a drawing, which may lie on any colour unless it is known, and has its own
    /// letters.
    pub(super) fn of_drawing(around: Self, ground: Option<Paint>) -> Self {
        let unsure = ground.is_some();
        Self { behind: ground.or(Some(OTHER)), marker: None, hides: None, unsure, ..around }
    }
}

/// Whether letters with these properties are too small to be read, where they say so.
fn tiny(filter: &Filter<Input<'_>>) -> Option<bool> {
    let part = |text: &str, most: f64| {
        let part = text.strip_suffix('%').and_then(|part| part.parse::<f64>().ok());
        part.is_some_and(|part| part <= most)
    };
    let value = |name| filter.attribute(name);
    let narrow = value("style:text-scale").filter(|scale| part(scale, NARROW));
    let raised = value("style:text-position").and_then(|place| place.split_whitespace().nth(1));
    if narrow.is_some() || raised.is_some_and(|size| part(size, LOW)) {
        return Some(true);
    }
    value("fo:font-size").and_then(millimetres).map(|size| size < TINY)
}

/// Whether what has these properties has no room, where they say so.
fn gone(filter: &Filter<Input<'_>>) -> Option<bool> {
    let length = |name| filter.attribute(name).and_then(millimetres);
    let start = || match (length("fo:margin-left"), length("fo:text-indent")) {
        (None, None) => None,
        (margin, line) => Some(margin.unwrap_or(0.0) + line.unwrap_or(0.0) <= -FAR),
    };
    match filter.name() {
        "style:table-row-properties" => length("style:row-height").map(|height| height <= THIN),
        "style:paragraph-properties" => start(),
        _ => None,
    }
}

/// The family of the styles of an element that can say how the text in it looks, and which
/// attribute names its style.
pub(super) fn styled(element: &str) -> Option<(&'static str, &'static str)> {
    Some(match element {
        "text:span" => ("text", "text:style-name"),
        "text:p" | "text:h" => ("paragraph", "text:style-name"),
        // Its text looks as the program likes.
        "office:annotation" | "officeooo:annotation" => ("", ""),
        "text:section" => ("section", "text:style-name"),
        "table:table" => ("table", "table:style-name"),
        "table:table-row" => ("table-row", "table:style-name"),
        "table:table-cell" | "table:covered-table-cell" => ("table-cell", "table:style-name"),
        "draw:frame"
        | "draw:custom-shape"
        | "draw:rect"
        | "draw:ellipse"
        | "draw:circle"
        | "draw:g"
        | "draw:page"
        | "draw:text-box"
        | "draw:path"
        | "draw:polygon"
        | "draw:polyline"
        | "draw:regular-polygon"
        | "draw:line"
        | "draw:connector"
        | "draw:measure"
        | "draw:caption" => ("graphic", "draw:style-name"),
        _ => return None,
    })
}

/// What lies behind what has these properties, where they say so.
pub(super) fn paint(filter: &Filter<Input<'_>>) -> Option<Paint> {
    let value = |name| filter.attribute(name);
    if filter.name() == "style:background-image" {
        return value("xlink:href").map(|_| OTHER);
    }
    let plain = value("fo:background-color").map(colour);
    let filled = ["draw:fill-color", "draw:opacity"].into_iter().find_map(value);
    let faint = ["draw:opacity", "style:background-transparency"].into_iter().zip(["100%", "0%"]);
    let faint = faint.into_iter().any(|(name, none)| value(name).is_some_and(|how| how != none));
    let paint = match value("draw:fill") {
        Some("solid") => Some(value("draw:fill-color").map_or(OTHER, colour)),
        Some("none") => plain.or(Some(CLEAR)),
        Some(_) => Some(OTHER),
        // What fills it, if anything does, is said elsewhere.
        None => plain.or(filled.map(|_| OTHER)),
    };
    paint.map(|paint| if faint && paint <= WHITE { OTHER } else { paint })
}

/// The colour of this name.
fn colour(name: &str) -> Paint {
    match name.strip_prefix('#').and_then(colours::digits) {
        Some(number) => number,
        None if name == "transparent" => CLEAR,
        None => OTHER,
    }
}
