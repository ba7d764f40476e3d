//! Text and pictures of a slide over which something opaque lies: a bar, a box, a picture. Who
//! takes that away, or copies the text, sees them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use super::backdrop::{Backdrop, are_same};
use super::cells::Cell;
use super::known::Unseen;
use super::package::Package;
use super::sheets::each;
use super::unseen::{mix, painted};
use crate::finding::Certainty::{Likely, Possible};
use crate::finding::Reason;
use crate::format::rows::Input;
use crate::kind::hidden::{HIDDEN_SHAPE, INVISIBLE_TEXT};
use crate::kind::redaction::BAD_REDACTION;
use crate::syntax::xml::{Filter, Node};
use crate::syntax::zip::Archive;
use crate::visit::{Decision, Remedy, Visit};

/// From where to where: left, top, right, bottom.
pub(in crate::format) type Area = (i64, i64, i64, i64);

/// Where placeholders stand, by what they are for and by their number.
#[derive(Clone, Default)]
pub(super) struct Layout {
    places: BTreeMap<(String, String), Area>,
    open: (String, String),
    offset: Option<(i64, i64)>,
}

impl Layout {
    /// An element of a layout or a master begins.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        match filter.name() {
            "p:sp" => (self.open, self.offset) = Default::default(),
            "p:ph" => self.open = placeholder(filter),
            "a:off" => self.offset = pair(filter, "x", "y"),
            "a:ext" if !self.open.0.is_empty() => {
                let area = self.offset.take().zip(pair(filter, "cx", "cy")).map(area);
                self.places.extend(area.map(|area| (self.open.clone(), area)));
            }
            _ => {}
        }
    }

    /// A layout over its master.
    pub(super) fn over(mut self, below: &Self) -> Self {
        for (name, area) in &below.places {
            self.places.entry(name.clone()).or_insert(*area);
        }
        self
    }

    /// Where a placeholder stands that does not say so itself: by its number, or else by what it
    /// is for.
    fn area(&self, (sort, number): &(String, String)) -> Option<Area> {
        let own = self.places.iter().find(|((_, other), _)| other == number && number != "0");
        let same = || self.places.iter().find(|((other, _), _)| alike(other, sort));
        own.or_else(same).map(|(_, area)| *area)
    }
}

/// Whether a placeholder of a slide is one of its master under another name.
fn alike(one: &str, other: &str) -> bool {
    let plain = |sort: &str| match sort {
        "ctrTitle" => "title".to_owned(),
        "subTitle" | "obj" => "body".to_owned(),
        sort => sort.to_owned(),
    };
    plain(one) == plain(other)
}

fn placeholder(filter: &Filter<Input<'_>>) -> (String, String) {
    let value = |name, other: &str| filter.attribute(name).unwrap_or(other).to_owned();
    (value("type", "body"), value("idx", "0"))
}

/// What of a slide is covered: where its elements begin.
#[derive(Default)]
pub(in crate::format) struct Covered {
    /// Paragraphs that nobody sees.
    paragraphs: BTreeSet<u64>,
    /// Shapes of which a bar lies over a part, and over what.
    shapes: BTreeMap<u64, Option<String>>,
    /// Paragraphs in the colour of their cell, and in that of what seems to lie behind it.
    unseen: BTreeSet<u64>,
    pale: BTreeSet<u64>,
    /// Shapes in groups that stand beside the slide.
    beside: BTreeSet<u64>,
    /// The slide has other colours by the same names.
    renamed: bool,
    /// Those of which that is not sure.
    perhaps: BTreeSet<u64>,
    /// Those that float in a text: programs move what floats, so nothing of it goes. And pictures
    /// of which nothing is seen.
    floating: BTreeSet<u64>,
    /// What one colour lies behind the text of a shape, and whether that is sure.
    grounds: Vec<(u64, u32, bool)>,
}

impl Covered {
    /// Looks a slide up. A part that cannot be read is told about when it is walked.
    pub(super) fn read(
        archive: &Archive<'_>,
        package: &Package,
        part: &str,
        (unseen, layout, behind): (&Unseen, Option<&Layout>, Option<&Backdrop>),
        visit: &mut Visit<'_>,
    ) -> Self {
        let (slide, usual) = (unseen.slide, unseen.ink.as_str());
        let mut survey = Survey { layout, behind, slide, usual, ..Survey::default() };
        let mut renamed = false;
        let _ = each(archive, part, visit, |node, filter| {
            renamed |= node == Node::Start && filter.name() == "a:overrideClrMapping";
            match node {
                Node::Start => survey.starts(filter),
                Node::Text => survey.takes(filter),
                Node::End => survey.ends(filter.name()),
                Node::Comment | Node::Instruction => {}
            }
            Ok(())
        });
        if survey.partly {
            visit.gap(Reason::Limit);
        }
        let covered = survey.judge(&mut |id| {
            let mut leads = package.outgoing(part).iter();
            let leads = leads.find(|found| found.id == id && !found.external);
            leads.is_some_and(|picture| is_opaque(archive, &picture.target, visit))
        });
        // Colours by these names are others then.
        let pale = if renamed { BTreeSet::new() } else { covered.pale };
        Self { renamed, pale, ..covered }
    }

