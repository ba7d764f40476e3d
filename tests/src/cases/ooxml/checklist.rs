//! What stands in no other case: the rest of the things that `tests/src/checklist` numbers.

mod container;
mod pictures;
mod sheets;
mod slides;
mod words;

use super::Package;
use crate::cases::{Case, image, svg};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = words::cases();
    cases.extend(pictures::cases());
    cases.extend(sheets::cases());
    cases.extend(slides::cases());
    cases.extend(container::cases());
    cases
}

/// The bytes of another case.
fn bytes(name: &str) -> Vec<u8> {
    let mut cases = image::cases().into_iter().chain(svg::cases());
    cases.find(|case| case.name == name).expect("the case").bytes
}

const MICROSOFT: &str = "http://schemas.microsoft.com/office";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

impl Package {
    /// Says of what type the parts with this ending are.
    fn ending(&mut self, ending: &str, sort: &str) -> &mut Self {
        self.types += &format!(r#"<Default Extension="{ending}" ContentType="{sort}"/>"#);
        self
    }

    /// Adds a part that is not XML, or XML without the usual ending of its type.
    fn bytes(&mut self, name: &str, sort: &str, bytes: &[u8]) -> &mut Self {
        self.types += &format!(r#"<Override PartName="/{name}" ContentType="{sort}"/>"#);
        self.zip.deflated(name, bytes);
        self
    }
}
