//! What packing and the tests need beside Rust: installed where it may be, named where it may not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::workspace::{command, has, root, run, target};

/// What has to be there: a program that shows it, and the Debian packages that bring it.
const PROGRAMS: &[(&str, &[&str])] = &[
    ("node", &["nodejs"]),
    ("npm", &["npm"]),
    ("chromium", &["chromium", "fonts-liberation"]),
    ("firefox-esr", &["firefox-esr"]),
    ("exiftool", &["libimage-exiftool-perl"]),
    ("qpdf", &["qpdf"]),
    ("pdftotext", &["poppler-utils"]),
    ("mutool", &["mupdf-tools"]),
    ("mat2", &["mat2"]),
    (
        "soffice",
        &["libreoffice-writer-nogui", "libreoffice-calc-nogui", "libreoffice-impress-nogui"],
    ),
    ("python3", &["python3"]),
];

/// Python can be there without the module that makes its environments.
const VENV: &str = "python3-venv";

/// Installs the programs that are missing. Where that is not allowed it names the command.
pub fn packages() -> Result<()> {
    let mut missing: Vec<&str> = PROGRAMS
        .iter()
        .filter(|(program, _)| !has(program))
        .flat_map(|(_, packages)| packages.iter().copied())
        .collect();
    if !has_venv() {
        missing.push(VENV);
    }
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !has("apt-get") {
        bail!("these Debian packages, or what is like them, have to be installed: {list}");
    }
    let user = command("id").arg("-u").output().context("id")?;
    if user.stdout.trim_ascii() != b"0" {
        bail!(
            "the tests need programs that only an administrator can install. Run this once:\n\
             sudo sh -c 'apt-get update && apt-get install --yes --no-install-recommends {list}'"
        );
    }
    println!("installing: {list}");
    apt(&["update"])?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(missing);
    apt(&arguments)
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut apt = command("apt-get");
    apt.arg("--quiet").args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    run(apt.stdout(Stdio::null()))
}

fn has_venv() -> bool {
    let mut python = command("python3");
    python.args(["-c", "import ensurepip, venv"]).stdout(Stdio::null()).stderr(Stdio::null());
    python.status().is_ok_and(|status| status.success())
}

/// Installs what a folder needs from npm, as its lock file says.
pub fn npm(folder: &str) -> Result<()> {
    let folder = root().join(folder);
    fresh(&folder.join("package-lock.json"), &folder.join("node_modules"), |_| {
        let mut npm = command("npm");
        npm.args(["ci", "--silent", "--no-audit", "--no-fund"]).current_dir(&folder);
        run(&mut npm)
    })
}

/// A Python with the libraries that read copies; its environment is below `target`.
pub fn python() -> Result<PathBuf> {
    let list = root().join("tests/oracle/requirements.txt");
    let home = target().join("venv");
    let python = home.join("bin/python");
    fresh(&list, &home, |home| {
        run(command("python3").args(["-m", "venv"]).arg(home))?;
        let mut pip = command(&python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]);
        run(pip.arg(&list))
    })?;
    Ok(python)
}

/// Makes a folder from a list, unless it was made from the same list before.
fn fresh(list: &Path, folder: &Path, make: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let wanted = fs::read(list).with_context(|| list.display().to_string())?;
    let stamp = folder.join(".made-from");
    if fs::read(&stamp).is_ok_and(|made| made == wanted) {
        return Ok(());
    }
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    make(folder)?;
    fs::write(&stamp, wanted).with_context(|| stamp.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_made_again_only_when_its_list_changed() {
        let home = std::env::temp_dir().join(format!("lakmoes-fresh-{}", std::process::id()));
        let (list, folder) = (home.join("list"), home.join("made"));
        fs::create_dir_all(&home).unwrap();
        let mut times = 0;
        for text in ["one", "one", "two"] {
            fs::write(&list, text).unwrap();
            fresh(&list, &folder, |folder| {
                times += 1;
                Ok(fs::create_dir_all(folder)?)
            })
            .unwrap();
        }
        assert_eq!(times, 2);
        fs::remove_dir_all(home).unwrap();
    }
}
