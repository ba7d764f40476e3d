//! Excel.

use super::super::{EXCEL, OFFICE, Package, SHEETS};
use super::MICROSOFT;
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("xlsx/workbook", "werkmap.xlsx", workbook()),
        Case::new("xlsx/data", "gegevens.xlsx", data()),
        Case::new("xlsx/review", "gedeeld.xlsx", review()),
    ]
}

const PART: &str = "openxmlformats-officedocument";

fn printer(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// What the workbook and its sheets say about themselves, and cells that nobody sees.
fn workbook() -> Vec<u8> {
    let book = format!(
        r##"<workbook {EXCEL} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:xr="{MICROSOFT}/spreadsheetml/2014/revision" xmlns:xr10="{MICROSOFT}/spreadsheetml/2016/revision10" mc:Ignorable="xr xr10"><fileVersion appName="xl" codeName="{{37E998C4-C9E5-D4B9-71C8-EB1FF731991C}}"/><workbookPr codeName="BoekBakker"/><xr:revisionPtr revIDLastSave="0" documentId="8_{{11111111-0000-0000-0000-000000000001}}" xr6:coauthVersionLast="47" xr6:coauthVersionMax="47" xr10:uidLastSave="{{11111111-0000-0000-0000-000000000002}}" xmlns:xr6="{MICROSOFT}/spreadsheetml/2016/revision6"/><bookViews><workbookView xWindow="10" yWindow="20"/></bookViews><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/><sheet name="Verborgen" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Grafiek" sheetId="3" r:id="rId3"/></sheets><externalReferences><externalReference r:id="rId6"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Lijst!$A$1:$B$9</definedName><definedName name="elders">[1]Bron!$A$1</definedName><definedName name="solver_adj" hidden="1">Lijst!$A$1</definedName></definedNames><customWorkbookViews><customWorkbookView name="Joris Bakker - weergave" guid="{{11111111-0000-0000-0000-000000000003}}" includePrintSettings="0" windowWidth="900" windowHeight="900" activeSheetId="1"/></customWorkbookViews><smartTagTypes><smartTagType namespaceUri="urn:schemas-microsoft-com:office:smarttags" name="persoonsnaam" url="https://labels.example.nl/"/></smartTagTypes><webPublishing codePage="1252" characterSet="tekens van Joris"/></workbook>"##
    );
    let text = |cell: &str, style: &str, text: &str| {
        format!(r#"<c r="{cell}"{style} t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let rows = [
        format!(
            r#"<row r="1">{}{}</row>"#,
            text("A1", "", "Naam"),
            text("B1", r#" s="1""#, "Geheime formule")
        ),
        format!(
            r#"<row r="2" outlineLevel="1" hidden="1">{}</row>"#,
            text("A2", "", "In een dichte groep")
        ),
        format!(r#"<row r="3" collapsed="1">{}</row>"#, text("A3", "", "Onder de groep")),
        format!(r#"<row r="4" hidden="1">{}</row>"#, text("A4", "", "Weg door het filter")),
        format!(r#"<row r="5">{}</row>"#, text("A5", "", "Onder de grafiek")),
    ]
    .concat();
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData>{rows}</sheetData><protectedRanges><protectedRange name="Bereik van Visser" sqref="A1" securityDescriptor="O:WDG:WDD:(A;;CC;;;S-1-5-21-1111-2222-3333-1001)"/></protectedRanges><scenarios><scenario name="Gunstig" user="Joris Bakker" comment="Nog niet delen"><inputCells r="A1" val="1"/></scenario></scenarios><autoFilter ref="A1:B9"><filterColumn colId="0"><filters><filter val="Gekozen Jansen"/></filters></filterColumn><filterColumn colId="1"><customFilters><customFilter operator="equal" val="Gefilterd Smit"/></customFilters></filterColumn></autoFilter><dataConsolidate><dataRefs count="1"><dataRef ref="A1:A9" sheet="Bron van Smit" r:id="rId2"/></dataRefs></dataConsolidate><customSheetViews><customSheetView guid="{{11111111-0000-0000-0000-000000000003}}"><pageSetup r:id="rId4"/></customSheetView></customSheetViews><dataValidations count="1"><dataValidation type="list" errorTitle="Fout van Smit" error="Bel Piet Jansen" promptTitle="Keuze" prompt="Kies" sqref="A1"><formula1>"Fatima,Piet"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId3" tooltip="Vraag Saskia Visser" display="Stuk van Vermeer"/></hyperlinks><headerFooter><oddHeader>&amp;C&amp;Z&amp;F</oddHeader><evenHeader>&amp;LEven van Jansen</evenHeader><oddFooter>&amp;RVoet van Jansen</oddFooter></headerFooter><customProperties><customPr name="invoegprogramma Bakker" r:id="rId5"/></customProperties><cellWatches><cellWatch r="A1"/></cellWatches><drawing r:id="rId1"/><controls><control shapeId="1025" r:id="rId6" name="Keuzelijst Bakker"/></controls><webPublishItems count="1"><webPublishItem id="1" divId="d1" sourceType="sheet" destinationFile="C:\Users\jbakker\pagina.htm" title="Pagina van Joris"/></webPublishItems><extLst><ext uri="{{FC87AEE6-9EDD-4A0A-B7FB-166176984837}}" xmlns:x14="{MICROSOFT}/spreadsheetml/2009/9/main"><x14:protectedRanges xmlns:xm="{MICROSOFT}/excel/2006/main"><x14:protectedRange name="Bereik van Mulder" securityDescriptor="O:WDG:WDD:(A;;CC;;;S-1-5-21-4444-5555-6666-1002)"><xm:sqref>Verborgen!A1</xm:sqref></x14:protectedRange></x14:protectedRanges></ext></extLst></worksheet>"#
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf applyProtection="1"><protection hidden="1"/></xf></cellXfs></styleSheet>"#
    );
    let drawing_space = "http://schemas.openxmlformats.org/drawingml/2006";
    let anchor = |from: u32, inner: &str| {
        format!(
            r#"<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{from}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>{inner}<xdr:clientData/></xdr:twoCellAnchor>"#
        )
    };
    let drawing = format!(
        r#"<xdr:wsDr xmlns:xdr="{drawing_space}/spreadsheetDrawing" xmlns:a="{drawing_space}/main" xmlns:r="{OFFICE}/relationships">{}{}</xdr:wsDr>"#,
        anchor(
            20,
            r#"<xdr:sp macro="" textlink="Lijst!$A$1"><xdr:nvSpPr><xdr:cNvPr id="2" name="Vak 2" hidden="1"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900" cy="900"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>Uitgezet vak</a:t></a:r></a:p></xdr:txBody></xdr:sp>"#
        ),
        anchor(
            3,
            &format!(
                r#"<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="Grafiek 3"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="900" cy="900"/></xdr:xfrm><a:graphic><a:graphicData uri="{drawing_space}/chart"><c:chart xmlns:c="{drawing_space}/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>"#
            )
        ),
    );
    let chart = format!(
        r#"<c:chartSpace xmlns:c="{drawing_space}/chart"><c:chart><c:plotArea><c:layout/></c:plotArea></c:chart></c:chartSpace>"#
    );
    let flat = format!(
        r#"<chartsheet {EXCEL}><sheetViews><sheetView workbookViewId="0"/></sheetViews><pageSetup r:id="rId2"/><drawing r:id="rId1"/></chartsheet>"#
    );
    let empty = format!(
        r#"<xdr:wsDr xmlns:xdr="{drawing_space}/spreadsheetDrawing" xmlns:a="{drawing_space}/main"/>"#
    );
    let hidden = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1">{}</row></sheetData></worksheet>"#,
        text("A1", "", "In een verborgen blad")
    );
    let linked = format!(
        r#"<externalLink {EXCEL}><oleLink r:id="rId1" progId="Word.Document.12"><oleItems><oleItem name="stuk van Smit" icon="1"/></oleItems></oleLink></externalLink>"#
    );
    let control = format!(
        r#"<formControlPr xmlns="{MICROSOFT}/spreadsheetml/2009/9/main" objectType="List" fmlaRange="Bron!$A$1:$A$9"><itemLst><item val="keuze Mulder"/></itemLst></formControlPr>"#
    );
    let mut package = Package::workbook(&book);
    package
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "worksheet", "worksheets/sheet2.xml"),
                ("rId3", "chartsheet", "chartsheets/sheet1.xml"),
                ("rId4", "styles", "styles.xml"),
                ("rId6", "externalLink", "externalLinks/externalLink1.xml"),
            ],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet)
        .leads(
            "xl/worksheets/_rels/sheet1.xml.rels",
            &[
                ("rId1", "drawing", "../drawings/drawing1.xml"),
                ("rId2", "externalLinkPath", r"file:///C:\Users\jbakker\smit.xlsx"),
                ("rId3", "hyperlink", "https://example.nl/nota"),
                ("rId4", "printerSettings", "../printerSettings/printerSettings1.bin"),
                ("rId5", "customProperty", "../customProperty1.bin"),
                ("rId6", "ctrlProp", "../ctrlProps/ctrlProp1.xml"),
            ],
        )
        .part("xl/worksheets/sheet2.xml", &format!("{SHEETS}.worksheet"), &hidden)
        .part("xl/chartsheets/sheet1.xml", &format!("{SHEETS}.chartsheet"), &flat)
        .leads(
            "xl/chartsheets/_rels/sheet1.xml.rels",
            &[
                ("rId1", "drawing", "../drawings/drawing2.xml"),
                ("rId2", "printerSettings", "../printerSettings/printerSettings2.bin"),
            ],
        )
        .part("xl/styles.xml", &format!("{SHEETS}.styles"), &styles)
        .part("xl/drawings/drawing1.xml", &format!("{PART}.drawing"), &drawing)
        .leads("xl/drawings/_rels/drawing1.xml.rels", &[("rId1", "chart", "../charts/chart1.xml")])
        .part("xl/drawings/drawing2.xml", &format!("{PART}.drawing"), &empty)
        .part("xl/charts/chart1.xml", &format!("{PART}.drawingml.chart"), &chart)
        .part("xl/ctrlProps/ctrlProp1.xml", "ms-excel.controlproperties", &control)
        .part("xl/externalLinks/externalLink1.xml", &format!("{SHEETS}.externalLink"), &linked)
        .leads(
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            &[("rId1", "oleObject", r"file:///C:\Users\jbakker\stuk.docx")],
        )
        .bytes(
            "xl/customProperty1.bin",
            &format!("application/vnd.{SHEETS}.customProperty"),
            &printer("eigen gegeven van Bakker"),
        );
    package.zip.deflated(
        "xl/printerSettings/printerSettings1.bin",
        &printer(r"\\printserver\WEERGAVE-VISSER"),
    );
    package.zip.deflated(
        "xl/printerSettings/printerSettings2.bin",
        &printer(r"\\printserver\GRAFIEK-VISSER"),
    );
    package.finish()
}

/// Where data came from, and what was kept of it.
fn data() -> Vec<u8> {
    let book = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets><pivotCaches><pivotCache cacheId="1" r:id="rId2"/></pivotCaches></workbook>"#
    );
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1"><v>42</v></c></row></sheetData></worksheet>"#
    );
    let connections = format!(
        r#"<connections {EXCEL}><connection id="1" name="Zaken" type="5" odcFile="C:\Users\jbakker\zaken.odc" sourceFile="C:\Users\jbakker\bron.accdb" description="Vraag het Smit"><dbPr connection="Provider=MSOLAP;Data Source=kubus.voorbeeld.intern" command="SELECT Verzuim"/></connection><connection id="2" name="Web" type="4"><webPr url="https://intranet.voorbeeld.local/lijst" sourceData="1"/></connection><connection id="3" name="Tekst" type="6"><textPr sourceFile="C:\Users\jbakker\invoer.csv"/></connection><connection id="4" name="Query - Personen" type="5"><dbPr connection="Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;Location=Personen" command="SELECT * FROM [Personen]"/></connection></connections>"#
    );
    let cache = format!(
        r#"<pivotCacheDefinition {EXCEL} r:id="rId1" refreshedBy="Janne de Vries" refreshedDate="46083.5" recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="Bron" r:id="rId2"/></cacheSource><cacheFields count="1"><cacheField name="Naam" numFmtId="0"><sharedItems><s v="Gewist Smit"/></sharedItems><fieldGroup par="0" base="0"/></cacheField></cacheFields></pivotCacheDefinition>"#
    );
    let records = format!(
        r#"<pivotCacheRecords {EXCEL} count="1"><r><s v="Regel Mulder"/></r></pivotCacheRecords>"#
    );
    let slicer = format!(
        r#"<slicerCacheDefinition xmlns="{MICROSOFT}/spreadsheetml/2009/9/main" name="Slicer_Naam" sourceName="Naam"><data><tabular pivotCacheId="1"><items count="1"><i x="0"/></items></tabular></data></slicerCacheDefinition>"#
    );
    let timeline = format!(
        r#"<timelineCacheDefinition xmlns="{MICROSOFT}/spreadsheetml/2010/11/main" name="Tijdlijn_Zaak" sourceName="Zaakdatum"><state minimalRefreshVersion="6" lastRefreshVersion="6" pivotCacheId="1" filterType="unknown"/></timelineCacheDefinition>"#
    );
    let live = format!(
        r#"<volTypes {EXCEL}><volType type="realTimeData"><main first="koers.server"><tp t="s"><v>stand Mulder</v><stp>onderwerp Mulder</stp><tr r="A1" s="1"/></tp></main></volType></volTypes>"#
    );
    let kept = format!(
        r#"<metadata {EXCEL}><metadataTypes count="1"><metadataType name="XLMDX" minSupportedVersion="120000"/></metadataTypes><metadataStrings count="1"><s v="[Personen].[Naam].[Kubus Smit]"/></metadataStrings></metadata>"#
    );
    let mashup = r#"<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">AAAAAFNlcnZlciBpbiBkZSBxdWVyeTogc3FsLnZvb3JiZWVsZC5pbnRlcm4=</DataMashup>"#;
    let mut package = Package::workbook(&book);
    package
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
                ("rId3", "connections", "connections.xml"),
                ("rId4", "http://schemas.microsoft.com/office/2007/relationships/slicerCache", "slicerCaches/slicerCache1.xml"),
                ("rId5", "http://schemas.microsoft.com/office/2011/relationships/timelineCache", "timelineCaches/timelineCache1.xml"),
                ("rId6", "volatileDependencies", "volatileDependencies.xml"),
                ("rId7", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/powerPivotData", "model/item.data"),
                ("rId8", "customXml", "../customXml/item1.xml"),
                ("rId9", "sheetMetadata", "metadata.xml"),
                ("rId10", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "macrosheets/sheet1.xml"),
            ],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet)
        .part("xl/connections.xml", &format!("{SHEETS}.connections"), &connections)
        .part("xl/pivotCache/pivotCacheDefinition1.xml", &format!("{SHEETS}.pivotCacheDefinition"), &cache)
        .leads(
            "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels",
            &[
                ("rId1", "pivotCacheRecords", "pivotCacheRecords1.xml"),
                ("rId2", "externalLinkPath", r"file:///C:\Users\jbakker\draai.xlsx"),
            ],
        )
        .part("xl/pivotCache/pivotCacheRecords1.xml", &format!("{SHEETS}.pivotCacheRecords"), &records)
        .part("xl/slicerCaches/slicerCache1.xml", "ms-excel.slicerCache", &slicer)
        .part("xl/timelineCaches/timelineCache1.xml", "ms-excel.timelineCache", &timeline)
        .part("xl/volatileDependencies.xml", &format!("{SHEETS}.volatileDependencies"), &live)
        .part("xl/metadata.xml", &format!("{SHEETS}.sheetMetadata"), &kept)
        .part(
            "xl/macrosheets/sheet1.xml",
            "ms-excel.macrosheet",
            r#"<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><f>ALERT("Van Bakker")</f></c></row></sheetData></xm:macrosheet>"#,
        )
        .plain("customXml/item1.xml", mashup)
        .bytes("xl/model/item.data", &format!("application/vnd.{PART}.model+data"), b"\x01\x02model van Mulder");
    package.finish()
}

