//! PDF files with bars: true and false sorts of bad redactions. All names are invented.

use super::Case;

pub mod pictures;

/// What stands under each bar.
const NAME: &str = "BT /F 12 Tf 20 100 Td (Jan de Vries) Tj ET";
const BESIDE: &str = "BT /F 12 Tf 20 60 Td (Besluit) Tj ET";

/// The cases with a golden report.
const GOLDEN: [&str; 15] = [
    "pdf/bar-again",
    "pdf/bar-field",
    "pdf/bar-form",
    "pdf/bar-highlight",
    "pdf/bar-jpeg",
    "pdf/bar-painted-words",
    "pdf/bar-samples",
    "pdf/bar-samples-shared",
    "pdf/bar-scan",
    "pdf/bar-two",
    "pdf/ground-painted",
    "pdf/ground-twice",
    "pdf/ground-unread-picture",
    "pdf/redact",
    "pdf/redact-picture",
];

const TILE: &str = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9\
    /Resources<<>>";

pub(super) fn cases() -> Vec<Case> {
    all().into_iter().filter(|case| GOLDEN.contains(&case.name)).collect()
}

/// All true and false sorts: a name with `bar` in it is one of a bad redaction, one with `ground`
/// of none.
pub fn all() -> Vec<Case> {
    bars().into_iter().chain(pictures::cases()).collect()
}

