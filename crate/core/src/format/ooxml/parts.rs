//! The sorts of parts, and what is done with each.

use super::package::Package;
use crate::kind::{Kind, hidden, history, inside, place, software};
use crate::visit::Remedy::{self, Ask, Drop, Keep};

/// What a part is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sort {
    /// XML that the tables know.
    Known,
    /// XML that nobody knows.
    Strange,
    /// A picture or another document.
    Document,
    /// A font: it holds letters, and nothing that tells about anyone.
    Font,
    /// Bytes that are told by the words in them.
    Words,
    /// Something that is not read here.
    Closed,
}

/// What becomes of a part as a whole.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Whole {
    pub(super) kind: &'static Kind,
    pub(super) remedy: Remedy,
}

impl Whole {
    /// Whether the text in it says what it is.
    pub(super) fn is_told_by_its_text(self) -> bool {
        [&hidden::NOTES, &hidden::HIDDEN_SLIDE].contains(&self.kind)
    }
}

/// Parts that go as a whole, by their content type or by the relationship that leads to them.
const WHOLE: &[(&str, &Kind, Remedy)] = &[
    ("thumbnail", &hidden::THUMBNAIL, Drop),
    ("printerSettings", &place::PRINTER, Drop),
    ("customXml", &hidden::PRIVATE_DATA, Drop),
    ("classificationlabels", &software::LABEL, Drop),
    ("changesInfo", &history::REVISION, Drop),
    ("revisionInfo", &history::DOCUMENT_ID, Drop),
    ("revisionHeaders", &history::REVISION, Drop),
    ("usernames", &history::REVISION, Drop),
    ("intelligence2", &hidden::PRIVATE_DATA, Drop),
    ("documenttasks", &inside::COMMENT, Drop),
    ("tags", &hidden::PRIVATE_DATA, Drop),
    ("webextensiontaskpanes", &hidden::PRIVATE_DATA, Drop),
    ("attachedToolbars", &hidden::PRIVATE_DATA, Drop),
    ("recipientData", &hidden::PRIVATE_DATA, Drop),
    ("notesSlide", &hidden::NOTES, Ask),
    ("vbaProject", &inside::SCRIPT, Ask),
    ("vbaProjectSignature", &inside::SCRIPT, Keep),
    ("vbaProjectSignatureAgile", &inside::SCRIPT, Keep),
    ("vbaProjectSignatureV3", &inside::SCRIPT, Keep),
    ("activeXControlBinary", &inside::FORM_VALUE, Keep),
    ("xmlMaps", &hidden::PRIVATE_DATA, Keep),
    ("customXmlProps", &hidden::PRIVATE_DATA, Drop),
    ("extensibility", &hidden::PRIVATE_DATA, Keep),
    ("userCustomization", &hidden::PRIVATE_DATA, Keep),
    ("revisionLog", &history::REVISION, Drop),
    ("customProperty", &hidden::PRIVATE_DATA, Drop),
    ("slideUpdateInfo", &hidden::PRIVATE_DATA, Drop),
    ("volatileDependencies", &hidden::DATA_CONNECTION, Keep),
    ("slicerCache", &hidden::CACHED_DATA, Keep),
    ("timelineCache", &hidden::CACHED_DATA, Keep),
    ("macrosheet", &inside::SCRIPT, Keep),
    ("intlmacrosheet", &inside::SCRIPT, Keep),
    ("glossaryDocument", &hidden::BUILDING_BLOCK, Keep),
];

/// Parts of which a person decides, by the relationship that leads to them.
const INSIDE: &[&str] =
    &["package", "oleObject", "aFChunk", "subDocument", "video", "audio", "media"];

/// What becomes of a part as a whole; nothing where that depends on what stands in it.
pub(super) fn whole(package: &Package, part: &str) -> Option<Whole> {
    let sort = package.sort(part);
    // What is drawn by hand hangs on the same relationship as data of a program's own.
    if sort.contains("inkml") {
        return Some(Whole { kind: &hidden::PRIVATE_DATA, remedy: Keep });
    }
    if ending(sort) == "webextension" {
        let remedy = if is_of_pane(package, part) { Drop } else { Keep };
        return Some(Whole { kind: &hidden::PRIVATE_DATA, remedy });
    }
    // A picture on a page may serve as a thumbnail as well.
    let leads = package.incoming(part);
    let shared = leads.iter().any(|lead| lead.sort == "image");
    let known = WHOLE
        .iter()
        .filter(|(word, _, _)| !(shared && *word == "thumbnail"))
        .find(|(word, _, _)| package.is(part, word) || ending(sort).eq_ignore_ascii_case(word));
    known.map(|(_, kind, remedy)| Whole { kind, remedy: *remedy })
}

/// Whether only panes beside the document lead to a part.
fn is_of_pane(package: &Package, part: &str) -> bool {
    let leads = package.incoming(part);
    leads.iter().all(|relation| package.sort(&relation.owner).contains("taskpanes"))
}

/// Whether a part is a file in the file.
pub(super) fn is_attachment(package: &Package, part: &str) -> bool {
    INSIDE.iter().any(|sort| package.is(part, sort))
}

