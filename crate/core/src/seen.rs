//! What a walk of a document saw.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use sha2::{Digest, Sha256};

use crate::finding::{Certainty, Context, Contribution, Gap, Location, Reason, mask_hits};
use crate::imprint::Imprint;
use crate::kind::Kind;
use crate::visit::Remedy;

/// All that one walk saw, the documents in the document included.
#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) format: Option<&'static str>,
    pub(crate) places: Vec<Place>,
    pub(crate) hits: Vec<Hit>,
    pub(crate) gaps: Vec<Gap>,
    /// Whether there is a gap, also one that was too many to remember.
    pub(crate) has_gap: bool,
    pub(crate) surfaces: Vec<Location>,
    /// What is not there that readers would be helped by.
    pub(crate) lacks: Vec<(&'static Kind, Location)>,
    /// What needs a name: for each time, all that was open.
    pub(crate) needs: BTreeMap<(u32, Tie), Vec<Vec<Holder>>>,
    /// What is of no use any more once all that mentions it goes: for each mention, all that was
    /// open.
    pub(crate) uses: BTreeMap<(u32, Tie), Vec<Vec<Holder>>>,
    /// What goes with a place whatever else needs it: what was open.
    pub(crate) loose: BTreeMap<(u32, Tie), Vec<Holder>>,
    /// The sorts of the names that are borne, in order.
    pub(crate) follows: Vec<&'static str>,
    /// In which parts a name is borne.
    pub(crate) borne: BTreeMap<(u32, Tie), BTreeSet<u32>>,
    /// Which sorts of names a part may bear.
    pub(crate) may_bear: BTreeMap<u32, BTreeSet<(u32, &'static str)>>,
    /// The names of what cannot go, and with it nothing that needs it.
    pub(crate) held: BTreeSet<(u32, Tie)>,
    /// What has to be chosen before a document may be edited.
    pub(crate) guards: BTreeMap<u32, Vec<&'static Kind>>,
    pub(crate) unread_parts: BTreeSet<u32>,
    /// Why the document itself could not be read.
    pub(crate) unread: Option<Reason>,
    /// Whether a limit of the whole document was reached.
    pub(crate) exhausted: bool,
    /// Ranges of the outermost document in which raw bytes tell nothing.
    pub(crate) packed: Vec<Range<u64>>,
    pub(crate) documents: u32,
    pub(crate) characters: u64,
    pub(crate) parts: u32,
    places_counted: u32,
    digest: Sha256,
    /// The same, without what an imprint may change; only where an imprint is stated.
    body: Sha256,
    /// Of the texts that stand on their own: a sum, since what a paragraph takes over from the
    /// one before it comes after what is said about it.
    asides: u64,
}

/// Where something stands, and all that goes with it.
pub(crate) struct Place {
    pub(crate) number: u32,
    pub(crate) kind: &'static Kind,
    pub(crate) remedy: Remedy,
    pub(crate) value: String,
    /// How sure it is that it is of its kind.
    pub(crate) certainty: Certainty,
    /// What is told of it besides.
    pub(crate) reasons: Vec<Contribution>,
    /// Whether the value was given, and is not the text in the place.
    pub(crate) described: bool,
    /// Whether the value is a description that stands nowhere in the document.
    pub(crate) worded: bool,
    /// The length of its description, where the text in it follows that; see [`Visit::gathers`].
    ///
    /// [`Visit::gathers`]: crate::visit::Visit::gathers
    pub(crate) gathers: Option<usize>,
    pub(crate) location: Location,
    /// The place around it.
    pub(crate) inside: Option<usize>,
    pub(crate) part: Option<u32>,
    /// The documents around it, from the outside in.
    pub(crate) documents: Rc<[u32]>,
    /// The names it stands in: it goes with them.
    pub(crate) within: Rc<[Holder]>,
}

impl Place {
    /// Whether there is anything in it that a person should know.
    pub(crate) fn tells(&self) -> bool {
        !self.value.trim().is_empty() && !self.kind.neutral.is(&self.value)
    }

    /// Whether it holds anything at all.
    fn is_worth(&self) -> bool {
        !self.value.trim().is_empty()
    }

    /// Its value without what was gathered besides.
    pub(crate) fn own(&self) -> &str {
        let length = self.gathers.unwrap_or(self.value.len());
        self.value.get(..length).unwrap_or_default()
    }

    /// Whether it is told as another. Where words are gathered, how they come in pieces may differ.
    fn is_told_as(&self, other: &Place) -> bool {
        self.own() == other.own()
    }

    /// Whether its value stands in the document as it is shown, and so can be searched for.
    pub(crate) fn searched(&self) -> bool {
        !self.worded
    }
}

/// Personal data in a text.
pub(crate) struct Hit {
    pub(crate) kind: &'static Kind,
    pub(crate) certainty: Certainty,
    pub(crate) value: Rc<str>,
    pub(crate) context: Context,
    pub(crate) reasons: Vec<Contribution>,
    pub(crate) location: Location,
    /// The place it stands in.
    pub(crate) inside: Option<usize>,
}

impl Hit {
    /// A value that stood in bytes that no text showed.
    pub(crate) fn in_bytes(kind: &'static Kind, value: &str, location: Location) -> Self {
        Self {
            kind,
            certainty: Certainty::Certain,
            value: value.into(),
            context: Context::default(),
            reasons: vec![Contribution { id: "in-bytes", detail: String::new() }],
            location,
            inside: None,
        }
    }
}

/// A name by which things hang together: its sort (`comment`, `person`, `part`) and itself. It
/// holds in one document.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Tie(pub &'static str, pub Rc<str>);

impl Tie {
    /// A name of this sort.
    pub fn new(sort: &'static str, name: &str) -> Self {
        Self(sort, name.into())
    }
}

/// What can go: a place, or what bears a name.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Holder {
    Place(u32),
    Tie(u32, Tie),
}

