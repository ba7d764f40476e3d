//! XML as it passes by: each event with the bytes that it stands in, names with one prefix for
//! each namespace, and what is left of the part when elements and values go.
//!
//! A part is never in memory. What nobody touches stays byte for byte, since it is told in
//! ranges. An entity that is not one of the five, and a document type with declarations of its
//! own, end the reading: text could stand behind them that nobody saw.

mod names;
mod output;
mod tag;

use std::io::{self, BufRead};
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::Event;

use crate::Limits;
use crate::Reason;
use crate::source::Pieces;

pub use names::Namespaces;
pub use output::{to_utf8, to_utf8_where_not};

use names::Scopes;
use output::{Mark, Output};
use tag::Tag;

/// How many bytes of a file may stand before its first tag ends.
pub const HEAD: u64 = 64 << 10;

/// What comes next.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Node {
    /// An element begins: see [`Filter::name`] and [`Filter::attributes`].
    Start,
    /// An element ends.
    End,
    /// Characters of an element. What stands between two tags can come in more than one piece.
    Text,
    /// A comment, which no program shows.
    Comment,
    /// An instruction to some program.
    Instruction,
}

/// Why a part is not read any further.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// It breaks the rules of XML.
    Malformed,
    /// It declares, or refers to, text of its own making.
    Entity,
    /// It is written in other characters than UTF-8.
    Encoding,
    /// Elements stand too deep in each other.
    TooDeep,
    /// One tag or run of text is too long.
    TooLong,
    /// The bytes could not be read.
    Unread(io::ErrorKind),
}

impl From<Error> for Reason {
    fn from(error: Error) -> Self {
        match error {
            Error::TooDeep | Error::TooLong | Error::Unread(io::ErrorKind::QuotaExceeded) => {
                Reason::Limit
            }
            Error::Encoding => Reason::Unknown,
            Error::Malformed | Error::Entity | Error::Unread(_) => Reason::Damaged,
        }
    }
}

/// Reads a part and writes what is left of it.
pub struct Filter<R> {
    reader: Reader<Counted<R>>,
    buffer: Vec<u8>,
    scopes: Scopes,
    depth_limit: u64,
    /// The elements that are open.
    open: Vec<Open>,
    /// Their names, one behind the other.
    names: String,
    /// The root element has ended.
    closed: bool,
    /// An element without content was given as a start; its end comes next.
    end_follows: bool,
    tag: Tag,
    text: String,
    /// Where the event stands.
    range: Range<u64>,
    output: Output,
}

struct Open {
    /// Where its name stands.
    name: Range<usize>,
    scope: usize,
    mark: Mark,
}

/// An attribute of the element that begins.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Attribute<'a> {
    /// Its name with the one prefix of its namespace, or without prefix where it has none.
    pub name: &'a str,
    /// Its value in characters.
    pub value: &'a str,
}

/// Where the bytes of a part come from. Each other sort of input is one more reader in the module.
pub(crate) type Input<'a> = Box<dyn BufRead + 'a>;

impl<'a> Filter<Input<'a>> {
    /// Starts to read bytes that are held.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub(crate) fn of(
        bytes: &'a [u8],
        namespaces: Namespaces,
        limits: &Limits,
    ) -> Result<Self, Error> {
        Self::new(Box::new(bytes), namespaces, limits)
    }
}

impl<R: BufRead> Filter<R> {
    /// Starts to read.
    ///
    /// # Errors
    /// Fails where the part is not written in UTF-8.
    pub fn new(input: R, namespaces: Namespaces, limits: &Limits) -> Result<Self, Error> {
        let mut input = Counted { input, position: 0, since: 0, most: limits.xml_event };
        input.skip_mark()?;
        let start = input.position;
        let mut reader = Reader::from_reader(input);
        reader.config_mut().check_comments = true;
        Ok(Self {
            reader,
            buffer: Vec::new(),
            scopes: Scopes::new(namespaces),
            depth_limit: limits.xml_depth,
            open: Vec::new(),
            names: String::new(),
            closed: false,
            end_follows: false,
            tag: Tag::default(),
            text: String::new(),
            range: start..start,
            output: Output::default(),
        })
    }