/// The remedy for a file in the file: it can go where nothing but a link to it is lost.
pub(super) fn attachment(package: &Package, part: &str) -> Remedy {
    let detachable = package.incoming(part).iter().all(|relation| {
        relation.owner.contains("charts/") && relation.sort == "package"
            || relation.owner.starts_with("word/") && relation.sort == "oleObject"
            || relation.owner.starts_with("word/") && relation.sort == "package"
    });
    if detachable { Ask } else { Remedy::Keep }
}

/// Whether a part is a signature or leads to one.
pub(super) fn is_signature(package: &Package, part: &str) -> bool {
    package.sort(part).contains("digital-signature")
}

/// Whether a signature of its own holds a part: that of macros.
pub(super) fn is_signed(package: &Package, part: &str) -> bool {
    package.outgoing(part).iter().any(|found| found.sort.starts_with("vbaProjectSignature"))
}

/// Whether a part of this content type holds text of Word.
pub(super) fn is_story(sort: &str) -> bool {
    const STORIES: [&str; 7] =
        ["main", "header", "footer", "footnotes", "endnotes", "comments", "glossary"];
    (sort.contains("wordprocessingml") || sort.contains("ms-word"))
        && STORIES.iter().any(|story| ending(sort).eq_ignore_ascii_case(story))
}

/// What a part is.
pub(super) fn sort(package: &Package, part: &str) -> Sort {
    let sort = package.sort(part).to_ascii_lowercase();
    let name = ending(&sort);
    if sort.starts_with("image/") || is_attachment(package, part) || package.is(part, "thumbnail") {
        Sort::Document
    } else if sort.contains("font") && !sort.contains("fonttable")
        || sort == "application/x-fontdata"
    {
        Sort::Font
    } else if !sort.ends_with("xml") && WORDS.iter().any(|word| sort.contains(word)) {
        Sort::Words
    } else if part.ends_with(".bin") && !sort.ends_with("xml") {
        // The sheets of a binary workbook have types that end as those of XML do.
        Sort::Closed
    } else if XML.iter().any(|known| name.eq_ignore_ascii_case(known)) {
        Sort::Known
    } else if sort.ends_with("xml") {
        Sort::Strange
    } else {
        Sort::Closed
    }
}

/// Content types of parts in which nothing but words tells anything: the values of a control,
/// who signed the macros.
const WORDS: &[&str] = &["ms-office.activex", "vbaprojectsignature"];

/// The last word of a content type, without what it is written in.
fn ending(sort: &str) -> &str {
    let sort = sort.split(';').next().unwrap_or_default().trim();
    let sort = sort.strip_suffix("+xml").unwrap_or(sort);
    sort.rsplit(['.', '/', '-']).next().unwrap_or_default()
}

/// The last words of the content types whose elements the facts describe.
const XML: &[&str] = &[
    "activex",
    "authors",
    "axchunk",
    "calcchain",
    "chart",
    "chartcolorstyle",
    "chartex",
    "chartshapes",
    "chartsheet",
    "chartstyle",
    "classificationlabels",
    "commentauthors",
    "comments",
    "commentsextended",
    "commentsextensible",
    "commentsids",
    "connections",
    "controlproperties",
    "customdataproperties",
    "customxmlproperties",
    "diagramcolors",
    "diagramdata",
    "diagramdrawing",
    "diagramlayout",
    "diagramstyle",
    "dialogsheet",
    "documenttasks",
    "drawing",
    "endnotes",
    "externallink",
    "featurepropertybag",
    "fonttable",
    "footer",
    "footnotes",
    "glossary",
    "handoutmaster",
    "header",
    "keymapcustomizations",
    "macrosheet",
    "intlmacrosheet",
    "main",
    "namedsheetviews",
    "notesmaster",
    "notesslide",
    "numbering",
    "people",
    "person",
    "pivotcachedefinition",
    "pivotcacherecords",
    "pivottable",
    "presprops",
    "properties",
    "querytable",
    "rdarray",
    "rdrichvalue",
    "rdrichvaluestructure",
    "rdrichvaluetypes",
    "rdrichvaluewebimage",
    "rdsupportingpropertybag",
    "rdsupportingpropertybagstructure",
    "relationships",
    "revisionheaders",
    "revisionlog",
    "richvaluerel",
    "richstyles",
    "settings",
    "sharedstrings",
    "sheetmetadata",
    "slicer",
    "slicercache",
    "slide",
    "slidelayout",
    "slidemaster",
    "slideupdateinfo",
    "styles",
    "styleswitheffects",
    "table",
    "tablesinglecells",
    "tablestyles",
    "tags",
    "theme",
    "themeoverride",
    "threadedcomments",
    "timeline",
    "timelinecache",
    "usernames",
    "vbadata",
    "viewprops",
    "vmldrawing",
    "volatiledependencies",
    "webextension",
    "webextensiontaskpanes",
    "websettings",
    "worksheet",
    "wssortmap",
    "ink+xml",
    "inkml",
];
