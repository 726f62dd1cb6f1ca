import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, freePort } from '../support/desk.ts';
import { recording } from '../support/recording.ts';
import { until } from '../support/small-desk.ts';
import { plainTapes } from '../support/tapes.ts';

/** What the world around a desk does to it: those who ask too early, supervisors, and limits of the system. */
const root = join(import.meta.dirname, '../..');
let folder: string;
let port: number;
let child: ChildProcess;
let said: string;

beforeEach(async () => {
  folder = await emptyFolder();
  port = await freePort();
  writeFileSync(join(folder, 'stage.json'), recording({ riders: 8, seconds: 600, every: 1 }));
});
afterEach(() => {
  // The child and whatever stands below it.
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // It is gone already.
  }
});

const tapes = () => join(folder, 'tapes');
const options = () => {
  const pages = mkdtempSync(join(tmpdir(), 'ardoise-page-'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>A page</title>');
  return ['--port', `${port}`, '--tape', tapes(), '--pages', pages, '--feed', `replay:${join(folder, 'stage.json')}`];
};
const begin = (command: string, args: readonly string[]) => {
  child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      said += data;
    });
};
const inNode = ['--import', 'tsx', 'src/desk/main.ts'];
const isReady = () => said.includes('Ctrl-C ends');
const ready = () => until(`the desk is ready (it said: ${said})`, isReady);
/** Status of an answer, or why there was none. */
const status = (path = '/') =>
  fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(10_000) })
    .then((response) => response.status)
    .catch((error) => String(error.cause?.code ?? error.name));
const isFree = async () => (await status()) === 'ECONNREFUSED';
const tapeText = () => plainTapes(tapes());

describe('a desk', () => {
  it('answers whoever comes before it is ready', async () => {
    begin(process.execPath, [...inNode, ...options()]);
    const seen = new Set<number | string>();
    const asked: Promise<unknown>[] = [];
    // As early and as often as can be, so that one falls into every gap of the start.
    while (!isReady()) {
      for (const path of ['/?show=program', '/api/state', '/socket.io/?EIO=4&transport=polling'])
        asked.push(status(path).then((answer) => seen.add(answer)));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await Promise.all(asked);
    expect(await status('/?show=program')).toBe(200);
    // Never anything else, nor silence; a busy machine may ask too seldom to meet the 503.
    expect([200, 503, 'ECONNREFUSED']).toEqual(expect.arrayContaining([...seen]));
  });

  it('leaves its tape to be taken up when a supervisor stops it', async () => {
    begin(process.execPath, [...inNode, ...options()]);
    await ready();
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
      expect(tapeText()).not.toContain('"end"');
      begin(process.execPath, [...inNode, ...options()]);
      await ready();
      expect(said).toContain('taken up again');
    }
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(tapeText()).toContain('"end":true');
  });

  it('ends with the npm above it, however that ends', async () => {
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGKILL'] as const) {
      begin('npm', ['start', '--', ...options()]);
      await ready();
      // To npm alone, as a supervisor does it.
      child.kill(signal);
      await until(`the port is free after ${signal}`, () => child.exitCode !== null || child.signalCode !== null);
      for (let i = 0; i < 100 && !(await isFree()); i += 1) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await isFree(), signal).toBe(true);
      expect(tapeText(), signal).not.toContain('"end"');
    }
  });

  it('lives on where it may open few files, says so, and serves again when there is room', async () => {
    const script = `ulimit -n 128; exec "${process.execPath}" "$@"`;
    begin('sh', ['-c', script, 'sh', ...inNode, ...options()]);
    await ready();
    const crowd: Socket[] = [];
    for (let i = 0; i < 240; i += 1) crowd.push(connect(port, '127.0.0.1').on('error', () => {}));
    await until('it says so', () => /connections are open|No more files/.test(said));
    expect(child.exitCode).toBeNull();
    for (const socket of crowd) socket.destroy();
    for (let i = 0; i < 100 && (await status()) !== 200; i += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await status()).toBe(200);
    expect(await status('/api/state')).toBe(200);
  });
});
