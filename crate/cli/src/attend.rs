//! The process that looks at files, one after the other, for the process that was started.
//!
//! It is started with the same arguments, and is sent the policy, which may be one that can be read only
//! once, and then numbers: the file to look at among them. A
//! document that ends it, by a fault, by too deep a nesting or for want of memory, costs that
//! document only; the other process starts it anew.

use std::io::{self, BufRead, Write};
use std::path::Path;
use std::sync::mpsc;
use std::{fs, panic, process, thread};

use lakmoes::Error;

use crate::answer::{Answer, Stop};
use crate::arguments::{Clean, Common, Task};
use crate::file::Document;
use crate::{copy, report};

/// Answers until nobody asks any more.
pub fn run(mut task: Task) {
    // Where it happened, and not what was at hand: that may be personal data.
    panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => eprintln!("lakmoes: stopped at {}:{}", place.file(), place.line()),
        None => eprintln!("lakmoes: stopped"),
    }));
    // When memory runs out, Linux ends this process and not another one of the user's.
    let _ = fs::write("/proc/self/oom_score_adj", "1000");

    let (ask, asked) = mpsc::channel();
    thread::spawn(move || {
        for line in io::stdin().lock().lines().map_while(Result::ok) {
            if ask.send(line).is_err() {
                return;
            }
        }
        // Whoever asked is gone: an answer has nowhere to go.
        process::exit(0);
    });
    let known =
        asked.recv().is_ok_and(|line| task.common().is_some_and(|common| common.set_policy(&line)));
    // Without the policy nothing is checked.
    for line in asked.iter().take_while(|_| known) {
        let answer = serde_json::to_string(&answer(&task, &line)).unwrap_or_default();
        let mut output = io::stdout().lock();
        if writeln!(output, "{answer}").and_then(|()| output.flush()).is_err() {
            return;
        }
    }
}

fn answer(task: &Task, line: &str) -> Answer {
    let Ok(number) = line.parse::<usize>() else { return Answer::Stopped(Stop::Died) };
    let common = match task {
        Task::Check(check) => &check.common,
        Task::Clean(clean) => &clean.common,
        Task::Explain(_) => return Answer::Stopped(Stop::Died),
    };
    let Some(path) = common.files.get(number) else { return Answer::Stopped(Stop::Died) };
    let answer = match task {
        Task::Check(check) => self::check(path, &check.common),
        Task::Clean(clean) => self::clean(path, number, clean),
        Task::Explain(_) => return Answer::Stopped(Stop::Died),
    };
    answer.unwrap_or_else(Answer::Stopped)
}

fn check(path: &Path, common: &Common) -> Result<Answer, Stop> {
    let document = Document::open(path)?;
    let report = lakmoes::inspect(&copy::name(path), &document, &common.options());
    document.unchanged()?;
    Ok(Answer::Checked { report: report.json(common.show()) })
}

fn clean(path: &Path, number: usize, clean: &Clean) -> Result<Answer, Stop> {
    let document = Document::open(path)?;
    let name = copy::name(path);
    let name = if clean.rename && report::name_tells(&name) {
        copy::plain_name(&name, number)
    } else {
        name
    };
    let cleaned = lakmoes::clean(&name, &document, &clean.plan(), &clean.common.options());
    document.unchanged()?;
    let cleaned = match cleaned {
        Ok(cleaned) => cleaned,
        Err(error) => return Ok(refused(&error)),
    };
    copy::write(&cleaned, &document, &copy::unfinished(&clean.output, number))?;
    document.unchanged()?;
    Ok(Answer::Cleaned {
        name,
        report: cleaned.report.json(clean.common.show()),
        changes: cleaned.changes.json(clean.common.show()),
    })
}

fn refused(error: &Error) -> Answer {
    let (mut kinds, mut part, mut reason) = (Vec::new(), String::new(), String::new());
    match error {
        Error::NotClean(what) => {
            kinds = what.kinds.iter().map(|kind| (*kind).to_owned()).collect();
            part.clone_from(&what.part);
        }
        Error::Unreadable(why) => {
            let why = serde_json::to_value(why).unwrap_or_default();
            reason = why.as_str().unwrap_or_default().to_owned();
        }
        _ => {}
    }
    Answer::Refused { code: error.code().to_owned(), kinds, part, reason }
}
