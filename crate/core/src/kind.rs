//! The catalogue: every sort of thing that is found, with its words in Dutch and English.

use std::fmt;

use serde::Serialize;

pub mod access;
pub mod hidden;
pub mod history;
pub mod inside;
pub mod people;
pub mod personal;
pub mod place;
pub mod redaction;
pub mod software;
pub mod time;
pub mod tips;

/// A sort of finding.
pub struct Kind {
    /// Its name in reports; it never changes.
    pub id: &'static str,
    /// How much harm it does.
    pub severity: Severity,
    /// What it is about.
    pub subject: &'static Subject,
    /// Its words in Dutch, level B1.
    pub nl: Text,
    /// Its words in English.
    pub en: Text,
    /// What a reader of the manual should know besides.
    pub notes: &'static str,
    /// The file that declares it.
    pub source: &'static str,
    /// What stands in place of a value that is made neutral.
    pub neutral: Neutral,
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Kind {}

impl fmt::Debug for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id)
    }
}

/// How much harm a kind of finding does.
#[derive(
    Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Low,
    /// Tells about a person, or how a document came about.
    Medium,
    /// Can harm a person.
    High,
}

/// What kinds are about: the groups of a report.
pub struct Subject {
    /// Its name.
    pub id: &'static str,
    /// Whether it tells about people.
    pub personal: bool,
    /// Its heading in Dutch.
    pub nl: &'static str,
    /// Its heading in English.
    pub en: &'static str,
}

/// What a person reads about a kind, in one language.
#[derive(Serialize)]
pub struct Text {
    /// What it is called.
    pub title: &'static str,
    /// What is seen.
    pub what: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// What the person can do.
    pub advice: &'static str,
}

/// What a value becomes that has to stay but may tell nothing. It depends on no language.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Neutral {
    /// Nothing.
    Empty,
    /// The same word for all.
    Word(&'static str),
    /// A word and a number, one for each different value: `Author 1`.
    Numbered(&'static str),
}

impl Neutral {
    /// The one that a kind names; nothing stands in place of values where it names none.
    pub(crate) const fn given(named: &[Self]) -> Self {
        match named {
            [named, ..] => *named,
            [] => Neutral::Empty,
        }
    }

    /// Whether a value is what this makes of values.
    pub fn is(self, value: &str) -> bool {
        match self {
            Neutral::Empty => value.is_empty(),
            Neutral::Word(word) => value == word,
            Neutral::Numbered(word) => {
                value.strip_prefix(word).and_then(|rest| rest.strip_prefix(' ')).is_some_and(
                    |number| number.parse::<u32>().is_ok_and(|_| !number.starts_with('+')),
                )
            }
        }
    }
}

/// Declares the kinds of a file. The comment above each is its note in the manual.
macro_rules! kinds {
    ($subject:expr; $($(#[doc = $notes:literal])* $name:ident = $id:literal, $severity:ident
        $(, neutral: $neutral:expr)? ; {
        nl: $nl:tt,
        en: $en:tt $(,)?
    })+) => {
        $(
            $(#[doc = $notes])*
            pub static $name: $crate::kind::Kind = $crate::kind::Kind {
                id: $id,
                severity: $crate::kind::Severity::$severity,
                subject: &$subject,
                nl: $crate::kind::text! $nl,
                en: $crate::kind::text! $en,
                notes: concat!($($notes, "\n",)*),
                source: file!(),
                neutral: $crate::kind::Neutral::given(&[$($neutral)?]),
            };
        )+
        /// All kinds of this file, in the order of the manual.
        pub static KINDS: &[&$crate::kind::Kind] = &[$(&$name),+];
    };
}
pub(crate) use kinds;

/// The words of a kind in one language.
macro_rules! text {
    { title: $title:literal, what: $what:literal, why: $why:literal, advice: $advice:literal $(,)? } => {
        $crate::kind::Text { title: $title, what: $what, why: $why, advice: $advice }
    };
}
pub(crate) use text;

/// All kinds there are, by subject, in the order in which a report shows them.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    [
        personal::KINDS,
        people::KINDS,
        place::KINDS,
        redaction::KINDS,
        hidden::KINDS,
        inside::KINDS,
        history::KINDS,
        software::KINDS,
        time::KINDS,
        access::KINDS,
        tips::KINDS,
    ]
    .into_iter()
    .flatten()
    .copied()
    .chain(crate::detect::kinds())
}

/// The kind with this id.
pub fn find(id: &str) -> Option<&'static Kind> {
    all().find(|kind| kind.id == id)
}

/// The subjects of all kinds, in the order in which a report shows them.
pub fn subjects() -> Vec<&'static Subject> {
    let mut subjects: Vec<&'static Subject> = Vec::new();
    for kind in all() {
        if subjects.iter().all(|subject| subject.id != kind.subject.id) {
            subjects.push(kind.subject);
        }
    }
    subjects
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_id_is_given_once_and_in_kebab_case() {
        let mut ids = BTreeSet::new();
        for kind in all() {
            assert!(ids.insert(kind.id), "{} is given twice", kind.id);
            assert!(
                kind.id
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte.is_ascii_digit())
            );
        }
    }

    #[test]
    fn every_text_is_at_most_two_short_sentences() {
        for kind in all() {
            for text in [&kind.nl, &kind.en] {
                for words in [text.title, text.what, text.why, text.advice] {
                    assert!(!words.is_empty(), "{} has an empty text", kind.id);
                    let sentences =
                        words.split(['.', '?', '!']).filter(|part| !part.trim().is_empty());
                    for (number, sentence) in sentences.enumerate() {
                        assert!(number < 3, "{}: too many sentences: {words}", kind.id);
                        let length = sentence.split_whitespace().count();
                        assert!(length <= 20, "{}: a long sentence: {sentence}", kind.id);
                    }
                }
            }
        }
    }

    #[test]
    fn a_neutral_value_is_known_when_it_is_read_again() {
        assert!(Neutral::Numbered("Author").is("Author 12"));
        assert!(!Neutral::Numbered("Author").is("Author"));
        assert!(!Neutral::Numbered("Author").is("Author +1"));
        assert!(!Neutral::Numbered("Author").is("Author Jansen"));
        assert!(Neutral::Empty.is(""));
    }
}
