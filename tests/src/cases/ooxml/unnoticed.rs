//! What nobody notices: text in the colour of a slide, a cell or a box, what lies beside the page,
//! what a condition hides, and what stands behind a link.

use super::{EXCEL, MAP, Package, SHEETS, SLIDES, WORD, WORDS};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/unnoticed", "naast het blad.docx", word()),
        Case::new("xlsx/unnoticed", "verstopt.xlsx", excel()),
        Case::new("pptx/unnoticed", "kleuren.pptx", powerpoint()),
    ]
}

/// Boxes beside the page and on it, a paragraph beside it, a heading that is folded, a table whose
/// style is white, a field that names a file, and a link that writes a letter.
fn word() -> Vec<u8> {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let paragraph = |properties: &str, text: &str| {
        format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", run(text))
    };
    let shape = |name: &str, across: (&str, i64), down: i64, text: &str| {
        let (from, across) = across;
        format!(
            r#"<w:p><w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="{from}"><wp:posOffset>{across}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{down}</wp:posOffset></wp:positionV><wp:extent cx="900000" cy="900000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="{name}"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p>{}</w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"#,
            run(text)
        )
    };
    let table = |style: &str, text: &str| {
        format!(
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p>{}</w:p></w:tc></w:tr></w:tbl>"#,
            run(text)
        )
    };
    let body = [
        shape("Vak 1", ("page", 9_000_000), 900_000, "Rechts van het blad"),
        shape("Vak 2", ("column", 900_000), 12_000_000, "Onder het blad"),
        shape("Vak 3", ("column", 5_000_000), 900_000, "Op het blad"),
        paragraph(r#"<w:ind w:left="-15000" w:right="15000"/>"#, "Links van het blad"),
        paragraph(r#"<w:ind w:left="-567"/>"#, "Wat naar links"),
        paragraph("<w15:collapsed/>", "Dichtgeklapt"),
        paragraph(r#"<w15:collapsed w:val="0"/>"#, "Opengeklapt"),
        table("Wit", "Wit door de tabel"),
        table("Donker", "Wit op donker"),
        format!(
            r#"<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;C:\\Users\\jbakker\\stuk.docx&quot; deel1 ">{}</w:fldSimple></w:p>"#,
            run("De maan is rond.")
        ),
        format!(r#"<w:p><w:hyperlink r:id="rId2">{}</w:hyperlink></w:p>"#, run("Mail ons.")),
    ]
    .concat();
    let document = format!(
        r#"<w:document {WORD} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>{body}<w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>"#
    );
    let styles = format!(
        r#"<w:styles {WORD}><w:style w:type="table" w:styleId="Wit"><w:name w:val="Wit"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style><w:style w:type="table" w:styleId="Donker"><w:name w:val="Donker"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style></w:styles>"#
    );
    Package::document(&document)
        .leads(
            "word/_rels/document.xml.rels",
            &[
                ("rId1", "styles", "styles.xml"),
                (
                    "rId2",
                    "hyperlink",
                    "mailto:info@example.nl?subject=Bezwaar&amp;body=Het%20bod%20van%20Yilmaz",
                ),
            ],
        )
        .part("word/styles.xml", &format!("{WORDS}.styles"), &styles)
        .finish()
}

/// Letters of one point, a link to a folder in a formula, a condition of the later sort, and boxes
/// with text in their own colour or without a size.
fn excel() -> Vec<u8> {
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><fonts count="2"><font><sz val="11"/></font><font><sz val="1"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="0"/></cellXfs></styleSheet>"#
    );
    let rule = |cells: &str, format: &str| {
        format!(
            r#"<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="1" id="{{00000000-0000-0000-0000-000000000001}}"><xm:f>A1=0</xm:f><x14:dxf>{format}</x14:dxf></x14:cfRule><xm:sqref>{cells}</xm:sqref></x14:conditionalFormatting>"#
        )
    };
    let white = r#"<font><color rgb="FFFFFFFF"/></font>"#;
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>Piepklein</t></is></c><c r="B1" t="inlineStr"><is><t>Gewoon</t></is></c><c r="C1" t="str"><f>HYPERLINK("file:///C:/Users/jbakker/stuk.docx","Zie het stuk")</f><v>Zie het stuk</v></c></row></sheetData><drawing r:id="rId1"/><extLst><ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>{}{}</x14:conditionalFormattings></ext></extLst></worksheet>"#,
        rule("B2:B9", white),
        rule(
            "C2:C9",
            &format!(r#"{white}<fill><patternFill><bgColor rgb="FF1F3864"/></patternFill></fill>"#),
        ),
    );
    let fill = |colour: &str| format!(r#"<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>"#);
    let shape = |name: &str, size: u8, behind: &str, letters: &str, text: &str| {
        format!(
            r#"<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>{}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="{name}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{}</xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:rPr>{}</a:rPr><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>"#,
            1 + size,
            20 + size,
            fill(behind),
            fill(letters),
        )
    };
    let shapes = [
        shape("Vak 1", 4, "FFFFFF", "FFFFFF", "Wit in een wit vak"),
        shape("Vak 2", 4, "1F3864", "FFFFFF", "Wit in een blauw vak"),
        shape("Vak 3", 0, "FFFFFF", "000000", "Zonder maat"),
    ]
    .concat();
    let drawing = format!(
        r#"<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{shapes}</xdr:wsDr>"#
    );
    Package::workbook(&workbook)
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet)
        .part("xl/styles.xml", &format!("{SHEETS}.styles"), &styles)
        .leads(
            "xl/worksheets/_rels/sheet1.xml.rels",
            &[("rId1", "drawing", "../drawings/drawing1.xml")],
        )
        .part("xl/drawings/drawing1.xml", "openxmlformats-officedocument.drawing", &drawing)
        .finish()
}

/// Text in the colour of the paper of its master, text in and out of the colour of its cell, and a
/// box beside the master.
fn powerpoint() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId2"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let run = |colour: &str, text: &str| {
        format!(
            r#"<a:r><a:rPr lang="nl-NL"><a:solidFill>{colour}</a:solidFill></a:rPr><a:t>{text}</a:t></a:r>"#
        )
    };
    let shape = |id: u32, across: u32, down: u32, text: &str| {
        format!(
            r#"<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Vak {id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{across}" y="{down}"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:p>{text}</a:p></p:txBody></p:sp>"#
        )
    };
    let red = r#"<a:srgbClr val="C00000"/>"#;
    let white = r#"<a:schemeClr val="bg1"/>"#;
    let cell = |text: &str| {
        format!(
            "<a:tc><a:txBody><a:bodyPr/><a:p>{text}</a:p></a:txBody><a:tcPr><a:solidFill>{red}</a:solidFill></a:tcPr></a:tc>"
        )
    };
    let table = format!(
        r#"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Tabel 9"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="100" y="4000000"/><a:ext cx="900000" cy="900000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="450000"/><a:gridCol w="450000"/></a:tblGrid><a:tr h="900000">{}{}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"#,
        cell(&run(red, "Rood in een rode cel")),
        cell(&run(white, "Wit in een rode cel")),
    );
    let tree = |paper: &str, shapes: &str| {
        format!(
            r#"<p:cSld>{paper}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree></p:cSld>"#
        )
    };
    let shapes = [
        shape(2, 100, 100, &run(r#"<a:srgbClr val="c00000"/>"#, "Rood papier")),
        shape(3, 100, 2_000_000, &run(white, "Wit op rood papier")),
        table,
    ]
    .concat();
    let paper =
        format!("<p:bg><p:bgPr><a:solidFill>{red}</a:solidFill><a:effectLst/></p:bgPr></p:bg>");
    let beside = shape(5, 9_999_000, 100, "<a:r><a:t>Naast elk blad</a:t></a:r>");
    let part = |name: &str, inner: &str| format!("<p:{name} {SLIDES}>{inner}</p:{name}>");
    let layouts =
        r#"<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>"#;
    let master = tree(&paper, &beside) + MAP + layouts;
    Package::show(&show)
        .slide(&part("sld", &tree("", &shapes)))
        .layout(&part("sldLayout", &tree("", "")), &part("sldMaster", &master))
        .finish()
}
