//! The object types of PDF with the keys that each knows, as a list of what is allowed.

use std::sync::LazyLock;

use lopdf::{Dictionary, Document, Object};
use rustc_hash::{FxHashMap, FxHashSet};

const TABLE: &str = include_str!("arlington.txt");

/// The name of an object type.
pub type Type = &'static str;

/// A key that an object type knows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// The key; `*` for any.
    pub key: &'static str,
    /// What it may be, a letter each.
    pub sorts: &'static str,
    /// The names that it may have, where they tell the type.
    names: &'static str,
    /// The types that it leads to.
    leads: &'static str,
}

impl Entry {
    /// The types that its value may have.
    pub fn types(&self) -> Vec<Type> {
        self.leads.split(',').filter(|name| !name.is_empty()).collect()
    }

    /// Whether its value may be of this sort.
    pub fn may_be(&self, sort: char) -> bool {
        self.sorts.contains(sort)
    }
}

/// All object types.
pub struct Model {
    types: FxHashMap<Type, Vec<Entry>>,
    /// The words of the format itself: keys, and names that tell types.
    words: FxHashSet<&'static str>,
}

/// Names that stand in many files in places where the model does not expect them.
const WORDS: [&str; 18] = [
    "PDF",
    "Text",
    "ImageB",
    "ImageC",
    "ImageI",
    "FlateDecode",
    "DCTDecode",
    "DeviceRGB",
    "DeviceGray",
    "DeviceCMYK",
    "Identity",
    "Identity-H",
    "Normal",
    "None",
    "Default",
    "Off",
    "On",
    "Yes",
];

/// Keys that files have and readers use, though the model leaves them out there.
const MORE: [(Type, &str); 32] = [
    ("AnnotWidget", "DR/D//Resource"),
    ("Catalog", "LastModified/d"),
    ("EmbeddedFileParameter", "Subtype/n"),
    ("Field", "DR/D//Resource"),
    ("FileSpecEF", "DOS/S//EmbeddedFileStream"),
    ("FileSpecEF", "Mac/S//EmbeddedFileStream"),
    ("FileSpecEF", "Unix/S//EmbeddedFileStream"),
    ("FontCIDType0", "Name/n"),
    ("FontCIDType2", "Name/n"),
    ("FontTrueType", "Name/n"),
    ("FontType0", "Name/n"),
    ("FontType1", "Name/n"),
    ("OutlineItem", "Type/n"),
    ("PageObject", "ProcSet/A//ArrayOfNamesForProcSet"),
    ("XObjectImage", "Name/n"),
    // Lists of properties of marked content (ISO 32000-2, 14.6.2): layers are among them.
    (PROPERTY_MAP, "*/D//OptContentGroup,OptContentMembership,PropertyList"),
    (PROPERTY_LIST, "Type/n"),
    (PROPERTY_LIST, "Subtype/n"),
    (PROPERTY_LIST, "MCID/i"),
    (PROPERTY_LIST, "Lang/t"),
    (PROPERTY_LIST, "Alt/t"),
    (PROPERTY_LIST, "ActualText/t"),
    (PROPERTY_LIST, "E/t"),
    (PROPERTY_LIST, "Attached/A"),
    (PROPERTY_LIST, "BBox/A"),
    (PROPERTY_LIST, "Metadata/S//Metadata"),
    (PROPERTY_LIST, "MCAF/A//ArrayOfAFFileSpecifications"),
    (PROPERTY_LIST, "AF/A//ArrayOfAFFileSpecifications"),
    (PROPERTY_LIST, "GTS_Metadata/D//GTS_ProcStepsGroup"),
    (PROPERTY_LIST, "Contents/t"),
    (PROPERTY_LIST, "Conf/i"),
    (PROPERTY_LIST, "Placement/n"),
];

