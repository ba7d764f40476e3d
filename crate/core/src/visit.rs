//! One walk, run twice: what a format tells about a document, and what it is answered.
//!
//! Reading and writing call the same function of the format with the same document, and so make
//! the same calls in the same order. The first run numbers the places as they come; the second
//! answers by that number. What a format gets to see of the run is the answer, no more.

mod bytes;
mod grid;
mod parts;
mod text;

use std::rc::Rc;

use rustc_hash::FxHashSet;

use crate::budget::Budget;
use crate::clean::Hunt;
use crate::detect::Memory;
use crate::finding::{Certainty, Contribution, Gap, Location, Reason, Step};
use crate::kind::Kind;
use crate::limits::Limits;
use crate::plan::Decided;
use crate::policy::Watchlist;
use crate::seen::{Holder, Place, Seen, Tie};
use crate::source::{Pieces, Source};
use crate::{Options, Progress};
use grid::Grid;
pub(crate) use text::Reading;
use text::{Paragraph, Past, Stretch};

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
    /// The names that are open, for the places that stand in them.
    within: Option<Rc<[Holder]>>,
    paragraph: Paragraph,
    /// In which reading of it stands what comes.
    reading: Reading,
    grid: Grid,
    memory: Memory,
    /// Short texts that stood alone, and in which no detector saw anything: colours, languages and
    /// styles are told thousands of times over.
    dull: FxHashSet<Box<str>>,
    past: Vec<Past>,
    past_held: usize,
    documents: Vec<u32>,
    parts: Vec<u32>,
    /// How much was open where the document at hand begins.
    outer: usize,
    /// How many times over nothing can go; see [`Visit::fixed`].
    fixed: u32,
    /// How many times over a signature holds what is walked; see [`Visit::sealed`].
    sealed: u32,
    watchlist: Option<Rc<Watchlist>>,
    seen: Seen,
}

struct Open {
    holder: Holder,
    /// Where the place stands in what was seen; nothing for a name, or for what leaves.
    index: Option<usize>,
    /// Whether the copy will not have it as it is.
    leaves: bool,
    /// The place whose description gathers what is said here, though it does not stand in it.
    owner: Owner,
}

