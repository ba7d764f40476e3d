//! Words that several detectors know: those that name numbers nobody is known by.

use super::lexicon::Traits;

/// The traits of first names and surnames, as the lists of names number them.
pub(super) const NAMES: Traits = Traits::of(0).and(Traits::of(1));

/// Numbers of things, files and texts.
pub(super) const THINGS: &str = "\
    aanvraagnummer artikel artikelnummer artikelnr barcode bedrag besteknummer bestelnummer \
    bestelnr bonnummer checksum commit contractnummer dossier dossiernummer dossiernr ean ecli \
    factuur factuurnummer factuurnr id identifier inkoopnummer inventarisnummer invoice isbn issn \
    issue kamerstuk kenmerk kenmerknummer nen offertenummer onderdeelnummer order ordernummer \
    ordernr page pagina pakbon parentid perceelnummer pixels procedurenummer projectcode \
    projectnummer publicatienummer referentie referentienummer reference regel revision sectie sha \
    sku stuknummer ticket ticketnummer timestamp verordening versie versienummer version \
    volgnummer zaak zaaknummer zaaknr serienummer serial nonce offset bytes euro eur doi pmid uuid \
    hash rolnummer parketnummer meldingsnummer incidentnummer beschikkingsnummer aanslagnummer \
    vergunningnummer artikelcode productcode typenummer modelnummer klantnummer klantnr \
    relatienummer polisnummer lidnummer debiteurnummer debiteurennummer crediteurnummer \
    patiëntnummer cliëntnummer clientnummer";

/// Numbers of organisations.
pub(super) const ORGANISATIONS: &str = "\
    rsin kvk kvknummer handelsregister handelsregisternummer vestigingsnummer oin duns \
    loonheffingennummer brin bevoegdgezagnummer instellingscode";

/// Numbers to call.
pub(super) const CALLING: &str = "\
    telefoon telefoonnummer telefoonnr telefonisch tel mobiel mobiele mobielnummer gsm fax \
    faxnummer phone telephone mobile";

/// Accounts.
pub(super) const ACCOUNTS: &str = "\
    iban rekening rekeningnummer bankrekening bankrekeningnummer giro gironummer bankrekeningnr \
    rekeningnr postbank gironr rek";

/// Whether a word names a number of another sort than one that is looked for: `aanmeldnummer`,
/// `zaaknr`, `kenmerk`.
pub(super) fn names_number(word: &str) -> bool {
    let ends = ["nummer", "nr", "kenmerk", "code", "nummers", "number", "referentie"];
    ends.iter().any(|end| {
        let start = word.len().checked_sub(end.len()).filter(|start| *start > 2);
        start.and_then(|start| word.get(start..)).is_some_and(|last| last.eq_ignore_ascii_case(end))
    })
}
