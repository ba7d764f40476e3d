//! `lakmoes check`: tells what documents hold.

use std::fs;
use std::path::Path;

use lakmoes::kind;

use crate::Outcome;
use crate::answer::{Answer, Stop};
use crate::arguments::{Check, Common};
use crate::copy;
use crate::crew::Crew;
use crate::report::{Finding, Report};
use crate::terminal::{line, plain};
use crate::words::Words;

/// How many values of a kind are told; `--json` tells all.
const VALUES: usize = 12;

/// Checks the documents, in their order.
pub fn run(check: &Check) -> Outcome {
    let common = &check.common;
    let words = Words(common.language());
    let numbers: Vec<usize> = (0..common.files.len()).collect();
    let mut crew = Crew::start(&numbers, common);
    let mut worst = Outcome::Clear;
    for (number, path) in common.files.iter().enumerate() {
        let (json, stop) = match crew.next() {
            Answer::Checked { report } => (report, None),
            Answer::Stopped(stop) => (stopped(path, common), Some(stop)),
            _ => (stopped(path, common), Some(Stop::Died)),
        };
        let report: Option<Report> = serde_json::from_str(&json).ok();
        worst = worst.max(report.as_ref().map_or(Outcome::Failed, Report::outcome));
        if common.json {
            line(&json);
            if let Some(stop) = &stop {
                eprintln!("{}: {}", plain(&copy::name(path)), words.stop(stop));
            }
        } else if let Some(report) = &report {
            if number > 0 {
                line("");
            }
            match stop {
                None => {
                    head(report, words);
                    line(&words.verdict(report));
                    body(report, words);
                }
                Some(stop) => {
                    line(&plain(&report.name));
                    line(&words.stop(&stop));
                }
            }
        }
    }
    worst
}

/// The report on a file that was not looked at to the end.
pub fn stopped(path: &Path, common: &Common) -> String {
    let size = fs::metadata(path).map_or(0, |metadata| metadata.len());
    let report = lakmoes::Report::stopped(&copy::name(path), size, &common.options());
    report.json(common.show())
}

fn head(report: &Report, words: Words) {
    let format = report.format.as_deref().map_or(String::new(), |format| format!(", {format}"));
    line(&format!("{}{format}, {}", plain(&report.name), size(report.size, words)));
}

/// The size of a file in a unit that suits it.
fn size(bytes: u64, words: Words) -> String {
    let units = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "kB")];
    match units.iter().find(|(unit, _)| bytes >= *unit) {
        Some((unit, name)) if bytes / unit < 10 => {
            let point = if words.0 == crate::arguments::Language::Nl { ',' } else { '.' };
            format!("{}{point}{} {name}", bytes / unit, bytes % unit * 10 / unit)
        }
        Some((unit, name)) => format!("{} {name}", bytes / unit),
        None => format!("{bytes} bytes"),
    }
}

/// What was found, by group and kind, and what was not read.
pub fn body(report: &Report, words: Words) {
    for subject in kind::subjects() {
        let of_subject =
            |finding: &&Finding| finding.kind().is_some_and(|kind| kind.subject.id == subject.id);
        let findings: Vec<&Finding> = report.findings.iter().filter(of_subject).collect();
        if findings.is_empty() {
            continue;
        }
        line(&format!("  {} ({})", words.subject(subject), findings.len()));
        for kinds in findings.chunk_by(|one, other| one.kind == other.kind) {
            of_kind(kinds, words);
        }
    }
    let surfaces = &report.coverage.surfaces;
    if report.size == 0 {
        return;
    }
    if report.gaps.is_empty() && surfaces.is_empty() {
        return;
    }
    line(&format!("  {} ({})", words.unread(), report.gaps.len() + surfaces.len()));
    for gap in report.gaps.iter().take(VALUES) {
        line(&format!("    {}: {}", words.location(&gap.location), words.reason(&gap.reason)));
    }
    for surface in surfaces.iter().take(VALUES) {
        line(&format!("    {}: {}", words.location(&surface.location), words.surface()));
    }
    let beyond = |all: usize| all.saturating_sub(VALUES);
    more(VALUES + beyond(report.gaps.len()) + beyond(surfaces.len()), words);
}

fn of_kind(findings: &[&Finding], words: Words) {
    let Some(text) =
        findings.first().and_then(|finding| finding.kind()).map(|kind| words.kind(kind))
    else {
        return;
    };
    line(&format!("    {}: {} {}", text.title, text.what, text.advice));
    for finding in findings.iter().take(VALUES) {
        let place = finding.places.first();
        if finding.excerpt.is_empty() {
            let place = place.map_or(String::new(), |place| words.location(&place.location));
            line(&format!("      {place}{}", words.places(finding.count)));
            continue;
        }
        let place = place.map_or(String::new(), |place| {
            format!("; {}; {}", words.location(&place.location), words.remedy(&place.remedy))
        });
        line(&format!(
            "      {}{}: {}{place}",
            plain(&finding.excerpt),
            words.places(finding.count),
            words.certainty(&finding.certainty)
        ));
    }
    more(findings.len(), words);
}

fn more(number: usize, words: Words) {
    if number > VALUES {
        line(&format!("      {}", words.more(number - VALUES)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::Language;

    #[test]
    fn a_size_is_told_in_a_unit_that_suits_it() {
        assert_eq!(size(900, Words(Language::Nl)), "900 bytes");
        assert_eq!(size(1536, Words(Language::Nl)), "1,5 kB");
        assert_eq!(size(84 << 10, Words(Language::En)), "84 kB");
        assert_eq!(size(u64::MAX, Words(Language::En)), "17179869183 GB");
    }
}
