//! What stands where in a PDF, and what cleaning does there.

use lopdf::Object;

use crate::format::ooxml::paths::is_internal;
use crate::kind::{Kind, access, hidden, history, inside, people, place, software, time};
use crate::visit::Remedy::{self, Ask, Drop, Keep, Neutral};

/// How much a row is about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Extent {
    /// One string, name or date.
    Value,
    /// All that the key leads to.
    Whole,
}

/// A place of the format.
#[derive(Clone, Copy)]
pub struct Row {
    /// The object type; `*` for each, a name with `*` at its end for all that start so.
    of: &'static str,
    key: &'static str,
    /// How much of it.
    pub extent: Extent,
    /// What it is.
    pub kind: &'static Kind,
    /// What cleaning does there.
    pub remedy: Remedy,
}

const fn value(of: &'static str, key: &'static str, kind: &'static Kind, remedy: Remedy) -> Row {
    Row { of, key, extent: Extent::Value, kind, remedy }
}

const fn whole(of: &'static str, key: &'static str, kind: &'static Kind, remedy: Remedy) -> Row {
    Row { of, key, extent: Extent::Whole, kind, remedy }
}

/// The first row that fits holds. Where none does, text is shown and stays, a date goes.
const ROWS: &[Row] = &[
    value("DocInfo", "Author", &people::AUTHOR, Drop),
    value("DocInfo", "Title", &access::TITLE, Keep),
    value("DocInfo", "Subject", &access::DESCRIPTION, Drop),
    value("DocInfo", "Keywords", &access::DESCRIPTION, Drop),
    whole("DocInfo", "AAPL:Keywords", &access::DESCRIPTION, Drop),
    value("DocInfo", "Creator", &software::PROGRAM, Drop),
    value("DocInfo", "Producer", &software::PROGRAM, Drop),
    value("DocInfo", "CreationDate", &time::DATE, Drop),
    value("DocInfo", "ModDate", &time::DATE, Drop),
    value("DocInfo", "SourceModified", &time::DATE, Drop),
    value("DocInfo", "PTEX.Fullbanner", &software::PROGRAM, Drop),
    value("DocInfo", "Company", &people::ORGANISATION, Drop),
    value("DocInfo", "Manager", &people::MANAGER, Drop),
    value("DocInfo", "MSIP_Label*", &software::LABEL, Drop),
    whole("DocInfo", "*", &hidden::CUSTOM_PROPERTY, Drop),
    value("FileTrailer", "DocChecksum", &history::DOCUMENT_ID, Drop),
    whole("FileTrailer", "AdditionalStreams", &inside::ATTACHMENT, Ask),
    whole("*", "PieceInfo", &hidden::PRIVATE_DATA, Drop),
    whole("*", "Thumb", &hidden::THUMBNAIL, Drop),
    whole("Catalog", "SpiderInfo", &hidden::PRIVATE_DATA, Drop),
    whole("Catalog", "Threads", &hidden::PRIVATE_DATA, Drop),
    whole("PageObject", "B", &hidden::PRIVATE_DATA, Drop),
    whole("Catalog", "Legal", &hidden::PRIVATE_DATA, Drop),
    whole("Catalog", "DSS", &inside::SIGNATURE, Ask),
    whole("Catalog", "Perms", &inside::SIGNATURE, Ask),
    whole("Name", "IDS", &hidden::PRIVATE_DATA, Drop),
    whole("Name", "URLS", &hidden::PRIVATE_DATA, Drop),
    whole("Name", "Templates", &hidden::PRIVATE_DATA, Drop),
    whole("Name", "Pages", &hidden::PRIVATE_DATA, Drop),
    whole("Name", "JavaScript", &inside::SCRIPT, Drop),
    whole("*", "AA", &inside::SCRIPT, Drop),
    whole("InteractiveForm", "XFA", &inside::FORM_VALUE, Ask),
    whole("FieldSig", "V", &inside::SIGNATURE, Ask),
    value("Field*", "RV", &inside::FORM_VALUE, Ask),
    value("Field*", "V", &inside::FORM_VALUE, Ask),
    value("Field*", "DV", &inside::FORM_VALUE, Ask),
    value("Annot*", "NM", &history::DOCUMENT_ID, Drop),
    value("AnnotLink", "T", &people::COMMENT_AUTHOR, Neutral),
    value("AnnotPopup", "Contents", &inside::COMMENT, Ask),
    value("FileSpecification", "ID", &history::DOCUMENT_ID, Drop),
    value("AFFileSpecification", "ID", &history::DOCUMENT_ID, Drop),
    whole("MeasureGEO", "GPTS", &place::POSITION, Ask),
    whole("PointData", "XPTS", &place::POSITION, Ask),
    whole("Name", "AlternatePresentations", &hidden::PRIVATE_DATA, Drop),
    value("PageObject", "ID", &history::DOCUMENT_ID, Drop),
    value("XObject*", "ID", &history::DOCUMENT_ID, Drop),
    whole("XObject*", "Alternates", &hidden::PRIVATE_DATA, Drop),
    whole("XObject*", "OPI", &place::FILE_PATH, Drop),
    whole("XObject*", "Ref", &place::FILE_PATH, Drop),
    whole("OptContentUsage", "CreatorInfo", &software::PROGRAM, Drop),
    whole("OptContentUser", "Name", &people::ACCOUNT, Drop),
    value("OptContentConfig", "Creator", &software::PROGRAM, Drop),
    value("StyleDict", "Panose", &access::TITLE, Keep),
];

