//! Plain text, and what only looks like it.

use super::Case;

pub(super) fn cases() -> Vec<Case> {
    let everything = "Geachte heer De Vries,\n\nUw BSN is 111222333. Bel 06-12345678 of mail\n\
                      j.jansen@example.nl. Betaal op NL91 ABNA 0417 1643 00.\n";
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("BSN: 999990019\r\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    vec![
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
