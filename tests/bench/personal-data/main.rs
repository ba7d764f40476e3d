//! Scores the core on labelled documents: `cargo personal score FOLDER…`.
//!
//! It prints recall, precision and what leaked for each kind, and with `--wrong` what went wrong.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, io};

use lakmoes_tests::personal::{Labelled, Score};

const USAGE: &str = "cargo personal score [--wrong] FOLDER…";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let done = match arguments.next().as_deref() {
        Some("score") => score(arguments.collect()),
        _ => Err(io::Error::other(USAGE)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn score(mut arguments: Vec<String>) -> io::Result<()> {
    let all = arguments.len();
    arguments.retain(|argument| argument != "--wrong");
    let shows = arguments.len() < all;
    for folder in arguments.iter().map(PathBuf::from) {
        let documents = Labelled::folder(&folder)?;
        let mut score = Score::default();
        documents.iter().for_each(|document| score.add(document));
        println!("## {}: {} documents\n\n{}", folder.display(), documents.len(), score.table());
        if shows {
            score.wrong.sort();
            score.wrong.iter().for_each(|line| println!("{line}"));
        }
    }
    Ok(())
}
