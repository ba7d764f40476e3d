//! Text as it reads: without what nobody sees, and with digits, hyphens and spaces in plain form.
//!
//! A soft hyphen in a number or a non-breaking space in an account hides nothing from a reader,
//! and may hide nothing from a detector. Positions in the plain form lead back to the text.

use std::borrow::Cow;
use std::ops::Range;

/// A text in plain form, and the way back.
pub(crate) struct Normal<'t> {
    /// The plain form.
    pub text: Cow<'t, str>,
    /// Runs of characters that each take the same number of bytes, here and in the text. None at
    /// all when the text was plain already.
    runs: Vec<Run>,
}

/// A run of characters that were treated alike.
struct Run {
    plain: usize,
    original: usize,
    unit_plain: usize,
    unit_original: usize,
}

/// What becomes of a character.
enum Fate {
    Stays,
    Goes,
    Becomes(char),
    Splits(&'static str),
}

impl<'t> Normal<'t> {
    /// The plain form of a text.
    pub(crate) fn of(text: &'t str) -> Self {
        let boxes = boxes(text);
        let escapes = escapes(text);
        let odd = || text.char_indices().find(|(_, c)| !matches!(fate(*c), Fate::Stays));
        let first = if text.is_ascii() { None } else { odd() }.map(|(start, _)| start);
        let Some(start) = first
            .into_iter()
            .chain(boxes.first().copied())
            .chain(escapes.first().map(|(start, _)| *start))
            .min()
        else {
            return Self { text: Cow::Borrowed(text), runs: Vec::new() };
        };
        let mut boxes = boxes.into_iter().peekable();
        let mut escapes = escapes.into_iter().peekable();
        let mut plain = String::with_capacity(text.len());
        plain.push_str(text.get(..start).unwrap_or_default());
        let mut normal = Self {
            text: Cow::Borrowed(""),
            runs: vec![Run { plain: 0, original: 0, unit_plain: 1, unit_original: 1 }],
        };
        let mut at = start;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let before = plain.len();
            let next = at.saturating_add(c.len_utf8());
            if boxes.next_if_eq(&at).is_some() {
                at = next;
                continue;
            }
            if let Some((_, letter)) = escapes.next_if(|(start, _)| *start == at) {
                plain.push(letter);
                normal.note(before, at, (letter.len_utf8(), ESCAPE));
                at = at.saturating_add(ESCAPE);
                while boxes.next_if(|start| *start < at).is_some() {}
                while escapes.next_if(|(start, _)| *start < at).is_some() {}
                continue;
            }
            let units = match fate(c) {
                Fate::Goes => {
                    at = next;
                    continue;
                }
                Fate::Stays => {
                    let most = boxes.peek().copied().unwrap_or(text.len());
                    let most = most.min(escapes.peek().map_or(text.len(), |(start, _)| *start));
                    let run = text.get(next..most).unwrap_or_default();
                    let length = run.bytes().position(|byte| !byte.is_ascii()).unwrap_or(run.len());
                    let end = next.saturating_add(length);
                    plain.push_str(text.get(at..end).unwrap_or_default());
                    normal.note(before, at, (1, 1));
                    at = end;
                    continue;
                }
                Fate::Becomes(other) => {
                    plain.push(other);
                    (other.len_utf8(), c.len_utf8())
                }
                Fate::Splits(others) => {
                    plain.push_str(others);
                    (others.len(), c.len_utf8())
                }
            };
            normal.note(before, at, units);
            at = next;
        }
        normal.text = Cow::Owned(plain);
        normal
    }

    /// Whether the text was plain already.
    pub(crate) fn is_plain(&self) -> bool {
        self.runs.is_empty()
    }

