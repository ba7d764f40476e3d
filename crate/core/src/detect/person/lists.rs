//! Lists of names and of words that are none. A name on a list is evidence, never a verdict.

const FIRST: &str = include_str!("../data/first_names.txt");
const LAST: &str = include_str!("../data/last_names.txt");
const NONE: &str = include_str!("../data/not_names.txt");

/// First names that are ordinary words or months as well.
const AMBIGUOUS: &str = "art august ben bo charity floor grace hope joy mark max mei min per rein \
    roman roos rose storm summer victor will wil winter";

/// Ends of surnames that are hardly ever anything else.
const ENDINGS: &str = "stra inga ssen nsen dsen wicz czyk oglu sson escu iewski owski enko akis poulos idis veld \
    mans";

/// Those that may start a surname that stands alone.
const CAPITALS: &str =
    "Al Ben Bin D Da Dal De Del Della Den Der Di Dos Du El La Le Ten Ter Van VAN DE Von Zur";

/// Ends of words for things and bodies.
const THINGS: &str = "fonds stadion prijs museum akkoord universiteit hogeschool toren straat laan weg plein \
    singel gracht kade dreef steeg plantsoen heid schap dienst atie teit ment isme commissie \
    raad wet beleid zaken loket bureau instituut ministerie overleg nota brief besluit regeling \
    verslag team afdeling lijst nummer datum bank college staten waterstaat centrum school \
    stichting ziekenhuis gemeentehuis provinciehuis stadhuis";

/// Small words between a first name and a surname.
const INFIXES: &str = "aan al ben bij bin d da dal de del della den der des di do dos du el het in l la le les lo \
    op s t te ten ter uit v van vd ver von zu zur";

/// What a word could be, as far as the lists know.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Known {
    /// A first name.
    pub first: bool,
    /// A surname.
    pub last: bool,
    /// An ordinary word as well.
    pub ambiguous: bool,
    /// No name.
    pub none: bool,
}

/// Looks a word up. Hyphens part it: one part that is a name is enough.
pub(super) fn known(word: &str) -> Known {
    let folded = fold(word);
    let first = contains(FIRST, &folded);
    let last = contains(LAST, &folded) || ending(&folded, ENDINGS);
    Known {
        first,
        last,
        ambiguous: AMBIGUOUS.split_ascii_whitespace().any(|known| known == folded),
        none: contains(NONE, &folded)
            || !first && !last && (ending(&folded, THINGS) || is_acronym(word)),
    }
}

/// Whether a word is a small one of a surname. Few of them ever have a capital.
pub(super) fn is_infix(word: &str) -> bool {
    let listed = |list: &str| list.split_ascii_whitespace().any(|infix| infix == word);
    word.len() <= 5 && (listed(INFIXES) || listed(CAPITALS))
}

/// Whether a word is a few capitals and nothing else.
fn is_acronym(word: &str) -> bool {
    (2..=5).contains(&word.len()) && word.chars().all(char::is_uppercase)
}

fn ending(folded: &str, endings: &str) -> bool {
    folded.len() >= 6 && endings.split_ascii_whitespace().any(|ending| folded.ends_with(ending))
}

/// A word in small letters without accents, as the lists have them.
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ď' | 'đ' | 'ð' => folded.push('d'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ə' => folded.push('e'),
            'ğ' | 'ģ' => folded.push('g'),
            'ì'..='ï' | 'ī' | 'į' | 'ı' => folded.push('i'),
            'ķ' => folded.push('k'),
            'ł' | 'ľ' | 'ļ' => folded.push('l'),
            'ñ' | 'ń' | 'ň' | 'ņ' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ő' | 'ō' => folded.push('o'),
            'ř' => folded.push('r'),
            'ś' | 'ş' | 'š' | 'ș' => folded.push('s'),
            'ť' | 'ţ' | 'ț' => folded.push('t'),
            'ù'..='ü' | 'ů' | 'ű' | 'ū' | 'ų' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// Whether a list has a word: its lines are in byte order, so halves are enough.
fn contains(list: &str, word: &str) -> bool {
    let bytes = list.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low.midpoint(high);
        let before = bytes.get(..middle).unwrap_or_default();
        let start =
            before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at.saturating_add(1));
        let rest = bytes.get(start..).unwrap_or_default();
        let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        let line = rest.get(..length).unwrap_or_default();
        match line.cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = start.saturating_add(length).saturating_add(1),
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_say_where_they_come_from_and_stand_in_order() {
        for list in [FIRST, LAST, NONE] {
            let mut lines = list.lines();
            assert!(lines.next().unwrap().contains("licence"));
            assert!(lines.clone().is_sorted());
            assert!(lines.all(|line| contains(list, line)));
        }
    }

    #[test]
    fn names_are_known_with_and_without_accents() {
        assert!(known("Özlem").first && known("ozlem").first && known("PETRA").first);
        assert!(known("Yılmaz").last && known("Jansen").last && known("Hoekstra").last);
        assert!(known("Gemeente").none && !known("Gemeente").first);
        assert_eq!(known("Qwxz"), Known::default());
    }
}
