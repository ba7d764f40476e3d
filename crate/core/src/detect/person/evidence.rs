//! What stands around a name and says that it is one.

use std::sync::LazyLock;

use super::label::{kin_label, label};
use super::name::Name;
use super::signs::signs;
use crate::detect::endings::Endings;
use crate::detect::lexicon::Traits;
use crate::detect::scan::Shape;
use crate::detect::scene::{Near, Scene, Side};
use crate::detect::tagger::{in_dictionary, is_place};

/// Forms of address.
const ADDRESS: &str = "dhr hr mevr mevrouw mw mej mejuffrouw meneer heer heren mijnheer juffrouw \
    fam familie mister miss mrs sir madam monsieur madame herr frau weduwe wed";

/// Titles; those in small letters only, for MW and MS are units.
const TITLES: &str = "prof professor dr drs ir ing mr bc ds dra mag em jhr jkvr baron pater zuster \
    dokter doctor sgt cpl lcpl pte lt capt kpl sgtmaj wmr";

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
    ondernemer zzp'er contactpersoon behandelaar casemanager wijkagent boa handhaver leidinggevende mentor monteur \
    aannemer aannemers bevelvoerder recensent scheidsrechter raadsheer fabrikant schipper omwonende \
    aangeefster aangever deurwaarder gerechtsdeurwaarder jachthouder praktijkopleider groepsleidster \
    buurjongen buurmeisje overbuur klusjesman boomdeskundige recensente kolonel kapitein majoor \
    toezichthouder kandidaat sollicitant werknemer patiënt cliënt mantelzorger voogd \
    curator bewindvoerder mediator tolk secretaresse receptionist chauffeur stagiair stagiaire \
    kinderen oom tante opa oma neef nicht man vrouw kind peuter baby mama papa \
    moeders vaders ouders buren buur huisgenoot overbuurman overbuurvrouw teamgenoot ex melder \
    meldster betrokkene comparant verschenen lerares coach trainer trainster gastouder oppas \
    heet heette heten genaamd geheten noemt noemde ene zekere namens bel bellen vraag vroeg mail \
    wife husband mother father brother sister son daughter aunt uncle neighbour neighbor colleague \
    friend manager nurse teacher solicitor officer witness tenant landlord named called told";

/// Those that hardly ever stand before anything but a name.
const KIN: &str = "dochter zoon vader moeder broer zus zusje broertje buurman buurvrouw echtgenoot \
    echtgenote oom tante opa oma neef vriend vriendin collega agent agente wijkagent hoofdagent \
    verpleegkundige huisarts tandarts juf klager klaagster verdachte slachtoffer getuige ex-vrouw \
    verloofde kleinzoon kleindochter schoonvader schoonmoeder zwager schoonzus advocate zoontje \
    dochtertje schoondochter schoonzoon stiefvader stiefmoeder stiefzoon stiefdochter pleegvader \
    pleegmoeder pleegzoon pleegdochter oud-collega opa's oma's tweelingbroer tweelingzus halfbroer \
    halfzus wife husband son daughter pake beppe pappa mamma tante oom bomma nonkel moeke grandmother grandfather \
    uncle auntie cousin stepson niece nephew oud-buurman";

/// Ends of words for what people do.
const OCCUPATIONS: &str = "meester werker werkster arts peed ograaf ist iste loog loge kundige aris eur euse trice \
    consulent docent agent assistent assistente advocaat coach officier leider leidster houder \
    verlener makelaar raadsman raadsvrouw rechercheur beheerder opzichter molenaar monteur begeleider \
    begeleidster verzorger verzorgster verzorgende vrijwilliger vrijwilligster medewerker \
    medewerkster ambtenaar adviseur adviseuse bewaker keeper ziener zienster trainer controleur \
    apotheker surveillant surveillanten pandit makelaars bode koster dominee pastoor imam rabbijn bestuurslid echtgenote vriendin vriend moeder vader \
    buurman buurvrouw man vrouw zoon dochter zus broer";

static WORK: LazyLock<Endings> = LazyLock::new(|| Endings::of(OCCUPATIONS));

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

pub(super) const IS_ADDRESS: Traits = Traits::of(6);
pub(super) const IS_TITLE: Traits = Traits::of(7);
pub(super) const IS_ROLE: Traits = Traits::of(8);
const IS_GREETING: Traits = Traits::of(9);
const IS_CLOSING: Traits = Traits::of(10);
const IS_VERB: Traits = Traits::of(11);
const IS_BETWEEN: Traits = Traits::of(18);
pub(super) const IS_KIN: Traits = Traits::of(17);
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
        speaker(scene, name),
        beside(scene, name),
        kin_label(scene, name),
        in_file_name(scene, name),
    ];
    found.into_iter().flatten().max_by_key(|(_, _, decibans)| *decibans)
}

