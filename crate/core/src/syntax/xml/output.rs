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
    /// Its tags go, and what stands in it is held.
    Joined,
}

/// What stood in an element, until it is told where it goes on.
struct Held {
    pieces: Pieces,
    /// How many elements were open.
    depth: usize,
    /// The element has not ended yet.
    open: bool,
}

/// Pieces that are being put together. Everything before `cursor` is settled.
#[derive(Default)]
pub(super) struct Output {
    pieces: Pieces,
    cursor: u64,
    changed: bool,
    /// An element around here goes, and what happens in it does not matter.
    leaving: bool,
    held: Vec<Held>,
}

impl Output {
    /// Puts other bytes in place of a range.
    pub(super) fn replace(&mut self, range: Range<u64>, with: &str) {
        if self.leaving || range.start < self.cursor {
            return;
        }
        let cursor = self.cursor;
        let sink = self.sink();
        sink.keep(cursor..range.start);
        sink.write(with.as_bytes().to_vec());
        self.cursor = range.end;
        self.changed = true;
    }

    /// Where what stays goes: into the innermost element that is held, or the part.
    fn sink(&mut self) -> &mut Pieces {
        let held = self.held.iter_mut().rev().find(|held| held.open);
        held.map_or(&mut self.pieces, |held| &mut held.pieces)
    }

    pub(super) fn join(&mut self, tag: &Range<u64>, depth: usize) -> Mark {
        if self.leaving {
            return Mark::Kept;
        }
        self.replace(tag.clone(), "");
        // What waited goes on in this element, and with it.
        match self.held.last_mut().filter(|held| !held.open && held.depth == depth) {
            Some(held) => held.open = true,
            None => self.held.push(Held { pieces: Pieces::default(), depth, open: true }),
        }
        Mark::Joined
    }

    pub(super) fn waits(&self, depth: usize) -> bool {
        !self.leaving && self.held.last().is_some_and(|held| !held.open && held.depth == depth)
    }

    pub(super) fn receive(&mut self, at: u64) {
        let Some(held) = self.held.pop_if(|held| !held.open) else { return };
        self.replace(at..at, "");
        self.sink().extend(held.pieces, 0);
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
            Mark::Joined => {
                self.replace(tag.clone(), "");
                if let Some(held) = self.held.iter_mut().rev().find(|held| held.open) {
                    held.open = false;
                }
            }
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
        // Nobody took it: it stays where it was left out last.
        while let Some(held) = self.held.pop() {
            self.sink().extend(held.pieces, 0);
        }
        self.pieces.keep(self.cursor..end);
        self.changed.then_some(self.pieces)
    }
}

/// A part in UTF-8, whatever it was written in; nothing where its characters are not known.
pub fn to_utf8_where_not(bytes: Vec<u8>) -> Option<Vec<u8>> {
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, ..] | [_, 0, ..] => to_utf8(&bytes),
        _ => Some(bytes),
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
