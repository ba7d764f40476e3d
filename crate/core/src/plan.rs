//! What a person chose, and what follows from it for each place.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::imprint::Imprint;
use crate::kind::Neutral;
use crate::order::Gather;
use crate::report::Findings;
use crate::seen::{Holder, Place, Seen, Tie};
use crate::visit::{Decision, Remedy};

/// What a person or a preset chose. Without choices, what identifies goes and the rest stays.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Plan {
    /// Later choices win over earlier ones, and one for a finding over one for a kind.
    pub choices: Vec<Choice>,
    /// What the copy is to say of itself.
    pub imprint: Imprint,
}

/// A choice for a finding, a kind, or all that a person has to decide on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Choice {
    /// For what.
    pub target: Target,
    /// What becomes of it.
    pub act: Act,
}

/// What a choice is for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Target {
    /// Every place that a person decides on, but signatures and encryption.
    All,
    /// All findings of a kind, by its id.
    Kind(String),
    /// One finding, by its id in the report.
    Finding(String),
}

impl Target {
    /// Reads `all`, the id of a kind, or the id of a finding (which has a dot in it).
    pub fn parse(name: &str) -> Self {
        match name {
            "all" => Target::All,
            name if name.contains('.') => Target::Finding(name.to_owned()),
            name => Target::Kind(name.to_owned()),
        }
    }
}

/// What a person chose for it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Act {
    /// It goes.
    Remove,
    /// It stays without identity.
    Neutral,
    /// It stays as it is.
    Keep,
}

/// The kinds that `all` leaves alone.
const NAMED_ONLY: [&str; 2] = ["signature", "encryption"];

impl Plan {
    /// Whether a kind was chosen by its name to go.
    pub(crate) fn removes(&self, kind: &str) -> bool {
        let choice = self
            .choices
            .iter()
            .rev()
            .find(|choice| matches!(&choice.target, Target::Kind(name) if name == kind));
        choice.is_some_and(|choice| choice.act == Act::Remove)
    }

    /// What follows for each place.
    pub(crate) fn decide(&self, seen: &Seen) -> Decided {
        let mut gone: BTreeSet<Holder> = BTreeSet::new();
        let mut becomes: BTreeMap<u32, Rc<str>> = BTreeMap::new();
        let wishes = self.wishes(seen);
        let mut numbers = Numbers::new(seen);
        for (place, wish) in seen.places.iter().zip(&wishes) {
            match wish {
                Wish::Go => {
                    gone.insert(Holder::Place(place.number));
                }
                Wish::Neutral => {
                    becomes.insert(place.number, numbers.neutral(place));
                }
                Wish::Stay => {}
            }
        }
        let fast = fast(seen);
        gone.retain(|holder| !fast.contains(holder));
        follow(seen, &unused(seen), &mut gone);
        let mut documents = BTreeSet::new();
        for place in &seen.places {
            let holder = Holder::Place(place.number);
            if gone.contains(&holder) || becomes.contains_key(&place.number) {
                documents.extend(place.documents.iter().copied());
            }
        }
        Decided { gone, becomes, documents }
    }

    fn wishes(&self, seen: &Seen) -> Vec<Wish> {
        let findings = Findings::of(seen);
        let mut chosen: Vec<Option<Act>> = Vec::with_capacity(seen.places.len());
        let mut wishes: Vec<Wish> = Vec::with_capacity(seen.places.len());
        for (index, place) in seen.places.iter().enumerate() {
            let around = place.inside.and_then(|inside| chosen.get(inside).copied().flatten());
            let choice = self.choice(place, findings.id_of_place(index)).or(match around {
                // What holds for a place holds for the places in it.
                Some(Act::Keep) => Some(Act::Keep),
                _ => None,
            });
            chosen.push(choice);
            wishes.push(wish(place, choice));
        }
        for (index, place) in seen.places.iter().enumerate() {
            let guarded = place.documents.iter().any(|document| {
                let guards = seen.guards.get(document);
                guards.is_some_and(|guards| guards.iter().any(|kind| !self.removes(kind.id)))
            });
            if (guarded || place.part.is_some_and(|part| seen.unread_parts.contains(&part)))
                && let Some(wish) = wishes.get_mut(index)
            {
                *wish = Wish::Stay;
            }
        }
        wishes
    }