/// What says that a word in small letters is a name, and the token that the name starts at: a title
/// before it, a greeting at the start of a line, the end of a message, who somebody is, that the name
/// is known, or that nobody here writes capitals.
pub(super) fn of_small(scene: &Scene<'_>, at: usize) -> Option<(Evidence, usize)> {
    let word = scene.word(at);
    let rare = || super::lists::known(scene, at).first && !in_dictionary(word);
    if rare() && scene.names.knows(word) {
        return Some((("name-elsewhere", "", 32), at));
    }
    if let Some(found) = small_behind(scene, at, &rare) {
        return Some(found);
    }
    let alone = at_line_start(scene, at) && rare() && closes(scene, at);
    if alone {
        return Some((("closing", "", 34), at));
    }
    (rare() && word.len() >= 4 && small_around(scene, at))
        .then_some((("small-letters", "", 32), at))
}

fn small_behind(
    scene: &Scene<'_>,
    at: usize,
    rare: &impl Fn() -> bool,
) -> Option<(Evidence, usize)> {
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
    if let Some(known) = scene.with_traits(before, IS_GREETING.and(IS_CLOSING)) {
        let sound = known != "deze" && at_line_start(scene, before);
        return sound.then_some((("greeting", known, 34), first));
    }
    // "mr van dijk": a title and a surname that is no word.
    let surname = super::lists::known(scene, at).last && !in_dictionary(scene.word(at));
    if let Some(known) = scene.with_traits(before, IS_TITLE).filter(|_| surname && first != at) {
        return Some((("title", known, 36), first));
    }
    let called = scene.word(before) == "is"
        && word_before(scene, before)
            .is_some_and(|index| matches!(scene.word(index), "naam" | "name"));
    if called && super::lists::known(scene, at).first {
        return Some((("word-near", "naam", 34), first));
    }
    let role = scene.with_traits(before, IS_KIN.and(IS_ROLE)).filter(|_| first == at && rare())?;
    Some((("role", role, 34), first))
}

/// Whether a word ends a message on the line before.
fn closes(scene: &Scene<'_>, at: usize) -> bool {
    let mut lines = 0_u32;
    for index in (0..at).rev().take(8) {
        lines = lines.saturating_add(u32::from(scene.is(index, Shape::Line)));
        if lines > 0 && scene.traits(index).has(IS_CLOSING) {
            return true;
        }
    }
    false
}

/// Whether many words stand around a token, none of them with a capital.
fn small_around(scene: &Scene<'_>, at: usize) -> bool {
    let around = at.saturating_sub(24)..at.saturating_add(24);
    let words = around.clone().filter(|index| scene.is(*index, Shape::Word)).count();
    let marks = around.clone().filter(|index| {
        matches!(scene.mark(*index), Some('_' | '=' | '{' | '}' | '/' | '\\' | '<' | '>' | ';'))
    });
    words >= 10 && marks.count() == 0 && !around.into_iter().any(|index| scene.is_capital(index))
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
    if word == "Ms" {
        // "Zr.Ms. Evertsen" is a ship.
        let ship = scene.mark_before(before) == Some('.');
        return (!ship).then_some(("title", "ms", 45));
    }
    // 's-Heer Arendskerke and Heer are places.
    let place = word == "Heer"
        && (scene.mark_before(before) == Some('-')
            || word_before(scene, before)
                .is_some_and(|index| matches!(scene.word(index), "in" | "te" | "naar" | "uit")));
    if let Some(known) = scene.with_traits(before, IS_ADDRESS).filter(|_| !place) {
        return Some(("title", known, 45));
    }
    scene.with_traits(before, IS_TITLE).map(|known| ("title", known, 35))
}

/// Whether a word for somebody stands right before a token: a form of address, a title, kin, a role.
pub(super) fn is_led(scene: &Scene<'_>, first: usize) -> bool {
    word_before(scene, first).is_some_and(|before| {
        let ends = scene.mark(before.saturating_add(1)) == Some('.');
        scene.traits(before).has(IS_ADDRESS.and(IS_TITLE))
            || scene.traits(before).has(IS_KIN.and(IS_ROLE)) && !ends
    })
}

/// Whether a token is a form of address.
pub(super) fn is_address(scene: &Scene<'_>, index: usize) -> bool {
    scene.traits(index).has(IS_ADDRESS)
}

