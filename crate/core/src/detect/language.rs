//! In which language a text is, as far as it matters for names: in small letters the model knows Dutch
//! only, and takes any word that it never saw for a name.

use super::scan::{Shape, Token};

/// Small words that English has, and Dutch has not.
const ENGLISH: &str = "the of and to for with that this are from by which not be have has it they we \
    you your were been will would should may can their our these those at or an if as";

/// Small words that Dutch has, and English has not.
const DUTCH: &str = "de het een van en dat die voor met zijn niet aan ook door naar te er om dit bij \
    uit nog wel maar hij zij ze wij je u ik naam datum heeft wordt worden kan geen of";

/// So many tokens are looked at.
const LOOKED_AT: usize = 600;

/// Whether a text is English.
pub(super) fn is_english(text: &str, tokens: &[Token]) -> bool {
    let (mut english, mut dutch) = (0_u32, 0_u32);
    for token in tokens.iter().rev().take(LOOKED_AT) {
        let end = token.start.saturating_add(token.len());
        let word = text.get(token.start..end).filter(|word| word.len() <= 6);
        let Some(word) = word.filter(|_| token.shape == Shape::Word) else { continue };
        let is = |list: &str| list.split_ascii_whitespace().any(|known| known == word);
        english = english.saturating_add(u32::from(is(ENGLISH)));
        dutch = dutch.saturating_add(u32::from(is(DUTCH)));
    }
    english >= 2 && english > dutch.saturating_mul(2)
}

#[cfg(test)]
mod tests {
    use super::super::LEXICON;
    use super::super::scan;
    use super::*;

    #[test]
    fn a_text_is_english_by_its_small_words() {
        let is = |text: &str| is_english(text, &scan::tokens(text, &LEXICON));
        assert!(is("the networks of banks are fragile"));
        assert!(!is("de netwerken van banken zijn broos"));
        assert!(!is("The Economist"));
        assert!(!is("wij lazen het stuk of the year van de bank"));
    }
}
