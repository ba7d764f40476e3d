//! Words in signs that no program shows: tags, selectors of variants, spaces without width.

/// What a text says in signs that nobody sees, if it says anything.
pub(crate) fn said(text: &str) -> Option<String> {
    // The first bytes of all of them; most texts have none.
    if !text.bytes().any(|byte| matches!(byte, 0xe2 | 0xef | 0xf3)) {
        return None;
    }
    let mut said = String::new();
    let mut run = Run::default();
    for letter in text.chars().chain(std::iter::once('x')) {
        if !run.takes(letter) {
            run.tell(&mut said);
            run = Run { flag: letter == '\u{1f3f4}', ..Run::default() };
            run.takes(letter);
        }
    }
    (!said.is_empty()).then_some(said)
}

/// So many selectors in a row choose no variant, so many spaces without width part no words, and
/// so many tags are no slip.
const SELECTORS: usize = 4;
const BITS: usize = 16;
const TAGS: usize = 3;

/// Signs of one sort that follow each other.
#[derive(Default)]
struct Run {
    /// Whether a flag stands before it: the tags behind that name a part of a country.
    flag: bool,
    tags: String,
    /// Whether the sign that ends a flag was met.
    ended: bool,
    selectors: Vec<u8>,
    bits: Vec<char>,
}

impl Run {
    fn takes(&mut self, letter: char) -> bool {
        let code = u32::from(letter);
        let byte = |from: u32| u8::try_from(code.saturating_sub(from)).unwrap_or(0);
        match code {
            0xe0020..=0xe007e => self.tags.push(char::from(byte(0xe0000))),
            0xe007f => self.ended = true,
            0xe0000..=0xe001f => {}
            0xfe00..=0xfe0f => self.selectors.push(byte(0xfe00)),
            0xe0100..=0xe01ef => self.selectors.push(byte(0xe0100).saturating_add(16)),
            0x200b..=0x200d | 0x2060..=0x2064 | 0xfeff => self.bits.push(letter),
            _ => return false,
        }
        true
    }

    fn tell(&self, said: &mut String) {
        if self.tags.len() >= TAGS && !(self.flag && self.ended && is_region(&self.tags)) {
            add(&self.tags, said);
        }
        if self.selectors.len() >= SELECTORS {
            add(&words(&self.selectors), said);
        }
        let first = self.bits.first();
        if self.bits.len() >= BITS && self.bits.iter().any(|bit| Some(bit) != first) {
            let bytes = |one: bool| -> Vec<u8> {
                let bits = self.bits.chunks_exact(8);
                let byte = |byte: u8, bit: &char| {
                    byte.wrapping_shl(1) | u8::from((Some(bit) == first) == one)
                };
                bits.map(|bits| bits.iter().fold(0, byte)).collect()
            };
            // The first bit of a letter is nought.
            add(&words(&bytes(false)), said);
        }
    }
}

/// Whether the tags of a flag name a part of a country, as `gbeng`: two letters of the country and
/// one to three of the part (ISO 3166-2). Anything longer says something.
fn is_region(tags: &str) -> bool {
    let bytes = tags.as_bytes();
    (3..=5).contains(&bytes.len())
        && bytes.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        && bytes.iter().take(2).all(u8::is_ascii_lowercase)
}

fn add(words: &str, said: &mut String) {
    if !said.is_empty() {
        said.push(' ');
    }
    said.push_str(words);
}

/// The words that bytes are, or how many they are.
fn words(bytes: &[u8]) -> String {
    let words = std::str::from_utf8(bytes).ok();
    let words = words.filter(|words| !words.chars().any(char::is_control));
    words.map_or_else(|| format!("({})", bytes.len()), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn words_in_signs_without_a_shape_are_told() {
        let tags = |text: &str| -> String {
            text.chars().filter_map(|one| char::from_u32(u32::from(one) + 0xe0000)).collect()
        };
        let is = |text: &str, wanted: Option<&str>| assert_eq!(said(text).as_deref(), wanted);
        is(&format!("Het plan{} is klaar", tags("van Jan")), Some("van Jan"));
        let flag = |said: &str| format!("vlag \u{1f3f4}{}\u{e007f}", tags(said));
        is(&flag("janne de vries"), Some("janne de vries"));
        is(&flag("gbengjanne"), Some("gbengjanne"));
        is(&flag("999990"), Some("999990"));
        let chosen = |byte: u8| match byte {
            0..16 => char::from_u32(0xfe00 + u32::from(byte)),
            _ => char::from_u32(0xe0100 + u32::from(byte) - 16),
        };
        let selectors: String = "bod 3".bytes().filter_map(chosen).collect();
        is(&format!("a{selectors}b"), Some("bod 3"));
        let bits = |byte: u8| {
            (0..8).rev().map(move |bit| if byte >> bit & 1 == 0 { '\u{200b}' } else { '\u{200c}' })
        };
        is(&"ja".bytes().flat_map(bits).collect::<String>(), Some("ja"));
    }

    #[test]
    fn signs_that_have_a_use_are_not() {
        for text in [
            "vlag \u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "hart \u{2764}\u{fe0f}, gezin \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
            "\u{feff}begin\u{200b}woord – „aanhaling”",
            "\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
