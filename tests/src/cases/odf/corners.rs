//! Corners of OpenDocument files in which programs leave words that nobody sees.

use super::Package;
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("odt/corners", "hoeken.odt", text()),
        Case::new("ods/corners", "hoeken.ods", sheets()),
    ]
}

/// Letters in the colour behind them or transparent, marks, lists of choices, and an extra property.
fn text() -> Vec<u8> {
    let styles = concat!(
        r##"<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:color="#000000" fo:background-color="#000000"/></style:style>"##,
        r#"<style:style style:name="T2" style:family="text"><style:text-properties loext:opacity="0%"/></style:style></office:automatic-styles>"#,
    );
    let body = concat!(
        r#"<text:p>Zichtbaar, <text:span text:style-name="T1">zwart op zwart</text:span> en <text:span text:style-name="T2">doorzichtig</text:span>.</text:p>"#,
        r#"<text:p><text:bookmark text:name="Bezwaar Yilmaz"/><text:bookmark text:name="__RefHeading___Toc1"/><text:text-input text:description="Naam van Joris Bakker">naam</text:text-input></text:p>"#,
        r#"<text:p><text:drop-down text:name="Keuze van Vermeer"><text:label text:value="Afgewezen"/><text:label text:value="Toegewezen" text:current-selected="true"/>Toegewezen</text:drop-down></text:p>"#,
        r#"<text:p>Zie <text:bibliography-mark text:identifier="A1" text:bibliography-type="book" text:author="Saskia Visser" text:url="file:///home/jbakker/boek.pdf" text:note="Nog lezen">[1]</text:bibliography-mark>.</text:p>"#,
        r#"<text:p><draw:frame text:anchor-type="page" svg:x="-50cm" svg:y="1cm" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>Naast de bladzijde</text:p></draw:text-box></draw:frame></text:p>"#,
    );
    let meta = r#"<office:meta><loext:contributor>Janne de Vries</loext:contributor><loext:identifier>zaak-2026-77</loext:identifier></office:meta>"#;
    let parts = r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="styles.xml"><rdf:type rdf:resource="http://docs.oasis-open.org/ns/office/1.2/meta/odf#StylesFile"/></rdf:Description><rdf:Description rdf:about=""><rdf:seeAlso rdf:resource="file:///home/jbakker/zaak.rdf"/></rdf:Description></rdf:RDF>"#;
    Package::new("text")
        .content(
            "content.xml",
            &format!("{styles}<office:body><office:text>{body}</office:text></office:body>"),
        )
        .told("meta.xml", meta)
        .part("manifest.rdf", "application/rdf+xml", parts.as_bytes())
        .finish()
}

/// A cell under a merged one, names, and a database that is a file.
fn sheets() -> Vec<u8> {
    let body = concat!(
        r#"<office:spreadsheet><table:table table:name="Lijst"><table:table-column/><table:table-row>"#,
        r#"<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>Zichtbaar</text:p></table:table-cell>"#,
        r#"<table:covered-table-cell office:value-type="string"><text:p>Eronder: geheim</text:p></table:covered-table-cell></table:table-row></table:table>"#,
        r#"<table:named-expressions><table:named-range table:name="Bezwaar_Yilmaz" table:cell-range-address="$Lijst.$A$1"/><table:named-expression table:name="noot" table:expression="&quot;Niet delen&quot;"/></table:named-expressions>"#,
        r#"<table:database-ranges><table:database-range table:name="Zaken van Bakker" table:target-range-address="Lijst.A1:Lijst.A2"><table:database-source-sql table:database-name="file:///home/jbakker/zaken.odb" table:sql-statement="SELECT naam FROM zaken"/></table:database-range></table:database-ranges></office:spreadsheet>"#,
    );
    Package::new("spreadsheet")
        .content("content.xml", &format!("<office:body>{body}</office:body>"))
        .finish()
}
