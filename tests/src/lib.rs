//! Looks at Lakmoes from outside: cases made by our own code, golden files, and real files.

pub mod cases;
pub mod checklist;
pub mod compound;
pub mod corpus;
pub mod encrypt;
pub mod golden;
pub mod personal;
pub mod random;
pub mod zip;

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_path_buf()
}
