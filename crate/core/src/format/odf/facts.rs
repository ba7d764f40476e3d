//! What the elements and attributes of OpenDocument can hold.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::format::rows::{Holds, Row, run};

const FACTS: &str = include_str!("facts.tsv");

/// Namespaces of programs and of other standards, all of which is read as text.
const OTHERS: &[&str] = &[
    "calcext:",
    "chartooo:",
    "css3t:",
    "dc:",
    "dom:",
    "drawooo:",
    "field:",
    "formx:",
    "grddl:",
    "loext:",
    "math:",
    "odf:",
    "of:",
    "officeooo:",
    "ooo:",
    "oooc:",
    "ooow:",
    "pkg:",
    "rdf:",
    "rpt:",
    "tableooo:",
    "xforms:",
    "xhtml:",
    "xml:",
    "xsd:",
    "xsi:",
];

/// Facts, ready to be asked.
pub(super) struct Facts {
    /// Attributes that never hold text.
    plain: FxHashSet<&'static str>,
    /// Attributes that can.
    text: FxHashSet<&'static str>,
    /// Elements that hold text or a value.
    elements: FxHashSet<&'static str>,
}

impl Facts {
    /// Reads the list, once for all documents.
    pub(super) fn read() -> &'static Self {
        static FACTS: OnceLock<Facts> = OnceLock::new();
        FACTS.get_or_init(Self::new)
    }

    fn new() -> Self {
        let mut elements: FxHashSet<_> = list("elements with text in them").collect();
        elements.extend(list("elements with a value"));
        Self {
            plain: list("numbers and words of lists").collect(),
            text: list("text").collect(),
            elements,
        }
    }

    /// What an attribute can hold, whatever element it stands at: programs use those of the
    /// standard more widely than it says. One without a namespace belongs to its element.
    pub(super) fn attribute(&self, element: &str, attribute: &str) -> Holds {
        if self.plain.contains(attribute) {
            Holds::Nothing
        } else if self.text.contains(attribute)
            || is_other(attribute)
            || (!attribute.contains(':') && is_other(element))
        {
            Holds::Text
        } else {
            Holds::Unknown
        }
    }

    /// Whether an element holds text.
    pub(super) fn text(&self, element: &str) -> Holds {
        if self.elements.contains(element) || is_other(element) {
            Holds::Text
        } else {
            Holds::Unknown
        }
    }
}

/// The fields of a text: what they show runs on in their paragraph.
pub(super) fn fields() -> Vec<Row> {
    let all = list("elements with text in them");
    all.filter(|element| element.starts_with("text:") && !BLOCKS.contains(element))
        .map(run)
        .collect()
}

/// Elements that do not stand within a line.
const BLOCKS: &[&str] = &["text:h", "text:linenumbering-separator", "text:number", "text:p"];

fn is_other(name: &str) -> bool {
    OTHERS.iter().any(|prefix| name.starts_with(prefix))
}

/// The names in the line that begins so.
pub(super) fn list(title: &str) -> impl Iterator<Item = &'static str> {
    let lines = FACTS.lines().filter(|line| !line.starts_with('#'));
    let found = lines.filter_map(|line| line.split_once('\t')).find(|(first, _)| *first == title);
    found.map(|(_, names)| names.split(' ')).into_iter().flatten()
}
