//! The codes of the blocks of a JPEG picture (ITU-T T.81, annexes C, F and K).

use super::block::Block;
use crate::order::Gather;

/// Codes no longer than this are looked up at once.
const SHORT: u32 = 9;

/// A table of codes.
#[derive(Clone, Debug)]
pub struct Table {
    /// By the first bits: the length of the code, and what it stands for.
    short: Vec<(u8, u8)>,
    /// For each length, the first code, one more than the last, and where what they stand for is.
    lengths: [(u32, u32, usize); 17],
    symbols: Vec<u8>,
    /// By what it stands for: the code and its length.
    codes: Vec<(u16, u8)>,
}

impl Table {
    /// A table of so many codes of each length.
    pub fn new(lengths: &[u8], symbols: &[u8]) -> Option<Self> {
        let mut table = Self {
            short: vec![(0, 0); 1 << SHORT],
            lengths: [(0, 0, 0); 17],
            symbols: symbols.to_vec(),
            codes: vec![(0, 0); 256],
        };
        let (mut code, mut index) = (0_u32, 0_usize);
        for (length, count) in (1_u32..=16).zip(lengths) {
            let first = code;
            for _ in 0..*count {
                let symbol = *symbols.get(index)?;
                if code >= 1 << length {
                    return None;
                }
                let known = table.codes.get_mut(usize::from(symbol))?;
                *known = (u16::try_from(code).ok()?, length as u8);
                if length <= SHORT {
                    let shift = SHORT.saturating_sub(length);
                    let from = (code << shift) as usize;
                    let all = table.short.get_mut(from..from.saturating_add(1 << shift))?;
                    all.fill((length as u8, symbol));
                }
                code = code.saturating_add(1);
                index = index.saturating_add(1);
            }
            let own = table.lengths.get_mut(length as usize)?;
            *own = (first, code, index.saturating_sub(usize::from(*count)));
            code <<= 1;
        }
        Some(table)
    }

    fn read(&self, bits: &mut Bits<'_>) -> Option<u8> {
        let ahead = bits.ahead(16);
        let (length, symbol) = *self.short.get((ahead >> (16_u32.wrapping_sub(SHORT))) as usize)?;
        if length > 0 {
            bits.skip(u32::from(length))?;
            return Some(symbol);
        }
        for length in SHORT.saturating_add(1)..=16 {
            let code = ahead >> 16_u32.wrapping_sub(length);
            let (first, end, index) = *self.lengths.get(length as usize)?;
            if first <= code && code < end {
                bits.skip(length)?;
                let place = index.saturating_add(code.saturating_sub(first) as usize);
                return self.symbols.get(place).copied();
            }
        }
        None
    }
}

/// How many bytes the coded blocks take that start here.
pub fn length(bytes: &[u8]) -> Option<usize> {
    let mut at = 0_usize;
    loop {
        let rest = bytes.get(at..)?;
        let next = at.saturating_add(rest.iter().position(|byte| *byte == 0xFF)?);
        match bytes.get(next.saturating_add(1))? {
            0 | 0xD0..=0xD7 => at = next.saturating_add(2),
            0xFF => at = next.saturating_add(1),
            _ => return Some(next),
        }
    }
}

/// The bits of coded blocks.
pub struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    held: u64,
    count: u32,
}

impl<'a> Bits<'a> {
    /// Starts at the first.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, held: 0, count: 0 }
    }

    fn fill(&mut self) {
        while self.count <= 48 {
            let Some(byte) = self.bytes.get(self.at) else { return };
            let mut next = self.at.saturating_add(1);
            if *byte == 0xFF {
                // A zero follows where it is no marker.
                if self.bytes.get(next) != Some(&0) {
                    return;
                }
                next = next.saturating_add(1);
            }
            self.at = next;
            self.held = self.held << 8 | u64::from(*byte);
            self.count = self.count.saturating_add(8);
        }
    }

    /// The next bits, of which there may be fewer: then zeros follow.
    fn ahead(&mut self, wanted: u32) -> u32 {
        if self.count < wanted {
            self.fill();
        }
        let all = match self.count.checked_sub(wanted) {
            Some(more) => self.held.checked_shr(more).unwrap_or(0),
            None => self.held.checked_shl(wanted.wrapping_sub(self.count)).unwrap_or(0),
        };
        let mask = 1_u64.checked_shl(wanted).unwrap_or(0).wrapping_sub(1);
        (all & mask) as u32
    }

    fn skip(&mut self, count: u32) -> Option<()> {
        self.count = self.count.checked_sub(count)?;
        Some(())
    }

    fn take(&mut self, count: u32) -> Option<u32> {
        let bits = self.ahead(count);
        self.skip(count)?;
        Some(bits)
    }

    /// Passes over the marker at which a reader starts anew.
    pub fn restart(&mut self) -> Option<()> {
        (self.held, self.count) = (0, 0);
        while self.bytes.get(self.at.saturating_add(1)) == Some(&0xFF) {
            self.at = self.at.saturating_add(1);
        }
        match self.bytes.get(self.at..self.at.saturating_add(2)) {
            Some([0xFF, 0xD0..=0xD7]) => self.at = self.at.saturating_add(2),
            _ => return None,
        }
        Some(())
    }
}

