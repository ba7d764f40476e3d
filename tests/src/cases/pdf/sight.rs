//! PDF files with pictures and text that nobody sees, and some that only look so.

use super::super::Case;
use super::super::image::{JFIF, PICTURE, SOI, segment};
use super::{file, page, stream};

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("pdf/pictures-unseen", "beelden.pdf", pictures()),
        Case::new("pdf/pictures-cropped", "bijgesneden.pdf", cropped()),
        Case::new("pdf/pictures-seen", "beelden.pdf", seen()),
        Case::new("pdf/picture-over-page", "wit.pdf", over_page()),
        Case::new("pdf/scan-stamped", "scan.pdf", stamped()),
        Case::new("pdf/letterhead", "brief.pdf", letterhead()),
        Case::new("pdf/outlines", "omtrek.pdf", outlines()),
        Case::new("pdf/letters-covered", "letters.pdf", covered()),
        Case::new("pdf/close", "klein.pdf", close()),
        Case::new("pdf/large-unit", "groot.pdf", large_unit()),
        Case::new("pdf/fonts-claim", "letters.pdf", claims()),
        Case::new("pdf/fonts-name", "letters.pdf", named(1)),
        Case::new("pdf/fonts-name-alike", "letters.pdf", named(0)),
        Case::new("pdf/said-otherwise", "gezegd.pdf", said()),
        Case::new("pdf/said-alike", "gezegd.pdf", alike()),
        Case::new("pdf/digits-claimed", "cijfers.pdf", digits()),
        Case::new("pdf/blended", "bomen.pdf", blended()),
        Case::new("pdf/letters-unpainted", "letters.pdf", unpainted()),
        Case::new("pdf/letters-relief", "letters.pdf", relief()),
        Case::new("pdf/letters-spaces", "spaties.pdf", spaces()),
        Case::new("pdf/fields-drawn", "velden.pdf", fields()),
        Case::new("pdf/letters-on-picture", "letters.pdf", on_small_picture()),
        Case::new("pdf/no-font", "letters.pdf", no_font()),
        Case::new("pdf/letters-pale", "letters.pdf", pale()),
        Case::new("pdf/letters-mask", "masker.pdf", mask()),
        Case::new("pdf/letters-shade", "verloop.pdf", shades()),
        Case::new("pdf/letters-hatched", "arcering.pdf", hatched()),
        Case::new("pdf/drawings-beside", "krabbels.pdf", beside()),
        Case::new("pdf/drawings-unseen", "krabbels.pdf", drawings()),
        Case::new("pdf/masked", "masker.pdf", masked()),
        Case::new("pdf/letters-filled", "knip.pdf", filled()),
        Case::new("pdf/picture-inline", "foto.pdf", inline()),
    ]
}

const FACTS: &str = "/Type/XObject/Subtype/Image/Width 16/Height 16/ColorSpace/DeviceGray\
    /BitsPerComponent 8/Filter/ASCIIHexDecode";

/// A picture, each other with its own seed.
fn picture(seed: u32, facts: &str) -> String {
    let sample = |at: u32| if (at * 7 + at / 16 * seed).is_multiple_of(5) { "00" } else { "ff" };
    let samples: String = (0..256).map(sample).collect();
    stream(&format!("{FACTS}{facts}"), &format!("{samples}>"))
}

fn with(content: &str, resources: &str, page_facts: &str) -> Vec<(u32, String)> {
    let mut objects = page(&format!("BT /F 12 Tf 20 180 Td (Besluit) Tj ET\n{content}"));
    objects[2].1 = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font\
         <</F 5 0 R/G 40 0 R/H 41 0 R/I 42 0 R>>{resources}>>{page_facts}>>"
    );
    objects
}

/// A page on a picture of 640 by 640 samples of which each that is told is dark.
fn on_picture(dark: impl Fn(usize, usize) -> bool) -> Vec<u8> {
    let side = 640;
    let mut bytes = vec![255_u8; side * side / 8];
    for at in (0..side * side).filter(|at| dark(at % side, at / side)) {
        bytes[at / 8] &= !(0x80 >> (at % 8));
    }
    let packed: String = miniz_oxide::deflate::compress_to_vec_zlib(&bytes, 6)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let facts = "/Type/XObject/Subtype/Image/Width 640/Height 640/ColorSpace/DeviceGray\
        /BitsPerComponent 1/Filter[/ASCIIHexDecode/FlateDecode]";
    let mut objects = with("", "/XObject<</I 6 0 R>>", "");
    objects[3].1 =
        stream("", "q 200 0 0 200 0 0 cm /I Do Q BT /F 12 Tf 20 180 Td (Ontvangen 12 mei) Tj ET");
    objects.push((6, stream(facts, &format!("{packed}>"))));
    file(&objects, "")
}

/// A scan of which nobody reads more than the stamp that was put on it.
fn stamped() -> Vec<u8> {
    on_picture(|column, row| row % 16 < 8 && (column * 7 + row / 16 * 3) % 11 < 4)
}

