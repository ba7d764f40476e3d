//! What looks like something known and is not, and what looks hidden and is in use.

use super::{EXCEL, Package, SHEETS, WORD, one_page};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/strangers", "vreemd.docx", strangers()),
        Case::new("docx/index", "register.docx", index()),
        Case::new("docx/white-seen", "omslag.docx", white_on(false)),
        Case::new("docx/white-on-page", "donker.docx", white_on(true)),
        Case::new("docx/published-beside", "bijlagen.docx", beside()),
        Case::new("xlsx/spoken", "uitspraak.xlsx", spoken()),
        Case::new("xlsx/in-use", "optelling.xlsx", in_use()),
    ]
}

/// Elements that nobody knows, with attributes that elsewhere hold no text; and attributes of a
/// known one that hold what the standard does not allow there.
fn strangers() -> Vec<u8> {
    one_page(concat!(
        r#"<w:p><w:r><w:t>Wat je ziet.</w:t></w:r></w:p>"#,
        r#"<w:p><d:dossier xmlns:d="urn:example:dossier" path="C:\Users\jbakker\nota.docx" state="Fatima Yilmaz" hash="BSN 999990019"/></w:p>"#,
        r#"<w:p><w:pPr><w:jc w:val="janne.devries@example.nl"/></w:pPr><w:r><w:t>Midden.</w:t></w:r></w:p>"#,
    ))
    .finish()
}

/// Entries of an index are hidden by their nature: Word never shows the words of a field.
fn index() -> Vec<u8> {
    let run = |inside: &str| format!("<w:r><w:rPr><w:vanish/></w:rPr>{inside}</w:r>");
    let begin = run(r#"<w:fldChar w:fldCharType="begin"/>"#);
    let words = run(r#"<w:instrText> XE "vergunning" </w:instrText>"#);
    let end = run(r#"<w:fldChar w:fldCharType="end"/>"#);
    let hidden = run("<w:t>Dit is wel verborgen.</w:t>");
    one_page(&format!("<w:p><w:r><w:t>De vergunning</w:t></w:r>{begin}{words}{end}{hidden}</w:p>"))
        .finish()
}

/// White letters that are seen: with a line around them, out of the paper, in a table with a colour.
/// On a page with a colour nobody knows whether the white ones are seen: those stay.
fn white_on(page: bool) -> Vec<u8> {
    let run = |more: &str, words: &str| {
        format!(r#"<w:r><w:rPr>{more}<w:color w:val="FFFFFF"/></w:rPr><w:t>{words}</w:t></w:r>"#)
    };
    let line = r#"<w14:textOutline w14:w="9525"><w14:solidFill><w14:srgbClr w14:val="000000"/></w14:solidFill></w14:textOutline>"#;
    let shade = r#"<w:shd w:val="clear" w:fill="1F3864"/>"#;
    let cell = |words: &str| format!("<w:tc><w:tcPr/><w:p>{}</w:p></w:tc>", run("", words));
    let background = if page { r#"<w:background w:color="1F3864"/>"# } else { "" };
    let document = format!(
        r#"<w:document {WORD}>{background}<w:body><w:p>{}{}{}</w:p><w:tbl><w:tblPr>{shade}</w:tblPr><w:tblGrid/><w:tr>{}</w:tr></w:tbl><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tblPrEx>{shade}</w:tblPrEx>{}</w:tr><w:tr>{}</w:tr></w:tbl><w:p/><w:sectPr/></w:body></w:document>"#,
        run("<w:emboss/>", "In reliëf. "),
        run(line, "Met een lijn. "),
        run("", "Wit op wit."),
        cell("Kop van de tabel"),
        cell("Kop van de rij"),
        cell("Wit in een witte cel"),
    );
    Package::document(&document).finish()
}

/// A link to a file that is published with the document, and one into a folder of somebody.
fn beside() -> Vec<u8> {
    let document = format!(
        r#"<w:document {WORD}><w:body><w:p><w:hyperlink r:id="rId1"><w:r><w:t>Bijlage 1</w:t></w:r></w:hyperlink></w:p><w:p><w:hyperlink r:id="rId2"><w:r><w:t>Bijlage 2</w:t></w:r></w:hyperlink></w:p><w:sectPr/></w:body></w:document>"#
    );
    let mut package = Package::document(&document);
    package.leads(
        "word/_rels/document.xml.rels",
        &[
            ("rId1", "hyperlink", "bijlage-1.pdf"),
            ("rId2", "hyperlink", r"..\jbakker\bijlage-2.pdf"),
        ],
    );
    package.finish()
}

fn workbook(sheet: &str, strings: &str, names: &str) -> Vec<u8> {
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets>{names}</workbook>"#
    );
    let mut package = Package::workbook(&workbook);
    package
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "sharedStrings", "sharedStrings.xml"),
            ],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), sheet)
        .part("xl/sharedStrings.xml", &format!("{SHEETS}.sharedStrings"), strings);
    package.finish()
}

/// How a string is spoken can say something else than the string.
fn spoken() -> Vec<u8> {
    let sheet = format!(
        r#"<worksheet {EXCEL}><dimension ref="A1:B2"/><cols><col min="10" max="16384" width="0" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#
    );
    let strings = format!(
        r#"<sst {EXCEL}><si><t>zichtbaar</t><rPh sb="0" eb="1"><t>janne.devries@example.nl</t></rPh></si></sst>"#
    );
    workbook(&sheet, &strings, "")
}

/// A sum takes a hidden row along, and a formula a hidden name: neither can go.
fn in_use() -> Vec<u8> {
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1"><v>7</v></c></row><row r="2" hidden="1"><c r="A2"><v>5</v></c></row><row r="3"><c r="A3"><f>SUM(A1:A2)*Tarief</f><v>60</v></c></row></sheetData></worksheet>"#
    );
    let names =
        r#"<definedNames><definedName name="Tarief" hidden="1">5</definedName></definedNames>"#;
    workbook(&sheet, &format!("<sst {EXCEL}/>"), names)
}