/// A number of so many bits: the lower half of them are below zero.
fn signed(bits: u32, size: u32) -> i32 {
    let value = i32::try_from(bits).unwrap_or(0);
    match size.checked_sub(1).and_then(|half| 1_i32.checked_shl(half)) {
        Some(half) if value < half => value.wrapping_sub(half.wrapping_mul(2)).wrapping_add(1),
        _ => value,
    }
}

/// How many bits a number takes, and those.
fn bits_of(number: i32) -> (u32, u32) {
    let size = 32_u32.saturating_sub(number.unsigned_abs().leading_zeros());
    let value = if number < 0 { number.wrapping_sub(1) } else { number };
    let mask = 1_u32.checked_shl(size).unwrap_or(0).wrapping_sub(1);
    (size, value as u32 & mask)
}

/// Reads a block; `last` is the first number of the one before.
pub fn read(
    bits: &mut Bits<'_>,
    (first, others): (&Table, &Table),
    last: &mut i32,
    block: &mut Block,
) -> Option<()> {
    let size = u32::from(first.read(bits)?);
    if size > 11 {
        return None;
    }
    let difference = signed(bits.take(size)?, size);
    *last = last.checked_add(difference).filter(|sum| sum.unsigned_abs() < 1 << 15)?;
    *block.0.first_mut()? = *last;
    let mut at = 1_usize;
    while at < 64 {
        let symbol = others.read(bits)?;
        let (run, size) = (usize::from(symbol >> 4), u32::from(symbol & 15));
        if size == 0 {
            if run < 15 {
                break;
            }
            at = at.saturating_add(16);
            continue;
        }
        at = at.saturating_add(run);
        *block.0.get_mut(at)? = signed(bits.take(size)?, size);
        at = at.saturating_add(1);
    }
    Some(())
}

/// Calls `act` with each symbol of a block, whether it is one of the first number, and the bits
/// behind it.
fn symbols(block: &Block, last: i32, act: &mut dyn FnMut(bool, u8, u32, u32)) {
    let (size, bits) = bits_of(block.first().saturating_sub(last));
    act(true, size as u8, size, bits);
    let mut run = 0_u8;
    for number in block.0.iter().skip(1) {
        if *number == 0 {
            run = run.saturating_add(1);
            continue;
        }
        while run > 15 {
            act(false, 0xF0, 0, 0);
            run = run.saturating_sub(16);
        }
        let (size, bits) = bits_of(*number);
        act(false, run << 4 | size as u8, size, bits);
        run = 0;
    }
    if run > 0 {
        act(false, 0, 0, 0);
    }
}

/// Counts the symbols of a block.
pub fn count(block: &Block, last: i32, first: &mut Counts, others: &mut Counts) {
    symbols(block, last, &mut |is_first, symbol, _, _| {
        let counts = if is_first { &mut first.counts } else { &mut others.counts };
        if let Some(count) = counts.get_mut(usize::from(symbol)) {
            *count = count.saturating_add(1);
        }
    });
}

/// Writes a block; nothing where a code is missing.
pub fn write(
    writer: &mut Writer,
    (first, others): (&Table, &Table),
    last: i32,
    block: &Block,
) -> Option<()> {
    let mut whole = true;
    symbols(block, last, &mut |is_first, symbol, size, bits| {
        let table = if is_first { first } else { others };
        let (code, length) = table.codes.get(usize::from(symbol)).copied().unwrap_or_default();
        whole &= length > 0;
        writer.put(u32::from(code), u32::from(length));
        writer.put(bits, size);
    });
    whole.then_some(())
}

/// Coded blocks as they are written.
pub struct Writer {
    bytes: Vec<u8>,
    held: u64,
    count: u32,
    restarts: u8,
}

impl Writer {
    /// About as many bytes as this come.
    pub fn new(size: usize) -> Self {
        Self { bytes: Vec::with_capacity(size), held: 0, count: 0, restarts: 0 }
    }

    fn put(&mut self, bits: u32, count: u32) {
        self.held = self.held.checked_shl(count).unwrap_or(0) | u64::from(bits);
        self.count = self.count.saturating_add(count);
        while self.count >= 8 {
            self.count = self.count.saturating_sub(8);
            let byte = (self.held.checked_shr(self.count).unwrap_or(0) & 0xFF) as u8;
            self.bytes.push(byte);
            if byte == 0xFF {
                self.bytes.push(0);
            }
        }
    }

    fn end(&mut self) {
        let rest = self.count % 8;
        if rest > 0 {
            let more = 8_u32.saturating_sub(rest);
            self.put(0xFF_u32.checked_shr(rest).unwrap_or(0), more);
        }
    }

    /// The reader starts anew here.
    pub fn restart(&mut self) {
        self.end();
        self.bytes.extend_from_slice(&[0xFF, 0xD0 | self.restarts]);
        self.restarts = self.restarts.wrapping_add(1) & 7;
    }

