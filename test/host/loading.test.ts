import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, type Page, chromium as playwright } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { withDeskMark } from '../../src/wire/from-desk.ts';
import { builtPages } from '../support/built-pages.ts';
import { chromium } from '../support/chromium.ts';

/** The pages as a desk serves them, from a server that fails when it is told to. There is no desk: nothing here needs one. */
let folder: string;
let server: Server;
let browser: Browser;
let page: Page;
let asked: string[] = [];
/** What fails, and how many times it still does. */
let failing: { readonly file: RegExp; times: number } | null = null;
const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

beforeAll(async () => {
  folder = await builtPages();
  server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://pages');
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    asked.push(file);
    if (failing && failing.times > 0 && failing.file.test(file)) {
      failing.times--;
      return response.writeHead(503).end();
    }
    const content = await readFile(join(folder, file)).catch(() => null);
    if (!content) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain' });
    response.end(file === 'index.html' ? withDeskMark(String(content)) : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await playwright.launch(await chromium());
});

afterEach(async () => {
  await page?.context().close();
  failing = null;
  asked = [];
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

async function opened(query: string, before = ''): Promise<void> {
  page = await (await browser.newContext({ viewport: { width: 640, height: 360 } })).newPage();
  await page.addInitScript(before);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${query}`);
}

const drawn = () => page.waitForFunction(() => window.ardoise !== undefined, undefined, { timeout: 30_000 });
const missing = () => page.evaluate(() => window.ardoise!.missing);

/** Which of these files have it in them. */
async function speak(word: RegExp, files: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return files.filter((_, i) => word.test(texts[i] ?? ''));
}

/** Kinds of canvases that are asked for, and what is compiled for GL. */
const WATCH = `window.watched = [];
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    if (kind !== '2d') window.watched.push(kind);
    return getContext.call(this, kind, ...rest);
  };
  const { compileShader } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.compileShader = function (shader) {
    window.watched.push('shader');
    compileShader.call(this, shader);
  };`;

it('loads for the canvas renderer nothing that draws with GL and opens no GL; WebGPU is not even built', async () => {
  await opened('?show=program&renderer=canvas', WATCH);
  await drawn();
  expect(await page.evaluate('window.watched')).toEqual([]);
  const draws = /\.linkProgram\(|\.drawElements\(/;
  const loaded = asked.filter((file) => file.endsWith('.js'));
  expect(await speak(draws, loaded)).toEqual([]);
  const built = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'));
  const [webgl, ...others] = await speak(draws, built);
  expect([webgl, others]).toEqual([expect.stringContaining('webgl-picture'), []]);
  expect(await speak(/requestAdapter\(|createRenderPipeline\(/, built)).toEqual([]);
});

it('loads for WebGL nothing of the canvas renderer', async () => {
  await opened('?show=program&renderer=webgl');
  await drawn();
  expect(asked.some((file) => file.includes('webgl-picture'))).toBe(true);
  expect(asked.some((file) => file.includes('canvas-picture'))).toBe(false);
});

it('asks again for a font that did not arrive, draws with what there is, and says what it lacks meanwhile', async () => {
  failing = { file: /latin-800.*woff2$/, times: 2 };
  await opened('?show=program&renderer=canvas');
  await drawn();
  expect(await missing()).toEqual(['The font file "latin 800" did not arrive; it is asked for again.']);
  await page.waitForFunction(() => window.ardoise!.missing.length === 0, undefined, { timeout: 20_000 });
  expect(asked.filter((file) => /latin-800/.test(file)).length).toBe(3);
  expect(await page.evaluate(() => document.fonts.check('800 20px "Sofia Sans Extra Condensed"', 'A'))).toBe(true);
});

/** As a graphic does: what has not arrived is left out, and asked for. */
const paint = (text: string) =>
  page.evaluate((text) => {
    const context = document.createElement('canvas').getContext('2d')!;
    context.font = "800 20px 'Sofia Sans Extra Condensed'";
    context.fillText(text, 0, 20);
  }, text);

it('asks for a font of East Asia when one of its letters is painted, for that slice alone, and not before', async () => {
  await opened('?show=program&renderer=canvas');
  await drawn();
  const fonts = () => asked.filter((file) => file.endsWith('.woff2')).map((file) => file.slice('assets/'.length));
  const latin = ['latin-600', 'latin-800', 'latin-ext-600', 'latin-ext-800'];
  // A font that is asked ahead may be asked for once more by who needs it.
  expect([...new Set(fonts())].sort()).toEqual(
    latin.map((name) => expect.stringContaining(`sofia-sans-extra-condensed-${name}`)),
  );
  expect(asked.filter((file) => file.includes('noto'))).toEqual([]);
  const slices = async () => {
    await paint('王');
    return [...new Set(fonts())].filter((file) => file.startsWith('noto'));
  };
  await expect.poll(slices).toEqual([expect.stringMatching(/^noto-sans-sc-\d+-wght/)]);
});

it('is loaded anew when it did not learn where the letters of a script are', async () => {
  failing = { file: /noto-sans-kr-[^.]*\.js$/, times: 1 };
  await opened('?show=program&renderer=canvas');
  await drawn();
  const anew = page.waitForEvent('load');
  await paint('김');
  await anew;
  await drawn();
  await paint('김');
  await expect.poll(() => asked.filter((file) => /noto-sans-kr-[^.]*\.js$/.test(file)).length).toBe(2);
  expect(await missing()).toEqual([]);
});

it.each([
  ['first script', /^assets\/index-.*js$/],
  ['script of its host', /^assets\/browser-.*js$/],
  ['script that draws', /^assets\/canvas-picture.*js$/],
])(
  'is loaded anew when its %s did not arrive, as soon as it is there',
  async (_, file) => {
    failing = { file, times: 2 };
    await opened('?show=program&renderer=canvas');
    await drawn();
    expect(failing.times).toBe(0);
  },
  60_000,
);