/// Paper with a band on it.
fn letterhead() -> Vec<u8> {
    on_picture(|_, row| row > 561)
}

/// Letters that are polygons, and the number of the page.
fn outlines() -> Vec<u8> {
    let letter = |at: usize| {
        let (x, y) = (10 + at % 40 * 4, 10 + at / 40 * 6);
        format!("{x} {y} m {} {y} l {} {} l h f\n", x + 3, x + 1, y + 5)
    };
    let letters: String = (0..1100).map(letter).collect();
    let mut objects = with("", "", "");
    objects[3].1 = stream("", &format!("{letters}BT /F 9 Tf 100 4 Td (1) Tj ET"));
    file(&objects, "")
}

fn draw(name: &str, x: i32, y: i32) -> String {
    format!("q 30 0 0 30 {x} {y} cm /{name} Do Q\n")
}

/// Off the page, clipped away, behind a mask, in a layer that is off, under another picture, in
/// a group that lets all through, in a form that nothing draws, and drawn by nothing.
fn pictures() -> Vec<u8> {
    let content = [
        draw("A", 300, 20),
        format!("q 150 150 9 9 re W n {} Q\n", draw("B", 20, 20)),
        draw("C", 20, 60),
        draw("D", 60, 60),
        draw("E", 100, 60),
        "q 34 0 0 34 98 58 cm /S Do Q\n".to_owned(),
        format!("q /Z gs {} Q\n", draw("G", 140, 60)),
        format!("/OC /L BDC {} EMC\n", draw("H", 20, 100)),
        draw("S", 60, 120),
    ]
    .concat();
    let names = "/XObject<</A 10 0 R/B 11 0 R/C 12 0 R/D 13 0 R/E 14 0 R/G 15 0 R/H 16 0 R\
        /S 18 0 R/U 19 0 R/V 21 0 R>>/ExtGState<</Z<</ca 0>>>>/Properties<</L 20 0 R>>";
    let mut objects = with(&content, names, "");
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/Lang(nl)/OCProperties<</OCGs[20 0 R]/D<</OFF\
        [20 0 R]>>>>>>"
        .to_owned();
    let facts = [(12, "/SMask 17 0 R"), (13, "/OC 20 0 R")];
    for number in [10, 11, 12, 13, 14, 15, 16, 18, 19, 22] {
        let own = facts.iter().find(|(of, _)| *of == number).map_or("", |(_, facts)| facts);
        objects.push((number, picture(number, own)));
    }
    let mask = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray\
        /BitsPerComponent 8/Filter/ASCIIHexDecode";
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 99 20]/Resources<</XObject<</W 22 0 R>>>>";
    objects.extend([
        (17, stream(mask, "00>")),
        (20, "<</Type/OCG/Name(1)>>".to_owned()),
        (21, stream(form, "q 30 0 0 30 9 9 cm /W Do Q")),
    ]);
    file(&objects, "")
}

/// Half of it off the page; clipped; and of one only an empty side.
fn cropped() -> Vec<u8> {
    let content = [
        draw("A", 185, 20),
        format!("q 20 60 20 30 re W n {} Q\n", draw("B", 20, 60)),
        format!("q 60 60 21 30 re W n {} Q\n", draw("C", 60, 60)),
    ]
    .concat();
    let names = "/XObject<</A 10 0 R/B 11 0 R/C 12 0 R>>";
    let mut objects = with(&content, names, "");
    let large = |seed: u32, facts: &str| {
        let sample = |at: u32| match (at * 7 + at / 64 * seed).is_multiple_of(5) {
            true if facts.is_empty() || at % 64 < 30 => "00",
            _ => "ff",
        };
        let samples: String = (0..64 * 16).map(sample).collect();
        let facts = FACTS.replace("Width 16", "Width 64");
        stream(&facts, &format!("{samples}>"))
    };
    objects.extend([(10, large(1, "")), (11, large(2, "")), (12, large(3, "left"))]);
    file(&objects, "")
}

/// Drawn twice, once under something; cut off a little on the side; the same picture twice.
fn seen() -> Vec<u8> {
    let content = [
        draw("A", 20, 20),
        draw("B", 20, 20),
        draw("A", 60, 20),
        draw("B", 173, 60),
        draw("B", 100, 100),
        draw("C", 60, 60),
        draw("D", 60, 60),
    ]
    .concat();
    let mut objects = with(&content, "/XObject<</A 10 0 R/B 11 0 R/C 12 0 R/D 13 0 R>>", "");
    objects.extend([10, 11].map(|number| (number, picture(number, ""))));
    objects.extend([12, 13].map(|number| (number, picture(12, ""))));
    file(&objects, "")
}

