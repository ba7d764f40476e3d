//! Dates of birth.

use super::date::{self, Date};
use super::lexicon::Role;
use super::scan::Shape;
use super::scene::{Near, Scene, Side, Span};
use super::sighting::{Sighting, Weights};
use super::words::NAMES;
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// A date, in any notation, behind a word that says it is one of birth, or in a column or field
    /// of that name. Other dates are no finding.
    BIRTH_DATE = "birth-date", Medium; {
        nl: {
            title: "Geboortedatum",
            what: "Hier staat een geboortedatum.",
            why: "Met een naam of postcode erbij is vaak duidelijk om wie het gaat.",
            advice: "Haal de datum weg, of noem alleen de leeftijd.",
        },
        en: {
            title: "Date of birth",
            what: "There is a date of birth here.",
            why: "Together with a name or postcode it often shows who someone is.",
            advice: "Take the date out, or give only the age.",
        },
    }
}

/// Finds dates of birth.
pub(super) static DETECTOR: Detector = Detector {
    kind: &BIRTH_DATE,
    triggers: &[Trigger::Digits(1, 8), Trigger::Word],
    names: "\
        geboren geboortedatum geboortedata geboortedag geb gebd gebdatum gebdat gebdtm geborene \
        verjaardagskalender verjaardagen verjaardagslijst jarigen \
        verjaardag jarig dob birth birthdate birthday born dateofbirth geboorte geboorteplaats",
    hints: "",
    against: &["begonnen dagtekening verzonden ontvangen"],
    judge,
    finds: &[
        "geboren op [3 mei 1970] te Utrecht",
        "Geboortedatum: [03-05-1970]",
        "geb. [3/5/70]",
        "Geb.datum: [3-5-1970]",
        "geboorte-datum [03-05-1970]",
        "(geb. te Utrecht, [3.5.1970])",
        "geboortedatum [1970-05-03]",
        "Date of birth: [May 3, 1970]",
        "gebdatum [19700503]",
        "born on [3 May 1970]",
        "Geboren: [03 05 1970]",
        "[03-05-1970] (geboortedatum)",
        "geb.datum: [03-05-1970]",
        "Geboorteplaats en -datum: Utrecht, [3 mei 1970]",
        "geboren [3-5-'70] te Utrecht",
        "geboren op [05/23/1970]",
        "Date of birth [12 MRT/MAR 1980]",
        "Petra Jansen *[12-03-1980]",
        "Petra Jansen (°[12-03-1980])",
        "Petra Jansen ([12-03-1980]), leerling",
        "dhr. A.B. Jansen ([12-03-1980])",
        "geboren op [3 mei 1970] en [4 juni 1972]",
        "geboren [3 mei 1970], overleden 4 juni 2020",
        "naam;geboren;sinds\nPetra;[12-03-1980];1-4-2024\nJan;[13-03-1980];1-5-2024",
        "* Haaksbergen, [14 februari 1938]",
        "Jansen, Petra - [12-4-1990]",
        "met haar zoon ([12-3-2014]) en haar dochter Fenna ([4-5-2016]) in huis",
        "Betreft: J.A. Jansen, [31-12-1979], BSN volgt",
        "dat op [drie mei negentienhonderdtachtig] te Utrecht uit de moeder is geboren een zoon",
        "geboren te Utrecht op [twaalf maart negentienhonderdtachtig]",
        "geboren op [drie en twintig mei tweeduizend een]",
        "Betreft: Petra Jansen, [08-08-2007]",
        "Cliënt: mw. P. Jansen-Bakker   ([14.11.1936])   zaal 2",
        "Jansen, Petra, v, [22-05-1969], kamer 4",
        "student D. d.o.b. __ [2003-05-01] __ en geb. d.d. [12-3-80]",
        "hij is van [21 maart '01]. Ik ben van [12 november 1964]",
        "geb. [3 dec '76] te Utrecht, geb   [1 febr. 1950]",
        "k. 1  mw. Vliegendehond (*[8.8.31])",
        "* Saparua [2 mei 1915], verpleegster",
        "kinderen: ilyas *[9.1.05], nora *[30.11.08]",
        "Petra Jansen, [30-07-1955]    hond",
        "geboortedatum [19051987]",
        "gebd. [03-04-1953]",
        "man 71j gb [030453] bsn volgt",
        "geb. [030453]",
        "geboren op 3 mei te Utrecht, geboren op [3 mei\n1911]",
        "geboren [4-2-1889]",
        "Harm Jansen *[4.2.1889] te Utrecht",
        "geboren den [8sten juni 1944]",
        "Geb.\n[01-01-1979]\n[14-06-1961]\n[11-01-1999]",
        "Naam\nGeboortedatum\nWoonplaats\nJan Jansen\n[12-12-1954]\nSneek\n€ 250\nPiet Bakker\n[01-01-1993]\nSneek",
        "Verjaardagskalender\nPetra [4 jan '16]\nJan [30/4/16]",
        "Jansen, Petra F [1989-08-05] BSN/volgt",
        "de vader ([14-8-76]) meldt zich",
        "Petra Jansen, minderjarig ([8 aug 2011])",
    ],
    ignores: &[
        "op 3 mei 1970",
        "03-05-1970",
        "geboren in 1970",
        "Er zijn 12 kinderen geboren. Op 3 mei 2021 vroeg de Kamer",
        "geboren op 31-02-1970",
        "geboren op 3 mei 2970",
        "geb. 12-34-5678",
        "Datum: 3 mei 2021",
        "geboren te Utrecht, brief van 3 mei 2021",
        "Geboren: ja\nDatum: 3 mei 2021",
        "geboren in Utrecht, d.d. 3 mei 2021",
        "geboren te Utrecht, op 3 mei 1995 getrouwd met een ander",
        "01.03.10 Geboortedatum",
        "Geboren werden op 3 mei 12 kinderen",
        "De Raad (12-03-2024) vindt dat",
        "*12-03-2024 gewijzigd",
        "* Utrecht, 14 februari 2023: overleg",
        "Besluit Jansen - 12-4-1990 en verder",
        "op twaalf maart negentienhonderdtachtig",
        "Gezien: Petra Jansen, 08-08-2007",
        "Petra Jansen 06-10-2013 123456789",
        "Jan Jansen, 03-04-2020\nPetra Jansen, 05-06-2021",
        "16 GB 030453",
        "Geboortedatum (dd-mm-jjjj), zoals 01-01-1970",
        "geb. 994553",
        "Het besluit is van 21 maart 2001",
        "birth certificate?\n[16/08/2022, 08:42:05] ask",
    ],
};

