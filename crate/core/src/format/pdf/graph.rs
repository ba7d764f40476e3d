//! Walks the object graph from the trailer, type by type, and notes what becomes of it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::model::{Model, Type};
use super::names::{self, Names, Topic};
use super::redaction::Redaction;
use super::table;
use crate::Reason;
use crate::finding::Step;
use crate::kind::{hidden, inside};
use crate::order::Gather;
use crate::syntax::pdf::filters::Budget;
use crate::syntax::pdf::{claims, strings};
use crate::visit::{Decision, Owner, Remedy, Visit};

mod annotation;
mod beside;
mod labels;
mod marks;
mod reading;
mod rows;
pub mod stream;
mod tree;
mod values;

use marks::{Marks, Sort};
use values::{apply, colour_space, listed, named, ordered, some, string, tie, titles};
pub use values::{object, ties};

/// What becomes of the objects of a document.
#[derive(Debug, Default)]
pub struct Edits {
    /// The objects that are others now.
    pub changed: BTreeMap<ObjectId, Object>,
    /// The objects that are gone, whatever still names them.
    pub removed: BTreeSet<ObjectId>,
    /// The trailer, if it is another now.
    pub trailer: Option<Dictionary>,
    /// Whether a signature is gone.
    pub unsigned: bool,
    /// The objects that go with what leads to them.
    pub hung: BTreeMap<ObjectId, Owner>,
}

/// What becomes of a value.
#[derive(Debug)]
enum Edit {
    Same,
    Changed(Object),
    Gone,
}

/// Goes through a document once, in the order in which its objects name each other. What may go
/// is walked at once where it stands; what only hangs on that is walked last, and bears its name
/// (see [`Visit::follow`]), so that the order of all that stays does not depend on what goes.
pub struct Walker<'w, 'v> {
    visit: &'w mut Visit<'v>,
    document: &'w Document,
    model: &'static Model,
    edits: Edits,
    seen: BTreeSet<ObjectId>,
    /// Annotations: they are walked where their page lists them, and nowhere else.
    owned: BTreeSet<ObjectId>,
    stack: Vec<(ObjectId, Vec<Type>)>,
    pending: Vec<(ObjectId, Vec<Type>)>,
    later: VecDeque<ObjectId>,
    /// What is walked last, with all types that it is named by.
    queued: BTreeMap<ObjectId, Vec<Type>>,
    pages: BTreeMap<ObjectId, u64>,
    /// How often each object is named.
    named: BTreeMap<ObjectId, u32>,
    /// The place that each of them was first found in.
    owners: BTreeMap<ObjectId, Owner>,
    /// What is said beside the pages, by what it is said about.
    names: Names,
    /// The names of files, by the stream that holds them.
    files: BTreeMap<ObjectId, String>,
    current: Option<ObjectId>,
    /// How many things are open that may go.
    inside: usize,
    /// How many texts were shown in the place at hand.
    shown: usize,
    /// The place of the titles of tags, if somebody gave one.
    titles: Option<Owner>,
    /// The names of tags, and of places that links lead to, if somebody wrote one.
    tags: Option<Marks>,
    places: Option<Marks>,
    /// How many states of layers had a name.
    states: usize,
    /// Whether the dictionary at hand is a remark, whose text was shown already.
    remark: bool,
    /// What the text at hand is about.
    topic: Topic,
    /// What is taken out of the pages, and must not be said anywhere else.
    redaction: Option<&'w Redaction>,
    /// Which streams are the first, and the last, of those that make up a page.
    pieces: OnceCell<BTreeMap<ObjectId, (bool, bool)>>,
}

/// A key with fewer letters names nobody.
const LETTERS: usize = 4;

/// References lead to references no further than this.
const CHAIN: usize = 32;

/// Types that stand for how a value is read, not for an object type.
const TEXT: Type = "(text)";
const NAMES: Type = "(names)";
const FILES: Type = "(files)";
const NUMBERS: Type = "(numbers)";
/// The files of a thing.
const FILES_OF: Type = "ArrayOfAFFileSpecifications";
/// A value that leads to no type of its own: its strings are text, its names are not.
const PLAIN: Type = "(plain)";

/// Keys whose streams are text.
const TEXTS: [&[u8]; 4] = [b"JS", b"RC", b"RV", b"XFA"];

