/**
 * The card of one file: the verdict first, then what the person can do, then what was found.
 *
 * @typedef {import('./item.js').Item} Item
 * @typedef {import('./judge.js').Tongue} Tongue
 * @typedef {import('./judge.js').Answer} Answer
 * @typedef {import('./dom.js').Child} Child
 * @typedef {{ tongue: Tongue, level: number, form: boolean, brief: boolean,
 *   all: boolean, redraw: (item: Item) => void, remove: (item: Item) => void, name: (item: Item) => string,
 *   details: (item: Item) => void, report: (item: Item) => void }} Setting
 *   `form`: guards a form; `brief`: one of many, so folded until the person asks; `all`: for paper.
 */

import { changes } from './changes.js';
import { button, h, icon } from './dom.js';
import { findings, heading, unread } from './findings.js';
import { answer, cleanable, copied, why } from './judge.js';

/**
 * @param {Item} item
 * @param {Setting} setting
 * @returns {Child[]}
 */
export function card(item, setting) {
  const { words } = setting.tongue;
  if (item.busy) {
    return busy(item, setting);
  }
  if (!item.checked) {
    return [];
  }
  const { report, failure } = item.checked;
  const said = item.copied
    ? copied(item.copied.report, setting.tongue)
    : answer(report, failure, setting.tongue);
  return [
    head(item, said.tone, said.title, said.sentences, setting),
    !item.copied && why(report, failure) === 'encrypted' && said.tone === 'unreadable'
      && password(item, setting),
    item.stale && h('p', { class: 'notice' }, words.copy.stale),
    refusal(item, setting),
    decided(item, setting),
    actions(item, said, setting),
    ...(setting.form ? [unread(view(item, setting, Boolean(item.copied)))]
      : !setting.brief || item.open.get('card') ? body(item, setting) : []),
  ];
}

/**
 * All that is known about a file: in the card, or in the dialog of a form.
 * @param {Item} item
 * @param {Setting} setting
 * @returns {Child[]}
 */
export function body(item, setting) {
  if (!item.checked) {
    return [];
  }
  if (!item.copied) {
    // A file that could not be read as a whole has said so in its first line.
    const whole = item.checked.report.verdict === 'unreadable';
    const shown = view(item, setting, false);
    return [findings(shown), whole ? null : unread(shown)];
  }
  const { words } = setting.tongue;
  const left = view(item, setting, true);
  const rest = findings(left);
  const original = h('details', { class: 'group', open: item.open.get('original') ?? false },
    h('summary', { 'data-key': 'original' }, h('span', { class: 'name' }, words.copy.original)),
    h('div', {}, findings(view(item, setting, false))));
  original.addEventListener('toggle', () => item.open.set('original', original.open));
  return [
    unread(left),
    rest && h('section', {}, h(heading(setting.level + 1), { class: 'part' }, words.copy.rest), rest),
    changes(item, setting),
    original,
  ];
}

/**
 * @param {Item} item
 * @param {Setting} setting
 * @param {boolean} copy
 */
function view(item, setting, copy) {
  const side = /** @type {NonNullable<Item['checked']>} */ (copy ? item.copied : item.checked);
  return {
    item,
    tongue: setting.tongue,
    level: setting.level,
    report: side.report,
    revealed: side.revealed ?? side.report,
    copy,
    all: setting.all,
    redraw: () => setting.redraw(item),
  };
}

/**
 * @param {Item} item
 * @param {Parameters<typeof icon>[0]} tone
 * @param {string} title
 * @param {string[]} sentences
 * @param {Setting} setting
 */
function head(item, tone, title, sentences, { tongue: { words }, level, remove }) {
  const { file } = item;
  /** @type {Record<string, string>} */
  const formats = FORMATS;
  const format = item.checked?.report.format;
  const about = [
    ...(format ? [formats[format] ?? format.toUpperCase()] : []),
    size(file.size, words),
  ];
  return h('header', { class: `head tone-${tone}` },
    icon(tone),
    h('div', { class: 'words' },
      h(heading(level), { class: 'verdict', id: `${item.key}-verdict`, tabindex: '-1', 'data-key': 'verdict' }, title),
      ...sentences.map((sentence) => h('p', {}, sentence)),
      h('p', { class: 'file', id: `${item.key}-name` }, h('bdi', {}, file.name), ` · ${about.join(' · ')}`)),
    h('button', {
      class: 'cross',
      type: 'button',
      'aria-label': words.file.remove(file.name),
      'data-key': 'cross',
      onclick: () => remove(item),
    }, cross()));
}

