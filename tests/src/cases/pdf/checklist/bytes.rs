//! What stands in the file beside the document that it holds.

use super::super::super::Case;
use super::{append, catalogue, file, hex, image, page, plain, shows, stream, with};

pub(super) fn cases() -> Vec<Case> {
    let swapped = |case: &str| {
        let file = String::from_utf8(super::super::encrypted(true)).unwrap_or_default();
        file.replace("/U<37f7", case).into_bytes()
    };
    vec![
        Case::new("pdf/encrypted-password", "versleuteld.pdf", swapped("/U<00f7")),
        Case::new("pdf/remains", "resten.pdf", remains()),
        Case::new("pdf/held", "objecten.pdf", held()),
        Case::new("pdf/restored", "hersteld.pdf", restored()),
        Case::new("pdf/pages-lost", "bladen.pdf", pages()),
        Case::new("pdf/wrapped", "omslag.pdf", wrapped()),
        Case::new("pdf/filters", "filters.pdf", filters()),
        Case::new("pdf/polyglot", "dubbel.pdf", polyglot()),
        Case::new("pdf/two-roots", "twee.pdf", roots()),
        Case::new("pdf/astray", "dwaal.pdf", astray()),
    ]
}

/// Between objects, behind the end of what is packed, behind the length of a stream, and in
/// content: in pieces, in hexadecimal names, in a list of properties that nothing uses.
fn remains() -> Vec<u8> {
    let shown = shows("Besluit", 180) + "/Merk <</Bij(lijst van Els Smit)>> DP\n";
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(shown.as_bytes(), 6);
    let packed = [&packed[..], b"achter de inhoud Kim Bakker"].concat();
    let again = miniz_oxide::deflate::compress_to_vec_zlib(shows("nu", 30).as_bytes(), 6);
    let again = [&again[..], b"achter het tweede Truus Smit"].concat();
    let stand = "#".repeat(packed.len());
    let mut objects = page("");
    objects[2].1 = with("/XObject<</I 7 0 R>>/ExtGState<</StandVisser<</CA 1>>>>", "")
        .replace("4 0 R", "[4 0 R 8 0 R 6 0 R]");
    objects[3].1 = stream("/F#69lter/FlateDecode", &stand);
    let photograph = image::cases().into_iter().find(|case| case.name == "jpeg/clean");
    let photograph = photograph.map(|case| case.bytes).unwrap_or_default();
    let photograph = [&photograph[..], b"na de foto Anna Mulder"].concat();
    let behind =
        stream("", "q 9 0 0 9 9 9 cm /I Do Q BT /F 12 Tf 20 60 Td (Jan de ) Tj (Vries) Tj ET")
            .replace("\nendstream", "\n(voorbij Piet Visser) endstream");
    objects.extend([
        (6, behind),
        (7, super::super::packed("DCTDecode", &photograph)),
        (8, hex("", &again).replace("/ASCIIHexDecode", "[/ASCIIHexDecode/FlateDecode]")),
    ]);
    let text = String::from_utf8(file(&objects, "")).unwrap_or_default();
    let text = text.replacen("5 0 obj", "% tussen de objecten Joost Bakker\n5 0 obj", 1);
    let mut bytes = text.into_bytes();
    let at = bytes.windows(stand.len()).position(|bytes| bytes == stand.as_bytes());
    at.into_iter().for_each(|at| bytes[at..at + packed.len()].copy_from_slice(&packed));
    bytes
}

/// Objects that stand in no table, and members of a stream of objects that no table lists.
fn held() -> Vec<u8> {
    let mut objects = plain("", "");
    let first = "<</Lid(wees van Kim Visser)>>";
    let second = "<</Lid(lid van Els Mulder)>>";
    let numbers = format!("20 0 21 {} ", first.len());
    let facts = format!("/Type/ObjStm/N 2/First {}", numbers.len());
    objects.extend([
        (6, "<</Wees(niemand noemt Piet Smit)>>".to_owned()),
        (7, stream(&facts, &format!("{numbers}{first}{second}"))),
    ]);
    let text = String::from_utf8(file(&objects, "")).unwrap_or_default();
    let lost = "30 0 obj\n(buiten de lijst Anna Bakker)\nendobj\n";
    let at = text.rfind("xref\n0 1").unwrap_or_default();
    let (before, after) = text.split_at(at);
    let after =
        after.replace(&format!("startxref\n{at}"), &format!("startxref\n{}", at + lost.len()));
    format!("{before}{lost}{after}").into_bytes()
}

