//! Tables of what stands where in XML, and the walk that they drive: reading and writing alike.
//!
//! A row says what an element or an attribute tells and what cleaning does there; what goes
//! together is said by names. What no row names is known to be harmless, is shown to the
//! detectors as text, or is a gap.

mod attributes;
mod elements;
mod joins;
mod walk;

use std::ops::Range;

use rustc_hash::FxHashMap;

pub(crate) use self::walk::walk;
use crate::finding::Step;
use crate::kind::Kind;
use crate::seen::Tie;
use crate::syntax::xml::Filter;
use crate::visit::{Decision, Remedy, Visit};

pub(crate) use crate::syntax::xml::Input;

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
    shows: Option<(&'static Kind, Remedy)>,
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

    /// The text between its tags, which stays, is this; whatever the remedy, only the tags go.
    pub(crate) const fn shows(self, kind: &'static Kind, remedy: Remedy) -> Self {
        Self { shows: Some((kind, remedy)), ..self }
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
pub(crate) struct Table {
    of: FxHashMap<&'static str, Rows>,
    /// What holds of whichever element has no row of its own for it.
    any: Rows,
}

/// The rows of an element.
#[derive(Default)]
struct Rows {
    /// About the element itself.
    own: Vec<Row>,
    /// About its attributes, by their names.
    of: FxHashMap<&'static str, Vec<Row>>,
}

impl Rows {
    fn add(&mut self, row: Row) {
        // A key without letters would cost more than any other: to compare nothing with nothing
        // is slow on many processors.
        match row.attribute {
            "" => self.own.push(row),
            attribute => self.of.entry(attribute).or_default().push(row),
        }
    }

    #[cfg(test)]
    fn has(&self, attribute: &str) -> bool {
        match attribute {
            "" => !self.own.is_empty(),
            _ => self.of.contains_key(attribute),
        }
    }

    /// The row of the element itself.
    fn element(&self, filter: &Filter<Input<'_>>) -> Option<Row> {
        first(&self.own, "", filter)
    }

    /// The row of an attribute with this value.
    fn attribute(&self, attribute: &str, value: &str, filter: &Filter<Input<'_>>) -> Option<Row> {
        first(self.of.get(attribute)?, value, filter)
    }
}

/// The first of these rows that holds.
fn first(rows: &[Row], value: &str, filter: &Filter<Input<'_>>) -> Option<Row> {
    let holds = |row: &&Row| row.when.is_none_or(|when| when(value, filter));
    rows.iter().find(holds).copied()
}

impl Table {
    /// A table of all these rows.
    pub(crate) fn new(lists: &[&[Row]]) -> Self {
        let mut table = Self::default();
        for row in lists.iter().copied().flatten() {
            let rows = match row.element {
                "*" => &mut table.any,
                element => table.of.entry(element).or_default(),
            };
            rows.add(*row);
        }
        table
    }

    /// Whether some row is about this.
    #[cfg(test)]
    pub(crate) fn has(&self, element: &str, attribute: &str) -> bool {
        let rows = if element == "*" { Some(&self.any) } else { self.of.get(element) };
        rows.is_some_and(|rows| rows.has(attribute))
    }

    fn element(&self, filter: &Filter<Input<'_>>) -> Option<Row> {
        let own = self.of.get(filter.name()).and_then(|rows| rows.element(filter));
        own.or_else(|| self.any.element(filter))
    }

    /// The row of each attribute of an element.
    fn attributes<'t>(
        &'t self,
        element: &str,
    ) -> impl Fn(&str, &str, &Filter<Input<'_>>) -> Option<Row> + use<'t> {
        let own = self.of.get(element);
        move |attribute, value, filter| {
            let own = own.and_then(|rows| rows.attribute(attribute, value, filter));
            own.or_else(|| self.any.attribute(attribute, value, filter))
        }
    }

    /// The row of an attribute of an element that nobody knows.
    fn attribute_of_stranger(
        &self,
        attribute: &str,
        value: &str,
        filter: &Filter<Input<'_>>,
    ) -> Option<Row> {
        const OWN: [&str; 3] = ["mc:", "xml:", "xsi:"];
        let row = self.any.attribute(attribute, value, filter)?;
        let of_xml = OWN.iter().any(|prefix| attribute.starts_with(prefix));
        (of_xml || !matches!(row.does, Does::Harmless)).then_some(row)
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
    /// What an attribute without a row can hold: text, where nothing is known of the part.
    fn attribute(&self, element: &str, attribute: &str) -> Holds {
        let _ = (element, attribute);
        Holds::Text
    }

    /// Whether an element is one of this format: in another, nothing means what it does elsewhere.
    fn knows(&self, element: &str) -> bool {
        let _ = element;
        true
    }

    /// Whether the row of the element that begins does not hold here.
    fn spares(&self, filter: &Filter<Input<'_>>) -> bool {
        let _ = filter;
        false
    }

    /// What can be done about a finding here, where the table says this.
    fn allowed(&self, kind: &'static Kind, remedy: Remedy) -> Remedy {
        let _ = kind;
        remedy
    }

    /// What the text of an element without a row can be.
    fn text(&self, element: &str) -> Holds {
        let _ = element;
        Holds::Text
    }

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

    /// What this text of the element at hand is, where nobody sees it; the element stays.
    fn conceals(
        &self,
        element: &str,
        text: &str,
        visit: &Visit<'_>,
    ) -> Option<(&'static Kind, Remedy)> {
        let _ = (element, text, visit);
        None
    }

    /// What the shape at hand is called.
    fn shape(&self) -> String {
        String::new()
    }

    /// Whether the text of an element may name a file elsewhere.
    fn names_files(&self, element: &str) -> bool {
        let _ = element;
        false
    }

    /// Which part of the text of such an element is that file, and what stays before its name.
    fn leads(&mut self, element: &str, text: &str) -> Option<(Range<usize>, &'static str)> {
        let _ = (element, text);
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

/// What becomes of an attribute.
pub(crate) enum Edit {
    /// It stays as it is.
    Keep,
    /// It goes.
    Drop,
    /// It becomes this.
    Set(std::rc::Rc<str>),
}
