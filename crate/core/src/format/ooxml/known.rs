//! What is known before a part is walked: what the styles say, how large the slides are and what
//! lies behind them, and which of them are shown.

use std::collections::{BTreeMap, BTreeSet};

use super::backdrop::Backdrop;
use super::covered::{Covered, Layout};
use super::listed::unlisted_sheets;
use super::merged::mentions;
use super::package::Package;
use super::sheets::each;
use super::styles::{CellStyles, Palette, Says, WordStyles};
use super::unseen::{number, painted};
use crate::finding::Reason;
use crate::format::colours::{BLACK, digits, same};
use crate::order::Gather;
use crate::syntax::xml::Node;
use crate::syntax::zip::Archive;
use crate::visit::Visit;

/// What the styles say, and how large the slides are.
#[derive(Default)]
pub(super) struct Unseen {
    /// The styles of Word whose text is hidden.
    pub(super) styles: BTreeSet<String>,
    /// The styles of Word whose text is white, with nothing of their own behind it.
    pub(super) white: BTreeSet<String>,
    /// The styles of Word that put a colour behind their text.
    pub(super) shaded: BTreeSet<String>,
    /// What each style of Word says of its text; under no name, what all text is by itself. And the
    /// style of paragraphs that name none.
    pub(super) looks: BTreeMap<String, Says>,
    pub(super) usual: String,
    /// The formats of cells that show nothing, and those that show no number or no text.
    pub(super) formats: BTreeSet<usize>,
    pub(super) of_numbers: BTreeSet<usize>,
    pub(super) of_text: BTreeSet<usize>,
    /// Those that are white, with no colour of their own behind.
    pub(super) pale: BTreeSet<usize>,
    /// The formats that a condition gives to cells, and that show nothing.
    pub(super) conditional: BTreeSet<usize>,
    /// What lies behind the text of each format of cells, where that is one colour.
    pub(super) behind: Vec<Option<u32>>,
    pub(super) palette: Palette,
    /// The formats of cells that show dates.
    pub(super) of_days: BTreeSet<usize>,
    pub(super) slide: Option<(i64, i64)>,
    /// The colour that text of slides has by itself, where that is known.
    pub(super) ink: String,
    /// Slides that the presentation does not list, and sheets that the workbook does not.
    pub(super) unlisted: BTreeSet<String>,
    /// Slides that are not shown, and of which nothing but links and lists knows.
    pub(super) hidden: BTreeSet<String>,
    /// What lies behind the slides that have a layout, by the part of the layout.
    pub(super) backdrops: BTreeMap<String, Backdrop>,
    /// Something may lie behind the text of a document of Word, and the headers and footers in
    /// which something floats.
    laid: bool,
    /// The colour of its pages in six digits, or in others where it is not one.
    pub(super) page: String,
    floating: BTreeSet<String>,
    /// The sheets with conditions that may colour their cells.
    pub(super) conditioned: BTreeSet<String>,
    /// Layouts that no slide has.
    pub(super) unused: BTreeSet<String>,
    /// Where the placeholders of the layouts stand, by the part of the layout.
    pub(super) layouts: BTreeMap<String, Layout>,
}

impl Unseen {
    /// The styles of Word whose text is hidden.
    pub(super) fn hidden_styles(&self) -> &BTreeSet<String> {
        &self.styles
    }

