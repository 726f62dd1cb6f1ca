import { recordedPast } from '../../src/insight/past.ts';
import { createThinker } from '../../src/insight/think.ts';
import { createEngine } from '../../src/race/engine.ts';
import type { RaceEvent } from '../../src/race/event.ts';
import { tour2023 } from '../../src/race/rules/presets/tour-2023.ts';
import type { Sheet } from '../../src/race/sheet.ts';
import { riders, START_MS, sheet } from '../support/race.ts';
import { fixAt, frame } from '../support/ride.ts';
import { trialCourse, trialDay } from '../support/trial-day.ts';
import { windingRoad, withStandings } from './full-race.ts';

const FIELD = 176;
const HOURS = 5;
const HOUR_S = 3600;
/** How often trackers speak, and the race is thought of. */
const EVERY_S = 5;
/** On the road: as many groups, so many seconds apart, at a speed with which five hours fit on it. */
const GROUPS = 12;
const APART_S = 35;
const MPS = 11;
/** Against the clock: the last one starts in the fifth hour. */
const START_EVERY_S = 96;

/** What is told of a race at a second of it. */
interface Day {
  readonly papers: Sheet;
  told(second: number): readonly RaceEvent[];
}

/**
 * What thinking costs: milliseconds of the processor for each second of a race of 176 riders, in its first hour and in its
 * fifth. `road` is twelve groups in the hills, `clock` a time trial with twenty riders on the road, both with every
 * classification.
 */
export async function insightBench() {
  return { road: figuresOf(costByHour(onRoad())), clock: figuresOf(costByHour(againstClock())) };
}

const figuresOf = (hours: readonly number[]) => ({
  msPerSecondHour1: hours[0]!,
  msPerSecondHour5: hours.at(-1)!,
  lastHourToFirst: hours.at(-1)! / hours[0]!,
});

function costByHour({ papers, told }: Day): number[] {
  const engine = createEngine();
  const thinker = createThinker(recordedPast);
  engine.apply({ kind: 'sheet', sheet: papers });
  return Array.from({ length: HOURS }, (_, hour) => {
    let spentUs = 0;
    for (let second = hour * HOUR_S; second < (hour + 1) * HOUR_S; second += EVERY_S) {
      const atMs = START_MS + second * 1000;
      for (const event of told(second)) engine.apply(event);
      engine.advance(atMs);
      const race = engine.race(atMs)!;
      const times = engine.roadTimes();
      const from = cpuUs();
      thinker.think(race, times);
      spentUs += cpuUs() - from;
    }
    return spentUs / 1000 / HOUR_S;
  });
}

function cpuUs(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function onRoad(): Day {
  const course = windingRoad();
  const papers = { ...withStandings(sheet({ course, riders: riders(FIELD) })), rules: tour2023 };
  const bibs = [...papers.riders.keys()];
  // The peloton is in the middle of them; gaps breathe, so that there is something to think about.
  const groupOf = (i: number): number => (i % 4 > 0 ? GROUPS >> 1 : Math.floor((i / FIELD) * GROUPS));
  const behindS = (i: number, second: number): number => {
    const group = groupOf(i);
    return group * (APART_S + 10 * Math.sin(second / 900 + group)) + (i % 40) * 0.1;
  };
  return {
    papers,
    told: (second) => [
      frame(
        START_MS + second * 1000,
        bibs.map((bib, i) => fixAt(course, bib, 1000 + MPS * Math.max(0, second - behindS(i, second)))),
      ),
    ],
  };
}

function againstClock(): Day {
  const day = trialDay(1, FIELD, { startEveryS: START_EVERY_S, rules: tour2023 });
  const finish = trialCourse.marks.find(({ kind }) => kind === 'finish')!;
  const endS = new Map(day.bibs.map((bib) => [bib, day.startS(bib) + day.tookS(bib, finish.distanceM)]));
  const came = (from: number, to: number) => day.bibs.filter((bib) => endS.get(bib)! > from && endS.get(bib)! <= to);
  return {
    papers: withStandings(day.at(0).race.sheet),
    told(second) {
      const riding = day.bibs.filter((bib) => second >= day.startS(bib) && second < endS.get(bib)!);
      const passings = came(second - EVERY_S, second).map((bib) => {
        return { bib, mark: finish.id, atMs: START_MS + Math.round(endS.get(bib)! * 1000) };
      });
      const samples = riding.map((bib) => fixAt(trialCourse, bib, day.placeAt(bib, second)));
      const positions = frame(START_MS + second * 1000, samples);
      return passings.length > 0 ? [positions, { kind: 'passings', origin: 'timed', passings }] : [positions];
    },
  };
}
