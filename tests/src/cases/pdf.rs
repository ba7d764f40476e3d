//! PDF files: one with a value in every row that holds one, and some that mean harm.

use super::Case;

mod checklist;
mod sight;
mod unseen;

pub(super) fn cases() -> Vec<Case> {
    let everything = everything();
    let damaged: Vec<u8> = everything.iter().take(everything.len() / 2).copied().collect();
    let mut cases = vec![
        Case::new("pdf/everything", "nota.pdf", everything),
        Case::new(
            "pdf/clean",
            "schoon.pdf",
            file(&page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET"), ""),
        ),
        Case::new("pdf/accessible", "toegankelijk.pdf", accessible()),
        Case::new("pdf/tips", "tips.pdf", tips()),
        Case::new("pdf/damaged", "half.pdf", damaged),
        Case::new("pdf/beside", "lagen.pdf", beside()),
        Case::new("pdf/tagged-comment", "opmerking.pdf", tagged_comment()),
        Case::new("pdf/signed", "ondertekend.pdf", signed()),
        Case::new("pdf/unread", "geluid.pdf", unread()),
        Case::new("pdf/bar", "gelakt.pdf", file(&page(BAR), "")),
        Case::new("pdf/loose", "los.pdf", loose()),
        Case::new("pdf/no-length", "zonder-lengte.pdf", no_length()),
        Case::new("pdf/picture", "scan.pdf", picture()),
        Case::new("pdf/encrypted", "versleuteld.pdf", encrypted(true)),
        Case::new("pdf/encrypted-cut", "versleuteld.pdf", encrypted(false)),
        Case::new("pdf/hostile-forms", "formulieren.pdf", forms()),
        Case::new("pdf/hostile-predictor", "voorspeller.pdf", predictor()),
        Case::new("pdf/hostile-page-tree", "kring.pdf", page_tree()),
    ];
    cases.extend(unseen::cases());
    cases.extend(sight::cases());
    cases.extend(checklist::cases());
    cases
}

/// A name under a black bar, and one beside it.
const BAR: &str =
    "BT /F 12 Tf 20 100 Td (Jan de Vries) Tj 0 -40 Td (Besluit) Tj ET 15 95 90 16 re f";

type Objects = Vec<(u32, String)>;

fn stream(dictionary: &str, content: &str) -> String {
    format!("<<{dictionary}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

fn page(content: &str) -> Objects {
    vec![
        (1, "<</Type/Catalog/Pages 2 0 R/Lang(nl)>>".to_owned()),
        (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned()),
        (
            3,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R\
             /Resources<</Font<</F 5 0 R>>>>>>"
                .to_owned(),
        ),
        (4, stream("", content)),
        (5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned()),
    ]
}

pub(super) fn file(objects: &Objects, trailer: &str) -> Vec<u8> {
    let mut out = String::from("%PDF-1.7\n");
    append(&mut out, objects, trailer, None);
    out.into_bytes()
}

/// Adds objects with a table and a trailer of their own: a revision.
fn append(out: &mut String, objects: &Objects, trailer: &str, previous: Option<usize>) -> usize {
    let mut entries = String::new();
    for (number, value) in objects {
        entries.push_str(&format!("{number} 1\n{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{number} 0 obj\n{value}\nendobj\n"));
    }
    let start = out.len();
    let size = objects.iter().map(|(number, _)| number + 1).max().unwrap_or(1).max(40);
    let before = previous.map(|at| format!("/Prev {at}")).unwrap_or_default();
    out.push_str(&format!(
        "xref\n0 1\n0000000000 65535 f \n{entries}trailer\n<</Root 1 0 R/Size {size}{before}\
         {trailer}>>\nstartxref\n{start}\n%%EOF\n"
    ));
    start
}

/// A value in every row that a small file can have, all of them invented.
fn everything() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 100 Td (Bel 06-12345678) Tj ET");
    let packet = "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>\
        <x:xmpmeta xmlns:x='adobe:ns:meta/'>\
        <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
        <rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' \
        xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/' pdfaid:part='2' pdfaid:conformance='A'>\
        <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Nota</rdf:li></rdf:Alt></dc:title>\
        <dc:creator><rdf:Seq><rdf:li>Kees Bakker</rdf:li></rdf:Seq></dc:creator>\
        </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/Lang(nl)/Metadata 8 0 R/PieceInfo<</App<</Private\
        (concept van Mieke)>>>>/XX_Owner(Truus de Boer)/OpenAction 9 0 R/Names<</EmbeddedFiles\
        <</Names[(notitie.txt) 10 0 R]>>>>/AcroForm<</Fields[13 0 R]>>>>"
        .to_owned();
    objects[2].1 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources\
        <</Font<</F 5 0 R>>>>/Annots[12 0 R 13 0 R]/LastModified(D:20250102030405Z)>>"
        .to_owned();
    objects.extend([
        (
            7,
            "<</Title(Nota)/Author(Pietje Puk)/Creator(Word)/Producer(Printer)\
             /CreationDate(D:20250102030405+01'00')/Afdeling(Financien van Anna)>>"
                .to_owned(),
        ),
        (8, stream("/Type/Metadata/Subtype/XML", packet)),
        (9, "<</S/JavaScript/JS(app.alert\\('door Henk Jansen'\\))>>".to_owned()),
        (10, "<</Type/Filespec/F(notitie.txt)/UF(notitie.txt)/EF<</F 11 0 R>>>>".to_owned()),
        (11, stream("/Type/EmbeddedFile", "Mijn BSN is 111222333.")),
        (
            12,
            "<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/T(Sanne Smit)/Contents(klopt dit wel?)\
             /M(D:20250102030405Z)>>"
                .to_owned(),
        ),
        (
            13,
            "<</Type/Annot/Subtype/Widget/Rect[30 30 90 45]/FT/Tx/T(naam)/V(Joost Visser)>>"
                .to_owned(),
        ),
    ]);
    let mut out = String::from("@PJL SET USERNAME=\"jvisser\"\n%PDF-1.7\n");
    let id = "/Info 7 0 R/ID[<4A414E><4A414E>]";
    let first = append(&mut out, &objects, id, None);
    let new = vec![(4, stream("", "BT /F 12 Tf 20 100 Td (Bel 06-12345678 nu) Tj ET"))];
    append(&mut out, &new, id, Some(first));
    out.push_str("naam van de afdrukker: Wim\n");
    out.into_bytes()
}

fn hex(dictionary: &str, content: &[u8]) -> String {
    let digits: String = content.iter().map(|byte| format!("{byte:02x}")).collect();
    stream(&format!("{dictionary}/Filter/ASCIIHexDecode"), &format!("{digits}>"))
}

/// A picture in its own packing, in hexadecimal digits.
fn packed(codec: &str, content: &[u8]) -> String {
    let digits: String = content.iter().map(|byte| format!("{byte:02x}")).collect();
    let picture = "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 1\
        /ColorSpace/DeviceGray";
    let filters = format!("{picture}/Filter[/ASCIIHexDecode/{codec}]");
    stream(&filters, &format!("{digits}>"))
}

/// What stands in streams beside what they are there for: comments, an operator that there is not,
/// an entry of somebody's own, and texts in a font, a colour profile, pictures and maps.
fn beside() -> Vec<u8> {
    let content = "% concept van Anna Bakker\n/Span <</MCID 0/Maker (Jan Smit)>> BDC BT /F 12 Tf \
        20 100 Td (Besluit) Tj ET EMC BX (versie voor Henk) Foo EX /I Do /J Do";
    let mut objects = page(content);
    objects[2].1 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources\
        <</Font<</F 5 0 R/G 6 0 R>>/XObject<</I 11 0 R/J 12 0 R>>/ColorSpace\
        <</C[/ICCBased 10 0 R]>>>>>>"
        .to_owned();
    let map = "% map van Piet\n/CIDInit /ProcSet findresource begin begincmap\n\
        1 beginbfchar <41> <0041> endbfchar endcmap end";
    let code = b"\xff\x4f\xff\x51\0\x02\xff\x64\0\x10\0\x01van Mieke Mol\xff\x90x\xff\xd9";
    let jp2 = [
        b"\0\0\0\x0cjP  \r\n\x87\n".to_vec(),
        boxed(b"jp2h", b"colr"),
        boxed(b"xml ", b"<foto>Joost Visser</foto>"),
        boxed(b"jp2c", code),
    ];
    let remark = [&b"\0\0\0\x01\x3e\0\x01\0\0\0\x1b"[..], b"\x20\0\0\0scan\0van Sanne de Wit\0\0"];
    let fax = [&b"\0\0\0\0\x30\0\x01\0\0\0\x13"[..], &[0; 19], &remark.concat()].concat();
    objects.extend([
        (
            6,
            "<</Type/Font/Subtype/TrueType/BaseFont/Hand/FontDescriptor 7 0 R/ToUnicode 9 0 R>>"
                .to_owned(),
        ),
        (7, "<</Type/FontDescriptor/FontName/Hand/Flags 32/FontFile2 8 0 R>>".to_owned()),
        (8, hex("", &font("Created by Truus de Boer,,, with FontForge"))),
        (9, stream("", map)),
        (10, hex("/N 3", &profile("JANSEN-LAPTOP"))),
        (11, packed("JPXDecode", &jp2.concat())),
        (12, packed("JBIG2Decode", &fax)),
    ]);
    file(&objects, "")
}

fn boxed(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32 + 8).to_be_bytes()[..], name, content].concat()
}

