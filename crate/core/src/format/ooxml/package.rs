//! The parts of a package: what sort each is, and what leads to it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};
use std::rc::Rc;

use super::names::NAMESPACES;
use crate::Limits;
use crate::finding::Reason;
use crate::format::rows::Input;
use crate::order::Gather;
use crate::seen::Tie;
use crate::syntax::percent;
use crate::syntax::xml::{self, Filter, Node};
use crate::syntax::zip::{Archive, plain};
use crate::visit::{Remedy, Visit};

/// The name of the part that tells the types of the others.
pub(super) const TYPES: &str = "[content_types].xml";

/// What a package says about its parts. Names are in small letters with plain slashes.
#[derive(Default)]
pub(super) struct Package {
    /// For endings of names.
    defaults: BTreeMap<String, String>,
    /// For names.
    overrides: BTreeMap<String, String>,
    /// What leads to a part.
    incoming: BTreeMap<String, Vec<Relation>>,
    /// Where a part leads to.
    outgoing: BTreeMap<String, Vec<Relation>>,
    /// Some relationships could not be read.
    broken: bool,
    /// The drawings that only show the notes of a part.
    notes: BTreeMap<String, String>,
    /// The names of all parts.
    parts: BTreeSet<String>,
}

/// A relationship: from one part, or from the package, to another.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub(super) owner: String,
    pub(super) id: String,
    /// The last word of its type.
    pub(super) sort: String,
    pub(super) target: String,
    pub(super) external: bool,
}

