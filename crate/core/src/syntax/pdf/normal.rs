//! Writes pages as a plain file for the interpreter: unpacked within bounds, every layer on and
//! those that are off marked, every appearance shown. No other engine reads a stranger's file.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::drawn::{self, Beside};
use super::expand::Work;
use super::filters::{self, Budget};
use super::layers::Layers;
use super::loose::{self, Loose, Sort};
use super::mask;
use super::plain;
use super::reach::Page;
use super::scanner;
use super::takeout;
use super::write::{self, Layout};
use crate::Reason;
use crate::order::Gather;

/// Entries that lead away from what a page draws, or switch a part of it off.
const LEFT_OUT: [&[u8]; 7] = [
    b"Metadata",
    b"PieceInfo",
    b"Thumb",
    b"Parent",
    b"StructParent",
    b"StructParents",
    b"Alternates",
];

/// Entries of streams that do so. In another dictionary such a word may well be the name of a
/// font, a form or a letter.
const LEFT_OUT_OF_STREAMS: [&[u8]; 4] = [b"OC", b"AF", b"Ref", b"OPI"];

/// Pages that go to the interpreter together.
pub struct Batch {
    /// The file.
    pub bytes: Vec<u8>,
    /// Which pages of the document they are.
    pub pages: Vec<Shown>,
    /// What a reader draws on each that its content does not.
    pub beside: Vec<Beside>,
}

/// What a page of the file is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Shown {
    /// The page of the document.
    pub page: usize,
    /// Whether it is what a reader sees, and not what annotations may show at another time.
    pub shown: bool,
    /// Whether it is what annotations show that are hidden.
    pub hidden: bool,
    /// The object whose content it is, where it is no page.
    pub loose: Option<Content>,
}

/// Content that no page is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Content {
    /// The object that holds it.
    pub id: ObjectId,
    /// Who draws it.
    pub sort: Sort,
    /// Whether it shows text itself.
    pub says: bool,
    /// Whether it draws pictures or other content, or what another file holds.
    pub draws: bool,
}

impl Shown {
    fn page(page: usize, shown: bool, hidden: bool) -> Self {
        Self { page, shown, hidden, loose: None }
    }
}

/// A batch has no more pages: each takes memory, however little it draws.
const PAGES: usize = 256;

/// Makes batches of pages, one at a time.
pub struct Batches<'a> {
    document: &'a Document,
    pages: &'a [Page],
    next: usize,
    /// The size from which a batch is closed.
    size: usize,
    operations: u64,
    /// All that a page draws is held at once, so a page may draw only a part of it.
    operations_of_page: u64,
    work: Work,
    counted: BTreeSet<ObjectId>,
    layers: Rc<Layers<'a>>,
    /// What annotations draw, of all pages.
    drawn: Rc<BTreeSet<ObjectId>>,
    /// The pages that were left out, with the reason.
    pub gaps: Vec<(usize, Reason)>,
    /// Whether each operator that shows text tells its number.
    pub tagged: bool,
    /// What no page is, once all pages were taken; the next comes last.
    loose: Option<Vec<Loose>>,
    /// What annotations show.
    appearances: BTreeSet<ObjectId>,
    /// The pieces of content that were left out, with the reason.
    pub lost: Vec<(ObjectId, Reason)>,
}

impl<'a> Batches<'a> {
    /// Takes pages in order; together they may draw `operations` things.
    pub fn new(document: &'a Document, pages: &'a [Page], size: usize, operations: u64) -> Self {
        let (work, counted) = (Work::default(), BTreeSet::new());
        let operations_of_page = operations.div_euclid(32);
        Self {
            document,
            pages,
            next: 0,
            size,
            operations,
            operations_of_page,
            work,
            counted,
            layers: Rc::new(Layers::new(document)),
            drawn: Rc::new(drawn::appearances(pages.iter().map(|page| page.id), document)),
            gaps: Vec::new(),
            tagged: false,
            loose: None,
            appearances: BTreeSet::new(),
            lost: Vec::new(),
        }
    }

