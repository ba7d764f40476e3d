//! Frames and shapes in texts and on slides: white on what lies behind them, and covered by another.

use super::Package;
use super::coloured::{content, letters, span, style};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("odt/floats", "vakken.odt", text()),
        Case::new("odp/floats", "vakken.odp", slides()),
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