const WEIGHTS: Weights = Weights { names: 24, hints: 0, against: -20 };

/// How far from the word a date may be.
const REACH: usize = 60;

/// Words right before a date that say what other date it is.
const OTHERS: &str = "\
    dd dated brief mail bericht uitspraak vonnis besluit beschikking aanvraag getrouwd gehuwd \
    huwelijk trouwde huwde gescheiden overleden overlijden overlijdensdatum ondertekend getekend \
    sinds vanaf per tot ingang verzonden ontvangen opgemaakt afgegeven uitgegeven verlopen verloopt \
    geldig issued signed valid expires expiry died married deceased datum date dagtekening \
    afgiftedatum startdatum einddatum ingangsdatum besluitdatum afspraak zitting verhuisd \
    vertrokken gevestigd contract since until zoals bijvoorbeeld bijv voorbeeld";

/// Words right behind a date that say so.
const OTHERS_BEHIND: &str = "\
    getrouwd gehuwd overleden verhuisd ondertekend gescheiden married died deceased vertrokken";

/// Words that may follow a year of two digits; behind another word it is a number of things.
const GOES_ON: &str = "te in en of is was heeft woont wonende met bij als uit op geboren at and";

/// The youngest year that a name alone makes one of birth: later dates at names are mostly of texts.
const GROWN: u32 = 2008;

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if let Some(sighting) = serial(scene, at).or_else(|| six(scene, at)) {
        return Some(sighting);
    }
    let Date { span, digits } = date::at(scene, at)?;
    let not = is_field_number(scene, span) || is_count(scene, span) || is_moment(scene, span);
    if not {
        return None;
    }
    let sighting = Sighting::new(scene.range(span), -2).because("date", "", 0);
    if is_shortened(scene, span.first) {
        return Some(sighting.because("word-near", "geb", 24));
    }
    if is_of_year(scene, span) {
        return Some(sighting.because("word-near", "van", 10));
    }
    if is_other(scene, span) {
        return None;
    }
    // Eight digits in a row are many things.
    let sighting = if digits { sighting.because("digits-8", "", -4) } else { sighting };
    let near = match scene.near_within(span, REACH) {
        Near::Word(Role::Names, _, Side::Before) if is_spent(scene, span.first) => {
            scene.listed_near(span)
        }
        near => near,
    };
    let sound = match near {
        Near::Word(Role::Names, _, Side::Before) => reaches(scene, span.first),
        Near::Word(Role::Names, NAMED, Side::List) => is_stacked(scene, span),
        Near::Word(Role::Names, _, Side::List) => {
            is_stacked(scene, span) || goes_on(scene, span.first)
        }
        Near::Word(Role::Names, _, Side::After) => !has_own(scene, span.last),
        Near::Word(Role::Names, _, Side::Label) => true,
        _ => false,
    };
    match sound {
        true => Some(sighting.near(near, WEIGHTS)),
        // "op drie mei negentienhonderd is te Utrecht … geboren", as deeds have it.
        false if scene.is(at, Shape::Word) && born_behind(scene, span.last) => {
            Some(sighting.because("word-near", "geboren", 10))
        }
        false => {
            let mut sighting = at_name(scene, span, sighting)?;
            sighting.named = Some(NAMED);
            Some(sighting)
        }
    }
}

