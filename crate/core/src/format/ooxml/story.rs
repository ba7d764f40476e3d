//! What the walk of a part is told about names, about what elements hold, and about sheets.

use std::cell::RefCell;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::accept::Changes;
use super::choices::Choices;
use super::covered::Covered;
use super::facts::{self, Facts};
use super::fields::Header;
use super::known::Unseen;
use super::package::{self, Package, Relation};
use super::paths;
use super::sheets::Sheets;
use super::shown::Shown;
use super::unseen::{self, Look};
use crate::finding::Certainty::Possible;
use crate::finding::Step;
use crate::format::detect;
use crate::format::rows::{Change, Edit, Holds, Input, Part};
use crate::kind::inside::SCRIPT;
use crate::kind::place::LINKED_FILE;
use crate::kind::{Kind, hidden, history};
use crate::seen::Tie;
use crate::syntax::fields::readable;
use crate::syntax::xml::Filter;
use crate::visit::{Decision, Reading, Remedy, Visit};

/// A part that the tables know.
pub(super) struct Story<'s> {
    package: &'s Package,
    facts: &'s Facts,
    /// The part whose relationships count: for relationships, the part that they belong to.
    owner: String,
    name: &'s str,
    sheets: &'s mut Sheets,
    look: Look<'s>,
    choices: Choices,
    shown: &'s RefCell<Shown>,
    /// What accepting changes does, where that could be looked up.
    changes: Option<Changes>,
    header: Header,
    /// The relationship within the package that is told of, until what it leads to was met.
    lead: Option<Relation>,
    /// How many deletions and insertions are open.
    tracked: [u32; 2],
    /// The words of a field ended within the name of a file; the quote that ends it.
    goes_on: Option<Option<char>>,
}

impl<'s> Story<'s> {
    pub(super) fn new(
        package: &'s Package,
        facts: &'s Facts,
        name: &'s str,
        sheets: &'s mut Sheets,
        unseen: &'s Unseen,
        shown: &'s RefCell<Shown>,
    ) -> Self {
        let owner = package::owner(name).unwrap_or_else(|| name.to_owned());
        sheets.begin(name, unseen.colours_cells(package, name));
        let look = Look::new(unseen, package, name);
        Self {
            package,
            facts,
            owner,
            name,
            sheets,
            look,
            choices: Choices::default(),
            shown,
            changes: None,
            header: Header::default(),
            lead: None,
            goes_on: None,
            tracked: [0; 2],
        }
    }

    /// Knows what accepting changes does.
    pub(super) fn accepts(self, changes: Option<Changes>) -> Self {
        Self { changes, ..self }
    }

    /// Knows over which text something lies.
    pub(super) fn covers(self, covered: Covered) -> Self {
        Self { look: self.look.covers(covered), ..self }
    }

    /// How many such changes are open, where the element is one.
    fn tracked(&mut self, element: &str) -> Option<&mut u32> {
        let [deletions, insertions] = &mut self.tracked;
        match element {
            "w:del" | "w:moveFrom" => Some(deletions),
            "w:ins" | "w:moveTo" => Some(insertions),
            _ => None,
        }
    }

    /// In which reading the text stands that comes.
    fn reading(&self) -> Reading {
        match self.tracked {
            [0, 0] => Reading::Both,
            [0, _] => Reading::After,
            _ => Reading::Before,
        }
    }

    /// Tells of a row or a cell that should go, in a part too large to look up where it begins.
    fn tell_change(&self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        let gone = match filter.name() {
            "w:del" => filter.path().rev().nth(1) == Some("w:trPr"),
            name => name == "w:cellDel",
        };
        if gone && self.changes.is_none() {
            visit.value(&history::TRACKED_CHANGE, Remedy::Keep, "-");
        }
    }
}

/// The sorts of names in Word; the first only where relationships lead away.
const OF_WORD: &[&str] = &[
    "relation",
    "store",
    "comment",
    "person",
    "paragraph",
    "durable",
    "move from",
    "move to",
    "inserted markup",
    "deleted markup",
    "markup from",
    "markup to",
    "footnote",
    "endnote",
];

/// The sorts of names that a part may bear.
pub(super) fn bears(package: &Package, name: &str) -> &'static [&'static str] {
    let leads = !package.outgoing(name).is_empty() || package::owner(name).is_some();
    let sort = package.sort(name);
    match (sort.contains("wordprocessingml"), leads) {
        _ if name == package::TYPES => &["part"],
        (true, true) => OF_WORD,
        (true, false) => OF_WORD.get(1..).unwrap_or_default(),
        _ if sort.ends_with("commentAuthors+xml") => &["author"],
        _ if sort.ends_with("authors+xml") => &["author id"],
        _ if sort.ends_with("person+xml") => &["person id"],
        (false, true) => &["relation"],
        (false, false) => &[],
    }
}

