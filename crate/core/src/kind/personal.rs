//! Kinds about personal data that a policy names itself; the detectors bring their own.

use super::{Subject, kinds};

/// The subject of the kinds in this file.
pub static SUBJECT: Subject = Subject {
    id: "personal",
    personal: true,
    nl: "Persoonsgegevens in de tekst",
    en: "Personal data in the text",
};

kinds! { SUBJECT;
    /// A name that the policy gives to look for.
    OWN_NAME = "own-name", Medium; {
        nl: {
            title: "Naam uit uw eigen lijst",
            what: "Hier staat een naam uit de lijst van uw organisatie.",
            why: "Uw organisatie wil deze naam niet publiceren.",
            advice: "Haal de naam weg uit de tekst.",
        },
        en: {
            title: "Name from your own list",
            what: "Here stands a name from the list of your organisation.",
            why: "Your organisation does not want to publish this name.",
            advice: "Take the name out of the text.",
        },
    }
    /// A rule that the policy adds.
    OWN_RULE = "own-rule", Medium; {
        nl: {
            title: "Regel van uw organisatie",
            what: "Hier staat iets dat een regel van uw organisatie noemt.",
            why: "Uw organisatie wil dit niet publiceren.",
            advice: "Haal het weg uit de tekst.",
        },
        en: {
            title: "Rule of your organisation",
            what: "Here stands something that a rule of your organisation names.",
            why: "Your organisation does not want to publish this.",
            advice: "Take it out of the text.",
        },
    }
}
