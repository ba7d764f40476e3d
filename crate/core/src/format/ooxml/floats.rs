//! What floats in a text of Word: boxes over which something opaque lies, and the colour that lies
//! behind the words of a box, where nothing else can lie there.

use super::covered::{Covered, Fill, Shape, area, is_opaque, laid};
use super::known::{Unseen, speaks_of};
use super::package::Package;
use super::room::is_off;
use super::sheets::each;
use super::unseen::{digits_of, number};
use crate::format::colours::{WHITE, digits};
use crate::format::odf::styles::millimetres;
use crate::format::rows::Input;
use crate::format::svg::style::property;
use crate::syntax::xml::{Filter, Node};
use crate::syntax::zip::Archive;
use crate::visit::Visit;

/// Looks a part up in which boxes stand. One that cannot be read is told about when it is walked.
pub(super) fn read(
    archive: &Archive<'_>,
    package: &Package,
    part: &str,
    unseen: &Unseen,
    visit: &Visit<'_>,
) -> Covered {
    if !speaks_of(archive, part, &[b"txbxContent"], visit) {
        return Covered::default();
    }
    let mut survey = Survey::default();
    let _ = each(archive, part, visit, |node, filter| {
        match node {
            Node::Start => survey.starts(filter),
            Node::Text => survey.takes(filter),
            Node::End => survey.ends(filter.name()),
            Node::Comment | Node::Instruction => {}
        }
        Ok(())
    });
    laid(survey.floats, digits(&unseen.page), &mut |id| {
        let mut leads = package.outgoing(part).iter();
        let lead = leads.find(|found| found.id == id && !found.external);
        lead.is_some_and(|picture| is_opaque(archive, &picture.target, visit))
    })
}

/// A part as it passes by.
#[derive(Default)]
struct Survey {
    /// What floats, from the back to the front.
    floats: Vec<Shape>,
    open: Option<Shape>,
    /// From what the shape at hand counts across and down, and how far it stands from there.
    from: [String; 2],
    far: [String; 2],
    down: usize,
    size: Option<(i64, i64)>,
    /// How many paragraphs began outside boxes, and how many pages may have ended.
    paragraphs: u64,
    pages: u64,
    /// The paragraph of a box that is open, until it has text.
    paragraph: Option<u64>,
    fallback: usize,
}

