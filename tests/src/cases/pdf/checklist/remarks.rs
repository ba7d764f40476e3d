//! Remarks, fields, actions and files.

use super::super::super::Case;
use super::{catalogue, file, form, made_by, plain, stream, with};

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("pdf/remarks", "opmerkingen.pdf", remarks()),
        Case::new("pdf/remarks-unseen", "opmerkingen.pdf", unseen()),
        Case::new("pdf/fields", "formulier.pdf", fields()),
        Case::new("pdf/actions", "acties.pdf", actions()),
        Case::new("pdf/files", "bijlagen.pdf", files()),
        Case::new("pdf/signature-seeded", "ondertekend.pdf", seeded()),
    ]
}

/// Each sort of remark, and each thing that one can say.
fn remarks() -> Vec<u8> {
    let sorts = [
        ("FreeText", "/DS(font: Hand van Els)/DA(/F 9 Tf)"),
        ("Highlight", "/QuadPoints[9 19 19 19 9 9 19 9]"),
        ("Underline", "/QuadPoints[9 19 19 19 9 9 19 9]"),
        ("Squiggly", "/QuadPoints[9 19 19 19 9 9 19 9]"),
        ("StrikeOut", "/QuadPoints[9 19 19 19 9 9 19 9]"),
        ("Ink", "/InkList[[9 9 12 12]]"),
        ("Stamp", "/Name/Draft"),
        ("Caret", ""),
        ("Line", "/L[9 9 19 19]"),
        ("Square", ""),
        ("Circle", ""),
        ("Polygon", "/Vertices[9 9 19 9 9 19]"),
        ("PolyLine", "/Vertices[9 9 19 9 9 19]"),
        ("Projection", ""),
    ];
    let first = "<</Type/Annot/Subtype/Text/Rect[150 150 170 170]/T(Sanne Smit)/Contents(klopt \
        dit wel?)/Subj(vraag van Kim)/RC(<body>Rijk woord van Els</body>)/CreationDate\
        (D:20250505)/M(D:20250606)/NM(merk-7)/Popup 12 0 R/AP<</N 13 0 R>>>>";
    let answer = "<</Type/Annot/Subtype/Text/Rect[150 150 170 170]/IRT 10 0 R/RT/R/State(Accepted)\
        /StateModel(Review)/T(Joost Visser)/Contents(Aanvaard door Joost)/ExData<</Type/ExData\
        /Subtype/Markup3D/Oud(tekst van Anna)>>>>";
    let list: String = (20..).take(sorts.len()).map(|number| format!(" {number} 0 R")).collect();
    let mut objects = plain("", &format!("/Annots[10 0 R 11 0 R 12 0 R 14 0 R{list}]"));
    objects.extend([
        (10, first.to_owned()),
        (11, answer.to_owned()),
        (12, "<</Type/Annot/Subtype/Popup/Parent 10 0 R/Rect[100 100 120 120]>>".to_owned()),
        (13, form("Sanne Smit")),
        (
            14,
            "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(Naar het besluit van Kees Bakker)\
             /A<</S/URI/URI(https://www.example.nl)>>>>"
                .to_owned(),
        ),
    ]);
    objects.extend((20..).zip(sorts).map(|(number, (sort, rest))| {
        let words = format!("woord {number}");
        (number, format!("<</Type/Annot/Subtype/{sort}/Rect[9 9 19 19]/Contents({words}){rest}>>"))
    }));
    file(&objects, "")
}

/// Annotations that are not seen: by a flag, without size, off the page, in a layer that is off,
/// and what is seen only while one holds the button.
fn unseen() -> Vec<u8> {
    let stamp = |rest: &str, appearance: u32| {
        format!("<</Type/Annot/Subtype/Stamp{rest}/AP<</N {appearance} 0 R>>>>")
    };
    let mut objects = plain("", "/Annots[10 0 R 11 0 R 12 0 R 13 0 R 14 0 R 15 0 R 16 0 R]");
    catalogue(
        &mut objects,
        "/OCProperties<</OCGs[9 0 R]/D<</OFF[9 0 R]>>>>/AcroForm<</Fields[16 0 R]>>",
    );
    objects.extend([
        (9, "<</Type/OCG/Name(laag)>>".to_owned()),
        (10, stamp("/F 2/Rect[0 0 99 20]", 20)),
        (11, stamp("/F 32/Rect[0 30 99 50]", 21)),
        (12, stamp("/F 1/Rect[0 60 99 80]", 22)),
        (13, stamp("/Rect[50 50 50 50]", 23)),
        (14, stamp("/Rect[300 300 399 320]", 24)),
        (15, stamp("/OC 9 0 R/Rect[0 120 99 140]", 25)),
        (
            16,
            "<</Type/Annot/Subtype/Widget/FT/Btn/T(knop)/Rect[0 150 99 170]/AS/Aan/MK<</I 28 0 R\
             /CA(zoek)/RC(over Truus Mulder)>>/AP<</N<</Aan 26 0 R/Uit 27 0 R>>/D 29 0 R/R 30 0 R>>>>"
                .to_owned(),
        ),
    ]);
    let says = [
        "Onzichtbaar Jan Bakker",
        "Niet te zien Kim Smit",
        "Onbekend Els Visser",
        "Zonder maat",
        "Naast het blad",
        "Laag van Anna",
        "Aan",
        "Uit voor Piet Mulder",
        "Plaatje van Kees",
        "Neer Joost Visser",
        "Over Sanne Smit",
    ];
    objects.extend((20..).zip(says).map(|(number, text)| (number, form(text))));
    file(&objects, "")
}

