//! Streams: what they hold, what stands behind it, and the documents in them.

use lopdf::{Dictionary, Object, Stream};

use super::reading::{Reading, is_of_key, reading};
use super::{Edit, TEXT, Type, Walker};
use crate::Reason;
use crate::finding::Step;
use crate::format::pdf::{printable, xmp};
use crate::kind::hidden;
use crate::source::{Pieces, Source};
use crate::syntax::pdf::filters::{self, Budget, Unpacked};
use crate::visit::{Decision, Remedy, Visit};

impl Walker<'_, '_> {
    pub(super) fn stream(&mut self, stream: &Stream, types: &[Type]) -> Edit {
        let own = match types.first() {
            Some(first) if *first == TEXT => vec!["Stream"],
            _ => self.model.streams(types),
        };
        let dictionary = self.dictionary(&stream.dict, &own);
        let told = types.iter().any(|name| is_of_key(name));
        let content = self.content(stream, if told { types } else { own.as_slice() });
        match (dictionary, content) {
            (None, None) => Edit::Same,
            (dictionary, content) => {
                let mut changed = stream.clone();
                if let Some(dictionary) = dictionary {
                    changed.dict = dictionary;
                }
                if let Some(content) = content {
                    content.put(&mut changed);
                }
                Edit::Changed(Object::Stream(changed))
            }
        }
    }

    fn content(&mut self, stream: &Stream, types: &[Type]) -> Option<Content> {
        let mut budget = Budget { left: self.visit.left(), held: self.visit.held() };
        let unpacked = match filters::unpack(stream, self.document, &mut budget) {
            Ok(unpacked) => unpacked,
            Err(reason) => {
                self.visit.gap(reason);
                return None;
            }
        };
        if self.visit.unpacked(&unpacked.bytes).is_err() {
            self.visit.gap(Reason::Limit);
            return None;
        }
        if let Some(reason) = unpacked.short {
            self.visit.gap(reason);
        }
        let mut cut = self.slack(stream, &unpacked);
        let told: Vec<Type> = types.iter().copied().filter(|name| is_of_key(name)).collect();
        let mut narrowed = if told.is_empty() { self.types(&stream.dict, types) } else { told };
        if types.is_empty() {
            narrowed.clear();
        }
        let reading = reading(&narrowed, &stream.dict, self.document);
        let new = match unpacked.codec {
            Some(codec) => self.picture(codec, &unpacked),
            None => self.read(reading, stream, &unpacked),
        };
        if new.is_some() {
            cut = new;
        }
        cut
    }

    /// Reads what came out of a stream, in its own way.
    fn read(&mut self, reading: Reading, stream: &Stream, unpacked: &Unpacked) -> Option<Content> {
        let bytes = &unpacked.bytes;
        match reading {
            Reading::Content => self.drawing(bytes),
            Reading::Font => self.font(bytes),
            Reading::Profile => self.profile(bytes),
            Reading::CharacterMap | Reading::Calculation => self.program(bytes),
            Reading::Pixels => self.pixels(stream, bytes),
            Reading::Numbers => {
                self.visit.aside(&printable::words(bytes));
                None
            }
            Reading::Text => self.markup(bytes),
            Reading::Description => {
                xmp::walk(bytes, self.redaction, self.visit).map(Content::Plain)
            }
            Reading::File => {
                let name = self.current.and_then(|id| self.files.get(&id).cloned());
                self.part(Step::Attachment(name.unwrap_or_default().into()), unpacked)
            }
            Reading::Certificates if self.certificate(bytes) => None,
            Reading::Private if printable::is_description(bytes) => {
                xmp::walk(bytes, self.redaction, self.visit).map(Content::Plain)
            }
            Reading::Certificates | Reading::Private => {
                let text = printable::words(bytes);
                self.say(&text);
                None
            }
            Reading::Jbig2 => self.fax(bytes).map(Content::Plain),
            Reading::Unread => {
                let text = printable::words(bytes);
                self.say(&text);
                if !bytes.is_empty() && !printable::is_text(bytes) {
                    self.visit.gap(Reason::Unknown);
                }
                None
            }
            Reading::Structure => None,
        }
    }

    /// What stands behind the end of what a filter reads, be it the first or one after it.
    fn slack(&mut self, stream: &Stream, unpacked: &Unpacked) -> Option<Content> {
        let rest = stream.content.get(unpacked.used..).unwrap_or_default();
        let rest = &[rest, &unpacked.behind].concat();
        if unpacked.undone == 0 || rest.iter().all(|byte| matches!(byte, 0 | 9 | 10 | 12 | 13 | 32))
        {
            return None;
        }
        let text = printable::printable(rest);
        let decision = if text.is_empty() {
            let decision = self.visit.place(&hidden::STRAY_BYTES, Remedy::Drop);
            self.visit.describe(&format!("{} B", rest.len()));
            self.visit.close();
            decision
        } else {
            self.visit.value(&hidden::STRAY_BYTES, Remedy::Drop, &text)
        };
        (decision != Decision::Stay).then(|| match unpacked.codec {
            _ if unpacked.behind.is_empty() => Content::Cut(unpacked.used),
            Some(_) => Content::Packed(unpacked.bytes.clone(), unpacked.undone),
            None => Content::Plain(unpacked.bytes.clone()),
        })
    }

    /// A document in the document.
    pub(super) fn part(&mut self, step: Step, unpacked: &Unpacked) -> Option<Content> {
        self.part_of(step, unpacked, false)
    }

