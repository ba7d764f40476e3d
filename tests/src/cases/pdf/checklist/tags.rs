//! Layers, tags, bookmarks, and what else leads through a document.

use super::super::super::Case;
use super::{catalogue, file, page, plain, shows, stream, with};

pub(super) fn cases() -> Vec<Case> {
    vec![
        Case::new("pdf/layers-otherwise", "lagen.pdf", layers()),
        Case::new("pdf/concealed", "verstopt.pdf", concealed()),
        Case::new("pdf/tags", "labels.pdf", tags()),
        Case::new("pdf/marks", "tabel.pdf", marks()),
        Case::new("pdf/tags-otherwise", "labels.pdf", otherwise()),
        Case::new("pdf/ways", "wegen.pdf", ways()),
    ]
}

/// Layers that are off as nobody turned them on, in another state, for a reader or a size.
fn layers() -> Vec<u8> {
    let hidden = |layer: &str, text: &str, up| format!("/OC/{layer} BDC {}EMC\n", shows(text, up));
    let content = [
        shows("Besluit", 180),
        hidden("A", "Niet aan Jan Bakker", 160),
        hidden("B", "Alleen groot Kim Smit", 140),
        hidden("C", "Voor Els Visser", 120),
        hidden("D", "In een andere stand Piet Mulder", 100),
    ]
    .concat();
    let mut objects = page(&content);
    catalogue(
        &mut objects,
        "/OCProperties<</OCGs[10 0 R 11 0 R 12 0 R 13 0 R]/D<</BaseState/OFF/ON[11 0 R 12 0 R \
         13 0 R]/AS[<</Event/View/OCGs[11 0 R 12 0 R]/Category[/Zoom/User]>>]>>/Configs[<</Name\
         (stand van Kees)/OFF[13 0 R]>>]>>",
    );
    objects[2].1 = with("/Properties<</A 10 0 R/B 11 0 R/C 12 0 R/D 13 0 R>>", "");
    let layer = |name: &str, usage: &str| format!("<</Type/OCG/Name({name})/Usage<<{usage}>>>>");
    objects.extend([
        (10, layer("een", "")),
        (11, layer("twee", "/Zoom<</min 8>>")),
        (12, layer("drie", "/User<</Type/Ind/Name(Els Visser)>>")),
        (13, layer("vier van Anna", "")),
    ]);
    file(&objects, "")
}

/// Text that nobody sees for its colour, its size or its place.
fn concealed() -> Vec<u8> {
    let content = [
        shows("Besluit", 180),
        "1 g ".to_owned() + &shows("Wit Jan Bakker", 160),
        ".99 g ".to_owned() + &shows("Haast wit Kim Smit", 145),
        "0 g BT /F .4 Tf 20 130 Td (Klein Els Visser) Tj ET\n".to_owned(),
        "q .01 0 0 .01 20 115 cm BT /F 12 Tf (Gekrompen Piet Mulder) Tj ET Q\n".to_owned(),
        "BT /F 12 Tf 300 100 Td (Naast Anna Bakker) Tj ET\n".to_owned(),
        "BT /F 12 Tf 20 5 Td (Afgesneden Kees Smit) Tj ET\n".to_owned(),
        format!("q 150 150 9 9 re W n {}Q\n", shows("Uitgeknipt Truus Visser", 85)),
        format!("q /Z gs {}Q\n", shows("Doorzichtig Joost Mulder", 70)),
        format!("q 3 Tr {}Q\n", shows("Niet gezet Sanne Bakker", 55)),
        format!("q 7 Tr {}Q\n", shows("Alleen een rand Els Smit", 40)),
        shows("Overgezet Jan Visser", 25),
        "1 g ".to_owned() + &shows("Overgezet Jan Visser", 25),
        "/X Do".to_owned(),
    ]
    .concat();
    let mut objects = page(&content);
    objects[2].1 = with("/ExtGState<</Z<</ca 0>>>>/XObject<</X 10 0 R>>", "/CropBox[0 20 200 200]");
    let hidden = "3 Tr BT /F 12 Tf 2 5 Td (In een blok Kim Mulder) Tj ET";
    let facts = "/Type/XObject/Subtype/Form/BBox[0 0 199 20]/Resources<</Font<</F 5 0 R>>>>";
    objects.push((10, stream(facts, hidden)));
    file(&objects, "")
}

