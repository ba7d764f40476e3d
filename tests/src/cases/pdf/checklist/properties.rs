//! Properties of the document, in their dictionary and in packets.

use super::super::super::Case;
use super::{PACKET, catalogue, file, form, hex, made_by, packet, page, plain, stream};

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("pdf/properties", "eigenschappen.pdf", properties()),
        Case::new("pdf/properties-direct", "eigenschappen.pdf", direct()),
        Case::new("pdf/packet", "pakket.pdf", whole()),
        Case::new("pdf/packet-wide", "pakket.pdf", wide()),
        Case::new("pdf/packets", "pakketten.pdf", packets()),
    ]
}

/// Each entry that programs write, and entries of somebody's own.
fn properties() -> Vec<u8> {
    let mut objects = plain(
        "",
        "/PieceInfo<</Ai<</Private(schets van Els)>>>>/LastModified\
        (D:20250303)/XX_Maker(Kim Visser)",
    );
    catalogue(
        &mut objects,
        "/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 3>>/MAKR<<\
        /BaseVersion/1.7/ExtensionLevel 1/URL(http://intranet.local/kim)>>>>",
    );
    objects[4].1 = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Maker(eerst Anna)/Maker\
        (later Piet)>>"
        .to_owned();
    objects.push((
        7,
        "<</Title(Nota)/Subject(Klacht van Yilmaz)/Keywords(subsidie, Mulder)/Trapped/False\
         /ModDate(D:20250204050607+02'00')/Producer(KONICA bizhub A5C2041012345)\
         /Company(Gemeente Voorbeeld)/Manager(Saskia Visser)/SourceModified(D:20250101)\
         /MSIP_Label_1_Owner(f.yilmaz@example.nl)/MSIP_Label_1_SiteId(aaaaaaaa-1)\
         /GTS_PDFXVersion(PDF/X-4)/Zaak#20van#20Kramer true>>"
            .to_owned(),
    ));
    file(&objects, "/Info 7 0 R/XX_Zaak(dossier Smit)")
}

/// In the trailer itself, in all ways in which a string can be written.
fn direct() -> Vec<u8> {
    let wide = |text: &str| -> String {
        let units = text.encode_utf16().map(|unit| format!("{unit:04x} "));
        format!("<FEFF {}>", units.collect::<String>())
    };
    let turned: String =
        "Saskia Visser".encode_utf16().map(|unit| format!("{:04x}", unit.swap_bytes())).collect();
    let told = "\\376\\377\\000\\033\\000n\\000l\\000\\033\\000E\\000l\\000s";
    let info = format!(
        "/Info<</Author{}/Subject({told})/Keywords(Truus \\\nde Boer)/Company\
         <FFFE{turned}>/Title<EFBBBF436166C3A9>/Manager(K\\145es\\040Bakker)>>",
        wide("Jan de Vries")
    );
    file(&plain("", ""), &info)
}

/// All that a packet can say of a document.
fn whole() -> Vec<u8> {
    let bag = |name: &str, sort: &str, text: &str| {
        format!("<{name}><rdf:{sort}><rdf:li>{text}</rdf:li></rdf:{sort}></{name}>")
    };
    let part = |name: &str, sort: &str, text: &str| {
        format!(
            "<{name}><rdf:{sort}><rdf:li rdf:parseType='Resource'>{text}</rdf:li></rdf:{sort}>\
             </{name}>"
        )
    };
    let properties = [
        "<xmp:CreatorTool>Schrijver 5</xmp:CreatorTool>".to_owned(),
        "<xmp:CreateDate>2025-01-02T03:04:05+02:00</xmp:CreateDate>".to_owned(),
        "<xmp:ModifyDate>2025-01-03T03:04:05+02:00</xmp:ModifyDate>".to_owned(),
        bag("dc:creator", "Seq", "Kees Bakker"),
        bag("dc:contributor", "Bag", "Sanne Smit"),
        bag("dc:subject", "Bag", "subsidie Mulder"),
        "<xmpMM:DocumentID>uuid:11111111</xmpMM:DocumentID>".to_owned(),
        "<xmpMM:InstanceID>uuid:22222222</xmpMM:InstanceID>".to_owned(),
        "<xmpMM:OriginalDocumentID>uuid:33333333</xmpMM:OriginalDocumentID>".to_owned(),
        "<xmpMM:VersionID>versie 7</xmpMM:VersionID>".to_owned(),
        part(
            "xmpMM:History",
            "Seq",
            "<stEvt:action>saved</stEvt:action><stEvt:softwareAgent>\
            Tekenaar van Kim</stEvt:softwareAgent><stEvt:when>2025-01-04</stEvt:when>\
            <stEvt:changed>/content van Els</stEvt:changed>",
        ),
        part(
            "xmpMM:Ingredients",
            "Bag",
            "<stRef:filePath>C:\\Users\\jbakker\\foto.jpg</stRef:filePath>",
        ),
        part("xmpMM:Pantry", "Bag", "<xmp:Label>Oud stuk van Anna</xmp:Label>"),
        bag("photoshop:DocumentAncestors", "Bag", "uuid:44444444"),
        part("xmpTPg:Fonts", "Bag", "<stFnt:fontFileName>VisserHand.otf</stFnt:fontFileName>"),
        part(
            "xmp:Thumbnails",
            "Alt",
            "<xmpGImg:image xmlns:xmpGImg='http://ns.adobe.com/xap/1.0/\
            g/img/'>/9j/4AAQ</xmpGImg:image>",
        ),
        "<pdf:Producer>KMBT_C368 A5C2041012345</pdf:Producer>".to_owned(),
        "<pdf:Keywords>Klacht van Yilmaz</pdf:Keywords>".to_owned(),
        "<pdfx:Zaak>dossier Kramer</pdfx:Zaak>".to_owned(),
    ];
    let mut objects = page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    catalogue(&mut objects, "/Metadata 8 0 R");
    objects.push((8, stream(PACKET, &packet(&properties.concat()))));
    file(&objects, "")
}

