//! OpenDocument: texts, sheets, presentations and drawings, in a package or in one XML file.

mod covered;
mod facts;
mod fields;
mod flat;
mod links;
mod looks;
mod names;
mod package;
mod parts;
pub(super) mod sheet;
mod story;
mod strange;
pub(super) mod styles;
mod tables;
mod unused;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Read};
use std::sync::OnceLock;

use super::ooxml::covered::{Covered, is_opaque};
use super::rows::Table;
use super::stated::{self, DC, Field, Stated};
use super::{Format, zip};
use crate::Limits;
use crate::finding::{Reason, Step};
use crate::imprint::Imprint;
use crate::kind::{hidden, inside};
use crate::seen::Tie;
use crate::source::{Pieces, Source};
use crate::syntax::xml;
use crate::syntax::zip::{Archive, Fate, Headers, plain};
use crate::visit::Remedy::{Ask, Drop};
use crate::visit::{Decision, Visit};

pub(crate) use flat::Flat;

use covered::Under;
use facts::Facts;
use names::NAMESPACES;
use package::{Package, is_document};
use parts::{Group, Role};
use story::Story;
use styles::Styles;

/// OpenDocument packages, and those of OpenOffice.org before it.
pub(crate) struct Odf;

/// The sorts of documents, by the end of their media type, and what a report calls each.
const SORTS: &[(&str, &str, &str)] = &[
    ("text-template", "odt", "fodt"),
    ("text-master", "odt", "fodt"),
    ("text-web", "odt", "fodt"),
    ("text", "odt", "fodt"),
    ("spreadsheet", "ods", "fods"),
    ("presentation", "odp", "fodp"),
    ("graphics", "odg", "fodg"),
    ("writer", "odt", "fodt"),
    ("calc", "ods", "fods"),
    ("impress", "odp", "fodp"),
    ("draw", "odg", "fodg"),
];

/// How many bytes tell what sort of document a package is.
const SORT: usize = 256;

impl Format for Odf {
    fn name(&self, source: &dyn Source) -> &'static str {
        named(&sort(source).unwrap_or_default()).map_or("odf", |(name, _)| name)
    }

    fn matches(&self, source: &dyn Source) -> bool {
        zip::is_zip(source) && sort(source).is_some()
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        let archive = Archive::open(source, visit.limits())?;
        if archive.has_names_alike() {
            return Err(Reason::Damaged);
        }
        zip::count(&archive, visit)?;
        let package = Package::read(&archive, visit);
        if ["content.xml", "encrypted-package"].iter().any(|part| package.is_encrypted(part)) {
            return Err(Reason::Encrypted);
        }
        for (word, _) in NAMESPACES {
            visit.known(word);
        }
        for entry in archive.entries() {
            visit.known(&entry.name);
        }
        let mut walk = Walk {
            archive: &archive,
            package: &package,
            facts: Facts::read(),
            table: table(),
            styles: BTreeMap::new(),
            referred: BTreeSet::new(),
            whole: true,
            fates: vec![(Fate::Kept, Headers::KEPT); archive.entries().len()],
        };
        walk.all(visit);
        let mut rewrite = archive.as_it_is();
        rewrite.entries = walk.fates;
        zip::around(&archive, &mut rewrite, visit);
        Ok(archive.rewrite(rewrite))
    }

    fn state(&self, source: &dyn Source, imprint: &Imprint, limits: &Limits) -> Option<Stated> {
        let archive = Archive::open(source, limits).ok()?;
        let index = archive.find("meta.xml")?;
        let (fate, languages) = stated::entry(&archive, index, META, &fields(imprint), limits)?;
        let mut rewrite = archive.as_it_is();
        rewrite.entries.get_mut(index)?.0 = fate;
        Some(Stated { pieces: archive.rewrite(rewrite), languages, says_language: true })
    }
}

/// Where a document tells about itself, as tables name it.
const META: (xml::Namespaces, &str) = (NAMESPACES, "office:meta");