    /// Whether the slide has other colours by the same names.
    pub(super) fn is_renamed(&self) -> bool {
        self.renamed
    }

    /// Adds what is covered elsewhere in the part.
    pub(in crate::format) fn extend(&mut self, other: Self) {
        self.paragraphs.extend(other.paragraphs);
        self.shapes.extend(other.shapes);
        self.unseen.extend(other.unseen);
        self.pale.extend(other.pale);
        self.beside.extend(other.beside);
        self.perhaps.extend(other.perhaps);
        self.floating.extend(other.floating);
        self.grounds.extend(other.grounds);
    }

    /// Adds a shape over which another seems to lie.
    pub(super) fn floats_under(&mut self, from: u64) {
        self.floating.insert(from);
    }

    /// Adds what lies behind the text of shapes.
    pub(in crate::format) fn stands_on(&mut self, grounds: Vec<(u64, u32, bool)>) {
        self.grounds.extend(grounds);
    }

    /// The one colour behind the text of the shape that begins here, and whether that is sure.
    pub(in crate::format) fn ground(&self, from: u64) -> Option<(u32, bool)> {
        let found = self.grounds.iter().find(|(shape, ..)| *shape == from);
        found.map(|(_, colour, sure)| (*colour, *sure))
    }

    /// Opens a place around what is covered, where the element that begins is.
    pub(in crate::format) fn opens(
        &self,
        filter: &Filter<Input<'_>>,
        visit: &mut Visit<'_>,
    ) -> Option<Decision> {
        let from = filter.range().start;
        let covered = self.paragraphs.contains(&from).then_some(&BAD_REDACTION);
        if let Some(kind) = covered.or(self.unseen.contains(&from).then_some(&INVISIBLE_TEXT)) {
            visit.end_text();
            return Some(visit.place(kind, Remedy::Ask));
        }
        if self.pale.contains(&from) {
            visit.end_text();
            let decision = visit.place(&INVISIBLE_TEXT, Remedy::Keep);
            visit.sure(Likely);
            return Some(decision);
        }
        if self.beside.contains(&from) {
            visit.end_text();
            let decision = visit.place(&HIDDEN_SHAPE, Remedy::Keep);
            visit.sure(Likely);
            visit.describe("-");
            visit.gathers();
            return Some(decision);
        }
        let floats = self.floating.contains(&from);
        let perhaps = self.perhaps.contains(&from);
        let shape = self.shapes.get(&from);
        let described = if perhaps || floats { shape.unwrap_or(&None) } else { shape? };
        visit.end_text();
        let decision = visit.place(&BAD_REDACTION, Remedy::Keep);
        if perhaps || floats {
            visit.sure(if floats { Likely } else { Possible });
        }
        if let Some(words) = described {
            visit.describe(words);
        }
        Some(decision)
    }
}

/// A shape, a picture, a table, from the back to the front.
#[derive(Default)]
pub(in crate::format) struct Shape {
    pub(in crate::format) from: u64,
    pub(in crate::format) id: String,
    pub(in crate::format) name: String,
    pub(in crate::format) area: Option<Area>,
    /// Paragraphs with text in them.
    pub(in crate::format) paragraphs: Vec<u64>,
    pub(in crate::format) words: String,
    /// Its words have its own colour, or are too small: nobody sees them.
    pub(in crate::format) mute: bool,
    /// It is turned round, so that its corners stand elsewhere.
    pub(in crate::format) turned: bool,
    /// It has corners of its own, so that it does not fill its area.
    pub(in crate::format) odd: bool,
    pub(in crate::format) fill: Fill,
    /// The one colour that fills it.
    pub(in crate::format) colour: Option<u32>,
    pub(in crate::format) hidden: bool,
    /// Others may not lie over it: it is shown elsewhere than it says.
    pub(in crate::format) moved: bool,
    pub(in crate::format) is_picture: bool,
    /// The relationship to its picture.
    pub(in crate::format) picture: Option<String>,
    pub(in crate::format) placeholder: Option<(String, String)>,
    pub(in crate::format) offset: Option<(i64, i64)>,
    /// From where its place counts, where that is not its page: only what counts from the same place
    /// can be compared for certain, and what counts so and hangs near perhaps.
    pub(in crate::format) frame: String,
    pub(in crate::format) rough: String,
    pub(in crate::format) near: u64,
    /// From where to where it stands, and from which height, where it is as high as its text.
    pub(in crate::format) open: Option<(i64, i64, i64)>,
    /// How high in the pile it lies.
    pub(in crate::format) pile: i64,
}

