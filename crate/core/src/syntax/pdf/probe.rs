//! What drawing something comes to: whether anything is painted at all, and which boxes are filled.

use std::rc::Rc;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::pattern::ShadingPattern;
use hayro_interpret::shading::{ShadingFunction, ShadingType};
use hayro_interpret::{BlendMode, DrawMode, DrawProps, Image, MaskType, Paint, SoftMask};

use super::area::Area;
use super::cover::Colour;

/// What it comes to. It is no device: each device is one more copy of the whole interpreter.
#[derive(Debug, Default)]
pub struct Probe {
    /// Whether anything is painted.
    paints: bool,
    /// Whether anything that is not black is.
    lights: bool,
    /// The colour of all that is, and whether there is more than one.
    colour: Option<Colour>,
    mixed: bool,
    /// What is filled that is a box.
    boxes: Vec<Rect>,
    /// How light and how opaque each thing is that is painted; nothing of what has no one colour.
    levels: Vec<Option<[u8; 2]>>,
    /// Whether something is laid on the rest in a way that is not looked at.
    pub blends: bool,
}

/// What a mask lets be seen of what it masks.
#[derive(Clone, Debug)]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// All of it.
    All,
    /// What lies in some boxes.
    Within(Rc<Area>),
    /// Some of it: which is not known.
    Some,
}

/// What a glyph looks like, in thousandths of its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    /// Nothing is painted.
    Blank,
    /// It is one box.
    Block(Rect),
    /// Anything else.
    Drawn,
}

/// A box is at least so wide and so high.
const BLOCK: f64 = 250.0;

impl Look {
    /// What a glyph of operators looks like that comes to this.
    pub fn of(probe: &Probe) -> Self {
        match probe.boxes.as_slice() {
            _ if !probe.paints => Self::Blank,
            [only] if is_block(*only) => Self::Block(*only),
            _ => Self::Drawn,
        }
    }

    /// What a glyph with this outline looks like.
    pub fn of_outline(outline: BezPath) -> Self {
        if outline.segments().next().is_none() {
            return Self::Blank;
        }
        match Area::new(outline, false).rectangle() {
            Some(only) if is_block(only) => Self::Block(only),
            _ => Self::Drawn,
        }
    }
}

fn is_block(bounds: Rect) -> bool {
    bounds.width() >= BLOCK && bounds.height() >= BLOCK
}

/// What a mask that comes to this lets be seen.
pub fn shown(mask: &SoftMask<'_>, probe: &Probe) -> Shown {
    let [red, green, blue, _] = mask.background_color().to_rgba().to_rgba8();
    let alpha = mask.mask_type() == MaskType::Alpha;
    let ground = if alpha { [0, 0] } else { [light([red, green, blue]), 0] };
    // Of a colour that is not all opaque it is not known what it comes to.
    let level = |[light, opaque]: [u8; 2]| {
        let mut level = [if alpha { opaque } else { light }];
        mask.transfer_function().into_iter().for_each(|change| change.apply_to(&mut level));
        match level {
            [..DARK] => Some(false),
            [LIGHT..=u8::MAX] => Some(true),
            _ => None,
        }
    };
    let Some(around) = level(ground) else { return Shown::Some };
    let dark = if alpha { !probe.paints } else { !probe.lights };
    if dark && !around {
        return Shown::Nothing;
    }
    let whole = |[light, opaque]: [u8; 2]| (alpha || opaque == u8::MAX).then_some([light, opaque]);
    let painted = probe.levels.iter().map(|own| own.and_then(whole).and_then(level));
    // What changes nothing of the ground may have any form.
    let mut painted = painted.zip(&probe.boxes).skip_while(|(own, _)| *own == Some(around));
    let mut boxes = BezPath::new();
    let bright = painted.all(|(own, area)| {
        boxes.extend(area.path_elements(0.1));
        own == Some(true) && (around || *area != Rect::ZERO)
    });
    match around {
        _ if probe.blends || !bright => Shown::Some,
        true => Shown::All,
        false if boxes.elements().is_empty() => Shown::Nothing,
        false => Shown::Within(Rc::new(Area::new(boxes, false))),
    }
}

