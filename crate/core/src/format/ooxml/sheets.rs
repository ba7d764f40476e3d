//! The sheets of a workbook and the slides of a presentation: what stands where.

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufReader;

use super::bars::Barred;
use super::known::Unseen;
use super::merged::Overlaid;
use super::names::NAMESPACES;
use super::numbers::shown;
use super::package::Package;
use super::reckons::reckons;
use super::styles::{Palette, is_tiny};
use super::tables;
use crate::finding::{Certainty, Reason, Step};
use crate::format::colours::same;
use crate::format::odf::sheet::letters;
use crate::format::rows::Input;
use crate::kind::redaction::BAD_REDACTION;
use crate::kind::{Kind, hidden};
use crate::seen::Tie;
use crate::syntax::xml::{Error, Filter, Node, to_utf8};
use crate::syntax::zip::Archive;
use crate::visit::{Decision, Remedy, Visit};

/// What cells refer to.
#[derive(Default)]
pub(super) struct Sheets {
    /// The part that holds the strings, where it was read.
    strings_part: Option<String>,
    strings: Vec<String>,
    /// The pieces of a string that may have the colour of their cell, or are tiny.
    pieces: BTreeMap<usize, Vec<(u32, String)>>,
    /// What lies behind the text of each format of cells, where that is one colour, and the colours
    /// that have numbers.
    behind: Vec<Option<u32>>,
    palette: Palette,
    /// The colours behind the text of some format, where these are not too many.
    grounds: Vec<u32>,
    /// The colour of the piece of text at hand.
    ink: Option<u32>,
    /// Tables or conditions may colour the cells of the sheet at hand.
    coloured: bool,
    /// Which of the strings some cell shows.
    shown: Vec<bool>,
    /// The strings in rows that are hidden, which can go with those rows.
    hidden: BTreeSet<usize>,
    /// Formulas, lists or charts may need what nobody sees.
    reckons: bool,
    /// Some sheet could not be read, so that nobody knows which strings it shows.
    unsure: bool,
    /// The row at hand is hidden.
    in_hidden_row: bool,
    /// How a string is spoken comes.
    phonetic: bool,
    /// The part at hand holds the strings, and this one is next.
    string: Option<usize>,
    /// The sheets and slides, by their parts.
    steps: BTreeMap<String, Step>,
    /// The names of the sheets that are hidden, by their parts.
    concealed: BTreeMap<String, String>,
    /// The relationships to hidden sheets on which nothing stands.
    blank: BTreeSet<String>,
    /// Columns of the sheet at hand that are hidden, from and to.
    columns: Vec<(u64, u64)>,
    /// The last column of the sheet at hand that it says it uses.
    last: u64,
    /// How many more cells in such columns are told.
    cells: u32,
    /// The part at hand is a sheet.
    sheet: bool,
    cell: Option<Cell>,
    /// The formats of cells that show dates.
    of_days: BTreeSet<usize>,
    /// Days are counted from 1904 on.
    from_1904: bool,
    /// The cells of the sheet at hand that are merged.
    merged: Overlaid,
    /// A merged cell lies over the cell at hand.
    covered: bool,
    /// The cells of the sheet at hand over which something lies, and whether the cell at hand is
    /// one of them.
    bars: Barred,
    barred: Option<Certainty>,
    /// What stands in cells of the sheet at hand over which a chart lies.
    behind_chart: String,
}

/// A cell that is open.
struct Cell {
    /// Its value is the number of a string.
    shared: bool,
    /// Its value is a number.
    number: bool,
    value: String,
    /// Its format, and the pieces of its text that have a colour.
    format: usize,
    pieces: Vec<(u32, String)>,
}

/// What letters have that are too small to be read, whatever their colour.
const TINY: u32 = u32::MAX;

