//! E-mail addresses of people.

mod mailbox;

use std::ops::Range;

use super::scan::Shape;
use super::scene::{Near, Scene, Side, Span};
use super::sighting::{Sighting, Weights};
use super::tagger::in_dictionary;
use super::words::NAMES;
use super::{Detector, LEXICON, Trigger};
use crate::kind::{kinds, personal::SUBJECT};
pub use mailbox::{is_functional_mailbox, is_public_body};

kinds! { SUBJECT;
    /// A name, an @ and a domain, also where the @ is written as (at) or %40, or stands between
    /// spaces. Mailboxes that belong to a function (info, woo) are a kind of their own.
    EMAIL = "email", Medium; {
        nl: {
            title: "E-mailadres",
            what: "Hier staat een e-mailadres van een persoon.",
            why: "Het adres noemt vaak een naam, en wie het heeft kan ermee schrijven of zich ervoor uitgeven.",
            advice: "Haal het weg, of noem het algemene adres van de organisatie.",
        },
        en: {
            title: "E-mail address",
            what: "There is an e-mail address of a person here.",
            why: "It often holds a name, and whoever has it can write to it or pretend to be it.",
            advice: "Take it out, or give the general address of the organisation.",
        },
    }
}

/// Words that stand at an address.
pub(super) const WORDS: &str = "\
    email mail mailto mailadres emailadres mailen gemaild van aan cc bcc from to";

/// Finds e-mail addresses.
pub(super) static DETECTOR: Detector = Detector {
    kind: &EMAIL,
    triggers: &[Trigger::Mark(MARKS)],
    names: WORDS,
    hints: "",
    against: &[HEADERS],
    judge: |scene, at| {
        let address = Address::at(scene, at).filter(|address| !address.functional)?;
        Some(address.sighting(scene))
    },
    finds: &[
        "Mail naar [j.jansen@minbzk.nl].",
        "<[p.de.vries@example.nl]>; [a@b.eu],",
        "mailto:[Jan.de.Vries+woo@example.nl]?subject=hoi",
        "[o'neill@example.nl] en '[jan@example.nl]'",
        "[jürgen@müller.de]",
        "[j_jansen-1@mail.example.co.uk]/nl",
        "Jan: [jan (at) example (punt) nl]",
        "Jan: [jan(at)example.nl]",
        "[jan%40example.nl]",
        "e-mail: [j.jansen @ example.nl]",
        "e-mail [jan.jansen@\nexample.nl]",
        "[JAN@EXAMPLE.NL]",
    ],
    ignores: &[
        "@jan en jan@",
        "jan@localhost",
        "npm i lib@1.2.3",
        "logo@2x.png",
        "info@gemeente.nl",
        "prijs 3 @ 4.50",
        "a@b@c",
        "jan at example punt nl",
        "@media print.nl",
        "vergadering @ kantoor. Nl",
    ],
};

/// The @, and what begins its other forms: (at), %40.
pub(super) const MARKS: &[char] = &['@', '(', '[', '{', '%'];

/// Ends of the names of header lines whose values look like addresses, and are none.
const HEADERS: &str = "id messageid references";

/// How many tokens a name may have.
const LONGEST: usize = 64;

/// Whether a mailbox is called by words of a dictionary that no list of names has, or by two that
/// are one: then it may well be that of a function that no list has either.
fn is_words(name: &str) -> bool {
    name.split(['.', '-', '_']).all(|word| {
        let sound =
            (4..=24).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        sound && !super::person::is_listed(word) && (in_dictionary(word) || is_joined(word))
    })
}

/// Whether two words of a dictionary make one: `groenedaken`, `stationskwartier`.
fn is_joined(word: &str) -> bool {
    let small = word.to_ascii_lowercase();
    (5..small.len().saturating_sub(3)).any(|at| {
        small.split_at_checked(at).is_some_and(|(front, back)| {
            let front = front.strip_suffix('s').filter(|front| front.len() >= 4).unwrap_or(front);
            in_dictionary(front) && in_dictionary(back)
        })
    })
}