    /// Reads the styles. Those that cannot be read are told about when they are walked.
    pub(super) fn read(archive: &Archive<'_>, package: &Package, visit: &Visit<'_>) -> Self {
        let mut unseen = Self::default();
        let main = package.outgoing("").iter().find(|found| found.sort == "officeDocument");
        let Some(main) = main.map(|relation| relation.target.clone()) else { return unseen };
        let sort = package.sort(&main);
        if sort.contains("presentation") {
            let mut listed = BTreeSet::new();
            let palette = palette(archive, package, (&main, ""), visit);
            let mut plain = palette.theme.first().is_none_or(|ink| same(*ink, BLACK));
            let read = each(archive, &main, visit, |node, filter| {
                if node == Node::Start && filter.name() == "p:sldSz" {
                    unseen.slide = number(filter, "cx").zip(number(filter, "cy"));
                }
                if node == Node::Start && painted(filter) == Some("a:defRPr") {
                    plain &=
                        filter.name() == "a:solidFill" || filter.attribute("val") == Some("tx1");
                }
                if node == Node::Start && filter.name() == "p:sldId" {
                    listed.extend(filter.attribute("r:id").map(str::to_owned));
                }
                Ok(())
            });
            unseen.ink.push_str(if plain { "a:schemeClrtx1" } else { "" });
            let slides = package.outgoing(&main).iter().filter(|found| found.sort == "slide");
            // Where none is listed, the list was written in a way that is not known.
            let known = read.is_ok() && !listed.is_empty();
            let (shown, unlisted): (Vec<_>, Vec<_>) =
                slides.partition(|found| !known || listed.contains(&found.id));
            unseen.unlisted = unlisted.iter().map(|found| found.target.clone()).into_set();
            let shown: Vec<&str> = shown.iter().map(|found| found.target.as_str()).collect();
            unseen.hidden = hidden_slides(archive, package, &main, &shown, visit);
            unseen.read_layouts(archive, package, &main, visit);
        }
        if sort.contains("spreadsheetml") || sort.contains("ms-excel") {
            unseen.unlisted = unlisted_sheets(archive, package, &main, visit);
        }
        if sort.contains("wordprocessingml") || sort.contains("ms-word") {
            unseen.laid = speaks_of(archive, &main, BEHIND, visit);
            unseen.page = page(archive, package, &main, visit);
            let leads = package.outgoing(&main).iter();
            for found in leads.filter(|found| matches!(found.sort.as_str(), "header" | "footer")) {
                if speaks_of(archive, &found.target, FLOATS, visit) {
                    let above = found.sort == "header";
                    unseen.laid |= reaches(archive, &main, (&found.target, above), visit);
                    unseen.floating.insert(found.target.clone());
                }
            }
        }
        let styles = package.outgoing(&main).iter().find(|found| found.sort == "styles");
        let Some(styles) = styles else { return unseen };
        let mut word = WordStyles::default();
        let of_cells = sort.contains("spreadsheetml") || sort.contains("ms-excel");
        let palette = match of_cells {
            true => palette(archive, package, (&main, &styles.target), visit),
            false => Palette::default(),
        };
        let mut cells = CellStyles::default();
        cells.palette = palette;
        let _ = each(archive, &styles.target, visit, |node, filter| {
            if node == Node::Start {
                word.starts(filter);
                cells.starts(filter);
            }
            Ok(())
        });
        unseen.styles = word.hidden();
        unseen.white = word.white();
        unseen.shaded = word.shaded();
        (unseen.looks, unseen.usual) = word.looks();
        unseen.conditional = cells.conditional();
        unseen.formats = cells.unseen;
        unseen.pale = cells.pale;
        (unseen.of_numbers, unseen.of_text) = (cells.of_numbers, cells.of_text);
        (unseen.behind, unseen.palette) = (cells.behind, cells.palette);
        unseen.of_days = cells.of_days;
        let sheets = package.outgoing(&main).iter().filter(|found| found.sort == "worksheet");
        for sheet in sheets.filter(|_| !unseen.pale.is_empty()) {
            if speaks_of(archive, &sheet.target, &[b"onditionalFormatting"], visit) {
                unseen.conditioned.insert(sheet.target.clone());
            }
        }
        unseen
    }
}

/// The colours to which a workbook gives numbers. What cannot be read has those of Office.
fn palette(
    archive: &Archive<'_>,
    package: &Package,
    (main, styles): (&str, &str),
    visit: &Visit<'_>,
) -> Palette {
    let mut palette = Palette::default();
    let theme = package.outgoing(main).iter().find(|found| found.sort == "theme");
    if let Some(theme) = theme {
        let _ = each(archive, &theme.target, visit, |node, filter| {
            let colour = match (node, filter.name()) {
                (Node::End, "a:clrScheme") => return Err(Reason::Stopped),
                (Node::Start, "a:srgbClr") => filter.attribute("val"),
                (Node::Start, "a:sysClr") => filter.attribute("lastClr"),
                _ => return Ok(()),
            };
            palette.theme.push(colour.and_then(digits).unwrap_or(0));
            Ok(())
        });
    }
    if speaks_of(archive, styles, &[b"indexedColors"], visit) {
        let _ = each(archive, styles, visit, |node, filter| {
            let colour = filter.attribute("rgb").filter(|_| filter.name() == "x:rgbColor");
            if let (Node::Start, Some(rgb)) = (node, colour) {
                let six = rgb.get(rgb.len().saturating_sub(6)..).and_then(digits);
                palette.own.push(six.unwrap_or(0));
            }
            Ok(())
        });
    }
    palette
}