/// What is remembered of a date that stands at a name: those below it are in the same list.
const NAMED: &str = "naam";

/// Whether a date ends a line in a list of them: alone below another or below a name, or behind one.
fn is_stacked(scene: &Scene<'_>, span: Span) -> bool {
    let Some(last) = scene.last_listed().filter(|last| line_ends(scene, *last)) else {
        return false;
    };
    let Some(before) = span.first.checked_sub(1).filter(|_| line_ends(scene, span.last)) else {
        return false;
    };
    let lines = (last..span.first).filter(|index| scene.is(*index, Shape::Line)).count();
    match scene.is(before, Shape::Line) {
        true => before == last.saturating_add(1) || is_name(scene, before, 1),
        false => lines <= 2 && is_name(scene, span.first, 1),
    }
}

/// Whether the word for the number of a person stands right behind a date, and a name before.
fn is_numbered(scene: &Scene<'_>, span: Span) -> bool {
    let next = span.last.saturating_add(2);
    scene.is(span.last.saturating_add(1), Shape::Space)
        && scene.word(next).eq_ignore_ascii_case("bsn")
        && is_name(scene, span.first, 2)
}

/// Whether somebody is told to be of this day: `hij is van 21 maart '01`.
fn is_of_year(scene: &Scene<'_>, span: Span) -> bool {
    let Some(van) = span.first.checked_sub(2).filter(|van| scene.word(*van) == "van") else {
        return false;
    };
    let spaced =
        |index: usize| matches!(scene.token(index), Some(token) if token.shape == Shape::Space);
    let before = |index: usize| index.checked_sub(2).filter(|word| spaced(word.saturating_add(1)));
    let Some(is) = before(van).filter(|is| matches!(scene.word(*is), "is" | "ben" | "bent")) else {
        return false;
    };
    let who = before(is).map(|who| scene.word(who).to_lowercase()).unwrap_or_default();
    let year = scene.word(span.last);
    let old = match year.len() {
        4 => year.parse().is_ok_and(|year: u32| (1900..=GROWN).contains(&year)),
        _ => true,
    };
    let person = matches!(who.as_str(), "hij" | "zij" | "ze" | "ik" | "u" | "jij" | "je")
        || is_one_of(KIN, &who)
        || before(is).is_some_and(|who| scene.is_capital(who) && scene.traits(who).has(NAMES));
    old && person
}

