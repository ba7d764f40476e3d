//! The headers of the tables that are open: what names the cell at hand.
//!
//! A format says where tables, rows and cells begin. The first row whose cells are all words, some
//! of which name what a detector looks for, is the header, and each cell below has its label.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::detect::{is_column_label, is_label, is_street_label, says_something};
use crate::order::Gather;

/// How many columns are looked at.
const COLUMNS: u64 = 256;
/// How long a header is at most.
const LENGTH: usize = 60;
/// How many tables may stand in each other.
const DEPTH: usize = 16;

/// What a format says of the tables that are open, and what names the text at hand.
#[derive(Default)]
pub(super) struct Grid {
    tables: Vec<Table>,
    /// How many more are open than are looked at.
    deeper: usize,
    /// What the format itself says of the text.
    label: Option<Rc<str>>,
}

#[derive(Default)]
struct Table {
    /// The column of the cell at hand, from 1 on.
    column: u64,
    /// How many columns it takes.
    span: u64,
    /// How many rows began.
    rows: u64,
    /// The texts of the row at hand.
    cells: BTreeMap<u64, String>,
    /// Whether something was found in the row at hand: then it is no header.
    told: bool,
    labels: BTreeMap<u64, Rc<str>>,
    /// Whether streets and house numbers have columns of their own.
    streets: bool,
}

/// What names a text.
#[derive(Clone, Default)]
pub(super) struct Label {
    /// The words.
    pub words: Option<Rc<str>>,
    /// Whether it is a street or a house number in a column of its own.
    pub street: bool,
}

impl Grid {
    pub(super) fn begin(&mut self) {
        match self.tables.len() < DEPTH {
            true => self.tables.push(Table::default()),
            false => self.deeper = self.deeper.saturating_add(1),
        }
    }

    pub(super) fn end(&mut self) {
        match self.deeper.checked_sub(1) {
            Some(deeper) => self.deeper = deeper,
            None => drop(self.tables.pop()),
        }
    }

    /// How many tables are open.
    pub(super) fn depth(&self) -> usize {
        self.tables.len().saturating_add(self.deeper)
    }

    /// Ends the tables that a part left open.
    pub(super) fn cut(&mut self, depth: usize) {
        while self.depth() > depth {
            self.end();
        }
        self.label = None;
    }

    fn table(&mut self) -> Option<&mut Table> {
        if self.deeper > 0 { None } else { self.tables.last_mut() }
    }

    pub(super) fn row(&mut self) {
        let Some(table) = self.table() else { return };
        let cells = std::mem::take(&mut table.cells);
        let told = std::mem::take(&mut table.told);
        (table.column, table.span) = (0, 1);
        table.rows = table.rows.saturating_add(1);
        if !told {
            table.read(&cells);
        }
    }

    pub(super) fn cell(&mut self, column: Option<u64>) {
        let Some(table) = self.table() else { return };
        table.column = column.unwrap_or_else(|| table.column.saturating_add(table.span.max(1)));
        table.span = 1;
    }

    pub(super) fn spans(&mut self, columns: u64) {
        if let Some(table) = self.table() {
            table.span = columns;
        }
    }

    /// Says what names the texts that follow, whatever table they stand in.
    pub(super) fn label(&mut self, label: Option<&str>) {
        self.label = label.map(Rc::from);
    }

    /// What names a text that stands here.
    pub(super) fn of(&self, text: &str) -> Label {
        if let Some(label) = &self.label {
            return Label { words: Some(label.clone()), street: is_street_label(label) };
        }
        let table = self.tables.last().filter(|_| self.deeper == 0);
        let Some(table) = table else { return Label::default() };
        let (above, beside) = (table.labels.get(&table.column), table.beside());
        // A cell that is a label itself names what stands beside it.
        let unnamed = above.is_none() && beside.is_none();
        if unnamed || is_column_label(text.trim()) {
            return Label::default();
        }
        let street = table.streets && above.is_some_and(|label| is_street_label(label));
        let words = match beside.filter(|_| says_something(text.trim())) {
            Some(beside) => {
                let above = above.map(|above| format!("{above} ")).unwrap_or_default();
                Some(Rc::from(above + beside))
            }
            None => above.cloned(),
        };
        Label { words, street }
    }

    /// Remembers the text of a cell, and whether something was found in it.
    pub(super) fn note(&mut self, text: &str, told: bool) {
        let Some(table) = self.table().filter(|table| (1..=COLUMNS).contains(&table.column)) else {
            return;
        };
        table.told |= told;
        let cell = table.cells.entry(table.column).or_default();
        if cell.len() <= LENGTH {
            let text = text.trim();
            let end = text.floor_char_boundary(LENGTH.saturating_add(1));
            cell.push_str(text.get(..end).unwrap_or_default());
        }
    }
}

