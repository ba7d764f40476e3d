//! Names of people.

mod body;
mod evidence;
mod label;
mod lists;
mod name;
mod office;
mod signs;
mod small;

use super::LEXICON;
use super::lexicon::Traits;
use super::scan::Shape;
use super::scene::{Scene, Span};
use super::sighting::Sighting;
use super::tagger;
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};
pub(super) use name::Name;

kinds! { SUBJECT;
    /// A name, as far as rules tell: behind a title, a label, a greeting or the end of a letter, in
    /// a list of names, with initials, before an e-mail address, or a known first name with a
    /// surname. Lists of names are evidence, never a verdict. Those who hold a public office, by the
    /// word before them, are a kind of their own.
    PERSON = "person", Medium; {
        nl: {
            title: "Naam van een persoon",
            what: "Hier staat waarschijnlijk de naam van een persoon.",
            why: "Wie niet uit zijn functie in het openbaar optreedt, hoort niet in een publicatie.",
            advice: "Haal de naam weg, of noem alleen de functie.",
        },
        en: {
            title: "Name of a person",
            what: "This is probably the name of a person.",
            why: "Whoever does not act in public by office does not belong in a publication.",
            advice: "Take the name out, or give only the function.",
        },
    }
}

/// Finds names of people.
pub(super) static DETECTOR: Detector = Detector {
    kind: &PERSON,
    triggers: &[Trigger::Word],
    names: "\
        aanwezig aanwezigen aanvrager aanvraagster achternaam achternamen actiehouder actiehouders \
        afgemeld afwezig afwezigen afzender auteur auteurs behandelaar behandelaars behandeld \
        beheerder bericht betrokkene betreffende cc bcc contactpersoon contactpersonen deelnemer \
        deelnemers door eigenaar from geadresseerde gemachtigde genodigden gewijzigd klant kopie \
        medewerker medewerkers naam namen namens notulist opgesteld opsteller opstellers \
        ondergetekende ondertekend ondertekenaar organisator paraaf patiënt penvoerder \
        projectleider rekeninghouder roepnaam secretaris steller tav tenaamstelling to \
        van aan verslag verslaglegger volledige voorletters voornaam voornamen voorn achtern voorzitter werknemer \
        afschrift vertegenwoordigd gemachtigden tnv tekenbevoegde name author signed \
        contact attendees present absent surname lastname firstname fullname employee vertrouwelijk \
        aanw afw afgem deelnemerslijst presentielijst noodcontact \
        kandidaat sollicitant leidinggevende manager mentor begeleider cursist student leerling \
        gezien akkoord meegelezen ouder ouders verzorger verzorgers partner huisarts melder melders \
        betrokkenen getuige getuigen eiser verweerder verzoeker bezwaarmaker vergunninghouder \
        huurder verhuurder koper verkoper opdrachtgever opdrachtnemer verbalisant verbalisanten \
        sn givenname nickname gelezen akk beh indiener indieners consent ingediend uitgewerkt \
        geslachtsnaam familienaam klantnaam mdw medew client aanvr bewoner bewoners lln echtgenoot \
        echtgenote gezinslid gezinsleden rechthebbende overledene vrijwilliger vrijwilligers \
        chauffeur docent docenten arts inspecteur toezichthouder verantwoordelijke accounthouder \
        budgethouder dossierhouder tolk verdachte aangever aangeefster slachtoffer debiteur \
        crediteur begunstigde bestuurslid belanghebbende belanghebbenden pat mantelzorger erflater \
        pachter specialist wijkcoach consulent klantmanager rapporteur handtekening \
        kentekenhouder requester applicant casemanager teamleider penningmeester advocaat notaris \
        deurwaarder klager appellant moeder vader voogd ambtenaar regisseur invoerder ingevoerd \
        aangemaakt mutatie created modified owner persoon lid leden wie kind \
        bestuurder cliënt cn fn organizer attendee attendees apologies chair minutes tenant",
    hints: "",
    against: &[],
    judge: |scene, at| {
        if let Some(sighting) = small::name(scene, at) {
            return Some(sighting);
        }
        if let Some(sighting) = pointed(scene, at) {
            return Some(sighting);
        }
        let name = candidate(scene, at)?;
        let office = public_office(scene, &name)
            || office::of_motion(scene, name.span.first)
            || carried(scene, &name);
        if office { None } else { judge(scene, &name) }
    },
    finds: &[
        "Aanvrager: [J.P.] en [K. Jansen]",
        "Op 12 jan 2024, [jaap van xolper] <jaapx@example.nl> schreef:",
        "Geachte heer [Jansen],",
        "Geachte mevrouw [De Vries],",
        "mevrouw [van den Berg] en de heer [El Amrani]",
        "dhr. [J.P. de Vries-Jansen]",
        "prof. dr. ir. [A. Bakker]",
        "Behandeld door: [Petra Jansen]",
        "Contactpersoon [P. (Petra) Jansen]",
        "T.a.v. mevrouw [Yılmaz]",
        "Aanwezig: [Jan Jansen] (vz), [Fatima El Amrani], [P. de Groot] en [Krzysztof Nowak]",
        "Beste [Petra],\nDank",
        "Met vriendelijke groet,\n\n[Jan-Willem de Boer]\nAdviseur",
        "Groetjes [Petra]",
        "[Vries, J. de] stemde tegen",
        "[Jansen, P. (Petra)] (DGOO)",
        "[Petra Jansen] <p.jansen@example.nl>",
        "Gisteren heeft [Petra Jansen] gebeld.",
        "collega [Bakker] belde",
        "Naam: [Özlem Yıldız]",
        "van [J. de Vries] uit Utrecht",
        "namens deze,\n\nmr. [A.B. Smit]\nHoofd",
        "Van: [Kees van 't Hart]",
        "mevrouw [O'Neill]",
        "Afzender [de Vries]",
        "behandelaar [van der Meer]",
        "[Petra vd B], [Freddy H]: goed",
        "Aanwezig: [Gwen Bakker], [J. Prins], [Liesbeth] (notulen)",
        "[H.K.L. Baron van Voorst]",
        "[J P Jansen] en [A M de Vries-Smit]",
        "[de Vries, J.] en [van Dijk, P.]",
        "oom [Jean-P-Marie] en [Petra al-Amrani]",
        "hr. [Jansen]",
        "Gisteren belde [A. Boom] over het dak, volgens [B. Vogel] klopt dat",
        "Mw. [Zijderveld]: ja, mevrouw [Kleiweg] en de heer [Post] niet",
        "mevr. [G.H. ter Haar - van Dijk]",
        "mr. drs. [C.A. van 't Hof] voert het woord",
        "Deelnemers:\n- [Karin Molenaar] (gemeente Delft)\n- [H.J. Smits-van Buuren]\n- [Tjeerd]\n- [Lucassen, mw. drs. P.]",
        "Gisteren belde [Jan-Peter]; @[Marijke] ook",
        "hoi [marijke], dank",
        "ik sprak mevrouw [jansen] en meneer [de vries] niet",
        "dr [ABC] en dhr. [JANSEN]",
        "ik sprak gisteren met [wouter] van de gemeente en die zei dat het goed kwam. later belde [hans-jan] \
            nog, maar toen was ik niet thuis en heb ik niets gehoord",
        "[Jan Bakker]     ma\n[Petra Smit]     di\n[Wubbo]          wo\n[Karin Visser]   do",
        "gezien: [P.K.] 12/3",
        "[Petra Jansen], [Kees Bakker]",
        "Achternaam : [TE WINKEL]",
        "[Jansen, van der]     [Lisanne]",
        "Lt [Riphagen] en Ms [Oxlaar]",
        "van [g. engbers] en [r.s. djojosoebroto] uit Delft",
        "de heer [Van Delft], mevrouw [Apeldoorn] en familie [Van Breda]",
        "Naam: [Van Delft]",
        "melder [Van Deventer] belde",
        "gisteren kwamen [Jan van Delft], [Lisanne de Laat] en [Piet van der Brug] langs",
        "dhr [Chi Keung Man], gemachtigd door [J. Post]",
        "Met [Van Kempen] loopt het, de vuilnis van [Van Leeuwen] ligt bij [De Groof]",
        "de erven [Van der Kooi] zijn er",
        "Naam: [A KOOISTRA] EN/OF, betaald: Visa, [Z BRUINSMA]",
        "NAAM/[K VAN ASSELDONK]/",
        "mevr [S Mahabier] belde",
        "Opgelegd aan                [D'HAENS E M]",
        "[Zeerijp van, T.]     4490",
        "op naam van [w. pronk], de heer [j. de vries] belde",
    ],
    ignores: &[
        "Geachte heer/mevrouw,",
        "De Minister van Binnenlandse Zaken",
        "mevrouw de Voorzitter",
        "Beste collega's,",
        "huisarts te Ons Dorp",
        "hierna \"huurder\";\n\nKomen overeen",
        "Met vriendelijke groet,\n\nGemeente Utrecht",
        "A. Inleiding\nB. Overwegingen",
        "De Nederlandse Bank heeft de Tweede Kamer gebeld.",
        "50 MW Eneco",
        "Aan: de Tweede Kamer der Staten-Generaal",
        "minister Bruins heeft geschreven",
        "wethouder J. de Vries",
        "Contactpersoon: Afdeling Juridische Zaken",
        "de Wet open overheid",
        "Philips N.V. en Shell B.V. Nederland",
        "het Verenigd Koninkrijk",
        "Contactpersoon: IND",
        "Voor deze\nHuidige Kleur",
        "beste collega, dag mevrouw",
        "de heer die belde",
        "contactpersoon van de Gemeente",
        "medewerker van het Loket",
        "mevrouw van de ABC belde",
        "A B Testen",
        "raadslid Jansen; motie-Jansen/De Vries c.s.",
        "P. Jansen, burgemeester van Ons Dorp",
        "gedeputeerde mr. A.B. Jansen",
        "De minister van Binnenlandse Zaken,\n\n\nA.B. Jansen",
        "wethouders Jansen, De Vries en Bakker-Smit",
        "ik heb gisteren gebeld met de gemeente en die zei dat het goed kwam, maar de lantaarnpaal \
            bij de speeltuin is nog stuk en het fietspad ligt vol glas",
        "akkoord N.V. Nederland",
        "optie A. en B. zijn open",
        "letters to the minister. None was answered",
        "5094 EE Lage Mierde",
        "zie p. inleiding en a. overwegingen, o.a. delft, m.b.t. ribbelkarton",
        "9607PN Jansen",
        "optie A JANSEN, BLOK B; HAL C",
        "TOTAAL A B\nOVERIG E F",
        "burgemeester van Delft, de heer van stand, de inwoner van Delft, de minister van Utrecht",
        "de bewoner van Delft las het bij De Telegraaf en bij De Nederlandsche Bank",
        "uitslag heren Utrecht, route Van Delft naar Breda",
        "via Van Harinxmakanaal en langs Van Goghstraat",
    ],
};

