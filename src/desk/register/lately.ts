import type { Report } from '../../wire/crew/report.ts';

/** What a page counts over its life is told of so long: what is over is nothing to look at. */
const LATELY_MS = 2 * 60_000;
/** Within this, what was said counts as said at once. */
const GRAIN_MS = 5000;

type Counts = Pick<Report, 'gpuLost' | 'droppedFrames' | 'faults'>;

/** What one page says of itself, with counts of the last two minutes in place of those of its life. */
export interface Lately {
  report(report: Report): void;
  /** As of now; null before its first report. */
  said(): Report | null;
  /** When `said` is another one though the page says nothing; infinite where it stays. */
  untilMs(): number;
}

const nothing: Counts = { gpuLost: 0, droppedFrames: 0, faults: [] };

/** `now` is the wall clock, in milliseconds. */
export function createLately(now: () => number): Lately {
  let newest: Report | null = null;
  /** What it counted, each with the moment from which on: the first one is what all else is new to. */
  const history: { readonly atMs: number; readonly counts: Counts }[] = [
    { atMs: Number.NEGATIVE_INFINITY, counts: nothing },
  ];
  const base = (): Counts => {
    while (history.length > 1 && history[1]!.atMs <= now() - LATELY_MS) history.shift();
    return history[0]!.counts;
  };
  return {
    report(report) {
      newest = report;
      const { gpuLost, droppedFrames, faults } = report;
      const held = history.at(-1)!;
      if (JSON.stringify(held.counts) === JSON.stringify({ gpuLost, droppedFrames, faults })) return;
      const isAtOnce = now() - held.atMs < GRAIN_MS;
      if (isAtOnce) history.pop();
      history.push({ atMs: isAtOnce ? held.atMs : now(), counts: { gpuLost, droppedFrames, faults } });
    },
    said() {
      if (!newest) return null;
      const before = base();
      return {
        ...newest,
        gpuLost: newest.gpuLost - before.gpuLost,
        droppedFrames: newest.droppedFrames - before.droppedFrames,
        faults: newest.faults.flatMap((fault) => {
          const count = fault.count - (before.faults.find(isSame(fault))?.count ?? 0);
          return count > 0 ? [{ ...fault, count }] : [];
        }),
      };
    },
    untilMs: () => (history[1] ? history[1].atMs + LATELY_MS : Number.POSITIVE_INFINITY),
  };
}

type Fault = Report['faults'][number];

const isSame =
  (a: Fault) =>
  (b: Fault): boolean =>
    a.overlay === b.overlay && a.message === b.message;
