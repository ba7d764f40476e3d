//! Why there is no copy.

use std::fmt;

use crate::Reason;

/// Why there is no copy.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// The document could not be read.
    Unreadable(Reason),
    /// It is signed, and nobody agreed to lose the signature.
    Signed,
    /// It is encrypted, and nobody agreed to write the copy decrypted.
    Encrypted,
    /// The copy still held something that had to go, or lost something that had to stay.
    NotClean(NotClean),
}

/// What a copy was refused for. It names kinds and parts, never a value.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct NotClean {
    /// The ids of the kinds whose values were still there.
    pub kinds: Vec<&'static str>,
    /// Where the copy first differed from what it should be.
    pub part: String,
}

impl Error {
    /// A name for programs; it never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Unreadable(_) => "unreadable",
            Error::Signed => "signed",
            Error::Encrypted => "encrypted",
            Error::NotClean(_) => "not-clean",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Unreadable(reason) => {
                write!(formatter, "the document could not be read: {reason:?}")
            }
            Error::Signed => formatter.write_str("the document is signed"),
            Error::Encrypted => formatter.write_str("the document is encrypted"),
            Error::NotClean(what) => {
                write!(formatter, "the copy was not clean: {} {}", what.kinds.join(", "), what.part)
            }
        }
    }
}

impl std::error::Error for Error {}