impl Table {
    /// The label before the cell at hand, in a row that begins with one: such rows are a form, also
    /// where the first one looks like headers.
    fn beside(&self) -> Option<&str> {
        let column = self.column.checked_sub(1).filter(|_| self.rows > 1)?;
        let before = self.cells.get(&column)?;
        let first = self.cells.values().find(|text| !text.is_empty())?;
        (is_label(before) && (first == before || is_label(first))).then_some(before)
    }

    /// Takes a row for the header, where it is one.
    fn read(&mut self, cells: &BTreeMap<u64, String>) {
        let sound = |text: &String| {
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            text.len() <= LENGTH && digits <= 1 && text.starts_with(char::is_alphabetic)
        };
        let mut filled = cells.values().filter(|text| !text.is_empty());
        if !filled.all(sound) {
            return;
        }
        let named = |text: &str| is_column_label(text) || is_street_label(text);
        let known: BTreeMap<u64, Rc<str>> = cells
            .iter()
            .filter(|(_, text)| named(text))
            .map(|(column, text)| (*column, Rc::from(text.as_str())))
            .into_map();
        // A word or two alone in their row name the column below them; a sentence does not.
        if let (1, Some((column, label))) = (cells.len(), known.first_key_value()) {
            if label.split_whitespace().count() <= 2 {
                self.labels.insert(*column, label.clone());
            }
            return;
        }
        let most = known.len().saturating_mul(2) >= cells.len();
        let enough = match self.labels.is_empty() {
            true => known.len() >= 2 || known.len() == 1 && cells.len() >= 3,
            // Rows of words are usual further down.
            false => known.len() >= 2 && most,
        };
        if enough {
            let house = |house: bool| {
                known.values().any(|label| {
                    is_street_label(label) && crate::detect::is_house_label(label) == house
                })
            };
            self.streets = house(true) && house(false);
            self.labels = known;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(grid: &mut Grid, cells: &[&str]) -> Vec<Option<String>> {
        grid.row();
        let one = |cell: &&str| {
            grid.cell(None);
            let label = grid.of(cell).words.map(|words| words.to_string());
            grid.note(cell, false);
            label
        };
        cells.iter().map(one).collect()
    }

    #[test]
    fn the_first_row_of_words_names_the_cells_below() {
        let mut grid = Grid::default();
        grid.begin();
        assert_eq!(row(&mut grid, &["Lijst 2023"]), [None]);
        assert_eq!(row(&mut grid, &["Naam", "BSN", "Kleur"]), [None, None, None]);
        let named = |text: &str| Some(text.to_owned());
        assert_eq!(row(&mut grid, &["Ab", "1", "rood"]), [named("Naam"), named("BSN"), None]);
        // A table in a cell has its own.
        grid.begin();
        assert_eq!(row(&mut grid, &["x", "y"]), [None, None]);
        grid.end();
        assert_eq!(row(&mut grid, &["Bo", "2", ""]), [named("Naam"), named("BSN"), None]);
        grid.end();
        assert_eq!(grid.of("x").words, None);
    }

    #[test]
    fn a_row_of_labels_and_values_is_no_header() {
        let mut grid = Grid::default();
        grid.begin();
        row(&mut grid, &["Naam", "Zus"]);
        let named = |text: &str| Some(text.to_owned());
        assert_eq!(row(&mut grid, &["Adres", "Plein 1"]), [None, named("Adres")]);
        let mut grid = Grid::default();
        grid.begin();
        row(&mut grid, &["Contact via", "Telefoon"]);
        assert_eq!(row(&mut grid, &["BSN", "999990019"]), [None, named("Telefoon BSN")]);
    }

    #[test]
    fn a_word_alone_names_its_column() {
        let mut grid = Grid::default();
        grid.begin();
        let in_second = |grid: &mut Grid, text: &str| {
            grid.row();
            grid.cell(Some(2));
            let label = grid.of(text).words.map(|words| words.to_string());
            grid.note(text, false);
            label
        };
        assert_eq!(in_second(&mut grid, "Geboortedatum"), None);
        assert_eq!(in_second(&mut grid, "01-02-1970"), Some("Geboortedatum".to_owned()));
        assert_eq!(in_second(&mut grid, "03-04-1980"), Some("Geboortedatum".to_owned()));
        assert_eq!(row(&mut grid, &["een", "05-06-1990"]).first(), Some(&None));
    }

    #[test]
    fn no_table_is_too_deep() {
        let mut grid = Grid::default();
        (0..100).for_each(|_| grid.begin());
        row(&mut grid, &["Naam", "BSN"]);
        assert_eq!(row(&mut grid, &["a", "b"]), [None, None]);
        grid.cut(1);
        assert_eq!(grid.depth(), 1);
    }
}
