//! Plain text, and what only looks like it.

use super::Case;

pub(super) fn cases() -> Vec<Case> {
    let everything = "Geachte heer De Vries,\n\nUw BSN is 111222333. Bel 06-12345678 of mail\n\
                      j.jansen@example.nl. Betaal op NL91 ABNA 0417 1643 00.\n";
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("BSN: 999990019\r\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Voorbeeld//Adresboek 2//NL\r\n\
                N:Vries;Janne;de;mr.;\r\nFN:mr. Janne de Vries\r\nitem1.TEL;TYPE=\"cell,voice\":\r\n \
                tel:+31612345678\r\nEMAIL;TYPE=work:j.devries@example.nl\r\n\
                ADR;TYPE=home:;;Achterhof 3;Ons Dorp;;1234 AB;Nederland\r\nBDAY:19670822\r\n\
                NOTE;ENCODING=QUOTED-PRINTABLE:haar BSN is =\r\n999990019\r\n\
                KEY;ENCODING=b:bWFpbCBuYWFyIHBpZXRAZXhhbXBsZS5ubA==\r\nEND:VCARD\r\n";
    let calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1@example.nl\n\
                    SUMMARY:Gesprek met Janne de Vries\nORGANIZER;CN=\"Vries, Janne de\":mailto:\n \
                    j.devries@example.nl\nDESCRIPTION:Neem mee:\\n- rijbewijs\\, BSN 999990019\n\
                    ATTACH:data:text/plain;base64,TWlqbiBCU04gaXMgMTExMjIyMzMzLg==\n\
                    END:VEVENT\nEND:VCALENDAR\n";
    let data = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- uit SAM, door jdevries -->\n\
                <clienten xmlns=\"urn:voorbeeld:clienten\">\n <client nummer=\"12\" mail=\"j.devries@example.nl\">\n  \
                <voorletters>J.</voorletters><voorvoegsel>de</voorvoegsel><achternaam>Vries</achternaam>\n  \
                <bsn>999990019</bsn><geboorteDatum>1967-08-22</geboorteDatum>\n  \
                <bericht>Bel <b>mevrouw</b> Trosker op 06-<i>1234</i>5678.</bericht>\n  \
                <bijlage>bWFpbCBuYWFyIHBpZXRAZXhhbXBsZS5ubCwgb2YgYmVsIG1ldCAwNi0xMjM0NTY3OAo=</bijlage>\n \
                </client>\n</clienten>\n";
    // What nobody sees of it is in tags; the flag has some as well.
    let tags = |text: &str| -> String {
        text.chars().filter_map(|one| char::from_u32(u32::from(one) + 0xe0000)).collect()
    };
    let said = tags("door Jan de Vries, bsn 999990019");
    let unseen = format!("Het plan{said} is klaar \u{1f3f4}{}\u{e007f}.\n", tags("gbeng"));

    vec![
        Case::new("xml/everything", "uitvoer.xml", data),
        Case::new(
            "xml/clean",
            "maan.xml",
            "<?xml version=\"1.0\"?>\n<maan><fase>nieuw</fase></maan>\n",
        ),
        Case::new("xml/damaged", "half.xml", "<?xml version=\"1.0\"?>\n<maan><fase>nieuw</fa"),
        Case::new(
            "xml/hostile",
            "entiteit.xml",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"Janne\">]><a>&b;</a>",
        ),
        Case::new("vcard/everything", "kaart.vcf", card),
        Case::new("vcard/clean", "leeg.vcf", "BEGIN:VCARD\nVERSION:4.0\nFN:Balie\nEND:VCARD\n"),
        Case::new(
            "vcard/hostile",
            "vreemd.vcf",
            "BEGIN:VCARD\n;;=\":x\nPHOTO;BASE64:AAEC\n:\nEND:VCARD\nwoo",
        ),
        Case::new("vcard/damaged", "half.vcf", b"BEGIN:VCARD\nFN:Ja\0n".as_slice()),
        Case::new("icalendar/everything", "afspraak.ics", calendar),
        Case::new("text/unseen", "plan.txt", unseen),
        Case::new("text/everything", "brief.txt", everything),
        Case::new("text/clean", "gedicht.txt", "De maan is rond.\nDe zon ook.\n"),
        Case::new("text/utf16", "brief-utf16.txt", utf16),
        Case::new("text/windows-1252", "cafe.txt", b"Caf\xe9 \x80 5, BSN 999990019\n".as_slice()),
        Case::new("text/damaged", "half.txt", b"tekst\0\x01\x02 en meer".as_slice()),
        Case::new("text/empty", "leeg.txt", ""),
        Case::new(
            "text/hostile-rtf",
            "brief-rtf.txt",
            r"{\rtf1\ansi{\info{\author Janne de Vries}}Hallo}",
        ),
        Case::new(
            "text/encoded",
            "blok.txt",
            "data:text/plain;base64,TWlqbiBCU04gaXMgMTExMjIyMzMzLg==\n",
        ),
    ]
}
