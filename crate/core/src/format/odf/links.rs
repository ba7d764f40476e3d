//! Where the links of OpenDocument lead: into the package, to files beside it, to the web.

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
}