/// What a document is to say of itself, in the fields of this format.
fn fields(imprint: &Imprint) -> Vec<Field<'_>> {
    const OWN: Option<&str> = Some("urn:oasis:names:tc:opendocument:xmlns:meta:1.0");
    let all = [
        ("dc:title", DC, imprint.title()),
        ("dc:language", DC, imprint.language()),
        ("meta:initial-creator", OWN, imprint.organisation()),
        ("dc:creator", DC, imprint.organisation()),
    ];
    all.into_iter()
        .filter_map(|(name, namespace, text)| Some(Field { name, namespace, text: text? }))
        .collect()
}

/// The table that holds for all parts. It is the same for all documents, so it is made once.
fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        Table::new(&[
            tables::MANIFEST,
            tables::PROPERTIES,
            tables::SETTINGS,
            tables::CONTENT,
            tables::LINKS,
            tables::HARMLESS,
            &facts::fields(),
        ])
    })
}

/// What a package says that it is: in a part of its own, or else in its list of parts.
fn sort(source: &dyn Source) -> Option<String> {
    let limits = Limits::default();
    let archive = Archive::open(source, &limits).ok()?;
    let told = archive.find("mimetype").and_then(|index| head(&archive, index));
    match told {
        Some(sort) if is_document(&sort) => Some(sort),
        // An archive of another sort may well have such a list.
        Some(sort) if sort.starts_with("application/") => None,
        _ => {
            let package = Package::peek(&archive, &limits);
            Some(package.sort("").to_owned()).filter(|sort| is_document(sort))
        }
    }
}

/// The beginning of an entry.
fn head(archive: &Archive<'_>, index: usize) -> Option<String> {
    let mut bytes = [0; SORT];
    let mut unpacked = archive.unpack(index).ok()?;
    let mut filled = 0_usize;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match unpacked.read(rest).ok()? {
            0 => break,
            read => filled = filled.saturating_add(read),
        }
    }
    let text = String::from_utf8_lossy(bytes.get(..filled)?);
    Some(text.trim().to_owned())
}

/// What a report calls a document of this sort: as a package, and as one file.
fn named(sort: &str) -> Option<(&'static str, &'static str)> {
    let last = sort.rsplit("opendocument.").next()?.rsplit("sun.xml.").next()?;
    let found = SORTS.iter().find(|(start, _, _)| last.starts_with(start))?;
    Some((found.1, found.2))
}

struct Walk<'w> {
    archive: &'w Archive<'w>,
    package: &'w Package,
    facts: &'w Facts,
    table: &'w Table,
    /// The styles of each document in the package, by its folder.
    styles: BTreeMap<String, Styles>,
    /// The parts that something refers to.
    referred: BTreeSet<String>,
    /// All parts that can refer to others were read.
    whole: bool,
    fates: Vec<(Fate, Headers)>,
}

/// An entry, and what it is.
struct Entry {
    index: usize,
    name: String,
    role: Role,
}

