//! What a document holds and does not show: text hidden by its style, in the colour of the paper
//! or too small, cells whose format shows nothing, shapes beside the slide.

use super::backdrop::{Backdrop, are_same, is_paper};
use super::bars::Bars;
use super::covered::Covered;
use super::fields::{Fields, StaleName};
use super::known::Unseen;
use super::merged::Tables;
use super::package::Package;
use super::paths::{is_internal, names_a_path};
use super::room::{self, Room};
use super::styles::{
    Conditional, Says, TINY_WORD, is_on, is_pressed, is_white, parts_of, parts_of_look,
};
use super::tables::{has_secret, is_hidden, may_be_second};
use crate::finding::Certainty::{Likely, Possible};
use crate::finding::Step;
use crate::format::colours::{WHITE, digits, same};
use crate::format::given::is_usual;
use crate::format::rows::Input;
use crate::kind::{Kind, hidden, inside, place};
use crate::seen::Tie;
use crate::syntax::xml::Filter;
use crate::visit::Remedy::{self, Ask, Keep};
use crate::visit::{Decision, Visit};

/// What is known while a part is walked.
pub(super) struct Look<'u> {
    unseen: &'u Unseen,
    run: Run,
    /// The paragraph has a colour behind it.
    paragraph: bool,
    /// The tables and boxes around it, and whether each has a colour behind the text.
    around: Vec<bool>,
    /// The style of each table gives its cells a colour.
    styled: Vec<bool>,
    /// Where a shape begins.
    offset: Option<(i64, i64)>,
    /// What fills the shape, and the colour of its run of text.
    fill: String,
    colour: String,
    /// The run is too small to be read.
    small: bool,
    /// The run has a line or a shade around its letters.
    outlined: bool,
    /// The letters of the run are not filled at all.
    empty: bool,
    /// The paragraph has a style whose text is white, or hidden.
    white: bool,
    hidden: bool,
    /// What the style of the paragraph says, and whether the paragraph names it.
    says: Option<&'u Says>,
    named: bool,
    /// The tables and boxes around it.
    parts: Vec<Parts>,
    /// The colour that the paragraph names for what is behind it.
    paragraph_fill: String,
    /// The same four of the paragraphs in which boxes are open.
    outside: Vec<(bool, bool, bool, String)>,
    /// The colours that the cells around it name, the innermost last.
    cells_fill: Vec<String>,
    /// What lies behind the letters of a run of a slide.
    highlight: String,
    /// Tables or conditions on the sheet may give cells a colour.
    tabled: bool,
    /// The row of the table at hand has a colour behind all its cells.
    row: bool,
    /// The page, or a picture behind the text, may have any colour.
    paper: bool,
    fields: Fields,
    name: StaleName,
    /// What lies behind the text, and what lies behind that.
    scene: Backdrop,
    behind: Option<&'u Backdrop>,
    /// The part is not seen by itself, and the shape at hand is a sample of text in it.
    aside: bool,
    sample: bool,
    tables: Tables,
    covered: Covered,
    room: Room,
    bars: Bars,
    /// The colours behind the words of the boxes of Word that are open, and whether that is sure.
    boxes: Vec<Option<(u32, bool)>>,
    /// The same of the shape of a sheet that is open.
    ground: Option<(u32, bool)>,
    /// The formula at hand only takes room.
    phantom: bool,
    /// The group at hand has no size.
    flat: bool,
    /// The cells to which the conditions at hand belong.
    cells: String,
    /// The format at hand that a condition gives, and whether nobody sees one of them.
    conditional: Option<Conditional>,
    conceals: bool,
    /// The text of the table at hand is white by its style.
    pale_table: bool,
    /// What the shape at hand is called.
    shape: String,
    /// The words before the numbers of the list at hand, and whether nobody sees them.
    level: String,
    level_unseen: bool,
    /// The note at hand stands there only where another goes on.
    notice: bool,
    /// The shape at hand of a sheet is hidden, unless it turns out to be the second form of another.
    hidden_shape: bool,
}

/// Placeholders that show how a text would look, or what a program fills in.
const SAMPLES: [&str; 6] = ["body", "title", "subTitle", "dt", "sldNum", "sldImg"];

/// Styles of tables that give no colour.
pub(super) const PLAIN: [&str; 4] = ["TableGrid", "TableNormal", "Tabelraster", "Standaardtabel"];

/// Three of a hundred parts of ink, in the thousandths that drawings count in.
const FAINT: u32 = 3000;
/// Two points, in the hundredths that slides count in.
const SMALL: i64 = 200;

/// What the style of a table makes of the text in its parts, and in which of them the cell at hand
/// stands.
#[derive(Default)]
struct Parts {
    hides: u16,
    whitens: u16,
    told_apart: u16,
    rows: u32,
    cells: u32,
    of_row: u16,
    of_cell: u16,
}

