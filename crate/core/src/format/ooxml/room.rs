//! Text of Word that has no room to be seen: a line or a row without height, a shape beside its
//! page, or one that is switched off; what is folded away, and shapes of Excel without a size.

use crate::finding::Certainty::Possible;
use crate::finding::Reason;
use crate::format::odf::styles::millimetres;
use crate::format::rows::Input;
use crate::format::svg::style::property;
use crate::kind::hidden::{HIDDEN_SHAPE, HIDDEN_TEXT, INVISIBLE_TEXT};
use crate::syntax::xml::Filter;
use crate::visit::{Owner, Remedy, Visit};

/// A point, in the twentieths that Word counts in (ECMA-376 part 1, 17.3.1.33 `spacing`, 17.4.80
/// `trHeight`).
const POINT: u32 = 20;
/// No page of Word is wider or higher than 22 inches, in English Metric Units.
const FARTHEST: i64 = 20_116_800;

/// A twentieth of a point, in English Metric Units.
const TWENTIETH: i64 = 635;
/// What begins so far to the left of its margin begins beside its page, and some words end there
/// too: in twentieths of a point.
const FAR: i64 = 9000;
/// No margin of a page is so wide, in millimetres.
const MARGIN: f64 = 50.0;
/// A point, in English Metric Units.
const THIN: i64 = 12_700;
/// So many shapes are remembered, and so much of their words and of a paragraph.
const MOST: usize = 5000;
const WORDS: usize = 200;

/// A shape, a frame or a table that stands so far to the right and below, and its words.
#[derive(Default)]
struct Shape {
    across: Option<i64>,
    down: Option<i64>,
    words: String,
    gone: bool,
    /// It is text by itself.
    text: bool,
    /// It ends to the left of its page.
    left: bool,
    /// What is farther than any page goes is told where it begins.
    told: bool,
}

