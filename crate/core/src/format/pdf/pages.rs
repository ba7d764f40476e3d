//! The text of the pages, as it is drawn.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use lopdf::{Document, ObjectId};

use super::pictures::{self, State};
use super::redaction::Redaction;
use super::sights::Sights;
use super::tags::Tags;
use super::{again, graph, label, scans};
use crate::Progress;
use crate::Reason;
use crate::finding::{Certainty, Step};
use crate::kind::{hidden, redaction};
use crate::order::Gather;
use crate::seen::Tie;
use crate::syntax::pdf::cover::Sight;
use crate::syntax::pdf::filters::Budget;
use crate::syntax::pdf::layout;
use crate::syntax::pdf::lid::Lid;
use crate::syntax::pdf::loose::Sort;
use crate::syntax::pdf::normal::{Batches, Content, Shown};
use crate::syntax::pdf::patch::Patch;
use crate::syntax::pdf::reach::Page;
use crate::syntax::pdf::text::{self, Glyph, Marked, PageText};
use crate::visit::{Owner, Remedy, Visit};

/// How much of the pages is unpacked at once.
pub const BATCH: usize = 32 << 20;

/// More curves than this on a page without text may well be letters.
const DRAWN: usize = 200;

/// And so many on a page that says no more than its number or a watermark.
const OUTLINES: usize = 1000;
const NUMBER: usize = 20;

/// So many bars of a page are told one by one; what is under the others is told as one.
const BARS: usize = 200;

/// Places of a page are counted in a block of their own: first what may go, and from the middle on
/// what a copy is found to hold.
const BLOCK: u32 = 8000;

/// The places of all content that no page draws are counted in a block as well.
const LOOSE: u32 = 200_000;

