//! Text that was typed over: a row of one letter on what another row says.

use std::ops::Range;

use super::cover::Sight;
use super::text::Glyph;

/// A row has at least so many letters.
const ROW: usize = 4;

/// So many letters under it are no accident.
const UNDER: usize = 3;

/// Letters that are further off its base line than this part of their size are on another line.
const OFF: f64 = 0.35;

/// More rows of a page are not looked at: such a page is a drawing made of letters.
const ROWS: usize = 1000;

/// Letters that, one after the other, are typed over others. Lines to fill in and rows of points
/// are not.
fn hides(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '#' | '@' | '*' | '%' | '&' | '$')
}

/// Notes the glyphs that were typed over as covered; tells the first glyph of each row that does
/// so, with those under it.
pub fn note(glyphs: &mut [Glyph]) -> Vec<(usize, Vec<usize>)> {
    let rows = rows(glyphs);
    let mut noted = Vec::new();
    for row in rows.iter().take(ROWS) {
        let under = under(glyphs, row);
        let own = |index: &usize| rows.iter().any(|row| row.contains(index));
        let under: Vec<usize> = under.into_iter().filter(|index| !own(index)).collect();
        if under.len() < UNDER {
            continue;
        }
        for index in &under {
            if let Some(glyph) = glyphs.get_mut(*index) {
                glyph.sight = Sight::Covered;
            }
        }
        noted.push((row.start, under));
    }
    noted
}

/// The rows of one letter, in order.
fn rows(glyphs: &[Glyph]) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0_usize;
    while let Some(first) = glyphs.get(start) {
        let same = |glyph: &&Glyph| glyph.text == first.text && glyph.sight == Sight::Seen;
        let length = glyphs.get(start..).unwrap_or_default().iter().take_while(same).count();
        let end = start.saturating_add(length.max(1));
        let one = first.text.as_deref().and_then(|text| text.chars().next());
        if length >= ROW && one.is_some_and(hides) {
            rows.push(start..end);
        }
        start = end;
    }
    rows
}

/// The letters before a row that stand where it does.
fn under(glyphs: &[Glyph], row: &Range<usize>) -> Vec<usize> {
    let [first, .., last] = glyphs.get(row.clone()).unwrap_or_default() else { return Vec::new() };
    let place = |glyph: &Glyph| {
        let (x, y) = (glyph.x - first.x, glyph.y - first.y);
        let (right, up) = first.along;
        (x * right + y * up, y * right - x * up)
    };
    let to = place(last).0 + last.width;
    let before = glyphs.get(..row.start).unwrap_or_default().iter().enumerate();
    let on = |glyph: &Glyph| {
        let says = |text: &str| text.chars().any(char::is_alphanumeric);
        let other = glyph.text.as_deref().is_some_and(says) && glyph.text != first.text;
        let (along, off) = place(glyph);
        let middle = along + glyph.width / 2.0;
        other
            && glyph.sight == Sight::Seen
            && off.abs() < OFF * first.size
            && glyph.size < first.size * 2.0
            && glyph.size * 2.0 > first.size
            && middle > 0.0
            && middle < to
    };
    before.filter(|(_, glyph)| on(glyph)).map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str, x: f64, y: f64) -> Vec<Glyph> {
        let glyph = |(at, letter): (usize, char)| Glyph {
            text: Some(letter.to_string()),
            x: x + at as f64 * 6.0,
            y,
            width: 6.0,
            along: (1.0, 0.0),
            size: 10.0,
            sight: Sight::Seen,
        };
        text.chars().enumerate().map(glyph).collect()
    }

    fn covered(rows: &[Vec<Glyph>]) -> usize {
        let mut glyphs = rows.concat();
        note(&mut glyphs);
        glyphs.iter().filter(|glyph| glyph.sight == Sight::Covered).count()
    }

    #[test]
    fn a_row_of_one_letter_covers_the_row_that_it_was_typed_on() {
        let name = typed("Jansen", 50.0, 50.0);
        assert_eq!(covered(&[name.clone(), typed("XXXXXX", 49.0, 51.0)]), 6);
        assert_eq!(covered(&[name.clone(), typed("XXXXXX", 49.0, 62.0)]), 0);
        assert_eq!(covered(&[name.clone(), typed("______", 49.0, 50.0)]), 0);
        assert_eq!(covered(&[name, typed("XXXXXX", 90.0, 50.0)]), 0);
        assert_eq!(covered(&[typed("0000", 49.0, 50.0), typed("0000", 49.0, 50.0)]), 0);
    }
}
