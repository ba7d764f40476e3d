//! What encrypted documents are made of: AES in the two ways that Office and OpenDocument use it,
//! digests by name, and what is built of digests.

use aes::cipher::{Array, BlockCipherDecrypt, KeyInit};
use aes::{Aes128, Aes192, Aes256};
use sha1::Sha1;
use sha2::digest::Digest;
use sha2::{Sha256, Sha384, Sha512};

/// The length of a block of AES.
pub const BLOCK: usize = 16;

/// A way to make a digest.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Hash {
    /// SHA-1: 20 bytes.
    Sha1,
    /// SHA-256: 32 bytes.
    Sha256,
    /// SHA-384: 48 bytes.
    Sha384,
    /// SHA-512: 64 bytes.
    Sha512,
}

impl Hash {
    /// The digest with this name, as Office writes it; nothing where it is none of these.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "SHA1" | "SHA-1" => Some(Self::Sha1),
            "SHA256" | "SHA-256" => Some(Self::Sha256),
            "SHA384" | "SHA-384" => Some(Self::Sha384),
            "SHA512" | "SHA-512" => Some(Self::Sha512),
            _ => None,
        }
    }

    /// How many bytes it has.
    pub fn len(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    /// The digest of these bytes, one part after the other.
    pub fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        match self {
            Self::Sha1 => of::<Sha1>(parts),
            Self::Sha256 => of::<Sha256>(parts),
            Self::Sha384 => of::<Sha384>(parts),
            Self::Sha512 => of::<Sha512>(parts),
        }
    }

    /// The digest of the digest … with the number of the round before it [MS-OFFCRYPTO 2.3.4.7].
    pub fn rounds(self, salt: &[u8], password: &[u8], rounds: u32) -> Vec<u8> {
        match self {
            Self::Sha1 => many::<Sha1>(salt, password, rounds),
            Self::Sha256 => many::<Sha256>(salt, password, rounds),
            Self::Sha384 => many::<Sha384>(salt, password, rounds),
            Self::Sha512 => many::<Sha512>(salt, password, rounds),
        }
    }

    /// The digest of bytes with a key [RFC 2104].
    pub fn keyed(self, key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
        let block = if self.len() > 32 { 128 } else { 64 };
        let mut key = if key.len() > block { self.of(&[key]) } else { key.to_vec() };
        key.resize(block, 0);
        let with = |other: u8| -> Vec<u8> { key.iter().map(|byte| byte ^ other).collect() };
        let first = with(0x36);
        let inner: Vec<&[u8]> =
            [first.as_slice()].into_iter().chain(parts.iter().copied()).collect();
        self.of(&[&with(0x5C), &self.of(&inner)])
    }
}

fn of<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = D::new();
    for part in parts {
        digest.update(part);
    }
    digest.finalize().to_vec()
}

fn many<D: Digest>(salt: &[u8], password: &[u8], rounds: u32) -> Vec<u8> {
    let mut last = D::new().chain_update(salt).chain_update(password).finalize();
    for round in 0..rounds {
        last = D::new().chain_update(round.to_le_bytes()).chain_update(&last).finalize();
    }
    last.to_vec()
}

/// AES with a key of 16, 24 or 32 bytes, to decrypt with.
pub enum Aes {
    /// With 128 bits.
    Short(Aes128),
    /// With 192 bits.
    Middle(Aes192),
    /// With 256 bits.
    Long(Aes256),
}

impl Aes {
    /// With this key; nothing where no key is that long.
    pub fn new(key: &[u8]) -> Option<Self> {
        match key.len() {
            16 => Aes128::new_from_slice(key).ok().map(Self::Short),
            24 => Aes192::new_from_slice(key).ok().map(Self::Middle),
            32 => Aes256::new_from_slice(key).ok().map(Self::Long),
            _ => None,
        }
    }

    fn block(&self, block: &mut [u8; BLOCK]) {
        let mut whole = Array::from(*block);
        match self {
            Self::Short(aes) => aes.decrypt_block(&mut whole),
            Self::Middle(aes) => aes.decrypt_block(&mut whole),
            Self::Long(aes) => aes.decrypt_block(&mut whole),
        }
        *block = whole.into();
    }

    /// Decrypts each block for itself (ECB). Bytes after the last whole block stay.
    pub fn single(&self, bytes: &mut [u8]) {
        for block in bytes.as_chunks_mut::<BLOCK>().0 {
            self.block(block);
        }
    }

    /// Decrypts blocks that are chained (CBC), from what stands before the first. Bytes after the
    /// last whole block stay.
    pub fn chained(&self, before: &[u8], bytes: &mut [u8]) {
        let mut last = [0; BLOCK];
        for (to, from) in last.iter_mut().zip(before) {
            *to = *from;
        }
        for block in bytes.as_chunks_mut::<BLOCK>().0 {
            let secret = *block;
            self.block(block);
            for (byte, other) in block.iter_mut().zip(last) {
                *byte ^= other;
            }
            last = secret;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn a_digest_with_a_key_is_that_of_the_standard() {
        // RFC 2202 and RFC 4231, test 2.
        let of = |hash: Hash| hex(&hash.keyed(b"Jefe", &[b"what do ya want ", b"for nothing?"]));
        assert_eq!(of(Hash::Sha1), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
        assert_eq!(
            of(Hash::Sha256),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn aes_decrypts_what_the_standard_encrypts() {
        // FIPS 197, appendix C.1 and C.3.
        let plain = "00112233445566778899aabbccddeeff";
        let key: Vec<u8> = (0..32).collect();
        let decrypted = |length: usize, secret: u128| {
            let mut bytes = secret.to_be_bytes();
            Aes::new(&key[..length]).unwrap().single(&mut bytes);
            hex(&bytes)
        };
        assert_eq!(decrypted(16, 0x69c4_e0d8_6a7b_0430_d8cd_b780_70b4_c55a), plain);
        assert_eq!(decrypted(32, 0x8ea2_b7ca_5167_45bf_eafc_4990_4b49_6089), plain);
    }
}
