//! What stands around a name and says that it is one.

use super::name::Name;
use crate::detect::lexicon::{Role, Traits};
use crate::detect::scan::Shape;
use crate::detect::scene::{Near, Scene, Side};

/// Forms of address.
const ADDRESS: &str = "dhr mevr mevrouw mw mej mejuffrouw meneer heer heren mijnheer juffrouw \
    mister miss mrs sir madam monsieur madame herr frau weduwe wed";

/// Titles; those in small letters only, for MW and MS are units.
const TITLES: &str = "prof professor dr drs ir ing mr bc ds dra mag em jhr jkvr baron pater zuster \
    dokter doctor";

/// Words for what a person does, right before the name.
const ROLES: &str = "collega medewerker medewerkster beleidsmedewerker ambtenaar inspecteur agent \
    agente hoofdagent rechercheur advocaat advocate notaris rechter officier griffier secretaris \
    directeur directrice manager teamleider teammanager projectleider projectmanager afdelingshoofd \
    coördinator adviseur consultant jurist juriste arts huisarts psycholoog psychiater tandarts \
    verpleegkundige docent docente leraar lerares juf meester leerling student studente voorzitter \
    bestuurder penningmeester buurman buurvrouw broer zus vader moeder zoon dochter echtgenoot \
    echtgenote partner vriend vriendin klager klaagster verdachte slachtoffer getuige aanvrager \
    aanvraagster eiser eiseres verzoeker verzoekster appellant gemachtigde bewoner bewoonster \
    eigenaar eigenaresse huurder verhuurder journalist redacteur onderzoeker auteur schrijver \
    ondernemer zzp'er contactpersoon behandelaar casemanager wijkagent boa handhaver \
    toezichthouder kandidaat sollicitant werknemer patiënt cliënt mantelzorger voogd \
    curator bewindvoerder mediator tolk secretaresse receptionist chauffeur stagiair stagiaire \
    kinderen oom tante opa oma neef nicht";

/// Those that hardly ever stand before anything but a name.
const KIN: &str = "dochter zoon vader moeder broer zus zusje broertje buurman buurvrouw echtgenoot \
    echtgenote oom tante opa oma neef vriend vriendin collega agent agente wijkagent hoofdagent \
    verpleegkundige huisarts tandarts juf klager klaagster verdachte slachtoffer getuige ex-vrouw \
    verloofde kleinzoon kleindochter schoonvader schoonmoeder zwager schoonzus advocate";

/// Greetings at the start of a letter or message.
const GREETINGS: &str = "beste geachte lieve hoi hallo dag hi hey goedemorgen goedemiddag \
    goedenavond dear hello waarde";

/// Words that end a letter; the name stands on one of the lines below, or right behind.
const CLOSINGS: &str = "groet groeten groetjes gr grt grtz mvg hoogachtend regards sincerely deze \
    liefs groetend vrgr";

/// Verbs with a person behind them.
const VERBS: &str =
    "aldus zegt zei schrijft schreef vindt vertelt antwoordde vroeg stelde meldt says";

/// Degrees behind a name.
const DEGREES: &str = "msc ma llm bsc ba phd ra mba mpa bba rc";

const IS_ADDRESS: Traits = Traits::of(6);
const IS_TITLE: Traits = Traits::of(7);
const IS_ROLE: Traits = Traits::of(8);
const IS_GREETING: Traits = Traits::of(9);
const IS_CLOSING: Traits = Traits::of(10);
const IS_VERB: Traits = Traits::of(11);
const IS_BETWEEN: Traits = Traits::of(18);
const IS_KIN: Traits = Traits::of(17);
const IS_DEGREE: Traits = Traits::of(12);

/// What says that it is a name: an identifier, the word, and how much it counts.
pub(super) type Evidence = (&'static str, &'static str, i32);

/// The strongest evidence around a name.
pub(super) fn of(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let title = title(scene, name);
    if title.is_some() {
        return title;
    }
    let found = [
        label(scene, name),
        greeting(scene, name),
        closing(scene, name),
        address_behind(scene, name),
        role(scene, name),
        list(scene, name),
        verb(scene, name),
        elsewhere(scene, name),
        mention(scene, name),
    ];
    found.into_iter().flatten().max_by_key(|(_, _, decibans)| *decibans)
}

