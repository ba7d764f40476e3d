//! Text of Word that gets its looks from styles, from the defaults and from the rows of its table.

use super::{Package, WORD, WORDS, one_page};
use crate::cases::Case;

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("docx/inherited", "stijlen.docx", word()),
        Case::new("docx/defaults", "klein.docx", defaults()),
        Case::new("docx/among-words", "in veld.docx", among_words()),
    ]
}

fn with_styles(body: &str, styles: &str) -> Package {
    let mut package = one_page(body);
    package.leads("word/_rels/document.xml.rels", &[("rId1", "styles", "styles.xml")]).part(
        "word/styles.xml",
        &format!("{WORDS}.styles"),
        &format!("<w:styles {WORD}>{styles}</w:styles>"),
    );
    package
}

fn style(sort: &str, name: &str, looks: &str) -> String {
    format!(
        r#"<w:style w:type="{sort}" w:styleId="{name}"><w:name w:val="{name}"/>{looks}</w:style>"#
    )
}

fn word() -> Vec<u8> {
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
    };
    let of = |style: &str, runs: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>"#)
    };
    let table = |style: &str, look: &str, rows: [&str; 2]| {
        let rows = rows.map(|text| {
            format!(r#"<w:tr><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"#)
        });
        format!(
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblLook w:val="{look}"/></w:tblPr>{}</w:tbl><w:p/>"#,
            rows.concat()
        )
    };
    let body = [
        of("Klein", &run("", "klein door de alineastijl")),
        of("Klein", &run(r#"<w:sz w:val="24"/>"#, "toch groot")),
        of("Klein", &run(r#"<w:rStyle w:val="Groot"/>"#, "groot door de tekenstijl")),
        of("Kleiner", &run("", "klein door de stijl eronder")),
        of("Smal", &run("", "smal door de stijl")),
        of("Gewoon", &run(r#"<w:rStyle w:val="Zwartlak"/>"#, "onder zwartlak")),
        of(
            "Gewoon",
            &run(r#"<w:rStyle w:val="Zwartlak"/><w:color w:val="FFFFFF"/>"#, "wit op zwart"),
        ),
        of("Balk", &run("", "zwarte alinea")),
        of("Wit", &run(r#"<w:rStyle w:val="Groot"/>"#, "wit door de stijl")),
        of("Wit", &run(r#"<w:rStyle w:val="Blauw"/>"#, "blauw op wit")),
        table("Weg", "0020", ["weg in de eerste rij", "te zien in de tweede"]),
        table("Weg", "0000", ["eerste rij niet apart", "tweede"]),
        table("Bleek", "0020", ["wit in de eerste rij", "zwart in de tweede"]),
        table("Donker", "0020", ["wit op donker", "zwart"]),
    ]
    .concat();
    let first = |looks: &str| format!(r#"<w:tblStylePr w:type="firstRow">{looks}</w:tblStylePr>"#);
    let white = r#"<w:rPr><w:color w:val="FFFFFF"/></w:rPr>"#;
    let black = r#"<w:rPr><w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/></w:rPr>"#;
    let styles = [
        style("paragraph", "Klein", r#"<w:rPr><w:sz w:val="2"/></w:rPr>"#),
        style("paragraph", "Kleiner", r#"<w:basedOn w:val="Klein"/>"#),
        style("paragraph", "Smal", r#"<w:rPr><w:w w:val="1"/></w:rPr>"#),
        style("character", "Groot", r#"<w:rPr><w:sz w:val="24"/></w:rPr>"#),
        style("character", "Zwartlak", black),
        style("paragraph", "Balk", black),
        style("paragraph", "Wit", white),
        style("character", "Blauw", r#"<w:rPr><w:color w:val="0000FF"/></w:rPr>"#),
        style("table", "Weg", &first("<w:rPr><w:vanish/></w:rPr>")),
        style("table", "Bleek", &first(white)),
        style(
            "table",
            "Donker",
            &first(
                &(white.to_owned() + r#"<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>"#),
            ),
        ),
    ]
    .concat();
    with_styles(&body, &styles).finish()
}

/// Text that is small because all text is, but where a style or a run says otherwise.
fn defaults() -> Vec<u8> {
    let body = concat!(
        "<w:p><w:r><w:t>klein vanzelf</w:t></w:r></w:p>",
        r#"<w:p><w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t>groot</w:t></w:r></w:p>"#,
        r#"<w:p><w:pPr><w:pStyle w:val="Kop"/></w:pPr><w:r><w:t>Kop</w:t></w:r></w:p>"#,
    );
    let styles = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="2"/></w:rPr></w:rPrDefault></w:docDefaults>"#
        .to_owned()
        + &style("paragraph", "Kop", r#"<w:rPr><w:sz w:val="28"/></w:rPr>"#);
    with_styles(body, &styles).finish()
}

/// Text and a drawing among the words of a field, what is shown beside a link, and the address of a
/// link that is no longer in the text.
fn among_words() -> Vec<u8> {
    let mark = |sort: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{sort}"/></w:r>"#);
    let field = |asks: &str, among: &str| {
        let (begin, then, end) = (mark("begin"), mark("separate"), mark("end"));
        format!(
            r#"<w:p>{begin}<w:r><w:instrText xml:space="preserve"> {asks} </w:instrText></w:r>{among}{then}<w:r><w:t>te zien</w:t></w:r>{end}</w:p>"#
        )
    };
    let drawing = r#"<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="9" name="Vak 9"/></wp:inline></w:drawing></w:r>"#;
    let body = [
        field("DATE", "<w:r><w:t>tussen de woorden</w:t></w:r>"),
        field("DATE", drawing),
        field(r#"HYPERLINK "https://example.nl" \o "Zaak van Yilmaz""#, ""),
        r#"<w:p><w:hyperlink r:id="rId1"><w:r><w:t>koppeling</w:t></w:r></w:hyperlink></w:p>"#
            .to_owned(),
    ]
    .concat();
    let mut package = one_page(&body);
    package.leads(
        "word/_rels/document.xml.rels",
        &[
            ("rId1", "hyperlink", "https://example.nl/blijft"),
            ("rId2", "hyperlink", "https://example.nl/weggehaald"),
        ],
    );
    package.finish()
}
