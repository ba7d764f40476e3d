//! Makes a copy without what the plan removes, and proves it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::changes::Changes;
use crate::error::{Error, NotClean};
use crate::finding::Reason;
use crate::kind::Severity;
use crate::plan::{Decided as Plans, Plan};
use crate::report::Report;
use crate::seen::Seen;
use crate::source::{Pieces, Source};
use crate::visit::{Run, Visit};
use crate::{Options, encodings};

pub(crate) use crate::plan::Decided;

/// A copy that was proven, and what it says.
#[derive(Debug)]
pub struct Cleaned {
    /// The copy, as ranges of the document and new bytes.
    pub pieces: Pieces,
    /// The report on the copy.
    pub report: Report,
    /// What was removed, made neutral and kept.
    pub changes: Changes,
}

/// Makes a copy without what the plan removes, and proves it.
///
/// # Errors
/// There is no copy of a document that cannot be read, that is signed or encrypted where nobody
/// agreed to lose that, or whose copy does not hold just what it should.
pub fn clean(
    name: &str,
    source: &dyn Source,
    plan: &Plan,
    options: &Options,
) -> Result<Cleaned, Error> {
    let (seen, _) = Visit::run(source, options, Run::Read);
    // A copy takes less of the budget, so a walk of it would get further than we did, and find
    // what nobody has decided about.
    if seen.exhausted {
        return Err(Error::Unreadable(Reason::Limit));
    }
    if let Some(reason) = seen.unread {
        return Err(Error::Unreadable(reason));
    }
    if let Some(guards) = seen.guards.get(&0)
        && let Some(kind) = guards.iter().find(|kind| !plan.removes(kind.id))
    {
        return Err(if kind.id == "signature" { Error::Signed } else { Error::Encrypted });
    }
    let decided = plan.decide(&seen);
    let (left, pieces) = Visit::run(source, options, Run::Write(&decided));
    let pieces = pieces.ok_or(Error::Unreadable(left.unread.unwrap_or(Reason::Damaged)))?;
    let hunt = Rc::new(Hunt::of(&seen, &decided));
    let copy = pieces.over(source);
    let (proof, _) = Visit::run(&copy, options, Run::Prove(hunt.clone()));
    hunt.look_raw(&copy, &proof).map_err(|_| Error::Unreadable(Reason::Damaged))?;
    let kinds = hunt.left();
    let part = proof.differs(&left);
    if !kinds.is_empty() || part.is_some() {
        return Err(Error::NotClean(NotClean { kinds, part: part.unwrap_or_default() }));
    }
    let report = Report::of(name, &copy, &proof, options);
    let changes = Changes::of(&seen, &decided, &hunt);
    Ok(Cleaned { pieces, report, changes })
}

/// The removed values, searched for in every byte of the copy: a second look that does not trust
/// the walk.
#[derive(Default)]
pub(crate) struct Hunt {
    search: Option<AhoCorasick>,
    /// The value that each pattern is a form of.
    value_of: Vec<usize>,
    values: Vec<Wanted>,
    longest: usize,
    found: RefCell<BTreeSet<usize>>,
    kept: RefCell<BTreeSet<usize>>,
}

struct Wanted {
    kind: &'static str,
    value: String,
}

/// Shorter values occur by chance.
const LEAST_LETTERS: usize = 5;
/// Of a long value this much is searched for.
const MOST_LETTERS: usize = 64;

impl Hunt {
    fn of(seen: &Seen, decided: &Plans) -> Self {
        let mut values: Vec<Wanted> = Vec::new();
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for (index, place) in seen.places.iter().enumerate() {
            let letters = place.value.chars().filter(|letter| letter.is_alphanumeric()).count();
            if place.kind.severity >= Severity::Medium
                && letters >= LEAST_LETTERS
                && place.searched()
                && decided.removes(seen, index)
                && known.insert(&place.value)
            {
                let value = place.value.trim().chars().take(MOST_LETTERS).collect();
                values.push(Wanted { kind: place.kind.id, value });
            }
        }
        let mut patterns = Vec::new();
        let mut value_of = Vec::new();
        for (index, wanted) in values.iter().enumerate() {
            for form in encodings::forms(&wanted.value) {
                patterns.push(form);
                value_of.push(index);
            }
        }
        let longest = patterns.iter().map(Vec::len).max().unwrap_or(0);
        let search = (!patterns.is_empty())
            .then(|| AhoCorasick::builder().match_kind(MatchKind::Standard).build(&patterns).ok())
            .flatten();
        Self { search, value_of, values, longest, ..Self::default() }
    }

