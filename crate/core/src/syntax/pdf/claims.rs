//! Whether the text that a font claims for its letters is that of the letters which it draws.

use std::collections::BTreeMap;

use hayro_interpret::hayro_cmap::BfString;
use lopdf::{Dictionary, Document, Object};

use super::filters::{self, Budget};
use super::parse::{Parser, Token};
use crate::order::Gather;
use crate::syntax::font::letters::{self, letter};

/// So many letters that are claimed to be others are no slip.
pub const LETTERS: usize = 3;

/// Whether a font claims other letters and digits than its encoding has, of which the glyphs are
/// drawn, or signs in their place. Fonts with letters of their own are not judged.
pub fn lies(font: &Dictionary, document: &Document, budget: &mut Budget) -> bool {
    let Ok(Object::Stream(map)) = font.get_deref(b"ToUnicode", document) else { return false };
    let Some(encoding) = encoding(font, document, budget) else { return false };
    let Ok(map) = filters::unpack(map, document, budget) else { return false };
    let mut wrong = 0_usize;
    each(&map.bytes, |code, text| {
        let Some(drawn) = encoding.get(&code) else { return };
        let Some(claimed) = text.first().and_then(|unit| char::from_u32((*unit).into())) else {
            return;
        };
        let other = is_other(&BfString::Char(claimed), *drawn);
        wrong = wrong.saturating_add(usize::from(other));
    });
    wrong >= LETTERS
}

/// Whether what is claimed is another letter or digit than is drawn, or a sign.
pub fn is_other(claimed: &BfString, drawn: u8) -> bool {
    let other = |claimed: char| match claimed {
        _ if claimed.is_ascii_alphanumeric() => !claimed.eq_ignore_ascii_case(&char::from(drawn)),
        // What is no text at all, or nothing that is seen, is told as unreadable.
        '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}' => false,
        _ => !(claimed.is_alphanumeric() || claimed.is_control() || claimed.is_whitespace()),
    };
    match claimed {
        BfString::Char(claimed) => other(*claimed),
        BfString::String(claimed) => claimed.chars().all(other),
    }
}

/// The letters and digits that the codes of a font draw, where its encoding tells.
fn encoding(
    font: &Dictionary,
    document: &Document,
    budget: &mut Budget,
) -> Option<BTreeMap<u8, u8>> {
    let facts = font.get_deref(b"FontDescriptor", document).and_then(Object::as_dict).ok();
    let flags = facts.and_then(|facts| facts.get_deref(b"Flags", document).ok()?.as_i64().ok());
    let true_type = font.get(b"Subtype").is_ok_and(|sort| *sort == "TrueType".into());
    if true_type && flags.unwrap_or(0) & SYMBOLIC != 0 {
        return None;
    }
    let plain = |name: &Object| matches!(name, Object::Name(name) if name.ends_with(b"Encoding") && !name.starts_with(b"MacExpert"));
    let usual_letters =
        || (0..=u8::MAX).filter(u8::is_ascii_alphanumeric).map(|one| (one, one)).into_map();
    // What is not embedded is drawn with letters where the standard has them (9.6.5).
    let file = |key: &[u8]| facts?.get_deref(key, document).ok();
    let program = file(b"FontFile").or_else(|| file(b"FontFile3"));
    let own = program.is_some() || file(b"FontFile2").is_some();
    let mut built_in = || {
        let program = filters::unpack(program?.as_stream().ok()?, document, budget).ok()?;
        Some(letters::encoded(&program.bytes))
    };
    let name = font.get_deref(b"BaseFont", document).and_then(Object::as_name).unwrap_or_default();
    let signs = name.starts_with(b"Symbol") || name.starts_with(b"Zapf");
    let usual = !own && !signs && flags.unwrap_or(0) & SYMBOLIC == 0 && !name.is_empty();
    match font.get_deref(b"Encoding", document).unwrap_or(&Object::Null) {
        Object::Null if usual => Some(usual_letters()),
        Object::Null => built_in(),
        name @ Object::Name(_) => plain(name).then(usual_letters),
        Object::Dictionary(own) => {
            let base = own.get_deref(b"BaseEncoding", document).map_or(usual, plain);
            let mut all: BTreeMap<u8, u8> =
                if base { usual_letters() } else { built_in().unwrap_or_default() };
            let mut code = 0_u8;
            for item in own.get_deref(b"Differences", document).ok()?.as_array().ok()? {
                match item {
                    Object::Integer(start) => code = u8::try_from(*start).ok()?,
                    Object::Name(name) => {
                        match letter(name) {
                            Some(letter) => all.insert(code, letter),
                            None => all.remove(&code),
                        };
                        code = code.wrapping_add(1);
                    }
                    _ => return None,
                }
            }
            Some(all)
        }
        _ => None,
    }
}

