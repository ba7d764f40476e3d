//! Pictures in TIFF, with fields that tell something.

use super::Case;

pub(super) fn cases() -> Vec<Case> {
    let pixels = b"\x10\x20\x30\x40";
    let plain = [number(0x0100, 2), number(0x0101, 2), number(0x0112, 6)];
    let clean = tiff(&plain, &[], pixels, b"");
    let xmp = br#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Saskia Visser</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"#;
    let fields = [
        number(0x0100, 2),
        number(0x0101, 2),
        text(0x010E, "Kaart van de wijk"),
        number(0x0112, 6),
        text(0x0131, "Kaartmaker 3.1"),
        text(0x0132, "2026:03:01 09:12:00"),
        text(0x013B, "Janne de Vries"),
        text(0x013C, "PC-JBAKKER"),
        Field { tag: 0x02BC, form: 1, value: xmp.to_vec() },
        Field { tag: 0x8482, form: 2, value: b"52.1 5.1\0".to_vec() },
        Field { tag: 0xBEEF, form: 7, value: b"eigen gegevens van Joris".to_vec() },
    ];
    let camera = [text(0x9003, "2026:03:01 09:12:00"), text(0xA430, "Fatima Yilmaz")];
    let everything = tiff(&fields, &camera, pixels, b"vergeten regel van Joris");
    let mut loops = clean.clone();
    let next = loops.len() - pixels.len() - 4;
    loops[next..next + 4].copy_from_slice(&8_u32.to_be_bytes());
    vec![
        Case::new("tiff/everything", "kaart.tif", everything.clone()),
        Case::new("tiff/clean", "vlak.tif", clean.clone()),
        Case::new("tiff/damaged", "half.tif", &everything[..everything.len() / 2]),
        Case::new("tiff/hostile", "kring.tif", loops),
    ]
}

struct Field {
    tag: u16,
    form: u16,
    value: Vec<u8>,
}

fn number(tag: u16, number: u16) -> Field {
    Field { tag, form: 3, value: number.to_be_bytes().to_vec() }
}

fn text(tag: u16, text: &str) -> Field {
    Field { tag, form: 2, value: [text.as_bytes(), b"\0"].concat() }
}

/// A page with its values, what the camera tells, bytes that nothing points to, and pixels.
fn tiff(page: &[Field], camera: &[Field], pixels: &[u8], left_over: &[u8]) -> Vec<u8> {
    let size = |fields: usize| 2 + 12 * fields + 4;
    let extra = 2 + usize::from(!camera.is_empty());
    let mut values = Vec::new();
    let first = 8;
    let second = first + size(page.len() + extra);
    let behind = second + if camera.is_empty() { 0 } else { size(camera.len()) };
    let mut entries = |fields: &[Field]| -> Vec<(u16, Vec<u8>)> {
        let entry = |field: &Field| {
            let width = if field.form == 3 { 2 } else { 1 };
            let count = u32::try_from(field.value.len() / width).expect("a short value");
            let mut bytes = [field.tag.to_be_bytes(), field.form.to_be_bytes()].concat();
            bytes.extend(count.to_be_bytes());
            if field.value.len() <= 4 {
                bytes.extend(&field.value);
                bytes.resize(12, 0);
            } else {
                bytes.extend(u32::try_from(behind + values.len()).expect("small").to_be_bytes());
                values.extend(&field.value);
            }
            (field.tag, bytes)
        };
        fields.iter().map(entry).collect()
    };
    let mut pages = entries(page);
    let cameras = entries(camera);
    let long = |tag: u16, value: usize| {
        let value = u32::try_from(value).expect("small").to_be_bytes();
        (tag, [&tag.to_be_bytes()[..], &[0, 4, 0, 0, 0, 1], &value].concat())
    };
    let pixels_at = behind + values.len() + left_over.len();
    pages.push(long(0x0111, pixels_at));
    pages.push(long(0x0117, pixels.len()));
    if !camera.is_empty() {
        pages.push(long(0x8769, second));
    }
    pages.sort();
    let table = |entries: &[(u16, Vec<u8>)]| {
        let count = u16::try_from(entries.len()).expect("few").to_be_bytes();
        let all: Vec<u8> = entries.iter().flat_map(|(_, bytes)| bytes.clone()).collect();
        [&count[..], &all, &[0; 4]].concat()
    };
    let mut bytes = [b"MM\0*", 8_u32.to_be_bytes().as_slice(), &table(&pages)].concat();
    if !camera.is_empty() {
        bytes.extend(table(&cameras));
    }
    [bytes.as_slice(), &values, left_over, pixels].concat()
}
