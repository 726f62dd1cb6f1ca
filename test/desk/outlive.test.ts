import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { mostConnections } from '../../src/desk/connections.ts';
import { listen } from '../../src/desk/listen.ts';
import { createNotices } from '../../src/desk/notices.ts';
import { outliveErrors, whatFailed } from '../../src/desk/outlive.ts';
import { until } from '../support/small-desk.ts';

describe('what nobody caught', () => {
  it('is a notice that says where it was, and a flood of it is one line', async () => {
    const printed: string[] = [];
    const notices = createNotices((line) => printed.push(line));
    const theirs = (['uncaughtException', 'unhandledRejection'] as const).map(
      (event) => [event, process.listeners(event as 'uncaughtException')] as const,
    );
    for (const [event] of theirs) process.removeAllListeners(event);
    outliveErrors(notices);
    try {
      setImmediate(() => {
        throw new Error('a timer failed');
      });
      for (let i = 0; i < 200; i += 1) void Promise.reject(new Error(`promise ${i} failed`));
      await until('both are noted', () => notices.list().length === 2);
    } finally {
      for (const [event, listeners] of theirs) {
        process.removeAllListeners(event);
        for (const listener of listeners) process.on(event, listener);
      }
    }
    const [first, second] = notices.list().toSorted((a, b) => a.count - b.count);
    expect(first).toMatchObject({ level: 'error', count: 1 });
    expect(first?.text).toMatch(
      /^Something in the desk failed \(a timer failed, desk\/outlive\.test\.ts:\d+\): it goes/,
    );
    expect(second).toMatchObject({ level: 'error', count: 200 });
    expect(printed).toHaveLength(4);
  });

  it('may be anything', () => {
    expect(whatFailed('a word')).toBe('a word');
    expect(whatFailed(undefined)).toBe('undefined');
    expect(whatFailed(new Error('first\nsecond'))).toMatch(/^first, /);
  });
});

describe('a server without files to open', () => {
  it('says what to do and goes on', async () => {
    const notices = createNotices(() => {});
    const server = createServer((_, response) => response.end('well'));
    const port = await listen(server, '127.0.0.1', 0, notices);
    if (!port.ok) throw new Error(port.error);
    server.emit('error', Object.assign(new Error('accept EMFILE'), { code: 'EMFILE' }));
    expect(notices.list()[0]?.text).toMatch(/^No more files can be opened \(EMFILE\).*ulimit -n/);
    expect(await (await fetch(`http://127.0.0.1:${port.value}`)).text()).toBe('well');
    server.closeAllConnections();
    server.close();
  });

  it('keeps some for itself', () => {
    expect([mostConnections(1024), mostConnections(64), mostConnections('unlimited')]).toEqual([960, 8, 10_000]);
    expect(mostConnections()).toBeGreaterThan(100);
  });
});