/// As a program leaves it that takes nothing out: the properties are gone from the last table, and
/// stand before it.
fn restored() -> Vec<u8> {
    let mut objects = plain("", "");
    objects.push((7, "<</Author(Sanne Visser)>>".to_owned()));
    let mut out = String::from("%PDF-1.7\n");
    let first = append(&mut out, &objects, "/Info 7 0 R", None);
    append(&mut out, &vec![(5, objects[4].1.clone())], "", Some(first));
    out.into_bytes()
}

/// A page that stands twice, one in no tree, and one more than is counted.
fn pages() -> Vec<u8> {
    let mut objects = plain("", "");
    objects[1].1 = "<</Type/Pages/Kids[3 0 R 3 0 R 6 0 R]/Count 2>>".to_owned();
    catalogue(&mut objects, "/OpenAction[8 0 R/Fit]");
    let other = |content: u32| with("", "").replace("4 0 R", &format!("{content} 0 R"));
    objects.extend([
        (6, other(7)),
        (7, stream("", &shows("Niet geteld Kim Bakker", 100))),
        (8, other(9)),
        (9, stream("", &shows("In geen boom Els Visser", 100))),
    ]);
    file(&objects, "")
}

/// A document that only wraps one that is encrypted.
fn wrapped() -> Vec<u8> {
    let mut objects = plain("", "");
    catalogue(
        &mut objects,
        "/AF[6 0 R]/Names<</EmbeddedFiles<</Names[(inhoud)6 0 R]>>>>/Collection<</Type/Collection\
         /View/H/D(inhoud)>>",
    );
    let inner = super::super::encrypted(true);
    let inner = String::from_utf8(inner).unwrap_or_default().replace("/U<37f7", "/U<00f7");
    objects.extend([
        (
            6,
            "<</Type/Filespec/F(inhoud.pdf)/UF(inhoud.pdf)/AFRelationship/EncryptedPayload/EP<<\
             /Type/EncryptedPayload/Subtype/Slot>>/EF<</F 7 0 R>>>>"
                .to_owned(),
        ),
        (7, stream("/Type/EmbeddedFile", &inner)),
    ]);
    file(&objects, "")
}

/// Content in filters by their short names, by one that does nothing, and with a length that stands
/// nowhere.
fn filters() -> Vec<u8> {
    let mut objects = plain("", "");
    let list: String = (10..13).map(|number| format!("{number} 0 R ")).collect();
    objects[2].1 = with("", "").replace("4 0 R", &format!("[{list}]"));
    let short: String =
        shows("Bel Kim Bakker", 160).bytes().map(|byte| format!("{byte:02x}")).collect();
    let text = |facts: &str, text: &str, up| {
        format!("<<{facts}>>\nstream\n{}\nendstream", shows(text, up))
    };
    objects.extend([
        (10, stream("/Filter/AHx", &format!("{short}>"))),
        (11, stream("/Filter/Crypt/DecodeParms<</Name/Identity>>", &shows("Bel Els Smit", 140))),
        (12, text("/Length 30 0 R", "Bel Anna Mulder", 100)),
    ]);
    file(&objects, "")
}

/// A document that is a page of the web as well.
fn polyglot() -> Vec<u8> {
    let mut out = b"<html><body><!-- voor Kim Bakker -->\n".to_vec();
    out.extend(file(&plain("", ""), ""));
    out.extend(b"<script>// achter Els Smit</script></body></html>\n");
    out
}

/// Two ends, of which one names another document.
fn roots() -> Vec<u8> {
    let mut objects = plain("", "");
    let other = "<</Type/Catalog/Pages 11 0 R/Lang(nl)>>";
    objects.extend([
        (10, other.to_owned()),
        (11, "<</Type/Pages/Kids[12 0 R]/Count 1>>".to_owned()),
        (12, with("", "").replace("4 0 R", "13 0 R").replace("Parent 2", "Parent 11")),
        (13, stream("", &shows("Het andere stuk van Piet Visser", 100))),
    ]);
    file(&objects, "")
}

/// A table that says of the content that it stands where another object does.
fn astray() -> Vec<u8> {
    let mut objects = plain("", "");
    objects.push((6, stream("", &shows("Lokvogel Kim Bakker", 100))));
    let text = String::from_utf8(file(&objects, "")).unwrap_or_default();
    let place =
        |number: u32| format!("{:010} 00000 n", text.find(&format!("{number} 0 obj")).unwrap_or(0));
    text.replace(&place(4), &place(6)).into_bytes()
}
