//! Bars in front of text and of cells: shapes that hide what lies behind them, and show nothing
//! themselves.

use std::collections::BTreeMap;

use super::covered::{Covered, is_black, is_opaque};
use super::known::Unseen;
use super::package::Package;
use super::sheets::{column, each};
use crate::finding::Certainty::{Likely, Possible};
use crate::finding::{Certainty, Reason};
use crate::format::colours::WHITE;
use crate::format::rows::Input;
use crate::kind::redaction::BAD_REDACTION;
use crate::syntax::xml::{Filter, Node};
use crate::syntax::zip::Archive;
use crate::visit::{Remedy, Visit};

/// A shape, as far as it is known.
#[derive(Default)]
struct Shape {
    name: String,
    black: bool,
    white: bool,
    /// Filled with some colour, and nothing shines through.
    opaque: bool,
    clear: bool,
    /// A line around it shows that it is there.
    line: Option<bool>,
    /// It is turned round, or has corners of its own.
    odd: bool,
    words: bool,
    /// The relationship to its picture.
    picture: Option<String>,
    chart: bool,
    /// Where it begins, and whether its style fills it.
    from: u64,
    styled: bool,
}

impl Shape {
    /// An element in a drawing begins.
    fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let mut around = filter.path().rev().skip(1);
        let (parent, above) = (around.next().unwrap_or_default(), around.next());
        let of_shape = |name: Option<&str>| name.is_some_and(|name| name.ends_with(":spPr"));
        match filter.name() {
            "wp:docPr" | "xdr:cNvPr" if self.name.is_empty() => {
                self.name = filter.attribute("name").unwrap_or_default().to_owned();
                // One that is switched off lies over nothing.
                self.odd |= matches!(filter.attribute("hidden"), Some("1" | "true"));
            }
            "a:xfrm" => self.odd |= !matches!(filter.attribute("rot"), None | Some("0")),
            "a:custGeom" => self.odd = true,
            "a:prstGeom" => {
                self.odd |= !matches!(filter.attribute("prst"), Some("rect" | "roundRect"));
            }
            "a:solidFill" if of_shape(Some(parent)) => self.opaque = true,
            "a:noFill" if of_shape(Some(parent)) => self.styled = false,
            "a:gradFill" | "a:pattFill" | "a:blipFill" if of_shape(Some(parent)) => self.odd = true,
            "a:fillRef" => self.styled = filter.attribute("idx") != Some("0") && !self.clear,
            "a:ln" if of_shape(Some(parent)) => self.line = Some(true),
            "a:noFill" if parent == "a:ln" => self.line = Some(false),
            "a:lnRef" if self.line.is_none() => {
                self.line = Some(filter.attribute("idx") != Some("0"));
            }
            // Paper made darker is grey.
            "a:lumMod" | "a:shade" => self.white = false,
            "a:alpha" | "a:lumOff" | "a:tint" | "a:alphaModFix" | "a:clrChange" => {
                self.clear = true;
            }
            "a:blip" => self.picture = filter.attribute("r:embed").map(str::to_owned),
            _ if parent == "a:solidFill" && of_shape(above) => {
                self.black = is_black(filter);
                let value = filter.attribute("val").unwrap_or_default();
                self.white = value.eq_ignore_ascii_case("FFFFFF") || matches!(value, "bg1" | "lt1");
            }
            _ => {}
        }
    }

    /// Whether it shows what lies behind it.
    fn is_clear(&self) -> bool {
        !(self.opaque || self.odd || self.styled || self.chart || self.picture.is_some())
    }

    /// Whether it is of no use but to hide something: black, or white without a line.
    fn is_bar(&self) -> bool {
        let hides = self.black || self.white && self.line != Some(true);
        hides && self.opaque && !self.clear && !self.odd && !self.words && self.picture.is_none()
    }
}

/// What is smaller is a line or a box to tick: 0.08 inch high and 0.25 inch wide in English Metric
/// Units.
const THIN: i64 = 73_152;
const SHORT: i64 = 228_600;

/// The bars in front of the text of Word, where each paragraph of its own has those that hang on
/// it.
#[derive(Default)]
pub(super) struct Bars {
    open: Option<Shape>,
    /// How many paragraphs are open: boxes have paragraphs in them.
    depth: usize,
    /// The paragraph that is open by itself, and the bars that hang on it.
    text: String,
    bars: Vec<Bar>,
    /// In front of the text, with nothing that makes the text go around it.
    front: bool,
    size: Option<(i64, i64)>,
    /// From what its height is measured, and how far.
    from_paragraph: bool,
    in_height: bool,
    far: String,
    fallback: usize,
}