/// A place that may be described by what is found of it later; see [`Visit::follow_of`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Owner(Option<usize>);

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
            within: None,
            paragraph: Paragraph::default(),
            reading: Reading::Both,
            grid: Grid::default(),
            memory: Memory::default(),
            dull: FxHashSet::default(),
            past: Vec::new(),
            past_held: 0,
            documents: Vec::new(),
            parts: Vec::new(),
            outer: 0,
            fixed: 0,
            sealed: 0,
            watchlist,
            seen: Seen::default(),
        };
        let pieces = visit.walk(source);
        visit.look_again();
        visit.watch_raw(source);
        visit.seen.exhausted = visit.budget.exhausted();
        if visit.seen.exhausted && visit.seen.gaps.iter().all(|gap| gap.reason != Reason::Limit) {
            visit.seen.gaps.push(Gap { location: Location::default(), reason: Reason::Limit });
            visit.seen.has_gap = true;
        }
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

    /// Whether what bears a name will not be in the copy.
    pub fn goes(&self, tie: &Tie) -> bool {
        let holder = Holder::Tie(self.document_number(), tie.clone());
        self.answer(&holder) != Decision::Stay
    }

    /// Whether anything that bears a name of this sort will not be in the copy.
    pub fn goes_any(&self, sort: &'static str) -> bool {
        match &self.run {
            Run::Write(decided) => decided.goes_any(self.document_number(), sort),
            Run::Read | Run::Prove(_) => false,
        }
    }

    /// How many places were counted.
    pub fn counted(&self) -> u32 {
        self.seen.counted()
    }

    /// Counts places on from here. A format that walks what became of a part, and not the part,
    /// sets places apart so: what goes is not met a second time.
    pub fn count_from(&mut self, number: u32) {
        self.seen.count_from(number);
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

    /// Begins a table: its rows, and the cells of a row, follow. The first row of words names what
    /// stands in the cells below it.
    pub fn table(&mut self) {
        self.grid.begin();
    }

    /// Begins a row of the innermost table.
    pub fn row(&mut self) {
        self.grid.row();
    }

    /// Begins a cell of the row, in this column from 1 on, or the next.
    pub fn cell(&mut self, column: Option<u64>) {
        self.grid.cell(column);
    }

    /// Says over how many columns the cell goes.
    pub fn spans(&mut self, columns: u64) {
        self.grid.spans(columns);
    }

    /// Ends the innermost table.
    pub fn end_table(&mut self) {
        self.grid.end();
    }

    /// Says what names the texts that follow, as the label of a field does; nothing from now on.
    pub fn label(&mut self, label: Option<&str>) {
        self.end_text();
        self.grid.label(label);
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
                certainty: Certainty::Certain,
                reasons: Vec::new(),
                described: false,
                worded: false,
                gathers: None,
                location: self.location(),
                inside: self.innermost(),
                part: self.parts.last().copied(),
                documents: self.documents.clone().into(),
                within: self.within(),
            };
            if let Decision::Become(value) = &decision {
                self.seen.aside(value);
            }
            index = Some(self.seen.places.len());
            self.seen.places.push(place);
            if let Decision::Become(value) = &decision {
                self.fix(index, value);
            }
        }
        let leaves = decision != Decision::Stay;
        self.open.push(Open { holder, index, leaves, owner: Owner::default() });
        decision
    }

    /// How many places are open.
    pub fn open_places(&self) -> usize {
        let places = self.open.iter().filter(|open| matches!(open.holder, Holder::Place(_)));
        places.count()
    }

    /// Closes what was opened last by [`Visit::place`] or [`Visit::follow`].
    pub fn close(&mut self) {
        if self.open.pop().is_some_and(|open| matches!(open.holder, Holder::Tie(..))) {
            self.within = None;
        }
    }

    fn within(&mut self) -> Rc<[Holder]> {
        let open = &self.open;
        let names = || {
            let names = open.iter().map(|open| &open.holder);
            names.filter(|holder| matches!(holder, Holder::Tie(..))).cloned().collect()
        };
        self.within.get_or_insert_with(names).clone()
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

    /// Says how sure it is that the place that is open is of its kind: certain, unless said.
    pub fn sure(&mut self, certainty: Certainty) {
        if self.leaving() {
            return;
        }
        if let Some(place) = self.innermost().and_then(|index| self.seen.places.get_mut(index)) {
            place.certainty = certainty;
        }
    }

    /// Says of the place that is open what the page explains of it.
    pub fn because(&mut self, id: &'static str, detail: String) {
        if self.leaving() {
            return;
        }
        if let Some(place) = self.innermost().and_then(|index| self.seen.places.get_mut(index)) {
            place.reasons.push(Contribution { id, detail });
        }
    }

    /// Adds the beginning of all text in the place that is open to what describes it.
    pub fn gathers(&mut self) {
        if self.leaving() {
            return;
        }
        if let Some(place) = self.innermost().and_then(|index| self.seen.places.get_mut(index)) {
            place.gathers = Some(place.value.len());
            place.described = true;
            place.worded = true;
        }
    }

    /// Adds these words to what describes the place that is open, where it gathers them.
    pub fn gather(&mut self, text: &str) {
        /// Of a long text this much describes a place.
        const MOST: usize = 500;
        /// Of all that is found later, this much.
        const LATER: usize = 4000;
        if self.leaving() {
            return;
        }
        let most = if self.innermost().is_some() { MOST } else { LATER };
        if let Some(place) = self.owner().0.and_then(|index| self.seen.places.get_mut(index))
            && let Some(length) = place.gathers
            && place.value.len() < length.saturating_add(most)
        {
            if place.value.contains(text) {
                return;
            }
            if place.value.len() == length && is_plain_name(&place.value) {
                // What nobody gave a name is told by its words alone.
                place.value.clear();
                place.gathers = Some(0);
            } else if place.value.len() == length && length > 0 {
                place.value.push_str(": ");
            }
            let text = text.get(..text.floor_char_boundary(MOST)).unwrap_or_default();
            place.value.push_str(text);
            self.budget.keep(text.len());
        }
    }

    /// Adds words to what describes a place that was closed.
    pub(crate) fn describe_more(&mut self, owner: &Owner, words: &str) {
        const MOST: usize = 200;
        let place = owner.0.and_then(|index| self.seen.places.get_mut(index));
        if let Some(place) = place.filter(|place| place.value.len() < MOST)
            && !words.trim().is_empty()
        {
            place.gathers.get_or_insert(place.value.len());
            place.value.push(' ');
            place.value.push_str(words.trim());
        }
    }

    /// Parts what is gathered next from what was.
    pub(crate) fn gather_apart(&mut self) {
        if self.leaving() {
            return;
        }
        if let Some(place) = self.owner().0.and_then(|index| self.seen.places.get_mut(index))
            && place.gathers.is_some_and(|length| place.value.len() > length)
            && !place.value.ends_with(' ')
        {
            place.value.push(' ');
        }
    }

    /// Gives the place that is open a value of its own, where no text in it does.
    pub fn describe_blank(&mut self, value: &str) {
        let place = self.innermost().and_then(|index| self.seen.places.get(index));
        if place.is_some_and(|place| place.value.trim().is_empty()) {
            self.describe(value);
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
        self.count_aside(value);
        self.budget.keep(value.len());
        if self.detects() {
            let (location, reading) = (self.location(), Reading::Both);
            let stretch = Stretch { start: 0, inside: index, location, reading };
            self.detect(value, stretch, text::Names::All);
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
        let holders = self.holders();
        self.seen.needs.entry((self.document_number(), tie)).or_default().push(holders);
    }

    /// All that is open.
    fn holders(&self) -> Vec<Holder> {
        self.open.iter().map(|open| open.holder.clone()).collect()
    }

    /// Says that what is open mentions something: what bears that name goes with the last that
    /// mentions it, and holds none of them back.
    pub fn uses(&mut self, tie: Tie) {
        let holders = self.holders();
        self.seen.uses.entry((self.document_number(), tie)).or_default().push(holders);
    }

    /// Says that what bears a name goes with what is open, whatever else needs it.
    pub fn loosens(&mut self, tie: Tie) {
        let holders = self.holders();
        self.seen.loose.entry((self.document_number(), tie)).or_default().extend(holders);
    }

    /// Says that a name is mentioned by something that bears another name, and by nothing else.
    pub fn uses_within(&mut self, tie: Tie, within: Tie) {
        let document = self.document_number();
        let holder = Holder::Tie(document, within);
        self.seen.uses.entry((document, tie)).or_default().push(vec![holder]);
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
        self.open.push(Open { holder, index: None, leaves, owner: Owner::default() });
        self.within = None;
        decision
    }

    /// The place that is open, for what is found of it later.
    pub fn owner(&self) -> Owner {
        let own = self.open.get(self.outer..).unwrap_or_default();
        let gathers = || own.iter().rev().find_map(|open| open.owner.0);
        Owner(self.innermost().or_else(gathers))
    }

    /// Whether a place of the document at hand is open, be it one that leaves.
    pub fn holds(&self) -> bool {
        let own = self.open.get(self.outer..).unwrap_or_default();
        own.iter().any(|open| matches!(open.holder, Holder::Place(_)))
    }

    /// [`Visit::follow`], where what is said in it describes a place that was closed before.
    pub fn follow_of(&mut self, tie: Tie, owner: Owner) -> Decision {
        let decision = self.follow(tie);
        if decision == Decision::Stay
            && let Some(place) = owner.0.and_then(|index| self.seen.places.get_mut(index))
        {
            let length = place.value.len();
            place.gathers.get_or_insert(length);
            place.described = true;
            if let Some(open) = self.open.last_mut() {
                open.owner = owner;
            }
        }
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

    /// Says that what bears this name cannot go, and so nothing that needs it: what it covers would
    /// be seen.
    pub fn hold(&mut self, tie: Tie) {
        self.seen.held.insert((self.document_number(), tie));
    }

    /// Counts what is seen and not said, such as where a letter stands, for the comparison with
    /// the copy.
    pub fn compare(&mut self, bytes: &[u8]) {
        if !self.leaving() {
            self.seen.compare(bytes);
            if let Run::Prove(hunt) = &self.run
                && hunt.imprint().is_some()
            {
                self.seen.body(bytes);
            }
        }
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

    /// Says that something is not there that readers would be helped by. It is advice: it has no
    /// value, and there is nothing to decide.
    pub fn lacks(&mut self, kind: &'static Kind) {
        if self.leaving() {
            return;
        }
        let location = self.location();
        if self.budget.place() {
            self.seen.lacks.push((kind, location));
        }
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

    /// Walks a picture that is told about where it is shown.
    pub fn shown_elsewhere<T>(&mut self, walk: impl FnOnce(&mut Self) -> T) -> T {
        let known = self.seen.surfaces.len();
        let result = walk(self);
        self.seen.surfaces.truncate(known);
        result
    }

    /// Says that the document may only be edited when this kind is chosen to be removed:
    /// signatures, encryption.
    pub fn guard(&mut self, kind: &'static Kind) {
        let number = self.document_number();
        self.seen.guards.entry(number).or_default().push(kind);
    }

    fn document_number(&self) -> u32 {
        self.documents.last().copied().unwrap_or_default()
    }

    fn innermost(&self) -> Option<usize> {
        self.open.iter().rev().find_map(|open| open.index)
    }

    /// What becomes of it: it stays, as long as nobody has decided.
    fn answer(&self, holder: &Holder) -> Decision {
        match &self.run {
            Run::Write(decided) => decided.of(holder),
            Run::Read | Run::Prove(_) => Decision::Stay,
        }
    }

    /// Whether what is shown now will not be in the copy.
    pub(crate) fn leaving(&self) -> bool {
        self.open.iter().any(|open| open.leaves)
    }
}

/// Whether this is no more than what a format calls an element.
fn is_plain_name(name: &str) -> bool {
    let lower = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b':' | b'-');
    name == "-" || name.contains(':') && name.bytes().all(lower)
}
