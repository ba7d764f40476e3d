//! Office Open XML: documents of Word, Excel and PowerPoint.

mod accept;
mod backdrop;
mod bars;
mod cells;
mod choices;
pub(super) mod covered;
mod facts;
mod fields;
mod floats;
mod known;
mod listed;
mod merged;
mod names;
mod numbers;
pub(super) mod package;
mod parts;
pub(super) mod paths;
mod reckons;
mod room;
pub(super) mod sheets;
mod shown;
mod story;
mod styles;
pub(super) mod tables;
mod unseen;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::{BufReader, Read};
use std::sync::OnceLock;

use super::rows::{self, Table};
use super::stated::{self, DC, Field, Stated};
use super::{Format, zip};
use crate::Limits;
use crate::finding::{Reason, Step};
use crate::imprint::Imprint;
use crate::kind::{hidden, inside};
use crate::seen::Tie;
use crate::source::{Pieces, Source};
use crate::syntax::cfb;
use crate::syntax::fields::{STEP, readable};
use crate::syntax::xml::{self, Error};
use crate::syntax::zip::{Archive, Fate, Headers, plain};
use crate::visit::Remedy::{Ask, Drop, Keep};
use crate::visit::{Decision, Visit};

use bars::Barred;
use covered::Covered;
use facts::Facts;
use known::Unseen;
use merged::Overlaid;
use names::NAMESPACES;
use package::{Package, TYPES, owner};
use parts::{Sort, Whole};
use sheets::{Program, Sheets};
use shown::Shown;
use story::{Anything, Story};

/// Word, Excel and PowerPoint files, templates and files with macros among them.
pub(crate) struct Ooxml;

/// What is known of the format: the same for all documents, so it is read once.
struct Known {
    facts: Facts,
    all: Table,
    /// For properties that Office 2007 wrote.
    old: Table,
    /// For properties that Excel wrote.
    excel: Table,
    /// For slides that are not shown, and are places as a whole.
    slides: Table,
    comments: Table,
}

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| Known {
        facts: Facts::new(),
        all: Table::new(&[
            tables::PACKAGE,
            tables::PROPERTIES,
            tables::COMMON,
            tables::WORD,
            tables::EXCEL,
            tables::POWERPOINT,
            tables::HIDDEN_SLIDES,
        ]),
        old: Table::new(&[tables::OFFICE_2007, tables::PACKAGE, tables::PROPERTIES]),
        excel: Table::new(&[tables::OF_EXCEL, tables::PACKAGE, tables::PROPERTIES]),
        slides: Table::new(&[tables::PACKAGE, tables::COMMON, tables::POWERPOINT]),
        comments: Table::new(&[
            tables::WORD_COMMENTS,
            tables::PACKAGE,
            tables::COMMON,
            tables::WORD,
            tables::EXCEL,
            tables::POWERPOINT,
        ]),
    })
}

/// The part that tells about a document.
const CORE: &str = "docProps/core.xml";

