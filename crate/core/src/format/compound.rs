//! Compound files: documents of the old Office, objects and macros in those of the new. What
//! stands beside the document itself is read and cleaned: properties, the files that objects were
//! made from, names of the last user, and what is left in free sectors. The body of a document in
//! an old format is not read, and said not to be.

mod encrypted;
mod macros;
mod native;
mod office;
mod properties;

use super::image::{Left, block, bytes_of};
use super::{Format, detect};
use crate::finding::{Reason, Step};
use crate::kind::{hidden, inside, time};
use crate::source::{Pieces, Source};
use crate::syntax::cfb::{self, Rewrite, Sort};
use crate::syntax::fields::{STEP, readable};
use crate::syntax::properties::moment_of;
use crate::visit::Remedy::{Drop, Keep};
use crate::visit::{Decision, Visit};

pub(super) use encrypted::Encrypted;
use macros::Macros;

/// Compound files that are not encrypted.
pub(crate) struct Compound;

/// What a report calls a file, by a stream in it.
const NAMES: &[(&str, &str)] = &[
    ("__properties_version1.0", "msg"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
];

/// Streams of which all is told by the words in them, for the reason given.
const WORDS: &[(&str, &str)] = &[
    ("\u{1}CompObj", "the program that an object belongs to"),
    ("\u{1}Ole", "whether an object is linked, and with what"),
    ("\u{3}ObjInfo", "switches of an object"),
    ("\u{3}LinkInfo", "what an object is linked with"),
    ("\u{3}OCXNAME", "the name of a control"),
    ("\u{3}PRINT", "what a control prints"),
    ("MM", "the number of pages of a message"),
];

impl Format for Compound {
    fn name(&self, source: &dyn Source) -> &'static str {
        let names = cfb::names(source).unwrap_or_default();
        let known = NAMES.iter().find(|(stream, _)| names.iter().any(|name| name == stream));
        known.map_or("ole", |(_, name)| name)
    }

    fn matches(&self, source: &dyn Source) -> bool {
        // What is encrypted says so by having no format.
        let names = || cfb::names(source).unwrap_or_default();
        cfb::is_compound(source)
            && !names().iter().any(|name| name.eq_ignore_ascii_case("EncryptedPackage"))
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        let compound = cfb::Compound::open(source, visit.held())?;
        let entries = compound.entries();
        if entries.iter().any(|entry| office::SIGNATURES.contains(&entry.name.as_str())) {
            visit.guard(&inside::SIGNATURE);
            visit.place(&inside::SIGNATURE, Keep);
            visit.describe("compound file");
            visit.close();
        }
        let macros = Macros::find(&compound, visit);
        let mut rewrite = compound.as_it_is();
        let mut changes = false;
        for (number, entry) in entries.iter().enumerate() {
            visit.entry()?;
            let left = match entry.sort {
                Sort::Unused => continue,
                Sort::Root | Sort::Folder => {
                    changes |= times(&compound, number, &mut rewrite, visit);
                    continue;
                }
                Sort::Stream => Stream { compound: &compound, macros: &macros, number }.walk(visit),
            };
            if let (Left::New(bytes), Some(content)) = (left, rewrite.contents.get_mut(number)) {
                *content = Some(bytes);
                changes = true;
            }
        }
        let gone = macros.gone();
        changes |= !gone.is_empty();
        rewrite.gone = gone;
        changes |= loose(&compound, source, &mut rewrite, visit)?;
        if changes { compound.rewrite(&rewrite) } else { Ok(Pieces::all(source)) }
    }
}

/// When a folder was made and changed.
fn times(
    compound: &cfb::Compound<'_>,
    number: usize,
    rewrite: &mut Rewrite,
    visit: &mut Visit<'_>,
) -> bool {
    let Some(entry) = compound.entries().get(number) else { return false };
    let days: Vec<String> = entry.times.iter().map(|time| moment_of(*time)).collect();
    let days: Vec<String> = days.into_iter().filter(|day| !day.is_empty()).collect();
    if days.is_empty() {
        return false;
    }
    visit.enter(Step::Part(entry.plain().into()));
    let decision = visit.place(&time::DATE, Drop);
    visit.describe(&days.join(" · "));
    visit.close();
    visit.leave();
    if let Some(stays) = rewrite.times.get_mut(number) {
        *stays = decision == Decision::Stay;
    }
    decision != Decision::Stay
}

/// Bytes that belong to nothing: one place for all, with what can be read in them.
fn loose(
    compound: &cfb::Compound<'_>,
    source: &dyn Source,
    rewrite: &mut Rewrite,
    visit: &mut Visit<'_>,
) -> Result<bool, Reason> {
    let loose = compound.loose()?;
    if loose.is_empty() {
        return Ok(false);
    }
    let decision = visit.place(&hidden::STRAY_BYTES, Drop);
    visit.describe(&format!("{} sectors", loose.len()));
    for range in &loose {
        visit.text(&readable(&source.bytes(range.clone(), STEP)?));
        visit.end_text();
    }
    visit.close();
    rewrite.loose = loose;
    if decision != Decision::Stay {
        rewrite.loose.clear();
    }
    Ok(decision != Decision::Stay)
}

/// A stream that is walked.
struct Stream<'s> {
    compound: &'s cfb::Compound<'s>,
    macros: &'s Macros,
    number: usize,
}

impl Stream<'_> {
    /// Walks it as a part of its own; it stays where it cannot be read.
    fn walk(&self, visit: &mut Visit<'_>) -> Left {
        block(visit, &self.compound.path(self.number), |visit| {
            let bytes = self.compound.read(self.number, visit.held())?;
            if bytes.is_empty() {
                return Ok(Left::Same);
            }
            if let Some(left) = self.macros.walk(self.number, &bytes, visit)? {
                return Ok(left);
            }
            let name = self.compound.entries().get(self.number).map(|entry| entry.name.as_str());
            self.read(name.unwrap_or_default(), &bytes, visit)
        })
    }

    fn read(&self, name: &str, bytes: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
        match name {
            "\u{5}SummaryInformation" | "\u{5}DocumentSummaryInformation" => {
                properties::walk(bytes, visit)
            }
            "\u{1}Ole10Native" => native::walk(bytes, visit),
            "Equation Native" => native::equation(bytes, visit).map(|()| Left::Same),
            "\u{1}Ole" | "\u{3}LinkInfo" => {
                native::link(bytes, visit);
                Ok(Left::Same)
            }
            name if WORDS.iter().any(|(known, _)| *known == name) => {
                show(bytes, visit);
                Ok(Left::Same)
            }
            name if name.starts_with("\u{2}OlePres") => native::presentation(bytes, visit),
            name if office::is_body(name) => office::walk(name, bytes, visit),
            _ => self.document(bytes, visit),
        }
    }

    /// A stream that is a document of its own, or of which nothing is known.
    fn document(&self, bytes: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
        match detect(&bytes) {
            Some(_) => {
                let left = visit.document(Step::Part("file".into()), &bytes);
                match left.filter(|left| !left.is_all_of(&bytes)) {
                    Some(left) => Ok(Left::New(bytes_of(&left, &bytes, visit.held())?)),
                    None => Ok(Left::Same),
                }
            }
            None => {
                show(bytes, visit);
                Err(Reason::Unknown)
            }
        }
    }
}

/// Shows what can be read in bytes.
fn show(bytes: &[u8], visit: &mut Visit<'_>) {
    visit.text(&readable(bytes));
    visit.end_text();
}
