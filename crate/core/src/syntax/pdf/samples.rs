//! The samples of pictures: what those are that something covers, and pictures without them.

use std::collections::BTreeMap;

use hayro_ccitt::{DecodeSettings, Decoder, DecoderContext, EncodingMode};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::dct;
use super::filters::{self, Budget, Codec, predictor};
use super::patch::{Grid, Region, Spans};
use super::tiles::Tiles;
use crate::Reason;

/// Entries by their long and their short name (ISO 32000-2, table 91).
const SHORT: [(&[u8], &[u8]); 6] = [
    (b"Width", b"W"),
    (b"Height", b"H"),
    (b"ImageMask", b"IM"),
    (b"BitsPerComponent", b"BPC"),
    (b"ColorSpace", b"CS"),
    (b"DecodeParms", b"DP"),
];

fn get<'a>(picture: &'a Dictionary, key: &[u8], document: &'a Document) -> Option<&'a Object> {
    let short = SHORT.iter().find(|(long, _)| *long == key).map(|(_, short)| *short);
    let value = picture.get(key).or_else(|_| picture.get(short.unwrap_or(key))).ok()?;
    Some(document.dereference(value).ok()?.1)
}

fn number<N: TryFrom<i64>>(picture: &Dictionary, key: &[u8], document: &Document) -> Option<N> {
    N::try_from(get(picture, key, document)?.as_i64().ok()?).ok()
}

/// How many components a colour has in this space, where that is known.
pub fn components(space: &Object, document: &Document) -> Option<usize> {
    let of_name = |name: &[u8]| match name {
        b"DeviceGray" | b"G" | b"CalGray" | b"Indexed" | b"I" | b"Separation" => Some(1),
        b"DeviceRGB" | b"RGB" | b"CalRGB" | b"Lab" => Some(3),
        b"DeviceCMYK" | b"CMYK" => Some(4),
        _ => None,
    };
    let items = match space {
        Object::Name(name) => return of_name(name),
        Object::Array(items) => items,
        _ => return None,
    };
    let plain = |index: usize| Some(document.dereference(items.get(index)?).ok()?.1);
    match plain(0)?.as_name().ok()? {
        b"ICCBased" => {
            let profile = plain(1)?.as_stream().ok()?;
            let count = profile.dict.get_deref(b"N", document).ok()?.as_i64().ok()?;
            usize::try_from(count).ok()
        }
        b"DeviceN" => Some(plain(1)?.as_array().ok()?.len()),
        name => of_name(name),
    }
}

/// How many bytes a picture takes, where its dictionary tells.
pub fn size(picture: &Dictionary, document: &Document) -> Option<usize> {
    let shape = Shape::of(picture, document)?;
    shape.row.checked_mul(usize::try_from(shape.rows).ok()?)
}

/// How the samples of a picture lie.
#[derive(Clone, Copy, Debug)]
struct Shape {
    columns: u32,
    rows: u32,
    /// Of one component.
    bits: usize,
    components: usize,
    /// Whether colours that have numbers close to each other look alike.
    graded: bool,
    /// The bytes of a row.
    row: usize,
}

impl Shape {
    fn of(picture: &Dictionary, document: &Document) -> Option<Self> {
        let (columns, rows): (u32, u32) =
            (number(picture, b"Width", document)?, number(picture, b"Height", document)?);
        let stencil = get(picture, b"ImageMask", document) == Some(&Object::Boolean(true));
        let (bits, components, graded) = if stencil {
            (1, 1, false)
        } else {
            let space = get(picture, b"ColorSpace", document)?;
            let bits: usize = number(picture, b"BitsPerComponent", document)?;
            let first = match space {
                Object::Array(items) => items.first().unwrap_or(space),
                other => other,
            };
            let indexed = first.as_name().is_ok_and(|name| matches!(name, b"Indexed" | b"I"));
            (bits, components(space, document)?, !indexed && bits >= 8)
        };
        let pixel = bits.checked_mul(components)?;
        if !matches!(bits, 1 | 2 | 4 | 8 | 16) || pixel == 0 || pixel > 64 {
            return None;
        }
        let row = usize::try_from(columns).ok()?.checked_mul(pixel)?.div_ceil(8);
        Some(Self { columns, rows, bits, components, graded, row })
    }

    fn pixel(self) -> usize {
        self.bits.saturating_mul(self.components)
    }

