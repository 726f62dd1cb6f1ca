import { readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright';
import { afterAll, beforeAll, describe } from 'vitest';
import { chromium } from '../support/chromium.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from '../support/desk.ts';
import { builtGraphics } from './built-graphics.ts';
import { casparSuite } from './caspar-suite.ts';
import { serveFiles } from './file-server.ts';
import { type Hosts, ografSuite } from './ograf-suite.ts';

/**
 * The built files of every graphic under the calls of every host that is known: each host as it is in its own sources,
 * each graphic a row. `npm run hosts` does it in old browsers too.
 */
const ids = readdirSync(join(import.meta.dirname, '../../overlays'));

let hosts: Hosts;
let server: Server;
let desk: RunningDesk;

beforeAll(async () => {
  const [folder, launch, port, tapes] = await Promise.all([builtGraphics(), chromium(), freePort(), emptyFolder()]);
  desk = await startDesk({ port, tapes, args: [] });
  const browser = await playwright.launch(launch);
  const served = await serveFiles(folder);
  server = served.server;
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const complaints: string[] = [];
  page.on('console', (message) => ['warning', 'error'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(served.url);
  console.log(`${browser.browserType().name()} ${browser.version()}`);
  hosts = { folder, url: served.url, browser, page, complaints, deskUrl: desk.url, drawnWith: new Map() };
});
afterAll(async () => {
  await hosts?.browser.close();
  server?.close();
  await desk?.kill('SIGINT');
});

describe('OGraf', () => ografSuite(ids, () => hosts));
describe('CasparCG and SPX', () => casparSuite(ids, () => hosts));
