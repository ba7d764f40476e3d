//! A sheet while it passes by: which cell this is, and what of it nobody sees.

use super::links::files;
use super::looks::Looks;
use crate::finding::{Reason, Step};
use crate::format::rows::Input;
use crate::kind::hidden;
use crate::syntax::xml::Filter;
use crate::visit::{Remedy, Visit};

/// A sheet that is open. Rows and columns are counted from 1 on.
#[derive(Default)]
pub(super) struct Sheet {
    name: String,
    hidden: bool,
    /// It keeps what was read from a file elsewhere.
    kept: bool,
    row: u64,
    column: u64,
    /// The first column of the cell at hand, which may stand for more than one.
    first: u64,
    /// What the row and the cell at hand stand for.
    rows: u64,
    row_hidden: bool,
    columns: u64,
    /// The first column of those that were declared last.
    column_from: u64,
    /// Columns that are hidden, in order.
    hidden_columns: Vec<(u64, u64)>,
    cell: Option<Cell>,
    /// A note on a cell, which is told for itself.
    in_note: bool,
    seen: Filled,
    in_rows: Filled,
    in_columns: Filled,
    /// How cells look that do not say so, where nobody sees that: of columns, and of the row.
    column_looks: Vec<(u64, u64, Looks)>,
    row_looks: Option<Looks>,
    /// There were more stretches of columns than are remembered.
    cut: bool,
}

/// A cell that is open: what it says its value is, and what it shows.
#[derive(Default)]
struct Cell {
    value: Option<String>,
    /// Its value is words.
    words: bool,
    /// It has a paragraph to show something in.
    shows: bool,
    text: String,
}

/// Cells that hold something: how many, and the corners around them.
#[derive(Default)]
struct Filled {
    count: u64,
    first: (u64, u64),
    last: (u64, u64),
    /// The beginning of what they show.
    words: String,
}

impl Filled {
    fn add(&mut self, row: u64, column: u64, text: &str) {
        const MOST: usize = 500;
        if self.words.len() < MOST && !text.trim().is_empty() {
            let text = text.get(..text.floor_char_boundary(MOST)).unwrap_or_default();
            self.words.push(' ');
            self.words.push_str(text.trim());
        }
        if self.count == 0 {
            self.first = (row, column);
        }
        self.count = self.count.saturating_add(1);
        self.first = (self.first.0.min(row), self.first.1.min(column));
        self.last = (self.last.0.max(row), self.last.1.max(column));
    }
}

/// How many stretches of hidden columns are remembered.
const STRETCHES: usize = 4096;

impl Sheet {
    /// A sheet with this name. One that bears the name of a file as well keeps what was read from
    /// there, and no program shows it.
    pub(super) fn new(name: &str, hidden: bool) -> Self {
        let kept = files(name).next().is_some();
        let name = Self::shown(name).to_owned();
        Self { name, hidden: hidden || kept, kept, rows: 1, ..Self::default() }
    }

    /// What of the name of a sheet stands behind that of its file.
    pub(super) fn shown(name: &str) -> &str {
        let last = files(name).last().and_then(|file| name.get(file.end..));
        last.map_or(name, |rest| rest.trim_start_matches(['\'', '#', '$']))
    }

