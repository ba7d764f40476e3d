//! What an organisation wants: what counts, what is allowed, and what else to look for.

mod file;
mod watch;

use std::collections::BTreeMap;
use std::fmt;

use regex_lite::Regex;

use crate::finding::{Certainty, Finding};
use crate::kind::{Severity, tips};
use crate::visit::Remedy;

pub(crate) use watch::Watchlist;

/// What an organisation wants. [`Policy::default`] is what holds without one; [`Policy::parse`]
/// reads one from JSON, as `docs/policy.schema.json` describes.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Its name in reports.
    pub name: String,
    /// Its version in reports.
    pub version: String,
    severity: Severity,
    certainty: Certainty,
    kinds: BTreeMap<String, Weight>,
    allow: Vec<Allowance>,
    names: Vec<String>,
    rules: Vec<Rule>,
}

/// How much a kind counts, whatever its severity.
#[derive(Clone, Copy, Debug, Eq, PartialEq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
enum Weight {
    /// It counts for the verdict.
    Count,
    /// It is listed, and does not count.
    List,
    /// It is allowed: shown as such, and does not count.
    Allow,
}

/// A value that may be published.
#[derive(Clone, Debug)]
struct Allowance {
    kind: Option<String>,
    what: Matcher,
    scope: Scope,
    reason: String,
    /// The last day on which it holds, as `2026-12-31`.
    until: Option<String>,
}

#[derive(Clone, Debug)]
enum Matcher {
    /// This value; capitals do not matter.
    Value(String),
    /// An e-mail address at this domain.
    Domain(String),
    /// What this expression matches as a whole.
    Pattern(Regex),
}

/// Where an allowance holds.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
enum Scope {
    /// Wherever the value stands.
    #[default]
    Everywhere,
    /// Only where all of its places are text that a reader sees or that stays on purpose.
    Text,
}

/// Something else to look for in text.
#[derive(Clone, Debug)]
struct Rule {
    name: String,
    pattern: Regex,
}

/// What is wrong with a policy. It is never half applied.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum PolicyError {
    /// It is no JSON of the right shape: an unknown field, a value of the wrong sort.
    Shape(String),
    /// It names a kind that does not exist.
    Kind(String),
    /// An expression is wrong, or too large.
    Pattern(String),
    /// A date is not written as `2026-12-31`.
    Date(String),
    /// A value or name is empty.
    Empty(&'static str),
}

impl fmt::Display for PolicyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PolicyError::Shape(message) => write!(formatter, "the policy has a fault: {message}"),
            PolicyError::Kind(kind) => write!(formatter, "no kind is called {kind}"),
            PolicyError::Pattern(name) => {
                write!(formatter, "the expression of {name} is wrong or too large")
            }
            PolicyError::Date(date) => write!(formatter, "{date} is no date such as 2026-12-31"),
            PolicyError::Empty(field) => write!(formatter, "{field} is empty"),
        }
    }
}

impl std::error::Error for PolicyError {}

impl Default for Policy {
    fn default() -> Self {
        Self {
            name: "default".to_owned(),
            version: "1".to_owned(),
            severity: Severity::Medium,
            certainty: Certainty::Likely,
            kinds: BTreeMap::new(),
            allow: Vec::new(),
            names: Vec::new(),
            rules: Vec::new(),
        }
    }
}

impl Policy {
    /// Reads a policy.
    ///
    /// # Errors
    /// Fails on an unknown field, kind or date, and on a wrong expression: nothing is ignored.
    pub fn parse(json: &str) -> Result<Self, PolicyError> {
        file::read(json)
    }

    /// Adds names to look for in every part of a document.
    #[must_use]
    pub fn with_names(mut self, names: impl IntoIterator<Item = String>) -> Self {
        self.names.extend(names.into_iter().filter(|name| !name.trim().is_empty()));
        self
    }

    /// Whether a finding keeps a document from being clear.
    pub fn counts(&self, finding: &Finding) -> bool {
        if finding.allowed.is_some() || finding.certainty < self.certainty {
            return false;
        }
        match self.kinds.get(finding.kind.id) {
            Some(weight) => *weight == Weight::Count,
            // Advice on accessibility says nothing about a person: it counts where it is named.
            None => {
                finding.kind.subject.id != tips::SUBJECT.id
                    && finding.kind.severity >= self.severity
            }
        }
    }

    /// Why a finding is allowed, where it is. `today` is a date such as `2026-12-31`; without
    /// one, an allowance that ends is over.
    pub(crate) fn allows(&self, finding: &Finding, today: Option<&str>) -> Option<String> {
        if self.kinds.get(finding.kind.id) == Some(&Weight::Allow) {
            return Some("policy".to_owned());
        }
        let holds = |allowance: &&Allowance| {
            allowance.kind.as_deref().is_none_or(|kind| kind == finding.kind.id)
                && allowance.what.matches(finding.excerpt.reveal())
                && (allowance.scope == Scope::Everywhere
                    || finding.places.iter().all(|place| place.remedy == Remedy::Keep))
                && allowance
                    .until
                    .as_deref()
                    .is_none_or(|until| today.is_some_and(|today| today <= until))
        };
        self.allow.iter().find(holds).map(|allowance| allowance.reason.clone())
    }
}

impl Matcher {
    fn matches(&self, value: &str) -> bool {
        match self {
            Matcher::Value(allowed) => value.trim().to_lowercase() == *allowed,
            Matcher::Domain(domain) => value
                .rsplit_once('@')
                .is_some_and(|(_, host)| host.trim().eq_ignore_ascii_case(domain)),
            Matcher::Pattern(pattern) => {
                pattern.find(value).is_some_and(|found| found.range() == (0..value.len()))
            }
        }
    }
}
