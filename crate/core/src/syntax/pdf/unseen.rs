//! What stands in a content stream and draws nothing: comments, operands that no operator takes,
//! operators that there are not, entries of property lists that are somebody's own.

use std::collections::BTreeSet;
use std::ops::Range;

use lopdf::{Dictionary, Document, Object};

use super::content;
use super::parse::{Parser, Token};
use super::scanner;

/// What a content stream holds beside its drawing.
#[derive(Debug, Default)]
pub struct Unseen {
    /// What may go, in order.
    pub stretches: Vec<Stretch>,
    /// What is said in property lists.
    pub said: Vec<String>,
    /// What of it neither a page nor a reader aloud tells.
    pub told: Vec<String>,
    /// Where the files of pictures in JPEG stand, with what is said of each.
    pub files: Vec<(Range<usize>, Dictionary)>,
    /// What takes the place of bytes.
    pub instead: Vec<(Range<usize>, Vec<u8>)>,
    /// The names of marked content.
    pub tags: BTreeSet<Vec<u8>>,
    /// Whether where a picture ends is not certain, so that nothing may be cut.
    pub unsure: bool,
    /// Whether it begins with something that another stream may have begun.
    pub follows: bool,
    /// Whether it ends with something that may go on in another stream.
    pub goes_on: bool,
    /// Whether there was more than is told.
    pub cut: bool,
}

/// Bytes that draw nothing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Stretch {
    /// Where they stand.
    pub range: Range<usize>,
    /// What they say.
    pub text: String,
}

/// The operators there are, and how many operands of each are strings that it shows.
#[rustfmt::skip]
const OPERATORS: [&str; 75] = [
    "b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1",
    "Do", "DP", "EI", "EMC", "ET", "EX", "f", "F", "f*", "G", "g", "gs", "h", "i", "ID", "j", "J",
    "K", "k", "l", "m", "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc",
    "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw",
    "Tz", "v", "w", "W", "W*", "y", "'", "\"", "PS", "null",
];

/// Entries of property lists that have a meaning (ISO 32000-2, 14.6 and 14.8.2).
const PROPERTIES: [&str; 14] = [
    "MCID",
    "Lang",
    "ActualText",
    "Alt",
    "E",
    "Type",
    "Subtype",
    "BBox",
    "Attached",
    "Metadata",
    "Conf",
    "Contents",
    "Placement",
    "OC",
];

/// Entries of a picture in content (ISO 32000-2, table 91).
#[rustfmt::skip]
const ENTRIES: [&str; 23] = [
    "BPC", "BitsPerComponent", "CS", "ColorSpace", "D", "Decode", "DP", "DecodeParms", "F",
    "Filter", "H", "Height", "IM", "ImageMask", "I", "Interpolate", "Intent", "L", "Length", "W",
    "Width", "Type", "Subtype",
];

/// An entry with fewer letters tells nothing.
const LETTERS: usize = 4;

/// Operands may stand in each other no deeper than this.
const DEPTH: usize = 32;

/// No operator takes more.
const OPERANDS: usize = 1 << 16;

/// No more names of marked content are looked at.
const TAGS: usize = 1000;

/// No more stretches than this are told.
const STRETCHES: usize = 1 << 16;