/// A font with no letters, and one text.
fn font(credit: &str) -> Vec<u8> {
    let text: Vec<u8> = credit.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let head = [0, 1, 18, 3, 1, 0x409, 0, text.len() as u16, 0];
    let table = [head.iter().flat_map(|field| field.to_be_bytes()).collect(), text].concat();
    let entry = [&b"name\0\0\0\0\0\0\0\x1c"[..], &(table.len() as u32).to_be_bytes()].concat();
    [b"\0\x01\0\0\0\x01\0\0\0\0\0\0".to_vec(), entry, table].concat()
}

/// A colour profile that names a screen.
fn profile(name: &str) -> Vec<u8> {
    let tag = [b"desc\0\0\0\0", &(name.len() as u32).to_be_bytes()[..], name.as_bytes()].concat();
    let mut bytes = [[0; 36].as_slice(), b"acsp", &[0; 88], &1_u32.to_be_bytes(), b"desc"].concat();
    bytes.extend([144_u32, tag.len() as u32].iter().flat_map(|field| field.to_be_bytes()));
    [bytes, tag].concat()
}

/// A comment that the tree of tags knows of.
fn tagged_comment() -> Vec<u8> {
    let mut objects = page("/P <</MCID 0>> BDC BT /F 12 Tf 20 100 Td (Besluit) Tj ET EMC");
    objects[0].1 =
        "<</Type/Catalog/Pages 2 0 R/Lang(nl)/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>"
            .to_owned();
    objects[2].1 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/StructParents 0\
        /Resources<</Font<</F 5 0 R>>>>/Annots[9 0 R]>>"
        .to_owned();
    let kid = "<</Type/OBJR/Obj 9 0 R/Pg 3 0 R>>";
    objects.extend([
        (6, "<</Type/StructTreeRoot/K 7 0 R>>".to_owned()),
        (7, format!("<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K[0 {kid}]>>")),
        (
            9,
            "<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/T(Sanne Smit)/Contents(klopt dit?)>>"
                .to_owned(),
        ),
    ]);
    file(&objects, "")
}