/// Whether letters for "date of birth" stand right before a date: `d.o.b.`, `geb. d.d.`.
fn is_shortened(scene: &Scene<'_>, first: usize) -> bool {
    const LETTERS: [&str; 6] = ["d.o.b", "geb. d.d", "geb.d.d", "gebdd", "geboren d.d", "\ng.d"];
    let Some(token) = scene.token(first) else { return false };
    let from = scene.text.floor_char_boundary(token.start.saturating_sub(40));
    let before = scene.slice(from..token.start).to_lowercase();
    let before = before.trim_end_matches(|c: char| " ._:\t".contains(c));
    LETTERS.iter().any(|letters| before.ends_with(letters))
}

/// Whether somebody is born in the same sentence, behind a date in words.
fn born_behind(scene: &Scene<'_>, last: usize) -> bool {
    let behind = last.saturating_add(1)..last.saturating_add(60);
    let sentence = behind.take_while(|index| !matches!(scene.mark(*index), Some('.' | ';')));
    sentence.into_iter().any(|index| scene.word(index) == "geboren")
}

/// A date as workbooks keep it, the days since 1900, in a cell below a header of birth dates.
fn serial(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let span = Span { first: at, last: at };
    let whole = scene.word(at).len() == 5 && scene.text.trim().len() == 5;
    let days: u32 = scene.word(at).parse().ok().filter(|_| whole)?;
    let near = scene.near(span);
    let labelled = matches!(near, Near::Word(Role::Names, _, Side::Label));
    (labelled && SERIALS.contains(&days)).then(|| {
        let sighting = Sighting::new(scene.range(span), -10).because("date", "", 0);
        sighting.near(near, WEIGHTS)
    })
}

/// A day, a month and the end of a year, as six digits that fill a cell below a header of birth dates
/// or the field of a form: `140387`.
fn six(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let span = Span { first: at, last: at };
    let digits = scene.word(at);
    let whole = digits.len() == 6 && scene.text.trim().len() == 6;
    let pair =
        |from: usize| -> Option<u32> { digits.get(from..from.checked_add(2)?)?.parse().ok() };
    let (first, month, last) = (pair(0)?, pair(2)?, pair(4)?);
    let days = 1..=31;
    let day = (days.contains(&first) || days.contains(&last)) && (1..=12).contains(&month);
    if digits.len() != 6 || !day {
        return None;
    }
    let sighting = Sighting::new(scene.range(span), -14).because("date", "", 0);
    let near = scene.near(span);
    let labelled = matches!(near, Near::Word(Role::Names, _, Side::Label));
    if whole && labelled {
        return Some(sighting.near(near, WEIGHTS));
    }
    let label = shortened_word(scene, at)?;
    let apart = scene.starts_apart(at) && scene.ends_apart(at) && (1..=31).contains(&first);
    apart.then(|| sighting.because("word-near", label, 24))
}

/// A short word for "born" right before six digits: `geb. 030453`, `71j gb 030453`.
fn shortened_word<'s>(scene: &Scene<'s>, at: usize) -> Option<&'s str> {
    let gap = |index: &usize| scene.is(*index, Shape::Space) || scene.is(*index, Shape::Mark);
    let word = (0..at).rev().take(4).find(|index| !gap(index))?;
    let said = scene.word(word);
    let number = (0..word).rev().take(2).any(|index| scene.is(index, Shape::Digits));
    let known = matches!(said, "geb" | "Geb" | "gebd" | "geboren") || said == "gb" && !number;
    known.then_some(said)
}

/// The days from 1900 up to 2040, of five digits.
const SERIALS: std::ops::Range<u32> = 10_000..51_000;

