//! Changes and comments of every sort, to be accepted and removed.

use super::{EXCEL, Package, SHEETS, SHOWS, SLIDES, WORD, WORDS};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/tracked", "gewijzigd.docx", word()),
        Case::new("xlsx/comments", "opmerkingen.xlsx", excel()),
        Case::new("xlsx/dde", "koers.xlsx", dde()),
        Case::new("pptx/comments", "besproken.pptx", slides()),
    ]
}

const BY: &str = r#"w:author="Joris Bakker" w:date="2026-03-02T10:00:00Z""#;

/// A change that is an element without content.
fn change(name: &str) -> String {
    format!(r#"<w:{name} w:id="1" {BY}/>"#)
}

/// A paragraph whose mark is deleted.
fn lost(style: &str, runs: &str) -> String {
    let del = change("del");
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/><w:rPr>{del}</w:rPr></w:pPr>{runs}</w:p>"#)
}

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn gone(text: &str) -> String {
    format!(r#"<w:del w:id="2" {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"#)
}

fn cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{}</w:p></w:tc>", run(text))
}

fn row(properties: &str, cells: &str) -> String {
    format!("<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>")
}

fn word() -> Vec<u8> {
    let (del, ins) = (change("del"), change("ins"));
    let grid = |columns: usize| {
        format!(
            "<w:tbl><w:tblPr/><w:tblGrid>{}</w:tblGrid>",
            r#"<w:gridCol w:w="900"/>"#.repeat(columns)
        )
    };
    let body = [
        // Three paragraphs become one, with what the last says about itself.
        lost("Kop1", &run("Een ")),
        r#"<w:bookmarkStart w:id="7" w:name="hier"/><w:bookmarkEnd w:id="7"/>"#.to_owned(),
        lost("Kop2", &(run("twee ") + &gone("zonder dit "))),
        format!(r#"<w:p w:rsidR="00A1B2C3"><w:pPr><w:pStyle w:val="Gewoon"/><w:pBdr><w:top w:val="single" w:color="auto"/></w:pBdr></w:pPr>{}</w:p>"#, run("drie.")),
        // The next has no properties, or nothing at all in it.
        lost("Kop1", &run("Voor wie ")),
        format!("<w:p>{}</w:p>", run("niets zegt.")),
        lost("Kop1", &run("Voor een lege.")),
        r#"<w:p w:rsidR="00A1B2C3"/>"#.to_owned(),
        // Moved.
        format!(r#"<w:p><w:pPr><w:rPr>{}</w:rPr></w:pPr><w:moveFromRangeStart w:id="3" w:name="move1" {BY}/><w:moveFrom w:id="4" {BY}>{}</w:moveFrom></w:p><w:moveFromRangeEnd w:id="3"/>"#, change("moveFrom"), run("Verhuisd.")),
        format!(r#"<w:p><w:moveToRangeStart w:id="5" w:name="move1" {BY}/><w:moveTo w:id="6" {BY}>{}</w:moveTo><w:moveToRangeEnd w:id="5"/></w:p>"#, run("Verhuisd.")),
        // Looks, and text that was added and taken out again.
        format!(r#"<w:p><w:pPr><w:jc w:val="left"/><w:rPr>{ins}</w:rPr><w:pPrChange w:id="8" {BY}><w:pPr><w:pStyle w:val="OudeStijl"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange w:id="9" {BY}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>Vet </w:t></w:r><w:ins w:id="10" {BY}>{}{}</w:ins></w:p>"#, run("erbij"), gone("en eraf")),
        // A row and a cell go, a row comes.
        grid(2), row(&del, &(cell("", "Oude rij") + &cell("", "oud"))), row(&ins, &(cell("", "Nieuwe rij") + &cell(&change("cellDel"), "oude cel"))), "</w:tbl>".to_owned(),
        lost("Gewoon", &gone("leeg voor de tabel")),
        format!("<w:p>{}</w:p>", run("Tussen de tabellen.")),
        // All of a table goes.
        grid(1), row(&del, &cell("", "Hele tabel")), "</w:tbl>".to_owned(),
        // The last paragraph of a cell keeps its mark.
        grid(1), row("", &format!("<w:tc><w:tcPr/>{}{}</w:tc>", lost("Gewoon", &run("In de ")), lost("Gewoon", &run("cel.")))), "</w:tbl>".to_owned(),
        format!("<w:p>{}</w:p>", run("Slot.")),
        format!(r#"<w:sectPr><w:sectPrChange w:id="11" {BY}><w:sectPr/></w:sectPrChange></w:sectPr>"#),
    ]
    .concat();
    let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let notes = format!(
        r#"<w:footnotes {WORD}><w:footnote w:id="1">{}<w:p>{}</w:p></w:footnote></w:footnotes>"#,
        lost("Voetnoot", &run("Onder ")),
        run("aan.") + &gone("Oude voetnoot"),
    );
    let mut package = Package::new();
    package
        .leads("_rels/.rels", &[("rId1", "officeDocument", "word/document.xml")])
        .part("word/document.xml", &format!("{WORDS}.document.main"), &document)
        .leads("word/_rels/document.xml.rels", &[("rId1", "footnotes", "footnotes.xml")])
        .part("word/footnotes.xml", &format!("{WORDS}.footnotes"), &notes);
    package.finish()
}

fn excel() -> Vec<u8> {
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let list = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>bij elkaar</t></is></c></row></sheetData><legacyDrawing r:id="rId1"/></worksheet>"#
    );
    let comments = format!(
        r#"<comments {EXCEL}><authors><author>tc={{1}}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Draad: klopt dit?</t></text></comment></commentList></comments>"#
    );
    let threads = r#"<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" dT="2026-03-02T10:00:00.00" personId="{2}" id="{1}"><text>Klopt dit?</text></threadedComment></ThreadedComments>"#;
    let persons = r#"<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Janne de Vries" id="{2}" userId="S::j.devries@example.nl::1" providerId="AD"/></personList>"#;
    let drawing = r##"<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/><v:shape type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>"##;
    let mut package = Package::new();
    package.types += r#"<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>"#;
    package
        .leads("_rels/.rels", &[("rId1", "officeDocument", "xl/workbook.xml")])
        .part("xl/workbook.xml", &format!("{SHEETS}.sheet.main"), &workbook)
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "person", "persons/person.xml"),
            ],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &list)
        .leads(
            "xl/worksheets/_rels/sheet1.xml.rels",
            &[
                ("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
                ("rId2", "comments", "../comments1.xml"),
                ("rId3", "threadedComment", "../threadedComments/threadedComment1.xml"),
            ],
        )
        .part("xl/comments1.xml", &format!("{SHEETS}.comments"), &comments)
        .part("xl/threadedComments/threadedComment1.xml", "ms-excel.threadedcomments", threads)
        .part("xl/persons/person.xml", "ms-excel.person", persons);
    package.zip.deflated("xl/drawings/vmlDrawing1.vml", drawing.as_bytes());
    package.finish()
}

/// A link to another program, with what it told last.
fn dde() -> Vec<u8> {
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets><externalReferences><externalReference r:id="rId2"/></externalReferences></workbook>"#
    );
    let list = format!("<worksheet {EXCEL}><sheetData/></worksheet>");
    let link = format!(
        r#"<externalLink {EXCEL}><ddeLink ddeService="Excel" ddeTopic="C:\Users\jbakker\salaris.xlsx"><ddeItems><ddeItem name="R1C1"><values><value t="str"><val>Fatima Yilmaz</val></value></values></ddeItem></ddeItems></ddeLink></externalLink>"#
    );
    let mut package = Package::workbook(&workbook);
    package
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "externalLink", "externalLinks/externalLink1.xml"),
            ],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &list)
        .part("xl/externalLinks/externalLink1.xml", &format!("{SHEETS}.externalLink"), &link);
    package.finish()
}

