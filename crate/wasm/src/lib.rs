//! The core of Lakmoes for JavaScript.
