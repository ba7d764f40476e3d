//! Takes glyphs out of content streams, and leaves all else where it is.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use lopdf::{Dictionary, Document, Object};

use super::content;
use super::parse::{Parser, Token};

/// What goes of what one operator shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cut {
    /// For each glyph, whether it goes.
    pub goes: Vec<bool>,
    /// For each glyph, where it starts, in thousandths of the size of the letters from the first.
    pub at: Vec<f64>,
    /// Where the next operator goes on, if it does so on the same line.
    pub end: Option<f64>,
    /// How large the letters are.
    pub em: f64,
}

/// What an operator with a tag does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sort {
    /// It shows text.
    Text,
    /// It draws a picture or a form.
    Picture,
}

/// The tag that tells which operator shows a glyph or draws a picture: of the stream with this
/// number, so many operators that do so stand before it.
pub fn tag(sort: Sort, stream: u32, operator: u32) -> String {
    let start = if sort == Sort::Text { TEXT } else { PICTURE };
    format!("{start}{stream}.{operator}")
}

/// What such a tag tells.
pub fn of_tag(tag: &[u8]) -> Option<(Sort, (u32, u32))> {
    let tag = std::str::from_utf8(tag).ok()?;
    let (sort, tag) = match tag.strip_prefix(TEXT) {
        Some(rest) => (Sort::Text, rest),
        None => (Sort::Picture, tag.strip_prefix(PICTURE)?),
    };
    let (stream, operator) = tag.split_once('.')?;
    Some((sort, (stream.parse().ok()?, operator.parse().ok()?)))
}

const TEXT: &str = "LakmoesShows";
const PICTURE: &str = "LakmoesDraws";

/// Operands may stand in each other no deeper than this.
const DEPTH: usize = 32;

/// No operator takes more.
const OPERANDS: usize = 1 << 16;

/// An operator, with where it and its operands stand.
struct Operation {
    name: Vec<u8>,
    operands: Vec<(Range<usize>, Object)>,
    range: Range<usize>,
}

/// Goes through a content stream.
fn each(bytes: &[u8], mut act: impl FnMut(Operation)) {
    let mut parser = Parser::new(bytes, 0, DEPTH);
    let mut operands: Vec<(Range<usize>, Object)> = Vec::new();
    loop {
        parser.items = OPERANDS;
        parser.hidden.clear();
        parser.comments.clear();
        parser.space();
        let start = parser.position;
        let Some(token) = parser.token() else { break };
        match token {
            Token::Object(object) if operands.len() < OPERANDS => {
                operands.push((start..parser.position, object));
            }
            Token::Object(_) => {}
            Token::Word(name) => {
                if name == b"ID" {
                    let data = parser.position.saturating_add(1);
                    parser.position = content::picture_end(bytes, data);
                }
                let first = operands.first().map_or(start, |(range, _)| range.start);
                let range = first..parser.position;
                act(Operation { name, operands: std::mem::take(&mut operands), range });
            }
        }
    }
}

fn shows(name: &[u8]) -> bool {
    matches!(name, b"Tj" | b"TJ" | b"'" | b"\"")
}

/// The content with each operator that shows text or draws a picture in marked content of its own.
pub fn tagged(bytes: &[u8], stream: u32) -> Vec<u8> {
    let mut new = Vec::with_capacity(bytes.len().saturating_mul(2));
    let (mut done, mut number, mut pictures) = (0, 0_u32, 0_u32);
    each(bytes, |operation| {
        let name = operation.name.as_slice();
        let (start, end) = (operation.range.start, operation.range.end);
        let mut copy = |to: usize, new: &mut Vec<u8>| {
            new.extend_from_slice(bytes.get(done..to).unwrap_or_default());
            done = to;
        };
        if shows(name) {
            copy(start, &mut new);
            new.extend_from_slice(format!(" /{} BMC ", tag(Sort::Text, stream, number)).as_bytes());
            copy(end, &mut new);
            new.extend_from_slice(b" EMC ");
            number = number.saturating_add(1);
        } else if draws(name) {
            copy(start, &mut new);
            let tag = tag(Sort::Picture, stream, pictures);
            new.extend_from_slice(format!(" /{tag} BMC ").as_bytes());
            copy(end, &mut new);
            pictures = pictures.saturating_add(1);
        }
        // A picture that stands in the content has its own operator at its end.
        if matches!(name, b"Do" | b"ID") {
            copy(end, &mut new);
            new.extend_from_slice(b" EMC ");
        }
    });
    new.extend_from_slice(bytes.get(done..).unwrap_or_default());
    new
}

