//! Kinds that tell where somebody or something is.

use super::{Neutral, Subject, kinds};

/// The subject of the kinds in this file.
pub static SUBJECT: Subject =
    Subject { id: "place", personal: true, nl: "Plaatsen en mappen", en: "Places and folders" };

/// What stands in a copy for a file elsewhere.
pub(crate) const LINKED: &str = "linked-file";
/// As an address it leads out of the package: programs refuse a document that lacks one of its own
/// parts (OpenDocument 1.4 part 2, 3.7).
pub(crate) const BESIDE: &str = "../linked-file";

kinds! { SUBJECT;
    /// Coordinates, as a phone or camera writes them.
    POSITION = "position", High; {
        nl: {
            title: "Plaats op de kaart",
            what: "In dit bestand staat waar het gemaakt is, met coördinaten.",
            why: "Dat kan iemands huis of werkplek zijn.",
            advice: "Laat de plaats weghalen. Het beeld verandert niet.",
        },
        en: {
            title: "Place on the map",
            what: "This file tells where it was made, with coordinates.",
            why: "That can be someone's home or workplace.",
            advice: "Have the place removed. The picture does not change.",
        },
    }
    /// A folder or file on a computer or server.
    FILE_PATH = "file-path", Medium; {
        nl: {
            title: "Map op een computer",
            what: "In dit bestand staat een map op een computer of server.",
            why: "In zo'n map staat vaak iemands inlognaam.",
            advice: "Haal de map weg.",
        },
        en: {
            title: "Folder on a computer",
            what: "This file names a folder on a computer or server.",
            why: "Such a folder often holds someone's sign-in name.",
            advice: "Take the folder out.",
        },
    }
    /// A printer, its server or its settings.
    PRINTER = "printer", Medium; {
        nl: {
            title: "Printer",
            what: "In dit bestand staat een printer of een printserver.",
            why: "Dat vertelt iets over het netwerk en over de gebruiker.",
            advice: "Laat de instelling weghalen.",
        },
        en: {
            title: "Printer",
            what: "This file names a printer or a print server.",
            why: "That tells about the network and the user.",
            advice: "Have the setting removed.",
        },
    }
    /// The name of a place: a city, a country, a building.
    PLACE_NAME = "place-name", Medium; {
        nl: {
            title: "Naam van een plaats",
            what: "In dit bestand staat een plaats, zoals een stad of gebouw.",
            why: "Dat kan vertellen waar iemand woont of werkt.",
            advice: "Laat de plaats weghalen. Het beeld verandert niet.",
        },
        en: {
            title: "Name of a place",
            what: "This file names a place, such as a city or a building.",
            why: "It can tell where someone lives or works.",
            advice: "Have the place removed. The picture does not change.",
        },
    }
    /// A file elsewhere from which the document takes something, and which cannot be missed.
    LINKED_FILE = "linked-file", Medium, neutral: Neutral::Word(LINKED); {
        nl: {
            title: "Koppeling met een ander bestand",
            what: "Dit document haalt iets uit een bestand op een computer of server.",
            why: "In de map van dat bestand staat vaak iemands inlognaam.",
            advice: "Laat de map weghalen.",
        },
        en: {
            title: "Connection with another file",
            what: "This document takes something from a file on a computer or server.",
            why: "The folder of that file often holds someone's sign-in name.",
            advice: "Have the folder removed.",
        },
    }
}
