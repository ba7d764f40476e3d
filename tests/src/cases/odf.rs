//! OpenDocument files, with something in each corner.

mod checklist;
mod coloured;
mod corners;
mod floats;
mod inside;
mod shades;
mod traces;
mod unshown;
mod values;

use super::Case;
use crate::zip::Zip;

const NAMES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:officeooo="http://openoffice.org/2009/office" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" office:version="1.3""#;
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
const SORTS: &str = "application/vnd.oasis.opendocument.";

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        Case::new("odt/everything", "nota.odt", text()),
        Case::new("odt/clean", "schoon.odt", small("<text:p>De maan is rond.</text:p>").finish()),
        Case::new("odt/damaged", "half.odt", small("<text:p>De maan is rond.").finish()),
        Case::new("odt/hostile", "entiteit.odt", hostile()),
        Case::new("odt/unknown", "onbekend.odt", unknown()),
        Case::new("odt/encrypted", "op slot.odt", encrypted()),
        Case::new("odt/fields", "velden.odt", fields()),
        Case::new("odt/beside", "namen en uitleg.odt", beside()),
        Case::new("ods/beside", "wit.ods", white_cells()),
        Case::new("odt/signed", "ondertekend.odt", signed()),
        Case::new("odt/object", "grafiek.odt", object()),
        Case::new("ods/everything", "lijst.ods", sheets()),
        Case::new("odp/everything", "presentatie.odp", slides()),
        Case::new("fodt/everything", "nota.fodt", flat()),
    ];
    cases.extend(checklist::cases());
    cases.extend(coloured::cases());
    cases.extend(corners::cases());
    cases.extend(floats::cases());
    cases.extend(inside::cases());
    cases.extend(shades::cases());
    cases.extend(values::cases());
    cases.extend(traces::cases());
    cases.extend(unshown::cases());
    cases
}

/// A package in the making.
struct Package {
    zip: Zip,
    list: String,
}

impl Package {
    fn new(sort: &str) -> Self {
        let mut zip = Zip::new();
        zip.stored("mimetype", format!("{SORTS}{sort}").as_bytes());
        let list = format!(
            r#"<manifest:file-entry manifest:full-path="/" manifest:media-type="{SORTS}{sort}"/>"#
        );
        Self { zip, list }
    }

    /// Adds a part, and lists it.
    fn part(&mut self, name: &str, sort: &str, bytes: &[u8]) -> &mut Self {
        self.list(name, sort).zip.deflated(name, bytes);
        self
    }

    fn list(&mut self, name: &str, sort: &str) -> &mut Self {
        self.list += &format!(
            r#"<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{sort}"/>"#
        );
        self
    }

    fn content(&mut self, name: &str, xml: &str) -> &mut Self {
        let xml =
            format!("{HEAD}\n<office:document-content {NAMES}>{xml}</office:document-content>");
        self.part(name, "text/xml", xml.as_bytes())
    }

    fn properties(&mut self, name: &str) -> &mut Self {
        self.told(name, PROPERTIES)
    }

    /// Adds a part with these properties.
    fn told(&mut self, name: &str, properties: &str) -> &mut Self {
        let xml =
            format!("{HEAD}\n<office:document-meta {NAMES}>{properties}</office:document-meta>");
        self.part(name, "text/xml", xml.as_bytes())
    }

    fn settings(&mut self, items: &str) -> &mut Self {
        let xml = format!(
            r#"{HEAD}<office:document-settings {NAMES}><office:settings><config:config-item-set config:name="ooo:configuration-settings">{items}</config:config-item-set></office:settings></office:document-settings>"#
        );
        self.part("settings.xml", "text/xml", xml.as_bytes())
    }

    fn finish(&mut self) -> Vec<u8> {
        let xml = format!(
            r#"{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">{}</manifest:manifest>"#,
            self.list
        );
        self.zip.deflated("META-INF/manifest.xml", xml.as_bytes());
        self.zip.finish()
    }
}

