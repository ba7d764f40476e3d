//! Kinds about content that a reader does not see.

use super::{Subject, kinds};

/// The subject of the kinds in this file.
pub static SUBJECT: Subject =
    Subject { id: "hidden", personal: false, nl: "Verborgen inhoud", en: "Hidden content" };

kinds! { SUBJECT;
    /// Text that is set as hidden.
    HIDDEN_TEXT = "hidden-text", Medium; {
        nl: {
            title: "Verborgen tekst",
            what: "In dit bestand staat tekst die u niet ziet.",
            why: "Een ander kan die tekst met één klik lezen.",
            advice: "Kijk of de tekst weg moet.",
        },
        en: {
            title: "Hidden text",
            what: "This file holds text that you do not see.",
            why: "Someone else can read it with one click.",
            advice: "See whether the text has to go.",
        },
    }
    /// A sheet that is hidden, also from the menu.
    HIDDEN_SHEET = "hidden-sheet", High; {
        nl: {
            title: "Verborgen werkblad",
            what: "In dit bestand staat een werkblad dat u niet ziet.",
            why: "Daar staan vaak lijsten met mensen op.",
            advice: "Kijk wat erop staat voordat u het deelt.",
        },
        en: {
            title: "Hidden sheet",
            what: "This file holds a sheet that you do not see.",
            why: "Such sheets often hold lists of people.",
            advice: "Look at what it holds before you share it.",
        },
    }
    /// Rows or columns that are hidden or filtered out.
    HIDDEN_ROWS = "hidden-rows", Medium; {
        nl: {
            title: "Verborgen rijen of kolommen",
            what: "In dit werkblad staan rijen of kolommen die u niet ziet.",
            why: "Een ander kan ze weer zichtbaar maken.",
            advice: "Kijk wat erin staat voordat u het deelt.",
        },
        en: {
            title: "Hidden rows or columns",
            what: "This sheet holds rows or columns that you do not see.",
            why: "Someone else can make them visible again.",
            advice: "Look at what they hold before you share it.",
        },
    }
    /// A slide that a slide show leaves out.
    HIDDEN_SLIDE = "hidden-slide", Medium; {
        nl: {
            title: "Verborgen dia",
            what: "In dit bestand staat een dia die u in de voorstelling niet ziet.",
            why: "Een ander kan haar gewoon openen.",
            advice: "Kijk of de dia weg moet.",
        },
        en: {
            title: "Hidden slide",
            what: "This file holds a slide that the show leaves out.",
            why: "Someone else can simply open it.",
            advice: "See whether the slide has to go.",
        },
    }
    /// Notes of the speaker with a slide.
    NOTES = "notes", Medium; {
        nl: {
            title: "Notities bij een dia",
            what: "Bij een dia staan notities voor de spreker.",
            why: "Die zijn vaak niet voor anderen bedoeld.",
            advice: "Kijk of de notities weg moeten.",
        },
        en: {
            title: "Notes with a slide",
            what: "A slide has notes for the speaker.",
            why: "Those are often not meant for others.",
            advice: "See whether the notes have to go.",
        },
    }
    /// A small picture of the document, perhaps of an older version.
    THUMBNAIL = "thumbnail", Medium; {
        nl: {
            title: "Klein voorbeeldplaatje",
            what: "In dit bestand zit een klein plaatje van het document.",
            why: "Dat kan een oude versie laten zien.",
            advice: "Laat het plaatje weghalen.",
        },
        en: {
            title: "Small preview picture",
            what: "This file holds a small picture of the document.",
            why: "It can show an older version.",
            advice: "Have the picture removed.",
        },
    }
    /// Bytes that belong to no part of the document.
    STRAY_BYTES = "stray-bytes", Medium; {
        nl: {
            title: "Losse gegevens in het bestand",
            what: "In dit bestand zitten gegevens die bij geen onderdeel horen.",
            why: "Daar kan een oude of verborgen tekst in zitten.",
            advice: "Laat ze weghalen. Het document verandert niet.",
        },
        en: {
            title: "Loose data in the file",
            what: "This file holds data that belongs to no part of it.",
            why: "Old or hidden text can be in there.",
            advice: "Have it removed. The document does not change.",
        },
    }
    /// Data that a program keeps for itself, or that a standard does not know.
    PRIVATE_DATA = "private-data", Medium; {
        nl: {
            title: "Eigen gegevens van een programma",
            what: "Een programma bewaart hier gegevens voor zichzelf.",
            why: "Wat erin staat, ziet u niet op de bladzijden.",
            advice: "Laat ze weghalen.",
        },
        en: {
            title: "Private data of a program",
            what: "A program keeps data for itself here.",
            why: "You do not see on the pages what it holds.",
            advice: "Have it removed.",
        },
    }
    /// A property that somebody or some system added.
    CUSTOM_PROPERTY = "custom-property", Medium; {
        nl: {
            title: "Extra eigenschap",
            what: "In de eigenschappen staat een extra gegeven.",
            why: "Dat kan een naam, een adres of een zaaknummer zijn.",
            advice: "Laat het weghalen als het niet nodig is.",
        },
        en: {
            title: "Extra property",
            what: "The properties hold an extra item.",
            why: "It can be a name, an address or a case number.",
            advice: "Have it removed if it is not needed.",
        },
    }
    /// A list of headings, sheets or slides that a program keeps beside the document; it can be
    /// older than the document.
    PART_NAMES = "part-names", Low; {
        nl: {
            title: "Lijst van koppen of bladen",
            what: "In de eigenschappen staat een lijst van koppen, bladen of dia's.",
            why: "Die lijst kan ouder zijn dan het document.",
            advice: "Laat de lijst weghalen.",
        },
        en: {
            title: "List of headings or sheets",
            what: "The properties hold a list of headings, sheets or slides.",
            why: "That list can be older than the document.",
            advice: "Have the list removed.",
        },
    }
}
