//! How the bytes of each sort of stream are read.

use lopdf::{Dictionary, Document, Object};

use super::{PLAIN, TEXT, Type};

/// How the bytes of a stream are read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reading {
    /// Operators that draw. What they show is read with the pages; comments and operands that
    /// draw nothing here.
    Content,
    /// A font program: outlines, and the texts beside them.
    Font,
    /// A colour profile: numbers, and the texts beside them.
    Profile,
    /// A map of characters, in PostScript: strings and comments.
    CharacterMap,
    /// A function in PostScript: numbers, operators and comments.
    Calculation,
    /// Pixels, in rows of a length that the dictionary tells; or a codec's own file.
    Pixels,
    /// Numbers alone: samples, meshes, thresholds, glyph numbers. Each byte is one that a reader
    /// computes with; text that stands among them is looked into all the same.
    Numbers,
    /// Text, perhaps marked up.
    Text,
    /// A description in XMP.
    Description,
    /// A file of its own.
    File,
    /// Certificates, lists of withdrawn ones, and time stamps: DER.
    Certificates,
    /// Segments that pictures in JBIG2 share.
    Jbig2,
    /// Data of a program, which goes as a whole.
    Private,
    /// Not read: readable runs are looked into, and it is a gap.
    Unread,
    /// The file's own: packed objects and tables, which the loader has read.
    Structure,
}

use Reading::*;

/// How each type of stream is read.
#[rustfmt::skip]
const TYPES: &[(Type, Reading)] = &[
    ("3DStream", Unread),
    ("AFEmbeddedFileStream", File),
    ("CMapStream", CharacterMap),
    ("EmbeddedFileStream", File),
    ("FontFile", Font),
    ("FontFile2", Font),
    ("FontFile3CIDType0", Font),
    ("FontFile3OpenType", Font),
    ("FontFile3Type1", Font),
    ("FontFileType1", Font),
    ("FunctionType0", Numbers),
    ("FunctionType4", Calculation),
    ("HalftoneType10", Numbers),
    ("HalftoneType16", Numbers),
    ("HalftoneType6", Numbers),
    ("ICCProfileStream", Profile),
    ("Metadata", Description),
    ("ObjectStream", Structure),
    ("PatternType1", Content),
    ("ShadingType4", Numbers),
    ("ShadingType5", Numbers),
    ("ShadingType6", Numbers),
    ("ShadingType7", Numbers),
    // Samples of a voice may say a name.
    ("SoundObject", Unread),
    ("Thumbnail", Pixels),
    ("ToUnicodeCMapStream", CharacterMap),
    // A program for a printer: what it draws is not known.
    ("XObjectFormPS", Unread),
    ("XObjectFormPSpassthrough", Unread),
    ("XObjectFormPrinterMark", Content),
    ("XObjectFormTrapNet", Content),
    ("XObjectFormType1", Content),
    ("XObjectImage", Pixels),
    ("XObjectImageMask", Pixels),
    ("XObjectImageSoftMask", Pixels),
    ("XRefStream", Structure),
    // Kept by key below; a stream that has no row there.
    ("Stream", Unread),
    (CONTENT, Content),
    (CHARACTERS, CharacterMap),
    (NUMBERS, Numbers),
    (CERTIFICATES, Certificates),
    (JBIG2, Jbig2),
    (PRIVATE, Private),
    (TEXT, Text),
];

const CONTENT: Type = "(content)";
const CHARACTERS: Type = "(characters)";
const NUMBERS: Type = "(samples)";
const CERTIFICATES: Type = "(certificates)";
const JBIG2: Type = "(jbig2)";
const PRIVATE: Type = "(private)";

/// What a key leads to whose stream has no type of its own: the type of the dictionary around it,
/// the key, and what stands for how the stream is read. A name with `*` at its end stands for all
/// that start so.
#[rustfmt::skip]
const KEYS: &[(&str, &str, Type)] = &[
    ("PageObject", "Contents", CONTENT),
    ("CharProcMap", "*", CONTENT),
    ("IndexedColorSpace", "3", NUMBERS),
    ("FontDescriptor*", "CIDSet", NUMBERS),
    ("FontCIDType*", "CIDToGIDMap", NUMBERS),
    ("FilterJBIG2Decode", "JBIG2Globals", JBIG2),
    ("CMapStream", "UseCMap", CHARACTERS),
    ("ToUnicodeCMapStream", "UseCMap", CHARACTERS),
    ("DSS", "*", CERTIFICATES),
    ("VRI", "*", CERTIFICATES),
    ("Data", "*", PRIVATE),
    ("*", "JS", TEXT),
    ("*", "RC", TEXT),
    ("*", "RV", TEXT),
    ("*", "XFA", TEXT),
    ("Field*", "V", TEXT),
    ("Field*", "DV", TEXT),
    ("ArrayOfXFA", "*", TEXT),
    ("3DStream", "OnInstantiate", TEXT),
    ("UserProperty", "V", TEXT),
    ("RichMediaParams", "*", TEXT),
    ("WebCaptureCommand", "P", TEXT),
    // What such a stream holds is told by no standard, or by another file.
    ("3DNode", "Data", "Stream"),
    ("3DReference", "3DD", "Stream"),
    ("ArrayOfAttributeRevisions", "*", "Stream"),
    ("ArrayOfTrapNetVersionObjects", "*", "Stream"),
    ("Collection", "Resources", "Stream"),
    ("Mac", "ResFork", "Stream"),
    ("MarkedContentReference", "StmOwn", "Stream"),
    ("Name", "XFAResources", "Stream"),
    ("Navigator", "Resources", "Stream"),
    ("OOAdditionalStmsArray", "*", "Stream"),
    ("SignatureReference*", "Data", "Stream"),
    ("SoundObject", "CP", "Stream"),
    ("SpectralData", "*", "Stream"),
    ("StructElem", "A", "Stream"),
    ("ViewParams", "Data", "Stream"),
    ("XObjectFormPS*", "*", "Stream"),
    // Arrays of streams, and values of any sort: the key around them tells.
    ("ArrayOfStreamsGeneral", "*", "Stream"),
    ("_Universal*", "*", PRIVATE),
];

