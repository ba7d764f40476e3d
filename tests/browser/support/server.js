/** A small server for the tests: the page as it stands in the source, with a fake core. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe } from 'node:test';
import { fileURLToPath } from 'node:url';

import { launch, NAMES } from './browsers.js';

const WWW = fileURLToPath(new URL('../../../www/', import.meta.url));
const FAKE = fileURLToPath(new URL('fake.worker.js', import.meta.url));
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

const WORKER = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'none'";

/** The page with another worker, by its address. */
const WORKERS = { '/cannot-start': 'missing.js', '/unsealed': 'lakmoes.worker.js?sealed=no' };

/** The policy of the served page. */
export function policy(html) {
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(html);
  const sum = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; script-src 'self'; style-src 'sha256-${sum}'; worker-src 'self'; `
    + "img-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'; "
    + "require-trusted-types-for 'script'; trusted-types lakmoes";
}

/** Starts it; ends with `close()`. What arrives at /sent is kept in `sent`. */
export async function serve() {
  const sent = [];
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    requests.push(`${request.method} ${request.url}`);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.method === 'POST') {
      const pieces = [];
      for await (const piece of request) pieces.push(piece);
      sent.push({ type: request.headers['content-type'], body: Buffer.concat(pieces) });
      response.end('sent');
      return;
    }
    try {
      if (path === '/lakmoes.worker.js') {
        response.setHeader('Content-Security-Policy', WORKER);
        response.setHeader('Cache-Control', 'max-age=3600');
        response.setHeader('Content-Type', 'text/javascript');
        response.end(await readFile(FAKE));
        return;
      }
      if (path === '/lakmoes-check.js') {
        // The packer makes one file of the modules; here they are loaded as they stand.
        response.setHeader('Content-Type', TYPES.js);
        response.end("export { LakmoesCheck } from './src/element.js';");
        return;
      }
      const page = path === '/' || Object.hasOwn(WORKERS, path) ? 'index.html' : path.slice(1);
      if (page.includes('..')) throw new Error('outside');
      let body = await readFile(WWW + page);
      if (page === 'index.html') {
        const html = body.toString();
        body = html.replace('<!--lakmoes:policy-->',
          `<meta http-equiv="Content-Security-Policy" content="${policy(html)}">`);
        body = body.replace('lakmoes.worker.js', WORKERS[path] ?? 'lakmoes.worker.js');
      }
      response.setHeader('Content-Type', TYPES[page.split('.').pop()] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    sent,
    requests,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
  };
}

/**
 * Tests in each browser; while they run, the server and the browser stand in what they are given.
 * @param {string} what
 * @param {(here: { server: any, browser: any }) => void} tests
 */
export function inEach(what, tests) {
  for (const name of NAMES) {
    describe(`${what} in ${name}`, () => {
      const here = { server: null, browser: null };
      before(async () => {
        here.server = await serve();
        here.browser = await launch[name]();
      });
      after(async () => {
        await here.browser?.close();
        await here.server?.close();
      });
      tests(here);
    });
  }
}
