/** Every state of the page: its words, and no violation of the rules of accessibility. */

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { file } from './support/browsers.js';
import { button, choose, close, lawful, open, settled, sound, text, verdicts } from './support/page.js';
import { inEach } from './support/server.js';

/** A state: the files, what the person does, and what then stands there in Dutch and in English. */
const STATES = [
  { name: 'nothing found', files: ['fine.docx'], nl: 'Niets gevonden.', en: 'Nothing found.',
    more: ['Alles is gelezen.', 'Everything was read.'] },
  { name: 'only small things found', files: ['listed.pdf'],
    nl: 'Niets gevonden dat zeker weg moet. Bekijk nog 1 punt.',
    en: 'Nothing found that surely has to go. Look at 1 more point.' },
  { name: 'pictures that were not read', files: ['surface.jpg'], nl: 'Niets gevonden.', en: 'Nothing found.',
    more: ['Tekst in 2 plaatjes is niet gelezen. Bekijk die zelf.', 'Text in 2 pictures was not read. Look at them yourself.'] },
  { name: 'personal data', files: ['findings.docx'], nl: 'Persoonsgegevens gevonden.', en: 'Personal data found.' },
  { name: 'hidden data', files: ['hidden.docx'], nl: 'Verborgen gegevens gevonden.', en: 'Hidden data found.' },
  { name: 'values shown', files: ['findings.docx'], nl: 'Persoonsgegevens gevonden.', en: 'Personal data found.',
    act: async (page) => page.locator('.row-finding .top .link').first().click(), more: ['999990019', '999990019'] },
  { name: 'not all read', files: ['incomplete.docx'],
    nl: 'Niet alles kon worden gelezen. Deel dit bestand nog niet.',
    en: 'Not everything could be read. Do not share this file yet.', more: ['Niet gelezen (3)', 'Not read (3)'] },
  { name: 'a PDF too large for its pages to be read', files: ['heavy.pdf'],
    nl: 'Niet alles kon worden gelezen. Deel dit bestand nog niet.',
    en: 'Not everything could be read. Do not share this file yet.',
    more: ['lakmoes check --limit page_text=1G', 'lakmoes check --limit page_text=1G'] },
  { name: 'damaged', files: ['damaged.pdf'], nl: 'Dit bestand kon niet worden gelezen.', en: 'This file could not be read.',
    more: ['Het bestand is beschadigd.', 'The file is damaged.'] },
  { name: 'too large when unpacked', files: ['bomb.zip'], nl: 'Dit bestand kon niet worden gelezen.', en: 'This file could not be read.',
    more: ['te groot', 'too large'] },
  { name: 'of an unknown type', files: ['unknown.xyz'], nl: 'Dit bestand kon niet worden gelezen.', en: 'This file could not be read.' },
  { name: 'empty', files: [file('nothing.txt', '')], nl: 'Dit bestand is leeg.', en: 'This file is empty.' },
  { name: 'changed while it was read', files: ['changes.docx'],
    nl: 'Dit bestand is veranderd tijdens het lezen. Het is niet gecontroleerd.',
    en: 'This file changed while it was read. It was not checked.' },
  { name: 'with a password', files: ['password.pdf'],
    nl: 'Dit bestand heeft een wachtwoord. Vul het in, dan lezen wij het. Het blijft op uw computer.',
    en: 'This file has a password. Enter it and we can read the file. It stays on your computer.' },
  { name: 'the worker died', files: ['dies.pdf'], nl: 'De controle is gestopt. Dit bestand is niet gecontroleerd.',
    en: 'The check stopped. This file was not checked.' },
  { name: 'the core trapped', files: ['trap.pdf'], nl: 'De controle is gestopt. Dit bestand is niet gecontroleerd.',
    en: 'The check stopped. This file was not checked.' },
  { name: 'the check cannot start', path: 'cannot-start', files: ['fine.docx'],
    nl: 'De controle werkt niet in deze browser of op deze pagina. Dit bestand is niet gecontroleerd.',
    en: 'The check does not work in this browser or on this page. This file was not checked.' },
  { name: 'a copy was made', files: ['hidden.docx'], act: clean, nl: 'Schone kopie gemaakt.', en: 'Clean copy made.',
    more: ['Opnieuw gecontroleerd: niets meer gevonden.', 'Checked again: nothing found any more.'] },
  { name: 'a copy with something left', files: ['comments.docx'], act: clean, nl: 'Kopie gemaakt.', en: 'Copy made.',
    more: ['Dit staat er nog in: ', 'This is still in it: '] },
  { name: 'no copy', files: ['stubborn.pdf'], act: clean, nl: 'Persoonsgegevens gevonden.', en: 'Personal data found.',
    more: ['Er is geen kopie gemaakt: na het schoonmaken stond er nog iets in. Uw bestand is niet veranderd. Laat minder weghalen, of pas het document zelf aan.',
      'No copy was made: something was still in it after cleaning. Your file is unchanged.'] },
  { name: 'signed', files: ['signed.pdf'], act: clean, nl: 'Persoonsgegevens gevonden.', en: 'Personal data found.',
    more: ['Dit bestand is ondertekend. Een schone kopie heeft die handtekening niet meer.',
      'This file is signed. A clean copy loses that signature.'] },
  { name: 'many files', files: Array.from({ length: 30 }, (_, n) => `${['findings', 'fine', 'incomplete', 'damaged'][n % 4]}-${n}.docx`),
    nl: 'Persoonsgegevens gevonden.', en: 'Personal data found.' },
];

