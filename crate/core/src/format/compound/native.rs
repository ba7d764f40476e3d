//! Objects in a document: the files that they were made from, their links and their pictures
//! [MS-OLEDS].

use super::{Left, bytes_of, detect, show};
use crate::finding::{Reason, Step};
use crate::format::given::is_usual;
use crate::kind::hidden::HIDDEN_NAME;
use crate::kind::place;
use crate::source::Source;
use crate::syntax::fields::Order::Little;
use crate::syntax::fields::{readable, text};
use crate::syntax::packager::Package;
use crate::visit::Remedy::{Drop, Keep};
use crate::visit::{Decision, Visit};

/// Walks `Ole10Native`: a file that the packager wrapped, or the data of a program.
pub(super) fn walk(bytes: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let Some(mut package) = Package::read(bytes)? else {
        return data(bytes, visit);
    };
    let name = package.name();
    visit.aside(&name);
    if !is_usual(&name) {
        visit.place(&HIDDEN_NAME, Keep);
        visit.describe(&name);
        visit.close();
    }
    let mut changes = false;
    for path in [&mut package.source, &mut package.temporary] {
        if let Some(short) = shorter(&text(path), visit) {
            *path = file(path);
            changes |= !short.is_empty();
        }
    }
    for path in &mut package.again {
        if let Some(short) = shorter(path, visit) {
            *path = short;
            changes = true;
        }
    }
    if !package.rest.is_empty() {
        show(&package.rest, visit);
    }
    let left = visit.document(Step::Attachment(name.as_str().into()), &package.data);
    if let Some(left) = left.filter(|left| !left.is_all_of(&package.data)) {
        package.data = bytes_of(&left, &package.data, visit.held())?;
        changes = true;
    }
    Ok(if changes { Left::New(package.write()) } else { Left::Same })
}

/// Tells of the folders before the name of a file; where they go, what is left.
fn shorter(path: &str, visit: &mut Visit<'_>) -> Option<String> {
    let path = path.trim_end_matches('\0');
    let short = path.rsplit(['\\', '/', ':']).next().unwrap_or_default();
    if short == path {
        return None;
    }
    let decision = visit.value(&place::FILE_PATH, Drop, path);
    (decision != Decision::Stay).then(|| short.to_owned())
}

/// The name of a file without the folders before it. In some code pages the second byte of a
/// letter is that of a backslash, so then less is left.
fn file(path: &[u8]) -> Vec<u8> {
    let parts = path.rsplit(|byte| matches!(byte, b'\\' | b'/' | b':'));
    parts.map(<[u8]>::to_vec).next().unwrap_or_default()
}

/// The data of a program, after its length.
fn data(bytes: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let data = bytes.get(4..).unwrap_or_default();
    match detect(&data) {
        Some(_) => {
            let left = visit.document(Step::Part("file".into()), &data);
            match left.filter(|left| !left.is_all_of(&data)) {
                Some(left) => {
                    let data = bytes_of(&left, &data, visit.held())?;
                    let length = u32::try_from(data.len()).map_err(|_| Reason::Limit)?;
                    Ok(Left::New([&length.to_le_bytes(), data.as_slice()].concat()))
                }
                None => Ok(Left::Same),
            }
        }
        // Points of a picture, as the clipboard holds them.
        None if data.starts_with(b"BM") || data.starts_with(&[40, 0, 0, 0]) => {
            visit.surface();
            Ok(Left::Same)
        }
        None => {
            show(data, visit);
            Err(Reason::Unknown)
        }
    }
}

/// What an object is linked with: a path that stays, since the link would break.
pub(super) fn link(bytes: &[u8], visit: &mut Visit<'_>) {
    for word in readable(bytes).split(" · ") {
        let is_path = word.contains(":\\") || word.starts_with("\\\\") || word.contains("file:");
        match is_path {
            true => {
                visit.value(&place::FILE_PATH, Keep, word);
            }
            false => visit.aside(word),
        }
    }
}

/// The picture of an object (2.3.4): a metafile, or points.
pub(super) fn presentation(bytes: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
    const BITMAP: u32 = 8;
    let marker = Little.u32(&bytes, 0)?;
    let (sort, mut at) = match marker {
        0xFFFF_FFFF | 0xFFFF_FFFE => (Little.u32(&bytes, 4)?, 8_u64),
        0 => (0, 4),
        length => (0, u64::from(length).saturating_add(4)),
    };
    let target = u64::from(Little.u32(&bytes, at)?).max(4);
    at = at.saturating_add(target).saturating_add(24);
    let length = u64::from(Little.u32(&bytes, at)?);
    let start = at.saturating_add(4);
    let picture = crate::source::Window::new(&bytes, start..start.saturating_add(length));
    visit.surface();
    match detect(&picture) {
        Some(_) => {
            visit.fixed(|visit| visit.document(Step::Part("picture".into()), &picture));
        }
        None if sort == BITMAP || length == 0 => {}
        None => {
            show(&picture.head(visit.held()), visit);
            return Err(Reason::Unknown);
        }
    }
    Ok(Left::Same)
}
/// Shows the letters of a formula (MTEF 2, 3 and 5, as the Equation Editor and MathType write
/// it): each is a record of its own, wherever it stands.
///
/// # Errors
/// Fails where the formula has another form.
pub(super) fn equation(bytes: &[u8], visit: &mut Visit<'_>) -> Result<(), Reason> {
    let header = bytes.first_chunk::<2>().copied().ok_or(Reason::Damaged)?;
    let header = usize::from(u16::from_le_bytes(header));
    let formula = bytes.get(header..).ok_or(Reason::Damaged)?;
    let new = match formula.first() {
        Some(2 | 3) => false,
        Some(5) => true,
        _ => return Err(Reason::Unknown),
    };
    let mut letters = String::new();
    let mut rest = formula;
    while let Some((_, after)) = rest.split_first() {
        rest = match letter(rest, new) {
            Some((letter, length)) => {
                letters.push(letter);
                rest.get(length..).unwrap_or_default()
            }
            None => after,
        };
    }
    visit.text(&letters);
    visit.end_text();
    visit.text(&readable(formula));
    visit.end_text();
    Ok(())
}

/// The letter whose record begins here, and how long the record is.
fn letter(bytes: &[u8], new: bool) -> Option<(char, usize)> {
    let tag = *bytes.first()?;
    let (options, mut at) = match new {
        true if tag == 2 => (*bytes.get(1)?, 2_usize),
        false if tag & 0x0F == 2 => (tag >> 4, 1),
        _ => return None,
    };
    if options & 8 != 0 {
        // It is moved a little: two bytes, or two numbers where those are not enough.
        let far = bytes.get(at..at.checked_add(2)?)? == [0x80, 0x80];
        at = at.checked_add(if far { 6 } else { 2 })?;
    }
    let face = *bytes.get(at)?;
    let code = bytes.get(at.checked_add(1)?..at.checked_add(3)?)?;
    let code = u16::from_le_bytes(code.try_into().ok()?);
    let letter = char::from_u32(u32::from(code)).filter(|letter| !letter.is_control())?;
    (face >= 0x80).then_some((letter, at.checked_add(3)?))
}
