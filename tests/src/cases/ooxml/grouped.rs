//! Shapes in groups, under others and in their own colour.

use super::{EXCEL, MAP, Package, SLIDES, sheet_of};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("pptx/grouped", "groep.pptx", powerpoint()),
        Case::new("xlsx/grouped", "groep.xlsx", excel()),
    ]
}

const FRAME: &str =
    r#"<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"#;

fn fill(colour: &str) -> String {
    format!(r#"<a:solidFill>{colour}</a:solidFill>"#)
}

fn powerpoint() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldMasterIdLst/><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let tree = format!("<p:cSld><p:spTree>{FRAME}</p:spTree></p:cSld>");
    let white = fill(r#"<a:srgbClr val="FFFFFF"/>"#);
    let black = fill(r#"<a:srgbClr val="000000"/>"#);
    let shape = |(x, y): (i64, i64), look: &str, colour: &str, text: &str| {
        format!(
            r#"<p:sp><p:nvSpPr><p:cNvPr id="9" name="Vak"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="900000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"/>{look}</p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="nl-NL">{colour}</a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"#
        )
    };
    let group = |(x, width): (i64, i64), inner: &str| {
        format!(
            r#"<p:grpSp>{FRAME}<p:grpSpPr><a:xfrm><a:off x="{x}" y="0"/><a:ext cx="{width}" cy="2000000"/><a:chOff x="0" y="0"/><a:chExt cx="2000000" cy="2000000"/></a:xfrm></p:grpSpPr>{inner}</p:grpSp>"#
        )
    };
    let far = shape((0, 0), "", "", "naast de dia") + &shape((1_100_000, 0), "", "", "op de dia");
    let none = "<a:noFill/>";
    let pale = shape((0, 500_000), none, &white, "wit in een groep")
        + &shape((1_000_000, 500_000), &black, "", "")
        + &shape((1_000_000, 500_000), none, &white, "wit op zwart in een groep");
    let cell = |colour: &str, look: &str, text: &str| {
        format!(
            r#"<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:rPr>{colour}</a:rPr><a:t>{text}</a:t></a:r></a:p></a:txBody><a:tcPr>{look}</a:tcPr></a:tc>"#
        )
    };
    let table = format!(
        r#"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="Tabel"/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="5000000"/><a:ext cx="900000" cy="400000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tr h="1">{}{}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"#,
        cell(&white, "", "witte cel"),
        cell(&white, &black, "wit op zwart in een cel"),
    );
    let style = r#"</p:spPr><p:style><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style>"#;
    let shapes = [
        group((-2_000_000, 4_000_000), &far),
        group((0, 2_000_000), &pale),
        table,
        shape((3_000_000, 3_000_000), &black, "", "vanzelf zwart op zwart"),
        shape((5_000_000, 3_000_000), &white, "", "vanzelf zwart op wit"),
        shape((7_000_000, 3_000_000), &white, "", "van de stijl wit op wit")
            .replace("</p:spPr>", style),
        shape(
            (3_000_000, 4_000_000),
            none,
            &fill(r#"<a:hslClr hue="0" sat="0" lum="100000"/>"#),
            "hsl wit",
        ),
        shape(
            (5_000_000, 4_000_000),
            none,
            &fill(r#"<a:scrgbClr r="100%" g="100%" b="100%"/>"#),
            "scrgb wit",
        ),
        shape(
            (7_000_000, 4_000_000),
            none,
            &fill(r#"<a:scrgbClr r="100000" g="0" b="0"/>"#),
            "scrgb rood",
        ),
        // A bar with its own words in black lies over a part of what stands below it.
        shape((0, 3_000_000), "", "", "onder de balk")
            .replace(r#"cx="900000" cy="400000""#, r#"cx="2000000" cy="900000""#),
        shape((0, 3_100_000), &black, &black, "zwart in de balk"),
    ]
    .concat();
    let slide =
        format!("<p:sld {SLIDES}><p:cSld><p:spTree>{FRAME}{shapes}</p:spTree></p:cSld></p:sld>");
    let mut package = Package::show(&show);
    package.slide(&slide).layout(
        &format!("<p:sldLayout {SLIDES}>{tree}</p:sldLayout>"),
        &format!("<p:sldMaster {SLIDES}>{tree}{MAP}</p:sldMaster>"),
    );
    package.finish()
}

/// A box in a group in the colour of the paper, and one under a larger one, in which words stand.
fn excel() -> Vec<u8> {
    let shape = |look: &str, colour: &str, text: &str| {
        format!(
            r#"<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Vak"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"/>{look}</xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:rPr>{colour}</a:rPr><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"#
        )
    };
    let at = |from: (u32, u32), to: (u32, u32), inner: &str| {
        let corner = |(column, space): (u32, u32)| {
            format!(
                "<xdr:col>{column}</xdr:col><xdr:colOff>{space}</xdr:colOff><xdr:row>{column}</xdr:row><xdr:rowOff>{space}</xdr:rowOff>"
            )
        };
        format!(
            "<xdr:twoCellAnchor><xdr:from>{}</xdr:from><xdr:to>{}</xdr:to>{inner}<xdr:clientData/></xdr:twoCellAnchor>",
            corner(from),
            corner(to),
        )
    };
    let white = fill(r#"<a:srgbClr val="FFFFFF"/>"#);
    let black = fill(r#"<a:srgbClr val="000000"/>"#);
    let group = |inner: &str| format!("<xdr:grpSp><xdr:grpSpPr/>{inner}</xdr:grpSp>");
    let pale = shape("<a:noFill/>", &white, "wit in een groep")
        + &shape("<a:noFill/>", "", "te zien in een groep");
    let on_black = shape(&black, "", "") + &shape("<a:noFill/>", &white, "wit op zwart");
    let anchors = [
        at((1, 0), (3, 0), &group(&pale)),
        at((4, 0), (6, 0), &group(&on_black)),
        at((8, 500), (9, 500), &shape(&white, "", "onder een vak")),
        at((8, 900), (11, 0), &shape(&white, "", "steekt uit")),
        at((8, 500), (10, 0), &shape(&black, &white, "Let op")),
    ]
    .concat();
    let drawing = format!(
        r#"<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{anchors}</xdr:wsDr>"#
    );
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><drawing r:id="rId1"/></worksheet>"#
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>"#
    );
    sheet_of("", &[], &sheet, &styles)
        .leads(
            "xl/worksheets/_rels/sheet1.xml.rels",
            &[("rId1", "drawing", "../drawings/drawing1.xml")],
        )
        .part("xl/drawings/drawing1.xml", "openxmlformats-officedocument.drawing", &drawing)
        .finish()
}