/// A bar that hangs on a paragraph.
struct Bar {
    name: String,
    certainty: Certainty,
    /// It is not in the copy.
    gone: bool,
}

/// Of a paragraph so much is told.
const WORDS: usize = 200;

impl Bars {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let number = |name| filter.attribute(name).and_then(|value| value.parse::<i64>().ok());
        match filter.name() {
            "w:p" => {
                if self.depth == 0 {
                    self.text.clear();
                    self.bars.clear();
                }
                self.depth = self.depth.saturating_add(1);
            }
            "mc:Fallback" => self.fallback = self.fallback.saturating_add(1),
            "wp:anchor" => {
                self.front = matches!(filter.attribute("behindDoc"), None | Some("0" | "false"));
                self.open = Some(Shape::default());
                (self.size, self.from_paragraph) = (None, false);
                self.far.clear();
            }
            name => {
                let Some(shape) = &mut self.open else { return };
                match name {
                    "wp:extent" => self.size = number("cx").zip(number("cy")),
                    "wp:positionV" => {
                        let from = filter.attribute("relativeFrom");
                        self.from_paragraph = matches!(from, Some("paragraph" | "line"));
                        self.in_height = true;
                    }
                    name if name.starts_with("wp:wrap") => self.front &= name == "wp:wrapNone",
                    // More than one shape: what lies where is not known.
                    "wpg:wgp" | "wpc:wpc" => shape.odd = true,
                    _ => shape.starts(filter),
                }
            }
        }
    }

    /// Text comes.
    pub(super) fn takes(&mut self, element: &str, text: &str, visit: &Visit<'_>) {
        if self.fallback > 0 {
            return;
        }
        match (element, &mut self.open) {
            ("wp:posOffset", _) if self.in_height && self.far.len() < 32 => self.far.push_str(text),
            ("w:t" | "a:t", Some(shape)) => shape.words |= !text.trim().is_empty(),
            ("w:t", None) if self.text.len() < WORDS && !visit.leaving() => {
                self.text.push_str(text);
            }
            _ => {}
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        match element {
            "mc:Fallback" => self.fallback = self.fallback.saturating_sub(1),
            "wp:positionV" => self.in_height = false,
            "wp:anchor" => self.end_shape(visit),
            "w:p" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.tell(visit);
                }
            }
            _ => {}
        }
    }

    fn end_shape(&mut self, visit: &Visit<'_>) {
        let Some(shape) = self.open.take().filter(Shape::is_bar) else { return };
        let large = self.size.is_some_and(|(width, height)| width >= SHORT && height >= THIN);
        if !self.front || !large || self.fallback > 0 || self.bars.len() >= 100 {
            return;
        }
        // What hangs so far above or below its paragraph lies over others, if over any.
        let near = self.far.trim().parse().is_ok_and(|far: i64| (-SHORT..SHORT).contains(&far));
        let certainty = if self.from_paragraph && near { Likely } else { Possible };
        self.bars.push(Bar { name: shape.name, certainty, gone: visit.leaving() });
    }

    /// Tells of the bars of a paragraph: where exactly its letters stand is not known.
    fn tell(&mut self, visit: &mut Visit<'_>) {
        for bar in std::mem::take(&mut self.bars) {
            let text = self.text.trim();
            visit.place(&BAD_REDACTION, Remedy::Keep);
            if !bar.gone {
                visit.describe(if text.is_empty() { &bar.name } else { text });
                visit.sure(if text.is_empty() { Possible } else { bar.certainty });
            }
            visit.close();
        }
    }
}

/// Cells over which a shape, a picture or a chart of a sheet lies: from where to where, counted from
/// 1, and how sure that is.
#[derive(Default)]
pub(super) struct Barred(Vec<([u64; 4], Certainty)>);

/// So many shapes of a sheet are compared with its cells.
const MOST: usize = 200;

