//! The formats, and how a document's own bytes tell which one it has.

use crate::Limits;
use crate::finding::Reason;
use crate::imprint::Imprint;
use crate::source::{Pieces, Source};
use crate::visit::Visit;

pub(crate) use stated::Stated;

mod colours;
mod compound;
mod doctype;
mod embedded;
mod given;
mod image;
mod metafile;
mod odf;
mod ooxml;
mod pdf;
mod plain;
mod rows;
mod stated;
mod svg;
#[cfg(test)]
mod toy;
mod zip;

/// A format: how it is known, and the one walk that reads and writes it.
pub trait Format: Sync {
    /// What a report calls it, such as `docx`.
    fn name(&self, source: &dyn Source) -> &'static str;

    /// Whether these bytes are of this format. The name of a file plays no part.
    fn matches(&self, source: &dyn Source) -> bool;

    /// Tells `visit` what stands in the document, and gives what is left of it: all, unless
    /// `visit` answers otherwise.
    ///
    /// # Errors
    /// Fails where the document as a whole cannot be read; for a part of it, see
    /// [`Visit::part`].
    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason>;

    /// Makes a clean copy say what it is to say of itself; nothing where the format has no place
    /// for it, or none can be made. What comes of it is proven before it is used.
    fn state(&self, source: &dyn Source, imprint: &Imprint, limits: &Limits) -> Option<Stated> {
        let _ = (source, imprint, limits);
        None
    }
}

/// All formats, the most particular first: a Word file is a ZIP as well.
static ALL: &[&dyn Format] = &[
    &image::jpeg::Jpeg,
    &image::png::Png,
    &image::gif::Gif,
    &image::bmp::Bmp,
    &image::webp::WebP,
    &image::tiff::TiffFile,
    &metafile::Emf,
    &metafile::Wmf,
    &metafile::Svm,
    &ooxml::Ooxml,
    &odf::Odf,
    &odf::Flat,
    &svg::Svg,
    &zip::Zip,
    &compound::Encrypted,
    &compound::Compound,
    &pdf::Pdf,
    #[cfg(test)]
    &toy::Toy,
    &plain::Card,
    &plain::Xml,
    // Whatever else a text may be, comes before it.
    &plain::Plain,
];

/// The extensions that go with the name of a format.
const EXTENSIONS: &[(&str, &[&str])] = &[
    ("docx", &["docx", "docm", "dotx", "dotm"]),
    ("xlsx", &["xlsx", "xlsm", "xltx", "xltm", "xlam"]),
    ("xlsb", &["xlsb"]),
    ("pptx", &["pptx", "pptm", "potx", "potm", "ppsx", "ppsm", "ppam"]),
    ("pdf", &["pdf"]),
    ("jpeg", &["jpg", "jpeg", "jpe", "jfif"]),
    ("png", &["png", "apng"]),
    ("zip", &["zip"]),
    (
        "encrypted",
        &[
            "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xltx", "xltm", "xlam", "xlsb", "pptx",
            "pptm", "potx", "potm", "ppsx", "ppsm", "ppam", "vsdx",
        ],
    ),
    ("vcard", &["vcf", "vcard", "txt"]),
    ("icalendar", &["ics", "ical", "ifb", "icalendar", "vcs", "txt"]),
    ("gif", &["gif"]),
    ("bmp", &["bmp", "dib"]),
    ("webp", &["webp"]),
    ("tiff", &["tif", "tiff", "btf", "gtiff"]),
    ("doc", &["doc", "dot", "wiz"]),
    ("xls", &["xls", "xlt", "xla", "et"]),
    ("ppt", &["ppt", "pot", "pps", "ppa"]),
    ("msg", &["msg", "oft"]),
    ("emf", &["emf"]),
    ("svg", &["svg"]),
    ("wmf", &["wmf"]),
    ("svm", &["svm"]),
    ("odt", &["odt", "ott", "odm", "oth", "sxw", "stw"]),
    ("ods", &["ods", "ots", "sxc", "stc"]),
    ("odp", &["odp", "otp", "sxi", "sti"]),
    ("odg", &["odg", "otg", "sxd", "std"]),
    ("odf", &["odf", "odc", "odb", "odi", "otf", "otc", "oti", "sxm"]),
    ("fodt", &["fodt", "xml"]),
    ("fods", &["fods", "xml"]),
    ("fodp", &["fodp", "xml"]),
    ("fodg", &["fodg", "xml"]),
];

/// The format of a document; nothing where none is known.
pub(crate) fn detect(source: &dyn Source) -> Option<&'static dyn Format> {
    ALL.iter().copied().find(|format| format.matches(source))
}

/// A copy in which an imprint is stated, where there are any and its format can.
pub(crate) fn state(source: &dyn Source, imprint: &Imprint, limits: &Limits) -> Option<Stated> {
    if imprint.is_empty() { None } else { detect(source)?.state(source, imprint, limits) }
}

/// Whether a file with this extension should hold something else than this format.
pub(crate) fn wrong_extension(extension: &str, format: &str) -> bool {
    let known = EXTENSIONS.iter().any(|(_, all)| all.contains(&extension));
    match EXTENSIONS.iter().find(|(name, _)| *name == format) {
        Some((_, all)) => !all.contains(&extension),
        // Text may have many names, but not that of another format.
        None => known && extension != if format == "xml" { "xml" } else { "txt" },
    }
}
