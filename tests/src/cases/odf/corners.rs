//! Corners of OpenDocument files in which programs leave words that nobody sees.

use super::{Package, small};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("odt/corners", "hoeken.odt", text()),
        Case::new("ods/corners", "hoeken.ods", sheets()),
        Case::new("odt/marks", "merken.odt", marks()),
        Case::new("odt/filled-in", "ingevuld.odt", filled_in()),
        Case::new("ods/linked", "koppelingen.ods", linked()),
        Case::new("odp/corners", "hoeken.odp", slides()),
    ]
}

/// Letters in the colour behind them or transparent, marks, lists of choices, and an extra property.
fn text() -> Vec<u8> {
    let styles = concat!(
        r##"<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:color="#000000" fo:background-color="#000000"/></style:style>"##,
        r#"<style:style style:name="T2" style:family="text"><style:text-properties loext:opacity="0%"/></style:style>"#,
        r#"<style:style style:name="T3" style:family="text"><style:text-properties style:use-window-font-color="true" loext:opacity="0%"/></style:style></office:automatic-styles>"#,
    );
    let body = concat!(
        r#"<text:p>Zichtbaar, <text:span text:style-name="T1">zwart op zwart</text:span> en <text:span text:style-name="T2">doorzichtig</text:span> <text:span text:style-name="T3">in de kleur van het venster</text:span>.</text:p>"#,
        r#"<table:table><table:table-row><table:table-cell office:value-type="string" office:string-value="BSN 999990019"><text:p>zie bijlage</text:p></table:table-cell></table:table-row></table:table>"#,
        r#"<text:p><text:bookmark text:name="Bezwaar Yilmaz"/><text:bookmark text:name="__RefHeading___Toc1"/><text:text-input text:description="Naam van Joris Bakker">naam</text:text-input></text:p>"#,
        r#"<text:p><text:drop-down text:name="Keuze van Vermeer"><text:label text:value="Afgewezen"/><text:label text:value="Toegewezen" text:current-selected="true"/>Toegewezen</text:drop-down></text:p>"#,
        r#"<text:p>Zie <text:bibliography-mark text:identifier="A1" text:bibliography-type="book" text:author="Saskia Visser" text:url="file:///home/jbakker/boek.pdf" text:note="Nog lezen">[1]</text:bibliography-mark>.</text:p>"#,
        r#"<text:p><draw:frame text:anchor-type="page" svg:x="-50cm" svg:y="1cm" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>Naast de bladzijde</text:p></draw:text-box></draw:frame></text:p>"#,
    );
    let meta = r#"<office:meta><loext:contributor>Janne de Vries</loext:contributor><loext:identifier>zaak-2026-77</loext:identifier></office:meta>"#;
    let parts = r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="styles.xml"><rdf:type rdf:resource="http://docs.oasis-open.org/ns/office/1.2/meta/odf#StylesFile"/></rdf:Description><rdf:Description rdf:about=""><rdf:seeAlso rdf:resource="file:///home/jbakker/zaak.rdf"/></rdf:Description><rdf:Description rdf:about="urn:zaak:Bakker-77"/></rdf:RDF>"#;
    Package::new("text")
        .content(
            "content.xml",
            &format!("{styles}<office:body><office:text>{body}</office:text></office:body>"),
        )
        .told("meta.xml", meta)
        .part("manifest.rdf", "application/rdf+xml", parts.as_bytes())
        .finish()
}

