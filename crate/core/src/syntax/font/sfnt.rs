//! TrueType and OpenType: a directory of tables (ISO/IEC 14496-22, 4).

use std::ops::Range;

use super::{Font, Sort, cff, is_blank};
use crate::order;
use crate::syntax::fields::{Order, readable, text, text16};

/// A table of a font.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Table {
    /// Where its entry stands in the directory.
    entry: usize,
    tag: [u8; 4],
    range: Range<usize>,
}

/// Tables of numbers: outlines, measures, and how glyphs follow each other.
#[rustfmt::skip]
const NUMBERS: &[&[u8; 4]] = &[
    b"BASE", b"CBDT", b"CBLC", b"CFF2", b"COLR", b"CPAL", b"EBDT", b"EBLC", b"EBSC",
    b"Feat", b"GDEF", b"GPOS", b"GSUB", b"Glat", b"Gloc", b"HVAR", b"JSTF", b"LTSH",
    b"MATH", b"MERG", b"MVAR", b"OS/2", b"PCLT", b"STAT", b"Sill", b"VDMX", b"VORG",
    b"VVAR", b"Zapf", b"acnt", b"ankr", b"avar", b"bdat", b"bhed", b"bloc", b"bsln", b"cmap",
    b"cvar", b"cvt ", b"fdsc", b"feat", b"fmtx", b"fpgm", b"fvar", b"gasp", b"gcid", b"glyf",
    b"gvar", b"hdmx", b"head", b"hhea", b"hmtx", b"hsty", b"just", b"kern", b"kerx", b"lcar",
    b"loca", b"maxp", b"mort", b"morx", b"opbd", b"prep", b"prop", b"trak", b"vhea", b"vmtx",
    b"xref",
];

/// A font has some forty tables at most.
const TABLES: u16 = 256;

/// Reads a font.
pub fn read(bytes: &[u8], font: &mut Font) {
    let count = Order::Big.u16(&bytes, 4).unwrap_or(0);
    font.damaged |= count == 0 || count > TABLES;
    for number in 0..usize::from(count.min(TABLES)) {
        let entry = number.saturating_mul(16).saturating_add(12);
        let Some(table) = table(bytes, entry) else {
            font.damaged = true;
            continue;
        };
        font.tables.push(table);
    }
    for table in font.tables.clone() {
        let body = bytes.get(table.range.clone()).unwrap_or_default();
        match &table.tag {
            b"name" => names(body, table.range.start, font),
            b"post" => glyph_names(body, table.range.start, font),
            b"CFF " => cff::read(bytes, table.range.clone(), font),
            // The signature of the maker of the font where it has none, and when it was made.
            b"DSIG" if body.len() <= 8 && body.starts_with(&[0, 0, 0, 1]) => {}
            b"FFTM" if body.len() <= 28 && body.starts_with(&[0, 0, 0, 1]) => {}
            b"meta" if tells_scripts(body) => {}
            b"ltag" | b"TeX " => {
                font.say(Sort::Name, &text(&table.tag), readable(body), table.range.clone(), false);
            }
            tag if NUMBERS.contains(&tag) || is_blank(body) => {}
            tag => {
                font.say(Sort::Other, &text(tag), readable(body), table.range.clone(), false);
            }
        }
    }
    between(bytes, font);
}

fn table(bytes: &[u8], entry: usize) -> Option<Table> {
    let tag = bytes.get(entry..entry.checked_add(4)?)?.try_into().ok()?;
    let at = u64::try_from(entry).ok()?;
    let start = usize::try_from(Order::Big.u32(&bytes, at.checked_add(8)?).ok()?).ok()?;
    let length = usize::try_from(Order::Big.u32(&bytes, at.checked_add(12)?).ok()?).ok()?;
    let end = start.checked_add(length)?.min(bytes.len());
    (start <= end).then_some(Table { entry, tag, range: start..end })
}

/// Where the table with this tag stands.
pub fn range(bytes: &[u8], tag: &[u8; 4]) -> Option<Range<usize>> {
    let count = Order::Big.u16(&bytes, 4).ok()?.min(TABLES);
    let entry = |number: u16| usize::from(number).saturating_mul(16).saturating_add(12);
    let tables = (0..count).filter_map(|number| table(bytes, entry(number)));
    tables.into_iter().find(|table| table.tag == *tag).map(|table| table.range)
}

