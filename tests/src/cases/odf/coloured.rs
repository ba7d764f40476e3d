//! OpenDocument files with text in the colour that lies behind it, and text that is seen.

use super::{HEAD, NAMES, Package};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("odt/coloured", "kleuren.odt", text()),
        Case::new("odt/dark-paper", "donker.odt", dark()),
        Case::new("ods/coloured", "kleuren.ods", sheet()),
        Case::new("odp/coloured", "kleuren.odp", slides()),
    ]
}

pub(super) fn style(name: &str, family: &str, properties: &str) -> String {
    format!(
        r#"<style:style style:name="{name}" style:family="{family}">{properties}</style:style>"#
    )
}

pub(super) fn letters(colour: &str) -> String {
    format!(r#"<style:text-properties fo:color="{colour}"/>"#)
}

/// Letters, paragraphs, cells, sections and frames, each in the colours of the other.
fn looks() -> String {
    [
        style("Zwart", "text", &letters("#000000")),
        style("Wit", "text", &letters("#ffffff")),
        style("Vanzelf", "text", r#"<style:text-properties style:use-window-font-color="true"/>"#),
        style("Cel", "table-cell", r##"<style:table-cell-properties fo:background-color="#000000"/>"##),
        style("Lichte cel", "table-cell", r##"<style:table-cell-properties fo:background-color="#ffffff"/>"##),
        style(
            "Balk",
            "paragraph",
            r##"<style:paragraph-properties fo:background-color="#000000"/><style:text-properties fo:background-color="transparent"/>"##,
        ),
        style(
            "Kader",
            "graphic",
            r##"<style:graphic-properties draw:fill="solid" draw:fill-color="#000000"/>"##,
        ),
        style(
            "Glas",
            "graphic",
            r##"<style:graphic-properties draw:fill="solid" draw:fill-color="#000000" draw:opacity="20%"/>"##,
        ),
        style("Verloop", "graphic", r#"<style:graphic-properties draw:fill="gradient"/>"#),
    ]
    .concat()
}

pub(super) fn span(style: &str, text: &str) -> String {
    format!(r#"<text:span text:style-name="{style}">{text}</text:span>"#)
}

fn paper(colour: &str, header: &str) -> Vec<u8> {
    format!(
        r#"{HEAD}<office:document-styles {NAMES}><office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:background-color="{colour}"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">{header}</style:master-page></office:master-styles></office:document-styles>"#
    )
    .into_bytes()
}

/// In cells, on bars and in boxes; and a header that is switched off.
fn text() -> Vec<u8> {
    let paragraph = |style: &str, content: &str| {
        format!(r#"<text:p text:style-name="{style}">{content}</text:p>"#)
    };
    let cell = |style: &str, content: &str| {
        format!(
            r#"<table:table-cell table:style-name="{style}"><text:p>{content}</text:p></table:table-cell>"#
        )
    };
    let shape = |style: &str, content: &str| {
        format!(
            r#"<text:p><draw:custom-shape draw:style-name="{style}" text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><text:p>{content}</text:p></draw:custom-shape></text:p>"#
        )
    };
    let body = [
        r#"<table:table table:name="Tabel1"><table:table-column/><table:table-column/><table:table-row>"#.to_owned(),
        cell("Cel", &(span("Zwart", "Zwart in zwart") + &span("Wit", "Wit in zwart") + &span("Vanzelf", "Vanzelf wit"))),
        cell("Lichte cel", &(span("Wit", "Wit in wit") + &span("Zwart", "Zwart in wit"))),
        "</table:table-row></table:table>".to_owned(),
        paragraph("Balk", &(span("Wit", "Kop op een balk") + &span("Zwart", "Zwarte balk"))),
        shape("Kader", &(span("Zwart", "Zwart kader") + &span("Wit", "Wit in een kader"))),
        shape("Glas", &span("Zwart", "Achter glas")),
        shape("Verloop", &span("Wit", "Wit op een verloop")),
        shape("Geen", &span("Wit", "Wit op wat er ligt")),
    ]
    .concat();
    let header = r#"<style:header style:display="false"><text:p>Concept van Fatima Yilmaz <text:page-number>1</text:page-number></text:p></style:header><style:footer><text:p>Gemeente Voorbeeld</text:p></style:footer>"#;
    Package::new("text")
        .part("styles.xml", "text/xml", &paper("#ffffff", header))
        .content("content.xml", &content("text", &looks(), &body))
        .finish()
}

/// On paper that is dark all over.
fn dark() -> Vec<u8> {
    let body = format!(
        "<text:p>{}{}</text:p>",
        span("Zwart", "Zwart papier"),
        span("Wit", "Wit op zwart papier"),
    );
    Package::new("text")
        .part("styles.xml", "text/xml", &paper("#000000", ""))
        .content("content.xml", &content("text", &looks(), &body))
        .finish()
}

/// In cells that have a colour, and in those to which a condition gives one.
fn sheet() -> Vec<u8> {
    let own = |name: &str, letters: &str, behind: &str, rest: &str| {
        let behind = format!(r#"<style:table-cell-properties fo:background-color="{behind}"/>"#);
        style(name, "table-cell", &(behind + &self::letters(letters) + rest))
    };
    let map = |name: &str| {
        format!(
            r#"<style:map style:condition="cell-content()=0" style:apply-style-name="{name}"/>"#
        )
    };
    let styles = [
        style("Weg", "table-cell", &letters("#ffffff")),
        own("ce1", "#1f3864", "#1f3864", ""),
        own("ce2", "#ffffff", "#1f3864", ""),
        own("ce3", "#000000", "#1f3864", &map("Weg")),
        own("ce4", "#000000", "transparent", &map("Weg")),
    ]
    .concat();
    let cell = |style: &str, text: &str| {
        format!(
            r#"<table:table-cell table:style-name="{style}" office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let cells = [
        cell("ce1", "Blauw op blauw"),
        cell("ce2", "Wit op blauw"),
        cell("ce3", "Soms wit op blauw"),
        cell("ce4", "Soms wit"),
    ]
    .concat();
    let body = format!(
        r#"<table:table table:name="Lijst"><table:table-column table:number-columns-repeated="4"/><table:table-row>{cells}</table:table-row><calcext:conditional-formats xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><calcext:conditional-format calcext:target-range-address="Lijst.D1:Lijst.D9"><calcext:condition calcext:apply-style-name="Weg" calcext:value="=0" calcext:base-cell-address="Lijst.D1"/></calcext:conditional-format></calcext:conditional-formats></table:table>"#
    );
    Package::new("spreadsheet")
        .content("content.xml", &content("spreadsheet", &styles, &body))
        .finish()
}

/// In a shape and in a cell of a slide.
fn slides() -> Vec<u8> {
    let shape = |style: &str, content: &str| {
        format!(
            r#"<draw:custom-shape draw:style-name="{style}" svg:x="1cm" svg:y="1cm" svg:width="9cm" svg:height="2cm"><text:p>{content}</text:p></draw:custom-shape>"#
        )
    };
    let body = [
        r#"<draw:page draw:name="Een">"#.to_owned(),
        shape("Kader", &(span("Zwart", "Zwart op zwart") + &span("Wit", "Wit op zwart"))),
        shape("Geen", &span("Wit", "Wit op een foto")),
        format!(
            r#"<draw:frame svg:x="1cm" svg:y="9cm" svg:width="9cm" svg:height="2cm"><table:table><table:table-column/><table:table-row><table:table-cell table:style-name="Cel"><text:p>{}</text:p></table:table-cell></table:table-row></table:table></draw:frame></draw:page>"#,
            span("Zwart", "Zwart in een cel"),
        ),
    ]
    .concat();
    Package::new("presentation")
        .content("content.xml", &content("presentation", &looks(), &body))
        .finish()
}

pub(super) fn content(sort: &str, styles: &str, body: &str) -> String {
    format!(
        "<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:{sort}>{body}</office:{sort}></office:body>"
    )
}
