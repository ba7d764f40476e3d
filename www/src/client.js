/**
 * Asks sealed workers to check and clean documents, and sees to it that every question ends.
 *
 * A worker that trapped, timed out, was cancelled or cannot start is thrown away; what it was
 * asked about then reads "not checked".
 *
 * @typedef {{ password?: string, policy?: any, today?: string }} Options What docs/embedding.md lets a page set.
 * @typedef {{ [key: string]: string | number }} Step
 * @typedef {{ location: Step[], remedy: string }} Place
 * @typedef {{ id: string, kind: string, severity: string, certainty: string, places: Place[],
 *   excerpt: string, context: string, same: number | null, count: number,
 *   allowed: string | null, reasons: { id: string, detail?: string }[] }} Finding
 * @typedef {{ location: Step[], reason: string }} Gap
 * @typedef {{ name: string, size: number, sha256: string | null, format: string | null,
 *   verdict: string, policy: { name: string, version: string }, findings: Finding[], gaps: Gap[],
 *   coverage: { parts: number, unread: number, text: number,
 *     surfaces: { location: Step[] }[], limits: object },
 *   engine: { name: string, version: string } }} Report
 * @typedef {{ kind: string, excerpt: string, now: string | null, count: number,
 *   shown: boolean }} Change
 * @typedef {{ removed: Change[], neutral: Change[], kept: Change[] }} Changes
 * @typedef {{ title: string, what: string, why: string, advice: string }} KindText
 * @typedef {{ id: string, severity: string, subject: string, nl: KindText, en: KindText }} Kind
 * @typedef {{ subjects: { id: string, personal: boolean, nl: string, en: string }[],
 *   kinds: Kind[] }} Catalogue
 * @typedef {{ unit: string, done: number, total: number }} Progress
 * @typedef {{ remove: string[], keep: string[], neutral: string[] }} Plan
 * @typedef {{ report: Report, revealed: Report, json: string, failure?: string }} Checked
 * @typedef {{ copy: Blob, report: Report, revealed: Report, json: string, changes: Changes,
 *   changesRevealed: Changes }} Copied
 * @typedef {{ signal?: AbortSignal, progress?: (progress: Progress) => void,
 *   late?: (answer: (goOn: boolean) => void) => void, options?: Options }} Call
 */

/** After this long without an answer the person is asked whether to go on. */
const ASK_AFTER = 20_000;
/** And after this long it ends, when the person did not answer. */
const END_AFTER = 120_000;
/** A worker that says nothing for this long does not start. */
const START_WITHIN = 60_000;

/** Why a question got no answer: the code travels, never words. */
export class Failure extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** The pool of workers. */
export class Client {
  /**
   * @param {() => Worker} start Makes a worker; may throw.
   * @param {() => void} [learnt] Called when it is known whether the workers are sealed.
   * @param {number} [cores]
   */
  constructor(start, learnt = () => {}, cores = globalThis.navigator?.hardwareConcurrency ?? 2) {
    this.start = start;
    this.learnt = learnt;
    this.size = Math.min(4, Math.max(1, cores - 1));
    /** @type {Seat[]} */
    this.seats = [];
    /** @type {Task[]} */
    this.queue = [];
    /** @type {Promise<{ catalogue: Catalogue, version: string }> | null} */
    this.words = null;
    /** That of the core; empty until it is told. */
    this.version = '';
    this.ended = false;
    /** @type {boolean | null} Whether a worker said that its policy forbids requests. */
    this.sealed = null;
    /** @type {Seat | null} Who was asked that. */
    this.asked = null;
  }

  /** The words for the kinds, from the core. */
  catalogue() {
    this.words ??= this.ask({ ask: 'catalogue' }, {}).then((told) => {
      this.version = told.version;
      return told;
    }, (failure) => {
      this.words = null;
      throw failure;
    });
    return this.words;
  }

