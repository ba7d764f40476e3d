//! Text of a drawing that nobody sees, found in a look of its own: what hides it may come later.

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufReader;

use super::place::{Map, Sides, area, colour, cover, numbers, part_of};
use super::style::{Rules, property};
use super::tables::NAMESPACES;
use crate::Limits;
use crate::finding::Certainty;
use crate::format::rows::Input;
use crate::source::{Reader, Source};
use crate::syntax::xml::{Error, Filter, Node};

/// Why an element is told, with all in it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Why {
    /// Nobody sees it.
    Hidden(Certainty),
    /// It lies under something; whether all of it does.
    Covered(bool),
    /// It may lie under something.
    Perhaps,
}

/// What nobody sees.
#[derive(Default)]
pub(super) struct Unseen {
    /// The elements that are told, by where they begin.
    told: BTreeMap<u64, Why>,
    /// Whether rules that are not understood, or a movement, may show them after all.
    pub(super) unsure: bool,
    /// Whether there were more texts and shapes than are compared.
    pub(super) partly: bool,
}

impl Unseen {
    /// Why an element is told, if it is.
    pub(super) fn get(&self, start: u64) -> Option<Why> {
        self.told.get(&start).copied()
    }
}

/// Looks for text that nobody sees. A drawing that cannot be read to its end is a gap anyway.
pub(super) fn find(source: &dyn Source, limits: &Limits) -> Unseen {
    let mut first = First::default();
    let _ = each(source, limits, |node, filter| first.meets(node, filter));
    let unsure = first.moves || first.rules.unsure;
    if !first.text {
        return Unseen { unsure, ..Unseen::default() };
    }
    let mut survey = Survey { first, ..Survey::default() };
    let _ = each(source, limits, |node, filter| match node {
        Node::Start => survey.starts(filter),
        Node::Text => survey.says(filter.text()),
        Node::End => survey.ends(),
        Node::Comment | Node::Instruction => {}
    });
    let partly = survey.partly;
    Unseen { told: survey.judge(), unsure, partly }
}

fn each(
    source: &dyn Source,
    limits: &Limits,
    mut act: impl FnMut(Node, &Filter<Input<'_>>),
) -> Result<(), Error> {
    let input: Input<'_> = Box::new(BufReader::with_capacity(32 << 10, Reader::new(source)));
    let mut filter = Filter::new(input, NAMESPACES, limits)?;
    while let Some(node) = filter.next()? {
        act(node, &filter);
    }
    Ok(())
}

/// What has to be known before.
#[derive(Default)]
struct First {
    rules: Rules,
    style: Option<String>,
    /// The names that anything refers to.
    named: BTreeSet<String>,
    text: bool,
    /// Whether a rule of time or a style from elsewhere may change what is seen.
    moves: bool,
    /// Whether a program may. It goes with the text that it would show.
    runs: bool,
    /// Whether a style colours what lies behind all.
    ground: bool,
}

impl First {
    fn meets(&mut self, node: Node, filter: &Filter<Input<'_>>) {
        match node {
            Node::Start => {
                let name = filter.name();
                self.text |= is_text(name);
                self.runs |= name == "svg:script";
                self.moves |= name == "svg:set" || name.starts_with("svg:animate");
                self.style = (name == "svg:style").then(String::new);
                for attribute in filter.attributes() {
                    self.ground |=
                        attribute.name == "style" && attribute.value.contains("background");
                    self.refers(attribute.value);
                    if let Some(id) = attribute.value.strip_prefix('#')
                        && attribute.name.ends_with("href")
                    {
                        self.named.insert(id.to_owned());
                    }
                }
            }
            Node::Text => {
                if let Some(style) = &mut self.style {
                    style.push_str(filter.text());
                }
            }
            Node::End => {
                if let Some(style) = self.style.take() {
                    self.refers(&style);
                    self.rules.read(&style);
                }
            }
            Node::Instruction => self.moves |= filter.text().starts_with("xml-stylesheet"),
            Node::Comment => {}
        }
    }

    fn refers(&mut self, value: &str) {
        for rest in value.split("url(").skip(1) {
            self.named.insert(name_of(rest).to_owned());
        }
    }
}

/// The name that `url(` refers to, by what stands behind that.
fn name_of(rest: &str) -> &str {
    let name = rest.split(')').next().unwrap_or_default();
    name.trim_matches(['"', '\'', ' ']).trim_start_matches('#')
}

fn is_text(name: &str) -> bool {
    matches!(name, "svg:text" | "svg:tspan" | "svg:textPath" | "svg:foreignObject")
}

/// Elements of which nothing is drawn where they stand.
fn is_store(name: &str) -> bool {
    let stores = ["defs", "symbol", "clipPath", "mask", "pattern", "marker"];
    name.strip_prefix("svg:").is_some_and(|name| stores.contains(&name))
}

/// How something is drawn: what an element has from those around it.
#[derive(Clone)]
struct Look {
    map: Option<Map>,
    size: Option<f64>,
    fill: Option<String>,
    stroke: Option<String>,
    fill_opacity: f64,
    anchor: f64,
    /// `visibility`.
    visible: bool,
    /// `display`.
    gone: bool,
    opacity: f64,
    /// Whether a rule that is not understood may hide it.
    perhaps: bool,
    /// What cuts it off, and how its places map to the drawing.
    clips: Vec<(String, Option<Map>)>,
    /// Whether a filter or a mask makes something else of it.
    altered: bool,
    /// What stands in a store: the names by which it may be drawn.
    stored: Option<Vec<String>>,
    /// Where text starts.
    at: Option<(f64, f64)>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            map: Some(Map::SAME),
            size: Some(16.0),
            fill: None,
            stroke: None,
            fill_opacity: 1.0,
            anchor: 0.0,
            visible: true,
            gone: false,
            opacity: 1.0,
            perhaps: false,
            clips: Vec::new(),
            altered: false,
            stored: None,
            at: Some((0.0, 0.0)),
        }
    }
}