/**
 * @param {Item} item
 * @param {Setting} setting
 * @returns {Child[]}
 */
function busy(item, setting) {
  const { words } = setting.tongue;
  const title = item.state === 'cleaning' ? words.busy.cleaning : words.busy.reading;
  return [head(item, 'busy', title, [], setting), ...waiting(item, setting)];
}

/**
 * How far it is, and what the person can do meanwhile: below the verdict of the card, or in the dialog.
 * @param {Item} item
 * @param {Setting} setting
 * @returns {Child[]}
 */
export function waiting(item, setting) {
  const { words } = setting.tongue;
  const bar = h('progress', { 'aria-labelledby': `${item.key}-verdict` });
  const note = h('p', { class: 'note progress-note' });
  const box = h('div', { class: 'bar' }, bar, note);
  advance(item, box, setting.tongue);
  return [
    box,
    item.late && h('p', { class: 'notice', role: 'alert' }, words.busy.late),
    h('div', { class: 'actions' },
      item.late && button(words.busy.goOn, 'go-on', () => item.late?.(true), 'primary'),
      button(words.busy.stop, 'stop', () => item.stop()),
      setting.form && item.state === 'reading' && button(words.form.unchecked, 'unchecked', () => item.decide('not-checked'), 'link')),
  ];
}

/**
 * Moves the bar without making anything anew, so that no button is lost under a finger.
 * @param {Item} item
 * @param {Element} box
 * @param {Tongue} tongue
 */
export function advance(item, box, { words }) {
  const bar = box.querySelector('progress');
  const note = box.querySelector('.progress-note');
  if (!bar || !note || !item.progress) {
    return;
  }
  const { unit, done, total } = item.progress;
  if (total > 0) {
    bar.max = total;
    bar.value = Math.min(done, total);
  }
  note.textContent = unit === 'bytes' ? words.busy.bytes(size(done, words), size(total, words))
    : unit === 'page' ? words.busy.page(done, total) : words.busy.part(done, total);
}

/**
 * @param {Item} item
 * @param {Answer} said
 * @param {Setting} setting
 */
function actions(item, said, setting) {
  const { words } = setting.tongue;
  const report = /** @type {NonNullable<Item['checked']>} */ (item.checked);
  const makes = said.tone !== 'unreadable' && cleanable(report.report) && !item.copied;
  /** @type {Child[]} */
  const row = [];
  if (setting.form) {
    if (item.decision && item.decision !== 'clear') {
      return null;
    }
    if (makes && item.refused === null) {
      row.push(button(words.form.use, 'clean', () => item.clean(), said.tone === 'clear' ? '' : 'primary'));
    }
    if (said.tone !== 'unreadable' && tells(report.report)) {
      row.push(button(words.file.details, 'details', () => setting.details(item)));
    }
    if (said.tone === 'findings') {
      row.push(item.copied
        ? button(words.form.asIsCopy, 'as-is', () => item.decide('copy-accepted'))
        : button(words.form.asIs, 'as-is', () => item.decide('accepted')));
    } else if (said.tone !== 'clear') {
      row.push(button(words.form.unchecked, 'unchecked',
        () => item.decide(item.copied ? 'copy-not-checked' : 'not-checked')));
    }
  } else if (item.copied) {
    item.address ??= URL.createObjectURL(item.copied.copy);
    row.push(h('a', {
      class: 'button primary',
      href: item.address,
      download: setting.name(item),
      'data-key': 'download',
      onclick: () => {
        item.downloaded = true;
      },
    }, words.copy.download));
  } else if (makes && item.refused === null) {
    row.push(button(item.stale ? words.copy.again : words.copy.make, 'clean', () => item.clean(), 'primary'));
  }
  // A file that changed is another file for the browser: it has to be chosen again.
  if (report.failure && report.failure !== 'changed' && !(setting.form && item.decision)) {
    row.push(button(words.file.retry, 'retry', () => item.check()));
  }
  if (!setting.form && setting.brief && tells(report.report) && said.tone !== 'unreadable') {
    const open = item.open.get('card') ?? false;
    const toggle = button(words.file.details, 'card', () => {
      item.open.set('card', !open);
      setting.redraw(item);
    });
    toggle.setAttribute('aria-expanded', String(open));
    row.push(toggle);
  }
  if (!setting.form && !report.failure) {
    row.push(button(words.file.save, 'report', () => setting.report(item), 'link'));
  }
  return row.length > 0 ? h('div', { class: 'actions' }, ...row) : null;
}