    /// The same, of which nothing can go where it is `fixed`.
    pub(super) fn part_of(
        &mut self,
        step: Step,
        unpacked: &Unpacked,
        fixed: bool,
    ) -> Option<Content> {
        let picture = matches!(step, Step::Part(_));
        let walk = |visit: &mut Visit<'_>| visit.document(step, &unpacked.bytes);
        let pieces = match (picture, fixed) {
            (true, true) => self.visit.shown_elsewhere(|visit| visit.fixed(walk)),
            (true, false) => self.visit.shown_elsewhere(walk),
            (false, _) => walk(self.visit),
        }?;
        if pieces.is_all_of(&unpacked.bytes) {
            return None;
        }
        let bytes = assembled(&pieces, &unpacked.bytes)?;
        Some(match unpacked.codec {
            Some(_) => Content::Packed(bytes, unpacked.undone),
            None => Content::Plain(bytes),
        })
    }
}

/// What a text says that may be marked up, and what stands between its values there.
pub(in crate::format::pdf) fn marked(text: &str, between: char) -> String {
    if !text.trim_start().starts_with('<') {
        return text.to_owned();
    }
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        said.push_str(before);
        said.push(between);
        if let Some((_, after)) = after.strip_prefix("?xpacket").and_then(|it| it.split_once("?>"))
        {
            rest = after;
            continue;
        }
        let aside = [("!--", "-->"), ("![CDATA[", "]]>")];
        let aside = aside.iter().find_map(|(start, end)| Some((after.strip_prefix(start)?, end)));
        if let Some((inside, end)) = aside {
            let (inside, after) = inside.split_once(end).unwrap_or((inside, ""));
            said.push_str(inside);
            said.push(between);
            rest = after;
            continue;
        }
        let (mut quoted, mut closed) = (None, after.len());
        for (at, letter) in after.char_indices() {
            match quoted {
                Some((from, quote)) if letter == quote => {
                    let value = after.get(from..at).unwrap_or_default();
                    let before = after.get(..from).unwrap_or_default();
                    let name = before.rsplit(char::is_whitespace).next().unwrap_or_default();
                    if value.contains(char::is_alphabetic)
                        && !MARKS.iter().any(|mark| name.starts_with(mark))
                    {
                        said.push_str(value);
                        said.push(between);
                    }
                    quoted = None;
                }
                Some(_) => {}
                None if matches!(letter, '"' | '\'') => {
                    quoted = Some((at.saturating_add(1), letter));
                }
                None if letter == '>' => {
                    closed = at.saturating_add(1);
                    break;
                }
                None => {}
            }
        }
        rest = after.get(closed..).unwrap_or_default();
    }
    said.push_str(rest);
    said
}

/// What the bytes of a stream become.
#[derive(Debug)]
pub(super) enum Content {
    /// Only the first so many of them are left.
    Cut(usize),
    /// New bytes, in a picture's own packing; so many filters before it are undone.
    Packed(Vec<u8>, usize),
    /// New bytes.
    Plain(Vec<u8>),
}

impl Content {
    fn put(self, stream: &mut Stream) {
        match self {
            Content::Cut(length) => stream.content.truncate(length),
            Content::Packed(bytes, undone) => {
                for key in [b"Filter".as_slice(), b"DecodeParms"] {
                    if let Ok(Object::Array(items)) = stream.dict.get(key) {
                        let left: Vec<Object> = items.iter().skip(undone).cloned().collect();
                        stream.dict.set(key, left);
                    }
                }
                stream.content = bytes;
            }
            Content::Plain(bytes) => {
                for key in [b"DecodeParms".as_slice(), b"DL", b"F", b"DP"] {
                    stream.dict.remove(key);
                }
                // A description of the document has to be readable as it stands (PDF/A-1).
                let open = stream.dict.has_type(b"Metadata");
                if open && !stream.dict.has(b"Filter") {
                    stream.content = bytes;
                } else {
                    stream.dict.set("Filter", "FlateDecode");
                    stream.content = filters::deflate(&bytes);
                }
                if let Ok(Object::Dictionary(facts)) = stream.dict.get_mut(b"Params") {
                    forget(facts);
                }
            }
        }
        stream.dict.set("Length", stream.content.len() as i64);
    }
}

/// Attributes that say nothing of their own.
const MARKS: [&str; 4] = ["xmlns", "rdf:parseType=", "x:xmptk=", "xml:lang="];

/// The size and the checksum of a file that is another now.
fn forget(facts: &mut Dictionary) {
    facts.remove(b"Size");
    facts.remove(b"CheckSum");
}

/// The bytes that pieces stand for.
fn assembled(pieces: &Pieces, source: &[u8]) -> Option<Vec<u8>> {
    let copy = pieces.over(&source);
    copy.bytes(0..copy.len(), copy.len()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_marked_up_text_says_is_said_wherever_it_stands() {
        let packet = "<?xpacket id=\"W5\"?><a xmlns:b=\"http://a\" b:c='d'/><?xpacket?>";
        assert_eq!(marked(packet, ' ').trim(), "d");
        let text = "<a naam=\"Jan > Piet\" b='1'>een<!-- van Kim --><![CDATA[x < y]]></a> los";
        assert_eq!(
            marked(text, ' ').split_whitespace().collect::<Vec<_>>().join(" "),
            "Jan > Piet een van Kim x < y los"
        );
        assert_eq!(marked("a < b \"c\"", ' '), "a < b \"c\"");
    }
}
