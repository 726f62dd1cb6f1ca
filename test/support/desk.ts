import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface RunningDesk {
  readonly url: string;
  /** Of its process. */
  readonly pid: number;
  /** Everything that it printed. */
  output(): string;
  /** Ends it as Ctrl-C does, or as an accident does. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface DeskOptions {
  readonly port: number;
  /** Folder of the tapes. */
  readonly tapes: string;
  readonly args: readonly string[];
  /** Folder of built pages; without it there is one empty page. */
  readonly pages?: string;
  /** What Node itself is told, such as to let an inspector in. */
  readonly node?: readonly string[];
}

function onePage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ardoise-page-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>A page</title>');
  return folder;
}

/** A real desk in a process of its own; resolves once it listens. */
export async function startDesk({
  port,
  tapes,
  args,
  pages = onePage(),
  node = [],
}: DeskOptions): Promise<RunningDesk> {
  const child = spawn(
    process.execPath,
    [
      ...node,
      '--import',
      'tsx',
      'src/desk/main.ts',
      '--port',
      String(port),
      '--tape',
      tapes,
      '--pages',
      pages,
      ...args,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let text = '';
  child.stdout.on('data', (data) => {
    text += data;
  });
  child.stderr.on('data', (data) => {
    text += data;
  });
  await ready(child, () => text);
  return {
    url: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    output: () => text,
    kill: (signal) =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill(signal);
      }),
  };
}

function ready(child: ChildProcess, text: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => text().includes('program') && resolve());
    child.once('exit', (code) => reject(new Error(`The desk ended with ${code}: ${text()}`)));
  });
}

export const emptyFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'ardoise-'));

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
