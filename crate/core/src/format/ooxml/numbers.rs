//! The formats of numbers in a workbook (ECMA-376 part 1, 18.8.31 `numFmts`).

/// Whether a format shows no number: neither one above zero, nor one below, nor zero.
pub(super) fn hides_numbers(code: &str) -> bool {
    let shown = sections(code);
    shown.len() >= 3 && !shown.iter().take(3).any(|section| section.shows)
}

/// Whether a format shows no text, or other words in its place.
pub(super) fn hides_text(code: &str) -> bool {
    sections(code).get(3).is_some_and(|section| !section.text)
}

/// Whether a format gives all numbers that it shows the colour of paper.
pub(super) fn whitens_numbers(code: &str) -> bool {
    let sections = sections(code);
    let mut shown = sections.iter().take(3).filter(|section| section.shows).peekable();
    shown.peek().is_some() && shown.all(|section| section.white)
}

/// Whether a format gives text the colour of paper.
pub(super) fn whitens_text(code: &str) -> bool {
    let sections = sections(code);
    let last = sections.last().filter(|last| last.text && (last.at || sections.len() > 3));
    last.is_some_and(|last| last.white)
}

/// What a section of a format shows: anything at all, the text of its cell, and in white.
#[derive(Default)]
struct Section {
    shows: bool,
    text: bool,
    /// It says so, and not that it is general.
    at: bool,
    white: bool,
}

/// The sections of a format.
fn sections(code: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut general = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        let shown = match letter {
            ';' => {
                sections.push(Section::default());
                general.clear();
                false
            }
            '"' => {
                let quoted = letters.by_ref().take_while(|letter| *letter != '"');
                quoted.filter(|letter| *letter != ' ').count() > 0
            }
            // A colour or a condition.
            '[' => {
                let name: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                let white = ["white", "color2", "color 2"];
                if let Some(section) = sections.last_mut() {
                    section.white |= white.contains(&name.to_ascii_lowercase().as_str());
                }
                false
            }
            '\\' => letters.next().is_some_and(|letter| letter != ' '),
            // As much space as this letter takes.
            '_' | '*' => letters.next().is_none(),
            letter => {
                general.push(letter.to_ascii_lowercase());
                if let Some(section) = sections.last_mut() {
                    section.at |= letter == '@';
                    section.text |= letter == '@' || general.ends_with("general");
                }
                !letter.is_whitespace()
            }
        };
        if let Some(section) = sections.last_mut() {
            section.shows |= shown;
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
        assert!(hides_text(r#"0;-0;0;"***""#) && !hides_text(r#"0;0;0;"de heer "@"#));
    }

    #[test]
    fn a_format_can_be_white() {
        assert!(whitens_text("General;General;General;[White]@") && whitens_text("[White]@"));
        assert!(whitens_text("0;0;0;[Color2]General") && whitens_text("[white][<5]@"));
        assert!(!whitens_text("[White]General") && !whitens_text("[White]0;0;0;@"));
        assert!(whitens_numbers("[White]General") && whitens_numbers("[White]0;[White]-0;"));
        assert!(!whitens_numbers("[White]0;[Red]-0") && !whitens_numbers(";;;[White]@"));
    }
}
