//! Kinds that tell how a document came about.

use super::{Subject, kinds};

/// The subject of the kinds in this file.
pub static SUBJECT: Subject = Subject {
    id: "history",
    personal: false,
    nl: "Oude versies en wijzigingen",
    en: "Older versions and changes",
};

kinds! { SUBJECT;
    /// Text that was added or removed while changes were tracked.
    TRACKED_CHANGE = "tracked-change", Medium; {
        nl: {
            title: "Bijgehouden wijziging",
            what: "In dit bestand staat een bijgehouden wijziging.",
            why: "Verwijderde tekst is daarin nog te lezen.",
            advice: "Kies of de wijzigingen worden geaccepteerd.",
        },
        en: {
            title: "Tracked change",
            what: "This file holds a tracked change.",
            why: "Removed text can still be read in it.",
            advice: "Choose whether the changes are accepted.",
        },
    }
    /// An earlier version that is still in the file.
    REVISION = "revision", Medium; {
        nl: {
            title: "Eerdere versie",
            what: "In dit bestand zit nog een eerdere versie.",
            why: "Wat u weghaalde, is daarin nog te lezen.",
            advice: "Laat de oude versie weghalen.",
        },
        en: {
            title: "Earlier version",
            what: "This file still holds an earlier version.",
            why: "What you took out can still be read in it.",
            advice: "Have the old version removed.",
        },
    }
    /// A number by which copies of a document can be linked.
    DOCUMENT_ID = "document-id", Low; {
        nl: {
            title: "Vaste code van het bestand",
            what: "Dit bestand heeft een vaste code.",
            why: "Daarmee zijn versies van het bestand te koppelen.",
            advice: "Laat de code weghalen of vernieuwen.",
        },
        en: {
            title: "Mark of the file",
            what: "This file has a fixed mark.",
            why: "It can link versions of the file.",
            advice: "Have the mark removed or renewed.",
        },
    }
    /// Numbers that tell in which session a piece of text was written.
    SESSION_ID = "session-id", Low; {
        nl: {
            title: "Code van een werksessie",
            what: "Bij stukken tekst staat in welke sessie ze geschreven zijn.",
            why: "Daarmee zijn documenten aan elkaar te koppelen.",
            advice: "Laat de codes weghalen.",
        },
        en: {
            title: "Mark of a work session",
            what: "Pieces of text tell in which session they were written.",
            why: "It can link documents to each other.",
            advice: "Have the marks removed.",
        },
    }
    /// How often or how long a document was worked on.
    EDITING = "editing", Low; {
        nl: {
            title: "Duur van het werk",
            what: "Er staat hoe vaak of hoe lang aan dit bestand gewerkt is.",
            why: "Dat vertelt iets over de maker.",
            advice: "Laat het weghalen.",
        },
        en: {
            title: "Duration of the work",
            what: "It tells how often or how long this file was worked on.",
            why: "That tells about the maker.",
            advice: "Have it removed.",
        },
    }
}
