//! Trains the model for names on labelled documents: an averaged perceptron, with whole numbers and
//! from a fixed seed, so that it comes out the same each time.
//!
//! In each round each document is shown with other names in place of its own, from the lists of
//! names or made up, so that the model learns what stands around a name, and how names look.

use std::ops::Range;

use lakmoes::detect::tagger;

use super::Labelled;
use crate::random::Random;

/// How often all documents are shown.
const ROUNDS: usize = 24;
/// Of how many in a hundred features it does without each time, so that it rests on none alone.
const LEFT_OUT: usize = 35;
/// How sure the model has to be before it learns no more from a word.
const MARGIN: i32 = 12;
/// What a weight of one becomes in the model.
const SCALE: i64 = 12;
/// Weights smaller than this are left out.
const LEAST: i64 = 7;
/// Weights are whole times this: finer ones say no more, and take more room.
const STEP: i64 = 9;

/// The first line of a model.
pub const HEAD: &str = "# Weights of the model for names: made by `cargo personal train` from \
    tests/bench/personal-data (documents and places: written for Lakmoes, CC0; words: OpenTaal, \
    BSD-3-Clause or CC BY 3.0) and the lists of names beside this file (MIT); licence MIT.\n";

/// Words that names are made of.
pub struct Names {
    first: Vec<String>,
    last: Vec<String>,
    /// Dutch words.
    words: String,
    /// Places.
    places: String,
}

impl Names {
    /// Reads the lists of names of the core.
    pub fn read() -> std::io::Result<Self> {
        let folder = crate::root().join("crate/core/src/detect/data");
        let list = |name: &str| -> std::io::Result<Vec<String>> {
            let text = std::fs::read_to_string(folder.join(name))?;
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            Ok(lines.map(capital).collect())
        };
        let beside = crate::root().join("tests/bench/personal-data");
        Ok(Self {
            first: list("first_names.txt")?,
            last: list("last_names.txt")?,
            words: std::fs::read_to_string(beside.join("words.txt"))?,
            places: std::fs::read_to_string(beside.join("places.txt"))?,
        })
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

impl Names {
    /// The bits for known words: those of these documents among them.
    fn known(&self, documents: &[&Labelled], those: impl Fn(usize) -> bool) -> Vec<u8> {
        let listed = |list: &'_ str| -> Vec<String> {
            let lines = list.lines().filter(|line| !line.starts_with('#'));
            lines.map(str::to_owned).collect()
        };
        let (words, places) = (listed(&self.words), listed(&self.places));
        let documents = documents.iter().enumerate().filter(|(number, _)| those(*number));
        tagger::known(
            documents.flat_map(|(_, document)| unnamed(document)),
            words.iter().map(String::as_str),
            places.iter().map(String::as_str),
        )
    }
}

/// What a document holds besides names.
fn unnamed(document: &Labelled) -> Vec<&str> {
    let (mut rest, mut end) = (Vec::new(), 0);
    for range in ranges(document) {
        rest.push(&document.text[end..range.start]);
        end = range.end;
    }
    rest.push(&document.text[end..]);
    rest
}

/// In how many groups documents are cut, each of which is shown what is known from the others.
const GROUPS: usize = 8;

/// Makes a model from documents.
pub fn train(documents: &[&Labelled], names: &Names) -> Vec<u8> {
    // What a document is learned from is not known from that document, or the model would trust
    // what is known too much.
    let known: Vec<Vec<u8>> = (0..=GROUPS)
        .map(|group| names.known(documents, |number| number % GROUPS != group))
        .collect();
    let mut learner = Learner::new();
    let mut random = Random::new(8);
    let mut order: Vec<usize> = (0..documents.len()).collect();
    for round in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at + 1));
        }
        for number in &order {
            let document = documents[*number];
            let known = &known[number % GROUPS];
            let case = CASES[(number + round) % CASES.len()];
            match round % 3 {
                0 if case == Case::Same => learner.learn(&document.text, &ranges(document), known),
                _ => {
                    let (text, ranges) = renamed(document, names, &mut random);
                    learner.learn(&case.of(&text), &ranges, known);
                }
            }
        }
    }
    let mut model = HEAD.as_bytes().to_vec();
    model.extend(learner.weights());
    model.extend(&known[GROUPS]);
    model
}