/// What says that a word in small letters is a name, and the token that the name starts at: a title
/// before it, a greeting at the start of a line, or the end of a message.
pub(super) fn of_small(scene: &Scene<'_>, at: usize) -> Option<(Evidence, usize)> {
    let mut first = at;
    let mut before = word_before(scene, at)?;
    for _ in 0..2 {
        if !super::lists::is_infix(scene, before) {
            break;
        }
        first = before;
        before = word_before(scene, before)?;
    }
    if let Some(known) = scene.with_traits(before, IS_ADDRESS) {
        return Some((("title", known, 45), first));
    }
    let known = scene.with_traits(before, IS_GREETING.and(IS_CLOSING))?;
    (known != "deze" && at_line_start(scene, before)).then_some((("greeting", known, 34), first))
}

/// The word before a token on the same line, past one space, and its token.
pub(super) fn word_before(scene: &Scene<'_>, first: usize) -> Option<usize> {
    let space = first.checked_sub(1)?;
    let index = if scene.word(space) == " " { space.checked_sub(1)? } else { space };
    let index = match scene.mark(index) {
        Some('.' | '/') => index.checked_sub(1)?,
        _ => index,
    };
    scene.is(index, Shape::Word).then_some(index)
}

/// The words that are evidence, and what they are.
pub(super) fn traits() -> impl Iterator<Item = (&'static str, Traits)> {
    let lists = [
        (ADDRESS, IS_ADDRESS),
        (TITLES, IS_TITLE),
        (ROLES, IS_ROLE),
        (KIN, IS_KIN),
        (BETWEEN, IS_BETWEEN),
        (GREETINGS, IS_GREETING),
        (CLOSINGS, IS_CLOSING),
        (VERBS, IS_VERB),
        (DEGREES, IS_DEGREE),
    ];
    let words = |(list, traits): (&'static str, Traits)| {
        list.split_ascii_whitespace().map(move |word| (word, traits))
    };
    lists.into_iter().flat_map(words)
}

fn title(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let before = word_before(scene, name.span.first)?;
    let word = scene.word(before);
    let capitals = word.len() <= 3 && !word.chars().any(char::is_lowercase);
    // "J.A. ir. Jansen" has no title of one letter, "50 MW Eneco" no lady.
    if capitals {
        return None;
    }
    if let Some(known) = scene.with_traits(before, IS_ADDRESS) {
        return Some(("title", known, 45));
    }
    scene.with_traits(before, IS_TITLE).map(|known| ("title", known, 35))
}

/// Labels with points in them.
const SHORT: [&str; 5] = ["t.a.v.", "t.n.v.", "p/a", "c/o", "a/d"];

/// Whether a token is a title or a form of address.
pub(super) fn is_title(scene: &Scene<'_>, index: usize) -> bool {
    scene.traits(index).has(IS_TITLE.and(IS_ADDRESS))
}

/// A label such as "behandeld door:", or the header of the column.
fn label(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    if let Some(label) = short_label(scene, name.span.first) {
        return Some(("word-near", label, 34));
    }
    let near = scene.near_within(name.span, 30);
    let Near::Word(Role::Names, word, side) = near else { return None };
    match side {
        Side::Label => Some(("word-label", word, if whole(scene, name) { 34 } else { 12 })),
        Side::Before => before_label(scene, name, word),
        _ => None,
    }
}

