//! What a report says: findings, where they stand, and gaps.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::rc::Rc;

use serde::Serialize;

use crate::detect;
use crate::kind::{Kind, people};
use crate::visit::Remedy;

/// Something that was found, with all places where it stands.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its name in this report: the kind and the number of its first place.
    pub id: String,
    /// What sort of thing it is.
    pub kind: &'static Kind,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where it stands; the first hundred places, and of each remedy at least one.
    pub places: Vec<Standing>,
    /// What stands there.
    pub excerpt: Excerpt,
    /// The words around the first place.
    pub context: Context,
    /// A number that equal values of different kinds share.
    pub same: Option<u32>,
    /// In how many places it stands.
    pub count: u64,
    /// Why the policy allows it, where it does.
    pub allowed: Option<String>,
    /// What made a detector sure of it, or what is told of it besides.
    pub reasons: Vec<Contribution>,
}

impl Finding {
    /// Something that is not there: it has no value.
    pub(crate) fn lack(kind: &'static Kind, number: usize) -> Self {
        Self {
            id: format!("{}.{number}", kind.id),
            kind,
            certainty: Certainty::Certain,
            places: Vec::new(),
            excerpt: Excerpt::default(),
            context: Context::default(),
            same: None,
            count: 0,
            allowed: None,
            reasons: Vec::new(),
        }
    }
}

/// A place of a finding.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Where.
    pub location: Location,
    /// What cleaning does there.
    pub remedy: Remedy,
}

/// What made a detector surer or less sure, in a word that the page explains.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Contribution {
    /// Its name, such as `eleven-test`.
    pub id: &'static str,
    /// What it saw, without personal data: the word nearby, say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

/// How sure a finding is.
#[derive(
    Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// It may be something else as well.
    Possible,
    /// It is most often this.
    Likely,
    /// It is this.
    Certain,
}

/// Something that was not read.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Where.
    pub location: Location,
    /// Why not.
    pub reason: Reason,
}

/// Why something was not read.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// It is encrypted.
    Encrypted,
    /// It is damaged: cut short, contradicting itself, or against the rules of its format.
    Damaged,
    /// What it is, is not known here.
    Unknown,
    /// Reading it would cost more than the limits allow.
    Limit,
    /// It is only a picture.
    Picture,
    /// The host ended the check.
    Stopped,
}

impl From<std::io::Error> for Reason {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::QuotaExceeded => Reason::Limit,
            _ => Reason::Damaged,
        }
    }
}

/// Where something stands, from the outside in.
pub type Location = Rc<[Step]>;

/// A step of a location.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// A stream in a document, by its name.
    Part(Rc<str>),
    /// A page, from 1 on.
    Page(u64),
    /// A sheet, by its name.
    Sheet(Rc<str>),
    /// A cell, such as `B7`.
    Cell(Rc<str>),
    /// A slide, from 1 on.
    Slide(u64),
    /// A paragraph of a part, from 1 on.
    Paragraph(u64),
    /// A line of a text, from 1 on.
    Line(u64),
    /// A comment, from 1 on.
    Comment(u64),
    /// An object of a PDF, by its number in the file.
    Object(u64),
    /// An earlier version, from 1 on.
    Revision(u64),
    /// A property or field, by its name in the format.
    Property(Rc<str>),
    /// A file in the file, by its name.
    Attachment(Rc<str>),
    /// A block of text that encodes something else, from 1 on.
    Block(u64),
}

impl Step {
    /// Whether the number in it may differ between a document and its copy.
    pub(crate) fn is_volatile(&self) -> bool {
        matches!(self, Step::Object(_) | Step::Revision(_))
    }

    /// The step with its name, if it has one from the document, as this masks it.
    pub(crate) fn masked(&self, mut masked: impl FnMut(&Rc<str>) -> Rc<str>) -> Step {
        match self {
            Step::Part(name) => Step::Part(masked(name)),
            Step::Sheet(name) => Step::Sheet(masked(name)),
            Step::Cell(name) => Step::Cell(masked(name)),
            Step::Property(name) => Step::Property(masked(name)),
            Step::Attachment(name) => Step::Attachment(masked(name)),
            other => other.clone(),
        }
    }
}

