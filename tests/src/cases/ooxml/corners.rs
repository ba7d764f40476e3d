//! Corners of Word, Excel and PowerPoint files in which programs leave words that nobody sees.

use super::{EXCEL, Package, SHEETS, SHOWS, SLIDES, WORD, WORDS, one_page, sheet_of};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/corners", "hoeken.docx", word()),
        Case::new("xlsx/corners", "hoeken.xlsx", excel()),
        Case::new("pptx/corners", "hoeken.pptx", powerpoint()),
    ]
}

/// Colours that are those of what lies behind, fields that say what they show, and settings.
fn word() -> Vec<u8> {
    let paragraphs = concat!(
        r#"<w:p><w:r><w:rPr><w:color w:val="FF0000"/><w:shd w:val="clear" w:fill="FF0000"/></w:rPr><w:t>Rood op rood.</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:rPr><w:color w:val="000000"/><w:highlight w:val="black"/></w:rPr><w:t>Zwart op zwart.</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:rPr><w:color w:val="FEFEFE"/></w:rPr><w:t>Bijna wit.</w:t></w:r></w:p>"#,
        r#"<w:p><w:pPr><w:pStyle w:val="Wit"/></w:pPr><w:r><w:t>Wit door een stijl.</w:t></w:r></w:p>"#,
        r#"<w:p><w:pPr><w:pStyle w:val="Balk"/></w:pPr><w:r><w:t>Wit op een balk.</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:rPr><w14:textFill><w14:noFill/></w14:textFill></w:rPr><w:t>Niet gevuld.</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:rPr><w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="40000"/></w14:srgbClr></w14:solidFill></w14:textFill></w:rPr><w:t>Wat lichter.</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FILENAME \p </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>H:\jbakker\nota.docx</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF 1 = 2 "Afwijzen" "" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
        r#"<w:p><w:bookmarkStart w:id="1" w:name="_HlkBezwaar"/><w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="_Hlk12345678"/><w:bookmarkEnd w:id="2"/></w:p>"#,
        r#"<w:p><w:fldSimple w:instr=" USERNAME &quot;Joris Bakker&quot; "><w:r><w:t>JB</w:t></w:r></w:fldSimple></w:p>"#,
    );
    let styles = format!(
        r#"<w:styles {WORD}><w:style w:type="paragraph" w:styleId="Wit"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Balk"><w:basedOn w:val="Wit"/><w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style></w:styles>"#
    );
    let settings = format!(
        r#"<w:settings {WORD} xmlns:sl="http://schemas.openxmlformats.org/schemaLibrary/2006/main"><w:attachedSchema w:val="urn:zaaksysteem-voorbeeld"/><sl:schemaLibrary><sl:schema sl:uri="urn:zaaksysteem-voorbeeld"/></sl:schemaLibrary><w:captions><w:caption w:name="Bijlage Vermeer"/></w:captions></w:settings>"#
    );
    let mut package = one_page(paragraphs);
    package
        .leads(
            "word/_rels/document.xml.rels",
            &[("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml")],
        )
        .part("word/styles.xml", &format!("{WORDS}.styles"), &styles)
        .part("word/settings.xml", &format!("{WORDS}.settings"), &settings);
    package.finish()
}

/// Names, remarks in formulas, views, tags of words, and a link to the files of one person.
fn excel() -> Vec<u8> {
    let more = r#"<externalReferences><externalReference r:id="rId3"/></externalReferences><definedNames><definedName name="Bezwaar_Yilmaz">Lijst!$A$1</definedName><definedName name="noot">"Niet delen met de pers"</definedName></definedNames><webPublishObjects count="1"><webPublishObject id="1" divId="x" destinationFile="C:\Users\jbakker\lijst.htm" title="Concept"/></webPublishObjects>"#;
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>Blauw op blauw</t></is></c><c r="B1"><f>1+N("Bedrag klopt niet")</f><v>1</v></c></row><row r="2" ht="0.75" customHeight="1"><c r="A2" t="inlineStr"><is><t>Een lijn hoog</t></is></c></row></sheetData><customSheetViews><customSheetView guid="{{11111111-0000-0000-0000-000000000000}}"><headerFooter><oddHeader>&amp;CAlleen voor intern beraad</oddHeader></headerFooter></customSheetView></customSheetViews><smartTags><cellSmartTags r="A1"><cellSmartTag type="0"><cellSmartTagPr key="naam" val="Janne de Vries"/></cellSmartTag></cellSmartTags></smartTags></worksheet>"#
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><fonts count="2"><font><color theme="1"/></font><font><color rgb="FF0000FF"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF0000FF"/></patternFill></fill></fills><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="1"/></cellXfs></styleSheet>"#
    );
    let linked = format!(
        r#"<externalLink {EXCEL} xmlns:xxl21="http://schemas.microsoft.com/office/spreadsheetml/2021/extlinks2021"><externalBook r:id="rId1"><xxl21:alternateUrls driveId="b!zwarteslang12" itemId="01GEHEIM77"/><sheetNames><sheetName val="Bron"/></sheetNames></externalBook></externalLink>"#
    );
    let mine =
        "https://voorbeeld-my.sharepoint.com/personal/jbakker_example_nl/Documents/bron.xlsx";
    let link = ("rId3", "externalLink", "externalLinks/externalLink1.xml");
    let mut package = sheet_of(more, &[link], &sheet, &styles);
    package
        .leads(
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            &[("rId1", "externalLinkPath", mine)],
        )
        .part("xl/externalLinks/externalLink1.xml", &format!("{SHEETS}.externalLink"), &linked);
    package.finish()
}

