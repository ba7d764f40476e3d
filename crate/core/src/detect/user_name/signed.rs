//! Accounts that stand alone: in cells, logs and signatures.

use super::super::person::{is_body, is_first, is_last, is_led_by, mentions};
use super::super::scan::Shape;
use super::super::scene::{Near, Scene, Side, Span};
use super::super::sighting::Sighting;
use super::super::tagger::in_dictionary;
use super::super::words::NAMES;
use super::nobody;

/// The tokens of a word as accounts have it: letters and digits with points, hyphens and underscores
/// between them, and nothing at its ends.
pub(super) fn token(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let free = match scene.before(at).map(|token| token.shape) {
        None | Some(Shape::Space | Shape::Line) => true,
        Some(Shape::Mark) => {
            let mark = scene.mark_before(at);
            matches!(mark, Some('"' | '\'' | '=' | ':' | '(' | '[' | '|' | ';' | ',' | '>' | '~'))
                || mark == Some('@') && mentions(scene, at)
        }
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
    // "session opened for user hbakker(uid=1000)"
    let numbered = scene.word(last.saturating_add(2)) == "uid";
    (free && (!sticks || numbered)).then_some(Span { first: at, last })
}

/// Whether a word looks like that of an account, and like no other.
pub(super) fn is_account(user: &str) -> bool {
    is_strange(user) && !nobody(user)
}

/// Whether a word has the shape of an account, and is no other.
fn is_strange(user: &str) -> bool {
    let shape = user.starts_with(|c: char| c.is_ascii_lowercase())
        && (4..=24).contains(&user.len())
        && user.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if !shape {
        return false;
    }
    let letters = user.bytes().filter(u8::is_ascii_lowercase).count();
    let digits = user.bytes().filter(u8::is_ascii_digit).count();
    let mut parts = user.split(|c: char| !c.is_ascii_alphabetic());
    // e.jansen
    let initial = user.as_bytes().get(1) == Some(&b'.');
    // hb0421
    let numbered = letters >= 2 && digits >= 2 && user.ends_with(|c: char| c.is_ascii_digit());
    let mut strange = || {
        initial
            || parts.any(|part| part.len() >= 4 && !in_dictionary(part))
            || begins_oddly(user)
            || ends_with_name(user)
    };
    numbered && !user.contains(['.', '-', '_']) || letters >= 3 && strange()
}

/// Whether a word is a letter or two and a surname that a list has: `okuipers`, `avdsluis`. Of the
/// short words the dictionary has some by chance.
fn ends_with_name(user: &str) -> bool {
    let tails = (1..=2).filter_map(|from| user.get(from..));
    user.len() >= 6
        && !is_first(user)
        && !is_last(user)
        && tails.map(bare).any(|tail| tail.len() >= 5 && is_last(tail))
}

/// A surname as accounts write it, without its small words: kvdmeer.
fn bare(part: &str) -> &str {
    let infixes = ["vander", "vanden", "vande", "vd", "van", "de"];
    infixes.into_iter().find_map(|infix| part.strip_prefix(infix)).unwrap_or(part)
}

/// Whether a word in any case is a letter or two with a surname that a list has: `HBAKKER`,
/// `bakkerh`.
fn holds_name(user: &str) -> bool {
    let letters: String = user.chars().filter(char::is_ascii_alphabetic).collect();
    let small = letters.to_ascii_lowercase();
    let listed = |part: Option<&str>| {
        part.map(bare).is_some_and(|part| part.len() >= 4 && (is_last(part) || is_first(part)))
    };
    let tails = (1..=2).map(|from| small.get(from..));
    let heads = (1..=2).map(|back| small.get(..small.len().saturating_sub(back)));
    small.len() >= 5
        && (!in_dictionary(&small) || ends_with_name(&small))
        && tails.chain(heads).any(listed)
}

/// An account in a column of accounts.
pub(super) fn cell(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if at != 0 {
        return None;
    }
    let span = token(scene, at)?;
    let whole = scene.range(span) == (0..scene.text.len());
    if whole && is_field(scene, at) {
        return Some(Sighting::new(scene.range(span), 0).because("word-label", "nummer", 12));
    }
    if !whole || !is_account(scene.slice(scene.range(span))) {
        return None;
    }
    if let Near::Word(_, word, Side::Label) = scene.near(span) {
        return Some(Sighting::new(scene.range(span), 0).because("word-label", word, 12));
    }
    // A person in small letters, in a column of people, is an account.
    let listed = scene.traits(at).has(NAMES) && span.first == span.last;
    let user = scene.slice(scene.range(span));
    let made = holds_name(user) || user.contains(|c: char| !c.is_ascii_alphabetic());
    (scene.labelled_person() && !listed && made)
        .then(|| Sighting::new(scene.range(span), 0).because("word-label", "naam", 8))
}

/// Whether it is the number of an employee that fills a cell below a header for such numbers: `P0091`,
/// `00077151`, `LANKHG`.
pub(super) fn is_field(scene: &Scene<'_>, at: usize) -> bool {
    let value = scene.text;
    if at != 0 || !(2..=9).contains(&value.len()) {
        return false;
    }
    let (letters, digits) = value.bytes().fold((0_usize, 0_usize), |(letters, digits), byte| {
        let digit = byte.is_ascii_digit();
        (letters.saturating_add(usize::from(!digit)), digits.saturating_add(usize::from(digit)))
    });
    let upper = value.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    if !upper {
        return false;
    }
    match scene.near(Span { first: at, last: at }) {
        // Letters alone may be a code where the header says that it is one.
        _ if value.len() < 4 && digits > 0 => false,
        near if value.len() < 4 => {
            let other = nobody(value) || in_dictionary(&value.to_ascii_lowercase());
            matches!(near, Near::Word(_, "gebruikersnaam", Side::Label)) && !other
        }
        Near::Word(_, word, Side::Label) if word.contains("nummer") || word.contains("nr") => {
            letters <= 2 && digits >= 3
        }
        // The dictionary has words of letters only, and others by chance.
        Near::Word(_, _, Side::Label) => digits > 0 || !in_dictionary(&value.to_ascii_lowercase()),
        // Below the header of those who act: letters first, and digits behind them.
        _ => {
            let coded = value.bytes().take(letters).all(|byte| byte.is_ascii_uppercase());
            scene.labelled_person() && coded && letters >= 2 && digits >= 2
        }
    }
}

/// Whether somebody with this function signs with a number, or where it is told to be one.
pub(super) fn enforces(word: &str, numbered: bool) -> bool {
    let is = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    is(&["boa"]) || numbered && is(&STAFF)
}

/// Those who sign with a code.
const STAFF: [&str; 12] = [
    "boa",
    "toezichthouder",
    "handhaver",
    "medewerker",
    "ambtenaar",
    "verbalisant",
    "controleur",
    "inspecteur",
    "agent",
    "behandelaar",
    "surveillant",
    "balie",
];

/// The code of an employee, letters with digits behind, where one is told: `medewerker ABC10423`,
/// `aangemaakt door X1042331`.
pub(super) fn coded(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let digits = at.saturating_add(1);
    let letters = scene.word(at);
    let shape = (1..=4).contains(&letters.len())
        && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
        && (3..=8).contains(&scene.word(digits).len())
        && scene.is(digits, Shape::Digits);
    if !shape || !scene.starts_apart(at) || !scene.ends_apart(digits) {
        return None;
    }
    let few = scene.word(digits).len() < 4;
    let span = Span { first: at, last: digits };
    if letters.len() >= 2 && !letters.eq_ignore_ascii_case("nr") && official(scene, at) {
        return Some(Sighting::new(scene.range(span), 0).because("account-word", "", 10));
    }
    let before = at.checked_sub(2).filter(|_| scene.word(at.saturating_sub(1)) == " " && !few)?;
    let word = scene.word(before);
    let done = matches!(word, "door" | "by" | "DOOR") && done_before(scene, before);
    let staff =
        |index: usize| STAFF.iter().any(|known| known.eq_ignore_ascii_case(scene.word(index)));
    // "medewerker balie ABC10423": capitals and digits only.
    let upper = letters.len() >= 2 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let told = upper && (staff(before) || before.checked_sub(2).is_some_and(staff));
    (done || told).then(|| Sighting::new(scene.range(span), 0).because("account-word", "", 10))
}

/// Whether a function or a label for a number of staff stands right before a token: "Controleur
/// pc0417", "medew. bz014", "(dienstnr. NN114402)".
fn official(scene: &Scene<'_>, at: usize) -> bool {
    let mut index = at;
    for _ in 0..3 {
        let Some(before) = index.checked_sub(1) else { return false };
        index = before;
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Space) => {}
            Some(Shape::Mark) if matches!(scene.mark(index), Some('.' | ':')) => {}
            Some(Shape::Word) => {
                let word = scene.word(index);
                let numbers = || {
                    scene
                        .named_by(index)
                        .is_some_and(|word| word.contains("nummer") || word.contains("nr"))
                };
                let short = ["medew", "mdw"].iter().any(|known| known.eq_ignore_ascii_case(word));
                let sure = ["controleur", "verbalisant", "boa", "toezichthouder", "handhaver"];
                return short
                    || sure.iter().any(|known| known.eq_ignore_ascii_case(word))
                    || numbers();
            }
            _ => return false,
        }
    }
    false
}