/// Initials with points and no surname that stand for somebody: those of a known name, or behind a
/// word for who signs.
fn pointed(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    if !scene.is_capital(at) || scene.mark_before(at) == Some('.') {
        return None;
    }
    let mut letters = String::new();
    let mut next = at;
    while letters.len() < 6
        && scene.word(next).chars().count() == 1
        && scene.is(next, Shape::Word)
        && scene.mark(next.saturating_add(1)) == Some('.')
    {
        letters.push_str(scene.word(next));
        next = next.saturating_add(2);
    }
    let goes_on = scene.is(next, Shape::Word)
        || scene.word(next) == " " && {
            let behind = next.saturating_add(1);
            scene.is_capital(behind) || lists::is_infix(scene, behind)
        };
    if !letters.is_empty() && shares(scene, next) {
        let range = scene.range(Span { first: at, last: next.saturating_sub(1) });
        return Some(Sighting::new(range, 0).because("names-beside", "", 8));
    }
    let known =
        !matches!(letters.as_str(), "NV" | "BV" | "PS" | "NB" | "PO" | "US" | "EU" | "VN" | "UK");
    if letters.chars().count() < 2 || goes_on || !known {
        return None;
    }
    let last = next.saturating_sub(1);
    let paraph = signs::behind_paraph(scene, at);
    let of_name = scene.names.are_initials(&letters)
        && (letters.len() > 2 || signs::stands_for_someone(scene, at, last) || dated(scene, next));
    let sound = paraph || of_name;
    let range = scene.range(Span { first: at, last });
    sound.then(|| Sighting::new(range, 0).because("name-elsewhere", "", 10))
}