/// What fills a shape.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(in crate::format) enum Fill {
    #[default]
    Nothing,
    /// Something that shows what lies behind it.
    Clear,
    Opaque,
    Black,
}

/// Where a group puts what stands in it.
#[derive(Clone, Default)]
pub(super) struct Group {
    turned: bool,
    offset: Option<(i64, i64)>,
    size: Option<(i64, i64)>,
    inner_offset: Option<(i64, i64)>,
    inner_size: Option<(i64, i64)>,
}

/// So many shapes of a slide are compared, and so much of their text.
const MOST: usize = 3000;
const WORDS: usize = 500;
/// What is smaller is a line: 0.08 inch in English Metric Units.
const THIN: i64 = 73_152;

#[derive(Default)]
struct Survey<'l> {
    layout: Option<&'l Layout>,
    shapes: Vec<Shape>,
    groups: Vec<Group>,
    open: Option<Shape>,
    /// The paragraph that is open, until it has text.
    paragraph: Option<u64>,
    /// Shapes that move, come or go while the slide is shown.
    moving: BTreeSet<String>,
    fallback: usize,
    partly: bool,
    cell: Cell,
    unseen: BTreeSet<u64>,
    pale: BTreeSet<u64>,
    beside: BTreeSet<u64>,
    /// How large the slide is, and what lies behind it and on it.
    slide: Option<(i64, i64)>,
    behind: Option<&'l Backdrop>,
    scene: Backdrop,
    /// What fills the shape at hand, and whether something in it is seen.
    fill: String,
    seen: bool,
    /// The colour that its text has by itself, that of most shapes, and whether all its text has it.
    ink: String,
    usual: &'l str,
    plain: bool,
    /// The table at hand has a style that may colour its cells.
    styled: bool,
}

impl Group {
    /// An element of a drawing begins: what it says of the group that is open.
    pub(super) fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let name = filter.name();
        let around = |up| filter.path().rev().nth(up) == Some("p:grpSpPr");
        if name == "a:xfrm" && around(1) {
            self.turned = ["rot", "flipH", "flipV"]
                .iter()
                .any(|name| !matches!(filter.attribute(name), None | Some("0" | "false")));
        }
        if !around(2) {
            return;
        }
        match name {
            "a:off" => self.offset = pair(filter, "x", "y"),
            "a:ext" => self.size = pair(filter, "cx", "cy"),
            "a:chOff" => self.inner_offset = pair(filter, "x", "y"),
            "a:chExt" => self.inner_size = pair(filter, "cx", "cy"),
            _ => {}
        }
    }

    #[cfg(test)]
    pub(super) fn of(at: (i64, i64), to: (i64, i64), from: (i64, i64), size: (i64, i64)) -> Self {
        let (inner_offset, inner_size) = (Some(from), Some(size));
        Self { turned: false, offset: Some(at), size: Some(to), inner_offset, inner_size }
    }

    /// Where it says that it stands.
    pub(super) fn area(&self) -> Option<Area> {
        self.offset.zip(self.size).map(area)
    }
}

/// What of these shapes is covered, from the back to the front; some of them move. Their pictures
/// are judged by their names.
pub(in crate::format) fn judged(
    shapes: Vec<Shape>,
    moving: BTreeSet<String>,
    is_opaque: &mut dyn FnMut(&str) -> bool,
) -> Covered {
    Survey { shapes, moving, ..Survey::default() }.judge(is_opaque)
}