    /// A row, a column or a cell begins; a cell is a step of the location. A row or column that is
    /// `thin` has no height or width.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>, thin: bool, visit: &mut Visit<'_>) {
        let is_hidden = thin || is_hidden(filter);
        match filter.name() {
            "table:table-column" => {
                let from = self.columns.saturating_add(1);
                self.column_from = from;
                self.columns = self.columns.saturating_add(repeated(filter, "columns"));
                let count = self.hidden_columns.len();
                match self.hidden_columns.last_mut() {
                    _ if !is_hidden => {}
                    Some((_, to)) if to.saturating_add(1) == from => *to = self.columns,
                    _ if count < STRETCHES => {
                        self.hidden_columns.push((from, self.columns));
                    }
                    _ => self.cut = true,
                }
            }
            "table:table-row" => {
                self.row = self.row.saturating_add(self.rows);
                self.rows = repeated(filter, "rows");
                self.row_hidden = is_hidden;
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let first = self.column.saturating_add(1);
                let repeats = repeated(filter, "columns");
                self.column = self.column.saturating_add(repeats);
                self.first = first;
                visit.enter(Step::Cell(name(self.row.max(1), first).into()));
                let value = VALUES.iter().find_map(|value| filter.attribute(value));
                let words = filter.attribute("office:string-value").is_some();
                let value = value.map(str::to_owned);
                self.cell = Some(Cell { value, words, ..Cell::default() });
            }
            "office:annotation" => self.in_note = true,
            "text:p" if !self.in_note => {
                self.cell.iter_mut().for_each(|cell| cell.shows = true);
            }
            _ => {}
        }
    }

    /// Columns or a row began, whose cells look so where they do not say how.
    pub(super) fn defaults(&mut self, element: &str, looks: Option<Looks>) {
        match (element, looks) {
            ("table:table-column", Some(looks)) if self.column_looks.len() < STRETCHES => {
                self.column_looks.push((self.column_from, self.columns, looks));
            }
            ("table:table-column", Some(_)) => self.cut = true,
            ("table:table-row", looks) => self.row_looks = looks,
            _ => {}
        }
    }

    /// How the cell looks that is about to begin, where it does not say so.
    pub(super) fn default_looks(&self) -> Option<Looks> {
        let column = self.column.saturating_add(1);
        let of_column = || {
            let mut found = self.column_looks.iter();
            found.find(|(from, to, _)| (*from..=*to).contains(&column)).map(|(_, _, looks)| *looks)
        };
        self.row_looks.or_else(of_column)
    }

    /// The cells that the cell at hand stands for: the first and last column and row.
    pub(super) fn cells(&self) -> [u64; 4] {
        let row = self.row.max(1);
        [self.first, row, self.column, row.saturating_add(self.rows).saturating_sub(1)]
    }

    /// Text of the cell that is open.
    pub(super) fn takes(&mut self, text: &str) {
        if self.in_note {
            return;
        }
        if let Some(cell) = &mut self.cell {
            cell.text.push_str(text);
        }
    }

    /// A cell ends: what it shows may be less than it holds.
    pub(super) fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        if element == "office:annotation" {
            self.in_note = false;
        }
        if !matches!(element, "table:table-cell" | "table:covered-table-cell") {
            return;
        }
        let Some(cell) = self.cell.take() else { return };
        if let Some(value) = cell.value.as_deref().filter(|value| !shows(&cell.text, value)) {
            // The format of the number shows nothing of it.
            let unseen = cell.shows && cell.text.trim().is_empty();
            match cell.words && !shows_words(&cell.text, value) {
                true => _ = visit.value(&hidden::HIDDEN_TEXT, Remedy::Keep, value),
                false if unseen => _ = visit.value(&hidden::INVISIBLE_TEXT, Remedy::Keep, value),
                false => visit.aside(value),
            }
        }
        if cell.value.is_some() || !cell.text.trim().is_empty() {
            let (row, column) = (self.row.max(1), self.column);
            let text = if cell.text.is_empty() {
                cell.value.as_deref().unwrap_or_default()
            } else {
                &cell.text
            };
            if self.hidden {
                self.seen.add(row, column, text);
            }
            if self.row_hidden {
                self.in_rows.add(row, column, text);
            }
            let hidden = |(from, to): &(u64, u64)| (*from..=*to).contains(&column);
            if self.hidden_columns.iter().any(hidden) {
                self.in_columns.add(row, column, text);
            }
        }
        visit.leave();
    }

    /// The sheet ends: tells how much of it nobody sees.
    pub(super) fn tell(&self, visit: &mut Visit<'_>) {
        let told = |kind, name: String, filled: &Filled, visit: &mut Visit<'_>| {
            visit.place(kind, Remedy::Keep);
            let colon = if filled.words.is_empty() { "" } else { ":" };
            visit.describe(&format!("{name} ({}){colon}{}", filled.count, filled.words));
            visit.close();
        };
        if self.cut {
            visit.gap(Reason::Limit);
        }
        if self.hidden {
            let kind = if self.kept { &hidden::CACHED_DATA } else { &hidden::HIDDEN_SHEET };
            told(kind, self.name.clone(), &self.seen, visit);
        }
        if self.in_rows.count > 0 {
            let rows = format!("{}:{}", self.in_rows.first.0, self.in_rows.last.0);
            told(&hidden::HIDDEN_ROWS, rows, &self.in_rows, visit);
        }
        if self.in_columns.count > 0 {
            let (from, to) = (self.in_columns.first.1, self.in_columns.last.1);
            let columns = format!("{}:{}", letters(from), letters(to));
            told(&hidden::HIDDEN_ROWS, columns, &self.in_columns, visit);
        }
    }
}

/// The attributes that hold the value of a cell.
const VALUES: &[&str] =
    &["office:string-value", "office:date-value", "office:time-value", "office:value"];

/// Whether a text shows all that a value tells: a number is shown with its digits, however it is
/// written, and one of few digits tells nothing more.
fn shows(text: &str, value: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number =
        value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'E'));
    let few = number && digits(value).len() < 6;
    // A date is written in another order, and a number rounded.
    few || text.contains(value)
        || (number && digits(text).contains(&digits(value)))
        || (!text.trim().is_empty() && value.contains('.') && number)
        || (!text.trim().is_empty() && is_date(value))
}

/// Whether a text shows these words, whatever stands between them.
pub(super) fn shows_words(text: &str, words: &str) -> bool {
    let squeeze = |text: &str| text.split_whitespace().collect::<String>();
    words.trim().is_empty() || squeeze(text).contains(&squeeze(words))
}

fn is_date(value: &str) -> bool {
    let byte = |index: usize| value.as_bytes().get(index).copied();
    value.starts_with("PT") || (byte(4) == Some(b'-') && byte(7) == Some(b'-'))
}

fn is_hidden(filter: &Filter<Input<'_>>) -> bool {
    matches!(filter.attribute("table:visibility"), Some("collapse" | "filter"))
}

fn repeated(filter: &Filter<Input<'_>>, what: &str) -> u64 {
    let name = format!("table:number-{what}-repeated");
    filter.attribute(&name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

/// The name of a cell, such as `B7`.
fn name(row: u64, column: u64) -> String {
    format!("{}{row}", letters(column))
}

/// The name of a column, such as `AB`.
pub(in crate::format) fn letters(column: u64) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while left > 0 {
        left = left.saturating_sub(1);
        let letter = u8::try_from(left.rem_euclid(26)).unwrap_or_default();
        letters.push(char::from(b'A'.saturating_add(letter)));
        left = left.div_euclid(26);
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!(letters(1), "A");
        assert_eq!(letters(26), "Z");
        assert_eq!(letters(27), "AA");
        assert_eq!(letters(16_384), "XFD");
    }

    #[test]
    fn a_value_is_told_where_the_text_of_its_cell_shows_less() {
        assert!(shows("111.222.333", "111222333"));
        assert!(shows("12", "12.123456789"));
        assert!(shows("1 maart 2026", "2026-03-01"));
        assert!(!shows("", "111222333"));
        assert!(!shows("***", "111222333"));
        assert!(!shows("", "2026-03-01"));
        assert!(!shows("zie bijlage", "Fatima Yilmaz"));
    }
}
