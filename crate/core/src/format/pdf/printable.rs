//! The text that stands in bytes of which nothing else is known.

/// Runs of at least this many letters are text.
const LEAST: usize = 5;

/// More than this is not taken from one stretch of bytes.
const MOST: usize = 1 << 16;

/// The runs of letters in bytes, in ASCII or UTF-16, separated by spaces.
pub fn printable(bytes: &[u8]) -> String {
    let mut text = runs(bytes.iter().copied());
    for offset in [0, 1] {
        let pairs = bytes.get(offset..).unwrap_or_default().chunks_exact(2);
        let letters = pairs.map(|pair| match pair {
            [0, letter] => *letter,
            _ => 0,
        });
        let wide = runs(letters);
        if !wide.is_empty() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&wide);
        }
    }
    text
}

fn runs(bytes: impl Iterator<Item = u8>) -> String {
    let mut text = String::new();
    let mut run = String::new();
    for byte in bytes.chain([0]) {
        if (0x20..0x7f).contains(&byte) || byte == b'\t' {
            run.push(char::from(byte));
            continue;
        }
        if run.trim().len() >= LEAST && text.len() < MOST {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(run.trim());
        }
        run.clear();
    }
    text
}

/// Whether bytes are text as a whole.
pub fn is_text(bytes: &[u8]) -> bool {
    let plain =
        bytes.iter().filter(|byte| (0x20..0x7f).contains(*byte) || byte.is_ascii_whitespace());
    !bytes.is_empty() && plain.count().saturating_mul(10) >= bytes.len().saturating_mul(9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters_are_found_in_both_widths() {
        assert_eq!(printable(b"\x01\x02Jan de Vries\xffab\x00"), "Jan de Vries");
        assert_eq!(printable(b"\0J\0a\0n\0s\0e\0n"), "Jansen");
        assert_eq!(printable(b"\x01\x02\x03"), "");
    }
}
