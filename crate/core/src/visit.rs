//! One walk, run twice: what a format tells about a document, and what it is answered.
//!
//! Reading and writing call the same function of the format with the same document, and so make
//! the same calls in the same order. The first run numbers the places as they come; the second
//! answers by that number. What a format gets to see of the run is the answer, no more.

use std::io;
use std::ops::Range;
use std::rc::Rc;

use crate::budget::{Budget, Unpacked};
use crate::clean::Hunt;
use crate::detect::{self, Memory, Surroundings};
use crate::finding::{Gap, Location, Reason, Step};
use crate::format;
use crate::kind::Kind;
use crate::kind::personal::OWN_NAME;
use crate::limits::Limits;
use crate::plan::Decided;
use crate::policy::Watchlist;
use crate::search::{self, Look};
use crate::seen::{Hit, Holder, Place, Seen, Tie};
use crate::source::{Pieces, Source};
use crate::{Options, Progress};

/// What cleaning does at a place.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Remedy {
    /// It goes, with all in it.
    Drop,
    /// It stays, without identity.
    Neutral,
    /// A person chooses.
    Ask,
    /// It stays.
    Keep,
}

/// What becomes of a place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Decision {
    /// It stays as it is.
    Stay,
    /// It goes, with all in it.
    Go,
    /// Its value becomes this.
    Become(Rc<str>),
}

/// What a run is for.
#[derive(Clone)]
pub(crate) enum Run<'a> {
    /// To see what there is.
    Read,
    /// To write what is left.
    Write(&'a Decided),
    /// To see that a copy holds what it should, and nothing that was removed.
    Prove(Rc<Hunt>),
}

/// What a format tells about a document, and asks about its places.
pub struct Visit<'a> {
    run: Run<'a>,
    options: &'a Options,
    budget: Rc<Budget>,
    location: Vec<Step>,
    here: Option<Location>,
    open: Vec<Open>,
    paragraph: Paragraph,
    memory: Memory,
    documents: Vec<u32>,
    parts: Vec<u32>,
    /// How many times over nothing can go; see [`Visit::fixed`].
    fixed: u32,
    watchlist: Option<Rc<Watchlist>>,
    seen: Seen,
}

struct Open {
    holder: Holder,
    /// Where the place stands in what was seen; nothing for a name, or for what leaves.
    index: Option<usize>,
    /// Whether the copy will not have it as it is.
    leaves: bool,
}

/// The text at hand, in stretches that stand in one place each.
#[derive(Default)]
struct Paragraph {
    text: String,
    stretches: Vec<Stretch>,
    label: Option<Rc<str>>,
    /// What starts before this was looked into already.
    from: usize,
}

/// A stretch of text, up to the next.
struct Stretch {
    start: usize,
    inside: Option<usize>,
    location: Location,
}

impl<'a> Visit<'a> {
    /// Walks a document, and tells what was seen and what is left of it.
    pub(crate) fn run(
        source: &dyn Source,
        options: &'a Options,
        run: Run<'a>,
    ) -> (Seen, Option<Pieces>) {
        let watchlist = match run {
            Run::Write(_) => None,
            Run::Read | Run::Prove(_) => Watchlist::of(&options.policy).map(Rc::new),
        };
        let mut visit = Self {
            run,
            options,
            budget: Rc::new(Budget::new(&options.limits, source.len())),
            location: Vec::new(),
            here: None,
            open: Vec::new(),
            paragraph: Paragraph::default(),
            memory: Memory::default(),
            documents: Vec::new(),
            parts: Vec::new(),
            fixed: 0,
            watchlist,
            seen: Seen::default(),
        };
        let pieces = visit.walk(source);
        visit.watch_raw(source);
        visit.seen.exhausted = visit.budget.exhausted();
        (visit.seen, pieces)
    }

