/** What the tests do with the page: choose files, wait, look. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { AXE, file } from './browsers.js';

const axe = readFileSync(AXE, 'utf8');

/** Opens a page; faults in its scripts fail the test that closes it. */
export async function open(browser, address, { locale = 'nl-NL', width = 768, ...options } = {}) {
  const context = await browser.newContext({
    locale, viewport: { width, height: 800 }, reducedMotion: 'reduce', ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.faults = [];
  // Firefox tells a worker that is not there as a fault of the page; some tests ask for just that.
  // So does it with the request by which a worker finds out that it may not make any.
  const known = (message) => message.startsWith('Loading Worker') || message.includes('at data:, because');
  page.on('pageerror', ({ message }) => known(message) || page.faults.push(message));
  await page.goto(address);
  // A browser that does not take the locale still gets the language of the test.
  const language = page.locator(`nav button[lang="${locale.slice(0, 2)}"]`);
  if (await language.count() > 0) await language.click();
  return page;
}

/** Closes a page, which had no fault. */
export async function close(page) {
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

/** Chooses files, by names or as they are. */
export async function choose(page, ...files) {
  const chosen = files.map((one) => (typeof one === 'string' && !one.startsWith('/') ? file(one) : one));
  await page.locator('lakmoes-check #files').setInputFiles(chosen);
}

/** Waits until no check is under way and everything is drawn. */
export async function settled(page) {
  await page.waitForFunction(() => {
    const { items, due } = document.querySelector('lakmoes-check');
    return items.length > 0 && due.size === 0 && items.every((item) => !item.busy);
  });
}

/** The headings of the verdicts. */
export function verdicts(page) {
  return page.locator('lakmoes-check article .verdict').allTextContents();
}

/** All text of a card. */
export function text(page, number = 0) {
  return page.locator('lakmoes-check article').nth(number).innerText();
}

/** A button by its words. */
export function button(page, name) {
  return page.getByRole('button', { name, exact: true });
}

/**
 * Fails where axe finds a violation, or where the page is wider than the window. Axe looks at the
 * same elements and colours in each browser: Chromium, the faster one, does for both.
 */
export async function sound(page, what) {
  if (page.context().browser().browserType().name() === 'chromium') await lawful(page, what);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wider <= 0, `${what}: wider than the window by ${wider}`);
  const squeezed = await page.locator('lakmoes-check summary .name')
    .evaluateAll((names) => names.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent));
  assert.deepEqual(squeezed, [], `${what}: a heading has no room for its words`);
}

/** Fails where axe finds a violation. */
export async function lawful(page, what) {
  await page.evaluate(axe);
  // A colour that is still changing has the contrast of neither end.
  await page.evaluate(() => Promise.allSettled(document.getAnimations()
    .filter((animation) => animation instanceof CSSTransition).map(({ finished }) => finished)));
  const violations = await page.evaluate(async () => {
    const result = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return result.violations.map(({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(' | ')}`);
  });
  assert.deepEqual(violations, [], what);
}
