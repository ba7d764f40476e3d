//! Texts in PNG: a keyword and what it says, plain, packed, or with a language.

use super::{NAME, unpacked};
use crate::finding::{Reason, Step};
use crate::format::image::{Left, exif, icc, iptc, opaque, photoshop, xmp};
use crate::kind::{Kind, access, hidden, people, place, software, time};
use crate::source::{Source, Window};
use crate::syntax::fields::text;
use crate::visit::Remedy::{self, Drop, Keep};
use crate::visit::Visit;

/// What keywords tell, in small letters; with a `*`, all that begin so. The first eleven stand in
/// the specification, the others are those of ImageMagick and of the desktops.
#[rustfmt::skip]
const KEYWORDS: &[(&str, &Kind, Remedy)] = &[
    ("title", &access::TITLE, Keep),
    ("author", &people::AUTHOR, Drop),
    ("description", &access::DESCRIPTION, Drop),
    ("copyright", &people::RIGHTS_HOLDER, Drop),
    ("creation time", &time::DATE, Drop),
    ("software", &software::PROGRAM, Drop),
    ("disclaimer", &access::DESCRIPTION, Drop),
    ("warning", &access::DESCRIPTION, Drop),
    ("source", &software::DEVICE, Drop),
    ("comment", &access::DESCRIPTION, Drop),
    ("collection", &access::DESCRIPTION, Drop),
    ("artist", &people::AUTHOR, Drop),
    ("creator", &people::AUTHOR, Drop),
    ("user", &people::ACCOUNT, Drop),
    ("caption", &access::DESCRIPTION, Drop),
    ("subject", &access::DESCRIPTION, Drop),
    ("keywords", &access::DESCRIPTION, Drop),
    ("label", &access::DESCRIPTION, Drop),
    ("signature", &access::DESCRIPTION, Drop),
    ("generator", &software::PROGRAM, Drop),
    ("make", &software::DEVICE, Drop),
    ("model", &software::DEVICE, Drop),
    ("document", &place::FILE_PATH, Drop),
    ("url", &place::FILE_PATH, Drop),
    ("thumb::uri", &place::FILE_PATH, Drop),
    ("thumb::mtime", &time::DATE, Drop),
    ("thumb::*", &software::CAMERA_SETTINGS, Drop),
    ("date:*", &time::DATE, Drop),
    ("create-date", &time::DATE, Drop),
    ("modify-date", &time::DATE, Drop),
    ("date", &time::DATE, Drop),
    ("exif:gps*", &place::POSITION, Drop),
    ("exif:datetime*", &time::DATE, Drop),
    ("exif:makernote", &software::MAKER_NOTE, Drop),
    ("exif:make*", &software::DEVICE, Drop),
    ("exif:model", &software::DEVICE, Drop),
    ("exif:artist", &people::AUTHOR, Drop),
    ("exif:copyright", &people::RIGHTS_HOLDER, Drop),
    ("exif:software", &software::PROGRAM, Drop),
    ("exif:thumbnail*", &software::CAMERA_SETTINGS, Drop),
    ("exif:*", &software::CAMERA_SETTINGS, Drop),
    ("tiff:*", &software::CAMERA_SETTINGS, Drop),
    ("png:*", &software::CAMERA_SETTINGS, Drop),
    ("jpeg:*", &software::CAMERA_SETTINGS, Drop),
    ("icc:*", &software::CAMERA_SETTINGS, Drop),
];

/// Walks a chunk of this type.
pub(super) fn walk(
    name: [u8; 4],
    data: &dyn Source,
    visit: &mut Visit<'_>,
) -> Result<Left, Reason> {
    let chunk = match Words::read(name, data, visit) {
        Ok(chunk) => chunk,
        Err(reason) => return Ok(opaque(data, visit, reason)),
    };
    if chunk.keyword == "XML:com.adobe.xmp" {
        return Ok(match xmp::walk(&chunk.value, visit)? {
            Left::New(bytes) => Left::New([PACKET, &bytes].concat()),
            left => left,
        });
    }
    visit.enter(Step::Property(chunk.keyword.as_str().into()));
    let left = match chunk.keyword.strip_prefix("Raw profile type ") {
        Some(sort) => raw(sort, &chunk, visit)?,
        None => {
            let (kind, remedy) = row(&chunk.keyword);
            let said = text(&chunk.value);
            let parts = [&said, &chunk.language, &chunk.translated];
            let parts: Vec<&str> =
                parts.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
            let shown = parts.join(" · ");
            // A keyword without a text can tell something itself.
            let shown = if shown.trim().is_empty() { &chunk.keyword } else { &shown };
            Left::of(&visit.value(kind, remedy, shown))
        }
    };
    visit.leave();
    Ok(left)
}