/// What of these shapes in a text is covered, from the back to the front, and on which colour their
/// words stand; that of the paper, where nothing else seems to lie behind them.
pub(in crate::format) fn laid(
    shapes: Vec<Shape>,
    paper: Option<u32>,
    is_opaque: &mut dyn FnMut(&str) -> bool,
) -> Covered {
    let ground = |(index, shape): (usize, &Shape)| {
        let has_words = shape.from > 0 && !shape.odd && !shape.is_picture;
        if !has_words || shape.fill != Fill::Clear {
            return shape.colour.filter(|_| has_words).map(|colour| (shape.from, colour, true));
        }
        let mut colour = paper;
        let below = shapes
            .iter()
            .enumerate()
            .filter(|(_, below)| below.odd || below.is_picture || below.fill != Fill::Clear);
        for (other, below) in below {
            let areas = shape.area.zip(below.area).filter(|_| shape.is_with(below));
            match areas {
                Some((one, two)) if !meets(one, two) || other > index => {}
                // What lies highest counts.
                Some((one, two)) => {
                    let plain = holds(two, one) && !(below.odd || below.turned || below.is_picture);
                    colour = below.colour.filter(|_| plain);
                }
                None if shape.near == below.near || shape.is_near(below) => return None,
                None => {}
            }
        }
        colour.map(|colour| (shape.from, colour, false))
    };
    let grounds = shapes.iter().enumerate().filter_map(ground).collect();
    let mut covered = judged(shapes, BTreeSet::new(), is_opaque);
    covered.stands_on(grounds);
    covered.floating.append(&mut covered.paragraphs);
    covered
}