impl Sheets {
    /// Reads the names of the sheets and the strings of a workbook, where there is one.
    pub(super) fn read(
        archive: &Archive<'_>,
        package: &Package,
        unseen: &Unseen,
        visit: &Visit<'_>,
    ) -> Self {
        let (behind, palette) = (unseen.behind.clone(), unseen.palette.clone());
        let of_days = unseen.of_days.clone();
        let mut grounds = Vec::new();
        for ground in behind.iter().flatten() {
            if grounds.len() < MOST_GROUNDS && !grounds.contains(ground) {
                grounds.push(*ground);
            }
        }
        let mut sheets = Self { behind, palette, grounds, of_days, ..Self::default() };
        let main = package.outgoing("").iter().find(|found| found.sort == "officeDocument");
        let Some(main) = main.map(|relation| relation.target.clone()) else { return sheets };
        let leads = package.outgoing(&main);
        if package.sort(&main).contains("wordprocessingml") {
            return sheets;
        }
        let mut slides = 0_u64;
        // A main part that cannot be read is told about when it is walked.
        let _ = each(archive, &main, visit, |node, filter| {
            if filter.name() == "x:workbookPr" {
                sheets.from_1904 |= matches!(filter.attribute("date1904"), Some("1" | "true"));
            }
            let step = match (node, filter.name()) {
                (Node::Start, "x:sheet") => {
                    filter.attribute("name").map(|name| Step::Sheet(name.into()))
                }
                (Node::Start, "p:sldId") => {
                    slides = slides.saturating_add(1);
                    Some(Step::Slide(slides))
                }
                _ => None,
            };
            let id = filter.attribute("r:id");
            let found = leads.iter().find(|relation| Some(relation.id.as_str()) == id);
            if let (Some(relation), true) = (found, tables::is_hidden_sheet("", filter)) {
                if is_blank(archive, package, &relation.target, visit) {
                    sheets.blank.insert(relation.id.clone());
                    return Ok(());
                }
                let name = filter.attribute("name").unwrap_or_default().to_owned();
                sheets.concealed.insert(relation.target.clone(), name);
            }
            if let (Some(step), Some(relation)) = (step, found) {
                sheets.steps.insert(relation.target.clone(), step);
            }
            Ok(())
        });
        sheets.notes(package);
        if let Some(strings) = leads.iter().find(|relation| relation.sort == "sharedStrings") {
            sheets.read_strings(archive, &strings.target, visit);
        }
        sheets.reckons = reckons(archive, package, &sheets.steps, visit);
        sheets
    }

    /// Notes stand with their slide.
    fn notes(&mut self, package: &Package) {
        let mut notes = Vec::new();
        for (slide, step) in &self.steps {
            let leads = package.outgoing(slide).iter();
            for relation in leads.filter(|relation| relation.sort == "notesSlide") {
                notes.push((relation.target.clone(), step.clone()));
            }
        }
        self.steps.extend(notes);
    }

    /// The name of a sheet that is hidden.
    pub(super) fn hidden_name(&self, part: &str) -> Option<String> {
        self.concealed.get(part).cloned()
    }

    /// Whether hidden rows and names have to stay, because something seen may hang on them.
    pub(super) fn holds_on_to(&self, kind: &Kind) -> bool {
        self.reckons && (*kind == hidden::HIDDEN_ROWS || *kind == hidden::HIDDEN_NAME)
    }

    /// Which sheet or slide a part is.
    pub(super) fn step(&self, name: &str) -> Option<Step> {
        self.steps.get(name).cloned()
    }

    /// Reads the strings; where they are too many, they are shown where they stand.
    fn read_strings(&mut self, archive: &Archive<'_>, part: &str, visit: &Visit<'_>) {
        let most = visit.held();
        let mut held = 0_u64;
        let mut strings: Vec<String> = Vec::new();
        let mut phonetic = false;
        let mut ink = None;
        let mut pieces: BTreeMap<usize, Vec<(u32, String)>> = BTreeMap::new();
        let read = each(archive, part, visit, |node, filter| {
            match (node, filter.name()) {
                (Node::Start, "x:si") => strings.push(String::new()),
                (Node::Start, "x:rPh") => phonetic = true,
                (Node::End, "x:rPh") => phonetic = false,
                (Node::End, "x:r") => ink = None,
                (Node::Start, "x:color" | "x:sz") => ink = self.ink_of(filter, ink),
                (Node::Text, _) if filter.path().next_back() == Some("x:t") && !phonetic => {
                    held = held.saturating_add(filter.text().len() as u64).saturating_add(32);
                    let number = strings.len().saturating_sub(1);
                    if let Some(string) = strings.last_mut() {
                        string.push_str(filter.text());
                    }
                    if let Some(ink) = ink.filter(|ink| self.may_hide(*ink)) {
                        let piece = (ink, filter.text().to_owned());
                        held = held.saturating_add(piece.1.len() as u64).saturating_add(32);
                        pieces.entry(number).or_default().push(piece);
                    }
                }
                _ => {}
            }
            if held > most { Err(Reason::Limit) } else { Ok(()) }
        });
        if read.is_ok() {
            self.shown = vec![false; strings.len()];
            (self.strings, self.pieces) = (strings, pieces);
            self.strings_part = Some(part.to_owned());
        }
    }