    /// The next batch, or nothing at the end.
    pub fn next(&mut self, budget: &mut Budget) -> Option<Batch> {
        let mut file = File::new(self.tagged, self.layers.clone(), self.drawn.clone());
        let (mut pages, mut beside) = (Vec::new(), Vec::new());
        while let Some(page) = self.pages.get(self.next) {
            let number = self.next;
            self.next = self.next.saturating_add(1);
            match self.page(page, &mut file, budget) {
                Ok(more) => {
                    pages.push(Shown::page(number, true, false));
                    beside.push(drawn::beside(page.id, self.document));
                    for hidden in more {
                        pages.push(Shown::page(number, false, hidden));
                        beside.push(Beside::default());
                    }
                }
                Err(reason) => self.gaps.push((number, reason)),
            }
            if file.size >= self.size || pages.len() >= PAGES {
                break;
            }
        }
        // In a batch of their own, so that they cannot spoil a page.
        let alone = pages.is_empty();
        while alone && self.next >= self.pages.len() && file.size < self.size {
            let Some(loose) = self.next_loose() else { break };
            match self.loose(&loose, &mut file, budget) {
                Ok(Some(content)) => {
                    let page = self.pages.len();
                    pages.push(Shown { page, shown: false, hidden: false, loose: Some(content) });
                    beside.push(Beside::default());
                }
                Ok(None) => {}
                Err(reason) => self.lost.push((loose.id, reason)),
            }
        }
        if pages.is_empty() {
            let more = self.loose.as_ref().is_none_or(|loose| !loose.is_empty());
            let empty = Batch { bytes: Vec::new(), pages, beside };
            return more.then_some(empty);
        }
        Some(Batch { bytes: file.finish(), pages, beside })
    }

    fn next_loose(&mut self) -> Option<Loose> {
        // Whoever asks for the numbers of operators takes out what pages show.
        if self.tagged {
            self.loose = Some(Vec::new());
            return None;
        }
        let (document, pages) = (self.document, self.pages);
        let loose = self.loose.get_or_insert_with(|| {
            let mut all = loose::all(document, &pages.iter().map(|page| page.id).into_set());
            all.reverse();
            all
        });
        loose.pop()
    }

    /// Takes content that no page is, as a page of its own; whether it may say anything. A form
    /// that was met is drawn already.
    fn loose(
        &mut self,
        loose: &Loose,
        file: &mut File<'_>,
        budget: &mut Budget,
    ) -> Result<Option<Content>, Reason> {
        if self.work.has_met(loose.id) || self.appearances.contains(&loose.id) {
            return Ok(None);
        }
        let document = self.document;
        let Some(object) = document.objects.get(&loose.id) else { return Ok(None) };
        let mut content = Vec::new();
        for stream in loose::streams(object, document) {
            let unpacked = filters::unpack(stream, document, budget)?;
            if let Some(reason) = unpacked.short {
                return Err(reason);
            }
            content.extend_from_slice(&unpacked.bytes);
            content.push(b'\n');
        }
        if !loose::may_say(&content) {
            return Ok(None);
        }
        let own = match object {
            Object::Stream(stream) => super::expand::resources(&stream.dict, document),
            Object::Dictionary(page) => super::expand::resources(page, document),
            _ => None,
        };
        let inherited = self.pages.first().and_then(|page| {
            let value = page.inherited.get(b"Resources".as_slice())?;
            document.dereference(value).ok()?.1.as_dict().ok()
        });
        // Without resources of its own it has those of the page that draws it, whichever that is.
        let resources = own.or(loose.around.as_ref()).or(inherited);
        let work = self.work.of(&content, resources, document, budget)?;
        // Whose resources it has is not known for sure.
        self.work.unfonted = false;
        if work > self.operations_of_page {
            return Err(Reason::Limit);
        }
        self.operations = self.operations.checked_sub(work).ok_or(Reason::Limit)?;
        let mut page = Dictionary::new();
        page.set("Type", "Page");
        // Wherever it is drawn, its text is read.
        page.set("MediaBox", [-20_000, -20_000, 20_000, 20_000].map(Object::from).to_vec());
        if let Some(resources) = resources {
            page.set("Resources", resources.clone());
        }
        let page = without(&page, &self.layers);
        file.reach(&Object::Dictionary(page.clone()), document, &mut self.counted, budget)?;
        let outside = object.as_stream().is_ok_and(|stream| stream.dict.has(b"F"));
        let (says, draws) = (loose::says(&content), outside || loose::draws(&content));
        file.page(page, content);
        Ok(Some(Content { id: loose.id, sort: loose.sort, says, draws }))
    }

