//! Names that somebody wrote without a capital.

use super::{evidence, lists};
use crate::detect::scan::Shape;
use crate::detect::scene::{Scene, Span};
use crate::detect::sighting::Sighting;
use crate::detect::tagger;

/// From this sum on the model is right in nine of ten words in small letters, and in half of them.
const LIKELY: i32 = 100;
const MAYBE: i32 = -20;
/// Below this it is sure that there is none.
const DOUBTED: i32 = -150;
/// How many words a name has at most.
const WORDS: usize = 5;

/// The name in small letters that stands at a token, where what stands around it gives it away, or
/// the model where nobody writes capitals.
pub(super) fn name(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if scene.is_capital(at) || scene.word(at).len() < 2 {
        return None;
    }
    if let Some(paraph) = paraph(scene, at) {
        return Some(paraph);
    }
    if let Some(file) = in_file(scene, at) {
        return Some(file);
    }
    if let Some(initialled) = initialled(scene, at).or_else(|| mailed(scene, at)) {
        return Some(initialled);
    }
    if let Some(again) = again(scene, at) {
        return Some(again);
    }
    let (told, seen) = (told(scene, at), seen(scene, at));
    let longer = |seen: &Sighting| {
        told.as_ref().is_none_or(|told| {
            told.range.start >= seen.range.start && told.range.end <= seen.range.end
        })
    };
    match seen.filter(longer) {
        Some(seen) if told.is_some() => Some(seen.because("name-word", "", 10)),
        Some(seen) => Some(seen),
        None => told,
    }
}

/// A word that was sure to be a name in the document, and is nothing else: "bij pietersma?",
/// "trijn + kofi".
fn again(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let word = scene.word(at);
    let known = scene.names.knows(word) && super::is_nothing_else(word) && stands_free(scene, at);
    // What more of the name stands beside it the model tells.
    let lone = |index: Option<usize>| {
        index.is_none_or(|index| scene.is_capital(index) || scene.said(index) <= Some(0))
    };
    let sound = known && lone(at.checked_sub(2)) && lone(at.checked_add(2));
    let range = scene.range(Span { first: at, last: at });
    sound.then(|| Sighting::new(range, -24).because("name-elsewhere", "", 31))
}

/// Words in small letters right before an address that is made of one of them:
/// `jaap van xolper <jaapx@example.nl>`.
fn mailed(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let before = at
        .checked_sub(1)
        .map(|index| if scene.word(index) == " " { index.saturating_sub(1) } else { index });
    let opens = before.is_none_or(|index| {
        scene.is(index, Shape::Line) || matches!(scene.mark(index), Some(',' | ':' | ';' | '"'))
    });
    let mut last = at;
    let mut open = at.saturating_add(1);
    for _ in 0..WORDS {
        open = last.saturating_add(1);
        if scene.word(open) != " " || !scene.is(open.saturating_add(1), Shape::Word) {
            break;
        }
        last = open.saturating_add(1);
    }
    let open = open.saturating_add(usize::from(scene.word(open) == " "));
    if !opens || scene.mark(open) != Some('<') {
        return None;
    }
    let local = open.saturating_add(1)..open.saturating_add(10);
    let end = local.clone().find(|index| scene.mark(*index) == Some('@'))?;
    let local = scene.slice(scene.range(Span { first: local.start, last: end })).to_lowercase();
    let made = (at..=last).any(|index| {
        let word = scene.word(index);
        word.len() >= 3
            && local.contains(word)
            && (!tagger::in_dictionary(word) || lists::is_listed(scene, index))
    });
    let range = scene.range(Span { first: at, last });
    made.then(|| Sighting::new(range, 0).because("email-behind", "", 10))
}

/// What letters with points behind them stand for that is nobody.
const SHORT: &str = "mbt tav ivm oa dwz tov nav olv miv io tnv ipv dmv obv bv nv adhv cq pp aub svp \
    ihkv muv tbv jl mn gvd wo ed ca iov tgv iz ihb tzt mm og ov eo ao dd nb mi eg ie";

