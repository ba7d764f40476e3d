'use strict';
// Lakmoes for Node: the module that the page runs, from lakmoes.wasm beside this file.

const { readFileSync } = require('node:fs');
const { join } = require('node:path');

function core() {
/*lakmoes:glue*/
return wasm_bindgen;
}

let compiled;

/** A fresh instance for each document: nothing of one is left for the next. */
function fresh() {
  compiled ??= new WebAssembly.Module(readFileSync(join(__dirname, 'lakmoes.wasm')));
  const instance = core();
  instance.initSync({ module: compiled });
  return instance;
}

/** The bytes of a copy, from ranges of the original and new bytes. */
function joined(bytes, pieces) {
  const parts = pieces.map((piece) =>
    piece instanceof Uint8Array ? piece : bytes.subarray(piece[0], piece[1]));
  return Buffer.concat(parts);
}

/** What a policy allows until some day ends on that day. */
const dated = (options) => ({ today: new Date().toISOString().slice(0, 10), ...options });

/** What a document tells: `{ json, report, revealed }`. */
function inspect(bytes, name, options = {}, progress) {
  return fresh().inspect(bytes, name, dated(options), progress);
}

/** A clean copy: `{ copy, json, report, revealed, changes, changesRevealed }`; throws with a `code`. */
function clean(bytes, name, plan = {}, options = {}, progress) {
  const { pieces, ...result } = fresh().clean(bytes, name, plan, dated(options), progress);
  return { copy: joined(bytes, pieces), ...result };
}

const version = () => fresh().version();
const catalogue = () => JSON.parse(fresh().catalogue());

module.exports = { catalogue, clean, inspect, version };
