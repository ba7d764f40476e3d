//! Checks documents for metadata, hidden content and personal data, and makes a cleaned copy.
//!
//! Bytes in, report or copy out: no file, clock, thread or environment.
#![cfg_attr(
    not(test),
    warn(
        clippy::arithmetic_side_effects,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unwrap_used
    )
)]

use std::rc::Rc;

mod budget;
mod changes;
mod clean;
pub mod detect;
mod encodings;
mod error;
pub mod finding;
mod format;
mod imprint;
mod json;
pub mod kind;
mod limits;
mod order;
mod plan;
mod policy;
mod report;
mod search;
mod seen;
pub mod source;
mod syntax;
mod visit;

pub use changes::{Change, Changes};
pub use clean::{Cleaned, clean};
pub use error::{Error, NotClean};
pub use finding::{Certainty, Excerpt, Finding, Gap, Location, Reason, Standing, Step};
pub use imprint::Imprint;
pub use limits::Limits;
pub use plan::{Act, Choice, Plan, Target};
pub use policy::{Policy, PolicyError};
pub use report::{Coverage, Report, Show, Verdict, digest};
pub use source::{Piece, Pieces, Source, Unread};
pub use visit::Remedy;

/// The version of this core, as reports name it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How a document is checked.
#[derive(Clone, Default)]
pub struct Options {
    /// What counts for the verdict.
    pub policy: Policy,
    /// What the check may cost.
    pub limits: Limits,
    /// What opens an encrypted document.
    pub password: Option<String>,
    /// The date of today as the host knows it, such as `2026-12-31`: what a policy allows until
    /// some day is compared with it.
    pub today: Option<String>,
    /// Who wants to know how far it is.
    pub watch: Option<Rc<dyn Watch>>,
}

/// Wants to know how far a check is.
pub trait Watch {
    /// Is told now and then.
    fn progress(&self, progress: Progress);
}

/// How far a check is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Progress {
    /// What is counted: `part` or `page`.
    pub unit: &'static str,
    /// How many are done.
    pub done: u64,
    /// How many there are.
    pub total: u64,
}

/// Checks a document. What cannot be read is in the report, so this never fails.
pub fn inspect(name: &str, source: &dyn Source, options: &Options) -> Report {
    let (seen, _) = visit::Visit::run(source, options, visit::Run::Read);
    Report::of(name, source, &seen, options)
}

/// All kinds with their words and subjects, on one line of JSON.
pub fn catalogue_json() -> String {
    let subjects: Vec<_> = kind::subjects()
        .into_iter()
        .map(|subject| {
            serde_json::json!({
                "id": subject.id, "personal": subject.personal, "nl": subject.nl, "en": subject.en,
            })
        })
        .collect();
    let kinds: Vec<_> = kind::all()
        .map(|kind| {
            serde_json::json!({
                "id": kind.id, "severity": kind.severity, "subject": kind.subject.id,
                "nl": kind.nl, "en": kind.en,
            })
        })
        .collect();
    serde_json::json!({ "subjects": subjects, "kinds": kinds }).to_string()
}
