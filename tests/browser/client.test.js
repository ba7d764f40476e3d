/** The pool of workers, with workers that do just what a test wants. */

import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';

import { Client } from '../../www/src/client.js';

/** Workers that start at once and keep what they are sent; the test answers for them. */
function staged(cores = 3) {
  const workers = [];
  const told = { learnt: 0 };
  const start = () => {
    const worker = {
      sent: [],
      asked: (what) => worker.sent.filter(({ ask }) => ask === what).length,
      postMessage: (message) => worker.sent.push(message),
      terminate: () => {
        worker.gone = true;
      },
      say: (data) => worker.onmessage({ data }),
    };
    workers.push(worker);
    queueMicrotask(() => worker.say({ ready: true }));
    return worker;
  };
  const client = new Client(start, () => {
    told.learnt += 1;
  }, cores);
  return { client, workers, told };
}

const turn = () => new Promise((done) => setTimeout(done));
const paper = new File(['x'], 'Klacht Jan de Vries.pdf');

describe('the pool of workers', () => {
  it('says nothing about the policy of the worker before it knows', async () => {
    const { client, workers, told } = staged();
    assert.equal(client.sealed, null);
    const checked = client.inspect(paper);
    await turn();
    assert.equal(client.sealed, null, 'asked, and not answered');
    workers[0].say({ report: { verdict: 'clear' } });
    await checked;
    assert.equal(client.sealed, null, 'a result is no answer to that');
    workers[0].say({ sealed: true });
    assert.equal(client.sealed, true);
    assert.equal(told.learnt, 1);
    client.end();
  });

  it('tells where the policy is missing', async (context) => {
    const { client, workers, told } = staged();
    const checked = client.inspect(paper);
    await turn();
    context.mock.method(console, 'warn', () => {});
    workers[0].say({ sealed: false });
    assert.equal(client.sealed, false);
    assert.equal(told.learnt, 1);
    client.end();
    await checked;
  });

  it('asks another worker when the one that was asked is gone', async () => {
    const { client, workers } = staged();
    const checks = [client.inspect(paper), client.inspect(paper)];
    await turn();
    assert.deepEqual(workers.map((worker) => worker.asked('seal')), [1, 0]);
    workers[0].onerror({ preventDefault: () => {} });
    assert.equal(workers[1].asked('seal'), 1);
    client.end();
    await Promise.all(checks);
  });

  it('lets go of the signal of a check that has ended', async () => {
    const { client, workers } = staged();
    const { signal } = new AbortController();
    const checked = client.inspect(paper, { signal });
    await turn();
    assert.equal(getEventListeners(signal, 'abort').length, 1);
    workers[0].say({ report: {} });
    await checked;
    assert.equal(getEventListeners(signal, 'abort').length, 0);
    client.end();
  });

  it('ends a check whose signal says so, also one that waits', async () => {
    const { client, workers } = staged(2);
    const first = new AbortController();
    const second = new AbortController();
    const checks = [first, second].map(({ signal }) => client.inspect(paper, { signal }));
    await turn();
    assert.equal(workers.length, 1);
    second.abort();
    assert.equal((await checks[1]).failure, 'cancelled');
    assert.equal(workers[0].gone, undefined, 'the worker is busy with another file');
    first.abort();
    assert.equal((await checks[0]).failure, 'cancelled');
    assert.equal(workers[0].gone, true);
    client.end();
  });

  it('writes a report of what was not checked without the name of the file', async () => {
    const { client, workers } = staged();
    const words = client.catalogue();
    await turn();
    workers[0].say({ catalogue: { subjects: [], kinds: [] }, version: '1.2.3' });
    await words;
    const checked = client.inspect(paper);
    await turn();
    client.end();
    const { report, revealed, json, failure } = await checked;
    assert.equal(failure, 'cancelled');
    assert.equal(report.name, 'document.pdf');
    assert.doesNotMatch(json, /Vries/);
    assert.deepEqual(JSON.parse(json), report);
    assert.equal(revealed.name, paper.name);
    assert.deepEqual(report.engine, { name: 'lakmoes', version: '1.2.3' });
    assert.equal(report.verdict, 'unreadable');
  });
});
