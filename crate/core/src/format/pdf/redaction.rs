//! Takes what stands under bars, and text that nobody sees, out of a document.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::pages::{self, BATCH};
use super::pictures::{self, Pictures};
use super::{again, label, scans, sights};
use crate::Reason;
use crate::order::Gather;
use crate::syntax::pdf::cover::Sight;
use crate::syntax::pdf::drawn::Mark;
use crate::syntax::pdf::filters::{self, Budget};
use crate::syntax::pdf::normal::{self, Batches, Shown};
use crate::syntax::pdf::patch::{Drawn, Patch};
use crate::syntax::pdf::reach::Page;
use crate::syntax::pdf::strings;
use crate::syntax::pdf::takeout::{self, Cut, Lists, STEP};
use crate::syntax::pdf::text::{self, PageText};
use crate::visit::Visit;

/// What has to be taken out.
#[derive(Debug, Default)]
pub struct Redaction {
    /// For each stream, what goes of which operators.
    cuts: BTreeMap<u32, BTreeMap<u32, Cut>>,
    /// What goes of each operator of a form: it may be drawn more than once.
    of_forms: BTreeMap<(u32, u32), Vec<bool>>,
    /// The marks that are carried out, by page.
    marks: BTreeMap<usize, Vec<Mark>>,
    /// What each page has to look like, where something goes.
    left: BTreeMap<usize, Vec<Left>>,
    /// What goes of pictures.
    pictures: Pictures,
    /// What must stand nowhere else.
    phrases: BTreeSet<String>,
    /// The pieces by which addresses repeat it.
    pieces: Vec<Vec<u8>>,
    /// The content that nothing draws.
    lost: BTreeSet<ObjectId>,
    failed: bool,
}

/// A glyph that stays.
#[derive(Debug)]
struct Left {
    text: Option<String>,
    seen: bool,
    x: f64,
    y: f64,
    /// Whether the content of the page shows it, and no remark.
    own: bool,
    /// The direction of its base line.
    along: (f64, f64),
    /// How far it may have moved on, in points: gaps before it were widened.
    slack: f64,
}

/// Finds what has to be taken out, in the document as it was read; nothing where nothing has to.
pub fn find(document: &Document, pages: &[Page], visit: &Visit<'_>) -> Option<Redaction> {
    if !["bar", "mark", "veiled", "lost"].iter().any(|sort| visit.goes_any(sort)) {
        return None;
    }
    let mut redaction = Redaction::default();
    let mut budget = Budget { left: visit.left(), held: visit.held() };
    let mut looked = scans::Looked::new(visit);
    let mut batches = Batches::new(document, pages, BATCH, visit.limits().pdf_operations);
    batches.tagged = true;
    while let Some(batch) = batches.next(&mut budget) {
        match text::read(batch) {
            Some(texts) => {
                for (number, mut page) in texts {
                    scans::unread(&mut page, document, &mut looked);
                    redaction.page(number, pages, &page, visit);
                }
            }
            None => redaction.failed = true,
        }
    }
    for (id, object) in &document.objects {
        if object.as_stream().is_ok() && visit.goes(&sights::tie(*id)) {
            let drawn = Drawn { image: Some(*id), operator: None, place: None, size: (0, 0) };
            redaction.pictures.whole(*id, sights::whole(0, drawn));
        }
        if visit.goes(&pages::lost(*id)) {
            redaction.lost.insert(*id);
        }
    }
    redaction.pieces = redaction.phrases.iter().flat_map(|one| again::pieces(one)).collect();
    Some(redaction)
}

