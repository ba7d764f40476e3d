// A core that only knows names of files: it answers with the report that the name asks for. Used to
// look at every state of the page; never shipped.
'use strict';
const text = (title, what, why, advice) => ({ title, what, why, advice });
const catalogue = {
  subjects: [
    { id: 'people', personal: true, nl: 'Namen van mensen', en: 'Names of people' },
    { id: 'numbers', personal: true, nl: 'Nummers van mensen', en: 'Numbers of people' },
    { id: 'reach', personal: true, nl: 'Adressen en telefoonnummers', en: 'Addresses and phone numbers' },
    { id: 'remarks', personal: false, nl: 'Opmerkingen', en: 'Comments' },
    { id: 'redaction', personal: false, nl: 'Slecht gelakte plekken', en: 'Bad redactions' },
    { id: 'software', personal: false, nl: "Programma's en computers", en: 'Programs and computers' },
  ],
  kinds: [
    { id: 'author', severity: 'medium', subject: 'people', nl: text('Auteur', 'Dit is de naam van wie het bestand heeft gemaakt. U ziet die naam niet op de bladzijden.', 'Iedereen die het bestand krijgt, kan de naam vinden.', 'Laat de naam wissen.'), en: text('Author', 'This is the name of who made the file. You do not see it on the pages.', 'Everybody who gets the file can find the name.', 'Have the name removed.') },
    { id: 'last-author', severity: 'medium', subject: 'people', nl: text('Laatst opgeslagen door', 'Dit is de naam van wie het bestand het laatst heeft opgeslagen.', 'Iedereen die het bestand krijgt, kan de naam vinden.', 'Laat de naam wissen.'), en: text('Last saved by', 'This is the name of who saved the file last.', 'Everybody who gets the file can find the name.', 'Have the name removed.') },
    { id: 'bsn', severity: 'high', subject: 'numbers', nl: text('Burgerservicenummer', 'Dit getal is waarschijnlijk een burgerservicenummer.', 'Met een BSN kan iemand zich voor een ander uitgeven.', 'Haal het nummer weg uit de tekst.'), en: text('Citizen service number', 'This number is probably a Dutch citizen service number (BSN).', 'With a BSN someone can pose as another.', 'Take the number out of the text.') },
    { id: 'email', severity: 'medium', subject: 'reach', nl: text('E-mailadres', 'Dit is een e-mailadres.', 'Iemand kan deze persoon ongevraagd mailen.', 'Haal het adres weg, of gebruik een algemeen adres.'), en: text('E-mail address', 'This is an e-mail address.', 'Anybody can write to this person.', 'Take the address out, or use a general one.') },
    { id: 'comment', severity: 'medium', subject: 'remarks', nl: text('Opmerking', 'Iemand heeft een opmerking bij de tekst geschreven.', 'Een opmerking is vaak niet bedoeld voor buiten.', 'Lees de opmerking en kies of zij weg moet.'), en: text('Comment', 'Somebody wrote a comment beside the text.', 'A comment is often not meant for others.', 'Read the comment and choose whether it has to go.') },
    { id: 'application', severity: 'low', subject: 'software', nl: text('Programma', 'Dit is het programma waarmee het bestand is gemaakt.', 'Het vertelt iets over uw computer.', 'Laat het wissen.'), en: text('Program', 'This is the program that made the file.', 'It tells something about your computer.', 'Have it removed.') },
    { id: 'template', severity: 'medium', subject: 'software', nl: text('Pad van een sjabloon', 'Dit is een map op een computer of in een netwerk.', 'Er kan een naam van een medewerker in staan.', 'Laat het wissen.'), en: text('Path of a template', 'This is a folder on a computer or in a network.', 'It may hold the name of an employee.', 'Have it removed.') },
    { id: 'tracked-change', severity: 'medium', subject: 'remarks', nl: text('Wijziging', 'Iemand heeft de tekst veranderd.', 'Een ander ziet wat er eerst stond.', 'Kies of de wijziging weg moet.'), en: text('Change', 'Somebody changed the text.', 'Someone else sees what stood there.', 'Choose whether the change has to go.') },
    { id: 'bad-redaction', severity: 'high', subject: 'redaction', nl: text('Slecht gelakt', 'Onder een balk staat nog wat er stond.', 'Een ander kan de balk weghalen.', 'Laat weghalen wat eronder staat.'), en: text('Bad redaction', 'What stood there is still under a bar.', 'Someone else can take the bar away.', 'Have removed what is under it.') },
  ],
};
const SUM = 'a'.repeat(64);
const finding = (id, kind, severity, remedy, plain, mask, location, more = {}) => ({
  plain: { excerpt: plain, context: more.plainContext ?? more.context ?? '' },
  id, kind, severity, certainty: 'certain', places: [{ location, remedy }], excerpt: mask,
  context: '', same: null, count: 1, allowed: null, reasons: [], ...more, plainContext: undefined,
});
const core = { part: 'docProps/core.xml' };
const FINDINGS = [
  finding('author.0', 'author', 'medium', 'drop', 'Jan de Vries', 'J•• d• V•••• (12)', [core, { property: 'dc:creator' }], { same: 1, count: 3 }),
  finding('last-author.1', 'last-author', 'medium', 'drop', 'Fatima el Amrani', 'F••••• e• A••••• (16)', [core, { property: 'cp:lastModifiedBy' }]),
  finding('bsn.2', 'bsn', 'high', 'keep', '999990019', '••••••••• (9)', [{ part: 'word/document.xml' }, { paragraph: 12 }], { certainty: 'likely', context: 'uw BSN ••••••••• staat', plainContext: 'uw BSN 999990019 staat', reasons: [{ id: 'eleven-test' }, { id: 'word-label', detail: 'BSN' }] }),
  finding('email.3', 'email', 'medium', 'keep', 'j.devries@example.nl', 'j•••••••@ (20)', [{ part: 'word/document.xml' }, { paragraph: 14 }], { certainty: 'likely', context: 'mail naar j•••••••@ of bel', plainContext: 'mail naar j.devries@example.nl of bel' }),
  finding('application.6', 'application', 'low', 'drop', 'Microsoft Office Word 16.0000', 'M•••••••• O••••• W••• (29)', [{ part: 'docProps/app.xml' }, { property: 'Application' }]),
  finding('template.7', 'template', 'medium', 'drop', '\\\\fs01\\gebruikers\\jdevries\\Sjablonen\\Beleidsnota met een heel lange naam.dotx', '\\\\f•••\\g•••••••••\\j•••••••\\S••••••••\\B•••••••••• m•• e•• h••• l•••• n•••.d••• (77)', [{ part: 'word/_rels/settings.xml.rels' }]),
];
const COMMENTS = [
  finding('comment.4', 'comment', 'medium', 'ask', 'Klopt dit bedrag wel? Vraag het Jan.', 'K•••• d•• b••••• w••? V•••• h•• J••. (36)', [{ part: 'word/comments.xml' }, { comment: 1 }]),
  finding('comment.5', 'comment', 'medium', 'ask', 'Dit moet nog langs de jurist.', 'D•• m••• n•• l•••• d• j•••••. (29)', [{ part: 'word/comments.xml' }, { comment: 2 }]),
];
const REDACTED = [
  finding('bad-redaction.8', 'bad-redaction', 'high', 'ask', 'Jan de Vries', 'J•• d• V•••• (12)', [{ page: 2 }]),
  finding('tracked-change.9', 'tracked-change', 'medium', 'ask', '→', '→ (1)', [{ part: 'word/document.xml' }, { paragraph: 3 }]),
];
const surface = { location: [{ part: 'word/media/image1.png' }] };
function make(name, size, verdict, found = [], gaps = [], surfaces = [], format = 'docx') {
  const report = (plain) => ({
    name, size, sha256: SUM, format, verdict, policy: { name: 'default', version: '1' },
    findings: found.map(({ plain: values, ...rest }) => (plain ? { ...rest, ...values } : rest)),
    gaps, coverage: { parts: 12, unread: gaps.length, text: 4210, surfaces, limits: {} },
    engine: { name: 'lakmoes', version: '0.1.0' },
  });
  return { report: report(false), revealed: report(true), json: JSON.stringify(report(false)) };
}
function inspect(name, size, options) {
  const has = (word) => name.includes(word);
  if (has('empty')) return make(name, 0, 'unreadable', [], [{ location: [], reason: 'unknown' }], [], null);
  if (has('findings')) return make(name, size, 'findings', FINDINGS, [], [surface]);
  if (has('comments')) return make(name, size, 'findings', [...FINDINGS, ...COMMENTS]);
  if (has('redacted')) return make(name, size, 'findings', REDACTED);
  if (has('hidden')) return make(name, size, 'findings', FINDINGS.slice(5));
  if (has('incomplete')) return make(name, size, 'incomplete', FINDINGS.slice(0, 2), [{ location: [{ part: 'word/embeddings/oleObject1.bin' }], reason: 'unknown' }, { location: [{ page: 3 }], reason: 'picture' }], [surface]);
  if (has('password') && options?.password !== 'geheim') return make(name, size, 'unreadable', [], [{ location: [], reason: 'encrypted' }], [], 'pdf');
  if (has('heavy')) return make(name, 151 * 2 ** 20, 'incomplete', [], [{ location: [], reason: 'limit' }], [], 'pdf');
  if (has('damaged')) return make(name, size, 'unreadable', [], [{ location: [], reason: 'damaged' }], [], 'pdf');
  if (has('bomb')) return make(name, size, 'unreadable', [], [{ location: [], reason: 'limit' }], [], 'zip');
  if (has('unknown')) return make(name, size, 'unreadable', [], [{ location: [], reason: 'unknown' }], [], null);
  if (has('listed')) return make(name, size, 'clear', FINDINGS.slice(4, 5), [], [], 'pdf');
  if (has('surface')) return make(name, size, 'clear', [], [], [surface, surface], 'jpeg');
  if (has('signed') || has('stubborn')) return make(name, size, 'findings', FINDINGS.slice(0, 1), [], [], 'pdf');
  if (has('many')) return make(name, size, 'findings', Array.from({ length: 2000 }, (_, n) => finding(`email.${n}`, 'email', 'medium', 'keep', `p${n}@example.nl`, `p••••@ (${n})`, [{ page: n }])));
  return make(name, size, 'clear');
}
function clean(name, size, plan) {
  if (name.includes('stubborn')) return { failure: { code: 'not-clean' } };
  if (name.includes('signed') && !plan.remove.includes('signature')) return { failure: { code: 'signed' } };
  const asks = name.includes('comments');
  const all = asks ? COMMENTS : [];
  const left = all.filter(({ id }) => !plan.remove.includes(id));
  const told = (items, plain) => items.map((item) => ({ kind: item.kind, excerpt: plain ? item.plain.excerpt : item.excerpt, now: null, count: item.count, shown: false }));
  const gone = name.includes('lengthy') ? Array.from({ length: 250 }, (_, n) => finding(`author.${n}`, 'author', 'medium', 'drop', `Schrijver ${n}`, `S••••••• ${n}`, [])) : [...FINDINGS.filter(({ places }) => places[0].remedy === 'drop'), ...all.filter(({ id }) => plan.remove.includes(id))];
  const stay = name.includes('findings') || asks ? [...FINDINGS.filter(({ places }) => places[0].remedy === 'keep'), ...left] : left;
  const changes = (plain) => ({ removed: told(gone, plain), neutral: told(FINDINGS.slice(1, 2), plain).map((change) => ({ ...change, now: 'Author 1' })), kept: told(stay, plain) });
  const gaps = name.includes('incomplete') ? [{ location: [{ page: 3 }], reason: 'picture' }] : [];
  const verdict = gaps.length ? 'incomplete' : stay.length ? 'findings' : 'clear';
  return { copy: new Blob([`copy of ${name}: ${JSON.stringify(plan)}`]), ...make(name, size, verdict, stay, gaps), changes: changes(false), changesRevealed: changes(true) };
}
/** What the address of this worker asks for: `sealed=no`, `seal-after=MILLISECONDS`. */
const asked = new URLSearchParams(self.location.search);
self.onmessage = async ({ data: { ask, file, name, plan, options } }) => {
  if (ask === 'seal') {
    await new Promise((done) => setTimeout(done, Number(asked.get('seal-after') ?? 0)));
    return self.postMessage({ sealed: asked.get('sealed') !== 'no' });
  }
  if (ask === 'catalogue') return self.postMessage({ catalogue, version: '0.1.0' });
  if (name.includes('slow')) {
    self.postMessage({ progress: { unit: 'page', done: 12, total: 80 } });
    return undefined;
  }
  if (name.includes('dies')) {
    setTimeout(() => {
      throw new Error('dead');
    });
    return undefined;
  }
  if (name.includes('trap')) return self.postMessage({ failure: { code: 'stopped' } });
  if (name.includes('changes')) return self.postMessage({ failure: { code: 'changed' } });
  await new Promise((done) => setTimeout(done, 20));
  if (ask === 'clean') return self.postMessage({ ...clean(name, file.size, plan) });
  return self.postMessage({ ...inspect(name, file.size, options) });
};
self.postMessage({ ready: true });
