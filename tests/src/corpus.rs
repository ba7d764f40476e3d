//! Real files that nobody here wrote; they stand beside the repository.

use std::fs;
use std::path::PathBuf;

use crate::random::Random;

/// How many files CI takes.
const SAMPLE: usize = 60;

/// The folder, where it is there. `LAKMOES_CORPUS` names another place for it.
///
/// # Panics
/// In CI, when the folder is missing.
pub fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("LAKMOES_CORPUS")
        .map_or_else(|| crate::root().join("../shared/corpus"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(std::env::var("CI").as_deref() != Ok("true"), "the corpus is missing: {folder:?}");
    None
}

/// Files of the corpus with one of these extensions (all, where none is given): a sample, the
/// same each time, or all with `LAKMOES_ALL=1`. Without a corpus the check is left out aloud.
pub fn files(extensions: &[&str], seed: u64) -> Vec<PathBuf> {
    let Some(folder) = folder() else {
        leave_out();
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of the corpus")
        .flatten()
        .filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            entry.path().is_dir() && (extensions.is_empty() || extensions.contains(&name.as_str()))
        })
        .flat_map(|entry| fs::read_dir(entry.path()).into_iter().flatten().flatten())
        .map(|entry| entry.path())
        .collect();
    files.sort();
    assert!(!extensions.is_empty() || !files.is_empty(), "the corpus is empty");
    if std::env::var_os("LAKMOES_ALL").is_some() {
        return files;
    }
    let mut random = Random::new(seed);
    let mut sample = Vec::new();
    while sample.len() < SAMPLE && !files.is_empty() {
        sample.push(files.swap_remove(random.below(files.len())));
    }
    sample.sort();
    sample
}

/// Says aloud that a check was left out: `cargo verify` counts them.
fn leave_out() {
    eprintln!("corpus not there: a check is left out");
    if let Some(file) = std::env::var_os("LAKMOES_LEFT_OUT") {
        let mut list = fs::read(&file).unwrap_or_default();
        list.push(b'.');
        fs::write(file, list).expect("the list of checks that were left out");
    }
}
