import type { Raw } from '../feed.ts';
import type { PaperRound, Which } from './papers.ts';

/** How long to wait after each miss in a row, and after all further ones, in milliseconds. */
const AFTER_MISS_MS = [1000, 2000, 5000, 10_000, 20_000];
const LAST_MISS_MS = 30_000;
/** Lists are corrected, and late entries added, during the day. */
const LATER_MS = 300_000;
/** Not more often than this, however many unknown numbers are on the road; and so often for the same ones. */
const SOON_MS = 10_000;
const SOON_TIMES = 5;
/** Between two rounds of something that may have changed. */
const LEAST_MS = 1000;
/** One miss is an accident of the network. */
const SAID_FROM = 2;

/** Keeps asking for the papers of the day. */
export interface AskAgain {
  /** Now, whatever was planned. */
  now(): void;
  /** Somebody is on the road who is on no list: soon, unless that has been tried. */
  soon(bib: string): void;
  /** Something may have changed: now, or as soon as it was not just asked. */
  again(): void;
  stop(): void;
}

export interface AskAgainOptions {
  readonly round: PaperRound;
  readonly which: () => Which;
  readonly take: (paper: Raw) => void;
  readonly trouble: (text: string) => void;
  readonly now: () => number;
}

export function askAgain({ round, which, take, trouble, now }: AskAgainOptions): AskAgain {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let again = false;
  let misses = 0;
  let askedMs = Number.NEGATIVE_INFINITY;
  const tried = new Map<string, number>();

  const plan = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(ask, ms);
  };

  const ask = async () => {
    again = isAsking;
    if (isAsking) return;
    isAsking = true;
    askedMs = now();
    const { papers, missing, isComplete } = await round.ask(which());
    isAsking = false;
    if (stopped) return;
    for (const paper of papers) take(paper);
    misses = missing.length > 0 ? misses + 1 : 0;
    // A race can do without some papers: those may never come.
    const lastMs = isComplete ? LATER_MS : LAST_MISS_MS;
    const waitMs = misses > 0 ? (AFTER_MISS_MS[misses - 1] ?? lastMs) : LATER_MS;
    if (isComplete ? misses === SAID_FROM : misses >= SAID_FROM)
      for (const what of missing) trouble(`Race Center: ${what}; check the address; it is asked for again and again.`);
    plan(again ? 0 : waitMs);
  };

  return {
    now: () => plan(0),
    again() {
      if (isAsking) again = true;
      else plan(Math.max(0, askedMs + LEAST_MS - now()));
    },
    soon(bib) {
      const times = tried.get(bib) ?? 0;
      if (isAsking || times >= SOON_TIMES || now() - askedMs < SOON_MS) return;
      tried.set(bib, times + 1);
      plan(0);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
