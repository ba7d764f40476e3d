//! PowerPoint.

use super::super::{MAP, Package, SHOWS, SLIDES};
use super::MICROSOFT;
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("pptx/presentation", "voorstelling.pptx", presentation()),
        Case::new("pptx/review", "samen gemaakt.pptx", review()),
    ]
}

const TREE: &str =
    r#"<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"#;

fn shape(id: u32, about: &str, text: &str) -> String {
    format!(
        r#"<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Vak {id}"/><p:cNvSpPr/><p:nvPr>{about}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"#
    )
}

fn tree(name: &str, about: &str, shapes: &str, after: &str) -> String {
    format!(
        r#"<p:{name} {SLIDES}{about}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>{after}</p:{name}>"#
    )
}

/// What belongs to the show and is on no slide: tags, printer, addresses, layouts, masters.
fn presentation() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES} removePersonalInfoOnSave="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId2"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId3"/></p:notesMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/><p:photoAlbum layout="1pic"/><p:custDataLst><p:tags r:id="rId4"/></p:custDataLst></p:presentation>"#
    );
    let movie = format!(
        r#"<p:pic><p:nvPicPr><p:cNvPr id="9" name="stem.m4a"/><p:cNvPicPr/><p:nvPr><a:audioFile r:link="rId4"/><p:extLst><p:ext uri="{{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}}"><p14:media xmlns:p14="{MICROSOFT}/powerpoint/2010/main" r:embed="rId5"/></p:ext></p:extLst></p:nvPr></p:nvPicPr><p:blipFill><a:blip/></p:blipFill><p:spPr/></p:pic>"#
    );
    let slide = tree(
        "sld",
        "",
        &(shape(2, r#"<p:custDataLst><p:tags r:id="rId3"/></p:custDataLst>"#, "Overzicht")
            + &movie),
        "",
    );
    let tags = |name: &str, value: &str| {
        format!(r#"<p:tagLst {SLIDES}><p:tag name="{name}" val="{value}"/></p:tagLst>"#)
    };
    let update = format!(
        r#"<p:sldSyncPr {SLIDES} serverSldId="oude/dia" serverSldModifiedTime="2026-03-02T10:00:00Z" clientInsertedTime="2026-03-03T10:00:00Z"/>"#
    );
    let about = format!(
        r#"<p:presentationPr {SLIDES}><p:htmlPubPr r:id="rId1" title="Webversie van Bakker"><p:sldAll/></p:htmlPubPr></p:presentationPr>"#
    );
    let header = r#"<p:ph type="hdr" sz="quarter"/>"#;
    let footer = r#"<p:ph type="ftr" sz="quarter" idx="11"/>"#;
    let layouts = r#"<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>"#;
    let theme = r#"<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Thema van Mulder"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="000000"/></a:dk2><a:lt2><a:srgbClr val="FFFFFF"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="4472C4"/></a:accent2><a:accent3><a:srgbClr val="4472C4"/></a:accent3><a:accent4><a:srgbClr val="4472C4"/></a:accent4><a:accent5><a:srgbClr val="4472C4"/></a:accent5><a:accent6><a:srgbClr val="4472C4"/></a:accent6><a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln/><a:ln/><a:ln/></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"#;
    let layout = |shapes: &str| tree("sldLayout", "", shapes, "");
    let mut package = Package::show(&show);
    package
        .leads(
            "ppt/_rels/presentation.xml.rels",
            &[
                ("rId1", "slide", "slides/slide1.xml"),
                ("rId2", "slideMaster", "slideMasters/slideMaster1.xml"),
                ("rId3", "notesMaster", "notesMasters/notesMaster1.xml"),
                ("rId4", "tags", "tags/tag1.xml"),
                ("rId5", "presProps", "presProps.xml"),
                ("rId6", "printerSettings", "printerSettings/printerSettings1.bin"),
                ("rId7", "theme", "theme/theme1.xml"),
            ],
        )
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide)
        .leads(
            "ppt/slides/_rels/slide1.xml.rels",
            &[
                ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
                ("rId2", "slideUpdateInfo", "../slideUpdateInfo/slideUpdateInfo1.xml"),
                ("rId3", "tags", "../tags/tag2.xml"),
                ("rId4", "audio", "../media/media1.m4a"),
                ("rId5", "http://schemas.microsoft.com/office/2007/relationships/media", "../media/media1.m4a"),
            ],
        )
        .part("ppt/tags/tag1.xml", &format!("{SHOWS}.tags"), &tags("SJABLOON", r"C:\Users\jbakker\huisstijl.potx"))
        .part("ppt/tags/tag2.xml", &format!("{SHOWS}.tags"), &tags("MAKER", "invoegtoepassing van Smit"))
        .part("ppt/slideUpdateInfo/slideUpdateInfo1.xml", &format!("{SHOWS}.slideUpdateInfo"), &update)
        .leads(
            "ppt/slideUpdateInfo/_rels/slideUpdateInfo1.xml.rels",
            &[("rId1", "slideUpdateUrl", "https://intranet.voorbeeld.local/dias")],
        )
        .part("ppt/presProps.xml", &format!("{SHOWS}.presProps"), &about)
        .leads("ppt/_rels/presProps.xml.rels", &[("rId1", "htmlPubSaveAs", r"file:///C:\Users\jbakker\web.htm")])
        .part("ppt/slideLayouts/slideLayout1.xml", &format!("{SHOWS}.slideLayout"), &layout(&shape(2, footer, "Voettekst van Jansen")))
        .leads("ppt/slideLayouts/_rels/slideLayout1.xml.rels", &[("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")])
        .part("ppt/slideLayouts/slideLayout2.xml", &format!("{SHOWS}.slideLayout"), &layout(&shape(2, "", "Nooit gebruikt, voor Kramer")))
        .leads("ppt/slideLayouts/_rels/slideLayout2.xml.rels", &[("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")])
        .part("ppt/slideMasters/slideMaster1.xml", &format!("{SHOWS}.slideMaster"), &tree("sldMaster", "", &shape(2, "", "Mail p.jansen@example.nl"), &format!("{MAP}{layouts}")))
        .leads(
            "ppt/slideMasters/_rels/slideMaster1.xml.rels",
            &[
                ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
                ("rId2", "slideLayout", "../slideLayouts/slideLayout2.xml"),
                ("rId3", "theme", "../theme/theme1.xml"),
            ],
        )
        .part("ppt/notesMasters/notesMaster1.xml", &format!("{SHOWS}.notesMaster"), &tree("notesMaster", "", &shape(2, header, "Kop van Vermeer"), MAP))
        .leads("ppt/notesMasters/_rels/notesMaster1.xml.rels", &[("rId1", "theme", "../theme/theme2.xml")])
        .part("ppt/theme/theme1.xml", "openxmlformats-officedocument.theme", theme)
        .part("ppt/theme/theme2.xml", "openxmlformats-officedocument.theme", &theme.replace("Thema van Mulder", "Office"))
        .ending("m4a", "audio/mp4")
        .bytes(
            "ppt/printerSettings/printerSettings1.bin",
            &format!("application/vnd.{SHOWS}.printerSettings"),
            br#"<?xml version="1.0"?><plist version="1.0"><dict><key>com.apple.print.PrintSettings.PMJobName</key><string>Taak van Visser</string></dict></plist>"#,
        );
    package.zip.stored("ppt/media/media1.m4a", b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42");
    package.finish()
}

/// Comments with answers, tasks and reactions, and the history of who changed what.
fn review() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let slide = tree(
        "sld",
        "",
        &shape(2, "", "Overzicht"),
        &format!(
            r#"<p:extLst><p:ext uri="{{6950BFC3-D8DA-4A85-94F7-54DA5524770B}}"><p188:commentRel xmlns:p188="{MICROSOFT}/powerpoint/2018/8/main" r:id="rId1"/></p:ext></p:extLst>"#
        ),
    );
    let space = format!(r#"xmlns:p188="{MICROSOFT}/powerpoint/2018/8/main""#);
    let authors = format!(
        r#"<p188:authorLst {space}><p188:author id="{{A}}" name="Janne de Vries" initials="JdV" userId="S::j.devries@example.nl::1" providerId="AD"/><p188:author id="{{B}}" name="Piet Jansen" initials="PJ" userId="S::p.jansen@example.nl::1" providerId="AD"/></p188:authorLst>"#
    );
    let body = |text: &str| {
        format!("<p188:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p188:txBody>")
    };
    let comments = format!(
        r#"<p188:cmLst {space} {SLIDES}><p188:cm id="{{C}}" authorId="{{A}}" created="2026-03-02T10:00:00.000" startDate="2026-03-05T00:00:00" dueDate="2026-03-06T00:00:00" assignedTo="{{B}}" complete="0" title="Taak: foto zoeken"><p188:replyLst><p188:reply id="{{D}}" authorId="{{B}}" created="2026-03-03T10:00:00.000">{}</p188:reply></p188:replyLst>{}<p188:extLst><p:ext uri="{{BB5DF16E-C1DE-4E4A-8E4E-5D5B3F4B9E3D}}"><p223:reactions xmlns:p223="{MICROSOFT}/powerpoint/2022/03/main"><p223:rxn type="&#x1F44D;"><p223:instance time="2026-03-04T10:00:00" authorId="{{B}}"/></p223:rxn></p223:reactions></p:ext></p188:extLst></p188:cm></p188:cmLst>"#,
        body("Die van Smit dan?"),
        body("Andere foto?"),
    );
    let changes = format!(
        r#"<pc:chgInfo xmlns:pc="{MICROSOFT}/powerpoint/2013/main/command" xmlns:ac="{MICROSOFT}/drawing/2013/main/command"><pc:docChgLst><pc:chgData name="Saskia Visser" userId="S::s.visser@example.nl::1" providerId="AD" clId="Web-1"/><pc:docChg chg="modSld"><pc:chgData name="Saskia Visser" userId="S::s.visser@example.nl::1" providerId="AD" clId="Web-1" dt="2026-03-02T10:00:00"/></pc:docChg></pc:docChgLst></pc:chgInfo>"#
    );
    let revision = format!(
        r#"<p1510:revInfo xmlns:p1510="{MICROSOFT}/powerpoint/2015/10/main"><p1510:revLst><p1510:client id="{{11111111-0000-0000-0000-000000000001}}" v="17" dt="2026-03-02T10:00:00"/></p1510:revLst></p1510:revInfo>"#
    );
    let left = format!(
        r#"<p:cmAuthorLst {SLIDES}><p:cmAuthor id="1" name="Vroegere Kramer" initials="VK" lastIdx="1" clrIdx="0"><p:extLst><p:ext uri="{{19B8F6BF-5375-455C-9EA6-DF929625EA0E}}"><p15:presenceInfo xmlns:p15="{MICROSOFT}/powerpoint/2012/main" userId="S::v.kramer@example.nl::1" providerId="AD"/></p:ext></p:extLst></p:cmAuthor></p:cmAuthorLst>"#
    );
    let mut package = Package::show(&show);
    package
        .leads(
            "ppt/_rels/presentation.xml.rels",
            &[
                ("rId1", "slide", "slides/slide1.xml"),
                ("rId5", "commentAuthors", "commentAuthors.xml"),
                (
                    "rId2",
                    "http://schemas.microsoft.com/office/2018/10/relationships/authors",
                    "authors.xml",
                ),
                (
                    "rId3",
                    "http://schemas.microsoft.com/office/2016/11/relationships/changesInfo",
                    "changesInfos/changesInfo1.xml",
                ),
                (
                    "rId4",
                    "http://schemas.microsoft.com/office/2015/10/relationships/revisionInfo",
                    "revisionInfo.xml",
                ),
            ],
        )
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide)
        .leads(
            "ppt/slides/_rels/slide1.xml.rels",
            &[(
                "rId1",
                "http://schemas.microsoft.com/office/2018/10/relationships/comments",
                "../comments/modernComment_1.xml",
            )],
        )
        .part("ppt/commentAuthors.xml", &format!("{SHOWS}.commentAuthors"), &left)
        .part("ppt/authors.xml", "ms-powerpoint.authors", &authors)
        .part("ppt/comments/modernComment_1.xml", "ms-powerpoint.comments", &comments)
        .part("ppt/changesInfos/changesInfo1.xml", "ms-powerpoint.changesinfo", &changes)
        .part("ppt/revisionInfo.xml", "ms-powerpoint.revisioninfo", &revision);
    package.finish()
}
