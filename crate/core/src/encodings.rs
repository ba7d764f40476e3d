//! The forms in which a value can stand in bytes.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::order::Gather;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

/// Each form in which `value` can stand in bytes: UTF-8, escaped for XML, UTF-16 in both orders,
/// one byte a character, hexadecimal, octal, percent-encoded and base64.
pub(crate) fn forms(value: &str) -> BTreeSet<Vec<u8>> {
    let utf8 = value.as_bytes();
    let little: Vec<u8> = value.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = value.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let narrow = narrow(value);
    let mut forms: BTreeSet<Vec<u8>> =
        escaped(value).into_iter().map(String::into_bytes).into_set();
    forms.insert(utf8.to_vec());
    for bytes in [utf8, &big, &narrow] {
        forms.insert(hexadecimal(bytes).into_bytes());
        forms.insert(hexadecimal(bytes).to_ascii_lowercase().into_bytes());
        forms.insert(octal(bytes).into_bytes());
    }
    for digits in [b"0123456789ABCDEF", b"0123456789abcdef"] {
        forms.insert(percent(utf8, digits));
    }
    for bytes in [utf8, &little] {
        forms.extend(in_base64(bytes));
    }
    forms.extend([little, big, narrow]);
    forms.retain(|form| form.len() >= value.chars().count().min(5));
    forms
}

/// One byte a character, as PDFDocEncoding and Windows-1252 write most of them.
fn narrow(value: &str) -> Vec<u8> {
    value.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect()
}

/// Programs escape quotes and `>` where they have to, or everywhere.
fn escaped(value: &str) -> Vec<String> {
    let all = value.replace('&', "&amp;").replace('<', "&lt;");
    let quotes = [["\"", "'"], ["&quot;", "'"], ["&quot;", "&apos;"], ["&quot;", "&#39;"]];
    let forms = quotes.map(|[double, single]| all.replace('"', double).replace('\'', single));
    let ends = forms.clone().map(|form| form.replace('>', "&gt;"));
    forms.into_iter().chain(ends).collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02X}");
        text
    })
}

fn octal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "\\{byte:03o}");
        text
    })
}

fn percent(bytes: &[u8], digits: &[u8; 16]) -> Vec<u8> {
    let digit = |half: u8| digits.get(usize::from(half)).copied();
    let written = |byte: &u8| {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/:".contains(byte);
        let escaped = [Some(b'%'), digit(byte >> 4), digit(byte & 15)];
        if plain { [Some(*byte), None, None] } else { escaped }
    };
    bytes.iter().flat_map(written).flatten().collect()
}

/// The middle of its base64 form, for each of the three ways in which it can be cut into threes.
fn in_base64(bytes: &[u8]) -> Vec<Vec<u8>> {
    (0..3_usize)
        .filter_map(|shift| {
            let mut shifted = vec![0; shift];
            shifted.extend_from_slice(bytes);
            let whole = shifted.len().checked_div(3)?.checked_mul(3)?;
            let encoded = STANDARD_NO_PAD.encode(shifted.get(..whole)?);
            // The first group mixes in what stands before the value.
            let from = if shift == 0 { 0 } else { 4 };
            let middle = encoded.get(from..)?;
            (middle.len() >= 8).then(|| middle.as_bytes().to_vec())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(form: &[u8]) -> bool {
        forms("Janne de Vries").contains(form)
    }

    #[test]
    fn a_value_has_all_its_forms() {
        assert!(holds(b"Janne de Vries"));
        assert!(holds(b"J\0a\0n\0n\0e\0 \0d\0e\0 \0V\0r\0i\0e\0s\0"));
        assert!(holds(b"4A616E6E65206465205672696573"));
        assert!(holds(b"Janne%20de%20Vries"));
        assert!(forms("Vries & Co").contains(b"Vries &amp; Co".as_slice()));
        for form in
            ["\"D'Or\" &amp; Co", "&quot;D'Or&quot; &amp; Co", "&quot;D&apos;Or&quot; &amp; Co"]
        {
            assert!(forms("\"D'Or\" & Co").contains(form.as_bytes()), "{form}");
        }
        for form in ["Ren%C3%A9e", "Ren%c3%a9e"] {
            assert!(forms("Ren\u{e9}e").contains(form.as_bytes()), "{form}");
        }
    }

    #[test]
    fn base64_is_found_however_it_is_cut() {
        for before in ["", "x", "xy"] {
            let text = STANDARD_NO_PAD.encode(format!("{before}Janne de Vries, z"));
            let found = in_base64(b"Janne de Vries");
            assert!(
                found.iter().any(|form| {
                    text.as_bytes().windows(form.len()).any(|window| window == form)
                })
            );
        }
    }
}
