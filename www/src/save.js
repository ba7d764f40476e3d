/** What leaves the page as a file: the names of copies, and reports. */

/** @typedef {import('./item.js').Item} Item */

import { h } from './dom.js';

/** How long a browser may take to begin a download. */
const KEPT = 10_000;

/**
 * What the copy is called. A name that holds personal data does not go on.
 * @param {Item} item
 * @param {number} number Its place in the list.
 * @param {'nl' | 'en'} language
 */
export function copyName(item, number, language) {
  const { name } = item.file;
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  // The core masks what it finds in a name.
  if (item.checked && item.checked.report.name !== name) {
    return `document-${number}${end}`;
  }
  return `${stem} (${language === 'nl' ? 'schoon' : 'clean'})${end}`;
}

/**
 * Saves the masked report, as the core wrote it.
 * @param {Item} item
 * @param {string} name
 */
export function saveReport(item, name) {
  const report = item.copied ?? item.checked;
  if (!report) {
    return;
  }
  const address = URL.createObjectURL(new Blob([report.json, '\n'], { type: 'application/json' }));
  h('a', { href: address, download: `${name}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
