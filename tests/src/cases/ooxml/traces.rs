//! Names of files and of servers beside what a page shows, properties that no program knows, and a
//! day behind a year.

use super::{EXCEL, Package, WORD};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/traces", "sporen.docx", word()),
        Case::new("xlsx/traces", "sporen.xlsx", excel()),
    ]
}

fn word() -> Vec<u8> {
    let picture = r#"<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9000" cy="9000"/><wp:docPr id="1" name="Afbeelding 1"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Janne op kantoor.jpg"/><pic:cNvPicPr/></pic:nvPicPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"#;
    let shape = r#"<w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape href="file:///\\server01\delen\zaak.docx" target="C:\Users\jbakker\x.htm" style="width:9pt;height:9pt"><v:imagedata o:title="nota Yilmaz definitief"/></v:shape><v:shape href="http://intranet/zaak" style="width:9pt;height:9pt"/></w:pict>"#;
    let day = |full: &str, shows: &str| {
        format!(
            r#"<w:sdt><w:sdtPr><w:date w:fullDate="{full}T00:00:00Z"><w:dateFormat w:val="yyyy"/></w:date></w:sdtPr><w:sdtContent><w:r><w:t>{shows}</w:t></w:r></w:sdtContent></w:sdt>"#
        )
    };
    let document = format!(
        r#"<w:document {WORD}><w:body><w:p><w:r>{picture}</w:r></w:p><w:p><w:r>{shape}</w:r></w:p><w:p>{}<w:r><w:t> en </w:t></w:r>{}</w:p><w:sectPr/></w:body></w:document>"#,
        day("1980-05-03", "1980"),
        day("2026-03-02", "2 maart 2026"),
    );
    let core = r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:contributor>Saskia Visser</dc:contributor><dc:publisher>Gemeente Voorbeeld</dc:publisher><dcterms:abstract>Uitleg van Bakker</dcterms:abstract></cp:coreProperties>"#;
    let app = r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>1</Pages><Owner>Fatima Yilmaz</Owner></Properties>"#;
    let mut package = Package::new();
    package
        .leads(
            "_rels/.rels",
            &[
                ("rId1", "officeDocument", "word/document.xml"),
                ("rId2", "metadata/core-properties", "docProps/core.xml"),
                ("rId3", "extended-properties", "docProps/app.xml"),
            ],
        )
        .part("docProps/core.xml", "openxmlformats-package.core-properties", core)
        .part("docProps/app.xml", "openxmlformats-officedocument.extended-properties", app)
        .part("word/document.xml", &format!("{}.document.main", super::WORDS), &document);
    package.finish()
}

/// Formulas that lead to servers.
fn excel() -> Vec<u8> {
    let cell =
        |at: &str, formula: &str| format!(r#"<c r="{at}" t="str"><f>{formula}</f><v>open</v></c>"#);
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1">{}{}{}{}</row></sheetData></worksheet>"#,
        cell("A1", r#"HYPERLINK("http://zaken/77","open")"#),
        cell("B1", r"'\\server01\delen\[boek.xlsx]Blad1'!A1"),
        cell("C1", r#"_xlfn.WEBSERVICE("http://dataserver/api?token=Geheim01")"#),
        cell("D1", r#"HYPERLINK("https://d.docs.live.net/7f3a9b2c1d00aa/x.xlsx","open")"#),
    );
    super::one_sheet(&sheet, &format!("<styleSheet {EXCEL}/>"))
}
