//! What is said in the objects of a PDF and no page shows: names of layers, destinations, fields,
//! tags and colours. It stays, and is told as one finding for each subject.

use std::collections::{BTreeMap, BTreeSet};

use super::model::Type;
use crate::finding::Step;
use crate::kind::hidden;
use crate::visit::{Remedy, Visit};

/// What a text is about.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Topic {
    /// A reader shows it, or reads it aloud.
    Shown,
    /// Layers.
    Layers,
    /// Fields of a form.
    Fields,
    /// Tags.
    Tags,
    /// Places that links lead to.
    Destinations,
    /// Fonts and colours.
    Looks,
    /// Anything else.
    Other,
}

impl Topic {
    /// The entry of the document under which a finding tells it.
    fn step(self) -> &'static str {
        match self {
            Self::Shown | Self::Other => "Root",
            Self::Layers => "OCProperties",
            Self::Fields => "AcroForm",
            Self::Tags => "StructTreeRoot",
            Self::Destinations => "Dests",
            Self::Looks => "Resources",
        }
    }
}

/// The texts of each topic. A set: in what order they come differs where objects go.
#[derive(Debug, Default)]
pub struct Names(BTreeMap<Topic, BTreeSet<String>>);

/// Of one text this much is told.
const LENGTH: usize = 200;

/// Of one topic this much is told.
const MOST: usize = 4000;

impl Names {
    /// Takes a text.
    pub fn add(&mut self, topic: Topic, text: &str) {
        let text = text.trim();
        if topic != Topic::Shown && !is_of_program(topic, text) {
            let text = text.get(..text.floor_char_boundary(LENGTH)).unwrap_or_default();
            self.0.entry(topic).or_default().insert(text.to_owned());
        }
    }

    /// Tells them.
    pub fn tell(&mut self, visit: &mut Visit<'_>) {
        for (topic, texts) in std::mem::take(&mut self.0) {
            let mut said = String::new();
            for text in texts {
                if said.len().saturating_add(text.len()) > MOST {
                    break;
                }
                if !said.is_empty() {
                    said.push_str("; ");
                }
                said.push_str(&text);
            }
            visit.enter(Step::Property(topic.step().into()));
            visit.place(&hidden::HIDDEN_NAME, Remedy::Keep);
            visit.gathers();
            // Detectors looked into each where it stands.
            visit.describe(&said);
            visit.close();
            visit.leave();
        }
    }
}

/// Names that programs make up, and words that stand in many files.
#[rustfmt::skip]
const USUAL: &[&str] = &[
    "adobe", "alternative", "approved", "artwork", "asis", "caret", "checkmark", "circle", "comment", "confidential",
    "cross", "departmental", "draft", "expired", "final", "forcomment", "forpublicrelease", "graph",
    "help", "insert", "newparagraph", "note", "notapproved", "notforpublicrelease", "paperclip",
    "pushpin", "sold", "speaker", "topsecret", "experimental", "annotation", "annots", "applergb", "artifact", "block", "blue", "body", "bold",
    "bookmark", "caption", "cgats", "chapter", "chart", "chartsheet", "check", "cite", "cns1",
    "custom", "customxml", "cyan", "data", "default", "diagram", "dialogsheet", "docstart", "document",
    "encryptedpayload", "endnote", "equation", "figure", "footer", "footnote", "form", "gb1", "gray",
    "green", "header", "heading", "hfootnote", "hlk", "identity", "iec61966", "image", "index", "inlineshape",
    "italic", "item", "japan1", "korea1", "layer", "layout", "lbody", "link", "list",
    "lstlisting", "macrosheet", "magenta", "node", "none", "normal", "olelink", "page", "palsecam",
    "paragraph", "part", "parttitle", "print", "printed", "procsets", "ref", "regular", "section", "skia", "slide",
    "source", "srgb", "standard", "strikeout", "submit", "subscript", "subsection", "subsubsection",
    "superscript", "supplement", "table", "tablegrid", "text", "textbox", "title", "toc", "ucs", "unspecified",
    "url", "view", "visible", "workbook", "worksheet", "xobject", "yellow",
    // Tags of the standard, and those that programs give to what they place.
    "aside", "bibentry", "blockquote", "clip", "code", "documentfragment", "fenote", "formula", "nonstruct",
    "oc", "pagination", "placedgraphic", "placedpdf", "private", "quote", "reference", "ruby", "sect",
    "adbe", "contents", "dropcap", "iec", "opensymbol", "outline", "underline",
    "colon", "comma", "eight", "five", "four", "hyphen", "nine", "one", "parenleft", "parenright", "period", "seven",
    "six", "slash", "space", "three", "two", "zero",
    "shape", "span", "strong", "tbody", "textframe", "tfoot", "thead", "toci", "warichu", "watermark",
];

