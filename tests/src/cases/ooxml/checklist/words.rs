//! Word, and what all three programs share.

use super::super::{OFFICE, Package, WORD, WORDS, one_page};
use super::{DRAWING, MICROSOFT, bytes};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/properties", "eigenschappen.docx", properties()),
        Case::new("docx/review", "nagekeken.docx", review()),
        Case::new("docx/settings", "instellingen.docx", settings()),
        Case::new("docx/instructions", "veldcodes.docx", instructions()),
    ]
}

/// All properties, labels, add-ins and stores of data.
fn properties() -> Vec<u8> {
    let core = r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Titel van de nota</dc:title><dc:subject>Onderwerp van de nota</dc:subject><dc:creator>Janne de Vries</dc:creator><cp:keywords>trefwoord subsidie</cp:keywords><dc:description>Uitleg bij de nota</dc:description><cp:lastModifiedBy>Joris Bakker</cp:lastModifiedBy><cp:revision>1789</cp:revision><cp:lastPrinted>2026-03-03T11:00:00Z</cp:lastPrinted><dcterms:created xsi:type="dcterms:W3CDTF">2026-03-01T09:12:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-03-02T10:00:00Z</dcterms:modified><cp:category>Soort besluit</cp:category><cp:contentStatus>Concept 3</cp:contentStatus><dc:identifier>zaak-2026-77</dc:identifier><dc:language>nl-NL</dc:language><cp:version>versie-0.9b</cp:version></cp:coreProperties>"#;
    let app = r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Template>Nota van Joris.dotm</Template><TotalTime>4931</TotalTime><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Rubriek</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>Verwijderd hoofdstuk</vt:lpstr></vt:vector></TitlesOfParts><Manager>Saskia Visser</Manager><Company>Gemeente Voorbeeld</Company><HyperlinkBase>C:\Users\jbakker\dossier\</HyperlinkBase><HLinks><vt:vector size="6" baseType="variant"><vt:variant><vt:i4>1</vt:i4></vt:variant><vt:variant><vt:i4>0</vt:i4></vt:variant><vt:variant><vt:i4>0</vt:i4></vt:variant><vt:variant><vt:i4>5</vt:i4></vt:variant><vt:variant><vt:lpwstr>file:///oud/blad.docx</vt:lpwstr></vt:variant><vt:variant><vt:lpwstr/></vt:variant></vt:vector></HLinks><AppVersion>16.1789</AppVersion></Properties>"#;
    let own = [
        ("Zaaknummer", "Z-2026-0042"),
        ("MSIP_Label_1_Owner", "f.yilmaz@example.nl"),
        ("MSIP_Label_1_SiteId", "aaaaaaaa-0000-0000-0000-000000000001"),
        ("MSIP_Label_1_SetDate", "2026-03-04T08:00:00Z"),
        ("_AuthorEmail", "j.devries@example.nl"),
        ("_AuthorEmailDisplayName", "Vries, Janne de"),
        ("_EmailSubject", "Klacht van Yilmaz"),
        ("_AdHocReviewCycleID", "1234567890"),
        ("_PreviousAdHocReviewCycleID", "9876543210"),
        ("_NewReviewCycle", "ronde twee"),
        ("_ReviewingToolsShownOnce", "ja, eens"),
        ("ContentTypeId", "0x0101009F"),
        ("_dlc_DocId", "VOORBEELD-12-345"),
        ("MediaServiceImageTags", "label van een beeld"),
    ];
    let mut custom = r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">"#.to_owned();
    for (number, (name, value)) in (2..).zip(own) {
        custom += &format!(
            r#"<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>"#
        );
    }
    custom += "</Properties>";
    let document = format!(
        r#"<w:document {WORD}><w:body><w:p><w:r><w:t xml:space="preserve">Zaak </w:t></w:r><w:fldSimple w:instr=" DOCPROPERTY Zaaknummer "><w:r><w:t>Z-42</w:t></w:r></w:fldSimple></w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath="/zaak/naam" w:storeItemID="{{11111111-0000-0000-0000-000000000001}}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Saskia Vermeer</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing"><wp:extent cx="900" cy="900"/><wp:docPr id="1" name="Invoegtoepassing 1"/><a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{MICROSOFT}/webextensions/webextension/2010/11"><we:webextensionref xmlns:we="{MICROSOFT}/webextensions/webextension/2010/11" r:id="rId9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p><w:sectPr/></w:body></w:document>"#
    );
    let label = format!(
        r#"<clbl:labelList xmlns:clbl="{MICROSOFT}/2020/mipLabelMetadata"><clbl:label id="{{aaaaaaaa-0000-0000-0000-000000000002}}" enabled="1" method="Privileged" siteId="{{aaaaaaaa-0000-0000-0000-000000000003}}" removed="0"/></clbl:labelList>"#
    );
    let panes = format!(
        r#"<wetp:taskpanes xmlns:wetp="{MICROSOFT}/webextensions/taskpanes/2010/11" xmlns:r="{OFFICE}/relationships"><wetp:taskpane dockstate="right" visibility="0" width="350" row="4"><wetp:webextensionref r:id="rId1"/></wetp:taskpane></wetp:taskpanes>"#
    );
    let extension = format!(
        r#"<we:webextension xmlns:we="{MICROSOFT}/webextensions/webextension/2010/11" id="{{11111111-0000-0000-0000-000000000009}}"><we:reference id="wa1" version="1.0" store="nl-NL" storeType="OMEX"/><we:alternateReferences/><we:properties><we:property name="gebruiker" value="invoeger van Bakker"/></we:properties><we:bindings/><we:snapshot/></we:webextension>"#
    );
    let ribbon = r#"<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui"><ribbon><tabs><tab id="t1" label="Lint van Visser"/></tabs></ribbon></customUI>"#;
    let stores = [
        r#"<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"><documentManagement><Eigenaar xmlns="urn:voorbeeld"><UserInfo><DisplayName>Jansen, Piet</DisplayName><AccountId>17</AccountId></UserInfo></Eigenaar></documentManagement></p:properties>"#,
        r#"<CoverPageProperties xmlns="http://schemas.microsoft.com/office/2006/coverPageProps"><PublishDate/><Abstract/><CompanyAddress>Dorpsstraat 1</CompanyAddress><CompanyPhone>070 1234567</CompanyPhone><CompanyFax/><CompanyEmail>info.bakker@example.nl</CompanyEmail></CoverPageProperties>"#,
        r#"<zaak><naam>Saskia Vermeer</naam></zaak>"#,
    ];
    let mut package = Package::new();
    package
        .leads(
            "_rels/.rels",
            &[
                ("rId1", "officeDocument", "word/document.xml"),
                ("rId2", "metadata/core-properties", "docProps/core.xml"),
                ("rId3", "extended-properties", "docProps/app.xml"),
                ("rId4", "custom-properties", "docProps/custom.xml"),
                ("rId5", "metadata/thumbnail", "docProps/thumbnail.jpeg"),
                ("rId6", "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels", "docMetadata/LabelInfo.xml"),
                ("rId7", "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", "word/webextensions/taskpanes.xml"),
                ("rId8", "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility", "customUI/customUI.xml"),
                ("rId9", "http://schemas.microsoft.com/office/2006/relationships/ui/userCustomization", "userCustomization/customUI.xml"),
            ],
        )
        .part("docProps/core.xml", "openxmlformats-package.core-properties", core)
        .part("docProps/app.xml", "openxmlformats-officedocument.extended-properties", app)
        .part("docProps/custom.xml", "openxmlformats-officedocument.custom-properties", &custom)
        .part("word/document.xml", &format!("{WORDS}.document.main"), &document)
        .part("docMetadata/LabelInfo.xml", "ms-office.classificationlabels", &label)
        .part("word/webextensions/taskpanes.xml", "ms-office.webextensiontaskpanes", &panes)
        .leads(
            "word/webextensions/_rels/taskpanes.xml.rels",
            &[("rId1", "http://schemas.microsoft.com/office/2011/relationships/webextension", "webextension1.xml")],
        )
        .part("word/webextensions/webextension1.xml", "ms-office.webextension", &extension)
        .plain("customUI/customUI.xml", ribbon)
        .plain("userCustomization/customUI.xml", &ribbon.replace("Visser", "Jansen"))
        .ending("jpeg", "image/jpeg");
    package.zip.stored("docProps/thumbnail.jpeg", &bytes("jpeg/everything"));
    let mut leads = Vec::new();
    for (number, store) in (1..).zip(stores) {
        let (item, about) =
            (format!("customXml/item{number}.xml"), format!("customXml/itemProps{number}.xml"));
        let told = format!(
            r#"<ds:datastoreItem ds:itemID="{{11111111-0000-0000-0000-00000000000{}}}" xmlns:ds="{OFFICE}/customXml"/>"#,
            4 - number
        );
        package
            .plain(&item, store)
            .leads(
                &format!("customXml/_rels/item{number}.xml.rels"),
                &[("rId1", "customXmlProps", &format!("itemProps{number}.xml"))],
            )
            .part(&about, "openxmlformats-officedocument.customXmlProperties", &told);
        leads.push((format!("rId{number}"), format!("../{item}")));
    }
    let mut leads: Vec<_> =
        leads.iter().map(|(id, item)| (id.as_str(), "customXml", item.as_str())).collect();
    leads.push((
        "rId9",
        "http://schemas.microsoft.com/office/2011/relationships/webextension",
        "webextensions/webextension2.xml",
    ));
    package.leads("word/_rels/document.xml.rels", &leads).part(
        "word/webextensions/webextension2.xml",
        "ms-office.webextension",
        &extension.replace("Bakker", "Kramer"),
    );
    package.finish()
}

