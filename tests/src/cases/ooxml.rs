//! Word, Excel and PowerPoint files, with something in each corner.

mod alternatives;
mod bars;
mod beside;
mod checklist;
mod corners;
mod covered;
mod encrypted;
mod fields;
mod floats;
mod grouped;
mod inherited;
mod linked;
mod noticed;
mod rare;
mod shades;
mod shown;
mod strangers;
mod styled;
mod traces;
mod tracked;
mod unnamed;
mod unnoticed;
mod unseen;
mod values;

use super::Case;
use crate::zip::Zip;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml""#;
const EXCEL: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
const SLIDES: &str = r#"xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

/// Which colours of the theme a master uses.
const MAP: &str = r#"<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>"#;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        Case::new("docx/everything", "nota.docx", word()),
        Case::new("docx/clean", "schoon.docx", clean_word()),
        Case::new("docx/damaged", "half.docx", damaged_word()),
        Case::new("docx/hostile-entities", "entiteit.docx", hostile_word()),
        Case::new("docx/hostile-duplicate", "dubbel.docx", duplicate_word()),
        Case::new("docx/unknown", "onbekend.docx", unknown_word()),
        Case::new("docx/signed", "ondertekend.docx", signed_word()),
        Case::new("xlsx/everything", "lijst.xlsx", excel()),
        Case::new("pptx/everything", "presentatie.pptx", powerpoint()),
        Case::new("zip/everything", "map.zip", archive()),
        Case::new("zip/hostile-stray", "los.zip", stray_archive()),
    ];
    cases.extend(alternatives::cases());
    cases.extend(beside::cases());
    cases.extend(checklist::cases());
    cases.extend(corners::cases());
    cases.extend(covered::cases());
    cases.extend(bars::cases());
    cases.extend(shown::cases());
    cases.extend(encrypted::cases());
    cases.extend(fields::cases());
    cases.extend(floats::cases());
    cases.extend(grouped::cases());
    cases.extend(inherited::cases());
    cases.extend(linked::cases());
    cases.extend(noticed::cases());
    cases.extend(rare::cases());
    cases.extend(shades::cases());
    cases.extend(values::cases());
    cases.extend(strangers::cases());
    cases.extend(styled::cases());
    cases.extend(traces::cases());
    cases.extend(tracked::cases());
    cases.extend(unnamed::cases());
    cases.extend(unnoticed::cases());
    cases.extend(unseen::cases());
    cases
}

/// A package in the making.
struct Package {
    zip: Zip,
    types: String,
}

impl Package {
    /// A package whose document is this text.
    fn document(document: &str) -> Self {
        Self::of("word/document.xml", &format!("{WORDS}.document.main"), document)
    }

    /// A package whose document is this workbook.
    fn workbook(workbook: &str) -> Self {
        Self::of("xl/workbook.xml", &format!("{SHEETS}.sheet.main"), workbook)
    }

    /// A package whose document is this presentation.
    fn show(show: &str) -> Self {
        Self::of("ppt/presentation.xml", &format!("{SHOWS}.presentation.main"), show)
    }