/// Characters of a document that may tell about a person. It shows only a mask, unless asked.
#[derive(Clone, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Excerpt(Rc<str>);

impl Excerpt {
    /// Hides these characters.
    pub fn new(characters: &str) -> Self {
        Self(characters.into())
    }

    /// The characters as they stand: for the user's own screen only.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The first letter of each word, and the length.
    pub fn mask(&self) -> String {
        mask(&self.0)
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.mask())
    }
}

/// The words around a hit, in which each hit is masked.
#[derive(Clone, Default)]
pub struct Context {
    text: Rc<str>,
    hits: Rc<[Range<usize>]>,
}

impl Context {
    /// The words around `range` in `text`, with all `hits` in it masked. The hits are in order of
    /// where they start, and none is longer than `longest`.
    pub(crate) fn around(
        text: &str,
        range: &Range<usize>,
        hits: &[Range<usize>],
        longest: usize,
    ) -> Self {
        const AROUND: usize = 40;
        let start = text.floor_char_boundary(range.start.saturating_sub(AROUND));
        let end = text.ceil_char_boundary(range.end.saturating_add(AROUND).min(text.len()));
        let first = hits.partition_point(|hit| hit.start < start.saturating_sub(longest));
        let inside = hits
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|hit| hit.start < end)
            .filter(|hit| hit.end > start)
            .map(|hit| {
                let from = hit.start.max(start).saturating_sub(start);
                from..hit.end.min(end).saturating_sub(start)
            })
            .collect();
        Self { text: text.get(start..end).unwrap_or_default().into(), hits: inside }
    }

    /// The words as they stand: for the user's own screen only.
    pub fn reveal(&self) -> &str {
        &self.text
    }

    /// The words with all hits masked.
    pub fn mask(&self) -> String {
        mask_ranges(&self.text, &self.hits)
    }

    /// The same, with all words masked as well that are part of a name elsewhere.
    pub(crate) fn mask_names(&self, names: &Names) -> String {
        let mut ranges = self.hits.to_vec();
        ranges
            .extend(words(&self.text).filter(|(_, word)| names.has(word)).map(|(range, _)| range));
        crate::order::by(&mut ranges, |range| (range.start as u64, range.end as u64));
        mask_ranges(&self.text, &ranges)
    }
}

/// Words of the names and accounts that a report tells. The words around something else may hold one
/// in which no detector fired.
pub(crate) struct Names {
    words: BTreeSet<String>,
    /// What accounts are made of, in small letters: `jsmith`, `carolc`.
    accounts: BTreeSet<String>,
}

impl Names {
    /// The words of the names among findings.
    pub(crate) fn of(findings: &[Finding]) -> Self {
        let people = |kind: &Kind| kind.subject.id == people::SUBJECT.id || kind.id == "person";
        let mut names = Self { words: BTreeSet::new(), accounts: BTreeSet::new() };
        for finding in findings {
            let (value, account) = (finding.excerpt.reveal(), finding.kind.id == "user-name");
            if !account && !people(finding.kind) {
                continue;
            }
            let one = !value.contains(char::is_whitespace);
            for (_, word) in words(value) {
                if word.starts_with(char::is_uppercase) && word.chars().nth(2).is_some() {
                    names.words.insert(word.to_lowercase());
                }
                if one && word.chars().nth(4).is_some() && detect::is_rare(word) {
                    names.accounts.insert(word.to_lowercase());
                }
            }
        }
        names
    }

    fn has(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        let known = word.starts_with(char::is_uppercase) && self.words.contains(&small);
        known || self.accounts.contains(&small)
    }
}

/// The runs of letters in a text.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut from = 0_usize;
    text.split(|c: char| !c.is_alphabetic()).filter_map(move |word| {
        let start = text.get(from..)?.find(word)?.saturating_add(from);
        from = start.saturating_add(word.len());
        (!word.is_empty()).then_some((start..from, word))
    })
}

impl fmt::Debug for Context {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.mask())
    }
}

