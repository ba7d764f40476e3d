//! Where the links of OpenDocument lead: into the package, to files beside it, to the web.

use std::ops::Range;

use crate::format::ooxml::package::address;
use crate::format::ooxml::paths::is_path;

/// Whether an address leads to a file outside the package: a drive, a share, a folder beside it.
pub(super) fn is_outside(value: &str) -> bool {
    let value = value.trim();
    let drive = value.strip_prefix('/').is_some_and(is_path);
    is_path(value) || drive || value.starts_with("../") || value.starts_with("..\\")
}

/// Whether an address is the name of a part of the package.
pub(super) fn is_inner(value: &str) -> bool {
    const FOLDERS: &[&str] = &["pictures/", "objectreplacements/", "object ", "media/", "fonts/"];
    let value = value.strip_prefix('#').unwrap_or(value);
    let value = value.strip_prefix("./").unwrap_or(value).to_ascii_lowercase().replace("%20", " ");
    FOLDERS.iter().any(|folder| value.starts_with(folder))
}

/// Where a formula or the name of a sheet names files: in single quotes, and a sheet follows
/// (Open Document 1.3 part 4, 5.11: references). Two quotes stand for one in such a name.
pub(super) fn files(value: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0_usize;
    let find = |from: usize, what: &[char]| from.checked_add(value.get(from..)?.find(what)?);
    std::iter::from_fn(move || {
        loop {
            let start = find(at, &['\'', '"'])?;
            let quote = if value.get(start..)?.starts_with('"') { '"' } else { '\'' };
            let start = start.checked_add(1)?;
            let mut end = find(start, &[quote])?;
            while value.get(end.checked_add(1)?..)?.starts_with(quote) {
                end = find(end.checked_add(2)?, &[quote])?;
            }
            at = end.checked_add(1)?;
            let sheet = quote == '\'' && value.get(at..)?.starts_with('#');
            if sheet && value.get(start..end).is_some_and(is_outside) {
                return Some(start..end);
            }
        }
    })
}

/// The part at an address that stands in a part, as names are compared; nothing where it leads
/// elsewhere.
pub(super) fn part(owner: &str, value: &str) -> Option<String> {
    let value = value.strip_prefix("#./").or(value.strip_prefix('#')).unwrap_or(value);
    let elsewhere = value.is_empty() || value.contains("://") || is_path(value);
    (!elsewhere).then(|| address(owner, value)).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_into_the_package_or_out_of_it() {
        for inner in
            ["Pictures/1.png", "./Object 1", "#Pictures/1.png", "./ObjectReplacements/Object%201"]
        {
            assert!(is_inner(inner) && !is_outside(inner), "{inner}");
        }
        for outside in
            ["../../AppData/x.ott", "file:///home/jan/x.ods", "/C:/Users/jan/x.ods", "C:\\a.ods"]
        {
            assert!(is_outside(outside) && !is_inner(outside), "{outside}");
        }
        assert!(!is_outside("https://example.nl/a") && !is_outside("#Blad1"));
        assert_eq!(
            part("object 1/content.xml", "Pictures/A.png").as_deref(),
            Some("object 1/pictures/a.png")
        );
        assert_eq!(part("content.xml", "./Object 1").as_deref(), Some("object 1"));
        assert_eq!(part("content.xml", "https://example.nl"), None);
    }

    #[test]
    fn files_stand_in_quotes_before_a_sheet() {
        let of = |value: &'static str| files(value).map(|at| &value[at]).collect::<Vec<_>>();
        assert_eq!(of("of:=['file:///a/b.ods'#$Blad1.A1]"), ["file:///a/b.ods"]);
        assert_eq!(
            of("='file:///a/O''B.ods'#'Blad 1'.A1+'../c.ods'#$B.A1"),
            ["file:///a/O''B.ods", "../c.ods"]
        );
        assert_eq!(of("of:=IF(\"O'B\";['file:///c'#$B.A1])"), ["file:///c"]);
        for none in ["of:=[$'Blad 1'.A1]", "'file:///a", "'https://example.nl/a.ods'#$B", "''", "'"]
        {
            assert!(of(none).is_empty(), "{none}");
        }
    }
}
