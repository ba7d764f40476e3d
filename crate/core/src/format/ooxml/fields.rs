//! The fields of Word: what they ask for, and what they show.

use super::paths::without_file;
use crate::finding::Reason;
use crate::format::given::is_usual;
use crate::format::rows::Input;
use crate::kind::hidden;
use crate::syntax::xml::Filter;
use crate::visit::Remedy::Keep;
use crate::visit::Visit;

/// Fields that show who wrote, or what the document keeps about itself.
const SHOWS: &[&str] = &[
    "AUTHOR",
    "LASTSAVEDBY",
    "USERNAME",
    "USERINITIALS",
    "USERADDRESS",
    "COMMENTS",
    "KEYWORDS",
    "SUBJECT",
    "INFO",
    "DOCPROPERTY",
    "DOCVARIABLE",
    "TITLE",
];
/// Fields that show where a document or its template stands, when they are asked to.
const PLACES: &[&str] = &["FILENAME", "TEMPLATE"];
/// Fields whose own words tell where data comes from, keep data of a program, or stand in no
/// line: what an index is to hold.
const ASKS: &[&str] = &[
    "MERGEFIELD",
    "DATABASE",
    "ADDIN",
    "PRIVATE",
    "MACROBUTTON",
    "DOCVARIABLE",
    "DDE",
    "DDEAUTO",
    "LINK",
    "ASK",
    "FILLIN",
    "SET",
    "IMPORT",
    "INCLUDE",
    "IF",
    "COMPARE",
    "QUOTE",
    "SKIPIF",
    "NEXTIF",
    "XE",
    "TC",
    "TA",
    "RD",
];
/// Fields in fields, and what is remembered of one.
const DEEPEST: usize = 32;
const LONGEST: usize = 1 << 16;
const DATA: usize = 1 << 20;

/// The fields that are open.
#[derive(Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// Data of a field in base64, and whether any of it is in the copy.
    data: String,
    data_left: bool,
    /// There was more than is remembered, and that was told.
    cut: bool,
}

/// A field that is open. What is asked of it hangs on all its words, so that reading and writing
/// ask the same; what is told of it is only what is left in the copy.
#[derive(Default)]
struct Field {
    asks: String,
    shows: String,
    asks_left: String,
    shows_left: String,
    gone: bool,
    /// Its words have ended, and what it shows follows.
    result: bool,
    /// It asks more than is remembered.
    long: bool,
}

impl Fields {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        let gone = visit.leaving();
        match (filter.name(), filter.attribute("w:fldCharType")) {
            ("w:fldChar", Some("begin")) if self.open.len() < DEEPEST => {
                self.open.push(Field { gone, ..Field::default() });
            }
            ("w:fldChar", Some("separate")) => {
                if let Some(field) = self.open.last_mut() {
                    field.result = true;
                }
            }
            ("w:fldChar", Some("end")) => self.end(visit),
            ("w:fldSimple", _) if self.open.len() < DEEPEST => {
                let asks = without_file(filter.attribute("w:instr").unwrap_or_default());
                let asks_left = asks.clone();
                self.open.push(Field { asks, asks_left, result: true, gone, ..Field::default() });
            }
            ("w:fldChar", Some("begin")) | ("w:fldSimple", _) => self.cut(visit),
            _ => {}
        }
    }

    /// Whether the words of a field come, and not what it shows: Word never shows those.
    pub(super) fn are_asking(&self) -> bool {
        self.open.last().is_some_and(|field| !field.result)
    }

    /// Text comes.
    pub(super) fn takes(&mut self, element: &str, text: &str, visit: &Visit<'_>) {
        let left = !visit.leaving();
        if element == "w:fldData" && self.data.len() <= DATA {
            self.data.push_str(text);
            self.data_left = left;
        }
        let Some(field) = self.open.last_mut() else { return };
        match (element, field.result) {
            ("w:instrText", false) if field.asks.len() < LONGEST => {
                field.asks.push_str(text);
                field.asks_left.push_str(if left { text } else { "" });
            }
            ("w:t", true) if field.shows.len() < LONGEST => {
                field.shows.push_str(text);
                field.shows_left.push_str(if left { text } else { "" });
            }
            // What it shows is told as text where it stands.
            ("w:instrText", false) => field.long = true,
            _ => {}
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        match element {
            "w:fldSimple" => self.end(visit),
            "w:fldData" => self.end_data(visit),
            _ => {}
        }
    }

    /// Says once that there is more than is remembered.
    fn cut(&mut self, visit: &mut Visit<'_>) {
        if !self.cut && !visit.leaving() {
            self.cut = true;
            visit.gap(Reason::Limit);
        }
    }

    fn end(&mut self, visit: &mut Visit<'_>) {
        let Some(field) = self.open.pop() else { return };
        let asks = field.asks.trim();
        let word = asks.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let shows = SHOWS.contains(&word.as_str());
        if ASKS.contains(&word.as_str()) || shows && is_told(asks) {
            field.tell(&field.asks_left, visit);
            if field.long {
                self.cut(visit);
            }
        }
        let place = PLACES.contains(&word.as_str()) && field.shows.contains(['\\', '/']);
        if (shows && word != "TITLE" || place) && !field.shows.trim().is_empty() {
            field.tell(&field.shows_left, visit);
        } else if self.is_asked() && !field.shows.trim().is_empty() {
            // It was told as text where it stands.
            visit.place(&hidden::FIELD, Keep);
            visit.describe(if field.gone { "" } else { field.shows_left.trim() });
            visit.close();
        }
    }

    /// Whether what a field shows now is only what another field asks: nobody sees it.
    fn is_asked(&self) -> bool {
        self.open.iter().any(|field| !field.result)
    }

    /// What can be read in the data of a field, but for the names that Word makes for itself.
    fn end_data(&mut self, visit: &mut Visit<'_>) {
        use base64::Engine;
        let mut data = std::mem::take(&mut self.data);
        if data.len() > DATA {
            self.cut(visit);
        }
        data.retain(|letter| !letter.is_ascii_whitespace());
        let bytes = base64::engine::general_purpose::STANDARD.decode(&data).unwrap_or_default();
        let words = crate::syntax::fields::readable(&bytes);
        let own = |word: &str| word.starts_with("_Toc") || word.starts_with("_Ref");
        if words.split(" · ").any(|word| !word.is_empty() && !own(word)) {
            visit.value(&hidden::FIELD, Keep, if self.data_left { &words } else { "" });
        }
    }
}