/// The flag of a font with signs of its own (ISO 32000-2, table 121).
const SYMBOLIC: i64 = 1 << 2;

/// Each code of one byte that a map gives a text.
fn each(map: &[u8], mut act: impl FnMut(u8, &[u16])) {
    let mut parser = Parser::new(map, 0, 4);
    let mut operands: Vec<Object> = Vec::new();
    let units = |object: &Object| -> Vec<u16> {
        let bytes = object.as_str().unwrap_or_default().chunks_exact(2);
        bytes.filter_map(|pair| Some(u16::from_be_bytes(pair.try_into().ok()?))).collect()
    };
    let code = |object: &Object| match object.as_str() {
        Ok([code] | [0, code]) => Some(*code),
        _ => None,
    };
    loop {
        parser.items = MOST;
        parser.hidden.clear();
        match parser.token() {
            Some(Token::Object(object)) if operands.len() < MOST => operands.push(object),
            Some(Token::Object(_)) => {}
            Some(Token::Word(word)) => {
                if word == b"endbfchar" {
                    for pair in operands.chunks_exact(2) {
                        if let [from, to] = pair
                            && let Some(code) = code(from)
                        {
                            act(code, &units(to));
                        }
                    }
                } else if word == b"endbfrange" {
                    for range in operands.chunks_exact(3) {
                        let [from, to, text] = range else { continue };
                        let (Some(from), Some(to)) = (code(from), code(to)) else { continue };
                        let first = units(text).first().copied().unwrap_or(0);
                        for (index, code) in (from..=to).enumerate() {
                            match text {
                                Object::Array(texts) => {
                                    texts
                                        .get(index)
                                        .into_iter()
                                        .for_each(|one| act(code, &units(one)));
                                }
                                _ => act(code, &[first.wrapping_add(index as u16)]),
                            }
                        }
                    }
                }
                operands.clear();
            }
            None => break,
        }
    }
}

/// A part of a map has no more entries.
const MOST: usize = 1 << 12;

#[cfg(test)]
mod tests {
    use lopdf::{Stream, dictionary};

    use super::*;

    #[test]
    fn a_font_that_claims_other_letters_than_it_draws_lies() {
        let told = |map: &str, encoding: Object| {
            let map = Stream::new(Dictionary::new(), map.as_bytes().to_vec());
            let mut document = Document::new();
            let map = document.add_object(map);
            let font = dictionary! { "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => encoding, "ToUnicode" => map };
            lies(&font, &document, &mut Budget { left: 9999, held: 9999 })
        };
        let win = || Object::from("WinAnsiEncoding");
        assert!(told("1 beginbfrange <61> <66> <0067> endbfrange", win()));
        assert!(!told("1 beginbfrange <61> <66> <0041> endbfrange", win()));
        assert!(told("3 beginbfchar <31> <0032> <32> <0033> <33> <0034> endbfchar", win()));
        assert!(told("3 beginbfchar <31> <002e> <32> <002d> <33> <2022> endbfchar", win()));
        assert!(told("3 beginbfchar <31> <002e> <32> <002d> <33> <2022> endbfchar", Object::Null));
        assert!(!told("3 beginbfchar <31> <00b9> <32> <00b2> <33> <f033> endbfchar", win()));
        let own = |names: [&str; 3]| {
            let names = names.map(|name| Object::Name(name.into()));
            let list = [vec![Object::Integer(1)], names.to_vec()].concat();
            Object::from(dictionary! { "Differences" => list })
        };
        let map = "1 beginbfrange <01> <03> [<0061> <0062> <0063>] endbfrange";
        assert!(told(map, own(["x", "y", "z"])));
        assert!(!told(map, own(["a", "b", "c"])) && !told(map, own(["g1", "g2", "g3"])));
    }
}
