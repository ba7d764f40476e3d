//! Blocks in a text that are written in another form: base64, hexadecimal, data addresses and
//! quoted-printable. They are found as the text goes by, and decoded.

pub mod quoted;

use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::fields::{Order, text16};
use super::percent;

/// A block that was found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Block {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// What it holds.
    pub content: Content,
}

/// What a block holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Content {
    /// A text.
    Text(String),
    /// Bytes: perhaps a document.
    Bytes(Vec<u8>),
    /// It looks like a block, and cannot be decoded.
    Broken,
    /// It is longer than may be held.
    Long,
}

/// Finds blocks in a text that is fed to it piece by piece.
pub struct Finder {
    most: usize,
    line: u64,
    after_return: bool,
    /// Whether nothing but blanks stood on this line before the run.
    line_is_blank: bool,
    run: Run,
    /// Whether the run has its line to itself.
    run_is_line: bool,
    /// Lines of one width that are one block.
    lines: Run,
    width: usize,
    /// The end of what came before on this line.
    recent: Vec<u8>,
    data: Option<Data>,
    found: Vec<Block>,
}

#[derive(Default)]
struct Run {
    bytes: Vec<u8>,
    line: u64,
    long: bool,
}

struct Data {
    run: Run,
    in_base64: bool,
}

impl Run {
    fn push(&mut self, bytes: &[u8], most: usize) {
        if self.bytes.len().saturating_add(bytes.len()) > most {
            self.long = true;
        } else {
            self.bytes.extend_from_slice(bytes);
        }
    }

    fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

impl Finder {
    /// Holds no block that is longer than `most` bytes.
    pub fn new(most: u64) -> Self {
        Self {
            most: usize::try_from(most).unwrap_or(usize::MAX),
            line: 1,
            after_return: false,
            line_is_blank: true,
            run: Run::default(),
            run_is_line: false,
            lines: Run::default(),
            width: 0,
            recent: Vec::new(),
            data: None,
            found: Vec::new(),
        }
    }

    /// Takes the next piece of the text.
    pub fn feed(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        while let Some((byte, behind)) = rest.split_first() {
            if self.data.is_some() || !is_base64(*byte) {
                self.byte(*byte);
                rest = behind;
                continue;
            }
            let length = rest.iter().position(|byte| !is_base64(*byte)).unwrap_or(rest.len());
            let (run, behind) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            self.go_on(run);
            rest = behind;
        }
    }

    /// Takes bytes that all may stand in a run.
    fn go_on(&mut self, bytes: &[u8]) {
        self.after_return = false;
        if self.run.is_empty() {
            self.run.line = self.line;
            self.run_is_line = self.line_is_blank;
        }
        self.run.push(bytes, self.most);
        self.line_is_blank = false;
        self.remember(bytes);
    }

    /// The blocks that ended since it was last asked.
    pub fn take(&mut self) -> Vec<Block> {
        std::mem::take(&mut self.found)
    }

    /// The last blocks, at the end of the text.
    pub fn finish(mut self) -> Vec<Block> {
        self.end_data();
        self.end_line();
        self.end_lines();
        self.found
    }

    fn byte(&mut self, byte: u8) {
        if let Some(data) = &mut self.data {
            if data.in_base64 && is_base64(byte) || !data.in_base64 && !ends_address(byte) {
                data.run.push(&[byte], self.most);
                return;
            }
            self.end_data();
        }
        let after_return = std::mem::replace(&mut self.after_return, byte == b'\r');
        match byte {
            b'\n' if after_return => {}
            b'\n' | b'\r' => {
                self.end_line();
                self.line = self.line.saturating_add(1);
            }
            _ if is_base64(byte) => self.go_on(&[byte]),
            _ => {
                self.end_run();
                self.line_is_blank &= matches!(byte, b' ' | b'\t');
                if byte == b',' {
                    self.begin_data();
                }
                self.remember(&[byte]);
            }
        }
    }

    fn remember(&mut self, bytes: &[u8]) {
        let from = bytes.len().saturating_sub(RECENT);
        self.recent.extend_from_slice(bytes.get(from..).unwrap_or_default());
        if self.recent.len() >= RECENT.saturating_mul(2) {
            self.recent.drain(..RECENT);
        }
    }

    /// A comma may end the head of a data address: `data:image/png;base64,`.
    fn begin_data(&mut self) {
        let recent = String::from_utf8_lossy(&self.recent);
        let Some((before, head)) = recent.rsplit_once("data:") else { return };
        let is_word = before.chars().last().is_some_and(char::is_alphanumeric);
        let is_head = head
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || "/;=+.-_".contains(character));
        if !is_word && is_head {
            let in_base64 = head.to_ascii_lowercase().ends_with(";base64");
            let run = Run { line: self.line, ..Run::default() };
            self.data = Some(Data { run, in_base64 });
        }
    }