/// Tells what the pages of a document say; of a copy that is being made, with what was taken out.
/// What other content says goes with its object, if that is `hung` on something.
pub fn walk(
    document: &Document,
    pages: &[Page],
    redaction: Option<&Redaction>,
    hung: &BTreeMap<ObjectId, Owner>,
    visit: &mut Visit<'_>,
) {
    let first = visit.counted();
    let block = |page: usize| {
        let page = u32::try_from(page).unwrap_or(u32::MAX);
        first.saturating_add(page.saturating_mul(BLOCK))
    };
    let end = block(pages.len());
    let strings = Strings::new(document);
    let depth = usize::try_from(visit.limits().pdf_depth).unwrap_or(usize::MAX);
    let mut tags = Tags::new(document, depth);
    let mut budget = Budget { left: visit.left(), held: visit.held() };
    let mut patched = Budget { left: visit.left(), held: visit.held() };
    let mut looked = scans::Looked::new(visit);
    let mut batches = Batches::new(document, pages, BATCH, visit.limits().pdf_operations);
    let (mut told, mut whole, mut lost) = (0, true, 0_u32);
    let mut shown = String::new();
    let (mut sights, mut patterns) = (Sights::default(), BTreeSet::new());
    while let Some(batch) = batches.next(&mut budget) {
        let numbers = batch.pages.clone();
        let last = numbers.iter().rfind(|last| last.loose.is_none()).map(|last| last.page);
        match text::read(batch) {
            Some(texts) => {
                for (number, mut text) in texts {
                    let unread = scans::unread(&mut text, document, &mut looked);
                    patterns.extend(text.patterns.iter().copied());
                    let content = number.loose.map(|content| used(content, &patterns, document));
                    let undrawn = content.is_some_and(|content| content.sort == Sort::Lost);
                    sights.note(number, &text, undrawn && whole);
                    if let Some(content) = content {
                        let half = if visit.writes() { LOOSE / 2 } else { 0 };
                        visit.count_from(end.saturating_add(half).saturating_add(lost));
                        match hung.get(&content.id) {
                            Some(owner) => {
                                visit.follow_of(graph::object(content.id), *owner);
                                loose(content, &text, false, visit);
                                visit.close();
                            }
                            None => loose(content, &text, whole, visit),
                        }
                        lost = visit.counted().saturating_sub(end.saturating_add(half));
                        continue;
                    }
                    let middle = if visit.writes() || !number.shown { BLOCK / 2 } else { 0 };
                    visit.count_from(block(number.page).saturating_add(middle));
                    if redaction.is_some_and(|redaction| !redaction.agrees(number, &text)) {
                        gap(number.page, Reason::Damaged, visit);
                    }
                    if number.shown {
                        shown = plain(&text);
                        if let Some(page) = pages.get(number.page) {
                            tags.note(number.page, page.id, &text);
                        }
                    } else if number.hidden && says_more(&text, &shown) {
                        hidden(number, text, visit);
                        continue;
                    }
                    strings.note(number.page, &text);
                    let under = Under::of(&text, document, &mut patched);
                    page(number, &text, &Under { scan: unread, ..under }, &strings, visit);
                }
            }
            None => {
                whole = false;
                numbers.into_iter().for_each(|number| match number.loose {
                    None if number.shown => gap(number.page, Reason::Damaged, visit),
                    None => {}
                    Some(content) => gap_of(content.id, Reason::Damaged, visit),
                });
            }
        }
        for (number, reason) in batches.gaps.drain(..) {
            whole = false;
            gap(number, reason, visit);
        }
        for (id, reason) in batches.lost.drain(..) {
            whole = false;
            gap_of(id, reason, visit);
        }
        told = last.unwrap_or(told);
        visit.progress(Progress { unit: "page", done: told as u64, total: pages.len() as u64 });
    }
    for (number, reason) in batches.gaps.drain(..) {
        gap(number, reason, visit);
    }
    for (id, reason) in batches.lost.drain(..) {
        gap_of(id, reason, visit);
    }
    let end = end.saturating_add(LOOSE);
    visit.count_from(end.saturating_add(if visit.writes() { LOOSE / 2 } else { 0 }));
    sights.tell(document, pages.len(), whole, visit);
    strings.tell_said(visit);
    tags.tell(whole, visit);
    visit.count_from(end.saturating_add(LOOSE));
}

/// Content that no page is; a pattern that no page uses is lost.
fn used(content: Content, patterns: &BTreeSet<u32>, document: &Document) -> Content {
    let stream = document.objects.get(&content.id).and_then(|object| object.as_stream().ok());
    let pattern = stream.is_some_and(|stream| stream.dict.has(b"PatternType"));
    let lost = pattern && !patterns.contains(&content.id.0);
    Content { sort: if lost { Sort::Lost } else { content.sort }, ..content }
}

/// So many pieces of text that is not seen are told one by one.
const UNSEEN: usize = 400;

fn gap(number: usize, reason: Reason, visit: &mut Visit<'_>) {
    visit.enter(step(number));
    visit.gap(reason);
    visit.leave();
}

fn gap_of(id: ObjectId, reason: Reason, visit: &mut Visit<'_>) {
    visit.enter(Step::Object(u64::from(id.0)));
    visit.gap(reason);
    visit.leave();
}

/// What content says that no page is. Only where all pages were read it is known that nothing
/// draws it.
fn loose(of: Content, content: &PageText, whole: bool, visit: &mut Visit<'_>) {
    visit.enter(Step::Object(u64::from(of.id.0)));
    let paragraphs = layout::text(content.glyphs.iter());
    if of.sort == Sort::Lost && whole {
        let said = paragraphs.join("\n");
        if !said.trim().is_empty() {
            // What it draws would then be drawn by nothing.
            visit.place(&hidden::HIDDEN_TEXT, if of.draws { Remedy::Keep } else { Remedy::Ask });
            visit.needs(lost(of.id));
            visit.set_value(said.trim());
            visit.close();
        }
    } else {
        for paragraph in paragraphs {
            if of.sort == Sort::Mask && paragraph.contains(char::is_alphanumeric) {
                perhaps(&paragraph, visit);
                continue;
            }
            visit.text(&paragraph);
            visit.end_text();
        }
    }
    for spoken in content.spoken.iter().chain(&content.aside) {
        visit.text(spoken);
        visit.end_text();
    }
    // Whose letters are not known here may say anything.
    let silent = of.says && content.glyphs.is_empty();
    if content.unread > 0 || content.unmapped || silent {
        visit.gap(Reason::Unknown);
    }
    if content.cut {
        visit.gap(Reason::Limit);
    }
    visit.leave();
}

