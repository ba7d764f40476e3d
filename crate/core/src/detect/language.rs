//! Whether a text is Dutch, as far as it matters for names: the model knows Dutch only, and takes any
//! word that it never saw for a name.

use super::scan::{Shape, Token};
use super::tagger::in_dictionary;

/// Small words that English has, and Dutch has not.
const ENGLISH: &str = "the of and to for with that this are from by which not be have has it they we \
    you your were been will would should may can their our these those at or an if as";

/// Small words that Dutch has, and few other languages have.
const DUTCH: &str = "het een van dat die voor met zijn niet aan ook door naar te er om dit bij \
    uit nog wel maar hij zij ze wij je u ik naam datum heeft wordt worden kan geen of op";

/// So many tokens are looked at, the last ones.
const LOOKED_AT: usize = 300;
/// So many words in small letters say enough.
const ENOUGH: usize = 20;

/// Whether a text is in another language: by its small words, or because the dictionary has few of
/// its words.
pub(super) fn is_foreign(text: &str, tokens: &[Token]) -> bool {
    let (mut english, mut dutch, mut unknown, mut all) = (0_usize, 0_usize, 0_usize, 0_usize);
    for token in tokens.iter().rev().take(LOOKED_AT) {
        let end = token.start.saturating_add(token.len());
        let word = text.get(token.start..end).filter(|_| token.shape == Shape::Word);
        let small = |word: &&str| word.len() >= 2 && !word.starts_with(char::is_uppercase);
        let Some(word) = word.filter(small) else { continue };
        let is = |list: &str| list.split_ascii_whitespace().any(|known| known == word);
        let short = word.len() <= 6;
        all = all.saturating_add(1);
        english = english.saturating_add(usize::from(short && is(ENGLISH)));
        dutch = dutch.saturating_add(usize::from(short && is(DUTCH)));
        unknown = unknown.saturating_add(usize::from(!in_dictionary(word)));
    }
    english >= 2 && english > dutch.saturating_mul(2)
        || all >= ENOUGH
            && unknown.saturating_mul(20) > all.saturating_mul(9)
            && dutch.saturating_mul(33) < all
}

#[cfg(test)]
mod tests {
    use super::super::LEXICON;
    use super::super::scan;
    use super::*;

    #[test]
    fn a_text_is_foreign_by_its_words() {
        let is = |text: &str| is_foreign(text, &scan::tokens(text, &LEXICON));
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
