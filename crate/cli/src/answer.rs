//! What the process that looks at a file tells the one that prints it: a line of JSON.

use serde::{Deserialize, Serialize};

/// What became of one file.
#[derive(Debug, Deserialize, Serialize)]
pub enum Answer {
    /// It was checked. The report is as the core wrote it.
    Checked {
        /// A line of JSON.
        report: String,
    },
    /// A copy was proven, and stands beside its place under another name.
    Cleaned {
        /// What the copy is to be called.
        name: String,
        /// The report on the copy, as the core wrote it.
        report: String,
        /// What cleaning did, as the core wrote it.
        changes: String,
    },
    /// There is no copy.
    Refused {
        /// Why, in the core's word.
        code: String,
        /// The ids of the kinds that were still there.
        kinds: Vec<String>,
        /// Where the copy was not what it should be.
        part: String,
        /// Why the document could not be read, in the core's word; empty where it could.
        reason: String,
    },
    /// It was not looked at to the end.
    Stopped(Stop),
}

/// Why a file was not looked at to the end.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Stop {
    /// It changed while it was read.
    Changed,
    /// It is a folder, or anything else that is no file.
    NoFile,
    /// It is not there.
    Missing,
    /// The system does not let us read it.
    Forbidden,
    /// It cannot be read, for what the system says.
    Unread(String),
    /// The copy cannot be written, for what the system says.
    Unwritten(String),
    /// The process that looked at it ended.
    Died,
    /// It took too long.
    Late,
}