impl Parts {
    fn are(&self, parts: u16) -> bool {
        (self.of_row | self.of_cell) & self.told_apart & parts != 0
    }
}

/// A run of text that is open.
#[derive(Default)]
struct Run {
    white: Option<bool>,
    /// Its letters have a line around them, or stand out of the paper.
    lined: bool,
    tiny: bool,
    /// The same by its size and by its width, where these are said.
    small: Option<bool>,
    pressed: Option<bool>,
    shaded: bool,
    told: bool,
    /// It is hidden, and this of it is no text.
    vanishes: bool,
    /// Whether the run itself says that it is hidden, and whether its style does.
    hidden: Option<bool>,
    styled: bool,
    picture: bool,
    note: bool,
    /// The colours of the letters and behind them, where both are named.
    colour: String,
    behind: String,
}

impl<'u> Look<'u> {
    /// A part that begins.
    pub(super) fn new(unseen: &'u Unseen, package: &Package, part: &str) -> Self {
        let (behind, aside) = (unseen.behind(package, part), unseen.is_aside(package, part));
        let (around, styled) = (Vec::new(), Vec::new());
        let (fields, name) = (Fields::of(part), StaleName::default());
        Self {
            unseen,
            run: Run::default(),
            paragraph: false,
            around,
            styled,
            offset: None,
            fill: String::new(),
            colour: String::new(),
            small: false,
            outlined: false,
            empty: false,
            white: false,
            hidden: false,
            says: None,
            named: false,
            parts: Vec::new(),
            paragraph_fill: String::new(),
            outside: Vec::new(),
            cells_fill: Vec::new(),
            highlight: String::new(),
            tabled: unseen.colours_cells(package, part),
            row: false,
            paper: unseen.lies_behind(part),
            fields,
            name,
            scene: Backdrop::default(),
            behind,
            aside,
            sample: false,
            tables: Tables::default(),
            covered: Covered::default(),
            room: Room::default(),
            bars: Bars::default(),
            boxes: Vec::new(),
            ground: None,
            phantom: false,
            flat: false,
            cells: String::new(),
            conditional: None,
            conceals: false,
            pale_table: false,
            shape: String::new(),
            level: String::new(),
            level_unseen: false,
            notice: false,
            hidden_shape: false,
        }
    }

    /// Knows over which text something lies.
    pub(super) fn covers(self, covered: Covered) -> Self {
        Self { covered, ..self }
    }

    /// Whether what comes are the words of a field, which Word never shows.
    pub(super) fn is_in_words_of_field(&self) -> bool {
        self.fields.are_asking()
    }

