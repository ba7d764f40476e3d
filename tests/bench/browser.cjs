// Checks files in Chromium with the worker of the page, and says what a person waits for: the
// start of the worker, and each document from the message to its report.
'use strict';

const { createServer } = require('node:http');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../..');
const { chromium } = require(join(root, 'www/node_modules/playwright-core'));

/** Runs in the page: starts a worker, and has it check one file after the other. */
async function check() {
  const answers = (worker, wanted) => new Promise((resolve) => {
    worker.addEventListener('message', function told({ data }) {
      if (wanted(data)) {
        worker.removeEventListener('message', told);
        resolve(data);
      }
    });
  });
  const start = performance.now();
  const worker = new Worker('lakmoes.worker.js');
  await answers(worker, (data) => data.ready);
  const ready = performance.now() - start;
  const times = [];
  let id = 0;
  for (const file of document.querySelector('input').files) {
    id += 1;
    const asked = performance.now();
    worker.postMessage({ id, ask: 'inspect', file, name: file.name });
    await answers(worker, (data) => data.id === id && (data.report || data.failure));
    times.push(performance.now() - asked);
  }
  return { ready, times };
}

async function main() {
  const worker = readFileSync(join(root, 'www/dist/lakmoes.worker.js'));
  const server = createServer((request, response) => {
    const script = request.url.endsWith('.js');
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
    if (script) response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'wasm-unsafe-eval'");
    response.end(script ? worker : '<!doctype html><input type="file" multiple>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.setInputFiles('input', process.argv.slice(2));
  const { ready, times } = await page.evaluate(check);
  await browser.close();
  server.close();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor((times.length - 1) * share)]?.toFixed(0);
  console.log(`ready ${ready.toFixed(0)} ms; a document: half within ${at(0.5)} ms, 9 of 10 within ${at(0.9)} ms, longest ${at(1)} ms; all ${times.reduce((sum, time) => sum + time, 0).toFixed(0)} ms`);
}

main();
