//! Personal data in text: one pass over it serves all detectors.
//!
//! The text is brought into plain form, cut into tokens, and each token shown to the detectors that
//! its shape concerns. A detector looks at a bounded number of tokens around it, so the work grows
//! with the text and no faster. What speaks for and against a sighting adds up in decibans (ten
//! times the logarithm of the odds), and every contribution is told.

mod beside;
mod column;
mod dispatch;
mod endings;
pub(crate) mod fold;
mod form;
mod language;
mod lexicon;
mod memory;
pub mod more_names;
mod normal;
mod number;
mod scan;
mod scene;
mod sighting;
mod table;
pub mod tagger;
pub(crate) mod unseen;
mod words;

mod account_number;
mod birth_date;
mod bsn;
mod card;
mod coordinates;
mod date;
mod document_number;
mod email;
mod foreign_number;
mod functional_mailbox;
mod iban;
mod mrz;
mod network_address;
mod office_holder;
mod office_phone;
mod organisation_number;
mod person;
mod phone;
mod plate;
mod postcode;
mod register_number;
mod special_category;
mod street;
mod user_name;
mod vat;

use std::ops::Range;
use std::sync::LazyLock;

use crate::finding::{Certainty, Contribution};
use crate::kind::Kind;
use crate::order;
use dispatch::Dispatch;
pub use email::{is_functional_mailbox, is_public_body};
pub(crate) use form::{is_label, says_something};
use lexicon::{Lexicon, Meaning, Role};
use memory::List;
pub use memory::Memory;
use normal::Normal;
pub(crate) use person::{PERSON, is_rare};
use scan::{Shape, Token};
use scene::Scene;
use sighting::Sighting;
pub use table::{is_column_label, is_house_label, is_street_label};

/// How much text is looked at in one go; more would only cost memory.
const WINDOW: usize = 64 << 10;
/// How much text around a window is looked at with it: longer than any sighting and its context.
const MARGIN: usize = 2 << 10;

/// What a detector saw in a text.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Its sort.
    pub kind: &'static Kind,
    /// Which bytes of the text it takes.
    pub range: Range<usize>,
    /// How sure it is.
    pub certainty: Certainty,
    /// What spoke for it and against it. No personal data is in there.
    pub reasons: Vec<Contribution>,
    /// The word that named it, which also names what follows in the same list.
    pub(crate) named: Option<&'static str>,
}

/// What a format knows about a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings<'a> {
    /// The header of its column, or the label of its field.
    pub label: Option<&'a str>,
    /// Whether it is a street or a house number, in a column or a field of its own.
    pub street: bool,
    /// What was read before it.
    pub memory: Option<&'a Memory>,
}

/// Finds one sort of personal data in text.
pub struct Detector {
    /// The sort.
    pub kind: &'static Kind,
    /// What makes it look.
    triggers: &'static [Trigger],
    /// Words that name what it looks for.
    pub names: &'static str,
    /// Words that are often seen near it.
    pub hints: &'static str,
    /// Words that name something else that looks alike.
    pub against: &'static [&'static str],
    /// Looks at the token that the trigger pointed at, and around it.
    judge: fn(&Scene<'_>, usize) -> Option<Sighting>,
    /// Texts in which it finds what stands in square brackets.
    pub finds: &'static [&'static str],
    /// Texts in which it finds nothing.
    pub ignores: &'static [&'static str],
}

/// What makes a detector look.
#[derive(Clone, Copy)]
enum Trigger {
    /// A group of so many digits, from and up to.
    Digits(usize, usize),
    /// A word.
    Word,
    /// A word with a capital.
    Capital,
    /// One of these marks.
    Mark(&'static [char]),
}

macro_rules! detectors {
    ($($name:ident),* $(,)?) => {
        static DETECTORS: &[&Detector] = &[$(&$name::DETECTOR),*];
        static KINDS: &[&[&Kind]] = &[$($name::KINDS),*];
    };
}

detectors! {
    account_number, birth_date, bsn, card, coordinates, document_number, email, foreign_number, functional_mailbox, iban,
    mrz, network_address, office_holder, office_phone, organisation_number, person, phone,
    plate, postcode, register_number, special_category, street, user_name, vat,
}

/// All detectors, in the order of the manual.
pub fn detectors() -> &'static [&'static Detector] {
    DETECTORS
}

