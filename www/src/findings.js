/**
 * What was found and what was not read, as the person sees it: groups, rows, choices.
 *
 * @typedef {import('./client.js').Report} Report
 * @typedef {import('./client.js').Finding} Finding
 * @typedef {import('./item.js').Item} Item
 * @typedef {import('./item.js').Act} Act
 * @typedef {import('./judge.js').Tongue} Tongue
 * @typedef {import('./judge.js').Group} Group
 * @typedef {{ item: Item, tongue: Tongue, level: number, report: Report, revealed: Report,
 *   copy: boolean, all: boolean, redraw: () => void }} View
 *   `copy`: what is shown is left in a copy, and is no longer for choosing; `all`: nothing is folded.
 */

import { h } from './dom.js';
import { groups, holds, isTip, kindText, remedy, signed } from './judge.js';
import { location } from './location.js';

/** Above this size the pages of a PDF are not read: `page_text` of crate/core/src/limits.rs. */
const PAGE_TEXT = 150 * 2 ** 20;

/** As many rows of a group are shown at once. */
const ROWS = 20;

/**
 * The groups; the first is open.
 * @param {View} view
 */
export function findings(view) {
  const found = groups(view.report, view.tongue);
  return found.length > 0
    ? h('div', { class: 'groups' }, ...found.map((group, index) => block(group, index === 0, view)))
    : null;
}

/**
 * What was not read, never folded: gaps first, then pictures.
 * @param {View} view
 */
export function unread(view) {
  const { words } = view.tongue;
  const { gaps, coverage } = view.report;
  const total = gaps.length + coverage.surfaces.length;
  if (total === 0) {
    return null;
  }
  /** @type {Map<string, { what: string, advice: string, places: string[] }>} */
  const sorts = new Map();
  const put = (/** @type {string} */ id, /** @type {{ what: string, advice: string }} */ text, /** @type {any} */ steps) => {
    const sort = sorts.get(id) ?? { ...text, places: [] };
    sort.places.push(location(steps, words));
    sorts.set(id, sort);
  };
  const { format, size } = view.report;
  for (const gap of gaps) {
    if (gap.reason === 'limit' && gap.location.length === 0 && format === 'pdf' && size > PAGE_TEXT) {
      put('pages', words.gap.pages, gap.location);
      continue;
    }
    /** @type {Record<string, { what: string, advice: string }>} */
    const reasons = words.gap.reasons;
    put(gap.reason, Object.hasOwn(reasons, gap.reason) ? reasons[gap.reason] : reasons.unknown, gap.location);
  }
  for (const surface of coverage.surfaces) {
    put('surface', words.gap.surface, surface.location);
  }
  return h('section', { class: 'unread' },
    h(heading(view.level + 1), {},
      h('span', { class: 'name' }, `${words.gap.title} (${total})`)),
    h('div', { class: 'inner' }, ...[...sorts.values()].map(({ what, advice, places }) =>
      h('div', {},
        h('p', {}, `${what} ${advice}`),
        h('ul', { class: 'facts' },
          ...places.slice(0, ROWS).map((place) => h('li', {}, place)),
          places.length > ROWS && h('li', {}, words.gap.more(places.length - ROWS)))))));
}

/**
 * @param {Group} group
 * @param {boolean} first
 * @param {View} view
 */
function block(group, first, view) {
  const { item, tongue: { words } } = view;
  const key = `${view.copy ? 'copy' : 'file'}.${group.id}`;
  const open = view.all || (item.open.get(key) ?? first);
  const details = h('details', { class: 'group', open },
    h('summary', { 'data-key': `${key}.summary` },
      h('span', { class: 'name' }, `${group.title} (${group.findings.length})`),
      h('span', { class: 'will' }, view.copy ? '' : fate(group, words))));
  const fill = () => {
    if (details.childElementCount === 1) {
      details.append(inner(group, key, view));
    }
  };
  // A folded group is not built: a document may have thousands of findings.
  details.addEventListener('toggle', () => {
    if (!view.all) {
      item.open.set(key, details.open);
    }
    if (details.open) {
      fill();
    }
  });
  if (open) {
    fill();
  }
  return details;
}

/**
 * What will happen with the findings of a group, in a few words.
 * @param {Group} group
 * @param {import('./text/nl.js').Words} words
 */
