//! The XMP packets of a PDF, property by property.

use std::ops::Range;

use super::redaction::Redaction;
use crate::Reason;
use crate::finding::Step;
use crate::format::pdf::table;
use crate::imprint::Imprint;
use crate::kind::{Kind, access, hidden, history, people, place, software, time};
use crate::visit::Remedy::{self, Drop, Keep};
use crate::visit::{Decision, Visit};

mod xml;

use xml::{Attribute, Event, Reader};

/// What each property is; a name with `*` at its end stands for all that start so. Where none
/// fits, it is a property of somebody's own.
const ROWS: &[(&str, &Kind, Remedy)] = &[
    ("dc:title", &access::TITLE, Keep),
    ("dc:creator", &people::AUTHOR, Drop),
    ("dc:contributor", &people::AUTHOR, Drop),
    ("dc:publisher", &people::ORGANISATION, Drop),
    ("dc:rights", &people::ORGANISATION, Drop),
    ("dc:description", &access::DESCRIPTION, Drop),
    ("dc:subject", &access::DESCRIPTION, Drop),
    ("dc:date", &time::DATE, Drop),
    ("dc:identifier", &history::DOCUMENT_ID, Drop),
    ("pdf:Producer", &software::PROGRAM, Drop),
    ("pdf:Keywords", &access::DESCRIPTION, Drop),
    ("xmp:CreatorTool", &software::PROGRAM, Drop),
    ("xmp:CreateDate", &time::DATE, Drop),
    ("xmp:ModifyDate", &time::DATE, Drop),
    ("xmp:MetadataDate", &time::DATE, Drop),
    ("xmp:Thumbnails", &hidden::THUMBNAIL, Drop),
    ("xmp:Author", &people::AUTHOR, Drop),
    ("xmpMM:History", &history::EDITING, Drop),
    ("xmpMM:*", &history::DOCUMENT_ID, Drop),
    ("xmpRights:*", &people::ORGANISATION, Drop),
    ("photoshop:DocumentAncestors", &history::DOCUMENT_ID, Drop),
    ("photoshop:CaptionWriter", &people::AUTHOR, Drop),
    ("photoshop:Credit", &people::AUTHOR, Drop),
    ("tiff:Artist", &people::AUTHOR, Drop),
    ("tiff:Make", &software::DEVICE, Drop),
    ("tiff:Model", &software::DEVICE, Drop),
    ("tiff:Software", &software::PROGRAM, Drop),
    ("exif:GPS*", &place::POSITION, Drop),
    ("aux:SerialNumber", &software::SERIAL_NUMBER, Drop),
    ("aux:OwnerName", &people::OWNER, Drop),
    ("pdfx:Company", &people::ORGANISATION, Drop),
    ("pdfx:Manager", &people::MANAGER, Drop),
    ("pdfx:SourceModified", &time::DATE, Drop),
    ("pdfx:MSIP_Label*", &software::LABEL, Drop),
    ("aux:*", &software::DEVICE, Drop),
];

/// What says of what standard a document is, and facts that the format itself gives: they stay,
/// and what they say is text.
const KEPT: [&str; 10] = [
    "pdfaid:",
    "pdfuaid:",
    "pdfaExtension:",
    "pdfxid:",
    "pdfvtid:",
    "pdfe:",
    "dc:language",
    "dc:format",
    "pdf:PDFVersion",
    "pdf:Trapped",
];

