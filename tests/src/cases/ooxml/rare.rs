//! What is rare in Word, Excel and PowerPoint files, and must not be lost or passed over.

use super::{EXCEL, Package, SHEETS, SHOWS, SLIDES, WORD, WORDS, gif, one_page};
use crate::cases::{Case, compound};
use crate::compound::project;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/hostile-two-of-a-name", "tweemaal.docx", two_of_a_name()),
        Case::new("docx/smart-tags", "namen.docx", smart_tags()),
        Case::new("docx/signed-certificate", "certificaat.docx", signed()),
        Case::new("xlsx/office-2007", "grafiek.xlsx", office_2007()),
        Case::new("xlsx/xml-maps", "koppeling.xlsx", xml_maps()),
        Case::new("xlsx/binary", "binair.xlsb", binary()),
        Case::new("pptx/ink", "inkt.pptx", ink()),
        Case::new("docx/object", "bijlage.docx", object()),
        Case::new("docx/macros", "macro.docm", macros(false)),
        Case::new("docx/macros-signed", "ondertekende macro.docm", macros(true)),
    ]
}

/// Two members have the very same name, so that two programs can read different documents.
fn two_of_a_name() -> Vec<u8> {
    let mut package = one_page("<w:p><w:r><w:t>De maan is rond.</w:t></w:r></w:p>");
    package.zip.deflated("word/document.xml", b"<w/>");
    package.finish()
}

fn smart_tags() -> Vec<u8> {
    one_page(concat!(
        r#"<w:p><w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="PersonName">"#,
        r#"<w:smartTagPr><w:attr w:name="ProductID" w:val="Janne de Vries"/></w:smartTagPr>"#,
        r#"<w:r><w:t>De wethouder</w:t></w:r></w:smartTag><w:r><w:t> opent de brug.</w:t></w:r></w:p>"#,
    ))
    .finish()
}

fn signed() -> Vec<u8> {
    let mut package = Package::new();
    let document = format!("<w:document {WORD}><w:body><w:p/><w:sectPr/></w:body></w:document>");
    // A certificate says who signed; what stands here is the part of one that does.
    let certificate = "MDAxLjAsBgNVBAMMJUphbm5lIGRlIFZyaWVzIGouZGV2cmllc0BleGFtcGxlLm5sMA0G";
    let signature = format!(
        r#"<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><KeyInfo><X509Data><X509Certificate>{certificate}</X509Certificate></X509Data></KeyInfo><Object><SignatureProperties><SignatureProperty Target="\#s"><SignatureInfoV1 xmlns="http://schemas.microsoft.com/office/2006/digsig"><SignatureComments>Akkoord</SignatureComments><WindowsVersion>10.0</WindowsVersion></SignatureInfoV1></SignatureProperty></SignatureProperties></Object></Signature>"#
    );
    package
        .leads(
            "_rels/.rels",
            &[
                ("rId1", "officeDocument", "word/document.xml"),
                ("rId2", "origin", "_xmlsignatures/origin.sigs"),
            ],
        )
        .part("word/document.xml", &format!("{WORDS}.document.main"), &document)
        .leads("_xmlsignatures/_rels/origin.sigs.rels", &[("rId1", "signature", "sig1.xml")])
        .part(
            "_xmlsignatures/sig1.xml",
            "openxmlformats-package.digital-signature-xmlsignature",
            &signature,
        );
    package.types += r#"<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>"#;
    package.zip.deflated("_xmlsignatures/origin.sigs", b"");
    package.finish()
}

fn workbook(package: &mut Package, leads: &[(&str, &str, &str)]) {
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1"><v>42</v></c></row></sheetData></worksheet>"#
    );
    let mut all = vec![("rId1", "worksheet", "worksheets/sheet1.xml")];
    all.extend_from_slice(leads);
    package
        .part("xl/workbook.xml", &format!("{SHEETS}.sheet.main"), &workbook)
        .leads("xl/_rels/workbook.xml.rels", &all)
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet);
}

/// Readers draw the charts of Office 2007 in another way, and know it by two properties.
fn office_2007() -> Vec<u8> {
    let app = r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><Company>Gemeente Voorbeeld</Company><AppVersion>12.0000</AppVersion></Properties>"#;
    let mut package = Package::new();
    package
        .leads(
            "_rels/.rels",
            &[
                ("rId1", "officeDocument", "xl/workbook.xml"),
                ("rId2", "extended-properties", "docProps/app.xml"),
            ],
        )
        .part("docProps/app.xml", "openxmlformats-officedocument.extended-properties", app);
    workbook(&mut package, &[]);
    package.finish()
}