/// A picture of one colour over a whole page is no scan of it.
fn over_page() -> Vec<u8> {
    let content = "BT /F 12 Tf 20 100 Td (Jan de Vries) Tj ET q 200 0 0 200 0 0 cm /A Do Q\n\
        BT /F 12 Tf 20 60 Td (Nieuw) Tj ET";
    let mut objects = with(content, "/XObject<</A 10 0 R>>", "");
    let facts = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray\
        /BitsPerComponent 8";
    objects.push((10, stream(facts, "x")));
    file(&objects, "")
}

const TYPE3: &str = "/Type/Font/Subtype/Type3/FontBBox[0 0 600 900]/FontMatrix[.001 0 0 .001 0 0]\
    /FirstChar 65/LastChar 67/Widths[600 600 600]/Encoding<</Differences[65/A/B/block]>>/Resources<<>>";

/// Letters of a point, and layers that show to certain people, or from very near, alone.
fn close() -> Vec<u8> {
    let content = "BT /F 1 Tf 20 160 Td (Piet Mulder) Tj ET BT /F 3 Tf 20 150 Td (Besluit) Tj ET\n\
        /OC /L BDC BT /F 12 Tf 20 120 Td (Els Bakker) Tj ET EMC\n\
        /OC /M BDC BT /F 12 Tf 20 100 Td (Kees Visser) Tj ET EMC\n\
        /OC /N BDC BT /F 12 Tf 20 80 Td (plein) Tj ET EMC";
    let mut objects = with(content, "/Properties<</L 20 0 R/M 21 0 R/N 22 0 R>>", "");
    let rules = "/AS[<</Event/View/Category[/User/Zoom]/OCGs[20 0 R 21 0 R 22 0 R]>>]";
    objects[0].1 = format!(
        "<</Type/Catalog/Pages 2 0 R/Lang(nl)/OCProperties<</OCGs[20 0 R 21 0 R 22 0 R]/D<<{rules}>>>>>>"
    );
    let layer = |usage: &str| format!("<</Type/OCG/Name(1)/Usage<<{usage}>>>>");
    objects.extend([
        (20, layer("/User<</Type/Ind/Name(hoofd)>>")),
        (21, layer("/Zoom<</min 8>>")),
        (22, layer("/Zoom<</min .5/max 4>>")),
    ]);
    file(&objects, "")
}

/// Letters of a point that a reader sees twelve times as large.
fn large_unit() -> Vec<u8> {
    file(&with("BT /F 1 Tf 20 160 Td (Piet Mulder) Tj ET", "", "/UserUnit 12"), "")
}

/// A font that claims other digits than it draws, and one of which a sign says a whole name.
fn claims() -> Vec<u8> {
    let content = "BT /H 12 Tf 20 160 Td (bsn 999990019) Tj ET\nBT /I 12 Tf 20 140 Td (x) Tj ET";
    let mut objects = with(content, "", "");
    let map = |lines: &str| {
        stream("", &format!("1 begincodespacerange <00><ff> endcodespacerange {lines}"))
    };
    let font = |map: u32| {
        format!(
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode {map} 0 R>>"
        )
    };
    let name: String = "TruusBakker".bytes().map(|byte| format!("00{byte:02x}")).collect();
    objects.extend([
        (41, font(43)),
        (42, font(44)),
        (43, map("3 beginbfrange <20> <2f> <0020> <30> <38> <0031> <61> <7a> <0061> endbfrange")),
        (44, map(&format!("1 beginbfchar <78> <{name}> endbfchar"))),
    ]);
    file(&objects, "")
}

/// Fonts that stand in the file, whose programs name the glyphs: of one by a number for each, of the
/// other in an encoding of its own. Their digits are claimed to be so many more.
fn named(more: u32) -> Vec<u8> {
    let content = "BT /G 12 Tf 20 160 Td <0009002e002100a400a400a400d400cf> Tj ET\n\
        BT /H 12 Tf 20 140 Td (Zaak 123) Tj ET";
    let mut objects = with(content, "", "");
    let program = include_bytes!("../../../../crate/core/src/syntax/pdf/fonts/sans.cff");
    let program: String = program.iter().map(|byte| format!("{byte:02x}")).collect();
    let program = |sort: &str| {
        stream(&format!("/Subtype/{sort}/Filter/ASCIIHexDecode"), &format!("{program}>"))
    };
    let facts = |program: u32| {
        format!(
            "/BaseFont/ABCDEF+Letter/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Letter\
             /Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 1/Descent 0/StemV 1/FontFile3 {program} 0 R>>"
        )
    };
    let digit = |glyph: &str, digit: u32| format!("<{glyph}> <00{:02x}> ", digit + more);
    let wide = [digit("00a4", 0x31), digit("00d4", 0x32), digit("00cf", 0x33)].concat();
    let map = |space: &str, lines: &str| {
        stream("", &format!("1 begincodespacerange {space} endcodespacerange {lines}"))
    };
    let letters = "<0009> <0042> <002e> <0053> <0021> <004e>";
    let narrow =
        format!("2 beginbfrange <31> <33> <00{:02x}> <41> <7a> <0041> endbfrange", 0x31 + more);
    objects.extend([
        (40, "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Letter/Encoding/Identity-H/ToUnicode 43 0 R\
              /DescendantFonts[45 0 R]>>".to_owned()),
        (41, format!("<</Type/Font/Subtype/Type1/ToUnicode 44 0 R{}>>", facts(47))),
        (43, map("<0000><ffff>", &format!("6 beginbfchar {letters} {wide}endbfchar"))),
        (44, map("<00><ff>", &narrow)),
        (45, format!("<</Type/Font/Subtype/CIDFontType0/CIDSystemInfo<</Registry(Adobe)\
              /Ordering(Identity)/Supplement 0>>{}>>", facts(46))),
        (46, program("CIDFontType0C")),
        (47, program("Type1C")),
    ]);
    file(&objects, "")
}

