import fc from 'fast-check';
import type { Group } from '../../src/race/groups/group.ts';
import type { Place } from '../../src/race/place.ts';
import type { Race } from '../../src/race/race.ts';
import type { Passage } from '../../src/race/riders/passage.ts';
import { noStandings, type Standings } from '../../src/race/standings/tables.ts';
import type { TimeTrial } from '../../src/race/time-trial/run.ts';
import type { Reading } from '../../src/race/units.ts';
import { race, riders, START_MS, sheet } from '../support/race.ts';

const day = sheet({ riders: riders(176) });

/** Any race that the types allow, not only likely ones. */
const bib = fc.oneof(fc.integer({ min: 0, max: 100_000 }).map(String), fc.stringMatching(/^[0-9A-Za-zÀ-ž]{1,12}$/));
const seconds = fc.double({ min: -20_000, max: 20_000, noNaN: true });
const metres = fc.double({ min: -20_000, max: 300_000, noNaN: true });
const moment = fc.integer({ min: 0, max: 4e12 });
const origin = fc.constantFrom('timed' as const, 'gps' as const, 'estimated' as const, 'manual' as const);
const id = fc.string({ maxLength: 12, unit: 'grapheme' });
const rank = fc.integer({ min: 1, max: 1000 });
const state = fc.constantFrom('live' as const, 'unofficial' as const, 'provisional' as const, 'official' as const);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const reading: fc.Arbitrary<Reading> = fc.record({ value: seconds, atMs: moment, origin });

const place: fc.Arbitrary<Place> = fc.record({
  bib,
  status: fc.constantFrom('racing', 'not-started', 'abandoned', 'outside-limit', 'disqualified', 'finished'),
  tracker: fc.constantFrom('live', 'late', 'silent', 'off'),
  rank: orNull(rank),
  distanceM: fc.oneof(metres, fc.constant(Number.NaN)),
  speedKph: fc.double({ min: 0, max: 120, noNaN: true }),
  atMs: moment,
  gapS: orNull(seconds),
  gapOrigin: origin,
  group: orNull(id),
  finish: orNull(reading),
  lapsDown: fc.integer({ min: 0, max: 20 }),
});

const group: fc.Arbitrary<Group> = fc.record({
  id,
  kind: fc.constantFrom('head', 'chasers', 'peloton', 'jersey', 'dropped', 'gruppetto', 'rest'),
  ordinal: fc.nat(9),
  pieces: fc.nat(20),
  name: orNull(id),
  bibs: fc.array(bib, { maxLength: 20 }),
  sinceMs: orNull(moment),
  frontM: metres,
  backM: metres,
  speedKph: fc.double({ min: 0, max: 120, noNaN: true }),
  gap: orNull(reading),
  gapToPrevious: orNull(reading),
  trendSPerMin: orNull(seconds),
  jerseys: fc.uniqueArray(fc.constantFrom('general', 'points', 'mountain', 'young')),
  onCamera: fc.boolean(),
});

const mark = fc.constantFrom(...day.course.marks.map((one) => one.id));
const bracketS = orNull(fc.integer({ min: 0, max: 4000 }).map((tenths) => tenths / 10));
const passage: fc.Arbitrary<Passage> = fc.record({
  mark,
  bib,
  rank,
  atMs: moment,
  origin,
  lap: fc.nat(20),
  bracketS,
});
const degrees = fc.integer({ min: 0, max: 359 });
const wind = fc.record({
  atMs: moment,
  kph: fc.nat(90),
  relativeDeg: orNull(degrees),
  temperatureC: orNull(fc.nat(45)),
});
const points = fc.record({ rank, bib, points: fc.nat(500), today: fc.nat(50) });
const general = fc.record({
  rank,
  bib,
  behindS: seconds,
  moved: fc.integer({ min: -200, max: 200 }),
  bonusS: fc.nat(20),
  origin,
});

const standings: fc.Arbitrary<Standings> = fc
  .record({
    stage: fc.array(fc.record({ rank, bib, gapS: orNull(seconds), origin, state })),
    general: fc.array(general),
    young: fc.array(general),
    points: fc.array(points),
    mountain: fc.array(points),
    teams: fc.array(fc.record({ rank, team: id, behindS: seconds })),
    unplaced: fc.array(bib),
  })
  .map((parts) => ({ ...noStandings, ...parts }));

