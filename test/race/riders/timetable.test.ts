import { describe, expect, it } from 'vitest';
import { newTimetable, type Timetable } from '../../../src/race/riders/timetable.ts';

const START_MS = Date.UTC(2026, 6, 1, 12);
const at = (distanceM: number, second: number) => ({ distanceM, atMs: START_MS + second * 1000 });
const table = (startMs: number | null = START_MS): Timetable => newTimetable(0, 20_000, startMs);

/** Rides at a pace, seen every so many seconds. */
function ride(times: Timetable, bib: string, fromM: number, toM: number, fromS: number, mps = 10, everyS = 1): void {
  for (let m = fromM; m < toM; m += mps * everyS) {
    const [a, b] = [at(m, fromS + (m - fromM) / mps), at(m + mps * everyS, fromS + (m - fromM) / mps + everyS)];
    times.note(bib, a, b);
    times.found(bib, b);
  }
}

const second = (passed: { readonly atMs: number } | null) => (passed ? (passed.atMs - START_MS) / 1000 : null);

describe('a rider at a point', () => {
  it('passed between two fixes, in proportion', () => {
    const times = table();
    times.note('1', at(90, 0), at(220, 10));
    expect(second(times.timeAt('1', 100))).toBeCloseTo((10 / 130) * 10, 6);
    expect(second(times.timeAt('1', 175))).toBeCloseTo((85 / 130) * 10, 6);
    expect(times.timeAt('1', 175)!.estimated).toBe(false);
    for (const unknownM of [99, 201, 5000, -60, 30_000])
      expect(times.timeAt('1', unknownM), String(unknownM)).toBeNull();
    expect(times.timeAt('2', 175)).toBeNull();
  });

  it('passed once: what is noted again is late news, or nothing', () => {
    const times = table();
    times.note('1', at(0, 0), at(200, 20));
    times.note('1', at(0, 5), at(200, 25));
    expect(second(times.timeAt('1', 100))).toBe(10);
    times.note('1', at(50, 5), at(150, 25), true);
    expect(second(times.timeAt('1', 100))).toBe(15);
  });

  it('is measured when his fixes are up to a minute apart', () => {
    const times = table();
    times.note('1', at(0, 0), at(600, 60));
    times.note('2', at(0, 0), at(600, 60.001));
    expect([times.timeAt('1', 300)!.estimated, times.timeAt('2', 300)!.estimated]).toEqual([false, true]);
  });

  it('is measured once he is, whatever was estimated before', () => {
    const times = table();
    times.bridge('1', at(0, 0), at(600, 30));
    times.note('1', at(200, 12), at(400, 22));
    expect(times.timeAt('1', 300)).toEqual({ atMs: at(0, 17).atMs, estimated: false });
    times.bridge('1', at(0, 0), at(600, 50));
    expect(times.timeAt('1', 300)!.estimated).toBe(false);
    expect(second(times.timeAt('1', 500))).toBeGreaterThan(30);
  });

  it('never rode backwards, in no time, or at 40 m/s', () => {
    const times = table();
    times.note('1', at(200, 0), at(100, 10));
    times.note('1', at(0, 10), at(100, 10));
    times.note('1', at(0, 0), at(401, 10));
    expect(times.timeAt('1', 50)).toBeNull();
    times.note('1', at(0, 0), at(399, 10));
    expect(times.timeAt('1', 50)).not.toBeNull();
  });

  it('came from nowhere unseen, not back, not in no time, and not at 25 m/s over a stretch', () => {
    const times = table();
    times.bridge('1', at(1000, 0), at(900, 10));
    times.bridge('1', at(0, 10), at(500, 10));
    times.bridge('1', at(500, 10), at(0, 0));
    times.bridge('1', at(0, 0), at(2600, 100));
    expect([times.timeAt('1', 200), times.timeAt('1', 950)]).toEqual([null, null]);
    expect(times.firstTimeAt(200, at(0, 7))).toEqual({ atMs: at(0, 7).atMs, estimated: true });
    times.bridge('1', at(0, 0), at(2500, 100));
    expect(times.timeAt('1', 200)).toEqual({ atMs: at(0, 8).atMs, estimated: true });
  });

  it('came through a hole as the front rode there, slow uphill and fast down', () => {
    const times = table();
    ride(times, '1', 0, 2000, 0, 4);
    ride(times, '1', 2000, 4000, 500, 20);
    times.note('2', at(0, 30), at(4000, 630));
    expect(second(times.timeAt('2', 1000))).toBeCloseTo(280, 0);
    expect(second(times.timeAt('2', 2000))).toBeCloseTo(530, 0);
    expect(second(times.timeAt('2', 3000))).toBeCloseTo(580, 0);
    expect(times.timeAt('2', 2000)!.estimated).toBe(true);
    // And evenly where nobody tells.
    const alone = table();
    alone.note('2', at(0, 30), at(4000, 630));
    expect(second(alone.timeAt('2', 1000))).toBeCloseTo(180, 0);
  });
});