/// Tagged, with a title that is shown, a language, and words for its picture.
fn accessible() -> Vec<u8> {
    let mut objects = page("/P <</MCID 0>> BDC BT /F 12 Tf 20 100 Td (Besluit) Tj ET EMC");
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/Lang(nl)/MarkInfo<</Marked true>>/StructTreeRoot \
        6 0 R/ViewerPreferences<</DisplayDocTitle true>>>>"
        .to_owned();
    let figure = "<</Type/StructElem/S/Figure/P 6 0 R/Pg 3 0 R/Alt(Het gemeentehuis)>>";
    objects.extend([
        (6, format!("<</Type/StructTreeRoot/K[7 0 R {figure}]>>")),
        (7, "<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K 0>>".to_owned()),
        (8, "<</Title(Besluit over het gemeentehuis)>>".to_owned()),
    ]);
    file(&objects, "/Info 8 0 R")
}

/// A title that is a file name and is not shown, no language, and pictures without words, one of
/// them under a name of somebody's own.
fn tips() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>".to_owned();
    let figures = "<</Type/StructElem/S/Plaatje/P 7 0 R/Pg 3 0 R/Alt(foto.jpg)>>\
        <</Type/StructElem/S/Figure/P 7 0 R/Alt()>>\
        <</Type/StructElem/S/Figure/P 7 0 R/ActualText(Besluit)>>";
    objects.extend([
        (6, "<</Type/StructTreeRoot/K 7 0 R/RoleMap<</Plaatje/Figure>>>>".to_owned()),
        (7, format!("<</Type/StructElem/S/Document/P 6 0 R/K[{figures}]>>")),
        (8, "<</Title(Microsoft Word - nota_def.docx)>>".to_owned()),
    ]);
    file(&objects, "/Info 8 0 R")
}

