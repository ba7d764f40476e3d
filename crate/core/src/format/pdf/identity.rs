//! The identifier of a file: in a copy it is the hash of all its other bytes, and tells nothing.

use lopdf::{Dictionary, Object, StringFormat};
use sha2::{Digest, Sha256};

const LENGTH: usize = 16;

/// An identifier that is still to be filled in.
pub fn blank() -> Object {
    let half = Object::String(vec![0; LENGTH], StringFormat::Hexadecimal);
    Object::Array(vec![half.clone(), half])
}

/// Fills in the identifier of a file that was written with a blank one.
pub fn fill(bytes: &mut [u8]) {
    let Some(start) = place(bytes, &[0; LENGTH]) else { return };
    let id = hash(bytes);
    put(bytes, start, &id);
}

/// Whether the identifier is the hash of the file.
pub fn tells_nothing(trailer: &Dictionary, bytes: &[u8]) -> bool {
    let Ok(Object::Array(halves)) = trailer.get(b"ID") else { return false };
    let [Object::String(one, _), Object::String(other, _)] = halves.as_slice() else {
        return false;
    };
    if one != other || one.len() != LENGTH {
        return false;
    }
    let Some(start) = place(bytes, one) else { return false };
    let mut blank = bytes.to_vec();
    put(&mut blank, start, &[0; LENGTH]);
    hash(&blank) == *one
}

/// Where an identifier stands, both halves of it, the last time in the file.
fn place(bytes: &[u8], id: &[u8]) -> Option<usize> {
    let half = hex(id);
    let text = format!("/ID [<{half}> <{half}>]");
    bytes.windows(text.len()).rposition(|window| window == text.as_bytes())
}

fn put(bytes: &mut [u8], start: usize, id: &[u8]) {
    let half = hex(id);
    let text = format!("/ID [<{half}> <{half}>]");
    let end = start.saturating_add(text.len());
    if let Some(place) = bytes.get_mut(start..end) {
        place.copy_from_slice(text.as_bytes());
    }
}

fn hash(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).iter().take(LENGTH).copied().collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn an_identifier_that_was_filled_in_is_known_again() {
        let zeros = "0".repeat(32);
        let mut file = format!("text <</ID [<{zeros}> <{zeros}>]>>").into_bytes();
        fill(&mut file);
        let text = String::from_utf8(file.clone()).unwrap();
        let half = text.split(['<', '>']).find(|part| part.len() == 32).unwrap();
        let id: Vec<u8> =
            (0..16).map(|at| u8::from_str_radix(&half[2 * at..2 * at + 2], 16).unwrap()).collect();
        let half = Object::String(id, StringFormat::Hexadecimal);
        let trailer = dictionary! { "ID" => vec![half.clone(), half] };
        assert!(tells_nothing(&trailer, &file));
        file[0] = b'T';
        assert!(!tells_nothing(&trailer, &file));
    }
}
