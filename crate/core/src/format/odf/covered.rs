//! Text of slides and drawings over which something opaque lies; see `ooxml/covered.rs`.

use std::io::{BufRead, BufReader, Read};

use super::looks::{CLEAR, Paint, WHITE};
use super::names::NAMESPACES;
use super::styles::{Styles, millimetres};
use crate::Limits;
use crate::format::ooxml::covered::{Area, Covered, Fill, Shape, holds, judged, laid, meets};
use crate::format::ooxml::sheets::column;
use crate::format::rows::Input;
use crate::order::Gather;
use crate::syntax::xml::{Filter, Node};

/// Whether a document of this sort has shapes that lie on pages or float in a text.
pub(super) fn has_shapes(sort: &str) -> bool {
    let sorts = ["presentation", "graphics", "impress", "draw", "opendocument.text", "writer"];
    sorts.iter().any(|word| sort.contains(word))
}

/// Looks a part up, beginning with these styles; tells as well whether it was too much. A part that
/// cannot be read is told about when it is walked.
pub(super) fn survey(
    input: Input<'_>,
    styles: Styles,
    limits: &Limits,
    is_opaque: &mut dyn FnMut(&str) -> bool,
) -> (Covered, bool) {
    let mut survey =
        Survey { styles, is_opaque, page: Page::default(), covered: Covered::default() };
    let Ok(mut filter) = Filter::new(input, NAMESPACES, limits) else {
        return (survey.covered, false);
    };
    while let Ok(Some(node)) = filter.next() {
        match node {
            Node::Start => survey.starts(&filter),
            Node::Text => survey.page.takes(filter.text()),
            Node::End => survey.ends(filter.name()),
            Node::Comment | Node::Instruction => {}
        }
    }
    (survey.covered, survey.page.partly)
}

/// So many shapes of a page are compared, and so much of their text; and of so many cells with
/// conditions the names.
const MOST: usize = 3000;
const WORDS: usize = 500;

/// What may lie behind the words of a text or a sheet, or colour a cell.
#[derive(Default)]
pub(super) struct Under {
    /// Something may lie anywhere.
    pub(super) anywhere: bool,
    /// The cells to which conditions belong: the first and last column and row.
    conditions: Vec<[u64; 4]>,
}

impl Under {
    /// Looks a part up: what lies there can stand after the words. What is longer than `most` may
    /// have it anywhere.
    pub(super) fn read(input: impl Read, most: u64) -> Self {
        let mut under = Self::default();
        let mut input = BufReader::new(input.take(most));
        let (mut piece, mut name) = (Vec::new(), String::new());
        while !under.anywhere {
            piece.clear();
            match input.read_until(b'<', &mut piece) {
                Ok(0) if input.get_ref().limit() > 0 => break,
                Ok(1..) => under.takes(&piece, &mut name),
                _ => under.anywhere = true,
            }
        }
        under
    }

    fn takes(&mut self, piece: &[u8], name: &mut String) {
        let local = lies_under(piece, name);
        let cells = || {
            let text = std::str::from_utf8(piece).ok()?;
            let (_, cells) = text.split_once("target-range-address=\"")?;
            let cells = cells.split('"').next()?.replace("&apos;", "'");
            // The names of sheets can have spaces in them.
            let cells: String = cells.split('\'').step_by(2).collect();
            cells.split(' ').map(cells_of).collect::<Option<Vec<[u64; 4]>>>()
        };
        match (local, name.as_str()) {
            (true, "draw:conditional-format") => {
                let many = self.conditions.len();
                let cells = cells().filter(|cells| cells.len().saturating_add(many) < WORDS);
                match cells {
                    Some(cells) => self.conditions.extend(cells),
                    // All cells.
                    None => self.conditions = vec![[0, 0, u64::MAX, u64::MAX]],
                }
            }
            (lies, _) => self.anywhere |= lies,
        }
    }

    /// Whether a condition belongs to one of these cells.
    pub(super) fn colours(&self, cells: [u64; 4]) -> bool {
        let [left, top, right, bottom] = cells;
        self.conditions
            .iter()
            .any(|of| left <= of[2] && of[0] <= right && top <= of[3] && of[1] <= bottom)
    }
}