/// Reads a content stream for what it does not draw.
pub fn read(bytes: &[u8]) -> Unseen {
    let mut unseen = Unseen::default();
    let mut parser = Parser::new(bytes, 0, DEPTH);
    let mut operands: Vec<(Range<usize>, Object)> = Vec::new();
    let (mut pictures, mut first) = (0_usize, true);
    loop {
        parser.items = OPERANDS;
        parser.hidden.clear();
        parser.space();
        let start = parser.position;
        let Some(token) = parser.token() else { break };
        let range = start..parser.position;
        match token {
            Token::Object(object) if operands.len() < OPERANDS => operands.push((range, object)),
            Token::Object(_) => {}
            Token::Word(operator) => {
                if operator == b"ID" {
                    let data = parser.position.saturating_add(1);
                    parser.position = content::picture_end(bytes, data);
                    let end = parser.position.saturating_sub(2);
                    unseen.spare(&operands, data..end, bytes);
                    unseen.unsure |= parser.position == bytes.len() && !bytes.ends_with(b"EI");
                    pictures = pictures.saturating_add(1);
                } else if operator == b"EI" {
                    // Its data began in another stream.
                    unseen.unsure = true;
                }
                let found = unseen.stretches.len();
                let known = is_known(&operator);
                unseen.operation(&operator, range, std::mem::take(&mut operands), bytes);
                unseen.follows |= first && unseen.stretches.len() > found;
                first &= !known;
            }
        }
        if unseen.stretches.len() > STRETCHES {
            unseen.cut = true;
            break;
        }
    }
    unseen.cut |= parser.crowded;
    unseen.goes_on = parser.endless || !operands.is_empty();
    unseen.dead(operands);
    let comments = std::mem::take(&mut parser.comments);
    unseen.comments(comments, bytes);
    crate::order::by(&mut unseen.stretches, |stretch| (stretch.range.start as u64, 0));
    unseen
}

fn is_known(operator: &[u8]) -> bool {
    std::str::from_utf8(operator).is_ok_and(|name| OPERATORS.contains(&name))
}

impl Unseen {
    fn operation(
        &mut self,
        operator: &[u8],
        range: Range<usize>,
        mut operands: Vec<(Range<usize>, Object)>,
        bytes: &[u8],
    ) {
        let known = is_known(operator);
        if matches!(operator, b"BMC" | b"BDC" | b"MP" | b"DP")
            && let Some((_, Object::Name(tag))) = operands.first()
            && self.tags.len() < TAGS
        {
            self.tags.insert(tag.clone());
        }
        let shows = match operator {
            b"Tj" | b"'" | b"\"" | b"TJ" => 1,
            b"BDC" | b"DP" => {
                if let Some((range, Object::Dictionary(properties))) = operands.last() {
                    // What is said of no content, the pages do not tell.
                    if operator == b"DP" {
                        let said = [b"ActualText".as_slice(), b"Alt", b"E"].into_iter();
                        let said = said.filter_map(|key| properties.get(key).ok());
                        said.for_each(|said| strings(said, &mut self.said));
                    }
                    self.properties(range.clone(), properties, bytes);
                }
                1
            }
            // The entries of a picture are names, numbers, and the strings of a palette.
            b"ID" => {
                self.of_picture(&operands);
                operands.len()
            }
            b"EI" => operands.len(),
            _ => 0,
        };
        operands.truncate(operands.len().saturating_sub(shows));
        if known {
            self.dead(operands);
            return;
        }
        let start = operands.first().map_or(range.start, |(first, _)| first.start);
        let mut said = Vec::new();
        operands.iter().for_each(|(_, operand)| strings(operand, &mut said));
        let word = super::strings::decode(operator);
        if said.is_empty() && word.chars().filter(|letter| letter.is_alphanumeric()).count() < 5 {
            return;
        }
        said.push(word);
        self.push(start..range.end, said.join(" "));
    }

    /// What stands behind the last sample of a picture that is not packed.
    fn spare(&mut self, entries: &[(Range<usize>, Object)], data: Range<usize>, bytes: &[u8]) {
        let mut picture = Dictionary::new();
        for pair in entries.chunks(2) {
            let [(_, Object::Name(key)), (_, value)] = pair else { return };
            picture.set(key.clone(), value.clone());
        }
        if let Ok(filter) = picture.get(b"F").or_else(|_| picture.get(b"Filter")) {
            let last = filter.as_array().ok().and_then(|filters| filters.last());
            if matches!(last.unwrap_or(filter).as_name(), Ok(b"DCT" | b"DCTDecode")) {
                // How long its data is may be told beside it.
                self.unsure |= picture.has(b"L") || picture.has(b"Length");
                let file = bytes.get(data.clone()).unwrap_or_default();
                let before = file.len().saturating_sub(file.trim_ascii_start().len());
                let start = data.start.saturating_add(before);
                let end = start.saturating_add(file.trim_ascii().len());
                self.files.push((start..end, picture));
            }
            return;
        }
        let size = super::samples::size(&picture, &Document::new());
        let Some(start) = size.and_then(|size| data.start.checked_add(size)) else { return };
        let rest = bytes.get(start..data.end).unwrap_or_default();
        let text = super::strings::decode(rest);
        if text.chars().filter(|letter| letter.is_alphanumeric()).count() >= LETTERS {
            self.push(start..data.end, text.trim().to_owned());
        }
    }