const BY: &str = r#"w:author="Joris Bakker" w:date="2026-03-02T10:00:00Z""#;

/// Comments in every story with all their parts, tasks, and changes of tables and formulas.
fn review() -> Vec<u8> {
    let noted = |id: u32, text: &str| {
        format!(
            r#"<w:commentRangeStart w:id="{id}"/><w:r><w:t>{text}</w:t></w:r><w:commentRangeEnd w:id="{id}"/><w:r><w:commentReference w:id="{id}"/></w:r>"#
        )
    };
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let body = [
        format!("<w:p>{}</w:p>", noted(0, "Eerste zin.")),
        r#"<w:p><w:r><w:t>Noten</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>"#.to_owned(),
        format!(r#"<w:p><w:del w:id="20" {BY}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText xml:space="preserve"> REF oud_dossier </w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del><w:r><w:t>Tweede zin.</w:t></w:r></w:p>"#),
        format!(r#"<w:p><m:oMath xmlns:m="{OFFICE}/math"><m:f><m:fPr><m:ctrlPr><w:ins w:id="21" w:author="Wiskundige Mulder" w:date="2026-03-02T10:00:00Z"><w:rPr/></w:ins></m:ctrlPr></m:fPr><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>"#),
        format!(r#"<w:customXmlInsRangeStart w:id="22" {BY}/><w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:customXmlInsRangeEnd w:id="22"/><w:p><w:r><w:t>In een vak.</w:t></w:r></w:p><w:customXmlDelRangeStart w:id="23" {BY}/></w:sdtContent></w:sdt><w:customXmlDelRangeEnd w:id="23"/>"#),
        format!(r#"<w:customXmlMoveFromRangeStart w:id="24" {BY}/><w:customXmlMoveFromRangeEnd w:id="24"/><w:customXmlMoveToRangeStart w:id="25" {BY}/><w:customXmlMoveToRangeEnd w:id="25"/>"#),
        format!(r#"<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblPrChange w:id="30" {BY}><w:tblPr><w:tblW w:w="900" w:type="dxa"/></w:tblPr></w:tblPrChange></w:tblPr><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/><w:tblGridChange w:id="31"><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid></w:tblGridChange></w:tblGrid>"#),
        format!(r#"<w:tr><w:tblPrEx><w:tblW w:w="0" w:type="auto"/><w:tblPrExChange w:id="32" {BY}><w:tblPrEx/></w:tblPrExChange></w:tblPrEx><w:trPr><w:cantSplit/><w:trPrChange w:id="33" {BY}><w:trPr/></w:trPrChange></w:trPr>{}{}</w:tr>"#,
            cell(&format!(r#"<w:cellIns w:id="34" {BY}/>"#), "Nieuwe cel"),
            cell(&format!(r#"<w:tcW w:w="900" w:type="dxa"/><w:tcPrChange w:id="35" {BY}><w:tcPr/></w:tcPrChange>"#), "Cel")),
        format!("<w:tr>{}{}</w:tr></w:tbl>",
            cell(&format!(r#"<w:cellMerge w:id="36" {BY} w:vMerge="rest"/>"#), "Samen"), cell("", "Cel")),
        r#"<w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId7"/><w:footerReference w:type="default" r:id="rId8"/></w:sectPr>"#.to_owned(),
    ]
    .concat();
    let story = |name: &str, inner: &str| format!("<w:{name} {WORD}>{inner}</w:{name}>");
    let comment = |id: u32, author: &str, text: &str| {
        format!(
            r#"<w:comment w:id="{id}" w:author="{author}" w:initials="JdV" w:date="2026-03-02T10:00:00Z"><w:p w14:paraId="0A0A0A0{id}"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"#
        )
    };
    let comments = comment(0, "Janne de Vries", "Klopt de eerste zin?")
        + &comment(1, "Janne de Vries", "Wie belt dit nummer?")
        + &comment(2, "Janne de Vries", "De voet klopt niet.")
        + &comment(3, "Janne de Vries", "Deze noot kan weg.");
    let extended = r#"<w15:commentEx w15:paraId="0A0A0A00" w15:done="0"/>"#;
    let ids = format!(
        r#"<w16cid:commentsIds xmlns:w16cid="{MICROSOFT}/word/2016/wordml/cid"><w16cid:commentId w16cid:paraId="0A0A0A00" w16cid:durableId="2B2B2B2B"/></w16cid:commentsIds>"#
    );
    let more = format!(
        r#"<w16cex:commentsExtensible xmlns:w16cex="{MICROSOFT}/word/2018/wordml/cex" xmlns:cr="{MICROSOFT}/comments/2020/reactions"><w16cex:commentExtensible w16cex:durableId="2B2B2B2B" w16cex:dateUtc="2026-03-02T09:00:00Z"><w16cex:extLst><w16:ext xmlns:w16="{MICROSOFT}/word/2018/wordml" w16:uri="{{CE6994B0-6A32-4C9F-8C6B-6E91EDA988CE}}"><cr:reactions><cr:reaction reactionType="1"><cr:reactionInfo dateUtc="2026-03-02T09:30:00Z"><cr:user userId="S::p.jansen@example.nl::1" userProvider="AD" userName="Piet Jansen"/></cr:reactionInfo></cr:reaction></cr:reactions></w16:ext></w16cex:extLst></w16cex:commentExtensible></w16cex:commentsExtensible>"#
    );
    let people = r#"<w15:person w15:author="Janne de Vries"><w15:presenceInfo w15:providerId="AD" w15:userId="S::j.devries@example.nl::1234"/></w15:person>"#;
    let tasks = format!(
        r#"<t:Tasks xmlns:t="{MICROSOFT}/tasks/2019/documenttasks"><t:Task id="{{11111111-0000-0000-0000-000000000001}}"><t:Anchor><t:Comment id="724249387"/></t:Anchor><t:History><t:Event id="{{11111111-0000-0000-0000-000000000002}}" time="2026-03-02T10:00:00Z"><t:Attribution userId="S::s.visser@example.nl::1" userName="Saskia Visser" userProvider="AD"/><t:Anchor><t:Comment id="724249387"/></t:Anchor><t:Create/></t:Event></t:History></t:Task></t:Tasks>"#
    );
    let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let mut package = Package::document(&document);
    package
        .leads(
            "word/_rels/document.xml.rels",
            &[
                ("rId1", "comments", "comments.xml"),
                ("rId2", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended", "commentsExtended.xml"),
                ("rId3", "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds", "commentsIds.xml"),
                ("rId4", "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible", "commentsExtensible.xml"),
                ("rId5", "http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
                ("rId6", "http://schemas.microsoft.com/office/2019/05/relationships/documenttasks", "documenttasks/documenttasks1.xml"),
                ("rId7", "header", "header1.xml"),
                ("rId8", "footer", "footer1.xml"),
                ("rId9", "footnotes", "footnotes.xml"),
                ("rId10", "endnotes", "endnotes.xml"),
            ],
        )
        .part("word/comments.xml", &format!("{WORDS}.comments"), &story("comments", &comments))
        .part("word/commentsExtended.xml", &format!("{WORDS}.commentsExtended"), &format!("<w15:commentsEx {WORD}>{extended}</w15:commentsEx>"))
        .part("word/commentsIds.xml", &format!("{WORDS}.commentsIds"), &ids)
        .part("word/commentsExtensible.xml", &format!("{WORDS}.commentsExtensible"), &more)
        .part("word/people.xml", &format!("{WORDS}.people"), &format!("<w15:people {WORD}>{people}</w15:people>"))
        .part("word/documenttasks/documenttasks1.xml", "ms-office.documenttasks", &tasks)
        .part("word/header1.xml", &format!("{WORDS}.header"), &story("hdr", &format!("<w:p>{}</w:p>", noted(1, "Bel 06-12345678."))))
        .part("word/footer1.xml", &format!("{WORDS}.footer"), &story("ftr", &format!("<w:p>{}</w:p>", noted(2, "Mail p.jansen@example.nl."))))
        .part("word/footnotes.xml", &format!("{WORDS}.footnotes"), &story("footnotes", &format!(r#"<w:footnote w:id="2"><w:p>{}</w:p></w:footnote>"#, noted(3, "BSN 111222333."))))
        .part("word/endnotes.xml", &format!("{WORDS}.endnotes"), &story("endnotes", r#"<w:endnote w:id="2"><w:p><w:r><w:t>Mail f.yilmaz@example.nl.</w:t></w:r></w:p></w:endnote>"#));
    package.finish()
}

/// What Word keeps beside the text: settings, building blocks, and pages for the web.
fn settings() -> Vec<u8> {
    let merge = r#"<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:linkToQuery/><w:dataType w:val="native"/><w:connectString w:val="Provider=SQL;User ID=jbakker"/><w:query w:val="SELECT * FROM klanten"/><w:dataSource r:id="rId1"/><w:odso><w:udl w:val="Data Source=klanten.mdb"/><w:table w:val="klanten$"/><w:src r:id="rId1"/><w:recipientData r:id="rId2"/></w:odso></w:mailMerge>"#;
    let told = format!(
        r#"<w:settings {WORD} xmlns:sl="http://schemas.openxmlformats.org/schemaLibrary/2006/main"><w:removePersonalInformation/><w:mirrorMargins/><w:attachedTemplate r:id="rId3"/>{merge}<w:trackRevisions/><w:saveThroughXslt r:id="rId4" w:solutionID="omzetting Bakker"/><w:hdrShapeDefaults><o:shapedefaults xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" v:ext="edit" spidmax="2049"/></w:hdrShapeDefaults><w:rsids><w:rsidRoot w:val="00A1B2C3"/><w:rsid w:val="00A1B2C4"/></w:rsids><w:attachedSchema w:val="file:///C:/Users/jbakker/zaak.xsd"/><w14:docId w14:val="1A2B3C4D"/><sl:schemaLibrary><sl:schema sl:uri="urn:zaken" sl:manifestLocation="C:\Users\jbakker\lijst.xml" sl:schemaLocation="C:\Users\jbakker\zaken.xsd"/></sl:schemaLibrary></w:settings>"#
    );
    let recipients = format!(
        r#"<w:recipients {WORD}><w:recipientData><w:active w:val="0"/><w:column w:val="0"/><w:uniqueTag w:val="RmF0aW1hIFlpbG1heg=="/></w:recipientData></w:recipients>"#
    );
    let web = format!(
        r#"<w:webSettings {WORD}><w:frameset><w:frame><w:name w:val="kader van Joris"/><w:sourceFileName r:id="rId1"/></w:frame></w:frameset><w:divs><w:div w:id="123456789"><w:bodyDiv w:val="1"/><w:marLeft w:val="0"/><w:marRight w:val="0"/><w:marTop w:val="0"/><w:marBottom w:val="0"/></w:div></w:divs></w:webSettings>"#
    );
    let blocks = format!(
        r#"<w:glossaryDocument {WORD}><w:docParts><w:docPart><w:docPartPr><w:name w:val="Slotzin"/></w:docPartPr><w:docPartBody><w:p w:rsidR="00D4E5F6"><w:ins w:id="1" w:author="Bouwer Smit" w:date="2026-03-02T10:00:00Z"><w:r><w:t>Met vriendelijke groet</w:t></w:r></w:ins></w:p></w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"#
    );
    let inner = format!(
        r#"<w:settings {WORD}><w:rsids><w:rsidRoot w:val="00D4E5F6"/></w:rsids><w:docVars><w:docVar w:name="Blok" w:val="variabele van Smit"/></w:docVars></w:settings>"#
    );
    let numbering = format!(
        r#"<w:numbering {WORD}><w:abstractNum w:abstractNumId="0"><w:nsid w:val="5F6E7D8C"/><w:multiLevelType w:val="multilevel"/><w:tmpl w:val="11223344"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
    );
    let fonts = format!(
        r#"<w:fonts {WORD}><w:font w:name="Voorbeeld"><w:embedRegular r:id="rId1" w:fontKey="{{11111111-0000-0000-0000-000000000001}}"/></w:font></w:fonts>"#
    );
    let mut package = one_page(concat!(
        r#"<w:p w:rsidR="00A1B2C3" w:rsidRPr="00A1B2C4" w14:paraId="12AB34CD" w14:textId="77777777"><w:r><w:t>De maan is rond.</w:t></w:r></w:p>"#,
        r#"<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr><w:r><w:t>Kop in de regel. </w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:rPr><w:webHidden/></w:rPr><w:t>Niet op het web.</w:t></w:r></w:p>"#,
    ));
    package
        .leads(
            "word/_rels/document.xml.rels",
            &[
                ("rId1", "settings", "settings.xml"),
                ("rId2", "webSettings", "webSettings.xml"),
                ("rId3", "glossaryDocument", "glossary/document.xml"),
                ("rId4", "numbering", "numbering.xml"),
                ("rId5", "fontTable", "fontTable.xml"),
                ("rId6", "printerSettings", "printerSettings1.bin"),
            ],
        )
        .part("word/settings.xml", &format!("{WORDS}.settings"), &told)
        .leads(
            "word/_rels/settings.xml.rels",
            &[
                ("rId1", "mailMergeSource", r"file:///C:\Users\jbakker\klanten.mdb"),
                ("rId2", "recipientData", "recipientData.xml"),
                ("rId3", "attachedTemplate", r"file:///\\server\sjablonen\Brief.dotx"),
                ("rId4", "transform", r"file:///C:\Users\jbakker\omzetting.xsl"),
            ],
        )
        .part("word/recipientData.xml", &format!("{WORDS}.mailMergeRecipientData"), &recipients)
        .part("word/webSettings.xml", &format!("{WORDS}.webSettings"), &web)
        .leads(
            "word/_rels/webSettings.xml.rels",
            &[("rId1", "frame", r"file:///C:\Users\jbakker\kader.htm")],
        )
        .part("word/glossary/document.xml", &format!("{WORDS}.document.glossary"), &blocks)
        .leads("word/glossary/_rels/document.xml.rels", &[("rId1", "settings", "settings.xml")])
        .part("word/glossary/settings.xml", &format!("{WORDS}.settings"), &inner)
        .part("word/numbering.xml", &format!("{WORDS}.numbering"), &numbering)
        .part("word/fontTable.xml", &format!("{WORDS}.fontTable"), &fonts)
        .leads("word/_rels/fontTable.xml.rels", &[("rId1", "font", "fonts/font1.odttf")])
        .bytes(
            "word/fonts/font1.odttf",
            "application/vnd.openxmlformats-officedocument.obfuscatedFont",
            &[7; 64],
        );
    let printer: Vec<u8> =
        r"\\printserver\KAMER-VISSER".encode_utf16().flat_map(u16::to_le_bytes).collect();
    package.bytes(
        "word/printerSettings1.bin",
        &format!("application/vnd.{WORDS}.printerSettings"),
        &printer,
    );
    package.finish()
}

/// Fields that name people, files and data.
fn instructions() -> Vec<u8> {
    let mut body = String::new();
    for (instruction, result) in [
        (r#"LASTSAVEDBY"#, "Joris Bakker"),
        (r#"USERADDRESS "Dorpsstraat 1""#, "Dorpsstraat 1"),
        (r#"USERINITIALS "JB""#, "J.B."),
        (r#"TEMPLATE \p"#, r"H:\sjabloon\Brief.dotx"),
        (r#"INCLUDEPICTURE "C:\\Users\\jbakker\\plaatje.png" \d"#, "plaatje"),
        (r#"LINK Excel.Sheet.8 "C:\\Users\\jbakker\\koppel.xls" "Blad1!R1C1" \a"#, "koppeling"),
        (r#"DDEAUTO Excel "C:\\Users\\jbakker\\wissel.xls" R1C1"#, "wissel"),
        (r#"DATABASE \d "C:\\Users\\jbakker\\klanten.mdb" \s "SELECT naam""#, "klant"),
        (r#"INCLUDETEXT "G:\\zaken\\stuk.docx""#, "stuk"),
        (r#"RD "C:\\Users\\jbakker\\hoofdstuk.docx""#, ""),
        (r#"HYPERLINK "file:///C:\\Users\\jbakker\\blad.docx""#, "blad"),
        (r#"PRIVATE"#, ""),
        (r#"ADDIN ZOTERO_ITEM CSL_CITATION {"naam":"Vermeer 2020"}"#, "(Vermeer 2020)"),
        (r#"DOCVARIABLE Behandelaar"#, "de behandelaar"),
        (r#"AUTHOR"#, "Janne de Vries"),
    ] {
        body += &format!(
            r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
            instruction.replace('"', "&quot;")
        );
    }
    one_page(&body).finish()
}