/// Who did something, as logs and exports tell it: "geopend door jverbeek", "user jverbeek",
/// `"door": "jverbeek"`, or an account that says itself that it is one: `svc_backup`.
pub(super) fn signed(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if let Some(sighting) = of_known(scene, at) {
        return Some(sighting);
    }
    if scene.is_capital(at) {
        return in_capitals(scene, at);
    }
    // Most words are ordinary, and all that follows costs more than to see that.
    let span = token(scene, at)?;
    let user = scene.slice(scene.range(span));
    // "gebeld door: mevr", "hersteld door storingsdienst"
    let body = || span.first == span.last && is_body(user) && !begins_oddly(user);
    if !is_strange(user) || is_led_by(scene, at) || body() {
        return None;
    }
    let shape = service(scene, at).or_else(|| of_name(scene, at)).or_else(|| in_passwd(scene, at));
    let (word, decibans) = match shape.or_else(|| behind_name(scene, at)) {
        Some(shape) => (shape, 12),
        None => (
            "account-word",
            by(scene, at)
                .or_else(|| in_log(scene, at))
                .or_else(|| in_brackets(scene, at))
                .or_else(|| in_row(scene, at))
                .or_else(|| in_thread(scene, at))
                .or_else(|| called(scene, at))
                .or_else(|| owns_file(scene, at))?,
        ),
    };
    let done = DONE.split_ascii_whitespace().any(|done| done == scene.word(at));
    (!done && !nobody(user)).then(|| {
        let mut sighting = Sighting::new(scene.range(span), 0).because(word, "", decibans);
        sighting.named = Some("");
        sighting
    })
}