/// Tells text that may be hidden.
fn perhaps(paragraph: &str, visit: &mut Visit<'_>) {
    visit.place(&hidden::HIDDEN_TEXT, Remedy::Keep);
    visit.sure(Certainty::Possible);
    visit.set_value(paragraph.trim());
    visit.close();
}

/// Fewer letters are the mark in a box.
const LEAST: usize = 3;

/// Whether it says more than the mark in a box that the page does not show. What annotations show
/// comes in pieces, each of which may stand on the page.
fn says_more(page: &PageText, shown: &str) -> bool {
    let letters: Vec<char> = plain(page).chars().collect();
    if letters.len() > LOOKED && letters.len().saturating_mul(shown.len()) > LETTERS {
        return true;
    }
    let (mut at, mut more) = (0_usize, 0_usize);
    while at < letters.len() && more < LEAST {
        let rest = letters.get(at..).unwrap_or_default();
        let mut piece = String::new();
        let known = rest.iter().take_while(|letter| {
            piece.push(**letter);
            shown.contains(piece.as_str())
        });
        let known = known.count();
        more = more.saturating_add(if known < LEAST { 1 } else { 0 });
        at = at.saturating_add(if known < LEAST { 1 } else { known });
    }
    more >= LEAST
}

/// So many letters of it are looked for in any page, and more of them in so many letters together;
/// what goes beyond that is told.
const LOOKED: usize = 1000;
const LETTERS: usize = 20_000_000;

/// The letters of a page.
fn plain(page: &PageText) -> String {
    let texts = page.glyphs.iter().filter_map(|glyph| glyph.text.as_deref());
    texts.flat_map(str::chars).filter(|letter| letter.is_alphanumeric()).collect()
}

/// What annotations say that are hidden, and the page does not say besides.
fn hidden(number: Shown, mut page: PageText, visit: &mut Visit<'_>) {
    page.glyphs.iter_mut().for_each(|glyph| glyph.sight = Sight::Unseen);
    self::page(number, &page, &Under::default(), &Strings::new(&Document::new()), visit);
}

/// The step to a page.
pub fn step(number: usize) -> Step {
    Step::Page((number as u64).saturating_add(1))
}

/// The bars of a page under which text can be read, as stretches of its glyphs.
pub fn bars(page: &PageText) -> Vec<Range<usize>> {
    let mut runs = page.covered();
    if let (Some(last), Some(most)) = (runs.last().map(|last| last.end), runs.get_mut(BARS)) {
        most.end = last;
        runs.truncate(BARS.saturating_add(1));
    }
    runs
}

/// The name of what stands under a bar.
pub fn bar(page: usize, index: usize) -> Tie {
    Tie::new("bar", &format!("{page} {index}"))
}

/// The name of a mark that asks for something to be taken out.
pub fn mark((number, generation): ObjectId) -> Tie {
    Tie::new("mark", &format!("{number} {generation}"))
}

/// The name of a piece of text that a page does not show.
pub fn veiled(page: usize, index: usize) -> Tie {
    Tie::new("veiled", &format!("{page} {index}"))
}

/// The name of content that nothing draws.
pub fn lost((number, generation): ObjectId) -> Tie {
    Tie::new("lost", &format!("{number} {generation}"))
}

