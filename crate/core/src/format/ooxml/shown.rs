//! What is shown at all: notes to which something refers, headers that are switched on, pictures
//! that some element names.

use std::collections::{BTreeMap, BTreeSet};

use super::package::{Package, Relation};
use super::parts::{self, Sort};
use super::sheets::each;
use super::tables::is_note;
use crate::finding::Reason;
use crate::format::rows::Input;
use crate::seen::Tie;
use crate::syntax::xml::{Filter, Node};
use crate::syntax::zip::Archive;
use crate::visit::Visit;

/// What the parts that were walked say of those that come after them.
#[derive(Default)]
pub(super) struct Shown {
    /// The notes that something refers to: whether at the end, and their number.
    notes: BTreeSet<(bool, String)>,
    /// For which pages there are headers and footers, by their part.
    pages: BTreeMap<String, BTreeSet<String>>,
    /// Some section has a first page of its own, and left and right pages differ (ECMA-376 part 1,
    /// 17.10.6 `titlePg`, 17.10.1 `evenAndOddHeaders`).
    first: bool,
    even: bool,
    /// Some field cites a source.
    cites: bool,
    /// The relationships that some element names.
    named: BTreeSet<Tie>,
    /// Some part could not be read: nobody knows what it refers to.
    lost: bool,
}

impl Shown {
    /// An element of a part begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>, package: &Package, part: &str) {
        let value = |name| filter.attribute(name).unwrap_or_default();
        let is_on = || !matches!(filter.attribute("w:val"), Some("0" | "false" | "off"));
        match filter.name() {
            "w:footnoteReference" => {
                self.notes.insert((false, value("w:id").to_owned()));
            }
            "w:endnoteReference" => {
                self.notes.insert((true, value("w:id").to_owned()));
            }
            "w:headerReference" | "w:footerReference" => {
                let mut leads = package.outgoing(part).iter();
                let lead = leads.find(|lead| lead.id == value("r:id") && !lead.external);
                if let Some(lead) = lead {
                    let pages = self.pages.entry(lead.target.clone()).or_default();
                    pages.insert(value("w:type").to_owned());
                }
            }
            // What it was before a tracked change counts for nothing.
            "w:titlePg" => {
                self.first |= is_on() && !filter.path().any(|name| name == "w:sectPrChange");
            }
            "w:evenAndOddHeaders" => self.even |= is_on(),
            "w:fldSimple" => self.asks(value("w:instr")),
            _ => {}
        }
    }

    /// The words of a field come.
    pub(super) fn asks(&mut self, words: &str) {
        self.cites |= words.contains("CITATION") || words.contains("BIBLIOGRAPHY");
    }

    /// An element names a relationship.
    pub(super) fn mentions(&mut self, relation: &Tie) {
        if !self.named.contains(relation) {
            self.named.insert(relation.clone());
        }
    }

    /// Whether relationships lead to a part that no element of their owners names: a picture that
    /// was on a page once.
    pub(super) fn is_unnamed(&self, package: &Package, part: &str) -> bool {
        let idle = |lead: &Relation| self.is_idle(package, lead);
        rank_by_name(package, part) > 0 && package.incoming(part).iter().all(idle)
    }

    /// Whether no element names a relationship that counts only where one does.
    pub(super) fn is_idle(&self, package: &Package, lead: &Relation) -> bool {
        let by_name = BY_NAME.iter().any(|(sort, _)| *sort == lead.sort);
        !self.lost
            && !package.is_broken()
            && (by_name || lead.external && lead.sort == "hyperlink")
            && parts::sort(package, &lead.owner) == Sort::Known
            && !self.named.contains(&lead.tie())
    }

    /// A part could not be read to its end.
    pub(super) fn lost(&mut self) {
        self.lost = true;
    }

    /// Whether fields show sources that the document keeps; if in doubt, they do.
    pub(super) fn cites(&self) -> bool {
        self.cites || self.lost
    }

    /// Whether a note begins to which nothing refers.
    pub(super) fn is_loose(&self, filter: &Filter<Input<'_>>) -> bool {
        let at_end = filter.name() == "w:endnote";
        let id = || filter.attribute("w:id").unwrap_or_default().to_owned();
        (at_end || filter.name() == "w:footnote")
            && is_note(filter)
            && !self.lost
            && !self.notes.contains(&(at_end, id()))
    }

    /// Whether a part is a header or a footer that no page has.
    pub(super) fn is_off(&self, package: &Package, part: &str) -> bool {
        let sort = package.sort(part);
        let is_one = sort.ends_with(".header+xml") || sort.ends_with(".footer+xml");
        let on = |page: &String| match page.as_str() {
            "first" => self.first,
            "even" => self.even,
            _ => true,
        };
        let shown = || self.pages.get(part).is_some_and(|pages| pages.iter().any(on));
        is_one && !self.lost && !shown()
    }
}

/// The relationships that show something only where an element names them (ECMA-376 part 1, 9.2),
/// and which of what they lead to may lead on to others.
const BY_NAME: [(&str, u8); 15] = [
    ("chart", 2),
    ("chartEx", 2),
    ("diagramData", 2),
    ("control", 2),
    ("diagramLayout", 2),
    ("diagramDrawing", 3),
    ("diagramQuickStyle", 3),
    ("diagramColors", 3),
    ("image", 4),
    ("hdphoto", 4),
    ("oleObject", 4),
    ("package", 4),
    ("audio", 4),
    ("video", 4),
    ("media", 4),
];

/// After which others a part comes to which only such relationships lead; 0 for all others.
fn rank_by_name(package: &Package, part: &str) -> u8 {
    let rank = |lead: &Relation| {
        let found = BY_NAME.iter().find(|(sort, _)| *sort == lead.sort);
        found.map_or(0, |(_, rank)| *rank)
    };
    package.incoming(part).iter().map(rank).min().unwrap_or(0)
}

/// After which others a part has to be walked, since what it shows hangs on them.
pub(super) fn rank(package: &Package, part: &str) -> u8 {
    const LATER: [&str; 4] = [".header+xml", ".footer+xml", ".footnotes+xml", ".endnotes+xml"];
    let sort = package.sort(part);
    let later = LATER.iter().any(|end| sort.ends_with(end)) || part.starts_with("customxml/");
    // Relationships come last of all: then it is known which of them are named.
    let last = if super::package::owner(part).is_some() { 5 } else { 0 };
    rank_by_name(package, part).max(u8::from(later)).max(last)
}

/// Whether a header or a footer says more than the number of a page. One that cannot be read is
/// told about when it is walked.
pub(super) fn speaks(archive: &Archive<'_>, part: &str, visit: &Visit<'_>) -> bool {
    let mut speaks = false;
    let _ = each(archive, part, visit, |node, filter| {
        let of_text = || matches!(filter.path().next_back(), Some("w:t" | "w:delText" | "a:t"));
        speaks |= node == Node::Text && of_text() && filter.text().contains(char::is_alphabetic);
        if speaks { Err(Reason::Stopped) } else { Ok(()) }
    });
    speaks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_stay_where_a_field_cites_them() {
        let mut shown = Shown::default();
        shown.asks(" PAGE ");
        assert!(!shown.cites());
        shown.asks(r" CITATION Jan20 \l 1043 ");
        assert!(shown.cites());
    }
}