    /// The colour of a piece of text, of whose properties this is one.
    fn ink_of(&self, filter: &Filter<Input<'_>>, ink: Option<u32>) -> Option<u32> {
        let of_run = filter.path().rev().nth(1) == Some("x:rPr");
        match filter.name() {
            _ if !of_run || ink == Some(TINY) => ink,
            "x:sz" => is_tiny(filter).then_some(TINY).or(ink),
            _ => self.palette.colour(filter),
        }
    }

    /// Whether letters of this colour have that of some cell, or cannot be read.
    fn may_hide(&self, ink: u32) -> bool {
        let on = |ground: &u32| same(ink, *ground);
        ink == TINY || self.grounds.len() >= MOST_GROUNDS || self.grounds.iter().any(on)
    }

    /// Whether this part holds the strings.
    pub(super) fn is_strings(&self, name: &str) -> bool {
        self.strings_part.as_deref() == Some(name)
    }

    /// A part is walked.
    pub(super) fn begin(&mut self, name: &str, coloured: bool) {
        self.coloured = coloured;
        self.sheet = matches!(self.steps.get(name), Some(Step::Sheet(_)));
        self.string = self.is_strings(name).then_some(0);
        self.in_hidden_row = false;
        self.phonetic = false;
        self.last = u64::MAX;
        self.cell = None;
        (self.covered, self.barred, self.ink) = (false, None, None);
        self.columns.clear();
        self.cells = MOST_CELLS;
    }

    /// Knows which cells of the part that comes next are merged.
    pub(super) fn merges(&mut self, merged: Overlaid) {
        self.merged = merged;
    }

    /// Knows over which cells of the part that comes next something lies.
    pub(super) fn bars(&mut self, bars: Barred) {
        self.bars = bars;
    }

    /// A part could not be read to its end.
    pub(super) fn lost(&mut self, name: &str) {
        self.unsure |= self.steps.contains_key(name);
    }

    /// A string goes when the rows go that show it; one that no cell shows is left over.
    pub(super) fn opens(
        &mut self,
        filter: &Filter<Input<'_>>,
        visit: &mut Visit<'_>,
    ) -> Option<Decision> {
        let hides = |filter| self.sheet && tables::is_hidden("", filter) && !self.is_beyond(filter);
        if filter.name() == "x:col" && hides(filter) {
            let decision = visit.place(&hidden::HIDDEN_ROWS, Remedy::Keep);
            let name = |name| Some(letters(filter.attribute(name)?.parse().ok()?));
            let (from, to) = (name("min").unwrap_or_default(), name("max").unwrap_or_default());
            visit.describe(&if from == to { from } else { [&from, "–", &to].concat() });
            return Some(decision);
        }
        if filter.name() == "x:c" && self.is_in_hidden_column(filter) {
            visit.end_text();
            return Some(visit.place(&hidden::HIDDEN_ROWS, Remedy::Keep));
        }
        if filter.name() == "x:is" && self.covered {
            visit.end_text();
            return Some(visit.place(&hidden::INVISIBLE_TEXT, Remedy::Keep));
        }
        if self.barred == Some(Certainty::Likely) && filter.name() == "x:is" {
            visit.end_text();
            let decision = visit.place(&BAD_REDACTION, Remedy::Keep);
            visit.sure(Certainty::Likely);
            return Some(decision);
        }
        let number = self.string.filter(|_| filter.name() == "x:si")?;
        let shown = self.shown.get(number).copied().unwrap_or(true);
        if self.hidden.contains(&number) {
            if shown {
                visit.needs(string(number));
            }
            return Some(visit.follow(string(number)));
        }
        let empty = self.strings.get(number).is_none_or(|string| string.trim().is_empty());
        let left_over = !shown && !empty && !self.unsure;
        left_over.then(|| visit.place(&hidden::STRAY_BYTES, Remedy::Drop))
    }

