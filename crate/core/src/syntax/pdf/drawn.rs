//! What a reader draws on a page for annotations that bring no appearance of their own, and what
//! was marked to be taken out (ISO 32000-2, 12.5.6).

use std::collections::{BTreeMap, BTreeSet};

use hayro_interpret::kurbo::{Affine, BezPath, Point};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::area::{Area, Pen};
use super::cover::{Colour, Paint};
use crate::order::Gather;

/// What is on a page beside its content.
#[derive(Debug, Default)]
pub struct Beside {
    /// What a reader draws.
    pub shapes: Vec<Shape>,
    /// What was marked to be taken out.
    pub marks: Vec<Mark>,
    /// The annotations, by the number of the object that draws them.
    pub owners: BTreeMap<u32, Vec<Whose>>,
    /// The objects of annotations that not every reader draws.
    pub doubted: BTreeSet<u32>,
    /// Whether there are more of them than are looked at.
    pub cut: bool,
}

/// An annotation.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Whose {
    /// With an object of its own, and those above it if it is a field.
    Object(Vec<ObjectId>),
    /// Without one: the object that lists it, and which it is there, from 1.
    Listed(ObjectId, u64),
}

/// A shape, in the space of the page.
#[derive(Debug)]
pub struct Shape {
    points: Vec<Point>,
    /// How broad its line is; nothing where it is filled.
    line: Option<f64>,
    /// What it does to what is under it.
    pub paint: Paint,
    /// The object of the annotation, or the one that lists it.
    pub of: u32,
}

impl Shape {
    /// Where it is on the page as it is shown.
    pub fn area(&self, transform: Affine) -> Option<Area> {
        let path = path(&self.points);
        match self.line {
            Some(width) => Pen::new(width, 0.0, transform).map(|pen| Area::line(&path, pen)),
            None => Some(filled(path, transform)),
        }
    }
}

/// A remark that asks for something to be taken out.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which annotation of the page it is, from 1.
    pub number: u64,
    /// Its object, if it is one of its own.
    pub id: Option<ObjectId>,
    /// The corners of each piece, in the space of the page.
    pub corners: Vec<Vec<Point>>,
}

impl Mark {
    /// What is to be taken out, on the page as it is shown.
    pub fn areas(&self, transform: Affine) -> Vec<Area> {
        self.corners.iter().map(|points| filled(path(points), transform)).collect()
    }
}

#[expect(clippy::arithmetic_side_effects, reason = "an affine map of floating-point numbers")]
fn filled(mut path: BezPath, transform: Affine) -> Area {
    path.close_path();
    Area::new(transform * path, false)
}

fn path(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    for (index, point) in points.iter().enumerate() {
        if index == 0 {
            path.move_to(*point);
        } else {
            path.line_to(*point);
        }
    }
    path
}

/// No more annotations of a page are looked at.
const MOST: usize = 10_000;

/// The flags of annotations that are not shown: hidden, and not for the screen.
const UNSEEN: i64 = (1 << 1) | (1 << 5);

/// What is on a page beside its content.
pub fn beside(page: ObjectId, document: &Document) -> Beside {
    let mut beside = Beside::default();
    let Some((list, annotations)) = annotations(page, document) else { return beside };
    beside.cut = annotations.len() > MOST;
    for (annotation, number) in annotations.iter().take(MOST).zip(1..) {
        let id = annotation.as_reference().ok();
        let annotation = document.dereference(annotation).ok().map(|(_, object)| object);
        let Some(Object::Dictionary(dictionary)) = annotation else { continue };
        let annotation = Annotation { dictionary, document };
        let owner = match id {
            Some(id) => Whose::Object(annotation.chain(id)),
            None => Whose::Listed(list, number),
        };
        let own = id.unwrap_or(list).0;
        let streams = annotation.appearances().into_iter().map(|id| id.0);
        for number in streams.chain([own]) {
            beside.owners.entry(number).or_default().push(owner.clone());
        }
        let kind = annotation.get(b"Subtype").and_then(|name| name.as_name().ok());
        let kind = kind.unwrap_or_default();
        if kind == b"Redact" {
            beside.marks.push(Mark { number, id, corners: annotation.corners() });
            continue;
        }
        let flags = annotation.get(b"F").and_then(|flags| flags.as_i64().ok()).unwrap_or(0);
        if flags & UNSEEN == 0 && !annotation.has_appearance() {
            let before = beside.shapes.len();
            annotation.draw(kind, own, &mut beside.shapes);
            if kind == b"Link" && beside.shapes.len() > before {
                beside.doubted.insert(own);
            }
        }
    }
    beside
}

