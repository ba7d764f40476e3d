//! ZIP archives: each member is a document of its own.

use std::io::BufReader;

use super::Format;
use super::rows::{self, Table};
use crate::finding::{Reason, Step};
use crate::kind::{hidden, time};
use crate::seen::Tie;
use crate::source::{Pieces, Source};
use crate::syntax::xml::{self, Namespaces};
use crate::syntax::zip::{Archive, Entry, Fate, Headers, Rewrite, plain};
use crate::visit::Remedy::Drop;
use crate::visit::{Decision, Visit};

/// An archive that is no document of another format.
pub(crate) struct Zip;

/// What a ZIP begins with: an entry, or the end of an archive without any.
const MARKS: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

impl Format for Zip {
    fn name(&self, _: &dyn Source) -> &'static str {
        "zip"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        is_zip(source)
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        let archive = Archive::open(source, visit.limits())?;
        count(&archive, visit)?;
        let mut rewrite = archive.as_it_is();
        for (index, entry) in archive.entries().iter().enumerate() {
            visit.enter(Step::Attachment(entry.name.as_str().into()));
            visit.aside(&entry.name);
            let headers = headers(entry, visit);
            visit.leave();
            let step = Step::Attachment(entry.name.as_str().into());
            let fate =
                if entry.is_folder() { Fate::Kept } else { document(&archive, index, step, visit) };
            if let Some(entry) = rewrite.entries.get_mut(index) {
                *entry = (fate, headers);
            }
        }
        around(&archive, &mut rewrite, visit);
        Ok(archive.rewrite(rewrite))
    }
}

/// Whether these bytes begin as a ZIP does.
pub(crate) fn is_zip(source: &dyn Source) -> bool {
    let head = source.head(4);
    MARKS.iter().any(|mark| head == *mark)
}

/// Counts the entries, and tells which bytes are packed.
pub(crate) fn count(archive: &Archive<'_>, visit: &mut Visit<'_>) -> Result<(), Reason> {
    for entry in archive.entries() {
        visit.entry()?;
        if !entry.is_stored() {
            visit.packed(entry.data());
        }
    }
    Ok(())
}

/// Walks an entry as a document, and tells what becomes of it.
pub(crate) fn document(
    archive: &Archive<'_>,
    index: usize,
    step: Step,
    visit: &mut Visit<'_>,
) -> Fate {
    if let Some(window) = archive.stored(index) {
        if super::detect(&window).is_none()
            && let Some(entry) = archive.entries().get(index)
        {
            visit.packed(entry.data());
        }
        let pieces = visit.document(step.clone(), &window);
        // Only reading it all tells whether the checksum is right.
        return match checked(archive, index, visit) {
            Ok(()) => changed(archive, index, pieces),
            Err(reason) => {
                visit.enter(step);
                visit.gap(reason);
                visit.leave();
                Fate::Kept
            }
        };
    }
    let whole = archive.unpack(index).and_then(|unpacked| visit.unpack_closed(unpacked).whole());
    match whole {
        Ok(bytes) => {
            if super::detect(&bytes).is_some() {
                visit.search(&bytes);
            }
            let pieces = visit.document(step, &bytes);
            changed(archive, index, pieces)
        }
        Err(reason) => {
            visit.part(step, |_| Err::<(), _>(reason));
            Fate::Kept
        }
    }
}

/// Walks an entry of XML by a table. It is never in memory: what is left of it is told in
/// ranges. What changes in one that is not written in UTF-8, is written in UTF-8.
pub(crate) fn xml(
    archive: &Archive<'_>,
    index: usize,
    namespaces: Namespaces,
    table: &Table,
    part: &mut dyn rows::Part,
    visit: &mut Visit<'_>,
) -> Result<Fate, Reason> {
    let unpacked = visit.unpack(archive.unpack(index)?);
    let input = Box::new(BufReader::with_capacity(32 << 10, unpacked));
    match rows::walk(input, namespaces, table, part, visit) {
        Ok(None) => return Ok(Fate::Kept),
        Ok(Some(pieces)) => return archive.splice(index, &pieces),
        Err(xml::Error::Encoding) => {}
        Err(error) => return Err(error.into()),
    }
    let bytes = visit.unpack(archive.unpack(index)?).whole()?;
    let text = xml::to_utf8(&bytes).ok_or(Reason::Unknown)?;
    match rows::walk(Box::new(text.as_slice()), namespaces, table, part, visit)? {
        None => Ok(Fate::Kept),
        Some(pieces) => {
            let copy = pieces.over(&text);
            archive.splice(index, &Pieces::fresh(copy.bytes(0..copy.len(), visit.held())?))
        }
    }
}

