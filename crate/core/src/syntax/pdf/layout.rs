//! From glyphs to lines of text in the order in which they are read.

use std::ops::Range;

use super::cover::Sight;
use super::text::{Glyph, PageText};

/// A gap of this part of the size of the letters separates words.
const WORD: f64 = 0.17;

/// A gap of this many sizes separates columns.
const COLUMN: f64 = 2.5;

/// A glyph that stands no further from its twin than this part of its width, and of its size.
const TWIN: (f64, f64) = (0.3, 0.1);

/// Glyphs on one base line, next to each other.
#[derive(Clone, Debug)]
struct Line {
    text: String,
    /// Where it starts and ends along its direction.
    from: f64,
    to: f64,
    /// Where its base line is, across its direction.
    base: f64,
    along: (f64, f64),
    size: f64,
    spread: Spread,
    /// Which of the glyphs at hand it is made of.
    glyphs: Vec<Range<usize>>,
}

/// The gaps between the glyphs of a line, as parts of their size.
#[derive(Clone, Debug, Default)]
struct Spread {
    all: Vec<f64>,
    /// Those for which a space was set, with where it stands in the text.
    spaces: Vec<(usize, f64)>,
    /// Where the last glyph starts and how wide it is.
    last: Option<(f64, f64)>,
}

/// Letters of no size stand no further apart, in points.
const SPECK: f64 = 0.1;

/// In a line of fewer gaps it is not known which of them separate words.
const GAPS: usize = 7;

/// Letters are not set further apart than this part of their size.
const APART: f64 = 0.6;

/// The gaps between letters that are set apart differ by no more than this part of their size.
const EVEN: f64 = 0.03;

impl Spread {
    /// The gap between the letters of this line, where they are set apart.
    fn usual(&self) -> Option<f64> {
        if self.all.len() < GAPS || self.spaces.len().saturating_mul(2) < self.all.len() {
            return None;
        }
        let mut gaps = self.all.clone();
        crate::order::by(&mut gaps, |gap| (crate::order::float(*gap), 0));
        let usual = *gaps.get(gaps.len().div_euclid(2))?;
        let even = gaps.iter().filter(|gap| (**gap - usual).abs() < EVEN).count();
        let most = even.saturating_mul(3) >= gaps.len().saturating_mul(2);
        (most && usual < APART).then_some(usual)
    }
}

/// The paragraphs of a page: lines that belong together are joined by a line break, words that
/// were broken off at the end of a line are whole. Only what is seen so.
pub fn paragraphs(page: &PageText, sight: Sight) -> Vec<String> {
    text(page.glyphs.iter().filter(|glyph| glyph.sight == sight))
}

/// The paragraphs that these glyphs make.
pub fn text<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> Vec<String> {
    pieces(glyphs).into_iter().map(|(text, _)| text).collect()
}

/// The paragraphs that these glyphs make, each with which of them it is made of.
pub fn pieces<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> Vec<(String, Vec<Range<usize>>)> {
    let mut paragraphs: Vec<(String, Line)> = Vec::new();
    for line in lines(glyphs) {
        let follows = paragraphs.last().is_some_and(|(_, last)| {
            let step = last.base - line.base;
            let near = step > 0.0 && step < 1.8 * last.size.max(line.size);
            let over = line.from < last.to && line.to > last.from;
            parallel(last.along, line.along) && near && over
        });
        match paragraphs.last_mut() {
            Some((text, last)) if follows => {
                join(text, &line.text);
                let (from, to) = (last.from.min(line.from), last.to.max(line.to));
                let mut glyphs = std::mem::take(&mut last.glyphs);
                glyphs.extend_from_slice(&line.glyphs);
                *last = Line { from, to, glyphs, text: String::new(), ..line };
            }
            _ => paragraphs.push((line.text.clone(), line)),
        }
    }
    let pieces = paragraphs.into_iter().map(|(text, line)| (text, line.glyphs));
    pieces.filter(|(text, _)| !text.trim().is_empty()).collect()
}