impl<'w, 'v> Walker<'w, 'v> {
    /// A walk of a document with these pages.
    pub fn new(
        visit: &'w mut Visit<'v>,
        document: &'w Document,
        pages: &[ObjectId],
        redaction: Option<&'w Redaction>,
    ) -> Self {
        let numbers = pages.iter().copied().zip(1..).into_map();
        let owned = annotation::remarks(document, pages);
        Self {
            visit,
            document,
            model: Model::known(),
            edits: Edits::default(),
            seen: BTreeSet::new(),
            owned,
            stack: Vec::new(),
            pending: Vec::new(),
            later: VecDeque::new(),
            queued: BTreeMap::new(),
            owners: BTreeMap::new(),
            names: Names::default(),
            pages: numbers,
            named: named(document),
            files: BTreeMap::new(),
            current: None,
            inside: 0,
            shown: 0,
            titles: None,
            tags: None,
            places: None,
            states: 0,
            remark: false,
            topic: Topic::Other,
            redaction,
            pieces: OnceCell::new(),
        }
    }

    /// Walks all, and gives what becomes of it.
    pub fn run(mut self) -> Edits {
        if self.visit.proves() {
            // Somebody may be called `Pages`.
            let words = self.model.words().chain(["endobj endstream startxref trailer"]);
            words.for_each(|word| self.visit.known(word));
        }
        self.titled();
        self.marked();
        let trailer = self.document.trailer.clone();
        self.edits.trailer = self.dictionary(&trailer, &["FileTrailer"]);
        self.flush();
        loop {
            while let Some((id, types)) = self.stack.pop() {
                self.object(id, &types);
                self.flush();
            }
            let Some(id) = self.later.pop_front() else { break };
            if self.seen.contains(&id) {
                continue;
            }
            let types = self.queued.remove(&id).unwrap_or_default();
            let owner = self.owners.remove(&id).unwrap_or_default();
            self.edits.hung.insert(id, owner);
            self.visit.follow_of(tie("object", id), owner);
            self.inside = self.inside.saturating_add(1);
            self.object(id, &types);
            self.inside = self.inside.saturating_sub(1);
            self.visit.close();
        }
        self.names.tell(self.visit);
        self.edits
    }

    /// Opens the place of all titles of tags. No reader shows them, and nothing leads to a tag by
    /// its title (ISO 32000-2, table 355).
    fn titled(&mut self) {
        let given = |object: &Object| {
            let dictionary = object.as_dict().ok().filter(|tag| tag.has(b"S") && tag.has(b"P"));
            let title = dictionary.and_then(|tag| tag.get(b"T").ok()?.as_str().ok());
            title.is_some_and(|title| !names::is_usual(Topic::Tags, &strings::decode(title)))
        };
        if !self.document.objects.values().any(given) {
            return;
        }
        self.visit.enter(Step::Property("StructTreeRoot".into()));
        self.visit.place(&hidden::HIDDEN_NAME, Remedy::Drop);
        self.visit.needs(titles());
        self.titles = Some(self.visit.owner());
        self.visit.describe("/T");
        self.visit.close();
        self.visit.leave();
    }

    /// The title of a tag: it goes with the others.
    fn title(&mut self, text: &str, owner: Owner) -> Edit {
        let decision = self.visit.follow_of(titles(), owner);
        self.inside = self.inside.saturating_add(1);
        let left = self.redaction.and_then(|redaction| redaction.without(text));
        self.say(left.as_deref().unwrap_or(text));
        self.inside = self.inside.saturating_sub(1);
        self.visit.close();
        match (decision, left) {
            (Decision::Stay, None) => Edit::Same,
            (Decision::Stay, Some(left)) => Edit::Changed(string(&left)),
            _ => Edit::Gone,
        }
    }

    fn flush(&mut self) {
        while let Some(next) = self.pending.pop() {
            self.stack.push(next);
        }
    }

    fn object(&mut self, id: ObjectId, types: &[Type]) {
        if self.owned.contains(&id) || !self.seen.insert(id) {
            return;
        }
        let document = self.document;
        let Some(object) = document.objects.get(&id) else { return };
        let outer = self.current.replace(id);
        let topic = std::mem::replace(&mut self.topic, Topic::Other);
        let page = self.pages.get(&id).copied();
        self.visit.enter(match page {
            Some(page) => Step::Page(page),
            None => Step::Object(u64::from(id.0)),
        });
        match self.walk(object, types) {
            Edit::Same => {}
            Edit::Changed(object) => {
                self.edits.changed.insert(id, object);
            }
            Edit::Gone => {
                self.edits.removed.insert(id);
            }
        }
        self.visit.leave();
        self.current = outer;
        self.topic = topic;
    }