/// Fields that show what a program knows: of its user, of the file, and of what somebody declared.
fn filled_in() -> Vec<u8> {
    let body = concat!(
        r#"<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="Z-2026-0042" text:name="zaak"/><text:user-field-decl office:value-type="string" office:string-value="afgewezen" text:name="besluit"/></text:user-field-decls>"#,
        r#"<text:p>Door <text:author-name>Joris Bakker</text:author-name> (<text:author-initials>JB</text:author-initials>), <text:sender-phone-work>070 1234567</text:sender-phone-work>, <text:file-name text:display="full">/home/jbakker/nota.odt</text:file-name>, <text:file-name text:display="name">nota</text:file-name>.</text:p>"#,
        r#"<text:p>Zaak <text:user-field-get text:name="zaak">Z-2026-0042</text:user-field-get>, nogmaals <text:user-field-input text:name="zaak">Z-2026-0042</text:user-field-input>.<text:user-field-get text:name="zaak" text:display="none">Z-2026-0042</text:user-field-get></text:p>"#,
        r#"<text:p>Besluit <text:user-field-get text:name="besluit">afgewezen</text:user-field-get>: <text:conditional-text text:condition="ooow:besluit == &quot;afgewezen&quot;" text:string-value-if-true="nee" text:string-value-if-false="wel wat" text:current-value="true">nee</text:conditional-text>.</text:p>"#,
        r#"<text:p><text:variable-set text:name="naam" text:display="none" office:value-type="string" office:string-value="Fatima Yilmaz">Fatima Yilmaz</text:variable-set>Beste <text:variable-get text:name="naam">Fatima Yilmaz</text:variable-get>,</text:p>"#,
        r#"<text:p><text:execute-macro text:name="Standaard.Start">Klik hier</text:execute-macro></text:p>"#,
    );
    small(body).finish()
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

/// Marks of an index, a setting, a chart with its table, a database, and a frame that does not say
/// how wide it is.
fn marks() -> Vec<u8> {
    let styles = concat!(
        r#"<office:automatic-styles><number:text-style xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" style:name="N100"><number:text>dossier Yilmaz</number:text></number:text-style>"#,
        r#"<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/></style:page-layout></office:automatic-styles>"#,
    );
    let body = concat!(
        r#"<office:forms><form:form form:name="Form 1"><form:text form:name="Textbox 1"><form:properties><form:property form:property-name="Maker" office:value-type="string" office:string-value="Knop van Visser"/><form:property form:property-name="DefaultControl" office:value-type="string" office:string-value="com.sun.star.form.control.TextField"/></form:properties></form:text></form:form></office:forms>"#,
        r#"<text:tracked-changes text:track-changes="true" text:protection-key="RGUgbWFhbiBpcyByb25kLg=="/>"#,
        r#"<text:p>De maan<text:alphabetical-index-mark text:string-value="maan van Bakker" text:key1="Hemel en de Vries" text:key2="Nacht"/> is rond<text:toc-mark text:string-value="Vraag Joris" text:outline-level="1"/>, zaak <text:user-defined text:name="Zaak van Yilmaz">Z-42</text:user-defined>.</text:p>"#,
        r#"<text:p><draw:frame text:anchor-type="page" svg:x="-50cm" svg:y="0cm"><draw:text-box><text:p>Naast de bladzijde</text:p></draw:text-box></draw:frame><draw:frame text:anchor-type="page" svg:x="1cm" svg:y="0cm"><draw:text-box><text:p>Op de bladzijde</text:p></draw:text-box></draw:frame></text:p>"#,
        r#"<text:p><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>"#,
    );
    let chart = r#"<office:body><office:chart><chart:chart xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"><chart:title><text:p>Verzuim</text:p></chart:title><table:table table:name="local-table"><table:table-row><table:table-cell office:value-type="string"><text:p>Joris Bakker</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell></table:table-row></table:table></chart:chart></office:chart></office:body>"#;
    Package::new("text")
        .content(
            "content.xml",
            &format!("{styles}<office:body><office:text>{body}</office:text></office:body>"),
        )
        .settings(r#"<config:config-item config:name="ActiveTable" config:type="string">Verzuim van Visser</config:config-item><config:config-item config:name="ViewId" config:type="string">view2</config:config-item>"#)
        .list("Object 1/", "application/vnd.oasis.opendocument.chart")
        .content("Object 1/content.xml", chart)
        .part("Database/data.script", "", b"INSERT INTO KLANTEN VALUES('Fatima Yilmaz')")
        .finish()
}

/// Formulas and sheets that name files elsewhere, and a value from before a change.
fn linked() -> Vec<u8> {
    let cell = |formula: &str, value: &str| {
        format!(
            r#"<table:table-cell table:formula="{formula}" office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>"#
        )
    };
    let rows = [
        cell("of:=['file:///home/jbakker/begroting.ods'#$Blad1.A1]", "42"),
        cell("of:=['file:///home/jbakker/O''Brien.ods'#$'Blad 1'.A1]*2", "14"),
        cell(
            "of:=IF([.A1]&gt;1;&quot;van 't jaar&quot;;['file:///home/jbakker/begroting.ods'#$Blad1.A1])",
            "43",
        ),
        cell("of:=SUM([$'Blad 2'.A1:.A9])", "0"),
    ];
    let kept = |name: &str, value: &str| {
        format!(
            r#"<table:table table:name="'file:///home/jbakker/{name}.ods'#$Blad1" table:print="false" table:style-name="ta2"><table:table-source xlink:type="simple" xlink:href="file:///home/jbakker/{name}.ods" table:table-name="Blad1" table:mode="copy-results-only"/><table:table-column/><table:table-row><table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell></table:table-row></table:table>"#
        )
    };
    let body = format!(
        concat!(
            r#"<table:tracked-changes><table:cell-content-change table:id="ct1"><table:cell-address table:column="0" table:row="0" table:table="0"/><office:change-info><dc:creator>Joris Bakker</dc:creator><dc:date>2026-03-02T10:00:00</dc:date></office:change-info><table:previous><table:change-track-table-cell office:value-type="string" office:string-value="Saskia Visser"><text:p>S. V.</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>"#,
            r#"<table:table table:name="Lijst"><table:table-column/><table:table-row>{}</table:table-row></table:table>{}{}"#,
            r#"<table:consolidation table:function="sum" table:source-cell-range-addresses="Salaris.A1:Salaris.A9" table:target-cell-address="Lijst.A1"/>"#,
        ),
        rows.concat(),
        kept("begroting", "42"),
        kept("O''Brien", "7"),
    );
    let styles = r#"<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>"#;
    Package::new("spreadsheet")
        .content(
            "content.xml",
            &format!(
                "{styles}<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
            ),
        )
        .finish()
}

/// A layer and a shape that only a printer shows, and slides with names of their own.
fn slides() -> Vec<u8> {
    let layers = format!(
        r#"{}<office:document-styles {}><office:master-styles><draw:layer-set><draw:layer draw:name="layout"/><draw:layer draw:name="intern" draw:display="printer"><svg:title>Opmerkingen van Bakker</svg:title></draw:layer></draw:layer-set></office:master-styles></office:document-styles>"#,
        super::HEAD,
        super::NAMES
    );
    let body = concat!(
        r#"<draw:page draw:name="Plan Yilmaz"><draw:frame><draw:text-box><text:p>Overzicht</text:p></draw:text-box></draw:frame>"#,
        r#"<draw:frame draw:display="printer"><draw:text-box><text:p>Alleen op papier</text:p></draw:text-box></draw:frame>"#,
        r#"<draw:frame draw:layer="intern"><draw:text-box><text:p>Alleen in de laag</text:p></draw:text-box></draw:frame></draw:page><draw:page draw:name="page2"/>"#,
    );
    Package::new("presentation")
        .part("styles.xml", "text/xml", layers.as_bytes())
        .content(
            "content.xml",
            &format!(
                "<office:body><office:presentation>{body}</office:presentation></office:body>"
            ),
        )
        .finish()
}
