//! DER: the texts in certificates, signatures and time stamps (ITU-T X.690).

use super::fields::{Order, text, text16};

/// Values stand in each other no deeper than this.
const DEPTH: usize = 32;

/// No more values than this are read.
const VALUES: usize = 100_000;

/// The texts in a value, in order, each once; nothing where the bytes are no DER. Zeros may
/// stand behind it.
pub fn texts(bytes: &[u8]) -> Option<Vec<String>> {
    let (value, _) = value(bytes)?;
    if value.tag != SEQUENCE {
        return None;
    }
    let mut reader = Reader { texts: Vec::new(), left: VALUES };
    reader.values(value.content, DEPTH)?;
    Some(reader.texts)
}

const SEQUENCE: u8 = 0x30;

struct Reader {
    texts: Vec<String>,
    left: usize,
}

struct Value<'b> {
    tag: u8,
    content: &'b [u8],
}

impl Reader {
    /// Reads values that follow each other; nothing where they are none.
    fn values(&mut self, mut bytes: &[u8], depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        while !bytes.is_empty() {
            self.left = self.left.checked_sub(1)?;
            let (value, rest) = value(bytes)?;
            bytes = rest;
            match value.tag {
                // UTF-8, numeric, printable, Teletex, IA5, visible and general strings; times.
                0x0c | 0x12 | 0x13 | 0x14 | 0x16 | 0x17 | 0x18 | 0x1a | 0x1b => {
                    self.say(text(value.content));
                }
                0x1e => self.say(text16(value.content, Order::Big)),
                // An octet string may hold values of its own.
                0x04 => {
                    let told = self.texts.len();
                    if self.values(value.content, depth).is_none() {
                        self.texts.truncate(told);
                    }
                }
                // Names of a mail box, a server and an address, with tags of their own.
                0x81 | 0x82 | 0x86 => self.say(text(value.content)),
                tag if tag & 0x20 != 0 => self.values(value.content, depth)?,
                _ => {}
            }
        }
        Some(())
    }

    fn say(&mut self, text: String) {
        let plain = text.chars().all(|letter| !letter.is_control());
        if plain && text.trim().len() > 1 && !self.texts.contains(&text) {
            self.texts.push(text);
        }
    }
}

/// The value that starts here, and what follows it.
fn value(bytes: &[u8]) -> Option<(Value<'_>, &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    // Tags of more than one byte stand in none of these.
    if tag & 0x1f == 0x1f {
        return None;
    }
    let (first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(*first), rest),
        0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            (digits.iter().fold(0, |length, digit| (length << 8) | usize::from(*digit)), rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((Value { tag: *tag, content }, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrap(tag: u8, content: &[u8]) -> Vec<u8> {
        [&[tag, content.len() as u8][..], content].concat()
    }

    #[test]
    fn names_and_addresses_of_a_certificate_are_read_wherever_they_stand() {
        let name = wrap(0x0c, "Renée Jansen".as_bytes());
        let mail = wrap(0x81, b"r.jansen@example.nl");
        let inner = wrap(0x30, &[wrap(0x31, &name), mail].concat());
        let bytes = [wrap(0x30, &wrap(0x04, &inner)), vec![0; 9]].concat();
        let told = texts(&bytes).unwrap();
        assert_eq!(told, ["Renée Jansen", "r.jansen@example.nl"]);
        assert_eq!(texts(b"0 no certificate"), None);
        for length in 0..bytes.len() {
            texts(&bytes[..length]);
        }
    }
}
