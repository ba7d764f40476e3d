//! Columns of a table without headers that say much: what most cells are, the others are as well.

pub(super) mod birth;
mod home;
mod number;

use std::collections::BTreeMap;
use std::ops::Range;

use super::table::{self, Separator};
use super::{Hit, Kind, Sighting, person, street, user_name};
use crate::finding::Certainty;

/// How many rows a table has at least.
const ROWS: usize = 3;
/// How many cells of a row are looked at.
const CELLS: usize = 64;

/// Cells below each other.
type Column = Vec<Range<usize>>;

/// What the cells of columns are by the others of their column, where most of these were seen.
pub(super) fn fill(
    text: &str,
    hits: &[Hit],
    heads: &[Range<usize>],
) -> Vec<(&'static Kind, Sighting)> {
    let mut found = Vec::new();
    let cells = text.bytes().any(table::is_mark) || table::has_gap(text);
    if !cells || text.lines().take(ROWS).count() < ROWS {
        return found;
    }
    birth::below(text, &mut found);
    for table in tables(text, heads) {
        // A first line in which nothing was seen is one of headers.
        let index = hits.partition_point(|hit| hit.range.start < table.first.start);
        let head = hits.get(index).is_none_or(|hit| hit.range.start >= table.first.end);
        let (mut named, mut people) = (false, false);
        let (mut dated, mut kept) = (0_usize, Vec::new());
        let mut before: &[Range<usize>] = &[];
        home::fill(text, table.columns.values(), &mut found);
        let logs = table.columns.values().next().is_some_and(|cells| are_times(text, cells));
        for cells in table.columns.values() {
            let headed = cells.first().is_some_and(|cell| table.first.contains(&cell.start));
            let cells = cells.get(usize::from(head && headed)..).unwrap_or_default();
            if cells.len() < ROWS {
                continue;
            }
            fill_streets(text, cells, hits, &mut found);
            fill_accounts(text, cells, hits, logs, &mut found);
            let count = kept.len();
            birth::fill(text, cells, heading(text, &table.first, heads), &mut kept);
            dated = dated.saturating_add(usize::from(kept.len() > count));
            let of_names = fill_names(text, cells, hits, &mut found);
            if named && !of_names {
                fill_initials(text, cells, &mut found);
            }
            if of_names && !named {
                fill_staff(text, before, &mut found);
            }
            named = of_names;
            people |= of_names;
            before = cells;
        }
        people |= holds_people(&table, hits);
        // Numbers of relations and debtors pass the test as well, where no day of birth stands.
        let numbers =
            (people || dated == 1) && number::fill(text, table.columns.values(), &mut found);
        // Of two columns of dates one is no birth, and nobody says which.
        if (people || numbers) && dated == 1 {
            found.append(&mut kept);
        }
    }
    found
}

/// Whether somebody is named in three of ten rows of a table, in whatever column.
fn holds_people(table: &Table, hits: &[Hit]) -> bool {
    let cells = || table.columns.values().flatten();
    let end = cells().map(|cell| cell.end).max().unwrap_or(table.first.end);
    let from = hits.partition_point(|hit| hit.range.start < table.first.start);
    let within = hits.get(from..).unwrap_or_default().iter();
    let within = within.take_while(|hit| hit.range.start < end);
    let named = |hit: &&Hit| hit.kind == &person::PERSON && hit.certainty >= Certainty::Likely;
    let named = within.filter(named).count();
    let rows = table.columns.values().map(Vec::len).max().unwrap_or(0);
    named >= 2 && named.saturating_mul(10) >= rows.saturating_mul(3)
}

/// The first line of a table and the line of headers before it.
fn heading<'t>(text: &'t str, first: &Range<usize>, heads: &[Range<usize>]) -> &'t str {
    let index = heads.partition_point(|head| head.start < first.start);
    let head = index.checked_sub(1).and_then(|index| heads.get(index));
    let near = head
        .filter(|head| text.get(head.end..first.start).is_some_and(|gap| gap.trim().is_empty()));
    text.get(near.map_or(first.start, |head| head.start)..first.end).unwrap_or_default()
}

/// A table: its first line, and its columns by their place.
struct Table {
    first: Range<usize>,
    columns: BTreeMap<usize, Column>,
}

/// The tables in a text.
fn tables(text: &str, heads: &[Range<usize>]) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut last = None;
    let mut start = 0_usize;
    for line in text.split_inclusive('\n') {
        let of_line = table::bare(text, start..start.saturating_add(line.trim_end().len()));
        start = start.saturating_add(line.len());
        let index = heads.partition_point(|head| head.start < of_line.start);
        if heads.get(index).is_some_and(|head| head.start == of_line.start) {
            continue;
        }
        let Some((key, row)) = row(text, &of_line) else {
            // One line that is none may stand between rows that spaces align.
            last = if of_line.is_empty() { None } else { last.filter(|key| *key == Key::Spaces) };
            continue;
        };
        if last != Some(key) {
            tables.push(Table { first: of_line.clone(), columns: BTreeMap::new() });
        }
        last = Some(key);
        if let Some(table) = tables.last_mut() {
            for (place, cell) in row {
                table.columns.entry(place).or_default().push(cell);
            }
        }
    }
    tables
}

