//! OpenDocument files with what no page, slide or cell shows.

use super::{HEAD, NAMES, Package};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("odt/unshown", "ongetoond.odt", text()),
        Case::new("ods/unshown", "ongetoond.ods", sheet()),
        Case::new("odp/unshown", "ongetoond.odp", slides()),
        Case::new("odp/covered", "onder een balk.odp", covered()),
    ]
}

fn styles(masters: &str) -> Vec<u8> {
    format!(
        r#"{HEAD}<office:document-styles {NAMES}><office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/></style:page-layout></office:automatic-styles><office:master-styles>{masters}</office:master-styles></office:document-styles>"#
    )
    .into_bytes()
}

/// A header of a page that nothing is made after, a value that its cell does not show, a section
/// behind a password, and what a form tells.
fn text() -> Vec<u8> {
    let masters = concat!(
        r#"<style:master-page style:name="Standard" style:page-layout-name="pm1" style:next-style-name="Vervolg"><style:header><text:p>De kop van alle bladen</text:p></style:header></style:master-page>"#,
        r#"<style:master-page style:name="Vervolg" style:page-layout-name="pm1"><style:header><text:p>De kop van het vervolg</text:p></style:header></style:master-page>"#,
        r#"<style:master-page style:name="Oud" style:page-layout-name="pm1"><style:header><text:p>Concept van Fatima Yilmaz</text:p></style:header></style:master-page>"#,
        r#"<style:master-page style:name="Leeg" style:page-layout-name="pm1"><style:header><text:p>Pagina <text:page-number>1</text:page-number></text:p></style:header></style:master-page>"#,
    );
    let body = concat!(
        r#"<table:table table:name="Tabel1"><table:table-row><table:table-cell office:value-type="string" office:string-value="oordeel onvoldoende"><text:p>goed</text:p></table:table-cell><table:table-cell office:value-type="string" office:string-value="twee  regels"><text:p>twee</text:p><text:p>regels</text:p></table:table-cell></table:table-row></table:table>"#,
        r#"<text:section text:name="Deel 1" text:protected="true" text:protection-key="NwGoYvGbGbHU9ZUQ6RXhTQ=="><text:p>De maan is rond.</text:p></text:section>"#,
        r#"<text:p><field:fieldmark-start xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0" text:name="Veld1" field:type="vnd.oasis.opendocument.field.FORMTEXT"><field:param field:name="Help" field:value="Vraag het Joris Bakker"/><field:param field:name="DefaultText" field:value="Saskia Visser"/><field:param field:name="MaxLength" field:value="20"/></field:fieldmark-start>antwoord<field:fieldmark-end xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"/></text:p>"#,
    );
    Package::new("text")
        .part("styles.xml", "text/xml", &styles(masters))
        .content(
            "content.xml",
            &format!("<office:body><office:text>{body}</office:text></office:body>"),
        )
        .finish()
}

/// A column whose cells are white, a value that its cell does not show, a sheet behind a password,
/// and who may read a source.
fn sheet() -> Vec<u8> {
    let looks = r##"<office:automatic-styles><style:style style:name="ce1" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style><style:style style:name="ce2" style:family="table-cell"><style:text-properties fo:color="#000000"/></style:style></office:automatic-styles>"##;
    let body = concat!(
        r#"<office:spreadsheet><table:table table:name="Lijst" table:protected="true" table:protection-key="NwGoYvGbGbHU9ZUQ6RXhTQ=="><table:table-column/><table:table-column table:default-cell-style-name="ce1"/>"#,
        r#"<table:table-row><table:table-cell office:value-type="string"><text:p>Zwart</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Wit door de kolom</text:p></table:table-cell></table:table-row>"#,
        r#"<table:table-row><table:table-cell office:value-type="string" office:string-value="oordeel onvoldoende"><text:p>goed</text:p></table:table-cell><table:table-cell table:style-name="ce2" office:value-type="string"><text:p>Zelf zwart</text:p></table:table-cell></table:table-row></table:table>"#,
        r#"<table:data-pilot-tables><table:data-pilot-table table:name="Draaitabel" table:target-range-address="Lijst.A1:Lijst.B2"><table:source-service table:name="dienst" table:source-name="bron" table:object-name="zaken" table:user-name="fyilmaz" table:password="Welkom01"/></table:data-pilot-table></table:data-pilot-tables></office:spreadsheet>"#,
    );
    Package::new("spreadsheet")
        .content("content.xml", &format!("{looks}<office:body>{body}</office:body>"))
        .finish()
}