impl Field {
    fn tell(&self, words: &str, visit: &mut Visit<'_>) {
        visit.value(&hidden::FIELD, Keep, if self.gone { "" } else { words.trim() });
    }
}

/// Whether a field that shows what the document keeps says itself what that is to be.
fn is_told(asks: &str) -> bool {
    let names_a_property = ["DOCPROPERTY", "DOCVARIABLE", "INFO"];
    let mut words = asks.split_whitespace();
    let first = words.next().unwrap_or_default().to_ascii_uppercase();
    let next = words.next().unwrap_or_default();
    !names_a_property.contains(&first.as_str()) && !next.is_empty() && !next.starts_with('\\')
}

/// What is printed above and below a sheet, and does not stand on it (ECMA-376 part 1,
/// 18.3.1.46: headers and footers of sheets).
#[derive(Default)]
pub(super) struct Header(String);

impl Header {
    /// Text comes; whether it is such a text.
    pub(super) fn takes(&mut self, element: &str, text: &str) -> bool {
        let is_it = HEADERS.contains(&element);
        if is_it {
            self.0.push_str(text);
        }
        is_it
    }

    /// An element ends: what says more than the number of the page is told.
    pub(super) fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        if !HEADERS.contains(&element) {
            return;
        }
        let text = std::mem::take(&mut self.0);
        let words = words(&text);
        if is_usual(&words) {
            visit.aside(&words);
        } else {
            visit.value(&hidden::SCREEN_TIP, Keep, words.trim());
        }
    }
}

const HEADERS: &[&str] = &[
    "x:oddHeader",
    "x:oddFooter",
    "x:evenHeader",
    "x:evenFooter",
    "x:firstHeader",
    "x:firstFooter",
];

/// A header without its codes: an ampersand with a letter, a font in quotes, a size, a colour.
fn words(text: &str) -> String {
    let mut words = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '&' {
            words.push(letter);
            continue;
        }
        match letters.next() {
            Some('"') => while letters.next().is_some_and(|letter| letter != '"') {},
            // Six digits, or two of the theme and a shade.
            Some('K') => (0..6).for_each(|_| {
                letters.next_if(|letter| letter.is_ascii_hexdigit() || matches!(letter, '+' | '-'));
            }),
            Some(digit) if digit.is_ascii_digit() => {
                while letters.next_if(char::is_ascii_digit).is_some() {}
            }
            Some('&') => words.push('&'),
            // Left, in the middle, right.
            Some('L' | 'C' | 'R') => words.push(' '),
            _ => {}
        }
        words.push(' ');
    }
    words
}

/// The name in a workbook whose content comes next: one that leads nowhere is left over.
#[derive(Default)]
pub(super) struct StaleName(String);

impl StaleName {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        if filter.name() == "x:definedName" {
            self.0 = filter.attribute("name").unwrap_or_default().to_owned();
        }
    }

    /// Text comes.
    pub(super) fn takes(&self, element: &str, text: &str, visit: &mut Visit<'_>) {
        if element != "x:definedName" {
            return;
        }
        if text.contains("#REF!") {
            visit.value(&hidden::HIDDEN_NAME, Keep, &self.0);
        } else if text.starts_with('"') {
            visit.value(&hidden::HIDDEN_NAME, Keep, text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_header_says_what_is_left_without_its_codes() {
        let text = r#"&L&"Arial,Bold"&12Zaak &K01+000van Janne&R&P"#;
        assert_eq!(words(text).split_whitespace().collect::<Vec<_>>(), ["Zaak", "van", "Janne"]);
        assert_eq!(words("&").trim(), "");
        assert_eq!(words("&LBakker && Zn&R06-12").trim(), "Bakker &  Zn  06-12");
    }
}