  /**
   * Checks a document. Never fails: what could not be checked has a report that says so.
   * @param {File} file
   * @param {Call} call
   * @returns {Promise<Checked>}
   */
  async inspect(file, call = {}) {
    try {
      return await this.ask({ ask: 'inspect', file, name: file.name, options: call.options }, call);
    } catch (failure) {
      const report = stopped(file, this.version, call.options);
      const code = failure instanceof Failure ? failure.code : 'stopped';
      const revealed = { ...report, name: file.name };
      return { report, revealed, json: JSON.stringify(report), failure: code };
    }
  }

  /**
   * Makes a clean copy; rejects with a {@link Failure}.
   * @param {File} file
   * @param {Plan} plan
   * @param {Call} call
   * @returns {Promise<Copied>}
   */
  clean(file, plan, call = {}) {
    return this.ask({ ask: 'clean', file, name: file.name, plan, options: call.options }, call);
  }

  /** Ends all workers; what they were asked reads "not checked". */
  end() {
    this.ended = true;
    for (const task of [...this.queue]) {
      task.fail('cancelled');
    }
    this.queue = [];
    for (const seat of [...this.seats]) {
      seat.leave('cancelled');
    }
  }

  /**
   * @param {object} question
   * @param {Call} call
   * @returns {Promise<any>}
   */
  ask(question, call) {
    return new Promise((resolve, reject) => {
      const task = new Task(question, call, resolve, reject);
      if (call.signal?.aborted) {
        task.fail('cancelled');
        return;
      }
      task.heed(() => {
        this.queue = this.queue.filter((other) => other !== task);
        task.fail('cancelled');
      });
      this.ended = false;
      this.queue.push(task);
      this.next();
    });
  }

  /**
   * Gives waiting tasks to idle workers, and starts workers while there is room. Before anything
   * else, one worker is to find out whether its policy holds.
   */
  next() {
    if (this.sealed === null && !this.asked) {
      this.asked = this.seats.find((seat) => seat.ready) ?? null;
      this.asked?.worker?.postMessage({ ask: 'seal' });
    }
    for (const seat of this.seats) {
      if (this.queue.length > 0 && seat.ready && !seat.task) {
        seat.take(/** @type {Task} */ (this.queue.shift()));
      }
    }
    const starting = this.seats.filter((seat) => !seat.ready).length;
    if (this.queue.length > starting && this.seats.length < this.size) {
      this.seats.push(new Seat(this));
      this.next();
    }
  }

  /**
   * @param {Seat} seat
   * @param {boolean} able Whether it ever started.
   */
  gone(seat, able) {
    this.seats = this.seats.filter((other) => other !== seat);
    if (this.asked === seat) {
      this.asked = null;
    }
    if (!able) {
      // Those that did start go on; trying for more would fail as often as it is tried.
      this.size = Math.max(1, this.seats.length);
    }
    if (!able && this.seats.length === 0) {
      // Nobody can answer: waiting any longer would be for ever.
      for (const task of this.queue.splice(0)) {
        task.fail('start');
      }
    }
    this.next();
    if (able && !this.ended && this.seats.length === 0) {
      this.seats.push(new Seat(this));
    }
  }
}

/** A worker and what it is doing. */
class Seat {
  /** @param {Client} client */
  constructor(client) {
    this.client = client;
    this.ready = false;
    this.left = false;
    /** @type {Task | null} */
    this.task = null;
    /** @type {Worker | null} */
    this.worker = null;
    this.timer = setTimeout(() => this.leave('start'), START_WITHIN);
    try {
      this.worker = client.start();
      this.worker.onmessage = ({ data }) => this.hear(data);
      this.worker.onmessageerror = () => this.leave('stopped');
      this.worker.onerror = (event) => {
        event.preventDefault();
        this.leave(this.ready ? 'stopped' : 'start');
      };
    } catch {
      // After the caller has put us in its list.
      queueMicrotask(() => this.leave('start'));
    }
  }

  /** @param {Task} task */
  take(task) {
    this.task = task;
    task.begin(this);
    this.worker?.postMessage(task.question);
  }