/// What the properties of content are, which the model tells of no dictionary.
const PROPERTY_MAP: Type = "PropertyMap";
const PROPERTY_LIST: Type = "PropertyList";
/// A thing with a description in XMP, which the model knows of fewer things than files do.
const METADATA: Entry = Entry { key: "Metadata", sorts: "S", names: "", leads: "Metadata" };
/// What the standard leads to where it tells nothing more of an entry than that it is a list.
const INSTEAD: [(Type, &str, Type); 1] = [("Resource", "Properties", PROPERTY_MAP)];

/// Types that share a dictionary: a field and its one widget.
const FIELDS: [Type; 7] = [
    "Field",
    "FieldBtnCheckbox",
    "FieldBtnPush",
    "FieldBtnRadio",
    "FieldChoice",
    "FieldSig",
    "FieldTx",
];
const WIDGET: Type = "AnnotWidget";

impl Model {
    /// The table, which is read once.
    pub fn known() -> &'static Self {
        static MODEL: LazyLock<Model> = LazyLock::new(Model::new);
        &MODEL
    }

    fn new() -> Self {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        let types = lines.filter_map(|line| {
            let (name, entries) = line.split_once(' ')?;
            Some((name, entries.split(' ').map(entry).collect()))
        });
        let mut types: FxHashMap<Type, Vec<Entry>> = types.collect();
        for (name, more) in MORE {
            types.entry(name).or_default().push(entry(more));
        }
        for (name, key, lead) in INSTEAD {
            let entries = types.entry(name).or_default().iter_mut();
            entries.filter(|entry| entry.key == key).for_each(|entry| entry.leads = lead);
        }
        let mut words: FxHashSet<&str> = WORDS.into_iter().collect();
        for entry in types.values().flatten() {
            words.insert(entry.key);
            words.extend(entry.names.split(','));
        }
        Self { types, words }
    }

    /// The words of the format.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().copied()
    }

    /// Whether a name is a word of the format, and says nothing of its own.
    pub fn is_word(&self, name: &[u8]) -> bool {
        std::str::from_utf8(name).is_ok_and(|name| self.words.contains(name))
    }

    /// The types among `candidates` that a dictionary has, by the names in it; all of them where
    /// nothing tells.
    pub fn select(
        &self,
        candidates: &[Type],
        dictionary: &Dictionary,
        document: &Document,
    ) -> Vec<Type> {
        // Any key is one of a list, but this is none.
        let list = |name: &Type| name.starts_with("ArrayOf") || *name == "_UniversalArray";
        let all = candidates.iter().all(list);
        let candidates: Vec<Type> =
            candidates.iter().copied().filter(|name| all || !list(name)).collect();
        let scored: Vec<(Type, Option<usize>)> =
            candidates.iter().map(|name| (*name, self.score(name, dictionary, document))).collect();
        let best = scored.iter().filter_map(|(_, score)| *score).max();
        let mut types: Vec<Type> = match best {
            None => candidates,
            Some(best) => scored
                .into_iter()
                .filter_map(|(name, score)| (score == Some(best)).then_some(name))
                .collect(),
        };
        if types.contains(&WIDGET) {
            types.extend(FIELDS);
        } else if types.iter().any(|name| FIELDS.contains(name)) {
            types.push(WIDGET);
        }
        types
    }

    /// How many of its names speak for a type; nothing where one speaks against it.
    fn score(&self, name: Type, dictionary: &Dictionary, document: &Document) -> Option<usize> {
        let mut score = 0_usize;
        for entry in self.types.get(name)?.iter().filter(|entry| !entry.names.is_empty()) {
            let Ok(value) = dictionary.get_deref(entry.key.as_bytes(), document) else { continue };
            let Object::Name(value) = value else { continue };
            if !entry.names.split(',').any(|name| name.as_bytes() == value.as_slice()) {
                return None;
            }
            score = score.saturating_add(1);
        }
        Some(score)
    }

    /// Whether none of these types is a list, or may be one.
    pub fn are_things(&self, types: &[Type]) -> bool {
        let word = |entry: &Entry| entry.key.contains(|letter: char| letter.is_ascii_lowercase());
        types
            .iter()
            .all(|name| self.types.get(name).is_some_and(|entries| entries.iter().any(word)))
    }

    /// The types among `candidates` that are streams; all of them where none is.
    pub fn streams(&self, candidates: &[Type]) -> Vec<Type> {
        let stream = |name: &Type| {
            let entries = self.types.get(name);
            entries.is_some_and(|entries| entries.iter().any(|entry| entry.key == "Length"))
        };
        let streams: Vec<Type> = candidates.iter().copied().filter(stream).collect();
        if streams.is_empty() { candidates.to_vec() } else { streams }
    }

    /// All types that are streams.
    #[cfg(test)]
    pub fn all_streams(&self) -> impl Iterator<Item = Type> {
        let stream = |entries: &Vec<Entry>| entries.iter().any(|entry| entry.key == "Length");
        self.types
            .iter()
            .filter(move |(name, entries)| {
                // In these a length is the length of a key.
                stream(entries) && !matches!(**name, "EncryptionStandard" | "CryptFilter")
            })
            .map(|(name, _)| *name)
    }

    /// The types and their keys that lead to a type.
    #[cfg(test)]
    pub fn leading_to(&self, lead: Type) -> Vec<(Type, &'static str)> {
        let entries = self
            .types
            .iter()
            .flat_map(|(name, entries)| entries.iter().map(move |entry| (*name, entry)));
        entries
            .filter(|(_, entry)| entry.types().contains(&lead))
            .map(|(name, entry)| (name, entry.key))
            .collect()
    }

    /// What the types say of a key: the first type that names it, with what all of them lead to.
    pub fn entry(&self, types: &[Type], key: &[u8]) -> Option<(Type, Entry, Vec<Type>)> {
        let mut found: Option<(Type, Entry)> = None;
        let mut leads = Vec::new();
        for star in [false, true] {
            for name in types {
                let entries = self.types.get(name).map(Vec::as_slice).unwrap_or_default();
                for entry in entries {
                    let same = if star { entry.key == "*" } else { entry.key.as_bytes() == key };
                    if same {
                        found.get_or_insert((*name, *entry));
                        leads.extend(
                            entry
                                .types()
                                .into_iter()
                                .filter(|lead| !leads.contains(lead))
                                .collect::<Vec<_>>(),
                        );
                    }
                }
            }
            if found.is_some() {
                break;
            }
        }
        if found.is_none() && key == b"Metadata" {
            return types.first().map(|name| (*name, METADATA, vec!["Metadata"]));
        }
        found.map(|(name, entry)| (name, entry, leads))
    }

    /// What the items of arrays of these types lead to, and what sorts they may be.
    pub fn items(&self, types: &[Type]) -> (Vec<Type>, String) {
        let mut leads = Vec::new();
        let mut sorts = String::new();
        for entry in types.iter().filter_map(|name| self.types.get(name)).flatten() {
            let new: Vec<Type> =
                entry.types().into_iter().filter(|lead| !leads.contains(lead)).collect();
            leads.extend(new);
            sorts.push_str(entry.sorts);
        }
        (leads, sorts)
    }
}

fn entry(text: &'static str) -> Entry {
    let mut fields = text.split('/');
    let mut next = || fields.next().unwrap_or_default();
    Entry { key: next(), sorts: next(), names: next(), leads: next() }
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn every_type_that_is_led_to_has_a_line() {
        let model = Model::known();
        for entry in model.types.values().flatten() {
            for lead in entry.types() {
                assert!(model.types.contains_key(lead), "{lead}");
            }
        }
    }

    #[test]
    fn names_in_a_dictionary_tell_its_type() {
        let model = Model::known();
        let (leads, _) = model.items(&["ArrayOfAnnots"]);
        let link = dictionary! { "Subtype" => "Link" };
        assert_eq!(model.select(&leads, &link, &Document::new()), ["AnnotLink"]);
        let types = model.select(&leads, &dictionary! { "Subtype" => "Widget" }, &Document::new());
        assert!(model.entry(&types, b"V").is_some());
        assert!(model.entry(&["Catalog"], b"Pages").is_some());
        assert!(model.entry(&["Catalog"], b"Owner").is_none());
    }
}