/// Which rows make a table together.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Key {
    Marks(char, usize),
    Spaces,
}

/// A cell with its place in the row.
type Placed = (usize, Range<usize>);

/// The cells of a line, with their places: their number, or where spaces align them, how many
/// characters stand before.
fn row(text: &str, line: &Range<usize>) -> Option<(Key, Vec<Placed>)> {
    let content = text.get(line.clone())?;
    let marks = table::marks(content).into_iter();
    let (count, mark) = marks.map(|(mark, count)| (count, mark)).max()?;
    let filled = |cells: Vec<Range<usize>>| -> Vec<Placed> {
        cells.into_iter().enumerate().take(CELLS).filter(|(_, cell)| !cell.is_empty()).collect()
    };
    // Where gaps part the cells, the commas stand within them.
    let gaps = || content.split("  ").filter(|part| !part.trim().is_empty()).count() > 2;
    if count >= if mark == ',' { 3 } else { 1 } && !(mark == ',' && gaps()) {
        let cells = table::split(text, line, Separator::Mark(mark));
        return Some((Key::Marks(mark, cells.len()), filled(cells)));
    }
    if !table::has_gap(content) {
        return None;
    }
    let cells = table::split(text, line, Separator::Spaces);
    let placed = filled(cells).into_iter().map(|(_, cell)| {
        let before = text.get(line.start..cell.start).unwrap_or_default();
        (before.chars().count(), cell)
    });
    let placed: Vec<Placed> = placed.collect();
    (placed.len() >= 2).then_some((Key::Spaces, placed))
}

/// The hit that takes all of a cell but for marks and a remark.
fn taken<'h>(text: &str, cell: &Range<usize>, hits: &'h [Hit]) -> Option<&'h Hit> {
    let index = hits.partition_point(|hit| hit.range.end <= cell.start);
    let hit = hits.get(index).filter(|hit| hit.range.start < cell.end)?;
    let letters = |range: Range<usize>| {
        let part = text.get(range).unwrap_or_default();
        part.chars().filter(|c| c.is_alphanumeric()).count()
    };
    let (all, of_hit) = (letters(cell.clone()), letters(hit.range.clone()));
    (hit.range.start >= cell.start && of_hit.saturating_mul(10) >= all.saturating_mul(8))
        .then_some(hit)
}