    /// Searches bytes that were decoded from the copy.
    pub(crate) fn look(&self, bytes: &[u8]) {
        self.mark(bytes, &self.found);
    }

    /// Notes which of the values stand in a text that the copy shows: those are no failure.
    pub(crate) fn keep(&self, text: &str) {
        self.mark(text.as_bytes(), &self.kept);
    }

    fn mark(&self, bytes: &[u8], into: &RefCell<BTreeSet<usize>>) {
        let Some(search) = &self.search else { return };
        for found in search.find_overlapping_iter(bytes) {
            if let Some(value) = self.value_of.get(found.pattern().as_usize()) {
                into.borrow_mut().insert(*value);
            }
        }
    }

    /// Searches the bytes of the copy itself, but for those in which raw bytes tell nothing.
    fn look_raw(
        self: &Rc<Self>,
        copy: &dyn Source,
        proof: &Seen,
    ) -> Result<(), crate::source::Unread> {
        const WINDOW: u64 = 1 << 20;
        if self.search.is_none() {
            return Ok(());
        }
        let mut packed = proof.packed.clone();
        packed.sort_by_key(|range| range.start);
        let mut trail = Trail::new(self.clone());
        let mut position = 0;
        let mut packed = packed.into_iter().peekable();
        while position < copy.len() {
            while packed.next_if(|range| range.end <= position).is_some() {}
            let mut end = position.saturating_add(WINDOW).min(copy.len());
            match packed.peek() {
                Some(range) if range.start <= position => {
                    position = range.end;
                    trail = Trail::new(self.clone());
                    continue;
                }
                Some(range) => end = end.min(range.start),
                None => {}
            }
            trail.look(&copy.bytes(position..end, WINDOW)?);
            position = end;
        }
        Ok(())
    }

    /// The kinds of the values that were found where they should not be.
    pub(crate) fn left(&self) -> Vec<&'static str> {
        let kept = self.kept.borrow();
        let left = self.found.borrow().difference(&kept).copied().collect::<Vec<_>>();
        let kinds = left.into_iter().filter_map(|index| self.values.get(index));
        kinds.map(|wanted| wanted.kind).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Whether a removed value also stands in what the copy shows.
    pub(crate) fn is_kept(&self, value: &str) -> bool {
        let kept = self.kept.borrow();
        let value: String = value.trim().chars().take(MOST_LETTERS).collect();
        self.values
            .iter()
            .enumerate()
            .any(|(index, wanted)| wanted.value == value && kept.contains(&index))
    }
}

/// A stream that is searched as it goes by: what straddles two of its pieces is found as well.
pub(crate) struct Trail {
    hunt: Rc<Hunt>,
    tail: Vec<u8>,
}

impl Trail {
    pub(crate) fn new(hunt: Rc<Hunt>) -> Self {
        Self { hunt, tail: Vec::new() }
    }

    /// Searches the next piece.
    pub(crate) fn look(&mut self, bytes: &[u8]) {
        if self.hunt.search.is_none() {
            return;
        }
        let most = self.hunt.longest.saturating_sub(1);
        let seam = bytes.get(..most.min(bytes.len())).unwrap_or_default();
        self.tail.extend_from_slice(seam);
        self.hunt.look(&self.tail);
        self.hunt.look(bytes);
        if bytes.len() >= most {
            self.tail.clear();
            self.tail.extend_from_slice(
                bytes.get(bytes.len().saturating_sub(most)..).unwrap_or_default(),
            );
        } else {
            let more = self.tail.len().saturating_sub(most);
            self.tail.drain(..more);
        }
    }
}