    /// Whether columns stand behind all that the sheet uses. Cells that stand there all the same
    /// are told one by one.
    fn is_beyond(&self, filter: &Filter<Input<'_>>) -> bool {
        let first = filter.attribute("min").and_then(|number| number.parse::<u64>().ok());
        // All up to the last column that there can be (ECMA-376 part 1, 18.3.1.73 `row`).
        let rest = filter.attribute("max") == Some("16384");
        rest || first.is_some_and(|first| first > self.last)
    }

    /// Whether a sheet is hidden on which nothing stands.
    pub(super) fn is_blank(&self, filter: &Filter<Input<'_>>) -> bool {
        filter.attribute("r:id").is_some_and(|id| self.blank.contains(id))
    }

    /// Whether a cell stands in a hidden column, as long as not too many did.
    fn is_in_hidden_column(&mut self, filter: &Filter<Input<'_>>) -> bool {
        if self.columns.is_empty() || self.in_hidden_row || self.cells == 0 {
            return false;
        }
        let column = column(filter.attribute("r").unwrap_or_default()).unwrap_or(0);
        let hidden = self.columns.iter().any(|(from, to)| (*from..=*to).contains(&column));
        self.cells = self.cells.saturating_sub(u32::from(hidden));
        hidden
    }

    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        if filter.name() == "x:rPh" {
            self.phonetic = true;
            visit.end_text();
        }
        if !self.sheet {
            return;
        }
        if filter.name() == "x:dimension" {
            let cell = filter.attribute("ref").and_then(|cells| cells.rsplit(':').next());
            self.last = cell.and_then(column).unwrap_or(u64::MAX);
        }
        if filter.name() == "x:col" && tables::is_hidden("", filter) {
            let number = |name| filter.attribute(name).and_then(|value| value.parse().ok());
            self.columns.extend(number("min").zip(number("max")));
        }
        if filter.name() == "x:sheetData" {
            visit.table();
        }
        if filter.name() == "x:row" {
            visit.row();
            self.in_hidden_row = tables::is_hidden("", filter);
            let number = filter.attribute("r").and_then(|number| number.parse().ok());
            if !self.merged.row(number) {
                visit.gap(Reason::Limit);
            }
        }
        if filter.name() == "x:c" {
            let cell = filter.attribute("r").unwrap_or_default();
            visit.cell(column(cell));
            // What a row hides is told with the row.
            self.covered = self.merged.cell(column(cell)) && !self.in_hidden_row;
            self.barred = self.bars.covers(cell, column(cell)).filter(|_| !self.covered);
            visit.enter(Step::Cell(cell.into()));
            let shared = filter.attribute("t") == Some("s");
            let format = filter.attribute("s").map_or(Some(0), |format| format.parse().ok());
            let format = format.unwrap_or(usize::MAX);
            let number = matches!(filter.attribute("t"), None | Some("n"));
            let (value, pieces) = (String::new(), Vec::new());
            self.cell = Some(Cell { shared, number, value, format, pieces });
        }
        if matches!(filter.name(), "x:color" | "x:sz") {
            self.ink = self.ink_of(filter, self.ink);
        }
    }

    pub(super) fn takes(&mut self, element: &str, text: &str, visit: &mut Visit<'_>) -> bool {
        match &mut self.cell {
            // How a word is spoken is shown above it where somebody asks for it. In syllables of
            // Japanese that is what it is for.
            _ if self.phonetic => {
                let told = element == "x:t" && text.chars().any(is_no_syllable);
                if told {
                    visit.value(&hidden::SCREEN_TIP, Remedy::Keep, text.trim());
                }
                told
            }
            Some(cell) if element == "x:v" => {
                cell.value.push_str(text);
                true
            }
            Some(cell) if element == "x:t" => {
                cell.pieces.extend(self.ink.map(|ink| (ink, text.to_owned())));
                if self.barred == Some(Certainty::Possible) && !visit.leaving() {
                    chart_hides(&mut self.behind_chart, text);
                }
                false
            }
            // Where cells show a string, it was told there.
            _ => element == "x:t" && self.string.is_some_and(|number| self.is_told(number)),
        }
    }

    fn is_told(&self, number: usize) -> bool {
        self.shown.get(number).copied().unwrap_or(false) || self.hidden.contains(&number)
    }

    pub(super) fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        if element == "x:rPh" {
            self.phonetic = false;
            visit.end_text();
        }
        if element == "x:r" {
            self.ink = None;
        }
        if element == "x:si" {
            self.string = self.string.map(|number| number.saturating_add(1));
        }
        if element == "x:sheetData" && self.sheet {
            visit.end_table();
            let words = std::mem::take(&mut self.behind_chart);
            if !words.is_empty() {
                visit.place(&hidden::INVISIBLE_TEXT, Remedy::Keep);
                visit.describe(words.trim_end());
                visit.sure(Certainty::Possible);
                visit.close();
            }
        }
        if element != "x:c" {
            return;
        }
        let Some(cell) = self.cell.take() else { return };
        visit.end_text();
        let number = cell.value.trim().parse::<usize>().ok().filter(|_| cell.shared);
        let covered = std::mem::take(&mut self.covered);
        let string_of = number.and_then(|number| self.strings.get(number));
        let shows = if number.is_some() { string_of } else { Some(&cell.value) };
        let lost = shows.is_some_and(|shows| self.merged.loses(shows)) && covered;
        let barred = self.barred.take().zip(shows.filter(|text| !text.is_empty()));
        if let Some((Certainty::Possible, text)) = barred.filter(|_| !visit.leaving()) {
            chart_hides(&mut self.behind_chart, text);
        }
        let barred = barred.is_some_and(|(certainty, _)| certainty == Certainty::Likely);
        if lost {
            visit.place(&hidden::INVISIBLE_TEXT, Remedy::Keep);
        } else if barred {
            visit.place(&BAD_REDACTION, Remedy::Keep);
            visit.sure(Certainty::Likely);
        }
        match number {
            Some(number) => {
                if let Some(string) = self.strings.get(number) {
                    visit.text(string);
                }
                if self.in_hidden_row {
                    self.hidden.insert(number);
                    visit.needs(string(number));
                } else if let Some(shown) = self.shown.get_mut(number) {
                    *shown = true;
                }
            }
            None if cell.number => {
                let days = self.of_days.contains(&cell.format);
                visit.text(&shown(&cell.value, days.then_some(self.from_1904)));
            }
            None => visit.text(&cell.value),
        }
        if lost || barred {
            visit.end_text();
            visit.close();
        }
        if self.in_hidden_row {
            visit.text("\t");
        }
        visit.end_text();
        let pieces = number.and_then(|number| self.pieces.get(&number)).unwrap_or(&cell.pieces);
        let behind = self.behind.get(cell.format).copied().flatten();
        let unseen = |ink: u32| ink == TINY || behind.is_some_and(|behind| same(ink, behind));
        let unseen = pieces.iter().filter(|(ink, _)| unseen(*ink));
        let (small, words) = unseen.fold((true, String::new()), |(small, words), (ink, text)| {
            (small && *ink == TINY, words + text)
        });
        if !words.trim().is_empty() {
            visit.place(&hidden::INVISIBLE_TEXT, Remedy::Keep);
            visit.describe(&words);
            if self.coloured && !small {
                visit.sure(Certainty::Possible);
            }
            visit.close();
        }
        visit.leave();
    }
}

