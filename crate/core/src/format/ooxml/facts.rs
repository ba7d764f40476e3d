//! What each element and attribute of the standard and of Microsoft's extensions can hold.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::rows::Holds;

const FACTS: &str = include_str!("facts.tsv");

/// Facts, ready to be asked.
pub(super) struct Facts {
    /// Attributes that never hold text.
    plain: BTreeSet<&'static str>,
    elements: BTreeMap<&'static str, (bool, &'static str)>,
}

impl Facts {
    /// Reads the list.
    pub(super) fn new() -> Self {
        let mut facts = Self { plain: BTreeSet::new(), elements: BTreeMap::new() };
        for line in FACTS.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let element = columns.next().unwrap_or_default();
            let text = columns.next() == Some("t");
            let attributes = columns.next().unwrap_or_default();
            match element {
                "-" => facts.plain.extend(attributes.split(' ')),
                element => {
                    facts.elements.insert(element, (text, attributes));
                }
            }
        }
        facts
    }

    /// What an attribute can hold.
    pub(super) fn attribute(&self, element: &str, attribute: &str) -> Holds {
        if self.plain.contains(attribute) {
            return Holds::Nothing;
        }
        let known = self.elements.get(element).map(|(_, attributes)| *attributes);
        for known in known.unwrap_or_default().split(' ') {
            if known == attribute {
                return Holds::Text;
            }
            if known.strip_prefix('!') == Some(attribute) {
                return Holds::Nothing;
            }
        }
        // The schema data names some attributes of mathematics as if they were Word's.
        match element.starts_with("m:") && attribute == "m:val" {
            true => self.attribute(element, "w:val"),
            false => Holds::Unknown,
        }
    }

    /// Whether an element holds text.
    pub(super) fn text(&self, element: &str) -> Holds {
        match self.elements.get(element) {
            Some((true, _)) => Holds::Text,
            Some((false, _)) => Holds::Nothing,
            None => Holds::Unknown,
        }
    }
}
