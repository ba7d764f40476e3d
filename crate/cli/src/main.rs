//! The command lakmoes.
fn main() {}