impl Package {
    /// Reads the types and relationships of all parts.
    pub(super) fn read(archive: &Archive<'_>, visit: &Visit<'_>) -> Result<Self, Reason> {
        let open = |index| -> Result<Input<'_>, Reason> {
            let bytes = visit.unpack(archive.unpack(index)?).whole()?;
            let bytes = xml::to_utf8_where_not(bytes).ok_or(Reason::Unknown)?;
            Ok(Box::new(Cursor::new(bytes)))
        };
        let names = || archive.entries().iter().map(|entry| plain(&entry.name));
        let mut package = Self { parts: names().into_set(), ..Self::default() };
        for (index, name) in names().enumerate() {
            if name == TYPES {
                package.read_types(open(index)?, visit.limits())?;
            } else if let Some(owner) = owner(&name) {
                // A part whose relationships cannot be read is told about when it is walked.
                let read = open(index)
                    .and_then(|input| package.read_relations(input, &owner, visit.limits()));
                package.broken |= read.is_err();
            }
        }
        Ok(package)
    }

    /// Reads only as much as tells what sort of document this is. Nothing is counted: what is
    /// read is bounded by how much of a part may be held.
    pub(super) fn peek(archive: &Archive<'_>, limits: &Limits) -> Result<Self, Reason> {
        let mut package = Self::default();
        let open = |name: &str| -> Result<Input<'_>, Reason> {
            let index = archive.find(name).ok_or(Reason::Unknown)?;
            Ok(Box::new(BufReader::new(archive.unpack(index)?.take(limits.held))))
        };
        package.read_types(open(TYPES)?, limits)?;
        package.read_relations(open("_rels/.rels")?, "", limits)?;
        Ok(package)
    }

    /// Whether some relationships could not be read, so that others may lead anywhere.
    pub(super) fn is_broken(&self) -> bool {
        self.broken
    }

    fn read_types(&mut self, input: Input<'_>, limits: &Limits) -> Result<(), Reason> {
        each_element(input, limits, |filter| match filter.name() {
            "types:Default" => {
                let (ending, sort) =
                    (filter.attribute("Extension"), filter.attribute("ContentType"));
                if let (Some(ending), Some(sort)) = (ending, sort) {
                    self.defaults.insert(ending.to_ascii_lowercase(), sort.to_owned());
                }
            }
            "types:Override" => {
                let (name, sort) = (filter.attribute("PartName"), filter.attribute("ContentType"));
                if let (Some(name), Some(sort)) = (name, sort) {
                    self.overrides.insert(self.part("", name), sort.to_owned());
                }
            }
            _ => {}
        })
    }

    fn read_relations(
        &mut self,
        input: Input<'_>,
        owner: &str,
        limits: &Limits,
    ) -> Result<(), Reason> {
        each_element(input, limits, |filter| {
            if filter.name() != "rel:Relationship" {
                return;
            }
            let relation = self.relation(owner, filter);
            if !relation.external {
                let incoming = self.incoming.entry(relation.target.clone()).or_default();
                incoming.push(relation.clone());
            }
            self.outgoing.entry(owner.to_owned()).or_default().push(relation);
        })
    }

    /// The relationship of a part that an element tells.
    pub(super) fn relation(&self, owner: &str, filter: &Filter<Input<'_>>) -> Relation {
        let value = |name| filter.attribute(name).unwrap_or_default();
        let external = value("TargetMode").eq_ignore_ascii_case("external");
        let target = match external {
            true => value("Target").to_owned(),
            false => self.part(owner, value("Target")),
        };
        Relation {
            owner: owner.to_owned(),
            id: value("Id").to_owned(),
            sort: value("Type").rsplit('/').next().unwrap_or_default().to_owned(),
            target,
            external,
        }
    }

    /// The name of the part at an address that stands in `owner`: as it is written where there is a
    /// part of that name, else with what is written in numbers read.
    pub(super) fn part(&self, owner: &str, written: &str) -> String {
        let written = written.split(['#', '?']).next().unwrap_or_default();
        let exact = resolved(owner, written);
        if self.parts.contains(&exact) { exact } else { address(owner, written) }
    }

    /// Finds the drawings in the old form that show nothing but the notes of a sheet.
    pub(super) fn find_notes(&mut self, archive: &Archive<'_>, visit: &Visit<'_>) {
        let mut found = Vec::new();
        for relations in self.outgoing.values() {
            let Some(notes) = relations.iter().find(|relation| relation.sort == "comments") else {
                continue;
            };
            let drawing = relations.iter().find(|drawing| {
                if drawing.sort != "vmlDrawing" {
                    return false;
                }
                let index = archive.find(&drawing.target);
                let part = index.and_then(|index| archive.unpack(index).ok());
                let bytes = part.and_then(|part| visit.unpack(part).whole().ok());
                bytes.is_some_and(|bytes| shows_notes(&String::from_utf8_lossy(&bytes)))
            });
            if let Some(drawing) = drawing {
                found.push((notes.target.clone(), drawing.target.clone()));
            }
        }
        self.notes.extend(found);
    }

    /// Whether a part is a drawing that only shows notes.
    pub(super) fn is_of_notes(&self, part: &str) -> bool {
        part.ends_with(".vml") && self.notes.values().any(|drawing| drawing == part)
    }

    /// The content type of a part.
    pub(super) fn sort(&self, part: &str) -> &str {
        let ending = part.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default();
        let found = self.overrides.get(part).or_else(|| self.defaults.get(ending));
        found.map(String::as_str).unwrap_or_default()
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, part: &str) -> bool {
        self.parts.contains(part)
    }

    /// The content type of the main part.
    pub(super) fn main(&self) -> Option<&str> {
        let main = self.outgoing("").iter().find(|relation| relation.sort == "officeDocument")?;
        Some(self.sort(&main.target))
    }

    /// What leads to a part.
    pub(super) fn incoming(&self, part: &str) -> &[Relation] {
        self.incoming.get(part).map(Vec::as_slice).unwrap_or_default()
    }

    /// Where a part leads to; the package itself has no name.
    pub(super) fn outgoing(&self, part: &str) -> &[Relation] {
        self.outgoing.get(part).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether some relationship of this sort leads to the part.
    pub(super) fn is(&self, part: &str, sort: &str) -> bool {
        self.incoming(part).iter().any(|relation| relation.sort == sort)
    }

    /// The parts to which some way leads from the package.
    pub(super) fn reachable(&self) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut next = vec![String::new()];
        while let Some(part) = next.pop() {
            for relation in self.outgoing(&part) {
                if !relation.external && reached.insert(relation.target.clone()) {
                    next.push(relation.target.clone());
                }
            }
        }
        reached
    }

    /// Says that the place that is open needs a part, with all that only it leads to, and the
    /// relationships between them.
    pub(super) fn need(&self, part: &str, visit: &mut Visit<'_>) {
        for tie in self.with(part) {
            visit.needs(tie);
        }
    }

    /// Says the same of a part that goes whatever else needs it: nothing shows it.
    pub(super) fn need_loose(&self, part: &str, visit: &mut Visit<'_>) {
        for tie in self.with(part) {
            visit.loosens(tie.clone());
            visit.needs(tie);
        }
    }

    /// The names of a part, of all that only it leads to, and of the relationships between them.
    fn with(&self, part: &str) -> Vec<Tie> {
        let mut next = vec![part.to_owned()];
        next.extend(self.notes.get(part).cloned());
        let mut going: BTreeSet<String> = next.iter().cloned().into_set();
        while let Some(part) = next.pop() {
            for relation in self.outgoing(&part) {
                let alone = || {
                    self.incoming(&relation.target)
                        .iter()
                        .all(|incoming| going.contains(&incoming.owner))
                };
                // What goes by itself is not held by what stays.
                let whole = || super::parts::whole(self, &relation.target);
                let goes = || whole().is_some_and(|whole| whole.remedy == Remedy::Drop);
                let inner = !relation.external && !going.contains(&relation.target);
                if inner && alone() && !goes() {
                    going.insert(relation.target.clone());
                    next.push(relation.target.clone());
                }
            }
        }
        let ties = going.iter().flat_map(|part| {
            let leads = self.incoming(part).iter().map(Relation::tie);
            std::iter::once(Tie::new("part", part)).chain(leads)
        });
        ties.collect()
    }
}

