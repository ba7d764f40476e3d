//! Every case: its golden report, what cleaning makes of it, and what must hold for any document.

use lakmoes::{Act, Choice, Options, Plan, Show, Source, Target, Verdict, clean, inspect, kind};
use lakmoes_tests::cases::{self, Case};
use lakmoes_tests::golden;
use lakmoes_tests::random::Random;

#[test]
fn reports_are_as_they_were() {
    for case in cases::all() {
        let report = inspect(case.file, &case.bytes, &Options::default());
        let text = format!("{}\n{}\n", pretty(&report.json(Show::Masked)), cleaned(&case));
        golden::check(&format!("tests/golden/{}.json", case.name), &text);
    }
}

/// What cleaning says, and what the report on the copy says.
fn cleaned(case: &Case) -> String {
    match clean(case.file, &case.bytes, &Plan::default(), &Options::default()) {
        Ok(cleaned) => {
            let changes = pretty(&cleaned.changes.json(Show::Masked));
            format!("{changes}\n{}", pretty(&cleaned.report.json(Show::Masked)))
        }
        Err(error) => format!("no copy: {}", error.code()),
    }
}

#[test]
fn a_document_of_which_all_is_kept_keeps_its_bytes() {
    let keep =
        |kind: &kind::Kind| Choice { target: Target::Kind(kind.id.to_owned()), act: Act::Keep };
    let plan = Plan { choices: kind::all().map(keep).collect(), ..Plan::default() };
    let (all, mut copies) = (cases::all(), 0);
    for case in &all {
        match clean(case.file, &case.bytes, &plan, &Options::default()) {
            Ok(cleaned) => {
                copies += 1;
                assert!(cleaned.pieces.is_all_of(&case.bytes), "{}", case.name);
            }
            Err(error) => cases::may_have_no_copy(case.name, &error),
        }
    }
    assert!(copies * 4 > all.len() * 3, "{copies} of {}", all.len());
}

#[test]
fn cleaning_twice_is_cleaning_once() {
    let choices = vec![Choice { target: Target::All, act: Act::Remove }];
    let remove_all = Plan { choices, ..Plan::default() };
    for case in cases::all() {
        for plan in [&Plan::default(), &remove_all] {
            let once = match clean(case.file, &case.bytes, plan, &Options::default()) {
                Ok(once) => once,
                Err(error) => {
                    cases::may_have_no_copy(case.name, &error);
                    continue;
                }
            };
            let copy = once.pieces.over(&case.bytes);
            let copy = copy.bytes(0..copy.len(), u64::MAX).expect("the copy");
            let twice = clean(case.file, &copy, plan, &Options::default());
            let twice = twice.unwrap_or_else(|error| panic!("{}: {error}", case.name));
            assert!(twice.pieces.is_all_of(&copy), "{}", case.name);
        }
    }
}

#[test]
fn what_is_cut_short_never_panics_and_is_clear_only_as_text() {
    let mut random = Random::new(1);
    for case in cases::all() {
        let whole = inspect(case.file, &case.bytes, &Options::default());
        for _ in 0..300.min(case.bytes.len()) {
            let cut = &case.bytes[..random.below(case.bytes.len())];
            let report = inspect(case.file, &cut, &Options::default());
            if case.bytes[cut.len()..].trim_ascii().is_empty() {
                continue;
            }
            let text = report.format == Some("text") || whole.format == Some("text");
            assert!(
                text || report.verdict() != Verdict::Clear,
                "{} cut at {} is clear",
                case.name,
                cut.len()
            );
        }
    }
}

#[test]
fn one_changed_byte_never_panics() {
    let mut random = Random::new(2);
    for case in cases::all() {
        for _ in 0..100.min(case.bytes.len()) {
            let mut bytes = case.bytes.clone();
            let at = random.below(bytes.len());
            bytes[at] = u8::try_from(random.below(256)).expect("a byte");
            inspect(case.file, &bytes, &Options::default());
            let _ = clean(case.file, &bytes, &Plan::default(), &Options::default());
        }
    }
}

fn pretty(json: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(json).expect("JSON");
    serde_json::to_string_pretty(&value).expect("JSON")
}
