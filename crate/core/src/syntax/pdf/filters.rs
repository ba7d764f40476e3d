//! Unpacks streams within a budget; what a picture or an unknown filter packed stays packed.

use lopdf::{Dictionary, Document, Object, Stream};

use crate::Reason;

mod inflate;
mod lzw;
mod plain;
pub mod predictor;

pub use inflate::deflate;

/// The most filters that one stream may name. Files use one or two.
const FILTERS: usize = 16;

/// What may still be unpacked.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// In all streams together.
    pub left: u64,
    /// In one stream.
    pub held: u64,
}

impl Budget {
    /// How large the next output may be.
    pub fn most(&self) -> usize {
        usize::try_from(self.left.min(self.held)).unwrap_or(usize::MAX)
    }

    /// Counts what came out.
    pub fn spend(&mut self, bytes: usize) {
        self.left = self.left.saturating_sub(bytes as u64);
    }
}

/// A codec that packs only pictures.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Codec {
    /// JPEG.
    Jpeg,
    /// JPEG 2000.
    Jpeg2000,
    /// Fax.
    Fax,
    /// JBIG2.
    Jbig2,
}

/// What became of a stream.
#[derive(Debug)]
pub struct Unpacked {
    /// What came out of the filters that could be undone.
    pub bytes: Vec<u8>,
    /// The codec that the bytes are still packed with.
    pub codec: Option<Codec>,
    /// How many filters were undone.
    pub undone: usize,
    /// How many of the packed bytes the first filter used; what follows is seen by no reader.
    pub used: usize,
    /// What follows what the other filters used: no reader sees that either.
    pub behind: Vec<u8>,
    /// Why it is not all that the stream holds, if so.
    pub short: Option<Reason>,
}

/// The filters of a stream with their parameters, references resolved.
pub fn filters(stream: &Stream, document: &Document) -> Vec<(Vec<u8>, Option<Dictionary>)> {
    let get = |long: &[u8], short: &[u8]| {
        let value = stream.dict.get(long).or_else(|_| stream.dict.get(short)).ok()?;
        document.dereference(value).ok().map(|(_, value)| value)
    };
    let names: Vec<Vec<u8>> = match get(b"Filter", b"F") {
        Some(Object::Name(name)) => vec![name.clone()],
        Some(Object::Array(items)) => items
            .iter()
            .filter_map(|item| {
                document.dereference(item).ok()?.1.as_name().ok().map(<[u8]>::to_vec)
            })
            .collect(),
        _ => Vec::new(),
    };
    let parameters = get(b"DecodeParms", b"DP");
    let of = |index: usize| match parameters {
        Some(Object::Dictionary(one)) => Some(one.clone()),
        Some(Object::Array(items)) => {
            document.dereference(items.get(index)?).ok()?.1.as_dict().ok().cloned()
        }
        _ => None,
    };
    names.into_iter().enumerate().map(|(index, name)| (name, of(index))).collect()
}

/// Undoes the filters of a stream as far as they pack anything but pictures.
///
/// # Errors
/// `Limit` where the budget does not allow what comes out, `Unknown` for a filter or parameters
/// that have no meaning here.
pub fn unpack(
    stream: &Stream,
    document: &Document,
    budget: &mut Budget,
) -> Result<Unpacked, Reason> {
    let filters = filters(stream, document);
    if filters.len() > FILTERS {
        return Err(Reason::Limit);
    }
    let mut now = Unpacked {
        bytes: Vec::new(),
        codec: None,
        undone: 0,
        used: stream.content.len(),
        behind: Vec::new(),
        short: None,
    };
    for (index, (name, parameters)) in filters.iter().enumerate() {
        let input = if now.undone == 0 { &stream.content } else { &now.bytes };
        let number = |key: &[u8], default: i64| {
            let value = parameters.as_ref().and_then(|parameters| parameters.get(key).ok());
            let value = value.and_then(|value| document.dereference(value).ok());
            value.map_or(Some(default), |(_, value)| value.as_i64().ok())
        };
        let most = budget.most();
        let step = match name.as_slice() {
            b"FlateDecode" | b"Fl" => inflate::inflate(input, most),
            b"LZWDecode" | b"LZW" => {
                let early = number(b"EarlyChange", 1).ok_or(Reason::Unknown)? != 0;
                lzw::decode(input, early, most)
            }
            b"ASCIIHexDecode" | b"AHx" => plain::hex(input, most),
            b"ASCII85Decode" | b"A85" => plain::base85(input, most),
            b"RunLengthDecode" | b"RL" => plain::run_length(input, most),
            b"Crypt" if identity(parameters.as_ref()) => {
                plain::Step { bytes: input.clone(), used: input.len(), whole: true, full: false }
            }
            other => {
                now.codec = Some(codec(other).ok_or(Reason::Unknown)?);
                if now.undone == 0 {
                    now.bytes = stream.content.clone();
                }
                return Ok(now);
            }
        };
        budget.spend(step.bytes.len());
        if step.full {
            return Err(Reason::Limit);
        }
        match index {
            0 => now.used = step.used,
            _ => now.behind.extend_from_slice(input.get(step.used..).unwrap_or_default()),
        }
        if !step.whole {
            now.short = Some(Reason::Damaged);
        }
        let predicted = matches!(name.as_slice(), b"FlateDecode" | b"Fl" | b"LZWDecode" | b"LZW");
        now.bytes = if predicted && parameters.is_some() {
            let shape = predictor::Shape::new(number).ok_or(Reason::Unknown)?;
            shape.undo(step.bytes)
        } else {
            step.bytes
        };
        now.undone = index.saturating_add(1);
    }
    if now.undone == 0 {
        if stream.content.len() > budget.most() {
            return Err(Reason::Limit);
        }
        budget.spend(stream.content.len());
        now.bytes = stream.content.clone();
    }
    Ok(now)
}

