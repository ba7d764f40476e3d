//! Whether a text is Dutch, as far as it matters for names: the model knows Dutch only, and takes any
//! word that it never saw for a name.

use super::lexicon::Traits;
use super::scan::{Shape, Token};
use super::tagger::in_dictionary;

/// Small words that English has, and Dutch has not.
const ENGLISH: &str = "the of and to for with that this are from by which not be have has it they we \
    you your were been will would should may can their our these those at or an if as";

/// Small words that Dutch has, and few other languages have.
const DUTCH: &str = "het een van dat die voor met zijn niet aan ook door naar te er om dit bij \
    uit nog wel maar hij zij ze wij je u ik naam datum heeft wordt worden kan geen of op";

/// A small word of English.
const IS_ENGLISH: Traits = Traits::of(20);
/// A small word of Dutch.
const IS_DUTCH: Traits = Traits::of(21);

/// So many tokens are looked at, the last ones.
const LOOKED_AT: usize = 300;
/// So many words in small letters say enough.
const ENOUGH: usize = 20;

/// The small words of both languages.
pub(super) fn traits() -> impl Iterator<Item = (&'static str, Traits)> {
    let words =
        |list: &'static str, traits| list.split_ascii_whitespace().map(move |word| (word, traits));
    words(ENGLISH, IS_ENGLISH).chain(words(DUTCH, IS_DUTCH))
}

/// Whether a text is in another language, as far as it and what stands before it say: by small words,
/// or because the dictionary has few of their words.
pub(super) fn is_foreign(
    text: &str,
    tokens: &[Token],
    (before, earlier): (&str, &[Token]),
) -> bool {
    let small = |token: &Token| token.shape == Shape::Word && token.len() >= 2 && !token.capital;
    let words = || {
        let own = tokens.iter().rev().map(|token| (text, token));
        let all = own.chain(earlier.iter().rev().map(|token| (before, token)));
        all.take(LOOKED_AT).filter(|(_, token)| small(token))
    };
    let (mut english, mut dutch, mut all) = (0_usize, 0_usize, 0_usize);
    for (_, token) in words() {
        let traits = token.traits;
        all = all.saturating_add(1);
        english = english.saturating_add(usize::from(traits.has(IS_ENGLISH)));
        dutch = dutch.saturating_add(usize::from(traits.has(IS_DUTCH)));
    }
    if english >= 2 && english > dutch.saturating_mul(2) {
        return true;
    }
    let strange = |(text, token): &(&str, &Token)| {
        text.get(token.start..token.end).is_some_and(|word| !in_dictionary(word))
    };
    all >= ENOUGH
        && dutch.saturating_mul(33) < all
        && words().filter(strange).count().saturating_mul(20) > all.saturating_mul(9)
}

#[cfg(test)]
mod tests {
    use super::super::LEXICON;
    use super::super::scan;
    use super::*;

    #[test]
    fn a_text_is_foreign_by_its_words() {
        let is = |text: &str| is_foreign(text, &scan::tokens(text, &LEXICON), ("", &[]));
        assert!(is("the networks of banks are fragile"));
        assert!(is("conjuntos de vivienda construidos en la periferia por los barrios en los \
            noventa, y además los municipios con más recursos aporten al fondo que se requiere \
            para cada uno de los proyectos"));
        assert!(is("опись документов в двух экземплярах и подписания договора либо не подписал \
            договор в течение срока, опись документов в двух экземплярах и подписания"));
        assert!(!is("de netwerken van banken zijn broos"));
        assert!(!is("The Economist"));
        assert!(!is("wij lazen het stuk of the year van de bank"));
    }
}