/// A surname in small letters behind initials: `m. ribbink`, `r.s. ter horst`. A letter that opens
/// a line counts lines more often.
fn initialled(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let surname = |index: usize| {
        let word = scene.word(index);
        let known = lists::known(scene, index);
        word.len() >= 4
            && !scene.is_capital(index)
            && !known.none
            && !tagger::in_dictionary(word)
            && !tagger::is_place(word)
            && stands_free(scene, index)
            && (known.last || scene.said(index).is_none_or(|sum| sum > DOUBTED))
    };
    // "op naam van w. pronk": a surname that is a word as well.
    let also = |index: usize| {
        let known = lists::known(scene, index);
        scene.word(index).len() >= 3
            && !scene.is_capital(index)
            && known.last
            && !known.none
            && stands_free(scene, index)
    };
    let sound = |index: usize| surname(index) || also(index);
    let point = |index: usize| scene.mark(index) == Some('.');
    let letter = |index: usize| scene.is(index, Shape::Word) && scene.word(index).len() == 1;
    let mut first = at.checked_sub(2).filter(|index| point(*index) && sound(at));
    // The small words between.
    let mut back = at;
    for _ in 0..3 {
        let before = back.checked_sub(2).filter(|index| lists::is_infix(scene, *index));
        let Some(before) = before.filter(|_| first.is_none() && sound(at)) else { break };
        back = before;
        first = back.checked_sub(2).filter(|index| point(*index));
    }
    let mut first = first.filter(|_| scene.word(back.saturating_sub(1)) == " ")?;
    let (mut letters, mut short) = (0_u32, String::new());
    while let Some(before) = first.checked_sub(1).filter(|index| letter(*index)) {
        letters = letters.saturating_add(1);
        short.insert_str(0, scene.word(before));
        match before.checked_sub(1).filter(|index| point(*index) && letters < 5) {
            Some(point) => first = point,
            None => {
                first = before;
                break;
            }
        }
    }
    if !surname(at) && !is_told(scene, first) {
        return None;
    }
    let opens = first.checked_sub(1).is_none_or(|line| scene.is(line, Shape::Line));
    let free = letter(first)
        && !matches!(
            scene.before(first).map(|token| token.shape),
            Some(Shape::Word | Shape::Digits)
        );
    // "Vries, J. de stemde": the initials belong to the name before.
    let comma = first.checked_sub(2).filter(|comma| scene.mark(*comma) == Some(','));
    let turned = comma.and_then(|comma| comma.checked_sub(1));
    if SHORT.split_ascii_whitespace().any(|known| known == short)
        || turned.is_some_and(|surname| scene.is_capital(surname) && scene.is_capital(first))
    {
        return None;
    }
    let sound = letters > 1 || letters == 1 && (!opens || lists::known(scene, at).last);
    (free && sound).then(|| {
        Sighting::new(scene.range(Span { first, last: at }), -24).because("name-initials", "", 31)
    })
}

/// Whether a form of address or "op naam van" stands right before a token.
fn is_told(scene: &Scene<'_>, first: usize) -> bool {
    evidence::word_before(scene, first).is_some_and(|before| {
        let named = scene.word(before) == "van"
            && before.checked_sub(2).is_some_and(|name| scene.word(name) == "naam");
        named || evidence::is_address(scene, before)
    })
}