const PROPERTIES: &str = r#"<office:meta><meta:generator>LibreOffice/24.8.4.2$Linux_X86_64 LibreOffice_project/bb3cfa12c7b1bf994ecc5649a80400d06cd71002</meta:generator><dc:title>Beleidsnota</dc:title><dc:description>Voor de raad</dc:description><dc:language>nl-NL</dc:language><meta:initial-creator>Janne de Vries</meta:initial-creator><meta:creation-date>2026-03-01T09:12:00</meta:creation-date><dc:creator>Joris Bakker</dc:creator><dc:date>2026-03-02T10:00:00</dc:date><meta:printed-by>Saskia Visser</meta:printed-by><meta:print-date>2026-03-03T11:00:00</meta:print-date><meta:editing-cycles>7</meta:editing-cycles><meta:editing-duration>PT1H33M</meta:editing-duration><meta:keyword>subsidie</meta:keyword><meta:template xlink:type="simple" xlink:href="../../../../home/jbakker/Sjablonen/Nota.ott" xlink:title="Nota van Joris" meta:date="2026-01-05T08:00:00"/><meta:user-defined meta:name="Behandelaar">Fatima Yilmaz</meta:user-defined><meta:user-defined meta:name="MSIP_Label_1_Name">Vertrouwelijk intern</meta:user-defined><meta:user-defined meta:name="Info 1"/><meta:document-statistic meta:page-count="1" meta:word-count="42"/></office:meta>"#;

const STYLES: &str = r#"<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties text:display="none" officeooo:rsid="00a1b2c3"/></style:style><style:style style:name="T2" style:family="text" style:parent-style-name="Verborgen"/><style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none" officeooo:paragraph-rsid="00a1b2c4"/></style:style></office:automatic-styles>"#;

const TEXT: &str = concat!(
    r#"<text:tracked-changes><text:changed-region xml:id="ct1" text:id="ct1"><text:deletion><office:change-info><dc:creator>Joris Bakker</dc:creator><dc:date>2026-03-02T10:00:00</dc:date></office:change-info><text:p>Weggehaalde zin.</text:p></text:deletion></text:changed-region>"#,
    r#"<text:changed-region xml:id="ct2" text:id="ct2"><text:insertion><office:change-info><dc:creator>Joris Bakker</dc:creator><dc:date>2026-03-02T10:05:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>"#,
    r#"<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="Zaak Z-2026-0042" text:name="zaak"/></text:user-field-decls>"#,
    r#"<text:p>Bel 06-1234<text:span>5678</text:span> voor de nota<office:annotation office:name="a1"><dc:creator>Janne de Vries</dc:creator><dc:date>2026-03-02T10:00:00</dc:date><meta:creator-initials>JdV</meta:creator-initials><text:p>Klopt dit nummer?</text:p></office:annotation> van maart<office:annotation-end office:name="a1"/>.</text:p>"#,
    r#"<text:p>Een <text:change text:change-id="ct1"/>zin en <text:change-start text:change-id="ct2"/>erbij gezet<text:change-end text:change-id="ct2"/>.</text:p>"#,
    r#"<text:p>Zichtbaar <text:span text:style-name="T1">onzichtbaar woord</text:span> en <text:span text:style-name="T2">ook verborgen</text:span>.</text:p>"#,
    r#"<text:p text:style-name="P1">Verborgen alinea.</text:p>"#,
    r#"<text:section text:name="intern" text:display="none"><text:p>Verborgen deel.</text:p><text:p><draw:frame draw:name="Foto"><draw:image xlink:href="Pictures/geheim.gif"/></draw:frame></text:p></text:section>"#,
    r#"<text:p>Door <text:creator>Joris Bakker</text:creator>, op <text:modification-date text:date-value="2026-03-02">2 maart</text:modification-date>, zaak <text:user-defined text:name="Behandelaar">Fatima Yilmaz</text:user-defined>, bestand <text:file-name text:display="full">/home/jbakker/nota.odt</text:file-name>, afzender <text:sender-lastname>de Vries</text:sender-lastname>.</text:p>"#,
    r#"<text:p><text:hidden-text text:condition="ooow:1" text:string-value="Stiekem" text:is-hidden="true"/><text:conditional-text text:condition="ooow:1" text:string-value-if-true="ja" text:string-value-if-false="Nee, zei Janne" text:current-value="true">ja</text:conditional-text></text:p>"#,
    r#"<text:p><text:a xlink:type="simple" xlink:href="file:///home/jbakker/dossier/brief.odt">Zie de map.</text:a> <text:a xlink:type="simple" xlink:href="https://example.nl/nota">Zie de website.</text:a> <text:a xlink:type="simple" xlink:href="https://intranet.voorbeeld.local/nota">Zie intern.</text:a></text:p>"#,
    r#"<text:p><draw:frame draw:name="C:\Users\jbakker\logo.png"><draw:image xlink:href="Pictures/logo.gif"/><svg:title>C:\Users\jbakker\logo.png</svg:title><svg:desc>Het wapen van de gemeente</svg:desc></draw:frame><draw:frame draw:name="Beeld 2" svg:width="2cm" svg:height="1cm"><draw:image xlink:href="file:///home/jbakker/foto.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>"#,
    r#"<office:forms><form:form form:name="Formulier"><form:text form:name="naam" form:current-value="Fatima Yilmaz"/></form:form></office:forms>"#,
    r#"<text:p><text:execute-macro text:name="Standard.Module1.Jan">Klik</text:execute-macro></text:p>"#,
);

