//! What stands in no other case: the rest of the things that `tests/src/checklist` numbers.

use super::Package;
use crate::cases::{Case, compound, image};

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("odt/senders", "afzender.odt", senders()),
        Case::new("odt/parts", "onderdelen.odt", parts()),
        Case::new("ods/scenario", "scenario.ods", scenario()),
        Case::new("odp/off-slide", "naast de dia.odp", off_slide()),
    ]
}

/// Fields with what a program knows, and settings with what it remembers.
fn senders() -> Vec<u8> {
    let mut fields = String::new();
    for (name, value) in [
        ("sender-firstname", "Wilhelmina"),
        ("sender-lastname", "Kramer"),
        ("sender-initials", "WK"),
        ("sender-title", "Mevrouw mr."),
        ("sender-position", "Hoofd vergunningen"),
        ("sender-email", "w.kramer@example.nl"),
        ("sender-phone-private", "06-12345678"),
        ("sender-phone-work", "070 1234567"),
        ("sender-fax", "070 7654321"),
        ("sender-company", "Gemeente Voorbeeld"),
        ("sender-street", "Dorpsstraat 1"),
        ("sender-city", "Voorbeeldstad"),
        ("sender-postal-code", "1234 AB"),
        ("sender-country", "Nederland"),
        ("sender-state-or-province", "Drenthe"),
        ("author-name", "Joris Bakker"),
        ("author-initials", "J.B."),
        ("creator", "Saskia Visser"),
        ("initial-creator", "Janne de Vries"),
        ("printed-by", "Piet Jansen"),
        ("template-name", "Nota van Mulder"),
        ("description", "Uitleg van Smit"),
    ] {
        fields += &format!("<text:p><text:{name}>{value}</text:{name}>.</text:p>");
    }
    fields += r#"<text:p><text:variable-set text:name="v" text:display="none" office:value-type="string" office:string-value="geheime Vink"/>Een zin.</text:p><text:p><text:placeholder text:placeholder-type="text" text:description="Vul Vermeer in">&lt;naam&gt;</text:placeholder></text:p><text:p><text:dde-connection text:connection-name="koers">Stand van zaken</text:dde-connection></text:p>"#;
    let declared = r#"<text:variable-decls><text:variable-decl text:name="v" office:value-type="string"/></text:variable-decls><text:dde-connection-decls><text:dde-connection-decl office:name="koers" office:dde-application="soffice" office:dde-topic="file:///home/jbakker/koers.ods" office:dde-item="Blad1.A1"/></text:dde-connection-decls>"#;
    let item = |name: &str, sort: &str, value: &str| {
        format!(
            r#"<config:config-item config:name="{name}" config:type="{sort}">{value}</config:config-item>"#
        )
    };
    let items = [
        item("RsidRoot", "int", "7654321"),
        item("CurrentDatabaseCommand", "string", "klanten van Smit"),
        item("EmbeddedDatabaseName", "string", "zaken van Mulder"),
        item("RedlineProtectionKey", "base64Binary", "RGUgbWFhbiBpcyByb25kLg=="),
    ];
    let mut package = super::small(&format!("{declared}{fields}"));
    package.settings(&items.concat()).finish()
}

