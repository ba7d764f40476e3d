//! Folders and files of a computer or server, as they stand in attributes.

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
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let inner = [".local", ".lan", ".intern", ".internal", ".corp", ".sharepoint.com"];
    !host.is_empty() && (!host.contains('.') || inner.iter().any(|end| host.ends_with(end)))
}

/// Whether an address is that of a file that one person keeps on a server of the organisation.
pub(super) fn is_of_a_person(value: &str) -> bool {
    is_internal(value) && value.to_ascii_lowercase().contains("-my.sharepoint.com/")
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

/// Whether an alternative text is only a path or the name of a file.
pub(in crate::format) fn is_alt_path(value: &str) -> bool {
    let value = value.trim();
    is_path(value) || (has_ending(value) && !value.contains('\n'))
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
        assert!(is_beside("bijlage-1.pdf") && !is_beside("map/bijlage-1.pdf"));
    }

    #[test]
    fn an_alternative_text_of_words_is_no_path() {
        assert!(is_alt_path("IMG_2031.JPG"));
        assert!(is_alt_path("G:\\logo"));
        assert!(!is_alt_path("Een foto van het stadhuis."));
        assert!(!is_alt_path("Kaart: zie C"));
    }
}
