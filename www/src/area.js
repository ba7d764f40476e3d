/** The area where files are chosen. */

import { h } from './dom.js';

/**
 * @typedef {{ several: boolean, folders: boolean, some: boolean, locked: boolean,
 *   add: (files: File[]) => void }} Choosing
 *   `several`: more than one file at once; `some`: there are files already, so it is one line.
 */

/**
 * @param {import('./text/nl.js').Words} words
 * @param {Choosing} choosing
 */
export function area({ area: text }, choosing) {
  const { several, folders, some } = choosing;
  const first = several ? text.choose : text.chooseOne;
  const again = several ? text.again : text.other;
  return [
    h('div', { class: 'row' },
      ...picker('files', some ? again : first, several, choosing),
      !some && h('span', { class: 'hint drop' }, several ? text.drop : text.dropOne),
      folders && h('span', { class: 'row' }, ...picker('folder', text.folder, true, choosing))),
    h('div', { class: 'note' }, h('span', { id: 'stays' }, text.stays), ' ',
      h('details', { class: 'proof' }, h('summary', {}, text.proofLink),
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
function picker(id, text, multiple, { some, locked, add }) {
  const input = h('input', {
    id,
    type: 'file',
    class: 'input',
    multiple,
    webkitdirectory: id === 'folder',
    disabled: locked,
    'aria-describedby': 'stays',
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
