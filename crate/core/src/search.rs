//! Looks for values in bytes, in every form in which they can stand there.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::encodings;

/// Values, and how to find them. All their forms lie in order, so that those which stand at a place
/// are found by halves: a value takes a kilobyte or two so, and an automaton took forty.
pub(crate) struct Search {
    /// The forms, one after the other.
    bytes: Vec<u8>,
    forms: Vec<Form>,
    /// A bit for each beginning that a form has, by a hash of it.
    starts: Vec<u64>,
    /// So many bytes are a beginning.
    start: usize,
    /// The bits of such a hash.
    width: u32,
    case: Case,
    longest: usize,
}

struct Form {
    start: u32,
    length: u32,
    /// The value that it is a form of.
    value: u32,
    /// The longest of the others that it begins with.
    within: Option<std::num::NonZeroU32>,
}

/// Whether capitals matter.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Case {
    /// They do.
    Sensitive,
    /// They do not, as far as ASCII goes.
    Insensitive,
}

/// So many bytes begin a form, where none is shorter.
const START: usize = 5;

impl Search {
    /// A search for nothing yet.
    pub(crate) fn new(case: Case) -> Self {
        let (bytes, forms, starts) = (Vec::new(), Vec::new(), Vec::new());
        Self { bytes, forms, starts, start: START, width: 0, case, longest: 0 }
    }

    /// A search for these values.
    pub(crate) fn of<'a>(values: impl Iterator<Item = &'a str>, case: Case) -> Self {
        let mut search = Self::new(case);
        values.enumerate().for_each(|(index, value)| search.add(index, value));
        search.settle();
        search
    }

    /// A search for these words as they stand there, and in no other form.
    pub(crate) fn of_words<'a>(words: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut search = Self::new(Case::Sensitive);
        words.enumerate().for_each(|(index, word)| search.add_form(index, word));
        search.settle();
        search
    }

    /// One more value, by its number.
    pub(crate) fn add(&mut self, index: usize, value: &str) {
        for form in encodings::forms(value) {
            self.add_form(index, &form);
        }
    }

    fn add_form(&mut self, index: usize, form: &[u8]) {
        if form.is_empty() {
            return;
        }
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (start, length) = (small(self.bytes.len()), small(form.len()));
        self.start = self.start.min(form.len());
        self.longest = self.longest.max(form.len());
        self.bytes.extend(form.iter().map(|byte| self.case.of(*byte)));
        self.forms.push(Form { start, length, value: small(index), within: None });
    }

    /// How many bytes of memory its forms take.
    pub(crate) fn weight(&self) -> u64 {
        let forms = self.forms.len().saturating_mul(size_of::<Form>());
        self.bytes.len().saturating_add(forms) as u64
    }

    /// Puts the forms in order: to be called before anything is looked at.
    pub(crate) fn settle(&mut self) {
        let mut forms = std::mem::take(&mut self.forms);
        sort(&mut forms, &self.bytes);
        self.width = forms.len().max(64).saturating_mul(16).ilog2().min(23);
        self.starts = vec![0; 1_usize.wrapping_shl(self.width).div_euclid(64)];
        // Those that begin each other stand behind each other.
        let mut open: Vec<usize> = Vec::new();
        for index in 0..forms.len() {
            let own = forms.get(index).map(|form| text(form, &self.bytes)).unwrap_or_default();
            while let Some(last) = open.last().and_then(|last| forms.get(*last)) {
                if own.starts_with(text(last, &self.bytes)) {
                    break;
                }
                open.pop();
            }
            let start =
                own.iter().take(self.start).fold(0, |start, byte| start << 8 | u64::from(*byte));
            let slot = self.slot(start);
            if let Some(bits) = self.starts.get_mut(slot.div_euclid(64)) {
                *bits |= 1_u64.wrapping_shl(slot as u32);
            }
            let last = open.last().and_then(|last| u32::try_from(last.saturating_add(1)).ok());
            if let Some(form) = forms.get_mut(index) {
                form.within = last.and_then(std::num::NonZeroU32::new);
            }
            open.push(index);
        }
        self.forms = forms;
    }

    fn slot(&self, start: u64) -> usize {
        let bits = self.start.saturating_mul(8) as u32;
        let start = start & 1_u64.wrapping_shl(bits).wrapping_sub(1);
        start.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_shr(64_u32.saturating_sub(self.width))
            as usize
    }

    /// Tells of each value that stands in these bytes.
    pub(crate) fn each(&self, bytes: &[u8], mut found: impl FnMut(usize)) {
        if self.is_empty() {
            return;
        }
        let mut start = 0_u64;
        for (at, byte) in bytes.iter().enumerate() {
            start = start << 8 | u64::from(self.case.of(*byte));
            let slot = self.slot(start);
            let bits = self.starts.get(slot.div_euclid(64)).copied().unwrap_or_default();
            if bits.wrapping_shr(slot as u32) & 1 == 1
                && let Some(from) = at.saturating_add(1).checked_sub(self.start)
            {
                self.at(bytes.get(from..).unwrap_or_default(), &mut found);
            }
        }
    }

    /// Tells of each value that stands at the beginning of these bytes. Its forms all begin the
    /// last form that comes no later than they do.
    fn at(&self, bytes: &[u8], found: &mut impl FnMut(usize)) {
        let after = self.forms.partition_point(|form| self.compare(form, bytes).is_le());
        let mut next = after;
        while let Some(form) = next.checked_sub(1).and_then(|index| self.forms.get(index)) {
            if self.compare(form, bytes).is_eq() {
                found(form.value as usize);
            }
            next = form.within.map_or(0, |within| within.get() as usize);
        }
    }

    /// How a form compares to the beginning of these bytes.
    fn compare(&self, form: &Form, bytes: &[u8]) -> Ordering {
        let own = text(form, &self.bytes);
        let there = bytes.get(..own.len()).unwrap_or(bytes);
        match self.case {
            Case::Sensitive => own.cmp(there),
            Case::Insensitive => {
                own.iter().copied().cmp(there.iter().map(|one| self.case.of(*one)))
            }
        }
    }

    /// Whether there is nothing to look for.
    pub(crate) fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }
}

