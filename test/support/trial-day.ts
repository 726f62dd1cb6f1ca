import type { Place } from '../../src/race/place.ts';
import type { Race } from '../../src/race/race.ts';
import type { Passage } from '../../src/race/riders/passage.ts';
import type { RoadTimes } from '../../src/race/road-times.ts';
import type { Rules } from '../../src/race/rules/rules.ts';
import type { StageType } from '../../src/race/rules/stage-type.ts';
import { roadRecords } from '../../src/race/time-trial/road-records.ts';
import { noStartsTold, startTimes } from '../../src/race/time-trial/start-times.ts';
import { timeTrial } from '../../src/race/time-trial/time-trial.ts';
import type { Bib } from '../../src/race/units.ts';
import { course, place, race, riders, START_MS, sheet } from './race.ts';
import { chances } from './ride.ts';

const LENGTH_KM = 26;
const STEP_M = 50;
const CELLS = (LENGTH_KM * 1000) / STEP_M;

/** 26 km, as long as the one that was measured, out and back, with splits at 9 and 18 km. */
export const trialCourse = course({
  lengthKm: LENGTH_KM,
  elevation: [{ km: 0, altitudeM: 200 }],
  line: course()
    .line.filter(({ distanceM }) => distanceM <= LENGTH_KM * 1000)
    .map(({ lat, lon }) => ({ lat, lon, altitudeM: null })),
  marks: [9, 18].map((km) => ({ kind: 'split', name: `km ${km}`, km })),
});

export interface TrialWeather {
  /** Of a pace, as a share of it: how much the wind takes on the way out and gives on the way back, at its most. */
  readonly wind?: number;
  /** Who starts last is the best, as on the last days of a stage race. */
  readonly byRank?: boolean;
  /** Seconds that riders lose at a place, by bib. */
  readonly lost?: ReadonlyMap<Bib, { readonly atM: number; readonly seconds: number }>;
  readonly type?: StageType;
  readonly rules?: Rules;
}

/** A time trial of which everything is known. */
export interface TrialDay {
  readonly bibs: readonly Bib[];
  startS(bib: Bib): number;
  /** Seconds since his start until a place. */
  tookS(bib: Bib, distanceM: number): number;
  /** How far he is at a second of the day. */
  placeAt(bib: Bib, second: number): number;
  /** What a desk would know at a second of the day. `only`: of those still on the road, these alone, to be quick. */
  at(second: number, only?: ReadonlySet<Bib>): { readonly race: Race; readonly times: RoadTimes };
}