/// An element that is open.
struct Open {
    start: u64,
    look: Look,
    /// The text that it is.
    text: Option<usize>,
    /// Whether nothing around it is gone, and it is.
    gone: bool,
    letters: bool,
    /// Whether it only says something about the drawing.
    mute: bool,
    /// The store that it is, whose shapes are what it lets through.
    opens: Option<String>,
}

struct Text {
    start: u64,
    look: Look,
    letters: usize,
    /// Whether it stands in another.
    within: Option<usize>,
    /// How many boxes were painted before, and how many other things.
    boxes: usize,
}

/// Something that was painted.
struct Coat {
    /// Where, if it is a box.
    sides: Option<Sides>,
    /// Its colour, if it has one.
    colour: Option<[u8; 3]>,
    /// Whether it hides what lies under it, if that is known.
    opaque: Option<bool>,
}

#[derive(Default)]
struct Survey {
    first: First,
    open: Vec<Open>,
    texts: Vec<Text>,
    coats: Vec<Coat>,
    /// What clips let through: all their boxes; nothing where that is not known.
    clips: BTreeMap<String, Option<Vec<Sides>>>,
    sheet: Option<Sides>,
    gone: Vec<u64>,
    partly: bool,
}

/// So many texts and shapes are compared, each with the others, and so many are remembered.
const COMPARED: usize = 400_000_000;
const MOST: usize = 100_000;

/// A line that is wider may be what text stands on.
const THICK: f64 = 4.0;

/// What lets through less looks as if it lets through nothing.
const OPAQUE: f64 = 0.95;

impl Survey {
    /// Whether one more text or shape can be compared.
    fn has_room(&mut self) -> bool {
        let (texts, coats) = (self.texts.len(), self.coats.len());
        let room = texts.saturating_mul(coats) < COMPARED && texts.max(coats) < MOST;
        self.partly |= !room;
        room
    }

