//! The core of Lakmoes: bytes in, report or copy out.
#![warn(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used
)]

pub mod finding;
pub mod limits;
pub mod source;

pub use finding::Reason;