/// Pictures and objects with what they carry, links, statements about the text, and scripts.
fn parts() -> Vec<u8> {
    let styles = r#"<office:automatic-styles><style:style style:name="fr1" style:family="graphic"><style:graphic-properties fo:clip="rect(0.5cm, 0cm, 0cm, 1.2cm)"/></style:style></office:automatic-styles>"#;
    let body = concat!(
        r#"<text:p><draw:frame draw:style-name="fr1" draw:name="Beeld 1" svg:width="2cm" svg:height="2cm"><draw:image xlink:href="Pictures/foto.jpg"/></draw:frame></text:p>"#,
        r#"<text:p><draw:frame draw:name="Object 1" svg:width="2cm" svg:height="2cm"><draw:object-ole xlink:href="./Object 1"/></draw:frame></text:p>"#,
        r#"<text:p><text:a xlink:type="simple" xlink:href="mailto:p.jansen@example.nl">Schrijf ons.</text:a></text:p>"#,
        r#"<text:section text:name="Sectie1"><text:section-source xlink:href="file:///home/jbakker/hoofdstuk.odt"/><text:p>Een stuk van elders.</text:p></text:section>"#,
        r#"<text:p xml:id="p1" xmlns:xhtml="http://www.w3.org/1999/xhtml" xhtml:about="zaak Yilmaz" xhtml:property="urn:voorbeeld:naam" xhtml:content="dossier Mulder">Met een uitspraak.</text:p>"#,
        r#"<text:p><text:script script:language="JavaScript">toon('Kramer')</text:script>Met een script.</text:p>"#,
        r#"<text:p><office:annotation office:name="a1" loext:resolved="true"><dc:creator>Janne de Vries</dc:creator><dc:date>2026-03-02T10:00:00</dc:date><loext:sender-initials>JdV</loext:sender-initials><text:p>Al gedaan.</text:p></office:annotation>Eind.<office:annotation-end office:name="a1"/></text:p>"#,
    );
    let statements = r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="content.xml#p1"><x:maker xmlns:x="urn:voorbeeld">Willem Kramer</x:maker></rdf:Description></rdf:RDF>"#;
    let photo = image::cases().into_iter().find(|case| case.name == "jpeg/everything");
    let mut package = Package::new("text");
    package
        .content(
            "content.xml",
            &format!("{styles}<office:body><office:text>{body}</office:text></office:body>"),
        )
        .part("Pictures/foto.jpg", "image/jpeg", &photo.expect("the case").bytes)
        .part(
            "Object 1",
            "application/vnd.sun.star.oleobject",
            &compound::object("C:\\Users\\jbakker\\Documents\\", &[]).finish(),
        )
        .part("uitspraken.rdf", "application/rdf+xml", statements.as_bytes())
        .part("Scripts/python/hulp.py", "", b"# vraag Saskia Visser\n")
        .part("Dialogs/Standard/Venster.xml", "text/xml", b"<venster titel=\"Vraag van Smit\"/>");
    package.finish()
}

/// A sheet that tries what would be, with a remark.
fn scenario() -> Vec<u8> {
    let cell = |value: &str| {
        format!(
            r#"<table:table-row><table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell></table:table-row>"#
        )
    };
    let body = format!(
        r#"<table:table table:name="Lijst"><table:table-column/>{}</table:table><table:table table:name="Slecht weer"><table:scenario table:scenario-ranges="Lijst.A1:Lijst.A1" table:is-active="false" table:comment="Gemaakt door Piet Jansen"/><table:table-column/>{}</table:table>"#,
        cell("Zichtbaar"),
        cell("Bezuinigen op Smit"),
    );
    Package::new("spreadsheet")
        .content(
            "content.xml",
            &format!("<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"),
        )
        .finish()
}

/// A box beside the slide.
fn off_slide() -> Vec<u8> {
    let masters = format!(
        r#"{}<office:document-styles {}><office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standaard" style:page-layout-name="pm1"/></office:master-styles></office:document-styles>"#,
        super::HEAD,
        super::NAMES
    );
    let frame = |x: &str, text: &str| {
        format!(
            r#"<draw:frame svg:x="{x}" svg:y="2cm" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"#
        )
    };
    let body = format!(
        r#"<draw:page draw:name="page1" draw:master-page-name="Standaard">{}{}</draw:page>"#,
        frame("2cm", "Overzicht"),
        frame("-9cm", "Naast de dia, voor Kramer"),
    );
    Package::new("presentation")
        .part("styles.xml", "text/xml", masters.as_bytes())
        .content(
            "content.xml",
            &format!(
                "<office:body><office:presentation>{body}</office:presentation></office:body>"
            ),
        )
        .finish()
}
