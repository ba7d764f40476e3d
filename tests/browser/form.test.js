/** The example form: what it holds back, and what it sends. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';

import { button, choose, close, open, settled, sound, verdicts } from './support/page.js';
import { inEach } from './support/server.js';

const FORM = 'examples/upload-form.html';

/** What the server got: the fields of a form by name. */
async function fields({ type, body }) {
  const data = await new Response(body, { headers: { 'Content-Type': type } }).formData();
  return Object.fromEntries(data);
}

it('the example loads the two files, under the policies that the page on embedding names', () => {
  const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const example = read('www/examples/upload-form.html');
  const loaded = [...example.matchAll(/\b(?:src|worker-src)="([^"]+)"/g)].map(([, address]) => address);
  assert.deepEqual(loaded, ['../lakmoes-check.js', '../lakmoes.worker.js']);
  const embedding = read('docs/embedding.md');
  const [, section] = /## The policy of your page\n([^]*?)\n## /.exec(embedding);
  const rules = [...section.matchAll(/```\n(.*)\n```|`([^`]*trusted-types lakmoes)`/g)]
    .flatMap(([, block, words]) => (block ?? words).split('; '));
  assert.ok(rules.length >= 4, section);
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(example);
  assert.deepEqual(rules.filter((rule) => !policy.split('; ').includes(rule)), []);
});

inEach('the form', (here) => {
  async function fresh(path = FORM) {
    const page = await open(here.browser, here.server.address + path, { width: 480 });
    await page.locator('#subject').fill('Bezwaar');
    here.server.sent.length = 0;
    return page;
  }

  /** Puts an element with another worker in the place of that in the form. */
  async function other(page, source) {
    await page.evaluate((address) => {
      const element = document.querySelector('lakmoes-check');
      const other = element.cloneNode();
      other.setAttribute('worker-src', address);
      element.replaceWith(other);
    }, `/${source}`);
  }

  /** Presses send; nothing may go. */
  async function refused(page, why) {
    await button(page, 'Versturen').click();
    await page.waitForTimeout(200);
    assert.equal(here.server.sent.length, 0, 'nothing goes out');
    assert.equal(await page.locator('.refusal').textContent(), why);
  }

  /** Presses send; gives what went. */
  async function sent(page) {
    await button(page, 'Versturen').click();
    await page.waitForURL('**/sent');
    const got = await fields(here.server.sent[0]);
    return { ...got, receipt: JSON.parse(got['attachment-receipt']) };
  }

  it('holds back without a file, and is sound', async () => {
    const page = await fresh();
    await refused(page, 'Kies een bestand.');
    await sound(page, 'form');
    await close(page);
  });

  it('holds back while a check runs, which can be sent only as not checked', async () => {
    const page = await fresh();
    await choose(page, 'slow.pdf');
    await refused(page, 'Wacht tot het bestand is gecontroleerd.');
    await sound(page, 'busy form');
    await button(page, 'Ongecontroleerd meesturen').click();
    await settled(page);
    const { attachment, receipt } = await sent(page);
    assert.equal(attachment.name, 'slow.pdf');
    assert.equal(receipt.files[0].decision, 'not-checked');
    assert.equal(receipt.files[0].original.verdict, 'unreadable');
    await close(page);
  });

  it('sends a clear file', async () => {
    const page = await fresh();
    await choose(page, 'fine.docx');
    await settled(page);
    await sound(page, 'clear form');
    const { attachment, receipt, subject } = await sent(page);
    assert.equal(subject, 'Bezwaar');
    assert.equal(await attachment.text(), 'about fine.docx');
    assert.equal(receipt.sealed, true);
    assert.deepEqual(receipt.files[0], {
      decision: 'clear',
      original: { sha256: 'a'.repeat(64), size: 15, verdict: 'clear', findings: {}, gaps: 0, surfaces: 0 },
      copy: null,
      policy: { name: 'default', version: '1' },
      engine: { name: 'lakmoes', version: '0.1.0' },
    });
    await close(page);
  });

  it('holds back findings, and sends the clean copy under its own name', async () => {
    const page = await fresh();
    await choose(page, 'hidden.docx');
    await settled(page);
    await refused(page, 'In het bestand is iets gevonden. Kies een schone kopie of stuur het toch zo mee.');
    await sound(page, 'refused form');
    await button(page, 'Schone kopie gebruiken').click();
    await settled(page);
    await page.getByText('De schone kopie wordt meegestuurd.').waitFor();
    await sound(page, 'accepted form');
    const { attachment, receipt } = await sent(page);
    assert.equal(attachment.name, 'hidden.docx');
    assert.match(await attachment.text(), /^copy of hidden\.docx/);
    assert.equal(receipt.files[0].decision, 'copy');
    assert.equal(receipt.files[0].copy.verdict, 'clear');
    await close(page);
  });

  it('sends what is left only when the person accepts it', async () => {
    const page = await fresh();
    await choose(page, 'findings.docx');
    await settled(page);
    await button(page, 'Schone kopie gebruiken').click();
    await settled(page);
    await refused(page, 'In de kopie staat nog iets. Kies of u de kopie zo meestuurt.');
    await button(page, 'Kopie zo meesturen').click();
    const { receipt } = await sent(page);
    assert.equal(receipt.files[0].decision, 'copy-accepted');
    assert.equal(JSON.stringify(receipt).includes('Vries'), false);
    await close(page);
  });

  it('sends the file as it is when the person says so, and takes that back', async () => {
    const page = await fresh();
    await choose(page, 'findings.docx');
    await settled(page);
    await button(page, 'Toch zo meesturen').click();
    await button(page, 'Anders kiezen').click();
    await refused(page, 'In het bestand is iets gevonden. Kies een schone kopie of stuur het toch zo mee.');
    await button(page, 'Toch zo meesturen').click();
    const { attachment, receipt } = await sent(page);
    assert.equal(await attachment.text(), 'about findings.docx');
    assert.equal(receipt.files[0].decision, 'accepted');
    assert.equal(receipt.files[0].original.findings.bsn, 1);
    await close(page);
  });

  for (const unread of ['incomplete.docx', 'damaged.pdf', 'trap.pdf', 'password.pdf']) {
    it(`holds back ${unread}, which can be sent only as not checked`, async () => {
      const page = await fresh();
      await choose(page, unread);
      await settled(page);
      await refused(page,
        'Het bestand is niet helemaal gecontroleerd. Kies een ander bestand of stuur het ongecontroleerd mee.');
      assert.equal(await button(page, 'Toch zo meesturen').count(), 0);
      await sound(page, unread);
      await button(page, 'Ongecontroleerd meesturen').click();
      const { receipt } = await sent(page);
      assert.equal(receipt.files[0].decision, 'not-checked');
      await close(page);
    });
  }

  it('holds back where the check cannot start', async () => {
    const page = await fresh();
    await other(page, 'missing.js');
    await choose(page, 'fine.docx');
    await settled(page);
    await refused(page,
      'Het bestand is niet helemaal gecontroleerd. Kies een ander bestand of stuur het ongecontroleerd mee.');
    await close(page);
  });

  it('sends no file past its own refusal, even where the form does not validate', async () => {
    const page = await fresh();
    await choose(page, 'findings.docx');
    await settled(page);
    await page.evaluate(() => document.querySelector('form').submit());
    await page.waitForURL('**/sent');
    const got = await fields(here.server.sent[0]);
    assert.equal('attachment' in got, false);
    await close(page);
  });

  it('shows the details in a dialog, which Escape closes', async () => {
    const page = await fresh();
    await choose(page, 'comments.docx');
    await settled(page);
    await button(page, 'Bekijk').click();
    assert.equal(await page.locator('dialog').getAttribute('open'), '');
    await sound(page, 'dialog');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog').getAttribute('open'), null);
    await close(page);
  });

  it('tells assistive technology that a file is required, and what is wrong', async () => {
    const page = await fresh();
    const field = page.locator('lakmoes-check #files');
    const told = () => field.evaluate((input) => ({
      required: input.getAttribute('aria-required'),
      invalid: input.getAttribute('aria-invalid'),
      described: input.getAttribute('aria-describedby').split(' ')
        .map((id) => input.getRootNode().getElementById(id).textContent).join(' ').trim(),
    }));
    const stays = 'Uw bestand blijft op uw computer.';
    assert.deepEqual(await told(), { required: 'true', invalid: 'false', described: stays });
    await refused(page, 'Kies een bestand.');
    assert.deepEqual(await told(), { required: 'true', invalid: 'true', described: `${stays} Kies een bestand.` });
    await sound(page, 'refused without a file');
    await choose(page, 'fine.docx');
    await settled(page);
    assert.deepEqual(await told(), { required: 'true', invalid: 'false', described: stays });
    await page.evaluate(() => document.querySelector('lakmoes-check').removeAttribute('required'));
    assert.equal((await told()).required, null);
    await close(page);
  });

  it('leaves Escape to the form while a check runs', async () => {
    const page = await fresh();
    await choose(page, 'slow.pdf');
    await page.locator('#subject').press('Escape');
    await page.locator('lakmoes-check #files').press('Escape');
    await page.waitForTimeout(100);
    assert.deepEqual(await verdicts(page), ['Bezig met lezen …']);
    await close(page);
  });

  it('draws a file that is checked once more without doubling its names in the dialog', async () => {
    const page = await fresh();
    await choose(page, 'comments.docx');
    await settled(page);
    await button(page, 'Bekijk').click();
    const { ids, bars } = await page.evaluate(async () => {
      const element = document.querySelector('lakmoes-check');
      element.policy = { name: 'proef' };
      await Promise.resolve();
      return {
        ids: [...element.shadowRoot.querySelectorAll('[id]')].map(({ id }) => id),
        bars: element.shadowRoot.querySelectorAll('dialog progress').length,
      };
    });
    assert.equal(bars, 1, 'the dialog shows how far it is');
    assert.deepEqual(ids, [...new Set(ids)]);
    await settled(page);
    assert.equal(await page.locator('dialog progress').count(), 0);
    await close(page);
  });

  it('writes the receipt anew when it is known whether the worker is sealed', async () => {
    const page = await fresh();
    await other(page, 'lakmoes.worker.js?seal-after=1500');
    await choose(page, 'fine.docx');
    await settled(page);
    const sealed = () => page.evaluate(() => {
      const receipt = new FormData(document.querySelector('form')).get('attachment-receipt');
      return [document.querySelector('lakmoes-check').results[0].sealed, JSON.parse(receipt).sealed];
    });
    assert.deepEqual(await sealed(), [null, null]);
    await page.waitForFunction(() => document.querySelector('lakmoes-check').results[0].sealed !== null);
    assert.deepEqual(await sealed(), [true, true]);
    await close(page);
  });

  it('forgets all on reset', async () => {
    const page = await fresh();
    await choose(page, 'fine.docx');
    await settled(page);
    await page.evaluate(() => document.querySelector('form').reset());
    assert.equal(await page.locator('lakmoes-check article').count(), 0);
    await close(page);
  });
});
