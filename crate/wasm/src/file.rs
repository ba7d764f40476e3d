//! A file that is read by ranges, so that a large one is never in memory whole.

use std::cell::{Cell, RefCell};

use js_sys::{ArrayBuffer, Uint8Array};
use lakmoes::{Source, Unread};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, FileReaderSync};

use crate::failure;

/// How much is read at once where a document is read from front to back.
const MOST: u64 = 8 << 20;
/// How much is read at once where it is read here and there.
const LEAST: u64 = 64 << 10;

#[wasm_bindgen]
extern "C" {
    /// Lets bytes go that were read; the worker of the page has it (`www/src/worker.js`).
    #[wasm_bindgen(catch, js_name = lakmoesRelease)]
    fn release(bytes: &ArrayBuffer) -> Result<(), JsValue>;
}

/// A document of JavaScript.
pub struct Ranges {
    origin: Origin,
    length: u64,
    /// What was read last, in two places: a directory and what it points at, say.
    windows: RefCell<[Window; 2]>,
    failed: Cell<bool>,
}

enum Origin {
    File(Blob, FileReaderSync),
    Bytes(Uint8Array),
}

#[derive(Default)]
struct Window {
    start: u64,
    bytes: Vec<u8>,
}

impl Window {
    fn end(&self) -> u64 {
        self.start.saturating_add(self.bytes.len() as u64)
    }

    /// Copies what is asked for, where all of it is here.
    fn fill(&self, offset: u64, buffer: &mut [u8]) -> bool {
        let Some(start) = offset.checked_sub(self.start).and_then(|at| usize::try_from(at).ok())
        else {
            return false;
        };
        let Some(end) = start.checked_add(buffer.len()) else { return false };
        let Some(bytes) = self.bytes.get(start..end) else { return false };
        buffer.copy_from_slice(bytes);
        true
    }
}

impl Ranges {
    /// A `File` or `Blob` (in a worker only), or a `Uint8Array`.
    pub fn new(file: &JsValue) -> Result<Self, JsValue> {
        let (origin, length) = if let Some(bytes) = file.dyn_ref::<Uint8Array>() {
            (Origin::Bytes(bytes.clone()), u64::from(bytes.length()))
        } else if let Some(blob) = file.dyn_ref::<Blob>() {
            (Origin::File(blob.clone(), FileReaderSync::new()?), blob.size() as u64)
        } else {
            return Err(failure("options", "a File or a Uint8Array is needed"));
        };
        Ok(Self { origin, length, windows: RefCell::default(), failed: Cell::new(false) })
    }

    /// Fails where something could not be read: the file changed, or went away. What was said
    /// about it then is worth nothing.
    pub fn whole(&self) -> Result<(), JsValue> {
        match self.failed.get() {
            true => Err(failure("changed", "the file changed while it was read")),
            false => Ok(()),
        }
    }

    fn fetch(&self, start: u64, end: u64) -> Option<Vec<u8>> {
        let bytes = match &self.origin {
            Origin::Bytes(bytes) => {
                bytes.subarray(u32::try_from(start).ok()?, u32::try_from(end).ok()?).to_vec()
            }
            Origin::File(blob, reader) => {
                let range = blob.slice_with_f64_and_f64(start as f64, end as f64).ok()?;
                let buffer: ArrayBuffer = reader.read_as_array_buffer(&range).ok()?;
                let bytes = Uint8Array::new(&buffer).to_vec();
                // Chromium collects no garbage while a check runs: without this, all that was
                // read of a file stays in memory to the end. Another host may do without.
                let _ = release(&buffer);
                bytes
            }
        };
        (bytes.len() as u64 == end.saturating_sub(start)).then_some(bytes)
    }

    fn load(&self, offset: u64, length: u64) -> Option<Window> {
        let end = offset.saturating_add(length).min(self.length);
        let fetched = self.fetch(offset, end);
        if fetched.is_none() {
            self.failed.set(true);
        }
        Some(Window { start: offset, bytes: fetched? })
    }
}

impl Source for Ranges {
    fn len(&self) -> u64 {
        self.length
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<(), Unread> {
        let length = buffer.len() as u64;
        if offset.checked_add(length).is_none_or(|end| end > self.length) {
            return Err(Unread);
        }
        if length >= MOST {
            let window = self.load(offset, length).ok_or(Unread)?;
            return if window.fill(offset, buffer) { Ok(()) } else { Err(Unread) };
        }
        let mut windows = self.windows.try_borrow_mut().map_err(|_| Unread)?;
        let [first, second] = &mut *windows;
        if first.fill(offset, buffer) {
            return Ok(());
        }
        if second.fill(offset, buffer) {
            std::mem::swap(first, second);
            return Ok(());
        }
        // The window that ends near here is read on, each time further; another one starts small.
        let goes_on = |window: &Window| {
            !window.bytes.is_empty() && (window.start..=window.end()).contains(&offset)
        };
        if goes_on(second) || !goes_on(first) {
            std::mem::swap(first, second);
        }
        let ahead = match goes_on(first) {
            true => (first.bytes.len() as u64).saturating_mul(4),
            false if self.length <= MOST => MOST,
            false => LEAST,
        };
        // What was there is let go first: two windows are the most that is held.
        first.bytes = Vec::new();
        *first = self.load(offset, ahead.clamp(LEAST, MOST).max(length)).ok_or(Unread)?;
        if first.fill(offset, buffer) { Ok(()) } else { Err(Unread) }
    }
}
