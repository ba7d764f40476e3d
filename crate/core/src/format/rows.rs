//! Tables of what stands where in XML, and the walk that they drive: reading and writing alike.
//!
//! A row says what an element or an attribute tells and what cleaning does there; what goes
//! together is said by names. What no row names is known to be harmless, is shown to the
//! detectors as text, or is a gap.

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;

use rustc_hash::FxHashMap;

use super::given::{Given, is_usual};
use crate::finding::{Reason, Step};
use crate::kind::Kind;
use crate::kind::history::TRACKED_CHANGE;
use crate::seen::Tie;
use crate::source::Pieces;
use crate::syntax::xml::{Error, Filter, Namespaces, Node};
use crate::visit::{Decision, Remedy, Visit};

/// Where the bytes of a part come from.
pub(crate) type Input<'a> = Box<dyn BufRead + 'a>;

/// What stands somewhere, and what cleaning does there.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    element: &'static str,
    attribute: &'static str,
    does: Does,
    needs: &'static [Name],
    when: Option<Condition>,
    counts: Option<fn(u64) -> Step>,
    named: Option<&'static str>,
    says: Option<Says>,
    runs: bool,
    gathers: bool,
    /// What the text between its tags is, where the tags bear a name.
    shows: Option<&'static Kind>,
}

