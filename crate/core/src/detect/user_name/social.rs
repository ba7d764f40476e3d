//! Accounts of social media, in links and behind their names.

use super::super::person::{is_body, is_first, is_last};
use super::super::scan::Shape;
use super::super::scene::{Scene, Span};
use super::super::sighting::Sighting;
use super::super::tagger::in_dictionary;
use super::nobody;

/// Sites on which people have pages, without what stands behind the point.
const SITES: [&str; 9] =
    ["instagram", "facebook", "fb", "twitter", "x", "tiktok", "t", "snapchat", "threads"];

/// What people call those sites before the name of an account.
const NAMES: [&str; 8] =
    ["insta", "instagram", "snapchat", "snap", "tiktok", "telegram", "discord", "marktplaats"];

/// Folders of those sites that are nobody's page.
const FOLDERS: &str = "sharer share intent hashtag explore reel reels watch groups events pages home search \
    login plugins dialog status stories profile privacy help about legal policies policy joinchat \
    tos story media photo photos people hashtags video videos";

/// Parts of the names of accounts that bodies have.
const BODIES: &str = "gemeente minister politie brandweer provincie waterschap rijks overheid school stichting \
    nederland nieuws official omroep museum bibliotheek ziekenhuis university hogeschool zorg veiligheid \
    bureau dienst vereniging club winkel shop news team info support belasting kamer gem. gem_ minbzk minszw minvws \
    minaz minez minlnv minocw minjenv minienw minfin minbuza defensie";

/// The page of somebody: `instagram.com/petra.jansen`, `tiktok.com/@petra`. Behind a name that is
/// nobody's it is only possible that it is a person's.
pub(super) fn link(scene: &Scene<'_>, at: usize, slash: usize) -> Option<Sighting> {
    let site = at.checked_sub(2)?;
    let known = SITES.iter().find(|known| known.eq_ignore_ascii_case(scene.word(site)))?;
    let whole = match *known {
        "t" => scene.word(at) == "me",
        "threads" => scene.word(at) == "net",
        _ => scene.word(at) == "com",
    };
    // "mijn-x.com/pagina"
    let apart = !matches!(scene.mark_before(site), Some('-' | '_' | '@'));
    if !whole || !apart || scene.mark(slash) != Some('/') {
        return None;
    }
    let mut first = slash.saturating_add(1);
    if *known == "snapchat" && scene.word(first) == "add" {
        first = first.saturating_add(2);
    }
    first = first.saturating_add(usize::from(scene.mark(first) == Some('@')));
    let span = account(scene, first)?;
    let user = scene.slice(scene.range(span));
    if !sound(user) || scene.mark(span.last.saturating_add(1)) == Some('=') {
        return None;
    }
    let decibans = if of_person(user) { 10 } else { -2 };
    Some(Sighting::new(scene.range(span), 0).because("user-folder", known, decibans))
}

/// What stands behind the name of a site: `insta: linda.verhoef_`, "haar insta is tirzaaa.x".
pub(super) fn told(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    // Amid a sentence nobody looks at the name of the site itself.
    let is = at.checked_sub(2).filter(|is| scene.word(*is) == "is");
    let at = is.and_then(|is| is.checked_sub(2)).unwrap_or(at);
    let word = scene.word(at);
    let known = NAMES.iter().find(|known| word.eq_ignore_ascii_case(known))?;
    let (mut first, mut told) = (at.saturating_add(1), false);
    for _ in 0..6 {
        match scene.token(first)?.shape {
            Shape::Space if scene.word(first).len() == 1 => {}
            Shape::Mark => match scene.mark(first)? {
                ':' | '=' | '@' => told = true,
                '"' | '\'' | '(' => {}
                _ => return None,
            },
            Shape::Word
                if matches!(
                    scene.word(first),
                    "is" | "account" | "naam" | "van" | "haar" | "heet"
                ) => {}
            _ => break,
        }
        first = first.saturating_add(1);
    }
    let span = account(scene, first)?;
    let user = scene.slice(scene.range(span));
    let inner = user.trim_matches(['.', '_', '-']);
    let joined = inner.contains(['.', '_']) || user.ends_with('_');
    let digits = user.contains(|c: char| c.is_ascii_digit());
    let plain = told && user.bytes().all(|byte| byte.is_ascii_lowercase()) && !in_dictionary(user);
    let site = user.contains("www.")
        || [".com", ".nl", ".net", ".me"].iter().any(|end| user.ends_with(end));
    let sticks = matches!(scene.mark(span.last.saturating_add(1)), Some('@' | '/' | '(' | '='));
    let strange =
        joined || digits && user.len() >= 5 && !user.starts_with(|c: char| c.is_ascii_digit());
    // A page of a site that a body has: "Instagram: gemeente.delft".
    let made = (strange || plain && user.len() >= 5) && sound(user) && !site && !sticks;
    made.then(|| Sighting::new(scene.range(span), 0).because("account-word", known, 10))
}

/// The tokens of an account that starts here.
fn account(scene: &Scene<'_>, first: usize) -> Option<Span> {
    let mut last = None;
    for index in (first..).take(12) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word | Shape::Digits) => last = Some(index),
            Some(Shape::Mark) => match scene.mark(index) {
                Some('_') => last = Some(index),
                Some('.' | '-') => {}
                _ => break,
            },
            _ => break,
        }
    }
    last.map(|last| Span { first, last })
}

/// Whether it can be the account of a person.
fn sound(user: &str) -> bool {
    let small = user.to_ascii_lowercase();
    let first = small.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    (3..=30).contains(&user.len())
        && user.is_ascii()
        && user.contains(|c: char| c.is_ascii_alphabetic())
        && !nobody(user)
        && !FOLDERS.split_ascii_whitespace().any(|folder| folder == first)
        && !BODIES.split_ascii_whitespace().any(|body| small.contains(body))
        && !is_body(first)
}

/// Whether a name is made of one that a list has: `petra.jansen`, `lindaverhoef87`, `petrajans`.
fn of_person(user: &str) -> bool {
    let small = user.to_ascii_lowercase();
    let mut parts = small.split(|c: char| !c.is_ascii_alphabetic());
    parts.any(|part| {
        let heads = (3..=part.len()).filter_map(|end| part.split_at_checked(end));
        let named = |head: &str, tail: &str| match tail.len() {
            0 => is_first(head) || is_last(head) && !in_dictionary(head),
            1..=2 => false,
            _ => is_first(head) && !in_dictionary(part) && (head.len() >= 4 || is_last(tail)),
        };
        heads.into_iter().any(|(head, tail)| named(head, tail))
    })
}
