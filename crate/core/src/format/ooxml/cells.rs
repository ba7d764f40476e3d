//! Text in tables of slides that has the colour of its cell, which is told behind the text.

use std::collections::BTreeSet;

use super::backdrop::are_same;
use super::unseen::{mix, painted};
use crate::format::rows::Input;
use crate::order::Gather;
use crate::syntax::xml::Filter;

/// The cell that is open.
#[derive(Default)]
pub(super) struct Cell {
    fill: String,
    paragraph: u64,
    /// The colour of the run at hand.
    colour: String,
    /// A line or a shade around its letters has a colour of its own.
    lined: bool,
    /// Where each paragraph with text begins, and the colours in it.
    texts: Vec<(u64, String)>,
}

impl Cell {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        match filter.name() {
            "a:tc" => *self = Self::default(),
            "a:p" => self.paragraph = filter.range().start,
            "a:r" | "a:fld" => (self.colour, self.lined) = Default::default(),
            "a:ln" | "a:effectLst" => self.lined = true,
            _ => match painted(filter) {
                Some("a:rPr") => mix(&mut self.colour, filter),
                Some("a:tcPr") => mix(&mut self.fill, filter),
                _ => {}
            },
        }
    }

    /// Text comes.
    pub(super) fn takes(&mut self) {
        let colour = if self.lined { String::new() } else { self.colour.clone() };
        self.texts.push((self.paragraph, colour));
    }

    /// The cell ends: the paragraphs that nobody sees.
    pub(super) fn ends(&mut self) -> BTreeSet<u64> {
        let cell = std::mem::take(self);
        let fill = &cell.fill;
        let other = |(_, colour): &&(u64, String)| fill.is_empty() || !are_same(colour, fill);
        let seen: BTreeSet<u64> = cell.texts.iter().filter(other).map(|text| text.0).into_set();
        cell.texts.iter().map(|text| text.0).filter(|text| !seen.contains(text)).into_set()
    }
}
