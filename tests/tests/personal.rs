//! The model for names, and the documents that it is made from.

use lakmoes_tests::personal::Labelled;
use lakmoes_tests::personal::train::{self, Names, Trial};

fn documents() -> Vec<Labelled> {
    let folder = lakmoes_tests::root().join("tests/bench/personal-data/train");
    Labelled::folder(&folder).expect("labelled documents")
}

/// A list of names that were written down for this.
fn names(list: &str) -> Vec<String> {
    let folder = lakmoes_tests::root().join("tests/bench/personal-data/names");
    let text = std::fs::read_to_string(folder.join(list)).expect("a list");
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn the_bits_for_rare_names_are_what_the_lists_make() {
    let made = lakmoes::detect::more_names::pack(&names("first.txt"), &names("last.txt"));
    let path = lakmoes_tests::root().join("crate/core/src/detect/data/more_names.bits");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &made).expect("the bits");
    }
    assert!(std::fs::read(path).expect("the bits") == made, "UPDATE=1 makes other bits");
}

#[test]
fn the_model_is_what_its_documents_make() {
    let documents = documents();
    let made = train::train(&documents.iter().collect::<Vec<_>>(), &Names::read().expect("lists"));
    let path = lakmoes_tests::root().join("crate/core/src/detect/data/names.model");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &made).expect("the model");
    }
    let model = std::fs::read(path).expect("the model");
    assert!(model == made, "cargo personal train makes another model");
    assert!(model.starts_with(train::HEAD.as_bytes()) && train::HEAD.contains("licence"));
}

#[test]
fn the_model_does_well_on_documents_that_it_was_not_made_from() {
    let (documents, names) = (documents(), Names::read().expect("lists"));
    let (held, shown): (Vec<_>, Vec<_>) =
        documents.iter().enumerate().partition(|(number, _)| number % 5 == 1);
    let shown: Vec<_> = shown.into_iter().map(|(_, document)| document).collect();
    let model = train::train(&shown, &names);
    let mut trial = Trial::default();
    held.into_iter().for_each(|(_, document)| trial.add(document, &model));
    let [all, said, right] = trial.words;
    assert!(right * 100 >= all * 80 && right * 100 >= said * 75, "{trial:?}");
}