/// The colour of the pages of a document of Word, where they are shown with one.
fn page(archive: &Archive<'_>, package: &Package, main: &str, visit: &Visit<'_>) -> String {
    let mut page = "FFFFFF".to_owned();
    let settings = package.outgoing(main).iter().find(|found| found.sort == "settings");
    let shown: &[&[u8]] = &[b"displayBackgroundShape"];
    if settings.is_none_or(|settings| !speaks_of(archive, &settings.target, shown, visit)) {
        return page;
    }
    let _ = each(archive, main, visit, |node, filter| {
        match (node, filter.name()) {
            (Node::Start, "w:body") => return Err(Reason::Stopped),
            (Node::Start, "w:background") => {
                let colour = filter.attribute("w:color").filter(|colour| *colour != "auto");
                colour.into_iter().for_each(|colour| colour.clone_into(&mut page));
            }
            // A picture, or a slope of colours.
            (Node::Start, name) if filter.path().any(|name| name == "w:background") => {
                page = name.to_owned();
            }
            _ => {}
        }
        Ok(())
    });
    page
}

/// What in a document of Word lies behind the text, and may stand after it: what says so itself, and
/// whatever floats in a header or footer.
const BEHIND: &[&[u8]] = &[b"behindDoc=\"1\"", b"behindDoc=\"true\"", b"z-index:-"];
const FLOATS: &[&[u8]] = &[b":anchor", b"position:absolute"];

/// Whether what floats in a header or a footer may lie behind the text of the pages. What says how
/// far from the edge of the page it stands, and how high it is, does not where it ends in the
/// margin.
fn reaches(
    archive: &Archive<'_>,
    main: &str,
    (part, above): (&str, bool),
    visit: &Visit<'_>,
) -> bool {
    const TWENTIETH: i64 = 635;
    let (mut height, mut margin) = (i64::MAX, i64::MAX);
    let read = each(archive, main, visit, |node, filter| {
        let edge = if above { "w:top" } else { "w:bottom" };
        match (node, filter.name()) {
            (Node::Start, "w:pgMar") => margin = margin.min(number(filter, edge).unwrap_or(0)),
            (Node::Start, "w:pgSz") => height = height.min(number(filter, "w:h").unwrap_or(0)),
            _ => {}
        }
        Ok(())
    });
    let margin = margin.saturating_mul(TWENTIETH);
    let foot = height.saturating_mul(TWENTIETH).saturating_sub(margin);
    // From the edge of the page, where the float at hand begins, and how high it is.
    let (mut of_page, mut far, mut size) = (false, String::new(), None);
    let mut open = false;
    let drawn = each(archive, part, visit, |node, filter| {
        match (node, filter.name()) {
            (Node::Start, "wp:anchor") => (open, of_page, size) = (true, false, None),
            (Node::Start, "wp:positionV") if open => {
                of_page = filter.attribute("relativeFrom") == Some("page");
                far.clear();
            }
            (Node::Text, _) if filter.path().any(|name| name == "wp:positionV") => {
                // Parts of a hundred are counted from elsewhere.
                of_page &= filter.path().next_back() == Some("wp:posOffset");
                far.push_str(filter.text());
            }
            (Node::Start, "wp:extent") if open => size = number(filter, "cy"),
            (Node::End, "wp:anchor") => {
                open = false;
                let from = far.trim().parse::<i64>().ok().filter(|_| of_page);
                let within = from.zip(size).is_some_and(|(from, size)| match above {
                    true => from.saturating_add(size) <= margin,
                    false => from >= foot,
                });
                if !within {
                    return Err(Reason::Stopped);
                }
            }
            (Node::Start, name) if name.starts_with("v:") => {
                let style = filter.attribute("style").unwrap_or_default();
                if style.contains("position:absolute")
                    && !filter.path().any(|name| name == "mc:Fallback")
                {
                    return Err(Reason::Stopped);
                }
            }
            _ => {}
        }
        Ok(())
    });
    read.is_err() || drawn.is_err() || margin == i64::MAX
}

/// Whether one of these words may stand in a part.
pub(super) fn speaks_of(
    archive: &Archive<'_>,
    part: &str,
    words: &[&[u8]],
    visit: &Visit<'_>,
) -> bool {
    let index = archive.find(part);
    let unpacked = index.and_then(|index| archive.unpack(index).ok());
    unpacked.is_some_and(|unpacked| mentions(visit.unpack(unpacked), words))
}

