//! Encrypts a document as Office does (*agile*), and says so in a compound file.

use aes::Aes256;
use aes::cipher::{Array, BlockCipherEncrypt, KeyInit};
use sha2::{Digest, Sha512};

use crate::compound::Compound;

const SALT: [u8; 16] = *b"zout voor cases.";
/// The key of the document; each file of a real program has another.
const KEY: [u8; 32] = *b"een sleutel van tweeendertig B!!";
/// The key of the digest of all.
const OF_DIGEST: [u8; 64] = [7; 64];
const ROUNDS: u32 = 10;

/// A document that a password opens.
pub fn agile(document: &[u8], password: &str) -> Compound {
    let length = u64::try_from(document.len()).expect("a length");
    let mut package = length.to_le_bytes().to_vec();
    for (number, segment) in (0_u32..).zip(document.chunks(4096)) {
        package.extend(chain(&KEY, &start(&number.to_le_bytes()), segment));
    }
    let secret = |what: &[u8], bytes: &[u8]| base64(&chain(&of(password, what), &SALT, bytes));
    let kept = |what: &[u8], bytes: &[u8]| base64(&chain(&KEY, &start(what), bytes));
    let way = format!(
        r#"saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="{}""#,
        base64(&SALT)
    );
    let xml = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData {way}/><dataIntegrity encryptedHmacKey="{}" encryptedHmacValue="{}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="{ROUNDS}" {way} encryptedVerifierHashInput="{}" encryptedVerifierHashValue="{}" encryptedKeyValue="{}"/></keyEncryptor></keyEncryptors></encryption>"#,
        kept(&[0x5F, 0xB2, 0xAD, 0x01, 0x0C, 0xB9, 0xE1, 0xF6], &OF_DIGEST),
        kept(&[0xA0, 0x67, 0x7F, 0x02, 0xB2, 0x2C, 0x84, 0x33], &keyed(&package)),
        secret(&[0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79], &SALT),
        secret(&[0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E], &Sha512::digest(SALT)),
        secret(&[0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6], &KEY),
    );
    let information = [&[4, 0, 4, 0, 0x40, 0, 0, 0], xml.as_bytes()].concat();
    Compound::default().stream("EncryptedPackage", package).stream("EncryptionInfo", information)
}

/// The key that a password makes for this.
fn of(password: &str, what: &[u8]) -> [u8; 32] {
    let password: Vec<u8> = password.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut last = Sha512::new().chain_update(SALT).chain_update(password).finalize();
    for round in 0..ROUNDS {
        last = Sha512::new().chain_update(round.to_le_bytes()).chain_update(last).finalize();
    }
    let key = Sha512::new().chain_update(last).chain_update(what).finalize();
    *key.first_chunk().expect("half of it")
}

/// What stands before the first block.
fn start(what: &[u8]) -> [u8; 16] {
    let digest = Sha512::new().chain_update(SALT).chain_update(what).finalize();
    *digest.first_chunk().expect("a quarter of it")
}

/// Encrypts blocks in a chain; the last is filled up.
fn chain(key: &[u8; 32], start: &[u8; 16], bytes: &[u8]) -> Vec<u8> {
    let aes = Aes256::new(&Array::from(*key));
    let mut last = *start;
    let mut secret = Vec::new();
    for chunk in bytes.chunks(16) {
        for (byte, other) in last.iter_mut().zip(chunk) {
            *byte ^= other;
        }
        let mut block = Array::from(last);
        aes.encrypt_block(&mut block);
        last = block.into();
        secret.extend(last);
    }
    secret
}

/// The digest with a key [RFC 2104].
fn keyed(bytes: &[u8]) -> Vec<u8> {
    let with = |other: u8| -> Vec<u8> {
        (0..128).map(|at| OF_DIGEST.get(at).copied().unwrap_or_default() ^ other).collect()
    };
    let inner = Sha512::new().chain_update(with(0x36)).chain_update(bytes).finalize();
    Sha512::new().chain_update(with(0x5C)).chain_update(inner).finalize().to_vec()
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let number = (0..3).fold(0, |number: usize, at| {
            number << 8 | usize::from(chunk.get(at).copied().unwrap_or_default())
        });
        for sign in 0..4 {
            let sign = match sign <= chunk.len() {
                true => SIGNS[number >> (18 - 6 * sign) & 63],
                false => b'=',
            };
            text.push(char::from(sign));
        }
    }
    text
}