impl Survey<'_> {
    fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let name = filter.name();
        if name == "mc:Fallback" {
            self.fallback = self.fallback.saturating_add(1);
        }
        if self.fallback > 0 {
            return;
        }
        match name {
            "p:grpSp" => self.groups.push(Group::default()),
            "p:sp" | "p:pic" | "p:graphicFrame" => {
                let on = matches!(filter.attribute("useBgFill"), Some("1" | "true"));
                self.open = Some(Shape {
                    from: filter.range().start,
                    is_picture: name == "p:pic",
                    fill: if on { Fill::Opaque } else { Fill::Nothing },
                    ..Shape::default()
                });
            }
            "p:spTgt" => self.moving.extend(filter.attribute("spid").map(str::to_owned)),
            _ => {}
        }
        self.cell.starts(filter);
        self.scene.starts(filter);
        match name {
            "p:sp" | "p:pic" | "p:graphicFrame" => {
                (self.seen, self.fill, self.plain) = (false, String::new(), name == "p:sp");
                let dark = self.behind.is_none_or(Backdrop::is_dark);
                self.ink = if dark { String::new() } else { self.usual.to_owned() };
            }
            // What a placeholder or a list says of its text is not looked up.
            "p:ph" => self.plain = false,
            _ if painted(filter) == Some("a:defRPr") => self.plain = false,
            _ if filter.path().rev().nth(1) == Some("a:fontRef") && !self.ink.is_empty() => {
                self.ink.clear();
                mix(&mut self.ink, filter);
            }
            _ if filter.path().rev().nth(2) == Some("a:fontRef") => mix(&mut self.ink, filter),
            "a:tblPr" => self.styled = false,
            "a:tableStyleId" => self.styled = true,
            _ if painted(filter) == Some("p:spPr") => mix(&mut self.fill, filter),
            _ if painted(filter) == Some("a:tblPr") => self.styled = true,
            _ => {}
        }
        match (name, &mut self.open) {
            ("a:p", Some(_)) => self.paragraph = Some(filter.range().start),
            (_, Some(shape)) => shape.starts(filter),
            (_, None) => self.groups.last_mut().into_iter().for_each(|group| group.starts(filter)),
        }
    }

    fn takes(&mut self, filter: &Filter<Input<'_>>) {
        let (Some(shape), true) = (&mut self.open, self.fallback == 0) else { return };
        let text = filter.text();
        if filter.path().next_back() != Some("a:t") || text.trim().is_empty() {
            return;
        }
        self.cell.takes();
        let by_itself = self.plain && self.cell.has_no_colour() && !self.ink.is_empty();
        let inherits = by_itself && are_same(&self.ink, &self.fill);
        self.plain &= inherits;
        self.seen |= !inherits && !self.cell.is_unseen_on(&self.fill);
        shape.paragraphs.extend(self.paragraph.take());
        shape.says(text);
    }

    fn ends(&mut self, element: &str) {
        if element == "mc:Fallback" {
            self.fallback = self.fallback.saturating_sub(1);
        }
        if self.fallback > 0 {
            return;
        }
        match element {
            "p:grpSp" => {
                self.groups.pop();
            }
            "a:tc" => {
                let below = self.behind.filter(|_| !self.styled);
                let hides = |colour: &str| {
                    below.is_some_and(|below| self.scene.hides(below, colour, true).is_some())
                };
                self.pale.extend(self.cell.pale(hides));
                self.unseen.extend(self.cell.ends());
            }
            "p:sp" | "p:pic" | "p:graphicFrame" => {
                let Some(mut shape) = self.open.take() else { return };
                self.partly |= self.shapes.len() >= MOST;
                let own = shape.area.and_then(|area| outside(&self.groups, area));
                let layout = || self.layout?.area(shape.placeholder.as_ref()?);
                let given = if shape.area.is_none() { layout() } else { None };
                shape.area = own.or(given);
                shape.mute = !self.seen;
                if self.plain && matches!(shape.fill, Fill::Opaque | Fill::Black) {
                    self.pale.extend(&shape.paragraphs);
                }
                // A group that stands there itself is told whole.
                let slide = self.slide.map(|(width, height)| (0, 0, width, height));
                let group = self.groups.first().and_then(Group::area).zip(slide);
                let told = !shape.paragraphs.is_empty() || shape.is_picture;
                if told
                    && group.is_some_and(|(group, slide)| meets(slide, group))
                    && slide.zip(own).is_some_and(|(slide, own)| !meets(slide, own))
                {
                    self.beside.insert(shape.from);
                }
                if !self.partly && !shape.hidden {
                    self.shapes.push(shape);
                }
            }
            _ => {}
        }
        self.scene.ends(element);
    }

    /// Compares what stands on the slide with what lies over it.
    fn judge(self, is_opaque: &mut dyn FnMut(&str) -> bool) -> Covered {
        let (unseen, pale, beside) = (self.unseen, self.pale, self.beside);
        let mut covered = Covered { unseen, pale, beside, ..Covered::default() };
        let mut pictures: BTreeMap<&str, bool> = BTreeMap::new();
        for (index, below) in self.shapes.iter().enumerate() {
            let mut perhaps = false;
            let Some(area) = below.area.filter(|area| !below.is_thin(*area)) else { continue };
            let holds = !below.paragraphs.is_empty() || below.is_picture;
            if !holds || self.moving.contains(&below.id) {
                continue;
            }
            for above in self.shapes.iter().skip(index.saturating_add(1)) {
                let Some(bar) = above.area.filter(|bar| meet(area, *bar) > 0) else { continue };
                let apart = !above.is_with(below);
                if above.turned
                    || above.odd
                    || self.moving.contains(&above.id)
                    || apart && !above.is_near(below)
                {
                    continue;
                }
                let part = meet(area, bar);
                // All of it but a margin, which no letter reaches.
                let whole = part.saturating_mul(100) >= size(area).saturating_mul(96);
                let says_same = !below.is_picture && !above.mute && above.words == below.words;
                if whole && !below.turned && !says_same {
                    let opaque = match (&above.picture, above.is_picture) {
                        (Some(id), true) => *pictures.entry(id).or_insert_with(|| is_opaque(id)),
                        (None, true) => false,
                        _ => matches!(above.fill, Fill::Opaque | Fill::Black),
                    };
                    perhaps |= opaque && apart;
                    // Who lays something over a picture may mean to put it in its place.
                    if opaque && below.is_picture {
                        covered.shapes.insert(below.from, Some(below.called()));
                        if !apart {
                            covered.floating.insert(below.from);
                        }
                    }
                    if opaque && !apart {
                        covered.paragraphs.extend(&below.paragraphs);
                        perhaps = false;
                        break;
                    }
                }
                // A bar over a part of it: what exactly it covers is not known.
                let bars = above.fill == Fill::Black
                    && !apart
                    && (above.mute || above.paragraphs.is_empty())
                    && !above.is_picture
                    && !above.is_thin(bar)
                    && part.saturating_mul(100) >= size(bar).saturating_mul(60)
                    && size(bar) < size(area);
                if bars {
                    let words = below.is_picture.then(|| below.called());
                    covered.shapes.insert(below.from, words);
                    break;
                }
            }
            if perhaps {
                covered.perhaps.extend(&below.paragraphs);
                covered.perhaps.extend(Some(below.from).filter(|_| below.is_picture));
            }
        }
        covered
    }
}

