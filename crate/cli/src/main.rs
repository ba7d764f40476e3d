//! The command lakmoes: checks documents and writes clean copies.
//!
//! Each file is looked at in a process of its own making, so that no file can end the command;
//! see [`attend`] and [`crew`].

mod answer;
mod arguments;
mod attend;
mod check;
mod clean;
mod copy;
mod crew;
mod explain;
mod file;
mod report;
mod terminal;
mod words;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use arguments::{Arguments, Common, Task};

fn main() -> ExitCode {
    let mut arguments = Arguments::parse();
    if arguments.attend {
        attend::run(arguments.task);
        return ExitCode::SUCCESS;
    }
    if let Some(Err(error)) = arguments.task.common().map(Common::read_policy) {
        Arguments::command().error(ErrorKind::ValueValidation, error).exit();
    }
    let outcome = match &arguments.task {
        Task::Check(check) => check::run(check),
        Task::Clean(clean) => clean::run(clean),
        Task::Explain(explain) => explain::run(explain),
    };
    ExitCode::from(outcome as u8)
}

/// What the command ends with: the worst of all files.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Outcome {
    /// All is clear.
    Clear = 0,
    /// Something was found, or not read.
    Findings = 1,
    /// A file could not be checked, or has no copy.
    Failed = 2,
}
