// The packed module under Node says and writes, byte for byte, what the command does.

const assert = require('node:assert');
const { execFileSync, spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { basename, join } = require('node:path');
const test = require('node:test');

const root = join(__dirname, '../..');
const lakmoes = require(join(root, 'www/dist/node/lakmoes.cjs'));
const command = process.env.LAKMOES_COMMAND ?? join(root, 'target/debug/lakmoes');

/** All files below a folder. */
function below(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** A sample that is the same each time: by the digest of the name. */
function sample(files, size) {
  if (process.env.LAKMOES_ALL) return files;
  const digest = (path) => createHash('sha256').update(basename(path)).digest('hex');
  return files.sort((a, b) => (digest(a) < digest(b) ? -1 : 1)).slice(0, size);
}

function run(...args) {
  return spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** Compares report and copy of each file; the command gets all files at once. */
function same(files) {
  const reports = run('check', '--json', '--', ...files).stdout.split('\n');
  let copies = 0;
  files.forEach((path, index) => {
    const name = basename(path);
    const bytes = readFileSync(path);
    const checked = (() => {
      try {
        return lakmoes.inspect(bytes, name).json;
      } catch (error) {
        return `stopped: ${error}`;
      }
    })();
    assert.strictEqual(checked, reports[index], path);

    const folder = mkdtempSync(join(tmpdir(), 'lakmoes-'));
    try {
      const line = run('clean', '--json', '-o', folder, '--', path).stdout;
      const cleaned = JSON.parse(line);
      let copy;
      try {
        copy = lakmoes.clean(bytes, name);
      } catch (error) {
        assert.strictEqual(error.code, cleaned.failure?.code, path);
        return;
      }
      assert.ok(line.includes(`"report":${copy.json},`), path);
      assert.deepStrictEqual(copy.changes, cleaned.changes, path);
      assert.ok(copy.copy.equals(readFileSync(join(folder, name))), path);
      copies += 1;
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  return copies;
}

test('each case has the same report and copy under Node', () => {
  const folder = process.env.LAKMOES_CASES ?? join(root, 'target/cases');
  if (!process.env.LAKMOES_CASES) {
    execFileSync(join(root, 'target/debug/lakmoes-tests'), [folder], { cwd: root });
  }
  const files = below(folder);
  assert.ok(files.length > 0);
  assert.ok(same(files) > 0);
});

test('a sample of real files has the same reports and copies under Node', (context) => {
  const corpus = process.env.LAKMOES_CORPUS ?? join(root, '../shared/corpus');
  if (!existsSync(corpus)) {
    assert.notStrictEqual(process.env.CI, 'true', `the corpus is missing: ${corpus}`);
    if (process.env.LAKMOES_LEFT_OUT) {
      require('node:fs').appendFileSync(process.env.LAKMOES_LEFT_OUT, '.');
    }
    context.skip('the corpus is not there');
    return;
  }
  const files = below(corpus).filter((path) => !/\.(md|tsv)$/.test(path));
  same(sample(files, 60));
});
