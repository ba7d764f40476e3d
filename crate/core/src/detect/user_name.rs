//! Names with which people sign in, as paths, accounts and labels show them.

mod path;
mod signed;
mod social;

use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Side, Span};
use super::sighting::{Sighting, Weights};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};
use path::folder;
use signed::{cell, coded, is_account, signed};

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
        personeelsnummer medewerkernummer medewerkernr persnummer stamnummer \
        employeenumber employeeid dienstnummer dienstnr personeelsnr persnr werknemernummer werknemersnummer werknemernr \
        medewerkersnummer personeelsnummers samaccountname netwerknaam loginid accountname \
        inlogcode gebruikerscode gebruikercode medewerkercode behandelaarcode behandelaarscode \
        raadpleger dnr",
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
        "Inlognaam  [jdvries]",
        "User ID = [pdgroot], gebruikers-id [hb0421]",
        "Gewijzigd door [pdgroot] op 12-03-2024",
        "Laatst gewijzigd: 12-03-2024 10:11 door [pdgroot]",
        r"ad\[hbakkers]",
        "Hans Bakker ([hbakker])",
        "account [HBAKKER] is geblokkeerd",
        r#""createdBy": "[hbakkers]", <user>[hbakkers]</user>"#,
        "12-03-2024 10:11 [hbakker] dossier geopend",
        "p-nummer: [p104882]",
        "medewerker [m104882]",
        "linkedin.com/in/[hans-bakkers-12]",
        "Aangemeld als: [jklaassen]",
        "pers.nr. [1042331], dienst-nr: [104233]",
        "proces-verbaal van boa [104233]",
        "-rw-r--r-- 1 [jansenp] users 12 nota.odt",
        "ingelezen door [jverbeek]",
        "export: [jverbeek] 12-03-2024 10:11",
        "gegenereerd uit Decos door [jverbeek] op 12-03-2024",
        "lijst aangemaakt door [X1042331]",
        "Inlognaam        [w.hoogeveen1]",
        "(medewerker balie [ABC10423], 12-03-2024)",
        "toezichthouder nr. [10423], DNR [41240]",
        "[hbakkers]:x:1000:1000::/home/[hbakkers]:/bin/bash",
        "session opened for user [hbakkers](uid=1000) by",
        "Watchers: [okuipers], [pvandalen], [nwinarsk]",
        "#5 [slindebo] 06-03-2023 11:05 verwerkt",
        "@[wtebrake] graag, en @piet",
        "Swaroop Venkataraman ([svenkata])",
        "user=[e.tulleken] van=[a.bozkurt] aan=[ciso_team]",
        "instagram.com/[petra.jansen] en https://www.tiktok.com/@[petra_j]",
        "fb.com/[lindaverhoef87], https://x.com/[petrajansen]/status/12345678901234567",
        "insta: [linda.verhoef_], haar snap is [tirzaaa.x]",
        "Controleur  [pc0417], medew. [bz014] (dienstnr. [NN114402])",
        "Hoormedewerker: [hm_vdkroon]",
        "Gebruikersnaam\n[anhthu93]\nWachtwoord",
        "Gebruikersnaam portaal\n[anhthu93]",
        "12-03 10:11 [sync_zaken]: klaar\n12-03-2024 10:12 [lwoerden] : gezien",
    ],
    ignores: &[
        r"C:\Users\Public\Documents",
        r"C:\Program Files\App",
        "https://www.example.nl/home/contact",
        "https://example.nl/users/lijst",
        r"AC\DC",
        r"src\main\java",
        r"C:\Program Files\Microsoft Office\winword.exe",
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
        "gewijzigd door kabinet",
        "account DigiD, gebruiker SAP",
        r"zie\textbf{tekst} en links\rechts",
        "14-03-2024 10:11 vergadering geopend",
        "Jan de Boer (boer)",
        "account aangemaakt; de gebruiker beheert",
        "medewerker 104882",
        "export: gegevens 12-03-2024",
        "opgesteld door afdeling op 12-03-2024",
        "boa nr. 12, 10:11 pauze",
        "gemaakt door chauffeur Lammert Boelens",
        "#5 besluit 06-03-2023",
        "12-03-2024 10:11 vergadering\n12-03-2024 10:11 geopend",
        "gebeld door: mevr Bakker, alarm hersteld door storingsdienst",
        "twitter.com/intent/tweet, instagram.com/gemeentedelft, facebook.com/sharer.php",
        "Instagram: @gemeentedelft, volg ons op insta. Dank",
        "Gebruikersnaam\nWachtwoord\n",
        "inspecteur nr123",
    ],
};

