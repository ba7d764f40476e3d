//! Golden files: what was written once and read by a person, and must not change unseen.

use std::fs;
use std::path::Path;

/// Compares `text` with the file at `path` from the root; with `UPDATE=1` it writes the file.
///
/// # Panics
/// When they differ: it shows the first line that does.
pub fn check(path: &str, text: &str) {
    let file = crate::root().join(path);
    if std::env::var_os("UPDATE").is_some() {
        let parent = file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(parent).expect("the folder of a golden file");
        fs::write(&file, text).expect("a golden file");
        return;
    }
    let golden = fs::read_to_string(&file).unwrap_or_default();
    if golden != text {
        let line = golden.lines().zip(text.lines()).position(|(golden, text)| golden != text);
        let line = line.unwrap_or(golden.lines().count().min(text.lines().count()));
        panic!(
            "{path} differs from line {}:\n- {}\n+ {}\nRun UPDATE=1 cargo test -p lakmoes-tests, and read the difference.",
            line + 1,
            golden.lines().nth(line).unwrap_or("(the end)"),
            text.lines().nth(line).unwrap_or("(the end)"),
        );
    }
}
