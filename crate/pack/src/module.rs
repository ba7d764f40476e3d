//! The core as a module for the browser: built, bound to JavaScript, and measured.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use sha2::{Digest, Sha256};
use walrus::{FunctionBuilder, FunctionId, FunctionKind};
use wasm_bindgen_cli_support::Bindgen;

use crate::recipe::Recipe;
use crate::verify::tools;
use crate::workspace::{cargo, command, has, root, run, target};

const TARGET: &str = "wasm32-unknown-unknown";

/// A module, and the script that JavaScript calls it through.
pub struct Module {
    /// The script of wasm-bindgen, for a classic script.
    pub glue: String,
    /// The module itself.
    pub wasm: Vec<u8>,
    /// What it calls of its host, without hashes.
    imports: BTreeSet<String>,
}

/// Builds the module, and binds it.
pub fn build(recipe: &Recipe) -> Result<Module> {
    add_target()?;
    let mut cargo = cargo();
    cargo.args(["build", "--quiet", "--package", &recipe.name, "--profile", &recipe.profile]);
    cargo.args(["--target", TARGET]);
    cargo.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", flags(recipe));
    run(&mut cargo)?;

    let file = format!("{}.wasm", recipe.name.replace('-', "_"));
    let built = target().join(TARGET).join(&recipe.profile).join(file);
    let wasm = fs::read(&built).with_context(|| built.display().to_string())?;
    let mut bound = Bindgen::new()
        .input_bytes(&recipe.name.replace('-', "_"), without(&wasm, &recipe.uncalled)?)
        .no_modules(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .map_err(|error| anyhow!("{}: {error:#}", built.display()))?;
    let glue = bound.js().to_owned();
    let imports = bound.wasm().imports.iter().map(|import| called(&import.name, &glue)).collect();
    let wasm = optimised(&bound.wasm_mut().emit_wasm(), &recipe.optimise)?;
    // For whoever wants to look at them.
    let folder = target().join("pack");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("glue.js"), &glue)?;
    fs::write(folder.join("module.wasm"), &wasm)?;
    Ok(Module { glue, wasm, imports })
}

impl Module {
    /// Fails where the module is too large, or calls what it may not call.
    pub fn check(&self, recipe: &Recipe) -> Result<()> {
        let (raw, brotli) = (self.wasm.len() as u64, brotli(&self.wasm)?);
        println!("module: {raw} bytes, {brotli} with brotli, {} imports", self.imports.len());
        if raw > recipe.budget.raw || brotli > recipe.budget.brotli {
            bail!(
                "the module is over its budget of {} bytes, {} with brotli",
                recipe.budget.raw,
                recipe.budget.brotli
            );
        }
        let unexpected: Vec<&String> = self.imports.difference(&recipe.imports.allow).collect();
        if !unexpected.is_empty() {
            bail!("the module calls what wasm-pack.toml does not allow: {unexpected:?}");
        }
        for gone in recipe.imports.allow.difference(&self.imports) {
            println!("note: wasm-pack.toml allows {gone}, which the module no longer calls");
        }
        Ok(())
    }
}

/// Adds the target through rustup where it is missing.
fn add_target() -> Result<()> {
    if !has("rustup") {
        return Ok(());
    }
    let listed = command("rustup").args(["target", "list", "--installed"]).output()?;
    let installed = String::from_utf8_lossy(&listed.stdout).lines().any(|line| line == TARGET);
    if installed {
        return Ok(());
    }
    run(command("rustup").args(["target", "add", TARGET]))
}

/// No path of this machine gets into the module, so that it is the same wherever it is built.
fn flags(recipe: &Recipe) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"))?;
        Some(PathBuf::from(home).join(".cargo"))
    });
    let mut flags = Vec::new();
    if let Some(home) = home {
        flags.push(format!("--remap-path-prefix={}=/cargo", home.display()));
    }
    flags.push(format!("--remap-path-prefix={}=/lakmoes", root().display()));
    flags.push(format!("-Clink-arg=-zstack-size={}", recipe.stack));
    flags.join("\x1f")
}

