import type { Notices } from './notices.ts';

/**
 * From now on an error that nobody caught is a notice: a race on air is worth more than a tidy exit. `notices` count,
 * so that a flood is one line.
 */
export function outliveErrors(notices: Notices): void {
  const note = (error: unknown) =>
    notices.add(
      'error',
      `Something in the desk failed (${whatFailed(error)}): it goes on; keep the tape, and restart it when there is time.`,
    );
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
}

/** Writing to a terminal that is gone must not fail: it would fail again with each notice on it. */
export function outliveTerminal(): void {
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
}

/** The message, and the place in our code, for whoever mends it. */
export function whatFailed(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 200);
  const [place] = /[\w-]+\/[\w.-]+\.tsx?:\d+/.exec(error.stack ?? '') ?? [];
  return `${error.message.split('\n')[0]?.slice(0, 200)}${place ? `, ${place}` : ''}`;
}
