//! PDF files that tell more than their pages show.

use super::super::Case;
use super::{Objects, append, file, page, stream};

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("pdf/earlier-fonts", "brief.pdf", earlier()),
        Case::new("pdf/earlier-words", "brief.pdf", earlier_words()),
        Case::new("pdf/one-and-list", "lijst.pdf", one_and_list()),
        Case::new("pdf/links", "links.pdf", links()),
        Case::new("pdf/links-base", "links.pdf", base()),
        Case::new("pdf/layers", "lagen.pdf", layers()),
        Case::new("pdf/names", "namen.pdf", names()),
        Case::new("pdf/names-given", "namen.pdf", given()),
        Case::new("pdf/within", "binnen.pdf", within()),
        Case::new("pdf/invisible", "onzichtbaar.pdf", invisible()),
        Case::new("pdf/scan-barred", "scan.pdf", scan()),
        Case::new("pdf/windows", "vensters.pdf", windows()),
        Case::new("pdf/content-lost", "leeg.pdf", lost()),
        Case::new("pdf/pieces", "stukken.pdf", pieces()),
        Case::new("pdf/signature-shown", "ondertekend.pdf", signature()),
    ]
}

/// Windows of remarks that are no remark's: they are remarks themselves. And a file that hangs on a
/// page without a word.
fn windows() -> Vec<u8> {
    let window = |facts: &str| {
        format!("<</Type/Annot/Subtype/Popup/Rect[100 100 160 120]/Open true{facts}>>")
    };
    let mut objects = page(&shows("Besluit", 160));
    objects[2].1 = with("", "/Annots[10 0 R 11 0 R 12 0 R 13 0 R]");
    objects.extend([
        (
            10,
            window(
                "/T(Sanne Smit)/Contents(eerst bellen met Kim)/Subj(Klacht van Els)/NM(los-1)\
                 /M(D:20250203)/CreationDate(D:20250204)",
            ),
        ),
        (11, window("/Parent 99 0 R/T(Joost Visser)/Contents(akkoord, Joost)")),
        (12, window("")),
        (
            13,
            "<</Type/Annot/Subtype/FileAttachment/Rect[10 10 20 20]/FS<</Type/Filespec\
             /F(lijst.txt)/EF<</F 14 0 R>>>>>>"
                .to_owned(),
        ),
        (14, stream("/Type/EmbeddedFile", "een lijst")),
    ]);
    file(&objects, "")
}

/// A page whose content is not there.
fn lost() -> Vec<u8> {
    let mut objects = page("");
    objects[2].1 = with("", "").replace("4 0 R", "[4 0 R 9 0 R]");
    file(&objects, "")
}

const FONT: &str = "/Font<</F 5 0 R>>";

pub(super) fn with(resources: &str, rest: &str) -> String {
    format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<{FONT}\
         {resources}>>{rest}>>"
    )
}

pub(super) fn shows(text: &str, up: u32) -> String {
    format!("BT /F 12 Tf 20 {up} Td ({text}) Tj ET\n")
}

pub(super) fn form(text: &str) -> String {
    let facts = format!("/Type/XObject/Subtype/Form/BBox[0 0 99 20]/Resources<<{FONT}>>");
    stream(&facts, &format!("BT /F 12 Tf 2 5 Td ({text}) Tj ET"))
}

/// As programs write them: content in pieces of which one begins what the next goes on with, an empty
/// stream, the order of tabs as a string, hints for reading over a network; and the folder of a
/// server in which links are looked up.
fn pieces() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 160 Td (Besluit)");
    objects[0].1 =
        "<</Type/Catalog/Pages 2 0 R/Lang(nl)/URI<</Base(file://FS01/H$/Users/jansen/)>>>>"
            .to_owned();
    objects[2].1 =
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents[6 0 R 4 0 R 7 0 R 8 0 R\
        ]/Tabs(S)/Resources<</Font<</F 5 0 R>>>>>>"
            .to_owned();
    let hints = stream("/S 36", "c```f``");
    objects.insert(0, (9, "<</Linearized 1/L 2000/H[0000 50]/O 3/E 900/N 1/T 1500>>".to_owned()));
    objects.extend([
        (6, stream("/Filter/FlateDecode", "")),
        (7, stream("", "Tj 0 -20 Td (over de bomen")),
        (8, stream("", " van ons) Tj ET")),
        (10, hints),
    ]);
    let written = String::from_utf8(file(&objects, "")).unwrap_or_default();
    let at = written.find("10 0 obj").unwrap_or_default();
    written.replace("/H[0000 ", &format!("/H[{at:04} ")).into_bytes()
}

