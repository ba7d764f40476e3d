//! What others wrote: under which licence it comes, where its reason stands, and what of it runs in
//! the browser.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};

/// Licences that ask for no more than their text. None of them reaches what it is built into;
/// MPL-2.0 reaches its own files only.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

fn metadata(target: &str) -> Metadata {
    MetadataCommand::new()
        .manifest_path(lakmoes_tests::root().join("Cargo.toml"))
        .other_options(["--locked".to_owned(), "--filter-platform".to_owned(), target.to_owned()])
        .exec()
        .expect("cargo metadata")
}

/// The machine that the tests run on, in the words of cargo.
fn host() -> String {
    let told = Command::new("rustc").arg("-vV").output().expect("rustc").stdout;
    let told = String::from_utf8_lossy(&told).into_owned();
    told.lines().find_map(|line| line.strip_prefix("host: ")).expect("the host").to_owned()
}

/// Whether an expression such as `(MIT OR GPL-3.0) AND Zlib` can be met with what is allowed.
fn can_be_met(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    let met = any(&mut words);
    met && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words<'_>) -> bool {
    let mut met = every(words);
    while words.next_if_eq(&"OR").is_some() {
        met |= every(words);
    }
    met
}

fn every(words: &mut Words<'_>) -> bool {
    let mut met = one(words);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words);
    }
    met
}

fn one(words: &mut Words<'_>) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let met = any(words);
        return words.next_if_eq(&")").is_some() && met;
    }
    let met = words.next().is_some_and(|licence| ALLOWED.contains(&licence));
    // An exception allows more than the licence it is for.
    if words.next_if_eq(&"WITH").is_some() {
        words.next();
    }
    met
}

#[test]
fn an_expression_is_met_as_it_is_written() {
    for met in [
        "MIT",
        "MIT/Apache-2.0",
        "GPL-3.0 OR MIT",
        "(MIT OR X) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(can_be_met(met), "{met}");
    }
    for not in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR X) AND LGPL-2.1", "MIT X", "(MIT"] {
        assert!(!can_be_met(not), "{not}");
    }
}

#[test]
fn what_we_stand_on_may_be_used_by_everyone() {
    let mut odd = BTreeSet::new();
    for target in [host().as_str(), "wasm32-unknown-unknown"] {
        for package in metadata(target).packages {
            let licence = package.license.clone().unwrap_or_default();
            if !can_be_met(&licence) {
                odd.insert(format!("{} {}: {licence:?}", package.name, package.version));
            }
        }
    }
    assert!(odd.is_empty(), "{odd:#?}");
}

#[test]
fn what_we_stand_on_is_told_with_its_reason() {
    let root = lakmoes_tests::root();
    let read = |path: &str| fs::read_to_string(root.join(path)).expect(path);
    let told = read("docs/decisions/dependencies.md");
    let mut names = BTreeSet::new();
    for package in metadata(&host()).workspace_packages() {
        let others = package.dependencies.iter().filter(|dependency| dependency.path.is_none());
        names.extend(others.map(|dependency| dependency.name.clone()));
    }
    for empty in fs::read_dir(root.join("crate/absent")).expect("the empty crates") {
        names.insert(empty.expect("a folder").file_name().to_string_lossy().into_owned());
    }
    let page: serde_json::Value = serde_json::from_str(&read("www/package.json")).expect("JSON");
    let tools = page["devDependencies"].as_object().expect("what comes from npm");
    names.extend(tools.keys().cloned());
    names.retain(|name| !told.contains(&format!("`{name}`")));
    assert!(names.is_empty(), "not in docs/decisions/dependencies.md: {names:?}");
}

#[test]
fn the_list_of_what_runs_in_the_browser_is_known() {
    let metadata = metadata("wasm32-unknown-unknown");
    let names: BTreeMap<&PackageId, &str> =
        metadata.packages.iter().map(|package| (&package.id, package.name.as_str())).collect();
    let resolve = metadata.resolve.as_ref().expect("a resolved graph");
    let macros: BTreeSet<&PackageId> = metadata
        .packages
        .iter()
        .filter(|package| package.targets.iter().any(cargo_metadata::Target::is_proc_macro))
        .map(|package| &package.id)
        .collect();
    let mut next: Vec<&PackageId> =
        names.iter().filter(|(_, name)| **name == "lakmoes-wasm").map(|(id, _)| *id).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = next.pop() {
        // A macro runs when the module is built, and is not in it.
        if macros.contains(id) || !found.insert(id) {
            continue;
        }
        for node in resolve.nodes.iter().filter(|node| node.id == *id) {
            let normal = node.deps.iter().filter(|dependency| {
                dependency.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal)
            });
            next.extend(normal.map(|dependency| &dependency.pkg));
        }
    }
    let mut list: Vec<&str> = found.iter().filter_map(|id| names.get(id).copied()).collect();
    list.sort_unstable();
    list.dedup();
    let list = list.join("\n") + "\n";
    lakmoes_tests::golden::check("tests/golden/browser-crates.txt", &list);
}
