//! The sheets of a workbook: which text stands in which cell.

use std::collections::BTreeMap;
use std::io::BufReader;

use super::names::NAMESPACES;
use super::package::Package;
use crate::finding::{Reason, Step};
use crate::format::rows::Input;
use crate::syntax::xml::{Filter, Node};
use crate::syntax::zip::Archive;
use crate::visit::Visit;

/// What cells refer to.
#[derive(Default)]
pub(super) struct Sheets {
    /// The part that holds the strings, where it was read.
    strings_part: Option<String>,
    strings: Vec<String>,
    /// Which of the strings some cell shows.
    shown: Vec<bool>,
    /// The names of the sheets, by their parts.
    names: BTreeMap<String, String>,
    /// The part at hand is a sheet.
    sheet: bool,
    cell: Option<Cell>,
}

/// A cell that is open.
struct Cell {
    /// Its value is the number of a string.
    shared: bool,
    value: String,
}

impl Sheets {
    /// Reads the names of the sheets and the strings of a workbook, where there is one.
    pub(super) fn read(archive: &Archive<'_>, package: &Package, visit: &Visit<'_>) -> Self {
        let mut sheets = Self::default();
        let main = package.outgoing("").iter().find(|found| found.sort == "officeDocument");
        let Some(main) = main.map(|relation| relation.target.clone()) else { return sheets };
        if !package.sort(&main).contains("sheet") {
            return sheets;
        }
        let leads = package.outgoing(&main);
        // A workbook that cannot be read is told about when it is walked.
        let _ = each(archive, &main, visit, |node, filter| {
            if node == Node::Start
                && filter.name() == "x:sheet"
                && let (Some(id), Some(name)) = (filter.attribute("r:id"), filter.attribute("name"))
                && let Some(relation) = leads.iter().find(|relation| relation.id == id)
            {
                sheets.names.insert(relation.target.clone(), name.to_owned());
            }
            Ok(())
        });
        if let Some(strings) = leads.iter().find(|relation| relation.sort == "sharedStrings") {
            sheets.read_strings(archive, &strings.target, visit);
        }
        sheets
    }

    /// Reads the strings; where they are too many, they are shown where they stand.
    fn read_strings(&mut self, archive: &Archive<'_>, part: &str, visit: &Visit<'_>) {
        let most = visit.held();
        let mut held = 0_u64;
        let mut strings: Vec<String> = Vec::new();
        let mut phonetic = false;
        let read = each(archive, part, visit, |node, filter| {
            match (node, filter.name()) {
                (Node::Start, "x:si") => strings.push(String::new()),
                (Node::Start, "x:rPh") => phonetic = true,
                (Node::End, "x:rPh") => phonetic = false,
                (Node::Text, _) if filter.path().next_back() == Some("x:t") && !phonetic => {
                    held = held.saturating_add(filter.text().len() as u64).saturating_add(32);
                    if let Some(string) = strings.last_mut() {
                        string.push_str(filter.text());
                    }
                }
                _ => {}
            }
            if held > most { Err(Reason::Limit) } else { Ok(()) }
        });
        if read.is_ok() {
            self.shown = vec![false; strings.len()];
            self.strings = strings;
            self.strings_part = Some(part.to_owned());
        }
    }

    /// Whether this part holds the strings.
    pub(super) fn is_strings(&self, name: &str) -> bool {
        self.strings_part.as_deref() == Some(name)
    }

    /// A part is walked.
    pub(super) fn begin(&mut self, name: &str) {
        self.sheet = self.names.contains_key(name);
        self.cell = None;
    }

    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        if !self.sheet {
            return;
        }
        if filter.name() == "x:c" {
            let cell = filter.attribute("r").unwrap_or_default();
            visit.enter(Step::Cell(cell.into()));
            let shared = filter.attribute("t") == Some("s");
            self.cell = Some(Cell { shared, value: String::new() });
        }
    }

    pub(super) fn takes(&mut self, element: &str, text: &str, _: &mut Visit<'_>) -> bool {
        match &mut self.cell {
            Some(cell) if element == "x:v" => {
                cell.value.push_str(text);
                true
            }
            _ => false,
        }
    }

    pub(super) fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        if element != "x:c" {
            return;
        }
        let Some(cell) = self.cell.take() else { return };
        visit.end_text();
        if cell.shared && self.strings_part.is_some() {
            let index = cell.value.trim().parse::<usize>().ok();
            if let Some(string) = index.and_then(|index| self.strings.get(index)) {
                visit.text(string);
            }
            if let Some(shown) = index.and_then(|index| self.shown.get_mut(index)) {
                *shown = true;
            }
        } else {
            visit.text(&cell.value);
        }
        visit.end_text();
        visit.leave();
    }
}

fn each(
    archive: &Archive<'_>,
    part: &str,
    visit: &Visit<'_>,
    mut look: impl FnMut(Node, &Filter<Input<'_>>) -> Result<(), Reason>,
) -> Result<(), Reason> {
    let index = archive.find(part).ok_or(Reason::Damaged)?;
    let unpacked = visit.unpack(archive.unpack(index)?);
    let input: Input<'_> = Box::new(BufReader::new(unpacked));
    let mut filter = Filter::new(input, NAMESPACES, visit.limits())?;
    while let Some(node) = filter.next()? {
        look(node, &filter)?;
    }
    Ok(())
}