    fn choice(&self, place: &Place, finding: Option<&str>) -> Option<Act> {
        let mut choice = None;
        let mut of_finding = None;
        for Choice { target, act } in &self.choices {
            match target {
                Target::All
                    if place.remedy == Remedy::Ask && !NAMED_ONLY.contains(&place.kind.id) =>
                {
                    choice = Some(*act);
                }
                Target::Kind(id) if id == place.kind.id => choice = Some(*act),
                Target::Finding(id) if Some(id.as_str()) == finding => of_finding = Some(*act),
                _ => {}
            }
        }
        of_finding.or(choice)
    }
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Wish {
    Stay,
    Go,
    Neutral,
}

fn wish(place: &Place, choice: Option<Act>) -> Wish {
    if !place.tells() {
        return Wish::Stay;
    }
    match (place.remedy, choice) {
        (_, Some(Act::Keep)) => Wish::Stay,
        (Remedy::Drop, _) => Wish::Go,
        (Remedy::Neutral, _) => Wish::Neutral,
        (Remedy::Ask, Some(Act::Remove)) => Wish::Go,
        // An identity in it has a place of its own, which is made neutral.
        (Remedy::Ask, _) | (Remedy::Keep, _) => Wish::Stay,
    }
}

/// What cannot go, since something that bears a name it needs may stand in what was not read.
pub(crate) fn fast(seen: &Seen) -> BTreeSet<Holder> {
    let blocked = Blocked::of(seen);
    let needs = seen.needs.iter().filter(|(name, _)| blocked.blocks(name));
    needs.flat_map(|(_, needs)| needs.iter().flatten().cloned()).into_set()
}

/// What may stand in what was not read.
struct Blocked<'s> {
    seen: &'s Seen,
    sorts: BTreeSet<(u32, &'static str)>,
}

impl<'s> Blocked<'s> {
    fn of(seen: &'s Seen) -> Self {
        let unread = seen.unread_parts.iter();
        let sorts = unread.filter_map(|part| seen.may_bear.get(part)).flatten().copied();
        Self { seen, sorts: sorts.into_set() }
    }

    fn blocks(&self, name: &(u32, Tie)) -> bool {
        let borne = self.seen.borne.get(name);
        borne.is_some_and(|parts| !parts.is_disjoint(&self.seen.unread_parts))
            || self.seen.held.contains(name)
            || self.sorts.contains(&(name.0, name.1.0))
    }
}

/// Names, and what was open where each was mentioned.
type Uses<'s> = Vec<(&'s (u32, Tie), &'s Vec<Vec<Holder>>)>;

/// What nothing needs, and what goes with the last that mentions it.
fn unused(seen: &Seen) -> Uses<'_> {
    let blocked = Blocked::of(seen);
    let free = |name: &(u32, Tie)| !seen.needs.contains_key(name) && !blocked.blocks(name);
    seen.uses.iter().filter(|(name, _)| free(name)).collect()
}