/// The pieces of text that nobody sees, each with its glyphs and the spaces between them.
pub fn unseen(page: &PageText) -> Vec<(String, BTreeSet<usize>)> {
    let indices = page.glyphs.iter().enumerate().filter(|(_, glyph)| glyph.sight == Sight::Unseen);
    let indices: Vec<usize> = indices.map(|(index, _)| index).collect();
    if indices.is_empty() {
        return Vec::new();
    }
    let glyphs = indices.iter().filter_map(|index| page.glyphs.get(*index));
    let blank = |index: &usize| page.glyphs.get(*index).is_some_and(Glyph::is_blank);
    let mut pieces: Vec<(String, BTreeSet<usize>)> = Vec::new();
    for (text, runs) in layout::pieces(glyphs) {
        let mut own = BTreeSet::new();
        for run in runs {
            let run = indices.get(run).unwrap_or_default();
            let ends = run.first().zip(run.last());
            own.extend(ends.into_iter().flat_map(|(first, last)| *first..=*last).filter(blank));
            own.extend(run);
        }
        match pieces.get_mut(UNSEEN) {
            Some((rest, all)) => {
                rest.push('\n');
                rest.push_str(&text);
                all.append(&mut own);
            }
            None => pieces.push((text, own)),
        }
    }
    pieces
}

/// What is under a bar.
pub fn under(page: &PageText, bar: Range<usize>) -> String {
    let glyphs = page.glyphs.get(bar).unwrap_or_default();
    words(glyphs.iter().filter(|glyph| glyph.sight == Sight::Covered))
}

/// The name of what a picture shows under bars.
pub fn patch(page: usize, index: usize) -> Tie {
    Tie::new("bar", &format!("{page} picture {index}"))
}

/// What pictures show under bars, and in what was marked.
#[derive(Default)]
struct Under {
    bars: Vec<State>,
    /// For each mark, whether all can be taken out.
    marks: Vec<bool>,
    /// Whether they show writing that the page does not say.
    scan: bool,
}

impl Under {
    fn of(page: &PageText, document: &Document, budget: &mut Budget) -> Self {
        let mut state = |patch: &Patch| pictures::state(patch, document, budget);
        let bars = page.patches.iter().take(BARS).map(&mut state).collect();
        let mut able = |mark: &Marked| {
            mark.patches.len() <= BARS
                && mark.patches.iter().all(|patch| !matches!(state(patch), State::Unable(_)))
        };
        let marks = page.marked.iter().take(BARS).map(&mut able).collect();
        Self { bars, marks, scan: false }
    }

    /// Why of a scan it is not known what it shows under bars, if so.
    fn unread(&self, page: &PageText) -> bool {
        let scans = page.patches.iter().zip(&self.bars).filter(|(patch, _)| patch.scan);
        page.patches.len() > BARS || scans.into_iter().any(|(_, state)| *state != State::Blank)
    }

    /// Whether a picture stays as it is under a bar.
    fn unable(&self) -> bool {
        self.bars.iter().any(|state| matches!(state, State::Unable(_)))
    }
}