/// Whether a row holds, from the value of the attribute and the element around it.
pub(crate) type Condition = fn(&str, &Filter<Input<'_>>) -> bool;

/// What a place says that has no text in it.
#[derive(Clone, Copy)]
enum Says {
    /// The value of an attribute.
    Attribute(&'static str),
    /// A word, where the element is empty.
    Word(&'static str),
    /// A word, where nothing in the element was text.
    Blank(&'static str),
}

#[derive(Clone, Copy)]
enum Does {
    /// A place: the element with all in it, or the value of the attribute.
    Place(&'static Kind, Remedy),
    /// Something that occurs often: one place for all of a part.
    Once(&'static Kind, Remedy),
    /// A place that is only the tags, described in a word.
    Tags(&'static Kind, Remedy, &'static str),
    /// A place that such elements share as long as they follow each other.
    Stretch(&'static Kind, Remedy),
    /// A place from here to the end of the element around it with this name.
    Rest(&'static Kind, Remedy, &'static str),
    /// Bears a name.
    Follow(Name),
    /// Its tags bear a name; what stands in it stays.
    FollowTags(Name),
    /// A block of text: a paragraph.
    Block,
    /// Text that runs on in its block.
    Run,
    /// Text that stands on its own.
    Own,
    /// A name that somebody gave to something: all of a part are told together.
    Given,
    /// Stands for white space in its block.
    Space(&'static str),
    /// Tells nothing about anyone.
    Harmless,
}

/// A name by which things hang together.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Name {
    /// Of a sort, and the value of an attribute.
    Of(&'static str, &'static str),
    /// Of a sort, and always the same.
    Fixed(&'static str, &'static str),
    /// The relationship that an attribute names.
    Relation(&'static str),
    /// The part that an attribute names.
    PartAt(&'static str),
    /// The part at hand, with the relationships that lead to it.
    ThisPart,
    /// The element itself.
    This,
    /// The element around it, so many levels up.
    Around(usize),
}

/// An element tells this; with all in it.
pub(crate) const fn element(element: &'static str, kind: &'static Kind, remedy: Remedy) -> Row {
    row(element, "", Does::Place(kind, remedy))
}

/// An attribute tells this.
pub(crate) const fn attribute(
    element: &'static str,
    attribute: &'static str,
    kind: &'static Kind,
    remedy: Remedy,
) -> Row {
    row(element, attribute, Does::Place(kind, remedy))
}

/// An attribute of whatever element tells this, and one place stands for all of a part.
pub(crate) const fn everywhere(
    attribute: &'static str,
    kind: &'static Kind,
    remedy: Remedy,
) -> Row {
    row("*", attribute, Does::Once(kind, remedy))
}

/// An element tells this, and one place stands for all of a part.
pub(crate) const fn once(element: &'static str, kind: &'static Kind, remedy: Remedy) -> Row {
    row(element, "", Does::Once(kind, remedy))
}

/// The tags of an element tell this; what stands in it does not go with them.
pub(crate) const fn tags(
    element: &'static str,
    kind: &'static Kind,
    remedy: Remedy,
    word: &'static str,
) -> Row {
    row(element, "", Does::Tags(kind, remedy, word))
}

/// Elements that share a place as long as they follow each other.
pub(crate) const fn stretch(element: &'static str, kind: &'static Kind, remedy: Remedy) -> Row {
    row(element, "", Does::Stretch(kind, remedy))
}

/// An element that says of all that follows it in the element `around` what this is.
pub(crate) const fn rest(
    element: &'static str,
    kind: &'static Kind,
    remedy: Remedy,
    around: &'static str,
) -> Row {
    row(element, "", Does::Rest(kind, remedy, around))
}

/// An element bears a name.
pub(crate) const fn follows(element: &'static str, name: Name) -> Row {
    row(element, "", Does::Follow(name))
}

/// The tags of an element bear a name.
pub(crate) const fn tags_follow(element: &'static str, name: Name) -> Row {
    row(element, "", Does::FollowTags(name))
}

/// An attribute bears a name.
pub(crate) const fn attribute_follows(
    element: &'static str,
    attribute: &'static str,
    name: Name,
) -> Row {
    row(element, attribute, Does::Follow(name))
}

/// An attribute holds text that stands on its own.
pub(crate) const fn attribute_text(element: &'static str, attribute: &'static str) -> Row {
    row(element, attribute, Does::Own)
}

/// An attribute holds a name that somebody gave to something, or an element where it has none.
/// Those that programs give by themselves are not told; the others of a part are one place.
pub(crate) const fn given(element: &'static str, attribute: &'static str) -> Row {
    row(element, attribute, Does::Given)
}

/// A paragraph.
pub(crate) const fn block(element: &'static str) -> Row {
    row(element, "", Does::Block)
}

/// Text that runs on in its paragraph.
pub(crate) const fn run(element: &'static str) -> Row {
    row(element, "", Does::Run)
}

/// Text that stands on its own.
pub(crate) const fn own(element: &'static str) -> Row {
    row(element, "", Does::Own)
}

/// Stands for white space.
pub(crate) const fn space(element: &'static str, space: &'static str) -> Row {
    row(element, "", Does::Space(space))
}

/// An attribute that tells nothing about anyone, for the reason given.
pub(crate) const fn harmless(
    element: &'static str,
    attribute: &'static str,
    _because: &'static str,
) -> Row {
    row(element, attribute, Does::Harmless)
}

const fn row(element: &'static str, attribute: &'static str, does: Does) -> Row {
    Row {
        element,
        attribute,
        does,
        needs: &[],
        when: None,
        counts: None,
        named: None,
        says: None,
        runs: false,
        gathers: false,
        shows: None,
    }
}

impl Row {
    /// What stands here needs all that bears these names.
    pub(crate) const fn needs(self, needs: &'static [Name]) -> Self {
        Self { needs, ..self }
    }

    /// Holds only under this condition.
    pub(crate) const fn when(self, when: Condition) -> Self {
        Self { when: Some(when), ..self }
    }

    /// Is a step of the location, named by the value of this attribute.
    pub(crate) const fn named(self, attribute: &'static str) -> Self {
        Self { named: Some(attribute), ..self }
    }

    /// Its value is that of this attribute.
    pub(crate) const fn tells(self, attribute: &'static str) -> Self {
        Self { says: Some(Says::Attribute(attribute)), ..self }
    }

    /// Where it is empty, this word describes it.
    pub(crate) const fn or_says(self, word: &'static str) -> Self {
        Self { says: Some(Says::Word(word)), ..self }
    }

    /// Where no text stands in it, this word describes it.
    pub(crate) const fn or_blank(self, word: &'static str) -> Self {
        Self { says: Some(Says::Blank(word)), ..self }
    }

    /// What it says is followed by the beginning of all text in it.
    pub(crate) const fn gathers(self) -> Self {
        Self { gathers: true, ..self }
    }

    /// The text between its tags, which stays, is this.
    pub(crate) const fn shows(self, kind: &'static Kind) -> Self {
        Self { shows: Some(kind), ..self }
    }

    /// The text in it runs on in its paragraph.
    pub(crate) const fn runs(self) -> Self {
        Self { runs: true, ..self }
    }

    /// Is a step of the location, and counted.
    pub(crate) const fn counts(self, step: fn(u64) -> Step) -> Self {
        Self { counts: Some(step), ..self }
    }
}

/// Rows by element and attribute; of two about the same the first whose condition holds counts.
#[derive(Default)]
pub(crate) struct Table(FxHashMap<&'static str, FxHashMap<&'static str, Vec<Row>>>);

impl Table {
    /// A table of all these rows.
    pub(crate) fn new(lists: &[&[Row]]) -> Self {
        let mut table: FxHashMap<_, FxHashMap<_, Vec<Row>>> = FxHashMap::default();
        for row in lists.iter().copied().flatten() {
            table.entry(row.element).or_default().entry(row.attribute).or_default().push(*row);
        }
        Self(table)
    }

    /// Whether some row is about this.
    #[cfg(test)]
    pub(crate) fn has(&self, element: &str, attribute: &str) -> bool {
        self.0.get(element).is_some_and(|rows| rows.contains_key(attribute))
    }

    fn element(&self, filter: &Filter<Input<'_>>) -> Option<Row> {
        self.row(filter.name(), "", "", filter)
    }

    fn attribute(
        &self,
        element: &str,
        attribute: &str,
        value: &str,
        filter: &Filter<Input<'_>>,
    ) -> Option<Row> {
        let own = self.row(element, attribute, value, filter);
        own.or_else(|| self.row("*", attribute, value, filter))
    }

    fn row(
        &self,
        element: &str,
        attribute: &str,
        value: &str,
        filter: &Filter<Input<'_>>,
    ) -> Option<Row> {
        let rows = self.0.get(element)?.get(attribute)?;
        let holds = |row: &&Row| row.when.is_none_or(|when| when(value, filter));
        rows.iter().find(holds).copied()
    }
}

/// What an element or attribute without a row can hold.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Holds {
    /// Nothing that tells anything.
    Nothing,
    /// Text that somebody may have written.
    Text,
    /// Nobody knows.
    Unknown,
}

/// What accepting a tracked change does to an element.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Change {
    /// It goes with all in it.
    Goes,
    /// It goes when all that it is made of goes.
    Follows,
    /// It loses its tags and its properties; what stands in it goes on in the next of its name.
    Joins,
    /// It should go, and something around it holds it.
    Stays,
}

/// What a format knows about a part besides its table.
pub(crate) trait Part {
    /// What an attribute without a row can hold.
    fn attribute(&self, element: &str, attribute: &str) -> Holds;

    /// What the text of an element without a row can be.
    fn text(&self, element: &str) -> Holds;

    /// The name of this part in its document.
    fn name(&self) -> &str;

    /// Says that the place that is open needs this part.
    fn need(&self, visit: &mut Visit<'_>) {
        visit.needs(Tie::new("part", self.name()));
    }

    /// The name that the relationship with this id has in the whole document.
    fn relation(&self, id: &str) -> Tie {
        Tie::new("relation", id)
    }

    /// The name of the part at this address.
    fn part_at(&self, address: &str) -> Tie {
        Tie::new("part", address)
    }

    /// The name of something of this part only.
    fn inner(&self, number: u64) -> Tie {
        Tie("element", format!("{}#{number}", self.name()).into())
    }

    /// An element begins.
    fn starts(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        let _ = (filter, visit);
    }

    /// Opens a place or a name around what stands in the element that begins, where there is
    /// one; what stands in it goes with it, and the element stays.
    fn opens(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) -> Option<Decision> {
        let _ = (filter, visit);
        None
    }

    /// What accepting a tracked change does to the element that begins here.
    fn change(&self, from: u64) -> Option<Change> {
        let _ = from;
        None
    }

    /// What all from here to the end of the element around it with this name is.
    fn rest(
        &mut self,
        filter: &Filter<Input<'_>>,
    ) -> Option<(&'static Kind, Remedy, &'static str)> {
        let _ = filter;
        None
    }

    /// Opens a place around the element that begins, where there is one; it goes as a whole.
    fn encloses(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) -> Option<Decision> {
        let _ = (filter, visit);
        None
    }

    /// What the text of the element at hand is, where nobody sees it; the element stays.
    fn conceals(&self, element: &str) -> Option<(&'static Kind, Remedy)> {
        let _ = element;
        None
    }

    /// Text of an element comes; whether it was dealt with.
    fn takes(&mut self, element: &str, text: &str, visit: &mut Visit<'_>) -> bool {
        let _ = (element, text, visit);
        false
    }

    /// An element ends.
    fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        let _ = (element, visit);
    }

    /// What stands in the element that ends becomes this text, where it changes.
    fn becomes(&mut self, element: &str, visit: &mut Visit<'_>) -> Option<String> {
        let _ = (element, visit);
        None
    }

    /// Deals with an attribute whose value holds a document; nothing where it is none of those.
    fn holds(&mut self, attribute: &str, value: &str, visit: &mut Visit<'_>) -> Option<Edit> {
        let _ = (attribute, value, visit);
        None
    }

    /// What cleaning does with a comment or an instruction.
    fn remedy(&self, remark: &str) -> Remedy {
        let _ = remark;
        Remedy::Drop
    }

    /// Whether a comment or an instruction is part of the format, and tells nothing.
    fn is_usual(&self, remark: &str) -> bool {
        let _ = remark;
        false
    }
}

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

struct Walk<'w, 'i> {
    filter: Filter<Input<'i>>,
    table: &'w Table,
    part: &'w mut dyn Part,
    frames: Vec<Frame>,
    /// How many blocks are open.
    blocks: usize,
    elements: u64,
    counts: BTreeMap<&'static str, u64>,
    /// What became of the attributes that occur often.
    once: BTreeMap<String, Decision>,
    unknown: BTreeSet<String>,
    /// The words of the format itself, where a copy is proven.
    words: BTreeSet<String>,
    receiver: Receiver,
    /// The names that somebody gave to things.
    given: Given,
    /// How many elements are open whose text is told where they end.
    showing: usize,
    /// Strings of elements that ended, for the names of others.
    spare: Vec<String>,
}

/// Of what an element shows, so much is told.
const LONGEST: usize = 500;

/// What joins and what tells about it, in Word.
const PARAGRAPH: &str = "w:p";
const PROPERTIES: &str = "w:pPr";

/// Who gets what came from a paragraph without its mark; with how many elements are open.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Receiver {
    Nobody,
    /// The paragraph that is open.
    Paragraph(usize),
    /// The paragraph, once its properties end.
    Properties(usize),
}

/// An element that is open.
struct Frame {
    name: String,
    number: u64,
    /// How many places and names end with it.
    closes: usize,
    /// Whether it is a step of the location.
    step: bool,
    block: bool,
    texts: Texts,
    text: String,
    /// What follows in it goes.
    hides: bool,
    /// It is a place itself.
    place: bool,
    /// Where its content begins.
    from: u64,
    /// What describes it, where nothing in it was text.
    blank: Option<&'static str>,
    /// The place that children of this name share, while they follow each other.
    stretch: Option<(&'static str, Decision)>,
    /// It goes on in the next of its name.
    joins: bool,
    /// What the text between its tags is, and what it is so far.
    shows: Option<(&'static Kind, Tie, String)>,
    /// Its text is a name that somebody gave.
    given: bool,
}

impl Frame {
    fn opened(&mut self) {
        self.closes = self.closes.saturating_add(1);
    }
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Texts {
    Run,
    Own,
    Unknown,
}

/// The elements that are a shape, in the words of `rest`: `*`.
const SHAPES: &[&str] = &[
    "p:sp",
    "p:pic",
    "p:graphicFrame",
    "p:grpSp",
    "p:cxnSp",
    "xdr:sp",
    "xdr:pic",
    "xdr:graphicFrame",
    "xdr:grpSp",
    "xdr:cxnSp",
    "wp:anchor",
    "wp:inline",
];

/// How the tag of an element is gone through.
enum Tag {
    Plain,
    /// Its attributes are told already.
    Told,
    /// What was opened for it ends with it, and what stands in the element does not belong to it.
    Closes,
}

/// What becomes of an attribute.
pub(crate) enum Edit {
    /// It stays as it is.
    Keep,
    /// It goes.
    Drop,
    /// It becomes this.
    Set(std::rc::Rc<str>),
}

impl Walk<'_, '_> {
    fn start(&mut self, visit: &mut Visit<'_>) {
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
            let says = (kind == &crate::kind::hidden::HIDDEN_SHAPE).then_some(around);
            self.rest(kind, remedy, around, says, visit);
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

    fn joins(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.joins)
    }

    /// What a tracked change makes of the element that begins.
    fn changed(&mut self, name: &str, visit: &mut Visit<'_>) {
        let around = self.frames.len().checked_sub(2).and_then(|index| self.frames.get(index));
        let (parent, of_joining) =
            around.map(|frame| (frame.number, frame.joins)).unwrap_or_default();
        let number = self.elements;
        let change = self.part.change(self.filter.range().start);
        let decision = match change {
            Some(Change::Goes | Change::Stays) => {
                visit_end_text(self.blocks, visit);
                let remedy = if change == Some(Change::Goes) { Remedy::Ask } else { Remedy::Keep };
                let decision = visit.place(&TRACKED_CHANGE, remedy);
                visit.needs(self.part.inner(parent));
                self.frame(|frame| frame.blank = Some("-"));
                decision
            }
            Some(Change::Follows) => {
                visit_end_text(self.blocks, visit);
                let decision = visit.follow(self.part.inner(number));
                visit.needs(self.part.inner(parent));
                decision
            }
            Some(Change::Joins) => {
                if visit.follow(self.part.inner(number)) == Decision::Go {
                    self.filter.join_next();
                }
                visit.close();
                self.frame(|frame| frame.joins = true);
                return;
            }
            None if of_joining && name == PROPERTIES => visit.follow(self.part.inner(parent)),
            None => return,
        };
        self.frame(Frame::opened);
        if decision == Decision::Go {
            self.filter.drop_element();
        }
    }

    /// Puts what came from the paragraph before into the one that is open, behind what is said
    /// about it.
    fn receive(&mut self, node: Node) {
        let depth = self.frames.len();
        match self.receiver {
            Receiver::Paragraph(open) if open == depth => {
                let says = node == Node::Start && self.filter.name() == PROPERTIES;
                if says {
                    self.receiver = Receiver::Properties(open);
                } else {
                    self.filter.receive(self.filter.range().start);
                    self.receiver = Receiver::Nobody;
                }
            }
            _ => {}
        }
    }

    fn properties_end(&mut self) {
        if self.receiver == Receiver::Properties(self.frames.len()) {
            self.filter.receive(self.filter.range().end);
            self.receiver = Receiver::Nobody;
        }
    }

    /// Remembers the words that the format itself uses for the element that begins.
    fn learn(&mut self, name: &str) {
        let mut learn = |word: &str| {
            let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
            if letters >= 5 && !self.words.contains(word) {
                self.words.insert(word.to_owned());
            }
        };
        learn(name);
        for attribute in self.filter.attributes() {
            learn(attribute.name);
            let row = self.table.attribute(name, attribute.name, attribute.value, &self.filter);
            let harmless = match row {
                Some(row) => matches!(row.does, Does::Harmless),
                None => self.part.attribute(name, attribute.name) == Holds::Nothing,
            };
            if harmless && attribute.value.len() <= 128 {
                learn(attribute.value);
            }
        }
    }

    /// What the element itself is.
    fn element(&mut self, name: &str, visit: &mut Visit<'_>) -> Tag {
        let row = self.table.element(&self.filter);
        self.end_stretch(row.as_ref(), visit);
        let Some(row) = row else {
            let texts = match self.part.text(name) {
                Holds::Text => Texts::Own,
                Holds::Nothing | Holds::Unknown => Texts::Unknown,
            };
            self.frame(|frame| frame.texts = texts);
            return Tag::Plain;
        };
        if let Some(step) = row.counts {
            let count = self.counts.entry(row.element).or_default();
            *count = count.saturating_add(1);
            visit.enter(step(*count));
            self.frame(|frame| frame.step = true);
        }
        if let Some(value) = row.named.and_then(|attribute| self.filter.attribute(attribute)) {
            visit.enter(Step::Property(value.into()));
            self.frame(|frame| frame.step = true);
        }
        let texts = if row.runs { Texts::Run } else { Texts::Own };
        self.frame(|frame| frame.texts = texts);
        match row.does {
            Does::Place(kind, remedy) => {
                visit_end_text(self.blocks, visit);
                let decision = visit.place(kind, remedy);
                self.frame(|frame| {
                    frame.opened();
                    frame.place = true;
                });
                self.need(row.needs, visit);
                match row.says {
                    Some(Says::Attribute(attribute)) => match self.filter.attribute(attribute) {
                        Some(value) if decision == Decision::Stay => visit.set_value(value),
                        Some(_) => {}
                        None => visit.describe(name),
                    },
                    Some(Says::Word(word)) if self.filter.is_empty() => visit.describe(word),
                    Some(Says::Blank(word)) => self.frame(|frame| frame.blank = Some(word)),
                    Some(Says::Word(_)) | None => {}
                }
                if row.gathers {
                    visit.gathers();
                }
                match decision {
                    Decision::Stay => {}
                    Decision::Go => self.filter.drop_element(),
                    Decision::Become(value) => self.filter.set_content(&value),
                }
                Tag::Plain
            }
            Does::Tags(kind, remedy, word) => {
                self.frame(|frame| frame.texts = Texts::Run);
                let decision = visit.place(kind, remedy);
                let value = match row.says {
                    Some(Says::Attribute(attribute)) => self.filter.attribute(attribute),
                    _ => None,
                };
                match value {
                    Some(value) if decision == Decision::Stay => visit.set_value(value),
                    _ => visit.describe(word),
                }
                self.need(row.needs, visit);
                if decision == Decision::Go {
                    self.filter.unwrap_element();
                }
                Tag::Closes
            }
            Does::Stretch(kind, remedy) => {
                let index = self.frames.len().checked_sub(2);
                let around = index.and_then(|index| self.frames.get_mut(index));
                let decision = match around {
                    Some(Frame { stretch: Some((_, decision)), .. }) => decision.clone(),
                    Some(around) => {
                        visit.end_text();
                        let decision = visit.place(kind, remedy);
                        around.stretch = Some((row.element, decision.clone()));
                        decision
                    }
                    None => Decision::Stay,
                };
                if decision == Decision::Go {
                    self.filter.drop_element();
                }
                Tag::Plain
            }
            Does::Rest(kind, remedy, around) => {
                let says = match row.says {
                    Some(Says::Attribute(name)) => self.filter.attribute(name).map(str::to_owned),
                    Some(Says::Word(_) | Says::Blank(_)) | None => None,
                };
                self.rest(kind, remedy, around, says.as_deref(), visit);
                Tag::Plain
            }
            Does::Follow(of) => {
                if let Some(tie) = self.tie(of) {
                    let decision = visit.follow(tie);
                    self.frame(Frame::opened);
                    if decision == Decision::Go {
                        self.filter.drop_element();
                    }
                }
                self.need(row.needs, visit);
                Tag::Plain
            }
            Does::FollowTags(of) => match self.tie(of) {
                Some(tie) => {
                    self.showing = self.showing.saturating_add(usize::from(row.shows.is_some()));
                    self.frame(|frame| {
                        frame.texts = Texts::Run;
                        frame.shows = row.shows.map(|kind| (kind, tie.clone(), String::new()));
                    });
                    if visit.follow(tie) == Decision::Go {
                        self.filter.unwrap_element();
                    }
                    Tag::Closes
                }
                None => Tag::Plain,
            },
            Does::Block => {
                visit.end_text();
                self.need(row.needs, visit);
                self.blocks = self.blocks.saturating_add(1);
                self.frame(|frame| {
                    frame.block = true;
                    frame.texts = Texts::Run;
                });
                Tag::Plain
            }
            Does::Run => {
                self.frame(|frame| frame.texts = Texts::Run);
                Tag::Plain
            }
            Does::Space(space) => {
                visit.text(space);
                Tag::Plain
            }
            Does::Once(kind, remedy) => {
                let value = match row.says {
                    Some(Says::Attribute(attribute)) => self.filter.attribute(attribute),
                    Some(Says::Word(_) | Says::Blank(_)) | None => None,
                };
                let decision = match self.once.get(name) {
                    Some(decision) => decision.clone(),
                    None => visit.value(kind, remedy, value.unwrap_or(name)),
                };
                self.once.insert(name.to_owned(), decision.clone());
                if decision == Decision::Go {
                    self.filter.drop_element();
                }
                Tag::Told
            }
            Does::Given => {
                self.frame(|frame| frame.given = true);
                Tag::Plain
            }
            Does::Own | Does::Harmless => Tag::Plain,
        }
    }

    /// Ends the place that the elements before this one shared, unless this one shares it.
    fn end_stretch(&mut self, row: Option<&Row>, visit: &mut Visit<'_>) {
        let shares = row.filter(|row| matches!(row.does, Does::Stretch(..)));
        let index = self.frames.len().checked_sub(2);
        let Some(around) = index.and_then(|index| self.frames.get_mut(index)) else { return };
        let ends = around
            .stretch
            .as_ref()
            .is_some_and(|(element, _)| shares.is_none_or(|row| row.element != *element));
        if ends {
            around.stretch = None;
            visit.end_text();
            visit.close();
        }
    }

    fn rest(
        &mut self,
        kind: &'static Kind,
        remedy: Remedy,
        around: &str,
        says: Option<&str>,
        visit: &mut Visit<'_>,
    ) {
        let off = self.filter.attributes().any(|attribute| {
            attribute.name.ends_with("val") && matches!(attribute.value, "0" | "false" | "off")
        });
        let near = self.frames.len().saturating_sub(4);
        let is_it = |frame: &Frame| match around {
            // Whatever is around what tells its name.
            "*" => SHAPES.contains(&frame.name.as_str()),
            around => frame.name == around,
        };
        let found = self.frames.iter().skip(near).position(is_it);
        let Some(index) = found.filter(|_| !off) else { return };
        let decision = visit.place(kind, remedy);
        if let Some(says) = says {
            visit.describe(says);
            visit.gathers();
        }
        let index = near.saturating_add(index);
        if decision == Decision::Go {
            self.filter.drop_element();
            for frame in self.frames.iter_mut().skip(index) {
                frame.hides = true;
            }
        }
        if let Some(frame) = self.frames.get_mut(index) {
            frame.closes = frame.closes.saturating_add(1);
        }
    }

    fn attributes(&mut self, element: &str, visit: &mut Visit<'_>) {
        let mut edits = Vec::new();
        for (number, attribute) in self.filter.attributes().enumerate() {
            let (name, value) = (attribute.name, attribute.value);
            if value.trim().is_empty() {
                continue;
            }
            if let Some(edit) = self.part.holds(name, value, visit) {
                edits.push((number, edit));
                continue;
            }
            let Some(row) = self.table.attribute(element, name, value, &self.filter) else {
                let holds = self.part.attribute(element, name);
                // In what is told as a whole, a name made by chance tells as well.
                if says_little(value) && value.len() > 5
                    || holds == Holds::Nothing && value.len() > 5
                {
                    visit.gather_apart();
                    visit.gather(value);
                    visit.gather_apart();
                }
                if holds == Holds::Text && !says_little(value) {
                    aside(value, visit);
                }
                // Whatever it means, a switch or a small number tells nothing.
                if holds == Holds::Unknown && !says_little(value) {
                    let what = format!("{element} {name}");
                    if self.unknown.insert(what.clone()) {
                        visit.enter(Step::Property(what.into()));
                        visit.gap(Reason::Unknown);
                        visit.leave();
                    }
                    visit.aside(value);
                }
                continue;
            };
            let decision = match row.does {
                Does::Place(kind, remedy) => {
                    visit.enter(Step::Property(format!("{element} {name}").into()));
                    let decision = visit.place(kind, remedy);
                    for of in row.needs {
                        self.need_one(*of, visit);
                    }
                    if decision == Decision::Stay {
                        visit.set_value(value);
                    }
                    visit.close();
                    visit.leave();
                    decision
                }
                Does::Once(kind, remedy) => match self.once.get(name) {
                    Some(decision) => decision.clone(),
                    None => {
                        visit.enter(Step::Property(name.into()));
                        let decision = visit.value(kind, remedy, value);
                        visit.leave();
                        self.once.insert(name.to_owned(), decision.clone());
                        decision
                    }
                },
                Does::Follow(of) => match self.tie(of) {
                    Some(tie) => {
                        let decision = visit.follow(tie);
                        visit.close();
                        decision
                    }
                    None => Decision::Stay,
                },
                Does::Own => {
                    aside(value, visit);
                    Decision::Stay
                }
                Does::Given => {
                    aside(value, visit);
                    self.given.add(element, value, visit);
                    Decision::Stay
                }
                _ => Decision::Stay,
            };
            match decision {
                Decision::Stay => {}
                Decision::Go => edits.push((number, Edit::Drop)),
                Decision::Become(value) => edits.push((number, Edit::Set(value))),
            }
        }
        for (number, edit) in edits {
            match edit {
                Edit::Keep => {}
                Edit::Drop => self.filter.drop_attribute(number),
                Edit::Set(value) => self.filter.set_attribute(number, &value),
            }
        }
    }

    fn text(&mut self, visit: &mut Visit<'_>) {
        let Some(frame) = self.frames.last_mut() else { return };
        if frame.hides {
            self.filter.drop_text();
        }
        let text = self.filter.text();
        if self.showing > 0 {
            let mut around = self.frames.iter_mut().rev();
            let shown = around.find_map(|frame| frame.shows.as_mut());
            if let Some((_, _, shown)) = shown.filter(|(_, _, shown)| shown.len() < LONGEST) {
                shown.push_str(text);
            }
        }
        let Some(frame) = self.frames.last_mut() else { return };
        if let Some((kind, remedy)) = self.part.conceals(&frame.name) {
            let decision = visit.place(kind, remedy);
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

    fn end(&mut self, visit: &mut Visit<'_>) {
        let Some(frame) = self.frames.pop() else { return };
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
        if let Some((kind, tie, shown)) = frame.shows {
            self.showing = self.showing.saturating_sub(1);
            visit.follow(tie);
            visit.place(kind, Remedy::Keep);
            visit.describe(&shown);
            visit.close();
            visit.close();
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

    /// A comment or an instruction: something that no program shows.
    fn remark(&mut self, visit: &mut Visit<'_>) {
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

    fn frame(&mut self, change: impl FnOnce(&mut Frame)) {
        if let Some(frame) = self.frames.last_mut() {
            change(frame);
        }
    }

    fn need(&self, names: &[Name], visit: &mut Visit<'_>) {
        for name in names {
            self.need_one(*name, visit);
        }
    }

    fn need_one(&self, name: Name, visit: &mut Visit<'_>) {
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
    fn tie(&self, name: Name) -> Option<Tie> {
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
fn aside(text: &str, visit: &mut Visit<'_>) {
    match is_usual(text) {
        true => visit.usual_aside(text),
        false => visit.aside(text),
    }
}

fn visit_end_text(blocks: usize, visit: &mut Visit<'_>) {
    if blocks == 0 {
        visit.end_text();
    }
}

/// Whether a value is too plain to hold anything: a switch, a small number with its unit, a
/// colour, the number of a relationship, an identifier made by chance. A short word is a name as
/// well as anything, and six digits are a date of birth.
fn says_little(value: &str) -> bool {
    const WORDS: [&str; 12] =
        ["true", "false", "on", "off", "yes", "no", "none", "auto", "all", "any", "t", "f"];
    let bytes = value.as_bytes();
    let guid = bytes.len() == 38 && bytes.first() == Some(&b'{') && bytes.last() == Some(&b'}');
    let hexadecimal = |byte: &u8| byte.is_ascii_hexdigit() || matches!(byte, b'{' | b'}' | b'-');
    let colour = value.strip_prefix('#').filter(|rest| matches!(rest.len(), 3 | 6));
    bytes.len() <= 1
        || WORDS.contains(&value)
        || (guid && bytes.iter().all(hexadecimal))
        || colour.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
        || is_measure(value.strip_prefix("rId").unwrap_or(value))
}

/// Whether this is a number of five digits at most, with its unit.
fn is_measure(value: &str) -> bool {
    const UNITS: [&str; 8] = ["%", "pt", "px", "in", "cm", "mm", "em", "pc"];
    let number = UNITS.iter().find_map(|unit| value.strip_suffix(unit)).unwrap_or(value);
    let number = number.strip_prefix('-').unwrap_or(number);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let points = number.bytes().filter(|byte| *byte == b'.').count();
    (1..=5).contains(&digits) && points <= 1 && digits.saturating_add(points) == number.len()
}

#[cfg(test)]
mod tests {
    use super::says_little;

    #[test]
    fn a_switch_or_a_measure_says_little_and_a_short_name_does_not() {
        for plain in ["1", "true", "-12.5pt", "100%", "#00ff00", "rId12", "48000"] {
            assert!(says_little(plain), "{plain}");
        }
        for name in ["Jan", "JdV", "Bo", "010190", "1-1-90", "DECAF0", "1.2.3"] {
            assert!(!says_little(name), "{name}");
        }
    }
}
