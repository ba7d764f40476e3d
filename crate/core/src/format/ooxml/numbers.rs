//! The formats of numbers in a workbook (ECMA-376 part 1, 18.8.31 `numFmts`).

/// Whether a format shows no number: neither one above zero, nor one below, nor zero.
pub(super) fn hides_numbers(code: &str) -> bool {
    let shown = sections(code);
    shown.len() >= 3 && !shown.iter().take(3).any(|shown| *shown)
}

/// Whether a format shows no text.
pub(super) fn hides_text(code: &str) -> bool {
    sections(code).get(3) == Some(&false)
}

/// Whether each section of a format shows anything.
fn sections(code: &str) -> Vec<bool> {
    let mut sections = vec![false];
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        let shown = match letter {
            ';' => {
                sections.push(false);
                false
            }
            '"' => {
                let quoted = letters.by_ref().take_while(|letter| *letter != '"');
                quoted.filter(|letter| *letter != ' ').count() > 0
            }
            // A colour or a condition.
            '[' => {
                let _ = letters.by_ref().find(|letter| *letter == ']');
                false
            }
            '\\' => letters.next().is_some_and(|letter| letter != ' '),
            // As much space as this letter takes.
            '_' | '*' => letters.next().is_none(),
            letter => !letter.is_whitespace(),
        };
        if let Some(section) = sections.last_mut() {
            *section |= shown;
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_shows_what_its_sections_show() {
        for code in [";;;", r#""";"";"""#, "[White];;", " ; ; ;"] {
            assert!(hides_numbers(code), "{code}");
        }
        for code in ["General", "0", "0;-0;;@", ";", r#"0;-0;"nul""#, r"\-;;"] {
            assert!(!hides_numbers(code), "{code}");
        }
        assert!(hides_text(";;;") && hides_text("0;-0;0;") && hides_text("0;0;0;_x"));
        assert!(!hides_text("0;-0;0") && !hides_text("0;-0;;@") && !hides_text("General"));
    }
}
