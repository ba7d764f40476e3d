//! What an organisation wants: what counts, and what is allowed.

use crate::finding::{Certainty, Finding};
use crate::kind::Severity;

/// Which findings count for the verdict.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Policy {
    /// Its name in reports.
    pub name: String,
    /// Its version in reports.
    pub version: String,
    /// The least severity that counts.
    pub severity: Severity,
    /// The least certainty that counts.
    pub certainty: Certainty,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            name: "default".to_owned(),
            version: "1".to_owned(),
            severity: Severity::Medium,
            certainty: Certainty::Likely,
        }
    }
}

impl Policy {
    /// Whether a finding keeps a document from being clear.
    pub fn counts(&self, finding: &Finding) -> bool {
        finding.allowed.is_none()
            && finding.kind.severity >= self.severity
            && finding.certainty >= self.certainty
    }
}
