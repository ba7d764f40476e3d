//! The text that stands in bytes of which nothing else is known.

/// Runs of at least this many letters are text.
const LEAST: usize = 5;

/// More than this is not taken from one stretch of bytes.
const MOST: usize = 1 << 16;

/// The runs among bytes that are words rather than numbers or codes; of a text its lines.
pub fn words(bytes: &[u8]) -> String {
    if is_text(bytes) {
        return lines(super::strings::decode(bytes).split(char::is_control));
    }
    lines(all_runs(bytes).iter().map(String::as_str))
}

/// Lines of which most is words; a bracket or a sign does not make it code.
fn lines<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    let mut words = String::new();
    for line in lines.map(str::trim).filter(|line| is_wordy(line)) {
        if words.len().saturating_add(line.len()) > MOST {
            break;
        }
        words.push_str(line);
        words.push('\n');
    }
    words
}

fn is_wordy(line: &str) -> bool {
    let count = line.chars().count();
    let letters = line.chars().filter(|letter| letter.is_alphabetic() || *letter == ' ').count();
    let address = line.contains('@') && line.contains('.') && count > 8;
    let longest = line.split(' ').map(str::len).max().unwrap_or(0);
    let vowels = line.chars().filter(|letter| "aeiouyAEIOUY".contains(*letter)).count();
    let wordy = letters.saturating_mul(4) >= count.saturating_mul(3)
        && longest <= 30
        && vowels.saturating_mul(6) >= letters;
    count >= LEAST && (wordy || address && letters.saturating_mul(2) >= count)
}

/// The runs of letters in bytes, in ASCII or UTF-16, separated by spaces.
pub fn printable(bytes: &[u8]) -> String {
    all_runs(bytes).join(" ")
}

fn all_runs(bytes: &[u8]) -> Vec<String> {
    let mut found = runs(bytes.iter().copied());
    for offset in [0, 1] {
        let pairs = bytes.get(offset..).unwrap_or_default().chunks_exact(2);
        let letters = pairs.map(|pair| match pair {
            [0, letter] => *letter,
            _ => 0,
        });
        found.extend(runs(letters));
    }
    found
}

fn runs(bytes: impl Iterator<Item = u8>) -> Vec<String> {
    let mut found = Vec::new();
    let mut length = 0_usize;
    let mut run = String::new();
    for byte in bytes.chain([0]) {
        if (0x20..0x7f).contains(&byte) || byte == b'\t' {
            run.push(char::from(byte));
            continue;
        }
        if run.trim().len() >= LEAST && length < MOST {
            length = length.saturating_add(run.len());
            found.push(run.trim().to_owned());
        }
        run.clear();
    }
    found
}

/// Whether bytes are a description in XMP.
pub fn is_description(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let holds = |sign: &[u8]| head.windows(sign.len()).any(|window| window == sign);
    holds(b"<x:xmpmeta") || holds(b"<rdf:RDF")
}

/// A description says so within so many bytes.
const HEAD: usize = 512;

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

    #[test]
    fn words_are_told_from_numbers_and_codes() {
        let bytes =
            b"\x01%%For: Jan de Vries\x000.25 0.75 0.5 rg\x02sF7kQ2pRt4xZ\x03concept van Anna";
        assert_eq!(words(bytes), "%%For: Jan de Vries\nconcept van Anna\n");
    }
}