/// Whether initials end at a token that share the surname of the next: `J.P. en K. Jansen`.
fn shares(scene: &Scene<'_>, space: usize) -> bool {
    let and = space.saturating_add(1);
    let joins = matches!(scene.word(and), "en" | "and" | "&" | "e/o");
    let next = and.saturating_add(2);
    let spaced = scene.word(space) == " " && scene.word(next.saturating_sub(1)) == " ";
    joins
        && spaced
        && scene.is_capital(next)
        && candidate(scene, next)
            .is_some_and(|name| name.initials > 0 && name.words > 0 && !name.spoilt)
}

/// Whether a date stands behind a token, as behind a paraph: `P.K. 23/1`.
fn dated(scene: &Scene<'_>, space: usize) -> bool {
    let day = space.saturating_add(1);
    scene.is(day, Shape::Digits) && matches!(scene.mark(day.saturating_add(1)), Some('/' | '-'))
}

/// The name that starts at a token: at a capital, or at a small word behind a title. Two detectors
/// ask for the same one in turn.
fn candidate(scene: &Scene<'_>, at: usize) -> Option<Name> {
    let (known, name) = scene.candidate.get();
    if known == at {
        return name;
    }
    let name = find(scene, at);
    scene.candidate.set((at, name));
    name
}

fn find(scene: &Scene<'_>, at: usize) -> Option<Name> {
    let capital = scene.is_capital(at);
    if evidence::is_title(scene, at) && scene.mark(at.saturating_add(1)) == Some('.') {
        return None;
    }
    let small = || {
        lists::is_infix(scene, at)
            && scene.mark_before(at) != Some('.')
            && name::infixes(scene, at).is_some_and(|next| !leads_to(scene, at, next))
    };
    if !capital && !small() {
        return None;
    }
    // A letter or digit before it: then it is the end of a code.
    if matches!(scene.before(at).map(|token| token.shape), Some(Shape::Word | Shape::Digits))
        || matches!(scene.mark_before(at), Some('\\'))
        || scene.mark_before(at) == Some('_') && !lists::is_listed(scene, at) && !in_file(scene, at)
        || scene.mark_before(at) == Some('@') && !mentions(scene, at)
        || scene.mark_before(at) == Some('-')
            && at.checked_sub(2).is_some_and(|number| scene.is(number, Shape::Digits))
    {
        return None;
    }
    // 't Hart starts at its apostrophe.
    let first = match (capital, scene.mark_before(at)) {
        (false, Some('\'')) => at.saturating_sub(1),
        _ => at,
    };
    let name = name::at(scene, first).filter(|name| !labels(scene, name))?;
    // "groep B. Vervolgens": the letter ends a sentence.
    let ends = name.initials == 1
        && evidence::word_before(scene, first)
            .is_some_and(|index| scene.traits(index).has(IS_LETTERED));
    (!ends).then_some(name)
}

