//! The archive around the parts, and what two programs could read in two ways.

use super::super::{HEAD, Package, WORD, WORDS, one_page};
use crate::cases::Case;
use crate::zip::{Zip, crc32};

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/archive", "archief.docx", remarked()),
        Case::new("docx/strict", "streng.docx", strict()),
        Case::new("docx/utf-16", "breed.docx", wide()),
        Case::new("docx/odd-names", "namen.docx", odd_names()),
        Case::new("docx/broken-drawing", "tekening.docx", broken_drawing()),
        Case::new("docx/wrong-extension", "brief.xlsx", moon().finish()),
        Case::new("docx/hostile-path", "tweede naam.docx", second_name()),
        Case::new(
            "docx/hostile-headers",
            "twee koppen.docx",
            patched(|_, central| (central + 46, b'W')),
        ),
        Case::new(
            "docx/hostile-overlap",
            "over elkaar.docx",
            patched(|_, central| (central + 42, 1)),
        ),
        Case::new("docx/hostile-method", "ander pak.docx", patched(|local, _| (local + 8, 12))),
        Case::new("docx/hostile-encrypted", "dicht deel.docx", locked()),
        Case::new("zip/nested", "doos.zip", nested()),
        Case::new("xml/flat-package", "plat.xml", flat()),
    ]
}

const MOON: &str = "<w:p><w:r><w:t>De maan is rond.</w:t></w:r></w:p>";

fn moon() -> Package {
    one_page(MOON)
}

/// Dates, additional fields and remarks in the archive, and bytes before and after it.
fn remarked() -> Vec<u8> {
    let mut package = moon();
    package.zip.stamp = (0x6A60, 0x5D75);
    // The numbers of a user and a group of Unix.
    package.zip.extra = b"ux\x0B\0\x01\x04\xE8\x03\0\0\x04\xE9\x03\0\0".to_vec();
    package.zip.remark = b"van schijf Bakker".to_vec();
    package.zip.comment = b"Ingepakt door Janne de Vries".to_vec();
    [package.finish(), b"restant van Mulder".to_vec()].concat()
}

/// The strict form, whose namespaces and types have other names, with properties at an odd place.
fn strict() -> Vec<u8> {
    let of = "http://purl.oclc.org/ooxml";
    let body = r#"<w:p><w:ins w:id="1" w:author="Joris Bakker" w:date="2026-03-02T10:00:00Z"><w:r><w:t>Streng.</w:t></w:r></w:ins></w:p>"#;
    let document = format!(
        r#"<w:document xmlns:w="{of}/wordprocessingml/main" w:conformance="strict"><w:body>{body}<w:sectPr/></w:body></w:document>"#
    );
    let core = r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Janne de Vries</dc:creator></cp:coreProperties>"#;
    let app = format!(
        r#"<Properties xmlns="{of}/officeDocument/extendedProperties"><Company>Gemeente Voorbeeld</Company></Properties>"#
    );
    let kind = |sort: &str| format!("{of}/officeDocument/relationships/{sort}");
    let mut package = Package::new();
    package
        .leads(
            "_rels/.rels",
            &[
                ("rId1", kind("officeDocument").as_str(), "word/document.xml"),
                ("rId2", "metadata/core-properties", "eigen/kern7.xml"),
                ("rId3", kind("extendedProperties").as_str(), "docProps/app.xml"),
            ],
        )
        .part("word/document.xml", &format!("{WORDS}.document.main"), &document)
        .part("eigen/kern7.xml", "openxmlformats-package.core-properties", core)
        .part("docProps/app.xml", "openxmlformats-officedocument.extended-properties", &app);
    package.finish()
}

/// A part in UTF-16.
fn wide() -> Vec<u8> {
    let comments = format!(
        r#"<?xml version="1.0" encoding="UTF-16"?><w:comments {WORD}><w:comment w:id="0" w:author="Janne de Vries"><w:p><w:r><w:t>In brede letters.</w:t></w:r></w:p></w:comment></w:comments>"#
    );
    let mut bytes = b"\xFF\xFE".to_vec();
    bytes.extend(comments.encode_utf16().flat_map(u16::to_le_bytes));
    let mut package = one_page(
        r#"<w:p><w:r><w:t>De maan is rond.</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>"#,
    );
    package.leads("word/_rels/document.xml.rels", &[("rId1", "comments", "comments.xml")]).bytes(
        "word/comments.xml",
        &format!("application/vnd.{WORDS}.comments+xml"),
        &bytes,
    );
    package.finish()
}

