//! Text of Word that has no room to be seen: a line or a row without height, a shape beside its
//! page, or one that is switched off.

use crate::format::rows::Input;
use crate::syntax::xml::Filter;

/// A point, in the twentieths that Word counts in (ECMA-376 part 1, 17.3.1.33 `spacing`, 17.4.80
/// `trHeight`).
const POINT: u32 = 20;
/// No page of Word is wider or higher than 22 inches, in English Metric Units.
const FARTHEST: i64 = 20_116_800;

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
            "w:p" => self.line = false,
            "w:spacing" if around(1) == "w:pPr" && around(2) == "w:p" => {
                self.line = is_low("w:lineRule", "w:line");
            }
            "w:tbl" => self.rows.push(false),
            "w:tr" => self.row(false),
            "w:trHeight" if around(1) == "w:trPr" && around(2) == "w:tr" => {
                self.row(is_low("w:hRule", "w:val"));
            }
            "wp:anchor" | "wp:inline" => (self.across, self.down) = (None, None),
            "wp:extent" => {
                let none = |name| filter.attribute(name) == Some("0");
                self.flat = none("cx") || none("cy");
            }
            "wp:positionH" | "wp:positionV" => {
                self.of_page = filter.attribute("relativeFrom") == Some("page");
                self.far.clear();
            }
            _ => {}
        }
    }

    fn row(&mut self, low: bool) {
        if let Some(row) = self.rows.last_mut() {
            *row = low;
        }
    }

    /// Text comes.
    pub(super) fn takes(&mut self, element: &str, text: &str) {
        if element == "wp:posOffset" && self.far.len() < 32 {
            self.far.push_str(text);
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str) {
        let far = || self.far.trim().parse().ok().filter(|_| self.of_page);
        match element {
            "w:tbl" => {
                self.rows.pop();
            }
            "wp:anchor" | "wp:inline" => self.flat = false,
            "wp:positionH" => self.across = far(),
            "wp:positionV" => self.down = far(),
            _ => {}
        }
    }

    /// Whether the text at hand stands in a line or a row that is no higher than a point.
    pub(super) fn is_none(&self) -> bool {
        self.line || self.rows.contains(&true)
    }

    /// Whether the shape at hand has no width or no height, as lines do.
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

/// Whether a shape of Word is switched off.
pub(super) fn is_off(filter: &Filter<Input<'_>>) -> bool {
    match filter.name() {
        "wp:anchor" => matches!(filter.attribute("hidden"), Some("1" | "true")),
        // Excel hides the boxes of its notes so.
        name if name.starts_with("v:") => {
            let style = filter.attribute("style").unwrap_or_default();
            let mut rules = style.split(';').filter_map(|rule| rule.split_once(':'));
            rules.any(|(name, value)| name.trim() == "visibility" && value.trim() == "hidden")
                && filter.path().any(|name| name == "w:pict")
        }
        _ => false,
    }
}
