//! Which styles and layers hide what they are given to.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::rows::Input;
use crate::syntax::xml::Filter;

/// The styles that were declared so far.
#[derive(Clone, Default)]
pub(super) struct Styles {
    /// By family and name.
    known: BTreeMap<(String, String), Style>,
    /// Layers of a drawing that are not shown.
    layers: BTreeSet<String>,
    /// The style that is being declared.
    open: Option<(String, String)>,
}

#[derive(Clone, Default)]
struct Style {
    parent: Option<String>,
    hides: Option<bool>,
}

/// How many styles may build on each other.
const GENERATIONS: usize = 32;

impl Styles {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let value = |name| filter.attribute(name);
        match filter.name() {
            "style:style" => {
                let family = value("style:family").unwrap_or_default().to_owned();
                let name = value("style:name").unwrap_or_default().to_owned();
                let parent = value("style:parent-style-name").map(str::to_owned);
                let key = (family, name);
                self.known.insert(key.clone(), Style { parent, hides: None });
                self.open = Some(key);
            }
            "style:text-properties" => {
                self.tells(value("text:display").map(|display| display == "none"));
            }
            "style:table-properties" => {
                self.tells(value("table:display").map(|display| display == "false"));
            }
            "style:drawing-page-properties" => {
                self.tells(value("presentation:visibility").map(|shown| shown == "hidden"));
            }
            "draw:layer" if value("draw:display") == Some("none") => {
                self.layers.insert(value("draw:name").unwrap_or_default().to_owned());
            }
            _ => {}
        }
    }

    fn tells(&mut self, hides: Option<bool>) {
        let open = self.open.as_ref().and_then(|key| self.known.get_mut(key));
        if let (Some(style), Some(hides)) = (open, hides) {
            style.hides = Some(hides);
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str) {
        if element == "style:style" {
            self.open = None;
        }
    }

    /// Whether a style, or one that it builds on, hides.
    pub(super) fn hides(&self, family: &str, name: &str) -> bool {
        let mut name = name.to_owned();
        for _ in 0..GENERATIONS {
            let Some(style) = self.known.get(&(family.to_owned(), name)) else { return false };
            match (style.hides, &style.parent) {
                (Some(hides), _) => return hides,
                (None, Some(parent)) => name = parent.clone(),
                (None, None) => return false,
            }
        }
        false
    }

    /// Whether a layer is not shown.
    pub(super) fn hides_layer(&self, name: &str) -> bool {
        self.layers.contains(name)
    }
}