    /// All that was written.
    pub fn finish(mut self) -> Vec<u8> {
        self.end();
        self.bytes
    }
}

/// How often each symbol comes.
#[derive(Clone, Debug)]
pub struct Counts {
    counts: Vec<u32>,
}

impl Default for Counts {
    fn default() -> Self {
        Self { counts: vec![0; 256] }
    }
}

/// No code is longer.
const LONGEST: usize = 16;

impl Counts {
    /// Whether any symbol comes.
    pub fn is_used(&self) -> bool {
        self.counts.iter().any(|count| *count > 0)
    }

    /// How many codes there are of each length, and the symbols that they stand for, those that
    /// come most first. No code is all ones.
    pub fn table(&self) -> (Vec<u8>, Vec<u8>) {
        let mut order: Vec<(u32, u8)> = (0..=u8::MAX)
            .zip(&self.counts)
            .filter(|(_, count)| **count > 0)
            .map(|(symbol, count)| (*count, symbol))
            .collect();
        crate::order::by(&mut order, |(count, symbol)| (!u64::from(*count), u64::from(*symbol)));
        // One more, which comes least, takes the code of ones.
        let mut sizes = lengths(order.iter().map(|(count, _)| *count).chain([0]).collect());
        crate::order::by(&mut sizes, |size| (*size as u64, 0));
        let mut counts = vec![0_u8; LONGEST];
        for size in sizes.iter().take(order.len()) {
            if let Some(count) = counts.get_mut(size.saturating_sub(1)) {
                *count = count.saturating_add(1);
            }
        }
        (counts, order.into_iter().map(|(_, symbol)| symbol).collect())
    }
}

/// The lengths of codes for symbols that come so often, none longer than the longest.
fn lengths(mut counts: Vec<u32>) -> Vec<usize> {
    loop {
        let mut parents: Vec<Option<usize>> = vec![None; counts.len()];
        let mut open: std::collections::BTreeSet<(u64, usize)> =
            counts.iter().enumerate().map(|(index, count)| (u64::from(*count), index)).into_set();
        while let (Some(one), Some(other)) = (open.pop_first(), open.pop_first()) {
            let parent = parents.len();
            parents.push(None);
            for (_, child) in [one, other] {
                if let Some(place) = parents.get_mut(child) {
                    *place = Some(parent);
                }
            }
            open.insert((one.0.saturating_add(other.0), parent));
            if open.len() == 1 {
                break;
            }
        }
        let depth = |mut index: usize| {
            let mut depth = 0_usize;
            while let Some(Some(parent)) = parents.get(index) {
                index = *parent;
                depth = depth.saturating_add(1);
            }
            depth.max(1)
        };
        let depths: Vec<usize> = (0..counts.len()).map(depth).collect();
        if depths.iter().all(|depth| *depth <= LONGEST) {
            return depths;
        }
        // Rarer than this they are as good as equally rare.
        for count in &mut counts {
            *count = count.div_ceil(2).max(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(counts: &Counts) -> Table {
        let (lengths, symbols) = counts.table();
        Table::new(&lengths, &symbols).unwrap()
    }

    fn block(seed: i32) -> Block {
        let mut block = Block::default();
        for (index, number) in (0_i32..).zip(block.0.iter_mut()) {
            let value = (index * 31 + seed * 17) % 23;
            *number = if value > 15 { value * (1 - 2 * (index % 2)) * seed.min(40) } else { 0 };
        }
        block
    }

    #[test]
    fn blocks_come_back_in_codes_of_their_own() {
        let blocks: Vec<Block> = (0..50).map(block).collect();
        let (mut first, mut others) = (Counts::default(), Counts::default());
        let mut last = 0;
        for block in &blocks {
            count(block, last, &mut first, &mut others);
            last = block.first();
        }
        let (first, others) = (table(&first), table(&others));
        let mut writer = Writer::new(0);
        last = 0;
        for block in &blocks {
            write(&mut writer, (&first, &others), last, block).unwrap();
            last = block.first();
        }
        let bytes = writer.finish();
        let mut bits = Bits::new(&bytes);
        let mut before = 0;
        for block in &blocks {
            let mut back = Block::default();
            read(&mut bits, (&first, &others), &mut before, &mut back).unwrap();
            assert_eq!(back, *block);
        }
    }

    #[test]
    fn no_code_is_too_long_or_all_ones() {
        let mut counts = Counts::default();
        let (mut one, mut two) = (1_u32, 1_u32);
        for count in counts.counts.iter_mut().take(40) {
            *count = one;
            (one, two) = (two, one + two);
        }
        let (lengths, symbols) = counts.table();
        let used: u32 =
            (1..=16).zip(&lengths).map(|(at, count)| u32::from(*count) << (16 - at)).sum();
        assert!(used < 1 << 16, "{used}");
        assert_eq!(lengths.iter().map(|count| usize::from(*count)).sum::<usize>(), symbols.len());
        assert_eq!(symbols.len(), 40);
    }
}