    /// Entries of a picture that are somebody's own.
    fn of_picture(&mut self, entries: &[(Range<usize>, Object)]) {
        for pair in entries.chunks(2) {
            let [(start, Object::Name(key)), (end, value)] = pair else { return };
            let known = std::str::from_utf8(key).is_ok_and(|key| ENTRIES.contains(&key));
            let mut said = vec![super::strings::decode(key)];
            strings(value, &mut said);
            let letters = said.iter().flat_map(|one| one.chars()).filter(|one| one.is_alphabetic());
            if !known && letters.count() >= LETTERS {
                self.push(start.start..end.end, said.join(" "));
            }
        }
    }

    /// Operands that no operator takes: the strings among them.
    fn dead(&mut self, operands: Vec<(Range<usize>, Object)>) {
        for (range, operand) in operands {
            let mut said = Vec::new();
            strings(&operand, &mut said);
            if !said.is_empty() {
                self.push(range, said.join(" "));
            }
        }
    }

    fn properties(&mut self, range: Range<usize>, properties: &Dictionary, bytes: &[u8]) {
        let own = |key: &[u8]| !PROPERTIES.iter().any(|known| known.as_bytes() == key);
        for (key, value) in properties {
            if !own(key) && !matches!(key.as_slice(), b"Lang" | b"ActualText" | b"Alt" | b"E") {
                strings(value, &mut self.said);
            }
            if key == b"Contents" {
                strings(value, &mut self.told);
            }
        }
        if !properties.iter().any(|(key, value)| own(key) && tells(value)) {
            return;
        }
        let mut parser = Parser::new(bytes, range.start.saturating_add(2), DEPTH);
        parser.items = OPERANDS;
        while parser.position < range.end {
            parser.space();
            let start = parser.position;
            let Some(Token::Object(Object::Name(key))) = parser.token() else { break };
            let Some(Token::Object(value)) = parser.token() else { break };
            if own(&key) && tells(&value) {
                let mut said = vec![super::strings::decode(&key)];
                strings(&value, &mut said);
                self.push(start..parser.position, said.join(" "));
            }
        }
    }

    fn comments(&mut self, comments: Vec<Range<usize>>, bytes: &[u8]) {
        for range in comments {
            let line = bytes.get(range.clone()).unwrap_or_default();
            let signs = line.iter().take_while(|byte| **byte == b'%').count();
            let text = super::strings::decode(line.get(signs..).unwrap_or_default());
            self.push(range, text.trim().to_owned());
        }
    }

    fn push(&mut self, range: Range<usize>, text: String) {
        match self.stretches.last_mut() {
            // Seen twice: an entry of a list is read for its comments again.
            Some(last) if last.range == range => {}
            _ => self.stretches.push(Stretch { range, text }),
        }
    }

    /// A definition in a program; what it has to define becomes what most define.
    fn own(&mut self, range: Range<usize>, key: &[u8], text: String) {
        let usual: &[u8] = match key {
            b"Registry" => b"/Registry(Adobe)def",
            b"Ordering" => b"/Ordering(UCS)def",
            _ => b" ",
        };
        self.instead.push((range.clone(), usual.to_vec()));
        self.push(range, text);
    }

    /// Whether any of it says something.
    pub fn says(&self) -> bool {
        self.stretches.iter().any(|one| one.text.chars().any(char::is_alphanumeric))
    }

