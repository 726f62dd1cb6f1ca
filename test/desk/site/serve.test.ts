import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFile } from '../../../src/desk/site/page-file.ts';
import { servePages } from '../../../src/desk/site/serve.ts';
import { withDeskMark } from '../../../src/wire/from-desk.ts';

/** Its script looks for the mark, as that of the real one does. */
const html = `<!doctype html><meta charset="utf-8" /><script>document.querySelector('meta[name="ardoise-desk"]')</script>${'<p>words</p>'.repeat(100)}`;
const script = 'export const one = 1;\n'.repeat(200);
let server: Server;

beforeAll(async () => {
  const pages = [
    pageFile('/index.html', Buffer.from(html)),
    pageFile('/assets/main-abc.js', Buffer.from(script)),
    pageFile('/assets/font.woff2', Buffer.alloc(500)),
  ];
  server = createServer(servePages(pages));
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => server.close());

async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const asked = request({ port: (server.address() as AddressInfo).port, path, headers, method }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
}

describe('pages from memory', () => {
  it('are sent in the form that the browser reads best', async () => {
    const plain = await get('/assets/main-abc.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(plain.body.toString()).toBe(script);
    const zipped = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip, deflate, br;q=0' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).toString()).toBe(script);
    const best = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip, br' });
    expect(best.headers['content-encoding']).toBe('br');
    expect(Number(best.headers['content-length'])).toBeLessThan(script.length / 10);
    expect(brotliDecompressSync(best.body).toString()).toBe(script);
    expect((await get('/assets/font.woff2', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });

  it('are kept by browsers as long as they may be', async () => {
    const asset = await get('/assets/main-abc.js');
    expect(asset.headers['cache-control']).toContain('immutable');
    const page = await get('/?show=program');
    expect(page.body.toString()).toBe(withDeskMark(html));
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await get('/', { 'if-none-match': `"other", ${page.headers.etag}` });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('know that a desk serves them, and are marked once', async () => {
    const { body } = await get('/');
    expect(body.toString().match(/<meta name="ardoise-desk"/g)).toHaveLength(1);
    expect(withDeskMark(body.toString())).toBe(body.toString());
  });

  it('may ask another desk only where they draw a picture and their address names it', async () => {
    const connects = async (path: string) =>
      /connect-src [^;]*/.exec(String((await get(path)).headers['content-security-policy']))?.[0];
    const desk = 'desk=192.168.1.20:4000';
    expect(await connects(`/?overlay=a-b&${desk}`)).toMatch(
      / http:\/\/192\.168\.1\.20:4000 ws:\/\/192\.168\.1\.20:4000$/,
    );
    expect(await connects(`/?show=program&desk=https://tv.example`)).toMatch(
      / https:\/\/tv\.example wss:\/\/tv\.example$/,
    );
    for (const path of [`/?${desk}`, `/?buttons&${desk}`, '/?overlay=a-b&desk=x;script-src', '/?overlay=a-b'])
      expect(await connects(path), path).not.toMatch(/168|script-src/);
  });

  it('answer HEAD without a body, a range with the whole, and nothing to other methods', async () => {
    const head = await get('/', {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
      200,
      String(withDeskMark(html).length),
      0,
    ]);
    for (const range of ['bytes=0-10', 'bytes=99999999-', 'bytes=-', 'nonsense']) {
      const part = await get('/', { range });
      expect([part.status, part.body.toString()], range).toEqual([200, withDeskMark(html)]);
    }
    expect((await get('/', {}, 'POST')).status).toBe(405);
  });

  it('are nowhere else', async () => {
    for (const path of [
      '/none',
      '/%',
      '/assets/../../package.json',
      '/constructor',
      '/%2e%2e/package.json',
      '/__proto__',
    ])
      expect((await get(path)).status, path).toBe(404);
  });

  it('can be put into pages of others, except control', async () => {
    const policy = async (path: string) => (await get(path)).headers['content-security-policy'];
    for (const path of ['/?show=program', '/?overlay=gap-ticker']) expect(await policy(path)).not.toMatch(/frame-anc/);
    for (const path of ['/', '/index.html?x']) expect(await policy(path)).toMatch(/frame-ancestors 'self'$/);
  });
});
