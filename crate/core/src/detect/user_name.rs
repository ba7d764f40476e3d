//! Names with which people sign in, as paths, accounts and labels show them.

use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Side, Span};
use super::sighting::{Sighting, Weights};
use super::tagger::in_dictionary;
use super::words::NAMES;
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// The folder of a user in a path of Windows, macOS or Linux, a domain with a user, a personal
    /// folder of SharePoint, or what stands behind a label such as "gebruikersnaam:".
    USER_NAME = "user-name", Medium; {
        nl: {
            title: "Inlognaam",
            what: "Hier staat de naam waarmee iemand inlogt, vaak als deel van een map.",
            why: "Zo'n naam wijst een medewerker aan en helpt bij een poging om in te breken.",
            advice: "Haal de map of de naam weg.",
        },
        en: {
            title: "User name",
            what: "Here stands the name with which someone signs in, often as part of a folder.",
            why: "Such a name points to an employee and helps those who try to break in.",
            advice: "Take the folder or the name out.",
        },
    }
}

/// Finds user names.
pub(super) static DETECTOR: Detector = Detector {
    kind: &USER_NAME,
    triggers: &[Trigger::Word, Trigger::Digits(4, 8), Trigger::Mark(&['\\'])],
    names: "\
        gebruikersnaam gebruikersnamen gebruikersid inlognaam loginnaam login logon username \
        userid useraccount gebruikersaccount accountnaam netwerkaccount windowsaccount pnummer \
        personeelsnummer medewerkernummer personeelsnr medewerkernr persnr persnummer stamnummer \
        stamnr employeenumber employeeid",
    hints: "user gebruiker account medewerker ingelogd aangemeld aanmelden domein domain",
    against: &[],
    judge,
    finds: &[
        r"C:\Users\[jansenp]\Documents\nota.docx",
        r"C:\Documents and Settings\[P. de Vries]\Bureaublad",
        r"\\server01\home$\[jjansen]\map",
        r"\\fs\profiles\[k.yilmaz]\",
        "file:///C:/Users/[vriesj]/Downloads",
        r#""C:\\Users\\[jansenp]\\nota""#,
        "/home/[jan]/nota.txt",
        "/Users/[petra.jansen]/Desktop",
        r"ingelogd als MINBZK\[jansenp].",
        r"i:0#.w|minbzk\[jansenp]",
        "https://org-my.sharepoint.com/personal/[p_jansen_minbzk_nl]/Documents",
        "Gebruikersnaam: [pjansen]",
        "username=[jan.jansen]",
        "personeelsnummer [p123456]",
        "Personeelsnr. ..... [104233]",
        "gebruiker=[jverbeek] en user: [k.elamrani]",
        "2023-02-01 08:01 dossier geopend door [jverbeek]",
        "draait onder [svc_backup]",
        r#"{"behandelaar": "[mdullaart]"}"#,
        "zijn account is [f.saleh]",
        "owner [S-1-5-21-3623811015-3361044348-30300820-1013] (user)",
    ],
    ignores: &[
        r"C:\Users\Public\Documents",
        r"C:\Program Files\App",
        "https://www.example.nl/home/contact",
        "https://example.nl/users/lijst",
        r"AC\DC",
        r"src\main\java",
        r"\alpha\beta",
        "Uw gebruikersnaam en wachtwoord",
        "Gebruikersnaam: wachtwoord:",
        "p123456",
        "S-1-5-18",
        "de home/thuis situatie",
        "hij\\zij",
        "de gebruiker: vergeet niet",
        "door iedereen, account is geblokkeerd",
        "personeelsnummer 123",
    ],
};

/// Folders in which each user has one.
const FOLDERS: &[&str] =
    &["users", "settings", "home", "homes", "profiles", "profielen", "gebruikers", "userdata"];

/// Folders there that belong to nobody.
const NOBODY: &str = "\
    public default all administrator admin guest shared user username users gebruiker gebruikersnaam \
    openbaar wachtwoord password name naam ubuntu root runner build jenkins www vagrant node app \
    localservice networkservice systemprofile desktop documents home onbekend your uw de het is en \
    of met in voor via wordt niet kan invullen invoeren email e emailadres mail adres vergeten";

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if scene.mark(at) == Some('\\') {
        return account(scene, at);
    }
    if scene.is(at, Shape::Digits) {
        return staff(scene, at);
    }
    if let Some(sighting) = cell(scene, at).or_else(|| signed(scene, at)) {
        return Some(sighting);
    }
    let next = at.saturating_add(1);
    match scene.mark(next) {
        Some('-') if matches!(scene.word(at), "S" | "s") => security(scene, at),
        Some('\\' | '/' | '$') => folder(scene, at, next),
        Some(':' | '=') => labelled(scene, at, next),
        _ => number(scene, at),
    }
}

