//! Writes an object graph as a file: the same graph gives the same bytes.

use std::collections::BTreeMap;

use crate::order::Gather;
use lopdf::{Dictionary, Object, ObjectId, StringFormat};

/// How the objects are laid out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Layout {
    /// Each object stands by itself, with a table at the end.
    Table,
    /// Objects that are no streams stand packed in streams (PDF 1.5).
    Packed,
}

/// How many objects one object stream takes.
const PACK: usize = 200;

/// Writes the objects in the order given, numbered from 1; a reference to none of them is null.
pub fn write(
    version: &str,
    objects: &[(ObjectId, &Object)],
    trailer: &Dictionary,
    spellings: &BTreeMap<u32, Vec<u8>>,
    layout: Layout,
) -> Vec<u8> {
    let mut writer = Writer {
        out: Vec::new(),
        spellings,
        numbers: objects.iter().map(|(id, _)| *id).zip(1..).into_map(),
        entries: BTreeMap::new(),
    };
    writer.out.extend_from_slice(b"%PDF-");
    writer.out.extend_from_slice(version.as_bytes());
    writer.out.extend_from_slice(b"\n%\xe2\xe3\xcf\xd3\n");
    let mut packed: Vec<(u32, &Object)> = Vec::new();
    for ((_, object), number) in objects.iter().zip(1_u32..) {
        match (layout, object) {
            (Layout::Packed, object) if object.as_stream().is_err() => {
                packed.push((number, object))
            }
            _ => writer.object(number, object),
        }
    }
    let next = u32::try_from(objects.len()).unwrap_or(u32::MAX).saturating_add(1);
    match layout {
        Layout::Table => writer.table(next, trailer),
        Layout::Packed => writer.packed(next, &packed, trailer),
    }
    writer.out
}

/// One value as it stands in a file; references in it are null.
pub fn value(object: &Object) -> Vec<u8> {
    let spellings = BTreeMap::new();
    let (numbers, entries) = (BTreeMap::new(), BTreeMap::new());
    let mut writer = Writer { out: Vec::new(), spellings: &spellings, numbers, entries };
    writer.value(object);
    writer.out
}

struct Writer<'s> {
    out: Vec<u8>,
    /// Numbers that are not written in their shortest form, by the bits of their value.
    spellings: &'s BTreeMap<u32, Vec<u8>>,
    numbers: BTreeMap<ObjectId, u32>,
    /// Where each object stands: in the file, or the stream and the place in it.
    entries: BTreeMap<u32, Entry>,
}

#[derive(Clone, Copy)]
enum Entry {
    At(usize),
    In(u32, usize),
}