function fate(group, { group: text }) {
  if (group.tips) {
    return text.tips;
  }
  const counts = { drop: 0, neutral: 0, ask: 0, along: 0, keep: 0, stays: 0 };
  let allowed = 0;
  for (const finding of group.findings) {
    if (finding.allowed) {
      allowed += 1;
    } else {
      counts[/** @type {keyof typeof counts} */ (remedy(finding))] += 1;
    }
  }
  const order = /** @type {const} */ (['drop', 'neutral', 'ask', 'along', 'keep', 'stays']);
  const said = order.filter((name) => counts[name] > 0).map((name) => text.remedies[name](counts[name]));
  return [...said, ...(allowed > 0 ? [text.allowed(allowed)] : [])].join(' · ');
}

/**
 * @param {Group} group
 * @param {string} key
 * @param {View} view
 */
function inner(group, key, view) {
  const { item, tongue } = view;
  const { words } = tongue;
  const limit = view.all || item.open.get(`${key}.all`) ? Infinity : ROWS;
  const shown = group.findings.slice(0, limit);
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  const asked = group.findings.filter((finding) => remedy(finding) === 'ask');
  const values = group.findings.map(({ id }) => id);
  const mixed = new Set(group.findings.map(remedy)).size > 1;
  const all = values.every((id) => item.shown.has(id));
  return h('div', { class: 'inner' },
    kinds.length === 1 && explanation(kinds[0], tongue),
    !view.copy && asked.length > 0 && choice(group, asked, key, view),
    group.findings.length > 1 && !group.tips && h('p', {}, h('button', {
      class: 'link',
      type: 'button',
      'data-key': `${key}.reveal`,
      onclick: () => {
        values.forEach((id) => (all ? item.shown.delete(id) : item.shown.add(id)));
        view.redraw();
      },
    }, all ? words.group.hideAll : words.group.showAll)),
    ...kinds.map((kind) => {
      return h('div', { class: 'sort' },
        h(heading(view.level + 1), {}, kindText(kind, tongue).title),
        kinds.length > 1 && (kind === kinds[0] ? explanation(kind, tongue)
          : h('p', { class: 'note' }, difference(kind, kinds[0], tongue))),
        h('ul', { class: 'rows' },
          ...shown.filter((finding) => finding.kind === kind)
            .map((finding) => row(finding, mixed, key, view))));
    }),
    group.findings.length > limit && h('p', {}, h('button', {
      class: 'button',
      type: 'button',
      'data-key': `${key}.more`,
      onclick: () => {
        item.open.set(`${key}.all`, true);
        view.redraw();
      },
    }, words.group.more(group.findings.length - limit))));
}

/**
 * What it is, why it is a problem and what the person can do: once a group.
 * @param {string} kind
 * @param {Tongue} tongue
 */
function explanation(kind, tongue) {
  const { what, why, advice } = kindText(kind, tongue);
  const { group } = tongue.words;
  const pairs = [[group.what, what], [group.why, why], [group.advice, advice]];
  return h('dl', { class: 'why' }, ...pairs.filter(([, text]) => text)
    .map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, text))));
}

/**
 * What has to be said of a kind besides what was said of the first of its group.
 * @param {string} kind
 * @param {string} first
 * @param {Tongue} tongue
 */
function difference(kind, first, tongue) {
  const told = kindText(first, tongue);
  const { what, why, advice } = kindText(kind, tongue);
  return [what, why !== told.why && why, advice !== told.advice && advice].filter(Boolean).join(' ');
}

/**
 * @param {Finding} finding
 * @param {boolean} mixed Whether cleaning does not do the same with all findings of the group.
 * @param {string} key
 * @param {View} view
 */
function row(finding, mixed, key, view) {
  const { item, tongue, tongue: { words } } = view;
  const shown = item.shown.has(finding.id);
  const told = shown ? view.revealed.findings.find(({ id }) => id === finding.id) ?? finding : finding;
  const [place] = finding.places;
  const others = finding.places.length - 1;
  /** @type {Record<string, string>} */
  const certainty = words.group.certainty;
  /** @type {Record<string, string>} */
  const remedies = words.group.remedy;
  const fate = remedies[remedy(finding)];
  const sign = signed(told.excerpt, words);
  return h('li', { class: 'row-finding' },
    h('div', { class: 'top' },
      told.excerpt && !sign
        ? h('bdi', { class: 'value' }, told.excerpt)
        : !isTip(finding, tongue) && h('span', { class: 'value none' }, sign ?? words.group.noValue),
      told.excerpt && !sign && h('button', {
        class: 'link',
        type: 'button',
        'data-key': `${key}.${finding.id}.show`,
        'aria-label': `${shown ? words.group.hide : words.group.show}: ${finding.excerpt}`,
        onclick: () => {
          if (!item.shown.delete(finding.id)) {
            item.shown.add(finding.id);
          }
          view.redraw();
        },
      }, shown ? words.group.hide : words.group.show)),
    h('p', { class: 'facts' },
      h('span', {}, certainty[finding.certainty] ?? finding.certainty),
      place && h('span', {}, location(place.location, words),
        others > 0 && ` ${words.group.elsewhere(others)}`),
      finding.count > 1 && h('span', {}, words.group.times(finding.count)),
      mixed && !view.copy && h('span', {}, fate)),
    tells(told.context) && h('p', { class: 'context' }, '… ', h('bdi', {}, told.context), ' …'),
    reasons(finding, key, view),
    !view.copy && remedy(finding) === 'ask' && exception(finding, key, view));
}

