//! The grammar of names: initials, first names, small words, surnames.

use super::evidence;
use super::lists::{self, Known};
use crate::detect::scan::Shape;
use crate::detect::scene::{Scene, Span};
use crate::detect::tagger::is_place;

/// A run of tokens that has the shape of a name.
#[derive(Clone, Copy, Debug)]
pub(in crate::detect) struct Name {
    /// Its tokens.
    pub span: Span,
    /// How many initials there are.
    pub initials: u32,
    /// How many words with a capital there are, small words left out.
    pub words: u32,
    /// Whether a small word stands in it.
    pub infix: bool,
    /// Whether the surname stands first, and initials or a first name behind a comma.
    pub turned: bool,
    /// What the lists know of the first word.
    pub first: Known,
    /// What the lists know of the last word.
    pub last: Known,
    /// Whether a word that is no name stands in it.
    pub spoilt: bool,
    /// Whether a first name stands between brackets.
    pub called: bool,
    /// Whether it is two first names with a hyphen: Jan-Peter.
    pub double: bool,
    /// Whether a word with a capital follows that is no name: the Johan Cruijff Arena.
    pub titular: bool,
}

/// How many initials a name has at most.
const MOST: u32 = 7;
/// How many words a name has at most.
const WORDS: u32 = 5;

/// The name that starts here.
pub(super) fn at(scene: &Scene<'_>, at: usize) -> Option<Name> {
    let mut name = Name {
        span: Span { first: at, last: at },
        initials: 0,
        words: 0,
        infix: false,
        turned: false,
        first: Known::default(),
        last: Known::default(),
        spoilt: false,
        called: false,
        titular: false,
        double: false,
    };
    let mut index = at;
    loop {
        // "Ilse Nauta van Timpaan": what a name is followed by.
        let whole = name.words > 1 && name.first.first && name.last.last && !name.last.first;
        let complete = name.words > 0 && (name.initials > 0 || name.infix) || whole;
        let complete = complete && !second_part(scene, &name, index);
        // "mevrouw Bakker van Tulpenweg 12": an address follows.
        let infix = infixes(scene, index);
        let here = word(scene, index);
        let next = infix.map_or(here, |next| word(scene, next));
        if name.words > 0 && next.is_some_and(|last| leads_to_street(scene, last)) {
            break;
        }
        let mut count = name.initials;
        if let Some(next) = initials(scene, index, &mut count) {
            let behind = past_space(scene, next);
            // Behind a word they are those of a second name, or none: Philips N.V.
            if name.words > 0 && (word(scene, behind).is_none() && infixes(scene, behind).is_none())
                || is_company(scene, index)
            {
                break;
            }
            name.initials = count;
            name.span.last = next.saturating_sub(1);
            index = behind;
        } else if let Some((next, count)) = bare_initials(scene, index).filter(|_| name.words == 0)
        {
            name.initials = count;
            index = next;
        } else if name.words == 1 && scene.word(index) == "A" && joins_parts(scene, index) {
            // Tjon A Tham
            index = index.saturating_add(2);
        } else if let Some(close) = called(scene, index) {
            name.called = true;
            index = past_space(scene, close.saturating_add(1));
        } else if let Some(next) = infix.filter(|_| !complete) {
            let alone = next == past_word(scene, index);
            let capitals = name.words > 0 && is_capitals(scene, name.span.last);
            if name.words > 0
                && !is_also_surname(scene, &name, index, next)
                && (is_preposition(scene, index) && alone
                    || no_name(scene, next) && !(capitals && is_capitals(scene, next))
                    || ends_before(scene, &name, next))
            {
                name.titular = street(scene, next);
                break;
            }
            name.infix = true;
            index = next;
        } else if let Some(last) = here {
            let known = known(scene, Span { first: index, last });
            // H.K.L. Baron van Voorst
            let titled = name.words == 0 && name.initials > 0 && evidence::is_title(scene, index);
            let next = last.saturating_add(2);
            if titled
                && is_single_space(scene, last.saturating_add(1))
                && (word(scene, next).is_some() || infixes(scene, next).is_some())
            {
                index = next;
                continue;
            }
            let first = if name.infix { infix_before(scene, index) } else { index };
            // "dhr Chi Keung Man"
            let also = first < index && is_also_surname(scene, &name, first, index)
                || name.words == 2 && is_thing(scene, index) && is_addressed(scene, at, index);
            if name.words >= 1 && !also && ends_before(scene, &name, index)
                || is_usual(scene, index)
            {
                break;
            }
            let told = || {
                let sum = scene.said(index).unwrap_or(0);
                scene.word(index).len() >= 4 && sum >= SURNAME
            };
            let acronym =
                known.acronym && !(name.infix && follows_capitals(scene, index)) && !told();
            let known = Known { acronym, ..known };
            if name.words == 0 && name.infix && acronym {
                break;
            }
            // "Gerrie Zondag": behind a first name it may be a surname, where the model thinks so.
            let surname = name.first.first
                && !name.first.ambiguous
                && known.none
                && scene.said(index).is_some_and(|sum| sum > SURNAME);
            let known = Known { none: known.none && !surname, ..known };
            let led = name.words == 1
                && name.first.first
                && evidence::is_led(scene, at)
                && !street(scene, index);
            let known = Known { none: known.none && !(also && name.words > 0 && !led), ..known };
            if name.words >= 1 && (known.none && !led || acronym) {
                // "Jan Adres:" is a name and the next label.
                name.titular = known.none && scene.mark(last.saturating_add(1)) != Some(':');
                break;
            }
            // Behind initials "van 't Hof" is a name like any other, and behind a word for somebody.
            let named = name.words == 0 && is_addressed(scene, at, index)
                || name.words == 0 && name.infix && is_proven(scene, at, index)
                || name.initials == 1 && is_thing(scene, index) && is_amid(scene, at)
                || name.initials > 1
                || name.initials == 1 && (name.infix || evidence::is_led(scene, at))
                || name.words == 1 && name.first.first && evidence::is_led(scene, at);
            let known = if named { Known { none: false, ..known } } else { known };
            name.spoilt |= known.none;
            if name.words == 0 {
                // What starts so is no name, however it goes on.
                if known.none {
                    return None;
                }
                name.first = known;
                let first = |index: usize| lists::known(scene, index).first;
                name.double = last == index.saturating_add(2) && first(index) && first(last);
            }
            name.last = known;
            name.words = name.words.saturating_add(1);
            name.span.last = last;
            index = last.saturating_add(1);
            if let Some(second) = second_surname(scene, index) {
                name.span.last = second;
                break;
            }
            if name.words >= WORDS || !is_single_space(scene, index) {
                break;
            }
            index = index.saturating_add(1);
        } else {
            break;
        }
    }
    (name.words > 0)
        .then_some(name)
        .map(|name| turned(scene, lettered(scene, shortened(scene, name))))
}