/// What an import calls. Where the glue names a global, that: `new FileReaderSync`, `JSON.parse`.
/// Else its own name: `readAsArrayBuffer` is a method of something that was handed in.
fn called(name: &str, glue: &str) -> String {
    let body = glue.split_once(&format!("\n{name}: function")).map_or("", |(_, body)| body);
    let body = body.split_once("\n}").map_or(body, |(body, _)| body);
    match body.split_once("const ret = ").map(|(_, value)| value) {
        Some(value) if value.trim_start_matches("new ").starts_with(char::is_uppercase) => {
            let end = value.find(['(', ';', '[', '<']).unwrap_or(value.len());
            value.get(..end).unwrap_or(value).to_owned()
        }
        _ => plain(name),
    }
}

/// The name of an import without what wasm-bindgen adds: `__wbg_getRandomValues_2a91986c1c74c93a`
/// is `getRandomValues`.
fn plain(name: &str) -> String {
    let bare = name.strip_prefix("__wbg_").unwrap_or(name);
    match bare.rsplit_once('_') {
        Some((start, hash)) if hash.len() == 16 && hash.chars().all(|c| c.is_ascii_hexdigit()) => {
            start.to_owned()
        }
        _ => bare.to_owned(),
    }
}

/// How large bytes are after brotli. What was measured before is remembered: it takes seconds.
pub fn brotli(bytes: &[u8]) -> Result<u64> {
    let folder = target().join("pack");
    let known = folder.join(format!("{}.brotli", hex(&Sha256::digest(bytes))));
    if let Some(size) = fs::read_to_string(&known).ok().and_then(|size| size.parse().ok()) {
        return Ok(size);
    }
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    writer.write_all(bytes)?;
    let size = writer.into_inner().len() as u64;
    fs::create_dir_all(&folder)?;
    fs::write(known, size.to_string())?;
    Ok(size)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A module in which functions whose names start so are a trap.
fn without(wasm: &[u8], uncalled: &[String]) -> Result<Vec<u8>> {
    let mut module = walrus::Module::from_buffer(wasm)?;
    for start in uncalled {
        let named: Vec<FunctionId> = module
            .funcs
            .iter_local()
            .filter(|(id, _)| {
                let name = module.funcs.get(*id).name.as_deref().unwrap_or_default();
                let name = format!("{:#}", rustc_demangle::demangle(name));
                name.trim_start_matches('<').starts_with(start)
            })
            .map(|(id, _)| id)
            .collect();
        if named.is_empty() {
            bail!("wasm-pack.toml: no function has a name that starts with {start}");
        }
        for id in named {
            let kind = module.types.get(module.funcs.get(id).ty());
            let (takes, gives) = (kind.params().to_vec(), kind.results().to_vec());
            let locals = takes.iter().map(|kind| module.locals.add(*kind)).collect();
            let mut body = FunctionBuilder::new(&mut module.types, &takes, &gives);
            body.func_body().unreachable();
            module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(locals));
        }
    }
    Ok(module.emit_wasm())
}

/// What wasm-opt makes of a module. It comes from npm, where it is a module itself and no program for
/// one sort of machine; `www/package-lock.json` holds the one version that was tried, by its digest.
/// Debian's breaks the module.
fn optimised(wasm: &[u8], arguments: &[String]) -> Result<Vec<u8>> {
    tools::npm("www")?;
    let program = root().join("www/node_modules/.bin/wasm-opt");
    let folder = target().join("pack");
    fs::create_dir_all(&folder)?;
    let (from, to) = (folder.join("from.wasm"), folder.join("to.wasm"));
    fs::write(&from, wasm)?;
    run(command(&program).args(arguments).arg(&from).arg("-o").arg(&to))?;
    fs::read(&to).with_context(|| to.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_is_known_by_the_global_that_it_uses() {
        let glue = "\n__wbg_new_0123456789abcdef: function() {\nconst ret = new WebSocket();\n},\
                    \n__wbg_parse_0123456789abcdef: function(a) {\nconst ret = JSON.parse(a);\n},\
                    \n__wbg_get_0123456789abcdef: function(a) {\nconst ret = a.get();\n},";
        assert_eq!(called("__wbg_new_0123456789abcdef", glue), "new WebSocket");
        assert_eq!(called("__wbg_parse_0123456789abcdef", glue), "JSON.parse");
        assert_eq!(called("__wbg_get_0123456789abcdef", glue), "get");
    }

    #[test]
    fn an_import_is_known_by_its_name_without_the_hash() {
        assert_eq!(plain("__wbg_getRandomValues_2a91986c1c74c93a"), "getRandomValues");
        assert_eq!(plain("__wbindgen_throw"), "__wbindgen_throw");
        assert_eq!(plain("__wbg_set_name_0123456789abcdef"), "set_name");
    }
}