/// The head of a packet of XMP: the keyword, not packed, no language, no translation.
const PACKET: &[u8] = b"XML:com.adobe.xmp\0\0\0\0\0";

fn row(keyword: &str) -> (&'static Kind, Remedy) {
    let keyword = keyword.to_lowercase();
    let row = KEYWORDS.iter().find(|(known, _, _)| match known.strip_suffix('*') {
        Some(beginning) => keyword.starts_with(beginning),
        None => keyword == *known,
    });
    row.map_or((&hidden::CUSTOM_PROPERTY, Drop), |(_, kind, remedy)| (*kind, *remedy))
}

struct Words {
    keyword: String,
    language: String,
    translated: String,
    value: Vec<u8>,
}

impl Words {
    fn read(name: [u8; 4], data: &dyn Source, visit: &Visit<'_>) -> Result<Self, Reason> {
        let head = data.head(NAME);
        let end = head.iter().position(|byte| *byte == 0).ok_or(Reason::Damaged)?;
        let keyword = text(head.get(..end).unwrap_or_default());
        let mut at = (end as u64).saturating_add(1);
        let mut chunk =
            Self { keyword, language: String::new(), translated: String::new(), value: Vec::new() };
        let mut packed = &name == b"zTXt";
        if packed {
            at = at.saturating_add(1);
        }
        if &name == b"iTXt" {
            packed = crate::syntax::fields::byte(data, at)? == 1;
            at = at.saturating_add(2);
            for field in [&mut chunk.language, &mut chunk.translated] {
                let most = FIELD.min(data.len().saturating_sub(at));
                let bytes = data.bytes(at..at.saturating_add(most), most)?;
                let end = bytes.iter().position(|byte| *byte == 0).ok_or(Reason::Damaged)?;
                *field = text(bytes.get(..end).unwrap_or_default());
                at = at.saturating_add(end as u64).saturating_add(1);
            }
        }
        let rest = Window::new(data, at..data.len());
        chunk.value = match packed {
            true => unpacked(&rest, visit)?,
            false => rest.bytes(0..rest.len(), visit.held())?,
        };
        Ok(chunk)
    }
}

/// How long a language or a translated keyword may be.
const FIELD: u64 = 4 << 10;

/// What ImageMagick carries over from other formats: a name, a length and hexadecimal digits. It
/// goes whole.
fn raw(sort: &str, chunk: &Words, visit: &mut Visit<'_>) -> Result<Left, Reason> {
    let decision = visit.place(&hidden::PRIVATE_DATA, Drop);
    visit.describe(&format!("{sort}, {} bytes", chunk.value.len()));
    match from_raw(&chunk.value) {
        None => visit.gap(Reason::Damaged),
        Some(bytes) => {
            let of = |signature: &[u8]| bytes.strip_prefix(signature).map(<[u8]>::to_vec);
            let walked = match sort {
                "exif" | "APP1" | "app1" => match (of(b"Exif\0\0"), of(XMP)) {
                    (Some(rest), _) => exif::walk(&rest, visit),
                    (None, Some(rest)) => xmp::walk(&rest, visit),
                    (None, None) => exif::walk(&bytes, visit),
                },
                "xmp" => xmp::walk(&bytes, visit),
                "iptc" | "8bim" | "APP13" => match bytes.starts_with(b"8BIM") {
                    true => photoshop::walk(&bytes, visit),
                    false => iptc::walk(&bytes, visit),
                },
                "icc" | "icm" => icc::walk(&bytes, visit).map(|()| Left::Same),
                _ => {
                    visit.text(&crate::syntax::fields::readable(&bytes));
                    visit.end_text();
                    Err(Reason::Unknown)
                }
            };
            if let Err(reason) = walked {
                visit.gap(reason);
            }
        }
    }
    visit.close();
    Ok(Left::of(&decision))
}

const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";

/// The bytes of a line break, a name, a length, and hexadecimal digits in lines.
fn from_raw(value: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(value).ok()?;
    let mut lines = text.trim_start().lines();
    let _name = lines.next()?;
    let length: usize = lines.next()?.trim().parse().ok()?;
    let digits: Vec<u8> = lines
        .flat_map(str::chars)
        .filter(|character| !character.is_whitespace())
        .map(|character| character.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    let bytes: Vec<u8> = digits
        .chunks_exact(2)
        .filter_map(|pair| match pair {
            [high, low] => Some((high << 4) | low),
            _ => None,
        })
        .collect();
    (bytes.len() == length && digits.len().is_multiple_of(2)).then_some(bytes)
}