/// What a document is to say of itself: in which part and element, and in which fields.
fn properties(imprint: &Imprint) -> [(&'static str, &'static str, Vec<Field<'_>>); 2] {
    let field = |name, namespace, text: Option<_>| text.map(|text| Field { name, namespace, text });
    let core = [
        field("dc:title", DC, imprint.title()),
        field("dc:creator", DC, imprint.organisation()),
        field("dc:language", DC, imprint.language()),
    ];
    let more = field("ap:Company", None, imprint.organisation());
    [
        (CORE, "cp:coreProperties", core.into_iter().flatten().collect()),
        ("docProps/app.xml", "ap:Properties", more.into_iter().collect()),
    ]
}

/// Content types of the main part, by a word in them, and what a report calls such a file.
const MAIN: &[(&str, &str)] = &[
    ("ms-excel.sheet.binary", "xlsb"),
    ("wordprocessingml", "docx"),
    ("ms-word", "docx"),
    ("spreadsheetml", "xlsx"),
    ("ms-excel", "xlsx"),
    ("presentationml", "pptx"),
    ("ms-powerpoint", "pptx"),
];

impl Format for Ooxml {
    fn name(&self, source: &dyn Source) -> &'static str {
        name(source).unwrap_or("docx")
    }

    fn matches(&self, source: &dyn Source) -> bool {
        zip::is_zip(source) && name(source).is_some()
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        let archive = Archive::open(source, visit.limits())?;
        if archive.has_names_alike() {
            return Err(Reason::Damaged);
        }
        zip::count(&archive, visit)?;
        let mut package = Package::read(&archive, visit)?;
        package.find_notes(&archive, visit);
        let reachable = package.reachable();
        let unseen = Unseen::read(&archive, &package, visit);
        let sheets = Sheets::read(&archive, &package, &unseen, visit);
        let known = known();
        let mut walk = Walk {
            archive: &archive,
            package: &package,
            reachable: &reachable,
            facts: &known.facts,
            table: &known.all,
            slides: if unseen.hides_slides() { &known.slides } else { &known.all },
            comments: &known.comments,
            unseen,
            properties: match sheets::program(&archive, &package, visit) {
                Some(Program::Old) => &known.old,
                Some(Program::Excel) => &known.excel,
                None => &known.all,
            },
            sheets,
            shown: RefCell::default(),
        };
        for word in NAMESPACES.iter().map(|(namespace, _)| *namespace) {
            visit.known(word);
        }
        for entry in archive.entries() {
            visit.known(&entry.name);
        }
        let mut rewrite = archive.as_it_is();
        for index in walk.order() {
            let fate = walk.entry(index, visit);
            if let Some(entry) = rewrite.entries.get_mut(index) {
                *entry = fate;
            }
        }
        zip::around(&archive, &mut rewrite, visit);
        Ok(archive.rewrite(rewrite))
    }

    fn state(&self, source: &dyn Source, imprint: &Imprint, limits: &Limits) -> Option<Stated> {
        let archive = Archive::open(source, limits).ok()?;
        let mut rewrite = archive.as_it_is();
        let mut languages = Vec::new();
        for (part, around, fields) in properties(imprint) {
            // Some files tell less: what they do not tell then is told.
            let Some(index) = archive.find(part).filter(|_| !fields.is_empty()) else { continue };
            let shape = (NAMESPACES, around);
            let (fate, told) = stated::entry(&archive, index, shape, &fields, limits)?;
            rewrite.entries.get_mut(index)?.0 = fate;
            languages.extend(told);
        }
        let says_language = archive.find(CORE).is_some();
        Some(Stated { pieces: archive.rewrite(rewrite), languages, says_language })
    }
}

/// What a report calls such a file, where it is one.
fn name(source: &dyn Source) -> Option<&'static str> {
    let limits = Limits::default();
    let Ok(archive) = Archive::open(source, &limits) else { return name_of_damaged(source) };
    let package = Package::peek(&archive, &limits).ok()?;
    let main = package.main()?;
    MAIN.iter().find(|(word, _)| main.contains(word)).map(|(_, name)| *name)
}

/// What such a file is called of which two programs could see different members: by the names
/// that stand in it.
fn name_of_damaged(source: &dyn Source) -> Option<&'static str> {
    const NAMES: [(&[u8], &str); 3] = [
        (b"word/document.xml", "docx"),
        (b"xl/workbook.xml", "xlsx"),
        (b"ppt/presentation.xml", "pptx"),
    ];
    let holds = |bytes: &[u8], name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    let ends = [0, source.len().saturating_sub(STEP)];
    let ends: Vec<Vec<u8>> = ends
        .into_iter()
        .filter_map(|start| {
            source.bytes(start..source.len().min(start.saturating_add(STEP)), STEP).ok()
        })
        .collect();
    let any = |name: &[u8]| ends.iter().any(|bytes| holds(bytes, name));
    let found = NAMES.iter().find(|(name, _)| any(name)).map(|(_, name)| *name);
    found.filter(|_| any(b"[Content_Types].xml"))
}

