import type { TimedPlace } from '../riders/timetable.ts';
import type { Bib } from '../units.ts';
import { onGrid } from './start-grid.ts';

/**
 * Finds when riders started where nobody says. A source that reckons a rider's average speed since his start gives the
 * start away: it was so long before a fix as his distance takes at that speed.
 */
export interface StartFinder {
  /** A rider is here, and his average since his start is so much, rounded to a tenth. */
  note(bib: Bib, at: TimedPlace, averageKph: number): void;
  /** A rider stood at the start, and rode at the next fix. */
  left(bib: Bib, stood: TimedPlace, rode: TimedPlace): void;
  /** In ms on the clock of the race, to the second; the same object until one changes. */
  found(): ReadonlyMap<Bib, number>;
  moveClock(byMs: number): void;
}

/** A start lies within this. */
interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

interface Clues {
  spans: Span[];
  /** The newest way off the ramp: who rolled about before his start has others before it. */
  ramp: Span | null;
  notedMs: number;
  foundMs: number | null;
}

/** Half of a tenth. */
const ROUNDING_KPH = 0.05;
/** A receiver errs by so much along the road, and the time of a frame is in whole seconds. */
const PLACE_M = 8;
const CLOCK_MS = 500;
/** Nearer to the start an average says nothing; slower than a walk it is of somebody who has not started. */
const FROM_M = 150;
const SLOWEST_KPH = 8;
/** One clue in so long is enough, and so many: what is rounded tells less and less. */
const EVERY_MS = 12_000;
const MOST = 40;
/** So many agree, most of all, on so few seconds. */
const LEAST = 3;
const AGREEING = 0.6;
const SHARP_MS = 4000;
/** What is known is not moved for less. */
const MOVED_MS = 750;
const FASTEST_MPS = 20;

export function createStartFinder(): StartFinder {
  const clues = new Map<Bib, Clues>();
  let found: ReadonlyMap<Bib, number> | null = new Map();

  const cluesOf = (bib: Bib): Clues => {
    const known = clues.get(bib) ?? { spans: [], ramp: null, notedMs: Number.NEGATIVE_INFINITY, foundMs: null };
    clues.set(bib, known);
    return known;
  };
  const weigh = (clue: Clues): void => {
    const startMs = startIn(clue);
    if (startMs === null || Math.abs(startMs - (clue.foundMs ?? Number.NEGATIVE_INFINITY)) < MOVED_MS) return;
    clue.foundMs = startMs;
    found = null;
  };

  return {
    note(bib, { distanceM, atMs }, averageKph) {
      if (!(distanceM >= FROM_M && averageKph >= SLOWEST_KPH)) return;
      const clue = cluesOf(bib);
      if (atMs < clue.notedMs + EVERY_MS || clue.spans.length >= MOST) return;
      clue.notedMs = atMs;
      const slackMs = CLOCK_MS + (PLACE_M / averageKph) * 3600;
      clue.spans.push({
        fromMs: atMs - (distanceM / (averageKph - ROUNDING_KPH)) * 3600 - slackMs,
        toMs: atMs - (distanceM / (averageKph + ROUNDING_KPH)) * 3600 + slackMs,
      });
      weigh(clue);
    },
    left(bib, stood, rode) {
      const clue = cluesOf(bib);
      const toMs = rode.atMs - ((rode.distanceM - stood.distanceM) / FASTEST_MPS) * 1000;
      if (clue.spans.length > 0) return;
      clue.ramp = { fromMs: stood.atMs - CLOCK_MS, toMs: Math.max(stood.atMs, toMs) + CLOCK_MS };
      weigh(clue);
    },
    found() {
      found ??= onGrid(new Map([...clues].flatMap(([bib, { foundMs }]) => (foundMs === null ? [] : [[bib, foundMs]]))));
      return found;
    },
    moveClock(byMs) {
      const later = ({ fromMs, toMs }: Span): Span => ({ fromMs: fromMs + byMs, toMs: toMs + byMs });
      for (const clue of clues.values()) {
        clue.spans = clue.spans.map(later);
        clue.ramp = clue.ramp && later(clue.ramp);
        clue.notedMs += byMs;
        if (clue.foundMs !== null) clue.foundMs += byMs;
      }
      found = null;
    },
  };
}

/** The middle of where most clues agree; null where they do not. */
function startIn({ spans, ramp }: Clues): number | null {
  if (spans.length < LEAST) return ramp && (ramp.fromMs + ramp.toMs) / 2;
  const all = ramp ? [...spans, ramp] : spans;
  const { fromMs, toMs, count } = mostIn(all);
  return count >= AGREEING * all.length && toMs - fromMs <= SHARP_MS ? (fromMs + toMs) / 2 : null;
}

function mostIn(spans: readonly Span[]): Span & { readonly count: number } {
  const ends = spans.flatMap(({ fromMs, toMs }) => [
    { atMs: fromMs, by: 1 },
    { atMs: toMs, by: -1 },
  ]);
  ends.sort((a, b) => a.atMs - b.atMs || b.by - a.by);
  let best = { fromMs: 0, toMs: 0, count: 0 };
  let count = 0;
  for (const [i, { atMs, by }] of ends.entries()) {
    count += by;
    if (count > best.count) best = { fromMs: atMs, toMs: ends[i + 1]?.atMs ?? atMs, count };
  }
  return best;
}
