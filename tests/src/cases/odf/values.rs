//! What LibreOffice writes in a way of its own: conditions that hide or show, shapes that are
//! switched off, and the numbers of notes between words.

use super::Package;
use super::coloured::content;
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("odt/values", "waarden.odt", text()),
        Case::new("odp/values", "waarden.odp", slides()),
    ]
}

/// A field and a section that a condition may hide, and which show now; the same while they are
/// hidden; a note between a word and a number to call.
fn text() -> Vec<u8> {
    let body = concat!(
        r#"<text:p>Voor <text:hidden-text text:condition="ooow:1==2" text:string-value="nog te zien"/> en <text:hidden-text text:condition="ooow:1==1" text:string-value="nu verborgen" text:is-hidden="true"/> na.</text:p>"#,
        r#"<text:section text:name="S1" text:condition="ooow:1==2" text:display="condition"><text:p>Deel dat te zien is.</text:p></text:section>"#,
        r#"<text:section text:name="S2" text:condition="ooow:1==1" text:display="condition" text:is-hidden="true"><text:p>Deel dat verborgen is.</text:p></text:section>"#,
        r#"<text:p>Voor <text:bookmark-start xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" text:name="Zaak" loext:hidden="true" loext:condition="1"/>een stil woord<text:bookmark-end text:name="Zaak"/> na.</text:p>"#,
        r#"<text:p><text:drop-down text:name="Kleur" text:help="Kies er een" text:hint="Vraag Janne"><text:label text:value="rood" text:current-selected="true"/>rood</text:drop-down></text:p>"#,
        r#"<text:p>Bel<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Op werkdagen.</text:p></text:note-body></text:note>06-12345675</text:p>"#,
    );
    Package::new("text").content("content.xml", &content("text", "", body)).finish()
}

/// A shape that LibreOffice does not show, and one that it shows.
fn slides() -> Vec<u8> {
    let shape = |name: &str, off: &str| {
        format!(
            r#"<draw:custom-shape xmlns:drawooo="http://openoffice.org/2010/draw" draw:name="{name}"{off} svg:x="2cm" svg:y="2cm" svg:width="9cm" svg:height="2cm"><text:p>{name} van de dia</text:p><draw:enhanced-geometry draw:type="rectangle"/></draw:custom-shape>"#
        )
    };
    let body = format!(
        r#"<draw:page draw:name="Dia 1">{}{}</draw:page>"#,
        shape("Vak", ""),
        shape("Geheim", r#" drawooo:display="none""#)
    );
    Package::new("presentation")
        .content("content.xml", &content("presentation", "", &body))
        .finish()
}
