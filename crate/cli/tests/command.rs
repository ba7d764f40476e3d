//! The command as a person runs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder of its own for each test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        fs::write(self.0.join(name), text).unwrap();
        self
    }

    fn lakmoes(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lakmoes"));
        command.args(arguments).current_dir(&self.0).env("LC_ALL", "C");
        command
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.0.join(folder)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

const LETTER: &str = "Schrijf naar janne.devries@example.nl.\n";

#[test]
fn the_worst_of_all_files_decides_how_it_ends() {
    let folder = Folder::new("worst");
    folder.file("clear.txt", "Het regent.\n").file("letter.txt", LETTER);
    let code = |files: &[&str]| folder.lakmoes(&[&["check"], files].concat()).status.code();
    assert_eq!(code(&["clear.txt"]), Some(0));
    assert_eq!(code(&["clear.txt", "letter.txt"]), Some(1));
    assert_eq!(code(&["letter.txt", "missing.txt", "clear.txt"]), Some(2));
    assert_eq!(code(&["."]), Some(2));
    assert_eq!(code(&[]), Some(2));
}

#[test]
fn each_file_has_one_line_in_the_order_of_the_arguments() {
    let folder = Folder::new("order");
    folder.file("b.txt", LETTER).file("a.txt", "Het regent.\n").file("-c.txt", LETTER);
    let output =
        folder.lakmoes(&["check", "--json", "--", "b.txt", "missing.txt", "a.txt", "-c.txt"]);
    let reports = lines(&output);
    let names: Vec<&str> = reports.iter().map(|report| report["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["b.txt", "missing.txt", "a.txt", "-c.txt"]);
    assert_eq!(reports[1]["verdict"], "unreadable");
    assert_eq!(reports[1]["gaps"][0]["reason"], "stopped");
    assert_eq!(reports[2]["verdict"], "clear");
}

#[test]
fn values_are_shown_only_when_asked_for() {
    let folder = Folder::new("masked");
    folder.file("letter.txt", LETTER);
    for more in [&[][..], &["--json"][..]] {
        let masked = said(&folder.lakmoes(&[&["check", "letter.txt"], more].concat()));
        assert!(!masked.contains("devries"), "{masked}");
        let shown = said(&folder.lakmoes(&[&["check", "--reveal", "letter.txt"], more].concat()));
        assert!(shown.contains("janne.devries@example.nl"), "{shown}");
    }
}

#[test]
fn the_language_is_that_of_the_person() {
    let folder = Folder::new("language");
    folder.file("letter.txt", LETTER);
    assert!(said(&folder.lakmoes(&["check", "letter.txt"])).contains("Personal data found."));
    let dutch = "Persoonsgegevens gevonden.";
    assert!(said(&folder.lakmoes(&["check", "--lang", "nl", "letter.txt"])).contains(dutch));
    let by_system = folder.command(&["check", "letter.txt"]).env("LC_ALL", "nl_NL.UTF-8").output();
    assert!(said(&by_system.unwrap()).contains(dutch));
}

#[test]
fn nothing_is_ever_overwritten() {
    let folder = Folder::new("overwrite");
    folder.file("letter.txt", LETTER);
    fs::create_dir_all(folder.0.join("other")).unwrap();
    folder.file("other/letter.txt", "Het regent.\n");
    let clean = ["clean", "letter.txt", "other/letter.txt", "-o", "out", "--json"];
    let output = folder.lakmoes(&clean);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(lines(&output)[0]["copy"], "letter.txt");
    assert_eq!(lines(&output)[1]["failure"]["code"], "same-name");
    assert_eq!(fs::read_to_string(folder.0.join("out/letter.txt")).unwrap(), LETTER);

    fs::write(folder.0.join("out/letter.txt"), "mine").unwrap();
    let output = folder.lakmoes(&clean);
    assert_eq!(lines(&output)[0]["failure"]["code"], "exists");
    assert_eq!(fs::read_to_string(folder.0.join("out/letter.txt")).unwrap(), "mine");
    // The folder of the document itself is no place for a copy either.
    assert_eq!(folder.lakmoes(&["clean", "letter.txt", "-o", "."]).status.code(), Some(2));
    assert_eq!(folder.names("out"), ["letter.txt"]);
}

#[test]
fn a_copy_ends_as_the_report_on_it_says() {
    let folder = Folder::new("outcome");
    folder.file("clear.txt", "Het regent.\n").file("letter.txt", LETTER);
    folder.file("broken.docx", b"PK\x03\x04");
    let code = |file: &str| folder.lakmoes(&["clean", file, "-o", "out"]).status.code();
    assert_eq!(code("clear.txt"), Some(0));
    assert_eq!(code("letter.txt"), Some(1));
    assert_eq!(code("broken.docx"), Some(2));
    assert_eq!(folder.names("out"), ["clear.txt", "letter.txt"]);
}

#[test]
fn a_name_that_tells_about_a_person_is_replaced_when_asked() {
    let folder = Folder::new("rename");
    folder.file("janne.devries@example.nl.txt", "Het regent.\n").file("weer.txt", "Het regent.\n");
    let files = ["weer.txt", "janne.devries@example.nl.txt"];
    let output = folder.lakmoes(&[&["clean", "--rename", "-o", "out"], &files[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(folder.names("out"), ["document-2.txt", "weer.txt"]);
}

#[test]
fn the_name_of_a_copy_is_shown_only_when_asked_for() {
    let folder = Folder::new("copy-name");
    let name = "janne.devries@example.nl.txt";
    folder.file(name, "Het regent.\n");
    let copy = |more: &[&str], out: &str| {
        let output = folder.lakmoes(&[&["clean", "--json", "-o", out, name], more].concat());
        lines(&output)[0]["copy"].as_str().unwrap().to_owned()
    };
    assert_eq!(copy(&["--reveal"], "shown"), name);
    assert!(!copy(&[], "masked").contains("devries"));
    assert_eq!(folder.names("masked"), [name]);
}

#[test]
fn a_name_cannot_steer_the_terminal() {
    let folder = Folder::new("terminal");
    let name = "a\u{1b}[2Jb\u{9b}c.txt";
    folder.file(name, LETTER);
    for arguments in [&["check", name][..], &["clean", name, "-o", "out"], &["check", "x\u{1b}c"]] {
        let said = said(&folder.lakmoes(arguments));
        assert!(!said.contains('\u{1b}') && !said.contains('\u{9b}'), "{said:?}");
    }
}

#[test]
fn a_policy_that_can_be_read_only_once_holds_for_all_files() {
    let folder = Folder::new("policy");
    folder.file("letter.txt", LETTER).file("other.txt", LETTER);
    let check = ["check", "--json", "--jobs", "2", "letter.txt", "other.txt", "--policy"];
    let with = |policy: &str| {
        let mut command = folder.command(&[&check[..], &["/dev/stdin"]].concat());
        let (input, output) = (std::process::Stdio::piped(), std::process::Stdio::piped());
        let mut child = command.stdin(input).stdout(output).spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), policy.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let output = with(r#"{"name":"p","version":"7","kinds":{"email":"allow"}}"#);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(lines(&output).iter().all(|report| report["policy"]["version"] == "7"));
    assert_eq!(with(r#"{"name":"p"}"#).status.code(), Some(2));
}

#[test]
fn files_that_are_looked_at_side_by_side_are_told_in_their_order() {
    let folder = Folder::new("jobs");
    let names: Vec<String> = (0..40).map(|number| format!("{number}.txt")).collect();
    for (number, name) in names.iter().enumerate() {
        folder.file(name, LETTER.repeat(1 + number % 7 * 300));
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let told = |task: &[&str], jobs: &str| {
        let output = folder.lakmoes(&[task, &["--json", "--jobs", jobs], &names[..]].concat());
        lines(&output)
    };
    let one = told(&["check"], "1");
    assert!(one.iter().map(|report| &report["name"]).eq(&names));
    assert_eq!(told(&["check"], "3"), one);
    let copies = told(&["clean", "-o", "out"], "3");
    assert!(copies.iter().map(|done| &done["copy"]).eq(&names));
    assert_eq!(folder.names("out").len(), names.len());
}

#[test]
fn a_kind_is_explained_in_the_language_that_was_asked_for() {
    let folder = Folder::new("explain");
    let told = said(&folder.lakmoes(&["explain", "bsn", "--lang", "nl"]));
    assert!(told.starts_with("Burgerservicenummer (bsn, high)"), "{told}");
    assert!(told.contains("Laat staan") && told.contains("[111222333]"), "{told}");
    let told = said(&folder.lakmoes(&["explain", "--lang", "en"]));
    assert!(told.contains("bsn") && told.contains("Citizen service number"), "{told}");
}

#[test]
fn what_cannot_go_here_is_said() {
    let folder = Folder::new("left");
    folder.file("letter.txt", LETTER);
    let clean = ["clean", "letter.txt", "-o", "out", "--lang", "en", "--remove"];
    let told = said(&folder.lakmoes(&[&clean[..], &["email"]].concat()));
    assert!(told.contains("address: cannot go here"), "{told}");
    let told = said(&folder.lakmoes(&[&clean[..], &["hidden-sheet"]].concat()));
    assert!(!told.contains("cannot go here"), "{told}");
}

#[test]
fn wrong_arguments_say_what_would_be_right() {
    let folder = Folder::new("arguments");
    folder.file("letter.txt", LETTER);
    let wrong = folder.lakmoes(&["check", "letter.txt", "--limit", "nothing=1"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(said(&wrong).contains("page_text"), "{}", said(&wrong));
    let wrong = folder.lakmoes(&["clean", "letter.txt", "-o", "out", "--remove", "nothing"]);
    assert!(said(&wrong).contains("author"), "{}", said(&wrong));
    assert!(!folder.0.join("out").exists());
}

/// What ends, or stops, the process that looks at a file.
#[cfg(target_os = "linux")]
mod ends {
    use std::io::Write;
    use std::process::Stdio;
    use std::thread;
    use std::time::{Duration, Instant};

    use super::*;

    /// The process that looks at the large file, as soon as it has it open.
    fn looking(process: u32) -> String {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(20) {
            let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten();
            let children = threads.flatten().map(|thread| thread.path().join("children"));
            let children: Vec<String> = children.flat_map(fs::read_to_string).collect();
            for child in children.iter().flat_map(|children| children.split_whitespace()) {
                let open = fs::read_dir(format!("/proc/{child}/fd")).into_iter().flatten();
                let mut open = open.flatten().filter_map(|file| fs::read_link(file.path()).ok());
                if open.any(|file| file.ends_with("large.txt")) {
                    return child.to_owned();
                }
            }
            thread::sleep(Duration::from_millis(1));
        }
        panic!("nobody looks at the file");
    }

    fn large(folder: &Folder) {
        let mut file = fs::File::create(folder.0.join("large.txt")).unwrap();
        let lines = format!("{LETTER}Bel 06-12345678, BSN 999990019.\n").repeat(2_000);
        for _ in 0..150 {
            file.write_all(lines.as_bytes()).unwrap();
        }
    }

    fn told(folder: &Folder, how: &str, arguments: &[&str]) -> Output {
        let child = folder.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let child = child.unwrap();
        Command::new("kill").args([how, &looking(child.id())]).status().unwrap();
        child.wait_with_output().unwrap()
    }

    #[test]
    fn a_file_that_ends_its_check_costs_no_other_file() {
        let folder = Folder::new("died");
        folder.file("letter.txt", LETTER);
        large(&folder);
        let output = told(&folder, "-KILL", &["check", "--json", "large.txt", "letter.txt"]);
        let reports = lines(&output);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(reports[0]["gaps"][0]["reason"], "stopped");
        assert_eq!(reports[0]["sha256"], Value::Null);
        assert_eq!(reports[1]["verdict"], "findings");
    }

    #[test]
    fn a_file_that_takes_too_long_costs_no_other_file() {
        let folder = Folder::new("late");
        folder.file("letter.txt", LETTER);
        large(&folder);
        let files = ["--timeout", "2", "--json", "large.txt", "letter.txt"];
        let output = told(&folder, "-STOP", &[&["clean", "-o", "out"], &files[..]].concat());
        let reports = lines(&output);
        assert_eq!(reports[0]["failure"]["code"], "stopped");
        assert_eq!(reports[1]["copy"], "letter.txt");
        assert_eq!(folder.names("out"), ["letter.txt"]);
    }

    #[test]
    fn a_file_that_changes_while_it_is_read_was_not_checked() {
        let folder = Folder::new("changed");
        large(&folder);
        let child = folder.command(&["check", "large.txt"]).stdout(Stdio::piped()).spawn().unwrap();
        looking(child.id());
        folder.file("large.txt", "short");
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("changed while it was read"), "{}", said(&output));
    }
}
