//! `lakmoes clean`: writes clean copies, each proven before it is put in its place.

use std::collections::BTreeSet;
use std::fs;
use std::io;

use lakmoes::{Show, kind};
use serde_json::json;

use crate::answer::{Answer, Stop};
use crate::arguments::Clean;
use crate::check::body;
use crate::crew::Crew;
use crate::report::{Change, Changes, Report};
use crate::terminal::{line, plain};
use crate::words::Words;
use crate::{Outcome, copy};

/// How many values of a sort are told; `--json` tells all.
const VALUES: usize = 20;

/// Cleans the documents, in their order.
pub fn run(clean: &Clean) -> Outcome {
    let words = Words(clean.common.language());
    if let Err(error) = fs::create_dir_all(&clean.output) {
        let why = words.stop(&Stop::Unwritten(error.to_string()));
        eprintln!("{}: {why}", plain(&clean.output.to_string_lossy()));
        return Outcome::Failed;
    }
    let mut names = BTreeSet::new();
    let files: Vec<(String, Option<Refusal>)> = clean
        .common
        .files
        .iter()
        .map(|path| {
            let name = copy::name(path);
            let refusal = if !names.insert(name.clone()) {
                Some(Refusal::of("same-name"))
            } else {
                let stands = || clean.output.join(&name).symlink_metadata().is_ok();
                (!clean.rename && stands()).then(|| Refusal::of("exists"))
            };
            (name, refusal)
        })
        .collect();
    let open = files.iter().enumerate().filter(|(_, (_, refusal))| refusal.is_none());
    let numbers: Vec<usize> = open.map(|(number, _)| number).collect();
    let mut crew = Crew::start(&numbers, &clean.common);
    let mut worst = Outcome::Clear;
    for (number, (name, refusal)) in files.into_iter().enumerate() {
        let done = match refusal {
            Some(refusal) => Done::None(refusal),
            None => place(clean, number, crew.next()),
        };
        worst = worst.max(done.outcome());
        if clean.common.json {
            line(&done.json(&name, clean.common.show()));
            if let Done::None(refusal) = &done {
                eprintln!("{}: {}", plain(&name), refusal.words(words));
            }
        } else {
            if number > 0 {
                line("");
            }
            line(&plain(&name));
            done.tell(words, clean);
        }
    }
    worst
}

/// Puts the copy that was written in its place, if there is one.
fn place(clean: &Clean, number: usize, answer: Answer) -> Done {
    let unfinished = copy::unfinished(&clean.output, number);
    let done = match answer {
        Answer::Cleaned { name, report, changes } => {
            match copy::place(&unfinished, &clean.output.join(&name)) {
                Ok(()) => Done::Copy { name, report, changes },
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    Done::None(Refusal::of("exists"))
                }
                Err(error) => Done::None(Refusal::stopped(Stop::Unwritten(error.to_string()))),
            }
        }
        Answer::Refused { code, kinds, part, reason } => {
            Done::None(Refusal { code, kinds, part, reason, stop: None })
        }
        Answer::Stopped(stop) => Done::None(Refusal::stopped(stop)),
        Answer::Checked { .. } => Done::None(Refusal::stopped(Stop::Died)),
    };
    // What is not a copy does not stay: it may be half of one.
    let _ = fs::remove_file(unfinished);
    done
}

/// What became of one document.
enum Done {
    Copy { name: String, report: String, changes: String },
    None(Refusal),
}

/// Why there is no copy.
struct Refusal {
    code: String,
    kinds: Vec<String>,
    part: String,
    reason: String,
    stop: Option<Stop>,
}

impl Refusal {
    fn of(code: &str) -> Self {
        let (kinds, part, reason) = (Vec::new(), String::new(), String::new());
        Self { code: code.to_owned(), kinds, part, reason, stop: None }
    }

    fn stopped(stop: Stop) -> Self {
        Self { stop: Some(stop), ..Self::of("stopped") }
    }

    fn words(&self, words: Words) -> String {
        match &self.stop {
            Some(stop) => words.stop(stop),
            None if self.reason.is_empty() => words.refusal(&self.code).to_owned(),
            None => words.unread_copy(&self.reason),
        }
    }
}

impl Done {
    fn outcome(&self) -> Outcome {
        match self {
            Done::Copy { report, .. } => serde_json::from_str(report)
                .map_or(Outcome::Failed, |report: Report| report.outcome().min(Outcome::Findings)),
            Done::None(_) => Outcome::Failed,
        }
    }

    /// One line: the report and the changes stand in it as the core wrote them.
    fn json(&self, name: &str, show: Show) -> String {
        let told = |name: &str| match show {
            Show::Masked => json!(lakmoes::finding::mask_hits(name)),
            Show::Revealed => json!(name),
        };
        let name = told(name);
        match self {
            Done::Copy { name: copy, report, changes } => format!(
                r#"{{"name":{name},"copy":{},"report":{report},"changes":{changes},"failure":null}}"#,
                told(copy)
            ),
            Done::None(refusal) => {
                let failure = json!({
                    "code": refusal.code, "kinds": refusal.kinds, "part": refusal.part,
                    "reason": refusal.reason,
                });
                format!(
                    r#"{{"name":{name},"copy":null,"report":null,"changes":null,"failure":{failure}}}"#
                )
            }
        }
    }

    fn tell(&self, words: Words, clean: &Clean) {
        match self {
            Done::Copy { name, report, changes } => {
                let path = clean.output.join(name);
                line(&words.written(&plain(&path.to_string_lossy())));
                if let Ok(changes) = serde_json::from_str::<Changes>(changes) {
                    list(words.removed(), &changes.removed, words);
                    list(words.neutral(), &changes.neutral, words);
                    list(words.kept(), &changes.kept, words);
                    for name in &changes.unset {
                        line(&format!("  {}", words.unset(name)));
                    }
                }
                if let Ok(report) = serde_json::from_str::<Report>(report) {
                    for title in left(&report, &clean.remove, words) {
                        line(&format!("  {}", words.left(title)));
                    }
                    line(&words.copy_verdict(&report));
                    body(&report, words);
                }
            }
            Done::None(refusal) => {
                line(&refusal.words(words));
                for id in &refusal.kinds {
                    if let Some(kind) = kind::find(id) {
                        line(&format!("    {}", words.kind(kind).title));
                    }
                }
                if !refusal.part.is_empty() {
                    line(&format!("    {}", plain(&refusal.part)));
                }
            }
        }
    }
}

/// The kinds of which all was to go, by their titles, and of which the copy still has something.
fn left(report: &Report, asked: &[String], words: Words) -> Vec<&'static str> {
    let kinds = asked.iter().filter_map(|id| kind::find(id));
    let stays = |id: &str| report.findings.iter().any(|finding| finding.kind == id);
    kinds.filter(|kind| stays(kind.id)).map(|kind| words.kind(kind).title).collect()
}

fn list(heading: &str, changes: &[Change], words: Words) {
    if changes.is_empty() {
        return;
    }
    line(&format!("  {heading} ({})", changes.len()));
    for change in changes.iter().take(VALUES) {
        let title = kind::find(&change.kind).map_or("", |kind| words.kind(kind).title);
        let now = match change.now.as_deref() {
            None | Some("") => String::new(),
            Some(now) => format!(" → {}", plain(now)),
        };
        let shown = if change.shown { format!("; {}", words.shown()) } else { String::new() };
        let count = words.places(change.count);
        line(&format!("    {title}: {}{count}{now}{shown}", plain(&change.excerpt)));
    }
    if changes.len() > VALUES {
        line(&format!("    {}", words.more(changes.len() - VALUES)));
    }
}
