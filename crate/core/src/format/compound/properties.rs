//! What the sets of properties of the old Office tell [MS-OSHARED 2.3.3].

use super::Left;
use crate::finding::{Reason, Step};
use crate::kind::{Kind, access, hidden, history, people, software, time};
use crate::syntax::properties::{Name, Property, Set, Sets};
use crate::visit::Remedy::{self, Ask, Drop, Keep};
use crate::visit::{Decision, Visit};

/// The first bytes of the numbers of the sets: of a document, of Office, of a person's own.
const SUMMARY: [u8; 4] = [0xE0, 0x85, 0x9F, 0xF2];
const OFFICE: [u8; 4] = [0x02, 0xD5, 0xCD, 0xD5];
const OWN: [u8; 4] = [0x05, 0xD5, 0xCD, 0xD5];

type Row = (u32, &'static Kind, Remedy);

const OF_SUMMARY: &[Row] = &[
    (2, &access::TITLE, Keep),
    (3, &access::DESCRIPTION, Ask),
    (4, &people::AUTHOR, Drop),
    (5, &access::DESCRIPTION, Ask),
    (6, &access::DESCRIPTION, Ask),
    (7, &software::TEMPLATE, Drop),
    (8, &people::AUTHOR, Drop),
    (9, &history::EDITING, Drop),
    (10, &history::EDITING, Drop),
    (11, &time::DATE, Drop),
    (12, &time::DATE, Drop),
    (13, &time::DATE, Drop),
    (17, &hidden::THUMBNAIL, Drop),
    (18, &software::PROGRAM, Drop),
];

const OF_OFFICE: &[Row] = &[
    (2, &access::DESCRIPTION, Ask),
    (12, &hidden::PART_NAMES, Drop),
    (13, &hidden::PART_NAMES, Drop),
    (14, &people::MANAGER, Drop),
    (15, &people::ORGANISATION, Drop),
    (21, &hidden::PART_NAMES, Drop),
    (26, &access::DESCRIPTION, Ask),
    (27, &access::DESCRIPTION, Ask),
    (29, &history::EDITING, Drop),
];

/// Walks a stream of properties. What goes is left out, and the rest written closely together.
pub(super) fn walk(bytes: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let mut sets = Sets::read(bytes)?;
    let mut changes = false;
    for set in &mut sets.sets {
        let told = set.clone();
        let mut left = Vec::new();
        for mut property in std::mem::take(&mut set.properties) {
            let (stays, rest_stays) = tell(&told, &property, visit);
            changes |= !stays || !rest_stays;
            if !rest_stays {
                property.rest.clear();
            }
            match stays {
                true => left.push(property),
                false => {
                    set.names.remove(&property.id);
                }
            }
        }
        set.properties = left;
    }
    Ok(if changes { Left::New(sets.write()) } else { Left::Same })
}

/// Tells of a property, and whether it stays, with what follows its value.
fn tell(set: &Set, property: &Property, visit: &mut Visit<'_>) -> (bool, bool) {
    let name = set.names.get(&property.id);
    let step = name.map(|name| name.text.clone()).unwrap_or_else(|| property.id.to_string());
    visit.enter(Step::Property(step.as_str().into()));
    let row = match set.sort.first_chunk() {
        Some(&SUMMARY) => OF_SUMMARY.iter().find(|(id, ..)| *id == property.id).copied(),
        Some(&OFFICE) => OF_OFFICE.iter().find(|(id, ..)| *id == property.id).copied(),
        Some(&OWN) => own(property.id, name),
        _ => None,
    };
    let text = set.text(property);
    let stays = match row {
        Some((_, kind, remedy)) => visit.value(kind, remedy, &text) == Decision::Stay,
        None => {
            if set.is_text(property) {
                visit.aside(&text);
            }
            true
        }
    };
    let mut rest_stays = true;
    if property.rest.iter().any(|byte| *byte != 0) {
        let decision = visit.place(&hidden::STRAY_BYTES, Drop);
        visit.describe(&format!("{} bytes", property.rest.len()));
        visit.text(&crate::syntax::fields::readable(&property.rest));
        visit.end_text();
        visit.close();
        rest_stays = decision == Decision::Stay;
    }
    visit.leave();
    (stays, rest_stays)
}

/// A property that somebody or some system added. The code page and the language are none.
fn own(id: u32, name: Option<&Name>) -> Option<Row> {
    let label = name.is_some_and(|name| name.text.starts_with("MSIP_"));
    let kind = if label { &software::LABEL } else { &hidden::CUSTOM_PROPERTY };
    (2..0x8000_0000).contains(&id).then_some((id, kind, Drop))
}
