//! What something lies over in Word, Excel and PowerPoint files, and what no list names.

use super::{EXCEL, Package, SHEETS, SLIDES, one_page};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/covered", "samengevoegd.docx", word()),
        Case::new("xlsx/covered", "samengevoegd.xlsx", excel()),
        Case::new("pptx/covered", "balk.pptx", powerpoint()),
    ]
}

fn word() -> Vec<u8> {
    let cell = |merge: &str, text: &str| {
        format!("<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let rows = [
        ("", "Naam", r#"<w:vMerge w:val="restart"/>"#, "Samen"),
        ("", "Jaar", "<w:vMerge/>", "onder de cel erboven"),
        ("<w:vMerge/>", "Begint hier pas", "", "Los"),
    ];
    let rows: String = rows
        .iter()
        .map(|(one, first, other, second)| {
            format!("<w:tr>{}{}</w:tr>", cell(one, first), cell(other, second))
        })
        .collect();
    let fields = concat!(
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>"#,
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD oordeel </w:instrText></w:r>"#,
        r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>onvoldoende</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#,
        r#"<w:r><w:instrText> = "x" "y" "z" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>z</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
    );
    let low = concat!(
        r#"<w:p><w:pPr><w:spacing w:line="1" w:lineRule="exact"/></w:pPr><w:r><w:t>Een regel zonder hoogte.</w:t></w:r></w:p>"#,
        r#"<w:tbl><w:tr><w:trPr><w:trHeight w:val="10" w:hRule="exact"/></w:trPr><w:tc><w:p><w:r><w:t>Een rij zonder hoogte.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#,
        r#"<w:p><w:r><w:rPr><w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill></w:rPr><w:t>Wit gevuld.</w:t></w:r>"#,
        r#"<w:r><w:rPr><w:color w:val="FFFFFF"/><w14:textFill><w14:solidFill><w14:srgbClr w14:val="FF0000"/></w14:solidFill></w14:textFill></w:rPr><w:t>Rood gevuld.</w:t></w:r></w:p>"#,
    );
    let anchor = |attributes: &str, left: i64, text: &str| {
        format!(
            r#"<w:p><w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" {attributes} behindDoc="0"><wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH><wp:extent cx="900000" cy="900000"/><wp:wrapNone/><wp:docPr id="9" name="Vak 9"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"#
        )
    };
    let boxes = [
        anchor("", 900_000, "Op de bladzijde"),
        anchor("", -1_900_000, "Naast de bladzijde"),
        anchor(r#"hidden="1""#, 900_000, "Uitgezet vak"),
        r#"<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:50pt;visibility:hidden"><v:textbox><w:txbxContent><w:p><w:r><w:t>Uitgezet oud vak</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"#.to_owned(),
    ]
    .concat();
    one_page(&format!("<w:tbl>{rows}</w:tbl>{fields}{low}{boxes}")).finish()
}

fn excel() -> Vec<u8> {
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c></row><row r="2"><c r="A2"/><c r="B2" t="inlineStr"><is><t>onder de cel</t></is></c><c r="C2" s="1"><v>41</v></c></row><row r="3"><c r="A3" s="1" t="s"><v>2</v></c><c r="B3" s="2" t="s"><v>2</v></c><c r="C3" s="2"><v>42</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells></worksheet>"#
    );
    let strings = format!(
        r#"<sst {EXCEL}><si><t>Kop</t></si><si><t>beoordeling onvoldoende</t></si><si><t>zie bijlage</t></si></sst>"#
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><numFmts count="2"><numFmt numFmtId="164" formatCode="0;-0;0;"/><numFmt numFmtId="165" formatCode=";;;@"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"#
    );
    let loose = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Oude lijst van Fatima Yilmaz</t></is></c></row></sheetData></worksheet>"#
    );
    let mut package = Package::workbook(&workbook);
    package
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "sharedStrings", "sharedStrings.xml"),
                ("rId3", "styles", "styles.xml"),
                ("rId9", "worksheet", "worksheets/sheet9.xml"),
            ],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet)
        .part("xl/sharedStrings.xml", &format!("{SHEETS}.sharedStrings"), &strings)
        .part("xl/styles.xml", &format!("{SHEETS}.styles"), &styles)
        .part("xl/worksheets/sheet9.xml", &format!("{SHEETS}.worksheet"), &loose);
    package.finish()
}

/// A shape on a slide; one without an area takes that of its layout.
fn shape(id: u32, placeholder: &str, area: Option<[i64; 4]>, fill: &str, text: &str) -> String {
    let area = area.map_or_else(String::new, |[x, y, width, height]| {
        format!(r#"<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"/>"#)
    });
    let text = match text {
        "" => String::new(),
        text => {
            format!("<p:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p><a:p/></p:txBody>")
        }
    };
    format!(
        r#"<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Vak {id}"/><p:cNvSpPr/><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:spPr>{area}{fill}</p:spPr>{text}</p:sp>"#
    )
}

fn powerpoint() -> Vec<u8> {
    let tree = |shapes: &str| {
        format!(
            r#"<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree></p:cSld>"#
        )
    };
    let black = r#"<a:solidFill><a:srgbClr val="000000"/></a:solidFill>"#;
    let red = r#"<a:solidFill><a:srgbClr val="C00000"/></a:solidFill>"#;
    let clear =
        r#"<a:solidFill><a:srgbClr val="000000"><a:alpha val="40000"/></a:srgbClr></a:solidFill>"#;
    let title = r#"<p:ph type="title"/>"#;
    let at = |top: i64| Some([1_000_000, top, 4_000_000, 600_000]);
    let shapes = [
        shape(2, title, None, "", "Titel onder een vlak"),
        shape(3, "", Some([900_000, 200_000, 6_200_000, 900_000]), red, ""),
        shape(4, "", at(1_400_000), "", "Beoordeling: onvoldoende"),
        shape(5, "", at(1_400_000), black, ""),
        shape(6, "", at(2_200_000), "", "Naam: Fatima Yilmaz"),
        shape(7, "", Some([2_000_000, 2_300_000, 2_000_000, 300_000]), black, ""),
        shape(8, "", at(3_000_000), "", "Onder glas"),
        shape(9, "", at(3_000_000), clear, ""),
        shape(10, "", at(3_800_000), red, ""),
        shape(11, "", at(3_800_000), "", "Op een vlak"),
        shape(12, "", at(4_600_000), "", "Eerst te zien"),
        shape(13, "", at(4_600_000), red, "Komt later"),
        r#"<p:pic><p:nvPicPr><p:cNvPr id="14" name="Foto onder een vlak"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill/><p:spPr><a:xfrm><a:off x="1000000" y="5400000"/><a:ext cx="4000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr></p:pic>"#.to_owned(),
        shape(15, "", at(5_400_000), red, ""),
    ]
    .concat();
    let timing = r#"<p:timing><p:tnLst><p:par><p:cTn id="1"><p:childTnLst><p:set><p:cBhvr><p:cTn id="2"/><p:tgtEl><p:spTgt spid="13"/></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"#;
    let slide = format!("<p:sld {SLIDES}>{}{timing}</p:sld>", tree(&shapes));
    let holder = shape(2, title, Some([1_000_000, 300_000, 6_000_000, 700_000]), "", "Titel");
    let layout = format!("<p:sldLayout {SLIDES}>{}</p:sldLayout>", tree(""));
    let master = format!("<p:sldMaster {SLIDES}>{}</p:sldMaster>", tree(&holder));
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldMasterIdLst><p:sldMasterId r:id="rId2"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let mut package = Package::show(&show);
    package.slide(&slide).layout(&layout, &master);
    package.finish()
}
