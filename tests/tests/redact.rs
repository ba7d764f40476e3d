//! Which bars hide nothing, and which are no bars: each true and false sort.

use lakmoes::{
    Act, Choice, Options, Plan, Remedy, Report, Source, Target, Verdict, clean, inspect,
};
use lakmoes_tests::cases::redact;

#[test]
fn bad_redactions_are_told_and_nothing_else_is_one() {
    let mut wrong = Vec::new();
    for case in redact::all() {
        let report = inspect(case.file, &case.bytes, &Options::default());
        let told = |kind: &str| report.findings.iter().any(|finding| finding.kind.id == kind);
        let wanted = (case.name.contains("bar"), case.name.contains("/redact"));
        if (told("bad-redaction"), told("unapplied-redaction")) != wanted {
            wrong.push(case.name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

fn removing(kinds: &[&str]) -> Plan {
    let choice = |kind: &&str| Choice { target: Target::parse(kind), act: Act::Remove };
    Plan { choices: kinds.iter().map(choice).collect(), ..Plan::default() }
}

/// What stands under a bar goes, what stands beside it stays, and a copy has no bar that hides
/// anything; twice is once.
#[test]
fn what_is_under_a_bar_goes_and_the_rest_stays() {
    for case in redact::all().into_iter().filter(|case| !case.name.contains("ground")) {
        let plan = removing(&["bad-redaction", "unapplied-redaction"]);
        let cleaned = clean(case.file, &case.bytes, &plan, &Options::default())
            .unwrap_or_else(|error| panic!("{}: {error:?}", case.name));
        let copy = cleaned.pieces.over(&case.bytes);
        let copy = copy.bytes(0..copy.len(), u64::MAX).expect("the copy");
        let left: Vec<_> = cleaned.report.findings.iter().map(|finding| finding.kind.id).collect();
        assert!(!left.contains(&"bad-redaction"), "{}: {left:?}", case.name);
        assert!(!left.contains(&"unapplied-redaction"), "{}", case.name);
        let again = clean(case.file, &copy, &plan, &Options::default()).expect("a copy");
        assert!(again.pieces.is_all_of(&copy), "{}", case.name);
    }
}

/// What cannot be taken out of a scan is told again of the copy.
#[test]
fn what_a_scan_still_shows_stays_told() {
    let case = redact::pictures::round();
    let plan = removing(&["bad-redaction"]);
    let cleaned = clean(case.file, &case.bytes, &plan, &Options::default()).expect("a copy");
    let mut left = cleaned.report.findings.iter();
    assert!(left.any(|finding| finding.kind.id == "bad-redaction"));
}

/// A stencil in a packing that is not taken apart lets through what is under it.
#[test]
fn what_is_under_a_stencil_is_not_hidden() {
    let case = redact::pictures::round();
    let text = String::from_utf8_lossy(&case.bytes);
    let (head, tail) = text.rsplit_once("/FlateDecode]").expect("the stencil");
    let bytes = format!("{head}/JBIG2Decode]{tail}").into_bytes();
    let report = inspect(case.file, &bytes, &Options::default());
    assert_eq!(report.verdict(), Verdict::Incomplete);
    assert_eq!(report.format, Some("pdf"));
    assert!(!report.findings.iter().any(|finding| finding.kind.id == "hidden-picture"));
}

/// What lies under a remark or a field goes with it, or that stays as well.
#[test]
fn nothing_is_seen_when_what_lies_over_it_goes() {
    let names = ["square", "highlight", "ink", "typed", "listed", "field", "remark-picture"];
    let names = names.map(|name| format!("pdf/bar-{name}"));
    let unread = "pdf/ground-remark-unread".to_owned();
    let plan = removing(&["comment", "form-value"]);
    for name in names.into_iter().chain([unread]) {
        let case = redact::all().into_iter().find(|case| case.name == name).expect("it");
        let cleaned = clean(case.file, &case.bytes, &plan, &Options::default()).expect("a copy");
        let left = |kind: &str| cleaned.report.findings.iter().any(|one| one.kind.id == kind);
        let copy = cleaned.pieces.over(&case.bytes);
        let copy = copy.bytes(0..copy.len(), u64::MAX).expect("the copy");
        assert!(!left("bad-redaction"), "{name}");
        // What a picture shows under it that cannot be read cannot be taken out.
        assert_eq!(left("comment"), name.ends_with("unread"), "{name}");
        assert!(!String::from_utf8_lossy(&copy).contains("Vries"), "{name}");
        let again = clean(case.file, &copy, &plan, &Options::default()).expect("a copy");
        assert!(again.pieces.is_all_of(&copy), "{name}");
    }
}

/// The words are in no entry that repeats them either.
#[test]
fn copies_of_what_is_under_a_bar_go_with_it() {
    let case = redact::all().into_iter().find(|case| case.name == "pdf/bar-again").expect("it");
    let report = inspect(case.file, &case.bytes, &Options::default());
    let again = |kind: &str| report.findings.iter().filter(|one| one.kind.id == kind).count();
    assert!(again("repeated-redaction") >= 2);
    let plan = removing(&["bad-redaction"]);
    let cleaned = clean(case.file, &case.bytes, &plan, &Options::default()).expect("a copy");
    let copy = cleaned.pieces.over(&case.bytes);
    let bytes = copy.bytes(0..copy.len(), u64::MAX).expect("the copy");
    let text = String::from_utf8_lossy(&bytes);
    for name in ["Jan de Vries", "jan-de-vries", "Jan%20de"] {
        assert!(!text.contains(name), "{text}");
    }
    for stays in ["https://www.example.nl/.../zaak", "https://www.example.nl/?wie=...&x=1"] {
        assert!(text.contains(stays), "{text}");
    }
    let said = |finding: &&lakmoes::Finding| finding.excerpt.reveal().contains("Vries");
    assert!(!cleaned.report.findings.iter().any(|finding| said(&finding)));
}

/// Text that nobody sees goes wherever a page draws it, from every file, and twice is once.
#[test]
fn text_that_nobody_sees_can_go() {
    let hidden = |report: &Report| -> Vec<String> {
        let found = report.findings.iter().filter(|one| one.kind.id == "hidden-text");
        let asked = found.filter(|one| one.places.iter().any(|place| place.remedy == Remedy::Ask));
        asked.map(|one| one.excerpt.reveal().to_owned()).collect()
    };
    let plan = removing(&["hidden-text"]);
    let (mut wrong, mut met) = (Vec::new(), 0);
    let all = lakmoes_tests::cases::all();
    for case in all.iter().filter(|case| case.name.starts_with("pdf/")) {
        let before = inspect(case.file, &case.bytes, &Options::default());
        if hidden(&before).is_empty() {
            continue;
        }
        met += 1;
        let cleaned = match clean(case.file, &case.bytes, &plan, &Options::default()) {
            Ok(cleaned) => cleaned,
            Err(error) => {
                wrong.push(format!("{}: {error:?}", case.name));
                continue;
            }
        };
        let left = hidden(&cleaned.report);
        if !left.is_empty() || cleaned.report.gaps.len() > before.gaps.len() {
            wrong.push(format!("{}: {left:?}", case.name));
        }
        let copy = cleaned.pieces.over(&case.bytes);
        let copy = copy.bytes(0..copy.len(), u64::MAX).expect("the copy");
        let again = clean(case.file, &copy, &plan, &Options::default());
        if !again.is_ok_and(|again| again.pieces.is_all_of(&copy)) {
            wrong.push(format!("{}: once more", case.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(met > 9, "{met}");
}

/// Pictures that nobody sees go, wherever they are, and the one that is seen stays.
#[test]
fn pictures_that_nobody_sees_can_go() {
    let all = lakmoes_tests::cases::all();
    let case = all.iter().find(|case| case.name == "pdf/pictures-unseen").expect("it");
    let plan = removing(&["hidden-picture"]);
    let cleaned = clean(case.file, &case.bytes, &plan, &Options::default()).expect("a copy");
    let left = |kind: &str| cleaned.report.findings.iter().any(|one| one.kind.id == kind);
    assert!(!left("hidden-picture"));
    let copy = cleaned.pieces.over(&case.bytes);
    let copy = copy.bytes(0..copy.len(), u64::MAX).expect("the copy");
    let samples = |bytes: &[u8]| String::from_utf8_lossy(bytes).matches("00ffffff").count();
    assert!(samples(&case.bytes) > 9 * samples(&copy) / 2 && samples(&copy) > 0);
    let again = clean(case.file, &copy, &plan, &Options::default()).expect("a copy");
    assert!(again.pieces.is_all_of(&copy));
}
