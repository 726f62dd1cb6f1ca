import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGate, type Gate } from '../../../src/desk/doors/gate.ts';
import { judgeOf } from '../../../src/desk/doors/origin.ts';
import { replyText } from '../../../src/desk/doors/reply.ts';
import { createNotices, type Notices } from '../../../src/desk/notices.ts';
import { until } from '../../support/small-desk.ts';

let gate: Gate;
let notices: Notices;
let port: number;

beforeEach(async () => {
  notices = createNotices(() => {});
  gate = createGate({ judge: judgeOf([]), notices, mostConnections: 600 });
  await once(gate.server.listen(0, '127.0.0.1'), 'listening');
  port = (gate.server.address() as AddressInfo).port;
});
afterEach(() => {
  gate.server.close();
  gate.server.closeAllConnections();
});

/** Says these very bytes, and gives what comes until the desk hangs up. */
async function raw(lines: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  return text(socket);
}
const ask = (line: string, ...headers: string[]) =>
  raw([`${line} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close', ...headers]);
const upgrade = (path: string, ...headers: string[]) =>
  raw([
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  ]);

describe('the gate', () => {
  it('asks everybody to come back until there is something behind it', async () => {
    for (const path of ['/', '/?show=program', '/api/take', '/socket.io/?EIO=4&transport=polling', '/ograf/v1/'])
      expect(await ask(`GET ${path}`), path).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: 1/i);
    expect(await upgrade('/socket.io/?EIO=4&transport=websocket')).toMatch(/^HTTP\/1\.1 503 [\s\S]*Retry-After: 1/);
    expect(await upgrade('/api/socket')).toMatch(/^HTTP\/1\.1 503 [\s\S]*Retry-After: 1/);
    expect(await ask('GET /ograf/v1')).toMatch(/application\/problem\+json[\s\S]*"status":503/);
    // A browser source has nobody who reloads it.
    expect(await ask('GET /?show=program')).toContain('<meta http-equiv="refresh" content="1">');
    gate.open({ pages: (_, response) => replyText(response, 200, 'a page') });
    expect(await ask('GET /')).toMatch(/^HTTP\/1\.1 200 [\s\S]*a page/);
    expect(await ask('GET /api/take')).toMatch(/^HTTP\/1\.1 503 /);
  });

  it('survives what is no address', async () => {
    gate.open({ pages: (_, response) => replyText(response, 404, 'none'), api: (_, r) => replyText(r, 404, 'none') });
    const odd = [
      '//',
      '/%',
      '/..',
      '/../../etc/passwd',
      '/api/%',
      '/%00',
      `/${'a'.repeat(10_000)}`,
      '///api//',
      '/?%',
      '/\\',
    ];
    for (const path of odd) expect(await ask(`GET ${path}`), path.slice(0, 20)).toMatch(/^HTTP\/1\.1 (400|404) /);
    for (const line of ['GET http://[', 'OPTIONS *', 'GET x:y'])
      expect(await ask(line), line).toMatch(/^HTTP\/1\.1 400 /);
    expect(await ask(`GET /${'a'.repeat(40_000)}`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await raw(['nonsense'])).toMatch(/^HTTP\/1\.1 400 /);
    expect(notices.list()).toEqual([]);
  });

  it('lets a handler fail its own request only', async () => {
    gate.open({
      pages: (request, response) => {
        if (request.url === '/bad') throw new Error('a mistake');
        if (request.url === '/late') {
          response.write('half');
          throw new Error('a mistake');
        }
        replyText(response, 200, 'well');
      },
    });
    expect(await ask('GET /bad')).toMatch(/^HTTP\/1\.1 500 /);
    await ask('GET /late').catch(() => 'cut off');
    expect(await ask('GET /good')).toMatch(/^HTTP\/1\.1 200 /);
    expect(notices.list().map(({ text }) => text)).toEqual([
      'The answer to GET /late failed (a mistake): the desk goes on.',
      'The answer to GET /bad failed (a mistake): the desk goes on.',
    ]);
  });

  it('answers to its own names only', async () => {
    gate.open({ pages: (_, response) => replyText(response, 200, 'a page') });
    const answer = await raw(['GET / HTTP/1.1', 'Host: evil.example', 'Connection: close']);
    expect(answer).toMatch(/^HTTP\/1\.1 403 [\s\S]*--allow-host evil\.example/);
    expect(await raw(['GET / HTTP/1.1', 'Connection: close'])).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('holds nothing of 500 upgrades to nowhere', async () => {
    gate.open({ api: (_, response) => replyText(response, 200, 'api') });
    const answers = await Promise.all(Array.from({ length: 500 }, () => upgrade('/elsewhere')));
    expect(new Set(answers.map((answer) => answer.slice(0, 12)))).toEqual(new Set(['HTTP/1.1 404']));
    // Not even of one whose other end never hangs up.
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.write('GET /elsewhere HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
    await once(socket.resume(), 'end');
    await until('all are gone', () => connections() === 0);
    socket.destroy();
  });

  it('leaves an upgrade to whoever knows it', async () => {
    gate.open({ isOtherSocket: ({ url }) => url === '/reload' });
    gate.server.on('upgrade', (request, socket) => request.url === '/reload' && socket.end('mine'));
    expect(await upgrade('/reload')).toBe('mine');
    expect(await upgrade('/else')).toMatch(/^HTTP\/1\.1 404/);
  });

  it('says when it is full, and turns the next away', async () => {
    gate.server.maxConnections = 2;
    const held = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    await until('two are in', () => connections() === 2);
    const third = connect(port, '127.0.0.1').on('error', () => {});
    await once(third, 'close');
    expect(notices.list()[0]?.text).toMatch(/^2 connections are open, the most/);
    for (const socket of held) socket.destroy();
  });

  it('waits for nobody for long', () => {
    const { headersTimeout, requestTimeout, timeout, keepAliveTimeout } = gate.server;
    for (const ms of [headersTimeout, requestTimeout, timeout, keepAliveTimeout]) {
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(30_000);
    }
  });
});

let count = 0;
function connections(): number {
  gate.server.getConnections((_, now) => {
    count = now;
  });
  return count;
}