/// A date with the sign of birth before it, or right behind a name: `*12-03-1980`, `(12-03-1980)`.
fn at_name(scene: &Scene<'_>, span: Span, sighting: Sighting) -> Option<Sighting> {
    let ends = [span.first, span.last].map(|index| scene.word(index));
    // "ilyas *9.1.05": the sign stands at the date, and a word right before it.
    let at_sign = span.first.checked_sub(1).filter(|sign| scene.mark(*sign) == Some('*'));
    let before = at_sign
        .and_then(|sign| sign.checked_sub(1))
        .filter(|gap| matches!(scene.word(*gap), " " | "("));
    // "mw. Jansen (*8.8.31)": a bracket may stand between.
    let word = before.and_then(|gap| {
        let space = gap.checked_sub(1)?;
        if scene.word(gap) == "(" && scene.word(space) == " " {
            space.checked_sub(1)
        } else {
            Some(space)
        }
    });
    let called =
        word.is_some_and(|word| scene.is(word, Shape::Word) || scene.mark(word) == Some('.'));
    if called && ends.iter().all(|word| word.len() <= 2) {
        return Some(sighting.because("birth-sign", "", 10));
    }
    if is_numbered(scene, span) {
        return Some(sighting.because("name-before", "", 8));
    }
    let mark = span.first.checked_sub(1)?;
    let mark = if scene.word(mark) == " " { mark.checked_sub(1)? } else { mark };
    let behind = scene.mark(span.last.saturating_add(1));
    let closed = matches!(behind, Some(')' | ',' | ';'));
    // "zijn zoon (12-03-2014)", "haar dochter Petra (12-03-2014)", "vader (14-8-76)"
    if scene.mark(mark) == Some('(') && closed && is_kin(scene, mark) {
        return Some(sighting.because("role", "", 10));
    }
    let year: u32 = ends.iter().find(|word| word.len() == 4)?.parse().ok()?;
    // "* Saparua 2 mei 1915", as families are listed.
    if !(1800..=GROWN).contains(&year) {
        return None;
    }
    if behind_place(scene, span.first) {
        return Some(sighting.because("birth-sign", "", 10));
    }
    let sign = scene.mark(mark)?;
    match sign {
        // "J.A. Jansen, 31-12-1979, bsn": and no letter of that day.
        ',' if year < 2000 && behind == Some(',') && is_name(scene, mark, 2) => {
            Some(sighting.because("name-before", "", 8))
        }
        // "Petra Jansen, 30-07-1955" in a cell of a row, of which nothing is that old.
        ',' if year < 1990 && cell_ends(scene, span.last) && is_name(scene, mark, 2) => {
            Some(sighting.because("name-before", "", 8))
        }
        // "Betreft: Petra Jansen, 08-08-2007"
        ',' if line_ends(scene, span.last) && is_name(scene, mark, 2) && is_about(scene, mark) => {
            Some(sighting.because("name-before", "", 8))
        }
        // "Jansen, Petra, v, 22-05-1969"
        ',' if is_sex(scene, mark) => Some(sighting.because("name-before", "", 8)),
        '*' | '°' => {
            let named = is_name(scene, mark, 1);
            Some(sighting.because("birth-sign", "", if named { 22 } else { 10 }))
        }
        // "Jansen, Petra - 12-4-1990" on a line of its own.
        '-' | '–' if line_ends(scene, span.last) && is_name(scene, mark, 2) => {
            Some(sighting.because("name-before", "", 8))
        }
        ',' if behind_place(scene, mark) => Some(sighting.because("birth-sign", "", 10)),
        '(' if closed && is_name(scene, mark, 2) => Some(sighting.because("name-before", "", 8)),
        _ => None,
    }
}

/// Words for those of one family, one of whom is told by the day of birth.
const KIN: &str = "zoon dochter zoontje dochtertje kind kinderen broer zus broertje zusje vader \
    moeder man vrouw echtgenoot echtgenote partner oma opa kleinkind kleinzoon kleindochter \
    minderjarig minderjarige peuter kleuter leerling tweeling tweelingbroer tweelingzus neef nicht \
    neefje nichtje stiefzoon stiefdochter \
    pleegkind pleegzoon pleegdochter baby son daughter child children brother sister father \
    mother wife husband twin";

