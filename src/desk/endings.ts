/** `closed` by its operator, for good; `stopped` by whoever supervises it, to be taken up again. */
export type Ending = 'closed' | 'stopped';

const signals: Readonly<Record<string, Ending>> = { SIGINT: 'closed', SIGTERM: 'stopped', SIGHUP: 'stopped' };
/** How often the desk looks whether npm is still there. */
const LOOK_MS = 500;

/**
 * Calls `end` once. Under `npm start`, the end of npm ends the desk too: killed alone it cannot pass a signal on, and
 * an orphan would hold the port.
 */
export function onEnding(end: (ending: Ending) => void): void {
  let isOver = false;
  const once = (ending: Ending) => {
    if (isOver) return;
    isOver = true;
    end(ending);
  };
  for (const [signal, ending] of Object.entries(signals)) process.on(signal, () => once(ending));
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  setInterval(() => isGone(parent) && once('stopped'), LOOK_MS).unref();
}

/** Its place may be taken by whoever adopts orphans, or by nobody. */
function isGone(parent: number): boolean {
  if (process.ppid !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