/// What stands for how a stream is read that this key leads to, where the key tells it.
pub(super) fn of_key(types: &[Type], key: &[u8]) -> Option<Type> {
    let row = types.iter().find_map(|name| row(name, key))?;
    (row != "Stream").then_some(row)
}

fn row(name: &str, key: &[u8]) -> Option<Type> {
    let fits = |pattern: &str, name: &[u8]| match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start.as_bytes()),
        None => pattern.as_bytes() == name,
    };
    let row = KEYS.iter().find(|(of, known, _)| fits(of, name.as_bytes()) && fits(known, key));
    row.map(|(.., reading)| *reading)
}

/// Whether a type is no object type, but stands for how a stream is read.
pub(super) fn is_of_key(name: Type) -> bool {
    name.starts_with('(') && TYPES.iter().any(|(known, _)| *known == name)
}

/// Keys whose numbers tell the type of a dictionary.
const SORTS: [&str; 4] = ["FunctionType", "ShadingType", "HalftoneType", "PatternType"];

/// The types without those that a number in the dictionary speaks against.
pub(super) fn by_number(types: &[Type], dictionary: &Dictionary, document: &Document) -> Vec<Type> {
    let against = |name: &Type| {
        SORTS.iter().any(|key| {
            let told = dictionary.get_deref(key.as_bytes(), document);
            let told = told.ok().and_then(|value| value.as_i64().ok());
            match (name.strip_prefix(key).and_then(|digits| digits.parse::<i64>().ok()), told) {
                (Some(number), Some(told)) => number != told,
                // Another sort of stream than one with such a number.
                (Some(_), None) => true,
                (None, Some(_)) => SORTS.iter().all(|key| !name.starts_with(key)),
                (None, None) => false,
            }
        })
    };
    let left: Vec<Type> = types.iter().copied().filter(|name| !against(name)).collect();
    if left.is_empty() { types.to_vec() } else { left }
}

/// How a stream of these types is read. Where they differ, its bytes decide; where those do not
/// tell either, it is not read.
pub(super) fn reading(types: &[Type], dictionary: &Dictionary, document: &Document) -> Reading {
    if types.first() == Some(&TEXT) {
        return Text;
    }
    if types.is_empty() {
        return Private;
    }
    let told: Vec<Type> = types.iter().copied().filter(|name| is_of_key(name)).collect();
    let types = if told.is_empty() { by_number(types, dictionary, document) } else { told };
    let mut readings: Vec<Reading> = Vec::new();
    for name in types.iter().filter(|name| **name != PLAIN) {
        let reading = TYPES.iter().find(|(known, _)| known == name).map_or(Unread, |row| row.1);
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    match readings.as_slice() {
        [one] => *one,
        several if several.contains(&Content) && is_form(dictionary) => Content,
        several if several.contains(&Pixels) && is_picture(dictionary) => Pixels,
        several if several.contains(&Profile) && dictionary.has(b"N") => Profile,
        _ => Unread,
    }
}

fn is_form(dictionary: &Dictionary) -> bool {
    dictionary.has(b"BBox") || dictionary.get(b"Subtype").is_ok_and(|name| *name == "Form".into())
}

fn is_picture(dictionary: &Dictionary) -> bool {
    dictionary.has(b"Width") && dictionary.has(b"Height")
        || matches!(dictionary.get(b"Subtype"), Ok(Object::Name(name)) if name == b"Image")
}

#[cfg(test)]
mod tests {
    use super::super::Model;
    use super::*;

    /// No sort of stream that a document can lead to is without a decision.
    #[test]
    fn each_type_of_stream_and_each_key_that_leads_to_one_is_read_in_a_way_that_is_told() {
        let model = Model::known();
        for name in model.all_streams() {
            // These two are no streams: they tell how a file is encrypted.
            if matches!(name, "CryptFilterPublicKey" | "EncryptionPublicKey") {
                continue;
            }
            assert!(TYPES.iter().any(|(known, _)| *known == name), "{name}");
        }
        for (name, key) in model.leading_to("Stream") {
            let rows = row(name, key.trim_end_matches('*').as_bytes());
            assert!(rows.is_some() || row(name, key.as_bytes()).is_some(), "{name} {key}");
        }
        for (.., reading) in KEYS {
            assert!(TYPES.iter().any(|(known, _)| known == reading), "{reading}");
        }
    }

    #[test]
    fn numbers_and_entries_of_a_dictionary_tell_what_a_stream_is() {
        use lopdf::dictionary;
        let empty = Document::new();
        let of = |types: &[Type], dictionary: &Dictionary| reading(types, dictionary, &empty);
        let functions = ["FunctionType0", "FunctionType4", "ICCProfileStream"];
        assert_eq!(of(&functions, &dictionary! { "FunctionType" => 4 }), Calculation);
        assert_eq!(of(&functions, &dictionary! { "FunctionType" => 0 }), Numbers);
        assert_eq!(of(&functions, &dictionary! { "N" => 3 }), Profile);
        assert_eq!(of(&["Stream", CONTENT], &Dictionary::new()), Content);
        assert_eq!(of(&["Stream"], &Dictionary::new()), Unread);
        assert_eq!(of(&[PLAIN], &Dictionary::new()), Unread);
        assert_eq!(of(&[], &Dictionary::new()), Private);
    }
}
