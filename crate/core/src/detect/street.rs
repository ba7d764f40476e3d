//! A street with a house number.

mod abroad;
mod body;
mod house;
mod name;

use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Span};
use super::sighting::{Sighting, Weights};
use super::tagger::{in_dictionary, is_place};
use super::{Detector, Trigger, birth_date, person, postcode};
use crate::kind::{kinds, personal::SUBJECT};
use house::House;
use name::{STREETS, Street};

kinds! { SUBJECT;
    /// A name that ends like a street (straat, laan, weg) or stands where a street stands, before a
    /// postcode or behind the word "adres", and a house number with its addition.
    ADDRESS = "address", Medium; {
        nl: {
            title: "Adres",
            what: "Hier staat een straat met een huisnummer.",
            why: "Als iemand daar woont, is te zien waar die persoon te vinden is.",
            advice: "Haal het adres weg, tenzij het van een organisatie is.",
        },
        en: {
            title: "Address",
            what: "There is a street with a house number here.",
            why: "If someone lives there, it shows where that person can be found.",
            advice: "Take the address out, unless it belongs to an organisation.",
        },
    }
}

/// Finds streets with a house number.
pub(super) static DETECTOR: Detector = Detector {
    kind: &ADDRESS,
    triggers: &[Trigger::Digits(1, 5)],
    names: "\
        adres woonadres huisadres woonachtig wonende woont wonen woonde verblijfadres \
        correspondentieadres postadres adresgegevens perceel pand woning address ingeschreven \
        verblijft verblijvende bewoont huurt dakkapel uitbouw aanbouw carport dakopbouw bezorgadres \
        wohnhaft anschrift adresse huisnummer huisnr straatnaam woningbrand huisbezoek \
        adreswijziging verhuisd verhuist verhuizing thuisadres briefadres logeeradres verblijfplaats",
    hints: "straat perceel buurman buurvrouw bewoner bewoners eigenaar",
    against: &[postcode::OFFICES],
    judge,
    finds: &[
        "mevrouw Jansen van de [Tulpdijk 31]. Haar paard",
        "- [Rijksweg Zuid 41]   echtpaar Jansen",
        "Petra Jansen, [Dukaat 3],    hond",
        "mevrouw Lutterveen ([Kerkeland 31]). Wij",
        "ADRES [Tulpdijk 60]",
        "Hij woont aan de [Kerkstraat 12a] in Utrecht.",
        "[Laan van Meerdervoort 45-2], [Prins Hendrikkade 12 hs]",
        "[Van der Helstlaan 5]",
        "[Burgemeester de Vlugtlaan 125 II]",
        "adres: [Broek 12], 1234 AB Ons Dorp",
        "[Nieuwe Binnenweg 3 bis]",
        "[Oude Gracht 7]",
        "[1e Kerkstraat 8]",
        "Adres: [Plein 1944 nr. 12]",
        "[Dorpsweg 12A] te Ons Dorp",
        "ik woon op de [vlierlaan 8] in ons dorp",
        "de [J.P. Coenstraat 14-2], [Ds. Talmastraat 9]",
        "[Kerkstr. 12]",
        "I live at [22 Rozengracht], she at [14 Chestnut Grove]",
        "[221B Station Road], [12, rue des Lilas] en [Rue de la Loi 155]",
        "[Hauptstraße 5], 48155 Münster",
        "[Lindelaan 12-3 hs], [Oude Kerksteeg 12 bis A], [Burgemeesterstraat 61C02]",
        "[Meirstraat 14 bus 3] te Antwerpen",
        "Adres: [De Terp 6], 1234 AB Stiens",
        "Adres: ['t Zand 3]",
        "Hij huurt een kamer aan het [Noordeinde 12].",
        "u woont op [De Hoge Weide 6].",
        "ik woon in de [hoofdstraat 12] in ons dorp",
        "mijn adres is [lange nieuwstraat 8a]",
        "we wonen [achter de kerk 4], 6511 ab nijmegen",
        "Betreft: dakkapel [Valkenhorst 21]",
        "de bewoners van de [Kerkstraat 18 t/m 24]",
        "([Kloosterdijk 12]), [Ooievaarhof 3] en [kloosterstraat 8]",
        "op ['s-Gravenweg 14]",
        "Straat en huisnr: [Broek 12]",
        "aan de [Kloosteresch 4] te Ons Dorp",
        "aan de [Marsdyk 9] te Wijns",
        "[Zandwijkje 8] te Ons Dorp, en de bewoner op [44] is boos",
        "Buren op nr. [43] zijn weg, buurman (Van Rooijen, nummer [12]) niet",
        "Woningbrand [Zonnedauw 41]. Allen veilig",
        "huisbezoek fam. Jansen, [Kruiskamp 77]",
        "de [Kerkstraat op nummer 28], de [Dorpskade, nummer 112] en [Dorpslaan t/o 14]",
        "van [De Xolperlaan 6] naar school",
        "[Kerkstraat 9 3hoog]",
        "Politie Oost\nP. Jansen\n[Kerkstraat 12]",
        "[De Weel 77]\n1689 PB Zwaag",
        "Mevr. J. Jansen\n[De Weel 77]\n1689 PB Zwaag",
        "Dhr. P. Jansen\n[Xolperbaan 211]\nSneek",
        "adres: [Kerkstraat 14 sous]",
    ],
    ignores: &[
        "artikel 12",
        "In 2020 was dat anders",
        "onderweg 3 mensen",
        "het Gerechtshof 2023",
        "Utrecht 12",
        "de straat 2023",
        "De minister 3",
        "Hoofdstuk 12, 1234 kg",
        "kamer 12",
        "Nijmegen 4",
        "Bezoekadres: Turfmarkt 147",
        "Hij woont in Utrecht 12 jaar",
        "Kerkstraat 12-03-2024",
        "woning Type 2, perceel Kavel 12",
        "Rechtbank Noord-Holland, Simon de Vrieshof 1, Haarlem",
        "Steunpunt Ons Dorp (Hoofdstraat 97)",
        "in de passage 3 winkels",
        "Sportpark 3 wint",
        "12 rue",
        "3 Business Park",
        "Petra Jansen, Team 3 en verder",
        "Petra Jansen (Team 3)",
        "dakkapel Fase 2",
        "het Fietspad 12 meter",
        "de winkelstraat 12 zaken",
        "Gerechtshof 4 mei",
        "huisnummer 12, Huisnr. 14",
        "In 1953 waren er Twee 12",
        "de bewoners op 12 mei, buren op 3 meter",
        "verhuizing naar Spanje 2 jaar geleden",
        "sectie H, nummer 4418",
        "perceel Ons Dorp G 1188",
    ],
};