/// How light a colour is (ISO 32000-2, 11.5.3).
fn light([red, green, blue]: Colour) -> u8 {
    let sum = u32::from(red).saturating_mul(30).saturating_add(u32::from(green).saturating_mul(59));
    let sum = sum.saturating_add(u32::from(blue).saturating_mul(11)).div_euclid(100);
    u8::try_from(sum).unwrap_or(u8::MAX)
}

/// What is lighter than this lets all through.
const LIGHT: u8 = 242;

/// What is darker than this is black.
const DARK: u8 = 8;

/// The one colour of a shade, as far as some points of it tell.
pub fn shade(pattern: &ShadingPattern) -> Option<Colour> {
    let shading = &pattern.shading;
    let mut probe = Probe { mixed: pattern.transfer_function.is_some(), ..Probe::default() };
    let mut note = |parts: &[f32]| {
        probe.colour(shading.color_space.to_rgba(parts, 1.0).to_rgba8());
    };
    let step = |range: &[f32], step: u8| match range {
        [from, to] => from + (to - from) * f32::from(step) / f32::from(SHADES),
        _ => 0.0,
    };
    let mut along = |function: &ShadingFunction, across: &[f32], up: &[f32]| {
        let mut parts = vec![0.0; function.num_outputs()];
        for at in 0..=SHADES {
            for above in 0..=if up.is_empty() { 0 } else { SHADES } {
                let point = [step(across, at), step(up, above)];
                let point = if up.is_empty() { point.get(..1)? } else { &point };
                function.eval(point, &mut parts)?;
                note(&parts);
            }
        }
        Some(())
    };
    let corners = match &*shading.shading_type {
        ShadingType::FunctionBased { domain, function, .. } => {
            let (across, up) = domain.split_at_checked(2)?;
            along(function, across, up)?;
            None
        }
        ShadingType::RadialAxial { domain, function, .. } => {
            along(function, domain, &[])?;
            None
        }
        ShadingType::TriangleMesh { triangles, function } => {
            let corners = triangles.iter().flat_map(|one| [&one.p0, &one.p1, &one.p2]);
            Some((corners.map(|corner| &corner.colors).collect::<Vec<_>>(), function))
        }
        ShadingType::CoonsPatchMesh { patches, function } => {
            Some((patches.iter().flat_map(|patch| &patch.colors).collect(), function))
        }
        ShadingType::TensorProductPatchMesh { patches, function } => {
            Some((patches.iter().flat_map(|patch| &patch.colors).collect(), function))
        }
        ShadingType::Dummy => return None,
    };
    if let Some((corners, function)) = corners {
        match function {
            Some(function) => {
                let one = || corners.iter().filter_map(|corner| corner.first().copied());
                let ends = [one().fold(f32::MAX, f32::min), one().fold(f32::MIN, f32::max)];
                along(function, &ends, &[])?;
            }
            None => corners.iter().for_each(|corner| note(corner)),
        }
    }
    shading.background.iter().for_each(|background| note(background));
    probe.colour.filter(|_| !probe.mixed)
}

/// Where on the page a shade paints, if not wherever it is asked to.
#[expect(clippy::arithmetic_side_effects, reason = "an affine map of floats")]
pub fn reach(pattern: &ShadingPattern) -> Option<Area> {
    let mut path = BezPath::new();
    let mut patch = |points: &[Point]| {
        if let Some((first, rest)) = points.get(..12).and_then(<[Point]>::split_first) {
            path.move_to(*first);
            for curve in rest.chunks(3) {
                if let [one, two, rest @ ..] = curve {
                    path.curve_to(*one, *two, *rest.first().unwrap_or(first));
                }
            }
        }
    };
    match &*pattern.shading.shading_type {
        _ if pattern.shading.background.is_some() => return None,
        ShadingType::FunctionBased { domain: [left, right, low, high], matrix, .. } => {
            let [left, right, low, high] = [left, right, low, high].map(|side| f64::from(*side));
            path = *matrix * Rect::new(left, low, right, high).to_path(0.1);
        }
        ShadingType::TriangleMesh { triangles, .. } => {
            for triangle in triangles {
                path.move_to(triangle.p0.point);
                path.line_to(triangle.p1.point);
                path.line_to(triangle.p2.point);
            }
        }
        ShadingType::CoonsPatchMesh { patches, .. } => {
            patches.iter().for_each(|one| patch(&one.control_points));
        }
        ShadingType::TensorProductPatchMesh { patches, .. } => {
            patches.iter().for_each(|one| patch(&one.control_points));
        }
        ShadingType::RadialAxial { .. } | ShadingType::Dummy => {
            path = pattern.shading.clip_path.clone()?;
            return Some(Area::new(path, false));
        }
    }
    Some(Area::new(pattern.matrix * path, false))
}

