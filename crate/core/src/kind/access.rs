//! Kinds that make a document easy to find and to read. They stay.

use super::{Subject, kinds};

/// The subject of the kinds in this file.
pub static SUBJECT: Subject = Subject {
    id: "access",
    personal: false,
    nl: "Titel en toegankelijkheid",
    en: "Title and accessibility",
};

kinds! { SUBJECT;
    /// The title of a document. Screen readers and search engines need it, so it stays.
    TITLE = "title", Low; {
        nl: {
            title: "Titel",
            what: "Dit bestand heeft een titel in de eigenschappen.",
            why: "De titel blijft staan, want voorleessoftware gebruikt hem.",
            advice: "Lees de titel na. Soms is het een oude naam.",
        },
        en: {
            title: "Title",
            what: "This file has a title in its properties.",
            why: "The title stays, for screen readers use it.",
            advice: "Read the title. Sometimes it is an old name.",
        },
    }
    /// A title that is the name or the folder of a file, or that a printer driver made of one. It
    /// stays, as any title does.
    TITLE_FILE_NAME = "title-file-name", Low; {
        nl: {
            title: "De titel is een bestandsnaam",
            what: "De titel van dit bestand is de naam van een bestand.",
            why: "Een lezer heeft daar weinig aan. Soms staat er ook een naam of map in.",
            advice: "Geef het bestand een titel die zegt waar het over gaat.",
        },
        en: {
            title: "The title is a file name",
            what: "The title of this file is the name of a file.",
            why: "That is of little use to a reader. Sometimes it also tells a name or folder.",
            advice: "Give the file a title that says what it is about.",
        },
    }
    /// Subject, keywords or a description.
    DESCRIPTION = "description", Low; {
        nl: {
            title: "Beschrijving of trefwoorden",
            what: "In de eigenschappen staat een beschrijving.",
            why: "Die is op de bladzijden niet te zien.",
            advice: "Kijk of de beschrijving mag blijven.",
        },
        en: {
            title: "Description or keywords",
            what: "The properties hold a description.",
            why: "It cannot be seen on the pages.",
            advice: "See whether the description may stay.",
        },
    }
    /// An alternative text that is only the name or folder of a picture file.
    ALT_PATH = "alt-path", Medium; {
        nl: {
            title: "Map of bestandsnaam als beschrijving",
            what: "De beschrijving van een plaatje is alleen een map of bestandsnaam.",
            why: "Daar kan iemands inlognaam in staan. Een lezer heeft er niets aan.",
            advice: "Laat hem weghalen en schrijf zelf een beschrijving.",
        },
        en: {
            title: "Folder or file name as description",
            what: "The description of a picture is only a folder or file name.",
            why: "Someone's sign-in name can be in it. A reader has no use for it.",
            advice: "Have it removed and write a description yourself.",
        },
    }
}