/// Annotations by which nobody comments.
const OTHERS: [&[u8]; 5] = [b"Link", b"Widget", b"Popup", b"PrinterMark", b"TrapNet"];

/// Whether people comment by annotations of this subtype. One that is not known may be such.
pub fn is_remark(subtype: &[u8]) -> bool {
    !subtype.is_empty() && !OTHERS.contains(&subtype)
}

/// What a remark says that no page lists.
pub static LOST_REMARK: Row = value("Annot*", "Contents", &inside::COMMENT, Ask);

/// The author of such an annotation.
pub static REMARK_AUTHOR: Row = value("Annot*", "T", &people::COMMENT_AUTHOR, Neutral);

/// What is said of the date of anything.
pub static DATE: Row = value("*", "*", &time::DATE, Drop);

/// The row of a key in an object type.
pub fn row(of: &str, key: &[u8]) -> Option<&'static Row> {
    ROWS.iter().find(|row| fits(row.of, of.as_bytes()) && fits(row.key, key))
}

fn fits(pattern: &str, name: &[u8]) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start.as_bytes()),
        None => name == pattern.as_bytes(),
    }
}

/// What an action is, by its name and where it leads.
pub fn action(name: &[u8], target: Option<&str>) -> Option<(&'static Kind, Remedy)> {
    match name {
        b"JavaScript" | b"Rendition" | b"RichMediaExecute" => Some((&inside::SCRIPT, Drop)),
        b"Launch" | b"ImportData" => Some((&place::FILE_PATH, Drop)),
        _ if !ACTIONS.contains(&name) => Some((&hidden::PRIVATE_DATA, Drop)),
        _ if target.is_some_and(is_path) => Some((&place::FILE_PATH, Drop)),
        b"URI" if target.is_some_and(is_script) => Some((&inside::SCRIPT, Drop)),
        b"URI" | b"SubmitForm" if target.is_some_and(is_inner) => {
            Some((&inside::INTERNAL_LINK, Ask))
        }
        _ => None,
    }
}

/// The other actions that there are (ISO 32000-2, table 201).
const ACTIONS: [&[u8]; 18] = [
    b"GoTo",
    b"GoToR",
    b"GoToE",
    b"GoToDp",
    b"Thread",
    b"URI",
    b"Sound",
    b"Movie",
    b"Hide",
    b"Named",
    b"ResetForm",
    b"SubmitForm",
    b"SetOCGState",
    b"SetState",
    b"NOP",
    b"NoOp",
    b"Trans",
    b"GoTo3DView",
];

/// Whether an address leads to a place in the organisation, or to a folder around the document.
pub fn is_inner(address: &str) -> bool {
    is_internal(address) || address.trim_start().starts_with("../")
}

/// Whether an address is a program.
fn is_script(address: &str) -> bool {
    let lower = address.trim_start().to_ascii_lowercase();
    lower.starts_with("javascript:") || lower.starts_with("vbscript:")
}

/// Whether an action in this leads to an address that hangs on the base of all.
pub fn is_relative(object: &Object) -> bool {
    let dictionary = match object {
        Object::Array(items) => return items.iter().any(is_relative),
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &stream.dict,
        _ => return false,
    };
    let address = dictionary.get(b"URI").and_then(Object::as_str);
    address.is_ok_and(|address| !address.contains(&b':') && !address.starts_with(b"#"))
        || dictionary.iter().any(|(_, value)| is_relative(value))
}

