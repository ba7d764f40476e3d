//! How Office encrypts a whole document with a password [MS-OFFCRYPTO]: *agile*, which says in XML
//! what it does, and *standard*, which Office 2007 wrote. What is meant for certain people only
//! (IRM), for a certificate, or encrypted with RC4 stays closed.

use crate::Limits;
use crate::finding::Reason;
use crate::syntax::cipher::{Aes, BLOCK, Hash};
use crate::syntax::fields::Order::Little;
use crate::syntax::xml::{Filter, Input, Namespaces, Node};

/// With what Excel encrypts a workbook that is only protected against changes [2.4.2.3].
pub const EXCEL_PASSWORD: &str = "VelvetSweatshop";

const NAMESPACES: Namespaces = &[
    ("http://schemas.microsoft.com/office/2006/encryption", "e"),
    ("http://schemas.microsoft.com/office/2006/keyEncryptor/password", "p"),
];

/// The document is encrypted in pieces of this length.
const SEGMENT: usize = 4096;
/// Before the document stands its length.
const LENGTH: usize = 8;

/// What keys are made for [2.3.4.13, 2.3.4.14].
const VERIFIER: [u8; 8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
const VERIFIER_HASH: [u8; 8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
const KEY: [u8; 8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];
const INTEGRITY_KEY: [u8; 8] = [0x5F, 0xB2, 0xAD, 0x01, 0x0C, 0xB9, 0xE1, 0xF6];
const INTEGRITY_VALUE: [u8; 8] = [0xA0, 0x67, 0x7F, 0x02, 0xB2, 0x2C, 0x84, 0x33];

/// The document in `package`, by what `information` tells of how it was encrypted. The first of
/// the passwords that opens it does.
///
/// # Errors
/// `Encrypted` where no password opens it or it is not encrypted with one, `Limit` where trying a
/// password would take too long, `Damaged` where it is not what was encrypted.
pub fn open(
    information: &[u8],
    package: &[u8],
    passwords: &[&str],
    limits: &Limits,
) -> Result<Vec<u8>, Reason> {
    let version = (Little.u16(&information, 0)?, Little.u16(&information, 2)?);
    let rest = information.get(8..).ok_or(Reason::Damaged)?;
    match version {
        (4, 4) => Agile::read(rest, limits)?.open(package, passwords),
        (2..=4, 2) => Standard::read(rest)?.open(package, passwords),
        _ => Err(Reason::Encrypted),
    }
}

/// How one thing is encrypted.
#[derive(Default)]
struct Way {
    salt: Vec<u8>,
    /// Of a key, in bytes.
    length: usize,
    hash: Option<Hash>,
}

impl Way {
    fn read(filter: &Filter<Input<'_>>) -> Result<Self, Reason> {
        let text = |name| filter.attribute(name).unwrap_or_default();
        let number = |name| text(name).parse::<usize>().unwrap_or_default();
        let known = text("cipherAlgorithm") == "AES"
            && text("cipherChaining") == "ChainingModeCBC"
            && number("blockSize") == BLOCK;
        if !known {
            return Err(Reason::Encrypted);
        }
        Ok(Self {
            salt: base64(text("saltValue"))?,
            length: number("keyBits").div_euclid(8),
            hash: Hash::named(text("hashAlgorithm")),
        })
    }

    fn hash(&self) -> Result<Hash, Reason> {
        self.hash.ok_or(Reason::Encrypted)
    }

    /// What stands before the first block of what is encrypted.
    fn before(&self, what: &[u8]) -> Result<Vec<u8>, Reason> {
        Ok(fit(self.hash()?.of(&[&self.salt, what]), BLOCK))
    }
}

#[derive(Default)]
struct Agile {
    document: Way,
    password: Way,
    rounds: u32,
    verifier: Vec<u8>,
    verifier_hash: Vec<u8>,
    key: Vec<u8>,
    /// The encrypted key and value of the digest of all.
    integrity: Option<(Vec<u8>, Vec<u8>)>,
}

impl Agile {
    fn read(xml: &[u8], limits: &Limits) -> Result<Self, Reason> {
        let mut agile = Self::default();
        let mut opens = false;
        let mut filter = Filter::of(xml, NAMESPACES, limits)?;
        while let Some(node) = filter.next()? {
            if node != Node::Start {
                continue;
            }
            let bytes = |name| base64(filter.attribute(name).unwrap_or_default());
            match filter.name() {
                "e:keyData" => agile.document = Way::read(&filter)?,
                "e:dataIntegrity" => {
                    agile.integrity =
                        Some((bytes("encryptedHmacKey")?, bytes("encryptedHmacValue")?));
                }
                "p:encryptedKey" if !opens => {
                    opens = true;
                    agile.password = Way::read(&filter)?;
                    agile.verifier = bytes("encryptedVerifierHashInput")?;
                    agile.verifier_hash = bytes("encryptedVerifierHashValue")?;
                    agile.key = bytes("encryptedKeyValue")?;
                    let rounds = filter.attribute("spinCount").unwrap_or_default();
                    agile.rounds = rounds.parse().map_err(|_| Reason::Damaged)?;
                }
                _ => {}
            }
        }
        match opens {
            true if u64::from(agile.rounds) > limits.key_rounds => Err(Reason::Limit),
            true => Ok(agile),
            false => Err(Reason::Encrypted),
        }
    }

    fn open(&self, package: &[u8], passwords: &[&str]) -> Result<Vec<u8>, Reason> {
        for password in passwords {
            if let Some(key) = self.key(password)? {
                return self.decrypt(&key, package);
            }
        }
        Err(Reason::Encrypted)
    }

    /// The key of the document, where the password is right.
    fn key(&self, password: &str) -> Result<Option<Vec<u8>>, Reason> {
        let hash = self.password.hash()?;
        let salt = &self.password.salt;
        let many = hash.rounds(salt, &utf_16(password), self.rounds);
        let decrypt = |what: &[u8], secret: &[u8]| -> Result<Vec<u8>, Reason> {
            let key = fit(hash.of(&[&many, what]), self.password.length);
            let mut bytes = secret.to_vec();
            Aes::new(&key).ok_or(Reason::Encrypted)?.chained(&fit(salt.clone(), BLOCK), &mut bytes);
            Ok(bytes)
        };
        let input = decrypt(&VERIFIER, &self.verifier)?;
        let input = input.get(..salt.len()).unwrap_or(&input);
        let told = decrypt(&VERIFIER_HASH, &self.verifier_hash)?;
        if told.get(..hash.len()) != Some(hash.of(&[input]).as_slice()) {
            return Ok(None);
        }
        let key = decrypt(&KEY, &self.key)?;
        Ok(Some(key.get(..self.document.length).ok_or(Reason::Damaged)?.to_vec()))
    }

    fn decrypt(&self, key: &[u8], package: &[u8]) -> Result<Vec<u8>, Reason> {
        let aes = Aes::new(key).ok_or(Reason::Encrypted)?;
        self.check(&aes, package)?;
        let (length, secret) = split(package)?;
        let mut bytes = secret.to_vec();
        for (number, segment) in (0_u32..).zip(bytes.chunks_mut(SEGMENT)) {
            aes.chained(&self.document.before(&number.to_le_bytes())?, segment);
        }
        cut(bytes, length)
    }

    /// Whether the document is what was encrypted, where the file tells.
    fn check(&self, aes: &Aes, package: &[u8]) -> Result<(), Reason> {
        let Some((key, value)) = &self.integrity else { return Ok(()) };
        let hash = self.document.hash()?;
        let decrypt = |what: &[u8], secret: &[u8]| -> Result<Vec<u8>, Reason> {
            let mut bytes = secret.to_vec();
            aes.chained(&self.document.before(what)?, &mut bytes);
            Ok(bytes.get(..hash.len()).ok_or(Reason::Damaged)?.to_vec())
        };
        let (key, value) = (decrypt(&INTEGRITY_KEY, key)?, decrypt(&INTEGRITY_VALUE, value)?);
        if hash.keyed(&key, &[package]) == value { Ok(()) } else { Err(Reason::Damaged) }
    }
}

struct Standard<'a> {
    /// Of a key, in bytes.
    length: usize,
    salt: &'a [u8],
    verifier: &'a [u8],
    verifier_hash: &'a [u8],
}

impl<'a> Standard<'a> {
    /// How often the digest of a password is digested again.
    const ROUNDS: u32 = 50_000;

    fn read(rest: &'a [u8]) -> Result<Self, Reason> {
        let header = u64::from(Little.u32(&rest, 0)?);
        let (cipher, hash) = (Little.u32(&rest, 12)?, Little.u32(&rest, 16)?);
        let aes = matches!(cipher, 0 | 0x660E | 0x660F | 0x6610) && matches!(hash, 0 | 0x8004);
        if !aes {
            // RC4, which is for documents of the old Office.
            return Err(Reason::Encrypted);
        }
        let bits = usize::try_from(Little.u32(&rest, 20)?).map_err(|_| Reason::Damaged)?;
        let start = usize::try_from(header.saturating_add(4)).map_err(|_| Reason::Damaged)?;
        let verifier = rest.get(start..).ok_or(Reason::Damaged)?;
        let field = |from: usize, to: usize| verifier.get(from..to).ok_or(Reason::Damaged);
        if field(0, 4)? != 16_u32.to_le_bytes() {
            return Err(Reason::Damaged);
        }
        Ok(Self {
            length: bits.div_euclid(8),
            salt: field(4, 20)?,
            verifier: field(20, 36)?,
            verifier_hash: field(40, 72)?,
        })
    }

    fn open(&self, package: &[u8], passwords: &[&str]) -> Result<Vec<u8>, Reason> {
        for password in passwords {
            let aes = Aes::new(&self.key(password)).ok_or(Reason::Encrypted)?;
            let decrypt = |secret: &[u8]| {
                let mut bytes = secret.to_vec();
                aes.single(&mut bytes);
                bytes
            };
            let (input, told) = (decrypt(self.verifier), decrypt(self.verifier_hash));
            if told.get(..Hash::Sha1.len()) == Some(Hash::Sha1.of(&[&input]).as_slice()) {
                let (length, secret) = split(package)?;
                return cut(decrypt(secret), length);
            }
        }
        Err(Reason::Encrypted)
    }

    /// The key that a password makes [2.3.4.7].
    fn key(&self, password: &str) -> Vec<u8> {
        let hash = Hash::Sha1;
        let many = hash.rounds(self.salt, &utf_16(password), Self::ROUNDS);
        let last = hash.of(&[&many, &[0; 4]]);
        let half = |fill: u8| {
            let mut bytes = [fill; 64];
            for (byte, other) in bytes.iter_mut().zip(&last) {
                *byte ^= other;
            }
            hash.of(&[&bytes])
        };
        fit([half(0x36), half(0x5C)].concat(), self.length)
    }
}

/// The length of the document, and the document.
fn split(package: &[u8]) -> Result<(usize, &[u8]), Reason> {
    let (length, secret) = package.split_first_chunk::<LENGTH>().ok_or(Reason::Damaged)?;
    let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| Reason::Damaged)?;
    Ok((length, secret))
}

/// What is filled up to whole blocks, as long as it was. Half a block was never encrypted.
fn cut(mut bytes: Vec<u8>, length: usize) -> Result<Vec<u8>, Reason> {
    let whole = bytes.len().div_euclid(BLOCK).saturating_mul(BLOCK);
    if length > whole {
        return Err(Reason::Damaged);
    }
    bytes.truncate(length);
    Ok(bytes)
}

/// As many bytes as are wanted: fewer than there are, or filled up.
fn fit(mut bytes: Vec<u8>, length: usize) -> Vec<u8> {
    const FILL: u8 = 0x36;
    bytes.resize(length.min(64), FILL);
    bytes
}

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn base64(text: &str) -> Result<Vec<u8>, Reason> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(text.trim()).map_err(|_| Reason::Damaged)
}