/// What is said in place of letters that say something else, here and in a list with a name; and of
/// what may be said: a word that was broken, a sign, a picture, letters that nobody can read. In place
/// of nothing, and of words that are not short for it.
fn said() -> Vec<u8> {
    let content = "/Span <</ActualText(Piet Mulder)>> BDC BT /F 12 Tf 20 160 Td (besluit) Tj ET EMC\n\
        /Span /Lijst BDC BT /F 12 Tf 20 140 Td (xx) Tj ET EMC\n\
        /Span <</ActualText(gemeente)>> BDC BT /F 12 Tf 20 120 Td (gemeen-) Tj 0 -14 Td (te) Tj ET \
        EMC\n/Span <</ActualText(vinkje)>> BDC 9 w 20 90 m 30 90 l S EMC\n\
        /Figure <</Alt(foto van Els)>> BDC 20 70 m 30 70 l S EMC\n\
        /Span <</ActualText(Anna de Boer)>> BDC EMC\n\
        /Span <</E(Zaak van Kim Visser)>> BDC BT /F 12 Tf 20 50 Td (het besluit van mei) Tj ET EMC\n\
        /Span <</E(Burgerservicenummer)>> BDC BT /F 12 Tf 20 30 Td (BSN) Tj ET EMC";
    let list = "/Properties<</Lijst<</ActualText(Truus Bakker)>>>>";
    file(&with(content, list, ""), "")
}

/// What is said in place of letters is what they show: with a sign for two or three of them, a
/// hyphen that changed what stands beside it, an accent set apart, letters from right to left; a
/// formula in words.
fn alike() -> Vec<u8> {
    let span = |up: u32, said: &str, shown: &str| {
        format!("/Span <</ActualText {said}>> BDC BT /F 12 Tf 20 {up} Td {shown} Tj ET EMC\n")
    };
    let content = [
        span(160, "(efficient)", "(e) Tj (x) Tj (cient)"),
        span(140, "(Drucker)", "(Druk-) Tj 0 -12 Td (ker)"),
        span(110, "(caf\\351 re\\374nie)", "(cafe\\264 re-unie)"),
        span(90, "<FEFF0633064406270645>", "(mals)"),
        "/Span <</Alt(a kwadraat is b)>> BDC BT /F 12 Tf 20 70 Td (a2 = b) Tj ET EMC".to_owned(),
    ];
    file(&with(&content.concat(), "", ""), "")
}

/// A font that is not embedded, has no encoding of its own, and claims that its digits are points.
fn digits() -> Vec<u8> {
    let mut objects = with("BT /F 12 Tf 20 100 Td (BSN 111222333) Tj ET", "", "");
    objects[4].1 = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 43 0 R>>".to_owned();
    let map = "/C begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n\
        3 beginbfchar <31> <002E> <32> <2022> <33> <002D> endbfchar\nendcmap";
    objects.push((43, stream("", map)));
    file(&objects, "")
}

/// Letters that change nothing of what is under them, or are filled with a pattern that draws nothing;
/// letters under pictures that darken them, dark and light.
fn blended() -> Vec<u8> {
    let content = "q /M gs 1 g BT /F 12 Tf 20 160 Td (Wit Jan Bakker) Tj ET Q\n\
        1 g 10 135 150 18 re f q /S gs 0 g BT /F 12 Tf 20 140 Td (Zwart Kim Smit) Tj ET Q\n\
        q /Pattern cs /P scn BT /F 12 Tf 20 120 Td (Leeg Els Visser) Tj ET Q\n\
        BT /F 12 Tf 20 100 Td (Donker Piet Mulder) Tj ET q /M gs 160 0 0 20 10 94 cm /D Do Q\n\
        BT /F 12 Tf 20 70 Td (Licht over de bomen) Tj ET q /M gs 160 0 0 20 10 64 cm /L Do Q\n\
        q /M gs 0 g BT /F 12 Tf 20 40 Td (Zwart over de laan) Tj ET Q";
    let names = "/ExtGState<</M<</BM/Multiply>>/S<</BM/Screen>>>>/Pattern<</P 10 0 R>>\
        /XObject<</D 11 0 R/L 12 0 R>>";
    let mut objects = with(content, names, "");
    let tile = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9\
        /Resources<<>>";
    let grey =
        |even: &str, odd: &str| stream(FACTS, &format!("{}>", format!("{even}{odd}").repeat(128)));
    objects.extend([(10, stream(tile, "")), (11, grey("00", "12")), (12, grey("d0", "ff"))]);
    file(&objects, "")
}