impl Barred {
    /// Reads the drawings of the sheet in this part. One that cannot be read is told about when
    /// it is walked.
    pub(super) fn read(
        archive: &Archive<'_>,
        package: &Package,
        part: &str,
        visit: &mut Visit<'_>,
    ) -> Self {
        let mut barred = Self::default();
        let drawings = package.outgoing(part).iter();
        for drawing in drawings.filter(|lead| lead.sort == "drawing" && !lead.external) {
            let mut survey = Survey::default();
            let _ = each(archive, &drawing.target, visit, |node, filter| {
                match node {
                    Node::Start => survey.starts(filter),
                    Node::Text => survey.takes(filter),
                    Node::End => survey.ends(filter.name()),
                    Node::Comment | Node::Instruction => {}
                }
                if survey.found.len() > MOST { Err(Reason::Limit) } else { Ok(()) }
            });
            if survey.found.len() > MOST {
                visit.gap(Reason::Limit);
            }
            let leads = package.outgoing(&drawing.target);
            let mut pictures: BTreeMap<String, bool> = BTreeMap::new();
            for (area, picture, certainty) in survey.found {
                let mut hides = |id: String| {
                    let lead = leads.iter().find(|lead| lead.id == id && !lead.external);
                    let look = || lead.is_some_and(|lead| is_opaque(archive, &lead.target, visit));
                    *pictures.entry(id).or_insert_with(look)
                };
                if picture.is_none_or(&mut hides) {
                    barred.0.push((area, certainty));
                }
            }
        }
        barred
    }

    /// How sure it is that a shape lies over all of this cell, where one does.
    pub(super) fn covers(&self, cell: &str, column: Option<u64>) -> Option<Certainty> {
        if self.0.is_empty() {
            return None;
        }
        let row = cell.trim_start_matches(|letter: char| !letter.is_ascii_digit()).parse().ok();
        let (column, row) = column.zip(row)?;
        let over = |([left, top, right, bottom], _): &&([u64; 4], Certainty)| {
            (*left..=*right).contains(&column) && (*top..=*bottom).contains(&row)
        };
        self.0.iter().filter(over).map(|(_, certainty)| *certainty).max()
    }
}

/// What of a drawing nobody sees: boxes without a colour on cells without one, and boxes that stand on
/// nothing but hidden rows or columns.
pub(super) fn drawn(
    archive: &Archive<'_>,
    package: &Package,
    part: &str,
    unseen: &Unseen,
    visit: &Visit<'_>,
) -> Covered {
    let mut covered = Covered::default();
    let sheet = package.incoming(part).iter().find(|lead| lead.sort == "drawing");
    let Some(sheet) = sheet.map(|lead| &lead.owner) else { return covered };
    let mut survey = Survey::default();
    let _ = each(archive, part, visit, |node, filter| {
        match node {
            Node::Start => survey.starts(filter),
            Node::Text => survey.takes(filter),
            Node::End => survey.ends(filter.name()),
            Node::Comment | Node::Instruction => {}
        }
        Ok(())
    });
    let drawn = survey.drawn;
    // Boxes over which another lies: from where to where both stand is said in the same measure.
    for (index, (from, inner, _)) in survey.boxes.iter().enumerate() {
        let over = |(_, outer, hides): &(Option<u64>, [[u64; 4]; 2], bool)| {
            let [[left, in_left, top, in_top], [right, in_right, bottom, in_bottom]] = *outer;
            let [[x, in_x, y, in_y], [to_x, in_to_x, to_y, in_to_y]] = *inner;
            *hides
                && (left, in_left) <= (x, in_x)
                && (top, in_top) <= (y, in_y)
                && (to_x, in_to_x) <= (right, in_right)
                && (to_y, in_to_y) <= (bottom, in_bottom)
        };
        let mut above = survey.boxes.iter().skip(index.saturating_add(1));
        if let Some(from) = from.filter(|_| above.any(over)) {
            covered.floats_under(from);
        }
    }
    if drawn.iter().all(|(.., words)| words.is_none()) {
        return covered;
    }
    // Where the sheet has a colour.
    let mut coloured: Vec<[u64; 4]> = Vec::new();
    let read = each(archive, sheet, visit, |node, filter| {
        let number = |name| filter.attribute(name).and_then(|value| value.parse::<u64>().ok());
        let cells = match (node, filter.name()) {
            (Node::Start, "x:col") => {
                number("min").zip(number("max")).map(|(from, to)| [from, 0, to, u64::MAX])
            }
            (Node::Start, "x:row") => number("r").map(|row| [0, row, u64::MAX, row]),
            (Node::Start, "x:c") => {
                let name = filter.attribute("r").unwrap_or_default();
                let row = name.trim_start_matches(|letter: char| !letter.is_ascii_digit());
                column(name).zip(row.parse().ok()).map(|(column, row)| [column, row, column, row])
            }
            _ => None,
        };
        let Some(cells) = cells else { return Ok(()) };
        let format =
            number("s").or(number("style")).and_then(|format| usize::try_from(format).ok());
        let behind = format.and_then(|format| unseen.behind.get(format));
        let near = || drawn.iter().any(|(over, ..)| meets(*over, cells));
        if behind.is_some_and(|behind| *behind != Some(WHITE)) && near() && coloured.len() < MOST {
            coloured.push(cells);
        }
        Ok(())
    });
    let whole = read.is_ok() && coloured.len() < MOST && drawn.len() < MOST;
    for (index, (over, clear, words)) in drawn.iter().enumerate() {
        let Some(from) = words else { continue };
        let below =
            drawn.iter().take(index).any(|(other, clear, _)| !clear && meets(*other, *over));
        let on = coloured.iter().any(|cells| meets(*cells, *over));
        if *clear && whole && !below && !on {
            covered.stands_on(vec![(*from, WHITE, false)]);
        }
    }
    covered
}