/// Whether the text around says the name of a mailbox as a word: the name of a building or a project.
fn is_said(scene: &Scene<'_>, range: &Range<usize>, name: &str) -> bool {
    const AROUND: usize = 1500;
    let from = scene.text.floor_char_boundary(range.start.saturating_sub(AROUND));
    let upto = scene.text.floor_char_boundary(range.end.saturating_add(AROUND));
    let same = |text: &str| {
        name.len() >= 5
            && text
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word.eq_ignore_ascii_case(name))
    };
    same(scene.slice(from..range.start)) || same(scene.slice(range.end..upto))
}

/// An address in the text.
pub(super) struct Address<'t> {
    span: Span,
    range: Range<usize>,
    how: How,
    name: &'t str,
    domain: &'t str,
    /// Whether the mailbox belongs to a function.
    pub functional: bool,
    /// Whether something in it says that it belongs to a person.
    personal: bool,
}

/// How the @ is written.
#[derive(Clone, Copy, Eq, PartialEq)]
enum How {
    Plain,
    Spaced,
    Encoded,
    Spelled,
}

impl<'t> Address<'t> {
    /// The address around a mark.
    pub(super) fn at(scene: &Scene<'t>, at: usize) -> Option<Self> {
        let (before, after, how) = sign(scene, at)?;
        let (first, last_of_name) = name(scene, before)?;
        let domain = domain(scene, after, how)?;
        let span = Span { first, last: domain.last };
        let name = scene.slice(scene.range(Span { first, last: last_of_name }));
        let host = scene.slice(scene.range(Span { first: domain.first, last: domain.last }));
        let private = mailbox::is_private_provider(host);
        let functional = is_functional_mailbox(name) && !private;
        let personal = private || is_personal(scene, first, last_of_name);
        let range = scene.range(span);
        Some(Self { span, range, how, name, domain: host, functional, personal })
    }

    /// What can be said of it.
    pub(super) fn sighting(&self, scene: &Scene<'_>) -> Sighting {
        let (id, decibans) = match self.how {
            How::Plain => ("email", 25),
            How::Encoded => ("email-encoded", 20),
            How::Spelled => ("email-spelled", 20),
            How::Spaced => ("email-spaced", 10),
        };
        let sighting = Sighting::new(self.range.clone(), 0).because(id, "", decibans);
        let sighting = match is_public_body(self.domain) {
            true => sighting.because("public-body", "", 0),
            false => sighting,
        };
        let words = !self.personal && !self.functional && is_words(self.name);
        let sighting = match words || !self.personal && is_said(scene, &self.range, self.name) {
            true => sighting.because("email-words", "", -25),
            false => sighting,
        };
        let sighting = match random(self.name) {
            true => sighting.because("email-random", "", -15),
            false => sighting,
        };
        // It may be the mailbox of a team or a task that no list knows.
        let sighting = match self.personal || self.functional || words {
            true => sighting,
            false => sighting.because("email-no-name", "", -20),
        };
        // What names a message stands between angle brackets.
        let headed = scene.mark_before(self.span.first) == Some('<')
            || matches!(scene.near_within(self.span, 20), Near::Word(_, _, Side::Label));
        let against = if headed { -25 } else { 0 };
        let names = if self.personal || self.how != How::Plain { 8 } else { 0 };
        sighting.near(scene.near_within(self.span, 20), Weights { names, hints: 0, against })
    }
}

