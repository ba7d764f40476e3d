//! The walk: from tag to tag, with what is open.

use std::collections::{BTreeMap, BTreeSet};

use super::elements::Tag;
use super::joins::{PARAGRAPH, Receiver};
use super::{Does, Holds, Input, Name, Part, Table};
use crate::finding::{Reason, Step};
use crate::format::given::{Given, is_usual};
use crate::kind::Kind;
use crate::kind::place::LINKED_FILE;
use crate::seen::Tie;
use crate::source::Pieces;
use crate::syntax::xml::{Error, Filter, Namespaces, Node};
use crate::visit::{Decision, Remedy, Visit};
/// Walks a part by a table. Gives what is left of it, where that is not all of it.
///
/// # Errors
/// Tells why the part cannot be read to its end.
pub(crate) fn walk(
    input: Input<'_>,
    namespaces: Namespaces,
    table: &Table,
    part: &mut dyn Part,
    visit: &mut Visit<'_>,
) -> Result<Option<Pieces>, Error> {
    let filter = Filter::new(input, namespaces, visit.limits())?;
    let mut walk = Walk {
        filter,
        table,
        part,
        frames: Vec::new(),
        blocks: 0,
        elements: 0,
        counts: BTreeMap::new(),
        once: BTreeMap::new(),
        unknown: BTreeSet::new(),
        words: BTreeSet::new(),
        receiver: Receiver::Nobody,
        given: Given::default(),
        showing: 0,
        spare: Vec::new(),
    };
    while let Some(node) = walk.filter.next()? {
        walk.receive(node);
        match node {
            Node::Start => walk.start(visit),
            Node::End => {
                walk.end(visit);
                walk.properties_end();
            }
            Node::Text => walk.text(visit),
            Node::Comment | Node::Instruction => walk.remark(visit),
        }
    }
    for word in &walk.words {
        visit.known(word);
    }
    walk.given.tell(visit);
    Ok(walk.filter.finish())
}

pub(super) struct Walk<'w, 'i> {
    pub(super) filter: Filter<Input<'i>>,
    pub(super) table: &'w Table,
    pub(super) part: &'w mut dyn Part,
    pub(super) frames: Vec<Frame>,
    /// How many blocks are open.
    pub(super) blocks: usize,
    pub(super) elements: u64,
    pub(super) counts: BTreeMap<&'static str, u64>,
    /// What became of the attributes that occur often.
    pub(super) once: BTreeMap<String, Decision>,
    pub(super) unknown: BTreeSet<String>,
    /// The words of the format itself, where a copy is proven.
    pub(super) words: BTreeSet<String>,
    pub(super) receiver: Receiver,
    /// The names that somebody gave to things.
    pub(super) given: Given,
    /// How many elements are open whose text is told where they end.
    pub(super) showing: usize,
    /// Strings of elements that ended, for the names of others.
    pub(super) spare: Vec<String>,
}

/// Of what an element shows, so much is told.
const LONGEST: usize = 500;

/// An element that is open.
pub(super) struct Frame {
    pub(super) name: String,
    pub(super) number: u64,
    /// How many places and names end with it.
    pub(super) closes: usize,
    /// Whether it is a step of the location.
    pub(super) step: bool,
    pub(super) block: bool,
    pub(super) texts: Texts,
    pub(super) text: String,
    /// What follows in it goes.
    pub(super) hides: bool,
    /// It is a place itself.
    pub(super) place: bool,
    /// Where its content begins.
    pub(super) from: u64,
    /// What describes it, where nothing in it was text.
    pub(super) blank: Option<&'static str>,
    /// The place that children of this name share, while they follow each other.
    pub(super) stretch: Option<(&'static str, Decision)>,
    /// It goes on in the next of its name.
    pub(super) joins: bool,
    /// What the text between its tags is, and what it is so far.
    pub(super) shows: Option<Shows>,
    /// Its text is a name that somebody gave.
    pub(super) given: bool,
}

impl Frame {
    pub(super) fn opened(&mut self) {
        self.closes = self.closes.saturating_add(1);
    }
}

/// What the text between tags is that bear a name.
pub(super) struct Shows {
    pub(super) told: (&'static Kind, Remedy),
    pub(super) tie: Tie,
    pub(super) text: String,
}

impl Shows {
    /// Tells it, where the element ends.
    fn tell(self, visit: &mut Visit<'_>) {
        let (kind, remedy) = self.told;
        let stays = remedy == Remedy::Keep;
        // What stays bears the name itself; else the tags go with it.
        if stays {
            visit.follow(self.tie.clone());
        }
        visit.place(kind, remedy);
        if !stays {
            visit.needs(self.tie);
        }
        visit.describe(&self.text);
        visit.close();
        if stays {
            visit.close();
        }
    }
}

#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Texts {
    Run,
    Own,
    Unknown,
}

impl Walk<'_, '_> {
    pub(super) fn start(&mut self, visit: &mut Visit<'_>) {
        let mut name = self.spare.pop().unwrap_or_default();
        name.push_str(self.filter.name());
        if visit.proves() {
            self.learn(&name);
        }
        if self.frames.last().is_some_and(|frame| frame.hides) {
            self.filter.drop_element();
        }
        self.elements = self.elements.saturating_add(1);
        let hides = self.frames.last().is_some_and(|frame| frame.hides);
        self.frames.push(Frame {
            name: String::new(),
            number: self.elements,
            closes: 0,
            step: false,
            block: false,
            texts: Texts::Unknown,
            text: String::new(),
            hides,
            place: false,
            from: self.filter.range().end,
            blank: None,
            stretch: None,
            joins: false,
            shows: None,
            given: false,
        });
        self.changed(&name, visit);
        self.part.starts(&self.filter, visit);
        if let Some(decision) = self.part.opens(&self.filter, visit) {
            self.frame(|frame| {
                frame.opened();
                frame.hides |= decision != Decision::Stay;
            });
        }
        if let Some(decision) = self.part.encloses(&self.filter, visit) {
            self.frame(Frame::opened);
            if decision == Decision::Go {
                self.filter.drop_element();
            }
        }
        match self.element(&name, visit) {
            Tag::Plain => self.attributes(&name, visit),
            Tag::Told => {}
            Tag::Closes => {
                self.attributes(&name, visit);
                visit.close();
            }
        }
        if let Some((kind, remedy, around)) = self.part.rest(&self.filter) {
            // Nothing may be written in a shape.
            let says = (kind == &crate::kind::hidden::HIDDEN_SHAPE).then(|| self.part.shape());
            self.rest(kind, remedy, around, says.as_deref(), visit);
        }
        if name == PARAGRAPH && self.filter.is_awaited() && !self.joins() {
            self.receiver = Receiver::Paragraph(self.frames.len());
            if self.filter.is_empty() {
                self.filter.receive_in_empty();
                self.receiver = Receiver::Nobody;
            }
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.name = name;
        }
    }

