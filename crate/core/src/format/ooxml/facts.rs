//! What each element and attribute of the standard and of Microsoft's extensions can hold.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::format::rows::Holds;

const FACTS: &str = include_str!("facts.tsv");

/// Facts, ready to be asked.
pub(super) struct Facts {
    /// Attributes that never hold text.
    plain: FxHashSet<&'static str>,
    elements: FxHashMap<&'static str, Element>,
    /// Elements of which no more is known than their names: of each prefix, as the list has them.
    names: Vec<(&'static str, &'static str)>,
    /// The same, from the first time that somebody asks.
    named: OnceLock<FxHashMap<&'static str, FxHashSet<&'static str>>>,
}

/// What is known of an element.
struct Element {
    /// Whether text stands in it.
    text: bool,
    /// Its attributes, as the list has them.
    list: &'static str,
    /// What each can hold, from the first time that somebody asks.
    attributes: OnceLock<FxHashMap<&'static str, Holds>>,
}

impl Element {
    fn attribute(&self, name: &str) -> Option<Holds> {
        let attributes = self.attributes.get_or_init(|| {
            let mut read = FxHashMap::default();
            for name in self.list.split(' ') {
                let (name, holds) = match name.strip_prefix('!') {
                    Some(name) => (name, Holds::Nothing),
                    None => (name, Holds::Text),
                };
                read.entry(name).or_insert(holds);
            }
            read
        });
        attributes.get(name).copied()
    }
}

impl Facts {
    /// Reads the list.
    pub(super) fn new() -> Self {
        let mut facts = Self {
            plain: FxHashSet::default(),
            elements: FxHashMap::default(),
            names: Vec::new(),
            named: OnceLock::new(),
        };
        for line in FACTS.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let element = columns.next().unwrap_or_default();
            let text = columns.next() == Some("t");
            let list = columns.next().unwrap_or_default();
            match element {
                "+" => facts.names.extend(list.split_once(' ')),
                "-" => facts.plain.extend(list.split(' ')),
                element => {
                    let attributes = OnceLock::new();
                    facts.elements.insert(element, Element { text, list, attributes });
                }
            }
        }
        facts
    }

    /// What an attribute can hold.
    pub(super) fn attribute(&self, element: &str, attribute: &str) -> Holds {
        if is_stranger(element) {
            return Holds::Unknown;
        }
        // In an element that nobody knows, an attribute means what it likes.
        if self.plain.contains(attribute) && self.knows(element) {
            return Holds::Nothing;
        }
        let known = self.elements.get(element).and_then(|element| element.attribute(attribute));
        if let Some(holds) = known {
            return holds;
        }
        // The schema data names some attributes of mathematics as if they were Word's, and some of
        // the effects of text as if they had no namespace.
        match element.split_once(':').map(|(prefix, _)| prefix) {
            Some("m") if attribute == "m:val" => self.attribute(element, "w:val"),
            Some("w14") if attribute.starts_with("w14:") => {
                self.attribute(element, attribute.trim_start_matches("w14:"))
            }
            _ => Holds::Unknown,
        }
    }

    /// Whether an element is one of the standard or of an extension.
    fn knows(&self, element: &str) -> bool {
        let named = || {
            let named = self.named.get_or_init(|| {
                let names = self.names.iter();
                names.map(|(prefix, names)| (*prefix, names.split(' ').collect())).collect()
            });
            let (prefix, name) = element.split_once(':').unwrap_or_default();
            named.get(prefix).is_some_and(|names| names.contains(name))
        };
        self.elements.contains_key(element) || named()
    }

    /// Whether an element holds text.
    pub(super) fn text(&self, element: &str) -> Holds {
        match self.elements.get(element).map(|element| element.text) {
            Some(true) => Holds::Text,
            Some(false) => Holds::Nothing,
            None => Holds::Unknown,
        }
    }
}

/// Whether an element has a namespace that nobody knows: what stands in it may be called as it
/// likes, and means nothing that we know.
pub(super) fn is_stranger(element: &str) -> bool {
    element.starts_with('{')
}