    /// Takes a page; for what annotations of it may show besides, whether those are hidden.
    fn page(
        &mut self,
        page: &Page,
        file: &mut File<'_>,
        budget: &mut Budget,
    ) -> Result<Vec<bool>, Reason> {
        let document = self.document;
        let Ok(node) = document.get_dictionary(page.id) else { return Err(Reason::Damaged) };
        let mut plain = Dictionary::new();
        plain.set("Type", "Page");
        let mut short = None;
        for (key, value) in &page.inherited {
            plain.set(key.to_vec(), value.clone());
        }
        for key in [b"UserUnit".as_slice(), b"Group"] {
            if let Ok(value) = node.get(key) {
                plain.set(key, value.clone());
            }
        }
        let (mut content, cut) = joined(node, document, budget)?;
        short = short.or(cut);
        let inherited = page.inherited.get(b"Resources".as_slice());
        let resources =
            inherited.and_then(|value| document.dereference(value).ok()?.1.as_dict().ok());
        let mut annotations = Vec::new();
        let mut unseen = [Vec::new(), Vec::new()];
        let mut work = self.work.of(&content, resources, document, budget)?;
        for Appearance { rectangle, stream: id, shown, hidden } in
            appearances(node, document, &self.layers)
        {
            self.appearances.insert(id);
            let Ok(Object::Stream(stream)) = document.get_object(id) else { continue };
            let content = filters::unpack(stream, document, budget)?;
            let resources = super::expand::resources(&stream.dict, document);
            work =
                work.saturating_add(self.work.of(&content.bytes, resources, document, budget)?);
            let mut annotation = Dictionary::new();
            let mut normal = Dictionary::new();
            normal.set("N", Object::Reference(id));
            annotation.set("Rect", rectangle);
            annotation.set("AP", normal);
            let [later, never] = &mut unseen;
            let list = match (shown, hidden) {
                (true, _) => &mut annotations,
                (false, false) => later,
                (false, true) => never,
            };
            list.push(Object::Dictionary(annotation));
        }
        if std::mem::take(&mut self.work.unfonted) {
            short = short.or(Some(Reason::Unknown));
        }
        if work > self.operations_of_page {
            return Err(Reason::Limit);
        }
        self.operations = self.operations.checked_sub(work).ok_or(Reason::Limit)?;
        let other = plain.clone();
        plain.set("Annots", annotations);
        let plain = without(&plain, &self.layers);
        if self.tagged {
            content = takeout::tagged(&content, page.id.0);
        }
        file.reach(&Object::Dictionary(plain.clone()), document, &mut self.counted, budget)?;
        file.page(plain, content);
        let mut more = Vec::new();
        for (annotations, hidden) in unseen.into_iter().zip([false, true]) {
            if annotations.is_empty() {
                continue;
            }
            let mut other = other.clone();
            other.set("Annots", annotations);
            let other = without(&other, &self.layers);
            file.reach(&Object::Dictionary(other.clone()), document, &mut self.counted, budget)?;
            file.page(other, Vec::new());
            more.push(hidden);
        }
        self.gaps.extend(short.map(|reason| (self.next.saturating_sub(1), reason)));
        Ok(more)
    }
}

/// The whole content of a page; and why it is not all, if so.
///
/// # Errors
/// What unpacking a stream may fail with.
pub fn joined(
    page: &Dictionary,
    document: &Document,
    budget: &mut Budget,
) -> Result<(Vec<u8>, Option<Reason>), Reason> {
    let (mut content, mut short) = (Vec::new(), None);
    for stream in contents(page, document) {
        let unpacked = filters::unpack(stream, document, budget)?;
        short = short.or(unpacked.short);
        match content.is_empty() {
            true => content = unpacked.bytes,
            false => content.extend_from_slice(&unpacked.bytes),
        }
        content.push(b'\n');
    }
    Ok((content, short))
}

/// The content streams of a page, in order.
pub fn contents<'a>(page: &'a Dictionary, document: &'a Document) -> Vec<&'a Stream> {
    let value = page.get(b"Contents").ok().and_then(|value| document.dereference(value).ok());
    match value {
        Some((_, Object::Stream(stream))) => vec![stream],
        Some((_, Object::Array(items))) => items
            .iter()
            .filter_map(|item| document.dereference(item).ok()?.1.as_stream().ok())
            .collect(),
        _ => Vec::new(),
    }
}

/// What an annotation draws in one of its states.
struct Appearance {
    rectangle: Object,
    stream: ObjectId,
    /// Whether a reader shows it as the page is opened.
    shown: bool,
    /// Whether the annotation itself is hidden.
    hidden: bool,
}