impl Shape {
    /// An element in the shape begins.
    fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let name = filter.name();
        let mut parents = filter.path().rev().skip(1);
        let (parent, around) = (parents.next().unwrap_or_default(), parents.next());
        let of_shape = matches!(around, Some("p:spPr" | "p:graphicFrame"));
        match name {
            "p:cNvPr" if self.id.is_empty() => {
                self.id = filter.attribute("id").unwrap_or_default().to_owned();
                self.name = filter.attribute("name").unwrap_or_default().to_owned();
                self.hidden = matches!(filter.attribute("hidden"), Some("1" | "true"));
            }
            "p:ph" => self.placeholder = Some(placeholder(filter)),
            "a:xfrm" | "p:xfrm" => {
                let turn = filter.attribute("rot").and_then(|turn| turn.parse::<i64>().ok());
                self.turned |= turn.is_some_and(|turn| turn.rem_euclid(10_800_000) != 0);
            }
            "a:off" if of_shape => self.offset = pair(filter, "x", "y"),
            "a:ext" if of_shape => {
                self.area = self.offset.zip(pair(filter, "cx", "cy")).map(area);
            }
            "a:custGeom" => self.odd = true,
            "a:prstGeom" => {
                self.odd |= !matches!(filter.attribute("prst"), Some("rect" | "roundRect"));
            }
            "a:blip" if self.is_picture => {
                self.picture = filter.attribute("r:embed").map(str::to_owned);
            }
            "a:fillRef"
                if self.fill == Fill::Nothing
                    && !matches!(filter.attribute("idx"), Some("0" | "1000") | None) =>
            {
                self.fill = Fill::Opaque;
            }
            // What shows a picture in part, or in lines instead of points.
            "a:alphaModFix" | "a:clrChange" => self.clear(),
            name if self.is_picture && name.ends_with("svgBlip") => self.clear(),
            "a:solidFill" | "a:gradFill" | "a:pattFill" if parent == "p:spPr" => {
                self.fill = Fill::Opaque;
            }
            "a:noFill" | "a:blipFill" | "a:grpFill" if parent == "p:spPr" => {
                self.fill = Fill::Clear;
            }
            "a:alpha" | "a:alphaOff" | "a:alphaMod"
                if is_of_fill(filter)
                    && !matches!(filter.attribute("val"), Some("100000" | "100%")) =>
            {
                self.fill = Fill::Clear;
            }
            _ if parent == "a:solidFill" && around == Some("p:spPr") && is_black(filter) => {
                self.fill = Fill::Black;
            }
            // A colour that is made lighter.
            "a:lumOff" | "a:tint" if is_of_fill(filter) && self.fill == Fill::Black => {
                self.fill = Fill::Opaque;
            }
            _ => {}
        }
    }

    /// Whether its place counts from where that of another does, and whether it may be so.
    fn is_with(&self, other: &Self) -> bool {
        self.frame == other.frame
    }

    fn is_near(&self, other: &Self) -> bool {
        !self.rough.is_empty() && self.rough == other.rough && self.near.abs_diff(other.near) < 5
    }

    /// Takes up text.
    pub(in crate::format) fn says(&mut self, text: &str) {
        if self.words.len() < WORDS {
            self.words.push_str(text.trim());
        }
    }

    /// Lays it on the pile, over what lies no higher.
    pub(in crate::format) fn lies_in(self, pile: &mut Vec<Self>) {
        if pile.len() < MOST {
            pile.insert(pile.partition_point(|other| other.pile <= self.pile), self);
        }
    }

    /// By what it can be known: its name, or that of its picture.
    fn called(&self) -> String {
        let names = [Some(&self.name), self.picture.as_ref()].into_iter().flatten();
        names.into_iter().find(|name| !name.is_empty()).map_or("-".to_owned(), Clone::clone)
    }

    fn clear(&mut self) {
        if self.is_picture {
            self.picture = None;
        }
        self.odd |= self.is_picture;
    }

    /// Whether it is no more than a line.
    fn is_thin(&self, area: Area) -> bool {
        let (width, height) = (area.2.saturating_sub(area.0), area.3.saturating_sub(area.1));
        width < THIN || height < THIN
    }
}

/// Whether an element says how the shape that is open is filled.
fn is_of_fill(filter: &Filter<Input<'_>>) -> bool {
    let mut around = filter.path().rev().skip_while(|name| *name != "p:spPr");
    let depth = filter.path().rev().position(|name| name == "p:spPr").unwrap_or(0);
    let child = filter.path().rev().nth(depth.saturating_sub(1));
    around.next().is_some() && matches!(child, Some("a:solidFill" | "a:gradFill" | "a:pattFill"))
}

/// Whether a colour is black, or nearly so.
pub(super) fn is_black(filter: &Filter<Input<'_>>) -> bool {
    let value = filter.attribute("val").unwrap_or_default();
    match filter.name() {
        "a:srgbClr" => is_dark(value),
        "a:schemeClr" => matches!(value, "tx1" | "dk1"),
        "a:sysClr" => value == "windowText",
        "a:prstClr" => value == "black",
        _ => false,
    }
}

/// Whether a colour in six digits is black, or nearly so.
pub(in crate::format) fn is_dark(value: &str) -> bool {
    value.len() == 6
        && value
            .as_bytes()
            .chunks(2)
            .all(|two| matches!(two, [b'0'..=b'2', digit] if digit.is_ascii_hexdigit()))
}