/// Whether nothing stands on a sheet: no text in it at all, and nothing that hangs on it.
fn is_blank(archive: &Archive<'_>, package: &Package, part: &str, visit: &Visit<'_>) -> bool {
    let leads = package.outgoing(part).iter();
    if leads.into_iter().any(|lead| lead.sort != "printerSettings") {
        return false;
    }
    let read = each(archive, part, visit, |node, filter| match node {
        Node::Text if !filter.text().trim().is_empty() => Err(Reason::Stopped),
        _ => Ok(()),
    });
    read.is_ok()
}

/// Remembers what stands behind a chart, but for the numbers that a chart may show.
fn chart_hides(words: &mut String, text: &str) {
    const MOST: usize = 200;
    let number = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'E' | b'+'));
    let plain = number && (text.len() < 8 || text.contains('.'));
    if !plain && words.len() < MOST {
        words.push_str(text);
        words.push(' ');
    }
}

/// The column of a cell such as `B7`, from 1 on.
pub(in crate::format) fn column(cell: &str) -> Option<u64> {
    let letters = cell.bytes().take_while(u8::is_ascii_uppercase);
    let column = letters.fold(0_u64, |column, letter| {
        column.saturating_mul(26).saturating_add(u64::from(letter.saturating_sub(b'@')))
    });
    (column > 0).then_some(column)
}