/// Whether the name of a mailbox has the form of a person's: initials, an infix, or a name of the
/// lists, also with a letter stuck to it.
fn is_personal(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let is_name = |word: &str| LEXICON.traits(LEXICON.find(word)).has(NAMES);
    (first..=last).filter(|index| scene.is(*index, Shape::Word)).any(|index| {
        let word = scene.word(index).to_lowercase();
        let (front, back) = (word.get(1..), word.get(..word.len().saturating_sub(1)));
        let stuck = !in_dictionary(&word)
            && [front, back].into_iter().flatten().filter(|rest| rest.len() >= 4).any(is_name);
        let listed = scene.traits(index).has(NAMES)
            && (!in_dictionary(&word) || super::person::is_first(&word));
        let infix =
            ["vander", "vanden", "vande", "vant"].iter().any(|infix| word.starts_with(infix));
        let initial = word.chars().count() == 1 && first < last;
        // Parts of a town are surnames as well.
        let part = ["noord", "oost", "zuid", "west"].contains(&word.as_str());
        !part && (initial || stuck || infix || listed)
    })
}

/// Whether a name looks like the number of a message: long, with many digits.
fn random(name: &str) -> bool {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    name.len() >= 24 && digits.saturating_mul(4) >= name.len()
}

/// The token before the @ and the one after it.
fn sign(scene: &Scene<'_>, at: usize) -> Option<(usize, usize, How)> {
    let after = at.saturating_add(1);
    let spaced = |index: usize| scene.word(index) == " ";
    match scene.mark(at)? {
        '@' => {
            let mut how = How::Plain;
            let mut before = at.checked_sub(1)?;
            if spaced(before) {
                how = How::Spaced;
                before = before.checked_sub(1)?;
            }
            let wrapped = scene.word(after) == "\n" || scene.word(after) == "\r\n";
            let after = match spaced(after) || wrapped {
                true => {
                    how = How::Spaced;
                    after.saturating_add(1)
                }
                false => after,
            };
            Some((before, after, how))
        }
        '%' => {
            let code = scene.word(after) == "40";
            code.then_some((at.checked_sub(1)?, after.saturating_add(1), How::Encoded))
        }
        '(' | '[' | '{' => {
            let word = scene.word(after);
            let spelled =
                ["at", "@", "apenstaartje", "a"].iter().any(|at| word.eq_ignore_ascii_case(at));
            let close = after.saturating_add(1);
            let closed = matches!(scene.mark(close), Some(')' | ']' | '}'));
            let before = at.checked_sub(1)?;
            let before = if spaced(before) { before.checked_sub(1)? } else { before };
            let behind = close.saturating_add(1);
            let behind = if spaced(behind) { behind.saturating_add(1) } else { behind };
            (spelled && closed).then_some((before, behind, How::Spelled))
        }
        _ => None,
    }
}

/// The tokens of the name that ends here.
fn name(scene: &Scene<'_>, last: usize) -> Option<(usize, usize)> {
    if !matches!(scene.token(last)?.shape, Shape::Word | Shape::Digits)
        && !matches!(scene.mark(last), Some('_' | '-' | '+' | '~'))
    {
        return None;
    }
    let mut first = last;
    for index in (0..last).rev().take(LONGEST) {
        let part = match scene.token(index)?.shape {
            Shape::Word | Shape::Digits => true,
            Shape::Mark => {
                matches!(scene.mark(index), Some('.' | '_' | '-' | '+' | '\'' | '~' | '%'))
            }
            _ => false,
        };
        if !part {
            break;
        }
        first = index;
    }
    // A name starts with a letter or digit: a quote or a hyphen before it is not its own.
    let starts = |index: &usize| {
        scene.is(*index, Shape::Word)
            || scene.is(*index, Shape::Digits)
            || scene.mark(*index) == Some('_')
    };
    Some(((first..=last).find(starts)?, last))
}

