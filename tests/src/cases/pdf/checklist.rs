//! What stands in no other case: the rest of the things that `tests/src/checklist` numbers.

mod bytes;
mod looks;
mod properties;
mod remarks;
mod tags;

use super::unseen::{form, shows, with};
use super::{Objects, append, file, hex, page, stream};
use crate::cases::{Case, image};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = properties::cases();
    cases.extend(remarks::cases());
    cases.extend(tags::cases());
    cases.extend(looks::cases());
    cases.extend(bytes::cases());
    cases
}

/// A page with a word, and with these resources and entries.
fn plain(resources: &str, rest: &str) -> Objects {
    let mut objects = page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    objects[2].1 = with(resources, rest);
    objects
}

/// The entries of the catalogue.
fn catalogue(objects: &mut Objects, entries: &str) {
    objects[0].1 = format!("<</Type/Catalog/Pages 2 0 R/Lang(nl){entries}>>");
}

/// A packet with these properties.
fn packet(properties: &str) -> String {
    let names = [
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("xmp", "http://ns.adobe.com/xap/1.0/"),
        ("xmpMM", "http://ns.adobe.com/xap/1.0/mm/"),
        ("xmpTPg", "http://ns.adobe.com/xap/1.0/t/pg/"),
        ("stEvt", "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"),
        ("stRef", "http://ns.adobe.com/xap/1.0/sType/ResourceRef#"),
        ("stFnt", "http://ns.adobe.com/xap/1.0/sType/Font#"),
        ("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
        ("pdf", "http://ns.adobe.com/pdf/1.3/"),
        ("pdfx", "http://ns.adobe.com/pdfx/1.3/"),
    ];
    let names: String = names.iter().map(|(name, of)| format!(" xmlns:{name}='{of}'")).collect();
    format!(
        "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
         <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description \
         rdf:about=''{names}>{properties}</rdf:Description></rdf:RDF></x:xmpmeta>\
         <?xpacket end='w'?>"
    )
}

const PACKET: &str = "/Type/Metadata/Subtype/XML";

/// A packet that names who made what it stands in.
fn made_by(name: &str) -> String {
    let creator = format!("<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>");
    stream(PACKET, &packet(&creator))
}
