//! Bars in front of text and of cells, and what hides in formulas, groups and charts.

use super::{EXCEL, Package, SHEETS, SHOWS, SLIDES, WORD, WORDS, one_page};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/bars", "balk.docx", word()),
        Case::new("xlsx/bars", "balk.xlsx", excel()),
        Case::new("pptx/flat", "reeks.pptx", powerpoint()),
    ]
}

/// A shape in front of the text, so far below its paragraph or the top of the page.
fn shape(from: &str, far: i64, size: (i64, i64), fill: &str, text: &str) -> String {
    let (width, height) = size;
    format!(
        r#"<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" behindDoc="0"><wp:positionH relativeFrom="column"><wp:posOffset>400000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="{from}"><wp:posOffset>{far}</wp:posOffset></wp:positionV><wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/><wp:docPr id="9" name="Vak 9"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"/>{fill}</wps:spPr><wps:txbx><w:txbxContent><w:p>{text}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"#
    )
}

fn word() -> Vec<u8> {
    let fill = |colour: &str| format!(r#"<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>"#);
    let bar = (2_000_000, 200_000);
    let text = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let red = r#"<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>rood op rood</w:t></w:r>"#;
    let paragraphs = [
        text("Naam: Fatima Yilmaz") + &shape("paragraph", 10_000, bar, &fill("000000"), ""),
        text("Deze zin staat vrij.") + &shape("page", 900_000, bar, &fill("000000"), ""),
        text("Vink aan:") + &shape("paragraph", 0, (130_000, 140_000), &fill("FFFFFF"), ""),
        text("Beoordeling: goed")
            + &shape("paragraph", 0, bar, &(fill("FFFFFF") + "<a:ln><a:noFill/></a:ln>"), ""),
        text("Kader:") + &shape("paragraph", 0, bar, &fill("000000"), &text("Let op")),
        shape("paragraph", 0, bar, &fill("FF0000"), red),
        shape("paragraph", 0, (0, 900_000), &fill("00FF00"), &text("zonder breedte")),
        r#"<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><w:rPr><w:vanish/></w:rPr><m:t>x=verborgen</m:t></m:r><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r><m:t>y=fantoom</m:t></m:r></m:e></m:phant></m:oMath>"#.to_owned(),
    ];
    let paragraphs: String = paragraphs.iter().map(|inner| format!("<w:p>{inner}</w:p>")).collect();
    let table = r#"<w:tbl><w:tblPr><w:tblStyle w:val="Weg"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>weg met de tabelstijl</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;
    let styles = format!(
        r#"<w:styles {WORD}><w:style w:type="table" w:styleId="Weg"><w:name w:val="Table Grid"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"#
    );
    let mut package = one_page(&format!("{paragraphs}{table}<w:p/>"));
    package.leads("word/_rels/document.xml.rels", &[("rId1", "styles", "styles.xml")]).part(
        "word/styles.xml",
        &format!("{WORDS}.styles"),
        &styles,
    );
    package.finish()
}

fn excel() -> Vec<u8> {
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let cell = |name: &str, format: u8, string: u8| {
        format!(r#"<c r="{name}" s="{format}" t="s"><v>{string}</v></c>"#)
    };
    let rows = [
        ("1", [cell("A1", 0, 0), cell("B1", 0, 0)]),
        ("2", [cell("A2", 0, 1), cell("B2", 0, 2)]),
        ("3", [cell("A3", 0, 3), cell("B3", 1, 3)]),
    ];
    let inline = r#"<row r="4"><c r="A4" t="inlineStr"><is><r><t>zie </t></r><r><rPr><color theme="0"/></rPr><t>ook dit witte stuk</t></r></is></c></row><row r="5"><c r="A5"><v>5</v></c></row>"#;
    let rows: String = rows
        .iter()
        .map(|(row, [one, two])| format!(r#"<row r="{row}">{one}{two}</row>"#))
        .collect();
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData>{rows}{inline}</sheetData><drawing r:id="rId1"/></worksheet>"#
    );
    let strings = format!(
        r#"<sst {EXCEL}><si><t>Kop</t></si><si><t>Naam: Fatima Yilmaz</t></si><si><t>te zien</t></si><si><r><t>Oordeel: </t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>onvoldoende</t></r></si></sst>"#
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><fonts><font/></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF000080"/></patternFill></fill></fills><cellXfs count="2"><xf fontId="0" fillId="0"/><xf fontId="0" fillId="1"/></cellXfs></styleSheet>"#
    );
    let shape = |from: [u32; 4], to: [u32; 4], text: &str| {
        let corner = |[column, across, row, down]: [u32; 4]| {
            format!(
                "<xdr:col>{column}</xdr:col><xdr:colOff>{across}</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>{down}</xdr:rowOff>"
            )
        };
        format!(
            r#"<xdr:twoCellAnchor><xdr:from>{}</xdr:from><xdr:to>{}</xdr:to><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Vak 2"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="000000"/></a:solidFill></xdr:spPr>{text}</xdr:sp><xdr:clientData/></xdr:twoCellAnchor>"#,
            corner(from),
            corner(to)
        )
    };
    let drawing = format!(
        r#"<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{}{}</xdr:wsDr>"#,
        shape([0, 0, 1, 0], [1, 90_000, 2, 90_000], ""),
        shape(
            [0, 0, 4, 0],
            [4, 0, 9, 0],
            "<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>Knop</a:t></a:r></a:p></xdr:txBody>"
        ),
    );
    let mut package = Package::workbook(&workbook);
    package
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "sharedStrings", "sharedStrings.xml"),
                ("rId3", "styles", "styles.xml"),
            ],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet)
        .leads(
            "xl/worksheets/_rels/sheet1.xml.rels",
            &[("rId1", "drawing", "../drawings/drawing1.xml")],
        )
        .part("xl/drawings/drawing1.xml", "openxmlformats-officedocument.drawing", &drawing)
        .part("xl/sharedStrings.xml", &format!("{SHEETS}.sharedStrings"), &strings)
        .part("xl/styles.xml", &format!("{SHEETS}.styles"), &styles);
    package.finish()
}