/// With so many colours behind text, each colour may be that of some cell.
const MOST_GROUNDS: usize = 64;

/// Of a hidden column so many cells are told.
const MOST_CELLS: u32 = 100;

/// The name of a string.
fn string(number: usize) -> Tie {
    Tie("string", number.to_string().into())
}

/// Of which program a document says that it is, where readers show it in another way for that.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Program {
    /// Office 2007.
    Old,
    Excel,
}

/// Which program wrote the document, where readers look at that.
pub(super) fn program(
    archive: &Archive<'_>,
    package: &Package,
    visit: &Visit<'_>,
) -> Option<Program> {
    let found = package.outgoing("").iter().find(|found| found.sort == "extended-properties");
    let part = found?;
    let (mut program, mut version) = (String::new(), String::new());
    let read = each(archive, &part.target, visit, |node, filter| {
        match filter.path().next_back() {
            Some("ap:Application") if node == Node::Text => program.push_str(filter.text()),
            Some("ap:AppVersion") if node == Node::Text => version.push_str(filter.text()),
            _ => {}
        }
        Ok(())
    });
    const PROGRAMS: [&str; 4] = [
        "Microsoft Office Word",
        "Microsoft Office PowerPoint",
        "Microsoft Office Excel",
        "Microsoft Excel",
    ];
    const EXCEL: [&str; 3] =
        ["Microsoft Excel", "Microsoft Macintosh Excel", "Microsoft Office Excel"];
    match program.trim() {
        _ if read.is_err() => None,
        program if PROGRAMS.contains(&program) && version.trim() == "12.0000" => Some(Program::Old),
        program => EXCEL.contains(&program).then_some(Program::Excel),
    }
}

/// Reads a part from its first element to its last, in whatever characters it is written.
pub(super) fn each(
    archive: &Archive<'_>,
    part: &str,
    visit: &Visit<'_>,
    mut look: impl FnMut(Node, &Filter<Input<'_>>) -> Result<(), Reason>,
) -> Result<(), Reason> {
    each_in(archive, part, visit, &mut look)
}

type Look<'l> = &'l mut dyn FnMut(Node, &Filter<Input<'_>>) -> Result<(), Reason>;

/// The same, of which the program has one copy for all that look.
fn each_in(
    archive: &Archive<'_>,
    part: &str,
    visit: &Visit<'_>,
    look: Look<'_>,
) -> Result<(), Reason> {
    let index = archive.find(part).ok_or(Reason::Damaged)?;
    let unpack = || Ok::<_, Reason>(visit.unpack(archive.unpack(index)?));
    match each_of(Box::new(BufReader::new(unpack()?)), visit, look) {
        Err(Failure::Encoding) => {
            let bytes = unpack()?.whole()?;
            let text = to_utf8(&bytes).ok_or(Reason::Unknown)?;
            let input: Input<'_> = Box::new(text.as_slice());
            each_of(input, visit, look).map_err(Failure::reason)
        }
        read => read.map_err(Failure::reason),
    }
}

/// Why a part is not read to its end.
enum Failure {
    /// It is written in other characters, and nothing was read.
    Encoding,
    Other(Reason),
}

impl Failure {
    fn reason(self) -> Reason {
        match self {
            Self::Encoding => Reason::Unknown,
            Self::Other(reason) => reason,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Encoding => Self::Encoding,
            error => Self::Other(error.into()),
        }
    }
}

fn each_of(input: Input<'_>, visit: &Visit<'_>, look: Look<'_>) -> Result<(), Failure> {
    let mut filter = Filter::new(input, NAMESPACES, visit.limits())?;
    while let Some(node) = filter.next()? {
        look(node, &filter).map_err(Failure::Other)?;
    }
    Ok(())
}

/// Whether a letter is none of the syllables in which Japanese is spelled out.
fn is_no_syllable(letter: char) -> bool {
    letter.is_alphabetic() && !matches!(letter, '\u{3040}'..='\u{30FF}' | '\u{FF66}'..='\u{FF9F}')
}
