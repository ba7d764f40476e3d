//! What stands in streams beside what they are there for: texts in fonts, comments in content and
//! maps of characters, boxes of pictures, bytes behind the last pixel.

use std::collections::BTreeMap;
use std::ops::Range;

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::stream::{Content, marked};
use super::{Topic, Walker};
use crate::Reason;
use crate::finding::Step;
use crate::format::image;
use crate::format::pdf::{foundry, printable, xmp};
use crate::kind::{hidden, software};
use crate::syntax::font::{self, Sort};
use crate::syntax::jpx::{self, Item, Uuid};
use crate::syntax::pdf::filters::{self, Budget, Codec, Unpacked};
use crate::syntax::pdf::samples;
use crate::syntax::pdf::unseen::{self, Unseen};
use crate::syntax::pdf::{scanner, strings};
use crate::syntax::{fields, jbig2};
use crate::visit::{Decision, Remedy};

impl Walker<'_, '_> {
    /// A content stream: what it shows is read with the pages.
    pub(super) fn drawing(&mut self, bytes: &[u8]) -> Option<Content> {
        let mut unseen = unseen::read(bytes);
        if unseen.says() && (unseen.follows || unseen.goes_on) {
            let (first, last) = self.piece();
            unseen.unsure |= (unseen.follows && !first) || (unseen.goes_on && !last);
        }
        for said in &unseen.said {
            self.visit.aside(said);
        }
        let topic = std::mem::replace(&mut self.topic, Topic::Tags);
        for tag in &unseen.tags {
            if !self.model.is_word(tag) {
                self.chosen(&strings::decode(tag));
            }
        }
        for text in &unseen.told {
            self.note(text);
        }
        self.topic = topic;
        for (range, picture) in std::mem::take(&mut unseen.files) {
            unseen.instead.extend(self.file(bytes, range, picture, unseen.unsure));
        }
        match self.loose(bytes, &unseen) {
            None if !unseen.instead.is_empty() => {
                unseen.stretches.clear();
                Some(Content::Plain(unseen.without(bytes)))
            }
            content => content,
        }
    }

    /// The file of a picture that stands in content; what it becomes.
    fn file(
        &mut self,
        bytes: &[u8],
        range: Range<usize>,
        picture: Dictionary,
        unsure: bool,
    ) -> Option<(Range<usize>, Vec<u8>)> {
        let stream = Stream::new(picture, bytes.get(range.clone())?.to_vec());
        let mut budget = Budget { left: self.visit.left(), held: self.visit.held() };
        let unpacked = filters::unpack(&stream, self.document, &mut budget);
        let unpacked = unpacked.and_then(|one| self.visit.unpacked(&one.bytes).map(|()| one));
        let unpacked = match unpacked {
            Ok(unpacked) => unpacked,
            Err(reason) => {
                self.visit.gap(reason);
                return None;
            }
        };
        // What is packed once more stays as it is.
        let fixed = unsure || unpacked.undone > 0;
        match self.part_of(Step::Part("image".into()), &unpacked, fixed) {
            Some(Content::Packed(new, _)) => Some((range, new)),
            _ => None,
        }
    }

    /// Whether the stream at hand is the first, and the last, of those that make up a page. What
    /// one begins goes on in the next: operands, and for many readers even strings.
    fn piece(&self) -> (bool, bool) {
        let pieces = self.pieces.get_or_init(|| self.all_pieces());
        self.current.and_then(|id| pieces.get(&id)).copied().unwrap_or((true, true))
    }

    /// The same of each stream that pages name in a list, looked up once for all of them.
    fn all_pieces(&self) -> BTreeMap<ObjectId, (bool, bool)> {
        let mut all = BTreeMap::new();
        for page in self.pages.keys() {
            let Ok(page) = self.document.get_dictionary(*page) else { continue };
            let Ok(Object::Array(pieces)) = page.get_deref(b"Contents", self.document) else {
                continue;
            };
            let end = pieces.len().saturating_sub(1);
            for (index, piece) in pieces.iter().enumerate() {
                let Ok(id) = piece.as_reference() else { continue };
                let (first, last) = all.entry(id).or_insert((true, true));
                *first &= index == 0;
                *last &= index == end;
            }
        }
        all
    }

