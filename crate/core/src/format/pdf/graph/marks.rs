//! Names by which parts of a document find each other: the places that links lead to, and tags. No
//! reader shows them. Where somebody wrote one, all of them can become numbers, in the same order.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, StringFormat};

use super::{Edit, NAMES, Type, Walker};
use crate::finding::Step;
use crate::format::pdf::names::{self, Topic};
use crate::kind::hidden;
use crate::seen::Tie;
use crate::syntax::pdf::strings;
use crate::visit::{Decision, Owner, Remedy};

/// Names that go together.
pub(super) struct Marks {
    /// Where they are told.
    tie: &'static str,
    owner: Owner,
    goes: bool,
    /// Whether they go only because what they repeat is taken out of the pages.
    silent: bool,
    /// All of them, in order.
    all: Vec<Vec<u8>>,
}

impl Marks {
    fn at(&self, name: &[u8]) -> Option<usize> {
        self.all.binary_search_by(|known| known.as_slice().cmp(name)).ok()
    }
}

/// Which names.
#[derive(Clone, Copy)]
pub(super) enum Sort {
    /// Of places that links lead to.
    Places,
    /// Of tags.
    Tags,
}

/// A tree of names has no more nodes.
const NODES: usize = 100_000;

impl<'w> Walker<'w, '_> {
    /// Opens the places of the names of tags, and of those that links lead to, if somebody wrote one.
    pub(super) fn marked(&mut self) {
        let document = self.document;
        let dictionary = |object: Option<&'w Object>| object.and_then(|one| one.as_dict().ok());
        let entry = |of: Option<&'w Dictionary>, key: &[u8]| of?.get_deref(key, document).ok();
        let catalog = document.catalog().ok();
        let tags = dictionary(entry(catalog, b"StructTreeRoot"));
        let mut marks = BTreeSet::new();
        self.names_of(entry(tags, b"IDTree"), &mut marks);
        for element in document.objects.values().filter_map(|object| object.as_dict().ok()) {
            let tag = element.has(b"S") && element.has(b"P");
            let name = element.get_deref(b"ID", document).and_then(Object::as_str);
            marks.extend(name.ok().filter(|_| tag).map(<[u8]>::to_vec));
        }
        let mut places = BTreeSet::new();
        let lists = dictionary(entry(catalog, b"Names"));
        self.names_of(entry(lists, b"Dests"), &mut places);
        if let Some(Object::Dictionary(named)) = entry(catalog, b"Dests") {
            places.extend(named.iter().map(|(name, _)| name.clone()));
        }
        let other = |name: &str| !names::is_usual(Topic::Tags, name);
        self.tags = self.marks("StructTreeRoot", "/ID", marks, &other);
        self.places = self.marks("Dests", "/Dests", places, &names::is_written);
    }

    fn marks(
        &mut self,
        step: &'static str,
        tie: &'static str,
        all: BTreeSet<Vec<u8>>,
        tells: &dyn Fn(&str) -> bool,
    ) -> Option<Marks> {
        let left = |name: &Vec<u8>| {
            let name = strings::decode(name);
            self.redaction.and_then(|redaction| redaction.without(&name)).unwrap_or(name)
        };
        if !all.iter().any(|name| tells(&strings::decode(name))) {
            return None;
        }
        // What they repeat is taken out: where none is left that tells, they are numbers as well.
        let stays = all.iter().any(|name| tells(&left(name)));
        self.visit.enter(Step::Property(step.into()));
        let goes = self.visit.place(&hidden::HIDDEN_NAME, Remedy::Drop) == Decision::Go;
        let owner = self.visit.owner();
        let silent = !goes && !stays;
        if !silent {
            self.visit.needs(Tie::new("marks", tie));
            self.visit.describe(tie);
        }
        self.visit.close();
        self.visit.leave();
        Some(Marks { tie, owner, goes: goes || silent, silent, all: all.into_iter().collect() })
    }

    /// The names in a tree.
    fn names_of(&self, root: Option<&Object>, names: &mut BTreeSet<Vec<u8>>) {
        let mut stack: Vec<&Object> = root.into_iter().collect();
        let mut nodes = 0_usize;
        while let Some(node) = stack.pop() {
            nodes = nodes.saturating_add(1);
            let node =
                self.document.dereference(node).ok().and_then(|(_, node)| node.as_dict().ok());
            let Some(node) = node.filter(|_| nodes < NODES) else { continue };
            let list = |key| node.get_deref(key, self.document).and_then(Object::as_array).ok();
            stack.extend(list(b"Kids".as_slice()).into_iter().flatten());
            for pair in list(b"Names").map_or(&[][..], Vec::as_slice).chunks(2) {
                let name = pair.first().and_then(|name| self.document.dereference(name).ok());
                names.extend(name.and_then(|(_, name)| name.as_str().ok()).map(<[u8]>::to_vec));
            }
        }
    }

    /// Which names a tree with these values has.
    pub(super) fn sort_of(sort: &Type, leads: &[Type]) -> Option<Sort> {
        match sort {
            _ if *sort != NAMES => None,
            _ if leads.contains(&"StructElem") => Some(Sort::Tags),
            _ if leads.contains(&"DestDict") => Some(Sort::Places),
            _ => None,
        }
    }

    /// What a name becomes, if it does.
    pub(super) fn number(&self, sort: Sort, name: &[u8]) -> Option<Vec<u8>> {
        let marks = self.of(sort).filter(|marks| marks.goes)?;
        let at = marks.at(name)?;
        let digits = marks.all.len().to_string().len();
        Some(format!("m{at:0digits$}").into_bytes())
    }

    /// Whether names become others.
    pub(super) fn goes(&self, sort: Sort) -> bool {
        self.of(sort).is_some_and(|marks| marks.goes)
    }

    fn of(&self, sort: Sort) -> Option<&Marks> {
        match sort {
            Sort::Places => self.places.as_ref(),
            Sort::Tags => self.tags.as_ref(),
        }
    }

    /// Tells what is left of a name with the others, if somebody wrote it; whether it did.
    pub(super) fn told(&mut self, sort: Sort, name: &[u8], left: &str) -> bool {
        let Some(marks) = self.of(sort).filter(|marks| !marks.silent && marks.at(name).is_some())
        else {
            return false;
        };
        let (tie, owner) = (marks.tie, marks.owner);
        if names::is_usual(Topic::Tags, left) {
            return false;
        }
        self.visit.follow_of(Tie::new("marks", tie), owner);
        self.inside = self.inside.saturating_add(1);
        self.say(left);
        self.inside = self.inside.saturating_sub(1);
        self.visit.close();
        true
    }

    /// A value that is a name, or a list of them; nothing where it is none that goes with others.
    pub(super) fn mark_of(
        &mut self,
        of: Type,
        key: &[u8],
        value: &Object,
        around: &Dictionary,
    ) -> Option<Edit> {
        let leads = || around.get_deref(b"S", self.document).and_then(Object::as_name);
        let sort = match (of, key) {
            ("StructElem", b"ID") | ("StructureAttributesDict", b"Headers") => Sort::Tags,
            ("AnnotLink" | "OutlineItem", b"Dest") => Sort::Places,
            ("ActionGoTo", b"D") if leads().is_ok_and(|name| name == b"GoTo") => Sort::Places,
            _ => return None,
        };
        let goes = self.of(sort)?.goes;
        let value = self.document.dereference(value).ok()?.1;
        let items = match value {
            Object::Array(items) if key == b"Headers" => items.as_slice(),
            Object::String(..) | Object::Name(_) => std::slice::from_ref(value),
            _ => return None,
        };
        let (mut new, mut differs) = (Vec::new(), false);
        for item in items {
            let item = self.document.dereference(item).ok()?.1;
            let left = match item {
                Object::String(name, _) => self.left(sort, name),
                Object::Name(name) => self.left_of_name(sort, name),
                _ => continue,
            };
            differs |= left.is_some();
            let (Object::String(name, _) | Object::Name(name)) = item else { continue };
            let said = left.unwrap_or_else(|| name.clone());
            // As a copy says it.
            let told = self.told(sort, name, &strings::decode(&said)) && !goes;
            match item {
                _ if told => {}
                Object::Name(_) => self.written(&said),
                _ => self.bytes(&said),
            }
            new.push(match item {
                Object::Name(_) => Object::Name(said),
                _ => Object::String(said, StringFormat::Literal),
            });
        }
        Some(match value {
            _ if !differs => Edit::Same,
            Object::Array(_) => Edit::Changed(Object::Array(new)),
            _ => new.pop().map_or(Edit::Same, Edit::Changed),
        })
    }

    /// What a name becomes, if it does: a number, or what was not taken out of the pages.
    pub(super) fn left(&self, sort: Sort, name: &[u8]) -> Option<Vec<u8>> {
        let left = || Some(strings::encode(&self.redaction?.without(&strings::decode(name))?));
        self.number(sort, name).or_else(left)
    }

    pub(super) fn left_of_name(&self, sort: Sort, name: &[u8]) -> Option<Vec<u8>> {
        self.number(sort, name).or_else(|| self.redaction?.without_name(name))
    }
}