/// Text in layers that are off: by name, by conditions, in a form, in an annotation.
fn layers() -> Vec<u8> {
    let hidden =
        |layer: &str, text: &str, up: u32| format!("/OC/{layer} BDC {}EMC\n", shows(text, up));
    let content = [
        hidden("On", "Besluit", 180),
        hidden("Off", "Concept van Jan de Vries", 160),
        hidden("All", "Bel 06-12345678", 140),
        hidden("Not", "Mail jan@example.nl", 120),
        hidden("Print", "Alleen op papier", 100),
        "/X Do".to_owned(),
    ]
    .concat();
    let mut objects = page(&content);
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/Lang(nl)/OCProperties<</OCGs[6 0 R 7 0 R 8 0 R]/D\
        <</Name(stand van Kim)/Creator(Tekenaar 3)/OFF[7 0 R]/Order[(groep Anna)[6 0 R 7 0 R]]/AS\
        [<</Event/View/OCGs[8 0 R]/Category[/View]>>]>>>>>>"
        .to_owned();
    objects[2].1 = with(
        "/XObject<</X 9 0 R>>/Properties<</On 6 0 R/Off 7 0 R/Print 8 0 R/All<</Type/OCMD/OCGs\
         [6 0 R]/P/AllOff>>/Not<</Type/OCMD/VE[/Not 6 0 R]>>>>",
        "/Annots[10 0 R]",
    );
    let layer = |name: &str, usage: &str| format!("<</Type/OCG/Name({name})/Usage<<{usage}>>>>");
    objects.extend([
        (6, layer("aan", "/CreatorInfo<</Creator(Jan Bakker)/Subtype/Artwork>>")),
        (7, layer("uit voor Kees", "/User<</Type/Ind/Name(Piet Bakker)>>/Eigen<</A(x)>>")),
        (8, layer("papier", "/View<</ViewState/OFF>>/Print<</PrintState/ON>>")),
        (9, form("In een blok van Els").replace("/BBox", "/OC 7 0 R/BBox")),
        (10, "<</Type/Annot/Subtype/Widget/F 2/Rect[0 0 99 20]/AP<</N 11 0 R>>>>".to_owned()),
        (11, form("Verborgen stempel")),
    ]);
    file(&objects, "")
}

