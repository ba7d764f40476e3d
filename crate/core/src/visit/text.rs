//! The text that a format shows, and what the detectors see in it.

use std::ops::Range;
use std::rc::Rc;

use super::{Remedy, Run, Visit};
use crate::detect::{self, Surroundings};
use crate::finding::{Certainty, Context, Location, longest};
use crate::kind::software;
use crate::order;
use crate::seen::Hit;

/// The text at hand, in stretches that stand in one place each.
#[derive(Default)]
pub(super) struct Paragraph {
    text: String,
    stretches: Vec<Stretch>,
    /// What starts before this was looked into already.
    from: usize,
}

/// What a name may be that stands in a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Names {
    /// That of anybody.
    All,
    /// That of a thing: what only looks like a name is nobody's.
    OfThings,
}

/// Whether a hit is taken for a person only for how it is written and what the model says.
fn by_look(hit: &detect::Hit) -> bool {
    const LOOKS: [&str; 4] = ["model", "name-initials", "name-word", "name-words"];
    hit.kind == &detect::PERSON && hit.reasons.iter().all(|reason| LOOKS.contains(&reason.id))
}

/// A text that may hold names that became known only after it.
pub(super) struct Past {
    text: String,
    stretches: Vec<Stretch>,
    starts: Range<usize>,
    /// How many words of names were known when it was looked into.
    known: u32,
    /// What was seen in it, and which hit that is.
    hits: Vec<(Range<usize>, usize)>,
}

/// How much text is looked into a second time at most.
const AGAIN: usize = 8 << 20;

/// The bytes of a text in which nothing was seen, and how many of them are remembered.
const DULL: (usize, usize) = (64, 10_000);

/// A stretch of text, up to the next.
#[derive(Clone)]
pub(super) struct Stretch {
    pub(super) start: usize,
    pub(super) inside: Option<usize>,
    pub(super) location: Location,
    pub(super) reading: Reading,
}

impl Paragraph {
    /// One reading of the text, and where in it something of the other was left out; nothing where
    /// nothing was.
    fn reading(&self, reading: Reading) -> Option<Read> {
        let mut read = Read::default();
        let ends = self.stretches.iter().skip(1).map(|next| next.start).chain([self.text.len()]);
        for (stretch, end) in self.stretches.iter().zip(ends) {
            let start = read.text.len();
            if ![Reading::Both, reading].contains(&stretch.reading) {
                read.cuts.push(start);
                continue;
            }
            read.text.push_str(self.text.get(stretch.start..end).unwrap_or_default());
            read.stretches.push(Stretch { start, ..stretch.clone() });
        }
        (!read.cuts.is_empty()).then_some(read)
    }

    /// Whether words of both readings stand in this range.
    fn mixes(&self, range: &Range<usize>) -> bool {
        let ends = self.stretches.iter().skip(1).map(|next| next.start).chain([usize::MAX]);
        let within = |reading| {
            let mut stretches = self.stretches.iter().zip(ends.clone());
            stretches.any(|(stretch, end)| {
                stretch.reading == reading && stretch.start < range.end && range.start < end
            })
        };
        within(Reading::Before) && within(Reading::After)
    }
}

/// One reading of a text.
#[derive(Default)]
struct Read {
    text: String,
    stretches: Vec<Stretch>,
    cuts: Vec<usize>,
}

impl Read {
    /// What detectors see where something was left out, unless it was `seen` in the whole text.
    fn hits(
        self,
        around: &Surroundings<'_>,
        seen: &dyn Fn(&str) -> bool,
    ) -> (Self, Vec<detect::Hit>) {
        let mut hits = detect::detect(&self.text, around);
        hits.retain(|hit| {
            let range = &hit.range;
            self.cuts.iter().any(|cut| range.start <= *cut && *cut <= range.end)
                && !self.text.get(range.clone()).is_some_and(seen)
        });
        (self, hits)
    }
}

