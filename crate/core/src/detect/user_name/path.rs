//! Folders of users in paths.

use super::super::scan::Shape;
use super::super::scene::{Scene, Span};
use super::super::sighting::Sighting;
use super::nobody;

/// Folders in which each user has one.
const FOLDERS: &[&str] =
    &["users", "settings", "home", "homes", "profiles", "profielen", "gebruikers", "userdata"];

/// A folder of a user, in a path.
pub(super) fn folder(scene: &Scene<'_>, at: usize, next: usize) -> Option<Sighting> {
    let word = scene.word(at);
    let personal = word == "personal";
    if word == "in" && next_is_profile(scene, at) {
        return profile(scene, next);
    }
    if matches!(word, "com" | "me" | "net" | "nl") && scene.mark_before(at) == Some('.') {
        return super::social::link(scene, at, next);
    }
    let folder = FOLDERS.iter().any(|folder| word.eq_ignore_ascii_case(folder));
    if !folder && !personal {
        return None;
    }
    let hidden = scene.mark(next) == Some('$');
    let slash = next.saturating_add(usize::from(hidden));
    let kind = scene.mark(slash).filter(|mark| matches!(mark, '\\' | '/'))?;
    let before = scene.mark_before(at);
    let rooted = match kind {
        '\\' => before == Some('\\') || word.eq_ignore_ascii_case("settings"),
        _ => before == Some('/') && (personal || at_root(scene, at, word)),
    };
    if !rooted {
        return None;
    }
    // A path within quotes of a program has each backslash twice.
    let twice = kind == '\\' && scene.mark(slash.saturating_add(1)) == Some('\\');
    let first = slash.saturating_add(1).saturating_add(usize::from(twice));
    let (last, goes_on) = name(scene, first, kind)?;
    let span = Span { first, last };
    let found = scene.slice(scene.range(span));
    if nobody(found) || personal && !found.contains('_') {
        return None;
    }
    let decibans = if goes_on || kind == '\\' { 25 } else { 10 };
    Some(Sighting::new(scene.range(span), 0).because("user-folder", word, decibans))
}

/// Whether a path with slashes starts at the root of a disk, and not within a site.
fn at_root(scene: &Scene<'_>, at: usize, word: &str) -> bool {
    let Some(slash) = at.checked_sub(1) else { return false };
    match scene.before(slash).map(|token| token.shape) {
        None | Some(Shape::Space | Shape::Line) => matches!(word, "home" | "Users"),
        Some(Shape::Mark) => match scene.mark_before(slash) {
            // "C:/users", and the home in a line of `/etc/passwd`.
            Some(':') => word.eq_ignore_ascii_case("users") || word == "home",
            Some('/') => matches!(word, "home" | "Users") && file_scheme(scene, slash),
            Some('"' | '\'' | '(' | '<' | '=' | '`' | '[') => matches!(word, "home" | "Users"),
            _ => false,
        },
        _ => false,
    }
}

/// Whether the slash is the last of `file:///`.
fn file_scheme(scene: &Scene<'_>, slash: usize) -> bool {
    slash.checked_sub(4).is_some_and(|index| scene.word(index).eq_ignore_ascii_case("file"))
}

/// The tokens of a folder's name, and whether the path goes on behind it. It may hold spaces only
/// where it does.
fn name(scene: &Scene<'_>, first: usize, separator: char) -> Option<(usize, bool)> {
    let mut spaced = None;
    let mut last = None;
    for index in (first..).take(24) {
        let Some(token) = scene.token(index) else { break };
        match token.shape {
            Shape::Word | Shape::Digits => last = Some(index),
            Shape::Space if token.len() == 1 && last.is_some() => {
                spaced = spaced.or(last);
            }
            Shape::Mark => match scene.mark(index)? {
                mark if mark == separator => return Some((last?, true)),
                '.' | '_' | '-' | '\'' | '+' | '@' | '%' | '~' | '$' | '(' | ')' => {}
                _ => break,
            },
            _ => break,
        }
    }
    Some((spaced.or(last)?, false))
}

/// Whether a folder is that of the profiles of LinkedIn.
fn next_is_profile(scene: &Scene<'_>, at: usize) -> bool {
    let site = at.checked_sub(4).map(|site| scene.word(site)).unwrap_or_default();
    scene.mark_before(at) == Some('/') && site.eq_ignore_ascii_case("linkedin")
}

/// The name of a profile, behind the slash.
fn profile(scene: &Scene<'_>, slash: usize) -> Option<Sighting> {
    let first = slash.checked_add(1).filter(|_| scene.mark(slash) == Some('/'))?;
    let mut last = None;
    for index in (first..).take(12) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word | Shape::Digits) => last = Some(index),
            Some(Shape::Mark) if scene.mark(index) == Some('-') => {}
            _ => break,
        }
    }
    let range = scene.range(Span { first, last: last? });
    Some(Sighting::new(range, 0).because("user-folder", "linkedin.com/in", 20))
}
