//! Rare names, far more than the lexicon holds: a few bits for each, which take other words for names
//! one time in forty. They count for words with a capital only, and are evidence as all lists are.

use super::fold::fold;
use super::lexicon::{self, Traits};

static DATA: &[u8] = include_bytes!("data/more_names.bits");

/// The first line of the bits.
pub const HEAD: &str = "# Bits for rare first names and surnames that were written down for Lakmoes \
    (tests/bench/personal-data/names, CC0), made by a test with UPDATE=1; licence MIT.\n";

/// How many bytes first names and surnames take.
const SIZES: [usize; 2] = [15 << 10, 38 << 10];
/// How many bits a name sets.
const HASHES: u64 = 5;

const IS_FIRST: Traits = Traits::of(0);
const IS_LAST: Traits = Traits::of(1);

/// The bits for folded first names and surnames.
pub fn pack(first: &[String], last: &[String]) -> Vec<u8> {
    let mut packed = HEAD.as_bytes().to_vec();
    for (names, size) in [first, last].into_iter().zip(SIZES) {
        let mut bits = vec![0_u8; size];
        for name in names {
            for (byte, bit) in places(lexicon::hash(name), size) {
                if let Some(byte) = bits.get_mut(byte) {
                    *byte |= 1_u8.wrapping_shl(bit);
                }
            }
        }
        packed.append(&mut bits);
    }
    packed
}

/// What a word is by these bits, in whatever case and with whatever accents.
/// The hash of its letters is at hand.
pub(super) fn traits(word: &str, hash: u64) -> Traits {
    let [first, last] = SIZES;
    let start = HEAD.len();
    let middle = start.saturating_add(first);
    let of = |from: usize, size: usize| DATA.get(from..from.saturating_add(size));
    let hash = if word.is_ascii() { hash } else { lexicon::hash(&fold(word)) };
    let has = |bits: Option<&[u8]>| {
        let bits = bits.unwrap_or_default();
        places(hash, bits.len())
            .all(|(byte, bit)| bits.get(byte).is_some_and(|b| b.wrapping_shr(bit) & 1 == 1))
    };
    let none = Traits::default();
    let first = if has(of(start, first)) { IS_FIRST } else { none };
    let last = if has(of(middle, last)) { IS_LAST } else { none };
    first.and(last)
}

/// The bits of a word.
fn places(hash: u64, bytes: usize) -> impl Iterator<Item = (usize, u32)> + use<> {
    let bits = u64::try_from(bytes.max(1)).unwrap_or(1).saturating_mul(8);
    let hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (one, two) = (hash.wrapping_shr(32), (hash & 0xffff_ffff) | 1);
    (0..HASHES).map(move |step| {
        let place = one.wrapping_add(step.wrapping_mul(two)).checked_rem(bits).unwrap_or(0);
        (usize::try_from(place / 8).unwrap_or(0), u32::try_from(place % 8).unwrap_or(0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_names_are_known_and_few_other_words() {
        let of = |word: &str| traits(word, lexicon::hash(word));
        assert!(DATA.starts_with(HEAD.as_bytes()) && HEAD.contains("licence"));
        assert_eq!(DATA.len(), HEAD.len() + SIZES.iter().sum::<usize>());
        let others = (0..2000).filter(|n| of(&format!("qxz{n}wkv")).has(IS_LAST)).count();
        assert!(others < 80, "{others}");
    }
}