fn checked(archive: &Archive<'_>, index: usize, visit: &Visit<'_>) -> Result<(), Reason> {
    let _ = visit;
    let mut unpacked = archive.unpack(index)?;
    std::io::copy(&mut unpacked, &mut std::io::sink())?;
    Ok(())
}

fn changed(archive: &Archive<'_>, index: usize, pieces: Option<Pieces>) -> Fate {
    let changed = pieces.and_then(|pieces| archive.splice(index, &pieces).ok());
    changed.unwrap_or(Fate::Kept)
}

/// What the headers of an entry tell, and what of it stays.
pub(crate) fn headers(entry: &Entry, visit: &mut Visit<'_>) -> Headers {
    let mut headers = Headers::KEPT;
    if !entry.date.is_neutral() {
        let decision = visit.place(&time::ARCHIVE_DATE, Drop);
        visit.describe(&entry.date.day());
        visit.close();
        headers.date = decision == Decision::Stay;
    }
    if !entry.extras.is_empty() {
        let kind = if entry.extras.iter().all(|id| DATES.contains(id)) {
            &time::ARCHIVE_DATE
        } else {
            &hidden::PRIVATE_DATA
        };
        let ids: Vec<_> = entry.extras.iter().map(|id| format!("{id:04x}")).collect();
        let decision = visit.place(kind, Drop);
        visit.describe(&ids.join(" "));
        visit.close();
        headers.extras = decision == Decision::Stay;
    }
    if !entry.comment.is_empty() {
        let comment = String::from_utf8_lossy(&entry.comment);
        let decision = visit.value(&hidden::PRIVATE_DATA, Drop, &comment);
        headers.comment = decision == Decision::Stay;
    }
    headers
}

/// A folder in the package of a document. One with nothing in it is there for its name, unless it
/// is one of those that programs make.
pub(crate) fn folder(archive: &Archive<'_>, folder: &Entry, visit: &mut Visit<'_>) -> Fate {
    const USUAL: &[&str] = &[
        "_rels",
        "activeX",
        "charts",
        "comments",
        "customXml",
        "docProps",
        "drawings",
        "embeddings",
        "fonts",
        "Fonts",
        "media",
        "META-INF",
        "notesSlides",
        "ObjectReplacements",
        "Pictures",
        "ppt",
        "printerSettings",
        "slides",
        "tables",
        "theme",
        "Thumbnails",
        "word",
        "worksheets",
        "xl",
    ];
    let name = folder.name.replace('\\', "/");
    let holds = |entry: &Entry| entry.name != folder.name && entry.name.starts_with(&folder.name);
    let usual = name.split('/').all(|part| part.is_empty() || USUAL.contains(&part));
    if usual || archive.entries().iter().any(holds) {
        return Fate::Kept;
    }
    visit.enter(Step::Part(folder.name.as_str().into()));
    let decision = visit.place(&hidden::STRAY_BYTES, Drop);
    visit.needs(Tie::new("part", &plain(&folder.name)));
    if decision == Decision::Stay {
        visit.set_value(&name);
    }
    visit.close();
    visit.leave();
    if decision == Decision::Go { Fate::Gone } else { Fate::Kept }
}

/// The numbers of the additional fields that hold more dates, and the number of a user.
const DATES: [u16; 5] = [0x000A, 0x5455, 0x5855, 0x7855, 0x7875];

/// What stands in an archive beside its entries.
pub(crate) fn around(archive: &Archive<'_>, rewrite: &mut Rewrite, visit: &mut Visit<'_>) {
    if !archive.comment().is_empty() {
        let comment = String::from_utf8_lossy(archive.comment());
        let decision = visit.value(&hidden::PRIVATE_DATA, Drop, &comment);
        rewrite.comment = decision == Decision::Stay;
    }
    for (range, stays) in archive.unlisted().iter().zip(&mut rewrite.unlisted) {
        let decision = visit.place(&hidden::STRAY_BYTES, Drop);
        let length = range.end.saturating_sub(range.start);
        visit.describe(&format!("{length} bytes"));
        visit.close();
        *stays = decision == Decision::Stay;
    }
}