const splits = fc.array(fc.record({ mark: id, timeS: seconds, origin, rank, deltaS: seconds }), { maxLength: 4 });
const runState = fc.constantFrom('waiting' as const, 'running' as const, 'finished' as const, 'out' as const);
const shared = {
  startMs: moment,
  state: runState,
  splits,
  virtualGap: orNull(reading),
  finishS: orNull(seconds),
  finishOrigin: orNull(origin),
};
const ofRun = { recovered: fc.boolean(), toBestFinisher: orNull(reading), toHotSeat: orNull(reading) };
const timeTrial: fc.Arbitrary<TimeTrial> = fc.record({
  starts: fc.array(fc.record({ bib, startMs: moment, recovered: fc.boolean() })),
  runs: fc.array(fc.record({ bib, ...shared, ...ofRun })),
  teams: fc.array(fc.record({ team: id, together: fc.array(bib), ...shared })),
  hotSeat: orNull(fc.record({ bib, sinceMs: moment })),
});

export const anyRace: fc.Arbitrary<Race> = fc
  .record({
    atMs: moment,
    phase: fc.constantFrom('before' as const, 'neutral' as const, 'racing' as const, 'finished' as const),
    places: fc.array(place, { maxLength: 60 }),
    groups: fc.uniqueArray(group, { maxLength: 6, selector: (one) => one.id }),
    passages: fc.array(passage, { maxLength: 30 }),
    standings,
    timeTrial: orNull(timeTrial),
    wind: orNull(wind),
    confirmed: fc.array(mark),
    learning: orNull(fc.record({ untilMs: fc.integer({ min: 0, max: 2_000_000_000_000 }) })),
  })
  .map((parts) => race({ ...parts, sheet: day }));

/** A day in the race as it is: 176 riders in five groups, with all their classifications. */
export function fullField(atMs = START_MS, count = 176): Race {
  const sizes = [4, 9, 88, 40, count - 141];
  const gaps = [0, 42, 175, 402, 1180];
  const places: Place[] = [];
  const groups: Group[] = [];
  for (const [index, size] of sizes.entries()) {
    const bibs: string[] = [];
    const frontM = 92_000 + ((atMs - START_MS) / 1000) * 11 - gaps[index]! * 11;
    for (let i = 0; i < size; i += 1) {
      const n = places.length;
      const bib = String(((n * 37) % 176) + 1 + Math.floor(((n * 37) % 176) / 8) * 2);
      const wobble = Math.sin(n * 12.9898 + atMs) * 0.5 + 0.5;
      bibs.push(bib);
      places.push({
        bib,
        status: 'racing',
        tracker: n % 40 === 39 ? 'late' : 'live',
        rank: n + 1,
        distanceM: frontM - i * 2.3 - wobble,
        speedKph: 38 + wobble * 4,
        atMs: atMs - (n % 40 === 39 ? 9000 : 1000),
        gapS: gaps[index]! + i * 0.21 + wobble * 0.1,
        gapOrigin: index > 3 ? 'estimated' : 'gps',
        group: `g${index + 1}`,
        finish: null,
        lapsDown: 0,
      });
    }
    const gap: Reading | null = index === 0 ? null : { value: gaps[index]!, atMs, origin: 'gps' };
    groups.push({
      id: `g${index + 1}`,
      kind: index === 0 ? 'head' : index === 2 ? 'peloton' : 'chasers',
      ordinal: index,
      pieces: 1,
      name: null,
      bibs,
      sinceMs: index === 0 ? null : atMs - 60_000,
      frontM,
      backM: places[places.length - 1]!.distanceM,
      speedKph: 40 + Math.sin(atMs),
      gap,
      gapToPrevious: gap,
      trendSPerMin: index === 0 ? null : Math.cos(atMs) * 5,
      jerseys: index === 2 ? ['general', 'points'] : [],
      onCamera: index === 0,
    });
  }
  return race({ atMs, places, groups, standings: standingsOf(places), sheet: day });
}

/** Everybody a few tenths further behind or ahead than a second ago, as on the road. */
function standingsOf(places: readonly Place[]): Standings {
  const behind = places
    .map((one, n) => ({ bib: one.bib, behindS: ((n * 7919) % 5400) + (one.distanceM % 1) }))
    .sort((a, b) => a.behindS - b.behindS);
  const rows = behind.map((row, n) => ({ ...row, rank: n + 1, moved: (n % 5) - 2, bonusS: 0, origin: 'gps' as const }));
  const wobbleS = places[0]!.distanceM % 1;
  return {
    ...noStandings,
    stage: places.map((one, n) => ({ rank: n + 1, bib: one.bib, gapS: one.gapS, origin: 'gps', state: 'live' })),
    general: rows,
    young: rows.filter((_, n) => n % 5 === 0).map((row, n) => ({ ...row, rank: n + 1 })),
    teams: Array.from({ length: 22 }, (_, n) => ({ rank: n + 1, team: `T${n}`, behindS: n * 61 + wobbleS })),
  };
}
