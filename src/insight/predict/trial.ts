import type { Mark } from '../../race/course/course.ts';
import type { Race } from '../../race/race.ts';
import type { RoadTimes } from '../../race/road-times.ts';
import { timedMarks } from '../../race/time-trial/splits.ts';
import type { Band, Estimate } from '../estimate.ts';
import type { Silence, TrialTime } from '../forecast.ts';
import { quantileOf } from './quantile.ts';
import { newTrialHistories, type TrialHistories } from './trial-histories.ts';
import type { TrialHistory } from './trial-history.ts';
import { lastMeasured, type TrialRide, trialRides } from './trial-rides.ts';

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
/** A forecast is made anew so long after it was made, or at a new split. */
const ANEW_MS = 60_000;
/** Of so many riders at one look: a field that is all new is told of in its turn. */
const MOST_ANEW = 12;
/** A look costs something for each who has started. */
const LOOKS_MS = 15_000;

/**
 * How long everybody on the road takes to the finish and to his next split: as today's others rode on who were as fast as
 * he up to here. Regression on the logarithms of times was the best of four ways on a recorded time trial; it goes from
 * piece to piece of the road, for who is ahead already knows the wind of now. Of a team, `bib` is the rider on whom its
 * clock stops.
 */
export const trialTimes = (input: TrialInput): readonly TrialTime[] => newTrialTimes(Number.POSITIVE_INFINITY)(input);

/** The same for who asks again and again: of each rider once a minute, at most of so many at one look. */
export function newTrialTimes(mostAnew = MOST_ANEW): (input: TrialInput) => readonly TrialTime[] {
  const histories = newTrialHistories();
  let said: ReadonlyMap<string, readonly TrialTime[]> = new Map();
  let [lookedMs, all]: [number, readonly TrialTime[]] = [Number.NEGATIVE_INFINITY, []];
  return ({ race, times }) => {
    const { timeTrial, sheet, atMs } = race;
    if (!timeTrial || !times) return [];
    if (atMs - lookedMs < LOOKS_MS) return all;
    lookedMs = atMs;
    const rides = trialRides(race, timeTrial, times);
    const marks = timedMarks(sheet.course.marks);
    const running = rides
      .filter(({ state }) => state === 'running')
      .map((ride) => ({ ride, ahead: ahead(ride, marks) }));
    const sinceMs = ({ ride, ahead: [next] }: (typeof running)[number]): number => {
      const [first] = said.get(ride.who) ?? [];
      return first && first.mark === next?.id ? first.madeMs : Number.NEGATIVE_INFINITY;
    };
    const due = running.filter((one) => atMs - sinceMs(one) >= ANEW_MS).sort((a, b) => sinceMs(a) - sinceMs(b));
    const anew = new Set(due.slice(0, mostAnew).map(({ ride }) => ride.who));
    said = new Map(
      running.map(({ ride, ahead }) => {
        const told = anew.has(ride.who)
          ? ahead.map((mark) => forecastOf(ride, mark, rides, race, histories))
          : (said.get(ride.who) ?? []).filter(({ mark }) => ahead.some(({ id }) => id === mark));
        return [ride.who, told];
      }),
    );
    all = [...said.values()].flat();
    return all;
  };
}

/** The next line where a time is taken, and the finish. */
const ahead = (ride: TrialRide, marks: readonly Mark[]): Mark[] =>
  marks
    .filter((mark) => ride.crossedMs(mark) === null && !(mark.distanceM <= ride.distanceM))
    .filter((mark, i) => i === 0 || mark.kind === 'finish');

function forecastOf(
  ride: TrialRide,
  mark: Mark,
  rides: readonly TrialRide[],
  { atMs: madeMs, sheet }: Race,
  histories: TrialHistories,
): TrialTime {
  const made = { kind: 'trial', id: `trial ${ride.who} ${mark.id}`, bib: ride.bib, mark: mark.id, madeMs } as const;
  const silently = (silent: Silence): TrialTime => ({ ...made, untilMs: madeMs, estimate: null, because: [], silent });
  const here = lastMeasured(ride, sheet.course);
  if (!here || here.distanceM < LEAST_SHARE * mark.distanceM) return silently('too early');
  if (here.onRoadMs !== null && ride.atMs - here.onRoadMs > STANDS_MS) return silently('stopped');
  const history = histories.from(here, mark, sheet.course.marks, rides, madeMs);
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

/** As far to either side as the errors went: they drift with the wind, so that their own middle is soon not the middle. */
function estimateOf(value: number, { errors }: TrialHistory): Estimate {
  const sizes = Float64Array.from(errors, Math.abs).sort();
  const within = (share: number): Band => {
    const factor = Math.exp(quantileOf(sizes, share));
    return { low: value / factor, high: value * factor };
  };
  return { value, half: within(0.5), most: within(0.8) };
}