/** A standard normal number (Box and Muller). */
const bell = (chance: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/**
 * Riders of different strength (5.5 %), who divide it well or badly (1.5 % between the ends), have better and worse
 * stretches (2.8 %, some 2 km long), in a wind that turns in the course of the day. So made that both who holds the gap
 * and the regression err about as they did on the recorded one. The same seed is the same day.
 */
export function trialDay(seed: number, count = 100, weather: TrialWeather = {}): TrialDay {
  const { wind = 0.01, byRank = true, lost = new Map(), type = 'time-trial', rules } = weather;
  const chance = chances(seed);
  const turn = chance() * 2 * Math.PI;
  const strengths = Array.from({ length: count }, () => 0.055 * bell(chance));
  const order = strengths.map((strength) => ({ strength, at: byRank ? -strength + 0.08 * bell(chance) : 0 }));
  order.sort((a, b) => a.at - b.at);
  const all = riders(count);
  const bibs = [...all.keys()];
  const startS = new Map(bibs.map((bib, i) => [bib, type === 'time-trial' ? i * 60 : Math.floor(i / 8) * 240]));
  const ways = new Map(
    bibs.map((bib, i) => [bib, wayOf(order[i]!.strength, startS.get(bib)!, lost.get(bib), { chance, wind, turn })]),
  );
  const tookS = (bib: Bib, distanceM: number): number => {
    const way = ways.get(bib)!;
    const cell = distanceM / STEP_M;
    const low = Math.min(CELLS - 1, Math.floor(cell));
    return way[low]! + (cell - low) * (way[low + 1]! - way[low]!);
  };
  const plain = sheet({ course: trialCourse, riders: all, ...(rules && { rules }) });
  const papers = {
    ...plain,
    info: { ...plain.info, type },
    starts: bibs.map((bib) => ({ bib, startMs: START_MS + startS.get(bib)! * 1000 })),
  };
  const day: TrialDay = {
    bibs,
    startS: (bib) => startS.get(bib)!,
    tookS,
    placeAt: (bib, second) => placeAfter(second - startS.get(bib)!, (m) => tookS(bib, m)),
    at(second, only) {
      const finishedAt = (bib: Bib) => startS.get(bib)! + tookS(bib, LENGTH_KM * 1000);
      const known = bibs.filter((bib) => !only || only.has(bib) || finishedAt(bib) <= second);
      return knownAt(second, known, day, papers);
    },
  };
  return day;
}

interface Air {
  readonly chance: () => number;
  readonly wind: number;
  readonly turn: number;
}

/** Seconds since the start at each cell of the road. */
function wayOf(
  strength: number,
  startS: number,
  lost: { readonly atM: number; readonly seconds: number } | undefined,
  { chance, wind, turn }: Air,
): Float64Array {
  const way = new Float64Array(CELLS + 1);
  const tilt = 0.015 * bell(chance);
  const keep = Math.exp(-STEP_M / 2000);
  let mood = 0.028 * bell(chance);
  for (let cell = 0; cell < CELLS; cell += 1) {
    const share = cell / CELLS;
    mood = mood * keep + 0.028 * Math.sqrt(1 - keep ** 2) * bell(chance);
    const hours = (startS + way[cell]!) / 3600;
    const gust = wind * Math.sin(turn + 2 * hours) * (share < 0.5 ? 1 : -1);
    const pace = Math.exp(strength + tilt * (share - 0.5) + mood + gust) / 13.5;
    const stood = lost && Math.floor(lost.atM / STEP_M) === cell ? lost.seconds : 0;
    way[cell + 1] = way[cell]! + STEP_M * pace + stood;
  }
  return way;
}

function knownAt(second: number, bibs: readonly Bib[], day: TrialDay, papers: Race['sheet']) {
  const atMs = START_MS + second * 1000;
  const timeOf = (bib: Bib, distanceM: number): number | null => {
    const passedS = day.startS(bib) + day.tookS(bib, distanceM);
    return distanceM >= 0 && passedS <= second ? START_MS + passedS * 1000 : null;
  };
  const marks = papers.course.marks.filter(({ kind }) => kind === 'split' || kind === 'finish');
  const passages = marks.flatMap(({ id, distanceM }) =>
    bibs.flatMap((bib): Passage[] => {
      const passedMs = timeOf(bib, distanceM);
      return passedMs === null
        ? []
        : [{ mark: id, bib, rank: 1, atMs: passedMs, origin: 'timed', lap: 1, bracketS: 0 }];
    }),
  );
  const places = bibs.map((bib): Place => {
    const distanceM = day.placeAt(bib, second);
    return place(bib, { distanceM, atMs, status: distanceM >= LENGTH_KM * 1000 ? 'finished' : 'racing' });
  });
  const known = new Set(bibs);
  const starts = startTimes(papers, noStartsTold, new Map()).filter(({ bib }) => known.has(bib));
  const records = roadRecords(LENGTH_KM * 1000);
  const input = { sheet: papers, atMs, places, passages, starts, timeAt: timeOf, records, finishers: records };
  const passedAt: RoadTimes['passedAt'] = (bib, distanceM) => {
    const passedMs = timeOf(bib, distanceM);
    return passedMs === null ? null : { atMs: passedMs, estimated: false };
  };
  return {
    race: race({ sheet: papers, atMs, places, passages, timeTrial: timeTrial(input) }),
    times: { passedAt, firstAt: () => null },
  };
}

/** How far somebody is after so many seconds. */
function placeAfter(seconds: number, tookS: (distanceM: number) => number): number {
  let [low, high] = [0, LENGTH_KM * 1000];
  if (tookS(high) <= seconds) return high;
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (tookS(middle) <= seconds) low = middle;
    else high = middle;
  }
  return low;
}
