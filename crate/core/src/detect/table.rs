//! Cells of a table in a text, and the headers of their columns.
//!
//! An export, a list with bars between its columns or one that tabs or spaces align is text as well.
//! What stands in a cell is named by the header of its column, which may be a hundred lines above.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::LEXICON;
use super::form::is_label;
use super::lexicon::Role;

/// How many columns are looked at.
const COLUMNS: usize = 64;
/// How long a header or a cell is at most.
pub(super) const LENGTH: usize = 120;
/// How long a header of a column or a label is at most.
pub(super) const LABEL: usize = 40;

/// A cell below a header that means something to a detector.
pub(super) struct Cell<'t> {
    /// Where it stands.
    pub range: Range<usize>,
    /// The header of its column.
    pub label: &'t str,
    /// Whether it is a street or a house number in a column of its own.
    pub address: bool,
}

/// What stands between cells.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Separator {
    Mark(char),
    /// Two spaces or more.
    Spaces,
}

struct Header<'t> {
    separator: Separator,
    /// How many characters stand before each header.
    starts: Vec<usize>,
    /// The headers that mean something, and no word for the others.
    labels: Vec<Option<&'t str>>,
    /// Whether streets and house numbers have columns of their own.
    streets: bool,
}

impl Header<'_> {
    /// Whether it may be a label with its value: of two columns only the first is known.
    fn is_form(&self) -> bool {
        // Bars may stand around the row as well.
        matches!(self.labels.as_slice(), [Some(_), None] | [None, Some(_), None, None])
    }

    /// Whether a line below it starts with a label as well: then it is no header.
    fn labels_below(&self, text: &str, line: &Range<usize>) -> bool {
        if !self.is_form() {
            return false;
        }
        let row = split(text, line, self.separator);
        let ([label, _] | [_, label, _, _]) = row.as_slice() else { return false };
        let label = text.get(label.clone()).unwrap_or_default();
        // "Getuige(n)"; "Van Dijk" is none.
        let first = words_of(label).next().filter(|word| word.len() >= 6);
        is_label(label) || first.is_some_and(is_column_label)
    }
}

/// Whether a text can hold a row of cells.
pub(super) fn has_cells(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().any(|byte| *byte == b'<' || is_mark(*byte))
        || bytes.windows(2).any(|two| matches!(two, b"  " | b": " | b"\":"))
}

/// Whether two spaces stand beside each other.
pub(super) fn has_gap(text: &str) -> bool {
    text.as_bytes().windows(2).any(|two| two == b"  ")
}

/// The cells of the tables in a text, row by row, and the values of fields with quoted names; and the
/// lines that are headers.
pub(super) fn cells(text: &str) -> (Vec<Cell<'_>>, Vec<Range<usize>>) {
    let (mut heads, mut head) = (Vec::new(), None);
    let mut cells = fields(text);
    cells.extend(tags(text));
    cells.extend(lines(text));
    let mut header: Option<Header<'_>> = None;
    let mut open = false;
    let mut start = 0_usize;
    // Where the cells of the table at hand begin, and whether it is labels with their values.
    let (mut first, mut form) = (cells.len(), false);
    for line in text.split_inclusive('\n') {
        let of_line = bare(text, start..start.saturating_add(line.trim_end().len()));
        start = start.saturating_add(line.len());
        if of_line.is_empty() {
            // Behind an empty line another table may stand: there all columns have to be filled.
            (open, form) = (false, false);
            continue;
        }
        // "Cliënt | Jansen", and "Adres | Dorpsstraat 1" below it.
        let labels = header.as_ref().is_some_and(|header| header.labels_below(text, &of_line));
        if labels && open {
            cells.truncate(first);
            (header, form) = (None, true);
        }
        let row =
            header.as_ref().and_then(|header| Some((header, row(text, &of_line, header, open)?)));
        match row {
            Some((header, row)) => {
                // Two columns may be labels with their values.
                let several = row.len() > 2 || header.labels.iter().flatten().count() > 1;
                heads.extend(head.take().filter(|_| several));
                cells.extend(named(text, header, row));
            }
            None => {
                let found = self::header(text, &of_line);
                let found = found.filter(|found| !(form && found.is_form()));
                first = if found.is_some() { cells.len() } else { first };
                head = found.is_some().then_some(of_line);
                open |= found.is_some();
                header = found.or(header);
            }
        }
    }
    (cells, heads)
}

