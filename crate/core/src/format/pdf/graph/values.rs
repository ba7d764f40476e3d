//! Objects as values: their text, their names for what hangs together, and their edits put to use.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{Edit, PLAIN, Type};
use crate::format::pdf::printable;
use crate::seen::Tie;
use crate::syntax::pdf::drawn::Whose;
use crate::syntax::pdf::{reach, strings};

/// Of the types that an array may have, the one that its first name tells: colour spaces are
/// arrays that start with theirs.
pub(super) fn colour_space(items: &[Object], types: &[Type], document: &Document) -> Vec<Type> {
    let first = items.first().and_then(|first| document.dereference(first).ok());
    let Some((_, Object::Name(name))) = first else { return types.to_vec() };
    let space = types.iter().find(|space| {
        space.strip_suffix("ColorSpace").is_some_and(|space| space.as_bytes() == name)
    });
    space.map_or_else(|| types.to_vec(), |space| vec![*space])
}

/// Types of a value that the model knows.
pub(super) fn some(types: Vec<Type>) -> Vec<Type> {
    if types.is_empty() { vec![PLAIN] } else { types }
}

pub(super) fn named(document: &Document) -> BTreeMap<ObjectId, u32> {
    let mut named: BTreeMap<ObjectId, u32> = BTreeMap::new();
    let mut ids = Vec::new();
    reach::references(&Object::Dictionary(document.trailer.clone()), &mut ids);
    for object in document.objects.values() {
        reach::references(object, &mut ids);
        for id in ids.drain(..) {
            let count = named.entry(id).or_default();
            *count = count.saturating_add(1);
        }
    }
    named
}

/// The keys in the order of the walk: what is seen on the pages comes first.
pub(super) fn ordered(dictionary: &Dictionary, types: &[Type]) -> Vec<Vec<u8>> {
    let first: &[&[u8]] = match types.first() {
        Some(&"FileTrailer") => &[b"Root", b"Info"],
        Some(&"Catalog") => &[b"Pages", b"AcroForm", b"Metadata"],
        _ => &[],
    };
    let mut keys: Vec<Vec<u8>> =
        first.iter().filter(|key| dictionary.has(key)).map(|key| key.to_vec()).collect();
    let rest = dictionary.iter().map(|(key, _)| key.clone());
    keys.extend(rest.filter(|key| !first.contains(&key.as_slice())));
    keys
}

/// What becomes of an array of which some items become something.
pub(super) fn apply(items: &[Object], mut edits: BTreeMap<usize, Edit>) -> Edit {
    if edits.is_empty() {
        return Edit::Same;
    }
    let left = items.iter().enumerate().filter_map(|(index, item)| match edits.remove(&index) {
        None | Some(Edit::Same) => Some(item.clone()),
        Some(Edit::Changed(item)) => Some(item),
        Some(Edit::Gone) => None,
    });
    Edit::Changed(Object::Array(left.collect()))
}

/// Whether this is a signature, or leads to one.
pub(super) fn signed(object: &Object) -> bool {
    object.as_dict().is_ok_and(|dictionary| {
        dictionary.has(b"ByteRange")
            || dictionary.has(b"Contents")
            || dictionary.has(b"DocMDP")
            || dictionary.has(b"UR3")
    })
}

/// All text in a value, as far as it stands here.
pub(super) fn text_of(object: &Object) -> String {
    match object {
        Object::String(bytes, _) if printable::is_text(bytes) || bytes.len() < 64 => {
            strings::decode(bytes)
        }
        Object::String(bytes, _) => match bytes.get(..2) {
            Some([0xfe, 0xff] | [0xff, 0xfe]) => strings::decode(bytes),
            _ if std::str::from_utf8(bytes).is_ok() => strings::decode(bytes),
            _ => printable::printable(bytes),
        },
        Object::Name(name) => strings::decode(name),
        Object::Array(items) => joined(items.iter().map(text_of)),
        Object::Dictionary(dictionary) => {
            joined(dictionary.iter().map(|(_, value)| text_of(value)))
        }
        _ => String::new(),
    }
}

/// The numbers in an array that holds nothing else.
pub(super) fn numbers_of(object: &Object) -> String {
    let Object::Array(items) = object else { return String::new() };
    let numbers = items.iter().take(NUMBERS_TOLD).map(|item| match item {
        Object::Integer(number) => number.to_string(),
        Object::Real(number) => number.to_string(),
        Object::Array(_) => numbers_of(item),
        _ => String::new(),
    });
    let numbers: Vec<String> = numbers.collect();
    match numbers.iter().any(String::is_empty) {
        true => String::new(),
        false => numbers.join(" "),
    }
}

/// Of many numbers so many are told.
pub(super) const NUMBERS_TOLD: usize = 100;

pub(super) fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

pub(super) fn string(text: &str) -> Object {
    Object::String(strings::encode(text), lopdf::StringFormat::Literal)
}

/// The names by which what an annotation hides goes with it: those of the remark that it is, or of
/// the value of the field that it shows.
pub fn ties(whose: &Whose) -> Vec<Tie> {
    match whose {
        Whose::Object(chain) => {
            let remark = chain.first().map(|id| tie("remark", *id));
            remark.into_iter().chain(chain.iter().map(|id| tie("value", *id))).collect()
        }
        Whose::Listed(list, number) => vec![listed(*list, *number)],
    }
}

/// The name of a remark that has no object of its own.
pub(super) fn listed(list: ObjectId, number: u64) -> Tie {
    Tie::new("remark", &format!("{} {} {number}", list.0, list.1))
}

/// The name of the titles of tags.
pub(super) fn titles() -> Tie {
    Tie::new("title", "")
}

/// The name of an object that goes with what leads to it.
pub fn object(id: ObjectId) -> Tie {
    tie("object", id)
}

pub(super) fn tie(sort: &'static str, id: ObjectId) -> Tie {
    Tie::new(sort, &format!("{} {}", id.0, id.1))
}