/// What stands in no table.
fn between(bytes: &[u8], font: &mut Font) {
    let head = font.tables.iter().map(|table| table.entry.saturating_add(16)).max().unwrap_or(12);
    let mut ranges: Vec<Range<usize>> =
        font.tables.iter().map(|table| table.range.clone()).collect();
    ranges.push(0..head);
    ranges.push(bytes.len()..bytes.len());
    order::by(&mut ranges, |range| (range.start as u64, 0));
    let mut at = 0;
    for range in ranges {
        let gap = bytes.get(at..range.start).unwrap_or_default();
        // Tables start at whole fours, and some programs fill them up with what was there before.
        if gap.len() > 3 && !is_blank(gap) {
            font.say(Sort::Other, "", readable(gap), at..range.start, false);
        }
        at = at.max(range.end);
    }
}

/// Whether a table of remarks tells for which scripts and languages the font is, and no more.
fn tells_scripts(body: &[u8]) -> bool {
    let mut said = readable(body);
    for tag in ["dlng", "slng", "appl", "bild"] {
        said = said.replace(tag, " ");
    }
    // Tags of scripts have one capital and three more letters.
    said.split(|letter: char| !letter.is_ascii_lowercase()).all(|word| word.len() < 4)
        && said.chars().all(|letter| letter.is_ascii() || letter == '·')
}

/// The texts of the font, each by its number.
fn names(body: &[u8], start: usize, font: &mut Font) {
    let number = |at: usize| Order::Big.u16(&body, at as u64).map(usize::from);
    let (Ok(count), Ok(strings)) = (number(2), number(4)) else {
        font.damaged = true;
        return;
    };
    let (mut read, mut unique): (Vec<Range<usize>>, Vec<_>) = (Vec::new(), Vec::new());
    // What the font is called, in lower case and without spaces.
    let mut called: Vec<String> = Vec::new();
    let plain = |name: &str| name.to_lowercase().replace([' ', '-'], "");
    for index in 0..count {
        let at = index.saturating_mul(12).saturating_add(6);
        let fields = [0, 6, 8, 10].map(|field| number(at.saturating_add(field)));
        let [Ok(platform), Ok(name), Ok(length), Ok(offset)] = fields else {
            font.damaged = true;
            return;
        };
        let from = strings.saturating_add(offset);
        let range = from..from.saturating_add(length);
        let Some(value) = body.get(range.clone()) else {
            // Programs that take a font apart leave entries behind whose text is gone.
            continue;
        };
        let wide = matches!(platform, 0 | 3);
        let said = if wide { text16(value, Order::Big) } else { text(value) };
        let place = start.saturating_add(range.start)..start.saturating_add(range.end);
        read.push(range);
        if said.trim().is_empty() {
            continue;
        }
        let sort = match name {
            1..=4 | 6 | 15..=18 | 20..=25 | 256.. => Sort::Name,
            0 | 5 | 7..=14 | 19 => Sort::Credit,
            _ => Sort::Other,
        };
        match name {
            1 | 4 | 6 | 16 => called.push(plain(&said)),
            _ => {}
        }
        if name == 3 {
            unique.push((said, place, wide));
            continue;
        }
        font.say(sort, &format!("name {name}"), said, place, wide);
    }
    for (said, place, wide) in unique {
        // Most programs make it of the names of the font, or of the number of a subset and one.
        let own = plain(&said);
        let subset = matches!(said.as_bytes(), [tag @ .., _] if tag.get(6) == Some(&b'+'));
        let usual = subset || called.iter().any(|one| own.contains(one) || one.contains(&own));
        font.say(if usual { Sort::Name } else { Sort::Credit }, "name 3", said, place, wide);
    }
    let first = count.saturating_mul(12).saturating_add(6).max(strings);
    read.push(first..first);
    read.push(body.len()..body.len());
    order::by(&mut read, |range| (range.start as u64, 0));
    let mut at = first;
    for range in read {
        let gap = body.get(at..range.start).unwrap_or_default();
        // Texts in other languages whose entries were taken out.
        if gap.len() > 3 && !is_blank(gap) {
            let wide = gap.iter().step_by(2).all(|byte| *byte == 0);
            let said = if wide { text16(gap, Order::Big) } else { readable(gap) };
            let place = start.saturating_add(at)..start.saturating_add(range.start);
            font.say(Sort::Credit, "name", said, place, wide);
        }
        at = at.max(range.end);
    }
}

