//! Runs what was packed, under Node: a module that was bound or optimised wrongly still looks well.

use std::process::Stdio;

use anyhow::{Context, Result};

use crate::page::dist;
use crate::workspace::{command, has, run};

/// Checks and cleans a tiny document with the packed module.
pub fn run_packed() -> Result<()> {
    if !has("node") {
        println!("note: Node is not there, so the packed module was not run");
        return Ok(());
    }
    let module = dist().join("node/lakmoes.cjs");
    let mut node = command("node");
    node.arg("--eval").arg(include_str!("trial.js")).arg(&module);
    run(node.stdout(Stdio::inherit())).context("the packed module does not work")
}