/// The cells that `Lijst.A1:Lijst.B9` stands for, whatever the sheet.
fn cells_of(range: &str) -> Option<[u64; 4]> {
    let cell = |name: &str| {
        let name = name.rsplit('.').next()?.replace('$', "");
        let row = name.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
        Some((column(&name)?, row.parse().ok()?))
    };
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let ((left, top), (right, bottom)) = (cell(first)?, cell(last)?);
    Some([left, top, right, bottom])
}

/// Whether what stands from one bracket up to the next says so; `shape` is room for a name.
fn lies_under(piece: &[u8], shape: &mut String) -> bool {
    const OTHERS: &[&str] = &["g", "regular-polygon", "measure", "conditional-format"];
    let holds = |word: &[u8]| piece.windows(word.len()).any(|window| window == word);
    let end = piece.iter().position(|byte| b" \t\r\n/><".contains(byte)).unwrap_or(piece.len());
    let name = piece.get(..end).unwrap_or_default();
    let local = name.rsplit(|byte| *byte == b':').next().unwrap_or_default();
    let Ok(local) = std::str::from_utf8(local) else { return piece.contains(&0) };
    shape.clear();
    shape.extend(["draw:", local]);
    let drawn = OTHERS.contains(&local) || is_shape(shape);
    // In other characters than those of ASCII it cannot be told.
    piece.contains(&0)
        || drawn && !holds(b"\"as-char\"")
        || local == "database-range" && holds(b"style")
}

struct Survey<'f> {
    styles: Styles,
    is_opaque: &'f mut dyn FnMut(&str) -> bool,
    page: Page,
    covered: Covered,
}

/// A page that is open.
#[derive(Default)]
struct Page {
    shapes: Vec<Shape>,
    open: Option<Shape>,
    /// How many shapes stand in the one that is open.
    inner: usize,
    /// For each group around, whether it is turned round.
    groups: Vec<bool>,
    /// The paragraph that is open, until it has text.
    paragraph: Option<u64>,
    /// Shapes that move, come or go while the slide is shown.
    moving: Vec<String>,
    /// How many notes and remarks are open.
    notes: usize,
    /// Its style, and the page after which it is made.
    style: String,
    master: String,
    partly: bool,
    /// How many paragraphs began outside shapes, in a text.
    paragraphs: u64,
}

