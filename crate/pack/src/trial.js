'use strict';
const assert = require('node:assert');
const lakmoes = require(process.argv[1]);

assert.match(lakmoes.version(), /^\d+\.\d+\.\d+$/);
console.log(`the packed module runs under Node: Lakmoes ${lakmoes.version()}`);
