//! Quoted-printable: letters as `=C3=AB`, long lines broken after an `=`.

/// A text in quoted-printable, decoded.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Quoted {
    /// The text.
    pub text: String,
    /// Whether it is quoted-printable beyond doubt. Otherwise the text as it stands may be meant:
    /// in `bsn=3D` or `id=20` an equals sign can be just that.
    pub sure: bool,
}

/// Decodes a paragraph; none where it is not quoted-printable, or decoding changes nothing.
pub fn decode(paragraph: &str) -> Option<Quoted> {
    if !paragraph.contains('=') {
        return None;
    }
    let mut bytes = Vec::with_capacity(paragraph.len());
    let (mut escapes, mut breaks) = (0_u32, 0_u32);
    let mut rest = paragraph.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'=' {
            bytes.push(*first);
            continue;
        }
        match after {
            [b'\r', b'\n', next @ ..] | [b'\n', next @ ..] | [b'\r', next @ ..] => {
                breaks = breaks.saturating_add(1);
                rest = next;
            }
            [high, low, next @ ..] => {
                bytes.push((digit(*high)? << 4) | digit(*low)?);
                escapes = escapes.saturating_add(1);
                rest = next;
            }
            // A break at the end of the last line.
            [] => {}
            [_] => return None,
        }
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(failed) => super::super::fields::text(failed.as_bytes()),
    };
    let plain =
        text.chars().all(|character| !character.is_control() || "\t\n\r\u{c}".contains(character));
    if !plain || escapes == 0 && breaks == 0 {
        return None;
    }
    let letters =
        !text.is_ascii() && paragraph.is_ascii() && !text.contains(char::REPLACEMENT_CHARACTER);
    Some(Quoted { sure: breaks > 0 && escapes > 0 || letters && escapes > 1, text })
}

/// Only capitals: the standard wants them, and programs write them.
fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => byte.checked_sub(b'0'),
        b'A'..=b'F' => byte.checked_sub(b'A').and_then(|digit| digit.checked_add(10)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_broken_lines_are_put_together() {
        let quoted = decode("Ren=C3=A9e woont in Den H=\naag").unwrap();
        assert_eq!(quoted, Quoted { text: "Renée woont in Den Haag".into(), sure: true });
        assert_eq!(decode("jan=40example.nl").unwrap().text, "jan@example.nl");
        assert!(!decode("jan=40example.nl").unwrap().sure);
    }

    #[test]
    fn an_equals_sign_of_another_meaning_is_left_alone() {
        for text in ["bsn=111222333", "a = b", "a=b", "=====", "Titel\n=====\n", "plain"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
