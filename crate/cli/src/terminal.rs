//! What a person sees: text of a document never steers the terminal.

use std::io::{self, Write};
use std::process;

use crate::Outcome;

/// Text with all that could steer a terminal, or turn the order of letters, made visible.
pub fn plain(text: &str) -> String {
    let steers = |letter: char| {
        letter.is_control()
            || matches!(
                letter,
                '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            )
    };
    let shown = |letter| match letter {
        '\t' => ' ',
        letter if steers(letter) => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(shown).collect()
}

/// Prints a line. Where nobody reads on, the command ends: what was not told was not checked.
pub fn line(text: &str) {
    let mut output = io::stdout().lock();
    if writeln!(output, "{text}").and_then(|()| output.flush()).is_err() {
        process::exit(Outcome::Failed as i32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(
            plain("a\u{1b}[2Jb\u{9b}1mc\nd\u{202e}e"),
            "a\u{fffd}[2Jb\u{fffd}1mc\u{fffd}d\u{fffd}e"
        );
        assert_eq!(plain("J•••• d• V•••• ë 漢"), "J•••• d• V•••• ë 漢");
    }
}