impl Relation {
    /// Its name in the whole package.
    pub(super) fn tie(&self) -> Tie {
        relation(&self.owner, &self.id)
    }
}

/// The prefixes that stand for VML in a drawing; an empty one where it needs none.
fn prefixes(drawing: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for quote in ["\"", "'"] {
        let names = format!("={quote}urn:schemas-microsoft-com:vml{quote}");
        for (at, _) in drawing.match_indices(names.as_str()) {
            let before = drawing.get(..at).unwrap_or_default();
            let name = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            found.extend(name.strip_prefix("xmlns").map(|prefix| prefix.trim_start_matches(':')));
        }
    }
    found
}

/// Whether each shape of a drawing is that of a note, and none has a picture.
fn shows_notes(drawing: &str) -> bool {
    let shapes = drawing.matches("ObjectType=").count();
    let notes = ["\"", "'"]
        .iter()
        .map(|quote| drawing.matches(format!("ObjectType={quote}Note{quote}").as_str()).count());
    let starts = prefixes(drawing).into_iter().map(|prefix| match prefix {
        "" => "<shape ".to_owned(),
        prefix => format!("<{prefix}:shape "),
    });
    let drawn: usize = starts.map(|start| drawing.matches(start.as_str()).count()).sum();
    shapes > 0 && notes.sum::<usize>() == shapes && drawn == shapes && !drawing.contains("relid=")
}

/// The name of a relationship in the whole package.
pub(super) fn relation(owner: &str, id: &str) -> Tie {
    Tie("relation", Rc::from(format!("{owner}#{}", id.trim())))
}

/// The part whose relationships stand in this part, where it holds relationships.
pub(super) fn owner(name: &str) -> Option<String> {
    let name = name.strip_suffix(".rels")?;
    match name.rsplit_once("_rels/") {
        Some((folder, file)) if folder.is_empty() || folder.ends_with('/') => {
            Some(format!("{folder}{file}"))
        }
        _ => None,
    }
}

/// The name of the part at an address that stands in `owner`.
pub(in crate::format) fn address(owner: &str, address: &str) -> String {
    let address = address.split(['#', '?']).next().unwrap_or_default();
    let address = percent::decoded(address.as_bytes());
    resolved(owner, &String::from_utf8_lossy(&address))
}

/// The same, where nothing is written in numbers.
fn resolved(owner: &str, address: &str) -> String {
    let address = address.replace('\\', "/");
    let folder = owner.rsplit_once('/').map(|(folder, _)| folder).unwrap_or_default();
    let whole = match address.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{address}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/").to_ascii_lowercase()
}

fn each_element(
    input: Input<'_>,
    limits: &Limits,
    mut look: impl FnMut(&Filter<Input<'_>>),
) -> Result<(), Reason> {
    let mut filter = Filter::new(input, NAMESPACES, limits)?;
    while let Some(node) = filter.next()? {
        if node == Node::Start {
            look(&filter);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_resolved_however_it_is_written() {
        assert_eq!(address("word/document.xml", "media/Image1.png"), "word/media/image1.png");
        assert_eq!(address("word/document.xml", "../docProps/app.xml"), "docprops/app.xml");
        assert_eq!(address("", "/xl\\Workbook.xml"), "xl/workbook.xml");
        assert_eq!(address("a/b.xml", "../../../c%20d.xml#x"), "c d.xml");
    }

    #[test]
    fn relationships_belong_to_a_part_or_to_the_package() {
        assert_eq!(owner("_rels/.rels").as_deref(), Some(""));
        assert_eq!(owner("word/_rels/document.xml.rels").as_deref(), Some("word/document.xml"));
        assert_eq!(owner("word/document.xml"), None);
    }
}
