//! Writes what a copy is to say of itself into a small part of XML.

use std::io::Read;
use std::ops::Range;

use quick_xml::escape::escape;

use crate::Limits;
use crate::source::{Pieces, Source};
use crate::syntax::xml::{Filter, Namespaces, Node};
use crate::syntax::zip::Archive;

/// A copy in which an imprint is stated.
pub(crate) struct Stated {
    /// The copy.
    pub(crate) pieces: Pieces,
    /// The languages that were told before.
    pub(crate) languages: Vec<String>,
    /// Whether there is a place for a language in it.
    pub(crate) says_language: bool,
}

/// A field of a part.
pub(crate) struct Field<'t> {
    /// Its name, with the prefix of the table.
    pub(crate) name: &'static str,
    /// The namespace of that prefix; nothing where it is that of the element around it.
    pub(crate) namespace: Option<&'static str>,
    /// What it is to say.
    pub(crate) text: &'t str,
}

/// The namespace of `dc:`.
pub(crate) const DC: Option<&str> = Some("http://purl.org/dc/elements/1.1/");

/// Larger parts hold no properties.
const LARGEST: u64 = 4 << 20;

/// An entry of an archive with these fields in it; nothing where it cannot be written.
#[expect(clippy::disallowed_methods, reason = "no more than LARGEST comes out")]
pub(crate) fn entry(
    archive: &Archive<'_>,
    index: usize,
    shape: (Namespaces, &str),
    fields: &[Field<'_>],
    limits: &Limits,
) -> Option<(crate::syntax::zip::Fate, Vec<String>)> {
    let mut bytes = Vec::new();
    archive.unpack(index).ok()?.take(LARGEST.saturating_add(1)).read_to_end(&mut bytes).ok()?;
    if bytes.len() as u64 > LARGEST {
        return None;
    }
    let (new, languages) = put(&bytes, shape, fields, limits)?;
    Some((archive.splice(index, &Pieces::fresh(new)).ok()?, languages))
}

/// The bytes of a part with these fields in its element `shape.1`, and the languages that stood
/// there. What stood under their names goes.
pub(crate) fn put(
    bytes: &[u8],
    (namespaces, around): (Namespaces, &str),
    fields: &[Field<'_>],
    limits: &Limits,
) -> Option<(Vec<u8>, Vec<String>)> {
    let mut filter = Filter::of(bytes, namespaces, limits).ok()?;
    let mut open: Vec<(String, Range<u64>, bool)> = Vec::new();
    let mut cuts: Vec<Range<u64>> = Vec::new();
    let mut languages = Vec::new();
    let mut place = None;
    while let Some(node) = filter.next().ok()? {
        match node {
            Node::Start => {
                open.push((filter.name().to_owned(), filter.range(), filter.is_empty()));
            }
            Node::Text => {
                if open.last().is_some_and(|(name, ..)| name == "dc:language") {
                    languages.push(filter.text().to_owned());
                }
            }
            Node::End => {
                let (name, tag, empty) = open.pop()?;
                let inside = open.last().is_some_and(|(name, ..)| name == around);
                if inside && fields.iter().any(|field| field.name == name) {
                    cuts.push(tag.start..filter.range().end);
                }
                if name == around && place.is_none() {
                    let tags: Vec<Range<u64>> =
                        open.iter().map(|(_, tag, _)| tag.clone()).chain([tag]).collect();
                    place = Some((filter.range().start, tags, empty));
                }
            }
            Node::Comment | Node::Instruction => {}
        }
    }
    let (at, tags, empty) = place?;
    let raw = |range: &Range<u64>| -> Option<&str> {
        let (start, end) = (usize::try_from(range.start).ok()?, usize::try_from(range.end).ok()?);
        std::str::from_utf8(bytes.get(start..end)?).ok()
    };
    let own = raw(tags.last()?)?;
    let name = own.trim_start_matches('<').split([' ', '/', '>', '\t', '\r', '\n']).next()?;
    let declared: String = tags.iter().filter_map(raw).collect();
    let written: String = fields.iter().map(|field| written(field, name, &declared)).collect();
    let mut new = String::new();
    let mut from = 0;
    // An element without content has to be opened first.
    let (cut, written) = match empty {
        true => (at.checked_sub(2)?..at, format!(">{written}</{name}>")),
        false => (at..at, written),
    };
    let kept = cuts.into_iter().map(|cut| (cut, String::new()));
    let mut edits: Vec<(Range<u64>, String)> = kept.chain([(cut, written)]).collect();
    crate::order::by(&mut edits, |(cut, _)| (cut.start, 0));
    for (cut, instead) in edits {
        new.push_str(raw(&(from..cut.start))?);
        new.push_str(&instead);
        from = cut.end;
    }
    new.push_str(raw(&(from..bytes.len() as u64))?);
    Some((new.into_bytes(), languages))
}

fn written(field: &Field<'_>, around: &str, declared: &str) -> String {
    let (prefix, local) = field.name.split_once(':').unwrap_or(("", field.name));
    let text = escape(field.text);
    match field.namespace {
        None => {
            let prefix = around.split_once(':').map_or(String::new(), |(own, _)| format!("{own}:"));
            format!("<{prefix}{local}>{text}</{prefix}{local}>")
        }
        Some(namespace) => {
            let known = ['"', '\''].iter().any(|quote| {
                declared.contains(&format!("xmlns:{prefix}={quote}{namespace}{quote}"))
            });
            let own =
                if known { String::new() } else { format!(" xmlns:{prefix}=\"{namespace}\"") };
            format!("<{prefix}:{local}{own}>{text}</{prefix}:{local}>")
        }
    }
}

/// The bytes of a source, where it is small enough to be held.
pub(crate) fn whole(source: &dyn Source, limits: &Limits) -> Option<Vec<u8>> {
    source.bytes(0..source.len(), limits.held_of(source.len())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: Namespaces = &[("http://purl.org/dc/elements/1.1/", "dc"), ("urn:a", "a")];

    fn stated(xml: &str) -> Option<(String, Vec<String>)> {
        let fields = [
            Field { name: "dc:title", namespace: DC, text: "Kip & ei" },
            Field { name: "dc:language", namespace: DC, text: "nl" },
            Field { name: "a:Company", namespace: None, text: "Gemeente" },
        ];
        let (new, told) = put(xml.as_bytes(), (NAMES, "a:p"), &fields, &Limits::default())?;
        Some((String::from_utf8(new).unwrap(), told))
    }

    #[test]
    fn what_stood_there_goes_and_prefixes_are_those_of_the_part() {
        let dc = "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
        let (new, told) = stated(&format!(
            "<x:p xmlns:x='urn:a' {dc}><dc:title>Oud</dc:title><x:o/><dc:language>en</dc:language>\
             <x:Company/></x:p>"
        ))
        .unwrap();
        assert_eq!(
            new,
            format!(
                "<x:p xmlns:x='urn:a' {dc}><x:o/><dc:title>Kip &amp; ei</dc:title>\
                 <dc:language>nl</dc:language><x:Company>Gemeente</x:Company></x:p>"
            )
        );
        assert_eq!(told, ["en"]);
        assert_eq!(stated(&new).unwrap().0, new);
    }

    #[test]
    fn an_element_without_content_is_opened() {
        let (new, _) = stated("<p xmlns='urn:a'/>").unwrap();
        assert!(new.starts_with("<p xmlns='urn:a'><dc:title xmlns:dc="), "{new}");
        assert!(new.ends_with("<Company>Gemeente</Company></p>"), "{new}");
        assert!(stated("<q xmlns='urn:a'/>").is_none());
        assert!(stated("<p xmlns='urn:a'>").is_none());
    }
}