impl Case {
    /// A byte as it is compared.
    fn of(self, byte: u8) -> u8 {
        if self == Case::Sensitive { byte } else { byte.to_ascii_lowercase() }
    }
}

fn text<'b>(form: &Form, bytes: &'b [u8]) -> &'b [u8] {
    let start = form.start as usize;
    bytes.get(start..start.saturating_add(form.length as usize)).unwrap_or_default()
}

#[inline(never)]
fn sort(forms: &mut [Form], bytes: &[u8]) {
    forms.sort_unstable_by(|one, other| text(one, bytes).cmp(text(other, bytes)));
}

/// Who looks for values in bytes.
pub(crate) trait Look {
    /// What for.
    fn search(&self) -> &Search;

    /// Is told of a value that stands there.
    fn found(&self, value: usize);

    /// Looks at bytes.
    fn look(&self, bytes: &[u8]) {
        self.search().each(bytes, |value| self.found(value));
    }
}

/// A stream that is looked at as it goes by: what straddles two of its pieces is found as well.
pub(crate) struct Trail {
    who: Rc<dyn Look>,
    tail: Vec<u8>,
}

impl Trail {
    pub(crate) fn new(who: Rc<dyn Look>) -> Self {
        Self { who, tail: Vec::new() }
    }

    /// Looks at the next piece.
    pub(crate) fn look(&mut self, bytes: &[u8]) {
        if self.who.search().is_empty() {
            return;
        }
        let most = self.who.search().longest.saturating_sub(1);
        let seam = bytes.get(..most.min(bytes.len())).unwrap_or_default();
        self.tail.extend_from_slice(seam);
        self.who.look(&self.tail);
        self.who.look(bytes);
        if bytes.len() >= most {
            self.tail.clear();
            let end = bytes.get(bytes.len().saturating_sub(most)..).unwrap_or_default();
            self.tail.extend_from_slice(end);
        } else {
            let more = self.tail.len().saturating_sub(most);
            self.tail.drain(..more);
        }
    }
}