/// The number of an employee, behind a word that says so.
fn staff(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let span = Span { first: at, last: at };
    let Near::Word(Role::Names, word, side) = scene.near_within(span, 25) else { return None };
    let numbers = word.contains("nummer") || word.contains("nr") || word.starts_with("employee");
    let apart = scene.starts_apart(at) && scene.ends_apart(at);
    (numbers && apart && side != Side::List).then(|| {
        let sighting = Sighting::new(scene.range(span), 0);
        sighting
            .near(Near::Word(Role::Names, word, side), Weights { names: 12, hints: 0, against: 0 })
    })
}

/// The tokens of a word as accounts have it: letters and digits with points, hyphens and underscores
/// between them, and nothing at its ends.
fn token(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let free = match scene.before(at).map(|token| token.shape) {
        None | Some(Shape::Space | Shape::Line) => true,
        Some(Shape::Mark) => matches!(
            scene.mark_before(at),
            Some('"' | '\'' | '=' | ':' | '(' | '[' | '|' | ';' | ',')
        ),
        _ => false,
    };
    let mut last = at;
    for index in (at..).take(9) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word | Shape::Digits) => last = index,
            Some(Shape::Mark) if matches!(scene.mark(index), Some('.' | '_' | '-')) => {}
            _ => break,
        }
    }
    let next = scene.mark(last.saturating_add(1));
    let sticks = matches!(next, Some('@' | '/' | '\\' | '=' | '(' | '$' | '%' | '_' | '-'));
    (free && !sticks).then_some(Span { first: at, last })
}

/// Whether a word looks like that of an account, and like no other.
fn is_account(user: &str) -> bool {
    let small = user.bytes().all(|byte| byte.is_ascii_lowercase() || !byte.is_ascii_alphabetic());
    let letters = user.bytes().filter(u8::is_ascii_lowercase).count();
    let parts = user.split(|c: char| !c.is_ascii_alphabetic());
    let strange = parts.filter(|part| part.len() >= 4).any(|part| !in_dictionary(part));
    user.is_ascii()
        && (4..=24).contains(&user.len())
        && small
        && letters >= 3
        && user.starts_with(|c: char| c.is_ascii_lowercase())
        && strange
        && !nobody(user)
}

/// An account in a column of accounts.
fn cell(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if at != 0 {
        return None;
    }
    let span = token(scene, at)?;
    let whole = scene.range(span) == (0..scene.text.len());
    if !whole || !is_account(scene.slice(scene.range(span))) {
        return None;
    }
    if let Near::Word(_, word, Side::Label) = scene.near(span) {
        return Some(Sighting::new(scene.range(span), 0).because("word-label", word, 12));
    }
    // A person in small letters, in a column of people, is an account.
    let listed = scene.traits(at).has(NAMES) && span.first == span.last;
    (scene.labelled_person() && !listed)
        .then(|| Sighting::new(scene.range(span), 0).because("word-label", "naam", 8))
}

/// Who did something, as logs and exports tell it: "geopend door jverbeek", "user jverbeek",
/// `"door": "jverbeek"`, or an account that says itself that it is one: `svc_backup`.
fn signed(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if scene.is_capital(at) {
        return None;
    }
    let (word, decibans) = match service(scene, at).or_else(|| of_name(scene, at)) {
        Some(shape) => (shape, 12),
        None => ("account-word", by(scene, at)?),
    };
    let span = token(scene, at)?;
    is_account(scene.slice(scene.range(span)))
        .then(|| Sighting::new(scene.range(span), 0).because(word, "", decibans))
}