/// A group without a size, and a chart of which a series is filtered out.
fn powerpoint() -> Vec<u8> {
    let group = r#"<p:grpSp><p:nvGrpSpPr><p:cNvPr id="4" name="Groep 4"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="900000" cy="900000"/></a:xfrm></p:grpSpPr><p:sp><p:nvSpPr><p:cNvPr id="5" name="Vak 5"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>in een groep zonder maat</a:t></a:r></a:p></p:txBody></p:sp></p:grpSp>"#;
    let chart = r#"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="6" name="Grafiek 6"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></p:graphicFrame>"#;
    let slide = format!(
        r#"<p:sld {SLIDES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{group}{chart}</p:spTree></p:cSld></p:sld>"#
    );
    let series = |text: &str| {
        format!(
            r#"<c:tx><c:strRef><c:f>A1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{text}</c:v></c:pt></c:strCache></c:strRef></c:tx>"#
        )
    };
    let space = format!(
        r#"<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/>{}</c:ser><c:extLst><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:filteredBarSeries><c15:ser><c:idx val="1"/><c:order val="1"/>{}</c15:ser></c15:filteredBarSeries></c:ext></c:extLst></c:barChart></c:plotArea></c:chart></c:chartSpace>"#,
        series("Te zien"),
        series("Afdeling van Yilmaz"),
    );
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let mut package = Package::show(&show);
    package
        .leads("ppt/_rels/presentation.xml.rels", &[("rId1", "slide", "slides/slide1.xml")])
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide)
        .leads("ppt/slides/_rels/slide1.xml.rels", &[("rId1", "chart", "../charts/chart1.xml")])
        .part("ppt/charts/chart1.xml", "openxmlformats-officedocument.drawingml.chart", &space);
    package.finish()
}