/// Whether a letter stands between two words of a name, the second of which is no other word.
fn joins_parts(scene: &Scene<'_>, index: usize) -> bool {
    let next = index.saturating_add(2);
    is_single_space(scene, index.saturating_add(1))
        && word(scene, next).is_some()
        && !no_name(scene, next)
        && !crate::detect::tagger::in_dictionary(scene.word(next))
}

/// Whether the word before is in capitals: `DE VRIES`, and not `van de ABC`.
fn follows_capitals(scene: &Scene<'_>, index: usize) -> bool {
    index.checked_sub(2).is_some_and(|before| is_capitals(scene, before))
}

/// The token behind initials without points and their spaces, and how many there are, before a
/// surname that a list has: `J P Jansen`.
fn bare_initials(scene: &Scene<'_>, at: usize) -> Option<(usize, u32)> {
    let mut index = at;
    let mut count = 0_u32;
    while count < 4
        && scene.is_capital(index)
        && scene.word(index).chars().count() == 1
        && is_single_space(scene, index.saturating_add(1))
    {
        count = count.saturating_add(1);
        index = index.saturating_add(2);
    }
    if count == 0 {
        return None;
    }
    let surname = infixes(scene, index).unwrap_or(index);
    let last = word(scene, surname)?;
    let known = known(scene, Span { first: surname, last });
    // One letter alone is an initial in capitals and at the start of something, or behind a form of
    // address: "Naam: A KOOISTRA", "mevr S Mahabier".
    let before = at
        .checked_sub(1)
        .map(|space| space.saturating_sub(usize::from(past_space(scene, space) != space)));
    let opens = before
        .is_none_or(|before| !scene.is(before, Shape::Word) && !scene.is(before, Shape::Digits));
    let long = || is_capitals(scene, last) && scene.word(last).len() >= 4;
    let one = || opens && long() || is_addressed(scene, at, surname);
    let listed = known.last || count == 1 && surname > index && long();
    (listed && !known.none && (count > 1 || one())).then_some((index, count))
}