/// A signature that names its signer, in its dictionary and in its certificate.
fn signed() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    objects[0].1 =
        "<</Type/Catalog/Pages 2 0 R/Lang(nl)/AcroForm<</SigFlags 3/Fields[6 0 R]>>>>".to_owned();
    objects[2].1 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources\
        <</Font<</F 5 0 R>>>>/Annots[6 0 R]>>"
        .to_owned();
    let values =
        [(0x0c_u8, "Kees Bakker"), (0x81, "k.bakker@example.nl"), (0x13, "Dienst Tijdstempel")];
    let certificate: Vec<u8> = values
        .iter()
        .flat_map(|(tag, text)| [&[*tag, text.len() as u8], text.as_bytes()].concat())
        .collect();
    let signature = [&[0x30, certificate.len() as u8][..], &certificate, &[0; 8]].concat();
    let digits: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
    objects.extend([
        (
            6,
            "<</Type/Annot/Subtype/Widget/Rect[0 0 0 0]/FT/Sig/T(paraaf)/V 7 0 R/P 3 0 R>>"
                .to_owned(),
        ),
        (
            7,
            format!(
                "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Name(Kees Bakker)\
                 /Reason(akkoord)/Location(Utrecht)/ContactInfo(tel. 06-12345678)\
                 /M(D:20250102030405Z)/ByteRange[0 9 20 9]/Contents<{digits}>>>"
            ),
        ),
    ]);
    file(&objects, "")
}

/// A recording of a voice, which nothing here can hear.
fn unread() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    objects[2].1 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources\
        <</Font<</F 5 0 R>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Sound\
        /Sound 6 0 R>>>>]>>"
        .to_owned();
    objects.push((6, hex("/Type/Sound/R 8000", &[0x80, 0x90, 0xa0, 0xff, 0x81, 0x70])));
    file(&objects, "")
}