    fn starts(&mut self, filter: &Filter<Input<'_>>) {
        let name = filter.name();
        let outer = self.open.last();
        let mut look = outer.map(|outer| outer.look.clone()).unwrap_or_default();
        let was_gone = look.gone;
        let about = ["svg:title", "svg:desc", "svg:metadata", "svg:style", "svg:script"];
        let mute = about.contains(&name) || outer.is_some_and(|outer| outer.mute);
        let own = |key: &str| filter.attribute(key);
        let get = |key: &str| {
            let style = own("style").and_then(|style| property(style, key));
            let ruled = self.first.rules.get(name, own("id"), own("class"), key);
            let above = ruled.filter(|(_, above)| *above).map(|(value, _)| value);
            let ruled = ruled.map(|(value, _)| value);
            above.or(style).or(ruled).or_else(|| own(key)).map(str::trim)
        };
        let number = |key: &str| get(key).and_then(|value| numbers(value)?.first().copied());
        look.gone |= get("display") == Some("none");
        match get("visibility") {
            Some("hidden" | "collapse") => look.visible = false,
            Some("visible") => look.visible = true,
            _ => {}
        }
        if let Some(opacity) = get("opacity") {
            look.perhaps |= is_computed(opacity);
            look.altered |= part_of(opacity).is_none();
            look.opacity *= part_of(opacity).unwrap_or(1.0);
        }
        if let Some(opacity) = get("fill-opacity") {
            look.perhaps |= is_computed(opacity);
            look.altered |= part_of(opacity).is_none();
            look.fill_opacity = part_of(opacity).unwrap_or(look.fill_opacity);
        }
        look.perhaps |=
            ["display", "visibility"].iter().any(|key| get(key).is_some_and(is_computed));
        look.perhaps |= self.first.rules.perhaps(name, own("id"), own("class")).any(|body| {
            hides(body)
                || is_text(name)
                    && property(body, "fill").is_some_and(|fill| cover(fill) == Some(0.0))
        });
        let inherited = |value: &&str| *value != "inherit";
        if let Some(fill) = get("fill").filter(inherited) {
            look.fill = Some(fill.to_owned());
        }
        if let Some(stroke) = get("stroke").filter(inherited) {
            look.stroke = Some(stroke.to_owned());
        }
        if let Some(size) = get("font-size").filter(inherited) {
            look.size = numbers(size).and_then(|sizes| sizes.first().copied());
        }
        match get("text-anchor") {
            Some("middle") => look.anchor = 0.5,
            Some("end") => look.anchor = 1.0,
            Some("start") => look.anchor = 0.0,
            _ => {}
        }
        if let Some(transform) = get("transform") {
            look.map = look.map.and_then(|map| map.then(transform));
        }
        // A move that CSS 2 does not know.
        if ["translate", "scale", "rotate", "transform-origin", "transform-box", "offset-path"]
            .iter()
            .any(|key| get(key).is_some_and(|value| value != "none"))
        {
            look.map = None;
        }
        let alters = |key: &str| get(key).is_some_and(|value| value != "none");
        let cuts =
            get("clip-path").is_some_and(|value| value != "none" && !value.starts_with("url("));
        look.altered |= cuts
            || ["filter", "mask", "mask-image", "animation", "animation-name"]
                .into_iter()
                .any(alters)
            || get("mix-blend-mode").is_some_and(|mode| mode != "normal");
        for key in ["clip-path", "mask"] {
            if let Some(clip) = get(key).and_then(|value| value.strip_prefix("url(")) {
                look.clips.push((name_of(clip).to_owned(), look.map));
            }
        }
        let root = self.open.is_empty();
        if name == "svg:svg" && !root {
            look.map = None;
        }
        let store = is_store(name);
        if store {
            look.stored.get_or_insert_default();
        }
        if let (Some(names), Some(id)) = (&mut look.stored, own("id")) {
            names.push(id.to_owned());
        }
        let has_place = own("x").is_some() || own("y").is_some() || name == "svg:text";
        if is_text(name) && has_place {
            let axis = |key: &str| own(key).map_or(Some(0.0), |_| number(key));
            look.at = axis("x").zip(axis("y"));
        }
        if own("dx").is_some() || own("dy").is_some() || name == "svg:textPath" {
            look.at = None;
        }
        let sides = area(name, &own, &number);
        let zero =
            name == "svg:foreignObject" && [number("width"), number("height")].contains(&Some(0.0));
        if name == "svg:foreignObject" {
            // What stands in it has rules of its own.
            (look.fill, look.map) = (None, None);
        }
        if zero {
            look.opacity = 0.0;
        }
        let whole = matches!(name, "svg:clipPath" | "svg:mask");
        let plain = !["clipPathUnits", "maskUnits", "maskContentUnits", "transform"]
            .iter()
            .any(|key| own(key).is_some());
        let opens = whole.then(|| own("id").map(str::to_owned)).flatten();
        if let Some(id) = &opens {
            self.clips.insert(id.clone(), plain.then(Vec::new));
        }
        if root {
            let ends = |from: (f64, f64), size: (f64, f64)| Sides::of(from, size);
            let whole = || Some(ends((0.0, 0.0), number("width").zip(number("height"))?));
            let box_ = own("viewBox").and_then(numbers);
            self.sheet = match box_.as_deref() {
                Some([left, top, wide, high]) => Some(ends((*left, *top), (*wide, *high))),
                _ => whole(),
            };
        }
        // What takes effect at once, and for good.
        let sets = matches!(name, "svg:set" | "svg:animate") && own("begin").is_none();
        let ends = own("attributeName").zip(own("to"));
        if sets
            && matches!(
                ends,
                Some(("display", "none") | ("visibility", "hidden") | ("opacity", "0"))
            )
            && let Some(text) = self.open.last().and_then(|open| open.text)
            && let Some(text) = self.texts.get_mut(text)
        {
            text.look.opacity = 0.0;
        }
        self.paint(name, sides, &look, number("stroke-width"));
        let text = (is_text(name) && !look.gone && self.has_room()).then(|| {
            let within = self.open.iter().rev().find_map(|open| open.text);
            let (boxes, start) = (self.coats.len(), filter.range().start);
            self.texts.push(Text { start, look: look.clone(), letters: 0, within, boxes });
            self.texts.len().saturating_sub(1)
        });
        let gone = look.gone && !was_gone;
        let start = filter.range().start;
        self.open.push(Open { start, look, text, gone, letters: false, mute, opens });
    }

