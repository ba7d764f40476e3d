/** The page with a keyboard only. */

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { choose, close, open, settled, verdicts } from './support/page.js';
import { inEach } from './support/server.js';

/** What has the focus, in the element or on the page. */
function focus(page) {
  return page.evaluate(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return inner?.dataset?.key ?? inner?.id ?? inner?.tagName ?? '';
  });
}

/** Presses Tab until the focus is on this; gives up after forty. */
async function tabTo(page, key) {
  for (let step = 0; step < 40; step += 1) {
    if ((await focus(page)) === key) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`no way to ${key}`);
}

inEach('with a keyboard', (here) => {
  it('a file is looked at, cleaned and taken off the list', async () => {
    const page = await open(here.browser, here.server.address);
    await tabTo(page, 'files');
    await choose(page, 'comments.docx');
    await settled(page);
    assert.equal(await focus(page), 'files', 'the focus stays while a check runs');
    await tabTo(page, 'file.numbers.bsn.2.show');
    await page.keyboard.press('Enter');
    assert.equal(await focus(page), 'file.numbers.bsn.2.show', 'the focus stays on what was pressed');
    assert.match(await page.locator('.value').first().textContent(), /999990019/);
    await tabTo(page, 'file.remarks.summary');
    await page.keyboard.press('Enter');
    await tabTo(page, 'file.remarks.neutral');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focus(page), 'file.remarks.remove');
    await page.keyboard.press('Shift+Tab');
    for (let step = 0; step < 40 && (await focus(page)) !== 'clean'; step += 1) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await settled(page);
    assert.deepEqual(await verdicts(page), ['Kopie gemaakt.']);
    assert.equal(await focus(page), 'verdict', 'the focus goes to what the person asked for');
    await tabTo(page, 'download');
    for (let step = 0; step < 40 && (await focus(page)) !== 'cross'; step += 1) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    assert.deepEqual(await verdicts(page), []);
    assert.equal(await focus(page), 'files');
    await close(page);
  });

  it('Escape ends the check that has the focus, and no other', async () => {
    const page = await open(here.browser, here.server.address);
    await choose(page, 'slow.pdf', 'slow-2.pdf');
    const busy = 'Bezig met lezen …';
    const stopped = 'U hebt de controle gestopt. Dit bestand is niet gecontroleerd.';
    await page.keyboard.press('Escape');
    await tabTo(page, 'files');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
    assert.deepEqual(await verdicts(page), [busy, busy], 'beside the cards it ends nothing');
    await tabTo(page, 'stop');
    await page.keyboard.press('Escape');
    await page.getByText(stopped).waitFor();
    assert.deepEqual(await verdicts(page), [stopped, busy]);
    assert.equal(await focus(page), 'verdict');
    await page.keyboard.press('Escape');
    await tabTo(page, 'stop');
    assert.deepEqual(await verdicts(page), [stopped, busy], 'nor where nothing is going on');
    await page.keyboard.press('Escape');
    await settled(page);
    assert.deepEqual(await verdicts(page), [stopped, stopped]);
    await close(page);
  });
});
