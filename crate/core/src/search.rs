//! Looks for values in bytes, in every form in which they can stand there.

use std::rc::Rc;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::encodings;

/// Values, and how to find them.
pub(crate) struct Search {
    automaton: Option<AhoCorasick>,
    /// The value that each pattern is a form of.
    value_of: Vec<usize>,
    longest: usize,
}

/// Whether capitals matter.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Case {
    /// They do.
    Sensitive,
    /// They do not, as far as ASCII goes.
    Insensitive,
}

impl Search {
    /// A search for these values.
    pub(crate) fn new<'a>(values: impl Iterator<Item = &'a str>, case: Case) -> Self {
        let mut patterns = Vec::new();
        let mut value_of = Vec::new();
        for (index, value) in values.enumerate() {
            for form in encodings::forms(value) {
                patterns.push(form);
                value_of.push(index);
            }
        }
        let longest = patterns.iter().map(Vec::len).max().unwrap_or(0);
        let automaton = (!patterns.is_empty())
            .then(|| {
                AhoCorasick::builder()
                    .match_kind(MatchKind::Standard)
                    .ascii_case_insensitive(case == Case::Insensitive)
                    .build(&patterns)
                    .ok()
            })
            .flatten();
        Self { automaton, value_of, longest }
    }

    /// Tells of each value that stands in these bytes.
    pub(crate) fn each(&self, bytes: &[u8], mut found: impl FnMut(usize)) {
        let Some(automaton) = &self.automaton else { return };
        for one in automaton.find_overlapping_iter(bytes) {
            if let Some(value) = self.value_of.get(one.pattern().as_usize()) {
                found(*value);
            }
        }
    }

    /// Whether there is nothing to look for.
    pub(crate) fn is_empty(&self) -> bool {
        self.automaton.is_none()
    }
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
        let search = Search::new(["Piet Jansen"].into_iter(), Case::Sensitive);
        let one = Rc::new(One(search, Cell::new(0)));
        let mut trail = Trail::new(one.clone());
        for piece in [b"xx Pi".as_slice(), b"e", b"t J", b"ansen"] {
            trail.look(piece);
        }
        assert!(one.1.get() > 0);
    }

    #[test]
    fn what_is_packed_is_left_out() {
        let search = Search::new(["Piet Jansen"].into_iter(), Case::Sensitive);
        let one = Rc::new(One(search, Cell::new(0)));
        let who: Rc<dyn Look> = one.clone();
        let bytes = b"0123 Piet Jansen".as_slice();
        assert_eq!(raw(&who, &bytes, std::slice::from_ref(&(4..16))), Ok(()));
        assert_eq!(one.1.get(), 0);
        assert_eq!(raw(&who, &bytes, std::slice::from_ref(&(0..4))), Ok(()));
        assert!(one.1.get() > 0);
    }
}
