//! E-mail addresses that belong to a function.

use super::email::{Address, MARKS, WORDS};
use super::{Detector, Trigger};
use crate::kind::{kinds, personal::SUBJECT};

kinds! { SUBJECT;
    /// An e-mail address whose name is that of a function (info, woo, servicedesk), unless it is
    /// at a provider where people have addresses of their own.
    FUNCTIONAL_MAILBOX = "functional-mailbox", Low; {
        nl: {
            title: "Algemeen e-mailadres",
            what: "Hier staat een e-mailadres van een organisatie of afdeling.",
            why: "Zo'n adres is meestal algemeen bekend.",
            advice: "Het mag meestal blijven staan.",
        },
        en: {
            title: "General e-mail address",
            what: "There is an e-mail address of an organisation or department here.",
            why: "Such an address is usually public.",
            advice: "It may usually stay.",
        },
    }
}

/// Finds general e-mail addresses.
pub(super) static DETECTOR: Detector = Detector {
    kind: &FUNCTIONAL_MAILBOX,
    triggers: &[Trigger::Mark(MARKS)],
    names: WORDS,
    hints: "",
    against: &[],
    judge: |scene, at| {
        let address = Address::at(scene, at).filter(|address| address.functional)?;
        Some(address.sighting(scene))
    },
    finds: &[
        "Mail [info@gemeente.nl]",
        "[woo-verzoeken@minbzk.nl]",
        "[secretariaat.dgoo@minbzk.nl]",
        "[no-reply@example.nl]",
        "[Postbus.HDPenO@minbzk.nl]",
        "[wijkteam-noord@example.nl]",
        "[teamvergunningen@example.nl]",
    ],
    ignores: &[
        "info@gmail.com",
        "j.post@minbzk.nl",
        "wouter@example.nl",
        "j.heid@example.nl",
        "info@localhost",
    ],
};