fn draws(name: &[u8]) -> bool {
    matches!(name, b"Do" | b"BI")
}

/// The content with other names in the operators with these numbers that draw what has a name;
/// `old` is told the number and the name that stood there, and says whether that is right.
pub fn renamed(
    bytes: &[u8],
    names: &BTreeMap<u32, Vec<u8>>,
    old: impl Fn(u32, &[u8]) -> bool,
) -> Option<Vec<u8>> {
    let mut new = Vec::with_capacity(bytes.len());
    let (mut done, mut number, mut left, mut wrong) = (0, 0_u32, names.len(), false);
    each(bytes, |operation| {
        if !draws(&operation.name) {
            return;
        }
        let now = number;
        number = number.saturating_add(1);
        let Some(name) = names.get(&now) else { return };
        left = left.saturating_sub(1);
        match operation.operands.last() {
            Some((range, Object::Name(known))) if operation.name == b"Do" && old(now, known) => {
                new.extend_from_slice(bytes.get(done..range.start).unwrap_or_default());
                wrong |= write(&Object::Name(name.clone()), &mut new).is_none();
                done = range.end;
            }
            _ => wrong = true,
        }
    });
    new.extend_from_slice(bytes.get(done..).unwrap_or_default());
    (left == 0 && !wrong).then_some(new)
}

/// The content without these glyphs; nothing where which letters they are cannot be told.
pub fn without(bytes: &[u8], cuts: &BTreeMap<u32, Cut>, lists: &Lists<'_>) -> Option<Vec<u8>> {
    let mut operations = Vec::new();
    each(bytes, |operation| operations.push(operation));
    let mut new = Vec::with_capacity(bytes.len());
    let (mut done, mut number) = (0, 0_u32);
    let spoken = spoken(&operations, cuts, lists);
    // How far the next text has moved on.
    let mut moved = 0.0;
    for (index, operation) in operations.iter().enumerate() {
        if places(&operation.name) {
            moved = 0.0;
        }
        let replaced = if shows(&operation.name) {
            let cut = cuts.get(&number);
            number = number.saturating_add(1);
            let Some(cut) = cut else { continue };
            let later = operations.get(index.saturating_add(1)..).unwrap_or_default();
            let lead = goes_on(later);
            let (mut at, mut end) = (cut.at.clone(), cut.end.filter(|_| lead.is_some()));
            if cut.em > 0.0 {
                let scale = cut.em / 1000.0;
                moved = widen(&cut.goes, &mut at, &mut end, moved / scale) * scale;
            }
            shown(operation, &Cut { at, end, ..cut.clone() }, lead)?
        } else if spoken.contains(&index) {
            properties(operation, lists)?
        } else {
            continue;
        };
        new.extend_from_slice(bytes.get(done..operation.range.start).unwrap_or_default());
        new.extend_from_slice(&replaced);
        done = operation.range.end;
    }
    new.extend_from_slice(bytes.get(done..).unwrap_or_default());
    Some(new)
}

/// The width of a gap tells which word stood there, to the thousandth of a letter. So gaps become
/// a whole number of steps: what follows moves on by less than one, however many gaps there are.
/// Tells how far it moved on, where it already had by so much.
fn widen(goes: &[bool], at: &mut [f64], end: &mut Option<f64>, mut moved: f64) -> f64 {
    let mut from: Option<f64> = None;
    let mut place = |place: &mut f64, goes: bool| {
        *place += moved;
        match (goes, from) {
            (true, None) => from = Some(*place),
            (false, Some(start)) => {
                let gap = *place - start;
                if gap > 0.0 {
                    // A gap gives back what those before it took, or words would slide under a bar.
                    let new = ((gap - moved) / STEP).ceil().max(0.0) * STEP;
                    *place = start + new;
                    moved += new - gap;
                }
                from = None;
            }
            _ => {}
        }
    };
    for (at, goes) in at.iter_mut().zip(goes) {
        place(at, *goes);
    }
    if let Some(end) = end {
        place(end, false);
    }
    moved
}

/// A step, in thousandths of the size of the letters.
pub const STEP: f64 = 250.0;

/// By how much the next text is moved that starts where this ends; nothing where it starts at a
/// place of its own.
fn goes_on(later: &[Operation]) -> Option<f64> {
    for operation in later {
        match operation.name.as_slice() {
            b"Tj" => return Some(0.0),
            b"TJ" => {
                let Some((_, Object::Array(items))) = operation.operands.last() else {
                    return Some(0.0);
                };
                let lead = items.iter().map_while(|item| item.as_float().ok());
                return Some(lead.map(f64::from).sum());
            }
            name if places(name) => return None,
            _ => {}
        }
    }
    None
}

