//! Documents for the tests, made by our own code: all data in them is invented.
//!
//! Each format has at least one with everything, one clean, one damaged and one hostile.
//! `cargo run -p lakmoes-tests -- FOLDER` writes them, to be tried by hand.

mod compound;
mod image;
mod odf;
mod ooxml;
mod pdf;
mod plain;
pub mod redact;
mod svg;
mod tiff;

/// A document, and the name of its file.
pub struct Case {
    /// Its name, such as `docx/everything`: also the place of its golden report.
    pub name: &'static str,
    /// The name of its file.
    pub file: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Case {
    /// A case.
    pub fn new(name: &'static str, file: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name, file, bytes: bytes.into() }
    }
}

/// A case may have no copy, but only a damaged one may have one that holds what it should not.
///
/// # Panics
/// Where it is another.
pub fn may_have_no_copy(name: &str, error: &lakmoes::Error) {
    assert!(error.code() != "not-clean" || name.ends_with("/damaged"), "{name}: {error}");
}

/// All cases.
pub fn all() -> Vec<Case> {
    [
        compound::cases(),
        image::cases(),
        odf::cases(),
        ooxml::cases(),
        pdf::cases(),
        plain::cases(),
        redact::cases(),
        svg::cases(),
        tiff::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