    /// Text that may be marked up: what stands between its tags and in their attributes. Comments,
    /// instructions for programs and a description of the document are places of their own.
    pub(super) fn markup(&mut self, bytes: &[u8]) -> Option<Content> {
        let wide = matches!(bytes, [0xfe, 0xff, ..] | [0xff, 0xfe, ..]);
        if wide || !bytes.trim_ascii_start().starts_with(b"<") {
            self.say(&marked(&strings::decode(bytes), ' '));
            return None;
        }
        let unseen = unseen::of_markup(bytes);
        let gone = self.loose(bytes, &unseen).is_some();
        let left = if gone { unseen.without(bytes) } else { bytes.to_vec() };
        let (before, packet, after) = description(&left);
        let new = packet.and_then(|packet| {
            self.visit.enter(Step::Part("XMP".into()));
            let new = xmp::walk(packet, self.redaction, self.visit);
            self.visit.leave();
            new
        });
        for text in [before, after] {
            self.say(&marked(&strings::decode(&unseen::of_markup(text).without(text)), ' '));
        }
        match new {
            Some(new) => Some(Content::Plain([before, &new, after].concat())),
            None => gone.then_some(Content::Plain(left)),
        }
    }

    /// PostScript that a reader computes with: its comments, and the strings in it.
    pub(super) fn program(&mut self, bytes: &[u8]) -> Option<Content> {
        let (unseen, said) = unseen::of_program(bytes);
        self.visit.aside(&foundry::told(&said));
        self.loose(bytes, &unseen)
    }

    /// What draws nothing, as one place.
    fn loose(&mut self, bytes: &[u8], unseen: &Unseen) -> Option<Content> {
        if unseen.cut {
            self.visit.gap(Reason::Limit);
        }
        if !unseen.says() {
            return None;
        }
        let said: Vec<&str> = unseen.stretches.iter().map(|one| one.text.as_str()).collect();
        let said = said.join("\n");
        let remedy = if unseen.unsure || unseen.cut { Remedy::Keep } else { Remedy::Drop };
        let decision = self.visit.place(&hidden::STRAY_BYTES, remedy);
        self.visit.text(&said);
        self.visit.end_text();
        // Words of a comment stand in many places; none of them is proof that it is still there.
        self.visit.describe(&said);
        self.visit.close();
        (decision != Decision::Stay).then(|| Content::Plain(unseen.without(bytes)))
    }

    /// A font program. What tells who made a font that everybody has is passed over; what else
    /// stands beside its outlines is told, and goes.
    pub(super) fn font(&mut self, bytes: &[u8]) -> Option<Content> {
        let Some(font) = font::read(bytes) else {
            if !bytes.is_empty() {
                self.visit.gap(Reason::Unknown);
            }
            return None;
        };
        let foundry = font.words.iter().any(|words| foundry::is_named(&words.text));
        let mut gone = Vec::new();
        for (index, words) in font.words.iter().enumerate() {
            if words.sort == Sort::Name {
                // A name of a font or a glyph is a word, and no sentence about somebody.
                self.visit.aside(&foundry::told(&words.text));
                continue;
            }
            if foundry::is_usual(&words.text) && !(words.text.is_empty()) {
                continue;
            }
            self.visit.enter(Step::Property(words.place.as_str().into()));
            let decision = self.visit.place(&software::FONT, Remedy::Drop);
            if words.text.trim().is_empty() {
                let size: usize = words.ranges.iter().map(ExactSizeIterator::len).sum();
                self.visit.describe(&format!("{size} B"));
            } else {
                // Who a foundry has draw its fonts is told to everybody.
                if !foundry || words.sort == Sort::Other {
                    self.visit.text(&words.text);
                    self.visit.end_text();
                }
                self.visit.describe(&words.text);
            }
            self.visit.close();
            self.visit.leave();
            if decision != Decision::Stay {
                gone.push(index);
            }
        }
        if font.damaged {
            self.visit.gap(Reason::Damaged);
        }
        (!gone.is_empty()).then(|| Content::Plain(font.without(bytes, &gone)))
    }

    /// A colour profile; it stays as it is.
    pub(super) fn profile(&mut self, bytes: &[u8]) -> Option<Content> {
        self.visit.part(Step::Part("ICC".into()), |visit| image::icc::walk(bytes, visit));
        None
    }

    /// A picture in its own packing.
    pub(super) fn picture(&mut self, codec: Codec, unpacked: &Unpacked) -> Option<Content> {
        let bytes = &unpacked.bytes;
        let new = match codec {
            Codec::Jpeg => return self.part(Step::Part("image".into()), unpacked),
            Codec::Fax => self.behind_fax(bytes),
            Codec::Jbig2 => self.fax(bytes),
            Codec::Jpeg2000 => self.boxes(bytes),
        };
        new.map(|new| Content::Packed(new, unpacked.undone))
    }

    /// Fax: what stands behind the code that ends it (ITU-T T.6, 2.2.4). A row of bits has no room
    /// for anything else.
    fn behind_fax(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut last = u32::MAX;
        let ends = |byte: &u8| {
            last = last.wrapping_shl(8) | u32::from(*byte);
            (0..8).any(|shift| last.wrapping_shr(shift) & 0xff_ffff == 0x00_1001)
        };
        let end = bytes.iter().position(ends)?.saturating_add(1);
        let rest = bytes.get(end..).unwrap_or_default();
        if rest.len() <= 8 || printable::printable(rest).is_empty() {
            return None;
        }
        (self.stray(rest) != Decision::Stay).then(|| bytes.get(..end).unwrap_or_default().to_vec())
    }