/// How a document is written when it is shown.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Case {
    Same,
    /// In small letters.
    Small,
    /// In small letters, but for who speaks.
    Said,
    /// In capitals.
    Capitals,
}

const CASES: [Case; 10] = [
    Case::Same,
    Case::Same,
    Case::Small,
    Case::Same,
    Case::Same,
    Case::Said,
    Case::Same,
    Case::Capitals,
    Case::Same,
    Case::Same,
];

impl Case {
    /// The text in this case, each letter in as many bytes as before.
    fn of(self, text: &str) -> String {
        let small = |c: char| c.to_lowercase().next().filter(|new| new.len_utf8() == c.len_utf8());
        let large = |c: char| c.to_uppercase().next().filter(|new| new.len_utf8() == c.len_utf8());
        let mut said = false;
        let mut last = ' ';
        let letters = text.chars().map(|c| {
            said = c != '\n' && (said || last == ':' && c == ' ');
            last = c;
            let new = match self {
                Self::Same => None,
                Self::Small => small(c),
                Self::Said => Some(c).filter(|_| said).and_then(small),
                Self::Capitals => large(c),
            };
            new.unwrap_or(c)
        });
        letters.collect()
    }
}

/// Where names stand in a document.
pub fn ranges(document: &Labelled) -> Vec<Range<usize>> {
    let labels = document.labels.iter().filter(|label| is_name(label.kind.id));
    labels.map(|label| label.range.clone()).collect()
}

fn is_name(id: &str) -> bool {
    matches!(id, "person" | "office-holder")
}

struct Learner {
    weights: Vec<i32>,
    /// What the weights were in the past, each step once (see Daumé, "A Course in Machine
    /// Learning", 4.6).
    past: Vec<i64>,
    step: i64,
    random: Random,
}

impl Learner {
    fn new() -> Self {
        let size = 1 << tagger::BITS;
        Self { weights: vec![0; size], past: vec![0; size], step: 1, random: Random::new(11) }
    }

    fn learn(&mut self, text: &str, names: &[Range<usize>], known: &[u8]) {
        tagger::show(text, known, |word, features| {
            let named = names.iter().any(|name| name.start <= word.start && word.end <= name.end);
            let sum = |features: &[u32]| -> i32 {
                features.iter().map(|feature| self.weights[*feature as usize]).sum()
            };
            let some: Vec<u32> =
                features.iter().copied().filter(|_| self.random.below(100) >= LEFT_OUT).collect();
            let (all, sum) = (sum(features), sum(&some));
            let right = if named { sum } else { -sum };
            if right < MARGIN {
                self.teach(&some, if named { 1 } else { -1 });
            }
            self.step += 1;
            all > 0
        });
    }

    fn teach(&mut self, features: &[u32], by: i32) {
        for feature in features {
            self.weights[*feature as usize] += by;
            self.past[*feature as usize] += self.step * i64::from(by);
        }
    }

    fn weights(&self) -> impl Iterator<Item = u8> {
        self.weights.iter().zip(&self.past).map(|(weight, past)| {
            let mean = (i64::from(*weight) * self.step - past) * SCALE / self.step;
            let mean = if mean.abs() < LEAST { 0 } else { mean.clamp(-126, 126) };
            let mean = (mean + mean.signum() * (STEP / 2)) / STEP * STEP;
            (mean as i8).to_ne_bytes()[0]
        })
    }
}

/// A document with other names in place of its own. A word becomes the same one in all places.
fn renamed(document: &Labelled, names: &Names, random: &mut Random) -> (String, Vec<Range<usize>>) {
    let seed = random.below(1 << 30) as u64;
    let (mut text, mut ranges, mut end) = (String::new(), Vec::new(), 0);
    for label in &document.labels {
        text.push_str(&document.text[end..label.range.start]);
        end = label.range.end;
        let value = &document.text[label.range.clone()];
        let start = text.len();
        match is_name(label.kind.id) {
            true => rename(value, names, seed, &mut text),
            false => text.push_str(value),
        }
        if is_name(label.kind.id) {
            ranges.push(start..text.len());
        }
    }
    text.push_str(&document.text[end..]);
    (text, ranges)
}

