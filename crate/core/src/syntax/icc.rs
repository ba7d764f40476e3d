//! Colour profiles: which tags they have, and the texts in them.
//!
//! ICC.1:2022. A profile of a screen can name its computer and owner.

use super::fields::{Order, readable, text, text16};
use crate::source::Source;

/// What stands in one tag of a profile.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Content {
    /// Texts.
    Text(String),
    /// Numbers that describe colours: no room for a text.
    Colours,
    /// Something whose form is not known, with what can be read in it.
    Unknown(String),
}

/// A tag of a profile.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Tag {
    /// Its name in four letters.
    pub name: String,
    /// What it holds.
    pub content: Content,
}

/// Reads a profile; none where it is not one, or damaged.
pub fn read(bytes: &[u8]) -> Option<Vec<Tag>> {
    if bytes.get(36..40)? != b"acsp" {
        return None;
    }
    let count = Order::Big.u32(&bytes, 128).ok()?;
    let mut tags = Vec::new();
    let mut ends = 132_u64.checked_add(u64::from(count).checked_mul(12)?)?;
    for number in 0..u64::from(count).min(TAGS) {
        let at = 132_u64.checked_add(number.checked_mul(12)?)?;
        let name = bytes.bytes(at..at.checked_add(4)?, 4).ok()?;
        let start = u64::from(Order::Big.u32(&bytes, at.checked_add(4)?).ok()?);
        let length = u64::from(Order::Big.u32(&bytes, at.checked_add(8)?).ok()?);
        let end = start.checked_add(length)?;
        ends = ends.max(end);
        let value = bytes.bytes(start..end, length).ok()?;
        tags.push(Tag { name: text(&name), content: content(&value) });
    }
    if u64::from(count) > TAGS {
        return None;
    }
    let behind = bytes.get(usize::try_from(ends).ok()?..).unwrap_or_default();
    if behind.iter().any(|byte| *byte != 0) {
        tags.push(Tag { name: String::new(), content: Content::Unknown(readable(behind)) });
    }
    Some(tags)
}

/// How many tags a profile may have: the known ones have at most some forty.
const TAGS: u64 = 256;

fn content(value: &[u8]) -> Content {
    let body = value.get(8..).unwrap_or_default();
    match value.get(..4).unwrap_or_default() {
        b"text" | b"sig " | b"utf8" => Content::Text(text(body)),
        b"desc" => Content::Text(description(body)),
        // Make, model, serial number and date of a screen.
        b"mmod" => {
            let numbers = body.chunks_exact(4).filter_map(|number| Order::Big.u32(&number, 0).ok());
            Content::Text(
                numbers.map(|number| format!("{number:08X}")).collect::<Vec<_>>().join(" "),
            )
        }
        b"mluc" => Content::Text(localised(value)),
        b"XYZ " | b"curv" | b"para" | b"mft1" | b"mft2" | b"mAB " | b"mBA " | b"sf32" | b"meas"
        | b"view" | b"chrm" | b"ui08" | b"ui16" | b"ui32" | b"ui64" | b"uf32" | b"fl16"
        | b"fl32" | b"dtim" | b"vcgt" | b"cicp" | b"clro" | b"scrn" | b"bfd " | b"crdi"
        | b"rcs2" | b"mpet" | b"ndin" | b"vcgp" => Content::Colours,
        _ => Content::Unknown(readable(value)),
    }
}

/// A description has its text three times: in ASCII, in UTF-16, and in 67 bytes for the Macintosh.
fn description(body: &[u8]) -> String {
    let Ok(length) = Order::Big.u32(&body, 0) else { return String::new() };
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    let end = length.saturating_add(4);
    let plain = text(body.get(4..end).or(body.get(4..)).unwrap_or_default());
    let behind = body.get(end..).unwrap_or_default();
    let wide = behind.get(8..).map(|rest| {
        let count = Order::Big.u32(&behind, 4).unwrap_or(0);
        let bytes = usize::try_from(count).unwrap_or(usize::MAX).saturating_mul(2);
        text16(rest.get(..bytes).unwrap_or_default(), Order::Big)
    });
    let mut texts = vec![plain];
    texts.extend(wide.filter(|wide| !wide.is_empty()));
    texts.dedup();
    texts.join(" · ")
}

/// One text for each language.
fn localised(value: &[u8]) -> String {
    let mut texts: Vec<String> = Vec::new();
    let count = Order::Big.u32(&value, 8).unwrap_or(0);
    for number in 0..count.min(256) {
        let at = u64::from(number).saturating_mul(12).saturating_add(16);
        let length = Order::Big.u32(&value, at.saturating_add(4)).unwrap_or(0);
        let start = Order::Big.u32(&value, at.saturating_add(8)).unwrap_or(0);
        let range = u64::from(start)..u64::from(start).saturating_add(u64::from(length));
        let bytes = value.bytes(range, u64::from(length)).unwrap_or_default();
        let text = text16(&bytes, Order::Big);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(tag: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0; 128];
        bytes[36..40].copy_from_slice(b"acsp");
        bytes.extend_from_slice(&1_u32.to_be_bytes());
        bytes.extend_from_slice(b"desc");
        bytes.extend_from_slice(&144_u32.to_be_bytes());
        bytes.extend_from_slice(&(tag.len() as u32).to_be_bytes());
        bytes.extend_from_slice(tag);
        bytes
    }

    #[test]
    fn the_name_of_a_computer_in_a_profile_is_read() {
        let tag = b"desc\0\0\0\0\0\0\0\x0DJANSEN-LAPTOP";
        let tags = read(&profile(tag)).unwrap();
        assert_eq!(tags[0].content, Content::Text("JANSEN-LAPTOP".into()));
        let tag = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0CnlNL\0\0\0\x06\0\0\0\x1C\0J\0a\0n";
        assert_eq!(read(&profile(tag)).unwrap()[0].content, Content::Text("Jan".into()));
    }

    #[test]
    fn what_is_not_known_or_stands_behind_is_told() {
        let tags = read(&profile(b"abcd\0\0\0\0serial 123")).unwrap();
        assert_eq!(tags[0].content, Content::Unknown("serial 123".into()));
        let mut bytes = profile(b"XYZ \0\0\0\0");
        bytes.extend_from_slice(b"message");
        assert_eq!(read(&bytes).unwrap()[1].content, Content::Unknown("message".into()));
        assert_eq!(read(b"no profile"), None);
    }
}
