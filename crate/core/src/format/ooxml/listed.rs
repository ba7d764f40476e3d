//! The sheets that a workbook leads to and does not list: no program shows them.

use std::collections::BTreeSet;

use super::package::Package;
use super::sheets::each;
use crate::order::Gather;
use crate::syntax::xml::Node;
use crate::syntax::zip::Archive;
use crate::visit::Visit;

/// Relationships from a workbook to its sheets, by the last word of their type.
const SHEETS: [&str; 3] = ["worksheet", "chartsheet", "dialogsheet"];

/// The parts of sheets of which the workbook `main` does not list the relationship. Where it
/// lists none, or cannot be read, its list is written in a way that is not known: none are told.
pub(super) fn unlisted_sheets(
    archive: &Archive<'_>,
    package: &Package,
    main: &str,
    visit: &Visit<'_>,
) -> BTreeSet<String> {
    let mut listed = BTreeSet::new();
    let read = each(archive, main, visit, |node, filter| {
        if node == Node::Start && filter.name() == "x:sheet" {
            listed.extend(filter.attribute("r:id").map(str::to_owned));
        }
        Ok(())
    });
    let leads = || package.outgoing(main).iter().filter(|found| !found.external);
    let shown: BTreeSet<&str> = leads()
        .filter(|found| listed.contains(&found.id))
        .map(|found| found.target.as_str())
        .into_set();
    if read.is_err() || shown.is_empty() {
        return BTreeSet::new();
    }
    let sheets = leads().filter(|found| SHEETS.contains(&found.sort.as_str()));
    let loose = sheets.filter(|found| !shown.contains(found.target.as_str()));
    loose.map(|found| found.target.clone()).into_set()
}