impl Redaction {
    fn page(&mut self, number: Shown, pages: &[Page], page: &PageText, visit: &Visit<'_>) {
        let mut goes = vec![false; page.glyphs.len()];
        let mut take = |index: usize| {
            if let Some(goes) = goes.get_mut(index) {
                *goes = true;
            }
        };
        let mut pictures: Vec<Patch> = Vec::new();
        if number.shown {
            let patches = page.patches.iter().enumerate();
            let patches =
                patches.filter(|(index, _)| visit.goes(&pages::patch(number.page, *index)));
            pictures.extend(patches.map(|(_, patch)| patch.clone()));
            for (index, run) in pages::bars(page).into_iter().enumerate() {
                let words = pages::under(page, run.clone());
                if label::is_label(&words) || !visit.goes(&pages::bar(number.page, index)) {
                    continue;
                }
                self.phrases.extend(again::phrase(&words));
                for index in run {
                    let glyph = page.glyphs.get(index);
                    let covered = glyph
                        .is_some_and(|glyph| glyph.is_blank() || glyph.sight == Sight::Covered);
                    if covered {
                        take(index);
                    }
                }
            }
            for (index, (_, glyphs)) in pages::unseen(page).into_iter().enumerate() {
                if visit.goes(&pages::veiled(number.page, index)) {
                    glyphs.into_iter().for_each(&mut take);
                }
            }
            for text::Marked { mark, glyphs, patches } in &page.marked {
                let Some(id) = mark.id else { continue };
                if !visit.goes(&pages::mark(id)) {
                    continue;
                }
                let words = glyphs.iter().filter_map(|index| page.glyphs.get(*index));
                self.phrases.extend(again::phrase(&pages::words(words)));
                glyphs.iter().for_each(|index| take(*index));
                self.marks.entry(number.page).or_default().push(mark.clone());
                pictures.extend(patches.iter().cloned());
            }
        }
        let drawn = page.drawn.iter().enumerate();
        let unseen =
            drawn.filter(|(_, drawn)| drawn.image.is_some_and(|id| visit.goes(&sights::tie(id))));
        pictures.extend(unseen.map(|(index, drawn)| sights::whole(index, *drawn)));
        self.pictures.page(&page.drawn, &pictures);
        let of_page = pages.get(number.page).map(|page| page.id.0);
        self.cut(&goes, page, of_page);
        if goes.contains(&true) {
            let slack = slack(page, &goes);
            let glyphs = page.glyphs.iter().zip(&page.shown).zip(goes.iter().zip(slack));
            let left = glyphs.filter(|(_, (goes, _))| !**goes);
            let left = left.map(|((glyph, shows), (_, slack))| Left {
                text: glyph.text.clone(),
                seen: glyph.sight == Sight::Seen,
                x: glyph.x,
                y: glyph.y,
                own: shows.is_some_and(|shows| Some(shows.stream) == of_page),
                along: glyph.along,
                slack,
            });
            self.left.insert(number.page, left.collect());
        }
    }

    /// Notes what goes of each operator of a page.
    fn cut(&mut self, goes: &[bool], page: &PageText, of_page: Option<u32>) {
        self.failed |= goes.contains(&true) && page.shown.len() != page.glyphs.len();
        let mut index = 0_usize;
        while let Some(shows) = page.shown.get(index) {
            let start = index;
            let same = |other: &Option<text::Shows>| match (other, shows) {
                (Some(other), Some(shows)) => other.time == shows.time,
                (None, None) => true,
                _ => false,
            };
            let rest = page.shown.get(start..).unwrap_or_default();
            index = start.saturating_add(rest.iter().take_while(|one| same(one)).count().max(1));
            let own = goes.get(start..index).unwrap_or_default();
            let Some(shows) = shows else {
                self.failed |= own.contains(&true);
                continue;
            };
            let key = (shows.stream, shows.operator);
            if Some(shows.stream) != of_page {
                let known = self.of_forms.entry(key).or_insert_with(|| own.to_vec());
                self.failed |= known.as_slice() != own;
            }
            if own.contains(&true) {
                let cut = measured(page, start..index, own, shows.em);
                self.failed |= cut.is_none();
                let cuts = self.cuts.entry(shows.stream).or_default();
                cuts.insert(shows.operator, cut.unwrap_or_default());
            }
        }
    }

    /// Whether a page is what is left when all that has to go is gone, but for remarks.
    pub fn agrees(&self, number: Shown, page: &PageText) -> bool {
        let Some(left) = self.left.get(&number.page).filter(|_| number.shown) else { return true };
        let mut glyphs = page.glyphs.iter().peekable();
        for left in left {
            let same = glyphs.next_if(|glyph| {
                let (x, y) = (glyph.x - left.x, glyph.y - left.y);
                let (right, up) = left.along;
                let on = x * right + y * up;
                let near = (y * right - x * up).abs() < OFF && on > -OFF && on < left.slack + OFF;
                let shown = !left.seen || glyph.sight == Sight::Seen;
                near && shown && left.text == glyph.text
            });
            if same.is_none() && left.own {
                return false;
            }
        }
        glyphs.next().is_none()
    }