/// Whether the detector with this number is that of people.
fn is_person(number: usize) -> bool {
    DETECTORS.get(number).is_some_and(|detector| detector.kind == &person::PERSON)
}

/// The kinds of all detectors.
pub(crate) fn kinds() -> impl Iterator<Item = &'static Kind> {
    KINDS.iter().copied().flatten().copied()
}

/// Finds the personal data in a text, in order. What overlaps is resolved: the surest stays, then
/// the longest.
pub fn detect(text: &str, around: &Surroundings<'_>) -> Vec<Hit> {
    // What a label says of a cell, no text before it can say better.
    let before = around.memory.filter(|_| around.label.is_none()).map(Memory::before);
    let Some((before, tokens)) = before.filter(|(before, _)| !before.is_empty()) else {
        return read(text, 0, Vec::new(), around);
    };
    let both = [before, text].concat();
    let moved = |hit: Hit| {
        let start = hit.range.start.checked_sub(before.len())?;
        let end = hit.range.end.saturating_sub(before.len());
        Some(Hit { range: start..end, ..hit })
    };
    read(&both, before.len(), tokens, around).into_iter().filter_map(moved).collect()
}

/// Reads a text from a byte on, of which the tokens before are known, and once more for names where
/// it told some.
fn read(text: &str, from: usize, tokens: Vec<Token>, around: &Surroundings<'_>) -> Vec<Hit> {
    let known = around.memory.map(Memory::names).unwrap_or_default();
    let lists = around.memory.filter(|_| from > 0).map(Memory::lists).unwrap_or_default();
    // A long text has words of its own.
    let label = around.label.filter(|_| text.trim().len() <= table::LENGTH);
    let task = Task { text, from, tokens: &tokens, label, lists };
    let mut sightings = Vec::new();
    task.walk(&known, Looks::ForAll, &mut sightings);
    let mut heads = None;
    match label {
        Some(label) => sightings.extend(in_cell(text, label, around.street)),
        None => heads = columns(text, from, &known, &mut sightings),
    }
    let mut hits = resolve(sightings.clone());
    let headed = heads.as_ref().is_some_and(|heads| !heads.is_empty());
    let mut filled = heads.map(|heads| column::fill(text, &hits, &heads)).unwrap_or_default();
    if label.is_none() {
        filled.append(&mut beside::fill(text, &hits, headed));
    }
    filled.retain(|(_, sighting)| sighting.range.start >= from);
    if !filled.is_empty() {
        sightings.append(&mut filled);
        hits = resolve(sightings.clone());
    }
    let mut names = known;
    names.learn_names(text, &hits);
    if !names.come_again(text, from, &hits) {
        return hits;
    }
    let mut more = Vec::new();
    task.walk(&names, Looks::ForNames, &mut more);
    // No name makes itself surer.
    more.retain(|(kind, sighting)| {
        let within = |hit: &Hit| {
            hit.range.start <= sighting.range.start && hit.range.end >= sighting.range.end
        };
        let index = hits.partition_point(|hit| hit.range.end < sighting.range.end);
        let known = hits.get(index).filter(|hit| hit.certainty >= Certainty::Likely);
        *kind == &office_holder::OFFICE_HOLDER || !known.is_some_and(within)
    });
    sightings.append(&mut more);
    resolve(sightings)
}

/// Reads a text again for names that became known after it: what is likely at least, in order.
pub fn detect_again(text: &str, memory: &Memory) -> Vec<Hit> {
    let mut sightings = Vec::new();
    let task = Task { text, from: 0, tokens: &[], label: None, lists: &[] };
    task.walk(&memory.names(), Looks::ForNames, &mut sightings);
    sightings.retain(|(kind, sighting)| {
        let again = *kind == &person::PERSON || *kind == &bsn::BSN;
        again && sighting.certainty() >= Some(Certainty::Likely)
    });
    resolve(sightings)
}

