//! The same content in several ways, of which a program shows one.

use super::{EXCEL, Package, SHEETS, WORD, gif};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/alternatives", "keuzes.docx", word()),
        Case::new("xlsx/alternatives", "keuzes.xlsx", excel()),
    ]
}

const NAMES: &str = r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:later="urn:voorbeeld:later""#;

/// Text boxes for new and for old programs: with the same words, with other words, with words that
/// the new one hides, with another picture; and one for a program that nobody has.
fn word() -> Vec<u8> {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let shown = |content: &str| {
        format!(
            r#"<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="Vak 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>{content}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"#
        )
    };
    let newer = |runs: &str| {
        shown(&format!("<wps:txbx><w:txbxContent><w:p>{runs}</w:p></w:txbxContent></wps:txbx>"))
    };
    let older = |runs: &str| {
        format!(
            r#"<w:pict><v:shape style="width:71pt;height:71pt"><v:textbox><w:txbxContent><w:p>{runs}</w:p></w:txbxContent></v:textbox></v:shape></w:pict>"#
        )
    };
    let both = |choices: &str, fallback: &str| {
        format!(
            "<w:p><w:r><mc:AlternateContent>{choices}<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
    };
    let choice = |asks: &str, content: &str| {
        format!(r#"<mc:Choice Requires="{asks}">{content}</mc:Choice>"#)
    };
    let picture = r#"<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="7" name="Beeld 7" descr="Een logo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="7" name="Beeld 7"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"#;
    let paragraphs = [
        both(
            &choice("wps", &newer(&(run("Dezelfde ") + &run("woorden.")))),
            &older(&(run("Dezelfde woor") + &run("den."))),
        ),
        both(&choice("wps", &newer(&run("Voor nieuwe."))), &older(&run("Alleen voor oude."))),
        both(
            &(choice("later", &newer(&run("Voor niemand."))) + &choice("wps", &newer(&run("Te zien.")))),
            &older(&run("Te zien.")),
        ),
        both(
            &choice(
                "wps",
                &newer(&(run("Vak.") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Stil.</w:t></w:r>")),
            ),
            &older(&(run("Vak.") + &run("Stil."))),
        ),
        both(&choice("wps", &shown("")), &older(&run("Een lijn van Joris."))),
        both(
            &choice("wps", picture),
            r#"<w:pict><v:shape style="width:71pt;height:71pt"><v:imagedata r:id="rId2"/></v:shape></w:pict>"#,
        ),
    ]
    .concat();
    let document = format!(
        "<w:document {WORD} {NAMES}><w:body>{paragraphs}<w:p>{}</w:p><w:sectPr/></w:body></w:document>",
        run("De maan is rond.")
    );
    let mut package = Package::document(&document);
    package.leads(
        "word/_rels/document.xml.rels",
        &[("rId1", "image", "media/image1.gif"), ("rId2", "image", "media/image2.gif")],
    );
    package.zip.stored("word/media/image1.gif", &gif(b"x"));
    package.zip.stored("word/media/image2.gif", &gif(b"y"));
    package.finish()
}

/// A chart of a later Excel, with what an earlier one says instead, and a shape with other words.
fn excel() -> Vec<u8> {
    let drawing = r#"<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">ANCHORS</xdr:wsDr>"#;
    let shape = |text: &str| {
        format!(
            r#"<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="Vak 2"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"#
        )
    };
    let anchor = |choice: &str, fallback: &str| {
        format!(
            r#"<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><mc:AlternateContent><mc:Choice xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex" Requires="cx1">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent><xdr:clientData/></xdr:twoCellAnchor>"#
        )
    };
    let frame = r#"<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Grafiek 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/drawing/2014/chartex"/></a:graphic></xdr:graphicFrame>"#;
    let stock = "This chart isn't available in your version of Excel.";
    let anchors =
        [anchor(frame, &shape(stock)), anchor(&shape("Getoond vak"), &shape("Verzwegen vak"))]
            .concat();
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1"><v>42</v></c></row></sheetData><drawing r:id="rId1"/></worksheet>"#
    );
    let mut package = Package::workbook(&workbook);
    package
        .leads("xl/_rels/workbook.xml.rels", &[("rId1", "worksheet", "worksheets/sheet1.xml")])
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet);
    package.leads(
        "xl/worksheets/_rels/sheet1.xml.rels",
        &[("rId1", "drawing", "../drawings/drawing1.xml")],
    );
    package.part(
        "xl/drawings/drawing1.xml",
        "openxmlformats-officedocument.drawing",
        &drawing.replace("ANCHORS", &anchors),
    );
    package.finish()
}