    /// Remembers the words that the format itself uses for the element that begins.
    pub(super) fn learn(&mut self, name: &str) {
        let mut learn = |word: &str| {
            let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
            if letters >= 5 && !self.words.contains(word) {
                self.words.insert(word.to_owned());
            }
        };
        learn(name);
        let row_of = self.table.attributes(name);
        for attribute in self.filter.attributes() {
            learn(attribute.name);
            let row = row_of(attribute.name, attribute.value, &self.filter);
            let harmless = match row {
                Some(row) => matches!(row.does, Does::Harmless),
                None => self.part.attribute(name, attribute.name) == Holds::Nothing,
            };
            if harmless && attribute.value.len() <= 128 {
                learn(attribute.value);
            }
        }
    }

    pub(super) fn text(&mut self, visit: &mut Visit<'_>) {
        let Some(frame) = self.frames.last_mut() else { return };
        if frame.hides {
            self.filter.drop_text();
        }
        let text = self.filter.text();
        if self.part.names_files(&frame.name) {
            frame.text.push_str(text);
            return;
        }
        if self.showing > 0 {
            let mut around = self.frames.iter_mut().rev();
            let shown = around.find_map(|frame| frame.shows.as_mut());
            if let Some(shown) = shown.filter(|shown| shown.text.len() < LONGEST) {
                shown.text.push_str(text);
            }
        }
        let Some(frame) = self.frames.last_mut() else { return };
        if let Some((kind, remedy)) = self.part.conceals(&frame.name, text, visit) {
            let decision = visit.place(kind, remedy);
            // Text over what may have any colour.
            if kind == &crate::kind::hidden::INVISIBLE_TEXT && remedy == Remedy::Keep {
                visit.sure(crate::Certainty::Possible);
            }
            if !self.part.takes(&frame.name, text, visit) {
                visit.text(text);
            }
            visit.close();
            if decision == Decision::Go {
                self.filter.drop_text();
            }
            return;
        }
        if self.part.takes(&frame.name, text, visit) {
            return;
        }
        match frame.texts {
            Texts::Run => visit.text(text),
            Texts::Own => frame.text.push_str(text),
            Texts::Unknown if text.trim().is_empty() => {}
            Texts::Unknown => {
                if self.unknown.insert(frame.name.clone()) {
                    visit.enter(Step::Property(frame.name.as_str().into()));
                    visit.gap(Reason::Unknown);
                    visit.leave();
                }
                frame.text.push_str(text);
            }
        }
    }