/// Whether a key of the properties tells by what standard a document is to be printed.
pub fn is_standard(key: &[u8], text: &str) -> bool {
    key.starts_with(b"GTS_PDFX") && text.starts_with("PDF/X-")
}

/// Whether an entry of the properties tells no more than whether colours were trapped for print
/// (ISO 32000-2, table 349).
pub fn is_trapped(key: &[u8], value: &Object) -> bool {
    let told = match value {
        Object::Boolean(_) => return key == b"Trapped",
        Object::Name(told) | Object::String(told, _) => told,
        _ => return false,
    };
    key == b"Trapped" && matches!(told.as_slice(), b"True" | b"False" | b"Unknown")
}

/// Whether what is said of the state of a remark is a word of the format (ISO 32000-2, table 174).
pub fn is_state(key: &[u8], text: &str) -> bool {
    const STATES: [&str; 8] =
        ["Accepted", "Cancelled", "Completed", "Marked", "None", "Rejected", "Review", "Unmarked"];
    matches!(key, b"State" | b"StateModel") && STATES.contains(&text)
}

/// Whether a text names a folder of a computer or a server.
pub fn is_path(text: &str) -> bool {
    let text = text.trim();
    let bytes = text.as_bytes();
    let drive = matches!(bytes, [letter, b':', b'\\' | b'/', ..] if letter.is_ascii_alphabetic());
    let lower = text.to_ascii_lowercase();
    let home = ["/users/", "/home/", "/volumes/", "/documents and settings/"];
    drive
        || text.starts_with("\\\\")
        || lower.starts_with("file:")
        || matches!(bytes, [b'/', letter, b'/', ..] if letter.is_ascii_alphabetic())
        || home.iter().any(|home| lower.starts_with(home))
}

/// The name of a file, without the folders before it.
pub fn of_path(text: &str) -> &str {
    text.rsplit(['/', '\\', ':']).next().unwrap_or_default()
}

/// Whether an alternative text is no more than the name or the folder of a picture.
pub fn is_file_name(text: &str) -> bool {
    let text = text.trim();
    let ends =
        [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".webp"];
    let lower = text.to_ascii_lowercase();
    is_path(text)
        || (!text.contains("  ")
            && text.split(' ').count() <= 3
            && ends.iter().any(|end| lower.ends_with(end)))
}

/// Whether a title is no more than the name or the folder of a document, or was made of one.
pub fn is_document_name(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let programs = ["microsoft word - ", "microsoft powerpoint - ", "microsoft excel - "];
    let ends = [
        ".doc", ".docx", ".docm", ".dot", ".dotx", ".odt", ".ods", ".odp", ".xls", ".xlsx", ".ppt",
        ".pptx", ".pdf", ".rtf", ".txt", ".indd", ".pub", ".tex", ".dvi", ".htm", ".html", ".vsd",
        ".vsdx", ".dwg", ".ai", ".psd", ".qxd", ".wpd", ".tmp",
    ];
    is_path(text)
        || is_file_name(text)
        || programs.iter().any(|program| lower.starts_with(program))
        || ends.iter().any(|end| lower.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_that_fits_holds() {
        assert_eq!(row("DocInfo", b"Author").map(|row| row.kind.id), Some("author"));
        assert_eq!(row("DocInfo", b"Jan").map(|row| row.kind.id), Some("custom-property"));
        assert_eq!(row("DocInfo", b"MSIP_Label_1_Owner").map(|row| row.kind.id), Some("label"));
        assert_eq!(row("FieldSig", b"V").map(|row| row.kind.id), Some("signature"));
        assert!(row("PageObject", b"Contents").is_none());
    }

    #[test]
    fn paths_are_told_from_words() {
        assert!(is_path("C:\\Users\\jan"));
        assert!(is_path("\\\\server\\map"));
        assert!(is_path("file:///P:/nota.doc"));
        assert!(!is_path("https://www.example.nl/home/jan"));
        assert!(is_file_name("foto jan.JPG"));
        assert!(!is_file_name("Een foto van het gemeentehuis"));
        assert!(is_document_name("Microsoft Word - nota") && is_document_name("nota v3.DOCX"));
        assert!(!is_document_name("Nota over .nl") && !is_document_name("Besluit"));
    }
}