    /// Where a byte of the text stands in the plain form.
    pub(crate) fn plain(&self, original: usize) -> usize {
        let index = self.runs.partition_point(|run| run.original <= original).saturating_sub(1);
        let Some(run) = self.runs.get(index) else { return original };
        let units =
            original.saturating_sub(run.original).checked_div(run.unit_original).unwrap_or(0);
        let plain = run.plain.saturating_add(units.saturating_mul(run.unit_plain));
        // Behind the run stands what was left out.
        let next =
            self.runs.get(index.saturating_add(1)).map_or(self.text.len(), |next| next.plain);
        plain.min(next)
    }

    /// Where a range of the plain form stands in the text.
    pub(crate) fn original(&self, range: &Range<usize>) -> Range<usize> {
        if self.runs.is_empty() {
            return range.clone();
        }
        let start = self.position(range.start, Edge::Start);
        let end = match range.end.checked_sub(1) {
            Some(last) if last >= range.start => self.position(last, Edge::End),
            _ => start,
        };
        start..end
    }

    fn note(&mut self, plain: usize, original: usize, (unit_plain, unit_original): (usize, usize)) {
        let fits = self.runs.last().is_some_and(|run| {
            run.unit_plain == unit_plain
                && run.unit_original == unit_original
                && run.at(plain) == original
        });
        if !fits {
            self.runs.push(Run { plain, original, unit_plain, unit_original });
        }
    }

    fn position(&self, plain: usize, edge: Edge) -> usize {
        let index = self.runs.partition_point(|run| run.plain <= plain).saturating_sub(1);
        let Some(run) = self.runs.get(index) else { return plain };
        let start = run.at(plain);
        match edge {
            Edge::Start => start,
            Edge::End => start.saturating_add(run.unit_original),
        }
    }
}

/// How long a letter is that is written by its number: `_x000D_`.
const ESCAPE: usize = 7;

/// Where letters stand that are written by their numbers, as Office does with those that XML does
/// not let in (ECMA-376 part 1, 22.9.2.19 `ST_Xstring`) and SharePoint with spaces in names. Ends of
/// lines and the like become one end of a line.
fn escapes(text: &str) -> Vec<(usize, char)> {
    let letter = |start: usize| {
        let escape = text.get(start..start.checked_add(ESCAPE)?)?;
        let digits = escape.strip_prefix("_x")?.strip_suffix('_')?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        let letter = char::from_u32(number).filter(|_| !digits.starts_with('+'))?;
        Some((start, if letter.is_control() { '\n' } else { letter }))
    };
    text.match_indices('_').filter_map(|(start, _)| letter(start)).collect()
}

/// How many boxes a form has for what fills them: a date, a BSN, a number to call, an account.
const BOXES: [usize; 4] = [8, 9, 10, 18];

/// Where the marks stand that part the boxes of a form, each with one letter or digit in it:
/// `1 7 0 3 1 9 5 9`, `│9│9│9│9│9│7│9│8│1│`. They take all that a line has behind a label.
fn boxes(text: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    let bytes = text.as_bytes();
    let single = |at: usize| {
        bytes.get(at).is_some_and(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
    };
    let mut at = 0_usize;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.windows(2).position(opens)) {
        at = at.saturating_add(found);
        let apart = at.checked_sub(1).and_then(|before| bytes.get(before)).is_none_or(|byte| {
            matches!(byte, b' ' | b'\n' | b'\t' | b'|' | b'[') || !byte.is_ascii()
        });
        let first = at.saturating_add(1);
        if !single(at) || !apart || bar(text, first).is_none() {
            at = first;
            continue;
        }
        let start = marks.len();
        let mut count = 1_usize;
        let mut end = first;
        while let Some(next) = bar(text, end).map(|length| end.saturating_add(length)) {
            if !single(next) {
                break;
            }
            marks.extend((end..next).filter(|at| text.is_char_boundary(*at)));
            end = next.saturating_add(1);
            count = count.saturating_add(1);
        }
        let rest = text.get(end..).unwrap_or_default();
        let rest = rest.strip_prefix(['│', '|', ']']).unwrap_or(rest);
        let closed =
            rest.is_empty() || rest.starts_with(['\n', '\r', '\t']) || rest.starts_with("  ");
        if !closed || !BOXES.contains(&count) && !is_postcode(bytes, at, end) {
            marks.truncate(start);
        }
        at = end;
    }
    marks
}