/// Whether an operator gives text a place of its own.
fn places(name: &[u8]) -> bool {
    matches!(name, b"'" | b"\"" | b"T*" | b"Td" | b"TD" | b"Tm" | b"ET" | b"BT")
}

/// What is said of marked content, where that stands in the content or in its resources.
pub struct Lists<'a> {
    document: &'a Document,
    named: Option<&'a Object>,
}

impl<'a> Lists<'a> {
    /// The lists that content with these resources can name.
    pub fn new(resources: Option<&'a Dictionary>, document: &'a Document) -> Self {
        Self { document, named: resources.and_then(|of| of.get(b"Properties").ok()) }
    }

    /// The list of an operator that begins marked content, if it says something in other words.
    fn of<'o>(&self, operation: &'o Operation) -> Option<&'o Dictionary>
    where
        'a: 'o,
    {
        let list = match operation.operands.last()? {
            (_, Object::Dictionary(list)) if operation.name == b"BDC" => list,
            (_, Object::Name(name)) if operation.name == b"BDC" => {
                lists(self.named?, self.document).find(|(known, _)| *known == name)?.1
            }
            _ => return None,
        };
        SAYS.iter().any(|key| list.has(key)).then_some(list)
    }
}

/// The lists with a name that say something in other words.
pub fn lists<'a>(
    named: &'a Object,
    document: &'a Document,
) -> impl Iterator<Item = (&'a Vec<u8>, &'a Dictionary)> {
    let named = document.dereference(named).ok().and_then(|(_, named)| named.as_dict().ok());
    named.into_iter().flatten().filter_map(|(name, list)| {
        let list = document.dereference(list).ok()?.1.as_dict().ok()?;
        SAYS.iter().any(|key| list.has(key)).then_some((name, list))
    })
}

/// What a list says in other words, and nothing else of it.
pub fn says(list: &Dictionary, document: &Document) -> Dictionary {
    let said = SAYS.iter().filter_map(|key| {
        let said = list.get_deref(key, document).ok()?;
        said.as_str().is_ok().then(|| (key.to_vec(), said.clone()))
    });
    Dictionary::from_iter(said)
}

/// The content without all that is said in other words and of which this holds; nothing where it
/// holds of none.
pub fn unsaid(bytes: &[u8], lists: &Lists<'_>, goes: &dyn Fn(&[u8]) -> bool) -> Option<Vec<u8>> {
    let (mut new, mut done) = (Vec::new(), 0);
    each(bytes, |operation| {
        let said = lists.of(&operation).map(|list| says(list, lists.document));
        let goes = |said: Dictionary| said.iter().any(|(_, said)| said.as_str().is_ok_and(goes));
        if said.is_some_and(goes)
            && let Some(left) = properties(&operation, lists)
        {
            new.extend_from_slice(bytes.get(done..operation.range.start).unwrap_or_default());
            new.extend_from_slice(&left);
            done = operation.range.end;
        }
    });
    (done > 0).then(|| {
        new.extend_from_slice(bytes.get(done..).unwrap_or_default());
        new
    })
}

/// The operators that begin content of which something goes and that say it in other words.
fn spoken(
    operations: &[Operation],
    cuts: &BTreeMap<u32, Cut>,
    lists: &Lists<'_>,
) -> BTreeSet<usize> {
    let (mut open, mut spoken) = (Vec::new(), BTreeSet::new());
    let mut number = 0_u32;
    for (index, operation) in operations.iter().enumerate() {
        match operation.name.as_slice() {
            b"BDC" => open.push(lists.of(operation).map(|_| index)),
            b"BMC" => open.push(None),
            b"EMC" => {
                open.pop();
            }
            name if shows(name) => {
                if cuts.get(&number).is_some_and(|cut| cut.goes.contains(&true)) {
                    spoken.extend(open.iter().flatten());
                }
                number = number.saturating_add(1);
            }
            _ => {}
        }
    }
    spoken
}

/// What says in other words what is shown.
const SAYS: [&[u8]; 3] = [b"ActualText", b"Alt", b"E"];