    fn end_data(&mut self) {
        let Some(data) = self.data.take() else { return };
        let content = match (data.run.long, data.in_base64) {
            (true, _) => Some(Content::Long),
            (false, true) => match decode(trimmed(&data.run.bytes)) {
                Some(bytes) => (!bytes.is_empty()).then(|| of_bytes(bytes)),
                None => Some(Content::Broken),
            },
            (false, false) => Some(percent::decoded(&data.run.bytes))
                .filter(|decoded| *decoded != data.run.bytes)
                .map(of_bytes),
        };
        self.found.extend(content.map(|content| Block { line: data.run.line, content }));
    }

    /// A run ends within its line.
    fn end_run(&mut self) {
        // Most runs are words: nothing is in them, and their bytes have room for the next.
        if self.run.bytes.len() < SHORTEST && !self.run.long {
            self.run.bytes.clear();
            return;
        }
        let run = std::mem::take(&mut self.run);
        self.judge(&run);
    }

    fn end_line(&mut self) {
        let run = std::mem::take(&mut self.run);
        let is_line = std::mem::take(&mut self.run_is_line) && !run.is_empty();
        self.line_is_blank = true;
        self.recent.clear();
        if !is_line {
            self.judge(&run);
            self.end_lines();
            return;
        }
        if !self.lines.is_empty() && run.bytes.len() <= self.width {
            self.lines.push(&run.bytes, self.most);
            if run.bytes.len() < self.width {
                self.end_lines();
            }
            return;
        }
        self.end_lines();
        self.width = run.bytes.len();
        if run.long || self.width < SHORTEST || !self.width.is_multiple_of(4) {
            self.judge(&run);
        } else {
            self.lines = run;
        }
    }

    fn end_lines(&mut self) {
        let run = std::mem::take(&mut self.lines);
        self.judge(&run);
    }

    fn judge(&mut self, run: &Run) {
        if run.long {
            self.found.push(Block { line: run.line, content: Content::Long });
            return;
        }
        for part in run.bytes.split(|byte| *byte == b'=') {
            let content = judge(part);
            self.found.extend(content.map(|content| Block { line: run.line, content }));
        }
    }
}

/// How much of a line is remembered, to see the head of a data address.
const RECENT: usize = 128;
/// How long a run has to be before it is tried.
const SHORTEST: usize = 16;
/// From which length on a run that looks like base64 has to be understood. Shorter ones are
/// names, numbers and checksums.
const SUSPECT: usize = 64;
/// The same for hexadecimal; the longest checksums have 128 digits.
const SUSPECT_HEX: usize = 256;

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=')
}

fn ends_address(byte: u8) -> bool {
    byte.is_ascii_control() || matches!(byte, b'"' | b')' | b'`')
}

fn trimmed(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte != b'=').map_or(0, |last| last.saturating_add(1));
    bytes.get(..end).unwrap_or_default()
}

/// What a run of characters that could be base64 or hexadecimal is, if anything.
fn judge(run: &[u8]) -> Option<Content> {
    if run.len() < SHORTEST {
        return None;
    }
    if run.iter().all(u8::is_ascii_hexdigit) {
        let bytes = from_hex(run)?;
        return match as_text(&bytes) {
            Some(text) => Some(Content::Text(text)),
            None => (run.len() >= SUSPECT_HEX).then_some(Content::Bytes(bytes)),
        };
    }
    // Each of these is rare to be missing in that many characters of base64, and one of them is
    // missing in most words, addresses and sequences of genes.
    let suspect = run.len() >= SUSPECT
        && run.iter().any(u8::is_ascii_uppercase)
        && run.iter().any(u8::is_ascii_lowercase)
        && run.iter().any(u8::is_ascii_digit);
    match decode(run) {
        Some(bytes) => match as_text(&bytes) {
            Some(text) => Some(Content::Text(text)),
            None => suspect.then_some(Content::Bytes(bytes)),
        },
        None => suspect.then_some(Content::Broken),
    }
}

/// Base64 in its usual or its address-safe alphabet, without the padding.
fn decode(run: &[u8]) -> Option<Vec<u8>> {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let safe = run.iter().any(|byte| matches!(byte, b'-' | b'_'));
    let alphabet = if safe { URL_SAFE } else { STANDARD };
    GeneralPurpose::new(&alphabet, config).decode(run).ok()
}

/// Base64 on one line or on many.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    let run: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    decode(trimmed(&run))
}

/// Bytes in base64, on one line.
pub fn to_base64(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

fn from_hex(run: &[u8]) -> Option<Vec<u8>> {
    let digit =
        |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pairs = run.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return None;
    }
    pairs
        .map(|pair| match pair {
            [high, low] => Some((digit(high)? << 4) | digit(low)?),
            _ => None,
        })
        .collect()
}