/// The flags of annotations that are not shown: hidden, and not for the screen.
const UNSEEN: i64 = (1 << 1) | (1 << 5);

/// Each appearance that the annotations of a page have, in every state, shown or not.
fn appearances(page: &Dictionary, document: &Document, layers: &Layers<'_>) -> Vec<Appearance> {
    let get =
        |dictionary: &'_ Dictionary, key: &[u8]| dictionary.get_deref(key, document).ok().cloned();
    let Some(Object::Array(annotations)) = get(page, b"Annots") else { return Vec::new() };
    let mut found: Vec<Appearance> = Vec::new();
    for annotation in &annotations {
        let Ok((_, Object::Dictionary(annotation))) = document.dereference(annotation) else {
            continue;
        };
        let Some(rectangle) = get(annotation, b"Rect") else { continue };
        let Some(Object::Dictionary(appearance)) = get(annotation, b"AP") else { continue };
        let flags = get(annotation, b"F").and_then(|flags| flags.as_i64().ok()).unwrap_or(0);
        let state = get(annotation, b"AS");
        let off = annotation.get(b"OC").is_ok_and(|layer| layers.hides(layer));
        for (key, value) in &appearance {
            let hidden = flags & UNSEEN != 0 || off;
            let seen = key == b"N" && !hidden;
            // What shows only where somebody points or presses, nobody sees at first.
            let hidden = hidden || key != b"N";
            let mut add = |id: &ObjectId, shown: bool| {
                let (rectangle, stream) = (rectangle.clone(), *id);
                found.push(Appearance { rectangle, stream, shown, hidden });
            };
            match (value, document.dereference(value)) {
                (Object::Reference(id), Ok((_, Object::Stream(_)))) => add(id, seen),
                (_, Ok((_, Object::Dictionary(states)))) => {
                    for (name, value) in states {
                        let Object::Reference(id) = value else { continue };
                        let now = matches!(&state, Some(Object::Name(state)) if state == name);
                        add(id, seen && now);
                    }
                }
                _ => {}
            }
        }
    }
    let mut known = BTreeSet::new();
    found.retain(|one| one.shown || known.insert(one.stream));
    found
}

fn stripped(object: &Object, layers: &Layers<'_>) -> Object {
    match object {
        Object::Array(items) => {
            Object::Array(items.iter().map(|item| stripped(item, layers)).collect())
        }
        Object::Dictionary(dictionary) => Object::Dictionary(without(dictionary, layers)),
        other => other.clone(),
    }
}

fn without(dictionary: &Dictionary, layers: &Layers<'_>) -> Dictionary {
    let mut left = Dictionary::new();
    for (key, value) in dictionary {
        if key == b"Properties" {
            let mut lists = Dictionary::new();
            for (name, list) in takeout::lists(value, layers.document) {
                lists.set(name.clone(), takeout::says(list, layers.document));
            }
            for name in layers.hidden(value) {
                lists.set(name, mark_of_layer());
            }
            if !lists.is_empty() {
                left.set("Properties", lists);
            }
        } else if !LEFT_OUT.contains(&key.as_slice()) {
            left.set(key.clone(), stripped(value, layers));
        }
    }
    if let Some(name) = standard(dictionary, layers.document) {
        left.set("BaseFont", Object::Name(name));
    }
    left
}

/// The name of a font that is not in the file and brings widths of its own, so that it counts as
/// one of the standard fonts: the interpreter would stretch letters of any other to those widths,
/// and what tells how large they are and where they end would be stretched with them.
fn standard(font: &Dictionary, document: &Document) -> Option<Vec<u8>> {
    let name = font.get_deref(b"BaseFont", document).ok()?.as_name().ok()?;
    let low = name.to_ascii_lowercase();
    let is = |family: &str| scanner::find(&low, family.as_bytes(), 0).is_some();
    if !font.has(b"Widths") || ["helvetica", "courier", "times"].into_iter().any(is) {
        return None;
    }
    let facts = font.get_deref(b"FontDescriptor", document).ok().and_then(|one| one.as_dict().ok());
    let flags = facts.and_then(|facts| facts.get_deref(b"Flags", document).ok()?.as_i64().ok());
    if facts.is_some_and(|facts| FONT_FILES.iter().any(|key| facts.has(key)))
        || is("dingbats")
        || name == b"Symbol"
    {
        return None;
    }
    let sans = is("arial") || is("sans");
    let family: &[u8] = match (is("mono"), is("serif") || flags.unwrap_or(0) & SERIF != 0) {
        (true, _) if !sans => b"-Courier",
        (_, true) if !sans => b"-Times",
        _ => b"-Helvetica",
    };
    Some([name, family].concat())
}