/// The names of glyphs that stand behind the index of a table in format 2.
fn glyph_names(body: &[u8], start: usize, font: &mut Font) {
    if body.get(..4) != Some(&[0, 2, 0, 0]) {
        return;
    }
    let count = Order::Big.u16(&body, 32).map_or(0, usize::from);
    let mut at = count.saturating_mul(2).saturating_add(34);
    let first = at;
    let mut names = Vec::new();
    while let Some(length) = body.get(at).map(|length| usize::from(*length)) {
        let from = at.saturating_add(1);
        let end = from.saturating_add(length);
        let Some(name) = body.get(from..end) else { break };
        names.push(text(name));
        at = end;
    }
    let range = start.saturating_add(first)..start.saturating_add(at.min(body.len()));
    font.say(Sort::Name, "post", names.join(" "), range, false);
}

/// Makes the checksums fit the tables, and the font.
pub fn check(bytes: &mut [u8], tables: &[Table]) {
    for table in tables {
        let mut sum = sum(bytes.get(table.range.clone()).unwrap_or_default());
        if &table.tag == b"head" {
            let own = Order::Big.u32(&&*bytes, table.range.start.saturating_add(8) as u64);
            sum = sum.wrapping_sub(own.unwrap_or(0));
        }
        put(bytes, table.entry.saturating_add(4), sum);
    }
    let Some(head) = tables.iter().find(|table| &table.tag == b"head") else { return };
    let at = head.range.start.saturating_add(8);
    put(bytes, at, 0);
    let whole = sum(bytes);
    put(bytes, at, MAGIC.wrapping_sub(whole));
}

/// What the sum of a whole font is taken from (ISO/IEC 14496-22, 5.2.4).
const MAGIC: u32 = 0xB1B0_AFBA;

fn sum(bytes: &[u8]) -> u32 {
    let words = bytes.chunks(4).map(|chunk| {
        let mut word = [0; 4];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        u32::from_be_bytes(word)
    });
    words.fold(0, u32::wrapping_add)
}

fn put(bytes: &mut [u8], at: usize, value: u32) {
    if let Some(place) = bytes.get_mut(at..at.saturating_add(4)) {
        place.copy_from_slice(&value.to_be_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A font with these tables, one after another.
    fn font(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
        let mut bytes = vec![0, 1, 0, 0, 0, tables.len() as u8, 0, 0, 0, 0, 0, 0];
        let mut at = 12 + 16 * tables.len();
        for (tag, body) in tables {
            bytes.extend_from_slice(*tag);
            bytes.extend_from_slice(&sum(body).to_be_bytes());
            bytes.extend_from_slice(&(at as u32).to_be_bytes());
            bytes.extend_from_slice(&(body.len() as u32).to_be_bytes());
            at += body.len();
        }
        bytes.extend(tables.iter().flat_map(|(_, body)| body.clone()));
        bytes
    }

    fn name_table(names: &[(u16, &str)]) -> Vec<u8> {
        let mut table = vec![0, 0, 0, names.len() as u8, 0, (6 + 12 * names.len()) as u8];
        let mut strings = Vec::new();
        for (number, name) in names {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for field in [3, 1, 0x409, *number, name.len() as u16, strings.len() as u16] {
                table.extend_from_slice(&field.to_be_bytes());
            }
            strings.extend(name);
        }
        table.extend(strings);
        table
    }

    #[test]
    fn texts_are_told_apart_and_blanked_in_place() {
        let names = name_table(&[(4, "Handschrift"), (9, "Jan de Vries"), (55, "x1")]);
        let bytes = font(&[(b"PfEd", b"by Jan".to_vec()), (b"name", names), (b"glyf", vec![1; 8])]);
        let read = super::super::read(&bytes).unwrap();
        let words: Vec<(Sort, &str)> =
            read.words.iter().map(|words| (words.sort, words.text.as_str())).collect();
        assert_eq!(
            words,
            [
                (Sort::Other, "by Jan"),
                (Sort::Name, "Handschrift"),
                (Sort::Credit, "Jan de Vries"),
                (Sort::Other, "x1"),
            ]
        );
        let new = read.without(&bytes, &[0, 2]);
        assert_eq!(new.len(), bytes.len());
        let left = super::super::read(&new).unwrap();
        let words: Vec<&str> = left.words.iter().map(|words| words.text.as_str()).collect();
        assert_eq!(words, ["Handschrift", "x1"]);
        let table = &left.tables[1];
        let sums = Order::Big.u32(&new.as_slice(), table.entry as u64 + 4).unwrap();
        assert_eq!(sums, sum(&new[table.range.clone()]));
    }

    #[test]
    fn a_font_cut_short_is_damaged_and_no_more() {
        let bytes = font(&[(b"name", name_table(&[(9, "Jan")])), (b"glyf", vec![1; 8])]);
        for length in 4..bytes.len() {
            super::super::read(&bytes[..length]);
        }
        assert!(super::super::read(&bytes[..20]).unwrap().damaged);
    }
}
