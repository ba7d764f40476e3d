//! IPTC: what press agencies and photographers write with a picture.

use super::{Left, opaque};
use crate::finding::{Reason, Step};
use crate::kind::{Kind, access, hidden, history, people, place, software, time};
use crate::source::Window;
use crate::syntax::iptc::{self, Dataset};
use crate::visit::Remedy::{self, Drop, Keep};
use crate::visit::{Decision, Visit};

/// What the fields tell, by record and number (IPTC-IIM 4.2).
#[rustfmt::skip]
const FIELDS: &[(u8, u8, &str, &Kind, Remedy)] = &[
    (1, 5, "Destination", &people::ACCOUNT, Drop),
    (1, 30, "ServiceIdentifier", &people::ORGANISATION, Drop),
    (1, 40, "EnvelopeNumber", &history::DOCUMENT_ID, Drop),
    (1, 50, "ProductID", &history::DOCUMENT_ID, Drop),
    (1, 70, "DateSent", &time::DATE, Drop),
    (1, 80, "TimeSent", &time::DATE, Drop),
    (1, 100, "UniqueObjectName", &history::DOCUMENT_ID, Drop),
    (2, 5, "ObjectName", &access::TITLE, Keep),
    (2, 7, "EditStatus", &history::EDITING, Drop),
    (2, 12, "SubjectReference", &access::DESCRIPTION, Drop),
    (2, 15, "Category", &access::DESCRIPTION, Drop),
    (2, 20, "SupplementalCategories", &access::DESCRIPTION, Drop),
    (2, 22, "FixtureIdentifier", &history::DOCUMENT_ID, Drop),
    (2, 25, "Keywords", &access::DESCRIPTION, Drop),
    (2, 26, "ContentLocationCode", &place::PLACE_NAME, Drop),
    (2, 27, "ContentLocationName", &place::PLACE_NAME, Drop),
    (2, 30, "ReleaseDate", &time::DATE, Drop),
    (2, 35, "ReleaseTime", &time::DATE, Drop),
    (2, 37, "ExpirationDate", &time::DATE, Drop),
    (2, 38, "ExpirationTime", &time::DATE, Drop),
    (2, 40, "SpecialInstructions", &access::DESCRIPTION, Drop),
    (2, 45, "ReferenceService", &people::ORGANISATION, Drop),
    (2, 47, "ReferenceDate", &time::DATE, Drop),
    (2, 55, "DateCreated", &time::DATE, Drop),
    (2, 60, "TimeCreated", &time::DATE, Drop),
    (2, 62, "DigitalCreationDate", &time::DATE, Drop),
    (2, 63, "DigitalCreationTime", &time::DATE, Drop),
    (2, 65, "OriginatingProgram", &software::PROGRAM, Drop),
    (2, 70, "ProgramVersion", &software::PROGRAM, Drop),
    (2, 80, "By-line", &people::AUTHOR, Drop),
    (2, 85, "By-lineTitle", &people::AUTHOR, Drop),
    (2, 90, "City", &place::PLACE_NAME, Drop),
    (2, 92, "Sub-location", &place::PLACE_NAME, Drop),
    (2, 95, "Province-State", &place::PLACE_NAME, Drop),
    (2, 100, "Country-PrimaryLocationCode", &place::PLACE_NAME, Drop),
    (2, 101, "Country-PrimaryLocationName", &place::PLACE_NAME, Drop),
    (2, 103, "OriginalTransmissionReference", &history::DOCUMENT_ID, Drop),
    (2, 105, "Headline", &access::DESCRIPTION, Drop),
    (2, 110, "Credit", &people::RIGHTS_HOLDER, Drop),
    (2, 115, "Source", &people::RIGHTS_HOLDER, Drop),
    (2, 116, "CopyrightNotice", &people::RIGHTS_HOLDER, Drop),
    (2, 118, "Contact", &people::AUTHOR, Drop),
    (2, 120, "Caption-Abstract", &access::DESCRIPTION, Drop),
    (2, 121, "LocalCaption", &access::DESCRIPTION, Drop),
    (2, 122, "Writer-Editor", &people::AUTHOR, Drop),
    (2, 184, "JobID", &history::DOCUMENT_ID, Drop),
    (2, 187, "UniqueDocumentID", &history::DOCUMENT_ID, Drop),
    (2, 188, "OwnerID", &people::OWNER, Drop),
    (2, 225, "ClassifyState", &history::EDITING, Drop),
    (2, 228, "DocumentNotes", &access::DESCRIPTION, Drop),
    (2, 230, "DocumentHistory", &history::EDITING, Drop),
];

/// Fields that say in which form others are: they go with the last of those.
fn is_structure(dataset: &Dataset) -> bool {
    matches!((dataset.record, dataset.number), (1, 0 | 20 | 22 | 60 | 90) | (2, 0) | (3 | 7..=9, _))
}

/// Walks a block.
pub(crate) fn walk(bytes: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let block = iptc::read(bytes);
    let mut kept = Vec::new();
    let (mut stays, mut goes) = (0_u32, false);
    for dataset in &block.datasets {
        visit.entry()?;
        let value = bytes.get(dataset.value.clone()).unwrap_or_default();
        let shown = block.text(value);
        let whole = bytes.get(dataset.whole.clone()).unwrap_or_default();
        if is_structure(dataset) || shown.trim().is_empty() {
            kept.push(whole);
            continue;
        }
        let of_field =
            |row: &&(u8, u8, _, _, _)| (row.0, row.1) == (dataset.record, dataset.number);
        let (name, kind, remedy) = match FIELDS.iter().find(of_field) {
            Some((_, _, name, kind, remedy)) => ((*name).to_owned(), *kind, *remedy),
            None => {
                let name = format!("{}:{}", dataset.record, dataset.number);
                (name, &hidden::PRIVATE_DATA, Drop)
            }
        };
        visit.enter(Step::Property(name.as_str().into()));
        let decision = visit.value(kind, remedy, &shown);
        visit.leave();
        if decision == Decision::Stay {
            kept.push(whole);
            stays = stays.saturating_add(1);
        } else {
            goes = true;
        }
    }
    if let Some(at) = block.damaged_at {
        let rest = Window::new(&bytes, at as u64..bytes.len() as u64);
        match opaque(&rest, visit, Reason::Damaged) {
            Left::Same => {
                kept.push(bytes.get(at..).unwrap_or_default());
                stays = stays.saturating_add(1);
            }
            _ => goes = true,
        }
    }
    Ok(match (goes, stays) {
        (false, _) => Left::Same,
        (true, 0) => Left::Gone,
        (true, _) => Left::New(kept.concat()),
    })
}
