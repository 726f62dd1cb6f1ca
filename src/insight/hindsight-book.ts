import type { Race } from '../race/race.ts';
import { type Front, newestIn, passedMs } from './front.ts';
import type { Hindsight } from './hindsight.ts';
import { type Neighbours, neighboursIn, pairKey } from './neighbours.ts';
import type { Outcome } from './outcome.ts';
import type { Outlook } from './outlook.ts';
import { arrivalAt, arrivalUnitMs } from './predict/arrival.ts';
import { type GapTrend, gapEstimate, gapUnitS } from './predict/gap-ahead.ts';

export interface HindsightBook extends Hindsight {
  /** What was expected of this moment is compared with it, and each minute something is expected anew. */
  look(outlook: Outlook): void;
  /** What is still open will not be compared: the race stood, or was not seen. */
  drop(): void;
}

const AHEAD_KM = [5, 10, 20, 40] as const;
const GAPS_AHEAD_KM = [5, 10, 20] as const;
const EVERY_MS = 60_000;
/** One in so many is learnt from: those made a minute apart are wrong alike. */
const LEARNT = 5;
const KEPT = { arrivals: 40, gaps: 60 };

type Expected = Omit<Open, 'isLearnt'>;

interface Open {
  readonly outcome: Omit<Outcome, 'truth'>;
  readonly km: number;
  readonly unit: number;
  readonly isLearnt: boolean;
}

export function newHindsightBook(note: (outcome: Outcome) => void): HindsightBook {
  /** By what it is of. */
  const open = new Map<string, Open[]>();
  let [madeMs, made] = [Number.NEGATIVE_INFINITY, 0];
  let lengths = new Map<string, number>();
  const arrivals = new Map<string, number[]>();
  const gaps: number[] = [];

  const close = ({ outcome, km, unit, isLearnt }: Open, truth: number): void => {
    const error = (truth - outcome.estimate.value) / unit;
    note({ ...outcome, truth });
    if (!isLearnt) return;
    if (outcome.kind === 'gap') keep(gaps, error, KEPT.gaps);
    else keep(listIn(arrivals, `${outcome.of} ${km}`), error, KEPT.arrivals);
  };
  /** Those to whose place a front has come are closed. `truthOf` says null where nobody has seen it. */
  const settle = (front: Front, key: string, truthOf: (atM: number) => number | null): void => {
    const all = open.get(key) ?? [];
    const { distanceM } = newestIn(front);
    const due = all.filter(({ outcome }) => outcome.atM <= distanceM);
    if (due.length === 0) return;
    for (const one of due) {
      const truth = truthOf(one.outcome.atM);
      if (truth !== null) close(one, truth);
    }
    open.set(
      key,
      all.filter(({ outcome }) => outcome.atM > distanceM),
    );
  };
  /** Whose group is no more, or made up otherwise, or has another front, is not expected any more. */
  const forget = ({ race, fronts }: Outlook): void => {
    const before = lengths;
    lengths = new Map(race.past.gaps.map(({ group, previous, points }) => [pairKey(group, previous), points.length]));
    const alive = new Set(fronts.filter(({ trail }) => trail.length > 1).map(({ key }) => key));
    for (const key of open.keys()) {
      const length = lengths.get(key) ?? -1;
      if (!alive.has(key) && length < (before.get(key) ?? 0)) open.delete(key);
    }
  };
  return {
    arrivals: (front, km) => arrivals.get(`${front} ${nearest(km)}`) ?? [],
    gaps: () => gaps,
    look(outlook) {
      const { race, fronts } = outlook;
      const pairs = neighboursIn(outlook).filter(isKnown);
      forget(outlook);
      for (const front of fronts) settle(front, front.key, (atM) => passedMs(front, atM));
      for (const { key, front, trend } of pairs) settle(front, key, () => trend.gapS);
      if (race.atMs - madeMs < EVERY_MS) return;
      madeMs = race.atMs;
      made += 1;
      const expected = [
        ...fronts.flatMap((front) => arrivalsOf(outlook, front)),
        ...pairs.flatMap((pair) => gapsOf(outlook, pair)),
      ];
      for (const one of expected) listIn(open, one.outcome.of).push({ ...one, isLearnt: made % LEARNT === 1 });
    },
    drop: () => open.clear(),
  };
}

function arrivalsOf(outlook: Outlook, front: Front): Expected[] {
  const fromM = newestIn(front).distanceM;
  return placesAhead(outlook.race, fromM, AHEAD_KM).map(({ km, atM }) => {
    const { estimate } = arrivalAt(outlook, front, atM, 'point');
    const made = {
      kind: 'arrival',
      of: front.key,
      madeMs: outlook.race.atMs,
      fromM,
      atM,
      estimate,
      trend: null,
    } as const;
    return { km, unit: arrivalUnitMs(outlook.past, estimate.value - newestIn(front).atMs, km, 'point'), outcome: made };
  });
}

type Known = Neighbours & { readonly trend: GapTrend };

const isKnown = (pair: Neighbours): pair is Known => pair.isMeasured && pair.trend !== null;

function gapsOf(outlook: Outlook, { key, front, trend }: Known): Expected[] {
  const fromM = newestIn(front).distanceM;
  return placesAhead(outlook.race, fromM, GAPS_AHEAD_KM).map(({ km, atM }) => {
    const estimate = gapEstimate(outlook, trend, fromM, atM);
    const made = { kind: 'gap', of: key, madeMs: outlook.race.atMs, fromM, atM, estimate, trend } as const;
    return { km, unit: gapUnitS(outlook.past, trend.gapS, km), outcome: made };
  });
}

const placesAhead = ({ sheet }: Race, fromM: number, ahead: readonly number[]) =>
  ahead.map((km) => ({ km, atM: fromM + km * 1000 })).filter(({ atM }) => atM < sheet.course.lengthM);

const nearest = (km: number): number =>
  AHEAD_KM.reduce((best, one) => (Math.abs(Math.log(one / km)) < Math.abs(Math.log(best / km)) ? one : best));

function keep(list: number[], error: number, most: number): void {
  list.push(error);
  if (list.length > most) list.shift();
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
