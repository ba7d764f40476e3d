//! Notes, headers, sources, types and sheets: what is shown, and what only stands there.

use super::{EXCEL, Package, SHEETS, WORD, WORDS, one_page};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/shown", "noten.docx", word()),
        Case::new("docx/cited", "bronnen.docx", cited()),
        Case::new("xlsx/blank", "leeg.xlsx", excel()),
    ]
}

fn word() -> Vec<u8> {
    let text = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let refers = |id: u8| format!(r#"<w:footnoteReference w:id="{id}"/>"#);
    let deleted = format!(
        r#"<w:del w:id="9" w:author="Joris Bakker"><w:r><w:delText>Ook dit.</w:delText></w:r><w:r>{}</w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> QUOTE weg </w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>weg</w:delText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>"#,
        refers(2)
    );
    let hidden = format!("<w:r><w:rPr><w:vanish/></w:rPr>{}</w:r>", refers(3));
    let picture = r#"<w:r><w:rPr><w:vanish/></w:rPr><w:drawing/></w:r>"#;
    let paragraphs = [
        text("De maan is rond.") + &format!("<w:r>{}</w:r>", refers(1)),
        deleted,
        hidden,
        picture.to_owned(),
    ];
    let section = r#"<w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="first" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/><w:footerReference w:type="first" r:id="rId6"/></w:sectPr></w:pPr>"#;
    let paragraphs: String = paragraphs.iter().map(|inner| format!("<w:p>{inner}</w:p>")).collect();
    let note = |id: i8, sort: &str, inner: &str| {
        format!(r#"<w:footnote w:id="{id}"{sort}><w:p>{inner}</w:p></w:footnote>"#)
    };
    let notes = [
        note(-1, r#" w:type="separator""#, "<w:r><w:separator/></w:r>"),
        note(1, "", &text("Zie de nota.")),
        note(2, "", &text("Noot bij wat weg is.")),
        note(3, "", &text("Noot bij wat verborgen is.")),
        note(4, "", &text("Noot waar niets naar wijst.")),
    ];
    let notes = format!("<w:footnotes {WORD}>{}</w:footnotes>", notes.concat());
    let page =
        |name: &str, inner: &str| format!("<w:{name} {WORD}><w:p>{}</w:p></w:{name}>", text(inner));
    let settings = format!(
        r#"<w:settings {WORD}><w:documentProtection w:edit="readOnly" w:enforcement="0"/></w:settings>"#
    );
    let mut package = one_page(&format!("{paragraphs}<w:p>{section}</w:p>"));
    package
        .leads(
            "word/_rels/document.xml.rels",
            &[
                ("rId1", "footnotes", "footnotes.xml"),
                ("rId2", "header", "header1.xml"),
                ("rId3", "header", "header2.xml"),
                ("rId4", "footer", "footer1.xml"),
                ("rId5", "settings", "settings.xml"),
                ("rId6", "footer", "footer2.xml"),
            ],
        )
        .part("word/footnotes.xml", &format!("{WORDS}.footnotes"), &notes)
        .part("word/header1.xml", &format!("{WORDS}.header"), &page("hdr", "Te zien"))
        .part("word/header2.xml", &format!("{WORDS}.header"), &page("hdr", "Kop uit een concept"))
        .part("word/footer1.xml", &format!("{WORDS}.footer"), &page("ftr", "Voet uit een concept"))
        .part("word/footer2.xml", &format!("{WORDS}.footer"), &page("ftr", "1"))
        .part("word/settings.xml", &format!("{WORDS}.settings"), &settings);
    package.types += r#"<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>"#;
    package.finish()
}

/// Sources that a field cites, and what the Editor of Word keeps.
fn cited() -> Vec<u8> {
    let sources = r#"<b:Sources SelectedStyle="\APASixthEditionOfficeOnline.xsl" xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Bak20</b:Tag><b:SourceType>Book</b:SourceType><b:Title>Bestuursrecht</b:Title></b:Source></b:Sources>"#;
    let checked = r#"<int2:intelligence xmlns:int2="http://schemas.microsoft.com/office/intelligence/2020/intelligence"><int2:observations><int2:bookmark int2:bookmarkName="_Int_3kPp3mN2"/></int2:observations></int2:intelligence>"#;
    let mut package = one_page(
        r#"<w:p><w:bookmarkStart w:id="1" w:name="_Int_3kPp3mN2"/><w:r><w:t>De maan is rond.</w:t></w:r><w:bookmarkEnd w:id="1"/><w:fldSimple w:instr=" CITATION Bak20 \l 1043 "><w:r><w:t>(2020)</w:t></w:r></w:fldSimple></w:p>"#,
    );
    package
        .leads(
            "word/_rels/document.xml.rels",
            &[
                ("rId1", "customXml", "../customXml/item1.xml"),
                ("rId2", "intelligence", "intelligence2.xml"),
            ],
        )
        .plain("customXml/item1.xml", sources)
        .part("word/intelligence2.xml", "ms-office.intelligence2", checked);
    package.finish()
}

/// A hidden sheet and hidden columns on which nothing stands, in a workbook of Excel.
fn excel() -> Vec<u8> {
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/><sheet name="Blad2" sheetId="2" state="hidden" r:id="rId2"/></sheets><definedNames><definedName name="oud" hidden="1">Lijst!#REF!</definedName><definedName name="Grens" hidden="1">4</definedName></definedNames></workbook>"#
    );
    let sheet = format!(
        r#"<worksheet {EXCEL}><cols><col min="3" max="16384" width="9" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>4</v></c></row></sheetData></worksheet>"#
    );
    let blank = format!("<worksheet {EXCEL}><sheetData/></worksheet>");
    let about = r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Macintosh Excel</Application><AppVersion>16.0300</AppVersion></Properties>"#;
    let mut package = Package::new();
    package
        .leads(
            "_rels/.rels",
            &[
                ("rId1", "officeDocument", "xl/workbook.xml"),
                ("rId2", "extended-properties", "docProps/app.xml"),
            ],
        )
        .part("xl/workbook.xml", &format!("{SHEETS}.sheet.main"), &workbook)
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "worksheet", "worksheets/sheet2.xml"),
            ],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet)
        .part("xl/worksheets/sheet2.xml", &format!("{SHEETS}.worksheet"), &blank)
        .part("docProps/app.xml", "openxmlformats-officedocument.extended-properties", about);
    package.finish()
}
