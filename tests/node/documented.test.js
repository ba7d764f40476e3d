// What docs/server.md says about limits and the package for Node is so.

const assert = require('node:assert');
const { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const test = require('node:test');

const root = join(__dirname, '../..');
const dist = join(root, 'www/dist/node');
const lakmoes = require(join(dist, 'lakmoes.cjs'));
const text = readFileSync(join(root, 'docs/server.md'), 'utf8');
const bytes = Buffer.from('Bel 06-12345678.\n');

test('each limit is documented with its default, and no other', () => {
  const told = [...text.matchAll(/^\| `([a-z_]+)` \| `(\d+)([KMG]?)` \|/gm)]
    .map(([, name, number, unit]) => [name, Number(number) * 1024 ** ' KMG'.indexOf(unit || ' ')]);
  assert.throws(() => lakmoes.inspect(bytes, 'a.txt', { limits: { nothing: 1 } }), ({ code, message }) => {
    assert.strictEqual(code, 'options');
    assert.deepStrictEqual(told.map(([name]) => name), JSON.parse(/\[.*\]/.exec(message)[0]));
    return true;
  });
  const changed = (limits) => lakmoes.inspect(bytes, 'a.txt', { limits }).report.coverage.limits;
  // A report names what is not the default.
  assert.deepStrictEqual(changed(Object.fromEntries(told)), {});
  for (const [name, value] of told) {
    assert.deepStrictEqual(changed({ [name]: value + 1 }), { [name]: value + 1 });
  }
});

test('each function of the package is documented, with what it gives', () => {
  const told = [...text.matchAll(/^\| `([a-z]+)\(/gm)].map(([, name]) => name);
  assert.deepStrictEqual(told.sort(), Object.keys(lakmoes).sort());
  const given = { ...lakmoes.inspect(bytes, 'a.txt'), ...lakmoes.clean(bytes, 'a.txt'), ...lakmoes.catalogue() };
  assert.deepStrictEqual(Object.keys(given).filter((name) => !new RegExp(`\\b${name}\\b`).test(text)), []);
});

test('the example runs', () => {
  const [, example] = /```js\n([^]*?)```/.exec(text);
  const folder = mkdtempSync(join(tmpdir(), 'lakmoes-'));
  try {
    for (const name of ['lakmoes.cjs', 'lakmoes.wasm']) copyFileSync(join(dist, name), join(folder, name));
    writeFileSync(join(folder, 'nota.docx'), bytes);
    writeFileSync(join(folder, 'example.cjs'), example);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['example.cjs'], { cwd: folder, encoding: 'utf8' });
    assert.strictEqual(status, 0, stderr);
    assert.match(stdout, /^findings findings \d+\n$/);
    assert.deepStrictEqual(readFileSync(join(folder, 'nota-clean.docx')), bytes);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
