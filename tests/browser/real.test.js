/**
 * The built page, served and as one file, with the real core: what it says and writes is what the
 * command says and writes, byte for byte, and nothing goes over the network.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { launch, NAMES, file } from './support/browsers.js';
import { choose, close, open, settled, sound, verdicts } from './support/page.js';
import { between, stranger } from './support/watch.js';

const { LAKMOES_URL: SERVED, LAKMOES_SINGLE: SINGLE, LAKMOES_COMMAND: COMMAND } = process.env;
const built = SERVED && SINGLE && COMMAND ? false : 'the page is not built: run cargo verify';

const CORPUS = process.env.LAKMOES_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const REAL = ['pdf/11124455-testPDF_XMPBasicSchema.pdf', 'docx/57f49520-testWORD_3imgs.docx',
  'jpg/49296a1f-Sony_Cybershot_4_.jpg', 'png/0a59bf42-basn0g04.png', 'txt/6b53e8c0-french.txt'].map((path) => join(CORPUS, path));

/** Files that are there without the corpus; each stands for a way to be bad. */
const BAD = [
  file('leeg.txt', ''),
  file('afgekapt.zip', Buffer.from('504b030414000000080000002100', 'hex')),
  file('kapot.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog'),
  file('onbekend.bin', Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7])),
];

/** Whether the real files are there; a check that is left out is counted. */
function corpus() {
  if (REAL.every((path) => existsSync(path))) return true;
  assert.ok(!process.env.CI, `${CORPUS} is not there`);
  if (process.env.LAKMOES_LEFT_OUT) appendFileSync(process.env.LAKMOES_LEFT_OUT, '.');
  return false;
}

/** Runs the command. */
function command(...words) {
  const { status, stdout, stderr } = spawnSync(COMMAND, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

/** What the element knows about its files, with copies as base64. */
function results(page) {
  return page.evaluate(async () => Promise.all(document.querySelector('lakmoes-check').items.map(async (item) => ({
    name: item.file.name,
    json: item.checked.json,
    refused: item.refused,
    copyJson: item.copied?.json ?? null,
    copy: item.copied ? await new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result.split(',')[1] ?? '');
      reader.readAsDataURL(item.copied.copy);
    }) : null,
  }))));
}

/** Cleans all files that can be cleaned, one after the other. */
async function cleanAll(page) {
  await page.evaluate(async () => {
    for (const item of document.querySelector('lakmoes-check').items) {
      await item.clean();
    }
  });
  await settled(page);
}