fn slides() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let tiny = r#"<a:r><a:rPr lang="nl-NL" sz="100"/><a:t>Piepklein 123456782</a:t></a:r>"#;
    let white = r#"<a:r><a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr><a:t>Wit op wit</a:t></a:r>"#;
    let slide = format!(
        r#"<p:sld {SLIDES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Titel 1"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>Overzicht</a:t></a:r>{tiny}{white}</a:p></p:txBody></p:sp></p:spTree></p:cSld><p:extLst><p:ext uri="{{6950BFC3-D8DA-4A85-94F7-54DA5524770B}}"><p188:commentRel xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" r:id="rId2"/></p:ext></p:extLst></p:sld>"#
    );
    let space = r#"xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main""#;
    let authors = format!(
        r#"<p188:authorLst {space}><p188:author id="{{A}}" name="Janne de Vries" initials="JdV" userId="S::j.devries@example.nl::1" providerId="AD"/></p188:authorLst>"#
    );
    let comments = format!(
        r#"<p188:cmLst {space} {SLIDES}><p188:cm id="{{C}}" authorId="{{A}}" created="2026-03-02T10:00:00.000"><p188:txBody><a:bodyPr/><a:p><a:r><a:t>Andere foto?</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>"#
    );
    let mut package = Package::show(&show);
    package
        .leads(
            "ppt/_rels/presentation.xml.rels",
            &[("rId1", "slide", "slides/slide1.xml"), ("rId2", "authors", "authors.xml")],
        )
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide)
        .leads(
            "ppt/slides/_rels/slide1.xml.rels",
            &[("rId2", "comments", "../comments/modernComment_1.xml")],
        )
        .part("ppt/authors.xml", "ms-powerpoint.authors", &authors)
        .part("ppt/comments/modernComment_1.xml", "ms-powerpoint.comments", &comments);
    package.finish()
}