/// Words that may follow a house number of a street that only its place in the sentence tells.
const FOLLOWS: &str = "te in en of is was staat waar met op van bij heeft dat die wil aan tot";

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if let Some(sighting) = abroad::number_first(scene, at) {
        return Some(sighting);
    }
    if let Some(sighting) = house::of_neighbour(scene, at) {
        return Some(sighting);
    }
    let digits = scene.word(at);
    let (space, nr) = house::gap(scene, at)?;
    let name = space.checked_sub(1)?;
    // "Perceel 2": the word that names it is no street.
    if scene.named_by(name).is_some() {
        return None;
    }
    if digits.starts_with('0') || !matches!(scene.token(name)?.shape, Shape::Word | Shape::Digits) {
        return None;
    }
    // Hoofdweg-Zuid 12: the word before the hyphen says it.
    let hyphen = name.checked_sub(1).filter(|index| scene.mark(*index) == Some('-'));
    let whole = hyphen
        .and_then(|hyphen| hyphen.checked_sub(1))
        .filter(|index| scene.is_capital(*index) && scene.is_capital(name));
    let name = whole.unwrap_or(name);
    let house = house::at(scene, at)?;
    if let Some(sighting) = lives(scene, at, name, house.last) {
        return Some(sighting);
    }
    // Nothing written small is a street, but for what ends like one.
    if !scene.is_capital(name) && scene.is(name, Shape::Word) && !STREETS.end(scene.word(name)) {
        return None;
    }
    // "perceel Ons Dorp G 1188": in the land register sections have letters.
    if scene.word(name).len() == 1 && scene.is_capital(name) && digits.len() >= 3 {
        return None;
    }
    let place = Place::of(scene, name, house);
    let year = digits.len() == 4 && matches!(digits.get(..2), Some("19" | "20"));
    let odd = year || digits.len() > 4;
    place.judge(scene, if odd { -15 } else { 0 }, if nr { 10 } else { 5 })
}