/// Fills up a column of names; whether it is one.
fn fill_names(
    text: &str,
    cells: &[Range<usize>],
    hits: &[Hit],
    found: &mut Vec<(&'static Kind, Sighting)>,
) -> bool {
    let (mut sure, mut fair, mut against) = (0_usize, 0_usize, 0_usize);
    let mut open = Vec::new();
    let mut small = false;
    let mut turned = 0_usize;
    let is_small = |value: &str| !value.contains(char::is_uppercase);
    for cell in cells {
        let value = text.get(cell.clone()).unwrap_or_default();
        let hit = taken(text, cell, hits);
        turned = turned.saturating_add(usize::from(is_turned(value)));
        let named = hit.filter(|hit| hit.kind == &person::PERSON);
        if named.is_some_and(|hit| hit.certainty >= Certainty::Likely) {
            sure = sure.saturating_add(1);
            small |= is_small(value);
        } else if person::fills_column(value) {
            fair = fair.saturating_add(usize::from(named.is_some()));
            open.push(cell.clone());
        } else if value.contains(char::is_alphanumeric) {
            against = against.saturating_add(1);
        }
    }
    let all = sure.saturating_add(open.len()).saturating_add(against);
    let votes = sure.saturating_mul(2).saturating_add(fair);
    // Surnames with first names or initials behind a comma are a column of names for themselves.
    let turned = sure >= 1 && turned.saturating_mul(10) >= all.saturating_mul(7);
    let sound = turned && against.saturating_mul(3) <= all
        || sure >= 2
            && votes.saturating_mul(5) >= all.saturating_mul(4)
            && against.saturating_mul(3) <= all;
    if sound {
        // Small letters among names with capitals are no name.
        open.retain(|cell| small || !is_small(text.get(cell.clone()).unwrap_or_default()));
        found.extend(
            open.into_iter().map(|cell| {
                (&person::PERSON, Sighting::new(cell, 0).because("names-beside", "", 8))
            }),
        );
    }
    sound
}

/// Whether a cell is two capital words with a comma between.
fn is_turned(value: &str) -> bool {
    let capital = |part: &str| part.trim().starts_with(char::is_uppercase);
    value.split_once(", ").is_some_and(|(last, first)| capital(last) && capital(first))
}

/// Fills up a column of initials that stands behind one of names.
fn fill_initials(text: &str, cells: &[Range<usize>], found: &mut Vec<(&'static Kind, Sighting)>) {
    let value = |cell: &Range<usize>| text.get(cell.clone()).unwrap_or_default();
    let pointed = |value: &str| {
        value.ends_with('.')
            && value.split('.').all(|part| part.trim().chars().count() <= 2)
            && value.starts_with(char::is_uppercase)
    };
    let bare = |value: &str| {
        (1..=4).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let points = cells.iter().filter(|cell| pointed(value(cell))).count();
    let bares = cells.iter().filter(|cell| bare(value(cell))).count();
    let mut different: Vec<&str> = cells.iter().map(value).collect();
    different.sort_unstable();
    different.dedup();
    let all = cells.len();
    // Sexes, grades and codes come back.
    let varied = different.len().saturating_mul(5) >= all.saturating_mul(4);
    if points.saturating_mul(2) > all || bares.saturating_mul(10) >= all.saturating_mul(9) && varied
    {
        for cell in cells.iter().filter(|cell| pointed(value(cell)) || bare(value(cell))) {
            let sighting = Sighting::new(cell.clone(), 0).because("names-beside", "", 8);
            found.push((&person::PERSON, sighting));
        }
    }
}

/// Whether most cells start with a date or a time, as in a log.
fn are_times(text: &str, cells: &[Range<usize>]) -> bool {
    let timed = |cell: &&Range<usize>| {
        let value = text.get((*cell).clone()).unwrap_or_default();
        value.starts_with(|c: char| c.is_ascii_digit()) && value.contains(':')
    };
    cells.iter().filter(timed).count().saturating_mul(5) >= cells.len().saturating_mul(4)
}

/// Fills up a column of user names: in a log, or where one was seen.
fn fill_accounts(
    text: &str,
    cells: &[Range<usize>],
    hits: &[Hit],
    logs: bool,
    found: &mut Vec<(&'static Kind, Sighting)>,
) {
    let value = |cell: &Range<usize>| text.get(cell.clone()).unwrap_or_default();
    let sure = |cell: &Range<usize>| {
        taken(text, cell, hits).is_some_and(|hit| hit.kind == &user_name::USER_NAME)
    };
    let open = cells.iter().filter(|cell| user_name::fills_column(value(cell)));
    let all = open.clone().count().saturating_mul(5) >= cells.len().saturating_mul(4);
    if all && (logs || cells.iter().any(sure)) {
        found.extend(open.map(|cell| {
            let sighting = Sighting::new(cell.clone(), 0).because("account-word", "", 8);
            (&user_name::USER_NAME, sighting)
        }));
    }
}

/// Fills up a column of numbers of employees, right before one of names: `M12345`, `p03006`.
fn fill_staff(text: &str, cells: &[Range<usize>], found: &mut Vec<(&'static Kind, Sighting)>) {
    let is_code = |cell: &Range<usize>| {
        let value = text.get(cell.clone()).unwrap_or_default().as_bytes();
        let (letter, digits) = value.split_first().unwrap_or((&0, &[]));
        letter.is_ascii_alphabetic()
            && (4..=6).contains(&digits.len())
            && digits.iter().all(u8::is_ascii_digit)
    };
    if cells.len() >= ROWS && cells.iter().all(is_code) {
        found.extend(cells.iter().map(|cell| {
            let sighting = Sighting::new(cell.clone(), 0).because("account-word", "", 8);
            (&user_name::USER_NAME, sighting)
        }));
    }
}

/// Fills up a column of addresses.
fn fill_streets(
    text: &str,
    cells: &[Range<usize>],
    hits: &[Hit],
    found: &mut Vec<(&'static Kind, Sighting)>,
) {
    let mut sure = 0_usize;
    let mut open = Vec::new();
    for cell in cells {
        let value = text.get(cell.clone()).unwrap_or_default();
        let hit = taken(text, cell, hits);
        if hit.is_some_and(|hit| hit.kind == &street::ADDRESS && hit.certainty >= Certainty::Likely)
        {
            sure = sure.saturating_add(1);
        } else if street::fills_column(value) {
            open.push(cell.clone());
        }
    }
    let most = sure.saturating_mul(5) >= cells.len().saturating_mul(2);
    if sure >= 2 && most {
        found.extend(open.into_iter().map(|cell| {
            (&street::ADDRESS, Sighting::new(cell, 0).because("word-list", "adres", 8))
        }));
    }
}
