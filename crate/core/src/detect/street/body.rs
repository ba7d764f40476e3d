//! Bodies and buildings that are open to all, before an address: it is theirs, and public.

use super::super::scan::Shape;
use super::super::scene::Scene;

/// Words that start the name of such a body or building.
const BODIES: [&str; 52] = [
    "Rechtbank",
    "Gerechtshof",
    "Kantongerecht",
    "Hoogheemraadschap",
    "Waterschap",
    "Provinciehuis",
    "Gemeentehuis",
    "Stadhuis",
    "Stadskantoor",
    "Raadhuis",
    "Omgevingsdienst",
    "RUD",
    "Rekenkamer",
    "Steunpunt",
    "Dorpshuis",
    "Wijkcentrum",
    "Buurthuis",
    "Buurtcentrum",
    "Sporthal",
    "Sportpark",
    "Zwembad",
    "Bibliotheek",
    "Basisschool",
    "OBS",
    "College",
    "Lyceum",
    "Scholengemeenschap",
    "Ziekenhuis",
    "Politiebureau",
    "Politie",
    "Brandweer",
    "Brandweerkazerne",
    "Belastingdienst",
    "UWV",
    "GGD",
    "Kadaster",
    "Milieustraat",
    "Gemeentewerf",
    "Theater",
    "Museum",
    "Schouwburg",
    "Archief",
    "Ministerie",
    "Parket",
    "Inspectie",
    "Universiteit",
    "Hogeschool",
    "Kulturhus",
    "Multifunctioneel",
    "MFC",
    "Veiligheidsregio",
    "Rijkswaterstaat",
];

/// The word for a public body whose name stands right before an address, with a comma or the end of a
/// line between: `Rechtbank Noord-Holland, Simon de Vrieshof 1`. With `house`, a street and a number
/// may stand between as well, and nobody's name.
pub(in crate::detect) fn before(
    scene: &Scene<'_>,
    first: usize,
    house: bool,
) -> Option<&'static str> {
    let (mut breaks, mut numbered) = (0_u32, false);
    for index in (0..first).rev().take(24) {
        let shape = scene.token(index)?.shape;
        let mark = scene.mark(index);
        let spaced = || scene.is(index.saturating_add(1), Shape::Space);
        match (shape, mark) {
            (Shape::Line, _) | (_, Some(',' | '(' | ':')) => breaks = breaks.saturating_add(1),
            (_, Some('-' | '–')) if spaced() => breaks = breaks.saturating_add(1),
            (_, Some('-' | '–' | '\'' | '’' | '.' | '/' | '&')) | (Shape::Space, _) => {}
            (Shape::Mark, _) => return None,
            (Shape::Digits, _) => numbered |= breaks < 2,
            (Shape::Word, _) => {
                let word = scene.word(index);
                let same = |body: &&str| {
                    let loud = word.len() > 3 && !word.chars().any(char::is_lowercase);
                    *body == word || loud && body.eq_ignore_ascii_case(word)
                };
                if house && numbered && word.eq_ignore_ascii_case("postbus") {
                    return Some("Postbus");
                }
                let known = BODIES.into_iter().find(same);
                if known.is_some() && breaks > 0 {
                    return known;
                }
                // Who lives there says so, or has a title or a label.
                let person = super::super::person::is_led_by(scene, index);
                if person || scene.named_by(index).is_some() {
                    return None;
                }
            }
        }
        // What stands between the body and the street is somebody.
        if breaks > 1 && !(house && numbered) || breaks > 2 {
            return None;
        }
    }
    None
}

/// Whether a PO box follows an address, on its line or the two below it: who has one is no
/// household.
pub(in crate::detect) fn behind(scene: &Scene<'_>, last: usize) -> Option<&'static str> {
    let mut lines = 0_u32;
    for index in (last.saturating_add(1)..).take(24) {
        match scene.token(index)?.shape {
            Shape::Line if scene.word(index).matches('\n').count() > 1 => return None,
            Shape::Line => lines = lines.saturating_add(1),
            Shape::Word if scene.word(index).eq_ignore_ascii_case("postbus") => {
                return scene.is(index.saturating_add(2), Shape::Digits).then_some("Postbus");
            }
            Shape::Word if super::super::person::is_led_by(scene, index) => return None,
            Shape::Word if scene.named_by(index).is_some() => return None,
            _ => {}
        }
        if lines > 2 {
            return None;
        }
    }
    None
}
