//! Walks the object graph from the trailer, type by type, and notes what becomes of it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::model::{Entry, Model, Type};
use super::names::{self, Names, Topic};
use super::printable;
use super::redaction::Redaction;
use super::table::{self, Extent, Row};
use crate::Reason;
use crate::finding::Step;
use crate::kind::{Kind, access, hidden, inside, place, software};
use crate::seen::Tie;
use crate::syntax::der;
use crate::syntax::pdf::drawn::Whose;
use crate::syntax::pdf::filters::Budget;
use crate::syntax::pdf::{claims, reach, strings};
use crate::visit::{Decision, Owner, Remedy, Visit};

mod annotation;
mod beside;
mod labels;
mod reading;
pub mod stream;
mod tree;

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
        let numbers = pages.iter().copied().zip(1..).collect();
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
        let renamed = self.redaction.filter(|_| types.contains(&"DestsMap"));
        let renamed = |key: &[u8]| renamed.and_then(|redaction| redaction.without_name(key));
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
        if matches!((of, key), ("FileTrailer", b"ID" | b"Encrypt")) {
            return Edit::Same;
        }
        self.topic = names::topic(self.topic, of, types, key);
        if entry.key == "*" {
            let name = strings::decode(key);
            match (of, names::are_names(of)) {
                ("DestsMap", _) => {
                    let left = self.redaction.and_then(|redaction| redaction.without_name(key));
                    self.note(&left.map_or(name, |left| strings::decode(&left)));
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

    fn row(&mut self, row: &'static Row, key: &[u8], value: &Object, leads: &[Type]) -> Edit {
        let document = self.document;
        let plain = document.dereference(value).map_or(&Object::Null, |(_, plain)| plain);
        if plain.is_null()
            || table::is_standard(key, &text_of(plain))
            || table::is_trapped(key, plain)
        {
            return Edit::Same;
        }
        if row.kind == &inside::SIGNATURE && signed(plain) {
            self.visit.guard(&inside::SIGNATURE);
        }
        if row.extent == Extent::Whole || matches!(plain, Object::Dictionary(_) | Object::Stream(_))
        {
            let numbers = numbers_of(plain);
            let says = match numbers.is_empty() {
                true => format!("/{}", String::from_utf8_lossy(key)),
                false => numbers,
            };
            // What shows that somebody signed goes with the signature.
            let shown = (row.kind == &inside::SIGNATURE && key == b"V").then_some(self.current);
            let edit = self.enclose(row.kind, row.remedy, &says, |walker| {
                if let Some(field) = shown.flatten() {
                    walker.visit.needs(tie("value", field));
                }
                walker.inner(value, leads)
            });
            self.edits.unsigned |= shown.is_some() && matches!(edit, Edit::Gone);
            return edit;
        }
        // The state of a button is no text that somebody wrote.
        if row.kind == &inside::FORM_VALUE && matches!(plain, Object::Name(_)) {
            self.names_in(plain);
            return Edit::Same;
        }
        let text = text_of(plain);
        if text.trim().is_empty() {
            return Edit::Same;
        }
        if row.kind == &access::TITLE
            && let Some(left) = self.redaction.and_then(|redaction| redaction.without(&text))
        {
            self.visit.value(row.kind, row.remedy, &left);
            return Edit::Changed(string(&left));
        }
        let named = row.kind == &access::TITLE && table::is_document_name(&text);
        let kind = if named { &access::TITLE_FILE_NAME } else { row.kind };
        if kind == &inside::FORM_VALUE
            && let Some(field) = self.current
        {
            let decision = self.visit.place(kind, row.remedy);
            self.visit.needs(tie("value", field));
            let left = self.redaction.and_then(|redaction| redaction.without(&text));
            self.say(left.as_deref().unwrap_or(&text));
            self.visit.close();
            return match (decision, left) {
                (Decision::Stay, None) => Edit::Same,
                (Decision::Stay, Some(left)) => Edit::Changed(string(&left)),
                _ => Edit::Gone,
            };
        }
        self.put(kind, row.remedy, &text)
    }

    /// A place that is one string.
    fn put(&mut self, kind: &'static Kind, remedy: Remedy, text: &str) -> Edit {
        let decision = if kind == &software::LABEL {
            let decision = self.visit.place(kind, remedy);
            self.visit.text(text);
            self.visit.end_text();
            // Words such as "Standard" stand in many places; none of them is proof of the label.
            self.visit.describe(text);
            self.visit.close();
            decision
        } else {
            self.visit.value(kind, remedy, text)
        };
        match decision {
            Decision::Stay => Edit::Same,
            Decision::Go => Edit::Gone,
            Decision::Become(value) => Edit::Changed(string(&value)),
        }
    }

    /// A place that is all that a key leads to. What nothing else leads to is walked here, so that
    /// its text is the value of the place.
    fn nested(
        &mut self,
        kind: &'static Kind,
        remedy: Remedy,
        says: &str,
        value: &Object,
        leads: &[Type],
    ) -> Edit {
        self.enclose(kind, remedy, says, |walker| walker.inner(value, leads))
    }

    fn inner(&mut self, value: &Object, leads: &[Type]) -> Edit {
        match self.resolve(value) {
            Some((id, Object::Dictionary(_) | Object::Array(_) | Object::Stream(_)))
                if self.named.get(&id) == Some(&1) =>
            {
                self.object(id, leads);
                Edit::Same
            }
            _ => self.walk(value, leads),
        }
    }

    /// A place around what `walk` walks; `says` is its value where no text in it is.
    fn enclose(
        &mut self,
        kind: &'static Kind,
        remedy: Remedy,
        says: &str,
        walk: impl FnOnce(&mut Self) -> Edit,
    ) -> Edit {
        let decision = self.visit.place(kind, remedy);
        self.inside = self.inside.saturating_add(1);
        let shown = self.shown;
        let edit = walk(self);
        self.visit.end_text();
        if self.shown == shown {
            self.visit.describe(says);
        }
        // What stands in a place is no text of the place around it.
        self.shown = shown;
        self.inside = self.inside.saturating_sub(1);
        self.visit.close();
        if decision == Decision::Stay { edit } else { Edit::Gone }
    }

    /// A key that the type of its dictionary does not know: a place of its own where it can hold
    /// text.
    fn unknown(&mut self, key: &[u8], value: &Object) -> Edit {
        let mut leads = Vec::new();
        reach::references(value, &mut leads);
        let scalars = leads.iter().all(|id| {
            let object = self.document.objects.get(id);
            object.is_none_or(|object| {
                matches!(
                    object,
                    Object::Integer(_) | Object::Real(_) | Object::Boolean(_) | Object::Null
                )
            })
        });
        if scalars && !self.tells(value) {
            let named = key.iter().filter(|byte| byte.is_ascii_alphabetic()).count() >= LETTERS;
            if self.model.is_word(key) || !named {
                return Edit::Same;
            }
            // A key that is nobody's but its own: the name may tell what the value does not.
            return match self.visit.value(&hidden::HIDDEN_NAME, Remedy::Drop, &strings::decode(key))
            {
                Decision::Stay => Edit::Same,
                _ => Edit::Gone,
            };
        }
        let says = format!("/{}", strings::decode(key));
        self.nested(&hidden::PRIVATE_DATA, Remedy::Drop, &says, value, &[])
    }

    /// Whether somebody's own words stand in a value.
    fn tells(&self, value: &Object) -> bool {
        match value {
            Object::Name(name) => !self.model.is_word(name),
            Object::String(bytes, _) => !bytes.is_empty(),
            Object::Array(items) => items.iter().any(|item| self.tells(item)),
            Object::Dictionary(dictionary) => {
                dictionary.iter().any(|(key, value)| !self.model.is_word(key) || self.tells(value))
            }
            _ => false,
        }
    }

    /// A key that has no row of its own.
    fn known(&mut self, key: &[u8], value: &Object, entry: Entry, leads: &[Type]) -> Edit {
        let document = self.document;
        let plain = document.dereference(value).map_or(&Object::Null, |(_, plain)| plain);
        match plain {
            Object::String(bytes, _) => {
                if key == b"URI"
                    && let Some(left) = self.redaction.and_then(|one| one.without_address(bytes))
                {
                    self.say(&strings::decode(&left));
                    return Edit::Changed(Object::string_literal(left));
                }
                let text = strings::decode(bytes);
                if let Some(left) = self.redaction.and_then(|redaction| redaction.without(&text)) {
                    self.say(&left);
                    return Edit::Changed(string(&left));
                }
                if key == b"Lang" && !names::is_language(&text) {
                    self.topic = Topic::Other;
                }
                if entry.may_be('d') {
                    return if text.trim().is_empty() {
                        Edit::Same
                    } else {
                        self.put(table::DATE.kind, table::DATE.remedy, &text)
                    };
                }
                if key == b"Alt" && table::is_file_name(&text) {
                    return match self.put(&access::ALT_PATH, Remedy::Drop, &text) {
                        Edit::Gone => Edit::Changed(string("")),
                        other => other,
                    };
                }
                if matches!(key, b"F" | b"UF" | b"DOS" | b"Mac" | b"Unix") && table::is_path(&text)
                {
                    return self.path(&text);
                }
                let base = match key {
                    b"Base" if table::is_path(&text) => Some((&place::FILE_PATH, Remedy::Drop)),
                    b"Base" if table::is_inner(&text) => {
                        let needed = document.objects.values().any(table::is_relative);
                        let remedy = if needed { Remedy::Ask } else { Remedy::Drop };
                        Some((&inside::INTERNAL_LINK, remedy))
                    }
                    _ => None,
                };
                if let Some((kind, remedy)) = base {
                    return match self.put(kind, remedy, &text) {
                        Edit::Gone => Edit::Changed(string("")),
                        other => other,
                    };
                }
                if table::is_state(key, &text) {
                    self.shown = self.shown.saturating_add(1);
                    self.visit.gather_apart();
                    self.visit.usual_text(&text);
                    self.visit.end_text();
                    self.note(&text);
                    return Edit::Same;
                }
                // LibreOffice writes the order of tabs as a string (ISO 32000-2, table 31).
                if key == b"Tabs" && matches!(text.as_str(), "R" | "C" | "S" | "A" | "W") {
                    return Edit::Same;
                }
                if entry.may_be('b') && !entry.may_be('t') {
                    self.bytes(bytes);
                } else if ['t', 's'].iter().any(|sort| entry.may_be(*sort)) {
                    self.say(&text);
                } else if leads.is_empty() && !text.trim().is_empty() {
                    return self.put(&hidden::PRIVATE_DATA, Remedy::Drop, &text);
                } else {
                    // Not what should stand here.
                    self.say(&text);
                }
                Edit::Same
            }
            Object::Dictionary(_) if leads.contains(&FILES_OF) => {
                let (leads, _) = self.model.items(&[FILES_OF]);
                self.attachment(value, &leads, "")
            }
            Object::Dictionary(_) | Object::Array(_) | Object::Stream(_) => {
                self.walk(value, &some(leads.to_vec()))
            }
            Object::Name(name) => {
                let leads_there = matches!(key, b"Dest" | b"D");
                let left = self.redaction.filter(|_| leads_there);
                if let Some(left) = left.and_then(|redaction| redaction.without_name(name)) {
                    self.written(&left);
                    return Edit::Changed(Object::Name(left));
                }
                match key {
                    b"Name" => self.named(name),
                    _ => self.written(name),
                }
                Edit::Same
            }
            _ => Edit::Same,
        }
    }

    /// A path of a file: without its folders it stays.
    fn path(&mut self, text: &str) -> Edit {
        match self.put(&place::FILE_PATH, Remedy::Drop, text) {
            Edit::Gone => {
                let name = table::of_path(text);
                self.say(name);
                Edit::Changed(string(name))
            }
            other => other,
        }
    }

    /// What an action is, if cleaning has to do with it, and what it says.
    fn action(&self, value: &Object) -> Option<(&'static Kind, Remedy, String)> {
        let (_, plain) = self.document.dereference(value).ok()?;
        let dictionary = plain.as_dict().ok()?;
        let name = dictionary.get_deref(b"S", self.document).ok()?.as_name().ok()?;
        let text = |key: &[u8]| match dictionary.get_deref(key, self.document).ok()? {
            Object::String(bytes, _) => Some(strings::decode(bytes)),
            file => self.file_name(file),
        };
        let target = text(b"URI").or_else(|| text(b"F"));
        let (kind, remedy) = table::action(name, target.as_deref())?;
        let says = target.unwrap_or_else(|| format!("/{}", strings::decode(name)));
        Some((kind, remedy, says))
    }

    fn is_action(&self, value: &Object) -> bool {
        let plain = self.document.dereference(value).ok();
        match plain.map(|(_, plain)| plain) {
            Some(Object::Dictionary(dictionary)) => dictionary.has(b"S"),
            Some(Object::Array(_)) => true,
            _ => false,
        }
    }

    /// Signatures and certificates tell who signed, by which service, and when.
    fn certificate(&mut self, bytes: &[u8]) -> bool {
        let texts = der::texts(bytes).unwrap_or_default();
        texts.iter().for_each(|text| self.say(text));
        !texts.is_empty()
    }

    fn bytes(&mut self, bytes: &[u8]) {
        if self.certificate(bytes) {
            return;
        }
        let marked = bytes.starts_with(&[0xfe, 0xff]) || bytes.starts_with(&[0xff, 0xfe]);
        if marked || printable::is_text(bytes) {
            self.say(&strings::decode(bytes));
        } else {
            let text = printable::printable(bytes);
            self.say(&text);
        }
    }

    /// Shows a text.
    fn say(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.shown = self.shown.saturating_add(1);
        self.visit.gather_apart();
        match self.topic {
            Topic::Looks if names::is_usual(self.topic, text) => self.visit.usual_aside(text),
            Topic::Looks => self.visit.thing(text),
            _ => self.visit.text(text),
        }
        self.visit.end_text();
        self.note(text);
    }

    /// Notes a text that no page shows. What stands in a place is told with the place.
    fn note(&mut self, text: &str) {
        if self.inside == 0 && !self.visit.holds() {
            self.names.add(self.topic, text);
        } else {
            self.visit.gather_apart();
            self.visit.gather(text);
        }
    }

    /// Notes a name, or the names in an array.
    fn names_in(&mut self, value: &Object) {
        match self.document.dereference(value) {
            Ok((_, Object::Name(name))) => self.chosen(&strings::decode(name)),
            Ok((_, Object::Array(items))) => {
                let names = items.iter().filter_map(|item| item.as_name().ok());
                names.for_each(|name| self.chosen(&strings::decode(name)));
            }
            _ => {}
        }
    }

    /// Shows a name; that of a font or a colour is nobody's.
    fn name(&mut self, name: &str) {
        match self.topic {
            Topic::Looks => self.visit.thing(name),
            _ => self.visit.aside(name),
        }
    }

    /// Notes a name that somebody may have chosen.
    fn chosen(&mut self, name: &str) {
        if !names::is_usual(self.topic, name) {
            self.name(name);
            self.note(name);
        }
    }

    /// Notes a name in a place where programs make them up, if a person wrote it.
    fn written(&mut self, name: &[u8]) {
        if self.model.is_word(name) {
            return;
        }
        let name = strings::decode(name);
        if names::is_written(&name) {
            self.chosen(&name);
        }
    }
}

/// Of the types that an array may have, the one that its first name tells: colour spaces are
/// arrays that start with theirs.
fn colour_space(items: &[Object], types: &[Type], document: &Document) -> Vec<Type> {
    let first = items.first().and_then(|first| document.dereference(first).ok());
    let Some((_, Object::Name(name))) = first else { return types.to_vec() };
    let space = types.iter().find(|space| {
        space.strip_suffix("ColorSpace").is_some_and(|space| space.as_bytes() == name)
    });
    space.map_or_else(|| types.to_vec(), |space| vec![*space])
}

/// Types of a value that the model knows.
fn some(types: Vec<Type>) -> Vec<Type> {
    if types.is_empty() { vec![PLAIN] } else { types }
}

fn named(document: &Document) -> BTreeMap<ObjectId, u32> {
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
fn ordered(dictionary: &Dictionary, types: &[Type]) -> Vec<Vec<u8>> {
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
fn apply(items: &[Object], mut edits: BTreeMap<usize, Edit>) -> Edit {
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
fn signed(object: &Object) -> bool {
    object.as_dict().is_ok_and(|dictionary| {
        dictionary.has(b"ByteRange")
            || dictionary.has(b"Contents")
            || dictionary.has(b"DocMDP")
            || dictionary.has(b"UR3")
    })
}

/// All text in a value, as far as it stands here.
fn text_of(object: &Object) -> String {
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
fn numbers_of(object: &Object) -> String {
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
const NUMBERS_TOLD: usize = 100;

fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

fn string(text: &str) -> Object {
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
fn listed(list: ObjectId, number: u64) -> Tie {
    Tie::new("remark", &format!("{} {} {number}", list.0, list.1))
}

/// The name of the titles of tags.
fn titles() -> Tie {
    Tie::new("title", "")
}

/// The name of an object that goes with what leads to it.
pub fn object(id: ObjectId) -> Tie {
    tie("object", id)
}

fn tie(sort: &'static str, id: ObjectId) -> Tie {
    Tie::new(sort, &format!("{} {}", id.0, id.1))
}
