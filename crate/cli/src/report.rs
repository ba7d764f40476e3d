//! A report as the core wrote it, read back to be put in words.

use std::collections::BTreeMap;

use lakmoes::kind::{self, Kind};
use lakmoes::{Options, Show};
use serde::Deserialize;
use serde_json::Value;

use crate::Outcome;

/// A report, as far as it is put in words.
#[derive(Deserialize)]
pub struct Report {
    pub name: String,
    pub size: u64,
    pub format: Option<String>,
    pub verdict: String,
    pub findings: Vec<Finding>,
    pub gaps: Vec<Gap>,
    pub coverage: Coverage,
}

#[derive(Deserialize)]
pub struct Finding {
    pub id: String,
    pub kind: String,
    pub severity: String,
    pub certainty: String,
    pub places: Vec<Place>,
    pub excerpt: String,
    pub count: u64,
}

#[derive(Deserialize)]
pub struct Place {
    pub location: Location,
    pub remedy: String,
}

#[derive(Deserialize)]
pub struct Gap {
    pub location: Location,
    pub reason: String,
}

#[derive(Deserialize)]
pub struct Coverage {
    pub surfaces: Vec<Surface>,
}

#[derive(Deserialize)]
pub struct Surface {
    pub location: Location,
}

/// Steps from the outside in, each an object with one member.
pub type Location = Vec<BTreeMap<String, Value>>;

/// What cleaning did.
#[derive(Deserialize)]
pub struct Changes {
    pub removed: Vec<Change>,
    pub neutral: Vec<Change>,
    pub kept: Vec<Change>,
    #[serde(default)]
    pub unset: Vec<String>,
}

#[derive(Deserialize)]
pub struct Change {
    pub kind: String,
    pub excerpt: String,
    pub now: Option<String>,
    pub count: u64,
    pub shown: bool,
}

impl Report {
    /// What the command ends with for this file.
    pub fn outcome(&self) -> Outcome {
        match self.verdict.as_str() {
            "clear" => Outcome::Clear,
            "findings" | "incomplete" => Outcome::Findings,
            _ => Outcome::Failed,
        }
    }

    /// How many findings there are that are more than advice, and how many that are advice.
    pub fn points_and_tips(&self) -> (usize, usize) {
        let is_tip = |finding: &&Finding| {
            finding.kind().is_some_and(|kind| kind.subject.id == kind::tips::SUBJECT.id)
        };
        let tips = self.findings.iter().filter(is_tip).count();
        (self.findings.len() - tips, tips)
    }

    /// Whether something counts that tells about a person.
    pub fn is_personal(&self) -> bool {
        let tells = |finding: &Finding| finding.kind().is_some_and(|kind| kind.subject.personal);
        self.findings.iter().any(|finding| finding.weighs() && tells(finding))
    }

    /// Whether something was found that is more than a point to look at.
    pub fn is_grave(&self) -> bool {
        self.findings.iter().any(Finding::weighs)
    }
}

impl Finding {
    fn weighs(&self) -> bool {
        self.severity != "low" && self.certainty != "possible"
    }

    /// Its entry in the catalogue.
    pub fn kind(&self) -> Option<&'static Kind> {
        kind::find(&self.kind)
    }
}

/// Whether the name of a file tells about a person.
pub fn name_tells(name: &str) -> bool {
    let report = lakmoes::inspect(name, &[].as_slice(), &Options::default());
    let report: Option<Report> = serde_json::from_str(&report.json(Show::Masked)).ok();
    report.is_some_and(|report| {
        report.findings.iter().any(|finding| {
            let of_name = finding.id.starts_with(&format!("{}.name", finding.kind));
            of_name && finding.kind().is_some_and(|kind| kind.subject.personal)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_of_the_core_can_be_read_back() {
        let report = lakmoes::Report::stopped("a.txt", 12, &Options::default());
        let report: Report = serde_json::from_str(&report.json(Show::Masked)).unwrap();
        assert_eq!((report.size, report.outcome()), (12, Outcome::Failed));
        assert_eq!(report.gaps[0].reason, "stopped");
    }
}
