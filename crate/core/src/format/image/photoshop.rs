//! What Photoshop keeps with a picture: IPTC, a thumbnail, paths, settings.

use super::{Left, bytes_of, exif, icc, iptc, opaque, xmp};
use crate::finding::{Reason, Step};
use crate::kind::{hidden, software};
use crate::source::Window;
use crate::syntax::fields::{readable, text};
use crate::syntax::photoshop::{self, EXIF, IPTC, Resource, THUMBNAILS, XMP};
use crate::visit::Remedy::Drop;
use crate::visit::{Decision, Visit};

/// The number of the colour profile.
const PROFILE: u16 = 0x040F;
/// What stands before the JPEG of a thumbnail.
const THUMBNAIL_HEADER: usize = 28;

/// Walks all resources.
pub(crate) fn walk(bytes: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let (resources, damaged_at) = photoshop::read(bytes);
    let settings_go = settings(bytes, &resources, visit)?;
    let mut left_over = Vec::new();
    let mut changed = false;
    for resource in &resources {
        let whole = bytes.get(resource.whole.clone()).unwrap_or_default();
        let data = bytes.get(resource.data.clone()).unwrap_or_default();
        let left = match one(resource.number, data, visit)? {
            Some(left) => left,
            None if settings_go => Left::Gone,
            None => Left::Same,
        };
        changed |= left != Left::Same;
        match left {
            Left::Same => left_over.extend_from_slice(whole),
            Left::Gone => {}
            Left::New(data) => left_over.extend(with_data(bytes, resource, &data)?),
        }
    }
    if let Some(at) = damaged_at {
        let rest = bytes.get(at..).unwrap_or_default();
        match opaque(&rest, visit, Reason::Damaged) {
            Left::Same => left_over.extend_from_slice(rest),
            _ => changed = true,
        }
    }
    Ok(match (changed, left_over.is_empty()) {
        (false, _) => Left::Same,
        (true, true) => Left::Gone,
        (true, false) => Left::New(left_over),
    })
}

/// A resource that tells something of its own; nothing for a setting.
fn one(number: u16, data: &[u8], visit: &mut Visit<'_>) -> Result<Option<Left>, Reason> {
    Ok(Some(match number {
        IPTC => part(visit, "IPTC", |visit| iptc::walk(data, visit)),
        XMP => part(visit, "XMP", |visit| xmp::walk(data, visit)),
        number if EXIF.contains(&number) => part(visit, "Exif", |visit| exif::walk(&data, visit)),
        PROFILE => part(visit, "ICC", |visit| {
            icc::walk(data, visit)?;
            Ok(Left::Same)
        }),
        number if THUMBNAILS.contains(&number) => thumbnail(data, visit)?,
        _ => return Ok(None),
    }))
}

fn part(
    visit: &mut Visit<'_>,
    name: &str,
    walk: impl FnOnce(&mut Visit<'_>) -> Result<Left, Reason>,
) -> Left {
    super::block(visit, name, walk)
}

fn thumbnail(data: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let decision = visit.place(&hidden::THUMBNAIL, Drop);
    visit.describe(&format!("{} bytes", data.len()));
    let start = THUMBNAIL_HEADER.min(data.len());
    let window = Window::new(&data, start as u64..data.len() as u64);
    let small = visit.document(Step::Part("thumbnail".into()), &window);
    visit.close();
    Ok(match (decision, small) {
        (Decision::Stay, Some(small)) if !small.is_all_of(&window) => {
            let mut bytes = data.get(..start).unwrap_or_default().to_vec();
            bytes.extend(bytes_of(&small, &window, visit.held())?);
            Left::New(bytes)
        }
        (Decision::Stay, _) => Left::Same,
        _ => Left::Gone,
    })
}

/// All settings are one place; what can be read in them is looked into.
fn settings(bytes: &[u8], resources: &[Resource], visit: &mut Visit<'_>) -> Result<bool, Reason> {
    let own = |number: u16| {
        matches!(number, IPTC | XMP | PROFILE)
            || EXIF.contains(&number)
            || THUMBNAILS.contains(&number)
    };
    let (mut numbers, mut words) = (Vec::new(), Vec::new());
    for resource in resources {
        visit.entry()?;
        words.push(text(bytes.get(resource.name.clone()).unwrap_or_default()));
        if !own(resource.number) {
            numbers.push(resource.number.to_string());
            words.push(readable(bytes.get(resource.data.clone()).unwrap_or_default()));
        }
    }
    if numbers.is_empty() {
        return Ok(false);
    }
    words.retain(|words| !words.is_empty());
    let decision = visit.place(&software::CAMERA_SETTINGS, Drop);
    visit.describe(&format!("Photoshop: {}", numbers.join(" ")));
    visit.text(&words.join(" · "));
    visit.end_text();
    visit.close();
    Ok(decision != Decision::Stay)
}

/// A resource with other data.
fn with_data(bytes: &[u8], resource: &Resource, data: &[u8]) -> Result<Vec<u8>, Reason> {
    // Up to the length of the data: signature, number, name.
    let head = resource.whole.start..resource.data.start.saturating_sub(4);
    let mut whole = bytes.get(head).unwrap_or_default().to_vec();
    let length = u32::try_from(data.len()).map_err(|_| Reason::Limit)?;
    whole.extend_from_slice(&length.to_be_bytes());
    whole.extend_from_slice(data);
    if !data.len().is_multiple_of(2) {
        whole.push(0);
    }
    Ok(whole)
}
