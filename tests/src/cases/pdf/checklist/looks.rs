//! Pictures, fonts, colours, and what moves or sounds.

use super::super::super::Case;
use super::super::{boxed, packed};
use super::{Objects, catalogue, file, form, hex, image, page, plain, stream, with};

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("pdf/pictures-packed", "beelden.pdf", pictures()),
        Case::new("pdf/looks", "letters.pdf", looks()),
        Case::new("pdf/letters-untold", "letters.pdf", untold()),
        Case::new("pdf/letters-disguised", "letters.pdf", disguised()),
        Case::new("pdf/bar-letters", "gelakt.pdf", barred()),
        Case::new("pdf/media", "media.pdf", media()),
        Case::new("pdf/elsewhere", "elders.pdf", elsewhere()),
    ]
}

/// A photograph, and a picture of the other sort, with all that they tell.
fn pictures() -> Vec<u8> {
    let photograph = image::cases().into_iter().find(|case| case.name == "jpeg/everything");
    let photograph = photograph.map(|case| case.bytes).unwrap_or_default();
    let place = [
        &b"\xb1\x4b\xf8\xbd\x08\x3d\x4b\x43\xa5\xae\x8c\xd7\xd5\xa6\xce\x03"[..],
        b"II*\0\x08\0\0\0\0\0 Kaart van Kim Visser",
    ]
    .concat();
    let jp2 = [
        b"\0\0\0\x0cjP  \r\n\x87\n".to_vec(),
        boxed(b"jp2h", b"colr"),
        boxed(b"uuid", &place),
        boxed(b"url ", b"\0\0\0\0http://intranet.local/els\0"),
        boxed(b"jp2c", b"\xff\x4f\xff\x51\0\x02\xff\x90x\xff\xd9"),
        b"na het beeld van Piet Mulder".to_vec(),
    ];
    let mut objects = page(
        "q 90 0 0 90 9 9 cm /I Do Q q 9 0 0 9 150 150 cm /J Do Q BT /F 12 Tf \
        20 180 Td (Besluit) Tj ET",
    );
    objects[2].1 = with("/XObject<</I 6 0 R/J 7 0 R>>", "");
    objects
        .extend([(6, packed("DCTDecode", &photograph)), (7, packed("JPXDecode", &jp2.concat()))]);
    file(&objects, "")
}

/// A list of the sort that a font has (CFF): how many, where each ends, and what they are.
fn list(items: &[&[u8]]) -> Vec<u8> {
    let mut out = vec![0, items.len() as u8];
    if items.is_empty() {
        return out;
    }
    out.push(1);
    let mut end = 1;
    out.push(end);
    for item in items {
        end += item.len() as u8;
        out.push(end);
    }
    [out, items.concat()].concat()
}

