//! Stands in for the colour management of this name: what of it `hayro-interpret` calls. A profile
//! is its header (ICC.1:2022 §7.2): grey and RGB are taken as they come, CMYK and Lab by plain
//! sums. That tells white from black and a bar from its paper, which is all that is asked.

use std::sync::Arc;

/// What a profile's values mean.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DataColorSpace {
    /// Brightness.
    Gray,
    /// Red, green and blue.
    Rgb,
    /// Four inks.
    Cmyk,
    /// Lightness and two differences.
    Lab,
}

/// How the values of a pixel lie.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Layout {
    /// One.
    Gray,
    /// Three.
    Rgb,
    /// Four.
    Rgba,
}

/// How colours are converted.
#[derive(Clone, Copy, Debug, Default)]
pub struct TransformOptions;

/// A colour as CIE XYZ.
#[derive(Clone, Copy, Debug)]
pub struct Xyzd;

impl Xyzd {
    /// Whatever it is, paper is white here.
    #[must_use]
    pub fn new(_x: f64, _y: f64, _z: f64) -> Self {
        Self
    }
}

/// A profile that cannot be read, or not for so many values.
#[derive(Debug)]
pub struct CmsError;

/// Converts pixels.
pub trait TransformExecutor<V> {
    /// From `src` into `dst`.
    fn transform(&self, src: &[V], dst: &mut [V]) -> Result<(), CmsError>;
}

/// Converts pixels where they lie.
pub trait InPlaceTransformExecutor<V> {
    /// As many values as before.
    fn transform(&self, in_out: &mut [V]) -> Result<(), CmsError>;
}

/// Converts pixels of bytes.
pub type Transform8BitExecutor = dyn TransformExecutor<u8> + Send + Sync;

/// A profile: what its header says.
#[derive(Clone, Debug)]
pub struct ColorProfile {
    /// What its values mean.
    pub color_space: DataColorSpace,
    /// What counts as white.
    pub white_point: Xyzd,
    /// No curve.
    pub gray_trc: Option<()>,
    /// No curve.
    pub red_trc: Option<()>,
}

impl ColorProfile {
    /// Reads the header; fails where it is none.
    pub fn new_from_slice(profile: &[u8]) -> Result<Self, CmsError> {
        let space = match profile.get(16..20) {
            Some(b"GRAY") => DataColorSpace::Gray,
            Some(b"RGB ") => DataColorSpace::Rgb,
            Some(b"CMYK") => DataColorSpace::Cmyk,
            Some(b"Lab ") => DataColorSpace::Lab,
            _ => return Err(CmsError),
        };
        if profile.get(36..40) == Some(b"acsp") { Ok(Self::of(space)) } else { Err(CmsError) }
    }

    /// The colours of a screen.
    #[must_use]
    pub fn new_srgb() -> Self {
        Self::of(DataColorSpace::Rgb)
    }

    /// Grey.
    #[must_use]
    pub fn new_gray_with_gamma(_gamma: f32) -> Self {
        Self::of(DataColorSpace::Gray)
    }

    /// Into pixels of three bytes; fails where the profile has not as many values as `layout`.
    pub fn create_transform_8bit(
        &self,
        layout: Layout,
        _into: &Self,
        _layout: Layout,
        _options: TransformOptions,
    ) -> Result<Arc<Transform8BitExecutor>, CmsError> {
        Ok(Arc::new(self.convert(layout)?))
    }

    /// In place; fails where the profile has not as many values as `layout`.
    pub fn create_in_place_transform_8bit(
        &self,
        layout: Layout,
        _into: &Self,
        _options: TransformOptions,
    ) -> Result<Arc<dyn InPlaceTransformExecutor<u8> + Send + Sync>, CmsError> {
        Ok(Arc::new(self.convert(layout)?))
    }

    fn of(color_space: DataColorSpace) -> Self {
        Self { color_space, white_point: Xyzd, gray_trc: None, red_trc: None }
    }

    fn convert(&self, layout: Layout) -> Result<Convert, CmsError> {
        match (self.color_space, layout) {
            (DataColorSpace::Gray, Layout::Gray)
            | (DataColorSpace::Rgb | DataColorSpace::Lab, Layout::Rgb)
            | (DataColorSpace::Cmyk, Layout::Rgba) => Ok(Convert(self.color_space)),
            _ => Err(CmsError),
        }
    }
}

/// Converts from one kind of values.
struct Convert(DataColorSpace);

impl Convert {
    fn pixel(&self, from: &[u8]) -> [u8; 3] {
        match (self.0, from) {
            (DataColorSpace::Lab, &[l, a, b]) => lab(l, a, b),
            (DataColorSpace::Cmyk, &[c, m, y, k]) => [c, m, y].map(|ink| under(ink, k)),
            (_, &[r, g, b]) => [r, g, b],
            (_, &[grey, ..]) => [grey; 3],
            _ => [0; 3],
        }
    }
}

impl TransformExecutor<u8> for Convert {
    fn transform(&self, src: &[u8], dst: &mut [u8]) -> Result<(), CmsError> {
        let size = match self.0 {
            DataColorSpace::Gray => 1,
            DataColorSpace::Cmyk => 4,
            DataColorSpace::Rgb | DataColorSpace::Lab => 3,
        };
        for (from, into) in src.chunks_exact(size).zip(dst.chunks_exact_mut(3)) {
            into.copy_from_slice(&self.pixel(from));
        }
        Ok(())
    }
}

impl InPlaceTransformExecutor<u8> for Convert {
    fn transform(&self, in_out: &mut [u8]) -> Result<(), CmsError> {
        if self.0 == DataColorSpace::Lab {
            for pixel in in_out.chunks_exact_mut(3) {
                let new = self.pixel(pixel);
                pixel.copy_from_slice(&new);
            }
        }
        Ok(())
    }
}

/// What an ink and black leave of the light of one colour.
fn under(ink: u8, black: u8) -> u8 {
    let left = u16::from(255 - ink) * u16::from(255 - black) / 255;
    u8::try_from(left).unwrap_or(u8::MAX)
}

/// CIE 1976 L*a*b* under D50 as sRGB (IEC 61966-2-1), in bytes as ICC.1 §6.3.4.2 has them.
fn lab(l: u8, a: u8, b: u8) -> [u8; 3] {
    let y = (f32::from(l) / 2.55 + 16.0) / 116.0;
    let x = y + (f32::from(a) - 128.0) / 500.0;
    let z = y - (f32::from(b) - 128.0) / 200.0;
    let light = |t: f32| if t > 6.0 / 29.0 { t * t * t } else { (t - 4.0 / 29.0) * 108.0 / 841.0 };
    let (x, y, z) = (light(x) * 0.9642, light(y), light(z) * 0.8249);
    let rows = [
        [3.1339, -1.6169, -0.4906],
        [-0.9788, 1.9161, 0.0335],
        [0.0719, -0.2290, 1.4052],
    ];
    rows.map(|[r, g, b]: [f32; 3]| {
        let linear = (r * x + g * y + b * z).clamp(0.0, 1.0);
        let curved = if linear <= 0.003_130_8 {
            linear * 12.92
        } else {
            1.055 * linear.powf(1.0 / 2.4) - 0.055
        };
        // In 0..=255 by the clamp above.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let byte = (curved * 255.0 + 0.5) as u8;
        byte
    })
}
