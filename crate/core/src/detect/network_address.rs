//! Addresses of machines in a network.

use std::net::Ipv6Addr;

use super::scan::Shape;
use super::scene::{Scene, Span};
use super::sighting::{Sighting, Weights};
use super::words::THINGS;
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// An IP address of either length or a MAC address. Versions and chapters look like the short
    /// ones, so small numbers need a word nearby.
    NETWORK_ADDRESS = "network-address", Medium; {
        nl: {
            title: "Netwerkadres",
            what: "Hier staat een IP-adres of het adres van een netwerkkaart.",
            why: "Het kan naar iemands computer of huis leiden, of een systeem blootgeven.",
            advice: "Haal het adres weg.",
        },
        en: {
            title: "Network address",
            what: "There is an IP address or the address of a network card here.",
            why: "It may lead to someone's computer or home, or lay a system bare.",
            advice: "Take the address out.",
        },
    }
}

/// Finds addresses of machines.
pub(super) static DETECTOR: Detector = Detector {
    kind: &NETWORK_ADDRESS,
    triggers: &[Trigger::Digits(1, 3), Trigger::Mark(&[':', '-'])],
    names: "ip ipadres ipv4 ipv6 mac macadres netwerkadres host hostname server gateway dns ssh ping",
    hints: "adres address netwerk network login inloggen firewall router computer",
    against: &[
        THINGS,
        "release v build update firmware driver software hoofdstuk paragraaf onderdeel lid",
    ],
    judge,
    finds: &[
        "IP-adres [10.0.12.7]",
        "ingelogd vanaf [145.21.189.12] om 10:00",
        "https://[192.168.1.10]:8080/",
        "[2001:db8:85a3::8a2e:370:7334]",
        "[fe80::1]",
        "MAC [00:1A:2B:3C:4D:5E]",
        "[00-1a-2b-3c-4d-5e]",
    ],
    ignores: &[
        "versie 3.9.20.8",
        "3.9.20.8",
        "127.0.0.1",
        "0.0.0.0",
        "256.1.1.1",
        "1.2.3.4.5",
        "paragraaf 145.21.189.12",
        "10:30:00",
        "std::net::IpAddr",
        "a::b",
        "12-03-04-05",
        "v145.21.189.12",
        "HeadlessChrome/156.0.0.0",
    ],
};

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let (span, id, decibans) = match scene.mark(at) {
        None => short(scene, at)?,
        Some(':') => card(scene, at).or_else(|| long(scene, at))?,
        Some(_) => card(scene, at)?,
    };
    let sighting = Sighting::new(scene.range(span), 0).because(id, "", decibans);
    Some(sighting.near(scene.near_within(span, 40), Weights { names: 20, hints: 6, against: -30 }))
}

type Seen = (Span, &'static str, i32);

/// Four numbers up to 255 with points.
fn short(scene: &Scene<'_>, at: usize) -> Option<Seen> {
    let dot = |index: usize| scene.mark(index) == Some('.');
    let last = at.saturating_add(6);
    let stuck = scene.is(last.saturating_add(1), Shape::Word)
        || dot(last.saturating_add(1)) && scene.is(last.saturating_add(2), Shape::Digits);
    let free = match scene.before(at).map(|token| token.shape) {
        Some(Shape::Word | Shape::Digits) => false,
        // A program and its version: "Chrome/156.0.0.0".
        _ if scene.mark_before(at) == Some('/') => {
            at.checked_sub(2).is_none_or(|word| !scene.is(word, Shape::Word))
        }
        _ => !matches!(scene.mark_before(at), Some('.' | '-' | '_')),
    };
    if !dot(at.saturating_add(1)) || !free || stuck {
        return None;
    }
    let mut parts = [0_u8; 4];
    for (part, index) in parts.iter_mut().zip((at..).step_by(2)) {
        let word = scene.word(index);
        let sound = scene.is(index, Shape::Digits) && (word == "0" || !word.starts_with('0'));
        *part = word.parse().ok().filter(|_| sound)?;
        if index != last && !dot(index.saturating_add(1)) {
            return None;
        }
    }
    let decibans = match parts {
        [127 | 0 | 255, ..] => return None,
        [192, 168, ..] | [10, 0..=255, _, _] if parts.iter().any(|part| *part > 30) => 12,
        [172, 16..=31, ..] => 10,
        _ if parts.iter().filter(|part| **part >= 100).count() >= 2 => 10,
        _ if parts.iter().any(|part| *part >= 100) => 6,
        _ => -12,
    };
    Some((Span { first: at, last }, "ip-4", decibans))
}

/// Eight groups of hexadecimal digits, or fewer with a double colon. The first colon looks.
fn long(scene: &Scene<'_>, at: usize) -> Option<Seen> {
    let group = |index: usize| {
        let hex = scene.word(index).bytes().all(|byte| byte.is_ascii_hexdigit());
        hex && (scene.is(index, Shape::Word) || scene.is(index, Shape::Digits))
    };
    let mut first = at;
    for index in (0..at).rev().take(4) {
        if !group(index) {
            break;
        }
        first = index;
    }
    let free = match scene.before(first).map(|token| token.shape) {
        Some(Shape::Word | Shape::Digits) => false,
        _ => !matches!(scene.mark_before(first), Some(':' | '.' | '_' | '-')),
    };
    let mut last = at;
    for index in (at..).take(40) {
        if !group(index) && scene.mark(index) != Some(':') {
            break;
        }
        last = index;
    }
    if scene.mark(last) == Some(':') && scene.mark_before(last) != Some(':') {
        last = last.saturating_sub(1);
    }
    let span = Span { first, last };
    let text = scene.slice(scene.range(span));
    let colons = text.bytes().filter(|byte| *byte == b':').count();
    let local =
        text.len() >= 6 && text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("fe80"));
    if !free || !local && (colons < 3 || text.len() < 9) || text.len() > 45 {
        return None;
    }
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    (digits && text.parse::<Ipv6Addr>().is_ok()).then_some((span, "ip-6", 20))
}

/// Six pairs of hexadecimal digits. The first separator looks.
fn card(scene: &Scene<'_>, at: usize) -> Option<Seen> {
    let separator = scene.mark(at)?;
    let start = scene.before(at)?.end.checked_sub(2)?;
    let bytes = scene.text.as_bytes();
    let end = start.saturating_add(17);
    let address = bytes.get(start..end)?;
    let sound = address.chunks(3).all(|pair| {
        pair.iter().take(2).all(u8::is_ascii_hexdigit)
            && pair.get(2).is_none_or(|mark| char::from(*mark) == separator)
    });
    let neighbour = |byte: Option<&u8>| {
        byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || char::from(*byte) == separator)
    };
    let stuck =
        neighbour(bytes.get(end)) || neighbour(start.checked_sub(1).and_then(|i| bytes.get(i)));
    let letters = address.iter().any(u8::is_ascii_alphabetic);
    let same = address.chunks(3).all(|pair| pair.get(..2) == address.get(..2));
    if !sound || stuck || same {
        return None;
    }
    let (first, last) = (scene.index_at(start), scene.index_at(end.saturating_sub(1)));
    Some((Span { first, last }, "mac", if letters { 20 } else { -4 }))
}
