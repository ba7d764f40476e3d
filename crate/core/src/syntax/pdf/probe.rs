//! What drawing something comes to: whether anything is painted at all, and which boxes are filled.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::kurbo::{Affine, BezPath, Rect};
use hayro_interpret::{DrawMode, DrawProps, Image, MaskType, Paint, SoftMask};

use super::area::Area;

/// What it comes to. It is no device: each device is one more copy of the whole interpreter.
#[derive(Debug, Default)]
pub struct Probe {
    /// Whether anything is painted.
    paints: bool,
    /// Whether anything that is not black is.
    lights: bool,
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

impl Probe {
    fn note(&mut self, paint: &Paint<'_>) -> bool {
        let (paints, lights) = match paint {
            Paint::Color(colour) => {
                let [red, green, blue, alpha] = colour.to_rgba().to_rgba8();
                (alpha > DARK, [red, green, blue].iter().any(|one| *one >= DARK))
            }
            Paint::Pattern(_) => (true, true),
        };
        self.paints |= paints;
        self.lights |= paints && lights;
        paints
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
        self.paints = true;
        self.lights = true;
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let plain = matches!(image, Image::Raster(_));
        let bounds = transform.transform_rect_bbox(size);
        self.boxes.push(if plain { bounds } else { Rect::ZERO });
    }
}