/// The cells of a line, one for each column of a table: as many as there are headers, or where the
/// table is still open, with the last ones left out, more behind them, or by their place below the
/// headers.
fn row(
    text: &str,
    line: &Range<usize>,
    header: &Header<'_>,
    open: bool,
) -> Option<Vec<Range<usize>>> {
    let mut row = split(text, line, header.separator);
    let columns = header.labels.len();
    if row.len() == columns {
        return Some(row);
    }
    if !open || row.len() < 2 {
        return None;
    }
    match header.separator {
        Separator::Mark(',') => {
            let near = row.len() >= 4 && row.len().abs_diff(columns) <= 2;
            near.then_some(())?;
        }
        Separator::Mark(_) => (row.len().saturating_mul(2) >= columns).then_some(())?,
        Separator::Spaces => return placed(text, line, &header.starts, row),
    }
    row.resize(columns, line.end..line.end);
    Some(row)
}

/// The cells of a line that spaces align, each below the header of its column.
fn placed(
    text: &str,
    line: &Range<usize>,
    starts: &[usize],
    cells: Vec<Range<usize>>,
) -> Option<Vec<Range<usize>>> {
    let mut row = vec![line.end..line.end; starts.len()];
    for cell in cells.into_iter().filter(|cell| !cell.is_empty()) {
        let place = text.get(line.start..cell.start)?.chars().count();
        // A cell may start a little before its header, and hardly ever behind it.
        let column = starts.partition_point(|start| *start <= place.saturating_add(2));
        let column = column.checked_sub(1)?;
        if place.abs_diff(*starts.get(column)?) > 3 {
            return None;
        }
        *row.get_mut(column)? = cell;
    }
    Some(row)
}

/// The part of a line that holds cells: of a row of values, and of the columns that it is about,
/// what stands between the brackets.
pub(super) fn bare(text: &str, line: Range<usize>) -> Range<usize> {
    let content = text.get(line.clone()).unwrap_or_default();
    let values = content.starts_with('(') && content.trim_end_matches([',', ';']).ends_with(')');
    let words = content.get(..12).is_some_and(|word| word.eq_ignore_ascii_case("insert into "));
    let inside = match (words, values) {
        (true, _) => content.find('(').zip(content.find(')')),
        (false, true) => content.find('(').zip(content.rfind(')')),
        _ => None,
    };
    match inside {
        Some((open, close)) if open < close => {
            line.start.saturating_add(open).saturating_add(1)..line.start.saturating_add(close)
        }
        _ => line,
    }
}

/// Fields as programs write them: `"achternaam": "Jansen"`, `"huisnummer": 28`.
fn fields(text: &str) -> Vec<Cell<'_>> {
    let mut cells = Vec::new();
    let mut from = 0_usize;
    let mut streets = None;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find("\":")) {
        let end = from.saturating_add(found);
        from = end.saturating_add(2);
        let before = text.get(..end).unwrap_or_default();
        let label = before.rfind('"').and_then(|quote| before.get(quote.saturating_add(1)..));
        let Some(label) = label.filter(|label| label.len() <= LABEL) else { continue };
        let label = shortened(label).unwrap_or(label);
        let address = is_street_label(label)
            && *streets.get_or_insert_with(|| {
                let streets = ["straat\"", "street\"", "uimte\"", "uimteNaam\"", "uimtenaam\""];
                streets.iter().any(|street| text.contains(street))
            });
        if !address && !is_column_label(label) {
            continue;
        }
        let rest = text.get(from..).unwrap_or_default();
        let value = rest.trim_start_matches(' ');
        let start = from.saturating_add(rest.len().saturating_sub(value.len()));
        let (start, length) = match value.strip_prefix('"') {
            Some(quoted) => (start.saturating_add(1), quoted.find('"')),
            None => (start, value.find(|c: char| !c.is_ascii_digit())),
        };
        let Some(length) = length.filter(|length| (1..=LENGTH).contains(length)) else { continue };
        let range = start..start.saturating_add(length);
        cells.push(Cell { range, label, address });
    }
    cells
}

