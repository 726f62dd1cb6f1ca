import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/race/engine.ts';
import type { Bib } from '../../src/race/units.ts';
import { course, START_MS, sheet } from '../support/race.ts';
import { groupOf, placeOf } from '../support/race-day.ts';
import { fixAt, frame } from '../support/ride.ts';

const road = course();
const papers = sheet({ course: road });
const bibs = [...papers.riders.keys()];
/** Two away by three minutes, twelve together, two dropped by a minute and a half. */
const behindS = (bib: Bib): number =>
  [0, 0.2, ...Array.from({ length: 12 }, (_, i) => 180 + i * 0.2), 270, 270.2][bibs.indexOf(bib)]!;
const [leader, , first] = bibs as [Bib, Bib, Bib];
const [dropped] = bibs.slice(-2) as [Bib];

/** Everybody rides the same road at the same pace of its kilometres: slow, then fast. */
const MPS = [9, 13];
const placeM = (bib: Bib, second: number): number => {
  const rodeS = second - behindS(bib);
  const halfS = 20_000 / MPS[0]!;
  return rodeS < halfS ? rodeS * MPS[0]! : 20_000 + (rodeS - halfS) * MPS[1]!;
};

interface Joined {
  readonly fromS: number;
  readonly tellsGaps?: boolean;
  /** The trackers of the break are heard from here on. */
  readonly breakFromS?: number;
}

function joined({ fromS, tellsGaps = true, breakFromS = fromS }: Joined) {
  const engine = createEngine();
  engine.apply({ kind: 'sheet', sheet: papers });
  const atMs = (second: number) => START_MS + second * 1000;
  let nextMs = atMs(fromS);
  const due = Array.from({ length: 3000 }, (_, s) => atMs(fromS + s));
  return {
    engine,
    atMs,
    until(second: number) {
      for (const ms of due.filter((one) => one >= nextMs && one <= atMs(second))) {
        const at = (ms - START_MS) / 1000;
        const samples = bibs
          .filter((bib) => behindS(bib) > 1 || at >= breakFromS)
          .map((bib) => ({
            ...fixAt(road, bib, placeM(bib, at)),
            ...(tellsGaps && { gapS: Math.floor(behindS(bib)) }),
          }));
        engine.apply(frame(ms, samples));
        engine.advance(ms);
      }
      nextMs = atMs(second) + 1;
      engine.advance(atMs(second));
      return engine.race(atMs(second))!;
    },
  };
}

/** The break rides fast at 21 km, the bunch still slowly at 19 km: a pace of the front says 35 s too little. */
const JOINED_S = 2300;

describe('a race joined on its way', () => {
  it('shows places and no group and no gap for 40 s, and says how long', () => {
    const its = joined({ fromS: JOINED_S });
    for (let second = 0; second < 40; second += 1) {
      const race = its.until(JOINED_S + second);
      expect(race.learning).toEqual({ untilMs: its.atMs(JOINED_S + 40) });
      expect(race.groups).toEqual([]);
      expect(race.places.every(({ gapS, group }) => gapS === null && group === null)).toBe(true);
    }
    expect(its.until(JOINED_S + 40).learning).toBeNull();
  });

  it('has the break in the first picture that shows groups, with its gap as the feed says it, marked', () => {
    const its = joined({ fromS: JOINED_S });
    its.until(JOINED_S + 39);
    const race = its.until(JOINED_S + 40);
    expect(race.groups.map(({ bibs: riders }) => riders.length)).toEqual([2, 12, 2]);
    expect(groupOf(race, leader)).toMatchObject({ kind: 'head', gap: null });
    for (const [bib, gapS] of [
      [first, 180],
      [dropped, 270],
    ] as const) {
      expect(groupOf(race, bib)!.gap).toMatchObject({ origin: 'estimated' });
      expect(Math.abs(groupOf(race, bib)!.gap!.value - gapS)).toBeLessThan(5);
      expect(placeOf(race, bib).gapOrigin).toBe('estimated');
    }
  });

  it('measures the gap by itself once history reaches, rider by rider, without a jump', () => {
    const its = joined({ fromS: JOINED_S });
    let before = groupOf(its.until(JOINED_S + 41), first)!.gap!.value;
    for (let second = 42; second < 400; second += 1) {
      const race = its.until(JOINED_S + second);
      const gap = groupOf(race, first)!.gap!;
      expect(Math.abs(gap.value - before)).toBeLessThan(3);
      before = gap.value;
      // Where the break was found: 180 s later for the bunch, 270 s for who was dropped, and who is apart is found after ten.
      if (second > 205) expect(placeOf(race, first).gapOrigin).toBe('gps');
      if (second > 205 && second < 260) expect(placeOf(race, dropped).gapOrigin).toBe('estimated');
      if (second > 295) expect(placeOf(race, dropped).gapOrigin).toBe('gps');
    }
    expect(before).toBeCloseTo(180, -1);
  });

  it('marks every gap as estimated where the feed says none', () => {
    const race = joined({ fromS: JOINED_S, tellsGaps: false }).until(JOINED_S + 60);
    expect(groupOf(race, first)!.gap).toMatchObject({ origin: 'estimated' });
    expect(placeOf(race, dropped).gapOrigin).toBe('estimated');
  });

  it('waits for a break that is heard late and not proven yet, and no longer than 100 s', () => {
    const its = joined({ fromS: JOINED_S, breakFromS: JOINED_S + 35 });
    let shown = 0;
    for (let second = 0; second <= 110; second += 1) {
      const race = its.until(JOINED_S + second);
      if (race.groups.length === 0) continue;
      shown ||= second;
      expect(groupOf(race, leader)).toMatchObject({ kind: 'head' });
      expect(race.groups.length).toBe(3);
    }
    expect(shown).toBeGreaterThanOrEqual(40);
    expect(shown).toBeLessThanOrEqual(100);
  });
});

describe('a race seen from its start', () => {
  it('is not learnt, however far it has come', () => {
    const its = joined({ fromS: 300 });
    for (const second of [300, 310, 400, 2000]) {
      const race = its.until(second);
      expect(race.learning).toBeNull();
      expect(race.groups.length).toBeGreaterThan(0);
    }
  });

  it('takes its own gaps, whatever the feed says', () => {
    const its = joined({ fromS: 300 });
    const race = its.until(900);
    expect(placeOf(race, first)).toMatchObject({ gapOrigin: 'gps' });
  });
});

describe('a gap that nobody could have', () => {
  it('is not believed: some feeds say 0 for everybody', () => {
    const engine = createEngine();
    engine.apply({ kind: 'sheet', sheet: papers });
    for (let second = JOINED_S; second <= JOINED_S + 50; second += 1) {
      const samples = bibs.map((bib) => ({ ...fixAt(road, bib, placeM(bib, second)), gapS: 0 }));
      engine.apply(frame(START_MS + second * 1000, samples));
      engine.advance(START_MS + second * 1000);
    }
    const race = engine.race(START_MS + (JOINED_S + 50) * 1000)!;
    expect(race.groups.map(({ bibs: riders }) => riders.length)).toEqual([2, 12, 2]);
    expect(groupOf(race, first)!.gap!.value).toBeGreaterThan(120);
    expect(groupOf(race, first)!.gap!.origin).toBe('estimated');
  });
});
