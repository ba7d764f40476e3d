//! A small statistical model that tells which words of running prose are parts of names.
//!
//! It is an averaged perceptron over hashed features of a word and its neighbours, with whole
//! numbers for weights, so that it gives the same everywhere. It judges words with a capital,
//! initials, and small words before a surname, from left to right, and takes a bounded look at each.
//! What it says is evidence among other evidence: by itself it makes nothing certain.

mod features;

use std::ops::Range;
use std::sync::LazyLock;

use super::normal::Normal;
use super::scan::{self, Token};
pub use features::{COUNT, Features};
use features::{Items, Known};

/// How many weights there are, as a power of two.
pub const BITS: u32 = 17;
/// How many tokens before a word its judgement may rest on.
const AROUND: usize = 12;
/// How many bytes say which words are seen without a capital, stand in a dictionary, or are places.
const KNOWN: [usize; 3] = [1 << 13, 1 << 15, 1 << 11];

static DATA: &[u8] = include_bytes!("data/names.model");

/// Weights, and words that are known for what they are.
pub struct Model<'d> {
    weights: &'d [u8],
    known: &'d [u8],
}

static MODEL: LazyLock<Model<'static>> = LazyLock::new(|| Model::read(DATA));

impl<'d> Model<'d> {
    /// Reads a model: a line that says where it comes from, the weights, a byte each, and the bits
    /// for known words. What is cut short has no weights.
    pub fn read(data: &'d [u8]) -> Self {
        let head =
            data.iter().position(|byte| *byte == b'\n').map_or(0, |end| end.saturating_add(1));
        let body = data.get(head..).unwrap_or_default();
        let (weights, known) = body.split_at_checked(1 << BITS).unwrap_or((&[], &[]));
        Self { weights, known }
    }

    /// The bits for known words.
    pub fn known(&self) -> &'d [u8] {
        self.known
    }

    /// What the features of a word add up to: above zero it is more likely a part of a name.
    pub fn weigh(&self, features: &Features) -> i32 {
        features.iter().fold(0_i32, |sum, feature| {
            let slot = usize::try_from(*feature).unwrap_or(0);
            let weight = self.weights.get(slot).copied().unwrap_or(0);
            sum.saturating_add(i32::from(i8::from_ne_bytes([weight])))
        })
    }
}

/// Whether a dictionary has a word, but for a few by chance.
pub(super) fn in_dictionary(word: &str) -> bool {
    features::Known::read(MODEL.known).in_dictionary(word)
}

/// Whether a word is a place, but for a few by chance.
pub(super) fn is_place(word: &str) -> bool {
    features::Known::read(MODEL.known).is_place(word)
}

/// What is known of a token before any detector looks at it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tag {
    /// What the model says of it: above zero it is more likely a part of a name. Nothing where it
    /// does not judge it.
    pub said: Option<i32>,
    /// Whether it is a word that is known, in small letters, and nothing for the model.
    pub usual: bool,
}

/// What the model and the dictionary know of each token that starts at a byte or behind it.
pub(super) fn tag(text: &str, from: usize, tokens: &[Token]) -> Vec<Tag> {
    let mut tags = vec![Tag::default(); tokens.len()];
    // A word is judged with those before it, some of which the judgement of one before joined.
    let first = tokens.partition_point(|token| token.start < from).saturating_sub(AROUND);
    let some = tokens.get(first..).unwrap_or_default();
    let items = judge(text, some, Known::read(MODEL.known), |index, features| {
        let sum = MODEL.weigh(features);
        if let Some(tag) = tags.get_mut(index.saturating_add(first)) {
            tag.said = Some(sum);
        }
        sum > 0
    });
    for index in items.usual() {
        if let Some(tag) = tags.get_mut(index.saturating_add(first)) {
            tag.usual = true;
        }
    }
    tags
}

/// Shows the features of each word that is judged, in order, to one who says whether the word is a
/// part of a name. This is how a model is trained; `known` are the bits for known words.
pub fn show(text: &str, known: &[u8], mut judge_word: impl FnMut(Range<usize>, &Features) -> bool) {
    let normal = Normal::of(text);
    let tokens = scan::tokens(&normal.text, &super::LEXICON);
    judge(&normal.text, &tokens, Known::read(known), |index, features| {
        let range = tokens.get(index).map_or(0..0, |token| token.start..token.end);
        judge_word(normal.original(&range), features)
    });
}

/// The bits for known words: those that texts have without a capital, those of a dictionary, and
/// places.
pub fn known<'t>(
    texts: impl Iterator<Item = &'t str>,
    words: impl Iterator<Item = &'t str>,
    places: impl Iterator<Item = &'t str>,
) -> Vec<u8> {
    let [mut seen, mut listed, mut located] = KNOWN.map(|bytes| vec![0_u8; bytes]);
    for text in texts {
        for token in scan::tokens(text, &super::LEXICON) {
            let small = token.shape == scan::Shape::Word && !token.capital;
            if let Some(word) = text.get(token.start..token.end).filter(|_| small) {
                features::add(&mut seen, word);
            }
        }
    }
    words.for_each(|word| features::add(&mut listed, word));
    places.for_each(|place| features::add(&mut located, place));
    [seen, listed, located].concat()
}

/// Goes through the words that are judged.
fn judge<'t>(
    text: &'t str,
    tokens: &'t [Token],
    known: Known<'_>,
    mut judge_word: impl FnMut(usize, &Features) -> bool,
) -> Items<'t> {
    let mut items = Items::of(text, tokens, known);
    for at in 0..items.len() {
        let named = match items.judged(at) {
            Some(token) => judge_word(token, &items.features(at)),
            None => items.joins(at),
        };
        items.name(at, named);
    }
    items
}