fn xml_maps() -> Vec<u8> {
    let maps = format!(
        r#"<MapInfo {EXCEL} SelectionNamespaces=""><Schema ID="Schema1"><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="klant"/></xs:schema></Schema><Map ID="1" Name="klant_toewijzing" RootElement="klant" SchemaID="Schema1"><DataBinding><x xmlns="urn:voorbeeld" bron="C:\Users\jbakker\klanten.xml"/></DataBinding></Map></MapInfo>"#
    );
    let mut package = Package::new();
    package.leads("_rels/.rels", &[("rId1", "officeDocument", "xl/workbook.xml")]);
    workbook(&mut package, &[("rId2", "xmlMaps", "xmlMaps.xml")]);
    package.plain("xl/xmlMaps.xml", &maps);
    package.finish()
}

/// A workbook whose sheets are not XML: its properties are read, and the rest is said not to be.
fn binary() -> Vec<u8> {
    let core = r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Janne de Vries</dc:creator></cp:coreProperties>"#;
    let mut package = Package::new();
    package
        .leads(
            "_rels/.rels",
            &[
                ("rId1", "officeDocument", "xl/workbook.bin"),
                ("rId2", "metadata/core-properties", "docProps/core.xml"),
            ],
        )
        .part("docProps/core.xml", "openxmlformats-package.core-properties", core);
    package.types += r#"<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>"#;
    package.zip.deflated("xl/workbook.bin", &[0x83, 0x01, 0x00, 0x84, 0x01, 0x00]);
    package.finish()
}

/// A file in the document, in a compound file, with the folder that it came from.
fn object() -> Vec<u8> {
    let mut package = one_page(
        r#"<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Package" r:id="rId1"/></w:object></w:r></w:p>"#,
    );
    package.leads(
        "word/_rels/document.xml.rels",
        &[("rId1", "oleObject", "embeddings/oleObject1.bin")],
    );
    let left = b"Een oude zin over Fatima Yilmaz";
    let object = compound::object("C:\\Users\\jbakker\\Documents\\", left).finish();
    package.types += r#"<Override PartName="/word/embeddings/oleObject1.bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>"#;
    package.zip.deflated("word/embeddings/oleObject1.bin", &object);
    package.finish()
}

/// What the program keeps to start macros faster goes, unless they are signed.
fn macros(signed: bool) -> Vec<u8> {
    let mut package = one_page("<w:p><w:r><w:t>De maan is rond.</w:t></w:r></w:p>");
    package.leads("word/_rels/document.xml.rels", &[("rId1", "vbaProject", "vbaProject.bin")]);
    package.types += r#"<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>"#;
    let text = "Attribute VB_Name = \"Module1\"\r\n' Vraag j.devries@example.nl\r\n";
    let project = project("", text, "C:\\Users\\jbakker\\hulp.dll").finish();
    package.zip.deflated("word/vbaProject.bin", &project);
    if signed {
        let leads = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProjectSignature" Target="vbaProjectSignature.bin"/></Relationships>"#;
        package.plain("word/_rels/vbaProject.bin.rels", leads);
        package.types += r#"<Override PartName="/word/vbaProjectSignature.bin" ContentType="application/vnd.ms-office.vbaProjectSignature"/>"#;
        package.zip.deflated("word/vbaProjectSignature.bin", b"0\x820 Janne de Vries");
    }
    package.finish()
}

/// What was drawn by hand on a slide is content, however it hangs on the slide.
fn ink() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>"#
    );
    let slide = format!(
        r#"<p:sld {SLIDES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:contentPart r:id="rId1"/></p:spTree></p:cSld></p:sld>"#
    );
    let drawing = r#"<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"><inkml:trace>0 0, 10 10, 20 0</inkml:trace></inkml:ink>"#;
    let mut package = Package::show(&show);
    package
        .leads("ppt/_rels/presentation.xml.rels", &[("rId1", "slide", "slides/slide1.xml")])
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide)
        .leads(
            "ppt/slides/_rels/slide1.xml.rels",
            &[("rId1", "customXml", "../ink/ink1.xml"), ("rId2", "image", "../media/image1.gif")],
        )
        .plain("ppt/ink/ink1.xml", drawing);
    package.types +=
        r#"<Override PartName="/ppt/ink/ink1.xml" ContentType="application/inkml+xml"/>"#;
    package.zip.stored("ppt/media/image1.gif", &gif(b"x"));
    package.finish()
}