/// Whether two stretches of cells have one in common.
fn meets(one: [u64; 4], other: [u64; 4]) -> bool {
    one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3]
}

/// A drawing of a sheet as it passes by.
#[derive(Default)]
struct Survey {
    open: Option<Shape>,
    /// Its corners: column, space in it, row, space in it.
    corners: [[u64; 4]; 2],
    second: bool,
    /// Where its second corner stands was reckoned from its size.
    sized: bool,
    groups: usize,
    shapes: usize,
    found: Vec<([u64; 4], Option<String>, Certainty)>,
    /// All that is drawn, from the back to the front: over which cells, whether it shows what lies
    /// behind it, and where a box with words begins.
    drawn: Vec<([u64; 4], bool, Option<u64>)>,
    /// Shapes that stand by themselves between two corners: where one with words begins, and
    /// whether it hides all that lies behind it.
    boxes: Vec<(Option<u64>, [[u64; 4]; 2], bool)>,
    /// The shapes of the group at hand: whether each shows what lies behind it, and where one with
    /// words begins.
    members: Vec<(bool, Option<u64>)>,
}

impl Survey {
    fn starts(&mut self, filter: &Filter<Input<'_>>) {
        match filter.name() {
            "xdr:twoCellAnchor" | "xdr:oneCellAnchor" => {
                let (found, drawn, boxes) = (
                    std::mem::take(&mut self.found),
                    std::mem::take(&mut self.drawn),
                    std::mem::take(&mut self.boxes),
                );
                *self = Self { found, drawn, boxes, ..Self::default() }
            }
            "xdr:ext" if filter.path().rev().nth(1) == Some("xdr:oneCellAnchor") => {
                let size = |name| filter.attribute(name).and_then(|size| size.parse::<u64>().ok());
                let [[left, in_left, top, in_top], to] = &mut self.corners;
                let far = |from: u64, space: u64, size: u64, cell: u64| {
                    from.saturating_add(space.saturating_add(size).checked_div(cell).unwrap_or(0))
                };
                let (across, down) = (size("cx").unwrap_or(0), size("cy").unwrap_or(0));
                *to = [far(*left, *in_left, across, WIDTH), 0, far(*top, *in_top, down, HEIGHT), 0];
                self.sized = true;
            }
            // Which cells it lies on is not reckoned out.
            "xdr:absoluteAnchor" => self.drawn.push((ALL, false, None)),
            "xdr:graphicFrame" => {
                self.member();
                self.shapes = self.shapes.saturating_add(1);
                self.open = Some(Shape { chart: true, ..Shape::default() });
            }
            "xdr:from" => self.second = false,
            "xdr:to" => self.second = true,
            "xdr:grpSp" => self.groups = self.groups.saturating_add(1),
            "xdr:sp" | "xdr:pic" => {
                self.member();
                self.shapes = self.shapes.saturating_add(1);
                self.open = Some(Shape { from: filter.range().start, ..Shape::default() });
            }
            _ => {
                if let Some(shape) = &mut self.open {
                    shape.starts(filter);
                }
            }
        }
    }

    fn takes(&mut self, filter: &Filter<Input<'_>>) {
        let index = match filter.path().next_back() {
            Some("xdr:col") => 0,
            Some("xdr:colOff") => 1,
            Some("xdr:row") => 2,
            Some("xdr:rowOff") => 3,
            Some("a:t") => {
                let blank = filter.text().trim().is_empty();
                self.open.iter_mut().for_each(|shape| shape.words |= !blank);
                return;
            }
            _ => return,
        };
        let corner = self.corners.get_mut(usize::from(self.second));
        if let Some(number) = corner.and_then(|corner| corner.get_mut(index)) {
            *number = filter.text().trim().parse().unwrap_or(0);
        }
    }