fn bars() -> Vec<Case> {
    let covered = |name, bar: &str| plain(name, &format!("{NAME} {BESIDE} {bar}"));
    vec![
        covered("pdf/bar-path", "0 0 1 rg 15 95 m 105 95 l 105 111 l 15 111 l h f"),
        covered("pdf/bar-white", "1 g 15 95 90 16 re f"),
        covered("pdf/bar-strips", "15 95 30 16 re 45 95 30 16 re 75 95 30 16 re f"),
        covered("pdf/bar-line", "18 w 15 103 m 105 103 l S"),
        covered("pdf/bar-dashes", "18 w [9 .5] 0 d 15 103 m 105 103 l S"),
        covered("pdf/bar-thin", &thin(0.8)),
        hard_light(),
        overlaid(),
        covered("pdf/ground-dashes", "18 w [3 3] 0 d 15 103 m 105 103 l S"),
        covered("pdf/ground-thin", &thin(2.0)),
        covered("pdf/bar-rounded", "15 95 m 105 95 l 112 95 112 111 105 111 c 15 111 l h f"),
        covered("pdf/bar-turned", "q .98 .17 -.17 .98 20 80 cm 0 0 110 26 re f Q"),
        covered("pdf/bar-almost", "/A gs 15 95 90 16 re f"),
        covered("pdf/bar-multiply", "/M gs 15 95 90 16 re f"),
        covered("pdf/bar-form", "/B Do"),
        covered("pdf/bar-inline", "q 90 0 0 16 15 95 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x\nEI Q"),
        covered("pdf/bar-image", "q 90 0 0 16 15 95 cm /I Do Q"),
        covered("pdf/bar-tiles", "q /Pattern cs /T scn 15 95 90 16 re f Q"),
        covered("pdf/bar-shade", "q 15 95 90 16 re W n /D sh Q"),
        covered("pdf/ground-tiles", "q /Pattern cs /U scn 15 95 90 16 re f Q"),
        covered("pdf/bar-mask", "q 90 0 0 16 15 95 cm /S Do Q"),
        covered("pdf/bar-label", "15 95 90 16 re f 1 g BT /F 8 Tf 30 100 Td (5.1.2.e) Tj ET"),
        plain("pdf/bar-same-colour", &format!("15 95 90 16 re f {NAME} 0 0 1 RG {BESIDE}")),
        plain(
            "pdf/bar-picture",
            &format!("{NAME} {BESIDE} q 60 0 0 12 25 140 cm /P Do Q 15 135 90 22 re f"),
        ),
        plain(
            "pdf/ground-frame-open",
            &format!(
                "1 g 15 90 120 26 re f 0 g 15 116 120 -26 re 16 91 m 134 91 l 134 115 l 16 115 l f \
             {NAME} {BESIDE}"
            ),
        ),
        plain(
            "pdf/ground-line",
            &format!("BT /F 12 Tf 20 100 Td (__________) Tj ET {BESIDE} 1 g 15 95 90 16 re f"),
        ),
        plain("pdf/bar-two", &format!("{NAME} {BESIDE} 15 95 26 16 re f 56 95 50 16 re f")),
        annotated("pdf/bar-square", "/Subtype/Square/Rect[15 95 105 111]/IC[0 0 0]"),
        annotated(
            "pdf/bar-highlight",
            "/Subtype/Highlight/Rect[15 95 105 111]/C[0 0 0]\
             /QuadPoints[15 111 105 111 15 95 105 95]",
        ),
        annotated(
            "pdf/bar-ink",
            "/Subtype/Ink/Rect[15 95 105 111]/C[0 0 0]/BS<</W 18>>\
             /InkList[[15 103 60 103 105 103]]",
        ),
        annotated("pdf/bar-typed", "/Subtype/FreeText/Rect[0 0 200 200]/AP<</N 6 0 R>>"),
        listed(),
        field(),
        annotated("pdf/redact", "/Subtype/Redact/Rect[15 95 105 111]/OverlayText(gelakt)"),
        shown(
            "pdf/bar-rotated",
            "/Rotate 90/CropBox[10 10 190 190]",
            &format!("{NAME} {BESIDE} 15 95 90 16 re f"),
        ),
        shown("pdf/ground-cropped", "/CropBox[0 0 200 90]", &format!("{NAME} {BESIDE}")),
        plain(
            "pdf/bar-scan",
            "q 200 0 0 200 0 0 cm /I Do Q 3 Tr BT /F 12 Tf 20 100 Td \
             (Jan de Vries) Tj 0 -40 Td (Besluit) Tj ET 15 95 90 16 re f",
        ),
        scanned("pdf/bar-scan-image", "q 90 0 0 16 15 95 cm /P Do Q"),
        scanned("pdf/bar-scan-shade", "q 15 95 90 16 re W n /D sh Q"),
        scanned("pdf/bar-scan-dim", "/A gs 15 95 90 16 re f"),
        scanned("pdf/ground-scan-through", "/H gs 15 95 90 16 re f"),
        plain(
            "pdf/bar-words",
            "BT /F 12 Tf 20 100 Td (Door ) Tj (Jan ) Tj (de ) Tj (Vries, ) Tj (op 2 mei) Tj ET \
             49 95 70 16 re f",
        ),
        again(),
        font(),
        // What is no bad redaction.
        plain("pdf/ground-header", &format!("0 0 .4 rg 15 95 120 16 re f 1 g {NAME} 0 g {BESIDE}")),
        plain("pdf/ground-page", &format!("1 g 0 0 200 200 re f 0 g {NAME} {BESIDE}")),
        plain("pdf/ground-twice", &format!("{NAME} .9 g 15 95 120 16 re f 0 g {NAME} {BESIDE}")),
        plain("pdf/ground-marked", &format!("{NAME} {BESIDE} /Y gs 1 1 0 rg 15 95 90 16 re f")),
        plain(
            "pdf/ground-touching",
            &format!("{NAME} {BESIDE} 15 110 90 16 re f 15 80 90 17 re f 15 102 90 2 re f"),
        ),
        plain("pdf/ground-through", &format!("{NAME} {BESIDE} /H gs .5 g 15 95 90 16 re f")),
        plain(
            "pdf/ground-scan",
            "q 200 0 0 200 0 0 cm /I Do Q 3 Tr BT /F 12 Tf 20 100 Td \
             (Jan de Vries) Tj 0 -40 Td (Besluit) Tj ET",
        ),
        plain("pdf/ground-under-scan", &format!("{NAME} {BESIDE} q 200 0 0 200 0 0 cm /I Do Q")),
        annotated(
            "pdf/ground-highlight",
            "/Subtype/Highlight/Rect[15 95 105 111]/C[1 1 0]\
             /QuadPoints[15 111 105 111 15 95 105 95]",
        ),
        annotated("pdf/ground-frame", "/Subtype/Square/Rect[15 95 105 111]/C[1 0 0]"),
    ]
}

/// Lines of a point, so far from each other.
fn thin(step: f64) -> String {
    let up = |line: i32| 94.0 + f64::from(line) * step;
    let line = |line: i32| format!("15 {} m 105 {} l S ", up(line), up(line));
    (0..24).map(line).collect()
}

fn plain(name: &'static str, content: &str) -> Case {
    shown(name, "", content)
}

fn annotated(name: &'static str, annotation: &str) -> Case {
    let mut objects = objects("/Annots[14 0 R]", &format!("{NAME} {BESIDE}"));
    objects.push((14, format!("<</Type/Annot{annotation}>>")));
    Case::new(name, "gelakt.pdf", super::pdf::file(&objects, ""))
}

