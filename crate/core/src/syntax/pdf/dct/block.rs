//! One block of a JPEG picture: eight rows of eight samples, as waves (ITU-T T.81, A.3).

use crate::syntax::pdf::patch::Spans;

/// The numbers of a block, in the order in which they are coded.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Block(pub [i32; 64]);

impl Default for Block {
    fn default() -> Self {
        Self([0; 64])
    }
}

/// For each place in the order of the code, its row and its column, times eight.
#[rustfmt::skip]
const ORDER: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/// The cosines of the sixteenths of a half turn, halved; of the level one, its measure.
const COSINES: [f32; 8] = [
    0.353_553_4,
    0.490_392_6,
    0.461_939_8,
    0.415_734_8,
    0.353_553_4,
    0.277_785_1,
    0.191_341_7,
    0.097_545_16,
];

/// A sample of a block that was worked out anew may be off by so much where it is covered.
const OFF: f32 = 44.0;

/// What is seen of such a block may differ by so much.
const SEEN: f32 = 40.0;

/// So many times the numbers of a block are worked out.
const TIMES: u32 = 12;

type Samples = [f32; 64];

/// Which samples of the block in this column and row are among these; the first is the lowest bit.
pub fn mask(spans: &Spans, (column, row): (usize, usize)) -> u64 {
    let first = u32::try_from(column.saturating_mul(8)).unwrap_or(u32::MAX);
    let top = u32::try_from(row.saturating_mul(8)).unwrap_or(u32::MAX);
    let mut mask = 0_u64;
    for down in 0..8_u32 {
        let mut own = 0_u64;
        for stretch in spans.stretches(top.saturating_add(down)) {
            let from = stretch.start.saturating_sub(first).min(8);
            let to = stretch.end.saturating_sub(first).min(8);
            let below = |end: u32| 1_u64.checked_shl(end).unwrap_or(0).wrapping_sub(1);
            own |= below(to) & !below(from);
        }
        mask |= own.checked_shl(down.saturating_mul(8)).unwrap_or(0);
    }
    mask
}

fn is(mask: u64, index: usize) -> bool {
    mask.checked_shr(index as u32).unwrap_or(0) & 1 == 1
}

/// The grades of these samples, from 0 to 255.
pub fn grades(samples: &Samples, mask: u64) -> impl Iterator<Item = u8> {
    let all = samples.iter().enumerate().filter(move |(index, _)| is(mask, *index));
    all.map(|(_, sample)| (sample + 128.0).round().clamp(0.0, 255.0) as u8)
}

impl Block {
    /// The number that tells the colour of the whole.
    pub fn first(&self) -> i32 {
        let [first, ..] = self.0;
        first
    }

    /// The same block in steps of one; nothing where a number has no code then.
    pub fn stretch(&mut self, steps: &[u16; 64]) -> Option<()> {
        for (index, (number, step)) in self.0.iter_mut().zip(steps).enumerate() {
            *number = number.checked_mul(i32::from(*step))?;
            let least = if index == 0 { -1024 } else { -1023 };
            if !(least..=1023).contains(number) {
                return None;
            }
        }
        Some(())
    }

    /// The samples, as far from the middle grey as they are.
    pub fn samples(&self, steps: &[u16; 64]) -> Samples {
        let mut waves = [0.0_f32; 64];
        for ((number, step), place) in self.0.iter().zip(steps).zip(ORDER) {
            if let Some(wave) = waves.get_mut(usize::from(place)) {
                *wave = number.wrapping_mul(i32::from(*step)) as f32;
            }
        }
        turned(&waves, false)
    }

    fn of(samples: &Samples, steps: &[u16; 64]) -> Self {
        let waves = turned(samples, true);
        let mut block = Self::default();
        for (index, ((number, step), place)) in block.0.iter_mut().zip(steps).zip(ORDER).enumerate()
        {
            let wave = waves.get(usize::from(place)).copied().unwrap_or(0.0);
            // What is larger has no code.
            let most = if index == 0 { 1023.0 } else { 1022.0 };
            *number = (wave / f32::from(*step)).round().clamp(-most, most) as i32;
        }
        block
    }

