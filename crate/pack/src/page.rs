//! Puts together `www/dist`: the page, its worker, the single file, and the package for Node.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine};
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

use crate::bundle::{Bundle, embeddable};
use crate::module::{self, Module};
use crate::recipe::Recipe;
use crate::workspace::root;

const WORKER: &str = "lakmoes.worker.js";
const POLICY: &str = "<!--lakmoes:policy-->";
const GLUE: &str = "/*lakmoes:glue*/";

/// The folder of what is built.
pub fn dist() -> PathBuf {
    root().join("www/dist")
}

/// The single HTML file.
pub fn single() -> PathBuf {
    dist().join("lakmoes.html")
}

/// How large what a person loads is, in bytes.
pub struct Sizes {
    page: u64,
    single: u64,
}

impl Sizes {
    /// Fails where the page or the single file is too large.
    pub fn check(&self, recipe: &Recipe) -> Result<()> {
        println!("page without core: {} with brotli; single file: {}", self.page, self.single);
        if self.page > recipe.budget.page || self.single > recipe.budget.single {
            bail!(
                "over the budget: page {}, single file {}",
                recipe.budget.page,
                recipe.budget.single
            );
        }
        Ok(())
    }
}

/// Writes `www/dist` anew.
pub fn assemble(module: &Module) -> Result<Sizes> {
    let (www, dist) = (root().join("www"), dist());
    let page = read(&www.join("index.html"))?;
    let bundle = Bundle::read(&www)?;
    let script = bundle.script()?;
    let worker = worker(&read(&www.join("src/worker.js"))?, module)?;
    let single = single_file(&page, &worker, &script)?;
    let sizes = Sizes {
        page: module::brotli(format!("{page}{script}").as_bytes())?,
        single: single.len() as u64,
    };

    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    copy(&www.join("src"), &dist.join("src"), &|text| Ok(text))?;
    copy(&www.join("examples"), &dist.join("examples"), &|text| served(&text, "'self'"))?;
    fs::remove_file(dist.join("src/worker.js"))?;
    write("index.html", served(&page, "'none'")?)?;
    write(WORKER, worker)?;
    write("lakmoes.html", single)?;
    write("lakmoes-check.js", bundle.module("src/element.js", "LakmoesCheck")?)?;
    write("node/lakmoes.cjs", filled(include_str!("node.cjs"), GLUE, &module.glue)?)?;
    write("node/lakmoes.wasm", &module.wasm)?;
    Ok(sizes)
}

/// The worker's script: the glue and the module stand in it, since it may not fetch anything.
fn worker(text: &str, module: &Module) -> Result<String> {
    let mut gzip = GzBuilder::new().write(Vec::new(), Compression::best());
    gzip.write_all(&module.wasm)?;
    let core = BASE64_STANDARD.encode(gzip.finish()?);
    let glue = module.glue.replace("</script", "<\\/script").replace("<!--", "<\\!--");
    let worker = filled(text, GLUE, &glue)?;
    embeddable(&worker)?;
    filled(&worker, "/*lakmoes:core*/", &core)
}

/// A page as it is served: its scripts are files of the same origin.
fn served(page: &str, form: &str) -> Result<String> {
    if !page.contains(POLICY) {
        return Ok(page.to_owned());
    }
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src {}; worker-src 'self'; \
         img-src data:; connect-src 'none'; form-action {form}; base-uri 'none'; \
         require-trusted-types-for 'script'; trusted-types lakmoes",
        style(page)
    );
    filled(page, POLICY, &meta(&policy))
}

/// The page with all that it needs in it, for `file://`.
fn single_file(page: &str, worker: &str, script: &str) -> Result<String> {
    let script = format!("\n{script}");
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; worker-src blob:; \
         img-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'; webrtc 'block'; \
         require-trusted-types-for 'script'; trusted-types lakmoes",
        hash(&script),
        style(page)
    );
    let page = filled(page, POLICY, &meta(&policy))?;
    let page =
        filled(&page, &format!("worker-src=\"{WORKER}\""), "worker-src=\"#lakmoes-worker\"")?;
    let scripts = format!(
        "<script type=\"text/plain\" id=\"lakmoes-worker\">{worker}</script>\n\
         <script>{script}</script>"
    );
    filled(&page, "<script type=\"module\" src=\"src/page.js\"></script>", &scripts)
}

fn meta(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// The hashes of the styles that stand in a page.
fn style(page: &str) -> String {
    let mut hashes = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once("<style>") {
        let Some((text, after)) = after.split_once("</style>") else { break };
        hashes.push(hash(text));
        rest = after;
    }
    if hashes.is_empty() { "'none'".to_owned() } else { hashes.join(" ") }
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Puts text in a place that has to be there, once.
fn filled(text: &str, place: &str, with: &str) -> Result<String> {
    match text.split_once(place) {
        Some((before, after)) if !after.contains(place) => Ok([before, with, after].concat()),
        Some(_) => bail!("{place} stands there more than once"),
        None => bail!("{place} is missing"),
    }
}

fn copy(from: &Path, to: &Path, change: &dyn Fn(String) -> Result<String>) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to, change)?;
        } else {
            fs::write(to, change(read(&entry.path())?)?)?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

fn write(name: &str, text: impl AsRef<[u8]>) -> Result<()> {
    let path = dist().join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&path, text).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_of_the_single_file_names_its_script_and_its_style() {
        let page = "<head><!--lakmoes:policy--><style>a{}</style></head>\
                    <lakmoes-check worker-src=\"lakmoes.worker.js\"></lakmoes-check>\
                    <script type=\"module\" src=\"src/page.js\"></script>";
        let file = single_file(page, "worker()", "page()").unwrap();
        assert!(file.contains(&hash("\npage()")) && file.contains("<script>\npage()</script>"));
        assert!(file.contains(&hash("a{}")) && file.contains("worker-src=\"#lakmoes-worker\""));
    }

    #[test]
    fn a_place_has_to_be_there_once() {
        assert_eq!(filled("a/*b*/c", "/*b*/", "$1").unwrap(), "a$1c");
        assert!(filled("ac", "/*b*/", "").is_err());
        assert!(filled("/*b*/ /*b*/", "/*b*/", "").is_err());
    }
}