/// Under blocks that are letters, under a row of one letter, under a bar that lets a little
/// through, in a pattern under a bar, and said in place of what is under one.
fn covered() -> Vec<u8> {
    let content = "BT /F 12 Tf 20 160 Td (Anna Bakker) Tj ET BT /G 16 Tf 15 158 Td (CCCCCCCCC) Tj ET\n\
        BT /F 12 Tf 20 140 Td (Kees Visser) Tj ET BT /F 13 Tf 19 140 Td (XXXXXXXXXX) Tj ET\n\
        BT /F 12 Tf 20 120 Td (Els de Boer) Tj ET q /D gs 15 115 90 16 re f Q\n\
        q /Pattern cs /P scn 15 95 90 16 re f Q 15 95 90 16 re f\n\
        /Span <</ActualText(Piet Mulder)>> BDC BT /F 12 Tf 20 80 Td (xxxxxxxx) Tj ET EMC\n\
        15 75 90 16 re f";
    let names = "/ExtGState<</D<</ca .8>>>>/Pattern<</P 10 0 R/Q 11 0 R>>";
    let mut objects = with(content, names, "");
    let tile = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 90 16]/XStep 90\
        /YStep 16/Resources<</Font<</F 5 0 R>>>>";
    let tile = |text: &str| stream(tile, &format!("BT /F 9 Tf 2 4 Td ({text}) Tj ET"));
    objects.extend([
        (10, tile("Truus Smit")),
        (11, tile("Door niemand gebruikt")),
        (40, format!("<<{TYPE3}/CharProcs<</block 43 0 R>>>>")),
        (43, stream("", "600 0 d0 0 -200 600 1100 re f")),
    ]);
    file(&objects, "")
}

/// In a font of which no letter is painted, with a mask that hides all, and so narrow that
/// nobody can read it.
fn unpainted() -> Vec<u8> {
    let content = "BT /H 12 Tf 20 140 Td (ABAB) Tj ET\n\
        q /M gs BT /F 12 Tf 20 120 Td (Kees Visser) Tj ET Q\n\
        BT /F 12 Tf 1 Tz 20 100 Td (Els de Boer) Tj ET";
    let names = "/ExtGState<</M<</SMask<</S/Luminosity/G 10 0 R>>>>>>";
    let mut objects = with(content, names, "");
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Group<</S/Transparency/CS\
        /DeviceGray>>";
    objects.extend([
        (10, stream(form, "0 g 0 0 200 200 re f")),
        (41, format!("<<{TYPE3}/CharProcs<</A 43 0 R/B 43 0 R>>>>")),
        (43, stream("", "600 0 d0")),
    ]);
    file(&objects, "")
}

/// Letters with a light side, and with a halo: nothing is hidden.
fn relief() -> Vec<u8> {
    let content = "1 g BT /F 30 Tf 19.5 140.5 Td (Laan) Tj ET .6 g BT /F 30 Tf 20.5 139.5 Td (Laan) Tj \
        ET .9 g BT /F 30 Tf 20 140 Td (Laan) Tj ET\n\
        q 1 g 1 G 3 w BT /F 12 Tf 2 Tr 20 100 Td (Plein) Tj ET Q 0 g BT /F 12 Tf 20 100 Td (Plein) \
        Tj ET";
    file(&with(content, "", ""), "")
}