/// The prefixes by which the rows name their properties.
const NAMESPACES: &[(&str, &str)] = &[
    ("adobe:ns:meta/", "x"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://ns.adobe.com/pdf/1.3/", "pdf"),
    ("http://ns.adobe.com/pdfx/1.3/", "pdfx"),
    ("http://ns.adobe.com/xap/1.0/", "xmp"),
    ("http://ns.adobe.com/xap/1.0/mm/", "xmpMM"),
    ("http://ns.adobe.com/xap/1.0/rights/", "xmpRights"),
    ("http://ns.adobe.com/photoshop/1.0/", "photoshop"),
    ("http://ns.adobe.com/tiff/1.0/", "tiff"),
    ("http://ns.adobe.com/exif/1.0/", "exif"),
    ("http://ns.adobe.com/exif/1.0/aux/", "aux"),
    ("http://www.aiim.org/pdfa/ns/id/", "pdfaid"),
    ("http://www.aiim.org/pdfua/ns/id/", "pdfuaid"),
    ("http://www.aiim.org/pdfa/ns/extension/", "pdfaExtension"),
    ("http://www.npes.org/pdfx/ns/id/", "pdfxid"),
    ("http://www.npes.org/pdfvt/ns/id/", "pdfvtid"),
    ("http://www.aiim.org/pdfe/ns/id/", "pdfe"),
];

/// Walks a packet; gives its new bytes where something in it changes.
pub fn walk(bytes: &[u8], redaction: Option<&Redaction>, visit: &mut Visit<'_>) -> Option<Vec<u8>> {
    let text = decoded(bytes);
    let depth = usize::try_from(visit.limits().xml_depth).unwrap_or(usize::MAX);
    let mut packet = Packet { text: &text, redaction, visit, cuts: Vec::new(), of_print: false };
    if packet.walk(depth).is_none() {
        packet.visit.gap(Reason::Damaged);
        return None;
    }
    let cuts = packet.cuts;
    if cuts.is_empty() {
        return None;
    }
    Some(declared(&without(&text, cuts)).into_bytes())
}

/// A packet without the declarations of somebody's own namespaces that nothing in it uses.
fn declared(packet: &str) -> String {
    let mut left = String::with_capacity(packet.len());
    let mut rest = packet;
    while let Some((before, after)) = rest.split_once(" xmlns:") {
        left.push_str(before);
        rest = after;
        let declaration = after.split_once('=').and_then(|(prefix, value)| {
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            let (address, after) = value.get(1..)?.split_once(quote)?;
            Some((prefix, address, after))
        });
        match declaration {
            Some((prefix, address, after))
                if NAMESPACES.iter().all(|(known, _)| *known != address)
                    && !packet.contains(&format!("{prefix}:")) =>
            {
                rest = after;
            }
            _ => left.push_str(" xmlns:"),
        }
    }
    left.push_str(rest);
    left
}

/// What our own description of a document begins with.
const OPEN: &str = "<rdf:Description xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" rdf:about=\"\">";
const CLOSE: &str = "</rdf:Description>";

/// A packet that says just this.
pub fn packet(imprint: &Imprint) -> String {
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">{}</rdf:RDF>\n\
         </x:xmpmeta>\n<?xpacket end=\"w\"?>",
        description(imprint)
    )
}

fn description(imprint: &Imprint) -> String {
    let field = |name: &str, list: &str, item: &str, text: Option<&str>| match text {
        None => String::new(),
        Some(text) => {
            let text = quick_xml::escape::escape(text);
            format!("<{name}><rdf:{list}><rdf:li{item}>{text}</rdf:li></rdf:{list}></{name}>")
        }
    };
    let title = field("dc:title", "Alt", " xml:lang=\"x-default\"", imprint.title());
    let creator = field("dc:creator", "Seq", "", imprint.organisation());
    let language = field("dc:language", "Bag", "", imprint.language());
    format!("{OPEN}{title}{creator}{language}{CLOSE}")
}

/// A packet that says this, and what it said besides; with the languages that it told.
pub fn state(bytes: &[u8], imprint: &Imprint, depth: usize) -> Option<(String, Vec<String>)> {
    let text = decoded(bytes);
    let mut reader = Reader::new(&text, NAMESPACES, depth);
    let mut open: Vec<String> = Vec::new();
    let mut cuts: Vec<(Range<usize>, String)> = Vec::new();
    let mut languages = Vec::new();
    let mut stated = false;
    let mut replace = |name: &str, value: &str, range: Range<usize>| {
        if name == "dc:language" {
            languages.push(value.to_owned());
        }
        let anew = match name {
            "dc:title" => imprint.title().is_some(),
            "dc:creator" => imprint.organisation().is_some(),
            "dc:language" => imprint.language().is_some(),
            _ => false,
        };
        anew.then(|| (range, String::new()))
    };
    while let Some(event) = reader.next()? {
        match event {
            Event::Open { name, attributes, empty, .. } if is_frame(&open, &name) => {
                let attributes = attributes.iter();
                cuts.extend(
                    attributes.filter_map(|one| replace(&one.name, &one.value, one.range.clone())),
                );
                if !empty {
                    open.push(name);
                }
            }
            Event::Open { name, attributes, empty, range } => {
                let (value, end) = property(&mut reader, &attributes, empty, range.end)?;
                cuts.extend(replace(&name, &value, range.start..end));
            }
            Event::Close { range } => {
                if open.pop()? == "rdf:RDF" && !stated {
                    cuts.push((range.start..range.start, description(imprint)));
                    stated = true;
                }
            }
            Event::Text { .. } | Event::Aside { .. } => {}
        }
    }
    let left = without(&text, cuts);
    // What we said before is said anew.
    stated.then(|| (left.replace(&format!("{OPEN}{CLOSE}"), ""), languages))
}

