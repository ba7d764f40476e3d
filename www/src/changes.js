/**
 * What cleaning changed: what was there, and what is there now.
 *
 * @typedef {import('./item.js').Item} Item
 * @typedef {import('./card.js').Setting} Setting
 */

import { button, h } from './dom.js';
import { heading } from './findings.js';
import { kindText, signed } from './judge.js';

/** So many are told of each sort. */
const MOST = 200;

/**
 * What was there, and what is there now. What stays is told above, as what is still in the copy.
 * @param {Item} item
 * @param {Setting} setting
 */
export function changes(item, setting) {
  const { tongue } = setting;
  const { copy, gap, group } = tongue.words;
  const made = item.copied;
  if (!made) {
    return null;
  }
  const shown = item.shown.has('changes');
  const told = (shown && made.changesRevealed) || made.changes;
  const rows = /** @type {const} */ ([
    ['removed', copy.gone], ['neutral', copy.anonymous],
  ]).filter(([sort]) => told[sort].length > 0);
  if (rows.length === 0) {
    return null;
  }
  const more = rows.reduce((sum, [sort]) => sum + Math.max(0, told[sort].length - MOST), 0);
  return h('section', { class: 'sort' },
    h(heading(setting.level + 1), { class: 'part' }, copy.changes),
    h('p', {}, button(shown ? group.hideAll : group.showAll, 'changes', () => {
      if (!item.shown.delete('changes')) {
        item.shown.add('changes');
      }
      setting.redraw(item);
    }, 'link')),
    h('table', {},
      h('thead', {}, h('tr', {},
        ...[copy.column, copy.before, copy.after].map((title) => h('th', { scope: 'col' }, title)))),
      h('tbody', {}, ...rows.flatMap(([sort, now]) => told[sort].slice(0, MOST).map((change) =>
        h('tr', {},
          h('th', { scope: 'row' }, kindText(change.kind, tongue).title),
          h('td', { 'data-label': copy.before },
            change.excerpt && !signed(change.excerpt, tongue.words)
              ? h('bdi', { class: 'value' }, change.excerpt)
              : h('span', { class: 'value none' }, signed(change.excerpt, tongue.words) ?? group.noValue),
            change.count > 1 && ` ${group.times(change.count)}`),
          h('td', { 'data-label': copy.after },
            change.shown ? copy.shown
              : sort === 'neutral' && change.now ? h('bdi', { class: 'value' }, change.now) : now)))),
        more > 0 && h('tr', {}, h('td', { colspan: 3 }, gap.more(more))))));
}