/// Folders there that belong to nobody.
const NOBODY: &str = "\
    public default all administrator admin guest shared user username users gebruiker gebruikersnaam \
    openbaar wachtwoord password name naam ubuntu root runner build jenkins www vagrant node app \
    localservice networkservice systemprofile desktop documents home onbekend your uw de het is en \
    of met in voor via wordt niet kan invullen invoeren email e emailadres mail adres vergeten";

/// Whether a cell has the shape of a user name, in a column of them.
pub(super) fn fills_column(value: &str) -> bool {
    is_account(value)
}

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if scene.mark(at) == Some('\\') {
        return account(scene, at);
    }
    if scene.is(at, Shape::Digits) {
        return staff(scene, at);
    }
    let signed = || coded(scene, at).or_else(|| signed(scene, at));
    if let Some(sighting) = cell(scene, at).or_else(signed) {
        return Some(sighting);
    }
    if let Some(sighting) = social::told(scene, at).or_else(|| below(scene, at)) {
        return Some(sighting);
    }
    let next = at.saturating_add(1);
    match scene.mark(next) {
        Some('-') if matches!(scene.word(at), "S" | "s") => security(scene, at),
        Some('\\' | '/' | '$') => folder(scene, at, next),
        Some(':' | '=') => labelled(scene, at, next),
        None if scene.is(next, Shape::Space) && is_colon(scene, next.saturating_add(1)) => {
            labelled(scene, at, next.saturating_add(1))
        }
        _ => number(scene, at),
    }
}

fn is_colon(scene: &Scene<'_>, index: usize) -> bool {
    matches!(scene.mark(index), Some(':' | '='))
}

/// The number of an employee, behind a word that says so.
fn staff(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let span = Span { first: at, last: at };
    let own = officer(scene, at) || shortened(scene, at) || signed::is_field(scene, at);
    if own && scene.starts_apart(at) && scene.ends_apart(at) {
        let sighting = Sighting::new(scene.range(span), 0);
        return Some(sighting.because("account-word", "", 10));
    }
    let Near::Word(Role::Names, word, side) = scene.near_within(span, 25) else { return None };
    let numbers = word.contains("nummer") || word.contains("nr") || word.starts_with("employee");
    let apart = scene.starts_apart(at) && scene.ends_apart(at);
    (numbers && apart && side != Side::List).then(|| {
        let sighting = Sighting::new(scene.range(span), 0);
        sighting
            .near(Near::Word(Role::Names, word, side), Weights { names: 12, hints: 0, against: 0 })
    })
}

/// Whether a number is that of somebody who enforces the law: `boa 104233`, `toezichthouder nr.
/// 104233`.
fn officer(scene: &Scene<'_>, at: usize) -> bool {
    let Some(mut space) = at.checked_sub(1).filter(|space| scene.word(*space) == " ") else {
        return false;
    };
    let mut numbered = false;
    for _ in 0..2 {
        let dot = space.saturating_sub(usize::from(scene.mark_before(space) == Some('.')));
        let colon = usize::from(scene.mark_before(dot) == Some(':'));
        let Some(word) = dot.saturating_sub(colon).checked_sub(1) else { return false };
        match scene.word(word) {
            "nr" | "nummer" | "no" => {
                // "BOA-nr: 104233"
                (numbered, space) = (true, word.saturating_sub(1));
            }
            word => {
                return signed::enforces(word, numbered) && (4..=6).contains(&scene.word(at).len());
            }
        }
    }
    false
}

