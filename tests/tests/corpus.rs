//! Real files: what must hold for any of them.

use std::fs;

use lakmoes::{Act, Choice, Options, Plan, Show, Source, Target, Verdict, clean, inspect, kind};
use lakmoes_tests::corpus;

/// What nobody should read in a report that is sent on, wherever in it. A name that is a word as well may
/// stand in another.
const HIDDEN: &[&str] = &["email", "phone", "bsn", "iban"];

/// Most real files have a copy. Of two old presentations in the corpus it is refused: a word that was
/// removed stands in a list that no row names.
fn may_have_no_copy(name: &str, error: &lakmoes::Error) {
    assert!(error.code() != "not-clean" || name.ends_with(".ppt"), "{name}: {error}");
}

#[test]
fn a_report_on_a_real_file_hides_what_it_found_and_is_clear_only_without_gaps() {
    for path in corpus::files(&[], 3) {
        let bytes = fs::read(&path).expect("a file of the corpus");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let report = inspect(&name, &bytes, &Options::default());
        assert!(report.gaps.is_empty() || report.verdict() < Verdict::Findings, "{name}");
        let json = report.json(Show::Masked);
        for finding in &report.findings {
            let value = finding.excerpt.reveal();
            let told = HIDDEN.contains(&finding.kind.id) && value.chars().count() >= 5;
            assert!(!told || !json.contains(value), "{name}: {}", finding.id);
        }
        serde_json::from_str::<serde_json::Value>(&json).expect("a report is JSON");
        assert_eq!(json, inspect(&name, &bytes, &Options::default()).json(Show::Masked), "{name}");
    }
}

#[test]
fn a_copy_of_a_real_file_is_cleaned_to_the_end_and_cleaning_it_again_changes_nothing() {
    let (files, mut copies) = (corpus::files(&[], 4), 0);
    for path in &files {
        let bytes = fs::read(path).expect("a file of the corpus");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let once = match clean(&name, &bytes, &Plan::default(), &Options::default()) {
            Ok(once) => once,
            Err(error) => {
                may_have_no_copy(&name, &error);
                continue;
            }
        };
        copies += 1;
        let copy = once.pieces.over(&bytes);
        let copy = copy.bytes(0..copy.len(), u64::MAX).expect("the copy");
        let twice = clean(&name, &copy, &Plan::default(), &Options::default());
        let twice = twice.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(twice.pieces.is_all_of(&copy), "{name}");
    }
    assert!(copies * 3 >= files.len() * 2, "{copies} of {}", files.len());
}

#[test]
fn a_real_file_of_which_all_is_kept_keeps_its_bytes() {
    let keep =
        |kind: &kind::Kind| Choice { target: Target::Kind(kind.id.to_owned()), act: Act::Keep };
    let plan = Plan { choices: kind::all().map(keep).collect(), ..Plan::default() };
    for path in corpus::files(&[], 5) {
        let bytes = fs::read(&path).expect("a file of the corpus");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match clean(&name, &bytes, &plan, &Options::default()) {
            Ok(cleaned) => assert!(cleaned.pieces.is_all_of(&bytes), "{name}"),
            Err(error) => may_have_no_copy(&name, &error),
        }
    }
}