/// Tells what can be read under bars, and what was marked to be taken out and was not.
fn redactions(
    number: usize,
    page: &PageText,
    of_pictures: &Under,
    strings: &Strings<'_>,
    visit: &mut Visit<'_>,
) {
    for (index, run) in bars(page).into_iter().enumerate() {
        let words = under(page, run.clone());
        if label::is_label(&words) {
            visit.value(&hidden::HIDDEN_TEXT, Remedy::Keep, &words);
            continue;
        }
        // Where a scan shows it as well and keeps that, this would be half the work.
        let scanned = || page.scanned.iter().filter(|glyph| run.contains(glyph));
        let stays =
            |index: &usize| !page.glyphs.get(*index).is_some_and(|glyph| page.patched(glyph));
        let half = scanned().any(|index| of_pictures.unable() || stays(index));
        let lids = page.lids.iter().filter(|(_, lid)| lid.glyphs.range(run.clone()).any(|_| true));
        let opened = follow(lids.map(|(of, _)| *of), page, half, visit);
        visit.place(&redaction::BAD_REDACTION, if half { Remedy::Keep } else { Remedy::Ask });
        visit.needs(bar(number, index));
        let mut doubted = page.lids.iter().filter(|(of, _)| page.doubted.contains(of));
        let covered = |index: &usize| {
            page.glyphs.get(*index).is_some_and(|glyph| glyph.sight == Sight::Covered)
        };
        let all = |lid: &Lid| run.clone().filter(covered).all(|one| lid.glyphs.contains(&one));
        if doubted.any(|(_, lid)| all(lid)) {
            visit.sure(Certainty::Possible);
        }
        visit.set_value(&words);
        strings.tell(&words, visit);
        visit.close();
        (0..opened).for_each(|_| visit.close());
    }
    for (index, (patch, state)) in page.patches.iter().zip(&of_pictures.bars).enumerate() {
        let of: BTreeSet<u32> = patch.covers.iter().filter_map(|cover| cover.of).into_set();
        let remedy = match state {
            State::Blank => continue,
            State::Shows => Remedy::Ask,
            State::Unable(_) if patch.whole => Remedy::Keep,
            // What is under the bar was not looked at: that is a gap, told below.
            State::Unable(_) => {
                follow(of.into_iter(), page, true, visit);
                continue;
            }
        };
        let opened = follow(of.into_iter(), page, remedy == Remedy::Keep, visit);
        visit.place(&redaction::BAD_REDACTION, remedy);
        visit.needs(self::patch(number, index));
        if patch.drawing {
            visit.sure(Certainty::Possible);
        }
        visit.describe(&format!("/Image ({})", patch.covers.len()));
        visit.close();
        (0..opened).for_each(|_| visit.close());
    }
    for hidden in page.inked.iter().take(BARS) {
        follow(hidden.of.into_iter(), page, true, visit);
        visit.place(&redaction::BAD_REDACTION, Remedy::Keep);
        if !hidden.sure {
            visit.sure(Certainty::Possible);
        }
        visit.describe("/Path");
        visit.close();
    }
    let (off, away) = (("OC", page.inked_off), ("CropBox", page.inked_away));
    for (step, count) in [off, away].into_iter().filter(|(_, count)| *count > 0) {
        visit.enter(Step::Property(step.into()));
        visit.place(&hidden::HIDDEN_PICTURE, Remedy::Keep);
        if step != "OC" {
            // What is made for more than the page reaches beyond it.
            visit.sure(Certainty::Possible);
        }
        visit.describe(&format!("/Path ({count})"));
        visit.close();
        visit.leave();
    }
    for (index, Marked { mark: remark, glyphs, .. }) in page.marked.iter().take(BARS).enumerate() {
        visit.enter(Step::Comment(remark.number));
        let words = words(glyphs.iter().filter_map(|index| page.glyphs.get(*index)));
        // What curves draw there stays.
        let able = of_pictures.marks.get(index) == Some(&true) && page.curves <= DRAWN;
        let remedy = if able && remark.id.is_some() { Remedy::Ask } else { Remedy::Keep };
        visit.place(&redaction::UNAPPLIED_REDACTION, remedy);
        if let Some(id) = remark.id {
            visit.needs(mark(id));
        }
        if words.is_empty() {
            visit.describe("/Redact");
        } else {
            visit.set_value(&words);
            strings.tell(&words, visit);
        }
        visit.close();
        visit.leave();
    }
}