/// Whether a small word alone before a word with a capital says where: "machinist bij Rederij".
fn leads_to(scene: &Scene<'_>, at: usize, next: usize) -> bool {
    let alone = next == at.saturating_add(2);
    alone && matches!(scene.word(at), "bij" | "in" | "op" | "aan" | "uit")
}

/// Whether a word within the name of a file is known to be a name or letters for one.
fn in_file(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.word(at);
    scene.names.knows(word) || scene.names.expects(word) || scene.names.are_initials(word)
}

const IS_LETTERED: Traits = Traits::of(13);

/// The words that say something about names, and what they are.
pub(super) fn traits() -> impl Iterator<Item = (&'static str, Traits)> {
    let words =
        |list: &'static str, traits| list.split_ascii_whitespace().map(move |word| (word, traits));
    lists::traits()
        .chain(evidence::traits())
        .chain(words(LETTERED, IS_LETTERED))
        .chain(office::traits())
}

/// Whether the @ before a token calls somebody, and is not that of an address.
pub(super) fn mentions(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|sign| scene.before(sign));
    before.is_none_or(|token| matches!(token.shape, Shape::Space | Shape::Line))
}

/// Words behind which a letter stands that is no initial.
const LETTERED: &str = "optie groep bijlage categorie klasse vitamine hepatitis onderdeel plan route \
    type variant scenario model sectie deel lid sub onder letter kolom tabel vak cel box formulier \
    lijn rij gebouw blok vleugel zaal ploeg team locatie punt artikel art nota annex appendix";

/// Whether a colon behind the name makes it the label of what follows. A greeting may end with one.
fn labels(scene: &Scene<'_>, name: &Name) -> bool {
    let colon = scene.mark(name.span.last.saturating_add(1)) == Some(':');
    let word = scene.word(name.span.first);
    let named = || {
        scene.names.knows(word)
            || scene.names.told(word)
            || scene.names.is_code(word)
            || scene.names.are_initials(word)
            || scene.said(name.span.first).is_some_and(|sum| sum >= SURE)
    };
    let timed = || evidence::speaker(scene, name).is_some();
    // "Mw. Zijderveld: ja"
    let titled = || {
        evidence::word_before(scene, name.span.first)
            .is_some_and(|before| evidence::is_title(scene, before))
    };
    colon
        && name.words == 1
        && !titled()
        && !name.first.first
        && name.initials == 0
        && !name.infix
        && !named()
        && !timed()
}

/// Whether a word of a name says enough to know the person by.
pub(super) fn is_telling(word: &str) -> bool {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let rare = || word.len() >= 4 && !tagger::in_dictionary(word);
    (capital || rare())
        && word.chars().count() >= 3
        && !lists::of(word, LEXICON.traits(LEXICON.find(word))).none
}

/// Whether a word is in no dictionary, and no place.
pub(crate) fn is_rare(word: &str) -> bool {
    !tagger::in_dictionary(word) && !tagger::is_place(word)
}

/// Whether a word in small letters is hardly anything but a name that is known: the dictionary has
/// no long words, of which only those that end as surnames do are none.
pub(super) fn is_nothing_else(word: &str) -> bool {
    let known = lists::of(word, LEXICON.traits(LEXICON.find(word)));
    let ends = ["stra", "sma", "nga", "ema", "ssen", "nsen"];
    let short = word.len() <= 8 && (known.first || known.last);
    word.len() >= 4
        && !known.none
        && !known.ambiguous
        && (short || ends.iter().any(|end| word.ends_with(end)))
        && is_rare(word)
}

/// Whether a cell under a header for people holds a surname with letters behind it, as registers
/// write them: `JANSMA T`, `VAN DER VEEN-DE HAAN G`.
pub(super) fn fills_cell(label: &str, value: &str) -> bool {
    let named = ["naam", "aanvrager", "eigenaar", "klant", "medewerker", "betrokkene", "melder"];
    let label = label.to_lowercase();
    if in_role_cell(&label, value) {
        return true;
    }
    let words: Vec<&str> = value.split(' ').collect();
    let letters = words.iter().rev().take_while(|word| word.len() == 1).count();
    let rest = words.get(..words.len().saturating_sub(letters)).unwrap_or_default();
    let name = |word: &&str| {
        word.chars().count() >= 2 && word.chars().all(|c| c.is_uppercase() || "-'".contains(c))
    };
    let known = |word: &str| lists::of(word, LEXICON.traits(LEXICON.find(word))).none;
    named.iter().any(|word| label.contains(word))
        && (1..=5).contains(&letters)
        && (1..=5).contains(&rest.len())
        && rest.iter().all(name)
        && rest.last().is_some_and(|word| !known(word))
}