/// A shared workbook, with the log of its changes.
fn review() -> Vec<u8> {
    let book = format!(
        r#"<workbook {EXCEL}><sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1"><v>42</v></c></row></sheetData></worksheet>"#
    );
    let headers = format!(
        r#"<headers {EXCEL} guid="{{11111111-0000-0000-0000-000000000001}}"><header guid="{{11111111-0000-0000-0000-000000000001}}" dateTime="2026-03-02T10:00:00" maxSheetId="2" userName="Janne de Vries" r:id="rId1"><sheetIdMap count="1"><sheetId val="1"/></sheetIdMap></header></headers>"#
    );
    let log = format!(
        r#"<revisions {EXCEL}><rcc rId="1" sId="1"><oc r="A1" t="inlineStr"><is><t>Oude waarde Smit</t></is></oc><nc r="A1"><v>42</v></nc></rcc><rcmt sheetId="1" cell="A1" guid="{{11111111-0000-0000-0000-000000000002}}" author="Opmerker Mulder" newLength="9"/></revisions>"#
    );
    let users = format!(
        r#"<users {EXCEL} count="1"><userInfo guid="{{11111111-0000-0000-0000-000000000003}}" name="Gebruiker Kramer" id="-1" dateTime="2026-03-02T10:00:00"/></users>"#
    );
    let mut package = Package::workbook(&book);
    package
        .leads(
            "xl/_rels/workbook.xml.rels",
            &[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "revisionHeaders", "revisions/revisionHeaders.xml"),
                ("rId3", "usernames", "revisions/userNames.xml"),
            ],
        )
        .part("xl/worksheets/sheet1.xml", &format!("{SHEETS}.worksheet"), &sheet)
        .part("xl/revisions/revisionHeaders.xml", &format!("{SHEETS}.revisionHeaders"), &headers)
        .leads(
            "xl/revisions/_rels/revisionHeaders.xml.rels",
            &[("rId1", "revisionLog", "revisionLog1.xml")],
        )
        .part("xl/revisions/revisionLog1.xml", &format!("{SHEETS}.revisionLog"), &log)
        .part("xl/revisions/userNames.xml", &format!("{SHEETS}.userNames"), &users);
    package.finish()
}
