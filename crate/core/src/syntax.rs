//! What formats are written in: bytes, fields, segments. It knows no kinds of findings.

pub mod cfb;
pub mod charset;
pub mod cipher;
pub mod crc32;
pub mod der;
pub mod encoded;
pub mod exif;
pub mod fields;
pub mod font;
pub mod gif;
pub mod icc;
pub mod iptc;
pub mod jbig2;
pub mod jpeg;
pub mod jpx;
pub mod offcrypto;
pub mod ovba;
pub mod packager;
pub mod pdf;
pub mod photoshop;
pub mod png;
pub mod properties;
pub mod riff;
pub mod xml;
pub mod zip;
pub mod zlib;