/// Adds bare initials behind a surname, up to the end of the cell or line: `D'HAENS E M`,
/// `Duijn H van`.
fn lettered(scene: &Scene<'_>, mut name: Name) -> Name {
    let mut last = name.span.last;
    let mut count = 0_u32;
    while count < 4 && is_single_space(scene, last.saturating_add(1)) {
        let letter = last.saturating_add(2);
        if !scene.is_capital(letter) || scene.word(letter).chars().count() != 1 {
            break;
        }
        (last, count) = (letter, count.saturating_add(1));
    }
    if count == 0 || name.initials > 0 || name.words > 2 {
        return name;
    }
    let capitals = (name.span.first..=name.span.last).all(|index| is_capitals(scene, index));
    let infix = Some(last.saturating_add(2))
        .filter(|_| is_single_space(scene, last.saturating_add(1)))
        .and_then(|start| only_infix(scene, start));
    let next = last.saturating_add(1);
    let ends = infix.is_some() || ends_there(scene, next) && scene.mark(next) != Some(':');
    let length: usize =
        (name.span.first..=name.span.last).map(|index| scene.word(index).len()).sum();
    let rare = || length >= 5 && !crate::detect::tagger::in_dictionary(scene.word(name.span.last));
    let sound = match capitals {
        true => name.infix || rare() && (name.last.last || count > 1),
        false => infix.is_some() && name.last.last && !name.last.first,
    };
    if ends && sound {
        (name.initials, name.turned) = (count, true);
        name.infix |= infix.is_some();
        name.span.last = infix.unwrap_or(last);
    }
    name
}

/// Adds the letter that stands for a surname behind a first name: `Freddy H.`, `Joke v.d. B.`
fn shortened(scene: &Scene<'_>, mut name: Name) -> Name {
    let start = name.span.last.saturating_add(2);
    let one = name.words == 1 && name.span.first == name.span.last && name.initials == 0;
    if !one || !name.first.first {
        return name;
    }
    if !is_single_space(scene, start.saturating_sub(1)) {
        return name;
    }
    let index = infixes(scene, start).unwrap_or(start);
    let point = index.saturating_add(1);
    let letter = scene.is_capital(index) && scene.word(index).chars().count() == 1;
    // Freddy vdB
    let glued = ["vd", "vdr"].iter().any(|small| {
        let rest = scene.word(index).strip_prefix(small);
        rest.is_some_and(|rest| rest.len() == 1 && rest.starts_with(char::is_uppercase))
    });
    if letter && scene.mark(point) == Some('.') {
        // The point of a sentence stands behind a first name as well, but not behind a letter.
        name.span.last = point;
        name.infix |= index != start;
    } else if (letter || glued) && !name.first.ambiguous && ends_there(scene, point) {
        name.span.last = index;
        name.infix |= index != start;
    }
    name
}

/// Whether a name may end before a token: nothing goes on there.
fn ends_there(scene: &Scene<'_>, next: usize) -> bool {
    match scene.token(next).map(|token| token.shape) {
        None | Some(Shape::Line) => true,
        Some(Shape::Space) => !is_single_space(scene, next),
        Some(Shape::Mark) => {
            matches!(scene.mark(next), Some(':' | ',' | ')' | '(' | '/' | '|' | ';' | '>' | '<'))
        }
        _ => false,
    }
}

