//! Reads a whole file byte by byte, trusting no table, and says who owns each byte.

use std::collections::BTreeMap;
use std::ops::Range;

use lopdf::{Dictionary, Object, ObjectId};

use super::parse::{Parser, is_space};

/// What a file is made of.
#[derive(Debug, Default)]
pub struct Scan {
    /// Where `%PDF-` stands.
    pub header: Option<usize>,
    /// Each `N G obj … endobj`, in the order of the file.
    pub objects: Vec<Found>,
    /// All that is no object, in the order of the file.
    pub others: Vec<Other>,
    /// The dictionaries of `trailer`, in the order of the file.
    pub trailers: Vec<Dictionary>,
    /// Where a revision ends: after each `%%EOF`.
    pub ends: Vec<usize>,
    /// Where objects stand in each other too deep.
    pub deep: Vec<ObjectId>,
    /// How numbers are spelled that a short form would change.
    pub spellings: BTreeMap<u32, Vec<u8>>,
    /// Whether there are more objects than the limits allow; the rest was not read.
    pub full: bool,
    /// How many more values may be made of the file.
    pub items: usize,
}

/// An object that stands in the file.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it calls itself.
    pub id: ObjectId,
    /// From its number up to and with `endobj`.
    pub range: Range<usize>,
    /// Where its value starts.
    pub value: usize,
    /// Its bytes, where it is a stream.
    pub stream: Option<Range<usize>>,
    /// What it is for the file itself.
    pub role: Role,
    /// Whether an entry of a dictionary in it hides an earlier one with the same key.
    pub hides: bool,
}

/// What an object is for the file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// Part of the document.
    Content,
    /// An object stream: objects stand in it.
    Objects,
    /// A cross-reference stream.
    References,
    /// The dictionary of a file that is laid out for the web; readers of it need no other.
    Linearized,
}

/// Bytes between the objects.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Other {
    /// What they are.
    pub owner: Owner,
    /// Where they stand.
    pub range: Range<usize>,
}

/// Who owns bytes that are no object.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Owner {
    /// What stands before the header.
    Before,
    /// The header and the line of odd bytes after it.
    Header,
    /// Cross-reference tables, trailers, `startxref` and `%%EOF`.
    Structure,
    /// A comment.
    Comment,
    /// What stands after the last `%%EOF`.
    After,
    /// None of these.
    Junk,
}

/// Scans a file. Objects may stand in each other `depth` deep.
pub fn scan(bytes: &[u8], depth: usize, most: usize, items: usize) -> Scan {
    let header = find(bytes, b"%PDF-", 0);
    let mut scanner = Scanner {
        bytes,
        depth,
        most,
        starts: None,
        scan: Scan { header, items, ..Scan::default() },
    };
    let start = header.unwrap_or(0);
    scanner.other(Owner::Before, 0..start);
    scanner.run(start);
    let mut scan = scanner.scan;
    if let Some(end) = scan.ends.last() {
        for other in &mut scan.others {
            if other.range.start >= *end && matches!(other.owner, Owner::Junk | Owner::Comment) {
                other.owner = Owner::After;
            }
        }
    }
    scan
}

/// What an object takes besides its value, in values.
pub const OBJECT: usize = 2;

/// Stray bytes before `endobj` go on no longer than this; an object that is not closed by then
/// ends with its value.
const STRAY: usize = 1 << 14;

struct Scanner<'a> {
    bytes: &'a [u8],
    depth: usize,
    most: usize,
    /// Where `N G obj` stands for each number; made when a length has to be looked up.
    starts: Option<BTreeMap<u64, Vec<usize>>>,
    scan: Scan,
}

