//! Which bars hide nothing, and which are no bars: each true and false sort.

use lakmoes::{Options, inspect};
use lakmoes_tests::cases::redact;

#[test]
fn bad_redactions_are_told_and_nothing_else_is_one() {
    let mut wrong = Vec::new();
    for case in redact::all() {
        let report = inspect(case.file, &case.bytes, &Options::default());
        let told = |kind: &str| report.findings.iter().any(|finding| finding.kind.id == kind);
        let wanted = (case.name.contains("bar"), case.name.ends_with("/redact"));
        if (told("bad-redaction"), told("unapplied-redaction")) != wanted {
            wrong.push(case.name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
