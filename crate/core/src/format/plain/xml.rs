//! XML that holds data: an invoice, records of some system, what belongs to a picture in a PDF. Each
//! value is read with the name of its element or attribute as its label. It is read and never changed.
//!
//! Source: XML 1.0, fifth edition. What a program shows otherwise than it stands here (HTML, Office,
//! style sheets, drawings) is none of this.

use std::io::{self, BufReader, Read};

use super::encoding::{self, Encoding, Pieces as TextPieces};
use super::{recognise, tell_blocks};
use crate::Limits;
use crate::finding::{Reason, Step};
use crate::format::Format;
use crate::kind::hidden;
use crate::source::{Pieces, Source};
use crate::syntax::encoded::Finder;
use crate::syntax::xml::{Filter, Input, Node};
use crate::visit::{Remedy, Visit};

/// Data in XML.
pub(crate) struct Xml;

/// How the names of elements begin that a program shows in its own way, or that hold a document.
const OTHERS: &[&str] = &[
    "{http://www.w3.org/1999/xhtml}",
    "{http://www.w3.org/2000/svg}",
    "{http://www.w3.org/1999/XSL/",
    "{http://schemas.openxmlformats.org/",
    "{http://schemas.microsoft.com/",
    "{urn:schemas-microsoft-com:",
    "{urn:oasis:names:tc:opendocument:",
];

/// The same, for elements that stand in no namespace.
const ROOTS: &[&str] = &["html", "svg", "mxfile", "mxGraphModel", "Workbook"];

/// Elements that only hold the values of the one around them, in RDF and elsewhere.
const ITEMS: &[&str] =
    &["li", "Seq", "Bag", "Alt", "Description", "value", "item", "text", "string"];

/// The names that a declaration may give the encodings that are read.
const ENCODINGS: &[&str] = &[
    "utf-8",
    "utf8",
    "us-ascii",
    "ascii",
    "utf-16",
    "utf-16le",
    "utf-16be",
    "iso-8859-1",
    "iso8859-1",
    "latin1",
    "iso-8859-15",
    "windows-1252",
    "cp1252",
];

impl Format for Xml {
    fn name(&self, _: &dyn Source) -> &'static str {
        "xml"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        encoding::head(source).and_then(|head| root(&head)).is_some_and(|root| {
            !OTHERS.iter().any(|other| root.starts_with(other)) && !ROOTS.contains(&root.as_str())
        })
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        let input: Input<'_> = Box::new(BufReader::new(Characters::new(source)?));
        let mut filter = Filter::new(input, &[], visit.limits())?;
        let mut data = Data { finder: Finder::new(visit.held()), levels: Vec::new(), blocks: 0 };
        while let Some(node) = filter.next()? {
            match node {
                Node::Start => {
                    if OTHERS.iter().any(|other| filter.name().starts_with(other)) {
                        visit.gap(Reason::Unknown);
                    }
                    data.start(&filter, visit);
                }
                Node::Text => data.text(filter.text(), visit),
                Node::End => data.end(visit),
                Node::Comment | Node::Instruction => remark(filter.text(), visit),
            }
        }
        let Data { finder, mut blocks, .. } = data;
        tell_blocks(finder.finish(), &mut blocks, visit);
        Ok(Pieces::all(source))
    }
}

/// What follows the declaration; nothing where this is no XML that is read.
fn body(head: &str) -> Option<&str> {
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let Some(rest) =
        head.strip_prefix("<?xml").filter(|rest| rest.starts_with([' ', '\t', '\r', '\n']))
    else {
        let first: String = behind_comments(head).chars().take(1024).collect();
        return recognise::is_data(&first.to_lowercase()).then_some(head);
    };
    let (declaration, rest) = rest.split_once("?>")?;
    let encoding = declaration.split_once("encoding").map(|(_, rest)| {
        let quoted = rest.trim_start_matches([' ', '\t', '\r', '\n', '=']);
        let quote = quoted.chars().next().unwrap_or('"');
        quoted.split(quote).nth(1).unwrap_or_default().to_ascii_lowercase()
    });
    encoding.is_none_or(|name| ENCODINGS.contains(&name.as_str())).then_some(rest)
}

/// What follows the comments and instructions that a text opens with.
fn behind_comments(mut text: &str) -> &str {
    loop {
        let comment = text.strip_prefix("<!--").and_then(|rest| rest.split_once("-->"));
        let instruction = || text.strip_prefix("<?").and_then(|rest| rest.split_once("?>"));
        let Some((_, rest)) = comment.or_else(instruction) else { return text };
        text = rest.trim_start();
    }
}

/// The name of the first element.
fn root(head: &str) -> Option<String> {
    let limits = Limits::default();
    let mut filter = Filter::of(body(head)?.as_bytes(), &[], &limits).ok()?;
    loop {
        match filter.next() {
            Ok(Some(Node::Start)) => return Some(filter.name().to_owned()),
            Ok(Some(_)) => {}
            Ok(None) | Err(_) => return None,
        }
    }
}

