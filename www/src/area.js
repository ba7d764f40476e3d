/** The area where files are chosen. */

import { h } from './dom.js';

/**
 * @typedef {{ several: boolean, folders: boolean, some: boolean, locked: boolean,
 *   required: boolean, sealed: boolean, add: (files: File[]) => void }} Choosing
 *   `several`: more than one file at once; `some`: there are files already, so it is one line;
 *   `sealed`: nothing is known to be wrong with the policy of the worker, so it may be praised.
 */

/**
 * @param {import('./text/nl.js').Words} words
 * @param {Choosing} choosing
 */
export function area({ area: text }, choosing) {
  const { several, folders, some, sealed } = choosing;
  const first = several ? text.choose : text.chooseOne;
  const again = several ? text.again : text.other;
  return [
    h('div', { class: 'row' },
      ...picker('files', some ? again : first, several, choosing),
      !some && h('span', { class: 'hint drop' }, several ? text.drop : text.dropOne),
      folders && h('span', { class: 'row' }, ...picker('folder', text.folder, true, choosing))),
    h('div', { class: 'note' }, h('span', { id: 'stays' }, text.stays), ' ',
      sealed && h('details', { class: 'proof' }, h('summary', {}, text.proofLink),
        h('ul', {}, ...text.proof.map((line) => h('li', {}, line))))),
  ];
}

/**
 * A button that is a file input: the input itself stays in the tab order, out of sight.
 * @param {'files' | 'folder'} id
 * @param {string} text
 * @param {boolean} multiple
 * @param {Choosing} choosing
 */
function picker(id, text, multiple, { some, locked, required, add }) {
  const input = h('input', {
    id,
    type: 'file',
    class: 'input',
    multiple,
    webkitdirectory: id === 'folder',
    disabled: locked,
    'aria-required': required && id === 'files' && 'true',
    'aria-describedby': 'stays refusal',
    'data-key': id,
    onchange: () => {
      const files = [...(input.files ?? [])];
      // So that choosing the same file again is a change.
      input.value = '';
      add(files);
    },
  });
  const look = id === 'files' && !some ? 'primary' : '';
  return [input, h('label', { for: id, class: `button ${look}` }, text)];
}
