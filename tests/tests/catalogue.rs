//! The catalogue: the manual that is written from it, and the ids that must not go away.

use std::fmt::Write;

use lakmoes::{detect, kind};
use lakmoes_tests::golden;

#[test]
fn the_manual_of_findings_is_up_to_date() {
    let mut manual = String::from(
        "<!-- Written by tests/tests/catalogue.rs: UPDATE=1 cargo test -p lakmoes-tests -->\n\
         # What Lakmoes finds\n\nEach kind of finding, in Dutch and in English.\n",
    );
    for subject in kind::subjects() {
        write!(manual, "\n## {} · {}\n", subject.nl, subject.en).expect("a string");
        for kind in kind::all().filter(|kind| kind.subject.id == subject.id) {
            entry(&mut manual, kind);
        }
    }
    golden::check("docs/findings.md", &manual);
}

fn entry(manual: &mut String, kind: &kind::Kind) {
    let severity = serde_json::to_value(kind.severity).expect("JSON");
    let severity = severity.as_str().unwrap_or_default();
    write!(manual, "\n### `{}` ({severity})\n", kind.id).expect("a string");
    let notes: Vec<&str> = kind.notes.lines().map(str::trim).collect();
    writeln!(manual, "{}\n", notes.join("\n").trim()).expect("a string");
    for (language, text) in [("nl", &kind.nl), ("en", &kind.en)] {
        writeln!(
            manual,
            "- **{language}**: *{}*. {} {} {}",
            text.title, text.what, text.why, text.advice
        )
        .expect("a string");
    }
    for detector in detect::detectors().iter().filter(|detector| detector.kind == kind) {
        let examples = |examples: &[&str]| {
            let quoted: Vec<String> = examples.iter().map(|one| format!("`{one}`")).collect();
            quoted.join(" · ")
        };
        let words: Vec<&str> = [detector.names, detector.hints]
            .iter()
            .flat_map(|words| words.split_whitespace())
            .collect();
        if !words.is_empty() {
            writeln!(manual, "- Words nearby: {}", words.join(", ")).expect("a string");
        }
        writeln!(manual, "- Finds: {}", examples(detector.finds)).expect("a string");
        writeln!(manual, "- Ignores: {}", examples(detector.ignores)).expect("a string");
    }
}

#[test]
fn no_id_goes_away() {
    let ids: Vec<&str> = kind::all().map(|kind| kind.id).collect();
    golden::check("tests/golden/kinds.txt", &format!("{}\n", ids.join("\n")));
}