/// The length of the longest of these ranges.
pub(crate) fn longest(ranges: &[Range<usize>]) -> usize {
    ranges.iter().map(Range::len).max().unwrap_or(0)
}

/// Masks a value: `J•••• d• V•••• (14)`, `j•••@minbzk.nl`.
pub fn mask(value: &str) -> String {
    const MOST: usize = 60;
    if let Some((local, domain)) = value.split_once('@')
        && !domain.contains(char::is_whitespace)
        && !local.contains(char::is_whitespace)
    {
        let shows = detect::is_public_body(domain) || detect::is_functional_mailbox(local);
        let first: String = local.chars().take(1).filter(|letter| letter.is_alphabetic()).collect();
        return format!("{first}•••@{}", if shows { domain } else { "•••" });
    }
    // These are words of a format.
    if value.is_empty() || matches!(value, "/Encrypt" | "/Redact" | "EncryptedPackage") {
        return value.to_owned();
    }
    let mut masked = String::new();
    let mut in_word = false;
    for letter in value.chars().take(MOST) {
        let is_letter = letter.is_alphabetic();
        match letter {
            _ if is_letter && !in_word => masked.push(letter),
            _ if letter.is_alphanumeric() => masked.push('•'),
            _ if letter.is_whitespace() || letter.is_control() => masked.push(' '),
            _ => masked.push(letter),
        }
        in_word = letter.is_alphanumeric();
    }
    let length = value.chars().count();
    let more = if length > MOST { "…" } else { "" };
    format!("{masked}{more} ({length})")
}

/// A text in which all that a detector finds is masked: a file name, a line of output.
pub fn mask_hits(text: &str) -> String {
    let hits: Vec<_> = detect::detect(text, &detect::Surroundings::default())
        .into_iter()
        .map(|hit| hit.range)
        .collect();
    mask_ranges(text, &hits)
}

/// A text with these ranges of it masked.
fn mask_ranges(text: &str, ranges: &[Range<usize>]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges {
        let start = range.start.max(from);
        if range.end <= start {
            continue;
        }
        masked.push_str(text.get(from..start).unwrap_or_default());
        let hit = text.get(start..range.end).unwrap_or_default();
        let mask = mask(hit);
        masked.push_str(mask.rsplit_once(" (").map_or(mask.as_str(), |(letters, _)| letters));
        from = range.end;
    }
    masked.push_str(text.get(from..).unwrap_or_default());
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_keeps_the_first_letter_of_each_word_and_no_digit() {
        assert_eq!(mask("Janne de Vries"), "J•••• d• V•••• (14)");
        assert_eq!(mask("06-12345678"), "••-•••••••• (11)");
        assert_eq!(mask(r"C:\Users\jansenp"), r"C:\U••••\j•••••• (16)");
        assert_eq!(mask("p1234"), "p•••• (5)");
    }

    #[test]
    fn a_context_hides_the_words_of_names_that_are_told_elsewhere() {
        let text = "Sallie Velmer, Bert en S. VELMER";
        let context = Context::around(text, &(0..6), &[0..6, 15..19], 6);
        let names =
            Names { words: ["velmer".to_owned()].into(), accounts: ["jvelmer".to_owned()].into() };
        assert_eq!(context.mask(), "S••••• Velmer, B••• en S. VELMER");
        assert_eq!(context.mask_names(&names), "S••••• V•••••, B••• en S. V•••••");
        let text = "Sallie, met velmer of jvelmer2";
        let context = Context::around(text, &(0..6), std::slice::from_ref(&(0..6)), 6);
        assert_eq!(context.mask_names(&names), "S•••••, met velmer of j••••••2");
    }

    #[test]
    fn an_excerpt_does_not_show_itself() {
        let excerpt = Excerpt::new("Janne de Vries");
        assert!(!format!("{excerpt:?}").contains("Vries"));
    }

    #[test]
    fn an_address_keeps_its_domain_only_for_a_public_body() {
        assert_eq!(mask("j.jansen@example.nl"), "j•••@•••");
        assert_eq!(mask("j.jansen@minbzk.nl"), "j•••@minbzk.nl");
    }
}
