import type { Mark } from '../../race/course/course.ts';
import type { Race } from '../../race/race.ts';
import type { RoadTimes } from '../../race/road-times.ts';
import { timedMarks } from '../../race/time-trial/splits.ts';
import type { Band, Estimate } from '../estimate.ts';
import type { Silence, TrialTime } from '../forecast.ts';
import { quantileOf } from './quantile.ts';
import { type TrialHistory, trialHistory } from './trial-history.ts';
import { GRID_M, lastMeasured, type TrialRide, trialRides } from './trial-rides.ts';

export interface TrialInput {
  readonly race: Race;
  readonly times: RoadTimes | null;
}

/** A range is that of the errors of forecasts that have come due: of so many at least. */
const LEAST_ERRORS = 15;
/** Of riders who had done less of their way nothing was measured. */
const LEAST_SHARE = 0.15;
/** Slower than 6 km/h over the last stretch: he stands, and what he has ridden so far tells nothing of the rest. */
const STANDS_MS = 30_000;
/** How long a piece of the road is that others are compared on. */
const PIECE_M = 4000;

/**
 * How long everybody on the road takes to the finish and to his next split: as today's others rode on who were as fast as
 * he up to here. Regression on the logarithms of times was the best of four ways on a recorded time trial; it goes from
 * piece to piece of the road, for who is ahead already knows the wind of now. Of a team, `bib` is the rider on whom its
 * clock stops.
 */
export function trialTimes({ race, times }: TrialInput): TrialTime[] {
  const { timeTrial, sheet } = race;
  if (!timeTrial || !times) return [];
  const rides = trialRides(race, timeTrial, times);
  const marks = timedMarks(sheet.course.marks);
  return rides
    .filter(({ state }) => state === 'running')
    .flatMap((ride) => {
      const ahead = marks.filter((mark) => ride.crossedMs(mark) === null && !(mark.distanceM <= ride.distanceM));
      return ahead
        .filter((mark, i) => i === 0 || mark.kind === 'finish')
        .map((mark) => forecastOf(ride, mark, rides, race));
    });
}

function forecastOf(
  ride: TrialRide,
  mark: Mark,
  rides: readonly TrialRide[],
  { atMs: madeMs, sheet }: Race,
): TrialTime {
  const made = { kind: 'trial', id: `trial ${ride.who} ${mark.id}`, bib: ride.bib, mark: mark.id, madeMs } as const;
  const silently = (silent: Silence): TrialTime => ({ ...made, untilMs: madeMs, estimate: null, because: [], silent });
  const here = lastMeasured(ride, sheet.course);
  if (!here || here.distanceM < LEAST_SHARE * mark.distanceM) return silently('too early');
  const isOnRoad = ride.distanceM - here.distanceM < GRID_M;
  if (isOnRoad && ride.atMs - here.atMs > STANDS_MS) return silently('stopped');
  const places = isOnRoad
    ? pieces(here.distanceM, mark.distanceM)
    : linesFrom(here.distanceM, mark, sheet.course.marks);
  const history = trialHistory(rides, places, mark);
  const placeS = (here.atMs - ride.startMs) / 1000;
  const expectedS = history.expectedS(placeS);
  if (expectedS === null) return silently('no history');
  if (history.errors.length < LEAST_ERRORS) return silently('too early');
  const estimate = estimateOf(expectedS, history);
  const untilMs = ride.startMs + estimate.most.high * 1000;
  if (untilMs < madeMs) return silently('old news');
  const because = [
    { of: 'split', value: placeS - history.bestS },
    { of: 'finishers', value: history.done },
  ] as const;
  return { ...made, untilMs, estimate, because, silent: null };
}

/** Pieces of one length. */
function pieces(fromM: number, toM: number): number[] {
  const count = Math.max(1, Math.round((toM - fromM) / PIECE_M));
  return Array.from({ length: count }, (_, i) => fromM + ((toM - fromM) * i) / count);
}

/** Where nothing but the lines tells how riders came: from line to line. */
const linesFrom = (fromM: number, mark: Mark, marks: readonly Mark[]): number[] =>
  timedMarks(marks)
    .map(({ distanceM }) => distanceM)
    .filter((distanceM) => distanceM >= fromM && distanceM < mark.distanceM);

/** As far to either side as the errors went: they drift with the wind, so that their own middle is soon not the middle. */
function estimateOf(value: number, { errors }: TrialHistory): Estimate {
  const sizes = Float64Array.from(errors, Math.abs).sort();
  const within = (share: number): Band => {
    const factor = Math.exp(quantileOf(sizes, share));
    return { low: value / factor, high: value * factor };
  };
  return { value, half: within(0.5), most: within(0.8) };
}
