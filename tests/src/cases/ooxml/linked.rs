//! Files that fields and charts name with their folders, pictures of which nothing is to be seen,
//! and cells that a condition makes invisible.

use super::{EXCEL, Package, SHOWS, SLIDES, one_page};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/linked", "koppeling.docx", word()),
        Case::new("xlsx/conditional", "voorwaarde.xlsx", excel()),
        Case::new("pptx/linked", "koppeling.pptx", powerpoint()),
    ]
}

/// A field of Word with these pieces of words, and what it shows.
fn field(words: &[&str], shows: &str) -> String {
    let words: String = words
        .iter()
        .map(|words| {
            format!(r#"<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>"#)
        })
        .collect();
    format!(
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{words}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shows}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#
    )
}

fn word() -> Vec<u8> {
    let paragraphs = [
        field(
            &[r#" LINK Excel.Sheet.12 "C:\\Users\\jbakker\\Mijn map\\begroting.xlsx" "Blad1!R1K1" \a \t "#],
            "Een totaal.",
        ),
        field(&[r#" INCLUDEPICTURE "H:\\jbakker\\fo"#, r#"to's\\stadhuis.png" \* MERGEFORMAT "#], "Het stadhuis."),
        field(&[r" INCLUDETEXT \\server01\delen\tekst.docx \! "], "Een tekst."),
        field(&[r#" HYPERLINK "https://www.example.nl/" "#], "Een adres op het web."),
    ]
    .concat();
    one_page(&paragraphs).finish()
}

fn excel() -> Vec<u8> {
    let rule = |cells: &str, format: u8| {
        format!(
            r#"<conditionalFormatting sqref="{cells}"><cfRule type="expression" dxfId="{format}" priority="{}"><formula>TRUE</formula></cfRule></conditionalFormatting>"#,
            format + 1
        )
    };
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Wit op wit</t></is></c><c r="B1" t="inlineStr"><is><t>Rood</t></is></c></row><row r="2"><c r="A2"><v>44</v></c><c r="B2" t="inlineStr"><is><t>Wit op blauw</t></is></c></row></sheetData>{}{}{}{}</worksheet>"#,
        rule("A1", 0),
        rule("B1", 1),
        rule("A2", 2),
        rule("B2", 3),
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0"/></cellXfs><dxfs count="4"><dxf><font><color theme="0"/></font></dxf><dxf><font><color rgb="FF9C0006"/></font></dxf><dxf><numFmt numFmtId="164" formatCode=";;;"/></dxf><dxf><font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FF1F3864"/></patternFill></fill></dxf></dxfs></styleSheet>"#
    );
    super::one_sheet(&sheet, &styles)
}

fn powerpoint() -> Vec<u8> {
    let picture = |number: u8, blip: &str, width: u32| {
        format!(
            r#"<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Foto {number}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId2">{blip}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="900000" y="900000"/><a:ext cx="{width}" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr></p:pic>"#
        )
    };
    let chart = r#"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="6" name="Grafiek 6"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></p:graphicFrame>"#;
    let slide = format!(
        r#"<p:sld {SLIDES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{chart}{}{}{}</p:spTree></p:cSld></p:sld>"#,
        picture(7, r#"<a:alphaModFix amt="0"/>"#, 900_000),
        picture(8, "", 0),
        picture(9, r#"<a:alphaModFix amt="50000"/>"#, 900_000),
    );
    let values = |reference: &str| {
        format!(
            r#"<c:val><c:numRef><c:f>{reference}</c:f><c:numCache><c:ptCount val="1"/><c:pt idx="0"><c:v>12</c:v></c:pt></c:numCache></c:numRef></c:val>"#
        )
    };
    let series = |number: u8, reference: &str| {
        format!(
            r#"<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{}</c:ser>"#,
            values(reference)
        )
    };
    let space = format!(
        r#"<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/>{}{}{}<c:axId val="1"/><c:axId val="2"/></c:barChart></c:plotArea></c:chart></c:chartSpace>"#,
        series(0, r"'C:\Users\jbakker\[begroting.xlsx]Blad 1'!$A$1"),
        series(1, "[begroting.xlsx]Blad1!$A$2"),
        series(2, "Blad1!$A$3"),
    );
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let mut package = Package::show(&show);
    package
        .leads("ppt/_rels/presentation.xml.rels", &[("rId1", "slide", "slides/slide1.xml")])
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide)
        .leads(
            "ppt/slides/_rels/slide1.xml.rels",
            &[("rId1", "chart", "../charts/chart1.xml"), ("rId2", "image", "../media/image1.gif")],
        )
        .part("ppt/charts/chart1.xml", "openxmlformats-officedocument.drawingml.chart", &space);
    package.zip.deflated("ppt/media/image1.gif", &super::gif(b"-"));
    package.finish()
}
