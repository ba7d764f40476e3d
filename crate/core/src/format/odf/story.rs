//! What the walk of a part is told about names, about what elements hold, and about what hides.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::covered::{Under, is_off};
use super::facts::Facts;
use super::links;
use super::looks::{Looks, styled};
use super::package::Package;
use super::parts::Role;
use super::sheet::{Sheet, shows_words};
use super::strange::is_usual;
use super::styles::{Styles, millimetres};
use super::tables::may_be_hidden;
use crate::finding::Certainty::Possible;
use crate::finding::Step;
use crate::format::embedded;
use crate::format::given::{self, shows_day};
use crate::format::ooxml::covered::Covered;
use crate::format::ooxml::paths::{is_alt_path, mail_words};
use crate::format::rows::{Edit, Holds, Input, Part};
use crate::kind::{Kind, access, hidden, inside, place, time};
use crate::seen::Tie;
use crate::syntax::fields::readable;
use crate::syntax::xml::Filter;
use crate::syntax::zip::plain;
use crate::visit::{Decision, Remedy, Visit};

/// A part that the tables know.
pub(super) struct Story<'s> {
    package: &'s Package,
    facts: &'s Facts,
    name: &'s str,
    styles: Styles,
    /// The parts that something refers to.
    referred: BTreeSet<String>,
    sheet: Option<Sheet>,
    /// How many tables stand in each other within the sheet.
    tables: u64,
    slides: u64,
    /// A text that is judged when it is whole.
    whole: String,
    /// The setting at hand holds a text.
    setting: bool,
    /// The setting at hand holds bytes.
    binary: bool,
    /// The setting at hand is where something is found.
    address: bool,
    in_notes: bool,
    /// Cells of tables in a text that are open, with a value: what each is, and what it shows.
    cells: Vec<(String, String)>,
    pictures: u64,
    /// The element at hand stands in a layer.
    of_layer: bool,
    /// The files that formulas and sheets name, and the number of each.
    files: BTreeMap<String, usize>,
    /// How the text in the elements that are open looks.
    looks: Vec<Looks>,
    /// What lies under something.
    covered: Covered,
    /// What may lie behind the text, or colour a cell.
    under: Under,
    /// How many elements began, and which of them chooses between two texts.
    elements: u64,
    choice: Option<u64>,
    /// The cells to which the conditions at hand belong.
    cells_of_condition: Option<String>,
    /// The header or footer at hand is switched off.
    switched_off: bool,
    /// The day that a field stands for, what it is, and what it shows, where so many places are open.
    day: Option<(&'static Kind, String, String, usize)>,
    /// What is called so may be protected with a password.
    protects: Option<String>,
}

impl<'s> Story<'s> {
    /// A part that begins with these styles.
    pub(super) fn new(
        package: &'s Package,
        facts: &'s Facts,
        name: &'s str,
        styles: Styles,
    ) -> Self {
        Self {
            package,
            facts,
            name,
            styles,
            referred: BTreeSet::new(),
            sheet: None,
            tables: 0,
            slides: 0,
            whole: String::new(),
            setting: false,
            binary: false,
            address: false,
            in_notes: false,
            cells: Vec::new(),
            pictures: 0,
            of_layer: false,
            files: BTreeMap::new(),
            looks: Vec::new(),
            covered: Covered::default(),
            under: Under::default(),
            elements: 0,
            choice: None,
            cells_of_condition: None,
            switched_off: false,
            day: None,
            protects: None,
        }
    }

    /// The same, where this is covered.
    pub(super) fn covers(self, covered: Covered) -> Self {
        Self { covered, ..self }
    }

    /// The same, where this may lie behind the text.
    pub(super) fn lies_over(self, under: Under) -> Self {
        Self { under, ..self }
    }

    /// The styles and the parts that were named.
    pub(super) fn finish(self) -> (Styles, BTreeSet<String>) {
        (self.styles, self.referred)
    }

