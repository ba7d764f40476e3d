//! Fields, choices, protections and other places that hold more than a page shows.

use super::{EXCEL, Package, SHEETS, SHOWS, SLIDES, WORD, WORDS, one_page};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/fields", "velden.docx", word()),
        Case::new("docx/codes", "codes van velden.docx", codes()),
        Case::new("xlsx/fields", "keuzes.xlsx", excel()),
        Case::new("pptx/fields", "los.pptx", powerpoint()),
    ]
}

fn word() -> Vec<u8> {
    let paragraphs = concat!(
        r#"<w:p><w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Janne de Vries</w:t></w:r></w:fldSimple></w:p>"#,
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD klantnaam </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Klant</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"><w:fldData>SgBhAG4AbgBlACAAZABlACAAVgByAGkAZQBzAA==</w:fldData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
        r#"<w:sdt><w:sdtPr><w:alias w:val="Behandelaar"/><w:tag w:val="zaak-behandelaar"/><w:dropDownList w:lastValue="Saskia Visser"><w:listItem w:displayText="Joris Bakker" w:value="jbakker"/></w:dropDownList></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Kies</w:t></w:r></w:p></w:sdtContent></w:sdt>"#,
        r#"<w:customXml w:uri="urn:voorbeeld" w:element="zaaknummer"><w:customXmlPr><w:attr w:name="bron" w:val="dossier Bakker"/></w:customXmlPr><w:p><w:r><w:t>Zaak</w:t></w:r></w:p></w:customXml>"#,
        r#"<w:p><w:bookmarkStart w:id="1" w:name="_vergeten_dossier"/><w:bookmarkEnd w:id="1"/><w:r><w:t>De maan is rond.</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:t>De maan</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> XE "maan:vraag Yilmaz" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
        r#"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>Verborgen rij</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#,
    );
    let settings = format!(
        r#"<w:settings {WORD}><w:writeProtection w:recommended="1" w:hash="c2VnZW4=" w:salt="em91dA=="/><w:documentProtection w:edit="forms" w:hash="Z2VoZWlt" w:salt="cGVwZXI="/></w:settings>"#
    );
    let blocks = format!(
        r#"<w:glossaryDocument {WORD}><w:docParts><w:docPart><w:docPartPr><w:name w:val="Aanhef"/></w:docPartPr><w:docPartBody><w:p><w:r><w:t>Geachte mevrouw Yilmaz</w:t></w:r></w:p></w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"#
    );
    let mut package = one_page(paragraphs);
    package
        .leads(
            "word/_rels/document.xml.rels",
            &[
                ("rId1", "settings", "settings.xml"),
                ("rId2", "glossaryDocument", "glossary/document.xml"),
            ],
        )
        .part("word/settings.xml", &format!("{WORDS}.settings"), &settings)
        .part("word/glossary/document.xml", &format!("{WORDS}.document.glossary"), &blocks);
    package.finish()
}