    fn length(self) -> usize {
        self.row.saturating_mul(usize::try_from(self.rows).unwrap_or(usize::MAX))
    }
}

/// What became of a picture.
#[derive(Debug)]
pub enum Outcome {
    /// What is covered tells nothing.
    Blank,
    /// What is covered told something; this is the picture without it, with new objects that it
    /// leads to. Where each bar was to be judged, it is nobody's.
    Blanked(Box<Stream>, Vec<(ObjectId, Object)>),
}

/// A mask has a mask no more.
const MASKS: u8 = 1;

/// Blanks what is covered of a picture. New objects are counted from `next`.
///
/// # Errors
/// `Picture` where it is packed in a way that is not taken apart here, and else what unpacking may
/// fail with.
pub fn blank(
    picture: &Stream,
    document: &Document,
    region: &Region<'_>,
    next: u32,
    budget: &mut Budget,
) -> Result<Outcome, Reason> {
    let (columns, rows) = extent(picture, document).ok_or(Reason::Damaged)?;
    let whole = Grid { columns, rows, wide: 1.0, high: 1.0 };
    let all = (region.all)(whole).ok_or(Reason::Limit)?;
    match blanked(picture, document, region, next, MASKS, budget) {
        Err(Reason::Picture) if all == Spans::all(columns, rows) => {
            // Nothing is left of it to be seen.
            Ok(Outcome::Blanked(Box::new(dot(&picture.dict, document)), Vec::new()))
        }
        other => other,
    }
}

fn blanked(
    picture: &Stream,
    document: &Document,
    region: &Region<'_>,
    mut next: u32,
    masks: u8,
    budget: &mut Budget,
) -> Result<Outcome, Reason> {
    let (columns, rows) = extent(picture, document).ok_or(Reason::Damaged)?;
    let mut new: Vec<(ObjectId, Object)> = Vec::new();
    let mut left = own(picture, document, (columns, rows), region, budget)?;
    for key in [b"SMask".as_slice(), b"Mask"] {
        let Some(Object::Stream(mask)) = get(&picture.dict, key, document) else { continue };
        let after = masks.checked_sub(1).ok_or(Reason::Unknown)?;
        let (mask_columns, mask_rows) = extent(mask, document).ok_or(Reason::Damaged)?;
        let wide = f64::from(columns) / f64::from(mask_columns);
        let high = f64::from(rows) / f64::from(mask_rows);
        let scaled = |grid: Grid| Grid { wide: grid.wide * wide, high: grid.high * high, ..grid };
        let all = |grid: Grid| (region.all)(scaled(grid));
        let each = |grid: Grid| region.each.and_then(|each| each(scaled(grid)));
        let each: &dyn Fn(Grid) -> Option<Vec<Spans>> = &each;
        let of_mask = Region { all: &all, each: region.each.map(|_| each) };
        match blanked(mask, document, &of_mask, next, after, budget)? {
            Outcome::Blank => {}
            Outcome::Blanked(mask, more) => {
                let id = (next, 0);
                next = next.saturating_add(1);
                let left = left.get_or_insert_with(|| picture.clone());
                left.dict.set(key, Object::Reference(id));
                new.extend(more);
                new.push((id, Object::Stream(*mask)));
            }
        }
    }
    let Some(mut left) = left else { return Ok(Outcome::Blank) };
    for key in [b"Alternates".as_slice(), b"OPI", b"Metadata"] {
        left.dict.remove(key);
    }
    Ok(Outcome::Blanked(Box::new(left), new))
}