/// Whether the account itself says what it is.
fn service(scene: &Scene<'_>, at: usize) -> Option<&'static str> {
    let joined = matches!(scene.mark(at.saturating_add(1)), Some('_' | '-'));
    (joined && matches!(scene.word(at), "svc" | "adm" | "srv" | "sa")).then_some("account-shape")
}

/// Whether it is a letter or two and a surname that the document knows: `rboersma`, `kvdmeer`.
fn of_name(scene: &Scene<'_>, at: usize) -> Option<&'static str> {
    let word = scene.word(at);
    let sound = word.len() >= 6 && word.is_ascii() && !scene.traits(at).has(NAMES);
    if !sound || in_dictionary(word) || scene.mark(at.saturating_add(1)) == Some('@') {
        return None;
    }
    let known = |from: usize| {
        let rest = word.get(from..).unwrap_or_default();
        let rest = ["vander", "vanden", "vande", "vd", "van", "de", ""]
            .into_iter()
            .filter_map(|infix| rest.strip_prefix(infix));
        rest.into_iter().any(|surname| {
            surname.len() >= 4 && (scene.names.knows(surname) || scene.names.expects(surname))
        })
    };
    (1..=2).any(known).then_some("account-shape")
}

/// How much the word before says that an account follows.
fn by(scene: &Scene<'_>, at: usize) -> Option<i32> {
    let mut colon = false;
    let mut index = at.checked_sub(1)?;
    for _ in 0..6 {
        match scene.token(index)?.shape {
            Shape::Word => break,
            Shape::Space if scene.word(index) == " " => {}
            Shape::Mark => match scene.mark(index) {
                Some(':' | '=') => colon = true,
                Some('"' | '\'') => {}
                _ => return None,
            },
            _ => return None,
        }
        index = index.checked_sub(1)?;
    }
    let word = scene.word(index);
    let is = |list: &[&str]| list.iter().any(|known| word.eq_ignore_ascii_case(known));
    let labels = ["gebruiker", "user", "account", "uid", "owner", "door", "by", "behandelaar"];
    match colon {
        true => is(&labels).then_some(12),
        false if is(&["gebruiker", "user", "account", "login"]) => Some(8),
        false if is(&["is", "als"]) => account_before(scene, index).then_some(10),
        false => (is(&["door", "by", "from"]) && dated(scene, at)).then_some(10),
    }
}

/// Whether "account" stands right before a word.
fn account_before(scene: &Scene<'_>, index: usize) -> bool {
    let before = index.checked_sub(2).map(|before| scene.word(before)).unwrap_or_default();
    ["account", "gebruikersnaam", "login", "ingelogd", "aangemeld", "username"].contains(&before)
}

/// Whether the line of a token starts with a date or a time, as that of a log.
fn dated(scene: &Scene<'_>, at: usize) -> bool {
    let line = (0..at).rev().take(40).find(|index| scene.is(*index, Shape::Line));
    let first = match line {
        Some(line) => line.saturating_add(1),
        None if at <= 40 => 0,
        None => return false,
    };
    let first = first.saturating_add(usize::from(scene.mark(first) == Some('[')));
    scene.is(first, Shape::Digits)
        && matches!(scene.mark(first.saturating_add(1)), Some('-' | ':' | '/'))
}

/// A folder of a user, in a path.
fn folder(scene: &Scene<'_>, at: usize, next: usize) -> Option<Sighting> {
    let word = scene.word(at);
    let personal = word == "personal";
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
            Some(':') => word.eq_ignore_ascii_case("users"),
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

/// A domain with a user: `MINBZK\jansenp`.
fn account(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let first = at.saturating_add(1);
    let domain = domain(scene, at)?;
    let claim = scene.mark_before(domain.first) == Some('|');
    let free = match scene.before(domain.first).map(|token| token.shape) {
        Some(Shape::Mark) => matches!(
            scene.mark_before(domain.first),
            Some('|' | '(' | '"' | '\'' | ':' | ',' | '=' | '[' | '<')
        ),
        Some(Shape::Word | Shape::Digits) => false,
        _ => true,
    };
    let mut last = None;
    for index in (first..).take(12) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word | Shape::Digits) => last = Some(index),
            Some(Shape::Mark) if matches!(scene.mark(index), Some('.' | '_' | '-')) => {}
            _ => break,
        }
    }
    let span = Span { first, last: last? };
    let path = scene.mark(span.last.saturating_add(1)) == Some('\\');
    let user = scene.slice(scene.range(span));
    let small = user.bytes().any(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let shape = user.is_ascii() && small && (3..=24).contains(&user.len());
    let letters = scene.is(first, Shape::Word);
    if !free || path || !shape || !letters || nobody(user) {
        return None;
    }
    let host = scene.slice(scene.range(domain));
    let capitals = !host.bytes().any(|byte| byte.is_ascii_lowercase());
    let near = scene.near(Span { first: domain.first, last: span.last });
    let known = matches!(near, Near::Word(..));
    let decibans = match (claim, capitals, known) {
        (true, ..) => 20,
        (_, true, _) if host.len() >= 3 || is_account(user) => 8,
        (_, _, true) => -4,
        _ => return None,
    };
    let sighting = Sighting::new(scene.range(span), 0).because("domain-user", "", decibans);
    Some(sighting.near(near, Weights { names: 15, hints: 10, against: 0 }))
}

/// The domain before a backslash: letters, digits and hyphens.
fn domain(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let last = at.checked_sub(1)?;
    let mut first = None;
    for index in (0..at).rev().take(6) {
        match scene.token(index)?.shape {
            Shape::Word | Shape::Digits => first = Some(index),
            Shape::Mark if scene.mark(index) == Some('-') => {}
            _ => break,
        }
    }
    let span = Span { first: first.filter(|first| scene.is(*first, Shape::Word))?, last };
    let length = scene.range(span).len();
    ((2..=20).contains(&length) && !scene.is(last, Shape::Mark)).then_some(span)
}

/// What stands behind a label such as "gebruikersnaam:".
fn labelled(scene: &Scene<'_>, at: usize, colon: usize) -> Option<Sighting> {
    let label = scene.named_by(at)?;
    let behind = colon.saturating_add(1);
    let first = if scene.word(behind) == " " { behind.saturating_add(1) } else { behind };
    let quoted = matches!(scene.mark(first), Some('"' | '\''));
    let first = first.saturating_add(usize::from(quoted));
    let mut last = None;
    for index in (first..).take(12) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word | Shape::Digits) => last = Some(index),
            Some(Shape::Mark) if matches!(scene.mark(index), Some('.' | '_' | '-')) => {}
            _ => break,
        }
    }
    let span = Span { first, last: last? };
    let user = scene.slice(scene.range(span));
    let next = span.last.saturating_add(1);
    let label_again = matches!(scene.mark(next), Some(':' | '@' | '/' | '\\'));
    if user.len() < 3 || nobody(user) || label_again || !scene.is(first, Shape::Word) {
        return None;
    }
    let near = Near::Word(Role::Names, label, Side::Before);
    let weights = Weights { names: 12, hints: 0, against: 0 };
    Some(Sighting::new(scene.range(span), 0).near(near, weights))
}

