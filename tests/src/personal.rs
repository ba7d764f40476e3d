//! Documents in which personal data is labelled by hand, and how much of it the core finds.
//!
//! A labelled document is a text file. Its first line tells what it is: `# kind: letter | lang: nl |
//! origin: …`. In the text behind it each piece of personal data stands in brackets with the kind
//! that should find it: `[[person|Jan de Vries]]`. What only looks like it stands unmarked.

mod score;
pub mod train;

use std::ops::Range;
use std::path::Path;
use std::{fs, io};

use lakmoes::kind::{self, Kind};

pub use score::{Score, Tally};

/// A document with its labels.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// The name of its file.
    pub name: String,
    /// What it is: `letter`, say.
    pub sort: String,
    /// Its language.
    pub language: String,
    /// Its text, without labels.
    pub text: String,
    /// What is labelled, in order.
    pub labels: Vec<Label>,
}

/// A piece of personal data in a text.
#[derive(Clone, Debug)]
pub struct Label {
    /// The kind that should find it.
    pub kind: &'static Kind,
    /// The bytes it takes.
    pub range: Range<usize>,
}

/// What is wrong with a labelled document.
pub type Wrong = String;

impl Labelled {
    /// Reads a labelled document.
    pub fn parse(name: &str, content: &str) -> Result<Self, Wrong> {
        let (head, body) = content.split_once('\n').unwrap_or((content, ""));
        let head = head.strip_prefix("# ").ok_or_else(|| format!("{name}: no first line"))?;
        let value = |key: &str| {
            let fields = head.split('|').filter_map(|field| field.split_once(':'));
            let found = fields.map(|(k, v)| (k.trim(), v.trim())).find(|(k, _)| *k == key);
            found.map(|(_, value)| value.to_owned()).ok_or_else(|| format!("{name}: no {key}"))
        };
        let (mut text, mut labels) = (String::with_capacity(body.len()), Vec::new());
        let mut rest = body;
        while let Some(open) = rest.find("[[") {
            // A bracket of the text may stand right before a label.
            let open = open + usize::from(rest[open + 2..].starts_with('['));
            let (before, behind) = (&rest[..open], &rest[open + 2..]);
            text.push_str(before);
            let (label, behind) =
                behind.split_once("]]").ok_or_else(|| format!("{name}: a label does not end"))?;
            let (id, value) =
                label.split_once('|').ok_or_else(|| format!("{name}: a label without a kind"))?;
            let kind = kind::all()
                .find(|kind| kind.id == id)
                .ok_or_else(|| format!("{name}: there is no kind {id}"))?;
            labels.push(Label { kind, range: text.len()..text.len() + value.len() });
            text.push_str(value);
            rest = behind;
        }
        text.push_str(rest);
        let (sort, language) = (value("kind")?, value("lang")?);
        value("origin")?;
        Ok(Self { name: name.to_owned(), sort, language, text, labels })
    }

    /// Reads all labelled documents of a folder, in the order of their names.
    pub fn folder(folder: &Path) -> io::Result<Vec<Self>> {
        let mut paths: Vec<_> =
            fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        paths.sort();
        let read = |path: &std::path::PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Self::parse(&name, &fs::read_to_string(path)?).map_err(io::Error::other)
        };
        paths.iter().map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_taken_out_of_the_text_and_kept() {
        let document = "# kind: note | lang: nl | origin: written for this, CC0\n\
            Bel [[person|Jan]] op [[phone|06-12345678]].";
        let document = Labelled::parse("a", document).unwrap();
        assert_eq!(document.text, "Bel Jan op 06-12345678.");
        let labels = document.labels.iter();
        let labels: Vec<_> =
            labels.map(|label| (label.kind.id, &document.text[label.range.clone()])).collect();
        assert_eq!(labels, [("person", "Jan"), ("phone", "06-12345678")]);
        let bracket = "# kind: log | lang: nl | origin: b\n[[[user-name|jjansen]]]";
        assert_eq!(Labelled::parse("a", bracket).unwrap().text, "[jjansen]");
        assert!(Labelled::parse("a", "# kind: a | lang: nl | origin: b\n[[nothing|x]]").is_err());
        assert!(Labelled::parse("a", "zonder kop").is_err());
    }
}