impl Unseen {
    /// Reads what the layouts and masters of slides put behind the text.
    fn read_layouts(
        &mut self,
        archive: &Archive<'_>,
        package: &Package,
        main: &str,
        visit: &Visit<'_>,
    ) {
        let to = |part: &str, sort: &str| -> Vec<String> {
            let leads = package.outgoing(part).iter().filter(|found| found.sort == sort);
            leads.map(|found| found.target.clone()).collect()
        };
        let read = |part: &str| {
            let (mut backdrop, mut layout) = (Backdrop::default(), Layout::default());
            let read = each(archive, part, visit, |node, filter| {
                match node {
                    Node::Start => {
                        backdrop.starts(filter);
                        layout.starts(filter);
                    }
                    Node::End => backdrop.ends(filter.name()),
                    _ => {}
                }
                Ok(())
            });
            read.ok().map(|()| (backdrop, layout))
        };
        for master in to(main, "slideMaster") {
            let below = read(&master);
            for layout in to(&master, "slideLayout") {
                let leads = package.incoming(&layout).iter();
                if !leads.clone().any(|found| found.sort == "slideLayout" && found.owner != master)
                {
                    self.unused.insert(layout);
                    continue;
                }
                if let Some((own, below)) = read(&layout).zip(below.as_ref()) {
                    self.layouts.insert(layout.clone(), own.1.over(&below.1));
                    self.backdrops.insert(layout, own.0.over(&below.0));
                }
            }
        }
    }

    /// What lies behind a slide, where that is known.
    pub(super) fn behind(&self, package: &Package, part: &str) -> Option<&Backdrop> {
        let mut leads = package.outgoing(part).iter();
        let layout = leads.find(|found| found.sort == "slideLayout")?;
        self.backdrops.get(&layout.target)
    }

    /// Over which text of a slide something opaque lies.
    pub(super) fn covered(
        &self,
        archive: &Archive<'_>,
        package: &Package,
        part: &str,
        visit: &mut Visit<'_>,
    ) -> Covered {
        let mut leads = package.outgoing(part).iter();
        let layout = leads.find(|found| found.sort == "slideLayout");
        let layout = layout.and_then(|layout| self.layouts.get(&layout.target));
        let behind = self.behind(package, part);
        Covered::read(archive, package, part, (self, layout, behind), visit)
    }

    /// Whether something may lie behind the text of a part of Word.
    pub(super) fn lies_behind(&self, part: &str) -> bool {
        self.laid || self.floating.contains(part)
    }

    /// Whether nobody sees a part of its own: a layout that no slide has, or a master of notes
    /// and hand-outs.
    pub(super) fn is_aside(&self, package: &Package, part: &str) -> bool {
        let sort = package.sort(part);
        let beside = ["handoutMaster+xml", "notesMaster+xml"];
        self.unused.contains(part) || beside.iter().any(|end| sort.ends_with(end))
    }

    /// Whether tables, conditions or a picture may give the cells of a sheet a colour.
    pub(super) fn colours_cells(&self, package: &Package, part: &str) -> bool {
        let mut leads = package.outgoing(part).iter();
        leads.any(|found| matches!(found.sort.as_str(), "table" | "pivotTable" | "image"))
            || self.conditioned.contains(part)
    }

    /// Whether a part is a slide that is not shown, and can go.
    pub(super) fn is_hidden(&self, part: &str) -> bool {
        self.hidden.contains(part)
    }

    /// Whether there are such slides.
    pub(super) fn hides_slides(&self) -> bool {
        !self.hidden.is_empty()
    }

    /// Whether a part is a slide that the presentation does not list.
    pub(super) fn is_unlisted(&self, part: &str) -> bool {
        self.unlisted.contains(part)
    }
}

/// The slides that are not shown and can go: others are left, no picture of a slide shows them
/// (a zoom, which names them by number), and no show runs from one number to another.
fn hidden_slides(
    archive: &Archive<'_>,
    package: &Package,
    main: &str,
    slides: &[&str],
    visit: &Visit<'_>,
) -> BTreeSet<String> {
    let mut hidden = BTreeSet::new();
    for slide in slides {
        let mut is_hidden = false;
        // The first element says it all.
        let _ = each(archive, slide, visit, |node, filter| {
            if node != Node::Start {
                return Ok(());
            }
            is_hidden = matches!(filter.attribute("show"), Some("0" | "false"));
            Err(Reason::Stopped)
        });
        if is_hidden {
            hidden.insert((*slide).to_owned());
        }
    }
    if hidden.is_empty() || hidden.len() >= slides.len() {
        return BTreeSet::new();
    }
    let properties = package.outgoing(main).iter().filter(|found| found.sort == "presProps");
    let properties = properties.map(|found| found.target.as_str());
    for part in slides.iter().copied().chain(properties) {
        let mut counts = false;
        let read = each(archive, part, visit, |node, filter| {
            let name = filter.name().rsplit(':').next().unwrap_or_default();
            counts |= node == Node::Start
                && matches!(name, "sldZmObj" | "sectionZmObj" | "summaryZmObj" | "sldRg");
            Ok(())
        });
        if counts || read.is_err() {
            return BTreeSet::new();
        }
    }
    hidden
}