/// Fonts, colours and states of drawing that bear names and texts.
fn looks() -> Vec<u8> {
    let old = "%!PS-AdobeFont-1.0: Hand\n% Getekend door Kim Visser\n/UniqueID 4999999 def\n\
        /FontInfo 3 dict dup begin /Notice (Van de hand van Piet Mulder) def end def\n\
        currentfile eexec\n";
    let top = [&[0xf8, 0x1b, 1][..]].concat();
    let compact = [
        b"\x01\0\x04\x01".to_vec(),
        list(&[b"Hand"]),
        list(&[&top]),
        list(&[b"Letter van Els Bakker"]),
        list(&[]),
    ];
    let names = "/Font<</F 5 0 R/G 6 0 R/H 8 0 R>>/ColorSpace<</S[/Separation/JansenBlauw\
        /DeviceGray 12 0 R]/N[/DeviceN[/Bakkerrood/Mulderzwart]/DeviceGray 13 0 R<</Colorants<<\
        /Bakkerrood[/Separation/Bakkerrood/DeviceGray 12 0 R]>>/Process<</ColorSpace/DeviceGray\
        /Components[/Vissergrijs]>>>>]>>/ExtGState<</StandSmit<</HT 14 0 R/TR 12 0 R>>>>";
    let mut objects: Objects = page("BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    catalogue(
        &mut objects,
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(Eigen)\
         /OutputCondition(druk van Anna Smit)/RegistryName(http://intranet.local/kleur)/Info(proef \
         voor Joost Mulder)/DestOutputProfile 15 0 R>>]",
    );
    objects[2].1 = with("", "").replace("/Font<</F 5 0 R>>", names);
    let descriptor = "/Type/FontDescriptor/Flags 32/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 1\
        /Descent 0/CapHeight 1/StemV 1";
    objects.extend([
        (
            6,
            "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+HandVisser/FontDescriptor 7 0 R>>"
                .to_owned(),
        ),
        (
            7,
            format!(
                "<<{descriptor}/FontName/ABCDEF+HandVisser/CharSet(/A/Kim)/FontFamily(Hand \
                van Truus)/FontFile 10 0 R>>"
            ),
        ),
        (8, "<</Type/Font/Subtype/Type1/BaseFont/Hand/FontDescriptor 9 0 R>>".to_owned()),
        (9, format!("<<{descriptor}/FontName/Hand/FontFile3 11 0 R>>")),
        (10, stream(&format!("/Length1 {}/Length2 0/Length3 0", old.len()), old)),
        (11, hex("/Subtype/Type1C", &compact.concat())),
        (12, "<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[0]>>".to_owned()),
        (13, stream("/FunctionType 4/Domain[0 1 0 1]/Range[0 1]", "{pop % som van Kees Smit\n}")),
        (
            14,
            "<</Type/Halftone/HalftoneType 1/Frequency 60/Angle 45/SpotFunction/Round\
             /HalftoneName(raster van Sanne Visser)>>"
                .to_owned(),
        ),
        (15, hex("/N 3", &super::super::profile("SCHERM-MULDER"))),
    ]);
    file(&objects, "")
}

/// A body, a film, a sound, and where a map lies.
fn media() -> Vec<u8> {
    let map = "<</Type/Viewport/BBox[0 0 200 200]/Name(kaart van Kim Smit)/Measure<</Type/Measure\
        /Subtype/GEO/Bounds[0 0 1 1]/GPTS[52.091 5.121 52.092 5.122]/LPTS[0 0 1 1]/GCS<</Type\
        /GEOGCS/WKT(GEOGCS[\"Stelsel van Els\"])>>>>>>";
    let rest = format!("/Annots[10 0 R 12 0 R 15 0 R 17 0 R]/VP[{map}]");
    let mut objects = plain("", &rest);
    let file_of = |name: &str, number: u32| {
        format!("<</Type/Filespec/F({name})/UF({name})/EF<</F {number} 0 R>>>>")
    };
    let body = [&b"U3D\0"[..], &[0; 20], b"lichaam van Piet Mulder", &[0; 9]].concat();
    let rich = "/RichMediaContent<</Type/RichMediaContent/Assets<</Names[(film)13 0 R]>>/Configurations\
        [<</Type/RichMediaConfiguration/Name(stand van Anna Bakker)>>]>>";
    objects.extend([
        (
            10,
            "<</Type/Annot/Subtype/3D/Rect[0 0 9 9]/3DD 11 0 R/3DV<</Type/3DView/XN(blik van Kees \
             Bakker)/MS/M/C2W[1 0 0 0 1 0 0 0 1 0 0 0]>>/Contents(lichaam)>>"
                .to_owned(),
        ),
        (11, hex("/Type/3D/Subtype/U3D", &body)),
        (
            12,
            format!("<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]{rich}/RichMediaSettings<<>>>>"),
        ),
        (13, file_of("film van Truus.txt", 14)),
        (14, stream("/Type/EmbeddedFile", "Film over Joost Smit.")),
        (
            15,
            "<</Type/Annot/Subtype/Movie/Rect[0 0 9 9]/T(film Els Mulder)/Movie<</F(/home/kvisser\
             /film.mov)>>>>"
                .to_owned(),
        ),
        (
            17,
            "<</Type/Annot/Subtype/Screen/Rect[0 0 9 9]/T(scherm Piet Bakker)/A<</S/Rendition/OP 0\
             /R<</Type/Rendition/S/MR/N(film van Saskia)/C<</Type/MediaClip/S/MCD/D(/home/tsmit\
             /geluid.wav)/CT(audio/wav)/Alt[(nl)(stem van Kim Mulder)]>>>>>>>>"
                .to_owned(),
        ),
    ]);
    file(&objects, "")
}