fn pair(filter: &Filter<Input<'_>>, one: &str, other: &str) -> Option<(i64, i64)> {
    let number = |name| filter.attribute(name).and_then(|value| value.parse().ok());
    number(one).zip(number(other))
}

pub(super) fn area(((x, y), (width, height)): ((i64, i64), (i64, i64))) -> Area {
    (x, y, x.saturating_add(width), y.saturating_add(height))
}

fn size(area: Area) -> i128 {
    let length = |from: i64, to: i64| i128::from(to.saturating_sub(from).max(0));
    length(area.0, area.2).saturating_mul(length(area.1, area.3))
}

/// Whether two areas have anything in common, and whether one lies in the other.
pub(in crate::format) fn meets(one: Area, other: Area) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

pub(in crate::format) fn holds(outer: Area, inner: Area) -> bool {
    outer.0 <= inner.0 && outer.1 <= inner.1 && inner.2 <= outer.2 && inner.3 <= outer.3
}

/// How much two areas have in common.
fn meet(one: Area, other: Area) -> i128 {
    size((one.0.max(other.0), one.1.max(other.1), one.2.min(other.2), one.3.min(other.3)))
}

/// Where on the slide something stands that stands in these groups, where that is known.
pub(super) fn outside(groups: &[Group], area: Area) -> Option<Area> {
    groups.iter().rev().try_fold(area, |area, group| {
        // What says nothing leaves all where it is.
        let (Some(offset), Some(size)) = (group.offset, group.size) else { return Some(area) };
        let (inner, span) = group.inner_offset.zip(group.inner_size)?;
        if group.turned {
            return None;
        }
        let moved = |at: i64, inner: i64, offset: i64, size: i64, span: i64| {
            let far = i128::from(at.saturating_sub(inner)).saturating_mul(i128::from(size));
            let far = far.checked_div(i128::from(span))?;
            Some(offset.saturating_add(i64::try_from(far).ok()?))
        };
        Some((
            moved(area.0, inner.0, offset.0, size.0, span.0)?,
            moved(area.1, inner.1, offset.1, size.1, span.1)?,
            moved(area.2, inner.0, offset.0, size.0, span.0)?,
            moved(area.3, inner.1, offset.1, size.1, span.1)?,
        ))
    })
}

