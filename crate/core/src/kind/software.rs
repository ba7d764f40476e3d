//! Kinds about programs and devices.

use super::{Subject, kinds};

/// The subject of the kinds in this file.
pub static SUBJECT: Subject = Subject {
    id: "software",
    personal: false,
    nl: "Programma's en apparaten",
    en: "Programs and devices",
};

kinds! { SUBJECT;
    /// The program that made the document, with its version.
    PROGRAM = "program", Low; {
        nl: {
            title: "Programma",
            what: "In dit bestand staat met welk programma het gemaakt is.",
            why: "Dat helpt wie uw computers wil aanvallen.",
            advice: "Laat het weghalen.",
        },
        en: {
            title: "Program",
            what: "This file tells which program made it.",
            why: "That helps who wants to attack your computers.",
            advice: "Have it removed.",
        },
    }
    /// The camera, phone or scanner that made it.
    DEVICE = "device", Low; {
        nl: {
            title: "Apparaat",
            what: "In dit bestand staat met welk apparaat het gemaakt is.",
            why: "Dat kan naar de maker leiden.",
            advice: "Laat het weghalen.",
        },
        en: {
            title: "Device",
            what: "This file tells which device made it.",
            why: "It can lead to the maker.",
            advice: "Have it removed.",
        },
    }
    /// The number of one device.
    SERIAL_NUMBER = "serial-number", Medium; {
        nl: {
            title: "Serienummer",
            what: "In dit bestand staat het nummer van één apparaat.",
            why: "Daarmee zijn al zijn foto's aan elkaar te koppelen.",
            advice: "Laat het nummer weghalen.",
        },
        en: {
            title: "Serial number",
            what: "This file holds the number of one device.",
            why: "It links all pictures of that device.",
            advice: "Have the number removed.",
        },
    }
    /// The template a document was made from.
    TEMPLATE = "template", Low; {
        nl: {
            title: "Sjabloon",
            what: "In dit bestand staat van welk sjabloon het gemaakt is.",
            why: "Daar kan een map of naam in staan.",
            advice: "Laat het weghalen.",
        },
        en: {
            title: "Template",
            what: "This file tells which template it was made from.",
            why: "A folder or name can stand in it.",
            advice: "Have it removed.",
        },
    }
    /// A label that a protection system put on the document.
    LABEL = "label", Medium; {
        nl: {
            title: "Label van een beveiligingssysteem",
            what: "Een systeem zette een label in dit bestand.",
            why: "Daarin staat vaak wie het label gaf.",
            advice: "Laat het label weghalen.",
        },
        en: {
            title: "Label of a protection system",
            what: "A system put a label into this file.",
            why: "It often tells who gave the label.",
            advice: "Have the label removed.",
        },
    }
    /// A file whose name says something else than its bytes.
    WRONG_EXTENSION = "wrong-extension", Low; {
        nl: {
            title: "Naam past niet bij de inhoud",
            what: "De naam van dit bestand past niet bij wat erin zit.",
            why: "Programma's kunnen het daardoor verkeerd openen.",
            advice: "Geef het bestand de juiste naam.",
        },
        en: {
            title: "Name does not fit the content",
            what: "The name of this file does not fit what is in it.",
            why: "Programs may open it wrongly.",
            advice: "Give the file the right name.",
        },
    }
    /// How a camera was set, and other numbers about a picture.
    CAMERA_SETTINGS = "camera-settings", Low; {
        nl: {
            title: "Instellingen van de camera",
            what: "In dit bestand staat hoe de camera of het programma was ingesteld.",
            why: "Samen kunnen die getallen naar één apparaat leiden.",
            advice: "Laat ze weghalen. Het beeld verandert niet.",
        },
        en: {
            title: "Settings of the camera",
            what: "This file tells how the camera or program was set.",
            why: "Together such numbers can lead to one device.",
            advice: "Have them removed. The picture does not change.",
        },
    }
    /// What a camera writes in a form of its own: often its serial number or owner.
    MAKER_NOTE = "maker-note", Medium; {
        nl: {
            title: "Notities van de camera",
            what: "De camera schreef hier gegevens in een eigen vorm.",
            why: "Daar staat vaak een serienummer of een eigenaar in.",
            advice: "Laat ze weghalen. Het beeld verandert niet.",
        },
        en: {
            title: "Notes of the camera",
            what: "The camera wrote data here in a form of its own.",
            why: "It often holds a serial number or an owner.",
            advice: "Have them removed. The picture does not change.",
        },
    }
    /// What a font holds beside its letters: who made or changed it, where that is no known maker of fonts, and what no standard knows.
    FONT = "font", Low; {
        nl: {
            title: "Gegevens in een lettertype",
            what: "In een lettertype staat meer dan de letters nodig hebben.",
            why: "Dat kan de naam van een maker of een computer zijn.",
            advice: "Laat het weghalen. De letters veranderen niet.",
        },
        en: {
            title: "Data in a font",
            what: "A font holds more than its letters need.",
            why: "It can be the name of a maker or a computer.",
            advice: "Have it removed. The letters do not change.",
        },
    }
    /// A text in a colour profile that is not one of the usual ones. The colours need the profile, so it stays.
    COLOUR_PROFILE = "colour-profile", Low; {
        nl: {
            title: "Tekst in een kleurprofiel",
            what: "In het kleurprofiel staat een tekst die niet standaard is.",
            why: "Dat kan de naam van een scherm of computer zijn.",
            advice: "Kijk of de tekst iets vertelt. Het profiel blijft staan.",
        },
        en: {
            title: "Text in a colour profile",
            what: "The colour profile holds a text that is not a usual one.",
            why: "It can be the name of a screen or computer.",
            advice: "See whether the text tells anything. The profile stays.",
        },
    }
}
