//! What glyphs say: the text that fonts give them, and what it means.

use hayro_interpret::font::OutlineFontData;
use hayro_interpret::hayro_cmap::BfString;

/// What a glyph of a font of signs says.
pub const SIGN: &str = "•";

/// The fonts that have no letters. What their glyphs stand for is a mark in a list or a box; they
/// have no Unicode, or a place in the private range that each font fills as it likes.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    "bookshelfsymbol", "fontawesome", "glyphicons", "itczapfdingbats", "marlett", "materialicons", "monotypesorts",
    "opensymbol", "starsymbol", "webdings", "wingdings", "zapfdingbats",
];

/// Whether a font draws signs and no letters, by its name (`ABCDEF+Wingdings-Regular`).
pub fn draws(font: &OutlineFontData) -> bool {
    let Some(name) = font.postscript_name.as_deref() else { return false };
    let name = name.split_once('+').map_or(name, |(_, name)| name);
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    SIGNS.iter().any(|sign| name.starts_with(sign))
}

/// Whether a text says nothing, or something that each font fills as it likes.
pub fn is_private(text: Option<&BfString>) -> bool {
    let private = |letter: &char| matches!(u32::from(*letter), 0xe000..=0xf8ff);
    match text {
        None => true,
        Some(BfString::Char(letter)) => private(letter),
        Some(BfString::String(text)) => text.chars().any(|letter| private(&letter)),
    }
}

/// The text of a glyph, if it is one that a person reads. Fonts with an encoding of their own keep
/// its codes in the private range that starts at U+F000 (OpenType, `cmap`, encoding 3.0): what they
/// mean is told by Latin-1 there (U+F0B7 stands before each point of a list that Word made).
pub fn readable(text: Option<BfString>) -> Option<String> {
    let text = match text? {
        BfString::Char(letter) => letter.to_string(),
        BfString::String(text) => text,
    };
    let plain: String = text
        .chars()
        .map(|letter| match u32::from(letter) {
            code @ (0xf020..=0xf07e | 0xf0a0..=0xf0ff) => {
                char::from_u32(code.saturating_sub(0xf000)).unwrap_or(letter)
            }
            _ => letter,
        })
        .filter(|letter| !matches!(letter, '\u{ad}' | '\u{200b}' | '\u{feff}'))
        .collect();
    let strange = |letter: char| {
        letter == '\u{fffd}'
            || (letter.is_control() && !letter.is_whitespace())
            || matches!(u32::from(letter), 0xe000..=0xf8ff)
    };
    if text.is_empty() || plain.chars().any(strange) { None } else { Some(plain) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn read(text: &str) -> Option<String> {
        readable(Some(BfString::String(text.to_owned())))
    }

    #[test]
    fn codes_of_symbol_fonts_are_read() {
        assert_eq!(read("\u{f0b7}").as_deref(), Some("·"));
        assert_eq!(read("\u{f052}\u{f065}\u{f06e}\u{f0e9}").as_deref(), Some("René"));
        assert_eq!(read("\u{e001}"), None);
        assert_eq!(read("\u{fffd}"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn fonts_of_signs_are_known_by_their_name() {
        let named = |name: &str| OutlineFontData {
            data: Arc::new(b""),
            cache_key: 0,
            postscript_name: Some(name.to_owned()),
            weight: None,
            is_italic: false,
            is_serif: false,
            is_monospace: false,
        };
        assert!(draws(&named("LVYEVE+Wingdings-Regular")));
        assert!(draws(&named("ITC Zapf Dingbats")));
        assert!(!draws(&named("ABCDEF+SymbolMT")));
        assert!(!draws(&named("Arial")));
        assert!(is_private(None));
        assert!(is_private(Some(&BfString::Char('\u{f0fc}'))));
        assert!(!is_private(Some(&BfString::Char('a'))));
    }
}