/// Names that nobody sees: of destinations, tags, fields, colours, keys.
fn names() -> Vec<u8> {
    let content = "/P <</MCID 0/Eigen(Jan)>> BDC BT /F 12 Tf 20 100 Td (Besluit) Tj ET EMC\n\
        /Aantekening#20van#20Kim MP q BI /W 1 /H 1 /BPC 8 /CS /G /Maker (Jan Bakker) ID x EI Q";
    let mut objects = page(content);
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/Lang(nl)/MarkInfo<</Marked true>>/JanDeVries 1\
        /StructTreeRoot 6 0 R/Names<</Dests<</Names[(ontslag van Jan)[3 0 R/Fit](section.1)\
        [3 0 R/Fit]]>>>>/AcroForm<</Fields[8 0 R]>>/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1\
        /OutputConditionIdentifier(scherm van Kim)/Info(sRGB)>>]>>"
        .to_owned();
    objects[2].1 = with(
        "/ColorSpace<</C[/Separation/JansenBlauw/DeviceGray 9 0 R]>>/Properties<</M\
         <</ActualText(Besluit)/Eigenaar(Kees)>>>>",
        "/Annots[8 0 R]/StructParents 0",
    );
    objects.extend([
        (
            6,
            "<</Type/StructTreeRoot/K 7 0 R/RoleMap<</KopKees/P/Heading#201/H1>>/ParentTree\
             <</Nums[0[7 0 R]]>>>>"
                .to_owned(),
        ),
        (
            7,
            "<</Type/StructElem/S/KopKees/P 6 0 R/Pg 3 0 R/K 0/T(alinea van Els)/ID(jan-1)/E(nl)/A\
             [<</O/UserProperties/P[<</N(behandelaar)/V(Piet Bakker)>>]>><</O/CSS-2.00\
             /font-family/Letter#20van#20Els/kleur#20van#20Jan 1>>]>>"
                .to_owned(),
        ),
        (
            8,
            "<</Type/Annot/Subtype/Widget/FT/Tx/Rect[9 9 90 20]/T(veld van Jan)/TU(Uw naam)\
             /TM(export van Anna)/MK<</CA(knop)>>\
             /AP<</N<</keuze#20van#20Kees 10 0 R>>>>>>"
                .to_owned(),
        ),
        (9, "<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[0]>>".to_owned()),
        (10, stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/DecodeParms<</Bij(Anna)>>", "n")),
    ]);
    file(&objects, "")
}

/// Names that somebody gave to what is drawn, and to how it is printed; a language that is none.
fn given() -> Vec<u8> {
    let content = "/Artifact <</Type/Pagination/Contents(voet van Kim)>> BDC BT /BakkerLetter 12 Tf\n20 100 Td (Besluit) Tj ET EMC q 9 0 0 9 9 9 cm /Im1 Do Q";
    let mut objects = page(content);
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/Lang(van Piet)/OutputIntents[<</Type/OutputIntent\
        /S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/Info(Proef voor Mulder)>><</Type\
        /OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)>>]>>"
        .to_owned();
    objects[2].1 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources\
        <</Font<</BakkerLetter 5 0 R>>/XObject<</Im1 6 0 R>>>>/Annots[7 0 R]>>"
        .to_owned();
    objects[4].1 = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Name/LetterVisser>>".to_owned();
    let facts = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray\
        /BitsPerComponent 8/Name/C:_Users_Smit";
    objects.extend([
        (6, stream(facts, "x")),
        (
            7,
            "<</Type/Annot/Subtype/PrinterMark/F 2/Rect[9 9 19 19]/MN/MarkVanEls/AP<</N 8 0 R>>>>"
                .to_owned(),
        ),
        (8, stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 9 9 re f")),
    ]);
    file(&objects, "")
}

/// What stands deeper in something that goes, or that a person chooses about.
fn within() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/Lang(nl)/SpiderInfo<</V 1.0/C[6 0 R]>>/PieceInfo\
        <</Ontwerp<</LastModified(D:20200102)/Private<</Bron 7 0 R>>>>>>/AcroForm<</Fields[]/XFA\
        [(datasets)8 0 R]>>/Names<</EmbeddedFiles<</Names[(sleutel)9 0 R]>>>>>>"
        .to_owned();
    objects[2].1 = with("", "/Annots[11 0 R 12 0 R 13 0 R]");
    let packet = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/\
        1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/\
        elements/1.1/\"><dc:creator>Els Visser</dc:creator></rdf:Description>los</rdf:RDF>\
        </x:xmpmeta>";
    let data = "<?xml version=\"1.0\"?><?ontworpen door Els Visser?><d naam=\"Jan Bakker\"><a>Utrecht</a><!-- van Kim --><![CDATA[BSN 111222333]]></d>";
    objects.extend([
        (6, "<</URL(http://zaken.local/jan)/L 1/F 0/P(zoek=Jan)>>".to_owned()),
        (7, stream("", "Gemaakt door Kees")),
        (8, stream("", data)),
        (
            9,
            "<</Type/Filespec/F(C:\\\\Users\\\\jan\\\\brief.txt)/Desc(brief van Anna)/EF\
             <</F 10 0 R>>>>"
                .to_owned(),
        ),
        (10, stream("/Type/EmbeddedFile", "Geachte mevrouw De Vries,")),
        (
            11,
            "<</Type/Annot/Subtype/Stempelaar/Rect[0 0 9 9]/T(Jan Bakker)/Contents(akkoord)\
             /Popup 12 0 R/Metadata 14 0 R>>"
                .to_owned(),
        ),
        (
            12,
            "<</Type/Annot/Subtype/Popup/Parent 11 0 R/Rect[0 0 9 9]/Contents(venster van Kim)>>"
                .to_owned(),
        ),
        (
            13,
            "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(meer)/A<</S/Eigen/X(van Els)>>/PA\
             <</S/URI/URI(http://intranet.local/jan)>>>>"
                .to_owned(),
        ),
        (14, stream("/Type/Metadata/Subtype/XML", packet)),
    ]);
    file(&objects, "")
}

