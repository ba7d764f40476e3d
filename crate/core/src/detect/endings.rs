//! Ends of words, looked up by the last letter.

/// Ends of words, by their last byte.
pub(super) struct Endings(Vec<(u8, Vec<&'static str>)>);

impl Endings {
    /// The ends in a list with spaces between them.
    pub(super) fn of(list: &'static str) -> Self {
        let mut endings: Vec<(u8, Vec<&'static str>)> = Vec::new();
        for ending in list.split_ascii_whitespace() {
            let last = ending.bytes().last().unwrap_or_default();
            match endings.iter_mut().find(|(byte, _)| *byte == last) {
                Some((_, same)) => same.push(ending),
                None => endings.push((last, vec![ending])),
            }
        }
        Self(endings)
    }

    /// Whether a word ends with one of them, in any case of its ASCII letters.
    pub(super) fn end(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let Some(last) = bytes.last().map(u8::to_ascii_lowercase) else { return false };
        let same = self.0.iter().find(|(byte, _)| *byte == last).map(|(_, same)| same);
        same.into_iter().flatten().any(|ending| {
            let start = bytes.len().checked_sub(ending.len());
            let end = start.and_then(|start| bytes.get(start..));
            end.is_some_and(|end| end.eq_ignore_ascii_case(ending.as_bytes()))
        })
    }
}
