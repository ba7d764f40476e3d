/**
 * The element as a field of a form: why it holds the form back, and what it sends.
 *
 * @typedef {import('./item.js').Item} Item
 * @typedef {import('./text/nl.js').Words} Words
 */

import { receipt } from './receipt.js';

/**
 * Why the form cannot be sent; nothing when it can.
 * @param {Item[]} items
 * @param {Words} words
 * @param {boolean} required
 */
export function objection(items, { form }, required) {
  if (items.length === 0) {
    return required ? form.missing : null;
  }
  const open = items.find((item) => item.sent() === null);
  if (!open) {
    return null;
  }
  if (open.busy) {
    return form.busy;
  }
  if (open.copied) {
    return open.copied.report.verdict === 'findings' ? form.decideCopy : form.uncheckedFirst;
  }
  return open.verdict === 'findings' ? form.decide : form.uncheckedFirst;
}

/**
 * The files as the person decided, and the receipt.
 * @param {Item[]} items
 * @param {string} name
 * @param {boolean | null} sealed
 */
export function value(items, name, sealed) {
  if (!name || items.length === 0) {
    return null;
  }
  const data = new FormData();
  for (const item of items) {
    const file = item.sent();
    if (file) {
      data.append(name, file);
    }
  }
  data.append(`${name}-receipt`, receipt(items, sealed));
  return data;
}