/// Whether the boxes from a byte up to another hold four digits and two letters.
fn is_postcode(bytes: &[u8], from: usize, upto: usize) -> bool {
    let held = bytes.get(from..upto).unwrap_or_default().iter();
    let mut held = held.filter(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    held.by_ref().take(4).all(u8::is_ascii_digit)
        && held.by_ref().take(2).filter(|byte| byte.is_ascii_uppercase()).count() == 2
        && held.next().is_none()
}

/// Whether two bytes are what one box holds and the start of the mark behind it.
fn opens(two: &[u8]) -> bool {
    matches!(two, [b'0'..=b'9' | b'A'..=b'Z', b' ' | b'|' | b']' | 0xe2])
}

/// How long the mark between two boxes is that stands at a byte.
fn bar(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes().get(at)? {
        b' ' | b'|' => Some(1),
        b']' if text.get(at..)?.starts_with("][") => Some(2),
        0xe2 if text.get(at..)?.starts_with('│') => Some('│'.len_utf8()),
        _ => None,
    }
}

/// Which side of a character is meant.
#[derive(Clone, Copy)]
enum Edge {
    Start,
    End,
}

impl Run {
    /// Where the character starts that this byte of the plain form belongs to.
    fn at(&self, plain: usize) -> usize {
        let units = plain.saturating_sub(self.plain).checked_div(self.unit_plain).unwrap_or(0);
        self.original.saturating_add(units.saturating_mul(self.unit_original))
    }
}

fn fate(c: char) -> Fate {
    if c.is_ascii() {
        return Fate::Stays;
    }
    let digit = |zero: u32| {
        let value = u32::from(c).saturating_sub(zero).checked_rem(10).unwrap_or(0);
        Fate::Becomes(char::from_digit(value, 10).unwrap_or(c))
    };
    match c {
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' => Fate::Goes,
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' => Fate::Goes,
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e01ef}' => Fate::Goes,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => Fate::Becomes(' '),
        '\u{205f}' | '\u{3000}' => Fate::Becomes(' '),
        '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Becomes('\n'),
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' => Fate::Becomes('-'),
        '\u{fe58}' | '\u{fe63}' => Fate::Becomes('-'),
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' => Fate::Becomes('\''),
        '\u{2024}' | '\u{fe52}' => Fate::Becomes('.'),
        '\u{2044}' | '\u{2215}' => Fate::Becomes('/'),
        '\u{fe6b}' => Fate::Becomes('@'),
        '\u{ff01}'..='\u{ff5e}' => {
            let ascii = u32::from(c).saturating_sub(0xfee0);
            Fate::Becomes(char::from_u32(ascii).unwrap_or(c))
        }
        '\u{660}'..='\u{669}' => digit(0x660),
        '\u{6f0}'..='\u{6f9}' => digit(0x6f0),
        '\u{966}'..='\u{96f}' => digit(0x966),
        '\u{1d7ce}'..='\u{1d7ff}' => digit(0x1d7ce),
        '\u{fb00}' => Fate::Splits("ff"),
        '\u{fb01}' => Fate::Splits("fi"),
        '\u{fb02}' => Fate::Splits("fl"),
        '\u{fb03}' => Fate::Splits("ffi"),
        '\u{fb04}' => Fate::Splits("ffl"),
        '\u{fb05}' | '\u{fb06}' => Fate::Splits("st"),
        _ => Fate::Stays,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back<'t>(text: &'t str, find: &str) -> &'t str {
        let normal = Normal::of(text);
        let start = normal.text.find(find).unwrap();
        &text[normal.original(&(start..start + find.len()))]
    }

    #[test]
    fn plain_text_is_left_where_it_is() {
        assert!(matches!(Normal::of("één – nee: één").text, Cow::Owned(_)));
        assert!(matches!(Normal::of("café, 12").text, Cow::Borrowed(_)));
        assert_eq!(back("café 12", "12"), "12");
    }

    #[test]
    fn what_nobody_sees_goes_and_the_way_back_covers_it() {
        assert_eq!(back("bsn 111\u{ad}222\u{200b}333.", "111222333"), "111\u{ad}222\u{200b}333");
        assert_eq!(back("\u{feff}\u{200f}123\u{200f}", "123"), "123");
    }

    #[test]
    fn digits_hyphens_and_spaces_become_plain() {
        assert_eq!(back("tel ０６‑１２３\u{a0}４", "06-123 4"), "０６‑１２３\u{a0}４");
        assert_eq!(back("é ١٢٣ é", "123"), "١٢٣");
        assert_eq!(Normal::of("𝟏𝟐𝟛").text, "123");
    }

    #[test]
    fn a_ligature_is_found_whole() {
        assert_eq!(back("mail oﬃce@x.nl", "office"), "oﬃce");
        assert_eq!(back("mail oﬃce@x.nl", "fice"), "ﬃce");
    }

    #[test]
    fn a_byte_of_the_text_has_its_place_in_the_plain_form() {
        for text in ["abc", "één – nee", "a\u{ad}b１２\u{200b}３ ﬃx", "\u{feff}x"] {
            let normal = Normal::of(text);
            for (at, c) in text.char_indices() {
                let plain = normal.plain(at);
                assert!(plain <= normal.text.len());
                if c.is_ascii() {
                    assert_eq!(normal.text[plain..].chars().next(), Some(c), "{text} at {at}");
                }
            }
        }
    }

    #[test]
    fn the_boxes_of_a_form_are_read_as_one() {
        for (text, plain) in [
            ("Geb.  1 7 0 3 1 9 5 9\n", "Geb.  17031959\n"),
            ("BSN: │9│9│9│9│9│7│9│8│1│\nx", "BSN: │999997981│\nx"),
            ("nr |9|9|9|9|9|7|9|8|1|  ja", "nr |999997981|  ja"),
            ("BSN: [1][1][1][2][2][2][3][3][3]", "BSN: [111222333]"),
            ("1 2 3 4 5 6 7 8 stuks", "1 2 3 4 5 6 7 8 stuks"),
            ("1 2 3 4 5 6 7", "1 2 3 4 5 6 7"),
            ("1 2 3 4 5 6", "1 2 3 4 5 6"),
            ("postcode  9 7 1 2 L K", "postcode  9712LK"),
        ] {
            assert_eq!(Normal::of(text).text, plain);
        }
        assert_eq!(back("BSN: │9│9│9│9│9│7│9│8│1│\nx", "999997981"), "9│9│9│9│9│7│9│8│1");
    }

    #[test]
    fn a_letter_that_is_written_by_its_number_is_read() {
        assert_eq!(Normal::of("Bel_x000D_\n06_x002d_12").text, "Bel\n\n06-12");
        assert_eq!(back("Jan_x0020_Bakker", "Jan Bakker"), "Jan_x0020_Bakker");
        assert_eq!(back("a_x000a_06-12_x000a_b", "06-12"), "06-12");
        for plain in ["_x00_", "_xZZZZ_", "_x+00D_", "_x000D", "max_x86_64", "_xD800_"] {
            assert_eq!(Normal::of(plain).text, plain);
        }
        assert_eq!(Normal::of("_x0041_x0042_").text, "Ax0042_");
    }

    #[test]
    fn characters_treated_alike_are_one_run() {
        let normal = Normal::of("１２３４５６７８９");
        assert_eq!(normal.runs.len(), 2);
    }
}