impl Walk<'_> {
    /// Walks all entries: what refers to others first, styles before the text that uses them,
    /// and what is one place together.
    fn all(&mut self, visit: &mut Visit<'_>) {
        let mut entries: Vec<Entry> = Vec::new();
        for (index, entry) in self.archive.entries().iter().enumerate() {
            let name = plain(&entry.name);
            let role = self.package.role(&name);
            entries.push(Entry { index, name, role });
        }
        entries.sort_by_key(|entry| (rank(entry), self.package.base(&entry.name).to_owned()));
        let mut rest = entries.as_slice();
        while let Some((first, after)) = rest.split_first() {
            let Role::Group(group) = first.role else {
                self.entry(first, visit);
                rest = after;
                continue;
            };
            let base = self.package.base(&first.name);
            let end = rest.iter().position(|entry| {
                entry.role != first.role || self.package.base(&entry.name) != base
            });
            let (together, after) = rest.split_at(end.unwrap_or(rest.len()));
            self.group(base, group, together, visit);
            rest = after;
        }
    }

    /// Walks the parts of a folder that is one place; one that holds nothing is none.
    fn group(&mut self, base: &str, group: &Group, parts: &[Entry], visit: &mut Visit<'_>) {
        let entry = |part: &Entry| self.archive.entries().get(part.index);
        let holds = parts.iter().any(|part| entry(part).is_some_and(|entry| entry.size > 0));
        if !holds {
            for part in parts {
                self.entry(part, visit);
            }
            return;
        }
        visit.enter(Step::Part(format!("{base}{}", group.name).into()));
        visit.end_text();
        visit.place(group.kind, group.remedy);
        visit.describe(group.name);
        visit.gathers();
        for start in group.folders() {
            for part in self.package.under(&format!("{base}{start}")) {
                visit.needs(Tie::new("part", &part));
            }
        }
        for part in parts {
            visit.needs(Tie::new("part", &part.name));
            self.entry(part, visit);
        }
        visit.end_text();
        visit.close();
        visit.leave();
    }

    fn entry(&mut self, entry: &Entry, visit: &mut Visit<'_>) {
        let Some(listed) = self.archive.entries().get(entry.index) else { return };
        let fixed = matches!(entry.role, Role::Sort) || entry.name == package::MANIFEST;
        let mut decision = Decision::Stay;
        if !fixed {
            decision = visit.follow(Tie::new("part", &entry.name));
        }
        visit.enter(Step::Part(listed.name.as_str().into()));
        let headers = zip::headers(listed, visit);
        visit.leave();
        let fate = match (listed.is_folder(), entry.role) {
            (true, Role::Group(_)) => Fate::Kept,
            (true, _) => zip::folder(self.archive, listed, visit),
            (false, _) => self.part(entry, visit),
        };
        if !fixed {
            visit.close();
        }
        let fate = if decision == Decision::Go { Fate::Gone } else { fate };
        if let Some(slot) = self.fates.get_mut(entry.index) {
            *slot = (fate, headers);
        }
    }

    fn part(&mut self, entry: &Entry, visit: &mut Visit<'_>) -> Fate {
        if self.package.is_encrypted(&entry.name) {
            return self.closed(entry, Reason::Encrypted, visit);
        }
        match entry.role {
            Role::Sort => self.passed(entry, visit),
            Role::Xml => self.xml(entry, visit),
            Role::Signature => {
                visit.guard(&inside::SIGNATURE);
                self.whole(entry, (&inside::SIGNATURE, Ask), visit)
            }
            Role::Group(group) => self.grouped(entry, group, visit),
            _ if self.is_loose(entry) => self.whole(entry, (&hidden::STRAY_BYTES, Drop), visit),
            Role::Font => self.passed(entry, visit),
            Role::Document => self.document(entry, visit),
            // Statements about the document that no program shows.
            Role::Strange if entry.name.ends_with(".rdf") => {
                self.whole(entry, (&hidden::PRIVATE_DATA, Drop), visit)
            }
            Role::Strange => {
                let fate = self.document(entry, visit);
                // What can be read of it is told; what it is for is not known.
                if self.is_readable(entry, visit) {
                    self.gap(entry, Reason::Unknown, visit);
                }
                fate
            }
        }
    }

    /// Whether nothing refers to a part, or it is missing from the list of parts: programs do
    /// not show it.
    fn is_loose(&self, entry: &Entry) -> bool {
        let referred = self.referred.contains(&entry.name);
        let picture = entry.name.contains("pictures/");
        self.whole && !referred && (picture || self.package.is_unlisted(&entry.name))
    }

    /// Walks a part that is a place as a whole.
    fn whole(
        &mut self,
        entry: &Entry,
        (kind, remedy): (&'static crate::kind::Kind, crate::visit::Remedy),
        visit: &mut Visit<'_>,
    ) -> Fate {
        visit.enter(self.step(entry));
        visit.end_text();
        visit.place(kind, remedy);
        visit.describe(&entry.name);
        visit.gathers();
        visit.needs(Tie::new("part", &entry.name));
        visit.leave();
        let fate = match entry.role {
            Role::Signature => self.anything(entry, visit),
            _ if self.is_readable(entry, visit) => self.document(entry, visit),
            _ => self.shown(entry, visit),
        };
        visit.end_text();
        visit.close();
        fate
    }

    /// Walks a part of a folder that is one place. What goes whatever is in it need not be read.
    fn grouped(&mut self, entry: &Entry, group: &Group, visit: &mut Visit<'_>) -> Fate {
        let size = self.archive.entries().get(entry.index).map_or(0, |listed| listed.size);
        let readable = size > 0 && self.is_readable(entry, visit);
        match (size, readable) {
            (0, _) => Fate::Kept,
            (_, true) => self.document(entry, visit),
            (_, false) if group.remedy == Drop => self.shown(entry, visit),
            (_, false) => self.anything(entry, visit),
        }
    }

    /// Walks XML of which nothing is known; what is no XML is a gap.
    fn anything(&self, entry: &Entry, visit: &mut Visit<'_>) -> Fate {
        let fate = visit.part(self.step(entry), |visit| {
            let (table, mut part) = (Table::default(), strange::Anything { name: &entry.name });
            zip::xml(self.archive, entry.index, NAMESPACES, &table, &mut part, visit)
        });
        fate.unwrap_or(Fate::Kept)
    }

    fn document(&self, entry: &Entry, visit: &mut Visit<'_>) -> Fate {
        zip::document(self.archive, entry.index, self.step(entry), visit)
    }

    fn is_readable(&self, entry: &Entry, visit: &Visit<'_>) -> bool {
        let unpacked = self.archive.unpack(entry.index).ok();
        let bytes = unpacked.and_then(|unpacked| visit.unpack(unpacked).whole().ok());
        bytes.is_some_and(|bytes| super::detect(&bytes).is_some())
    }

    /// Unpacks a part of which nothing is told, so that its bytes are counted and searched.
    fn passed(&self, entry: &Entry, visit: &mut Visit<'_>) -> Fate {
        visit.part(self.step(entry), |visit| {
            let mut unpacked = visit.unpack(self.archive.unpack(entry.index)?);
            std::io::copy(&mut unpacked, &mut std::io::sink())?;
            Ok(())
        });
        Fate::Kept
    }

    /// Unpacks a part that goes whatever is in it, and shows what can be read at its start.
    fn shown(&self, entry: &Entry, visit: &mut Visit<'_>) -> Fate {
        visit.part(self.step(entry), |visit| visit.glance(self.archive.unpack(entry.index)?));
        Fate::Kept
    }

    /// Passes a part that cannot be read.
    fn closed(&self, entry: &Entry, reason: Reason, visit: &mut Visit<'_>) -> Fate {
        if let Some(listed) = self.archive.entries().get(entry.index) {
            visit.packed(listed.data());
        }
        visit.part(self.step(entry), |_| Err::<(), _>(reason));
        Fate::Kept
    }

    fn gap(&self, entry: &Entry, reason: Reason, visit: &mut Visit<'_>) {
        visit.enter(self.step(entry));
        visit.gap(reason);
        visit.leave();
    }

    fn step(&self, entry: &Entry) -> Step {
        let listed = self.archive.entries().get(entry.index);
        Step::Part(listed.map(|listed| listed.name.as_str()).unwrap_or_default().into())
    }

    /// What on the pages of a part is covered.
    fn covered(&self, entry: &Entry, styles: &Styles, visit: &mut Visit<'_>) -> Covered {
        let sort = self.package.sort(self.package.base(&entry.name));
        let (archive, part) = (self.archive, &entry.name);
        if !covered::has_shapes(sort) || !part.ends_with("content.xml") {
            return Covered::default();
        }
        let Ok(unpacked) = archive.unpack(entry.index) else { return Covered::default() };
        let input = Box::new(BufReader::with_capacity(32 << 10, visit.unpack(unpacked)));
        let base = self.package.base(part);
        let mut is_opaque = |name: &str| is_opaque(archive, &format!("{base}{name}"), visit);
        let (covered, partly) =
            covered::survey(input, styles.clone(), visit.limits(), &mut is_opaque);
        if partly {
            self.gap(entry, Reason::Limit, visit);
        }
        covered
    }

    /// What may lie behind the text of a part.
    fn lies_over(&self, entry: &Entry, visit: &Visit<'_>) -> Under {
        let unpacked = self.archive.unpack(entry.index).ok();
        let unpacked = unpacked.filter(|_| entry.name.ends_with("content.xml"));
        unpacked.map_or_else(Under::default, |unpacked| {
            Under::read(visit.unpack(unpacked), visit.held())
        })
    }

    /// Walks XML by the tables.
    fn xml(&mut self, entry: &Entry, visit: &mut Visit<'_>) -> Fate {
        let base = self.package.base(&entry.name).to_owned();
        let styles = self.styles.get(&base).cloned().unwrap_or_default();
        let covered = self.covered(entry, &styles, visit);
        let under = self.lies_over(entry, visit);
        let story = Story::new(self.package, self.facts, &entry.name, styles).covers(covered);
        let mut story = story.lies_over(under);
        let (archive, table) = (self.archive, self.table);
        let fate = visit.part(self.step(entry), |visit| {
            let manifest = entry.name == package::MANIFEST;
            visit.bears(if manifest { &["part"] } else { tables::BEARS });
            zip::xml(archive, entry.index, NAMESPACES, table, &mut story, visit)
        });
        self.whole &= fate.is_some();
        let (styles, referred) = story.finish();
        if entry.name.ends_with("styles.xml") {
            self.styles.insert(base, styles);
        }
        self.referred.extend(referred);
        fate.unwrap_or(Fate::Kept)
    }
}