/// Fields whose words show on no page, each with what it shows: the other case, what an index is to
/// hold, words that are no field, a password, and those that cannot go.
fn codes() -> Vec<u8> {
    let field = |asks: &str, shows: &str| {
        let shows = match shows {
            "" => String::new(),
            shows => format!(
                r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shows}</w:t></w:r>"#
            ),
        };
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {asks} </w:instrText></w:r>{shows}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        )
    };
    let marks = r#"</w:instrText></w:r></w:p><w:p><w:r><w:instrText>"#;
    let twice = r#"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MERGEFIELD kleur</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>paars</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:instrText>"#;
    let fields = [
        field(r#"IF 1 = 1 "toegewezen" "afgewezen wegens fraude""#, "toegewezen"),
        field(r#"IF 1 = 1 "Te zien" "" "#, "Te zien"),
        field(r#"TC "Nog te schrijven" \l 1"#, ""),
        format!("<w:r><w:t>De maan</w:t></w:r>{}", field(r#"XE "maan""#, "")),
        field("PRIVATE notitie over de zaak", ""),
        field("behandeld door K. Vermeer", "Fout! Geen veld."),
        field("Bladwijzer12", "Zie het besluit"),
        field(r#"DATABASE \c "DSN=zaken;UID=sa;PWD=Welkom01" \s "SELECT naam""#, "Tabel"),
        field(r#"DISPLAYBARCODE "zaak van Mulder" QR"#, ""),
        field(&format!(r#"COMPARE "over{marks}twee alinea's""#), "nul"),
        field(&format!("IF {} = 1 nee", field("MERGEFIELD kleur", "rood")), "En nee"),
        // Hidden twice over.
        field(&format!("SKIPIF {twice} = kleur van Yilmaz"), ""),
        r#"<w:fldSimple w:instr=" TC &quot;In de tags&quot; "><w:r><w:t>Blijft staan</w:t></w:r></w:fldSimple>"#.to_owned(),
    ];
    let paragraphs: Vec<String> =
        fields.iter().map(|field| format!("<w:p>{field}<w:r><w:t>.</w:t></w:r></w:p>")).collect();
    one_page(&paragraphs.concat()).finish()
}

fn excel() -> Vec<u8> {
    let workbook = format!(
        r##"<workbook {EXCEL}><workbookProtection workbookPassword="CC1A"/><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/><sheet name="Bron" sheetId="2" state="hidden" r:id="rId2"/></sheets><definedNames><definedName name="oude_klant">#REF!</definedName></definedNames></workbook>"##
    );
    let sheet = format!(
        r#"<worksheet {EXCEL}><cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Keuze</t></is></c><c r="B1" t="inlineStr"><is><t>In een verborgen kolom</t></is></c></row></sheetData><sheetProtection password="83AF" sheet="1"/><scenarios><scenario name="Slecht" user="Joris Bakker"><inputCells r="A1" val="bezuinigen"/></scenario></scenarios><dataValidations count="1"><dataValidation type="list" promptTitle="Let op" prompt="Vraag Joris" sqref="A1"><formula1>"Fatima,Piet"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" location="A2" display="Oude naam" tooltip="Naar Joris"/></hyperlinks><headerFooter differentFirst="1"><oddHeader>&amp;LZaak van Yilmaz</oddHeader><oddFooter>&amp;CPagina &amp;P</oddFooter><firstHeader>&amp;R&amp;K01+000Alleen voor Bakker</firstHeader></headerFooter></worksheet>"#
    );
    let hidden = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Bronregel</t></is></c></row></sheetData></worksheet>"#
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><numFmts count="2"><numFmt numFmtId="164" formatCode="0 &quot;dossiers Visser&quot;"/><numFmt numFmtId="165" formatCode="0.00 &quot;x&quot;"/></numFmts></styleSheet>"#
    );
    let maps = format!(
        r#"<MapInfo {EXCEL} SelectionNamespaces=""><Schema ID="S1" SchemaRef="C:\Users\jbakker\zaak.xsd"><xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="zaak"/></xsd:schema></Schema><Map ID="1" Name="zaken" RootElement="zaak" SchemaID="S1" ShowImportExportValidationErrors="false" AutoFit="true" Append="false" PreserveSortAFLayout="true" PreserveFormat="true"><DataBinding DataBindingName="Zaken van Visser" FileBinding="true" FileBindingName="zaken Yilmaz" DataBindingLoadMode="1"/></Map></MapInfo>"#
    );
    let query = format!(
        r#"<queryTable {EXCEL} name="Zaken" connectionId="1"><queryTableRefresh nextId="3"><queryTableFields count="1"><queryTableField id="1" name="naam"/></queryTableFields><queryTableDeletedFields count="1"><deletedField name="vader van Bakker"/></queryTableDeletedFields></queryTableRefresh></queryTable>"#
    );
    let mut package = Package::workbook(&workbook);
    package
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "worksheet", "worksheets/sheet2.xml"),
                ("rId3", "styles", "styles.xml"),
                ("rId4", "xmlMaps", "xmlMaps.xml"),
            ],
        )
        .leads(
            "xl/worksheets/_rels/sheet1.xml.rels",
            &[("rId1", "queryTable", "../queryTables/queryTable1.xml")],
        )
        .part("xl/styles.xml", &format!("{SHEETS}.styles"), &styles)
        .part("xl/queryTables/queryTable1.xml", &format!("{SHEETS}.queryTable"), &query)
        .plain("xl/xmlMaps.xml", &maps)
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet)
        .part("xl/worksheets/sheet2.xml", &format!("{SHEETS}.worksheet"), &hidden);
    package.finish()
}

/// A slide that the presentation does not list, and a protection.
fn powerpoint() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:custShowLst><p:custShow name="Voor Joris" id="0"><p:sldLst><p:sld r:id="rId1"/></p:sldLst></p:custShow></p:custShowLst><p:modifyVerifier algorithmName="SHA-512" hashData="Z2VoZWlt" saltData="cGVwZXI=" spinValue="100000"/></p:presentation>"#
    );
    let slide = |text: &str| {
        format!(
            r#"<p:sld {SLIDES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Titel"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"#
        )
    };
    let mut package = Package::show(&show);
    package
        .leads(
            "ppt/_rels/presentation.xml.rels",
            &[("rId1", "slide", "slides/slide1.xml"), ("rId2", "slide", "slides/slide2.xml")],
        )
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide("Overzicht"))
        .part("ppt/slides/slide2.xml", &format!("{SHOWS}.slide"), &slide("Een oude dia"));
    package.finish()
}
