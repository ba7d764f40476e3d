/** The browsers of Debian, driven by the playwright-core that stands in www/node_modules. */

import { createRequire } from 'node:module';

const require = createRequire(new URL('../../../www/package.json', import.meta.url));
const { chromium, firefox } = require('playwright-core');

/** The source of axe, to be run in a page. */
export const AXE = require.resolve('axe-core/axe.min.js');

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** @type {Record<string, (options?: object) => Promise<import('playwright-core').Browser>>} */
export const launch = {
  chromium: (options = {}) => chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS, ...options }),
  firefox: (options = {}) => firefox.launch({ channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr', ...options }),
};

/** The browsers to test in. */
export const NAMES = (process.env.LAKMOES_BROWSERS ?? 'chromium,firefox').split(',').filter(Boolean);

/** A file to choose. */
export function file(name, content = `about ${name}`) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}
