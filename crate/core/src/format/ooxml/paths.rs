//! Folders and files of a computer or server, as they stand in attributes.

use crate::format::given::is_usual;
use crate::kind::place::LINKED;
use crate::syntax::percent::decoded;

/// Whether an address leads to a computer or a server of files: a drive, a share, a home folder.
pub(in crate::format) fn is_local(value: &str) -> bool {
    let value = value.trim();
    let lower = value.to_ascii_lowercase();
    lower.starts_with("file:")
        || is_path(value)
        || lower.starts_with("%20") && is_path(&lower)
        || (!lower.contains("://") && !lower.starts_with("mailto:") && is_relative_file(&lower))
}

/// Whether an address on the web leads to a place that only the organisation can reach.
pub(in crate::format) fn is_internal(value: &str) -> bool {
    let Some((_, rest)) = value.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let inner = [
        ".local",
        ".localdomain",
        ".lan",
        ".intern",
        ".internal",
        ".corp",
        ".sharepoint.com",
        "d.docs.live.net",
    ];
    let numbers: Vec<Option<u8>> = host.split('.').map(|part| part.parse().ok()).collect();
    // Addresses that no router of the internet knows (RFC 1918, RFC 3927, RFC 1122).
    let private = matches!(
        numbers.as_slice(),
        [Some(10 | 127), Some(_), Some(_), Some(_)]
            | [Some(192), Some(168), Some(_), Some(_)]
            | [Some(169), Some(254), Some(_), Some(_)]
            | [Some(172), Some(16..=31), Some(_), Some(_)]
    );
    !host.is_empty()
        && (!host.contains('.')
            || private
            || host.split('.').any(|part| part == "intranet")
            || inner.iter().any(|end| host.ends_with(end)))
}

/// Whether an address is that of a file that one person keeps on a server of the organisation.
pub(super) fn is_of_a_person(value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    is_internal(&value)
        && ["-my.sharepoint.com/", "/d.docs.live.net/"].iter().any(|host| value.contains(host))
}

/// An address without a scheme: a file beside the document, or further away.
fn is_relative_file(value: &str) -> bool {
    !value.starts_with(['#', '?'])
        && !value.starts_with("tel:")
        && (value.contains('/') || value.contains('\\') || has_ending(value))
        && !value.split(['/', '\\']).next().unwrap_or_default().contains(':')
}

/// Whether an address is only the name of a file, which stands beside the document: no folder is
/// told, and the link works where both are published.
pub(in crate::format) fn is_beside(value: &str) -> bool {
    let lower = value.trim().to_ascii_lowercase();
    !lower.contains(['/', '\\', ':']) && !lower.contains("%5c") && !lower.contains("%2f")
}

/// Whether a text is a folder or file with its place on a computer or server.
pub(in crate::format) fn is_path(value: &str) -> bool {
    let value = value.trim();
    let mut start = value.chars();
    let drive = start.next().is_some_and(|letter| letter.is_ascii_alphabetic())
        && start.next() == Some(':')
        && matches!(start.next(), Some('\\' | '/'));
    let home = ["/users/", "/home/", "/volumes/", "/var/folders/", "file:"];
    let lower = value.to_ascii_lowercase();
    drive || value.starts_with("\\\\") || home.iter().any(|home| lower.starts_with(home))
}

/// Whether the words of a field name a folder, or ask for that of the document.
pub(super) fn names_a_path(words: &str) -> bool {
    let mut words = words.trim().split(|letter: char| letter.is_whitespace() || letter == '"');
    let first = words.next().unwrap_or_default();
    let own = |word: &str| word.eq_ignore_ascii_case("\\p");
    match first.eq_ignore_ascii_case("FILENAME") || first.eq_ignore_ascii_case("TEMPLATE") {
        true => words.any(own),
        false => words.any(is_path),
    }
}