/// What tags say beside the text.
fn tags() -> Vec<u8> {
    let content = "/P <</MCID 0/ActualText(Jan de Vries)/Lang(nl)>> BDC BT /F 12 Tf 20 100 Td \
        (xxx) Tj ET EMC /Span <</E(Kim de Boer)/Alt(Els de Boer)>> BDC BT /F 12 Tf 20 80 Td \
        (afk) Tj ET EMC";
    let mut objects = page(content);
    catalogue(
        &mut objects,
        "/MarkInfo<</Marked true>>/StructTreeRoot 10 0 R/PageLabels<</Nums[0<</P(Dossier Smit )\
         /S/D>>]>>/ViewerPreferences<</DisplayDocTitle true/ViewArea/Bakkerbox>>",
    );
    objects[2].1 = with("", "/StructParents 0");
    objects.extend([
        (
            10,
            "<</Type/StructTreeRoot/K 11 0 R/RoleMap<</KopKees/P>>/ClassMap<</KlasAnna<</O/Layout\
             /Placement/Block>>>>/IDTree<</Names[(kop van Els)11 0 R]>>/Namespaces[14 0 R]\
             /PronunciationLexicon[15 0 R]/AF[16 0 R]>>"
                .to_owned(),
        ),
        (
            11,
            "<</Type/StructElem/S/KopKees/P 10 0 R/Pg 3 0 R/K[0 12 0 R 13 0 R]/T(alinea van Truus)\
             /ID(kop van Els)/Lang(nl-x-jbakker)/ActualText(Anna Bakker)/E(Sanne Visser)/R 2\
             /Phoneme(piet)/PhoneticAlphabet/x-Mulder/C/KlasAnna/NS 14 0 R>>"
                .to_owned(),
        ),
        (
            12,
            "<</Type/StructElem/S/Figure/P 11 0 R/Pg 3 0 R/Alt(Foto van Joost Mulder)>>".to_owned(),
        ),
        (
            13,
            "<</Type/StructElem/S/Table/P 11 0 R/Pg 3 0 R/Alt(C:\\\\Users\\\\ksmit\\\\tabel.png)/A\
             [<</O/Table/Summary(Tabel over Piet Visser)>><</O/Table/Short(kort Kees)>><</O\
             /UserProperties/P[<</N(behandelaar)/V(Truus Bakker)/F(mevrouw Truus)>>]>>]>>"
                .to_owned(),
        ),
        (14, "<</Type/Namespace/NS(http://intranet.local/soorten/kim)>>".to_owned()),
        (15, "<</Type/Filespec/F(uitspraak.pls)/UF(uitspraak.pls)/EF<</F 17 0 R>>>>".to_owned()),
        (16, "<</Type/Filespec/F(bron.txt)/UF(bron.txt)/EF<</F 18 0 R>>>>".to_owned()),
        (17, stream("/Type/EmbeddedFile", "<lexicon>Spreek uit: Joost Bakker</lexicon>")),
        (18, stream("/Type/EmbeddedFile", "Bron bij de labels: Els Mulder")),
    ]);
    file(&objects, "")
}

