import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../wire/result.ts';
import type { PageFile } from './page-file.ts';

/** A build that takes longer than this hangs. */
const MOST_MS = 120_000;

/** Builds the pages of the source in `root`, in a process of its own that ends with this one. Never throws. */
export function buildPages(root: string): Promise<Result<readonly PageFile[]>> {
  return new Promise((resolve) => {
    const failed = (why: string) => resolve(fail(`The pages could not be built (${why})`));
    try {
      const child = fork(join(import.meta.dirname, 'builder.ts'), [root], {
        cwd: root,
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        timeout: MOST_MS,
      });
      let said = '';
      child.stderr?.on('data', (data) => {
        said = `${said}${data}`.slice(0, 2000);
      });
      child.once('message', (pages) => resolve(ok(pages as readonly PageFile[])));
      child.once('error', (error) => failed(error.message));
      child.once('close', (code) => failed(lastWords(said) || `the builder ended with ${code}`));
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
    }
  });
}

/** The line that says what is wrong, of all that a tool prints when it fails. */
function lastWords(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  return (lines.find((line) => /error/i.test(line)) ?? lines.findLast(Boolean) ?? '').slice(0, 300);
}
