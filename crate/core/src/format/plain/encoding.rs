//! In which encoding a text is, and its characters piece by piece.

use crate::finding::Reason;
use crate::source::{Source, Unread};
use crate::syntax::charset::{Charset, Decoder};
use crate::syntax::fields::{Order, STEP};

/// An encoding, and how many bytes a mark of it takes at the start.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Encoding {
    charset: Charset,
    mark: u64,
}

/// Whether no text holds this: control characters other than those for blanks, lines and pages.
pub(super) fn is_binary(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{c}')
}

/// The first characters of a text, without a mark; none where it is no text.
pub(super) fn head(source: &dyn Source) -> Option<String> {
    let bytes = source.head(STEP);
    let encoding = marked(&bytes).or_else(|| wide(&bytes)).unwrap_or_else(|| {
        // A letter of several bytes may be cut in two where the head ends.
        let cut = std::str::from_utf8(&bytes).err().is_some_and(|error| {
            error.error_len().is_some() || error.valid_up_to().saturating_add(4) < bytes.len()
        });
        Encoding { charset: if cut { Charset::Windows1252 } else { Charset::Utf8 }, mark: 0 }
    });
    let first = Pieces::new(source, encoding).next()?.ok()?;
    (!first.text.contains(is_binary)).then_some(first.text)
}

impl Encoding {
    /// The encoding of a whole text.
    pub(super) fn of(source: &dyn Source) -> Result<Self, Unread> {
        let head = source.head(STEP);
        if let Some(encoding) = marked(&head).or_else(|| wide(&head)) {
            return Ok(encoding);
        }
        let utf_8 = is_utf_8(source)?;
        Ok(Encoding { charset: if utf_8 { Charset::Utf8 } else { Charset::Windows1252 }, mark: 0 })
    }
}

fn marked(head: &[u8]) -> Option<Encoding> {
    let (charset, mark) = match head {
        [0xEF, 0xBB, 0xBF, ..] => (Charset::Utf8, 3),
        [0xFF, 0xFE, ..] => (Charset::Utf16(Order::Little), 2),
        [0xFE, 0xFF, ..] => (Charset::Utf16(Order::Big), 2),
        _ => return None,
    };
    Some(Encoding { charset, mark })
}

/// UTF-16 without a mark: in the languages of Europe nearly each second byte is zero.
fn wide(head: &[u8]) -> Option<Encoding> {
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let half = head.len().checked_div(2)?;
    let many = |zeros: usize| half > 0 && zeros.saturating_mul(2) > half;
    let order = match (zeros(0), zeros(1)) {
        (0, second) if many(second) => Order::Little,
        (first, 0) if many(first) => Order::Big,
        _ => return None,
    };
    Some(Encoding { charset: Charset::Utf16(order), mark: 0 })
}

fn is_utf_8(source: &dyn Source) -> Result<bool, Unread> {
    let mut at = 0;
    while at < source.len() {
        let end = at.saturating_add(STEP).min(source.len());
        let bytes = source.bytes(at..end, STEP)?;
        match std::str::from_utf8(&bytes) {
            Ok(_) => at = end,
            // The last letter goes on in the next step.
            Err(error) if error.error_len().is_none() && end < source.len() => {
                at = at.saturating_add(error.valid_up_to() as u64);
            }
            Err(_) => return Ok(false),
        }
    }
    Ok(true)
}

/// A piece of a text, and where it ends.
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) end: u64,
}

/// The pieces of a text.
pub(super) struct Pieces<'a> {
    source: &'a dyn Source,
    decoder: Decoder,
    at: u64,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(source: &'a dyn Source, encoding: Encoding) -> Self {
        Self { source, decoder: Decoder::new(encoding.charset), at: encoding.mark }
    }

    fn piece(&mut self) -> Result<Piece, Reason> {
        let end = self.at.saturating_add(STEP).min(self.source.len());
        let bytes = self.source.bytes(self.at..end, STEP)?;
        self.at = end;
        // Halves of characters: it is not in the encoding that it seemed to be.
        let text = self.decoder.decode(&bytes, end == self.source.len()).ok_or(Reason::Unknown)?;
        Ok(Piece { text, end })
    }
}

/// Fails where bytes are no characters, and then ends.
impl Iterator for Pieces<'_> {
    type Item = Result<Piece, Reason>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.source.len() {
            return None;
        }
        let piece = self.piece();
        if piece.is_err() {
            self.at = self.source.len();
        }
        Some(piece)
    }
}