async function clean(page) {
  await page.locator('[data-key="clean"]').click();
  await settled(page);
}

inEach('the page', (here) => {
  it('is sound while nothing is chosen, in all widths and both themes', async () => {
    for (const [width, colorScheme] of [[320, 'dark'], [768, 'light'], [1440, 'light']]) {
      const page = await open(here.browser, here.server.address, { width, colorScheme });
      await sound(page, `${width} ${colorScheme}`);
      await lawful(page, `${width} ${colorScheme}`);
      await page.locator('.proof summary').click();
      await sound(page, `${width} ${colorScheme}, proof`);
      await close(page);
    }
  });

  for (const state of STATES) {
    it(`tells in both languages: ${state.name}`, async () => {
      const page = await open(here.browser, here.server.address + (state.path ?? ''), { width: 320 });
      await choose(page, ...state.files);
      await settled(page);
      await state.act?.(page);
      assert.equal((await verdicts(page))[0], state.nl);
      assert.ok((await text(page)).includes(state.more?.[0] ?? ''), await text(page));
      await sound(page, 'nl');
      await button(page, 'English').click();
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.equal((await verdicts(page))[0], state.en);
      assert.ok((await text(page)).includes(state.more?.[1] ?? ''), await text(page));
      await sound(page, 'en');
      await close(page);
    });
  }

  it('asks after twenty seconds, and ends after two minutes', async () => {
    const page = await open(here.browser, here.server.address);
    await page.clock.install();
    await choose(page, 'slow.pdf');
    await page.locator('.progress-note', { hasText: 'bladzijde 12 van 80' }).waitFor();
    await page.clock.runFor(20_500);
    await page.getByText('Dit duurt lang. Doorgaan of stoppen?').waitFor();
    await sound(page, 'late');
    await page.clock.runFor(100_000);
    assert.deepEqual(await verdicts(page), ['De controle is gestopt. Dit bestand is niet gecontroleerd.']);
    await close(page);
  });

  it('goes on where the person says so, and asks again', async () => {
    const page = await open(here.browser, here.server.address);
    await page.clock.install();
    await choose(page, 'slow.pdf');
    await page.clock.runFor(20_500);
    await button(page, 'Doorgaan').click();
    await page.clock.runFor(110_000);
    assert.deepEqual(await verdicts(page), ['Bezig met lezen …']);
    await page.clock.runFor(20_000);
    await button(page, 'Stoppen').click();
    assert.deepEqual(await verdicts(page), ['U hebt de controle gestopt. Dit bestand is niet gecontroleerd.']);
    await close(page);
  });

  it('goes on with the other files when one is stuck, dies or traps', async () => {
    const page = await open(here.browser, here.server.address);
    await choose(page, 'dies.pdf', 'trap.docx', 'fine-1.docx', 'changes.txt', 'fine-2.docx', 'findings.docx');
    await settled(page);
    const said = await verdicts(page);
    assert.equal(said[2], 'Niets gevonden.');
    assert.equal(said[4], 'Niets gevonden.');
    assert.equal(said[5], 'Persoonsgegevens gevonden.');
    await close(page);
  });

  it('announces results once a batch', async () => {
    const page = await open(here.browser, here.server.address);
    await choose(page, 'fine.docx', 'findings.docx', 'damaged.pdf');
    await settled(page);
    assert.equal(await page.locator('.live').textContent(),
      '3 bestanden gecontroleerd. In 1 bestand is iets gevonden. 1 bestand is niet gecontroleerd. In 1 bestand is niets gevonden.');
    await close(page);
  });

  it('says so when a file is chosen again', async () => {
    const page = await open(here.browser, here.server.address);
    await page.evaluate(() => {
      const twice = () => [new File(['x'], 'fine.docx', { lastModified: 7 })];
      const element = document.querySelector('lakmoes-check');
      element.add(twice());
      element.add(twice());
    });
    await settled(page);
    assert.equal((await verdicts(page)).length, 1);
    await close(page);
  });

  it('reads a file with its password', async () => {
    const page = await open(here.browser, here.server.address);
    await choose(page, 'password.pdf');
    await settled(page);
    await page.locator('input[type=password]').fill('fout');
    await page.locator('input[type=password]').press('Enter');
    await page.getByText('Het lezen lukt niet met dit wachtwoord.').waitFor();
    await sound(page, 'wrong password');
    await page.locator('input[type=password]').fill('geheim');
    await button(page, 'Lees het bestand').click();
    await settled(page);
    assert.deepEqual(await verdicts(page), ['Niets gevonden.']);
    await close(page);
  });

  it('sends what was chosen, with an exception, to be cleaned', async () => {
    const page = await open(here.browser, here.server.address);
    await choose(page, 'comments.docx');
    await settled(page);
    await page.locator('summary', { hasText: 'Opmerkingen' }).click();
    await page.locator('.options label', { hasText: 'weg' }).click();
    await page.locator('.row-finding select').nth(1).selectOption('keep');
    await page.locator('[data-key="clean"]').click();
    await settled(page);
    const copy = await page.evaluate(() => document.querySelector('lakmoes-check').results[0].copy.text());
    assert.equal(copy, 'copy of comments.docx: {"remove":["comment.4"],"keep":["comment.5"],"neutral":[]}');
    await close(page);
  });

  it('takes out what is under a bar, unless the person says otherwise, and offers only what differs', async () => {
    const page = await open(here.browser, here.server.address);
    await choose(page, 'redacted.docx');
    await settled(page);
    const offered = page.locator('details.group', { hasText: 'Slecht gelakte plekken' }).locator('.options');
    assert.deepEqual(await offered.locator('label').allTextContents(), ['weg', 'laten staan']);
    assert.equal(await offered.locator('input:checked').inputValue(), 'remove');
    await page.locator('summary', { hasText: 'Opmerkingen' }).click();
    assert.equal(await page.locator('.value.none').textContent(), 'verplaatst');
    await page.locator('[data-key="clean"]').click();
    await settled(page);
    const copy = await page.evaluate(() => document.querySelector('lakmoes-check').results[0].copy.text());
    assert.equal(copy, 'copy of redacted.docx: {"remove":["bad-redaction.8"],"keep":[],"neutral":[]}');
    await close(page);
  });

  it('makes a copy of a signed file only when asked to', async () => {
    const page = await open(here.browser, here.server.address);
    await choose(page, 'signed.pdf');
    await settled(page);
    await clean(page);
    await button(page, 'Maak toch een schone kopie').click();
    await settled(page);
    assert.deepEqual(await verdicts(page), ['Schone kopie gemaakt.']);
    await close(page);
  });

  it('says how many changes it does not show', async () => {
    const page = await open(here.browser, here.server.address);
    await choose(page, 'hidden-lengthy.docx');
    await settled(page);
    await clean(page);
    const rows = page.locator('lakmoes-check tbody tr');
    assert.equal(await rows.count(), 202);
    assert.equal(await rows.last().innerText(), 'en nog 50');
    await sound(page, 'many changes');
    await close(page);
  });

  it('tells where the worker is not sealed, and then praises nothing', async () => {
    const page = await open(here.browser, here.server.address + 'unsealed', { width: 320 });
    const warning = page.getByRole('alert').filter({ hasText: 'niet afgesloten van internet' });
    await warning.waitFor();
    assert.equal(await page.locator('.proof').count(), 0);
    await sound(page, 'not sealed, nl');
    await choose(page, 'fine.docx');
    await settled(page);
    assert.ok(await warning.isVisible(), 'with files too');
    await button(page, 'English').click();
    await page.getByText('is not shut off from the internet').waitFor();
    await sound(page, 'not sealed, en');
    await close(page);

    const sealed = await open(here.browser, here.server.address);
    await choose(sealed, 'fine.docx');
    await settled(sealed);
    assert.equal(await sealed.getByText('niet afgesloten van internet').count(), 0);
    await close(sealed);
  });

  it('leaves no worker behind when the element was moved and then taken out', async () => {
    const page = await open(here.browser, here.server.address);
    await choose(page, 'fine.docx');
    await settled(page);
    await page.evaluate(async () => {
      const element = document.querySelector('lakmoes-check');
      document.body.append(element);
      await element.items[0].check();
    });
    await settled(page);
    assert.deepEqual(await verdicts(page), ['Niets gevonden.']);
    assert.ok(page.workers().length > 0);
    await page.evaluate(() => document.querySelector('lakmoes-check').remove());
    for (let step = 0; step < 20 && page.workers().length > 0; step += 1) await page.waitForTimeout(50);
    assert.equal(page.workers().length, 0);
    await close(page);
  });

  it('names the copy, without a name that tells about a person', async () => {
    const page = await open(here.browser, here.server.address);
    await choose(page, 'hidden.docx');
    await settled(page);
    await clean(page);
    const link = page.locator('a[download]');
    assert.equal(await link.getAttribute('download'), 'hidden (schoon).docx');
    await button(page, 'English').click();
    assert.equal(await link.getAttribute('download'), 'hidden (clean).docx');
    await page.evaluate(() => {
      const element = document.querySelector('lakmoes-check');
      element.items[0].checked.report.name = 'h••••• (6).docx';
      element.draw();
    });
    assert.equal(await link.getAttribute('download'), 'document-1.docx');
    await close(page);
  });

  it('reads folders whole', async () => {
    const page = await open(here.browser, here.server.address);
    const found = await page.evaluate(async () => {
      const { dropped } = await import('/src/files.js');
      const leaf = (name) => ({ name, isFile: true, file: (done) => done(new File(['x'], name)) });
      const folder = (name, ...batches) => ({
        name,
        isDirectory: true,
        createReader: () => ({ readEntries: (done) => done(batches.shift() ?? []) }),
      });
      const hundred = Array.from({ length: 100 }, (_, n) => leaf(`a${n}`));
      const closed = { name: 'closed', isFile: true, file: (done, fail) => fail(new Error('no')) };
      const root = folder('root', hundred, [leaf('b'), folder('inner', [leaf('c'), closed])]);
      const files = await dropped({
        items: [{ kind: 'file', webkitGetAsEntry: () => root }], files: [],
      });
      return files.map(({ name, size }) => `${name} ${size}`);
    }).catch((error) => String(error));
    assert.equal(found.length, 103);
    assert.deepEqual(found.slice(-3), ['b 1', 'c 1', 'closed 0']);
    await close(page);
  });

  it('asks for no more than the script of its worker after it has loaded', async () => {
    const page = await open(here.browser, here.server.address);
    await page.waitForLoadState('networkidle');
    const before = here.server.requests.length;
    await choose(page, 'findings.docx', 'dies.pdf', 'trap.pdf', 'fine.docx', 'hidden.pdf');
    await settled(page);
    await page.waitForTimeout(500);
    const asked = here.server.requests.slice(before);
    assert.ok(asked.length <= 1 && asked.every((line) => line === 'GET /lakmoes.worker.js'), asked.join('\n'));
    await close(page);
  });
});
