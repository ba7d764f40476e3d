//! What drawing something comes to: whether anything is painted at all, and which boxes are filled.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::pattern::ShadingPattern;
use hayro_interpret::shading::{ShadingFunction, ShadingType};
use hayro_interpret::{DrawMode, DrawProps, Image, MaskType, Paint, SoftMask};

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

/// Whether a mask that comes to this lets nothing of what it masks be seen.
pub fn hides_all(mask: &SoftMask<'_>, probe: &Probe) -> bool {
    match mask.mask_type() {
        MaskType::Alpha => !probe.paints,
        MaskType::Luminosity => {
            let [red, green, blue, _] = mask.background_color().to_rgba().to_rgba8();
            !probe.lights && [red, green, blue].iter().all(|one| *one < DARK)
        }
    }
}

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
        let (paints, lights) = match paint {
            Paint::Color(colour) => {
                let colour @ [red, green, blue, alpha] = colour.to_rgba().to_rgba8();
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
    /// Takes a path.
    pub fn path(&mut self, path: &BezPath, props: &DrawProps<'_>, mode: &DrawMode) {
        if matches!(mode, DrawMode::Invisible) || path.elements().is_empty() {
            return;
        }
        if self.note(&props.paint) {
            #[expect(clippy::arithmetic_side_effects, reason = "an affine map of floats")]
            let area = Area::new(props.transform * path.clone(), false);
            let filled = matches!(mode, DrawMode::Fill(_)).then(|| area.rectangle()).flatten();
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
        if !matches!(mode, DrawMode::Invisible) && run.glyphs().iter().any(|glyph| drawn(glyph)) {
            self.note(&props.paint);
            self.boxes.push(Rect::ZERO);
        }
    }

    /// Takes a picture.
    pub fn picture(&mut self, image: &Image<'_, '_>, transform: Affine) {
        (self.paints, self.lights, self.mixed) = (true, true, true);
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let plain = matches!(image, Image::Raster(_));
        let bounds = transform.transform_rect_bbox(size);
        self.boxes.push(if plain { bounds } else { Rect::ZERO });
    }
}
