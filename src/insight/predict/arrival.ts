import { readLinear } from '../../race/lookup.ts';
import type { Estimate } from '../estimate.ts';
import { type Front, type FrontAt, isDropped, lately } from '../front.ts';
import type { Outlook } from '../outlook.ts';
import type { PastRaces } from '../past.ts';
import { estimateOf } from './interval.ts';
import { secondsBetween } from './pace.ts';

const MINUTE_MS = 60_000;
/** Over so long today's pace is measured, and it is believed as if that much of the usual one came with it. */
const pace = {
  point: { windowMs: 20 * MINUTE_MS, usualMs: 20 * MINUTE_MS },
  finish: { windowMs: 40 * MINUTE_MS, usualMs: 60 * MINUTE_MS },
};

export interface ExpectedArrival {
  readonly estimate: Estimate;
  /** How today's pace compares with the usual one, in per cent: 104 is faster. */
  readonly pacePct: number;
}

type To = keyof typeof pace;

type Known = Pick<Outlook, 'past' | 'road' | 'hindsight'>;

/** When a front comes to a place, on the clock of the race: by what such a road takes, and by how the day was so far. */
export function arrivalAt(known: Known, front: Front, atM: number, to: To): ExpectedArrival {
  const { atMs, distanceM }: FrontAt = front.trail.at(-1)!;
  const dropped = isDropped(front);
  const ridden = lately(front, pace[to].windowMs);
  const { usualMs } = pace[to];
  const riddenMs = ridden ? ridden.to.atMs - ridden.from.atMs : 0;
  const tableMs = ridden ? 1000 * secondsBetween(known.road, ridden.from.distanceM, ridden.to.distanceM, dropped) : 0;
  const slower = (riddenMs + usualMs) / (tableMs + usualMs);
  const leftMs = 1000 * secondsBetween(known.road, distanceM, atM, dropped) * slower;
  const km = (atM - distanceM) / 1000;
  const unitMs = arrivalUnitMs(known.past, leftMs, km, to);
  const own = known.hindsight.arrivals(front.key, km);
  return {
    estimate: estimateOf(atMs + leftMs, unitMs, own, known.past.errors.arrivals),
    pacePct: riddenMs > 0 ? (100 * tableMs) / riddenMs : 100,
  };
}

/** The error that is usual for a time of arrival so many kilometres ahead. */
export const arrivalUnitMs = ({ arrivalError }: PastRaces, leftMs: number, km: number, to: To): number =>
  leftMs *
  readLinear(
    arrivalError[to],
    km,
    (one) => one.km,
    (one) => one.share,
  );