/// The picture without what is covered, but for its masks; nothing where that tells nothing.
fn own(
    picture: &Stream,
    document: &Document,
    (columns, rows): (u32, u32),
    region: &Region<'_>,
    budget: &mut Budget,
) -> Result<Option<Stream>, Reason> {
    let whole = Grid { columns, rows, wide: 1.0, high: 1.0 };
    let covered = (region.all)(whole).ok_or(Reason::Limit)?;
    if covered.is_empty() {
        return Ok(None);
    }
    let (mut bytes, shape) = match unpacked(picture, document, budget)? {
        Packing::Plain(bytes, shape) => (bytes, shape),
        Packing::Jpeg(bytes, undone) => {
            let new = dct::blank(&bytes, (columns, rows), region)?;
            return Ok(new.map(|new| packed(picture, new, undone)));
        }
    };
    let length = shape.length();
    let mut samples = Samples { bytes: &mut bytes, shape };
    if let Some(each) = region.each {
        let bars = each(whole).ok_or(Reason::Limit)?;
        let blank = bars.iter().all(|bar| samples.is_even(bar));
        // Who asks what bars hide needs no picture without it.
        return Ok((!blank).then(|| Stream::new(Dictionary::new(), Vec::new())));
    }
    samples.fill(&covered);
    let predicted = predictor::is_used(picture, document);
    let mut left = picture.clone();
    for (long, short) in SHORT.iter().filter(|(long, _)| *long == b"DecodeParms") {
        left.dict.remove(long);
        left.dict.remove(short);
    }
    for key in [b"F".as_slice(), b"DL"] {
        left.dict.remove(key);
    }
    left.dict.set("Filter", "FlateDecode");
    if predicted {
        let pixel = shape.pixel().div_ceil(8);
        bytes = predictor::predicted(bytes.get(..length).unwrap_or_default(), shape.row, pixel);
        let mut parameters = Dictionary::new();
        parameters.set("Predictor", 15);
        parameters.set("Colors", i64::try_from(shape.components).unwrap_or(1));
        parameters.set("BitsPerComponent", i64::try_from(shape.bits).unwrap_or(8));
        parameters.set("Columns", i64::from(shape.columns));
        left.dict.set("DecodeParms", parameters);
    }
    left.content = filters::deflate(&bytes);
    left.dict.set("Length", i64::try_from(left.content.len()).unwrap_or(i64::MAX));
    Ok(Some(left))
}

/// What stands for the samples of a picture.
enum Packing {
    /// The samples themselves.
    Plain(Vec<u8>, Shape),
    /// A JPEG picture, and how many filters were undone to get it.
    Jpeg(Vec<u8>, usize),
}

fn unpacked(picture: &Stream, document: &Document, budget: &mut Budget) -> Result<Packing, Reason> {
    let unpacked = filters::unpack(picture, document, budget)?;
    if unpacked.short.is_some() {
        return Err(Reason::Damaged);
    }
    let shape = Shape::of(&picture.dict, document);
    let (bytes, shape) = match unpacked.codec {
        None => (unpacked.bytes, shape.ok_or(Reason::Picture)?),
        Some(Codec::Fax) => {
            let shape = shape.filter(|shape| shape.pixel() == 1).ok_or(Reason::Picture)?;
            (fax(&unpacked.bytes, picture, shape, document, budget)?, shape)
        }
        Some(Codec::Jpeg) => return Ok(Packing::Jpeg(unpacked.bytes, unpacked.undone)),
        Some(_) => return Err(Reason::Picture),
    };
    if bytes.len() < shape.length() {
        return Err(Reason::Damaged);
    }
    Ok(Packing::Plain(bytes, shape))
}

/// The samples of a picture that is packed without loss.
pub fn plain(picture: &Stream, document: &Document, budget: &mut Budget) -> Option<Vec<u8>> {
    match unpacked(picture, document, budget) {
        Ok(Packing::Plain(bytes, _)) => Some(bytes),
        _ => None,
    }
}

/// Looks at a picture, as a piece of what is seen.
///
/// # Errors
/// As above.
pub fn look(
    picture: &Stream,
    document: &Document,
    budget: &mut Budget,
    tiles: &mut Tiles,
) -> Result<(), Reason> {
    let (columns, rows) = extent(picture, document).ok_or(Reason::Damaged)?;
    let size = u64::from(columns).saturating_mul(u64::from(rows));
    budget.left = budget.left.checked_sub(size).ok_or(Reason::Limit)?;
    let packing = unpacked(picture, document, budget)?;
    let shape = Shape::of(&picture.dict, document);
    // Inks are darker the more there is of them.
    tiles.graded &= shape.is_some_and(|shape| shape.graded && shape.components != 4)
        && get(&picture.dict, b"Decode", document).is_none();
    match packing {
        Packing::Jpeg(bytes, _) => {
            dct::look(&bytes, (columns, rows), |column, row, grade| tiles.see(column, row, grade))?;
        }
        Packing::Plain(mut bytes, shape) => {
            let palette = palette(&picture.dict, document, budget);
            let samples = Samples { bytes: &mut bytes, shape };
            let widest = 0xff_usize.checked_shr(8_u32.saturating_sub(shape.bits as u32));
            let widest = widest.unwrap_or(0xff).max(1);
            // Most pictures have one byte for each sample of a pixel.
            let whole = shape.bits == 8 && palette.is_none() && shape.row > 0;
            let count = shape.components.max(1);
            for (line, row) in samples.bytes.chunks(shape.row.max(1)).zip(0..rows).filter(|_| whole)
            {
                for (pixel, column) in line.chunks_exact(count).zip(0..columns) {
                    let all: usize = pixel.iter().map(|one| usize::from(*one)).sum();
                    tiles.see(column, row, all.div_euclid(count) as u8);
                }
            }
            for row in (0..rows).filter(|_| !whole) {
                for column in 0..columns {
                    let pixel = samples.pixel(column, row);
                    let grade = |index| usize::from(samples.grade(pixel, index));
                    let all: usize = (0..shape.components).map(grade).sum();
                    let most = widest.saturating_mul(shape.components);
                    let grade = match &palette {
                        Some(grades) => grades.get(all).copied().unwrap_or(0),
                        None => all.saturating_mul(255).checked_div(most).unwrap_or(0) as u8,
                    };
                    tiles.see(column, row, grade);
                }
            }
        }
    }
    Ok(())
}

