//! What lies behind the text of a slide: its paper, and the shapes and pictures under it.

use super::covered::{Area, Group, holds, meets, outside};
use super::unseen::{mix, painted};
use crate::format::colours::{BLACK, WHITE as PAPER, digits, lit, same};
use crate::format::rows::Input;
use crate::syntax::xml::Filter;
use crate::visit::Remedy::{self, Ask, Keep};

/// What is known of a slide, a layout or a master as it passes by, from the back to the front.
#[derive(Clone, Default)]
pub(super) struct Backdrop {
    /// The colour of the paper, where anything says what it is; nothing where it has many.
    paper: Option<String>,
    /// The names of the colours of paper and text stand for others than usual.
    dark: bool,
    /// Where something is drawn that has a colour, or may have one, and that colour where it is one.
    drawn: Vec<(Area, String)>,
    /// Something with a colour stands nobody knows where.
    anywhere: bool,
    /// A placeholder has a colour, which others can take over.
    placeholder: bool,
    in_paper: bool,
    groups: Vec<Group>,
    shape: Option<Shape>,
}

/// A shape, a picture or a group that is open.
#[derive(Clone, Default)]
struct Shape {
    offset: Option<(i64, i64)>,
    area: Option<Area>,
    filled: bool,
    placeholder: bool,
    /// The one colour that fills it, and whether it has corners of its own.
    colour: String,
    odd: bool,
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
            "p:grpSp" => self.groups.push(Group::default()),
            "p:sp" | "p:cxnSp" => self.shape = Some(Shape::default()),
            "p:pic" | "p:graphicFrame" => {
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
            name @ ("a:schemeClr" | "a:srgbClr" | "a:sysClr" | "a:prstClr")
                if self.paper.as_deref() == Some(WHITE) =>
            {
                Some([name, value()].concat())
            }
            name @ ("a:lumMod" | "a:lumOff") => {
                let paper = self.paper.as_ref().filter(|paper| !paper.is_empty());
                Some(paper.map_or_else(String::new, |paper| [paper, name, value()].concat()))
            }
            _ => Some(String::new()),
        };
    }

    fn of_shape(&mut self, filter: &Filter<Input<'_>>) {
        let Some(shape) = &mut self.shape else {
            self.groups.last_mut().into_iter().for_each(|group| group.starts(filter));
            return;
        };
        let around = || filter.path().rev().nth(1).unwrap_or_default();
        let number = |name| filter.attribute(name).and_then(|value| value.parse::<i64>().ok());
        match filter.name() {
            "p:ph" => shape.placeholder = true,
            "a:off" if shape.area.is_none() => shape.offset = number("x").zip(number("y")),
            "a:ext" if shape.area.is_none() => {
                let size = number("cx").zip(number("cy"));
                shape.area = shape
                    .offset
                    .zip(size)
                    .map(|((x, y), (cx, cy))| (x, y, x.saturating_add(cx), y.saturating_add(cy)));
            }
            "a:solidFill" | "a:gradFill" | "a:blipFill" | "a:pattFill" | "a:grpFill"
                if around() == "p:spPr" =>
            {
                shape.filled = true;
                shape.odd |= filter.name() != "a:solidFill";
            }
            // A thick line is a bar, on both sides of where it stands.
            "a:ln" if around() == "p:spPr" => {
                let width = number("w").filter(|width| *width >= THICK).unwrap_or(0);
                shape.filled |= width > 0;
                shape.line = width;
            }
            "a:fillRef" => shape.filled |= filter.attribute("idx") != Some("0"),
            "a:xfrm" => shape.odd |= !matches!(filter.attribute("rot"), None | Some("0")),
            "a:custGeom" => shape.odd = true,
            "a:prstGeom" => shape.odd |= filter.attribute("prst") != Some("rect"),
            _ => {}
        }
        if painted(filter) == Some("p:spPr") {
            mix(&mut shape.colour, filter);
        }
    }

    /// An element ends.
    pub(super) fn ends(&mut self, element: &str) {
        match element {
            "p:bg" => self.in_paper = false,
            "p:grpSp" => _ = self.groups.pop(),
            "p:sp" | "p:cxnSp" | "p:pic" | "p:graphicFrame" => self.lay(),
            _ => {}
        }
    }

    /// What is behind it ends: from now on it lies behind the rest.
    fn lay(&mut self) {
        let Some(mut shape) = self.shape.take().filter(|shape| shape.filled) else { return };
        if let Some(area) = shape.area {
            // What is turned round with its group may stand in all of it.
            let known = outside(&self.groups, area);
            shape.odd |= known.is_none();
            shape.area = known.or_else(|| self.groups.first().and_then(Group::area));
        }
        self.placeholder |= shape.placeholder;
        match shape.area {
            Some((left, top, right, bottom)) if self.drawn.len() < MOST => {
                let (less, more) = (i64::saturating_sub, i64::saturating_add);
                let line = shape.line;
                let area =
                    (less(left, line), less(top, line), more(right, line), more(bottom, line));
                let colour = if shape.odd { String::new() } else { shape.colour };
                self.drawn.push((area, colour));
            }
            // What has no place takes it from the layout, or is not drawn.
            None if !shape.placeholder => {}
            _ => self.anywhere = true,
        }
    }

    /// Whether the names of the colours of paper and text stand for others than usual.
    pub(super) fn is_dark(&self) -> bool {
        self.dark
    }

    /// What can be done about the text of the shape that is open, where it has the colour of what
    /// lies behind it: of the paper, or of a shape, which may have another place than it says. Of a
    /// table only a cell without a colour is asked about.
    pub(super) fn hides(&self, below: &Self, colour: &str, of_cell: bool) -> Option<Remedy> {
        let shape = self.shape.as_ref()?;
        let paper = self.paper.as_deref().or(below.paper.as_deref()).unwrap_or(WHITE);
        let is_colour = |other: &str| match self.dark || below.dark {
            // What is white by its name is not white.
            true => other == colour && other != WHITE,
            false => are_same(other, colour),
        };
        let taken_over = shape.placeholder && below.placeholder;
        if shape.filled && !of_cell || taken_over || self.anywhere || below.anywhere {
            return None;
        }
        // From the front to the back.
        let mut drawn = below.drawn.iter().chain(&self.drawn).rev();
        let area = match shape.area {
            Some(area) => Some(outside(&self.groups, area)?),
            None => None,
        };
        let met = match area {
            Some(area) => drawn.find(|(other, _)| meets(area, *other)),
            None => drawn.next(),
        };
        let plain = if self.groups.is_empty() { Ask } else { Keep };
        match met.zip(area) {
            None => (met.is_none() && is_colour(paper)).then_some(plain),
            Some(((other, colour), area)) => {
                (holds(*other, area) && !colour.is_empty() && is_colour(colour)).then_some(Keep)
            }
        }
    }
}

