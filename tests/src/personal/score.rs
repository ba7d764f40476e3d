//! Compares what the core finds in a document with its labels.

use std::collections::BTreeMap;
use std::ops::Range;

use lakmoes::kind::{Kind, Severity};
use lakmoes::{Certainty, Options, Step, inspect};

use super::Labelled;

/// How many characters are a page.
const PAGE: usize = 3_000;

/// What was found in labelled documents, and what was not.
#[derive(Debug, Default)]
pub struct Score {
    /// By kind.
    pub kinds: BTreeMap<&'static str, Tally>,
    /// Letters and digits of labels of severity medium or higher.
    pub personal: usize,
    /// How many of these no finding covers.
    pub leaked: usize,
    /// How many pages were read, none of them counted as less than one.
    pub pages: usize,
    /// How many findings that are certain touch no label.
    pub false_certain: usize,
    /// How many findings that are likely touch no label.
    pub false_likely: usize,
    /// What went wrong, a line each: test data is invented, so it may be shown.
    pub wrong: Vec<String>,
}

/// How often a kind was found.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many labels there are.
    pub labels: usize,
    /// How many of them were found: nine in ten letters and digits, by findings of this kind.
    pub found: usize,
    /// How many of them were found to the letter.
    pub exact: usize,
    /// How many findings there are.
    pub findings: usize,
    /// How many of them are right: half of the letters and digits stand in labels of this kind.
    pub right: usize,
    /// Letters and digits in labels.
    pub characters: usize,
    /// How many of these no finding of any kind covers.
    pub leaked: usize,
}

/// What was found at one place.
struct Sight {
    kind: &'static Kind,
    certainty: Certainty,
    range: Range<usize>,
}

impl Score {
    /// Adds a document: findings that are likely or certain count.
    pub fn add(&mut self, document: &Labelled) {
        let sights = sights(&document.text);
        let text = &document.text;
        self.pages += text.chars().count().div_ceil(PAGE).max(1);
        let told: Vec<&Sight> =
            sights.iter().filter(|sight| sight.certainty >= Certainty::Likely).collect();
        let covered = |ranges: &[Range<usize>], range: &Range<usize>| {
            letters(text, range).filter(|at| ranges.iter().any(|range| range.contains(at))).count()
        };
        let serious: Vec<_> = told
            .iter()
            .filter(|sight| sight.kind.severity >= Severity::Medium)
            .map(|sight| sight.range.clone())
            .collect();
        for label in &document.labels {
            let same: Vec<_> = told
                .iter()
                .filter(|sight| sight.kind == label.kind)
                .map(|sight| sight.range.clone())
                .collect();
            let characters = letters(text, &label.range).count();
            let found = covered(&same, &label.range) * 10 >= characters * 9;
            let tally = self.kinds.entry(label.kind.id).or_default();
            tally.labels += 1;
            tally.characters += characters;
            tally.found += usize::from(found);
            tally.exact += usize::from(same.contains(&label.range));
            if label.kind.severity >= Severity::Medium {
                let leaked = characters - covered(&serious, &label.range);
                tally.leaked += leaked;
                self.personal += characters;
                self.leaked += leaked;
            }
            if !found {
                self.wrong.push(told_of(document, "missed", label.kind, &label.range));
            }
        }
        for sight in &told {
            let of = |same: bool| -> Vec<Range<usize>> {
                let labels = document.labels.iter();
                let labels = labels.filter(|label| !same || label.kind == sight.kind);
                labels.map(|label| label.range.clone()).collect()
            };
            let characters = letters(text, &sight.range).count();
            let right = covered(&of(true), &sight.range) * 2 >= characters;
            let tally = self.kinds.entry(sight.kind.id).or_default();
            tally.findings += 1;
            tally.right += usize::from(right);
            let alarm = covered(&of(false), &sight.range) == 0;
            if alarm && sight.kind.severity >= Severity::Medium {
                match sight.certainty {
                    Certainty::Certain => self.false_certain += 1,
                    _ => self.false_likely += 1,
                }
            }
            if !right {
                let word = if sight.certainty == Certainty::Certain { "CERTAIN" } else { "likely" };
                self.wrong.push(told_of(document, word, sight.kind, &sight.range));
            }
        }
    }

