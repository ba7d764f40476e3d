//! SVG: drawings in XML (SVG 1.1 and 2), and what Inkscape, Illustrator and others add to them.

mod data;
mod place;
pub(super) mod style;
mod tables;
mod unseen;

use std::io::BufReader;

use super::Format;
use super::doctype;
use super::ooxml::paths::is_alt_path;
use super::rows::{self, Edit, Holds, Input, Part, Table};
use crate::Limits;
use crate::finding::{Certainty, Reason, Step};
use crate::kind::{access, hidden, inside, redaction};
use crate::source::{Pieces, Reader, Source};
use crate::syntax::xml::{self, Filter, Node};
use crate::visit::{Decision, Remedy, Visit};

use tables::NAMESPACES;
use unseen::{Unseen, Why};

/// Drawings.
pub(crate) struct Svg;

impl Format for Svg {
    fn name(&self, _: &dyn Source) -> &'static str {
        "svg"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        let head = source.head(xml::HEAD);
        let limits = Limits::default();
        let Ok(mut filter) = Filter::of(&head, NAMESPACES, &limits) else {
            return false;
        };
        loop {
            match filter.next() {
                Ok(Some(Node::Start)) => return filter.name() == "svg:svg",
                Ok(Some(_)) => {}
                // Illustrator declares entities; such a drawing is known, and not read.
                Err(xml::Error::Entity) => return declares_svg(&head),
                Ok(None) | Err(_) => return false,
            }
        }
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        for (word, _) in NAMESPACES {
            visit.known(word);
        }
        let table = Table::new(&[tables::ROWS, tables::LINKS, tables::HARMLESS]);
        let unseen = unseen::find(source, visit.limits());
        if unseen.partly {
            visit.gap(Reason::Limit);
        }
        let mut drawing = Drawing { unseen, ..Drawing::default() };
        let input = Box::new(BufReader::with_capacity(32 << 10, Reader::new(source)));
        let left = rows::walk(input, NAMESPACES, &table, &mut drawing, visit)?;
        Ok(left.unwrap_or_else(|| Pieces::all(source)))
    }
}

fn declares_svg(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head);
    text.split_once("<!DOCTYPE").is_some_and(|(_, rest)| rest.trim_start().starts_with("svg"))
}

/// A drawing while it passes by.
#[derive(Default)]
struct Drawing {
    /// A text that is judged when it is whole.
    whole: String,
    documents: u64,
    /// How deep in data that some program keeps for itself.
    private: u64,
    /// What is said about the drawing, as far as it is no element; and whether nothing else is.
    loose: String,
    bare: bool,
    /// What nobody sees, though it is not told to be gone.
    unseen: Unseen,
}

/// What is said about a drawing.
const METADATA: &str = "svg:metadata";

/// Elements that a program keeps for itself, with all in them.
const PRIVATE: &[&str] = &["xmp:xmpmeta", "ai:pgf", "ai:aipgf", "asave:sfw", "svg:metadata"];

impl Part for Drawing {
    fn attribute(&self, _: &str, attribute: &str) -> Holds {
        let known = !attribute.starts_with('{') || self.private > 0;
        if known { Holds::Text } else { Holds::Unknown }
    }

    fn text(&self, element: &str) -> Holds {
        let known = element.contains(':') && !element.starts_with('{') || self.private > 0;
        if known { Holds::Text } else { Holds::Unknown }
    }

    fn name(&self) -> &str {
        ""
    }