/// The words in small letters at a token that the model takes for a name.
fn seen(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let part = |index: usize| {
        let named = scene.said(index).is_some_and(|sum| sum > 0);
        named && !scene.is_capital(index) && stands_free(scene, index)
    };
    if scene.said(at).is_none() || lists::is_infix(scene, at) || !part(at) {
        return None;
    }
    // The small words before it, and no word of a name before those.
    let mut first = at;
    while let Some(before) = first.checked_sub(2) {
        if scene.word(first.saturating_sub(1)) != " " || first.saturating_add(8) < at {
            break;
        }
        match lists::is_infix(scene, before) {
            true if scene.said(before).is_some_and(|sum| sum > 0) => first = before,
            _ if part(before) => return None,
            _ => break,
        }
    }
    let mut last = at;
    let mut most = scene.said(at)?;
    let mut known = is_known(scene, at);
    let mut next = at;
    for _ in 0..WORDS {
        let joined = scene.mark(next.saturating_add(1)) == Some('-');
        if scene.word(next.saturating_add(1)) != " " && !joined {
            break;
        }
        next = next.saturating_add(2);
        if part(next) && !lists::is_infix(scene, next) {
            last = next;
            most = most.max(scene.said(next).unwrap_or(0));
            known |= is_known(scene, next);
        } else if !lists::is_infix(scene, next) {
            break;
        }
    }
    let sighting = Sighting::new(scene.range(Span { first, last }), -24);
    match most {
        _ if known => Some(sighting.because("name-elsewhere", "", 31)),
        _ if behind_abbreviation(scene, first) => None,
        LIKELY.. => Some(sighting.because("model", "", 31)),
        MAYBE.. => Some(sighting.because("model", "", 19)),
        _ => None,
    }
}

/// Whether an abbreviation stands before a token that things follow, and no people.
fn behind_abbreviation(scene: &Scene<'_>, first: usize) -> bool {
    const OF_THINGS: [&str; 7] =
        ["m.b.t. ", "i.v.m. ", "n.a.v. ", "d.m.v. ", "o.b.v. ", "t.g.v. ", "i.p.v. "];
    let start = scene.range(Span { first, last: first }).start;
    let from = scene.text.floor_char_boundary(start.saturating_sub(7));
    OF_THINGS.contains(&scene.slice(from..start))
}

/// Letters of a known name in small letters, where letters stand for people: behind a word for who
/// signs, or alone between brackets, on a line or beside a slash, where they are no word.
fn paraph(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let word = scene.word(at);
    let range = scene.range(Span { first: at, last: at });
    if scene.names.is_code(word) {
        return Some(Sighting::new(range, -24).because("name-elsewhere", "", 36));
    }
    if !(2..=5).contains(&word.len()) || !scene.names.are_initials(word) {
        return None;
    }
    let no_word = || !tagger::in_dictionary(word) && !lists::is_small_word(word);
    let days = ["ma", "di", "wo", "do", "vr", "za", "zo"];
    let signed = super::signs::behind_paraph(scene, at)
        || super::signs::labelled(scene, at, at)
            && (!days.contains(&word) || super::signs::types(scene, at));
    let sound = signed || no_word() && super::signs::stands_for_someone(scene, at, at);
    sound.then(|| Sighting::new(range, -24).because("name-elsewhere", "", 32))
}

/// A name that is known, in small letters within the name of a file: `foto_oxlaar_2.jpg`,
/// `lijst-vanoss.pdf`.
fn in_file(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let word = scene.word(at);
    let next = at.saturating_add(1);
    let joined = scene.mark_before(at) == Some('_') || scene.mark(next) == Some('_');
    let free = matches!(
        scene.before(at).map(|token| token.shape),
        None | Some(Shape::Space | Shape::Line | Shape::Mark)
    );
    let bare = ["vander", "vanden", "vande", "van", "de"];
    let bare = bare.into_iter().find_map(|infix| word.strip_prefix(infix)).unwrap_or(word);
    let known =
        |word: &str| word.len() >= 3 && (scene.names.knows(word) || scene.names.expects(word));
    let sound = joined
        && free
        && !scene.is(next, Shape::Word)
        && scene.mark(next) != Some('@')
        && !tagger::in_dictionary(word)
        && (known(word) || known(bare));
    let span = Span { first: at, last: at };
    sound.then(|| Sighting::new(scene.range(span), -24).because("name-elsewhere", "", 32))
}

/// Whether a word that is no other was a part of a name elsewhere.
fn is_known(scene: &Scene<'_>, index: usize) -> bool {
    scene.names.is_part(scene.word(index))
}

