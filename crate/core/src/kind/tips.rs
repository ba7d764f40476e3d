//! Kinds that a document lacks for people who listen to it or look for it. They say nothing about
//! anybody, and by default never count for the verdict.

use super::{Subject, kinds};

/// The subject of the kinds in this file.
pub static SUBJECT: Subject = Subject {
    id: "tips",
    personal: false,
    nl: "Tips voor toegankelijkheid",
    en: "Tips for accessibility",
};

kinds! { SUBJECT;
    /// A PDF without a title, in its properties as in its XMP. PDF/UA (ISO 14289-1, 7.1) asks for
    /// one.
    NO_TITLE = "no-title", Low; {
        nl: {
            title: "Geen titel",
            what: "Dit bestand heeft geen titel in de eigenschappen.",
            why: "Voorleessoftware en zoekmachines gebruiken dan de bestandsnaam.",
            advice: "Geef het bestand een titel.",
        },
        en: {
            title: "No title",
            what: "This file has no title in its properties.",
            why: "Screen readers and search engines then use the name of the file.",
            advice: "Give the file a title.",
        },
    }
    /// A PDF that asks readers to show the name of the file in place of its title
    /// (`/DisplayDocTitle`; ISO 14289-1, 7.1). Nothing is said where there is no title.
    TITLE_NOT_SHOWN = "title-not-shown", Low; {
        nl: {
            title: "De titel wordt niet getoond",
            what: "Het venster toont de bestandsnaam en niet de titel.",
            why: "Voorleessoftware leest dan die naam voor.",
            advice: "Zet de titel aan bij de weergave van het document.",
        },
        en: {
            title: "The title is not shown",
            what: "The window shows the name of the file and not the title.",
            why: "Screen readers then read that name aloud.",
            advice: "Have the title shown in the settings of the document.",
        },
    }
    /// A PDF that names no language for its text, neither in its catalogue nor at the root of its
    /// tags (ISO 14289-1, 7.2).
    NO_LANGUAGE = "no-language", Low; {
        nl: {
            title: "Geen taal",
            what: "Dit bestand zegt niet in welke taal de tekst is.",
            why: "Voorleessoftware kan de woorden dan verkeerd uitspreken.",
            advice: "Stel de taal van het document in.",
        },
        en: {
            title: "No language",
            what: "This file does not say in which language its text is.",
            why: "Screen readers may then pronounce the words wrongly.",
            advice: "Set the language of the document.",
        },
    }
    /// A PDF without a tree of tags, or that does not say that it is tagged (`/MarkInfo`; ISO
    /// 14289-1, 7.1).
    UNTAGGED = "untagged", Low; {
        nl: {
            title: "Geen labels voor voorleessoftware",
            what: "In dit bestand staat niet wat een kop, een lijst of een tabel is.",
            why: "Wie niet kan zien, kan de tekst dan moeilijk volgen.",
            advice: "Maak de pdf opnieuw, en kies voor een toegankelijke of gelabelde pdf.",
        },
        en: {
            title: "No tags for screen readers",
            what: "This file does not tell what is a heading, a list or a table.",
            why: "Who cannot see has a hard time following the text.",
            advice: "Make the PDF again, and choose an accessible or tagged PDF.",
        },
    }
    /// A figure in the tags of a PDF that has neither an alternative text nor one that stands in
    /// its place, or only the name of a file (ISO 14289-1, 7.3).
    NO_ALTERNATIVE = "no-alternative", Low; {
        nl: {
            title: "Plaatje zonder beschrijving",
            what: "Dit plaatje heeft geen beschrijving in woorden.",
            why: "Wie niet kan zien, weet dan niet wat erop staat.",
            advice: "Schrijf een beschrijving bij het plaatje. Is het versiering? Zeg dat dan in het document.",
        },
        en: {
            title: "Picture without a description",
            what: "This picture has no description in words.",
            why: "Who cannot see does not know what it shows.",
            advice: "Write a description with the picture. Is it decoration? Then say so in the document.",
        },
    }
}
