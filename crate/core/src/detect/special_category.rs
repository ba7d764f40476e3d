//! Health, belief, origin, sexuality, union, politics, body and crime, said of a person.

use super::lexicon::Traits;
use super::scan::Shape;
use super::scene::{Scene, Span};
use super::sighting::Sighting;
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// A word for one of the special categories (GDPR, article 9) or for crime (article 10), in the
    /// same paragraph as a person: a name, a form of address, or a word such as "betrokkene" at most
    /// forty words away. Alone such a word tells about nobody, and policy is full of them.
    SPECIAL_CATEGORY = "special-category", High; {
        nl: {
            title: "Bijzonder persoonsgegeven",
            what: "Hier staat waarschijnlijk iets over gezondheid, geloof, afkomst of straf van een persoon.",
            why: "Zulke gegevens zijn extra beschermd. De Woo staat publicatie niet toe.",
            advice: "Haal de zin weg, of alles waaraan de persoon te herkennen is.",
        },
        en: {
            title: "Special category of personal data",
            what: "This probably tells about health, belief, origin or crime of a person.",
            why: "Such data has extra protection. The law does not allow it to be published.",
            advice: "Take the sentence out, or all that points to the person.",
        },
    }
}

/// Finds words for special categories near a person.
pub(super) static DETECTOR: Detector = Detector {
    kind: &SPECIAL_CATEGORY,
    triggers: &[Trigger::Word],
    names: "\
        depressie depressief burnout diabetes kanker borstkanker longkanker chemotherapie hiv aids \
        autisme autistisch adhd psychose psychotisch schizofrenie borderline dementie dementerend \
        alzheimer parkinson copd epilepsie verslaafd alcoholverslaving drugsverslaving \
        alcoholist zwanger zwangerschap miskraam abortus gehandicapt arbeidsongeschikt ziekgemeld \
        medicatie methadon antidepressiva psychiatrisch psychiatrische tumor hartinfarct \
        herseninfarct zelfmoord suïcidaal suïcidepoging ptss angststoornis eetstoornis anorexia \
        dwangstoornis reuma hepatitis huidskleur islamitisch moslim moslima joods jood katholiek \
        gereformeerd hervormd hindoe boeddhist bekeerd jehova vakbondslid homoseksueel homo lesbisch \
        lesbienne biseksueel transgender dna vingerafdruk vingerafdrukken strafblad veroordeeld \
        gedetineerd gevangenisstraf celstraf taakstraf mishandeling mishandeld verkrachting aanranding \
        zedendelict drugshandel aangehouden reclassering depressed pregnant disabled convicted",
    hints: "",
    against: &[],
    judge,
    finds: &[
        "Mevrouw Jansen is [zwanger] van haar tweede kind.",
        "Betrokkene heeft een [depressie] gehad.",
        "Volgens de heer De Vries is hij eerder [veroordeeld].",
        "Cliënt is [verslaafd] en gebruikt [methadon].",
    ],
    ignores: &[
        "Diabetes komt vaak voor bij ouderen.",
        "De kosten van medicatie stijgen.",
        "Een taakstraf is een hoofdstraf.",
        "Wie zwanger is, heeft recht op verlof.",
    ],
};

/// Words for the person that a text is about.
const PERSONS: &str = "betrokkene cliënt cliënte patiënt patiënte verdachte slachtoffer klager klaagster \
    appellant eiser eiseres verzoeker verzoekster werknemer werkneemster bezwaarmaker leerling \
    vreemdeling belanghebbende";

const IS_PERSON: Traits = Traits::of(19);
/// Forms of address.
const IS_ADDRESS: Traits = Traits::of(6);
/// From this on the model is sure that a word is a part of a name.
const SURE: i32 = 450;
/// How many tokens before and behind the word are looked at.
const REACH: usize = 60;

/// The words for persons and what they are.
pub(super) fn traits() -> impl Iterator<Item = (&'static str, Traits)> {
    PERSONS.split_ascii_whitespace().map(|word| (word, IS_PERSON))
}

fn judge(scene: &Scene<'_>, at: usize) -> Option<Sighting> {
    let word = scene.named_by(at)?;
    let before = (0..at).rev().take(REACH);
    let behind = (at.saturating_add(1)..).take(REACH / 2);
    let person = of_paragraph(scene, before).or_else(|| of_paragraph(scene, behind))?;
    let span = Span { first: at, last: at };
    let sighting = Sighting::new(scene.range(span), 0).because("category", word, 0);
    Some(sighting.because("person-near", person, 8))
}

/// The first person in these tokens of one paragraph: the word for it, or nothing for a name.
fn of_paragraph(scene: &Scene<'_>, tokens: impl Iterator<Item = usize>) -> Option<&'static str> {
    for index in tokens {
        let token = scene.token(index)?;
        if token.shape == Shape::Line && scene.word(index).matches('\n').count() > 1 {
            return None;
        }
        if token.shape != Shape::Word {
            continue;
        }
        if let Some(word) = scene.with_traits(index, IS_PERSON.and(IS_ADDRESS)) {
            return Some(word);
        }
        if scene.said(index).is_some_and(|sum| sum >= SURE) && token.capital {
            return Some("");
        }
    }
    None
}