    /// The one slide of a show, with its layout, and the master of the show.
    fn slide(&mut self, slide: &str) -> &mut Self {
        self.leads(
            "ppt/_rels/presentation.xml.rels",
            &[
                ("rId1", "slide", "slides/slide1.xml"),
                ("rId2", "slideMaster", "slideMasters/slideMaster1.xml"),
            ],
        )
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), slide)
        .leads(
            "ppt/slides/_rels/slide1.xml.rels",
            &[("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")],
        )
    }

    fn of(name: &str, sort: &str, document: &str) -> Self {
        let mut package = Self::new();
        package
            .leads("_rels/.rels", &[("rId1", "officeDocument", name)])
            .part(name, sort, document);
        package
    }

    fn new() -> Self {
        let types = concat!(
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Default Extension="xml" ContentType="application/xml"/>"#,
            r#"<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>"#,
            r#"<Default Extension="gif" ContentType="image/gif"/>"#,
        );
        Self { zip: Zip::new(), types: types.to_owned() }
    }

    /// Adds the first layout of slides and its master.
    fn layout(&mut self, layout: &str, master: &str) -> &mut Self {
        self.part("ppt/slideLayouts/slideLayout1.xml", &format!("{SHOWS}.slideLayout"), layout)
            .leads(
                "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
                &[("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")],
            )
            .part("ppt/slideMasters/slideMaster1.xml", &format!("{SHOWS}.slideMaster"), master)
            .leads(
                "ppt/slideMasters/_rels/slideMaster1.xml.rels",
                &[("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")],
            )
    }

    /// Adds a part with a content type of its own.
    fn part(&mut self, name: &str, sort: &str, xml: &str) -> &mut Self {
        self.types +=
            &format!(r#"<Override PartName="/{name}" ContentType="application/vnd.{sort}+xml"/>"#);
        self.plain(name, xml)
    }

    /// Adds a part whose type follows from its name.
    fn plain(&mut self, name: &str, xml: &str) -> &mut Self {
        self.zip.deflated(name, format!("{HEAD}\n{xml}").as_bytes());
        self
    }

    /// Adds the relationships of a part: identifier, type or its last word, target.
    fn leads(&mut self, name: &str, relations: &[(&str, &str, &str)]) -> &mut Self {
        let mut xml = format!(r#"<Relationships xmlns="{PACKAGE}/relationships">"#);
        for (id, sort, target) in relations {
            let outside = target.contains(':') || target.starts_with("\\\\");
            let mode = if outside { r#" TargetMode="External""# } else { "" };
            let sort = match *sort {
                whole if whole.contains("://") => whole.to_owned(),
                "metadata/core-properties" | "metadata/thumbnail" => {
                    format!("{PACKAGE}/relationships/{sort}")
                }
                _ => format!("{OFFICE}/relationships/{sort}"),
            };
            xml += &format!(r#"<Relationship Id="{id}" Type="{sort}" Target="{target}"{mode}/>"#);
        }
        self.plain(name, &(xml + "</Relationships>"))
    }

    fn properties(&mut self) -> &mut Self {
        let core = r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Beleidsnota</dc:title><dc:creator>Janne de Vries</dc:creator><dc:language>nl-NL</dc:language><cp:lastModifiedBy>Joris Bakker</cp:lastModifiedBy><cp:revision>7</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">2026-03-01T09:12:00Z</dcterms:created></cp:coreProperties>"#;
        let app = r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>C:\Users\jbakker\Normal.dotm</Template><TotalTime>93</TotalTime><Application>Microsoft Office Word</Application><Manager>Saskia Visser</Manager><Company>Gemeente Voorbeeld</Company></Properties>"#;
        let custom = r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="_AuthorEmail"><vt:lpwstr>j.devries@example.nl</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="MSIP_Label_1_Name"><vt:lpwstr>Vertrouwelijk intern</vt:lpwstr></property></Properties>"#;
        self.part("docProps/core.xml", "openxmlformats-package.core-properties", core)
            .part("docProps/app.xml", "openxmlformats-officedocument.extended-properties", app)
            .part("docProps/custom.xml", "openxmlformats-officedocument.custom-properties", custom)
            .leads(
                "_rels/.rels",
                &[
                    ("rId1", "officeDocument", "main.xml"),
                    ("rId2", "metadata/core-properties", "docProps/core.xml"),
                    ("rId3", "extended-properties", "docProps/app.xml"),
                    ("rId4", "custom-properties", "docProps/custom.xml"),
                ],
            )
    }

    fn finish(&mut self) -> Vec<u8> {
        let types = format!(r#"<Types xmlns="{PACKAGE}/content-types">{}</Types>"#, self.types);
        self.plain("[Content_Types].xml", &types);
        self.zip.finish()
    }
}

const WORDS: &str = "openxmlformats-officedocument.wordprocessingml";
const SHEETS: &str = "openxmlformats-officedocument.spreadsheetml";
const SHOWS: &str = "openxmlformats-officedocument.presentationml";

fn word() -> Vec<u8> {
    let body = concat!(
        r#"<w:p w:rsidR="00A1B2C3" w14:paraId="00000001"><w:commentRangeStart w:id="0"/>"#,
        r#"<w:r><w:t>Bel 06-1234</w:t></w:r><w:r><w:t>5678 voor de nota.</w:t></w:r>"#,
        r#"<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>"#,
        r#"<w:p><w:ins w:id="1" w:author="Joris Bakker" w:date="2026-03-02T10:00:00Z"><w:r><w:t>Erbij gezet.</w:t></w:r></w:ins>"#,
        r#"<w:del w:id="2" w:author="Joris Bakker" w:date="2026-03-02T10:00:00Z"><w:r><w:delText>Weggehaalde zin.</w:delText></w:r></w:del></w:p>"#,
        r#"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Verborgen alinea.</w:t></w:r></w:p>"#,
        r#"<w:p><w:hyperlink r:id="rId8"><w:r><w:t>Zie de map.</w:t></w:r></w:hyperlink>"#,
        r#"<w:hyperlink r:id="rId9"><w:r><w:t>Zie de website.</w:t></w:r></w:hyperlink></w:p>"#,
        r#"<w:permStart w:id="9" w:ed="voorbeeld\jbakker"/><w:permEnd w:id="9"/><w:sectPr/>"#,
    );
    let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let comments = format!(
        r#"<w:comments {WORD}><w:comment w:id="0" w:author="Janne de Vries" w:initials="JdV" w:date="2026-03-02T10:00:00Z"><w:p w14:paraId="0A0A0A0A"><w:r><w:t>Klopt dit nummer?</w:t></w:r></w:p></w:comment></w:comments>"#
    );
    let threads = format!(
        r#"<w15:commentsEx {WORD}><w15:commentEx w15:paraId="0A0A0A0A" w15:done="0"/></w15:commentsEx>"#
    );
    let people = format!(
        r#"<w15:people {WORD}><w15:person w15:author="Janne de Vries"><w15:presenceInfo w15:providerId="AD" w15:userId="S::j.devries@example.nl::1234"/></w15:person></w15:people>"#
    );
    let settings = format!(
        r#"<w:settings {WORD}><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids><w:docVars><w:docVar w:name="Behandelaar" w:val="Fatima Yilmaz"/></w:docVars><w15:docId w15:val="{{11111111-2222-3333-4444-555555555555}}"/></w:settings>"#
    );
    let mut package = Package::new();
    package.zip.stamp = (0x6A60, 0x5D75);
    package
        .properties()
        .part("main.xml", &format!("{WORDS}.document.main"), &document)
        .leads(
            "_rels/main.xml.rels",
            &[
                ("rId1", "comments", "comments.xml"),
                ("rId2", "commentsExtended", "commentsExtended.xml"),
                ("rId3", "people", "people.xml"),
                ("rId4", "settings", "settings.xml"),
                ("rId5", "customXml", "customXml/item1.xml"),
                ("rId6", "image", "media/image1.gif"),
                ("rId8", "hyperlink", r"file:///C:\Users\jbakker\dossier\brief.docx"),
                ("rId9", "hyperlink", "https://example.nl/nota"),
            ],
        )
        .part("comments.xml", &format!("{WORDS}.comments"), &comments)
        .part("commentsExtended.xml", &format!("{WORDS}.commentsExtended"), &threads)
        .part("people.xml", &format!("{WORDS}.people"), &people)
        .part("settings.xml", &format!("{WORDS}.settings"), &settings)
        .leads(
            "_rels/settings.xml.rels",
            &[("rId1", "attachedTemplate", r"file:///\\server\sjablonen\Nota.dotx")],
        )
        .plain("customXml/item1.xml", "<gegevens><zaak>Z-2026-0042</zaak></gegevens>")
        .leads("customXml/_rels/item1.xml.rels", &[("rId1", "customXmlProps", "itemProps1.xml")])
        .part(
            "customXml/itemProps1.xml",
            "openxmlformats-officedocument.customXmlProperties",
            r#"<ds:datastoreItem ds:itemID="{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>"#,
        )
        .plain("[trash]/0000.xml", "<w>Oude versie van Janne</w>");
    package.zip.stored("media/image1.gif", &gif(b"Foto van Janne de Vries"));
    package.finish()
}

/// A workbook of one sheet with its styles.
fn one_sheet(sheet: &str, styles: &str) -> Vec<u8> {
    sheet_of("", &[], sheet, styles).finish()
}

/// The same, which says more after its sheets, and leads to more.
fn sheet_of(more: &str, leads: &[(&str, &str, &str)], sheet: &str, styles: &str) -> Package {
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets>{more}</workbook>"#
    );
    let own = [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")];
    let mut package = Package::workbook(&workbook);
    package
        .leads("xl/_rels/workbook.xml.rels", &[&own, leads].concat())
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), sheet)
        .part("xl/styles.xml", &format!("{SHEETS}.styles"), styles);
    package
}

/// A picture of one point, with a remark.
fn gif(remark: &[u8]) -> Vec<u8> {
    let mut bytes = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF".to_vec();
    bytes.extend([0x21, 0xFE, u8::try_from(remark.len()).expect("a short remark")]);
    bytes.extend(remark);
    bytes.extend([0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]);
    bytes
}

fn one_page(paragraph: &str) -> Package {
    let document =
        format!("<w:document {WORD}><w:body>{paragraph}<w:sectPr/></w:body></w:document>");
    Package::document(&document)
}

fn clean_word() -> Vec<u8> {
    one_page("<w:p><w:r><w:t>De maan is rond.</w:t></w:r></w:p>").finish()
}

fn damaged_word() -> Vec<u8> {
    one_page("<w:p><w:r><w:t>De maan is rond.</w:r></w:p>").finish()
}

fn hostile_word() -> Vec<u8> {
    let mut package = Package::new();
    package
        .leads("_rels/.rels", &[("rId1", "officeDocument", "word/document.xml")])
        .part(
            "word/document.xml",
            &format!("{WORDS}.document.main"),
            &format!(
                r#"<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document {WORD}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"#
            ),
        );
    package.finish()
}

fn duplicate_word() -> Vec<u8> {
    let mut package = one_page("<w:p><w:r><w:t>De maan is rond.</w:t></w:r></w:p>");
    package.zip.deflated("Word/Document.xml", b"<w/>");
    package.finish()
}

fn unknown_word() -> Vec<u8> {
    let mut package = one_page(
        r#"<w:p><w:r><w:t>Tekst.</w:t></w:r></w:p><q:meta xmlns:q="urn:voorbeeld" q:maker="Janne de Vries">06-12345678</q:meta>"#,
    );
    package.leads("word/_rels/document.xml.rels", &[("rId1", "iets", "vreemd.xml")]).part(
        "word/vreemd.xml",
        "voorbeeld.vreemd",
        "<vreemd>j.devries@example.nl</vreemd>",
    );
    package.finish()
}

fn signed_word() -> Vec<u8> {
    let mut package = Package::new();
    let document = format!("<w:document {WORD}><w:body><w:p/><w:sectPr/></w:body></w:document>");
    package
        .leads(
            "_rels/.rels",
            &[
                ("rId1", "officeDocument", "word/document.xml"),
                ("rId2", "origin", "_xmlsignatures/origin.sigs"),
            ],
        )
        .part("word/document.xml", &format!("{WORDS}.document.main"), &document);
    package.types += r#"<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>"#;
    package.zip.deflated("_xmlsignatures/origin.sigs", b"");
    package.finish()
}

fn excel() -> Vec<u8> {
    let workbook = format!(
        r#"<workbook {EXCEL} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" mc:Ignorable="x15"><fileSharing userName="Joris Bakker"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\Users\jbakker\Documents\"/></mc:Choice></mc:AlternateContent><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/><sheet name="Geheim" sheetId="2" state="veryHidden" r:id="rId2"/></sheets><definedNames><definedName name="totaal" comment="van Janne">Lijst!$A$1</definedName></definedNames></workbook>"#
    );
    let list = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2" hidden="1"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>42</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>bij elkaar</t></is></c></row></sheetData><hyperlinks><hyperlink ref="A1" r:id="rId2"/></hyperlinks><pageSetup r:id="rId1"/></worksheet>"#
    );
    let hidden = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1" t="s"><v>3</v></c></row></sheetData></worksheet>"#
    );
    let strings = format!(
        r#"<sst {EXCEL}><si><t>Naam</t></si><si><t>Telefoon</t></si><si><t>Fatima Yilmaz</t></si><si><t>BSN 111222333</t></si><si><t>Vergeten regel</t></si></sst>"#
    );
    let comments = format!(
        r#"<comments {EXCEL}><authors><author>Janne de Vries</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Nog nakijken.</t></r></text></comment></commentList></comments>"#
    );
    let mut package = Package::workbook(&workbook);
    package
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "worksheet", "worksheets/sheet2.xml"),
                ("rId3", "sharedStrings", "sharedStrings.xml"),
            ],
        )
        .part("xl/sharedStrings.xml", &format!("{SHEETS}.sharedStrings"), &strings)
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &list)
        .leads(
            "xl/worksheets/_rels/sheet1.xml.rels",
            &[
                ("rId1", "printerSettings", "../printerSettings/printerSettings1.bin"),
                ("rId2", "hyperlink", r"\\server\share\lijst.xlsx"),
                ("rId3", "comments", "../comments1.xml"),
            ],
        )
        .part("xl/worksheets/sheet2.xml", &format!("{SHEETS}.worksheet"), &hidden)
        .part("xl/comments1.xml", &format!("{SHEETS}.comments"), &comments);
    let printer: Vec<u8> =
        r"\\printserver\HP4-JBAKKER".encode_utf16().flat_map(u16::to_le_bytes).collect();
    package.zip.deflated("xl/printerSettings/printerSettings1.bin", &printer);
    package.finish()
}

