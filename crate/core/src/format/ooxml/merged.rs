//! What stands in cells that a merged cell lies over: nobody sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use super::package::Package;
use super::sheets::{column, each};
use crate::finding::Reason;
use crate::format::rows::Input;
use crate::order;
use crate::search::Search;
use crate::syntax::xml::{Filter, Node};
use crate::syntax::zip::Archive;
use crate::visit::Visit;

/// The tables of Word and PowerPoint that are open (ECMA-376 part 1, 17.4.84 `vMerge`, 17.4.22
/// `hMerge`, 21.1.3.16 `tc`).
#[derive(Default)]
pub(super) struct Tables(Vec<Table>);

#[derive(Default)]
struct Table {
    /// Where the cell at hand begins, and over how many columns it goes.
    column: u64,
    columns: u64,
    /// The columns in which a cell goes on below the row above, and below the row at hand.
    above: BTreeSet<u64>,
    here: BTreeSet<u64>,
    /// The cell before it in the row is merged with what follows.
    beside: bool,
    covered: bool,
}

impl Tables {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let name = filter.name();
        if matches!(name, "w:tbl" | "a:tbl") {
            self.0.push(Table::default());
            return;
        }
        let Some(table) = self.0.last_mut() else { return };
        let value = || filter.attribute("w:val");
        let number = || value().and_then(|value| value.parse::<u64>().ok());
        // What it was before a tracked change counts for nothing.
        let of_cell = || {
            let mut around = filter.path().rev().skip(1);
            around.next() == Some("w:tcPr") && around.next() == Some("w:tc")
        };
        match name {
            "w:tr" | "a:tr" => table.row(),
            "w:gridBefore" => table.column = table.column.saturating_add(number().unwrap_or(0)),
            "w:tc" => table.cell(),
            "a:tc" => {
                let is_on = |name| matches!(filter.attribute(name), Some("1" | "true"));
                table.covered = is_on("hMerge") || is_on("vMerge");
            }
            "w:gridSpan" if of_cell() => table.columns = number().unwrap_or(1).max(1),
            "w:vMerge" if of_cell() => table.goes_on(value() == Some("restart")),
            "w:hMerge" if of_cell() => {
                let starts = value() == Some("restart");
                table.covered |= !starts && table.beside;
                table.beside = true;
            }
            _ => {}
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str) {
        match element {
            "w:tbl" | "a:tbl" => {
                self.0.pop();
            }
            "w:tc" | "a:tc" => {
                if let Some(table) = self.0.last_mut() {
                    table.covered = false;
                }
            }
            _ => {}
        }
    }

    /// Whether the text at hand stands in a cell that another lies over.
    pub(super) fn is_covered(&self) -> bool {
        self.0.iter().any(|table| table.covered)
    }
}

impl Table {
    fn row(&mut self) {
        let above = std::mem::take(&mut self.here);
        *self = Self { above, ..Self::default() };
    }

    fn cell(&mut self) {
        self.column = self.column.saturating_add(self.columns);
        self.columns = 1;
        self.covered = false;
    }

    fn goes_on(&mut self, starts: bool) {
        self.covered |= !starts && self.above.contains(&self.column);
        self.here.insert(self.column);
    }
}

/// Which cells of a sheet lie under a merged cell. Rows come from the first on; rows and columns
/// are counted from 1.
#[derive(Default)]
pub(super) struct Overlaid {
    /// In the order of their first rows.
    areas: Vec<Area>,
    next: usize,
    row: u64,
    /// Those that go through the row at hand, by their first column.
    open: BTreeMap<u64, Area>,
    /// The last row of the one that ends first.
    soonest: u64,
    column: u64,
    returns: u32,
    /// Some were not read.
    partly: bool,
}

#[derive(Clone, Debug, Eq, PartialEq)]
struct Area {
    top: u64,
    left: u64,
    bottom: u64,
    right: u64,
    /// What its first cell shows.
    shows: Option<String>,
}

/// How many merged cells a sheet may have, and how often its rows may go back.
const MOST: usize = 1 << 18;
const RETURNS: u32 = 64;

impl Overlaid {
    /// Reads which cells of the sheet in this part are merged: that stands behind the cells. A
    /// part that cannot be read is told about when it is walked.
    pub(super) fn read(archive: &Archive<'_>, part: &str, visit: &Visit<'_>) -> Self {
        let mut overlaid = Self::default();
        let index = archive.find(part);
        let unpacked = index.and_then(|index| archive.unpack(index).ok());
        if !unpacked.is_some_and(|unpacked| may_merge(visit.unpack(unpacked))) {
            return overlaid;
        }
        let _ = each(archive, part, visit, |node, filter| {
            if node != Node::Start || filter.name() != "x:mergeCell" {
                return Ok(());
            }
            if overlaid.areas.len() >= MOST {
                overlaid.partly = true;
                return Err(Reason::Limit);
            }
            overlaid.areas.extend(filter.attribute("ref").and_then(area));
            Ok(())
        });
        order::by(&mut overlaid.areas, |area| (area.top, 0));
        overlaid
    }

