//! Names of people who hold a public office.

use super::person;
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// A name right behind the word for a public office (minister, wethouder, Kamerlid) or before
    /// the party between brackets.
    OFFICE_HOLDER = "office-holder", Low; {
        nl: {
            title: "Naam van een bestuurder of politicus",
            what: "Hier staat de naam van iemand met een openbaar ambt.",
            why: "Wie uit zijn ambt in het openbaar optreedt, mag meestal genoemd worden.",
            advice: "Het mag meestal blijven staan.",
        },
        en: {
            title: "Name of an office-holder",
            what: "There is a name of someone who holds a public office here.",
            why: "Whoever acts in public by office may usually be named.",
            advice: "It may usually stay.",
        },
    }
}

/// Finds names of office-holders.
pub(super) static DETECTOR: Detector = Detector {
    kind: &OFFICE_HOLDER,
    triggers: &[Trigger::Word],
    names: "",
    hints: "",
    against: &[],
    judge: person::office_holder,
    finds: &[
        "minister [Bruins] heeft geschreven",
        "wethouder [J. de Vries]",
        "het lid [Van den Berg] (VVD)",
        "burgemeester [Halsema]",
    ],
    ignores: &[
        "de minister van Financiën",
        "de Minister van Binnenlandse Zaken en",
        "minister-president",
        "collega Bakker",
        "De Minister",
    ],
};