/// Joins a line to the text before it. A hyphen between small letters was set by the program
/// that broke the line.
fn join(text: &mut String, line: &str) {
    let mut end = text.chars().rev();
    let broken = end.next().is_some_and(|last| matches!(last, '-' | '\u{2010}' | '\u{ad}'))
        && end.next().is_some_and(char::is_lowercase)
        && line.chars().next().is_some_and(char::is_lowercase);
    if broken {
        text.pop();
    } else {
        text.push('\n');
    }
    text.push_str(line);
}

/// Glyphs come in the order in which they are drawn. A glyph goes on with the line that was
/// written last where it stands on its base line and not before its end; else it starts a line.
fn lines<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (index, glyph) in glyphs.enumerate() {
        let end = index.saturating_add(1);
        let along = glyph.along;
        let from = glyph.x * along.0 + glyph.y * along.1;
        let base = glyph.y * along.0 - glyph.x * along.1;
        let to = from + glyph.width;
        // A reader sees one letter where two copies stand on each other (a shadow, bold by hand).
        let text = glyph.text.as_deref().unwrap_or("\u{fffd}");
        if let Some(line) = lines.last_mut()
            && parallel(line.along, along)
        {
            let size = line.size.max(glyph.size).max(SPECK);
            let gap = from - line.to;
            let level = (base - line.base).abs() < 0.35 * size;
            let twin = line.spread.last.is_some_and(|(start, width)| {
                let off = (from - start).abs();
                off < TWIN.0 * width
                    && off < TWIN.1 * size
                    && (base - line.base).abs() < TWIN.1 * size
                    && line.text.ends_with(text)
            });
            if twin {
                line.glyphs.iter_mut().for_each(|glyphs| glyphs.end = end);
                line.to = line.to.max(to);
                continue;
            }
            if level && gap > -0.6 * size && gap < COLUMN * size {
                let least = glyph.size.min(line.size);
                let part = gap / least.max(f64::MIN_POSITIVE);
                if gap > WORD * least
                    && !line.text.ends_with(char::is_whitespace)
                    && !text.starts_with(char::is_whitespace)
                {
                    line.spread.spaces.push((line.text.len(), part));
                    line.text.push(' ');
                }
                line.glyphs.iter_mut().for_each(|glyphs| glyphs.end = end);
                line.spread.all.push(part);
                line.spread.last = Some((from, glyph.width));
                line.text.push_str(text);
                line.to = line.to.max(to);
                line.size = size;
                continue;
            }
        }
        let spread = Spread { last: Some((from, glyph.width)), ..Spread::default() };
        let (text, size) = (text.to_owned(), glyph.size);
        let run = index..end;
        let glyphs = vec![run];
        lines.push(Line { text, from, to, base, along, size, spread, glyphs });
    }
    lines.iter_mut().for_each(close_up);
    sorted(lines)
}

/// Where all letters of a line are set apart, a word ends at a wider gap than that between them.
fn close_up(line: &mut Line) {
    let spread = std::mem::take(&mut line.spread);
    let Some(usual) = spread.usual() else { return };
    let mut text = String::with_capacity(line.text.len());
    let mut done = 0;
    for (at, gap) in spread.spaces {
        if gap <= usual + WORD {
            text.push_str(line.text.get(done..at).unwrap_or_default());
            done = at.saturating_add(1);
        }
    }
    text.push_str(line.text.get(done..).unwrap_or_default());
    line.text = text;
}