/// A bar that is laid on the page in another way.
fn hard_light() -> Case {
    let mut objects = objects("", &format!("{NAME} {BESIDE} /M gs 15 95 90 16 re f"));
    objects[2].1 = objects[2].1.replace("/M<</BM/Multiply>>", "/M<</BM/HardLight>>");
    Case::new("pdf/bar-hard-light", "gelakt.pdf", super::pdf::file(&objects, ""))
}

/// A picture that is laid over the page, of which a part is a bar and the rest is nothing.
fn overlaid() -> Case {
    let bar = format!("{NAME} {BESIDE} q 110 0 0 32 5 87 cm /S Do Q");
    let mut objects = objects("", &bar);
    let rows = ["ffff".repeat(4), "0000".repeat(8), "ffff".repeat(4)].concat();
    let facts = "/Type/XObject/Subtype/Image/Width 16/Height 16/ImageMask true/BitsPerComponent 1";
    for (number, object) in &mut objects {
        if *number == 8 {
            let length = rows.len() + 1;
            *object = format!(
                "<<{facts}/Filter/ASCIIHexDecode/Length {length}>>\nstream\n{rows}>\nendstream"
            );
        }
    }
    Case::new("pdf/bar-overlaid", "gelakt.pdf", super::pdf::file(&objects, ""))
}

/// A scan with the name, which was read from it, and a bar of another sort.
fn scanned(name: &'static str, bar: &str) -> Case {
    let content = "q 200 0 0 200 0 0 cm /P Do Q 3 Tr BT /F 12 Tf 20 100 Td (Jan de Vries) Tj \
        0 -40 Td (Besluit) Tj ET ";
    let mut objects = objects("", &format!("{content}{bar}"));
    objects[2].1 = objects[2].1.replace("/ca .95", "/ca .85");
    Case::new(name, "gelakt.pdf", super::pdf::file(&objects, ""))
}

/// A font that is not in the file, with widths that are not those of what stands for it.
fn font() -> Case {
    let content = "BT /F 12 Tf 20 100 Td (Door Jan de Vries, op 2 mei) Tj ET 57 95 91 16 re f";
    let mut objects = objects("", content);
    let widths = "600 ".repeat(224);
    objects[4].1 = format!(
        "<</Type/Font/Subtype/TrueType/BaseFont/Lakmoes/FirstChar 32/LastChar 255/Widths[{widths}]>>"
    );
    Case::new("pdf/bar-font", "gelakt.pdf", super::pdf::file(&objects, ""))
}

/// A remark that has no object of its own.
fn listed() -> Case {
    let remark = "<</Type/Annot/Subtype/Square/Rect[0 0 200 200]/AP<</N 6 0 R>>>>";
    let content = format!("{NAME} {BESIDE}");
    shown("pdf/bar-listed", &format!("/Annots[{remark}]"), &content)
}

/// A field whose value lies over a name.
fn field() -> Case {
    let mut objects = objects("/Annots[14 0 R]", &format!("{NAME} {BESIDE}"));
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/Lang(nl)/AcroForm<</Fields[13 0 R]>>>>".to_owned();
    let field = "<</FT/Tx/T(naam)/V(akkoord)/Kids[14 0 R]>>".to_owned();
    let widget = "<</Type/Annot/Subtype/Widget/Parent 13 0 R/Rect[0 0 200 200]/AP<</N 6 0 R>>>>";
    objects.extend([(13, field), (14, widget.to_owned())]);
    Case::new("pdf/bar-field", "gelakt.pdf", super::pdf::file(&objects, ""))
}

fn shown(name: &'static str, page: &str, content: &str) -> Case {
    Case::new(name, "gelakt.pdf", super::pdf::file(&objects(page, content), ""))
}

