//! The fields of Word: what they ask for, and what they show.

use super::paths::without_file;
use super::tables::has_secret;
use crate::finding::Reason;
use crate::format::given::{is_usual, shows_day};
use crate::format::rows::Input;
use crate::kind::{Kind, hidden};
use crate::seen::Tie;
use crate::syntax::xml::Filter;
use crate::visit::Remedy::{self, Ask, Drop, Keep};
use crate::visit::{Decision, Visit};

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
    "MACROBUTTON",
    "DOCVARIABLE",
    "DDE",
    "DDEAUTO",
    "LINK",
    "IMPORT",
    "INCLUDE",
    "RD",
];
/// Other fields that show what they ask for, or what they draw by their own words. The words of
/// all others show on no page but where they are chosen: what an index is to hold, the other case.
const PLAIN: &str = " = ADDRESSBLOCK ADVANCE AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY BIDIOUTLINE \
    CITATION CONTROL CREATEDATE DATE EDITTIME EMBED EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN \
    FORMTEXT GOTOBUTTON HYPERLINK INCLUDEPICTURE INCLUDETEXT INDEX LISTNUM MERGEREC MERGESEQ NEXT \
    NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINT PRINTDATE REF REVNUM SAVEDATE SECTION \
    SECTIONPAGES SEQ SHAPE STYLEREF SYMBOL TEMPLATE TIME TITLE TOA TOC ";
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
    /// How many fields are open beside those that are remembered.
    deeper: u32,
    /// How the part is called, and how many elements began in it.
    part: String,
    elements: u64,
    /// The field of which the end is at hand, where it may go.
    ended: Option<Tie>,
    /// What the paragraph shows so far.
    line: String,
    /// The day that the box at hand stands for, and what it shows.
    day: Option<(Tie, String, String)>,
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
    /// The name that its marks and its words bear: without them, what it shows is left.
    tie: Option<Tie>,
}

