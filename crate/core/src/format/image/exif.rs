//! Exif: what a camera or program tells about a picture.
//!
//! Each field is a place; those that only tell how the camera was set are one place together. What
//! stays is written afresh, so that nothing is left between the fields; the orientation always
//! stays.

use super::{Left, bytes_of, opaque};
use crate::finding::{Reason, Step};
use crate::kind::{Kind, access, hidden, history, people, place, software, time};
use crate::source::{Source, Window};
use crate::syntax::exif::write::{Kept, upright, write};
use crate::syntax::exif::{Field, MAKER_NOTE, ORIENTATION, Set, Tiff, names, value};
use crate::syntax::fields::readable;
use crate::visit::Remedy::{self, Drop, Keep};
use crate::visit::{Decision, Visit};

/// What fields tell, by their tags. Those of [`Set::Page`] and [`Set::Exif`] differ, and some
/// programs mix up which goes where.
#[rustfmt::skip]
const FIELDS: &[(u16, &Kind, Remedy)] = &[
    (0x010D, &access::DESCRIPTION, Drop),    // DocumentName
    (0x010E, &access::DESCRIPTION, Drop),    // ImageDescription
    (0x010F, &software::DEVICE, Drop),       // Make
    (0x0110, &software::DEVICE, Drop),       // Model
    (0x011D, &access::DESCRIPTION, Drop),    // PageName
    (0x0131, &software::PROGRAM, Drop),      // Software
    (0x0132, &time::DATE, Drop),             // ModifyDate
    (0x013B, &people::AUTHOR, Drop),         // Artist
    (0x013C, &software::DEVICE, Drop),       // HostComputer
    (0x0151, &software::DEVICE, Drop),       // TargetPrinter
    (0x8298, &people::RIGHTS_HOLDER, Drop),  // Copyright
    (0x882A, &time::DATE, Drop),             // TimeZoneOffset
    (0x9003, &time::DATE, Drop),             // DateTimeOriginal
    (0x9004, &time::DATE, Drop),             // CreateDate
    (0x9010, &time::DATE, Drop),             // OffsetTime
    (0x9011, &time::DATE, Drop),             // OffsetTimeOriginal
    (0x9012, &time::DATE, Drop),             // OffsetTimeDigitized
    (0x9211, &history::DOCUMENT_ID, Drop),   // ImageNumber
    (0x9212, &software::LABEL, Drop),        // SecurityClassification
    (0x9213, &history::EDITING, Drop),       // ImageHistory
    (0x9286, &access::DESCRIPTION, Drop),    // UserComment
    (0x9290, &time::DATE, Drop),             // SubSecTime
    (0x9291, &time::DATE, Drop),             // SubSecTimeOriginal
    (0x9292, &time::DATE, Drop),             // SubSecTimeDigitized
    (0x9C9B, &access::TITLE, Keep),          // XPTitle
    (0x9C9C, &access::DESCRIPTION, Drop),    // XPComment
    (0x9C9D, &people::AUTHOR, Drop),         // XPAuthor
    (0x9C9E, &access::DESCRIPTION, Drop),    // XPKeywords
    (0x9C9F, &access::DESCRIPTION, Drop),    // XPSubject
    (0xA004, &place::FILE_PATH, Drop),       // RelatedSoundFile
    (0xA420, &history::DOCUMENT_ID, Drop),   // ImageUniqueID
    (0xA430, &people::OWNER, Drop),          // OwnerName
    (0xA431, &software::SERIAL_NUMBER, Drop), // SerialNumber
    (0xA433, &software::DEVICE, Drop),       // LensMake
    (0xA434, &software::DEVICE, Drop),       // LensModel
    (0xA435, &software::SERIAL_NUMBER, Drop), // LensSerialNumber
    (0xA436, &access::TITLE, Keep),          // ImageTitle
    (0xA437, &people::AUTHOR, Drop),         // Photographer
    (0xA438, &people::AUTHOR, Drop),         // ImageEditor
    (0xA439, &software::PROGRAM, Drop),      // CameraFirmware
    (0xA43A, &software::PROGRAM, Drop),      // RAWDevelopingSoftware
    (0xA43B, &software::PROGRAM, Drop),      // ImageEditingSoftware
    (0xA43C, &software::PROGRAM, Drop),      // MetadataEditingSoftware
    (0xC614, &software::DEVICE, Drop),       // UniqueCameraModel
    (0xC615, &software::DEVICE, Drop),       // LocalizedCameraModel
    (0xC62F, &software::SERIAL_NUMBER, Drop), // CameraSerialNumber
    (0xC68B, &place::FILE_PATH, Drop),       // OriginalRawFileName
    (0xC6D2, &access::DESCRIPTION, Drop),    // PanasonicTitle
    (0xC6D3, &access::DESCRIPTION, Drop),    // PanasonicTitle2
    (0xC716, &software::PROGRAM, Drop),      // PreviewApplicationName
    (0xC717, &software::PROGRAM, Drop),      // PreviewApplicationVersion
    (0xC71B, &time::DATE, Drop),             // PreviewDateTime
    (0xFDE8, &people::OWNER, Drop),          // OwnerName
    (0xFDE9, &software::SERIAL_NUMBER, Drop), // SerialNumber
    (0xFDEA, &software::DEVICE, Drop),       // Lens
];