/// The security identifier of an account of a domain or machine: `S-1-5-21-…` and four numbers.
fn security(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let mut last = at;
    for (group, hyphen) in (at.saturating_add(1)..).step_by(2).take(8).enumerate() {
        let number = hyphen.saturating_add(1);
        if scene.mark(hyphen) != Some('-') || !scene.is(number, Shape::Digits) {
            break;
        }
        let known = ["1", "5", "21"].get(group).is_none_or(|known| scene.word(number) == *known);
        if !known {
            return None;
        }
        last = number;
    }
    let whole = last.saturating_sub(at) >= 14;
    let span = Span { first: at, last };
    (whole && scene.starts_apart(at))
        .then(|| Sighting::new(scene.range(span), 0).because("security-identifier", "", 25))
}

/// A letter and the number of an employee: `p123456`.
fn number(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let digits = at.saturating_add(1);
    let letter = matches!(scene.word(at), "p" | "P" | "k" | "K" | "u" | "U" | "x" | "X");
    let length = (5..=7).contains(&scene.word(digits).len());
    let apart = scene.starts_apart(at) && scene.ends_apart(digits);
    if !letter || !length || !apart || !scene.is(digits, Shape::Digits) {
        return None;
    }
    let span = Span { first: at, last: digits };
    let sighting = Sighting::new(scene.range(span), -14).because("employee-number", "", 0);
    Some(sighting.near(scene.near(span), Weights { names: 32, hints: 14, against: 0 }))
}

fn nobody(name: &str) -> bool {
    let first = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    first.is_empty() || NOBODY.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(first))
}