/// In which reading of a text with tracked changes something stands.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Reading {
    #[default]
    Both,
    Before,
    After,
}

impl Visit<'_> {
    /// Says in which reading of the text stands what comes.
    pub(crate) fn reads(&mut self, reading: Reading) {
        self.reading = reading;
    }

    /// Shows a piece of text that somebody wrote. Pieces that follow each other are one text,
    /// until [`Visit::end_text`].
    pub fn text(&mut self, text: &str) {
        self.show(text, true);
    }

    /// Shows a text of words that programs give by themselves: nobody is named in it.
    pub(crate) fn usual_text(&mut self, text: &str) {
        self.show(text, false);
    }

    fn show(&mut self, text: &str, detects: bool) {
        if text.is_empty() || self.leaving() {
            return;
        }
        if let (false, Run::Prove(hunt)) = (detects, &self.run) {
            hunt.keep(text);
        }
        let index = self.innermost();
        if let Some(place) = index.and_then(|index| self.seen.places.get_mut(index))
            && !place.described
        {
            place.value.push_str(text);
            self.budget.keep(text.len());
        }
        self.gather(text);
        // A value that was made neutral was told at its place, in the run that wrote it.
        let place = index.and_then(|index| self.seen.places.get(index));
        match place.is_some_and(|place| place.remedy == Remedy::Neutral) {
            true => self.count_aside(text),
            false => self.count_words(text),
        }
        if detects && self.detects() {
            let location = self.location();
            let goes_on = self.paragraph.stretches.last().is_some_and(|last| {
                last.inside == index
                    && last.reading == self.reading
                    && (Rc::ptr_eq(&last.location, &location) || last.location == location)
            });
            if !goes_on {
                let start = self.paragraph.text.len();
                let reading = self.reading;
                self.paragraph.stretches.push(Stretch { start, inside: index, location, reading });
            }
            self.paragraph.text.push_str(text);
            self.halve_text();
        }
    }

    /// Shows a text that stands on its own in the middle of another: the tip of a link, say.
    pub fn aside(&mut self, text: &str) {
        self.show_aside(text, Some(Names::All));
    }

    /// The same, of words that programs give by themselves: nobody is named in it.
    pub(crate) fn usual_aside(&mut self, text: &str) {
        self.show_aside(text, None);
    }

    /// The same, of the name of a thing: many fonts and colours are called after people.
    pub(crate) fn thing(&mut self, text: &str) {
        self.show_aside(text, Some(Names::OfThings));
    }

    fn show_aside(&mut self, text: &str, names: Option<Names>) {
        if text.is_empty() || self.leaving() {
            return;
        }
        if let (None, Run::Prove(hunt)) = (names, &self.run) {
            hunt.keep(text);
        }
        self.gather_apart();
        self.gather(text);
        self.gather_apart();
        self.count_aside(text);
        if let Some(names) = names.filter(|_| self.detects()) {
            let (location, inside) = (self.location(), self.innermost());
            let stretch = Stretch { start: 0, inside, location, reading: Reading::Both };
            self.detect(text, stretch, names);
        }
    }

    /// Ends a text: a paragraph, a cell, a line. Detectors look into it as a whole.
    pub fn end_text(&mut self) {
        self.gather_apart();
        let paragraph = std::mem::take(&mut self.paragraph);
        if !paragraph.text.is_empty() {
            self.look_into(&paragraph, usize::MAX);
        }
    }

    /// Counts characters, for the comparison with the copy.
    pub(super) fn count_words(&mut self, text: &str) {
        self.seen.words(text);
        self.count_body(text);
    }

    /// Counts characters that stand on their own, in whatever order they come.
    pub(super) fn count_aside(&mut self, text: &str) {
        self.seen.aside(text);
        self.count_body(text);
    }

    fn count_body(&mut self, text: &str) {
        let Run::Prove(hunt) = &self.run else { return };
        let Some((imprint, languages)) = hunt.imprint() else { return };
        if languages.iter().any(|language| language == text.trim()) {
            return;
        }
        let place = self.innermost().and_then(|index| self.seen.places.get(index));
        if place.is_none_or(|place| !imprint.may_change(place)) {
            self.seen.body(text.as_bytes());
        }
    }

    /// Looks once more into texts that hold a word of a name that became known after them: "Jansen"
    /// in the first paragraph, "mevrouw Jansen" in the last.
    pub(super) fn look_again(&mut self) {
        let memory = std::mem::take(&mut self.memory);
        for past in std::mem::take(&mut self.past) {
            if !memory.concerns(&past.text, past.known) {
                continue;
            }
            let seen = |hit: &detect::Hit| {
                let overlaps = |(range, _): &&(Range<usize>, usize)| {
                    range.start < hit.range.end && hit.range.start < range.end
                };
                let mut seen = past.hits.iter().filter(overlaps);
                (seen.next().cloned(), seen.next().is_some())
            };
            let mut more = Vec::new();
            for hit in detect::detect_again(&past.text, &memory) {
                match seen(&hit) {
                    (None, _) => more.push(hit),
                    // What was no more than possible becomes surer.
                    (Some((range, index)), false) if range == hit.range => {
                        let old = self.seen.hits.get_mut(index);
                        let same = |old: &&mut Hit| old.kind == hit.kind;
                        if let Some(old) = old.filter(same)
                            && old.certainty < hit.certainty
                        {
                            (old.certainty, old.reasons) = (hit.certainty, hit.reasons);
                        }
                    }
                    _ => {}
                }
            }
            let others: Vec<_> = past.hits.iter().map(|(range, _)| range.clone()).collect();
            self.tell(&past.text, more, &others, &past.stretches, past.starts);
        }
        self.memory = memory;
    }

    pub(super) fn detects(&self) -> bool {
        !self.writes()
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
                    ..stretch.clone()
                })
                .collect(),
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
        let label = self.grid.of(&paragraph.text);
        let (label, street) = (label.words.as_deref(), label.street);
        let around = Surroundings { label, street, memory: Some(&memory) };
        let mut hits = detect::detect(&paragraph.text, &around);
        // What begins in one reading and ends in the other stands in neither.
        hits.retain(|hit| !paragraph.mixes(&hit.range));
        let seen = |value: &str| {
            hits.iter().any(|hit| paragraph.text.get(hit.range.clone()) == Some(value))
        };
        let readings = [Reading::Before, Reading::After]
            .map(|reading| paragraph.reading(reading).map(|read| read.hits(&around, &seen)));
        memory.learn(&paragraph.text, &hits);
        self.grid.note(&paragraph.text, hits.iter().any(|hit| hit.certainty >= Certainty::Likely));
        let known = memory.count();
        self.memory = memory;
        for (read, hits) in readings.into_iter().flatten() {
            self.tell(&read.text, hits, &[], &read.stretches, 0..usize::MAX);
        }
        let starts = paragraph.from..upto;
        let kept = self.keep(&paragraph.text, hits, &paragraph.stretches, starts.clone());
        let held = self.past_held.saturating_add(paragraph.text.len());
        if held <= AGAIN && paragraph.text.contains(char::is_uppercase) {
            self.past_held = held;
            self.past.push(Past {
                text: paragraph.text.clone(),
                stretches: paragraph.stretches.clone(),
                starts,
                known,
                hits: kept,
            });
        }
    }

    /// Looks into a text that stands on its own.
    pub(super) fn detect(&mut self, text: &str, stretch: Stretch, names: Names) {
        let mut hits = Vec::new();
        if !self.dull.contains(text) {
            hits = detect::detect(text, &Surroundings::default());
            hits.retain(|hit| names == Names::All || !by_look(hit));
            if hits.is_empty() && text.len() <= DULL.0 && self.dull.len() < DULL.1 {
                self.dull.insert(text.into());
            }
        }
        self.keep(text, hits, &[stretch], 0..usize::MAX);
    }

    /// Keeps what detectors saw that starts within `starts`, and says which hits that became.
    fn keep(
        &mut self,
        text: &str,
        mut hits: Vec<detect::Hit>,
        stretches: &[Stretch],
        starts: Range<usize>,
    ) -> Vec<(Range<usize>, usize)> {
        if let Run::Prove(hunt) = &self.run {
            hunt.keep(text);
        }
        if let Some(said) = detect::unseen::said(text)
            && self.budget.place()
            && let Some(stretch) = stretches.first()
        {
            let kind = &crate::kind::hidden::INVISIBLE_TEXT;
            self.seen.hits.push(Hit::in_bytes(kind, &said, stretch.location.clone()));
            self.detect(&said, stretch.clone(), Names::All);
        }
        if let Some(watchlist) = &self.watchlist {
            hits.extend(watchlist.in_text(text));
            order::by(&mut hits, |hit| (hit.range.start as u64, hit.range.end as u64));
        }
        self.tell(text, hits, &[], stretches, starts)
    }

    /// Tells what was seen; `others` was told of the same text before.
    fn tell(
        &mut self,
        text: &str,
        hits: Vec<detect::Hit>,
        others: &[Range<usize>],
        stretches: &[Stretch],
        starts: Range<usize>,
    ) -> Vec<(Range<usize>, usize)> {
        let mut ranges: Vec<_> = hits.iter().map(|hit| hit.range.clone()).collect();
        ranges.extend_from_slice(others);
        order::by(&mut ranges, |range| (range.start as u64, range.end as u64));
        let most = longest(&ranges);
        let mut kept = Vec::new();
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
            let place = stretch.inside.and_then(|index| self.seen.places.get(index));
            if place.is_some_and(|place| place.kind.neutral.is(&place.value)) {
                continue;
            }
            // Programs and devices are called after people, or so it seems: "Quartz PDFContext".
            let made = place.is_some_and(|place| place.kind.subject.id == software::SUBJECT.id);
            let known = |hit: &detect::Hit| {
                let sound = |id| matches!(id, "name-known" | "name-elsewhere" | "name-initials");
                hit.certainty != Certainty::Possible && hit.reasons.iter().any(|r| sound(r.id))
            };
            if made && hit.kind.id == "person" && !known(&hit) {
                continue;
            }
            kept.push((hit.range.clone(), self.seen.hits.len()));
            self.seen.hits.push(Hit {
                kind: hit.kind,
                certainty: hit.certainty,
                value: text.get(hit.range.clone()).unwrap_or_default().into(),
                context: Context::around(text, &hit.range, &ranges, most),
                reasons: hit.reasons,
                location: stretch.location.clone(),
                inside: stretch.inside,
            });
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_changes_has_two_readings() {
        let stretch =
            |start, reading| Stretch { start, inside: None, location: Vec::new().into(), reading };
        let stretches = vec![
            stretch(0, Reading::Both),
            stretch(4, Reading::Before),
            stretch(6, Reading::After),
            stretch(8, Reading::Both),
        ];
        let paragraph = Paragraph { text: "BSN 12345".to_owned(), stretches, from: 0 };
        let read = |reading| paragraph.reading(reading).map(|read| (read.text, read.cuts));
        assert_eq!(read(Reading::Before), Some(("BSN 125".to_owned(), vec![6])));
        assert_eq!(read(Reading::After), Some(("BSN 345".to_owned(), vec![4])));
        assert!(paragraph.mixes(&(5..7)) && !paragraph.mixes(&(6..9)));
        let plain = Paragraph { text: "BSN".to_owned(), stretches: Vec::new(), from: 0 };
        assert!(plain.reading(Reading::After).is_none() && !plain.mixes(&(0..3)));
    }
}