    pub(super) fn end(&mut self, visit: &mut Visit<'_>) {
        let Some(mut frame) = self.frames.pop() else { return };
        if !frame.text.is_empty() && self.part.names_files(&frame.name) {
            frame.text = self.linked(&frame, visit).unwrap_or_default();
        }
        if frame.given {
            self.given.add(&frame.name, frame.text.trim(), visit);
        }
        if !frame.text.trim().is_empty() {
            if self.blocks == 0 {
                visit.end_text();
                match is_usual(&frame.text) {
                    true => visit.usual_text(&frame.text),
                    false => visit.text(&frame.text),
                }
                visit.end_text();
            } else if frame.place {
                visit.set_value(&frame.text);
            } else {
                aside(&frame.text, visit);
            }
        }
        if let Some(text) = self.part.becomes(&frame.name, visit) {
            self.filter.replace_from(frame.from, &text);
        }
        if let Some(word) = frame.blank {
            visit.describe_blank(word);
        }
        self.part.ends(&frame.name, visit);
        if let Some(shows) = frame.shows {
            self.showing = self.showing.saturating_sub(1);
            shows.tell(visit);
        }
        if frame.stretch.is_some() {
            visit.end_text();
            visit.close();
        }
        if frame.block {
            visit.end_text();
            self.blocks = self.blocks.saturating_sub(1);
        }
        for _ in 0..frame.closes {
            visit_end_text(self.blocks, visit);
            visit.close();
        }
        if frame.step {
            visit.end_text();
            visit.leave();
        }
        let mut name = frame.name;
        name.clear();
        self.spare.push(name);
    }

    /// Tells of the file elsewhere that the text of an element that ends names, and gives the rest,
    /// where that is still to be shown.
    fn linked(&mut self, frame: &Frame, visit: &mut Visit<'_>) -> Option<String> {
        let text = &frame.text;
        let found = self.part.leads(&frame.name, text).and_then(|(range, stays)| {
            Some((
                text.get(..range.start)?,
                text.get(range.clone())?,
                text.get(range.end..)?,
                stays,
            ))
        });
        let Some((before, file, after, stays)) = found else {
            return self.words(frame, text.clone(), visit);
        };
        let named = file.strip_prefix(stays).unwrap_or(file);
        let decision = visit.value(&LINKED_FILE, Remedy::Neutral, named);
        if let (Decision::Become(word), false) = (decision, frame.hides) {
            self.filter.replace_from(frame.from, &[before, stays, &word, after].concat());
        }
        self.words(frame, [before, after].concat(), visit)
    }

    /// Shows what the text of such an element says beside the name of a file.
    fn words(&mut self, frame: &Frame, text: String, visit: &mut Visit<'_>) -> Option<String> {
        if self.part.takes(&frame.name, &text, visit) {
            return None;
        }
        match frame.texts {
            Texts::Run => visit.text(&text),
            // The formula of a cell is all that some cells hold.
            _ if frame.name == "x:f" => return Some(text),
            Texts::Own | Texts::Unknown => aside(&text, visit),
        }
        None
    }

    /// A comment or an instruction: something that no program shows.
    pub(super) fn remark(&mut self, visit: &mut Visit<'_>) {
        let text = self.filter.text();
        if text.trim().is_empty() || self.part.is_usual(text) {
            return;
        }
        visit.enter(Step::Property("xml".into()));
        let remedy = self.part.remedy(text);
        let decision = visit.value(&crate::kind::hidden::PRIVATE_DATA, remedy, text);
        visit.leave();
        if decision == Decision::Go {
            self.filter.drop_text();
        }
    }

    pub(super) fn frame(&mut self, change: impl FnOnce(&mut Frame)) {
        if let Some(frame) = self.frames.last_mut() {
            change(frame);
        }
    }

    pub(super) fn need(&self, names: &[Name], visit: &mut Visit<'_>) {
        for name in names {
            self.need_one(*name, visit);
        }
    }

    pub(super) fn need_one(&self, name: Name, visit: &mut Visit<'_>) {
        match name {
            Name::ThisPart => self.part.need(visit),
            name => {
                if let Some(tie) = self.tie(name) {
                    visit.needs(tie);
                }
            }
        }
    }

    /// The name that is meant, where the element has it.
    pub(super) fn tie(&self, name: Name) -> Option<Tie> {
        match name {
            Name::Of(sort, attribute) => {
                self.filter.attribute(attribute).map(|value| Tie::new(sort, value))
            }
            Name::Fixed(sort, name) => Some(Tie::new(sort, name)),
            Name::Relation(attribute) => {
                self.filter.attribute(attribute).map(|value| self.part.relation(value))
            }
            Name::PartAt(attribute) => {
                self.filter.attribute(attribute).map(|value| self.part.part_at(value))
            }
            Name::This => self.frames.last().map(|frame| self.part.inner(frame.number)),
            Name::Around(levels) => {
                let index = self.frames.len().checked_sub(levels.saturating_add(1))?;
                self.frames.get(index).map(|frame| self.part.inner(frame.number))
            }
            Name::ThisPart => None,
        }
    }
}

/// Shows a text that stands on its own.
pub(super) fn aside(text: &str, visit: &mut Visit<'_>) {
    match is_usual(text) {
        true => visit.usual_aside(text),
        false => visit.aside(text),
    }
}

pub(super) fn visit_end_text(blocks: usize, visit: &mut Visit<'_>) {
    if blocks == 0 {
        visit.end_text();
    }
}