const ITEMS: &str = r#"<config:config-item config:name="PrinterName" config:type="string">HP4-JBAKKER</config:config-item><config:config-item config:name="PrinterSetup" config:type="base64Binary">SFA0LUpCQUtLRVI=</config:config-item><config:config-item config:name="CurrentDatabaseDataSource" config:type="string">Adressen van Joris</config:config-item><config:config-item config:name="ColorTableURL" config:type="string">/home/jbakker/.config/standard.soc</config:config-item><config:config-item config:name="Rsid" config:type="int">1234567</config:config-item><config:config-item config:name="VisibleAreaWidth" config:type="int">20532</config:config-item><config:config-item config:name="RedlineProtectionKey" config:type="base64Binary"/>"#;

fn text() -> Vec<u8> {
    let styles = format!(
        r#"{HEAD}<office:document-styles {NAMES}><office:styles><style:style style:name="Verborgen" style:family="text"><style:text-properties text:display="none"/></style:style></office:styles><office:master-styles><style:master-page style:name="Standaard"><style:header><text:p>Intern stuk</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"#
    );
    let mut package = Package::new("text");
    package.zip.stamp = (0x6A60, 0x5D75);
    package
        .properties("meta.xml")
        .settings(ITEMS)
        .part("styles.xml", "text/xml", styles.as_bytes())
        .content(
            "content.xml",
            &format!("{STYLES}<office:body><office:text>{TEXT}</office:text></office:body>"),
        )
        .part("Pictures/logo.gif", "image/gif", &gif(b"Gemaakt door Janne de Vries"))
        .part("Pictures/geheim.gif", "image/gif", &gif(b""))
        .part("Pictures/over.gif", "image/gif", &gif(b""))
        .part("Thumbnails/thumbnail.png", "image/png", b"\x89PNG, of bijna")
        .list("Configurations2/", "application/vnd.sun.xml.ui.configuration")
        .part("Configurations2/accelerator/current.xml", "text/xml", b"<a>van Janne</a>")
        .part("layout-cache", "application/binary", b"\x01\x02\x03")
        .part("Basic/Standard/Module1.xml", "text/xml", b"<module>REM vraag Fatima Yilmaz</module>")
        .part("VersionList.xml", "text/xml", b"<lijst maker=\"Janne de Vries\"/>")
        .part("Versions/Version1", "", &small("<text:p>Oude versie.</text:p>").finish());
    package.zip.deflated("niet in de lijst.txt", b"Notitie van Joris Bakker");
    package.finish()
}