/// Elements of which the name says what stands in them: `<huisnummer>28</huisnummer>`.
fn tags(text: &str) -> Vec<Cell<'_>> {
    let mut cells = Vec::new();
    let streets = || text.contains("traat>") || text.contains("traatnaam>");
    let mut known = None;
    for (open, _) in text.match_indices('<') {
        let start = open.saturating_add(1);
        let rest = text.get(start..).unwrap_or_default();
        let end = rest.bytes().take(LENGTH).position(|byte| matches!(byte, b'>' | b'<'));
        let Some(name) = end.and_then(|end| rest.get(..end)) else { continue };
        // Without its prefix and attributes.
        let label = name.split([' ', '\n']).next().unwrap_or_default();
        let label = label.rsplit([':', '.']).next().unwrap_or_default();
        if label.is_empty() || label.starts_with('/') {
            continue;
        }
        let address = is_street_label(label) && *known.get_or_insert_with(streets);
        if !address && !is_column_label(label) {
            continue;
        }
        let from = start.saturating_add(name.len()).saturating_add(1);
        let value = text.get(from..).unwrap_or_default();
        let length = value.bytes().take(LENGTH).position(|byte| byte == b'<');
        let Some(length) = length.filter(|length| *length > 0) else { continue };
        cells.push(Cell { range: from..from.saturating_add(length), label, address });
    }
    cells
}

/// Streets and house numbers behind labels, each on a line of its own: `Huisnummer: 12`, or with a
/// gap between.
fn lines(text: &str) -> Vec<Cell<'_>> {
    let mut cells = Vec::new();
    if !text.contains([':', '\t']) && !has_gap(text) {
        return cells;
    }
    let mut houses = false;
    let mut start = 0_usize;
    for line in text.split_inclusive('\n') {
        let from = start;
        start = start.saturating_add(line.len());
        let Some((label, value)) = parted(line).filter(|(label, _)| label.len() <= LABEL) else {
            continue;
        };
        let trimmed = label.trim().trim_end_matches(['.', ' ']);
        let inside = value.trim();
        let initials = are_initials(trimmed, inside);
        let street = is_street_label(trimmed);
        if inside.is_empty() || inside.len() > LENGTH || !street && !initials {
            continue;
        }
        houses |= is_house_label(trimmed);
        let lead = value.len().saturating_sub(value.trim_start().len());
        let at = from.saturating_add(label.len()).saturating_add(1).saturating_add(lead);
        let range = at..at.saturating_add(inside.len());
        cells.push(Cell { range, label: trimmed, address: street });
    }
    // "Adres: zie boven" and "Nummer: 12" are no parts of one address.
    let streets = cells.iter().any(|cell| cell.address && !is_house_label(cell.label));
    cells.retain(|cell| !cell.address || houses && streets);
    cells
}

/// The label that a line starts with and what stands behind its colon or gap, up to the next gap.
fn parted(line: &str) -> Option<(&str, &str)> {
    if let Some(parts) = line.split_once([':', '\t']) {
        return Some(parts);
    }
    let lead = line.len().saturating_sub(line.trim_start().len());
    let label = line.get(lead..)?.find("  ")?.saturating_add(lead);
    let rest = line.get(label..)?;
    let gap = rest.len().saturating_sub(rest.trim_start().len());
    let value = rest.get(gap..)?;
    let end = value.find("  ").unwrap_or(value.len()).saturating_add(gap).min(rest.len());
    // The byte after the label is taken for the colon.
    Some((line.get(..label)?, rest.get(1..end)?))
}

/// The cells of a row of which the header says something.
fn named<'t>(text: &str, header: &Header<'t>, row: Vec<Range<usize>>) -> Vec<Cell<'t>> {
    let labelled = row.into_iter().zip(&header.labels);
    let cell = |(range, label): (Range<usize>, &Option<&'t str>)| {
        let value = text.get(range.clone())?;
        let sound =
            !value.is_empty() && value.len() <= LENGTH && value.contains(char::is_alphanumeric);
        let label = (*label).filter(|_| sound)?;
        let address = header.streets && is_street_label(label);
        Some(Cell { range, label, address })
    };
    labelled.filter_map(cell).collect()
}

/// Whether a byte may part cells.
pub(super) fn is_mark(byte: u8) -> bool {
    matches!(byte, b';' | b'|' | b'\t' | b'~' | b',')
}