/// Whether two colours of slides are one, whatever they are called.
pub(super) fn are_same(one: &str, other: &str) -> bool {
    match resolved(one).zip(resolved(other)) {
        Some((one, other)) => same(one, other),
        None => one.eq_ignore_ascii_case(other),
    }
}

/// Whether this is the colour of paper.
pub(super) fn is_paper(name: &str) -> bool {
    are_same(name, WHITE)
}

/// The colour with this name, as [`mix`] puts it together, where that tells all of it.
fn resolved(name: &str) -> Option<u32> {
    const NAMES: &[(&str, u32)] = &[
        ("schemeClrtx1", BLACK),
        ("schemeClrdk1", BLACK),
        ("sysClrwindowText", BLACK),
        ("schemeClrbg1", PAPER),
        ("schemeClrlt1", PAPER),
        ("sysClrwindow", PAPER),
        ("prstClrblack", BLACK),
        ("prstClrwhite", PAPER),
        ("prstClrred", 0xFF_0000),
        ("prstClrlime", 0x00_FF00),
        ("prstClrgreen", 0x00_8000),
        ("prstClrblue", 0x00_00FF),
        ("prstClryellow", 0xFF_FF00),
        ("prstClrnavy", 0x00_0080),
        ("prstClrmaroon", 0x80_0000),
        ("prstClrgray", 0x80_8080),
        ("prstClrgrey", 0x80_8080),
    ];
    let mut parts = name.split("a:").skip(1);
    let base = parts.next()?;
    let named = || NAMES.iter().find(|(name, _)| *name == base).map(|(_, colour)| *colour);
    let base = base.strip_prefix("srgbClr").map_or_else(named, digits)?;
    parts.try_fold(base, |colour, part| {
        let number = |value: &str| value.parse::<i64>().ok();
        let times = part.strip_prefix("lumMod").and_then(number);
        let plus = part.strip_prefix("lumOff").and_then(number);
        times.or(plus).map(|_| lit(colour, times.unwrap_or(100_000), plus.unwrap_or(0)))
    })
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
        assert_eq!(slide.hides(&paper, white, false), Some(Ask));
        slide.drawn.push(((20, 20, 30, 30), String::new()));
        assert_eq!(slide.hides(&paper, white, false), Some(Ask));
        slide.drawn.push(((5, 5, 30, 30), "a:prstClrwhite".to_owned()));
        assert_eq!(slide.hides(&paper, white, false), None);
        slide.drawn.push(((0, 0, 30, 30), "a:prstClrwhite".to_owned()));
        assert_eq!(slide.hides(&paper, white, false), Some(Keep));
        slide.drawn.clear();
        let many = Backdrop { paper: Some(String::new()), ..Backdrop::default() };
        assert_eq!(slide.hides(&many, white, false), None);
        assert_eq!(
            slide.hides(&Backdrop { dark: true, ..Backdrop::default() }, white, false),
            None
        );
        let red = Backdrop { paper: Some("a:srgbClrc00000".to_owned()), ..Backdrop::default() };
        assert_eq!(slide.hides(&red, "a:srgbClrC00000", false), Some(Ask));
        assert_eq!(slide.hides(&red, white, false), None);
    }

    #[test]
    fn what_a_group_moves_is_compared_where_it_stands() {
        let group = |inner: (i64, i64)| Group::of((0, 0), (10, 10), (0, 0), inner);
        let shape = Some(Shape { area: Some((10, 10, 20, 20)), ..Shape::default() });
        let mut slide = Backdrop { shape, groups: vec![group((20, 20))], ..Backdrop::default() };
        let white = "a:schemeClrbg1";
        slide.drawn.push(((5, 5, 9, 9), "a:prstClrblack".to_owned()));
        assert_eq!(slide.hides(&Backdrop::default(), white, false), None);
        slide.groups = vec![group((10, 10))];
        assert_eq!(slide.hides(&Backdrop::default(), white, false), Some(Keep));
    }

    #[test]
    fn one_colour_has_many_names() {
        assert!(are_same("a:prstClrwhite", "a:schemeClrbg1"));
        assert!(are_same("a:schemeClrtx1a:lumMod0a:lumOff100000", "a:srgbClrFEFEFE"));
        assert!(are_same("a:schemeClraccent1", "a:schemeClraccent1"));
        assert!(!are_same("a:schemeClrbg1a:lumMod95000", "a:schemeClrbg1"));
        assert!(!are_same("a:schemeClrbg1a:alpha50000", "a:schemeClrbg1"));
    }
}