/// A picture of one point, with a remark.
fn gif(remark: &[u8]) -> Vec<u8> {
    let mut bytes = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF".to_vec();
    if !remark.is_empty() {
        bytes.extend([0x21, 0xFE, u8::try_from(remark.len()).expect("a short remark")]);
        bytes.extend(remark);
        bytes.push(0);
    }
    bytes.extend([0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]);
    bytes
}

fn small(body: &str) -> Package {
    let mut package = Package::new("text");
    package.content(
        "content.xml",
        &format!("<office:body><office:text>{body}</office:text></office:body>"),
    );
    package
}

/// Fields, choices and settings that hold more than a page shows.
fn fields() -> Vec<u8> {
    let body = concat!(
        r#"<office:forms><form:form form:name="f" form:datasource="zaken" form:command="SELECT naam FROM zaken"><form:hidden form:name="h" form:value="dossier Bakker"/></form:form></office:forms>"#,
        r#"<text:p>Bel <text:sender-phone-private>06-12345678</text:sender-phone-private></text:p>"#,
        r#"<text:p><text:database-display text:table-name="klanten" text:database-name="zaken" text:column-name="naam">Fatima Yilmaz</text:database-display></text:p>"#,
        r#"<text:p>Zichtbaar.<text:hidden-paragraph text:condition="ooow:1" text:is-hidden="true"/> Een hele alinea.</text:p>"#,
        r#"<text:p><text:execute-macro text:name="Bakker.Start">Knop</text:execute-macro></text:p>"#,
    );
    let mut package = small(body);
    let settings = format!(
        r#"<office:document-settings {NAMES}><office:settings><config:config-item-set config:name="ooo:configuration-settings"><config:config-item config:name="PrinterSetup" config:type="base64Binary">T0NFIEthbWVyIEpvcmlzIEJha2tlcg==</config:config-item></config:config-item-set></office:settings></office:document-settings>"#
    );
    package.part("settings.xml", "text/xml", settings.as_bytes());
    package.finish()
}

/// Names and words that stand beside what a page shows, and white and tiny text.
fn beside() -> Vec<u8> {
    let styles = concat!(
        r##"<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>"##,
        r##"<style:style style:name="T2" style:family="text"><style:text-properties fo:color="#ffffff" fo:background-color="#1f3864"/></style:style>"##,
        r#"<style:style style:name="T3" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>"#,
        r#"</office:automatic-styles><office:styles><style:style style:name="Brief_20_van_20_Janne" style:display-name="Brief van Janne" style:family="paragraph"/></office:styles>"#,
    );
    let body = concat!(
        r#"<office:forms><form:form form:name="Formulier van Bakker"><form:text form:name="Textbox 1" form:title="Vul Yilmaz in"/></form:form></office:forms>"#,
        r#"<text:variable-decls><text:variable-decl text:name="naam_bakker" office:value-type="string"/></text:variable-decls>"#,
        r#"<text:p><text:a xlink:type="simple" xlink:href="https://example.nl/nota" office:title="Vraag Fatima Yilmaz">Zie de website.</text:a></text:p>"#,
        r#"<text:p>Door <text:initial-creator>Janne de Vries</text:initial-creator> met <text:template-name>Nota van Joris</text:template-name>.</text:p>"#,
        r#"<text:p>Zwart <text:span text:style-name="T1">wit op wit</text:span>, <text:span text:style-name="T2">wit op blauw</text:span>, <text:span text:style-name="T3">heel klein</text:span>.</text:p>"#,
        r#"<text:section text:name="Deel 1"><text:section-source xlink:href="https://example.nl/deel.odt" text:section-name="Stuk van Joris"/><text:p>De maan is rond.</text:p></text:section>"#,
    );
    // Without properties: a program would show those in the fields, and not what stands in them.
    Package::new("text")
        .content(
            "content.xml",
            &format!("{styles}<office:body><office:text>{body}</office:text></office:body>"),
        )
        .finish()
}

