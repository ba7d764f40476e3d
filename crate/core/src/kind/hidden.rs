//! Kinds about content that a reader does not see.

use super::{Neutral, Subject, kinds};

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
    /// Text in the colour of the paper, or too small to see.
    INVISIBLE_TEXT = "invisible-text", Medium; {
        nl: {
            title: "Onzichtbare tekst",
            what: "In dit bestand staat tekst die u niet kunt zien, zoals wit op wit.",
            why: "Een ander kan die tekst selecteren en lezen.",
            advice: "Kijk of de tekst weg moet.",
        },
        en: {
            title: "Invisible text",
            what: "This file holds text that cannot be seen, such as white on white.",
            why: "Someone else can select and read it.",
            advice: "See whether the text has to go.",
        },
    }
    /// A shape that is hidden, or lies beside the slide.
    HIDDEN_SHAPE = "hidden-shape", Medium; {
        nl: {
            title: "Verborgen vorm",
            what: "In dit bestand staat een vorm die u niet ziet, of die naast de dia ligt.",
            why: "Een ander kan hem weer zichtbaar maken.",
            advice: "Kijk of de vorm weg moet.",
        },
        en: {
            title: "Hidden shape",
            what: "This file holds a shape that is hidden, or lies beside the slide.",
            why: "Someone else can make it visible again.",
            advice: "See whether the shape has to go.",
        },
    }
    /// A picture that no page shows.
    HIDDEN_PICTURE = "hidden-picture", Medium; {
        nl: {
            title: "Verborgen afbeelding",
            what: "In dit bestand zit een afbeelding die u op geen bladzijde ziet.",
            why: "Een ander kan de afbeelding uit het bestand halen.",
            advice: "Laat de afbeelding weghalen als ze niet nodig is.",
        },
        en: {
            title: "Hidden picture",
            what: "This file holds a picture that you see on no page.",
            why: "Someone else can take the picture out of the file.",
            advice: "Have the picture removed if it is not needed.",
        },
    }
    /// A picture of which a part was cut away to the eye only.
    CROPPED_PICTURE = "cropped-picture", Medium; {
        nl: {
            title: "Bijgesneden afbeelding",
            what: "Van een afbeelding ziet u maar een deel. De rest zit nog in het bestand.",
            why: "Een ander kan de rest weer zichtbaar maken.",
            advice: "Snijd de afbeelding echt bij voordat u het bestand deelt.",
        },
        en: {
            title: "Cropped picture",
            what: "You see only a part of a picture. The rest is still in the file.",
            why: "Someone else can make the rest visible again.",
            advice: "Really crop the picture before you share the file.",
        },
    }
    /// Rows of another source that a workbook keeps: behind a pivot table, or of a linked file.
    CACHED_DATA = "cached-data", High; {
        nl: {
            title: "Bewaarde gegevens uit een andere bron",
            what: "Dit bestand bewaart gegevens van elders die u niet ziet.",
            why: "Vaak is dat een hele lijst, ook wat is weggefilterd.",
            advice: "Plak wat u ziet als gewone waarden of tekst voordat u het bestand deelt.",
        },
        en: {
            title: "Kept data of another source",
            what: "This file keeps data from elsewhere that you do not see.",
            why: "It is often a whole list, also what was filtered out.",
            advice: "Paste what you see as plain values or text before you share the file.",
        },
    }
    /// How a workbook gets data from elsewhere, with servers and perhaps passwords.
    DATA_CONNECTION = "data-connection", High, neutral: Neutral::Word("connection"); {
        nl: {
            title: "Verbinding met een gegevensbron",
            what: "In dit bestand staat hoe het gegevens van elders haalt.",
            why: "Daarin staan servers, en soms namen en wachtwoorden.",
            advice: "Haal de verbinding weg als die niet nodig is.",
        },
        en: {
            title: "Connection with a data source",
            what: "This file tells how it gets data from elsewhere.",
            why: "Servers stand in it, and sometimes names and passwords.",
            advice: "Take the connection out if it is not needed.",
        },
    }
    /// A name in a workbook that no menu shows.
    HIDDEN_NAME = "hidden-name", Low; {
        nl: {
            title: "Verborgen naam",
            what: "In dit bestand staan namen die u niet ziet.",
            why: "Zo'n naam kan meer vertellen dan u wilt.",
            advice: "Kijk of de naam nodig is.",
        },
        en: {
            title: "Hidden name",
            what: "This file holds names that you do not see.",
            why: "Such a name can tell more than you want.",
            advice: "See whether the name is needed.",
        },
    }
    /// A name that somebody gave to a style, a list, a layout or a control; those that programs
    /// give by themselves are not told.
    ELEMENT_NAME = "element-name", Low, neutral: Neutral::Numbered("Name"); {
        nl: {
            title: "Naam van een onderdeel",
            what: "Een stijl, een lijst of een ander onderdeel heeft een eigen naam.",
            why: "U ziet die naam niet op de bladzijden. Er kan een persoon in staan.",
            advice: "Kijk of de naam mag blijven.",
        },
        en: {
            title: "Name of a part",
            what: "A style, a list or another part has a name of its own.",
            why: "You do not see that name on the pages. A person can be named in it.",
            advice: "See whether the name may stay.",
        },
    }
    /// Text that shows only when somebody points at something, or prints in a special way.
    SCREEN_TIP = "screen-tip", Low; {
        nl: {
            title: "Tekst die u niet meteen ziet",
            what: "Bij een link, een vak of een afdruk staat tekst die u niet meteen ziet.",
            why: "Een ander leest die tekst wel, bijvoorbeeld met de muis erop.",
            advice: "Lees of er iets in staat dat niet bedoeld is.",
        },
        en: {
            title: "Text that does not show at once",
            what: "A link, a box or a printed page has text that you do not see at once.",
            why: "Someone else does read it, by pointing at it, say.",
            advice: "Read whether anything in it is not meant.",
        },
    }
    /// A field or a control that holds more than what it shows: who wrote, a source of data, choices.
    FIELD = "field", Low; {
        nl: {
            title: "Veld",
            what: "In dit bestand staat een veld dat gegevens invult of bewaart.",
            why: "Het veld kan een naam, een bron of andere keuzes bevatten.",
            advice: "Kijk of het veld gewone tekst kan worden.",
        },
        en: {
            title: "Field",
            what: "This file holds a field that fills in or keeps data.",
            why: "The field can hold a name, a source or other choices.",
            advice: "See whether the field can become plain text.",
        },
    }
    /// Building blocks of a text (the glossary of Word), which no page shows.
    BUILDING_BLOCK = "building-block", Low; {
        nl: {
            title: "Bouwstenen",
            what: "In dit bestand staan stukken tekst die op geen bladzijde staan.",
            why: "Die stukken kunnen uit een ander document komen.",
            advice: "Lees of er iets in staat dat niet bedoeld is.",
        },
        en: {
            title: "Building blocks",
            what: "This file holds pieces of text that stand on no page.",
            why: "Those pieces can come from another document.",
            advice: "Read whether anything in them is not meant.",
        },
    }
    /// A protection against changes, with the digest of a password or a name.
    PROTECTION = "protection", Low; {
        nl: {
            title: "Beveiliging tegen wijzigen",
            what: "Dit bestand is beveiligd tegen wijzigen.",
            why: "Hoort er een wachtwoord bij? Dan staat dat versleuteld in het bestand.",
            advice: "Gebruik zo'n wachtwoord nergens anders.",
        },
        en: {
            title: "Protection against changes",
            what: "This file is protected against changes.",
            why: "Does it have a password? Then that stands in the file, scrambled.",
            advice: "Use such a password nowhere else.",
        },
    }
}
