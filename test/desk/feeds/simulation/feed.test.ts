import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Timed } from '../../../../src/desk/feeds/feed.ts';
import { publishedCourse } from '../../../../src/desk/feeds/simulation/course.ts';
import { dayOf, headSecondAt, lifeOf } from '../../../../src/desk/feeds/simulation/day.ts';
import { simulation } from '../../../../src/desk/feeds/simulation/index.ts';
import { truth } from '../../../../src/desk/feeds/simulation/truth.ts';
import { buildCourse } from '../../../../src/race/course-build.ts';
import { pointAt } from '../../../../src/race/road.ts';

const MINUTE = 60_000;
const race = simulation({ seed: 1 });

/** The frames from a moment on; what lies before is thinned out. */
function from(atMs: number, lastsMs: number, playable = race): Timed[] {
  const frames: Timed[] = [];
  for (const input of playable.play(atMs)) {
    if (input.atMs > atMs + lastsMs) break;
    if (input.atMs >= atMs) frames.push(input);
  }
  return frames;
}

interface Frame {
  readonly t: number;
  readonly r: readonly (readonly number[])[];
}
const frameOf = ({ text }: Timed): Frame => JSON.parse(text);
const frames = (inputs: readonly Timed[]): Frame[] => inputs.filter(({ topic }) => topic === 'positions').map(frameOf);

describe('the built-in race as a feed', () => {
  it('is the same to the byte for the same seed, and another for another', () => {
    const digest = (seed: number) => {
      const hash = createHash('sha256');
      const playable = simulation({ seed });
      for (const { topic, atMs, text } of from(playable.momentAt(4000)!, MINUTE, playable))
        hash.update(`${topic}${atMs}${text}`);
      return hash.digest('hex');
    };
    expect(digest(7)).toBe(digest(7));
    expect(digest(7)).not.toBe(digest(8));
  });

  it('gives the same later frames when what lies before is thinned out', () => {
    const atMs = race.momentAt(31_000)!;
    const whole: Timed[] = [];
    for (const input of race.play(race.span.fromMs)) {
      if (input.atMs > atMs + MINUTE) break;
      if (input.atMs >= atMs) whole.push(input);
    }
    expect(from(atMs, MINUTE)).toEqual(whole);
  });

  it('thins out only what lies more than ten minutes before', () => {
    const atMs = race.momentAt(31_000)!;
    const early: number[] = [];
    const late: number[] = [];
    for (const input of race.play(atMs)) {
      if (input.atMs > atMs) break;
      if (input.topic === 'positions') (frameOf(input).t < atMs - 10 * MINUTE ? early : late).push(frameOf(input).t);
    }
    const steps = (times: readonly number[]) => new Set(times.slice(1).map((t, i) => t - times[i]!));
    expect([...steps(early)]).toEqual([10_000]);
    expect([...steps(late)]).toEqual([1000]);
  });

  it('comes in order of time, within its span', () => {
    let before = race.span.fromMs;
    for (const { atMs } of race.play(race.span.toMs)) {
      expect(atMs).toBeGreaterThanOrEqual(before);
      before = atMs;
    }
    expect(before).toBeLessThan(race.span.toMs + 2000);
  });

  it('begins where there is something to see, with more than half an hour to go', () => {
    const day = dayOf(1);
    const winnerMs = race.momentAt(158_000)!;
    expect(winnerMs - race.startMs).toBeGreaterThan(30 * MINUTE);
    expect(winnerMs - race.startMs).toBeLessThan(60 * MINUTE);
    const joinsMs = day.zeroMs + lifeOf(day, day.story.watchBefore).toS * 1000;
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
    for (const { r } of frames(from(race.startMs, MINUTE))) {
      for (const row of r) {
        expect(row.length === 4 || row.length === 5).toBe(true);
        expect(row.every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('the trackers', () => {
  const day = dayOf(1);
  const known = truth({ seed: 1 });
  const course = buildCourse(publishedCourse());
  const part = frames(from(race.momentAt(46_000)!, 12 * MINUTE));

  it('err as measured: median 4 to 6 m across, one in a hundred beyond 20 m, and now and then kilometres', () => {
    const errors: number[] = [];
    for (const { t, r } of part) {
      for (const [bib, lat, lon, , ageS = 0] of r) {
        const d = known.placeM(bib!, t - ageS * 1000);
        if (d < 0) continue;
        const [here, on] = [pointAt(course, d), pointAt(course, d + 10)];
        const x = (lon! - here.lon) * 111_195 * Math.cos((here.lat * Math.PI) / 180);
        const y = (lat! - here.lat) * 111_195;
        const [ex, ey] = [(on.lon - here.lon) * Math.cos((here.lat * Math.PI) / 180), on.lat - here.lat];
        errors.push(Math.abs(x * ey - y * ex) / Math.hypot(ex, ey));
      }
    }
    errors.sort((a, b) => a - b);
    const quantile = (q: number) => errors[Math.floor(errors.length * q)]!;
    expect(quantile(0.5)).toBeGreaterThan(3.5);
    expect(quantile(0.5)).toBeLessThan(6.5);
    expect(quantile(0.99)).toBeGreaterThan(20);
    expect(quantile(0.99)).toBeLessThan(45);
  });

  it('drift rather than dance', () => {
    const bib = 31;
    const rows = part.flatMap(({ t, r }) =>
      r.filter((row) => row[0] === bib && row.length === 4).map((row) => ({ t, row })),
    );
    const error = ({ t, row }: (typeof rows)[number]) => row[1]! - pointAt(course, known.placeM(bib, t)).lat;
    const errors = rows.map(error);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const spread = mean(errors.map((e) => e * e));
    const step = mean(errors.slice(1).map((e, i) => (e - errors[i]!) ** 2));
    expect(step).toBeLessThan(0.3 * spread);
  });

  it('have holes, but not of the whole field', () => {
    const present = part.map(({ r }) => r.length);
    expect(Math.min(...present)).toBeGreaterThan(140);
    const share = present.reduce((a, b) => a + b, 0) / (present.length * 170);
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
  });

  it('lose who changes his bicycle, and find him again', () => {
    const { bunch, silentS } = day.story.changesBike;
    const bib = day.cast.riders.get(bunch)![0]!;
    const stopMs = day.zeroMs + lifeOf(day, bunch).fromS * 1000;
    const seenMs = frames(from(stopMs - MINUTE, silentS * 1000 + 3 * MINUTE))
      .filter(({ r }) => r.some((row) => row[0] === bib))
      .map(({ t }) => t);
    const longest = Math.max(...seenMs.slice(1).map((t, i) => t - seenMs[i]!));
    expect(longest).toBeGreaterThanOrEqual(silentS * 1000);
    expect(longest).toBeLessThan(silentS * 1000 + 40_000);
  });

  it('take one rider out of the race in a car, as race radio says', () => {
    const bib = day.cast.riders.get(day.story.abandons)![0]!;
    const news = from(race.momentAt(34_000)!, 30 * MINUTE).filter(({ topic }) => topic === 'status');
    expect(news.map(({ text }) => JSON.parse(text))).toMatchObject([{ bib, status: 'abandoned' }]);
    const last = frames(from(race.momentAt(60_000)!, MINUTE));
    expect(last.some(({ r }) => r.some((row) => row[0] === bib))).toBe(false);
  });

  it('leave one behind in another town', () => {
    const rows = frames(from(race.momentAt(5000)!, MINUTE)).flatMap(({ r }) => r);
    const stale = new Set(rows.filter((row) => row[1]! > 45.8 && row[3] === 0).map((row) => row[0]));
    expect(stale.size).toBe(1);
  });
});