/// Looks at the cells of tables that stand in a text from a byte on, with the headers of their
/// columns; tells the lines that are headers, where the text can hold tables.
fn columns(
    text: &str,
    from: usize,
    names: &Memory,
    sightings: &mut Vec<(&'static Kind, Sighting)>,
) -> Option<Vec<Range<usize>>> {
    let mut cells = form::fields(text);
    let tables = table::has_cells(text.get(from..).unwrap_or_default());
    let (more, heads) = if tables { table::cells(text) } else { Default::default() };
    cells.extend(more);
    // The headers of columns are no people.
    sightings.retain(|(kind, sighting)| {
        let index = heads.partition_point(|head| head.end < sighting.range.end);
        let within = heads.get(index).is_some_and(|head| head.start <= sighting.range.start);
        let listed = || {
            let words = text.get(sighting.range.clone()).unwrap_or_default();
            words.split(|c: char| !c.is_alphabetic()).any(person::is_first)
        };
        *kind != &person::PERSON || !within || listed()
    });
    for cell in cells.into_iter().filter(|cell| cell.range.start >= from) {
        let value = text.get(cell.range.clone()).unwrap_or_default();
        let told = in_cell(value, cell.label, cell.address).into_iter();
        sightings.extend(told.map(|(kind, sighting)| {
            let start = sighting.range.start.saturating_add(cell.range.start);
            let end = sighting.range.end.saturating_add(cell.range.start);
            (kind, sighting.at(start..end))
        }));
        let label = Some(cell.label);
        let task = Task { text: value, from: 0, tokens: &[], label, lists: &[] };
        task.look(names, Looks::ForAll, |kind, sighting| {
            let range = &sighting.range;
            let start = range.start.saturating_add(cell.range.start);
            let end = range.end.saturating_add(cell.range.start);
            sightings.push((kind, sighting.at(start..end)));
        });
    }
    tables.then_some(heads)
}

/// What a cell is by its header alone: a street or a house number, or initials.
fn in_cell(value: &str, label: &str, street: bool) -> Option<(&'static Kind, Sighting)> {
    let inside = value.trim();
    let start = value.len().saturating_sub(value.trim_start().len());
    let range = start..start.saturating_add(inside.len());
    if inside.is_empty() {
        return None;
    }
    if street && table::is_part_of_address(inside) {
        let sighting = Sighting::new(range, 0).because("word-label", "adres", 8);
        return Some((&street::ADDRESS, sighting));
    }
    if table::is_address_label(label) && table::is_whole_address(inside) {
        let sighting = Sighting::new(range, 0).because("word-label", "adres", 8);
        return Some((&street::ADDRESS, sighting));
    }
    if person::fills_cell(label, inside) {
        let sighting = Sighting::new(range, 0).because("word-label", "naam", 12);
        return Some((&person::PERSON, sighting));
    }
    table::are_initials(label, inside).then(|| {
        let sighting = Sighting::new(range, 0).because("word-label", "voorletters", 10);
        (&person::PERSON, sighting)
    })
}

/// What a walk looks for.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Looks {
    ForAll,
    ForNames,
}

/// A text to look at.
struct Task<'t> {
    text: &'t str,
    /// What stands before this byte was looked at already, and only tells what follows it.
    from: usize,
    /// The tokens of that.
    tokens: &'t [Token],
    /// The header of its column, or the label of its field.
    label: Option<&'t str>,
    /// The lists that the part looked at left open.
    lists: &'t [List],
}

