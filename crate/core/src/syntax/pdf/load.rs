//! The one object graph of a file: read by `lopdf`, completed and contradicted by the scanner.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use super::filters::{self, Budget};
use super::parse::Parser;
use super::reach;
use super::scanner::{self, Found, Owner, Role, Scan};
use crate::Reason;
use crate::limits::Limits;
use crate::order::Gather;

/// A document with all that stands around it in its file.
#[derive(Debug)]
pub struct Loaded {
    /// The graph, decrypted, without the objects that only the file needs.
    pub document: Document,
    /// What stands in the file and is not the document.
    pub leftovers: Vec<Leftover>,
    /// The objects that lead from the trailer, in order.
    pub live: Vec<ObjectId>,
    /// Where each version of the file ends.
    pub ends: Vec<usize>,
    /// What could not be read, by object where it is one.
    pub gaps: Vec<(Option<ObjectId>, Reason)>,
    /// Whether the file is encrypted; the graph is not.
    pub encrypted: bool,
    /// Whether the file has no end: what stood there may be lost.
    pub cut_short: bool,
    /// Whether objects stand packed in streams.
    pub packed: bool,
    /// How numbers are spelled that a short form would change.
    pub spellings: BTreeMap<u32, Vec<u8>>,
}

/// Something in the file that is not part of the document.
#[derive(Clone, Debug)]
pub struct Leftover {
    /// What it is.
    pub what: What,
    /// The object that it is, or was.
    pub id: Option<ObjectId>,
    /// Its value, where it has one.
    pub object: Option<Object>,
    /// Its bytes, where it has none.
    pub range: Range<usize>,
}

/// Why something is no part of the document.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum What {
    /// A newer object has taken its place, or it was deleted.
    Superseded,
    /// Nothing leads to it.
    Orphan,
    /// An entry of a dictionary that a later one hides.
    Hidden,
    /// Bytes before the header.
    Before,
    /// A comment.
    Comment,
    /// Bytes that are nothing.
    Junk,
    /// Bytes after the end.
    After,
}

/// Loads a file. `look` is shown what is unpacked on the way.
///
/// # Errors
/// `Encrypted` where the password does not open it, `Damaged` where nothing can be made of it,
/// `Limit` where it costs too much.
pub fn load(
    bytes: &[u8],
    password: Option<&str>,
    limits: &Limits,
    budget: &mut Budget,
    look: &mut dyn FnMut(&[u8]),
) -> Result<Loaded, Reason> {
    let depth = usize::try_from(limits.pdf_depth).unwrap_or(usize::MAX);
    let most = usize::try_from(limits.pdf_objects).unwrap_or(usize::MAX);
    let items = usize::try_from(limits.pdf_items_of(bytes.len() as u64)).unwrap_or(usize::MAX);
    let scan = scanner::scan(bytes, depth, most, items);
    if scan.full {
        return Err(Reason::Limit);
    }
    let secret = secret(bytes, &scan, depth);
    // Object streams of an encrypted file unpack only in `lopdf`, which bounds each by itself.
    let members =
        if secret { Members::default() } else { Members::read(bytes, &scan, depth, budget, look)? };
    if members.count.saturating_add(scan.objects.len()) > most {
        return Err(Reason::Limit);
    }
    let loader = Loader { bytes, scan, members, depth };
    let (mut document, mut trusted) = loader.graph(password, budget)?;
    if document.trailer.has(b"Encrypt") {
        return Err(Reason::Encrypted);
    }
    let encrypted = document.was_encrypted();
    if reach::pages(&document, depth).0.is_empty() && !encrypted {
        // The tables may be wrong in a way that only shows in what they lead to.
        let newest = loader.newest();
        if !reach::pages(&newest, depth).0.is_empty() {
            document = newest;
            trusted = false;
        }
    }
    loader.finish(document, trusted, encrypted)
}

/// Whether any trailer of the file says that it is encrypted.
fn secret(bytes: &[u8], scan: &Scan, depth: usize) -> bool {
    let streams = scan.objects.iter().filter(|found| found.role == Role::References);
    scan.trailers.iter().any(|trailer| trailer.has(b"Encrypt"))
        || streams
            .filter_map(|found| Parser::new(bytes, found.value, depth).object())
            .any(|object| object.as_dict().is_ok_and(|dictionary| dictionary.has(b"Encrypt")))
}

