//! Pictures, charts, diagrams and objects in Word.

use super::super::{OFFICE, one_page};
use super::{DRAWING, MICROSOFT, bytes};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![Case::new("docx/pictures", "beelden.docx", pictures())]
}

/// Pictures with all that they carry, drawings, charts, diagrams, and what stands behind them.
fn pictures() -> Vec<u8> {
    let spaces = format!(
        r#"xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture" xmlns:wp="{DRAWING}/wordprocessingDrawing""#
    );
    let framed = |id: u32, about: &str, inner: &str| {
        format!(
            r#"<w:p><w:r><w:drawing><wp:inline {spaces}><wp:extent cx="900000" cy="900000"/><wp:docPr id="{id}" name="Afbeelding {id}"{about}/><a:graphic>{inner}</a:graphic></wp:inline></w:drawing></w:r></w:p>"#
        )
    };
    let picture = |id: u32, about: &str, name: &str, blip: &str, cut: &str| {
        framed(
            id,
            about,
            &format!(
                r#"<a:graphicData uri="{DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{id}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}{cut}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"#
            ),
        )
    };
    let layer = format!(
        r#"<a:blip r:embed="rId2"><a:extLst><a:ext uri="{{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}}"><a14:imgProps xmlns:a14="{MICROSOFT}/drawing/2010/main"><a14:imgLayer r:embed="rId5"><a14:imgEffect><a14:sharpenSoften amount="25000"/></a14:imgEffect></a14:imgLayer></a14:imgProps></a:ext></a:extLst></a:blip>"#
    );
    let vector = format!(
        r#"<a:blip r:embed="rId2"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{MICROSOFT}/drawing/2016/SVG/main" r:embed="rId3"/></a:ext></a:extLst></a:blip>"#
    );
    let signature = format!(
        r#"<a:extLst><a:ext uri="{{91240B29-F687-4F45-9708-019B960494DF}}"><a15:signatureLine xmlns:a15="{MICROSOFT}/drawing/2012/main" isSignatureLine="1" id="{{11111111-0000-0000-0000-000000000002}}" provId="{{00000000-0000-0000-0000-000000000000}}" suggestedSigner="Hendrik Smit" suggestedSigner2="Chef Smit" suggestedSignerEmail="h.smit@example.nl" signingInstructions="Teken voor Smit"/></a:ext></a:extLst>"#
    );
    let vml = r#"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office""#;
    let body = [
        picture(1, r#" descr="C:\Users\jbakker\foto1.jpg""#, r"C:\Users\jbakker\bron1.jpg", r#"<a:blip r:embed="rId1"/>"#, r#"<a:srcRect l="25000" t="10000"/>"#),
        picture(2, r#" descr="Een plein""#, "plein.png", &layer, ""),
        picture(3, r#" descr="Een wapen""#, "wapen", &vector, ""),
        picture(4, r#" descr="Een lijn""#, "lijn", r#"<a:blip r:embed="rId4"/>"#, "")
            .replace(r#"name="lijn"/>"#, &format!(r#"name="lijn">{signature}</pic:cNvPr>"#)),
        picture(5, r#" descr="Elders""#, "elders", r#"<a:blip r:embed="rId2" r:link="rId6"/>"#, ""),
        framed(6, "", &format!(r#"<a:graphicData uri="{DRAWING}/chart"><c:chart xmlns:c="{DRAWING}/chart" r:id="rId7"/></a:graphicData>"#)),
        framed(7, "", &format!(r#"<a:graphicData uri="{DRAWING}/chart"><c:chart xmlns:c="{DRAWING}/chart" r:id="rId8"/></a:graphicData>"#)),
        framed(8, "", &format!(r#"<a:graphicData uri="{DRAWING}/diagram"><dgm:relIds xmlns:dgm="{DRAWING}/diagram" r:dm="rId9" r:lo="rId10" r:qs="rId11" r:cs="rId12"/></a:graphicData>"#)),
        framed(9, "", &format!(r#"<a:graphicData uri="{DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="9" name="film"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId2"><a:extLst><a:ext uri="{{C809E66F-F1BF-436E-b5F7-EEA9579F0CBA}}"><wp15:webVideoPr xmlns:wp15="{MICROSOFT}/word/2012/wordprocessingDrawing" embeddedHtml="&lt;iframe src=&quot;https://video.example.nl/?kijker=17&quot;/&gt;" h="9" w="16"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"#)),
        format!(r#"<w:p><w:r><w:pict {vml}><v:shape id="s1" style="width:50pt;height:50pt" alt="C:\Users\jbakker\oud.gif"><v:imagedata r:id="rId2" o:title="C:\Users\jbakker\titel.gif" cropleft="9830f" croptop="6554f"/></v:shape></w:pict></w:r></w:p>"#),
        format!(r#"<w:p><w:r><w:pict {vml}><v:shape id="s2" style="width:50pt;height:50pt"><o:signatureline v:ext="edit" issignatureline="t" id="{{11111111-0000-0000-0000-000000000001}}" provid="{{00000000-0000-0000-0000-000000000000}}" o:suggestedsigner="Willem Kramer" o:suggestedsigner2="Hoofd Kramer" o:suggestedsigneremail="w.kramer@example.nl" o:signinginstructions="Teken voor Kramer"/></v:shape></w:pict></w:r></w:p>"#),
        format!(r#"<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="{MICROSOFT}/word/2010/wordprocessingShape"><mc:Choice Requires="wps"><w:r><w:t xml:space="preserve">Mail een@example.nl </w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>Mail twee@example.nl</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"#),
        format!(r#"<w:p><w:r><w:object {vml}><o:OLEObject Type="Link" ProgID="Excel.Sheet.12" ShapeID="s1" DrawAspect="Content" ObjectID="_1" r:id="rId13" UpdateMode="OnCall"><o:FieldCodes>\f 0 gekoppeld blad</o:FieldCodes></o:OLEObject></w:object></w:r></w:p>"#),
        r#"<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblCaption w:val="G:\zaken\lijst.xlsx"/><w:tblDescription w:val="Wie belt 06-87654321"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>Cel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#.to_owned(),
        r#"<w:p><w:hyperlink r:id="rId14"><w:r><w:t>Schrijf ons.</w:t></w:r></w:hyperlink> <w:hyperlink r:id="rId15"><w:r><w:t>Zie intern.</w:t></w:r></w:hyperlink> <w:hyperlink r:id="rId17"><w:r><w:t>Zie de map.</w:t></w:r></w:hyperlink></w:p>"#.to_owned(),
        r#"<w:p><w:r><w:object><w:control r:id="rId18" w:name="Lijst1"/></w:object></w:r></w:p>"#.to_owned(),
        r#"<w:altChunk r:id="rId16"/>"#.to_owned(),
    ]
    .concat();
    let chart = |data: &str| {
        format!(
            r#"<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main" xmlns:r="{OFFICE}/relationships"><c:chart><c:plotArea><c:layout/></c:plotArea></c:chart>{data}</c:chartSpace>"#
        )
    };
    let data = format!(
        r#"<dgm:dataModel xmlns:dgm="{DRAWING}/diagram" xmlns:a="{DRAWING}/main"><dgm:ptLst><dgm:pt modelId="1" type="doc"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:endParaRPr lang="nl-NL"/></a:p></dgm:t></dgm:pt><dgm:pt modelId="2"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:r><a:t>Bel 06-23456789</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst/><dgm:bg/><dgm:whole/></dgm:dataModel>"#
    );
    let part = |name: &str, attributes: &str, inner: &str| {
        format!(
            r#"<dgm:{name} xmlns:dgm="{DRAWING}/diagram" xmlns:a="{DRAWING}/main"{attributes}>{inner}</dgm:{name}>"#
        )
    };
    let drawing = "openxmlformats-officedocument.drawingml";
    let mut package = one_page(&body);
    package
        .ending("jpeg", "image/jpeg")
        .ending("png", "image/png")
        .ending("svg", "image/svg+xml")
        .ending("emf", "image/x-emf")
        .ending("wdp", "image/vnd.ms-photo")
        .ending("htm", "text/html")
        .ending("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .leads(
            "word/_rels/document.xml.rels",
            &[
                ("rId1", "image", "media/image1.jpeg"),
                ("rId2", "image", "media/image2.png"),
                ("rId3", "image", "media/image3.svg"),
                ("rId4", "image", "media/image4.emf"),
                (
                    "rId5",
                    "http://schemas.microsoft.com/office/2007/relationships/hdphoto",
                    "media/hdphoto1.wdp",
                ),
                ("rId6", "image", r"file:///C:\Users\jbakker\elders.jpg"),
                ("rId7", "chart", "charts/chart1.xml"),
                ("rId8", "chart", "charts/chart2.xml"),
                ("rId9", "diagramData", "diagrams/data1.xml"),
                ("rId10", "diagramLayout", "diagrams/layout1.xml"),
                ("rId11", "diagramQuickStyle", "diagrams/quickStyle1.xml"),
                ("rId12", "diagramColors", "diagrams/colors1.xml"),
                ("rId13", "oleObject", r"file:///C:\Users\jbakker\blad.xlsx"),
                ("rId14", "hyperlink", "mailto:p.jansen@example.nl"),
                ("rId15", "hyperlink", "https://voorbeeld.sharepoint.com/sites/zaken/nota.docx"),
                ("rId16", "aFChunk", "stuk.htm"),
                ("rId17", "hyperlink", r"file:///\\server\afdeling\map"),
                ("rId18", "control", "activeX/activeX1.xml"),
            ],
        )
        .part(
            "word/charts/chart1.xml",
            &format!("{drawing}.chart"),
            &chart(r#"<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>"#),
        )
        .leads(
            "word/charts/_rels/chart1.xml.rels",
            &[("rId1", "package", "../embeddings/blad1.xlsx")],
        )
        .part(
            "word/charts/chart2.xml",
            &format!("{drawing}.chart"),
            &chart(r#"<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>"#),
        )
        .leads(
            "word/charts/_rels/chart2.xml.rels",
            &[("rId1", "oleObject", r"file:///C:\Users\jbakker\grafiek.xlsx")],
        )
        .part("word/diagrams/data1.xml", &format!("{drawing}.diagramData"), &data)
        .part(
            "word/diagrams/layout1.xml",
            &format!("{drawing}.diagramLayout"),
            &part("layoutDef", r#" uniqueId="urn:voorbeeld""#, r#"<dgm:layoutNode/>"#),
        )
        .part(
            "word/diagrams/quickStyle1.xml",
            &format!("{drawing}.diagramStyle"),
            &part("styleDef", r#" uniqueId="urn:voorbeeld""#, ""),
        )
        .part(
            "word/diagrams/colors1.xml",
            &format!("{drawing}.diagramColors"),
            &part("colorsDef", r#" uniqueId="urn:voorbeeld""#, ""),
        );
    package
        .part(
            "word/activeX/activeX1.xml",
            "ms-office.activeX",
            &format!(
                r#"<ax:ocx xmlns:ax="{MICROSOFT}/2006/activeX" xmlns:r="{OFFICE}/relationships" ax:classid="{{8BD21D20-EC42-11CE-9E0D-00AA006002F3}}" ax:persistence="persistStreamInit" r:id="rId1"/>"#
            ),
        )
        .leads(
            "word/activeX/_rels/activeX1.xml.rels",
            &[("rId1", "http://schemas.microsoft.com/office/2006/relationships/activeXControlBinary", "activeX1.bin")],
        )
        .bytes("word/activeX/activeX1.bin", "application/vnd.ms-office.activeX", b"\x20\x1D\xD2\x8B\0\0Keuze van Mulder\0\0");
    for (name, bytes) in [
        ("media/image1.jpeg", bytes("jpeg/everything")),
        ("media/image2.png", bytes("png/everything")),
        ("media/image3.svg", bytes("svg/everything")),
        ("media/image4.emf", emf("Tekenaar\0Lijn van Mulder\0\0")),
        ("media/hdphoto1.wdp", b"II\xBC\x01\x08\0\0\0".to_vec()),
        ("embeddings/blad1.xlsx", super::super::excel()),
        ("stuk.htm", b"<html><body><p>Mail drie@example.nl</p></body></html>".to_vec()),
    ] {
        package.zip.deflated(&format!("word/{name}"), &bytes);
    }
    package.finish()
}

/// A drawing with nothing in it but a description.
fn emf(text: &str) -> Vec<u8> {
    let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let header = 100 + text.len().next_multiple_of(4);
    let mut bytes = Vec::new();
    let mut number = |value: usize| {
        bytes.extend(u32::try_from(value).expect("a small number").to_le_bytes());
    };
    [1, header, 0, 0, 9, 9, 0, 0, 900, 900].into_iter().for_each(&mut number);
    [0x464D_4520, 0x0001_0000, header + 20, 2, 1].into_iter().for_each(&mut number);
    [text.len() / 2, 100, 0, 1024, 768, 320, 240, 0, 0, 0].into_iter().for_each(&mut number);
    bytes.extend(text);
    bytes.resize(header, 0);
    for value in [14_u32, 20, 0, 16, 20] {
        bytes.extend(value.to_le_bytes());
    }
    bytes
}