impl Task<'_> {
    /// Looks at it window by window.
    fn walk(&self, names: &Memory, looks: Looks, sightings: &mut Vec<(&'static Kind, Sighting)>) {
        let text = self.text;
        let mut start = self.from;
        while start < text.len() {
            let end = text.floor_char_boundary(start.saturating_add(WINDOW));
            let from = text.floor_char_boundary(start.saturating_sub(MARGIN));
            let upto = text.floor_char_boundary(end.saturating_add(MARGIN));
            let first = start == self.from;
            let window = Task {
                text: text.get(from..upto).unwrap_or_default(),
                // The margin before a later window is looked at again, for the lists in it.
                from: if first { start.saturating_sub(from) } else { 0 },
                tokens: if from == 0 { self.tokens } else { &[] },
                label: self.label,
                lists: if first { self.lists } else { &[] },
            };
            window.look(names, looks, |kind, sighting| {
                let range = &sighting.range;
                let moved = range.start.saturating_add(from)..range.end.saturating_add(from);
                if (start..end).contains(&moved.start) {
                    sightings.push((kind, sighting.at(moved)));
                }
            });
            start = end;
        }
    }

    /// Shows each token to the detectors.
    fn look(&self, names: &Memory, looks: Looks, mut found: impl FnMut(&'static Kind, Sighting)) {
        let normal = Normal::of(self.text);
        let from = normal.plain(self.from);
        let known = if normal.is_plain() { self.tokens } else { &[] };
        let mut scene = Scene::of(&normal.text, from, known, self.label, names, &LEXICON);
        scene.open_lists(from, self.lists, DETECTORS.len());
        for index in 0..scene.len() {
            let Some(token) = scene.token(index) else { break };
            let read = token.start >= from;
            match token.shape {
                Shape::Space | Shape::Line => continue,
                Shape::Digits if read => scene.read_number(index),
                Shape::Word => scene.pass(index),
                Shape::Digits | Shape::Mark => {}
            }
            if !read || scene.is_quiet(index) {
                continue;
            }
            for &number in DISPATCH.concerned(&scene, index) {
                let Some(detector) = DETECTORS.get(number) else { continue };
                let of_names = [
                    &person::PERSON,
                    &user_name::USER_NAME,
                    &office_holder::OFFICE_HOLDER,
                    &bsn::BSN,
                ];
                if looks == Looks::ForNames && !of_names.contains(&detector.kind) {
                    continue;
                }
                scene.show(number);
                let Some(sighting) = (detector.judge)(&scene, index) else { continue };
                if sighting.certainty().is_some() {
                    scene.list_on(&sighting.range, sighting.named);
                    let range = normal.original(&sighting.range);
                    found(detector.kind, sighting.at(range));
                }
            }
        }
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut meanings = Vec::new();
    for (number, detector) in DETECTORS.iter().enumerate() {
        let mut add = |words: &'static str, role| {
            let words = words.split_whitespace();
            meanings.extend(words.map(|word| (word, Meaning { detector: number, role })));
        };
        add(detector.names, Role::Names);
        add(detector.hints, Role::Hints);
        detector.against.iter().for_each(|words| add(words, Role::Against));
    }
    Lexicon::of(
        &meanings,
        &person::traits()
            .chain(date::traits())
            .chain(language::traits())
            .chain(special_category::traits())
            .collect::<Vec<_>>(),
    )
});

static DISPATCH: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::of(DETECTORS));

/// Keeps of what overlaps what is surest, then what is longest.
fn resolve(mut sightings: Vec<(&'static Kind, Sighting)>) -> Vec<Hit> {
    order::by(&mut sightings, |(_, one)| (one.range.start as u64, one.range.end as u64));
    let mut hits: Vec<(&'static Kind, Sighting)> = Vec::new();
    for (kind, sighting) in sightings {
        // Those kept do not overlap, so the ones that reach into this one are the last.
        let apart = |(_, kept): &(_, Sighting)| kept.range.end <= sighting.range.start;
        let clear = hits.iter().rposition(apart).map_or(0, |index| index.saturating_add(1));
        let rivals = hits.get(clear..).unwrap_or_default();
        if rivals.iter().all(|(_, rival)| rival.rank() < sighting.rank()) {
            hits.truncate(clear);
            hits.push((kind, sighting));
        }
    }
    let hit = |(kind, sighting): (&'static Kind, Sighting)| {
        let certainty = sighting.certainty()?;
        let Sighting { range, reasons, named, .. } = sighting;
        Some(Hit { kind, range, certainty, reasons, named })
    };
    hits.into_iter().filter_map(hit).collect()
}

/// Counts the tokens that are looked at, so that a test can see that they grow with the text.
#[cfg(test)]
mod steps {
    use std::cell::Cell;

    thread_local!(static STEPS: Cell<u64> = const { Cell::new(0) });

    pub(super) fn count() {
        STEPS.set(STEPS.get() + 1);
    }

    pub(super) fn taken() -> u64 {
        STEPS.replace(0)
    }
}

#[cfg(test)]
mod examples;
