//! Makes one script of the modules of the page, for where modules cannot be loaded.
//!
//! It knows only what the modules of `www/src` keep to: imports and exports at the start of a
//! line, by name, from a relative path, and no cycle. Anything else fails here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use regex::{Captures, Regex};

/// The modules of the page, in the order in which they need each other.
pub struct Bundle {
    modules: Vec<(String, String)>,
}

impl Bundle {
    /// Reads the modules that `modules.json` names, from the folder of the page. Each script below
    /// `src` but the worker's has to be named there.
    pub fn read(www: &Path) -> Result<Self> {
        let list = fs::read_to_string(www.join("modules.json")).context("www/modules.json")?;
        let paths: Vec<String> = serde_json::from_str(&list).context("www/modules.json")?;
        let mut found = BTreeSet::new();
        scripts(www, &mut vec!["src".to_owned()], &mut found)?;
        found.remove("src/worker.js");
        let listed: BTreeSet<String> = paths.iter().cloned().collect();
        if let Some(odd) = found.symmetric_difference(&listed).next() {
            bail!("{odd} is either not in www/modules.json, or only there");
        }
        let mut modules = Vec::new();
        for path in paths {
            let text = fs::read_to_string(www.join(&path)).with_context(|| path.clone())?;
            modules.push((path, text));
        }
        Ok(Self { modules })
    }

    /// All modules as one classic script.
    pub fn script(&self) -> Result<String> {
        let modules = self.wrapped(|_| true)?;
        checked(format!("'use strict';\n(() => {{\nconst modules = {{}};\n{modules}}})();\n"))
    }

    /// The modules up to and with `last` as one module that exports `names` of it.
    pub fn module(&self, last: &str, names: &str) -> Result<String> {
        let end = self.modules.iter().position(|(path, _)| path == last);
        let end = end.with_context(|| format!("{last} is not in www/modules.json"))?;
        let modules = self.wrapped(|index| index <= end)?;
        let export = format!("export const {{ {names} }} = modules['{last}'];\n");
        let script = checked(format!("const modules = {{}};\n{modules}"))?;
        Ok(script + &export)
    }

    fn wrapped(&self, wanted: impl Fn(usize) -> bool) -> Result<String> {
        let mut script = String::new();
        let mut seen = BTreeSet::new();
        for (index, (path, text)) in self.modules.iter().enumerate() {
            if wanted(index) {
                let (body, exports) = body(path, text, &seen)?;
                let exports = exports.join(", ");
                script += &format!(
                    "modules['{path}'] = (() => {{\n{body}\nreturn {{ {exports} }};\n}})();\n"
                );
                seen.insert(path.clone());
            }
        }
        Ok(script)
    }
}

/// The text of a module with its imports taken from `modules`, and the names that it exports.
fn body(path: &str, text: &str, seen: &BTreeSet<String>) -> Result<(String, Vec<String>)> {
    let mut missing = None;
    let mut resolve = |to: &str| {
        let to = resolved(path, to);
        if !seen.contains(&to) {
            missing = Some(to.clone());
        }
        to
    };
    let named = Regex::new(r"(?m)^import \{([^}]*)\} from '([^']+)';")?;
    let text = named.replace_all(text, |import: &Captures<'_>| {
        format!("const {{{}}} = modules['{}'];", &import[1], resolve(&import[2]))
    });
    let bare = Regex::new(r"(?m)^import '([^']+)';")?;
    let text = bare.replace_all(&text, |import: &Captures<'_>| {
        resolve(&import[1]);
        String::new()
    });
    let mut exports = Vec::new();
    let export =
        Regex::new(r"(?m)^export ((?:async function|function|class|const|let) ([A-Za-z0-9_$]+))")?;
    let text = export.replace_all(&text, |export: &Captures<'_>| {
        exports.push(export[2].to_owned());
        export[1].to_owned()
    });
    if let Some(missing) = missing {
        bail!("{path} imports {missing}, which does not come before it in www/modules.json");
    }
    Ok((text.into_owned(), exports))
}

/// A path relative to the module `from`, as a path from the folder of the page.
fn resolved(from: &str, to: &str) -> String {
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in to.split('/') {
        match step {
            "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn checked(script: String) -> Result<String> {
    if let Some(line) = script.lines().find(|line| {
        line.starts_with("import ") || line.starts_with("import{") || line.starts_with("export ")
    }) {
        bail!("a module has an import or export that the bundle does not know: {line}");
    }
    embeddable(&script)?;
    Ok(script)
}

/// Fails where a script would end, or hide, the element of HTML that it is put in.
pub fn embeddable(script: &str) -> Result<()> {
    let lower = script.to_ascii_lowercase();
    match ["</script", "<!--"].iter().find(|odd| lower.contains(*odd)) {
        Some(odd) => bail!("a script that goes into the single file holds {odd}"),
        None => Ok(()),
    }
}

fn scripts(www: &Path, steps: &mut Vec<String>, found: &mut BTreeSet<String>) -> Result<()> {
    let folder = www.join(steps.join("/"));
    for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        steps.push(entry.file_name().to_string_lossy().into_owned());
        if entry.file_type()?.is_dir() {
            scripts(www, steps, found)?;
        } else if entry.path().extension().is_some_and(|extension| extension == "js") {
            found.insert(steps.join("/"));
        }
        steps.pop();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(modules: &[(&str, &str)]) -> Bundle {
        let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        Bundle { modules: modules.iter().map(owned).collect() }
    }

    #[test]
    fn imports_and_exports_become_one_script() {
        let bundle = bundle(&[
            ("src/a/one.js", "export const ONE = 1;\nexport async function two() {}\n"),
            (
                "src/page.js",
                "import {\n  ONE, two,\n} from './a/one.js';\nimport './a/one.js';\ntwo(ONE);\n",
            ),
        ]);
        let script = bundle.script().unwrap();
        assert!(script.contains("const {\n  ONE, two,\n} = modules['src/a/one.js'];"), "{script}");
        assert!(script.contains("return { ONE, two };"), "{script}");
        assert!(!script.contains("import"), "{script}");
    }

    #[test]
    fn what_the_bundle_does_not_know_fails() {
        for text in [
            "import * as all from './one.js';\n",
            "export default 1;\n",
            "import { a } from './later.js';\n",
            "export const A = '</script>';\n",
        ] {
            assert!(
                bundle(&[("src/x.js", text), ("src/later.js", "")]).script().is_err(),
                "{text}"
            );
        }
    }

    #[test]
    fn the_element_is_a_module_of_its_own() {
        let bundle = bundle(&[
            ("src/element.js", "export class LakmoesCheck {}\n"),
            ("src/page.js", "nowhere();\n"),
        ]);
        let module = bundle.module("src/element.js", "LakmoesCheck").unwrap();
        assert!(module.ends_with("export const { LakmoesCheck } = modules['src/element.js'];\n"));
        assert!(!module.contains("nowhere"));
    }
}