for (const name of NAMES) {
  for (const variant of ['served', 'as one file']) {
    describe(`the real page, ${variant}, in ${name}`, { skip: built }, () => {
      let browser;
      let proxy;
      let folder;
      before(async () => {
        browser = await launch[name]();
        folder = mkdtempSync(join(tmpdir(), 'lakmoes-'));
        proxy = await between(SERVED);
      });
      after(async () => {
        await browser?.close();
        await proxy?.close();
        rmSync(folder, { recursive: true, force: true });
      });
      const address = () => (variant === 'served' ? proxy.address : pathToFileURL(SINGLE).href);

      /** Opens the page and notes what it asks for after it has loaded. */
      async function watched() {
        const page = await open(browser, address());
        await page.waitForLoadState('networkidle');
        proxy.asked.length = 0;
        page.asked = [];
        page.context().on('request', (request) => page.asked.push(request.url()));
        return page;
      }

      /** One request at most: the script of the worker, which may come before or after load. */
      function quiet(page) {
        const allowed = `${proxy.address}lakmoes.worker.js`;
        const asked = page.asked.filter((url) => !url.startsWith('blob:') && url !== allowed);
        assert.deepEqual(asked, []);
        assert.ok(proxy.asked.length <= (variant === 'served' ? 1 : 0)
          && proxy.asked.every((line) => line === 'GET /lakmoes.worker.js'), proxy.asked.join('\n'));
      }

      it('says and writes what the command does, and asks the network for nothing', async (test) => {
        if (!corpus()) {
          test.skip('no corpus');
          return;
        }
        const page = await watched();
        await choose(page, ...REAL);
        await settled(page);
        await cleanAll(page);
        const told = await results(page);
        quiet(page);
        let copies = 0;
        for (const [index, path] of REAL.entries()) {
          const { json, copy, copyJson, refused } = told[index];
          assert.equal(`${json}\n`, command('check', '--json', path).stdout, path);
          const target = mkdtempSync(join(folder, 'copy-'));
          const made = command('clean', path, '-o', target);
          const written = join(target, basename(path));
          assert.equal(refused === null, existsSync(written), `${path}: ${refused} ${made.stderr}`);
          if (JSON.parse(json).verdict === 'unreadable') {
            assert.equal(refused, 'unreadable', path);
            continue;
          }
          assert.ok(copy !== null, `${path}: a copy is made (${refused})`);
          copies += 1;
          assert.ok(Buffer.from(copy, 'base64').equals(readFileSync(written)), `${path}: the same bytes`);
          assert.equal(`${copyJson}\n`, command('check', '--json', written).stdout, `${path}: the copy`);
        }
        assert.ok(copies > 0, 'some file was cleaned');
        await close(page);
      });

      it('never calls a bad file clear, and stays usable', async () => {
        const page = await watched();
        await choose(page, ...BAD);
        await settled(page);
        await choose(page, file('goed.txt', 'Een gewone zin.\n'));
        await settled(page);
        const said = await page.evaluate(() =>
          document.querySelector('lakmoes-check').items.map((item) => item.verdict));
        assert.ok(said.slice(0, BAD.length).every((verdict) => verdict !== 'clear'), said.join(' '));
        assert.equal(said.at(-1), 'clear');
        await sound(page, 'bad files');
        quiet(page);
        await close(page);
      });

      it('does not check a file that changed since it was chosen', async () => {
        const page = await watched();
        const path = join(folder, 'wisselend.txt');
        writeFileSync(path, 'Een gewone zin.\n');
        await choose(page, path);
        await settled(page);
        assert.deepEqual(await verdicts(page), ['Niets gevonden.']);
        writeFileSync(path, 'Een heel andere zin, en die is langer.\n');
        await page.evaluate(() => document.querySelector('lakmoes-check').items[0].check());
        await settled(page);
        // Firefox does not notice, and reads what stands there now: that is what is checked then.
        const [said] = await verdicts(page);
        assert.ok(said === 'Dit bestand is veranderd tijdens het lezen. Het is niet gecontroleerd.'
          || name === 'firefox', said);
        await close(page);
      });

      it('checks by the policy of the page, and by none that is wrong', async () => {
        const page = await watched();
        await choose(page, file('regel.txt', 'Dit gaat over project Zilvermeeuw.\n'));
        await settled(page);
        assert.deepEqual(await verdicts(page), ['Niets gevonden.']);
        const under = async (policy) => {
          await page.evaluate((value) => {
            document.querySelector('lakmoes-check').policy = value;
          }, policy);
          await settled(page);
          return verdicts(page);
        };
        const policy = { name: 'proef', version: '2', names: ['Zilvermeeuw'] };
        assert.notDeepEqual(await under(policy), ['Niets gevonden.']);
        assert.deepEqual(
          await page.evaluate(() => document.querySelector('lakmoes-check').results[0].report.policy),
          { name: 'proef', version: '2' },
        );
        const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
        const allow = [{ value: 'Zilvermeeuw', reason: 'bekend', until: day }];
        assert.deepEqual(await under({ ...policy, allow }), ['Niets gevonden.']);
        assert.match(await page.locator('lakmoes-check article').textContent(), /bekend/);
        assert.deepEqual(await under({ nmaes: ['Zilvermeeuw'] }),
          ['De controle is op deze pagina verkeerd ingesteld. Dit bestand is niet gecontroleerd.']);
        assert.deepEqual(await under(null), ['Niets gevonden.']);
        quiet(page);
        await close(page);
      });

      it('finds what stands in a text, masked until it is asked for', async () => {
        const page = await watched();
        await choose(page, file('brief.txt', 'Bel Jan op 06-12345678 of mail j.jansen@example.nl.\n'));
        await settled(page);
        assert.deepEqual(await verdicts(page), ['Persoonsgegevens gevonden.']);
        const masked = await page.locator('lakmoes-check article').innerText();
        assert.ok(!masked.includes('06-12345678') && !masked.includes('j.jansen'), masked);
        await page.locator('.row-finding .top .link').first().click();
        assert.match(await page.locator('.row-finding .value').first().textContent(), /06-12345678|j\.jansen@example\.nl/);
        await close(page);
      });
    });
  }

  describe(`the built example in ${name}`, { skip: built }, () => {
    let browser;
    before(async () => {
      browser = await launch[name]();
    });
    after(() => browser?.close());

    it('checks with the two files that are to be copied, and nothing else', async () => {
      const page = await open(browser, 'about:blank');
      const asked = [];
      page.on('request', (request) => asked.push(request.url().replace(SERVED, '')));
      await page.goto(`${SERVED}examples/upload-form.html`);
      await choose(page, file('goed.txt', 'Een gewone zin.\n'));
      await settled(page);
      assert.deepEqual(await verdicts(page), ['Niets gevonden.']);
      const scripts = asked.filter((path) => path.endsWith('.js'));
      assert.deepEqual([...new Set(scripts)].sort(), ['lakmoes-check.js', 'lakmoes.worker.js']);
      await page.waitForFunction(() => document.querySelector('lakmoes-check').results[0].sealed !== null);
      assert.equal(await page.getByRole('alert').first().textContent(), '');
      await close(page);
    });
  });

  describe(`the network is shut in ${name}`, { skip: built }, () => {
    let browser;
    let canary;
    let folder;
    before(async () => {
      browser = await launch[name]();
      canary = await stranger();
      folder = mkdtempSync(join(tmpdir(), 'lakmoes-'));
    });
    after(async () => {
      await browser?.close();
      await canary?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Tries every way out that a policy can shut. */
    async function tryAll(page) {
      await page.evaluate(async (address) => {
        const ways = [
          () => fetch(`${address}fetch`),
          () => new Promise((done) => {
            const request = new XMLHttpRequest();
            request.onloadend = done;
            request.open('GET', `${address}xhr`);
            request.send();
          }),
          () => navigator.sendBeacon(`${address}beacon`, 'x'),
          () => new WebSocket(`${address.replace('http', 'ws')}socket`),
          () => new EventSource(`${address}events`),
          () => {
            new Image().src = `${address}image`;
          },
          () => import(`${address}module.js`),
        ];
        for (const way of ways) {
          try {
            await way();
          } catch {
            // Shut.
          }
        }
      }, canary.address);
      await page.waitForTimeout(500);
    }

    it('on the served page and in the single file', async () => {
      for (const address of [SERVED, pathToFileURL(SINGLE).href]) {
        canary.asked.length = 0;
        const page = await open(browser, address);
        await tryAll(page);
        assert.deepEqual(canary.asked, [], address);
        await page.context().close();
      }
    });

    it('and this test would notice: without the policy, all comes out', async () => {
      canary.asked.length = 0;
      const open_ = join(folder, 'open.html');
      writeFileSync(open_, readFileSync(SINGLE, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, ''));
      const page = await open(browser, pathToFileURL(open_).href);
      await tryAll(page);
      assert.ok(canary.asked.length >= 3, canary.asked.join('\n'));
      await page.context().close();
    });

    it('for the worker, which tells where its own policy is missing', async () => {
      for (const [change, sealed] of [
        [(headers) => headers, true],
        [(headers, url) => {
          if (url.endsWith('.worker.js')) delete headers['content-security-policy'];
          return headers;
        }, false],
      ]) {
        const proxy = await between(SERVED, change);
        const page = await open(browser, proxy.address);
        await choose(page, file('goed.txt', 'Een gewone zin.\n'));
        await settled(page);
        await page.waitForTimeout(300);
        const told = await page.evaluate(() => document.querySelector('lakmoes-check').results[0].sealed);
        assert.equal(told, sealed);
        assert.equal(await page.getByText('niet afgesloten van internet').count(), sealed ? 0 : 1);
        await page.context().close();
        await proxy.close();
      }
    });
  });
}