    /// Takes it out of a document.
    ///
    /// # Errors
    /// Says so where it cannot be taken out without harm to the rest.
    pub fn apply(
        &self,
        document: &mut Document,
        pages: &[Page],
        budget: &mut Budget,
    ) -> Result<(), Reason> {
        if self.failed {
            return Err(Reason::Unknown);
        }
        for id in &self.lost {
            match document.objects.get_mut(id) {
                Some(Object::Stream(stream)) => pack(stream, b""),
                Some(Object::Dictionary(page)) => {
                    page.remove(b"Contents");
                }
                _ => return Err(Reason::Damaged),
            }
        }
        let renamed = self.pictures.apply(document, budget)?;
        let of_pages: BTreeSet<u32> = pages.iter().map(|page| page.id.0).into_set();
        for (number, page) in pages.iter().enumerate() {
            let marks = self.marks.get(&number);
            let own = page.id.0;
            let same = marks.is_none()
                && !self.cuts.contains_key(&own)
                && !renamed.streams().contains(&own);
            if same && self.phrases.is_empty() {
                continue;
            }
            let node = document.get_dictionary(page.id).map_err(|_| Reason::Damaged)?;
            let (content, _) = normal::joined(node, document, budget)?;
            let resources = pictures::of_page(page, document);
            let Some(content) = self
                .written(page.id.0, &content, resources, document)?
                .or((!same).then_some(content))
            else {
                continue;
            };
            let (content, resources) =
                renamed.content(page.id.0, content, resources, document).ok_or(Reason::Unknown)?;
            let content = match marks {
                Some(marks) => covered(content, marks).ok_or(Reason::Unknown)?,
                None => content,
            };
            put(document, page.id, &content, resources);
        }
        let forms: BTreeSet<u32> = self.cuts.keys().copied().chain(renamed.streams()).into_set();
        let forms: BTreeSet<ObjectId> = forms
            .iter()
            .filter(|number| !of_pages.contains(number))
            .map(|number| document.objects.keys().find(|id| id.0 == *number).copied())
            .collect::<Option<_>>()
            .ok_or(Reason::Damaged)?;
        let others = document.objects.iter().filter(|(_, object)| {
            !self.phrases.is_empty()
                && object.as_stream().is_ok_and(|form| normal::is_form(form, document))
        });
        let others: Vec<ObjectId> =
            others.map(|(id, _)| *id).filter(|id| !forms.contains(id)).collect();
        for (id, same) in
            forms.iter().map(|id| (*id, false)).chain(others.into_iter().map(|id| (id, true)))
        {
            let number = &id.0;
            let Some(Object::Stream(stream)) = document.objects.get(&id) else {
                return Err(Reason::Damaged);
            };
            let content = filters::unpack(stream, document, budget)?.bytes;
            let resources = pictures::of_form(stream, document);
            let Some(content) = self
                .written(*number, &content, resources, document)?
                .or((!same).then_some(content))
            else {
                continue;
            };
            let (content, resources) =
                renamed.content(*number, content, resources, document).ok_or(Reason::Unknown)?;
            if let Some(Object::Stream(stream)) = document.objects.get_mut(&id) {
                if let Some(resources) = resources {
                    stream.dict.set("Resources", resources);
                }
                pack(stream, &content);
            }
        }
        Ok(())
    }

    /// A content without what has to go of it; nothing where all of it stays.
    fn written(
        &self,
        stream: u32,
        content: &[u8],
        resources: Option<&Dictionary>,
        document: &Document,
    ) -> Result<Option<Vec<u8>>, Reason> {
        let lists = Lists::new(resources, document);
        let cut = match self.cuts.get(&stream) {
            Some(cuts) => Some(takeout::without(content, cuts, &lists).ok_or(Reason::Unknown)?),
            None => None,
        };
        let goes = |said: &[u8]| self.without(&strings::decode(said)).is_some();
        let says = !self.phrases.is_empty();
        let unsaid =
            says.then(|| takeout::unsaid(cut.as_deref().unwrap_or(content), &lists, &goes));
        Ok(unsaid.flatten().or(cut))
    }

    /// An address without what was taken out of the pages, if it repeats that.
    pub fn without_address(&self, address: &[u8]) -> Option<Vec<u8>> {
        again::without_pieces(address, &self.pieces)
    }

    /// A name without what was taken out of the pages, if it repeats that.
    pub fn without_name(&self, name: &[u8]) -> Option<Vec<u8>> {
        let left = self.without(&strings::decode(name))?;
        Some(left.replace(again::GAP, "[...]").into_bytes())
    }

    /// A text without what was taken out of the pages, if it repeats that.
    pub fn without(&self, text: &str) -> Option<String> {
        let mut left = text.to_owned();
        for phrase in &self.phrases {
            left = left.replace(phrase.as_str(), again::GAP);
        }
        (left != text).then_some(left)
    }
}