/// Values, earlier values, choices, and a field that no page shows.
fn fields() -> Vec<u8> {
    let mut objects = plain("", "/Annots[10 0 R 11 0 R]");
    catalogue(
        &mut objects,
        "/AcroForm<</Fields[10 0 R 11 0 R 12 0 R]/CO[10 0 R]/NeedAppearances true/XFA[(template)\
         14 0 R(datasets)15 0 R(xmpmeta)16 0 R]>>/NeedsRendering true",
    );
    objects.extend([
        (
            10,
            "<</Type/Annot/Subtype/Widget/Rect[30 30 129 50]/FT/Tx/T(naam)/TU(Naam van Sanne Smit)\
             /V(Joost Visser)/DV(Truus de Boer)/RV(<body>Rijk Kees Bakker</body>)/DS(font: Els)\
             /AP<</N 13 0 R>>/AA<</K<</S/JavaScript/JS(// toets van Piet Mulder)>>>>>>"
                .to_owned(),
        ),
        (
            11,
            "<</Type/Annot/Subtype/Widget/Rect[30 60 90 75]/FT/Ch/T(wie)/Opt[[(1)(Anna Bakker)]\
             (Kim Visser)]/V(1)>>"
                .to_owned(),
        ),
        (12, "<</FT/Tx/T(dossier)/V(Jan de Vries)>>".to_owned()),
        (13, form("Eerst Els Smit")),
        (14, stream("", "<template><script>// kladje van Kim Bakker</script></template>")),
        (15, stream("", "<data><naam>Fatima Yilmaz</naam></data>")),
        (
            16,
            stream(
                "",
                &super::packet(
                    "<dc:creator><rdf:Seq><rdf:li>Els Bakker</rdf:li></rdf:Seq>\
            </dc:creator>",
                ),
            ),
        ),
    ]);
    file(&objects, "")
}

/// What runs, and where it leads.
fn actions() -> Vec<u8> {
    let links = [
        "/S/URI/URI(mailto:p.jansen@example.nl)",
        "/S/URI/URI(file:///C:/Users/jbakker/nota.doc)",
        "/S/URI/URI(\\\\\\\\srv01\\\\home\\\\ksmit\\\\nota.doc)",
        "/S/URI/URI(http://intranet.local/zaak?user=kvisser)",
        "/S/GoToR/F(C:\\\\Users\\\\edeboer\\\\stuk.pdf)/D[0/Fit]",
        "/S/GoToE/F(\\\\\\\\srv02\\\\pmulder\\\\map.pdf)/D[0/Fit]/T<</R/C/N(bijlage van Els)>>",
        "/S/Launch/F(D:\\\\werk\\\\tsmit\\\\doe.exe)",
        "/S/Thread/F(/home/avisser/draad.pdf)/D 0",
        "/S/ImportData/F(/home/akramer/gegevens.fdf)",
        "/S/SubmitForm/F<</Type/Filespec/FS/URL/F(http://zaken.local/post)>>",
        "/S/Rendition/JS(// klank van Kim Visser)",
        "/S/Hide/T(veld van Kees)",
        "/S/SetOCGState/State[/ON]",
        "/S/GoTo3DView/V(blik van Anna)",
        "/S/GoTo/D[3 0 R/Fit]/Next<</S/JavaScript/JS(// dan Joost Visser)>>",
        "/S/GoTo/D[3 0 R/Fit]/Next[<</S/GoTo/D[3 0 R/Fit]>>[<</S/JavaScript/JS(// ook Piet Smit)>>]]",
    ];
    let numbers = (10..).take(links.len()).chain([32]);
    let list: String = numbers.map(|number| format!(" {number} 0 R")).collect();
    let rest = format!("/Annots[{list}]/AA<</O<</S/JavaScript/JS(// open Truus Mulder)>>>>");
    let mut objects = plain("/XObject<</O 30 0 R>>", &rest);
    catalogue(
        &mut objects,
        "/Names<</JavaScript<</Names[(eerst)<</S/JavaScript/JS 31 0 R>>]>>>>/AA<</WC<</S\
         /JavaScript/JS(// sluit Saskia Bakker)>>>>/OpenAction[3 0 R/Fit]",
    );
    objects.extend((10..).zip(links).map(|(number, action)| {
        (number, format!("<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<<{action}>>>>"))
    }));
    objects.extend([
        (
            30,
            form("Blok").replace(
                "/BBox",
                "/Ref<</F(/home/akramer/bron.pdf)/Page 0>>/OPI<</2.0<<\
            /Type/OPI/Version 2.0/F(/home/kdeboer/groot.tif)>>>>/BBox",
            ),
        ),
        (31, stream("", "/* begin van Anna Mulder */")),
        (
            32,
            "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A[<</S/JavaScript/JS(// lijst Els Mulder)>>]>>"
                .to_owned(),
        ),
    ]);
    file(&objects, "")
}

