import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPages } from '../../../src/desk/site/build.ts';
import type { PageFile } from '../../../src/desk/site/page-file.ts';
import { preloads } from '../../../src/desk/site/preloads.ts';
import { servePages } from '../../../src/desk/site/serve.ts';
import { chromium } from '../../support/chromium.ts';

/** The pages as the desk builds and serves them; there is no desk. */
let server: Server;
let browser: Browser;
let pages: readonly PageFile[];

beforeAll(async () => {
  const built = await buildPages(join(import.meta.dirname, '../../..'));
  if (!built.ok) throw new Error(built.error);
  pages = built.value;
  server = createServer(servePages(pages));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  browser = await playwright.launch(await chromium());
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

/** What a page asks for ahead, all that it asks for, and what its browser complains of. */
async function opened(query: string, isThere: string) {
  const page = await browser.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  // Control holds two monitors, which are pages of their own.
  page.on('request', (request) => request.frame() === page.mainFrame() && asked.push(new URL(request.url()).pathname));
  page.on('console', (message) => /preload/.test(message.text()) && complaints.push(message.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${query}`);
  await expect.poll(() => page.evaluate(isThere), { timeout: 30_000 }).toBeTruthy();
  const links: readonly { href: string; rel: string }[] = await page.evaluate(`[...document.head.querySelectorAll(
    '[rel=modulepreload], [rel=preload]')].map(({ href, rel }) => ({ href: new URL(href).pathname, rel }))`);
  await page.close();
  return { asked, complaints, links };
}

const served = () => new Set(pages.map(({ path }) => path));

it.each(['?show=program', '?show=preview', '?overlay=gap-ticker', '?show=program&renderer=canvas'])(
  '%s asks ahead for scripts and fonts that exist, each once, and uses them',
  async (query) => {
    const { asked, complaints, links } = await opened(query, 'window.ardoise !== undefined');
    const fonts = links.filter(({ rel }) => rel === 'preload').map(({ href }) => href);
    expect(links.filter(({ href }) => !served().has(href))).toEqual([]);
    expect(links.length - fonts.length).toBeGreaterThan(3);
    // The picture waited for the fonts that it needs: it asked for no others than those ahead, and for none twice.
    expect(fonts.length).toBeGreaterThan(1);
    expect(asked.filter((path) => path.endsWith('.woff2')).sort()).toEqual(fonts.toSorted());
    expect(asked.filter((path, i) => asked.indexOf(path) !== i)).toEqual([]);
    expect(complaints).toEqual([]);
    if (query.includes('renderer')) expect(links.some(({ href }) => href.includes('canvas-picture'))).toBe(true);
    expect(links.some(({ href }) => href.includes('webgl-picture'))).toBe(false);
  },
  60_000,
);

it('control asks ahead for nothing of a picture', async () => {
  const { asked, links } = await opened('', 'document.querySelector("#root").childElementCount > 0');
  expect(asked.filter((path) => /picture|overlays|browser/.test(path))).toEqual([]);
  expect(links.filter(({ rel }) => rel === 'preload')).toEqual([]);
});

it('a build in which a module has another name fails, and says which', async () => {
  const root = mkdtempSync(join(tmpdir(), 'ardoise-source-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>A page</title>');
  const building = build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [preloads()],
    build: { write: false },
  });
  await expect(building).rejects.toThrow('there is no script for src/host/solo.ts, which pictures begin with');
});