/// Looks at the bytes of a source, but for those ranges in which raw bytes tell nothing.
///
/// # Errors
/// Fails where the source cannot be read.
pub(crate) fn raw(
    who: &Rc<dyn Look>,
    source: &dyn crate::source::Source,
    packed: &[std::ops::Range<u64>],
) -> Result<(), crate::source::Unread> {
    const WINDOW: u64 = 1 << 20;
    if who.search().is_empty() {
        return Ok(());
    }
    let mut packed = packed.to_vec();
    crate::order::by(&mut packed, |range| (range.start, 0));
    let mut packed = packed.into_iter().peekable();
    let mut trail = Trail::new(who.clone());
    let mut position = 0;
    while position < source.len() {
        while packed.next_if(|range| range.end <= position).is_some() {}
        let mut end = position.saturating_add(WINDOW).min(source.len());
        match packed.peek() {
            Some(range) if range.start <= position => {
                position = range.end;
                trail = Trail::new(who.clone());
                continue;
            }
            Some(range) => end = end.min(range.start),
            None => {}
        }
        trail.look(&source.bytes(position..end, WINDOW)?);
        position = end;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    struct One(Search, Cell<u32>);

    impl Look for One {
        fn search(&self) -> &Search {
            &self.0
        }

        fn found(&self, _: usize) {
            self.1.set(self.1.get() + 1);
        }
    }

    #[test]
    fn a_value_that_straddles_two_pieces_is_found() {
        let search = Search::of(["Piet Jansen"].into_iter(), Case::Sensitive);
        let one = Rc::new(One(search, Cell::new(0)));
        let mut trail = Trail::new(one.clone());
        for piece in [b"xx Pi".as_slice(), b"e", b"t J", b"ansen"] {
            trail.look(piece);
        }
        assert!(one.1.get() > 0);
    }

    #[test]
    fn what_is_packed_is_left_out() {
        let search = Search::of(["Piet Jansen"].into_iter(), Case::Sensitive);
        let one = Rc::new(One(search, Cell::new(0)));
        let who: Rc<dyn Look> = one.clone();
        let bytes = b"0123 Piet Jansen".as_slice();
        assert_eq!(raw(&who, &bytes, std::slice::from_ref(&(4..16))), Ok(()));
        assert_eq!(one.1.get(), 0);
        assert_eq!(raw(&who, &bytes, std::slice::from_ref(&(0..4))), Ok(()));
        assert!(one.1.get() > 0);
    }

    #[test]
    fn all_values_are_found_that_stand_at_a_place_whatever_else_begins_as_they_do() {
        let values = ["Piet Jansen", "Piet J", "Piet Jansens", "Piet Bakker", "\u{0130}brahim"];
        let found = |text: &str, case| {
            let mut found = Vec::new();
            Search::of(values.into_iter(), case).each(text.as_bytes(), |value| found.push(value));
            found.sort_unstable();
            found.dedup();
            found
        };
        assert_eq!(found("xPiet Jansensx", Case::Sensitive), [0, 1, 2]);
        assert_eq!(found("Piet Jansen", Case::Sensitive), [0, 1]);
        assert_eq!(found("Piet Ja", Case::Sensitive), [1]);
        assert_eq!(found("Piet Bakke 506965742042616b6b6572", Case::Sensitive), [3]);
        assert!(found("PIET JANSEN", Case::Sensitive).is_empty());
        assert_eq!(found("PIET JANSEN \u{0130}BRAHIM", Case::Insensitive), [0, 1, 4]);
    }

    #[test]
    fn words_are_found_as_they_stand_there_however_short() {
        let words = [b"<f>".as_slice(), b"mergeCell", b"x", b"<"];
        let found = |text: &[u8]| {
            let mut found = std::collections::BTreeSet::new();
            Search::of_words(words.into_iter()).each(text, |word| {
                found.insert(word);
            });
            found.into_iter().collect::<Vec<_>>()
        };
        assert_eq!(found(b"<f> mergeCells"), [0, 1, 3]);
        assert_eq!(found(b"<g"), [3]);
        assert!(found(b"").is_empty() && found(b"mergecell").is_empty());
    }

    #[test]
    fn of_many_values_each_is_found_and_takes_little_memory() {
        let values: Vec<String> = (0..5000).map(|at| format!("Naam van nummer {at}")).collect();
        let search = Search::of(values.iter().map(String::as_str), Case::Sensitive);
        for (index, value) in values.iter().enumerate() {
            let mut found = Vec::new();
            search.each(format!("..{value}").as_bytes(), |value| found.push(value));
            assert!(found.contains(&index), "{value}");
        }
        assert!(search.weight() < 5000 * 2000);
    }
}