    /// The limits that hold.
    pub fn limits(&self) -> &'a Limits {
        &self.options.limits
    }

    /// What the person and the host asked for.
    pub fn options(&self) -> &'a Options {
        self.options
    }

    /// Whether this run makes a copy. Only for work that reading can do without, such as
    /// writing the bytes of a copy; the calls must be the same in both runs.
    pub fn writes(&self) -> bool {
        matches!(self.run, Run::Write(_))
    }

    /// Whether a document of this run is itself the copy of another, being proven.
    pub fn proves(&self) -> bool {
        matches!(self.run, Run::Prove(_))
    }

    /// Whether anything at all is decided otherwise than to stay, in the document that is open
    /// or in one within it. A format that writes its copy afresh leaves all alone where not.
    pub fn changes(&self) -> bool {
        match &self.run {
            Run::Write(decided) => decided.changes(self.document_number()),
            Run::Read | Run::Prove(_) => false,
        }
    }

    /// Says how far the walk is.
    pub fn progress(&self, progress: Progress) {
        if let Some(watch) = &self.options.watch {
            watch.progress(progress);
        }
    }

    /// Opens a step of the location: until [`Visit::leave`], all stands there.
    pub fn enter(&mut self, step: Step) {
        self.location.push(step);
        self.here = None;
    }

    /// Leaves the innermost step of the location.
    pub fn leave(&mut self) {
        self.location.pop();
        self.here = None;
    }

    /// Replaces the innermost step of the location: the next paragraph, say.
    pub fn step(&mut self, step: Step) {
        self.leave();
        self.enter(step);
    }

    /// Where the walk is.
    pub fn location(&mut self) -> Location {
        match &self.here {
            Some(here) => here.clone(),
            None => {
                let here: Location = self.location.clone().into();
                self.here = Some(here.clone());
                here
            }
        }
    }

    /// Opens a place: all until [`Visit::close`] stands in it, and goes when it goes. Its value
    /// is the text in it, unless [`Visit::describe`] says otherwise.
    pub fn place(&mut self, kind: &'static Kind, remedy: Remedy) -> Decision {
        let remedy = if self.fixed > 0 { Remedy::Keep } else { remedy };
        let number = self.seen.count_place();
        let holder = Holder::Place(number);
        let decision = self.answer(&holder);
        let stays = decision != Decision::Go && !self.leaving() && self.budget.place();
        let mut index = None;
        if stays {
            let place = Place {
                number,
                kind,
                remedy,
                value: String::new(),
                described: false,
                worded: false,
                location: self.location(),
                inside: self.innermost(),
                part: self.parts.last().copied(),
                documents: self.documents.clone().into(),
            };
            if let Decision::Become(value) = &decision {
                self.seen.words(value);
            }
            index = Some(self.seen.places.len());
            self.seen.places.push(place);
            if let Decision::Become(value) = &decision {
                self.fix(index, value);
            }
        }
        let leaves = decision != Decision::Stay;
        self.open.push(Open { holder, index, leaves });
        decision
    }

    /// Closes what was opened last by [`Visit::place`] or [`Visit::follow`].
    pub fn close(&mut self) {
        self.open.pop();
    }

    /// Gives the place that is open a value of its own, where text in it does not: the size of a
    /// picture, say. It is shown, and never searched for.
    pub fn describe(&mut self, value: &str) {
        if self.leaving() {
            return;
        }
        if let Some(place) = self.innermost().and_then(|index| self.seen.places.get_mut(index)) {
            place.value.clear();
            place.value.push_str(value);
            place.described = true;
            place.worded = true;
        }
    }

    /// A place that is one value: an attribute, a property. Detectors look into it as well.
    pub fn value(&mut self, kind: &'static Kind, remedy: Remedy, value: &str) -> Decision {
        let decision = self.place(kind, remedy);
        if decision == Decision::Stay {
            self.set_value(value);
        }
        self.close();
        decision
    }

    /// Gives the place that is open its value, and lets the detectors look into it.
    pub fn set_value(&mut self, value: &str) {
        if self.leaving() {
            return;
        }
        let index = self.innermost();
        self.fix(index, value);
        self.seen.words(value);
        self.budget.keep(value.len());
        if self.detects() {
            let stretch = Stretch { start: 0, inside: index, location: self.location() };
            self.detect(value, stretch);
        }
    }

    fn fix(&mut self, index: Option<usize>, value: &str) {
        if let Some(place) = index.and_then(|index| self.seen.places.get_mut(index)) {
            place.value.clear();
            place.value.push_str(value);
            place.described = true;
        }
    }

    /// Says that the place that is open needs all that bears this name.
    pub fn needs(&mut self, tie: Tie) {
        let holders = self.open.iter().map(|open| open.holder.clone()).collect();
        self.seen.needs.entry((self.document_number(), tie)).or_default().push(holders);
    }

    /// Opens what bears a name, and goes when nothing is left that needs it. It may well come
    /// before those that do: an anchor stands before its comment.
    pub fn follow(&mut self, tie: Tie) -> Decision {
        let document = self.document_number();
        let holder = Holder::Tie(document, tie.clone());
        let decision = self.answer(&holder);
        if decision == Decision::Stay && !self.leaving() {
            self.seen.follows.push(tie.0);
        }
        if let Some(part) = self.parts.last() {
            self.seen.borne.entry((document, tie)).or_default().insert(*part);
        }
        let leaves = decision != Decision::Stay;
        self.open.push(Open { holder, index: None, leaves });
        decision
    }

    /// Says which sorts of names the part at hand may bear: if it cannot be read to its end,
    /// nothing that needs such a name can go.
    pub fn bears(&mut self, sorts: &[&'static str]) {
        let document = self.document_number();
        if let Some(part) = self.parts.last() {
            self.seen
                .may_bear
                .entry(*part)
                .or_default()
                .extend(sorts.iter().map(|sort| (document, *sort)));
        }
    }

    /// Shows a piece of text that somebody wrote. Pieces that follow each other are one text,
    /// until [`Visit::end_text`].
    pub fn text(&mut self, text: &str) {
        if text.is_empty() || self.leaving() {
            return;
        }
        let index = self.innermost();
        if let Some(place) = index.and_then(|index| self.seen.places.get_mut(index))
            && !place.described
        {
            place.value.push_str(text);
            self.budget.keep(text.len());
        }
        self.seen.words(text);
        if self.detects() {
            let location = self.location();
            let goes_on = self.paragraph.stretches.last().is_some_and(|last| {
                last.inside == index
                    && (Rc::ptr_eq(&last.location, &location) || last.location == location)
            });
            if !goes_on {
                let start = self.paragraph.text.len();
                self.paragraph.stretches.push(Stretch { start, inside: index, location });
            }
            self.paragraph.text.push_str(text);
            self.halve_text();
        }
    }

    /// Shows a text that stands on its own in the middle of another: the tip of a link, say.
    pub fn aside(&mut self, text: &str) {
        if text.is_empty() || self.leaving() {
            return;
        }
        self.seen.words(text);
        if self.detects() {
            let (location, inside) = (self.location(), self.innermost());
            let stretch = Stretch { start: 0, inside, location };
            self.detect(text, stretch);
        }
    }

    /// Counts what is seen and not said, such as where a letter stands, for the comparison with
    /// the copy.
    pub fn compare(&mut self, bytes: &[u8]) {
        if !self.leaving() {
            self.seen.compare(bytes);
        }
    }

    /// Ends a text: a paragraph, a cell, a line. Detectors look into it as a whole.
    pub fn end_text(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if !paragraph.text.is_empty() {
            self.look_into(&paragraph, usize::MAX);
        }
    }

    /// Says what stands before the next text: the header of its column, the label of its field.
    pub fn label(&mut self, label: &str) {
        self.paragraph.label = Some(label.into());
    }

    /// Says that something could not be read. In what leaves, the copy has no gap.
    pub fn gap(&mut self, reason: Reason) {
        if self.leaving() {
            return;
        }
        let location = self.location();
        if self.budget.place() {
            self.seen.gaps.push(Gap { location, reason });
        }
        self.seen.has_gap = true;
    }

    /// Says that here stands a picture, in which text may be seen that was not read.
    pub fn surface(&mut self) {
        if self.leaving() {
            return;
        }
        let location = self.location();
        if self.budget.place() {
            self.seen.surfaces.push(location);
        }
    }

    /// Says that the document may only be edited when this kind is chosen to be removed:
    /// signatures, encryption.
    pub fn guard(&mut self, kind: &'static Kind) {
        let number = self.document_number();
        self.seen.guards.entry(number).or_default().push(kind);
    }

    /// Walks a part. What cannot be read of it is a gap, and then nothing in it can go.
    pub fn part<T>(
        &mut self,
        step: Step,
        walk: impl FnOnce(&mut Self) -> Result<T, Reason>,
    ) -> Option<T> {
        let number = self.seen.count_part();
        self.enter(step);
        self.parts.push(number);
        let open = self.open.len();
        let told = self.seen.hits.len();
        let hunted = match &self.run {
            Run::Prove(hunt) => Some((hunt.clone(), hunt.so_far())),
            Run::Read | Run::Write(_) => None,
        };
        self.memory.part();
        let result = walk(self);
        self.end_text();
        self.memory.part();
        self.tell_names(told);
        self.open.truncate(open);
        let result = match result {
            Ok(value) => Some(value),
            Err(reason) => {
                if let Some((hunt, so_far)) = hunted {
                    hunt.excuse(so_far);
                }
                self.gap(reason);
                self.seen.unread_parts.insert(number);
                None
            }
        };
        self.parts.pop();
        self.leave();
        result
    }

    /// Walks a document within the document: an attachment, a picture, a member of an archive.
    /// Gives what is left of it, where it can be read; nothing where it stays as it is because
    /// it cannot, which is then a gap.
    pub fn document(&mut self, step: Step, source: &dyn Source) -> Option<Pieces> {
        self.part(step, |visit| {
            let depth = visit.documents.len() as u64;
            if depth > visit.limits().nesting {
                return Err(Reason::Limit);
            }
            let format = format::detect(source).ok_or(Reason::Unknown)?;
            visit.number_document();
            let open = visit.location.len();
            let result = format.walk(source, visit);
            visit.end_text();
            visit.location.truncate(open);
            visit.here = None;
            visit.documents.pop();
            result
        })
    }

    /// Walks what can be read and not written: nothing that is found in it can go.
    pub fn fixed<T>(&mut self, walk: impl FnOnce(&mut Self) -> T) -> T {
        self.fixed = self.fixed.saturating_add(1);
        let result = walk(self);
        self.fixed = self.fixed.saturating_sub(1);
        result
    }

    /// A reader that counts what comes out of it, whatever its header promised.
    pub fn unpack<R: io::Read>(&self, reader: R) -> Unpacked<R> {
        Unpacked::new(reader, self.budget.clone(), self.lookers())
    }

    /// A reader for a part that stays closed: it counts what comes out of it, and does not search
    /// it. What stands in there is a gap, and so is what it may have in common with the rest.
    pub fn unpack_closed<R: io::Read>(&self, reader: R) -> Unpacked<R> {
        Unpacked::new(reader, self.budget.clone(), Vec::new())
    }

    /// Says that these characters are the format's own: the name of an element, say. A removed
    /// value that is such a word by chance is no failure.
    pub fn known(&self, word: &str) {
        if let Run::Prove(hunt) = &self.run {
            hunt.keep(word);
        }
    }

    /// Searches bytes that came out of [`Visit::unpack_closed`] and turned out to be readable.
    pub fn search(&self, bytes: &[u8]) {
        for who in self.lookers() {
            who.look(bytes);
        }
    }

    /// Says that these bytes were unpacked by a library: they count, and are searched.
    ///
    /// # Errors
    /// Fails when the budget is spent.
    pub fn unpacked(&self, bytes: &[u8]) -> Result<(), Reason> {
        for who in self.lookers() {
            who.look(bytes);
        }
        self.budget.spend(bytes.len() as u64)
    }

    /// How much may still be unpacked.
    pub fn left(&self) -> u64 {
        self.budget.left()
    }

    /// How much of one part may be held at once.
    pub fn held(&self) -> u64 {
        self.budget.held()
    }

    /// Counts an entry of an archive.
    ///
    /// # Errors
    /// Fails when there are too many.
    pub fn entry(&self) -> Result<(), Reason> {
        self.budget.entry()
    }

    /// Says that this range of the outermost document is compressed or a picture: there the raw
    /// bytes tell nothing.
    pub fn packed(&mut self, range: Range<u64>) {
        if self.documents.len() == 1 {
            self.seen.packed.push(range);
        }
    }

    /// Who looks at decoded bytes in this run.
    fn lookers(&self) -> Vec<Rc<dyn Look>> {
        let mut who: Vec<Rc<dyn Look>> = Vec::new();
        if let Run::Prove(hunt) = &self.run {
            who.push(hunt.clone());
        }
        if let Some(watchlist) = &self.watchlist {
            who.push(watchlist.clone());
        }
        who
    }

    /// Tells of the own names that stood in bytes, where no text since has told of them.
    fn tell_names(&mut self, since: usize) {
        let Some(watchlist) = self.watchlist.clone() else { return };
        for name in watchlist.in_bytes() {
            let told = self.seen.hits.iter().skip(since).any(|hit| {
                hit.kind == &OWN_NAME && hit.value.to_lowercase() == name.to_lowercase()
            });
            if !told && self.budget.place() {
                let location = self.location();
                self.seen.hits.push(Hit::in_bytes(&OWN_NAME, name, location));
            }
        }
    }

    /// Looks for own names in bytes that no format claims.
    fn watch_raw(&mut self, source: &dyn Source) {
        let Some(watchlist) = self.watchlist.clone() else { return };
        let who: Rc<dyn Look> = watchlist;
        if search::raw(&who, source, &self.seen.packed).is_err() {
            self.gap(Reason::Damaged);
        }
        self.tell_names(0);
    }

    fn walk(&mut self, source: &dyn Source) -> Option<Pieces> {
        let Some(format) = format::detect(source) else {
            self.seen.unread = Some(format::unread(source));
            self.gap(format::unread(source));
            return None;
        };
        self.seen.format = Some(format.name(source));
        self.number_document();
        let result = format.walk(source, self);
        self.end_text();
        self.location.clear();
        self.here = None;
        match result {
            Ok(pieces) => Some(pieces),
            Err(reason) => {
                self.gap(reason);
                self.seen.unread = Some(reason);
                None
            }
        }
    }

    fn number_document(&mut self) {
        let number = self.seen.documents;
        self.seen.documents = number.saturating_add(1);
        self.documents.push(number);
    }

    fn document_number(&self) -> u32 {
        self.documents.last().copied().unwrap_or_default()
    }

    fn innermost(&self) -> Option<usize> {
        self.open.iter().rev().find_map(|open| open.index)
    }

    fn detects(&self) -> bool {
        !self.writes()
    }

    /// What becomes of it: it stays, as long as nobody has decided.
    fn answer(&self, holder: &Holder) -> Decision {
        match &self.run {
            Run::Write(decided) => decided.of(holder),
            Run::Read | Run::Prove(_) => Decision::Stay,
        }
    }

    /// Whether what is shown now will not be in the copy.
    fn leaving(&self) -> bool {
        self.open.iter().any(|open| open.leaves)
    }

    /// A text that grows too long is looked into in two goes, which overlap, so that nothing is
    /// cut in two; what starts in the first half of the overlap is told by the first.
    fn halve_text(&mut self) {
        const OVERLAP: usize = 1024;
        let most = usize::try_from(self.limits().paragraph).unwrap_or(usize::MAX);
        if self.paragraph.text.len() <= most.max(OVERLAP.saturating_mul(2)) {
            return;
        }
        let paragraph = std::mem::take(&mut self.paragraph);
        let text = &paragraph.text;
        let start = text.floor_char_boundary(text.len().saturating_sub(OVERLAP));
        let middle = text.floor_char_boundary(text.len().saturating_sub(OVERLAP / 2));
        self.look_into(&paragraph, middle);
        let last = paragraph.stretches.partition_point(|stretch| stretch.start <= start);
        let stretches = paragraph.stretches.iter().skip(last.saturating_sub(1));
        self.paragraph = Paragraph {
            text: text.get(start..).unwrap_or_default().to_owned(),
            stretches: stretches
                .map(|stretch| Stretch {
                    start: stretch.start.saturating_sub(start),
                    inside: stretch.inside,
                    location: stretch.location.clone(),
                })
                .collect(),
            label: paragraph.label,
            from: middle.saturating_sub(start),
        };
    }

    /// Looks for what starts in a text before `upto`.
    fn look_into(&mut self, paragraph: &Paragraph, upto: usize) {
        // Kept apart while it is lent; the half of a long text has its beginning with it.
        let mut memory = std::mem::take(&mut self.memory);
        if paragraph.from > 0 {
            memory.part();
        }
        let around = Surroundings { label: paragraph.label.as_deref(), memory: Some(&memory) };
        let hits = detect::detect(&paragraph.text, &around);
        memory.learn(&paragraph.text, &hits);
        self.memory = memory;
        self.keep(&paragraph.text, hits, &paragraph.stretches, paragraph.from..upto);
    }

    /// Looks into a text that stands on its own.
    fn detect(&mut self, text: &str, stretch: Stretch) {
        let around = Surroundings { label: None, memory: None };
        let hits = detect::detect(text, &around);
        self.keep(text, hits, &[stretch], 0..usize::MAX);
    }

    /// Keeps what detectors saw that starts within `starts`.
    fn keep(
        &mut self,
        text: &str,
        mut hits: Vec<detect::Hit>,
        stretches: &[Stretch],
        starts: Range<usize>,
    ) {
        if let Run::Prove(hunt) = &self.run {
            hunt.keep(text);
        }
        if let Some(watchlist) = &self.watchlist {
            hits.extend(watchlist.in_text(text));
            hits.sort_by_key(|hit| (hit.range.start, hit.range.end));
        }
        let ranges: Vec<_> = hits.iter().map(|hit| hit.range.clone()).collect();
        let longest = crate::finding::longest(&ranges);
        for hit in hits.into_iter().filter(|hit| starts.contains(&hit.range.start)) {
            if !self.budget.place() {
                self.seen.has_gap = true;
                break;
            }
            let stretch = stretches.partition_point(|stretch| stretch.start <= hit.range.start);
            let Some(stretch) = stretch.checked_sub(1).and_then(|index| stretches.get(index))
            else {
                continue;
            };
            self.seen.hits.push(Hit {
                kind: hit.kind,
                certainty: hit.certainty,
                value: text.get(hit.range.clone()).unwrap_or_default().into(),
                context: crate::finding::Context::around(text, &hit.range, &ranges, longest),
                reasons: hit.reasons,
                location: stretch.location.clone(),
                inside: stretch.inside,
            });
        }
    }
}
