import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/race/engine.ts';
import type { Race } from '../../src/race/race.ts';
import type { Bib } from '../../src/race/units.ts';
import { course, riders, START_MS, sheet, straightRoad } from '../support/race.ts';
import { frame, noisyTracker } from '../support/ride.ts';

/** 10 km, flat. */
const road = course({
  lengthKm: 10,
  line: course()
    .line.slice(0, 12)
    .map((point) => ({ ...point, altitudeM: null })),
  anchors: [{ ...straightRoad.line[10]!, km: 10 }],
  elevation: [],
  marks: [],
});
const field = riders(82);
const bibs = [...field.keys()];
const [straggler, tail] = bibs.slice(-2) as [Bib, Bib];
const BEHIND_S: ReadonlyMap<Bib, number> = new Map([
  [straggler, 24],
  [tail, 150],
]);
const MPS = 13;
/** Of the first, on the line, after 5 km. */
const FINISH_S = 5000 / MPS;
/** Trackers speak every 6 s, pause for a while after six times, and stop 420 m before the line. */
const SILENT_M = 420;
const general = bibs.map((bib, i) => ({ bib, behindS: i }));

interface Ridden {
  /** The race at each second from a minute before the finish. */
  readonly seconds: ReadonlyMap<number, Race>;
  readonly last: Race;
}

/** A bunch of 80 that takes five seconds to pass, its last rider six more; one rider 24 s behind its front, one 150 s. */
function ridden({ timed = [] as readonly Bib[], isFolded = false, silentM = SILENT_M } = {}): Ridden {
  const engine = createEngine();
  engine.apply({ kind: 'sheet', sheet: sheet({ course: road, riders: field, general }) });
  const trackers = bibs.map((_, i) => noisyTracker(i + 1));
  const startMs = START_MS + 3_600_000;
  const lagS = (i: number) => BEHIND_S.get(bibs[i]!) ?? (i === 79 ? 11 : i * 0.06);
  const seconds = new Map<number, Race>();
  for (let s = 0; s < FINISH_S + 180; s += 1) {
    const isHeard = s % 6 === 0 && s % 66 < 36;
    const samples = bibs.flatMap((bib, i) => {
      const distanceM = 5000 + MPS * (s - lagS(i));
      return isHeard && distanceM < road.lengthM - silentM
        ? [{ bib, ...trackers[i]!(road, distanceM), speedKph: null }]
        : [];
    });
    if (samples.length > 0) engine.apply(frame(startMs + s * 1000, samples));
    for (const [i, bib] of bibs.entries()) {
      const atS = FINISH_S + lagS(i);
      if (timed.includes(bib) && s - 1 < atS && atS <= s)
        engine.apply({
          kind: 'passings',
          origin: 'timed',
          passings: [{ bib, mark: 'finish', atMs: Math.round(startMs + atS * 1000) }],
        });
    }
    if (isFolded) continue;
    engine.advance(startMs + s * 1000);
    if (s > FINISH_S - 60) seconds.set(s, engine.race(startMs + s * 1000)!);
  }
  engine.advance(startMs + 600_000);
  return { seconds, last: engine.race(startMs + 600_000)! };
}

const gapsOf = (race: Race) => new Map(race.standings.stage.map(({ bib, gapS }) => [bib, gapS]));
const inBunch = (gaps: ReadonlyMap<Bib, number | null>) =>
  new Set([...gaps].flatMap(([bib, gapS]) => (BEHIND_S.has(bib) ? [] : [gapS])));

describe('a bunch whose trackers fall silent before the line', () => {
  it('gets one time, and who is behind it his own', () => {
    const gaps = gapsOf(ridden().last);
    expect(gaps.size).toBe(82);
    expect([...inBunch(gaps)]).toEqual([0]);
    for (const [bib, behindS] of BEHIND_S) expect(Math.abs(gaps.get(bib)! - behindS)).toBeLessThanOrEqual(3);
  });

  it('loses nothing while its arrivals become known, one after the other', () => {
    const { seconds } = ridden();
    for (const [second, race] of seconds) {
      const lost = race.standings.general.flatMap(({ bib, behindS }) => {
        const before = general.find((one) => one.bib === bib)!.behindS;
        return BEHIND_S.has(bib) || behindS === before ? [] : [[bib, behindS - before]];
      });
      expect(lost, `at ${second} s`).toEqual([]);
    }
    const arriving = [...seconds.values()].filter(({ standings }) => {
      const states = new Set(standings.stage.map(({ state }) => state));
      return states.has('live') && states.has('unofficial');
    });
    expect(arriving.length).toBeGreaterThan(3);
    // On the road as well, rows show what will be given.
    for (const race of arriving) expect([...inBunch(gapsOf(race))]).toEqual([0]);
  });

  it('is not waited for by who comes in behind it: he loses no more than he will be given', () => {
    const lost = [...ridden().seconds.values()].flatMap(({ standings }) => {
      const isOver = standings.stage.filter(({ state }) => state !== 'live').length >= 80;
      return isOver ? (standings.stage.find(({ bib }) => bib === straggler)?.gapS ?? []) : [];
    });
    expect(lost.length).toBeGreaterThan(10);
    expect(Math.max(...lost)).toBeLessThanOrEqual(27);
  });

  it('gets the same where the race is folded without anybody looking', () => {
    expect(ridden({ isFolded: true }).last.standings.stage).toEqual(ridden().last.standings.stage);
  });

  it('gets one time where its trackers see the line as well, whatever became of its group since', () => {
    for (const isFolded of [false, true]) {
      const { stage } = ridden({ isFolded, silentM: -500 }).last.standings;
      expect(new Set(stage.slice(0, 80).map(({ gapS, origin }) => `${gapS} ${origin}`))).toEqual(new Set(['0 gps']));
    }
  });

  it('is led by whom the line has measured', () => {
    const timed = bibs.slice(0, 3);
    const { stage } = ridden({ timed }).last.standings;
    expect(stage.slice(0, 3).map(({ bib, origin }) => [bib, origin])).toEqual(timed.map((bib) => [bib, 'timed']));
    expect([...inBunch(new Map(stage.map(({ bib, gapS }) => [bib, gapS])))]).toEqual([0]);
  });
});
