//! What a detector believes it saw, and what speaks for it and against it.

use std::ops::Range;

use super::lexicon::Role;
use super::scene::{Near, Side};
use crate::finding::{Certainty, Contribution};

/// What a detector believes it saw.
#[derive(Clone, Debug)]
pub(crate) struct Sighting {
    /// The bytes it takes.
    pub range: Range<usize>,
    /// What spoke for it and against it.
    pub reasons: Vec<Contribution>,
    /// The word that named it, where one did.
    pub named: Option<&'static str>,
    decibans: i32,
    /// It is told as no surer than likely, and wins over others all the same.
    modest: bool,
}

/// How much the words near it count, in decibans.
#[derive(Clone, Copy)]
pub(crate) struct Weights {
    /// A word that names it.
    pub names: i32,
    /// A word that hints at it.
    pub hints: i32,
    /// A word that names something else.
    pub against: i32,
}

/// One in ten.
const POSSIBLE: i32 = -10;
/// Three in four.
const LIKELY: i32 = 5;
/// Forty-nine in fifty.
const CERTAIN: i32 = 17;

impl Sighting {
    /// A sighting that is as likely as its shape alone makes it.
    pub(crate) fn new(range: Range<usize>, decibans: i32) -> Self {
        Self { range, reasons: Vec::new(), named: None, decibans, modest: false }
    }

    /// The same, at another place.
    pub(crate) fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }

    /// Adds what speaks for it, or with a negative number against it.
    pub(crate) fn because(mut self, id: &'static str, detail: &str, decibans: i32) -> Self {
        self.reasons.push(Contribution { id, detail: detail.to_owned() });
        self.decibans = self.decibans.saturating_add(decibans);
        self
    }

    /// The same, and no surer than likely.
    pub(crate) fn at_most_likely(self) -> Self {
        Self { decibans: self.decibans.min(CERTAIN.saturating_sub(1)), ..self }
    }

    /// The same, told as no surer than likely: what it is, is sure, and whose it is not.
    pub(crate) fn told_modestly(self) -> Self {
        Self { modest: true, ..self }
    }

    /// How many decibans it is short of so many; less than none where it has more.
    pub(crate) fn short_of(&self, decibans: i32) -> i32 {
        decibans.saturating_sub(self.decibans)
    }

    /// Adds what the words near it say.
    pub(crate) fn near(mut self, near: Near, weights: Weights) -> Self {
        let Near::Word(role, word, side) = near else { return self };
        if role == Role::Names {
            self.named = Some(word);
        }
        let id = match (role, side) {
            (Role::Against, _) => "word-against",
            (_, Side::Label) => "word-label",
            (_, Side::List) => "word-list",
            _ => "word-near",
        };
        let decibans = match role {
            Role::Names => weights.names,
            Role::Hints => weights.hints,
            Role::Against => weights.against,
        };
        self.because(id, word, decibans)
    }

    /// How sure it is; nothing where it is too doubtful to be told.
    pub(crate) fn certainty(&self) -> Option<Certainty> {
        let sure = self.sure();
        if self.modest { sure.min(Some(Certainty::Likely)) } else { sure }
    }

    fn sure(&self) -> Option<Certainty> {
        match self.decibans {
            CERTAIN.. => Some(Certainty::Certain),
            LIKELY.. => Some(Certainty::Likely),
            POSSIBLE.. => Some(Certainty::Possible),
            _ => None,
        }
    }

    /// What wins where two overlap: the surest, then the longest.
    pub(crate) fn rank(&self) -> (Option<Certainty>, usize, i32) {
        (self.sure(), self.range.len(), self.decibans)
    }
}
