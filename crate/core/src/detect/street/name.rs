//! The names of streets.

use std::sync::LazyLock;

use super::super::endings::Endings;
use super::super::scan::Shape;
use super::super::scene::Scene;
use super::super::tagger::{in_dictionary, is_place};
use super::abroad;

/// Ends of words that are hardly ever anything but a street.
const SURE: &str = "straat straatje laan weg plein singel gracht kade dreef steeg plantsoen \
    boulevard allee hofje wegje laantje pleintje burgwal wetering str straße strasse gasse \
    straatweg gastje leane strjitte";

/// Ends of words that are mostly streets, where they are no place.
const FAIR: &str = "dijk schans einde hof pad wal vaart kwartier zoom zijde oever weide passage \
    tuin tuinen meent plantage voorhout burcht wegel dwarspad zand plaats dyk wei bocht gaarde hoven \
    esch tocht diep dijkje dykje paad paed";

/// Ends of words that are streets where something else says so.
const LOOSE: &str = "park baan markt veld erf oord hoek dam berg ring akker bos brink haven poort \
    sluis horst kamp hout bergen donk staete wijk terp rijn beek made";

pub(super) static STREETS: LazyLock<Endings> = LazyLock::new(|| Endings::of(SURE));
static PLACES: LazyLock<Endings> = LazyLock::new(|| Endings::of(FAIR));
static OTHERS: LazyLock<Endings> = LazyLock::new(|| Endings::of(LOOSE));

/// Words that end like streets and are none, or that have a number and are no street.
const NOT: &str = "postbus antwoordnummer onderweg omweg uitweg spoorweg snelweg autosnelweg \
    overweg halverwege vanwege rijbaan landweg waterweg ruimteweg artikel bijlage fase type \
    hoofdstuk kavel blok deel groep zaal kamer lijn unit route versie tabel figuur plan optie \
    variant paragraaf lid lokaal verdieping etage gebouw hal loods pagina bladzijde week klas spoor \
    perron model serie categorie klasse punt vraag stap ronde maart art gerechtshof fietspad \
    voetpad ruiterpad wandelpad looppad bospad kerkhof speelplaats opslagplaats";

/// Which half of a street it is.
const SIDES: &str = "noord zuid oost west n z o w nz zz oz wz";

/// Small words within the name of a street.
const SMALL: &str = "van de der den het ten ter te op aan in 't t s voor bij onder la le du des";

/// Words that may stand before a street written small.
const QUALITIES: &str = "oude nieuwe lange korte grote kleine hoge lage eerste tweede derde smalle \
    brede achter voor groene";

/// What the words before a number look like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Street {
    /// It ends like a street, and like nothing else.
    Sure,
    /// It ends like many streets do, and no dictionary has it.
    Rare,
    /// It ends like many streets do.
    Fair,
    /// It ends like a street, and like much else.
    Loose,
    Capital,
    /// It ends like a street, and has no capital.
    Lower,
    Small,
}

/// Whether a word is only the sort of a street: `straat`, `hof`.
pub(super) fn is_kind(word: &str) -> bool {
    let lower = word.to_lowercase();
    [SURE, FAIR, LOOSE].iter().any(|list| is(list, &lower))
}

