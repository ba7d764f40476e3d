//! What lies behind the text of a slide: its paper, and the shapes and pictures under it.

use crate::format::rows::Input;
use crate::syntax::xml::Filter;

/// From where to where: left, top, right, bottom.
type Area = (i64, i64, i64, i64);

/// What is known of a slide, a layout or a master as it passes by, from the back to the front.
#[derive(Clone, Default)]
pub(super) struct Backdrop {
    /// The colour of the paper, where anything says what it is; nothing where it has many.
    paper: Option<String>,
    /// The names of the colours of paper and text stand for others than usual.
    dark: bool,
    /// Where something is drawn that has a colour, or may have one.
    drawn: Vec<Area>,
    /// Something with a colour stands nobody knows where.
    anywhere: bool,
    /// A placeholder has a colour, which others can take over.
    placeholder: bool,
    in_paper: bool,
    groups: usize,
    shape: Option<Shape>,
}

/// A shape, a picture or a group that is open.
#[derive(Clone, Default)]
struct Shape {
    offset: Option<(i64, i64)>,
    area: Option<Area>,
    filled: bool,
    placeholder: bool,
    /// How thick its line is.
    line: i64,
}

/// Paper of which nothing is said.
const WHITE: &str = "a:srgbClrFFFFFF";
/// Six points: text of a footnote fits on such a line.
const THICK: i64 = 76_200;
/// How many areas are remembered of one slide.
const MOST: usize = 2000;

impl Backdrop {
    /// A slide over its layout, over its master.
    pub(super) fn over(mut self, below: &Self) -> Self {
        self.paper = self.paper.or_else(|| below.paper.clone());
        self.dark |= below.dark;
        self.anywhere |= below.anywhere;
        self.placeholder |= below.placeholder;
        self.drawn.extend_from_slice(&below.drawn);
        self
    }

