//! What is left of a part: ranges that stay, and new characters between them.

use std::ops::Range;

use crate::source::Pieces;
use crate::syntax::charset::Charset;
use crate::syntax::fields::Order;

/// What becomes of an element that is open.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Mark {
    Kept,
    /// It goes with all in it.
    Dropped,
    /// Its tags go.
    Unwrapped,
    /// What stands in it goes.
    Emptied,
}

/// Pieces that are being put together. Everything before `cursor` is settled.
#[derive(Default)]
pub(super) struct Output {
    pieces: Pieces,
    cursor: u64,
    changed: bool,
    /// An element around here goes, and what happens in it does not matter.
    leaving: bool,
}

impl Output {
    /// Puts other bytes in place of a range.
    pub(super) fn replace(&mut self, range: Range<u64>, with: &str) {
        if self.leaving || range.start < self.cursor {
            return;
        }
        self.pieces.keep(self.cursor..range.start);
        self.pieces.write(with.as_bytes().to_vec());
        self.cursor = range.end;
        self.changed = true;
    }

    pub(super) fn drop_element(&mut self, tag: &Range<u64>) -> Mark {
        self.leave(tag.start, "", Mark::Dropped)
    }

    pub(super) fn set_content(&mut self, tag: &Range<u64>, text: &str) -> Mark {
        self.leave(tag.end, &quick_xml::escape::escape(text), Mark::Emptied)
    }

    fn leave(&mut self, from: u64, instead: &str, mark: Mark) -> Mark {
        if self.leaving {
            return Mark::Kept;
        }
        self.replace(from..from, instead);
        self.leaving = true;
        mark
    }

    pub(super) fn unwrap_element(&mut self, tag: &Range<u64>) -> Mark {
        if self.leaving {
            return Mark::Kept;
        }
        self.replace(tag.clone(), "");
        Mark::Unwrapped
    }

    /// An element ends.
    pub(super) fn end(&mut self, mark: Mark, tag: &Range<u64>) {
        match mark {
            Mark::Kept => {}
            Mark::Unwrapped => self.replace(tag.clone(), ""),
            Mark::Dropped => {
                self.cursor = tag.end;
                self.leaving = false;
            }
            Mark::Emptied => {
                self.cursor = tag.start;
                self.leaving = false;
            }
        }
    }

    pub(super) fn finish(mut self, end: u64) -> Option<Pieces> {
        self.pieces.keep(self.cursor..end);
        self.changed.then_some(self.pieces)
    }
}

/// A part in other characters than UTF-8, in UTF-8; nothing where they are not known. What its
/// first line says about characters is made to agree.
pub fn to_utf8(bytes: &[u8]) -> Option<Vec<u8>> {
    let charset = match bytes {
        [0xFF, 0xFE, ..] | [_, 0, ..] => Charset::Utf16(Order::Little),
        [0xFE, 0xFF, ..] | [0, ..] => Charset::Utf16(Order::Big),
        _ => {
            let head = bytes.get(..bytes.len().min(200))?;
            let head = head.split(|byte| *byte == b'>').next()?;
            let head = String::from_utf8_lossy(head);
            let (_, label) = head.split_once("encoding")?;
            let label = label.trim_start_matches([' ', '=', '"', '\'']);
            let label = label.split(['"', '\'']).next()?;
            Charset::named(label)?
        }
    };
    let text = charset.decode(bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let Some((declaration, rest)) = text.split_once("?>") else {
        return Some(text.to_owned().into_bytes());
    };
    let said = declaration.split_once("encoding").and_then(|(before, after)| {
        let (equals, value) = after.split_once(['"', '\''])?;
        let quote = after.get(equals.len()..)?.chars().next()?;
        let (_, after) = value.split_once(quote)?;
        Some(format!("{before}encoding{equals}{quote}UTF-8{quote}{after}?>{rest}"))
    });
    Some(said.unwrap_or_else(|| text.to_owned()).into_bytes())
}