describe('the front at a point', () => {
  const head = at(1010, 101);

  it('is read between two points, and to the foremost place known', () => {
    const times = table();
    ride(times, '1', 0, 1010, 0);
    expect(times.firstTimeAt(525, head)).toEqual({ atMs: at(0, 52.5).atMs, estimated: false });
    expect(second(times.firstTimeAt(1005, head))).toBeCloseTo(100.5, 6);
    expect(second(times.firstTimeAt(1010, head))).toBeCloseTo(101, 6);
    expect(second(times.firstTimeAt(5000, head))).toBeCloseTo(101, 6);
    expect(second(times.firstTimeAt(-20, head))).toBe(0);
    expect(table().firstTimeAt(500, head)).toEqual({ atMs: head.atMs, estimated: true });
  });

  it('is guessed behind who turns up at the pace of the stage so far, if that is one', () => {
    const paceOf = (startMs: number | null) => {
      const times = table(startMs);
      times.found('1', at(10_000, 1000));
      return (10_000 - 5000) / (1000 - second(times.firstTimeAt(5000, at(10_000, 1000)))!);
    };
    expect(paceOf(START_MS)).toBeCloseTo(10, 6);
    // Without a start, or with one that cannot be, at the usual pace.
    for (const startMs of [null, 0, START_MS + 990_000, at(0, 1001).atMs]) expect(paceOf(startMs)).toBeCloseTo(11, 6);
    // Between 6 and 18 m/s it is believed.
    expect([paceOf(at(0, -500).atMs), paceOf(at(0, -700).atMs)].map((mps) => Math.round(mps * 10) / 10)).toEqual([
      6.7, 11,
    ]);
    expect([paceOf(at(0, 400).atMs), paceOf(at(0, 500).atMs)].map((mps) => Math.round(mps * 10) / 10)).toEqual([
      16.7, 11,
    ]);
  });

  it('took so long over a stretch that was measured for the most part', () => {
    const times = table();
    ride(times, '1', 0, 1000, 0);
    ride(times, '2', 0, 2000, 100, 5);
    expect(times.frontTookS(500, 1000)).toBeCloseTo(50, 6);
    expect(times.frontTookS(480, 980)).toBeCloseTo(50, 6);
    const short = table();
    ride(short, '1', 0, 1000, 0);
    expect(short.frontTookS(600, 1390)).toBeCloseTo(79, 6);
    expect(short.frontTookS(600, 1400)).toBeNull();
    expect(short.frontTookS(-300, 500)).toBeNull();
    short.bridge('1', at(1000, 100), at(2000, 150));
    expect(short.frontTookS(1050, 2000)).toBeNull();
    expect(short.frontTookS(600, 1390)).toBeCloseTo(79, 6);
  });

  it('was there so many seconds later', () => {
    const times = table();
    ride(times, '1', 0, 1000, 0);
    expect(times.firstPlaceAfter(200, 30)).toBe(500);
    expect(times.firstPlaceAfter(225, 30)).toBe(550);
    expect(times.firstPlaceAfter(200, 80)).toBe(1000);
    expect(times.firstPlaceAfter(200, 81)).toBeNaN();
    expect(times.firstPlaceAfter(-60, 10)).toBeNaN();
    expect(times.firstPlaceAfter(1000, 0)).toBeNaN();
  });

  it('is another without a rider who was wrong', () => {
    const times = table();
    ride(times, '1', 0, 1000, 0);
    ride(times, '2', 0, 1500, 40);
    ride(times, '9', 0, 1500, -30, 20);
    expect(second(times.firstTimeAt(500, head))).toBeCloseTo(-5, 6);
    times.forget('9');
    expect(times.firstTimeAt(500, head)).toEqual({ atMs: at(0, 50).atMs, estimated: false });
    expect(times.timeAt('9', 500)).toBeNull();
    expect(second(times.firstTimeAt(1400, at(1500, 190)))).toBeCloseTo(180, 6);
  });

  it('forgotten and read anew, who was measured behind a silent front is still behind it', () => {
    const times = table();
    ride(times, '1', 0, 500, 0);
    times.note('1', at(500, 50), at(1500, 150));
    ride(times, '1', 1500, 1600, 150);
    ride(times, '2', 0, 1600, 120);
    times.note('9', at(1700, 0), at(1800, 10));
    times.forget('9');
    for (const distanceM of [450, 800, 1200, 1550])
      expect(second(times.firstTimeAt(distanceM, at(1600, 160)))).toBeCloseTo(distanceM / 10, 0);
  });

  it('moves with the clock', () => {
    const times = table();
    ride(times, '1', 0, 1000, 0);
    times.moveClock(3_600_000);
    expect([second(times.timeAt('1', 500)), second(times.firstTimeAt(500, head))]).toEqual([3650, 3650]);
    times.note('2', at(400, 3700), at(500, 3710));
    expect(second(times.timeAt('2', 450))).toBe(3705);
  });
});

describe('a road that is the same and ends elsewhere', () => {
  it.each([
    ['farther on', 25_000],
    ['before', 3000],
  ])('%s: what was measured of it stays, and riders ride on', (_, endM) => {
    const times = table();
    ride(times, '1', 0, 2000, 0);
    ride(times, '2', 0, 2000, 30);
    times.moveClock(60_000);
    const longer = times.until(endM);
    const head = at(2000, 260);
    expect(second(longer.timeAt('1', 1000))).toBeCloseTo(160, 6);
    expect(second(longer.timeAt('2', 1000))).toBeCloseTo(190, 6);
    expect(second(longer.firstTimeAt(1000, head))).toBeCloseTo(160, 6);
    ride(longer, '1', 2000, endM, 260);
    expect(second(longer.timeAt('1', endM - 50))).toBeCloseTo(260 + (endM - 2050) / 10, 6);
    expect(longer.timeAt('1', endM + 100)).toBeNull();
  });
});