/// What lists the annotations of a page, with that list.
fn annotations(page: ObjectId, document: &Document) -> Option<(ObjectId, &[Object])> {
    let list = document.get_dictionary(page).ok()?.get(b"Annots").ok()?;
    let (id, list) = document.dereference(list).ok()?;
    Some((id.unwrap_or(page), list.as_array().ok()?))
}

/// All that annotations of these pages draw with.
pub fn appearances(
    pages: impl Iterator<Item = ObjectId>,
    document: &Document,
) -> BTreeSet<ObjectId> {
    let lists = pages.filter_map(|page| annotations(page, document));
    let items = lists.flat_map(|(_, list)| list.iter().take(MOST));
    let dictionaries = items.filter_map(|item| document.dereference(item).ok()?.1.as_dict().ok());
    dictionaries.flat_map(|one| Annotation { dictionary: one, document }.appearances()).into_set()
}

/// A border of a link that is thinner, in points, hides nothing.
const BROAD: f64 = 4.0;

/// A field stands no deeper in others.
const DEEP: usize = 8;

struct Annotation<'a> {
    dictionary: &'a Dictionary,
    document: &'a Document,
}

impl<'a> Annotation<'a> {
    fn get(&self, key: &[u8]) -> Option<&'a Object> {
        self.dictionary.get_deref(key, self.document).ok()
    }

    /// Its object, and those of the fields that it belongs to.
    fn chain(&self, id: ObjectId) -> Vec<ObjectId> {
        let (mut chain, mut node) = (vec![id], self.dictionary);
        while let Ok(parent) = node.get(b"Parent").and_then(Object::as_reference)
            && chain.len() < DEEP
            && let Ok(next) = self.document.get_dictionary(parent)
        {
            chain.push(parent);
            node = next;
        }
        chain
    }

    /// The streams that it is drawn with, in every state.
    fn appearances(&self) -> Vec<ObjectId> {
        let Some(Object::Dictionary(appearance)) = self.get(b"AP") else { return Vec::new() };
        let mut found = Vec::new();
        for (_, value) in appearance {
            let states = match self.document.dereference(value) {
                Ok((_, Object::Dictionary(states))) => states.iter().map(|(_, one)| one).collect(),
                _ => vec![value],
            };
            found.extend(states.iter().filter_map(|one| one.as_reference().ok()));
        }
        found
    }

    fn has_appearance(&self) -> bool {
        let Some(Object::Dictionary(appearance)) = self.get(b"AP") else { return false };
        appearance.get_deref(b"N", self.document).is_ok()
    }

    fn numbers(&self, key: &[u8]) -> Vec<f64> {
        match self.get(key) {
            Some(Object::Array(items)) => numbers(items, self.document),
            _ => Vec::new(),
        }
    }

    /// The rectangle of the annotation, as four corners.
    fn rectangle(&self) -> Option<Vec<Point>> {
        let [left, low, right, high] = *self.numbers(b"Rect").as_slice() else { return None };
        let corners = [(left, low), (right, low), (right, high), (left, high)];
        Some(corners.map(|(x, y)| Point::new(x, y)).to_vec())
    }

    /// Each piece of what the annotation is about.
    fn corners(&self) -> Vec<Vec<Point>> {
        let numbers = self.numbers(b"QuadPoints");
        let quads: Vec<Vec<Point>> = numbers.chunks_exact(8).filter_map(quad).collect();
        if quads.is_empty() { self.rectangle().into_iter().collect() } else { quads }
    }

    fn colour(&self, key: &[u8]) -> Option<Colour> {
        let part = |part: f64| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
        let looks = match key {
            b"BG" => self.get(b"MK").and_then(|looks| looks.as_dict().ok()),
            _ => Some(self.dictionary),
        };
        let of = Annotation { dictionary: looks?, document: self.document };
        match *of.numbers(key).as_slice() {
            [grey] => Some([part(grey); 3]),
            [red, green, blue] => Some([part(red), part(green), part(blue)]),
            [cyan, magenta, yellow, black] => {
                Some([cyan, magenta, yellow].map(|ink| part((1.0 - ink) * (1.0 - black))))
            }
            _ => None,
        }
    }

    fn draw(&self, kind: &[u8], of: u32, into: &mut Vec<Shape>) {
        let opacity = self.get(b"CA").and_then(|value| value.as_float().ok()).unwrap_or(1.0);
        let opacity = (opacity.clamp(0.0, 1.0) * 255.0).round() as u8;
        let line = self.colour(b"C");
        let mut fill = |points: Vec<Point>, paint: Paint| {
            into.push(Shape { points, line: None, paint, of });
        };
        match kind {
            b"Square" | b"Circle" | b"Polygon" => {
                let Some(colour) = self.colour(b"IC") else { return };
                let points = match kind {
                    b"Square" => self.rectangle(),
                    b"Circle" => self.rectangle().map(|corners| round(&corners)),
                    _ => Some(points(&self.numbers(b"Vertices"))),
                };
                if let Some(points) = points {
                    fill(points, Paint::Colour(colour, opacity));
                }
            }
            b"FreeText" | b"Widget" => {
                let colour = if kind == b"Widget" { self.colour(b"BG") } else { line };
                if let (Some(colour), Some(points)) = (colour, self.rectangle()) {
                    fill(points, Paint::Colour(colour, opacity));
                }
            }
            b"Link" => {
                let (width, colour) =
                    (self.width(), line.or((!self.dictionary.has(b"C")).then_some([0; 3])));
                if let (Some(colour), Some(mut points)) = (colour, self.rectangle())
                    && width >= BROAD
                {
                    points.extend(points.first().copied());
                    into.push(Shape {
                        points,
                        line: Some(width),
                        paint: Paint::Colour(colour, opacity),
                        of,
                    });
                }
            }
            b"Highlight" => {
                let Some(colour) = line else { return };
                for points in self.corners() {
                    fill(points, Paint::Darkening(colour, opacity));
                }
            }
            b"Line" | b"Ink" | b"PolyLine" => {
                let paint = Paint::Colour(line.unwrap_or_default(), opacity);
                let width = self.width();
                for points in self.strokes(kind) {
                    into.push(Shape { points, line: Some(width), paint, of });
                }
            }
            _ => {}
        }
    }

    fn strokes(&self, kind: &[u8]) -> Vec<Vec<Point>> {
        match kind {
            b"Line" => vec![points(&self.numbers(b"L"))],
            b"PolyLine" => vec![points(&self.numbers(b"Vertices"))],
            _ => match self.get(b"InkList") {
                Some(Object::Array(lists)) => lists
                    .iter()
                    .filter_map(|list| self.document.dereference(list).ok()?.1.as_array().ok())
                    .map(|list| points(&numbers(list, self.document)))
                    .collect(),
                _ => Vec::new(),
            },
        }
    }

    fn width(&self) -> f64 {
        let style = self.get(b"BS").and_then(|style| style.as_dict().ok());
        let width = style.and_then(|style| style.get_deref(b"W", self.document).ok());
        let width = width.and_then(|width| width.as_float().ok()).map(f64::from);
        width.or(self.numbers(b"Border").get(2).copied()).unwrap_or(1.0)
    }
}