    /// Notes what a shape paints, or lets through.
    fn paint(&mut self, name: &str, sides: Option<Sides>, look: &Look, stroke: Option<f64>) {
        let shape = ["rect", "path", "polygon", "circle", "ellipse", "image", "use", "polyline"];
        // On a thick line text has another ground than the sheet.
        let empty = ["none", "transparent"];
        if stroke.is_some_and(|wide| wide > THICK)
            && look.stroke.as_deref().is_some_and(|paint| !empty.contains(&paint))
            && (name == "svg:line"
                || look.fill.as_deref().is_some_and(|fill| empty.contains(&fill)))
            && look.stored.is_none()
            && self.has_room()
        {
            self.coats.push(Coat { sides: None, colour: None, opaque: Some(false) });
            return;
        }
        if !name.strip_prefix("svg:").is_some_and(|name| shape.contains(&name)) {
            return;
        }
        if let Some(clip) = self.open.iter().rev().find_map(|open| open.opens.as_ref()) {
            let boxes = self.clips.get_mut(clip).and_then(Option::as_mut);
            match (boxes, sides, look.map) {
                (Some(boxes), Some(sides), Some(_)) if boxes.len() < 100 => boxes.push(sides),
                _ => drop(self.clips.insert(clip.clone(), None)),
            }
            return;
        }
        let fill = look.fill.as_deref().unwrap_or("black");
        let unseen = look.gone || !look.visible || look.opacity <= 0.0;
        let empty = (fill == "none" || look.fill_opacity <= 0.0) && look.stroke.is_none();
        if look.stored.is_some() || unseen || empty || !self.has_room() {
            return;
        }
        let colour = colour(fill);
        let cover = cover(fill).filter(|_| !look.altered);
        let opaque = match cover {
            _ if fill.starts_with("url(") || !look.clips.is_empty() => Some(false),
            Some(cover) => Some(cover * look.opacity * look.fill_opacity >= OPAQUE),
            None => None,
        };
        let sides = look.map.zip(sides).map(|(map, sides)| map.sides(sides));
        self.coats.push(Coat { sides, colour, opaque });
    }

    fn says(&mut self, text: &str) {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
        if letters == 0 {
            return;
        }
        match self.open.last_mut() {
            Some(open) if !open.mute => open.letters = true,
            _ => return,
        }
        let text = self.open.iter().rev().find_map(|open| open.text);
        if let Some(text) = text.and_then(|text| self.texts.get_mut(text)) {
            text.letters = text.letters.saturating_add(letters);
        }
    }

    fn ends(&mut self) {
        let Some(open) = self.open.pop() else { return };
        if open.gone && open.letters {
            self.gone.push(open.start);
        }
        if let Some(outer) = self.open.last_mut() {
            outer.letters |= open.letters;
        }
    }

    fn judge(self) -> BTreeMap<u64, Why> {
        let mut unseen = BTreeMap::new();
        let gone = self.gone.iter().map(|start| (*start, Why::Hidden(self.sure())));
        unseen.extend(gone);
        let whys: Vec<Option<Why>> = self.texts.iter().map(|text| self.why(text)).collect();
        // A text goes as a whole, or its pieces do.
        let mut whole: Vec<bool> = whys.iter().map(Option::is_some).collect();
        let mut letters: Vec<usize> = self.texts.iter().map(|text| text.letters).collect();
        for (index, text) in self.texts.iter().enumerate().rev() {
            let says = letters.get(index).copied().unwrap_or(0);
            let stays = says > 0 && whole.get(index) == Some(&false);
            let Some(outer) = text.within else { continue };
            if let (Some(whole), Some(letters)) = (whole.get_mut(outer), letters.get_mut(outer)) {
                *whole &= !stays;
                *letters = letters.saturating_add(says);
            }
        }
        let told = |index: usize| whole.get(index) == Some(&true);
        for (index, (text, why)) in self.texts.iter().zip(&whys).enumerate() {
            let says = letters.get(index).is_some_and(|letters| *letters > 0);
            if let Some(why) = why.filter(|_| says && told(index))
                && !text.within.is_some_and(told)
            {
                unseen.insert(text.start, why);
            }
        }
        unseen
    }