    /// What a link leads to goes when all that leads there goes.
    fn refer(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        let Some(value) = filter.attribute("xlink:href") else { return };
        let Some(part) = links::part(self.name, value) else { return };
        for part in self.package.under(&part) {
            if matches!(self.package.role(&part), Role::Group(_)) {
                continue;
            }
            visit.needs(Tie::new("part", &part));
            self.referred.insert(part);
        }
    }

    /// A document in the document. Without it, a picture of it is left.
    fn object(&self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) -> Option<Decision> {
        let address = filter.attribute("xlink:href").unwrap_or_default();
        let part = links::part(self.name, address)?;
        let is_ole = filter.name() == "draw:object-ole";
        // A chart and a formula are all seen.
        let sort = self.package.sort(&format!("{part}/"));
        if self.package.under(&part).is_empty()
            || !is_ole && DRAWN.iter().any(|drawn| sort.ends_with(drawn))
        {
            return None;
        }
        let name = address.rsplit('/').next().unwrap_or_default();
        let picture = links::part(self.name, &format!("ObjectReplacements/{name}"))?;
        let none = self.package.under(&picture).is_empty();
        let is_shown = self.package.shows(&picture) || is_ole && none;
        let decision =
            visit.place(&inside::ATTACHMENT, if is_shown { Remedy::Ask } else { Remedy::Keep });
        visit.describe(name);
        Some(decision)
    }

    /// How the text in the element that begins looks, where it has a style that can say so.
    fn looks(&self, filter: &Filter<Input<'_>>) -> Option<Looks> {
        let element = filter.name();
        let (family, attribute) = styled(element)?;
        if family.is_empty() {
            return Some(Looks::default());
        }
        let own = |name: &str| self.styles.looks_of(family, name);
        let of_sheet = || self.sheet.as_ref().filter(|_| self.tables == 0)?.default_looks();
        let given = if element == "table:table-cell" { of_sheet() } else { None };
        let of_slide = || {
            let style = filter.attribute("presentation:style-name")?;
            (family == "graphic").then(|| self.styles.looks_of("presentation", style))
        };
        let looks = filter.attribute(attribute).map(own).or(given).or_else(of_slide);
        // A cell without a style looks as all of them, where its column or row does not say more.
        let of_cell = || {
            let of_sheet = self.sheet.is_some() && self.tables == 0;
            let mut looks = (family == "table-cell" && of_sheet).then(|| own(""))?;
            looks.unsure = true;
            self.styles.is_unseen(looks, true).then_some(looks)
        };
        let looks = looks.or_else(of_cell);
        let mut around = self.looks.last().copied().unwrap_or_default();
        if family == "graphic" && element != "draw:text-box" {
            let ground = self.covered.ground(filter.range().start);
            around = Looks::of_drawing(around, ground.map(|(colour, _)| colour));
        }
        Some(looks.unwrap_or_default().within(around))
    }

    /// What an element with this name and style hides.
    fn hides(&self, filter: &Filter<Input<'_>>) -> bool {
        let styled = |family| {
            // What stands in hidden text may be shown all the same.
            let style = filter.attribute("text:style-name").filter(|_| !self.styles.shows_again());
            style.is_some_and(|style| self.styles.hides(family, style))
        };
        match filter.name() {
            "text:span" => styled("text"),
            "text:p" | "text:h" => styled("paragraph"),
            _ => filter.attribute("draw:layer").is_some_and(|layer| self.styles.hides_layer(layer)),
        }
    }
}