/// Opens the names of the annotations that these objects draw for: what they hide goes with them.
/// Where it cannot, they cannot go either. Tells how many are open.
fn follow(
    of: impl Iterator<Item = u32>,
    page: &PageText,
    hold: bool,
    visit: &mut Visit<'_>,
) -> usize {
    let owners = of.filter_map(|of| page.owners.get(&of)).flatten();
    let ties: BTreeSet<Tie> = owners.flat_map(graph::ties).into_set();
    if hold {
        ties.into_iter().for_each(|tie| visit.hold(tie));
        return 0;
    }
    let opened = ties.len();
    for tie in ties {
        visit.follow(tie);
    }
    opened
}

/// The texts that stand in a document beside what its pages show.
struct Strings<'a> {
    document: &'a Document,
    all: OnceCell<Vec<again::Text>>,
    /// What is said in other words on each page.
    said: RefCell<Vec<(usize, String)>>,
    /// What is searched for.
    words: RefCell<BTreeSet<String>>,
    /// How many texts may still be looked into.
    left: Cell<usize>,
    /// Whether some were not.
    cut: Cell<bool>,
}

/// So many texts are looked into, for all bars together.
const LOOKS: usize = 50_000_000;

impl<'a> Strings<'a> {
    fn new(document: &'a Document) -> Self {
        Self {
            document,
            all: OnceCell::new(),
            said: RefCell::default(),
            words: RefCell::default(),
            left: Cell::new(LOOKS),
            cut: Cell::new(false),
        }
    }

    fn note(&self, number: usize, page: &PageText) {
        let otherwise = page.otherwise.iter().map(|(said, _)| said);
        let said = page.spoken.iter().chain(otherwise).chain(&page.aside);
        let mut all = self.said.borrow_mut();
        let left = again::MOST.saturating_sub(all.len());
        let mut said = said.map(|said| (number, said.clone()));
        all.extend(said.by_ref().take(left));
        self.cut.set(self.cut.get() || said.next().is_some());
    }

    /// Tells where words stand once more.
    fn tell(&self, words: &str, visit: &mut Visit<'_>) {
        let Some(words) = again::phrase(words) else { return };
        let all = self.all.get_or_init(|| again::strings(self.document));
        self.cut.set(self.cut.get() || all.len() >= again::MOST);
        if !self.has(all.len()) {
            visit.gap(Reason::Limit);
            return;
        }
        let pieces = again::pieces(&words);
        for text in all.iter().filter(|text| text.repeats(&words, &pieces)).take(COPIES) {
            again(Step::Object(u64::from(text.object)), &text.text, visit);
        }
        self.words.borrow_mut().insert(words);
    }

    /// Whether so many texts more may be looked into.
    fn has(&self, texts: usize) -> bool {
        let left = self.left.get().checked_sub(texts);
        self.left.set(left.unwrap_or(self.left.get()));
        left.is_some()
    }

    /// Tells where the pages say them in place of other words.
    fn tell_said(&self, visit: &mut Visit<'_>) {
        let words = self.words.borrow();
        let said = self.said.borrow();
        let mut told: Vec<&(usize, String)> = Vec::new();
        let mut cut = self.cut.get() && !words.is_empty();
        for said in said.iter() {
            if told.len() >= COPIES {
                break;
            }
            if !self.has(words.len()) {
                cut = true;
                break;
            }
            if words.iter().any(|one| said.1.contains(one)) && !told.contains(&said) {
                told.push(said);
                again(step(said.0), &said.1, visit);
            }
        }
        if cut {
            visit.gap(Reason::Limit);
        }
    }
}

fn again(step: Step, text: &str, visit: &mut Visit<'_>) {
    visit.enter(step);
    visit.place(&redaction::REPEATED_REDACTION, Remedy::Keep);
    visit.describe(text);
    visit.close();
    visit.leave();
}

/// So many copies of what stands under a bar are told.
const COPIES: usize = 20;

/// What these glyphs say, as one text.
pub fn words<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> String {
    layout::text(glyphs).join("\n").trim().to_owned()
}