fn powerpoint() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let slide = format!(
        r#"<p:sld {SLIDES} show="0"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Titel 1" descr="G:\foto's\IMG_0042.jpg"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>Overzicht</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"#
    );
    let notes = format!(
        r#"<p:notes {SLIDES}><p:cSld><p:spTree><p:sp><p:nvSpPr><p:cNvPr id="2" name="Notities"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>Niet voorlezen: Fatima is ziek.</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:notes>"#
    );
    let authors = format!(
        r#"<p:cmAuthorLst {SLIDES}><p:cmAuthor id="0" name="Janne de Vries" initials="JdV" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>"#
    );
    let comments = format!(
        r#"<p:cmLst {SLIDES}><p:cm authorId="0" dt="2026-03-02T10:00:00.000" idx="1"><p:pos x="10" y="10"/><p:text>Andere foto?</p:text></p:cm></p:cmLst>"#
    );
    let mut package = Package::show(&show);
    package
        .leads(
            "ppt/_rels/presentation.xml.rels",
            &[
                ("rId1", "slide", "slides/slide1.xml"),
                ("rId2", "commentAuthors", "commentAuthors.xml"),
            ],
        )
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide)
        .leads(
            "ppt/slides/_rels/slide1.xml.rels",
            &[
                ("rId1", "notesSlide", "../notesSlides/notesSlide1.xml"),
                ("rId2", "comments", "../comments/comment1.xml"),
            ],
        )
        .part("ppt/notesSlides/notesSlide1.xml", &format!("{SHOWS}.notesSlide"), &notes)
        .leads(
            "ppt/notesSlides/_rels/notesSlide1.xml.rels",
            &[("rId1", "slide", "../slides/slide1.xml")],
        )
        .part("ppt/commentAuthors.xml", &format!("{SHOWS}.commentAuthors"), &authors)
        .part("ppt/comments/comment1.xml", &format!("{SHOWS}.comments"), &comments);
    package.finish()
}

fn archive() -> Vec<u8> {
    let mut zip = Zip::new();
    zip.stamp = (0x6A60, 0x5D75);
    zip.stored("map/nota van Janne.docx", &word());
    zip.deflated("map/lees mij.txt", b"Mail j.devries@example.nl\n");
    zip.deflated("map/onbekend.dat", b"\x00\x01\x02\x03");
    zip.finish()
}

fn stray_archive() -> Vec<u8> {
    let mut zip = Zip::new();
    zip.stored("a.txt", b"De maan is rond.\n");
    zip.junk(b"Dit hoort bij niets: Janne de Vries");
    zip.finish()
}