/// Names with backslashes, in other letters, in percents and with a fragment behind them.
fn odd_names() -> Vec<u8> {
    let comments = format!(
        r#"<w:comments {WORD}><w:comment w:id="0" w:author="Janne de Vries"><w:p><w:r><w:t>Achter een rare naam.</w:t></w:r></w:p></w:comment></w:comments>"#
    );
    let settings = format!(
        r#"<w:settings {WORD}><w:docVars><w:docVar w:name="a" w:val="achter procenten"/></w:docVars></w:settings>"#
    );
    let mut package = Package::new();
    package
        .leads("_rels/.rels", &[("rId1", "officeDocument", "word/document.xml")])
        .part(
            "word/document.xml",
            &format!("{WORDS}.document.main"),
            &format!(
                r#"<w:document {WORD}><w:body><w:p><w:r><w:t>De maan is rond.</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p><w:sectPr/></w:body></w:document>"#
            ),
        )
        .leads(
            "word/_rels/document.xml.rels",
            &[("rId1", "comments", "/Word/Comments.xml#hier"), ("rId2", "settings", "be%20stand.xml")],
        )
        .part("word/be stand.xml", &format!("{WORDS}.settings"), &settings);
    package.types += &format!(
        r#"<Override PartName="/word/comments.xml" ContentType="application/vnd.{WORDS}.comments+xml"/>"#
    );
    package.zip.deflated(r"word\comments.xml", format!("{HEAD}\n{comments}").as_bytes());
    package.finish()
}

/// An old drawing that is no XML: some programs write them so.
fn broken_drawing() -> Vec<u8> {
    let mut package = moon();
    package
        .leads(
            "word/_rels/document.xml.rels",
            &[("rId1", "vmlDrawing", "drawings/vmlDrawing1.vml")],
        )
        .ending("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
    package.zip.deflated(
        "word/drawings/vmlDrawing1.vml",
        br#"<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><div>Regel een<br>van Joris Bakker</div></v:textbox></v:shape></xml>"#,
    );
    package.finish()
}

/// A member that says in an additional field that it has another name.
fn second_name() -> Vec<u8> {
    let mut package = moon();
    let (name, other) = (b"word/oud.xml", b"word/document.xml");
    let field = [&[1], crc32(name).to_le_bytes().as_slice(), other].concat();
    let length = u16::try_from(field.len()).expect("a short field").to_le_bytes();
    package.zip.extra = [b"up".as_slice(), &length, &field].concat();
    package.zip.deflated("word/oud.xml", b"<w/>");
    package.zip.extra.clear();
    package.finish()
}

/// One byte of what the archive says about the document is another: where, by the places of the
/// header before the document and of the line in the directory.
fn patched(place: impl Fn(usize, usize) -> (usize, u8)) -> Vec<u8> {
    let mut bytes = moon().finish();
    let name = b"word/document.xml";
    let find = |from: usize| {
        let found = bytes[from..].windows(name.len()).position(|window| window == name);
        found.map(|at| from + at)
    };
    let local = find(0).expect("the document");
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").expect("one");
    let central = find(directory).expect("the document");
    let (at, value) = place(local - 30, central - 46);
    bytes[at] = value;
    bytes
}

/// One part is behind a password.
fn locked() -> Vec<u8> {
    let mut bytes = patched(|local, _| (local + 6, 1));
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").expect("one");
    let name = b"word/document.xml";
    let found = bytes[directory..].windows(name.len()).position(|window| window == name);
    bytes[directory + found.expect("the document") - 46 + 8] = 1;
    bytes
}

/// Archives in archives, further than anybody packs them.
fn nested() -> Vec<u8> {
    let mut inner = b"Mail p.jansen@example.nl\n".to_vec();
    for depth in 0..12 {
        let name = if depth == 0 { "brief.txt" } else { "doos.zip" };
        inner = Zip::new().stored(name, &inner).finish();
    }
    inner
}

/// A document of Word in one file of XML.
fn flat() -> String {
    format!(
        r#"{HEAD}<?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml" pkg:contentType="application/vnd.{WORDS}.document.main+xml"><pkg:xmlData><w:document {WORD}><w:body><w:p><w:ins w:id="1" w:author="Joris Bakker"><w:r><w:t>Plat.</w:t></w:r></w:ins></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"#
    )
}