fn is(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

/// What the words from the first token up to the last one look like.
pub(super) fn shape(scene: &Scene<'_>, first: usize, name: usize) -> Street {
    let word = scene.word(name);
    let capital = |index: usize| scene.word(index).chars().next().is_some_and(char::is_uppercase);
    let lower = word.to_lowercase();
    let own = is_kind(word);
    // "Rijksweg Zuid": the word before says it.
    let before = name.checked_sub(2).filter(|before| *before >= first);
    if let Some(before) = before.filter(|before| STREETS.end(scene.word(*before)))
        && is(SIDES, &lower)
        && capital(name)
    {
        return shape(scene, first, before);
    }
    if is(NOT, &lower) && (first == name || lower != "kerkhof") {
        return Street::Small;
    }
    // Laan van Meerdervoort: the first word says it, with a small word behind.
    let several = name.saturating_sub(first) >= 4;
    let opens = several
        && is(SURE, &scene.word(first).to_lowercase())
        && capital(first)
        && is(SMALL, scene.word(first.saturating_add(2)));
    let french = name > first && abroad::opens(scene.word(first));
    let any_capital = (first..=name).any(capital);
    match () {
        () if opens || french => Street::Sure,
        () if !any_capital && STREETS.end(word) && !own => Street::Lower,
        () if !any_capital => Street::Small,
        () if STREETS.end(word) && !(own && first == name) => Street::Sure,
        () if STREETS.end(word) && capital(name) => Street::Loose,
        () if !capital(name) => match scene.is(name, Shape::Digits) {
            true => Street::Capital,
            false => Street::Small,
        },
        () if PLACES.end(word) && (word.len() > 5 || first < name) && !is_place(word) => {
            match in_dictionary(&lower) || word.len() <= 5 {
                true => Street::Fair,
                false => Street::Rare,
            }
        }
        () if (PLACES.end(word) || OTHERS.end(word)) && word.len() > 5 => Street::Loose,
        () => Street::Capital,
    }
}

/// Whether a street in small letters is no ordinary word.
pub(super) fn is_rare(word: &str) -> bool {
    !in_dictionary(word)
}

/// The first token of the name that ends here: words with a capital, and small words between them.
pub(super) fn first(scene: &Scene<'_>, name: usize) -> usize {
    let small = |index: usize| is(SMALL, scene.word(index));
    let capital = |index: usize| scene.word(index).chars().next().is_some_and(char::is_uppercase);
    if !capital(name) && scene.is(name, Shape::Word) {
        return first_small(scene, name);
    }
    let (mut first, mut at) = (name, name);
    for _ in 0..5 {
        let Some(space) = at.checked_sub(1).filter(|index| scene.word(*index) == " ") else {
            break;
        };
        let Some(before) = space.checked_sub(1) else { break };
        let ordinal = matches!(scene.word(before), "e" | "ste" | "de")
            && before.checked_sub(1).is_some_and(|digit| scene.is(digit, Shape::Digits));
        if ordinal {
            return before.saturating_sub(1);
        }
        if let Some(start) = shortened(scene, before) {
            first = start;
            at = start;
            continue;
        }
        if !scene.is(before, Shape::Word) {
            break;
        }
        // "Woningbrand Zonnedauw 41"
        if scene.named_by(before).is_some() {
            break;
        }
        if capital(before) && (!begins_sentence(scene.word(before)) || opens_value(scene, before)) {
            first = before;
        } else if scene.word(before) == "en" && within_kind(scene, before) {
            // Laan van Eik en Duinen
        } else if !small(before) || matches!(scene.word(before), "aan" | "op" | "te" | "in") {
            break;
        }
        at = before;
    }
    quoted(scene, behind_person(scene, first, name))
}

/// Where a street starts behind somebody who lives there: "mevrouw Jansen van de Tulpdijk".
fn behind_person(scene: &Scene<'_>, first: usize, name: usize) -> usize {
    let word = scene.word(name);
    if !super::super::person::is_led(scene, first) || !(STREETS.end(word) || PLACES.end(word)) {
        return first;
    }
    let lives = |index: &usize| {
        matches!(scene.word(*index), "van" | "uit" | "aan" | "op")
            && matches!(scene.word(index.saturating_add(2)), "de" | "het")
            && scene.word(index.saturating_add(1)) == " "
    };
    let found = (first..name).rev().find(lives);
    found.map_or(first, |index| index.saturating_add(4).min(name))
}

/// Whether "en" stands within a name such as "Laan van Eik en Duinen".
fn within_kind(scene: &Scene<'_>, and: usize) -> bool {
    let [word, small, kind] = [2, 4, 6].map(|back| and.checked_sub(back));
    word.is_some_and(|word| scene.is_capital(word))
        && small.is_some_and(|small| is(SMALL, scene.word(small)))
        && kind.is_some_and(|kind| is(SURE, &scene.word(kind).to_lowercase()))
}

/// With the apostrophe of `'t Zand`.
fn quoted(scene: &Scene<'_>, first: usize) -> usize {
    let small = |index: usize| matches!(scene.word(index), "t" | "s");
    let before = first.checked_sub(2).filter(|_| scene.mark_before(first) != Some('\''));
    // 's-Gravenweg
    let joined = scene.mark_before(first) == Some('-');
    let start = match before
        .filter(|index| small(*index) && (joined || scene.word(first.saturating_sub(1)) == " "))
    {
        Some(start) => start,
        None if small(first) => first,
        None => return first,
    };
    match scene.mark_before(start) {
        Some('\'') => start.saturating_sub(1),
        _ => first,
    }
}

/// The first token of a name in small letters: words before it that say which of several it is.
fn first_small(scene: &Scene<'_>, name: usize) -> usize {
    let before = super::word_before(scene, name);
    before.filter(|index| is(QUALITIES, scene.word(*index))).unwrap_or(name)
}

/// The first token of initials or a shortened title that ends with this point: `J.P.`, `Ds.`
fn shortened(scene: &Scene<'_>, point: usize) -> Option<usize> {
    let mut start = None;
    let mut index = point;
    for _ in 0..4 {
        let word = index.checked_sub(1).filter(|_| scene.mark(index) == Some('.'))?;
        let short = scene.is_capital(word) && scene.word(word).len() <= 5;
        if !short || scene.mark_before(word).is_some_and(|mark| mark != '.') {
            break;
        }
        start = Some(word);
        match scene.mark_before(word) {
            Some('.') => index = word.saturating_sub(1),
            _ => break,
        }
    }
    start
}

/// Whether a word with a capital before a street is more likely the first of a sentence.
fn begins_sentence(word: &str) -> bool {
    let words = ["De", "Het", "Aan", "In", "Op", "Te", "Bij", "Een"];
    let labels = ["adres", "woonadres"];
    words.contains(&word) || labels.iter().any(|label| label.eq_ignore_ascii_case(word))
}

/// Whether "De" or "Het" is the first word of a value, and not of a sentence.
fn opens_value(scene: &Scene<'_>, index: usize) -> bool {
    let space = index.checked_sub(1);
    let before = space.and_then(|space| space.checked_sub(1));
    // Amid a sentence nothing else gives it its capital.
    let value = before.is_some_and(|before| {
        matches!(scene.mark(before), Some(':' | '|' | ';' | ','))
            || scene.word(before).starts_with(char::is_lowercase)
    });
    // "De Weel 77" on a line of its own, as in the head of a letter.
    let alone = || {
        let opens = scene.before(index).is_none_or(|token| token.shape == Shape::Line);
        let line = (index..).take(9).take_while(|at| !scene.is(*at, Shape::Line));
        let last = line.last().unwrap_or(index);
        opens && last.saturating_sub(index) == 4 && scene.is(last, Shape::Digits)
            || opens && last.saturating_sub(index) == 5 && scene.word(last).len() == 1
    };
    matches!(scene.word(index), "De" | "Het") && (value || alone())
}