    /// Goes on to what comes next; there is nothing after the end.
    ///
    /// # Errors
    /// Tells why the part cannot be read to its end.
    pub fn next(&mut self) -> Result<Option<Node>, Error> {
        if self.end_follows {
            self.end_follows = false;
            self.range = self.range.end..self.range.end;
            return self.end().map(Some);
        }
        if self.tag.closed {
            self.tag.closed = false;
            self.pop();
        }
        loop {
            self.buffer.clear();
            self.text.clear();
            let start = self.reader.get_ref().position;
            self.reader.get_mut().since = start;
            let event = match self.reader.read_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(quick_xml::Error::Io(error)) => {
                    let kind = error.kind();
                    let long = kind == io::ErrorKind::FileTooLarge;
                    return Err(if long { Error::TooLong } else { Error::Unread(kind) });
                }
                Err(_) => return Err(Error::Malformed),
            };
            let node = match event {
                Event::Start(tag) => {
                    self.tag.read(tag.as_ref(), start, &mut self.scopes)?;
                    Some(Node::Start)
                }
                Event::Empty(tag) => {
                    self.tag.read(tag.as_ref(), start, &mut self.scopes)?;
                    self.end_follows = true;
                    Some(Node::Start)
                }
                Event::End(_) => Some(Node::End),
                Event::Text(text) => {
                    self.text.push_str(text.as_ref());
                    Some(Node::Text)
                }
                Event::CData(text) => {
                    self.text.push_str(text.as_ref());
                    Some(Node::Text)
                }
                Event::GeneralRef(name) => {
                    self.text.push_str(&resolved(name.as_ref())?);
                    Some(Node::Text)
                }
                Event::Comment(text) => {
                    self.text.push_str(text.as_ref());
                    Some(Node::Comment)
                }
                Event::PI(text) => {
                    self.text.push_str(text.as_ref());
                    Some(Node::Instruction)
                }
                Event::Decl(text) => {
                    tag::declaration(text.as_ref())?;
                    None
                }
                Event::DocType(text) if text.contains('[') => return Err(Error::Entity),
                Event::DocType(text) => {
                    self.text.push_str(text.as_ref());
                    Some(Node::Instruction)
                }
                Event::Eof if self.closed && self.open.is_empty() => return Ok(None),
                Event::Eof => return Err(Error::Malformed),
            };
            let end = self.reader.get_ref().position;
            self.range = start..end;
            match node {
                None => {}
                Some(Node::Start) => return self.start().map(Some),
                Some(Node::End) => return self.end().map(Some),
                Some(Node::Text) if self.open.is_empty() => self.nothing_between_elements()?,
                Some(node) => return Ok(Some(node)),
            }
        }
    }

    /// Outside the root element there is white space only.
    fn nothing_between_elements(&self) -> Result<(), Error> {
        let blank = self.text.bytes().all(|byte| byte.is_ascii_whitespace());
        if blank { Ok(()) } else { Err(Error::Malformed) }
    }

    fn start(&mut self) -> Result<Node, Error> {
        if self.closed && self.open.is_empty() {
            return Err(Error::Malformed);
        }
        if self.open.len() as u64 >= self.depth_limit {
            return Err(Error::TooDeep);
        }
        let scope = self.tag.scope;
        let from = self.names.len();
        self.names.push_str(self.tag.name());
        self.open.push(Open { name: from..self.names.len(), scope, mark: Mark::Kept });
        Ok(Node::Start)
    }

    /// The name stays until the next event.
    fn end(&mut self) -> Result<Node, Error> {
        let open = self.open.last().ok_or(Error::Malformed)?;
        self.output.end(open.mark, &self.range);
        self.tag.end(self.names.get(open.name.clone()).unwrap_or_default());
        Ok(Node::End)
    }

    fn pop(&mut self) {
        if let Some(open) = self.open.pop() {
            self.names.truncate(open.name.start);
            self.scopes.leave(open.scope);
        }
        self.closed |= self.open.is_empty();
    }

    /// The name of the element that begins or ends, with the one prefix of its namespace
    /// (`w:p`), or with the whole namespace where it is not known (`{urn:x}p`).
    pub fn name(&self) -> &str {
        self.tag.name()
    }

    /// Whether the element that begins is empty: its tag is its end as well.
    pub fn is_empty(&self) -> bool {
        self.end_follows
    }

    /// The attributes of the element that begins. A namespace that is not known is given with
    /// the name `xmlns`: it is text like any other.
    pub fn attributes(&self) -> impl ExactSizeIterator<Item = Attribute<'_>> {
        self.tag.attributes()
    }

    /// The value of an attribute of the element that begins.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes().find(|attribute| attribute.name == name).map(|found| found.value)
    }

    /// The characters of a text, a comment or an instruction.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The elements that are open, from the root on; that which begins or ends is the last.
    pub fn path(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.open.iter().map(|open| self.names.get(open.name.clone()).unwrap_or_default())
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Leaves out the element that begins, with all in it.
    pub fn drop_element(&mut self) {
        let mark = self.output.drop_element(&self.range);
        self.mark(mark);
    }

    /// Leaves out the tags of the element that begins; what stands in it stays.
    pub fn unwrap_element(&mut self) {
        let mark = self.output.unwrap_element(&self.range);
        self.mark(mark);
    }

    /// Puts this text in place of all that stands in the element that begins.
    pub fn set_content(&mut self, text: &str) {
        if !self.end_follows {
            let mark = self.output.set_content(&self.range, text);
            self.mark(mark);
        }
    }

    /// Leaves out the tags of the element that begins, and holds what stands in it until
    /// [`Filter::receive`] tells where it goes on.
    pub fn join_next(&mut self) {
        let mark = self.output.join(&self.range, self.open.len());
        self.mark(mark);
    }

    /// Whether what is held waits for an element where this one stands.
    pub fn is_awaited(&self) -> bool {
        self.output.waits(self.open.len())
    }

    /// Puts what is held at a position that nothing passed yet.
    pub fn receive(&mut self, at: u64) {
        self.output.receive(at);
    }

    /// Puts what is held into the empty element that begins.
    pub fn receive_in_empty(&mut self) {
        let slash = self.range.end.saturating_sub(2);
        self.output.replace(slash..self.range.end, ">");
        self.output.receive(self.range.end);
        let end = format!("</{}>", self.tag.written());
        self.output.replace(self.range.end..self.range.end, &end);
    }

    /// Where the tag or text that came stands.
    pub fn range(&self) -> Range<u64> {
        self.range.clone()
    }

    /// Puts this text in place of all from a position up to the tag that ends an element, unless
    /// something there changed already.
    pub fn replace_from(&mut self, from: u64, text: &str) {
        if from < self.range.start {
            let text = quick_xml::escape::partial_escape(text);
            self.output.replace(from..self.range.start, &text);
        }
    }

    /// Leaves out the attribute with this number.
    pub fn drop_attribute(&mut self, number: usize) {
        if let Some(range) = self.tag.whole(number) {
            self.output.replace(range, "");
        }
    }

    /// Gives the attribute with this number another value.
    pub fn set_attribute(&mut self, number: usize, value: &str) {
        if let Some(range) = self.tag.value(number) {
            self.output.replace(range, &quick_xml::escape::escape(value));
        }
    }

    /// Leaves out the text, comment or instruction that came.
    pub fn drop_text(&mut self) {
        self.output.replace(self.range.clone(), "");
    }

    /// What is left of the part; nothing where all of it is.
    pub fn finish(self) -> Option<Pieces> {
        self.output.finish(self.reader.get_ref().position)
    }

    fn mark(&mut self, mark: Mark) {
        // What is left out for two reasons is left out once, up to its end.
        if let Some(open) = self.open.last_mut().filter(|_| mark != Mark::Kept) {
            open.mark = mark;
        }
    }
}

