//! Stands in for the decoder of this name: what of it `hayro-syntax` calls, and no picture.

/// How a picture is read.
pub struct DecodeSettings {
    /// Whether colours of a palette are looked up.
    pub resolve_palette_indices: bool,
    /// Whether a picture that breaks the rules fails.
    pub strict: bool,
    /// The size that is wanted.
    pub target_resolution: Option<(u32, u32)>,
}

/// What its samples mean.
pub enum ColorSpace {
    /// Grey.
    Gray,
    /// Red, green and blue.
    RGB,
    /// Four inks.
    CMYK,
    /// Nobody says.
    Unknown {
        /// Samples of a pixel.
        num_channels: u8,
    },
    /// As a profile says.
    Icc {
        /// The profile.
        profile: Vec<u8>,
        /// Samples of a pixel.
        num_channels: u8,
    },
}

/// A picture; there is none.
pub enum Image {}

/// Its samples; there are none.
pub enum Bitmap {}

/// What a decoder keeps between pictures.
#[derive(Default)]
pub struct DecoderContext;

/// There are no pictures here.
pub struct NoDecoder;

impl Image {
    /// Always fails.
    pub fn new(_data: &[u8], _settings: &DecodeSettings) -> Result<Self, NoDecoder> {
        Err(NoDecoder)
    }

    /// Pixels in a line.
    pub fn width(&self) -> u32 {
        match *self {}
    }

    /// Lines.
    pub fn height(&self) -> u32 {
        match *self {}
    }

    /// Bits of a sample.
    pub fn original_bit_depth(&self) -> u8 {
        match *self {}
    }

    /// What the samples mean.
    pub fn color_space(&self) -> &ColorSpace {
        match *self {}
    }

    /// Whether it says how much shines through.
    pub fn has_alpha(&self) -> bool {
        match *self {}
    }

    /// Gives the samples.
    pub fn decode(&self, _context: &mut DecoderContext) -> Result<Bitmap, NoDecoder> {
        match *self {}
    }
}

impl Bitmap {
    /// Its samples, of eight bits each.
    pub fn data_u8(self) -> Vec<u8> {
        match self {}
    }
}