/// Letters that are not filled, a slide that is not shown and what knows of it, and the place where a sound came from.
fn powerpoint() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/><p:sldId id="257" r:id="rId2"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:custShowLst><p:custShow name="Kort" id="0"><p:sldLst><p:sld r:id="rId1"/><p:sld r:id="rId2"/></p:sldLst></p:custShow></p:custShowLst><p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Deel" id="{{11111111-0000-0000-0000-000000000000}}"><p14:sldIdLst><p14:sldId id="256"/><p14:sldId id="257"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>"#
    );
    let tree = r#"<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"#;
    let shape = |fill: &str, text: &str| {
        format!(
            r#"<p:sp><p:nvSpPr><p:cNvPr id="2" name=""/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:rPr>{fill}</a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"#
        )
    };
    let slide = format!(
        r#"<p:sld {SLIDES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{}{}{}<p:pic><p:nvPicPr><p:cNvPr id="5" name=""/><p:cNvPicPr/><p:nvPr><a:wavAudioFile r:embed="rId1" name="C:\Users\jbakker\stem.wav"/></p:nvPr></p:nvPicPr><p:blipFill/><p:spPr/></p:pic></p:spTree></p:cSld></p:sld>"#,
        shape("<a:noFill/>", "Niet gevuld."),
        shape(
            r#"<a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill>"#,
            "Doorzichtig."
        ),
        shape(
            r#"<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln><a:noFill/><a:hlinkClick r:id="rId2" action="ppaction://hlinksldjump"/>"#,
            "Alleen een rand."
        ),
    );
    let aside = format!(
        r#"<p:sld {SLIDES} show="0"><p:cSld><p:spTree>{tree}{}</p:spTree></p:cSld></p:sld>"#,
        shape("", "Deze dia laten we niet zien."),
    );
    let notes = format!(
        r#"<p:notes {SLIDES}><p:cSld><p:spTree>{tree}{}</p:spTree></p:cSld></p:notes>"#,
        shape("", "Vraag het Janne de Vries."),
    );
    let mut package = Package::show(&show);
    package
        .leads(
            "ppt/_rels/presentation.xml.rels",
            &[("rId1", "slide", "slides/slide1.xml"), ("rId2", "slide", "slides/slide2.xml")],
        )
        .leads(
            "ppt/slides/_rels/slide1.xml.rels",
            &[("rId1", "audio", "../media/audio1.wav"), ("rId2", "slide", "slide2.xml")],
        )
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide)
        .leads(
            "ppt/slides/_rels/slide2.xml.rels",
            &[("rId1", "notesSlide", "../notesSlides/notesSlide1.xml")],
        )
        .part("ppt/slides/slide2.xml", &format!("{SHOWS}.slide"), &aside)
        .leads(
            "ppt/notesSlides/_rels/notesSlide1.xml.rels",
            &[("rId1", "slide", "../slides/slide2.xml")],
        )
        .part("ppt/notesSlides/notesSlide1.xml", &format!("{SHOWS}.notesSlide"), &notes);
    package.types += r#"<Default Extension="wav" ContentType="audio/x-wav"/>"#;
    package.zip.deflated("ppt/media/audio1.wav", b"RIFF\x04\0\0\0WAVE");
    package.finish()
}
