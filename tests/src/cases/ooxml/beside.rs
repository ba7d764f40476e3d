//! Names and words that stand beside what a page shows: of styles, lists, links, formulas.

use super::{EXCEL, MAP, Package, SHEETS, SHOWS, SLIDES, WORD, WORDS, one_page};
use crate::cases::{Case, compound};
use crate::compound::Compound;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/beside", "namen en uitleg.docx", word()),
        Case::new("docx/formula", "formule.docx", formula()),
        Case::new("xlsx/beside", "notitie.xlsx", excel()),
        Case::new("pptx/beside", "wit.pptx", powerpoint()),
        Case::new("pptx/object-in-notes", "notities.pptx", notes()),
    ]
}

fn word() -> Vec<u8> {
    let paragraphs = concat!(
        r#"<w:p><w:hyperlink r:id="rId1" w:tooltip="Vraag Fatima Yilmaz"><w:r><w:t>Zie de website.</w:t></w:r></w:hyperlink></w:p>"#,
        r#"<w:p><w:moveFromRangeStart w:id="1" w:name="bakker3" w:author="Joris Bakker" w:date="2026-03-02T10:00:00Z"/><w:moveFrom w:id="2" w:author="Joris Bakker" w:date="2026-03-02T10:00:00Z"><w:r><w:t>De maan is rond.</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="1"/></w:p>"#,
        r#"<w:p><w:moveToRangeStart w:id="3" w:name="bakker3" w:author="Joris Bakker" w:date="2026-03-02T10:00:00Z"/><w:moveTo w:id="4" w:author="Joris Bakker" w:date="2026-03-02T10:00:00Z"><w:r><w:t>De maan is rond.</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id="3"/></w:p>"#,
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:numberingChange w:id="5" w:author="Joris Bakker" w:original="bijlage B"/></w:numPr></w:pPr><w:r><w:t>Punt een</w:t></w:r></w:p>"#,
        r#"<w:sdt><w:sdtPr><w:dataBinding w:xpath="/zaak/behandelaar" w:storeItemID="{11111111-2222-3333-4444-555555555555}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>De behandelaar</w:t></w:r></w:p></w:sdtContent></w:sdt>"#,
        r#"<w:sdt><w:sdtPr><w:dataBinding w:xpath="/p:coreProperties[1]/dc:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Beleidsnota</w:t></w:r></w:p></w:sdtContent></w:sdt>"#,
        r#"<w:p><w:r><w:object><w:control r:id="rId5" w:name="Akkoord"/></w:object></w:r></w:p>"#,
    );
    let styles = format!(
        r#"<w:styles {WORD}><w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="S1"><w:name w:val="Brief van Janne de Vries"/></w:style></w:styles>"#
    );
    let numbering = format!(
        r#"<w:numbering {WORD}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:name w:val="Lijst Bakker"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
    );
    let store = r#"<zaak><behandelaar>Joris Bakker</behandelaar></zaak>"#;
    let about = r#"<ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>"#;
    let control = r#"<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" ax:classid="{8BD21D50-EC42-11CE-9E0D-00AA006002F3}" ax:persistence="persistPropertyBag"><ax:ocxPr ax:name="Caption" ax:value="Akkoord van Yilmaz"/></ax:ocx>"#;
    let mut package = one_page(paragraphs);
    package
        .leads(
            "word/_rels/document.xml.rels",
            &[
                ("rId1", "hyperlink", "https://example.nl/nota"),
                ("rId2", "styles", "styles.xml"),
                ("rId3", "numbering", "numbering.xml"),
                ("rId4", "customXml", "../customXml/item1.xml"),
                ("rId5", "control", "activeX/activeX1.xml"),
            ],
        )
        .part("word/styles.xml", &format!("{WORDS}.styles"), &styles)
        .part("word/numbering.xml", &format!("{WORDS}.numbering"), &numbering)
        .part("word/activeX/activeX1.xml", "ms-office.activeX", control)
        .leads("customXml/_rels/item1.xml.rels", &[("rId1", "customXmlProps", "itemProps1.xml")])
        .plain("customXml/item1.xml", store)
        .part(
            "customXml/itemProps1.xml",
            "openxmlformats-officedocument.customXmlProperties",
            about,
        );
    package.finish()
}

/// A formula of the Equation Editor: each letter is a record of its own.
fn formula() -> Vec<u8> {
    let mut records = vec![3, 1, 1, 3, 0];
    for letter in "x=Bakker".bytes() {
        records.extend([0x02, 0x83, letter, 0]);
    }
    records.push(0);
    let mut equation = vec![28, 0, 0, 0, 2, 0];
    equation.resize(28, 0);
    equation.extend(&records);
    let object = Compound::default().stream("Equation Native", equation).finish();
    let mut package = one_page(
        r#"<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Equation.3" r:id="rId1"/></w:object></w:r></w:p>"#,
    );
    package.leads(
        "word/_rels/document.xml.rels",
        &[("rId1", "oleObject", "embeddings/oleObject1.bin")],
    );
    package.types += r#"<Override PartName="/word/embeddings/oleObject1.bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>"#;
    package.zip.deflated("word/embeddings/oleObject1.bin", &object);
    package.finish()
}

