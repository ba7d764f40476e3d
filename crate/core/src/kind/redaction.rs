//! Kinds about redaction that does not hide what it should.

use super::{Subject, kinds};

/// The subject of the kinds in this file.
pub static SUBJECT: Subject = Subject {
    id: "redaction",
    personal: false,
    nl: "Slecht gelakte plekken",
    en: "Bad redactions",
};

kinds! { SUBJECT;
    /// Text or a picture under a bar that only covers it.
    BAD_REDACTION = "bad-redaction", High; {
        nl: {
            title: "Slecht gelakt",
            what: "Onder een balk of een plaatje staat nog wat er stond.",
            why: "Een ander kan de balk weghalen, of de tekst eronder kopiëren.",
            advice: "Haal weg wat eronder staat, of lak opnieuw met een programma dat dat doet.",
        },
        en: {
            title: "Bad redaction",
            what: "What stood there is still under a bar or a picture.",
            why: "Someone else can take the bar away, or copy the text under it.",
            advice: "Take out what is under it, or redact again with a program that does.",
        },
    }
    /// A mark that asks for something to be taken out, which was not done.
    UNAPPLIED_REDACTION = "unapplied-redaction", High; {
        nl: {
            title: "Lakken niet afgemaakt",
            what: "Iemand gaf aan dat hier iets weg moet, maar het staat er nog.",
            why: "Een ander kan het gewoon lezen.",
            advice: "Maak het lakken af voordat u het bestand deelt.",
        },
        en: {
            title: "Redaction not applied",
            what: "Somebody marked something here to be taken out, but it is still there.",
            why: "Someone else can simply read it.",
            advice: "Apply the redaction before you share the file.",
        },
    }
    /// Words under a bar that stand once more elsewhere in the document.
    REPEATED_REDACTION = "repeated-redaction", High; {
        nl: {
            title: "Gelakte woorden staan er nog eens",
            what: "Wat op een bladzijde gelakt is, staat ook ergens anders in het bestand.",
            why: "Bijvoorbeeld in een bladwijzer of een beschrijving. Een ander kan het daar lezen.",
            advice: "Laat weghalen wat onder de balk staat: dan gaat dit mee.",
        },
        en: {
            title: "Redacted words stand here again",
            what: "What is redacted on a page also stands elsewhere in the file.",
            why: "In a bookmark or a description, say. Someone else can read it there.",
            advice: "Have removed what is under the bar: then this goes as well.",
        },
    }
}