    /// The shape of a group that was open ends.
    fn member(&mut self) {
        if let Some(one) = self.open.as_ref().filter(|_| self.members.len() < MOST) {
            self.members.push((one.is_clear(), Some(one.from).filter(|_| one.words)));
        }
    }

    fn ends(&mut self, element: &str) {
        if !matches!(element, "xdr:twoCellAnchor" | "xdr:oneCellAnchor") {
            return;
        }
        self.member();
        let open = self.open.take();
        let [[left, _, top, _], [right, in_right, bottom, in_bottom]] = self.corners;
        // What ends where a cell begins does not lie on that cell.
        let last = |at: u64, space: u64| at.saturating_add(u64::from(space > 0));
        let over = [
            left.saturating_add(1),
            top.saturating_add(1),
            last(right, in_right),
            last(bottom, in_bottom),
        ];
        if self.drawn.len() < MOST {
            let one = open.as_ref().filter(|_| self.groups == 0 && self.shapes == 1);
            let clear = one.is_some_and(Shape::is_clear);
            let words = one.filter(|one| one.words && !self.sized).map(|one| one.from);
            // Each of a group may stand anywhere in it.
            match one.is_none() && !self.sized && self.members.iter().all(|(clear, _)| *clear) {
                true => {
                    let members = self.members.iter().map(|(clear, words)| (over, *clear, *words));
                    self.drawn.extend(members);
                }
                false => self.drawn.push((if self.sized { ALL } else { over }, clear, words)),
            }
            if let Some(one) = one.filter(|_| !self.sized) {
                let hides = one.opaque && !one.clear && !one.odd && !one.chart;
                self.boxes.push((words, self.corners, hides));
            }
        }
        let Some(shape) = open.filter(|_| self.groups == 0 && self.shapes == 1) else { return };
        let picture = shape.picture.clone().filter(|_| !shape.clear && !shape.odd);
        let boxed = shape.opaque && !shape.clear && !shape.odd;
        if picture.is_none() && !shape.chart && !boxed {
            return;
        }
        // A chart shows what its cells hold, a box may say what they are for, and how wide cells are
        // is not looked up.
        let bar = picture.is_some() || shape.is_bar();
        let certainty = if bar && !self.sized { Likely } else { Possible };
        let [[left, in_left, top, in_top], [right, _, bottom, _]] = self.corners;
        // A cell at the edge is covered in part, but for what the first one leaves out.
        let first = |at: u64, space: u64| at.saturating_add(if space > SLACK { 2 } else { 1 });
        let area = [first(left, in_left), first(top, in_top), right, bottom];
        self.found.push((area, picture, certainty));
    }
}

/// All cells.
const ALL: [u64; 4] = [0, 0, u64::MAX, u64::MAX];
/// How wide and high a cell is where nothing is said, in English Metric Units.
const WIDTH: u64 = 609_600;
const HEIGHT: u64 = 190_500;
/// So little of a cell nobody sees: a point and a half, in English Metric Units.
const SLACK: u64 = 19_050;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_shows_nothing_itself() {
        let black = || Shape { black: true, opaque: true, ..Shape::default() };
        assert!(black().is_bar());
        assert!(!Shape { words: true, ..black() }.is_bar());
        assert!(!Shape { clear: true, ..black() }.is_bar());
        assert!(!Shape { odd: true, ..black() }.is_bar());
        let white = || Shape { white: true, opaque: true, ..Shape::default() };
        assert!(white().is_bar() && !Shape { line: Some(true), ..white() }.is_bar());
    }

    #[test]
    fn only_cells_that_are_covered_whole_are_told() {
        let mut survey =
            Survey { corners: [[0, 0, 1, 90_000], [2, 500, 4, 500]], ..Survey::default() };
        survey.shapes = 1;
        survey.open = Some(Shape { black: true, opaque: true, ..Shape::default() });
        survey.ends("xdr:twoCellAnchor");
        assert_eq!(survey.found, [([1, 3, 2, 4], None, Likely)]);
        let barred = Barred(vec![([1, 3, 2, 4], Likely)]);
        assert_eq!(barred.covers("A3", Some(1)), Some(Likely));
        assert_eq!(barred.covers("B4", Some(2)), Some(Likely));
        assert!(barred.covers("A2", Some(1)).or(barred.covers("C3", Some(3))).is_none());
    }
}