/// The objects that stand in object streams.
#[derive(Debug, Default)]
struct Members {
    /// How many more values may be made.
    items: usize,
    /// By the place of the stream in the scan.
    streams: BTreeMap<usize, Vec<(u32, Object)>>,
    /// The streams that could not be read.
    unread: Vec<(ObjectId, Reason)>,
    count: usize,
    spellings: BTreeMap<u32, Vec<u8>>,
    deep: Vec<ObjectId>,
    /// What stands in the streams and is in no object: by the place of the stream.
    hidden: Vec<(usize, Object)>,
}

impl Members {
    fn read(
        bytes: &[u8],
        scan: &Scan,
        depth: usize,
        budget: &mut Budget,
        look: &mut dyn FnMut(&[u8]),
    ) -> Result<Self, Reason> {
        let mut members = Self { items: scan.items, ..Self::default() };
        let empty = Document::new();
        for (place, found) in scan.objects.iter().enumerate() {
            if found.role != Role::Objects {
                continue;
            }
            let Some(Object::Stream(stream)) = object(bytes, found, depth) else { continue };
            match filters::unpack(&stream, &empty, budget) {
                Ok(unpacked) if unpacked.codec.is_none() => {
                    look(&unpacked.bytes);
                    let objects = members.parse(place, &stream.dict, &unpacked.bytes, depth);
                    if members.items == 0 {
                        return Err(Reason::Limit);
                    }
                    members.count = members.count.saturating_add(objects.len());
                    members.streams.insert(place, objects);
                    members.unread.extend(unpacked.short.map(|reason| (found.id, reason)));
                }
                Ok(_) => members.unread.push((found.id, Reason::Unknown)),
                Err(Reason::Limit) => return Err(Reason::Limit),
                Err(reason) => members.unread.push((found.id, reason)),
            }
        }
        Ok(members)
    }

    fn parse(
        &mut self,
        place: usize,
        dictionary: &Dictionary,
        bytes: &[u8],
        depth: usize,
    ) -> Vec<(u32, Object)> {
        let number = |key: &[u8]| {
            let value = dictionary.get(key).ok()?.as_i64().ok();
            value.and_then(|value| usize::try_from(value).ok())
        };
        let (Some(count), Some(first)) = (number(b"N"), number(b"First")) else {
            return Vec::new();
        };
        let mut index = Parser::new(bytes, 0, 1);
        let mut objects = Vec::new();
        let mut read = Vec::new();
        for _ in 0..count {
            let (Some(id), Some(offset)) = (index.natural(), index.natural()) else { break };
            let (Ok(id), Ok(offset)) = (u32::try_from(id), usize::try_from(offset)) else {
                continue;
            };
            let start = first.saturating_add(offset);
            let mut parser = Parser::new(bytes, start, depth);
            parser.items = self.items;
            objects.extend(parser.object().map(|object| (id, object)));
            read.push(start..parser.position);
            self.hidden.extend(parser.hidden.drain(..).map(|object| (place, object)));
            let comments = parser.comments.drain(..).filter_map(|range| bytes.get(range));
            self.hidden.extend(comments.map(|said| (place, text(said))));
            self.items = parser.items.saturating_sub(scanner::OBJECT);
            if self.items == 0 {
                break;
            }
            self.spellings.append(&mut parser.spellings);
            if parser.deep {
                self.deep.push((id, 0));
            }
        }
        read.extend([0..index.position, bytes.len()..bytes.len()]);
        crate::order::by(&mut read, |range| (range.start as u64, 0));
        let mut done = 0;
        for range in read {
            let between = bytes.get(done..range.start).unwrap_or_default();
            if between.iter().any(|byte| !matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)) {
                self.hidden.push((place, text(between)));
            }
            done = done.max(range.end);
        }
        objects
    }
}

fn text(bytes: &[u8]) -> Object {
    Object::String(bytes.to_vec(), lopdf::StringFormat::Literal)
}

/// The object that the scanner found, with its stream.
fn object(bytes: &[u8], found: &Found, depth: usize) -> Option<Object> {
    let object = Parser::new(bytes, found.value, depth).object()?;
    match (&found.stream, object) {
        (Some(range), Object::Dictionary(dictionary)) => {
            let content = bytes.get(range.clone()).unwrap_or_default().to_vec();
            Some(Object::Stream(Stream::new(dictionary, content)))
        }
        (_, object) => Some(object),
    }
}