/// The characters that a reference stands for.
fn resolved(name: &str) -> Result<String, Error> {
    match resolve_predefined_entity(name) {
        Some(characters) => Ok(characters.to_owned()),
        None if name.starts_with('#') => {
            let reference = format!("&{name};");
            unescape(&reference).map(|text| text.into_owned()).map_err(|_| Error::Malformed)
        }
        None => Err(Error::Entity),
    }
}

/// Counts the bytes that are taken, so that each event is known by its place, and bounds how
/// many one event may take.
struct Counted<R> {
    input: R,
    position: u64,
    since: u64,
    most: u64,
}

impl<R: BufRead> Counted<R> {
    /// Passes the mark that says "UTF-8", which `quick-xml` would leave out of its count.
    fn skip_mark(&mut self) -> Result<(), Error> {
        let head = self.input.fill_buf().map_err(|error| Error::Unread(error.kind()))?;
        match head {
            [0xEF, 0xBB, 0xBF, ..] => self.consume(3),
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, ..] | [_, 0, ..] => {
                return Err(Error::Encoding);
            }
            _ => {}
        }
        Ok(())
    }
}

impl<R: BufRead> io::Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        self.position = self.position.saturating_add(length as u64);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.position.saturating_sub(self.since) > self.most {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        self.position = self.position.saturating_add(length as u64);
        self.input.consume(length);
    }
}

#[cfg(test)]
mod tests;