    fn sure(&self) -> Certainty {
        let unsure = self.first.moves || self.first.rules.unsure;
        match (unsure, self.first.runs) {
            (true, _) => Certainty::Possible,
            (_, true) => Certainty::Likely,
            _ => Certainty::Certain,
        }
    }

    fn why(&self, text: &Text) -> Option<Why> {
        let look = &text.look;
        let hidden = Some(Why::Hidden(self.sure()));
        let likely = Some(Why::Hidden(self.sure().min(Certainty::Likely)));
        let possible = Some(Why::Hidden(Certainty::Possible));
        if let Some(names) = &look.stored {
            return hidden.filter(|_| !names.iter().any(|name| self.first.named.contains(name)));
        }
        let fill = look.fill.as_deref().unwrap_or("black");
        let none = |paint: &str| cover(paint) == Some(0.0);
        let unstroked = look.stroke.as_deref().is_none_or(none);
        let unfilled = none(fill) || look.fill_opacity <= 0.0;
        if !look.visible || look.opacity <= 0.0 || look.size == Some(0.0) || unfilled && unstroked {
            // What moves, or is made something else of, may be seen after all.
            return hidden.filter(|_| !look.altered).or(possible);
        }
        if look.perhaps {
            return possible;
        }
        let (map, size) = (look.map?, look.size?);
        let high = (map.up(size)).abs();
        let least = self.sheet.map_or(1.0, |sheet| sheet.longest() / TINY);
        if high < least {
            return likely;
        }
        let (x, y) = look.at?;
        let letters = text.letters as f64;
        let place = |part: f64| {
            let wide = letters * size * part;
            let from = (x - wide * look.anchor, y - size * 0.45);
            map.sides(Sides::of(from, (wide, size * 0.4)))
        };
        let (core, all) = (place(0.35), place(1.0));
        if self.sheet.is_some_and(|sheet| !sheet.meets(all)) {
            return likely;
        }
        for (clip, map) in &look.clips {
            if let (Some(Some(boxes)), Some(map)) = (self.clips.get(clip), map)
                && !boxes.iter().any(|sides| map.sides(*sides).meets(all))
            {
                return hidden;
            }
        }
        let (before, after) = self.coats.split_at_checked(text.boxes)?;
        let over =
            after.iter().filter(|coat| coat.opaque == Some(true)).filter_map(|coat| coat.sides);
        if over.clone().any(|sides| sides.holds(core)) {
            return Some(Why::Covered(true));
        }
        if over.clone().any(|sides| sides.bars(core, high * 2.0)) {
            return Some(Why::Covered(false));
        }
        let mut perhaps = after.iter().filter(|coat| coat.opaque.is_none());
        if perhaps.any(|coat| coat.sides.is_some_and(|sides| sides.holds(core))) {
            return Some(Why::Perhaps);
        }
        let own = colour(fill).filter(|_| unstroked)?;
        let ground =
            before.iter().rev().find(|coat| coat.sides.is_none_or(|sides| sides.meets(all)));
        let ground = match ground {
            None => [u8::MAX; 3],
            Some(coat) if coat.opaque == Some(true) && coat.sides?.holds(core) => coat.colour?,
            Some(_) => return None,
        };
        let near = own.iter().zip(ground).all(|(one, other)| one.abs_diff(other) <= NEAR);
        // On a ground of which only a style tells the colour it may well be seen.
        let told = if self.first.ground || self.first.rules.ground { possible } else { likely };
        told.filter(|_| near)
    }
}

/// Whether a value is only known when it is drawn.
fn is_computed(value: &str) -> bool {
    value.contains("var(") || value.contains("calc(") || value.contains("env(")
}

/// Whether declarations hide what they hold for.
fn hides(body: &str) -> bool {
    let is = |key: &str, hides: &dyn Fn(&str) -> bool| property(body, key).is_some_and(hides);
    let nought = |value: &str| part_of(value).map_or(is_computed(value), |part| part <= 0.0);
    is("display", &|value| value == "none" || is_computed(value))
        || is("visibility", &|value| matches!(value, "hidden" | "collapse") || is_computed(value))
        || is("content-visibility", &|value| value == "hidden")
        || is("opacity", &nought)
        || is("fill-opacity", &nought)
        || is("font-size", &|value| {
            numbers(value).is_some_and(|all| all.first().is_some_and(|size| *size <= 0.0))
        })
}

/// Letters smaller than this part of the longest side of a drawing are not seen.
const TINY: f64 = 1000.0;

/// Colours that differ by no more look the same.
const NEAR: u8 = 8;
