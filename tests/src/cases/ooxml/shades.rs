//! Text in colours that have other names, or that differ by less than anybody sees.

use super::{EXCEL, Package, SHEETS};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![Case::new("xlsx/shades", "tinten.xlsx", excel())]
}

/// Letters whose colour is one of the palette or of the theme, made lighter or darker; formats that
/// show numbers and words in white or not at all; tiny letters within a cell; and cells behind a
/// chart.
fn excel() -> Vec<u8> {
    let fonts = [
        r#"<sz val="11"/>"#,
        r#"<color indexed="9"/>"#,
        r#"<color theme="1" tint="1"/>"#,
        r#"<color rgb="FFFDFDFD"/>"#,
        r#"<color theme="4" tint="-0.249977111117893"/>"#,
        r#"<color indexed="12"/>"#,
        r#"<color theme="0" tint="-0.149998474074526"/>"#,
    ];
    let fills = [
        r#"<patternFill patternType="none"/>"#,
        r#"<patternFill patternType="solid"><fgColor rgb="FF2E75B6"/></patternFill>"#,
        r#"<patternFill patternType="solid"><fgColor rgb="FF0000FF"/></patternFill>"#,
        r#"<patternFill patternType="lightGray"><fgColor rgb="FF000000"/><bgColor rgb="FFFFFFFF"/></patternFill>"#,
    ];
    let numbers = ["General;General;General;[White]@", "[White]0", r#"0;0;0;"***""#, "[Red]0"];
    // The shape of numbers, the font and the fill of each format.
    let formats = [
        (0, 0, 0),
        (0, 1, 0),
        (0, 2, 0),
        (0, 3, 0),
        (0, 4, 1),
        (0, 5, 2),
        (0, 6, 0),
        (0, 0, 3),
        (200, 0, 0),
        (201, 0, 0),
        (202, 0, 0),
        (203, 0, 0),
        (200, 0, 1),
    ];
    let all = |name: &str, all: &[&str]| -> String {
        all.iter().map(|one| format!("<{name}>{one}</{name}>")).collect()
    };
    let numbers: String = numbers
        .iter()
        .zip(200..)
        .map(|(code, id)| {
            let code = code.replace('"', "&quot;");
            format!(r#"<numFmt numFmtId="{id}" formatCode="{code}"/>"#)
        })
        .collect();
    let formats: String = formats
        .iter()
        .map(|(number, font, fill)| {
            format!(r#"<xf numFmtId="{number}" fontId="{font}" fillId="{fill}"/>"#)
        })
        .collect();
    let styles = format!(
        r#"<styleSheet {EXCEL}><numFmts>{numbers}</numFmts><fonts>{}</fonts><fills>{}</fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>{formats}</cellXfs></styleSheet>"#,
        all("font", &fonts),
        all("fill", &fills),
    );
    let words = [
        "Gewoon",
        "Wit uit het palet",
        "Zwart tot wit gemaakt",
        "Bijna wit",
        "Blauw uit het thema",
        "Blauw uit het palet",
        "Grijs op wit",
        "Zwart op stippen",
        "Wit door de vorm",
        "",
        "Sterren in plaats van dit",
        "Rood door de vorm",
        "Wit op blauw door de vorm",
    ];
    let cell = |(row, text): (usize, &&str)| {
        let (name, format) = (format!("A{}", row + 1), row);
        let cell = match text.is_empty() {
            true => format!(r#"<c r="{name}" s="{format}"><v>4200</v></c>"#),
            false => {
                format!(r#"<c r="{name}" s="{format}" t="inlineStr"><is><t>{text}</t></is></c>"#)
            }
        };
        format!(r#"<row r="{}">{cell}</row>"#, row + 1)
    };
    let rows: String = words.iter().enumerate().map(cell).collect();
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData>{rows}<row r="20"><c r="A20" t="inlineStr"><is><r><t>Groot </t></r><r><rPr><sz val="1"/><color rgb="FFC00000"/></rPr><t>en piepklein</t></r></is></c><c r="B20" t="s"><v>0</v></c></row><row r="30"><c r="C30" t="inlineStr"><is><t>Achter de grafiek</t></is></c><c r="F30" t="inlineStr"><is><t>Naast de grafiek</t></is></c></row></sheetData><drawing r:id="rId1"/></worksheet>"#
    );
    let strings = format!(
        r#"<sst {EXCEL} count="1" uniqueCount="1"><si><r><t>Gewoon </t></r><r><rPr><sz val="11"/><color indexed="1"/></rPr><t>en wit uit het palet</t></r></si></sst>"#
    );
    let drawing = r#"<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>25</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>40</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Grafiek 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"#;
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    Package::workbook(&workbook)
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "styles", "styles.xml"),
                ("rId3", "sharedStrings", "sharedStrings.xml"),
            ],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet)
        .part("xl/styles.xml", &format!("{SHEETS}.styles"), &styles)
        .part("xl/sharedStrings.xml", &format!("{SHEETS}.sharedStrings"), &strings)
        .leads(
            "xl/worksheets/_rels/sheet1.xml.rels",
            &[("rId1", "drawing", "../drawings/drawing1.xml")],
        )
        .part("xl/drawings/drawing1.xml", "openxmlformats-officedocument.drawing", drawing)
        .finish()
}