    /// An element begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        match filter.name() {
            "p:bg" => (self.in_paper, self.paper) = (true, Some(WHITE.to_owned())),
            _ if self.in_paper => self.paper(filter),
            "p:clrMap" => self.dark |= filter.attribute("bg1") != Some("lt1"),
            "a:overrideClrMapping" => self.anywhere = true,
            "p:grpSp" => {
                if self.groups == 0 {
                    self.shape = Some(Shape { filled: true, ..Shape::default() });
                }
                self.groups = self.groups.saturating_add(1);
            }
            "p:sp" | "p:cxnSp" if self.groups == 0 => self.shape = Some(Shape::default()),
            "p:pic" | "p:graphicFrame" if self.groups == 0 => {
                self.shape = Some(Shape { filled: true, ..Shape::default() });
            }
            _ => self.of_shape(filter),
        }
    }

    /// What the paper is made of, where that is one colour.
    fn paper(&mut self, filter: &Filter<Input<'_>>) {
        let value = || filter.attribute("val").unwrap_or_default();
        let plain = || matches!(filter.attribute("idx"), Some("0" | "1000" | "1001"));
        self.paper = match filter.name() {
            "p:bgPr" | "a:solidFill" | "a:effectLst" => return,
            "p:bgRef" if plain() => return,
            name @ ("a:schemeClr" | "a:srgbClr" | "a:sysClr")
                if self.paper.as_deref() == Some(WHITE) =>
            {
                Some([name, value()].concat())
            }
            _ => Some(String::new()),
        };
    }

    fn of_shape(&mut self, filter: &Filter<Input<'_>>) {
        let Some(shape) = &mut self.shape else { return };
        let around = || filter.path().rev().nth(1).unwrap_or_default();
        let number = |name| filter.attribute(name).and_then(|value| value.parse::<i64>().ok());
        match filter.name() {
            "p:ph" if self.groups == 0 => shape.placeholder = true,
            "a:off" if shape.area.is_none() => shape.offset = number("x").zip(number("y")),
            "a:ext" if shape.area.is_none() => {
                let size = number("cx").zip(number("cy"));
                shape.area = shape
                    .offset
                    .zip(size)
                    .map(|((x, y), (cx, cy))| (x, y, x.saturating_add(cx), y.saturating_add(cy)));
            }
            "a:solidFill" | "a:gradFill" | "a:blipFill" | "a:pattFill" | "a:grpFill" => {
                shape.filled |= around() == "p:spPr";
            }
            // A thick line is a bar, on both sides of where it stands.
            "a:ln" if around() == "p:spPr" => {
                let width = number("w").filter(|width| *width >= THICK).unwrap_or(0);
                shape.filled |= width > 0;
                shape.line = width;
            }
            "a:fillRef" => shape.filled |= filter.attribute("idx") != Some("0"),
            _ => {}
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str) {
        match element {
            "p:bg" => self.in_paper = false,
            "p:grpSp" => {
                self.groups = self.groups.saturating_sub(1);
                if self.groups == 0 {
                    self.lay();
                }
            }
            "p:sp" | "p:cxnSp" | "p:pic" | "p:graphicFrame" if self.groups == 0 => self.lay(),
            _ => {}
        }
    }

    /// What is behind it ends: from now on it lies behind the rest.
    fn lay(&mut self) {
        let Some(shape) = self.shape.take().filter(|shape| shape.filled) else { return };
        self.placeholder |= shape.placeholder;
        match shape.area {
            Some((left, top, right, bottom)) if self.drawn.len() < MOST => {
                let (less, more) = (i64::saturating_sub, i64::saturating_add);
                let line = shape.line;
                let area =
                    (less(left, line), less(top, line), more(right, line), more(bottom, line));
                self.drawn.push(area);
            }
            // What has no place takes it from the layout, or is not drawn.
            None if !shape.placeholder => {}
            _ => self.anywhere = true,
        }
    }

    /// Whether the text of the shape that is open has the colour of the paper behind it, with
    /// nothing between.
    pub(super) fn is_paper(&self, below: &Self, colour: &str) -> bool {
        let Some(shape) = self.shape.as_ref().filter(|_| self.groups == 0) else { return false };
        let paper = self.paper.as_deref().or(below.paper.as_deref()).unwrap_or(WHITE);
        let same = match self.dark || below.dark {
            // What is white by its name is not white.
            true => paper == colour && paper != WHITE,
            false => of_slide(paper) == of_slide(colour),
        };
        let taken_over = shape.placeholder && below.placeholder;
        if !same || shape.filled || taken_over || self.anywhere || below.anywhere {
            return false;
        }
        let mut drawn = self.drawn.iter().chain(&below.drawn);
        match shape.area {
            Some(area) => drawn.all(|other| !meet(area, *other)),
            None => drawn.next().is_none(),
        }
    }
}

/// A colour of a slide, by one name for black and one for white.
pub(super) fn of_slide(colour: &str) -> String {
    match colour {
        "a:schemeClrtx1" | "a:schemeClrdk1" | "a:sysClrwindowText" => "a:srgbClr000000".to_owned(),
        "a:schemeClrbg1" | "a:schemeClrlt1" | "a:sysClrwindow" => WHITE.to_owned(),
        colour => colour.to_ascii_uppercase().replace("A:SRGBCLR", "a:srgbClr"),
    }
}

fn meet(one: Area, other: Area) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_text_is_unseen_only_where_nothing_with_a_colour_lies_behind_it() {
        let shape = |area| Some(Shape { area: Some(area), ..Shape::default() });
        let mut slide = Backdrop { shape: shape((0, 0, 10, 10)), ..Backdrop::default() };
        let paper = Backdrop::default();
        let white = "a:schemeClrbg1";
        assert!(slide.is_paper(&paper, white));
        slide.drawn.push((20, 20, 30, 30));
        assert!(slide.is_paper(&paper, white));
        slide.drawn.push((5, 5, 30, 30));
        assert!(!slide.is_paper(&paper, white));
        slide.drawn.clear();
        let many = Backdrop { paper: Some(String::new()), ..Backdrop::default() };
        assert!(!slide.is_paper(&many, white));
        assert!(!slide.is_paper(&Backdrop { dark: true, ..Backdrop::default() }, white));
        let red = Backdrop { paper: Some("a:srgbClrc00000".to_owned()), ..Backdrop::default() };
        assert!(slide.is_paper(&red, "a:srgbClrC00000") && !slide.is_paper(&red, white));
    }
}
