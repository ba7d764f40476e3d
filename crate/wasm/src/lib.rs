//! The core of Lakmoes for JavaScript: the same few functions, on a `File` or on bytes.
//!
//! It decides nothing: options go in, and what the core says comes out, byte for byte.

mod asked;
mod file;

use std::rc::Rc;

use js_sys::{Array, Function, JSON, Object, Reflect, Uint8Array};
use lakmoes::source::Piece;
use lakmoes::{Changes, Cleaned, Error, Progress, Report, Show, Watch};
use wasm_bindgen::prelude::*;

use asked::{options, plan};
use file::Ranges;

/// Checks a document: a `File` in a worker, or a `Uint8Array`. Gives `{ json, report, revealed }`.
///
/// # Errors
/// Throws where the options are wrong, or where the file changed while it was read.
#[wasm_bindgen]
pub fn inspect(
    file: &JsValue,
    name: &str,
    options: JsValue,
    progress: Option<Function>,
) -> Result<Object, JsValue> {
    let options = self::options(options, watch(progress))?;
    let source = Ranges::new(file)?;
    let report = lakmoes::inspect(name, &source, &options);
    source.whole()?;
    let answer = Object::new();
    tell(&answer, &report)?;
    Ok(answer)
}

/// Makes a clean copy. Gives what `inspect` gives for the copy, `changes`, and `pieces`: pairs of
/// the start and the end of a range of the file, and new bytes.
///
/// # Errors
/// Throws like `inspect`, and where there is no copy.
#[wasm_bindgen]
pub fn clean(
    file: &JsValue,
    name: &str,
    plan: JsValue,
    options: JsValue,
    progress: Option<Function>,
) -> Result<Object, JsValue> {
    let plan = self::plan(plan)?;
    let options = self::options(options, watch(progress))?;
    let source = Ranges::new(file)?;
    let cleaned = lakmoes::clean(name, &source, &plan, &options);
    source.whole()?;
    let cleaned = cleaned.map_err(|error| refusal(&error))?;
    let answer = Object::new();
    tell(&answer, &cleaned.report)?;
    tell_changes(&answer, &cleaned.changes)?;
    set(&answer, "pieces", &pieces(&cleaned))?;
    Ok(answer)
}

/// The SHA-256 of a `Blob` (in a worker only) or a `Uint8Array`, as reports have it; nothing where
/// it cannot be read.
///
/// # Errors
/// Throws where it is neither.
#[wasm_bindgen]
pub fn digest(file: &JsValue) -> Result<Option<String>, JsValue> {
    Ok(lakmoes::digest(&Ranges::new(file)?).ok())
}

/// All kinds with their words and subjects, as JSON.
#[wasm_bindgen]
pub fn catalogue() -> String {
    lakmoes::catalogue_json()
}

/// The version of the core.
#[wasm_bindgen]
pub fn version() -> String {
    lakmoes::VERSION.to_owned()
}

struct Told(Function);

impl Watch for Told {
    fn progress(&self, progress: Progress) {
        let (done, total) = (progress.done as f64, progress.total as f64);
        // Whoever listens cannot stop the check by failing.
        let _ = self.0.call3(&JsValue::NULL, &progress.unit.into(), &done.into(), &total.into());
    }
}

fn watch(progress: Option<Function>) -> Option<Rc<dyn Watch>> {
    progress.map(|progress| Rc::new(Told(progress)) as Rc<dyn Watch>)
}

/// The report as the core wrote it, and as objects made of just that.
fn tell(answer: &Object, report: &Report) -> Result<(), JsValue> {
    let json = report.json(Show::Masked);
    set(answer, "report", &JSON::parse(&json)?)?;
    set(answer, "json", &json.into())?;
    set(answer, "revealed", &JSON::parse(&report.json(Show::Revealed))?)
}

fn tell_changes(answer: &Object, changes: &Changes) -> Result<(), JsValue> {
    set(answer, "changes", &JSON::parse(&changes.json(Show::Masked))?)?;
    set(answer, "changesRevealed", &JSON::parse(&changes.json(Show::Revealed))?)
}

fn pieces(cleaned: &Cleaned) -> Array {
    let pieces = cleaned.pieces.iter().map(|piece| match piece {
        Piece::Kept(range) => {
            Array::of2(&(range.start as f64).into(), &(range.end as f64).into()).into()
        }
        Piece::New(bytes) => JsValue::from(Uint8Array::from(bytes.as_ref())),
    });
    pieces.collect()
}

fn refusal(error: &Error) -> JsValue {
    let failure = failure(error.code(), &error.to_string());
    if let Error::NotClean(what) = error {
        let kinds: Array = what.kinds.iter().map(|kind| JsValue::from(*kind)).collect();
        // The failure itself is told whether or not its details are.
        let _ = Reflect::set(&failure, &"kinds".into(), &kinds);
        let _ = Reflect::set(&failure, &"part".into(), &what.part.as_str().into());
    }
    failure
}

/// An `Error` of JavaScript with a `code` that never changes.
fn failure(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

fn set(object: &Object, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &name.into(), value).map(|_| ())
}