/// Whether a cell has the shape of a name, in a column of names.
pub(super) fn fills_column(value: &str) -> bool {
    let words = value.split([' ', ',', '-']).filter(|word| !word.is_empty());
    let (mut names, mut all) = (0_usize, 0_usize);
    for word in words {
        all = all.saturating_add(1);
        let letters = word.trim_matches(['.', '(', ')', '\'']);
        let sound = letters.chars().all(|c| c.is_alphabetic() || ".'’".contains(c));
        let known = lists::of(letters, LEXICON.traits(LEXICON.find(letters)));
        let long = letters.chars().count() >= 2;
        if !sound || known.none && long {
            return false;
        }
        let small = letters.starts_with(char::is_lowercase);
        let name = if small { known.first || known.last || is_rare(letters) } else { true };
        if !name && !lists::is_small_word(letters) {
            return false;
        }
        names = names.saturating_add(usize::from(name && long));
    }
    (1..=5).contains(&all) && names >= 1 && value.len() <= 40
}

/// Roles that head a column of those who act, by surname, in small letters or by their letters.
const ROLE_HEADERS: &str = "behandelaar beh mentor paraaf par parafen gezien gelezen akkoord akk consent \
    indiener medewerker mdw medew begeleider coach docent door invoerder steller ambtenaar \
    consulent dossierhouder init initialen wie created modified owner";