    /// The content without it, and with what takes the place of other bytes.
    pub fn without(&self, bytes: &[u8]) -> Vec<u8> {
        let mut all = self.instead.clone();
        all.extend(self.stretches.iter().map(|stretch| (stretch.range.clone(), b" ".to_vec())));
        // What takes the place of a stretch comes before it.
        crate::order::by(&mut all, |(range, _)| (range.start as u64, 0));
        let (mut new, mut at) = (Vec::with_capacity(bytes.len()), 0);
        for (range, instead) in all {
            if range.start < at {
                continue;
            }
            new.extend_from_slice(bytes.get(at..range.start).unwrap_or_default());
            new.extend(instead);
            at = range.end;
        }
        new.extend_from_slice(bytes.get(at..).unwrap_or_default());
        new
    }
}

/// What stands in text that is marked up and is not of its own: comments, and instructions for
/// programs, but for those that forms have.
pub fn of_markup(bytes: &[u8]) -> Unseen {
    let mut unseen = Unseen::default();
    let mut at = 0_usize;
    while let Some(start) = scanner::find(bytes, b"<", at) {
        let rest = bytes.get(start..).unwrap_or_default();
        at = start.saturating_add(1);
        let aside = [(b"<!--".as_slice(), b"-->".as_slice()), (b"<?", b"?>")];
        let Some((open, close)) = aside.iter().find(|(open, _)| rest.starts_with(open)) else {
            if rest.starts_with(b"<![CDATA[") {
                at = scanner::find(bytes, b"]]>", start).unwrap_or(bytes.len());
            }
            continue;
        };
        let said = start.saturating_add(open.len());
        let Some(end) = scanner::find(bytes, close, said) else { break };
        at = end.saturating_add(close.len());
        let inside = bytes.get(said..end).unwrap_or_default();
        let known = |target: &&str| inside.starts_with(target.as_bytes());
        let usual = *open == b"<?" && TARGETS.iter().any(known);
        let text = super::strings::decode(inside);
        if !usual && text.chars().any(char::is_alphanumeric) {
            unseen.push(start..at, text.trim().to_owned());
        }
        if unseen.stretches.len() > STRETCHES {
            unseen.cut = true;
            break;
        }
    }
    unseen
}

/// Instructions that forms have (XFA 3.3, chapter 23).
const TARGETS: [&str; 10] = [
    "xml ",
    "xml\t",
    "xfa ",
    "acrobat ",
    "templateDesigner ",
    "renderCache",
    "originalXFAVersion ",
    "formServer ",
    "xpacket ",
    "xdpVersion",
];

