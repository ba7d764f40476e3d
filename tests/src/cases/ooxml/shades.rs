//! Text in colours that have other names, or that differ by less than anybody sees, and text in
//! frames, tables and older shapes beside the page.

use super::{EXCEL, MAP, Package, SHEETS, SLIDES, WORD, sheet_of};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/shades", "kaders.docx", word()),
        Case::new("xlsx/shades", "tinten.xlsx", excel()),
        Case::new("pptx/shades", "tinten.pptx", powerpoint()),
    ]
}

/// Frames, tables and older shapes beside the page, and on it; and what is folded under a heading.
fn word() -> Vec<u8> {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let styled = |style: &str, more: &str, text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{}</w:p>"#, run(text))
    };
    let frame = |place: &str, text: &str| {
        format!("<w:p><w:pPr><w:framePr {place}/></w:pPr>{}</w:p>", run(text))
    };
    let table = |place: &str, text: &str| {
        format!(
            r#"<w:tbl><w:tblPr>{place}</w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p>{}</w:p></w:tc></w:tr></w:tbl>"#,
            run(text)
        )
    };
    let shape = |place: &str, text: &str| {
        format!(
            r#"<w:p><w:r><w:pict><v:shape id="s1" style="position:absolute;{place};width:200pt;height:50pt"><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"#,
            run(text)
        )
    };
    let body = [
        frame(
            r#"w:w="3000" w:hAnchor="page" w:vAnchor="page" w:x="-14000" w:y="900""#,
            "Kader links van het blad",
        ),
        frame(
            r#"w:w="3000" w:hAnchor="page" w:vAnchor="page" w:x="900" w:y="20000""#,
            "Kader onder het blad",
        ),
        frame(
            r#"w:w="3000" w:hAnchor="page" w:vAnchor="text" w:x="900" w:y="900""#,
            "Kader op het blad",
        ),
        table(r#"<w:tblInd w:w="-15000" w:type="dxa"/>"#, "Tabel links van het blad"),
        table(r#"<w:tblpPr w:horzAnchor="page" w:tblpX="13000"/>"#, "Tabel rechts van het blad"),
        table(r#"<w:tblInd w:w="-108" w:type="dxa"/>"#, "Tabel op het blad"),
        shape("margin-left:-900pt;margin-top:0", "Vak links van het blad"),
        shape("margin-left:700pt;margin-top:0", "Vak rechts van het blad"),
        shape("margin-left:-9pt;margin-top:0", "Vak op het blad"),
        styled("Kop1", "<w15:collapsed/>", "Dichte kop"),
        styled("Standaard", "", "Onder de dichte kop"),
        styled("Kop2", "", "Een lagere kop"),
        styled("Kop1", "", "Open kop"),
        styled("Standaard", "", "Onder de open kop"),
    ]
    .concat();
    let document = format!(
        r#"<w:document {WORD} xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}<w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>"#
    );
    Package::document(&document).finish()
}

/// Text whose colour has the name of a preset or is made lighter, on the paper and on a shape under
/// it, and the same on something else.
fn powerpoint() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId2"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let shape = |id: u32, down: u32, across: u32, fill: &str, text: &str| {
        format!(
            r#"<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Vak {id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{across}" y="{down}"/><a:ext cx="4000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr><p:txBody><a:bodyPr/><a:p>{text}</a:p></p:txBody></p:sp>"#
        )
    };
    let fill = |colour: &str| format!("<a:solidFill>{colour}</a:solidFill>");
    let run = |colour: &str, text: &str| {
        format!(r#"<a:r><a:rPr lang="nl-NL">{}</a:rPr><a:t>{text}</a:t></a:r>"#, fill(colour))
    };
    let white = r#"<a:prstClr val="white"/>"#;
    let light =
        r#"<a:schemeClr val="tx1"><a:lumMod val="0"/><a:lumOff val="100000"/></a:schemeClr>"#;
    let grey = r#"<a:schemeClr val="bg1"><a:lumMod val="75000"/></a:schemeClr>"#;
    let red = r#"<a:srgbClr val="C00000"/>"#;
    let nearly_red = r#"<a:srgbClr val="C00202"/>"#;
    let shapes = [
        shape(2, 100, 100, "", &run(white, "Wit bij naam")),
        shape(3, 700_100, 100, "", &run(light, "Zwart tot wit gemaakt")),
        shape(4, 1_400_100, 100, "", &run(grey, "Grijs op wit")),
        shape(5, 2_100_100, 100, &fill(red), ""),
        shape(6, 2_100_100, 100, "", &run(nearly_red, "Rood op een rood vak")),
        shape(7, 2_800_100, 100, &fill(red), ""),
        shape(8, 2_800_100, 100, "", &run(white, "Wit op een rood vak")),
        shape(9, 3_500_100, 100, &fill(red), ""),
        shape(10, 3_500_100, 2_000_000, "", &run(red, "Rood, half op een rood vak")),
    ]
    .concat();
    let tree = |shapes: &str| {
        format!(
            r#"<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree></p:cSld>"#
        )
    };
    let part = |name: &str, inner: &str| format!("<p:{name} {SLIDES}>{inner}</p:{name}>");
    let layouts =
        r#"<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>"#;
    Package::show(&show)
        .slide(&part("sld", &tree(&shapes)))
        .layout(&part("sldLayout", &tree("")), &part("sldMaster", &(tree("") + MAP + layouts)))
        .finish()
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
    let colours: String =
        ["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5"]
            .iter()
            .zip([
                "000000", "FFFFFF", "44546A", "E7E6E6", "5B9BD5", "ED7D31", "A5A5A5", "FFC000",
                "4472C4",
            ])
            .map(|(name, colour)| format!(r#"<a:{name}><a:srgbClr val="{colour}"/></a:{name}>"#))
            .collect();
    let theme = format!(
        r#"<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements><a:clrScheme name="Office">{colours}</a:clrScheme></a:themeElements></a:theme>"#
    );
    let leads =
        [("rId3", "sharedStrings", "sharedStrings.xml"), ("rId4", "theme", "theme/theme1.xml")];
    sheet_of("", &leads, &sheet, &styles)
        .part("xl/theme/theme1.xml", "openxmlformats-officedocument.theme", &theme)
        .part("xl/sharedStrings.xml", &format!("{SHEETS}.sharedStrings"), &strings)
        .leads(
            "xl/worksheets/_rels/sheet1.xml.rels",
            &[("rId1", "drawing", "../drawings/drawing1.xml")],
        )
        .part("xl/drawings/drawing1.xml", "openxmlformats-officedocument.drawing", drawing)
        .finish()
}
