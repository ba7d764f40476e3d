//! Things on a page by the bands of height that they reach into, so that not all are looked at for
//! each point.

/// Things in bands, from low to high.
#[derive(Debug)]
pub struct Bands {
    low: f64,
    /// How many bands there are in a point of height.
    per: f64,
    /// Which things reach into each band, in order.
    lists: Vec<Vec<u32>>,
}

/// There are no more bands than this.
const MOST: f64 = 4096.0;

/// On average a thing stands in no more bands than this.
const COPIES: f64 = 8.0;

impl Bands {
    /// Things by how low and how high they reach.
    pub fn new(reaches: &[(f64, f64)]) -> Self {
        let low = reaches.iter().map(|one| one.0).fold(f64::MAX, f64::min);
        let high = reaches.iter().map(|one| one.1).fold(f64::MIN, f64::max);
        let whole = (high - low).max(1e-6);
        let parts: f64 = reaches.iter().map(|one| ((one.1 - one.0) / whole).abs()).sum();
        let count = reaches.len() as f64;
        // A conversion of floats keeps within bounds.
        let bands = (count * COPIES / parts.max(1.0)).min(count * 2.0).clamp(1.0, MOST).floor();
        let mut all = Self { low, per: bands / whole, lists: vec![Vec::new(); bands as usize] };
        for (index, (from, to)) in reaches.iter().enumerate() {
            let (first, last) = (all.band(*from), all.band(*to));
            for list in all.lists.get_mut(first..=last.max(first)).unwrap_or_default() {
                list.push(u32::try_from(index).unwrap_or(u32::MAX));
            }
        }
        all
    }

    fn band(&self, height: f64) -> usize {
        let band = ((height - self.low) * self.per).floor().max(0.0) as usize;
        band.min(self.lists.len().saturating_sub(1))
    }

    /// How many things stand in a band, about.
    pub fn mean(&self) -> usize {
        let all: usize = self.lists.iter().map(Vec::len).sum();
        all.div_ceil(self.lists.len().max(1))
    }

    /// The things that may reach to a height.
    pub fn at(&self, height: f64) -> &[u32] {
        self.lists.get(self.band(height)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The things that may reach between two heights, in order.
    pub fn between(&self, low: f64, high: f64) -> Vec<u32> {
        let (first, last) = (self.band(low), self.band(high));
        let lists = self.lists.get(first..=last.max(first)).unwrap_or_default();
        let mut all = lists.concat();
        if lists.len() > 1 {
            all.sort_unstable();
            all.dedup();
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reaches_to_a_height_is_among_what_is_told() {
        let reaches: Vec<(f64, f64)> =
            (0..500).map(|at| (f64::from(at % 97), f64::from(at % 97 + at % 7))).collect();
        let bands = Bands::new(&reaches);
        assert!(bands.lists.len() > 50);
        for height in [0.0, 3.5, 42.0, 96.0, 102.0] {
            let told = bands.at(height);
            let reach = |one: &(f64, f64)| one.0 <= height && height <= one.1;
            let all = reaches.iter().enumerate().filter(|(_, one)| reach(one));
            assert!(all.into_iter().all(|(index, _)| told.contains(&(index as u32))));
            assert!(told.len() < 50);
        }
        let told = bands.between(3.0, 9.0);
        assert!(told.is_sorted() && told.len() < 100 && told.contains(&6));
        assert!(Bands::new(&[]).between(0.0, f64::NAN).is_empty());
        assert_eq!(Bands::new(&[(f64::NAN, 1.0), (0.0, 9.0)]).at(5.0), [1]);
    }
}
