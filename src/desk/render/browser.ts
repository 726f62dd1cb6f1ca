import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { fail, ok, type Result } from '../../wire/result.ts';
import { type Chromium, otherChromium, ownChromium } from './chromium.ts';

/** A browser that nobody sees, with one page. */
export interface UnseenBrowser {
  /** Ends it, and all that it has left on the disk. */
  end(): Promise<void>;
  /** It ended by itself: one sentence. */
  onEnd(listener: (why: string) => void): void;
}

/** A page that nobody sees is never put to sleep; a browser whose pipe is closed ends, whatever became of who began it. */
const UNSEEN = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--mute-audio',
];

const CLOSE = '{"id":1,"method":"Browser.close"}\0';
const CLOSE_MS = 3000;

/** `asked` is the binary of `--browser`; null is the one that is installed with this project. */
export async function findBrowser(asked: string | null): Promise<Result<Chromium>> {
  if (asked !== null)
    return existsSync(asked)
      ? ok(otherChromium(asked))
      : fail(`There is no browser ${asked}: check the path of --browser.`);
  try {
    return ok(await ownChromium());
  } catch {
    return fail(
      'There is no browser to draw with: install what this project tests with ("npm ci"), or name a Chromium or Chrome with --browser <path>.',
    );
  }
}

export function openBrowser({ executablePath, args, env }: Chromium, url: string): UnseenBrowser {
  const profile = mkdtempSync(join(tmpdir(), 'ardoise-render-'));
  const child: ChildProcess = spawn(executablePath, [...args, ...UNSEEN, `--user-data-dir=${profile}`, url], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    ...(env && { env: env as NodeJS.ProcessEnv }),
  });
  const asks = child.stdio[3] as Writable;
  asks.on('error', () => {});
  child.stdio[4]?.on('data', () => {});
  const listeners: ((why: string) => void)[] = [];
  let isOver = false;
  let words = '';
  child.stderr?.on('data', (data) => {
    words = `${words}${data}`.slice(-2000);
  });
  const gone = new Promise<void>((resolve) => {
    const ended = (how: string) => {
      resolve();
      if (!isOver) for (const listener of listeners) listener(`The browser ended (${how}): ${lastOf(words)}.`);
    };
    child.once('error', (error) => ended(error.message));
    child.once('exit', (code, signal) => ended(String(signal ?? code)));
  });
  return {
    onEnd: (listener) => listeners.push(listener),
    async end() {
      isOver = true;
      asks.write(CLOSE);
      const patience = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
      await gone;
      clearTimeout(patience);
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}

const lastOf = (words: string): string => words.trim().split('\n').at(-1)?.slice(0, 200) || 'it said nothing';
