/**
 * The element `<lakmoes-check>`: choose files, see what they tell, take a clean copy. In a form it
 * is a field that holds the form back until each file is clear, cleaned or accepted.
 *
 * @typedef {import('./client.js').Catalogue} Catalogue
 * @typedef {import('./judge.js').Tongue} Tongue
 * @typedef {import('./card.js').Setting} Setting
 */

import { area } from './area.js';
import { advance, body, card, waiting } from './card.js';
import { Client } from './client.js';
import { h, keeping, nodes } from './dom.js';
import { objection, value } from './field.js';
import { dropped } from './files.js';
import { Item } from './item.js';
import { cleanable } from './judge.js';
import { copyName, saveReport } from './save.js';
import { sheet } from './style.js';
import { en } from './text/en.js';
import { nl } from './text/nl.js';
import { workers } from './workers.js';

/** With more files than this, each is folded until the person asks. */
const MANY = 5;

/** Where there is no page, the module can still be loaded. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** The element. Its attributes, events and properties: docs/embedding.md. */
export class LakmoesCheck extends Base {
  static formAssociated = true;
  static observedAttributes = ['lang', 'worker-src', 'required', 'multiple', 'name', 'disabled'];

  constructor() {
    super();
    this.internals = this.attachInternals();
    this.root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    this.root.adoptedStyleSheets = [sheet()];
    /** @type {Item[]} */
    this.items = [];
    /** @type {object | null} */
    this.rules = null;
    /** @type {Catalogue | null} */
    this.catalogue = null;
    /** @type {Client | null} */
    this.pool = null;
    /** @type {WeakMap<Item, HTMLElement>} */
    this.cards = new WeakMap();
    /** @type {Item | null} Whose details the dialog shows. */
    this.detailed = null;
    /** @type {Set<Item>} Checked since the last announcement. */
    this.fresh = new Set();
    this.locked = false;
    this.refused = false;
    this.printing = false;
    /** @type {Set<Item>} To be drawn at the end of this turn. */
    this.due = new Set();

    this.area = h('div', { class: 'area' });
    this.warning = h('p', { class: 'notice warn', role: 'alert' });
    this.bulk = h('div', { class: 'bulk', hidden: true });
    this.list = h('div', { class: 'list' });
    this.refusal = h('p', { id: 'refusal', class: 'refusal', role: 'alert' });
    this.live = h('p', { class: 'live', role: 'status' });
    this.dialog = h('dialog', {});
    this.dialog.addEventListener('close', () => {
      this.detailed = null;
    });
    this.root.append(this.area, this.warning, this.bulk, this.list, this.refusal, this.live, this.dialog);

    this.addEventListener('dragenter', (event) => this.drag(event));
    this.addEventListener('dragover', (event) => this.drag(event));
    this.addEventListener('dragleave', () => this.area.classList.remove('over'));
    this.addEventListener('drop', (event) => this.drop(event));
    this.list.addEventListener('keydown', (event) => {
      const { target } = event;
      const item = event.key === 'Escape' && target instanceof Node
        && this.items.find((item) => item.busy && this.cards.get(item)?.contains(target));
      if (item) {
        event.preventDefault();
        item.stop();
      }
    });
    this.addEventListener('invalid', (event) => {
      // Our own message stands below the files, where a bubble would hide the verdict.
      event.preventDefault();
      this.refused = true;
      this.validate();
      if (this.form?.querySelector(':invalid') === this) {
        this.seek();
      }
    });
    this.follow = new MutationObserver(() => this.draw());
    /** @type {Array<[Window, string, (event: any) => void]>} */
    this.heard = [
      [window, 'dragenter', (event) => this.drag(event)],
      [window, 'dragover', (event) => this.drag(event)],
      [window, 'dragleave', (event) => event.relatedTarget === null && this.veil(false)],
      [window, 'drop', (event) => this.drop(event)],
    ];
    this.leaving = (/** @type {BeforeUnloadEvent} */ event) => {
      if (!this.inForm && this.items.some((item) => item.copied && !item.downloaded)) {
        event.preventDefault();
      }
    };
  }

  /** On paper nothing can be unfolded. */
  paper = (/** @type {Event} */ { type }) => {
    this.printing = type === 'beforeprint';
    this.draw();
  };

