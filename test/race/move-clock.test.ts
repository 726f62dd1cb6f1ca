import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/race/engine.ts';
import type { Race } from '../../src/race/race.ts';
import { START_MS, sheet } from '../support/race.ts';
import { breakaway, groupOf, placeOf } from '../support/race-day.ts';
import { fixAt, frame } from '../support/ride.ts';

const papers = sheet();
const bibs = [...papers.riders.keys()];
const rides = breakaway(bibs, 1200);
const sprint = papers.course.marks.find(({ kind }) => kind === 'sprint')!.id;
const FROM_MS = START_MS + 600_000;

/** 400 s at a fix a second; until `setS` the source's clock is `wrongMs` off, then it is put right. */
function raced(wrongMs: number, setS: number): Race {
  const engine = createEngine();
  engine.apply({ kind: 'sheet', sheet: papers });
  for (let s = 0; s <= 400; s += 1) {
    if (s === setS && wrongMs !== 0) engine.apply({ kind: 'clock-moved', byMs: -wrongMs });
    const atMs = FROM_MS + s * 1000 + (s < setS ? wrongMs : 0);
    engine.apply(
      frame(
        atMs,
        bibs.map((bib) => fixAt(papers.course, bib, rides.get(bib)!(s)!)),
      ),
    );
    if (s === 100)
      engine.apply({ kind: 'passings', origin: 'timed', passings: [{ bib: bibs[0]!, mark: sprint, atMs }] });
    engine.race(atMs);
  }
  return engine.race(FROM_MS + 400_000)!;
}

describe('a clock that is set during the race', () => {
  const right = raced(0, 0);

  it.each([120_000, -120_000, 3_600_000])(
    'takes the road so far with it: nothing is another (%d ms off)',
    (wrongMs) => {
      const race = raced(wrongMs, 300);
      expect(race.groups.map(({ id, kind, bibs: who }) => ({ id, kind, who }))).toEqual(
        right.groups.map(({ id, kind, bibs: who }) => ({ id, kind, who })),
      );
      const [gap, told] = [race, right].map((one) => groupOf(one, bibs[5]!)!.gap!);
      expect(gap!.value).toBeCloseTo(told!.value, 1);
      expect(gap!.origin).toBe('gps');
      for (const bib of bibs) {
        expect(placeOf(race, bib).distanceM).toBeCloseTo(placeOf(right, bib).distanceM, 0);
        expect(placeOf(race, bib).gapS!).toBeCloseTo(placeOf(right, bib).gapS!, 1);
        expect(placeOf(race, bib).tracker).toBe('live');
      }
      expect(race.health.topics).toEqual(right.health.topics);
      const crossed = (one: Race) =>
        one.passages.map(({ mark, bib, atMs }) => ({ mark, bib, s: Math.round(atMs / 1000) }));
      expect(crossed(race).length).toBeGreaterThan(0);
      expect(crossed(race)).toEqual(crossed(right));
    },
  );
});