    /// A row begins, with its number where it says one. Whether all of its cells can be judged.
    pub(super) fn row(&mut self, number: Option<u64>) -> bool {
        self.column = 0;
        if self.areas.is_empty() {
            return true;
        }
        let row = number.unwrap_or(self.row.saturating_add(1));
        if row < self.row {
            self.returns = self.returns.saturating_add(1);
            if self.returns > RETURNS {
                self.areas.clear();
                self.open.clear();
                return false;
            }
            self.next = 0;
            self.open.clear();
        }
        self.row = row;
        if self.soonest < row {
            self.open.retain(|_, area| area.bottom >= row);
        }
        while let Some(area) = self.areas.get(self.next).filter(|area| area.top <= row) {
            if area.bottom >= row {
                self.open.insert(area.left, area.clone());
            }
            self.next = self.next.saturating_add(1);
        }
        self.soonest = self.open.values().map(|area| area.bottom).min().unwrap_or(u64::MAX);
        !std::mem::take(&mut self.partly)
    }

    /// A cell begins, in this column where it says one. Whether a merged cell lies over it.
    pub(super) fn cell(&mut self, number: Option<u64>) -> bool {
        self.column = number.unwrap_or(self.column.saturating_add(1));
        self.around().is_some_and(|(_, first)| !first)
    }

    /// Whether what the cell at hand shows is lost under another cell that shows something else.
    pub(super) fn loses(&mut self, text: &str) -> bool {
        match self.around() {
            Some((area, true)) => {
                area.shows = Some(text.to_owned());
                false
            }
            Some((area, false)) => area.shows.as_deref() != Some(text) && !text.trim().is_empty(),
            None => false,
        }
    }

    /// The merged cell around the cell at hand, and whether it is its first.
    fn around(&mut self) -> Option<(&mut Area, bool)> {
        let column = self.column;
        let (_, area) = self.open.range_mut(..=column).next_back()?;
        let first = area.top == self.row && area.left == column;
        (area.right >= column).then_some((area, first))
    }
}

/// Whether cells may be merged in the sheet that is read.
fn may_merge(sheet: impl Read) -> bool {
    mentions(sheet, &[b"mergeCell"])
}

/// Whether one of these words stands in a part. In other characters than those of ASCII that
/// cannot be told.
pub(super) fn mentions(mut part: impl Read, words: &[&[u8]]) -> bool {
    let overlap = words.iter().map(|word| word.len()).max().unwrap_or(0);
    let words = Search::of_words(words.iter().copied());
    let mut piece = vec![0; PIECE];
    let mut held = 0_usize;
    loop {
        let end = match part.read(piece.get_mut(held..).unwrap_or_default()) {
            Ok(0) => return false,
            Ok(count) => held.saturating_add(count),
            Err(_) => return true,
        };
        let seen = piece.get(..end).unwrap_or_default();
        let mut found = seen.contains(&0);
        words.each(seen, |_| found = true);
        if found {
            return true;
        }
        let from = end.saturating_sub(overlap);
        piece.copy_within(from..end, 0);
        held = end.saturating_sub(from);
    }
}

/// How much of a part is searched at once.
const PIECE: usize = 64 << 10;

/// The cells that `A2:B3` stands for.
fn area(name: &str) -> Option<Area> {
    let (first, last) = name.split_once(':')?;
    let row = |cell: &str| cell.trim_start_matches(|l: char| !l.is_ascii_digit()).parse().ok();
    let place = |cell: &str| Some((row(cell)?, column(cell.trim_start_matches('$'))?));
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    Some(Area { top, left, bottom, right, shows: None })
}

/// Whether a part is a sheet of a workbook, by its content type.
pub(super) fn is_sheet(package: &Package, part: &str) -> bool {
    package.sort(part).ends_with("spreadsheetml.worksheet+xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> Overlaid {
        let mut areas: Vec<Area> = names.iter().filter_map(|name| area(name)).collect();
        order::by(&mut areas, |area| (area.top, 0));
        Overlaid { areas, ..Overlaid::default() }
    }

    #[test]
    fn a_merged_cell_lies_over_all_its_cells_but_the_first() {
        let mut sheet = of(&["B2:C3", "E1:E4"]);
        assert!(sheet.row(Some(1)));
        assert!(!sheet.cell(Some(5)));
        assert!(!sheet.loses("kop"));
        sheet.row(Some(2));
        assert!(!sheet.cell(Some(1)));
        assert!(!sheet.cell(Some(2)));
        assert!(sheet.cell(None));
        assert!(sheet.loses("weg"));
        assert!(sheet.cell(Some(5)));
        assert!(!sheet.loses("kop"));
        sheet.row(None);
        assert!(sheet.cell(Some(2)));
        sheet.row(Some(5));
        assert!(!sheet.cell(Some(5)));
    }

    #[test]
    fn rows_that_go_back_are_read_again_so_many_times() {
        let mut sheet = of(&["A1:B9"]);
        assert!(
            (0..RETURNS / 2)
                .all(|_| sheet.row(Some(2)) && sheet.cell(Some(1)) && sheet.row(Some(1)))
        );
        assert!(!(0..RETURNS).all(|_| sheet.row(Some(2)) && sheet.row(Some(1))));
    }

    #[test]
    fn the_name_is_found_wherever_it_stands() {
        let at = |before: usize| [vec![b' '; before], b"<mergeCells/>".to_vec()].concat();
        assert!(may_merge(at(0).as_slice()));
        assert!(may_merge(at((32 << 10) - 4).as_slice()));
        assert!(!may_merge(&b"<sheetData/>"[..]));
        assert!(may_merge(&b"<\0m\0"[..]));
    }
}