/// Whether a picture can show nothing of what lies behind it: a JPEG, a bitmap of no more than 24
/// bits a point, or a PNG of which no point can be transparent (PNG specification, 11.2.2 and
/// 11.3.2).
#[expect(clippy::disallowed_methods, reason = "no more than START comes out")]
pub(in crate::format) fn is_opaque(archive: &Archive<'_>, part: &str, visit: &Visit<'_>) -> bool {
    const START: usize = 4096;
    let index = archive.find(part);
    let Some(unpacked) = index.and_then(|index| archive.unpack(index).ok()) else { return false };
    let mut bytes = Vec::new();
    let head = visit.unpack(unpacked).take(START as u64).read_to_end(&mut bytes);
    if head.is_err() {
        return false;
    }
    if bytes.starts_with(b"BM") {
        // The oldest header has shorter sizes; those of 16 and 32 bits may say how clear they are.
        let bits = if bytes.get(14) == Some(&12) { 24 } else { 28 };
        return matches!(bytes.get(bits), Some(1 | 4 | 8 | 24));
    }
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return true;
    }
    let holds = |name: &[u8]| bytes.windows(name.len()).position(|window| window == name);
    let sort = bytes.get(25).copied();
    let clear = holds(b"tRNS").is_some_and(|at| holds(b"IDAT").is_none_or(|data| at < data));
    bytes.starts_with(b"\x89PNG") && matches!(sort, Some(0 | 2 | 3)) && !clear
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(from: u64, area: Area, words: &str, fill: Fill) -> Shape {
        let paragraphs = if words.is_empty() { Vec::new() } else { vec![from] };
        let (area, id, words) = (Some(area), from.to_string(), words.to_owned());
        Shape { from, area, id, words, paragraphs, fill, ..Shape::default() }
    }

    fn judged(shapes: Vec<Shape>) -> (Vec<u64>, Vec<u64>) {
        let covered = Survey { shapes, ..Survey::default() }.judge(&mut |_| true);
        (covered.paragraphs.into_iter().collect(), covered.shapes.into_keys().collect())
    }

    const BOX: Area = (0, 0, 1_000_000, 400_000);

    #[test]
    fn words_that_nobody_sees_make_no_less_of_a_bar() {
        let below = || shape(1, (0, 0, 3_000_000, 900_000), "Fatima", Fill::Nothing);
        let above = |mute| Shape { mute, ..shape(2, BOX, "balk", Fill::Black) };
        assert_eq!(judged(vec![below(), above(true)]), (vec![], vec![1]));
        assert_eq!(judged(vec![below(), above(false)]), (vec![], vec![]));
    }

    #[test]
    fn what_lies_in_front_covers_and_what_lies_behind_does_not() {
        let text = || shape(1, BOX, "Fatima", Fill::Nothing);
        let bar = || shape(2, BOX, "", Fill::Opaque);
        assert_eq!(judged(vec![text(), bar()]), (vec![1], vec![]));
        assert_eq!(judged(vec![bar(), text()]), (vec![], vec![]));
        assert_eq!(judged(vec![text(), Shape { turned: true, ..bar() }]), (vec![], vec![]));
        assert_eq!(judged(vec![text(), Shape { fill: Fill::Clear, ..bar() }]), (vec![], vec![]));
        assert_eq!(judged(vec![text(), shape(2, BOX, "Fatima", Fill::Opaque)]), (vec![], vec![]));
    }

    #[test]
    fn a_picture_of_which_nothing_is_seen_is_told_and_stays() {
        let photo = || Shape {
            is_picture: true,
            name: "Foto".to_owned(),
            ..shape(1, BOX, "", Fill::Nothing)
        };
        let covered = |above: Shape| {
            let covered = super::judged(vec![photo(), above], BTreeSet::new(), &mut |_| true);
            (
                covered.floating.into_iter().collect::<Vec<_>>(),
                covered.shapes.into_values().collect::<Vec<_>>(),
            )
        };
        let told = (vec![1], vec![Some("Foto".to_owned())]);
        assert_eq!(covered(shape(2, BOX, "", Fill::Black)), told);
        assert_eq!(covered(shape(2, BOX, "Logo", Fill::Opaque)), told);
        let other = Shape { picture: Some("rId2".to_owned()), ..Shape { from: 2, ..photo() } };
        assert_eq!(covered(other), told);
        assert_eq!(covered(shape(2, BOX, "", Fill::Clear)), (vec![], vec![]));
    }

    #[test]
    fn a_black_bar_over_a_part_is_told_and_a_line_is_not() {
        let text = || shape(1, BOX, "Naam: Fatima Yilmaz", Fill::Nothing);
        let bar = |bottom, fill| shape(2, (300_000, 100_000, 900_000, bottom), "", fill);
        assert_eq!(judged(vec![text(), bar(250_000, Fill::Black)]), (vec![], vec![1]));
        assert_eq!(judged(vec![text(), bar(250_000, Fill::Opaque)]), (vec![], vec![]));
        assert_eq!(judged(vec![text(), bar(112_700, Fill::Black)]), (vec![], vec![]));
    }

    #[test]
    fn a_group_moves_what_stands_in_it() {
        let group = |turned| Group {
            turned,
            offset: Some((100, 100)),
            size: Some((200, 200)),
            inner_offset: Some((0, 0)),
            inner_size: Some((100, 100)),
        };
        assert_eq!(outside(&[group(false)], (10, 10, 20, 20)), Some((120, 120, 140, 140)));
        assert_eq!(outside(&[group(true)], (10, 10, 20, 20)), None);
    }

    #[test]
    fn what_floats_is_compared_where_it_counts_from_the_same_place() {
        let float = |from, frame: &str, near, fill| Shape {
            frame: frame.to_owned(),
            rough: "page".to_owned(),
            near,
            ..shape(from, BOX, if from == 1 { "Fatima" } else { "" }, fill)
        };
        let pile = |frame: &str, near, fill| {
            let shapes = vec![float(1, "a", 1, Fill::Clear), float(2, frame, near, fill)];
            let covered = laid(shapes, Some(0xFF_FFFF), &mut |_| true);
            let ground = covered.ground(1);
            (covered.floating.len(), covered.perhaps.len(), ground)
        };
        let white = Some((0xFF_FFFF, false));
        assert_eq!(pile("a", 1, Fill::Opaque), (1, 0, white));
        assert_eq!(pile("a", 1, Fill::Clear), (0, 0, white));
        assert_eq!(pile("b", 2, Fill::Opaque), (0, 1, None));
        assert_eq!(pile("b", 9, Fill::Opaque), (0, 0, white));
    }

    #[test]
    fn only_black_is_dark() {
        assert!(is_dark("000000") && is_dark("1A1a1A") && is_dark("2F2F2F"));
        assert!(!is_dark("404040") && !is_dark("FF0000") && !is_dark("000"));
    }
}
