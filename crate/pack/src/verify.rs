//! Runs all tests there are, and counts them.

mod count;
pub mod tools;

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use anyhow::{Context, Result, anyhow};

use crate::page;
use crate::serve::Server;
use crate::workspace::{self, cargo, command, root, target};
use count::Count;

/// How much is run.
#[derive(Clone, Copy, Eq, PartialEq)]
pub enum Scope {
    /// What fits before each commit: no browser and no other program.
    Quick,
    /// All, with a sample of the real files.
    Usual,
    /// All, with all real files.
    All,
}

/// Runs the tests. Tells whether all passed.
pub fn run(scope: Scope) -> Result<bool> {
    let start = Instant::now();
    let mut total = Total::new(scope)?;
    if scope != Scope::Quick {
        tools::packages()?;
    }
    tools::npm("www")?;

    total.check("format", cargo().args(["fmt", "--all", "--check"]));
    let mut clippy = cargo();
    clippy.args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    total.check("lints", &mut clippy);
    // Apart from the rest: with it, cargo would build what this program stands on once more.
    for packages in [&[][..], &["--package", "lakmoes-pack"][..]] {
        let mut tests = cargo();
        tests.args(["test", "--quiet", "--no-fail-fast"]).args(packages);
        total.counted("tests", Ok(tests));
    }
    total.check(
        "types of the page",
        command("npm").args(["run", "--silent", "check"]).current_dir(www()),
    );
    if scope != Scope::Quick && total.done("package", crate::pack()) {
        total.done("cases", cases());
        total.counted("Node", node("tests/node", 1));
        // Each of the two waits a lot: together they take little more than one.
        let others = total.beside(oracles());
        total.browsers()?;
        total.joined("other programs", others);
    }
    total.close(start)
}

fn www() -> PathBuf {
    root().join("www")
}

/// The tests of a folder, run by Node, so many files at once.
fn node(folder: &str, at_once: usize) -> Result<Command> {
    let mut node = command("node");
    node.args(["--test", "--test-reporter=spec", &format!("--test-concurrency={at_once}")]);
    node.args(tests_in(&root().join(folder))?);
    Ok(node)
}

/// Writes the cases of the tests as files.
fn cases() -> Result<()> {
    let folder = cases_folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    workspace::run(command(built("lakmoes-tests")).arg(folder))
}

fn cases_folder() -> PathBuf {
    target().join("cases")
}

/// Other programs read the copies.
fn oracles() -> Result<Command> {
    let mut python = command(tools::python()?);
    python.arg("tests/oracle/run.py");
    Ok(python)
}

/// What was counted so far.
struct Total {
    scope: Scope,
    count: Count,
    /// Tests that cannot find the real files add a character to this file.
    left_out: PathBuf,
}

impl Total {
    fn new(scope: Scope) -> Result<Self> {
        let left_out = target().join("left-out");
        fs::create_dir_all(target())?;
        fs::write(&left_out, "").with_context(|| left_out.display().to_string())?;
        Ok(Self { scope, count: Count::default(), left_out })
    }

    /// A step that is one check: it ends well, or not.
    fn check(&mut self, name: &str, command: &mut Command) {
        announce(name);
        let done = command.status().is_ok_and(|status| status.success());
        self.one(name, done);
    }

    /// A step of our own.
    fn done(&mut self, name: &str, result: Result<()>) -> bool {
        announce(name);
        if let Err(error) = &result {
            println!("{error:#}");
        }
        self.one(name, result.is_ok());
        result.is_ok()
    }

    fn one(&mut self, name: &str, done: bool) {
        if !done {
            println!("failed: {name}");
        }
        self.count.add(Count::one(done));
    }

    /// A step whose own lines say how many tests passed.
    fn counted(&mut self, name: &str, command: Result<Command>) {
        announce(name);
        let count = command.and_then(|command| self.count_of(command));
        self.add(name, count);
    }

    fn add(&mut self, name: &str, count: Result<Count>) {
        let count = count.unwrap_or_else(|error| {
            println!("{error:#}");
            Count::one(false)
        });
        if count.failed > 0 {
            println!("failed: {name}");
        }
        self.count.add(count);
    }

    /// Starts a step that runs beside others and tells nothing before it is asked.
    fn beside(&self, command: Result<Command>) -> JoinHandle<(Vec<String>, Result<Count>)> {
        let command = command.map(|command| self.told(command));
        thread::spawn(move || {
            let mut lines = Vec::new();
            let show = |line: &str| lines.push(line.to_owned());
            let count = command.and_then(|mut command| counted(&mut command, show));
            (lines, count)
        })
    }

    /// Waits for such a step, and tells what it told.
    fn joined(&mut self, name: &str, step: JoinHandle<(Vec<String>, Result<Count>)>) {
        announce(name);
        let (lines, count) =
            step.join().unwrap_or_else(|_| (Vec::new(), Err(anyhow!("{name} stopped"))));
        for line in lines {
            println!("{line}");
        }
        self.add(name, count);
    }

    fn count_of(&self, command: Command) -> Result<Count> {
        counted(&mut self.told(command), |line| println!("{line}"))
    }

    fn told(&self, mut command: Command) -> Command {
        command.env("LAKMOES_COMMAND", built("lakmoes")).env("LAKMOES_CASES", cases_folder());
        command.env("LAKMOES_LEFT_OUT", &self.left_out);
        if self.scope == Scope::All {
            command.env("LAKMOES_ALL", "1");
        }
        command
    }

    /// The tests in Chromium and Firefox, on a server of this program.
    fn browsers(&mut self) -> Result<()> {
        let server = Server::bind(page::dist(), 0)?;
        let address = server.address()?;
        thread::spawn(|| server.run());
        // A browser waits for itself half of the time.
        let tests = node("tests/browser", 2).map(|mut node| {
            node.env("LAKMOES_URL", address).env("LAKMOES_SINGLE", page::single());
            node.env("LAKMOES_DIST", page::dist());
            node
        });
        self.counted("browsers", tests);
        Ok(())
    }

    fn close(self, start: Instant) -> Result<bool> {
        let left_out = fs::read(&self.left_out)?.len();
        println!("\nin {} seconds", start.elapsed().as_secs());
        if left_out > 0 && env::var_os("CI").is_none() {
            println!("corpus not there: {left_out} checks left out");
        }
        println!("{} passed, {} failed", self.count.passed, self.count.failed);
        Ok(self.count.failed == 0 && self.count.passed > 0)
    }
}

fn announce(name: &str) {
    println!("── {name}");
}

/// A program of this workspace: cargo builds it with the tests.
fn built(name: &str) -> PathBuf {
    target().join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

fn tests_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Runs a command, shows what it prints, and counts what that says.
fn counted(command: &mut Command, mut show: impl FnMut(&str)) -> Result<Count> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{name} cannot be started"))?;
    let mut count = Count::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            show(&line);
            count.add(Count::of_line(&line));
        }
    }
    let status = child.wait()?;
    // A runner that ended badly without a word of a failed test did not get to its tests.
    if !status.success() && count.failed == 0 {
        count.add(Count::one(false));
    }
    Ok(count)
}