/// Whether nothing sticks to a word but the hyphen of a name.
fn stands_free(scene: &Scene<'_>, index: usize) -> bool {
    let sticks =
        |mark: Option<char>| matches!(mark, Some('@' | '/' | '_' | '\\' | '=' | '#' | '<'));
    let (next, behind) = (index.saturating_add(1), index.saturating_add(2));
    let point = scene.mark(next) == Some('.') && scene.is(behind, Shape::Word);
    let digits = |index: usize| scene.is(index, Shape::Digits);
    // xx-999-x
    let code = scene.mark(next) == Some('-') && digits(behind)
        || scene.mark_before(index) == Some('-') && index.checked_sub(2).is_some_and(digits);
    let before = index.checked_sub(1);
    let pointed = before.is_some_and(|before| {
        scene.mark(before) == Some('.')
            && before.checked_sub(1).is_some_and(|before| scene.is(before, Shape::Word))
    });
    // Half a compound: "value-if-false".
    let half = scene.mark_before(index) == Some('-')
        && index.checked_sub(2).is_none_or(|before| scene.said(before) <= Some(0));
    scene.is(index, Shape::Word)
        && !half
        && scene.mark_before(index) != Some(':')
        && !sticks(scene.mark_before(index))
        && !sticks(scene.mark(next))
        && !point
        && !code
        && !pointed
        && !digits(next)
        && !before.is_some_and(digits)
}

/// A name in small letters, where a title, a greeting or the end of a message
/// says that there is one, and a list knows it.
fn told(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    // Where nobody writes capitals a form of address is enough, unless the model knows better.
    let doubted = || scene.said(at).is_none_or(|sum| sum < DOUBTED) || lists::is_infix(scene, at);
    let listed = lists::is_listed(scene, at);
    if !listed && doubted() {
        return None;
    }
    let known = lists::known(scene, at);
    let listed = listed && (known.first || known.last) && !known.ambiguous;
    let usual = known.ambiguous && tagger::in_dictionary(scene.word(at));
    if known.none || usual || in_a_code(scene, at) || !listed && doubted() {
        return None;
    }
    let ((id, word, decibans), first) = evidence::of_small(scene, at)?;
    if !listed && id != "title" {
        return None;
    }
    let last = surname(scene, at);
    let sighting = Sighting::new(scene.range(Span { first, last }), -24);
    Some(sighting.because("name-word", "", 0).because(id, word, decibans))
}

/// Whether something sticks to a word that is found in addresses, paths and codes.
fn in_a_code(scene: &Scene<'_>, at: usize) -> bool {
    let sticks =
        |mark: Option<char>| matches!(mark, Some('@' | '/' | '_' | '\\' | '-' | '=' | '#'));
    let next = at.saturating_add(1);
    let point = |index: usize| scene.mark(index) == Some('.');
    let number = |index: usize| scene.is(index, Shape::Digits);
    sticks(scene.mark_before(at)) && scene.mark_before(at) != Some('@')
        || sticks(scene.mark(next))
        || number(next)
        || at.checked_sub(1).is_some_and(|index| number(index) || point(index))
        || point(next) && scene.is(next.saturating_add(1), Shape::Word)
        || scene.mark_before(at) == Some('@') && !super::mentions(scene, at)
}

/// The last token of a name in small letters that starts with this first name.
fn surname(scene: &Scene<'_>, at: usize) -> usize {
    let mut index = at.saturating_add(2);
    let mut infix = false;
    for _ in 0..3 {
        let spaced = scene.word(index.saturating_sub(1)) == " " && scene.is(index, Shape::Word);
        if !spaced || in_a_code(scene, index) {
            return at;
        }
        let known = lists::known(scene, index);
        let common = tagger::in_dictionary(scene.word(index));
        if known.last && !known.none && (infix || !common) {
            return index;
        }
        if !lists::is_infix(scene, index) {
            return at;
        }
        infix = true;
        index = index.saturating_add(2);
    }
    at
}

#[cfg(test)]
mod tests {
    use crate::detect::{Surroundings, detect};

    #[test]
    fn a_name_that_was_sure_comes_back_in_small_letters() {
        let text = "Mevrouw Pietersma belde. Is lan al geweest bij pietersma?";
        let hits = detect(text, &Surroundings::default());
        let seen: Vec<_> = hits.into_iter().map(|hit| &text[hit.range]).collect();
        assert_eq!(seen, ["Pietersma", "pietersma"]);
    }
}
