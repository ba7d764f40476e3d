//! Words in a frame without height, before the numbers of a list and in a notice of notes; a workbook
//! that counts its days from 1904 on, with how a word is spoken, hidden columns and a hidden shape.

use super::{EXCEL, Package, SHEETS, WORD, WORDS};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/noticed", "hoogten.docx", word()),
        Case::new("xlsx/noticed", "sinds 1904.xlsx", excel()),
    ]
}

fn word() -> Vec<u8> {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let frame = |height: &str, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:framePr w:w="2000" w:h="{height}" w:hRule="exact" w:hAnchor="page" w:vAnchor="page" w:x="900" w:y="900"/><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>{}</w:p>"#,
            run(text)
        )
    };
    let body = frame("1", "Kader zonder hoogte") + &frame("900", "Kader met hoogte");
    let document = format!(
        r#"<w:document {WORD}><w:body>{body}<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{}</w:p><w:sectPr/></w:body></w:document>"#,
        run("Een punt.")
    );
    let level = |number: u32, colour: &str, text: &str| {
        format!(
            r#"<w:lvl w:ilvl="{number}"><w:numFmt w:val="decimal"/><w:lvlText w:val="{text} %1"/><w:rPr><w:color w:val="{colour}"/></w:rPr></w:lvl>"#
        )
    };
    let levels = [
        level(0, "FFFFFF", "Wit voor het nummer"),
        level(1, "000000", "Zwart voor het nummer"),
        level(2, "FFFFFF", "o"),
    ]
    .concat();
    let numbering = format!(
        r#"<w:numbering {WORD}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
    );
    let note = |sort: &str, id: u32, runs: &str| {
        format!(r#"<w:footnote w:type="{sort}" w:id="{id}"><w:p>{runs}</w:p></w:footnote>"#)
    };
    let notes = [
        note("separator", 0, "<w:r><w:separator/></w:r>"),
        note("continuationNotice", 1, &run("Vervolgt bij Janne")),
    ]
    .concat();
    Package::document(&document)
        .leads(
            "word/_rels/document.xml.rels",
            &[("rId1", "numbering", "numbering.xml"), ("rId2", "footnotes", "footnotes.xml")],
        )
        .part("word/numbering.xml", &format!("{WORDS}.numbering"), &numbering)
        .part(
            "word/footnotes.xml",
            &format!("{WORDS}.footnotes"),
            &format!("<w:footnotes {WORD}>{notes}</w:footnotes>"),
        )
        .finish()
}

fn excel() -> Vec<u8> {
    let workbook = format!(
        r#"<workbook {EXCEL}><workbookPr date1904="1"/><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let word = |cell: &str, text: &str| {
        format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let rows = [
        word("A1", "Geboortedatum") + r#"<c r="B1" s="1"><v>26538</v></c>"#,
        r#"<c r="A2" t="inlineStr"><is><t>Bel</t><rPh sb="0" eb="3"><t>06-12345679</t></rPh></is></c>"#
            .to_owned(),
        word("C3", "In een verborgen kolom") + &word("H3", "Te zien"),
    ];
    let rows: String = rows
        .iter()
        .zip(1..)
        .map(|(cells, row)| format!(r#"<row r="{row}">{cells}</row>"#))
        .collect();
    let sheet = format!(
        r#"<worksheet {EXCEL}><cols><col min="3" max="5" hidden="1"/><col min="7" max="7" hidden="1"/></cols><sheetData>{rows}</sheetData><drawing r:id="rId1"/></worksheet>"#
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><fonts><font/></fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#
    );
    let shape = |id: u32, second: &str| {
        format!(
            r#"<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" Requires="a14"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{id}" name="Vak {id}" hidden="1"><a:extLst>{second}</a:extLst></xdr:cNvPr><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></mc:Choice><mc:Fallback/></mc:AlternateContent>"#
        )
    };
    let second = r#"<a:ext uri="{63B3BB69-23CF-44E3-9099-C40C66FF867C}"><a14:compatExt spid="_x0000_s1025"/></a:ext>"#;
    let drawing = format!(
        r#"<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{}{}</xdr:wsDr>"#,
        shape(1025, second),
        shape(3, "")
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
