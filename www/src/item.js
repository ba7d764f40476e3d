/**
 * One chosen file: its check, its clean copy, and what the person decided.
 *
 * @typedef {import('./client.js').Client} Client
 * @typedef {import('./client.js').Checked} Checked
 * @typedef {import('./client.js').Copied} Copied
 * @typedef {import('./client.js').Progress} Progress
 * @typedef {import('./client.js').Plan} Plan
 * @typedef {'remove' | 'neutral' | 'keep'} Act
 * @typedef {'clear' | 'copy' | 'copy-accepted' | 'accepted' | 'not-checked' | 'copy-not-checked'} Decision
 */

import { Failure } from './client.js';
import { holds, preset, remedy, verdict } from './judge.js';

let made = 0;

/** A file in the list. */
export class Item {
  /**
   * @param {File} file
   * @param {() => Client} client The pool of the moment: one that was moved in the page has another.
   * @param {() => object | null} policy The policy that holds when a check starts.
   * @param {(item: Item, what: 'all' | 'progress') => void} changed Called after each change that
   *   can be seen.
   */
  constructor(file, client, policy, changed) {
    made += 1;
    this.key = `f${made}`;
    this.file = file;
    this.client = client;
    this.policy = policy;
    this.changed = changed;
    /** @type {'reading' | 'done' | 'cleaning'} */
    this.state = 'reading';
    /** @type {Progress | null} */
    this.progress = null;
    /** @type {((goOn: boolean) => void) | null} Asked after a long time. */
    this.late = null;
    /** @type {Checked | null} */
    this.checked = null;
    /** @type {Copied | null} */
    this.copied = null;
    /** @type {string | null} Why there is no copy. */
    this.refused = null;
    /** @type {string | undefined} */
    this.password = undefined;
    /** @type {Map<string, Act>} By finding: what was chosen for its group. */
    this.choices = new Map();
    /** @type {Map<string, Act>} By finding: what differs from its group. */
    this.exceptions = new Map();
    this.stale = false;
    /** @type {Set<string>} Kinds that the person named on being asked: a signature, a password. */
    this.agreed = new Set();
    /** @type {Decision | null} */
    this.decision = null;
    this.downloaded = false;
    /** @type {string | null} */
    this.address = null;
    /** What is open, shown in plain characters, or unfolded: the picture is made anew each time. */
    /** @type {Map<string, boolean>} */
    this.open = new Map();
    /** @type {Set<string>} */
    this.shown = new Set();
    this.abort = new AbortController();
  }

  /** Whether a worker has it. */
  get busy() {
    return this.state !== 'done';
  }

  /** The verdict, once there is one. */
  get verdict() {
    return this.checked && !this.busy ? verdict(this.checked.report) : null;
  }

  /** Checks the file; ends always. */
  async check() {
    this.forget();
    this.state = 'reading';
    this.checked = null;
    const abort = this.begin();
    const checked = await this.client().inspect(this.file, this.call(abort));
    if (this.abort !== abort) {
      return;
    }
    this.checked = checked;
    this.finish();
  }

  /** Makes a copy as the person chose; ends always. */
  async clean() {
    this.forget();
    this.state = 'cleaning';
    const abort = this.begin();
    let copied = null;
    let refused = null;
    try {
      copied = await this.client().clean(this.file, this.plan(), this.call(abort));
    } catch (failure) {
      refused = failure instanceof Failure ? failure.code : 'stopped';
    }
    if (this.abort !== abort) {
      return;
    }
    this.copied = copied;
    this.refused = refused;
    if (copied && verdict(copied.report) === 'clear') {
      this.decision = 'copy';
    }
    this.finish();
  }

  /** Ends what is going on; the file then reads "not checked". */
  stop() {
    this.late = null;
    this.abort.abort();
  }

  /** Leaves the list. */
  close() {
    this.stop();
    this.forget();
  }

  /** The plan of the choices: only what differs from what cleaning does by itself. */
  plan() {
    /** @type {Plan} */
    const plan = { remove: [...this.agreed], keep: [], neutral: [] };
    for (const finding of this.checked?.report.findings ?? []) {
      const act = this.exceptions.get(finding.id) ?? this.act(finding);
      if (remedy(finding) === 'ask' && act !== (holds(finding) ? 'neutral' : 'keep')) {
        plan[act].push(finding.id);
      }
    }
    return plan;
  }

  /**
   * What was chosen for the group of a finding, or what holds until something is.
   * @param {import('./client.js').Finding} finding
   * @returns {Act}
   */
  act(finding) {
    return this.choices.get(finding.id) ?? preset(finding);
  }

  /**
   * @param {import('./client.js').Finding[]} findings Those of a group.
   * @param {Act} act
   */
  choose(findings, act) {
    for (const { id } of findings) {
      this.choices.set(id, act);
    }
    this.chosen();
  }

  /**
   * @param {string} finding
   * @param {Act | null} act
   */
  except(finding, act) {
    if (act) {
      this.exceptions.set(finding, act);
    } else {
      this.exceptions.delete(finding);
    }
    this.chosen();
  }

  /** @param {Decision | null} decision */
  decide(decision) {
    if (decision === 'not-checked' && this.busy) {
      this.stop();
    }
    this.decision = decision;
    this.changed(this, 'all');
  }

  /** Takes a decision back, and the copy that was made for it. */
  undo() {
    this.forget();
    this.changed(this, 'all');
  }

  /** What a form sends: the file or the copy; nothing while nobody decided. */
  sent() {
    if (this.verdict === 'clear' && !this.copied && !this.decision) {
      return this.file;
    }
    switch (this.decision) {
      case 'copy':
      case 'copy-accepted':
      case 'copy-not-checked':
        return this.copied
          ? new File([this.copied.copy], this.file.name, { type: this.file.type })
          : null;
      case 'clear':
      case 'accepted':
      case 'not-checked':
        return this.file;
      default:
        return null;
    }
  }

  chosen() {
    if (this.copied) {
      this.forget();
      this.stale = true;
    }
    this.decision = null;
    this.changed(this, 'all');
  }

  /** The copy and all that was said about it. */
  forget() {
    if (this.address) {
      URL.revokeObjectURL(this.address);
    }
    this.address = null;
    this.copied = null;
    this.refused = null;
    this.stale = false;
    this.downloaded = false;
    this.decision = null;
  }

  begin() {
    this.abort.abort();
    this.abort = new AbortController();
    this.progress = null;
    this.changed(this, 'all');
    return this.abort;
  }

  finish() {
    this.state = 'done';
    this.late = null;
    this.changed(this, 'all');
  }

  /** What the core is told besides the file. */
  options() {
    const policy = this.policy();
    return {
      ...(this.password === undefined ? {} : { password: this.password }),
      // Swedes write a date as the core reads it; the day is that of the person's clock.
      ...(policy ? { policy, today: new Date().toLocaleDateString('sv-SE') } : {}),
    };
  }

  /** @param {AbortController} abort */
  call(abort) {
    return {
      signal: abort.signal,
      options: this.options(),
      progress: (/** @type {Progress} */ progress) => {
        this.progress = progress;
        this.changed(this, 'progress');
      },
      late: (/** @type {(goOn: boolean) => void} */ answer) => {
        this.late = (goOn) => {
          this.late = null;
          answer(goOn);
          this.changed(this, 'all');
        };
        this.changed(this, 'all');
      },
    };
  }
}
