/**
 * The words of the page in Dutch: level B1, formal. The words of kinds come from the core.
 */

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

export const nl = {
  language: 'Nederlands',

  page: {
    title: 'Lakmoes: controleer een document voordat u het deelt',
    lead: 'Controleer een document voordat u het deelt',
    languages: 'Taal',
  },

  area: {
    label: 'Bestanden om te controleren',
    choose: 'Kies bestanden',
    chooseOne: 'Kies een bestand',
    folder: 'Kies een map',
    drop: 'of sleep ze naar deze pagina',
    dropOne: 'of sleep het hierheen',
    again: 'Nog een bestand',
    other: 'Kies een ander bestand',
    stays: 'Uw bestand blijft op uw computer.',
    proofLink: 'Zo kunt u dat zelf nagaan.',
    proof: [
      'Zet uw internet uit en probeer het: alles werkt nog.',
      'Deze pagina verbiedt uw browser om iets te versturen. Die regel staat boven in de code van de pagina.',
      'Een apart proces zonder internet leest uw bestand. De pagina zelf leest het niet.',
    ],
    dropping: 'Laat los om te controleren. Uw bestand blijft op uw computer.',
    known: (/** @type {string} */ name) => `${name} staat al in de lijst.`,
    none: 'In deze map staan geen bestanden.',
  },

  busy: {
    waiting: 'Wacht op de andere bestanden',
    reading: 'Bezig met lezen …',
    cleaning: 'Bezig met schoonmaken …',
    page: (/** @type {number} */ n, /** @type {number} */ of) => `bladzijde ${n} van ${of}`,
    part: (/** @type {number} */ n, /** @type {number} */ of) => `onderdeel ${n} van ${of}`,
    bytes: (/** @type {string} */ n, /** @type {string} */ of) => `${n} van ${of}`,
    stop: 'Stoppen',
    late: 'Dit duurt lang. Doorgaan of stoppen?',
    goOn: 'Doorgaan',
  },

  verdict: {
    clear: 'Niets gevonden.',
    clearListed: (/** @type {number} */ n) =>
      `Niets gevonden dat zeker weg moet. Bekijk nog ${count(n, 'punt', 'punten')}.`,
    allRead: 'Alles is gelezen.',
    tips: (/** @type {number} */ n) => n === 1
      ? 'Er is 1 tip om het bestand toegankelijker te maken.'
      : `Er zijn ${n} tips om het bestand toegankelijker te maken.`,
    surfaces: (/** @type {number} */ n) => n === 1
      ? 'Tekst in 1 plaatje is niet gelezen. Bekijk dat zelf.'
      : `Tekst in ${n} plaatjes is niet gelezen. Bekijk die zelf.`,
    personal: 'Persoonsgegevens gevonden.',
    hidden: 'Verborgen gegevens gevonden.',
    incomplete: 'Niet alles kon worden gelezen. Deel dit bestand nog niet.',
    unreadable: 'Dit bestand kon niet worden gelezen.',
    unchecked: 'Dit bestand is niet gecontroleerd.',
    about: (/** @type {string} */ list) => `Het gaat om ${list}.`,
    alsoFound: (/** @type {string} */ list) => `Wel gevonden: ${list}.`,
    and: 'en',
    more: (/** @type {number} */ n) => `nog ${count(n, 'onderwerp', 'onderwerpen')}`,
  },

  /** Why a document has no answer, and what the person can do. */
  reason: {
    start: {
      title: 'De controle werkt niet in deze browser of op deze pagina. Dit bestand is niet gecontroleerd.',
      advice: 'Probeer een nieuwe versie van Firefox, Chrome, Edge of Safari.',
    },
    policy: {
      title: 'De controle is op deze pagina verkeerd ingesteld. Dit bestand is niet gecontroleerd.',
      advice: 'Meld dit aan de beheerder van deze pagina.',
    },
    stopped: {
      title: 'De controle is gestopt. Dit bestand is niet gecontroleerd.',
      advice: 'Probeer het nog een keer. Gaat het weer mis? Deel dit bestand dan niet zonder er zelf goed naar te kijken.',
    },
    late: {
      title: 'De controle is gestopt. Dit bestand is niet gecontroleerd.',
      advice: 'Het lezen duurde te lang. Probeer het nog een keer, of maak het bestand eerst kleiner.',
    },
    cancelled: {
      title: 'U hebt de controle gestopt. Dit bestand is niet gecontroleerd.',
      advice: 'U kunt de controle opnieuw starten.',
    },
    changed: {
      title: 'Dit bestand is veranderd tijdens het lezen. Het is niet gecontroleerd.',
      advice: 'Sla het bestand op, sluit het en kies het daarna opnieuw.',
    },
    empty: {
      title: 'Dit bestand is leeg.',
      advice: 'Er staat niets in om te controleren. Kijk of u het goede bestand hebt gekozen.',
    },
    encrypted: {
      title: 'Dit bestand heeft een wachtwoord. Vul het in, dan lezen wij het. Het blijft op uw computer.',
      advice: '',
    },
    damaged: {
      title: 'Dit bestand kon niet worden gelezen.',
      advice: 'Het bestand is beschadigd. Open het in het programma waarmee het is gemaakt en sla het opnieuw op.',
    },
    unknown: {
      title: 'Dit bestand kon niet worden gelezen.',
      advice: 'Wij kennen dit soort bestand nog niet.',
      other: 'Sla het op als pdf of Word-bestand en kies dat.',
    },
    limit: {
      title: 'Dit bestand kon niet worden gelezen.',
      advice: 'Het bestand is te groot, of wordt te groot bij het uitpakken. Splits het in kleinere delen. Kreeg u het van een ander? Vertrouw het dan niet zomaar.',
    },
    picture: {
      title: 'Dit bestand kon niet worden gelezen.',
      advice: 'De bladzijden zijn plaatjes. Bekijk zelf wat erop staat.',
    },
  },

  password: {
    label: 'Wachtwoord',
    read: 'Lees het bestand',
    wrong: 'Het lezen lukt niet met dit wachtwoord. Kijk of u het goed hebt ingevuld.',
    advice: 'Weet u het wachtwoord niet? Vraag dan om een bestand zonder wachtwoord.',
  },

  gap: {
    title: 'Niet gelezen',
    reasons: {
      encrypted: {
        what: 'Dit deel is beveiligd met een wachtwoord.',
        advice: 'Vraag om een bestand zonder wachtwoord, of haal dit deel weg.',
      },
      damaged: {
        what: 'Dit deel is beschadigd.',
        advice: 'Open het bestand in het programma waarmee het is gemaakt en sla het opnieuw op.',
      },
      unknown: {
        what: 'Wij weten niet wat in dit deel staat.',
        advice: 'Haal dit deel weg uit het bestand, of kijk zelf wat het is.',
      },
      limit: {
        what: 'Dit deel is te groot om helemaal te lezen.',
        advice: 'Splits het bestand in kleinere delen en controleer die.',
      },
      picture: {
        what: 'Deze bladzijde is een plaatje. De tekst erop is niet gelezen.',
        advice: 'Bekijk de bladzijde zelf. Let op namen, adressen en handtekeningen.',
      },
      stopped: {
        what: 'Dit deel is niet gecontroleerd.',
        advice: 'Probeer het nog een keer.',
      },
    },
    surface: {
      what: 'De tekst in dit plaatje is niet gelezen.',
      advice: 'Bekijk het plaatje zelf. Let op namen, gezichten en kentekens.',
    },
    whole: 'het hele bestand',
    more: (/** @type {number} */ n) => `en nog ${n}`,
  },

  group: {
    remedies: {
      drop: (/** @type {number} */ n) => (n === 1 ? '1 wordt gewist' : `${n} worden gewist`),
      neutral: (/** @type {number} */ n) => (n === 1 ? '1 wordt anoniem' : `${n} worden anoniem`),
      ask: (/** @type {number} */ n) => `${n} kiest u zelf`,
      along: (/** @type {number} */ n) =>
        (n === 1 ? '1 hangt af van uw keuze' : `${n} hangen af van uw keuze`),
      keep: (/** @type {number} */ n) => `${n} moet u zelf weghalen`,
      stays: (/** @type {number} */ n) => (n === 1 ? '1 blijft staan' : `${n} blijven staan`),
    },
    tips: 'past u zelf aan',
    allowed: (/** @type {number} */ n) => `${n} toegestaan`,
    what: 'Wat is dit?',
    why: 'Waarom is dat een probleem?',
    advice: 'Wat kunt u doen?',
    other: 'Andere gegevens',
    show: 'Toon',
    hide: 'Verberg',
    showAll: 'Toon alle waarden',
    hideAll: 'Verberg alle waarden',
    times: (/** @type {number} */ n) => `${n} keer`,
    certainty: { certain: 'zeker', likely: 'waarschijnlijk', possible: 'misschien' },
    reasons: 'Waarom denken wij dat?',
    places: 'Waar nog meer?',
    same: (/** @type {number} */ n) => `Dezelfde waarde staat ook op een andere plek (nummer ${n}).`,
    allowedReason: (/** @type {string} */ why) => `Toegestaan: ${why}`,
    elsewhere: (/** @type {number} */ n) => `en op nog ${count(n, 'plek', 'plekken')}`,
    more: (/** @type {number} */ n) => `Toon er nog ${n}`,
    /** What a change is that holds no text of its own. */
    signs: { '+': 'ingevoegd', '-': 'verwijderd', '→': 'verplaatst', '≠': 'andere opmaak' },
    noValue: 'geen tekst om te tonen',
    remedy: {
      drop: 'wordt gewist',
      neutral: 'wordt anoniem',
      ask: 'kiest u zelf',
      along: 'gaat mee met waar het in staat',
      keep: 'moet u zelf weghalen',
      stays: 'blijft staan',
    },
  },

  /** What made a detector surer, or less sure. */
  because: {
    'eleven-test': 'Het getal voldoet aan de elfproef.',
    'iban-length': 'Het nummer heeft de juiste lengte en klopt bij narekenen.',
    'word-label': (/** @type {string} */ word) => `Het woord “${word}” staat ervoor.`,
    'word-list': (/** @type {string} */ word) => `Het staat in een rij onder het woord “${word}”.`,
    'word-near': (/** @type {string} */ word) => `Het woord “${word}” staat in de buurt.`,
    'word-against': (/** @type {string} */ word) =>
      `Het woord “${word}” staat in de buurt. Daardoor is het minder zeker.`,
    'goes-on': 'Er staan nog meer cijfers bij. Daardoor is het minder zeker.',
    'public-body': 'Het adres is van een overheid.',
    'email-no-name': 'Er staat geen naam in het adres. Het kan van een team zijn.',
    'email-random': 'De naam lijkt willekeurig. Daardoor is het minder zeker.',
    'email-encoded': 'Het adres is in code geschreven.',
    'email-spelled': 'Het apenstaartje is uitgeschreven.',
    'email-spaced': 'Er staan spaties om het apenstaartje.',
    'phone-short': 'Het nummer is kort voor een telefoonnummer.',
    'phone-mobile': 'Het lijkt op een mobiel nummer.',
    'phone-country': 'Het begint met een landnummer.',
    'phone-area': 'Het begint met een netnummer.',
    'phone-odd': 'De cijfers staan anders gegroepeerd dan gewoonlijk.',
    'phone-abroad': 'Het is een nummer in een ander land.',
    'phone-short-code': 'Het is een kort nummer.',
    'phone-service': 'Het is een nummer van een dienst.',
    'phone-company': 'Het is een nummer van een organisatie.',
    'phone-municipality': 'Het is een nummer van een gemeente.',
    'check-digits': 'De controlecijfers kloppen.',
    'foreign-scheme': (/** @type {string} */ name) => `Het past bij ${name}, een nummer uit een ander land.`,
    date: 'Er staat een datum.',
    decimals: 'Het zijn twee getallen met decimalen, zoals in een navigatiesysteem.',
    degrees: 'Er staan graden of windrichtingen bij.',
    digits: (/** @type {string} */ n) => `Het nummer heeft ${n} cijfers.`,
    'digits-8': 'Het nummer heeft 8 cijfers. Daardoor is het minder zeker.',
    'digits-9': 'Het nummer heeft 9 cijfers.',
    'document-shape': 'Het heeft de vorm van een nummer van een document.',
    'domain-user': 'Er staat een netwerk en een gebruiker.',
    'email-behind': 'Er staat een e-mailadres achter.',
    'birth-sign': 'Er staat een teken voor geboorte voor.',
    'name-before': 'Het staat tussen haakjes achter een naam.',
    'employee-number': 'Het heeft de vorm van een personeelsnummer.',
    'account-shape': 'Het heeft de vorm van een account van een dienst of beheerder.',
    'account-word': 'Ervoor staat dat er een account volgt.',
    speaker: 'Het staat voor een bericht met een tijd.',
    'file-name': 'Het staat in de naam van een bestand.',
    'names-beside': 'Er staat een andere naam naast.',
    'small-letters': 'Hier schrijft iemand zonder hoofdletters.',
    greeting: 'Het staat na een groet of aanhef.',
    'house-number-odd': 'Het huisnummer is ongewoon. Daardoor is het minder zeker.',
    'letter-number': 'Het is een letter met een nummer, zoals bij accounts van medewerkers.',
    luhn: 'Het nummer klopt bij narekenen.',
    'mod-97': 'Het nummer klopt bij narekenen.',
    'mod-97-fails': 'Het nummer klopt niet bij narekenen. Daardoor is het minder zeker.',
    'mrz-checks': 'De controlecijfers van het reisdocument kloppen.',
    'name-initials': 'Er staan voorletters bij.',
    'name-known': 'Voornaam en achternaam komen in Nederland voor.',
    'name-of-thing': 'Het kan ook de naam van een ding of plek zijn. Daardoor is het minder zeker.',
    'name-turned': 'De achternaam staat voor de voornaam.',
    'name-word': 'Het kan ook een gewoon woord zijn.',
    'name-words': 'Het zijn woorden met een hoofdletter.',
    'not-a-name': 'Het is meestal geen naam. Daardoor is het minder zeker.',
    'place-before': 'Ervoor staat "aan de", "op het" of iets dergelijks.',
    'line-alone': 'Er staat niets anders op de regel.',
    'house-addition': 'Het nummer heeft een toevoeging, zoals bij huizen.',
    grid: 'Het zijn meters in het Nederlandse coördinatenstelsel (RD).',
    'place-behind': 'Er staat een plaatsnaam achter.',
    'plate-order': 'De letters en cijfers staan zoals op een kenteken.',
    'postcode-behind': 'Er staat een postcode achter.',
    'postcode-other': 'Er staan letters die zelden in een postcode staan. Daardoor is het minder zeker.',
    'postcode-year': 'Het getal kan ook een jaar zijn. Daardoor is het minder zeker.',
    'public-office': 'Het is iemand met een openbare functie.',
    'street-before': 'Er staat een straat voor.',
    'street-name': 'Het is de naam van een straat.',
    'user-folder': 'Het staat in een map van een gebruiker.',
    'email-words': 'Het adres bestaat uit gewone woorden. Daardoor is het minder zeker.',
    model: 'De woorden eromheen zijn meegewogen.',
    category: (/** @type {string} */ word) => `Het woord “${word}” gaat over iets dat de wet extra beschermt.`,
    'person-near': (/** @type {string} */ word) => `Het gaat over een persoon: “${word}” staat in de buurt.`,
    'security-identifier': 'Het heeft de vorm van een code voor een account in Windows.',
  },

  choice: {
    legend: 'Wat doen wij hiermee in de schone kopie?',
    remove: 'weg',
    neutral: 'zonder naam',
    keep: 'laten staan',
    same: 'zoals hierboven',
    one: (/** @type {string} */ value) => `Keuze voor ${value}`,
  },

  copy: {
    make: 'Maak een schone kopie',
    makeAll: 'Maak van alles een schone kopie',
    again: 'Maak een nieuwe schone kopie',
    clear: 'Schone kopie gemaakt.',
    clearMore: 'Opnieuw gecontroleerd: niets meer gevonden.',
    made: 'Kopie gemaakt.',
    left: (/** @type {string} */ list) => `Dit staat er nog in: ${list}.`,
    listed: (/** @type {number} */ n) =>
      `Opnieuw gecontroleerd: niets dat zeker weg moet. Bekijk nog ${count(n, 'punt', 'punten')}.`,
    incomplete: 'Kopie gemaakt. Niet alles kon worden gelezen. Deel deze kopie nog niet.',
    download: 'Download',
    changes: 'Wat is er veranderd?',
    before: 'Stond erin',
    after: 'Staat er nu',
    gone: 'niets meer',
    anonymous: 'een vaste waarde zonder naam',
    shown: 'hier gewist; u ziet het nog wel elders in het bestand',
    column: 'Onderdeel',
    stale: 'U hebt een keuze veranderd. Maak een nieuwe schone kopie.',
    original: 'Gevonden in uw bestand',
    rest: 'Dit staat nog in de kopie',
  },

  failure: {
    signed: 'Dit bestand is ondertekend. Een schone kopie heeft die handtekening niet meer.',
    signedGo: 'Maak toch een schone kopie',
    encrypted: 'Dit bestand heeft een wachtwoord. Een schone kopie heeft dat wachtwoord niet meer.',
    encryptedGo: 'Maak een kopie zonder wachtwoord',
    notClean: 'Er is geen kopie gemaakt: na het schoonmaken stond er nog iets in. Uw bestand is niet veranderd.',
    unreadable: 'Er is geen kopie gemaakt: dit bestand kon niet helemaal worden gelezen. Uw bestand is niet veranderd.',
    changed: 'Er is geen kopie gemaakt: dit bestand is veranderd tijdens het lezen. Kies het opnieuw.',
    cancelled: 'Er is geen kopie gemaakt: u hebt het schoonmaken gestopt.',
    stopped: 'Er is geen kopie gemaakt: het schoonmaken is gestopt. Uw bestand is niet veranderd.',
  },

  file: {
    save: 'Bewaar het rapport',
    remove: (/** @type {string} */ name) => `Haal ${name} uit de lijst`,
    retry: 'Probeer opnieuw',
    details: 'Bekijk',
    close: 'Sluiten',
  },

  form: {
    use: 'Schone kopie gebruiken',
    asIs: 'Toch zo meesturen',
    asIsCopy: 'Kopie zo meesturen',
    unchecked: 'Ongecontroleerd meesturen',
    undo: 'Anders kiezen',
    will: {
      clear: 'Dit bestand wordt meegestuurd.',
      copy: 'De schone kopie wordt meegestuurd.',
      'copy-accepted': 'De kopie wordt meegestuurd met wat er nog in staat.',
      accepted: 'Dit bestand wordt meegestuurd zoals het is.',
      'not-checked': 'Dit bestand wordt meegestuurd. Het is niet gecontroleerd.',
      'copy-not-checked': 'De kopie wordt meegestuurd. Die is niet helemaal gecontroleerd.',
    },
    missing: 'Kies een bestand.',
    busy: 'Wacht tot het bestand is gecontroleerd.',
    decide: 'In het bestand is iets gevonden. Kies een schone kopie of stuur het toch zo mee.',
    decideCopy: 'In de kopie staat nog iets. Kies of u de kopie zo meestuurt.',
    uncheckedFirst: 'Het bestand is niet helemaal gecontroleerd. Kies een ander bestand of stuur het ongecontroleerd mee.',
  },

  announce: {
    done: (/** @type {number} */ n) => count(n, 'bestand gecontroleerd', 'bestanden gecontroleerd'),
    verdicts: {
      findings: (/** @type {number} */ n) => `In ${count(n, 'bestand', 'bestanden')} is iets gevonden.`,
      incomplete: (/** @type {number} */ n) => n === 1
        ? '1 bestand kon niet helemaal worden gelezen.'
        : `${n} bestanden konden niet helemaal worden gelezen.`,
      unreadable: (/** @type {number} */ n) => n === 1
        ? '1 bestand is niet gecontroleerd.' : `${n} bestanden zijn niet gecontroleerd.`,
      clear: (/** @type {number} */ n) => `In ${count(n, 'bestand', 'bestanden')} is niets gevonden.`,
    },
    busy: (/** @type {number} */ n) => `Bezig met ${count(n, 'bestand', 'bestanden')}.`,
  },

  place: {
    page: (/** @type {any} */ v) => `bladzijde ${v}`,
    sheet: (/** @type {any} */ v) => `werkblad ${v}`,
    cell: (/** @type {any} */ v) => `cel ${v}`,
    slide: (/** @type {any} */ v) => `dia ${v}`,
    paragraph: (/** @type {any} */ v) => `alinea ${v}`,
    line: (/** @type {any} */ v) => `regel ${v}`,
    block: (/** @type {any} */ v) => `gecodeerd blok ${v}`,
    object: (/** @type {any} */ v) => `object ${v}`,
    revision: (/** @type {any} */ v) => `eerdere versie ${v}`,
    comment: (/** @type {any} */ v) => `opmerking ${v}`,
    attachment: (/** @type {any} */ v) => `bijlage ${v}`,
    property: (/** @type {any} */ v) => `eigenschap ${v}`,
    part: (/** @type {any} */ v) => `onderdeel ${v}`,
    name: 'de naam van het bestand',
    parts: {
      'word/document.xml': 'de tekst',
      'word/comments.xml': 'de opmerkingen',
      'word/footnotes.xml': 'de voetnoten',
      'word/endnotes.xml': 'de eindnoten',
      'word/people.xml': 'de lijst met personen',
      'word/settings.xml': 'de instellingen',
      'docProps/core.xml': 'de eigenschappen van het bestand',
      'docProps/app.xml': 'de eigenschappen van het programma',
      'docProps/custom.xml': 'de eigen eigenschappen',
      'xl/workbook.xml': 'de werkmap',
      'xl/sharedStrings.xml': 'de tekst van de cellen',
      'ppt/presentation.xml': 'de presentatie',
    },
    header: 'de kop van de bladzijde',
    footer: 'de voet van de bladzijde',
    image: (/** @type {string} */ name) => `het plaatje ${name}`,
  },
};

/** @typedef {typeof nl} Words */