    /// Walks a value that stands here, be it as a whole object.
    fn walk(&mut self, object: &Object, types: &[Type]) -> Edit {
        let Some(remark) = self.remark_of(object) else { return self.plain(object, types) };
        // What the tree of tags says of a remark goes with it.
        let decision = self.visit.follow(tie("remark", remark));
        self.inside = self.inside.saturating_add(1);
        let edit = self.plain(object, types);
        self.inside = self.inside.saturating_sub(1);
        self.visit.close();
        if decision == Decision::Stay { edit } else { Edit::Gone }
    }

    fn plain(&mut self, object: &Object, types: &[Type]) -> Edit {
        match object {
            Object::Reference(id) => self.reference(*id, types),
            Object::Dictionary(dictionary) => match self.dictionary(dictionary, types) {
                Some(changed) => Edit::Changed(Object::Dictionary(changed)),
                None => Edit::Same,
            },
            Object::Array(items) => self.array(items, types),
            Object::Stream(stream) => self.stream(stream, types),
            Object::String(bytes, _) => {
                let left = self.redaction.and_then(|one| one.without(&strings::decode(bytes)));
                if let Some(left) = left {
                    self.say(&left);
                    return Edit::Changed(string(&left));
                }
                self.bytes(bytes);
                Edit::Same
            }
            Object::Name(name) if types.is_empty() && !self.model.is_word(name) => {
                self.say(&strings::decode(name));
                Edit::Same
            }
            Object::Name(name) => {
                self.written(name);
                Edit::Same
            }
            _ => Edit::Same,
        }
    }

    fn reference(&mut self, id: ObjectId, types: &[Type]) -> Edit {
        match self.resolve(&Object::Reference(id)) {
            Some((id, Object::Dictionary(_) | Object::Array(_) | Object::Stream(_))) => {
                self.lead(id, types);
                Edit::Same
            }
            Some((_, scalar)) => self.walk(scalar, types),
            None => Edit::Same,
        }
    }

    /// The object behind references, with the number of the last of them.
    fn resolve(&self, object: &Object) -> Option<(ObjectId, &'w Object)> {
        let &Object::Reference(mut id) = object else { return None };
        for _ in 0..CHAIN {
            match self.document.objects.get(&id)? {
                Object::Reference(next) => id = *next,
                object => return Some((id, object)),
            }
        }
        None
    }

    /// Whether content is named that is not there.
    fn is_lost(&self, value: &Object) -> bool {
        let pieces = match value {
            Object::Reference(_) => match self.resolve(value) {
                Some((_, pieces)) => pieces,
                None => return true,
            },
            other => other,
        };
        let lost =
            |one: &Object| matches!(one, Object::Reference(_)) && self.resolve(one).is_none();
        pieces.as_array().is_ok_and(|pieces| pieces.iter().any(lost))
    }

    /// Has an object walked: next, or last where what leads to it may go.
    fn lead(&mut self, id: ObjectId, types: &[Type]) {
        if self.owned.contains(&id) || self.seen.contains(&id) {
            return;
        }
        if self.inside == 0 {
            self.pending.push((id, types.to_vec()));
            return;
        }
        self.visit.needs(tie("object", id));
        let owner = self.visit.owner();
        let known = self.queued.entry(id).or_insert_with(|| {
            self.later.push_back(id);
            self.owners.insert(id, owner);
            Vec::new()
        });
        let new = types.iter().filter(|name| !known.contains(name)).copied().collect::<Vec<_>>();
        known.extend(new);
    }

