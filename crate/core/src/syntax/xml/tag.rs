//! A start tag: its name, and its attributes with the bytes that they stand in.

use std::ops::Range;

use quick_xml::escape::unescape;

use super::names::Scopes;
use super::{Attribute, Error};

/// The start tag that was read last. All characters stand in one string.
#[derive(Default)]
pub(super) struct Tag {
    words: String,
    name: Range<usize>,
    /// The name as it is written.
    written: Range<usize>,
    attributes: Vec<Found>,
    pub(super) scope: usize,
    /// It is an end, and the element is still counted as open.
    pub(super) closed: bool,
}

struct Found {
    name: Range<usize>,
    value: Range<usize>,
    /// From the white space before it to its last quote.
    whole: Range<u64>,
    inner: Range<u64>,
}

impl Tag {
    /// Reads what stands between the angle brackets of a tag that begins at `start`.
    pub(super) fn read(&mut self, tag: &str, start: u64, scopes: &mut Scopes) -> Result<(), Error> {
        self.words.clear();
        self.attributes.clear();
        self.closed = false;
        self.scope = scopes.enter();
        let end = tag.bytes().position(|byte| is_space(byte.into())).unwrap_or(tag.len());
        let (name, rest) = tag.split_at_checked(end).ok_or(Error::Malformed)?;
        let name = name.trim_end_matches('/');
        let inside = start.saturating_add(1);
        // What is declared here holds for the names before it as well.
        if !rest.is_empty()
            && rest.as_bytes().windows(XMLNS.len()).any(|name| name == XMLNS.as_bytes())
        {
            self.declare(&mut Scanner { tag, rest }, inside, scopes)?;
        }
        let mut scanner = Scanner { tag, rest };
        while let Some(pair) = scanner.next()? {
            if declared(pair.name).is_none() {
                let value = unescape(pair.value).map_err(|_| Error::Entity)?;
                let from = self.words.len();
                scopes.attribute(pair.name, &mut self.words);
                let name = self.words.get(from..).unwrap_or_default();
                if self.attributes().any(|attribute| is_same(attribute.name, name)) {
                    return Err(Error::Malformed);
                }
                self.found(from, &value, &pair, inside);
            }
        }
        let from = self.words.len();
        self.words.push_str(name);
        self.written = from..self.words.len();
        let from = self.words.len();
        scopes.element(name, &mut self.words);
        self.name = from..self.words.len();
        if name.is_empty() { Err(Error::Malformed) } else { Ok(()) }
    }

    /// Takes the namespaces that a tag declares.
    fn declare(
        &mut self,
        scanner: &mut Scanner<'_>,
        inside: u64,
        scopes: &mut Scopes,
    ) -> Result<(), Error> {
        while let Some(pair) = scanner.next()? {
            if let Some(prefix) = declared(pair.name) {
                let namespace = unescape(pair.value).map_err(|_| Error::Malformed)?;
                if !scopes.declare(prefix, &namespace) {
                    let from = self.words.len();
                    self.words.push_str(XMLNS);
                    self.found(from, &namespace, &pair, inside);
                }
            }
        }
        Ok(())
    }

    /// Takes an attribute whose name stands at the end of the words.
    fn found(&mut self, from: usize, value: &str, pair: &Pair<'_>, inside: u64) {
        let middle = self.words.len();
        self.words.push_str(value);
        let place = |range: &Range<usize>| {
            inside.saturating_add(range.start as u64)..inside.saturating_add(range.end as u64)
        };
        self.attributes.push(Found {
            name: from..middle,
            value: middle..self.words.len(),
            whole: place(&pair.whole),
            inner: place(&pair.inner),
        });
    }

    /// Takes the name of an element that ends.
    pub(super) fn end(&mut self, name: &str) {
        self.words.clear();
        self.attributes.clear();
        self.words.push_str(name);
        self.name = 0..name.len();
        self.closed = true;
    }

    pub(super) fn name(&self) -> &str {
        self.words.get(self.name.clone()).unwrap_or_default()
    }

