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

/// The word for a public body whose name stands before a token, with a comma or the end of a line
/// between: `Rechtbank Noord-Holland, Simon de Vrieshof 1`.
pub(in crate::detect) fn before(scene: &Scene<'_>, first: usize) -> Option<&'static str> {
    let (mut lines, mut ends) = (0_u32, false);
    for index in (0..first).rev().take(24) {
        match scene.token(index)?.shape {
            Shape::Line => {
                lines = lines.saturating_add(1);
                ends = true;
            }
            Shape::Mark => match scene.mark(index)? {
                ',' | '(' | ':' | '-' | '–' => ends = true,
                '\'' | '’' | '.' | '/' | '&' => {}
                _ => return None,
            },
            Shape::Word => {
                let known = BODIES.into_iter().find(|body| *body == scene.word(index));
                if known.is_some() && ends {
                    return known;
                }
                // Who lives there says so, or has a title or a label.
                let person = super::super::person::is_led_by(scene, index);
                if person || scene.named_by(index).is_some() {
                    return None;
                }
            }
            Shape::Digits | Shape::Space => {}
        }
        if lines > 2 {
            return None;
        }
    }
    None
}