/// How often each mark that may part cells stands in a line.
pub(super) fn marks(line: &str) -> [(char, usize); 5] {
    let mut counts = [(';', 0), ('|', 0), ('\t', 0), ('~', 0), (',', 0_usize)];
    for byte in line.bytes().filter(|byte| is_mark(*byte)) {
        if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| *mark == char::from(byte)) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

/// The headers that a line holds, where it is one of headers.
fn header<'t>(text: &'t str, line: &Range<usize>) -> Option<Header<'t>> {
    let content = text.get(line.clone())?;
    let most = marks(content).into_iter().max_by_key(|(_, count)| *count);
    let separator = match most.filter(|(_, count)| *count > 0) {
        Some((mark, _)) => Separator::Mark(mark),
        None if has_gap(content) => Separator::Spaces,
        None => return None,
    };
    // In prose the first part is too long, whatever spaces and quotes stand around it.
    if let Separator::Mark(mark) = separator
        && content.find(mark).is_some_and(|end| end > 2 * LABEL)
    {
        return None;
    }
    let row = split(text, line, separator);
    let sound = |range: &Range<usize>| {
        let label = text.get(range.clone()).unwrap_or_default();
        let digits = label.bytes().filter(u8::is_ascii_digit).count();
        let lettered = label.is_empty() || label.starts_with(char::is_alphabetic);
        label.len() <= LABEL && digits <= 1 && lettered
    };
    if row.len() < 2 || row.len() > COLUMNS || !row.iter().all(sound) {
        return None;
    }
    let before = |range: &Range<usize>| text.get(line.start..range.start).unwrap_or_default();
    let starts = row.iter().map(|range| before(range).chars().count()).collect();
    let labels: Vec<Option<&str>> = row
        .iter()
        .map(|range| {
            let label = text.get(range.clone()).map(|label| shortened(label).unwrap_or(label));
            label.filter(|label| is_column_label(label) || is_street_label(label))
        })
        .collect();
    let known = labels.iter().flatten().count();
    let needed = match separator {
        Separator::Mark(',') | Separator::Spaces => 2,
        Separator::Mark(_) => 1,
    };
    let streets = |house: bool| {
        labels
            .iter()
            .flatten()
            .any(|label| is_street_label(label) && is_house_label(label) == house)
    };
    let streets = streets(true) && streets(false);
    (known >= needed).then_some(Header { separator, starts, labels, streets })
}

/// Headers as databases shorten them, and what they stand for.
const SHORT: [(&str, &str); 10] = [
    (
        "achternaam",
        "anm anaam achtern achternm ach lastnm lname nachn geslnm famnaam kltnm nmbelpl nmklt \
        naamklant klantnm",
    ),
    ("voornaam", "vnm vnaam voorn roep roepn rnaam fname firstnm vorna rufnm vrnm"),
    ("voorletters", "vl voorl voorlett vltrs vlt init inits"),
    (
        "geboortedatum",
        "gebd gebdat gebdtm gbdat gebdt geboortedt dob gebdd gd geb gbdatum dgeb dtgeb gbd \
        datumgeboorte datgeb datumgeb geborendd",
    ),
    ("straat", "str straatnm adrstr strnm straatn stras strt ornaam adresregel1"),
    ("huisnummer", "hnr hsnr huisn adrnr huisnum hnummer hsnmr nrhuis"),
    ("dienstnummer", "dnr dienstnr persnr pnr medwnr pernr mwnr mdwnr staffid empid"),
    (
        "gebruikersnaam",
        "lg usrid usr uid gebr gebrnm gebruikernm toegewezen toegewezenaan assignee \
        assignedto inlog gebrcode mdwcode mdwcd codemdw medewerkercode medewerkerid uname \
        behandelaarcode behandelaarscode raadpleger",
    ),
    ("bsn", "perid bsnnr sofinr bsnummer burgerserv fiscaalnr fin finr finummer"),
    ("vreemdelingennummer", "vnr vnummer vnumber vreemdelingennr vreemdelingnr indnummer"),
];

/// What a shortened header stands for.
pub(super) fn shortened(label: &str) -> Option<&'static str> {
    if label.len() > 16 {
        return None;
    }
    short_for(&plain(label))
}

/// The same of a header in plain form.
pub(super) fn short_for(plain: &str) -> Option<&'static str> {
    SHORTS.get(plain).copied()
}

/// What each of them stands for.
static SHORTS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    let words = SHORT.iter().rev();
    words.flat_map(|(whole, shorts)| shorts.split(' ').map(|short| (short, *whole))).collect()
});

/// Whether a word of a header names what a detector looks for.
pub fn is_column_label(label: &str) -> bool {
    if label.len() > LENGTH {
        return false;
    }
    let names = |word: &str| {
        let meanings = LEXICON.meanings(LEXICON.find(word));
        ["account", "gebruiker", "user"].iter().any(|known| known.eq_ignore_ascii_case(word))
            || meanings.iter().any(|meaning| meaning.role == Role::Names)
    };
    words_of(label).take(8).any(names) || names(&plain(label))
}