    fn array(&mut self, items: &[Object], types: &[Type]) -> Edit {
        if types.contains(&"ArrayOfAnnots") {
            return self.annotations(items);
        }
        let attached = types.contains(&FILES_OF);
        let space = colour_space(items, types, self.document);
        let types = space.as_slice();
        if matches!(types, ["SeparationColorSpace" | "DeviceNColorSpace"]) {
            let topic = std::mem::replace(&mut self.topic, Topic::Looks);
            items.get(1).into_iter().for_each(|names| self.names_in(names));
            self.topic = topic;
        }
        let mut leads = match types.first() {
            Some(first) if *first == TEXT => vec![TEXT],
            // A list where one thing is expected.
            Some(first) if *first != PLAIN && self.model.are_things(types) => types.to_vec(),
            Some(first) if *first != PLAIN => some(self.model.items(types).0),
            _ => types.to_vec(),
        };
        if leads.contains(&"Stream") {
            leads.extend(types.iter().copied().filter(|name| reading::is_of_key(name)));
            leads.extend(reading::of_key(types, b"3"));
        }
        // A list of actions may stand where one is expected.
        let mut actions = leads.clone();
        actions.extend(types);
        actions.retain(|name| name.starts_with("Action"));
        let mut edits = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            let edit = match (attached, actions.is_empty()) {
                (true, _) => self.attachment(item, &leads, ""),
                (false, true) => self.walk(item, &leads),
                (false, false) => match self.action(item) {
                    Some((kind, remedy, says)) => self.nested(kind, remedy, &says, item, &actions),
                    None if self.is_action(item) => self.walk(item, &actions),
                    None => self.walk(item, &leads),
                },
            };
            if !matches!(edit, Edit::Same) {
                edits.insert(index, edit);
            }
        }
        match apply(items, edits) {
            Edit::Changed(Object::Array(left)) if left.is_empty() && !actions.is_empty() => {
                Edit::Gone
            }
            edit => edit,
        }
    }

    fn attachment(&mut self, item: &Object, leads: &[Type], name: &str) -> Edit {
        let file = self.file_name(item);
        let name = file.as_deref().unwrap_or(name);
        // A path is told as one, and may go.
        let name = if table::is_path(name) { table::of_path(name) } else { name };
        let left = self.redaction.and_then(|redaction| redaction.without(name));
        let name = left.as_deref().unwrap_or(name);
        self.enclose(&inside::ATTACHMENT, Remedy::Ask, name, |walker| walker.walk(item, leads))
    }

    /// The name of the file that a file specification tells about.
    fn file_name(&self, item: &Object) -> Option<String> {
        let specification = match item {
            Object::Reference(_) => self.resolve(item)?.1,
            other => other,
        };
        let dictionary = specification.as_dict().ok()?;
        [b"UF".as_slice(), b"F"].iter().find_map(|key| {
            let value = dictionary.get_deref(key, self.document).ok()?;
            value.as_str().ok().map(strings::decode)
        })
    }

    fn dictionary(&mut self, dictionary: &Dictionary, types: &[Type]) -> Option<Dictionary> {
        if let Some(tree @ (&NAMES | &FILES | &NUMBERS)) = types.first() {
            return self.tree(dictionary, tree, types.get(1..).unwrap_or_default());
        }
        let types = self.types(dictionary, types);
        if types.iter().any(|name| name.ends_with("FileSpecification")) {
            self.remember_file(dictionary);
        }
        if matches!(types.first(), Some(&"FontType1" | &"FontTrueType")) {
            let mut budget = Budget { left: self.visit.left(), held: self.visit.held() };
            // What it claims was read, and not what is seen.
            if claims::lies(dictionary, self.document, &mut budget) {
                self.visit.gap(Reason::Unknown);
            }
        }
        let mut changes: Vec<(Vec<u8>, Option<Object>)> = Vec::new();
        for key in ordered(dictionary, &types) {
            let Ok(value) = dictionary.get(&key) else { continue };
            self.visit.enter(Step::Property(strings::decode(&key).into()));
            match self.entry(&key, value, dictionary, &types) {
                Edit::Same => {}
                Edit::Changed(value) => changes.push((key, Some(value))),
                Edit::Gone => changes.push((key, None)),
            }
            self.visit.leave();
        }
        let places = types.contains(&"DestsMap");
        let renamed = |key: &[u8]| places.then(|| self.left_of_name(Sort::Places, key)).flatten();
        if changes.is_empty() && dictionary.iter().all(|(key, _)| renamed(key).is_none()) {
            return None;
        }
        let mut changed = Dictionary::new();
        for (key, value) in dictionary {
            let name = renamed(key).unwrap_or_else(|| key.clone());
            match changes.iter().find(|(name, _)| name == key) {
                None => changed.set(name, value.clone()),
                Some((_, Some(value))) => changed.set(name, value.clone()),
                Some((_, None)) => {}
            }
        }
        Some(changed)
    }

    /// The types of a dictionary; a field is told by an entry that it may inherit.
    fn types(&self, dictionary: &Dictionary, candidates: &[Type]) -> Vec<Type> {
        if candidates.is_empty() || candidates.first() == Some(&PLAIN) {
            return candidates.to_vec();
        }
        let mut types = self.model.select(candidates, dictionary, self.document);
        if types.contains(&"FieldSig") {
            let field = self.inherited(dictionary, b"FT");
            let signature =
                field.is_some_and(|field| field.as_name().is_ok_and(|name| name == b"Sig"));
            types.retain(|name| (*name == "FieldSig") == signature || !name.starts_with("Field"));
        }
        types
    }

    fn inherited(&self, dictionary: &Dictionary, key: &[u8]) -> Option<Object> {
        let mut node = dictionary.clone();
        for _ in 0..CHAIN {
            if let Ok(value) = node.get_deref(key, self.document) {
                return Some(value.clone());
            }
            node = node.get_deref(b"Parent", self.document).ok()?.as_dict().ok()?.clone();
        }
        None
    }

    fn remember_file(&mut self, specification: &Dictionary) {
        let Some(name) = self.file_name(&Object::Dictionary(specification.clone())) else { return };
        let Ok(Object::Dictionary(files)) = specification.get_deref(b"EF", self.document) else {
            return;
        };
        for (_, stream) in files {
            if let Object::Reference(id) = stream {
                self.files.entry(*id).or_insert_with(|| name.clone());
            }
        }
    }

    fn entry(&mut self, key: &[u8], value: &Object, around: &Dictionary, types: &[Type]) -> Edit {
        let outer = self.topic;
        let edit = self.entry_of(key, value, around, types);
        self.topic = outer;
        edit
    }

    fn entry_of(
        &mut self,
        key: &[u8],
        value: &Object,
        around: &Dictionary,
        types: &[Type],
    ) -> Edit {
        if types.is_empty() || types.first() == Some(&PLAIN) {
            return self.walk(value, types);
        }
        let Some((of, entry, mut leads)) = self.model.entry(types, key) else {
            // Who defines attributes of tags may give them any name.
            return match types.contains(&"StructureAttributesDict") {
                true => {
                    self.written(key);
                    self.walk(value, &[PLAIN])
                }
                false => self.unknown(key, value),
            };
        };
        if (of, key) == ("PageObject", b"Contents") && self.is_lost(value) {
            self.visit.gap(Reason::Damaged);
        }
        if matches!((of, key), ("FileTrailer", b"ID" | b"Encrypt")) {
            return Edit::Same;
        }
        self.topic = names::topic(self.topic, of, types, key);
        if entry.key == "*" {
            let name = strings::decode(key);
            match (of, names::are_names(of)) {
                ("DestsMap", _) => {
                    let left = self.left_of_name(Sort::Places, key);
                    let left = left.map_or(name, |left| strings::decode(&left));
                    if !self.told(Sort::Places, key, &left) || self.goes(Sort::Places) {
                        self.note(&left);
                    }
                }
                ("AppearanceSubDict", _) => self.chosen(&name),
                (_, true) => self.note(&name),
                (map, false) if map.ends_with("Map") => self.named(key),
                // What has a row may go, and its name with it.
                (_, false) if table::row(of, key).is_none() => self.written(key),
                _ => {}
            }
        }
        if names::is_name(of, key) {
            self.names_in(value);
        }
        if let Some(edit) = self.mark_of(of, key, value, around) {
            return edit;
        }
        if let (("StructElem", b"T"), Some(owner)) = ((of, key), self.titles)
            && let Ok((_, Object::String(bytes, _))) = self.document.dereference(value)
        {
            return self.title(&strings::decode(bytes), owner);
        }
        let said = self.remark && key == b"Contents" && !types.contains(&"AnnotPopup");
        if key == b"CheckSum" || said {
            return Edit::Same;
        }
        if TEXTS.contains(&key) {
            leads = vec![TEXT];
        } else if leads.iter().any(|lead| *lead == "Stream" || *lead == "ArrayOfStreamsGeneral") {
            leads.extend(reading::of_key(types, key));
        }
        if entry.may_be('N') || entry.may_be('M') {
            let sort = match (key, entry.may_be('N')) {
                (b"EmbeddedFiles", _) => FILES,
                (_, true) => NAMES,
                (_, false) => NUMBERS,
            };
            leads.insert(0, sort);
        }
        if key == b"AP" && types.contains(&"AnnotWidget") {
            return self.appearance(value, around, &leads);
        }
        if leads.iter().any(|lead| lead.starts_with("Action"))
            && let Some((kind, remedy, says)) = self.action(value)
        {
            return self.nested(kind, remedy, &says, value, &leads);
        }
        let subtype = around.get_deref(b"Subtype", self.document).and_then(Object::as_name);
        let remark = types.iter().all(|name| name.starts_with("Annot"))
            && subtype.is_ok_and(table::is_remark);
        let row = if (remark || self.remark) && key == b"T" {
            Some(&table::REMARK_AUTHOR)
        } else if remark && key == b"Contents" {
            Some(&table::LOST_REMARK)
        } else {
            let knows = types.iter().filter(|name| self.model.entry(&[name], key).is_some());
            knows.filter_map(|name| table::row(name, key)).next()
        };
        if let Some(edit) = self.property(of, key, value) {
            return edit;
        }
        match row {
            Some(row) => self.row(row, key, value, &leads),
            None => self.known(key, value, entry, &leads),
        }
    }
}