/// A label with points or a slash in it, right before a token.
fn short_label(scene: &Scene<'_>, first: usize) -> Option<&'static str> {
    let space = first.checked_sub(1).filter(|index| scene.word(*index) == " ")?;
    let ends = scene.mark_before(space) == Some('.')
        || matches!(scene.word(space.saturating_sub(1)), "a" | "o" | "d");
    let start = scene.token(space)?.start;
    let from = scene.text.floor_char_boundary(start.saturating_sub(8));
    let before = if ends { scene.slice(from..start).to_lowercase() } else { return None };
    SHORT.into_iter().find(|label| before.ends_with(*label))
}

fn before_label(scene: &Scene<'_>, name: &Name, word: &'static str) -> Option<Evidence> {
    let mut colon = false;
    let mut lines = 0_u32;
    for index in (0..name.span.first).rev().take(8) {
        let token = scene.token(index)?;
        match token.shape {
            Shape::Word if scene.named_by(index) == Some(word) => {
                // A label alone on its line needs no colon.
                let alone = lines == 1 && scene.is(index.saturating_add(1), Shape::Line);
                let colon = colon || alone && at_line_start(scene, index);
                let weak =
                    matches!(word, "van" | "aan" | "door" | "naam" | "cc" | "bcc" | "from" | "to");
                let decibans = match (weak, colon) {
                    (false, true) => 34,
                    (false, false) if lines == 0 => 22,
                    (true, true) if at_line_start(scene, index) || word == "naam" => 30,
                    (true, true) => 20,
                    (true, false) if word == "door" => 14,
                    _ => return None,
                };
                let decibans = if lone(name) && lines > 0 { 18 } else { decibans };
                return Some(("word-near", word, decibans));
            }
            // "ing. J. Jansen", "de heer Jansen": the title decides, the label adds nothing.
            Shape::Word if scene.traits(index).has(IS_TITLE) => {}
            Shape::Word if scene.traits(index).has(IS_ADDRESS) => {}
            Shape::Line => lines = lines.saturating_add(1),
            Shape::Space => {}
            Shape::Mark => match scene.mark(index)? {
                ':' | '|' | ';' => colon = true,
                '-' | '.' | '(' | '"' | '*' | '_' | '=' | '/' => {}
                _ => return None,
            },
            _ => return None,
        }
        if lines > 1 {
            return None;
        }
    }
    None
}

fn greeting(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let before = word_before(scene, name.span.first)?;
    let known = scene.with_traits(before, IS_GREETING)?;
    let behind = name.span.last.saturating_add(1);
    let ends = match scene.token(behind).map(|token| token.shape) {
        None | Some(Shape::Line) => true,
        Some(Shape::Mark) => matches!(scene.mark(behind), Some(',' | '!' | '.' | ':' | '-')),
        Some(Shape::Space) => {
            matches!(scene.word(behind.saturating_add(1)), "en" | "-" | "/" | "and" | "&")
        }
        _ => false,
    };
    let opens = at_line_start(scene, before) || scene.word(before).chars().any(char::is_uppercase);
    (ends && opens).then_some(("greeting", known, 34))
}

/// A line that is only a name, a few lines below "met vriendelijke groet".
fn closing(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let before = word_before(scene, name.span.first);
    if let Some(known) = before.and_then(|index| scene.with_traits(index, IS_CLOSING))
        && known != "deze"
    {
        return Some(("closing", known, 30));
    }
    if !at_line_start(scene, name.span.first) || !ends_line(scene, name.span.last) {
        return None;
    }
    let mut lines = 0_u32;
    for index in (0..name.span.first).rev().take(40) {
        match scene.token(index)?.shape {
            Shape::Line => lines = lines.saturating_add(1),
            Shape::Word => {
                if let Some(known) = scene.with_traits(index, IS_CLOSING)
                    && (known != "deze" || behind_namens(scene, index))
                {
                    let decibans = match (lone(name), lines) {
                        (true, _) => 22,
                        (_, ..=2) => 34,
                        _ => 28,
                    };
                    return Some(("closing", known, decibans));
                }
            }
            Shape::Digits => return None,
            _ => {}
        }
        if lines > 5 {
            return None;
        }
    }
    None
}

/// Whether it is one word that no list knows.
fn lone(name: &Name) -> bool {
    name.words == 1 && name.initials == 0 && !name.last.last && !name.first.first
}

/// Whether a word stands behind "namens" or "voor": "namens deze" ends a letter, "deze" does not.
fn behind_namens(scene: &Scene<'_>, index: usize) -> bool {
    let before = word_before(scene, index).map(|before| scene.word(before));
    before.is_some_and(|before| ["namens", "voor"].iter().any(|n| n.eq_ignore_ascii_case(before)))
}

/// An e-mail address right behind the name.
fn address_behind(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let mut index = name.span.last.saturating_add(1);
    let mut bracket = false;
    for _ in 0..14 {
        match scene.token(index)?.shape {
            Shape::Mark => match scene.mark(index)? {
                '@' => return bracket.then_some(("email-behind", "", 32)),
                '<' | '(' | '[' => bracket = true,
                '.' | '_' | '-' | '"' | '+' => {}
                ':' if bracket => {}
                _ => return None,
            },
            Shape::Space if !bracket => {}
            Shape::Word | Shape::Digits if bracket => {}
            _ => return None,
        }
        index = index.saturating_add(1);
    }
    None
}

/// A name behind an @, as messages call somebody.
fn mention(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    (scene.mark_before(name.span.first) == Some('@')).then_some(("mention", "", 24))
}

fn role(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let before = word_before(scene, name.span.first)?;
    if let Some(known) = scene.with_traits(before, IS_KIN) {
        return Some(("role", known, 32));
    }
    scene.with_traits(before, IS_ROLE).map(|known| ("role", known, 22))
}

/// Words between the names of a list.
const BETWEEN: &str = "en and of vz vzt voorzitter notulist verslag secretaris";

/// The next of a list of names: between the last one and this stand only separators, titles, and
/// what is between brackets.
fn list(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let Near::Word(_, word, Side::List) = scene.listed_near(name.span) else { return None };
    let last = scene.last_listed()?;
    let mut bracket = false;
    for index in (last.saturating_add(1)..name.span.first).take(30) {
        let separates = match scene.token(index)?.shape {
            Shape::Word => is_title(scene, index) || scene.traits(index).has(IS_BETWEEN),
            Shape::Space => true,
            Shape::Line => scene.word(index).bytes().filter(|byte| *byte == b'\n').count() < 2,
            Shape::Mark => match scene.mark(index)? {
                '(' => {
                    bracket = true;
                    true
                }
                ')' => {
                    bracket = false;
                    true
                }
                '.' => index.checked_sub(1).is_some_and(|before| is_title(scene, before)),
                ',' | ';' | '/' | '&' | '-' | '•' | '*' => true,
                _ => false,
            },
            Shape::Digits => false,
        };
        if !separates && !bracket {
            return None;
        }
    }
    // Brackets that close, and no more tokens between than were looked at.
    let near = name.span.first.saturating_sub(last) <= 30;
    (near && !bracket).then_some(("word-list", word, if word.is_empty() { 16 } else { 26 }))
}

/// "aldus Jansen", "zegt Jansen".
fn verb(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let before = word_before(scene, name.span.first)?;
    scene.with_traits(before, IS_VERB).map(|known| ("verb", known, 14))
}

/// A part of a name that was sure elsewhere in the document.
fn elsewhere(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let mut words = (name.span.first..=name.span.last).take(24);
    let known = words.any(|index| {
        let word = scene.word(index);
        scene.is(index, Shape::Word) && (scene.names.knows(word) || scene.names.is_code(word))
    });
    known.then_some(("name-elsewhere", "", 32))
}

/// Whether only spaces, bullets and titles stand before a token on its line.
pub(super) fn at_line_start(scene: &Scene<'_>, first: usize) -> bool {
    for index in (0..first).rev().take(10) {
        let Some(token) = scene.token(index) else { return true };
        match token.shape {
            Shape::Line => return true,
            Shape::Space => {}
            Shape::Mark
                if matches!(scene.mark(index), Some('-' | '*' | '•' | '.' | '"' | '>' | '|')) => {
            }
            Shape::Word if scene.traits(index).has(IS_TITLE) => {}
            Shape::Word if scene.traits(index).has(IS_ADDRESS) => {}
            Shape::Word if scene.word(index) == "de" => {}
            _ => return false,
        }
    }
    first <= 10
}

/// Whether only titles and brackets stand behind a token on its line.
fn ends_line(scene: &Scene<'_>, last: usize) -> bool {
    let mut bracket = false;
    for index in (last.saturating_add(1)..).take(12) {
        let Some(token) = scene.token(index) else { return true };
        match token.shape {
            Shape::Line => return true,
            Shape::Space => {}
            Shape::Mark => match scene.mark(index) {
                Some('(') => bracket = true,
                Some(')' | ',' | '.' | '|' | '/' | '-') => {}
                _ => return false,
            },
            Shape::Word if bracket || scene.traits(index).has(IS_DEGREE) => {}
            _ => return false,
        }
    }
    false
}

/// Whether the name is all that the text holds.
pub(super) fn whole(scene: &Scene<'_>, name: &Name) -> bool {
    let blank = |range: std::ops::Range<usize>| scene.slice(range).trim().is_empty();
    let range = scene.range(name.span);
    blank(0..range.start) && blank(range.end..scene.text.len())
}
