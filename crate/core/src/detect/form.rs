//! Forms in a text: a label, and what is filled in behind it or on the line below.
//!
//! Between the two stands a colon, a tab, a gap, a row of points, a bar, an arrow, or nothing but the
//! bold of the label. The value is read as a cell below a header is.

use std::ops::Range;

use super::LEXICON;
use super::lexicon::Role;
use super::person::is_listed;
use super::table::{Cell, LABEL, is_address, plain, short_for, shortened, words_of};
use super::tagger::in_dictionary;
use super::words::names_number;

/// How many words a label has at most.
const WORDS: usize = 4;
/// How long a value is at most, and one on a line of its own.
const VALUE: usize = 80;
const LINE: usize = 50;

/// Words that are labels only where no other word stands with them.
const WEAK: [&str; 16] = [
    "van", "aan", "door", "to", "from", "cc", "bcc", "contact", "verslag", "bericht", "kopie",
    "actie", "gast", "wie", "lid", "kind",
];

/// What stands between a label and its value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Between {
    /// A tab, a gap, a bar, a semicolon: what parts the cells of a table as well.
    Cells(char),
    /// A colon, points, an arrow, bold, the sign of equality: no table has it.
    Form,
    /// The line ends, behind a colon or without.
    Line(bool),
}

/// A line of a form.
struct Field {
    label: Range<usize>,
    /// Whether that is one.
    labelled: bool,
    value: Range<usize>,
    between: Between,
}

/// The values of a form that stand in a text, with their labels.
pub(super) fn fields(text: &str) -> Vec<Cell<'_>> {
    let mut fields: Vec<Option<Field>> = Vec::new();
    let alone = !text.trim_end().contains('\n');
    let mut start = 0_usize;
    for line in text.split_inclusive('\n') {
        fields.push(field(text, start..start.saturating_add(line.len()), alone));
        start = start.saturating_add(line.len());
    }
    let labelled = |field: &Option<Field>| field.as_ref().is_some_and(|field| field.labelled);
    let mut cells = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        let Some(of_line) = field.as_ref().filter(|_| labelled(field)) else { continue };
        let at = |index: Option<usize>| index.and_then(|index| fields.get(index));
        let next = at(index.checked_add(1));
        let value = match of_line.between {
            Between::Form => of_line.value.clone(),
            // Two cells may be the headers of a table: then no label stands in the next row.
            Between::Cells(_) => {
                let like = |other: &&Option<Field>| {
                    other.as_ref().is_some_and(|other| other.between == of_line.between)
                };
                let around = [at(index.checked_sub(1)), next].into_iter().flatten().filter(like);
                let (mut rows, mut labels) = (0_usize, 0_usize);
                for row in around {
                    rows = rows.saturating_add(1);
                    labels = labels.saturating_add(usize::from(labelled(row)));
                }
                if rows > 0 && labels == 0 {
                    continue;
                }
                of_line.value.clone()
            }
            Between::Line(colon) => {
                let (above, below) = (at(index.checked_sub(2)), at(index.checked_add(2)));
                let alone = |other: &&Option<Field>| {
                    labelled(other)
                        && other
                            .as_ref()
                            .is_some_and(|other| matches!(other.between, Between::Line(_)))
                };
                let among = [above, below].into_iter().flatten().any(|other| alone(&other));
                let value = next.and_then(Option::as_ref).filter(|value| {
                    matches!(value.between, Between::Line(false)) && value.label.len() <= LINE
                });
                match value.filter(|_| colon || among) {
                    Some(value) => value.label.clone(),
                    None => continue,
                }
            }
        };
        let (Some(label), Some(words)) = (text.get(of_line.label.clone()), text.get(value.clone()))
        else {
            continue;
        };
        if says_something(words) {
            let label = shortened(label).unwrap_or(label);
            cells.push(Cell { range: value, label, address: false });
        }
    }
    cells
}

/// The label and the value of a line; of one that is not parted, all of it as the label.
fn field(text: &str, line: Range<usize>, alone: bool) -> Option<Field> {
    let content = text.get(line.clone())?;
    let lead = |c: char| c.is_whitespace() || "-*•#>|\"'[(".contains(c);
    let bare = content.trim_start_matches(lead);
    let start = line.start.saturating_add(content.len().saturating_sub(bare.len()));
    let bare = bare.trim_end();
    if !bare.starts_with(char::is_alphabetic) {
        return None;
    }
    let head = bare.get(..bare.floor_char_boundary(LABEL.saturating_add(8)))?;
    let Some((end, between)) = parting(head) else {
        let label = bare.trim_end_matches([':', '?', '*', ' ']);
        let colon = bare.len() > label.len();
        let range = start..start.saturating_add(label.len());
        // A line alone has no other that its label could name.
        return (label.len() <= LINE && !alone).then(|| Field {
            labelled: is_label(label),
            label: range,
            value: 0..0,
            between: Between::Line(colon),
        });
    };
    let label = bare.get(..end)?.trim_end_matches([':', '*', '"', '\'', ' ', '.', '?']);
    let labelled = is_label(label);
    let rest = bare.get(end..)?;
    let gap = |c: char| c.is_whitespace() || ".…_·:=→>*|;,\"'-[(\u{2013}".contains(c);
    let value = rest.trim_start_matches(gap);
    let from = end.saturating_add(rest.len().saturating_sub(value.len()));
    // What stands behind another gap is another field, or another cell.
    let cut = value.find(['\t', '|', ';']).or_else(|| value.find("  ")).unwrap_or(value.len());
    let behind = value.get(cut..)?.trim_start_matches(gap);
    let value = value.get(..cut)?.trim_end_matches([' ', '_', '"', '\'', '*', ']', ')']);
    if matches!(between, Between::Cells(_)) && !behind.is_empty() {
        return None;
    }
    let value_start = start.saturating_add(from);
    Some(Field {
        label: start..start.saturating_add(label.len()),
        labelled,
        value: value_start..value_start.saturating_add(value.len()),
        between,
    })
}