/// A street with a number, and what stands around it.
struct Place {
    span: Span,
    shape: Street,
    near: Near,
    /// Whether a postcode stands behind.
    supported: bool,
    /// Whether a word that names an address stands close by.
    named: bool,
    /// Whether the number has an addition.
    addition: bool,
    /// "aan … te Staphorst".
    in_place: bool,
    /// "aan de", "op het".
    where_: bool,
    /// Whether it stands right behind a name: "Petra Jansen, Tulp 12", "Jansen (Tulp 12)".
    of_person: bool,
    /// Whether it fills its line.
    alone: bool,
}

impl Place {
    fn of(scene: &Scene<'_>, name: usize, house: House) -> Self {
        let first = name::first(scene, name);
        let span = Span { first, last: house.last };
        let shape = name::shape(scene, first, name);
        let near = scene.near(span);
        let named = matches!(near, Near::Word(Role::Names, ..))
            && (scene.near_within(span, 25) == near || behind_dots(scene, first));
        Self {
            span,
            shape,
            near,
            named,
            supported: before_postcode(scene, house.last, shape) || before_town(scene, span),
            addition: house.addition,
            in_place: in_place(scene, first, house.last),
            where_: behind_where(scene, first),
            of_person: behind_name(scene, first, house.last),
            alone: is_alone(scene, span),
        }
    }

    /// What its name, its number and what stands around say together.
    fn judge(&self, scene: &Scene<'_>, odd: i32, hints: i32) -> Option<Sighting> {
        let told = self.supported || self.named || self.in_place || self.of_person;
        let word = scene.word(self.span.first);
        let rare = || name::is_rare(word);
        let decibans = match self.shape {
            Street::Sure => 10,
            Street::Rare if self.ends(scene) => 5,
            Street::Fair | Street::Rare => -12,
            Street::Loose => -12,
            Street::Capital if told && self.ends(scene) => -12,
            Street::Lower if self.supported || self.named => 8,
            Street::Lower if self.where_ && rare() => 8,
            Street::Lower if rare() && self.ends(scene) => 5,
            Street::Capital | Street::Lower | Street::Small => return None,
        };
        let mut sighting = Sighting::new(scene.range(self.span), decibans);
        let unsure = !matches!(self.shape, Street::Sure | Street::Lower);
        let fair = matches!(self.shape, Street::Fair | Street::Rare);
        for (holds, id, decibans) in [
            (self.shape == Street::Sure, "street-name", 0),
            (unsure && self.in_place, "place-behind", 18),
            (odd != 0, "house-number-odd", odd),
            (self.supported, "postcode-behind", 20),
            (fair && decibans < 0 && self.where_ && !self.in_place, "place-before", 17),
            (fair && decibans < 0 && self.alone, "line-alone", 17),
            (decibans < 0 && self.of_person, "name-before", 18),
            (unsure && self.addition && self.shape != Street::Capital, "house-addition", 8),
        ] {
            if holds {
                sighting = sighting.because(id, "", decibans);
            }
        }
        let body = body::before(scene, self.span.first, false)
            .or_else(|| body::behind(scene, self.span.last));
        if let Some(body) = body.filter(|_| !self.named) {
            sighting = sighting.because("word-against", body, -40);
        }
        let names = if self.named { 18 } else { 6 };
        let sighting = sighting.near(self.near, Weights { names, hints, against: -30 });
        let of_somebody = self.named || is_of_somebody(scene, self.span);
        Some(if of_somebody { sighting } else { sighting.told_modestly() })
    }

    /// Whether what follows may follow an address: "Utrecht 12 jaar" is none.
    fn ends(&self, scene: &Scene<'_>) -> bool {
        let space = self.span.last.saturating_add(1);
        let word = space.saturating_add(1);
        let small =
            scene.is(space, Shape::Space) && scene.is(word, Shape::Word) && !scene.is_capital(word);
        let follows = FOLLOWS.split_ascii_whitespace().any(|known| known == scene.word(word));
        let before = word_before(scene, self.span.first).map(|index| scene.word(index));
        let town = matches!(before, Some("in" | "te" | "uit" | "naar"))
            && is_place(scene.word(self.span.first));
        (!small || follows || scene.named_by(word).is_some()) && !town
    }
}

