//! The parts of a package: what its list tells of them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Read};

use super::names::NAMESPACES;
use super::parts::{Role, role};
use crate::Limits;
use crate::finding::Reason;
use crate::format::rows::Input;
use crate::syntax::xml::{Filter, Node};
use crate::syntax::zip::{Archive, plain};
use crate::visit::Visit;

/// The part that lists the others.
pub(super) const MANIFEST: &str = "meta-inf/manifest.xml";

/// What is known about the parts. Names are as programs compare them.
#[derive(Default)]
pub(super) struct Package {
    /// The sort of each part that is listed.
    listed: BTreeMap<String, String>,
    encrypted: BTreeSet<String>,
    /// All entries and all that is listed.
    names: BTreeSet<String>,
    /// Folders that are documents of their own.
    folders: BTreeSet<String>,
    /// Pictures that show only where they stand for an object.
    faint: BTreeSet<String>,
    /// The list is there and could be read.
    whole: bool,
}

impl Package {
    /// Reads the list of parts. Where it cannot be read, that is told when it is walked.
    pub(super) fn read(archive: &Archive<'_>, visit: &Visit<'_>) -> Self {
        let open = || -> Result<Input<'_>, Reason> {
            let index = archive.find(MANIFEST).ok_or(Reason::Unknown)?;
            Ok(Box::new(BufReader::new(visit.unpack(archive.unpack(index)?))))
        };
        let mut package = Self::list(open(), visit.limits());
        for (index, entry) in archive.entries().iter().enumerate() {
            let name = plain(&entry.name);
            let mut mark = [0; 4];
            if name.contains("objectreplacements/")
                && archive.unpack(index).is_ok_and(|mut part| part.read_exact(&mut mark).is_ok())
                && matches!(mark, [1 | 2, 0, 9, 0])
            {
                package.faint.insert(name.clone());
            }
            if let Some(folder) = name.strip_suffix("content.xml") {
                package.folders.insert(folder.to_owned());
            }
            package.names.insert(name);
        }
        package
    }

    /// Reads only as much as tells what sort of document this is.
    pub(super) fn peek(archive: &Archive<'_>, limits: &Limits) -> Self {
        let open = || -> Result<Input<'_>, Reason> {
            let index = archive.find(MANIFEST).ok_or(Reason::Unknown)?;
            Ok(Box::new(BufReader::new(archive.unpack(index)?.take(limits.held))))
        };
        Self::list(open(), limits)
    }

    fn list(input: Result<Input<'_>, Reason>, limits: &Limits) -> Self {
        let mut package = Self::default();
        let read = input.and_then(|input| package.read_list(input, limits));
        package.whole = read.is_ok();
        package.names.extend(package.listed.keys().cloned());
        package
    }

    fn read_list(&mut self, input: Input<'_>, limits: &Limits) -> Result<(), Reason> {
        let mut filter = Filter::new(input, NAMESPACES, limits)?;
        let mut last = String::new();
        while let Some(node) = filter.next()? {
            match (node, filter.name()) {
                (Node::Start, "manifest:file-entry") => {
                    last = plain(filter.attribute("manifest:full-path").unwrap_or_default());
                    let sort = filter.attribute("manifest:media-type").unwrap_or_default();
                    if is_document(sort) && last.ends_with('/') {
                        self.folders.insert(last.clone());
                    }
                    self.listed.insert(last.clone(), sort.to_owned());
                }
                (Node::Start, "manifest:encryption-data" | "manifest:encrypted-key") => {
                    self.encrypted.insert(last.clone());
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The sort of a part; of the package itself, where it has no name.
    pub(super) fn sort(&self, part: &str) -> &str {
        self.listed.get(part).map(String::as_str).unwrap_or_default()
    }

    /// Whether a part is missing from a list that could be read.
    pub(super) fn is_unlisted(&self, part: &str) -> bool {
        self.whole && !self.listed.contains_key(part)
    }

    /// Whether a part is encrypted.
    pub(super) fn is_encrypted(&self, part: &str) -> bool {
        self.encrypted.contains(part)
    }

    /// Whether a picture shows where no object stands beside it: LibreOffice draws no metafile of
    /// Windows that does not say how large it is.
    pub(super) fn shows(&self, picture: &str) -> bool {
        self.names.contains(picture) && !self.faint.contains(picture)
    }

    /// The folder of the document that a part belongs to; none for the outermost.
    pub(super) fn base<'n>(&self, part: &'n str) -> &'n str {
        let ends = part.match_indices('/').rev().map(|(index, _)| index.saturating_add(1));
        let folders = ends.filter_map(|end| part.get(..end));
        folders.into_iter().find(|folder| self.folders.contains(*folder)).unwrap_or_default()
    }

    /// What a part is in the document that it belongs to.
    pub(super) fn role(&self, part: &str) -> Role {
        role(part.strip_prefix(self.base(part)).unwrap_or(part))
    }

    /// A part and all parts in it, where it is a folder.
    pub(super) fn under(&self, part: &str) -> Vec<String> {
        let folder = format!("{}/", part.trim_end_matches('/'));
        let whole = self.names.range(folder.clone()..).take_while(|name| name.starts_with(&folder));
        self.names.get(part).into_iter().chain(whole).cloned().collect()
    }
}

/// How the media types of OpenOffice.org begin. What follows is a word such as `writer`; in
/// those of its settings (`ui.configuration`) it is not.
const OLDER: &str = "application/vnd.sun.xml.";

/// Whether a sort is that of an OpenDocument file or of its predecessor.
pub(super) fn is_document(sort: &str) -> bool {
    sort.starts_with("application/vnd.oasis.opendocument.")
        || sort.strip_prefix(OLDER).is_some_and(|rest| !rest.starts_with("ui."))
}