/// Whether a word in capitals is none that the model looks at, for all words there are in capitals.
fn is_usual(scene: &Scene<'_>, index: usize) -> bool {
    // "Achternaam : JANSMA" has its capitals for itself.
    let space = index.checked_sub(1).filter(|space| scene.is(*space, Shape::Space));
    let value = space.is_some_and(|space| scene.mark_before(space) == Some(':'));
    !value
        && scene.said(index).is_none()
        && scene.word(index).len() > 1
        && is_capitals(scene, index)
}

/// From this sum on a word that is no name elsewhere is a surname behind a first name.
const SURNAME: i32 = 300;
/// Below this the model is sure that a word is no part of a name.
const NO_PART: i32 = -150;

/// Whether the model sees the name end before a word: what stands there so far is a name, the word
/// is not.
fn ends_before(scene: &Scene<'_>, name: &Name, index: usize) -> bool {
    let part = |index: usize| scene.said(index);
    part(index).is_some_and(|sum| sum < NO_PART) && part(name.span.last).is_some_and(|sum| sum > 0)
}

/// The last token of a second surname behind a hyphen with spaces: `ter Haar - van Dijk`.
fn second_surname(scene: &Scene<'_>, space: usize) -> Option<usize> {
    let hyphen = space.saturating_add(1);
    let start = hyphen.saturating_add(2);
    let spaced = is_single_space(scene, space) && is_single_space(scene, start.saturating_sub(1));
    if !spaced || scene.mark(hyphen) != Some('-') {
        return None;
    }
    let surname = infixes(scene, start)?;
    word(scene, surname)
}

/// Whether these letters say what sort of company it is.
fn is_company(scene: &Scene<'_>, index: usize) -> bool {
    let second = index.saturating_add(2);
    matches!(scene.word(index), "N" | "B" | "C" | "U" | "E")
        && matches!(scene.word(second), "V" | "S" | "U")
        && scene.mark(second.saturating_add(1)) == Some('.')
}

/// Whether a surname opens with two small words as few things do: `van der`, `in 't`.
pub(super) fn has_article(scene: &Scene<'_>, first: usize) -> bool {
    let second = first.saturating_add(2);
    let quoted = second.saturating_add(usize::from(scene.mark(second) == Some('\'')));
    lists::is_infix(scene, first)
        && is_single_space(scene, first.saturating_add(1))
        && matches!(scene.word(quoted), "der" | "den" | "ter" | "t")
}

fn refused(known: Known) -> bool {
    known.none || known.acronym
}

/// Whether a street, a school or a work stands here that is called after somebody.
fn street(scene: &Scene<'_>, index: usize) -> bool {
    is_street(scene.word(index))
}

/// Words for things that are surnames as well.
const THINGS: &str = "post bank kaart huis straat brug park plaats stad toren burger school punt prijs \
    maart april kort blad been hoofd zorg berg veld wit zwart groen bos kamp meer dam haven markt \
    kerk molen poort wal zee duin heide polder vliet winkel laat man kruis hof grond bron kort kind";

/// Whether a form of address stands before a word that is a thing elsewhere, or ends like one:
/// "mevrouw Kleiweg", "de heer Post".
fn is_addressed(scene: &Scene<'_>, at: usize, index: usize) -> bool {
    let before = evidence::word_before(scene, at);
    let called = before.is_some_and(|before| evidence::is_address(scene, before));
    // "Heren Utrecht" is a team.
    let several = || before.is_some_and(|before| scene.word(before).ends_with("eren"));
    let place = || is_place(scene.word(index)) && (index > at || !several());
    called && (!scene.traits(index).has(lists::IS_NONE) || is_thing(scene, index) || place())
}