/// The characters behind the declaration, in UTF-8.
struct Characters<'s> {
    pieces: TextPieces<'s>,
    here: Vec<u8>,
    at: usize,
    first: bool,
}

impl<'s> Characters<'s> {
    fn new(source: &'s dyn Source) -> Result<Self, Reason> {
        let pieces = TextPieces::new(source, Encoding::of(source)?);
        Ok(Self { pieces, here: Vec::new(), at: 0, first: true })
    }
}

impl Read for Characters<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at >= self.here.len() {
            let Some(piece) = self.pieces.next() else { return Ok(0) };
            let text = piece.map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?.text;
            if text.contains(encoding::is_binary) {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let shown = if std::mem::take(&mut self.first) { body(&text) } else { Some(&*text) };
            self.here = shown.unwrap_or_default().as_bytes().to_vec();
            self.at = 0;
        }
        let mut rest = self.here.get(self.at..).unwrap_or_default();
        let read = rest.read(into)?;
        self.at = self.at.saturating_add(read);
        Ok(read)
    }
}

/// The values while they pass by.
struct Data {
    finder: Finder,
    levels: Vec<Level>,
    blocks: u64,
}

/// An element that is open.
struct Level {
    /// Text stood in it: what follows is part of a sentence.
    said: bool,
    /// It stands in a sentence.
    inline: bool,
    /// A street stands in it, so that a number may be that of a house.
    street: bool,
    /// What names its text.
    label: String,
}

impl Data {
    fn start(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        let name = words(filter.name());
        let inline = self.levels.last().is_some_and(|level| level.said || level.inline);
        if !inline {
            visit.end_text();
            visit.enter(Step::Property(local(filter.name()).into()));
        }
        let street = filter.attributes().any(|attribute| is_street(attribute.name));
        for attribute in filter.attributes() {
            self.finder.feed(attribute.value);
            self.finder.feed("\n");
            if inline || attribute.name == "xmlns" {
                visit.aside(attribute.value);
            } else {
                let label = words(attribute.name);
                name_next(&label, street, visit);
                visit.text(attribute.value);
            }
        }
        let mut street = false;
        let mut label = name;
        if let Some(around) = self.levels.last_mut() {
            around.street |= is_street(&label);
            street = around.street;
            // A list says what its items are.
            if ITEMS.contains(&label.as_str()) {
                label.clone_from(&around.label);
            }
        }
        if !inline {
            name_next(&label, street, visit);
        }
        self.levels.push(Level { said: false, inline, street: false, label });
    }

    fn text(&mut self, text: &str, visit: &mut Visit<'_>) {
        self.finder.feed(text);
        let Some(level) = self.levels.last_mut() else { return };
        level.said |= !text.trim().is_empty();
        if level.said || level.inline {
            visit.text(text);
        }
    }

    fn end(&mut self, visit: &mut Visit<'_>) {
        let inline = self.levels.pop().is_some_and(|level| level.inline);
        if inline {
            return;
        }
        visit.label(None);
        self.finder.feed("\n");
        tell_blocks(self.finder.take(), &mut self.blocks, visit);
        visit.leave();
    }
}

/// A comment or an instruction, which no program shows.
fn remark(text: &str, visit: &mut Visit<'_>) {
    // The wrapper of XMP (ISO 16684-1, 7.3.2).
    let packet = text.len() < 80
        && ["xpacket begin=", "xpacket end="].iter().any(|start| text.starts_with(start));
    if text.trim().is_empty() || text.starts_with("xml-stylesheet") || packet {
        visit.aside(text);
        return;
    }
    visit.enter(Step::Property("xml".into()));
    visit.value(&hidden::PRIVATE_DATA, Remedy::Keep, text);
    visit.leave();
}

/// A name without its namespace or prefix.
fn local(name: &str) -> &str {
    name.rsplit(['}', ':']).next().unwrap_or(name)
}

/// Says what names the text that follows. A number is that of a house where a street stands beside it.
fn name_next(label: &str, street: bool, visit: &mut Visit<'_>) {
    visit.label(Some(label).filter(|label| street || !is_number(label)));
}

/// Whether a value of this name is a street.
fn is_street(name: &str) -> bool {
    let name = name.to_lowercase();
    ["straat", "street", "adres", "address"].iter().any(|part| name.contains(part))
}

/// Whether a value of this name is some number.
fn is_number(name: &str) -> bool {
    ["nummer", "nr", "number", "no"].contains(&name.to_lowercase().as_str())
}