/// The same for the directory about the place; the position itself is put together.
const PLACES: &[(u16, &Kind, Remedy)] = &[
    (0x0007, &time::DATE, Drop),        // GPSTimeStamp
    (0x001B, &place::PLACE_NAME, Drop), // GPSProcessingMethod
    (0x001C, &place::PLACE_NAME, Drop), // GPSAreaInformation
    (0x001D, &time::DATE, Drop),        // GPSDateStamp
];

/// Positions: latitude with its side of the equator, longitude with its side of Greenwich.
const POSITIONS: [(&str, [u16; 4]); 2] =
    [("GPSPosition", [0x01, 0x02, 0x03, 0x04]), ("GPSDestination", [0x13, 0x14, 0x15, 0x16])];

/// Fields whose bytes mean numbers or a code.
#[rustfmt::skip]
const CODES: &[u16] = &[
    0x00FE, 0x828E, 0x8828, 0x9000, 0x9101, 0x9216, 0xA000, 0xA20C, 0xA300, 0xA301, 0xA302,
    0xA40B, 0xA460, 0xA461, 0xA462, 0xEA1C, 0xEA1D, 0x0001, 0x0002,
];

/// Walks a block of Exif.
pub(crate) fn walk(source: &dyn Source, visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let tiff = match Tiff::read(source, visit.limits().entries) {
        Ok(tiff) => tiff,
        Err(reason) => return Ok(opaque(source, visit, reason)),
    };
    let mut block = Block { source, stays: vec![true; tiff.fields.len()], tiff, thumbnail: None };
    let mut all_stays = true;
    if block.tiff.damaged {
        let decision = visit.place(&hidden::PRIVATE_DATA, Drop);
        visit.describe(&format!("{} bytes", source.len()));
        visit.gap(Reason::Damaged);
        all_stays = block.places(visit)?;
        visit.close();
        if decision != Decision::Stay {
            all_stays = false;
            block.stays.fill(false);
        }
    } else {
        all_stays &= block.places(visit)?;
    }
    if all_stays { Ok(Left::Same) } else { block.rest() }
}

/// Tells what fields tell that stand in a picture of fields, and whether each of them stays.
pub(crate) fn tell(source: &dyn Source, tiff: Tiff, visit: &mut Visit<'_>) -> Vec<bool> {
    let mut block = Block { source, stays: vec![true; tiff.fields.len()], tiff, thumbnail: None };
    let mut told = block.positions(visit);
    told.extend(block.fields(visit, &told));
    block.settings(visit, &told);
    block.stays
}

/// Whether a field of a page tells who made it, when, where, or with what.
pub(crate) fn is_told(tag: u16) -> bool {
    tag == MAKER_NOTE || FIELDS.iter().any(|(known, _, _)| *known == tag)
}

struct Block<'a> {
    source: &'a dyn Source,
    tiff: Tiff,
    /// For each field, whether it stays.
    stays: Vec<bool>,
    /// The thumbnail that stays.
    thumbnail: Option<Vec<u8>>,
}