/// The words of a label: `clientBsn` and `client_bsn` are two.
pub(super) fn words_of(label: &str) -> impl Iterator<Item = &str> {
    label.split(|c: char| !c.is_alphanumeric()).flat_map(|run| {
        let mut rest = run;
        std::iter::from_fn(move || {
            let mut small = false;
            let end = rest.char_indices().find_map(|(at, c)| {
                let parts = std::mem::replace(&mut small, c.is_lowercase()) && c.is_uppercase();
                parts.then_some(at)
            });
            let (word, behind) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
            rest = behind;
            (!word.is_empty()).then_some(word)
        })
    })
}

/// A header in small letters and digits only.
pub(super) fn plain(label: &str) -> String {
    let mut plain = String::with_capacity(label.len());
    for c in label.chars().filter(|c| c.is_alphanumeric()) {
        match c.is_ascii() {
            true => plain.push(c.to_ascii_lowercase()),
            false => plain.extend(c.to_lowercase()),
        }
    }
    plain
}

/// Whether these are initials, in a column that says so.
pub(super) fn are_initials(label: &str, value: &str) -> bool {
    let letters = value.chars().filter(|c| c.is_alphabetic());
    value.starts_with(char::is_uppercase)
        && ["voorletters", "voorletter", "initialen", "initials", "naamvoorletters"]
            .contains(&plain(label).as_str())
        && (1..=6).contains(&letters.clone().count())
        && value.chars().all(|c| c.is_alphabetic() || ". -".contains(c))
}

/// Whether this header is that of streets or house numbers.
pub fn is_street_label(label: &str) -> bool {
    let label = plain(label);
    let streets = [
        "straat",
        "straatnaam",
        "street",
        "streetname",
        "adres",
        "address",
        "woonadres",
        "openbareruimte",
        "openbareruimtenaam",
    ];
    is_house(&label) || streets.contains(&label.as_str())
}

/// Addresses that are none of people.
const OTHER_ADDRESSES: &str = "mailadres ipadres webadres macadres internetadres bezoekadres \
    vestigingsadres kantooradres werkadres hoofdadres bedrijfsadres locatieadres";

/// Whether a header is that of addresses, with the number of the house or without.
pub(super) fn is_address_label(label: &str) -> bool {
    is_address(&plain(label))
}

/// The same of a header in plain form.
pub(super) fn is_address(words: &str) -> bool {
    (words.ends_with("adres")
        || words.starts_with("straat")
        || ["adr", "naw", "openbareruimte"].contains(&words))
        && !is_house(words)
        && !OTHER_ADDRESSES.split_ascii_whitespace().any(|other| words.ends_with(other))
}

