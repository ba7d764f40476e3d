//! OpenDocument in one XML file.

use std::io::BufReader;

use super::covered;
use super::facts::Facts;
use super::names::NAMESPACES;
use super::package::Package;
use super::story::Story;
use super::styles::Styles;
use super::{META, fields, named, table};
use crate::Limits;
use crate::finding::Reason;
use crate::format::stated::{self, Stated};
use crate::format::{Format, rows};
use crate::imprint::Imprint;
use crate::source::{Pieces, Reader, Source};
use crate::syntax::xml::{self, Filter, Node};
use crate::visit::Visit;

/// An OpenDocument file that is no package.
pub(crate) struct Flat;

impl Format for Flat {
    fn name(&self, source: &dyn Source) -> &'static str {
        named(&sort(source).unwrap_or_default()).map_or("fodt", |(_, name)| name)
    }

    fn matches(&self, source: &dyn Source) -> bool {
        sort(source).is_some()
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        for (word, _) in NAMESPACES {
            visit.known(word);
        }
        let package = Package::default();
        let input = || Box::new(BufReader::with_capacity(32 << 10, Reader::new(source)));
        let (mut under, mut partly) = Default::default();
        if sort(source).is_some_and(|sort| covered::has_shapes(&sort)) {
            let (styles, limits) = (Styles::default(), visit.limits());
            (under, partly) = covered::survey(input(), styles, limits, &mut |_| false);
        }
        if partly {
            visit.gap(Reason::Limit);
        }
        let styles = Styles::default();
        let lies_over = covered::Under::read(input(), visit.held());
        let story = Story::new(&package, Facts::read(), "", styles).covers(under);
        let mut story = story.lies_over(lies_over);
        match rows::walk(input(), NAMESPACES, table(), &mut story, visit) {
            Ok(left) => return Ok(left.unwrap_or_else(|| Pieces::all(source))),
            Err(xml::Error::Encoding) => {}
            Err(error) => return Err(error.into()),
        }
        // In other characters; what changes is written in UTF-8.
        let bytes = source.bytes(0..source.len(), visit.held())?;
        let text = xml::to_utf8(&bytes).ok_or(Reason::Unknown)?;
        let Some(left) =
            rows::walk(Box::new(text.as_slice()), NAMESPACES, table(), &mut story, visit)?
        else {
            return Ok(Pieces::all(source));
        };
        let copy = left.over(&text);
        Ok(Pieces::fresh(copy.bytes(0..copy.len(), visit.held())?))
    }

    fn state(&self, source: &dyn Source, imprint: &Imprint, limits: &Limits) -> Option<Stated> {
        let bytes = stated::whole(source, limits)?;
        let (new, languages) = stated::put(&bytes, META, &fields(imprint), limits)?;
        Some(Stated { pieces: Pieces::fresh(new), languages, says_language: true })
    }
}

/// What a file says that it is, where it is such a document.
fn sort(source: &dyn Source) -> Option<String> {
    let head = xml::to_utf8_where_not(source.head(xml::HEAD))?;
    let limits = crate::Limits::default();
    let mut filter = Filter::of(&head, NAMESPACES, &limits).ok()?;
    loop {
        match filter.next().ok()?? {
            Node::Start if filter.name() == "office:document" => {
                return Some(filter.attribute("office:mimetype").unwrap_or_default().to_owned());
            }
            Node::Start => return None,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, Plan, Show, Source, clean, inspect};

    #[test]
    fn a_file_in_sixteen_bits_is_read_and_cleaned() {
        let text = concat!(
            r#"<?xml version="1.0" encoding="UTF-16"?><office:document "#,
            r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" "#,
            r#"xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" "#,
            r#"xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" "#,
            r#"office:mimetype="application/vnd.oasis.opendocument.text"><office:meta>"#,
            r#"<meta:initial-creator>Janne de Vries</meta:initial-creator></office:meta>"#,
            r#"<office:body><office:text><text:p>De maan is rond.</text:p></office:text>"#,
            r#"</office:body></office:document>"#,
        );
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
        let options = Options::default();
        let json = inspect("nota.fodt", &bytes, &options).json(Show::Revealed);
        assert!(json.contains("Janne de Vries") && json.contains(r#""gaps":[]"#), "{json}");
        let cleaned = clean("nota.fodt", &bytes, &Plan::default(), &options).unwrap();
        let copy = cleaned.pieces.over(&bytes);
        let copy = copy.bytes(0..copy.len(), u64::MAX).unwrap();
        let copy = String::from_utf8(copy).unwrap();
        assert!(copy.contains("De maan is rond.") && copy.contains("UTF-8"), "{copy}");
        assert!(!copy.contains("Janne"), "{copy}");
    }
}
