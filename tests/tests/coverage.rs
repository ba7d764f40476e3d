//! What is found in which format, told by the reports on the cases and not by claims.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use lakmoes::{Options, Plan, Remedy, clean, inspect};
use lakmoes_tests::{cases, checklist, golden};

#[test]
fn the_table_of_what_is_found_is_up_to_date() {
    let mut rows: BTreeMap<(String, &str, Remedy), BTreeSet<&str>> = BTreeMap::new();
    let mut gaps: BTreeMap<(String, String), BTreeSet<&str>> = BTreeMap::new();
    for case in cases::all() {
        let report = inspect(case.file, &case.bytes, &Options::default());
        let format = report.format.unwrap_or("(unknown)").to_owned();
        for finding in &report.findings {
            for place in &finding.places {
                let key = (format.clone(), finding.kind.id, place.remedy);
                rows.entry(key).or_default().insert(case.name);
            }
        }
        for gap in &report.gaps {
            let reason = serde_json::to_value(gap.reason).expect("JSON");
            let reason = reason.as_str().unwrap_or_default().to_owned();
            gaps.entry((format.clone(), reason)).or_default().insert(case.name);
        }
    }
    let mut text = String::from(
        "<!-- Written by tests/tests/coverage.rs: UPDATE=1 cargo test -p lakmoes-tests -->\n\
         # What is found in which format\n\n\
         Each row is shown by the cases that it names (`tests/src/cases/`); their reports stand in\n\
         `tests/golden/`. *drop*: cleaning removes it. *neutral*: it stays without identity.\n\
         *ask*: a person decides. *keep*: it is told, and never changed silently.\n\n\
         | format | kind | remedy | cases |\n|---|---|---|---|\n",
    );
    for ((format, kind, remedy), cases) in &rows {
        let remedy = serde_json::to_value(remedy).expect("JSON");
        let remedy = remedy.as_str().unwrap_or_default().to_owned();
        writeln!(text, "| {format} | `{kind}` | {remedy} | {} |", few(cases)).expect("a string");
    }
    text.push_str(
        "\n## What is reported as not checked\n\n| format | reason | cases |\n|---|---|---|\n",
    );
    for ((format, reason), cases) in &gaps {
        writeln!(text, "| {format} | {reason} | {} |", few(cases)).expect("a string");
    }
    text += &checklist::tables();
    golden::check("docs/coverage.md", &text);
}

/// The first names, and how many more there are.
fn few(cases: &BTreeSet<&str>) -> String {
    let first: Vec<&str> = cases.iter().take(3).copied().collect();
    let more = cases.len() - first.len();
    if more == 0 { first.join(", ") } else { format!("{} and {more} more", first.join(", ")) }
}

#[test]
fn a_copy_holds_nothing_any_more_that_cleaning_removes() {
    for case in cases::all() {
        let cleaned = match clean(case.file, &case.bytes, &Plan::default(), &Options::default()) {
            Ok(cleaned) => cleaned,
            Err(error) => {
                cases::may_have_no_copy(case.name, &error);
                continue;
            }
        };
        for finding in &cleaned.report.findings {
            for place in &finding.places {
                assert!(
                    !matches!(place.remedy, Remedy::Drop | Remedy::Neutral),
                    "{}: {} is still there at {:?}",
                    case.name,
                    finding.kind.id,
                    place.location
                );
            }
        }
    }
}
