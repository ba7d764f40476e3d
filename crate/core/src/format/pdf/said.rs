//! Makes a PDF say what it is to say of itself: in its properties and in its XMP alike.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::xmp;
use crate::Limits;
use crate::imprint::Imprint;
use crate::syntax::pdf::filters::{self, Budget};
use crate::syntax::pdf::strings;

/// States an imprint, and gives the languages that were told before; nothing where the document
/// has no catalogue, or XMP that cannot be read.
pub fn state(
    document: &mut Document,
    imprint: &Imprint,
    limits: &Limits,
    budget: &mut Budget,
) -> Option<Vec<String>> {
    document.max_id = document.objects.keys().map(|(number, _)| *number).max()?;
    let root = document.trailer.get(b"Root").ok()?.as_reference().ok()?;
    let mut catalog = document.get_dictionary(root).ok()?.clone();
    let mut languages = Vec::new();
    if let Ok(Object::String(old, _)) = catalog.get_deref(b"Lang", document) {
        languages.push(strings::decode(old));
    }
    describe(document, &mut catalog, imprint, (limits, budget), &mut languages)?;
    if let Some(language) = imprint.language() {
        catalog.set("Lang", text(language));
    }
    if imprint.title().is_some() {
        let shown = catalog.get_deref(b"ViewerPreferences", document).and_then(Object::as_dict);
        let mut shown = shown.cloned().unwrap_or_default();
        shown.set("DisplayDocTitle", true);
        catalog.set("ViewerPreferences", shown);
    }
    document.objects.insert(root, catalog.into());
    properties(document, imprint);
    Some(languages)
}

/// The properties. A file of PDF 2.0 that has none gets none: its XMP is what counts (ISO
/// 32000-2, 14.3.3).
fn properties(document: &mut Document, imprint: &Imprint) {
    let known = document.trailer.get_deref(b"Info", document).and_then(Object::as_dict).ok();
    if known.is_none() && document.version.as_str() >= "2.0" {
        return;
    }
    let mut properties = known.cloned().unwrap_or_default();
    let fields = [("Title", imprint.title()), ("Author", imprint.organisation())];
    for (key, value) in fields.into_iter().filter_map(|(key, value)| Some((key, value?))) {
        properties.set(key, text(value));
    }
    if !properties.is_empty() {
        place(document, None, "Info", properties.into());
    }
}

/// The XMP: what it tells besides stays; a document without one gets one.
fn describe(
    document: &mut Document,
    catalog: &mut Dictionary,
    imprint: &Imprint,
    (limits, budget): (&Limits, &mut Budget),
    languages: &mut Vec<String>,
) -> Option<()> {
    let depth = usize::try_from(limits.xml_depth).unwrap_or(usize::MAX);
    let packet = match catalog.get_deref(b"Metadata", document) {
        Ok(Object::Stream(old)) => {
            let unpacked = filters::unpack(old, document, budget).ok()?;
            let (packet, told) = xmp::state(&unpacked.bytes, imprint, depth)?;
            languages.extend(told);
            packet
        }
        _ => xmp::packet(imprint),
    };
    let facts = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let stream = Stream::new(facts, packet.into_bytes()).with_compression(false);
    place(document, Some(catalog), "Metadata", stream.into());
    Some(())
}

/// Puts an object where a key of the catalogue or the trailer leads, or makes it lead there.
fn place(document: &mut Document, catalog: Option<&mut Dictionary>, key: &str, object: Object) {
    let old = match &catalog {
        Some(catalog) => catalog.get(key.as_bytes()).ok(),
        None => document.trailer.get(key.as_bytes()).ok(),
    };
    let known: Option<ObjectId> = old.and_then(|old| old.as_reference().ok());
    let id = known.unwrap_or_else(|| document.new_object_id());
    document.objects.insert(id, object);
    match catalog {
        Some(catalog) => catalog.set(key, Object::Reference(id)),
        None => document.trailer.set(key, Object::Reference(id)),
    }
}

fn text(text: &str) -> Object {
    Object::String(strings::encode(text), StringFormat::Literal)
}
