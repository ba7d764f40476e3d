//! What stands under a bar and is nothing that was redacted: lines to fill in, and the marks that
//! programs and people put there.

/// Words that say that something was redacted, or why.
const WORDS: [&str; 16] = [
    "confidential",
    "geanonimiseerd",
    "geheim",
    "gelakt",
    "geredigeerd",
    "onleesbaar",
    "privilege",
    "privileged",
    "redact",
    "redacted",
    "redaction",
    "sealed",
    "vertrouwelijk",
    "weggelakt",
    "xxx",
    "woo",
];

/// A mark stands under at least so many bars.
const MARKS: usize = 3;

/// Whether a text tells nothing that somebody meant to hide.
pub fn is_label(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphanumeric());
    let first = letters.next();
    if letters.all(|letter| Some(letter) == first) {
        return true;
    }
    let mut words = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase);
    if words.all(|word| WORDS.contains(&word.as_str())) {
        return true;
    }
    let pieces = || text.split_whitespace();
    pieces().count() >= MARKS && pieces().zip(pieces().skip(1)).all(|(one, next)| one == next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_words() {
        for label in ["______", "X", "XXXX XX", "Redacted", "01/02/2019 01/02/2019 01/02/2019"] {
            assert!(is_label(label), "{label}");
        }
        for words in ["Jan", "01/02/2019", "ja", "Jan Jan", "Redacted Jan"] {
            assert!(!is_label(words), "{words}");
        }
    }
}