/// A text with these ranges replaced, which come in order.
fn without(text: &str, cuts: Vec<(Range<usize>, String)>) -> String {
    let mut left = String::with_capacity(text.len());
    let mut from = 0;
    for (cut, instead) in cuts {
        left.push_str(text.get(from..cut.start).unwrap_or_default());
        left.push_str(&instead);
        from = cut.end;
    }
    left.push_str(text.get(from..).unwrap_or_default());
    left
}

/// The title that a packet gives, where it gives one.
pub fn title(bytes: &[u8], depth: usize) -> Option<String> {
    let text = decoded(bytes);
    let mut reader = Reader::new(&text, NAMESPACES, depth);
    let mut open: Vec<String> = Vec::new();
    let told = |name: &str, value: &str| name == "dc:title" && !value.trim().is_empty();
    while let Some(event) = reader.next()? {
        match event {
            Event::Open { name, attributes, empty, .. } if is_frame(&open, &name) => {
                let mut attributes = attributes.into_iter();
                if let Some(title) = attributes.find(|one| told(&one.name, &one.value)) {
                    return Some(title.value);
                }
                if !empty {
                    open.push(name);
                }
            }
            Event::Open { name, attributes, empty, range } => {
                let (value, _) = property(&mut reader, &attributes, empty, range.end)?;
                if told(&name, &value) {
                    return Some(value);
                }
            }
            Event::Close { .. } => {
                open.pop();
            }
            Event::Text { .. } | Event::Aside { .. } => {}
        }
    }
    None
}

/// Whether an element in these is one that holds properties, and none itself.
fn is_frame(open: &[String], name: &str) -> bool {
    let parent = open.last().map(String::as_str).unwrap_or_default();
    matches!(
        (parent, name),
        ("" | "x:xmpmeta" | "x:xapmeta", "x:xmpmeta" | "x:xapmeta" | "rdf:RDF")
            | ("rdf:RDF", "rdf:Description")
    )
}

/// The text of a packet, of whatever width its letters are.
fn decoded(bytes: &[u8]) -> String {
    let wide = |unit: fn([u8; 2]) -> u16, from: usize| {
        let pairs = bytes.get(from..).unwrap_or_default().chunks_exact(2);
        let units = pairs.filter_map(|pair| pair.try_into().ok().map(unit));
        char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
    };
    match bytes {
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes, 2),
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes, 2),
        [0, b'<', ..] => wide(u16::from_be_bytes, 0),
        [b'<', 0, ..] => wide(u16::from_le_bytes, 0),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

struct Packet<'t, 'w, 'v> {
    text: &'t str,
    /// What was taken out of the pages, and must not be said here.
    redaction: Option<&'w Redaction>,
    visit: &'w mut Visit<'v>,
    /// What goes, in order, and what stands there instead.
    cuts: Vec<(Range<usize>, String)>,
    /// The property at hand says how the document is printed.
    of_print: bool,
}

