//! Pictures, with all that cameras and programs write beside the pixels.

use super::Case;
use crate::zip::crc32;

pub(super) fn cases() -> Vec<Case> {
    let jpeg = [SOI, JFIF, PICTURE].concat();
    let png = png_with(&[]);
    let exif = segment(0xE1, &[b"Exif\0\0".as_slice(), &exif(Some(&jpeg))].concat());
    let xmp_segment = segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", XMP].concat());
    let spaced = segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/ \0", XMP].concat());
    let photoshop = segment(0xED, &[b"Photoshop 3.0\0".as_slice(), &resource(&iptc())].concat());
    let comment = segment(0xFE, b"mail jan@example.nl");
    let everything =
        [SOI, JFIF, &exif, &xmp_segment, &photoshop, &comment, PICTURE, b"left over"].concat();

    let hidden = segment(0xDD, b"\0\0Uw BSN is 111222333");
    let unknown = segment(0xE9, b"NOBODY KNOWS\0 BSN 999990019");
    let two = [SOI, JFIF, &unknown, &hidden, PICTURE, &jpeg].concat();
    let text = |name: &[u8; 4], data: &[u8]| chunk(*name, data);
    let raw = "\nexif\n      10\n457869660000\n4d4d002a\n".as_bytes();
    let many = png_with(&[
        text(b"tEXt", b"Author\0Janne de Vries"),
        text(b"tEXt", b"Title\0Een plein"),
        text(b"zTXt", &[b"Comment\0\0".as_slice(), &packed(b"bel 06-12345678")].concat()),
        text(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", XMP].concat()),
        text(b"eXIf", &self::exif(None)),
        text(b"tIME", &[0x07, 0xE8, 5, 17, 10, 30, 0]),
    ]);
    let odd = png_with(&[
        text(b"zTXt", &[b"Raw profile type exif\0\0".as_slice(), &packed(raw)].concat()),
        text(b"seCr", b"Uw BSN is 111222333"),
    ]);

    vec![
        Case::new("jpeg/everything", "foto.jpg", everything),
        Case::new("bmp/everything", "foto.bmp", bmp(b"BSN 111222333", b"mail jan@example.nl")),
        Case::new("bmp/clean", "vlak.bmp", bmp(b"", b"")),
        Case::new("jpeg/clean", "vlak.jpg", jpeg.clone()),
        Case::new("jpeg/damaged", "half.jpg", &jpeg[..jpeg.len() - 20]),
        Case::new("jpeg/damaged-exif", "exif.jpg", broken_exif()),
        Case::new("jpeg/spaced-xmp", "spatie.jpg", [SOI, JFIF, &spaced, PICTURE].concat()),
        Case::new("jpeg/hostile", "verstopt.jpg", two),
        Case::new("png/everything", "plein.png", many),
        Case::new("png/clean", "vlak.png", png.clone()),
        Case::new("png/damaged", "half.png", &png[..png.len() - 14]),
        Case::new("png/hostile", "verstopt.png", [odd.as_slice(), b"%PDF-1.7 half"].concat()),
        Case::new("png/clear-points", "stempel.png", clear_points(true)),
        Case::new("png/clear-grounds", "stempel.png", clear_points(false)),
        Case::new("png/hostile-rows", "rijen.png", more_rows()),
        Case::new("png/wrong-extension", "foto-als.jpg", png),
    ]
}

pub(super) const SOI: &[u8] = b"\xFF\xD8";
pub(super) const JFIF: &[u8] = b"\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";

/// A picture of eight pixels by eight: its tables, its frame, its scan and its end.
#[rustfmt::skip]
pub(super) const PICTURE: &[u8] = &[
    0xff, 0xdb, 0x00, 0x43, 0x00, 0x14, 0x0e, 0x0f, 0x12, 0x0f, 0x0d, 0x14, 0x12, 0x10, 0x12, 0x17,
    0x15, 0x14, 0x18, 0x1e, 0x32, 0x21, 0x1e, 0x1c, 0x1c, 0x1e, 0x3d, 0x2c, 0x2e, 0x24, 0x32, 0x49,
    0x40, 0x4c, 0x4b, 0x47, 0x40, 0x46, 0x45, 0x50, 0x5a, 0x73, 0x62, 0x50, 0x55, 0x6d, 0x56, 0x45,
    0x46, 0x64, 0x88, 0x65, 0x6d, 0x77, 0x7b, 0x81, 0x82, 0x81, 0x4e, 0x60, 0x8d, 0x97, 0x8c, 0x7d,
    0x96, 0x73, 0x7e, 0x81, 0x7c, 0xff, 0xdb, 0x00, 0x43, 0x01, 0x15, 0x17, 0x17, 0x1e, 0x1a, 0x1e,
    0x3b, 0x21, 0x21, 0x3b, 0x7c, 0x53, 0x46, 0x53, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c,
    0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c,
    0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c,
    0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0x7c, 0xff, 0xc0, 0x00, 0x11, 0x08, 0x00,
    0x08, 0x00, 0x08, 0x03, 0x01, 0x22, 0x00, 0x02, 0x11, 0x01, 0x03, 0x11, 0x01, 0xff, 0xc4, 0x00,
    0x15, 0x00, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x05, 0xff, 0xc4, 0x00, 0x17, 0x10, 0x01, 0x00, 0x03, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x27, 0x2b, 0x1f, 0xff, 0xc4, 0x00,
    0x15, 0x01, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x01, 0x05, 0xff, 0xda, 0x00, 0x0c, 0x03, 0x01, 0x00, 0x02, 0x11, 0x03, 0x11, 0x00,
    0x3f, 0x00, 0x95, 0x0a, 0xe0, 0x02, 0x73, 0x28, 0x75, 0xd6, 0x29, 0x46, 0x6f, 0x0d, 0xff, 0xd9,
];

const XMP: &[u8] = br#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 6.0">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:x4="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
    xmp:CreatorTool="Lightroom" crs:Sharpness="25" xmlns:own="urn:own" own:path="C:\Users\vriesj\foto">
   <dc:creator><rdf:Seq><rdf:li>Janne de Vries</rdf:li></rdf:Seq></dc:creator>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Een plein</rdf:li></rdf:Alt></dc:title>
   <x4:PersonInImage><rdf:Bag><rdf:li>Piet Puk</rdf:li></rdf:Bag></x4:PersonInImage>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"#;

/// A segment of a JPEG.
pub(super) fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).expect("a short payload");
    [&[0xFF, marker], length.to_be_bytes().as_slice(), payload].concat()
}