/// A font that tells of each letter that it is a space.
fn spaces() -> Vec<u8> {
    let content = "BT /I 12 Tf 20 140 Td (Jan de Vries) Tj ET";
    let map = "/CIDInit/ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange\
        <00><ff> endcodespacerange 1 beginbfrange <20><7e>[] endbfrange endcmap end end";
    let lies: String = (0x20..0x7f).map(|code| format!("<{code:02x}><0020>")).collect();
    let map = map.replace(
        "1 beginbfrange <20><7e>[] endbfrange",
        &format!("95 beginbfchar {lies} endbfchar"),
    );
    let mut objects = with(content, "", "");
    objects.extend([
        (42, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 43 0 R>>".to_owned()),
        (43, stream("", &map)),
    ]);
    file(&objects, "")
}

/// Under a field and a button that a reader draws black, as they say, and under the broad border of
/// a link; a thin one, and a field without a ground, cover nothing.
fn fields() -> Vec<u8> {
    let names = ["Piet Mulder", "Truus Bakker", "Kees Visser", "Els de Boer", "Jan de Wit"];
    let line = |(name, y): (&str, u32)| format!("BT /F 12 Tf 20 {y} Td ({name}) Tj ET\n");
    let content: String = names.into_iter().zip([150, 120, 90, 60, 30]).map(line).collect();
    let mut objects = with(&content, "", "/Annots[10 0 R 11 0 R 12 0 R 13 0 R 14 0 R]");
    objects[0].1 =
        "<</Type/Catalog/Pages 2 0 R/Lang(nl)/AcroForm<</Fields[10 0 R 11 0 R 14 0 R]>>>>"
            .to_owned();
    let field = |facts: &str| format!("<</Type/Annot/Subtype/Widget/F 4{facts}>>");
    let link = |border: u32, rect: &str| {
        format!(
            "<</Type/Annot/Subtype/Link/Rect[{rect}]/Border[0 0 {border}]/A<</S/URI/URI\
             (https://www.example.nl/)>>>>"
        )
    };
    objects.extend([
        (10, field("/FT/Tx/T(een)/Rect[15 145 120 165]/MK<</BG[0 0 0]>>")),
        (11, field("/FT/Btn/Ff 65536/T(twee)/Rect[15 85 120 105]/MK<</BG[0]>>")),
        (12, link(24, "20 34 90 36")),
        (13, link(1, "15 115 120 135")),
        (14, field("/FT/Tx/T(drie)/Rect[15 55 120 75]/MK<</BG[]/BC[0]>>")),
    ]);
    file(&objects, "")
}

/// Letters without paint on a picture that is no scan, on a page that somebody typed.
fn on_small_picture() -> Vec<u8> {
    let typed = "BT /F 9 Tf 20 160 Td (De gemeente plant dit jaar bomen) Tj 0 -11 Td \
        (de singel en bij het station) Tj ET\n";
    let read = "BT /F 6 Tf 3 Tr 22 35 Td (Piet Mulder) Tj ET";
    let content = [typed, &draw("A", 20, 20), read].concat();
    let mut objects = with(&content, "/XObject<</A 10 0 R>>", "");
    objects.push((10, picture(1, "")));
    file(&objects, "")
}

/// Text in a font that the page does not have.
fn no_font() -> Vec<u8> {
    file(&with("BT /Z 12 Tf 20 100 Td (Piet Mulder) Tj ET", "", ""), "")
}

/// In tiles and in a shade that are white, letters are hidden; in dark tiles, and in white on a dark
/// bar, they are seen.
fn pale() -> Vec<u8> {
    let fill = |name: &str, y: u32, text: &str| {
        format!("q /Pattern cs /{name} scn BT /F 12 Tf 20 {y} Td ({text}) Tj ET Q\n")
    };
    let content = [
        fill("W", 150, "Piet Mulder"),
        fill("S", 130, "Truus Bakker"),
        fill("D", 70, "Besluit"),
        format!("0 g 15 45 90 16 re f {}", fill("W", 50, "Bijlage")),
    ]
    .concat();
    let mut objects = with(&content, "/Pattern<</W 10 0 R/D 11 0 R/S 12 0 R>>", "");
    let tile = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9\
        /Resources<<>>";
    objects.extend([
        (10, stream(tile, "1 g 0 0 9 9 re f")),
        (11, stream(tile, "0 g 0 0 9 9 re f")),
        (
            12,
            "<</Type/Pattern/PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceGray/Coords\
             [0 0 200 0]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[1]>>>>>>"
                .to_owned(),
        ),
    ]);
    file(&objects, "")
}

/// White on white triangles and patches, and on a function that is white; white on dark triangles, and
/// on a dark box beside white ones, is seen. So is what stands under a shade that lets a lot through.
fn shades() -> Vec<u8> {
    let on =
        |low: u32, text: &str| format!("1 g BT /F 12 Tf 20 {} Td ({text}) Tj ET 0 g\n", low + 5);
    let fill = |name: &str, low: u32, text: &str| {
        format!("q /Pattern cs /{name} scn 15 {low} 170 16 re f Q {}", on(low, text))
    };
    let content = [
        fill("W", 155, "Piet Mulder"),
        format!("q 15 135 170 16 re W n /C sh Q {}", on(135, "Truus Bakker")),
        fill("F", 115, "Kim Visser"),
        fill("D", 95, "Bijlage"),
        format!("15 75 80 16 re f {}", fill("B", 75, "Tekening")),
        "BT /F 12 Tf 20 60 Td (Kaart) Tj ET q /G gs /Pattern cs /L scn 15 55 170 16 re f Q"
            .to_owned(),
    ]
    .concat();
    let names = "/Pattern<</W 10 0 R/F 11 0 R/D 12 0 R/B 13 0 R/L 14 0 R>>/Shading<</C 18 0 R>>\
        /ExtGState<</G<</ca .3>>>>";
    let mut objects = with(&content, names, "");
    let pattern = |of: &str| format!("<</Type/Pattern/PatternType 2/Shading {of}>>");
    let space = "/ColorSpace/DeviceGray/BitsPerCoordinate 8/BitsPerComponent 8/Decode[0 255 0 255 0 1]\
        /Filter/ASCIIHexDecode";
    // Two triangles, from 0 or 150 to 200.
    let mesh = |left: &str, grey: &str| {
        let corner = |x: &str, y: &str| format!("00{x}{y}{grey}");
        let sides =
            [(left, "00"), ("c8", "00"), (left, "c8"), ("c8", "00"), ("c8", "c8"), (left, "c8")];
        let corners: String = sides.iter().map(|(x, y)| corner(x, y)).collect();
        stream(&format!("/ShadingType 4/BitsPerFlag 8{space}"), &format!("{corners}>"))
    };
    let patch = "00 0000 0040 0080 00c8 40c8 80c8 c8c8 c880 c840 c800 8000 4000 ffffffff";
    let function = "<</ShadingType 1/ColorSpace/DeviceGray/Domain[0 200 0 200]/Function 19 0 R>>";
    objects.extend([
        (10, pattern("15 0 R")),
        (11, pattern(function)),
        (12, pattern("16 0 R")),
        (13, pattern("17 0 R")),
        (
            14,
            pattern(
                "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 200 0]/Extend[true true]/Function\
                 <</FunctionType 2/Domain[0 1]/N 1/C0[0]/C1[0]>>>>",
            ),
        ),
        (15, mesh("00", "ff")),
        (16, mesh("00", "20")),
        (17, mesh("96", "ff")),
        (18, stream(&format!("/ShadingType 6/BitsPerFlag 8{space}"), &format!("{patch}>"))),
        (19, stream("/FunctionType 4/Domain[0 200 0 200]/Range[0 1]", "{pop pop 1}")),
    ]);
    file(&objects, "")
}

/// Under tiles with lines, under lines in one path, and under lines with something between them; under
/// thin lines far apart, words are read.
fn hatched() -> Vec<u8> {
    let word = |low: u32, text: &str| format!("BT /F 12 Tf 20 {low} Td ({text}) Tj ET\n");
    let lines = |low: u32, step: usize, end: &str| -> String {
        let line = |x: usize| format!("{x} {} m {x} {} l {end}", low - 4, low + 12);
        (15..120).step_by(step).map(line).collect()
    };
    let content = [
        word(160, "Piet Mulder"),
        "q /Pattern cs /H scn 15 156 90 16 re f Q\n".to_owned(),
        word(120, "Truus Bakker"),
        format!("q 1.2 w {}S Q\n", lines(120, 2, "")),
        word(80, "Kim Visser"),
        format!("q 1.5 w {}Q\n", lines(80, 2, "S ")),
        word(40, "Bijlage"),
        format!("q .5 w {}S Q\n", lines(40, 4, "")),
    ]
    .concat();
    let mut objects = with(&content, "/Pattern<</H 10 0 R>>", "");
    let tile = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 4 4]/XStep 4/YStep 4\
        /Resources<<>>";
    objects.push((10, stream(tile, "2 w -1 -1 m 5 5 l S -1 3 m 1 5 l S 3 -1 m 5 1 l S")));
    file(&objects, "")
}