/// A glyph that is further off, in points, is not where it was.
const OFF: f64 = 0.15;

/// What goes of one operator, with where its glyphs are.
fn measured(page: &PageText, range: std::ops::Range<usize>, goes: &[bool], em: f64) -> Option<Cut> {
    let glyphs = page.glyphs.get(range.clone())?;
    let first = glyphs.first()?;
    if em <= 0.0 {
        // Letters without breadth leave no gap.
        let at = vec![0.0; goes.len()];
        return (!goes.contains(&false)).then(|| Cut { goes: goes.to_vec(), at, end: None, em });
    }
    let along = |glyph: &text::Glyph| {
        let (right, up) = (glyph.x - first.x, glyph.y - first.y);
        (right * first.along.0 + up * first.along.1) / em * 1000.0
    };
    let next = page.glyphs.get(range.end).zip(page.shown.get(range.end).copied().flatten());
    let of = page.shown.get(range.start).copied().flatten()?;
    let next = next.filter(|(_, shows)| shows.stream == of.stream);
    let at = glyphs.iter().map(along).collect();
    let end = next.map(|(glyph, _)| along(glyph));
    Some(Cut { goes: goes.to_vec(), at, end, em })
}

/// How far each glyph may move on because gaps before it on its line become wider.
fn slack(page: &PageText, goes: &[bool]) -> Vec<f64> {
    // Where each gap starts, and how large the letters are there.
    let mut gaps: Vec<(&text::Glyph, f64)> = Vec::new();
    let mut before = false;
    let mut all = Vec::with_capacity(goes.len());
    for ((glyph, shows), goes) in page.glyphs.iter().zip(&page.shown).zip(goes) {
        let em = shows.map_or(0.0, |shows| shows.em);
        match gaps.last_mut() {
            // The letters of a gap may be of more than one size.
            Some((_, size)) if *goes && before => *size = size.max(em),
            _ if *goes => gaps.push((glyph, em)),
            _ => {}
        }
        before = *goes;
        let on_line = |gap: &&(&text::Glyph, f64)| {
            let (x, y) = (glyph.x - gap.0.x, glyph.y - gap.0.y);
            let (right, up) = glyph.along;
            (y * right - x * up).abs() < glyph.size && x * right + y * up > 0.0
        };
        let more = gaps.iter().rev().take(GAPS).filter(on_line).map(|(_, em)| em * STEP / 1000.0);
        all.push(more.sum());
    }
    all
}

/// No more gaps of a line are counted.
const GAPS: usize = 50;

/// A content with bars drawn over all that was marked.
fn covered(content: Vec<u8>, marks: &[Mark]) -> Option<Vec<u8>> {
    if !takeout::is_balanced(&content) {
        return None;
    }
    let mut new = b"q\n".to_vec();
    new.extend_from_slice(&content);
    new.extend_from_slice(b"\nQ\n/Artifact BMC\nq 0 g\n");
    for corners in marks.iter().flat_map(|mark| &mark.corners) {
        for (index, corner) in corners.iter().enumerate() {
            let draw = if index == 0 { "m" } else { "l" };
            let (x, y) = (corner.x as f32, corner.y as f32);
            new.extend_from_slice(format!("{x} {y} {draw} ").as_bytes());
        }
        new.extend_from_slice(b"h f\n");
    }
    new.extend_from_slice(b"Q\nEMC\n");
    Some(new)
}

/// Gives a page this content.
fn put(document: &mut Document, page: ObjectId, content: &[u8], resources: Option<Dictionary>) {
    let mut stream = Stream::new(Dictionary::new(), Vec::new());
    pack(&mut stream, content);
    let last = document.objects.keys().map(|(number, _)| *number).max().unwrap_or(0);
    let id = (last.saturating_add(1), 0);
    document.objects.insert(id, Object::Stream(stream));
    if let Some(Object::Dictionary(node)) = document.objects.get_mut(&page) {
        node.set("Contents", Object::Reference(id));
        if let Some(resources) = resources {
            node.set("Resources", resources);
        }
    }
}

fn pack(stream: &mut Stream, content: &[u8]) {
    for key in [b"DecodeParms".as_slice(), b"DL", b"F", b"DP"] {
        stream.dict.remove(key);
    }
    stream.dict.set("Filter", "FlateDecode");
    stream.content = filters::deflate(content);
    stream.dict.set("Length", stream.content.len() as i64);
}