fn rename(name: &str, names: &Names, seed: u64, text: &mut String) {
    let mut word = String::new();
    let letters: Vec<char> = name.chars().chain(['\0']).collect();
    for (at, c) in letters.iter().enumerate() {
        if c.is_alphabetic() || *c == '\u{301}' {
            word.push(*c);
            continue;
        }
        if !word.is_empty() {
            // A first name is followed by another word, a surname ends the name; a word alone may
            // be either.
            let ends = letters[at] == '\0';
            let begins = at == word.chars().count();
            text.push_str(&other(
                &word,
                names,
                seed,
                begins && !(ends && word.len().is_multiple_of(2)),
            ));
            word.clear();
        }
        if *c != '\0' {
            text.push(*c);
        }
    }
}

/// Another word for a word of a name.
fn other(word: &str, names: &Names, seed: u64, is_first: bool) -> String {
    let small = word.chars().next().is_some_and(char::is_lowercase);
    let mixed =
        word.bytes().fold(seed ^ 0xcbf2, |hash, byte| hash * 31 % 0xffff_fffb + u64::from(byte));
    let mut random = Random::new(mixed);
    let pick = |list: &[String], random: &mut Random| list[random.below(list.len())].clone();
    if word.chars().count() == 1 && !small {
        return char::from(b'A' + random.below(26) as u8).to_string();
    }
    let infix =
        matches!(word, "Van" | "De" | "Den" | "Der" | "Ten" | "Ter" | "El" | "Al" | "Ben" | "Op");
    if small || infix {
        return word.to_owned();
    }
    let new = match random.below(8) {
        0..=2 => return word.to_owned(),
        3 | 4 if is_first => pick(&names.first, &mut random),
        3 | 4 => pick(&names.last, &mut random),
        // The front of one and the back of another: a word that no list has.
        _ => {
            let list = if is_first { &names.first } else { &names.last };
            let (front, back) = (pick(list, &mut random), pick(list, &mut random));
            let half = |word: &str| word.chars().count() / 2;
            let front: String = front.chars().take(half(&front).max(2)).collect();
            let back: String = back.chars().skip(half(&back)).collect();
            front + &back.to_lowercase()
        }
    };
    if word.chars().count() > 2 && word.chars().all(char::is_uppercase) {
        new.to_uppercase()
    } else {
        new
    }
}

/// How well a model does on documents that it was not made from.
#[derive(Clone, Debug, Default)]
pub struct Trial {
    /// Words of names, those called so, and those called so rightly.
    pub words: [usize; 3],
    /// The same for whole names.
    pub names: [usize; 3],
    /// What was said of words, and how many of these are in names, by the sum divided by ten.
    pub sums: std::collections::BTreeMap<i32, (usize, usize)>,
}

impl Trial {
    /// Adds what a model says of a document.
    pub fn add(&mut self, document: &Labelled, model: &[u8]) {
        let model = tagger::Model::read(model);
        let names = ranges(document);
        let mut found: Vec<Range<usize>> = Vec::new();
        tagger::show(&document.text, model.known(), |word, features| {
            let named = names.iter().any(|name| name.start <= word.start && word.end <= name.end);
            let sum = model.weigh(features);
            let [all, said, right] = &mut self.words;
            *all += usize::from(named);
            *said += usize::from(sum > 0);
            *right += usize::from(named && sum > 0);
            let (count, of_names) = self.sums.entry(sum.div_euclid(50)).or_default();
            *count += 1;
            *of_names += usize::from(named);
            if sum > 0 {
                let joined = |last: &Range<usize>| {
                    let between = &document.text[last.end.min(word.start)..word.start];
                    between.len() <= 3 && between.chars().all(|c| " .-'".contains(c))
                };
                match found.last_mut().filter(|last| joined(last)) {
                    Some(last) => last.end = word.end,
                    None => found.push(word),
                }
            }
            sum > 0
        });
        let [all, said, right] = &mut self.names;
        *all += names.len();
        *said += found.len();
        let trimmed = |name: &Range<usize>| {
            name.start..name.start + document.text[name.clone()].trim_end_matches([')', '.']).len()
        };
        *right += names.iter().filter(|name| found.contains(&trimmed(name))).count();
    }
}