fn objects(page: &str, content: &str) -> Vec<(u32, String)> {
    let stream = |dictionary: &str, content: &str| {
        format!("<<{dictionary}/Length {}>>\nstream\n{content}\nendstream", content.len())
    };
    let picture = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray\
        /BitsPerComponent 8";
    // A picture that nothing draws is another finding.
    let drawn = content.contains("/P Do");
    let letters = if drawn { "/P 40 0 R" } else { "" };
    let mut objects = vec![
        (1, "<</Type/Catalog/Pages 2 0 R/Lang(nl)>>".to_owned()),
        (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned()),
        (
            3,
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<\
                 /Font<</F 5 0 R>>/XObject<</B 6 0 R/I 7 0 R{letters}/S 8 0 R>>/ExtGState<<\
                 /A<</ca .95>>/H<</ca .5>>/M<</BM/Multiply>>/Y<</BM/Multiply>>>>/Pattern<</T 30 0 R/U 31 0 R>>\
                 /Shading<</D<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Extend\
                 [true true]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[0]/N 1>>>>>>>>{page}>>"
            ),
        ),
        (4, stream("", content)),
        (5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned()),
        (6, stream("/Type/XObject/Subtype/Form/BBox[0 0 200 200]", "15 95 90 16 re f")),
        (7, stream(&format!("{picture}/SMask 9 0 R"), "x")),
        (
            8,
            stream(
                "/Type/XObject/Subtype/Image/Width 8/Height 1/ImageMask true\
                 /BitsPerComponent 1/Filter/ASCIIHexDecode",
                "00>",
            ),
        ),
        (30, stream(TILE, "0 g 0 0 9 9 re f")),
        (31, stream(TILE, "0 g 0 0 2 9 re f")),
        (9, stream(&format!("{picture}/Filter/ASCIIHexDecode"), "ff>")),
    ];
    objects.extend(drawn.then(|| (40, pictures::letters())));
    objects
}

/// A name under a bar that a bookmark, an alternative text, a replacement text, the title, the
/// name of a place and that of an attachment repeat; and what is said in place of other letters of
/// the page, here and in a list with a name, an address in two ways, and the label of the page.
fn again() -> Case {
    let content = "/P <</MCID 0/ActualText(Jan de Vries)>> BDC BT /F 12 Tf 20 100 Td \
        (Door Jan de Vries op 2 mei) Tj ET EMC 46 95 72 16 re f\n\
        /Span <</ActualText(van Jan de Vries)>> BDC BT /F 12 Tf 20 60 Td (naam) Tj ET EMC\n\
        /Span /Lijst BDC BT /F 12 Tf 20 40 Td (heer) Tj ET EMC";
    let links = "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI\
        (https://www.example.nl/jan-de-vries/zaak)>>>><</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A\
        <</S/URI/URI(https://www.example.nl/?wie=Jan%20de%20Vries&x=1)>>>>]";
    let mut objects = objects(links, content);
    let list = "/Resources<</Properties<</Lijst<</Lang(nl)/ActualText(heer Jan de Vries)>>>>";
    objects[2].1 = objects[2].1.replace("/Resources<<", list);
    objects[0].1 =
        "<</Type/Catalog/Pages 2 0 R/Lang(nl)/PageLabels<</Nums[0<</P(Jan de Vries )>>]>>\
         /Outlines 10 0 R/StructTreeRoot 12 0 R/Metadata 14 0 R\
         /Names<</Dests<</Names[(over Jan de Vries)[3 0 R/Fit]]>>/EmbeddedFiles<</Names\
         [(Jan de Vries.txt)15 0 R]>>>>>>"
            .to_owned();
    let packet = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/\
        1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/\
        elements/1.1/\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Brief van Jan de Vries\
        </rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>";
    let stream = |facts: &str, content: &str| {
        format!("<<{facts}/Length {}>>\nstream\n{content}\nendstream", content.len())
    };
    objects.extend([
        (14, stream("/Type/Metadata/Subtype/XML", packet)),
        (15, "<</Type/Filespec/F(Jan de Vries.txt)/EF<</F 16 0 R>>>>".to_owned()),
        (16, stream("/Type/EmbeddedFile", "Geachte heer,")),
        (17, "<</Title(Brief van Jan de Vries)>>".to_owned()),
        (10, "<</Type/Outlines/First 11 0 R/Last 11 0 R/Count 1>>".to_owned()),
        (11, "<</Title(Brief van Jan de Vries)/Parent 10 0 R/Dest[3 0 R/Fit]>>".to_owned()),
        (12, "<</Type/StructTreeRoot/K 13 0 R>>".to_owned()),
        (
            13,
            "<</Type/StructElem/S/P/P 12 0 R/Pg 3 0 R/K 0/Alt(Ondertekend: Jan de Vries)>>"
                .to_owned(),
        ),
    ]);
    Case::new("pdf/bar-again", "gelakt.pdf", super::pdf::file(&objects, "/Info 17 0 R"))
}