/// The bytes of a data address; none where decoding changes nothing: it was read as it stands.
fn of_bytes(bytes: Vec<u8>) -> Content {
    match as_text(&bytes) {
        Some(text) => Content::Text(text),
        None => Content::Bytes(bytes),
    }
}

/// The text that bytes are, in UTF-8 or UTF-16; none where they hold anything but characters.
fn as_text(bytes: &[u8]) -> Option<String> {
    let plain = |text: &str| {
        !text.is_empty()
            && text.chars().all(|character| !character.is_control() || "\t\n\r".contains(character))
    };
    if let Ok(text) = std::str::from_utf8(bytes) {
        return plain(text).then(|| text.to_owned());
    }
    let wide = |order, zeros: usize| {
        let pairs = bytes.chunks_exact(2);
        let zero = |pair: &[u8]| pair.get(zeros) == Some(&0);
        let fits = pairs.remainder().is_empty() && bytes.chunks_exact(2).all(zero);
        fits.then(|| text16(bytes, order)).filter(|text| plain(text))
    };
    wide(Order::Little, 1).or_else(|| wide(Order::Big, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::engine::general_purpose;

    fn blocks(text: &str) -> Vec<Block> {
        let mut finder = Finder::new(1 << 20);
        // One character at a time: a block does not depend on how the text is cut.
        for (at, character) in text.char_indices() {
            finder.feed(&text[at..at + character.len_utf8()]);
        }
        finder.finish()
    }

    fn base64(bytes: &[u8]) -> String {
        general_purpose::STANDARD.encode(bytes)
    }

    fn picture() -> Vec<u8> {
        b"\x89PNG\r\n\x1a\n".iter().copied().chain((0..400).map(|n| (n * 7 % 251) as u8)).collect()
    }

    #[test]
    fn a_text_in_base64_is_read() {
        let hidden = "Jan de Vries, jan@example.nl";
        let found = blocks(&format!("first\nthe key is {}.", base64(hidden.as_bytes())));
        assert_eq!(found, [Block { line: 2, content: Content::Text(hidden.into()) }]);
    }

    #[test]
    fn a_file_in_base64_is_found_on_one_line_and_on_many() {
        let whole = base64(&picture());
        for ending in ["\n", "\r\n", "\r"] {
            let lines: Vec<_> = whole.as_bytes().chunks(76).collect();
            let lines: Vec<_> =
                lines.iter().map(|line| std::str::from_utf8(line).unwrap()).collect();
            let text = format!("head:{ending}{}{ending}", lines.join(ending));
            let expected = [Block { line: 2, content: Content::Bytes(picture()) }];
            assert_eq!(blocks(&text), expected);
            assert_eq!(blocks(&format!("\"{whole}\""))[0].content, Content::Bytes(picture()));
        }
    }

    #[test]
    fn a_file_in_the_alphabet_of_addresses_is_found() {
        let whole = general_purpose::URL_SAFE_NO_PAD.encode(picture());
        assert_eq!(blocks(&whole)[0].content, Content::Bytes(picture()));
    }

    #[test]
    fn a_data_address_is_decoded() {
        let text = format!("![x](data:image/png;base64,{}) more", base64(&picture()));
        assert_eq!(blocks(&text), [Block { line: 1, content: Content::Bytes(picture()) }]);
        let text = "\"data:text/plain,Jan%20de%20Vries\"";
        assert_eq!(blocks(text)[0].content, Content::Text("Jan de Vries".into()));
        assert_eq!(blocks("the metadata:a, b and data: c, d"), []);
    }

    #[test]
    fn a_text_in_hexadecimal_is_read_and_a_checksum_is_none() {
        let hex: String = b"Jan de Vries".iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(blocks(&hex)[0].content, Content::Text("Jan de Vries".into()));
        assert_eq!(blocks("2338d09771dc08dc67791ac9b9c899dbb6f94ebb"), []);
    }

    #[test]
    fn words_addresses_and_numbers_are_no_blocks() {
        for text in [
            "Meervoudige-persoonlijkheidsstoornissenbehandelcentrum",
            "https://www.rijksoverheid.nl/onderwerpen/woo/documenten/publicaties",
            "ACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGT",
            "=================================================",
            "NL91 ABNA 0417 1643 00",
            "0612345678",
        ] {
            assert_eq!(blocks(text), [], "{text}");
        }
    }

    #[test]
    fn a_block_that_cannot_be_decoded_or_is_too_long_is_told() {
        let whole = base64(&picture());
        assert_eq!(blocks(&whole[..69])[0].content, Content::Broken);
        let mut finder = Finder::new(100);
        finder.feed(&whole);
        assert_eq!(finder.finish()[0].content, Content::Long);
    }
}