/// Whether the word before a number is shortened in two halves: `pers.nr. 104233`.
fn shortened(scene: &Scene<'_>, at: usize) -> bool {
    let words = (0..at).rev().take(8).filter(|index| scene.is(*index, Shape::Word));
    let mut words = words.map(|index| (index, scene.word(index)));
    let (Some((second, nr)), Some((first, word))) = (words.next(), words.next()) else {
        return false;
    };
    let near = at.saturating_sub(second) <= 4 && second.saturating_sub(first) == 2;
    let number = ["nr", "nummer", "no"].iter().any(|known| known.eq_ignore_ascii_case(nr));
    let staff = ["pers", "personeels", "dienst", "medew", "werkn", "stam"];
    let joined = matches!(scene.mark(first.saturating_add(1)), Some('.' | '-'));
    near && number && joined && staff.iter().any(|known| known.eq_ignore_ascii_case(word))
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
    // "Microsoft Office\winword.exe" is a program.
    let program = [".exe", ".dll", ".bat", ".cmd", ".ini", ".msi", ".log"];
    let program = program.iter().any(|end| user.to_ascii_lowercase().ends_with(end));
    if !free || path || program || !shape || !letters || nobody(user) {
        return None;
    }
    let host = scene.slice(scene.range(domain));
    let braced = matches!(scene.mark(span.last.saturating_add(1)), Some('{' | '['));
    let capitals = !host.bytes().any(|byte| byte.is_ascii_lowercase());
    let near = scene.near(Span { first: domain.first, last: span.last });
    let known = matches!(near, Near::Word(..));
    let decibans = match (claim, capitals, known) {
        (true, ..) => 20,
        (_, true, _) if host.len() >= 3 || is_account(user) => 8,
        (_, _, true) => -4,
        (_, false, _) if (2..=8).contains(&host.len()) && is_account(user) && !braced => 6,
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

/// What stands on the line below a label that has its line for itself: `Gebruikersnaam` and
/// `anhthu93` under it. A word may stand behind the label: `Gebruikersnaam portaal`.
fn below(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let label = scene.named_by(at)?;
    let mut line = at.saturating_add(1);
    if scene.word(line) == " " && scene.is(line.saturating_add(1), Shape::Word) {
        line = line.saturating_add(2);
    }
    let opens = at.checked_sub(1).is_none_or(|before| scene.is(before, Shape::Line));
    let one = scene.is(line, Shape::Line) && scene.word(line).matches('\n').count() == 1;
    if !opens || !one {
        return None;
    }
    let span = signed::token(scene, line.saturating_add(1))?;
    let next = span.last.saturating_add(1);
    let alone = scene.token(next).is_none_or(|token| token.shape == Shape::Line);
    (alone && is_account(scene.slice(scene.range(span)))).then(|| {
        let near = Near::Word(Role::Names, label, Side::Before);
        let weights = Weights { names: 12, hints: 0, against: 0 };
        Sighting::new(scene.range(span), 0).near(near, weights)
    })
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
    let letter = scene.word(at).len() == 1 && "pkuxmPKUXM".contains(scene.word(at));
    let length = (5..=7).contains(&scene.word(digits).len());
    let apart = scene.starts_apart(at) && scene.ends_apart(digits);
    if !letter || !length || !apart || !scene.is(digits, Shape::Digits) {
        return None;
    }
    let span = Span { first: at, last: digits };
    let sighting = Sighting::new(scene.range(span), -14).because("employee-number", "", 0);
    if scene.lettered(at, "p", &["nummer", "nr", "nummers"]) {
        return Some(sighting.because("letter-number", "", 32));
    }
    let close = (at.saturating_sub(3)..at).any(|index| {
        matches!(scene.word(index), "medewerker" | "Medewerker" | "gebruiker" | "Gebruiker")
    });
    let hints = if close { 22 } else { 14 };
    Some(sighting.near(scene.near(span), Weights { names: 32, hints, against: 0 }))
}

fn nobody(name: &str) -> bool {
    let first = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // "e.jansen" starts with a letter of a name.
    let initial = first.len() == 1 && name.len() > 1;
    first.is_empty()
        || !initial && NOBODY.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(first))
}
