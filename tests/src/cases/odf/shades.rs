//! OpenDocument files with text in nearly the colour behind it, in that of a slide, without room, and
//! under conditions.

use super::coloured::{content, letters, span, style};
use super::{HEAD, NAMES, Package};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("odt/shades", "tinten.odt", text()),
        Case::new("ods/shades", "tinten.ods", sheet()),
        Case::new("odp/shades", "tinten.odp", slides()),
    ]
}

/// Nearly white, pressed together, raised until it is gone, in a row without height and beside the
/// page; and text that looks a little like each of them.
fn text() -> Vec<u8> {
    let small = |how: &str, size: &str| format!(r#"<style:text-properties style:{how}="{size}"/>"#);
    let start = |margin: &str| {
        format!(r#"<style:paragraph-properties fo:margin-left="{margin}" fo:text-indent="1cm"/>"#)
    };
    let row =
        |height: &str| format!(r#"<style:table-row-properties style:row-height="{height}"/>"#);
    let styles = [
        style("Bijna wit", "text", &letters("#fdfefb")),
        style("Lichtgrijs", "text", &letters("#f2f2f2")),
        style("Geperst", "text", &small("text-scale", "1%")),
        style("Smal", "text", &small("text-scale", "80%")),
        style("Verhoogd", "text", &small("text-position", "33% 1%")),
        style("Noot", "text", &small("text-position", "super 58%")),
        style("Ver naar links", "paragraph", &start("-40cm")),
        style("Wat naar links", "paragraph", &start("-2cm")),
        style("Lage rij", "table-row", &row("0.01cm")),
        style("Rij", "table-row", &row("1cm")),
    ]
    .concat();
    let table_row = |style: &str, text: &str| {
        format!(
            r#"<table:table-row table:style-name="{style}"><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"#
        )
    };
    let body = [
        "<text:p>".to_owned(),
        span("Bijna wit", "Bijna wit op wit"),
        span("Lichtgrijs", "Lichtgrijs op wit"),
        span("Geperst", "Op elkaar geperst"),
        span("Smal", "Smalle letters"),
        span("Verhoogd", "Heel klein verhoogd"),
        span("Noot", "Een noot"),
        "</text:p>".to_owned(),
        r#"<text:p text:style-name="Ver naar links">Links van het blad</text:p>"#.to_owned(),
        r#"<text:p text:style-name="Wat naar links">Wat naar links</text:p>"#.to_owned(),
        r#"<table:table table:name="Tabel1"><table:table-column/>"#.to_owned(),
        table_row("Lage rij", "Rij zonder hoogte"),
        table_row("Rij", "Rij met hoogte"),
        "</table:table>".to_owned(),
    ]
    .concat();
    Package::new("text").content("content.xml", &content("text", &styles, &body)).finish()
}

/// White words in cells that a condition makes dark, by the style of the cell or from elsewhere, and
/// in one that none does; rows and columns of hardly any size.
fn sheet() -> Vec<u8> {
    let white = r##"<style:table-cell-properties fo:background-color="#ffffff"/>"##;
    let dark = r##"<style:table-cell-properties fo:background-color="#1f3864"/>"##;
    let map = r#"<style:map style:condition="cell-content()=1" style:apply-style-name="Donker"/>"#;
    let styles = [
        style("Donker", "table-cell", dark),
        style("ce1", "table-cell", white),
        style("ce2", "table-cell", &[white, map].concat()),
        style("Wit", "text", &letters("#ffffff")),
        style("ro1", "table-row", r#"<style:table-row-properties style:row-height="0.01cm"/>"#),
        style(
            "co1",
            "table-column",
            r#"<style:table-column-properties style:column-width="0.01cm"/>"#,
        ),
    ]
    .concat();
    let cell = |style: &str, words: &str| {
        format!(
            r#"<table:table-cell table:style-name="{style}" office:value-type="string"><text:p>Zichtbaar {}</text:p></table:table-cell>"#,
            span("Wit", words)
        )
    };
    let cells = [
        cell("ce1", "wit in wit"),
        cell("ce2", "soms in het donker"),
        cell("ce1", "ook soms in het donker"),
        cell("", "smal"),
    ]
    .concat();
    let body = format!(
        r#"<table:table table:name="Lijst 1"><table:table-column table:number-columns-repeated="3"/><table:table-column table:style-name="co1"/><table:table-row>{cells}</table:table-row><table:table-row table:style-name="ro1"><table:table-cell office:value-type="string"><text:p>Lage rij</text:p></table:table-cell></table:table-row><calcext:conditional-formats xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><calcext:conditional-format calcext:target-range-address="'Lijst 1'.C1:'Lijst 1'.C9 'Lijst 1'.H1:'Lijst 1'.H1"><calcext:condition calcext:apply-style-name="Donker" calcext:value="=1" calcext:base-cell-address="'Lijst 1'.C1"/></calcext:conditional-format></calcext:conditional-formats></table:table>"#
    );
    Package::new("spreadsheet")
        .content("content.xml", &content("spreadsheet", &styles, &body))
        .finish()
}

/// Text in the colour of its slide, of the page after which that is made, and of the shape under it;
/// and the same text on something else.
fn slides() -> Vec<u8> {
    let fill = |sort: &str, colour: &str| {
        format!(r#"<style:{sort}-properties draw:fill="solid" draw:fill-color="{colour}"/>"#)
    };
    let styles = [
        style("dp1", "drawing-page", &fill("drawing-page", "#1f3864")),
        style("dp2", "drawing-page", r#"<style:drawing-page-properties draw:fill="none" presentation:background-visible="true"/>"#),
        style("dp3", "drawing-page", r#"<style:drawing-page-properties draw:fill="gradient"/>"#),
        style("Vak", "graphic", &fill("graphic", "#1f3864")),
        style("Leeg", "graphic", r#"<style:graphic-properties draw:fill="none"/>"#),
        style("Blauw", "text", &letters("#1f3864")),
        style("Rood", "text", &letters("#c00000")),
        style("Wit", "text", &letters("#ffffff")),
    ]
    .concat();
    let text = |down: u32, style: &str, words: &str| {
        format!(
            r#"<draw:frame draw:style-name="Leeg" svg:x="2cm" svg:y="{down}cm" svg:width="9cm" svg:height="2cm"><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"#,
            span(style, words)
        )
    };
    let shape = |down: u32| {
        format!(
            r#"<draw:rect draw:style-name="Vak" svg:x="1cm" svg:y="{down}cm" svg:width="12cm" svg:height="3cm"/>"#
        )
    };
    let page = |style: &str, master: &str, shapes: &[String]| {
        format!(
            r#"<draw:page draw:style-name="{style}" draw:master-page-name="{master}">{}</draw:page>"#,
            shapes.concat()
        )
    };
    let body = [
        page(
            "dp1",
            "Gewoon",
            &[text(1, "Blauw", "Blauw op een blauwe dia"), text(4, "Wit", "Wit op een blauwe dia")],
        ),
        page(
            "dp2",
            "Rood_blad",
            &[
                text(1, "Rood", "Rood op een rood blad"),
                text(16, "Rood", "Rood op de balk van het blad"),
                shape(4),
                text(4, "Blauw", "Blauw op een blauw vak"),
                shape(7),
                text(8, "Rood", "Rood op een blauw vak"),
            ],
        ),
        page("dp3", "Gewoon", &[text(1, "Wit", "Wit op een verloop")]),
        page("", "Gewoon", &[text(1, "Wit", "Wit op wit")]),
    ]
    .concat();
    let masters = format!(
        r#"{HEAD}<office:document-styles {NAMES}><office:automatic-styles><style:page-layout style:name="PM1"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout>{}</office:automatic-styles><office:master-styles><style:master-page style:name="Gewoon" style:page-layout-name="PM1"/><style:master-page style:name="Rood_blad" style:page-layout-name="PM1" draw:style-name="Mdp1"><draw:rect svg:x="0cm" svg:y="15cm" svg:width="28cm" svg:height="4cm"/></style:master-page></office:master-styles></office:document-styles>"#,
        style("Mdp1", "drawing-page", &fill("drawing-page", "#c00000")),
    );
    Package::new("presentation")
        .part("styles.xml", "text/xml", masters.as_bytes())
        .content("content.xml", &content("presentation", &styles, &body))
        .finish()
}