struct Walk<'w> {
    archive: &'w Archive<'w>,
    package: &'w Package,
    reachable: &'w BTreeSet<String>,
    facts: &'w Facts,
    table: &'w Table,
    /// For slides that are not shown, and are places as a whole.
    slides: &'w Table,
    comments: &'w Table,
    /// For the properties of the document.
    properties: &'w Table,
    sheets: Sheets,
    shown: RefCell<Shown>,
    unseen: Unseen,
}

impl Walk<'_> {
    /// The strings of a workbook come after the sheets that show them, notes after the text that
    /// refers to them, pictures after what names them.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.archive.entries().len()).collect();
        order.sort_by_cached_key(|index| {
            let entry = self.archive.entries().get(*index);
            entry.map(|entry| plain(&entry.name)).map_or(0, |name| {
                shown::rank(self.package, &name).max(u8::from(self.sheets.is_strings(&name)))
            })
        });
        order
    }

    fn entry(&mut self, index: usize, visit: &mut Visit<'_>) -> (Fate, Headers) {
        let Some(entry) = self.archive.entries().get(index) else {
            return (Fate::Kept, Headers::KEPT);
        };
        let name = plain(&entry.name);
        let follows = name != TYPES;
        let mut decision = Decision::Stay;
        if follows {
            let part = owner(&name).unwrap_or_else(|| name.clone());
            decision = visit.follow(Tie::new("part", &part));
        }
        visit.enter(Step::Part(entry.name.as_str().into()));
        let headers = zip::headers(entry, visit);
        visit.leave();
        let fate = match entry.is_folder() {
            true => zip::folder(self.archive, entry, visit),
            false => self.part(index, &name, visit),
        };
        if follows {
            visit.close();
        }
        (if decision == Decision::Go { Fate::Gone } else { fate }, headers)
    }

    /// Walks a part, and what is said of it as a whole.
    fn part(&mut self, index: usize, name: &str, visit: &mut Visit<'_>) -> Fate {
        if name == TYPES || owner(name).is_some() {
            return self.xml(index, name, visit);
        }
        if parts::is_signature(self.package, name) {
            visit.guard(&inside::SIGNATURE);
            return self.whole(index, name, Whole { kind: &inside::SIGNATURE, remedy: Ask }, visit);
        }
        if !self.package.is_broken() && !self.reachable.contains(name) {
            let stray = Whole { kind: &hidden::STRAY_BYTES, remedy: Drop };
            return self.whole(index, name, stray, visit);
        }
        if self.is_loose(name) || self.unseen.is_unlisted(name) {
            let stray = Whole { kind: &hidden::STRAY_BYTES, remedy: Drop };
            return self.whole(index, name, stray, visit);
        }
        if self.unseen.is_hidden(name) {
            let slide = Whole { kind: &hidden::HIDDEN_SLIDE, remedy: Ask };
            return self.whole(index, name, slide, visit);
        }
        if let Some(mut whole) = parts::whole(self.package, name) {
            if whole.kind == &hidden::PRIVATE_DATA && self.are_sources(index, name, visit) {
                whole.remedy = Ask;
            }
            return self.whole(index, name, whole, visit);
        }
        if parts::is_attachment(self.package, name) {
            let remedy = parts::attachment(self.package, name);
            return self.whole(index, name, Whole { kind: &inside::ATTACHMENT, remedy }, visit);
        }
        self.inner(index, name, visit)
    }

    /// Whether no element names a part that is shown only where one does.
    fn is_loose(&self, name: &str) -> bool {
        self.shown.borrow().is_unnamed(self.package, name)
    }

    /// Whether a part holds the sources that fields cite.
    #[expect(clippy::disallowed_methods, reason = "no more than START comes out")]
    fn are_sources(&self, index: usize, name: &str, visit: &Visit<'_>) -> bool {
        const START: usize = 4096;
        const NAMES: [&[u8]; 2] =
            [b"officeDocument/2006/bibliography", b"ooxml/officeDocument/bibliography"];
        if !name.starts_with("customxml/") || !self.shown.borrow().cites() {
            return false;
        }
        let mut bytes = Vec::new();
        let unpacked = self.archive.unpack(index);
        let read = unpacked.ok();
        let read = read.map(|part| visit.unpack(part).take(START as u64).read_to_end(&mut bytes));
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        read.is_some_and(|read| read.is_ok()) && NAMES.iter().any(|name| holds(name))
    }

    /// Walks a part that is a place as a whole.
    fn whole(&mut self, index: usize, name: &str, whole: Whole, visit: &mut Visit<'_>) -> Fate {
        let entry = self.archive.entries().get(index);
        let told = entry.map(|entry| entry.name.clone()).unwrap_or_default();
        visit.enter(Step::Part(told.as_str().into()));
        let slide = self.sheets.step(name).filter(|_| whole.kind == &hidden::HIDDEN_SLIDE);
        let is_slide = slide.is_some();
        slide.into_iter().for_each(|step| visit.enter(step));
        visit.end_text();
        let decision = visit.place(whole.kind, whole.remedy);
        if !whole.is_told_by_its_text() {
            visit.describe(&told);
            visit.gathers();
        }
        // What only goes with something else does not hold back its own parts.
        if self.is_loose(name) {
            self.package.need_loose(name, visit);
        } else if whole.remedy != Keep {
            self.package.need(name, visit);
        }
        if is_slide {
            visit.leave();
        }
        visit.leave();
        let fate = match parts::sort(self.package, name) {
            // It goes whatever is in it.
            Sort::Closed if whole.remedy == Drop => self.shown(index, visit),
            Sort::Document if whole.remedy == Drop && !self.is_readable(index, visit) => {
                self.passed(index, visit)
            }
            // A signature goes with all in it, or the document stays as it is.
            Sort::Strange
                if whole.remedy != Ask
                    || [&inside::SIGNATURE, &hidden::PRIVATE_DATA].contains(&whole.kind) =>
            {
                self.anything(index, name, visit)
            }
            _ => self.inner(index, name, visit),
        };
        visit.end_text();
        if whole.is_told_by_its_text() {
            visit.describe_blank(&told);
        }
        visit.close();
        if decision == Decision::Go { Fate::Gone } else { fate }
    }

    fn inner(&mut self, index: usize, name: &str, visit: &mut Visit<'_>) -> Fate {
        match parts::sort(self.package, name) {
            Sort::Known => self.xml(index, name, visit),
            Sort::Strange => {
                let fate = self.anything(index, name, visit);
                self.gap(index, Reason::Unknown, visit);
                fate
            }
            Sort::Document => zip::document(self.archive, index, self.step(index), visit),
            Sort::Font => self.passed(index, visit),
            Sort::Words if !self.is_compound(index) => self.words(index, visit),
            Sort::Words => zip::document(self.archive, index, self.step(index), visit),
            Sort::Closed if self.is_compound(index) => {
                let signed = parts::is_signed(self.package, name);
                let walk = |visit: &mut Visit<'_>| {
                    zip::document(self.archive, index, self.step(index), visit)
                };
                if signed { visit.sealed(walk) } else { walk(visit) }
            }
            Sort::Closed => self.closed(index, visit),
        }
    }

    fn is_readable(&self, index: usize, visit: &Visit<'_>) -> bool {
        let unpacked = self.archive.unpack(index).ok().map(|unpacked| visit.unpack(unpacked));
        let bytes = unpacked.and_then(|unpacked| unpacked.whole().ok());
        bytes.is_some_and(|bytes| super::detect(&bytes).is_some())
    }

    /// Unpacks a part of which nothing is told, so that its bytes are counted and searched.
    fn passed(&self, index: usize, visit: &mut Visit<'_>) -> Fate {
        visit.part(self.step(index), |visit| {
            let mut unpacked = visit.unpack(self.archive.unpack(index)?);
            std::io::copy(&mut unpacked, &mut std::io::sink())?;
            Ok(())
        });
        Fate::Kept
    }

    /// Unpacks a part that goes whatever is in it, and shows what can be read at its start.
    fn shown(&self, index: usize, visit: &mut Visit<'_>) -> Fate {
        visit.part(self.step(index), |visit| visit.glance(self.archive.unpack(index)?));
        Fate::Kept
    }

    /// Whether a part is a compound file, which says itself what it is.
    fn is_compound(&self, index: usize) -> bool {
        let mut mark = [0; cfb::MARK.len()];
        let read = self.archive.unpack(index).and_then(|mut part| Ok(part.read_exact(&mut mark)?));
        read.is_ok() && mark == cfb::MARK
    }

    /// Shows the words in a part, which are not all that it can hold: a gap.
    fn words(&self, index: usize, visit: &mut Visit<'_>) -> Fate {
        visit.part(self.step(index), |visit| {
            let bytes = visit.unpack(self.archive.unpack(index)?).whole()?;
            visit.text(&readable(&bytes));
            visit.end_text();
            // Short words, letters with marks and pictures may stand there as well.
            if bytes.is_empty() { Ok(()) } else { Err(Reason::Unknown) }
        });
        Fate::Kept
    }

    /// Passes a part that is not read: a gap.
    fn closed(&self, index: usize, visit: &mut Visit<'_>) -> Fate {
        if let Some(entry) = self.archive.entries().get(index) {
            visit.packed(entry.data());
        }
        visit.part(self.step(index), |visit| {
            let mut unpacked = visit.unpack_closed(self.archive.unpack(index)?);
            let length = std::io::copy(&mut unpacked, &mut std::io::sink())?;
            if length == 0 { Ok(()) } else { Err(Reason::Unknown) }
        });
        Fate::Kept
    }

    fn gap(&self, index: usize, reason: Reason, visit: &mut Visit<'_>) {
        visit.enter(self.step(index));
        visit.gap(reason);
        visit.leave();
    }

    fn step(&self, index: usize) -> Step {
        let entry = self.archive.entries().get(index);
        Step::Part(entry.map(|entry| entry.name.as_str()).unwrap_or_default().into())
    }

    /// Walks XML of which nothing is known.
    fn anything(&self, index: usize, name: &str, visit: &mut Visit<'_>) -> Fate {
        let fate = visit.part(self.step(index), |visit| {
            let mut anything = Anything::new(self.package, name);
            let maps = self.package.is(name, "xmlMaps");
            let table = if maps { Table::new(&[tables::MAPS]) } else { Table::default() };
            self.filtered(index, &table, &mut anything, visit)
        });
        fate.unwrap_or(Fate::Kept)
    }

    /// Walks XML by the tables. It is never in memory: what is left of it is told in ranges.
    fn xml(&mut self, index: usize, name: &str, visit: &mut Visit<'_>) -> Fate {
        let sort = self.package.sort(name);
        let table = match sort {
            _ if sort.ends_with("wordprocessingml.comments+xml") => self.comments,
            _ if sort.contains("extended-properties") => self.properties,
            _ if self.unseen.is_hidden(name) => self.slides,
            _ => self.table,
        };
        let mut sheets = std::mem::take(&mut self.sheets);
        let fate = visit.part(self.step(index), |visit| {
            visit.bears(story::bears(self.package, name));
            let step = sheets.step(name);
            if let Some(step) = step.clone() {
                visit.enter(step);
            }
            let hidden = sheets.hidden_name(name);
            if let Some(hidden) = &hidden {
                visit.place(&hidden::HIDDEN_SHEET, Keep);
                visit.describe(hidden);
                visit.gathers();
            }
            let off = self.shown.borrow().is_off(self.package, name)
                && shown::speaks(self.archive, name, visit);
            if off {
                visit.place(&hidden::HIDDEN_TEXT, Keep);
            }
            let is_sheet = merged::is_sheet(self.package, name);
            sheets.merges(match is_sheet {
                true => Overlaid::read(self.archive, name, visit),
                false => Overlaid::default(),
            });
            sheets.bars(match is_sheet {
                true => Barred::read(self.archive, self.package, name, visit),
                false => Barred::default(),
            });
            let covered = match sort {
                _ if sort.ends_with("presentationml.slide+xml") => {
                    self.unseen.covered(self.archive, self.package, name, visit)
                }
                _ if parts::is_story(sort) => {
                    floats::read(self.archive, self.package, name, &self.unseen, visit)
                }
                _ if sort.ends_with("drawing+xml") && sort.contains("openxml") => {
                    bars::drawn(self.archive, self.package, name, &self.unseen, visit)
                }
                _ => Covered::default(),
            };
            let story =
                Story::new(self.package, self.facts, name, &mut sheets, &self.unseen, &self.shown);
            let story = story.covers(covered);
            let fate = match self.text_of_word(index, sort, visit)? {
                Some(bytes) => {
                    let hidden = self.unseen.hidden_styles();
                    let changes = accept::changes(&bytes, hidden, visit.limits());
                    let mut story = story.accepts(Some(changes));
                    self.held(index, table, &mut story, &bytes, visit)
                }
                None => self.filtered(index, table, &mut { story }, visit),
            };
            if hidden.is_some() || off {
                visit.end_text();
                visit.close();
            }
            if step.is_some() {
                visit.end_text();
                visit.leave();
            }
            fate
        });
        if fate.is_none() {
            sheets.lost(name);
            self.shown.borrow_mut().lost();
        }
        self.sheets = sheets;
        fate.unwrap_or(Fate::Kept)
    }

    fn filtered(
        &self,
        index: usize,
        table: &Table,
        part: &mut dyn rows::Part,
        visit: &mut Visit<'_>,
    ) -> Result<Fate, Reason> {
        let unpacked = visit.unpack(self.archive.unpack(index)?);
        let input = Box::new(BufReader::with_capacity(32 << 10, unpacked));
        let pieces = match rows::walk(input, NAMESPACES, table, part, visit) {
            Ok(None) => return Ok(Fate::Kept),
            Ok(Some(pieces)) => pieces,
            Err(Error::Encoding) => return self.recoded(index, table, part, visit),
            Err(error) => return Err(error.into()),
        };
        self.archive.splice(index, &pieces)
    }

    /// A part of Word with text in it, in UTF-8, where it is small enough to be held: what its
    /// tracked changes do has to be known before it is walked.
    fn text_of_word(
        &self,
        index: usize,
        sort: &str,
        visit: &Visit<'_>,
    ) -> Result<Option<Vec<u8>>, Reason> {
        let entry = self.archive.entries().get(index);
        let small = entry.is_some_and(|entry| entry.size <= visit.held());
        if !small || !parts::is_story(sort) {
            return Ok(None);
        }
        let bytes = visit.unpack(self.archive.unpack(index)?).whole()?;
        Ok(Some(xml::to_utf8_where_not(bytes).ok_or(Reason::Unknown)?))
    }

    /// Walks a part that is written in other characters; what changes is written in UTF-8.
    fn recoded(
        &self,
        index: usize,
        table: &Table,
        part: &mut dyn rows::Part,
        visit: &mut Visit<'_>,
    ) -> Result<Fate, Reason> {
        let bytes = visit.unpack(self.archive.unpack(index)?).whole()?;
        let text = xml::to_utf8(&bytes).ok_or(Reason::Unknown)?;
        self.held(index, table, part, &text, visit)
    }

    /// Walks a part that is held whole.
    fn held(
        &self,
        index: usize,
        table: &Table,
        part: &mut dyn rows::Part,
        text: &[u8],
        visit: &mut Visit<'_>,
    ) -> Result<Fate, Reason> {
        match rows::walk(Box::new(text), NAMESPACES, table, part, visit)? {
            None => Ok(Fate::Kept),
            Some(pieces) => {
                let copy = pieces.over(&text);
                let bytes = copy.bytes(0..copy.len(), visit.held())?;
                self.archive.splice(index, &Pieces::fresh(bytes))
            }
        }
    }
}