/// Whether a name with a comma stands right before a street, or one with a bracket that closes
/// behind the number, and nothing behind it goes on.
fn behind_name(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let next = last.saturating_add(1);
    let space = first.checked_sub(1).filter(|space| scene.word(*space) == " ");
    let mark = space.unwrap_or(first).checked_sub(1);
    let word = scene.word(first);
    match mark.and_then(|mark| scene.mark(mark).zip(Some(mark))) {
        Some((',', mark)) => {
            let ends = birth_date::cell_ends(scene, last)
                || birth_date::line_ends(scene, last)
                || matches!(scene.mark(next), Some(',' | ')' | ';'));
            let led = || {
                let name = mark.checked_sub(1);
                name.is_some_and(|name| scene.is_capital(name) && person::is_led(scene, name))
                    && !in_dictionary(&word.to_lowercase())
            };
            ends && space.is_some() && (birth_date::is_name(scene, mark, 2) || led())
        }
        Some(('(', mark)) => {
            let led = || {
                let name = mark.checked_sub(2);
                name.is_some_and(|name| scene.is_capital(name) && person::is_led(scene, name))
            };
            scene.mark(next) == Some(')')
                && !in_dictionary(&word.to_lowercase())
                && (birth_date::is_name(scene, mark, 2) || led())
        }
        _ => false,
    }
}

/// Whether nothing else stands on the line.
fn is_alone(scene: &Scene<'_>, span: Span) -> bool {
    let line = |index: Option<usize>| {
        index.is_none_or(|index| scene.token(index).is_none_or(|token| token.shape == Shape::Line))
    };
    line(span.first.checked_sub(1)) && line(span.last.checked_add(1))
}

/// Whether a street with a number stands right before a token, on this line or the one before.
pub(super) fn before(scene: &Scene<'_>, at: usize) -> bool {
    for index in (0..at).rev().take(10) {
        let Some(token) = scene.token(index) else { return false };
        if token.shape != Shape::Digits || token.len() > 4 {
            continue;
        }
        let Some((space, _)) = house::gap(scene, index) else { continue };
        let Some(name) = space.checked_sub(1) else { continue };
        return scene.is(name, Shape::Word)
            && name::shape(scene, name::first(scene, name), name) != Street::Small;
    }
    false
}

