//! The fields of Word: what they ask for, and what they show.

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
/// Fields whose own words tell where data comes from, or keep data of a program.
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
];
/// Fields in fields, and what is remembered of one.
const DEEPEST: usize = 32;
const LONGEST: usize = 2000;

/// The fields that are open.
#[derive(Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// Data of a field in base64.
    data: String,
}

#[derive(Default)]
struct Field {
    asks: String,
    shows: String,
    /// Its words have ended, and what it shows follows.
    result: bool,
}

impl Fields {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        if visit.leaving() {
            return;
        }
        match (filter.name(), filter.attribute("w:fldCharType")) {
            ("w:fldChar", Some("begin")) if self.open.len() < DEEPEST => {
                self.open.push(Field::default());
            }
            ("w:fldChar", Some("separate")) => {
                if let Some(field) = self.open.last_mut() {
                    field.result = true;
                }
            }
            ("w:fldChar", Some("end")) => self.end(visit),
            ("w:fldSimple", _) if self.open.len() < DEEPEST => {
                let asks = filter.attribute("w:instr").unwrap_or_default().to_owned();
                self.open.push(Field { asks, shows: String::new(), result: true });
            }
            _ => {}
        }
    }

    /// Text comes.
    pub(super) fn takes(&mut self, element: &str, text: &str, visit: &Visit<'_>) {
        if visit.leaving() {
            return;
        }
        if element == "w:fldData" && self.data.len() < LONGEST.saturating_mul(4) {
            self.data.push_str(text);
        }
        let Some(field) = self.open.last_mut() else { return };
        match (element, field.result) {
            ("w:instrText", false) if field.asks.len() < LONGEST => field.asks.push_str(text),
            ("w:t", true) if field.shows.len() < LONGEST => field.shows.push_str(text),
            _ => {}
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        match element {
            "w:fldSimple" if !visit.leaving() => self.end(visit),
            "w:fldData" => self.end_data(visit),
            _ => {}
        }
    }

    fn end(&mut self, visit: &mut Visit<'_>) {
        let Some(field) = self.open.pop() else { return };
        let asks = field.asks.trim();
        let word = asks.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let shows = SHOWS.contains(&word.as_str());
        if ASKS.contains(&word.as_str()) || shows && is_told(asks) {
            visit.value(&hidden::FIELD, Keep, asks);
        }
        let place = PLACES.contains(&word.as_str()) && field.shows.contains(['\\', '/']);
        if (shows && word != "TITLE" || place) && !field.shows.trim().is_empty() {
            visit.value(&hidden::FIELD, Keep, field.shows.trim());
        }
    }

    /// What can be read in the data of a field, but for the names that Word makes for itself.
    fn end_data(&mut self, visit: &mut Visit<'_>) {
        use base64::Engine;
        let mut data = std::mem::take(&mut self.data);
        data.retain(|letter| !letter.is_ascii_whitespace());
        let bytes = base64::engine::general_purpose::STANDARD.decode(&data).unwrap_or_default();
        let words = crate::syntax::fields::readable(&bytes);
        let own = |word: &str| word.starts_with("_Toc") || word.starts_with("_Ref");
        if words.split(" · ").any(|word| !word.is_empty() && !own(word)) {
            visit.value(&hidden::FIELD, Keep, &words);
        }
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
        if element != "x:definedName" || visit.leaving() {
            return;
        }
        if text.contains("#REF!") {
            visit.value(&hidden::HIDDEN_NAME, Keep, &self.0);
        } else if text.starts_with('"') {
            visit.value(&hidden::HIDDEN_NAME, Keep, text);
        }
    }
}
