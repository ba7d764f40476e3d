//! The values of fields, as a person reads them.

use super::Field;
use crate::source::Source;
use crate::syntax::fields::{Order, readable, text, text16};

/// How many bytes a value of this form has; none for a form that the standard does not know.
pub fn size(form: u16) -> Option<u64> {
    Some(match form {
        BYTES | TEXT | 6 | UNDEFINED | UTF_8 => 1,
        SHORT | 8 => 2,
        LONG | 9 | 11 | 13 => 4,
        RATIO | SIGNED_RATIO | 12 => 8,
        _ => return None,
    })
}

/// The form of bytes.
pub const BYTES: u16 = 1;
/// The form of texts.
pub const TEXT: u16 = 2;
/// The form of numbers in two bytes.
pub const SHORT: u16 = 3;
/// The form of numbers in four bytes.
pub const LONG: u16 = 4;
/// The form of fractions.
pub const RATIO: u16 = 5;
/// The form of bytes that mean what their tag says.
pub const UNDEFINED: u16 = 7;
const SIGNED_RATIO: u16 = 10;
/// The form of texts since Exif 3.0.
pub const UTF_8: u16 = 129;

/// The whole numbers of a field, at most `most`; of fractions, above and below in turn.
pub fn numbers(source: &dyn Source, order: Order, field: &Field, most: u64) -> Vec<u64> {
    let (width, parts) = match field.form {
        BYTES | UNDEFINED | 6 => (1, 1),
        SHORT | 8 => (2, 1),
        LONG | 9 | 13 => (4, 1),
        RATIO | SIGNED_RATIO => (4, 2),
        _ => return Vec::new(),
    };
    let most = most.saturating_mul(parts).saturating_mul(width);
    let end = field.value.end.min(field.value.start.saturating_add(most));
    let Ok(bytes) = source.bytes(field.value.start..end, most) else { return Vec::new() };
    let number = |bytes: &[u8]| {
        let add = |sum: u64, byte: &u8| (sum << 8) | u64::from(*byte);
        match order {
            Order::Big => bytes.iter().fold(0, add),
            Order::Little => bytes.iter().rev().fold(0, add),
        }
    };
    bytes.chunks_exact(usize::try_from(width).unwrap_or(1)).map(number).collect()
}

/// A value as a person reads it, at most some thousands of characters.
pub fn show(source: &dyn Source, order: Order, field: &Field) -> String {
    let shown = field.value.start..field.value.end.min(field.value.start.saturating_add(SHOWN));
    let Ok(bytes) = source.bytes(shown, SHOWN) else { return String::new() };
    match (field.tag, field.form) {
        // The fields that Windows Explorer writes.
        (0x9C9B..=0x9C9F, BYTES | UNDEFINED) => text16(&bytes, Order::Little),
        // A comment, a method and the name of an area tell in which encoding they are.
        (0x9286, _) | (0x001B | 0x001C, UNDEFINED) => coded(&bytes, order),
        (_, TEXT | UTF_8) => text(&bytes),
        (_, BYTES | UNDEFINED | 6) if bytes.len() > 4 => {
            let all = text(&bytes);
            let plain = !all.is_empty() && !all.chars().any(char::is_control);
            if plain && std::str::from_utf8(&bytes).is_ok() { all } else { readable(&bytes) }
        }
        (_, UNDEFINED) if bytes.iter().all(u8::is_ascii_graphic) => text(&bytes),
        (_, RATIO) => join(numbers(source, order, field, FEW).chunks_exact(2).map(ratio)),
        (_, SIGNED_RATIO) => join(numbers(source, order, field, FEW).chunks_exact(2).map(signed)),
        _ => join(numbers(source, order, field, FEW).iter().map(ToString::to_string)),
    }
}

/// How much of one value is shown.
const SHOWN: u64 = 64 << 10;
/// How many numbers of one field are shown.
const FEW: u64 = 16;

fn join(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(" ")
}

fn ratio(pair: &[u64]) -> String {
    match pair {
        [above, 1] => above.to_string(),
        [above, below] => format!("{above}/{below}"),
        _ => String::new(),
    }
}

fn signed(pair: &[u64]) -> String {
    let number = |number: &u64| u32::try_from(*number).unwrap_or(0).cast_signed();
    match pair {
        [above, below] => format!("{}/{}", number(above), number(below)),
        _ => String::new(),
    }
}

/// A text after eight bytes that name its encoding.
fn coded(bytes: &[u8], order: Order) -> String {
    let Some((code, rest)) = bytes.split_first_chunk::<8>() else { return text(bytes) };
    match code {
        b"UNICODE\0" => match rest {
            [0xFE, 0xFF, rest @ ..] => text16(rest, Order::Big),
            [0xFF, 0xFE, rest @ ..] => text16(rest, Order::Little),
            // Not all programs keep to the order of the directory: a text in the other order
            // has its zeros at the other side.
            _ => {
                let zeros =
                    |at: usize| rest.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
                let order = match zeros(0).cmp(&zeros(1)) {
                    std::cmp::Ordering::Greater => Order::Big,
                    std::cmp::Ordering::Less => Order::Little,
                    std::cmp::Ordering::Equal => order,
                };
                text16(rest, order)
            }
        },
        b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0" => text(rest),
        _ => text(bytes),
    }
}

/// Degrees of a latitude or longitude in millionths, from three fractions; below zero for south
/// and west.
pub fn degrees(numbers: &[u64], side: &str) -> Option<i64> {
    let mut millionths = 0_u64;
    for (pair, share) in numbers.chunks(2).zip([1_u64, 60, 3600]) {
        let [above, below] = pair else { return None };
        let below = below.checked_mul(share).filter(|below| *below != 0);
        let Some(below) = below else { continue };
        let part = above.checked_mul(1_000_000)?.checked_div(below)?;
        millionths = millionths.checked_add(part)?;
    }
    if numbers.len() < 2 || millionths > 180_000_000 {
        return None;
    }
    let millionths = i64::try_from(millionths).ok()?;
    match side.chars().next() {
        Some('S' | 's' | 'W' | 'w') => millionths.checked_neg(),
        _ => Some(millionths),
    }
}

/// Millionths as a decimal number.
pub fn decimal(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let size = millionths.unsigned_abs();
    let (whole, part) = (size.checked_div(1_000_000), size.checked_rem(1_000_000));
    format!("{sign}{}.{:06}", whole.unwrap_or(0), part.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_told_in_degrees() {
        let north = degrees(&[52, 1, 5, 1, 2652, 100], "N").unwrap();
        assert_eq!(decimal(north), "52.090699");
        assert_eq!(decimal(degrees(&[5, 1, 30, 1, 0, 0], "W").unwrap()), "-5.500000");
        assert_eq!(degrees(&[0, 0], "N"), Some(0));
        assert_eq!(degrees(&[], "N"), None);
        assert_eq!(degrees(&[u64::MAX, 1], "N"), None);
    }

    #[test]
    fn a_comment_is_read_in_the_encoding_that_it_names() {
        assert_eq!(coded(b"ASCII\0\0\0hello", Order::Big), "hello");
        assert_eq!(coded(b"UNICODE\0J\0a\0n\0", Order::Big), "Jan");
        assert_eq!(coded(b"UNICODE\0\0J\0a\0n", Order::Little), "Jan");
        assert_eq!(coded(b"Jan", Order::Little), "Jan");
    }
}