    /// JBIG2: segments that draw nothing.
    pub(super) fn fax(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        let Some(remarks) = jbig2::read(bytes) else {
            if !bytes.is_empty() {
                self.visit.gap(Reason::Damaged);
            }
            return None;
        };
        let mut gone = Vec::new();
        for remark in remarks {
            let decision = self.visit.place(&hidden::STRAY_BYTES, Remedy::Drop);
            if remark.text.is_empty() {
                self.visit.describe(&format!("{} B", remark.range.len()));
            } else {
                self.visit.set_value(&remark.text);
            }
            self.visit.close();
            if decision != Decision::Stay {
                gone.push(remark.range);
            }
        }
        (!gone.is_empty()).then(|| jbig2::without(bytes, &gone))
    }

    /// JPEG 2000: boxes that no pixel needs.
    fn boxes(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        let Some(items) = jpx::read(bytes) else {
            self.visit.gap(Reason::Damaged);
            return None;
        };
        let mut gone = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let decision = match item {
                Item::Needed(_) | Item::Head(..) => continue,
                Item::Stray(range) => {
                    let rest = bytes.get(range.clone()).unwrap_or_default();
                    if rest.iter().all(|byte| matches!(byte, 0 | 10 | 13 | 32)) {
                        continue;
                    }
                    self.stray(rest)
                }
                Item::Comment(range, start) => {
                    let said = bytes.get(*start..range.end).unwrap_or_default();
                    self.visit.value(&software::PROGRAM, Remedy::Drop, &fields::text(said))
                }
                Item::Box(range, name, start) => {
                    let content = bytes.get(*start..range.end).unwrap_or_default();
                    self.metadata(name, content)
                }
            };
            if decision != Decision::Stay {
                gone.push(index);
            }
        }
        (!gone.is_empty()).then(|| jpx::assemble(bytes, &items, &gone))
    }

    /// A box of a picture, with all that it tells.
    fn metadata(&mut self, name: &str, content: &[u8]) -> Decision {
        let visit = &mut *self.visit;
        let uuid = jpx::of_uuid(content).filter(|_| name == "uuid");
        let decision = visit.place(&hidden::PRIVATE_DATA, Remedy::Drop);
        visit.describe(&format!("{name}, {} B", content.len()));
        let body = content.get(16..).unwrap_or_default();
        match uuid {
            Some(Uuid::Xmp) => {
                image::block(visit, "XMP", |visit| image::xmp::walk(body, visit));
            }
            Some(Uuid::Exif) => {
                // Some programs write the head of a JPEG segment before it.
                let body = body.strip_prefix(b"Exif\0\0").unwrap_or(body);
                image::block(visit, "Exif", |visit| image::exif::walk(&body, visit));
            }
            Some(Uuid::Iptc) => {
                image::block(visit, "IPTC", |visit| image::iptc::walk(body, visit));
            }
            None => {
                visit.text(&printable::printable(content));
                visit.end_text();
            }
        }
        visit.close();
        decision
    }

    /// Pixels as they are: their number tells how many bytes there are.
    pub(super) fn pixels(&mut self, stream: &Stream, bytes: &[u8]) -> Option<Content> {
        let length = samples::size(&stream.dict, self.document)?;
        let rest = bytes.get(length..).unwrap_or_default();
        // Some programs count a row too much, or end with a line.
        if rest.len() <= 8 || printable::words(rest).is_empty() {
            return None;
        }
        (self.stray(rest) != Decision::Stay)
            .then(|| Content::Plain(bytes.get(..length).unwrap_or_default().to_vec()))
    }

    fn stray(&mut self, rest: &[u8]) -> Decision {
        let text = printable::printable(rest);
        let decision = self.visit.place(&hidden::STRAY_BYTES, Remedy::Drop);
        if text.is_empty() {
            self.visit.describe(&format!("{} B", rest.len()));
        } else {
            self.visit.set_value(&text);
        }
        self.visit.close();
        decision
    }
}

/// What stands before, in and behind a description of the document in marked-up text.
fn description(bytes: &[u8]) -> (&[u8], Option<&[u8]>, &[u8]) {
    const OPEN: &[u8] = b"<x:xmpmeta";
    const CLOSE: &[u8] = b"</x:xmpmeta>";
    let found = scanner::find(bytes, OPEN, 0).and_then(|start| {
        let end = scanner::find(bytes, CLOSE, start)?.saturating_add(CLOSE.len());
        Some((bytes.get(..start)?, bytes.get(start..end)?, bytes.get(end..)?))
    });
    match found {
        Some((before, packet, after)) => (before, Some(packet), after),
        None => (bytes, None, &[]),
    }
}