/// The paragraph, the rows and the shape that are open.
#[derive(Default)]
pub(super) struct Room {
    line: bool,
    rows: Vec<bool>,
    /// The place at hand counts from the edge of the page, and is so far from it.
    of_page: bool,
    far: String,
    across: Option<i64>,
    down: Option<i64>,
    /// The shape at hand has no width or no height.
    flat: bool,
    /// The place at hand counts from a margin or a column, which lie within the page.
    of_area: bool,
    /// The shapes that may lie beside their page, and the largest page.
    shapes: Vec<Shape>,
    in_shape: bool,
    /// There were more of them.
    cut: bool,
    /// The frame, the table or the older shape that is open, and the element that ends it.
    open: Option<(&'static str, Shape)>,
    page: (i64, i64),
    /// How far the paragraph at hand begins from the margin, what it says, and whether it is a
    /// heading that is folded.
    indent: i64,
    words: String,
    folded: bool,
    /// The style of the paragraph at hand, and the heading under which others are folded.
    style: String,
    heading: Option<(String, Owner)>,
    /// Between which cells the shape at hand of Excel stands.
    corners: [String; 2],
    corner: usize,
}

impl Room {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let around = |up: usize| filter.path().rev().nth(up).unwrap_or_default();
        let is_low = |rule, height| {
            let low = |height: &str| height.parse().is_ok_and(|height: u32| height <= POINT);
            filter.attribute(rule) == Some("exact") && filter.attribute(height).is_some_and(low)
        };
        match filter.name() {
            "w:p" => {
                (self.line, self.folded, self.indent) = (false, false, 0);
                self.words.clear();
                self.style.clear();
            }
            "w:ind" if around(1) == "w:pPr" && around(2) == "w:p" => {
                let number = |name| filter.attribute(name).and_then(|far| far.parse::<i64>().ok());
                let first = |name| number(name).unwrap_or(0);
                let left = number("w:left").or_else(|| number("w:start")).unwrap_or(0);
                let line = first("w:firstLine").saturating_sub(first("w:hanging"));
                self.indent = left.saturating_add(line);
            }
            "w:pStyle" if around(2) == "w:p" => {
                self.style.push_str(filter.attribute("w:val").unwrap_or_default());
            }
            "w15:collapsed" if around(1) == "w:pPr" && around(2) == "w:p" => {
                self.folded = super::styles::is_on(filter);
            }
            "w:pgSz" if around(2) != "w:sectPrChange" => {
                let size = |name| filter.attribute(name).and_then(|size| size.parse().ok());
                let (width, height) = self.page;
                self.page =
                    (width.max(size("w:w").unwrap_or(0)), height.max(size("w:h").unwrap_or(0)));
            }
            "wp:docPr" => {
                let words = filter.attribute("name").unwrap_or_default().to_owned() + ": ";
                let (across, down) = (self.across, self.down);
                self.in_shape = across.or(down).is_some();
                if self.in_shape {
                    self.note(Shape { across, down, words, told: true, ..Shape::default() });
                }
            }
            "w:framePr" | "w:tblInd" | "w:tblpPr" => {
                // The letter that a paragraph begins with is as high as it needs.
                let letter = filter.attribute("w:dropCap").is_some_and(|drop| drop != "none");
                let of_paragraph = around(1) == "w:pPr" && around(2) == "w:p";
                self.line |= of_paragraph && !letter && is_low("w:hRule", "w:h");
                self.placed(filter);
            }
            name if name.starts_with("v:") && self.open.is_none() => {
                self.open = drawn(filter).map(|shape| ("w:pict", shape));
            }
            "xdr:from" => (self.corner, self.corners) = (0, Default::default()),
            "xdr:to" => self.corner = 1,
            "w:spacing" if around(1) == "w:pPr" && around(2) == "w:p" => {
                self.line |= is_low("w:lineRule", "w:line");
            }
            "w:tbl" => self.rows.push(false),
            "w:tr" => self.row(false),
            "w:trHeight" if around(1) == "w:trPr" && around(2) == "w:tr" => {
                self.row(is_low("w:hRule", "w:val"));
            }
            "wp:anchor" | "wp:inline" => (self.across, self.down) = (None, None),
            "wp:extent" => {
                let size = |name| filter.attribute(name).and_then(|size| size.parse::<i64>().ok());
                let none = |name| size(name).is_some_and(|size| size <= THIN);
                self.flat = none("cx") || none("cy");
            }
            "wp:positionH" | "wp:positionV" => {
                let from = filter.attribute("relativeFrom").unwrap_or_default();
                self.of_page = from == "page";
                let across =
                    matches!(from, "column" | "leftMargin") && filter.name() == "wp:positionH";
                self.of_area = across || matches!(from, "margin" | "topMargin");
                self.far.clear();
            }
            _ => {}
        }
    }

    fn note(&mut self, shape: Shape) {
        // The last is the one at hand, whatever becomes of it.
        if self.shapes.len() > MOST {
            self.shapes.pop();
            self.cut = true;
        }
        self.shapes.push(shape);
    }

    fn row(&mut self, low: bool) {
        if let Some(row) = self.rows.last_mut() {
            *row = low;
        }
    }