impl Fields {
    /// The fields of this part.
    pub(super) fn of(part: &str) -> Self {
        Self { part: part.to_owned(), ..Self::default() }
    }

    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        self.elements = self.elements.saturating_add(1);
        self.ended = None;
        let (name, sort) = (filter.name(), filter.attribute("w:fldCharType"));
        // What would be left of its words: an empty paragraph or box, a field.
        if matches!(name, "w:p" | "w:sdt" | "w:fldSimple") {
            let asking = self.open.iter_mut().filter(|field| !field.result);
            asking.for_each(|field| field.tie = None);
        }
        let begins = name == "w:fldSimple" || name == "w:fldChar" && sort == Some("begin");
        if begins && self.open.len() < DEEPEST {
            let mut field = Field { gone: visit.leaving(), ..Field::default() };
            field.tie = (!self.is_asked()).then(|| self.here());
            if name == "w:fldSimple" {
                field.asks = without_file(filter.attribute("w:instr").unwrap_or_default());
                field.asks_left = field.asks.clone();
                field.result = true;
            }
            self.open.push(field);
            return;
        }
        match (name, sort) {
            _ if begins => {
                self.deeper = self.deeper.saturating_add(1);
                self.cut(visit);
            }
            ("w:fldChar", Some("separate")) if self.deeper == 0 => {
                if let Some(field) = self.open.last_mut() {
                    field.result = true;
                }
            }
            ("w:fldChar", Some("end")) => self.end(visit),
            ("w:p", _) => {
                self.line.clear();
            }
            ("w:date", _) => {
                let day = filter.attribute("w:fullDate").map(str::to_owned);
                self.day = day.map(|day| (self.here(), day, String::new()));
            }
            ("w:fldData", _) if filter.path().rev().nth(1) == Some("w:fldSimple") => {
                self.open.iter_mut().for_each(|field| field.tie = None);
            }
            _ => {}
        }
    }

    /// The name of the element that begins.
    fn here(&self) -> Tie {
        Tie("element", format!("{}#{}", self.part, self.elements).into())
    }

    /// The name of the field of which the element that begins is a mark or words.
    pub(super) fn tie(&self, filter: &Filter<Input<'_>>) -> Option<Tie> {
        let own = || match filter.attribute("w:fldCharType") {
            Some("separate") => self.open.last()?.tie.clone(),
            Some("end") => self.ended.clone(),
            _ => None,
        };
        let asking = self.open.iter().find(|field| !field.result);
        let in_run = filter.path().rev().nth(1) == Some("w:r") && filter.name() != "w:rPr";
        asking.map_or_else(own, |field| field.tie.clone()).filter(|_| in_run)
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
        // What these words are told as hangs on what is left, so that a copy tells the same.
        if element == "w:t" && left && self.line.len() < LONGEST && !self.is_asked() {
            self.line.push_str(text);
        }
        if let Some((_, _, shown)) = self.day.as_mut().filter(|_| element == "w:t") {
            shown.push_str(text);
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
            "w:sdt" => {
                if let Some((tie, day, shown)) = self.day.take()
                    && !shows_day(&shown, &day)
                {
                    let decision = visit.place(&hidden::HIDDEN_TEXT, Ask);
                    visit.needs(tie);
                    if decision == Decision::Stay {
                        visit.set_value(&day);
                    }
                    visit.close();
                }
            }
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
        if self.deeper > 0 {
            self.deeper = self.deeper.saturating_sub(1);
            return;
        }
        let Some(mut field) = self.open.pop() else { return };
        if field.long {
            field.tie = None;
        }
        self.ended.clone_from(&field.tie);
        // It is what is around it that shows it, with its words and without.
        let shown = |around: &&mut Field| around.result && around.shows.len() < LONGEST;
        if let Some(around) = self.open.last_mut().filter(shown) {
            around.shows.push_str(&field.shows);
            around.shows_left.push_str(&field.shows_left);
        }
        let asks = field.asks.trim();
        let word = asks.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let shows = SHOWS.contains(&word.as_str());
        let known = shows || ASKS.contains(&word.as_str());
        let plain =
            word.is_empty() || word.starts_with('=') || PLAIN.contains(&format!(" {word} "));
        if !plain && has_secret(asks) {
            field.tell(&hidden::DATA_CONNECTION, Drop, visit);
        } else if !known && !plain {
            let is_hidden = is_unseen(asks, &[&field.shows_left, &self.line]);
            // Those are drawn by their words.
            let drawn = word.ends_with("BARCODE");
            let remedy = if drawn || !is_hidden { Keep } else { Ask };
            field.tell(
                if is_hidden { &hidden::HIDDEN_TEXT } else { &hidden::FIELD },
                remedy,
                visit,
            );
        } else if ASKS.contains(&word.as_str()) || shows && is_told(asks) {
            field.tell(&hidden::FIELD, Keep, visit);
        }
        // What is shown when somebody points at a link.
        if let Some(tip) = tip(asks).filter(|_| word == "HYPERLINK") {
            visit.place(&hidden::SCREEN_TIP, Keep);
            visit.set_value(if field.gone { "" } else { tip });
            visit.close();
        }
        if field.long && !plain {
            self.cut(visit);
        }
        let place = PLACES.contains(&word.as_str()) && field.shows.contains(['\\', '/']);
        if (shows && word != "TITLE" || place) && !field.shows.trim().is_empty() {
            let words = if field.gone { "" } else { field.shows_left.trim() };
            visit.value(&hidden::FIELD, Keep, words);
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
    /// Tells its words. They go where that leaves what it shows as it is.
    fn tell(&self, kind: &'static Kind, remedy: Remedy, visit: &mut Visit<'_>) {
        let remedy = if self.tie.is_some() { remedy } else { Keep };
        let decision = visit.place(kind, remedy);
        if let Some(tie) = self.tie.clone().filter(|_| remedy != Keep) {
            visit.needs(tie);
        }
        if decision == Decision::Stay {
            visit.set_value(if self.gone { "" } else { self.asks_left.trim() });
        }
        visit.close();
    }
}

/// The words after the switch of a link that says what is shown beside it (ECMA-376 part 1,
/// 17.16.5.25).
fn tip(asks: &str) -> Option<&str> {
    let words = asks.split_once("\\o ")?.1.trim_start().strip_prefix('"')?;
    words.split('"').next().filter(|words| !words.trim().is_empty())
}

/// Whether the words of a field say what is not `seen`.
fn is_unseen(asks: &str, seen: &[&str]) -> bool {
    let Some((_, rest)) = asks.split_once(char::is_whitespace) else {
        // A mark in the text, by whose name it is shown; or else somebody's word.
        return seen.concat().is_empty() && asks.contains(char::is_lowercase);
    };
    let quoted = |piece: &usize| !rest.contains('"') || piece % 2 == 1;
    let pieces = rest.split('"').enumerate().filter(|(number, _)| quoted(number));
    pieces.flat_map(|(_, piece)| piece.split([':', ';'])).any(|piece| {
        // A switch.
        let piece = piece.trim().split('\\').next().unwrap_or_default().to_lowercase();
        let letters = piece.chars().filter(|letter| letter.is_alphanumeric()).count();
        letters > 1 && !seen.iter().any(|seen| seen.to_lowercase().contains(piece.trim()))
    })
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
    use super::{is_unseen, tip, words};

    #[test]
    fn a_link_may_say_what_is_shown_beside_it() {
        assert_eq!(
            tip(r#"HYPERLINK "https://example.nl" \o "Zaak 12" \t "_blank""#),
            Some("Zaak 12")
        );
        assert_eq!(tip(r#"HYPERLINK \l "x""#).or(tip(r#"HYPERLINK "a" \o """#)), None);
    }

    #[test]
    fn words_of_a_field_are_unseen_where_nothing_shows_them() {
        let unseen = |asks: &str, shows: &str| is_unseen(asks, &[shows]);
        assert!(unseen(r#"IF 1 = 1 "ja" "nee, zei Janne""#, "ja"));
        assert!(unseen("behandeld door K. Vermeer", "Fout!") && unseen("Vermeer", ""));
        assert!(unseen(r#"XE "maan:vraag""#, "De maan"));
        for seen in [r#"IF 1 = 1 "ja" """#, r#"XE "Ja""#, r#"TC "ja" \l 1"#, "PRIVATE", "Mark1"] {
            assert!(!unseen(seen, "Zeker, ja"), "{seen}");
        }
    }

    #[test]
    fn a_header_says_what_is_left_without_its_codes() {
        let text = r#"&L&"Arial,Bold"&12Zaak &K01+000van Janne&R&P"#;
        assert_eq!(words(text).split_whitespace().collect::<Vec<_>>(), ["Zaak", "van", "Janne"]);
        assert_eq!(words("&").trim(), "");
        assert_eq!(words("&LBakker && Zn&R06-12").trim(), "Bakker &  Zn  06-12");
    }
}