/// Where a font is in the file.
const FONT_FILES: [&[u8]; 3] = [b"FontFile", b"FontFile2", b"FontFile3"];

/// The flag of a font with serifs (ISO 32000-2, table 121).
const SERIF: i64 = 1 << 1;

/// The entry by which marked content tells that it belongs to a layer that is off.
pub const OFF: &str = "LakmoesOff";

/// The entries by which a picture tells which object of the document it is.
pub const NUMBER: &str = "LakmoesNumber";
/// The second half of that.
pub const GENERATION: &str = "LakmoesGeneration";

/// The entry by which a picture tells that it is one colour all over, or bars of one colour.
pub const PLAIN: &str = "LakmoesPlain";
/// The boxes in its mask through which nothing is seen.
pub const BOXES: &str = "LakmoesBoxes";
/// That its mask hides all of it.
pub const CLEAR: &str = "LakmoesClear";

/// The content by which a pattern tells which object of the document it is.
pub const PATTERN: &[u8] = b"LakmoesPattern";

/// The content by which what an annotation draws tells which object of the document it is.
pub const ANNOTATION: &[u8] = b"LakmoesAnnotation";

fn mark_of_layer() -> Object {
    let mut mark = Dictionary::new();
    mark.set(OFF, true);
    mark.into()
}

/// The file as it grows.
struct File<'a> {
    objects: BTreeMap<ObjectId, Object>,
    pages: Vec<(Dictionary, Vec<u8>)>,
    size: usize,
    tagged: bool,
    layers: Rc<Layers<'a>>,
    drawn: Rc<BTreeSet<ObjectId>>,
}

impl<'a> File<'a> {
    fn new(tagged: bool, layers: Rc<Layers<'a>>, drawn: Rc<BTreeSet<ObjectId>>) -> Self {
        Self { objects: BTreeMap::new(), pages: Vec::new(), size: 0, tagged, layers, drawn }
    }

    fn page(&mut self, page: Dictionary, content: Vec<u8>) {
        self.size = self.size.saturating_add(content.len());
        self.pages.push((page, content));
    }

    /// Takes all objects that this one leads to.
    fn reach(
        &mut self,
        from: &Object,
        document: &Document,
        counted: &mut BTreeSet<ObjectId>,
        budget: &mut Budget,
    ) -> Result<(), Reason> {
        let mut stack = Vec::new();
        super::reach::references(from, &mut stack);
        while let Some(id) = stack.pop() {
            if self.objects.contains_key(&id) {
                continue;
            }
            let Some(object) = document.objects.get(&id) else { continue };
            let plain = match object {
                Object::Stream(stream) => {
                    // What was unpacked for an earlier batch is not counted again.
                    let mut free = *budget;
                    let spend = if counted.insert(id) { &mut *budget } else { &mut free };
                    let mut plain = unpacked(id, stream, document, spend, &self.layers)?;
                    if plain.content.is_empty() {
                        plain.dict.set(NUMBER, i64::from(id.0));
                        plain.dict.set(GENERATION, i64::from(id.1));
                    }
                    if self.drawn.contains(&id) {
                        plain.content =
                            within(ANNOTATION, &format!("{NUMBER} {}", id.0), &plain.content);
                    }
                    if self.tagged && is_form(stream, document) {
                        plain.content = takeout::tagged(&plain.content, id.0);
                    }
                    self.size = self.size.saturating_add(plain.content.len());
                    Object::Stream(plain)
                }
                other => stripped(other, &self.layers),
            };
            super::reach::references(&plain, &mut stack);
            self.objects.insert(id, plain);
        }
        Ok(())
    }

