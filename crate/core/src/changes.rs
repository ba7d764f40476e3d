//! What cleaning did: what was removed, made neutral and kept.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::clean::Hunt;
use crate::finding::Excerpt;
use crate::imprint::Imprint;
use crate::json;
use crate::kind::access;
use crate::plan::Decided;
use crate::report::Show;
use crate::seen::{Holder, Seen};
use crate::visit::Decision;

/// What cleaning did, equal values of one kind together.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// What is no longer in the copy.
    pub removed: Vec<Change>,
    /// What stays without identity.
    pub neutral: Vec<Change>,
    /// What stays as it is.
    pub kept: Vec<Change>,
    /// What the copy was to say of itself, and does not, by name: `title`, say.
    pub unset: Vec<&'static str>,
}

/// One value, and what became of it.
#[derive(Clone, Debug)]
pub struct Change {
    /// The id of its kind.
    pub kind: &'static str,
    /// What stood there.
    pub excerpt: Excerpt,
    /// What stands there now, where it was made neutral.
    pub now: Option<String>,
    /// In how many places.
    pub count: u64,
    /// Whether the value also stands in what the copy shows, and so is still to be read there.
    pub shown: bool,
}

impl Changes {
    pub(crate) fn of(seen: &Seen, decided: &Decided, hunt: &Hunt) -> Self {
        let mut known: BTreeMap<(u8, &'static str, &str), Change> = BTreeMap::new();
        let mut order = Vec::new();
        for (index, place) in seen.places.iter().enumerate() {
            if !place.tells() {
                continue;
            }
            let (sort, now) = match decided.of(&Holder::Place(place.number)) {
                Decision::Become(value) => (1, Some(value.to_string())),
                _ if decided.removes(seen, index) => (0, None),
                _ => (2, None),
            };
            let key = (sort, place.kind.id, place.value.as_str());
            known
                .entry(key)
                .and_modify(|change| change.count = change.count.saturating_add(1))
                .or_insert_with(|| {
                    order.push(key);
                    Change {
                        kind: place.kind.id,
                        excerpt: Excerpt::new(&place.value),
                        now,
                        count: 1,
                        shown: sort != 2 && hunt.is_kept(&place.value),
                    }
                });
        }
        let mut changes = Self::default();
        for key in order {
            if let Some(change) = known.remove(&key) {
                match key.0 {
                    0 => changes.removed.push(change),
                    1 => changes.neutral.push(change),
                    _ => changes.kept.push(change),
                }
            }
        }
        changes
    }

    /// Tells what the copy says of itself now, and what it does not.
    pub(crate) fn state(&mut self, imprint: &Imprint, unset: Vec<&'static str>) {
        self.unset = unset;
        let Some(title) = imprint.title().filter(|_| !self.unset.contains(&"title")) else {
            return;
        };
        let is_old = |change: &Change| {
            let of_title = [access::TITLE.id, access::TITLE_FILE_NAME.id].contains(&change.kind);
            of_title && change.excerpt.reveal().trim() != title
        };
        let (old, kept): (Vec<Change>, Vec<Change>) = self.kept.drain(..).partition(is_old);
        self.kept = kept;
        let now = Some(title.to_owned());
        self.neutral.extend(old.into_iter().map(|old| Change { now: now.clone(), ..old }));
    }

    /// The changes on one line of JSON.
    pub fn json(&self, show: Show) -> String {
        let views = |changes: &[Change]| {
            changes.iter().map(|change| ChangeView::of(change, show)).collect()
        };
        let view = ChangesView {
            removed: views(&self.removed),
            neutral: views(&self.neutral),
            kept: views(&self.kept),
            unset: &self.unset,
        };
        json::line(&view)
    }
}

#[derive(Serialize)]
struct ChangesView<'a> {
    removed: Vec<ChangeView>,
    neutral: Vec<ChangeView>,
    kept: Vec<ChangeView>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    unset: &'a [&'static str],
}

#[derive(Serialize)]
struct ChangeView {
    kind: &'static str,
    excerpt: String,
    now: Option<String>,
    count: u64,
    shown: bool,
}

impl ChangeView {
    fn of(change: &Change, show: Show) -> Self {
        Self {
            kind: change.kind,
            excerpt: match show {
                Show::Masked => change.excerpt.mask(),
                Show::Revealed => change.excerpt.reveal().to_owned(),
            },
            now: change.now.clone(),
            count: change.count,
            shown: change.shown,
        }
    }
}