/// The tokens of a domain: labels with points between them, and a top level of letters.
fn domain(scene: &Scene<'_>, first: usize, how: How) -> Option<Span> {
    if scene.mark(first) == Some('[') {
        let close = (first..).take(10).find(|index| scene.mark(*index) == Some(']'))?;
        let inner = scene.slice(scene.range(Span { first, last: close }));
        let sound = inner.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'[' | b']'));
        return (sound && inner.len() >= 9).then_some(Span { first, last: close });
    }
    let mut last = label(scene, first)?;
    let mut top = None;
    for _ in 0..10 {
        let Some(next) = point(scene, last.saturating_add(1), how) else { break };
        let Some(end) = label(scene, next) else { break };
        top = Some((next, end));
        last = end;
    }
    let (start, end) = top?;
    let top = scene.slice(scene.range(Span { first: start, last: end }));
    let letters = start == end && scene.is(start, Shape::Word) && top.chars().count() >= 2;
    let file = ["png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "html", "pdf"];
    let known = !file.iter().any(|ending| top.eq_ignore_ascii_case(ending));
    // After a space only what is surely a top level: the next sentence starts like one.
    let sure = how != How::Spaced || mailbox::is_common_top(top);
    let sound = letters && known || top.to_ascii_lowercase().starts_with("xn--");
    (sound && sure).then_some(Span { first, last })
}

/// The last token of a label that starts here.
fn label(scene: &Scene<'_>, first: usize) -> Option<usize> {
    let part = |index: usize| matches!(scene.token(index), Some(token) if matches!(token.shape, Shape::Word | Shape::Digits));
    if !part(first) {
        return None;
    }
    let mut last = first;
    for index in (first.saturating_add(1)..).take(LONGEST) {
        let hyphen = matches!(scene.mark(index), Some('-' | '_'));
        if part(index) {
            last = index;
        } else if !hyphen {
            break;
        }
    }
    Some(last)
}

/// The token after a point: a plain one, or one in words between brackets.
fn point(scene: &Scene<'_>, at: usize, how: How) -> Option<usize> {
    if scene.mark(at) == Some('.') {
        return Some(at.saturating_add(1));
    }
    if how != How::Spelled {
        return None;
    }
    let spaced = |index: usize| {
        if scene.word(index) == " " { index.saturating_add(1) } else { index }
    };
    let open = spaced(at);
    let word = open.saturating_add(1);
    let close = word.saturating_add(1);
    let brackets = matches!(scene.mark(open), Some('(' | '[' | '{'))
        && matches!(scene.mark(close), Some(')' | ']' | '}'));
    let spelled = ["dot", "punt", "."].iter().any(|dot| scene.word(word).eq_ignore_ascii_case(dot));
    (brackets && spelled).then(|| spaced(close.saturating_add(1)))
}

#[cfg(test)]
mod tests {
    use super::super::{Surroundings, detect};

    fn found(text: &str) -> Vec<&str> {
        let hits = detect(text, &Surroundings::default());
        hits.into_iter().map(|hit| &text[hit.range]).collect()
    }

    #[test]
    fn square_brackets_hide_no_address() {
        assert_eq!(found("jan [at] example [dot] nl"), ["jan [at] example [dot] nl"]);
        assert_eq!(found("jan{at}example.nl"), ["jan{at}example.nl"]);
        assert_eq!(found("jan@[192.168.1.4]"), ["jan@[192.168.1.4]"]);
    }

    #[test]
    fn a_mailbox_without_a_name_in_it_is_not_certain() {
        use crate::finding::Certainty::{Certain, Likely};
        let certainty = |text| detect(text, &Surroundings::default()).first().map(|h| h.certainty);
        for text in ["j.zwm@example.nl", "petra@example.nl", "pjansen@example.nl"] {
            assert_eq!(certainty(text), Some(Certain), "{text}");
        }
        for text in ["zonnetje@example.nl", "Mail naar moestuin-noord@example.nl"] {
            assert_eq!(certainty(text), Some(Likely), "{text}");
        }
    }

    #[test]
    fn the_number_of_a_message_is_doubtful() {
        let text = "Message-ID: <20231102101112.12345678@mail.example.nl>";
        assert!(
            detect(text, &Surroundings::default())
                .iter()
                .all(|hit| { hit.certainty < crate::finding::Certainty::Likely })
        );
    }
}