impl Part for Story<'_> {
    fn attribute(&self, element: &str, attribute: &str) -> Holds {
        self.facts.attribute(element, attribute)
    }

    fn knows(&self, element: &str) -> bool {
        !facts::is_stranger(element)
    }

    fn spares(&self, filter: &Filter<Input<'_>>) -> bool {
        match filter.name() {
            "w:vanish" => self.look.is_in_words_of_field(),
            "x:sheet" => self.sheets.is_blank(filter),
            _ => false,
        }
    }

    fn allowed(&self, kind: &'static Kind, remedy: Remedy) -> Remedy {
        if self.sheets.holds_on_to(kind) { Remedy::Keep } else { remedy }
    }

    fn text(&self, element: &str) -> Holds {
        self.facts.text(element)
    }

    fn name(&self) -> &str {
        self.name
    }

    fn need(&self, visit: &mut Visit<'_>) {
        self.package.need(self.name, visit);
    }

    fn relation(&self, id: &str) -> Tie {
        let tie = package::relation(&self.owner, id);
        if self.owner == self.name {
            self.shown.borrow_mut().mentions(&tie);
        }
        tie
    }

    /// A part goes with the last relationship that leads to it.
    fn holds(&mut self, attribute: &str, value: &str, visit: &mut Visit<'_>) -> Option<Edit> {
        if attribute == "w:instr" {
            let (file, _) = paths::in_field(value, &mut None)?;
            let (from, to) = (file.start, file.end);
            visit.enter(Step::Property(attribute.into()));
            let decision = visit.value(&LINKED_FILE, Remedy::Neutral, value.get(file)?);
            visit.leave();
            return Some(match decision {
                Decision::Become(word) => {
                    Edit::Set([value.get(..from)?, &word, value.get(to..)?].concat().into())
                }
                _ => Edit::Keep,
            });
        }
        // What a click on a slide sets off.
        if attribute == "action"
            && let Some((_, name)) = value.split_once("ppaction://macro?name=")
        {
            visit.value(&SCRIPT, Remedy::Keep, name);
        }
        if attribute == "Target"
            && let Some(words) = paths::mail_words(value)
        {
            visit.value(&hidden::SCREEN_TIP, Remedy::Keep, &words);
        }
        let lead = self.lead.take_if(|_| attribute == "Target")?;
        let part = Tie::new("part", &lead.target);
        match self.shown.borrow().is_idle(self.package, &lead) {
            true => visit.uses_within(lead.tie(), part),
            false => visit.uses(part),
        }
        None
    }

    fn part_at(&self, address: &str) -> Tie {
        let part = self.package.part("", address);
        let part = package::owner(&part).unwrap_or(part);
        Tie::new("part", &part)
    }

    fn starts(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        match filter.name() {
            "w:tbl" | "a:tbl" => visit.table(),
            "w:tr" | "a:tr" => visit.row(),
            "w:tc" | "a:tc" => visit.cell(None),
            "w:fldChar" => self.goes_on = None,
            // The words around the sign of a note are two.
            "w:footnoteReference" | "w:endnoteReference" => visit.text(" "),
            "w:gridSpan" => {
                let columns = filter.attribute("w:val").and_then(|columns| columns.parse().ok());
                visit.spans(columns.unwrap_or(1));
            }
            _ => {}
        }
        if let Some(number) = self.tracked(filter.name()) {
            *number = number.saturating_add(1);
            visit.reads(self.reading());
        }
        self.shown.borrow_mut().starts(filter, self.package, self.name);
        if filter.name() == "rel:Relationship" {
            let lead = self.package.relation(&self.owner, filter);
            self.lead = Some(lead).filter(|lead| !lead.external);
        }
        // The data of a diagram name its drawing by a relationship of what shows the diagram.
        if let Some(id) = filter.attribute("relId").filter(|_| filter.name() == "dsp:dataModelExt")
        {
            for lead in self.package.incoming(self.name) {
                let tie = package::relation(&lead.owner, id);
                self.shown.borrow_mut().mentions(&tie);
                visit.uses(tie);
            }
        }
        self.sheets.starts(filter, visit);
        self.look.starts(filter, visit);
        self.choices.starts(filter, visit);
        self.tell_change(filter, visit);
    }

    fn change(&self, from: u64) -> Option<Change> {
        self.changes.as_ref()?.get(&from).copied()
    }

    fn opens(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) -> Option<Decision> {
        if self.shown.borrow().is_loose(filter) {
            visit.end_text();
            return Some(visit.place(&hidden::HIDDEN_TEXT, Remedy::Keep));
        }
        if matches!(filter.name(), "a:blip" | "v:imagedata")
            && let Some(id) = filter.attribute("r:embed").or_else(|| filter.attribute("r:id"))
            && let Some(lead) = self.package.outgoing(self.name).iter().find(|lead| lead.id == id)
            && self.choices.picture(&lead.target)
        {
            let decision = visit.place(&hidden::HIDDEN_PICTURE, Remedy::Keep);
            visit.describe(&lead.target);
            visit.sure(Possible);
            return Some(decision);
        }
        let opened = self.sheets.opens(filter, visit);
        opened.or_else(|| self.look.opens(filter, visit))
    }

    /// A type for a part that is not there is left over from one that was.
    fn encloses(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) -> Option<Decision> {
        if let Some(tie) = self.look.field(filter) {
            return Some(visit.follow(tie));
        }
        // A link that was taken out of the text, and whose address was left behind.
        if filter.name() == "rel:Relationship" {
            let lead = self.package.relation(&self.owner, filter);
            let idle = lead.external && self.shown.borrow().is_idle(self.package, &lead);
            return idle.then(|| {
                let decision = visit.place(&hidden::STRAY_BYTES, Remedy::Drop);
                visit.describe(&lead.target);
                decision
            });
        }
        let name = filter.attribute("PartName").filter(|_| filter.name() == "types:Override")?;
        (!self.package.has(&self.package.part("", name))).then(|| {
            let decision = visit.place(&hidden::STRAY_BYTES, Remedy::Drop);
            visit.describe(name);
            decision
        })
    }

    fn rest(
        &mut self,
        filter: &Filter<Input<'_>>,
    ) -> Option<(&'static Kind, Remedy, &'static str)> {
        self.look.rest(filter)
    }

    fn conceals(
        &self,
        element: &str,
        text: &str,
        visit: &Visit<'_>,
    ) -> Option<(&'static Kind, Remedy)> {
        // The box of a note shows only when somebody points at its cell.
        if matches!(element, "div" | "font") && self.package.is_of_notes(self.name) {
            return Some((&hidden::SCREEN_TIP, Remedy::Keep));
        }
        let looks = self.look.conceals(element);
        looks.or_else(|| self.choices.conceals(element, text, visit))
    }

    fn shape(&self) -> String {
        self.look.shape().to_owned()
    }

    fn names_files(&self, element: &str) -> bool {
        matches!(element, "w:instrText" | "w:delInstrText" | "c:f" | "c:name" | "x:f")
    }

    fn leads(&mut self, element: &str, text: &str) -> Option<paths::Named> {
        match element {
            "x:f" => paths::in_formula(text),
            _ if element.starts_with("w:") => paths::in_field(text, &mut self.goes_on),
            _ => paths::in_reference(text),
        }
    }

    fn takes(&mut self, element: &str, text: &str, visit: &mut Visit<'_>) -> bool {
        if element == "w:instrText" {
            self.shown.borrow_mut().asks(text);
        }
        unseen::fields(element, text, visit);
        self.look.takes(element, text, visit);
        self.choices.takes(element, text, visit);
        self.sheets.takes(element, text, visit) || self.header.takes(element, text)
    }

    fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        if matches!(element, "w:tbl" | "a:tbl") {
            visit.end_table();
        }
        if let Some(number) = self.tracked(element) {
            *number = number.saturating_sub(1);
            visit.reads(self.reading());
        }
        self.sheets.ends(element, visit);
        self.look.ends(element, visit);
        self.choices.ends(element);
        self.header.ends(element, visit);
    }
}

