//! LZW as PDF and TIFF have it: codes of 9 to 12 bits, the highest first.

use super::plain::Step;

const CLEAR: u16 = 256;
const END: u16 = 257;
const FIRST: u16 = 258;
const FULL: u16 = 4096;

/// Undoes `LZWDecode`; with `early`, codes grow one code before they have to.
pub fn decode(input: &[u8], early: bool, most: usize) -> Step {
    let mut table = Table::default();
    let mut bytes = Vec::new();
    let mut bits = Bits { input, at: 0, held: 0, count: 0 };
    let mut last: Option<u16> = None;
    let mut whole = false;
    while let Some(code) = bits.next(table.width(early)) {
        match code {
            CLEAR => {
                table = Table::default();
                last = None;
                continue;
            }
            END => {
                whole = true;
                break;
            }
            _ => {}
        }
        let known = code < CLEAR || code < table.next();
        let text = match (known, last) {
            (true, _) => table.text(code),
            (false, Some(last)) if code == table.next() => {
                let mut text = table.text(last);
                text.extend(text.first().copied());
                text
            }
            (false, _) => break,
        };
        if let (Some(last), Some(first)) = (last, text.first()) {
            table.add(last, *first);
        }
        bytes.extend_from_slice(&text);
        last = Some(code);
        if bytes.len() > most {
            return Step { bytes, used: bits.at, whole: false, full: true };
        }
    }
    let whole = whole || bits.at >= input.len();
    Step { bytes, used: bits.at, whole, full: false }
}

/// What each code past the first 258 stands for: the text of an earlier code and one byte more.
#[derive(Default)]
struct Table(Vec<(u16, u8)>);

impl Table {
    fn next(&self) -> u16 {
        u16::try_from(self.0.len()).unwrap_or(FULL).saturating_add(FIRST)
    }

    fn width(&self, early: bool) -> u32 {
        match self.next().saturating_add(u16::from(early)) {
            ..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        }
    }

    fn add(&mut self, prefix: u16, byte: u8) {
        if self.next() < FULL {
            self.0.push((prefix, byte));
        }
    }

    fn text(&self, mut code: u16) -> Vec<u8> {
        let mut text = Vec::new();
        while let Some((prefix, byte)) =
            code.checked_sub(FIRST).and_then(|index| self.0.get(usize::from(index)))
        {
            text.push(*byte);
            code = *prefix;
        }
        text.push(u8::try_from(code & 255).unwrap_or(0));
        text.reverse();
        text
    }
}

struct Bits<'a> {
    input: &'a [u8],
    at: usize,
    held: u32,
    count: u32,
}

impl Bits<'_> {
    fn next(&mut self, width: u32) -> Option<u16> {
        while self.count < width {
            let byte = self.input.get(self.at)?;
            self.at = self.at.saturating_add(1);
            self.held = self.held.wrapping_shl(8) | u32::from(*byte);
            self.count = self.count.saturating_add(8);
        }
        self.count = self.count.saturating_sub(width);
        let mask = 1_u32.wrapping_shl(width).wrapping_sub(1);
        u16::try_from(self.held.wrapping_shr(self.count) & mask).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_standard_is_read() {
        // ISO 32000-2, 7.4.4.2, example 1
        let input = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        let step = decode(&input, true, 99);
        assert_eq!(step.bytes, [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
        assert!(step.whole);
    }

    #[test]
    fn damage_ends_without_panic() {
        for seed in 0_u8..255 {
            let noise: Vec<u8> = (0..200_u8).map(|at| at.wrapping_mul(seed) ^ seed).collect();
            let _ = decode(&noise, seed % 2 == 0, 500);
        }
    }
}