/// What stands for something that is kept elsewhere, and what only a printer reads.
fn elsewhere() -> Vec<u8> {
    let mut objects = page("q 9 0 0 9 9 9 cm /I Do Q /X Do BT /F 12 Tf 20 100 Td (Besluit) Tj ET");
    objects[2].1 = with("/XObject<</I 6 0 R/X 8 0 R/P 9 0 R/Y 10 0 R>>", "");
    let picture = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray\
        /BitsPerComponent 8";
    let point = "/Measure<</Type/Measure/Subtype/GEO/GPTS[51.5 4.5]/LPTS[0 0]>>/PtData<</Type/PtData\
        /Subtype/Cloud/Names[/LAT/LON]/XPTS[[53.25 6.5]]>>";
    objects.extend([
        (
            6,
            stream(
                &format!("{picture}/Alternates[<</Image 7 0 R/DefaultForPrinting true>>]{point}"),
                "x",
            ),
        ),
        (7, stream(&format!("{picture}/Name/FotoVanKim"), "y")),
        (
            8,
            form("Blok").replace(
                "/BBox",
                "/Ref<</F(/home/akramer/bron.pdf)/Page 0>>/OPI<</2.0<</Type/OPI/Version 2.0/F\
                 (/home/kdeboer/groot.tif)>>>>/Subtype2/PS/PS 11 0 R/BBox",
            ),
        ),
        (9, stream("/Type/XObject/Subtype/PS", "% druk van Anna Visser\n(Els Bakker) show")),
        (
            10,
            form("Blok").replace("/BBox", "/F(/home/jmulder/stroom.bin)/FFilter/FlateDecode/BBox"),
        ),
        (11, stream("", "% kladje van Joost Smit")),
    ]);
    file(&objects, "")
}

/// A map that says of these codes which letters they are.
fn map(letters: impl Iterator<Item = (u8, u16)>) -> String {
    let told: Vec<String> =
        letters.map(|(code, letter)| format!("<{code:02x}> <{letter:04x}>")).collect();
    let (count, told) = (told.len(), told.join("\n"));
    format!(
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange\n<00> \
         <ff>\nendcodespacerange {count} beginbfchar\n{told}\nendbfchar endcmap end end"
    )
}

/// A font whose letters have numbers for names.
fn untold() -> Vec<u8> {
    let mut objects = page("BT /F 12 Tf 20 140 Td (ABBA) Tj ET");
    objects[4].1 = "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/Encoding\
        <</Differences[65/g1/g2]>>/FirstChar 65/LastChar 66/Widths[9 9]/CharProcs<</g1 6 0 R/g2 7 0 \
        R>>/Resources<<>>>>"
        .to_owned();
    objects.extend([
        (6, stream("", "9 0 0 0 9 9 d1 1 1 6 6 re f")),
        (7, stream("", "9 0 0 0 9 9 d1 1 1 3 8 re f")),
    ]);
    file(&objects, "")
}

/// A name with a soft hyphen, with a letter of no breadth, and with two letters in one.
fn disguised() -> Vec<u8> {
    let content = "BT /F 12 Tf 20 140 Td (Sanne Vis\\255ser) Tj 0 -20 Td (Kees Ba\\001kker) Tj 0 -20 \
        Td (Anna Gri\\002oen) Tj ET";
    let told = map([(1, 0x200b), (2, 0xfb00)].into_iter());
    let mut objects = page(content);
    objects[4].1 = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding\
        /ToUnicode 6 0 R>>"
        .to_owned();
    objects.push((6, stream("", &told)));
    file(&objects, "")
}

/// A name under a bar, with a letter that stands nowhere else.
fn barred() -> Vec<u8> {
    let mut objects =
        page("BT /F 12 Tf 20 100 Td (Xander Xu) Tj 0 -40 Td (Besluit) Tj ET 15 95 90 16 re f");
    objects[4].1 = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>".to_owned();
    objects.push((6, stream("", &map((0x20..0x7b).map(|code| (code, u16::from(code)))))));
    file(&objects, "")
}