/// Families of fonts that many documents have.
#[rustfmt::skip]
const FAMILIES: &[&str] = &[
    "adobe", "aptos", "arial", "avenir", "bahnschrift", "baskerville", "bembo", "bodoni", "bookman",
    "calibre", "calibri", "cambria", "candara", "century", "cmbx", "cmex", "cmmi", "cmr", "cmss", "cmsy",
    "cmtt", "code2000", "comic", "consolas", "constantia", "corbel", "courier", "dejavu", "dinpro",
    "firasans", "franklingothic", "freemono", "freesans", "freeserif", "frutiger", "futura", "garamond",
    "georgia", "gillsans", "gotham", "helvetica", "impact", "inter", "kozuka", "lato", "liberation",
    "lmroman", "lmsans", "lora", "lucida", "merriweather", "minion", "montserrat", "museo", "myriad",
    "nimbus", "noto", "nunito", "officina", "opensans", "optima", "palatino", "poppins", "raleway",
    "rijksoverheid", "roboto", "rockwell", "scala", "segoe", "simsun", "sourcesans", "sourceserif",
    "symbol", "tahoma", "thesans", "times", "trebuchet", "ubuntu", "univers", "verdana", "webdings",
    "wingdings", "worksans", "zapf",
];

/// Whether a text tells nothing but what a program made up: a number, a known word with a number.
fn is_of_program(topic: Topic, text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let lower = text.to_lowercase();
    let letters: String = lower.chars().filter(|letter| letter.is_alphanumeric()).collect();
    // A telephone number has few letters beside it.
    let digits = letters.chars().filter(char::is_ascii_digit).count();
    let called = digits >= CALLED && text.contains([' ', '-', '+']);
    let few = letters.chars().filter(|letter| letter.is_alphabetic()).count() < 4;
    let short = few && !called;
    // `section.1.2`, `_Toc123`, `Apple RGB`.
    let known = |word: &str| USUAL.contains(&word);
    let usual = known(&letters) || words.map(str::to_lowercase).all(|word| known(&word));
    let family = || match letters.get(6..) {
        Some(name) if text.get(6..).is_some_and(|rest| rest.starts_with('+')) => name,
        _ => letters.as_str(),
    };
    let font = topic == Topic::Looks && FAMILIES.iter().any(|usual| family().starts_with(usual));
    let address = ["urn:", "http://www.color.org", "http://iso.org/pdf"];
    short || usual || font || address.iter().any(|start| lower.starts_with(start))
}

/// A telephone number has at least so many digits.
const CALLED: usize = 9;

/// Whether a name that a program could have made up was written by somebody: words with spaces
/// between them, an address, a telephone number. Anything else in such a place is a mark.
pub fn is_written(text: &str) -> bool {
    let words = text.split(char::is_whitespace);
    let words = words.filter(|word| word.chars().filter(|one| one.is_alphabetic()).count() >= 2);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    words.count() >= 2 || text.contains('@') || digits >= CALLED && text.contains([' ', '-', '+'])
}

