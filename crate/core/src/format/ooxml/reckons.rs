//! Whether a workbook reckons with what its sheets hold.

use std::collections::BTreeMap;

use super::merged::mentions;
use super::package::Package;
use crate::finding::Step;
use crate::syntax::zip::Archive;
use crate::visit::Visit;

/// Formulas and lists to choose from, as they begin in a sheet.
const BEGINNINGS: &[&[u8]] =
    &[b"<f>", b"<f ", b":f>", b":f ", b"<dataValidation ", b":dataValidation "];

/// Relationships that lead to what is drawn or counted from cells.
const FROM_CELLS: &[&str] = &["chart", "chartEx", "pivotCacheDefinition", "table"];

/// Whether formulas, lists, charts or tables may need rows and names that nobody sees: then these
/// cannot go without changing what is seen. A sheet that cannot be read may hold all of that.
pub(super) fn reckons(
    archive: &Archive<'_>,
    package: &Package,
    sheets: &BTreeMap<String, Step>,
    visit: &Visit<'_>,
) -> bool {
    let draws = |part: &str| {
        let leads = package.outgoing(part).iter();
        leads.into_iter().any(|lead| {
            let further = || package.outgoing(&lead.target).iter();
            let from_cells = |sort: &str| FROM_CELLS.contains(&sort);
            from_cells(&lead.sort) || further().any(|lead| from_cells(&lead.sort))
        })
    };
    let parts = sheets.iter().filter(|(_, step)| matches!(step, Step::Sheet(_)));
    parts.map(|(part, _)| part).any(|part| {
        let Some(Ok(unpacked)) = archive.find(part).map(|index| archive.unpack(index)) else {
            return true;
        };
        draws(part) || mentions(visit.unpack(unpacked), BEGINNINGS)
    })
}