impl Writer<'_> {
    fn object(&mut self, number: u32, object: &Object) {
        self.entries.insert(number, Entry::At(self.out.len()));
        self.text(&format!("{number} 0 obj\n"));
        match object {
            Object::Stream(stream) => {
                let mut dictionary = stream.dict.clone();
                dictionary.set("Length", stream.content.len() as i64);
                self.value(&Object::Dictionary(dictionary));
                self.out.extend_from_slice(b"\nstream\n");
                self.out.extend_from_slice(&stream.content);
                self.out.extend_from_slice(b"\nendstream");
            }
            other => self.value(other),
        }
        self.out.extend_from_slice(b"\nendobj\n");
    }

    fn table(&mut self, size: u32, trailer: &Dictionary) {
        let start = self.out.len();
        self.text(&format!("xref\n0 {size}\n0000000000 65535 f \n"));
        for number in 1..size {
            let line = match self.entries.get(&number) {
                Some(Entry::At(offset)) => format!("{offset:010} 00000 n \n"),
                _ => "0000000000 00000 f \n".to_owned(),
            };
            self.text(&line);
        }
        let mut trailer = trailer.clone();
        trailer.set("Size", i64::from(size));
        self.text("trailer\n");
        self.value(&Object::Dictionary(trailer));
        self.text(&format!("\nstartxref\n{start}\n%%EOF\n"));
    }

    fn packed(&mut self, next: u32, packed: &[(u32, &Object)], trailer: &Dictionary) {
        let mut number = next;
        for group in packed.chunks(PACK) {
            let mut index = String::new();
            let file = std::mem::take(&mut self.out);
            for (place, (member, object)) in group.iter().enumerate() {
                index.push_str(&format!("{member} {} ", self.out.len()));
                self.value(object);
                self.out.push(b' ');
                self.entries.insert(*member, Entry::In(number, place));
            }
            let values = std::mem::replace(&mut self.out, file);
            let mut dictionary = Dictionary::new();
            dictionary.set("Type", "ObjStm");
            dictionary.set("N", group.len() as i64);
            dictionary.set("First", index.len() as i64);
            dictionary.set("Filter", "FlateDecode");
            let content = super::filters::deflate(&[index.as_bytes(), &values].concat());
            self.object(number, &Object::Stream(lopdf::Stream::new(dictionary, content)));
            number = number.saturating_add(1);
        }
        self.references(number, trailer);
    }

    /// The cross-reference stream; the trailer stands in its dictionary.
    fn references(&mut self, number: u32, trailer: &Dictionary) {
        let start = self.out.len();
        self.entries.insert(number, Entry::At(start));
        let width = if start < 1 << 24 { 3 } else { 8 };
        let mut rows = Vec::new();
        let mut row = |kind: u8, place: u64, last: u16| {
            rows.push(kind);
            let bytes = place.to_be_bytes();
            rows.extend_from_slice(bytes.get(8_usize.saturating_sub(width)..).unwrap_or_default());
            rows.extend_from_slice(&last.to_be_bytes());
        };
        row(0, 0, u16::MAX);
        for entry in self.entries.values() {
            match entry {
                Entry::At(offset) => row(1, *offset as u64, 0),
                Entry::In(stream, place) => {
                    row(2, u64::from(*stream), u16::try_from(*place).unwrap_or(0));
                }
            }
        }
        let mut dictionary = Dictionary::new();
        dictionary.set("Type", "XRef");
        dictionary.set("Size", i64::from(number).saturating_add(1));
        dictionary
            .set("W", vec![Object::Integer(1), Object::Integer(width as i64), Object::Integer(2)]);
        dictionary.set("Filter", "FlateDecode");
        for (key, value) in trailer {
            dictionary.set(key.clone(), value.clone());
        }
        let content = super::filters::deflate(&rows);
        self.object(number, &Object::Stream(lopdf::Stream::new(dictionary, content)));
        self.text(&format!("startxref\n{start}\n%%EOF\n"));
    }

    fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn value(&mut self, object: &Object) {
        match object {
            Object::Null => self.text("null"),
            Object::Boolean(value) => self.text(if *value { "true" } else { "false" }),
            Object::Integer(value) => self.text(&value.to_string()),
            Object::Real(value) => self.real(*value),
            Object::Name(name) => self.name(name),
            Object::String(bytes, StringFormat::Literal) => self.literal(bytes),
            Object::String(bytes, StringFormat::Hexadecimal) => self.hex(bytes),
            Object::Array(items) => {
                self.out.push(b'[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.out.push(b' ');
                    }
                    self.value(item);
                }
                self.out.push(b']');
            }
            Object::Dictionary(dictionary) => self.dictionary(dictionary),
            // A stream is an object of its own; nothing else can be written in its place.
            Object::Stream(stream) => self.dictionary(&stream.dict),
            Object::Reference(id) => match self.numbers.get(id) {
                Some(number) => self.text(&format!("{number} 0 R")),
                None => self.text("null"),
            },
        }
    }

    fn dictionary(&mut self, dictionary: &Dictionary) {
        self.out.extend_from_slice(b"<<");
        for (key, value) in dictionary {
            self.name(key);
            self.out.push(b' ');
            self.value(value);
        }
        self.out.extend_from_slice(b">>");
    }

    fn real(&mut self, value: f32) {
        if let Some(spelling) = self.spellings.get(&value.to_bits()) {
            self.out.extend_from_slice(spelling);
            return;
        }
        let text = if value.is_finite() { value.to_string() } else { "0".to_owned() };
        self.text(&text);
        // Without a point it would be read as a whole number, which means less in a few places.
        if !text.contains('.') {
            self.text(".0");
        }
    }

    fn name(&mut self, name: &[u8]) {
        self.out.push(b'/');
        for byte in name {
            if byte.is_ascii_graphic() && super::parse::is_regular(*byte) && *byte != b'#' {
                self.out.push(*byte);
            } else {
                self.text(&format!("#{byte:02X}"));
            }
        }
    }

    fn literal(&mut self, bytes: &[u8]) {
        self.out.push(b'(');
        for byte in bytes {
            match byte {
                b'(' | b')' | b'\\' => self.out.extend([b'\\', *byte]),
                b'\r' => self.out.extend_from_slice(b"\\r"),
                b'\n' => self.out.extend_from_slice(b"\\n"),
                _ => self.out.push(*byte),
            }
        }
        self.out.push(b')');
    }

    fn hex(&mut self, bytes: &[u8]) {
        self.out.push(b'<');
        for byte in bytes {
            self.text(&format!("{byte:02X}"));
        }
        self.out.push(b'>');
    }
}

#[cfg(test)]
mod tests {
    use lopdf::{Document, Stream, dictionary};

    use super::*;

    fn written(layout: Layout) -> Vec<u8> {
        let string = Object::String(b"a(b)\r\x80".to_vec(), StringFormat::Literal);
        let catalog = Object::Dictionary(dictionary! {
            "Type" => "Catalog",
            "Odd#Key" => string,
            "Width" => Object::Real(0.1),
            "Data" => Object::Reference((7, 0)),
            "Gone" => Object::Reference((8, 0)),
        });
        let stream = Object::Stream(Stream::new(Dictionary::new(), b"abc".to_vec()));
        let objects = [((3, 0), &catalog), ((7, 0), &stream)];
        write(
            "1.5",
            &objects,
            &dictionary! { "Root" => Object::Reference((3, 0)) },
            &BTreeMap::new(),
            layout,
        )
    }

    #[test]
    fn what_is_written_is_read_the_same() {
        for layout in [Layout::Table, Layout::Packed] {
            let bytes = written(layout);
            assert_eq!(bytes, written(layout));
            let document = Document::load_mem(&bytes).unwrap();
            let catalog = document.catalog().unwrap();
            assert_eq!(catalog.get(b"Odd#Key").unwrap().as_str().unwrap(), b"a(b)\r\x80");
            assert_eq!(catalog.get(b"Width").unwrap(), &Object::Real(0.1));
            assert!(catalog.get(b"Gone").unwrap().is_null());
            let data = catalog.get(b"Data").unwrap().as_reference().unwrap();
            let stream = document.get_object(data).unwrap().as_stream().unwrap();
            assert_eq!(stream.content, b"abc");
        }
    }
}