struct Loader<'a> {
    bytes: &'a [u8],
    scan: Scan,
    members: Members,
    depth: usize,
}

impl Loader<'_> {
    /// The graph by `lopdf`, or of the newest copy of each object; and whether its table is the
    /// file's own.
    fn graph(&self, password: Option<&str>, budget: &Budget) -> Result<(Document, bool), Reason> {
        let options = |password: Option<&str>| LoadOptions {
            password: password.map(str::to_owned),
            max_decompressed_size: Some(budget.most()),
            ..LoadOptions::default()
        };
        if self.scan.header.is_some() {
            let named = self.secret_named();
            let bytes = named.as_ref().map_or(self.bytes, |(bytes, _)| bytes);
            let open = Document::load_mem_with_options(bytes, options(None));
            let locked = match &open {
                Ok(document) => document.trailer.has(b"Encrypt"),
                Err(error) => {
                    matches!(error, lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword)
                }
            };
            let open = match (locked, password) {
                (true, Some(password)) => {
                    Document::load_mem_with_options(bytes, options(Some(password)))
                }
                (true, None) => return Err(Reason::Encrypted),
                (false, _) => open,
            };
            match open {
                Ok(mut document) if document.catalog().is_ok() => {
                    if let Some((_, id)) = named {
                        document.objects.remove(&id);
                    }
                    return Ok((document, true));
                }
                Ok(document) if document.trailer.has(b"Encrypt") => return Err(Reason::Encrypted),
                Err(_) if locked => return Err(Reason::Encrypted),
                Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded {
                    ..
                })) => {
                    return Err(Reason::Limit);
                }
                _ => {}
            }
        }
        let newest = self.newest();
        if newest.trailer.has(b"Encrypt") {
            return Err(Reason::Encrypted);
        }
        if newest.catalog().is_ok() { Ok((newest, false)) } else { Err(Reason::Damaged) }
    }

    /// `lopdf` finds what tells how a file is encrypted only by its number. Where it stands in the
    /// trailer itself, this is the file with that as an object, and its number.
    fn secret_named(&self) -> Option<(Vec<u8>, ObjectId)> {
        let direct = |trailer: &Dictionary| match trailer.get(b"Encrypt") {
            Ok(secret @ Object::Dictionary(_)) => Some((trailer.clone(), secret.clone())),
            _ => None,
        };
        let streams = self.scan.objects.iter().filter(|found| found.role == Role::References);
        let mut streams = streams.filter_map(|found| {
            direct(Parser::new(self.bytes, found.value, self.depth).object()?.as_dict().ok()?)
        });
        let trailers = self.scan.trailers.iter().rev().find_map(direct);
        let (trailer, secret) = trailers.or_else(|| streams.next_back())?;
        let numbers = self.scan.objects.iter().map(|found| found.id.0);
        let most = self.members.streams.values().flatten().map(|(number, _)| *number);
        let size = trailer.get(b"Size").and_then(Object::as_i64).ok();
        let size = size.and_then(|size| u32::try_from(size).ok()).unwrap_or(0);
        let number = numbers.chain(most).max()?.checked_add(1)?.max(size);
        let start = self.bytes.windows(9).rposition(|window| window == b"startxref")?;
        let previous = Parser::new(self.bytes, start.checked_add(9)?, 1).natural()?;
        let (root, generation) = trailer.get(b"Root").ok()?.as_reference().ok()?;
        let mut file = self.bytes.to_vec();
        let shift = self.scan.header.unwrap_or(0);
        let object = file.len().checked_add(1)?.checked_sub(shift)?;
        file.extend(format!("\n{number} 0 obj\n").bytes());
        file.extend(super::write::value(&secret));
        file.extend(b"\nendobj\n");
        let table = file.len().checked_sub(shift)?;
        file.extend(format!("xref\n{number} 1\n{object:010} 00000 n \n").bytes());
        file.extend(format!("trailer\n<</Root {root} {generation} R").bytes());
        if let Ok((info, generation)) = trailer.get(b"Info").and_then(Object::as_reference) {
            file.extend(format!("/Info {info} {generation} R").bytes());
        }
        if let Ok(id) = trailer.get(b"ID") {
            file.extend(b"/ID ");
            file.extend(super::write::value(id));
        }
        let size = number.checked_add(1)?;
        file.extend(format!("/Size {size}/Prev {previous}/Encrypt {number} 0 R>>\n").bytes());
        file.extend(format!("startxref\n{table}\n%%EOF\n").bytes());
        Some((file, (number, 0)))
    }

    /// The objects that stand where a file laid out for the web says that its hints are.
    fn hints(&self) -> BTreeSet<ObjectId> {
        let first = self.scan.objects.iter().find(|found| found.role == Role::Linearized);
        let object = first.and_then(|found| object(self.bytes, found, self.depth));
        let places = object.as_ref().and_then(|object| object.as_dict().ok()?.get(b"H").ok());
        let Some(Object::Array(places)) = places else { return BTreeSet::new() };
        let starts: Vec<usize> = places
            .iter()
            .step_by(2)
            .filter_map(|place| usize::try_from(place.as_i64().ok()?).ok())
            .collect();
        let objects = self.scan.objects.iter();
        objects.filter(|found| starts.contains(&found.range.start)).map(|found| found.id).into_set()
    }

    /// A graph of the newest copy of each object, by its place in the file.
    fn newest(&self) -> Document {
        let mut document = Document::new();
        let mut trailers = self.scan.trailers.clone();
        for (place, found) in self.scan.objects.iter().enumerate() {
            match found.role {
                Role::Objects => {
                    for (number, object) in self.members.streams.get(&place).into_iter().flatten() {
                        document.objects.insert((*number, 0), object.clone());
                    }
                }
                Role::References => {
                    if let Some(Object::Stream(stream)) = object(self.bytes, found, self.depth) {
                        trailers.push(stream.dict);
                    }
                }
                Role::Content | Role::Linearized => {
                    if let Some(object) = object(self.bytes, found, self.depth) {
                        document.objects.insert(found.id, object);
                    }
                }
            }
        }
        let catalog = |trailer: &Dictionary| {
            let root = trailer.get(b"Root").ok().and_then(|root| root.as_reference().ok());
            root.is_some_and(|root| document.get_dictionary(root).is_ok())
        };
        let trailer = trailers.iter().rev().find(|trailer| catalog(trailer)).cloned();
        let mut trailer = trailer.unwrap_or_else(|| {
            let root = document.objects.iter().rev().find(|(_, object)| {
                object.as_dict().is_ok_and(|dictionary| dictionary.has_type(b"Catalog"))
            });
            let mut trailer = Dictionary::new();
            if let Some((id, _)) = root {
                trailer.set("Root", Object::Reference(*id));
            }
            trailer
        });
        for key in [b"Info".as_slice(), b"Encrypt"] {
            if !trailer.has(key)
                && let Some(value) = trailers.iter().rev().find_map(|other| other.get(key).ok())
            {
                trailer.set(key, value.clone());
            }
        }
        // Cut short before its trailer, an encrypted file still has the object that tells how.
        if trailers.is_empty() {
            let secret = document.objects.iter().find(|(_, object)| is_secret(object));
            if let Some((id, _)) = secret {
                trailer.set("Encrypt", Object::Reference(*id));
            }
        }
        document.trailer = trailer;
        document
    }

    fn finish(self, document: Document, trusted: bool, encrypted: bool) -> Result<Loaded, Reason> {
        let mut loaded = Loaded {
            document,
            leftovers: Vec::new(),
            live: Vec::new(),
            ends: self.scan.ends.clone(),
            gaps: Vec::new(),
            encrypted,
            cut_short: self.scan.ends.is_empty(),
            packed: self.scan.objects.iter().any(|found| found.role == Role::Objects),
            spellings: self.scan.spellings.clone(),
        };
        loaded.spellings.extend(self.members.spellings.clone());
        let deep = self.scan.deep.iter().chain(&self.members.deep);
        loaded.gaps.extend(deep.map(|id| (Some(*id), Reason::Limit)));
        let live = self.live(&loaded.document, trusted);
        self.refill(&mut loaded, &live);
        for found in &self.scan.objects {
            if matches!(found.role, Role::Objects | Role::References) {
                loaded.document.objects.remove(&found.id);
            }
        }
        for key in [
            b"Prev".as_slice(),
            b"XRefStm",
            b"Size",
            b"Type",
            b"W",
            b"Index",
            b"Length",
            b"Filter",
            b"DecodeParms",
        ] {
            loaded.document.trailer.remove(key);
        }
        loaded.live = reach::reachable(&loaded.document);
        self.leave(&mut loaded, &live);
        let (pages, cut) = reach::pages(&loaded.document, self.depth);
        if cut || pages.is_empty() || pages.len() < claimed(&loaded.document) {
            loaded.gaps.push((None, Reason::Damaged));
        }
        Ok(loaded)
    }

    /// Which of the objects in the file are in use, by their place in the scan.
    fn live(&self, document: &Document, trusted: bool) -> BTreeSet<usize> {
        let shift = self.scan.header.unwrap_or(0);
        let mut live: BTreeMap<u32, (bool, usize)> = BTreeMap::new();
        for (place, found) in self.scan.objects.iter().enumerate() {
            let entry = document.reference_table.get(found.id.0);
            let exact = trusted
                && match entry {
                    Some(XrefEntry::Normal { offset, .. }) => usize::try_from(*offset)
                        .is_ok_and(|offset| offset.saturating_add(shift) == found.range.start),
                    _ => false,
                };
            let possible = !trusted || matches!(entry, Some(XrefEntry::Normal { .. }));
            let better = live.get(&found.id.0).is_none_or(|(before, _)| exact || !*before);
            if possible && better {
                live.insert(found.id.0, (exact, place));
            }
        }
        live.into_values().map(|(_, place)| place).into_set()
    }

    /// The dictionaries that say how the file is encrypted: a graph that is not has none.
    fn secrets(&self) -> BTreeSet<ObjectId> {
        let streams = self.scan.objects.iter().filter(|found| found.role == Role::References);
        let dictionaries = streams
            .filter_map(|found| Parser::new(self.bytes, found.value, self.depth).object())
            .filter_map(|object| object.as_dict().ok().cloned());
        let trailers = self.scan.trailers.iter().cloned().chain(dictionaries);
        trailers.filter_map(|trailer| trailer.get(b"Encrypt").ok()?.as_reference().ok()).into_set()
    }

    /// Puts back what the graph lost: objects, and the bytes of streams.
    fn refill(&self, loaded: &mut Loaded, live: &BTreeSet<usize>) {
        let secrets = self.secrets();
        for found in live.iter().filter_map(|place| self.scan.objects.get(*place)) {
            if found.role != Role::Content || secrets.contains(&found.id) {
                continue;
            }
            let bytes = found.stream.clone().and_then(|range| self.bytes.get(range));
            match (loaded.document.objects.get_mut(&found.id), bytes) {
                (Some(Object::Stream(stream)), Some(bytes)) => {
                    if loaded.encrypted {
                        if stream.content.is_empty() && !bytes.is_empty() {
                            loaded.gaps.push((Some(found.id), Reason::Damaged));
                        }
                    } else if stream.content != bytes {
                        stream.content = bytes.to_vec();
                    }
                }
                (Some(_), None) => {}
                _ if loaded.encrypted => loaded.gaps.push((Some(found.id), Reason::Damaged)),
                _ => {
                    if let Some(object) = object(self.bytes, found, self.depth) {
                        loaded.document.objects.insert(found.id, object);
                    }
                }
            }
        }
        let table = loaded.document.reference_table.entries.clone();
        for (place, members) in &self.members.streams {
            let Some(found) = self.scan.objects.get(*place) else { continue };
            for (number, object) in members {
                let here = matches!(table.get(number), Some(XrefEntry::Compressed { container, .. })
                    if *container == found.id.0);
                if here && live.contains(place) {
                    loaded.document.objects.entry((*number, 0)).or_insert_with(|| object.clone());
                }
            }
        }
        for (id, reason) in &self.members.unread {
            loaded.gaps.push((Some(*id), *reason));
        }
    }

    /// Notes all that is not the document.
    fn leave(&self, loaded: &mut Loaded, live: &BTreeSet<usize>) {
        let reachable: BTreeSet<ObjectId> = loaded.live.iter().copied().into_set();
        let table = loaded.document.reference_table.entries.clone();
        let leave = |what, id, object, range| Leftover { what, id, object, range };
        for (place, found) in self.scan.objects.iter().enumerate() {
            let used = live.contains(&place);
            match found.role {
                Role::Content if !used => {
                    let value = object(self.bytes, found, self.depth);
                    let left = leave(What::Superseded, Some(found.id), value, found.range.clone());
                    loaded.leftovers.push(left);
                }
                Role::Objects => {
                    for (number, object) in self.members.streams.get(&place).into_iter().flatten() {
                        let here = match table.get(number) {
                            Some(XrefEntry::Compressed { container, .. }) => {
                                used && *container == found.id.0
                            }
                            Some(_) => false,
                            // What no table names may still be read by somebody.
                            None => used,
                        };
                        if !here && !table.is_empty() {
                            let id = Some((*number, 0));
                            let object = Some(object.clone());
                            loaded.leftovers.push(leave(
                                What::Superseded,
                                id,
                                object,
                                found.range.clone(),
                            ));
                        }
                    }
                }
                _ => {}
            }
            if found.hides && used && !loaded.encrypted {
                let mut parser = Parser::new(self.bytes, found.value, self.depth);
                parser.object();
                for hidden in parser.hidden {
                    let left =
                        leave(What::Hidden, Some(found.id), Some(hidden), found.range.clone());
                    loaded.leftovers.push(left);
                }
            }
        }
        for (place, hidden) in &self.members.hidden {
            let found = self.scan.objects.get(*place).filter(|_| live.contains(place));
            if let Some(found) = found {
                let (id, range) = (Some(found.id), found.range.clone());
                loaded.leftovers.push(leave(What::Hidden, id, Some(hidden.clone()), range));
            }
        }
        let hints = self.hints();
        for (id, object) in &loaded.document.objects {
            let linearized = object.as_dict().is_ok_and(|one| one.has(b"Linearized"))
                || hints.contains(id) && is_hint(object);
            if !reachable.contains(id) && !linearized && !object.is_null() {
                loaded.leftovers.push(leave(What::Orphan, Some(*id), Some(object.clone()), 0..0));
            }
        }
        for other in &self.scan.others {
            let what = match other.owner {
                Owner::Before => What::Before,
                Owner::Comment => What::Comment,
                Owner::Junk => What::Junk,
                Owner::After => What::After,
                Owner::Header | Owner::Structure => continue,
            };
            loaded.leftovers.push(leave(what, None, None, other.range.clone()));
        }
    }
}

