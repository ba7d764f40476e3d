//! Stands in for the decoder of this name: what of it `hayro-syntax` calls, and no picture.

use std::marker::PhantomData;

use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;

/// The crate that the decoder shares with others.
pub mod zune_core {
    /// Where bytes come from.
    pub mod bytestream {
        /// Bytes.
        pub struct ZCursor<T>(T);

        impl<T> ZCursor<T> {
            /// These bytes.
            pub fn new(bytes: T) -> Self {
                Self(bytes)
            }

            pub(crate) fn forget(self) {
                let Self(_) = self;
            }
        }
    }

    /// What samples mean.
    pub mod colorspace {
        use std::num::NonZeroU32;

        /// What the samples of a picture mean.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum ColorSpace {
            /// Red, green and blue.
            RGB,
            /// With how much shines through.
            RGBA,
            /// Brightness and two differences of colour.
            YCbCr,
            /// Grey.
            Luma,
            /// Grey, with how much shines through.
            LumaA,
            /// Four inks.
            CMYK,
            /// Four inks, as brightness and differences.
            YCCK,
            /// So many samples.
            MultiBand(NonZeroU32),
            /// Nobody says.
            Unknown,
        }
    }

    /// How a picture is read.
    pub mod options {
        use super::colorspace::ColorSpace;

        /// How a picture is read.
        #[derive(Clone, Copy, Default)]
        pub struct DecoderOptions;

        impl DecoderOptions {
            /// The most pixels in a line.
            #[must_use]
            pub fn set_max_width(self, _width: usize) -> Self {
                self
            }

            /// The most lines.
            #[must_use]
            pub fn set_max_height(self, _height: usize) -> Self {
                self
            }

            /// What the samples are to mean.
            #[must_use]
            pub fn jpeg_set_out_colorspace(self, _colorspace: ColorSpace) -> Self {
                self
            }
        }
    }
}

/// Decodes nothing.
pub struct JpegDecoder<T>(PhantomData<T>);

/// What the head of a picture says.
pub struct ImageInfo {
    /// Samples of a pixel.
    pub components: u8,
}

/// There are no pictures here.
pub struct NoDecoder;

impl<T> JpegDecoder<ZCursor<T>> {
    /// A decoder of these bytes.
    pub fn new_with_options(bytes: ZCursor<T>, _options: DecoderOptions) -> Self {
        bytes.forget();
        Self(PhantomData)
    }

    /// Always fails.
    pub fn decode_headers(&mut self) -> Result<(), NoDecoder> {
        Err(NoDecoder)
    }

    /// Always fails.
    pub fn decode(&mut self) -> Result<Vec<u8>, NoDecoder> {
        Err(NoDecoder)
    }

    /// Changes how it reads.
    pub fn set_options(&mut self, _options: DecoderOptions) {}

    /// Never known.
    pub fn input_colorspace(&self) -> Option<ColorSpace> {
        None
    }

    /// Never known.
    pub fn info(&self) -> Option<ImageInfo> {
        None
    }

    /// Never known.
    pub fn dimensions(&self) -> Option<(usize, usize)> {
        None
    }
}