/// Pieces of one line that were drawn apart (cells, justified words) are put together; where a
/// page was drawn in no order at all, this restores it.
fn sorted(pieces: Vec<Line>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        if piece.text.trim().is_empty() {
            continue;
        }
        let Some(last) = lines.last_mut() else {
            lines.push(piece);
            continue;
        };
        let size = last.size.max(piece.size);
        let level =
            parallel(last.along, piece.along) && (piece.base - last.base).abs() < 0.35 * size;
        if level && piece.from >= last.to - 0.6 * size {
            let columns = piece.from - last.to > COLUMN * size;
            last.text.push(if columns { '\t' } else { ' ' });
            last.text.push_str(&piece.text);
            last.glyphs.extend_from_slice(&piece.glyphs);
            last.to = last.to.max(piece.to);
        } else if level && piece.to <= last.from + 0.6 * size {
            last.text = format!("{}\t{}", piece.text, last.text);
            last.glyphs.extend_from_slice(&piece.glyphs);
            last.from = last.from.min(piece.from);
        } else {
            lines.push(piece);
        }
    }
    for line in &mut lines {
        line.text.truncate(line.text.trim_end().len());
    }
    lines
}

fn parallel(one: (f64, f64), other: (f64, f64)) -> bool {
    (one.0 - other.0).abs() < 0.02 && (one.1 - other.1).abs() < 0.02
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(words: &[(&str, f64, f64)]) -> PageText {
        let mut page = PageText::default();
        for (word, x, y) in words {
            for (index, letter) in word.chars().enumerate() {
                let (x, y) = (x + 5.0 * index as f64, *y);
                let text = Some(letter.to_string());
                page.glyphs.push(Glyph {
                    text,
                    x,
                    y,
                    width: 5.0,
                    along: (1.0, 0.0),
                    size: 10.0,
                    sight: Sight::Seen,
                });
            }
        }
        page
    }

    #[test]
    fn a_gap_is_a_space_and_a_jump_is_a_line() {
        let page = page(&[
            ("Jan", 0.0, 100.0),
            ("de", 18.0, 100.0),
            ("Vries", 0.0, 88.0),
            ("apart", 0.0, 20.0),
        ]);
        assert_eq!(paragraphs(&page, Sight::Seen), ["Jan de\nVries", "apart"]);
    }

    #[test]
    fn a_word_broken_at_the_end_of_a_line_is_whole() {
        let page = page(&[("besluit-", 0.0, 100.0), ("vorming", 0.0, 88.0)]);
        assert_eq!(paragraphs(&page, Sight::Seen), ["besluitvorming"]);
        let number = self::page(&[("030-", 0.0, 100.0), ("1234", 0.0, 88.0)]);
        assert_eq!(paragraphs(&number, Sight::Seen), ["030-\n1234"]);
    }

    #[test]
    fn letters_that_are_set_apart_are_words() {
        let words = |gap: f64| {
            let text: Vec<char> = "BSN 999990019".chars().collect();
            let place = |(index, letter): (usize, &char)| {
                let text = Some(letter.to_string()).filter(|text| text != " ");
                let x = index as f64 * (5.0 + gap);
                let (along, sight) = ((1.0, 0.0), Sight::Seen);
                text.map(|_| Glyph {
                    text: Some(letter.to_string()),
                    x,
                    y: 100.0,
                    width: 5.0,
                    along,
                    size: 10.0,
                    sight,
                })
            };
            let glyphs = text.iter().enumerate().filter_map(place).collect();
            paragraphs(&PageText { glyphs, ..PageText::default() }, Sight::Seen)
        };
        assert_eq!(words(0.0), ["BSN 999990019"]);
        assert_eq!(words(3.0), ["BSN 999990019"]);
    }

    #[test]
    fn letters_that_are_drawn_twice_are_read_once() {
        let mut page = page(&[("all", 0.0, 100.0)]);
        let twice = |glyph: &Glyph| [glyph.clone(), Glyph { x: glyph.x + 0.3, ..glyph.clone() }];
        page.glyphs = page.glyphs.iter().flat_map(twice).collect();
        assert_eq!(paragraphs(&page, Sight::Seen), ["all"]);
    }

    #[test]
    fn cells_of_a_row_stay_on_their_row() {
        let page = page(&[("naam", 0.0, 100.0), ("Jansen", 200.0, 100.0)]);
        assert_eq!(paragraphs(&page, Sight::Seen), ["naam\tJansen"]);
    }
}
