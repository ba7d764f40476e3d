//! The lines for machines on passports and identity cards.

use super::scan::Shape;
use super::scene::{Scene, Span};
use super::sighting::Sighting;
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// Two lines of 44 characters, three of 30 or two of 36 (ICAO 9303), with check digits for the
    /// number, the birth and the expiry. Hardly anything passes all of them by chance.
    MRZ = "machine-readable-zone", High; {
        nl: {
            title: "Codestrook van een paspoort",
            what: "Hier staat de strook met codes van een paspoort of identiteitskaart.",
            why: "Daarin staan naam, geboortedatum en documentnummer, en soms het BSN.",
            advice: "Haal de regels weg.",
        },
        en: {
            title: "Code strip of a passport",
            what: "This is the strip of codes of a passport or identity card.",
            why: "It holds name, date of birth and number, and sometimes the BSN.",
            advice: "Take the lines out.",
        },
    }
}

/// Finds the strips of codes.
pub(super) static DETECTOR: Detector = Detector {
    kind: &MRZ,
    triggers: &[Trigger::Mark(&['<'])],
    names: "",
    hints: "",
    against: &[],
    judge,
    finds: &[
        "[P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<\nSPECI20142NLD6503101F2403096999999990<<<<<84]",
        "[I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<]",
        "strook: [L898902C36UTO7408122F1204159ZE184226B<<<<<10]",
    ],
    ignores: &[
        "a << b",
        "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
        "SPECI20143NLD6503101F2403096999999990<<<<<84",
        "P<NLDDE",
        "if a<b and c<d",
    ],
};

/// How long lines are.
const LENGTHS: [usize; 3] = [44, 36, 30];

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    // The first filler of a line looks at it; the others have nothing to add.
    let first = line_start(scene, at)?;
    let lines = lines(scene, first);
    let texts: Vec<&str> = lines.iter().map(|line| scene.slice(scene.range(*line))).collect();
    let (count, checks): (usize, u32) = match texts.as_slice() {
        [one, two, three, ..] if [one, two, three].iter().all(|line| line.len() == 30) => {
            (3, card(one, two)?)
        }
        [names, data, ..] if names.len() == data.len() && names.len() != 30 => {
            match data_line(data) {
                Some(checks) => (2, checks),
                None => (1, data_line(names)?),
            }
        }
        [data, ..] => (1, data_line(data)?),
        [] => return None,
    };
    let last = lines.get(count.checked_sub(1)?)?.last;
    let sighting = Sighting::new(scene.range(Span { first, last }), 0);
    Some(sighting.because("mrz-checks", &checks.to_string(), 40))
}

/// The first token of the line in which this is the first filler.
fn line_start(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let mut first = at;
    for index in (0..at).rev().take(44) {
        match scene.token(index)?.shape {
            Shape::Word | Shape::Digits => first = index,
            Shape::Mark if scene.mark(index) == Some('<') => return None,
            _ => break,
        }
    }
    Some(first)
}

/// Up to three lines of one length, from here on.
fn lines(scene: &Scene<'_>, first: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = first;
    while lines.len() < 3 {
        let mut end = None;
        for index in (start..).take(46) {
            let fits = match scene.token(index).map(|token| token.shape) {
                Some(Shape::Word) => scene.word(index).bytes().all(|b| b.is_ascii_uppercase()),
                Some(Shape::Digits) => true,
                Some(Shape::Mark) => scene.mark(index) == Some('<'),
                _ => false,
            };
            if !fits {
                break;
            }
            end = Some(index);
        }
        let Some(last) = end else { break };
        let span = Span { first: start, last };
        if !LENGTHS.contains(&scene.range(span).len()) {
            break;
        }
        lines.push(span);
        let next = last.saturating_add(1);
        if !scene.is(next, Shape::Line) && !scene.is(next, Shape::Space) {
            break;
        }
        start = next.saturating_add(1);
    }
    lines
}

/// How many checks the second line of a passport holds to; none where one fails.
fn data_line(line: &str) -> Option<u32> {
    let fields = [(0..9, 9), (13..19, 19), (21..27, 27)];
    let holds = fields.iter().all(|(field, check)| checked(line, field.clone(), *check));
    // A strip of fillers alone holds to everything.
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    (holds && digits >= 14).then_some(3)
}

/// The same for the first two of three lines.
fn card(one: &str, two: &str) -> Option<u32> {
    let holds = checked(one, 5..14, 14) && checked(two, 0..6, 6) && checked(two, 8..14, 14);
    let digits = two.bytes().filter(u8::is_ascii_digit).count();
    (holds && digits >= 14).then_some(3)
}

/// Whether a field has the check digit that stands at this place: weights 7, 3 and 1.
fn checked(line: &str, field: std::ops::Range<usize>, check: usize) -> bool {
    let value = |byte: u8| match byte {
        b'<' => Some(0),
        byte => char::from(byte).to_digit(36),
    };
    let Some(bytes) = line.as_bytes().get(field) else { return false };
    let sum = bytes
        .iter()
        .zip([7_u32, 3, 1].into_iter().cycle())
        .try_fold(0_u32, |sum, (byte, weight)| {
            Some(sum.saturating_add(value(*byte)?.saturating_mul(weight)))
        });
    let stated = line.as_bytes().get(check).copied().and_then(value);
    sum.is_some_and(|sum| Some(sum % 10) == stated)
}