/// Text that is not painted beside a picture, without breadth, and under a shade of colours.
fn invisible() -> Vec<u8> {
    let content = [
        "q 20 0 0 20 170 170 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n",
        &shows("Besluit", 150),
        "q 3 Tr ",
        &shows("Naast het plaatje", 120),
        "Q q BT 0 Tz /F 12 Tf 20 90 Td (Zonder breedte) Tj ET Q ",
        &shows("Jan de Vries", 50),
        "q 15 45 120 16 re W n /S sh Q",
    ]
    .concat();
    let mut objects: Objects = page(&content);
    objects[2].1 = with(
        "/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Extend[true true]\
         /Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[0]/N 1>>>>>>",
        "",
    );
    file(&objects, "")
}

/// A scan with the text that was read from it, and a bar where none was.
fn scan() -> Vec<u8> {
    let content =
        format!("q 200 0 0 200 0 0 cm /I Do Q 3 Tr {} 0 g 15 95 90 16 re f", shows("Besluit", 150));
    let mut objects = page(&content);
    objects[2].1 = with("/XObject<</I 6 0 R>>", "");
    let facts = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray\
        /BitsPerComponent 8";
    objects.push((6, stream(facts, "x")));
    file(&objects, "")
}

/// A signature that is seen, and that says what may be changed after it.
fn signature() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    objects[0].1 =
        "<</Type/Catalog/Pages 2 0 R/Lang(nl)/AcroForm<</SigFlags 3/Fields[6 0 R]>>/Perms\
        <</DocMDP 7 0 R>>/DSS<</Type/DSS/Certs[]>>>>"
            .to_owned();
    objects[2].1 = with("", "/Annots[6 0 R]");
    objects.extend([
        (
            6,
            "<</Type/Annot/Subtype/Widget/Rect[20 20 119 40]/F 132/FT/Sig/T(paraaf)/V 7 0 R/P 3 0 R\
             /AP<</N 8 0 R>>>>"
                .to_owned(),
        ),
        (
            7,
            "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Name(Kees Bakker)\
             /Reason(akkoord)/M(D:20250102030405Z)/ByteRange[0 9 20 9]/Contents<00>/Reference\
             [<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</P 2/V/1.2>>>>]>>"
                .to_owned(),
        ),
        (8, form("Kees Bakker")),
    ]);
    file(&objects, "")
}