fn numbers(items: &[Object], document: &Document) -> Vec<f64> {
    let number = |item: &Object| document.dereference(item).ok()?.1.as_float().ok();
    items.iter().filter_map(number).map(f64::from).collect()
}

fn points(numbers: &[f64]) -> Vec<Point> {
    numbers
        .chunks_exact(2)
        .filter_map(|pair| match pair {
            [x, y] => Some(Point::new(*x, *y)),
            _ => None,
        })
        .collect()
}

/// Four corners, in the order in which they lie around. Files have them line by line, whatever
/// the standard says.
fn quad(numbers: &[f64]) -> Option<Vec<Point>> {
    match points(numbers).as_slice() {
        [one, two, three, four] => Some(vec![*one, *two, *four, *three]),
        _ => None,
    }
}

/// The round that touches the sides of a rectangle.
#[expect(clippy::arithmetic_side_effects, reason = "geometry in floating-point numbers")]
fn round(corners: &[Point]) -> Vec<Point> {
    let [low, _, high, _] = corners else { return Vec::new() };
    let (middle, half) = (low.midpoint(*high), (*high - *low) / 2.0);
    const OUT: [(f64, f64); 8] = [
        (1.0, 0.0),
        (0.707, 0.707),
        (0.0, 1.0),
        (-0.707, 0.707),
        (-1.0, 0.0),
        (-0.707, -0.707),
        (0.0, -1.0),
        (0.707, -0.707),
    ];
    OUT.map(|(right, up)| Point::new(middle.x + half.x * right, middle.y + half.y * up)).to_vec()
}
