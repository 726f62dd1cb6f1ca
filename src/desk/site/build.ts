import { fork } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { fail, ok, type Result } from '../../wire/result.ts';
import type { PageFile } from './page-file.ts';

/** A build that takes longer than this hangs. */
const MOST_MS = 120_000;

/** Where our own tools are. */
const house = join(import.meta.dirname, '../../..');

/** Builds the pages of the source in `root`, in a process of its own that ends with this one. Never throws. */
export function buildPages(root: string): Promise<Result<readonly PageFile[]>> {
  return new Promise((resolve) => {
    const failed = (why: string) => resolve(fail(`The pages could not be built (${why})`));
    try {
      const child = fork(join(import.meta.dirname, 'builder.ts'), [root], {
        cwd: house,
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, NODE_ENV: 'production' },
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        timeout: MOST_MS,
      });
      child.once('message', (told) =>
        typeof told === 'string' ? failed(inShort(told)) : resolve(ok(told as readonly PageFile[])),
      );
      child.once('error', (error) => failed(error.message));
      // After all that it said.
      child.once('disconnect', () => failed(`the builder ended without a word, ${child.signalCode ?? child.exitCode}`));
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
    }
  });
}

/** What is wrong and where, of all that a bundler says about it. */
function inShort(told: string): string {
  const lines = stripVTControlCharacters(told)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.slice(0, 2).join(' ').slice(0, 300);
}