/// Where a field or a reference names a file, and what stays of that before its name.
pub(super) type Named = (std::ops::Range<usize>, &'static str);

/// The file that the words of a field name with its folder; in a copy the word in its place.
/// `goes_on`: the words before ended within it, `"` where it stands in quotes.
pub(super) fn in_field(words: &str, goes_on: &mut Option<Option<char>>) -> Option<Named> {
    let ends = |quote: Option<char>| {
        move |letter: char| quote.map_or(letter.is_whitespace(), |quote| letter == quote)
    };
    let (start, quote) = match goes_on.take() {
        Some(quote) => (0, quote),
        None => {
            let starts = words.char_indices().find(|(at, _)| {
                let before = words.get(..*at).unwrap_or_default();
                let rest = words.get(*at..).unwrap_or_default();
                // How a path starts is told by few letters.
                let head = rest.get(..rest.floor_char_boundary(24)).unwrap_or_default();
                (before.is_empty() || before.ends_with([' ', '"', '\u{a0}', '\t', '\n']))
                    && !head.starts_with(char::is_whitespace)
                    && (is_path(head) || rest.starts_with(LINKED))
            });
            let start = starts?.0;
            (start, words.get(..start)?.ends_with('"').then_some('"'))
        }
    };
    let rest = words.get(start..)?;
    let end = rest.find(ends(quote));
    if end.is_none() {
        *goes_on = Some(quote);
    }
    let end = start.saturating_add(end.unwrap_or(rest.len()));
    (start < end).then_some((start..end, ""))
}

/// The words of a field without the file that they name, which is told apart.
pub(super) fn without_file(words: &str) -> String {
    match in_field(words, &mut None) {
        Some((file, _)) => {
            [words.get(..file.start), words.get(file.end..)].map(Option::unwrap_or_default).concat()
        }
        None => words.to_owned(),
    }
}

/// The file that a text between quotes in a formula names: `HYPERLINK("file:///C:/a.docx")`.
pub(super) fn in_formula(words: &str) -> Option<Named> {
    let (mut at, mut inside) = (0_usize, false);
    for piece in words.split('"') {
        let end = at.saturating_add(piece.len());
        if inside && (is_path(piece) || piece == LINKED) {
            return Some((at..end, ""));
        }
        // A book of which the sheet is shown: '\\server\[boek.xlsx]Blad1'!A1
        let quote = piece.find('\'').filter(|_| !inside).map(|quote| quote.saturating_add(1));
        if let Some((from, book)) = quote.and_then(|from| Some((from, piece.get(from..)?)))
            && (is_path(book)
                || book.strip_prefix('[').is_some_and(|book| book.starts_with(LINKED)))
            && let Some(close) = book.find(']')
        {
            let start = at.saturating_add(from);
            return Some((start..start.saturating_add(close), "["));
        }
        (at, inside) = (end.saturating_add(1), !inside);
    }
    None
}

/// What an address of mail writes for whoever points at it: its subject and its text.
pub(in crate::format) fn mail_words(address: &str) -> Option<String> {
    let (head, query) = address.split_once('?')?;
    let is_mail = head.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:"));
    let words = query.split('&').filter_map(|pair| pair.split_once('='));
    let words: Vec<String> = words
        .map(|(_, words)| String::from_utf8_lossy(&decoded(words.as_bytes())).trim().to_owned())
        .filter(|words| is_mail && !words.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// The workbook that a reference of a chart leads to: `'C:\map\[boek.xlsx]Blad 1'!$A$1`. One with a
/// number is another part of the same file.
pub(super) fn in_reference(words: &str) -> Option<Named> {
    let open = words.find('[')?;
    let close = words.get(open..)?.find(']')?.saturating_add(open);
    let before = words.get(..open)?;
    let start = usize::from(before.starts_with('\''));
    let folder = before.get(start..)?;
    let sound = (folder.is_empty() || folder.ends_with(['\\', '/']))
        && words.get(close..)?.contains('!')
        && words.get(open..close)?.contains(char::is_alphabetic);
    sound.then_some((start..close, "["))
}

/// Whether an alternative text is only a path or the name of a file.
pub(in crate::format) fn is_alt_path(value: &str) -> bool {
    let value = value.trim();
    is_path(value) || (has_ending(value) && !value.contains('\n'))
}

/// Whether this is the name of a file that somebody gave it, and not a program.
pub(in crate::format) fn is_own_file(value: &str) -> bool {
    has_ending(value) && value.rsplit_once('.').is_some_and(|(name, _)| !is_usual(name))
}

/// Whether what a program is asked for is a file: its place, or its name alone.
pub(super) fn is_file(value: &str) -> bool {
    is_path(value)
        || has_ending(value.trim_end_matches(']').trim_start_matches('['))
        || value.contains(['\\', '/'])
}

/// Whether a text ends as the name of a file does.
fn has_ending(value: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "bmp", "doc", "docm", "docx", "dotm", "dotx", "emf", "eps", "gif", "heic", "htm", "html",
        "jfif", "jpe", "jpeg", "jpg", "pdf", "png", "ppt", "pptx", "psd", "svg", "tif", "tiff",
        "webp", "wmf", "xls", "xlsm", "xlsx", "xml", "zip",
    ];
    let ending = value.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_known_and_an_address_on_the_web_is_none() {
        for path in [
            "C:\\Users\\janne\\nota.docx",
            "\\\\server\\share\\x.xls",
            "file:///C:/a.dotx",
            "/Users/janne/x",
        ] {
            assert!(is_local(path) && is_path(path), "{path}");
        }
        for other in ["https://example.nl/a.pdf", "mailto:a@example.nl", "#Blad1", "tel:0612341234"]
        {
            assert!(!is_local(other), "{other}");
        }
        assert!(is_local("../../map/begroting.xlsx"));
        for inner in [
            "http://10.12.3.4/a",
            "https://jan@intranet.example.nl:80",
            "http://zaken/",
            "ftp://nas.local",
        ] {
            assert!(is_internal(inner), "{inner}");
        }
        for other in ["https://172.32.1.1/", "https://www.example.nl:8080/intranet", "10.1.2.3"] {
            assert!(!is_internal(other), "{other}");
        }
        assert!(is_beside("bijlage-1.pdf") && !is_beside("map/bijlage-1.pdf"));
    }

    #[test]
    fn a_file_in_a_field_ends_with_its_quotes_also_in_later_words() {
        let mut goes_on = None;
        let mut named = |words: &str| {
            let named = in_field(words, &mut goes_on);
            named.map(|(range, _)| words[range].to_owned())
        };
        let found = |text: &str| Some(text.to_owned());
        assert_eq!(
            named(r#" LINK Excel.Sheet "C:\\a b\\c.xlsx" "Blad1" "#),
            found(r"C:\\a b\\c.xlsx")
        );
        assert_eq!(named(r"INCLUDEPICTURE \\\\srv\\foto.png \d"), found(r"\\\\srv\\foto.png"));
        assert_eq!(named(r#"INCLUDEPICTURE "C:\\a b"#), found(r"C:\\a b"));
        assert_eq!(named(r#"\\c.png" \d"#), found(r"\\c.png"));
        assert_eq!(named(r"INCLUDETEXT   C:\a.docx  \!"), found(r"C:\a.docx"));
        assert_eq!(named(r#"HYPERLINK "https://example.nl/a""#), None);
        assert_eq!(named(r#"LINK "linked-file" x"#), found("linked-file"));
    }

    #[test]
    fn a_book_in_a_reference_is_named_and_a_column_or_a_number_is_none() {
        let named = |words: &str| in_reference(words).map(|(range, _)| words[range].to_owned());
        assert_eq!(
            named(r"'C:\map\[boek.xlsx]Blad 1'!$A$1").as_deref(),
            Some(r"C:\map\[boek.xlsx")
        );
        assert_eq!(named("[boek.xlsx]Blad1!$A$1").as_deref(), Some("[boek.xlsx"));
        for other in ["[1]Blad1!$A$1", "Tabel1[Omzet]", "Blad1!$A$1", "[0]!naam"] {
            assert_eq!(named(other), None, "{other}");
        }
    }

    #[test]
    fn a_file_in_a_formula_stands_between_quotes() {
        let named = |words: &str| in_formula(words).map(|(range, _)| words[range].to_owned());
        assert_eq!(
            named(r#"HYPERLINK("file:///H:/Map/nota.docx","klik")"#).as_deref(),
            Some("file:///H:/Map/nota.docx")
        );
        assert_eq!(named(r#"HYPERLINK("linked-file","klik")"#).as_deref(), Some("linked-file"));
        assert_eq!(
            named(r"1+'\\server\delen\[boek.xlsx]Blad 1'!A1").as_deref(),
            Some(r"\\server\delen\[boek.xlsx")
        );
        assert_eq!(named("'[linked-file]Blad 1'!A1").as_deref(), Some("[linked-file"));
        for other in [
            r#"A1&"tekst""#,
            "'Blad 1'!A1",
            "'[1]Blad 1'!A1",
            r#"A1&"'C:\[x]""#,
            "C:\\map",
            r#"HYPERLINK("https://example.nl/a")"#,
        ] {
            assert_eq!(named(other), None, "{other}");
        }
    }

    #[test]
    fn an_address_of_mail_may_write_the_letter() {
        let words = mail_words("mailto:info@example.nl?subject=bezwaar&body=het%20bod");
        assert_eq!(words.as_deref(), Some("bezwaar · het bod"));
        for other in ["mailto:info@example.nl", "https://example.nl?a=b", "mailto:a@b?subject="] {
            assert_eq!(mail_words(other), None, "{other}");
        }
    }

    #[test]
    fn an_alternative_text_of_words_is_no_path() {
        assert!(is_alt_path("IMG_2031.JPG"));
        assert!(is_alt_path("G:\\logo"));
        assert!(!is_alt_path("Een foto van het stadhuis."));
        assert!(!is_alt_path("Kaart: zie C"));
        assert!(is_own_file("Janne op kantoor.jpg") && !is_own_file("image1.png"));
    }
}