    /// The name of the element that begins, with the prefix that it is written with.
    pub(super) fn written(&self) -> &str {
        self.words.get(self.written.clone()).unwrap_or_default()
    }

    pub(super) fn attributes(&self) -> impl ExactSizeIterator<Item = Attribute<'_>> {
        self.attributes.iter().map(|found| Attribute {
            name: self.words.get(found.name.clone()).unwrap_or_default(),
            value: self.words.get(found.value.clone()).unwrap_or_default(),
        })
    }

    pub(super) fn whole(&self, number: usize) -> Option<Range<u64>> {
        self.attributes.get(number).map(|found| found.whole.clone())
    }

    pub(super) fn value(&self, number: usize) -> Option<Range<u64>> {
        self.attributes.get(number).map(|found| found.inner.clone())
    }
}

/// Whether two names are one. Most names have a letter or two: the last tells most of them apart.
fn is_same(one: &str, other: &str) -> bool {
    one.as_bytes().last() == other.as_bytes().last() && one == other
}

const XMLNS: &str = "xmlns";

/// The prefix that an attribute declares; the empty one where it is about names without prefix.
fn declared(name: &str) -> Option<&str> {
    match name.strip_prefix(XMLNS)? {
        "" => Some(""),
        prefix => prefix.strip_prefix(':'),
    }
}

/// An attribute as it stands there.
struct Pair<'a> {
    name: &'a str,
    value: &'a str,
    whole: Range<usize>,
    inner: Range<usize>,
}

/// Goes from attribute to attribute.
struct Scanner<'a> {
    tag: &'a str,
    rest: &'a str,
}

impl<'a> Scanner<'a> {
    fn next(&mut self) -> Result<Option<Pair<'a>>, Error> {
        let start = self.position();
        self.rest = self.rest.trim_start_matches(is_space);
        if self.rest.is_empty() || self.rest == "/" {
            return Ok(None);
        }
        if start == self.position() {
            return Err(Error::Malformed);
        }
        let (name, rest) = cut(self.rest, b'=')?;
        let name = name.trim_end_matches(is_space);
        self.rest = rest.trim_start_matches(is_space);
        let quote = self.rest.bytes().next().filter(|quote| matches!(quote, b'"' | b'\''));
        let quote = quote.ok_or(Error::Malformed)?;
        self.rest = self.rest.get(1..).unwrap_or_default();
        let from = self.position();
        let (value, rest) = cut(self.rest, quote)?;
        self.rest = rest;
        let to = self.position();
        let foreign = |byte: u8| is_space(byte.into()) || matches!(byte, b'"' | b'\'');
        let named = !name.is_empty() && !name.bytes().any(foreign);
        let pair = Pair { name, value, whole: start..to, inner: from..to.saturating_sub(1) };
        if named { Ok(Some(pair)) } else { Err(Error::Malformed) }
    }

    fn position(&self) -> usize {
        self.tag.len().saturating_sub(self.rest.len())
    }
}

/// What stands before and after the first of an ASCII character. Names and values are short:
/// there a search byte by byte is the fastest.
fn cut(text: &str, at: u8) -> Result<(&str, &str), Error> {
    let end = text.bytes().position(|byte| byte == at).ok_or(Error::Malformed)?;
    let (before, rest) = text.split_at_checked(end).ok_or(Error::Malformed)?;
    Ok((before, rest.get(1..).unwrap_or_default()))
}

/// Checks the declaration at the start: it names UTF-8, or nothing.
pub(super) fn declaration(text: &str) -> Result<(), Error> {
    let rest = text.strip_prefix("xml").unwrap_or(text);
    let mut scanner = Scanner { tag: text, rest };
    while let Some(pair) = scanner.next()? {
        match pair.name {
            "version" | "standalone" => {}
            "encoding" => {
                let label = pair.value.to_ascii_lowercase();
                if !["utf-8", "utf8", "us-ascii", "ascii"].contains(&label.as_str()) {
                    return Err(Error::Encoding);
                }
            }
            _ => return Err(Error::Malformed),
        }
    }
    Ok(())
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\r' | '\n')
}