/// Exif of a camera on its side, with its owner and where it was.
fn exif(thumbnail: Option<&[u8]>) -> Vec<u8> {
    let mut values = Vec::new();
    let text = |tag: u16, text: &str| (tag, 2_u16, [text.as_bytes(), b"\0"].concat());
    let degrees = |tag: u16, parts: [u32; 3]| {
        let fractions = parts.iter().flat_map(|part| [part.to_be_bytes(), 1_u32.to_be_bytes()]);
        (tag, 5_u16, fractions.flatten().collect::<Vec<u8>>())
    };
    let page = vec![
        text(0x010F, "Maker"),
        (0x0112, 3, vec![0, 6]),
        text(0x013B, "Janne de Vries"),
        (0x8769, 4, vec![0; 4]),
        (0x8825, 4, vec![0; 4]),
    ];
    let camera = vec![
        text(0x9003, "2024:05:17 10:30:00"),
        (0x927C, 7, b"Owner: J. de Vries\0\x01\x02".to_vec()),
        text(0xA430, "Janne de Vries"),
        text(0xA431, "SN-1234567"),
        (0xA402, 3, vec![0, 1]),
    ];
    let place = vec![
        text(0x0001, "N"),
        degrees(0x0002, [52, 5, 26]),
        text(0x0003, "E"),
        degrees(0x0004, [5, 7, 17]),
    ];
    let mut small = Vec::new();
    if thumbnail.is_some() {
        small.extend([(0x0201, 4, vec![0; 4]), (0x0202, 4, vec![0; 4])]);
    }
    let mut directories = [page, camera, place, small];
    // Each directory, then all longer values, then the thumbnail.
    let lengths = directories.iter().map(|fields| 2 + 12 * fields.len() as u32 + 4);
    let mut starts = vec![8_u32];
    for length in lengths {
        starts.push(starts.last().expect("a start") + length);
    }
    let behind = *starts.last().expect("a start");
    let mut out = b"MM\0*\0\0\0\x08".to_vec();
    let longer = |value: &[u8]| value.len() > 4;
    let all: usize = directories
        .iter()
        .flatten()
        .map(|(_, _, value)| value.len())
        .filter(|length| *length > 4)
        .sum();
    let picture_at = behind + u32::try_from(all).expect("short");
    let picture_length = thumbnail.map_or(0, |bytes| bytes.len() as u32);
    for (number, fields) in directories.iter_mut().enumerate() {
        out.extend((fields.len() as u16).to_be_bytes());
        for (tag, form, value) in fields {
            match *tag {
                0x8769 => *value = starts[1].to_be_bytes().to_vec(),
                0x8825 => *value = starts[2].to_be_bytes().to_vec(),
                0x0201 => *value = picture_at.to_be_bytes().to_vec(),
                0x0202 => *value = picture_length.to_be_bytes().to_vec(),
                _ => {}
            }
            let size = [0, 1, 1, 2, 4, 8, 1, 1][usize::from(*form)];
            out.extend(tag.to_be_bytes());
            out.extend(form.to_be_bytes());
            out.extend(((value.len() / size) as u32).to_be_bytes());
            if longer(value) {
                out.extend((behind + values.len() as u32).to_be_bytes());
                values.extend_from_slice(value);
            } else {
                let mut inline = value.clone();
                inline.resize(4, 0);
                out.extend(inline);
            }
        }
        let next = if number == 0 && thumbnail.is_some() { starts[3] } else { 0 };
        out.extend(next.to_be_bytes());
    }
    out.extend(values);
    out.extend_from_slice(thumbnail.unwrap_or_default());
    out
}

