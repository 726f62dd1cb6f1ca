import type { StageType } from '../../race/rules/stage-type.ts';
import { type ErrorByKm, type PastRaces, recordedPast } from '../past.ts';
import { kphAt } from '../predict/pace.ts';
import { fitPace } from './fit-pace.ts';
import type { Lesson, Ridden } from './lesson.ts';

/** A past fitted to races, with how much of them is behind each figure. */
export interface FittedPast {
  readonly past: PastRaces;
  readonly races: number;
  /** Ridden about each gradient of the table, by the head of the race and the peloton. */
  readonly paceKm: readonly number[];
  readonly finaleKm: number;
  /** Ridden by who had lost contact, from each gradient of `dropped` on. */
  readonly droppedKm: readonly number[];
  /** Races whose forecasts were compared. */
  readonly missed: { readonly arrivals: number; readonly gaps: number };
  readonly chases: Readonly<Partial<Record<StageType, number>>>;
}

/** What the recorded past counts as, against what is fitted: all chosen, of three stages. */
const KNOWN = { finaleKm: 50, droppedKm: 30, races: 3, chases: 5 };

/** The recorded past, moved towards these races as far as they can bear it. Of errors at the finish too few are ever seen. */
export function fitPast(lessons: readonly Lesson[]): FittedPast {
  const ridden = lessons.flatMap((lesson) => lesson.ridden);
  const { pace, km } = fitPace(
    ridden.filter(({ by, isFinale }) => by !== 'dropped' && !isFinale),
    recordedPast.pace,
  );
  const usualS = timeBy({ pace });
  const finale = ridden.filter(({ by, isFinale }) => by === 'head' && isFinale);
  const dropped = fitDropped(ridden, usualS);
  const arrivals = missShare(lessons.map(({ missed }) => missed.arrivals));
  const gaps = missShare(lessons.map(({ missed }) => missed.gaps));
  const { arrivalError, gapError } = recordedPast;
  return {
    past: {
      ...recordedPast,
      pace,
      finale: { ...recordedPast.finale, share: ratioOf(finale, usualS, recordedPast.finale.share, KNOWN.finaleKm) },
      dropped: dropped.map(({ fromPct, slower }) => ({ fromPct, slower })),
      arrivalError: { ...arrivalError, point: scaled(arrivalError.point, arrivals.share) },
      gapError: { ...gapError, s: gapError.s * gaps.share },
      catch: { ...recordedPast.catch, closing: fitClosing(lessons) },
    },
    races: lessons.length,
    paceKm: km,
    finaleKm: kmOf(finale),
    droppedKm: dropped.map((one) => one.km),
    missed: { arrivals: arrivals.races, gaps: gaps.races },
    chases: Object.fromEntries(types.map((type) => [type, chasesOf(lessons, type).length])),
  };
}

type UsualTime = (one: Ridden) => number;

const timeBy =
  (past: Pick<PastRaces, 'pace'>): UsualTime =>
  ({ m, gradientPct }) =>
    (m * 3.6) / kphAt(past, gradientPct);

const kmOf = (ridden: readonly Ridden[]): number => ridden.reduce((sum, { m }) => sum + m / 1000, 0);

/** How many times as long as usual it took; what is known counts as so many kilometres. */
function ratioOf(ridden: readonly Ridden[], usualS: UsualTime, known: number, knownKm: number): number {
  if (ridden.length === 0) return known;
  const km = kmOf(ridden);
  const [took, usual] = [ridden.reduce((sum, { s }) => sum + s, 0), ridden.reduce((sum, one) => sum + usualS(one), 0)];
  return ((took / usual) * km + known * knownKm) / (km + knownKm);
}

/** Who has lost contact is never faster, and loses no less on steeper roads. */
function fitDropped(ridden: readonly Ridden[], usualS: UsualTime) {
  let least = 1;
  return recordedPast.dropped.map(({ fromPct, slower }, i) => {
    const untilPct = recordedPast.dropped[i + 1]?.fromPct ?? Number.POSITIVE_INFINITY;
    const own = ridden.filter(
      ({ by, gradientPct }) => by === 'dropped' && gradientPct >= fromPct && gradientPct < untilPct,
    );
    least = Math.max(least, ratioOf(own, usualS, slower, KNOWN.droppedKm));
    return { fromPct, slower: least, km: kmOf(own) };
  });
}

/** How many times as large as usual the errors were. A day has one wind and one race: it counts as one. */
function missShare(missed: readonly (number | null)[]): { share: number; races: number } {
  const seen = missed.filter((one) => one !== null);
  const sum = seen.reduce((all, one) => all + one, 0);
  return { share: (sum + KNOWN.races) / (seen.length + KNOWN.races), races: seen.length };
}

const scaled = (errors: ErrorByKm, by: number): ErrorByKm => errors.map(({ km, share }) => ({ km, share: share * by }));

type Closings = PastRaces['catch']['closing'];

const types = Object.keys(recordedPast.catch.closing) as StageType[];

/** Each chase of a sort of stage in seconds a kilometre. */
const chasesOf = (lessons: readonly Lesson[], type: StageType): number[] =>
  lessons.filter((lesson) => lesson.type === type).flatMap(({ closed }) => closed.map(({ km, s }) => s / km));

function fitClosing(lessons: readonly Lesson[]): Closings {
  return Object.fromEntries(
    types.map((type) => {
      const known = recordedPast.catch.closing[type];
      const rates = chasesOf(lessons, type);
      const count = rates.length + KNOWN.chases;
      const mean = (rates.reduce((sum, one) => sum + one, 0) + KNOWN.chases * known.mean) / count;
      // The known mean lies as far from the new one as it moved it.
      const knownSquares = KNOWN.chases * (known.sd ** 2 + (known.mean - mean) ** 2);
      const squares = rates.reduce((sum, one) => sum + (one - mean) ** 2, knownSquares);
      return [type, { mean, sd: Math.sqrt(squares / count) }];
    }),
  ) as Closings;
}