/// A footer of no slide, a page that no slide is made after, a handout, a box of a group beside its
/// slide, notes with nothing but their number, and a folder of the program.
fn slides() -> Vec<u8> {
    let masters = concat!(
        r#"<style:handout-master style:page-layout-name="pm1"><draw:frame svg:x="1cm" svg:y="1cm" svg:width="5cm" svg:height="1cm"><draw:text-box><text:p>Uitgedeeld door Joris Bakker</text:p></draw:text-box></draw:frame></style:handout-master>"#,
        r#"<style:master-page style:name="Standaard" style:page-layout-name="pm1"/>"#,
        r#"<style:master-page style:name="Ongebruikt" style:page-layout-name="pm1"><draw:frame presentation:class="title" presentation:placeholder="true"><draw:text-box><text:p>Klik om de titel te bewerken</text:p></draw:text-box></draw:frame><draw:frame svg:x="1cm" svg:y="1cm"><draw:text-box><text:p>Opzet van Fatima Yilmaz</text:p></draw:text-box></draw:frame></style:master-page>"#,
    );
    let body = concat!(
        r#"<presentation:footer-decl presentation:name="ftr1">Voettekst op de dia</presentation:footer-decl><presentation:footer-decl presentation:name="ftr2">Vertrouwelijk: zaak Yilmaz</presentation:footer-decl>"#,
        r#"<draw:page draw:name="page1" draw:master-page-name="Standaard" presentation:use-footer-name="ftr1"><draw:frame svg:x="1cm" svg:y="1cm" svg:width="5cm" svg:height="1cm"><draw:text-box><text:p>Zichtbaar</text:p></draw:text-box></draw:frame><draw:g><draw:g><draw:frame svg:x="40cm" svg:y="1cm" svg:width="5cm" svg:height="1cm"><draw:text-box><text:p>Naast de dia</text:p></draw:text-box></draw:frame></draw:g><draw:frame svg:x="1cm" svg:y="9cm" svg:width="5cm" svg:height="1cm"><draw:text-box><text:p>Op de dia</text:p></draw:text-box></draw:frame></draw:g><presentation:notes><draw:frame presentation:class="page-number"><draw:text-box><text:p><text:page-number>&lt;number&gt;</text:page-number></text:p></draw:text-box></draw:frame></presentation:notes></draw:page>"#,
    );
    Package::new("presentation")
        .part("styles.xml", "text/xml", &styles(masters))
        .settings(r#"<config:config-item config:name="ColorTableURL" config:type="string">$(brandbaseurl)/share/palette%3B$(user)/config/standard.soc</config:config-item><config:config-item config:name="DashTableURL" config:type="string">/home/jbakker/strepen.sod</config:config-item>"#)
        .content(
            "content.xml",
            &format!("<office:body><office:presentation>{body}</office:presentation></office:body>"),
        )
        .finish()
}

/// Text under a box, under a part of a bar, before a box, under one that shows what lies behind it, and
/// under a box that goes while the slide is shown; a picture under a box, and a folder with nothing
/// in it.
fn covered() -> Vec<u8> {
    let looks = concat!(
        r##"<office:automatic-styles><style:style style:name="gr1" style:family="graphic"><style:graphic-properties draw:fill="solid" draw:fill-color="#000000"/></style:style>"##,
        r##"<style:style style:name="gr2" style:family="graphic" style:parent-style-name="gr1"><style:graphic-properties draw:opacity="50%"/></style:style></office:automatic-styles>"##,
    );
    let text = |top: u32, words: &str| {
        format!(
            r#"<draw:frame svg:x="1cm" svg:y="{top}cm" svg:width="8cm" svg:height="2cm"><draw:text-box><text:p>{words}</text:p></draw:text-box></draw:frame>"#
        )
    };
    let bar = |style: &str, id: &str, left: u32, top: u32, width: u32| {
        format!(
            r#"<draw:rect draw:style-name="{style}" draw:id="{id}" svg:x="{left}cm" svg:y="{top}cm" svg:width="{width}cm" svg:height="2cm"/>"#
        )
    };
    let page = [
        text(1, "Naam: Fatima Yilmaz"),
        bar("gr1", "a", 1, 1, 8),
        text(4, "Naam: Joris Bakker"),
        bar("gr1", "b", 4, 4, 3),
        bar("gr1", "c", 1, 7, 8),
        text(7, "Voor het vak"),
        text(10, "Onder glas"),
        bar("gr2", "d", 1, 10, 8),
        text(13, "Onder wat weggaat"),
        bar("gr1", "e", 1, 13, 8),
        r#"<draw:frame draw:name="Foto onder een vlak" svg:x="1cm" svg:y="16cm" svg:width="8cm" svg:height="2cm"><draw:image xlink:href="Pictures/weg.png"/></draw:frame>"#.to_owned(),
        bar("gr1", "f", 1, 16, 8),
        r#"<anim:par xmlns:anim="urn:oasis:names:tc:opendocument:xmlns:animation:1.0" xmlns:smil="urn:oasis:names:tc:opendocument:xmlns:smil-compatible:1.0"><anim:set smil:targetElement="e"/></anim:par>"#.to_owned(),
    ]
    .concat();
    let body = format!(
        r#"{looks}<office:body><office:presentation><draw:page draw:name="page1">{page}</draw:page></office:presentation></office:body>"#
    );
    let mut package = Package::new("presentation");
    package.content("content.xml", &body).zip.stored("Zaak van Yilmaz/", b"");
    package.finish()
}
