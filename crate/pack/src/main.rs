//! Packs the browser package.
fn main() {}
