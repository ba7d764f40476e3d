//! Scores the core on labelled documents: `cargo personal score FOLDER…`.
//!
//! `cargo personal train` makes the model for names anew, `cargo personal cross` tells how well it
//! does on documents that it was not made from.
//!
//! It prints recall, precision and what leaked for each kind, and with `--wrong` what went wrong.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, io};

use lakmoes_tests::personal::train::{self, Names, Trial};
use lakmoes_tests::personal::{Labelled, Score};

const USAGE: &str = "cargo personal score [--wrong] FOLDER… | train | cross";
/// In how many parts the documents are cut: each is judged by a model made from the others.
const FOLDS: usize = 5;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let done = match arguments.next().as_deref() {
        Some("score") => score(arguments.collect()),
        Some("train") => make(),
        Some("cross") => cross(),
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

fn documents() -> io::Result<Vec<Labelled>> {
    Labelled::folder(&lakmoes_tests::root().join("tests/bench/personal-data/train"))
}

fn make() -> io::Result<()> {
    let documents = documents()?;
    // A fold that is left out, to see how the whole does on it.
    let left = env::args().nth(2).and_then(|fold| fold.parse::<usize>().ok());
    let documents = documents.iter().enumerate();
    let documents: Vec<_> = documents
        .filter(|(number, _)| left.is_none_or(|left| number % FOLDS != left))
        .map(|(_, document)| document)
        .collect();
    let model = train::train(&documents, &Names::read()?);
    std::fs::write(lakmoes_tests::root().join("crate/core/src/detect/data/names.model"), model)
}

fn cross() -> io::Result<()> {
    let (documents, names) = (documents()?, Names::read()?);
    let mut trial = Trial::default();
    for fold in 0..FOLDS {
        let of = |inside: bool| -> Vec<&Labelled> {
            let all = documents.iter().enumerate();
            all.filter(|(number, _)| (number % FOLDS == fold) == inside).map(|(_, d)| d).collect()
        };
        let model = train::train(&of(false), &names);
        of(true).into_iter().for_each(|document| trial.add(document, &model));
    }
    for (what, [all, said, right]) in [("words", trial.words), ("names", trial.names)] {
        let share = |whole: usize| right * 1000 / whole.max(1);
        println!(
            "{what}: {all}, recall {} and precision {} in a thousand",
            share(all),
            share(said)
        );
    }
    for (sum, (count, names)) in trial.sums {
        println!("{:>6}: {count:>6} words, {names:>6} in names", sum * 50);
    }
    Ok(())
}