/// The codec of a picture that a filter name stands for.
pub fn codec(name: &[u8]) -> Option<Codec> {
    match name {
        b"DCTDecode" | b"DCT" => Some(Codec::Jpeg),
        b"JPXDecode" => Some(Codec::Jpeg2000),
        b"CCITTFaxDecode" | b"CCF" => Some(Codec::Fax),
        b"JBIG2Decode" => Some(Codec::Jbig2),
        _ => None,
    }
}

fn identity(parameters: Option<&Dictionary>) -> bool {
    let name = parameters.and_then(|parameters| parameters.get(b"Name").ok());
    name.is_none_or(|name| name.as_name().is_ok_and(|name| name == b"Identity"))
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    fn unpacked(dictionary: Dictionary, content: &[u8]) -> Result<Unpacked, Reason> {
        let mut budget = Budget { left: 1 << 20, held: 1 << 20 };
        unpack(&Stream::new(dictionary, content.to_vec()), &Document::new(), &mut budget)
    }

    #[test]
    fn abbreviated_names_and_chains_are_undone() {
        let hex = lopdf::Object::Name(b"AHx".to_vec());
        let chain = dictionary! { "Filter" => vec![hex, Object::Name(b"Fl".to_vec())] };
        let packed: String =
            deflate(b"Jan de Vries").iter().map(|byte| format!("{byte:02x}")).collect();
        let unpacked = unpacked(chain, packed.as_bytes()).unwrap();
        assert_eq!(unpacked.bytes, b"Jan de Vries");
        assert!(unpacked.behind.is_empty());
    }

    #[test]
    fn what_follows_the_end_of_a_deflated_stream_is_told() {
        let mut packed = deflate(b"text");
        let length = packed.len();
        packed.extend(b"hidden");
        let unpacked = unpacked(dictionary! { "Filter" => "FlateDecode" }, &packed).unwrap();
        assert_eq!((unpacked.bytes.as_slice(), unpacked.used), (b"text".as_slice(), length));
    }

    #[test]
    fn a_bomb_and_a_row_of_gigabytes_cost_nothing() {
        let bomb = deflate(&vec![0; 2 << 20]);
        let plain = unpacked(dictionary! { "Filter" => "FlateDecode" }, &bomb);
        assert_eq!(plain.err(), Some(Reason::Limit));
        let wide = dictionary! {
            "Filter" => "FlateDecode",
            "DecodeParms" => dictionary! { "Predictor" => 10, "Colors" => 536_870_913 },
        };
        assert_eq!(unpacked(wide, &deflate(b"x")).err(), Some(Reason::Unknown));
    }

    #[test]
    fn a_picture_stays_packed() {
        let picture = unpacked(dictionary! { "Filter" => "DCTDecode" }, b"\xff\xd8").unwrap();
        assert_eq!(
            (picture.codec, picture.bytes.as_slice()),
            (Some(Codec::Jpeg), b"\xff\xd8".as_slice())
        );
    }
}