/// Whether the name of a resource was given by somebody: programs count in few letters, or number
/// what they make.
pub fn is_given(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphabetic());
    let word = |word: &str| {
        let known = USUAL.contains(&word) || RESOURCES.contains(&word);
        let font = FAMILIES.iter().any(|usual| word.starts_with(usual));
        word.chars().count() >= GIVEN && !known && !font
    };
    // The mark that programs put before the name of a font of which they took a part.
    let mark = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    digits <= 2 && !mark && words.into_iter().any(word)
}

/// A name that somebody gave has a word of so many letters.
const GIVEN: usize = 5;

/// Names that programs give to resources.
#[rustfmt::skip]
const RESOURCES: &[&str] = &[
    "background", "chanrgb", "cidfont", "clipping", "color", "colour", "colorspace", "contextruntimefont", "defaultcmyk",
    "defaultgray", "defaultrgb", "extgstate", "fallback", "fontfile", "graphic", "graphics", "gstate", "imagemask",
    "inline", "logo", "mwfoform", "opacity", "overlay", "pattern", "pdfdocencoding", "pdfpenimprint", "pgfprgb", "picture", "procset",
    "properties", "resource", "shading", "shadow", "smask", "softmask", "stamp", "state", "tiling", "transgs",
    "transparency", "xform",
];

/// Whether what is said of a print tells of nothing but paper and colours.
pub fn is_of_print(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphabetic());
    words.into_iter().filter(|word| word.chars().count() > 2).all(|word| PRINT.contains(&word))
}

#[rustfmt::skip]
const PRINT: &[&str] = &[
    "adobe", "and", "apple", "based", "black", "calibrated", "cmyk", "coated", "cold", "color", "colors", "colour",
    "default", "device", "display", "dot", "ecirgb", "epson", "euroscale", "fogra", "for", "gain", "gamma", "gamut",
    "generic", "gloss", "glossy", "gracol", "gray", "grey", "heatset", "icc", "iec", "ifra", "image", "inkjet",
    "international", "iso", "isocoated", "isonewspaper", "isouncoated", "japan", "lab", "matte", "model", "monitor",
    "newspaper", "offset", "paper", "photo", "press", "printing", "profile", "prophoto", "pso", "psr", "rgb", "scan",
    "sheetfed", "snap", "space", "srgb", "standard", "swop", "the", "type", "uncoated", "web", "wide", "with",
    "yellowish",
];

