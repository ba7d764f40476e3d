//! Stands in for the decoder of this name: what of it `hayro-syntax` calls, and no picture.

/// How strictly a picture is read.
pub struct DecodeSettings {
    /// Whether a picture that breaks the rules fails.
    pub strict: bool,
}

/// What several pictures share; there is none.
pub enum Globals {}

/// A picture; there is none.
pub enum Page {}

/// There are no pictures here.
pub struct NoDecoder;

/// What takes the pixels.
pub trait Decoder {
    /// One pixel.
    fn push_pixel(&mut self, black: bool);
    /// So many times eight pixels.
    fn push_pixel_chunk(&mut self, black: bool, chunk_count: u32);
    /// The end of a line.
    fn next_line(&mut self);
}

impl Globals {
    /// Always fails.
    pub fn new(_data: &[u8], _settings: &DecodeSettings) -> Result<Self, NoDecoder> {
        Err(NoDecoder)
    }
}

impl Page {
    /// Always fails.
    pub fn new_embedded(
        _data: &[u8],
        _globals: Option<&Globals>,
        _settings: &DecodeSettings,
    ) -> Result<Self, NoDecoder> {
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

    /// Gives the pixels.
    pub fn decode(&self, _decoder: &mut impl Decoder) -> Result<(), NoDecoder> {
        match *self {}
    }
}
