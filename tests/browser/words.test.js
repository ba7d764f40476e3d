/** The words of the page: the same in both languages, short, and there for all that the core says. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { location } from '../../www/src/location.js';
import { en } from '../../www/src/text/en.js';
import { nl } from '../../www/src/text/nl.js';

/** All texts with their path; those that take values are given some. */
function texts(words, path = []) {
  return Object.entries(words).flatMap(([key, value]) => {
    const here = [...path, key];
    if (typeof value === 'function') return [[here.join('.'), value(2, 3)]];
    return typeof value === 'object' ? texts(value, here) : [[here.join('.'), value]];
  });
}

describe('the words of the page', () => {
  it('are the same in both languages', () => {
    assert.deepEqual(texts(en).map(([path]) => path), texts(nl).map(([path]) => path));
    const same = texts(nl).filter(([path, text], index) => text === texts(en)[index][1]);
    const shared = ['copy.download', 'place.object', 'area.dropOne', 'area.drop'];
    assert.deepEqual(same.filter(([path, text]) => text && !shared.includes(path)), []);
  });

  it('come in short sentences, and promise nothing', () => {
    for (const [path, text] of [...texts(nl), ...texts(en)]) {
      for (const sentence of text.split(/[.?!:;]\s/)) {
        const length = sentence.split(/\s+/).length;
        assert.ok(length <= 18, `${path}: ${length} words: ${sentence}`);
      }
      assert.doesNotMatch(text, /metadata|gedetecteerd|detected|\bAVG|GDPR|100 ?%|\bveilig\b|\bsafe\b/i, path);
    }
  });

  it('name the limit of pages as the core has it', () => {
    const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    const [, core] = /page_text: (\d+) << 20,/.exec(read('crate/core/src/limits.rs'));
    const [, page] = /PAGE_TEXT = (\d+) \* 2 \*\* 20;/.exec(read('www/src/findings.js'));
    assert.equal(page, core);
  });

  it('are there for every reason that a detector gives', () => {
    const folder = fileURLToPath(new URL('../../crate/core/src/detect/', import.meta.url));
    const source = readdirSync(folder, { recursive: true })
      .filter((path) => path.endsWith('.rs'))
      .map((path) => readFileSync(folder + path, 'utf8')).join('\n');
    const given = [...source.matchAll(/because\(\s*"([a-z0-9-]+)"/g)].map(([, id]) => id);
    assert.ok(given.length > 5, 'reasons are found in the core');
    assert.deepEqual([...new Set(given)].filter((id) => !Object.hasOwn(nl.because, id)), []);
  });

  it('say where something stands without names of parts and attributes, where people have a word for it', () => {
    /** @type {[object[], string][]} */
    const places = [
      [[{ part: 'word/_rels/document.xml.rels' }, { property: 'rel:Relationship Target' }], 'de koppelingen van de tekst'],
      [[{ part: '_rels/.rels' }], 'de koppelingen van het hele bestand'],
      [[{ part: 'word/charts/chart1.xml' }, { property: 'c:f' }], 'grafiek 1'],
      [[{ part: 'xl/worksheets/sheet2.xml' }, { sheet: 'Blad2' }, { cell: 'B3' }], 'werkblad Blad2, cel B3'],
      [[{ part: 'word/embeddings/a.xlsx' }, { part: 'xl/workbook.xml' }], 'het ingevoegde bestand a.xlsx, de werkmap'],
      [[{ part: 'docProps/custom.xml' }, { property: 'project' }], 'de eigen eigenschappen, eigenschap project'],
      // Nothing but the name of an attribute is better than nothing.
      [[{ property: 'w:p w:rsidR' }], 'eigenschap w:p w:rsidR'],
      [[{ part: 'xl/drawings/drawing1.xml' }], 'onderdeel xl/drawings/drawing1.xml'],
    ];
    for (const [steps, words] of places) {
      assert.equal(location(steps, nl), words);
    }
  });
});