impl Part for Story<'_> {
    fn attribute(&self, element: &str, attribute: &str) -> Holds {
        self.facts.attribute(element, attribute)
    }

    fn text(&self, element: &str) -> Holds {
        self.facts.text(element)
    }

    fn name(&self) -> &str {
        self.name
    }

    fn part_at(&self, address: &str) -> Tie {
        Tie::new("part", &plain(address))
    }

    fn starts(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        self.styles.starts(filter);
        self.elements = self.elements.saturating_add(1);
        self.choice = (filter.name() == "text:conditional-text").then_some(self.elements);
        self.looks.extend(self.looks(filter));
        if !filter.name().starts_with("draw:object") {
            self.refer(filter, visit);
        }
        match filter.name() {
            "table:table" => visit.table(),
            "table:table-row" => visit.row(),
            "table:table-cell" | "table:covered-table-cell" => {
                visit.cell(None);
                let columns = filter.attribute("table:number-columns-repeated");
                visit.spans(columns.and_then(|columns| columns.parse().ok()).unwrap_or(1));
                self.in_cell(filter, visit);
            }
            // The words around the sign of a note are two.
            "text:note" => visit.text(" "),
            _ => {}
        }
        match filter.name() {
            "table:table" if self.sheet.is_some() => self.tables = self.tables.saturating_add(1),
            "table:table" if parent(filter) == "office:spreadsheet" => {
                let name = filter.attribute("table:name").unwrap_or_default();
                let style = filter.attribute("table:style-name").unwrap_or_default();
                self.sheet = Some(Sheet::new(name, self.styles.hides("table", style)));
                visit.enter(Step::Sheet(Sheet::shown(name).into()));
            }
            "draw:page" => {
                self.slides = self.slides.saturating_add(1);
                visit.enter(match parent(filter) {
                    "office:presentation" => Step::Slide(self.slides),
                    _ => Step::Page(self.slides),
                });
            }
            "config:config-item" => {
                let numbers = ["boolean", "double", "int", "long", "short"];
                let sort = filter.attribute("config:type").unwrap_or_default();
                let name = filter.attribute("config:name").unwrap_or_default();
                self.setting = !numbers.contains(&sort) || name.starts_with("Rsid");
            }
            "svg:title" | "svg:desc" | "table:title" | "table:desc" | "office:binary-data" => {
                self.whole.clear();
            }
            "presentation:notes" => self.in_notes = true,
            "text:user-field-decl" => self.styles.fields.declares(filter),
            "calcext:conditional-format" => {
                let cells = filter.attribute("calcext:target-range-address");
                self.cells_of_condition = cells.map(str::to_owned);
            }
            name if is_of_page(name) => {
                self.switched_off = filter.attribute("style:display") == Some("false");
            }
            _ => {}
        }
        self.of_layer = parent(filter) == "draw:layer";
        if filter.name() == "config:config-item" {
            self.whole.clear();
            let name = filter.attribute("config:name").unwrap_or_default();
            self.address = name.ends_with("URL") && !filter.is_empty();
            self.binary = filter.attribute("config:type") == Some("base64Binary");
        }
        let thin = |family| {
            let style = filter.attribute("table:style-name");
            style.is_some_and(|style| self.styles.hides(family, style))
        };
        let is_thin = match filter.name() {
            "table:table-row" => thin("table-row"),
            "table:table-column" => thin("table-column"),
            _ => false,
        };
        if let Some(sheet) = self.sheet.as_mut().filter(|_| self.tables == 0) {
            sheet.starts(filter, is_thin, visit);
            let style = filter.attribute("table:default-cell-style-name");
            let looks = style.map(|style| self.styles.looks_of("table-cell", style));
            sheet
                .defaults(filter.name(), looks.filter(|looks| self.styles.is_unseen(*looks, true)));
        }
        let (kind, day) = match filter.name() {
            "text:date" => (&time::DATE, filter.attribute("text:date-value")),
            _ => (&hidden::HIDDEN_TEXT, filter.attribute("loext:current-date")),
        };
        if let Some(day) = day {
            self.day = Some((kind, day.to_owned(), String::new(), visit.open_places()));
        }
        let protects =
            matches!(filter.name(), "table:table" | "office:spreadsheet" | "text:section");
        let name = filter.attribute("table:name").or_else(|| filter.attribute("text:name"));
        self.protects = protects.then(|| name.unwrap_or(self.name).to_owned());
    }

    fn opens(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) -> Option<Decision> {
        if self.styles.maps_away(filter) {
            let cells = self.cells_of_condition.as_deref();
            // The sheet is told of by itself.
            let cells = cells.map(|cells| {
                let cells: String = cells.split('\'').step_by(2).collect();
                let cells = cells.split(' ').map(|range| {
                    let ends = range.split(':').filter_map(|cell| cell.rsplit('.').next());
                    ends.collect::<Vec<_>>().join(":")
                });
                cells.collect::<Vec<_>>().join(" ")
            });
            if let Some(cells) = &cells {
                visit.enter(Step::Cell(cells.as_str().into()));
            }
            let decision = visit.place(&hidden::INVISIBLE_TEXT, Remedy::Keep);
            visit.sure(Possible);
            let condition = filter.attribute("style:condition").unwrap_or("-");
            visit.describe(cells.as_deref().unwrap_or(&condition.replace("cell-content()", "")));
            if cells.is_some() {
                visit.leave();
            }
            return Some(decision);
        }
        if may_be_hidden(filter) {
            let decision = visit.place(&hidden::HIDDEN_TEXT, Remedy::Keep);
            visit.sure(Possible);
            if let Some(text) = filter.attribute("text:string-value") {
                visit.describe(text);
            }
            return Some(decision);
        }
        self.covered.opens(filter, visit)
    }

    fn encloses(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) -> Option<Decision> {
        if filter.name().starts_with("draw:object") {
            let decision = self.object(filter, visit);
            self.refer(filter, visit);
            return decision;
        }
        let hidden_slide = filter.name() == "draw:page"
            && filter
                .attribute("draw:style-name")
                .is_some_and(|style| self.styles.hides("drawing-page", style));
        if hidden_slide {
            let decision = visit.place(&hidden::HIDDEN_SLIDE, Remedy::Keep);
            visit.describe(filter.attribute("draw:name").unwrap_or("draw:page"));
            visit.gathers();
            return Some(decision);
        }
        let is_shape = filter.name().starts_with("draw:") && filter.name() != "draw:layer";
        // What a printer alone shows is not seen either.
        let is_off = is_shape && is_off(filter);
        let page = self.styles.largest_page();
        // What stands in a group tells its place on the page as well.
        let mut around = filter.path().rev().skip(1);
        let of_page = around.find(|name| *name != "draw:g") == Some("draw:page")
            || is_shape && filter.attribute("text:anchor-type") == Some("page");
        // A frame is moved on to its page; a shape is not, from wherever on it its place counts.
        let floats = matches!(filter.attribute("text:anchor-type"), Some("paragraph" | "char"));
        let far = is_shape && floats && filter.name() != "draw:frame" && is_far(filter, page);
        if is_off || of_page && is_beside(filter, page) || far {
            let decision = visit.place(&hidden::HIDDEN_SHAPE, Remedy::Keep);
            visit.describe(filter.attribute("draw:name").unwrap_or(filter.name()));
            visit.gathers();
            return Some(decision);
        }
        // What a merged cell lies over.
        if filter.name() == "table:covered-table-cell" && !filter.is_empty() {
            return Some(visit.place(&hidden::INVISIBLE_TEXT, Remedy::Keep));
        }
        self.hides(filter).then(|| visit.place(&hidden::HIDDEN_TEXT, Remedy::Ask))
    }

    fn conceals(
        &self,
        element: &str,
        text: &str,
        _: &Visit<'_>,
    ) -> Option<(&'static Kind, Remedy)> {
        let looks = self.looks.last().filter(|_| element.starts_with("text:"))?;
        // What stands there by itself are fields, which are told as such.
        let own = matches!(element, "text:p" | "text:h" | "text:span" | "text:a");
        if self.switched_off && own && !given::is_usual(text) {
            return Some((&hidden::HIDDEN_TEXT, Remedy::Ask));
        }
        if looks.hides == Some(true) && self.styles.shows_again() {
            return Some((&hidden::HIDDEN_TEXT, Remedy::Ask));
        }
        let in_sheet = self.sheet.is_some();
        // The row of a sheet is told as a whole.
        let gone = looks.is_gone() && !in_sheet;
        if !gone && !self.styles.is_unseen(*looks, in_sheet) {
            return None;
        }
        // A condition colours a cell whatever its own colour is.
        let cells = self.sheet.as_ref().map(Sheet::cells);
        let painted = looks.unsure || cells.is_some_and(|cells| self.under.colours(cells));
        let drawn = self.under.anywhere || self.styles.may_be_drawn_under();
        let perhaps = painted || looks.is_on_paper() && drawn;
        // A condition may give other letters too.
        let seen_perhaps = gone || perhaps && (in_sheet || !looks.is_lost());
        let remedy = if seen_perhaps { Remedy::Keep } else { Remedy::Ask };
        Some((&hidden::INVISIBLE_TEXT, remedy))
    }

    fn takes(&mut self, element: &str, text: &str, visit: &mut Visit<'_>) -> bool {
        if let Some(sheet) = self.sheet.as_mut().filter(|_| !visit.leaving()) {
            sheet.takes(text);
        }
        if let Some((_, shown)) = self.cells.last_mut().filter(|(value, _)| !value.is_empty()) {
            shown.push_str(text);
        }
        self.styles.unused.takes(element, text);
        // What may go does not count.
        if let Some((.., shown, open)) = &mut self.day
            && visit.open_places() == *open
        {
            shown.push_str(text);
        }
        match element {
            "svg:title" | "svg:desc" | "table:title" | "table:desc" | "office:binary-data" => {
                self.whole.push_str(text);
                true
            }
            "config:config-item" if self.binary || self.address => {
                self.whole.push_str(text);
                true
            }
            // What stands on each page of notes.
            "text:page-number" => self.in_notes,
            "config:config-item" => !self.setting && is_number(text),
            _ => false,
        }
    }

    fn becomes(&mut self, element: &str, visit: &mut Visit<'_>) -> Option<String> {
        match element {
            "svg:title" | "svg:desc" | "table:title" | "table:desc" => {
                let text = std::mem::take(&mut self.whole);
                // What a layer is called shows on no page.
                if self.of_layer && !is_alt_path(&text) && !given::is_usual(&text) {
                    visit.value(&hidden::HIDDEN_NAME, Remedy::Keep, &text);
                    return None;
                }
                if !is_alt_path(&text) {
                    visit.aside(&text);
                    return None;
                }
                let decision = visit.value(&access::ALT_PATH, Remedy::Drop, &text);
                (decision == Decision::Go).then(String::new)
            }
            "config:config-item" if self.address => {
                let text = std::mem::take(&mut self.whole);
                // A folder of the program itself.
                if is_of_program(&text) {
                    return None;
                }
                let decision = visit.value(&place::FILE_PATH, Remedy::Drop, text.trim());
                (decision == Decision::Go).then(String::new)
            }
            "office:binary-data" => {
                self.pictures = self.pictures.saturating_add(1);
                let step = Step::Block(self.pictures);
                embedded::base64(step, &std::mem::take(&mut self.whole), visit)
            }
            _ => None,
        }
    }

    fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        self.styles.ends(element);
        if styled(element).is_some() {
            self.looks.pop();
        }
        if element == "table:table" {
            visit.end_table();
        }
        if matches!(element, "table:table-cell" | "table:covered-table-cell") {
            self.of_cell(visit);
        }
        if let Some(sheet) = self.sheet.as_mut().filter(|_| self.tables == 0) {
            sheet.ends(element, visit);
        }
        if matches!(element, "loext:content-control" | "text:date") {
            let day = self.day.take();
            if let Some((kind, day, ..)) = day.filter(|(_, day, shown, _)| !shows_day(shown, day)) {
                visit.value(kind, Remedy::Keep, &day);
            }
        }
        match element {
            "text:note-citation" => visit.text(" "),
            "config:config-item" if self.binary => {
                let text = std::mem::take(&mut self.whole);
                let text: String = text.split_ascii_whitespace().collect();
                match STANDARD.decode(&text) {
                    Ok(bytes) => visit.aside(&readable(&bytes)),
                    Err(_) => visit.aside(&text),
                }
            }
            "table:table" if self.tables > 0 => self.tables = self.tables.saturating_sub(1),
            "table:table" => {
                if let Some(sheet) = self.sheet.take() {
                    visit.end_text();
                    sheet.tell(visit);
                    visit.leave();
                }
            }
            "draw:page" => {
                visit.end_text();
                visit.leave();
            }
            "office:body" => {
                self.styles.fields.tell(visit);
                self.styles.unused.tell(visit);
            }
            "presentation:notes" => self.in_notes = false,
            "calcext:conditional-format" => self.cells_of_condition = None,
            name if is_of_page(name) => self.switched_off = false,
            _ => {}
        }
    }

    fn holds(&mut self, attribute: &str, value: &str, visit: &mut Visit<'_>) -> Option<Edit> {
        if attribute == "xlink:href"
            && let Some(words) = mail_words(value)
        {
            visit.value(&hidden::SCREEN_TIP, Remedy::Keep, &words);
        }
        // What is protected with a password holds a digest of it.
        if attribute.ends_with(":protection-key")
            && let Some(name) = self.protects.take()
        {
            visit.place(&hidden::PROTECTION, Remedy::Keep);
            visit.describe(&name);
            visit.close();
        }
        if OUTLINES.contains(&attribute) && !is_outline(value) {
            visit.aside(value);
        }
        // Cells of a sheet cannot ask for fields.
        if self.sheet.is_none() && FORMULAS.contains(&attribute) && !visit.leaving() {
            let choice = self.choice.map(|number| self.inner(number));
            self.styles.fields.formula(value, choice);
        }
        let named: Vec<_> = links::files(value).take(MOST_FILES).collect();
        if named.is_empty() {
            return None;
        }
        visit.enter(Step::Property(attribute.into()));
        let (mut copy, mut rest, mut from) = (String::new(), String::new(), 0);
        for file in named {
            let before = value.get(from..file.start).unwrap_or_default();
            from = file.end;
            rest.push_str(before);
            copy.push_str(before);
            copy.push_str(&self.linked(value.get(file).unwrap_or_default(), visit));
        }
        let after = value.get(from..).unwrap_or_default();
        visit.aside(&(rest + after));
        visit.leave();
        copy.push_str(after);
        Some(if copy == value { Edit::Keep } else { Edit::Set(copy.into()) })
    }

    fn is_usual(&self, remark: &str) -> bool {
        is_usual(remark)
    }
}