/// In which order parts are walked.
fn rank(entry: &Entry) -> u8 {
    match entry.role {
        Role::Sort => 0,
        Role::Xml if entry.name.ends_with("styles.xml") => 1,
        Role::Xml => 2,
        Role::Document | Role::Font | Role::Strange => 3,
        Role::Signature => 4,
        Role::Group(group) => group.rank(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::rows::Holds;

    #[test]
    fn whatever_can_hold_a_date_bytes_or_text_has_a_meaning() {
        let (table, facts) = (table(), Facts::read());
        for place in facts::list("dates and bytes") {
            let (element, attribute) = place.split_once('@').unwrap();
            let known = table.has(element, attribute) || table.has("*", attribute);
            assert!(known || facts.attribute(element, attribute) == Holds::Text, "{place}");
        }
        for element in facts::list("elements with a date or bytes") {
            assert!(table.has(element, ""), "{element}");
        }
        for element in facts::list("elements with text in them") {
            assert!(table.has(element, "") || facts.text(element) == Holds::Text, "{element}");
        }
        for attribute in facts::list("text") {
            assert_eq!(facts.attribute("*", attribute), Holds::Text, "{attribute}");
        }
        assert_eq!(facts.attribute("text:p", "maker"), Holds::Unknown);
        assert_eq!(facts.text("{urn:x}maker"), Holds::Unknown);
    }

    #[test]
    fn each_sort_of_document_has_a_name() {
        let of = |sort| named(sort).map(|(name, _)| name);
        assert_eq!(of("application/vnd.oasis.opendocument.text-template"), Some("odt"));
        assert_eq!(of("application/vnd.oasis.opendocument.spreadsheet"), Some("ods"));
        assert_eq!(of("application/vnd.sun.xml.impress"), Some("odp"));
        assert_eq!(of("application/vnd.oasis.opendocument.chart"), None);
    }
}
