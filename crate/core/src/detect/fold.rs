//! Words without their accents, as the lists have them.

/// A word in small letters without accents, as the lists have them.
pub(crate) fn fold(word: &str) -> String {
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