/// A name in words: `geboorteDatum` is `geboorte Datum`.
fn words(name: &str) -> String {
    let mut words = String::with_capacity(name.len().saturating_add(4));
    let mut small = false;
    // "aoa.huisnummer" says before the point what it is a part of.
    let name = local(name).rsplit('.').next().unwrap_or_default();
    for letter in name.chars() {
        if small && letter.is_uppercase() {
            words.push(' ');
        }
        small = letter.is_lowercase();
        words.push(if matches!(letter, '_' | '-' | '.') { ' ' } else { letter });
    }
    words
}

#[cfg(test)]
mod tests {
    use crate::{Options, Report, Verdict, inspect};

    fn report(text: impl AsRef<[u8]>) -> Report {
        inspect("gegevens.xml", &text.as_ref(), &Options::default())
    }

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let report = report(text);
        assert_eq!(report.format, Some("xml"), "{text}");
        assert_eq!(report.gaps.len(), 0, "{text}");
        let of = |finding: &crate::Finding| (finding.kind.id, finding.excerpt.reveal().to_owned());
        report.findings.iter().map(of).collect()
    }

    #[test]
    fn each_value_is_read_under_its_name() {
        let records = found(
            "<?xml version='1.0'?><personen><persoon soort='x'><bsn>999990019</bsn>\
             <achternaam>Trosker</achternaam><geboorteDatum>1980-05-17</geboorteDatum>\
             <mail adres='wubbo@example.nl'/></persoon></personen>",
        );
        for one in [
            ("bsn", "999990019"),
            ("person", "Trosker"),
            ("birth-date", "1980-05-17"),
            ("email", "wubbo@example.nl"),
        ] {
            assert!(records.contains(&(one.0, one.1.to_owned())), "{one:?}: {records:?}");
        }
    }

    #[test]
    fn a_number_is_that_of_a_house_beside_a_street() {
        let record = |inner: &str| found(&format!("<x xmlns='urn:x'>{inner}</x>"));
        assert!(record("<regel nummer='12'>schroef</regel>").is_empty());
        let house = record("<adres><straat>Achterhof</straat><nummer>12</nummer></adres>");
        assert!(
            house.iter().any(|(kind, text)| *kind == "address" && text.contains("12")),
            "{house:?}"
        );
    }

    #[test]
    fn a_sentence_is_read_over_its_elements() {
        let text =
            "<brief xmlns='urn:x'><p>Mail naar <b>wubbo</b>@example.<i>nl</i> graag.</p></brief>";
        assert!(found(text).contains(&("email", "wubbo@example.nl".to_owned())));
    }

    #[test]
    fn remarks_are_told_and_blocks_are_read() {
        let text = "<x xmlns='urn:x'><!-- van Wubbo Trosker, wubbo@example.nl --><b>\
            bWFpbCBuYWFyIGphbm5lQGV4YW1wbGUubmwsIG9mIGJlbCAwNi0xMjM0NTY3OCB2b29yIHR3YWFsZiB1dXIK</b></x>";
        let kinds = found(text);
        assert!(
            kinds.contains(&("private-data", "van Wubbo Trosker, wubbo@example.nl".to_owned()))
                || kinds.iter().any(|(kind, _)| *kind == "private-data"),
            "{kinds:?}"
        );
        assert!(kinds.contains(&("email", "janne@example.nl".to_owned())), "{kinds:?}");
    }

    #[test]
    fn other_characters_are_read_where_they_are_declared() {
        let mut latin =
            b"<?xml version='1.0' encoding='ISO-8859-1'?><a><naam>Ren\xE9e Trosker</naam></a>"
                .to_vec();
        assert!(report(&latin).json(crate::Show::Revealed).contains("Renée"));
        let wide: Vec<u8> =
            "\u{feff}<?xml version='1.0' encoding='UTF-16'?><a><naam>Renée Trosker</naam></a>"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect();
        assert!(report(&wide).json(crate::Show::Revealed).contains("Renée"));
        latin.splice(30..40, *b"IBM-000037");
        assert_eq!(report(&latin).verdict(), Verdict::Unreadable);
    }

    #[test]
    fn comments_may_stand_before_the_first_element() {
        let text =
            "<!-- proef -->\n<?stijl a?> <!-- 2 --> <x xmlns='urn:x'><bsn>999990019</bsn></x>";
        assert!(found(text).contains(&("bsn", "999990019".to_owned())));
    }

    #[test]
    fn what_is_shown_otherwise_is_not_read_as_data() {
        for text in [
            "<!-- a --><html><body><x xmlns='urn:x'/></body></html>",
            "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>",
            "<?xml version='1.0'?><html/>",
            "<?xml version='1.0'?><a:Workbook xmlns:a='urn:schemas-microsoft-com:office:spreadsheet'/>",
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            "<?xml version='1.0'?><a>breaks off",
        ] {
            assert_eq!(report(text).verdict(), Verdict::Unreadable, "{text}");
        }
        let inside = "<x xmlns='urn:x'><html xmlns='http://www.w3.org/1999/xhtml'>x</html></x>";
        assert_eq!(report(inside).verdict(), Verdict::Incomplete);
    }
}
