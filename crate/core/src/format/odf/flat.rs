//! OpenDocument in one XML file.

use std::io::BufReader;

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
        let mut story = Story::new(&package, Facts::read(), "", Styles::default());
        let input = Box::new(BufReader::with_capacity(32 << 10, Reader::new(source)));
        let left = rows::walk(input, NAMESPACES, table(), &mut story, visit)?;
        Ok(left.unwrap_or_else(|| Pieces::all(source)))
    }

    fn state(&self, source: &dyn Source, imprint: &Imprint, limits: &Limits) -> Option<Stated> {
        let bytes = stated::whole(source, limits)?;
        let (new, languages) = stated::put(&bytes, META, &fields(imprint), limits)?;
        Some(Stated { pieces: Pieces::fresh(new), languages, says_language: true })
    }
}

/// What a file says that it is, where it is such a document.
fn sort(source: &dyn Source) -> Option<String> {
    let head = source.head(xml::HEAD);
    let limits = crate::Limits::default();
    let mut filter = Filter::new(head.as_slice(), NAMESPACES, &limits).ok()?;
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
