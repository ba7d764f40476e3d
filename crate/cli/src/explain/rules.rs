//! The rules of the detectors in Dutch; the English ones stand at their kinds.

/// The rule by which a kind is found, where it has a detector.
pub(super) fn rule(kind: &str) -> Option<&'static str> {
    RULES.iter().find(|(id, _)| *id == kind).map(|(_, rule)| *rule)
}

/// A rule for each kind of personal data that is looked for in text.
const RULES: &[(&str, &str)] = &[
    (
        "address",
        "Een straat met een huisnummer: een woord dat eindigt als een straat, of elk woord met een
        hoofdletter waar een postcode achter staat of dat een adres genoemd wordt. In een tabel ook
        een straat en een nummer in een eigen kolom.",
    ),
    (
        "birth-date",
        "Een datum bij een woord als 'geboren', met een teken voor geboorte ervoor, of tussen haakjes
        achter een naam. Een datum met een eigen woord, zoals 'brief van', telt niet.",
    ),
    (
        "bsn",
        "Acht of negen cijfers die de elfproef van het BSN doorstaan: de cijfers maal 9, 8, … 2 en het
        laatste maal -1 zijn samen deelbaar door elf. Eén op de elf getallen doorstaat die bij toeval,
        dus zonder een woord als 'bsn' in de buurt is het niet meer dan mogelijk.",
    ),
    (
        "coordinates",
        "Een breedte en een lengte met vier of meer decimalen, of in graden, minuten en seconden. In
        Nederland is het paar genoeg, elders moet een woord zeggen wat het is.",
    ),
    (
        "document-number",
        "Negen letters en cijfers van een paspoort of identiteitskaart, tien cijfers van een rijbewijs
        of van een vreemdeling (V-nummer), achter een woord dat dat zegt.",
    ),
    (
        "email",
        "Een naam, een @ en een domein, ook als er (at) of %40 staat of spaties om de @. Een postbus
        van een functie (info, woo) is een eigen soort.",
    ),
    (
        "foreign-number",
        "Een nummer waaronder een staat een persoon kent, of een maker een telefoon (IMEI), met zijn
        controlecijfers. Een woord in de buurt moet het noemen, tenzij het een eigen vorm heeft.",
    ),
    (
        "functional-mailbox",
        "Een e-mailadres met de naam van een functie (info, woo, servicedesk), behalve bij een aanbieder
        waar mensen eigen adressen hebben.",
    ),
    (
        "iban",
        "Een land, twee controlecijfers en een rekening, zo lang als in dat land; het geheel laat 1
        over bij deling door 97. Eén op de 97 getallen doet dat bij toeval. Ook een oud
        rekeningnummer dat de elfproef doorstaat, achter een woord dat het noemt.",
    ),
    (
        "machine-readable-zone",
        "Twee regels van 44 tekens, drie van 30 of twee van 36 met controlecijfers, zoals onderaan een
        paspoort of identiteitskaart.",
    ),
    (
        "network-address",
        "Een IP-adres, lang of kort, of een MAC-adres. Versies en hoofdstukken lijken op een kort adres,
        dus bij kleine getallen moet er een woord in de buurt staan.",
    ),
    (
        "number-plate",
        "Zes letters en cijfers in een van de veertien volgordes die zijn uitgegeven, met streepjes, of
        zonder achter een woord als 'kenteken'.",
    ),
    (
        "office-holder",
        "Een naam achter het woord voor een openbaar ambt (minister, wethouder, Kamerlid), of voor een
        partij tussen haakjes.",
    ),
    (
        "office-phone",
        "Nummers die alleen organisaties krijgen: 0800, 0900, 088, 14 met een netnummer, en korte
        nummers zoals 112.",
    ),
    (
        "organisation-number",
        "Het nummer in het handelsregister (acht cijfers, twaalf voor een vestiging) of het RSIN, achter
        een woord dat dat zegt.",
    ),
    (
        "payment-card",
        "Dertien tot negentien cijfers met het begin van een bekende soort kaart, die de proef van Luhn
        doorstaan. Eén op de tien getallen doorstaat die bij toeval.",
    ),
    (
        "person",
        "Een naam achter een titel, een label of een groet, aan het eind van een brief, in een lijst met
        namen, met voorletters, voor een e-mailadres, of een bekende voornaam met een achternaam. In
        lopende tekst telt mee wat een klein model van de woorden eromheen zegt. Een naam die een keer
        zeker is, wordt in het hele document gevonden. Wie een openbaar ambt heeft, is een eigen soort.",
    ),
    (
        "phone",
        "Een Nederlands nummer in elke schrijfwijze, of een nummer met de code van een ander land.
        Nummers die alleen organisaties krijgen, zijn een eigen soort.",
    ),
    (
        "postcode",
        "Vier cijfers en twee hoofdletters met een plaats erachter of een straat ervoor, of bij een
        woord dat het noemt. Bij een postbus of kantoor telt het niet.",
    ),
    (
        "register-number",
        "Het onderwijsnummer (negen cijfers vanaf 10, waarvan de elfproef 5 overlaat) of de AGB-code van
        een zorgverlener, achter een woord dat dat zegt.",
    ),
    (
        "special-category",
        "Een woord voor een bijzonder gegeven (AVG, artikel 9) of voor een strafbaar feit (artikel 10),
        in dezelfde alinea als een persoon. Alleen zegt zo'n woord over niemand iets.",
    ),
    (
        "user-name",
        "De map van een gebruiker in een pad, een domein met een gebruiker, een nummer van een
        medewerker, of wat achter een woord als 'gebruikersnaam' of in zo'n kolom staat.",
    ),
    (
        "vat-bsn",
        "NL, negen cijfers, B en twee cijfers, waarvan de negen de elfproef doorstaan en het geheel geen
        1 overlaat bij deling door 97. Tot 2020 was dat bij een zelfstandige het BSN.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use lakmoes::detect;

    #[test]
    fn each_detector_has_its_rule_in_dutch() {
        for detector in detect::detectors() {
            assert!(rule(detector.kind.id).is_some(), "{}", detector.kind.id);
        }
        for (id, rule) in RULES {
            assert!(rule.ends_with('.'), "{id}");
        }
    }
}
