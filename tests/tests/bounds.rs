//! What is too much to be looked at is said: no bound makes a document clear.

use lakmoes::{Options, Reason, Report, Verdict, inspect};
use lakmoes_tests::zip::Zip;

/// A document with so many of something, and how many of them are looked at.
struct Bound {
    file: &'static str,
    most: usize,
    make: fn(usize) -> Vec<u8>,
}

const BOUNDS: &[Bound] = &[
    Bound { file: "texts.svg", most: 100_000, make: texts },
    Bound { file: "annotations.pdf", most: 10_000, make: annotations },
    Bound { file: "line.pdf", most: 100_000, make: line },
    Bound { file: "shapes.docx", most: 5000, make: shapes },
    Bound { file: "field.docx", most: 1, make: field },
    Bound { file: "columns.fods", most: 4096, make: columns },
    Bound { file: "masters.fodt", most: 10_000, make: masters },
];

fn report(file: &str, bytes: &[u8]) -> Report {
    inspect(file, &bytes, &Options::default())
}

#[test]
fn what_is_beyond_a_bound_is_a_gap() {
    for Bound { file, most, make } in BOUNDS {
        let limits = |many: usize| {
            let report = report(file, &make(many));
            let gaps = report.gaps.iter().filter(|gap| gap.reason == Reason::Limit).count();
            (gaps, report.verdict() == Verdict::Incomplete)
        };
        assert_eq!(limits(most / 2 + 1).0, 0, "{file}");
        assert_eq!(limits(most + 2), (1, true), "{file}");
    }
}

/// A hidden stamp says first what the page says, and then more.
#[test]
fn what_a_hidden_remark_says_behind_the_words_of_the_page_is_told() {
    let words: Vec<String> = (0..300_u32).map(|at| format!("woord{:05x}", at * 3559)).collect();
    let content = |more: &str| {
        let line = |(at, words): (usize, &[String])| {
            format!("1 0 0 1 20 {} Tm ({}) Tj ", 780 - 7 * at, words.join(" "))
        };
        let lines: String = words.chunks(10).enumerate().map(line).collect();
        format!("BT /F1 6 Tf {lines} {more} ET")
    };
    let stamp = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>",
        &content("1 0 0 1 20 40 Tm (Bod van Piet Mulder) Tj"),
    );
    let annotation = "<</Type/Annot/Subtype/Stamp/Rect[0 0 595 842]/F 2/AP<</N 7 0 R>>>>";
    let file = pdf("/Annots[6 0 R]", &content(""), &[annotation.to_owned(), stamp]);
    let report = report("stempel.pdf", &file);
    let told = |finding: &lakmoes::Finding| finding.excerpt.reveal().contains("Piet Mulder");
    assert!(report.findings.iter().any(|one| one.kind.id == "hidden-text" && told(one)));
}

/// A scan in a page of small pictures is one of many.
#[test]
fn a_bar_over_one_of_many_pictures_is_told() {
    let picture = |side: usize| {
        let facts = format!(
            "/Type/XObject/Subtype/Image/Width {side}/Height {side}/ColorSpace/DeviceGray\
             /BitsPerComponent 8/Filter/ASCIIHexDecode"
        );
        let samples = (0..side * side).map(|at| format!("{:02x}", at * 37 % 251));
        stream(&facts, &(samples.collect::<String>() + ">"))
    };
    let icon = |at: usize| format!("q 4 0 0 4 {} {} cm /Q Do Q ", 10 + at % 80 * 7, at / 80 * 7);
    let icons: String = (0..505).map(icon).collect();
    let photo = "q 200 0 0 200 100 400 cm /P Do Q 0 g 150 450 80 60 re f ";
    let more = [picture(60), picture(20)];
    let file = pdf("", &(photo.to_owned() + &icons), &more);
    let report = report("kaart.pdf", &file);
    assert!(report.findings.iter().any(|finding| finding.kind.id == "bad-redaction"));
}

fn texts(many: usize) -> Vec<u8> {
    let head =
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><title>Kaart</title>"#;
    format!("{head}{}</svg>", "<text/>".repeat(many)).into_bytes()
}

fn annotations(many: usize) -> Vec<u8> {
    let link = "<</Type/Annot/Subtype/Link/Rect[1 1 2 2]/Border[0 0 0]>>".to_owned();
    pdf(&format!("/Annots[{}]", "6 0 R ".repeat(many)), "", &[link])
}

fn line(many: usize) -> Vec<u8> {
    let pieces: String = (0..many).map(|at| format!("{} 1 l ", at % 7)).collect();
    pdf("", &format!("BT /F1 9 Tf 9 9 Td (Nota) Tj ET 16 w 0 0 m {pieces}S"), &[])
}

fn shapes(many: usize) -> Vec<u8> {
    let shape = r#"<w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>9</wp:posOffset></wp:positionH><wp:docPr id="1" name="Vorm 1"/></wp:anchor></w:drawing>"#;
    docx(&format!("<w:p><w:r>{}</w:r></w:p>", shape.repeat(many)))
}

fn field(many: usize) -> Vec<u8> {
    let asks = format!("<w:r><w:instrText> QUOTE {}</w:instrText></w:r>", "woord ".repeat(11_000));
    let of = |sort: &str| format!("<w:r><w:fldChar w:fldCharType=\"{sort}\"/></w:r>");
    docx(&format!("<w:p>{}{}{}</w:p>", of("begin"), asks.repeat(many), of("end")))
}

fn docx(body: &str) -> Vec<u8> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let rels = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    let names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";
    let document = format!("<w:document {names}><w:body>{body}</w:body></w:document>");
    Zip::new()
        .deflated("[Content_Types].xml", types.as_bytes())
        .deflated("_rels/.rels", rels.as_bytes())
        .deflated("word/document.xml", document.as_bytes())
        .finish()
}

const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.3\"";

fn columns(many: usize) -> Vec<u8> {
    let columns =
        "<table:table-column table:visibility=\"collapse\"/><table:table-column/>".repeat(many);
    format!(
        "<office:document {NAMES} office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body><office:spreadsheet><table:table table:name=\"Blad1\">{columns}<table:table-row><table:table-cell><text:p>Nota</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>"
    )
    .into_bytes()
}

fn masters(many: usize) -> Vec<u8> {
    let masters = "<style:master-page style:name=\"Standard\"/>".repeat(many);
    format!(
        "<office:document {NAMES} office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:master-styles>{masters}</office:master-styles><office:body><office:text><text:p>Nota</text:p></office:text></office:body></office:document>"
    )
    .into_bytes()
}

fn stream(facts: &str, content: &str) -> String {
    format!("<<{facts}/Length {}>>stream\n{content}\nendstream", content.len())
}

/// A page with this content, and more objects from the sixth on: the pictures `P` and `Q`, say.
fn pdf(page: &str, content: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R/Lang(nl)>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
             /Resources<</Font<</F1 5 0 R>>/XObject<</P 6 0 R/Q 7 0 R>>>>{page}>>"
        ),
        stream("", content),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    objects.extend_from_slice(more);
    let (mut file, mut places) = ("%PDF-1.7\n".to_owned(), Vec::new());
    for (object, number) in objects.iter().zip(1..) {
        places.push(format!("{:010} 00000 n \n", file.len()));
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let (start, size) = (file.len(), objects.len() + 1);
    file += &format!("xref\n0 {size}\n0000000000 65535 f \n{}", places.concat());
    file += &format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}
