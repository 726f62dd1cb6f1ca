import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { publishedCourse } from '../../../../assets/races/hautes-vallees/day/course.ts';
import { dayOf, headSecondAt, lifeOf } from '../../../../assets/races/hautes-vallees/day/day.ts';
import { truth } from '../../../../assets/races/hautes-vallees/day/truth.ts';
import type { Timed } from '../../../../src/desk/feeds/feed.ts';
import { simulation } from '../../../../src/desk/feeds/simulation/index.ts';
import { buildCourse } from '../../../../src/race/course/build.ts';
import { pointAt } from '../../../../src/race/course/road.ts';

/** A whole day is ridden several times: seconds on a quiet machine. */
const MINUTE = 60_000;
const race = simulation({ seed: 1 });
const day = dayOf(1);
/** Every tenth second of the day, the last ten minutes in full. */
const whole = [...race.play(race.span.toMs)];

interface Frame {
  readonly t: number;
  readonly r: readonly (readonly number[])[];
}
const frames = (inputs: readonly Timed[]): Frame[] =>
  inputs.filter(({ topic }) => topic === 'positions').map(({ text }) => JSON.parse(text));
const thin = frames(whole);

/** What comes in from one moment to another when what lies before `thinUntilMs` is thinned out. */
function part(fromMs: number, toMs: number, thinUntilMs = fromMs, playable = race): Timed[] {
  const inputs: Timed[] = [];
  for (const input of playable.play(thinUntilMs)) {
    if (input.atMs > toMs) break;
    if (input.atMs >= fromMs) inputs.push(input);
  }
  return inputs;
}

describe('the built-in race as a feed', () => {
  it('is the same to the byte for the same seed, and another for another', () => {
    const digest = (seed: number) => {
      const hash = createHash('sha256');
      const playable = simulation({ seed });
      const fromMs = playable.momentAt(1000)!;
      for (const input of part(fromMs, fromMs + MINUTE, fromMs, playable)) hash.update(JSON.stringify(input));
      return hash.digest('hex');
    };
    expect(digest(7)).toBe(digest(7));
    expect(digest(7)).not.toBe(digest(8));
  });

  it('gives the same later frames when what lies before is thinned out', () => {
    const atMs = race.momentAt(12_000)!;
    expect(part(atMs, atMs + MINUTE)).toEqual(part(atMs, atMs + MINUTE, race.span.fromMs));
  });

  it('gives the same frames when everybody but the last has finished long ago', () => {
    const fromMs = race.momentAt(158_000)! + 20 * MINUTE;
    const same = thin.filter(({ t }) => t >= fromMs && t < fromMs + MINUTE);
    const times = new Set(same.map(({ t }) => t));
    expect(frames(part(fromMs - 2000, fromMs + 2 * MINUTE)).filter(({ t }) => times.has(t))).toEqual(same);
  });

  it('thins out only what lies more than ten minutes before', () => {
    const fullMs = race.span.toMs - 10 * MINUTE;
    const steps = (times: readonly number[]) => new Set(times.slice(1).map((t, i) => t - times[i]!));
    const times = thin.map(({ t }) => t);
    expect([...steps(times.filter((t) => t < fullMs))]).toEqual([10_000]);
    expect([...steps(times.filter((t) => t >= fullMs))]).toEqual([1000]);
  });

  it('comes in order of time, within its span', () => {
    const times = whole.map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBe(race.span.fromMs);
    expect(times.at(-1)!).toBeLessThan(race.span.toMs + 2000);
  });

  it('begins where there is something to see, with more than half an hour to go', () => {
    const winnerMs = race.momentAt(158_000)!;
    expect(winnerMs - race.startMs).toBeGreaterThan(30 * MINUTE);
    expect(winnerMs - race.startMs).toBeLessThan(60 * MINUTE);
    const joinsMs = day.zeroMs + lifeOf(day, day.plot.watchBefore).toS * 1000;
    expect(joinsMs - race.startMs).toBeGreaterThan(30_000);
    expect(joinsMs - race.startMs).toBeLessThan(2 * MINUTE);
    expect(headSecondAt(day, 144_200) * 1000 + day.zeroMs - race.startMs).toBeLessThan(6 * MINUTE);
  });

  it('knows when the head of the race was where, and that it never was elsewhere', () => {
    expect(race.momentAt(0)!).toBeGreaterThan(race.span.fromMs);
    expect(race.momentAt(100_000)!).toBeGreaterThan(race.momentAt(99_000)!);
    expect(race.momentAt(158_001)).toBeNull();
    expect(race.momentAt(-20_000)).toBeNull();
  });

  it('says no more than a tracker knows', () => {
    for (const row of thin.flatMap(({ r }) => r)) {
      if (!((row.length === 4 || row.length === 5) && row.every(Number.isFinite))) throw new Error(`${row}`);
    }
    expect(new Set(whole.map(({ topic }) => topic))).toEqual(new Set(['sheet', 'positions', 'status']));
  });
});