/// The ends of the sorts of documents of which all is seen where they stand.
const DRAWN: &[&str] = &["chart", "formula", "image", "math"];

/// So many files are told apart, and so many are looked for in one formula.
const MOST_FILES: usize = 1024;

/// What holds the outline of a drawing, and so no words.
const OUTLINES: &[&str] = &["draw:points", "svg:d", "svg:path", "svg:viewBox"];

/// Whether this is an outline: numbers, and letters of which no more than two stand together.
fn is_outline(value: &str) -> bool {
    let mut letters = 0_usize;
    let mut stands = |character: char| {
        letters = if character.is_alphabetic() { letters.saturating_add(1) } else { 0 };
        letters < 3
    };
    !value.contains(['@', '\\']) && value.chars().all(&mut stands)
}

/// What can ask for a field of the document.
const FORMULAS: &[&str] = &["text:condition", "text:formula", "table:formula"];

/// What stands for a file without its folder and name.
const LINKED: &str = "file:///linked-file";

impl Story<'_> {
    /// A cell begins. What its value is, is told where it ends, and only if it shows something else.
    fn in_cell(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        if self.sheet.is_some() && self.tables == 0 {
            return;
        }
        let mut value = filter.attribute("office:string-value").unwrap_or_default();
        // What another document said is told as a whole.
        if !value.is_empty() && filter.path().any(|name| name == "table:dde-link") {
            visit.aside(value);
            value = "";
        }
        self.cells.push((value.to_owned(), String::new()));
    }

    /// A cell of a table in a text ends.
    fn of_cell(&mut self, visit: &mut Visit<'_>) {
        let Some((value, shown)) = self.cells.pop() else { return };
        if !shows_words(&shown, &value) {
            visit.value(&hidden::HIDDEN_TEXT, Remedy::Keep, &value);
        }
    }

    /// What becomes of the name of a file in a formula. Files stay apart: each has a number, in
    /// the order in which they come.
    fn linked(&mut self, file: &str, visit: &mut Visit<'_>) -> String {
        let next = self.files.len().saturating_add(1);
        let number = match self.files.get(file) {
            Some(number) => *number,
            None if next <= MOST_FILES => *self.files.entry(file.to_owned()).or_insert(next),
            None => next,
        };
        let decision = visit.place(&place::LINKED_FILE, Remedy::Neutral);
        if decision == Decision::Stay {
            visit.set_value(if file.starts_with(LINKED) { place::LINKED } else { file });
        }
        visit.close();
        match (decision, number) {
            (Decision::Stay, _) => file.to_owned(),
            (_, 1) => LINKED.to_owned(),
            (_, number) => format!("{LINKED}-{number}"),
        }
    }
}