/// A drawing by hand beside the page, and a mark for a printer.
fn beside() -> Vec<u8> {
    let curve = |at: usize| {
        let (x, y) = (310 + at * 7 % 50, 60 + at * 11 % 40);
        format!("{} {y} {x} {} {x} {y} c ", x + 9, y + 9)
    };
    let curves: String = (0..24).map(curve).collect();
    let mark = "260 180 m 260 190 250 190 250 180 c 250 170 260 170 260 180 c S";
    file(&with(&format!("310 60 m {curves}S {mark}"), "", ""), "")
}

/// Remarks in the files of pictures that stand in content: one as it is, and one in hexadecimal.
fn inline() -> Vec<u8> {
    let photo = [SOI, JFIF, &segment(0xFE, b"Foto door Kees Bakker"), PICTURE].concat();
    let place = "\u{1}".repeat(photo.len());
    let other = [SOI, JFIF, &segment(0xFE, b"Gezien door Els Smit"), PICTURE].concat();
    let digits: String = other.iter().map(|byte| format!("{byte:02x}")).collect();
    let facts = "/W 16/H 16/CS/RGB/BPC 8/F";
    let content = format!(
        "q 40 0 0 40 20 20 cm BI {facts}/DCT ID {place}\nEI Q\n\
         q 40 0 0 40 90 20 cm BI {facts}[/AHx/DCT] ID {digits}>\nEI Q"
    );
    let mut bytes = file(&with(&content, "", ""), "");
    let start = bytes.iter().position(|byte| *byte == 1).unwrap();
    bytes[start..start + photo.len()].copy_from_slice(&photo);
    bytes
}

/// In a mask of what is painted.
fn mask() -> Vec<u8> {
    let content = "q /M gs 0 g 10 90 150 30 re f Q";
    let names = "/ExtGState<</M<</SMask<</S/Alpha/G 10 0 R>>>>>>";
    let mut objects = with(content, names, "");
    let group = "/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Group<</S/Transparency>>/Resources\
        <</Font<</F 5 0 R>>>>";
    objects.push((10, stream(group, "BT /F 12 Tf 20 100 Td (Piet Mulder) Tj ET")));
    file(&objects, "")
}