  /** @param {any} data */
  hear(data) {
    if (this.left) {
      return;
    }
    if ('ready' in data) {
      clearTimeout(this.timer);
      if (!data.ready) {
        this.leave('start');
        return;
      }
      this.ready = true;
      this.client.next();
    } else if ('sealed' in data) {
      this.client.sealed = data.sealed;
      if (!data.sealed) {
        console.warn('The worker of Lakmoes was served without its policy; see docs/embedding.md.');
      }
      this.client.learnt();
    } else if ('progress' in data) {
      this.task?.call.progress?.(data.progress);
    } else if (data.failure?.code === 'stopped') {
      this.leave('stopped');
    } else if (this.task) {
      const { task } = this;
      this.task = null;
      if (data.failure) {
        task.fail(data.failure.code);
      } else {
        task.done(data);
      }
      this.client.next();
    }
  }

  /**
   * Throws the worker away. Its document is not checked.
   * @param {string} code
   */
  leave(code) {
    if (this.left) {
      return;
    }
    this.left = true;
    clearTimeout(this.timer);
    this.worker?.terminate();
    const { task } = this;
    this.task = null;
    task?.fail(code);
    this.client.gone(this, this.ready);
  }
}

/** A question, and the promise of its answer. */
class Task {
  /**
   * @param {object} question
   * @param {Call} call
   * @param {(value: any) => void} resolve
   * @param {(failure: Failure) => void} reject
   */
  constructor(question, call, resolve, reject) {
    this.question = question;
    this.call = call;
    this.resolve = resolve;
    this.reject = reject;
    this.ended = false;
    /** @type {Seat | null} */
    this.seat = null;
    /** @type {ReturnType<typeof setTimeout>[]} */
    this.timers = [];
    /** @type {(() => void) | null} */
    this.abort = null;
  }

  /**
   * Listens to the signal of the call for as long as there is no answer.
   * @param {() => void} abort
   */
  heed(abort) {
    this.abort = abort;
    this.call.signal?.addEventListener('abort', abort);
  }

  /** @param {Seat} seat */
  begin(seat) {
    this.seat = seat;
    this.watch(ASK_AFTER, END_AFTER);
  }

  /**
   * @param {number} ask
   * @param {number} end
   */
  watch(ask, end) {
    const asked = setTimeout(() => {
      this.call.late?.((goOn) => {
        if (this.ended) {
          return;
        }
        if (goOn) {
          this.timers.forEach(clearTimeout);
          // Who said "go on" is asked less often, but is asked again.
          this.watch(END_AFTER, 2 * END_AFTER);
        } else {
          this.fail('cancelled');
        }
      });
    }, ask);
    this.timers = [asked, setTimeout(() => this.fail('late'), end)];
  }

  /** @param {any} value */
  done(value) {
    this.end();
    this.resolve(value);
  }

  /** @param {string} code */
  fail(code) {
    if (this.ended) {
      return;
    }
    this.end();
    this.reject(new Failure(code));
    // A worker that is still busy with this knows no other way to stop.
    if (this.seat?.task === this) {
      this.seat.leave(code);
    }
  }

  end() {
    this.ended = true;
    this.timers.forEach(clearTimeout);
    if (this.abort) {
      this.call.signal?.removeEventListener('abort', this.abort);
    }
  }
}

/**
 * The report of a document that was not checked. Of its name only the ending stays: the mask comes
 * from the core, which gave no answer.
 * @param {File} file
 * @param {string} version That of the core, where it told.
 * @param {Options} [options]
 * @returns {Report}
 */
function stopped(file, version, options) {
  return {
    name: `document${/\.[a-z0-9]{1,5}$/i.exec(file.name)?.[0] ?? ''}`,
    size: file.size,
    sha256: null,
    format: null,
    verdict: 'unreadable',
    policy: { name: options?.policy?.name ?? 'default', version: options?.policy?.version ?? '1' },
    findings: [],
    gaps: [{ location: [], reason: 'stopped' }],
    coverage: { parts: 1, unread: 1, text: 0, surfaces: [], limits: {} },
    engine: { name: 'lakmoes', version },
  };
}
