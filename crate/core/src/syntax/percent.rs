//! Bytes of addresses that stand there by their number: `%20` (RFC 3986 §2.1).

/// The bytes that an address stands for. A percent sign without two digits behind it is one.
pub fn decoded(address: &[u8]) -> Vec<u8> {
    let digit =
        |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address;
    while let Some((first, after)) = rest.split_first() {
        let escaped = match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                digit(high).zip(digit(low)).map(|(high, low)| (high.wrapping_shl(4) | low, after))
            }
            _ => None,
        };
        let (byte, after) = escaped.unwrap_or((*first, after));
        bytes.push(byte);
        rest = after;
    }
    bytes
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