/// Cells whose text is white, a row without height, and a list of choices.
fn white_cells() -> Vec<u8> {
    let styles = concat!(
        r##"<office:automatic-styles><style:style style:name="ce1" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>"##,
        r##"<style:style style:name="ce2" style:family="table-cell"><style:table-cell-properties fo:background-color="#000000"/><style:text-properties fo:color="#ffffff"/></style:style>"##,
        r#"<style:style style:name="ro1" style:family="table-row"><style:table-row-properties style:row-height="0cm"/></style:style></office:automatic-styles>"#,
    );
    let cell = |style: &str, text: &str| {
        format!(
            r#"<table:table-cell table:style-name="{style}" office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let rows = format!(
        r#"<table:table-row>{}{}</table:table-row><table:table-row table:style-name="ro1">{}</table:table-row>"#,
        cell("ce1", "Wit op wit"),
        cell("ce2", "Wit op zwart"),
        cell("ce3", "In een rij zonder hoogte"),
    );
    let checks = r#"<table:content-validations><table:content-validation table:name="keuze" table:condition="of:cell-content-is-in-list(&quot;Fatima&quot;;&quot;Piet&quot;)"/></table:content-validations>"#;
    Package::new("spreadsheet")
        .content(
            "content.xml",
            &format!(
                r#"{styles}<office:body><office:spreadsheet>{checks}<table:table table:name="Lijst"><table:table-column/>{rows}</table:table></office:spreadsheet></office:body>"#
            ),
        )
        .finish()
}

fn hostile() -> Vec<u8> {
    let xml = format!(
        r#"<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><office:document-content {NAMES}><office:body><office:text><text:p>&b;</text:p></office:text></office:body></office:document-content>"#
    );
    Package::new("text").part("content.xml", "text/xml", xml.as_bytes()).finish()
}

fn unknown() -> Vec<u8> {
    let mut package = small(
        r#"<text:p>Tekst.<q:meta xmlns:q="urn:voorbeeld" q:maker="Janne de Vries">06-12345678</q:meta></text:p>"#,
    );
    package.part("vreemd.dat", "", b"\x00\x01j.devries@example.nl").finish()
}

fn encrypted() -> Vec<u8> {
    let mut package = Package::new("text");
    package.zip.deflated("content.xml", b"\x8F\x02\xC1 niet te lezen");
    package.list += r#"<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"><manifest:encryption-data manifest:checksum="AAAA"/></manifest:file-entry>"#;
    package.finish()
}

fn signed() -> Vec<u8> {
    let mut package = small("<text:p>De maan is rond.</text:p>");
    package.zip.deflated(
        "META-INF/documentsignatures.xml",
        br#"<document-signatures xmlns="urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0"><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><X509IssuerName>CN=Janne de Vries</X509IssuerName></Signature></document-signatures>"#,
    );
    package.finish()
}

/// A document in the document, with properties of its own.
fn object() -> Vec<u8> {
    let mut package = small(
        r#"<text:p><draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame></text:p>"#,
    );
    package
        .list("Object 1/", &format!("{SORTS}text"))
        .content(
            "Object 1/content.xml",
            "<office:body><office:text><text:p>Binnenin.</text:p></office:text></office:body>",
        )
        .properties("Object 1/meta.xml")
        .part("Object 1/Thumbnails/thumbnail.png", "image/png", b"\x89PNG, of bijna")
        .part("ObjectReplacements/Object 1", "", &gif(b"vervanger van Janne"))
        .finish()
}

fn sheets() -> Vec<u8> {
    let cell = |text: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let styles = r#"<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>"#;
    let list = format!(
        concat!(
            r#"<table:table table:name="Lijst"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>"#,
            r#"<table:table-row>{naam}{telefoon}</table:table-row>"#,
            r#"<table:table-row table:visibility="collapse" table:number-rows-repeated="1">{fatima}</table:table-row>"#,
            r#"<table:table-row table:visibility="filter">{geboren}<table:table-cell office:value-type="float" office:value="111222333"/></table:table-row>"#,
            r#"<table:table-row><table:table-cell table:formula="of:='file:///home/jbakker/begroting.ods'#$Blad1.A1" office:value-type="float" office:value="42"><office:annotation><dc:creator>Janne de Vries</dc:creator><dc:date>2026-03-02T10:00:00</dc:date><text:p>Nog nakijken.</text:p></office:annotation><text:p>42</text:p></table:table-cell></table:table-row></table:table>"#,
        ),
        naam = cell("Naam"),
        telefoon = cell("Telefoon"),
        fatima = cell("Fatima Yilmaz"),
        geboren = cell("Joris Bakker"),
    );
    let hidden = format!(
        r#"<table:table table:name="Geheim" table:style-name="ta1"><table:table-row>{}</table:table-row></table:table>"#,
        cell("BSN 111222333")
    );
    let changes = r#"<table:tracked-changes><table:cell-content-change table:id="ct1"><office:change-info><dc:creator>Joris Bakker</dc:creator><dc:date>2026-03-02T10:00:00</dc:date></office:change-info><table:previous><table:change-track-table-cell office:value-type="string"><text:p>Vorige waarde</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>"#;
    let source = r#"<table:table table:name="Bron"><table:table-source xlink:href="file:///home/jbakker/begroting.ods" table:table-name="Blad1"/><table:table-row><table:table-cell/></table:table-row></table:table>"#;
    let mut package = Package::new("spreadsheet");
    package
        .content(
            "content.xml",
            &format!(
                "{styles}<office:body><office:spreadsheet>{changes}{list}{hidden}{source}</office:spreadsheet></office:body>"
            ),
        )
        .finish()
}

fn slides() -> Vec<u8> {
    let styles = r#"<office:automatic-styles><style:style style:name="dp1" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style></office:automatic-styles>"#;
    let body = concat!(
        r#"<draw:page draw:name="page1"><draw:frame><draw:text-box><text:p>Overzicht</text:p></draw:text-box></draw:frame><presentation:notes><draw:frame><draw:text-box><text:p>Niet voorlezen: Fatima is ziek.</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>"#,
        r#"<draw:page draw:name="page2" draw:style-name="dp1"><draw:frame draw:layer="layout"><draw:text-box><text:p>Oude cijfers</text:p></draw:text-box></draw:frame><office:annotation loext:resolved="true"><dc:creator>Janne de Vries</dc:creator><dc:date>2026-03-02T10:00:00</dc:date><text:p>Andere foto?</text:p></office:annotation><draw:frame><office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:click" xlink:href="vnd.sun.star.script:Standard.Module1.Jan?language=Basic"/></office:event-listeners></draw:frame></draw:page>"#,
    );
    Package::new("presentation")
        .content(
            "content.xml",
            &format!("{styles}<office:body><office:presentation>{body}</office:presentation></office:body>"),
        )
        .finish()
}

/// All in one file; the picture stands in it in base64.
fn flat() -> Vec<u8> {
    let data = base64(&gif(b"Gemaakt door Janne de Vries"));
    let picture = format!(
        "<text:p><draw:frame><draw:image><office:binary-data>{data}</office:binary-data></draw:image></draw:frame></text:p>"
    );
    let items = format!(
        r#"<office:settings><config:config-item-set config:name="ooo:configuration-settings">{ITEMS}</config:config-item-set></office:settings>"#
    );
    format!(
        r#"{HEAD}<office:document {NAMES} office:mimetype="{SORTS}text">{PROPERTIES}{items}{STYLES}<office:body><office:text>{TEXT}{picture}</office:text></office:body></office:document>"#
    )
    .into_bytes()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number =
            (0..3).fold(0, |number, at| number << 8 | three.get(at).map_or(0, |b| u32::from(*b)));
        for at in 0..4 {
            let letter = LETTERS[(number >> (18 - 6 * at)) as usize & 63];
            text.push(if at > three.len() { '=' } else { char::from(letter) });
        }
    }
    text
}