fn page(
    number: Shown,
    page: &PageText,
    under: &Under,
    strings: &Strings<'_>,
    visit: &mut Visit<'_>,
) {
    visit.enter(step(number.page));
    for paragraph in layout::paragraphs(page, Sight::Seen) {
        visit.text(&paragraph);
        visit.end_text();
    }
    redactions(number.page, page, under, strings, visit);
    let wide = page.lids.iter().filter(|(_, lid)| lid.wide);
    follow(wide.map(|(of, _)| *of), page, true, visit);
    let unseen = unseen(page);
    // What annotations show at another time is theirs.
    let remedy = |fixed: bool| if number.shown && !fixed { Remedy::Ask } else { Remedy::Keep };
    for (index, (paragraph, glyphs)) in unseen.iter().enumerate() {
        visit.place(&hidden::HIDDEN_TEXT, remedy(!page.fixed.is_disjoint(glyphs)));
        if number.shown {
            visit.needs(veiled(number.page, index));
        }
        visit.set_value(paragraph.trim());
        visit.close();
    }
    for (spoken, of) in page.unspoken.iter().filter(|(spoken, _)| !spoken.trim().is_empty()) {
        let covered = page.glyphs.get(of.clone()).unwrap_or_default();
        let covered = covered.iter().any(|glyph| glyph.sight == Sight::Covered);
        let fixed = page.fixed.range(of.clone()).any(|_| true);
        visit.place(&hidden::HIDDEN_TEXT, remedy(covered || fixed));
        for (index, (_, glyphs)) in unseen.iter().enumerate() {
            if number.shown && glyphs.range(of.clone()).any(|_| true) {
                visit.needs(veiled(number.page, index));
            }
        }
        visit.set_value(spoken.trim());
        visit.close();
    }
    for (spoken, sure) in &page.otherwise {
        visit.place(&hidden::HIDDEN_TEXT, Remedy::Keep);
        visit.sure(if *sure { Certainty::Likely } else { Certainty::Possible });
        visit.set_value(spoken.trim());
        visit.close();
    }
    let perhaps = page.perhaps.iter().filter_map(|index| page.glyphs.get(*index));
    for paragraph in layout::text(perhaps).iter().take(UNSEEN) {
        self::perhaps(paragraph, visit);
    }
    for spoken in &page.spoken {
        visit.text(spoken);
        visit.end_text();
    }
    page.aside.iter().for_each(|said| visit.aside(said));
    for glyph in &page.glyphs {
        // In tenths of a point, so that the smallest of roundings makes no difference.
        for measure in [glyph.x, glyph.y, glyph.width, glyph.size] {
            visit.compare(&((measure * 10.0).round() as i64).to_le_bytes());
        }
    }
    let texts = page.glyphs.iter().filter_map(|glyph| glyph.text.as_ref());
    let said = texts.filter(|text| !text.trim().is_empty()).count();
    let says = said > 0;
    if page.unread > 0 || page.unmapped {
        visit.gap(Reason::Unknown);
    }
    if page.cut {
        visit.gap(Reason::Limit);
    }
    if !number.shown {
        visit.leave();
        return;
    }
    let outlines = said <= NUMBER && page.curves > OUTLINES;
    let unsaid = !says && (page.pictures > 0 || page.curves > DRAWN);
    let drawn = page.unread == 0 && (unsaid || outlines);
    let bars = page.patches.iter().zip(&under.bars);
    // A picture that stands in content and is all under a bar was told as that.
    let told = |patch: &Patch| patch.whole && patch.drawn.image.is_none();
    let unable = bars.into_iter().find_map(|(patch, state)| match state {
        State::Unable(reason) if !told(patch) => Some(*reason),
        _ => None,
    });
    if drawn || under.scan || says && under.unread(page) || unable.is_some() {
        visit.gap(unable.unwrap_or(Reason::Picture));
    } else if page.pictures > 0 {
        visit.surface();
    }
    visit.leave();
}
