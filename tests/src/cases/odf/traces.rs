//! Where LibreOffice fetches data from, boxes and days behind what a page shows, and who was looked
//! for in the list of changes.

use super::{Package, small};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("odt/traces", "sporen.odt", text()),
        Case::new("ods/traces", "sporen.ods", sheet()),
    ]
}

fn text() -> Vec<u8> {
    let body = concat!(
        r#"<office:forms><form:form form:name="Formulier" xlink:href="http://formulieren/zaak"><form:connection-resource xlink:href="sdbc:mysql:jdbc:dbserver:3306/zaken"/></form:form></office:forms>"#,
        r#"<text:p><loext:content-control loext:dropdown="true" loext:alias="Keuze van Bakker" loext:tag="besluit-yilmaz"><loext:list-item loext:display-text="afgewezen wegens fraude" loext:value="nee"/>toegewezen</loext:content-control></text:p>"#,
        r#"<text:p><loext:content-control loext:date="true" loext:date-format="YYYY" loext:current-date="1980-05-03T00:00:00Z">1980</loext:content-control> en <loext:content-control loext:date="true" loext:current-date="2026-03-02T00:00:00Z">2 maart 2026</loext:content-control></text:p>"#,
        r#"<text:p>In <text:date text:fixed="true" text:date-value="2026-04-17">april</text:date>, op <text:date text:date-value="2026-03-02">02-03-26</text:date>.</text:p>"#,
        r#"<text:p><draw:frame draw:name="Janne op kantoor.jpg"><draw:image xlink:href="Pictures/1.gif"/><loext:qrcode office:name="zaak van Mulder" loext:qrcode-errorcorrection="low" loext:qrcode-border="1"/></draw:frame></text:p>"#,
    );
    let meta = r#"<office:meta><meta:auto-reload xlink:href="http://formulieren/nieuw" meta:delay="PT60S"/><eigen:kenmerk xmlns:eigen="urn:voorbeeld">dossier Vermeer</eigen:kenmerk><meta:document-statistic meta:page-count="1"/></office:meta>"#;
    small(body)
        .told("meta.xml", meta)
        .part("Pictures/1.gif", "image/gif", &super::gif(b""))
        .finish()
}

fn sheet() -> Vec<u8> {
    let body = concat!(
        r#"<office:spreadsheet><table:table table:name="Lijst"><table:table-row><table:table-cell table:formula="of:=HYPERLINK(&quot;http://zaken/77&quot;;&quot;open&quot;)" office:value-type="string"><text:p>open</text:p></table:table-cell></table:table-row></table:table>"#,
        r#"<calcext:data-mappings xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><calcext:data-mapping xlink:href="https://dataserver/export?token=Geheim01" calcext:provider="csv"/><calcext:data-mapping xlink:href="https://data.example.nl/lijst.csv" calcext:provider="csv"/></calcext:data-mappings></office:spreadsheet>"#,
    );
    Package::new("spreadsheet")
        .settings(r#"<config:config-item config:name="ShowChangesByAuthorName" config:type="string">Joris Bakker</config:config-item><config:config-item config:name="ShowChangesByCommentText" config:type="string">fraude</config:config-item>"#)
        .content("content.xml", &format!("<office:body>{body}</office:body>"))
        .finish()
}
