// Checks files with the packed module under Node, each in a fresh instance.
'use strict';

const { readFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const lakmoes = require(join(__dirname, '../../www/dist/node/lakmoes.cjs'));

for (const path of process.argv.slice(2)) {
  try {
    lakmoes.inspect(readFileSync(path), basename(path));
  } catch (error) {
    console.error(`${path}: ${error}`);
  }
}
