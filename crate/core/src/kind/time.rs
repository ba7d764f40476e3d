//! Kinds that tell when something happened.

use super::{Neutral, Subject, kinds};

/// The subject of the kinds in this file.
pub static SUBJECT: Subject =
    Subject { id: "time", personal: false, nl: "Datums en tijden", en: "Dates and times" };

kinds! { SUBJECT;
    /// When a document was made, saved or printed.
    DATE = "date", Low, neutral: Neutral::Word("1980-01-01T00:00:00Z"); {
        nl: {
            title: "Datum van het werk",
            what: "Er staat wanneer dit bestand gemaakt of opgeslagen is.",
            why: "Dat vertelt wanneer iemand werkte.",
            advice: "Laat de datum weghalen.",
        },
        en: {
            title: "Date of the work",
            what: "It tells when this file was made or saved.",
            why: "That tells when somebody worked.",
            advice: "Have the date removed.",
        },
    }
    /// When a file in an archive was saved.
    ARCHIVE_DATE = "archive-date", Low; {
        nl: {
            title: "Datum van opslaan",
            what: "In dit bestand staat wanneer de onderdelen ervan zijn opgeslagen.",
            why: "Dat vertelt wanneer iemand werkte.",
            advice: "Laat de datums weghalen.",
        },
        en: {
            title: "Date of saving",
            what: "This file tells when its parts were saved.",
            why: "That tells when somebody worked.",
            advice: "Have the dates removed.",
        },
    }
}
