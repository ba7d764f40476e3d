//! Boxes in texts and on sheets: white on what lies behind them, covered by another, or on hidden rows;
//! and text in the colour of its page.

use super::{EXCEL, Package, WORD, WORDS, one_page, sheet_of};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/floats", "vakken.docx", word()),
        Case::new("docx/paper", "blad.docx", paper()),
        Case::new("docx/readings", "gewijzigd nummer.docx", readings()),
        Case::new("xlsx/floats", "vakken.xlsx", excel()),
    ]
}

const DRAWING: &str = r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#;

fn run(colour: &str, text: &str) -> String {
    format!(r#"<w:r><w:rPr><w:color w:val="{colour}"/></w:rPr><w:t>{text}</w:t></w:r>"#)
}

fn fill(colour: &str) -> String {
    format!(r#"<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>"#)
}

/// A box of Word, so high in the pile and so far across, with words or without.
fn floating(pile: u32, across: u32, from: &str, fill: &str, words: &str) -> String {
    let words = match words {
        "" => String::new(),
        words => format!("<wps:txbx><w:txbxContent><w:p>{words}</w:p></w:txbxContent></wps:txbx>"),
    };
    format!(
        r#"<w:r><w:drawing><wp:anchor {DRAWING} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{pile}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{across}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="{from}"><wp:posOffset>3000000</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="600000"/><wp:wrapNone/><wp:docPr id="{pile}" name="Vak {pile}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</wps:spPr>{words}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"#
    )
}

/// White words in boxes that show the page or another box, and words under a box: in one paragraph,
/// where that is sure, and in two that follow each other, where it is not.
fn word() -> Vec<u8> {
    let clear = "<a:noFill/>";
    let white = |text: &str| run("FFFFFF", text);
    let black = |text: &str| run("000000", text);
    let older = |fill: &str, text: &str| {
        format!(
            r#"<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute;margin-left:300pt;margin-top:9pt;width:100pt;height:50pt"{fill}><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r>"#,
            white(text)
        )
    };
    let between = "<w:p/>".repeat(5);
    let paragraphs = [
        floating(1, 900_000, "paragraph", clear, &white("Wit op het blad")),
        older("", "Wit in een ouder wit vak"),
        older(r##" fillcolor="#203040""##, "Wit in een ouder donker vak"),
        between.clone(),
        floating(2, 900_000, "paragraph", &fill("203040"), "")
            + &floating(3, 900_000, "paragraph", clear, &white("Wit op een donker vak")),
        between.clone(),
        floating(4, 900_000, "paragraph", clear, &black("Onder een vak"))
            + &floating(5, 900_000, "paragraph", &fill("AABBCC"), ""),
        between.clone(),
        floating(7, 900_000, "paragraph", clear, &black("Boven een vak"))
            + &floating(6, 900_000, "paragraph", &fill("AABBCC"), ""),
        between.clone(),
        floating(8, 900_000, "paragraph", clear, &black("Naast een vak"))
            + &floating(9, 4_000_000, "paragraph", &fill("AABBCC"), ""),
        between,
        floating(10, 900_000, "page", clear, &black("Misschien onder een vak")),
        floating(11, 900_000, "page", &fill("AABBCC"), ""),
    ];
    let body: String =
        paragraphs
            .iter()
            .map(|runs| {
                if runs.starts_with("<w:p/>") { runs.clone() } else { format!("<w:p>{runs}</w:p>") }
            })
            .collect();
    one_page(&body).finish()
}

/// Text in the colour of a dark page, and white text on it.
fn paper() -> Vec<u8> {
    let body = [
        run("004466", "In de kleur van het blad"),
        run("FFFFFF", "Wit op een donker blad"),
        floating(
            1,
            900_000,
            "paragraph",
            "<a:noFill/>",
            &run("004466", "Vak in de kleur van het blad"),
        ),
    ]
    .map(|runs| format!("<w:p>{runs}</w:p>"))
    .concat();
    let document = format!(
        r#"<w:document {WORD}><w:background w:color="004466"/><w:body>{body}<w:sectPr/></w:body></w:document>"#
    );
    let settings = format!("<w:settings {WORD}><w:displayBackgroundShape/></w:settings>");
    Package::document(&document)
        .leads("word/_rels/document.xml.rels", &[("rId1", "settings", "settings.xml")])
        .part("word/settings.xml", &format!("{WORDS}.settings"), &settings)
        .finish()
}

/// Personal data that stand there once changes are accepted, or stood there before.
fn readings() -> Vec<u8> {
    const BY: &str = r#"w:id="1" w:author="Auteur" w:date="2026-03-02T10:00:00Z""#;
    let plain = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let gone = |text: &str| format!("<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>");
    let new = |text: &str| format!("<w:ins {BY}>{}</w:ins>", plain(text));
    let paragraphs = [
        [plain("BSN 9999"), gone("777"), plain("90019")],
        [plain("Bel 06-12"), gone("345671") + &new("345672"), plain(" voor vragen")],
        [plain("Mail de.m"), gone("eul"), plain("aan@example.nl")],
        [plain("Bel 06-12"), new("3456"), plain("73")],
    ];
    let body: String =
        paragraphs.iter().map(|runs| format!("<w:p>{}</w:p>", runs.concat())).collect();
    one_page(&body).finish()
}

/// White words in boxes on plain cells and on a coloured one, a box on hidden rows, and a cell under a
/// box with words.
fn excel() -> Vec<u8> {
    let anchor = |id: u32, top: u32, fill: &str, colour: &str, text: &str| {
        format!(
            r#"<xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{top}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{id}" name="Vak {id}"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="nl-NL">{}</a:rPr><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>"#,
            top + 2,
            self::fill(colour),
        )
    };
    let clear = "<a:noFill/>";
    let drawing = [
        anchor(2, 2, clear, "FFFFFF", "Wit op gewone cellen"),
        anchor(3, 6, clear, "FFFFFF", "Wit op een blauwe cel"),
        anchor(4, 10, clear, "000000", "Op verborgen rijen"),
        anchor(5, 14, clear, "000000", "Half op verborgen rijen"),
        anchor(6, 18, &fill("FFFFCC"), "000000", "Een vak met woorden"),
    ]
    .concat();
    let drawing = format!(
        r#"<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{drawing}</xdr:wsDr>"#
    );
    let hidden: String =
        [11, 12, 15].iter().map(|row| format!(r#"<row r="{row}" hidden="1"/>"#)).collect();
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="7"><c r="F7" s="1"/></row>{hidden}<row r="19"><c r="E19" t="inlineStr"><is><t>Onder een vak met woorden</t></is></c></row></sheetData><drawing r:id="rId1"/></worksheet>"#
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><fonts><font/></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF203040"/></patternFill></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf fillId="0"/><xf fillId="1"/></cellXfs></styleSheet>"#
    );
    sheet_of("", &[], &sheet, &styles)
        .leads(
            "xl/worksheets/_rels/sheet1.xml.rels",
            &[("rId1", "drawing", "../drawings/drawing1.xml")],
        )
        .part("xl/drawings/drawing1.xml", "openxmlformats-officedocument.drawing", &drawing)
        .finish()
}