/// Whether an object is a table for reading a file over a network, which says where its pages
/// stand, and nothing else (ISO 32000-2, F.3.3).
fn is_hint(object: &Object) -> bool {
    const KEYS: [&[u8]; 14] = [
        b"A",
        b"B",
        b"C",
        b"DecodeParms",
        b"E",
        b"Filter",
        b"I",
        b"L",
        b"Length",
        b"O",
        b"R",
        b"S",
        b"T",
        b"V",
    ];
    object.as_stream().is_ok_and(|stream| {
        stream.dict.has(b"S")
            && stream.dict.iter().all(|(key, _)| key == b"P" || KEYS.contains(&key.as_slice()))
    })
}

/// Whether an object tells how a file is encrypted.
fn is_secret(object: &Object) -> bool {
    object.as_dict().is_ok_and(|dictionary| {
        [b"O".as_slice(), b"U", b"V", b"R"].iter().all(|key| dictionary.has(key))
            && dictionary.get(b"Filter").is_ok_and(|name| *name == "Standard".into())
    })
}

/// How many pages the root of the tree says there are.
fn claimed(document: &Document) -> usize {
    let root =
        document.catalog().ok().and_then(|catalog| catalog.get_deref(b"Pages", document).ok());
    let count = root.and_then(|root| root.as_dict().ok()?.get_deref(b"Count", document).ok());
    count
        .and_then(|count| count.as_i64().ok())
        .and_then(|count| usize::try_from(count).ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_array_of_millions_in_a_small_file_is_a_limit_and_takes_no_memory() {
        let array = [b"7 0 [".as_slice(), &b"/A".repeat(3_000_000), b"]"].concat();
        let packed = filters::deflate(&array);
        let mut file = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n".to_vec();
        file.extend(b"6 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ");
        file.extend(format!("{}>>\nstream\n", packed.len()).bytes());
        file.extend(packed);
        file.extend(b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n");
        let mut budget = Budget { left: 1 << 28, held: 1 << 26 };
        let loaded = load(&file, None, &Limits::default(), &mut budget, &mut |_| ());
        assert_eq!(loaded.err(), Some(Reason::Limit));
    }
}
