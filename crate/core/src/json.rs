//! JSON that shows what it holds, wherever it is printed.

use serde::Serialize;

/// A value on one line of JSON. Letters that steer a terminal or turn the direction of writing
/// are written as escapes: an author must not be able to repaint the report about him.
pub(crate) fn line(value: &impl Serialize) -> String {
    let plain = serde_json::to_string(value).unwrap_or_default();
    if !plain.contains(steers) {
        return plain;
    }
    let mut line = String::with_capacity(plain.len());
    for letter in plain.chars() {
        match steers(letter) {
            // All of them stand in the first plane, and JSON has them within strings only.
            true => line.push_str(&format!("\\u{:04x}", u32::from(letter))),
            false => line.push(letter),
        }
    }
    line
}

/// C1 controls, and what Unicode calls bidirectional controls and line separators.
fn steers(letter: char) -> bool {
    matches!(
        letter,
        '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_escaped_and_reads_back_the_same() {
        let text = "a\u{9b}31m \u{202e}nafets\u{2069} \u{1b} é";
        let json = line(&text);
        assert_eq!(json, r#""a\u009b31m \u202enafets\u2069 \u001b é""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