/// Comments of a program in PostScript, as maps of characters and functions are, and what its
/// strings say. Comments by which such resources are told (`%!`, `%%Title:` …) stay, and are said.
pub fn of_program(bytes: &[u8]) -> (Unseen, String) {
    let mut unseen = Unseen::default();
    let mut said = Vec::new();
    let mut parser = Parser::new(bytes, 0, DEPTH);
    let (mut ended, mut before) = (false, [(0..0, Object::Null), (0..0, Object::Null)]);
    loop {
        parser.items = OPERANDS;
        parser.hidden.clear();
        parser.space();
        let start = parser.position;
        let Some(token) = parser.token() else { break };
        let range = start..parser.position;
        let closes = match &token {
            Token::Object(object) => object.as_name().is_ok_and(|name| name == b"CMap"),
            Token::Word(word) => END.contains(&word.as_slice()),
        };
        if ended && !closes {
            let rest = bytes.get(start..).unwrap_or_default();
            let text = super::strings::decode(rest);
            let end = |word: &str| END.contains(&word.as_bytes());
            let mut said: Vec<&str> = text.split_whitespace().collect();
            said.retain(|word| !end(word));
            let letters: usize = said.iter().map(|word| word.len()).sum();
            // One word before the last may be one of these that somebody mistook.
            let least = usize::from(text.trim_end().ends_with("end"));
            if said.len() > least && letters >= LETTERS {
                unseen.push(start..bytes.len(), text.trim().to_owned());
            }
            break;
        }
        match token {
            Token::Word(word) if word == b"endcmap" => ended = true,
            Token::Word(word) if word == b"def" => {
                if let [(first, Object::Name(key)), (_, Object::String(said, _))] = &before
                    && tells_more(said)
                {
                    let text = super::strings::decode(said);
                    unseen.own(first.start..range.end, key, text);
                }
            }
            Token::Word(_) => {}
            Token::Object(object) => {
                // What a hexadecimal string holds are codes.
                let codes = matches!(object, Object::String(_, lopdf::StringFormat::Hexadecimal));
                if !codes && matches!(object, Object::String(..) | Object::Dictionary(_)) {
                    strings(&object, &mut said);
                }
                if let Object::Dictionary(system) = &object
                    && let Some((key, text)) = system.iter().find_map(|(key, value)| {
                        let text = value.as_str().ok().filter(|text| tells_more(text))?;
                        Some((key, super::strings::decode(text)))
                    })
                {
                    if matches!(key.as_slice(), b"Registry" | b"Ordering") {
                        unseen.instead.push((range.clone(), SYSTEM.to_vec()));
                    }
                    unseen.push(range.clone(), text);
                }
                before.rotate_left(1);
                let [_, last] = &mut before;
                *last = (range, object);
            }
        }
    }
    unseen.cut |= parser.crowded;
    let of_resource = |line: &[u8]| {
        line.starts_with(b"%!") || RESOURCE.iter().any(|start| line.starts_with(start.as_bytes()))
    };
    let (known, other): (Vec<_>, Vec<_>) = std::mem::take(&mut parser.comments)
        .into_iter()
        .partition(|range| of_resource(bytes.get(range.clone()).unwrap_or_default()));
    let known = known.into_iter().filter_map(|range| bytes.get(range));
    said.extend(known.map(super::strings::decode));
    unseen.comments(other, bytes);
    (unseen, said.join(" "))
}

/// What ends a map of characters.
const END: [&[u8]; 5] = [b"CMapName", b"currentdict", b"defineresource", b"pop", b"end"];

/// The system that most maps of characters to text name.
const SYSTEM: &[u8] = b"<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>";

/// Whether a string in a program is more than the name of something: nothing reads it.
fn tells_more(said: &[u8]) -> bool {
    said.trim_ascii().contains(&b' ')
        && said.iter().filter(|byte| byte.is_ascii_alphabetic()).count() > LETTERS
}

/// Comments that a resource has (Adobe Technical Note 5014).
const RESOURCE: [&str; 10] = [
    "%%DocumentNeededResources",
    "%%IncludeResource",
    "%%BeginResource",
    "%%Title:",
    "%%Version:",
    "%%Copyright:",
    "%%EndComments",
    "%%EndResource",
    "%%EOF",
    "%%BeginProlog",
];

fn tells(value: &Object) -> bool {
    let mut said = Vec::new();
    strings(value, &mut said);
    !said.is_empty()
}