/// A note whose box has a text of its own, and the name of a sheet for macros.
fn excel() -> Vec<u8> {
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetPr codeName="BladBakker"/><sheetData><row r="1"><c r="A1"><v>42</v></c></row></sheetData><legacyDrawing r:id="rId2"/></worksheet>"#
    );
    let notes = format!(
        r#"<comments {EXCEL}><authors><author>Janne de Vries</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Klopt dit?</t></text></comment></commentList></comments>"#
    );
    let drawing = r##"<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><v:textbox><div style="text-align:left">Oude tekst van Joris</div></v:textbox><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>"##;
    let mut package = Package::workbook(&workbook);
    package
        .leads("xl/_rels/workbook.xml.rels", &[("rId1", "worksheet", "worksheets/sheet1.xml")])
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet)
        .leads(
            "xl/worksheets/_rels/sheet1.xml.rels",
            &[
                ("rId1", "comments", "../comments1.xml"),
                ("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
            ],
        )
        .part("xl/comments1.xml", &format!("{SHEETS}.comments"), &notes);
    package.types += r#"<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>"#;
    package.zip.deflated("xl/drawings/vmlDrawing1.vml", drawing.as_bytes());
    package.finish()
}

/// White text on white paper, and white text that is seen; a layout, and a header for hand-outs.
fn powerpoint() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId2"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let shape = |id: u32, fill: &str, y: u32, text: &str| {
        format!(
            r#"<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Vak {id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="100" y="{y}"/><a:ext cx="900000" cy="900000"/></a:xfrm>{fill}</p:spPr><p:txBody><a:bodyPr/><a:p>{text}</a:p></p:txBody></p:sp>"#
        )
    };
    let white = |text: &str| {
        format!(
            r#"<a:r><a:rPr lang="nl-NL"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr><a:t>{text}</a:t></a:r>"#
        )
    };
    let blue = r#"<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>"#;
    let link = r#"<a:r><a:rPr lang="nl-NL"><a:hlinkClick r:id="rId2" tooltip="Bel Fatima Yilmaz"/></a:rPr><a:t>Zie de website.</a:t></a:r>"#;
    let tree = |name: &str, shapes: &str| {
        format!(
            r#"<p:cSld{name}><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree></p:cSld>"#
        )
    };
    let shapes = [
        shape(2, "", 100, &white("Wit op wit.")),
        shape(3, blue, 2_000_000, ""),
        shape(4, "", 2_000_000, &white("Wit op blauw.")),
        shape(5, "", 4_000_000, link),
    ]
    .concat();
    let hand_out = shape(2, "", 100, "<a:r><a:t>Voor de heer Bakker</a:t></a:r>");
    let part = |name: &str, inner: &str| format!("<p:{name} {SLIDES}>{inner}</p:{name}>");
    let layouts =
        r#"<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>"#;
    let master = tree("", "") + MAP + layouts;
    let mut package = Package::show(&show);
    package
        .leads(
            "ppt/_rels/presentation.xml.rels",
            &[
                ("rId1", "slide", "slides/slide1.xml"),
                ("rId2", "slideMaster", "slideMasters/slideMaster1.xml"),
                ("rId3", "handoutMaster", "handoutMasters/handoutMaster1.xml"),
            ],
        )
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &part("sld", &tree("", &shapes)))
        .leads(
            "ppt/slides/_rels/slide1.xml.rels",
            &[
                ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
                ("rId2", "hyperlink", "https://example.nl/nota"),
            ],
        )
        .layout(
            &part("sldLayout", &tree(r#" name="Titeldia voor Bakker""#, "")),
            &part("sldMaster", &master),
        )
        .part(
            "ppt/handoutMasters/handoutMaster1.xml",
            &format!("{SHOWS}.handoutMaster"),
            &part("handoutMaster", &(tree("", &hand_out) + MAP)),
        );
    package.finish()
}

/// An object on a page of notes: it goes with the notes.
fn notes() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let page = |name: &str, text: &str, more: &str| {
        format!(
            r#"<p:{name} {SLIDES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Vak 2"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>{more}</p:spTree></p:cSld></p:{name}>"#
        )
    };
    let frame = r#"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="Object 3"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole"><p:oleObj r:id="rId2" progId="Package"><p:embed/></p:oleObj></a:graphicData></a:graphic></p:graphicFrame>"#;
    let object = compound::object("C:\\Users\\jbakker\\Documents\\", &[]).finish();
    let mut package = Package::show(&show);
    package
        .leads("ppt/_rels/presentation.xml.rels", &[("rId1", "slide", "slides/slide1.xml")])
        .part(
            "ppt/slides/slide1.xml",
            &format!("{SHOWS}.slide"),
            &page("sld", "De maan is rond.", ""),
        )
        .leads(
            "ppt/slides/_rels/slide1.xml.rels",
            &[("rId1", "notesSlide", "../notesSlides/notesSlide1.xml")],
        )
        .part(
            "ppt/notesSlides/notesSlide1.xml",
            &format!("{SHOWS}.notesSlide"),
            &page("notes", "Niet voorlezen.", frame),
        )
        .leads(
            "ppt/notesSlides/_rels/notesSlide1.xml.rels",
            &[
                ("rId1", "slide", "../slides/slide1.xml"),
                ("rId2", "oleObject", "../embeddings/oleObject1.bin"),
            ],
        );
    package.types += r#"<Override PartName="/ppt/embeddings/oleObject1.bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>"#;
    package.zip.deflated("ppt/embeddings/oleObject1.bin", &object);
    package.finish()
}
