//! Documents of the old Office, and objects and macros in those of the new.

use super::Case;
use crate::compound::{Compound, packaged, project, properties};

const SUMMARY: [u8; 4] = [0xE0, 0x85, 0x9F, 0xF2];
const OFFICE: [u8; 4] = [0x02, 0xD5, 0xCD, 0xD5];
const OWN: [u8; 4] = [0x05, 0xD5, 0xCD, 0xD5];

pub(super) fn cases() -> Vec<Case> {
    let old = word();
    vec![
        Case::new("doc/everything", "brief.doc", old.clone()),
        Case::new("doc/damaged", "half.doc", &old[..old.len() - 700]),
        Case::new("doc/hostile-circle", "rond.doc", circle(old)),
        Case::new("xls/everything", "lijst.xls", excel()),
        Case::new("ppt/everything", "presentatie.ppt", powerpoint()),
        Case::new("ole/clean", "object.bin", object("", &[]).finish()),
    ]
}

/// An object that the packager made of a file, with what a program left in a free sector.
pub(super) fn object(folder: &str, left: &[u8]) -> Compound {
    let source = format!("{folder}nota.txt");
    let package = packaged("nota.txt", &source, b"Bel Janne de Vries: j.devries@example.nl\n");
    let mut file = Compound::default()
        .stream("\u{1}Ole10Native", package)
        .stream("\u{1}CompObj", b"\x01\0\xFE\xFF\x03\x0A\0\0Package\0".to_vec())
        .stream("\u{3}ObjInfo", [0, 0, 3, 0, 4, 0]);
    file.left = left.to_vec();
    file
}

fn word() -> Vec<u8> {
    let values = [
        (2, "Beleidsnota"),
        (4, "Janne de Vries"),
        (7, "C:\\Users\\jbakker\\Nota.dot"),
        (8, "Joris Bakker\0de Vr"),
        (18, "Microsoft Word 8.0"),
    ];
    let own = properties(OWN, &[(2, "Z-2026-0042")], &[(2, "Zaaknummer")]);
    let office = properties(OFFICE, &[(14, "Saskia Visser"), (15, "Gemeente Voorbeeld")], &[]);
    let body =
        [vec![0xEC; 4000], b"Bel 06-12345678 of mail j.devries@example.nl".to_vec()].concat();
    let mut file =
        project("Macros/", "' Gemaakt door Janne de Vries\r\n", "C:\\Users\\jbakker\\hulp.dll")
            .stream("\u{5}SummaryInformation", properties(SUMMARY, &values, &[]))
            .stream("\u{5}DocumentSummaryInformation", office)
            .stream("ObjectPool/_1/\u{5}DocumentSummaryInformation", own)
            .stream("WordDocument", body);
    file.left = b"Een oude zin over Fatima Yilmaz".to_vec();
    file.finish()
}

/// Sectors of the directory follow each other in a circle.
fn circle(mut bytes: Vec<u8>) -> Vec<u8> {
    let table = bytes.len() - 512;
    let directory = u32::from_le_bytes(bytes[48..52].try_into().expect("four bytes"));
    let at = table + 4 * usize::try_from(directory + 1).expect("a small number");
    bytes[at..at + 4].copy_from_slice(&directory.to_le_bytes());
    bytes
}

fn excel() -> Vec<u8> {
    let mut writer = [14, 0, 0].to_vec();
    writer.extend(b"Janne de Vries");
    writer.resize(112, b' ');
    let mut body = vec![0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x5C, 0, 112, 0];
    body.extend(writer);
    body.extend([0x0A, 0, 0, 0]);
    Compound::default().stream("Workbook", body).finish()
}

fn powerpoint() -> Vec<u8> {
    let name = "Janne de Vries";
    let mut user = vec![0; 20];
    user.extend(u16::try_from(name.len()).expect("a short name").to_le_bytes());
    user.resize(28, 0);
    user.extend(name.as_bytes());
    user.extend([8, 0, 0, 0]);
    user.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    Compound::default()
        .stream("Current User", user)
        .stream("PowerPoint Document", b"Een oude presentatie.".to_vec())
        .finish()
}
