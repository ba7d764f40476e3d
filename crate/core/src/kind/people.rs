//! Kinds that name the people who made a document.

use super::{Neutral, Subject, kinds};

/// The subject of the kinds in this file.
pub static SUBJECT: Subject =
    Subject { id: "people", personal: true, nl: "Namen van mensen", en: "Names of people" };

kinds! { SUBJECT;
    /// Who made the document, or saved it last.
    AUTHOR = "author", Medium, neutral: Neutral::Numbered("Author"); {
        nl: {
            title: "Naam van de maker",
            what: "In de eigenschappen van dit bestand staat wie het maakte of opsloeg.",
            why: "Iedereen die het bestand krijgt, kan die naam lezen.",
            advice: "Laat de naam weghalen. Op de bladzijden verandert niets.",
        },
        en: {
            title: "Name of the maker",
            what: "The properties of this file tell who made or saved it.",
            why: "Anyone who gets the file can read that name.",
            advice: "Have the name removed. Nothing changes on the pages.",
        },
    }
    /// The organisation of the maker, or the manager named with it.
    ORGANISATION = "organisation", Low; {
        nl: {
            title: "Organisatie of leidinggevende",
            what: "In de eigenschappen staat een organisatie of leidinggevende.",
            why: "Dat kan vertellen wie er aan het document werkte.",
            advice: "Laat het weghalen als het niet nodig is.",
        },
        en: {
            title: "Organisation or manager",
            what: "The properties name an organisation or a manager.",
            why: "That can tell who worked on the document.",
            advice: "Have it removed if it is not needed.",
        },
    }
    /// The manager of the maker, as office programs keep it.
    MANAGER = "manager", Medium; {
        nl: {
            title: "Naam van een leidinggevende",
            what: "In de eigenschappen staat de naam van een leidinggevende.",
            why: "Iedereen die het bestand krijgt, kan die naam lezen.",
            advice: "Laat de naam weghalen.",
        },
        en: {
            title: "Name of a manager",
            what: "The properties hold the name of a manager.",
            why: "Anyone who gets the file can read that name.",
            advice: "Have the name removed.",
        },
    }
    /// Who wrote a comment.
    COMMENT_AUTHOR = "comment-author", Medium, neutral: Neutral::Numbered("Author"); {
        nl: {
            title: "Naam bij een opmerking",
            what: "Bij een opmerking staat wie haar schreef.",
            why: "Zo is te zien wie wat vond van een concept.",
            advice: "Laat de naam vervangen of haal de opmerking weg.",
        },
        en: {
            title: "Name at a comment",
            what: "A comment tells who wrote it.",
            why: "It shows who thought what of a draft.",
            advice: "Have the name replaced or remove the comment.",
        },
    }
    /// The initials of who wrote a comment.
    INITIALS = "initials", Low, neutral: Neutral::Word("A"); {
        nl: {
            title: "Voorletters bij een opmerking",
            what: "Bij een opmerking staan voorletters van de schrijver.",
            why: "Collega's herkennen daaraan wie het was.",
            advice: "Laat de voorletters vervangen.",
        },
        en: {
            title: "Initials at a comment",
            what: "A comment holds initials of its writer.",
            why: "Colleagues can tell from them who it was.",
            advice: "Have the initials replaced.",
        },
    }
    /// Who made a tracked change.
    CHANGE_AUTHOR = "change-author", Medium, neutral: Neutral::Numbered("Author"); {
        nl: {
            title: "Naam bij een wijziging",
            what: "Bij een bijgehouden wijziging staat wie haar maakte.",
            why: "Zo is te zien wie wat veranderde.",
            advice: "Laat de naam vervangen of accepteer de wijzigingen.",
        },
        en: {
            title: "Name at a change",
            what: "A tracked change tells who made it.",
            why: "It shows who changed what.",
            advice: "Have the name replaced or accept the changes.",
        },
    }
    /// The account of a person: a sign-in name, an address or a number that a service gave.
    ACCOUNT = "account", Medium, neutral: Neutral::Numbered("Author"); {
        nl: {
            title: "Account van een persoon",
            what: "In dit bestand staat een inlognaam of accountnummer.",
            why: "Daarmee is een persoon te vinden, ook zonder naam.",
            advice: "Laat het account weghalen.",
        },
        en: {
            title: "Account of a person",
            what: "This file holds a sign-in name or account number.",
            why: "It leads to a person, even without a name.",
            advice: "Have the account removed.",
        },
    }
    /// The owner of a camera or device.
    OWNER = "owner", Medium; {
        nl: {
            title: "Eigenaar van een apparaat",
            what: "In dit bestand staat van wie de camera of het apparaat is.",
            why: "Dat is vaak de naam van de maker.",
            advice: "Laat de naam weghalen.",
        },
        en: {
            title: "Owner of a device",
            what: "This file tells who owns the camera or device.",
            why: "That is often the name of the maker.",
            advice: "Have the name removed.",
        },
    }
    /// Who holds the rights to a picture or text.
    RIGHTS_HOLDER = "rights-holder", Medium; {
        nl: {
            title: "Wie de rechten heeft",
            what: "In dit bestand staat van wie het beeld of de tekst is.",
            why: "Dat is vaak de naam van de maker.",
            advice: "Laat het weghalen. Noem de maker zo nodig op de pagina.",
        },
        en: {
            title: "Who holds the rights",
            what: "This file tells who owns the picture or text.",
            why: "That is often the name of the maker.",
            advice: "Have it removed. Name the maker on the page if needed.",
        },
    }
    /// Who can be seen in a picture, as a program or person noted it.
    PERSON_SHOWN = "person-shown", Medium; {
        nl: {
            title: "Wie er op de foto staat",
            what: "Bij de foto staat wie erop te zien is.",
            why: "Zo is een onbekend gezicht ineens een naam.",
            advice: "Laat de naam weghalen. Het beeld verandert niet.",
        },
        en: {
            title: "Who is in the picture",
            what: "The picture tells who can be seen in it.",
            why: "It gives a name to an unknown face.",
            advice: "Have the name removed. The picture does not change.",
        },
    }
}
