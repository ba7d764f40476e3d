//! Text in tables of slides that has the colour of its cell, which is told behind the text.

use std::collections::BTreeSet;

use super::backdrop::are_same;
use super::unseen::{is_small, mix, painted};
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
    /// Its letters are filled with more than one colour, or have a line or a shade around them.
    lined: bool,
    small: bool,
    /// Where each paragraph with text begins, and the colours in it.
    texts: Vec<(u64, String)>,
}

impl Cell {
    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        match filter.name() {
            "a:tc" => *self = Self::default(),
            "a:p" => self.paragraph = filter.range().start,
            "a:r" | "a:fld" => (self.colour, self.lined, self.small) = Default::default(),
            "a:rPr" => self.small = is_small(filter),
            // A link has a colour of its own.
            "a:ln" | "a:effectLst" | "a:hlinkClick" | "a:noFill" | "a:gradFill" | "a:pattFill"
            | "a:blipFill" => self.lined = true,
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

    /// Whether nobody sees the text at hand on this colour.
    pub(super) fn is_unseen_on(&self, fill: &str) -> bool {
        let same = !self.lined && !self.colour.is_empty() && are_same(&self.colour, fill);
        self.small || same
    }

    /// Whether the text at hand says nothing of its colour.
    pub(super) fn has_no_colour(&self) -> bool {
        !self.lined && self.colour.is_empty()
    }

    /// The paragraphs in a cell without a colour of its own that are hidden by what lies behind it.
    pub(super) fn pale(&self, hides: impl Fn(&str) -> bool) -> BTreeSet<u64> {
        let unseen = |(_, colour): &(u64, String)| !colour.is_empty() && hides(colour);
        let texts = if self.fill.is_empty() { self.texts.as_slice() } else { &[] };
        let seen: BTreeSet<u64> =
            texts.iter().filter(|text| !unseen(text)).map(|text| text.0).into_set();
        texts.iter().map(|text| text.0).filter(|text| !seen.contains(text)).into_set()
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
