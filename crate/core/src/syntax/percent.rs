//! Bytes of addresses that stand there by their number: `%20` (RFC 3986 §2.1).

use std::ops::Range;

/// The bytes that an address stands for. A percent sign without two digits behind it is one.
pub fn decoded(address: &[u8]) -> Vec<u8> {
    each(address).map(|(byte, _)| byte).collect()
}

/// Each of those bytes, with where it stands in the address.
pub fn each(address: &[u8]) -> impl Iterator<Item = (u8, Range<usize>)> {
    let digit =
        |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut at = 0_usize;
    std::iter::from_fn(move || {
        let (first, after) = address.get(at..)?.split_first()?;
        let escaped = match (first, after) {
            (b'%', [high, low, ..]) => digit(high).zip(digit(low)),
            _ => None,
        };
        let (byte, length) = match escaped {
            Some((high, low)) => (high.wrapping_shl(4) | low, 3),
            None => (*first, 1),
        };
        let start = at;
        at = at.saturating_add(length);
        Some((byte, start..at))
    })
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn two_digits_behind_a_percent_sign_are_a_byte() {
        assert_eq!(decoded(b"a%20b%2e%C3%A9"), "a b.é".as_bytes());
        assert_eq!(decoded(b"100%, %+1, %2"), b"100%, %+1, %2");
    }
}