/// Where a label ends in the first part of a line, and what parts it from the value.
fn parting(head: &str) -> Option<(usize, Between)> {
    let bytes = head.as_bytes();
    let first = bytes.iter().enumerate().find_map(|(at, byte)| {
        if byte.is_ascii_alphanumeric() {
            return None;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let between = match byte {
            b'\t' | b'|' | b';' => Between::Cells(char::from(*byte)),
            b' ' if rest.starts_with(b"  ") => Between::Cells(' '),
            b'=' => Between::Form,
            _ => {
                let marks = [": ", ":\t", "...", "___", "…", "··", "→", "**", "\",\""];
                let parts = marks.iter().any(|mark| rest.starts_with(mark.as_bytes()));
                parts.then_some(Between::Form)?
            }
        };
        Some((at, between))
    })?;
    match first {
        // Points may stand behind a space, and that behind the label.
        (at, Between::Cells(' ')) => {
            let rest = head.get(at..)?.trim_start();
            let form = rest.starts_with("..") || rest.starts_with([':', '=', '→', '_', '…']);
            Some((at, if form { Between::Form } else { first.1 }))
        }
        _ => Some(first),
    }
}

/// Whether a text is a label of something that a detector looks for.
pub(crate) fn is_label(label: &str) -> bool {
    if !(2..=LABEL).contains(&label.len()) || !label.contains(char::is_alphabetic) {
        return false;
    }
    // Each module of a macro begins with its name: `Attribute VB_Name = "ThisWorkbook"`.
    if label.starts_with("Attribute ") {
        return false;
    }
    let plain = plain(label);
    names_by_words(label) || short_for(&plain).is_some() || is_address(&plain)
}

/// Whether the words of a label are those by which detectors know what they look for.
fn names_by_words(label: &str) -> bool {
    let mut words = [""; WORDS];
    let mut count = 0_usize;
    for word in words_of(label) {
        // Labels are no sentences.
        let Some(place) = words.get_mut(count) else { return false };
        *place = word;
        count = count.saturating_add(1);
    }
    let words = words.get(..count).unwrap_or_default();
    let digits = label.bytes().filter(u8::is_ascii_digit).count();
    let names = |word: &&str| {
        let meanings = LEXICON.meanings(LEXICON.find(word));
        meanings.iter().any(|meaning| meaning.role == Role::Names)
    };
    let weak = |word: &str| WEAK.iter().any(|known| known.eq_ignore_ascii_case(word));
    let Some((last, before)) = words.split_last() else { return false };
    // "Behandeld door", "Naam aanvrager", "Geboortedatum kind"; "Aan de slag" is none.
    let told = before.iter().any(|word| names(word) && !weak(word));
    // "BSN onbekend, registratienr"
    let one = !label.contains(',') && (names(last) || !names_number(last));
    one && digits <= 1 && (names(last) && (before.is_empty() || !weak(last)) || told)
}

/// Whether a value says more than an ordinary word does, and is no label itself.
pub(crate) fn says_something(value: &str) -> bool {
    let sound = (2..=VALUE).contains(&value.len()) && value.contains(char::is_alphanumeric);
    let plain = value.chars().all(char::is_alphabetic);
    let usual = || plain && in_dictionary(value) && !is_listed(value);
    sound && !is_label(value) && !value.ends_with(':') && !usual()
}

#[cfg(test)]
mod tests {
    use crate::detect::{Surroundings, detect};

    fn seen(text: &str) -> Vec<&str> {
        let hits = detect(text, &Surroundings::default()).into_iter();
        hits.filter(|hit| hit.certainty >= crate::Certainty::Likely)
            .map(|hit| &text[hit.range])
            .collect()
    }

    #[test]
    fn what_stands_behind_a_label_is_what_the_label_says() {
        for form in [
            "Naam ......... Quaadvliet\n",
            "Naam..........: Quaadvliet\n",
            "Achternaam\tQuaadvliet\n",
            "Aanvrager       Quaadvliet\n",
            "naam=Quaadvliet\n",
            "Naam → Quaadvliet\n",
            "Geslachtsnaam: Quaadvliet\n",
            "**Naam** Quaadvliet\n",
            "| Naam | Quaadvliet |\n",
            "\"Naam\",\"Quaadvliet\"\n",
            "Naam:\nQuaadvliet\n",
            "Naam\nQuaadvliet\nAfdeling\nFinanciën\nBehandelaar\nQuaadvliet\n",
        ] {
            assert!(seen(form).contains(&"Quaadvliet"), "{form}");
        }
        assert_eq!(seen("Straat: Achterom 14\n"), ["Achterom 14"]);
        assert_eq!(seen("Geboortedatum ... 14-03-1987\nBSN\t999990378\n").len(), 2);
    }

    #[test]
    fn headers_headings_and_ordinary_words_are_no_values() {
        for other in [
            "BSN onbekend, registratienr: 111222333\n",
            "Naam ......... Geboortedatum\n",
            "Aan de slag    Samenwerken\n",
            "Verslag\nVergadering\n\nDe leden spraken.\n",
            "Naam           onbekend\n",
            "Attribute VB_Name = \"NewMacros\"\n",
        ] {
            assert!(seen(other).is_empty(), "{other}: {:?}", seen(other));
        }
    }
}