/// A part of which nothing is known: all in it is text, or bytes in base64.
pub(super) struct Anything<'s> {
    package: &'s Package,
    name: &'s str,
    base64: String,
}

impl<'s> Anything<'s> {
    pub(super) fn new(package: &'s Package, name: &'s str) -> Self {
        Self { package, name, base64: String::new() }
    }
}

/// Text of this length without a space in it is taken for base64.
const LONG: usize = 64;

fn is_base64(text: &str) -> bool {
    text.bytes().all(|byte| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'\r' | b'\n' | b'\t')
    })
}

impl Part for Anything<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn need(&self, visit: &mut Visit<'_>) {
        self.package.need(self.name, visit);
    }

    fn relation(&self, id: &str) -> Tie {
        package::relation(self.name, id)
    }

    fn part_at(&self, address: &str) -> Tie {
        Tie::new("part", &package::address("", address))
    }

    fn takes(&mut self, _: &str, text: &str, _: &mut Visit<'_>) -> bool {
        let is_more = !self.base64.is_empty() || text.trim().len() >= LONG;
        if is_more && is_base64(text) {
            self.base64.push_str(text);
        }
        is_more && is_base64(text)
    }

    /// A certificate, a picture: what can be read in it is shown.
    fn ends(&mut self, _: &str, visit: &mut Visit<'_>) {
        if self.base64.is_empty() {
            return;
        }
        let mut text = std::mem::take(&mut self.base64);
        text.retain(|letter| !letter.is_ascii_whitespace());
        match STANDARD.decode(&text) {
            Ok(bytes) if detect(&bytes).is_some_and(|format| format.name(&bytes) != "text") => {
                visit.fixed(|visit| visit.document(Step::Part("base64".into()), &bytes));
            }
            Ok(bytes) => visit.aside(&readable(&bytes)),
            Err(_) => visit.aside(&text),
        }
    }
}