/// Whether a word is one for things that are surnames as well.
fn is_thing(scene: &Scene<'_>, index: usize) -> bool {
    let word = scene.word(index);
    THINGS.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a surname that is a place stands behind a small word with a capital, and a label, a title
/// or a word for somebody before that: "Naam: Van Delft", "melder Van Delft". "Inwoner van Delft" is
/// nobody's name.
fn is_proven(scene: &Scene<'_>, at: usize, index: usize) -> bool {
    if !scene.is_capital(at) || !is_place(scene.word(index)) {
        return false;
    }
    let space = at.checked_sub(1).filter(|space| is_single_space(scene, *space));
    let colon = space.and_then(|space| space.checked_sub(1));
    let label = colon.filter(|colon| scene.mark(*colon) == Some(':'));
    if let Some(label) = label.and_then(|colon| colon.checked_sub(1)) {
        let word = scene.word(label);
        return evidence::is_led(scene, label.saturating_add(2))
            || word
                .get(word.len().saturating_sub(4)..)
                .is_some_and(|end| end.eq_ignore_ascii_case("naam"));
    }
    evidence::is_led(scene, at) || at == 0 && scene.labelled_person()
}

/// Whether a name goes on within a sentence: a word in small letters stands before it.
fn is_amid(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.checked_sub(2).filter(|_| is_single_space(scene, at.saturating_sub(1)));
    before.is_some_and(|before| scene.is(before, Shape::Word) && !scene.is_capital(before))
}

/// The first of the small words right before a token.
fn infix_before(scene: &Scene<'_>, index: usize) -> usize {
    let mut first = index;
    for _ in 0..3 {
        let before = first.checked_sub(2).filter(|before| lists::is_infix(scene, *before));
        let Some(before) = before else { break };
        first = before;
    }
    first
}

/// Whether a word that is a place or a thing elsewhere is a surname behind a first name and small
/// words: "Jan van Delft", "Piet van der Brug", "Lisanne de Laat". "Karin van de Bank" is not.
fn is_also_surname(scene: &Scene<'_>, name: &Name, index: usize, next: usize) -> bool {
    if name.words != 1 || name.initials > 0 || !name.first.first || name.first.ambiguous {
        return false;
    }
    let alone = next == past_word(scene, index);
    let small = scene.word(index);
    let listed = scene.traits(next).has(lists::IS_NONE);
    let place = alone && matches!(small, "van" | "v") && is_place(scene.word(next));
    let thing = alone && matches!(small, "de" | "ter" | "ten") || has_article(scene, index);
    listed && scene.is_capital(next) && (place || thing && is_thing(scene, next))
}

/// Whether a word ends like the name of a street, a school or a work.
pub(super) fn is_street(word: &str) -> bool {
    let ends = [
        "straat",
        "laan",
        "weg",
        "plein",
        "kade",
        "singel",
        "school",
        "college",
        "brug",
        "sluis",
        "gemaal",
        "tunnel",
        "kanaal",
        "polder",
        "lyceum",
        "str",
        "kazerne",
        "stadion",
        "gracht",
        "dreef",
        "plantsoen",
        "tocht",
        "pad",
    ];
    ends.iter().any(|end| word.len() > end.len().saturating_add(2) && word.ends_with(end))
}

/// Whether a word with a capital stands here that is no name.
fn no_name(scene: &Scene<'_>, index: usize) -> bool {
    word(scene, index).is_some_and(|last| refused(known(scene, Span { first: index, last })))
}

/// Whether a small word says where: one alone behind a name is no part of it.
fn is_preposition(scene: &Scene<'_>, index: usize) -> bool {
    matches!(
        scene.word(index),
        "uit" | "in" | "op" | "aan" | "bij" | "het" | "voor" | "do" | "al" | "les"
    )
}

/// The token behind a word and one space.
fn past_word(scene: &Scene<'_>, index: usize) -> usize {
    past_space(scene, index.saturating_add(1))
}

/// Adds initials or a first name behind a comma: `Vries, J. de (Petra)`.
fn turned(scene: &Scene<'_>, mut name: Name) -> Name {
    // "Zeerijp van, T."
    let mut comma = name.span.last.saturating_add(1);
    for _ in 0..2 {
        let small = comma.saturating_add(1);
        let infix = is_single_space(scene, comma)
            && lists::is_infix(scene, small)
            && !scene.is_capital(small);
        if !infix || name.infix {
            break;
        }
        comma = small.saturating_add(1);
    }
    let before = comma > name.span.last.saturating_add(1);
    // "J. Prins, Liesbeth" are two.
    let initials_before = name.span.first.checked_sub(2).is_some_and(|point| {
        scene.mark(point) == Some('.')
            && point.checked_sub(1).is_some_and(|letter| {
                scene.is_capital(letter) && scene.word(letter).chars().count() == 1
            })
    });
    if name.initials > 0 || name.words > 2 || scene.mark(comma) != Some(',') || initials_before {
        return name;
    }
    let start = comma.saturating_add(1);
    if !is_single_space(scene, start) {
        return name;
    }
    let start = past_titles(scene, start.saturating_add(1));
    let mut count = 0;
    let Some(next) = initials(scene, start, &mut count) else {
        return match before {
            true => name,
            false => turned_first(scene, name, start),
        };
    };
    name.infix |= before;
    let mut last = next.saturating_sub(1);
    let behind = past_space(scene, next);
    // A surname behind the initials belongs to somebody else: Jansen, P. de Vries.
    let infix = infixes(scene, behind).map(|end| {
        if is_single_space(scene, end.saturating_sub(1)) {
            end.saturating_sub(2)
        } else {
            end.saturating_sub(1)
        }
    });
    let after = infix.map_or(behind, |last| past_space(scene, last.saturating_add(1)));
    if word(scene, after).is_some() && after > next {
        return name;
    }
    if let Some(end) = infix {
        last = end;
        name.infix = true;
    }
    let bracket = past_space(scene, last.saturating_add(1));
    if let Some(close) = called(scene, bracket) {
        last = close;
        name.called = true;
    }
    name.initials = count;
    name.turned = true;
    name.span.last = last;
    name
}

/// Adds small words or a first name behind a comma.
fn turned_first(scene: &Scene<'_>, mut name: Name, start: usize) -> Name {
    match only_infix(scene, start) {
        Some(last) => {
            (name.turned, name.infix, name.span.last) = (true, true, last);
            name
        }
        None => with_first(scene, name, start),
    }
}

/// The last of small words that end a cell or a line: `Zwaan, van der`.
fn only_infix(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let small = |index: usize| lists::is_infix(scene, index) && !scene.is_capital(index);
    let mut last = Some(start).filter(|start| small(*start))?;
    for _ in 0..2 {
        let next = last.saturating_add(2);
        if !is_single_space(scene, last.saturating_add(1)) || !small(next) {
            break;
        }
        last = next;
    }
    let next = last.saturating_add(1);
    let wide = scene.is(next, Shape::Space) && !is_single_space(scene, next);
    let ends = scene.token(next).is_none_or(|token| token.shape == Shape::Line)
        || wide
        || matches!(scene.mark(next), Some(';' | '|' | ')' | '"'));
    ends.then_some(last)
}

/// The token behind titles: `mw. drs. P.`
fn past_titles(scene: &Scene<'_>, at: usize) -> usize {
    let mut index = at;
    for _ in 0..4 {
        let dot = index.saturating_add(1);
        if !evidence::is_title(scene, index) {
            break;
        }
        let space = dot.saturating_add(usize::from(scene.mark(dot) == Some('.')));
        index = past_space(scene, space);
    }
    index
}

/// Adds a first name behind a comma, where the name ends with it: `Özdemir, Ayşe <…>`.
fn with_first(scene: &Scene<'_>, mut name: Name, start: usize) -> Name {
    let Some(mut last) = word(scene, start) else { return name };
    let first = known(scene, Span { first: start, last });
    // A second given name, and a small word that belongs before the surname.
    let second = last.saturating_add(2);
    if is_single_space(scene, last.saturating_add(1)) {
        if let Some(end) = word(scene, second).filter(|_| first.first) {
            last = end;
        } else if lists::is_infix(scene, second) && !scene.is_capital(second) {
            last = second;
            let third = second.saturating_add(2);
            let more = is_single_space(scene, second.saturating_add(1))
                && lists::is_infix(scene, third)
                && !scene.is_capital(third);
            last = if more { third } else { last };
        }
    }
    let next = last.saturating_add(1);
    let behind = past_space(scene, next);
    let wide = scene.is(next, Shape::Space) && !is_single_space(scene, next);
    let ends = wide
        || scene.token(next).is_none_or(|token| token.shape == Shape::Line)
        || matches!(scene.mark(behind), Some('<' | '(' | ';' | '[' | ')' | '|' | '-'));
    let line = evidence::at_line_start(scene, name.span.first);
    // "Petra Jansen, Kees Bakker" are two.
    let before = name.span.first.checked_sub(2).filter(|_| name.words == 1);
    let given = before.is_some_and(|before| {
        scene.is_capital(before)
            && is_single_space(scene, before.saturating_add(1))
            && lists::known(scene, before).first
    });
    let given = given || goes_on_before(scene, &name);
    let few = name.words == 1 && !given || name.words == 2 && line && first.first && !name.spoilt;
    // "Petra, Jan" are two.
    let two = name.first.first && !name.first.last;
    let known = first.first || name.last.last && line;
    if known && !refused(first) && ends && !two && few {
        name.turned = true;
        name.called = true;
        name.span.last = last;
    }
    name
}

/// Whether the small words that open the name belong to a word before them: "Robbin van der Veen".
fn goes_on_before(scene: &Scene<'_>, name: &Name) -> bool {
    let mut first = name.span.first;
    let mut small = !scene.is_capital(first);
    for _ in 0..4 {
        let spaced = first.checked_sub(1).is_some_and(|space| is_single_space(scene, space));
        let Some(before) = first.checked_sub(2).filter(|_| spaced) else { return false };
        if scene.is_capital(before) {
            return small && !lists::known(scene, before).none;
        }
        if !lists::is_infix(scene, before) {
            return false;
        }
        (first, small) = (before, true);
    }
    false
}

/// The token behind the initials that start here: `J.P.`, `J. P.`, `Th.`
fn initials(scene: &Scene<'_>, at: usize, count: &mut u32) -> Option<usize> {
    let initial = |index: usize| {
        let word = scene.word(index);
        if word.len() > 3 || scene.mark(index.saturating_add(1)) != Some('.') {
            return false;
        }
        let mut letters = word.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let pair = matches!(
            word,
            "Th" | "Ch" | "Chr" | "Ph" | "IJ" | "Joh" | "Jac" | "Fr" | "Wm" | "Tj" | "Sj"
        );
        capital && (letters.next().is_none() || pair)
    };
    if !initial(at) || *count >= MOST {
        return None;
    }
    let mut index = at;
    while initial(index) && *count < MOST {
        *count = count.saturating_add(1);
        index = index.saturating_add(2);
        let behind = past_space(scene, index);
        let hyphen = index.saturating_add(usize::from(scene.mark(index) == Some('-')));
        if behind != index && initial(behind) {
            index = behind;
        } else if hyphen != index && initial(hyphen) {
            index = hyphen;
        }
    }
    Some(index)
}

/// The closing bracket of a first name between brackets.
fn called(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let open = scene.mark(at) == Some('(');
    let last = word(scene, at.saturating_add(1)).filter(|_| open)?;
    let close = last.saturating_add(1);
    let known = known(scene, Span { first: at.saturating_add(1), last });
    (scene.mark(close) == Some(')') && (known.first || !is_capitals(scene, last)) && !known.none)
        .then_some(close)
}

/// Whether a second surname with small words follows and ends the line or stands before a colon:
/// `Kees van Dam van Loon:`.
fn second_part(scene: &Scene<'_>, name: &Name, index: usize) -> bool {
    let Some(surname) = infixes(scene, index).filter(|_| name.infix && name.words == 2) else {
        return false;
    };
    let ends = word(scene, surname).is_some_and(|last| {
        let next = last.saturating_add(1);
        scene.token(next).is_none_or(|token| token.shape == Shape::Line)
            || scene.mark(next) == Some(':')
    });
    ends && name.first.first && evidence::at_line_start(scene, name.span.first)
}

/// Whether a word ends like a street, and digits stand behind it.
fn leads_to_street(scene: &Scene<'_>, last: usize) -> bool {
    is_single_space(scene, last.saturating_add(1))
        && scene.is(last.saturating_add(2), Shape::Digits)
        && is_street(scene.word(last))
}

/// The token behind small words, the space behind them included; a word with a capital follows.
pub(super) fn infixes(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let mut index = at;
    let mut seen = false;
    for _ in 0..4 {
        let quoted = usize::from(scene.mark(index) == Some('\''));
        let start = index.saturating_add(quoted);
        if !scene.is(start, Shape::Word) || !lists::is_infix(scene, start) {
            break;
        }
        let mut next = start.saturating_add(1);
        // v.d. and v/d and d'
        match scene.mark(next) {
            Some('.' | '/') if scene.word(start).len() <= 2 => next = next.saturating_add(1),
            Some('\'') if scene.word(start).len() == 1 => next = next.saturating_add(1),
            // al-Amrani
            Some('-') if matches!(scene.word(start), "al" | "el" | "Al" | "El") => {
                next = next.saturating_add(1);
            }
            _ => {}
        }
        let joined = matches!(scene.mark_before(next), Some('.' | '/' | '\'' | '-'));
        if is_single_space(scene, next) {
            next = next.saturating_add(1);
        } else if !joined {
            break;
        }
        seen = true;
        index = next;
    }
    seen.then_some(index)
}

/// The last token of a word with a capital, its hyphens and apostrophes included.
fn word(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let capital = |index: usize| scene.is_capital(index);
    if !capital(at) {
        return None;
    }
    let mut last = at;
    let apostrophe = at.saturating_add(1);
    if scene.mark(apostrophe) == Some('\'') && scene.word(at).chars().count() <= 2 {
        last = Some(apostrophe.saturating_add(1)).filter(|next| capital(*next))?;
    } else if scene.word(at).chars().count() < 2 {
        return None;
    }
    for _ in 0..3 {
        let hyphen = last.saturating_add(1);
        if scene.mark(hyphen) != Some('-') {
            break;
        }
        let behind = hyphen.saturating_add(1);
        let surname = infixes(scene, behind).unwrap_or(behind);
        let part = scene.word(surname);
        let length = part.chars().count();
        let goes_on = scene.mark(surname.saturating_add(1)) == Some('-')
            && scene.is(surname.saturating_add(2), Shape::Word);
        // Min-jun, Jean-P-Marie
        let beside = at
            .checked_sub(2)
            .is_some_and(|before| is_single_space(scene, at.saturating_sub(1)) && capital(before))
            || capital(surname.saturating_add(2))
                && is_single_space(scene, surname.saturating_add(1));
        let listed = || lists::known(scene, at).first || lists::known(scene, at).last;
        // Min-seo
        let told = || scene.said(at).is_some_and(|sum| sum > 0) && !is_capitals(scene, at);
        let small = !capital(surname)
            && scene.is(surname, Shape::Word)
            && (2..=5).contains(&length)
            && (beside && listed() || length <= 4 && told())
            && !lists::is_small_word(part)
            && !crate::detect::tagger::in_dictionary(part);
        let sound = capital(surname) && (length >= 2 || goes_on) || small;
        if !sound {
            break;
        }
        last = surname;
    }
    // Letters with digits are a code.
    let digits = scene.is(last.saturating_add(1), Shape::Digits);
    (!digits).then_some(last)
}

/// What the lists know of a word, by its parts.
fn known(scene: &Scene<'_>, span: Span) -> Known {
    let mut known = Known::default();
    for index in (span.first..=span.last).take(8).filter(|index| scene.is_capital(*index)) {
        let part = lists::known(scene, index);
        known.first |= part.first;
        known.last |= part.last;
        known.ambiguous |= part.ambiguous;
        known.none |= part.none;
        known.acronym |= part.acronym;
    }
    known.ambiguous &= span.first == span.last;
    known
}

fn is_capitals(scene: &Scene<'_>, index: usize) -> bool {
    !scene.word(index).chars().any(char::is_lowercase)
}

fn is_single_space(scene: &Scene<'_>, index: usize) -> bool {
    scene.word(index) == " "
}

fn past_space(scene: &Scene<'_>, index: usize) -> usize {
    index.saturating_add(usize::from(is_single_space(scene, index)))
}
