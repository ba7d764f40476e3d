//! Deflate, by `miniz_oxide` directly, so that the bytes are the same in every build.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_IGNORE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER,
    TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use super::plain::Step;

const LARGE: usize = 8 << 20;

/// Packs bytes as `FlateDecode` wants them.
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 9)
}

/// Undoes `FlateDecode`. A damaged stream gives what came out before the damage; one without its
/// two leading bytes is read all the same, as readers do.
pub fn inflate(input: &[u8], most: usize) -> Step {
    // Some programs write an empty stream without packing it.
    if input.trim_ascii().is_empty() {
        return Step { bytes: Vec::new(), used: input.len(), whole: true, full: false };
    }
    let zlib = run(input, most, TINFL_FLAG_PARSE_ZLIB_HEADER);
    if !zlib.bytes.is_empty() || zlib.whole || input.len() <= 2 {
        return zlib;
    }
    let rest = input.get(2..).unwrap_or_default();
    let mut raw = run(rest, most, 0);
    raw.used = raw.used.saturating_add(2);
    if raw.bytes.is_empty() { zlib } else { Step { whole: false, ..raw } }
}

fn run(input: &[u8], most: usize, flags: u32) -> Step {
    let flags = flags | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF | TINFL_FLAG_IGNORE_ADLER32;
    let mut state = Box::<DecompressorOxide>::default();
    let most = most.saturating_add(1);
    let mut bytes = vec![0; input.len().saturating_mul(4).clamp(512, 1 << 20).min(most)];
    let (mut used, mut made) = (0_usize, 0_usize);
    loop {
        let rest = input.get(used..).unwrap_or_default();
        let (status, read, written) = decompress(&mut state, rest, &mut bytes, made, flags);
        used = used.saturating_add(read);
        made = made.saturating_add(written);
        match status {
            TINFLStatus::HasMoreOutput if bytes.len() < most => {
                // At first by the double; what is large already grows by a quarter, since all of
                // it is written with zeros.
                let more =
                    if bytes.len() < LARGE { bytes.len() } else { bytes.len().div_euclid(4) };
                let larger = bytes.len().saturating_add(more).min(most);
                bytes.reserve_exact(larger.saturating_sub(bytes.len()));
                bytes.resize(larger, 0);
            }
            status => {
                bytes.truncate(made);
                let full = status == TINFLStatus::HasMoreOutput || made >= most;
                return Step { bytes, used, whole: status == TINFLStatus::Done, full };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_cut_short_gives_its_start() {
        let lines: String = (0..500).map(|line| format!("regel {line}: Jan de Vries\n")).collect();
        let packed = deflate(lines.as_bytes());
        let step = inflate(packed.get(..packed.len() / 2).unwrap(), 1 << 20);
        assert!(!step.whole && !step.full);
        assert!(step.bytes.starts_with(b"regel 0: Jan de Vries"));
    }

    #[test]
    fn nothing_is_read_as_nothing() {
        for empty in [b"".as_slice(), b"\r\n"] {
            let step = inflate(empty, 100);
            assert!(step.whole && step.bytes.is_empty() && step.used == empty.len());
        }
    }

    #[test]
    fn output_ends_at_its_bound() {
        let step = inflate(&deflate(&vec![7; 100_000]), 1_000);
        assert!(step.full);
        assert!(step.bytes.len() <= 1_001);
        assert!(!inflate(&deflate(&vec![7; 1_000]), 1_000).full);
    }
}