impl Survey {
    fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let name = filter.name();
        if name == "mc:Fallback" {
            self.fallback = self.fallback.saturating_add(1);
        }
        if self.fallback > 0 {
            return;
        }
        match name {
            "w:p" if self.open.is_some() => self.paragraph = Some(filter.range().start),
            "w:p" => self.paragraphs = self.paragraphs.saturating_add(1),
            "w:lastRenderedPageBreak" | "w:sectPr" | "w:pageBreakBefore" => {
                self.pages = self.pages.saturating_add(1);
            }
            "w:br" if filter.attribute("w:type").is_some() => {
                self.pages = self.pages.saturating_add(1);
            }
            "wp:anchor" | "wp:inline" if self.open.is_none() => {
                let behind = matches!(filter.attribute("behindDoc"), Some("1" | "true"));
                let pile = number(filter, "relativeHeight").unwrap_or(0);
                let pile = if behind { pile.saturating_sub(1 << 40) } else { pile };
                let apart = matches!(filter.attribute("allowOverlap"), Some("0" | "false"));
                let hidden = is_gone(filter);
                self.open = Some(Shape { pile, hidden, moved: apart, ..Shape::default() });
                (self.from, self.far, self.size) = Default::default();
            }
            "wp:positionH" | "wp:positionV" => {
                self.down = usize::from(name == "wp:positionV");
                let from = filter.attribute("relativeFrom").unwrap_or_default();
                self.from.get_mut(self.down).into_iter().for_each(|of| from.clone_into(of));
            }
            "wp:extent" => self.size = number(filter, "cx").zip(number(filter, "cy")),
            _ => self.in_shape(filter),
        }
    }

    fn in_shape(&mut self, filter: &Filter<Input<'_>>) {
        let name = filter.name();
        let older = name.starts_with("v:");
        if SHAPES.contains(&name) && self.open.is_none() {
            self.drawn(filter);
            return;
        }
        let Some(shape) = &mut self.open else { return };
        let parent = filter.path().rev().nth(1).unwrap_or_default();
        match name {
            "w:txbxContent" => {
                // One of several, of which nobody knows where it stands.
                shape.odd |= shape.from > 0;
                shape.from = filter.range().start;
            }
            "wpg:wgp" | "wpc:wpc" | "v:fill" | "a:custGeom" => {
                (shape.odd, shape.colour) = (true, None)
            }
            "a:graphicData" => {
                let uri = filter.attribute("uri").unwrap_or_default();
                shape.odd |= !uri.ends_with("Shape") && !uri.ends_with("picture");
            }
            "pic:pic" => shape.is_picture = true,
            "v:imagedata" => shape.odd = true,
            "a:blip" if shape.is_picture => {
                shape.picture = filter.attribute("r:embed").map(str::to_owned);
            }
            "a:xfrm" => shape.turned |= !matches!(filter.attribute("rot"), None | Some("0")),
            "a:prstGeom" => {
                shape.odd |= !matches!(filter.attribute("prst"), Some("rect" | "roundRect"));
            }
            "a:solidFill" if parent == "wps:spPr" => shape.fill = Fill::Opaque,
            "a:noFill" if parent == "wps:spPr" => shape.fill = Fill::Clear,
            "a:gradFill" | "a:pattFill" | "a:blipFill" | "a:grpFill" if parent == "wps:spPr" => {
                (shape.fill, shape.odd) = (Fill::Opaque, true);
            }
            "a:fillRef" if shape.fill == Fill::Nothing && filter.attribute("idx") != Some("0") => {
                shape.fill = Fill::Opaque;
            }
            "a:srgbClr" if parent == "a:solidFill" && is_of_fill(filter, 2) => {
                shape.colour = filter.attribute("val").and_then(digits);
            }
            // A colour that is changed is another, and may show what lies behind it.
            _ if is_of_fill(filter, 3) => {
                shape.odd |= name.starts_with("a:alpha");
                shape.colour = None;
            }
            "a:alphaModFix" | "a:clrChange" => shape.odd = true,
            _ if older => shape.odd |= !matches!(name, "v:textbox" | "v:stroke" | "v:path"),
            _ => {}
        }
    }

    /// An older shape begins.
    fn drawn(&mut self, filter: &Filter<Input<'_>>) {
        let attribute = |name| filter.attribute(name);
        let style = attribute("style").unwrap_or_default();
        let value = |name| property(style, name);
        let sort = attribute("type").unwrap_or("#_x0000_t202");
        let plain = match filter.name() {
            "v:shape" => matches!(sort, "#_x0000_t202" | "#_x0000_t1"),
            name => matches!(name, "v:rect" | "v:roundrect"),
        };
        let clear = matches!(attribute("filled"), Some("f" | "false"));
        #[expect(clippy::cast_possible_truncation, reason = "a length that is too long is cut")]
        let length = |name| value(name).and_then(millimetres).map(|far| (far * 36_000.0) as i64);
        let fixed = ["mso-position-horizontal", "mso-position-vertical"]
            .iter()
            .all(|name| matches!(value(name), None | Some("absolute")));
        let at = length("margin-left").zip(length("margin-top"));
        let of = |name| value(name).unwrap_or_default();
        let (across, down) =
            (of("mso-position-horizontal-relative"), of("mso-position-vertical-relative"));
        self.from = [across, down].map(|from| ["v", from].concat());
        self.open = Some(Shape {
            pile: value("z-index").and_then(|pile| pile.parse().ok()).unwrap_or(0),
            area: at.zip(length("width").zip(length("height"))).filter(|_| fixed).map(area),
            odd: !plain || value("position") != Some("absolute"),
            fill: if clear { Fill::Clear } else { Fill::Opaque },
            colour: match attribute("fillcolor") {
                None | Some("white" | "window") => Some(WHITE),
                Some(colour) => digits_of(colour),
            },
            turned: value("rotation").is_some(),
            hidden: is_gone(filter),
            ..Shape::default()
        });
    }

    fn takes(&mut self, filter: &Filter<Input<'_>>) {
        let Some(shape) = self.open.as_mut().filter(|_| self.fallback == 0) else { return };
        let text = filter.text();
        match filter.path().next_back() {
            Some("wp:posOffset") => {
                self.far.get_mut(self.down).into_iter().for_each(|far| far.push_str(text));
            }
            Some("w:t") if !text.trim().is_empty() => {
                shape.paragraphs.extend(self.paragraph.take());
                shape.says(text);
            }
            _ => {}
        }
    }

    fn ends(&mut self, element: &str) {
        if element == "mc:Fallback" {
            self.fallback = self.fallback.saturating_sub(1);
        }
        if self.fallback > 0
            || !matches!(element, "wp:anchor" | "wp:inline" | "w:pict" | "w:object")
        {
            return;
        }
        let Some(mut shape) = self.open.take() else { return };
        let [across, down] = &self.from;
        let far = |at: usize| self.far.get(at)?.trim().parse::<i64>().ok();
        if element == "wp:anchor" {
            shape.area = far(0).zip(far(1)).zip(self.size).map(area);
        }
        // Where a letter or a line stands is not known.
        if [across, down]
            .iter()
            .any(|from| ["character", "line", "vchar", "vline"].contains(&from.as_str()))
        {
            shape.area = None;
        }
        // A program moves it off the others.
        if shape.moved {
            shape.area = None;
        }
        shape.near = self.paragraphs;
        shape.frame = format!("{} {across} {down}", self.paragraphs);
        if ["page", "margin", "vpage", "vmargin"].contains(&down.as_str()) {
            shape.rough = format!("{} {across} {down}", self.pages);
        }
        // What stands in the text has a place of its own, but a box may lie over it.
        let none = shape.fill == Fill::Nothing && !shape.is_picture && !shape.odd;
        if none {
            shape.fill = Fill::Clear;
        }
        if !shape.hidden {
            shape.lies_in(&mut self.floats);
        }
    }
}

/// Whether a shape is switched off, or goes when changes are accepted.
fn is_gone(filter: &Filter<Input<'_>>) -> bool {
    is_off(filter) || filter.path().any(|name| matches!(name, "w:del" | "w:moveFrom"))
}

/// The older shapes.
const SHAPES: &[&str] = &[
    "v:rect",
    "v:roundrect",
    "v:shape",
    "v:oval",
    "v:line",
    "v:polyline",
    "v:arc",
    "v:curve",
    "v:image",
    "v:group",
];

/// Whether an element stands so many levels up in what fills a shape.
fn is_of_fill(filter: &Filter<Input<'_>>, up: usize) -> bool {
    filter.path().rev().nth(up) == Some("wps:spPr")
        && filter.path().rev().nth(up.saturating_sub(1)) == Some("a:solidFill")
}
