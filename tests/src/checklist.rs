//! What a document can hold, row by row, and the cases that prove where each thing ends.
//!
//! A line of `checklist/office.tsv` or `checklist/pdf.tsv` is one piece of evidence. Its columns: the row, what it is, the
//! case, the kind (or `gap`, `nothing` or `open`), the remedy (or the reason of the gap), a part of the
//! place, a part of the value, and what of it stands in the bytes where that is not the value. A
//! hyphen stands for nothing in particular.
//!
//! What is removed or made neutral stands in the part before and not after; what a person decides
//! about goes when that is asked; what is told as `nothing` stands there, tells nothing about
//! anyone, and is kept. `open` is what stands there, may tell, and is not looked for.

use std::collections::BTreeMap;
use std::fmt::Write;

use lakmoes::{
    Act, Choice, Finding, Location, Options, Plan, Report, Source, Step, Target, clean, inspect,
};

use miniz_oxide::inflate::decompress_to_vec_zlib;

use crate::cases::{self, Case, redact};
use crate::zip::entries;

/// The lines about a sort of documents.
struct Sheet {
    lines: &'static str,
    /// The rows that must be there: a letter, and how many it has.
    rows: &'static [(&'static str, usize)],
    heading: &'static str,
}

const SHEETS: [Sheet; 2] = [
    Sheet {
        lines: include_str!("checklist/office.tsv"),
        rows: &[("C", 36), ("W", 24), ("X", 23), ("P", 15), ("O", 30), ("Z", 18)],
        heading: "\n## What an Office document can hold\n\n\
            Row by row, from `tests/src/checklist/office.tsv`. C: all of Office Open XML, W: Word, X: Excel,\n\
            P: PowerPoint, O: OpenDocument, Z: the archive around them.\n\n",
    },
    Sheet {
        lines: include_str!("checklist/pdf.tsv"),
        rows: &[("", 55), ("B", 34)],
        heading: "\n## What a PDF can hold\n\n\
            Row by row, from `tests/src/checklist/pdf.tsv`. B: what is made so that a checker passes it over.\n\n",
    },
];

/// A piece of evidence.
struct Line {
    row: &'static str,
    what: &'static str,
    case: &'static str,
    kind: &'static str,
    remedy: &'static str,
    place: &'static str,
    value: &'static str,
    bytes: &'static str,
}

impl Line {
    fn of(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t').map(|column| if column == "-" { "" } else { column });
        let mut next = || columns.next();
        let [row, what, case, kind, remedy, place, value] =
            [next()?, next()?, next()?, next()?, next()?, next()?, next()?];
        Some(Self { row, what, case, kind, remedy, place, value, bytes: next().unwrap_or(value) })
    }

    /// Where in a report it stands, if it does.
    fn found(&self, report: &Report) -> Option<Location> {
        if self.kind == "gap" {
            let mut gaps = report.gaps.iter();
            let gap = gaps.find(|gap| {
                word(serde_json::to_value(gap.reason)) == self.remedy
                    && spelled(&gap.location).contains(self.place)
            });
            return gap.map(|gap| gap.location.clone());
        }
        let of_kind = |finding: &&Finding| {
            finding.kind.id == self.kind && finding.excerpt.reveal().contains(self.value)
        };
        let places = report.findings.iter().filter(of_kind).flat_map(|finding| &finding.places);
        let mut places =
            places.filter(|place| word(serde_json::to_value(place.remedy)) == self.remedy);
        let place = places.find(|place| spelled(&place.location).contains(self.place));
        place.map(|place| place.location.clone())
    }

    /// What is wrong with it; nothing if it proves what it says.
    fn fault(&self, seen: &mut Seen) -> Option<String> {
        if matches!(self.kind, "nothing" | "open") {
            return self.fault_of_nothing(seen);
        }
        let Some(location) = self.found(&seen.report) else { return Some("is not found".into()) };
        let plan = match self.remedy {
            _ if self.kind == "gap" => return None,
            "drop" | "neutral" => removal(&seen.shells()),
            "ask" => removal(&[self.kind]),
            _ => return None,
        };
        let (report, bytes) = match seen.copy(&plan) {
            Ok(copy) => copy,
            Err(fault) => return Some(fault),
        };
        if !self.value.is_empty() && self.found(&report).is_some() {
            return Some("is found in the copy".into());
        }
        if self.bytes.is_empty() {
            return None;
        }
        let part = location.iter().find_map(|step| match step {
            Step::Part(name) => Some(name.as_ref()),
            _ => None,
        });
        if !text(&seen.case.bytes, part).contains(self.bytes) {
            return Some(format!("does not stand in {part:?}"));
        }
        text(&bytes, part).contains(self.bytes).then(|| format!("is left in {part:?}"))
    }

    /// What tells nothing is there, is not told, and no gap.
    fn fault_of_nothing(&self, seen: &Seen) -> Option<String> {
        if !text(&seen.case.bytes, Some(self.place)).contains(self.bytes) {
            return Some("does not stand there".into());
        }
        let told = seen.report.findings.iter().any(|finding| {
            let here = |location: &Location| spelled(location).contains(self.place);
            finding.places.iter().any(|place| here(&place.location))
                && finding.excerpt.reveal().contains(self.value)
        });
        let gaps = seen.report.gaps.iter();
        let gap = gaps.map(|gap| spelled(&gap.location)).any(|place| place.contains(self.place));
        (told || gap).then(|| "is told".into())
    }

