//! How text looks: its colour, and what lies behind it.

use super::styles::millimetres;
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
    behind: Option<Paint>,
    marker: Option<Paint>,
}

/// A colour as a number, or one of the two below.
pub(super) type Paint = u32;

pub(super) const WHITE: Paint = 0xFF_FFFF;
/// What shows what lies behind it.
pub(super) const CLEAR: Paint = 1 << 24;
/// A colour, a picture, a slope of colours: what exactly is not known.
pub(super) const OTHER: Paint = 2 << 24;

/// Two points and less are not read by anyone.
const TINY: f64 = 0.71;

impl Looks {
    /// What these properties say.
    pub(super) fn said(filter: &Filter<Input<'_>>) -> Self {
        let window = filter.attribute("style:use-window-font-color") == Some("true");
        let value = |name| filter.attribute(name);
        let paint = paint(filter);
        let of_letters = filter.name() == "style:text-properties";
        Self {
            // The colour of the window is whatever can be read there.
            colour: if window { Some(OTHER) } else { value("fo:color").map(colour) },
            tiny: value("fo:font-size").and_then(millimetres).map(|size| size < TINY),
            // LibreOffice writes the colour of the window as if it were transparent.
            clear: match window {
                true => Some(false),
                false => value("loext:opacity").map(|opacity| matches!(opacity, "0%" | "0")),
            },
            behind: paint.filter(|_| !of_letters),
            marker: paint.filter(|_| of_letters),
        }
    }

    /// Whether nobody sees text that looks so on this paper.
    pub(super) fn is_unseen(self, paper: Paint) -> bool {
        let opaque = |paint: &Paint| *paint != CLEAR;
        let behind = self.marker.filter(opaque).or(self.behind.filter(opaque)).unwrap_or(paper);
        let same = self.colour.filter(|colour| *colour <= WHITE) == Some(behind);
        same || self.tiny == Some(true) || self.clear == Some(true)
    }

    /// Whether nobody sees it whatever lies behind it.
    pub(super) fn is_lost(self) -> bool {
        self.tiny == Some(true) || self.clear == Some(true)
    }

    /// Whether nothing of its own lies between its letters and the paper.
    pub(super) fn is_on_paper(self) -> bool {
        let opaque = |paint: &Paint| *paint != CLEAR;
        self.marker.filter(opaque).or(self.behind.filter(opaque)).is_none()
    }

    /// What looks so, where more says how it looks in what is around it.
    pub(super) fn within(self, around: Self) -> Self {
        let behind = self.behind.filter(|behind| *behind != CLEAR);
        Self { behind: behind.or(around.behind), ..self.or(around) }
    }

    /// What looks so, but for what it does not say.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            colour: self.colour.or(other.colour),
            tiny: self.tiny.or(other.tiny),
            clear: self.clear.or(other.clear),
            behind: self.behind.or(other.behind),
            marker: self.marker.or(other.marker),
        }
    }

    /// The same in a drawing, which may lie on any colour, and has its own letters.
    pub(super) fn of_drawing(around: Self) -> Self {
        Self { behind: Some(OTHER), marker: None, ..around }
    }
}

/// The family of the styles of an element that can say how the text in it looks, and which
/// attribute names its style.
pub(super) fn styled(element: &str) -> Option<(&'static str, &'static str)> {
    Some(match element {
        "text:span" => ("text", "text:style-name"),
        "text:p" | "text:h" => ("paragraph", "text:style-name"),
        // Its text looks as the program likes.
        "office:annotation" => ("", ""),
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
    let number = name.strip_prefix('#').filter(|digits| digits.len() == 6);
    match number.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
        Some(number) => number,
        None if name == "transparent" => CLEAR,
        None => OTHER,
    }
}