/// What bears a name goes when nothing that needs it is left, and takes with it what it needs.
/// A part that others need goes with them, whatever is needed within it.
fn follow(seen: &Seen, uses: &Uses<'_>, gone: &mut BTreeSet<Holder>) {
    loop {
        let mut more = Vec::new();
        let needs = seen.needs.iter().map(|(name, needs)| (name, needs, true));
        let uses = uses.iter().map(|(name, uses)| (*name, *uses, false));
        for ((document, tie), needs, needed) in needs.chain(uses) {
            let holder = Holder::Tie(*document, tie.clone());
            let is_left = |open: &&Vec<Holder>| open.iter().all(|holder| !gone.contains(holder));
            let mut others = needs.iter().filter(|open| !open.contains(&holder)).peekable();
            let alone = needed
                && tie.0 == "part"
                && others.peek().is_some()
                && !others.any(|open| is_left(&open));
            let left = needs.iter().any(|open| is_left(&open));
            let loose = || {
                let open = seen.loose.get(&(*document, tie.clone()));
                open.is_some_and(|open| open.iter().any(|holder| gone.contains(holder)))
            };
            if (alone || !left || loose()) && !gone.contains(&holder) {
                more.push(holder);
            }
        }
        if more.is_empty() {
            return;
        }
        gone.extend(more);
    }
}

/// Gives each different value a number, and gives none again that the document uses already.
struct Numbers {
    given: BTreeMap<(&'static str, String), u32>,
    used: BTreeSet<(&'static str, u32)>,
    last: BTreeMap<&'static str, u32>,
}

impl Numbers {
    fn new(seen: &Seen) -> Self {
        let mut used = BTreeSet::new();
        for place in &seen.places {
            if let Neutral::Numbered(word) = place.kind.neutral
                && place.kind.neutral.is(&place.value)
                && let Some(number) = place.value.rsplit(' ').next()
                && let Ok(number) = number.parse()
            {
                used.insert((word, number));
            }
        }
        Self { given: BTreeMap::new(), used, last: BTreeMap::new() }
    }

    fn neutral(&mut self, place: &Place) -> Rc<str> {
        match place.kind.neutral {
            Neutral::Empty => "".into(),
            Neutral::Word(word) => word.into(),
            Neutral::Numbered(word) => {
                let key = (word, place.value.clone());
                let number = match self.given.get(&key) {
                    Some(number) => *number,
                    None => {
                        let mut next = self.last.get(word).copied().unwrap_or(0).saturating_add(1);
                        while self.used.contains(&(word, next)) {
                            next = next.saturating_add(1);
                        }
                        self.last.insert(word, next);
                        self.given.insert(key, next);
                        next
                    }
                };
                format!("{word} {number}").into()
            }
        }
    }
}

/// What becomes of each place and name.
pub(crate) struct Decided {
    gone: BTreeSet<Holder>,
    becomes: BTreeMap<u32, Rc<str>>,
    /// The documents in which anything changes, those around them included.
    documents: BTreeSet<u32>,
}

impl Decided {
    /// What becomes of it.
    pub(crate) fn of(&self, holder: &Holder) -> Decision {
        if self.gone.contains(holder) {
            return Decision::Go;
        }
        match holder {
            Holder::Place(number) => match self.becomes.get(number) {
                Some(value) => Decision::Become(value.clone()),
                None => Decision::Stay,
            },
            Holder::Tie(..) => Decision::Stay,
        }
    }

    /// Whether something that bears a name of this sort goes in a document.
    pub(crate) fn goes_any(&self, document: u32, sort: &'static str) -> bool {
        self.gone.iter().any(
            |holder| matches!(holder, Holder::Tie(of, tie) if *of == document && tie.0 == sort),
        )
    }

    /// Whether anything changes in a document or in one within it.
    pub(crate) fn changes(&self, document: u32) -> bool {
        self.documents.contains(&document)
    }

    /// Whether a place goes, by itself or with something around it, or is made neutral.
    pub(crate) fn removes(&self, seen: &Seen, index: usize) -> bool {
        let within = seen.places.get(index).map(|place| &place.within);
        if within.is_some_and(|names| names.iter().any(|name| self.gone.contains(name))) {
            return true;
        }
        let mut next = Some(index);
        // The places around it are counted, so this ends.
        for _ in 0..=seen.places.len() {
            let Some(place) = next.and_then(|index| seen.places.get(index)) else { return false };
            if self.of(&Holder::Place(place.number)) != Decision::Stay {
                return true;
            }
            next = place.inside;
        }
        false
    }
}
