'use strict';
const assert = require('node:assert');
const lakmoes = require(process.argv[1]);

const text = 'Schrijf naar janne.devries@example.nl of bel 06-12345678.\n';
const bytes = new TextEncoder().encode(text);
const verdicts = ['unreadable', 'incomplete', 'findings', 'clear'];

assert.match(lakmoes.version(), /^\d+\.\d+\.\d+$/);
assert.ok(lakmoes.catalogue().kinds.length > 0);
const { json, report, revealed } = lakmoes.inspect(bytes, 'brief.txt');
assert.deepStrictEqual(JSON.parse(json), report);
assert.ok(verdicts.includes(report.verdict));
assert.strictEqual(report.size, bytes.length);
assert.strictEqual(report.sha256, require('node:crypto').createHash('sha256').update(bytes).digest('hex'));
assert.ok(!json.includes('devries'));
assert.strictEqual(revealed.verdict, report.verdict);
assert.throws(() => lakmoes.inspect(bytes, 'brief.txt', { limits: { nothing: 1 } }), { code: 'options' });
assert.throws(() => lakmoes.inspect('text', 'brief.txt'), { code: 'options' });
console.log(`the packed module runs under Node: Lakmoes ${lakmoes.version()}, ${report.verdict}`);