/// A packet in letters of two bytes, which is packed as well, and whose length is not told.
fn wide() -> Vec<u8> {
    let text = packet("<dc:creator><rdf:Seq><rdf:li>Kees Bakker</rdf:li></rdf:Seq></dc:creator>");
    let wide: Vec<u8> =
        [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&wide, 6);
    let digits: String = packed.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut objects = plain("", "/Metadata 9 0 R");
    catalogue(&mut objects, "/Metadata 8 0 R");
    let facts = format!("{PACKET}/Filter[/ASCIIHexDecode/FlateDecode]");
    objects.push((8, stream(&facts, &format!("{digits}>"))));
    let long = made_by("Truus de Boer");
    let (_, content) = long.split_once("stream\n").unwrap_or_default();
    objects.push((9, format!("<<{PACKET}>>\nstream\n{content}")));
    file(&objects, "")
}

/// A packet at each thing that can have one.
fn packets() -> Vec<u8> {
    let mut objects = page("q 9 0 0 9 9 9 cm /I Do Q /X Do BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    catalogue(&mut objects, "/StructTreeRoot 18 0 R/OCProperties<</OCGs[16 0 R]/D<<>>>>");
    objects[2].1 = super::with(
        "/XObject<</I 6 0 R/X 7 0 R>>/ColorSpace<</C[/ICCBased 12 0 R]>>/Properties<</L 16 0 R>>",
        "/Metadata 20 0 R/Annots[17 0 R]",
    )
    .replace("5 0 R", "5 0 R/G 8 0 R");
    let image = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray\
        /BitsPerComponent 8/Metadata 21 0 R";
    objects.extend([
        (6, stream(image, "x")),
        (
            7,
            form("Blok").replace(
                "/BBox",
                "/Metadata 22 0 R/PieceInfo<</Eigen<</Private(blok \
            van Anna)>>>>/LastModified(D:20250404)/BBox",
            ),
        ),
        (8, "<</Type/Font/Subtype/TrueType/BaseFont/Helvetica/FontDescriptor 9 0 R>>".to_owned()),
        (9, "<</Type/FontDescriptor/FontName/Helvetica/Flags 32/FontFile2 10 0 R>>".to_owned()),
        (10, hex("/Metadata 23 0 R", &super::super::font("Version 1"))),
        (12, hex("/N 3/Metadata 24 0 R", &super::super::profile("sRGB"))),
        (16, "<</Type/OCG/Name(laag)/Metadata 25 0 R>>".to_owned()),
        (
            17,
            "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Metadata 26 0 R/A<</S/URI/URI(https://\
            www.example.nl)>>>>"
                .to_owned(),
        ),
        (18, "<</Type/StructTreeRoot/K 19 0 R/Metadata 27 0 R>>".to_owned()),
        (19, "<</Type/StructElem/S/P/P 18 0 R/Pg 3 0 R/Metadata 28 0 R>>".to_owned()),
    ]);
    let makers = [
        "Jan Bakker",
        "Piet Bakker",
        "Kees Bakker",
        "Els Bakker",
        "Kim Bakker",
        "Anna Bakker",
        "Truus Bakker",
        "Sanne Bakker",
        "Joost Bakker",
    ];
    objects.extend((20..).zip(makers).map(|(number, name)| (number, made_by(name))));
    file(&objects, "")
}
