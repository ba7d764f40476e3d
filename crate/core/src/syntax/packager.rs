//! A file in a document as the Windows packager wraps it, in the stream `Ole10Native`.

use crate::Reason;
use crate::syntax::charset::utf_16;
use crate::syntax::fields::{Order::Little, text};

/// A file, and where it came from. [MS-OLEDS] leaves this to the packager; the order is what
/// Windows writes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Package {
    /// Its label under the icon.
    pub label: Vec<u8>,
    /// The file it was made from.
    pub source: Vec<u8>,
    /// What stands between.
    between: [u8; 4],
    /// Where it was put to be opened.
    pub temporary: Vec<u8>,
    /// The file itself.
    pub data: Vec<u8>,
    /// The three names once more, in two bytes a letter: of the temporary file, the label and
    /// the source.
    pub again: Vec<String>,
    /// What follows, of which nothing is known.
    pub rest: Vec<u8>,
}

impl Package {
    /// Reads a package; nothing where the stream is something else of the program that made it.
    ///
    /// # Errors
    /// Fails where it is a package and ends too early.
    pub fn read(bytes: &[u8]) -> Result<Option<Self>, Reason> {
        if bytes.get(4..6) != Some(&[2, 0]) {
            return Ok(None);
        }
        let mut at = 6;
        let (label, source) = (string(bytes, &mut at), string(bytes, &mut at));
        let (Some(label), Some(source)) = (label, source) else { return Ok(None) };
        let Some(between) = take(bytes, &mut at, 4).and_then(|four| four.try_into().ok()) else {
            return Ok(None);
        };
        let mut temporary = counted(bytes, &mut at)?;
        if temporary.last() == Some(&0) {
            temporary.pop();
        }
        let data = counted(bytes, &mut at)?;
        let mut again = Vec::new();
        while again.len() < 3 && bytes.len().saturating_sub(at) >= 4 {
            let mut next = at;
            let letters = Little.u32(&take(bytes, &mut next, 4).unwrap_or_default(), 0)?;
            let length = usize::try_from(letters).unwrap_or(usize::MAX).saturating_mul(2);
            let Some(wide) = take(bytes, &mut next, length) else { break };
            again.push(utf_16(wide, Little));
            at = next;
        }
        let rest = bytes.get(at..).unwrap_or_default().to_vec();
        Ok(Some(Self { label, source, between, temporary, data, again, rest }))
    }

    /// The stream again.
    pub fn write(&self) -> Vec<u8> {
        let count = |length: usize| u32::try_from(length).unwrap_or(0).to_le_bytes();
        let mut bytes = vec![2, 0];
        for text in [&self.label, &self.source] {
            bytes.extend(text);
            bytes.push(0);
        }
        bytes.extend(self.between);
        bytes.extend(count(self.temporary.len().saturating_add(1)));
        bytes.extend(&self.temporary);
        bytes.push(0);
        bytes.extend(count(self.data.len()));
        bytes.extend(&self.data);
        for text in &self.again {
            let letters: Vec<u16> = text.encode_utf16().collect();
            bytes.extend(count(letters.len()));
            bytes.extend(letters.into_iter().flat_map(u16::to_le_bytes));
        }
        bytes.extend(&self.rest);
        let mut all = count(bytes.len()).to_vec();
        all.extend(bytes);
        all
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.again.get(1).map_or_else(|| text(&self.label), |label| label.replace('\0', ""))
    }
}

/// Bytes up to a zero.
fn string(bytes: &[u8], at: &mut usize) -> Option<Vec<u8>> {
    let rest = bytes.get(*at..)?;
    let length = rest.iter().position(|byte| *byte == 0)?;
    *at = at.saturating_add(length).saturating_add(1);
    rest.get(..length).map(<[u8]>::to_vec)
}

/// Bytes after their number.
fn counted(bytes: &[u8], at: &mut usize) -> Result<Vec<u8>, Reason> {
    let length = Little.u32(&take(bytes, at, 4).ok_or(Reason::Damaged)?, 0)?;
    let length = usize::try_from(length).map_err(|_| Reason::Damaged)?;
    Ok(take(bytes, at, length).ok_or(Reason::Damaged)?.to_vec())
}

fn take<'b>(bytes: &'b [u8], at: &mut usize, length: usize) -> Option<&'b [u8]> {
    let end = at.checked_add(length)?;
    let taken = bytes.get(*at..end)?;
    *at = end;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_read_as_it_was_written() {
        let package = Package {
            label: b"nota.txt".to_vec(),
            source: b"C:\\Users\\jbakker\\nota.txt".to_vec(),
            between: [0, 0, 3, 0],
            temporary: b"C:\\Temp\\nota.txt".to_vec(),
            data: b"Tekst".to_vec(),
            again: vec!["C:\\Temp\\nota.txt".into(), "nota.txt".into(), "C:\\nota.txt".into()],
            rest: Vec::new(),
        };
        let bytes = package.write();
        assert_eq!(Package::read(&bytes), Ok(Some(package)));
        for end in 0..bytes.len() {
            let _ = Package::read(&bytes[..end]);
        }
        assert_eq!(Package::read(b"\x05\0\0\0BM..."), Ok(None));
    }
}
