//! Bodies and things that are called after people: what stands around a name and says that it is
//! theirs.

use std::sync::LazyLock;

use super::evidence::{IS_TITLE, word_before};
use super::name::Name;
use crate::detect::endings::Endings;
use crate::detect::scene::Scene;

/// Ends of words for what does business under a name.
const BUSINESSES: &str = "bedrijf bedrijven bakkerij slagerij kwekerij drukkerij rijderij smederij \
    winkel handel salon restaurant hotel garage apotheek firma camping manege stichting bureau \
    makelaars makelaardij advocaten notarissen accountants architecten transport bouw techniek café \
    cafe school lyceum college kliniek praktijk groep holding uitgeverij boerderij molen kapper \
    rederij boulevard reddingboot veerboot sleepboot patrouilleboot ijsbreker zeilschip fregat veerpont \
    fietsen keukens meubelen mode optiek rijschool sportschool centrum fonds prijs zaal huis brug \
    tunnel gemaal sluis galerie atelier brouwerij bank museum theater kapsalon winkels kazerne \
    vereniging";

static TRADE: LazyLock<Endings> = LazyLock::new(|| Endings::of(BUSINESSES));

/// Whether the name is that of a body: behind a word for one, or before what only bodies have.
pub(super) fn of_a_body(scene: &Scene<'_>, name: &Name) -> bool {
    let is_trade = |index: usize| {
        let ends = scene.mark(index.saturating_add(1)) == Some('.');
        !ends && scene.word(index).len() >= 4 && TRADE.end(scene.word(index))
    };
    // "Basisschool Juliana van Stolberg": the word may stand before all of the name.
    let mut before = word_before(scene, name.span.first);
    for _ in 0..4 {
        let part = |index: &usize| {
            let part = scene.is_capital(*index) || super::lists::is_infix(scene, *index);
            part && !is_trade(*index) && scene.word(*index) != "Ms"
        };
        let Some(index) = before.filter(part) else { break };
        before = word_before(scene, index);
    }
    let first = name.span.first;
    let named = name.words > 1 && TRADE.end(scene.word(first)) && !name.first.last;
    // "Zr.Ms. Evertsen"
    let ship = before
        .is_some_and(|index| scene.word(index) == "Ms" && scene.mark_before(index) == Some('.'));
    let trade = named || ship || before.is_some_and(is_trade);
    let space = name.span.last.saturating_add(1);
    let behind = space.saturating_add(1);
    let legal = matches!(
        scene.word(behind),
        "BV" | "NV"
            | "VOF"
            | "vof"
            | "CV"
            | "Holding"
            | "Group"
            | "Groep"
            | "Zn"
            | "Zonen"
            | "BVBA"
            | "GmbH"
            | "Ltd"
            | "Inc"
            | "Beheer"
            | "Advocaten"
            | "Notarissen"
            | "Makelaars"
    ) || matches!(
        (scene.word(behind), scene.mark(behind.saturating_add(1))),
        ("B" | "N" | "V" | "C", Some('.'))
    );
    let joined = |mark: usize, other: usize| {
        scene.mark(mark) == Some('&') && (scene.is_capital(other) || scene.mark(other).is_some())
    };
    let and = joined(behind, behind.saturating_add(2))
        || name
            .span
            .first
            .checked_sub(4)
            .is_some_and(|other| joined(name.span.first.saturating_sub(2), other));
    trade || scene.word(space) == " " && (legal || and)
}

/// Whether something is called after somebody with a title: `de Dr. Schaepmanstichting`, `het Prof.
/// Bakkerhuis`. Before people Dutch has no article there.
pub(super) fn is_called_after(scene: &Scene<'_>, name: &Name) -> bool {
    let part = |index: &usize| {
        let title = scene.traits(*index).has(IS_TITLE);
        !title && (scene.is_capital(*index) || super::lists::is_infix(scene, *index))
    };
    let mut index = word_before(scene, name.span.first);
    for _ in 0..3 {
        let Some(before) = index.filter(part) else { break };
        index = before.checked_sub(2).filter(|_| scene.word(before.saturating_sub(1)) == " ");
        // A title has its point between.
        index =
            index.map(|index| index.saturating_sub(usize::from(scene.mark(index) == Some('.'))));
    }
    let mut short = false;
    for _ in 0..3 {
        let Some(title) = index.filter(|title| scene.traits(*title).has(IS_TITLE)) else { break };
        short |= scene.mark(title.saturating_add(1)) == Some('.') || scene.is_capital(title);
        index = title.checked_sub(2).filter(|_| scene.word(title.saturating_sub(1)) == " ");
    }
    let word = index.map(|index| scene.word(index)).unwrap_or_default();
    let thing = || TRADE.end(word) && word.len() >= 4;
    short && (matches!(word, "de" | "het" | "De" | "Het" | "'t") || thing())
}

/// Whether a thing is joined to the name by a hyphen: the `Jan Blanken-gemaal`, the
/// `Willem III-singel`.
pub(super) fn joins_thing(scene: &Scene<'_>, name: &Name) -> bool {
    let mut hyphen = name.span.last.saturating_add(1);
    let number = hyphen.saturating_add(1);
    if scene.word(hyphen) == " " && matches!(scene.word(number), "I" | "II" | "III" | "IV" | "V") {
        hyphen = number.saturating_add(1);
    }
    let thing = scene.word(hyphen.saturating_add(1));
    scene.mark(hyphen) == Some('-')
        && thing.len() >= 4
        && thing.starts_with(char::is_lowercase)
        && !super::lists::is_infix(scene, hyphen.saturating_add(1))
}
