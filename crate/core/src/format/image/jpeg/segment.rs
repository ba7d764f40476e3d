//! Which sort of segment it is, by its marker and first bytes.

use crate::source::Source;
use crate::syntax::jpeg::COMMENT;
use crate::syntax::photoshop::SIGNATURE;

/// A sort of segment.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sort {
    /// A decoder needs it.
    Needed,
    /// How large to print it.
    Jfif,
    /// A small picture.
    Jfxx,
    /// How colours were transformed.
    Adobe,
    /// Exif.
    Exif,
    /// XMP.
    Xmp,
    /// XMP, as a program writes it that puts a space behind its name.
    SpacedXmp,
    /// A piece of XMP that is too long for one segment.
    MoreXmp,
    /// What Photoshop keeps.
    Photoshop,
    /// What Adobe's programs write about how they packed it.
    Ducky,
    /// A piece of the colour profile.
    Profile,
    /// Where further pictures are in the file.
    Previews,
    /// A signed account of how the picture came about.
    Credentials,
    /// A comment.
    Comment,
    /// None of these, and not needed.
    Unknown,
}

const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const SPACED_XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/ \0";
const MORE_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";

const APPLICATIONS: &[(u8, &[u8], Sort)] = &[
    (0xE0, b"JFIF\0", Sort::Jfif),
    (0xE0, b"JFXX\0", Sort::Jfxx),
    (0xE1, b"Exif\0\0", Sort::Exif),
    (0xE1, b"Exif\0\xFF", Sort::Exif),
    (0xE1, XMP, Sort::Xmp),
    (0xE1, SPACED_XMP, Sort::SpacedXmp),
    (0xE1, MORE_XMP, Sort::MoreXmp),
    (0xE2, b"ICC_PROFILE\0", Sort::Profile),
    (0xE2, b"MPF\0", Sort::Previews),
    (0xEB, b"JP", Sort::Credentials),
    (0xED, SIGNATURE, Sort::Photoshop),
    (0xEC, b"Ducky", Sort::Ducky),
    (0xED, b"Adobe_CM", Sort::Ducky),
    (0xEE, b"Adobe", Sort::Adobe),
];

impl Sort {
    /// The sort of a segment.
    pub(super) fn of(marker: u8, payload: &dyn Source) -> Self {
        match marker {
            COMMENT => Sort::Comment,
            0xE0..=0xEF => {
                let head = payload.head(64);
                let known = APPLICATIONS
                    .iter()
                    .find(|(of, signature, _)| *of == marker && head.starts_with(signature));
                known.map_or(Sort::Unknown, |(_, _, sort)| *sort)
            }
            _ => Sort::Needed,
        }
    }

    /// What stands before its content.
    pub(super) fn signature(self) -> &'static [u8] {
        match self {
            Sort::Exif => b"Exif\0\0",
            Sort::Xmp => XMP,
            Sort::SpacedXmp => SPACED_XMP,
            Sort::Photoshop => SIGNATURE,
            _ => b"",
        }
    }
}

/// What a segment is called.
pub(super) fn name(marker: u8) -> String {
    match marker {
        0xE0..=0xEF => format!("APP{}", marker & 0x0F),
        0xC4 => "DHT".to_owned(),
        0xDA => "SOS".to_owned(),
        0xDB => "DQT".to_owned(),
        0xDD => "DRI".to_owned(),
        0xC0..=0xCF => format!("SOF{}", marker & 0x0F),
        _ => format!("{marker:02X}"),
    }
}
