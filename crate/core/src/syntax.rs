//! What formats are written in: bytes, fields, segments. It knows no kinds of findings.

pub mod cfb;
pub mod charset;
pub mod crc32;
pub mod encoded;
pub mod exif;
pub mod fields;
pub mod gif;
pub mod icc;
pub mod iptc;
pub mod jpeg;
pub mod pdf;
pub mod photoshop;
pub mod png;
pub mod riff;
pub mod xml;
pub mod zip;
pub mod zlib;
