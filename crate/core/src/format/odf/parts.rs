//! The sorts of parts, by their names, and what is done with each.

use crate::kind::{Kind, hidden, history, inside};
use crate::visit::Remedy::{self, Ask, Drop};

/// What a part is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    /// What sort of document this is, in a few letters.
    Sort,
    /// XML that the tables know.
    Xml,
    /// A signature.
    Signature,
    /// One of the parts of a folder that is a place as a whole.
    Group(&'static Group),
    /// A picture or another document.
    Document,
    /// A font: it holds letters, and nothing that tells about anyone.
    Font,
    /// Nobody knows.
    Strange,
}

/// A folder that is a place as a whole.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Group {
    /// What it is called.
    pub(super) name: &'static str,
    /// What its parts begin with.
    starts: &'static [&'static str],
    pub(super) kind: &'static Kind,
    pub(super) remedy: Remedy,
}

impl Group {
    /// The folders of its parts.
    pub(super) fn folders(&self) -> impl Iterator<Item = &'static str> {
        self.starts.iter().copied()
    }

    /// Groups come after all that can refer to their parts, one after the other.
    pub(super) fn rank(&self) -> u8 {
        let index = GROUPS.iter().position(|group| group == self).unwrap_or_default();
        u8::try_from(index).unwrap_or_default().saturating_add(5)
    }
}

static GROUPS: &[Group] = &[
    Group { name: "Thumbnails", starts: &["thumbnails/"], kind: &hidden::THUMBNAIL, remedy: Drop },
    Group {
        name: "Versions",
        starts: &["versions/", "versionlist.xml"],
        kind: &history::REVISION,
        remedy: Drop,
    },
    Group {
        name: "Configurations2",
        starts: &["configurations2/"],
        kind: &hidden::PRIVATE_DATA,
        remedy: Drop,
    },
    Group {
        name: "layout-cache",
        starts: &["layout-cache"],
        kind: &hidden::PRIVATE_DATA,
        remedy: Drop,
    },
    Group { name: "Database", starts: &["database/"], kind: &hidden::CACHED_DATA, remedy: Ask },
    Group {
        name: "Basic",
        starts: &["basic/", "scripts/", "dialogs/"],
        kind: &inside::SCRIPT,
        remedy: Ask,
    },
];

/// Parts that the tables know, by name.
const XML: &[&str] = &[
    "content.xml",
    "styles.xml",
    "meta.xml",
    "settings.xml",
    "manifest.rdf",
    super::package::MANIFEST,
];

/// Folders of pictures and of other documents.
const DOCUMENTS: &[&str] =
    &["pictures/", "objectreplacements/", "media/", "object ", "obj", "links/"];

/// What a part is, by its name in its document.
pub(super) fn role(name: &str) -> Role {
    if name == "mimetype" {
        Role::Sort
    } else if name.starts_with("meta-inf/") && name.ends_with("signatures.xml") {
        Role::Signature
    } else if XML.contains(&name) {
        Role::Xml
    } else if let Some(group) =
        GROUPS.iter().find(|group| group.starts.iter().any(|start| name.starts_with(start)))
    {
        Role::Group(group)
    } else if name.starts_with("fonts/") {
        Role::Font
    } else if DOCUMENTS.iter().any(|start| name.starts_with(start)) {
        Role::Document
    } else {
        Role::Strange
    }
}