/// Whether a setting leads to a folder of the program, and to none of a person.
fn is_of_program(address: &str) -> bool {
    let mut places = address.split("%3B").flat_map(|part| part.split(';')).map(str::trim);
    // "$(user)" is a folder of the person, of which each presentation names one file.
    const OWN: [&str; 3] = ["$(brandbaseurl)", "$(inst)", "$(user)/config/standard.so"];
    places.all(|place| place.is_empty() || OWN.iter().any(|own| place.starts_with(own)))
}

/// Whether a shape lies a page and more beside that on which it hangs: one that is nearer is moved on
/// to it.
fn is_far(filter: &Filter<Input<'_>>, (width, height): (f64, f64)) -> bool {
    let length = |name| filter.attribute(name).and_then(millimetres);
    let at = |start, size, page: f64| {
        let place = length(start).zip(length(size)).filter(|_| page > 0.0);
        place.is_some_and(|(start, size)| start + size <= -page || start >= page * 2.0)
    };
    filter.attribute("draw:transform").is_none()
        && (at("svg:x", "svg:width", width) || at("svg:y", "svg:height", height))
}

/// Whether a shape stands beside its page, which is no larger than this.
fn is_beside(filter: &Filter<Input<'_>>, (width, height): (f64, f64)) -> bool {
    let length = |name| filter.attribute(name).and_then(millimetres);
    let beside = |start, size, page: f64| {
        // What does not say how large it is is no larger than its page.
        let place = length(start).zip(length(size).or((page > 0.0).then_some(page)));
        place.is_some_and(|(start, size)| start + size <= 0.0 || page > 0.0 && start >= page)
    };
    beside("svg:x", "svg:width", width) || beside("svg:y", "svg:height", height)
}

/// Whether this is a header or a footer of a page.
fn is_of_page(element: &str) -> bool {
    let (sort, name) = element.split_once(':').unwrap_or_default();
    let name = name.trim_end_matches("-left").trim_end_matches("-first");
    matches!(sort, "style" | "loext") && matches!(name, "header" | "footer")
}

fn parent<'f>(filter: &'f Filter<Input<'_>>) -> &'f str {
    filter.path().rev().nth(1).unwrap_or_default()
}

/// Whether a setting that should be a number or a switch is one.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "true" | "false")
        || text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'E'))
}

#[cfg(test)]
mod tests {
    use super::is_outline;

    #[test]
    fn an_outline_has_no_words() {
        assert!(is_outline("M0 0l12.5-3zm4 4C1 2 3 4 5 6Z"));
        assert!(!is_outline("M0 0 Fatima Yilmaz") && !is_outline("p@x"));
    }
}
