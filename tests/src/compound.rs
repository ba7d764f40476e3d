//! A writer of compound files for the cases, and of what stands in their streams.

const NONE: u32 = 0xFFFF_FFFF;
const END: u32 = 0xFFFF_FFFE;

/// A compound file in the making: names with the folders before them, and their bytes.
#[derive(Default)]
pub struct Compound {
    streams: Vec<(String, Vec<u8>)>,
    /// What is left in a sector that nothing uses.
    pub left: Vec<u8>,
}

impl Compound {
    /// Adds a stream.
    pub fn stream(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.streams.push((path.to_owned(), bytes.into()));
        self
    }

    /// The file.
    pub fn finish(self) -> Vec<u8> {
        let mut entries = self.entries();
        let (mut small, mut small_table) = (Vec::new(), Vec::new());
        let (mut sectors, mut table): (Vec<u8>, Vec<u32>) = (Vec::new(), Vec::new());
        for entry in &mut entries {
            let Some(bytes) = entry.bytes.take() else { continue };
            entry.length = number(bytes.len());
            if bytes.len() >= 4096 {
                entry.start = chain(&bytes, 512, &mut sectors, &mut table);
            } else if !bytes.is_empty() {
                entry.start = chain(&bytes, 64, &mut small, &mut small_table);
            }
        }
        entries[0].length = number(small.len());
        entries[0].start = chain(&small, 512, &mut sectors, &mut table);
        let small_table: Vec<u8> =
            small_table.iter().flat_map(|number: &u32| number.to_le_bytes()).collect();
        let of_small = chain_with(&small_table, 512, 0xFF, &mut sectors, &mut table);
        let directory: Vec<u8> = entries.iter().flat_map(Entry::bytes).collect();
        let of_entries = chain(&directory, 512, &mut sectors, &mut table);
        if !self.left.is_empty() {
            chain(&self.left, 512, &mut sectors, &mut table);
            *table.last_mut().expect("a sector") = NONE;
        }
        let first = number(table.len());
        table.push(0xFFFF_FFFD);
        assert!(table.len() <= 128, "one sector of the table is enough for the cases");
        table.resize(128, NONE);
        let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        bytes.resize(24, 0);
        bytes.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
        bytes.resize(44, 0);
        let small_sectors = number(small_table.len().div_ceil(512));
        for number in [1, of_entries, 0, 4096, of_small, small_sectors, END, 0, first] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.resize(512, 0xFF);
        bytes.extend(sectors);
        bytes.extend(table.iter().flat_map(|number| number.to_le_bytes()));
        bytes
    }

    /// The directory: those of one folder follow each other.
    fn entries(&self) -> Vec<Entry> {
        let mut entries = vec![Entry::new("Root Entry", 5)];
        for (path, bytes) in &self.streams {
            let mut folder = 0;
            let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
            for step in folders.split('/').filter(|step| !step.is_empty()) {
                let known = entries.iter().position(|entry| {
                    entry.sort == 1 && entry.folder == folder && entry.name == step
                });
                folder = known.unwrap_or_else(|| add(&mut entries, folder, Entry::new(step, 1)));
            }
            let entry = Entry { bytes: Some(bytes.clone()), ..Entry::new(name, 2) };
            add(&mut entries, folder, entry);
        }
        while entries.len() % 4 != 0 {
            entries.push(Entry::new("", 0));
        }
        entries
    }
}

fn add(entries: &mut Vec<Entry>, folder: usize, entry: Entry) -> usize {
    let here = entries.len();
    let last = entries.iter().rposition(|other| other.sort < 5 && other.folder == folder);
    match last {
        Some(last) => entries[last].next = number(here),
        None => entries[folder].child = number(here),
    }
    entries.push(Entry { folder, ..entry });
    here
}

struct Entry {
    name: String,
    sort: u8,
    folder: usize,
    bytes: Option<Vec<u8>>,
    next: u32,
    child: u32,
    start: u32,
    length: u32,
}

impl Entry {
    fn new(name: &str, sort: u8) -> Self {
        let (start, length) = (if sort == 1 { 0 } else { END }, 0);
        let (next, child) = (NONE, NONE);
        let name = name.to_owned();
        Self { name, sort, folder: 0, bytes: None, next, child, start, length }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let named = if self.sort == 0 { 0 } else { bytes.len() + 2 };
        bytes.resize(64, 0);
        bytes.extend(u16::try_from(named).expect("a short name").to_le_bytes());
        bytes.extend([self.sort, 1]);
        for number in [NONE, self.next, self.child] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.resize(116, 0);
        bytes.extend(self.start.to_le_bytes());
        bytes.extend(self.length.to_le_bytes());
        bytes.resize(128, 0);
        bytes
    }
}

fn number(number: usize) -> u32 {
    u32::try_from(number).expect("a small number")
}

fn chain(bytes: &[u8], size: usize, sectors: &mut Vec<u8>, table: &mut Vec<u32>) -> u32 {
    chain_with(bytes, size, 0, sectors, table)
}