impl Survey<'_> {
    fn starts(&mut self, filter: &Filter<Input<'_>>) {
        self.styles.starts(filter);
        let name = filter.name();
        let page = &mut self.page;
        match name {
            "presentation:notes" | "office:annotation" | "officeooo:annotation" => {
                page.notes = page.notes.saturating_add(1)
            }
            "draw:g" => page.groups.push(filter.attribute("draw:transform").is_some()),
            "draw:page" => {
                let said = |name| filter.attribute(name).unwrap_or_default().to_owned();
                (page.style, page.master) =
                    (said("draw:style-name"), said("draw:master-page-name"));
            }
            "text:p" | "text:h" if page.open.is_none() => {
                page.paragraphs = page.paragraphs.saturating_add(1);
            }
            _ => {}
        }
        if page.notes > 0 {
            return;
        }
        for attribute in ["smil:targetElement", "draw:shape-id"] {
            page.moving.extend(filter.attribute(attribute).map(str::to_owned));
        }
        if is_shape(name) {
            if page.open.is_some() {
                page.inner = page.inner.saturating_add(1);
            } else {
                let mut shape = shape(filter, &self.styles, &page.groups);
                shape.near = page.paragraphs;
                floats(&mut shape, filter, &self.styles);
                page.open = Some(shape);
            }
            return;
        }
        let Some(shape) = &mut page.open else { return };
        match name {
            "text:p" | "text:h" => page.paragraph = Some(filter.range().start),
            // It may be higher.
            "draw:text-box" if shape.area.is_none() && !shape.turned => {
                let height = length(filter, "fo:min-height");
                shape.area = height.zip(shape.open).map(|(height, (left, top, right))| {
                    (left, top, right, top.saturating_add(height))
                });
                shape.frame = shape.from.to_string();
            }
            // One of several, or a stand-in.
            "draw:image" if shape.is_picture || shape.odd => shape.odd = true,
            "draw:image" => {
                shape.is_picture = true;
                let leads = filter.attribute("xlink:href");
                shape.picture = leads.map(|to| to.trim_start_matches("./").to_owned());
            }
            "draw:object" | "draw:object-ole" | "draw:plugin" | "draw:applet" | "table:table" => {
                shape.odd = true;
            }
            "draw:enhanced-geometry" => {
                const PLAIN: &[&str] =
                    &["rectangle", "round-rectangle", "ooxml-rect", "mso-spt1", "mso-spt202"];
                shape.odd |=
                    !filter.attribute("draw:type").is_some_and(|sort| PLAIN.contains(&sort));
            }
            _ => {}
        }
    }

    fn ends(&mut self, element: &str) {
        self.styles.ends(element);
        let page = &mut self.page;
        match element {
            "presentation:notes" | "office:annotation" | "officeooo:annotation" => {
                page.notes = page.notes.saturating_sub(1)
            }
            "draw:g" => _ = page.groups.pop(),
            // A frame has the colour of its background too.
            "office:text" => {
                for shape in &mut page.shapes {
                    if shape.fill == Fill::Clear && !is_clear(shape) {
                        shape.fill = Fill::Opaque;
                    }
                    shape.colour = shape.colour.filter(|colour| *colour <= WHITE);
                }
                let paper = Some(self.styles.paper()).filter(|paper| *paper <= WHITE);
                let shapes = std::mem::take(&mut page.shapes);
                self.covered.extend(laid(shapes, paper, self.is_opaque));
            }
            "draw:page" => {
                let partly = page.partly;
                let page = std::mem::replace(page, Page { partly, ..Page::default() });
                let grounds = page.grounds(&self.styles);
                self.covered.stands_on(grounds);
                let moving = page.moving.into_iter().into_set();
                self.covered.extend(judged(page.shapes, moving, self.is_opaque));
            }
            _ if page.notes > 0 || !is_shape(element) => {}
            _ if page.inner > 0 => page.inner = page.inner.saturating_sub(1),
            _ => {
                let Some(shape) = page.open.take().filter(|shape| !shape.hidden) else { return };
                page.partly |= page.shapes.len() >= MOST;
                shape.lies_in(&mut page.shapes);
            }
        }
    }
}

impl Page {
    /// What lies behind the text of each shape that shows what lies behind it, where that is one
    /// colour.
    fn grounds(&self, styles: &Styles) -> Vec<(u64, Paint, bool)> {
        let page = (self.style.as_str(), self.master.as_str());
        let ground = |(index, shape): (usize, &Shape)| {
            let area = shape.area.filter(|_| !shape.paragraphs.is_empty() && is_clear(shape))?;
            let mut below = self.shapes.get(..index)?.iter().rev().filter(|below| !is_clear(below));
            let met = below.find(|below| below.area.is_none_or(|other| meets(area, other)));
            let paint = match met {
                Some(below) => {
                    let whole = below.area.is_some_and(|below| holds(below, area));
                    let plain = !(below.odd || below.turned || below.is_picture);
                    below.colour.filter(|_| whole && plain)?
                }
                None => styles.paper_of(page, area)?,
            };
            (paint <= WHITE).then_some((shape.from, paint, false))
        };
        self.shapes.iter().enumerate().filter_map(ground).collect()
    }

    fn takes(&mut self, text: &str) {
        let Some(shape) = self.open.as_mut().filter(|_| self.notes == 0) else { return };
        if text.trim().is_empty() {
            return;
        }
        shape.paragraphs.extend(self.paragraph.take());
        if shape.words.len() < WORDS {
            shape.words.push_str(text.trim());
        }
    }
}

/// Whether a shape shows all that lies behind it, but for its words.
fn is_clear(shape: &Shape) -> bool {
    let filled = shape.odd || shape.is_picture || shape.fill != Fill::Clear;
    !filled && shape.colour.is_none_or(|colour| colour == CLEAR)
}

pub(super) fn is_shape(element: &str) -> bool {
    const SHAPES: &[&str] = &[
        "draw:frame",
        "draw:rect",
        "draw:custom-shape",
        "draw:ellipse",
        "draw:circle",
        "draw:path",
        "draw:polygon",
        "draw:polyline",
        "draw:line",
        "draw:connector",
        "draw:caption",
        "draw:control",
    ];
    SHAPES.contains(&element)
}