    /// The name of the field of which the element that begins is a mark or words.
    pub(super) fn field(&self, filter: &Filter<Input<'_>>) -> Option<Tie> {
        self.fields.tie(filter)
    }

    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        self.fields.starts(filter, visit);
        self.name.starts(filter);
        self.tables.starts(filter);
        self.room.starts(filter);
        self.bars.starts(filter);
        if self.behind.is_some() {
            self.scene.starts(filter);
        }
        if let Some(conditional) = &mut self.conditional {
            conditional.starts(filter, &self.unseen.palette);
        }
        let value = || filter.attribute("w:val").unwrap_or_default();
        match filter.name() {
            "x14:dxf" => self.conditional = Some(Conditional::default()),
            "x14:conditionalFormatting" => (self.conceals, self.cells) = Default::default(),
            "w:r" => self.run = Run::default(),
            "w:vanish" if is_of_run(filter) => {
                self.run.vanishes = is_on(filter) && !self.fields.are_asking();
                self.run.hidden = Some(is_on(filter));
            }
            "w:drawing" | "w:pict" | "w:object" => {
                self.shape.clear();
                self.run.picture = true;
            }
            "w:footnoteReference" | "w:endnoteReference" => self.run.note = true,
            "w:p" => {
                let pale = self.pale_table || self.is_in(|parts| parts.whitens);
                (self.paragraph, self.white, self.hidden) = (false, pale, false);
                self.paragraph_fill.clear();
                (self.says, self.named) = (self.unseen.looks.get(&self.unseen.usual), false);
            }
            "w:pStyle" => {
                (self.says, self.named) = (self.unseen.looks.get(value()), true);
                let plain = self.says.is_none_or(|says| says.white.is_none());
                self.white = self.unseen.white.contains(value())
                    || plain && self.is_in(|parts| parts.whitens);
                if let Some(behind) = self.says.and_then(|says| says.behind.as_ref()) {
                    self.paragraph_fill.clone_from(behind);
                }
                self.hidden = self.unseen.styles.contains(value());
                self.paragraph |= self.unseen.shaded.contains(value());
            }
            "w:rStyle" => {
                self.run.styled = self.unseen.styles.contains(value());
                self.run.shaded |= self.unseen.shaded.contains(value());
                if let Some(says) = self.unseen.looks.get(value()) {
                    self.run.white = says.white;
                    (self.run.small, self.run.pressed) = (says.tiny, says.pressed);
                    says.colour.iter().for_each(|colour| self.run.colour.clone_from(colour));
                    says.behind.iter().for_each(|fill| self.run.behind.clone_from(fill));
                }
            }
            "w:tbl" => {
                self.pale_table = false;
                self.parts.push(Parts::default());
                self.around.push(false);
                self.styled.push(false);
                self.cells_fill.push(String::new());
            }
            "w:tblStyle" => {
                self.pale_table = self.unseen.white.contains(value());
                let says = self.unseen.looks.get(value());
                // One that gives some part of the table a colour is not looked into.
                let whitens = says.and_then(|says| says.whitens);
                let whitens =
                    whitens.filter(|_| !self.unseen.shaded.contains(value())).unwrap_or(0);
                if let Some(parts) = self.parts.last_mut() {
                    parts.whitens = whitens;
                    parts.hides = says.and_then(|says| says.hides).unwrap_or(0);
                }
                if let Some(styled) = self.styled.last_mut() {
                    *styled = !PLAIN.contains(&value()) && !self.pale_table && whitens == 0;
                }
            }
            "w:tblLook" if is_of(filter, 1, "w:tblPr") => {
                let told_apart = parts_of_look(filter);
                self.parts.last_mut().into_iter().for_each(|parts| parts.told_apart = told_apart);
            }
            "w:cnfStyle" => {
                if let Some(parts) = self.parts.last_mut() {
                    match filter.path().rev().nth(1) {
                        Some("w:trPr") => parts.of_row |= parts_of(filter),
                        Some("w:tcPr") => parts.of_cell |= parts_of(filter),
                        _ => {}
                    }
                }
            }
            "w:tr" => {
                self.row = false;
                if let Some(parts) = self.parts.last_mut() {
                    // The first row is told apart by where it stands, and so is the first cell.
                    (parts.of_row, parts.cells) = (u16::from(parts.rows == 0), 0);
                    parts.rows = parts.rows.saturating_add(1);
                }
            }
            "w:tc" => {
                if let Some(parts) = self.parts.last_mut() {
                    parts.of_cell = if parts.cells == 0 { 4 } else { 0 };
                    parts.cells = parts.cells.saturating_add(1);
                }
                self.behind(false);
                self.cells_fill.last_mut().into_iter().for_each(String::clear);
            }
            "w:lvl" => (self.level, self.level_unseen) = Default::default(),
            "w:lvlText" => self.level = value().to_owned(),
            "w:color" | "w:vanish" if is_of(filter, 2, "w:lvl") => {
                self.level_unseen |= match filter.name() {
                    "w:color" => is_white(filter) && self.unseen.page == "FFFFFF",
                    _ => is_on(filter),
                };
            }
            "w:footnote" | "w:endnote" => {
                self.notice = filter.attribute("w:type") == Some("continuationNotice");
            }
            "w:background" => {
                let other = !is_white_or_none(filter.attribute("w:color"));
                self.paper |= other && self.unseen.page == "FFFFFF";
            }
            "wp:anchor" => {
                self.paper |= matches!(filter.attribute("behindDoc"), Some("1" | "true"));
            }
            "w:emboss" | "w:imprint" | "w:outline" if is_of_run(filter) => {
                self.run.lined |= is_on(filter);
            }
            "w14:solidFill" | "w14:gradFill" if is_of(filter, 1, "w14:textOutline") => {
                self.run.lined = true;
            }
            // A box may lie on any colour.
            "w:txbxContent" => {
                self.parts.push(Parts::default());
                self.around.push(true);
                self.cells_fill.push(String::new());
                self.boxes.push(self.covered.ground(filter.range().start));
                let fill = std::mem::take(&mut self.paragraph_fill);
                self.outside.push((self.paragraph, self.white, self.hidden, fill));
            }
            "p:cNvPr" | "wp:docPr" | "xdr:cNvPr" | "pic:cNvPr" => {
                self.shape.clear();
                self.shape.push_str(filter.attribute("name").unwrap_or_default());
                self.hidden_shape =
                    filter.name() == "xdr:cNvPr" && is_hidden("", filter) && may_be_second(filter);
            }
            "a14:compatExt" => self.hidden_shape = false,
            "x:conditionalFormatting" => {
                self.cells = filter.attribute("sqref").unwrap_or_default().to_owned();
            }
            "m:phant" => self.phantom = false,
            "m:show" => self.phantom = !is_on_in_formula(filter),
            "a:ext" if is_of(filter, 2, "p:grpSpPr") => {
                self.flat = number(filter, "cx") == Some(0) && number(filter, "cy") == Some(0);
            }
            "w:shd" => self.shade(filter),
            "w:highlight" if value() != "none" => {
                self.run.shaded = true;
                self.run.behind = marker(value()).to_owned();
            }
            "w:color" if is_of_run(filter) => {
                self.run.white = Some(is_white(filter));
                // Beside a colour of the theme stands what it is.
                self.run.colour = value().to_owned();
            }
            // Letters that are pressed together, or not filled.
            "w:w" if is_of_run(filter) => {
                self.run.pressed = Some(is_pressed(value()));
            }
            // It counts instead of the colour that stands before it.
            "w14:srgbClr" | "w14:schemeClr"
                if is_of(filter, 1, "w14:solidFill") && is_of(filter, 2, "w14:textFill") =>
            {
                let colour = filter.attribute("w14:val").unwrap_or_default();
                let white = alike(colour, "FFFFFF") || colour == "bg1";
                self.run.white = Some(white);
                self.run.colour = colour.to_owned();
            }
            "w14:lumMod" if is_of(filter, 3, "w14:textFill") => {
                self.run.white = Some(false);
                self.run.colour.clear();
            }
            "w14:noFill" if is_of(filter, 1, "w14:textFill") => {
                self.run.tiny = true;
            }
            "w14:alpha"
                if is_of(filter, 2, "w14:solidFill") && is_of(filter, 3, "w14:textFill") =>
            {
                self.run.tiny |= filter.attribute("w14:val") == Some("100000");
            }
            "w:sz" if is_of_run(filter) => {
                self.run.small = Some(value().parse().is_ok_and(|size: u32| size <= TINY_WORD));
            }
            "p:sp" | "xdr:sp" | "cdr:sp" => {
                self.ground = self.covered.ground(filter.range().start);
                self.fill.clear();
                self.sample = false;
            }
            "p:ph" => {
                let sort = filter.attribute("type").unwrap_or("body");
                self.sample = SAMPLES.contains(&sort) || sort == "ctrTitle";
            }
            "a:srgbClr" | "a:schemeClr" if is_of(filter, 1, "a:highlight") => {
                self.highlight =
                    [filter.name(), filter.attribute("val").unwrap_or_default()].concat();
            }
            "a:r" | "a:fld" => {
                self.highlight.clear();
                self.colour.clear();
                self.small = false;
                self.outlined = false;
                self.empty = false;
            }
            "a:ln" | "a:effectLst" => self.outlined = true,
            "a:noFill" if is_of(filter, 1, "a:rPr") => self.empty = true,
            "a:alpha" if is_of(filter, 3, "a:rPr") && is_of(filter, 2, "a:solidFill") => {
                self.empty |= matches!(filter.attribute("val"), Some("0" | "0%"));
            }
            "a:rPr" => self.small = is_small(filter),
            name if name.starts_with("a:") && filter.path().any(|name| name == "a:solidFill") => {
                self.colour(filter);
            }
            "a:off" => self.offset = number(filter, "x").zip(number(filter, "y")),
            _ => {}
        }
    }

    /// A colour of a run or a shape, with what makes it lighter or darker.
    fn colour(&mut self, filter: &Filter<Input<'_>>) {
        let colour = match painted(filter) {
            Some("p:spPr" | "xdr:spPr" | "cdr:spPr") => &mut self.fill,
            Some("a:rPr") => &mut self.colour,
            _ => return,
        };
        mix(colour, filter);
    }

    fn shade(&mut self, filter: &Filter<Input<'_>>) {
        let solid = filter.attribute("w:val") == Some("solid");
        let fill = filter.attribute(if solid { "w:color" } else { "w:fill" }).unwrap_or("auto");
        let theme = filter.attribute("w:themeFill").unwrap_or("background1");
        let pattern = !matches!(filter.attribute("w:val"), Some("clear" | "nil") | None);
        let light = matches!(fill, "auto" | "FFFFFF" | "ffffff") && theme == "background1";
        let shaded = pattern || !light;
        match filter.path().rev().nth(1) {
            Some("w:rPr") => {
                self.run.shaded |= shaded;
                self.run.behind = fill.to_owned();
            }
            Some("w:pPr") => {
                self.paragraph |= shaded;
                self.paragraph_fill = fill.to_owned();
            }
            Some("w:tcPr") => {
                self.behind(shaded);
                self.cells_fill.last_mut().into_iter().for_each(|cell| *cell = fill.to_owned());
            }
            // Cells that have no colour of their own take this one.
            Some("w:tblPr") => self.styled.last_mut().into_iter().for_each(|all| *all |= shaded),
            Some("w:tblPrEx") => self.row |= shaded,
            _ => {}
        }
    }

    fn behind(&mut self, shaded: bool) {
        let styled = self.styled.last().copied().unwrap_or(false);
        if let Some(around) = self.around.last_mut() {
            *around = shaded || styled;
        }
    }

    /// What all from here on is.
    pub(super) fn rest(
        &mut self,
        filter: &Filter<Input<'_>>,
    ) -> Option<(&'static Kind, Remedy, &'static str)> {
        let value = filter.attribute("w:val").unwrap_or_default();
        match filter.name() {
            "w:t" if self.fields.are_asking() && !self.run.told => {
                self.run.told = true;
                Some((&hidden::HIDDEN_TEXT, Keep, "w:r"))
            }
            "w:t" if self.is_hidden_by_style() => {
                self.run.told = true;
                let remedy = if self.is_in(|parts| parts.hides) { Keep } else { Ask };
                Some((&hidden::HIDDEN_TEXT, remedy, "w:r"))
            }
            "a:ext" | "a:alphaModFix" if is_lost_picture(filter) => {
                Some((&hidden::HIDDEN_SHAPE, Keep, "*"))
            }
            "a:ext" if self.is_beside(filter) => Some((&hidden::HIDDEN_SHAPE, Keep, "*")),
            "wp:extent" if self.room.is_beside(filter) => Some((&hidden::HIDDEN_SHAPE, Keep, "*")),
            "a:chExt" if self.flat && number(filter, "cx").is_some_and(|width| width > 0) => {
                Some((&hidden::HIDDEN_SHAPE, Keep, "*"))
            }
            "w:tblStyle" if self.unseen.styles.contains(value) => {
                Some((&hidden::HIDDEN_TEXT, Keep, "w:tbl"))
            }
            "w:vanish" if is_of(filter, 2, "m:r") => Some((&hidden::HIDDEN_TEXT, Keep, "m:r")),
            "w:t" if self.is_invisible(true) || self.has_no_room() => {
                let unsure = matches!(self.boxes.last(), Some(Some((_, false))));
                let none = self.has_no_room();
                let seen_perhaps = (self.paper || unsure) && !self.is_tiny(false);
                // What all text is by itself shows what a document looks like.
                let by_itself = !self.is_invisible(false) || self.is_in(|parts| parts.whitens);
                self.run.told = true;
                let remedy = if (seen_perhaps || by_itself) && !none { Keep } else { Ask };
                Some((&hidden::INVISIBLE_TEXT, remedy, "w:r"))
            }
            _ => None,
        }
    }

    /// Whether styles hide the run, and the run itself says nothing else. Two of them together hide
    /// nothing: what a style switches, another switches back (ECMA-376 part 1, 17.7.3).
    fn is_hidden_by_style(&self) -> bool {
        let of_part = self.is_in(|parts| parts.hides);
        !self.run.told && self.run.hidden.is_none() && self.hidden ^ self.run.styled ^ of_part
    }

    /// Whether the cell at hand is in one of these parts of its table.
    fn is_in(&self, parts: fn(&Parts) -> u16) -> bool {
        self.parts.last().is_some_and(|table| table.are(parts(table)))
    }

    /// What styles say of the run, where it says nothing itself: that of its paragraph, and with
    /// `all` those that count where nobody names one.
    fn said<T>(&self, all: bool, what: fn(&'u Says) -> Option<T>) -> Option<T> {
        let of_all = || self.unseen.looks.get("").filter(|_| all).and_then(what);
        self.says.filter(|_| all || self.named).and_then(what).or_else(of_all)
    }

    fn is_tiny(&self, all: bool) -> bool {
        let small = self.run.small.or_else(|| self.said(all, |says| says.tiny));
        let pressed = self.run.pressed.or_else(|| self.said(all, |says| says.pressed));
        self.run.tiny || small == Some(true) || pressed == Some(true)
    }

    /// Whether a cell lies over the text, or its line or row has no height.
    fn has_no_room(&self) -> bool {
        !self.run.told && (self.tables.is_covered() || self.room.is_none())
    }

    fn is_invisible(&self, all: bool) -> bool {
        let on_colour = self.run.shaded
            || self.run.lined
            || self.paragraph
            || self.row
            || self.around.contains(&true);
        // The innermost colour counts, and one whose name is not known hides nothing.
        let cell = self.cells_fill.last().map_or("", String::as_str);
        let behind = match (self.run.shaded, self.paragraph) {
            (true, _) => self.run.behind.as_str(),
            (false, true) => self.paragraph_fill.as_str(),
            (false, false) => cell,
        };
        let plain = behind.is_empty() && !on_colour && self.unseen.page != "FFFFFF";
        let behind = if plain { &self.unseen.page } else { behind };
        let own = self.run.white.is_some();
        let styled = || self.said(all, |says| says.colour.as_ref());
        let colour = if own { Some(&self.run.colour) } else { styled() };
        let same = colour.is_some_and(|colour| alike(colour, behind));
        let of_all = || all && self.said(all, |says| says.white) == Some(true);
        let white = self.run.white.unwrap_or_else(|| self.white || of_all());
        let white = white && alike(&self.unseen.page, "FFFFFF");
        let of_box = self.is_of_box();
        !self.run.told && (self.is_tiny(all) || same || white && !on_colour || of_box)
    }

    /// Whether the text at hand has the colour of the box around it, with nothing between.
    fn is_of_box(&self) -> bool {
        let bare = !(self.run.shaded || self.run.lined || self.paragraph || self.row);
        let innermost = self.around.last() == Some(&true) && self.styled.is_empty();
        let white = self.run.white.unwrap_or(self.white);
        let colour = digits(&self.run.colour).or(white.then_some(WHITE));
        let behind = self.boxes.last().and_then(|behind| *behind).zip(colour);
        bare && innermost && behind.is_some_and(|((behind, _), colour)| same(behind, colour))
    }

    /// Text of a slide that is too small, or has the colour of its shape.
    pub(super) fn conceals(&self, element: &str) -> Option<(&'static Kind, Remedy)> {
        if element == "w:t" && self.notice {
            return Some((&hidden::SCREEN_TIP, Keep));
        }
        if element != "a:t" {
            return None;
        }
        let lost = self.small
            || self.tables.is_covered()
            || self.empty && !self.outlined
            || !self.colour.is_empty()
                && (are_same(&self.colour, &self.fill) || are_same(&self.colour, &self.highlight));
        let plain = !self.colour.is_empty() && !self.outlined;
        let below = self.behind.filter(|_| plain);
        let cells = self.ground.filter(|_| plain && is_paper(&self.colour));
        if let Some((_, sure)) = cells.filter(|_| !lost) {
            return Some((&hidden::INVISIBLE_TEXT, if sure { Ask } else { Keep }));
        }
        let of_paper = || below.and_then(|below| self.scene.hides(below, &self.colour, false));
        // A slide that renames the colours has another paper than its layout.
        let remedy = match lost {
            true => Ask,
            false if self.covered.is_renamed() => of_paper().map(|_| Keep)?,
            false => of_paper()?,
        };
        Some((&hidden::INVISIBLE_TEXT, remedy))
    }

    /// A cell whose format shows nothing, or a shape beside the slide.
    pub(super) fn opens(
        &mut self,
        filter: &Filter<Input<'_>>,
        visit: &mut Visit<'_>,
    ) -> Option<Decision> {
        match filter.name() {
            "x:c" => {
                let format = filter.attribute("s")?.parse().ok()?;
                let of_text = matches!(filter.attribute("t"), Some("s" | "str" | "inlineStr"));
                let shape = if of_text { &self.unseen.of_text } else { &self.unseen.of_numbers };
                let unseen = self.unseen.formats.contains(&format) || shape.contains(&format);
                (unseen && !filter.is_empty()).then(|| {
                    visit.end_text();
                    let decision = visit.place(&hidden::INVISIBLE_TEXT, Keep);
                    if self.tabled && self.unseen.pale.contains(&format) {
                        visit.sure(Possible);
                    }
                    decision
                })
            }
            "x:cfRule" => {
                let format = filter.attribute("dxfId")?.parse().ok()?;
                self.unseen.conditional.contains(&format).then(|| self.condition(visit))
            }
            // What stands among the words of a field is not shown.
            "w:drawing" | "w:pict" | "w:object" if self.fields.are_asking() => {
                visit.end_text();
                let decision = visit.place(&hidden::HIDDEN_SHAPE, Keep);
                visit.sure(Likely);
                visit.describe("-");
                visit.gathers();
                Some(decision)
            }
            "m:e" if self.phantom && is_of(filter, 1, "m:phant") => {
                Some(visit.place(&hidden::INVISIBLE_TEXT, Keep))
            }
            "w:txbxContent" if self.room.is_flat() => {
                Some(visit.place(&hidden::INVISIBLE_TEXT, Keep))
            }
            _ if room::is_off(filter) || self.room.has_no_size(filter) => {
                visit.end_text();
                let decision = visit.place(&hidden::HIDDEN_SHAPE, Keep);
                visit.describe("-");
                visit.gathers();
                Some(decision)
            }
            _ => self.covered.opens(filter, visit),
        }
    }

    /// Opens a place about a condition, in the cells to which it belongs.
    fn condition(&self, visit: &mut Visit<'_>) -> Decision {
        visit.enter(Step::Cell(self.cells.as_str().into()));
        let decision = visit.place(&hidden::INVISIBLE_TEXT, Keep);
        visit.leave();
        visit.sure(Possible);
        visit.describe(&self.cells);
        decision
    }

    /// What the shape at hand is called.
    pub(super) fn shape(&self) -> &str {
        if self.shape.is_empty() { "-" } else { &self.shape }
    }

    /// Whether the shape whose size this is stands beside the slide.
    fn is_beside(&mut self, filter: &Filter<Input<'_>>) -> bool {
        let Some(((x, y), (width, height))) = self.offset.take().zip(self.unseen.slide) else {
            return false;
        };
        let size = number(filter, "cx").zip(number(filter, "cy"));
        let depth = filter.path().position(|name| name == "p:spTree");
        let (Some((cx, cy)), Some(depth)) = (size, depth) else { return false };
        // Only shapes that stand on a slide by themselves are measured on it.
        let near = filter.path().count().saturating_sub(depth) <= 5;
        let of_group = filter.path().nth(depth.saturating_add(1)) == Some("p:grpSp")
            && filter.path().nth(depth.saturating_add(2)) != Some("p:grpSpPr");
        let beside =
            x >= width || y >= height || x.saturating_add(cx) <= 0 || y.saturating_add(cy) <= 0;
        let sorts = ["p:sld", "p:sldLayout", "p:sldMaster"];
        let on_slide = filter.path().next().is_some_and(|sort| sorts.contains(&sort));
        on_slide && near && !of_group && beside && cx > 0
    }

    /// Text comes.
    pub(super) fn takes(&mut self, element: &str, text: &str, visit: &mut Visit<'_>) {
        self.fields.takes(element, text, visit);
        self.name.takes(element, text, visit);
        self.room.takes(element, text, visit);
        self.bars.takes(element, text, visit);
        if element == "xne:sqref" {
            self.cells.push_str(text);
        }
        if self.aside && !self.sample && element == "a:t" && !is_usual(text) {
            visit.place(&hidden::SCREEN_TIP, Keep);
            visit.describe(text);
            visit.close();
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        self.fields.ends(element, visit);
        self.tables.ends(element);
        self.room.ends(element, visit);
        self.bars.ends(element, visit);
        if self.behind.is_some() {
            self.scene.ends(element);
        }
        match element {
            "x14:dxf" => {
                let format = self.conditional.take();
                self.conceals |= format.is_some_and(|format| format.is_unseen());
            }
            "x14:conditionalFormatting" if std::mem::take(&mut self.conceals) => {
                self.condition(visit);
                visit.close();
            }
            "xdr:cNvPr" if std::mem::take(&mut self.hidden_shape) => {
                visit.value(&hidden::HIDDEN_SHAPE, Keep, &self.shape);
            }
            "w:lvl" => {
                let letters = self.level.chars().filter(|letter| letter.is_alphabetic()).count();
                if std::mem::take(&mut self.level_unseen) && letters > 2 {
                    // Their cell or paragraph may have a colour.
                    visit.place(&hidden::INVISIBLE_TEXT, Keep);
                    visit.set_value(&self.level);
                    visit.sure(Possible);
                    visit.close();
                }
            }
            "w:r" if self.run.vanishes || self.is_hidden_by_style() => {
                if self.run.picture {
                    visit.place(&hidden::HIDDEN_SHAPE, Keep);
                    visit.describe(self.shape());
                    visit.close();
                }
                if self.run.note {
                    visit.describe_blank("w:footnoteReference");
                }
            }
            "w:tbl" => {
                self.pale_table = false;
                self.parts.pop();
                self.around.pop();
                self.styled.pop();
                self.cells_fill.pop();
            }
            "w:txbxContent" => {
                self.parts.pop();
                self.around.pop();
                self.cells_fill.pop();
                self.boxes.pop();
                if let Some(outside) = self.outside.pop() {
                    (self.paragraph, self.white, self.hidden, self.paragraph_fill) = outside;
                }
            }
            _ => {}
        }
    }
}

/// Tells of what stands in the words of a formula or a field.
pub(super) fn fields(element: &str, words: &str, visit: &mut Visit<'_>) {
    if matches!(element, "w:instrText" | "w:delInstrText") && names_a_path(words) {
        visit.value(&place::FILE_PATH, Keep, words.trim());
    }
    // Where a formula leads, or asks.
    for address in words.split('"').skip(1).step_by(2).filter(|_| element == "x:f") {
        if has_secret(address) && address.contains("://") {
            visit.value(&hidden::DATA_CONNECTION, Keep, address);
        } else if is_internal(address) {
            visit.value(&inside::INTERNAL_LINK, Keep, address);
        }
    }
    // Words that a formula counts as nothing, and what a server told about a cell.
    let remark = element == "x:f" && words.contains("N(\"");
    if remark || element == "xlrd:v" && words.contains(char::is_alphabetic) {
        visit.value(&hidden::CACHED_DATA, Keep, words.trim());
    }
}

/// What is filled with the one colour at hand, or with what makes it lighter or darker.
pub(super) fn painted<'f>(filter: &'f Filter<Input<'_>>) -> Option<&'f str> {
    filter.path().rev().skip_while(|name| *name != "a:solidFill").nth(1)
}

/// Adds the element at hand to the name of a colour.
pub(super) fn mix(colour: &mut String, filter: &Filter<Input<'_>>) {
    let (ends, others): (&[&str], &[&str]) = match filter.name() {
        "a:solidFill" => {
            colour.clear();
            return;
        }
        "a:scrgbClr" => (&["r", "g", "b"], &[]),
        "a:hslClr" => (&["lum"], &["hue", "sat"]),
        _ => (&[], &["val"]),
    };
    // Of colours in other numbers only black and white are known by another name.
    let all = |one: [&str; 2]| {
        let mut values = ends.iter().map(|end| filter.attribute(end).unwrap_or_default());
        values.all(|value| one.contains(&value))
    };
    let name = match (all(["100000", "100%"]), all(["0", "0%"])) {
        (true, false) => "a:srgbClrFFFFFF",
        (false, true) => "a:srgbClr000000",
        _ => {
            colour.push_str(filter.name());
            let values = ends.iter().chain(others).filter_map(|name| filter.attribute(name));
            values.for_each(|value| colour.push_str(value));
            return;
        }
    };
    colour.push_str(name);
}

/// Whether a run of a slide is too small to be read.
pub(super) fn is_small(filter: &Filter<Input<'_>>) -> bool {
    number(filter, "sz").is_some_and(|size| size <= SMALL)
}

/// Whether this is the colour of the paper, or nothing.
fn is_white_or_none(colour: Option<&str>) -> bool {
    colour.is_none_or(|colour| matches!(colour, "auto" | "FFFFFF" | "ffffff"))
}

/// Whether nobody can tell one colour in six digits from another.
fn alike(one: &str, other: &str) -> bool {
    digits(one).zip(digits(other)).is_some_and(|(one, other)| same(one, other))
}

/// The colours of a marker.
fn marker(name: &str) -> &'static str {
    const MARKERS: [(&str, &str); 16] = [
        ("black", "000000"),
        ("blue", "0000FF"),
        ("cyan", "00FFFF"),
        ("darkBlue", "000080"),
        ("darkCyan", "008080"),
        ("darkGray", "808080"),
        ("darkGreen", "008000"),
        ("darkMagenta", "800080"),
        ("darkRed", "800000"),
        ("darkYellow", "808000"),
        ("green", "00FF00"),
        ("lightGray", "C0C0C0"),
        ("magenta", "FF00FF"),
        ("red", "FF0000"),
        ("white", "FFFFFF"),
        ("yellow", "FFFF00"),
    ];
    MARKERS.iter().find(|(marker, _)| *marker == name).map_or("", |(_, colour)| colour)
}