/// Files wherever one can be.
fn files() -> Vec<u8> {
    let specification = |name: &str, rest: &str, number: u32| {
        format!("<</Type/Filespec/F({name})/UF({name}){rest}/EF<</F {number} 0 R>>>>")
    };
    let held = |text: &str| stream("/Type/EmbeddedFile", text);
    let mut objects = plain("", "/AF[12 0 R]/Annots[14 0 R]");
    catalogue(
        &mut objects,
        "/AF[10 0 R]/Names<</EmbeddedFiles<</Names[(een)16 0 R(twee)18 0 R]>>>>/Collection<<\
         /Type/Collection/Schema<</Veld<</Type/CollectionField/Subtype/S/N(Kolom van Kim)>>>>\
         /D(een)/Folders<</Type/Folder/ID 0/Name(map van Els Visser)/CreationDate(D:20250707)>>>>",
    );
    let inner = String::from_utf8(file(&plain("", ""), "/Info<</Author(Piet Mulder)>>"))
        .unwrap_or_default();
    objects.extend([
        (10, specification("los.txt", "/AFRelationship/Data", 11)),
        (11, held("Los stuk over Kees Bakker.")),
        (12, specification("blad.txt", "", 13)),
        (13, held("Bij het blad van Anna Bakker.")),
        (
            14,
            "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 20 0 R/Contents(speld)>>"
                .to_owned(),
        ),
        (
            16,
            specification("een.pdf", "/Desc(Stuk van Joost Visser)/CI<</Veld(rij van Truus)>>", 17),
        ),
        (
            17,
            stream(
                "/Type/EmbeddedFile/Params<</CreationDate(D:20250808)/ModDate(D:20250809)>>",
                &inner,
            ),
        ),
        (18, specification("C:\\\\Users\\\\ksmit\\\\twee.txt", "", 19)),
        (19, held("Twee.").replace("/EmbeddedFile", "/EmbeddedFile/Metadata 22 0 R")),
        (20, specification("geheim Sanne Smit.txt", "", 21)),
        (21, held("Aan de speld van Els Smit.")),
        (22, made_by("Truus Bakker")),
    ]);
    file(&objects, "")
}

/// A field to be signed, that says by whom, and what stands beside a signature.
fn seeded() -> Vec<u8> {
    let mut objects = plain("", "/Annots[10 0 R 11 0 R]");
    objects[2].1 = with("", "/Annots[10 0 R 11 0 R]");
    catalogue(
        &mut objects,
        "/AcroForm<</SigFlags 3/Fields[10 0 R 11 0 R]>>/Legal<</Attestation(Goed, zegt Kim \
         Visser)>>/DSS<</Type/DSS/Certs[14 0 R]/VRI<<>>>>",
    );
    let certificate = [&[0x30, 13, 0x0c, 11][..], b"Piet Mulder"].concat();
    objects.extend([
        (
            10,
            "<</Type/Annot/Subtype/Widget/Rect[0 0 0 0]/FT/Sig/T(paraaf)/SV<</Type/SV/Reasons\
             [(akkoord van Els Bakker)]/LegalAttestation[(verklaring van Anna Smit)]>>/Lock<</Type\
             /SigFieldLock/Action/Include/Fields[(veld van Sanne)]>>>>"
                .to_owned(),
        ),
        (11, "<</Type/Annot/Subtype/Widget/Rect[0 0 0 0]/FT/Sig/T(zegel)/V 12 0 R>>".to_owned()),
        (
            12,
            "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.x509.rsa_sha1/Name(Kees Bakker)\
             /M(D:20250102)/ByteRange[0 9 20 9]/Contents<00>/Cert<300e0c0c4a6f6f73742056697373\
             6572>/Prop_Build<</App<</Name/Tekenaar/REx(op de laptop van Kees)/OS[/Win]>>>>>>"
                .to_owned(),
        ),
        (14, super::hex("", &certificate)),
    ]);
    file(&objects, "")
}