/// Encrypted with no password for readers (RC4, 40 bits): with what tells so in the trailer itself,
/// or cut off before the trailer that names it.
fn encrypted(whole: bool) -> Vec<u8> {
    let secret = "<</Filter/Standard/V 1/R 2/P -4\
        /O<47c2ff59459b36ee1e5b4d95144aa333f14491fb63440a5859b3b95bf3c49120>\
        /U<37f7a2b4f07cddece17e4f966c82654c5e2e2eafa0833654b9e6a0375242dffd>>>";
    let mut objects = page("");
    objects.push((7, "<</Author<a3a6c82050dcaecde8f4df>>>".to_owned()));
    let id = "/Info 7 0 R/ID[<4A414E><4A414E>]";
    if whole {
        return file(&objects, &format!("{id}/Encrypt{secret}"));
    }
    objects.push((8, secret.to_owned()));
    let mut bytes = file(&objects, &format!("{id}/Encrypt 8 0 R"));
    let end = bytes.windows(5).position(|word| word == b"xref\n").unwrap_or(bytes.len());
    bytes.truncate(end);
    bytes
}

/// A stream without a length, which some readers take for an empty one.
fn no_length() -> Vec<u8> {
    let mut objects = page("");
    objects[3].1 =
        "<<>>\nstream\nBT /F 12 Tf 20 100 Td (BSN 999990019) Tj ET\nendstream".to_owned();
    file(&objects, "")
}

/// A page that is only a picture.
fn picture() -> Vec<u8> {
    let mut objects = page("q 100 0 0 100 0 0 cm /I Do Q");
    objects[2].1 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R\
        /Resources<</XObject<</I 6 0 R>>>>>>"
        .to_owned();
    let picture = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray\
        /BitsPerComponent 8";
    objects.push((6, stream(picture, "x")));
    file(&objects, "")
}

/// Text that no page draws: in a form that is only named, in a pattern, in a glyph that is drawn
/// by operators, and on a page that is in no tree.
fn loose() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/Lang(nl)/Dests<</begin[11 0 R/Fit]>>>>".to_owned();
    objects[2].1 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources\
        <</Font<</F 5 0 R/T 8 0 R>>/XObject<</X 6 0 R>>/Pattern<</P 7 0 R>>>>>>"
        .to_owned();
    let font = "/Resources<</Font<</F 5 0 R>>>>";
    let text = |text: &str| format!("BT /F 12 Tf 9 9 Td ({text}) Tj ET");
    let form = format!("/Type/XObject/Subtype/Form/BBox[0 0 99 99]{font}");
    let pattern = format!(
        "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 99 99]/XStep 99/YStep 99\
         {font}"
    );
    let glyph = format!("0 0 d0 {}", text("BSN 111222333 van Kim"));
    objects.extend([
        (6, stream(&form, &text("Concept van Jan de Vries"))),
        (7, stream(&pattern, &text("Bel 06-12345678"))),
        (
            8,
            format!(
                "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/Encoding\
                 <</Differences[65/a]>>/FirstChar 65/LastChar 65/Widths[9]/CharProcs<</a 9 0 R>>\
                 {font}>>"
            ),
        ),
        (9, stream("", &glyph)),
        (10, stream("", &text("Mail jan@example.nl"))),
        (11, format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 10 0 R{font}>>")),
    ]);
    file(&objects, "")
}

/// Ten forms in each of ten forms, eight deep: a picture that no reader ever finishes.
fn forms() -> Vec<u8> {
    let mut objects = page("/X Do");
    objects[2].1 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R\
        /Resources<</XObject<</X 10 0 R>>>>>>"
        .to_owned();
    for number in 10..18 {
        let resources = format!("/Resources<</XObject<</X {} 0 R>>>>", number + 1);
        let form = format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]{resources}");
        objects.push((number, stream(&form, &"/X Do ".repeat(10))));
    }
    objects.push((18, stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 1 1 re f")));
    file(&objects, "")
}

/// Rows of half a gigabyte, told by a file of half a kilobyte.
fn predictor() -> Vec<u8> {
    let mut objects = page("");
    let parameters = "/Filter/FlateDecode/DecodeParms<</Predictor 10/Colors 536870913>>";
    objects[3].1 = stream(parameters, "x\u{1}\u{1}");
    file(&objects, "")
}

/// A tree of pages that leads back to its root.
fn page_tree() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    objects[1].1 = "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 9>>".to_owned();
    file(&objects, "")
}