fn chain_with(
    bytes: &[u8],
    size: usize,
    fill: u8,
    sectors: &mut Vec<u8>,
    table: &mut Vec<u32>,
) -> u32 {
    let start = number(table.len());
    let count = bytes.len().div_ceil(size);
    if count == 0 {
        return END;
    }
    sectors.extend(bytes);
    sectors.resize(sectors.len().next_multiple_of(size), fill);
    table.extend((1..count).map(|step| start + number(step)));
    table.push(END);
    start
}

/// A set of properties, as text in one byte a letter.
pub fn properties(sort: [u8; 4], values: &[(u32, &str)], names: &[(u32, &str)]) -> Vec<u8> {
    let mut bytes = vec![0xFE, 0xFF, 0, 0, 10, 0, 2, 0];
    bytes.resize(24, 0);
    bytes.extend(1_u32.to_le_bytes());
    bytes.extend(sort);
    bytes.resize(44, 0);
    bytes.extend(48_u32.to_le_bytes());
    let mut all: Vec<(u32, Vec<u8>)> = vec![(1, [2, 0, 0, 0, 0xE4, 4, 0, 0].to_vec())];
    let counted = |text: &str| {
        let mut bytes = number(text.len() + 1).to_le_bytes().to_vec();
        bytes.extend(text.as_bytes());
        bytes.push(0);
        bytes
    };
    if !names.is_empty() {
        let mut dictionary = number(names.len()).to_le_bytes().to_vec();
        for (id, name) in names {
            dictionary.extend(id.to_le_bytes());
            dictionary.extend(counted(name));
        }
        all.push((0, dictionary));
    }
    for (id, value) in values {
        all.push((*id, [30_u32.to_le_bytes().to_vec(), counted(value)].concat()));
    }
    let mut offset = 8 + 8 * all.len();
    let mut table = Vec::new();
    let mut body = Vec::new();
    for (id, mut value) in all {
        value.resize(value.len().next_multiple_of(4), 0);
        table.extend(id.to_le_bytes());
        table.extend(number(offset).to_le_bytes());
        offset += value.len();
        body.extend(value);
    }
    bytes.extend(number(offset).to_le_bytes());
    bytes.extend(number(table.len() / 8).to_le_bytes());
    bytes.extend(table);
    bytes.extend(body);
    bytes
}

/// A file as the packager of Windows wraps it.
pub fn packaged(label: &str, source: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = vec![2, 0];
    for text in [label, source] {
        bytes.extend(text.as_bytes());
        bytes.push(0);
    }
    bytes.extend([0, 0, 3, 0]);
    bytes.extend(number(source.len() + 1).to_le_bytes());
    bytes.extend(source.as_bytes());
    bytes.push(0);
    bytes.extend(number(data.len()).to_le_bytes());
    bytes.extend(data);
    for text in [source, label, source] {
        let letters: Vec<u16> = text.encode_utf16().collect();
        bytes.extend(number(letters.len()).to_le_bytes());
        bytes.extend(letters.into_iter().flat_map(u16::to_le_bytes));
    }
    [number(bytes.len()).to_le_bytes().to_vec(), bytes].concat()
}

/// Text packed as Visual Basic does, without a repetition in it.
pub fn packed(text: &[u8]) -> Vec<u8> {
    let mut chunk = Vec::new();
    for eight in text.chunks(8) {
        chunk.push(0);
        chunk.extend(eight);
    }
    let head = 0xB000 | u16::try_from(chunk.len() - 1).expect("a short text");
    [vec![1], head.to_le_bytes().to_vec(), chunk].concat()
}

/// A macro project whose one module has this text, and which refers to this file.
pub fn project(root: &str, text: &str, reference: &str) -> Compound {
    let mut directory = Vec::new();
    let mut add = |sort: u16, data: &[u8]| {
        directory.extend(sort.to_le_bytes());
        directory.extend(number(data.len()).to_le_bytes());
        directory.extend(data);
    };
    add(0x03, &[0xE4, 4]);
    add(0x04, b"Project");
    add(0x0D, format!("*\\G{{0}}#2.0#0#{reference}#Hulp").as_bytes());
    add(0x19, b"Module1");
    add(0x1A, b"Module1");
    add(0x31, &6_u32.to_le_bytes());
    add(0x10, b"");
    let kept = [&[0xCC, 0x61, 0xB2, 0, 0, 1, 0][..], b"C:\\Users\\svisser\\oud.dll"].concat();
    let module = [b"cache!".to_vec(), packed(text.as_bytes())].concat();
    Compound::default()
        .stream(&format!("{root}VBA/dir"), packed(&directory))
        .stream(&format!("{root}VBA/Module1"), module)
        .stream(&format!("{root}VBA/_VBA_PROJECT"), kept)
        .stream(&format!("{root}VBA/__SRP_0"), b"rU~~ Sub Vraag_Yilmaz".to_vec())
        .stream(&format!("{root}PROJECT"), "ID=\"{0}\"\r\nModule=Module1\r\n")
}