/// Whether a text is the name of a language (BCP 47), without parts of somebody's own after an `x`.
pub fn is_language(text: &str) -> bool {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0');
    let mut parts = text.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    let known = first.is_empty() || (2..=3).contains(&first.len());
    known
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            part.len() > 1
                && part.len() <= 8
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// Whether a name that somebody chose tells nothing.
pub fn is_usual(topic: Topic, text: &str) -> bool {
    is_of_program(topic, text.trim())
}

/// What the text under a key is about, where what is around it is about `outer`.
pub fn topic(outer: Topic, of: Type, types: &[Type], key: &[u8]) -> Topic {
    let starts = |starts: &[&str]| starts.iter().any(|start| of.starts_with(start));
    let shown = matches!(
        key,
        b"Alt"
            | b"ActualText"
            | b"E"
            | b"Lang"
            | b"TU"
            | b"URI"
            | b"DA"
            | b"Summary"
            | b"Short"
            | b"CharSet"
            | b"Panose"
    );
    let field = types.iter().any(|name| name.starts_with("Field"));
    match (of, key) {
        ("Catalog", b"URI") => Topic::Other,
        _ if shown => Topic::Shown,
        ("OutlineItem", b"Title") | ("PageLabel", b"P") | ("AnnotLink", b"Contents") => {
            Topic::Shown
        }
        ("FileTrailer" | "Catalog" | "Name", b"Dests") => Topic::Destinations,
        ("AppearanceSubDict", _) => Topic::Fields,
        _ if starts(&["OptContent", "ArrayOfOptContent"]) => Topic::Layers,
        _ if field || starts(&["InteractiveForm"]) => Topic::Fields,
        _ if starts(&["Struct", "UserProp", "ClassMap", "RoleMap", "Namespace"]) => Topic::Tags,
        _ if starts(&["Font", "CIDSystem", "Separation", "DeviceN", "Colorants", "Output"]) => {
            Topic::Looks
        }
        _ => outer,
    }
}

/// Dictionaries of which somebody chooses the keys.
pub fn are_names(of: Type) -> bool {
    matches!(
        of,
        "ClassMap"
            | "CollectionSchema"
            | "ColorantsDict"
            | "DestsMap"
            | "DeviceNMixingHints"
            | "RoleMap"
            | "RoleMapNS"
            | "Solidities"
            | "XObjectMap"
            | "CharProcMap"
            | "PatternMap"
            | "Extensions"
            | "AppearanceSubDict"
    )
}

/// Names that somebody chooses.
pub fn is_name(of: Type, key: &[u8]) -> bool {
    matches!(
        (of, key),
        ("FontDescriptorType3", b"FontName")
            | ("FontTrueType" | "FontType1" | "FontType0" | "FontMultipleMaster", b"BaseFont")
            | ("SeparationColorSpace", b"1")
            | ("OptContentGroup", b"Intent")
            | ("Separation", b"DeviceColorant")
            | ("PageObject", b"TemplateInstantiated")
            | ("StructElem", b"C")
            | ("CollectionSort", b"S")
            | ("UserProperty", b"V")
            | ("FileSpecification" | "AFFileSpecification", b"AFRelationship")
            | ("SignatureBuildDataAppDict" | "SignatureBuildDataDict", b"Name" | b"OS")
            | ("DPartRoot", b"NodeNameList")
            | ("DeviceNProcess", b"Components")
            | ("AnnotText" | "AnnotStamp" | "AnnotFileAttachment" | "AnnotSound", b"Name")
            | ("PointData", b"Names")
            | ("AnnotWidget", b"AS")
            | ("AnnotPrinterMark", b"MN")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_programs_make_up_are_passed_over() {
        for name in [
            "section.1.2",
            "_Toc12345678",
            "page.7",
            "Fm0",
            "ID_0012",
            "Heading 1",
            "12-34",
            "Apple RGB",
        ] {
            assert!(is_of_program(Topic::Destinations, name), "{name}");
        }
        for name in ["concept van Anna", "laag Jan de Vries", "ontslag", "jansen01"] {
            assert!(!is_of_program(Topic::Destinations, name), "{name}");
        }
        for name in ["laag van Jan", "jan@example.nl", "06-12345678 bellen"] {
            assert!(is_written(name) && !is_usual(Topic::Other, name), "{name}");
        }
        for name in ["Identity-H", "Im0", "TT2", "FormattedValue", "F-12345678", "Span 1"] {
            assert!(!is_written(name), "{name}");
        }
        for name in ["jansen01", "VanKim", "C:_Users_Bakker"] {
            assert!(is_given(name), "{name}");
        }
        for name in ["Im12", "Image15", "TT0", "CIDFont+F1", "Arial", "DWGDXP", "Xi0", "R12345"] {
            assert!(!is_given(name), "{name}");
        }
        assert!(is_of_print("IEC 61966-2.1 Default RGB colour space - sRGB"));
        assert!(!is_of_print("Proef voor Jansen"));
        assert!(is_language("nl-NL") && is_language("") && !is_language("van Kim"));
        assert!(!is_language("nl-x-jbakker"));
        assert!(is_of_program(Topic::Looks, "ABCDEF+Arial-BoldMT"));
        assert!(!is_of_program(Topic::Looks, "ABCDEF+JansenSans"));
    }
}
