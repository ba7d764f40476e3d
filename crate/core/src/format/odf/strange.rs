//! Parts of which nothing is known, and remarks that tell nothing.

use crate::format::doctype;
use crate::format::rows::Part;
use crate::seen::Tie;
use crate::syntax::zip::plain;

/// A part of which nothing is known but that it is XML: all in it is text.
pub(super) struct Anything<'s> {
    pub(super) name: &'s str,
}

impl Part for Anything<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn part_at(&self, address: &str) -> Tie {
        Tie::new("part", &plain(address))
    }

    fn is_usual(&self, remark: &str) -> bool {
        is_usual(remark)
    }
}

/// Whether this is a document type of the predecessor of OpenDocument.
pub(super) fn is_usual(remark: &str) -> bool {
    const PUBLIC: &[&str] = &[
        "-//OpenOffice.org//DTD OfficeDocument 1.0//EN",
        "-//OpenOffice.org//DTD Manifest 1.0//EN",
    ];
    const FILES: &[&str] = &[
        "Manifest.dtd",
        "accelerator.dtd",
        "dialog.dtd",
        "event.dtd",
        "image.dtd",
        "libraries.dtd",
        "library.dtd",
        "menubar.dtd",
        "module.dtd",
        "office.dtd",
        "statusbar.dtd",
        "toolbar.dtd",
    ];
    doctype::is_known(remark, PUBLIC, FILES)
}

#[cfg(test)]
mod tests {
    use super::is_usual;

    #[test]
    fn only_a_known_document_type_is_usual() {
        let usual = r#"office:document-content PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "office.dtd""#;
        assert!(is_usual(usual));
        assert!(!is_usual(&format!("{usual} van Janne")));
        assert!(!is_usual(&usual.replace("OfficeDocument", "Janne de Vries")));
        assert!(!is_usual(" van Janne "));
    }
}