/**
 * Whether some word around a finding can be read: where all are masked, they help nobody.
 * @param {string} context
 */
function tells(context) {
  return context.split(/[\s;,|]+/u).some((word) => /\p{L}{3}/u.test(word) && !word.includes('•'));
}

/**
 * @param {Finding} finding
 * @param {string} key
 * @param {View} view
 */
function reasons(finding, key, { item, tongue: { words } }) {
  const said = [
    ...(finding.allowed ? [words.group.allowedReason(finding.allowed)] : []),
    ...finding.reasons.flatMap((reason) => because(reason, words)),
    ...(finding.same === null ? [] : [words.group.same(finding.same)]),
  ];
  const places = finding.places.slice(1, ROWS).map(({ location: steps }) => location(steps, words));
  if (said.length + places.length === 0) {
    return null;
  }
  const name = `${key}.${finding.id}.reasons`;
  const details = h('details', { class: 'reasons', open: item.open.get(name) ?? false },
    h('summary', { 'data-key': name }, said.length > 0 ? words.group.reasons : words.group.places),
    h('ul', {}, ...[...said, ...places].map((line) => h('li', {}, line))));
  details.addEventListener('toggle', () => item.open.set(name, details.open));
  return details;
}

/**
 * A reason in words; one that has none yet is left out.
 * @param {{ id: string, detail?: string }} reason
 * @param {import('./text/nl.js').Words} words
 */
function because({ id, detail = '' }, words) {
  /** @type {Record<string, string | ((detail: string) => string)>} */
  const texts = words.because;
  const text = Object.hasOwn(texts, id) ? texts[id] : '';
  return text ? [typeof text === 'string' ? text : text(detail)] : [];
}

/**
 * Remove, without a name, or keep: one choice for the findings of a group that ask for one.
 * @param {Group} group
 * @param {Finding[]} asked
 * @param {string} key
 * @param {View} view
 */
function choice(group, asked, key, { item, tongue: { words } }) {
  const chosen = item.act(asked[0]);
  const acts = /** @type {Act[]} */ (asked.some(holds) ? ['remove', 'neutral', 'keep'] : ['remove', 'keep']);
  const name = `${item.key}.${group.id}`;
  return h('fieldset', { class: 'choice' },
    h('legend', {}, words.choice.legend),
    h('div', { class: 'options' }, ...acts.map((act) => h('label', {},
      h('input', {
        type: 'radio',
        name,
        value: act,
        checked: act === chosen,
        'data-key': `${key}.${act}`,
        onchange: () => item.choose(asked, act),
      }),
      h('span', {}, words.choice[act])))));
}

/**
 * What differs from the choice for the group.
 * @param {Finding} finding
 * @param {string} key
 * @param {View} view
 */
function exception(finding, key, { item, tongue: { words } }) {
  const chosen = item.exceptions.get(finding.id) ?? '';
  const acts = /** @type {const} */ (['', 'remove', 'neutral', 'keep'])
    .filter((act) => act !== 'neutral' || holds(finding));
  const select = h('select', {
    'aria-label': words.choice.one(finding.excerpt || words.group.noValue),
    'data-key': `${key}.${finding.id}.choice`,
    onchange: () => item.except(finding.id, /** @type {Act} */ (select.value) || null),
  }, ...acts.map((act) => h('option', { value: act, selected: act === chosen },
    words.choice[act || 'same'])));
  return h('p', {}, select);
}

/**
 * The tag of a heading; there are six.
 * @param {number} level
 */
export function heading(level) {
  return /** @type {'h2'} */ (`h${Math.min(6, level)}`);
}