impl Scanner<'_> {
    fn run(&mut self, start: usize) {
        let mut at = start;
        while let Some(byte) = self.bytes.get(at) {
            if is_space(*byte) {
                at = at.saturating_add(1);
                continue;
            }
            let end = match byte {
                b'%' => self.comment(at),
                b'0'..=b'9' => self.object(at),
                b'x' => self.table(at),
                b't' => self.trailer(at),
                b's' => self.start(at),
                _ => None,
            };
            if self.scan.full {
                return;
            }
            at = match end {
                Some(end) => end.max(at.saturating_add(1)),
                None => {
                    let rest = self.bytes.get(at..).unwrap_or_default();
                    let line = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
                    let word = rest.iter().position(|byte| is_space(*byte));
                    // Junk goes on to the next space where an object may follow, else to the
                    // end of the line.
                    let length = if byte.is_ascii_alphanumeric() { word } else { line };
                    let end = at.saturating_add(length.unwrap_or(rest.len()).max(1));
                    self.other(Owner::Junk, at..end);
                    end
                }
            };
        }
    }

    fn other(&mut self, owner: Owner, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        if let Some(last) = self.scan.others.last_mut()
            && last.owner == owner
            && self
                .bytes
                .get(last.range.end..range.start)
                .unwrap_or(b"x")
                .iter()
                .all(|byte| is_space(*byte))
            && self.scan.objects.last().is_none_or(|object| object.range.end <= last.range.start)
        {
            last.range.end = range.end;
            return;
        }
        self.scan.others.push(Other { owner, range });
    }

    fn comment(&mut self, at: usize) -> Option<usize> {
        let rest = self.bytes.get(at..)?;
        let length =
            rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len());
        let end = at.saturating_add(length);
        let line = rest.get(..length)?;
        if line.starts_with(b"%%EOF") {
            let end = at.saturating_add(5);
            self.scan.ends.push(end);
            self.other(Owner::Structure, at..end);
            return Some(end);
        }
        let header = Some(at) == self.scan.header;
        let version = line.get(..8).unwrap_or(line).len();
        if header && version < line.trim_ascii_end().len() {
            // The version stands in the header; what follows it on the line is somebody's.
            let middle = at.saturating_add(version);
            self.other(Owner::Header, at..middle);
            self.other(Owner::Comment, middle..end);
            return Some(end);
        }
        let odd = line.len() <= 10
            && line.iter().skip(1).filter(|byte| **byte >= 128).count() >= 4
            && matches!(self.scan.others.last(), Some(Other { owner: Owner::Header, .. }))
            && self.scan.objects.is_empty();
        self.other(if header || odd { Owner::Header } else { Owner::Comment }, at..end);
        Some(end)
    }

    fn object(&mut self, at: usize) -> Option<usize> {
        let mut parser = Parser::new(self.bytes, at, self.depth);
        let number = u32::try_from(parser.natural()?).ok()?;
        let generation = u16::try_from(parser.natural()?).ok()?;
        if !parser.keyword(b"obj") {
            return None;
        }
        if self.scan.objects.len() >= self.most {
            self.scan.full = true;
            return None;
        }
        parser.space();
        let value = parser.position;
        parser.items = self.scan.items;
        let object = parser.object();
        self.scan.items = parser.items.saturating_sub(OBJECT);
        self.scan.full |= self.scan.items == 0 || parser.crowded;
        let mut end = parser.position;
        let mut role = Role::Content;
        let mut stream = None;
        if let Some(Object::Dictionary(dictionary)) = &object {
            role = role_of(dictionary);
            if parser.keyword(b"stream") {
                let (range, after) = self.stream(parser.position, dictionary);
                stream = Some(range);
                parser.position = after;
                end = after;
            }
        }
        let tail = parser.position;
        parser.space();
        let stray = parser.position;
        // What stands between the value and `endobj` is seen by no reader.
        if !parser.keyword(b"endobj")
            && let Some(close) = self.close(stray)
        {
            self.other(Owner::Junk, stray..close);
            parser.position = close;
            parser.keyword(b"endobj");
        }
        if parser.position > tail && self.ends_object(parser.position) {
            end = parser.position;
        }
        let comments: Vec<_> =
            parser.comments.drain(..).filter(|comment| comment.start < end).collect();
        let hides = !parser.hidden.is_empty();
        if parser.deep {
            self.scan.deep.push((number, generation));
        }
        self.scan.spellings.append(&mut parser.spellings);
        for comment in comments {
            self.other(Owner::Comment, comment);
        }
        let id = (number, generation);
        self.scan.objects.push(Found { id, range: at..end, value, stream, role, hides });
        Some(end)
    }

    fn ends_object(&self, position: usize) -> bool {
        let start = position.saturating_sub(6);
        self.bytes.get(start..position) == Some(b"endobj")
    }

    /// Where `endobj` stands, if no other object starts before it.
    fn close(&self, from: usize) -> Option<usize> {
        let rest = self.bytes.get(from..)?;
        let rest = rest.get(..STRAY).unwrap_or(rest);
        let close = find(rest, b"endobj", 0)?;
        let between = rest.get(..close)?;
        let other = find(between, b" obj", 0).is_some() || find(between, b"stream", 0).is_some();
        (!other && find(between, b"%%EOF", 0).is_none()).then(|| from.saturating_add(close))
    }

    /// The bytes of a stream and the end of its `endstream`. The length that it tells is taken
    /// where `endstream` follows it, else all up to the next `endstream`.
    fn stream(&mut self, after: usize, dictionary: &Dictionary) -> (Range<usize>, usize) {
        let rest = self.bytes.get(after..).unwrap_or_default();
        let start = after.saturating_add(match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            [b' ', b'\r', b'\n', ..] => 3,
            [b' ', b'\n', ..] => 2,
            _ => 0,
        });
        let lengths = match dictionary.get(b"Length") {
            Ok(Object::Integer(length)) => vec![*length],
            Ok(Object::Real(length)) => vec![*length as i64],
            Ok(Object::Reference((number, _))) => self.numbers(u64::from(*number)),
            _ => Vec::new(),
        };
        for length in lengths {
            let Ok(length) = usize::try_from(length) else { continue };
            let end = start.saturating_add(length);
            let rest = self.bytes.get(end..).unwrap_or_default();
            let space = rest.iter().take(4).take_while(|byte| is_space(**byte)).count();
            if rest.get(space..).is_some_and(|rest| rest.starts_with(b"endstream")) {
                return (start..end, end.saturating_add(space).saturating_add(9));
            }
        }
        let end = find(self.bytes, b"endstream", start);
        let (end, word) = match (end, find(self.bytes, b"endobj", start)) {
            (Some(end), _) => (end, 9),
            (None, Some(end)) => (end, 0),
            (None, None) => (self.bytes.len(), 0),
        };
        let data = self.bytes.get(start..end).unwrap_or_default();
        let eol = match data {
            [.., b'\r', b'\n'] => 2,
            [.., b'\n' | b'\r'] => 1,
            _ => 0,
        };
        (start..end.saturating_sub(eol).max(start), end.saturating_add(word))
    }

    /// The numbers that stand as objects with this number, the last one first.
    fn numbers(&mut self, number: u64) -> Vec<i64> {
        let bytes = self.bytes;
        let starts = self.starts.get_or_insert_with(|| starts(bytes));
        let places = starts.get(&number).map(Vec::as_slice).unwrap_or_default();
        let values = places.iter().rev().take(64).filter_map(|place| {
            Parser::new(bytes, *place, 1).object().and_then(|object| object.as_i64().ok())
        });
        values.collect()
    }

    fn table(&mut self, at: usize) -> Option<usize> {
        let mut parser = Parser::new(self.bytes, at, self.depth);
        if !parser.keyword(b"xref") {
            return None;
        }
        let mut end = parser.position;
        loop {
            parser.space();
            let start = parser.position;
            let word = parser.word();
            match word {
                b"trailer" => {
                    self.other(Owner::Structure, at..end);
                    return self.trailer(start).or(Some(end));
                }
                b"f" | b"n" => end = parser.position,
                digits if !digits.is_empty() && digits.iter().all(u8::is_ascii_digit) => {
                    let mut ahead = Parser::new(self.bytes, start, 1);
                    let object =
                        ahead.natural().and(ahead.natural()).is_some() && ahead.keyword(b"obj");
                    if object {
                        break;
                    }
                    end = parser.position;
                }
                _ => break,
            }
        }
        self.other(Owner::Structure, at..end);
        Some(end)
    }

    fn trailer(&mut self, at: usize) -> Option<usize> {
        let mut parser = Parser::new(self.bytes, at, self.depth);
        if !parser.keyword(b"trailer") {
            return None;
        }
        if let Some(Object::Dictionary(dictionary)) = parser.object() {
            self.scan.trailers.push(dictionary);
        }
        self.other(Owner::Structure, at..parser.position);
        for comment in parser.comments.clone() {
            self.other(Owner::Comment, comment);
        }
        Some(parser.position)
    }

    fn start(&mut self, at: usize) -> Option<usize> {
        let mut parser = Parser::new(self.bytes, at, 1);
        if !parser.keyword(b"startxref") {
            return None;
        }
        let end = parser.position;
        let end = if parser.natural().is_some() { parser.position } else { end };
        self.other(Owner::Structure, at..end);
        Some(end)
    }
}