/// The word for a public body before the address that a postcode ends, or for what only bodies have
/// behind it.
pub(super) fn of_body(scene: &Scene<'_>, at: usize) -> Option<&'static str> {
    body::before(scene, at, true).or_else(|| body::behind(scene, at.saturating_add(2)))
}

/// Whether somebody is named near an address: before it, or right behind. Of what stands alone
/// nobody knows whether it is a home.
pub(super) fn is_of_somebody(scene: &Scene<'_>, span: Span) -> bool {
    let before = span.first.saturating_sub(40)..span.first;
    let behind = span.last.saturating_add(1)..span.last.saturating_add(16);
    before.chain(behind).any(|index| {
        scene.is(index, Shape::Word)
            && (super::person::is_led_by(scene, index)
                || scene.is_capital(index)
                    && (scene.said(index).is_some_and(|sum| sum > 0)
                        || scene.word(index).len() == 1
                            && scene.mark(index.saturating_add(1)) == Some('.')))
    })
}

/// Whether nothing but the points of a form stands before a token, and a colon.
fn behind_dots(scene: &Scene<'_>, first: usize) -> bool {
    let mut dots = 0_usize;
    for index in (0..first).rev().take(60) {
        match scene.mark(index) {
            Some('.' | '_') => dots = dots.saturating_add(1),
            Some(':') => {}
            None if scene.is(index, Shape::Space) => {}
            _ => break,
        }
    }
    dots >= 4
}

/// Whether "aan", "op" or "in" stands before, and "te" or "in" with a place behind: `Op Nijverheid
/// 14 te Staphorst`.
fn in_place(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let before = word_before(scene, first).map(|index| scene.word(index)).unwrap_or_default();
    let article = matches!(before, "de" | "het");
    let second = word_before(scene, first)
        .filter(|_| article)
        .and_then(|index| word_before(scene, index))
        .map(|index| scene.word(index));
    let at = matches!(second.unwrap_or(before), "aan" | "Aan" | "op" | "Op" | "perceel" | "woning");
    let space = last.saturating_add(1);
    let comma = usize::from(scene.mark(space) == Some(','));
    let word = space.saturating_add(comma).saturating_add(1);
    let place = word.saturating_add(2);
    let town = scene.word(word);
    (at && town == "in" || town == "te")
        && scene.word(word.saturating_add(1)) == " "
        && scene.is_capital(place)
}

/// A street in small letters behind "ik woon aan".
fn lives(scene: &Scene<'_>, at: usize, name: usize, last: usize) -> Option<Sighting> {
    let small = |index: usize| scene.is(index, Shape::Word) && !scene.is_capital(index);
    if !small(name) || scene.word(at).len() > 4 {
        return None;
    }
    let mut first = name;
    for _ in 0..4 {
        let before = word_before(scene, first)?;
        let preposition = scene.word(before);
        // "achter de kerk 4" holds its first word.
        let behind = matches!(preposition, "achter" | "bij" | "onder" | "naast" | "voor");
        let street = || STREETS.end(scene.word(name)) && !name::is_kind(scene.word(name));
        if matches!(preposition, "aan" | "op") || preposition == "in" && street() || behind {
            let article = matches!(scene.word(first), "de" | "het") && first < name && !behind;
            let start = match (article, behind) {
                (true, _) => first.saturating_add(2),
                (_, true) => before,
                _ => first,
            };
            let span = Span { first: start, last };
            let told = !behind || before_postcode(scene, last, Street::Lower);
            return (told && says_lives(scene, before) && name.saturating_sub(start) <= 4)
                .then(|| Sighting::new(scene.range(span), -2).because("word-near", "woon", 10));
        }
        if !small(before) {
            return None;
        }
        first = before;
    }
    None
}

/// Whether somebody lives: "woon", "woon nu", "woont hij".
fn says_lives(scene: &Scene<'_>, preposition: usize) -> bool {
    let lives = |index: usize| {
        let verb = scene.word(index);
        verb.starts_with("woon") || verb.starts_with("wonen") || verb == "wonende"
    };
    let before = word_before(scene, preposition);
    before.is_some_and(|index| lives(index) || word_before(scene, index).is_some_and(lives))
}

/// Whether "aan de", "op het" or the like stands before a word.
fn behind_where(scene: &Scene<'_>, name: usize) -> bool {
    let article = word_before(scene, name);
    let word = |index: Option<usize>| index.map(|index| scene.word(index)).unwrap_or_default();
    let place = |word: &str| matches!(word, "aan" | "op" | "in" | "van" | "at" | "adres");
    place(word(article))
        || matches!(word(article), "de" | "het" | "t")
            && place(word(article.and_then(|index| word_before(scene, index))))
}

/// The word before a token, past one space.
fn word_before(scene: &Scene<'_>, index: usize) -> Option<usize> {
    let space = index.checked_sub(1).filter(|space| scene.word(*space) == " ")?;
    space.checked_sub(1)
}

/// Whether a postcode stands behind, on this line or the next.
fn before_postcode(scene: &Scene<'_>, last: usize, shape: Street) -> bool {
    let postcode_at = |index: usize| postcode_at(scene, index, shape);
    let mut index = last.saturating_add(1);
    for _ in 0..3 {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Digits) => return postcode_at(index),
            Some(Shape::Space | Shape::Line) => {}
            Some(Shape::Mark) if matches!(scene.mark(index), Some(',' | ';' | '|' | '-')) => {}
            _ => return false,
        }
        index = index.saturating_add(1);
    }
    postcode_at(index)
}

/// Whether it is the middle of three lines of an address: somebody before it, and a town behind it.
fn before_town(scene: &Scene<'_>, span: Span) -> bool {
    let next = span.last.saturating_add(1);
    let line = span.first.checked_sub(1).filter(|line| scene.is(*line, Shape::Line));
    let Some(line) = line.filter(|_| scene.is(next, Shape::Line)) else { return false };
    let town = next.saturating_add(1);
    scene.is_capital(town)
        && birth_date::line_ends(scene, town)
        && is_place(scene.word(town))
        && birth_date::is_name(scene, line, 2)
}

/// Whether a postcode in capitals starts here: "1234 kg" is none.
fn postcode_at(scene: &Scene<'_>, index: usize, shape: Street) -> bool {
    scene.is(index, Shape::Digits)
        && postcode::span(scene, index).is_some_and(|span| {
            let capitals = scene.word(span.last).bytes().all(|byte| byte.is_ascii_uppercase());
            capitals || matches!(shape, Street::Lower)
        })
}

/// Whether a cell has the shape of a street and a number, in a column of addresses.
pub(super) fn fills_column(value: &str) -> bool {
    let Some((street, number)) = value.trim().rsplit_once(' ') else { return false };
    value.len() <= 50
        && street.starts_with(|c: char| c.is_alphabetic() || c == '\'')
        && street.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && street.chars().all(|c| c.is_alphabetic() || " .'-’".contains(c))
        && number.starts_with(|c: char| c.is_ascii_digit() && c != '0')
        && number.len() <= 6
}
