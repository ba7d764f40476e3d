//! Sorting by place. One sort serves all types: each that the standard library is asked for adds some
//! six kilobytes to the module.

use std::collections::{BTreeMap, BTreeSet};

/// Puts items in the order of a pair of numbers, such as start and end; equals stay as they stood.
pub(crate) fn by<T>(items: &mut Vec<T>, key: impl Fn(&T) -> (u64, u64)) {
    if items.len() < 2 {
        return;
    }
    let keys = items.iter().map(&key).enumerate().map(|(at, (first, then))| (first, then, at));
    let keys = sorted(keys.collect());
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(keys.into_iter().filter_map(|(.., at)| taken.get_mut(at)?.take()));
}

/// What puts a number at its place among others.
pub(crate) fn float(number: f64) -> u64 {
    let bits = number.to_bits();
    if number.is_sign_negative() { !bits } else { bits | 1 << 63 }
}

/// Into a set or a map, one after the other. To collect them sorts them first, at the same price.
pub(crate) trait Gather: Iterator + Sized {
    /// The set of what comes.
    fn into_set(self) -> BTreeSet<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut set = BTreeSet::new();
        set.extend(self);
        set
    }

    /// The map of the pairs that come; of one key the last counts.
    fn into_map<K: Ord, V>(self) -> BTreeMap<K, V>
    where
        Self: Iterator<Item = (K, V)>,
    {
        let mut map = BTreeMap::new();
        map.extend(self);
        map
    }
}

impl<I: Iterator> Gather for I {}

#[inline(never)]
fn sorted(mut keys: Vec<(u64, u64, usize)>) -> Vec<(u64, u64, usize)> {
    keys.sort_unstable();
    keys
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_below_nothing_come_first() {
        let mut items = vec![0.5, -0.25, 3.0, 0.0, -7.0];
        super::by(&mut items, |number| (super::float(*number), 0));
        assert_eq!(items, [-7.0, -0.25, 0.0, 0.5, 3.0]);
    }

    #[test]
    fn equals_stay_as_they_stood() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        super::by(&mut items, |(number, _)| (*number, 0));
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