  connectedCallback() {
    this.follow.observe(document.documentElement, { attributeFilter: ['lang'] });
    window.addEventListener('beforeunload', this.leaving);
    window.addEventListener('beforeprint', this.paper);
    window.addEventListener('afterprint', this.paper);
    if (this.hasAttribute('whole-window')) {
      this.heard.forEach(([target, name, listener]) => target.addEventListener(name, listener));
    }
    this.draw();
    const idle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 200));
    idle(() => this.isConnected && this.client);
  }

  disconnectedCallback() {
    this.follow.disconnect();
    window.removeEventListener('beforeunload', this.leaving);
    window.removeEventListener('beforeprint', this.paper);
    window.removeEventListener('afterprint', this.paper);
    this.heard.forEach(([target, name, listener]) => target.removeEventListener(name, listener));
    this.pool?.end();
    this.pool = null;
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.draw();
    }
  }

  formAssociatedCallback() {
    this.draw();
  }

  /** @param {boolean} disabled */
  formDisabledCallback(disabled) {
    this.locked = disabled;
    this.draw();
  }

  formResetCallback() {
    this.items.forEach((item) => item.close());
    this.items = [];
    this.refused = false;
    this.draw();
  }

  /** The pool of workers; made when it is first needed. */
  get client() {
    if (!this.pool) {
      const start = workers(this.getAttribute('worker-src') ?? 'lakmoes.worker.js');
      this.pool = new Client(start, () => {
        if (this.sealed === false) {
          this.drawArea();
        }
        this.validate();
      });
      this.learn(this.pool);
    }
    return this.pool;
  }

  /**
   * Asks the core for the words of the kinds; the first question also starts a worker.
   * @param {Client} pool
   */
  learn(pool) {
    pool.catalogue().then(({ catalogue }) => {
      this.catalogue = catalogue;
      this.draw();
    }, () => {
      // Asked again with the next files; the findings bear the names of their kinds until then.
    });
  }

  /** Whether the policy of the worker holds; `null` until that is known. */
  get sealed() {
    return this.pool?.sealed ?? null;
  }

  /** Whether it guards a form. */
  get inForm() {
    return this.internals.form !== null;
  }

  get form() {
    return this.internals.form;
  }

  get name() {
    return this.getAttribute('name') ?? '';
  }

  get validity() {
    return this.internals.validity;
  }

  get validationMessage() {
    return this.internals.validationMessage;
  }

  get willValidate() {
    return this.internals.willValidate;
  }

  checkValidity() {
    return this.internals.checkValidity();
  }

  reportValidity() {
    return this.internals.reportValidity();
  }

  /** The policy of the organisation, as docs/policy.md describes it; all files are checked by it. */
  get policy() {
    return this.rules;
  }

  set policy(policy) {
    this.rules = policy;
    this.items.forEach((item) => item.check());
  }

  /** What is known about each file, for the page around. */
  get results() {
    return this.items.map((item) => this.told(item));
  }

  /**
   * Adds files, as if the person had chosen them.
   * @param {Iterable<File>} files
   */
  add(files) {
    if (this.locked) {
      return;
    }
    let chosen = [...files];
    if (this.inForm && !this.hasAttribute('multiple')) {
      chosen = chosen.slice(0, 1);
      this.items.forEach((item) => item.close());
      this.items = [];
    }
    const { words } = this.tongue;
    if (!this.catalogue && this.pool) {
      this.learn(this.pool);
    }
    /** @type {string[]} */
    const known = [];
    for (const file of chosen) {
      const twin = this.items.find((item) => item.file.name === file.name
        && item.file.size === file.size && item.file.lastModified === file.lastModified);
      if (twin) {
        known.push(words.area.known(file.name));
        this.cards.get(twin)?.classList.add('again');
        continue;
      }
      const item = new Item(file, () => this.client, () => this.policy, (changed, what) => this.changed(changed, what));
      this.items.push(item);
      this.fresh.add(item);
      item.check();
    }
    this.refused = false;
    this.draw();
    const busy = this.items.filter((item) => item.busy).length;
    this.say([...known, ...(busy > 0 ? [words.announce.busy(busy)] : [])].join(' '));
    if (chosen.length > known.length) {
      this.tell('lakmoes-start', { files: chosen.length - known.length });
    }
  }

  /** Ends every check; those files read "not checked". */
  stop() {
    this.items.filter((item) => item.busy).forEach((item) => item.stop());
  }

  /** @returns {Tongue} */
  get tongue() {
    const said = this.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang
      || navigator.language;
    const language = said.toLowerCase().startsWith('nl') ? 'nl' : 'en';
    return { language, words: language === 'nl' ? nl : en, catalogue: this.catalogue };
  }

  /**
   * @param {Item} item
   * @param {'all' | 'progress'} what
   */
  changed(item, what) {
    if (!this.items.includes(item)) {
      return;
    }
    const box = this.cards.get(item)?.querySelector('.bar');
    if (what === 'progress') {
      if (box) {
        advance(item, box, this.tongue);
      }
      return;
    }
    if (this.due.size === 0) {
      queueMicrotask(() => this.settle());
    }
    this.due.add(item);
  }

  /** Draws what changed in this turn, and tells about it. */
  settle() {
    const items = [...this.due];
    this.due.clear();
    for (const item of items) {
      this.drawCard(item);
      if (!item.busy) {
        const name = item.copied ? 'lakmoes-cleaned' : 'lakmoes-result';
        this.tell(name, this.told(item));
      }
    }
    this.drawBulk();
    this.validate();
    this.announce();
  }

  /** @param {Item} item */
  told(item) {
    return {
      file: item.file,
      verdict: item.verdict,
      report: item.checked?.report ?? null,
      json: item.checked?.json ?? null,
      copy: item.copied?.copy ?? null,
      copyReport: item.copied?.report ?? null,
      decision: item.decision ?? (item.verdict === 'clear' && !item.copied ? 'clear' : null),
      sealed: this.sealed,
    };
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  // ---- drawing

  draw() {
    this.drawArea();
    for (const item of this.items) {
      this.drawCard(item);
    }
    this.list.replaceChildren(...this.items.map((item) => /** @type {HTMLElement} */ (this.cards.get(item))));
    this.drawBulk();
    this.validate();
  }

  drawArea() {
    const { words } = this.tongue;
    this.internals.role = 'group';
    this.internals.ariaLabel = words.area.label;
    const some = this.items.length > 0;
    keeping(this.root, this.area, () => {
      this.area.classList.toggle('small', some);
      this.area.replaceChildren(...area(words, {
        several: !this.inForm || this.hasAttribute('multiple'),
        folders: !this.inForm,
        some,
        locked: this.locked,
        required: this.hasAttribute('required'),
        sealed: this.sealed !== false,
        add: (files) => this.add(files),
      }));
    });
    const warning = this.sealed === false ? words.area.unsealed : '';
    // What stands there already is not said once more.
    if (this.warning.textContent !== warning) {
      this.warning.textContent = warning;
    }
  }

  /** @param {Item} item */
  drawCard(item) {
    let box = this.cards.get(item);
    if (!box) {
      box = h('article', {
        class: 'card',
        'aria-labelledby': `${item.key}-name ${item.key}-verdict`,
      });
      this.cards.set(item, box);
    }
    const made = box;
    keeping(this.root, made, () => made.replaceChildren(...nodes(card(item, this.setting))));
    made.setAttribute('aria-busy', String(item.busy));
    if (this.detailed === item) {
      this.drawDialog(item);
    }
  }

  /** @param {Item} item */
  drawDialog(item) {
    const { words } = this.tongue;
    keeping(this.root, this.dialog, () => this.dialog.replaceChildren(
      h('div', { class: 'bodies' },
        h('header', { class: 'head' }, h('span'), h('h2', { class: 'verdict', id: 'details' }, item.file.name)),
        ...nodes(item.busy ? waiting(item, this.setting) : body(item, this.setting)),
        h('div', { class: 'actions' }, h('button', {
          type: 'button', class: 'button', 'data-key': 'close', onclick: () => this.dialog.close(),
        }, words.file.close)))));
    this.dialog.setAttribute('aria-labelledby', 'details');
  }

  drawBulk() {
    const { words } = this.tongue;
    const open = this.items.filter((item) => !item.busy && !item.copied && item.refused === null
      && item.verdict !== 'unreadable' && item.checked && cleanable(item.checked.report));
    const done = this.items.filter((item) => !item.busy);
    this.bulk.hidden = this.inForm || this.items.length < 2 || done.length === 0;
    keeping(this.root, this.bulk, () => this.bulk.replaceChildren(
      h('p', {}, this.summary(done)),
      ...(open.length > 1 ? [h('button', {
        type: 'button',
        class: 'button',
        'data-key': 'bulk',
        onclick: () => open.forEach((item) => item.clean()),
      }, words.copy.makeAll)] : [])));
  }

  /** @returns {Setting} */
  get setting() {
    const { language } = this.tongue;
    const name = (/** @type {Item} */ item) =>
      copyName(item, this.items.indexOf(item) + 1, language);
    return {
      tongue: this.tongue,
      level: Number(this.getAttribute('heading-level')) || 2,
      form: this.inForm,
      brief: this.items.length > MANY && !this.printing,
      all: this.printing,
      redraw: (item) => this.drawCard(item),
      remove: (item) => this.takeOff(item),
      name,
      details: (item) => {
        this.detailed = item;
        this.drawDialog(item);
        this.dialog.showModal();
      },
      report: (item) => saveReport(item, name(item)),
    };
  }

  /** @param {Item} item */
  takeOff(item) {
    item.close();
    this.items = this.items.filter((other) => other !== item);
    this.fresh.delete(item);
    this.refused = false;
    this.draw();
    this.tell('lakmoes-removed', { file: item.file });
    /** @type {HTMLElement | null} */ (this.area.querySelector('#files'))?.focus();
  }

  // ---- dropping

  /** @param {DragEvent} event */
  drag(event) {
    if (this.locked || !event.dataTransfer?.types.includes('Files')) {
      return;
    }
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    if (this.hasAttribute('whole-window')) {
      this.veil(true);
    } else {
      this.area.classList.add('over');
    }
  }

  /** @param {boolean} shown */
  veil(shown) {
    const there = this.root.querySelector('.veil');
    if (shown && !there) {
      this.root.append(h('div', { class: 'veil' }, h('p', {}, this.tongue.words.area.dropping)));
    } else if (!shown) {
      there?.remove();
    }
  }

  /** @param {DragEvent} event */
  async drop(event) {
    this.veil(false);
    this.area.classList.remove('over');
    if (event.defaultPrevented || this.locked || !event.dataTransfer?.types.includes('Files')) {
      return;
    }
    event.preventDefault();
    const files = await dropped(event.dataTransfer);
    if (files.length > 0) {
      this.add(files);
    } else {
      this.say(this.tongue.words.area.none);
    }
  }

  // ---- telling

  /** @param {string} text */
  say(text) {
    this.live.textContent = text;
  }

  /** Says once a batch what came of it. */
  announce() {
    if (this.fresh.size === 0 || this.items.some((item) => item.busy)) {
      return;
    }
    const done = [...this.fresh];
    this.fresh.clear();
    this.say(this.summary(done));
  }

  /**
   * How many files there are of each verdict, in words; the worst first.
   * @param {Item[]} done
   */
  summary(done) {
    const { announce } = this.tongue.words;
    const told = /** @type {const} */ (['findings', 'incomplete', 'unreadable', 'clear'])
      .map((verdict) => /** @type {const} */ ([verdict, done.filter((item) => item.verdict === verdict).length]))
      .filter(([, n]) => n > 0)
      .map(([verdict, n]) => announce.verdicts[verdict](n));
    return [`${announce.done(done.length)}.`, ...told].join(' ');
  }

  // ---- the form

  /** Holds the form back until each file is clear, cleaned or accepted. */
  validate() {
    const anchor = /** @type {HTMLElement | null} */ (this.area.querySelector('#files'));
    if (!anchor) {
      return;
    }
    const { words } = this.tongue;
    const message = objection(this.items, words, this.hasAttribute('required'));
    if (message === null) {
      this.internals.setValidity({});
      this.internals.setFormValue(value(this.items, this.name, this.sealed));
    } else {
      const missing = this.items.length === 0;
      this.internals.setValidity(missing ? { valueMissing: true } : { customError: true }, message, anchor);
      this.internals.setFormValue(null);
    }
    const refused = this.refused && message !== null;
    anchor.setAttribute('aria-invalid', String(refused));
    this.refusal.textContent = refused ? message : '';
  }

  /** Brings the person to what holds the form back. */
  seek() {
    const open = this.items.find((item) => item.sent() === null);
    const box = (open && this.cards.get(open)) ?? this.area;
    box.scrollIntoView({ block: 'nearest' });
    /** @type {HTMLElement | null} */ (box.querySelector('.verdict, #files'))?.focus({ preventScroll: true });
  }
}

if (globalThis.customElements && !customElements.get('lakmoes-check')) {
  customElements.define('lakmoes-check', LakmoesCheck);
}