/// The beginning of marked content, without what is said in other words.
fn properties(operation: &Operation, lists: &Lists<'_>) -> Option<Vec<u8>> {
    let mut new = Vec::new();
    let (tag, _) = operation.operands.split_last().and_then(|(_, rest)| rest.split_last())?;
    write(&tag.1, &mut new)?;
    let mut left = Dictionary::new();
    for (key, value) in lists.of(operation)? {
        if !SAYS.contains(&key.as_slice()) {
            let (_, value) = lists.document.dereference(value).ok()?;
            left.set(key.clone(), value.clone());
        }
    }
    new.push(b' ');
    write(&Object::Dictionary(left), &mut new)?;
    new.extend_from_slice(b" BDC");
    Some(new)
}

/// One operator without the glyphs that go. What follows stays where it is; a gap is one number,
/// and none where what follows has a place of its own.
fn shown(operation: &Operation, cut: &Cut, goes_on: Option<f64>) -> Option<Vec<u8>> {
    let items = match (operation.name.as_slice(), operation.operands.last()) {
        (b"TJ", Some((_, Object::Array(items)))) => items.clone(),
        (_, Some((_, string @ Object::String(..)))) => vec![string.clone()],
        _ => return None,
    };
    let length: usize = items.iter().filter_map(|item| item.as_str().ok()).map(<[u8]>::len).sum();
    let glyphs = cut.goes.len();
    let size = if length == glyphs {
        1
    } else if length == glyphs.saturating_mul(2) {
        2
    } else {
        return None;
    };
    let mut out: Vec<Object> = Vec::new();
    let mut glyph = 0_usize;
    let mut from: Option<f64> = None;
    for item in items {
        let Object::String(bytes, format) = item else {
            if from.is_none() {
                out.push(item);
            }
            continue;
        };
        let mut kept = Vec::new();
        for code in bytes.chunks(size) {
            let at = *cut.at.get(glyph)?;
            if *cut.goes.get(glyph)? {
                from = from.or(Some(at));
            } else {
                if let Some(from) = from.take() {
                    flush(&mut kept, format, &mut out);
                    out.push(gap(from - at));
                }
                kept.extend_from_slice(code);
            }
            glyph = glyph.saturating_add(1);
        }
        flush(&mut kept, format, &mut out);
    }
    if let (Some(from), Some(lead), Some(end)) = (from, goes_on, cut.end) {
        // The next text has no place of its own.
        out.push(gap(from - (end + lead)));
    }
    let mut new = Vec::new();
    match (operation.name.as_slice(), operation.operands.as_slice()) {
        (b"'", _) => new.extend_from_slice(b"T* "),
        (b"\"", [(_, words), (_, letters), _]) => {
            write(words, &mut new)?;
            new.extend_from_slice(b" Tw ");
            write(letters, &mut new)?;
            new.extend_from_slice(b" Tc T* ");
        }
        (b"\"", _) => return None,
        _ => {}
    }
    if !out.is_empty() {
        write(&Object::Array(out), &mut new)?;
        new.extend_from_slice(b" TJ");
    }
    Some(new)
}

fn flush(kept: &mut Vec<u8>, format: lopdf::StringFormat, out: &mut Vec<Object>) {
    if !kept.is_empty() {
        out.push(Object::String(std::mem::take(kept), format));
    }
}

/// A number of an array of text, to a hundredth.
fn gap(number: f64) -> Object {
    Object::Real(((number * 100.0).round() / 100.0) as f32)
}

fn write(object: &Object, into: &mut Vec<u8>) -> Option<()> {
    match object {
        Object::Null => into.extend_from_slice(b"null"),
        Object::Boolean(value) => into.extend_from_slice(value.to_string().as_bytes()),
        Object::Integer(value) => into.extend_from_slice(value.to_string().as_bytes()),
        Object::Real(value) => into.extend_from_slice(value.to_string().as_bytes()),
        Object::Name(name) => {
            into.push(b'/');
            for byte in name {
                if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'+' | b'.') {
                    into.push(*byte);
                } else {
                    into.extend_from_slice(format!("#{byte:02X}").as_bytes());
                }
            }
        }
        Object::String(bytes, _) => {
            into.push(b'<');
            for byte in bytes {
                into.extend_from_slice(format!("{byte:02X}").as_bytes());
            }
            into.push(b'>');
        }
        Object::Array(items) => {
            into.push(b'[');
            for item in items {
                write(item, into)?;
                into.push(b' ');
            }
            into.push(b']');
        }
        Object::Dictionary(dictionary) => {
            into.extend_from_slice(b"<<");
            for (key, value) in dictionary {
                write(&Object::Name(key.clone()), into)?;
                into.push(b' ');
                write(value, into)?;
            }
            into.extend_from_slice(b">>");
        }
        Object::Stream(_) | Object::Reference(_) => return None,
    }
    Some(())
}

