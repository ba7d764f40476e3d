/** Makes workers, from an address of this site or from a data block of this page. */

/** @type {any} */
let policy = null;

/**
 * Only what we made ourselves or what this site serves becomes a worker.
 * @param {string} address
 */
function trusted(address) {
  const check = (/** @type {string} */ text) => {
    const { origin, protocol } = new URL(text, document.baseURI);
    if (protocol !== 'blob:' && origin !== location.origin) {
      throw new TypeError('a worker of another site');
    }
    return text;
  };
  const { trustedTypes } = /** @type {any} */ (globalThis);
  policy ??= trustedTypes?.createPolicy('lakmoes', { createScriptURL: check }) ?? { createScriptURL: check };
  return policy.createScriptURL(address);
}

/**
 * A maker of workers for the attribute `worker-src`: an address, or `#id` of a data block that
 * holds the script (a page that is one file).
 * @param {string} source
 * @returns {() => Worker}
 */
export function workers(source) {
  /** @type {string | null} */
  let address = null;
  return () => {
    if (!source.startsWith('#')) {
      return new Worker(trusted(new URL(source, document.baseURI).href), { name: 'lakmoes' });
    }
    if (!address) {
      const block = document.getElementById(source.slice(1));
      if (!block) {
        throw new Error('no such block');
      }
      address = URL.createObjectURL(new Blob([block.textContent ?? ''], { type: 'text/javascript' }));
    }
    return new Worker(trusted(address), { name: 'lakmoes' });
  };
}
