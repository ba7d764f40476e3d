//! Tells what a kind of finding is, from the catalogue and the detectors themselves.

mod rules;

use std::io::{self, Write};

use lakmoes::detect::{self, Detector};
use lakmoes::kind::{self, Kind};

use crate::Outcome;
use crate::arguments::{Explain, Language};
use crate::words::Words;

/// Prints it.
pub fn run(explain: &Explain) -> Outcome {
    let language = explain.language();
    let text = match explain.kind.as_deref().and_then(kind::find) {
        Some(kind) => one(kind, language),
        None => all(language),
    };
    // Whoever reads no further has read enough.
    let _ = io::stdout().lock().write_all(text.as_bytes());
    Outcome::Clear
}

/// All kinds, a line each.
fn all(language: Language) -> String {
    let line =
        |kind: &'static Kind| format!("{:24} {}\n", kind.id, Words(language).kind(kind).title);
    kind::all().map(line).collect()
}

/// All that is known of a kind.
fn one(kind: &'static Kind, language: Language) -> String {
    let words = |nl: &'static str, en: &'static str| match language {
        Language::Nl => nl,
        Language::En => en,
    };
    let text = Words(language).kind(kind);
    let severity = format!("{:?}", kind.severity).to_lowercase();
    let mut told = format!("{} ({}, {severity})\n\n", text.title, kind.id);
    told += &format!("{}\n{}\n{}\n", text.what, text.why, text.advice);
    let notes: Vec<&str> =
        kind.notes.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let rule = match (language, rules::rule(kind.id)) {
        (Language::Nl, Some(rule)) => rule.lines().map(str::trim).collect(),
        _ => notes,
    };
    if !rule.is_empty() {
        told += &format!("\n{}\n  {}\n", words("Regel", "Rule"), rule.join("\n  "));
    }
    for detector in detect::detectors().iter().filter(|detector| detector.kind == kind) {
        told += &of_detector(detector, words);
    }
    told
}

fn of_detector(
    detector: &Detector,
    words: impl Fn(&'static str, &'static str) -> &'static str,
) -> String {
    let mut told = String::new();
    let lists = [
        (words("Woorden die het noemen", "Words that name it"), detector.names.to_owned()),
        (words("Woorden die erop wijzen", "Words that hint at it"), detector.hints.to_owned()),
        (
            words("Woorden die ertegen spreken", "Words that speak against it"),
            detector.against.join(" "),
        ),
    ];
    for (heading, list) in lists {
        let list: Vec<&str> = list.split_whitespace().collect();
        if !list.is_empty() {
            told += &format!("\n{heading}\n  {}\n", list.join(", "));
        }
    }
    let examples = [
        (words("Vindt (tussen haken)", "Finds (between brackets)"), detector.finds),
        (words("Laat staan", "Leaves alone"), detector.ignores),
    ];
    for (heading, examples) in examples {
        told += &format!("\n{heading}\n");
        for example in examples {
            told += &format!("  {}\n", example.replace('\n', "\n    "));
        }
    }
    told
}