    fn finish(self) -> Vec<u8> {
        let mut next = self.objects.keys().map(|(number, _)| *number).max().unwrap_or(0);
        let mut fresh = || {
            next = next.saturating_add(1);
            (next, 0)
        };
        let (catalog, tree) = (fresh(), fresh());
        let mut objects = self.objects;
        let mut kids = Vec::new();
        for (mut page, content) in self.pages {
            let (id, stream) = (fresh(), fresh());
            page.set("Contents", Object::Reference(stream));
            page.set("Parent", Object::Reference(tree));
            kids.push(Object::Reference(id));
            objects.insert(id, page.into());
            objects.insert(stream, Stream::new(Dictionary::new(), content).into());
        }
        let mut node = Dictionary::new();
        node.set("Type", "Pages");
        node.set("Count", kids.len() as i64);
        node.set("Kids", kids);
        objects.insert(tree, node.into());
        let mut root = Dictionary::new();
        root.set("Type", "Catalog");
        root.set("Pages", Object::Reference(tree));
        objects.insert(catalog, root.into());
        let mut trailer = Dictionary::new();
        trailer.set("Root", Object::Reference(catalog));
        let objects: Vec<(ObjectId, &Object)> =
            objects.iter().map(|(id, object)| (*id, object)).collect();
        write::write("1.7", &objects, &trailer, &BTreeMap::new(), Layout::Table)
    }
}

/// Whether a stream is content that has a name.
pub fn is_form(stream: &Stream, document: &Document) -> bool {
    let kind = stream.dict.get_deref(b"Subtype", document).ok();
    kind.is_some_and(|kind| kind.as_name().is_ok_and(|kind| kind == b"Form"))
}

/// Content in marked content of its own, with an entry that says what it is.
fn within(tag: &[u8], entry: &str, content: &[u8]) -> Vec<u8> {
    [b"/", tag, format!(" <</{entry}>> BDC\n").as_bytes(), content, b"\nEMC"].concat()
}

/// A stream with its filters undone. Of a picture only the size is of use here.
fn unpacked(
    id: ObjectId,
    stream: &Stream,
    document: &Document,
    budget: &mut Budget,
    layers: &Layers<'_>,
) -> Result<Stream, Reason> {
    let mut dictionary = without(&stream.dict, layers);
    let off = stream.dict.get(b"OC").is_ok_and(|layer| layers.hides(layer));
    for key in LEFT_OUT_OF_STREAMS {
        dictionary.remove(key);
    }
    for key in [b"Filter".as_slice(), b"F", b"DecodeParms", b"DP", b"DL"] {
        dictionary.remove(key);
    }
    let kind =
        stream.dict.get_deref(b"Subtype", document).ok().and_then(|kind| kind.as_name().ok());
    if kind == Some(b"Image") {
        let masked = dictionary.remove(b"SMask").or(dictionary.remove(b"Mask")).is_some();
        let covers = mask::covers(stream, document, *budget);
        let in_data = stream.dict.has(b"SMaskInData");
        let holes = off
            || match covers {
                Some(covers) => !covers,
                None => masked || mask::is_stencil(stream, document) || in_data,
            };
        if covers == Some(false) && mask::is_clear(stream, document, *budget) {
            dictionary.set(CLEAR, true);
        }
        if off {
            dictionary.set(OFF, true);
        }
        let mut plain = plain::is_plain(stream, document, *budget);
        // What lets through what is under it is told from what covers it as a stencil.
        if holes {
            dictionary.set("ImageMask", true);
            let boxes = mask::boxes(stream, document, *budget).filter(|_| !off);
            plain &= boxes.as_ref().is_some_and(|(_, bars)| *bars);
            if let Some((boxes, _)) = boxes {
                dictionary.set(BOXES, Object::string_literal(boxes));
            }
        } else if dictionary.remove(b"ImageMask").is_some() {
            dictionary.set("ColorSpace", "DeviceGray");
            dictionary.set("BitsPerComponent", 1);
        }
        if plain {
            dictionary.set(PLAIN, true);
        }
        return Ok(Stream::new(dictionary, Vec::new()));
    }
    let pattern = stream.dict.get_deref(b"PatternType", document);
    let pattern = pattern.is_ok_and(|number| number.as_i64().is_ok_and(|number| number == 1));
    match filters::unpack(stream, document, budget) {
        Ok(unpacked) if pattern => {
            let entry = format!("{NUMBER} {}", id.0);
            Ok(Stream::new(dictionary, within(PATTERN, &entry, &unpacked.bytes)))
        }
        Ok(unpacked) if off => {
            let entry = format!("{OFF} true");
            Ok(Stream::new(dictionary, within(b"OC", &entry, &unpacked.bytes)))
        }
        Ok(unpacked) => Ok(Stream::new(dictionary, unpacked.bytes)),
        Err(Reason::Limit) => Err(Reason::Limit),
        // A font or colour profile that cannot be unpacked: the text shows as unreadable.
        Err(_) => Ok(Stream::new(dictionary, Vec::new())),
    }
}