impl Seen {
    pub(crate) fn count_place(&mut self) -> u32 {
        let number = self.places_counted;
        self.places_counted = number.saturating_add(1);
        number
    }

    pub(crate) fn counted(&self) -> u32 {
        self.places_counted
    }

    pub(crate) fn count_from(&mut self, number: u32) {
        self.places_counted = number;
    }

    pub(crate) fn count_part(&mut self) -> u32 {
        let number = self.parts;
        self.parts = number.saturating_add(1);
        number
    }

    /// Counts characters that somebody wrote, for the comparison with the copy.
    pub(crate) fn words(&mut self, text: &str) {
        self.characters = self.characters.saturating_add(text.len() as u64);
        self.digest.update(text.as_bytes());
    }

    /// Counts characters that stand on their own, in whatever order they come.
    pub(crate) fn aside(&mut self, text: &str) {
        // A value that became empty is not met again.
        if text.is_empty() {
            return;
        }
        self.characters = self.characters.saturating_add(text.len() as u64);
        let sum = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        // Spread once more: two short texts must not make up for each other.
        let sum = (sum ^ (sum >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.asides = self.asides.wrapping_add(sum ^ (sum >> 29));
    }

    /// Counts what is no text, for the comparison with the copy.
    pub(crate) fn compare(&mut self, bytes: &[u8]) {
        self.digest.update(bytes);
    }

    /// Counts what an imprint cannot change.
    pub(crate) fn body(&mut self, bytes: &[u8]) {
        self.body.update(bytes);
    }

    /// Whether a copy in which an imprint is stated differs from this one in nothing else.
    pub(crate) fn is_told_by(&self, copy: &Seen, imprint: &Imprint) -> bool {
        let values = |seen: &Seen| -> Vec<(&str, String)> {
            let places = seen.places.iter().filter(|place| !imprint.may_change(place));
            places.map(|place| (place.kind.id, place.value.clone())).collect()
        };
        values(self) == values(copy)
            && self.follows == copy.follows
            && self.reasons().eq(copy.reasons())
            && copy.unread.is_none()
            && self.body.clone().finalize() == copy.body.clone().finalize()
    }

    /// What keeps the document from being read at all.
    pub(crate) fn unreadable(&self) -> Option<Reason> {
        self.unread.filter(|reason| *reason != Reason::Limit)
    }

    /// Why what was not read was not; where that is may move.
    fn reasons(&self) -> impl Iterator<Item = Reason> {
        self.gaps.iter().map(|gap| gap.reason)
    }

    /// Whether a copy holds what it should; where not, where it first differs.
    pub(crate) fn differs(&self, left: &Seen) -> Option<String> {
        // What became empty is not seen again.
        let mut copies = self.places.iter().filter(|place| place.is_worth());
        for place in left.places.iter().filter(|place| place.is_worth()) {
            let copy = copies.next();
            let same = copy.is_some_and(|copy| copy.kind == place.kind && copy.is_told_as(place));
            if !same {
                return Some(format!("{} {}", place.kind.id, described(&place.location)));
            }
        }
        if let Some(more) = copies.next() {
            return Some(format!("{} {}", more.kind.id, described(&more.location)));
        }
        let lacks = |seen: &Seen| seen.lacks.iter().map(|(kind, _)| kind.id).collect::<Vec<_>>();
        if lacks(self) != lacks(left) {
            return Some("lacks".to_owned());
        }
        let count = |seen: &Seen| {
            let mut count: BTreeMap<&str, usize> = BTreeMap::new();
            for sort in &seen.follows {
                let number = count.entry(sort).or_default();
                *number = number.saturating_add(1);
            }
            count
        };
        if count(self) != count(left) {
            return Some("names".to_owned());
        }
        if !self.reasons().eq(left.reasons()) {
            let gap = self.gaps.last().or(left.gaps.last());
            return Some(format!(
                "gap {}",
                gap.map(|gap| described(&gap.location)).unwrap_or_default()
            ));
        }
        let same = self.asides == left.asides
            && self.digest.clone().finalize() == left.digest.clone().finalize();
        (!same).then(|| "text".to_owned())
    }
}

/// A location for the developer's eye: steps, with what could be personal masked.
fn described(location: &Location) -> String {
    location
        .iter()
        .filter(|step| !step.is_volatile())
        .map(|step| format!("{:?}", step.masked(|name| mask_hits(name).into())))
        .map(|step| step.replace('(', " ").replace(['"', ')'], "").to_lowercase())
        .collect::<Vec<_>>()
        .join("/")
}
