//! Stands in for the crate of this name: what of it `lopdf` calls, and no decompression. `BrotliDecode`
//! is in no edition of ISO 32000; the streams of a file that has it are gaps.

use std::io::{Error, ErrorKind, Read, Result};
use std::marker::PhantomData;

/// A reader that fails.
pub struct Decompressor<R>(PhantomData<R>);

impl<R> Decompressor<R> {
    /// A reader of nothing.
    pub fn new(_: R, _: usize) -> Self {
        Self(PhantomData)
    }
}

impl<R> Read for Decompressor<R> {
    fn read(&mut self, _: &mut [u8]) -> Result<usize> {
        Err(Error::from(ErrorKind::Unsupported))
    }
}