/// So many points of a shade are looked at.
const SHADES: u8 = 16;

impl Probe {
    fn note(&mut self, paint: &Paint<'_>) -> bool {
        let mut level = None;
        let (paints, lights) = match paint {
            Paint::Color(colour) => {
                let colour @ [red, green, blue, alpha] = colour.to_rgba().to_rgba8();
                level = Some([light([red, green, blue]), alpha]);
                if alpha > DARK {
                    self.colour(colour);
                }
                (alpha > DARK, [red, green, blue].iter().any(|one| *one >= DARK))
            }
            Paint::Pattern(_) => {
                self.mixed = true;
                (true, true)
            }
        };
        self.paints |= paints;
        self.lights |= paints && lights;
        if paints {
            self.levels.push(level);
        }
        paints
    }

    fn colour(&mut self, [red, green, blue, alpha]: [u8; 4]) {
        let colour = [red, green, blue];
        self.mixed |= alpha < u8::MAX || *self.colour.get_or_insert(colour) != colour;
    }

    /// The colours of all that is painted, if they are not more than one.
    pub fn colours(&self) -> Option<Option<Colour>> {
        (!self.mixed).then_some(self.colour)
    }
}

impl Probe {
    /// Takes a path, within these.
    pub fn path(
        &mut self,
        path: &BezPath,
        props: &DrawProps<'_>,
        mode: &DrawMode,
        clips: &[Rc<Area>],
    ) {
        if matches!(mode, DrawMode::Invisible) || path.elements().is_empty() {
            return;
        }
        if self.note(&props.paint) {
            #[expect(clippy::arithmetic_side_effects, reason = "an affine map of floats")]
            let area = Area::new(props.transform * path.clone(), false);
            let filled = matches!(mode, DrawMode::Fill(_)).then(|| area.rectangle()).flatten();
            let within = |all: Rect, clip: &Rc<Area>| {
                let clip = if clip.bounds().contains_rect(all) { all } else { clip.rectangle()? };
                Some(all.intersect(clip))
            };
            let filled = filled.and_then(|filled| clips.iter().try_fold(filled, within));
            self.blends |= props.soft_mask.is_some() || props.blend_mode != BlendMode::Normal;
            // What is no box makes one of more than one.
            self.boxes.push(filled.unwrap_or(Rect::ZERO));
        }
    }

    /// Takes glyphs.
    pub fn glyphs(&mut self, run: &GlyphRun<'_, '_>, props: &DrawProps<'_>, mode: &DrawMode) {
        let drawn = |glyph: &Glyph<'_>| match glyph {
            Glyph::Outline(outline) => outline.outline().segments().next().is_some(),
            Glyph::Type3(_) => true,
        };
        if !matches!(mode, DrawMode::Invisible)
            && run.glyphs().iter().any(|glyph| drawn(glyph))
            && self.note(&props.paint)
        {
            self.boxes.push(Rect::ZERO);
        }
    }

    /// Takes a picture.
    pub fn picture(&mut self, image: &Image<'_, '_>, transform: Affine) {
        (self.paints, self.lights, self.mixed) = (true, true, true);
        self.levels.push(None);
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let plain = matches!(image, Image::Raster(_));
        let bounds = transform.transform_rect_bbox(size);
        self.boxes.push(if plain { bounds } else { Rect::ZERO });
    }
}