/// Whether a value is a street with its number, whatever the street is called: `Dal 12`,
/// `Zonnedauw 41a`.
pub(super) fn is_whole_address(value: &str) -> bool {
    let Some((street, house)) = value.rsplit_once(' ') else { return false };
    let digits = house.bytes().take_while(u8::is_ascii_digit).count();
    let rest = house.get(digits..).unwrap_or_default();
    street.starts_with(|c: char| c.is_uppercase() || c == '\'' || c == '’')
        && street.len() <= 50
        && street.chars().all(|c| c.is_alphabetic() || " .'’-".contains(c))
        && street.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && (1..=4).contains(&digits)
        && !house.starts_with('0')
        && rest.len() <= 5
        && rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// Whether a value may be a street or a house number.
pub(super) fn is_part_of_address(value: &str) -> bool {
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let number = value.starts_with(|c: char| c.is_ascii_digit() && c != '0');
    let capital = value.starts_with(|c: char| c.is_uppercase() || c == '\'' || c == '’');
    value.len() <= 60
        && !is_street_label(value)
        && (number && letters <= 12 || letters >= 3 && capital || value.len() <= 2 && letters > 0)
}

/// Whether this header is that of house numbers.
pub fn is_house_label(label: &str) -> bool {
    is_house(&plain(label))
}

fn is_house(label: &str) -> bool {
    let houses = [
        "huisnummer",
        "huisnr",
        "hnr",
        "nr",
        "nummer",
        "huisnummertoevoeging",
        "housenumber",
        "toevoeging",
        "huisletter",
        "huislettertoevoeging",
        "huisnrtoevoeging",
    ];
    houses.contains(&label)
}

/// The cells of a line, without spaces and quotes around them.
pub(super) fn split(text: &str, line: &Range<usize>, separator: Separator) -> Vec<Range<usize>> {
    let content = text.get(line.clone()).unwrap_or_default();
    let mut cells = Vec::new();
    let mut from = 0_usize;
    let mut push = |from: usize, upto: usize| {
        let cell = content.get(from..upto).unwrap_or_default();
        let blank = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
        let lead = cell.len().saturating_sub(cell.trim_start_matches(blank).len());
        let length = cell.trim_matches(blank).len();
        let start = line.start.saturating_add(from).saturating_add(lead);
        cells.push(start..start.saturating_add(length));
    };
    match separator {
        Separator::Mark(mark) => {
            let mut quoted = false;
            for (at, c) in content.char_indices() {
                if c == '"' {
                    quoted = !quoted;
                } else if c == mark && !quoted {
                    push(from, at);
                    from = at.saturating_add(c.len_utf8());
                }
            }
        }
        Separator::Spaces => {
            for (at, _) in content.match_indices("  ") {
                if at >= from && !content.get(from..at).unwrap_or_default().trim().is_empty() {
                    push(from, at);
                    from = at.saturating_add(2);
                }
            }
        }
    }
    push(from, content.len());
    cells
}

#[cfg(test)]
mod tests {
    use crate::detect::{Surroundings, detect};

    fn seen(text: &str) -> Vec<(&'static str, &str)> {
        let hits = detect(text, &Surroundings::default()).into_iter();
        hits.map(|hit| (hit.kind.id, &text[hit.range])).collect()
    }

    #[test]
    fn the_header_of_a_column_names_what_stands_in_it() {
        let export =
            "naam;geboortedatum;klantnr\nWubbo Oxlaar;1970-05-03;12\nAb Trosker;1980-01-02;13\n";
        assert_eq!(
            seen(export),
            [
                ("person", "Wubbo Oxlaar"),
                ("birth-date", "1970-05-03"),
                ("person", "Ab Trosker"),
                ("birth-date", "1980-01-02"),
            ]
        );
        let quoted = "\"bsn\",\"geboren\"\n\"111222333\",\"3-5-1970\"\n";
        assert_eq!(seen(quoted), [("bsn", "111222333"), ("birth-date", "3-5-1970")]);
        let heads = "Achternaam;Steller;Datum\nJansen;Bakker;1-2-2024\n";
        assert_eq!(seen(heads), [("person", "Jansen"), ("person", "Bakker")]);
        let aligned = "BSN          Geboortedatum\n111222333    03-05-1970\n";
        assert_eq!(seen(aligned), [("bsn", "111222333"), ("birth-date", "03-05-1970")]);
    }

    #[test]
    fn labels_with_their_values_are_no_table() {
        let form = "Cliënt\tKwabena Ofori-Atta\nGeboren\t20-07-2001\nAdres\tDorpsweg 2\n\
            Voogd\tNidos/Esther Blok\nMobiel\tgeen\n";
        let people = seen(form).into_iter().filter(|(kind, _)| *kind == "person");
        let people: Vec<_> = people.map(|(_, name)| name).collect();
        assert_eq!(people, ["Kwabena Ofori-Atta", "Esther Blok"]);
    }

    #[test]
    fn a_street_and_its_number_may_have_columns_of_their_own() {
        let bars = "| Straat | Huisnummer |\n|---|---|\n| Wilgenhof | 12 |\n";
        assert_eq!(seen(bars), [("address", "Wilgenhof"), ("address", "12")]);
        let form = "Straat: Wilgenhof\nHuisnummer: 12\nToevoeging: A\n";
        assert_eq!(seen(form), [("address", "Wilgenhof"), ("address", "12"), ("address", "A")]);
        let elements = "<straatnaam>Wilgenhof</straatnaam><huisnummer>12</huisnummer>";
        assert_eq!(seen(elements), [("address", "Wilgenhof"), ("address", "12")]);
        assert_eq!(seen("Voorletters: Q.W.\n"), [("person", "Q.W.")]);
        let roles = "Dossier;Beh.\n12;QWX\n13;bakker\n";
        assert_eq!(seen(roles), [("person", "QWX"), ("person", "bakker")]);
        let sql =
            "INSERT INTO p (id, anm, vl, gebdat) VALUES\n(1, 'Oxlaar', 'Q.W.', '1970-05-03'),\n";
        let kinds = ["person", "person", "birth-date"];
        assert_eq!(seen(sql).iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), kinds);
        assert!(seen("Adres: zie boven\nDatum: 12\n").is_empty());
        assert!(seen("Straat;aantal\nWilgenhof;12\n").iter().all(|(kind, _)| *kind != "address"));
    }
}
