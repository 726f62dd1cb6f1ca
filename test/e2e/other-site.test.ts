import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../src/wire/protocol.ts';
import { type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';

const LONG_MS = 120_000;

/** The state as a program at this machine reads it. */
const stateOf = async (url: string): Promise<Record<string, unknown>> => (await fetch(`${url}api/state`)).json();

/** A page of somebody else: another site to the browser, which tells a name from an address. */
async function otherSite(): Promise<{ url: string; server: Server }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Another site</title><body></body>');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, server };
}

describe('a page of another site, beside a desk that trusts its own machine', () => {
  let ours: DeskAndBrowser;
  let site: { url: string; server: Server };
  let evil: Page;
  beforeAll(async () => {
    [ours, site] = await Promise.all([startDeskAndBrowser(), otherSite()]);
    evil = await ours.context.newPage();
    await evil.goto(site.url);
  }, LONG_MS);
  afterAll(async () => {
    await ours.end();
    site.server.close();
  });

  it(
    'commands nothing by requests, forms, images, links or frames',
    async () => {
      const api = `${ours.url}api/`;
      await evil.evaluate(async (api) => {
        const tried = [];
        for (const command of ['take-direct?overlay=gap-ticker', 'freeze', 'panic'])
          for (const mode of ['cors', 'no-cors'] as const)
            for (const method of ['GET', 'POST'])
              tried.push(fetch(api + command, { mode, method, credentials: 'include' }).catch(() => null));
        tried.push(
          fetch(`${api}panic`, { headers: { authorization: 'Bearer ard_x' } }).catch(() => null),
          fetch(`${api}rundown`, { method: 'POST', mode: 'no-cors', body: '{"name":"Theirs","items":[]}' }),
        );
        for (const [tag, name] of [
          ['img', 'src'],
          ['iframe', 'src'],
          ['script', 'src'],
          ['link', 'href'],
        ] as const)
          document.body.append(
            Object.assign(document.createElement(tag), {
              rel: 'stylesheet',
              [name]: `${api}take-direct?overlay=gap-ticker`,
            }),
          );
        const frame = Object.assign(document.createElement('iframe'), { name: 'sink' });
        const form = Object.assign(document.createElement('form'), {
          method: 'post',
          action: `${api}take-direct?overlay=gap-ticker`,
          target: 'sink',
        });
        document.body.append(frame, form);
        form.submit();
        await Promise.all(tried);
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }, api);
      const state = await stateOf(ours.url);
      expect([state.wished, state.cued, state.frozen, state.latched]).toEqual(['', '', false, false]);
    },
    LONG_MS,
  );

  it(
    'reads by HTTP what is public, and no more',
    async () => {
      const read = (path: string) =>
        evil.evaluate(async (url) => {
          const answer = await fetch(url).catch(() => null);
          return answer && { status: answer.status, body: await answer.json() };
        }, `${ours.url}api/${path}`);
      expect(Object.keys((await read('state'))?.body)).not.toContain('cued');
      expect((await read('as-run'))?.status).toBe(403);
    },
    LONG_MS,
  );

  it(
    'commands nothing by a socket of its own',
    async () => {
      const answers = await evil.evaluate(
        ({ url, protocol }) =>
          new Promise<string[]>((resolve) => {
            const heard: string[] = [];
            const socket = new WebSocket(`${url.replace('http', 'ws')}socket.io/?EIO=4&transport=websocket`);
            socket.onmessage = ({ data }) => {
              heard.push(String(data).slice(0, 300));
              if (data === '2') socket.send('3');
              if (String(data).startsWith('0')) socket.send(`40{"hello":{"protocol":${protocol},"role":"control"}}`);
              if (String(data).startsWith('40')) {
                socket.send('420["command",{"do":"panic"}]');
                socket.send('421["transport",{"do":"pause"}]');
              }
            };
            setTimeout(() => resolve(heard), 3000);
          }),
        { url: ours.url, protocol: PROTOCOL },
      );
      expect(answers.join('\n')).toMatch(/430\[\{"ok":false,"error":"A page of another site may listen/);
      expect(answers.join('\n')).toMatch(/431\[\{"ok":false,"error":"A page of another site may listen/);
      expect((await stateOf(ours.url)).latched).toBe(false);
    },
    LONG_MS,
  );

  it(
    'cannot lay control below its own buttons',
    async () => {
      await evil.evaluate((url) => {
        document.body.append(Object.assign(document.createElement('iframe'), { src: url, name: 'ours' }));
      }, ours.url);
      await evil.waitForTimeout(2000);
      const frame = evil.frames().find((one) => one.name() === 'ours');
      expect([frame?.url(), await frame?.locator('.control').count()]).toEqual(['chrome-error://chromewebdata/', 0]);
    },
    LONG_MS,
  );
});