impl Block<'_> {
    /// Tells all places, and whether they all stay.
    fn places(&mut self, visit: &mut Visit<'_>) -> Result<bool, Reason> {
        let mut told = self.positions(visit);
        told.extend(self.fields(visit, &told));
        self.settings(visit, &told);
        let thumbnail_stays = self.thumbnail(visit)?;
        let slack_stays = self.slack(visit);
        Ok(thumbnail_stays && slack_stays && self.stays.iter().all(|stays| *stays))
    }

    /// Where the picture was taken, and where it was headed.
    fn positions(&mut self, visit: &mut Visit<'_>) -> Vec<usize> {
        let mut told = Vec::new();
        for (name, tags) in POSITIONS {
            let members = self.members(|field| field.set == Set::Gps && tags.contains(&field.tag));
            let Some(shown) = self.position(tags) else { continue };
            visit.enter(Step::Property(name.into()));
            let decision = visit.place(&place::POSITION, Drop);
            visit.describe(&shown);
            visit.close();
            visit.leave();
            self.decide(&members, &decision);
            told.extend(members);
        }
        told
    }

    fn position(&self, tags: [u16; 4]) -> Option<String> {
        let [north_of, latitude, east_of, longitude] = tags;
        let degrees = |side: u16, tag: u16| {
            let field = self.tiff.field(Set::Gps, tag)?;
            let numbers = value::numbers(self.source, self.tiff.order, field, 3);
            let side = self.tiff.field(Set::Gps, side).map(|side| self.show(side));
            value::degrees(&numbers, &side.unwrap_or_default()).map(value::decimal)
        };
        match (degrees(north_of, latitude), degrees(east_of, longitude)) {
            (None, None) => None,
            (north, east) => {
                let part = |part: Option<String>| part.unwrap_or_else(|| "?".to_owned());
                Some(format!("{}, {}", part(north), part(east)))
            }
        }
    }

    /// All that one field alone tells.
    fn fields(&mut self, visit: &mut Visit<'_>, told: &[usize]) -> Vec<usize> {
        let mut more = Vec::new();
        for index in self.members(|field| !is_structure(field)) {
            let Some(field) = self.tiff.fields.get(index).cloned() else { continue };
            if told.contains(&index) {
                continue;
            }
            let Some((kind, remedy)) = self.row(&field) else { continue };
            let name = names::name(field.set, field.tag);
            visit.enter(Step::Property(name.into()));
            let decision = if kind == &software::MAKER_NOTE || kind == &hidden::PRIVATE_DATA {
                let decision = visit.place(kind, remedy);
                let length = field.value.end.saturating_sub(field.value.start);
                visit.describe(&format!("{length} bytes"));
                visit.text(&self.readable(&field));
                visit.end_text();
                visit.close();
                decision
            } else {
                visit.value(kind, remedy, &self.show(&field))
            };
            visit.leave();
            self.decide(&[index], &decision);
            more.push(index);
        }
        more
    }

    /// What a field tells; nothing where it only tells a setting.
    fn row(&self, field: &Field) -> Option<(&'static Kind, Remedy)> {
        if field.tag == MAKER_NOTE {
            return Some((&software::MAKER_NOTE, Drop));
        }
        let table = if field.set == Set::Gps { PLACES } else { FIELDS };
        let row = table.iter().find(|(tag, _, _)| *tag == field.tag);
        if let Some((_, kind, remedy)) = row {
            return (!self.show(field).trim().is_empty()).then_some((*kind, *remedy));
        }
        let is_number = !matches!(field.form, value::TEXT | value::UTF_8 | value::UNDEFINED)
            && (field.form != value::BYTES || field.count <= 4);
        let is_setting = names::is_known(field.set, field.tag)
            && (is_number || field.set != Set::Page(0) && field.set == Set::Gps)
            || CODES.contains(&field.tag) && field.count <= 64
            || field.value.is_empty();
        let blank = !is_number && self.readable(field).is_empty() && field.count <= 64;
        (!is_setting && !blank).then_some((&hidden::PRIVATE_DATA, Drop))
    }

    /// The settings, as one place.
    fn settings(&mut self, visit: &mut Visit<'_>, told: &[usize]) {
        let mut members = self.members(|field| !is_structure(field));
        members.retain(|index| !told.contains(index));
        if members.is_empty() {
            return;
        }
        let fields = members.iter().filter_map(|index| self.tiff.fields.get(*index));
        let shown: Vec<String> = fields
            .map(|field| format!("{} {}", names::name(field.set, field.tag), self.show(field)))
            .collect();
        let decision = visit.place(&software::CAMERA_SETTINGS, Drop);
        visit.describe(&shown.join(" · "));
        visit.close();
        self.decide(&members, &decision);
    }

    /// The thumbnail, with what tells about it.
    fn thumbnail(&mut self, visit: &mut Visit<'_>) -> Result<bool, Reason> {
        let members = self.members(|field| {
            !matches!(field.set, Set::Page(0) | Set::Exif | Set::Gps | Set::Interop)
        });
        if members.is_empty() && self.tiff.thumbnail.is_none() {
            return Ok(true);
        }
        let range = self.tiff.thumbnail.clone().unwrap_or_default();
        let decision = visit.place(&hidden::THUMBNAIL, Drop);
        visit.describe(&format!("{} bytes", range.end.saturating_sub(range.start)));
        let window = Window::new(self.source, range.clone());
        let mut left = None;
        if !range.is_empty() {
            left = visit.document(Step::Part("thumbnail".into()), &window);
        }
        visit.close();
        self.decide(&members, &decision);
        if decision != Decision::Stay || range.is_empty() {
            return Ok(decision == Decision::Stay);
        }
        let same = left.as_ref().is_none_or(|left| left.is_all_of(&window));
        let most = visit.held();
        self.thumbnail = Some(match left {
            Some(left) => bytes_of(&left, &window, most)?,
            None => self.source.bytes(range, most)?,
        });
        Ok(same)
    }

    /// What no field owns.
    fn slack(&self, visit: &mut Visit<'_>) -> bool {
        let mut readable_all = Vec::new();
        let mut length = 0_u64;
        for range in &self.tiff.slack {
            let window = Window::new(self.source, range.clone());
            length = length.saturating_add(window.len());
            readable_all.push(readable(&window.head(crate::syntax::fields::STEP)));
        }
        if length == 0 {
            return true;
        }
        let decision = visit.place(&hidden::STRAY_BYTES, Drop);
        visit.describe(&format!("{length} bytes"));
        visit.text(&readable_all.join(" · "));
        visit.end_text();
        visit.close();
        decision == Decision::Stay
    }

    /// What is left when something goes.
    fn rest(&self) -> Result<Left, Reason> {
        let mut kept = Vec::new();
        for (field, stays) in self.tiff.fields.iter().zip(&self.stays) {
            if *stays && !is_structure(field) {
                let length = field.value.end.saturating_sub(field.value.start);
                let value = self.source.bytes(field.value.clone(), length)?;
                kept.push(Kept { set: field.set, tag: field.tag, form: field.form, value });
            }
        }
        let way = self.tiff.orientation(self.source);
        if kept.is_empty() && self.thumbnail.is_none() {
            return Ok(match way {
                1 => Left::Gone,
                way => Left::New(upright(self.tiff.order, way)?),
            });
        }
        if way != 1 {
            let value = self.tiff.order.of_u16(way).to_vec();
            kept.push(Kept { set: Set::Page(0), tag: ORIENTATION, form: value::SHORT, value });
        }
        Ok(Left::New(write(self.tiff.order, &kept, self.thumbnail.as_deref())?))
    }

    fn members(&self, belongs: impl Fn(&Field) -> bool) -> Vec<usize> {
        let fields = self.tiff.fields.iter().enumerate();
        fields.filter(|(_, field)| belongs(field)).map(|(index, _)| index).collect()
    }

    fn decide(&mut self, members: &[usize], decision: &Decision) {
        for index in members {
            if let Some(stays) = self.stays.get_mut(*index) {
                *stays &= *decision == Decision::Stay;
            }
        }
    }

    fn show(&self, field: &Field) -> String {
        value::show(self.source, self.tiff.order, field)
    }

    fn readable(&self, field: &Field) -> String {
        let window = Window::new(self.source, field.value.clone());
        readable(&window.head(crate::syntax::fields::STEP))
    }
}

/// What is told otherwise: where directories are, which way is up, all about the thumbnail.
fn is_structure(field: &Field) -> bool {
    field.is_pointer()
        || field.set == Set::Page(0) && field.tag == ORIENTATION
        || !matches!(field.set, Set::Page(0) | Set::Exif | Set::Gps | Set::Interop)
}
