/** Stands between the browser and the served page, and counts what is asked for. */

import { createServer, request } from 'node:http';

/**
 * Passes everything on to `address`; `change` may change an answer, to prove that a test can fail.
 */
export async function between(address, change = (headers) => headers) {
  const asked = [];
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    const onward = request(new URL(incoming.url, address), {
      method: incoming.method,
      headers: { ...incoming.headers, host: new URL(address).host },
    }, (answer) => {
      outgoing.writeHead(answer.statusCode, change({ ...answer.headers }, incoming.url));
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  return started(server, asked);
}

/** A stranger's server: nothing may ever arrive there. */
export async function stranger() {
  const asked = [];
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    outgoing.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' });
    outgoing.end('export default 1;');
  });
  server.on('upgrade', (incoming, socket) => {
    asked.push(`UPGRADE ${incoming.url}`);
    socket.destroy();
  });
  return started(server, asked);
}

async function started(server, asked) {
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    asked,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
  };
}
