//! The resources that Photoshop keeps with a picture.

use std::ops::Range;

/// What begins the segments of a JPEG that hold resources.
pub const SIGNATURE: &[u8] = b"Photoshop 3.0\0";

/// A resource.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Resource {
    /// What it is about.
    pub number: u16,
    /// What somebody called it.
    pub name: Range<usize>,
    /// All its bytes.
    pub whole: Range<usize>,
    /// What it holds.
    pub data: Range<usize>,
}

/// The number of the IPTC block.
pub const IPTC: u16 = 0x0404;
/// The numbers of the thumbnails: 28 bytes about it, then a JPEG.
pub const THUMBNAILS: [u16; 2] = [0x0409, 0x040C];
/// The numbers of Exif.
pub const EXIF: [u16; 2] = [0x0422, 0x0423];
/// The number of XMP.
pub const XMP: u16 = 0x0424;

/// Reads all resources, and tells where reading stopped because what follows is none.
pub fn read(bytes: &[u8]) -> (Vec<Resource>, Option<usize>) {
    let mut resources = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match resource(bytes.get(at..).unwrap_or_default(), at) {
            Some(resource) => {
                at = resource.whole.end;
                resources.push(resource);
            }
            None => {
                let rest = bytes.get(at..).unwrap_or_default();
                let damaged = rest.iter().any(|byte| *byte != 0);
                return (resources, damaged.then_some(at));
            }
        }
    }
    (resources, None)
}

/// Signature, number, name (its length before it, together even), length, data (even).
fn resource(rest: &[u8], at: usize) -> Option<Resource> {
    let sign = rest.get(..4)?;
    if !SIGNS.contains(&sign) {
        return None;
    }
    let [high, low, name_length, ..] = rest.get(4..)? else { return None };
    let name_end = 7_usize.checked_add(usize::from(*name_length))?;
    let length_at = name_end.checked_next_multiple_of(2)?;
    let length = rest.get(length_at..length_at.checked_add(4)?)?;
    let length = u32::from_be_bytes(<[u8; 4]>::try_from(length).ok()?);
    let data_at = length_at.checked_add(4)?;
    let data_end = data_at.checked_add(usize::try_from(length).ok()?)?;
    rest.get(data_at..data_end)?;
    // Some programs leave out the byte that makes the last resource even.
    let end = data_end.checked_next_multiple_of(2)?.min(rest.len());
    Some(Resource {
        number: u16::from_be_bytes([*high, *low]),
        name: at.checked_add(7)?..at.checked_add(name_end)?,
        whole: at..at.checked_add(end)?,
        data: at.checked_add(data_at)?..at.checked_add(data_end)?,
    })
}

const SIGNS: [&[u8]; 5] = [b"8BIM", b"PHUT", b"DCSR", b"AgHg", b"MeSa"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resources_are_read_with_their_names() {
        let bytes = b"8BIM\x04\x04\0\0\0\0\0\x03abc\08BIM\x0B\xB7\x03pen\0\0\0\x01x";
        let (resources, damaged) = read(bytes);
        assert_eq!(damaged, None);
        let [iptc, path] = resources.as_slice() else { panic!("{resources:?}") };
        assert_eq!((iptc.number, &bytes[iptc.data.clone()]), (IPTC, b"abc".as_slice()));
        assert_eq!(&bytes[path.name.clone()], b"pen");
        assert_eq!(path.whole.end, bytes.len());
    }

    #[test]
    fn what_is_no_resource_is_told() {
        assert_eq!(read(b"8BIM\x04\x04\0\0\0\0\0\x09abc").1, Some(0));
        assert_eq!(read(b"\0\0").1, None);
    }
}
