//! What Word, Excel and PowerPoint files hold and do not show.

use super::{EXCEL, Package, SHEETS, SHOWS, SLIDES, WORD, WORDS, one_page};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/unseen", "wit.docx", word()),
        Case::new("xlsx/unseen", "draaitabel.xlsx", excel()),
        Case::new("pptx/unseen", "naast.pptx", powerpoint()),
    ]
}

fn word() -> Vec<u8> {
    let paragraphs = concat!(
        r#"<w:p><w:pPr><w:pStyle w:val="Kind"/></w:pPr><w:r><w:t>Verborgen door een stijl.</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:rPr><w:rStyle w:val="Geheim"/></w:rPr><w:t>Verborgen woorden.</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Wit op wit.</w:t></w:r><w:r><w:t> Zwart op wit.</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>Heel klein.</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/></w:rPr><w:t>Wit op blauw.</w:t></w:r></w:p>"#,
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Kop op zwart.</w:t></w:r></w:p></w:tc>"#,
        r#"<w:tc><w:tcPr/><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Cel zonder kleur.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#,
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT "C:\Users\jbakker\tekst.docx" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
    );
    let styles = format!(
        r#"<w:styles {WORD}><w:style w:type="paragraph" w:styleId="Ouder"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Kind"><w:basedOn w:val="Ouder"/></w:style><w:style w:type="character" w:styleId="Geheim"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"#
    );
    let mut package = one_page(paragraphs);
    package.leads("word/_rels/document.xml.rels", &[("rId1", "styles", "styles.xml")]).part(
        "word/styles.xml",
        &format!("{WORDS}.styles"),
        &styles,
    );
    package.finish()
}

fn excel() -> Vec<u8> {
    let workbook = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets><externalReferences><externalReference r:id="rId5"/></externalReferences><definedNames><definedName name="oud" hidden="1">Lijst!$A$1</definedName></definedNames><pivotCaches><pivotCache cacheId="1" r:id="rId3"/></pivotCaches></workbook>"#
    );
    let sheet = format!(
        r#"<worksheet {EXCEL}><cols><col min="3" max="3" width="0"/></cols><sheetData><row r="1"><c r="A1" s="1"><v>42</v></c><c r="B1" s="2" t="inlineStr"><is><t>Wit op wit</t></is></c><c r="C1" s="3"><v>43</v></c></row><row r="2" ht="0"><c r="A2"><v>44</v></c></row></sheetData></worksheet>"#
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><numFmts count="1"><numFmt numFmtId="164" formatCode=";;;"/></numFmts><fonts count="2"><font><color theme="1"/></font><font><color rgb="FFFFFFFF"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill></fills><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="164" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="0"/><xf numFmtId="0" fontId="1" fillId="1"/></cellXfs></styleSheet>"#
    );
    let cache = format!(
        r#"<pivotCacheDefinition {EXCEL} r:id="rId1" refreshedBy="Joris Bakker" recordCount="2"><cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="Bron"/></cacheSource><cacheFields count="1"><cacheField name="Naam" numFmtId="0"><sharedItems><s v="Fatima Yilmaz"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>"#
    );
    let records = format!(
        r#"<pivotCacheRecords {EXCEL} count="2"><r><x v="0"/></r><r><s v="Piet Jansen"/></r></pivotCacheRecords>"#
    );
    let linked = format!(
        r#"<externalLink {EXCEL}><externalBook r:id="rId1"><sheetNames><sheetName val="Bron"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>Saskia Visser</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"#
    );
    let connections = format!(
        r#"<connections {EXCEL}><connection id="1" name="Zaken" type="1"><dbPr connection="DSN=zaken;UID=jbakker;PWD=geheim123;SERVER=db.voorbeeld.intern" command="SELECT naam FROM zaken"/></connection></connections>"#
    );
    let mut package = Package::workbook(&workbook);
    package
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "styles", "styles.xml"),
                ("rId3", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
                ("rId4", "connections", "connections.xml"),
                ("rId5", "externalLink", "externalLinks/externalLink1.xml"),
            ],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet)
        .part("xl/styles.xml", &format!("{SHEETS}.styles"), &styles)
        .part("xl/connections.xml", &format!("{SHEETS}.connections"), &connections)
        .part(
            "xl/pivotCache/pivotCacheDefinition1.xml",
            &format!("{SHEETS}.pivotCacheDefinition"),
            &cache,
        )
        .leads(
            "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels",
            &[("rId1", "pivotCacheRecords", "pivotCacheRecords1.xml")],
        )
        .part(
            "xl/pivotCache/pivotCacheRecords1.xml",
            &format!("{SHEETS}.pivotCacheRecords"),
            &records,
        )
        .part("xl/externalLinks/externalLink1.xml", &format!("{SHEETS}.externalLink"), &linked)
        .leads(
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            &[("rId1", "externalLinkPath", r"file:///C:\Users\jbakker\bron.xlsx")],
        );
    package.finish()
}

fn powerpoint() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let shape = |name: &str, hidden: &str, x: i64, text: &str| {
        format!(
            r#"<p:sp><p:nvSpPr><p:cNvPr id="2" name="{name}"{hidden}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"#
        )
    };
    let shapes = [
        shape("Titel", "", 100, "Overzicht"),
        shape("Los vak", "", -3_600_000, "Naast de dia"),
        shape("Vak 3", r#" hidden="1""#, 100, "Verborgen vak"),
    ]
    .concat();
    let picture = r#"<p:pic><p:nvPicPr><p:cNvPr id="9" name="Foto"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip/><a:srcRect l="25000"/></p:blipFill><p:spPr/></p:pic>"#;
    let slide = format!(
        r#"<p:sld {SLIDES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}{picture}</p:spTree></p:cSld></p:sld>"#
    );
    let mut package = Package::show(&show);
    package
        .leads("ppt/_rels/presentation.xml.rels", &[("rId1", "slide", "slides/slide1.xml")])
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide);
    package.finish()
}