/// What somebody whose name the document holds signs in with, also within the name of a file or of a
/// machine: `pbakker`, `WS-PBAKKER-02`.
fn of_known(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let word = scene.word(at);
    let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let capitals = word.bytes().all(|byte| byte.is_ascii_uppercase());
    let sound = scene.names.is_login(word) && (small || capitals) && !nobody(word);
    let lower = || word.to_ascii_lowercase();
    if !sound || scene.traits(at).has(NAMES) || in_dictionary(&lower()) {
        return None;
    }
    let digits = at.saturating_add(1);
    let numbered = scene.is(digits, Shape::Digits) && scene.word(digits).len() <= 2;
    let last = if numbered { digits } else { at };
    let next = last.saturating_add(1);
    // The rest of an address or a site says what it is.
    let point = scene.mark(next) == Some('.') && scene.is(next.saturating_add(1), Shape::Word);
    let file = matches!(scene.mark_before(at), Some('_'));
    let site = matches!(scene.mark_before(at), Some('@' | '.')) || point && !file;
    let sticks = matches!(scene.mark(next), Some('@')) || scene.is(next, Shape::Word);
    let apart = !matches!(scene.before(at).map(|t| t.shape), Some(Shape::Word | Shape::Digits));
    let span = Span { first: at, last };
    (apart && !site && !sticks)
        .then(|| Sighting::new(scene.range(span), 0).because("account-shape", "", 13))
}

/// An account in capitals behind a word that says so: "account HBAKKER", "mutatie door: KLAASJ".
fn in_capitals(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let word = scene.word(at);
    let sound = (5..=12).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    if !sound || nobody(word) || !holds_name(word) {
        return None;
    }
    let decibans = by(scene, at)?;
    let span = token(scene, at)?;
    Some(Sighting::new(scene.range(span), 0).because("account-word", "", decibans))
}