/// Whether each state that a content saves is restored, and none besides.
pub fn is_balanced(bytes: &[u8]) -> bool {
    let (mut depth, mut below) = (0_i64, false);
    each(bytes, |operation| match operation.name.as_slice() {
        b"q" => depth = depth.saturating_add(1),
        b"Q" => {
            depth = depth.saturating_sub(1);
            below |= depth < 0;
        }
        _ => {}
    });
    depth == 0 && !below
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(bytes: &[u8], cuts: &BTreeMap<u32, Cut>) -> Option<Vec<u8>> {
        super::without(bytes, cuts, &Lists::new(None, &Document::new()))
    }

    fn cut(goes: &str, end: Option<f64>) -> Cut {
        let at = (0..goes.len()).map(|index| index as f64 * 500.0).collect();
        Cut { goes: goes.chars().map(|one| one == 'x').collect(), at, end, em: 10.0 }
    }

    fn left(content: &str, goes: &str, end: Option<f64>) -> String {
        let cuts = BTreeMap::from([(0, cut(goes, end))]);
        String::from_utf8(without(content.as_bytes(), &cuts).unwrap()).unwrap()
    }

    #[test]
    fn what_stands_around_a_gap_stays_and_the_gap_is_one_number() {
        assert_eq!(left("BT (abcd) Tj ET", ".xx.", None), "BT [<61> -1000 <64> ] TJ ET");
        assert_eq!(left("BT (abcd) Tj ET", "..xx", None), "BT [<6162> ] TJ ET");
        assert_eq!(left("BT (abcd) Tj ET", "xxxx", None), "BT  ET");
        assert_eq!(left("[(a) 20 (b) 30 (c)] TJ", ".x.", None), "[<61> 20 -500 <63> ] TJ");
        assert_eq!(left("(ab) ' (c) Tj", ".x", Some(900.0)), "T* [<61> -500 ] TJ (c) Tj");
    }

    #[test]
    fn gaps_that_go_on_are_wider_by_no_more_than_one_step() {
        let short = || Cut { goes: vec![true], at: vec![0.0], end: Some(510.0), em: 10.0 };
        let cuts = (0..3).map(|number| (number, short())).collect();
        let left = without(b"BT (a) Tj (b) Tj (c) Tj (d) Tj ET", &cuts).unwrap();
        assert_eq!(left, b"BT [-750 ] TJ [-500 ] TJ [-500 ] TJ (d) Tj ET");
    }

    #[test]
    fn what_is_said_in_other_words_goes_too() {
        let content = "/Span <</MCID 0/ActualText (Jan)>> BDC (Jan) Tj EMC";
        assert_eq!(left(content, "xxx", None), "/Span <</MCID 0>> BDC  EMC");
    }

    #[test]
    fn letters_that_cannot_be_told_apart_are_not_touched() {
        let cuts = BTreeMap::from([(0, cut("x.", None))]);
        assert_eq!(without(b"(abc) Tj", &cuts), None);
    }

    #[test]
    fn one_of_many_pictures_gets_another_name() {
        let names = BTreeMap::from([(1, b"Other".to_vec())]);
        let renamed = |right: &[u8]| {
            let new = super::renamed(b"/I Do /J Do /I Do", &names, |_, name| name == right);
            new.map(|new| String::from_utf8(new).unwrap())
        };
        assert_eq!(renamed(b"J").as_deref(), Some("/I Do /Other Do /I Do"));
        assert_eq!(renamed(b"I"), None);
    }

    #[test]
    fn operators_are_tagged_in_order() {
        let tagged = tagged(b"BT (a) Tj (b) Tj ET", 7);
        assert_eq!(
            String::from_utf8(tagged).unwrap(),
            "BT  /LakmoesShows7.0 BMC (a) Tj EMC   /LakmoesShows7.1 BMC (b) Tj EMC  ET"
        );
        assert_eq!(of_tag(b"LakmoesShows7.1"), Some((Sort::Text, (7, 1))));
        let tagged = super::tagged(b"q /I Do BI /W 1 ID x EI Q", 7);
        assert_eq!(
            String::from_utf8(tagged).unwrap(),
            "q  /LakmoesDraws7.0 BMC /I Do EMC   /LakmoesDraws7.1 BMC BI /W 1 ID x EI EMC  Q"
        );
        assert!(is_balanced(b"q q Q Q") && !is_balanced(b"Q q"));
    }
}