impl Packet<'_, '_, '_> {
    fn walk(&mut self, depth: usize) -> Option<()> {
        let mut reader = Reader::new(self.text, NAMESPACES, depth);
        let mut open: Vec<String> = Vec::new();
        while let Some(event) = reader.next()? {
            match event {
                Event::Open { name, attributes, empty, range } => {
                    if is_frame(&open, &name) {
                        self.attributes(&name, &attributes);
                        if !empty {
                            open.push(name);
                        }
                    } else {
                        let (value, end) = property(&mut reader, &attributes, empty, range.end)?;
                        self.property(&name, &value, range.start..end);
                    }
                }
                Event::Close { .. } => {
                    open.pop();
                }
                // No property, and read by nobody.
                Event::Text { text, range } => {
                    let blank = |letter: char| {
                        letter.is_whitespace() || matches!(letter, '\u{feff}' | '\0')
                    };
                    self.put(&hidden::STRAY_BYTES, Drop, text.trim_matches(blank), range, "");
                }
                Event::Aside { range } => self.aside(range),
            }
        }
        Some(())
    }

    fn attributes(&mut self, element: &str, attributes: &[Attribute]) {
        for Attribute { name, value, range } in attributes {
            match (element, name.as_str()) {
                (_, name)
                    if name == "xmlns"
                        || name.starts_with("xmlns:")
                        || name.starts_with("xml:") => {}
                ("rdf:Description", "rdf:about") => {
                    if !value.trim().is_empty() {
                        self.put(
                            &history::DOCUMENT_ID,
                            Drop,
                            value,
                            range.clone(),
                            " rdf:about=\"\"",
                        );
                    }
                }
                ("x:xmpmeta" | "x:xapmeta", "x:xmptk" | "x:xaptk") => {
                    self.put(&software::PROGRAM, Drop, value, range.clone(), "");
                }
                (_, name) => self.property(name, value, range.clone()),
            }
        }
    }

    fn property(&mut self, name: &str, value: &str, range: Range<usize>) {
        self.visit.enter(Step::Property(name.into()));
        let raw = self.text.get(range.clone()).unwrap_or_default();
        let left = |text: &str| self.redaction.and_then(|redaction| redaction.without(text));
        let (value, renamed) = match (name, left(value), left(raw)) {
            ("dc:title", Some(value), Some(raw)) => (value, Some(raw)),
            _ => (value.to_owned(), None),
        };
        let value = value.as_str();
        if let Some(raw) = renamed {
            self.put(&access::TITLE, Keep, value, range.clone(), "");
            self.cuts.push((range, raw));
        } else if KEPT.iter().any(|kept| name.starts_with(kept)) {
            self.say(value);
        } else {
            let row = ROWS.iter().find(|(pattern, _, _)| match pattern.strip_suffix('*') {
                Some(start) => name.starts_with(start),
                None => name == *pattern,
            });
            let (_, kind, remedy) = row.copied().unwrap_or(("", &hidden::CUSTOM_PROPERTY, Drop));
            let named = kind == &access::TITLE && table::is_document_name(value);
            let kind = if named { &access::TITLE_FILE_NAME } else { kind };
            // Sizes, colours and pictures are full of numbers, which are nobody's.
            self.of_print = name.starts_with("xmpTPg:") || name == "xmp:Thumbnails";
            self.put(kind, remedy, value, range, "");
            self.of_print = false;
        }
        self.visit.leave();
    }

    fn aside(&mut self, range: Range<usize>) {
        let aside = self.text.get(range.clone()).unwrap_or_default();
        let packet = ["<?xpacket ", "<?xml "].iter().any(|start| aside.starts_with(start));
        if !packet {
            self.put(&hidden::STRAY_BYTES, Drop, aside, range, "");
        }
    }

    fn put(
        &mut self,
        kind: &'static Kind,
        remedy: Remedy,
        value: &str,
        range: Range<usize>,
        instead: &str,
    ) {
        if value.trim().is_empty() {
            return;
        }
        let decision = self.visit.place(kind, remedy);
        match self.of_print {
            true => self.visit.usual_text(value),
            false => self.visit.text(value),
        }
        self.visit.end_text();
        if kind == &software::LABEL {
            // Words such as "Standard" stand in many places; none of them is proof of the label.
            self.visit.describe(value);
        }
        self.visit.close();
        match decision {
            Decision::Stay => {}
            Decision::Go => self.cuts.push((range, instead.to_owned())),
            // No kind in these rows has a neutral value.
            Decision::Become(_) => self.cuts.push((range, instead.to_owned())),
        }
    }

    fn say(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.visit.text(text);
            self.visit.end_text();
        }
    }
}

/// All that a property says, and where it ends.
fn property(
    reader: &mut Reader<'_>,
    attributes: &[Attribute],
    empty: bool,
    end: usize,
) -> Option<(String, usize)> {
    let mut texts: Vec<String> = Vec::new();
    let take = |attributes: &[Attribute]| {
        let told = attributes.iter().filter(|attribute| {
            !attribute.name.starts_with("xmlns")
                && !attribute.name.starts_with("xml:")
                && attribute.name != "rdf:parseType"
        });
        told.filter(|attribute| !attribute.value.trim().is_empty())
            .map(|attribute| attribute.value.clone())
            .collect::<Vec<_>>()
    };
    texts.extend(take(attributes));
    if empty {
        return Some((texts.join(", "), end));
    }
    let mut depth = 1_usize;
    loop {
        match reader.next()?? {
            Event::Open { attributes, empty, .. } => {
                texts.extend(take(&attributes));
                depth = depth.saturating_add(usize::from(!empty));
            }
            Event::Close { range } => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some((texts.join(", "), range.end));
                }
            }
            Event::Text { text, .. } => {
                if !text.trim().is_empty() {
                    texts.push(text.trim().to_owned());
                }
            }
            Event::Aside { .. } => {}
        }
    }
}
