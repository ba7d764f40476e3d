//! Who makes fonts, and on what terms: what of the texts in a font is about the font, in whatever
//! document it stands.

/// Makers of fonts and their designers, and words of licences and descriptions of fonts.
#[rustfmt::skip]
const USUAL: &[&str] = &[
    "adobe", "agfa", "american mathematical society", "ams.org", "apache license", "apple",
    "arphic", "ascender", "berthold", "bigelow", "bitstream", "blue sky", "carol twombly",
    "computer modern", "dalton maag", "david berlow", "david m. jones", "dejavu", "donald knuth",
    "dynacomware", "emigre", "eula", "font bureau", "fontfabrik", "fontfont", "fontshop",
    "founder", "free software foundation", "freetype", "google", "gpl", "gust", "hewlett",
    "hoefler", "howard kettler", "ibm", "international business machines",
    "international typeface", "itc", "jackowski", "koichi", "latin modern", "letraset", "licen",
    "linotype", "lppl", "luc(as)", "lucasfonts", "matthew carter", "max miedinger", "metatype",
    "microsoft", "monotype", "morisawa", "mozilla", "open font", "opentype", "paratype",
    "patricia saunders", "pdf-lib", "public domain", "red hat", "reserved font name", "ricoh",
    "robert slimbach", "robin nicholas", "sans serif", "serif design", "sil ", "sil.org",
    "stanley morison", "steve matteson", "stix", "the tex", "this work consists", "trademark",
    "tug.org", "type 1", "typeface", "typekit", "typotheque", "unicode", "urw", "version",
    "victor lardent", "vincent connare", "y&y",
];

/// Names of makers and licences that stand in a font which everybody can have.
const NAMED: [&str; 20] = [
    "adobe",
    "agfa",
    "ams.org",
    "apple",
    "ascender",
    "bitstream",
    "dejavu",
    "free software",
    "google",
    "ibm",
    "itc",
    "linotype",
    "microsoft",
    "monotype",
    "open font",
    "paratype",
    "sil.org",
    "trademark",
    "tug.org",
    "urw",
];

/// What PostScript in a font sets: numbers, and the form that the font had before.
const SETTINGS: [&str; 8] =
    ["fstype", "def", "uniqueid", "origfonttype", "truetype", "type1", "opentype", "restore"];

/// Whether a text tells about the font alone.
pub fn is_usual(text: &str) -> bool {
    let text = text.to_lowercase();
    let words = || text.split(|letter: char| !letter.is_alphanumeric());
    // A version, a date, a number of the font's own.
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let settings = words()
        .all(|word| SETTINGS.contains(&word) || word.chars().all(|letter| letter.is_ascii_digit()));
    letters < 5 || settings || USUAL.iter().any(|name| text.contains(name))
}

/// Whether a text names a maker of fonts.
pub fn is_named(text: &str) -> bool {
    let text = text.to_lowercase();
    NAMED.iter().any(|name| text.contains(name))
}

/// What in a list of names is no name: an address, a number, a folder.
pub fn told(text: &str) -> String {
    let tells = |word: &&str| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        word.contains(['@', '\\']) || digits >= 8
    };
    text.split_whitespace().filter(tells).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_of_foundries_are_told_from_those_of_others() {
        assert!(is_usual("© 2006 The Monotype Corporation. All Rights Reserved."));
        assert!(is_usual("Version 5.01"));
        assert!(is_usual("2.37"));
        assert!(is_usual("/FSType 8 def"));
        assert!(!is_usual("Created by Jan de Vries,,, with FontForge"));
        assert_eq!(told("Alpha jan@example.nl uni00AD"), "jan@example.nl");
    }
}