    /// Text comes.
    pub(super) fn takes(&mut self, element: &str, text: &str, visit: &Visit<'_>) {
        if element == "w:t" {
            let shape =
                self.shapes.last_mut().filter(|_| self.in_shape).map(|shape| &mut shape.words);
            let open = self.open.as_mut().map(|(_, shape)| &mut shape.words);
            for words in [Some(&mut self.words), shape, open].into_iter().flatten() {
                if !visit.leaving() && words.len() < WORDS {
                    words.push_str(text);
                }
            }
        }
        if matches!(element, "xdr:col" | "xdr:colOff" | "xdr:row" | "xdr:rowOff")
            && let Some(corner) = self.corners.get_mut(self.corner)
        {
            corner.push_str(text.trim());
            corner.push(' ');
        }
        if element == "wp:posOffset" && self.far.len() < 32 {
            self.far.push_str(text);
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        // What counts from within the page is as far from its edge at least, if not before it.
        let far = |room: &Self| {
            let far = room.far.trim().parse().ok();
            far.filter(|far: &i64| room.of_page || room.of_area && *far > 0)
        };
        if element == "w:tbl" {
            self.rows.pop();
        }
        let ends = |(end, _): &mut (&str, Shape)| {
            *end == element && (element != "w:tbl" || self.rows.is_empty())
        };
        if let Some((_, mut shape)) = self.open.take_if(ends) {
            shape.gone = visit.leaving();
            self.note(shape);
        }
        match element {
            "wp:anchor" | "wp:inline" => {
                self.flat = false;
                let within = std::mem::take(&mut self.in_shape);
                if let Some(shape) = self.shapes.last_mut().filter(|_| within) {
                    shape.gone |= visit.leaving();
                }
            }
            "w:p" => self.tell(visit),
            "w:body" => self.tell_shapes(visit),
            "wp:positionH" => self.across = far(self),
            "wp:positionV" => self.down = far(self),
            _ => {}
        }
    }

    /// Tells of a paragraph that stands to the left of its page, or under which the text is folded.
    fn tell(&mut self, visit: &mut Visit<'_>) {
        let (folded, indent) = (std::mem::take(&mut self.folded), std::mem::take(&mut self.indent));
        self.heading.take_if(|(style, _)| ends(style, &self.style));
        if let Some((_, heading)) = self.heading.as_ref().filter(|_| !folded) {
            visit.describe_more(heading, &self.words);
        }
        let kind = match (folded, indent < -FAR) {
            (true, _) => &HIDDEN_TEXT,
            (false, true) => &INVISIBLE_TEXT,
            (false, false) => return,
        };
        visit.place(kind, Remedy::Keep);
        if !self.words.is_empty() {
            visit.sure(Possible);
            self.words.push_str(if folded { ":" } else { "" });
            visit.describe(&self.words);
        }
        // What is folded away comes after it.
        if folded && !visit.leaving() {
            self.heading = Some((std::mem::take(&mut self.style), visit.owner()));
        }
        visit.close();
    }

    /// Tells of the shapes that begin where the largest page has ended.
    fn tell_shapes(&mut self, visit: &mut Visit<'_>) {
        if std::mem::take(&mut self.cut) {
            visit.gap(Reason::Limit);
        }
        let (width, height) = self.page;
        let beyond = |at: Option<i64>, page: i64, shape: &Shape| {
            let page = page.saturating_mul(TWENTIETH);
            at.is_some_and(|at| page > 0 && at >= page && !(shape.told && at >= FARTHEST))
        };
        for shape in std::mem::take(&mut self.shapes) {
            let right = beyond(shape.across, width, &shape);
            if shape.left || right || beyond(shape.down, height, &shape) {
                visit.place(if shape.text { &INVISIBLE_TEXT } else { &HIDDEN_SHAPE }, Remedy::Keep);
                if !shape.gone {
                    visit.sure(Possible);
                    visit.describe(&shape.words);
                }
                visit.close();
            }
        }
    }

    /// A frame or a table says where it stands.
    fn placed(&mut self, filter: &Filter<Input<'_>>) {
        let mut around = filter.path().rev().skip(1);
        let of_table = filter.name() != "w:framePr";
        // What it was before a tracked change counts for nothing.
        let own = match of_table {
            true => around.next() == Some("w:tblPr") && self.rows.len() == 1,
            false => around.next() == Some("w:pPr") && around.next() == Some("w:p"),
        };
        let value = |name| filter.attribute(name);
        let number = |name| value(name).and_then(|far| far.parse::<i64>().ok());
        let far = |name, unless| number(name).filter(|_| value(unless).is_none());
        let (across, down, from) = match filter.name() {
            "w:tblInd" => (number("w:w").filter(|_| value("w:type") == Some("dxa")), None, None),
            "w:tblpPr" => {
                let down = far("w:tblpY", "w:tblpYSpec");
                (far("w:tblpX", "w:tblpXSpec"), down, value("w:vertAnchor"))
            }
            _ => (far("w:x", "w:xAlign"), far("w:y", "w:yAlign"), value("w:vAnchor")),
        };
        let down = down.filter(|_| matches!(from, Some("page" | "margin")));
        if !own || across.or(down).is_none() || self.open.is_some() {
            return;
        }
        let left = across.is_some_and(|across| across < -FAR);
        let units = |far: i64| far.saturating_mul(TWENTIETH);
        let (across, down) = (across.map(units), down.map(units));
        let shape = Shape { across, down, left, text: true, ..Shape::default() };
        self.open = Some((if of_table { "w:tbl" } else { "w:p" }, shape));
    }

    /// Whether the shape of Excel that begins stands between a corner and the same corner.
    pub(super) fn has_no_size(&self, filter: &Filter<Input<'_>>) -> bool {
        let [from, to] = &self.corners;
        matches!(filter.name(), "xdr:sp" | "xdr:pic" | "xdr:graphicFrame")
            && filter.path().rev().nth(1) == Some("xdr:twoCellAnchor")
            && !from.is_empty()
            && from == to
    }

    /// Whether the text at hand stands in a line or a row that is no higher than a point.
    pub(super) fn is_none(&self) -> bool {
        self.line || self.rows.contains(&true)
    }

    /// Whether the shape at hand has hardly any width or height, as lines do.
    pub(super) fn is_flat(&self) -> bool {
        self.flat
    }

    /// Whether the shape whose size this is lies beside its page.
    pub(super) fn is_beside(&self, filter: &Filter<Input<'_>>) -> bool {
        let size = |name| filter.attribute(name).and_then(|size| size.parse::<i64>().ok());
        let beside = |at: Option<i64>, size: Option<i64>| {
            let place = at.zip(size);
            place.is_some_and(|(at, size)| at.saturating_add(size) < 0 || at >= FARTHEST)
        };
        beside(self.across, size("cx")) || beside(self.down, size("cy"))
    }
}

/// Whether a paragraph of one style ends what is folded under a heading of another: one of the same
/// name, with a number that is no higher.
fn ends(heading: &str, style: &str) -> bool {
    let level = |style: &str| {
        let name = style.trim_end_matches(|letter: char| letter.is_ascii_digit());
        (name.len(), style.get(name.len()..).and_then(|level| level.parse::<u32>().ok()))
    };
    let ((name, above), (same, below)) = (level(heading), level(style));
    heading == style
        || above.is_some()
            && below.is_some()
            && below <= above
            && heading.get(..name) == style.get(..same)
}

/// An older shape of Word that says where it stands, and of which there is no newer one.
fn drawn(filter: &Filter<Input<'_>>) -> Option<Shape> {
    let style = filter.attribute("style")?;
    let value = |name| property(style, name);
    let of_word = || filter.path().any(|name| name == "w:pict");
    let newer = || filter.path().any(|name| name == "mc:Fallback");
    if value("position") != Some("absolute") || !of_word() || newer() {
        return None;
    }
    let fixed = |name| matches!(value(name), None | Some("absolute"));
    let length = |name| value(name).and_then(millimetres);
    #[expect(clippy::cast_possible_truncation, reason = "a length that is too long is cut")]
    let units = |length: f64| (length * 36_000.0) as i64;
    let across = length("margin-left").filter(|_| fixed("mso-position-horizontal"));
    let of_page = value("mso-position-vertical-relative") == Some("page");
    let down = length("margin-top").filter(|_| of_page && fixed("mso-position-vertical"));
    let end = across.zip(length("width")).map(|(across, width)| across + width);
    Some(Shape {
        across: across.map(units),
        down: down.map(units),
        left: end.is_some_and(|end| end < -MARGIN),
        ..Shape::default()
    })
}

/// Whether a shape of Word is switched off.
pub(super) fn is_off(filter: &Filter<Input<'_>>) -> bool {
    match filter.name() {
        "wp:anchor" => matches!(filter.attribute("hidden"), Some("1" | "true")),
        // Excel hides the boxes of its notes so.
        name if name.starts_with("v:") => {
            let style = filter.attribute("style").unwrap_or_default();
            property(style, "visibility") == Some("hidden")
                && filter.path().any(|name| name == "w:pict")
        }
        _ => false,
    }
}
