//! Documents in an OpenDocument file, and what LibreOffice writes in a way of its own around hidden
//! text and remarks.

use super::{Package, SORTS, small};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("odp/inside", "met bijlage.odp", slides()),
        Case::new("odt/inside", "met bijlagen.odt", text()),
        Case::new("odt/shown-again", "toch te zien.odt", shown_again()),
    ]
}

/// A remark as Impress writes it, and a document with its picture.
fn slides() -> Vec<u8> {
    let body = concat!(
        r#"<draw:page draw:name="page1"><draw:frame svg:x="1cm" svg:y="1cm" svg:width="5cm" svg:height="2cm"><draw:object-ole xlink:href="./Obj100"><loext:p/></draw:object-ole><draw:image xlink:href="./ObjectReplacements/Obj100"/></draw:frame>"#,
        r#"<officeooo:annotation svg:x="1cm" svg:y="1cm"><dc:creator>Janne de Vries</dc:creator><dc:date>2026-03-02T10:00:00</dc:date><meta:creator-initials>JdV</meta:creator-initials><text:p>Dit bedrag klopt niet.</text:p></officeooo:annotation></draw:page>"#,
    );
    Package::new("presentation")
        .content(
            "content.xml",
            &format!(
                "<office:body><office:presentation>{body}</office:presentation></office:body>"
            ),
        )
        .part(
            "Obj100",
            "application/vnd.sun.star.oleobject",
            &small("<text:p>Het besluit is al genomen.</text:p>").finish(),
        )
        .part("ObjectReplacements/Obj100", "", &super::gif(b""))
        .finish()
}

/// A document that no picture stands for, a chart, an object of which nothing is known, and one
/// whose picture shows only beside it.
fn text() -> Vec<u8> {
    let inner = |body: &str| format!("<office:body>{body}</office:body>");
    let body = concat!(
        r#"<text:p><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame><draw:frame><draw:object xlink:href="./Object 2"/></draw:frame>"#,
        r#"<draw:frame><draw:object-ole xlink:href="./Object 3"/></draw:frame>"#,
        r#"<draw:frame><draw:object-ole xlink:href="./Object 4"/><draw:image xlink:href="./ObjectReplacements/Object 4"/></draw:frame></text:p>"#,
    );
    small(body)
        .list("Object 1/", &format!("{SORTS}text"))
        .content("Object 1/content.xml", &inner("<office:text><text:p>Binnenin te zien.</text:p></office:text>"))
        .list("Object 2/", &format!("{SORTS}chart"))
        .content("Object 2/content.xml", &inner(r#"<office:chart xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"><chart:chart><chart:title><text:p>Kop van de grafiek</text:p></chart:title></chart:chart></office:chart>"#))
        .part("Object 3", "application/vnd.sun.star.oleobject", b"\x01\x02 in geen bekende vorm \x03")
        .part("Object 4", "application/vnd.sun.star.oleobject", &small("<text:p>Onder een tekening.</text:p>").finish())
        .part("ObjectReplacements/Object 4", "", b"\x01\x00\x09\x00\x00\x03\x0c\x00\x00\x00\x00\x00\x03\x00\x00\x00\x00\x00\x03\x00\x00\x00\x00\x00")
        .finish()
}

/// Text that is shown in text that is not, and a hidden section behind a password.
fn shown_again() -> Vec<u8> {
    let styles = concat!(
        r#"<office:automatic-styles><style:style style:name="Weg" style:family="text"><style:text-properties text:display="none"/></style:style>"#,
        r#"<style:style style:name="T2" style:family="text"><style:text-properties text:display="true"/></style:style>"#,
        r#"<style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style></office:automatic-styles>"#,
    );
    let body = concat!(
        r#"<text:p>Zichtbaar, <text:span text:style-name="Weg">weggelaten, <text:span text:style-name="T2">ook te zien</text:span></text:span>.</text:p>"#,
        r#"<text:p text:style-name="P1">Verborgen zin met <text:span text:style-name="T2">een woord dat te zien is</text:span>.</text:p>"#,
        r#"<text:section text:name="Sectie1" text:display="none" text:protected="true" text:protection-key="NwGoYvGbGbHU9ZUQ6RXhTQ=="><text:p>Achter een wachtwoord.</text:p></text:section>"#,
    );
    Package::new("text")
        .content(
            "content.xml",
            &format!("{styles}<office:body><office:text>{body}</office:text></office:body>"),
        )
        .finish()
}