/// Tags that say other words than they hold: of a paragraph, of a piece within it, of none, and what
/// it is not short for. And some that say what is shown: over two pieces, of a picture, in full.
fn otherwise() -> Vec<u8> {
    let marked = |number: u32, text: &str, up: u32| {
        format!("/P <</MCID {number}>> BDC {}EMC\n", shows(text, up))
    };
    let content = [
        marked(0, "Het besluit", 180),
        marked(1, "over de bomen", 160),
        marked(2, "van de gemeente", 140),
        marked(3, "verant-", 120),
        marked(4, "woordelijk", 100),
        marked(5, "2022", 80),
        marked(6, "BSN", 60),
        marked(7, "Foto van Joost Bakker", 40) + "15 36 150 16 re f",
    ];
    let mut objects = page(&content.concat());
    catalogue(&mut objects, "/MarkInfo<</Marked true>>/StructTreeRoot 10 0 R");
    objects[2].1 = with("", "/StructParents 0");
    let element =
        |sort: &str, rest: &str| format!("<</Type/StructElem/S/{sort}/P 10 0 R/Pg 3 0 R{rest}>>");
    objects.extend([
        (
            10,
            "<</Type/StructTreeRoot/RoleMap<</Tekst/P>>/K[11 0 R 12 0 R 14 0 R 15 0 R 16 0 R 17 0 R \
             18 0 R 19 0 R]>>"
                .to_owned(),
        ),
        (11, element("P", "/K 0/ActualText(Zaak van Anna Smit)")),
        (12, element("P", "/K[13 0 R]")),
        (13, element("Tekst", "/K<</Type/MCR/MCID 1>>/Alt(Zaak van Kim Mulder)")),
        (14, element("Span", "/ActualText(Zaak van Truus Visser)")),
        (15, element("P", "/K[2]/E(Zaak van Els Bakker)")),
        (16, element("P", "/K[3 4]/ActualText(verantwoordelijk)")),
        (17, element("Figure", "/K[5]/Alt(Grafiek van de meldingen)")),
        (18, element("Span", "/K[6]/E(Burgerservicenummer)")),
        (19, element("Figure", "/Alt(Links: Foto van Joost Bakker)/K[7]")),
    ]);
    file(&objects, "")
}

/// Bookmarks, destinations, articles, what was taken from the web, and small pictures of pages.
fn ways() -> Vec<u8> {
    let mut objects = plain("", "/Thumb 16 0 R/B[14 0 R]/ID(blad-7)/TID 3");
    catalogue(
        &mut objects,
        "/Outlines 10 0 R/Dests<</OverKees#20Bakker[3 0 R/Fit]>>/Threads[13 0 R]/SpiderInfo<</V 1.0\
         /C[15 0 R]>>/Names<</Dests<</Names[(_Toc1)[3 0 R/Fit](over Els Visser)[3 0 R/Fit]]>>\
         /IDS<</Names[(merk-9)17 0 R]>>/URLS<</Names[(http://zaken.local/anna)17 0 R]>>/Templates\
         <</Names[(sjabloon)19 0 R]>>/Pages<</Names[(blad van Kim)3 0 R]>>/AlternatePresentations\
         <</Names[(vertoning van Piet)<</Type/SlideShow/Subtype/Embedded>>]>>>>/Collection<</Type\
         /Collection/Navigator<</Type/Navigator/Name(wegwijzer van Joost)>>>>",
    );
    let small = "/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8";
    objects.extend([
        (10, "<</Type/Outlines/First 11 0 R/Last 12 0 R/Count 2>>".to_owned()),
        (
            11,
            "<</Title(Bezwaar van Kim Smit)/Parent 10 0 R/Next 12 0 R/Dest[3 0 R/Fit]>>".to_owned(),
        ),
        (
            12,
            "<</Title(Stukken)/Parent 10 0 R/Prev 11 0 R/A<</S/URI/URI(file:///home/avisser/a.txt)\
             >>>>"
                .to_owned(),
        ),
        (13, "<</Type/Thread/F 14 0 R/I<</Author(Piet Bakker)/Title(draad)>>>>".to_owned()),
        (14, "<</Type/Bead/T 13 0 R/N 14 0 R/V 14 0 R/P 3 0 R/R[0 0 9 9]>>".to_owned()),
        (15, "<</URL(http://zaken.local/jan)/L 1/F 1/P(zoek=Jan Bakker)>>".to_owned()),
        (16, stream(small, "x")),
        (
            17,
            "<</Type/SpiderContentSet/S/SPS/ID(merk-9)/O[3 0 R]/SI<</AU(http://zaken.local/els)/TS\
             (D:20250909)>>/TS(D:20250910)>>"
                .to_owned(),
        ),
        (
            19,
            "<</Type/Template/MediaBox[0 0 9 9]/Contents 20 0 R/Resources<</Font<</F 5 0 R>>>>>>"
                .to_owned(),
        ),
        (20, stream("", &shows("Sjabloon van Sanne Smit", 2))),
    ]);
    file(&objects, "")
}