    fn need(&self, _: &mut Visit<'_>) {}

    fn starts(&mut self, filter: &Filter<Input<'_>>, _: &mut Visit<'_>) {
        self.bare = filter.name() == METADATA;
        if PRIVATE.contains(&filter.name()) {
            self.private = self.private.saturating_add(1);
        }
        if matches!(filter.name(), "svg:title" | "svg:desc" | "svg:style") {
            self.whole.clear();
        }
    }

    fn encloses(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) -> Option<Decision> {
        let style = filter.attribute("style").unwrap_or_default().replace(' ', "");
        let hidden = filter.attribute("display") == Some("none")
            || style.split(';').any(|rule| rule == "display:none");
        let why = self.unseen.get(filter.range().start);
        let why = if hidden { Why::Hidden(Certainty::Certain) } else { why? };
        let (kind, mut remedy, mut sure) = match why {
            Why::Hidden(sure) => (&hidden::HIDDEN_TEXT, Remedy::Ask, sure),
            Why::Covered(true) => (&redaction::BAD_REDACTION, Remedy::Ask, Certainty::Certain),
            // With what is covered the rest would go.
            Why::Covered(false) => (&redaction::BAD_REDACTION, Remedy::Keep, Certainty::Likely),
            Why::Perhaps => (&redaction::BAD_REDACTION, Remedy::Keep, Certainty::Possible),
        };
        if self.unseen.unsure || sure == Certainty::Possible {
            (remedy, sure) = (Remedy::Keep, Certainty::Possible);
        }
        if !hidden {
            visit.end_text();
        }
        let decision = visit.place(kind, remedy);
        visit.sure(sure);
        Some(decision)
    }

    fn takes(&mut self, element: &str, text: &str, visit: &mut Visit<'_>) -> bool {
        match element {
            "svg:title" | "svg:desc" => {
                self.whole.push_str(text);
                true
            }
            METADATA => {
                self.loose.push_str(text);
                true
            }
            "svg:style" => {
                data::watch_style(text, visit);
                self.whole.push_str(text);
                true
            }
            _ => false,
        }
    }

    fn becomes(&mut self, element: &str, visit: &mut Visit<'_>) -> Option<String> {
        if element == METADATA {
            let text = std::mem::take(&mut self.loose);
            if text.trim().is_empty() {
                return None;
            }
            // Among elements it stays, as their places are settled already.
            let remedy = if self.bare { Remedy::Drop } else { Remedy::Keep };
            let decision = visit.value(&hidden::PRIVATE_DATA, remedy, text.trim());
            return (decision == Decision::Go).then(String::new);
        }
        if element == "svg:style" {
            // Selectors and colours name nobody; remarks may.
            let sheet = std::mem::take(&mut self.whole);
            style::remarks(&sheet).for_each(|remark| visit.aside(remark));
            visit.usual_aside(&sheet);
            return None;
        }
        if !matches!(element, "svg:title" | "svg:desc") {
            return None;
        }
        let text = std::mem::take(&mut self.whole);
        if !is_alt_path(&text) {
            visit.aside(&text);
            return None;
        }
        let decision = visit.value(&access::ALT_PATH, Remedy::Drop, &text);
        (decision == Decision::Go).then(String::new)
    }

    fn holds(&mut self, attribute: &str, value: &str, visit: &mut Visit<'_>) -> Option<Edit> {
        match attribute {
            "xlink:href" | "href" if data::is_data(value) => {
                self.documents = self.documents.saturating_add(1);
                let left = data::walk(Step::Block(self.documents), value, visit);
                Some(left.map_or(Edit::Keep, |value| Edit::Set(value.into())))
            }
            "style" => {
                data::watch_style(value, visit);
                None
            }
            name if tables::is_event(name) => {
                visit.enter(Step::Property(name.into()));
                let decision = visit.value(&inside::SCRIPT, Remedy::Ask, value);
                visit.leave();
                Some(if decision == Decision::Go { Edit::Drop } else { Edit::Keep })
            }
            _ => None,
        }
    }

    fn ends(&mut self, element: &str, _: &mut Visit<'_>) {
        if PRIVATE.contains(&element) {
            self.private = self.private.saturating_sub(1);
        }
    }

    fn remedy(&self, remark: &str) -> Remedy {
        // Without its style the drawing looks otherwise.
        if remark.starts_with("xml-stylesheet") { Remedy::Keep } else { Remedy::Drop }
    }

    fn is_usual(&self, remark: &str) -> bool {
        const PUBLIC: &[&str] = &[
            "-//W3C//DTD SVG 1.0//EN",
            "-//W3C//DTD SVG 1.1//EN",
            "-//W3C//DTD SVG 1.1 Basic//EN",
            "-//W3C//DTD SVG 1.1 Tiny//EN",
            "-//W3C//DTD SVG 20010904//EN",
        ];
        const FILES: &[&str] = &[
            "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd",
            "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11-basic.dtd",
            "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11-tiny.dtd",
            "http://www.w3.org/TR/2001/REC-SVG-20010904/DTD/svg10.dtd",
        ];
        doctype::is_known(remark, PUBLIC, FILES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Plan, Show, clean, inspect};

    fn cleaned(drawing: &str) -> String {
        let bytes = drawing.as_bytes().to_vec();
        let cleaned = clean("a.svg", &bytes, &Plan::default(), &Options::default()).unwrap();
        let copy = cleaned.pieces.over(&bytes);
        String::from_utf8(copy.bytes(0..copy.len(), 1 << 20).unwrap()).unwrap()
    }

    const OPEN: &str =
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">"#;

    #[test]
    fn a_picture_in_a_data_address_is_cleaned() {
        // A GIF of one point with the remark "by Janne".
        let gif = "R0lGODlhAQABAIAAAAAAAP///yH+CGJ5IEphbm5lACwAAAAAAQABAAACAkQBADs=";
        let drawing = format!(r#"{OPEN}<image xlink:href="data:image/gif;base64,{gif}"/></svg>"#);
        let copy = cleaned(&drawing);
        assert!(copy.contains("data:image/gif;base64,R0lGOD"), "{copy}");
        assert!(!copy.contains("IEphbm5l"), "{copy}");
    }

    #[test]
    fn a_description_stays_unless_it_is_a_path() {
        let drawing =
            format!("{OPEN}<title>Het wapen</title><desc>C:\\Users\\janne\\a.svg</desc></svg>");
        let copy = cleaned(&drawing);
        assert!(copy.contains("<title>Het wapen</title><desc></desc>"), "{copy}");
    }

    #[test]
    fn text_that_is_told_to_vanish_is_hidden() {
        for (hidden, body) in [
            (true, r#"<text>Janne<set attributeName="display" to="none"/></text>"#),
            (true, r#"<text font-size="0pt">Janne</text>"#),
            (false, r#"<text>Janne<set attributeName="opacity" to="0" begin="click"/></text>"#),
            (false, r#"<text font-size="12pt">Janne</text>"#),
        ] {
            let bytes = format!("{OPEN}{body}</svg>").into_bytes();
            let json = inspect("a.svg", &bytes, &Options::default()).json(Show::Revealed);
            assert_eq!(json.contains("hidden-text"), hidden, "{body}: {json}");
        }
    }

    #[test]
    fn loose_words_about_a_drawing_go() {
        let copy = cleaned(&format!("{OPEN}<metadata>van Janne</metadata><g/></svg>"));
        assert!(copy.contains("<metadata></metadata><g/>"), "{copy}");
    }

    #[test]
    fn what_nobody_knows_is_a_gap() {
        for unknown in [
            r#"<q:maker xmlns:q="urn:x">Janne</q:maker>"#,
            r#"<g xmlns:q="urn:x" q:maker="Janne"/>"#,
            "<style>a{background:url(data:image/png;base64,AAAA)}</style>",
            r#"<image href="data:image/png;base64,AAAA"/>"#,
        ] {
            let bytes = format!("{OPEN}{unknown}</svg>").into_bytes();
            let json = inspect("a.svg", &bytes, &Options::default()).json(Show::Revealed);
            assert!(json.contains("\"incomplete\""), "{unknown}: {json}");
        }
    }
}