    /// The scores as a table in Markdown.
    pub fn table(&self) -> String {
        let mut table = String::from(
            "| kind | labels | recall | exact | precision | characters leaked |\n\
             |---|---:|---:|---:|---:|---:|\n",
        );
        for (id, tally) in &self.kinds {
            table += &format!(
                "| {id} | {} | {} | {} | {} | {} |\n",
                tally.labels,
                share(tally.found, tally.labels),
                share(tally.exact, tally.labels),
                share(tally.right, tally.findings),
                share(tally.leaked, tally.characters),
            );
        }
        table += &format!(
            "\nCharacters leaked (severity medium or higher): {} of {}, {}\\\n\
             False alarms a page of {PAGE} characters: {} certain, {} likely ({} pages)\n",
            self.leaked,
            self.personal,
            share(self.leaked, self.personal),
            ratio(self.false_certain, self.pages),
            ratio(self.false_likely, self.pages),
            self.pages,
        );
        table
    }
}

/// What went wrong, with the words around it.
fn told_of(document: &Labelled, what: &str, kind: &Kind, range: &Range<usize>) -> String {
    let text = &document.text;
    let from = text.floor_char_boundary(range.start.saturating_sub(30));
    let upto = text.ceil_char_boundary((range.end + 30).min(text.len()));
    let around =
        format!("{}[{}]{}", &text[from..range.start], &text[range.clone()], &text[range.end..upto]);
    format!("{what} {} {}: {}", kind.id, document.name, around.replace(['\n', '\r'], "⏎"))
}

fn share(part: usize, whole: usize) -> String {
    match whole {
        0 => "–".to_owned(),
        whole => format!("{}.{} %", part * 100 / whole, part * 1000 / whole % 10),
    }
}

fn ratio(part: usize, whole: usize) -> String {
    format!("{}.{:02}", part / whole.max(1), part * 100 / whole.max(1) % 100)
}

/// Where letters and digits stand.
fn letters(text: &str, range: &Range<usize>) -> impl Iterator<Item = usize> {
    let start = range.start;
    let letters = text[range.clone()].char_indices().filter(|(_, c)| c.is_alphanumeric());
    letters.map(move |(at, _)| start + at)
}

/// What the core finds in a text, as it would in a file.
fn sights(text: &str) -> Vec<Sight> {
    let report = inspect("document.txt", &text.as_bytes(), &Options::default());
    let mut starts = vec![0];
    starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
    let places = |finding: &lakmoes::Finding| -> Vec<usize> {
        let lines = finding.places.iter().filter_map(|place| {
            let line = place.location.iter().find_map(|step| match step {
                Step::Line(line) => Some(*line),
                _ => None,
            });
            // A place in an element or a field tells no line: then it is anywhere in the text.
            line.map_or(Some(0), |line| starts.get(usize::try_from(line).ok()? - 1).copied())
        });
        lines.collect()
    };
    // A report tells the line and no more. The longest come first, for "Jansen" stands in "Petra
    // Jansen" as well, and what is taken is not taken again.
    let mut findings: Vec<_> = report.findings.iter().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.excerpt.reveal().len()));
    let mut sights: Vec<Sight> = Vec::new();
    for finding in findings {
        let value = finding.excerpt.reveal();
        for from in places(finding) {
            let mut at = alone(text, value, from);
            while let Some(start) = at {
                let range = start..start + value.len();
                let taken =
                    |sight: &Sight| sight.range.start < range.end && range.start < sight.range.end;
                if !sights.iter().any(taken) {
                    let (kind, certainty) = (finding.kind, finding.certainty);
                    sights.push(Sight { kind, certainty, range });
                    break;
                }
                at = alone(text, value, range.end);
            }
        }
    }
    sights
}

/// Where a value stands in a text, from a place on, with no letter or digit at its ends.
fn alone(text: &str, value: &str, from: usize) -> Option<usize> {
    let joined = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let found = text.get(from..)?.match_indices(value).map(|(at, _)| from + at);
    let mut free = found.filter(|at| {
        !joined(text[..*at].chars().next_back()) && !joined(text[at + value.len()..].chars().next())
    });
    free.next()
}