/// A table whose cells name their headers, in a tree of two leaves, and places that links lead to in
/// each of the ways they can: by names that somebody wrote.
fn marks() -> Vec<u8> {
    let mut objects = page(
        "/TH <</MCID 0>> BDC BT /F 12 Tf 20 160 Td (Naam) Tj ET EMC\n\
         /TH <</MCID 1>> BDC BT /F 12 Tf 90 160 Td (Plaats) Tj ET EMC\n\
         /TD <</MCID 2>> BDC BT /F 12 Tf 20 140 Td (Besluit) Tj ET EMC",
    );
    objects[0].1 = "<</Type/Catalog/Pages 2 0 R/Lang(nl)/MarkInfo<</Marked true>>/StructTreeRoot 10 0 R\
        /Names<</Dests 30 0 R>>/Dests<</Aan#20Truus#20Smit[3 0 R/Fit]/blz1[3 0 R/Fit]>>/Outlines 40 0 R>>"
        .to_owned();
    objects[2].1 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/StructParents 0/Resources\
        <</Font<</F 5 0 R>>>>/Annots[\
        <</Type/Annot/Subtype/Link/Contents(naar)/Rect[20 20 90 30]/Dest(zaak van Els Visser)>>\
        <</Type/Annot/Subtype/Link/Contents(naar)/Rect[20 40 90 50]/Dest/Aan#20Truus#20Smit>>\
        <</Type/Annot/Subtype/Link/Contents(naar)/Rect[20 60 90 70]/A<</S/GoTo/D(brief aan Piet Mulder)>>>>]>>"
        .to_owned();
    let cell = |number: u32, sort: &str, name: &str| {
        let (kid, more) = (number - 12, if sort == "TD" { HEADERS } else { "" });
        format!("<</Type/StructElem/S/{sort}/P 13 0 R/Pg 3 0 R/K {kid}/ID({name}){more}>>")
    };
    objects.extend([
        (
            10,
            "<</Type/StructTreeRoot/K[11 0 R]/ParentTree<</Nums[0[15 0 R 16 0 R 17 0 R]]>>\
             /IDTree<</Kids[20 0 R 21 0 R]>>>>"
                .to_owned(),
        ),
        (11, "<</Type/StructElem/S/Table/P 10 0 R/K[13 0 R]>>".to_owned()),
        (13, "<</Type/StructElem/S/TR/P 11 0 R/K[15 0 R 16 0 R 17 0 R]>>".to_owned()),
        (15, cell(15, "TH", "kop van Jan Bakker").replace("/K 3", "/K 0")),
        (16, cell(16, "TH", "kop plaats").replace("/K 4", "/K 1")),
        (17, cell(17, "TD", "cel").replace("/K 5", "/K 2")),
        (20, "<</Limits[(cel)(kop plaats)]/Names[(cel)17 0 R(kop plaats)16 0 R]>>".to_owned()),
        (21, "<</Limits[(kop van Jan Bakker)(kop van Jan Bakker)]/Names[(kop van Jan Bakker)15 0 R]>>".to_owned()),
        (30, "<</Kids[31 0 R]>>".to_owned()),
        (31, "<</Limits[(blz2)(zaak van Els Visser)]/Kids[32 0 R 33 0 R]>>".to_owned()),
        (32, "<</Limits[(blz2)(brief aan Piet Mulder)]/Names[(blz2)[3 0 R/Fit](brief aan Piet Mulder)[3 0 R/FitH 90]]>>".to_owned()),
        (33, "<</Limits[(zaak van Els Visser)(zaak van Els Visser)]/Names[(zaak van Els Visser)<</D[3 0 R/FitV 9]>>]>>".to_owned()),
        (40, "<</Type/Outlines/First 41 0 R/Last 41 0 R/Count 1>>".to_owned()),
        (41, "<</Title(Begin)/Parent 40 0 R/Dest(blz2)>>".to_owned()),
    ]);
    file(&objects, "")
}

const HEADERS: &str = "/A<</O/Table/Headers[(kop van Jan Bakker)(kop plaats)]>>";
