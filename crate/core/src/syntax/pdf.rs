//! How PDF files are written: bytes, objects, filters, strings and page text. No kinds.

pub mod area;
pub mod content;
pub mod cover;
pub mod dct;
pub mod drawn;
pub mod expand;
pub mod filters;
pub mod layers;
pub mod layout;
pub mod load;
pub mod loose;
pub mod mask;
pub mod normal;
pub mod parse;
pub mod patch;
pub mod reach;
pub mod samples;
pub mod scan;
pub mod scanner;
pub mod strings;
pub mod takeout;
pub mod text;
pub mod unseen;
pub mod write;