describe('the trackers', () => {
  const known = truth({ seed: 1 });
  const course = buildCourse(publishedCourse());
  const fromMs = race.momentAt(14_000)!;
  const full = frames(part(fromMs, fromMs + 8 * MINUTE));

  it('err as measured: median 4 to 6 m across the road, one in a hundred beyond 20 m', () => {
    const errors: number[] = [];
    for (const { t, r } of full) {
      for (const [bib, lat, lon, , ageS = 0] of r) {
        const d = known.placeM(String(bib), t - ageS * 1000);
        const [here, on] = [pointAt(course, d), pointAt(course, d + 10)];
        const cos = Math.cos((here.lat * Math.PI) / 180);
        const [x, y] = [(lon! - here.lon) * cos * 111_195, (lat! - here.lat) * 111_195];
        const [ex, ey] = [(on.lon - here.lon) * cos, on.lat - here.lat];
        errors.push(Math.abs(x * ey - y * ex) / Math.hypot(ex, ey));
      }
    }
    errors.sort((a, b) => a - b);
    const quantile = (q: number) => errors[Math.floor(errors.length * q)]!;
    expect(quantile(0.5)).toBeGreaterThan(3.5);
    expect(quantile(0.5)).toBeLessThan(6.5);
    expect(quantile(0.985)).toBeGreaterThan(20);
    expect(quantile(0.985)).toBeLessThan(50);
  });

  it('drift rather than dance', () => {
    const bib = 31;
    const errors = full.flatMap(({ t, r }) =>
      r
        .filter((row) => row[0] === bib && row.length === 4)
        .map((row) => row[1]! - pointAt(course, known.placeM(String(bib), t)).lat),
    );
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const spread = mean(errors.map((e) => e * e));
    const step = mean(errors.slice(1).map((e, i) => (e - errors[i]!) ** 2));
    expect(step).toBeLessThan(0.3 * spread);
  });

  it('have holes, but not of the whole field', () => {
    const present = full.map(({ r }) => r.length);
    expect(Math.min(...present)).toBeGreaterThan(140);
    const share = present.reduce((a, b) => a + b, 0) / (present.length * 170);
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
  });

  it('lose who changes his bicycle, and find him again', () => {
    const { bunch, silentS } = day.plot.changesBike;
    const bib = day.cast.riders.get(bunch)![0]!;
    const stopMs = day.zeroMs + lifeOf(day, bunch).fromS * 1000;
    const seenMs = thin
      .filter(({ t, r }) => Math.abs(t - stopMs) < 10 * MINUTE && r.some((row) => row[0] === bib))
      .map(({ t }) => t);
    const longest = Math.max(...seenMs.slice(1).map((t, i) => t - seenMs[i]!));
    expect(longest).toBeGreaterThanOrEqual(silentS * 1000);
    expect(longest).toBeLessThan(silentS * 1000 + 60_000);
  });

  it('take one rider out of the race in a car, as race radio says', () => {
    const bib = day.cast.riders.get(day.plot.abandons)![0]!;
    const news = whole.filter(({ topic }) => topic === 'status').map(({ text }) => JSON.parse(text));
    expect(news).toMatchObject([{ bib, status: 'abandoned' }]);
    const rides = thin.flatMap(({ t, r }) => r.filter((row) => row[0] === bib).map((row) => ({ t, kph: row[3]! })));
    const later = rides.filter(({ t }) => t > news[0].t);
    expect(Math.max(...later.map(({ kph }) => kph))).toBeGreaterThan(30);
    expect(rides.at(-1)!.t).toBeLessThan(race.momentAt(60_000)!);
  });

  it('leave one behind in another town until a mechanic wakes it', () => {
    const early = thin.filter(({ t }) => t < race.momentAt(5000)!).flatMap(({ r }) => r);
    const stale = new Set(early.filter((row) => row[1]! > 45.8 && row[3] === 0).map((row) => row[0]));
    expect(stale.size).toBe(1);
    const late = thin.filter(({ t }) => t > race.momentAt(50_000)!).flatMap(({ r }) => r);
    expect(late.some((row) => stale.has(row[0]!) && row[3]! > 10)).toBe(true);
  });

  it('send a fix kilometres away now and then, and only then', () => {
    const rows = thin.filter(({ t }) => t > race.momentAt(50_000)!).flatMap(({ t, r }) => r.map((row) => ({ t, row })));
    const far = rows.filter(({ t, row }) => {
      const place = known.placeM(String(row[0]), t - (row[4] ?? 0) * 1000);
      if (place > 157_900 || place < 45_000) return false;
      return Math.abs(row[1]! - pointAt(course, place).lat) * 111_195 > 200;
    });
    expect(far.length).toBeGreaterThan(2);
    expect(far.length / rows.length).toBeLessThan(0.001);
  });
});
