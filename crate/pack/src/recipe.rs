//! `wasm-pack.toml`: how the core is packed.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::workspace::root;

/// What `wasm-pack.toml` says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// The crate that becomes the module.
    #[serde(rename = "crate")]
    pub name: String,
    /// The cargo profile that it is built with.
    pub profile: String,
    /// How large its stack is, in bytes.
    pub stack: u32,
    /// How the names of functions start that nothing calls, and that stop the module if something does.
    pub uncalled: Vec<String>,
    /// The arguments of wasm-opt.
    pub optimise: Vec<String>,
    /// How large the files may be.
    pub budget: Budget,
    /// What the module may call.
    pub imports: Imports,
}

/// The most that a file may have, in bytes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// The module.
    pub raw: u64,
    /// The module, compressed with brotli.
    pub brotli: u64,
    /// The page without the core, compressed with brotli.
    pub page: u64,
    /// The single HTML file.
    pub single: u64,
}

/// What the module may call of its host.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Imports {
    /// Their names, without hashes.
    pub allow: BTreeSet<String>,
}

impl Recipe {
    /// Reads the recipe of this workspace.
    pub fn read() -> Result<Self> {
        let path = root().join("wasm-pack.toml");
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        toml::from_str(&text).context("wasm-pack.toml")
    }
}