/// Whether this leaves nothing to see of a picture: no size, or hardly any ink.
fn is_lost_picture(filter: &Filter<Input<'_>>) -> bool {
    if filter.name() == "a:alphaModFix" {
        let ink = filter.attribute("amt").unwrap_or("100000").trim_end_matches('%');
        return is_of(filter, 1, "a:blip") && ink.parse().is_ok_and(|ink: u32| ink <= FAINT);
    }
    let of_picture = ["pic:pic", "p:pic", "xdr:pic"].iter().any(|name| is_of(filter, 3, name));
    of_picture && ["cx", "cy"].iter().any(|side| filter.attribute(side) == Some("0"))
}

fn is_of_run(filter: &Filter<Input<'_>>) -> bool {
    is_of(filter, 2, "w:r")
}

/// Whether an element stands in this one, so many levels up.
fn is_of(filter: &Filter<Input<'_>>, up: usize, element: &str) -> bool {
    filter.path().rev().nth(up) == Some(element)
}

fn is_on_in_formula(filter: &Filter<Input<'_>>) -> bool {
    !matches!(filter.attribute("m:val"), Some("0" | "false" | "off"))
}

/// The colour that an older shape names in digits, whatever stands behind them.
pub(super) fn digits_of(colour: &str) -> Option<u32> {
    digits(colour.strip_prefix('#')?.split(' ').next()?)
}

pub(super) fn number(filter: &Filter<Input<'_>>, attribute: &str) -> Option<i64> {
    filter.attribute(attribute)?.parse().ok()
}