/// Whether it stands between brackets behind the name that it is made of: `Hans Bakker (hbakker)`.
fn behind_name(scene: &Scene<'_>, at: usize) -> Option<&'static str> {
    let open = at.checked_sub(1).filter(|open| scene.mark(*open) == Some('('))?;
    let closed = scene.mark(token(scene, at)?.last.saturating_add(1)) == Some(')');
    let name = open.checked_sub(2).filter(|name| scene.is_capital(*name) && closed)?;
    let user = scene.word(at);
    let surname = scene.word(name).to_lowercase();
    let whole = surname.len() >= 3 && user.len() > surname.len() && user.contains(&surname);
    // Cut off at eight letters: "Venkataraman (svenkata)".
    let tail = user.get(1..).filter(|tail| tail.len() >= 4);
    (whole || tail.is_some_and(|tail| surname.starts_with(tail))).then_some("account-shape")
}

/// A name that is an account, right behind the time at the start of a line.
fn in_log(scene: &Scene<'_>, at: usize) -> Option<i32> {
    let minute = at.checked_sub(2)?;
    // "10:11 INFO jverbeek"
    let level = matches!(scene.word(minute), "INFO" | "WARN" | "ERROR" | "DEBUG" | "AUDIT");
    let minute = if level { minute.checked_sub(2)? } else { minute };
    let timed = scene.is(minute, Shape::Digits)
        && matches!(scene.mark_before(minute), Some(':' | '.'))
        && scene.is(at.saturating_sub(1), Shape::Space)
        && scene.is(minute.saturating_add(1), Shape::Space);
    if !timed || !dated(scene, at) {
        return None;
    }
    let last = token(scene, at)?.last;
    let user = scene.slice(scene.range(Span { first: at, last }));
    // "12-03 10:11 sync_zaken:" speaks, "12-03-2024 10:11 jverbeek" has the line for itself.
    let next = last.saturating_add(1);
    let spaced = next.saturating_add(usize::from(scene.word(next) == " "));
    let speaks = scene.mark(spaced) == Some(':');
    let alone = scene.token(next).is_none_or(|token| token.shape == Shape::Line);
    let stamped = || stamped(scene, at) && !user.contains('-');
    // "11-04 10:24 p.bakkes"
    let initial = user.len() >= 6 && user.as_bytes().get(1) == Some(&b'.');
    let made = holds_name(user)
        || initial && stamped()
        || (speaks || alone) && stamped() && (user.contains('_') || begins_oddly(user));
    made.then_some(8)
}

/// The next of a row of accounts: `Watchers: okuipers, pvandalen`, `["abloemer", "fhaile"]`.
fn in_row(scene: &Scene<'_>, at: usize) -> Option<i32> {
    let last = scene.last_listed().filter(|last| *last < at)?;
    let mut comma = false;
    for index in last.saturating_add(1)..at {
        match scene.mark(index) {
            Some(',') if !comma => comma = true,
            Some('"' | '\'') => {}
            None if scene.word(index) == " " => {}
            _ => return None,
        }
    }
    let user = scene.slice(scene.range(token(scene, at)?));
    (comma && is_made(scene, at) && !user.contains('-')).then_some(8)
}

/// Whoever is called with an @ by an account that is made of a name: `@wtebrake`.
fn called(scene: &Scene<'_>, at: usize) -> Option<i32> {
    let sound = scene.mark_before(at) == Some('@') && is_made(scene, at);
    sound.then_some(8)
}

/// Who wrote in a thread, before the date: `#5 slindebo 06-03-2023 11:05`.
fn in_thread(scene: &Scene<'_>, at: usize) -> Option<i32> {
    let number = at.checked_sub(2).filter(|_| scene.word(at.saturating_sub(1)) == " ")?;
    let hash = number.checked_sub(1).filter(|hash| scene.mark(*hash) == Some('#'))?;
    let opens = hash.checked_sub(1).is_none_or(|line| scene.is(line, Shape::Line));
    (opens && scene.is(number, Shape::Digits) && date_behind(scene, at)).then_some(10)
}

/// An account between square brackets on a line that starts with a date: `INFO [tgroenewoud]`.
fn in_brackets(scene: &Scene<'_>, at: usize) -> Option<i32> {
    let open = at.checked_sub(1).filter(|open| scene.mark(*open) == Some('['))?;
    let closed = scene.mark(token(scene, at)?.last.saturating_add(1)) == Some(']');
    (closed && dated(scene, open) && is_made(scene, at)).then_some(8)
}

/// Whether a date and a time stand before a token, and nothing else on its line.
fn stamped(scene: &Scene<'_>, at: usize) -> bool {
    let line = (0..at).rev().take(24).take_while(|index| !scene.is(*index, Shape::Line));
    let (mut groups, mut words) = (0_usize, 0_usize);
    for index in line {
        groups = groups.saturating_add(usize::from(scene.is(index, Shape::Digits)));
        words = words.saturating_add(usize::from(scene.is(index, Shape::Word)));
    }
    groups >= 4 && words == 0
}

/// Who owns a file in a list of them: `-rw-r--r-- 1 jansenp users`.
fn owns_file(scene: &Scene<'_>, at: usize) -> Option<i32> {
    let space = at.checked_sub(1).filter(|space| scene.word(*space) == " ")?;
    let start = scene.token(space)?.start;
    let from = scene.text.floor_char_boundary(start.saturating_sub(16));
    let before = scene.slice(from..start).trim_end_matches([' ', '1', '2', '3']);
    let rights = before.get(before.len().checked_sub(10)?..)?;
    let right = |byte: u8| b"rwxsStT-".contains(&byte);
    let sound = matches!(rights.as_bytes(), [b'-' | b'd' | b'l', rest @ ..] if rest.iter().all(|byte| right(*byte)));
    sound.then_some(10)
}

/// Whether it opens a line of `/etc/passwd` or `/etc/group`: `hbakker:x:1000:`.
fn in_passwd(scene: &Scene<'_>, at: usize) -> Option<&'static str> {
    let opens = scene.before(at).is_none_or(|token| token.shape == Shape::Line);
    let end = scene.token(token(scene, at)?.last)?;
    let from = end.start.saturating_add(end.len());
    let rest = scene.text.get(from..)?.strip_prefix(":x:")?;
    (opens && rest.starts_with(|c: char| c.is_ascii_digit())).then_some("account-shape")
}

/// Whether the account itself says what it is.
fn service(scene: &Scene<'_>, at: usize) -> Option<&'static str> {
    let joined = matches!(scene.mark(at.saturating_add(1)), Some('_' | '-'));
    (joined && matches!(scene.word(at), "svc" | "adm" | "srv" | "sa" | "dba"))
        .then_some("account-shape")
}

/// Whether it is a letter or two and a surname that the document knows: `rboersma`, `kvdmeer`.
fn of_name(scene: &Scene<'_>, at: usize) -> Option<&'static str> {
    let word = scene.word(at);
    let sound = word.len() >= 6 && word.is_ascii() && !scene.traits(at).has(NAMES);
    if !sound || in_dictionary(word) || scene.mark(at.saturating_add(1)) == Some('@') {
        return None;
    }
    let is_name = |surname: &str| surname.len() >= 4 && scene.names.is_part(surname);
    let known = |from: usize| {
        let rest = word.get(from..).unwrap_or_default();
        let mut rest = ["vander", "vanden", "vande", "vd", "van", "de", ""]
            .into_iter()
            .filter_map(|infix| rest.strip_prefix(infix));
        rest.any(is_name)
    };
    // oyelarant
    let turned = || word.get(..word.len().saturating_sub(1)).is_some_and(is_name);
    ((1..=2).any(known) || turned()).then_some("account-shape")
}

/// Words behind which an account stands, with a colon or the like between.
const LABELS: [&str; 31] = [
    "watchers",
    "watcher",
    "assignee",
    "reporter",
    "requester",
    "identity",
    "actor",
    "members",
    "accounts",
    "users",
    "gebruikers",
    "gebruiker",
    "user",
    "account",
    "uid",
    "owner",
    "door",
    "by",
    "behandelaar",
    "login",
    "createdby",
    "modifiedby",
    "updatedby",
    "changedby",
    "lastmodifiedby",
    "openedby",
    "closedby",
    "aangemaaktdoor",
    "gewijzigddoor",
    "eigenaar",
    "medewerker",
];

/// What is done to a file, before "door" and "by".
const DONE: &str = "reg gewijzigd aangemaakt geopend ingezien bewerkt toegevoegd verwijderd opgeslagen \
    gemuteerd ingevoerd geregistreerd opgevoerd afgehandeld gesloten geraadpleegd vrijgegeven \
    gekopieerd gedownload afgedrukt geprint ingelogd mutatie modified created updated edited opened deleted closed \
    changed viewed saved exported ingelezen verwerkt uitgevoerd aangevraagd goedgekeurd gewist gemaakt \
    samengesteld gegenereerd verzonden executed created approved requested";

/// How much the word before says that an account follows.
fn by(scene: &Scene<'_>, at: usize) -> Option<i32> {
    let (mut colon, mut wide) = (false, false);
    let mut index = at.checked_sub(1)?;
    for _ in 0..7 {
        match scene.token(index)?.shape {
            Shape::Word => break,
            // "Inlognaam        w.hoogeveen1", as forms align it.
            Shape::Space => wide |= scene.word(index).len() > 2,
            Shape::Mark => match scene.mark(index) {
                Some(':' | '=' | '>') => colon = true,
                Some('"' | '\'') => {}
                _ => return None,
            },
            _ => return None,
        }
        index = index.checked_sub(1)?;
    }
    let word = scene.word(index);
    let is = |list: &[&str]| list.iter().any(|known| word.eq_ignore_ascii_case(known));
    let named = scene.named_by(index).is_some() || identifier(scene, index);
    // "gemaakt door chauffeur Lammert Boelens"
    let next = at.saturating_add(1);
    let leads = scene.word(next) == " " && scene.is_capital(next.saturating_add(1));
    if !colon && leads && !is_made(scene, at) {
        return None;
    }
    if wide {
        let label = named || is(&["behandelaar", "gebruiker", "account", "eigenaar", "user"]);
        return (label && is_made(scene, at)).then_some(10);
    }
    match colon {
        true if is(&["als"]) => account_before(scene, index).then_some(12),
        true if is(&["export", "uitdraai", "afdruk", "print", "printed", "exported"]) => {
            is_made(scene, at).then_some(10)
        }
        true => {
            let equal = scene.mark(index.saturating_add(1)) == Some('=') && is(&["van", "aan"]);
            let staff = word.len() > 10 && word.ends_with("medewerker");
            (named || staff || is(&LABELS) || equal && is_made(scene, at)).then_some(12)
        }
        false if named => Some(10),
        // "de gebruiker beheert" says nothing.
        false if is(&["gebruiker", "user", "account", "login"]) => is_made(scene, at).then_some(8),
        false if is(&["is", "als", "as"]) => {
            (account_before(scene, index) && is_made(scene, at)).then_some(10)
        }
        false if is(&["door", "by"]) && done_before(scene, index) => Some(10),
        false if is(&["door", "by"]) && date_behind(scene, at) && done_far(scene, index) => {
            Some(10)
        }
        false if is(&["door", "by"]) && is_made(scene, at) && done_far(scene, index) => Some(8),
        false => (is(&["door", "by", "from"]) && dated(scene, at)).then_some(10),
    }
}

/// Whether a word is made as accounts are: of a name, or with digits or points in it.
fn is_made(scene: &Scene<'_>, at: usize) -> bool {
    let user = token(scene, at).map(|span| scene.slice(scene.range(span))).unwrap_or_default();
    holds_name(user) || begins_oddly(user) || user.contains(|c: char| !c.is_ascii_alphabetic())
}

/// What Dutch and English words start with, of two consonants.
const ONSETS: &str = "bl br ch cl cr dr dw fj fl fr gh gl gn gr kl km kn kr kw ph pl pn pr ps qu rh sc sf \
    sh sj sk sl sm sn sp sq sr st sw sz th tj tr ts tw vl vr wh wr xl zw";

/// Whether a word starts with two consonants that start none: the first letter is one of a first
/// name, `bgrosskopf`.
fn begins_oddly(user: &str) -> bool {
    let start = user.get(..2).unwrap_or_default();
    let consonants =
        start.bytes().all(|byte| byte.is_ascii_lowercase() && !b"aeiouy".contains(&byte));
    user.len() >= 5
        && consonants
        && start.len() == 2
        && !ONSETS.split_ascii_whitespace().any(|onset| onset == start)
        && user.bytes().skip(1).any(|byte| b"aeiouy".contains(&byte))
}

/// Whether it is the second half of `User ID` or `gebruikers-id`.
fn identifier(scene: &Scene<'_>, index: usize) -> bool {
    let half =
        ["id", "naam", "name", "code"].iter().any(|h| h.eq_ignore_ascii_case(scene.word(index)));
    let first = index.checked_sub(2).map(|first| scene.word(first)).unwrap_or_default();
    let first = first.to_ascii_lowercase();
    half && matches!(
        first.as_str(),
        "user" | "gebruikers" | "gebruiker" | "login" | "account" | "inlog"
    )
}

/// Whether "account" stands right before a word.
fn account_before(scene: &Scene<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(2) else { return false };
    let known = ["account", "login", "ingelogd", "aangemeld", "inloggen"];
    let word = scene.word(before);
    scene.named_by(before).is_some() || known.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether "gewijzigd" or the like stands right before a word, or what was, before its date.
fn done_before(scene: &Scene<'_>, index: usize) -> bool {
    let done = |index: usize| {
        let word = scene.word(index);
        DONE.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word))
    };
    let Some(before) = index.checked_sub(2) else { return false };
    let number = scene.is(before, Shape::Digits);
    done(before) || number && (before.saturating_sub(14)..before).any(done)
}

/// Whether what was done stands some words before on the same line: "gegenereerd uit Decos door".
fn done_far(scene: &Scene<'_>, index: usize) -> bool {
    let line = (0..index).rev().take(16).take_while(|index| !scene.is(*index, Shape::Line));
    line.into_iter().any(|index| {
        let word = scene.word(index);
        DONE.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word))
    })
}

/// Whether a date stands right behind an account, with "op" or a comma between.
fn date_behind(scene: &Scene<'_>, at: usize) -> bool {
    let Some(span) = token(scene, at) else { return false };
    let behind = span.last.saturating_add(1)..span.last.saturating_add(6);
    let digits = behind.take_while(|index| {
        scene.is(*index, Shape::Space)
            || matches!(scene.mark(*index), Some(',' | '(' | '|' | '-'))
            || matches!(scene.word(*index), "op" | "on" | "d" | "dd" | "at" | "om")
    });
    let next = digits.last().map_or(span.last, |last| last).saturating_add(1);
    scene.is(next, Shape::Digits) && !scene.is(next.saturating_add(1), Shape::Space)
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

#[cfg(test)]
mod tests {
    use crate::detect::{Surroundings, detect};

    fn seen(text: &str) -> Vec<&str> {
        let hits = detect(text, &Surroundings::default()).into_iter();
        let hits = hits.filter(|hit| hit.kind.id == "user-name");
        hits.map(|hit| &text[hit.range]).collect()
    }

    #[test]
    fn what_somebody_known_signs_in_with_is_seen_everywhere() {
        let text = "Petra Bakker belde. lijst_pbakker.xlsx staat op WS-PBAKKER-02";
        assert_eq!(seen(text), ["pbakker", "PBAKKER"]);
        assert_eq!(seen("Gesprek met Hans Tomp.\nhtomp2 aangemaakt"), ["htomp2"]);
        assert!(seen("Gesprek met Petra Bakker, bakker, over bakkerp@example.nl").is_empty());
        let log = "10:11:03 user=qverhoev in\n10:12:09 naar qverhoev en qverhoev2";
        assert_eq!(seen(log), ["qverhoev", "qverhoev", "qverhoev2"]);
        assert_eq!(seen("12-03-2024 10:11 INFO  [tgroenewoud] ingelogd"), ["tgroenewoud"]);
    }

    #[test]
    fn columns_of_accounts_are_headed_in_many_ways() {
        assert_eq!(seen(r#"{"persNr":"P0091","lg":"rlavri"}"#), ["P0091", "rlavri"]);
        let export = "nr;omschrijving;toegewezen aan\n1;\"lek; dak\";qvoerd\n2;\"deur\";Bakker BV\n\
            3;\"raam\";xlompert\n";
        assert_eq!(seen(export), ["qvoerd", "xlompert"]);
    }
}