/**
 * Whether there is more to see than the verdict.
 * @param {import('./client.js').Report} report
 */
function tells({ findings: found, gaps, coverage }) {
  return found.length + gaps.length + coverage.surfaces.length > 0;
}

/**
 * Why there is no copy, and what agreeing would do.
 * @param {Item} item
 * @param {Setting} setting
 */
function refusal(item, { tongue: { words } }) {
  const { failure } = words;
  if (item.refused === null) {
    return null;
  }
  const agree = (/** @type {string} */ kind) => () => {
    item.agreed.add(kind);
    item.clean();
  };
  const retry = () => button(words.file.retry, 'again', () => item.clean());
  /** @type {Record<string, [string, Child]>} */
  const told = {
    signed: [failure.signed, button(failure.signedGo, 'again', agree('signature'), 'primary')],
    encrypted: [failure.encrypted, button(failure.encryptedGo, 'again', agree('encryption'), 'primary')],
    'not-clean': [failure.notClean, null],
    unreadable: [failure.unreadable, null],
    changed: [failure.changed, null],
    cancelled: [failure.cancelled, retry()],
  };
  const [text, more] = told[item.refused] ?? [failure.stopped, retry()];
  return h('div', { class: 'notice warn' }, h('p', {}, text), more);
}

/**
 * What the form will send.
 * @param {Item} item
 * @param {Setting} setting
 */
function decided(item, { form, tongue: { words } }) {
  const decision = item.decision ?? (item.verdict === 'clear' && !item.copied ? 'clear' : null);
  if (!form || !decision) {
    return null;
  }
  return h('div', { class: `notice ${decision.endsWith('not-checked') ? 'warn' : 'sent'}` },
    h('p', {}, words.form.will[decision]),
    item.decision && item.decision !== 'clear'
      && button(words.form.undo, 'undo', () => item.undo(), 'link'));
}

/**
 * @param {Item} item
 * @param {Setting} setting
 */
function password(item, { tongue: { words } }) {
  const input = h('input', { type: 'password', autocomplete: 'off', 'data-key': 'password' });
  const read = () => {
    item.password = input.value;
    item.check();
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      // Not the form around us.
      event.preventDefault();
      read();
    }
  });
  return h('div', { class: 'sort' },
    item.password !== undefined && h('p', { role: 'alert' }, words.password.wrong),
    h('div', { class: 'password' },
      h('label', {}, words.password.label, input),
      button(words.password.read, 'read', read, 'primary')),
    h('p', { class: 'note' }, words.password.advice));
}

const FORMATS = {
  pdf: 'PDF',
  docx: 'Word',
  docm: 'Word',
  encrypted: 'Office',
  xlsx: 'Excel',
  xlsm: 'Excel',
  pptx: 'PowerPoint',
  pptm: 'PowerPoint',
  odt: 'OpenDocument',
  ods: 'OpenDocument',
  odp: 'OpenDocument',
  odg: 'OpenDocument',
  odf: 'OpenDocument',
  fodt: 'OpenDocument',
  fods: 'OpenDocument',
  fodp: 'OpenDocument',
  fodg: 'OpenDocument',
  svg: 'SVG',
  tiff: 'TIFF',
  jpeg: 'JPEG',
  png: 'PNG',
  zip: 'ZIP',
  gif: 'GIF',
  bmp: 'BMP',
  webp: 'WebP',
  vcard: 'vCard',
  icalendar: 'iCalendar',
  xml: 'XML',
  text: 'txt',
};

/**
 * @param {number} bytes
 * @param {import('./text/nl.js').Words} words
 */
function size(bytes, words) {
  const language = words.language === 'Nederlands' ? 'nl' : 'en';
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: steps[step],
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}

function cross() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', 'm3 3 10 10m0-10L3 13');
  svg.append(line);
  return svg;
}
