//! Frames and shapes in texts and on slides: white on what lies behind them, covered by another, or a
//! page away; the words of a table, and numbers of which nothing shows.

use super::Package;
use super::coloured::{content, letters, span, style};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("odt/floats", "vakken.odt", text()),
        Case::new("odp/floats", "vakken.odp", slides()),
        Case::new("odt/noticed", "ver weg.odt", far()),
        Case::new("ods/noticed", "notaties.ods", sheet()),
    ]
}

fn fill(colour: &str) -> String {
    format!(r#"<style:graphic-properties draw:fill="solid" draw:fill-color="{colour}"/>"#)
}

/// White words in frames on the paper and on a dark shape; a frame under a shape of the same paragraph
/// and of the same page, and one beside it.
fn text() -> Vec<u8> {
    let styles =
        [style("Wit", "text", &letters("#ffffff")), style("Donker", "graphic", &fill("#203040"))]
            .concat();
    let frame = |anchor: &str, pile: u32, size: &str, words: &str| {
        format!(
            r#"<draw:frame draw:name="Kader {pile}" {anchor} draw:z-index="{pile}" svg:x="2cm" svg:y="5cm" svg:width="5cm" {size}><draw:text-box fo:min-height="2cm"><text:p>{words}</text:p></draw:text-box></draw:frame>"#
        )
    };
    let shape = |anchor: &str, pile: u32, across: u32| {
        format!(
            r#"<draw:rect {anchor} draw:style-name="Donker" draw:z-index="{pile}" svg:x="{across}cm" svg:y="4cm" svg:width="10cm" svg:height="6cm"/>"#
        )
    };
    let (here, high) = (r#"text:anchor-type="paragraph""#, r#"svg:height="2cm""#);
    let page = r#"text:anchor-type="page" text:anchor-page-number="1""#;
    let paragraphs = [
        frame(here, 1, high, &span("Wit", "Wit op het blad")),
        shape(here, 2, 1) + &frame(here, 3, high, &span("Wit", "Wit op een donkere vorm")),
        frame(here, 4, high, "Onder een vorm") + &shape(here, 5, 1),
        frame(here, 6, high, "Naast een vorm") + &shape(here, 7, 12),
        frame(page, 8, "", "Zo hoog als zijn tekst, onder een vorm"),
        shape(page, 9, 1),
    ];
    let body: String = paragraphs.iter().map(|inner| format!("<text:p>{inner}</text:p>")).collect();
    Package::new("text").content("content.xml", &content("text", &styles, &body)).finish()
}

/// White words on a white slide whose master has a title where they stand.
fn slides() -> Vec<u8> {
    let styles = [
        style("Wit", "text", &letters("#ffffff")),
        style("Leeg", "graphic", r#"<style:graphic-properties draw:fill="none"/>"#),
    ]
    .concat();
    let frame = |words: &str| {
        format!(
            r#"<draw:frame draw:style-name="Leeg" svg:x="2cm" svg:y="2cm" svg:width="9cm" svg:height="2cm"><draw:text-box><text:p>{words}</text:p></draw:text-box></draw:frame>"#
        )
    };
    let body = format!(
        r#"<draw:page draw:name="Dia 1" draw:master-page-name="Model">{}</draw:page>"#,
        frame(&span("Wit", "Wit op een witte dia"))
    );
    let master = r#"<style:master-page style:name="Model"><draw:frame presentation:class="title" svg:x="1cm" svg:y="1cm" svg:width="20cm" svg:height="5cm"><draw:text-box><text:p>Klik om een titel te maken</text:p></draw:text-box></draw:frame></style:master-page>"#;
    let paper = format!(
        r#"{}<office:document-styles {}><office:master-styles>{master}</office:master-styles></office:document-styles>"#,
        super::HEAD,
        super::NAMES
    );
    Package::new("presentation")
        .content("styles.xml", &paper)
        .content("content.xml", &content("presentation", &styles, &body))
        .finish()
}

/// A shape of a text a page to the left, and one on the page; a table whose description is a path.
fn far() -> Vec<u8> {
    let shape = |at: &str, words: &str| {
        format!(
            r#"<text:p><draw:custom-shape text:anchor-type="char" draw:name="{words}" svg:x="{at}" svg:y="0cm" svg:width="5cm" svg:height="2cm"><text:p>{words}</text:p><draw:enhanced-geometry draw:type="rectangle"/></draw:custom-shape></text:p>"#
        )
    };
    let table = r#"<table:table table:name="T1"><table:title>Bomen</table:title><table:desc>C:\Users\jbakker\bomen.xlsx</table:desc><table:table-column/><table:table-row><table:table-cell><text:p>eik</text:p></table:table-cell></table:table-row></table:table>"#;
    let body = shape("-70cm", "Ver weg") + &shape("-1cm", "In de kantlijn") + table;
    let styles = r#"<office:document-styles NAMES><office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/></style:page-layout></office:automatic-styles></office:document-styles>"#;
    let styles = [super::HEAD, &styles.replace("NAMES", super::NAMES)].concat();
    Package::new("text")
        .content("styles.xml", &styles)
        .content("content.xml", &content("text", "", &body))
        .finish()
}

/// A number whose format shows nothing of it, one that shows, one without text of its own, and the style
/// of a page that has the name of its sheet.
fn sheet() -> Vec<u8> {
    let cell = |number: &str, shown: &str| {
        format!(
            r#"<table:table-row><table:table-cell office:value-type="float" office:value="{number}">{shown}</table:table-cell></table:table-row>"#
        )
    };
    let rows = [
        cell("999990019", "<text:p/>"),
        cell("123456", "<text:p>123456</text:p>"),
        cell("654321", ""),
    ]
    .concat();
    let body =
        format!(r#"<table:table table:name="Bomen"><table:table-column/>{rows}</table:table>"#);
    let styles = r#"<office:document-styles NAMES><office:styles><style:style style:name="Status" style:family="table-cell"/></office:styles><office:master-styles><style:master-page style:name="PageStyle_5f_Bomen" style:display-name="PageStyle_Bomen"/></office:master-styles></office:document-styles>"#;
    let styles = [super::HEAD, &styles.replace("NAMES", super::NAMES)].concat();
    Package::new("spreadsheet")
        .content("styles.xml", &styles)
        .content("content.xml", &content("spreadsheet", "", &body))
        .finish()
}