/// Whether no screen shows a shape. LibreOffice has a name of its own for it.
pub(super) fn is_off(filter: &Filter<Input<'_>>) -> bool {
    let display = filter.attribute("draw:display").or_else(|| filter.attribute("drawooo:display"));
    matches!(display, Some("none" | "printer"))
}

/// The shape that begins.
fn shape(filter: &Filter<Input<'_>>, styles: &Styles, groups: &[bool]) -> Shape {
    let value = |name| filter.attribute(name);
    let name = filter.name();
    let turned = value("draw:transform").is_some() || groups.contains(&true);
    let display = is_off(filter);
    let off = value("draw:layer").is_some_and(|layer| styles.hides_layer(layer));
    let empty = value("presentation:placeholder") == Some("true");
    let style = value("presentation:style-name").map(|name| ("presentation", name));
    let style = style.or_else(|| value("draw:style-name").map(|name| ("graphic", name)));
    let (fill, faint) = style.map(|(family, name)| styles.fill(family, name)).unwrap_or_default();
    let colour = style.and_then(|(family, name)| styles.looks_of(family, name).behind);
    // A frame has nothing in it by itself, other shapes have a colour.
    let fill = if name == "draw:frame" && fill == Fill::Nothing { Fill::Clear } else { fill };
    Shape {
        from: filter.range().start,
        id: value("draw:id").or(value("xml:id")).unwrap_or_default().to_owned(),
        name: value("draw:name").unwrap_or_default().to_owned(),
        // Where it stands once it is turned is not reckoned out.
        area: if turned { None } else { area(filter) },
        turned,
        odd: faint || !matches!(name, "draw:frame" | "draw:rect" | "draw:custom-shape"),
        fill,
        colour,
        hidden: display || off || empty,
        ..Shape::default()
    }
}

/// From where the place of a shape counts that floats in a text.
fn floats(shape: &mut Shape, filter: &Filter<Input<'_>>, styles: &Styles) {
    let value = |name| filter.attribute(name);
    let Some(anchor) = value("text:anchor-type") else { return };
    let style = value("draw:style-name").unwrap_or_default();
    let [across, down, of_width, of_height, layer, overlaps] = styles.placed(style);
    let fixed = matches!(of_width.as_str(), "" | "from-left")
        && matches!(of_height.as_str(), "" | "from-top")
        && !matches!(down.as_str(), "char" | "line" | "baseline")
        && !across.starts_with("char");
    if anchor == "as-char" || !fixed || overlaps == "false" {
        shape.area = None;
    } else {
        shape.offset = length(filter, "svg:x").zip(length(filter, "svg:y"));
    }
    // Something as wide as this that is as high as its text.
    let right = |(x, _): &(i64, i64)| Some(x.saturating_add(length(filter, "svg:width")?));
    shape.open = shape.offset.and_then(|at| Some((at.0, at.1, right(&at)?)));
    shape.pile = value("draw:z-index").and_then(|pile| pile.parse().ok()).unwrap_or(0);
    if layer == "background" {
        shape.pile = shape.pile.saturating_sub(1 << 40);
    }
    let page = value("text:anchor-page-number").filter(|_| anchor == "page");
    shape.near = if page.is_some() { 0 } else { shape.near };
    let on = page.map_or_else(|| shape.near.to_string(), str::to_owned);
    shape.frame = [anchor, " ", &on, " ", &across, " ", &down].concat();
    if page.is_some() {
        shape.frame.clone_into(&mut shape.rough);
    }
}

fn length(filter: &Filter<Input<'_>>, name: &str) -> Option<i64> {
    let length = millimetres(filter.attribute(name)?)?;
    #[expect(clippy::cast_possible_truncation, reason = "a length that is too long is cut")]
    length.is_finite().then_some((length * 36_000.0) as i64)
}

/// Where a shape says that it stands, in English Metric Units.
pub(super) fn area(filter: &Filter<Input<'_>>) -> Option<Area> {
    let length = |name| length(filter, name);
    let (x, y) = (length("svg:x")?, length("svg:y")?);
    let (width, height) = (length("svg:width")?, length("svg:height")?);
    Some((x, y, x.saturating_add(width), y.saturating_add(height)))
}