/// Bars through masks that let all through, or what lies in a box; through one of which only a reader
/// that draws knows what it does; beside the box of a mask, and through one that hides nothing: white
/// letters on such a box are seen.
fn masked() -> Vec<u8> {
    let bar = |mask: &str, y: u32, text: &str| {
        format!("BT /F 12 Tf 20 {y} Td ({text}) Tj ET q /{mask} gs 15 {} 120 16 re f Q\n", y - 4)
    };
    let content = [
        bar("L", 160, "Jan de Vries"),
        bar("A", 140, "Els Bakker"),
        bar("T", 120, "Kim Visser"),
        bar("D", 100, "Truus Smit"),
        bar("B", 80, "Ingekomen stuk"),
        "q /L gs 0 0 .4 rg 15 46 120 16 re f Q 1 g BT /F 12 Tf 20 50 Td (Wit op blauw) Tj ET"
            .to_owned(),
    ]
    .concat();
    let state = |name: &str, facts: &str| format!("/{name}<</SMask<<{facts}>>>>");
    let names = [
        state("L", "/S/Luminosity/G 10 0 R"),
        state("A", "/S/Alpha/G 11 0 R"),
        state("T", "/S/Luminosity/G 11 0 R/TR<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[0]>>"),
        state("D", "/S/Luminosity/G 12 0 R"),
        state("B", "/S/Luminosity/G 13 0 R"),
    ]
    .concat();
    let mut objects = with(&content, &format!("/ExtGState<<{names}>>"), "");
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Group<</S/Transparency/CS/DeviceGray>>\
        /Resources<<>>";
    objects.extend([
        (10, stream(form, "0 g 0 0 200 200 re f 1 g 0 0 200 200 re f")),
        (11, stream(form, "0 g 0 0 200 200 re f")),
        (12, stream(form, "1 g 0 0 m 200 0 l 200 200 l 100 210 l 0 200 l f")),
        (13, stream(form, "1 g 0 0 200 60 re f")),
    ]);
    file(&objects, "")
}

/// Letters that limit a colour: seen in red, not in white, and not where nothing fills them. Black that
/// lightens is seen on bare paper.
fn filled() -> Vec<u8> {
    let letters = |y: u32, text: &str, then: &str| {
        format!("q BT /F 20 Tf 20 {y} Td 7 Tr ({text}) Tj ET {then} Q\n")
    };
    let content = [
        letters(140, "Besluit", "1 0 0 rg 0 0 200 200 re f"),
        letters(110, "Jan Bakker", "1 g 0 0 200 200 re f"),
        letters(80, "Kim Smit", ""),
        "q /S gs 0 g BT /F 12 Tf 20 40 Td (Bijlage) Tj ET Q".to_owned(),
    ]
    .concat();
    file(&with(&content, "/ExtGState<</S<</BM/Screen>>>>", ""), "")
}

/// Names written by hand: under a bar, under white, under a remark, and in a layer that is off. On a
/// bar, and under a box on which something stands, nothing is hidden.
fn drawings() -> Vec<u8> {
    let scribble = |x: u32, y: u32| {
        let at = |right: u32, up: u32| format!("{} {}", x + right, y + up);
        format!(
            "1 w {} m {} {} {} c {} {} {} c S {} m {} {} {} c {} {} {} c S\n",
            at(0, 0),
            at(6, 18),
            at(12, 0),
            at(18, 6),
            at(22, 16),
            at(27, 0),
            at(34, 4),
            at(36, 2),
            at(42, 12),
            at(44, 0),
            at(50, 4),
            at(54, 10),
            at(58, 2),
            at(64, 6),
        )
    };
    let content = [
        scribble(20, 150),
        "0 g 15 145 80 30 re f\n".to_owned(),
        scribble(110, 150),
        "1 g 105 145 80 30 re f 0 g\n".to_owned(),
        scribble(20, 100),
        format!("/OC /L BDC {} EMC\n", scribble(110, 100)),
        format!("0 g 15 45 80 30 re f 1 G {} 0 G\n", scribble(20, 50)),
        scribble(110, 50),
        "0.9 g 105 45 80 30 re f 0 g BT /F 8 Tf 112 55 Td (Ondertekend) Tj ET".to_owned(),
    ]
    .concat();
    let remark = "/Annots[<</Type/Annot/Subtype/Square/Rect[15 95 95 125]/IC[0 0 0]/C[0 0 0]>>]";
    let mut objects = with(&content, "/Properties<</L 20 0 R>>", remark);
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/Lang(nl)/OCProperties<</OCGs[20 0 R]/D<</OFF\
        [20 0 R]>>>>>>"
        .to_owned();
    objects.push((20, "<</Type/OCG/Name(Laag)>>".to_owned()));
    file(&objects, "")
}