/// How many columns and rows a picture has.
pub fn extent(picture: &Stream, document: &Document) -> Option<(u32, u32)> {
    let of = |key| number(&picture.dict, key, document);
    of(b"Width").zip(of(b"Height"))
}

/// The grade of each colour of a picture that has a list of them.
fn palette(picture: &Dictionary, document: &Document, budget: &mut Budget) -> Option<Vec<u8>> {
    let items = get(picture, b"ColorSpace", document)?.as_array().ok()?;
    let [_, base, _, colours] = items.as_slice() else { return None };
    let count = components(document.dereference(base).ok()?.1, document)?.max(1);
    let colours = match document.dereference(colours).ok()?.1 {
        Object::String(bytes, _) => bytes.clone(),
        Object::Stream(stream) => filters::unpack(stream, document, budget).ok()?.bytes,
        _ => return None,
    };
    let sum = |colour: &[u8]| colour.iter().map(|one| usize::from(*one)).sum::<usize>();
    let mean = |colour| sum(colour).checked_div(count).unwrap_or(0) as u8;
    Some(colours.chunks(count).map(mean).collect())
}

/// The picture with other bytes in its own packing; so many filters before it are undone.
fn packed(picture: &Stream, bytes: Vec<u8>, undone: usize) -> Stream {
    let mut left = picture.clone();
    for key in [b"Filter".as_slice(), b"DecodeParms", b"F", b"DP"] {
        if let Ok(Object::Array(items)) = left.dict.get(key) {
            let items: Vec<Object> = items.iter().skip(undone).cloned().collect();
            left.dict.set(key, items);
        }
    }
    left.dict.remove(b"DL");
    left.dict.set("Length", i64::try_from(bytes.len()).unwrap_or(i64::MAX));
    left.content = bytes;
    left
}

/// A picture of one sample.
fn dot(picture: &Dictionary, document: &Document) -> Stream {
    let mut dot = Dictionary::new();
    for (key, value) in [("Type", "XObject"), ("Subtype", "Image")] {
        dot.set(key, value);
    }
    for key in ["Width", "Height"] {
        dot.set(key, 1);
    }
    if get(picture, b"ImageMask", document) == Some(&Object::Boolean(true)) {
        dot.set("ImageMask", true);
        dot.set("BitsPerComponent", 1);
    } else {
        dot.set("ColorSpace", "DeviceGray");
        dot.set("BitsPerComponent", 8);
    }
    for key in [b"OC".as_slice(), b"StructParent", b"Name"] {
        if let Ok(value) = picture.get(key) {
            dot.set(key, value.clone());
        }
    }
    Stream::new(dot, vec![0])
}

/// Grades that are no further from the one that is seen most than this, in 255, look the same.
const EVEN: u8 = 12;

/// How often each grade is seen.
#[derive(Clone, Debug)]
pub struct Grades([u32; 256]);

/// One sample in so many may be a speck of dust.
const DUST: u32 = 250;

impl Default for Grades {
    fn default() -> Self {
        Self([0; 256])
    }
}

impl Grades {
    /// Takes one.
    pub fn see(&mut self, grade: u8) {
        if let Some(count) = self.0.get_mut(usize::from(grade)) {
            *count = count.saturating_add(1);
        }
    }

