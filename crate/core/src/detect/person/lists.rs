//! Lists of names and of words that are none. A name on a list is evidence, never a verdict.

use std::sync::LazyLock;

use crate::detect::LEXICON;
use crate::detect::endings::Endings;
use crate::detect::lexicon::Traits;
use crate::detect::scene::Scene;

const FIRST: &str = include_str!("../data/first_names.txt");
const LAST: &str = include_str!("../data/last_names.txt");
const NONE: &str = include_str!("../data/not_names.txt");

/// First names that are ordinary words or months as well.
const AMBIGUOUS: &str = "art august ben bo charity floor grace hope joy mark max mei min per rein \
    roman roos rose storm summer victor will wil winter mees merel iris jet noor wolf star jade amber \
    frans chen wen long lang jun hang hong made jin lei ting mo lot stip linde";

/// Ends of surnames that are hardly ever anything else.
const ENDINGS: &str = "stra inga ssen nsen dsen wicz czyk oglu sson escu iewski owski enko akis poulos idis veld \
    mans sma kema gema meijer maker houwer";

/// Ends of words for things and bodies.
const THINGS: &str = "fonds stadion prijs museum akkoord universiteit hogeschool toren straat laan weg plein \
    singel gracht kade dreef steeg plantsoen heid schap dienst atie teit ment isme commissie \
    raad wet beleid zaken loket bureau instituut ministerie overleg nota brief besluit regeling \
    verslag team afdeling lijst nummer datum bank college staten waterstaat centrum school \
    stichting ziekenhuis gemeentehuis provinciehuis stadhuis bakkerij slagerij kwekerij drukkerij \
    makelaardij bedrijf kanaal kwartier sluizen viaduct tunnel gemaal brug monument penning kazerne";

/// Small words between a first name and a surname.
const INFIXES: &str = "aan al ben bij bin d da dal de del della den der des di do dos du el het in l la le les lo \
    op s t te ten ter uit v van vd ver von zu zur";

/// Those that may start a surname that stands alone, with a capital.
const CAPITALS: &str =
    "al ben bin d da dal de del della den der di dos du el la le ten ter van von zur";

static SURNAMES: LazyLock<Endings> = LazyLock::new(|| Endings::of(ENDINGS));
static BODIES: LazyLock<Endings> = LazyLock::new(|| Endings::of(THINGS));

/// A first name.
const IS_FIRST: Traits = Traits::of(0);
/// A surname.
const IS_LAST: Traits = Traits::of(1);
/// No name.
pub(super) const IS_NONE: Traits = Traits::of(2);
/// An ordinary word as well.
const IS_AMBIGUOUS: Traits = Traits::of(3);
/// A small word of a surname.
const IS_INFIX: Traits = Traits::of(4);
/// A small word that may start a surname with a capital.
const IS_CAPITAL_INFIX: Traits = Traits::of(5);

/// The words of these lists and what they are.
pub(super) fn traits() -> impl Iterator<Item = (&'static str, Traits)> {
    let lines = |list: &'static str, traits| {
        list.lines().filter(|line| !line.starts_with('#')).map(move |line| (line, traits))
    };
    let words =
        |list: &'static str, traits| list.split_ascii_whitespace().map(move |word| (word, traits));
    lines(FIRST, IS_FIRST)
        .chain(lines(LAST, IS_LAST))
        .chain(lines(NONE, IS_NONE))
        .chain(words(AMBIGUOUS, IS_AMBIGUOUS))
        .chain(words(INFIXES, IS_INFIX))
        .chain(words(CAPITALS, IS_CAPITAL_INFIX))
}

/// What a word could be, as far as the lists know.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(in crate::detect) struct Known {
    /// A first name.
    pub first: bool,
    /// A surname.
    pub last: bool,
    /// An ordinary word as well.
    pub ambiguous: bool,
    /// No name.
    pub none: bool,
    /// A few capitals: the name of a body, more often than of a person.
    pub acronym: bool,
}

/// Whether a list of names has a token.
pub(super) fn is_listed(scene: &Scene<'_>, index: usize) -> bool {
    scene.traits(index).has(IS_FIRST.and(IS_LAST))
}

/// What the lists know of a token.
pub(super) fn known(scene: &Scene<'_>, index: usize) -> Known {
    of(scene.word(index), scene.traits(index))
}

/// What the lists know of a word with these traits.
pub(super) fn of(word: &str, traits: Traits) -> Known {
    let (first, none) = (traits.has(IS_FIRST), traits.has(IS_NONE));
    let listed = traits.has(IS_FIRST.and(IS_LAST).and(IS_NONE));
    let ends = |endings: &Endings| !listed && word.len() >= 6 && endings.end(word);
    let last = traits.has(IS_LAST) || ends(&SURNAMES);
    Known {
        first,
        last,
        ambiguous: traits.has(IS_AMBIGUOUS),
        none: none || !first && !last && ends(&BODIES),
        acronym: !first && !last && is_acronym(word),
    }
}

/// Whether a token is a small word of a surname. Few of them ever have a capital.
pub(super) fn is_infix(scene: &Scene<'_>, index: usize) -> bool {
    let traits = scene.traits(index);
    match scene.is_capital(index) {
        true => {
            let capitals = || is_acronym(scene.word(index)) && among_capitals(scene, index);
            let told = scene.word(index) == "TE" && capitals();
            told || traits.has(IS_CAPITAL_INFIX) && (!is_acronym(scene.word(index)) || capitals())
        }
        false => traits.has(IS_INFIX),
    }
}

/// Whether a word is a small one of surnames, in whatever case.
pub(super) fn is_small_word(word: &str) -> bool {
    LEXICON.traits(LEXICON.find(word)).has(IS_INFIX)
}

/// Whether the next word is in capitals as well: `JOHANNES DE BRUIJN`.
fn among_capitals(scene: &Scene<'_>, index: usize) -> bool {
    let next = scene.word(index.saturating_add(2));
    scene.word(index.saturating_add(1)) == " "
        && next.chars().count() >= 2
        && next.chars().all(char::is_uppercase)
}

/// Whether a word is a few capitals and nothing else.
fn is_acronym(word: &str) -> bool {
    (2..=5).contains(&word.len()) && word.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_say_where_they_come_from_and_stand_in_order() {
        for list in [FIRST, LAST, NONE] {
            let mut lines = list.lines();
            assert!(lines.next().unwrap().contains("licence"));
            assert!(lines.is_sorted());
        }
    }

    #[test]
    fn a_word_is_known_by_the_lists_or_by_its_end() {
        let known = |word: &str| of(word, LEXICON.traits(LEXICON.find(word)));
        assert!(known("ozlem").first && known("PETRA").first && !known("PETRA").none);
        assert!(known("yilmaz").last && known("Jansen").last && known("Hoekstra").last);
        assert!(known("Gemeente").none && known("Kerkstraat").none && known("IND").acronym);
        assert_eq!(known("Qwxz"), Known::default());
    }
}