/// Whether a word for one of a family stands before a bracket, with at most a name between.
fn is_kin(scene: &Scene<'_>, bracket: usize) -> bool {
    for index in (0..bracket).rev().take(8) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Space) => {}
            Some(Shape::Mark) if matches!(scene.mark(index), Some('-' | '\'' | ',')) => {}
            Some(Shape::Word) if is_one_of(KIN, scene.word(index)) => return true,
            Some(Shape::Word)
                if scene.is_capital(index) || super::person::is_small_word(scene.word(index)) => {}
            _ => return false,
        }
    }
    false
}

/// Labels of whom a letter or a file is about.
const ABOUT: &str = "betreft betr inzake onderwerp cliënt client patiënt leerling kind re";

/// Whether the line of a mark opens with a label of whom it is about.
fn is_about(scene: &Scene<'_>, mark: usize) -> bool {
    let line = (0..mark).rev().take(16).take_while(|index| !scene.is(*index, Shape::Line));
    line.into_iter().any(|index| {
        scene.mark(index.saturating_add(1)) == Some(':')
            && is_one_of(ABOUT, &scene.word(index).to_lowercase())
    })
}

/// Whether the letter of a sex stands between two commas, the second of which this is.
fn is_sex(scene: &Scene<'_>, mark: usize) -> bool {
    let Some(letter) = mark.checked_sub(1) else { return false };
    let comma = letter.checked_sub(2);
    matches!(scene.word(letter), "v" | "m" | "x" | "V" | "M" | "X")
        && comma.is_some_and(|comma| scene.mark(comma) == Some(',') && is_name(scene, comma, 1))
}

/// Whether a gap as between the cells of a row stands behind a token.
pub(super) fn cell_ends(scene: &Scene<'_>, last: usize) -> bool {
    let gap = last.saturating_add(1);
    scene.is(gap, Shape::Space) && scene.word(gap).len() > 1
}

pub(super) fn line_ends(scene: &Scene<'_>, last: usize) -> bool {
    scene.token(last.saturating_add(1)).is_none_or(|token| token.shape == Shape::Line)
}

/// Whether the sign of birth and a place stand before a comma: `* Haaksbergen, 14 februari 1938`.
fn behind_place(scene: &Scene<'_>, comma: usize) -> bool {
    for index in (0..comma).rev().take(6) {
        match scene.token(index).map(|token| token.shape) {
            Some(Shape::Word) if scene.is_capital(index) => {}
            Some(Shape::Space) if scene.word(index) == " " => {}
            Some(Shape::Mark) => return matches!(scene.mark(index), Some('*' | '°')),
            _ => return false,
        }
    }
    false
}

/// Whether a name of so many words stands before a mark, with at most a space and a bracket between.
pub(super) fn is_name(scene: &Scene<'_>, mark: usize, words: usize) -> bool {
    let mut index = mark;
    let (mut count, mut listed) = (0_usize, false);
    for _ in 0..9 {
        let Some(before) = index.checked_sub(1) else { break };
        index = before;
        let initial = scene.mark(index) == Some('.') && scene.is_capital(index.saturating_sub(1));
        if scene.word(index) == " "
            || count == 0 && scene.is(index, Shape::Space)
            || matches!(scene.mark(index), Some('(' | ',')) && count <= 1
            || scene.mark(index) == Some('-') && count >= 1
            || initial
        {
            continue;
        }
        if !scene.is(index, Shape::Word) || !scene.is_capital(index) {
            break;
        }
        count = count.saturating_add(1);
        listed |= scene.traits(index).has(NAMES);
    }
    count >= words && listed
}

/// Whether it is the number of a field, as `01.03.10 Geboortedatum` in the register of persons.
fn is_field_number(scene: &Scene<'_>, span: Span) -> bool {
    let opens = scene.before(span.first).is_none_or(|token| token.shape == Shape::Line);
    let dots =
        scene.range(span).len() == 8 && scene.slice(scene.range(span)).matches('.').count() == 2;
    let next = span.last.saturating_add(1);
    opens
        && dots
        && scene.is(next, Shape::Space)
        && scene.is(next.saturating_add(1), Shape::Word)
        && scene.word(span.last).len() == 2
}

