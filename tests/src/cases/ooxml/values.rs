//! Personal data in the forms in which Office keeps what a reader sees otherwise: numbers with a
//! power of ten, days as numbers, letters by their numbers, codes in headers, signs between words,
//! and where a picture stood as its title.

use super::{EXCEL, Package, SHEETS, WORD, sheet_of};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("xlsx/values", "waarden.xlsx", excel()),
        Case::new("docx/values", "waarden.docx", word()),
    ]
}

/// A column of BSNs as Java writes them, birth dates beside and below their words, a string with
/// returns, and a header whose codes stick to its words.
fn excel() -> Vec<u8> {
    let word = |cell: &str, text: &str| {
        format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let number = |cell: &str, format: u32, value: &str| {
        format!(r#"<c r="{cell}" s="{format}"><v>{value}</v></c>"#)
    };
    let row =
        |number: u32, cells: &[String]| format!(r#"<row r="{number}">{}</row>"#, cells.concat());
    let rows = [
        row(1, &[word("A1", "BSN"), word("B1", "Kleur"), word("C1", "Aantal")]),
        row(2, &[number("A2", 0, "9.99990019E8"), word("B2", "rood"), number("C2", 0, "1.2E1")]),
        row(3, &[number("A3", 0, "9.99990743E8"), word("B3", "groen"), number("C3", 0, "7")]),
        row(6, &[word("A6", "Geboortedatum"), number("B6", 1, "28000")]),
        row(8, &[word("A8", "Datum van het besluit"), number("B8", 1, "45351")]),
        row(10, &[word("E10", "Geboren")]),
        row(11, &[number("E11", 2, "30001")]),
        row(12, &[number("E12", 2, "31002")]),
        row(20, &[r#"<c r="E20" t="s"><v>0</v></c>"#.to_owned()]),
    ];
    let sheet = format!(
        r#"<worksheet {EXCEL}><sheetData>{}</sheetData><headerFooter><oddHeader>&amp;LLijst &amp;&amp; co&amp;R06-12345671</oddHeader></headerFooter></worksheet>"#,
        rows.concat()
    );
    let styles = format!(
        r#"<styleSheet {EXCEL}><numFmts><numFmt numFmtId="170" formatCode="[$-413]d mmmm yyyy;@"/></numFmts><fonts><font/></fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>"#
    );
    let strings = format!(
        r#"<sst {EXCEL} count="1" uniqueCount="1"><si><t>Terugbellen_x000D_
06-12345672_x000D_
uitleg@example.nl_x000D_</t></si></sst>"#
    );
    sheet_of("", &[("rId3", "sharedStrings", "sharedStrings.xml")], &sheet, &styles)
        .part("xl/sharedStrings.xml", &format!("{SHEETS}.sharedStrings"), &strings)
        .finish()
}

/// Numbers to call behind a tab of a header, a sign and the number of a note.
fn word() -> Vec<u8> {
    let paragraphs = [
        r#"<w:r><w:t>Versie 2</w:t></w:r><w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r><w:r><w:t>06-12345673</w:t></w:r>"#,
        r#"<w:r><w:t>Bel</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r><w:r><w:t>06-12345674</w:t></w:r>"#,
        r#"<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="Plein" title="\\server7\home\jbakker\plein.jpg"/></wp:inline></w:drawing></w:r>"#,
    ];
    let body: String = paragraphs.iter().map(|runs| format!("<w:p>{runs}</w:p>")).collect();
    Package::document(&format!(
        r#"<w:document {WORD}><w:body>{body}<w:sectPr/></w:body></w:document>"#
    ))
    .finish()
}
