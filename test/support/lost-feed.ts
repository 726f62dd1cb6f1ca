import type { Playable, Timed } from '../../src/desk/feeds/feed.ts';
import { openRecording } from '../../src/desk/feeds/replay/recording.ts';
import { simulation } from '../../src/desk/feeds/simulation/index.ts';
import { createIntake } from '../../src/desk/intake.ts';
import { createNotices } from '../../src/desk/notices.ts';
import { createEngine } from '../../src/race/engine.ts';
import type { Race } from '../../src/race/race.ts';
import { clockRecording } from './clock-day.ts';
import { arc, courseOf } from './courses.ts';
import { riders, START_MS, sheet } from './race.ts';
import { fixAt, frame } from './ride.ts';

/** How long a feed is pulled; how long before it is watched, and after it is back. */
export const PULLED_S = 300;
export const BEFORE_S = 75;
export const AFTER_S = 60;

/** One moment of a stage at which the feed is pulled. */
export interface Pull {
  readonly what: string;
  /** On the clock of the race: from here on nothing comes in, for five minutes. */
  readonly atMs: number;
}

/** The race of a desk, second by second. */
export interface DeskRace {
  /** From so many seconds of silence on control is to say so. */
  readonly saidS: number;
  readonly pulls: readonly Pull[];
  /** Takes in what comes up to a moment that has come, or loses it where the feed is pulled. The race then. */
  at(ms: number, isPulled: boolean): Race | null;
}

const minutes = (count: number): number => count * 60_000;

/** The built-in race: mountains, from the roll-out to the last arrivals. Far from a pull one frame in ten comes. */
export function builtIn(): DeskRace {
  const playable = simulation({ seed: 1 });
  const at = (km: number) => playable.momentAt(km * 1000)!;
  const pulls: readonly Pull[] = [
    { what: 'the neutral start', atMs: at(0) - minutes(8) },
    { what: 'the breakaway', atMs: at(24) },
    { what: 'a climb', atMs: at(60) },
    { what: 'a descent', atMs: at(97) },
    { what: 'the finale', atMs: at(136) },
    { what: 'the last kilometre', atMs: at(157.2) },
    { what: 'the arrivals', atMs: at(158) + minutes(11) },
  ];
  const isNear = (ms: number) => pulls.some(({ atMs }) => ms > atMs - 90_000 && ms < atMs + (PULLED_S + 90) * 1000);
  return played(playable, pulls, ({ atMs, topic }, n) => topic === 'sheet' || isNear(atMs) || n % 10 === 0);
}

/** The same by a desk that came in when most of it was ridden. */
export function joined(): DeskRace {
  const playable = simulation({ seed: 1 });
  const atMs = playable.momentAt(112_000)!;
  const pulls = [{ what: 'a race that was joined on its way', atMs }];
  return played(playable, pulls, (input) => input.topic === 'sheet' || input.atMs > atMs - minutes(3));
}

/** A time trial, of trackers that speak every six seconds with holes; pulled while they start, and among the arrivals. */
export function againstClock(): DeskRace {
  const opened = openRecording('stage.json', clockRecording());
  if (!opened.ok) throw new Error(opened.error);
  // A hole of 36 s follows each sixth frame: pulled behind the second of six.
  const cycleMs = 66_000;
  const pulls = [{ what: 'the start of a time trial', atMs: START_MS - 60_000 + 6 * cycleMs + 1000 }];
  return played(opened.value, pulls, () => true, 7);
}

function played(
  playable: Playable,
  pulls: readonly Pull[],
  keeps: (input: Timed, n: number) => boolean,
  saidS = 3,
): DeskRace {
  const intake = createIntake({ source: playable, notices: createNotices(() => {}), wallMs: null });
  const inputs = playable.play(playable.span.fromMs)[Symbol.iterator]();
  let next = inputs.next();
  let count = 0;
  return {
    pulls,
    saidS,
    at(ms, isPulled) {
      for (; !next.done && next.value.atMs <= ms; next = inputs.next(), count += 1)
        if (!isPulled && keeps(next.value, count)) intake.take(next.value);
      intake.advance(ms);
      return intake.race(ms);
    },
  };
}

const RADIUS_M = 4000 / (2 * Math.PI);
const MPS = 11;
const AHEAD_S = 40;

/** A circuit of 4 km, ten times: four riders forty seconds ahead of twenty, pulled in the third lap. */
export function circuit(): DeskRace {
  const course = courseOf(arc([0, 0], RADIUS_M, Math.PI, -Math.PI), { laps: { fromKm: 0, toKm: 3.999, count: 10 } });
  const papers = sheet({ course, riders: riders(24) });
  const engine = createEngine();
  engine.apply({ kind: 'sheet', sheet: { ...papers, info: { ...papers.info, startMs: START_MS } } });
  const bibs = [...papers.riders.keys()].slice(0, 24);
  const placeM = (n: number, second: number) => MPS * (n < 4 ? second : second - AHEAD_S) - n * 2;
  let nextS = 0;
  return {
    saidS: 3,
    pulls: [{ what: 'a circuit', atMs: START_MS + 900_000 }],
    at(ms, isPulled) {
      for (; START_MS + nextS * 1000 <= ms; nextS += 1) {
        const on = bibs.map((bib, n) => ({ bib, m: placeM(n, nextS) })).filter(({ m }) => m >= 0);
        if (isPulled || on.length === 0) continue;
        engine.apply(
          frame(
            START_MS + nextS * 1000,
            on.map(({ bib, m }) => fixAt(course, bib, m)),
          ),
        );
      }
      engine.advance(ms);
      return engine.race(ms);
    },
  };
}
