// The sealed worker: the only place where the bytes of a document are read.
//
// A classic script, because a module cannot be a worker on a page opened from a file. The packer
// fills the two marks below: the glue of wasm-bindgen, and the core (gzip in base64, so that no
// request is needed). What arrives are handles of files; what leaves are reports and copies.
'use strict';
(() => {
  const CORE = '/*lakmoes:core*/';

  /** The glue, in a scope of its own: each call gives an instance that has seen no document yet. */
  function glue() {
    /*lakmoes:glue*/
    // @ts-ignore: the glue declares it
    return wasm_bindgen;
  }

  /** @type {any} */
  const scope = self;
  const request = scope.fetch;

  // The policy of this script forbids all of these. Should a server forget to send the policy,
  // they are still not there when the first document arrives.
  const channels = [
    'fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource',
    'importScripts', 'Worker', 'SharedWorker', 'BroadcastChannel', 'indexedDB', 'caches',
  ];
  for (const name of channels) {
    for (let owner = scope; owner; owner = Object.getPrototypeOf(owner)) {
      if (Object.hasOwn(owner, name)) {
        try {
          delete owner[name];
        } catch {
          // Not ours to delete; the policy holds.
        }
      }
    }
    try {
      Object.defineProperty(scope, name, { value: undefined });
    } catch {
      // As above.
    }
  }

  /** Whether the policy forbids requests. A data address asks nobody, so this asks nobody. */
  async function sealed() {
    /** @type {string[]} */
    const policies = [];
    /** @param {any} event */
    const note = (event) => policies.push(event.originalPolicy);
    scope.addEventListener('securitypolicyviolation', note);
    try {
      await request.call(scope, 'data:,');
      return false;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
      return policies.some((policy) => {
        const rule = /(?:^|;)\s*connect-src\s+([^;]*)/.exec(policy)
          ?? /(?:^|;)\s*default-src\s+([^;]*)/.exec(policy);
        return rule?.[1]?.trim() === "'none'";
      });
    } finally {
      scope.removeEventListener('securitypolicyviolation', note);
    }
  }

  async function unpack() {
    const text = atob(CORE);
    const bytes = new Uint8Array(text.length);
    for (let index = 0; index < text.length; index += 1) {
      bytes[index] = text.charCodeAt(index);
    }
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return WebAssembly.compile(await new Response(stream).arrayBuffer());
  }

  const core = unpack();

  /** An instance for one document: no state of another, and its memory goes with it. */
  async function instance() {
    const module = await core;
    const fresh = glue();
    fresh.initSync({ module });
    return fresh;
  }

  // Who is sent bytes gives up its hold on them, and at a closed port they end: the one way to
  // free what FileReaderSync gave before the check returns. (Measured in Chromium with a file of
  // 1 GiB: 4 GB without, 0.2 GB with it.)
  const drain = new MessageChannel();
  drain.port2.close();
  /** @param {ArrayBuffer} bytes */
  scope.lakmoesRelease = (bytes) => drain.port1.postMessage(null, [bytes]);

  /** Tells how far it is, not more often than an eye can follow. */
  function progress() {
    let last = 0;
    return (/** @type {string} */ unit, /** @type {number} */ done, /** @type {number} */ total) => {
      const now = performance.now();
      if (now - last > 80) {
        last = now;
        scope.postMessage({ progress: { unit, done, total } });
      }
    };
  }

  /**
   * A browser refuses to read a file that was changed or taken away since it was chosen.
   * @param {File} file
   */
  function changed(file) {
    try {
      new scope.FileReaderSync().readAsArrayBuffer(file.slice(0, 1));
      return false;
    } catch {
      return true;
    }
  }

  /** Copies up to this size are held in memory, so that they outlive a change of the original. */
  const HELD = 64 * 1024 * 1024;

  /**
   * @param {File} file
   * @param {Array<[number, number] | Uint8Array>} pieces
   */
  function assemble(file, pieces) {
    const parts = pieces.map((piece) =>
      piece instanceof Uint8Array ? piece : file.slice(piece[0], piece[1]),
    );
    const type = file.type;
    const copy = new Blob(/** @type {BlobPart[]} */ (parts), { type });
    if (copy.size > HELD) {
      return copy;
    }
    return new Blob([new scope.FileReaderSync().readAsArrayBuffer(copy)], { type });
  }

  /** @param {any} message */
  async function answer({ ask, file, name, plan, options }) {
    if (ask === 'seal') {
      return { sealed: await sealed() };
    }
    const lakmoes = await instance();
    switch (ask) {
      case 'catalogue':
        return { catalogue: JSON.parse(lakmoes.catalogue()), version: lakmoes.version() };
      case 'inspect': {
        const { json, report, revealed } = lakmoes.inspect(file, name, options ?? {}, progress());
        return changed(file) ? { failure: { code: 'changed' } } : { json, report, revealed };
      }
      case 'clean': {
        const result = lakmoes.clean(file, name, plan, options ?? {}, progress());
        if (changed(file)) {
          return { failure: { code: 'changed' } };
        }
        const { pieces, ...rest } = result;
        const copy = assemble(file, pieces);
        // Firefox reads on in a file that changed: what was proven has to be what is handed out.
        if (lakmoes.digest(copy) !== result.report.sha256) {
          return { failure: { code: 'changed' } };
        }
        return { copy, ...rest };
      }
      default:
        return { failure: { code: 'unknown' } };
    }
  }

  scope.onmessage = async (/** @type {MessageEvent} */ { data }) => {
    try {
      scope.postMessage(await answer(data));
    } catch (error) {
      // Only a code: the words of an error may quote the document. Without a code it was a trap,
      // or the like; the page then throws this worker away.
      const code = /** @type {any} */ (error)?.code;
      scope.postMessage({ failure: { code: typeof code === 'string' ? code : 'stopped' } });
    }
  };

  core.then(
    () => scope.postMessage({ ready: true }),
    () => scope.postMessage({ ready: false }),
  );
})();
