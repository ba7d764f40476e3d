//! Colour profiles. The colours need them, so they stay as they are; a text in one that is not
//! one of the usual ones is told, for it can name a screen, a computer or its owner.

use crate::finding::{Reason, Step};
use crate::kind::software;
use crate::syntax::icc::{self, Content};
use crate::visit::Remedy::Keep;
use crate::visit::Visit;

/// Words of the descriptions and notices in the profiles that come with programs and standards.
#[rustfmt::skip]
const USUAL: &[&str] = &[
    "2000", "adobe", "all", "and", "apple", "artifex", "based", "bradford", "built", "calibrated",
    "cc0", "cie", "cinema", "cmyk", "co", "coated", "color", "colormatch", "colorsync", "colour",
    "colourspace", "company", "compatible", "condition", "consortium", "copyright", "corporation",
    "creative", "default", "display", "domain", "dot", "eci", "electronics", "encoded", "fogra",
    "for", "freely", "from", "fuji", "gain", "gamma", "gcr", "generic", "google", "gracol", "gray",
    "grey", "greyscale", "grayscale", "hdr", "hewlett", "http", "https", "https", "ibm", "icc",
    "iec", "image", "imaging", "in", "inc", "incorporated", "international", "is", "iso", "japan",
    "kodak", "lcd", "lab", "linear", "linotype", "medium", "microsoft", "ml", "monitor", "narrow",
    "newsprint", "no", "ntsc", "of", "offset", "original", "p3", "packard", "pal", "paper",
    "perceptual", "photo", "photography", "printing", "profile", "profiles", "prophoto", "public",
    "range", "rec", "reference", "reserved", "rgb", "rights", "romm", "s", "scrgb", "secam",
    "smpte", "software", "sony", "space", "srgb", "standard", "swop", "systems", "the", "to",
    "tm", "uncoated", "use", "used", "v", "v2", "v4", "viewing", "web", "wide", "with", "www",
    "ch", "org", "com", "c2", "c", "u", "d50", "d65", "no", "restrictions", "released", "into",
    "bt", "bt709", "bt2020", "pq", "hlg", "dci", "cri", "sgry", "nikon", "canon", "epson",
    "12647", "at", "by", "created", "crt", "equivalent", "fogra27", "fogra39", "gill", "gimp",
    "graeme", "hp", "own", "risk", "warranty", "your",
    "facebook", "tiny", "tinysrgb", "little", "cms", "littlecms", "e", "d", "quality", "print",
];

/// Walks a profile; all of it stays.
pub(crate) fn walk(bytes: &[u8], visit: &mut Visit<'_>) -> Result<(), Reason> {
    let tags = icc::read(bytes).ok_or(Reason::Damaged)?;
    for tag in tags {
        visit.enter(Step::Property(tag.name.as_str().into()));
        match tag.content {
            Content::Colours => {}
            Content::Text(text) if is_usual(&text) => {}
            Content::Text(text) => {
                visit.value(&software::COLOUR_PROFILE, Keep, &text);
            }
            Content::Unknown(readable) => {
                if !is_usual(&readable) {
                    visit.value(&software::COLOUR_PROFILE, Keep, &readable);
                }
                visit.gap(Reason::Unknown);
            }
        }
        visit.leave();
    }
    Ok(())
}

/// Whether all words of a text are usual in profiles; numbers are.
pub(crate) fn is_usual(text: &str) -> bool {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .all(|word| {
            let digits = word.chars().filter(char::is_ascii_digit).count();
            USUAL.contains(&word.as_str())
                || digits == word.len()
                || word.starts_with("iec") && digits.saturating_add(3) == word.len()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_of_standards_are_usual_and_the_name_of_a_computer_is_not() {
        for text in [
            "sRGB IEC61966-2.1",
            "Copyright (c) 1998 Hewlett-Packard Company",
            "IEC 61966-2.1 Default RGB colour space - sRGB",
            "Copyright Apple Inc., 2017",
            "Adobe RGB (1998)",
            "Display P3",
        ] {
            assert!(is_usual(text), "{text}");
        }
        assert!(!is_usual("sRGB van Jansen"));
        assert!(!is_usual("DESKTOP-4F7A21 #2"));
    }
}