    /// The block without what is covered of it: as a whole one colour, in part so that what is
    /// seen looks the same. Nothing where no such block can be found.
    pub fn without(&self, covered: u64, steps: &[u16; 64], fill: i32) -> Option<Self> {
        let mut plain = Self::default();
        if let Some(first) = plain.0.first_mut() {
            *first = fill;
        }
        if covered == u64::MAX {
            return Some(plain);
        }
        let [colour, ..] = plain.samples(steps);
        let before = self.samples(steps).map(|sample| sample.clamp(-128.0, 127.0));
        let mut target = before;
        for (_, sample) in target.iter_mut().enumerate().filter(|(at, _)| is(covered, *at)) {
            *sample = colour;
        }
        let mut best: Option<(f32, Self)> = None;
        for _ in 0..TIMES {
            let block = Self::of(&target, steps);
            let now = block.samples(steps);
            let (mut seen, mut hidden) = (0.0_f32, 0.0_f32);
            for (index, (target, (now, before))) in
                target.iter_mut().zip(now.iter().zip(&before)).enumerate()
            {
                let now = now.clamp(-128.0, 127.0);
                if is(covered, index) {
                    hidden = hidden.max((now - colour).abs());
                    // What is seen may leave a little where it is not.
                    *target = colour + ((now - colour) / 2.0).clamp(-16.0, 16.0);
                } else {
                    seen = seen.max((now - before).abs());
                    *target += (before - now) / 2.0;
                }
            }
            let cost = if hidden <= OFF / 2.0 { seen } else { seen + hidden };
            let able = hidden <= OFF && seen <= SEEN;
            if able && best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, block));
            }
        }
        best.map(|(_, block)| block)
    }
}

/// From waves to samples, or from samples to waves: first the rows, then the columns.
fn turned(values: &Samples, to_waves: bool) -> Samples {
    let mut rows = [0.0_f32; 64];
    for (from, to) in values.chunks_exact(8).zip(rows.chunks_exact_mut(8)) {
        if from.iter().all(|value| *value == 0.0) {
            continue;
        }
        line(from.iter().copied(), to.iter_mut(), to_waves);
    }
    let mut all = [0.0_f32; 64];
    for column in 0..8 {
        let from = rows.iter().skip(column).step_by(8).copied();
        line(from, all.iter_mut().skip(column).step_by(8), to_waves);
    }
    all
}

fn line<'a>(
    from: impl Iterator<Item = f32> + Clone,
    to: impl Iterator<Item = &'a mut f32>,
    to_waves: bool,
) {
    for (index, value) in to.enumerate() {
        let parts = from.clone().enumerate().map(|(other, part)| {
            let (wave, sample) = if to_waves { (index, other) } else { (other, index) };
            part * cosine(wave, sample)
        });
        *value = parts.sum();
    }
}

/// How much of a wave there is at a sample.
fn cosine(wave: usize, sample: usize) -> f32 {
    let angle = sample.wrapping_mul(2).wrapping_add(1).wrapping_mul(wave) % 32;
    let (place, sign) = match angle {
        0..=7 => (angle, 1.0),
        8 | 24 => return 0.0,
        9..=15 => (16_usize.wrapping_sub(angle), -1.0),
        16..=23 => (angle.wrapping_sub(16), -1.0),
        _ => (32_usize.wrapping_sub(angle), 1.0),
    };
    // Only the first wave meets the first of them, which is level and has its own measure.
    sign * COSINES.get(place).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_become_waves_and_come_back() {
        let mut samples = [0.0_f32; 64];
        for (index, sample) in samples.iter_mut().enumerate() {
            *sample = (index * 37 % 101) as f32 - 50.0;
        }
        let back = turned(&turned(&samples, true), false);
        for (one, other) in samples.iter().zip(back) {
            assert!((one - other).abs() < 0.01, "{one} {other}");
        }
    }

    #[test]
    fn what_is_seen_of_a_block_stays_and_what_is_covered_is_one_colour() {
        let steps = [4_u16; 64];
        let mut samples = [100.0_f32; 64];
        for (index, sample) in samples.iter_mut().enumerate() {
            if index % 3 == 0 {
                *sample = -100.0;
            }
        }
        let block = Block::of(&samples, &steps);
        let covered = 0xffff_ffff_u64;
        let left = block.without(covered, &steps, 100 * 8 / 4).unwrap();
        for (index, (before, after)) in
            block.samples(&steps).iter().zip(left.samples(&steps)).enumerate()
        {
            let wanted = if index < 32 { 100.0 } else { *before };
            assert!((wanted - after).abs() < 24.0, "{index} {wanted} {after}");
        }
        let whole = block.without(u64::MAX, &steps, 7).unwrap();
        assert_eq!(whole.first(), 7);
        assert!(whole.0.iter().skip(1).all(|number| *number == 0));
    }

    #[test]
    fn a_block_knows_which_of_its_samples_are_covered() {
        let all = Spans::all(20, 20);
        assert_eq!(mask(&all, (1, 1)), u64::MAX);
        assert_eq!(mask(&all, (2, 0)), 0x0f0f_0f0f_0f0f_0f0f);
        assert_eq!(mask(&all, (3, 0)), 0);
    }
}