/// The strings in an object.
fn strings(object: &Object, into: &mut Vec<String>) {
    match object {
        Object::String(bytes, _) if !bytes.is_empty() => into.push(super::strings::decode(bytes)),
        Object::Array(items) => items.iter().for_each(|item| strings(item, into)),
        Object::Dictionary(dictionary) => {
            dictionary.iter().for_each(|(_, value)| strings(value, into));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_of_characters_keeps_no_more_than_its_mappings() {
        let map = |registry: &str, own: &str, tail: &str| {
            format!(
                "begincmap /CIDSystemInfo <</Registry({registry})/Ordering(UCS)/Supplement 0>> def \
                 /CMapName /A def {own} 1 beginbfchar <41><0041> endbfchar endcmap CMapName \
                 currentdict /CMap defineresource pop end end {tail}"
            )
        };
        let of = |map: &str| {
            let (unseen, _) = of_program(map.as_bytes());
            let said: Vec<String> = unseen.stretches.iter().map(|one| one.text.clone()).collect();
            (said, String::from_utf8(unseen.without(map.as_bytes())).unwrap())
        };
        let plain = map("Adobe", "", "");
        assert_eq!(of(&plain), (vec![], plain.clone()));
        assert_eq!(of(&map("Adobe", "", "van Jan 12")).0, ["van Jan 12"]);
        assert_eq!(of(&map("Adobe", "", "van Jan 12")).1.trim(), plain.trim());
        let (said, left) = of(&map("van Jan Bakker", "/Notice (aan Kim Smit) def", ""));
        assert_eq!(said, ["van Jan Bakker", "aan Kim Smit"]);
        assert!(!left.contains("Jan") && !left.contains("Kim"), "{left}");
        assert!(left.contains("/Registry(Adobe)") && left.contains("<41><0041>"), "{left}");
    }

    #[test]
    fn instructions_and_comments_in_markup_are_told_and_go() {
        let text = b"<?xml version=\"1.0\"?><a><!-- van Kim --><?door Kees Bakker?><![CDATA[<!--x-->]]></a>";
        let unseen = of_markup(text);
        let said: Vec<&str> = unseen.stretches.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(said, ["van Kim", "door Kees Bakker"]);
        assert_eq!(unseen.without(text), b"<?xml version=\"1.0\"?><a>  <![CDATA[<!--x-->]]></a>");
    }

    #[test]
    fn names_of_marked_content_and_bytes_behind_a_picture_are_seen() {
        let content = b"/laag BMC EMC BI /W 1 /H 1 /BPC 8 /CS /G ID xvan Jan de Vries EI";
        let unseen = read(content);
        assert!(unseen.tags.contains(b"laag".as_slice()));
        let said: Vec<&str> = unseen.stretches.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(said, ["van Jan de Vries"]);
    }

    fn texts(content: &[u8]) -> Vec<String> {
        read(content).stretches.into_iter().map(|stretch| stretch.text).collect()
    }

    #[test]
    fn what_draws_nothing_is_told_and_what_draws_is_not() {
        let content = b"% van Jan\nBX (geheim) Foo EX q (los) 1 w BT (a) [(b) 1 (c)] TJ ET % x";
        assert_eq!(texts(content), ["van Jan", "geheim Foo", "los", "a", "x"]);
        let left = read(content).without(content);
        assert!(texts(&left).is_empty(), "{}", String::from_utf8_lossy(&left));
        assert!(
            texts(b"BT /F 1 Tf 1 0 0 rg (a%b) Tj [(c)] TJ (d) ' 1 2 (e) \" ET /P BMC EMC")
                .is_empty()
        );
    }

    #[test]
    fn own_entries_of_a_property_list_are_told_and_the_others_are_text() {
        let content = b"/Span <</MCID 0/Alt(beeld)/Maker (Jan) /Lang(nl)>> BDC EMC";
        let artifact = read(b"/Artifact <</Type/Pagination/Contents(van Kim)>> BDC EMC");
        assert_eq!(artifact.told, ["van Kim"]);
        let unseen = read(content);
        assert!(unseen.said.is_empty());
        assert_eq!(read(b"/Span <</Alt(beeld)>> DP").said, ["beeld"]);
        assert_eq!(unseen.stretches.len(), 1);
        assert_eq!(unseen.stretches[0].text, "Maker Jan");
        let left = unseen.without(content);
        assert_eq!(left, b"/Span <</MCID 0/Alt(beeld)  /Lang(nl)>> BDC EMC");
    }

    #[test]
    fn the_data_of_a_picture_is_no_comment() {
        let content = b"q BI /W 2 /H 2 ID %\x01(a\nEI Q % b";
        assert_eq!(texts(content), ["b"]);
        assert!(read(b"%\x01\x02 EI Q").unsure || texts(b"%\x01\x02 EI Q").len() == 1);
        assert!(read(b"1 0 0 EI Q").unsure);
    }
}