    /// The one that is seen most.
    pub fn most(&self) -> u8 {
        let all = (0..=u8::MAX).zip(&self.0);
        all.max_by_key(|(_, count)| **count).map_or(0, |(grade, _)| grade)
    }

    /// How many were taken.
    pub fn all(&self) -> u32 {
        self.0.iter().fold(0, |all, count| all.saturating_add(*count))
    }

    /// How many are further from this grade.
    pub fn beyond(&self, most: u8, by: u8) -> u32 {
        let far = (0..=u8::MAX).zip(&self.0).filter(|(grade, _)| grade.abs_diff(most) > by);
        far.fold(0, |all, (_, count)| all.saturating_add(*count))
    }
}

/// Whether so few of all are no more than dust.
pub fn is_dust(beyond: u32, all: u32) -> bool {
    beyond.saturating_mul(DUST) <= all
}

struct Samples<'a> {
    bytes: &'a mut Vec<u8>,
    shape: Shape,
}

impl Samples<'_> {
    /// Where a pixel starts, in bits.
    fn start(&self, column: u32, row: u32) -> usize {
        let (column, row) = (column as usize, row as usize);
        let bits = row.saturating_mul(self.shape.row).saturating_mul(8);
        bits.saturating_add(column.saturating_mul(self.shape.pixel()))
    }

    fn pixel(&self, column: u32, row: u32) -> u64 {
        let (start, bits) = (self.start(column, row), self.shape.pixel());
        let first = start.div_euclid(8);
        let byte = |at: usize| u64::from(self.bytes.get(at).copied().unwrap_or(0));
        if bits < 8 {
            let shift = 8_usize.saturating_sub(bits).saturating_sub(start % 8);
            let mask = u64::MAX.checked_shr(64_u32.saturating_sub(bits as u32)).unwrap_or(0);
            return byte(first).checked_shr(shift as u32).unwrap_or(0) & mask;
        }
        // More than that is a whole number of bytes, or of pairs of half ones.
        let last = start.saturating_add(bits).div_ceil(8);
        let all = (first..last).fold(0_u128, |all, at| (all << 8) | u128::from(byte(at)));
        let beyond = last.saturating_mul(8).saturating_sub(start.saturating_add(bits));
        let mask = u128::MAX.checked_shr(128_u32.saturating_sub(bits as u32)).unwrap_or(0);
        u64::try_from(all.checked_shr(beyond as u32).unwrap_or(0) & mask).unwrap_or(0)
    }

    fn set(&mut self, column: u32, row: u32, value: u64) {
        let (start, bits) = (self.start(column, row), self.shape.pixel());
        for bit in 0..bits {
            let at = start.saturating_add(bit);
            if bits % 8 == 0 && at % 8 == 0 {
                let down = bits.saturating_sub(bit).saturating_sub(8);
                let byte = value.checked_shr(down as u32).unwrap_or(0) & 0xff;
                if let Some(known) = self.bytes.get_mut(at.div_euclid(8)) {
                    *known = byte as u8;
                }
            } else if bits % 8 != 0 {
                let down = bits.saturating_sub(bit).saturating_sub(1);
                let on = value.checked_shr(down as u32).unwrap_or(0) & 1 == 1;
                let mask = 0x80_u8.checked_shr((at % 8) as u32).unwrap_or(0);
                if let Some(known) = self.bytes.get_mut(at.div_euclid(8)) {
                    *known = if on { *known | mask } else { *known & !mask };
                }
            }
        }
    }

    /// Whether these look all the same.
    fn is_even(&self, spans: &Spans) -> bool {
        let mut grades = vec![Grades::default(); self.shape.components];
        for (row, stretches) in spans.rows() {
            for column in stretches.iter().flat_map(Clone::clone) {
                let pixel = self.pixel(column, row);
                for (index, grades) in grades.iter_mut().enumerate() {
                    grades.see(self.grade(pixel, index));
                }
            }
        }
        let by = if self.shape.graded { EVEN } else { 0 };
        grades.iter().all(|grades| is_dust(grades.beyond(grades.most(), by), grades.all()))
    }

    /// A component of a pixel, in no more than 255; the last comes first.
    fn grade(&self, pixel: u64, index: usize) -> u8 {
        let bits = self.shape.bits;
        let shift = bits.saturating_mul(index).saturating_add(bits.saturating_sub(8));
        let mask = 0xff_u64.checked_shr(8_u32.saturating_sub(bits as u32)).unwrap_or(0xff);
        (pixel.checked_shr(shift as u32).unwrap_or(0) & mask) as u8
    }

    /// Gives these the colour that is seen most around them.
    fn fill(&mut self, spans: &Spans) {
        let Some((columns, rows)) = spans.bounds() else { return };
        let mut around: BTreeMap<u64, u32> = BTreeMap::new();
        let mut see = |column: Option<u32>, row: Option<u32>| {
            let (Some(column), Some(row)) = (column, row) else { return };
            let within = column < self.shape.columns && row < self.shape.rows;
            if within && !spans.has(column, row) {
                let count = around.entry(self.pixel(column, row)).or_default();
                *count = count.saturating_add(1);
            }
        };
        for column in columns.clone() {
            see(Some(column), rows.start.checked_sub(1));
            see(Some(column), Some(rows.end));
        }
        for row in rows {
            see(columns.start.checked_sub(1), Some(row));
            see(Some(columns.end), Some(row));
        }
        let most = around.iter().max_by_key(|(_, count)| **count).map_or(0, |(value, _)| *value);
        for (row, stretches) in spans.rows() {
            for column in stretches.iter().flat_map(Clone::clone) {
                self.set(column, row, most);
            }
        }
    }
}