/// Whether a cell below the header of a role holds letters that stand for somebody, or a surname in
/// small letters.
fn in_role_cell(label: &str, value: &str) -> bool {
    let role = label.split(|c: char| !c.is_alphabetic()).any(|word| {
        !word.is_empty() && ROLE_HEADERS.split_ascii_whitespace().any(|known| known == word)
    });
    let small_letters = || {
        (3..=4).contains(&value.len())
            && value.bytes().all(|byte| byte.is_ascii_lowercase())
            && !tagger::in_dictionary(value)
    };
    let letters = || {
        (2..=4).contains(&value.len())
            && value.starts_with(|c: char| c.is_ascii_uppercase())
            && value.ends_with(|c: char| c.is_ascii_uppercase())
            && value.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let small = || {
        let mut words = value.split(' ').rev();
        let surname = words.next().is_some_and(|word| is_last(word) || is_first(word));
        surname
            && value.chars().all(|c| c.is_lowercase() || matches!(c, ' ' | '-' | '\''))
            && words.clone().count() <= 3
            && words.all(lists::is_small_word)
    };
    role && (letters() || small_letters() || small())
}

/// Whether a list has a word as a first name that is hardly anything else.
pub(super) fn is_first(word: &str) -> bool {
    let known = lists::of(word, LEXICON.traits(LEXICON.find(word)));
    known.first && !known.ambiguous && !known.none
}

/// Whether a word is one for a body or a thing, or ends like one.
pub(super) fn is_body(word: &str) -> bool {
    lists::of(word, LEXICON.traits(LEXICON.find(word))).none
}

/// Whether a list has a word as a surname.
pub(super) fn is_last(word: &str) -> bool {
    let known = lists::of(word, LEXICON.traits(LEXICON.find(word)));
    known.last && !known.none
}

/// Whether a list of names has a word.
pub(super) fn is_listed(word: &str) -> bool {
    let known = lists::of(word, LEXICON.traits(LEXICON.find(word)));
    known.first || known.last
}

/// Judges a name by its shape and what stands around it.
fn judge(scene: &Scene<'_>, name: &Name) -> Option<Sighting> {
    let range = scene.range(name.span);
    let capital = scene.slice(range.clone()).chars().next().is_some_and(char::is_uppercase);
    let evidence = evidence::of(scene, name);
    // A small word alone starts too much.
    let denied = scene.said(name.span.first).is_some_and(|sum| sum < NO_NAME);
    let weak = |(id, word, decibans): evidence::Evidence| {
        // "afzender de Vries": the surname is known, the label needs no colon. "akkoord van" goes on.
        let goes_on = matches!(word, "akkoord" | "gezien" | "kopie" | "verslag" | "paraaf");
        let known = name.last.last || name::has_article(scene, name.span.first);
        let labelled = matches!(id, "word-near" | "role")
            && decibans >= 22
            && known
            && !name.spoilt
            && !goes_on;
        let surname = labelled && name.last.last;
        let celled = id == "word-label" && decibans >= 30;
        decibans < 30 && !labelled || denied && id != "title" && !surname && !celled
    };
    let turned = name.turned && (name.called || name.initials > 0 && name.last.last);
    let small = !(capital || turned);
    if small && evidence.is_none_or(weak) {
        return None;
    }
    // "dr. ABC" is a person, "ABC" alone is not.
    let titled = evidence.is_some_and(|(id, ..)| id == "title");
    let code = name.words == 1
        && (scene.names.is_code(scene.word(name.span.first))
            || signs::signs(scene, name)
            || evidence.is_some_and(|(id, word, _)| {
                is_paraph(word) && (id != "word-label" || evidence::whole(scene, name))
            }));
    if !titled && !name.turned && !code && (name.first.acronym || name.last.acronym) {
        return None;
    }
    // A place may be two words: Lage Mierde.
    let place = |first: usize| behind_postcode(scene, first);
    let second = name.span.first.checked_sub(2).filter(|word| scene.is_capital(*word));
    if !titled && (place(name.span.first) || name.words == 1 && second.is_some_and(place)) {
        return None;
    }
    let (id, decibans) = shape(scene, name);
    let sighting = Sighting::new(range, 0).because(id, "", decibans);
    let sighting = match name.spoilt {
        true => sighting.because("not-a-name", "", -30),
        false => sighting,
    };
    let said = said(scene, name);
    let titled = evidence.is_some_and(|(id, ..)| matches!(id, "title" | "speaker" | "greeting"));
    if !titled && body::of_a_body(scene, name)
        || body::joins_thing(scene, name)
        || body::is_called_after(scene, name)
        || name.titular && name::is_street(scene.word(name.span.last.saturating_add(2)))
    {
        return None;
    }
    let Some((id, word, decibans)) = evidence else {
        return Some(match name.titular {
            true => sighting.because("name-of-thing", "", -12),
            false if alone(scene, name) => in_prose(sighting, said.filter(|said| *said < NO_NAME)),
            false => in_prose(sighting, said.map(|said| doubted(scene, name, said))),
        });
    };
    let paraph = name.first.acronym && is_paraph(word);
    let mut sighting = sighting.because(id, word, if paraph { 45 } else { decibans });
    // What the words around say weakly, the model may confirm.
    if let Some(said) = said.filter(|said| *said >= MAYBE && decibans < 30) {
        sighting = sighting.because("model", "", if said >= SURE { 12 } else { 6 });
        sighting = in_prose(sighting, Some(said));
    }
    let lists = matches!(id, "word-near" | "word-list" | "greeting") || word == "heren";
    sighting.named = if lists {
        Some(word)
    } else {
        (sighting.certainty() == Some(crate::Certainty::Certain)).then_some("")
    };
    // Names beside each other, or that are only likely elsewhere, do not make each other certain:
    // ships, roses and storms have such names too.
    let proven = || {
        let mut words = name.span.first..=name.span.last;
        words.any(|index| scene.names.proves(scene.word(index)))
    };
    let borrowed = id == "names-beside" || id == "name-elsewhere" && !proven();
    // "Contact: Balie", "familie Gasten": one word that no list knows is a name only perhaps, where
    // it is another word, or where the model sees none behind a label.
    let usual = || tagger::in_dictionary(scene.word(name.span.first));
    let unseen = || matches!(id, "word-near" | "word-list") && said.is_none_or(|said| said <= 0);
    // Firms build and have a contact more often than people.
    let firm = matches!(word, "aannemer" | "aannemers" | "fabrikant")
        || word == "contact" && name.words == 1
        || id == "word-list" && word == "door";
    let dull = firm || evidence::lone(name) && !paraph && (usual() || unseen());
    Some(if borrowed || dull { sighting.at_most_likely() } else { sighting })
}

/// Whether a postcode stands right before a token: a place follows it.
fn behind_postcode(scene: &Scene<'_>, first: usize) -> bool {
    let Some(letters) = first.checked_sub(2) else { return false };
    let word = scene.word(letters);
    let gap = scene.word(first.saturating_sub(1));
    let spaced = gap == " " || gap == "  ";
    let pair = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let before = letters.checked_sub(1).filter(|_| spaced && pair);
    let digits = before.map(|before| before.saturating_sub(usize::from(scene.word(before) == " ")));
    digits.is_some_and(|digits| scene.is(digits, Shape::Digits) && scene.word(digits).len() == 4)
}

/// Whether a token is a title or a form of address.
pub(super) fn is_led_by(scene: &Scene<'_>, index: usize) -> bool {
    evidence::is_title(scene, index)
}

/// Whether a word for somebody stands right before a token.
pub(super) fn is_led(scene: &Scene<'_>, first: usize) -> bool {
    evidence::is_led(scene, first)
}

/// Whether letters may stand behind a word instead of a name.
fn is_paraph(word: &str) -> bool {
    matches!(
        word,
        "paraaf"
            | "gezien"
            | "akkoord"
            | "meegelezen"
            | "notulist"
            | "steller"
            | "gelezen"
            | "akk"
            | "beh"
            | "behandelaar"
            | "mentor"
            | "par"
            | "parafen"
            | "paraafblad"
            | "coll"
            | "typ"
            | "opgesteld"
            | "dictaat"
            | "minutes"
            | "notulen"
            | "opgemaakt"
    )
}

/// From these sums on what the model says counts: it is right in half of the words, in two of
/// three, and in four of five of documents harder than most.
const MAYBE: i32 = -100;
const LIKELY: i32 = -30;
const SURE: i32 = 450;
/// From this sum on even a word that no list knows is one.
const BEYOND: i32 = 650;
/// How much it adds that the model saw a word of the name elsewhere in the document.
const TOLD: i32 = 1000;
/// Below this it is sure that there is no name.
const NO_NAME: i32 = -300;

/// What the model says of a name: of the word that it doubts most.
fn said(scene: &Scene<'_>, name: &Name) -> Option<i32> {
    let words = (name.span.first..=name.span.last).take(24);
    let words = words.filter(|index| scene.is_capital(*index) && scene.word(*index).len() > 1);
    let least = words.clone().filter_map(|index| scene.said(index)).min()?;
    let told = words.clone().any(|index| scene.names.told(scene.word(index)));
    Some(if told { least.saturating_add(TOLD) } else { least })
}

/// What the model says of one word that no list knows counts only where it is beyond doubt: in
/// tables and in other languages it takes terms for names.
fn doubted(scene: &Scene<'_>, name: &Name, said: i32) -> i32 {
    // "B. Overwegingen"
    if name.initials == 1 && !name.last.last && is_counted(scene, name.span.first) {
        return said.min(MAYBE.saturating_sub(1));
    }
    let listed = name.first.first || name.last.last;
    // "Though networks", "Financial Stability"
    if scene.foreign && !listed && name.initials == 0 {
        return said.min(MAYBE.saturating_sub(1));
    }
    // "Gisteren belde A. Boom": no sentence begins there.
    let amid = || {
        evidence::word_before(scene, name.span.first).is_some_and(|before| {
            !scene.is_capital(before) && scene.mark(before.saturating_add(1)).is_none()
        })
    };
    if listed || name.words > 1 || said >= BEYOND || name.initials > 0 && amid() {
        said
    } else {
        said.min(LIKELY.saturating_sub(1))
    }
}

/// Whether a letter at the start of a line is one of those that count lines: the one before or
/// behind it in the alphabet starts another.
fn is_counted(scene: &Scene<'_>, first: usize) -> bool {
    let letter = scene.word(first).bytes().next().unwrap_or(0);
    let counts = |index: usize| {
        let other = scene.word(index).as_bytes();
        let next = other.len() == 1 && other.iter().all(|byte| byte.abs_diff(letter) == 1);
        let opens = index.checked_sub(1).is_none_or(|line| scene.is(line, Shape::Line));
        next && opens && matches!(scene.mark(index.saturating_add(1)), Some('.' | ')'))
    };
    evidence::at_line_start(scene, first)
        && (first.saturating_sub(60)..first.saturating_add(60)).any(counts)
}

/// Whether the name is all of a text, and no list knows a word of it: the model sees no prose there.
fn alone(scene: &Scene<'_>, name: &Name) -> bool {
    !name.first.first && !name.last.last && evidence::whole(scene, name)
}

/// A name that nothing around it gives away: what the model says counts for what the shape alone
/// says, and never makes it certain.
fn in_prose(sighting: Sighting, said: Option<i32>) -> Sighting {
    let most = match said {
        Some(SURE..) => 12,
        Some(LIKELY..) => 7,
        Some(MAYBE..) => -5,
        // A first name and a surname that lists have may be told all the same.
        Some(..NO_NAME) if sighting.short_of(16) <= 0 => {
            return sighting.because("model", "", -8);
        }
        Some(..NO_NAME) => return sighting.because("model", "", -12),
        _ => return sighting,
    };
    let more = sighting.short_of(most);
    if more > 0 { sighting.because("model", "", more) } else { sighting }
}

/// How much the shape alone says.
fn shape(scene: &Scene<'_>, name: &Name) -> (&'static str, i32) {
    let text = scene.slice(scene.range(name.span));
    let capitals = name.initials == 0 && !text.chars().any(char::is_lowercase);
    let known_last = name.last.last || name.infix;
    let sure_first = name.first.first && !name.first.ambiguous;
    let enumerates =
        name.initials == 1 && evidence::at_line_start(scene, name.span.first) && !known_last;
    let (id, decibans): (_, i32) = match (name.turned, name.initials, name.words) {
        (true, ..) if name.called && known_last && name.initials == 0 => ("name-turned", 16),
        (true, ..) if name.called && name.initials == 0 => ("name-turned", 8),
        (true, ..) if name.called => ("name-turned", 20),
        (true, 2.., _) => ("name-turned", 12),
        (true, ..) if known_last => ("name-turned", 10),
        (true, ..) => ("name-turned", 2),
        (_, 1, _) if enumerates => ("name-initials", -14),
        (_, 2.., _) if known_last => ("name-initials", 18),
        (_, 2.., _) => ("name-initials", 8),
        (_, 1, _) if known_last => ("name-initials", 12),
        (_, 1, _) if tagger::in_dictionary(scene.word(name.span.last)) => ("name-initials", -4),
        (_, 1, _) => ("name-initials", 5),
        (_, _, 2..) if sure_first && known_last => ("name-known", 16),
        (_, _, 2..) if sure_first => ("name-known", 6),
        (_, _, 2..) if name.first.first && known_last => ("name-known", 2),
        (_, _, 2..) if name.last.last => ("name-words", -6),
        (_, _, 2..) => ("name-words", -18),
        _ if name.double => ("name-known", 12),
        _ if is_surname_amid(scene, name) => ("name-word", 16),
        _ if name.infix && name.last.last => ("name-word", -6),
        _ if is_van(scene, name) => ("name-word", -8),
        _ if name.infix && name::has_article(scene, name.span.first) => ("name-word", -14),
        _ if name.infix => ("name-word", -22),
        _ if sure_first || name.last.last => ("name-word", -14),
        _ => ("name-word", -25),
    };
    (id, if capitals { decibans.saturating_sub(8) } else { decibans })
}

/// Whether a small word with a capital opens the name within a sentence, before a word that is no
/// place: "heeft Van Zwieten".
fn is_van(scene: &Scene<'_>, name: &Name) -> bool {
    let opens = ["Van", "Vander", "Ter", "Ten", "Vanden"].contains(&scene.word(name.span.first));
    let within = evidence::word_before(scene, name.span.first)
        .is_some_and(|index| scene.mark(index.saturating_add(1)) != Some('.'))
        || scene.mark_before(name.span.first.saturating_sub(1)) == Some(',');
    let last = scene.word(name.span.last);
    // "melder Van Delft"; builders are firms.
    let led = || {
        let first = name.span.first;
        let before = evidence::word_before(scene, first).map(|before| scene.word(before));
        let firm = before.is_some_and(|word| word.ends_with("aannemer"));
        scene.word(first) == "Van" && !firm && evidence::is_led(scene, first)
    };
    opens
        && within
        && match tagger::is_place(last) {
            true => led(),
            false => scene.said(name.span.last).is_some_and(|sum| sum > 0),
        }
}

/// Whether a surname opens with a small word in capitals behind another in small ones, as no other
/// word within a sentence does: "Met Van Kempen loopt", "ligt bij De Groof", "de erven Van der Kooi".
fn is_surname_amid(scene: &Scene<'_>, name: &Name) -> bool {
    let first = name.span.first;
    if !name.infix || name.titular || name.spoilt || !scene.is_capital(first) {
        return false;
    }
    let before = evidence::word_before(scene, first).filter(|before| {
        scene.word(first.saturating_sub(1)) == " "
            && scene.is(first.saturating_sub(2), Shape::Word)
            && (!scene.is_capital(*before) || evidence::at_line_start(scene, *before) || {
                let point = before.checked_sub(2);
                point.is_some_and(|point| matches!(scene.mark(point), Some('.' | '!' | '?')))
            })
    });
    let Some(before) = before else { return false };
    let next = name.span.last.saturating_add(1);
    let goes_on = scene.word(next) == " " && scene.is_capital(next.saturating_add(1))
        || matches!(scene.mark(next), Some('-' | '/' | '&'));
    let last = scene.word(name.span.last);
    let bare = last.len() >= 4 && !last.chars().all(char::is_uppercase) && !name::is_street(last);
    let told = scene.names.knows(last) || scene.names.expects(last);
    let van = scene.word(first) == "Van" && (name.last.last || name::has_article(scene, first));
    let van = van
        && matches!(
            scene.word(before),
            "met" | "Met" | "van" | "erven" | "gezin" | "gebroeders" | "Gebroeders" | "echtpaar"
        );
    // "bij De Telegraaf"
    let de = scene.word(first) == "De"
        && matches!(scene.word(before), "met" | "Met" | "bij" | "van")
        && name.last.last
        && !tagger::in_dictionary(last)
        && !tagger::is_place(last);
    bare && !goes_on && (told || van || de)
}

/// Whether the name is that of someone who holds a public office: the word before it says so, or
/// the party behind it.
fn public_office(scene: &Scene<'_>, name: &Name) -> bool {
    office::is_told(scene, name.span)
}

/// Whether the document names somebody so who holds an office.
fn carried(scene: &Scene<'_>, name: &Name) -> bool {
    scene.names.holds_office(scene.slice(scene.range(name.span)))
}

/// Whether a word is a small one of surnames.
pub(super) fn is_small_word(word: &str) -> bool {
    lists::is_small_word(word)
}

/// Whether a first name or initials stand in a name.
pub(super) fn is_given(name: &str) -> bool {
    let words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let parts = words.filter(|word| !lists::is_small_word(word));
    // The two halves of a double surname are one.
    let joined = name.matches('-').count();
    parts.count() > joined.saturating_add(1)
}

/// The name that starts at a token, where a public office goes with it.
pub(super) fn office_holder(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let name = candidate(scene, at).filter(|name| !name.spoilt && !name.titular)?;
    let before = evidence::word_before(scene, at).map(|index| scene.word(index));
    if before.is_some_and(|word| word.eq_ignore_ascii_case("commissaris")) && !scene.is_capital(at)
        || name::is_street(scene.word(name.span.last))
    {
        return None;
    }
    // "minister van Financiën" has a small word, and no name.
    let capital = scene.is_capital(at);
    let told = public_office(scene, &name);
    let sound = (told || carried(scene, &name)) && (capital || name.last.last);
    // What the document said of somebody counts for more than a form of address.
    let decibans = if told { 20 } else { 60 };
    sound.then(|| Sighting::new(scene.range(name.span), 0).because("public-office", "", decibans))
}