fn role_of(dictionary: &Dictionary) -> Role {
    let name = dictionary.get(b"Type").ok().and_then(|name| name.as_name().ok());
    match name {
        Some(b"ObjStm") => Role::Objects,
        Some(b"XRef") => Role::References,
        _ if dictionary.has(b"Linearized") => Role::Linearized,
        _ => Role::Content,
    }
}

/// Where an object with each number starts (after `obj`).
fn starts(bytes: &[u8]) -> BTreeMap<u64, Vec<usize>> {
    let mut starts: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut from = 0;
    while let Some(at) = find(bytes, b"obj", from) {
        from = at.saturating_add(3);
        let head = bytes.get(at.saturating_sub(24)..at).unwrap_or_default();
        let mut words = head.rsplit(|byte| is_space(*byte)).filter(|word| !word.is_empty());
        let mut digits = || {
            let word = words.next()?;
            let digits = word.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            let digits = word.get(word.len().saturating_sub(digits)..)?;
            std::str::from_utf8(digits).ok()?.parse::<u64>().ok()
        };
        if digits().is_some()
            && let Some(number) = digits()
        {
            starts.entry(number).or_default().push(from);
        }
    }
    starts
}

/// Where `needle` stands in `bytes`, from `from` on.
pub fn find(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        at = at.saturating_add(rest.iter().position(|byte| *byte == first)?);
        if bytes.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        at = at.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owners(scan: &Scan) -> Vec<Owner> {
        scan.others.iter().map(|other| other.owner).collect()
    }

    #[test]
    fn each_byte_has_an_owner() {
        let file = b"mail header\n%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj\n% by Jan\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\ntrailing";
        let scan = scan(file, 20, 100, 10_000);
        use Owner::*;
        assert_eq!(owners(&scan), [Before, Header, Comment, Structure, After]);
        let stream = scan.objects.first().unwrap().stream.clone().unwrap();
        assert_eq!(file.get(stream), Some(b"abc".as_slice()));
        assert_eq!(scan.trailers.len(), 1);
    }

    #[test]
    fn a_length_that_is_wrong_missing_or_elsewhere_loses_no_byte() {
        for length in ["", "/Length 1", "/Length -5", "/Length 9 0 R", "/Length 2 0 R"] {
            let file = format!(
                "%PDF-1.4\n1 0 obj <<{length}>> stream\nabc endstream x\nendstream endobj 2 0 obj 15 endobj"
            );
            let scan = scan(file.as_bytes(), 20, 100, 10_000);
            let stream = scan.objects.first().unwrap().stream.clone().unwrap();
            let expected = if length == "/Length 2 0 R" { "abc endstream x" } else { "abc " };
            assert_eq!(file.get(stream), Some(expected), "{length}");
        }
    }

    #[test]
    fn junk_between_objects_is_found() {
        let file = b"%PDF-1.4\n1 0 obj 5 Jan endobj\nde Vries\n2 0 obj 6 endobj";
        let scan = scan(file, 20, 100, 10_000);
        assert_eq!(owners(&scan), [Owner::Header, Owner::Junk, Owner::Junk]);
        assert_eq!(scan.objects.len(), 2);
    }
}