    /// Where it ends, in a word.
    fn end(&self) -> String {
        match self.kind {
            "gap" => format!("*not checked*: {}", self.remedy),
            "nothing" => "*kept*: tells nothing about anyone".to_owned(),
            "open" => "*not looked for*".to_owned(),
            kind => format!("*{}* `{kind}`", self.remedy),
        }
    }
}

/// A case with its report, and the copies that were made of it.
struct Seen {
    case: Case,
    report: Report,
    copies: BTreeMap<String, Result<(Report, Vec<u8>), String>>,
}

impl Seen {
    fn of(case: Case) -> Self {
        let report = inspect(case.file, &case.bytes, &Options::default());
        Self { case, report, copies: BTreeMap::new() }
    }

    /// What has to go before there is any copy.
    fn shells(&self) -> Vec<&'static str> {
        let kinds = self.report.findings.iter().map(|finding| finding.kind.id);
        kinds.filter(|kind| matches!(*kind, "encryption" | "signature")).collect()
    }

    fn copy(&mut self, plan: &Plan) -> Result<(Report, Vec<u8>), String> {
        let case = &self.case;
        let make = || {
            let cleaned = clean(case.file, &case.bytes, plan, &Options::default())
                .map_err(|error| format!("has no copy: {error}"))?;
            let copy = cleaned.pieces.over(&case.bytes);
            let bytes = copy.bytes(0..copy.len(), u64::MAX).map_err(|_| "has no bytes")?;
            Ok((cleaned.report, bytes))
        };
        self.copies.entry(format!("{:?}", plan.choices)).or_insert_with(make).clone()
    }
}

/// Proves each line, and writes the tables of them.
///
/// # Panics
/// With all lines that prove nothing, and the rows that have none.
pub fn tables() -> String {
    SHEETS.iter().map(table).collect()
}

fn table(sheet: &Sheet) -> String {
    let lines: Vec<Line> =
        sheet.lines.lines().filter(|line| !line.starts_with('#')).filter_map(Line::of).collect();
    let mut seen: BTreeMap<&str, Seen> = BTreeMap::new();
    for case in cases::all().into_iter().chain(redact::all()) {
        if lines.iter().any(|line| line.case == case.name) {
            seen.entry(case.name).or_insert_with(|| Seen::of(case));
        }
    }
    let mut faults = String::new();
    for line in &lines {
        let fault = match seen.get_mut(line.case) {
            Some(seen) => line.fault(seen),
            None => Some("is no case".to_owned()),
        };
        if let Some(fault) = fault {
            let Line { row, what, case, kind, place, value, .. } = line;
            writeln!(faults, "{row} {what}, {case}: {kind} {place} {value} {fault}").expect("text");
        }
    }
    for (letter, count) in sheet.rows {
        for row in (1..=*count).map(|number| format!("{letter}{number}")) {
            if !lines.iter().any(|line| line.row == row) {
                writeln!(faults, "{row} has no line").expect("text");
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
    let mut text =
        format!("{}| row | what | where it ends | cases |\n|---|---|---|---|\n", sheet.heading);
    for same in lines.chunk_by(|one, next| (one.row, one.what) == (next.row, next.what)) {
        let (mut ends, mut cases): (Vec<String>, Vec<&str>) = (Vec::new(), Vec::new());
        for line in same {
            let end = line.end();
            if !ends.contains(&end) {
                ends.push(end);
            }
            if !cases.contains(&line.case) {
                cases.push(line.case);
            }
        }
        let (row, what) = (same[0].row, same[0].what);
        let (ends, cases) = (ends.join(", "), cases.join(", "));
        writeln!(text, "| {row} | {what} | {ends} | {cases} |").expect("a string");
    }
    text
}

fn removal(kinds: &[&str]) -> Plan {
    let choice = |kind: &&str| Choice { target: Target::parse(kind), act: Act::Remove };
    Plan { choices: kinds.iter().map(choice).collect(), ..Plan::default() }
}

/// The steps of a location, from the outside in.
fn spelled(location: &Location) -> String {
    let steps: Vec<String> = location
        .iter()
        .map(|step| match step {
            Step::Part(name)
            | Step::Sheet(name)
            | Step::Cell(name)
            | Step::Property(name)
            | Step::Attachment(name) => name.to_string(),
            other => {
                let other = serde_json::to_string(other).expect("JSON");
                other.replace(['{', '}', '"'], "").replace(':', " ")
            }
        })
        .collect();
    steps.join(" > ")
}

fn word(value: serde_json::Result<serde_json::Value>) -> String {
    value.expect("JSON").as_str().unwrap_or_default().to_owned()
}

/// The text of a part, or of all where there is no such part.
fn text(bytes: &[u8], part: Option<&str>) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\0', "");
    match part {
        Some(part) if bytes.starts_with(b"PK") => {
            let entries = entries(bytes).into_iter();
            entries
                .filter(|(name, _)| name.starts_with(part))
                .map(|(name, bytes)| format!("{name}\n{}", text(&bytes)))
                .collect()
        }
        _ => streams(bytes).iter().fold(text(bytes), |said, stream| said + &text(stream)),
    }
}

/// What is packed in the streams of a PDF.
fn streams(bytes: &[u8]) -> Vec<Vec<u8>> {
    let starts = bytes.windows(7).enumerate().filter(|(_, word)| *word == b"stream\n");
    let packed = starts.filter_map(|(at, _)| bytes.get(at + 7..));
    packed.filter_map(|packed| decompress_to_vec_zlib(packed).ok()).collect()
}
