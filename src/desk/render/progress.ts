/** How far it is, for eyes at a terminal, or as lines in a log. */
export interface Progress {
  /** `done` of `all`, of what is being done: "frames". Call as often as you like. */
  at(done: number, all: number, what: string): void;
  /** A sentence that stays. */
  say(sentence: string): void;
}

const BAR = 30;
const EVERY_MS = { terminal: 200, lines: 5000 };

export function createProgress(
  out: { readonly isTTY?: boolean; write(text: string): unknown },
  now: () => number = () => performance.now(),
): Progress {
  const everyMs = out.isTTY ? EVERY_MS.terminal : EVERY_MS.lines;
  let shownMs = Number.NEGATIVE_INFINITY;
  let begun = { what: '', ms: 0, done: 0 };
  let saidDone = '';
  let hasBar = false;
  const wipe = () => {
    if (hasBar) out.write('\r\u001b[K');
    hasBar = false;
  };
  return {
    at(done, all, what) {
      const nowMs = now();
      if (what !== begun.what) begun = { what, ms: nowMs, done };
      const isDue = nowMs - shownMs >= everyMs || (done >= all && saidDone !== what);
      if (!isDue) return;
      if (done >= all) saidDone = what;
      shownMs = nowMs;
      const share = done - begun.done > 0 ? (all - done) / (done - begun.done) : null;
      const left = share === null || done >= all ? '' : `, ${timeLeft(((nowMs - begun.ms) * share) / 1000)} left`;
      const line = `${done} of ${all} ${what}${left}`;
      if (!out.isTTY) return void out.write(`${line}\n`);
      const full = Math.round((BAR * done) / Math.max(1, all));
      wipe();
      out.write(`[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${line}`);
      hasBar = true;
    },
    say(sentence) {
      wipe();
      out.write(`${sentence}\n`);
    },
  };
}

/** "45 s", "3 min 20 s", "2 h 5 min". */
export function timeLeft(seconds: number): string {
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}
