//! What a report says: findings, where they stand, and gaps.

use serde::Serialize;

/// Why something was not read.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// It is encrypted.
    Encrypted,
    /// It is damaged: cut short, contradicting itself, or against the rules of its format.
    Damaged,
    /// What it is, is not known here.
    Unknown,
    /// Reading it would cost more than the limits allow.
    Limit,
    /// It is only a picture.
    Picture,
    /// The host ended the check.
    Stopped,
}
