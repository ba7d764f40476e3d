//! The words that mean something to a detector, found by one look in a table.

/// What a word means to a detector.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Role {
    /// It names what the detector looks for.
    Names,
    /// It is often seen near what the detector looks for.
    Hints,
    /// It names something else that looks alike.
    Against,
}

/// What a word means: the number of a detector, and the role.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meaning {
    /// Which detector, by its place in the list.
    pub detector: usize,
    /// What the word means to it.
    pub role: Role,
}

/// A word of the lexicon, or none.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Entry(u16);

impl Entry {
    /// Not a word of the lexicon.
    pub(crate) const NONE: Self = Self(u16::MAX);
}

/// What sort of word it is, whoever looks at it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Traits(u32);

impl Traits {
    /// The trait with this number, up to thirty-one.
    pub(crate) const fn of(number: u32) -> Self {
        Self(1_u32.wrapping_shl(number))
    }

    /// Whether it has one of these.
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// All of them, as bits.
    pub(crate) const fn bits(self) -> u32 {
        self.0
    }

    /// These and others.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A word and all that is known of it.
struct Word {
    word: &'static str,
    traits: Traits,
    meanings: Vec<Meaning>,
}

/// All words that some detector knows.
pub(crate) struct Lexicon {
    words: Vec<Word>,
    /// Numbers of words, at the slot of their hash or the first free one after it.
    slots: Vec<Entry>,
    mask: u64,
}

/// The hash of no letters at all.
pub(crate) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash with one more byte of a word, in small letters where it is ASCII.
pub(crate) fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The hash of a word.
pub(crate) fn hash(word: &str) -> u64 {
    word.bytes().fold(START, mix)
}

impl Role {
    /// Its number.
    pub(crate) fn index(self) -> usize {
        match self {
            Self::Names => 0,
            Self::Hints => 1,
            Self::Against => 2,
        }
    }
}

impl Lexicon {
    /// The lexicon of these words: what they mean to detectors, and what sort of word they are.
    pub(crate) fn of(
        meanings: &[(&'static str, Meaning)],
        traits: &[(&'static str, Traits)],
    ) -> Self {
        let most = meanings.len().saturating_add(traits.len());
        let size = most.saturating_mul(2).max(16).next_power_of_two();
        let mut lexicon = Self {
            words: Vec::with_capacity(most),
            slots: vec![Entry::NONE; size],
            mask: mask(size),
        };
        for (word, meaning) in meanings {
            if let Some(word) = lexicon.add(word) {
                word.meanings.push(*meaning);
            }
        }
        for (word, traits) in traits {
            if let Some(word) = lexicon.add(word) {
                word.traits = word.traits.and(*traits);
            }
        }
        lexicon
    }

    /// The word, new where it is not known yet; nothing where the table can hold no more.
    fn add(&mut self, word: &'static str) -> Option<&mut Word> {
        for slot in self.probe(hash(word)) {
            let slot = self.slots.get_mut(slot)?;
            if *slot == Entry::NONE {
                let number = u16::try_from(self.words.len()).ok().map(Entry);
                *slot = number.filter(|entry| *entry != Entry::NONE)?;
                self.words.push(Word { word, traits: Traits(0), meanings: Vec::new() });
                return self.words.last_mut();
            }
            let known = self.words.get(usize::from(slot.0)).map(|known| known.word);
            if known == Some(word) {
                return self.words.get_mut(usize::from(slot.0));
            }
        }
        None
    }

    /// The entry of a word.
    pub(crate) fn find(&self, word: &str) -> Entry {
        self.look_up(hash(word), word.as_bytes())
    }

    /// The entry of a word, by its hash and its bytes.
    pub(crate) fn look_up(&self, hash: u64, word: &[u8]) -> Entry {
        for slot in self.probe(hash) {
            let entry = self.slots.get(slot).copied().unwrap_or(Entry::NONE);
            if entry == Entry::NONE {
                break;
            }
            if self.word(entry).is_some_and(|known| known.as_bytes().eq_ignore_ascii_case(word)) {
                return entry;
            }
        }
        Entry::NONE
    }

    /// The word of an entry.
    pub(crate) fn word(&self, entry: Entry) -> Option<&'static str> {
        self.words.get(usize::from(entry.0)).map(|word| word.word)
    }

    /// What an entry means to whom.
    pub(crate) fn meanings(&self, entry: Entry) -> &[Meaning] {
        self.words.get(usize::from(entry.0)).map(|word| &*word.meanings).unwrap_or_default()
    }

    /// What sort of word an entry is.
    pub(crate) fn traits(&self, entry: Entry) -> Traits {
        self.words.get(usize::from(entry.0)).map(|word| word.traits).unwrap_or_default()
    }

    /// The slots to look at for a hash, in order. The table is half full at most, so they are few.
    fn probe(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.mask;
        let first = hash ^ hash.wrapping_shr(29);
        (0..=mask).filter_map(move |step| usize::try_from(first.wrapping_add(step) & mask).ok())
    }
}

fn mask(size: usize) -> u64 {
    u64::try_from(size.saturating_sub(1)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_and_others_are_not() {
        let meaning = |detector| Meaning { detector, role: Role::Names };
        let lexicon =
            Lexicon::of(&[("bsn", meaning(0)), ("tel", meaning(1)), ("bsn", meaning(2))], &[]);
        let find = |word: &str| lexicon.look_up(hash(word), word.as_bytes());
        assert_eq!(lexicon.word(find("BSN")), Some("bsn"));
        let detectors: Vec<_> =
            lexicon.meanings(find("Bsn")).iter().map(|meaning| meaning.detector).collect();
        assert_eq!(detectors, [0, 2]);
        assert_eq!(find("bs"), Entry::NONE);
        assert_eq!(find(""), Entry::NONE);
    }
}