/// Whether a time stands behind it, as in an export of messages: `[16-08-2022, 08:42:05]`.
fn is_moment(scene: &Scene<'_>, span: Span) -> bool {
    let next = span.last.saturating_add(1);
    let hour = next.saturating_add(usize::from(scene.mark(next) == Some(','))).saturating_add(1);
    scene.is(hour, Shape::Digits)
        && scene.word(hour).len() <= 2
        && scene.mark(hour.saturating_add(1)) == Some(':')
        && scene.is(hour.saturating_add(2), Shape::Digits)
}

/// Whether what looks like a year of two digits counts something: `op 3 mei 12 personen`.
fn is_count(scene: &Scene<'_>, span: Span) -> bool {
    let next = span.last.saturating_add(1);
    let word = next.saturating_add(1);
    let in_words = span.last.checked_sub(2).is_some_and(|index| scene.is(index, Shape::Word));
    in_words
        && scene.word(span.last).len() == 2
        && scene.word(next) == " "
        && scene.is(word, Shape::Word)
        && !scene.is_capital(word)
        && !is_one_of(GOES_ON, scene.word(word))
}

/// Whether a word of its own says that it is another date.
fn is_other(scene: &Scene<'_>, span: Span) -> bool {
    is_other_before(scene, span.first) || is_other_behind(scene, span.last)
}

fn is_other_before(scene: &Scene<'_>, first: usize) -> bool {
    let mut words = 0_usize;
    for index in (0..first).rev().take(10) {
        let Some(shape) = scene.token(index).map(|token| token.shape) else { return false };
        match shape {
            Shape::Line | Shape::Digits => return false,
            Shape::Mark if matches!(scene.mark(index), Some(';' | '|')) => return false,
            Shape::Word => {
                if scene.named_by(index).is_some() {
                    return false;
                }
                let word = scene.word(index);
                if words == 0 && word == "van" || word == "d" && is_d_d(scene, index) {
                    return true;
                }
                if is_one_of(OTHERS, word) {
                    return !is_second_half(scene, index);
                }
                words = words.saturating_add(1);
                if words == 3 {
                    return false;
                }
            }
            _ => {}
        }
    }
    false
}

/// Whether a letter is the second of `d.d.`.
fn is_d_d(scene: &Scene<'_>, index: usize) -> bool {
    scene.mark_before(index) == Some('.')
        && index.checked_sub(2).is_some_and(|before| scene.word(before).eq_ignore_ascii_case("d"))
}

/// Whether a word is the end of one that is written in two: `geb.datum`, `geboorteplaats en -datum`.
fn is_second_half(scene: &Scene<'_>, index: usize) -> bool {
    match scene.mark_before(index) {
        Some('-') => true,
        Some('.') => index.checked_sub(2).is_some_and(|word| scene.named_by(word).is_some()),
        _ => {
            let word =
                index.checked_sub(3).filter(|_| scene.mark(index.saturating_sub(2)) == Some('.'));
            word.is_some_and(|word| scene.named_by(word).is_some())
        }
    }
}

fn is_other_behind(scene: &Scene<'_>, last: usize) -> bool {
    let space = last.saturating_add(1);
    let word = space.saturating_add(1);
    let says = scene.word(space) == " " && is_one_of(OTHERS_BEHIND, scene.word(word));
    says && !has_own(scene, word)
}

/// Whether a date of its own stands behind a word, within a few tokens on the line.
fn has_own(scene: &Scene<'_>, last: usize) -> bool {
    let mut named = false;
    for index in (last.saturating_add(1)..).take(12) {
        match scene.token(index).map(|token| token.shape) {
            None | Some(Shape::Line) => return false,
            Some(Shape::Digits) => return true,
            Some(Shape::Word) => named |= scene.named_by(index).is_some(),
            // What is closed or ended here, what follows is not about.
            Some(Shape::Mark) if named && matches!(scene.mark(index), Some(')' | '.' | ',')) => {
                let abbreviated = scene.mark(index) == Some('.')
                    && scene.word(index.saturating_sub(1)).len() <= 3;
                if !abbreviated {
                    return false;
                }
            }
            Some(_) => {}
        }
    }
    false
}

