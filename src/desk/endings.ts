import { readFileSync } from 'node:fs';

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
  // A rehearsal ends with the desk that began it.
  if (process.channel) process.once('disconnect', () => once('stopped'));
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const above = aboveUs(parent);
  setInterval(() => {
    if (process.ppid !== parent || above.some(isGone)) once('stopped');
  }, LOOK_MS).unref();
}

/** npm, and the shell that some systems leave between npm and us. */
function aboveUs(parent: number): number[] {
  try {
    const [program, flag] = readFileSync(`/proc/${parent}/cmdline`, 'utf8').split('\0');
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const isShell = /(^|\/)(sh|dash|bash|ash)$/.test(program ?? '') && flag === '-c';
    // The name of the program, in brackets, may hold anything; then come its state and its parent.
    return isShell ? [parent, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] : [parent];
  } catch {
    return [parent];
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
