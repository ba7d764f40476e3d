//! What styles and colours of every name hide, and what they show all the same.

use super::{EXCEL, Package, SHOWS, SLIDES, WORD, WORDS, one_page};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/styled", "opmaak.docx", word()),
        Case::new("xlsx/styled", "zwart.xlsx", excel()),
        Case::new("pptx/styled", "stift.pptx", powerpoint()),
    ]
}

/// Text that a style hides and a run shows, titles on a bar of their style, and text in the colour
/// of its marker, paragraph or cell.
fn word() -> Vec<u8> {
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
    };
    let black = r#"<w:color w:val="000000" w:themeColor="text1"/>"#;
    let paragraphs = [
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="Geheim"/></w:pPr>{}{}{}</w:p>"#,
            run("", "Door de stijl verborgen."),
            run(r#"<w:vanish w:val="0"/>"#, "Toch te zien."),
            run(r#"<w:rStyle w:val="Weg"/>"#, "Twee keer is niet."),
        ),
        format!("<w:p>{}</w:p>", run(r#"<w:rStyle w:val="Weg"/><w:vanish w:val="false"/>"#, "Ook te zien.")),
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="Balk"/></w:pPr>{}</w:p>"#,
            run(r#"<w:color w:val="FFFFFF"/>"#, "Samenvatting voor de raad"),
        ),
        format!("<w:p>{}</w:p>", run(&format!(r#"{black}<w:highlight w:val="black"/>"#), "Zwarte stift.")),
        format!("<w:p>{}</w:p>", run(r#"<w:color w:val="800000"/><w:highlight w:val="darkRed"/>"#, "Rode stift.")),
        format!("<w:p>{}</w:p>", run(&format!(r#"{black}<w:shd w:val="solid" w:color="000000"/>"#), "Vol zwart.")),
        format!(
            r#"<w:p><w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr>{}</w:p>"#,
            run(black, "Zwarte alinea."),
        ),
        format!(
            r#"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr><w:p>{}{}</w:p></w:tc></w:tr></w:tbl><w:p/>"#,
            run(black, "Zwarte cel."),
            run(r#"<w:color w:val="auto"/>"#, "Vanzelf wit."),
        ),
    ]
    .concat();
    let styles = format!(
        r#"<w:styles {WORD}><w:style w:type="paragraph" w:styleId="Geheim"><w:name w:val="Geheim"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Balk"><w:name w:val="Balk"/><w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style></w:styles>"#
    );
    let mut package = one_page(&paragraphs);
    package.leads("word/_rels/document.xml.rels", &[("rId1", "styles", "styles.xml")]).part(
        "word/styles.xml",
        &format!("{WORDS}.styles"),
        &styles,
    );
    package.finish()
}

/// A cell that is filled with the colour of the letters that it has by itself.
fn excel() -> Vec<u8> {
    let cell = |name: &str, format: u8, text: &str| {
        format!(r#"<c r="{name}" s="{format}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData><row r="1">{}{}{}{}</row></sheetData></worksheet>"#,
        cell("A1", 1, "Zwart gemaakt"),
        cell("B1", 2, "Ook zwart"),
        cell("C1", 3, "Wit op zwart"),
        cell("D1", 0, "Gewoon"),
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><fonts count="3"><font><sz val="11"/><color theme="1"/></font><font><sz val="11"/></font><font><color theme="0"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="8"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="0" fontId="0" fillId="1"/><xf numFmtId="0" fontId="1" fillId="2"/><xf numFmtId="0" fontId="2" fillId="1"/></cellXfs></styleSheet>"#
    );
    super::one_sheet(&sheet, &styles)
}

/// Black letters under a black marker, and yellow ones under them that are read.
fn powerpoint() -> Vec<u8> {
    let run = |letters: &str, marker: &str, text: &str| {
        format!(
            r#"<a:r><a:rPr><a:solidFill>{letters}</a:solidFill><a:highlight><a:srgbClr val="{marker}"/></a:highlight></a:rPr><a:t>{text}</a:t></a:r>"#
        )
    };
    let slide = format!(
        r#"<p:sld {SLIDES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Tekst"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p>{}{}</a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"#,
        run(r#"<a:schemeClr val="tx1"/>"#, "000000", "Onder de stift"),
        run(r#"<a:schemeClr val="tx1"/>"#, "FFFF00", "Gemarkeerd"),
    );
    let show = format!(
        r#"<p:presentation {SLIDES}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>"#
    );
    let mut package = Package::show(&show);
    package
        .leads("ppt/_rels/presentation.xml.rels", &[("rId1", "slide", "slides/slide1.xml")])
        .part("ppt/slides/slide1.xml", &format!("{SHOWS}.slide"), &slide);
    package.finish()
}
