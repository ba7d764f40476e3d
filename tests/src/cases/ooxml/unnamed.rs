//! Pictures and charts that no element names, or only one that goes.

use super::{Package, SHOWS, SLIDES, WORD, WORDS, gif, one_page};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/unnamed", "foto.docx", word()),
        Case::new("pptx/unnamed", "foto.pptx", powerpoint()),
    ]
}

/// The namespaces of a picture.
const PICTURE: &str = r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#;

/// A picture in a line, by its relationship.
fn picture(relation: &str) -> String {
    format!(
        r#"<w:r><w:drawing><wp:inline {PICTURE}><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="Afbeelding 1" descr="Een boom"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Afbeelding 1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    )
}

/// One picture that was forgotten, one that was deleted, and one that was deleted in one of two
/// places; a chart that was forgotten, with the workbook behind it; a comment that is a picture.
fn word() -> Vec<u8> {
    let deleted = |relation: &str| {
        format!(
            r#"<w:p><w:r><w:t>Zie de foto.</w:t></w:r><w:del w:id="7" w:author="Joris Bakker">{}</w:del></w:p>"#,
            picture(relation)
        )
    };
    let stranger = r#"<q:beeld xmlns:q="urn:voorbeeld" r:bron="rId6"/>"#;
    let body =
        format!("{}{}<w:p>{}</w:p>{stranger}", deleted("rId2"), deleted("rId3"), picture("rId3"));
    let chart = format!(
        r#"<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="{}/relationships"><c:chart><c:plotArea/></c:chart><c:externalData r:id="rId1"/></c:chartSpace>"#,
        super::OFFICE
    );
    let mut package = one_page(&body);
    package
        .leads(
            "word/_rels/document.xml.rels",
            &[
                ("rId1", "image", "media/image1.gif"),
                ("rId2", "image", "media/image2.gif"),
                ("rId3", "image", "media/image3.gif"),
                ("rId4", "chart", "charts/chart1.xml"),
                ("rId5", "comments", "comments.xml"),
                ("rId6", "image", "media/image5.gif"),
            ],
        )
        .part("word/charts/chart1.xml", "openxmlformats-officedocument.drawingml.chart", &chart)
        .leads("word/charts/_rels/chart1.xml.rels", &[("rId1", "package", "../embeddings/1.xlsx")]);
    for (number, remark) in
        [(1, "vergeten"), (2, "gewist"), (3, "te zien"), (4, "besproken"), (5, "elders te zien")]
    {
        let bytes = gif(format!("Foto {remark}, Janne de Vries").as_bytes());
        package.zip.stored(&format!("word/media/image{number}.gif"), &bytes);
    }
    let comments = format!(
        r#"<w:comments {WORD}><w:comment w:id="0" w:author="Janne de Vries"><w:p>{}</w:p></w:comment></w:comments>"#,
        picture("rId1")
    );
    package
        .part("word/comments.xml", &format!("{WORDS}.comments"), &comments)
        .leads("word/_rels/comments.xml.rels", &[("rId1", "image", "media/image4.gif")]);
    package.types += r#"<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>"#;
    package.zip.stored("word/embeddings/1.xlsx", &super::excel());
    package.finish()
}

fn powerpoint() -> Vec<u8> {
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>"#
    );
    let slide = format!(
        r#"<p:sld {SLIDES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Titel 1"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>De maan is rond.</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"#
    );
    let mut package = Package::show(&show);
    package
        .leads("ppt/_rels/presentation.xml.rels", &[("rId1", "slide", "slides/slide1.xml")])
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide)
        .leads("ppt/slides/_rels/slide1.xml.rels", &[("rId2", "image", "../media/image1.gif")]);
    package.zip.stored("ppt/media/image1.gif", &gif(b"Foto van Janne de Vries"));
    package.finish()
}