/// Whether a token is a title or a form of address.
pub(super) fn is_title(scene: &Scene<'_>, index: usize) -> bool {
    scene.traits(index).has(IS_TITLE.and(IS_ADDRESS))
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
pub(super) fn lone(name: &Name) -> bool {
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

/// A surname in the name of a file: `bezwaar_Tuinstra.docx`.
fn in_file_name(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let joins = |mark: Option<char>| matches!(mark, Some('_'));
    let next = name.span.last.saturating_add(1);
    let sound = joins(scene.mark_before(name.span.first)) || joins(scene.mark(next));
    let plain = name.words == 1 && scene.word(name.span.first).len() >= 4;
    let word = scene.word(name.span.first);
    let known = scene.names.knows(word) || scene.names.expects(word);
    (sound && plain && (known || name.last.last && !in_dictionary(word))).then_some((
        "file-name",
        "",
        26,
    ))
}

/// A name behind an @, as messages call somebody.
fn mention(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    (scene.mark_before(name.span.first) == Some('@')).then_some(("mention", "", 24))
}

/// Who says what follows, in an export of messages: `[1-2-2023 09:05] Petra:`, `1-2-2023 09:05 -
/// Petra:`, or `Petra   09:05` on a line of its own.
pub(super) fn speaker(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let last = name.span.last;
    let timed = |colon: usize| {
        scene.mark(colon) == Some(':')
            && scene.is(colon.saturating_add(1), Shape::Digits)
            && colon
                .checked_sub(1)
                .is_some_and(|hour| scene.is(hour, Shape::Digits) && scene.word(hour).len() <= 2)
    };
    if scene.mark(last.saturating_add(1)) == Some(':') {
        let mut index = name.span.first;
        for _ in 0..5 {
            index = index.checked_sub(1)?;
            match scene.token(index)?.shape {
                Shape::Digits => {
                    let said = index.checked_sub(1).is_some_and(timed);
                    return said.then_some(("speaker", "", 40));
                }
                Shape::Space => {}
                Shape::Mark if matches!(scene.mark(index), Some('-' | ']' | ')' | '|')) => {}
                // "Juf Petra", "Mama Roos".
                Shape::Word if scene.is_capital(index) => {}
                _ => return None,
            }
        }
        return None;
    }
    let hour = last.saturating_add(2);
    let minute = hour.saturating_add(2);
    let ends = scene.token(minute.saturating_add(1)).is_none_or(|token| token.shape == Shape::Line);
    let gap = scene.word(last.saturating_add(1));
    let spaced = scene.is(last.saturating_add(1), Shape::Space) && !gap.is_empty();
    (spaced && ends && timed(hour.saturating_add(1)) && at_line_start(scene, name.span.first))
        .then_some(("speaker", "", 40))
}

/// A first name that a list knows, with another right beside it: `Petra / Jan`, `Petra en Jan`, or
/// in the next cell.
fn beside(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let lone = name.words == 1 && name.initials == 0 && !name.infix;
    if !lone || !name.first.first {
        return None;
    }
    let known = |index: usize| {
        let known = super::lists::known(scene, index);
        scene.is_capital(index) && known.first && !known.none
    };
    let (before, after) = (
        across(scene, name.span.first, |index| index.checked_sub(1)),
        across(scene, name.span.last, |index| index.checked_add(1)),
    );
    let both = [before, after].into_iter().flatten().filter(|(index, _)| known(*index));
    let strong = both.map(|(_, joined)| if joined { 20 } else { 16 });
    let sum: i32 = strong.sum();
    (sum > 0).then_some(("names-beside", "", sum.min(30)))
}

/// The next word past what stands between the names of a row, and whether that joins two: "en", a
/// slash.
fn across(
    scene: &Scene<'_>,
    from: usize,
    step: impl Fn(usize) -> Option<usize>,
) -> Option<(usize, bool)> {
    let (mut index, mut apart, mut joined) = (step(from)?, false, false);
    for _ in 0..6 {
        match scene.token(index)?.shape {
            Shape::Space => {
                let gap = scene.word(index);
                apart |= gap.len() >= 2 || gap.contains('\t');
            }
            Shape::Mark => match scene.mark(index)? {
                '/' | '+' | '&' => (apart, joined) = (true, true),
                '|' | ';' => apart = true,
                _ => return None,
            },
            Shape::Word if matches!(scene.word(index), "en" | "and" | "of" | "or") => {
                (apart, joined) = (true, true);
            }
            Shape::Word if apart => return Some((index, joined)),
            _ => return None,
        }
        index = step(index)?;
    }
    None
}

/// How much a word for what people do counts: with two words that no list knows it is likely.
const ROLE: i32 = 24;

/// What a person is or does, right before the name or before it between brackets: "wijkagent
/// Jansen", "haar zoon (Tim)".
fn role(scene: &Scene<'_>, name: &Name) -> Option<Evidence> {
    let open = name.span.first.checked_sub(1)?;
    let close = name.span.last.saturating_add(1);
    let within = scene.mark(open) == Some('(') && matches!(scene.mark(close), Some(')' | ','));
    let before = word_before(scene, if within { open } else { name.span.first })?;
    // "huisarts te Maarssen"
    if name.words == 1 && scene.word(name.span.first) == "te" {
        return None;
    }
    let ends = scene.mark(before.saturating_add(1)) == Some('.');
    let plain = name.initials > 0 || name.first.first || name.last.last || name.infix;
    let lone = || {
        let word = scene.word(name.span.first);
        let said = scene.said(name.span.first).is_some_and(|sum| sum > 0);
        said && !in_dictionary(word) && !is_place(word) && !name.first.acronym
    };
    if let Some(known) = scene.with_traits(before, IS_KIN).filter(|_| !ends) {
        return Some(("role", known, 32));
    }
    if let Some(known) = scene.with_traits(before, IS_ROLE).filter(|_| !ends) {
        let verb = matches!(
            known,
            "namens" | "bel" | "bellen" | "vraag" | "vroeg" | "mail" | "told" | "called" | "ene"
        );
        // Those are firms more often than people.
        let firm = matches!(known, "aannemer" | "aannemers" | "fabrikant");
        if firm && !plain {
            return None;
        }
        let decibans = if name.words == 1 && !plain && lone() { 31 } else { ROLE };
        return Some(("role", known, if verb { 16 } else { decibans }));
    }
    let word = scene.word(before);
    let opens = !scene.is_capital(before) || at_line_start(scene, before) || {
        let point = before.checked_sub(2);
        point.is_some_and(|point| matches!(scene.mark(point), Some('.' | '!' | '?')))
    };
    let work = !ends && word.len() >= 6 && opens && WORK.end(word);
    match (work, plain) {
        (true, true) => Some(("role", "", ROLE)),
        (true, false) if name.words > 1 => Some(("role", "", ROLE)),
        (true, false) if name.words == 1 && lone() => Some(("role", "", 31)),
        _ => None,
    }
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
                '.' => index.checked_sub(1).is_some_and(|before| {
                    is_title(scene, before) || scene.is(before, Shape::Digits)
                }),
                ',' | ';' | '/' | '&' | '-' | '•' | '*' => true,
                _ => false,
            },
            // The number of the next one.
            Shape::Digits => {
                let next = index.saturating_add(1);
                scene.is(index.saturating_sub(1), Shape::Line)
                    && matches!(scene.mark(next), Some('.' | ')'))
            }
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
    let words = (name.span.first..=name.span.last).take(24);
    if name.words == 1 && (scene.names.is_code(scene.word(name.span.first)) || signs(scene, name)) {
        return Some(("name-elsewhere", "", 50));
    }
    // Behind another word it may be the name of a body: "Bakkerij Jansen".
    let first = scene.word(name.span.first);
    let strange = name.words > 1
        && name.initials == 0
        && !name.turned
        && (!name.infix || scene.said(name.span.first).is_some_and(|sum| sum < -100))
        && !name.first.first
        && !scene.names.knows(first)
        && !scene.names.expects(first);
    let is_word = |index: &usize| scene.is(*index, Shape::Word) && scene.is_capital(*index);
    let known = words.clone().filter(is_word).any(|index| scene.names.knows(scene.word(index)));
    let expected = || words.filter(is_word).any(|index| scene.names.expects(scene.word(index)));
    match (known, strange) {
        (true, false) => Some(("name-elsewhere", "", 30)),
        (false, false) => expected().then(|| {
            let word = scene.word(name.span.first);
            let rare = name.words == 1 && !in_dictionary(word) && !is_place(word);
            ("name-elsewhere", "", if rare { 31 } else { 22 })
        }),
        (_, true) => None,
    }
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
pub(super) fn ends_line(scene: &Scene<'_>, last: usize) -> bool {
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

/// Whether two capitals end a message: "Groet, PJ".
pub(super) fn closes_with(scene: &Scene<'_>, name: &Name) -> bool {
    let word = scene.word(name.span.first);
    word.len() == 2
        && word.bytes().all(|b| b.is_ascii_uppercase())
        && closing(scene, name).is_some()
}

/// Whether the name is all that the text holds.
pub(super) fn whole(scene: &Scene<'_>, name: &Name) -> bool {
    let blank = |range: std::ops::Range<usize>| scene.slice(range).trim().is_empty();
    let range = scene.range(name.span);
    blank(0..range.start) && blank(range.end..scene.text.len())
}