/// What a page said in an earlier version, what a page says that no tree has, and a template: in a
/// font in which no code is the letter that it stands for.
fn earlier() -> Vec<u8> {
    let digits = "/zero/one/two/three/four/five/six/seven/eight/nine";
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/Differences\
        [65";
    let text = |of: &str| stream("", &format!("BT /F 12 Tf 20 100 Td ({of}) Tj ET"));
    let page = "/MediaBox[0 0 200 200]/Resources<</Font<</F 5 0 R>>>>";
    let objects = vec![
        (
            1,
            format!(
                "<</Type/Catalog/Pages 2 0 R/Lang(nl)/Names<</Templates<</Names[(T)<</Type/Template\
                 /Contents 8 0 R{page}>>]>>>>>>"
            ),
        ),
        (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned()),
        (3, format!("<</Type/Page/Parent 2 0 R/Contents 4 0 R{page}>>")),
        (4, text("bsn JJJJJAABJ")),
        (5, format!("{font}{digits}]>>>>")),
        (6, format!("<</Type/Page/Parent 2 0 R/Contents 7 0 R{page}>>")),
        (7, text("bsn BBBCCCDDD")),
        (8, text("bel AG-BCDEFGHI")),
    ];
    let mut out = String::from("%PDF-1.7\n");
    let first = append(&mut out, &objects, "", None);
    append(&mut out, &vec![(4, text("besluit"))], "", Some(first));
    out.into_bytes()
}

/// The second of two pages said more in an earlier version, and the same besides.
fn earlier_words() -> Vec<u8> {
    let page = |content: u32| {
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</Font<</F 5 0 R>>>>\
             /Contents {content} 0 R>>"
        )
    };
    let text = |of: &str| {
        stream("", &format!("BT /F 12 Tf 20 160 Td (Het besluit) Tj 0 -60 Td ({of}) Tj ET"))
    };
    let objects = vec![
        (1, "<</Type/Catalog/Pages 2 0 R/Lang(nl)>>".to_owned()),
        (2, "<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>".to_owned()),
        (3, page(4)),
        (4, text("over de bomen")),
        (5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned()),
        (6, page(7)),
        (7, text("op bezwaar van Piet Mulder")),
    ];
    let mut out = String::from("%PDF-1.7\n");
    let first = append(&mut out, &objects, "", None);
    append(&mut out, &vec![(7, text("op bezwaar"))], "", Some(first));
    out.into_bytes()
}

/// Links to places in the organisation, and to others; a folder in the organisation in which nothing
/// is looked up.
fn links() -> Vec<u8> {
    let addresses = [
        "http://10.12.3.4/zaak",
        "https://intranet.example.nl/mvisser",
        "https://jan@archief:8443/",
        "javascript:app.alert\\(1\\)",
        "https://www.example.nl/besluit",
    ];
    let link = |(number, address): (usize, &&str)| {
        let side = 20 + 20 * number;
        format!(
            "<</Type/Annot/Subtype/Link/Rect[20 {side} 90 {}]/A<</S/URI/URI({address})>>>>",
            side + 10
        )
    };
    let links: String = addresses.iter().enumerate().map(link).collect();
    let mut objects = page("BT /F 12 Tf 20 180 Td (Besluit) Tj ET");
    objects[0].1 =
        "<</Type/Catalog/Pages 2 0 R/Lang(nl)/URI<</Base(http://archief/kvisser/)>>/OpenAction\
        <</S/SubmitForm/F(https://www.example.nl/verzend)>>>>"
            .to_owned();
    objects[2].1 = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font\
         <</F 5 0 R>>>>/Annots[{links}]>>"
    );
    file(&objects, "")
}

/// The same, with a link that is looked up there.
fn base() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 180 Td (Besluit) Tj ET");
    objects[0].1 =
        "<</Type/Catalog/Pages 2 0 R/Lang(nl)/URI<</Base(http://archief/kvisser/)>>>>".to_owned();
    objects[2].1 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font\
        <</F 5 0 R>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[20 20 90 30]/A<</S/URI/URI(../pjansen/nota.docx)\
        >>>>]>>"
        .to_owned();
    file(&objects, "")
}

/// One thing where a list is expected, and a list where one thing is.
fn one_and_list() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    objects[2].1 =
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font\
        <</F 5 0 R>>>>/Metadata[10 0 R]/AF<</Type/Filespec/F(notitie.txt)/UF(notitie.txt)/EF<</F \
        11 0 R>>/AFRelationship/Source>>>>"
            .to_owned();
    let packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF \
        xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' \
        xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator><rdf:Seq><rdf:li>Kees Bakker</rdf:li>\
        </rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>";
    objects.extend([
        (10, stream("/Type/Metadata/Subtype/XML", packet)),
        (11, stream("/Type/EmbeddedFile", "nota van Els")),
    ]);
    file(&objects, "")
}
