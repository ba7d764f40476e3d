//! Documents of Office that are encrypted: a compound file with the document in one stream, how it
//! was encrypted in another, and sometimes properties beside them that anybody can read.

use super::{Macros, Stream, show};
use crate::finding::Reason;
use crate::format::image::block;
use crate::format::{Format, detect};
use crate::kind::inside;
use crate::source::{Pieces, Source};
use crate::syntax::cfb::{self, Sort};
use crate::syntax::offcrypto;
use crate::visit::{Decision, Remedy, Visit};

/// Documents of Office in a compound file.
pub(crate) struct Encrypted;

const INFORMATION: &str = "EncryptionInfo";
const PACKAGE: &str = "EncryptedPackage";
/// What says by which programs the document was made unreadable.
const SPACES: &str = "DataSpaces/";

impl Format for Encrypted {
    fn name(&self, _source: &dyn Source) -> &'static str {
        "encrypted"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        let names = || cfb::names(source).unwrap_or_default();
        cfb::is_compound(source) && names().iter().any(|name| name.eq_ignore_ascii_case(PACKAGE))
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        let compound = cfb::Compound::open(source, visit.held())?;
        let bytes = match opened(&compound, visit) {
            Ok(bytes) => bytes,
            Err(reason) => {
                visit.fixed(|visit| beside(&compound, visit))?;
                return Err(reason);
            }
        };
        visit.guard(&inside::ENCRYPTION);
        let decision = visit.place(&inside::ENCRYPTION, Remedy::Ask);
        visit.describe(PACKAGE);
        beside(&compound, visit)?;
        visit.close();
        visit.unpacked(&bytes)?;
        // What is encrypted twice stays closed: each time takes a password of its own.
        let format = detect(&bytes).filter(|_| !cfb::is_compound(&bytes));
        let pieces = format.ok_or(Reason::Unknown)?.walk(&bytes, visit)?;
        if decision == Decision::Stay && pieces.is_all_of(&bytes) {
            return Ok(Pieces::all(source));
        }
        let copy = pieces.over(&bytes);
        let most = copy.len();
        Ok(Pieces::fresh(copy.bytes(0..most, most)?))
    }
}

/// The document, where a password opens it.
fn opened(compound: &cfb::Compound<'_>, visit: &Visit<'_>) -> Result<Vec<u8>, Reason> {
    let read = |name: &str| {
        let mut entries = compound.entries().iter();
        let entry = entries
            .position(|entry| entry.sort == Sort::Stream && entry.name.eq_ignore_ascii_case(name));
        // Without it the document is meant for certain people, who need no password.
        compound.read(entry.ok_or(Reason::Encrypted)?, visit.held())
    };
    let (information, package) = (read(INFORMATION)?, read(PACKAGE)?);
    let given = visit.options().password.as_deref();
    let passwords: Vec<&str> = given.into_iter().chain([offcrypto::EXCEL_PASSWORD]).collect();
    offcrypto::open(&information, &package, &passwords, visit.limits())
}

/// What anybody can read beside the document.
fn beside(compound: &cfb::Compound<'_>, visit: &mut Visit<'_>) -> Result<(), Reason> {
    let macros = Macros::find(compound, visit);
    for (number, entry) in compound.entries().iter().enumerate() {
        visit.entry()?;
        if entry.sort != Sort::Stream {
            continue;
        }
        let path = compound.path(number);
        if path.eq_ignore_ascii_case(PACKAGE) {
            for range in compound.ranges(number)? {
                visit.packed(range);
            }
        } else if path.eq_ignore_ascii_case(INFORMATION) || path.starts_with(SPACES) {
            block(visit, &path, |visit| {
                let bytes = compound.read(number, visit.held())?;
                show(&bytes, visit);
                Ok(super::Left::Same)
            });
        } else {
            Stream { compound, macros: &macros, number }.walk(visit);
        }
    }
    Ok(())
}