/// Whether the word before was about another date already.
fn is_spent(scene: &Scene<'_>, first: usize) -> bool {
    let last = scene.last_listed();
    for index in (0..first).rev().take(40) {
        if Some(index) == last {
            return true;
        }
        if scene.named_by(index).is_some() {
            return false;
        }
    }
    false
}

/// Whether the word before is about this date: no sentence ends between, no other year stands there,
/// and no label of another line.
fn reaches(scene: &Scene<'_>, first: usize) -> bool {
    let mut labelled = false;
    for index in (0..first).rev().take(24) {
        let Some(token) = scene.token(index) else { return true };
        match token.shape {
            Shape::Word if scene.named_by(index).is_some() => return true,
            Shape::Line if labelled => return false,
            Shape::Digits if scene.word(index).len() == 4 => {
                if matches!(scene.word(index).get(..2), Some("19" | "20")) {
                    return false;
                }
            }
            Shape::Mark => match scene.mark(index) {
                Some('.') => {
                    let word = index.checked_sub(1).map(|word| scene.word(word));
                    let label = index.checked_sub(1).and_then(|word| scene.named_by(word));
                    let least = if label.is_some() { 4 } else { 3 };
                    if word.is_some_and(|word| word.chars().count() > least) {
                        return false;
                    }
                }
                Some(':') => {
                    let word = index.checked_sub(1);
                    labelled |= word.is_some_and(|word| {
                        scene.is(word, Shape::Word) && scene.named_by(word).is_none()
                    });
                }
                _ => {}
            },
            _ => {}
        }
    }
    true
}

/// Whether nothing but names and small words stands between the date before and this one.
fn goes_on(scene: &Scene<'_>, first: usize) -> bool {
    let Some(last) = scene.last_listed() else { return false };
    // The year stands last, or where the day comes last, first: both are in the same cell.
    if column(scene, last).is_some() && (last..first).any(|index| scene.is(index, Shape::Line)) {
        return column(scene, last) == column(scene, first);
    }
    let mut between = last.saturating_add(1)..first;
    between.all(|index| match scene.token(index).map(|token| token.shape) {
        Some(Shape::Space) => scene.word(index) == " ",
        // The next cell is another column.
        Some(Shape::Mark) if scene.mark(index) == Some(';') => {
            scene.is(index.saturating_add(1), Shape::Space)
        }
        Some(Shape::Mark) => {
            matches!(scene.mark(index), Some(',' | '/' | '(' | ')' | '&' | '-'))
        }
        Some(Shape::Word) => {
            scene.is_capital(index)
                || is_one_of(
                    "en and of op resp respectievelijk van de der den geb",
                    scene.word(index),
                )
        }
        _ => false,
    })
}

/// In which column of a table in plain text a token stands: the mark between the cells, and how
/// many of them stand before it on its line. Nothing where it stands in no such table.
fn column(scene: &Scene<'_>, index: usize) -> Option<(char, usize)> {
    let is_mark = |index: usize| {
        let mark = scene.word(index).chars().next()?;
        matches!(mark, '"' | ';' | '|' | '\t').then_some(mark)
    };
    let cells = (0..index).rev().take(80);
    let line = cells.take_while(|index| !scene.is(*index, Shape::Line));
    let mut line = line.filter_map(is_mark);
    let first = line.next()?;
    let same = line.filter(|mark| *mark == first).count();
    Some((first, same.saturating_add(1)))
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::super::{Surroundings, detect};

    #[test]
    fn a_number_of_days_is_a_date_below_its_header_only() {
        let count = |text: &str, label| {
            detect(text, &Surroundings { label, ..Surroundings::default() }).len()
        };
        assert_eq!(count("29312", Some("Geboortedatum")), 1);
        assert_eq!(count("29312", Some("Aantal")), 0);
        assert_eq!(count("29312", None), 0);
        assert_eq!(count("99312", Some("Geboortedatum")), 0);
    }
}