/// Exif whose owner points behind its end.
fn broken_exif() -> Vec<u8> {
    let mut exif = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x08\0\0");
    exif.extend(b"\x01\x3B\0\x02\0\0\0\x20\0\0\x40\0");
    exif.extend(b"\0\0\0\0Janne de Vries");
    let segment = segment(0xE1, &[b"Exif\0\0".as_slice(), &exif].concat());
    [SOI, JFIF, &segment, PICTURE].concat()
}

fn iptc() -> Vec<u8> {
    let field = |number: u8, value: &str| {
        [&[0x1C, 2, number, 0, value.len() as u8], value.as_bytes()].concat()
    };
    [field(80, "Janne de Vries"), field(90, "Utrecht"), field(120, "Op de foto: Piet Puk")].concat()
}

/// A resource of Photoshop with this in it.
fn resource(data: &[u8]) -> Vec<u8> {
    let mut bytes = b"8BIM\x04\x04\0\0".to_vec();
    bytes.extend((data.len() as u32).to_be_bytes());
    bytes.extend_from_slice(data);
    if !data.len().is_multiple_of(2) {
        bytes.push(0);
    }
    bytes
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6)
}

fn chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [name.as_slice(), data].concat();
    let length = (data.len() as u32).to_be_bytes();
    [length.as_slice(), &named, &crc32(&named).to_be_bytes()].concat()
}

/// A picture of two grey pixels by two, with chunks before its pixels.
fn png_with(chunks: &[Vec<u8>]) -> Vec<u8> {
    let mut parts =
        vec![b"\x89PNG\r\n\x1a\n".to_vec(), chunk(*b"IHDR", b"\0\0\0\x02\0\0\0\x02\x08\0\0\0\0")];
    parts.extend_from_slice(chunks);
    parts.push(chunk(*b"IDAT", &packed(&[0, 10, 200, 0, 90, 30])));
    parts.push(chunk(*b"IEND", b""));
    parts.concat()
}

/// Two lines are shown, and a third of an earlier picture is there.
fn more_rows() -> Vec<u8> {
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(*b"IHDR", b"\0\0\0\x02\0\0\0\x02\x08\0\0\0\0"),
        chunk(*b"IDAT", &packed(&[0, 10, 200, 0, 90, 30, 0, 1, 2])),
        chunk(*b"IEND", b""),
    ]
    .concat()
}

/// A picture of forty points by forty of which the left half lets everything through: with stripes
/// in it that nobody sees, or with two grounds, as programs leave them.
fn clear_points(shows: bool) -> Vec<u8> {
    let point = |across: u8, down: u8| {
        let (stripe, ground) = ((across / 2 + down / 3).is_multiple_of(2), down > across);
        let light = if (shows && stripe) || (!shows && ground) { 0 } else { 250 };
        let alpha = if across < 24 { 0 } else { 255 };
        [light, light, light, alpha]
    };
    let line = |down: u8| {
        let points = (0..40).flat_map(|across| point(across, down));
        std::iter::once(0).chain(points).collect::<Vec<u8>>()
    };
    let lines: Vec<u8> = (0..40).flat_map(line).collect();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(*b"IHDR", b"\0\0\0\x28\0\0\0\x28\x08\x06\0\0\0"),
        chunk(*b"IDAT", &packed(&lines)),
        chunk(*b"IEND", b""),
    ]
    .concat()
}

/// A picture of two by two, with bytes before its pixels and behind them.
fn bmp(gap: &[u8], after: &[u8]) -> Vec<u8> {
    let start = 54 + gap.len() as u32;
    let word = |number: u32| number.to_le_bytes();
    [
        b"BM".as_slice(),
        &word(start + 16),
        &[0; 4],
        &word(start),
        &word(40),
        &word(2),
        &word(2),
        &[1, 0, 24, 0],
        &[0; 24],
        gap,
        &[9; 16],
        after,
    ]
    .concat()
}
