//! Kinds about what stands inside a document.

use super::{Subject, kinds};

/// The subject of the kinds in this file.
pub static SUBJECT: Subject = Subject {
    id: "inside",
    personal: false,
    nl: "Opmerkingen en bijlagen",
    en: "Comments and attachments",
};

kinds! { SUBJECT;
    /// A comment of a reviewer.
    COMMENT = "comment", Medium; {
        nl: {
            title: "Opmerking",
            what: "Bij dit document staat een opmerking.",
            why: "Opmerkingen zijn vaak voor collega's bedoeld.",
            advice: "Kies of de opmerking weg moet.",
        },
        en: {
            title: "Comment",
            what: "This document has a comment.",
            why: "Comments are often meant for colleagues.",
            advice: "Choose whether the comment has to go.",
        },
    }
    /// A file within the file.
    ATTACHMENT = "attachment", Medium; {
        nl: {
            title: "Bijlage in het bestand",
            what: "In dit bestand zit een ander bestand.",
            why: "Dat kan meer vertellen dan u wilt delen.",
            advice: "Kijk of de bijlage mee moet.",
        },
        en: {
            title: "Attachment in the file",
            what: "This file holds another file.",
            why: "It can tell more than you want to share.",
            advice: "See whether the attachment should go along.",
        },
    }
    /// A value that somebody filled in.
    FORM_VALUE = "form-value", Medium; {
        nl: {
            title: "Ingevuld veld",
            what: "In een formulierveld staat iets ingevuld.",
            why: "Dat kan een persoonsgegeven zijn.",
            advice: "Kijk of de ingevulde waarde mag blijven.",
        },
        en: {
            title: "Filled-in field",
            what: "A form field is filled in.",
            why: "It can be personal data.",
            advice: "See whether the value may stay.",
        },
    }
    /// A script or macro.
    SCRIPT = "script", Medium; {
        nl: {
            title: "Script of macro",
            what: "In dit bestand zit een programma.",
            why: "Daar kunnen namen en mappen in staan.",
            advice: "Laat het weghalen als het niet nodig is.",
        },
        en: {
            title: "Script or macro",
            what: "This file holds a program.",
            why: "Names and folders can stand in it.",
            advice: "Have it removed if it is not needed.",
        },
    }
    /// What a program made of macros to start them faster.
    MACRO_CACHE = "macro-cache", Low; {
        nl: {
            title: "Vertaalde macro's",
            what: "Naast de macro's staat een vertaling ervan voor de computer.",
            why: "Daarin kan een oudere versie staan, met namen en mappen.",
            advice: "Haal de vertaling weg. Het programma maakt haar zelf opnieuw.",
        },
        en: {
            title: "Compiled macros",
            what: "Beside the macros stands a translation of them for the computer.",
            why: "It can hold an older version, with names and folders.",
            advice: "Remove the translation. The program makes it again by itself.",
        },
    }
    /// A digital signature, with what it tells about the signer.
    SIGNATURE = "signature", Medium; {
        nl: {
            title: "Digitale handtekening",
            what: "Dit bestand is ondertekend.",
            why: "In de handtekening staat wie ondertekende.",
            advice: "Kies of de handtekening weg mag. Een schone kopie heeft haar niet meer.",
        },
        en: {
            title: "Digital signature",
            what: "This file is signed.",
            why: "The signature tells who signed.",
            advice: "Choose whether the signature may go. A clean copy no longer has it.",
        },
    }
    /// The document is encrypted, and opens with the password given or with none.
    ENCRYPTION = "encryption", Low; {
        nl: {
            title: "Versleuteling",
            what: "Dit bestand is versleuteld.",
            why: "Een schone kopie is niet meer versleuteld. Beperkingen voor lezers vervallen.",
            advice: "Kies of de kopie zonder versleuteling mag zijn.",
        },
        en: {
            title: "Encryption",
            what: "This file is encrypted.",
            why: "A clean copy is no longer encrypted. Restrictions for readers end.",
            advice: "Choose whether the copy may be without encryption.",
        },
    }
    /// A link to a place that only the organisation can reach.
    INTERNAL_LINK = "internal-link", Low; {
        nl: {
            title: "Link naar een interne plek",
            what: "In dit bestand staat een link naar een interne plek.",
            why: "De link vertelt iets over uw netwerk.",
            advice: "Kijk of de link weg moet.",
        },
        en: {
            title: "Link to an internal place",
            what: "This file holds a link to an internal place.",
            why: "The link tells about your network.",
            advice: "See whether the link has to go.",
        },
    }
    /// A signed account of how a picture came about (C2PA). It holds for this very file, so it goes when anything else does.
    CONTENT_CREDENTIALS = "content-credentials", Medium; {
        nl: {
            title: "Ondertekende herkomst",
            what: "In dit bestand staat een ondertekend verslag van hoe het gemaakt is.",
            why: "Daarin staan programma's, apparaten en soms namen.",
            advice: "Bewaar het origineel. Een schone kopie heeft het verslag niet meer.",
        },
        en: {
            title: "Signed origin",
            what: "This file holds a signed account of how it was made.",
            why: "It tells programs, devices and sometimes names.",
            advice: "Keep the original. A clean copy no longer has the account.",
        },
    }
}