/// The bits of a fax.
fn fax(
    packed: &[u8],
    picture: &Stream,
    shape: Shape,
    document: &Document,
    budget: &mut Budget,
) -> Result<Vec<u8>, Reason> {
    let parameters =
        filters::filters(picture, document).pop().and_then(|(_, parameters)| parameters);
    let value = |key: &[u8]| {
        let value = parameters.as_ref()?.get(key).ok()?;
        Some(document.dereference(value).ok()?.1.clone())
    };
    let flag = |key: &[u8], default| match value(key) {
        Some(Object::Boolean(value)) => value,
        _ => default,
    };
    let whole =
        |key: &[u8], default| value(key).and_then(|one| one.as_i64().ok()).unwrap_or(default);
    if whole(b"Columns", 1728) != i64::from(shape.columns) {
        return Err(Reason::Picture);
    }
    let rows = usize::try_from(shape.rows).unwrap_or(usize::MAX);
    let length = shape.row.checked_mul(rows).ok_or(Reason::Limit)?;
    if length > budget.most() {
        return Err(Reason::Limit);
    }
    budget.spend(length);
    let settings = DecodeSettings {
        columns: shape.columns,
        rows: shape.rows,
        end_of_block: flag(b"EndOfBlock", true),
        end_of_line: flag(b"EndOfLine", false),
        rows_are_byte_aligned: flag(b"EncodedByteAlign", false),
        encoding: match whole(b"K", 0) {
            ..0 => EncodingMode::Group4,
            0 => EncodingMode::Group3_1D,
            _ => EncodingMode::Group3_2D,
        },
        strict: false,
    };
    let black = flag(b"BlackIs1", false);
    let white = if black { 0 } else { u8::MAX };
    let mut page =
        Fax { bytes: vec![white; length], row: shape.row, columns: shape.columns, rows: 0 };
    let read = hayro_ccitt::decode(packed, &mut page, &mut DecoderContext::new(settings));
    if page.rows < rows && (read.is_err() || page.rows == 0) {
        return Err(Reason::Damaged);
    }
    Ok(page.bytes)
}

/// The rows of a fax as they come; what is not white is turned.
struct Fax {
    bytes: Vec<u8>,
    row: usize,
    columns: u32,
    rows: usize,
}

impl Decoder for Fax {
    fn push_row(&mut self, changes: &[u32]) {
        let start = self.rows.saturating_mul(self.row);
        let end = start.saturating_add(self.row);
        self.rows = self.rows.saturating_add(1);
        let Some(row) = self.bytes.get_mut(start..end) else { return };
        for span in changes.chunks(2) {
            let from = span.first().copied().unwrap_or(self.columns);
            let to = span.get(1).copied().unwrap_or(self.columns).min(self.columns);
            for column in from..to {
                if let Some(byte) = row.get_mut(column.div_euclid(8) as usize) {
                    *byte ^= 0x80_u8.checked_shr(column % 8).unwrap_or(0);
                }
            }
        }
    }
}
