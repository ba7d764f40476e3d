//! The reports of all cases fit the schema that is published.

use std::fs;

use lakmoes::{Options, Report, Show, inspect};
use lakmoes_tests::cases;

#[test]
fn every_report_fits_the_published_schema() {
    let schema = fs::read_to_string(lakmoes_tests::root().join("docs/report.schema.json"));
    let schema = serde_json::from_str(&schema.expect("the schema")).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let mut reports = vec![Report::stopped("a.pdf", 3, &Options::default())];
    for case in cases::all() {
        reports.push(inspect(case.file, &case.bytes, &Options::default()));
    }
    for report in reports {
        for show in [Show::Masked, Show::Revealed] {
            let report = serde_json::from_str(&report.json(show)).expect("JSON");
            if let Err(error) = schema.validate(&report) {
                panic!("{error} in {report}");
            }
        }
    }
}
